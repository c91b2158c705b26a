//! Which of the things that an article says of somebody is the role to show.

use super::aside::Asides;
use super::calling::Calling;
use super::candidate;
use super::class::{self, is_place};
use super::deeds::{self, Wanted};
use super::described;
use super::office;
use super::part;
use super::party;
use super::pronouns::Pronouns;
use super::said;
use crate::briefing::ActorKind;
use crate::document::Document;
use crate::language::coref::{Chain, DescriptionSource, Form, Mention, words};
use crate::language::{Analysis, NameKind};
use crate::text::{TextRange, small};

pub(super) struct Role {
    pub(super) text: String,
    /// The role with the name that it goes with, where they stand together; a place for each of its parts.
    pub(super) evidence: Vec<TextRange>,
}

/// Evidence longer than this no longer shows at a glance who somebody is.
pub(super) const LONGEST: usize = 160;

/// The role to show; for a body of which the text says only that it is a group or a firm, what it does.
pub(super) fn choose(
    document: &Document,
    analysis: &Analysis,
    pronouns: &Pronouns<'_>,
    chain: &Chain,
    kind: ActorKind,
) -> Option<Role> {
    described::told(document, analysis, pronouns, chain, kind)
        .filter(|role| {
            let vague = class::says_nothing(&role.text) || class::is_part(&role.text);
            kind == ActorKind::Person || !vague
        })
        // `the opposition Labour party`.
        .map(|role| match role.text.as_str() {
            "opposition" => party::described(pronouns, chain).unwrap_or(role),
            _ => role,
        })
        .or_else(|| deed(pronouns, chain, kind))
        .or_else(|| {
            let body = matches!(kind, ActorKind::Organization | ActorKind::Group);
            deeds::of_members(pronouns, chain).filter(|_| body)
        })
        .or_else(|| said::before(pronouns, chain).filter(|_| kind != ActorKind::Place))
        .or_else(|| part::of(pronouns, chain, kind))
        // `subsidiary` is better than nothing.
        .or_else(|| {
            described::told(document, analysis, pronouns, chain, kind)
                .filter(|role| class::is_part(&role.text))
        })
}

/// What somebody does, where the text tells nothing better.
fn deed(pronouns: &Pronouns<'_>, chain: &Chain, kind: ActorKind) -> Option<Role> {
    let mut wanted = [Wanted::Any, Wanted::Said, Wanted::Reported].into_iter();
    // What only happens in a place is none of its deeds.
    let most = if kind == ActorKind::Place { 1 } else { 3 };
    wanted.by_ref().take(most).find_map(|wanted| deeds::choose(pronouns, chain, wanted))
}

/// The office that the text only implies.
pub(super) fn in_office(pronouns: &Pronouns<'_>, chain: &Chain, kind: ActorKind) -> Option<Role> {
    // Who has no name is called by the office already.
    let person = Some(chain).filter(|_| kind == ActorKind::Person && chain.defined.is_none());
    Some(with_deed(pronouns, chain, person.and_then(|chain| office::of(pronouns, chain))?))
}

/// `the moderates Ana Ruiz and Tom Hall` among candidates: a moderate candidate.
pub(super) fn leaning(pronouns: &Pronouns<'_>, chain: &Chain, aside: Role) -> Option<Role> {
    let leans = matches!(
        aside.text.to_lowercase().as_str(),
        "centrist"
            | "conservative"
            | "hopeful"
            | "independent"
            | "liberal"
            | "libertarian"
            | "moderate"
            | "progressive"
            | "radical"
            | "socialist"
    );
    let runs = candidate::with_campaign(pronouns, chain).filter(|_| leans)?;
    let evidence = aside.evidence.into_iter().chain(runs.evidence).collect();
    Some(Role { text: format!("{} {}", aside.text, runs.text), evidence })
}

/// Who runs for an office, with the one that is over.
pub(super) fn running(pronouns: &Pronouns<'_>, chain: &Chain) -> Option<Role> {
    let runs = candidate::of(pronouns, chain)?;
    Some(match office::held(pronouns, chain) {
        Some(held) => held.beside(runs),
        None => runs,
    })
}

/// The party and the state behind a name that has no title: `Ana Ruiz (D-Ohio)`.
pub(super) fn seated(pronouns: &Pronouns<'_>, chain: &Chain, kind: ActorKind) -> Option<Role> {
    let (seat, evidence) = seat_of(pronouns, chain, kind)?;
    let one = if seat.party == "Democratic" { "Democrat" } else { seat.party };
    Some(Role { text: format!("{one} of {}", seat.state), evidence })
}

/// The first party and state behind a person's name, and the place that says so.
pub(super) fn seat_of(
    pronouns: &Pronouns<'_>,
    chain: &Chain,
    kind: ActorKind,
) -> Option<(party::Seat, Vec<TextRange>)> {
    let (document, analysis) = (pronouns.document, pronouns.analysis);
    let mut mentions = chain.mentions.iter().map(|&idx| &analysis.chains.mentions[idx]);
    let (mention, seat) = mentions
        .find_map(|mention| {
            let named = mention.form == Form::Name;
            let seat = party::behind(document, analysis, mention.tokens.end);
            Some((mention, seat.filter(|_| named)?))
        })
        .filter(|_| kind == ActorKind::Person)?;
    let evidence = vec![mention.range.cover(analysis.cover(seat.tokens.clone()))];
    Some((seat, evidence))
}

/// Whether an office is a seat for a state: a speaker is one of the house, and comes from a state.
pub(super) fn is_member(office: &str) -> bool {
    matches!(
        words::office_of(office.to_lowercase().trim_end_matches('.')),
        "senator" | "lawmaker" | "governor" | "delegate"
    )
}

/// The place or the body that a person is said to be of, where nothing else is said.
pub(super) fn belonging(pronouns: &Pronouns<'_>, chain: &Chain, kind: ActorKind) -> Option<Role> {
    let (document, analysis) = (pronouns.document, pronouns.analysis);
    let asides = Asides { document, analysis, person: true };
    let first = chain.mentions.first().copied();
    // `Ana Ruiz at Acme` says whose one she is where she comes in; later it may say where she was.
    let at = |idx: usize, case: usize| {
        first == Some(idx) || !analysis.word(document, case).eq_ignore_ascii_case("at")
    };
    let (mention, tokens) = chain
        .mentions
        .iter()
        .map(|&idx| (idx, &analysis.chains.mentions[idx]))
        .find_map(|(idx, mention)| {
            let tokens = asides.belonging(mention).filter(|tokens| at(idx, tokens.start))?;
            Some((mention, tokens))
        })
        .filter(|_| kind == ActorKind::Person)?;
    let text = pronouns.line(&tokens.clone().collect::<Vec<_>>(), chain)?;
    let evidence = vec![analysis.cover(tokens).cover(mention.range)];
    Some(with_deed(pronouns, chain, Role { text, evidence }))
}

/// The body that a person is said to be of by a noun for it: `The union's Ana Ruiz` is of the Harbour Union.
pub(super) fn owned(pronouns: &Pronouns<'_>, chain: &Chain, kind: ActorKind) -> Option<Role> {
    let (document, analysis) = (pronouns.document, pronouns.analysis);
    let all = &analysis.chains;
    let named = |mention: &&Mention| {
        kind == ActorKind::Person && mention.form == Form::Name && mention.tokens.len() > 1
    };
    chain.mentions.iter().map(|&idx| &all.mentions[idx]).filter(named).find_map(|mention| {
        let ending = mention.tokens.start.checked_sub(1)?;
        let noun = ending.checked_sub(1)?;
        let marked = words::is_genitive(analysis.word(document, ending))
            && words::is_body(analysis.lemma(noun));
        let body = all.chains.iter().find(|chain| {
            chain.kind == Some(NameKind::Organization)
                && chain.mentions.iter().any(|&idx| {
                    let other = &all.mentions[idx];
                    other.form == Form::Nominal && other.head == noun
                })
        });
        let body = body.filter(|body| marked && body.defined.is_none())?;
        let calling = Calling::new(document, analysis, body, super::kind(body)?)?;
        let text = format!("of {}", calling.short);
        Some(with_deed(
            pronouns,
            chain,
            Role { text, evidence: vec![analysis.cover(noun..mention.tokens.end)] },
        ))
    })
}

/// A role that says little, with a short deed beside it.
pub(super) fn with_deed(pronouns: &Pronouns<'_>, chain: &Chain, role: Role) -> Role {
    let wanted = [Wanted::Relative, Wanted::Plain];
    // `Speaker; became speaker`.
    let noun = role.text.rsplit(' ').next().unwrap_or_default().to_lowercase();
    let deed = wanted.into_iter().find_map(|wanted| deeds::choose(pronouns, chain, wanted));
    match deed.filter(|deed| !deed.text.to_lowercase().contains(&noun)) {
        Some(deed) => {
            let evidence = role.evidence.into_iter().chain(deed.evidence).collect();
            Role { text: format!("{}; {}", role.text, deed.text), evidence }
        }
        None => role,
    }
}

/// What stands right beside one of the actor's names.
pub(super) fn aside(pronouns: &Pronouns<'_>, chain: &Chain, kind: ActorKind) -> Option<Role> {
    let (document, analysis) = (pronouns.document, pronouns.analysis);
    let person = kind == ActorKind::Person;
    let place = matches!(kind, ActorKind::Place | ActorKind::Country);
    let asides = Asides { document, analysis, person };
    let mentions = || chain.mentions.iter().map(|&idx| &analysis.chains.mentions[idx]);
    let placed = |text: String, range: TextRange, mention: &Mention| {
        let near = range.cover(mention.range);
        Role { text, evidence: vec![if near.len() <= LONGEST { near } else { range }] }
    };
    let beside = mentions().find_map(|mention| {
        let tokens = asides.of(mention).filter(|tokens| asides.is_told(tokens))?;
        if place && !tokens.clone().any(|token| is_place(analysis.lemma(token))) {
            return None;
        }
        let text = pronouns.line(&tokens.clone().collect::<Vec<_>>(), chain)?;
        let owner = pronouns.owner(tokens.start, chain);
        // `their son` is one of somebody.
        if owner.is_none() && tokens.len() == 1 && words::is_kin(analysis.lemma(tokens.start)) {
            return None;
        }
        let text = owner.map_or_else(|| text.clone(), |owner| format!("{owner} {text}"));
        let text = if text.starts_with("One of ") { small(&text) } else { text };
        Some(placed(text, analysis.cover(tokens), mention))
    });
    beside.or_else(|| {
        mentions().filter(|_| !place).find_map(|mention| {
            let (text, range) = class::of(document, analysis, mention, person)?;
            Some(placed(text, range, mention))
        })
    })
}

impl Role {
    /// Both, as one.
    pub(super) fn beside(self, other: Role) -> Role {
        let evidence = self.evidence.into_iter().chain(other.evidence).collect();
        Role { text: format!("{}, {}", self.text, other.text), evidence }
    }

    /// Whether its words are others than those of `other`.
    pub(super) fn tells_more(&self, other: &Role) -> bool {
        let known = other.text.to_lowercase();
        let mut words = self.text.split(|c: char| !c.is_alphanumeric());
        !words.any(|word| word.len() > 2 && known.contains(&word.to_lowercase()))
    }
}

/// The bodies and states that the text says a person belongs to or serves, the first place of each: `member of the
/// Labour Party`, `Syria’s ambassador`, `Senator Lund of Texas`.
pub(super) fn affiliations(
    document: &Document,
    analysis: &Analysis,
    chain: &Chain,
) -> Vec<TextRange> {
    let mut found: Vec<TextRange> = Vec::new();
    if chain.kind != Some(NameKind::Person) {
        return found;
    }
    let text = document.text();
    let descriptions = analysis.chains.descriptions.iter().filter(|description| {
        description.source != DescriptionSource::Deed
            && chain.mentions.binary_search(&description.mention).is_ok()
    });
    for words in descriptions.flat_map(|description| [Some(description.range), description.seat]) {
        let Some(words) = words else { continue };
        let first = analysis.names.partition_point(|name| name.range.start() < words.start());
        let inside = analysis.names[first..]
            .iter()
            .take_while(|name| name.range.start() < words.end())
            .filter(|name| words.contains_range(name.range));
        for name in inside {
            let owner = name.tokens.start.checked_sub(1).is_some_and(|before| {
                matches!(analysis.word(document, before).to_lowercase().as_str(), "of" | "the")
            }) || words::is_genitive(analysis.word(document, name.tokens.end));
            let fits = match name.kind {
                NameKind::Organization => true,
                NameKind::Place => owner,
                _ => false,
            };
            let known = found.iter().any(|other| other.slice(text) == name.range.slice(text));
            if fits && !known {
                found.push(name.range);
            }
        }
    }
    found.sort_unstable();
    found
}

#[cfg(test)]
mod tests {
    use crate::briefing::actors::testing::check_role;
    use crate::briefing::brief;
    use crate::testing;

    /// Whom each person of the text is said to belong to or serve, by the article's words.
    #[track_caller]
    fn check(text: &str, expected: &[(&str, &[&str])]) {
        let document = testing::document(text);
        let briefing = brief(&document);
        for (name, affiliations) in expected {
            let actor = briefing.actors.iter().find(|actor| actor.name == *name).expect(name);
            let found: Vec<&str> =
                actor.affiliations.iter().map(|range| range.slice(document.text())).collect();
            assert_eq!(found, *affiliations, "{name}");
        }
    }

    #[test]
    fn whom_nothing_calls_this_or_that_is_told_by_what_it_does() {
        check_role(
            "Norway is investigating Acme Oil, according to two officials. Acme Oil said it would answer on Monday.",
            "Norway",
            "investigates Acme Oil",
        );
        check_role(
            "Denmark blamed Norway for closing the harbour. Denmark will answer.",
            "Norway",
            "blamed for closing the harbour",
        );
    }

    #[test]
    fn who_only_speaks_is_told_by_what_it_says() {
        check_role(
            "The bridge is closed. The Harbour Council announced that ships may pass. It met on Monday.",
            "Harbour Council",
            "announced that ships may pass",
        );
    }

    #[test]
    fn what_somebody_decides_to_do_is_a_deed() {
        check_role(
            "The harbour is full. Norway's decision to close the harbour angered many. Norway will wait.",
            "Norway",
            "decided to close the harbour",
        );
    }

    #[test]
    fn a_place_that_acts_is_told_by_it() {
        let text =
            "The bay was calm. Louisiana closed the harbour on Monday. Ships waited in Louisiana.";
        check_role(text, "Louisiana", "closed the harbour");
    }

    #[test]
    fn the_day_of_a_month_is_no_part_of_a_deed() {
        check_role(
            "The Harbour Council holds a vote on February 27. It met in Oslo.",
            "Harbour Council",
            "holds a vote",
        );
    }

    #[test]
    fn what_points_back_tells_nothing() {
        let briefing = brief(&testing::document("Norway disputes this. Norway will wait."));
        assert_eq!(briefing.actors[0].role, None);
    }

    #[test]
    fn a_deed_of_two_is_that_of_each() {
        check_role(
            "Denmark and Norway blame Acme Oil for closing the harbour. Norway will answer.",
            "Norway",
            "blames Acme Oil for closing the harbour",
        );
    }

    #[test]
    fn what_somebody_was_as_a_child_is_no_role() {
        let text = "Anna Okafor spoke of her father, who taught her to sail when she was a young girl. Okafor left.";
        let briefing = brief(&testing::document(text));
        let actor = briefing.actors.iter().find(|actor| actor.name == "Anna Okafor");
        assert_eq!(actor.expect("she is named").role.as_deref(), Some("spoke of her father"));
    }

    #[test]
    fn a_clause_that_says_who_somebody_is_comes_before_news() {
        check_role(
            "Anna Okafor, who served as envoy under two kings, spoke about the harbour on Monday. Okafor closed the \
             harbour.",
            "Anna Okafor",
            "served as envoy under two kings",
        );
        check_role(
            "The meeting was called by the River Council, which sets the rules of fishing. The River Council angered \
             Norway.",
            "River Council",
            "sets the rules of fishing",
        );
    }

    #[test]
    fn whom_no_title_names_is_told_by_party_or_place() {
        check_role("On Monday, Republican Paul Reyes smiled.", "Paul Reyes", "Republican");
        check_role(
            "\"We will vote,\" said Anna Okafor of the Oslo delegation. Okafor smiled.",
            "Anna Okafor",
            "of the Oslo delegation",
        );
    }

    #[test]
    fn a_capital_of_the_sentence_is_none_of_the_role() {
        check_role(
            "Former mayor Anna Okafor left Oslo. Okafor will return.",
            "Anna Okafor",
            "former mayor",
        );
        check_role(
            "Democratic senator Anna Okafor left Oslo.",
            "Anna Okafor",
            "Democratic senator",
        );
    }

    #[test]
    fn a_particle_stays_with_its_verb() {
        check_role(
            "The Harbour Council pushed back against the plan. It met in Oslo.",
            "Harbour Council",
            "pushed back against the plan",
        );
    }

    #[test]
    fn the_whole_name_of_a_body_stands_before_a_small_office() {
        for (text, role) in [
            (
                "National Union of Sailors president Anna Okafor left Oslo.",
                "National Union of Sailors president",
            ),
            ("University of Oslo professor Anna Okafor left.", "University of Oslo professor"),
            (
                "Professor Anna Okafor of the University of Oslo left.",
                "Professor of the University of Oslo",
            ),
            ("Sgt Anna Okafor of Harbour Police left.", "Sergeant of Harbour Police"),
        ] {
            check_role(&format!("{text} Okafor will return."), "Anna Okafor", role);
        }
    }

    #[test]
    fn a_firm_or_another_person_stands_before_an_office() {
        for (text, role) in [
            ("Roe Peabody analyst Anna Okafor left Oslo.", "Roe Peabody analyst"),
            (
                "Former Paul W. Reyes speechwriter Anna Okafor left Oslo.",
                "former Paul W. Reyes speechwriter",
            ),
            (
                "United Dock Workers (UDW) president Anna Okafor left Oslo.",
                "United Dock Workers (UDW) president",
            ),
            (
                "Morgan Hall and Co Ltd economist Anna Okafor left Oslo.",
                "Morgan Hall and Co Ltd economist",
            ),
            (
                "Norway has rewarded Lord of the Rings director Anna Okafor in its honours list.",
                "Lord of the Rings director",
            ),
        ] {
            check_role(&format!("{text} Okafor will return."), "Anna Okafor", role);
        }
    }

    #[test]
    fn the_first_words_of_an_office_belong_to_it_whatever_the_tree_says() {
        for (text, role) in [
            (
                "Officials endorsed it as consistent with Treasury Secretary Anna Okafor's debt plan.",
                "Treasury Secretary",
            ),
            (
                "The mayor, flanked by Trade Minister Paul Reyes, Foreign Trade Bank Chairman Anna Okafor and other \
                 officials, left.",
                "Foreign Trade Bank Chairman",
            ),
            (
                "The town mourned the murder of Oslo teenager Anna Okafor by two men.",
                "Oslo teenager",
            ),
            (
                "The party hired retired Army general Anna Okafor as an adviser.",
                "retired Army general",
            ),
            ("The Attorney-General, Anna Okafor, says the man is in custody.", "Attorney-General"),
        ] {
            check_role(&format!("{text} Okafor will return."), "Anna Okafor", role);
        }
    }

    #[test]
    fn what_somebody_says_that_another_is_is_no_office() {
        check_role(
            "\"Paul Reyes is not only right, he is also the most able candidate,\" Anna Okafor said. Reyes is the best candidate \
             Okafor argues. Okafor smiled at the mayor of Oslo.",
            "Anna Okafor",
            "smiled at the mayor of Oslo",
        );
    }

    #[test]
    fn a_group_is_told_by_more_than_that_it_is_one() {
        check_role(
            "The group Code Harbour held a vote on Monday. Code Harbour met in Oslo.",
            "Code Harbour",
            "held a vote",
        );
    }

    #[test]
    fn short_titles_are_offices() {
        for (text, role) in [
            ("Taoiseach Anna Okafor left Oslo.", "Taoiseach"),
            ("PM Anna Okafor left Oslo.", "PM"),
            ("Cllr Anna Okafor left Oslo.", "Councillor"),
            ("Tory MPs Paul Reyes and Anna Okafor left Oslo.", "Tory MP"),
            ("Minister of Finance Anna Okafor left Oslo.", "Minister of Finance"),
            ("The Attorney General, Anna Okafor, left Oslo.", "Attorney General"),
        ] {
            check_role(&format!("{text} Okafor will return."), "Anna Okafor", role);
        }
    }

    #[test]
    fn what_stands_beside_an_apposition_is_told_too() {
        for (text, role) in [
            (
                "“We wait,” said Anna Okafor, a banker and former prisoner.",
                "banker and former prisoner",
            ),
            (
                "“We wait,” said Anna Okafor, a banker and former county mayor who has told the aides of a friend to \
                 come.",
                "banker and former county mayor",
            ),
            (
                "Anna Okafor, a banker and Paul Reyes's adviser, left Oslo.",
                "banker and Paul Reyes's adviser",
            ),
        ] {
            check_role(&format!("{text} Okafor will return."), "Anna Okafor", role);
        }
    }

    #[test]
    fn what_is_claimed_or_first_of_all_is_no_role() {
        for text in [
            "The ferry will run whether or not Anna Okafor has become the party's nominee.",
            "Many laughed at Anna Okafor and her claim that she is a champion of the poor.",
            "Harbour chief Anna Okafor was the first candidate to weigh in, tweeting her thanks on Friday.",
        ] {
            let briefing = brief(&testing::document(&format!("{text} Okafor smiled.")));
            let actor = briefing.actors.iter().find(|actor| actor.name == "Anna Okafor");
            let role = actor.and_then(|actor| actor.role.clone()).unwrap_or_default();
            let false_ones = ["nominee", "champion", "candidate"];
            assert!(!false_ones.iter().any(|noun| role.contains(noun)), "{role}");
        }
    }

    #[test]
    fn words_that_lead_in_are_no_part_of_a_role() {
        for (text, role) in [
            (
                "They left: Former Harbour Board chief Anna Okafor, the mayor and a priest.",
                "former Harbour Board chief",
            ),
            (
                "The money came from party members, including former mayors Paul Reyes and Anna Okafor.",
                "former mayor",
            ),
            (
                "Aides have told how Anna Okafor, as a presidential candidate, zipped their lips.",
                "presidential candidate",
            ),
            (
                "Another superdelegate, Anna Okafor of Washington, D.C., explained the rule.",
                "superdelegate",
            ),
        ] {
            check_role(&format!("{text} Okafor will return."), "Anna Okafor", role);
        }
    }

    #[test]
    fn followers_have_their_verbs_in_the_plural() {
        check_role(
            "Republicans are happily supporting the plan. In Oslo, Republicans won. Norway waits.",
            "Republicans",
            "support the plan",
        );
    }

    #[test]
    fn an_office_is_nobody() {
        let briefing = brief(&testing::document(
            "The Archbishop of York, Anna Okafor, told the others to wait for her.",
        ));
        let names: Vec<&str> = briefing.actors.iter().map(|actor| actor.name.as_str()).collect();
        assert!(!names.contains(&"Archbishop of York"), "{names:?}");
    }

    #[test]
    fn a_shadow_holds_no_office_of_its_own() {
        let briefing = brief(&testing::document(
            "The shadow chancellor, Anna Okafor, left Oslo. Okafor will return. The chancellor said nothing.",
        ));
        assert_eq!(briefing.actors[0].name, "Anna Okafor");
        assert_eq!(briefing.actors[0].mentions.len(), 3);
    }

    #[test]
    fn a_short_title_is_followed_by_more() {
        check_role(
            "Governor Anna Okafor, who is chairing the fishing talks, left Oslo. Okafor will return.",
            "Anna Okafor",
            "Governor; chairs the fishing talks",
        );
        check_role(
            "House Speaker Paul Reyes, the convention chair, told them so. Reyes smiled.",
            "Paul Reyes",
            "House Speaker, convention chair",
        );
    }

    #[test]
    fn an_office_stands_before_what_else_somebody_is() {
        check_role(
            "Bishop Paul Reyes, head of the Oslo choir, spoke on Monday. Reyes smiled.",
            "Paul Reyes",
            "Bishop, head of the Oslo choir",
        );
        // The same office twice is one.
        check_role(
            "Gov. Paul Reyes, the governor of the island, spoke on Monday. Reyes smiled.",
            "Paul Reyes",
            "governor of the island",
        );
    }

    #[test]
    fn what_somebody_may_become_is_no_role() {
        let text =
            "Nobody knows what a President Okafor would do. Anna Okafor left Oslo on Monday.";
        check_role(text, "Anna Okafor", "left Oslo");
    }

    #[test]
    fn who_is_sent_to_a_state_is_told_with_it() {
        let text = "Norway’s ambassador to Ghana Anna Okafor left Oslo. Okafor smiled.";
        check_role(text, "Anna Okafor", "Norway’s ambassador to Ghana");
    }

    #[test]
    fn opinions_and_half_titles_are_no_roles() {
        let text = "Anna Okafor is the best candidate in the race. Okafor left Oslo on Monday.";
        check_role(text, "Anna Okafor", "left Oslo");
        let text = "Secretary Anna Okafor closed the harbour on Monday.";
        check_role(text, "Anna Okafor", "closed the harbour");
        let text = "Anna Okafor, who on Monday opened the harbour, smiled. Okafor left.";
        check_role(text, "Anna Okafor", "opened the harbour");
    }

    #[test]
    fn a_place_is_told_by_what_stands_behind_its_name() {
        check_role(
            "Norway, a small kingdom in the north, closed the harbour on Monday.",
            "Norway",
            "small kingdom in the north",
        );
    }

    #[test]
    fn a_former_office_is_former_before_its_party() {
        check_role(
            "Former Sen. Paul Reyes (D-Ala.) agreed. Reyes will run again.",
            "Paul Reyes",
            "former Democratic Senator of Alabama",
        );
    }

    #[test]
    fn a_title_is_its_own_bearer_s() {
        let text = "The attorney was late. Attorney General Anna Okafor left Oslo on Monday. Okafor will return.";
        check_role(text, "Anna Okafor", "Attorney General");
        let text = "He fought for country and President Paul Reyes. Reyes smiled.";
        check_role(text, "Paul Reyes", "President");
        let text = "A cousin of chess legend Paul Reyes left Oslo. Reyes smiled.";
        check_role(text, "Paul Reyes", "chess legend");
        let text = "A keen sailor, Anna Okafor left Oslo on Monday. Okafor will return.";
        check_role(text, "Anna Okafor", "keen sailor");
    }

    #[test]
    fn what_somebody_runs_for_and_what_somebody_holds_are_two() {
        check_role(
            "The presidential candidate Sen. Paul Reyes left Oslo. Reyes will return.",
            "Paul Reyes",
            "presidential candidate, Senator",
        );
    }

    #[test]
    fn a_party_and_a_state_in_brackets_are_read_out() {
        check_role(
            "Sen. Paul Reyes (R-Ala.) agreed. Reyes will run again.",
            "Paul Reyes",
            "Republican Senator of Alabama",
        );
    }

    #[test]
    fn a_role_names_whom_its_pronouns_mean() {
        check_role(
            "Anna Okafor spoke first. She praised the River Forum, a conservative organization she founded in 1975.",
            "River Forum",
            "conservative organization Okafor founded in 1975",
        );
    }

    #[test]
    fn who_is_one_of_somebodys_is_told_with_whose() {
        let text = "Anna Okafor left Oslo with her lawyer Paul Reyes. Reyes smiled.";
        check_role(text, "Paul Reyes", "Okafor’s lawyer");
        let text = "Anna Okafor left Oslo with her brother Paul Okafor. Paul Okafor smiled.";
        check_role(text, "Paul Okafor", "Anna Okafor’s brother");
    }

    #[test]
    fn whom_somebody_belongs_to_is_told_with_a_deed() {
        check_role(
            "The BBC's Anna Okafor met the mayor on Monday. Okafor smiled.",
            "Anna Okafor",
            "of the BBC",
        );
        check_role(
            "Anna Okafor with the National Weather Service said on Monday that it would rain.",
            "Anna Okafor",
            "with the National Weather Service",
        );
    }

    #[test]
    fn one_of_several_is_told_by_what_all_are() {
        let text = "Another harbour pilot, Anna Okafor, was late. Okafor smiled.";
        check_role(text, "Anna Okafor", "harbour pilot");
        let text = "Sens. Paul Reyes of Maine and Anna Okafor met on Monday. Okafor smiled.";
        check_role(text, "Anna Okafor", "senator");
        let text =
            "Reps. Paul Reyes, R-Ohio, and Anna Okafor, D-Mich., met on Monday. Okafor smiled.";
        check_role(text, "Anna Okafor", "Democratic representative of Michigan");
    }

    #[test]
    fn whom_somebody_belongs_to_may_stand_behind_a_comma() {
        check_role(
            "\"It is late,\" said Anna Okafor, of the University of Oslo. Okafor smiled.",
            "Anna Okafor",
            "of the University of Oslo",
        );
    }

    #[test]
    fn what_hyphens_tie_to_a_title_stays() {
        let text = "The far-right leader Paul Reyes smiled on Monday.";
        check_role(text, "Paul Reyes", "far-right leader");
    }

    #[test]
    fn the_words_beside_a_name_say_whom_somebody_serves() {
        check(
            "Anna Okafor, a member of the Labour Party, met Paul Reyes, the president of Portugal, in Vienna. \
             Norway’s ambassador, Nils Brandt, watched. Okafor and Reyes shook hands; Brandt left.",
            &[
                ("Anna Okafor", &["Labour Party"]),
                ("Paul Reyes", &["Portugal"]),
                ("Nils Brandt", &["Norway"]),
            ],
        );
    }

    #[test]
    fn a_place_where_somebody_is_or_a_body_somebody_speaks_of_is_no_affiliation() {
        check(
            "Anna Okafor arrived in Vienna on Monday. Okafor said that the Labour Party had failed, and Okafor \
             left for Norway.",
            &[("Anna Okafor", &[])],
        );
    }

    #[test]
    fn what_stands_behind_the_name_of_a_body_says_of_what_kind_it_is() {
        check_role(
            "Troops fought the Dawn Front militant group in Norway on Monday. The Dawn Front has many members.",
            "Dawn Front",
            "militant group",
        );
    }

    #[test]
    fn what_an_office_is_not_yet_or_only_for_a_while_stays_with_it() {
        let text = "The plan was drawn up by acting director Anna Okafor. Okafor smiled.";
        check_role(text, "Anna Okafor", "acting director");
        let text = "The plan was read by president-elect Paul Reyes. Reyes smiled.";
        check_role(text, "Paul Reyes", "president-elect");
        let text = "The town heard would-be mayor Nils Brandt. Brandt smiled.";
        check_role(text, "Nils Brandt", "would-be mayor");
    }

    #[test]
    fn an_office_that_is_over_is_a_former_one() {
        let text = "When he was defence minister, Paul Reyes opened the harbour. Reyes smiled.";
        check_role(text, "Paul Reyes", "former defence minister");
        let text = "Anna Okafor, once a champion swimmer, left Oslo. Okafor smiled.";
        check_role(text, "Anna Okafor", "former champion swimmer");
    }

    #[test]
    fn what_somebody_would_be_if_is_no_role() {
        let text = "If Anna Okafor is the nominee, many will stay at home.";
        check_role(text, "Anna Okafor", None);
        let text = "If it pays, Denmark is likely to close the harbour.";
        check_role(text, "Denmark", None);
    }

    #[test]
    fn kin_is_told_with_whose() {
        let text = "Anna Okafor and husband Paul Reyes left Oslo on Monday.";
        check_role(text, "Paul Reyes", "Okafor’s husband");
        let text = "Somebody saw their son Nils Brandt. Brandt closed the harbour.";
        check_role(text, "Nils Brandt", "closed the harbour");
        let text = "Paul Reyes, the brother of film star Tom Hall, left Oslo. Reyes smiled.";
        check_role(text, "Paul Reyes", "brother of film star Tom Hall");
    }

    #[test]
    fn a_fellow_and_a_trade_are_told_plainly() {
        let text = "Denmark thanked fellow candidate Anna Okafor. Okafor smiled.";
        check_role(text, "Anna Okafor", "candidate");
        check_role("Novelist Anna Okafor left Oslo on Monday.", "Anna Okafor", "novelist");
    }

    #[test]
    fn one_of_several_is_told_with_whose_they_are() {
        let text = "The report by the economists Tom Hall and Anna Okafor of the University of Oslo was late. Okafor smiled.";
        check_role(text, "Anna Okafor", "economist, of the University of Oslo");
    }

    #[test]
    fn an_office_that_no_state_gives_is_not_of_one() {
        let text = "Speaker Anna Okafor (R-Ala.) voted against the bill. Okafor smiled.";
        check_role(text, "Anna Okafor", "Republican Speaker from Alabama");
        let text = "Paul Reyes, who was head of the harbour at the time, smiled. Reyes left.";
        check_role(text, "Paul Reyes", "former head of the harbour");
    }

    #[test]
    fn a_party_and_a_state_are_a_role_without_a_title() {
        let text = "Anna Okafor (D-Ohio) voted against the bill. Okafor smiled.";
        check_role(text, "Anna Okafor", "Democrat of Ohio");
    }

    #[test]
    fn of_two_like_titles_the_one_with_its_state_is_shown() {
        let text = "Prime Minister Anna Okafor left Oslo. Later the crowd cheered Norwegian Prime Minister Anna Okafor.";
        check_role(text, "Anna Okafor", "Norwegian Prime Minister");
    }

    #[test]
    fn what_was_done_to_somebody_is_nothing_that_he_is() {
        let text = "Hall, then a ferry guard, shot and killed Paul Reyes in May.";
        check_role(text, "Paul Reyes", None);
    }

    #[test]
    fn a_role_is_that_of_one() {
        check_role(
            "A study by economists Tom Hall and Ana Lee was shown in May. Hall said that prices fell.",
            "Tom Hall",
            "economist",
        );
    }

    #[test]
    fn who_stands_behind_the_comma_of_an_office_holds_it() {
        for (text, name, role) in [
            (
                "\"The mill is safe,\" said the company's chief executive, Tom Hall. Hall left.",
                "Tom Hall",
                "company's chief executive",
            ),
            (
                "It was sent to the Fisheries Minister, Anna Okafor, and the then defence minister, Paul Reyes. Reyes \
                 smiled.",
                "Anna Okafor",
                "Fisheries Minister",
            ),
            (
                "It was sent to the Fisheries Minister, Anna Okafor, and the then defence minister, Paul Reyes. Reyes \
                 smiled.",
                "Paul Reyes",
                "then-defence minister",
            ),
            (
                "He praised the endorsed Labour candidate for governor, Paul Reyes. Reyes smiled.",
                "Paul Reyes",
                "endorsed Labour candidate for governor",
            ),
            (
                "One of Hall's advisers, Paul Reyes, told reporters that he would wait. Reyes smiled.",
                "Paul Reyes",
                "one of Hall's advisers",
            ),
            (
                "Tom Hall came. Some of Hall's aides, including his wife, Anna Okafor, were at the meeting. Okafor \
                 smiled.",
                "Anna Okafor",
                "Hall’s wife",
            ),
        ] {
            check_role(text, name, role);
        }
    }

    #[test]
    fn what_somebodys_father_was_is_no_role_of_his() {
        let text = "The yard was bought by Victor Pinsk, a steel magnate whose father-in-law, Leonid Kutsch, was president \
                    of Ostland from 1994 to 2005. Pinsk smiled.";
        check_role(text, "Victor Pinsk", "steel magnate");
    }

    #[test]
    fn whose_one_is_may_be_told_by_a_noun() {
        let text = "The Harbour Union went on strike on Monday. The union's Geoff Derwent says the strike is not about \
                    pay. Derwent smiled.";
        check_role(text, "Geoff Derwent", "of the Harbour Union");
    }

    #[test]
    fn what_a_commentator_thinks_is_no_role() {
        let text = "The Harbour Council needs to stay out of the vote. It lied about its debts. It is not honest. So why \
             does nobody say so? Perhaps because nobody dares. But a town that is not honest with itself is simply lost.\n\n\
             The views expressed here are those of the author.";
        let briefing = brief(&testing::document(text));
        let actor = briefing.actors.iter().find(|actor| actor.name.contains("Harbour Council"));
        assert_eq!(actor.expect("it is named").role, None);
    }

    #[test]
    fn the_day_is_no_part_of_an_office_and_the_bank_is() {
        check_role(
            "On March 20 Mayor Tom Hall announced that the harbour was closed.",
            "Tom Hall",
            "Mayor",
        );
        check_role(
            "Otto Berg, vice chancellor of the Harbour Council, said prices rose.",
            "Otto Berg",
            "vice chancellor of the Harbour Council",
        );
        check_role(
            "Central bank Governor Ana Ruiz told reporters that rates would fall.",
            "Ana Ruiz",
            "central bank Governor",
        );
        check_role(
            "Ana Ruiz, author of ''Harbour Light'', said so.",
            "Ana Ruiz",
            "author of ''Harbour Light''",
        );
    }

    #[test]
    fn what_somebody_was_stands_behind_what_he_is() {
        check_role(
            "President Paul Reyes, a former general who came to power in 2019 promising to end corruption, did not say \
             whether he would comply.",
            "Paul Reyes",
            "President, former general who came to power in 2019 promising to end corruption",
        );
    }
}
