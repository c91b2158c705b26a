//! The author's own judgements in opinion pieces: sentences that weigh, foresee or demand and that nobody else is
//! given for.

use super::claim::{Claim, Manner};
use super::lexicon::Polarity;
use super::view::View;
use crate::briefing::{Act, Genre};
use crate::document::BlockKind;
use crate::language::{Deprel, Upos};
use crate::text::TextRange;

const MODALS: &[&str] =
    &["may", "might", "could", "should", "must", "ought", "would", "will", "cannot", "can"];

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

/// Claims of the author's, in the order of the text. What `claims` hold is somebody else's.
///
/// A speech is its speaker's from end to end: there every sentence that states something counts.
pub(super) fn find(view: &View<'_>, claims: &[Claim], genre: Genre) -> Vec<Claim> {
    let mut taken: Vec<TextRange> = claims
        .iter()
        .flat_map(|claim| claim.content.iter().copied().chain(claim.cue_range))
        .collect();
    taken.sort_unstable();
    let mut found = Vec::new();
    for (idx, sentence) in view.analysis.sentences.iter().enumerate() {
        let block = view.document.blocks().get(sentence.block).map(|block| block.kind);
        if !matches!(block, Some(BlockKind::Paragraph | BlockKind::Quote | BlockKind::ListItem)) {
            continue;
        }
        let Some(root) = view.analysis.root(idx) else { continue };
        let first = taken.partition_point(|range| range.end() <= sentence.range.start());
        let others = taken[first..].iter().take_while(|range| range.start() < sentence.range.end());
        let held: usize = others.map(|range| range.len()).sum();
        // A sentence that is half somebody else's is no judgement of the author's.
        if held * 2 > sentence.range.len()
            || view.quotation(root).is_some()
            || (weight(view, root, sentence.tokens.clone()) < 2
                && !(genre == Genre::Speech && states(view, root, sentence.tokens.clone())))
        {
            continue;
        }
        let Some(content) = view.trimmed(sentence.tokens.clone()) else { continue };
        found.push(Claim {
            cue: None,
            cue_range: None,
            // "We have held free elections": the state's, for which the speaker stands.
            holder: view.analysis.subject(root).filter(|&subject| view.is_for_state(subject)),
            via: None,
            content: vec![content],
            head: Some(root),
            act: Act::Believes,
            polarity: Polarity::Neutral,
            manner: Manner::Author,
        });
    }
    found
}

/// Whether a sentence states something, and more than a greeting.
fn states(view: &View<'_>, root: usize, tokens: std::ops::Range<usize>) -> bool {
    let words = tokens.clone().filter(|&token| view.is_word(token)).count();
    words >= 7 && view.is_finite(root) && !view.is(tokens.end - 1, "?")
}

/// How much of a judgement a sentence is.
fn weight(view: &View<'_>, root: usize, tokens: std::ops::Range<usize>) -> u32 {
    let words = tokens.clone().filter(|&token| view.is_word(token)).count();
    if words < 5 || view.is(tokens.end - 1, "?") {
        return 0;
    }
    let predicates = || std::iter::once(root).chain(view.analysis.children_as(root, Deprel::Conj));
    let modal = predicates().any(|head| {
        view.children(head)
            .any(|child| view.deprel(child) == Deprel::Aux && view.is_one_of(child, MODALS))
    });
    let judged = predicates().any(|head| {
        let copular = view.child(head, Deprel::Cop).is_some();
        let word = view.lower(head);
        (copular
            && (JUDGEMENTS.contains(&word.as_str())
                || JUDGEMENTS.contains(&view.lemma(head))
                || matches!(view.xpos(head), "JJS" | "JJR")))
            || (view.upos(head) == Upos::Verb && VERBS.contains(&view.lemma(head)))
    });
    let copular_noun = view.child(root, Deprel::Cop).is_some()
        && matches!(view.upos(root), Upos::Noun | Upos::Adj);
    let coloured = tokens.clone().any(|token| {
        view.upos(token) == Upos::Adv && ADVERBS.contains(&view.lower(token).as_str())
    });
    let dated =
        tokens.clone().any(|token| view.upos(token) == Upos::Num && view.word(token).len() == 4);
    let mut weight = 0;
    weight += 2 * u32::from(modal)
        + 2 * u32::from(judged)
        + u32::from(copular_noun)
        + u32::from(coloured);
    weight.saturating_sub(u32::from(dated))
}
