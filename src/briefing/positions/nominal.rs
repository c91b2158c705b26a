//! Cues that are nouns (`his claim that`) and prepositions (`according to`). Adjectives are in `adjective`.

use std::ops::Range;

use super::arguments::is_expletive;
use super::claim::{Claim, Manner};
use super::complement::after_preposition;
use super::lexicon::{self, Class, Complement, Frame};
use super::occasion::is_circumstance;
use super::subject::subject;
use super::view::View;
use crate::language::{Deprel, Upos};
use crate::text::TextRange;

/// Verbs that only carry the noun: `made the claim`, `has a plan`.
pub(super) const SUPPORT: &[&str] = &[
    "make",
    "have",
    "give",
    "issue",
    "offer",
    "raise",
    "hold",
    "share",
    "take",
    "express",
    "voice",
    "put",
    "file",
    "lodge",
    "renew",
    "repeat",
    "reiterate",
    "deliver",
    "show",
    "announce",
    "reaffirm",
    "harbor",
    "harbour",
    "state",
    "pose",
    "present",
    "unveil",
    "outline",
    "release",
    "lay",
    "propose",
    "feel",
    "sense",
    "maintain",
    "keep",
    "declare",
    "send",
    "set",
    "stand",
    "abandon",
    "drop",
    "sound",
    "float",
    "level",
    "face",
    "draw",
    "come",
];

/// Nouns that report only as somebody's: `signs that` alone tells a fact.
const EVIDENCE: &[&str] = &[
    "sign",
    "evidence",
    "proof",
    "indication",
    "word",
    "news",
    "reminder",
    "sense",
    "idea",
    "notion",
    "principle",
];

/// `in his view`, `by his own account`: whose they are holds what the clause says.
const VIEWS: &[&str] = &[
    "view",
    "opinion",
    "word",
    "words",
    "judgment",
    "judgement",
    "mind",
    "eye",
    "eyes",
    "telling",
    "estimation",
    "account",
    "reckoning",
    "reading",
    "assessment",
    "phrase",
    "book",
    "admission",
];

/// The claim that the noun `noun` makes, if it is a cue here.
pub(super) fn of_noun(view: &View<'_>, noun: usize) -> Option<Claim> {
    let lemma = view.lemma(noun);
    let frames = lexicon::entries(lemma, Class::Noun).iter().flat_map(|entry| &entry.frames);
    let mut best: Option<(u8, Claim)> = None;
    for frame in frames {
        let Some((rank, mut claim)) = noun_frame(view, noun, frame) else { continue };
        let Some(holder) = noun_holder(view, noun, &claim, frame) else { continue };
        claim.holder = holder;
        if best.as_ref().is_none_or(|(best, _)| rank > *best) {
            best = Some((rank, claim));
        }
    }
    best.map(|(_, claim)| claim)
}

fn noun_frame(view: &View<'_>, noun: usize, frame: &Frame) -> Option<(u8, Claim)> {
    let mut claim = Claim::new(noun, view.range(noun), frame);
    claim.manner = Manner::Noun;
    let after = || view.children(noun).filter(|&child| child > noun);
    let (rank, head, content) = match frame.complement {
        Complement::Clause | Complement::Question => {
            let question = frame.complement == Complement::Question;
            let finite = |&child: &usize| {
                // "its demand that the firm pay" has a subject, though no tense.
                let wished = || {
                    let mark = view.analysis.child_as(child, Deprel::Mark);
                    mark.is_some_and(|mark| view.is(mark, "that"))
                        && view.analysis.subject(child).is_some()
                };
                let below = match view.deprel(child) {
                    Deprel::Acl | Deprel::Ccomp | Deprel::AclRelcl => true,
                    // "It is our belief that"
                    Deprel::Csubj => view.child(noun, Deprel::NmodPoss).is_some(),
                    _ => false,
                };
                below && (view.is_finite(child) || wished())
            };
            let inside = after().find(|child| finite(child) && opens_with(view, *child, question));
            // "his claim that the vote was rigged was false", with "that" hung on what the sentence says of it.
            let lost = || {
                let that = Some(noun + 1).filter(|&that| {
                    !question && view.is(that, "that") && !is_subject_of_next(view, that)
                })?;
                let clause = after().find(|child| finite(child) && *child > that + 1)?;
                // "proposals that nobody would sign"
                let whole = |token: usize| {
                    matches!(
                        view.deprel(token),
                        Deprel::Obj | Deprel::NsubjPass | Deprel::Cop | Deprel::Ccomp
                    )
                };
                let gap = view.deprel(that) == Deprel::Obj
                    && view.head(that) == Some(clause)
                    && !view.analysis.subtree(clause).any(|token| token > that && whole(token));
                let whose = view.child(noun, Deprel::NmodPoss).is_some()
                    || !view.deprel(noun).is_subject()
                        && view.head(noun).is_some_and(|verb| SUPPORT.contains(&view.lemma(verb)));
                let clause = Some(clause).filter(|_| !gap || whose)?;
                let subject = view.analysis.subject(clause).is_some_and(|subject| subject > that);
                let content = view.stretch(that..view.analysis.subtree(clause).end, &[]);
                (subject && !content.is_empty()).then_some((8, clause, content))
            };
            match inside {
                Some(clause) => (8, clause, view.content(clause, &[])),
                None => lost().or_else(|| copular(view, noun, false))?,
            }
        }
        Complement::Infinitive => {
            let inside = after().find(|&child| {
                matches!(view.deprel(child), Deprel::Acl | Deprel::Advcl | Deprel::Xcomp)
                    && view.is_infinitive(child)
            });
            match inside {
                Some(clause) => {
                    let tokens = view.analysis.subtree(clause);
                    let end = view.before_participle(noun, tokens.clone());
                    let whole = end == tokens.end;
                    let content = if whole {
                        view.content(clause, &[])
                    } else {
                        view.stretch(tokens.start..end, &[])
                    };
                    (7, clause, content)
                }
                None => copular(view, noun, true)?,
            }
        }
        Complement::Preposition(words) => {
            let about = |&child: &usize| {
                matches!(
                    view.deprel(child),
                    Deprel::Nmod | Deprel::Acl | Deprel::Obl | Deprel::Advcl
                ) && view.preposition(child).as_deref() == Some(words)
                    && !is_circumstance(view, child)
            };
            // "made the case for the ban", with the ban hung on what was made.
            let beside = || {
                let verb = view.head(noun).filter(|&verb| SUPPORT.contains(&view.lemma(verb)))?;
                let end = view.analysis.subtree(noun).end;
                let follows = |&child: &usize| view.analysis.subtree(child).start == end;
                let object = view.deprel(noun) == Deprel::Obj;
                view.children(verb).filter(follows).find(about).filter(|_| object)
            };
            let head = after().find(about).or_else(beside)?;
            claim.cue_range =
                case_of(view, head).map(|case| view.range(noun).cover(view.range(case)));
            (5, head, after_preposition(view, head)?)
        }
        _ => return None,
    };
    claim.head = Some(head);
    claim.content = content;
    (!claim.content.is_empty()).then_some((rank, claim))
}

/// `a finding that suggests`: the finding does, whatever the parser takes `that` for.
fn is_subject_of_next(view: &View<'_>, that: usize) -> bool {
    let next = that + 1;
    view.has_tense(next) && view.upos(next) == Upos::Verb && !view.deprel(next).is_subject()
}

/// Whether a clause below a noun says what the noun is about: `the claim that he lied`, not `the claim that he made`.
fn opens_with(view: &View<'_>, clause: usize, question: bool) -> bool {
    if question {
        return view.is_question(clause);
    }
    let that = view.children(clause).find(|&child| view.is(child, "that"));
    match that {
        Some(that) => view.deprel(that) == Deprel::Mark && !is_subject_of_next(view, that),
        None => {
            view.deprel(clause) == Deprel::Ccomp
                && view.analysis.subject(clause).is_some()
                && !view.is_question(clause)
        }
    }
}

/// `the fear is that prices rise`, `his goal is to leave`.
fn copular(view: &View<'_>, noun: usize, infinitive: bool) -> Option<(u8, usize, Vec<TextRange>)> {
    if !view.deprel(noun).is_subject() {
        return None;
    }
    let head = view.head(noun)?;
    // Either the clause itself is the predicate, or the copula heads it.
    let clause = if view.lemma(head) == "be" {
        view.children(head).find(|&child| {
            matches!(view.deprel(child), Deprel::Ccomp | Deprel::Xcomp | Deprel::Advcl)
        })?
    } else {
        view.children(head).find(|&child| view.deprel(child) == Deprel::Cop)?;
        head
    };
    let mark = view.children(clause).find(|&child| {
        child > noun
            && matches!(view.deprel(child), Deprel::Mark | Deprel::Aux)
            && view.is(child, if infinitive { "to" } else { "that" })
    })?;
    // "is" stands between them; without it the mark belongs to a clause of the noun.
    if !(noun..mark).any(|token| view.lemma(token) == "be") {
        return None;
    }
    let end = view.analysis.subtree(clause).end;
    let content = view.stretch(mark..end, &[]);
    (!content.is_empty()).then_some((6, clause, content))
}

pub(super) fn case_of(view: &View<'_>, head: usize) -> Option<usize> {
    view.children(head)
        .find(|&child| child < head && matches!(view.deprel(child), Deprel::Case | Deprel::Mark))
}

/// Whose noun it is. `None` where the noun is no cue without one.
#[expect(clippy::option_option, reason = "no cue, no holder and a holder are three things")]
fn noun_holder(
    view: &View<'_>,
    noun: usize,
    claim: &Claim,
    frame: &Frame,
) -> Option<Option<usize>> {
    let within = |token: usize| claim.covers(view.range(token));
    let owner = view.children(noun).find(|&child| {
        let owns = match view.deprel(child) {
            Deprel::NmodPoss => true,
            Deprel::Nmod => matches!(
                view.preposition(child).as_deref(),
                Some("by" | "from" | "among" | "of" | "in" | "within")
            ),
            Deprel::Compound => view.upos(child) == Upos::Propn,
            Deprel::Amod => view.cast.actor_of_token(child).is_some(),
            _ => false,
        };
        owns && !within(child) && view.suits(child, frame.strength)
    });
    let carried = || {
        let verb = view.head(noun)?;
        let deprel = view.deprel(noun);
        let object =
            matches!(deprel, Deprel::Obj | Deprel::Iobj) && SUPPORT.contains(&view.lemma(verb));
        let passive = deprel == Deprel::NsubjPass && SUPPORT.contains(&view.lemma(verb));
        if passive {
            return view.child(verb, Deprel::OblAgent);
        }
        // "raised hopes of a truce", "shut the port, raising doubts about the plan": in others.
        let stirs = view.lemma(verb) == "raise"
            && (matches!(
                view.lemma(noun),
                "expectation" | "fear" | "hope" | "suspicion" | "worry"
            ) || view.deprel(verb) == Deprel::Advcl
                && view.xpos(verb) == "VBG"
                && view.is(verb - 1, ","));
        if stirs {
            return None;
        }
        // "came to the conclusion that": the subject of the clause.
        let reached = deprel == Deprel::Obl
            && view.lemma(verb) == "come"
            && view.preposition(noun).as_deref() == Some("to");
        (object || reached)
            .then(|| subject(view, verb))
            .flatten()
            .filter(|&subject| !is_expletive(view, subject))
    };
    // "are of the view that", "is under the impression that"
    let held = || {
        let of = matches!(view.preposition(noun).as_deref(), Some("of" | "under"));
        let predicate = view.child(noun, Deprel::Cop).is_some() && of;
        let subject = view.child(noun, Deprel::Nsubj).filter(|_| predicate)?;
        (!is_expletive(view, subject)).then_some(subject)
    };
    // "The union leadership fears that", with the verb taken for a plural.
    let verbal = || {
        let alone = view.xpos(noun) == "NNS" && view.head(noun).is_none();
        view.children(noun)
            .rfind(|&child| alone && child + 1 == noun && view.deprel(child) == Deprel::Compound)
    };
    let holder = owner
        .or_else(carried)
        .or_else(held)
        .or_else(verbal)
        .filter(|&holder| view.suits(holder, frame.strength));
    match (holder, frame.complement) {
        (Some(holder), _) => Some(Some(holder)),
        (None, Complement::Clause) if !EVIDENCE.contains(&view.lemma(noun)) => Some(None),
        _ => None,
    }
}

/// Whether `according to` tells how something is done: `must answer according to the rules of the league`.
pub(super) fn is_by_rule(view: &View<'_>, case: usize) -> bool {
    /// What one acts according to, and what tells nothing.
    const RULES: &[&str] = &[
        "ability",
        "age",
        "custom",
        "law",
        "laws",
        "merit",
        "need",
        "needs",
        "principle",
        "principles",
        "rule",
        "rules",
        "size",
        "standards",
        "tradition",
        "wishes",
    ];
    let parted = case == view.sentence(case).start || !view.is_word(case - 1);
    let noun = view.head(case);
    !parted && noun.is_some_and(|noun| RULES.contains(&view.lower(noun).as_str()))
}

/// The claim of `according to the bank`, where `holder` is the bank.
pub(super) fn of_preposition(view: &View<'_>, holder: usize) -> Option<Claim> {
    let case = case_of(view, holder)?;
    let words = view.preposition(holder)?;
    // "according to sound experts", with "sound" taken for a verb.
    let verb = view.upos(holder) == Upos::Verb;
    let holder = if verb { view.child(holder, Deprel::Obj)? } else { holder };
    let (cue, holder) =
        if words == "in" || words == "by" || words == "from" || words == "on" || words == "to" {
            (view.range(case).cover(view.range(holder)), view_of(view, holder, &words)?)
        } else {
            let mut parts = words.split(' ');
            let first = parts.next()?;
            let rest: Vec<&str> = parts.collect();
            let entry = lexicon::entries(first, Class::Preposition)
                .iter()
                .find(|entry| entry.rest == rest)?;
            let frame = entry.frame(Complement::Holder)?;
            if !view.suits(holder, frame.strength) || first == "for" {
                return None;
            }
            // "a fee per head"
            let bare = view.xpos(holder) == "NN"
                && view.child(holder, Deprel::Det).is_none()
                && view.child(holder, Deprel::NmodPoss).is_none();
            // "2 kroner per U.S. dollar"
            let unknown = view.upos(holder) == Upos::Propn && view.named(holder).is_none();
            // "nine kroner per kilo ex Bergen"
            let parted = case == view.sentence(case).start || !view.is_word(case - 1);
            let counted = !parted && matches!(view.upos(case - 1), Upos::Noun | Upos::Num);
            if first == "per" && (bare || unknown || counted) {
                return None;
            }
            // "no choice but to answer according to the rules of the league": how.
            if first == "according" && is_by_rule(view, case) {
                return None;
            }
            // "in view of the deficit": because of it.
            if rest == ["view", "of"] && view.is(case + 1, "view") {
                return None;
            }
            let last = view.analysis.descendants(case).last().copied().unwrap_or(case);
            (view.range(case).cover(view.range(last)), holder)
        };
    // "the boats (according to the bank) and": what of it the bank says is not told.
    let inside = case > 0 && view.is(case - 1, "(");
    if inside
        && !(case..view.sentence(case).end)
            .find(|&token| view.is(token, ")"))
            .is_some_and(|close| ends(view, close))
    {
        return None;
    }
    let frame = lexicon::entries("according", Class::Preposition).first()?.frames.first()?;
    let mut claim = Claim::new(case, cue, frame);
    claim.manner = Manner::Preposition;
    claim.holder = Some(holder);
    let top = top_of_phrase(view, case);
    let mut clause = view.clause(view.head(top)?);
    while !view.is_finite(clause)
        && let Some(above) = view.head(clause)
    {
        clause = view.clause(above);
    }
    claim.head = Some(clause);
    let phrase = without_subject(view, clause, view.analysis.subtree(top));
    let phrase = to_end(view, phrase);
    claim.content = match view.around(&phrase) {
        // "According to Ana Lee, “We go. We stay.”": to the end of what is quoted.
        Some(tokens) if tokens.start >= phrase.end => {
            let end = view.quotation_end(tokens.start, tokens.end);
            view.stretch(tokens.start..end, &[])
        }
        Some(tokens) => view.stretch(tokens, &[]),
        None => {
            // "They came by bus, according to the bank; others walked": that is not the bank's.
            let ends = phrase.end < view.sentence(case).end && view.is(phrase.end, ";");
            let start = view.range(phrase.start).start();
            let mut content = view.host_content(clause, phrase);
            content.retain(|range| !ends || range.end() <= start);
            content
        }
    };
    (!claim.content.is_empty()).then_some(claim)
}

/// Whether no word of the sentence follows.
fn ends(view: &View<'_>, token: usize) -> bool {
    (token + 1..view.sentence(token).end).all(|behind| !view.is_word(behind))
}

/// A phrase such as `according to a study by Lee, prices` without the subject of the clause behind it, which the parser
/// took for one more name: it ends at its last comma where the clause has no subject left.
fn without_subject(view: &View<'_>, clause: usize, phrase: Range<usize>) -> Range<usize> {
    let bare = phrase.end <= clause
        && phrase.end < view.sentence(clause).end
        && view.has_tense(phrase.end);
    let comma = phrase.clone().rev().find(|&token| view.is(token, ","));
    match comma.filter(|&comma| bare && comma + 1 < phrase.end) {
        Some(comma) => phrase.start..comma,
        None => phrase,
    }
}

/// A phrase behind a comma with all that follows it, where that is but the rest of a name: `, according to the union’s
/// president Ana Lee.`
fn to_end(view: &View<'_>, phrase: Range<usize>) -> Range<usize> {
    let end = view.sentence(phrase.start).end;
    let parted = phrase.start > 0 && view.is(phrase.start - 1, ",");
    // "according to a survey released on Monday."
    let told = phrase.end < end
        && view.xpos(phrase.end) == "VBN"
        && (phrase.end + 1..end).all(|token| !view.is_finite(token) && !view.is(token, ","));
    let nominal = told
        || (phrase.end..end).all(|token| {
            view.quotation(token).is_none()
                && !matches!(view.upos(token), Upos::Verb | Upos::Aux | Upos::Cconj | Upos::Sconj)
        });
    if parted && nominal { phrase.start..end.max(phrase.end) } else { phrase }
}

/// The holder of `in his view`, `in the words of the mayor`.
fn view_of(view: &View<'_>, noun: usize, preposition: &str) -> Option<usize> {
    // "in view of the deficit": because of it.
    let because = preposition == "in" && view.is(noun, "view") && view.is(noun - 1, "in");
    // "to her mind", but "messages to her account".
    let goal = preposition == "to" && !view.is(noun, "mind");
    if !VIEWS.contains(&view.lower(noun).as_str()) || preposition == "on" || because || goal {
        return None;
    }
    // "to his mind" and "from his perspective" say less often what someone holds.
    view.children(noun).find(|&child| {
        view.deprel(child) == Deprel::NmodPoss
            || (view.deprel(child) == Deprel::Nmod
                && view.preposition(child).as_deref() == Some("of"))
    })
}

/// The word that the whole phrase with this preposition hangs from.
fn top_of_phrase(view: &View<'_>, case: usize) -> usize {
    let head = view.head(case).unwrap_or(case);
    // "according to Ms. Lee" may hang on a noun: what the source says is the clause all the same.
    head
}

#[cfg(test)]
mod tests {
    use crate::briefing::positions::testing::texts;

    #[test]
    fn what_is_sent_to_an_account_is_nobodys_view() {
        let text = "Ana Lee is the mayor. An adviser sent secret messages to her private account.";
        assert!(texts(text).is_empty(), "{:?}", texts(text));
        let text = "Ana Lee is the mayor. The toll, by her account, was late.";
        assert_eq!(texts(text), ["According to Ana Lee, the toll was late."]);
    }

    #[test]
    fn fears_are_raised_in_others() {
        assert_eq!(texts("The army closed the square, raising fears of bloodshed."), [""; 0]);
        assert_eq!(texts("The arrest of Ana Lee raised hopes of a truce."), [""; 0]);
        assert_eq!(
            texts("Ana Lee raised doubts about the plan."),
            ["Ana Lee raised doubts about the plan."]
        );
    }
}
