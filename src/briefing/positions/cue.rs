//! Verbs that report: which of them are cues here, who holds, and what they take.
//!
//! Nouns, adjectives and prepositions are in `nominal`, words in quotation marks in `quotation`.

use super::arguments::{Arguments, is_expletive};
use super::aside::{
    behind_demonstrative, behind_relative, host, lost, lost_subject, may_be_aside, parted,
    trailing_holder, without,
};
use super::claim::{Claim, Manner};
use super::holder::Sort;
use super::lexicon::{self, Class, Complement, Entry, Frame, Polarity, Strength};
use super::occasion::{after_time, is_amount, is_circumstance};
use super::subject::doer;
use super::view::View;
use crate::briefing::Act;
use crate::language::{Deprel, Upos};
use crate::text::TextRange;

/// The claim that the verb `verb` makes, if it is a cue here.
pub(super) fn of_verb(view: &View<'_>, verb: usize) -> Option<Claim> {
    if is_supposed(view, verb) {
        return None;
    }
    let arguments = Arguments::of(view, verb);
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
    ought
        || view.children(cue).any(|child| {
            view.deprel(child) == Deprel::Mark
                && view.is_one_of(child, &["if", "unless", "whether", "than"])
        })
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
    let (rank, tokens, head) = content(view, verb, arguments, rest, entry, frame)?;
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
    if claim.manner == Manner::Clause {
        claim.content = behind_relative(view, verb, head, claim.content);
    }
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
        if !own && ((!shared && !before && view.deprel(verb) != Deprel::Root) || when) {
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

/// The tokens of the content as stretches, the word that heads it, and a rank among the frames.
fn content(
    view: &View<'_>,
    verb: usize,
    arguments: &Arguments,
    rest: &[usize],
    entry: &Entry,
    frame: &Frame,
) -> Option<(u8, Vec<TextRange>, usize)> {
    // In the passive the subject is what the object was.
    let object =
        if arguments.passive { arguments.subject.or(arguments.object) } else { arguments.object };
    // "call on leaders to end the war": the noun after the preposition is the object.
    let object = object.or_else(|| {
        rest.iter()
            .filter_map(|&word| view.head(word))
            .find(|&head| head != verb && view.head(head) == Some(verb))
    });
    let from = |rank, head: usize, start: usize| {
        let tokens = view.analysis.subtree(head);
        let clausal = !matches!(frame.complement, Complement::Object);
        let start = if clausal && start > verb { after_time(view, start) } else { start };
        // "“...,” the speaker, a lawyer, told them": stray commas stretch the clause over whoever speaks.
        let holder = arguments.subject.filter(|&subject| head < subject && subject < verb);
        let own = holder.map_or(tokens.end, |subject| view.analysis.subtree(subject).start);
        let end =
            if head > verb { view.reach(verb, tokens.end, clausal) } else { tokens.end.min(own) };
        let end = view.cut(verb, start, end, clausal);
        let end = view.before_participle(verb, start..end);
        let end = if clausal && head > verb { view.quotation_end(start, end) } else { end };
        Some((rank, view.stretch(start..end, &[]), head))
    };
    let one = |rank, head: usize| {
        // "called for" hung with its preposition on "cutting taxes": that is the cue's.
        let mut start = view.analysis.subtree(head).start;
        // "Once it is over, she hopes calm would return": what stands before the cue opens the whole sentence.
        if head > verb && start < verb {
            start = verb + 1;
        }
        // "The bank’s goal for the year covers all, it said": a subject that the parser put before the clause.
        let before = view.child(verb, Deprel::Dislocated).filter(|&it| it < start && head < verb);
        start = before.map_or(start, |subject| view.analysis.subtree(subject).start);
        while rest.contains(&start) {
            start += 1;
        }
        from(rank, head, start)
    };
    match frame.complement {
        Complement::Clause | Complement::AddresseeClause => {
            if let Some(claim) = parted(view, verb, arguments, entry) {
                return Some(claim);
            }
            if let Some(clause) = arguments.clause {
                if let Some(start) = lost_subject(view, verb, arguments, clause, frame) {
                    return from(8, clause, start);
                }
                let (rank, ranges, head) = one(8, clause)?;
                return Some((rank, without(view, head, verb, ranges), head));
            }
            if let Some(question) = arguments.question {
                return one(7, question);
            }
            let told = matches!(frame.complement, Complement::AddresseeClause);
            if let Some(clause) = object.filter(|_| told).and_then(|object| told_that(view, object))
            {
                return one(8, clause);
            }
            host(view, verb, arguments)
                .filter(|_| may_be_aside(view, verb, entry))
                .map(|(ranges, head)| (8, ranges, head))
                .or_else(|| lost(view, verb, arguments, entry))
        }
        Complement::Question | Complement::AddresseeQuestion => {
            // "made clear what he wanted", with the question hung on a word of the cue.
            let on_cue = || {
                rest.iter()
                    .flat_map(|&word| view.children(word))
                    .find(|&child| view.deprel(child) == Deprel::Ccomp && view.is_question(child))
            };
            one(8, arguments.question.or_else(on_cue)?)
        }
        Complement::Infinitive if arguments.passive => {
            pair(view, arguments.subject?, arguments.infinitive?)
                .map(|ranges| (6, ranges, arguments.infinitive.unwrap_or(verb)))
        }
        Complement::Infinitive => {
            let infinitive = arguments.infinitive?;
            (arguments.object.is_none() || view.is(verb, "promised"))
                .then(|| one(6, infinitive))
                .flatten()
        }
        Complement::Gerund => one(6, arguments.gerund?),
        Complement::ObjectInfinitive => {
            let infinitive =
                arguments.infinitive.or(arguments.purpose.filter(|_| !rest.is_empty()))?;
            // "told his aides to leave", with the aides as those told.
            match object.or(arguments.indirect) {
                Some(object) => {
                    pair(view, object, infinitive).map(|ranges| (7, ranges, infinitive))
                }
                // "wants him to leave" with "him" as the subject of what follows.
                None if view.analysis.subject(infinitive).is_some() => one(7, infinitive),
                None => None,
            }
        }
        Complement::ObjectGerund => {
            pair(view, object?, arguments.gerund?).map(|ranges| (5, ranges, verb))
        }
        Complement::ObjectPredicate => {
            // "called the ruling a win", with the win in apposition; a real apposition has its comma.
            let apposed = object.filter(|_| arguments.predicate.is_none()).filter(|&object| {
                view.analysis.children_as(object, Deprel::Appos).any(|child| {
                    let start = view.analysis.subtree(child).start;
                    child > object && start > 0 && view.is_word(start - 1)
                })
            });
            if let Some(object) = apposed {
                return one(7, object);
            }
            if let Some((start, end, head)) = named_after(view, verb, arguments) {
                let end = (start..end).find(|&at| view.names_reporter(at)).unwrap_or(end);
                let ranges = view.stretch(start..end, &[]);
                return (!ranges.is_empty()).then_some((7, ranges, head));
            }
            let (first, second) = match (arguments.indirect, arguments.object, arguments.predicate)
            {
                (_, _, Some(predicate)) => (object?, predicate),
                (Some(indirect), Some(object), None) => (indirect, object),
                _ => return None,
            };
            pair(view, first, second).map(|ranges| (7, ranges, second))
        }
        Complement::ObjectPreposition(preposition) => {
            // "condemned the launch as the talks began": when.
            let second = arguments.with(preposition).filter(|&second| {
                preposition != "as"
                    || !view.is_finite(second)
                    || view.analysis.subject(second).is_none()
            });
            let Some(second) = second else {
                let object = object?;
                // "accused Iran of cheating", with the second half hung on the first.
                let inside = view.children(object).find(|&child| {
                    child > object
                        && matches!(view.deprel(child), Deprel::Acl | Deprel::Nmod | Deprel::Advcl)
                        && view.preposition(child).as_deref() == Some(preposition)
                });
                return match inside {
                    Some(inside) => one(6, object).map(|(rank, ranges, _)| (rank, ranges, inside)),
                    None => from_to(view, object, quoted_behind(view, object, preposition)?),
                };
            };
            match object {
                Some(object) => pair(view, object, second).map(|ranges| (7, ranges, second)),
                None => after_preposition(view, second).map(|ranges| (5, ranges, second)),
            }
        }
        Complement::AddresseePreposition(preposition) => {
            // "warned clients of a crisis", with what they are warned of hung on them.
            let head = arguments.with(preposition).or_else(|| {
                let told = object.filter(|&object| view.sort(object) == Sort::Person)?;
                below(view, told, preposition)
            })?;
            after_preposition(view, head).map(|ranges| (5, ranges, head))
        }
        Complement::Preposition(words) => {
            let head = match words.split_once(' ') {
                // "in favor of the bill": a noun below a noun.
                Some((first, more)) => {
                    let (noun, last) = more.split_once(' ')?;
                    let noun = arguments
                        .prepositional
                        .iter()
                        .find(|(word, head)| word == first && view.is(*head, noun))?
                        .1;
                    view.children(noun)
                        .find(|&child| view.preposition(child).as_deref() == Some(last))?
                }
                // "took exception to the claim", with the claim hung on a word of the cue.
                None => arguments
                    .with(words)
                    .or_else(|| rest.iter().find_map(|&word| below(view, word, words)))?,
            };
            let own = |object: usize| rest.contains(&object);
            if arguments.object.is_some_and(|object| !own(object)) || is_circumstance(view, head) {
                return None;
            }
            after_preposition(view, head).map(|ranges| (4, ranges, head))
        }
        Complement::Object => {
            // "what she wants", "cited it": nothing that a reader could use.
            let object = object.filter(|&object| {
                view.upos(object) != Upos::Pron || view.children(object).next().is_some()
            })?;
            if arguments.passive && arguments.agent.is_none() {
                return None;
            }
            if is_amount(view, object)
                && matches!(frame.act, Act::Says | Act::Denies | Act::Opposes)
            {
                return None;
            }
            // "despite the taxes introduced by the mayor": the taxes, and no word more.
            if object < verb && view.head(verb) == Some(object) {
                // "penalties imposed by the bank": told in passing, and nobody's view.
                if frame.polarity == Polarity::Neutral {
                    return None;
                }
                let phrase = view.analysis.subtree(object);
                let start = view
                    .child(object, Deprel::Case)
                    .filter(|&case| case < object)
                    .map_or(phrase.start, |case| view.analysis.subtree(case).end);
                let ranges = view.stretch(start..view.analysis.subtree(verb).start, &[]);
                return (!ranges.is_empty()).then_some((3, ranges, object));
            }
            one(3, object)
        }
        Complement::Quote | Complement::Holder => None,
    }
}

/// What hangs on `nominal` behind `preposition`.
fn below(view: &View<'_>, nominal: usize, preposition: &str) -> Option<usize> {
    view.children(nominal).find(|&child| {
        child > nominal
            && matches!(view.deprel(child), Deprel::Nmod | Deprel::Obl | Deprel::Acl)
            && view.preposition(child).as_deref() == Some(preposition)
    })
}

/// The clause that the parser hung on those who are told it: `told voters that taxes would fall`.
fn told_that(view: &View<'_>, told: usize) -> Option<usize> {
    view.children(told).find(|&clause| view.is_stray_that(clause))
}

/// Where the quotation ends that stands behind an object and a preposition, whatever the tree makes of it: `characterized
/// the mayor as, “a little lost”`.
fn quoted_behind(view: &View<'_>, object: usize, preposition: &str) -> Option<usize> {
    let sentence = view.sentence(object);
    let mark = (object + 1..sentence.end).find(|&token| view.quotation(token).is_some())?;
    let last = (object + 1..mark).rev().find(|&token| view.is_word(token))?;
    let quotation = view.quotation(mark).and_then(|idx| view.analysis.quotations.get(idx))?;
    let bare = (object + 1..mark)
        .all(|token| !matches!(view.upos(token), Upos::Verb | Upos::Sconj | Upos::Cconj));
    (bare && view.is(last, preposition)).then(|| view.analysis.tokens_in(quotation.range).end)
}

/// The stretch from an object to `end`.
fn from_to(view: &View<'_>, object: usize, end: usize) -> Option<(u8, Vec<TextRange>, usize)> {
    let start = view.analysis.subtree(object).start;
    let ranges = view.stretch(start..end, &[]);
    (!ranges.is_empty()).then_some((6, ranges, object))
}

/// An object with what it is called right behind it, whatever the tree makes of it: `called the vote “a farce”`, `called
/// the charges unfounded`. The stretch of both, and the word that heads it.
fn named_after(
    view: &View<'_>,
    verb: usize,
    arguments: &Arguments,
) -> Option<(usize, usize, usize)> {
    let object = arguments.object.filter(|&object| object > verb && !arguments.passive)?;
    if arguments.predicate.is_some() {
        return None;
    }
    let phrase = view.analysis.subtree(object);
    let sentence = view.sentence(verb);
    let behind = |token: usize| view.deprel(token) == Deprel::Amod && token > object;
    if let Some(adjective) = view.children(object).find(|&child| behind(child)) {
        return Some((phrase.start, view.analysis.subtree(adjective).end, adjective));
    }
    let mark = (object + 1..sentence.end.min(object + 10))
        .find(|&token| view.quotation(token).is_some())?;
    let bare = (object + 1..mark).all(|token| {
        view.is_word(token) && !matches!(view.upos(token), Upos::Verb | Upos::Sconj | Upos::Cconj)
    });
    let quotation = view.quotation(mark).and_then(|idx| view.analysis.quotations.get(idx))?;
    let inside = view.analysis.tokens_in(quotation.range);
    // "called the “special envoy”": the marks stand within the name, not behind it.
    let whole = inside.start == mark && !view.is_word(mark) && view.upos(mark - 1) != Upos::Det;
    let end = view.reach(verb, inside.end, false);
    (bare && whole && object < mark).then_some((phrase.start.max(verb + 1), end, object))
}

/// From an object to what is said of it, without an object that is but a pronoun of the sentence around; two stretches where something else stands between.
fn pair(view: &View<'_>, first: usize, second: usize) -> Option<Vec<TextRange>> {
    let (a, b) = (view.analysis.subtree(first), view.analysis.subtree(second));
    let around_cue = view.head(second).is_some_and(|cue| a.end <= cue && cue < b.start);
    if a.start < b.start
        && b.start <= a.end + 3
        && view.head(first) == view.head(second)
        && !around_cue
    {
        let end = b.end.max(a.end);
        let end = view.head(first).filter(|&verb| verb < first).map_or(end, |verb| {
            let clausal = view.is_infinitive(second);
            view.cut(verb, b.start, view.reach(verb, end, false), clausal).max(b.start + 1)
        });
        return Some(view.stretch(a.start..end, &[]));
    }
    // "the firm, which is expected to sell": the pronoun says nothing that could be shown.
    let shown = !matches!(view.xpos(first), "WP" | "WDT");
    let mut ranges: Vec<TextRange> = view
        .content(first, &[])
        .into_iter()
        .filter(|_| shown)
        .chain(view.content(second, &[]))
        .collect();
    ranges.sort_unstable();
    let overlap = ranges.windows(2).any(|pair| pair[0].overlaps(pair[1]));
    (!overlap).then_some(ranges)
}

/// What follows the preposition of `head`.
pub(super) fn after_preposition(view: &View<'_>, head: usize) -> Option<Vec<TextRange>> {
    let tokens = view.analysis.subtree(head);
    let case = view
        .children(head)
        .filter(|&child| matches!(view.deprel(child), Deprel::Case | Deprel::Mark) && child < head)
        .map(|child| view.analysis.subtree(child).end)
        .next()?;
    let end = view
        .head(head)
        .filter(|&cue| cue < head)
        .map_or(tokens.end, |cue| view.cut(cue, case, view.reach(cue, tokens.end, false), false));
    let ranges = view.stretch(case.max(tokens.start)..end, &[]);
    (!ranges.is_empty()).then_some(ranges)
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
            || (view.deprel(child) == Deprel::Advmod && child + 1 == first)
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
    use crate::briefing::positions::testing::check_contents as check;

    #[test]
    fn what_a_thing_is_called_goes_with_it() {
        check(
            "Lindqvist called most of the pilots “dreamers.”",
            &["most of the pilots “dreamers.”"],
        );
        check(
            "Haddad called the festival “a proof of how music can carry people over any border.”",
            &["the festival “a proof of how music can carry people over any border.”"],
        );
    }

    #[test]
    fn a_past_taken_for_a_participle_and_a_likeness_in_marks_report() {
        check(
            "After a week of talks, Ana Lee, an old friend of the mayor, called Tom Hall's letter of Monday “a bad joke.”",
            &["Tom Hall's letter of Monday “a bad joke.”"],
        );
        check("Ana Lee likened the toll to “burning money.”", &["the toll to “burning money.”"]);
    }

    #[test]
    fn a_second_clause_belongs_to_what_is_said() {
        check(
            "Ruiz said the figures were “incomplete” and that the report did not tell whether the bridge had a fault.",
            &[
                "the figures were “incomplete” and that the report did not tell whether the bridge had a fault",
            ],
        );
        check(
            "The mayor called on the council to end the strike.",
            &["the council to end the strike"],
        );
    }
}
