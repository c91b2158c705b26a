//! Words into names: where a name starts and ends, and what kind of thing it names.
//!
//! A sequence model labels the words that can be part of a name, from their own look, their neighbours,
//! the lists of `lexicon`, word clusters, what the rest of the document says of the same word, and what the
//! parser's network makes of it: `head` is asked while the trees are made. Then
//! all mentions of one name are looked at together. Who stands behind a name is left to `coref`.

mod again;
mod agree;
mod alike;
mod called;
mod couples;
mod cut;
mod features;
mod fields;
mod firms;
mod government;
mod headlines;
mod heads;
mod kinds;
mod label;
mod listed;
mod lower;
mod mend;
mod offices;
mod parties;
mod portfolio;
mod runs;
mod short;
mod somebody;
mod stops;
mod things;
mod tidy;
mod told;
mod uses;
mod whole;

#[cfg(feature = "trainer")]
pub(crate) use features::Reader;
#[cfg(feature = "trainer")]
pub(crate) use label::{ANSWERS, LABELS, Model, allowed_after, answer_to, begins};

use super::network::Head;
use super::{Arc, Name, NameKind, Sentence, Tag, Token, Upos, model};
use crate::document::Document;
use ndarray::Array2;
use std::sync::LazyLock;

static MODEL: LazyLock<label::Model> =
    LazyLock::new(|| label::Model::unpack(model::section("names")).unwrap_or_default());

static HEAD: LazyLock<Option<Head>> =
    LazyLock::new(|| Head::read(model::section("names-head"), label::ANSWERS));

/// Reads the model of names now.
pub(crate) fn load() {
    LazyLock::force(&HEAD);
    LazyLock::force(&MODEL);
}

/// What the parser's network is to be asked, while the trees are made.
pub(crate) fn head() -> Option<&'static Head> {
    HEAD.as_ref()
}

/// The names of a document, in the order of the text, none inside another; `answers` are those to its `head`.
pub fn find(
    document: &Document,
    sentences: &[Sentence],
    tokens: &[Token],
    tags: &[Tag],
    arcs: &[Arc],
    answers: &Array2<f32>,
) -> Vec<Name> {
    let names = find_with(&MODEL, document, sentences, tokens, tags, answers);
    let words = mend::Words { text: document.text(), sentences, tokens, tags };
    let names = again::whole_again(&words, told::told(&words, arcs, cut::cut(&words, names)));
    government::with_government(&words, heads::with_small_heads(&words, names))
}

/// The tags, those of the words of a person's name with a proper noun's: `Cuban said he would`, of Tom Cuban.
pub fn with_people(
    document: &Document,
    tokens: &[Token],
    names: &[Name],
    mut tags: Vec<Tag>,
) -> Vec<Tag> {
    for at in names
        .iter()
        .filter(|name| name.kind == NameKind::Person)
        .flat_map(|name| name.tokens.clone())
    {
        let capital = tokens[at].range.slice(document.text()).starts_with(char::is_uppercase);
        if capital && matches!(tags[at].upos, Upos::Adj | Upos::Noun) {
            tags[at].upos = Upos::Propn;
            tags[at].xpos = "NNP";
        }
    }
    tags
}

/// The names that `model` finds.
pub(crate) fn find_with(
    model: &label::Model,
    document: &Document,
    sentences: &[Sentence],
    tokens: &[Token],
    tags: &[Tag],
    answers: &Array2<f32>,
) -> Vec<Name> {
    let reader = features::Reader::new(document, sentences, tokens, tags);
    let names = agree::agree(document, &label::Labeler::new(model, answers).names(&reader));
    let names = tidy::tidy(document, sentences, tokens, tags, names);
    let words = mend::Words { text: document.text(), sentences, tokens, tags };
    let names = mend::mend(&words, names);
    lower::with_lower_places(document.text(), sentences, tokens, tags, names)
}

#[cfg(test)]
mod tests {
    use crate::language::{NameKind, analyze};
    use crate::testing::document;

    /// The names of a text as they are written, with their kinds.
    pub(super) fn names_of(text: &str) -> Vec<(&str, NameKind)> {
        let names = analyze(&document(text)).names;
        names.iter().map(|name| (name.range.slice(text), name.kind)).collect()
    }

    /// Expects the names of the text to hold this one.
    #[track_caller]
    pub(super) fn check_name(text: &str, name: (&str, NameKind)) {
        let found = names_of(text);
        assert!(found.contains(&name), "{name:?} in {found:?}");
    }

    /// Expects the names of the text to be `names`, each with the first letter of its kind.
    #[track_caller]
    fn check(text: &str, names: &[(&str, NameKind)]) {
        assert_eq!(names_of(text), names);
    }

    #[test]
    fn titles_are_not_part_of_a_name() {
        check(
            "President Halvard Ostrem met Prime Minister Lidia Karpenko in Vilnius on Tuesday.",
            &[
                ("Halvard Ostrem", NameKind::Person),
                ("Lidia Karpenko", NameKind::Person),
                ("Vilnius", NameKind::Place),
            ],
        );
    }

    #[test]
    fn small_words_join_a_name() {
        check(
            "The Ministry of Foreign Affairs of Estonia declined to comment.",
            &[("Ministry of Foreign Affairs of Estonia", NameKind::Organization)],
        );
    }

    #[test]
    fn the_possessive_is_left_out() {
        check(
            "Germany’s finance minister spoke.\n\nShe quoted the European Commission's report.",
            &[("Germany", NameKind::Place), ("European Commission", NameKind::Organization)],
        );
    }

    #[test]
    fn a_capital_that_speaks_is_no_person() {
        check("Kyiv said it would answer within a week.", &[("Kyiv", NameKind::Place)]);
    }

    #[test]
    fn particles_start_a_name() {
        check(
            "The commission’s president, Ursula von der Leyen, flew to Kyiv.",
            &[("Ursula von der Leyen", NameKind::Person), ("Kyiv", NameKind::Place)],
        );
    }

    #[test]
    fn a_follower_is_a_group_of_its_own() {
        check(
            "Incumbent Democrat Alice Renworth lost to Republican Tom Dahlquist.",
            &[
                ("Democrat", NameKind::Group),
                ("Alice Renworth", NameKind::Person),
                ("Republican", NameKind::Group),
                ("Tom Dahlquist", NameKind::Person),
            ],
        );
    }

    #[test]
    fn mentions_share_what_is_known() {
        let document = document(
            "Mr Ebrington arrived late.\n\nThe talks, aides of Ebrington said, were hard.\n\nEbrington left.",
        );
        let names = analyze(&document).names;
        assert!(names.len() == 3 && names.iter().all(|name| name.kind == NameKind::Person));
    }

    #[test]
    fn a_company_keeps_what_the_law_has_it_end_in() {
        check(
            "The board of Havelock Mining, Inc. met in Denver.",
            &[("Havelock Mining, Inc.", NameKind::Organization), ("Denver", NameKind::Place)],
        );
    }

    #[test]
    fn a_place_and_what_it_owns_are_two() {
        check(
            "She spoke at Tehran's Museum of Modern Art.",
            &[("Tehran", NameKind::Place), ("Museum of Modern Art", NameKind::Place)],
        );
    }

    #[test]
    fn an_office_is_an_organization_whatever_it_does() {
        check(
            "Officials in the State Department flew to the Ministry of Health.",
            &[
                ("State Department", NameKind::Organization),
                ("Ministry of Health", NameKind::Organization),
            ],
        );
    }

    #[test]
    fn what_ends_like_a_building_is_no_person() {
        check(
            "Donors came to Rossi Tower to meet Ann Rossi.",
            &[("Rossi Tower", NameKind::Place), ("Ann Rossi", NameKind::Person)],
        );
    }

    #[test]
    fn two_names_in_a_row_are_two() {
        check(
            "The first to ask was Ann Wong of the Herald.",
            &[("Ann Wong", NameKind::Person), ("Herald", NameKind::Organization)],
        );
        check("She flew home from mexico.", &[("mexico", NameKind::Place)]);
    }

    #[test]
    fn a_person_and_what_the_person_belongs_to_are_two() {
        check(
            "Ann Lowe of the Labour Party and Peter Dole of the Green Party won.",
            &[
                ("Ann Lowe", NameKind::Person),
                ("Labour Party", NameKind::Organization),
                ("Peter Dole", NameKind::Person),
                ("Green Party", NameKind::Organization),
            ],
        );
    }

    #[test]
    fn a_month_owns_no_name() {
        check("She wrote a piece for May's Portrait of a town.", &[]);
    }

    #[test]
    fn an_initial_is_no_title() {
        check(
            "The president nominated Jennifer M. Anderson.",
            &[("Jennifer M. Anderson", NameKind::Person)],
        );
    }

    #[test]
    fn a_text_without_names_has_none() {
        check("Nobody knew what to do.\n\nIt rained.", &[]);
        check("", &[]);
    }

    #[test]
    fn a_word_for_a_person_may_stand_before_a_given_name() {
        check("The report was read by coauthor Maria Olsen.", &[("Maria Olsen", NameKind::Person)]);
    }

    #[test]
    fn the_words_of_a_persons_name_are_proper_nouns() {
        let document =
            document("Mark Cuban won. \"It is early,\" he said. Cuban also said he was glad.");
        let analysis = analyze(&document);
        let last = (0..analysis.tokens.len())
            .rfind(|&token| analysis.word(&document, token) == "Cuban")
            .expect("the text names him");
        assert_eq!(analysis.xpos(last), "NNP");
    }
}
