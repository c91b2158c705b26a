//! `The former president`, again and again: a description that every time stands near the same person means that
//! person, though the text never says so. `The secretary-general`, where nobody is near, stands for a name.

use std::collections::{BTreeMap, BTreeSet};

use super::Form;
use super::cluster::{Clusters, Office};
use super::grammar::Grammar;
use super::mention::{Being, Number};
use super::nominal::{Linker, NEAR, Source, clash};
use super::unnamed;
use super::words;
use crate::language::lexicon::lexicon;
use crate::language::{Deprel, NameKind};

impl Linker<'_> {
    /// Joins descriptions of the same words that recur to the only person who was named right before each of them.
    pub(super) fn link_recurring(&self, clusters: &mut Clusters) {
        let mut told: BTreeMap<&str, Vec<(String, usize)>> = BTreeMap::new();
        for idx in 0..self.source.mentions.len() {
            if clusters.names(clusters.of(idx)) == 0 && self.may_recur(idx) {
                let noun = self.source.traits[idx].noun.as_str();
                told.entry(noun)
                    .or_default()
                    .extend(self.telling(idx, false).map(|told| (told, idx)));
            }
        }
        for group in told.values().flat_map(|told| groups(told)) {
            let traits = self.source.traits;
            let sentences: BTreeSet<usize> =
                group.iter().map(|&idx| traits[idx].sentence).collect();
            if sentences.len() < 2 {
                continue;
            }
            let mut shared = self.near(group[0], clusters);
            for &idx in &group[1..] {
                let near = self.near(idx, clusters);
                shared.retain(|cluster| near.contains(cluster));
            }
            let [only] = Vec::from_iter(shared)[..] else { continue };
            let gender = clusters.facts(only).gender;
            let named = clusters.members(only)[0];
            let another = |idx: usize| {
                clash(gender, traits[idx].gender) || self.is_told_by(idx, named, clusters)
            };
            if !group.iter().any(|&idx| another(idx)) {
                for idx in group {
                    clusters.join(named, idx);
                }
            }
        }
    }

    /// Joins a description that stands once, and tells its bearer from others, to the only person who is near, where
    /// the text does not say otherwise what that person is.
    pub(super) fn link_lone(&self, clusters: &mut Clusters) {
        let (grammar, traits) = (self.source.grammar, self.source.traits);
        for idx in 0..self.source.mentions.len() {
            let noun = &traits[idx].noun;
            let own = clusters.names(clusters.of(idx)) == 0
                && self.may_recur(idx)
                && !belongs_to_the_scene(noun)
                // `Lee thanked the Ohio governor`, `the US president` near a king: another.
                && grammar.deprel(self.source.mentions[idx].head).is_subject()
                && self.nation(idx).is_none_or(|nation| !lexicon().powers().power(nation).kind.is_country())
                && is_small(grammar.word(self.source.mentions[idx].head));
            // `the FBI chief` may be anybody's, `the former Acme chairwoman` not.
            let former = grammar.lower(self.source.mentions[idx].tokens.start + 1) == "former";
            let told = self
                .telling(idx, former)
                .filter(|told| own && !told.is_empty() && !is_ranked(told));
            let Some(told) = told else { continue };
            let [only] = Vec::from_iter(self.near(idx, clusters))[..] else { continue };
            let facts = clusters.facts(only);
            // `“Tom, you are wrong,” the former mayor said`: who is spoken to is not who speaks.
            let told_of = self
                .recent_names(idx, NEAR)
                .any(|name| clusters.of(name) == only && traits[name].quotation.is_none());
            let another = clash(facts.gender, traits[idx].gender)
                || self.is_told_by(idx, clusters.members(only)[0], clusters);
            if told_of && facts.offices.is_empty() && !another {
                let words = told.split(' ').chain([noun.as_str()]).map(str::to_owned).collect();
                let office = Office { noun: noun.clone(), words, state: self.nation(idx) };
                clusters.facts_mut(only).offices.push(office);
                clusters.join(clusters.members(only)[0], idx);
            }
        }
    }

    /// Whether this is what one with a name may be called: nobody whom the text brings in as new.
    fn may_recur(&self, idx: usize) -> bool {
        let (source, grammar) = (self.source, self.source.grammar);
        let (mention, traits) = (&source.mentions[idx], &source.traits[idx]);
        let head = mention.head;
        let plain = grammar.analysis.children(head).all(|child| {
            child < head && grammar.deprel(child) != Deprel::NmodPoss
                || grammar.deprel(child) == Deprel::Punct
                || matches!(grammar.word(child), "'s" | "’s" | "'" | "’")
                || is_part_of_office(grammar, head, child)
                // `the mayor and her rivals`.
                || grammar.deprel(child) == Deprel::Conj
        });
        let predicate = grammar.child(head, Deprel::Cop).is_some()
            || grammar.child(head, Deprel::Case).is_some_and(|case| grammar.lower(case) == "as");
        let part = matches!(grammar.deprel(head), Deprel::Appos | Deprel::Conj | Deprel::Xcomp);
        mention.form == Form::Nominal
            && traits.being == Being::Person
            && traits.number == Number::Singular
            && traits.quotation.is_none()
            && grammar.lower(mention.tokens.start) == "the"
            && plain
            && !predicate
            && !part
            && is_role(&traits.noun)
            && !self.brought_in.contains(traits.noun.as_str())
    }

    /// The words before the noun that may tell one from another; `None` where a name among them does that is
    /// no state's: `the Riverton attorney`. That of a body may stand before who is of it: `the Acme chairwoman`.
    fn telling(&self, idx: usize, of_body: bool) -> Option<String> {
        const PASSING: &[&str] = &[
            "presumptive",
            "presidential",
            "likely",
            "current",
            "embattled",
            "outgoing",
            "incumbent",
        ];
        let grammar = self.source.grammar;
        let mention = &self.source.mentions[idx];
        let mut words = Vec::new();
        for token in mention.tokens.start + 1..mention.head {
            let name = grammar.name(token).and_then(|name| grammar.analysis.names.get(name));
            let state = self.source.states.of_token(token).is_some();
            // `The Texas senator` is one of two, and one of them is near.
            let told = match name.map(|name| name.kind) {
                Some(NameKind::Place) => state,
                Some(NameKind::Group) | None => !state,
                Some(NameKind::Organization) => of_body,
                _ => false,
            };
            if !told {
                return None;
            }
            let word = grammar.lower(token);
            if !PASSING.contains(&word.as_str()) {
                words.push(if word == "gop" { "republican".to_owned() } else { word });
            }
        }
        words.extend((mention.head + 1..mention.tokens.end).map(|token| grammar.lower(token)));
        Some(words.join(" "))
    }

    /// The people named in the sentences before, but for whom the description's own clause is about.
    fn near(&self, idx: usize, clusters: &Clusters) -> BTreeSet<usize> {
        let person = |&other: &usize| self.source.forms[other].kind == Some(NameKind::Person);
        let all: Vec<usize> = self.recent_names(idx, NEAR).filter(person).collect();
        let beside: BTreeSet<usize> = all
            .iter()
            .filter(|&&other| self.is_beside(other, idx))
            .map(|&other| clusters.of(other))
            .collect();
        let near = all.into_iter().map(|other| clusters.of(other));
        near.filter(|cluster| !beside.contains(cluster)).collect()
    }
}

/// `the next president`, `the first female judge`, `the agency's chief`: whoever it may be; `the
/// prime minister` is told apart by no word.
fn is_ranked(words: &str) -> bool {
    words == "prime"
        || words.split(' ').any(|word| {
            matches!(word, "next" | "first" | "last" | "only" | "new" | "other" | "same" | "future")
                || word.ends_with("est")
                || words::is_genitive(word)
        })
}

/// Who is there where others are tried, served or sent, and may be nobody whom the text names.
pub(super) fn belongs_to_the_scene(noun: &str) -> bool {
    words::office_of(noun) == "lawyer"
        || matches!(
            noun,
            "judge" | "justice" | "magistrate" | "prosecutor" | "doctor" | "ambassador" | "envoy"
        )
}

/// `senator`, `CEO`; a `Secretary` may be an office or a part of a name.
fn is_small(noun: &str) -> bool {
    noun.starts_with(char::is_lowercase) || noun.chars().all(char::is_uppercase)
}

/// `of state` of `secretary of state`: a common noun alone, which makes the office and tells of nobody.
fn is_part_of_office(grammar: &Grammar<'_>, office: usize, child: usize) -> bool {
    child == office + 2
        && grammar.word(office + 1) == "of"
        && grammar.xpos(child) == "NN"
        && grammar.name(child).is_none()
        && grammar.analysis.children(child).all(|case| case == office + 1)
}

/// Descriptions of one noun that may be of one person: all of them, but for those that are told apart.
pub(super) fn groups(told: &[(String, usize)]) -> Vec<Vec<usize>> {
    let times = |words: &str| {
        let first = words.split(' ').next().unwrap_or_default();
        matches!(
            first,
            "former" | "then" | "next" | "future" | "late" | "first" | "last" | "new" | "old"
        )
    };
    let apart: BTreeSet<&str> =
        told.iter().map(|(words, _)| words.as_str()).filter(|words| !words.is_empty()).collect();
    let one = apart.len() < 2 && !apart.iter().any(|words| times(words));
    let mut groups: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (words, idx) in told {
        groups.entry(if one { "" } else { words }).or_default().push(*idx);
    }
    // `The candidate`, where there is a Republican one and a Democratic one, may be either.
    if apart.iter().filter(|words| !times(words)).count() > 1 {
        groups.remove("");
    }
    groups.into_values().collect()
}

/// `the secretary-general`, time and again, of a text that names nobody who is one: the office stands for who holds it.
pub(super) fn link_offices(
    source: &Source<'_>,
    clusters: &mut Clusters,
    found: &mut BTreeMap<usize, NameKind>,
) {
    let grammar = source.grammar;
    let mut by_words: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    let mut held: BTreeSet<String> = BTreeSet::new();
    for idx in 0..source.mentions.len() {
        let named = clusters.names(clusters.of(idx)) > 0;
        if named {
            let offices = &clusters.facts(clusters.of(idx)).offices;
            held.extend(offices.iter().map(|office| words::office_of(&office.noun).to_owned()));
            continue;
        }
        let (mention, traits) = (&source.mentions[idx], &source.traits[idx]);
        let plain = mention.form == Form::Nominal
            && traits.being == Being::Person
            && traits.number == Number::Singular
            && traits.quotation.is_none()
            && grammar.lower(mention.tokens.start) == "the"
            && mention.head + 1 == mention.tokens.end
            && mention.tokens.len() < 5;
        let words = mention.tokens.start + 1..mention.tokens.end;
        let words: Vec<String> = words.map(|token| grammar.lower(token)).collect();
        let words = words.join(" ");
        // `the former president` has a name that every reader knows.
        let once = ["former", "late", "then", "ex-", "next", "new", "first", "last"];
        if plain
            && is_high_office(&traits.noun, &words)
            && !once.iter().any(|once| words.starts_with(once))
        {
            by_words.entry(words).or_default().push(idx);
        }
    }
    for several in by_words.into_values() {
        let noun = words::office_of(&source.traits[several[0]].noun);
        let acts =
            several.iter().any(|&idx| grammar.deprel(source.mentions[idx].head).is_subject());
        let own = several.iter().all(|&idx| {
            clusters.members(clusters.of(idx)).iter().all(|it| !found.contains_key(it))
        });
        // Where somebody was just named, the office may be his.
        let alone = several.iter().all(|&idx| {
            let sentence = source.traits[idx].sentence;
            (0..source.mentions.len()).all(|other| {
                let near = source.traits[other].sentence;
                near > sentence
                    || near + 2 < sentence
                    || source.mentions[other].form != Form::Name
                    || !source.forms[other].is_person()
            })
        });
        if several.len() > 1 && acts && own && alone && !held.contains(noun) {
            found.insert(several[0], NameKind::Person);
            for &idx in &several[1..] {
                clusters.join(several[0], idx);
            }
        }
    }
}

/// Offices of which a text has one, by their noun and their words.
fn is_high_office(noun: &str, words: &str) -> bool {
    noun == "general" && words.starts_with("secretary")
        || matches!(
            noun,
            "president"
                | "premier"
                | "chancellor"
                | "king"
                | "queen"
                | "emperor"
                | "emir"
                | "sultan"
                | "pope"
                | "governor"
                | "mayor"
                | "minister"
                | "ambassador"
                | "commissioner"
                | "ombudsman"
        )
}

/// Whether a noun is what somebody of note is called by: an office, a calling; not what anybody may be.
fn is_role(noun: &str) -> bool {
    const PASSING: &[&str] = &[
        "reporter",
        "interviewer",
        "correspondent",
        "victim",
        "driver",
        "protester",
        "winner",
        "loser",
        "user",
        "voter",
        "resident",
        "passenger",
        "patient",
        "customer",
        "client",
        "caller",
        "witness",
        "spokesman",
        "spokeswoman",
        "spokesperson",
        "neighbor",
        "neighbour",
        "stranger",
        "owner",
        "buyer",
        "seller",
        "employee",
        "worker",
        "soldier",
        "guard",
        "officer",
        "policeman",
        "whistleblower",
        "suspect",
        "gunman",
        "attacker",
        "accuser",
        "shooter",
        "baby",
        "kid",
        "teenager",
        "body",
    ];
    matches!(noun, "candidate" | "nominee")
        || words::is_title(noun)
            && !matches!(noun, "father" | "brother" | "sister" | "chief" | "officer" | "don")
        || words::office_of(noun) != noun
        || unnamed::is_told_apart(noun) && !PASSING.contains(&noun)
}

#[cfg(test)]
mod tests {
    use crate::briefing::brief;
    use crate::testing::document;

    /// How many mentions each actor has, by its name.
    fn mentions(text: &str, name: &str) -> usize {
        let briefing = brief(&document(text));
        let actor = briefing.actors.iter().find(|actor| actor.name == name);
        actor.map_or(0, |actor| actor.mentions.len())
    }

    #[test]
    fn who_is_every_time_near_is_meant() {
        let text = "Ann Lund spoke in Riverton on Monday. The candidate said that taxes were too high.\n\n\
                    Tom Hale disagreed. Lund won two debates last week. The candidate hopes to win a third.";
        assert_eq!(mentions(text, "Ann Lund"), 4);
        assert_eq!(mentions(text, "Tom Hale"), 1);
    }

    #[test]
    fn who_is_brought_in_without_a_name_stays_without_one() {
        let text = "Ann Lund met a banker in Riverton. The banker said that rates were too high.\n\n\
                    Lund left at noon. The banker hopes to see her again.";
        assert!(mentions(text, "Ann Lund") <= 3);
    }

    #[test]
    fn an_aide_without_a_name_is_no_adviser_with_one() {
        let text = "Senators met national security adviser Ann Lund in Riverton. A committee aide blasted the statement.\n\n\
                    \"Their announcement is proof that they are wrong,\" the aide said in a letter.";
        assert_eq!(mentions(text, "aide"), 0);
        assert!(mentions(text, "Ann Lund") <= 2);
    }

    #[test]
    fn an_office_that_nobody_holds_by_name_stands_for_somebody() {
        let text = "Norway is calm. The secretary-general has shown the way. Latvia supports the secretary-general's \
                    reform. The secretary-general deserves our thanks.";
        assert_eq!(mentions(text, "secretary-general"), 3);
        let named = "Mayor Anna Okafor opened the meeting. Norway thanked the mayor. The mayor smiled, and the mayor left.";
        assert_eq!(mentions(named, "mayor"), 0);
    }

    #[test]
    fn once_is_enough_where_one_alone_is_near_and_is_told_apart() {
        for (text, expected) in [
            ("Ann Lund spoke in Riverton. The former mayor said that taxes were too high.", 2),
            ("Ann Lund spoke in Riverton. The former secretary of state was tired.", 2),
            ("Ann Lund won on Sunday. The Ohio senator beat a farmer.", 2),
            ("Ann Lund won on Sunday. The former mayor and her rivals met.", 3),
            ("Ann Lund spoke in Riverton. The former Microsoft chairwoman was tired.", 2),
            ("Ann Lund spoke in Riverton. The mayor said that taxes were too high.", 1),
            (
                "Ann Lund met Tom Hale in Riverton. The former mayor said that taxes were too high.",
                1,
            ),
            ("Ann Lund spoke in Riverton. The next mayor will say more.", 1),
            ("Ann Lund was arrested in Riverton. The investigating judge let nobody go.", 1),
            (
                "Judge Ann Lund spoke in Riverton. The former mayor said that taxes were too high.",
                1,
            ),
            ("Taxes rose. “Ann Lund, you are wrong,” the former mayor said.", 1),
        ] {
            assert_eq!(mentions(text, "Ann Lund"), expected, "{text}");
        }
    }
}
