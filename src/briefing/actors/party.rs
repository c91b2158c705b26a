//! The party and the state in brackets behind a member's name, `(R-Ala.)`, in words.

use std::ops::Range;

use crate::document::Document;
use crate::language::Analysis;
use crate::language::coref::homes::state_named;

/// What stands behind a name, read out.
pub(super) struct Seat {
    /// `Republican`.
    pub(super) party: &'static str,
    /// `Alabama`.
    pub(super) state: &'static str,
    /// The tokens that say so.
    pub(super) tokens: Range<usize>,
}

/// `(R-Ala.)` or `, D-Fla.,` behind the token before `from`.
pub(super) fn behind(document: &Document, analysis: &Analysis, from: usize) -> Option<Seat> {
    let word = |token: usize| analysis.word(document, token);
    if !matches!(word(from), "(" | ",") {
        return None;
    }
    let start = analysis.tokens.get(from)?.range.end();
    let rest = document.text().get(start..)?.trim_start();
    let party = match rest.get(..2)? {
        "R-" => "Republican",
        "D-" => "Democratic",
        "I-" => "independent",
        _ => return None,
    };
    let state = rest.get(2..)?.trim_start();
    let end = state.find(|c: char| !c.is_alphabetic() && c != '.' && c != ' ')?;
    let name = state.get(..end)?.trim();
    let state = state_named(name.trim_end_matches('.'))?;
    let closing = (from + 1..from + 9)
        .find(|&token| matches!(word(token), ")" | "," | ";"))
        .unwrap_or(from + 2);
    Some(Seat { party, state, tokens: from..closing + 1 })
}
