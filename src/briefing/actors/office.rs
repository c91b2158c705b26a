//! The office of somebody whom no title, no apposition and no clause gives one: the noun by which the text goes on to mean
//! somebody.

use super::pronouns::Pronouns;
use super::roles::Role;
use crate::language::coref::{Chain, Form, Mention, words};

/// What the text calls a person by an office alone: `the president`, `the former mayor`.
pub(super) fn of(pronouns: &Pronouns<'_>, chain: &Chain) -> Option<Role> {
    let mentions = chain.mentions.iter().map(|&idx| &pronouns.analysis.chains.mentions[idx]);
    mentions.into_iter().find_map(|mention| called(pronouns, mention))
}

fn called(pronouns: &Pronouns<'_>, mention: &Mention) -> Option<Role> {
    let analysis = pronouns.analysis;
    let word = |token: usize| analysis.word(pronouns.document, token).to_lowercase();
    let (start, head) = (mention.tokens.start, mention.head);
    let before = (start + 1..head)
        .all(|token| matches!(word(token).as_str(), "former" | "late" | "then" | "-"));
    let fits = mention.form == Form::Nominal
        && word(start) == "the"
        && head + 1 == mention.tokens.end
        && before
        && analysis.xpos(head) == "NN"
        && is_office(analysis.lemma(head))
        && !super::told::is_quoted(pronouns, head);
    let range = analysis.cover(start + 1..mention.tokens.end);
    fits.then(|| Role {
        text: crate::text::one_line(range.slice(pronouns.document.text())),
        evidence: vec![mention.range],
    })
}

/// Offices and trades that say by themselves what somebody is.
fn is_office(noun: &str) -> bool {
    words::is_title(noun) && noun != "secretary"
        || matches!(
            words::office_of(noun),
            "leader" | "lawmaker" | "senator" | "envoy" | "governor"
        ) && noun != "leader"
        || matches!(
            noun,
            "actor"
                | "actress"
                | "author"
                | "billionaire"
                | "businessman"
                | "businesswoman"
                | "candidate"
                | "cardinal"
                | "columnist"
                | "comedian"
                | "economist"
                | "entrepreneur"
                | "filmmaker"
                | "historian"
                | "journalist"
                | "justice"
                | "lawyer"
                | "lobbyist"
                | "magnate"
                | "mogul"
                | "nominee"
                | "novelist"
                | "physician"
                | "politician"
                | "pope"
                | "publisher"
                | "prosecutor"
                | "pollster"
                | "scientist"
                | "singer"
                | "spokesman"
                | "spokesperson"
                | "spokeswoman"
                | "strategist"
                | "surgeon"
                | "treasurer"
                | "tycoon"
                | "whistleblower"
                | "writer"
        )
}

#[cfg(test)]
mod tests {
    use crate::testing::document;

    /// The role of Anna Okafor.
    fn role(text: &str) -> String {
        let briefing = crate::briefing::brief(&document(text));
        let okafor = briefing.actors.iter().find(|actor| actor.name == "Anna Okafor");
        okafor.and_then(|actor| actor.role.clone()).unwrap_or_default()
    }

    #[test]
    fn an_office_is_what_the_text_calls_somebody() {
        let role = role(
            "Anna Okafor spoke in Oslo. Ships were stopped, and the governor was glad. “We wait,” the governor said.",
        );
        assert!(role.starts_with("governor"), "{role}");
    }

    #[test]
    fn whose_campaign_or_administration_it_is_has_no_office_in_the_articles_words() {
        for text in [
            "Ships were stopped under the Anna Okafor administration. Okafor spoke.",
            "Okafor’s presidential campaign began in Oslo. Many came to hear Anna Okafor. She smiled. Okafor’s campaign \
             has no money, but she is known. In Norway people like her.",
        ] {
            let role = role(text);
            assert!(!role.contains("president") && !role.contains("candidate"), "{role}");
        }
    }
}
