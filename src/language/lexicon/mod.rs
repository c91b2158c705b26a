//! Word lists from `assets/`, loaded once: what a word or a phrase is known to be.
//!
//! Lists say what a form *can* be; which of its senses a mention has is decided from its context, in
//! `names` and `coref`. What belongs to a state or an international body lies in [`Powers`].

mod powers;
mod senses;

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::{LazyLock, OnceLock};

pub use powers::{FormKind, Power, PowerForm, PowerKind, Powers};
pub use senses::Senses;

/// The lists, with a reader's own table if there is one.
pub fn lexicon() -> &'static Lexicon {
    static LEXICON: LazyLock<Lexicon> =
        LazyLock::new(|| Lexicon::new(OWN_POWERS.get().map(String::as_str)));
    &LEXICON
}

static OWN_POWERS: OnceLock<String> = OnceLock::new();

/// Adds a reader's own states and seats, in the form of `assets/states.tsv`. What it says of a form replaces what our
/// table says. Must come before the first use of [`lexicon`]; a second table is ignored.
pub fn add_own_powers(table: String) {
    drop(OWN_POWERS.set(table));
}

/// What forms are known to be.
#[derive(Debug)]
pub struct Lexicon {
    /// Names, as written, after [`normal`].
    names: HashMap<Cow<'static, str>, Senses>,
    /// For the first letters and digits of a name, how many bytes the longest such name has.
    longest: HashMap<&'static str, usize>,
    /// Titles and head words, in lower case.
    words: HashMap<Cow<'static, str>, Senses>,
    /// For forms of listed bodies with several: the first of them.
    bodies: HashMap<Cow<'static, str>, &'static str>,
    /// Of given names by which no name is found.
    genders: HashMap<&'static str, Gender>,
    powers: Powers,
}

/// The gender that a given name is given to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Gender {
    Female,
    Male,
}

/// Adverbs under which a clause is not told for sure: `allegedly robbed the fund`.
pub fn is_unsure(adverb: &str) -> bool {
    matches!(
        adverb,
        "allegedly"
            | "apparently"
            | "arguably"
            | "conceivably"
            | "evidently"
            | "hopefully"
            | "maybe"
            | "ostensibly"
            | "perhaps"
            | "plausibly"
            | "possibly"
            | "potentially"
            | "presumably"
            | "probably"
            | "purportedly"
            | "putatively"
            | "reportedly"
            | "seemingly"
            | "supposedly"
    )
}

/// Adverbs under which a clause tells what was not so: `no longer leads it`.
pub fn denies(adverb: &str) -> bool {
    matches!(adverb, "not" | "n't" | "n’t" | "never" | "longer")
}

/// Adverbs under which a clause tells what was not quite so: `almost lost it`.
pub fn falls_short(adverb: &str) -> bool {
    matches!(
        adverb,
        "almost" | "nearly" | "practically" | "virtually" | "hardly" | "scarcely" | "barely"
    )
}

impl Lexicon {
    fn new(own_powers: Option<&'static str>) -> Self {
        let mut lexicon = Self {
            names: HashMap::with_capacity(24_000),
            longest: HashMap::with_capacity(18_000),
            words: HashMap::with_capacity(3_000),
            bodies: HashMap::with_capacity(1_000),
            genders: HashMap::with_capacity(9_000),
            powers: Powers::built_in(),
        };
        for table in powers::TABLES {
            lexicon.add_powers(table);
        }
        if let Some(table) = own_powers {
            lexicon.powers.replace(table);
            lexicon.add_powers(table);
        }
        lexicon.add_lists();
        lexicon
    }

    fn add_powers(&mut self, table: &'static str) {
        for (kind, form) in powers::rows(table).flat_map(powers::Row::forms) {
            let sense = match form.kind {
                FormKind::Name | FormKind::Former => kind.sense(),
                FormKind::Adjective => Senses::ADJECTIVE,
                FormKind::Demonym => Senses::DEMONYM,
                FormKind::Capital => Senses::CAPITAL,
                FormKind::Seat => Senses::SEAT,
            };
            self.add_name(form.text, sense);
        }
    }

    fn add_lists(&mut self) {
        for (country, names) in rows(include_str!("../../../assets/cities.tsv")) {
            debug_assert_eq!(country.len(), 2, "a country code");
            names.split(';').for_each(|name| self.add_name(name, Senses::CITY));
        }
        for (gender, names) in rows(include_str!("../../../assets/given_names.tsv")) {
            let sense = match gender {
                "f" => Senses::GIVEN_FEMALE,
                "m" => Senses::GIVEN_MALE,
                _ => Senses::GIVEN_FEMALE | Senses::GIVEN_MALE,
            };
            names.split(' ').for_each(|name| self.add_name(name, sense));
        }
        for (gender, names) in rows(include_str!("../../../assets/first_names.tsv")) {
            let gender = if gender == "f" { Gender::Female } else { Gender::Male };
            self.genders.extend(names.split(' ').map(|name| (name, gender)));
        }
        for line in lines(include_str!("../../../assets/surnames.tsv")) {
            line.split(' ').for_each(|name| self.add_name(name, Senses::SURNAME));
        }
        for (kind, names) in rows(include_str!("../../../assets/organizations.tsv")) {
            let sense = Senses::of_list(kind);
            for forms in names.split(';') {
                let first = forms.split('=').next().unwrap_or(forms);
                for form in forms.split('=') {
                    self.add_name(form, sense);
                    if first != forms {
                        self.bodies.entry(normal(form)).or_insert(first);
                    }
                }
            }
        }
        for (kind, names) in rows(include_str!("../../../assets/groups.tsv")) {
            let sense = Senses::of_list(kind);
            for name in names.split(';') {
                self.add_name(name, sense);
                self.add(format!("{name}s").into(), sense);
            }
        }
        for (kind, names) in rows(include_str!("../../../assets/calendar.tsv")) {
            names.split(';').for_each(|name| self.add_name(name, Senses::of_list(kind)));
        }
        for (kind, words) in rows(include_str!("../../../assets/titles.tsv")) {
            for word in words.split(';') {
                self.add_word(word.into(), Senses::of_list(kind));
            }
        }
        for (kind, words) in rows(include_str!("../../../assets/heads.tsv")) {
            let sense = match kind {
                "organization" => Senses::ORGANIZATION_HEAD,
                "place" => Senses::PLACE_HEAD,
                _ => Senses::OTHER_HEAD,
            };
            for word in words.split(';') {
                self.add_word(word.into(), sense);
                self.add_word(plural(word).into(), sense);
            }
        }
    }

    fn add_name(&mut self, name: &'static str, sense: Senses) {
        let longest = self.longest.entry(first_run(name)).or_default();
        *longest = name.len().max(*longest);
        self.add(normal(name), sense);
    }

    fn add(&mut self, name: Cow<'static, str>, sense: Senses) {
        *self.names.entry(name).or_default() |= sense;
    }

    fn add_word(&mut self, word: Cow<'static, str>, sense: Senses) {
        *self.words.entry(word).or_default() |= sense;
    }

    /// What the name `form` can be, written so; no sense when no list has it.
    ///
    /// A leading `the`, the shape of apostrophes and of white space make no difference.
    pub fn senses(&self, form: &str) -> Senses {
        self.names.get(normal(form).as_ref()).copied().unwrap_or_default()
    }

    /// The full name of the listed body that `form` is one of several names of: `Republican Party` of `GOP`.
    pub fn body(&self, form: &str) -> Option<&'static str> {
        self.bodies.get(normal(form).as_ref()).copied()
    }

    /// How many bytes the longest listed name has that starts as `word` does; 0 when there is none.
    pub fn longest_from(&self, word: &str) -> usize {
        self.longest.get(first_run(word)).copied().unwrap_or_default()
    }

    /// Whether `word`, in lower case, is a title, an office, or a word that tells what a name is.
    pub fn word_senses(&self, word: &str) -> Senses {
        self.words.get(word).copied().unwrap_or_default()
    }

    /// States and international bodies.
    pub fn powers(&self) -> &Powers {
        &self.powers
    }

    /// Whom the given name is given to, when that is one gender.
    pub fn gender(&self, given_name: &str) -> Option<Gender> {
        let senses = self.senses(given_name);
        match (senses.any(Senses::GIVEN_FEMALE), senses.any(Senses::GIVEN_MALE)) {
            (true, false) => Some(Gender::Female),
            (false, true) => Some(Gender::Male),
            (true, true) => None,
            (false, false) => self.genders.get(given_name).copied(),
        }
    }
}

/// The lines of a list that are not comments.
fn lines(list: &str) -> impl Iterator<Item = &str> {
    list.lines().filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// The lines of a list as their first column and the rest.
fn rows(list: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    lines(list).filter_map(|line| line.split_once('\t'))
}

fn plural(word: &str) -> String {
    match word.strip_suffix('y') {
        Some(stem) if !stem.ends_with(['a', 'e', 'o']) => format!("{stem}ies"),
        _ => format!("{word}s"),
    }
}

/// The letters and digits that `name` starts with.
fn first_run(name: &str) -> &str {
    let end = name.find(|character: char| !character.is_alphanumeric()).unwrap_or(name.len());
    name.get(..end).unwrap_or(name)
}

/// `form` as the lists are keyed: straight apostrophes, single plain spaces, `and` for `&`, no leading `the`.
fn normal(form: &str) -> Cow<'_, str> {
    let form = ["the ", "The "].iter().find_map(|the| form.strip_prefix(the)).unwrap_or(form);
    let plain = |character: char| {
        character != '’' && character != '&' && (character == ' ' || !character.is_whitespace())
    };
    // `Organisation`, `Co-operation`: the British spelling of a word of a longer name.
    let british = form.contains(' ') && BRITISH.iter().any(|(theirs, _)| form.contains(theirs));
    if form.chars().all(plain) && !form.contains("  ") && !british {
        return Cow::Borrowed(form);
    }
    let words: Vec<String> = form
        .split_whitespace()
        .map(|word| if word == "&" { "and".to_owned() } else { word.replace('’', "'") })
        .collect();
    let mut form = words.join(" ");
    if british {
        for (theirs, ours) in BRITISH {
            form = form.replace(theirs, ours);
        }
    }
    Cow::Owned(form)
}

/// Parts of words in the names of bodies that are spelt in two ways.
const BRITISH: [(&str, &str); 5] = [
    ("anisation", "anization"),
    ("Co-op", "Coop"),
    ("Programme", "Program"),
    ("Centre", "Center"),
    ("Defence", "Defense"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_is_known_however_it_is_typed() {
        let lexicon = lexicon();
        for form in ["Côte d'Ivoire", "Côte d’Ivoire", "the Gambia", "Bosnia & Herzegovina"] {
            assert!(lexicon.senses(form).any(Senses::STATE), "{form}");
        }
        assert!(lexicon.senses("Saudi\u{a0}Arabia").any(Senses::STATE));
        for form in [
            "Organisation for Economic Cooperation and Development",
            "Organization for Economic Co-operation and Development",
        ] {
            let found = lexicon.powers().of(form);
            assert!(!found.is_empty(), "{form}");
        }
        assert_eq!(lexicon.senses("gambia"), Senses::default());
    }

    #[test]
    fn a_form_has_all_its_senses() {
        let georgia = lexicon().senses("Georgia");
        assert!(georgia.any(Senses::STATE) && georgia.any(Senses::PROVINCE));
        assert!(georgia.any(Senses::GIVEN_FEMALE));
        assert!(lexicon().senses("Minsk").any(Senses::CAPITAL));
        assert!(lexicon().senses("Kremlin").any(Senses::SEAT));
        assert!(lexicon().senses("Republicans").any(Senses::FOLLOWER));
    }

    #[test]
    fn titles_and_heads_are_known_in_lower_case() {
        assert!(lexicon().word_senses("prime minister").any(Senses::OFFICE));
        assert!(lexicon().word_senses("ministries").any(Senses::ORGANIZATION_HEAD));
        assert_eq!(lexicon().word_senses("table"), Senses::default());
    }

    #[test]
    fn given_names_tell_the_gender_unless_they_are_given_to_both() {
        assert_eq!(lexicon().gender("Svetlana"), Some(Gender::Female));
        assert_eq!(lexicon().gender("Viktor"), Some(Gender::Male));
        assert_eq!(lexicon().gender("Tomislav"), Some(Gender::Male));
        assert!(!lexicon().senses("Tomislav").any(Senses::GIVEN));
        assert_eq!(lexicon().gender("Minsk"), None);
    }

    #[test]
    fn every_list_is_well_formed() {
        let lists = [
            include_str!("../../../assets/calendar.tsv"),
            include_str!("../../../assets/cities.tsv"),
            include_str!("../../../assets/first_names.tsv"),
            include_str!("../../../assets/given_names.tsv"),
            include_str!("../../../assets/groups.tsv"),
            include_str!("../../../assets/heads.tsv"),
            include_str!("../../../assets/organizations.tsv"),
            include_str!("../../../assets/titles.tsv"),
        ];
        for line in lists.iter().flat_map(|list| lines(list)) {
            let (kind, forms) = line.split_once('\t').expect("two columns");
            assert!(!kind.is_empty() && !forms.contains('\t'), "{line}");
            let parts = if kind.len() == 1 { ' ' } else { ';' };
            assert!(forms.split(parts).all(|form| form == form.trim() && !form.is_empty()));
        }
    }
}
