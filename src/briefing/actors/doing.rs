//! What a deed is in words that stand alone, with the place that tells it.

use super::aside::is_someone;
use super::class::is_something;
use super::cut::{self, FEW_WORDS};
use super::deeds::{Deed, Wanted};
use super::done;
use super::fit::is_slur;
use super::pronouns::Pronouns;
use super::roles::Role;
use super::standing;
use crate::briefing::judgement;
use crate::briefing::phrase::verb;
use crate::document::BlockKind;
use crate::language::coref::{Chain, words};
use crate::language::{Analysis, Deprel, NameKind, Upos};

/// What a deed is in words, with the place that tells it; `None` where half a clause would be left of it.
pub(super) fn tell(
    pronouns: &Pronouns<'_>,
    chain: &Chain,
    deed: &Deed,
    wanted: Wanted,
) -> Option<Role> {
    let analysis = pronouns.analysis;
    if is_of_some(pronouns, deed.subject) {
        return None;
    }
    let suffers = analysis.deprel(deed.subject) == Deprel::Obj;
    if let Some(object) = deed.object {
        return done::by_actor(pronouns, chain, deed.verb, deed.subject, object);
    }
    if suffers && done::is_touching(analysis.lemma(deed.verb)) {
        return done::to_actor(pronouns, chain, deed.verb, deed.subject)
            .filter(|_| chain.kind != Some(NameKind::Person));
    }
    let tokens = match cut::core(pronouns, deed.verb, deed.subject) {
        Some(tokens) => tokens,
        None if suffers => return done::to_actor(pronouns, chain, deed.verb, deed.subject),
        None => return None,
    };
    // `who is the daughter of the founder`.
    let noun = analysis.upos(deed.verb) != Upos::Verb;
    if noun && !is_being(pronouns, chain, deed.verb) {
        return None;
    }
    // `four Ruiz rivals about it`: a noun for people that was read as a verb.
    let people = matches!(analysis.xpos(deed.verb), "VBZ" | "VBP")
        && words::is_person(analysis.lemma(deed.verb))
        && !standing::is_standing(analysis.lemma(deed.verb))
        && analysis.child_as(deed.verb, Deprel::Obj).is_none();
    if people {
        return None;
    }
    let article = noun && tokens.first().is_some_and(|&first| analysis.xpos(first) == "DT");
    let tokens = tokens[usize::from(article)..].to_vec();
    // `took money from people`, who are told of in the clause that is lost; `viewed by many`, as what?
    let lost = tokens.last().is_some_and(|&last| {
        let told = analysis.children(last).any(|child| {
            child < last
                && (matches!(analysis.deprel(child), Deprel::Amod | Deprel::Compound)
                    || analysis.word(pronouns.document, child) == "the")
        });
        !told
            && is_vague(analysis.lemma(last))
            && analysis.children(last).any(|child| {
                matches!(analysis.deprel(child), Deprel::AclRelcl | Deprel::Acl)
                    && !tokens.contains(&child)
            })
    });
    let bare = matches!(analysis.lemma(deed.verb), "view" | "see" | "regard" | "rate" | "treat")
        && analysis.xpos(deed.verb) == "VBN"
        && analysis.child_as(deed.verb, Deprel::AuxPass).is_some()
        && !tokens.iter().any(|&token| analysis.word(pronouns.document, token) == "as");
    // `came third` with the verb lost, `won 31 percent to 30 percent`.
    let counts = tokens.iter().filter(|&&token| analysis.lemma(token) == "percent").count();
    let ordinal = matches!(analysis.lemma(deed.verb), "second" | "third" | "fourth" | "fifth")
        && analysis.child_as(deed.verb, Deprel::Obj).is_none();
    // `spends more`, `puts limits on how much`; `believes that it did`.
    let open = tokens.last().is_some_and(|&last| {
        matches!(analysis.word(pronouns.document, last), "more" | "less" | "much" | "many" | "most")
    });
    let stands_for = tokens.iter().any(|&token| {
        token != deed.verb
            && analysis.upos(token) == Upos::Verb
            && matches!(analysis.xpos(token), "VBD" | "VBZ" | "VBP")
            && analysis.lemma(token) == "do"
            && analysis.child_as(token, Deprel::Obj).is_none()
    });
    // `expected to announce`, which what follows tells.
    let cut_off = tokens.last().is_some_and(|&last| {
        last != deed.verb
            && analysis.upos(last) == Upos::Verb
            && analysis.children(last).any(|child| {
                matches!(analysis.deprel(child), Deprel::Obj | Deprel::Ccomp)
                    && !tokens.contains(&child)
            })
    });
    if cut_off || lost || bare || counts > 1 || ordinal || open || stands_for {
        return None;
    }
    // "No comment, the firm said."
    let ahead = |token: &usize| {
        let helps = matches!(
            analysis.deprel(*token),
            Deprel::Aux | Deprel::AuxPass | Deprel::Cop | Deprel::Advmod
        );
        *token < deed.verb && !helps
    };
    if !noun && tokens.iter().any(ahead) {
        return None;
    }
    // `disliked more than any other` without its `more`.
    let than = tokens.iter().any(|&token| analysis.lemma(token) == "than");
    let more = |&token: &usize| matches!(analysis.xpos(token), "JJR" | "RBR");
    if than && !tokens.iter().any(more) {
        return None;
    }
    // "Mayor Ana Ruiz of Selm": no verb, whatever the tree says.
    if analysis.upos(*tokens.first()?) == Upos::Adp {
        return None;
    }
    let own = |token: &usize| {
        let name = pronouns.names.get(token);
        name.is_some_and(|&idx| analysis.chains.chains[idx].mentions == chain.mentions)
    };
    if tokens.iter().any(own) {
        return None;
    }
    if wanted == Wanted::Plain && tokens.len() > FEW_WORDS || is_torn(analysis, &tokens) {
        return None;
    }
    let first = *tokens.first()?.min(&deed.subject);
    let last = *tokens.last()?.max(&deed.subject);
    // What a commentator thinks of somebody is none of his deeds: "needs to stay out of it".
    let judged = tokens.iter().any(|&token| {
        judgement::is_judging(pronouns.document, analysis, token)
            || judgement::is_word(analysis.lemma(token))
            || matches!(analysis.lemma(token), "nothing" | "never")
    });
    let told = suffers || matches!(analysis.xpos(deed.verb), "VBD" | "VBN");
    if pronouns.weighs && (judged || !told && !standing::is_stance(analysis.lemma(deed.verb))) {
        return None;
    }
    let text = pronouns.line(&tokens, chain)?;
    // `blame Ostland for the delay`: Ostland is `blamed for the delay`.
    let text = match text.split_once(' ') {
        Some((_, rest)) if suffers => {
            format!("{} {rest}", verb::participle(analysis.lemma(deed.verb)))
        }
        _ => text,
    };
    // "took part", "made progress": nothing of its own.
    let light = matches!(analysis.lemma(deed.verb), "take" | "make" | "have" | "do" | "get" | "go");
    // "said he would" ends before what he would.
    let open = tokens.last().is_some_and(|&last| {
        matches!(analysis.xpos(last), "MD" | "TO" | "WP" | "WDT" | "WRB" | "IN")
    });
    if open || light && tokens.len() < 3 {
        return None;
    }
    // "shared those views", "disputes this": which ones is told before. "Found someone" tells nothing.
    let pointing = |&token: &usize| {
        let points = matches!(analysis.lemma(token), "this" | "that" | "these" | "those");
        let vague = matches!(analysis.lemma(token), "someone" | "something" | "anything");
        let last = Some(&token) == tokens.last() && analysis.deprel(token) == Deprel::Obj;
        analysis.upos(token) == Upos::Det && points || last && (points || vague)
    };
    if tokens.iter().any(pointing) {
        return None;
    }
    // "have stopped telling one another" is no deed of one.
    if text.contains("one another") || text.contains("each other") {
        return None;
    }
    // "’d hold a hearing" and "wo determine it" begin in the midst of a word.
    if text.starts_with(['’', '\''])
        || matches!(analysis.word(pronouns.document, tokens[0]), "wo" | "ca" | "sha")
    {
        return None;
    }
    // "replied, “Perhaps it rained”": without its marks a quotation starts with a capital in the midst of a line.
    let quoted = |&token: &usize| {
        let word = analysis.word(pronouns.document, token);
        matches!(analysis.upos(token), Upos::Adv | Upos::Pron | Upos::Sconj)
            && analysis.xpos(token) != "PRP"
            && word.starts_with(char::is_uppercase)
            && word.ends_with(char::is_lowercase)
            && analysis.name_kind(token).is_none()
            && !heads(pronouns, token)
    };
    // "Makes The First Move": a heading's capitals tell no names.
    let capital = |&&token: &&usize| {
        let word = analysis.word(pronouns.document, token);
        word.starts_with(char::is_uppercase) || !word.starts_with(char::is_alphabetic)
    };
    let heading = tokens.len() > 2
        && tokens.first().is_some_and(|first| capital(&first))
        && tokens.iter().filter(capital).count() * 3 > tokens.len() * 2;
    if heading || tokens.iter().skip(1).any(quoted) {
        return None;
    }
    // "chose the same road": which one is told before. "called the storm" ends before what it called it.
    let same = |&token: &usize| {
        analysis.lemma(token) == "same"
            && !analysis
                .subtree(deed.verb)
                .any(|as_it| as_it > token && matches!(analysis.lemma(as_it), "as" | "that"))
    };
    let object = analysis.child_as(deed.verb, Deprel::Obj).filter(|object| tokens.contains(object));
    let named = matches!(analysis.lemma(deed.verb), "call" | "dub" | "label" | "brand" | "deem")
        && !suffers
        && object.is_some_and(|object| {
            tokens.last().is_some_and(|&last| analysis.is_within(last, object))
        });
    if named || tokens.iter().any(same) {
        return None;
    }
    let text = match text.split_once(' ') {
        Some((_, rest)) if !suffers && tokens.first() == Some(&deed.verb) => {
            finite(pronouns, chain, deed.verb)
                .map_or_else(|| text.clone(), |verb| format!("{verb} {rest}"))
        }
        _ => text,
    };
    // `has become a place`: `became a place`.
    let perfect = !noun
        && analysis.xpos(deed.verb) == "VBN"
        && tokens.first() == Some(&deed.verb)
        && analysis.children_as(deed.verb, Deprel::Aux).any(|aux| analysis.lemma(aux) == "have")
        && analysis.child_as(deed.verb, Deprel::AuxPass).is_none();
    // `has lived in Selm for years`: she still does.
    let lasts = perfect
        && matches!(
            analysis.lemma(deed.verb),
            "live" | "work" | "serve" | "teach" | "hold" | "own"
        )
        && analysis.children_as(deed.verb, Deprel::Aux).any(|aux| analysis.xpos(aux) == "VBZ");
    let text = match text.split_once(' ') {
        Some(_) if lasts => format!("has {text}"),
        Some((participle, rest)) if perfect && !participle.ends_with("ed") => {
            format!("{} {rest}", verb::past(analysis.lemma(deed.verb)))
        }
        _ => text,
    };
    let text = deed.told.map_or_else(|| text.clone(), |told| format!("{told} {text}"));
    // `told the council that she would leave`, without the council.
    let text = match text.split_once(' ') {
        Some(("told", rest)) if !suffers && cut::is_telling(analysis, deed.verb) => {
            format!("said {rest}")
        }
        // `added that it was late`: to what is told before.
        Some(("added", rest)) if analysis.child_as(deed.verb, Deprel::Ccomp).is_some() => {
            format!("said {rest}")
        }
        Some(("tells", rest)) if cut::is_telling(analysis, deed.verb) => format!("says {rest}"),
        _ => text,
    };
    // The whole name, whichever of its words the parser has for the subject.
    let name = chain.mentions.iter().map(|&idx| &analysis.chains.mentions[idx].tokens);
    let name = name.into_iter().find(|tokens| tokens.contains(&deed.subject));
    let first = name.map_or(first, |name| name.start.min(first));
    let evidence = analysis.cover(first..last + 1);
    Some(Role { text, evidence: vec![evidence] })
}

/// `some Republicans`, `neither Ana Lee nor Tom Hall`, `not even Ana Lee`: what they do is not what the actor does.
fn is_of_some(pronouns: &Pronouns<'_>, subject: usize) -> bool {
    const PARTS: &[&str] = &[
        "any", "few", "half", "hardly", "majority", "many", "most", "neither", "nearly", "no",
        "none", "nor", "not", "or", "other", "several", "some",
    ];
    let analysis = pronouns.analysis;
    let part = |token: usize| {
        PARTS.contains(&analysis.word(pronouns.document, token).to_lowercase().as_str())
    };
    // "Lee or Hall": the second has the word before it.
    let joined = analysis
        .children_as(subject, Deprel::Conj)
        .any(|other| analysis.children_as(other, Deprel::Cc).any(part));
    let counted = analysis.xpos(subject).ends_with('S')
        && analysis.children_as(subject, Deprel::Nummod).next().is_some();
    let of = analysis.head(subject).filter(|_| analysis.deprel(subject) == Deprel::Nmod);
    joined
        || counted
        || analysis.children(subject).any(|child| child < subject && part(child))
        || of.is_some_and(part)
        || part(subject)
}

/// Nouns that tell nothing without the clause about them.
fn is_vague(noun: &str) -> bool {
    matches!(
        noun,
        "people"
            | "person"
            | "individual"
            | "man"
            | "woman"
            | "one"
            | "those"
            | "state"
            | "country"
            | "place"
            | "thing"
            | "way"
            | "time"
            | "party"
            | "race"
            | "bill"
            | "fact"
            | "idea"
            | "issue"
            | "kind"
            | "measure"
            | "problem"
            | "question"
            | "reason"
            | "sort"
            | "task"
            | "type"
    )
}

/// Whether a predicate without a verb says of somebody, and of a body, what such a one can be, and judges nobody: `is the
/// largest ally`, and no `is a sum of two numbers`, `is a disgrace`.
fn is_being(pronouns: &Pronouns<'_>, chain: &Chain, head: usize) -> bool {
    let analysis = pronouns.analysis;
    let lemma = analysis.lemma(head);
    let judges = analysis
        .children(head)
        .chain([head])
        .any(|token| judgement::is_judging(pronouns.document, analysis, token));
    // `is willing to leave`, and no `is tired`.
    let to_do = [Deprel::Xcomp, Deprel::Advcl, Deprel::Ccomp]
        .into_iter()
        .any(|clause| analysis.children_as(head, clause).any(|clause| clause > head));
    let fits = matches!(analysis.upos(head), Upos::Num | Upos::Pron | Upos::Propn)
        || analysis.upos(head) == Upos::Adj && to_do
        || is_someone(lemma)
        || chain.kind != Some(NameKind::Person)
            && (is_something(lemma)
                || matches!(
                    lemma,
                    "nation"
                        | "country"
                        | "state"
                        | "city"
                        | "town"
                        | "home"
                        | "capital"
                        | "hub"
                        | "port"
                ));
    fits && !judges && !is_slur(lemma)
}

/// Whether the words hold half a clause: `met the deadline Ostland` lacks `set`, `said that all of the claims` a verb;
/// `blamed Ostland for the delay will pay a price` has a second verb, but not the one who does it.
fn is_torn(analysis: &Analysis, tokens: &[usize]) -> bool {
    let holds = |token: usize| tokens.contains(&token);
    let lone = |token: usize| {
        analysis.deprel(token).is_subject() && analysis.head(token).is_some_and(|verb| !holds(verb))
    };
    let second = |&token: &usize| {
        let clause = match analysis.xpos(token) {
            "MD" => analysis.head(token),
            "VBD" | "VBZ" | "VBP" => match analysis.deprel(token) {
                Deprel::Aux | Deprel::AuxPass | Deprel::Cop => analysis.head(token),
                _ => Some(token),
            },
            _ => None,
        };
        clause.is_some_and(|clause| {
            Some(&clause) != tokens.first()
                && analysis.deprel(clause) != Deprel::Conj
                && analysis.subject(clause).is_none_or(|who| !holds(who))
        })
    };
    // "met the deadline Ostland", which it had set.
    let objects = tokens.iter().filter(|&&token| {
        analysis.deprel(token) == Deprel::Obj && analysis.head(token) == tokens.first().copied()
    });
    objects.count() > 1
        || tokens.iter().any(|&token| lone(token))
        || tokens.iter().skip(1).any(second)
}

/// The verb as it stands beside a name alone: `blames` of `Ostland and Norway blame it`, `seeks` of `is seeking it`;
/// `None` where it may stay as it is.
fn finite(pronouns: &Pronouns<'_>, chain: &Chain, verb: usize) -> Option<String> {
    let analysis = pronouns.analysis;
    let lemma = analysis.lemma(verb);
    // No verb ends so; `chairing` may have been read as one that does.
    let lemma = lemma.strip_suffix('e').filter(|short| short.ends_with("air")).unwrap_or(lemma);
    let several = super::is_several(pronouns.document, analysis, chain);
    let now = || if several { lemma.to_owned() } else { verb::third_person(lemma) };
    if analysis.upos(verb) != Upos::Verb {
        return None;
    }
    let aux = |lemma: &str| {
        let mut found = analysis.children_as(verb, Deprel::Aux);
        found.find(|&aux| analysis.lemma(aux) == lemma)
    };
    let word = analysis.word(pronouns.document, verb).to_lowercase();
    match analysis.xpos(verb) {
        // `did visit`; what was not done keeps its `did not`.
        "VB" => match analysis.xpos(aux("do").filter(|_| !done::is_denied(pronouns, verb))?) {
            "VBD" => Some(verb::past(lemma)),
            _ => Some(now()),
        },
        "VBP" => Some(now()),
        // A lemma that is no part of its word was guessed wrong.
        "VBG" if !word.starts_with(lemma.trim_end_matches("ie").trim_end_matches('e')) => None,
        "VBG" if aux("have").is_some_and(|have| analysis.xpos(have) == "VBZ") => {
            Some(verb::third_person(lemma))
        }
        "VBG" if aux("have").is_some_and(|have| analysis.xpos(have) == "VBD") => {
            Some(verb::past(lemma))
        }
        "VBG" if aux("have").is_some() => Some(now()),
        "VBG" if aux("have").is_none() => match aux("be").map(|be| analysis.xpos(be)) {
            Some("VBZ") => Some(verb::third_person(lemma)),
            Some("VBP") => Some(now()),
            Some("VBD") => Some(verb::past(lemma)),
            // "Council holding back on bridge", in a heading.
            None if heads(pronouns, verb) => Some(now()),
            _ => None,
        },
        _ => None,
    }
}

/// Whether a token stands in the article's heading.
pub(super) fn heads(pronouns: &Pronouns<'_>, token: usize) -> bool {
    let analysis = pronouns.analysis;
    let sentence = analysis.sentences.get(analysis.sentence_of(token));
    sentence.is_some_and(|it| pronouns.document.blocks()[it.block].kind == BlockKind::Title)
}

#[cfg(test)]
mod tests {
    use crate::briefing::actors::testing::check_role as check;

    #[test]
    fn what_some_of_a_party_do_is_not_what_it_does() {
        let text = "The Democrats met in Oslo. No Democrats backed the toll.";
        check(text, "Democrats", Some("met in Oslo"));
        check("Some Democrats backed the toll.", "Democrats", None::<&str>);
    }

    #[test]
    fn what_is_told_elsewhere_or_by_halves_is_no_deed() {
        let text = "Denmark chose the same road. Norway closed the harbour on Monday.";
        check(text, "Denmark", None::<&str>);
        check(
            "The Harbour Council called the plan a danger. It met in Oslo.",
            "Harbour Council",
            None,
        );
        let text = "Denmark saw Norway. Norway must sing and also bring many friends.";
        check(text, "Norway", None::<&str>);
    }

    #[test]
    fn what_ends_in_a_bare_more_is_no_deed() {
        let text = "The Harbour Council spends more. It met in Oslo.";
        check(text, "Harbour Council", None::<&str>);
    }

    #[test]
    fn what_a_lost_clause_would_tell_is_no_deed() {
        let text = "Denmark took money from people who had sailed to Norway. Denmark will wait.";
        check(text, "Denmark", None::<&str>);
    }

    #[test]
    fn a_passive_to_come_keeps_its_verb() {
        check(
            "The Harbour Council will be sued by two towns. It met in Oslo.",
            "Harbour Council",
            "will be sued by two towns",
        );
    }
}
