//! How positions stand to each other: who holds the opposite of what somebody else holds, and which position takes the
//! place of an earlier one of the same holder.
//!
//! Both are told from the words that two positions share and from the side that each takes. A link is missing rather
//! than wrong: positions of holders who are not known are not compared.

use std::collections::{BTreeMap, BTreeSet};

use super::lexicon::{self, Class};
use super::view::View;
use crate::briefing::people::is_person;
use crate::briefing::{Act, ActorId, Certainty, Holder, Position, certainty};
use crate::language::{Deprel, Upos};
use crate::text::TextRange;

/// Words at a cue that put what was held into the past.
const PAST: &[&str] =
    &["previously", "once", "initially", "originally", "earlier", "formerly", "first", "used"];

/// Words at a cue that tell a change of mind.
const CHANGE: &[&str] = &[
    "now",
    "longer",
    "finally",
    "later",
    "concede",
    "admit",
    "acknowledge",
    "reverse",
    "backtrack",
    "retract",
    "relent",
    "recant",
    "since",
];

/// Words that tell nothing of the matter.
const EMPTY: &[&str] = &[
    "be", "have", "do", "go", "make", "take", "get", "say", "would", "thing", "time", "year",
    "way", "people", "other", "such", "new", "more", "many", "much",
];

/// Which side of its matter a position takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    For,
    Against,
    /// Doubts, asks, leaves open.
    Open,
}

/// One statement of a position: a quotation of three sentences makes three.
struct Statement<'a> {
    /// The lemmas that tell what it is about.
    words: BTreeSet<&'a str>,
    /// The word that heads it: the verb of a clause, the noun of a phrase.
    head: &'a str,
    /// Whether it is a clause, which can be true or false.
    clausal: bool,
    side: Side,
}

/// The positions so far, by what alone can link a later one to them: a long article has too many pairs to compare all.
#[derive(Default)]
struct Seen<'a> {
    by_word: BTreeMap<&'a str, Vec<usize>>,
    by_sentence: BTreeMap<Option<usize>, Vec<usize>>,
    /// Those against somebody, whom a bare denial may answer.
    against: Vec<usize>,
}

impl<'a> Seen<'a> {
    fn add(
        &mut self,
        view: &View<'_>,
        idx: usize,
        position: &Position,
        statements: &[Statement<'a>],
    ) {
        let words: BTreeSet<&str> =
            statements.iter().flat_map(|on| on.words.iter().copied()).collect();
        for word in words {
            self.by_word.entry(word).or_default().push(idx);
        }
        self.by_sentence.entry(sentence(view, position)).or_default().push(idx);
        if position.act == Act::Opposes {
            self.against.push(idx);
        }
    }

    /// Those that share a word or the sentence with a later position, in the order of the text.
    fn comparable(
        &self,
        view: &View<'_>,
        later: &Position,
        statements: &[Statement<'a>],
    ) -> BTreeSet<usize> {
        let words = statements.iter().flat_map(|on| &on.words);
        let sharing = words.filter_map(|word| self.by_word.get(word)).flatten();
        let beside = self.by_sentence.get(&sentence(view, later)).into_iter().flatten();
        let accusing = self.against.iter().filter(|_| later.act == Act::Denies);
        sharing.chain(beside).chain(accusing).copied().collect()
    }
}

/// Links the positions of an article, given in the order of the text.
pub(super) fn link(view: &View<'_>, positions: &mut [Position]) {
    let statements: Vec<Vec<Statement<'_>>> =
        positions.iter().map(|position| statements(view, position)).collect();
    let mut opposed: Vec<Vec<usize>> = vec![Vec::new(); positions.len()];
    let mut replaces: Vec<Option<usize>> = vec![None; positions.len()];
    let mut seen = Seen::default();
    for (second, later) in positions.iter().enumerate() {
        for first in seen.comparable(view, later, &statements[second]) {
            let earlier = &positions[first];
            let said = (statements[first].as_slice(), statements[second].as_slice());
            if earlier.holder == later.holder {
                if matches!(later.holder, Holder::Actor(_))
                    && let Some(old_is_first) = change(view, earlier, later, said)
                {
                    let (old, new) = if old_is_first { (first, second) } else { (second, first) };
                    replaces[new].get_or_insert(old);
                }
            } else if are_two(view, earlier, later) && are_opposed(view, earlier, later, said) {
                opposed[first].push(second);
                opposed[second].push(first);
            }
        }
        seen.add(view, second, later, &statements[second]);
    }
    for ((position, opposed), replaces) in positions.iter_mut().zip(opposed).zip(replaces) {
        position.opposed = opposed;
        position.replaces = replaces;
    }
}

/// Whether two positions are surely those of two holders: two actors, or an actor and a source without a name that none
/// of the actor's names tells, such as `critics`.
fn are_two(view: &View<'_>, a: &Position, b: &Position) -> bool {
    match (a.holder, b.holder) {
        (Holder::Actor(a), Holder::Actor(b)) => a != b,
        (Holder::Actor(actor), Holder::Unnamed) => is_another(view, actor, b.source),
        (Holder::Unnamed, Holder::Actor(actor)) => is_another(view, actor, a.source),
        _ => false,
    }
}

fn is_another(view: &View<'_>, actor: ActorId, source: Option<TextRange>) -> bool {
    let Some(source) = source else { return false };
    let tokens = view.analysis.tokens_in(source);
    let people =
        tokens.clone().any(|token| view.xpos(token) == "NNS" && is_person(view.lemma(token)));
    let Some(actor) = view.cast.actors.get(actor.0) else { return false };
    let told = |token: usize| {
        let mut names = std::iter::once(&actor.name).chain(&actor.aliases);
        names.any(|name| name.split(' ').any(|word| word.eq_ignore_ascii_case(view.word(token))))
    };
    people && !tokens.clone().any(told)
}

impl Statement<'_> {
    fn shared(&self, other: &Self) -> usize {
        self.words.intersection(&other.words).count()
    }

    /// Whether both say one thing, on whichever side: `the wall` and `the wall`, `the army took the town` and `the army
    /// did not take the town`. What heads them is the same, and most words of the shorter.
    fn is_same(&self, other: &Self) -> bool {
        let shorter = self.words.len().min(other.words.len());
        let longer = self.words.len().max(other.words.len());
        let shared = self.shared(other);
        shared > 0 && self.head == other.head && shared * 3 >= shorter * 2 && shared * 4 >= longer
    }

    /// Whether this speaks of a claim that the other makes: `accusations that the bank hid losses`.
    fn takes_up(&self, other: &Self) -> bool {
        let shared = self.shared(other);
        self.words.contains(other.head) && shared >= 3 && shared * 3 >= other.words.len() * 2
    }

    fn is_near(&self, other: &Self) -> bool {
        let shared = self.shared(other);
        shared >= 2 && shared * 5 >= self.words.len().min(other.words.len()) * 2
    }
}

/// What a position states: below each word of its content that hangs on none of the others. Who backs and who opposes a
/// thing tell of one thing, so the deed itself does not count.
fn statements<'a>(view: &View<'a>, position: &Position) -> Vec<Statement<'a>> {
    let deed =
        |token: &usize| position.cue.is_some_and(|cue| cue.contains_range(view.range(*token)));
    let inside: BTreeSet<usize> = position
        .content
        .iter()
        .flat_map(|range| view.analysis.tokens_in(*range))
        .filter(|token| !deed(token))
        .collect();
    let tops = inside.iter().copied().filter(|&token| {
        tells(view, token) && view.head(token).is_none_or(|above| !inside.contains(&above))
    });
    let statement = |top: usize| {
        let head = innermost(view, top);
        let words: BTreeSet<&str> = view
            .analysis
            .subtree(head)
            .filter(|token| inside.contains(token) && tells(view, *token))
            // "declined to comment" says nothing of anybody's comments.
            .filter(|&token| !(view.upos(token) == Upos::Verb && view.lemma(token) == "comment"))
            .map(|token| view.lemma(token))
            .filter(|lemma| !EMPTY.contains(lemma))
            .collect();
        Statement {
            words,
            head: view.lemma(head),
            clausal: view.analysis.subject(head).is_some(),
            side: side(view, position, head),
        }
    };
    tops.map(statement).collect()
}

fn tells(view: &View<'_>, token: usize) -> bool {
    matches!(view.upos(token), Upos::Noun | Upos::Propn | Upos::Verb | Upos::Adj)
}

/// What is said at last in `said he had told her that the bank would pay`: the verb of paying.
fn innermost(view: &View<'_>, top: usize) -> usize {
    let mut head = top;
    while !lexicon::entries(view.lemma(head), Class::Verb).is_empty()
        && certainty::negation(view.document, view.analysis, head).is_none()
        && let Some(clause) = reported(view, head)
    {
        head = clause;
    }
    head
}

/// The clause that a verb of saying takes, also where the parser hung it on a noun between: `told her at the start of
/// the meeting that the bank would pay`.
fn reported(view: &View<'_>, verb: usize) -> Option<usize> {
    let own = view.child(verb, Deprel::Ccomp).filter(|&clause| clause > verb);
    let own = own.filter(|&clause| view.is_finite(clause));
    own.or_else(|| {
        (verb + 1..view.analysis.subtree(verb).end).find(|&clause| view.is_stray_that(clause))
    })
}

/// The side that a position takes by what `head` heads in it.
fn side(view: &View<'_>, position: &Position, head: usize) -> Side {
    let at_cue = |marker: TextRange| position.cue.is_some_and(|cue| cue.overlaps(marker));
    match (position.act, position.certainty) {
        (Act::Supports, Certainty::Asserted) => Side::For,
        (Act::Opposes | Act::Denies, Certainty::Asserted | Certainty::Negated) => Side::Against,
        (Act::Asks | Act::Supports | Act::Opposes | Act::Denies, _) => Side::Open,
        // Who does not believe it is against it, but who does not say it, or ask for it, need not be.
        (act, certainty) if position.marker.is_some_and(at_cue) => match (act, certainty) {
            (Act::Says | Act::Demands, Certainty::Negated) => Side::Open,
            (_, Certainty::Negated) => Side::Against,
            _ => Side::Open,
        },
        _ => match certainty::of(view.document, view.analysis, head).0 {
            Certainty::Asserted => Side::For,
            Certainty::Negated => Side::Against,
            _ => Side::Open,
        },
    }
}

/// Whether two positions of two holders take opposite sides of one thing.
fn are_opposed(
    view: &View<'_>,
    a: &Position,
    b: &Position,
    (said_a, said_b): (&[Statement<'_>], &[Statement<'_>]),
) -> bool {
    // What is reported inside what somebody says is no answer to him.
    let overlap = |a: &Position, b: &Position| {
        a.content.iter().any(|range| b.content.iter().any(|other| other.overlaps(*range)))
    };
    if (a.cue.is_some() && a.cue == b.cue) || overlap(a, b) {
        return false;
    }
    // "supports the tax" and "said the tax did not rise" share a word and no quarrel.
    let attitude = |position: &Position| {
        matches!(position.act, Act::Supports | Act::Opposes | Act::Demands | Act::Promises)
    };
    // Who contradicts somebody is not against him: whom alone is no matter.
    let denies =
        |position: &Position, on: &Statement<'_>| position.act == Act::Denies && on.words.len() > 1;
    // Who mentions a thing and who does not have no quarrel about it.
    let comparable = |on_a: &Statement<'_>, on_b: &Statement<'_>| {
        let clauses = on_a.clausal && on_b.clausal && on_a.words.len().min(on_b.words.len()) > 1;
        attitude(a) == attitude(b) && (attitude(a) || clauses)
    };
    let quarrel = |on_a: &Statement<'_>, on_b: &Statement<'_>| {
        are_opposite(on_a.side, on_b.side)
            && ((comparable(on_a, on_b) && on_a.is_same(on_b))
                || (denies(a, on_a) && (on_a.is_same(on_b) || on_a.takes_up(on_b)))
                || (denies(b, on_b) && (on_b.is_same(on_a) || on_b.takes_up(on_a))))
    };
    said_a.iter().any(|on_a| said_b.iter().any(|on_b| quarrel(on_a, on_b)))
        || rejects_claim(view, a, b, (said_a, said_b))
        || rejects_claim(view, b, a, (said_b, said_a))
}

fn are_opposite(a: Side, b: Side) -> bool {
    matches!((a, b), (Side::For, Side::Against) | (Side::Against, Side::For))
}

/// Whether the first position rejects what the second claims, by its name and its claimant: `disputes the bank's
/// accusations that the reports were wrong`, with the bank's own words on the reports.
fn rejects_claim(
    view: &View<'_>,
    a: &Position,
    b: &Position,
    (said_a, said_b): (&[Statement<'_>], &[Statement<'_>]),
) -> bool {
    let Holder::Actor(claimant) = b.holder else { return false };
    let by_name = |on: &Statement<'_>| {
        on.side == Side::Against && !lexicon::entries(on.head, Class::Noun).is_empty()
    };
    // "Lee has denied the allegations", with those that somebody raised against him.
    let alone = |on: &Statement<'_>| on.words.len() == 1;
    let accused = a.act == Act::Denies
        && b.act == Act::Opposes
        && b.evidence.first().start() < a.evidence.first().start()
        && matches!(a.holder, Holder::Actor(accused) if b.about.contains(&accused));
    if accused && said_a.iter().any(|on| by_name(on) && alone(on)) {
        return true;
    }
    let named = matches!(a.act, Act::Denies | Act::Opposes)
        && a.content.iter().any(|range| view.cast.mentioned_in(*range).contains(&claimant));
    named
        && said_a
            .iter()
            .filter(|on| by_name(on))
            .any(|on_a| said_b.iter().any(|on_b| on_b.side != Side::Open && on_a.shared(on_b) >= 2))
}

/// Whether one of two positions of the same holder took the place of the other: `Some(true)` where the first in the
/// text is the old one.
fn change(
    view: &View<'_>,
    first: &Position,
    second: &Position,
    (said_first, said_second): (&[Statement<'_>], &[Statement<'_>]),
) -> Option<bool> {
    let pairs = || said_first.iter().flat_map(|a| said_second.iter().map(move |b| (a, b)));
    let near = || pairs().any(|(a, b)| a.is_near(b));
    let opposite = || pairs().any(|(a, b)| are_opposite(a.side, b.side) && a.is_near(b));
    let taken_back = || pairs().any(|(a, b)| are_opposite(a.side, b.side) && a.is_same(b));
    let told = |position: &Position, words: &[&str]| has_at_cue(view, position, words);
    let together = sentence(view, first) == sentence(view, second);
    let gives_way = (told(second, CHANGE) && (together || near())) || opposite();
    if told(first, PAST) && gives_way {
        return Some(true);
    }
    if told(second, PAST) && !told(first, PAST) && opposite() {
        return Some(false);
    }
    // "will vote for him, but conceded that she would not tell others to" is no change of mind.
    (told(second, CHANGE) && taken_back()).then_some(true)
}

/// The sentence where a position starts.
fn sentence(view: &View<'_>, position: &Position) -> Option<usize> {
    let first = view.analysis.tokens_in(position.evidence.first()).next();
    first.map(|token| view.analysis.sentence_of(token))
}

/// Whether one of the words belongs to the cue of a position.
fn has_at_cue(view: &View<'_>, position: &Position, words: &[&str]) -> bool {
    let Some(cue) = position.cue else { return false };
    let tokens = view.analysis.tokens_in(cue);
    (tokens.start.saturating_sub(1)..tokens.end)
        .any(|token| view.is_one_of(token, words) || words.contains(&view.lemma(token)))
}

#[cfg(test)]
mod tests {
    use crate::briefing::{Position, actors, positions};
    use crate::language;
    use crate::testing::document;

    fn found(text: &str) -> Vec<Position> {
        let document = document(text);
        let analysis = language::analyze(&document);
        let cast = actors::find(&document, &analysis);
        positions::find(&document, &analysis, &cast)
    }

    #[test]
    fn who_backs_and_who_opposes_one_thing_are_linked() {
        let positions = found(
            "Ana Lee supports the new tax on sugar. Tom Ruiz opposes the new tax on sugar. Ana Lee met Tom Ruiz.",
        );
        assert_eq!(positions.len(), 2, "{positions:?}");
        assert_eq!(positions[0].opposed, [1]);
        assert_eq!(positions[1].opposed, [0]);
    }

    #[test]
    fn what_two_say_of_different_things_is_no_quarrel() {
        let positions = found(
            "Ana Lee supports the new tax on sugar. Tom Ruiz opposes the old bridge. Ana Lee met Tom Ruiz.",
        );
        assert!(positions.iter().all(|position| position.opposed.is_empty()), "{positions:?}");
    }

    /// Which pairs of positions are linked as opposed, by their places in the text.
    fn opposed(text: &str) -> Vec<(usize, usize)> {
        let pairs = |(at, position): (usize, Position)| {
            position
                .opposed
                .into_iter()
                .filter(move |&other| other > at)
                .map(move |other| (at, other))
        };
        found(text).into_iter().enumerate().flat_map(pairs).collect()
    }

    #[test]
    fn what_one_says_and_another_says_is_not_so_are_linked() {
        let text = "Peru said that the army had taken the town. Chile said the army had not taken the town.";
        assert_eq!(opposed(text), [(0, 1)]);
        let text = "Peru said that the army had taken the town. Chile denied that the army had taken the town.";
        assert_eq!(opposed(text), [(0, 1)]);
        let text =
            "Peru said that the army had taken the town. Chile said the army had taken the town.";
        assert!(opposed(text).is_empty());
    }

    #[test]
    fn a_quarrel_is_found_inside_a_report_and_in_any_sentence_of_a_quotation() {
        let text = "Peru said it had told Chile at the start of the talks that the bank would not pay for the dam. \
                    Chile said: “We are glad. The bank will pay for the dam!”";
        assert_eq!(opposed(text), [(0, 1)]);
    }

    #[test]
    fn who_rejects_a_claim_by_its_name_and_its_claimant_is_against_it() {
        let text = "Peru said that the reports of the bank hide losses. Chile disputed Peru’s claim that the reports of \
                    the bank hide losses.";
        assert_eq!(opposed(text), [(0, 1)]);
    }

    #[test]
    fn who_denies_what_he_is_accused_of_is_against_the_accuser() {
        let text = "Peter Hall accused Ana Lee of hiding losses. Lee has denied the allegations. Hall is a banker.";
        assert_eq!(opposed(text), [(0, 1)]);
        let text = "Peter Hall accused Tom Ruiz of hiding losses. Lee has denied the allegations. Hall is a banker.";
        assert!(opposed(text).is_empty());
    }

    #[test]
    fn people_without_a_name_can_be_against_somebody() {
        let text = "Ana Lee supports the new tax on sugar. Farmers oppose the new tax on sugar. Lee is the mayor.";
        assert_eq!(opposed(text), [(0, 1)]);
    }

    #[test]
    fn one_word_in_common_makes_no_quarrel() {
        let text = "Peru has not mentioned the drought. Chile cited the drought.";
        assert!(opposed(text).is_empty());
        let text = "Peru said the dam would not change the fact that the tax is illegal. Chile said the tax is illegal.";
        assert!(opposed(text).is_empty());
    }

    #[test]
    fn who_leaves_it_open_takes_no_side() {
        let text = "Peru said that the army had taken the town. Chile said the army may not have taken the town.";
        assert!(opposed(text).is_empty());
    }

    #[test]
    fn what_was_held_before_gives_way_to_what_is_conceded() {
        let positions = found(
            "Ana Lee previously denied that the bank had lost money. Lee conceded on Monday that the bank had lost money.",
        );
        assert_eq!(positions.len(), 2, "{positions:?}");
        assert_eq!(positions[1].replaces, Some(0));
        assert_eq!(positions[0].replaces, None);
    }

    #[test]
    fn who_does_not_say_it_is_not_against_it() {
        let text = "Ana Lee called on Peter Hall to resign. Tom Ruiz has not called on Peter Hall to resign.";
        assert!(opposed(text).is_empty());
        let text =
            "Ana Lee defended the comment. Tom Ruiz declined to comment. Ana Lee met Tom Ruiz.";
        assert!(opposed(text).is_empty());
    }

    #[test]
    fn what_is_said_again_and_again_is_no_change_of_mind() {
        let positions = found(
            "Ana Lee repeatedly said that the bank will pay for the dam. Lee said that she would not ask the bank for the \
             dam.",
        );
        assert_eq!(positions.len(), 2, "{positions:?}");
        assert!(positions.iter().all(|position| position.replaces.is_none()), "{positions:?}");
    }
}
