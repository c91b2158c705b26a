//! Who is for or against something: `is against the plan`, `was in favor of the treaty`, where no verb or adjective tells it.

use super::claim::Claim;
use super::cue::is_supposed;
use super::holder::Sort;
use super::lexicon::{Complement, Frame, Polarity, Strength};
use super::occasion::is_circumstance;
use super::view::View;
use crate::briefing::{Act, certainty};
use crate::language::{Deprel, Upos};

/// Who is for what is named behind him, as lemmas.
const FOR: &[&str] = &[
    "admirer",
    "advocate",
    "backer",
    "booster",
    "champion",
    "cheerleader",
    "defender",
    "devotee",
    "enthusiast",
    "fan",
    "promoter",
    "proponent",
    "supporter",
];

/// Who is against it.
const AGAINST: &[&str] = &["critic", "detractor", "enemy", "foe", "opponent", "sceptic", "skeptic"];

/// The claim of the predicate `noun`, if it says on which side its subject stands.
pub(super) fn of(view: &View<'_>, noun: usize) -> Option<Claim> {
    let be = view.child(noun, Deprel::Cop)?;
    let holder = view.analysis.subject(noun).filter(|&subject| subject < be)?;
    if view.sort(holder) != Sort::Person || is_supposed(view, noun) {
        return None;
    }
    let claim = beside(view, noun, be).or_else(|| sided(view, noun, be))?;
    Some(Claim { holder: Some(holder), ..claim })
}

/// `is a critic of the treaty`, `has been among the strongest supporters of the dam`.
fn sided(view: &View<'_>, noun: usize, be: usize) -> Option<Claim> {
    let side_of = |noun: usize| {
        let lemma = view.lemma(noun);
        let sides = || FOR.contains(&lemma) || AGAINST.contains(&lemma);
        (view.upos(noun) == Upos::Noun && sides()).then(|| AGAINST.contains(&lemma))
    };
    let one_of = |child: usize| view.deprel(child) == Deprel::Nmod && side_of(child).is_some();
    let person = match side_of(noun) {
        Some(_) => noun,
        None if view.is_one_of(noun, &["one", "some", "many", "most", "part"]) => {
            view.children(noun).find(|&child| one_of(child))?
        }
        None => return None,
    };
    let against = side_of(person)?;
    let matter = view.children(person).find(|&child| {
        view.deprel(child) == Deprel::Nmod
            && child > person
            && matches!(view.preposition(child).as_deref(), Some("of" | "for"))
    })?;
    let case = view.child(matter, Deprel::Case)?;
    if case != person + 1 || view.upos(matter) == Upos::Pron {
        return None;
    }
    let content = view.trimmed(case + 1..view.analysis.subtree(matter).end)?;
    let aux = view.children(noun).find(|&child| view.deprel(child) == Deprel::Aux && child < be);
    let first = aux.unwrap_or(be);
    Some(Claim {
        content: vec![content],
        tail: None,
        head: Some(matter),
        ..Claim::new(be, view.range(first).cover(view.range(case)), &side(view, noun, against))
    })
}

/// `is against the plan`, `is in favor of it`.
fn beside(view: &View<'_>, noun: usize, be: usize) -> Option<Claim> {
    let case = view.child(noun, Deprel::Case).filter(|&case| be < case && case < noun)?;
    // "is for sale", "were for the most part": only what has a name or is known.
    let known = |noun: usize| {
        view.upos(noun) == Upos::Propn
            || view.children(noun).any(|child| {
                matches!(view.deprel(child), Deprel::NmodPoss)
                    || view.is_one_of(child, &["the", "this", "that", "these", "those"])
            })
    };
    let (last, head, against) = match view.lower(case).as_str() {
        "against" => (case, noun, true),
        "for" if known(noun) && !view.is(case + 2, "most") => (case, noun, false),
        "in" if view.is_one_of(noun, &["favor", "favour"]) => {
            let head = view
                .children(noun)
                .find(|&child| view.preposition(child).as_deref() == Some("of"))?;
            (view.child(head, Deprel::Case)?, head, false)
        }
        _ => return None,
    };
    if is_circumstance(view, head) || view.upos(head) == Upos::Pron {
        return None;
    }
    // With what is told of it: "was for the treaty before she was against it".
    let content = view.trimmed(last + 1..view.analysis.subtree(head).end)?;
    Some(Claim {
        content: vec![content],
        tail: None,
        head: Some(head),
        ..Claim::new(be, view.range(be).cover(view.range(last)), &side(view, noun, against))
    })
}

/// On which side stands who is `against` a thing or for it, unless the predicate `noun` is denied.
fn side(view: &View<'_>, noun: usize, against: bool) -> Frame {
    let denied = certainty::negation(view.document, view.analysis, noun).is_some();
    let (act, polarity) = if against == denied {
        (Act::Supports, Polarity::For)
    } else {
        (Act::Opposes, Polarity::Against)
    };
    Frame { complement: Complement::Object, act, polarity, strength: Strength::Person }
}

#[cfg(test)]
mod tests {
    use crate::briefing::positions::testing::texts;

    #[test]
    fn who_is_for_or_against_a_thing_takes_a_side() {
        assert_eq!(
            texts("Ana Lee was against the treaty. The union is in favor of the dam."),
            ["Ana Lee was against the treaty.", "The union is in favor of the dam."]
        );
        assert_eq!(texts("Ana Lee is not against the dam."), ["Ana Lee is not against the dam."]);
        assert_eq!(
            texts(
                "Selm is one of the fiercest critics of the treaty. Ana Lee has been a fan of the old dam. Tom \
                 Ruiz is no supporter of the tax."
            ),
            [
                "Selm is one of the fiercest critics of the treaty.",
                "Ana Lee has been a fan of the old dam.",
                "Tom Ruiz is no supporter of the tax."
            ]
        );
        assert_eq!(texts("The house was for sale."), Vec::<String>::new());
    }
}
