//! Who acts without a name: `China's commerce ministry`, `Danish unions`; the teachers of a text about their strike.

use std::collections::{BTreeMap, BTreeSet};

use super::cluster::Clusters;
use super::grammar::Grammar;
use super::mention::{Being, Number};
use super::nominal::Source;
use super::public::{is_of_many, is_one_of_a_party, is_party, is_public_body};
use super::recurring::{groups, link_offices};
use super::speaker;
use super::words;
use super::{Form, Mention};
use crate::language::{Deprel, NameKind, Upos};

/// What a description without a name that is as good as one means: `China's commerce ministry`, `White House
/// advisers`. It has a name in it, and no other office or body answers to it.
pub(super) fn defines(source: &Source<'_>, idx: usize) -> Option<NameKind> {
    let (mention, traits) = (&source.mentions[idx], &source.traits[idx]);
    let kind = match (traits.being, traits.number) {
        (Being::Body, Number::Singular) if is_public_body(&traits.noun) => NameKind::Organization,
        (Being::Body, Number::Plural) if traits.noun == "police" => NameKind::Organization,
        // `Ostland's armed forces`, `Danish unions`.
        (Being::Body, Number::Plural) if is_of_many(&traits.noun) => NameKind::Group,
        (Being::Person, Number::Plural) => NameKind::Group,
        _ => return None,
    };
    // `the union's opposition to the plan`.
    let meant = traits.noun == "opposition"
        && source.grammar.analysis.children(mention.head).any(|child| {
            child > mention.head
                && matches!(source.grammar.deprel(child), Deprel::Nmod | Deprel::Acl)
        });
    if meant {
        return None;
    }
    // `Roe's Harbour Watch network` is Harbour Watch.
    let called = traits.noun == "network"
        && source.grammar.analysis.children(mention.head).any(|child| {
            child < mention.head
                && source.grammar.name(child).is_some_and(|name| {
                    source.grammar.analysis.names[name].kind == NameKind::Organization
                })
        });
    if called {
        return None;
    }
    let owner = |head: usize, child: usize| {
        let before = matches!(
            source.grammar.deprel(child),
            Deprel::NmodPoss | Deprel::Compound | Deprel::Amod | Deprel::NmodDesc
        );
        // `the Lund presidency` is a time, `the Ostland presidency` a body.
        let known = source.states.of_token(child).is_some()
            || traits.noun != "presidency" && source.grammar.name(child).is_some();
        let party = is_one_of_a_party(&traits.noun)
            && source.grammar.word(child).starts_with(char::is_uppercase)
            && is_party(&source.grammar.lower(child));
        child < head && (before && (known || party) || takes_a_side(source.grammar, child))
    };
    let children = |head: usize| source.grammar.analysis.children(head);
    // `attorneys for Roe`.
    let served = |child: usize| {
        child > mention.head
            && source.grammar.deprel(child) == Deprel::Nmod
            && source.grammar.name(child).is_some()
            && matches!(source.grammar.preposition(child).as_deref(), Some("for" | "to"))
            && matches!(words::office_of(&traits.noun), "lawyer" | "adviser" | "spokesperson")
    };
    // `the supreme court of Ostland`.
    let of_state = |child: usize| {
        child > mention.head
            && kind == NameKind::Organization
            && source.grammar.deprel(child) == Deprel::Nmod
            && source.grammar.preposition(child).as_deref() == Some("of")
            && source.states.of_token(child).is_some()
    };
    // `Ostland's chief auditor's office`, `the Selm county sheriff's department`: the owner may have an owner.
    let inside = |token: usize| {
        let known = source.states.of_token(token).is_some()
            || source.grammar.name(token).is_some_and(|name| {
                matches!(
                    source.grammar.analysis.names[name].kind,
                    NameKind::Place | NameKind::Organization
                )
            });
        known && is_chained(source.grammar, token, mention.head)
    };
    let body = kind == NameKind::Organization;
    let named = children(mention.head).any(|child| {
        owner(mention.head, child)
            || served(child)
            || of_state(child)
            || source.grammar.deprel(child) == Deprel::NmodPoss
                && source.grammar.upos(child) == Upos::Noun
                && children(child).any(|inner| owner(child, inner))
    }) || body && (mention.tokens.start..mention.head).any(inside);
    (mention.form == Form::Nominal && named).then_some(kind)
}

/// Whether a word before a noun belongs to it by way of other nouns before it: `Selm` of `Selm county sheriff's office`.
fn is_chained(grammar: &Grammar<'_>, token: usize, head: usize) -> bool {
    let mut at = token;
    while at != head {
        let beside = matches!(
            grammar.deprel(at),
            Deprel::NmodPoss | Deprel::Compound | Deprel::Flat | Deprel::NmodDesc
        );
        match grammar.head(at).filter(|&above| beside && above > at && above <= head) {
            Some(above) => at = above,
            None => return false,
        }
    }
    grammar.head(token) != Some(head)
}

/// `several Ostland leaders`, `most Danish unions`: nobody can tell which.
pub(super) fn is_some_of_many(grammar: &Grammar<'_>, mention: &Mention) -> bool {
    (mention.tokens.start..mention.head).any(|token| {
        let word = grammar.lower(token);
        matches!(grammar.deprel(token), Deprel::Nummod | Deprel::Advmod)
            || matches!(
                word.as_str(),
                "many" | "most" | "some" | "several" | "few" | "other" | "more" | "such"
            )
    })
}

/// `three Norwegians`, `young Norwegians`, `dozens of Norwegians`: not all whom the noun or the name may mean.
pub(super) fn is_part(grammar: &Grammar<'_>, mention: &Mention) -> bool {
    let (head, named) = (mention.head, mention.form == Form::Name);
    let end = if named { mention.tokens.start } else { head };
    let children = || grammar.analysis.children(head).filter(|&child| child < end);
    let few = |word: usize| {
        grammar.deprel(word) == Deprel::Nummod
            || named && grammar.deprel(word) == Deprel::Amod
            || matches!(
                grammar.lower(word).as_str(),
                "many" | "most" | "some" | "several" | "few" | "these" | "those" | "any" | "no"
            )
    };
    let of = children().any(|child| grammar.lower(child) == "of");
    let counted = grammar.head(head).filter(|&above| of && above < head).is_some_and(|above| {
        grammar.upos(above) == Upos::Num || is_amount(&grammar.lemma(above)) || few(above)
    });
    children().any(few) || counted
}

/// `hundreds`, `a group`, `one` of them.
fn is_amount(noun: &str) -> bool {
    matches!(
        noun,
        "dozen"
            | "score"
            | "hundred"
            | "thousand"
            | "million"
            | "group"
            | "crowd"
            | "number"
            | "handful"
            | "pair"
            | "majority"
            | "half"
            | "part"
            | "most"
            | "some"
            | "one"
    )
}

/// `anti-Lund` forces, `pro-Ostland` groups: for or against whom a group is tells it from others.
pub(super) fn takes_a_side(grammar: &Grammar<'_>, token: usize) -> bool {
    let side = grammar.word(token).split_once('-');
    side.is_some_and(|(side, whom)| {
        matches!(side, "anti" | "Anti" | "pro" | "Pro") && whom.starts_with(char::is_uppercase)
    })
}

/// Joins descriptions of the same words, whichever way they name the state: `the Chinese commerce ministry`.
pub(super) fn link_defining(source: &Source<'_>, clusters: &mut Clusters) {
    let mut first: BTreeMap<String, usize> = BTreeMap::new();
    let people: BTreeMap<usize, usize> = source
        .mentions
        .iter()
        .enumerate()
        .filter(|(idx, mention)| mention.form == Form::Name && source.forms[*idx].is_person())
        .flat_map(|(idx, mention)| mention.tokens.clone().map(move |token| (token, idx)))
        .collect();
    for idx in 0..source.mentions.len() {
        if defines(source, idx).is_none() || clusters.names(clusters.of(idx)) > 0 {
            continue;
        }
        let mut words: Vec<String> = source.mentions[idx]
            .tokens
            .clone()
            .filter(|&token| {
                !matches!(
                    source.grammar.deprel(token),
                    Deprel::Det | Deprel::Case | Deprel::Nummod | Deprel::Advmod
                )
            })
            .filter(|&token| !words::is_genitive(source.grammar.word(token)))
            .map(|token| match (source.states.of_token(token), people.get(&token)) {
                (Some(state), _) => format!("#{state}"),
                // `Roe's office` and `Senator Ann Roe's office` are one.
                (None, Some(&owner)) => format!("@{}", clusters.of(owner)),
                (None, None) if source.grammar.word(token) == "GOP" => "republican".to_owned(),
                (None, None) => {
                    words::office_of(&source.grammar.lemma(token).to_lowercase()).to_owned()
                }
            })
            .collect();
        if words.iter().any(|word| word.starts_with('@')) {
            words.retain(|word| !words::is_title(word));
        }
        // `attorneys for Roe` are `Roe's lawyers`.
        words.sort_unstable();
        words.dedup();
        clusters.join(*first.entry(words.join(" ")).or_insert(idx), idx);
    }
    link_bare(source, clusters);
}

/// `security forces` behind `Ostland's security forces`: the same words without the owner, where one alone has them.
fn link_bare(source: &Source<'_>, clusters: &mut Clusters) {
    let inner = |idx: usize| -> Vec<String> {
        let head = source.mentions[idx].head;
        let own = |token: usize| {
            source.states.of_token(token).is_none() && source.grammar.name(token).is_none()
        };
        let words = source.mentions[idx].tokens.start..=head;
        words
            .filter(|&token| {
                matches!(source.grammar.upos(token), Upos::Noun | Upos::Adj) && own(token)
            })
            .map(|token| source.grammar.lemma(token))
            .collect()
    };
    // `the coast guard`: of one body two words are as sure as one of many.
    let sure = |idx: usize| {
        let traits = &source.traits[idx];
        traits.number == Number::Plural
            || traits.being == Being::Body
                && source.grammar.lower(source.mentions[idx].tokens.start) == "the"
    };
    let mut owned: BTreeMap<Vec<String>, Vec<usize>> = BTreeMap::new();
    for idx in 0..source.mentions.len() {
        if defines(source, idx).is_some() {
            owned.entry(inner(idx)).or_default().push(idx);
        }
    }
    for idx in 0..source.mentions.len() {
        let mention = &source.mentions[idx];
        let words = inner(idx);
        let bare = mention.form == Form::Nominal
            && sure(idx)
            && defines(source, idx).is_none()
            && words.len() > 1
            && !is_some_of_many(source.grammar, mention)
            && clusters.members(clusters.of(idx)).len() == 1;
        let Some(several) = owned.get(&words).filter(|_| bare) else { continue };
        let home = clusters.of(several[0]);
        if several[0] < idx && several.iter().all(|&other| clusters.of(other) == home) {
            clusters.join(several[0], idx);
        }
    }
}

/// The verb of a relative clause that says what somebody does: `forces that fired`.
pub(super) fn deed_of(grammar: &Grammar<'_>, head: usize) -> Option<usize> {
    let verb = grammar.child(head, Deprel::AclRelcl)?;
    let who = grammar.child(verb, Deprel::Nsubj)?;
    matches!(grammar.xpos(who), "WP" | "WDT").then_some(verb)
}

/// Verbs for what those do who take a side.
pub(super) fn takes_sides(verb: &str) -> bool {
    matches!(
        verb,
        "oppose"
            | "reject"
            | "support"
            | "back"
            | "criticize"
            | "criticise"
            | "condemn"
            | "threaten"
            | "refuse"
            | "want"
            | "demand"
            | "protest"
            | "sue"
            | "fight"
            | "resist"
            | "appeal"
            | "seek"
            | "push"
            | "agree"
            | "decline"
            | "fire"
            | "kill"
            | "arrest"
            | "detain"
            | "charge"
            | "accuse"
            | "investigate"
            | "raid"
            | "seize"
            | "block"
            | "order"
            | "deny"
    )
}

/// Whom a text speaks of so often that no name is missed: the first mentions of `the teachers`, `the whistleblower`,
/// with what they are. Joins the mentions of the same words.
pub(super) fn link_crowds(
    source: &Source<'_>,
    clusters: &mut Clusters,
) -> BTreeMap<usize, NameKind> {
    let mut by_words: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (idx, mention) in source.mentions.iter().enumerate() {
        let traits = &source.traits[idx];
        let plain = mention.form == Form::Nominal
            && traits.being == Being::Person
            && is_told_apart(&traits.noun)
            && clusters.names(clusters.of(idx)) == 0;
        if plain && let Some(words) = crowd_words(source, idx) {
            by_words.entry(words).or_default().push(idx);
        }
    }
    let sentences = source.grammar.analysis.sentences.len();
    let early: BTreeSet<usize> = (0..sentences.min(4).max(sentences / 5)).collect();
    let mut found = BTreeMap::new();
    for several in by_words.into_values() {
        let first = several[0];
        let acting = several
            .iter()
            .filter(|&&idx| source.grammar.deprel(source.mentions[idx].head) == Deprel::Nsubj)
            .count();
        if several.len() < OFTEN || acting < 2 || !early.contains(&source.traits[first].sentence) {
            continue;
        }
        let plural = source.traits[first].number == Number::Plural;
        found.insert(first, if plural { NameKind::Group } else { NameKind::Person });
        for &idx in &several[1..] {
            clusters.join(first, idx);
        }
    }
    link_speaking(source, clusters, &mut found);
    link_offices(source, clusters, &mut found);
    found
}

/// Who speaks again and again without a name: `the report's authors say`, `the authors say`.
fn link_speaking(
    source: &Source<'_>,
    clusters: &mut Clusters,
    found: &mut BTreeMap<usize, NameKind>,
) {
    let grammar = source.grammar;
    let mut told: BTreeMap<&str, Vec<(String, usize)>> = BTreeMap::new();
    for (idx, mention) in source.mentions.iter().enumerate() {
        let traits = &source.traits[idx];
        let plain = mention.form == Form::Nominal
            && traits.being == Being::Person
            && traits.number == Number::Plural
            && traits.quotation.is_none()
            && (is_told_apart(&traits.noun) || is_of_a_few(&traits.noun))
            && clusters.names(clusters.of(idx)) == 0
            && clusters.members(clusters.of(idx)).iter().all(|known| !found.contains_key(known));
        if plain && let Some(words) = telling(source, idx) {
            told.entry(&traits.noun).or_default().push((words, idx));
        }
    }
    for several in told.values().flat_map(|told| groups(told)) {
        let does = |idx: usize, saying: bool| {
            let head = source.mentions[idx].head;
            grammar.deprel(head) == Deprel::Nsubj
                && grammar.head(head).is_some_and(|verb| {
                    grammar.is_verb(verb) && (!saying || speaker::is_saying(grammar, verb))
                })
        };
        let sentences: BTreeSet<usize> =
            several.iter().map(|&idx| source.traits[idx].sentence).collect();
        let speaks = several.iter().filter(|&&idx| does(idx, true)).count();
        let acts = several.iter().filter(|&&idx| does(idx, false)).count();
        // `economists say`, twice, may be others each time; `female donors`, time and again, are not.
        let same = several.iter().all(|&idx| telling(source, idx).is_some_and(|it| !it.is_empty()));
        let one = same && several.len() > 2 || several.iter().any(|&idx| is_one_set(source, idx));
        if !one || sentences.len() < 2 || !(speaks > 1 || speaks > 0 && acts > 2) {
            continue;
        }
        found.insert(several[0], NameKind::Group);
        for &idx in &several[1..] {
            clusters.join(several[0], idx);
        }
    }
}

/// `the authors`, `the report's authors`: a set that the text has told of.
fn is_one_set(source: &Source<'_>, idx: usize) -> bool {
    let (mention, grammar) = (&source.mentions[idx], source.grammar);
    grammar.lower(mention.tokens.start) == "the"
        || grammar.child(mention.head, Deprel::NmodPoss).is_some()
}

/// The words before the noun that tell these from others, without an owner; `None` where only some are meant.
fn telling(source: &Source<'_>, idx: usize) -> Option<String> {
    let (mention, grammar) = (&source.mentions[idx], source.grammar);
    let owner = (mention.tokens.start..mention.head)
        .rfind(|&token| words::is_genitive(grammar.word(token)));
    let mut telling = Vec::new();
    for token in owner.map_or(mention.tokens.start, |owner| owner + 1)..mention.head {
        let word = grammar.lower(token);
        match grammar.upos(token) {
            Upos::Det if word == "the" => {}
            Upos::Pron if grammar.deprel(token) == Deprel::NmodPoss => {}
            Upos::Adj
                if matches!(
                    word.as_str(),
                    "other" | "many" | "several" | "few" | "some" | "such" | "more" | "most"
                ) =>
            {
                return None;
            }
            Upos::Noun | Upos::Propn | Upos::Adj => telling.push(word),
            _ => return None,
        }
    }
    Some(telling.join(" "))
}

/// Of whom a text has but one set, the one it told of.
fn is_of_a_few(noun: &str) -> bool {
    matches!(noun, "author" | "parent" | "lawyer" | "family")
}

/// So many mentions make one who has no name an actor.
const OFTEN: usize = 4;

/// `teacher+`, `union worker+`, `the whistleblower`: the words of a phrase that has nothing behind its noun.
fn crowd_words(source: &Source<'_>, idx: usize) -> Option<String> {
    let (mention, grammar) = (&source.mentions[idx], source.grammar);
    let plural = source.traits[idx].number == Number::Plural;
    let mut words = String::new();
    let mut the = false;
    for token in mention.tokens.start..=mention.head {
        match grammar.upos(token) {
            Upos::Det => the |= grammar.lower(token) == "the",
            Upos::Noun | Upos::Adj | Upos::Propn if token < mention.head => {
                words.push_str(&grammar.lower(token));
                words.push(' ');
            }
            _ if token == mention.head => words.push_str(&source.traits[idx].noun),
            _ => return None,
        }
    }
    let behind = grammar.analysis.children(mention.head).any(|child| {
        child > mention.head && matches!(grammar.deprel(child), Deprel::Nmod | Deprel::Acl)
    });
    if behind || !plural && !the {
        return None;
    }
    words.push(if plural { '+' } else { '.' });
    Some(words)
}

/// Not those whom every text has: officials who speak, experts, people; nor an office, which somebody with a name holds.
pub(super) fn is_told_apart(noun: &str) -> bool {
    !words::is_title(noun)
        && words::office_of(noun) == noun
        && !matches!(
            noun,
            "people"
                | "person"
                | "man"
                | "woman"
                | "official"
                | "expert"
                | "analyst"
                | "source"
                | "observer"
                | "member"
                | "individual"
                | "other"
                | "author"
                | "reader"
                | "writer"
                | "speaker"
                | "friend"
                | "guy"
                | "colleague"
                | "critic"
                | "supporter"
                | "opponent"
                | "candidate"
                | "family"
                | "parent"
                | "mother"
                | "father"
                | "son"
                | "daughter"
                | "wife"
                | "husband"
                | "brother"
                | "sister"
                | "child"
                | "boy"
                | "girl"
                | "kid"
                | "reporter"
                | "journalist"
                | "everyone"
                | "leader"
                | "lawyer"
                | "adviser"
                | "head"
                | "spokesperson"
                | "founder"
                | "nominee"
                | "rival"
                | "ally"
                | "secretary"
                | "user"
                | "partner"
        )
}

#[cfg(test)]
mod tests {
    use crate::briefing::{ActorKind, MentionForm, brief};
    use crate::testing::document;

    #[test]
    fn attorneys_for_somebody_are_his_lawyers() {
        let document = document(
            "Ann Lund agreed. Lund's lawyers opposed the request. Attorneys for Lund said it was late.",
        );
        let briefing = brief(&document);
        let lawyers = briefing.actors.iter().find(|actor| actor.kind == ActorKind::Group);
        assert_eq!(lawyers.map(|actor| actor.mentions.len()), Some(2));
    }

    #[test]
    fn who_is_spoken_of_throughout_needs_no_name() {
        let document = document(
            "Teachers marched in Oslo. The teachers want more pay. Teachers met the mayor at noon. \
             The mayor told the teachers to wait. Teachers will march again.",
        );
        let briefing = brief(&document);
        let group = briefing.actors.iter().find(|actor| actor.kind == ActorKind::Group);
        assert_eq!(group.map(|actor| actor.name.to_lowercase()), Some("teachers".to_owned()));
    }

    /// The names of the actors that have none of their own.
    fn nameless(text: &str) -> Vec<String> {
        let briefing = brief(&document(text));
        let mut actors = briefing.actors;
        actors
            .retain(|actor| actor.mentions.iter().all(|mention| mention.form != MentionForm::Name));
        actors.into_iter().map(|actor| actor.name).collect()
    }

    #[test]
    fn whom_somebody_is_against_tells_a_group_from_others() {
        let text = "Anti-Okafor forces held out until noon. Anna Okafor smiled.";
        assert_eq!(nameless(text), ["Anti-Okafor forces"]);
    }

    #[test]
    fn some_of_a_people_are_not_the_people() {
        let text = "The Norwegian army came. The three Danes opened fire with rifles at the vehicle. They were killed by \
                    shell fire from a tank, the sources said. Danes fear more.";
        let briefing = brief(&document(text));
        let danes = briefing.actors.iter().find(|actor| actor.name == "Danes");
        assert_eq!(danes.map(|actor| actor.mentions.len()), Some(2));
        let told = |position: &crate::briefing::Position| {
            position.text.contains("the three Danes were killed")
        };
        assert!(briefing.positions.iter().any(told));
    }

    #[test]
    fn some_of_many_are_nobody() {
        let text = "Several Okafor supporters said that they would wait. Anna Okafor smiled.";
        assert_eq!(nameless(text), [""; 0]);
        let text = "Okafor supporters said that they would wait. Anna Okafor smiled.";
        assert_eq!(nameless(text), ["Okafor supporters"]);
    }

    #[test]
    fn the_establishment_of_a_party_acts() {
        let text = "The Labour establishment fears Anna Okafor. Okafor smiled. The establishment spent much money \
                    against her.";
        assert_eq!(nameless(text), ["Labour establishment"]);
    }

    #[test]
    fn the_leaders_of_a_party_together_are_a_body() {
        let text = "The Republican establishment fears Anna Okafor. Okafor smiled.";
        assert_eq!(nameless(text), ["Republican establishment"]);
    }

    #[test]
    fn the_police_of_a_state_are_a_body() {
        let text = "Norwegian police arrested two sailors on Monday. Anna Okafor smiled.";
        assert_eq!(nameless(text), ["Norwegian police"]);
    }

    #[test]
    fn the_presidency_of_somebody_is_a_time() {
        let text = "The Okafor presidency ended in May. Anna Okafor smiled. The Okafor presidency did little.";
        assert_eq!(nameless(text), [""; 0]);
    }

    #[test]
    fn the_court_of_a_state_is_a_body() {
        let text =
            "The supreme court of Norway ruled on Monday that ships must wait. Anna Okafor smiled.";
        assert_eq!(nameless(text), ["supreme court of Norway"]);
    }

    #[test]
    fn who_speaks_again_and_again_needs_no_name() {
        let text = "The report's authors said that prices fell in Oslo. Nobody had asked them.\n\n\
                    Oslo will answer. The authors warn that more is to come.";
        assert_eq!(nameless(text), ["report's authors"]);
        let others = "Economists said that prices fell in Oslo.\n\nOslo will answer. Economists warn that more is to \
                      come.";
        assert_eq!(nameless(others), [""; 0]);
    }

    #[test]
    fn a_coast_guard_is_a_body() {
        let text =
            "Norway's coast guard saved forty people. The coast guard said that the ship had sunk.";
        assert_eq!(nameless(text), ["Norway's coast guard"]);
    }

    #[test]
    fn an_interim_government_is_not_the_state() {
        let text = "The interim government of Bolivia said that it would wait. Anna Okafor smiled.";
        assert_eq!(nameless(text), ["interim government of Bolivia"]);
    }

    #[test]
    fn an_office_may_be_that_of_an_officer_of_a_place() {
        let text = "The Los Angeles county sheriff's department said that a man was shot. Anna Okafor smiled.";
        assert_eq!(nameless(text), ["Los Angeles county sheriff's department"]);
    }

    #[test]
    fn a_network_is_a_body_unless_it_is_called_by_its_name() {
        let text = "The Karzani network claimed the attack. Anna Okafor smiled.";
        assert_eq!(nameless(text), ["Karzani network"]);
        let text = "The Harbour Council network claimed the attack. Anna Okafor smiled.";
        assert_eq!(nameless(text), [""; 0]);
    }
}
