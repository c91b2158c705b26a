//! Which positions a reader must see: weights from who holds them, how they are put and where they stand.
//!
//! The weights are a reader's judgement, moved a little by a fit to briefings that an expert wrote: whether he listed the
//! position. A freer fit told those articles better and others worse.

use super::author;
use super::is_headline;
use super::lexicon::{self, Class};
use super::view::View;
use crate::briefing::{Act, Form, Holder, Position};
use crate::language::Upos;

/// What speaks for a position, as numbers between 0 and 1.
const FEATURES: usize = 27;

/// How much each feature of `features` counts, in its order.
const WEIGHTS: [f32; FEATURES] = [
    0.78, 0.99, 1.03, 0.59, 1.05, 0.86, 0.39, 0.89, 0.74, 0.83, 0.69, 0.32, 0.39, 0.24, -0.14,
    0.37, 1.02, 1.67, 0.83, 0.57, -3.00, 0.73, 0.18, -0.51, 0.63, 0.17, -0.77,
];

const BIAS: f32 = -3.15;

/// Sets the salience of each position, 0 to 1.
pub(super) fn weigh(view: &View<'_>, positions: &mut [Position]) {
    for position in positions {
        let features = features(view, position);
        let sum: f32 = features.iter().zip(WEIGHTS).map(|(feature, weight)| feature * weight).sum();
        position.salience = 1.0 / (1.0 + (-(BIAS + sum)).exp());
    }
}

fn features(view: &View<'_>, position: &Position) -> [f32; FEATURES] {
    let is = |holds: bool| f32::from(u8::from(holds));
    let tokens = || position.content.iter().flat_map(|range| view.analysis.tokens_in(*range));
    let words = tokens().filter(|&token| view.is_word(token)).count();
    let (actor, salience) = match position.holder {
        Holder::Actor(actor) => (1.0, view.cast.actor(actor).map_or(0.0, |actor| actor.salience)),
        _ => (0.0, 0.0),
    };
    let act = |acts: &[Act]| is(acts.contains(&position.act));
    let (tensed, said) = cue(view, position);
    let has_cue = position.cue.is_some();
    let end = view.text().len().max(1) as f32;
    // A clause states something; a noun alone only names it.
    let states = tokens().any(|token| view.has_tense(token));
    [
        actor,
        salience,
        if position.source.is_none() && position.holder == view.author() {
            author::strength(view, position.evidence.first())
        } else {
            0.0
        },
        is(position.holder == Holder::Unnamed && position.source.is_some()),
        is(position.form == Form::Direct),
        is(position.form == Form::Mixed),
        is(position.form == Form::Indirect),
        act(&[Act::Denies, Act::Warns]),
        act(&[Act::Promises, Act::Demands]),
        act(&[Act::Says]),
        act(&[Act::Opposes, Act::Supports]),
        act(&[Act::Plans]),
        act(&[Act::Asks]),
        act(&[Act::Believes]),
        // A few words say little alone, a whole speech says too much.
        is(words <= 2),
        is((3..=5).contains(&words)),
        is((6..=9).contains(&words)),
        is((10..=45).contains(&words)),
        is(words > 45),
        1.0 - position.evidence.first().start() as f32 / end,
        // The article says again what its title says, and says it better.
        is(is_headline(view, position.evidence.first())),
        is(has_cue && tensed && said),
        is(has_cue && tensed && !said),
        is(has_cue && !tensed && !said),
        is(states),
        is(!position.about.is_empty()),
        // "discussed the plan": a matter that somebody spoke about, and nothing said of it.
        is(position.act == Act::Says && position.form == Form::Indirect && has_cue && !states),
    ]
}

/// Whether the cue has tense, and whether it is a verb of saying: a verb with tense reports most plainly, a participle
/// or a noun in passing.
fn cue(view: &View<'_>, position: &Position) -> (bool, bool) {
    let Some(range) = position.cue else { return (false, false) };
    let tokens = || view.analysis.tokens_in(range);
    let tensed = tokens().any(|token| view.has_tense(token));
    let said = tokens().any(|token| {
        view.upos(token) == Upos::Verb
            && lexicon::say(lexicon::entries(view.lemma(token), Class::Verb))
    });
    (tensed, said)
}
