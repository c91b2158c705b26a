//! Words that only tie a sentence to the one before it: a line that stands alone goes without them.

use super::Writer;
use super::clause::is_subject;
use crate::language::{Deprel, Upos};

/// Set off by commas they say nothing of what is told.
const TURNS: &str = "accordingly additionally also besides consequently furthermore hence however indeed instead likewise \
    meanwhile moreover nevertheless nonetheless similarly still therefore thus";

/// Likewise, but at the start alone: inside of a sentence they may say when, or how.
const OPENINGS: &str = "so then yet";

/// Likewise, but inside alone: "Lee, though, left".
const INSIDE: &str = "though";

const PHRASES: &[&str] = &[
    "after all",
    "as a result",
    "at the same time",
    "by contrast",
    "by the same token",
    "even so",
    "for example",
    "for instance",
    "for one thing",
    "for that matter",
    "in addition",
    "in contrast",
    "in fact",
    "in other words",
    "in short",
    "in turn",
    "of course",
    "on the contrary",
    "on the one hand",
    "on the other hand",
    "on top of that",
    "that being said",
    "that said",
    "to be sure",
    "what is more",
];

impl Writer<'_> {
    /// How many words at the start of a sentence only tie it to the one before, with their comma: `However, …`, `Also on
    /// Monday …`.
    pub(crate) fn opening_tie(&self, first: usize) -> usize {
        let tree = &self.tree;
        if tree.quotations_over(first).next().is_some() {
            return 0;
        }
        match self.tie(first, OPENINGS) {
            words if words > 0 && tree.word(first + words) == "," => words + 1,
            _ => usize::from(tree.is_word(first, &["also"]) && tree.xpos(first + 1) == "IN"),
        }
    }

    /// One that may go at the start of a sentence; "rather" of "rather than pay" is none, and "nor" says what is not so.
    pub(super) fn is_conjunction(&self, token: usize) -> bool {
        self.tree.deprel(token) == Deprel::Cc
            && !self.tree.is_word(token, &["rather", "nor", "neither"])
    }

    /// The words inside the sentence of `head` that only tie it to the one before, with their commas: "the talks, however,
    /// failed", "the talks also failed".
    pub(super) fn inner_ties(&self, head: usize) -> Vec<usize> {
        let tree = &self.tree;
        let sentence = tree.analysis.sentences[tree.analysis.sentence_of(head)].tokens.clone();
        let quoted = |at: usize| tree.quotations_over(at).next().is_some();
        let comma = |at: usize| tree.word(at) == ",";
        let mut found = Vec::new();
        for at in sentence.start + 1..sentence.end {
            if self.only_adds(head, at) {
                found.push(at);
            }
            let words = self.tie(at, INSIDE);
            let behind = at + words;
            let ends = tree.upos(behind) == Upos::Punct && behind + 1 >= sentence.end;
            // "several states, for example, Ost and West" needs its commas, and "at the same time" at the end may say when.
            let examples = words > 1
                && tree.is_word(at, &["for"])
                && matches!(
                    tree.upos(behind + 1),
                    Upos::Noun | Upos::Propn | Upos::Adj | Upos::Det | Upos::Num
                );
            if words == 0
                || !comma(at - 1)
                || !(comma(behind) || ends)
                || quoted(at)
                || examples
                || ends && words > 1 && tree.is_word(at, &["at"])
            {
                continue;
            }
            found.extend(at..behind);
            // "In May, however, Lee left" keeps one comma, "Lee, however, left" and "fell, however, to two" none.
            let back = matches!(tree.deprel(behind + 1), Deprel::Case | Deprel::Mark)
                && tree.head(behind + 1).is_some_and(|noun| {
                    tree.ancestors(noun).next().is_some_and(|above| above < at)
                });
            let helps = at > 1
                && matches!(tree.upos(at - 2), Upos::Aux | Upos::Part)
                && tree.head(at - 2).is_some_and(|verb| verb > at);
            let mut before = (sentence.start..at - 1).rev().take_while(|&at| !comma(at));
            let parts = before.any(|word| {
                is_subject(tree.deprel(word))
                    && (self.is_predicate(behind + 1)
                        || tree.head(word).is_some_and(|verb| verb > at))
            }) && !matches!(tree.xpos(behind + 1), "WDT" | "WP" | "WP$" | "WRB");
            // "races, and, of course, the campaign"
            let joins = at > 1 && tree.upos(at - 2) == Upos::Cconj;
            if ends || helps || back || parts || joins {
                found.push(at - 1);
            }
            if !ends {
                found.push(behind);
            }
        }
        found
    }

    /// Whether the word is an `also` of the predicate, which adds it to others.
    fn only_adds(&self, head: usize, token: usize) -> bool {
        let tree = &self.tree;
        let start = tree.analysis.sentences[tree.analysis.sentence_of(head)].tokens.start;
        tree.word(token) == "also"
            && tree.deprel(token) == Deprel::Advmod
            && tree.head(token) == Some(head)
            && tree.negation(head).is_none_or(|not| not > token)
            && tree.quotations_over(token).next().is_none()
            && tree.upos(token - 1) != Upos::Punct
            && tree.upos(token + 1) != Upos::Punct
            // "not only sings but also dances".
            && !(start..token).any(|at| tree.is_word(at, &["only", "just", "merely"]))
    }

    /// How many words from `first` on are one of them.
    fn tie(&self, first: usize, more: &str) -> usize {
        let tree = &self.tree;
        let is_one =
            |words: &str| words.split_ascii_whitespace().any(|word| tree.is_word(first, &[word]));
        let phrase = PHRASES.iter().map(|phrase| phrase.split(' ')).find(|phrase| {
            phrase.clone().enumerate().all(|(at, word)| tree.is_word(first + at, &[word]))
        });
        let one = || tree.deprel(first) != Deprel::Mark && (is_one(TURNS) || is_one(more));
        phrase.map_or_else(|| usize::from(one()), Iterator::count)
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Cut, Writer};
    use crate::briefing::actors;
    use crate::language::analyze;
    use crate::testing::document;

    /// Expects the sentence to be said as `said`.
    #[track_caller]
    fn check(text: &str, said: &str) {
        let document = document(text);
        let analysis = analyze(&document);
        let cast = actors::find(&document, &analysis);
        let root = analysis.root(0).expect("the text has a sentence");
        let writer = Writer::new(text, &analysis, &cast);
        let line = writer.sentence(root, Cut::Nothing, &[], &mut Vec::new());
        assert_eq!(line.expect("it can be said").text, said);
    }

    #[test]
    fn what_ties_a_sentence_to_others_goes() {
        let said = "the guild of Selm closed the old port";
        check("The guild of Selm, however, closed the old port.", said);
        check("The guild of Selm also closed the old port.", said);
        check(
            "The guild of Selm closed the mill, the school, and, of course, the old port.",
            "the guild of Selm closed the mill, the school, and the old port",
        );
        check("The guild of Selm closed the old port, though.", said);
        check("At the same time, the guild of Selm closed the old port.", said);
        check(
            "In May, however, the guild of Selm closed the old port.",
            "in May, the guild of Selm closed the old port",
        );
        check(
            "Also on Monday, the guild of Selm closed the old port.",
            "on Monday, the guild of Selm closed the old port",
        );
    }

    #[test]
    fn what_says_more_stays() {
        check(
            "The guild of Selm not only closed but also sold the old port.",
            "the guild of Selm not only closed but also sold the old port",
        );
        check(
            "The guild of Selm is still closed on most days.",
            "the guild of Selm is still closed on most days",
        );
        // What examples follow, and what is denied.
        check(
            "Several states, for example, Texas and Ohio, raised the toll.",
            "several states, for example, Texas and Ohio, raised the toll",
        );
        check(
            "The court did not also fine the guild of Selm.",
            "the court did not also fine the guild of Selm",
        );
    }
}
