//! Words by which a writer judges: of use for telling what kind of text it is, and which of its sentences are views.

use crate::document::Document;
use crate::language::{Analysis, Deprel, Upos};

/// Verbs by which a thing is judged: `this shows`, `it undermines`.
const VERBS: &[&str] = &[
    "amount",
    "betray",
    "betoken",
    "constitute",
    "contradict",
    "demonstrate",
    "deserve",
    "embody",
    "endanger",
    "ensure",
    "exemplify",
    "fail",
    "hamper",
    "harm",
    "hinder",
    "hurt",
    "ignore",
    "illustrate",
    "imply",
    "indicate",
    "jeopardize",
    "justify",
    "limit",
    "make",
    "matter",
    "mean",
    "miss",
    "need",
    "neglect",
    "overlook",
    "pose",
    "prove",
    "reflect",
    "remain",
    "require",
    "reveal",
    "risk",
    "show",
    "signal",
    "squander",
    "suggest",
    "symbolize",
    "threaten",
    "undermine",
    "underscore",
    "warrant",
    "weaken",
    "worsen",
];

/// Adjectives and nouns that judge, in the predicate.
const JUDGEMENTS: &[&str] = &[
    "absurd",
    "admirable",
    "appalling",
    "appropriate",
    "awful",
    "bad",
    "bizarre",
    "brave",
    "brilliant",
    "clear",
    "coward",
    "cowardly",
    "critical",
    "crucial",
    "cruel",
    "cynical",
    "danger",
    "dangerous",
    "deplorable",
    "desperate",
    "difficult",
    "disappointing",
    "disaster",
    "disastrous",
    "disgrace",
    "disgraceful",
    "dishonest",
    "disingenuous",
    "easy",
    "effective",
    "essential",
    "evident",
    "evil",
    "excellent",
    "excessive",
    "extraordinary",
    "failure",
    "fair",
    "false",
    "farce",
    "fatal",
    "flawed",
    "folly",
    "fool",
    "foolish",
    "fundamental",
    "futile",
    "good",
    "grave",
    "great",
    "hard",
    "harmful",
    "honest",
    "hopeless",
    "horrible",
    "hypocrisy",
    "hypocritical",
    "illegal",
    "immoral",
    "imperative",
    "important",
    "impossible",
    "impressive",
    "inadequate",
    "inappropriate",
    "inevitable",
    "insult",
    "irrelevant",
    "irresponsible",
    "justified",
    "key",
    "laughable",
    "legitimate",
    "lie",
    "ludicrous",
    "madness",
    "misguided",
    "mistake",
    "mistaken",
    "myth",
    "necessary",
    "nonsense",
    "obvious",
    "obviously",
    "outrage",
    "outrageous",
    "paradox",
    "perverse",
    "pointless",
    "poor",
    "powerful",
    "precarious",
    "preposterous",
    "problem",
    "problematic",
    "reasonable",
    "reckless",
    "remarkable",
    "responsible",
    "ridiculous",
    "right",
    "risky",
    "sad",
    "scandal",
    "senseless",
    "sensible",
    "serious",
    "shame",
    "shameful",
    "shocking",
    "significant",
    "sound",
    "stupid",
    "success",
    "successful",
    "terrible",
    "test",
    "threat",
    "tragedy",
    "tragic",
    "travesty",
    "triumph",
    "troubling",
    "true",
    "unacceptable",
    "unclear",
    "unfair",
    "unfortunate",
    "unjust",
    "unlikely",
    "unnecessary",
    "unprecedented",
    "unreasonable",
    "unsustainable",
    "unwise",
    "urgent",
    "useful",
    "useless",
    "valuable",
    "vital",
    "weak",
    "welcome",
    "wise",
    "wonderful",
    "worrying",
    "worse",
    "worst",
    "worth",
    "worthless",
    "worthy",
    "wrong",
    "best",
    "better",
    "party",
    "victim",
    "weapon",
    "challenge",
    "choice",
    "way",
    "sign",
];

/// Adverbs that colour a whole sentence.
const ADVERBS: &[&str] = &[
    "clearly",
    "surely",
    "obviously",
    "sadly",
    "unfortunately",
    "fortunately",
    "frankly",
    "undoubtedly",
    "certainly",
    "perhaps",
    "likely",
    "probably",
    "inevitably",
    "ironically",
    "rightly",
    "wrongly",
    "hardly",
    "apparently",
    "simply",
    "never",
    "arguably",
    "indeed",
    "worse",
    "doubtless",
    "essentially",
    "truly",
    "ultimately",
];

/// Whether a verb, given as its lemma, judges: `this undermines`.
pub(super) fn is_verb(lemma: &str) -> bool {
    VERBS.contains(&lemma)
}

/// Whether an adjective or noun, in small letters, judges in the predicate.
pub(super) fn is_word(word: &str) -> bool {
    JUDGEMENTS.contains(&word)
}

/// Whether an adverb, in small letters, colours the sentence around it.
pub(super) fn is_adverb(word: &str) -> bool {
    ADVERBS.contains(&word)
}

/// Whether an author tells in a clause what he once did, as commentaries open: "In 1998 I spent a night in jail".
pub(super) fn is_anecdote(document: &Document, analysis: &Analysis, root: usize) -> bool {
    let own = analysis.subject(root).is_some_and(|subject| analysis.word(document, subject) == "I");
    own && analysis.xpos(root) == "VBD" && !is_verb(analysis.lemma(root))
}

/// Whether a clause only counts what the next sentences tell: `He should do two things`, `There are three reasons for this`.
pub(super) fn counts_what_follows(document: &Document, analysis: &Analysis, root: usize) -> bool {
    let counted = |noun: usize| {
        let number = analysis.children(noun).any(|child| {
            analysis.upos(child) == Upos::Num
                || matches!(analysis.lemma(child), "several" | "few" | "couple")
        });
        let told = analysis.children(noun).any(|child| {
            child > noun
                && !matches!(analysis.word(document, child), "." | ":" | "," | ";")
                && !analysis.children(child).any(|this| {
                    matches!(analysis.lemma(this), "for" | "to")
                        && analysis.head(this) == Some(child)
                        && matches!(analysis.lemma(child), "this" | "that" | "it")
                })
        });
        let word = matches!(
            analysis.lemma(noun),
            "consideration"
                | "fact"
                | "lesson"
                | "option"
                | "point"
                | "problem"
                | "question"
                | "reason"
                | "remark"
                | "step"
                | "thing"
                | "way"
        );
        word && number && !told
    };
    std::iter::once(root).chain(analysis.children(root)).any(|noun| {
        counted(noun)
            && (noun == root || matches!(analysis.deprel(noun), Deprel::Obj | Deprel::Nsubj))
            && analysis.children(root).all(|child| analysis.deprel(child) != Deprel::Conj)
    })
}

/// Whether a token judges, wherever in its sentence it stands.
pub(super) fn is_judging(document: &Document, analysis: &Analysis, token: usize) -> bool {
    let word = analysis.word(document, token).to_lowercase();
    is_any(analysis.upos(token), &word, analysis.lemma(token))
}

/// Whether a word judges, wherever in its sentence it stands. `word` is in small letters.
pub(super) fn is_any(upos: Upos, word: &str, lemma: &str) -> bool {
    match upos {
        Upos::Adj | Upos::Noun => is_word(word) || is_word(lemma),
        Upos::Adv => is_adverb(word),
        Upos::Verb => is_verb(lemma),
        _ => false,
    }
}
