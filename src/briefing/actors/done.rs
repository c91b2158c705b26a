//! What is done by an actor, told in the passive, and what is done to one.

use super::calling::Calling;
use super::pronouns::Pronouns;
use super::roles::Role;
use super::wording::keeps_capital;
use crate::briefing::ActorKind;
use crate::briefing::phrase::clause::Tree;
use crate::briefing::phrase::verb;
use crate::language::coref::Chain;
use crate::language::lexicon::denies;
use crate::language::{Analysis, Deprel, Upos};
use crate::text::small;

/// Whom or what a deed is done to, or by, is named in so many words at most.
const MOST_WORDS: usize = 9;

/// The clause in which something is done by a mention, and the noun of what it is done to: `the plan was written by
/// Ostland`, `a plan written by Ostland`, `the plan, which was written by Ostland`.
pub(super) fn agent(pronouns: &Pronouns<'_>, token: usize) -> Option<(usize, usize)> {
    let analysis = pronouns.analysis;
    let at = first_of_several(analysis, token);
    let by = analysis
        .child_as(at, Deprel::Case)
        .is_some_and(|case| analysis.word(pronouns.document, case).eq_ignore_ascii_case("by"));
    let agent = by && matches!(analysis.deprel(at), Deprel::OblAgent | Deprel::Obl | Deprel::Nmod);
    let verb = analysis.head(at).filter(|&verb| agent && analysis.xpos(verb) == "VBN")?;
    let subject = analysis.subject(verb);
    let relative = subject.is_some_and(|who| matches!(analysis.xpos(who), "WDT" | "WP"));
    let object = match analysis.deprel(verb) {
        Deprel::Acl | Deprel::AclRelcl if relative || subject.is_none() => analysis.head(verb),
        _ => subject.filter(|_| !relative),
    };
    Some((verb, object?))
}

/// `wrote the plan`, of the plan that was written by the one of `chain`.
pub(super) fn by_actor(
    pronouns: &Pronouns<'_>,
    chain: &Chain,
    verb: usize,
    actor: usize,
    object: usize,
) -> Option<Role> {
    let analysis = pronouns.analysis;
    let helping = || {
        [Deprel::Aux, Deprel::AuxPass]
            .into_iter()
            .flat_map(|deprel| analysis.children_as(verb, deprel))
    };
    let to = analysis.child_as(verb, Deprel::Mark).is_some_and(|mark| analysis.lemma(mark) == "to");
    if to
        || is_denied(pronouns, verb)
        || helping().any(|aux| matches!(analysis.xpos(aux), "MD" | "VBG"))
    {
        return None;
    }
    // `the winner, followed by Reyes`: who only comes next.
    if matches!(analysis.lemma(verb), "follow" | "accompany" | "join" | "surround") {
        return None;
    }
    let has = helping().any(|aux| analysis.lemma(aux) == "have");
    let now = !has && helping().any(|aux| matches!(analysis.xpos(aux), "VBZ" | "VBP"));
    if now && pronouns.weighs {
        return None;
    }
    let lemma = analysis.lemma(verb);
    let several = super::is_several(pronouns.document, analysis, chain);
    let told = match (now, several) {
        (true, true) => lemma.to_owned(),
        (true, false) => verb::third_person(lemma),
        (false, _) => {
            let participle = analysis.word(pronouns.document, verb).to_lowercase();
            match participle.ends_with("ed") {
                true => participle,
                // Where the lemma was guessed wrong, so would the past be.
                false if verb::participle(lemma) == participle => verb::past(lemma),
                false => return None,
            }
        }
    };
    // `carried out by the office`.
    let told = match analysis.child_as(verb, Deprel::CompoundPrt) {
        Some(particle) => format!("{told} {}", analysis.word(pronouns.document, particle)),
        None => told,
    };
    // `the mayor, Ana Ruiz, goaded by Hall`: she is called by her name.
    let what = match pronouns.names.get(&object).map(|&idx| &analysis.chains.chains[idx]) {
        Some(other) if super::kind(other) == Some(ActorKind::Person) => {
            Calling::new(pronouns.document, analysis, other, ActorKind::Person)?.short
        }
        _ => noun_phrase(pronouns, chain, object, MOST_WORDS)?,
    };
    let evidence = analysis.cover(object.min(actor)..object.max(actor) + 1);
    Some(Role { text: format!("{told} {what}"), evidence: vec![evidence] })
}

/// `attacked by Ostland`, of one whom Ostland attacked.
pub(super) fn to_actor(
    pronouns: &Pronouns<'_>,
    chain: &Chain,
    verb: usize,
    actor: usize,
) -> Option<Role> {
    let analysis = pronouns.analysis;
    let who = doer(analysis, verb).filter(|_| !is_accusing(analysis.lemma(verb)))?;
    // "(Acme News) -": who tells it.
    if analysis.word(pronouns.document, who + 1) == ")" {
        return None;
    }
    let named = pronouns.names.get(&who).map(|&idx| &analysis.chains.chains[idx]);
    let who_text = match named {
        Some(other) => {
            if other.mentions.first() == chain.mentions.first() {
                return None;
            }
            Calling::new(pronouns.document, analysis, other, super::kind(other)?)?.short
        }
        None => noun_phrase(pronouns, chain, who, 4)?,
    };
    let text = format!("{} by {who_text}", verb::participle(analysis.lemma(verb)));
    let evidence = analysis.cover(who.min(actor)..who.max(actor) + 1);
    Some(Role { text, evidence: vec![evidence] })
}

/// The words of a noun without clauses about it; `None` where there are more than `most`, where they hold the actor,
/// or where a pronoun means nobody known.
fn noun_phrase(pronouns: &Pronouns<'_>, chain: &Chain, noun: usize, most: usize) -> Option<String> {
    let analysis = pronouns.analysis;
    let named = matches!(analysis.upos(noun), Upos::Noun | Upos::Propn);
    if !named && analysis.xpos(noun) != "PRP" {
        return None;
    }
    let tree = Tree::new(pronouns.document.text(), analysis);
    let tokens = tree.subtree(noun, |token| match analysis.deprel(token) {
        Deprel::AclRelcl | Deprel::Acl | Deprel::Appos | Deprel::Parataxis => false,
        Deprel::Case | Deprel::Cc | Deprel::Advmod => analysis.head(token) != Some(noun),
        Deprel::Punct => matches!(analysis.word(pronouns.document, token), "-" | "’" | "'"),
        _ => true,
    });
    // `that company`: which one is told before. `any changes` may be none.
    let pointing = |&token: &usize| {
        analysis.upos(token) == Upos::Det
            && matches!(analysis.lemma(token), "this" | "that" | "these" | "those" | "any")
    };
    let own = |token: &usize| {
        pronouns.names.get(token).is_some_and(|&idx| {
            analysis.chains.chains[idx].mentions.first() == chain.mentions.first()
        })
    };
    let than = tokens.iter().any(|&token| analysis.lemma(token) == "than");
    if tokens.len() > most || than || tokens.iter().any(own) || tokens.iter().any(pointing) {
        return None;
    }
    let line = pronouns.line(&tokens, chain)?;
    let named = |token: usize| matches!(analysis.upos(token), Upos::Propn | Upos::Pron);
    let common = tokens
        .first()
        .is_some_and(|&first| !named(first) && !keeps_capital(pronouns.document, analysis, first));
    Some(if common { small(&line) } else { line })
}

/// `accused the firm of neglect`, `attacked the firm`: the clause that tells what others say that somebody did, or do
/// to somebody.
pub(super) fn suffers(pronouns: &Pronouns<'_>, token: usize) -> Option<usize> {
    let analysis = pronouns.analysis;
    let at = first_of_several(analysis, token);
    let verb = analysis.head(at).filter(|_| analysis.deprel(at) == Deprel::Obj)?;
    let lemma = analysis.lemma(verb);
    // `refused to blame it`, `did not blame it`.
    let told = matches!(analysis.xpos(verb), "VBD" | "VBZ" | "VBP" | "VBN" | "VBG");
    // `urged the firm to close the mill`: what it is to do; and no `without forcing it to`.
    let finite = analysis.xpos(verb) != "VBG"
        || analysis.child_as(verb, Deprel::Aux).is_some()
        || matches!(
            lemma,
            "ask" | "encourage" | "lobby" | "press" | "prompt" | "push" | "tell" | "urge" | "warn"
        );
    let moved = is_moving(lemma)
        && finite
        && [Deprel::Xcomp, Deprel::Advcl].into_iter().any(|deprel| {
            // A parser may see in it what for.
            analysis.child_as(verb, deprel).is_some_and(|to_do| {
                let mark = analysis.child_as(to_do, Deprel::Mark);
                mark.is_some_and(|mark| {
                    analysis.word(pronouns.document, mark) == "to"
                        && mark == analysis.subtree(at).end
                })
            })
        });
    // `when she visits Ostland`: she may not.
    let touched = is_touching(lemma) && analysis.deprel(verb) != Deprel::Advcl;
    (told
        && (is_accusing(lemma) || is_striking(lemma) || touched || moved)
        && !is_denied(pronouns, verb))
    .then_some(verb)
}

/// Who does what a verb tells, its own subject or that of the verb before it.
fn doer(analysis: &Analysis, verb: usize) -> Option<usize> {
    let finite = |verb: usize| {
        matches!(analysis.xpos(verb), "VBD" | "VBZ" | "VBP")
            || analysis.child_as(verb, Deprel::Aux).is_some_and(|aux| analysis.xpos(aux) != "MD")
    };
    let own = analysis.subject(verb);
    let shared = || {
        let first = analysis.head(verb).filter(|_| analysis.deprel(verb) == Deprel::Conj)?;
        analysis.subject(first)
    };
    own.or_else(shared)
        .filter(|&who| finite(verb) && !matches!(analysis.xpos(who), "WDT" | "WP" | "EX"))
}

/// Of `Ostland and Norway` the first, by which the tree ties both.
pub(super) fn first_of_several(analysis: &Analysis, token: usize) -> usize {
    let mut at = token;
    while analysis.deprel(at) == Deprel::Conj {
        let Some(above) = analysis.head(at) else { break };
        at = above;
    }
    at
}

/// `did not`, `never`.
pub(super) fn is_denied(pronouns: &Pronouns<'_>, verb: usize) -> bool {
    let analysis = pronouns.analysis;
    analysis.children_as(verb, Deprel::Advmod).any(|child| {
        let word = analysis.word(pronouns.document, child).to_lowercase();
        denies(&word)
    })
}

/// Verbs that say of what somebody is accused.
pub(super) fn is_accusing(lemma: &str) -> bool {
    matches!(lemma, "accuse" | "blame" | "charge" | "suspect" | "convict" | "sentence" | "fine")
}

/// Verbs for how somebody is brought to do what he is to do.
fn is_moving(lemma: &str) -> bool {
    matches!(
        lemma,
        "advise"
            | "ask"
            | "beg"
            | "compel"
            | "direct"
            | "encourage"
            | "force"
            | "implore"
            | "invite"
            | "lobby"
            | "order"
            | "persuade"
            | "press"
            | "pressure"
            | "prompt"
            | "push"
            | "tell"
            | "urge"
            | "warn"
    )
}

/// Verbs of what is done to somebody for good or ill, which tells who that is in the story.
fn is_striking(lemma: &str) -> bool {
    matches!(
        lemma,
        "appoint"
            | "arrest"
            | "attack"
            | "ban"
            | "blast"
            | "boycott"
            | "censure"
            | "condemn"
            | "create"
            | "criticise"
            | "criticize"
            | "defeat"
            | "denounce"
            | "endorse"
            | "fire"
            | "found"
            | "hire"
            | "impeach"
            | "indict"
            | "investigate"
            | "jail"
            | "kill"
            | "liberate"
            | "mock"
            | "murder"
            | "nominate"
            | "oust"
            | "pardon"
            | "praise"
            | "probe"
            | "prosecute"
            | "pummel"
            | "punish"
            | "raid"
            | "rebuke"
            | "rescue"
            | "ridicule"
            | "sack"
            | "sanction"
            | "slam"
            | "sue"
            | "target"
    )
}

/// Verbs of what is done to a state or a body, where nothing better tells what it does.
pub(super) fn is_touching(lemma: &str) -> bool {
    matches!(
        lemma,
        "aid"
            | "arm"
            | "back"
            | "bomb"
            | "defend"
            | "evacuate"
            | "fund"
            | "invade"
            | "join"
            | "occupy"
            | "oppose"
            | "pressure"
            | "support"
            | "visit"
            | "warn"
            | "welcome"
    )
}

#[cfg(test)]
mod tests {
    use crate::briefing::actors::testing::check_role as check;

    #[test]
    fn who_does_something_in_the_passive_is_told_by_it() {
        let text = "The new bridge was designed by Brandt Steel. It opened on Monday.";
        check(text, "Brandt Steel", Some("designed the new bridge"));
    }

    #[test]
    fn when_somebody_became_what_he_is_is_no_part_of_it() {
        let text =
            "Nadia Farhat became the town's mayor in 2021, the first woman to hold the post.";
        check(text, "Nadia Farhat", Some("town's mayor"));
    }

    #[test]
    fn what_is_carried_out_is_not_carried() {
        let text =
            "The audit, carried out by the Brandt Office, said the filters were never installed.";
        check(text, "Brandt Office", Some("carried out the audit"));
    }

    #[test]
    fn to_whom_something_is_done_is_told_by_who_does_it() {
        let text =
            "The mayor spoke on Monday. Anna Okafor attacked the Harbour Council in a speech.";
        check(text, "Harbour Council", Some("attacked by Okafor"));
    }

    #[test]
    fn a_word_that_a_verb_cannot_do_without_stays() {
        let text = "Denmark accused Norway of closing the harbour without a vote. Norway met.";
        check(text, "Norway", Some("accused of closing the harbour without a vote"));
    }

    #[test]
    fn what_is_not_done_is_no_role() {
        let text = "The mayor spoke on Monday. Anna Okafor did not attack the Harbour Council in her speech.";
        check(text, "Harbour Council", None);
    }

    #[test]
    fn what_somebody_is_urged_to_do_is_told() {
        let text =
            "The harbour is full. Anna Okafor urged Norway to close the harbour. Ships left.";
        check(text, "Norway", Some("urged to close the harbour"));
    }

    #[test]
    fn what_is_of_a_people_keeps_its_capital() {
        let text = "Norwegian camps besieged by Harbour Watch were empty.";
        check(text, "Harbour Watch", Some("besieged Norwegian camps"));
    }
}
