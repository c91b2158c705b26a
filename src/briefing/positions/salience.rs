//! Which positions a reader must see: weights from who holds them, how they are put and where they stand.

use super::is_headline;
use super::lexicon::{self, Class};
use super::view::View;
use crate::briefing::{Act, Form, Holder, Position};
use crate::language::Upos;

/// Sets the salience of each position, 0 to 1.
pub(super) fn weigh(view: &View<'_>, positions: &mut [Position]) {
    let end = view.text().len().max(1) as f32;
    for position in positions {
        let words: usize = position
            .content
            .iter()
            .map(|range| {
                view.analysis.tokens_in(*range).filter(|&token| view.is_word(token)).count()
            })
            .sum();
        let holder = match position.holder {
            Holder::Actor(actor) => {
                0.12 + 0.18 * view.cast.actor(actor).map_or(0.0, |actor| actor.salience)
            }
            Holder::Author => 0.1,
            Holder::Unnamed if position.source.is_some() => 0.06,
            Holder::Unnamed => 0.0,
        };
        let form = match position.form {
            Form::Direct | Form::Mixed => 0.14,
            Form::Indirect => 0.05,
        };
        let act = match position.act {
            Act::Denies | Act::Warns | Act::Promises | Act::Demands => 0.12,
            Act::Says | Act::Opposes | Act::Supports => 0.1,
            Act::Plans | Act::Asks => 0.05,
            Act::Believes => 0.04,
        };
        // A few words say little alone, a whole speech says too much.
        let length = match words {
            0..=2 => 0.0,
            3..=5 => 0.06,
            6..=9 => 0.15,
            10..=45 => 0.2,
            _ => 0.12,
        };
        let place = 0.12 * (1.0 - position.evidence.first().start() as f32 / end);
        // The article says again what its title says, and says it better.
        let headline = if is_headline(view, position.evidence.first()) { -0.3 } else { 0.0 };
        let cue = cue_weight(view, position);
        // A clause states something; a noun alone only names it.
        let states = position
            .content
            .iter()
            .flat_map(|range| view.analysis.tokens_in(*range))
            .any(|token| matches!(view.xpos(token), "VBD" | "VBZ" | "VBP" | "MD"));
        let substance = if states { 0.03 } else { -0.05 };
        let about = if position.about.is_empty() { 0.0 } else { 0.04 };
        position.salience =
            (0.04 + holder + form + act + length + place + headline + cue + substance + about)
                .clamp(0.0, 1.0);
    }
}

/// A verb with tense reports most plainly, a participle or a noun in passing.
fn cue_weight(view: &View<'_>, position: &Position) -> f32 {
    let Some(range) = position.cue else { return 0.0 };
    let tokens = || view.analysis.tokens_in(range);
    let tensed = tokens().any(|token| matches!(view.xpos(token), "VBD" | "VBZ" | "VBP" | "MD"));
    let said = tokens().any(|token| {
        view.upos(token) == Upos::Verb
            && lexicon::entries(view.lemma(token), Class::Verb)
                .iter()
                .any(|entry| entry.quote().is_some())
    });
    match (tensed, said) {
        (true, true) => 0.08,
        (true, false) => 0.02,
        (false, true) => 0.0,
        (false, false) => -0.06,
    }
}
