//! Which of the things that an article says of somebody is the role to show.

use crate::document::Document;
use crate::language::Analysis;
use crate::language::coref::{Chain, Description, DescriptionSource};
use crate::text::TextRange;

pub(super) struct Role {
    pub(super) text: String,
    /// The role with the name that it goes with, where they stand together.
    pub(super) evidence: TextRange,
}

/// Evidence longer than this no longer shows at a glance who somebody is.
const LONGEST: usize = 160;

/// The role in the article's own words: the fullest title or apposition, the earliest of several alike.
pub(super) fn choose(document: &Document, analysis: &Analysis, chain: &Chain) -> Option<Role> {
    let chains = &analysis.chains;
    let first =
        chains.descriptions.partition_point(|d| d.mention < *chain.mentions.first().unwrap_or(&0));
    let last = *chain.mentions.last()?;
    let best = chains.descriptions[first..]
        .iter()
        .take_while(|description| description.mention <= last)
        .filter(|description| chain.mentions.binary_search(&description.mention).is_ok())
        .max_by_key(|description| (rank(description), std::cmp::Reverse(description.mention)))?;
    let name = chains.mentions.get(best.mention)?;
    let near = name.range.cover(best.range);
    Some(Role {
        text: text(document, best),
        evidence: if near.len() <= LONGEST { near } else { best.range },
    })
}

/// More than one word says more than `President`; a title is surer than what is told in passing.
fn rank(description: &Description) -> (bool, u8) {
    let source = match description.source {
        DescriptionSource::Title => 3,
        DescriptionSource::Apposition => 2,
        DescriptionSource::Relative => 1,
        DescriptionSource::Copula => 0,
    };
    (description.tokens.len() > 1, source)
}

/// The words, on one line; a lone abbreviation spelt out.
fn text(document: &Document, description: &Description) -> String {
    let words: Vec<&str> = description.range.slice(document.text()).split_whitespace().collect();
    let joined = words.join(" ");
    match joined.as_str() {
        "Sen." | "Sen" => "Senator".to_owned(),
        "Rep." | "Rep" => "Representative".to_owned(),
        "Gov." | "Gov" => "Governor".to_owned(),
        "Prof." | "Prof" => "Professor".to_owned(),
        "Gen." | "Gen" => "General".to_owned(),
        "Lt." => "Lieutenant".to_owned(),
        "Col." | "Col" => "Colonel".to_owned(),
        "Sgt." | "Sgt" => "Sergeant".to_owned(),
        "Capt." | "Capt" => "Captain".to_owned(),
        "Rev." | "Rev" => "Reverend".to_owned(),
        _ => joined,
    }
}
