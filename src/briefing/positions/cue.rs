//! Verbs that report: which of them are cues here, and who holds.
//!
//! What of the sentence is their content is for `complement` to say. Nouns, adjectives and prepositions are in
//! `nominal`, words in quotation marks in `quotation`.

use super::arguments::{Arguments, is_expletive};
use super::aside::{behind_demonstrative, trailing_holder};
use super::claim::{Claim, Manner};
use super::complement::Taken;
use super::lexicon::{self, Class, Complement, Entry, Frame, Strength};
use super::subject::doer;
use super::view::View;
use crate::briefing::phrase::verb;
use crate::briefing::{Act, ActorKind};
use crate::language::{Deprel, Upos};
use crate::text::TextRange;

/// The claim that the verb `verb` makes, if it is a cue here.
pub(super) fn of_verb(view: &View<'_>, verb: usize) -> Option<Claim> {
    if is_supposed(view, verb)
        || is_opposite(view, verb)
        || is_compound(view, verb)
        || is_formula(view, verb)
    {
        return None;
    }
    let arguments = Arguments::of(view, verb);
    // "Asked whether she would pay, the mayor said no": by nobody who is named.
    let opens = verb == view.sentence(verb).start
        && (view.xpos(verb) == "VBN" || view.xpos(verb) == "VBD" && view.lemma(verb) == "ask");
    let bare = matches!(view.xpos(verb), "VBN" | "VBD")
        && matches!(view.deprel(verb), Deprel::Acl | Deprel::Advcl)
        && arguments.agent.is_none()
        && verb > 0;
    // "Ana Lee, asked whether she would pay, said no": she was.
    let set_off = || view.lemma(verb) == "ask" && view.is(verb - 1, ",");
    // "When asked to comment, Ana Lee left": by somebody.
    let when = || {
        view.is_one_of(verb - 1, &["when", "if", "unless", "until"])
            && view.head(verb - 1) == Some(verb)
    };
    if bare && (set_off() || when()) {
        return None;
    }
    let unsaid = arguments.agent.is_none() || arguments.infinitive.is_some();
    if opens && unsaid && view.deprel(verb) == Deprel::Advcl {
        return None;
    }
    // "Asked to comment on it, Ana Lee declined": who was asked has not.
    let asked = view.head(verb).is_some_and(|asked| {
        view.deprel(verb) == Deprel::Xcomp
            && view.lemma(asked) == "ask"
            && matches!(view.xpos(asked), "VBN" | "VBD")
            && matches!(view.deprel(asked), Deprel::Acl | Deprel::Advcl)
            && view.analysis.subject(asked).is_none()
    });
    if asked {
        return None;
    }
    let particle = view.child(verb, Deprel::CompoundPrt);
    let mut best: Option<(u8, Claim)> = None;
    for entry in lexicon::entries_of(view.lemma(verb), view.word(verb), Class::Verb) {
        let Some(rest) = rest_of(view, verb, entry) else { continue };
        // "showed up", "set back": with a particle that the cue does not have, the verb is another.
        if particle.is_some_and(|particle| !rest.contains(&particle)) {
            continue;
        }
        for frame in &entry.frames {
            let Some((rank, claim)) = realize(view, verb, &arguments, &rest, entry, frame) else {
                continue;
            };
            // A longer cue says more than a shorter one: `call for` before `call`.
            let rank = rank + 10 * entry.rest.len() as u8;
            if best.as_ref().is_none_or(|(best, _)| rank > *best) {
                best = Some((rank, claim));
            }
        }
    }
    best.map(|(_, claim)| claim)
}

/// "If Minsk agrees to send troops", "Minsk should agree", "more amused than alarmed": nobody has agreed to anything.
pub(super) fn is_supposed(view: &View<'_>, cue: usize) -> bool {
    let ought = view.children(cue).any(|child| {
        view.deprel(child) == Deprel::Aux && view.is_one_of(child, &["should", "ought"])
    });
    // "Had Minsk agreed, troops would have come".
    let inverted = view.deprel(cue) == Deprel::Advcl
        && view.analysis.subject(cue).is_some_and(|subject| {
            view.children(cue)
                .any(|child| child < subject && view.is_one_of(child, &["had", "should", "were"]))
        });
    ought
        || inverted
        || view.children(cue).any(|child| {
            view.deprel(child) == Deprel::Mark
                && view.is_one_of(child, &["if", "unless", "whether", "than"])
        })
}

/// `on opposing sides`: which ones, and nobody opposes them.
fn is_opposite(view: &View<'_>, verb: usize) -> bool {
    const SIDES: &[&str] = &[
        "aim",
        "camp",
        "counsel",
        "direction",
        "end",
        "extreme",
        "faction",
        "force",
        "goal",
        "interest",
        "opinion",
        "party",
        "pole",
        "side",
        "team",
        "view",
        "viewpoint",
    ];
    view.is(verb, "opposing")
        && view.sentence(verb).contains(&(verb + 1))
        && SIDES.contains(&view.lemma(verb + 1))
}

/// `God bless America`, `I don't know about you`: words that hold nothing.
fn is_formula(view: &View<'_>, verb: usize) -> bool {
    let Some(subject) = view.analysis.subject(verb) else { return false };
    let has =
        |deprel, word| view.children(verb).any(|at| view.deprel(at) == deprel && view.is(at, word));
    let wish = matches!(view.xpos(verb), "VB" | "VBP")
        && view.is_one_of(subject, &["God", "Heaven", "Lord"])
        && view.analysis.subtree(subject).end == verb;
    // "free to vote as they wish"
    let freely = matches!(view.lemma(verb), "choose" | "like" | "please" | "want" | "wish")
        && has(Deprel::Mark, "as");
    wish || freely || view.lemma(verb) == "know" && view.is(subject, "I") && has(Deprel::Obl, "you")
}

/// `Ana Lee support 27 percent`: one person supports, so this is the noun.
fn is_compound(view: &View<'_>, verb: usize) -> bool {
    let lemma = view.lemma(verb);
    let one = |subject: usize| {
        let person = view.named(subject).and_then(|actor| view.cast.actor(actor));
        view.xpos(subject) == "NNP"
            && view.children(subject).all(|child| view.deprel(child) != Deprel::Conj)
            && person.is_some_and(|actor| actor.kind == ActorKind::Person)
            && view.analysis.subtree(subject).end == verb
    };
    // "cut" may be a past, "do" a helper.
    view.xpos(verb) == "VBP"
        && view.upos(verb) == Upos::Verb
        && verb::past(lemma) != lemma
        && matches!(view.deprel(verb), Deprel::Root | Deprel::Parataxis | Deprel::Conj)
        && view.children(verb).all(|child| view.deprel(child) != Deprel::Aux)
        && view.analysis.subject(verb).is_some_and(|subject| subject < verb && one(subject))
}

/// The words after the first of a cue of several words, where they hang on the verb.
fn rest_of(view: &View<'_>, verb: usize, entry: &Entry) -> Option<Vec<usize>> {
    let sentence = view.sentence(verb);
    let mut found = Vec::new();
    for word in &entry.rest {
        let child = view.children(verb).find(|&child| {
            view.is(child, word)
                && matches!(
                    view.deprel(child),
                    Deprel::CompoundPrt
                        | Deprel::Advmod
                        | Deprel::Xcomp
                        | Deprel::Obj
                        | Deprel::Obl
                        | Deprel::Case
                )
        });
        // A preposition hangs on its noun: `on` of `call on leaders`, `to` of `took the firm to task`.
        let reach = if entry.rest.len() > 1 { 8 } else { 3 };
        let near = || {
            (verb + 1..(verb + reach).min(sentence.end)).find(|&token| {
                view.is(token, word)
                    && view
                        .head(token)
                        .is_some_and(|head| head == verb || view.head(head) == Some(verb))
            })
        };
        found.push(child.or_else(near)?);
    }
    Some(found)
}

/// The content of one frame and how well it fits, or `None` where the sentence does not hold it.
fn realize(
    view: &View<'_>,
    verb: usize,
    arguments: &Arguments,
    rest: &[usize],
    entry: &Entry,
    frame: &Frame,
) -> Option<(u8, Claim)> {
    let mut claim = Claim::new(verb, cue_range(view, verb, rest, None), frame);
    let (rank, tokens, head) = Taken { view, verb, arguments, rest, entry, frame }.content()?;
    claim.head = Some(head);
    claim.manner = match frame.complement {
        Complement::Clause
        | Complement::Question
        | Complement::AddresseeClause
        | Complement::AddresseeQuestion => Manner::Clause,
        _ => Manner::Predicate,
    };
    if let Complement::Preposition(_) | Complement::AddresseePreposition(_) = frame.complement {
        let case = view
            .children(head)
            .find(|&child| matches!(view.deprel(child), Deprel::Case | Deprel::Mark));
        claim.cue_range = Some(cue_range(view, verb, rest, case));
    }
    claim.content = without_rest(view, tokens, rest);
    let end = claim.content.iter().map(|range| range.end()).max().unwrap_or_default();
    let behind = rest.iter().map(|&word| view.range(word)).filter(|word| word.start() >= end);
    let whole = rest.last().is_some_and(|&last| view.upos(last) == Upos::Noun);
    claim.tail =
        behind.reduce(TextRange::cover).filter(|_| whole && claim.manner == Manner::Predicate);
    if view.is_passive(head) && matches!(view.lemma(head), "name" | "identify" | "quote") {
        // "asked not to be named" is no position on anything.
        return None;
    }
    claim.holder = match trailing_holder(view, verb, rank) {
        Some(holder) => Some(holder).filter(|&holder| view.suits(holder, frame.strength)),
        None => holder(view, verb, arguments, frame)?,
    };
    if arguments.passive && claim.holder.is_none() {
        // "especially when advised to stay", "as argued in the paper": of nobody.
        let own = view.children(verb).any(|child| view.deprel(child).is_subject());
        let shared = view.deprel(verb) == Deprel::Conj && arguments.subject.is_some();
        let before = view.children(verb).any(|child| {
            child < verb && matches!(view.deprel(child), Deprel::Ccomp | Deprel::Expl)
        });
        let when = view.children(verb).any(|child| {
            child < verb && view.is_one_of(child, &["when", "if", "as", "while", "once", "unless"])
        });
        // "ended when the paper was said to be late": when, and no sentence.
        let tied = view.deprel(verb) == Deprel::Advcl
            && view.children(verb).any(|child| {
                child < verb
                    && view.is_one_of(child, &["after", "before", "once", "until", "when", "where"])
            });
        if tied || !own && ((!shared && !before && view.deprel(verb) != Deprel::Root) || when) {
            return None;
        }
        claim.manner = Manner::Passive;
    }
    (!claim.content.is_empty()).then_some((rank, claim))
}

/// Contents without further words of the cue at their edges: `on` of `called on leaders to act`, `to task` of `took the
/// firm to task`.
fn without_rest(view: &View<'_>, ranges: Vec<TextRange>, rest: &[usize]) -> Vec<TextRange> {
    let cut = |range: TextRange| {
        let mut tokens = view.analysis.tokens_in(range);
        while !tokens.is_empty() && rest.contains(&tokens.start) {
            tokens.start += 1;
        }
        let last = tokens.end;
        while !tokens.is_empty() && rest.contains(&(tokens.end - 1)) {
            tokens.end -= 1;
        }
        let end = if tokens.end < last { view.range(tokens.end - 1).end() } else { range.end() };
        (!tokens.is_empty()).then(|| TextRange::new(view.range(tokens.start).start(), end))
    };
    ranges.into_iter().filter_map(cut).collect()
}

/// The holder, `Some(None)` where the sentence names none, `None` where the cue is none without one.
#[expect(clippy::option_option, reason = "no cue, no holder and a holder are three things")]
fn holder(
    view: &View<'_>,
    verb: usize,
    arguments: &Arguments,
    frame: &Frame,
) -> Option<Option<usize>> {
    if arguments.passive {
        if let Some(agent) = arguments.agent {
            return view.suits(agent, frame.strength).then_some(Some(agent));
        }
        // "was vetoed" tells of no holder; "is expected to leave", "is accused of fraud" report all the same.
        let reports = !matches!(
            frame.complement,
            Complement::Object | Complement::Gerund | Complement::AddresseePreposition(_)
        ) && frame.act != Act::Plans
            && !matches!(
                view.lemma(verb),
                "require"
                    | "permit"
                    | "admit"
                    | "give"
                    | "authorize"
                    | "authorise"
                    | "charge"
                    | "consider"
                    | "prepare"
            );
        return reports.then_some(None);
    }
    let subject = arguments
        .subject
        .filter(|&subject| !is_expletive(view, subject))
        .map(|subject| behind_demonstrative(view, verb, subject));
    if let Some(subject) = subject {
        let subject = doer(view, verb, subject);
        return subject
            .is_some_and(|subject| view.suits(subject, frame.strength))
            .then_some(subject);
    }
    let bare = arguments.subject.is_none()
        && frame.strength == Strength::Any
        && frame.complement == Complement::Clause
        && view.deprel(verb) != Deprel::Root;
    bare.then_some(None)
}

/// From the first auxiliary or negation to the verb, its particles and its preposition.
pub(super) fn cue_range(
    view: &View<'_>,
    verb: usize,
    rest: &[usize],
    case: Option<usize>,
) -> TextRange {
    let mut range = view.range(verb);
    let mut first = verb;
    for child in view.children(verb).filter(|&child| child < verb).rev() {
        let part = matches!(view.deprel(child), Deprel::Aux | Deprel::AuxPass | Deprel::Cop)
            || (view.deprel(child) == Deprel::Advmod
                && child + 1 == first
                && !view.is_one_of(child, &["though", "although", "while"]))
            || (view.deprel(child) == Deprel::Mark && view.is(child, "to") && child + 1 == first);
        if part
            && (child + 1..first)
                .all(|between| view.head(between) == Some(verb) || !view.is_word(between))
            // "It is not that Ana Lee believes": what is not so is the whole.
            && (child + 1..first).all(|between| view.deprel(between) != Deprel::Mark)
            // "The plan was, Ana Lee argued, late": the plan's.
            && !(child + 1..first).any(|between| {
                view.is(between, ",") && (between + 1..first).any(|token| view.deprel(token).is_subject())
            })
        {
            // "no longer backs": the first word denies it.
            let whole = view.analysis.subtree(child);
            let near = whole.end == child + 1
                && view.deprel(child) == Deprel::Advmod
                && whole.clone().all(|at| matches!(view.upos(at), Upos::Adv | Upos::Det));
            first = if near { whole.start } else { child };
            range = range.cover(view.range(first));
        }
    }
    for &word in rest.iter().chain(case.iter()) {
        // A preposition far off belongs to the cue, the words between do not.
        let together = (verb + 1..word).all(|between| {
            rest.contains(&between) || view.upos(between) == Upos::Adv || !view.is_word(between)
        });
        if word > verb && word <= verb + 2 && together {
            range = range.cover(view.range(word));
        }
    }
    range
}

#[cfg(test)]
mod tests {
    use crate::briefing::positions::testing::texts;

    #[test]
    fn who_is_asked_asks_nothing() {
        let text = "Ana Lee, asked whether she would pay, said the town was poor.";
        assert_eq!(texts(text), ["Ana Lee said the town was poor."]);
        let text = "Asked to comment on the strike, Ana Lee said the stand was clear.";
        assert_eq!(texts(text), ["Ana Lee said the stand was clear."]);
    }

    #[test]
    fn the_words_of_a_cue_behind_its_object_are_told() {
        assert_eq!(
            texts("The judge took the firm to task. The judge called the deal into question."),
            ["The judge took the firm to task.", "The judge called the deal into question."]
        );
    }

    #[test]
    fn the_first_preposition_tells_the_side() {
        let text = "Norway has come out against the plan, for varying reasons.";
        assert_eq!(texts(text), ["Norway has come out against the plan."]);
    }

    #[test]
    fn sides_and_shares_hold_nothing() {
        let text =
            "Senators Ana Lee and Joe Tam were on opposing sides of the debate about the toll.";
        assert!(texts(text).is_empty(), "{:?}", texts(text));
        let text = "The two exceptions are Selm (Ana Lee approval 26 percent, Tom Hall support 27 percent) and Tarn.";
        assert!(texts(text).is_empty(), "{:?}", texts(text));
    }

    #[test]
    fn a_formula_holds_nothing() {
        let text = "God bless Norway, and God save the king. I don't know about you, but Ana Lee backs the toll.";
        let lines = texts(text);
        let holds = |line: &String| line.contains("blessed") || line.contains("doesn't know");
        assert!(!lines.iter().any(holds), "{lines:?}");
    }

    #[test]
    fn as_they_wish_is_no_wish() {
        let text = "It is not known if the deputies will be free to vote as they wish. Ana Lee backs the toll.";
        assert_eq!(texts(text), ["Ana Lee backs the toll."]);
    }
}
