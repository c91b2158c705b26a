//! `The ministry`, `the company`, `the bridge`: which body or place with a name a bare noun means.

use super::Form;
use super::cluster::Clusters;
use super::naming::NameForm;
use super::nominal::{Linker, NEAR, only};
use crate::language::lexicon::{Senses, lexicon};
use crate::language::{Deprel, NameKind, Upos};

/// How many it may look back for the one body that a text is about.
const FAR: usize = 6;

impl Linker<'_> {
    /// `the bridge` for `Ostrand Bridge`: the only place or body named before whose name has the word for what it is.
    pub(super) fn namesake(&self, idx: usize, clusters: &Clusters) -> Option<usize> {
        let noun = self.source.traits[idx].noun.as_str();
        let senses = lexicon().word_senses(noun);
        let told = senses.any(Senses::PLACE_HEAD) || senses.any(Senses::ORGANIZATION_HEAD);
        if !told
            || self.is_qualified(idx)
            || self.source.mentions[idx].tokens.end > self.source.mentions[idx].head + 1
        {
            return None;
        }
        let fits = |other: &usize| {
            let form = &self.source.forms[*other];
            let of = form.words.iter().position(|word| word == "of");
            let head = of.map_or(form.words.last(), |of| form.words.get(of.max(1) - 1));
            self.source.mentions[*other].form == Form::Name
                && form.words.len() > 1
                && matches!(form.kind, Some(NameKind::Place | NameKind::Organization))
                && self.source.states.of_mention(*other).is_none()
                && head.is_some_and(|head| head == noun)
        };
        let named: Vec<usize> = (0..idx).rev().filter(fits).collect();
        only(&named, clusters).or_else(|| {
            let near: Vec<usize> = self.recent_names(idx, NEAR).filter(fits).collect();
            only(&near, clusters)
        })
    }

    /// A name before the noun, no state's.
    fn named_inside(&self, idx: usize) -> Option<usize> {
        let mention = &self.source.mentions[idx];
        (idx + 1..self.source.mentions.len())
            .take_while(|&other| self.source.mentions[other].tokens.start < mention.head)
            .find(|&other| {
                self.source.mentions[other].form == Form::Name
                    && self.source.states.of_mention(other).is_none()
            })
    }

    /// Whether a body may be called so as far as its name tells: no university is `the company`.
    fn suits(&self, noun: &str, other: usize) -> bool {
        let form = &self.source.forms[other];
        let name = self.source.mentions[other].range.slice(self.source.grammar.text());
        let senses = lexicon().senses(name);
        let has = |words: &[&str]| form.words.iter().any(|word| words.contains(&word.as_str()));
        let school = has(&["university", "college", "school", "institute", "academy"]);
        let public = senses.any(Senses::PARLIAMENT)
            || senses.any(Senses::PARTY)
            || senses.any(Senses::BODY)
            || has(&[
                "department",
                "ministry",
                "court",
                "senate",
                "house",
                "congress",
                "committee",
                "council",
                "commission",
                "parliament",
                "party",
                "police",
                "army",
                "navy",
                "government",
                "administration",
                "church",
                "embassy",
            ]);
        let charity = has(&["foundation", "fund", "association", "union", "federation", "league"]);
        let press = senses.any(Senses::MEDIA);
        match noun {
            "company" | "firm" | "corporation" | "startup" => {
                !school && !public && !charity && !press
            }
            // A party is `the party`, a chamber `the body`.
            "group" | "organization" | "organisation" | "agency" | "club" | "charity"
            | "network" | "movement" | "union" | "foundation" | "association" | "team"
                if senses.any(Senses::PARTY)
                    || lexicon().body(name).is_some_and(|body| body.ends_with("Party"))
                    || has(&["senate", "house", "congress", "convention"]) =>
            {
                false
            }
            "newspaper" | "paper" | "broadcaster" | "magazine" | "outlet" | "network" => {
                let printed = matches!(noun, "newspaper" | "paper" | "magazine");
                let aired = matches!(noun, "broadcaster" | "network");
                !school
                    && !public
                    && !charity
                    && !senses.any(Senses::COMPANY)
                    && !(printed && (has(&AIRED) || has(&WIRED) || is_associated_press(form)))
                    && !(aired && (has(&PRINTED) || has(&WIRED) || is_associated_press(form)))
            }
            "team" | "crew" | "squad" => !school && !public && !charity && !press,
            "group" | "organization" | "organisation" => !press,
            // A coalition is of several.
            "party" => {
                !school
                    && !press
                    && !senses.any(Senses::COMPANY)
                    && !charity
                    && !has(&["coalition", "government", "opposition", "cabinet"])
            }
            "union" if public => false,
            "foundation" | "charity" | "union" | "movement" | "alliance" | "association"
            | "bloc" => !school && !press && !senses.any(Senses::COMPANY),
            _ => true,
        }
    }

    /// Whether a name says that it is of the press, or a list does.
    fn is_press(&self, name: usize) -> bool {
        let range = self.source.mentions[name].range;
        let listed = lexicon().senses(range.slice(self.source.grammar.text())).any(Senses::MEDIA);
        let titled = |word: &String| {
            let word = word.as_str();
            PRINTED.contains(&word) || TITLES.contains(&word) || AIRED.contains(&word)
        };
        // "the official newspaper El Correo", "the Advocate newspaper"
        let grammar = self.source.grammar;
        let tokens = &self.source.mentions[name].tokens;
        let beside = [tokens.start.checked_sub(1), Some(tokens.end)];
        let beside = beside.into_iter().flatten().any(|at| {
            grammar.same_sentence(at, tokens.start) && PRESS.contains(&grammar.lower(at).as_str())
        });
        listed || beside || self.source.forms[name].words.iter().any(titled)
    }

    /// Words before the noun that tell it from others of its kind, in lower case.
    fn qualifiers(&self, idx: usize) -> Vec<String> {
        let grammar = self.source.grammar;
        let head = self.source.mentions[idx].head;
        let before = grammar.analysis.children(head).filter(|&child| {
            child < head && matches!(grammar.deprel(child), Deprel::Amod | Deprel::Compound)
        });
        before
            .filter(|&child| self.source.states.of_token(child).is_none())
            .map(|child| grammar.lower(child))
            .filter(|word| {
                !matches!(word.as_str(), "high" | "top" | "whole" | "entire" | "same" | "own")
            })
            .collect()
    }

    /// `the ministry`: the body whose name holds the word; `the company`: the only body near.
    pub(super) fn body(
        &self,
        idx: usize,
        nation: Option<usize>,
        clusters: &Clusters,
    ) -> Option<usize> {
        let noun = &self.source.traits[idx].noun;
        // `the church of the river`, as some write a name.
        let small: Vec<String> = (self.source.mentions[idx].tokens.clone())
            .map(|token| self.source.grammar.lower(token))
            .collect();
        let small = small.join(" ");
        if let Some(&name) = self.whole.get(small.strip_prefix("the ").unwrap_or(&small)) {
            return Some(name);
        }
        // `the Riverton Bears team` is no other team than theirs.
        if let Some(inside) = self.named_inside(idx) {
            return Some(inside).filter(|&name| {
                self.source.forms[name].kind == Some(NameKind::Organization)
                    && self.source.grammar.deprel(self.source.mentions[name].head)
                        == Deprel::Compound
                    && BODIES.contains(&noun.as_str())
            });
        }
        let named = self.named_alike(idx, nation);
        if !named.is_empty() {
            return only(&named, clusters).or_else(|| {
                let near: Vec<usize> = named
                    .iter()
                    .copied()
                    .filter(|&other| self.distance(other, idx) <= NEAR)
                    .collect();
                only(&near, clusters)
            });
        }
        let may_mean_any = self.may_mean_any(idx);
        (may_mean_any && nation.is_none()).then(|| self.body_near(idx, clusters)).flatten()
    }

    /// The bodies named before in whose names the noun stands, the last first.
    fn named_alike(&self, idx: usize, nation: Option<usize>) -> Vec<usize> {
        let source = self.source;
        let mention = &source.mentions[idx];
        let noun = source.traits[idx].noun.as_str();
        let listed = self.bodies.get(noun).map(Vec::as_slice).unwrap_or_default();
        let earlier = listed.partition_point(|&other| other < idx);
        // The Russian army is not the Belarusian one.
        let same_nation = |other: usize| {
            let theirs = self.nation(other);
            theirs.is_none() || nation.is_none() || theirs == nation
        };
        let told = self.qualifiers(idx);
        // `The school of Ann Roe` is no other school.
        let behind: Vec<String> = (mention.head + 1..mention.tokens.end)
            .filter(|&token| source.states.of_token(token).is_none())
            .filter(|&token| source.grammar.name(token).is_some())
            .map(|token| source.grammar.lower(token))
            .collect();
        // `The federal court` is not the Supreme Court.
        let another = |other: usize| {
            let words = &source.forms[other].words;
            !told.is_empty() && !told.iter().any(|word| words.contains(word))
                || behind.iter().any(|word| !words.contains(word))
        };
        listed[..earlier]
            .iter()
            .rev()
            .copied()
            .filter(|&other| same_nation(other) && !another(other))
            .collect()
    }

    /// Whether the noun may stand for a body in whose name it does not stand.
    fn may_mean_any(&self, idx: usize) -> bool {
        let source = self.source;
        let mention = &source.mentions[idx];
        let noun = source.traits[idx].noun.as_str();
        let general = BODIES.contains(&noun)
            || matches!(
                noun,
                "institution" | "paper" | "outlet" | "startup" | "website" | "bloc" | "association"
            );
        // `The network of caves`, `the party of five`, which is of no name.
        let of_things = (mention.head + 1..mention.tokens.end).any(|token| {
            source.grammar.head(token) == Some(mention.head)
                && matches!(source.grammar.upos(token), Upos::Noun | Upos::Num)
        });
        // `The labor movement` is larger than any body.
        let loose = matches!(
            noun,
            "movement" | "network" | "party" | "group" | "paper" | "union" | "alliance" | "bloc"
        );
        let apposed = source.grammar.deprel(mention.head) == Deprel::Appos;
        general && !of_things && (!loose || apposed || self.qualifiers(idx).is_empty())
    }

    /// The one body that is named near, and can be called so.
    fn body_near(&self, idx: usize, clusters: &Clusters) -> Option<usize> {
        let noun = self.source.traits[idx].noun.as_str();
        let fits = |other: &usize| self.may_be_called(*other, noun, clusters);
        // Where a paper is near, `the newspaper` is no other body.
        let is_press = PRESS.contains(&noun);
        let paper = |other: &usize| self.is_listed_paper(*other) || self.is_printed(*other);
        let papers =
            is_press && self.recent_names(idx, FAR).any(|other| fits(&other) && paper(&other));
        let fits = |other: &usize| fits(other) && (!papers || paper(other));
        let within =
            |reach: usize| self.recent_names(idx, reach).filter(fits).collect::<Vec<usize>>();
        only(&within(0), clusters)
            .or_else(|| only(&within(NEAR), clusters))
            .or_else(|| foremost(&within(FAR), clusters))
            .or_else(|| {
                // "the network": one that a list knows.
                let known = |other: &usize| {
                    self.is_listed_paper(*other) || noun == "newspaper" && self.is_printed(*other)
                };
                let near: Vec<usize> = within(2 * NEAR).into_iter().filter(known).collect();
                only(&near, clusters).filter(|_| is_press)
            })
    }

    /// Whether the noun, which is for no one body alone, can be for a name.
    fn may_be_called(&self, other: usize, noun: &str, clusters: &Clusters) -> bool {
        let source = self.source;
        let organization = source.mentions[other].form == Form::Name
            && source.forms[other].kind == Some(NameKind::Organization)
            && source.states.of_mention(other).is_none();
        // "Mayor Rosa Mamani of Alto Blanco": where somebody is from is no company.
        let grammar = &source.grammar;
        let head = source.mentions[other].head;
        let home = || {
            grammar.deprel(head) == Deprel::Nmod
                && grammar.analysis.head(head).is_some_and(|above| grammar.name(above).is_some())
        };
        if !organization || home() || !self.suits(noun, other) {
            return false;
        }
        // `RSC`, which is the Riverton Safety Commission, is no company.
        let names = clusters.members(clusters.of(other)).iter();
        let mut names = names.filter(|&&name| source.mentions[name].form == Form::Name);
        if PRESS.contains(&noun) {
            return names.any(|&name| self.is_press(name));
        }
        let firm = matches!(noun, "company" | "firm" | "corporation" | "union");
        !firm || names.all(|&name| self.suits(noun, name))
    }

    fn is_listed_paper(&self, other: usize) -> bool {
        let name = self.source.mentions[other].range;
        lexicon().senses(name.slice(self.source.grammar.text())).any(Senses::MEDIA)
    }

    fn is_printed(&self, other: usize) -> bool {
        self.source.forms[other].words.iter().any(|word| PRINTED.contains(&word.as_str()))
    }
}

/// Of some mentions of bodies, the one whom the text speaks of at least twice as often as of any other.
fn foremost(mentions: &[usize], clusters: &Clusters) -> Option<usize> {
    let count = |mention: &usize| clusters.members(clusters.of(*mention)).len();
    let best = mentions.iter().copied().max_by_key(count)?;
    let rest = mentions.iter().filter(|&&other| clusters.of(other) != clusters.of(best));
    let second = rest.map(count).max().unwrap_or(0);
    (count(&best) >= 3 && count(&best) >= 2 * second).then_some(best)
}

/// Words for a whole body: `the Riverton Bears team` is they, `the Riverton Bears board` a part of them.
const BODIES: [&str; 19] = [
    "company",
    "firm",
    "group",
    "organization",
    "organisation",
    "agency",
    "club",
    "newspaper",
    "corporation",
    "network",
    "broadcaster",
    "magazine",
    "team",
    "charity",
    "union",
    "party",
    "foundation",
    "movement",
    "alliance",
];

/// Words in the names of those who broadcast.
const AIRED: [&str; 16] = [
    "cnn",
    "nbc",
    "abc",
    "cbs",
    "msnbc",
    "cnbc",
    "fox",
    "bbc",
    "npr",
    "pbs",
    "itv",
    "c-span",
    "jazeera",
    "television",
    "tv",
    "radio",
];

/// Words in the names of news agencies.
const WIRED: [&str; 10] =
    ["reuters", "ap", "afp", "upi", "xinhua", "tass", "yonhap", "interfax", "agence", "agency"];

/// Words by which papers are called, and other things too.
const TITLES: [&str; 50] = [
    "advertiser",
    "advocate",
    "age",
    "argus",
    "bee",
    "bugle",
    "bulletin",
    "business",
    "citizen",
    "courier",
    "daily",
    "day",
    "democrat",
    "digest",
    "dispatch",
    "echo",
    "economist",
    "enquirer",
    "examiner",
    "express",
    "eye",
    "figaro",
    "financial",
    "free",
    "globe",
    "guardian",
    "independent",
    "inquirer",
    "ledger",
    "mail",
    "mercury",
    "messenger",
    "mirror",
    "monde",
    "monitor",
    "observer",
    "press",
    "record",
    "register",
    "reporter",
    "review",
    "spectator",
    "standard",
    "star",
    "statesman",
    "sun",
    "telegraph",
    "today",
    "week",
    "weekly",
];

/// Words in the names of papers.
const PRINTED: [&str; 11] = [
    "times",
    "post",
    "journal",
    "herald",
    "tribune",
    "gazette",
    "sentinel",
    "newspaper",
    "magazine",
    "chronicle",
    "news",
];

fn is_associated_press(form: &NameForm) -> bool {
    form.words.iter().map(String::as_str).eq(["associated", "press"])
}

const PRESS: [&str; 6] = ["newspaper", "paper", "broadcaster", "magazine", "outlet", "network"];

#[cfg(test)]
mod tests {
    use crate::briefing::brief;
    use crate::testing::document;

    #[test]
    fn what_is_of_things_or_public_is_no_body_named_before() {
        let text = "The Riverton Safety Commission (RSC) met in May. The company lost money, and the union will sue.";
        let briefing = brief(&document(text));
        assert_eq!(briefing.actors[0].mentions.len(), 2);
        let text = "The Blue Wharf network met in May. It saw the network of caves.";
        let briefing = brief(&document(text));
        let wharf = &briefing.actors[0];
        let caves =
            |mention: &crate::briefing::Mention| mention.range.slice(text).contains("caves");
        assert!(!wharf.mentions.iter().any(caves));
    }

    #[test]
    fn the_bridge_is_the_one_named_so() {
        let briefing =
            brief(&document("The Ostrand Bridge was closed. Nobody crossed the bridge."));
        let mentions: Vec<usize> =
            briefing.actors.iter().map(|actor| actor.mentions.len()).collect();
        assert_eq!(mentions, [2]);
    }

    #[test]
    fn a_movement_told_apart_is_no_body_named_before() {
        let text = "The Riverton Guild met on Monday. It spoke for the labor movement.";
        let briefing = brief(&document(text));
        let nominal = |actor: &crate::briefing::Actor| {
            actor.mentions.iter().any(|mention| mention.range.slice(text).contains("movement"))
        };
        assert!(!briefing.actors.iter().any(nominal));
    }

    #[test]
    fn where_a_paper_is_near_no_other_body_is_the_newspaper() {
        let briefing = brief(&document(
            "The NY Riverton Gazette blamed the National Sailing Association (NSA). The Gazette said the NSA was late, and the NSA \
             laughed. According to the newspaper, the boats had sunk. The New York Riverton Gazette has 20 readers.",
        ));
        let mentions = |name: &str| {
            let actor = briefing.actors.iter().find(|actor| actor.name.ends_with(name));
            actor.map_or(0, |actor| actor.mentions.len())
        };
        assert_eq!(mentions("Gazette"), 4);
        assert_eq!(mentions("Association"), 4);
    }

    #[test]
    fn a_corporation_is_no_newspaper() {
        let briefing = brief(&document(
            "Nordic Mining Corp has asked for help. Business Day newspaper said the credits include a loan. The newspaper said \
             another loan was led by a bank.",
        ));
        let corp = briefing.actors.iter().find(|actor| actor.name.ends_with("Corp"));
        assert_eq!(corp.map_or(0, |actor| actor.mentions.len()), 1);
    }

    #[test]
    fn an_agency_is_no_newspaper() {
        let briefing = brief(&document(
            "The Riverton Gazette told Reuters about it. The newspaper said that it was sorry.",
        ));
        let mentions = |name: &str| {
            let actor = briefing.actors.iter().find(|actor| actor.name.ends_with(name));
            actor.map_or(0, |actor| actor.mentions.len())
        };
        assert!(mentions("Gazette") > 1);
        assert_eq!(mentions("Reuters"), 1);
    }

    #[test]
    fn a_broadcaster_is_not_called_the_group() {
        let text = "A captain told Al Jazeera the group remains committed to a deal.";
        let briefing = brief(&document(text));
        let nominal = |actor: &crate::briefing::Actor| {
            actor.mentions.iter().any(|mention| mention.range.slice(text) == "the group")
        };
        assert!(!briefing.actors.iter().any(nominal));
    }

    #[test]
    fn a_coalition_is_not_called_the_party() {
        let text = "Tom Hall accused the Coalition of delay. The Coalition denied it. The party's motion will be heard.";
        let briefing = brief(&document(text));
        let nominal = |actor: &crate::briefing::Actor| {
            actor.mentions.iter().any(|mention| mention.range.slice(text).starts_with("The party"))
        };
        assert!(!briefing.actors.iter().any(nominal));
    }

    #[test]
    fn a_party_is_not_called_an_organization() {
        let text = "Ann Lund spoke for the Democrats. She said that the organization was rich.";
        let briefing = brief(&document(text));
        let nominal = |actor: &crate::briefing::Actor| {
            actor.mentions.iter().any(|mention| mention.range.slice(text) == "the organization")
        };
        assert!(!briefing.actors.iter().any(nominal));
    }
}
