//! What somebody without a name is called where the line has but a pronoun: by the noun that the text brought him in with.

use super::view::View;
use super::wording::small;
use crate::briefing::people::{is_document, is_poll};
use crate::language::coref::{Form, words};
use crate::language::lexicon::{Senses, lexicon};
use crate::language::{Deprel, Upos};

/// `the driver`, of a `he` who has no name and was told of as `a driver in Selm` or `the driver`.
pub(super) fn introduced(view: &View<'_>, pronoun: usize) -> Option<String> {
    if view.upos(pronoun) != Upos::Pron || !view.is_one_of(pronoun, &["he", "she", "it", "they"]) {
        return None;
    }
    let thing = view.is_one_of(pronoun, &["it", "they"]);
    if let Some(noun) = thing.then(|| going_on(view, pronoun)).flatten() {
        let first = start_of_kind(view, noun, |token| view.upos(token) == Upos::Verb);
        return Some(format!("the {}", view.analysis.cover(first..noun + 1).slice(view.text())));
    }
    let all = &view.analysis.chains;
    let own = |mentions: &[usize]| {
        mentions.iter().any(|&idx| all.mentions[idx].tokens.contains(&pronoun))
    };
    let chain = all.chains.iter().find(|chain| own(&chain.mentions))?;
    let mentions = chain.mentions.iter().map(|&idx| &all.mentions[idx]);
    if mentions.clone().any(|mention| mention.form == Form::Name) {
        return None;
    }
    let mut nouns = mentions
        .filter(|mention| mention.form == Form::Nominal && mention.head < pronoun)
        .map(|mention| mention.head);
    if view.is(pronoun, "they") {
        return several(view, nouns.next()?);
    }
    let noun = nouns.find(|&noun| is_new(view, noun) || is_the_one_who_tells(view, noun))?;
    Some(format!("the {}", called(view, noun)))
}

/// A noun with the one before it that tells its kind: a `staff member` is no member.
fn called(view: &View<'_>, noun: usize) -> String {
    let kind = view.children(noun).find(|&child| view.deprel(child) == Deprel::Compound);
    let first = kind.filter(|&kind| kind + 1 == noun && view.upos(kind) == Upos::Noun);
    let words = view.analysis.cover(first.unwrap_or(noun)..noun + 1).slice(view.text());
    words.to_lowercase()
}

/// The document or the body without a name that an `it` at the start of a sentence goes on with, which was what the sentence
/// before was about: `The weather service denies it. It says it warned the town.`
fn going_on(view: &View<'_>, pronoun: usize) -> Option<usize> {
    let sentence = view.analysis.sentence_of(pronoun);
    let subject = |idx: usize| view.analysis.root(idx).and_then(|root| view.analysis.subject(root));
    let same_block =
        |idx: usize| view.analysis.sentences[idx].block == view.analysis.sentences[sentence].block;
    if subject(sentence) != Some(pronoun) {
        return None;
    }
    // "It warns that ... It recommends that": the first of them goes on with the noun.
    let before = (0..sentence)
        .rev()
        .take_while(|&idx| same_block(idx))
        .find(|&idx| subject(idx).is_none_or(|it| view.lower(it) != view.lower(pronoun)))?;
    let noun = subject(before)?;
    let many = view.is(pronoun, "they");
    // "The justices will hear it. They are to rule in June."
    let speaks = if many {
        words::is_person(view.lemma(noun))
            && view.child(noun, Deprel::Conj).is_none()
            && view.children(noun).any(|the| view.is(the, "the"))
    } else {
        is_document(view.lemma(noun))
            || is_poll(view.lemma(noun))
            || words::is_body(view.lemma(noun))
    };
    let whole = (view.analysis.sentences[before].tokens.start..noun)
        .all(|token| !matches!(view.upos(token), Upos::Verb | Upos::Aux));
    let number = if many { "NNS" } else { "NN" };
    (speaks && whole && view.xpos(noun) == number && view.cast.actor_of_token(noun).is_none())
        .then_some(noun)
}

/// Where the words right before a noun begin that tell its kind, none of which is `apart`: `private` of `some private
/// economists`.
fn start_of_kind(view: &View<'_>, noun: usize, apart: impl Fn(usize) -> bool) -> usize {
    let kind = |&token: &usize| {
        view.head(token) == Some(noun)
            && matches!(view.deprel(token), Deprel::Amod | Deprel::Compound)
            && !apart(token)
    };
    (0..noun).rev().take_while(kind).last().unwrap_or(noun)
}

/// `the private economists`, of those who said something before: without how many they are.
fn several(view: &View<'_>, noun: usize) -> Option<String> {
    let tells = view.xpos(noun) == "NNS"
        && view.deprel(noun) == Deprel::Nsubj
        && words::is_person(view.lemma(noun))
        && view.head(noun).is_some_and(|verb| view.is_saying(verb));
    // "officials in Selm and Tarn": of each town some, whom "the officials" would make one set.
    let several = |child: usize| view.child(child, Deprel::Conj).is_some();
    let told = view.children(noun).filter(|&child| child > noun && view.is_word(child));
    if !tells || told.into_iter().any(|child| several(child) || view.deprel(child) != Deprel::Nmod)
    {
        return None;
    }
    let first = start_of_kind(view, noun, |token| {
        view.is_one_of(token, &["few", "many", "more", "most", "other", "several", "some"])
    });
    // "caucus-goers"
    if first > 0 && view.is_one_of(first - 1, &["-", "–"]) {
        return None;
    }
    let words = view.analysis.cover(first..noun + 1).slice(view.text());
    let proper = view.upos(first) == Upos::Propn
        || lexicon().senses(view.word(first)).any(Senses::ANY_GROUP);
    Some(format!("the {}", if proper { words.to_owned() } else { small(words) }))
}

/// Whether a noun tells of one person for the first time, who does something: `a driver spoke`, `says a doctor from Selm`. `The
/// driver` may be somebody with a name.
pub(super) fn is_new(view: &View<'_>, noun: usize) -> bool {
    view.xpos(noun) == "NN"
        && view.deprel(noun) == Deprel::Nsubj
        && view.child(noun, Deprel::Cop).is_none()
        && words::is_person(view.lemma(noun))
        && view
            .children(noun)
            .any(|child| child < noun && view.is_one_of(child, &["a", "an", "one", "another"]))
        && view.children(noun).all(|child| view.deprel(child) != Deprel::Appos)
}

/// `The spokesman said`: one who was told of before, and whom such words seldom mean who has a name.
fn is_the_one_who_tells(view: &View<'_>, noun: usize) -> bool {
    const NAMELESS: &[&str] = &[
        "aide",
        "analyst",
        "banker",
        "dealer",
        "diplomat",
        "economist",
        "envoy",
        "newspaper",
        "official",
        "paper",
        "report",
        "source",
        "spokesman",
        "spokesperson",
        "spokeswoman",
        "statement",
        "trader",
        "witness",
    ];
    view.xpos(noun) == "NN"
        && view.deprel(noun) == Deprel::Nsubj
        && NAMELESS.contains(&view.lemma(noun))
        && view.head(noun).is_some_and(|verb| view.is_saying(verb))
        && view.children(noun).any(|child| child < noun && view.is(child, "the"))
}

#[cfg(test)]
mod tests {
    use super::super::testing::texts;

    #[test]
    fn a_body_or_a_document_without_a_name_is_told_again() {
        assert_eq!(
            texts("The central bank kept rates. It said inflation would fall."),
            ["The central bank said inflation would fall."]
        );
        assert_eq!(
            texts(
                "The memo was sent in May. It warns that the cables are weak. It said they might break."
            ),
            ["The memo warns that the cables are weak.", "The memo said they might break."]
        );
        // What else the sentence may be about is not asked.
        assert_eq!(
            texts("The storm hit the coast. It said inflation would fall."),
            ["It said inflation would fall."]
        );
    }

    #[test]
    fn those_of_a_house_are_named_again_without_it() {
        assert_eq!(
            texts("Analysts at Sund Bank said the tax would fail. It was late, they said."),
            ["Analysts at Sund Bank said the tax would fail.", "The analysts said it was late."]
        );
    }
}
