//! An aside between dashes that parts a subject from its verb: `the toll — and the fee with it — will fall`.
//!
//! The network has seen few such dashes, and at times loses the subject there. Between commas it finds it: where the
//! verb has none, the sentence is read once more with these.

use super::{Network, Verdict, Word};
use crate::language::{Sentence, Tag, Upos};
use crate::stop::Stop;

/// What the network says of the sentence with commas for its two dashes, where only so the verb behind them has a subject.
pub(super) fn reread(
    network: &Network,
    sentence: &Sentence,
    words: &[Word<'_>],
    tags: &[Tag],
    verdicts: &[Verdict],
    stop: &Stop,
) -> Option<Vec<Verdict>> {
    let ([opens, closes], verb) = aside(sentence, words, tags)?;
    let first = sentence.tokens.start;
    let found = |verdicts: &[Verdict]| {
        verdicts.iter().take(opens - first).any(|verdict| {
            verdict.head == Some(verb - first) && network.relation(*verdict).is_subject()
        })
    };
    if found(verdicts) {
        return None;
    }
    let mut words = words.get(sentence.tokens.clone())?.to_vec();
    for dash in [opens, closes] {
        words[dash - first] = Word { form: ",", tag: network.tag_row(Upos::Punct, ",") };
    }
    let (again, _) = network.parse(&[&words], None, stop)?;
    again.into_iter().next().filter(|verdicts| found(verdicts))
}

/// The only two dashes of a sentence, where a noun stands before them, no verb with tense between but a participle that looks
/// like one, and a verb with tense right behind; and that verb, or what `is` says there.
fn aside(sentence: &Sentence, words: &[Word<'_>], tags: &[Tag]) -> Option<([usize; 2], usize)> {
    let tensed = |token: usize| matches!(tags[token].xpos, "VBD" | "VBZ" | "VBP" | "MD");
    let mut dashes =
        sentence.tokens.clone().filter(|&token| matches!(words[token].form, "–" | "—" | "--"));
    let (opens, closes, None) = (dashes.next()?, dashes.next()?, dashes.next()) else {
        return None;
    };
    let helps = |token: usize| matches!(tags[token].upos, Upos::Adv | Upos::Aux | Upos::Part);
    let verb = (closes + 1..sentence.tokens.end).find(|&token| !helps(token))?;
    let last = match tags[verb].upos {
        Upos::Verb => verb,
        Upos::Adj | Upos::Noun => verb - 1,
        _ => return None,
    };
    let noun = opens > sentence.tokens.start && tags[opens - 1].upos.is_nominal();
    let inside = (opens + 1..closes).skip_while(|&token| tags[token].upos == Upos::Adv);
    let mut inside = inside.skip_while(|&token| tags[token].upos == Upos::Verb);
    let parts = !inside.any(tensed) && (closes + 1..=last).any(tensed);
    (noun && parts).then_some(([opens, closes], verb))
}

#[cfg(test)]
mod tests {
    use super::super::testing::Mended;

    #[test]
    fn a_subject_before_an_aside_in_dashes_has_its_verb() {
        let mended = Mended::of("The bank said the toll – raised in May – was too high.");
        assert_eq!(mended.head("toll"), Some("high"));
    }
}
