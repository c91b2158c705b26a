//! Whose word a clause is: the article's, that of the one it tells of, or somebody else's.

use super::calling::Calling;
use super::pronouns::Pronouns;
use crate::language::Deprel;
use crate::language::coref::Chain;

/// On whose word it is told that somebody did something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Word {
    /// The article's, or that of the one who did it.
    Plain,
    /// That of another, by the token of the name.
    Of(usize),
    /// It is thought, denied, or what would be if.
    Nobodys,
}

pub(super) fn word_of(pronouns: &Pronouns<'_>, chain: &Chain, verb: usize) -> Word {
    let analysis = pronouns.analysis;
    let (mut at, mut word) = (verb, Word::Plain);
    // Bounded for the sake of damaged trees.
    for _ in 0..20 {
        let Some(above) = analysis.head(at) else { break };
        match analysis.deprel(at) {
            Deprel::Ccomp | Deprel::Csubj if !is_own_word(pronouns, chain, above) => {
                let said = analysis.deprel(at) == Deprel::Ccomp
                    && is_saying(analysis.lemma(above))
                    && !super::done::is_denied(pronouns, above);
                let who = analysis.subject(above).filter(|who| pronouns.names.contains_key(who));
                match who.filter(|_| said && word == Word::Plain) {
                    Some(who) => word = Word::Of(who),
                    None => return Word::Nobodys,
                }
                at = above;
            }
            Deprel::Root => break,
            // `..., while Ostland left`: a parser may hang that on what was said before.
            Deprel::Advcl if is_contrast(pronouns, at) => break,
            _ if is_condition(pronouns, at) => return Word::Nobodys,
            _ => at = above,
        }
    }
    word
}

/// `, according to Ruiz`.
pub(super) fn according_to(pronouns: &Pronouns<'_>, who: usize) -> Option<String> {
    let chain = &pronouns.analysis.chains.chains[*pronouns.names.get(&who)?];
    let kind = super::kind(chain)?;
    let name = Calling::new(pronouns.document, pronouns.analysis, chain, kind)?.short;
    Some(format!(", according to {name}"))
}

/// `..., while Ostland left`.
fn is_contrast(pronouns: &Pronouns<'_>, verb: usize) -> bool {
    let word = |token: usize| pronouns.analysis.word(pronouns.document, token);
    let mark = pronouns.analysis.child_as(verb, Deprel::Mark);
    mark.is_some_and(|mark| {
        matches!(word(mark), "while" | "whereas") && mark > 0 && word(mark - 1) == ","
    })
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

pub(super) fn is_quoted(pronouns: &Pronouns<'_>, token: usize) -> bool {
    let analysis = pronouns.analysis;
    analysis.is_quoted(analysis.range(token).start())
}

pub(super) fn is_saying(lemma: &str) -> bool {
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

#[cfg(test)]
mod tests {
    use crate::briefing::brief;
    use crate::testing::document;

    #[test]
    fn what_another_says_is_told_with_who_says_it() {
        let text =
            "Anna Okafor said on Monday that the Harbour Council rejected her plan for the bridge.";
        let briefing = brief(&document(text));
        let actor = briefing.actors.iter().find(|actor| actor.name == "Harbour Council");
        let role = actor.expect("it is named").role.as_deref();
        assert_eq!(role, Some("rejected Okafor’s plan for the bridge, according to Okafor"));
    }
}
