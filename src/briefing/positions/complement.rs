//! What a verb that reports takes for its content: the clause of `said`, the two halves of `called the plan a farce`.
//!
//! A frame tells the shape; which words of the sentence fill it is found here. Whether the verb is a cue at all, and
//! whose, is for `cue` to say.

use super::arguments::Arguments;
use super::aside::{host, lost, lost_subject, may_be_aside, parted, without};
use super::holder::Sort;
use super::lexicon::{Complement, Entry, Frame, Polarity};
use super::occasion::{after_time, is_amount, is_circumstance};
use super::view::View;
use crate::briefing::Act;
use crate::language::{Deprel, Upos};
use crate::text::TextRange;

/// A rank among the frames of one verb, the content as stretches, and the word that heads it.
pub(super) type Content = (u8, Vec<TextRange>, usize);

/// One frame of a cue at its verb.
pub(super) struct Taken<'v, 'a> {
    pub(super) view: &'v View<'a>,
    pub(super) verb: usize,
    pub(super) arguments: &'v Arguments,
    /// The further words of the cue.
    pub(super) rest: &'v [usize],
    pub(super) entry: &'v Entry,
    pub(super) frame: &'v Frame,
}

impl Taken<'_, '_> {
    /// What the frame takes here; `None` where the sentence does not hold it.
    pub(super) fn content(&self) -> Option<Content> {
        let Self { view, arguments, rest, .. } = *self;
        match self.frame.complement {
            Complement::Clause | Complement::AddresseeClause => self.clause(),
            Complement::Question | Complement::AddresseeQuestion => {
                // "made clear what he wanted", with the question hung on a word of the cue.
                let on_cue = || {
                    rest.iter().flat_map(|&word| view.children(word)).find(|&child| {
                        view.deprel(child) == Deprel::Ccomp && view.is_question(child)
                    })
                };
                Some(self.one(8, arguments.question.or_else(on_cue)?))
            }
            Complement::Infinitive => self.infinitive(),
            Complement::Gerund => Some(self.one(6, arguments.gerund?)),
            Complement::ObjectInfinitive => self.object_infinitive(),
            Complement::ObjectPredicate => self.object_predicate(),
            Complement::ObjectState => self.object_state(),
            Complement::ObjectPreposition(preposition) => self.object_preposition(preposition),
            Complement::AddresseePreposition(preposition) => {
                // "warned clients of a crisis", with what they are warned of hung on them.
                let head = arguments.with(preposition).or_else(|| {
                    let told = self.object().filter(|&object| view.sort(object) == Sort::Person)?;
                    below(view, told, preposition)
                })?;
                after_preposition(view, head).map(|ranges| (5, ranges, head))
            }
            Complement::Preposition(words) => self.preposition(words),
            Complement::Object => self.object_alone(),
            Complement::Quote | Complement::Holder => None,
        }
    }

    fn object(&self) -> Option<usize> {
        let Self { view, verb, arguments, rest, .. } = *self;
        // In the passive the subject is what the object was.
        let object = if arguments.passive {
            arguments.subject.or(arguments.object)
        } else {
            arguments.object
        };
        // "call on leaders to end the war": the noun after the preposition is the object.
        let behind_rest = || {
            rest.iter()
                .filter_map(|&word| view.head(word))
                .find(|&head| head != verb && view.head(head) == Some(verb))
        };
        // "condemned what she called a plot": a clause that stands for a noun.
        let free = || {
            let first = |clause: &usize| view.analysis.subtree(*clause).start;
            arguments.question.filter(|clause| {
                !arguments.passive && first(clause) > verb && view.is(first(clause), "what")
            })
        };
        object.or_else(behind_rest).or_else(free)
    }

    /// The phrase or clause that `head` heads, from `start` on.
    fn from(&self, rank: u8, head: usize, start: usize) -> Content {
        let Self { view, verb, arguments, frame, .. } = *self;
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
        (rank, view.stretch(start..end, &[]), head)
    }

    /// The phrase or clause that `head` heads, without what is the cue's or opens the whole sentence.
    fn one(&self, rank: u8, head: usize) -> Content {
        let Self { view, verb, rest, .. } = *self;
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
        self.from(rank, head, start)
    }

    /// `said that`, `told voters that`; also where the clause stands around the verb.
    fn clause(&self) -> Option<Content> {
        let Self { view, verb, arguments, entry, frame, .. } = *self;
        if let Some(claim) = parted(view, verb, arguments, entry) {
            return Some(claim);
        }
        if let Some(clause) = arguments.clause {
            if let Some(start) = lost_subject(view, verb, arguments, clause, frame) {
                return Some(self.from(8, clause, start));
            }
            let (rank, ranges, head) = self.one(8, clause);
            return Some((rank, without(view, head, verb, ranges), head));
        }
        if let Some(question) = arguments.question {
            return Some(self.one(7, question));
        }
        let told = matches!(frame.complement, Complement::AddresseeClause);
        if let Some(clause) =
            self.object().filter(|_| told).and_then(|object| told_that(view, object))
        {
            return Some(self.one(8, clause));
        }
        host(view, verb, arguments)
            .filter(|_| may_be_aside(view, verb, entry))
            .map(|(ranges, head)| (8, ranges, head))
            .or_else(|| lost(view, verb, arguments, entry))
    }

    /// `promised to leave`, `was promised to leave`.
    fn infinitive(&self) -> Option<Content> {
        let Self { view, verb, arguments, .. } = *self;
        let infinitive = arguments.infinitive?;
        if arguments.passive {
            return pair(view, arguments.subject?, infinitive)
                .map(|ranges| (6, ranges, infinitive));
        }
        (arguments.object.is_none() || view.is(verb, "promised")).then(|| self.one(6, infinitive))
    }

    /// `urged the king to leave`.
    fn object_infinitive(&self) -> Option<Content> {
        let Self { view, arguments, rest, .. } = *self;
        // "urged the United Nations to send monitors", taken for those to whom.
        let urged = arguments.object.is_none() && arguments.indirect.is_some();
        // "the attention commanded by Hall to pound the policy": what it was for.
        let bidden = arguments.agent.is_some()
            && (view.deprel(self.verb) != Deprel::Acl
                || self.object().is_some_and(|object| view.sort(object) == Sort::Person));
        let infinitive = arguments
            .infinitive
            .or(arguments.purpose.filter(|_| urged || !rest.is_empty() || bidden))?;
        // "told his aides to leave", with the aides as those told.
        match self.object().or(arguments.indirect) {
            Some(object) => pair(view, object, infinitive).map(|ranges| (7, ranges, infinitive)),
            // "wants him to leave" with "him" as the subject of what follows.
            None if view.analysis.subject(infinitive).is_some() => Some(self.one(7, infinitive)),
            None => None,
        }
    }

    /// `called the plan a disaster`.
    fn object_predicate(&self) -> Option<Content> {
        let Self { view, verb, arguments, .. } = *self;
        let object = self.object();
        // "called the ruling a win", with the win in apposition; a real apposition has its comma.
        let apposed = object.filter(|_| arguments.predicate.is_none()).filter(|&object| {
            view.analysis.children_as(object, Deprel::Appos).any(|child| {
                let start = view.analysis.subtree(child).start;
                child > object && start > 0 && view.is_word(start - 1)
            })
        });
        if let Some(object) = apposed {
            return Some(self.one(7, object));
        }
        if let Some((start, end, head)) = named_after(view, verb, arguments) {
            let end = (start..end).find(|&at| view.names_reporter(at)).unwrap_or(end);
            let ranges = view.stretch(start..end, &[]);
            return (!ranges.is_empty()).then_some((7, ranges, head));
        }
        let (first, second) = match (arguments.indirect, arguments.object, arguments.predicate) {
            (_, _, Some(predicate)) => (object?, predicate),
            (Some(indirect), Some(object), None) => (indirect, object),
            _ => return None,
        };
        pair(view, first, second).map(|ranges| (7, ranges, second))
    }

    /// `showed the mayor leading by two points`, `put the mayor at 40 percent`: the object with what it does or where it
    /// stands, up to the end of the clause.
    fn object_state(&self) -> Option<Content> {
        let Self { view, verb, arguments, .. } = *self;
        let behind = |&child: &usize| child > verb;
        let clause = view.children(verb).filter(behind).find(|&child| is_tenseless(view, child));
        let object = arguments
            .object
            .or(arguments.indirect)
            .or_else(|| view.analysis.subject(clause?))
            .filter(|object| behind(object) && !arguments.passive)?;
        let below =
            view.children(verb).chain(view.children(object)).filter(|&child| child > object);
        let state = clause.filter(|&clause| clause > object).or_else(|| {
            below.into_iter().find(|&child| is_tenseless(view, child) || is_standing(view, child))
        })?;
        let start = view.analysis.subtree(object).start.max(verb + 1);
        let end = view.analysis.subtree(state).end.max(view.analysis.subtree(object).end);
        let end = view.cut(verb, start, view.reach(verb, end, true), true);
        let ranges = view.stretch(start..end, &[]);
        (!ranges.is_empty()).then_some((6, ranges, state))
    }

    /// `accused the bank of fraud`.
    fn object_preposition(&self, preposition: &str) -> Option<Content> {
        let Self { view, arguments, .. } = *self;
        let object = self.object();
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
                Some(inside) => {
                    let (rank, ranges, _) = self.one(6, object);
                    Some((rank, ranges, inside))
                }
                None => from_to(view, object, quoted_behind(view, object, preposition)?),
            };
        };
        match object {
            Some(object) => pair(view, object, second).map(|ranges| (7, ranges, second)),
            // "the cuts they see as needed": what they see so, the clause does not say.
            None if preposition == "as" && is_said_of_a_noun(view, self.verb) => None,
            None => after_preposition(view, second).map(|ranges| (5, ranges, second)),
        }
    }

    /// `called for a truce`, `spoke in favor of the bill`.
    fn preposition(&self, words: &str) -> Option<Content> {
        let Self { view, arguments, rest, .. } = *self;
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
        // "came out against the plan, for many reasons": the first is what it is about.
        let second = arguments.prepositional.iter().any(|&(_, other)| {
            other < head && other > self.verb && (other..head).any(|at| view.is(at, ","))
        });
        // "I thought of Tom Hall": of nothing that he held.
        let person = view.lemma(self.verb) == "think" && view.upos(head) == Upos::Propn;
        if arguments.object.is_some_and(|object| !own(object))
            || is_circumstance(view, head)
            || second
            || person
        {
            return None;
        }
        after_preposition(view, head).map(|ranges| (4, ranges, head))
    }

    /// `backed the plan`.
    fn object_alone(&self) -> Option<Content> {
        let Self { view, verb, arguments, frame, .. } = *self;
        // "what she wants", "cited it": nothing that a reader could use.
        let object = self.object().filter(|&object| {
            view.upos(object) != Upos::Pron || view.children(object).next().is_some()
        })?;
        if arguments.passive && arguments.agent.is_none() {
            return None;
        }
        if is_amount(view, object) && matches!(frame.act, Act::Says | Act::Denies | Act::Opposes) {
            return None;
        }
        // "despite the taxes introduced by the mayor": the taxes, and no word more.
        if object < verb && view.head(verb) == Some(object) {
            // "penalties imposed by the bank": told in passing, and nobody's view.
            if frame.polarity == Polarity::Neutral {
                return None;
            }
            let phrase = view.analysis.subtree(object);
            let before = |deprel| view.child(object, deprel).filter(|&child| child < object);
            let be = before(Deprel::Cop);
            // "Monday is the day of the fair, opened by the mayor": what was opened, the tree does not know.
            if be.is_some() && view.is(verb - 1, ",") {
                return None;
            }
            let start = before(Deprel::Case)
                .map_or(phrase.start, |case| view.analysis.subtree(case).end)
                .max(be.map_or(0, |be| be + 1));
            // "the plan, backed by Peru but opposed by Chile": each of the plan alone.
            let clauses = view.analysis.children_as(object, Deprel::Acl).filter(|&it| it > object);
            let end = clauses.map(|clause| view.analysis.subtree(clause).start).min();
            let own = view.analysis.subtree(verb).start;
            let ranges = view.stretch(start..end.unwrap_or(own).min(own), &[]);
            return (!ranges.is_empty()).then_some((3, ranges, object));
        }
        Some(self.one(3, object))
    }
}

/// Whether a clause tells in what state something is found: `leading the field`, `poised to win`.
fn is_tenseless(view: &View<'_>, clause: usize) -> bool {
    let hung =
        matches!(view.deprel(clause), Deprel::Xcomp | Deprel::Advcl | Deprel::Ccomp | Deprel::Acl);
    let whole = !view.children(clause).any(|child| {
        matches!(view.deprel(child), Deprel::Mark | Deprel::Aux | Deprel::AuxPass | Deprel::Cop)
    });
    let start = view.analysis.subtree(clause).start;
    hung && whole
        && matches!(view.xpos(clause), "VBG" | "VBN" | "VBD" | "JJ")
        && view.is_word(start.saturating_sub(1))
}

/// Whether a phrase tells where something stands: `with a narrow lead`, `at 40 percent`, `three points over the mayor`.
fn is_standing(view: &View<'_>, phrase: usize) -> bool {
    let start = view.analysis.subtree(phrase).start;
    let placed = match view.deprel(phrase) {
        Deprel::Obl | Deprel::Nmod => matches!(
            view.preposition(phrase).as_deref(),
            Some(
                "ahead" | "at" | "atop" | "behind" | "between" | "in" | "under" | "with" | "within"
            )
        ),
        Deprel::OblUnmarked => view.child(phrase, Deprel::Nummod).is_some(),
        _ => false,
    };
    placed && !is_circumstance(view, phrase) && view.is_word(start.saturating_sub(1))
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
fn from_to(view: &View<'_>, object: usize, end: usize) -> Option<Content> {
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
    // "urged those calling for a vote to wait": whoever those are, their clause tells.
    let behind = view.head(second).into_iter().flat_map(|verb| view.children(verb));
    let told = behind.into_iter().find(|&clause| {
        view.is(first, "those") && clause == first + 1 && view.xpos(clause) == "VBG"
    });
    if told.is_some_and(|clause| view.analysis.subtree(clause).end == b.start) {
        return Some(view.stretch(a.start..b.end, &[]));
    }
    // "the deal, described by Lee as historic": the deal without the clause that hangs on it.
    let clause =
        view.head(second).filter(|&clause| view.head(clause) == Some(first) && first < clause);
    if let Some(clause) = clause {
        let case = view.child(first, Deprel::Case).filter(|&case| case < first);
        let start = case.map_or(a.start, |case| view.analysis.subtree(case).end);
        let mut ranges = view.stretch(start..view.analysis.subtree(clause).start, &[]);
        ranges.extend(view.content(second, &[]));
        return Some(ranges);
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

/// Whether a clause is said of a noun, and not of the `what` that opens it.
fn is_said_of_a_noun(view: &View<'_>, verb: usize) -> bool {
    let noun = view.head(verb).filter(|_| view.deprel(verb) == Deprel::AclRelcl);
    noun.is_some_and(|noun| matches!(view.upos(noun), Upos::Noun | Upos::Propn))
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

#[cfg(test)]
mod tests {
    use crate::briefing::positions::testing::{check_contents as check, texts};

    #[test]
    fn what_a_thing_is_called_goes_with_it() {
        check(
            "Lindqvist called most of the pilots “dreamers.”",
            &["called most of the pilots “dreamers.”"],
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
            &["called Tom Hall's letter of Monday “a bad joke.”"],
        );
        check(
            "Ana Lee likened the toll to “burning money.”",
            &["likened the toll to “burning money.”"],
        );
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
            &["called on the council to end the strike"],
        );
    }

    #[test]
    fn what_a_thing_is_described_as_beside_it() {
        assert_eq!(
            texts("The deal, described by Mary Vale as historic, was dropped."),
            ["Mary Vale described the deal as historic."]
        );
        assert_eq!(
            texts(
                "The deal, described by Vale as historic, was dismissed by farmers as a betrayal."
            ),
            ["Farmers dismissed the deal, described by Vale as historic, as a betrayal."]
        );
    }

    #[test]
    fn what_somebody_commands_is_not_told_to_do_what_it_is_for() {
        assert_eq!(
            texts("The attention commanded by Tom Hall to pound the policy was great."),
            [""; 0]
        );
        assert_eq!(
            texts("The soldiers ordered by Tom Hall to leave the fort were tired."),
            ["Tom Hall ordered the soldiers to leave the fort."]
        );
    }

    #[test]
    fn what_one_backs_another_opposes() {
        assert_eq!(
            texts(
                "The plan, backed by France and Germany but opposed by Poland, would spread refugees across the union."
            ),
            ["France backed the plan.", "Germany backed the plan.", "Poland opposed the plan."]
        );
    }
}
