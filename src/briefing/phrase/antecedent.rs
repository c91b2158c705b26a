//! What a pronoun means that the chains left alone: a noun of the clauses above it, or the subject before it.
//!
//! The chains know people, bodies and states; `it` is more often a plan or a tax. For questions only, which say
//! nothing of their own.

use super::clause::Tree;
use crate::briefing::ActorKind;
use crate::briefing::actors::Cast;
use crate::language::coref::{Form, words};
use crate::language::{Deprel, NameKind, Upos};

/// Verbs of what people and bodies do, and things do not.
const OF_SOMEBODY: &[&str] = &[
    "accuse",
    "agree",
    "announce",
    "apologise",
    "apologize",
    "appoint",
    "arbitrate",
    "argue",
    "arrest",
    "ask",
    "assert",
    "attend",
    "believe",
    "boycott",
    "buy",
    "campaign",
    "comment",
    "condemn",
    "consult",
    "decide",
    "decline",
    "demand",
    "deny",
    "elect",
    "endorse",
    "fear",
    "hire",
    "hope",
    "insist",
    "intend",
    "interview",
    "investigate",
    "invite",
    "know",
    "negotiate",
    "nominate",
    "oppose",
    "plan",
    "pledge",
    "prefer",
    "promise",
    "propose",
    "prosecute",
    "purchase",
    "quit",
    "recommend",
    "refuse",
    "reject",
    "reply",
    "request",
    "resign",
    "retaliate",
    "retire",
    "say",
    "sell",
    "sue",
    "surrender",
    "suspect",
    "talk",
    "think",
    "try",
    "urge",
    "veto",
    "visit",
    "vote",
    "vow",
    "want",
    "wish",
    "worry",
];

/// The head of the noun phrase that the pronoun at `token` most likely stands for.
pub(super) fn find(tree: &Tree<'_>, cast: &Cast, token: usize) -> Option<usize> {
    let many = match tree.word(token).to_lowercase().as_str() {
        "it" | "its" => false,
        "they" | "them" | "their" => true,
        _ => return None,
    };
    if is_filled(tree, token) {
        return None;
    }
    // "The guards feared the crowds, saying, “They came each day.”": who is quoted speaks of what he spoke of before.
    let parted = |noun: usize| {
        let noun = tree.range(noun);
        tree.quotations_over(token).any(|quotation| !quotation.range.contains_range(noun))
    };
    // "None of the banks has said whether it will lend": each of them.
    let each = |clause: usize| {
        tree.subject(clause).is_some_and(|subject| {
            subject < token
                && tree.is_word(subject, &["none", "neither", "either", "each", "nobody"])
        })
    };
    let verb = tree.clause_of(token);
    if !many && tree.ancestors(verb).any(each) {
        return None;
    }
    if let Some(pair) = pair_before(tree, token).filter(|_| many) {
        return Some(pair);
    }
    let fits =
        |noun: usize| (!parted(noun) && agrees(tree, cast, noun, many, verb)).then_some(noun);
    chained(tree, token).filter(|&noun| !is_amount(tree, noun)).or_else(|| {
        let clause = tree.clause_of(token);
        let mut above = tree.ancestors(clause).filter(|&above| tree.heads_clause(above));
        // "the insurers, who have yet to say whether they will pay": of whom the relative clause is said.
        let subject = above.find_map(|above| {
            let at = tree.subject(above).filter(|&at| at < token)?;
            let relative =
                tree.deprel(above) == Deprel::AclRelcl && tree.is_word(at, &["who", "which"]);
            if relative { tree.head(above) } else { Some(at) }
        });
        // "Investigators do not know who took them": nobody took those who ask.
        let asks = |noun: &usize| {
            tree.deprel(token) == Deprel::Obj
                && tree.subject(clause).is_some_and(|who| tree.is_word(who, &["who", "what"]))
                && words::is_inquirer(tree.lemma(*noun))
        };
        // "The firm faces scrutiny over whether it cheated": the subject above, if it fits.
        subject
            .filter(|noun| !asks(noun))
            .and_then(fits)
            .or_else(|| before(tree, token).and_then(fits))
    })
}

/// Of `They left` behind `Three Norwegians came`, which is of no chain: the three.
pub(super) fn some_of_a_people(tree: &Tree<'_>, token: usize) -> Option<usize> {
    let noun = before(tree, token).filter(|_| tree.is_word(token, &["they"]))?;
    let counted = tree.child(noun, |deprel| deprel == Deprel::Nummod).is_some();
    (counted && tree.xpos(noun) == "NNPS").then_some(noun)
}

/// The first of two people named side by side, behind whom no other noun of several stands: "the row ahead for Lee and Roe if
/// they win".
fn pair_before(tree: &Tree<'_>, token: usize) -> Option<usize> {
    let sentence = &tree.analysis.sentences[tree.analysis.sentence_of(token)];
    let person = |at: usize| tree.analysis.name_kind(at) == Some(NameKind::Person);
    let first = (sentence.tokens.start..token).rev().find(|&at| {
        person(at)
            && !matches!(tree.deprel(at), Deprel::Conj | Deprel::Flat | Deprel::NmodPoss)
            && tree.children(at).any(|other| {
                tree.deprel(other) == Deprel::Conj
                    && person(other)
                    && other < token
                    && tree.children(other).any(|and| tree.is_word(and, &["and"]))
            })
    })?;
    let others = (first..token).any(|at| matches!(tree.xpos(at), "NNS" | "NNPS"));
    (tree.is_word(token, &["they"]) && !others).then_some(first)
}

/// "It will stay against the law to sell them": what is meant by `it` comes behind.
fn is_filled(tree: &Tree<'_>, token: usize) -> bool {
    let clause = tree.clause_of(token);
    tree.is_word(token, &["it"])
        && super::clause::is_subject(tree.deprel(token))
        && (tree.child(clause, |deprel| deprel == Deprel::Cop).is_some()
            || matches!(
                tree.lemma(clause),
                "stay" | "remain" | "become" | "seem" | "take" | "appear"
            ))
        && tree.children(clause).any(|child| {
            child > clause
                && (tree.is_infinitive(child)
                    || tree.deprel(child) == Deprel::Csubj
                    || tree.deprel(child) == Deprel::Ccomp)
        })
}

/// The last mention before it in its chain that is no pronoun.
fn chained(tree: &Tree<'_>, token: usize) -> Option<usize> {
    let chains = &tree.analysis.chains;
    let chain = chains.chains.iter().find(|chain| {
        chain.mentions.iter().any(|&mention| chains.mentions[mention].head == token)
    })?;
    chain
        .mentions
        .iter()
        .map(|&mention| &chains.mentions[mention])
        .rfind(|mention| mention.head < token && mention.form != Form::Pronoun)
        .map(|mention| mention.head)
}

/// The subject of the sentence before, where the pronoun is the first noun or pronoun of its own.
fn before(tree: &Tree<'_>, token: usize) -> Option<usize> {
    let sentences = &tree.analysis.sentences;
    let here = tree.analysis.sentence_of(token);
    let sentence = sentences.get(here)?;
    // In a quotation, only where it began before this sentence: one speaker says both.
    let quoted = tree
        .quotations_over(token)
        .any(|quotation| quotation.range.start() >= sentence.range.start());
    // "It may close", "Its owner may leave".
    let owned = tree.head(token).filter(|_| tree.deprel(token) == Deprel::NmodPoss);
    if quoted || !super::clause::is_subject(tree.deprel(owned.unwrap_or(token))) {
        return None;
    }
    // "Analysts say it will": between the two stands only who says so.
    let others = sentence
        .tokens
        .clone()
        .take_while(|&at| at < token)
        .filter(|&at| matches!(tree.upos(at), Upos::Noun | Upos::Propn | Upos::Pron));
    if others.count() > 1 {
        return None;
    }
    let last = sentences.get(here.checked_sub(1)?)?;
    let root = last.tokens.clone().find(|&at| tree.deprel(at) == Deprel::Root)?;
    tree.subject(root)
}

/// "a lot of oil": no plan and no thing.
fn is_amount(tree: &Tree<'_>, noun: usize) -> bool {
    matches!(
        tree.lemma(noun),
        "lot" | "number" | "kind" | "sort" | "part" | "bit" | "couple" | "series"
    )
}

fn agrees(tree: &Tree<'_>, cast: &Cast, noun: usize, many: bool, verb: usize) -> bool {
    // "The question is whether it will pay off", "their polls fell, and they vowed to go on": no question pays off, and
    // no poll vows.
    let speaks_of = matches!(tree.lemma(noun), "question" | "answer" | "doubt" | "fact" | "point");
    let somebody = cast.actor_of_token(noun).is_some()
        || words::is_person(tree.lemma(noun))
        || words::is_body(tree.lemma(noun))
        || words::is_title(tree.lemma(noun));
    let acts =
        !somebody && cast.actor_of_token(noun).is_none() && OF_SOMEBODY.contains(&tree.lemma(verb));
    if speaks_of
        || acts
        || is_amount(tree, noun)
        || !matches!(tree.upos(noun), Upos::Noun | Upos::Propn)
    {
        return false;
    }
    let actor = cast.actor_of_token(noun);
    let plural = matches!(tree.xpos(noun), "NNS" | "NNPS")
        || tree.child(noun, |deprel| deprel == Deprel::Conj).is_some()
        || actor.is_some_and(|actor| cast.is_plural(actor));
    let person = actor
        .and_then(|actor| cast.actor(actor))
        .map_or_else(|| words::is_person(tree.lemma(noun)), |it| it.kind == ActorKind::Person);
    if many {
        plural
    } else {
        !plural && !person && (actor.is_some() || tree.upos(noun) == Upos::Noun)
    }
}
