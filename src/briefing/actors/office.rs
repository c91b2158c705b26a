//! What the text goes on to call somebody whom no title, no apposition and no clause gives a role: the noun by which
//! somebody is meant.

use super::class::is_something;
use super::fit::is_plural;
use super::pronouns::Pronouns;
use super::roles::Role;
use crate::document::Document;
use crate::language::coref::{Chain, Form, Mention, words};
use crate::language::{Analysis, Deprel, NameKind, Upos};
use crate::text::one_line;

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
        && !is_supposed(pronouns, head)
        && is_office(analysis.lemma(head))
        && !super::told::is_quoted(pronouns, head);
    let range = analysis.cover(start + 1..mention.tokens.end);
    fits.then(|| Role {
        text: one_line(range.slice(pronouns.document.text())),
        evidence: vec![mention.range],
    })
}

/// "If she is the nominee", "would she be the nominee?": what nobody says that somebody is.
fn is_supposed(pronouns: &Pronouns<'_>, noun: usize) -> bool {
    let analysis = pronouns.analysis;
    let word = |token: usize| analysis.word(pronouns.document, token).to_lowercase();
    analysis.child_as(noun, Deprel::Cop).is_some()
        && analysis.children(noun).any(|child| {
            analysis.xpos(child) == "MD"
                || matches!(word(child).as_str(), "if" | "unless" | "whether" | "once")
        })
}

/// Offices and trades that say by themselves what somebody is.
pub(super) fn is_office(noun: &str) -> bool {
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

/// The office that the text tells only of a time that is over: `when she was mayor of Selm`, `her years as mayor`; and
/// the one in which somebody acts: `As chair of the council, Ruiz decides`.
pub(super) fn held(pronouns: &Pronouns<'_>, chain: &Chain) -> Option<Role> {
    let analysis = pronouns.analysis;
    let mentions = &analysis.chains.mentions;
    chain.mentions.iter().map(|&idx| mentions[idx].head).find_map(|who| {
        let above = analysis.head(who)?;
        match analysis.deprel(who) {
            Deprel::NmodPoss => {
                let office = analysis.children_as(above, Deprel::Nmod).find(|&office| {
                    is_as(pronouns, office) && is_time_in_office(analysis, above)
                })?;
                holder(pronouns, chain, office, who, true)
            }
            Deprel::Nsubj if was(pronouns, above) => holder(pronouns, chain, above, who, true),
            Deprel::Nsubj if served(pronouns, above) => {
                let mut posts = analysis.children_as(above, Deprel::Obl);
                let office = posts.find(|&post| post > above && is_as(pronouns, post))?;
                holder(pronouns, chain, office, who, true)
            }
            // `When he was mayor, Reyes opened it`, before anybody else is named.
            Deprel::Nsubj => {
                let first = analysis.children_as(above, Deprel::Advcl).find(|&office| {
                    let he = analysis.subject(office).filter(|&he| he < office && office < who);
                    he.is_some_and(|he| analysis.xpos(he) == "PRP" && !pronouns.is_known(he))
                        && was(pronouns, office)
                });
                if let Some(office) = first {
                    return holder(pronouns, chain, office, who, true);
                }
                let now = matches!(analysis.xpos(above), "VBZ" | "VBP");
                let office = analysis
                    .children_as(above, Deprel::Obl)
                    .find(|&office| now && office < who && is_as(pronouns, office))?;
                holder(pronouns, chain, office, who, false)
            }
            _ => None,
        }
    })
}

fn is_as(pronouns: &Pronouns<'_>, noun: usize) -> bool {
    let case = pronouns.analysis.child_as(noun, Deprel::Case);
    case.is_some_and(|case| {
        pronouns.analysis.word(pronouns.document, case).eq_ignore_ascii_case("as")
    })
}

/// Whether a noun says what somebody was while something else was so: `when she was mayor`.
fn was(pronouns: &Pronouns<'_>, noun: usize) -> bool {
    let analysis = pronouns.analysis;
    let word = |token: usize| analysis.word(pronouns.document, token).to_lowercase();
    matches!(analysis.deprel(noun), Deprel::Advcl | Deprel::AclRelcl | Deprel::AdvclRelcl)
        && analysis.child_as(noun, Deprel::Cop).is_some_and(|be| word(be) == "was")
        && analysis
            .children(noun)
            .any(|child| child < noun && matches!(word(child).as_str(), "when" | "while"))
}

/// `when she served as mayor`, `she served as mayor from 2009 to 2013`.
fn served(pronouns: &Pronouns<'_>, verb: usize) -> bool {
    let analysis = pronouns.analysis;
    analysis.lemma(verb) == "serve"
        && analysis.xpos(verb) == "VBD"
        && !super::done::is_denied(pronouns, verb)
}

/// `her years as mayor` are over, `his second year as mayor` may not be.
fn is_time_in_office(analysis: &Analysis, noun: usize) -> bool {
    match analysis.lemma(noun) {
        "tenure" | "time" | "stint" => true,
        "year" | "day" => is_plural(analysis, noun),
        _ => false,
    }
}

/// The words of an office with what it is of, where they say enough.
fn holder(
    pronouns: &Pronouns<'_>,
    chain: &Chain,
    office: usize,
    who: usize,
    over: bool,
) -> Option<Role> {
    let analysis = pronouns.analysis;
    let word = |token: usize| analysis.word(pronouns.document, token).to_lowercase();
    let inside = |token: usize| {
        matches!(analysis.upos(token), Upos::Noun | Upos::Propn | Upos::Adj)
            || word(token) == "-"
            || words::is_genitive(&word(token))
    };
    let own = analysis.subtree(office);
    let mut start = office;
    while start > own.start && inside(start - 1) {
        start -= 1;
    }
    // `mayor of Selm`, and no `mayor in 1998`.
    let behind = analysis.children_as(office, Deprel::Nmod).filter(|&of| {
        of > office
            && analysis
                .child_as(of, Deprel::Case)
                .is_some_and(|case| matches!(word(case).as_str(), "of" | "for" | "to"))
    });
    let mut end = office + 1;
    for of in behind {
        if analysis.subtree(of).start == end {
            end = analysis.subtree(of).end;
        }
    }
    end = (office + 1..end)
        .find(|&token| matches!(word(token).as_str(), "," | ";" | "(" | "—" | "–" | "who" | "that"))
        .unwrap_or(end);
    let lemma = analysis.lemma(office);
    let noun = words::is_title(lemma) && lemma != "secretary" || is_office(lemma);
    let more = end - start > 1
        && (noun
            || lemma == "secretary"
            || matches!(words::office_of(lemma), "leader" | "head" | "chair" | "adviser"));
    if !(noun || more) || super::told::is_quoted(pronouns, office) || end - start > 10 {
        return None;
    }
    let line = pronouns.line(&(start..end).collect::<Vec<_>>(), chain)?;
    let past = over && !line.contains("former ");
    // `the state's former treasurer`.
    let owned = ["'s ", "’s "].into_iter().find_map(|mark| {
        let (owner, office) = line.split_once(mark)?;
        let the = if owner.starts_with(char::is_lowercase) { "the " } else { "" };
        Some(format!("{the}{owner}{mark}former {office}"))
    });
    let text = match owned.filter(|_| past) {
        Some(owned) => owned,
        None if past => format!("former {line}"),
        None => line,
    };
    Some(Role { text, evidence: vec![analysis.cover(start.min(who)..end.max(who + 1))] })
}

/// Where no title and no apposition says it: the first description by which the text goes on to mean a person, if
/// it says more than a noun.
pub(super) fn described(pronouns: &Pronouns<'_>, chain: &Chain) -> Option<Role> {
    let (document, analysis) = (pronouns.document, pronouns.analysis);
    if chain.kind != Some(NameKind::Person) {
        return None;
    }
    // "a young girl" may be what somebody was, or is like.
    let definite = |mention: &Mention| {
        let first = analysis.word(document, mention.tokens.start).to_lowercase();
        first == "the"
            || matches!(analysis.upos(mention.tokens.start), Upos::Propn | Upos::Pron)
            || analysis.child_as(mention.head, Deprel::NmodPoss).is_some()
    };
    // "the only candidate" is so in its sentence alone, "the only candidate in the race" everywhere.
    let whole = |mention: &Mention| {
        let among = (mention.tokens.start..mention.head).any(|token| {
            matches!(analysis.xpos(token), "JJS" | "RBS")
                || matches!(
                    analysis.word(document, token).to_lowercase().as_str(),
                    "only" | "first" | "last" | "next" | "other" | "same" | "second" | "third"
                )
        });
        !among || mention.head + 1 < mention.tokens.end
    };
    let telling = |mention: &&Mention| {
        mention.form == Form::Nominal
            && !analysis.is_quoted(mention.range.start())
            && mention.tokens.len() > 2
            && definite(mention)
            && !is_supposed(pronouns, mention.head)
            && whole(mention)
            && !is_plural(analysis, mention.head)
            && words::is_person(analysis.lemma(mention.head))
    };
    let mention = chain.mentions.iter().map(|&idx| &analysis.chains.mentions[idx]).find(telling)?;
    let mut tokens = mention.tokens.clone();
    let pronoun = |token: usize| matches!(analysis.upos(token), Upos::Det | Upos::Pron);
    while tokens.len() > 1 && pronoun(tokens.start) {
        tokens.start += 1;
    }
    // `including the former mayor`.
    if !matches!(analysis.upos(tokens.start), Upos::Noun | Upos::Propn | Upos::Adj | Upos::Num) {
        return None;
    }
    shown(document, analysis, tokens)
}

/// `the Dawn militant group`: of what kind a body is, where the words that tell it stand behind its name.
pub(super) fn classed(pronouns: &Pronouns<'_>, chain: &Chain) -> Option<Role> {
    let (document, analysis) = (pronouns.document, pronouns.analysis);
    let body = chain.kind == Some(NameKind::Organization) && chain.defined.is_none();
    let mentions = chain.mentions.iter().map(|&idx| &analysis.chains.mentions[idx]);
    mentions.filter(|_| body).find_map(|mention| {
        let (start, head) = (mention.tokens.start, mention.head);
        let name = (start..head).rev().find(|&token| analysis.name_kind(token).is_some())?;
        let one = mention.form == Form::Nominal
            && head + 1 == mention.tokens.end
            && analysis.word(document, start).eq_ignore_ascii_case("the")
            && !analysis.is_quoted(mention.range.start())
            && !is_plural(analysis, head)
            && is_something(analysis.lemma(head));
        let telling = |token| matches!(analysis.upos(token), Upos::Noun | Upos::Adj);
        let tokens = name + 1..head + 1;
        (one && tokens.clone().all(telling)).then(|| shown(document, analysis, tokens)).flatten()
    })
}

/// A description of several words, with its place.
fn shown(document: &Document, analysis: &Analysis, tokens: std::ops::Range<usize>) -> Option<Role> {
    let range = analysis.cover(tokens.clone());
    (tokens.len() > 1)
        .then(|| Role { text: one_line(range.slice(document.text())), evidence: vec![range] })
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
