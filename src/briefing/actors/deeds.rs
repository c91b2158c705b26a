//! What an actor does in the article, for one whom nothing says to be this or that: the predicate of the clause
//! that tells most, cut to its core.

use super::cut;
use super::doing;
use super::done;
use super::pronouns::Pronouns;
use super::roles::Role;
use super::standing;
use super::told::{self, Word};
use super::worth::score;
use crate::language::coref::{Chain, Form, words};
use crate::language::{Analysis, Deprel, NameKind, Upos};

/// One clause in which the actor does something.
pub(super) struct Deed {
    pub(super) verb: usize,
    /// The token of the actor's mention.
    pub(super) subject: usize,
    /// Of `the plan was written by Ostland`, the plan.
    pub(super) object: Option<usize>,
    /// Of `Ostland's decision to leave`, what stands for the noun: `decided to`.
    pub(super) told: Option<&'static str>,
    pub(super) word: Word,
    score: f32,
}

/// A deed that tells so much less stands behind one of few words.
const MOST_BELOW: f32 = 0.8;

/// Which deeds will do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wanted {
    Any,
    /// Where there is no other: what somebody says or asks for.
    Said,
    /// Where there is none at all: what another says that somebody does.
    Reported,
    /// A short one that lasts longer than a day.
    Plain,
    /// One that is told right behind the name: `Ana Ruiz, who is leading the talks,`.
    Relative,
}

/// The deed that tells most of the one of `chain`, with the place that tells it.
pub(super) fn choose(pronouns: &Pronouns<'_>, chain: &Chain, wanted: Wanted) -> Option<Role> {
    let analysis = pronouns.analysis;
    let mut deeds = all(pronouns, chain, wanted == Wanted::Said);
    deeds.retain(|deed| match (wanted, deed.word) {
        (Wanted::Reported, word) => word != Word::Plain,
        (_, Word::Of(_)) => false,
        (Wanted::Any | Wanted::Said, _) => true,
        (Wanted::Plain, _) => deed.score > -2.0 && standing::lasts(pronouns, deed.verb),
        (Wanted::Relative, _) => {
            analysis.deprel(deed.verb) == Deprel::AclRelcl && standing::lasts(pronouns, deed.verb)
        }
    });
    deeds.sort_by(|left, right| right.score.total_cmp(&left.score));
    let tell = |deed: &Deed| {
        let mut role = doing::tell(pronouns, chain, deed, wanted)?;
        if let Word::Of(who) = deed.word {
            role.text.push_str(&told::according_to(pronouns, who)?);
            let name = pronouns.analysis.range(who);
            role.evidence = role.evidence.into_iter().map(|range| range.cover(name)).collect();
        }
        Some(role)
    };
    // "got a taste", "took several questions": two or three words tell less than what else is told.
    let mut told = deeds.iter().filter_map(|deed| Some((deed, tell(deed)?)));
    let (first, role) = told.next()?;
    let thin = |deed: &Deed, role: &Role| {
        let lemma = analysis.lemma(deed.verb);
        role.text.split(' ').count() < 4
            && !role.text.contains(char::is_uppercase)
            && !standing::is_standing(lemma)
            && !standing::is_stance(lemma)
    };
    if !thin(first, &role) {
        return Some(role);
    }
    let more = told
        .take_while(|(deed, _)| deed.score > first.score - MOST_BELOW)
        .find(|(deed, role)| !thin(deed, role));
    Some(more.map_or(role, |(_, more)| more))
}

/// What the people of a body do: `whose sailors stormed the port`, of `The Harbour Union sailors stormed the port`.
pub(super) fn of_members(pronouns: &Pronouns<'_>, chain: &Chain) -> Option<Role> {
    let analysis = pronouns.analysis;
    let mentions = chain.mentions.iter().map(|&idx| &analysis.chains.mentions[idx]);
    let mut deeds: Vec<Deed> = mentions
        .filter(|mention| mention.form == Form::Name)
        .filter_map(|mention| {
            let tied = match analysis.deprel(mention.head) {
                Deprel::NmodPoss | Deprel::Compound | Deprel::Amod => true,
                Deprel::Nmod => {
                    let case = analysis.child_as(mention.head, Deprel::Case);
                    case.is_some_and(|case| analysis.word(pronouns.document, case) == "of")
                }
                _ => false,
            };
            let subject = analysis.head(mention.head).filter(|&noun| {
                tied && analysis.xpos(noun) == "NNS" && words::is_person(analysis.lemma(noun))
            })?;
            let verb = acts(analysis, subject).filter(|&verb| {
                let will = analysis
                    .children_as(verb, Deprel::Aux)
                    .any(|aux| analysis.word(pronouns.document, aux) == "will");
                (matches!(analysis.xpos(verb), "VBD" | "VBN" | "VBP") || will)
                    && analysis.deprel(subject) != Deprel::Conj
                    && analysis.child_as(verb, Deprel::AuxPass).is_none()
            })?;
            let (word, score) = score(pronouns, chain, verb, false)?;
            let found = Deed { verb, subject, object: None, told: None, word, score };
            (word == Word::Plain).then_some(found)
        })
        .collect();
    deeds.sort_by(|left, right| right.score.total_cmp(&left.score));
    deeds.iter().find_map(|deed| {
        let mut role = doing::tell(pronouns, chain, deed, Wanted::Any)?;
        let who = analysis.word(pronouns.document, deed.subject);
        // The sailors `storm` what the union `storms`.
        if analysis.xpos(deed.verb) == "VBP"
            && let Some((_, rest)) = role.text.split_once(' ')
        {
            let verb = analysis.word(pronouns.document, deed.verb);
            role.text = format!("{verb} {rest}");
        }
        role.text = format!("whose {who} {}", role.text);
        Some(role)
    })
}

fn all(pronouns: &Pronouns<'_>, chain: &Chain, said: bool) -> Vec<Deed> {
    let analysis = pronouns.analysis;
    let mut found = Vec::new();
    for mention in chain.mentions.iter().map(|&idx| &analysis.chains.mentions[idx]) {
        // "TOWN (Acme News) — The king has left": the agency has not.
        if analysis.tokens.len() > mention.tokens.end
            && analysis.word(pronouns.document, mention.tokens.end) == ")"
        {
            continue;
        }
        // "I thank the gentleman": what a speaker does by speaking.
        if mention.form == Form::Pronoun
            && matches!(
                analysis.word(pronouns.document, mention.head).to_lowercase().as_str(),
                "i" | "we"
            )
        {
            continue;
        }
        let subject = mention.head;
        if let Some((verb, told)) = standing::meant(pronouns, subject)
            && let Some((word, score)) = score(pronouns, chain, verb, said)
        {
            let told = Some(told);
            found.push(Deed { verb, subject, object: None, told, word, score: score + 0.4 });
        }
        let mut verbs = Vec::new();
        if let Some(verb) = acts(analysis, subject) {
            verbs.push(verb);
            let more = analysis.children_as(verb, Deprel::Conj);
            // "Ruiz says it is raining and will snow": what she says goes on.
            let goes_on = |other: usize| {
                let modal = |verb: usize| {
                    analysis.children_as(verb, Deprel::Aux).any(|aux| analysis.xpos(aux) == "MD")
                };
                analysis.child_as(verb, Deprel::Ccomp).is_some_and(|said| said < other)
                    && modal(other)
                    && !modal(verb)
            };
            verbs
                .extend(more.filter(|&other| analysis.subject(other).is_none() && !goes_on(other)));
        }
        let person = chain.kind == Some(NameKind::Person);
        verbs.extend(relative(pronouns, subject, Some(mention.tokens.end).filter(|_| person)));
        // `a chance for students to vote`: nobody says that they have.
        verbs
            .retain(|&verb| !(analysis.xpos(verb) == "VB" && analysis.deprel(verb) == Deprel::Acl));
        // `the mayor spoke in Ostland, taking questions`: outside headings who does it may be another.
        verbs.retain(|&verb| {
            analysis.xpos(verb) != "VBG"
                || analysis.child_as(verb, Deprel::Aux).is_some()
                || doing::heads(pronouns, verb)
        });
        verbs.extend(done::suffers(pronouns, subject));
        for verb in verbs {
            if let Some((word, score)) = score(pronouns, chain, verb, said) {
                // `slammed by Ostland` tells less than `slammed for the delay`.
                let suffers = analysis.deprel(subject) == Deprel::Obj;
                let touched = suffers && done::is_touching(analysis.lemma(verb));
                let bare = suffers
                    && !analysis.children(verb).any(|child| cut::is_charge(pronouns, child));
                let score = if bare || touched { score - 1.0 } else { score };
                // `visited by Ostland` says least of all.
                let score = if touched { score - 1.0 } else { score };
                found.push(Deed { verb, subject, object: None, told: None, word, score });
            }
        }
        if let Some((verb, object)) = done::agent(pronouns, subject)
            && let Some((word, score)) = score(pronouns, chain, verb, said)
        {
            found.push(Deed {
                verb,
                subject,
                object: Some(object),
                told: None,
                word,
                score: score - 0.5,
            });
        }
    }
    found
}

/// The predicate whose subject a token is, alone or beside others.
pub(super) fn acts(analysis: &Analysis, token: usize) -> Option<usize> {
    let mut at = token;
    while analysis.deprel(at) == Deprel::Conj {
        at = analysis.head(at)?;
    }
    matches!(analysis.deprel(at), Deprel::Nsubj | Deprel::NsubjPass)
        .then(|| analysis.head(at))
        .flatten()
}

/// `the Lindqvists, who own the mill`; `end` is behind the name of a person.
fn relative(pronouns: &Pronouns<'_>, token: usize, end: Option<usize>) -> Option<usize> {
    let analysis = pronouns.analysis;
    let word = |token: usize| analysis.word(pronouns.document, token).to_lowercase();
    let is_who = |who: usize| {
        let apart = who.checked_sub(1).map(|before| analysis.word(pronouns.document, before));
        matches!(word(who).as_str(), "who" | "which") && apart == Some(",")
    };
    let own = analysis
        .child_as(token, Deprel::AclRelcl)
        .filter(|&verb| analysis.subject(verb).is_some_and(is_who));
    // `the support of Ana Ruiz, who chairs the council`: a parser may tie the clause to what stands further left.
    let beside = || {
        let who = end? + 1;
        let next = who < analysis.tokens.len()
            && analysis.sentence_of(who) == analysis.sentence_of(token)
            && is_who(who)
            && word(who) == "who"
            && analysis.deprel(who).is_subject();
        let verb = analysis.head(who).filter(|&verb| next && verb > who)?;
        let above = analysis.head(verb).filter(|_| analysis.deprel(verb) == Deprel::AclRelcl)?;
        // `members of the choir, who sing`.
        let others = analysis.upos(above) == Upos::Noun
            && (analysis.xpos(above) == "NNS" || words::is_person(analysis.lemma(above)));
        (!others).then_some(verb)
    };
    own.or_else(beside)
}

#[cfg(test)]
mod tests {
    use crate::briefing::actors::testing::check_role as check;

    #[test]
    fn what_for_stays_with_a_deed() {
        check(
            "The Harbour Council used its hall to feed the crews. It met in Oslo.",
            "Harbour Council",
            "used its hall to feed the crews",
        );
    }

    #[test]
    fn two_words_tell_less_than_more() {
        let text = "The Harbour Council shut a gate. The mayor smiled. The Harbour Council raised the toll on ships \
                    from the north. Ships waited. It was late. Nobody spoke. A bird sang. Snow fell.";
        check(text, "Harbour Council", "raised the toll on ships from the north");
    }

    #[test]
    fn beside_an_office_stands_only_what_lasts() {
        let text = "Senator Anna Okafor slammed the toll on Monday. Okafor smiled.";
        check(text, "Anna Okafor", "Senator");
        let text = "Senator Anna Okafor endorsed Paul Reyes on Monday. Okafor smiled.";
        check(text, "Anna Okafor", "Senator; endorsed Paul Reyes");
    }

    #[test]
    fn what_goes_on_is_no_past() {
        let text = "Anna Okafor, who has lived on the quay for years, smiled. Okafor left.";
        check(text, "Anna Okafor", "has lived on the quay");
    }

    #[test]
    fn what_was_nearly_or_allegedly_done_was_not() {
        for text in [
            "The mayor was late. Anna Okafor almost lost her seat. Okafor smiled.",
            "The mayor was late. Anna Okafor allegedly robbed the fund. Okafor smiled.",
            "The mayor was late. The clerk asked about it, and Anna Okafor said she did not. Okafor smiled.",
            "Anna Okafor is no longer the head of the fund. Okafor smiled.",
            "The mayor wants the plan to be rejected by Anna Okafor. Okafor smiled.",
        ] {
            check(text, "Anna Okafor", None::<&str>);
        }
    }

    #[test]
    fn who_does_not_answer_does_nothing() {
        check(
            "The Harbour Council did not return a call on Monday. The Harbour Council will meet in Oslo.",
            "Harbour Council",
            Some("will meet in Oslo"),
        );
        check(
            "The Harbour Council declined to comment on the report. It was late. The Harbour Council is in Oslo.",
            "Harbour Council",
            None,
        );
    }

    #[test]
    fn who_is_to_act_is_told() {
        let text = "The Harbour Council has called for pilots to be better trained on the risks of fog. It met.";
        check(
            text,
            "Harbour Council",
            "called for pilots to be better trained on the risks of fog",
        );
        let text = "The Harbour Council admitted planning the June 4 blockade of the quay. It met in Oslo.";
        check(text, "Harbour Council", "admitted planning the June 4 blockade of the quay");
    }

    #[test]
    fn who_comes_next_does_nothing() {
        check("Anna Okafor won the vote, followed by Paul Reyes.", "Paul Reyes", None::<&str>);
        let text = "The mayor was late. Anna Okafor, goaded by Paul Reyes, left Oslo.";
        check(text, "Paul Reyes", "goaded Okafor");
    }

    #[test]
    fn whose_people_act_is_told_by_them() {
        check(
            "The harbour was full. Harbour Union sailors stormed the port on Monday. Ships left.",
            "Harbour Union",
            "whose sailors stormed the port",
        );
        check(
            "The harbour was full. Harbour Union sailors oppose the new toll. Ships left.",
            "Harbour Union",
            "whose sailors oppose the new toll",
        );
    }

    #[test]
    fn whom_somebody_told_is_no_part_of_what_he_said() {
        check(
            "Anna Okafor told Radio Bergen that the port was full.",
            "Anna Okafor",
            "said that the port was full",
        );
    }

    #[test]
    fn the_first_of_several_is_enough_where_all_are_a_story() {
        check(
            "Norway is a leading exporter of copper, iron ore, tin, salted fish, timber and cheap semiconductors and a \
             major producer of oil.",
            "Norway",
            "leading exporter of copper",
        );
    }
}
