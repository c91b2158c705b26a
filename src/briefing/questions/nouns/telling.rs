//! Whether a noun tells enough to be asked about alone: which one it is, and whether it is something that comes.

use super::Noun;
use crate::briefing::questions::lexicon::{PLANNED, POSSIBLE};
use crate::language::coref::words::is_person;
use crate::language::{Deprel, Upos};

/// Adjectives that tell one from another though their ending does not show it.
const SORTING: &[&str] = &[
    "direct",
    "joint",
    "secret",
    "private",
    "public",
    "special",
    "early",
    "open",
    "civil",
    "non-jury",
    "unspecified",
    "undisclosed",
    "unidentified",
    "undetermined",
];

/// Adjectives with the ending of those that sort, which judge.
const JUDGING: &[&str] = &[
    "final",
    "real",
    "actual",
    "eventual",
    "crucial",
    "critical",
    "vital",
    "usual",
    "unusual",
    "typical",
    "dramatic",
    "tragic",
    "realistic",
    "unrealistic",
    "optimistic",
    "chaotic",
    "essential",
    "controversial",
    "potential",
    "substantial",
    "initial",
    "overall",
    "small",
    "equal",
    "huge",
    "logical",
    "ordinary",
    "extraordinary",
    "necessary",
    "unnecessary",
    "temporary",
    "basic",
];

/// Nouns of what comes or not that do not end as such nouns do.
const EVENTS: &[&str] = &[
    "war",
    "strike",
    "attack",
    "violence",
    "famine",
    "flood",
    "unrest",
    "collapse",
    "outbreak",
    "coup",
    "crisis",
    "default",
    "delay",
    "shortage",
    "split",
    "ban",
    "boycott",
    "revolt",
    "uprising",
    "backlash",
    "lawsuit",
    "change",
    "run",
    "vote",
    "truce",
    "peace",
    "deal",
    "cut",
    "increase",
    "rise",
    "fall",
    "drop",
    "growth",
    "loss",
    "death",
    "defeat",
    "victory",
    "return",
    "visit",
    "sale",
    "trade",
    "tax",
    "talk",
    "talks",
    "job",
    "help",
    "support",
    "aid",
    "reform",
    "recovery",
    "event",
    "review",
    "raid",
    "fight",
    "conflict",
    "clash",
    "protest",
    "debate",
    "trial",
    "hearing",
    "takeover",
    "accord",
    "pact",
    "compromise",
    "treaty",
    "ceasefire",
    "merger",
    "freeze",
];

impl Noun<'_, '_> {
    /// Whether the adjective tells which one is meant: `a federal inquiry` is one, `a difficult inquiry` any.
    pub(super) fn sorts(&self, adjective: usize) -> bool {
        let tree = &self.writer.tree;
        let word = tree.word(adjective).to_lowercase();
        let listed = |words: &[&str]| words.contains(&word.as_str());
        let formed = ["al", "ary", "ic", "ian", "ist"].iter().any(|end| word.ends_with(end));
        tree.xpos(adjective) == "JJ"
            && !listed(JUDGING)
            && (formed
                || tree.word(adjective).starts_with(char::is_uppercase)
                || listed(SORTING)
                || listed(PLANNED)
                || listed(POSSIBLE))
            || matches!(tree.xpos(adjective), "VBN" | "VBD") && (listed(PLANNED) || listed(SORTING))
    }

    /// Whether the noun at `token` names something that happens: `a wave of strikes`, no people and no property.
    pub(super) fn happens(&self, token: usize) -> bool {
        let tree = &self.writer.tree;
        let lemma = tree.lemma(token);
        tree.upos(token) == Upos::Noun
            && !is_person(lemma)
            && (EVENTS.contains(&lemma)
                || [
                    "tion", "sion", "ment", "ing", "ence", "ance", "ure", "down", "out", "over",
                    "al",
                ]
                .iter()
                .any(|end| lemma.ends_with(end)))
    }

    /// "In 1994 he took over the inquiry", "a 2006 row": told of a year by which it stands, and known by now.
    pub(super) fn is_of_another_year(&self) -> bool {
        let tree = &self.writer.tree;
        let year = |at: usize| {
            let word = tree.word(at);
            word.len() == 4
                && ["19", "20"].iter().any(|century| word.starts_with(century))
                && word.bytes().all(|digit| digit.is_ascii_digit())
        };
        let told = tree.finite(tree.root_of(self.token)).is_some_and(|at| tree.xpos(at) == "VBD");
        let sentence = tree.analysis.sentence_of(self.token);
        let tokens = tree.analysis.sentences.get(sentence).map_or(0..0, |it| it.tokens.clone());
        told && tokens.into_iter().any(|at| {
            year(at)
                && (tree.head(at) == Some(self.token)
                    || tree.children(at).any(|case| tree.is_word(case, &["in"])))
        })
    }

    /// `an earlier inquiry`: that one is over.
    pub(super) fn is_past(&self) -> bool {
        let tree = &self.writer.tree;
        tree.children(self.token).any(|child| {
            tree.is_word(
                child,
                &[
                    "earlier",
                    "previous",
                    "past",
                    "former",
                    "last",
                    "failed",
                    "aborted",
                    "abortive",
                    "botched",
                    "foiled",
                    "futile",
                    "initial",
                    "original",
                    "thwarted",
                    "subsequent",
                    "unsuccessful",
                ],
            )
        })
    }

    /// `this is a very difficult inquiry`: said of something else.
    pub(super) fn is_said_of_another(&self) -> bool {
        self.writer.tree.child(self.token, |deprel| deprel == Deprel::Cop).is_some()
    }
}

/// Without a phrase at the end whose clause was cut: "Will there be a delay on the grounds (that it is late)?"
pub(super) fn without_grounds(question: String) -> String {
    let grounds = [
        " on the grounds?",
        " on grounds?",
        " on condition?",
        " on the condition?",
        " on the assumption?",
        " on the basis?",
        " on the premise?",
        " on the understanding?",
    ];
    let source = question.find(", according to ").and_then(|at| question.get(..at));
    match grounds.iter().find_map(|end| question.strip_suffix(end)).or(source) {
        Some(whole) => format!("{whole}?"),
        None => question,
    }
}

/// Whether the question asks of then what is to come: "Will the bid to buy the mill last year succeed?"
pub(super) fn is_over(question: &str) -> bool {
    let then = [" last week ", " last month ", " last year ", " yesterday ", " since "];
    question.starts_with("Will ") && then.iter().any(|time| question.contains(time))
}

/// Whether the question points at something said before: `the requests like that`, `the lack of votes among them`.
pub(super) fn points_back(question: &str) -> bool {
    let scrap = [
        " them?",
        " it?",
        " this?",
        " that?",
        " like that ",
        " like this ",
        " among them ",
        " of them ",
        " of others ",
        " this matter",
    ];
    scrap.iter().any(|end| question.contains(end))
}
