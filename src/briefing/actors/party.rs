//! The party and the state in brackets behind a member's name, `(R-Ala.)`, in words.

use std::ops::Range;

use crate::document::Document;
use crate::language::Analysis;

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
    let state = named(name.trim_end_matches('.'))?;
    let closing = (from + 1..from + 9)
        .find(|&token| matches!(word(token), ")" | "," | ";"))
        .unwrap_or(from + 2);
    Some(Seat { party, state, tokens: from..closing + 1 })
}

/// The state that an abbreviation stands for, as newspapers and the post write it.
fn named(short: &str) -> Option<&'static str> {
    const STATES: &[(&str, &str)] = &[
        ("Ala", "Alabama"),
        ("AL", "Alabama"),
        ("Alaska", "Alaska"),
        ("AK", "Alaska"),
        ("Ariz", "Arizona"),
        ("AZ", "Arizona"),
        ("Ark", "Arkansas"),
        ("AR", "Arkansas"),
        ("Calif", "California"),
        ("CA", "California"),
        ("Colo", "Colorado"),
        ("CO", "Colorado"),
        ("Conn", "Connecticut"),
        ("CT", "Connecticut"),
        ("Del", "Delaware"),
        ("DE", "Delaware"),
        ("Fla", "Florida"),
        ("FL", "Florida"),
        ("Ga", "Georgia"),
        ("GA", "Georgia"),
        ("Hawaii", "Hawaii"),
        ("HI", "Hawaii"),
        ("Idaho", "Idaho"),
        ("ID", "Idaho"),
        ("Ill", "Illinois"),
        ("IL", "Illinois"),
        ("Ind", "Indiana"),
        ("IN", "Indiana"),
        ("Iowa", "Iowa"),
        ("IA", "Iowa"),
        ("Kan", "Kansas"),
        ("KS", "Kansas"),
        ("Ky", "Kentucky"),
        ("KY", "Kentucky"),
        ("La", "Louisiana"),
        ("LA", "Louisiana"),
        ("Maine", "Maine"),
        ("ME", "Maine"),
        ("Md", "Maryland"),
        ("MD", "Maryland"),
        ("Mass", "Massachusetts"),
        ("MA", "Massachusetts"),
        ("Mich", "Michigan"),
        ("MI", "Michigan"),
        ("Minn", "Minnesota"),
        ("MN", "Minnesota"),
        ("Miss", "Mississippi"),
        ("MS", "Mississippi"),
        ("Mo", "Missouri"),
        ("MO", "Missouri"),
        ("Mont", "Montana"),
        ("MT", "Montana"),
        ("Neb", "Nebraska"),
        ("NE", "Nebraska"),
        ("Nev", "Nevada"),
        ("NV", "Nevada"),
        ("N.H", "New Hampshire"),
        ("NH", "New Hampshire"),
        ("N.J", "New Jersey"),
        ("NJ", "New Jersey"),
        ("N.M", "New Mexico"),
        ("NM", "New Mexico"),
        ("N.Y", "New York"),
        ("NY", "New York"),
        ("N.C", "North Carolina"),
        ("NC", "North Carolina"),
        ("N.D", "North Dakota"),
        ("ND", "North Dakota"),
        ("Ohio", "Ohio"),
        ("OH", "Ohio"),
        ("Okla", "Oklahoma"),
        ("OK", "Oklahoma"),
        ("Ore", "Oregon"),
        ("OR", "Oregon"),
        ("Pa", "Pennsylvania"),
        ("PA", "Pennsylvania"),
        ("R.I", "Rhode Island"),
        ("RI", "Rhode Island"),
        ("S.C", "South Carolina"),
        ("SC", "South Carolina"),
        ("S.D", "South Dakota"),
        ("SD", "South Dakota"),
        ("Tenn", "Tennessee"),
        ("TN", "Tennessee"),
        ("Texas", "Texas"),
        ("Tex", "Texas"),
        ("TX", "Texas"),
        ("Utah", "Utah"),
        ("UT", "Utah"),
        ("Vt", "Vermont"),
        ("VT", "Vermont"),
        ("Va", "Virginia"),
        ("VA", "Virginia"),
        ("Wash", "Washington"),
        ("WA", "Washington"),
        ("W.Va", "West Virginia"),
        ("W. Va", "West Virginia"),
        ("WV", "West Virginia"),
        ("Wis", "Wisconsin"),
        ("Wisc", "Wisconsin"),
        ("WI", "Wisconsin"),
        ("Wyo", "Wyoming"),
        ("WY", "Wyoming"),
    ];
    STATES.iter().find(|(known, _)| *known == short).map(|(_, name)| *name)
}
