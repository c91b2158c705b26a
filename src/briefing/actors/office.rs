//! The office of somebody whom no title, no apposition and no clause gives one: the noun by which the text goes on to mean
//! somebody, or the word for what only one with an office has, as in `Ana Ruiz's presidency`.

use super::pronouns::Pronouns;
use super::roles::Role;
use crate::language::coref::{Chain, Form, Mention, words};
use crate::language::{Deprel, Upos};

/// What the text calls a person by an office alone: `the president`, `the former mayor`; else what whoever runs a
/// campaign or an administration is.
pub(super) fn of(pronouns: &Pronouns<'_>, chain: &Chain) -> Option<Role> {
    let mentions = || chain.mentions.iter().map(|&idx| &pronouns.analysis.chains.mentions[idx]);
    let runs = || {
        let mut found = mentions().filter_map(|mention| runs(pronouns, mention));
        let first = found.next()?;
        // Who is named in passing may have run long ago.
        found.next().filter(|_| chain.mentions.len() > 5).map(|_| first)
    };
    let governs = || {
        let mut found = mentions().filter(|mention| mention.form == Form::Name);
        found.find_map(|mention| governs(pronouns, mention))
    };
    mentions().find_map(|mention| called(pronouns, mention)).or_else(runs).or_else(governs)
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

/// `Ruiz's presidential campaign`, `her candidacy`.
fn runs(pronouns: &Pronouns<'_>, mention: &Mention) -> Option<Role> {
    let analysis = pronouns.analysis;
    let word = |token: usize| analysis.word(pronouns.document, token).to_lowercase();
    let noun = owned(pronouns, mention)?;
    // `his failed campaign`, `her 2008 campaign`: what somebody was once.
    let once = (mention.tokens.end..noun).any(|token| {
        analysis.upos(token) == Upos::Num
            || matches!(
                word(token).as_str(),
                "former"
                    | "failed"
                    | "unsuccessful"
                    | "previous"
                    | "first"
                    | "last"
                    | "past"
                    | "aborted"
                    | "doomed"
            )
    });
    let kind = analysis.children(noun).map(word).find(|word| {
        matches!(
            word.as_str(),
            "presidential" | "senate" | "gubernatorial" | "mayoral" | "congressional"
        )
    });
    let text = match (analysis.lemma(noun), kind) {
        _ if once => return None,
        ("campaign" | "candidacy" | "bid" | "run", Some(kind)) => format!("{kind} candidate"),
        ("candidacy" | "campaign", None) => "candidate".to_owned(),
        _ => return None,
    };
    Some(Role { text, evidence: vec![mention.range.cover(analysis.range(noun))] })
}

/// `the Ruiz administration`, which stands for a president's where the text calls nobody another's.
fn governs(pronouns: &Pronouns<'_>, mention: &Mention) -> Option<Role> {
    let analysis = pronouns.analysis;
    let noun = owned(pronouns, mention).filter(|&noun| noun == mention.tokens.end)?;
    let one = mention.tokens.clone().all(|token| analysis.word(pronouns.document, token) != "and");
    let the =
        mention.tokens.start.checked_sub(1).is_some_and(|before| {
            analysis.word(pronouns.document, before).eq_ignore_ascii_case("the")
        });
    let range = mention.range.cover(analysis.range(noun));
    (the && one && analysis.lemma(noun) == "administration")
        .then(|| Role { text: "president".to_owned(), evidence: vec![range] })
}

/// The noun of what somebody has.
fn owned(pronouns: &Pronouns<'_>, mention: &Mention) -> Option<usize> {
    let analysis = pronouns.analysis;
    let tied = matches!(analysis.deprel(mention.head), Deprel::NmodPoss | Deprel::Compound);
    analysis
        .head(mention.head)
        .filter(|&noun| tied && noun >= mention.tokens.end && analysis.upos(noun) == Upos::Noun)
}

/// Offices and trades that say by themselves what somebody is.
fn is_office(noun: &str) -> bool {
    words::is_title(noun)
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
    use crate::briefing::actors::testing::check_role as check;

    #[test]
    fn who_runs_a_campaign_is_a_candidate() {
        let text = "Okafor’s presidential campaign began in Oslo. Many came to hear Anna Okafor. She smiled. Okafor’s \
                    campaign has no money, but she is known. In Norway people like her.";
        check(text, "Anna Okafor", Some("presidential candidate"));
    }

    #[test]
    fn whose_administration_it_is_is_president() {
        check(
            "Ships were stopped under the Anna Okafor administration. Okafor spoke.",
            "Anna Okafor",
            Some("president"),
        );
    }
}
