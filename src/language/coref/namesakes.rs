//! Who of several with one surname a bare one means: what the text says of their families, their gender and its pronouns.

use std::collections::{BTreeMap, BTreeSet};

use super::cluster::Clusters;
use super::grammar::Grammar;
use super::mention::{Being, Number};
use super::naming::NameForm;
use super::nominal::Source;
use super::{Form, Gender, Mention};
use super::{speaker, words};
use crate::language::Upos;

/// A full name and what stands for it.
pub(super) struct Person {
    pub idx: usize,
    pub words: Vec<String>,
    /// What else he is called by: `Bob` of `Robert Lund`.
    pub also: Vec<String>,
    pub count: usize,
    pub elder: bool,
    pub titles: BTreeSet<String>,
    /// Told of as somebody's: `his father, Tom Lund`. A bare surname is rather the other's.
    pub kin: bool,
    /// Named to tell who a relative is.
    pub whose: bool,
}

/// The surnames that the text has in full of a relative alone: `President Roe` beside `his wife, Ann Roe`, `Mr. Roe` again
/// and again beside `Ann Roe`. The bare surname is the other's.
pub(super) fn relatives_alone(
    grammar: &Grammar<'_>,
    mentions: &[Mention],
    forms: &[NameForm],
    people: &[Person],
    by_part: &BTreeMap<String, Vec<usize>>,
    clusters: &Clusters,
) -> BTreeSet<String> {
    // Bare mentions with another gender, and with one that fits.
    let mut counts: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    let mut found = BTreeSet::new();
    for (mention, form) in mentions.iter().zip(forms) {
        let [surname] = form.words.as_slice() else { continue };
        let Some(known) = by_part.get(surname).filter(|_| form.is_person()) else { continue };
        let fits = |&nth: &usize| {
            !genders_clash(clusters.facts(clusters.of(people[nth].idx)).gender, form.gender)
        };
        if form.gender != Gender::Unknown {
            let (others, own) = counts.entry(surname).or_default();
            *(if known.iter().any(fits) { own } else { others }) += 1;
        }
        let titled = mention.tokens.start.checked_sub(1).is_some_and(|before| {
            let title = grammar.lower(before);
            words::is_title(&title)
                && words::gender_of_title(&title) == Gender::Unknown
                && grammar.word(before).starts_with(char::is_uppercase)
        });
        if titled && known.iter().all(|&nth| people[nth].kin) {
            found.insert(surname.clone());
        }
    }
    for (surname, (others, own)) in counts {
        let full: usize = by_part[surname].iter().map(|&nth| people[nth].count).sum();
        if others > own + full {
            found.insert(surname.to_owned());
        }
    }
    found
}

/// Whether a name stands beside the word that makes its bearer somebody's: `his brother Tom Lund`, `Ana Lund, his wife`.
pub(super) fn is_kin(grammar: &Grammar<'_>, mention: &Mention) -> bool {
    let tokens = &mention.tokens;
    let sentence = &grammar.analysis.sentences[grammar.sentence(mention.head)].tokens;
    let kin = |token: usize| {
        let word = grammar.lower(token);
        words::is_kin(&word) || word == "lady" && token > 0 && grammar.lower(token - 1) == "first"
    };
    let own = tokens.end + 1;
    let aside = own < sentence.end
        && grammar.word(tokens.end) == ","
        && grammar.xpos(own) == "PRP$"
        && (own + 1..sentence.end).take(3).any(kin);
    aside || (sentence.start..tokens.start).rev().take(2).any(kin)
}

/// Whether a name tells whose relative another is: `Ana Lund, the sister of the longtime adviser Tom Lund`.
pub(super) fn is_whose(grammar: &Grammar<'_>, mention: &Mention) -> bool {
    let start = grammar.analysis.sentences[grammar.sentence(mention.head)].tokens.start;
    let of = (start..mention.tokens.start).rev().take(8).find(|&token| {
        !matches!(grammar.upos(token), Upos::Noun | Upos::Propn | Upos::Adj | Upos::Det)
    });
    of.is_some_and(|of| {
        of > start && grammar.word(of) == "of" && words::is_kin(&grammar.lower(of - 1))
    })
}

/// The gender of the relative that a name is said to be: `his wife, Nora Roe`.
pub(super) fn gender_of_kin(grammar: &Grammar<'_>, mention: &Mention) -> Gender {
    let start = mention.tokens.start;
    let comma = usize::from(start > 0 && grammar.word(start - 1) == ",");
    let noun = start.checked_sub(1 + comma).filter(|&noun| grammar.same_sentence(noun, start));
    let noun = noun.map(|noun| grammar.lower(noun)).filter(|noun| words::is_kin(noun));
    noun.map_or(Gender::Unknown, |noun| words::gender_of_noun(&noun))
}

/// The gender of whom each surname of several means, where the pronouns behind it tell: `Roe left. ... Roe said he ...`
/// beside `Ann Roe` and `Tom Roe`.
pub(super) fn genders_told(
    grammar: &Grammar<'_>,
    mentions: &[Mention],
    forms: &[NameForm],
    by_part: &BTreeMap<String, Vec<usize>>,
) -> BTreeMap<String, Gender> {
    let people: BTreeSet<usize> = (0..mentions.len())
        .filter(|&idx| forms[idx].is_person())
        .map(|idx| mentions[idx].tokens.start)
        .collect();
    // Pronouns of women and of men.
    let mut counts: BTreeMap<&str, [usize; 2]> = BTreeMap::new();
    for (mention, form) in mentions.iter().zip(forms) {
        let [surname] = form.words.as_slice() else { continue };
        let several = by_part.get(surname).is_some_and(|known| known.len() > 1);
        // `Mr. Roe` and `President Roe` are told apart from the other by their titles.
        if !form.is_person() || !several || form.gender != Gender::Unknown || form.title.is_some() {
            continue;
        }
        let end = grammar.analysis.sentences[grammar.sentence(mention.head)].tokens.end;
        let rest = (mention.tokens.end..end).take_while(|token| !people.contains(token));
        let slot = rest.into_iter().find_map(|token| match grammar.lower(token).as_str() {
            "she" | "herself" => Some(0),
            "her" if grammar.xpos(token) == "PRP$" => Some(0),
            "he" | "his" | "himself" => Some(1),
            _ => None,
        });
        if let Some(slot) = slot {
            counts.entry(surname).or_default()[slot] += 1;
        }
    }
    let told = |[women, men]: [usize; 2]| {
        if women > 1 + 2 * men {
            Some(Gender::Female)
        } else {
            (men > 1 + 2 * women).then_some(Gender::Male)
        }
    };
    let counts = counts.into_iter();
    counts.filter_map(|(surname, counts)| Some((surname.to_owned(), told(counts)?))).collect()
}

/// The one whom a short name at `idx` means. Of several of that surname: whose title fits, then whose gender the pronouns
/// behind it tell, then whoever has been named before, is not told of as another's, has gone by it most often, is not
/// named for a relative's sake, is named most often, and last.
pub(super) fn choose(
    idx: usize,
    form: &NameForm,
    candidates: &[&Person],
    shared: &BTreeMap<usize, usize>,
    told: Option<Gender>,
    clusters: &Clusters,
) -> Option<usize> {
    candidates
        .iter()
        .filter(|person| {
            !genders_clash(clusters.facts(clusters.of(person.idx)).gender, form.gender)
        })
        .max_by_key(|person| {
            let before = person.idx < idx;
            let gender = clusters.facts(clusters.of(person.idx)).gender;
            (
                form.title.as_ref().is_some_and(|title| person.titles.contains(title)),
                told.is_none_or(|told| !genders_clash(told, gender)),
                before,
                !person.kin,
                shared.get(&person.idx).copied().unwrap_or_default(),
                !person.whose,
                person.count,
                if before { person.idx } else { usize::MAX - person.idx },
            )
        })
        .map(|person| person.idx)
}

/// Mends the gender that the list of given names tells, where the text's own pronouns deny it: in a text of one `Beryl Roe`
/// and no other, who says "he said" time and again, Beryl is a man.
pub(super) fn mend_genders(source: &Source<'_>, clusters: &mut Clusters) {
    let grammar = source.grammar;
    let mut told: BTreeSet<usize> = BTreeSet::new();
    let mut known: BTreeSet<usize> = BTreeSet::new();
    let mut last: Option<usize> = None;
    // How often the pronoun of one who speaks denies the gender of the only one whom it can mean, and agrees with it.
    let mut counts: BTreeMap<usize, [usize; 2]> = BTreeMap::new();
    for (idx, mention) in source.mentions.iter().enumerate() {
        let traits = &source.traits[idx];
        match mention.form {
            Form::Name if source.forms[idx].is_person() => {
                let cluster = clusters.of(idx);
                last = Some(cluster);
                known.insert(cluster);
                if is_gender_told(grammar, mention) {
                    told.insert(cluster);
                }
            }
            Form::Nominal if traits.being == Being::Person && traits.number != Number::Plural => {
                last = None;
            }
            Form::Pronoun if traits.being == Being::Person && traits.quotation.is_none() => {
                let Some(person) = last.filter(|_| traits.gender != Gender::Unknown) else {
                    continue;
                };
                if !genders_clash(clusters.facts(person).gender, traits.gender) {
                    counts.entry(person).or_default()[1] += 1;
                    continue;
                }
                let fits =
                    |&other: &usize| !genders_clash(clusters.facts(other).gender, traits.gender);
                let speaks = grammar
                    .head(mention.head)
                    .is_some_and(|verb| speaker::is_saying(grammar, verb));
                if speaks && !known.iter().any(fits) {
                    counts.entry(person).or_default()[0] += 1;
                }
            }
            _ => {}
        }
    }
    for (person, [denied, agreed]) in counts {
        if denied > 1 && agreed == 0 && !told.contains(&person) {
            let facts = clusters.facts_mut(person);
            facts.gender = match facts.gender {
                Gender::Male => Gender::Female,
                Gender::Female => Gender::Male,
                Gender::Unknown => Gender::Unknown,
            };
        }
    }
}

/// Whether more than the given name tells the gender of who is named: `Mr. Roe`, `his wife, Nora Roe`.
fn is_gender_told(grammar: &Grammar<'_>, mention: &Mention) -> bool {
    let before = mention.tokens.start.saturating_sub(1);
    (before..mention.tokens.end)
        .any(|token| words::gender_of_title(&grammar.lower(token)) != Gender::Unknown)
        || gender_of_kin(grammar, mention) != Gender::Unknown
}

pub(super) fn genders_clash(left: Gender, right: Gender) -> bool {
    left != Gender::Unknown && right != Gender::Unknown && left != right
}

#[cfg(test)]
mod tests {
    use crate::briefing::{MentionForm, brief};
    use crate::testing::document;

    /// Expects the text to name an actor so, in order.
    #[track_caller]
    fn check(text: &str, actor: &str, expected: &[&str]) {
        let briefing = brief(&document(text));
        let known = briefing.actors.iter().find(|known| known.name == actor).expect(actor);
        let names = known.mentions.iter().filter(|mention| mention.form == MentionForm::Name);
        let names: Vec<&str> = names.map(|mention| mention.range.slice(text)).collect();
        assert_eq!(names, expected);
    }

    #[test]
    fn a_surname_of_several_words_is_a_surname() {
        let text = "Elena de Hoop told the inquiry that she had warned the board. De Hoop said it did not listen. Her \
                    husband, Pieter de Hoop, sat behind her. Mr. de Hoop did not speak to reporters.";
        check(text, "Elena de Hoop", &["Elena de Hoop", "De Hoop"]);
        check(text, "Pieter de Hoop", &["Pieter de Hoop", "Mr. de Hoop"]);
    }

    #[test]
    fn one_half_of_a_surname_is_another_s() {
        let text = "Sarah Marsh-Dahl wrote the report. Senator Lindsey Dahl read it on Monday. Dahl said that it was too \
                    long.";
        check(text, "Lindsey Dahl", &["Lindsey Dahl", "Dahl"]);
    }

    #[test]
    fn a_headline_means_whoever_goes_by_the_surname() {
        let text = "Questions for Ostrander\n\nThe mayor, Linda Ostrander, opened the harbour on Monday. Ostrander said \
                    that she was glad. Paul Ostrander, a baker, stayed away. Paul Ostrander was ill, and Ostrander left \
                    at noon.";
        let names = ["Ostrander", "Linda Ostrander", "Ostrander", "Ostrander"];
        check(text, "Linda Ostrander", &names);
    }

    #[test]
    fn pronouns_tell_who_goes_by_the_surname() {
        let text = "Selma Trent opened the fair. Selma Trent sang in the hall. Paul Trent ran for mayor. Trent said \
                    he would win. Trent lost his seat in May. Trent sold his house.";
        check(text, "Paul Trent", &["Paul Trent", "Trent", "Trent", "Trent"]);
    }

    #[test]
    fn a_wife_is_no_mister() {
        let text = "Mr. Qadri spoke on Monday. His wife, Zorah Qadri, wept. Mr. Qadri, who is a baker, left.";
        check(text, "Zorah Qadri", &["Zorah Qadri"]);
    }

    #[test]
    fn whoever_is_named_for_another_s_sake_does_not_go_by_the_surname() {
        let text = "The founder, Karl Ostrander, is the brother of the tired captain Paul Ostrander. Ostrander said \
                    that his firm had done nothing wrong.";
        check(text, "Karl Ostrander", &["Karl Ostrander", "Ostrander"]);
    }

    #[test]
    fn pronouns_tell_more_than_a_given_name() {
        let text = "Beryl Oakden runs the port. Oakden said the toll was fair. \"We need it,\" he told the council. Oakden \
                    left at noon. \"It is late,\" he said. \"It is a good plan,\" he said on Monday.";
        let briefing = brief(&document(text));
        assert_eq!(briefing.actors[0].mentions.len(), 6);
    }
}
