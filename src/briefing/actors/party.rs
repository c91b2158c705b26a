//! The party and the state in brackets behind a member's name, `(R-Ala.)`, in words; and what kind of party one is: `the
//! ruling Labour party`.

use std::ops::Range;

use super::pronouns::Pronouns;
use super::roles::Role;
use crate::document::Document;
use crate::language::coref::homes::state_named;
use crate::language::coref::{Chain, Form, words};
use crate::language::{Analysis, NameKind, Upos};

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

/// `ruling party`, by the words before a party's name.
pub(super) fn described(pronouns: &Pronouns<'_>, chain: &Chain) -> Option<Role> {
    let (document, analysis) = (pronouns.document, pronouns.analysis);
    let word = |token: usize| analysis.word(document, token).to_lowercase();
    let body = chain.kind == Some(NameKind::Organization) && chain.defined.is_none();
    let mentions = chain.mentions.iter().map(|&idx| &analysis.chains.mentions[idx]);
    mentions.filter(|mention| body && mention.form == Form::Name).find_map(|mention| {
        let last = word(mention.tokens.end - 1);
        let party = last == "party";
        // "ruling the Harbour Council out" is no party.
        if words::is_body(&last) && !party {
            return None;
        }
        // `the ruling Harbour dynasty`, `the governing Harbour coalition`.
        let behind = mention.tokens.end;
        let noun = analysis.upos(behind) == Upos::Noun
            && analysis.head(analysis.head_of(mention.tokens.clone())?) == Some(behind);
        let other = words::is_body(analysis.lemma(behind))
            || matches!(analysis.lemma(behind), "dynasty" | "family" | "house" | "elite");
        if noun && other && !matches!(analysis.lemma(behind), "party" | "movement") {
            return None;
        }
        let end = mention.tokens.start;
        let first = analysis.sentences[analysis.sentence_of(end)].tokens.start;
        let start = (first..end)
            .rev()
            .take_while(|&token| {
                let word = word(token);
                rules(&word) || party && (leans(&word) || word == "-")
            })
            .last()?;
        if word(start) == "-" || start > 0 && word(end - 1) == "-" {
            return None;
        }
        let words = analysis.cover(start..end).slice(document.text()).to_lowercase();
        let evidence = vec![analysis.cover(start..mention.tokens.end)];
        Some(Role { text: format!("{words} party"), evidence })
    })
}

/// What a party is in its parliament.
fn rules(word: &str) -> bool {
    matches!(word, "ruling" | "governing" | "opposition")
}

/// Where a party stands.
fn leans(word: &str) -> bool {
    matches!(
        word,
        "main"
            | "largest"
            | "far-right"
            | "far-left"
            | "hard-left"
            | "hard-right"
            | "right-wing"
            | "left-wing"
            | "centre-left"
            | "centre-right"
            | "center-left"
            | "center-right"
            | "centrist"
            | "conservative"
            | "leftist"
            | "liberal"
            | "nationalist"
            | "populist"
            | "rightist"
            | "separatist"
            | "socialist"
    )
}

#[cfg(test)]
mod tests {
    use crate::briefing::actors::testing::check_role;

    #[test]
    fn the_words_before_a_party_tell_what_it_is() {
        check_role(
            "Members of the ruling Labour party met on Monday. Anna Okafor smiled.",
            "Labour party",
            "ruling party",
        );
    }

    #[test]
    fn a_dynasty_is_no_party() {
        check_role("Bonds were issued by the ruling Tarn dynasty in the hills.", "Tarn", None);
    }
}
