//! What the article leaves open, as questions: asked in it, undecided, conditional, to come, disputed.
//!
//! `clauses`, `nouns` and `asked` look at each word for a reason why something is open and word the
//! question, `ranking` says how likely a careful reader would ask it. Here those about one matter become
//! one, and the likeliest are kept.

mod alone;
mod asked;
mod clauses;
mod lexicon;
mod matter;
mod nouns;
mod pointing;
pub(crate) mod ranking;
mod spoken;

use std::collections::BTreeMap;

use super::actors::Cast;
use super::phrase::Writer;
use super::phrase::clause::Tree;
use super::{Basis, Evidence, Question};
use crate::document::{BlockKind, Document};
use crate::language::Analysis;
use crate::text::TextRange;

use matter::Matter;
use ranking::{FEATURES, View};

/// More would be a list to work through, not to read.
const MAX_QUESTIONS: usize = 6;

/// How many sentences make an article long, and how many questions such a one leaves at most.
const LONG: usize = 60;
const MAX_OF_LONG: usize = 8;

/// Below this chance a question is left out; the last place, where a guess is worth least, asks for more.
const MIN_CHANCE: f32 = 0.2;
const MIN_LAST: f32 = 0.3;

/// An article that leaves little open is asked what it does leave: the first places ask for less.
const MIN_FIRST: f32 = 0.15;
const FIRST: usize = 3;

/// How many places in the text a question has: a second one is worth showing, a tenth is not.
const MOST_PLACES: usize = 4;

/// A question of that many words about a quoted speaker's "we" says what it is about all the same.
const LONG_ABOUT_US: usize = 8;

/// Whoever is that salient is one of those whom the article is about.
const OF_THE_ARTICLE: f32 = 0.9;

/// Subjects of whom nobody asks whether they will.
const ANYBODY: &[&str] = &[
    "people",
    "everybody",
    "everyone",
    "anybody",
    "anyone",
    "nobody",
    "folks",
    "somebody",
    "someone",
];

/// What each further question about one sentence loses: other sentences leave other matters open.
const REPETITION: f32 = 0.65;

/// What each further sentence that leaves the same matter open adds to the log odds, and for how many it does.
const AGAIN: f32 = 0.3;
const MOST_AGAIN: usize = 3;

/// One reason to call something open.
#[derive(Clone, Debug)]
pub(crate) struct Reason {
    pub(super) text: String,
    pub(super) basis: Basis,
    /// How clearly the words say that it is open, 0 to 1.
    pub(super) openness: f32,
    pub(crate) evidence: TextRange,
    /// The head of the clause or the noun that is asked about.
    token: usize,
    /// The name of the look that found it.
    rule: &'static str,
}

/// Most salient first.
pub(super) fn find(document: &Document, analysis: &Analysis, cast: &Cast) -> Vec<Question> {
    let view = View::new(document, analysis, cast);
    let mut scored: Vec<(f32, Reason, Matter)> = judged(document, analysis, cast, &view)
        .into_iter()
        .map(|(reason, matter, features)| (ranking::chance(&features), reason, matter))
        .collect();
    scored.sort_by(|(a, first, _), (b, second, _)| {
        b.total_cmp(a).then(first.evidence.cmp(&second.evidence))
    });
    let most = if analysis.sentences.len() > LONG { MAX_OF_LONG } else { MAX_QUESTIONS };
    let mut merged: Vec<(f32, Reason, Matter, Vec<TextRange>)> = Vec::new();
    for (score, reason, matter) in scored {
        let n_merged = merged.len();
        let same = merged.iter_mut().find(|(_, kept, about, _)| {
            kept.text == reason.text
                || about.is_same(&matter)
                || (kept.evidence == reason.evidence && about.is_near(&matter))
        });
        match same {
            Some((_, _, _, places)) if places.len() < MOST_PLACES => places.push(reason.evidence),
            None if n_merged < 4 * most => {
                let places = vec![reason.evidence];
                merged.push((score, reason, matter, places));
            }
            _ => {}
        }
    }
    for (score, _, _, places) in &mut merged {
        places.sort_unstable();
        places.dedup();
        let again = places.len().saturating_sub(1).min(MOST_AGAIN) as f32;
        let odds = *score / (1.0 - *score) * (AGAIN * again).exp();
        *score = odds / (1.0 + odds);
    }
    merged.sort_by(|(a, ..), (b, ..)| b.total_cmp(a));
    let mut asked = BTreeMap::new();
    for (score, reason, ..) in &mut merged {
        let weight: &mut f32 = asked.entry(reason.evidence).or_insert(1.0);
        *score *= *weight;
        *weight *= REPETITION;
    }
    merged.sort_by(|(a, ..), (b, ..)| b.total_cmp(a));
    merged.truncate(most);
    let best = merged.first().map_or(1.0, |(score, ..)| *score).max(f32::MIN_POSITIVE);
    merged
        .into_iter()
        .enumerate()
        .filter(|(rank, (score, ..))| {
            let least = match *rank {
                rank if rank < FIRST => MIN_FIRST,
                rank if rank + 1 == most => MIN_LAST,
                _ => MIN_CHANCE,
            };
            *score >= least
        })
        .filter_map(|(_, (score, reason, _, places))| {
            Some(Question {
                about: places.iter().flat_map(|&place| cast.mentioned_in(place)).fold(
                    Vec::new(),
                    |mut ids, id| {
                        if !ids.contains(&id) && ids.len() < 6 {
                            ids.push(id);
                        }
                        ids
                    },
                ),
                text: reason.text,
                basis: reason.basis,
                salience: (score / best).clamp(0.0, 1.0),
                evidence: Evidence::new(places)?,
            })
        })
        .collect()
}

/// Every reason with its matter and what the model sees of it.
pub(crate) fn judged(
    document: &Document,
    analysis: &Analysis,
    cast: &Cast,
    view: &View<'_>,
) -> Vec<(Reason, Matter, [f32; FEATURES.len()])> {
    let writer = Writer::new(document.text(), analysis, cast);
    // "I will never forget it," "I'm not sure where I stand": what somebody says of himself in passing, whom the article is
    // not about.
    let in_passing = |reason: &Reason| {
        let who = writer.tree.understood_subject(reason.token);
        who.is_some_and(|who| writer.tree.is_word(who, &["i"]))
            && matches!(
                reason.rule,
                "able" | "ahead" | "conditional" | "indirect" | "not_yet" | "to_come" | "whether"
            )
            && !who
                .and_then(|who| cast.actor(cast.actor_of_token(who)?))
                .is_some_and(|actor| actor.salience >= OF_THE_ARTICLE)
    };
    all(&writer, document)
        .into_iter()
        .filter(|reason| !in_passing(reason) && !spoken::is_talk(&writer, document, cast, reason))
        .map(|reason| {
            let matter = Matter::of(document, analysis, &reason);
            let features = view.features(&reason, &matter);
            (reason, matter, features)
        })
        .collect()
}

/// Every reason that any word gives, in no order.
pub(super) fn all(writer: &Writer<'_>, document: &Document) -> Vec<Reason> {
    let mut reasons = asked::find(writer, document);
    // Headings leave out the words that a question needs, and so do sentences without a verb that tells when.
    let tree = &writer.tree;
    let finite = |token: usize| matches!(tree.xpos(token), "VBD" | "VBZ" | "VBP" | "MD");
    let prose = tree.analysis.sentences.iter().filter(|sentence| {
        sentence.tokens.clone().any(finite)
            && document
                .blocks()
                .get(sentence.block)
                .is_some_and(|block| !matches!(block.kind, BlockKind::Title | BlockKind::Heading))
    });
    for token in prose.flat_map(|sentence| sentence.tokens.clone()) {
        reasons.extend(clauses::find(writer, token));
        reasons.extend(nouns::find(writer, token));
    }
    // A sentence that ends within the question: its marks were lost.
    reasons.retain(|reason| ![".”", ".\"", ".’"].iter().any(|end| reason.text.contains(end)));
    // "a merger with the Liberals' party", cut before what is theirs.
    let owner = ["'s?", "’s?", "s'?", "s’?"];
    reasons.retain(|reason| !owner.iter().any(|end| reason.text.ends_with(end)));
    // "whether a person can get a permit": any person.
    let anybody =
        [" a person ", " the person ", " an individual ", " someone ", " one's ", " one’s "];
    reasons.retain(|reason| !anybody.iter().any(|who| reason.text.contains(who)));
    // "Will people adapt?": whoever they are.
    reasons.retain(|reason| {
        let second = reason.text.split([' ', '?']).nth(1).unwrap_or_default();
        reason.rule == "asked" || !ANYBODY.contains(&second)
    });
    // "We will find out", "it will help us", said by somebody: who "we" are is not told in the question.
    reasons.retain(|reason| {
        let mut words = reason.text.split([' ', '?']);
        let long = words.clone().count() > LONG_ABOUT_US;
        let ours = words.any(|word| matches!(word, "us" | "our" | "ours" | "we"))
            && !(long && reason.text.split(' ').nth(1) == Some("we"));
        !(ours && reason.rule != "asked" && tree.quotations_over(reason.token).next().is_some())
    });
    reasons.retain(|reason| alone::reads_alone(&reason.text, reason.rule == "asked"));
    reasons
}

/// Whether a word hangs on what has not come to be: `had they won, she would have set about selling the mill`.
fn is_counterfactual(tree: &Tree<'_>, token: usize) -> bool {
    tree.ancestors(token).any(|above| {
        let auxiliaries = tree.auxiliaries(above);
        let would = |&aux: &usize| tree.is_word(aux, &["would", "could", "might"]);
        auxiliaries.iter().any(would)
            && auxiliaries.iter().any(|&aux| tree.lemma(aux) == "have" && tree.xpos(aux) == "VB")
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::briefing::actors;
    use crate::language::analyze;
    use crate::testing;

    fn questions(text: &str) -> Vec<Question> {
        let document = testing::document(text);
        let analysis = analyze(&document);
        let cast = actors::find(&document, &analysis);
        find(&document, &analysis, &cast)
    }

    /// The first question that a text leaves, and why.
    fn check(text: &str, expected: &str, basis: Basis) {
        let found = questions(text);
        let first = found.first().map(|question| (question.text.as_str(), question.basis));
        assert_eq!(first, Some((expected, basis)), "{text}");
    }

    #[test]
    fn what_is_undecided_is_asked() {
        use Basis::Unresolved;
        check(
            "The minister has not said whether the army will leave the valley.",
            "Will the army leave the valley?",
            Unresolved,
        );
        check(
            "The clash may affect whether the harbour wins the case.",
            "Will the harbour win the case?",
            Unresolved,
        );
        check(
            "It is unclear how the banks will respond to the new rules.",
            "How will the banks respond to the new rules?",
            Unresolved,
        );
        check(
            "The government has not ruled out sending troops to the border.",
            "Will the government send troops to the border?",
            Unresolved,
        );
        check(
            "The council has yet to approve the plan.",
            "Will the council approve the plan?",
            Unresolved,
        );
        check(
            "The union may go on strike in the spring.",
            "Will the union go on strike in the spring?",
            Unresolved,
        );
        check(
            "The president urged the parliament to lift the ban.",
            "Will the parliament lift the ban?",
            Unresolved,
        );
    }

    #[test]
    fn what_is_to_come_conditional_or_disputed_is_asked() {
        check(
            "The kingdom is expected to hold a referendum on June 4.",
            "Will the kingdom hold a referendum on June 4?",
            Basis::Scheduled,
        );
        check(
            "If the senate rejects the bill, the governor will call an early election.",
            "Will the governor call an early election if the senate rejects the bill?",
            Basis::Conditional,
        );
        check(
            "The company accused the ministry of hiding the report.",
            "Did the ministry hide the report?",
            Basis::Disputed,
        );
        check(
            "The mayor denied that the city had lost the files.",
            "Did the city lose the files?",
            Basis::Disputed,
        );
    }

    #[test]
    fn a_condition_keeps_its_tense_and_names_whom_it_means() {
        check(
            "The guild was ready to resume the talks if the duke dropped his claim.",
            "Would the guild resume the talks if the duke dropped his claim?",
            Basis::Unresolved,
        );
        check(
            "Two judges will hear the case on May 8. If they agree, the miners would have to leave the pit.",
            "Would the miners have to leave the pit if the two judges agree?",
            Basis::Conditional,
        );
    }

    #[test]
    fn what_the_article_asks_is_asked_in_its_words() {
        check(
            "The throne is empty. Will the queen return before the winter?",
            "Will the queen return before the winter?",
            Basis::Asked,
        );
    }

    #[test]
    fn votes_elections_and_suits_are_asked_about_by_how_they_end() {
        check(
            "The envoys watch the parliamentary election in Ostland.",
            "Who will win the parliamentary election in Ostland?",
            Basis::Scheduled,
        );
        check(
            "Ann Lee is suing the bank over the dam.",
            "Will the suit by Ann Lee against the bank succeed?",
            Basis::Unresolved,
        );
        check(
            "The farmers fear for the future of the valley.",
            "What will become of the valley?",
            Basis::Unresolved,
        );
        // Of an election that everybody has, no one waits to hear who wins it.
        assert_eq!(questions("The inns fill before the general election."), []);
    }

    #[test]
    fn what_somebody_is_asked_to_think_of_is_asked() {
        check(
            "Do you think the harbour will close to the larger boats?",
            "Will the harbour close to the larger boats?",
            Basis::Asked,
        );
        check(
            "As mayor, how would Ann Lee pay for the bridge?",
            "As mayor, how would Ann Lee pay for the bridge?",
            Basis::Asked,
        );
        check(
            "So is the mayor selling the harbour?",
            "Is the mayor selling the harbour?",
            Basis::Asked,
        );
        check(
            "The reporter asked the mayor if the council is hiding the report.",
            "Is the council hiding the report?",
            Basis::Unresolved,
        );
        for text in ["Remember when the duke said he was poor?", "What difference does it make?"] {
            assert_eq!(questions(text), [], "{text}");
        }
    }

    #[test]
    fn what_is_over_supposed_or_everybodys_asks_nothing() {
        for text in [
            "The duke would look younger if he ate less.",
            "The mayor said decisions on whether to extend the scheme would be made in the round.",
            "The duke can come to the fair if he wants.",
            "The minister did not respond to attempts to reach her.",
            "It was an effort to please the farmers.",
            "The town went to war without a plan to rule the valley.",
            "The inquiry into the fire found no fault.",
            "Lee is not seeking a second term.",
            "Many voters are undecided.",
            "No town has been hurt more by the flood.",
            "The mayor had a chance to speak.",
            "The harbour has not bothered the town.",
            "Had the town won, the mayor would have hurled herself into the task of moving the harbour.",
            "The farmers cared for the future of the town.",
            "The guild called off the planned march.",
            "The firm received repeated requests for more guards.",
            "The editor asked what the readers thought of the plan.",
        ] {
            assert_eq!(questions(text), [], "{text}");
        }
    }

    #[test]
    fn what_somebody_doubts_or_can_do_is_asked() {
        use Basis::Unresolved;
        check("The guild doubts that the plan is sound.", "Is the plan sound?", Unresolved);
        check(
            "Ann Lee is confident that the council has the money.",
            "Does the council have the money?",
            Unresolved,
        );
        check(
            "Ann Lee thinks the duke can win the race.",
            "Can the duke win the race?",
            Unresolved,
        );
        check(
            "Ann Lee still has a narrow path to the nomination.",
            "Will Ann Lee win the nomination?",
            Unresolved,
        );
        check("The duke has trouble finding crews.", "Will the duke find crews?", Unresolved);
        check(
            "Ann Lee would then need to win half of the seats.",
            "Will Ann Lee win half of the seats?",
            Unresolved,
        );
        check(
            "A strong showing by the guild could push the duke out.",
            "Could a strong showing by the guild push the duke out?",
            Unresolved,
        );
    }

    #[test]
    fn what_is_refused_faced_polled_or_said_of_somebody_is_asked() {
        use Basis::{Disputed, Scheduled, Unresolved};
        check(
            "The guild has refused to publish the list.",
            "Will the guild publish the list?",
            Unresolved,
        );
        check(
            "The mayor's refusal to publish the list angered the guild.",
            "Will the mayor publish the list?",
            Unresolved,
        );
        check(
            "Lee, 52, faces a challenge from the duke.",
            "How will Lee deal with the challenge from the duke?",
            Unresolved,
        );
        check(
            "Ann Lee leads by six points in Canada, a poll says.",
            "Will Ann Lee win Canada?",
            Unresolved,
        );
        check(
            "The duke turned nasty ahead of the primary in Canada.",
            "Who will win the primary in Canada?",
            Scheduled,
        );
        check(
            "Critics portray Ann Lee as a puppet of the bank.",
            "Is Ann Lee a puppet of the bank?",
            Disputed,
        );
    }

    #[test]
    fn a_question_leaves_out_what_its_marks_set_off_and_has_its_own_tense() {
        use Basis::Unresolved;
        check(
            "The mayor will sell the mill (and the farm) in May.",
            "Will the mayor sell the mill in May?",
            Unresolved,
        );
        check(
            "The editor asked how the mayor had chosen the clerks.",
            "How did the mayor choose the clerks?",
            Unresolved,
        );
        for text in [
            "The guild made sure that the gate was shut.",
            "In 1994 the duke took over the inquiry into the fire.",
            "Such a move would please the town.",
            "In May the duke was going to sell the mill.",
            "“I will not just talk,” Ann Lee said.",
            "The bridge might have collapsed.",
            "While the duke may be rich, the town is poor.",
            "The botched attempt to open the vault alarmed the town.",
        ] {
            assert_eq!(questions(text), [], "{text}");
        }
    }

    #[test]
    fn a_pronoun_is_named_by_the_clause_above_or_the_subject_before() {
        check(
            "The foundry faces an inquiry over whether it broke the rules on smoke.",
            "Did the foundry break the rules on smoke?",
            Basis::Unresolved,
        );
        check(
            "A new toll angered the town. Analysts say it may drive away the fishermen.",
            "Will the new toll drive away the fishermen?",
            Basis::Unresolved,
        );
        // What "it" means is not known: nothing is asked.
        assert_eq!(questions("The mayor spoke. Some say it may drive away the fishermen."), []);
        check(
            "“I will resign in the spring,” Ann Lee said.",
            "Will Ann Lee resign in the spring?",
            Basis::Unresolved,
        );
        check(
            "Closing the mine could cost the valley many jobs.",
            "Could closing the mine cost the valley many jobs?",
            Basis::Unresolved,
        );
    }

    #[test]
    fn what_is_due_expected_or_overdue_is_asked() {
        check(
            "The queen is due to open the fair on Friday.",
            "Will the queen open the fair on Friday?",
            Basis::Scheduled,
        );
        check(
            "Officials expect the row to fade before the summer.",
            "Will the row fade before the summer?",
            Basis::Scheduled,
        );
        check(
            "The promised rules are yet to reach the shops.",
            "Will the promised rules reach the shops?",
            Basis::Unresolved,
        );
        check(
            "The envoy urged the islands not to turn away the boats.",
            "Will the islands turn away the boats?",
            Basis::Unresolved,
        );
        check(
            "The ruling paved the way for the sale of the harbour.",
            "Will the sale of the harbour come about?",
            Basis::Unresolved,
        );
    }

    #[test]
    fn what_is_blamed_claimed_or_not_told_is_asked() {
        check(
            "The duke blamed the miller for opening the gates.",
            "Did the miller open the gates?",
            Basis::Disputed,
        );
        check(
            "The paper repeated the claim that the bank had hidden the loss.",
            "Did the bank hide the loss?",
            Basis::Disputed,
        );
        check(
            "The farmers resent the lack of details on where the army would build the base.",
            "Where would the army build the base?",
            Basis::Unresolved,
        );
        check(
            "The minister promised unspecified tax cuts.",
            "What are the tax cuts?",
            Basis::Unresolved,
        );
    }

    #[test]
    fn what_is_awaited_denied_so_far_or_under_way_is_asked() {
        use Basis::{Disputed, Unresolved};
        for (text, expected, basis) in [
            ("The town expects about 600 guests.", "Will there be about 600 guests?", Unresolved),
            (
                "The gallery expressed interest in further gifts from the bank.",
                "Will there be further gifts from the bank?",
                Unresolved,
            ),
            (
                "The board has no plans to sell the mill.",
                "Will the board sell the mill?",
                Unresolved,
            ),
            ("No arrests have been made.", "Will arrests be made?", Unresolved),
            (
                "The brothers are undergoing trial for fraud.",
                "Will the brothers be convicted?",
                Unresolved,
            ),
            ("The duke is under pressure to resign.", "Will the duke resign?", Unresolved),
            ("It is too early to say whether the dam will hold.", "Will the dam hold?", Unresolved),
            (
                "The prospect of the miners walking out of the pit worries the town.",
                "Will the miners walk out of the pit?",
                Unresolved,
            ),
            ("Critics say the law hurts the poor.", "Does the law hurt the poor?", Disputed),
            (
                "The paper slammed the club for promoting gambling.",
                "Did the club promote gambling?",
                Disputed,
            ),
        ] {
            check(text, expected, basis);
        }
    }

    #[test]
    fn what_stands_seems_hangs_or_is_the_question_is_asked() {
        use Basis::{Conditional, Scheduled, Unresolved};
        for (text, expected, basis) in [
            (
                "The question is how the guild paid for the tower.",
                "How did the guild pay for the tower?",
                Unresolved,
            ),
            (
                "The plan seems to break the law on tolls.",
                "Does the plan break the law on tolls?",
                Unresolved,
            ),
            (
                "It depends on whether the miners accept the offer.",
                "Will the miners accept the offer?",
                Unresolved,
            ),
            // Of two subjects the tree may have, the one beside the verb; what was set off before the verb goes.
            (
                "By May, the last month of the term, the council will close the pit.",
                "Will the council close the pit?",
                Scheduled,
            ),
            (
                "The new bill, if it passes, would halve the toll.",
                "Would the new bill halve the toll if it passes?",
                Conditional,
            ),
        ] {
            check(text, expected, basis);
        }
    }

    #[test]
    fn what_comes_what_was_tried_and_which_one_is_asked() {
        use Basis::{Conditional, Disputed, Unresolved};
        for (text, expected, basis) in [
            ("It remains to be seen whether the truce holds.", "Will the truce hold?", Unresolved),
            ("The duke fled. So the castle may be sold.", "Will the castle be sold?", Unresolved),
            (
                "There is no evidence that the miners broke the law.",
                "Did the miners break the law?",
                Disputed,
            ),
            (
                "The only hope now is that the council would offer peace to the rebels.",
                "Will the council offer peace to the rebels?",
                Unresolved,
            ),
            (
                "At least 76 people were killed when the hotel collapsed in May.",
                "How many people were killed when the hotel collapsed in May?",
                Unresolved,
            ),
            (
                "The envoy urged an end to the raids and for all sides to engage in talks.",
                "Will all sides engage in talks?",
                Unresolved,
            ),
            (
                "If the dam breaks, the miners are not going to be able to work.",
                "Will the miners be able to work if the dam breaks?",
                Conditional,
            ),
            (
                "The mill is old. Ann Lee was trying to sell the mill, but the duke did not pay.",
                "Did Ann Lee sell the mill?",
                Unresolved,
            ),
        ] {
            check(text, expected, basis);
        }
        let found = questions("The harbour union met in May. Lee said the union may strike.");
        let texts: Vec<&str> = found.iter().map(|question| question.text.as_str()).collect();
        assert_eq!(texts, ["Will the harbour union strike?"]);
    }

    #[test]
    fn what_is_not_clear_due_or_looked_into_is_asked() {
        use Basis::{Disputed, Scheduled, Unresolved};
        for (text, expected, basis) in [
            (
                "It was not immediately clear if the figures of the two mills were comparable.",
                "Were the figures of the two mills comparable?",
                Unresolved,
            ),
            (
                "It is not clear that the miller broke the dam.",
                "Did the miller break the dam?",
                Unresolved,
            ),
            (
                "A key question is how the guild paid for the tower.",
                "How did the guild pay for the tower?",
                Unresolved,
            ),
            (
                "The problem is how to open the harbour to the larger boats.",
                "How to open the harbour to the larger boats?",
                Unresolved,
            ),
            (
                "The harbour fair is due to be held in the old town next Tuesday.",
                "Will the harbour fair be held in the old town next Tuesday?",
                Scheduled,
            ),
            (
                "The health office said there is no evidence linking the fever to the well.",
                "Is there any evidence linking the fever to the well?",
                Disputed,
            ),
            (
                "Many of the displaced miners will return to the valley in May.",
                "Will many of the displaced miners return to the valley in May?",
                Unresolved,
            ),
            (
                "“I’ll close the harbour in the spring,” Ann Lee said.",
                "Will Ann Lee close the harbour in the spring?",
                Unresolved,
            ),
            (
                "Critics say the bill would ban the boats.",
                "Would the bill ban the boats?",
                Unresolved,
            ),
        ] {
            check(text, expected, basis);
        }
        // Whose, and who "we" are, the question would not tell.
        for text in [
            "“We will find a clue,” the captain told the paper.",
            "The machine will copy their names into a list.",
            "The mayor said she thinks the toll is fair.",
        ] {
            assert_eq!(questions(text), [], "{text}");
        }
    }

    #[test]
    fn what_nobody_claims_to_have_done_is_asked() {
        use Basis::Unresolved;
        for (text, expected) in [
            (
                "A bomb killed ten people in Selm. No one has claimed responsibility for the blast.",
                "Who was behind the blast?",
            ),
            (
                "The attack in the camp was the deadliest in years. No group has claimed responsibility.",
                "Who was behind the attack?",
            ),
            (
                "Gunmen raided the port. There was no claim of responsibility for the raid.",
                "Who was behind the raid?",
            ),
        ] {
            check(text, expected, Unresolved);
        }
    }

    #[test]
    fn what_the_tree_hangs_on_its_question_word_is_asked() {
        use Basis::Unresolved;
        for (text, expected) in [
            ("How the flood began is unclear.", "How did the flood begin?"),
            (
                "The guild has yet to decide when the walkout will begin.",
                "When will the walkout begin?",
            ),
            ("What remains unclear is who leaked the letter.", "Who leaked the letter?"),
            (
                "It is unclear what the ruling means for the second law.",
                "What does the ruling mean for the second law?",
            ),
            ("It remains unclear who leaked the letter.", "Who leaked the letter?"),
            ("Where the money went is unclear.", "Where did the money go?"),
            (
                "The mayor declined to say whether she would stand again.",
                "Will the mayor stand again?",
            ),
            ("The minister would not say when he would leave.", "When would the minister leave?"),
            ("The reason for the blackout is not known.", "What is the reason for the blackout?"),
            ("It is not clear exactly who will run the port.", "Who will run the port?"),
            (
                "The keepers do not know what the mites are doing in the hives.",
                "What are the mites doing in the hives?",
            ),
        ] {
            check(text, expected, Unresolved);
        }
        for text in [
            "The town is not known for its cheese.",
            "The guild could not have cared less how the flood began.",
            "The question is what kind of mayor Ana Lee will become.",
        ] {
            assert_eq!(questions(text).len(), 0, "{text}");
        }
    }

    #[test]
    fn who_was_told_is_not_who_acts() {
        check(
            "The lawyer Tom Moss met Daniel Field on Monday. Moss told Field he would assist him.",
            "Will Tom Moss assist Daniel Field?",
            Basis::Unresolved,
        );
    }

    #[test]
    fn what_was_told_supposed_or_holds_of_anybody_is_not_asked() {
        for text in [
            "The baker decided to treat his daughter himself.",
            "She became unable to walk.",
            "He never called a donor to ask for money.",
            "Neither the mayor nor the clerk urged any member to vote.",
            "Long before the guild was ready to strike, it had spoken out.",
            "Fees vary, whether you rent or own.",
            "If there were any doubts about where he stood, they are gone.",
            "If a child lacks salt, growth stops.",
            "The paper prints maps, so readers may learn more.",
            "We might call it luck.",
            "They were rich and could afford the house.",
            "The hall opened its doors to some 40 events.",
            "The envoy fears losing the race.",
            "The poll explores the expectations of the young voters.",
            "The camp won 36 votes for the next leader.",
        ] {
            assert_eq!(questions(text), [], "{text}");
        }
    }

    #[test]
    fn what_is_settled_or_only_a_turn_of_speech_is_not_asked() {
        for text in [
            "The police dropped the investigation into the fire.",
            "The clerk did not reply to a request for comment.",
            "She planted the seeds of a revival that would flower with the new king.",
            "The baker declined to give his age.",
            "We must not forget the dead.",
            "There was no risk that the dam would break.",
            "The minister responded to questions about the budget.",
            "The town has not paid since May.",
            "“I will,” she wrote.",
        ] {
            assert_eq!(questions(text), [], "{text}");
        }
    }

    #[test]
    fn what_is_past_general_or_points_back_is_not_asked() {
        for text in [
            "The clerk called the bank only to be told to wait.",
            "The room is cold unless somebody lights the stove.",
            "The brothers tried to sell the mill.",
            "The duke could not name the others.",
            "An earlier inquiry into the fire took a year.",
            "The firm advises users to read the terms.",
            "The guild has decided to build a tower.",
            "He knew that his advice would be ignored.",
            "The king would often sing in the hall.",
            "The critics speak of the dangers of mining.",
            "The possible exception is the mayor.",
            "That may happen to others.",
            "The fair, which will open in May, is large.",
            "I did not promise that life would be easy.",
            "If these people lie, fine.",
            "The council fears that this crisis may ruin the town.",
            "The guild says the toll will not solve this problem.",
            "Emissions from the mill remain high.",
            "The mill may be old, but it still grinds the corn.",
            "The duke could only shrug at the letter.",
            "The duke would only say that he was tired.",
            "The town has many cellars that may be flooded.",
            "The smiths may be just as poor.",
            "Ann Lee would rather that six debates about the toll were held.",
            "“Our valley will keep its mills for a hundred years,” Ann Lee said.",
        ] {
            assert_eq!(questions(text), [], "{text}");
        }
    }

    #[test]
    fn what_is_a_habit_a_judgement_or_counted_in_a_poll_is_not_asked() {
        for text in [
            "Some 30 percent of the fishermen said they would leave the valley.",
            "Firms will often hire two clerks for one job.",
            "It would be hard to overstate the worth of the dam.",
            "The move may come as no surprise to the guild.",
            "The toll may go some way to paying for the bridge.",
            "As it became clear that the duke would not sell the harbour, the crowd went home.",
            "The guards said they could no longer defend the bridge.",
            "Voters in the valley are more likely than others to walk.",
            "The crowd has gone, but it may be years before the harbour opens.",
            "The mayor opened up about how the fishermen can feed the town.",
            "Tomorrow will be a calmer day.",
            "Does he not see that the harbour is lost?",
        ] {
            assert_eq!(questions(text), [], "{text}");
        }
    }

    #[test]
    fn what_has_lost_a_part_is_not_asked() {
        for text in [
            "Critics accused the mayor of covering up, burning and selling the files.",
            "The clerk reminded the guests of his plan to sell the mill.",
            "The council wants a campaign to free him from the jail.",
            "The baker was indicted and convicted of theft.",
            "The mill was sold for an undisclosed price.",
            "The guild demands a voice in the hall.",
            "The duke hopes to move there.",
            "The fact while they wait may help the mayor.",
        ] {
            assert_eq!(questions(text), [], "{text}");
        }
    }

    #[test]
    fn who_is_named_twice_is_once_a_pronoun_and_a_title_is_no_name() {
        check(
            "The price of bread may grow if Mayor Tom Lee agrees to sell the harbour.",
            "Will the price of bread grow if Mayor Tom Lee agrees to sell the harbour?",
            Basis::Conditional,
        );
        check(
            "The duke said if Ann Lee is elected mayor, she'll bring in many more boats.",
            "Will Ann Lee bring in many more boats if she is elected mayor?",
            Basis::Conditional,
        );
    }

    #[test]
    fn what_one_wants_to_know_or_waits_to_see_is_asked() {
        use Basis::{Disputed, Scheduled, Unresolved};
        for (text, expected, basis) in [
            (
                "The guild wants to know why the mill was sold.",
                "Why was the mill sold?",
                Unresolved,
            ),
            (
                "The auditors are trying to find out who signed the lease.",
                "Who signed the lease?",
                Unresolved,
            ),
            (
                "It remains to be seen if the duke can win the race.",
                "Can the duke win the race?",
                Unresolved,
            ),
            (
                "The baker does not know yet when the oven will arrive.",
                "When will the oven arrive?",
                Unresolved,
            ),
            (
                "There is no agreement on who should repair the lighthouse.",
                "Who should repair the lighthouse?",
                Unresolved,
            ),
            (
                "The guards have not ruled out that the barn was set on fire.",
                "Was the barn set on fire?",
                Unresolved,
            ),
            (
                "The company is due to publish the accounts on Friday.",
                "Will the company publish the accounts on Friday?",
                Scheduled,
            ),
            (
                "The sheriff suspects the firm of having used cheap steel.",
                "Did the firm use cheap steel?",
                Disputed,
            ),
            ("Ann Lee accused the board of lying.", "Did the board lie?", Disputed),
            (
                "The mill is being investigated for fraud.",
                "What will the investigation of the mill find?",
                Unresolved,
            ),
            (
                "The sheriff said that the town should pay for the bridge.",
                "Should the town pay for the bridge?",
                Unresolved,
            ),
        ] {
            check(text, expected, basis);
        }
    }

    #[test]
    fn who_is_described_is_named_and_which_one_is_told() {
        use Basis::{Scheduled, Unresolved};
        for (text, expected, basis) in [
            (
                "Ann Lee, a senator, spoke in May. The senator has yet to win a primary.",
                "Will Ann Lee win a primary?",
                Unresolved,
            ),
            (
                "The council passed a tax on salt in May. The tax may ruin the fishermen.",
                "Will the tax on salt ruin the fishermen?",
                Unresolved,
            ),
            (
                "The town of Westby is poor. The town is reluctant to sell the woods.",
                "Will Westby sell the woods?",
                Unresolved,
            ),
            (
                "It was bad news for Tom Moss, who may need the money of the guild.",
                "Will Tom Moss need the money of the guild?",
                Unresolved,
            ),
            (
                "The trial of the former treasurer, Karl Berg, begins on Tuesday.",
                "What will the trial of the former treasurer Karl Berg bring?",
                Scheduled,
            ),
        ] {
            check(text, expected, basis);
        }
        check(
            "The mayor denied the reports.",
            "Are the reports about the mayor true?",
            Basis::Disputed,
        );
    }

    #[test]
    fn what_the_author_remarks_is_left_out() {
        check(
            "The duke has not yet answered the letter, although he wrote a long poem about the sea and its boats.",
            "Will the duke answer the letter?",
            Basis::Unresolved,
        );
        check(
            "The duke has not given up the harbour either.",
            "Will the duke give up the harbour?",
            Basis::Unresolved,
        );
        check(
            "There may be no real gain for the guild in an early vote on the toll.",
            "Will there be any real gain for the guild in an early vote on the toll?",
            Basis::Unresolved,
        );
    }

    #[test]
    fn what_several_sentences_leave_open_is_asked_once_and_first() {
        let text = "The board may sell the harbour to a bank. The mayor hopes to win the race in May. \
                    The harbour could be sold in the autumn.";
        let found = questions(text);
        let first = found
            .first()
            .map(|question| (question.text.as_str(), question.evidence.ranges().len()));
        assert_eq!(first, Some(("Will the board sell the harbour to a bank?", 2)));
        assert_eq!(found.len(), 2);
    }

    #[test]
    fn where_nothing_is_open_nothing_is_asked() {
        assert_eq!(questions("The bridge opened on Monday. Thousands came."), []);
        assert_eq!(questions(""), []);
    }

    #[test]
    fn what_a_question_would_point_at_is_named_in_it() {
        for text in [
            "The clerk wants to live by these new rules.",
            "Some of those boats may sink.",
            "How high is that tower?",
            "Who cares about the harbour?",
        ] {
            assert_eq!(questions(text), [], "{text}");
        }
        check(
            "Ann Lee wants to win this election.",
            "Will Ann Lee win this election?",
            Basis::Unresolved,
        );
    }

    #[test]
    fn what_is_denied_of_one_thing_and_said_of_another_is_not_asked() {
        for text in [
            "The mayor said the toll will not be a burden, but a chance.",
            "Tom Hall showed what the new bridge would look like.",
            "Ann Lee will be interviewed about her book.",
            "To be sure, Ann Lee is likely to talk about the harbour.",
            "The mayor said the harbour was dirty.",
        ] {
            assert_eq!(questions(text), [], "{text}");
        }
    }

    #[test]
    fn what_is_said_in_passing_or_of_nothing_told_is_not_asked() {
        for text in [
            "The guards watched the planned march.",
            "The council resists any attempt by the guild to declare a strike.",
            "The row may prompt some clerks who had doubted her to come to terms with Ann Lee.",
            "Ann Lee defends her proposal.",
        ] {
            assert_eq!(questions(text), [], "{text}");
        }
    }

    #[test]
    fn words_of_another_clause_stay_out() {
        check(
            "Rude remarks about the harbour, including one by Tom Hall, could hurt Ann Lee.",
            "Could rude remarks about the harbour, including one by Tom Hall, hurt Ann Lee?",
            Basis::Unresolved,
        );
        for text in [
            "There is not much chance of that happening to Ann Lee.",
            "The board has not said whether it will enforce such rules.",
            "Ann Lee spent a year convincing the guild to sell the mill.",
            "The clerk decided not to recommend that Ann Lee be prosecuted.",
        ] {
            assert_eq!(questions(text), [], "{text}");
        }
    }

    #[test]
    fn of_two_questions_the_first_is_asked_and_of_each_of_many_none() {
        check(
            "The board does not say who will chair the inquiry or how it will be paid.",
            "Who will chair the inquiry?",
            Basis::Unresolved,
        );
        check(
            "Whether the airline survives is an open question.",
            "Will the airline survive?",
            Basis::Unresolved,
        );
        check(
            "Ann Lee has yet to say how she will vote.",
            "How will Ann Lee vote?",
            Basis::Unresolved,
        );
        assert_eq!(
            questions("The request is late. None of the banks has said whether it will lend."),
            []
        );
    }

    #[test]
    fn what_is_proposed_is_asked_about_as_something_to_come() {
        check(
            "Ann Lee has proposed a five-year ban on trawling.",
            "Will there be a five-year ban on trawling?",
            Basis::Unresolved,
        );
        check(
            "The proposed sale of the mill divides the town.",
            "Will the proposed sale of the mill go ahead?",
            Basis::Scheduled,
        );
        check(
            "Ruiz campaign may open an office in Selm.",
            "Will the Ruiz campaign open an office in Selm?",
            Basis::Unresolved,
        );
    }

    #[test]
    fn what_is_denied_or_said_of_then_keeps_its_sense() {
        use Basis::{Disputed, Scheduled, Unresolved};
        check(
            "The new rooms are not expected to be opened until September.",
            "Will the new rooms be opened before September?",
            Scheduled,
        );
        check(
            "The engineer said there may have been a breach of the harbour act.",
            "Was there a breach of the harbour act?",
            Unresolved,
        );
        check(
            "The clerk rejected claims that 90 families are to be moved to the camp in May.",
            "Will 90 families be moved to the camp in May?",
            Disputed,
        );
        check(
            "About 90 nurses are expected in the valley this week to help the sick.",
            "Will about 90 nurses be in the valley this week?",
            Scheduled,
        );
        check(
            "The prime minister refused to rule out an early election.",
            "Will there be an early election?",
            Unresolved,
        );
        check(
            "Two of the guards are believed to have helped the prisoners escape.",
            "Did two of the guards help the prisoners escape?",
            Unresolved,
        );
        check("The doctors hope the boy is still alive.", "Is the boy alive?", Unresolved);
        check(
            "The council is expected to sell the mill that stood when the duke came.",
            "Will the council sell the mill that stood when the duke came?",
            Scheduled,
        );
        check(
            "Ida Lund, 34, will stand trial in October on charges of fraud.",
            "Will Ida Lund be convicted?",
            Unresolved,
        );
        for text in [
            "The damage bill from the storm has reached two million crowns.",
            "Should the guild win the case, the mayor will resign at once.",
        ] {
            let asked = questions(text).into_iter().map(|question| question.text);
            assert!(
                !asked.into_iter().any(|text| text.contains("pass") || text.contains("Should")),
                "{text}"
            );
        }
    }

    #[test]
    fn how_things_may_stand_is_asked_of_now() {
        check(
            "Some say the strength of the guild may be exaggerated.",
            "Is the strength of the guild exaggerated?",
            Basis::Unresolved,
        );
    }

    #[test]
    fn what_the_tree_runs_together_is_kept_apart() {
        use Basis::{Scheduled, Unresolved};
        check(
            "Ann Lee says it depends on how the voters judge the plan.",
            "How will the voters judge the plan?",
            Unresolved,
        );
        check(
            "The judge said that the ferry could be kept in Selm, warning: “They are late.”",
            "Could the ferry be kept in Selm?",
            Unresolved,
        );
        check(
            "The harbour is expected to stay open though the wind is strong.",
            "Will the harbour stay open?",
            Scheduled,
        );
        for (text, never) in [
            ("The parents have requested permission to open a school.", "permission"),
            ("It will be alleged the firm, Harbour Tours, let the boat sail.", "alleged"),
            ("It will be a couple of days before the judge decides.", "couple"),
            ("An unidentified boat was seen off the coast of Selm.", "boat"),
        ] {
            let asked = questions(text);
            assert!(!asked.iter().any(|question| question.text.contains(never)), "{text}");
        }
    }

    #[test]
    fn what_others_decide_is_asked_before_what_follows() {
        check(
            "If confirmed, Ana Stroud would succeed Luis Ferrer as head of the bank.",
            "Will Ana Stroud be confirmed?",
            Basis::Conditional,
        );
        check(
            "If approved by the Senate, the treaty would take effect in May.",
            "Will the treaty be approved by the Senate?",
            Basis::Conditional,
        );
        check_unasked(
            "We urge both the government of Kasara and the rebels of the Northern Front to let them do their work.",
            "both the government",
        );
        check_unasked(
            "\"I would not rule it out,\" said Ingrid Moen, who teaches in Selm.",
            "Ingrid Moen do",
        );
    }

    #[test]
    fn a_question_is_cut_where_it_stays_whole() {
        check(
            "The guild is expected to sell its boats in the spring - most of all the old ones.",
            "Will the guild sell its boats in the spring?",
            Basis::Scheduled,
        );
        check(
            "The mayor says the ferries will run as long as the strike goes on.",
            "Will the ferries run as long as the strike goes on?",
            Basis::Unresolved,
        );
        check(
            "The mayor of Selm may spend the money that was put aside for the new harbour on groups that win prizes for \
             the songs of the old valley.",
            "Will the mayor of Selm spend the money that was put aside for the new harbour on groups that win prizes for \
             the songs of the old valley?",
            Basis::Unresolved,
        );
    }

    #[test]
    fn what_belongs_to_the_verb_stays_with_it() {
        use Basis::Unresolved;
        check(
            "Selm promised to stop selling cheap wool in the north and to buy more cloth from the guild.",
            "Will Selm stop selling cheap wool in the north and buy more cloth from the guild?",
            Unresolved,
        );
        check(
            "The ministry must decide whether strangers like Ann Lee are honest or pose a risk to the town.",
            "Are strangers like Ann Lee honest?",
            Unresolved,
        );
        for text in [
            // To whom what would be told, and what the mill could be made to do.
            "The duke said he would tell Ann Lee: “We want to work with the town.”",
            "The talks would cover calls for Selm to open its market to foreign cloth.",
        ] {
            let found = questions(text);
            assert!(found.iter().all(|it| !it.text.starts_with("Will the")), "{text}: {found:?}");
        }
    }

    #[test]
    fn why_it_is_unlikely_is_not_why_it_may_be() {
        use Basis::Unresolved;
        check(
            "Ann Lee is very unlikely to back the duke because of their old row.",
            "Will Ann Lee back the duke?",
            Unresolved,
        );
        check(
            "Ann Lee said the toll will not help the weavers because of the strict rules of the port.",
            "Will the toll help the weavers?",
            Unresolved,
        );
        check(
            "To end the row, Ann Lee is also likely to give the guild details of her plans.",
            "Will Ann Lee give the guild details of her plans?",
            Unresolved,
        );
    }

    #[test]
    fn what_things_should_do_is_expected_of_them() {
        use Basis::Unresolved;
        check(
            "Ann Lee said the price of salt should fall in the spring.",
            "Will the price of salt fall in the spring?",
            Unresolved,
        );
        check(
            "Ann Lee said the council should help the weavers.",
            "Should the council help the weavers?",
            Unresolved,
        );
        check(
            "The toll could hardly be raised again.",
            "Could the toll be raised again?",
            Unresolved,
        );
    }

    #[test]
    fn what_is_to_be_done_is_asked() {
        use Basis::Scheduled;
        for (text, expected) in [
            ("The mayor is to open the fair on May 8.", "Will the mayor open the fair on May 8?"),
            (
                "The talks on the harbour are to resume in May.",
                "Will the talks on the harbour resume in May?",
            ),
            (
                "The tolls on the bridge are to be raised in May.",
                "Will the tolls on the bridge be raised in May?",
            ),
        ] {
            check(text, expected, Scheduled);
        }
        check(
            "The duke and the mayor are close to signing a pact on the harbour.",
            "Will the duke and the mayor sign a pact on the harbour?",
            Basis::Unresolved,
        );
        assert_eq!(questions("The council is undecided on the toll of the harbour."), []);
        assert_eq!(questions("The point of the fair is to sell the cloth of the weavers."), []);
    }

    #[test]
    fn what_one_did_not_expect_is_no_dispute() {
        for text in [
            "The duke had planned to sell the mill in May.",
            "Two men of the crew were caught trying to flee to the island.",
            "Ann Lee said her guild did not expect the move to backfire.",
            "The guild had sought to raise its share of the catch.",
            "The guild had proposed a new toll on the boats.",
            "The council held back for fear of a revolt of the weavers.",
        ] {
            assert_eq!(questions(text), [], "{text}");
        }
    }

    #[test]
    fn what_is_put_off_appealed_or_warned_of_is_asked() {
        use Basis::Unresolved;
        check(
            "The sale of the harbour has been postponed.",
            "Will the sale of the harbour go ahead?",
            Unresolved,
        );
        check(
            "The talks on the harbour have been suspended.",
            "Will the talks on the harbour resume?",
            Unresolved,
        );
        check(
            "Ann Lee has appealed the ruling.",
            "Will the appeal against the ruling succeed?",
            Unresolved,
        );
        check(
            "The mayor warned of a strike by the weavers.",
            "Will there be a strike by the weavers?",
            Unresolved,
        );
        check(
            "The bankers fear a possible attack on the harbour by the northern fleet.",
            "Will there be an attack on the harbour by the northern fleet?",
            Unresolved,
        );
        check(
            "The police said that there was no indication of foul play in the fire.",
            "Was there foul play in the fire?",
            Unresolved,
        );
        check(
            "The mayor gave no indication of the winner of the race.",
            "Who is the winner of the race?",
            Unresolved,
        );
    }

    #[test]
    fn what_hangs_on_others_is_asked() {
        use Basis::{Disputed, Scheduled, Unresolved};
        for (text, expected, basis) in [
            (
                "The port has been given until Monday to answer the charges.",
                "Will the port answer the charges?",
                Unresolved,
            ),
            (
                "Ostland gave Westland until Monday to free the sailors.",
                "Will Westland free the sailors?",
                Unresolved,
            ),
            (
                "It is up to the senate to approve the reform.",
                "Will the senate approve the reform?",
                Unresolved,
            ),
            (
                "The sale is subject to shareholder approval.",
                "Will shareholders approve the sale?",
                Unresolved,
            ),
            (
                "The plan needs the approval of the king.",
                "Will the king approve the plan?",
                Unresolved,
            ),
            (
                "The union and the port failed to reach agreement on wages.",
                "Will the union and the port reach agreement on wages?",
                Unresolved,
            ),
            (
                "The wage talks between the union and the port broke down on Sunday.",
                "Will the wage talks between the union and the port resume?",
                Unresolved,
            ),
            (
                "The Port of Selm said it is in talks with the Tarn Guild over the sale of two docks.",
                "What will the talks with the Tarn Guild over the sale of two docks bring?",
                Scheduled,
            ),
            (
                "Ann Lee hoped for an early settlement of the strike.",
                "Will there be an early settlement of the strike?",
                Unresolved,
            ),
            (
                "Analysts do not expect the bank to raise rates this year.",
                "Will the bank raise rates this year?",
                Scheduled,
            ),
            (
                "Tom Hall accused Ann Lee of being too close to the banks.",
                "Was Ann Lee too close to the banks?",
                Disputed,
            ),
            (
                "Ostland denied any suggestion of a rift between the two capitals.",
                "Is the suggestion of a rift between the two capitals true?",
                Disputed,
            ),
            (
                "Neither the guild nor the port could be held responsible for the deficit.",
                "Could the guild or the port be held responsible for the deficit?",
                Unresolved,
            ),
        ] {
            check(text, expected, basis);
        }
        for (text, expected) in [
            (
                "The polls have raised the possibility Ann Lee will call an election in spring.",
                "Will Ann Lee call an election in spring?",
            ),
            (
                "The chances of a pact with the miners are slim.",
                "Will there be a pact with the miners?",
            ),
            ("Ann Lee left open whether she would run for mayor.", "Will Ann Lee run for mayor?"),
            (
                "The company may be unable to honour contracts for wool.",
                "Will the company honour contracts for wool?",
            ),
        ] {
            check(text, expected, Unresolved);
        }
        for text in [
            "Ann Lee did not expect to see a friend.",
            "The date is not known, but it may be before the budget passes the senate.",
            "The town has a planned economy of great weight.",
            "The king praised the election of Ann Lee as mayor.",
        ] {
            assert_eq!(questions(text), [], "{text}");
        }
    }

    #[test]
    fn whom_one_blames_or_presses_is_who_acts() {
        check(
            "The guild has put the port under pressure to lower the toll.",
            "Will the port lower the toll?",
            Basis::Unresolved,
        );
        check(
            "Ostland urged Westland to change its rules on trade.",
            "Will Westland change its rules on trade?",
            Basis::Unresolved,
        );
        check(
            "Ostland criticised Westland for failing to use its surplus to help the poor towns.",
            "Did Westland fail to use its surplus to help the poor towns?",
            Basis::Disputed,
        );
    }

    #[test]
    fn what_is_recommended_stays() {
        check(
            "Ann Lee said she may recommend to the Red House that the old miners of the valley be given benefits to help them \
             buy more boats and cut the use of foreign wool in the towns.",
            "Will Ann Lee recommend to the Red House that the old miners of the valley be given benefits?",
            Basis::Unresolved,
        );
        for text in [
            "Ann Lee said the town had not even begun the talks.",
            "Ann Lee said she did not favour banning nets.",
        ] {
            assert_eq!(questions(text), [], "{text}");
        }
    }

    #[test]
    fn from_what_one_is_kept_stays_in_a_long_question() {
        let found = questions(
            "The ministry said the change would not be strong enough to keep the bank from cutting its rates further if trade \
             in the northern and southern towns shows weakness.",
        );
        let whole =
            "Will the change be strong enough to keep the bank from cutting its rates further?";
        assert!(found.iter().any(|question| question.text == whole), "{found:?}");
    }

    #[test]
    fn a_person_is_no_it_and_one_person_is_not_they() {
        for text in ["Ann Lee will handle them.", "Ann Lee said she would release it."] {
            assert_eq!(questions(text), [], "{text}");
        }
    }

    #[test]
    fn a_rule_and_what_is_over_are_not_open() {
        for text in [
            "Pupils can only enter the school if they're travelling with parents.",
            "Ana Lee was frustrated by her inability to find work in the port.",
            "Voters blame Ana Lee for her failure to repair the bridge.",
            "Ana Lee and Tom Hall spoke. They get to choose who interviews the mayor.",
            "Ana Lee had previously pledged to sell the port.",
            "If he does a good job and frankly if he does a great job, that would be fine, Ana Lee said of Tom Hall.",
            "The restrictive laws guaranteed that the miners would not be facing gunfire.",
            "In an attempt to win the vote, Ana Lee is visiting the schools.",
            "The sign quotes the saints: \"If the king is for us, who can be against us?\"",
        ] {
            assert_eq!(questions(text), [], "{text}");
        }
    }

    #[test]
    fn some_of_a_party_are_not_the_party() {
        let text = "Tom Hall left the Democratic Party. He added that some Democrats have called him to say they will not vote \
                    for Anna Lee.";
        assert_eq!(questions(text), []);
    }

    #[test]
    fn how_many_of_them_is_asked_as_one() {
        check(
            "It is unclear how many of the workers have left the port.",
            "How many of the workers have left the port?",
            Basis::Unresolved,
        );
    }

    #[test]
    fn who_needs_an_approval_is_not_approved() {
        let text = "The Seamen's Union needs the approval of the court to publish the report.";
        assert!(questions(text).iter().all(|question| !question.text.contains("approve")));
    }

    /// No question of the text holds `part`.
    fn check_unasked(text: &str, part: &str) {
        let found = questions(text);
        assert!(found.iter().all(|question| !question.text.contains(part)), "{found:?}");
    }

    #[test]
    fn whether_somebody_is_right_is_asked_of_now() {
        let text = "If Ana Lee is wrong, Tom Hall may simply have slipped. The file is old.";
        let found = questions(text);
        assert!(found.iter().any(|question| question.text == "Is Ana Lee wrong?"), "{found:?}");
    }

    #[test]
    fn who_inquires_is_not_what_was_taken() {
        check_unasked(
            "The board found that four bolts were missing. Investigators still do not know who removed them.",
            "investigators",
        );
    }

    #[test]
    fn what_is_planned_is_an_event_or_a_text_and_nobody() {
        check_unasked("The mayor spoke of a scheduled speaker for the fair in Selm.", "speaker");
        check(
            "The town is still talking about proposed rules for boats on the lake.",
            "Will the proposed rules for boats on the lake be adopted?",
            Basis::Scheduled,
        );
        check_unasked("The bank has one of the boldest plans to sell wool in Norland.", "boldest");
        check_unasked(
            "The guild offered to pay part of the town's interest bill in wool.",
            "bill in wool pass",
        );
    }

    #[test]
    fn what_is_over_brings_nothing_more() {
        check_unasked(
            "The guild has won eight contests, including the primary in Norland.",
            "primary in Norland",
        );
        check_unasked(
            "The cause of the crash was a loose bolt, said the clerk who investigated it.",
            "What is the cause",
        );
        check_unasked(
            "The talks between the guild and the port failed to settle the dispute.",
            "Will the talks",
        );
        check_unasked("She says that the guild wanted to sell the mill.", "sell the mill");
        check_unasked("Last month the bank encouraged the farmers to sell their land.", "land");
    }

    #[test]
    fn a_row_is_about_what_it_names() {
        check_unasked("There is uncertainty over the date.", "the date");
        check_unasked("The row is heading for a debate on the senate floor.", "floor");
        check_unasked("Any details of the plan will be sent to the port.", "What are the details");
        check_unasked("No changes are likely before May.", "no changes");
    }

    #[test]
    fn only_those_who_have_a_chance_take_it() {
        check_unasked("The port is no longer under pressure to sell the boats.", "boats");
        check_unasked("Fishing gives the town a chance to pay for the bridge.", "Will fishing");
    }

    #[test]
    fn what_one_has_not_left_undone_is_done() {
        check_unasked("The mayor has not ignored the farmers.", "farmers");
        check_unasked("The toll has not made the port less dear to the farmers.", "dear");
    }

    #[test]
    fn what_should_be_ready_will_be_or_not() {
        check(
            "The bridge should be ready by May.",
            "Will the bridge be ready by May?",
            Basis::Unresolved,
        );
    }

    #[test]
    fn why_it_will_be_so_is_not_asked() {
        check(
            "The mayor said the toll would be fair because the roads are bad.",
            "Will the toll be fair?",
            Basis::Unresolved,
        );
        check(
            "The treaty has yet to be signed due in part to the fog at the port.",
            "Will the treaty be signed?",
            Basis::Unresolved,
        );
    }

    #[test]
    fn no_choice_but_one_stays_in_the_question() {
        check(
            "The new toll will leave the farmers no choice but to sell their land.",
            "Will the new toll leave the farmers no choice but to sell their land?",
            Basis::Unresolved,
        );
    }

    #[test]
    fn a_noun_parted_from_its_verb_is_left_behind() {
        check(
            "The council said the rent would be frozen and wages of the guards, including the captain, would be cut.",
            "Will the rent be frozen?",
            Basis::Unresolved,
        );
    }

    #[test]
    fn who_leaves_a_decision_to_others_does_not_take_it() {
        check_unasked(
            "The minister left the decision on whether to sell wool to Norland up to the senate.",
            "Will the minister sell",
        );
    }

    #[test]
    fn what_is_looked_into_or_a_mystery_is_asked() {
        check(
            "Police are looking into what caused the blast at the mill in Selm.",
            "What caused the blast at the mill in Selm?",
            Basis::Unresolved,
        );
        check(
            "Who ordered the attack on the mill remains a mystery.",
            "Who ordered the attack on the mill?",
            Basis::Unresolved,
        );
    }

    #[test]
    fn what_one_did_or_does_as_a_rule_is_no_aim() {
        check_unasked("The seamen had to fight hard to keep the port.", "keep the port");
        check_unasked("The guild should be able to keep the mill in the valley.", "Will the guild");
        check_unasked("In 1994 the mayor asked the guild to sell the mill.", "sell the mill");
        check_unasked("The guards have worked all night to mend the bridge in Selm.", "bridge");
        check_unasked(
            "As if the clerk has not been named yet, the paper says that he is a fraud.",
            "be named",
        );
    }

    #[test]
    fn who_tells_of_others_does_not_do_it() {
        check_unasked(
            "The mayor said the plan to sell the mill would fail. Sources said they are expected to sell the boats.",
            "Will the sources",
        );
        check_unasked(
            "Under great pressure to leave the valley, the mayor has called for a truce.",
            "pressure leave",
        );
    }

    #[test]
    fn an_aside_without_its_second_comma_goes() {
        check(
            "The guild oppose the planned purchase of the mill from its owner, a bank in Selm, and will vote on it.",
            "Will the planned purchase of the mill from its owner go ahead?",
            Basis::Scheduled,
        );
        check(
            "The mayor said the toll would hurt Ann Lee, 45.",
            "Will the toll hurt Ann Lee?",
            Basis::Unresolved,
        );
        check(
            "The banks called for raids using boats, according to the guards.",
            "Will there be raids using boats?",
            Basis::Unresolved,
        );
    }

    #[test]
    fn what_is_done_again_and_again_or_stopped_is_not_open() {
        check_unasked("Each week the clerk asks the guild to rank the mills.", "rank");
        check_unasked(
            "The mayor will spend the year stopping a lot of port-backed legislation from becoming law.",
            "law pass",
        );
        check_unasked("There are no due dates for returns of wool.", "What is the date");
    }

    #[test]
    fn the_chance_of_another_is_not_ones_own() {
        check_unasked(
            "The envoys said they saw no signs of any intention to sell the boats.",
            "Will the envoys",
        );
    }

    #[test]
    fn half_of_a_word_or_of_a_clause_is_not_asked() {
        check_unasked(
            "The mayor accused the clerk of being idle in the years-long effort for reform.",
            "idle in the years",
        );
        check_unasked(
            "The Norland about-face in the valley could be a sign of the end of the war.",
            "Norland face",
        );
        check_unasked(
            "It is also one that the towns, of necessity, may eventually embrace.",
            "embrace",
        );
        check_unasked("The filings due Sunday are expected to show.", "show");
        check_unasked(
            "Norland plans to make the Tarn Shoal, a rock that its boats took from Selm four years ago, into \
             a fort.",
            "make the Tarn",
        );
        check_unasked("Lee criticised Ruiz for accusing the guild.", "accuse the guild");
        check_unasked(
            "If the mayor goes forward and loses, it is the end of the guild.",
            "forward",
        );
        check_unasked(
            "The guild is willing to sell the mill, but never to leave the port.",
            "mill",
        );
        check_unasked(
            "The vote was a choice between the threat of a strike and the threat of a fine.",
            "a strike",
        );
        check_unasked("The guild had been preparing for the merger for months.", "for months");
    }

    #[test]
    fn a_number_without_a_noun_or_an_owner_of_an_owner_is_not_asked_about() {
        check_unasked("The guild has sued two for selling the boats.", "two");
        check_unasked("Lee's aides say their party will win the vote.", "aides’ party");
        check_unasked("Very little of the toll will last, the mayor said.", "very little");
        check_unasked(
            "The bank on the local market is old. The bank may further cut its fees.",
            "local market",
        );
    }

    #[test]
    fn what_was_tried_weighed_or_proposed_then_is_over() {
        check_unasked("The firemen have been able to put out the fire in three towns.", "fire");
        check_unasked(
            "After returning to the port yesterday morning, the boats looked to be safe.",
            "yesterday",
        );
        check_unasked("While the bank tried to save the mill, the town burned.", "save the mill");
        check_unasked(
            "The mayor would come to the fair in the past when he was young, the clerk said.",
            "in the past",
        );
        check_unasked("The mayor used to believe that the toll would ruin the port.", "ruin");
        check_unasked("Many thought after 2012 that the guild would win.", "win");
        check_unasked(
            "If there had not been a truce, the port would be at war now, Lee said.",
            "at war",
        );
        check_unasked("Perhaps the mayor has not paid the guild.", "pay the guild");
        check_unasked("When the guild struck, the mayor pressed it to stop.", "stop");
        check_unasked(
            "At one point the guards considered using water to clear the hall.",
            "use water",
        );
        check_unasked(
            "The mayor had proposed selling the mill, but the council refused.",
            "sell the mill",
        );
        check_unasked("The governor announced that the state would not sue the bank.", "sue");
        check_unasked("Without the toll, the port would be in trouble, he said.", "in trouble");
        check_unasked("He said that he is sorry for a guard being able to flee abroad.", "flee");
    }

    #[test]
    fn advice_a_saying_and_what_sorts_people_ask_nothing() {
        check_unasked("Hall may want to check his boats.", "check");
        check_unasked("Hard times call for hard measures, the mayor said.", "measures");
        check_unasked("Respondents were asked to pick the best mayor.", "pick");
        check_unasked("The leaders who are willing to sell the mill are few.", "sell the mill");
        check_unasked(
            "The firm faces a long list of all the claims that could be made against the bank.",
            "claims",
        );
        check_unasked(
            "The envoy said some agencies are not necessarily expected to find every record.",
            "record",
        );
        check_unasked("The bank seems to think otherwise.", "otherwise");
        check_unasked("Supporters of Ana Lee who seem to be backing Ruiz met.", "Lee backing");
        check_unasked("A voter asked if she might appoint Bruno Ruiz.", "a voter appoint");
        check_unasked("The question is not so much whether the mill will survive.", "survive");
        check_unasked("Without having to worry about who won the race, the guests ate.", "race");
        check_unasked("If you want to understand how the game is played, ask Lee.", "game");
    }

    #[test]
    fn an_attempt_that_another_calls_so_or_anybody_makes_is_not_asked_about() {
        check_unasked("Lee accused him of lying in an attempt to win the race.", "attempt");
        check_unasked("She supports a free port and efforts to drive down the toll.", "efforts");
        check_unasked("The guild saw the change as an attempt to win the vote.", "attempt");
        check_unasked("They want to make the vote a battle about trust.", "battle");
        check_unasked("The plan has not succeeded to date, the mayor said.", "to date");
        check_unasked("The toll comes as the council cites a 2012 inquiry into the fire.", "2012");
        check_unasked("She is going to Selm for similar talks with the guild.", "similar");
    }

    #[test]
    fn what_may_be_going_on_or_should_suffice_has_its_tense() {
        check(
            "The camp spends more than it earns and may even be hiding its losses.",
            "Is the camp hiding its losses?",
            Basis::Unresolved,
        );
        check(
            "The stocks of grain should be adequate this year.",
            "Will the stocks of grain be adequate this year?",
            Basis::Scheduled,
        );
        check(
            "It is unclear how much demand will pick up if the toll falls.",
            "How much will demand pick up if the toll falls?",
            Basis::Unresolved,
        );
        check(
            "The big question is whether the guild stays in the pact.",
            "Will the guild stay in the pact?",
            Basis::Unresolved,
        );
        check(
            "Ruiz and other miners were charged with offering false testimony and obstructing trade during a \
             strike.",
            "Did Ruiz and other miners offer false testimony and obstruct trade during a strike?",
            Basis::Disputed,
        );
        check(
            "No action has been taken against the mills, he said.",
            "Will any action be taken against the mills?",
            Basis::Unresolved,
        );
        check(
            "The toll will almost certainly fall, she said.",
            "Will the toll fall?",
            Basis::Unresolved,
        );
        check(
            "Many Norlanders want to leave the pact.",
            "Will many Norlanders leave the pact?",
            Basis::Unresolved,
        );
        check(
            "The clerk is likely to stress that the toll would hurt the town.",
            "Will the toll hurt the town?",
            Basis::Unresolved,
        );
        check(
            "The bank may wage a long campaign against it.",
            "Will the bank wage a long campaign?",
            Basis::Unresolved,
        );
    }

    #[test]
    fn a_question_ends_before_its_teller_and_keeps_its_hyphens_and_numbers() {
        check(
            "The clerk said that the path to victory would be a months-long grind.",
            "Will the path to victory be a months-long grind?",
            Basis::Scheduled,
        );
        check_unasked(
            "The boats are expected to have uses in science and trade, in fishing and defence and extend \
             into other areas such as medical sciences, Ana Lee, senior director of trade said.",
            "Ana Lee",
        );
        check(
            "Ruiz denied that some of the boats had been sold.",
            "Were some of the boats sold?",
            Basis::Disputed,
        );
        check_unasked("Two billion would be good news for the bank, he said.", "two billion");
        check_unasked(
            "With his harsh tone, his proposed ban on foreign boats and his seeming calm, Ruiz is painting \
             the guild into a corner.",
            "calm",
        );
    }

    #[test]
    fn what_stands_outside_or_is_any_of_a_kind_is_not_asked_about() {
        check_unasked(
            "It is that war that many clerks blame for breaking the peace of the valley.",
            "clerks break",
        );
        check_unasked("The bank thinks that this type of growth will last for years.", "growth");
        check_unasked(
            "\"That's not to say that other mayors weren't devoted to the port,\" she said.",
            "devoted",
        );
        check_unasked("They are not worried about whether a voter is rich or poor.", "a voter");
        check_unasked(
            "It hopes contracts on boats expiring soon will be renewed before they would invest in the port.",
            "invest",
        );
        check_unasked(
            "The people who paid for a house and can't sell it, can they file a class action lawsuit \
             against the bank that promised a loan?",
            "lawsuit",
        );
    }

    #[test]
    fn what_is_felt_open_at_its_end_or_can_be_now_is_not_asked_about() {
        check_unasked("The bank must be worried about the toll, he said.", "worried");
        check_unasked("The guild is able to invite more guests to the fair.", "guests");
        check_unasked("The guild fights the port's attempt to hold the Tarn Bank <TB.", "<TB");
        check_unasked(
            "The guild favours those who put in the time and the effort to learn the trade.",
            "effort",
        );
        check(
            "A delegation to the towns should result in more trade this year, Lee said.",
            "Will a delegation to the towns result in more trade this year?",
            Basis::Scheduled,
        );
    }

    #[test]
    fn what_one_waits_to_see_or_others_decide_is_to_come() {
        for (text, expected) in [
            ("The guild waits to see how the talks go.", "How will the talks go?"),
            ("A vote in May will help determine who leads the port.", "Who will lead the port?"),
            (
                "The mayor asked if the council did not need to meet.",
                "Did the council need to meet?",
            ),
            (
                "The question is whether the toll may have made the port poor.",
                "Did the toll make the port poor?",
            ),
            ("Many more tunnels may exist.", "Do many more tunnels exist?"),
            (
                "It may be hard to reach a deal on the port.",
                "Will it be hard to reach a deal on the port?",
            ),
            (
                "The banks may meet envoys here later this week.",
                "Will the banks meet envoys later this week?",
            ),
            (
                "Ann Lee is arguing that a judge can’t be relied on to do his job because of his past.",
                "Can a judge be relied on to do his job?",
            ),
            (
                "No date has been set for the talks in Selm.",
                "Will a date be set for the talks in Selm?",
            ),
            (
                "The ministry refused to rule out raids if Norland went ahead with its tolls in May.",
                "Will there be raids?",
            ),
        ] {
            assert_eq!(
                questions(text).first().map(|it| it.text.as_str()),
                Some(expected),
                "{text}"
            );
        }
    }

    #[test]
    fn what_is_seen_decided_or_of_nobody_named_is_not_asked() {
        for text in [
            "Voters are divided on whether to sell the mill.",
            "It is not clear what Ann Lee meant.",
            "We have seen that the dam has failed.",
            "The duke slammed the mayor for praising the guild.",
            "No decision has been made.",
            "The duke has not held any large fairs of late.",
            "The towns matter in Norland's elections, the clerk said. Norland's elections are near.",
            "Ann Lee will be there for years.",
            "“How do we win the race?” Ann Lee asked.",
            "Why should the town pay for the bridge?",
            "The guild must prepare to face harder times.",
            "She called the rich “fat cats” and proposed raising taxes on wool.",
            "If the guild names anybody able they would win.",
            "The ferry was intended to save the port from ruin.",
            "The bank said it tried to save the mill.",
            "The mayor never imagined that the toll would ruin the port.",
            "The player hit out at the press for wanting to ask Ann Roe about the race.",
            "The clerk saw it as a sign that the mayor liked the plan.",
            "It looked as if the mill might burn.",
            "Ann Lee says she would be honored to serve the town.",
            "The guild hired a clerk to try to save the mill.",
            "The clerk asked about the proposed refinancing details of the port.",
            "The crew read Norland's initial proposal to halve the toll.",
            "The clerk said the rate is high, if the toll is to be cut.",
            "The mayor lamented that the guards would have been punished.",
            "“Those are the rows that we will fight for to get on the list, whether I am the mayor or whether Clerk Ann Lee \
             is the mayor,” the duke said.",
            "A win there could help the mayor.",
            "The guards watch the count in a vote that is regarded as a test if the port is to grow.",
            "If the guild names anybody halfway able they would win.",
            "The clerk asked about the bid to buy the mill last year.",
            "The bank's board announced that it was beginning to consider who would be its next president.",
        ] {
            assert_eq!(questions(text), [], "{text}");
        }
    }

    #[test]
    fn whom_a_pronoun_means_is_told_by_the_words_around_it() {
        check_unasked("Ann Lee called Ida Roe and urged her to take the post.", "Ann Lee take");
        check_unasked("Ann Moe recommended that she resign. Moe is tired.", "Ann Moe resign");
        check(
            "Tom Moss tried to press Dan Field on whether he would sell the mill.",
            "Will Dan Field sell the mill?",
            Basis::Unresolved,
        );
        check(
            "Dan Moe leads the port. Moe is not bowing to the singer Tom Roe, who has threatened to stay away from \
             the fair unless he is paid.",
            "Will the singer Tom Roe stay away from the fair unless he is paid?",
            Basis::Unresolved,
        );
        check(
            "The poll makes clear the row ahead for Tom Lee and Ida Roe if they win the race.",
            "Will Tom Lee and Ida Roe win the race?",
            Basis::Conditional,
        );
        check(
            "Tom Moss met the mayor on Monday. The former baker may sell the mill. Moss, a former baker, left.",
            "Will Tom Moss sell the mill?",
            Basis::Unresolved,
        );
    }

    #[test]
    fn who_is_silent_may_be_neither_of_two_or_the_last_named() {
        check(
            "Neither side has said when the talks will resume.",
            "When will the talks resume?",
            Basis::Unresolved,
        );
        check(
            "The plan was put to the miners, who have yet to say whether they will cover the cost.",
            "Will the miners cover the cost?",
            Basis::Unresolved,
        );
        check(
            "No date has been set for the talks to resume.",
            "When will the talks resume?",
            Basis::Unresolved,
        );
        for text in [
            "Neither side has said how many of its own officers will come.",
            "The mayor should then do two things.",
            "Ann Lee's office declined to say whether Lee was considering such a step.",
        ] {
            assert_eq!(questions(text), [], "{text}");
        }
    }

    #[test]
    fn what_is_not_confirmed_is_asked_itself() {
        check(
            "The guild has not confirmed that it will join the talks.",
            "Will the guild join the talks?",
            Basis::Unresolved,
        );
    }
}
