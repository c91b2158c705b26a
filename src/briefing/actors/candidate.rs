//! Who runs for an office, where the text tells it only by what he does for it: `her presidential campaign`, `is running
//! for mayor`, `the Ruiz campaign`. Nobody is called a candidate by a text that has no such word.

use super::done;
use super::pronouns::Pronouns;
use super::roles::Role;
use super::told;
use crate::language::coref::{Chain, Form, words};
use crate::language::{Analysis, Deprel, NameKind, Upos};

/// The office that somebody runs for now, in the words of the text: `presidential candidate`.
pub(super) fn of(pronouns: &Pronouns<'_>, chain: &Chain) -> Option<Role> {
    let analysis = pronouns.analysis;
    let mentions = chain.mentions.iter().map(|&idx| &analysis.chains.mentions[idx]);
    let person = chain.kind == Some(NameKind::Person) && has_candidates(analysis);
    mentions.filter(|_| person).find_map(|mention| {
        let own = (mention.form == Form::Name).then_some(mention.tokens.end);
        let noun = campaign(pronouns, mention.head, own);
        let told = noun.and_then(|noun| {
            Some((office_of(pronouns, noun).or_else(|| office_behind(pronouns, noun))?, noun))
        });
        let (office, at) = told.or_else(|| running(pronouns, chain, mention.head))?;
        let evidence = vec![analysis.cover(at.min(mention.head)..at.max(mention.head) + 1)];
        let text = match office {
            Office::Called(adjective) => format!("{adjective} candidate"),
            Office::For(what) => format!("candidate for {what}"),
        };
        Some(Role { text, evidence })
    })
}

/// Whose campaign is spoken of in a text about an election, whatever the office: `the Ruiz campaign`.
pub(super) fn with_campaign(pronouns: &Pronouns<'_>, chain: &Chain) -> Option<Role> {
    let analysis = pronouns.analysis;
    let voted = (0..analysis.tokens.len())
        .filter(|&token| {
            matches!(
                analysis.lemma(token),
                "candidate"
                    | "caucus"
                    | "election"
                    | "nominee"
                    | "nomination"
                    | "primary"
                    | "voter"
            )
        })
        .take(MOST_VOTED)
        .count();
    let mentions = chain.mentions.iter().map(|&idx| &analysis.chains.mentions[idx]);
    let person =
        chain.kind == Some(NameKind::Person) && voted == MOST_VOTED && has_candidates(analysis);
    mentions.filter(|mention| person && mention.form == Form::Name).find_map(|mention| {
        let runs = || {
            campaign(pronouns, mention.head, Some(mention.tokens.end)).filter(|&noun| {
                analysis.lemma(noun) == "campaign"
                    && !analysis.children(noun).any(|child| {
                        child > noun && matches!(analysis.deprel(child), Deprel::Nmod | Deprel::Acl)
                    })
            })
        };
        let at = runs().or_else(|| followed(pronouns, mention.tokens.end))?;
        let evidence = vec![analysis.cover(mention.tokens.start..at + 1)];
        Some(Role { text: "candidate".to_owned(), evidence })
    })
}

/// `Ruiz supporters`, `Ruiz's delegates`: those who want somebody elected, behind his name, which ends at `end`.
fn followed(pronouns: &Pronouns<'_>, end: usize) -> Option<usize> {
    let analysis = pronouns.analysis;
    let ending = words::is_genitive(analysis.word(pronouns.document, end));
    let noun = end + usize::from(ending);
    let follows = noun < analysis.tokens.len()
        && analysis.xpos(noun) == "NNS"
        && matches!(analysis.lemma(noun), "backer" | "delegate" | "supporter" | "voter")
        && !told::is_quoted(pronouns, noun);
    follows.then_some(noun)
}

fn has_candidates(analysis: &Analysis) -> bool {
    (0..analysis.tokens.len())
        .any(|token| matches!(analysis.lemma(token), "candidate" | "candidacy"))
}

/// So many words of an election tell that a text is about one.
const MOST_VOTED: usize = 3;

enum Office {
    Called(String),
    For(String),
}

/// The noun for how somebody runs that is his at `owner`, or stands behind his name, which ends at `end`.
fn campaign(pronouns: &Pronouns<'_>, owner: usize, end: Option<usize>) -> Option<usize> {
    let analysis = pronouns.analysis;
    let fits = |&noun: &usize| {
        matches!(analysis.lemma(noun), "campaign" | "candidacy" | "bid" | "run")
            && analysis.upos(noun) == Upos::Noun
            && !told::is_quoted(pronouns, noun)
            && !is_over(pronouns, noun)
    };
    let owned = || analysis.head(owner).filter(|_| analysis.deprel(owner) == Deprel::NmodPoss);
    // `the Ruiz campaign manager`: a parser ties the name to the manager.
    let behind = || {
        let end = end?;
        let ending = words::is_genitive(analysis.word(pronouns.document, end));
        Some(end + usize::from(ending)).filter(|&noun| {
            noun < analysis.tokens.len()
                && analysis.sentence_of(noun) == analysis.sentence_of(owner)
        })
    };
    owned().filter(fits).or_else(|| behind().filter(fits))
}

/// `her first campaign`, `his failed bid`, `his campaign in 2008`: one that is over.
fn is_over(pronouns: &Pronouns<'_>, noun: usize) -> bool {
    let analysis = pronouns.analysis;
    let sentence = &analysis.sentences[analysis.sentence_of(noun)];
    let year = |token: usize| {
        let word = analysis.word(pronouns.document, token);
        word.len() == 4 && word.chars().all(|c| c.is_ascii_digit())
    };
    analysis.children(noun).any(|child| {
        matches!(
            analysis.lemma(child),
            "abortive"
                | "doomed"
                | "earlier"
                | "failed"
                | "fail"
                | "first"
                | "former"
                | "ill-fated"
                | "last"
                | "losing"
                | "past"
                | "potential"
                | "previous"
                | "possible"
                | "second"
                | "unsuccessful"
        )
    }) || (sentence.tokens.start..sentence.tokens.end)
        .any(|token| token.abs_diff(noun) < 4 && year(token))
}

/// `presidential`, `Senate`: what office a campaign is for, by the word before it.
fn office_of(pronouns: &Pronouns<'_>, noun: usize) -> Option<Office> {
    let analysis = pronouns.analysis;
    analysis.children(noun).filter(|&child| child < noun).find_map(|child| {
        let word = analysis.word(pronouns.document, child);
        let office = match word.to_lowercase().as_str() {
            "presidential" | "gubernatorial" | "mayoral" | "senatorial" | "congressional"
            | "parliamentary" | "vice-presidential" => word.to_lowercase(),
            "senate" | "congress" => word.to_owned(),
            "house" if analysis.word(pronouns.document, child - 1) == "White" => {
                "presidential".to_owned()
            }
            _ => return None,
        };
        Some(Office::Called(office))
    })
}

/// `bid for the presidency`, `run for mayor of Selm`.
fn office_behind(pronouns: &Pronouns<'_>, at: usize) -> Option<Office> {
    let analysis = pronouns.analysis;
    let word = |token: usize| analysis.word(pronouns.document, token);
    let nouns = [Deprel::Nmod, Deprel::Obl].into_iter();
    let noun = nouns.flat_map(|deprel| analysis.children_as(at, deprel)).find(|&noun| {
        noun > at
            && analysis.child_as(noun, Deprel::Case).is_some_and(|case| word(case) == "for")
            && is_office(pronouns, noun)
    })?;
    let lemma = analysis.lemma(noun).to_lowercase();
    if matches!(lemma.as_str(), "president" | "presidency")
        || lemma == "house" && word(noun - 1) == "White"
    {
        let of = analysis.child_as(noun, Deprel::Nmod).is_some();
        return Some(Office::Called("presidential".to_owned())).filter(|_| !of);
    }
    let end = (noun + 1..analysis.sentences[analysis.sentence_of(noun)].tokens.end)
        .find(|&token| {
            !matches!(analysis.upos(token), Upos::Propn | Upos::Det) && word(token) != "of"
        })
        .unwrap_or(noun + 1);
    let case = analysis.child_as(noun, Deprel::Case)?;
    let end = end.max(noun + 1);
    let text = analysis.cover(case + 1..end).slice(pronouns.document.text());
    (end - case < 8).then(|| Office::For(crate::text::one_line(text)))
}

fn is_office(pronouns: &Pronouns<'_>, noun: usize) -> bool {
    matches!(
        pronouns.analysis.lemma(noun).to_lowercase().as_str(),
        "chancellor"
            | "congress"
            | "council"
            | "governor"
            | "house"
            | "leader"
            | "mayor"
            | "nomination"
            | "parliament"
            | "premier"
            | "presidency"
            | "president"
            | "seat"
            | "senate"
            | "senator"
            | "sheriff"
            | "treasurer"
    )
}

/// `is running for mayor`, `Ana Ruiz, who runs for governor`.
fn running(pronouns: &Pronouns<'_>, chain: &Chain, who: usize) -> Option<(Office, usize)> {
    let analysis = pronouns.analysis;
    let is_running = |verb: usize| {
        let lemma = analysis.lemma(verb);
        let perfect =
            |aux: usize| analysis.xpos(aux) == "MD" || matches!(analysis.lemma(aux), "have" | "do");
        let past = analysis
            .children_as(verb, Deprel::Aux)
            .any(|aux| perfect(aux) || analysis.xpos(aux) == "VBD");
        lemma == "run"
            && matches!(analysis.xpos(verb), "VBG" | "VBZ" | "VBP")
            && !past
            && !done::is_denied(pronouns, verb)
            && !told::is_quoted(pronouns, verb)
            && told::word_of(pronouns, chain, verb) == told::Word::Plain
    };
    let subject = analysis.deprel(who).is_subject().then(|| analysis.head(who)).flatten();
    let below = || {
        analysis
            .children(who)
            .find(|&verb| matches!(analysis.deprel(verb), Deprel::AclRelcl | Deprel::Acl))
    };
    let verb =
        subject.filter(|&verb| is_running(verb)).or_else(|| below().filter(|&v| is_running(v)))?;
    Some((office_behind(pronouns, verb)?, verb))
}

/// Whether a person's title is that of one who may run for a higher office.
pub(super) fn may_run(analysis: &Analysis, office: usize) -> bool {
    let noun = analysis.lemma(office).to_lowercase();
    matches!(
        words::office_of(noun.trim_end_matches('.')),
        "senator" | "governor" | "lawmaker" | "delegate"
    ) || matches!(
        noun.as_str(),
        "billionaire" | "businessman" | "businesswoman" | "mogul" | "mayor" | "secretary"
    )
}

#[cfg(test)]
mod tests {
    use crate::briefing::actors::testing::check_role;

    #[test]
    fn who_has_a_campaign_is_a_candidate() {
        check_role(
            "Anna Okafor left Oslo on Monday. Her presidential campaign has little money. Okafor smiled. Other \
             candidates met.",
            "Anna Okafor",
            "presidential candidate",
        );
        check_role(
            "Anna Okafor left Oslo on Monday. She is running for mayor of Bergen. The other candidates met.",
            "Anna Okafor",
            "candidate for mayor of Bergen",
        );
        check_role(
            "Voters in Bergen were asked about the election. Anna Okafor left Oslo on Monday. The Okafor campaign \
             declined to comment. The primary is in May. The candidates met.",
            "Anna Okafor",
            "candidate",
        );
    }

    #[test]
    fn a_campaign_that_is_over_makes_nobody_a_candidate() {
        check_role(
            "Anna Okafor left Oslo on Monday. Her failed presidential campaign cost much. Okafor smiled. \
             The candidates met.",
            "Anna Okafor",
            "left Oslo",
        );
    }
}
