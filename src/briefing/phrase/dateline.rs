//! Places and days that stand before the first sentence of a report and are no part of it.

use super::Writer;
use crate::language::Upos;
use crate::language::lexicon::{Senses, lexicon};

impl Writer<'_> {
    /// The word behind `HANOI —` or `(Reuters) —` at the start of a sentence.
    pub(super) fn dateline(&self, start: usize) -> Option<usize> {
        let tree = &self.tree;
        // "Friday, 3 May 2013 On Tuesday the council": a day of the page that ran into the text.
        let weekday = lexicon().senses(tree.word(start)).any(Senses::WEEKDAY);
        let is_year = |&at: &usize| {
            tree.word(at).len() == 4 && tree.word(at).chars().all(|digit| digit.is_ascii_digit())
        };
        if weekday && tree.word(start + 1) == "," {
            let year = (start + 3..start + 7).find(is_year);
            if let Some(year) = year
                && tree.word(year + 1).starts_with(char::is_uppercase)
                && tree.analysis.sentence_of(year + 1) == tree.analysis.sentence_of(start)
            {
                return Some(year + 1);
            }
        }
        let dash = (start + 1..start + 10)
            .find(|&at| matches!(tree.word(at), "–" | "—" | "―" | "--" | "-"))
            // A hyphen may stand in a name or a word.
            .filter(|&at| tree.word(at) != "-" || self.is_apart(at))?;
        let bracket = tree.word(start) == "(";
        let word = tree.word(start + usize::from(bracket));
        let shouted = word.chars().count() > 1 && word.chars().all(char::is_uppercase);
        let same = tree.analysis.sentence_of(dash + 1) == tree.analysis.sentence_of(start);
        // "Lisbon (AP) – The".
        let names = |at: usize| {
            matches!(tree.upos(at), Upos::Propn | Upos::Punct) || tree.xpos(at).starts_with("NNP")
        };
        let town = (start..dash).all(names)
            && dash < start + 8
            && tree.word(dash + 1).starts_with(char::is_uppercase)
            // Even with spaces hardly behind "Lyon, France".
            && (tree.word(dash) != "-" || (start..dash).any(|at| tree.word(at) == ","));
        (same && (bracket || shouted || town)).then_some(dash + 1)
    }
}
