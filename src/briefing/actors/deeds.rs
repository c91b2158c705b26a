//! What an actor does in the article, for one whom nothing says to be this or that: the predicate of the clause
//! that tells most, cut to its core.

use super::aside::{is_someone, is_something};
use super::cut::{self, FEW_WORDS};
use super::done;
use super::pronouns::Pronouns;
use super::roles::{Role, is_slur};
use super::standing;
use super::told::{self, Word};
use crate::briefing::phrase::verb;
use crate::briefing::{ActorKind, judgement};
use crate::document::BlockKind;
use crate::language::coref::{Chain, Form, words};
use crate::language::{Analysis, Deprel, NameKind, Upos};

/// One clause in which the actor does something.
struct Deed {
    verb: usize,
    /// The token of the actor's mention.
    subject: usize,
    /// Of `the plan was written by Ostland`, the plan.
    object: Option<usize>,
    /// Of `Ostland's decision to leave`, what stands for the noun: `decided to`.
    told: Option<&'static str>,
    word: Word,
    score: f32,
}

/// Which deeds will do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wanted {
    Any,
    /// Where there is no other: what somebody says or asks for.
    Said,
    /// Where there is none at all: what another says that somebody does.
    Reported,
    /// A short one.
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
        (Wanted::Plain, _) => deed.score > -2.0,
        (Wanted::Relative, _) => analysis.deprel(deed.verb) == Deprel::AclRelcl,
    });
    deeds.sort_by(|left, right| right.score.total_cmp(&left.score));
    deeds.iter().find_map(|deed| {
        let mut role = tell(pronouns, chain, deed, wanted)?;
        if let Word::Of(who) = deed.word {
            role.text.push_str(&told::according_to(pronouns, who)?);
            let name = pronouns.analysis.range(who);
            role.evidence = role.evidence.into_iter().map(|range| range.cover(name)).collect();
        }
        Some(role)
    })
}

/// What a deed is in words, with the place that tells it; `None` where half a clause would be left of it.
fn tell(pronouns: &Pronouns<'_>, chain: &Chain, deed: &Deed, wanted: Wanted) -> Option<Role> {
    let analysis = pronouns.analysis;
    let suffers = analysis.deprel(deed.subject) == Deprel::Obj;
    if let Some(object) = deed.object {
        return done::by_actor(pronouns, chain, deed.verb, deed.subject, object);
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
    // `seven Ruiz aides about it`: a noun for people that was read as a verb.
    let people = matches!(analysis.xpos(deed.verb), "VBZ" | "VBP")
        && words::is_person(analysis.lemma(deed.verb))
        && !standing::is_standing(analysis.lemma(deed.verb))
        && analysis.child_as(deed.verb, Deprel::Obj).is_none();
    if people {
        return None;
    }
    let article = noun && tokens.first().is_some_and(|&first| analysis.xpos(first) == "DT");
    let tokens = tokens[usize::from(article)..].to_vec();
    // "No comment, the firm said."
    let ahead = |token: &usize| {
        *token < deed.verb && !matches!(analysis.deprel(*token), Deprel::Aux | Deprel::Advmod)
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
        let word = analysis.word(pronouns.document, token).to_lowercase();
        judgement::is_any(analysis.upos(token), &word, analysis.lemma(token))
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
    let open = tokens.last().is_some_and(|&last| matches!(analysis.xpos(last), "MD" | "TO"));
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
    if text.starts_with(['’', '\'']) || matches!(analysis.lemma(tokens[0]), "wo" | "ca" | "sha") {
        return None;
    }
    // "took the same approach": which one is told before. "called the chaos" ends before what it called it.
    let same = |&token: &usize| {
        analysis.lemma(token) == "same"
            && !analysis.subtree(deed.verb).any(|as_it| {
                as_it > token && matches!(analysis.lemma(as_it), "as" | "that")
            })
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
    let perfect = analysis.xpos(deed.verb) == "VBN"
        && tokens.first() == Some(&deed.verb)
        && analysis.children_as(deed.verb, Deprel::Aux).any(|aux| analysis.lemma(aux) == "have")
        && analysis.child_as(deed.verb, Deprel::AuxPass).is_none();
    let text = match text.split_once(' ') {
        Some((participle, rest)) if perfect && !participle.ends_with("ed") => {
            format!("{} {rest}", verb::past(analysis.lemma(deed.verb)))
        }
        _ => text,
    };
    let text = deed.told.map_or_else(|| text.clone(), |told| format!("{told} {text}"));
    let evidence = analysis.cover(first..last + 1);
    Some(Role { text, evidence: vec![evidence] })
}

/// Whether a predicate without a verb says of somebody, and of a body, what such a one can be, and judges nobody: `is the
/// largest ally`, and no `is an average of two points`, `is a disgrace`.
fn is_being(pronouns: &Pronouns<'_>, chain: &Chain, head: usize) -> bool {
    let analysis = pronouns.analysis;
    let lemma = analysis.lemma(head);
    let judges = analysis.children(head).chain([head]).any(|token| {
        let word = analysis.word(pronouns.document, token).to_lowercase();
        judgement::is_any(analysis.upos(token), &word, analysis.lemma(token))
    });
    // `is willing to leave`, and no `is pregnant`.
    let to_do = [Deprel::Xcomp, Deprel::Advcl, Deprel::Ccomp].into_iter().any(|clause| {
        analysis.children_as(head, clause).any(|clause| clause > head)
    });
    let fits = !matches!(analysis.upos(head), Upos::Noun | Upos::Adj)
        || analysis.upos(head) == Upos::Adj && to_do
        || is_someone(lemma)
        || chain.kind != Some(NameKind::Person)
            && (is_something(lemma)
                || matches!(
                    lemma,
                    "nation" | "country" | "state" | "city" | "town" | "home" | "capital" | "hub" | "port"
                ));
    fits && !judges && !is_slur(lemma)
}

/// Whether the words hold half a clause: `met the deadline Ostland` lacks `set`; `blamed Ostland for the delay will
/// pay a price` has a second verb, but not the one who does it.
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
        || tokens.last().is_some_and(|&last| lone(last))
        || tokens.iter().skip(1).any(second)
}

/// The verb as it stands beside a name alone: `blames` of `Ostland and Norway blame it`, `seeks` of `is seeking it`;
/// `None` where it may stay as it is.
fn finite(pronouns: &Pronouns<'_>, chain: &Chain, verb: usize) -> Option<String> {
    let analysis = pronouns.analysis;
    let lemma = analysis.lemma(verb);
    // No verb ends so; `chairing` may have been read as one that does.
    let lemma = lemma.strip_suffix('e').filter(|short| short.ends_with("air")).unwrap_or(lemma);
    let several = chain.plural || super::kind(chain) == Some(ActorKind::Group);
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
        "VBG" if aux("have").is_none() => match aux("be").map(|be| analysis.xpos(be)) {
            Some("VBZ" | "VBP") => Some(now()),
            Some("VBD") => Some(verb::past(lemma)),
            // "Council holding back on bridge", in a heading.
            None if heads(pronouns, verb) => Some(now()),
            _ => None,
        },
        _ => None,
    }
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
            // "Ruiz says it is hard and will take time": what she says goes on.
            let goes_on = |other: usize| {
                let modal = |verb: usize| {
                    analysis.children_as(verb, Deprel::Aux).any(|aux| analysis.xpos(aux) == "MD")
                };
                analysis.child_as(verb, Deprel::Ccomp).is_some_and(|said| said < other)
                    && modal(other)
                    && !modal(verb)
            };
            verbs.extend(
                more.filter(|&other| analysis.subject(other).is_none() && !goes_on(other)),
            );
        }
        let person = chain.kind == Some(NameKind::Person);
        verbs.extend(relative(pronouns, subject, Some(mention.tokens.end).filter(|_| person)));
        // `the mayor spoke in Ostland, taking questions`: outside headings who does it may be another.
        verbs.retain(|&verb| {
            analysis.xpos(verb) != "VBG"
                || analysis.child_as(verb, Deprel::Aux).is_some()
                || heads(pronouns, verb)
        });
        verbs.extend(done::suffers(pronouns, subject));
        for verb in verbs {
            if let Some((word, score)) = score(pronouns, chain, verb, said) {
                // `slammed by Ostland` tells less than `slammed for the delay`.
                let bare = analysis.deprel(subject) == Deprel::Obj
                    && !analysis.children(verb).any(|child| cut::is_charge(pronouns, child));
                let score = if bare { score - 1.0 } else { score };
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

/// Whether a token stands in the article's heading.
fn heads(pronouns: &Pronouns<'_>, token: usize) -> bool {
    let analysis = pronouns.analysis;
    let sentence = analysis.sentences.get(analysis.sentence_of(token));
    sentence.is_some_and(|it| pronouns.document.blocks()[it.block].kind == BlockKind::Title)
}

/// The predicate whose subject a token is, alone or beside others.
fn acts(analysis: &Analysis, token: usize) -> Option<usize> {
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

/// On whose word a clause is told, and how well it tells who somebody is; `None` for what does not.
fn score(pronouns: &Pronouns<'_>, chain: &Chain, verb: usize, said: bool) -> Option<(Word, f32)> {
    let analysis = pronouns.analysis;
    let word = told::word_of(pronouns, chain, verb);
    // "Neither Ostland nor Norway agreed."
    let neither =
        |child: usize| analysis.word(pronouns.document, child).eq_ignore_ascii_case("neither");
    let subject = analysis.subject(verb);
    // `has not won or managed to win`.
    let first = analysis.head(verb).filter(|_| analysis.deprel(verb) == Deprel::Conj);
    if first.is_some_and(|first| done::is_denied(pronouns, first))
        && analysis
            .child_as(verb, Deprel::Cc)
            .is_some_and(|cc| matches!(analysis.word(pronouns.document, cc), "or" | "nor"))
    {
        return None;
    }
    let mut near =
        analysis.children(verb).chain(subject.into_iter().flat_map(|s| analysis.children(s)));
    if told::is_quoted(pronouns, verb) || word == Word::Nobodys || near.any(neither) {
        return None;
    }
    let sentence = analysis.sentence_of(verb);
    let told = analysis.sentences.get(sentence)?;
    // "Did Ostland leave?"
    if told.range.slice(pronouns.document.text()).trim_end_matches(['"', '”', ' ']).ends_with('?')
    {
        return None;
    }
    let block = &pronouns.document.blocks()[told.block];
    if !block.kind.is_prose() && block.kind != BlockKind::Title {
        return None;
    }
    let has = |deprel: Deprel| analysis.child_as(verb, deprel).is_some();
    let told =
        [Deprel::Obj, Deprel::Ccomp, Deprel::Xcomp, Deprel::Obl, Deprel::OblAgent, Deprel::Cop];
    // `the tariffs that it put in place`: what it did is said before.
    let relative = analysis.children(verb).any(|child| {
        matches!(analysis.xpos(child), "WDT" | "WP") && !analysis.deprel(child).is_subject()
    });
    let shared = analysis.deprel(verb) == Deprel::AclRelcl
        && analysis.subject(verb).is_none_or(|who| !matches!(analysis.xpos(who), "WDT" | "WP"));
    if !told.into_iter().any(has) || relative || shared {
        return None;
    }
    let lemma = analysis.lemma(verb);
    let mut score = -2.0 * sentence as f32 / analysis.sentences.len().max(1) as f32;
    score -= match analysis.deprel(verb) {
        Deprel::Root => 0.0,
        // `It said that it considers the dam illegal`: what it thinks is told by the inner clause.
        Deprel::Conj | Deprel::Ccomp => 0.3,
        Deprel::AclRelcl => 0.5,
        _ => 1.0,
    };
    // What somebody says is among the positions; of one who does nothing else it tells enough.
    let says = told::is_saying(lemma);
    if says && (!said || !has(Deprel::Ccomp) && !has(Deprel::Obj)) {
        return None;
    }
    if analysis.upos(verb) != Upos::Verb {
        if !has(Deprel::Cop) || analysis.child_as(verb, Deprel::Case).is_some() {
            return None;
        }
        // "is not one of them" tells who somebody is not.
        if done::is_denied(pronouns, verb) {
            return None;
        }
        // "was a founder of the movement" tells more than "was close to it".
        score -= if analysis.upos(verb) == Upos::Noun { 0.2 } else { 1.2 };
    }
    if matches!(
        lemma,
        "have"
            | "do"
            | "get"
            | "go"
            | "come"
            | "need"
            | "make"
            | "take"
            | "see"
            | "know"
            | "decline"
            | "face"
            | "receive"
    ) {
        score -= 0.8;
    }
    // What somebody should or could do is no deed; what will be done may be told.
    let modal = |aux: usize| {
        analysis.xpos(aux) == "MD"
            && !matches!(analysis.lemma(aux), "will" | "shall" | "wo" | "’ll" | "'ll")
    };
    if analysis.children_as(verb, Deprel::Aux).any(modal) {
        return None;
    }
    // `would accept it and not pursue it`: what has no tense of its own may not have been done.
    let meant = analysis.deprel(verb) == Deprel::Acl;
    if analysis.xpos(verb) == "VB" && analysis.child_as(verb, Deprel::Aux).is_none() && !meant {
        return None;
    }
    // "Council Holds Off On Bridge" is told again below, as people write.
    let capitals = block.kind == BlockKind::Title
        && analysis.children(verb).chain([verb]).all(|token| {
            !analysis.upos(token).is_nominal() && token != verb
                || analysis.word(pronouns.document, token).starts_with(|c: char| !c.is_lowercase())
        });
    score -= if capitals { 1.0 } else { 0.0 };
    let will = analysis.children_as(verb, Deprel::Aux).any(|aux| analysis.xpos(aux) == "MD");
    score -= if will { 0.4 } else { 0.0 };
    let other = analysis.subtree(verb).any(|token| {
        token > verb
            && pronouns.names.get(&token).is_some_and(|&idx| {
                analysis.chains.chains[idx].mentions.first() != chain.mentions.first()
            })
    });
    score += if other { 0.5 } else { 0.0 };
    score += if standing::is_standing(lemma) { 0.5 } else { 0.0 };
    let own = |token: usize| {
        pronouns.names.get(&token).is_some_and(|&idx| {
            analysis.chains.chains[idx].mentions.first() == chain.mentions.first()
        })
    };
    let what = analysis.subtree(verb).filter(|&token| token > verb && !own(token)).take(FEW_WORDS);
    score += pronouns.matter(what);
    score += if standing::tells_who(pronouns, verb) { 1.5 } else { 0.0 };
    Some((word, score))
}
