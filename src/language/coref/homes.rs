//! Which state somebody sits for, as papers write it behind the name: `(R-Fla.)`, `(Ky.)`, `of Vermont`; and whose
//! campaign a candidate's is.

use super::Form;
use super::cluster::{Clusters, Office};
use super::grammar::Grammar;
use super::nominal::{Linker, only};
use super::{Description, Mention};
use crate::language::lexicon::{Senses, lexicon};
use crate::language::{Deprel, NameKind};

/// The state, an index into the lexicon's table, that the words behind a name seat its bearer in.
pub(super) fn of(
    grammar: &Grammar<'_>,
    mention: &Mention,
    description: Option<&Description>,
) -> Option<usize> {
    let rest = grammar.text().get(mention.range.end()..)?.trim_start();
    let bracket = || {
        let inner = rest.strip_prefix(['(', ','])?;
        let inner = inner.get(..inner.find([')', ',', ';', '\n'])?)?.trim();
        let party = ["R-", "D-", "I-", "R–", "D–"];
        let bare = party.iter().find_map(|party| inner.strip_prefix(party)).unwrap_or(inner);
        let tied = rest.starts_with('(') || bare != inner;
        Some(bare.trim().trim_end_matches('.')).filter(|bare| tied && bare.len() < 16)
    };
    let seat = description.and_then(|description| description.seat);
    let seat = seat.and_then(|seat| grammar.text().get(seat.start()..seat.end()));
    let seat = seat.map(|seat| seat.trim_start_matches("of ").trim_start_matches("the "));
    let short = seat.or_else(bracket)?;
    let name = state_named(short).unwrap_or(short);
    let forms = lexicon().powers().of(name);
    lexicon()
        .senses(name)
        .any(Senses::PROVINCE)
        .then(|| forms.iter().map(|form| form.power).find(|&power| !is_country(power)))
        .flatten()
}

fn is_country(power: usize) -> bool {
    lexicon().powers().power(power).kind.is_country()
}

/// `Sens. Ann Roe (Ky.) and Tom Dahl (Fla.)`: the title of several is each one's, and each has a state.
pub(super) fn note_shared_titles(
    grammar: &Grammar<'_>,
    mentions: &[Mention],
    kinds: impl Fn(usize) -> Option<NameKind>,
    clusters: &mut Clusters,
) {
    for (idx, mention) in mentions.iter().enumerate() {
        if mention.form != Form::Name || kinds(idx) != Some(NameKind::Person) {
            continue;
        }
        let noun = (mention.tokens.start.saturating_sub(24)..mention.tokens.start)
            .rev()
            .take_while(|&token| grammar.same_sentence(token, mention.head))
            .find_map(|token| match grammar.word(token) {
                "Sens." | "Senators" | "senators" => Some("senator"),
                "Reps." | "Representatives" => Some("representative"),
                "Govs." | "Governors" | "governors" => Some("governor"),
                _ => None,
            });
        if let Some((noun, state)) = noun.zip(of(grammar, mention, None)) {
            let facts = clusters.facts_mut(clusters.of(idx));
            facts.offices.push(Office {
                noun: noun.to_owned(),
                words: vec![noun.to_owned()],
                state: Some(state),
            });
        }
    }
}

impl Linker<'_> {
    /// `the Roe campaign said the candidate would speak`: whose campaign was named right before.
    pub(super) fn campaigner(&self, idx: usize, clusters: &Clusters) -> Option<usize> {
        let grammar = self.source.grammar;
        let mention = &self.source.mentions[idx];
        let bare = mention.tokens.len() == 2 && grammar.lower(mention.tokens.start) == "the";
        if self.source.traits[idx].noun != "candidate" || !bare {
            return None;
        }
        // `accused Roe's campaign, the candidate said`: that candidate is another.
        let campaign = |token: usize| {
            grammar.word(token) == "campaign" && grammar.deprel(token) != Deprel::Obj
        };
        let runs = |other: &usize| {
            let end = self.source.mentions[*other].tokens.end;
            let own = usize::from(matches!(grammar.word(end), "'s" | "’s" | "'" | "’"));
            self.source.forms[*other].kind == Some(NameKind::Person)
                && (end + own..end + own + 2).any(campaign)
        };
        let same: Vec<usize> = self.recent_names(idx, 0).filter(runs).collect();
        if !same.is_empty() {
            return only(&same, clusters);
        }
        let near: Vec<usize> = self.recent_names(idx, 1).filter(runs).collect();
        only(&near, clusters)
    }
}

/// The state that an abbreviation stands for, as newspapers and the post write it.
pub fn state_named(short: &str) -> Option<&'static str> {
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
