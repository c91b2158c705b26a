//! What an actor does in the article, for one whom nothing says to be this or that: the predicate of the clause
//! that tells most, cut to its core.

use super::cut::{self, FEW_WORDS};
use super::pronouns::Pronouns;
use super::roles::Role;
use crate::briefing::phrase::verb;
use crate::briefing::{ActorKind, judgement};
use crate::document::BlockKind;
use crate::language::coref::{Chain, Form};
use crate::language::{Analysis, Deprel, Upos};

/// One clause in which the actor does something.
struct Deed {
    verb: usize,
    /// The token of the actor's mention.
    subject: usize,
    score: f32,
}

/// Which deeds will do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wanted {
    Any,
    /// Where there is no other: what somebody says or asks for.
    Said,
    /// A short one.
    Plain,
    /// One that is told right behind the name: `Ana Ruiz, who is leading the talks,`.
    Relative,
}

/// The deed that tells most of the one of `chain`, with the place that tells it.
pub(super) fn choose(pronouns: &Pronouns<'_>, chain: &Chain, wanted: Wanted) -> Option<Role> {
    let analysis = pronouns.analysis;
    let mut deeds = all(pronouns, chain, wanted == Wanted::Said);
    deeds.retain(|deed| match wanted {
        Wanted::Any | Wanted::Said => true,
        Wanted::Plain => deed.score > -2.0,
        Wanted::Relative => analysis.deprel(deed.verb) == Deprel::AclRelcl,
    });
    deeds.sort_by(|left, right| right.score.total_cmp(&left.score));
    deeds.iter().find_map(|deed| {
        let tokens = cut::core(pronouns, deed.verb, deed.subject)?;
        // "No comment, the firm said."
        if wanted == Wanted::Said && tokens.first() != Some(&deed.verb) {
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
        if wanted == Wanted::Plain && tokens.len() > FEW_WORDS + 2 || is_torn(analysis, &tokens) {
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
        let suffers = analysis.deprel(deed.subject) == Deprel::Obj;
        let told = suffers || matches!(analysis.xpos(deed.verb), "VBD" | "VBN");
        if pronouns.weighs && (judged || !told && !is_stance(analysis.lemma(deed.verb))) {
            return None;
        }
        let text = pronouns.line(&tokens, chain)?;
        // `blame Ostland for the delay`: Ostland is `blamed for the delay`.
        let text = match text.split_once(' ') {
            Some((_, rest)) if analysis.deprel(deed.subject) == Deprel::Obj => {
                let lemma = analysis.lemma(deed.verb);
                format!("{lemma}{} {rest}", if lemma.ends_with('e') { "d" } else { "ed" })
            }
            _ => text,
        };
        // "shared those views": which ones is told before.
        let pointing = |&token: &usize| {
            analysis.upos(token) == Upos::Det
                && matches!(analysis.lemma(token), "this" | "that" | "these" | "those")
        };
        if tokens.iter().any(pointing) {
            return None;
        }
        // "have stopped telling one another" is no deed of one.
        if text.contains("one another") || text.contains("each other") {
            return None;
        }
        // "’d hold a hearing" begins in the midst of a word.
        if text.starts_with(['’', '\'']) {
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
            && analysis
                .children_as(deed.verb, Deprel::Aux)
                .any(|aux| analysis.lemma(aux) == "have")
            && analysis.child_as(deed.verb, Deprel::AuxPass).is_none();
        let text = match text.split_once(' ') {
            Some((participle, rest)) if perfect && !participle.ends_with("ed") => {
                format!("{} {rest}", verb::past(analysis.lemma(deed.verb)))
            }
            _ => text,
        };
        let evidence = analysis.cover(first..last + 1);
        Some(Role { text, evidence: vec![evidence] })
    })
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
    tokens.last().is_some_and(|&last| lone(last)) || tokens.iter().skip(1).any(second)
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
    match analysis.xpos(verb) {
        "VBP" => Some(now()),
        "VBG" if aux("have").is_none() => match analysis.xpos(aux("be")?) {
            "VBZ" | "VBP" => Some(now()),
            "VBD" => Some(verb::past(lemma)),
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
        let mut verbs = Vec::new();
        if let Some(verb) = acts(analysis, subject) {
            verbs.push(verb);
            let more = analysis.children_as(verb, Deprel::Conj);
            verbs.extend(more.filter(|&other| analysis.subject(other).is_none()));
        }
        verbs.extend(relative(pronouns, subject));
        verbs.extend(suffers(analysis, subject));
        for verb in verbs {
            if let Some(score) = score(pronouns, chain, verb, said) {
                found.push(Deed { verb, subject, score });
            }
        }
    }
    found
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

/// `the Lindqvists, who own the mill`.
fn relative(pronouns: &Pronouns<'_>, token: usize) -> Option<usize> {
    let analysis = pronouns.analysis;
    let verb = analysis.child_as(token, Deprel::AclRelcl)?;
    let who = analysis.subject(verb)?;
    let relative = analysis.word(pronouns.document, who).to_lowercase();
    let apart = who.checked_sub(1).map(|before| analysis.word(pronouns.document, before));
    (matches!(relative.as_str(), "who" | "which") && apart == Some(",")).then_some(verb)
}

/// `accused the firm of neglect`: what others say that somebody did.
fn suffers(analysis: &Analysis, token: usize) -> Option<usize> {
    let verb = analysis.head(token).filter(|_| analysis.deprel(token) == Deprel::Obj)?;
    is_accusing(analysis.lemma(verb)).then_some(verb)
}

pub(super) fn is_accusing(lemma: &str) -> bool {
    matches!(lemma, "accuse" | "blame" | "charge" | "suspect" | "convict" | "sentence" | "fine")
}

/// How well a clause tells who somebody is; `None` for what does not.
fn score(pronouns: &Pronouns<'_>, chain: &Chain, verb: usize, said: bool) -> Option<f32> {
    let analysis = pronouns.analysis;
    if is_quoted(pronouns, verb) || is_anothers_word(pronouns, chain, verb) {
        return None;
    }
    let sentence = analysis.sentence_of(verb);
    let block = &pronouns.document.blocks()[analysis.sentences.get(sentence)?.block];
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
    let says = is_saying(lemma);
    if says && (!said || !has(Deprel::Ccomp) && !has(Deprel::Obj)) {
        return None;
    }
    if analysis.upos(verb) != Upos::Verb {
        if !has(Deprel::Cop) || analysis.child_as(verb, Deprel::Case).is_some() {
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
    let will = analysis.children_as(verb, Deprel::Aux).any(|aux| analysis.xpos(aux) == "MD");
    score -= if will { 0.4 } else { 0.0 };
    let other = analysis.subtree(verb).any(|token| {
        token > verb
            && pronouns.names.get(&token).is_some_and(|&idx| {
                analysis.chains.chains[idx].mentions.first() != chain.mentions.first()
            })
    });
    score += if other { 0.5 } else { 0.0 };
    Some(score)
}

/// Whether a clause is only what somebody else says, or what would be if: no deed.
fn is_anothers_word(pronouns: &Pronouns<'_>, chain: &Chain, verb: usize) -> bool {
    let analysis = pronouns.analysis;
    let mut at = verb;
    // Bounded for the sake of damaged trees.
    for _ in 0..20 {
        let Some(above) = analysis.head(at) else { return false };
        match analysis.deprel(at) {
            Deprel::Ccomp | Deprel::Csubj if !is_own_word(pronouns, chain, above) => return true,
            Deprel::Root => return false,
            _ if is_condition(pronouns, at) => return true,
            _ => at = above,
        }
    }
    false
}

/// Whether the one of `chain` is the subject of `said`.
fn is_own_word(pronouns: &Pronouns<'_>, chain: &Chain, said: usize) -> bool {
    let mentions = &pronouns.analysis.chains.mentions;
    pronouns
        .analysis
        .subject(said)
        .is_some_and(|who| chain.mentions.iter().any(|&idx| mentions[idx].tokens.contains(&who)))
}

/// `if it pays`, `had it paid`.
fn is_condition(pronouns: &Pronouns<'_>, verb: usize) -> bool {
    let analysis = pronouns.analysis;
    let word = |token: usize| analysis.word(pronouns.document, token).to_lowercase();
    let subject = analysis.subject(verb);
    // A parser may hang the `had` of `had it paid` on the main clause.
    let before = subject.and_then(|subject| analysis.subtree(subject).start.checked_sub(1));
    let inverted = before.is_some_and(|at| matches!(word(at).as_str(), "had" | "were" | "should"));
    inverted
        || analysis.children(verb).any(|child| match analysis.deprel(child) {
            Deprel::Mark => matches!(word(child).as_str(), "if" | "unless" | "whether" | "lest"),
            Deprel::Aux => subject.is_some_and(|subject| child < subject),
            _ => false,
        })
}

fn is_quoted(pronouns: &Pronouns<'_>, token: usize) -> bool {
    let analysis = pronouns.analysis;
    let start = analysis.tokens.get(token).map_or(0, |token| token.range.start());
    analysis.quotations.iter().any(|quotation| quotation.range.contains(start))
}

/// What somebody wants or is against, which even those say plainly who argue with it.
fn is_stance(lemma: &str) -> bool {
    matches!(
        lemma,
        "want"
            | "seek"
            | "oppose"
            | "support"
            | "back"
            | "endorse"
            | "favor"
            | "favour"
            | "deny"
            | "reject"
            | "refuse"
            | "blame"
            | "accuse"
            | "demand"
            | "propose"
            | "plan"
    )
}

fn is_saying(lemma: &str) -> bool {
    matches!(
        lemma,
        "say"
            | "tell"
            | "add"
            | "write"
            | "note"
            | "state"
            | "explain"
            | "argue"
            | "claim"
            | "announce"
            | "tweet"
            | "reply"
            | "respond"
            | "ask"
            | "insist"
            | "declare"
            | "reiterate"
            | "stress"
            | "report"
            | "believe"
            | "think"
            | "suggest"
            | "post"
    )
}
