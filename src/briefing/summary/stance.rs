//! Whether whoever speaks takes a stand in a sentence: promises, demands, proposes, judges; or but tells of himself.

use crate::document::Document;
use crate::language::{Analysis, Deprel, Upos};

/// What a speaker does by saying so.
const COMMITTING: &[&str] = &[
    "accept",
    "accuse",
    "advocate",
    "advise",
    "agree",
    "aim",
    "announce",
    "apologise",
    "apologize",
    "appeal",
    "ask",
    "back",
    "blame",
    "call",
    "commit",
    "condemn",
    "declare",
    "demand",
    "denounce",
    "deny",
    "disagree",
    "emphasise",
    "emphasize",
    "endorse",
    "favor",
    "favour",
    "insist",
    "intend",
    "invite",
    "need",
    "offer",
    "oppose",
    "plan",
    "pledge",
    "promise",
    "propose",
    "recommend",
    "regret",
    "reject",
    "refuse",
    "remind",
    "support",
    "stress",
    "suggest",
    "urge",
    "vow",
    "want",
    "warn",
    "welcome",
];

/// What a speaker does who has a view.
const MINDING: &[&str] =
    &["believe", "doubt", "expect", "fear", "feel", "find", "hope", "think", "worry"];

/// What a speaker is who takes a stand.
const MINDED: &[&str] = &[
    "against",
    "certain",
    "committed",
    "concerned",
    "confident",
    "convinced",
    "determined",
    "disappointed",
    "opposed",
    "prepared",
    "ready",
    "sure",
    "willing",
    "worried",
];

/// What a speaker who wants to do it does next.
const SAYING: &[&str] = &[
    "acknowledge",
    "add",
    "address",
    "announce",
    "begin",
    "close",
    "discuss",
    "emphasise",
    "emphasize",
    "end",
    "mention",
    "note",
    "say",
    "speak",
    "start",
    "stress",
    "talk",
    "tell",
    "thank",
    "turn",
];

/// What the predicate of a sentence has whoever speaks do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stance {
    /// He promises, demands, proposes; or says what should be.
    Taken,
    /// He has a view of something.
    Held,
    /// He does or did something else.
    Told,
    /// It is said of others.
    Others,
}

/// What the predicate `root` says; what the speaker knows or says is told of others.
pub(super) fn stance(document: &Document, analysis: &Analysis, root: Option<usize>) -> Stance {
    const KNOWING: &[&str] = &["know", "mean", "say", "see", "understand"];
    let Some(root) = root else { return Stance::Others };
    let word = |token: usize| analysis.word(document, token).to_lowercase();
    let speaks = |verb: usize, words: &[&str]| {
        analysis.subject(verb).is_some_and(|subject| words.contains(&word(subject).as_str()))
    };
    let helped = |verb: usize, options: &[&str]| {
        analysis.children(verb).any(|child| {
            child < verb
                && matches!(analysis.deprel(child), Deprel::Aux | Deprel::Advmod)
                && options.contains(&word(child).as_str())
        })
    };
    let due = |verb: usize| helped(verb, &["must", "should", "ought"]);
    let takes = |verb: usize| {
        let will = helped(verb, &["will", "'ll", "’ll", "wo", "shall"])
            || word(verb) == "going" && analysis.child_as(verb, Deprel::Xcomp).is_some();
        let does = analysis.upos(verb) == Upos::Verb
            && analysis.xpos(verb) != "VBD"
            && COMMITTING.contains(&analysis.lemma(verb));
        will || does || MINDED.contains(&word(verb).as_str())
    };
    let knows =
        analysis.child_as(root, Deprel::Ccomp).is_some() && KNOWING.contains(&analysis.lemma(root));
    // "I want to stress one point": what he will say next.
    let announces = |verb: usize| {
        let says = analysis.child_as(verb, Deprel::Xcomp).map(|say| analysis.lemma(say));
        matches!(analysis.lemma(verb), "want" | "like" | "wish" | "begin" | "start" | "hope")
            && says.is_some_and(|say| SAYING.contains(&say))
    };
    let mut predicates = std::iter::once(root).chain(analysis.children_as(root, Deprel::Conj));
    let minds = analysis.upos(root) == Upos::Verb && MINDING.contains(&analysis.lemma(root));
    match () {
        () if speaks(root, &["i", "we"]) && announces(root) => Stance::Others,
        () if speaks(root, &["i", "we"]) && predicates.any(|verb| due(verb) || takes(verb)) => {
            Stance::Taken
        }
        // "I think that we must close it".
        () if minds && analysis.child_as(root, Deprel::Ccomp).is_some_and(due) => Stance::Taken,
        () if speaks(root, &["i", "we"]) && minds => Stance::Held,
        // "We have held elections": what those did for whom he speaks is no story of his own.
        () if speaks(root, &["i"]) && !knows => Stance::Told,
        () if due(root) => Stance::Taken,
        () => Stance::Others,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::analyze;
    use crate::testing;

    #[track_caller]
    fn check(text: &str, expected: Stance) {
        let document = testing::document(text);
        let analysis = analyze(&document);
        assert_eq!(stance(&document, &analysis, analysis.root(0)), expected, "{text}");
    }

    #[test]
    fn who_promises_or_demands_takes_a_stand() {
        check("I have met the miners, and I have promised them a fund.", Stance::Taken);
        check("We will close the harbour in May.", Stance::Taken);
        check("I propose a new toll for large ships.", Stance::Taken);
        check("The council should close the harbour.", Stance::Taken);
    }

    #[test]
    fn who_thinks_holds_a_view() {
        check("I think that the harbour is too small.", Stance::Held);
        check("I think that we must close the harbour.", Stance::Taken);
        check("I want to thank the miners.", Stance::Others);
    }

    #[test]
    fn who_tells_of_himself_takes_none() {
        check("We asked for a new harbour in May.", Stance::Others);
        check("I came to this town as a young man.", Stance::Told);
        check("The harbour lies in the north.", Stance::Others);
    }
}
