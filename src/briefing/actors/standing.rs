//! Words that tell more than a day's deeds: what makes somebody who he is, what somebody is for or against, and what
//! somebody has made up his mind to do.

use super::pronouns::Pronouns;
use crate::language::{Deprel, Upos};

/// `Ostland's decision to leave`, `its refusal to pay`: the verb, and what somebody who has such a noun did with it.
pub(super) fn meant(pronouns: &Pronouns<'_>, owner: usize) -> Option<(usize, &'static str)> {
    let analysis = pronouns.analysis;
    let noun = analysis.head(owner).filter(|_| analysis.deprel(owner) == Deprel::NmodPoss)?;
    let told = match analysis.lemma(noun) {
        "decision" => "decided to",
        "attempt" => "attempted to",
        "effort" | "bid" => "tried to",
        "plan" => "plans to",
        "refusal" => "refused to",
        "failure" => "failed to",
        "threat" => "threatened to",
        "promise" => "promised to",
        "vow" => "vowed to",
        "pledge" => "pledged to",
        "proposal" => "proposed to",
        "offer" => "offered to",
        "desire" => "wants to",
        "intention" => "intends to",
        _ => return None,
    };
    let verb = analysis.child_as(noun, Deprel::Acl).filter(|&verb| verb > noun)?;
    let to = analysis.child_as(verb, Deprel::Mark);
    let bare = to.is_some_and(|to| analysis.word(pronouns.document, to) == "to")
        && analysis.xpos(verb) == "VB";
    bare.then_some((verb, told))
}

/// What makes somebody who he is, for longer than a day: `founded the firm`, `was nominated for president`.
pub(super) fn is_standing(lemma: &str) -> bool {
    matches!(
        lemma,
        "appoint"
            | "chair"
            | "charge"
            | "co-found"
            | "cofound"
            | "convict"
            | "direct"
            | "edit"
            | "elect"
            | "found"
            | "govern"
            | "head"
            | "host"
            | "impeach"
            | "indict"
            | "kill"
            | "lead"
            | "nominate"
            | "oust"
            | "oversee"
            | "own"
            | "represent"
            | "run"
            | "sentence"
    )
}

/// `, who runs the mill,`, `, which writes the rules of trade,`, `, who served as the king's envoy,`: a clause behind the
/// name that is there to say who or what its bearer is, and no news.
pub(super) fn tells_who(pronouns: &Pronouns<'_>, verb: usize) -> bool {
    let analysis = pronouns.analysis;
    let who = analysis.subject(verb).is_some_and(|who| matches!(analysis.xpos(who), "WDT" | "WP"));
    if analysis.deprel(verb) != Deprel::AclRelcl || !who {
        return false;
    }
    let office = || {
        matches!(analysis.lemma(verb), "serve" | "work")
            && analysis.children_as(verb, Deprel::Obl).any(|what| {
                let case = analysis.child_as(what, Deprel::Case);
                case.is_some_and(|case| {
                    matches!(
                        analysis.word(pronouns.document, case),
                        "as" | "for" | "in" | "at" | "under"
                    )
                })
            })
    };
    let habit = || {
        matches!(analysis.xpos(verb), "VBZ" | "VBP")
            && analysis.child_as(verb, Deprel::Obj).is_some()
            && !super::done::is_denied(pronouns, verb)
            && !matches!(
                analysis.lemma(verb),
                "have"
                    | "do"
                    | "make"
                    | "take"
                    | "get"
                    | "give"
                    | "see"
                    | "face"
                    | "need"
                    | "want"
                    | "seem"
                    | "hold"
            )
    };
    office() || is_standing(analysis.lemma(verb)) || habit()
}

/// Whether a deed is worth telling beside an office: `endorsed Ruiz`, `, who has led the party`, and no `left on Monday`.
pub(super) fn lasts(pronouns: &Pronouns<'_>, verb: usize) -> bool {
    let analysis = pronouns.analysis;
    let perfect = analysis.children_as(verb, Deprel::Aux).any(|aux| analysis.lemma(aux) == "have");
    let lemma = analysis.lemma(verb);
    let relative = analysis.deprel(verb) == Deprel::AclRelcl;
    analysis.upos(verb) == Upos::Verb
        && (is_standing(lemma)
            || matches!(lemma, "back" | "endorse" | "oppose" | "support")
            || relative && perfect
            || tells_who(pronouns, verb))
}

/// What somebody wants or is against, which even those say plainly who argue with it.
pub(super) fn is_stance(lemma: &str) -> bool {
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
