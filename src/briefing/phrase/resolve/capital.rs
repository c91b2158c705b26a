//! Which words keep the capital that they had at the start of a sentence.

use std::collections::{BTreeMap, BTreeSet};

use super::Resolver;
use crate::briefing::phrase::clause::{Tree, is_subject};
use crate::briefing::phrase::piece::Piece;
use crate::language::Upos;
use crate::language::lexicon::{Senses, lexicon};

/// How often each word that never stands without its capital stands where it starts no sentence.
pub(in crate::briefing::phrase) type Capitals<'a> = BTreeMap<&'a str, usize>;

fn capitals<'a>(tree: &Tree<'a>) -> Capitals<'a> {
    let mut inside = Capitals::new();
    let mut spellings: BTreeMap<String, &str> = BTreeMap::new();
    let mut mixed: BTreeSet<&str> = BTreeSet::new();
    for sentence in &tree.analysis.sentences {
        for at in sentence.tokens.clone() {
            let word = tree.word(at);
            let known = *spellings.entry(word.to_ascii_lowercase()).or_insert(word);
            if known != word {
                mixed.extend([known, word]);
            }
            if at != sentence.tokens.start && word.starts_with(char::is_uppercase) {
                *inside.entry(word).or_default() += 1;
            }
        }
    }
    inside.retain(|word, _| !mixed.contains(word));
    inside
}

impl Resolver<'_, '_> {
    /// A word that stood at the start of its sentence loses the capital that it had from there.
    pub(super) fn lowered(&self, token: usize) -> Piece {
        let word = self.tree.word(token);
        if !word.starts_with(char::is_uppercase) {
            return Piece::Token(token);
        }
        let starts = self
            .tree
            .analysis
            .sentences
            .binary_search_by(|sentence| sentence.tokens.start.cmp(&token))
            .is_ok()
            || token.checked_sub(1).is_some_and(|before| {
                matches!(self.tree.word(before), "“" | "\"" | "‘" | "''" | "``" | "(" | "[")
                    || self.tree.word(before) == ":" && self.asks()
            });
        // "The Hague" is the one town; "The Harbour Office" is "the Harbour Office".
        let article = self.asks()
            && self.tree.is_word(token, &["the", "this", "these"])
            && self.tree.upos(token) == Upos::Det;
        let common = !matches!(self.tree.upos(token), Upos::Propn | Upos::X)
            && word != "I"
            && !word.starts_with("I'")
            && !word.starts_with("I’");
        // "Prime Minister": a title keeps its capitals, but not what stands before a name: "Young Ruiz supporters".
        // "Contractor Ana Lee" is one of many, whatever a senator is.
        let trade = self.tree.upos(token) == Upos::Noun && {
            let senses = lexicon().word_senses(&word.to_lowercase());
            (senses.any(Senses::ROLE) || senses.is_empty())
                && !senses.any(Senses::OFFICE | Senses::RANK | Senses::HONORIFIC)
                && !matches!(word, "Professor" | "Director" | "Dean" | "Principal" | "Provost")
        };
        let describes = (self.tree.upos(token) == Upos::Adj || trade)
            && self.tree.analysis.name_kind(token).is_none()
            && self.tree.analysis.name_kind(token + 1).is_some()
            && !lexicon().senses(word).any(Senses::ANY_GROUP)
            && word != "Democratic";
        // "Many Norlanders want it": no part of a name.
        let counts = matches!(
            word,
            "All"
                | "Any"
                | "Both"
                | "Few"
                | "Fewer"
                | "Less"
                | "Many"
                | "More"
                | "Most"
                | "Much"
                | "Only"
                | "Other"
                | "Several"
                | "Some"
                | "Such"
        );
        let titled = self.tree.word(token + 1).starts_with(char::is_uppercase)
            && !describes
            && !counts
            && matches!(self.tree.upos(token), Upos::Adj | Upos::Noun)
            && (matches!(self.tree.upos(token + 1), Upos::Noun | Upos::Propn)
                // "Deputy Foreign Minister"
                || self.tree.upos(token + 1) == Upos::Adj
                    && self.tree.word(token + 2).starts_with(char::is_uppercase));
        let mut letters = word.chars();
        let shouted = word.chars().skip(1).any(char::is_uppercase);
        match letters.next() {
            Some(first)
                if starts
                    && !titled
                    && !self.is_quoted(token)
                    && common
                    && !shouted
                    && (article || !self.in_name(token))
                    && !self.is_always_capital(token) =>
            {
                Piece::Instead(token, first.to_lowercase().chain(letters).collect())
            }
            _ => Piece::Token(token),
        }
    }

    /// Whether the noun has its capital also where it starts no sentence, and never stands without.
    fn is_always_capital(&self, token: usize) -> bool {
        let tree = &self.tree;
        // "Discover lends money": a name that looks like a verb is a subject.
        let names = tree.upos(token) == Upos::Noun
            || tree.upos(token) == Upos::Verb && is_subject(tree.deprel(token));
        if !names {
            return false;
        }
        let capitals = self.writer.capitals.get_or_init(|| capitals(tree));
        let count = capitals.get(tree.word(token)).copied().unwrap_or(0);
        let sentence = &tree.analysis.sentences[tree.analysis.sentence_of(token)];
        let others = count - usize::from(count > 0 && token != sentence.tokens.start);
        others > 0
    }

    fn in_name(&self, token: usize) -> bool {
        self.tree.analysis.name_kind(token).is_some()
            // "Russian forces": adjectives of peoples keep their capital.
            || self.tree.xpos(token) == "JJ" && is_capital_adjective(self.tree.word(token))
    }
}

/// `Russian`, `European`: an adjective that keeps its capital everywhere.
fn is_capital_adjective(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
        && ["an", "ian", "ish", "ese", "ch", "i", "ic"].iter().any(|end| word.ends_with(end))
        && !matches!(
            word,
            "Such"
                | "Public"
                | "Economic"
                | "Democratic"
                | "Domestic"
                | "Much"
                | "Each"
                | "Human"
                | "Urban"
                | "Mean"
                | "Rich"
        )
}
