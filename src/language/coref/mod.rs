//! Who is who: mentions, and the chains of mentions that mean the same one.
//!
//! Names come from `language::names`; nominals (`the prime minister`) and pronouns are found here. What
//! the pass is not sure of stays unlinked: a wrong link hurts a reader more than a missing one. Which
//! chains matter, and what they are called, is for `briefing::actors` to say.

use std::ops::Range;

use super::{Analysis, NameKind};
use crate::document::Document;
use crate::text::TextRange;

/// One expression that means somebody or something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    pub range: TextRange,
    /// Half-open range of indices into [`Analysis::tokens`].
    pub tokens: Range<usize>,
    /// The token that the rest hangs on, inside `tokens`.
    pub head: usize,
    pub form: Form,
    /// Index into [`Analysis::names`], for names.
    pub name: Option<usize>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Form {
    Name,
    Nominal,
    Pronoun,
}

/// All mentions of the same one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Chain {
    /// Indices into [`Chains::mentions`], rising; never empty.
    pub mentions: Vec<usize>,
    /// What its names are, by most of them; `None` for a chain without a name.
    pub kind: Option<NameKind>,
    pub gender: Gender,
    pub plural: bool,
}

/// Of a person, as far as the text or the given name tells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Gender {
    #[default]
    Unknown,
    Female,
    Male,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Chains {
    /// In the order of the text, an outer one before what lies inside it.
    pub mentions: Vec<Mention>,
    /// In the order of their first mentions; no mention is in two.
    pub chains: Vec<Chain>,
}

/// Links the mentions of an article. `analysis` holds all other stages' results.
pub fn link(document: &Document, analysis: &Analysis) -> Chains {
    let text = document.text();
    let mut chains = Chains::default();
    let mut seen: std::collections::HashMap<&str, usize> = std::collections::HashMap::new();
    for (index, name) in analysis.names.iter().enumerate() {
        let mention = chains.mentions.len();
        chains.mentions.push(Mention {
            range: name.range,
            tokens: name.tokens.clone(),
            head: name.tokens.end.saturating_sub(1),
            form: Form::Name,
            name: Some(index),
        });
        let chain = *seen.entry(name.range.slice(text)).or_insert_with(|| {
            chains.chains.push(Chain { kind: Some(name.kind), ..Chain::default() });
            chains.chains.len() - 1
        });
        chains.chains[chain].mentions.push(mention);
    }
    chains
}
