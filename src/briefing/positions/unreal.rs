//! Clauses that the sentence around them does not take for true: `the rumour that Lee backs it`, `until she backs it`. What
//! somebody does in one of them, he may never have done.

use super::claim::{Claim, Manner};
use super::nobody;
use super::subject::subject;
use super::view::View;
use crate::briefing::Holder;
use crate::briefing::phrase::clause::Tree;
use crate::language::{Deprel, Upos};

/// Nouns whose clause may be false.
const OPEN_NOUNS: &[&str] = &[
    "accusation",
    "allegation",
    "allusion",
    "argument",
    "assertion",
    "assumption",
    "belief",
    "chance",
    "charge",
    "claim",
    "conjecture",
    "contention",
    "danger",
    "delusion",
    "doubt",
    "dream",
    "evidence",
    "expectation",
    "falsehood",
    "fantasy",
    "fear",
    "fiction",
    "guess",
    "hint",
    "hope",
    "hypothesis",
    "idea",
    "illusion",
    "impression",
    "indication",
    "insinuation",
    "lie",
    "likelihood",
    "misconception",
    "myth",
    "narrative",
    "notion",
    "odds",
    "possibility",
    "premise",
    "pretence",
    "pretense",
    "probability",
    "proof",
    "prospect",
    "question",
    "risk",
    "rumor",
    "rumour",
    "scenario",
    "speculation",
    "story",
    "suggestion",
    "supposition",
    "suspicion",
    "theory",
    "thought",
    "threat",
    "whisper",
];

/// Verbs whose clause is none of the facts, whoever is their subject.
const OPEN_VERBS: &[&str] = &[
    "assume",
    "doubt",
    "dream",
    "fantasize",
    "imagine",
    "joke",
    "lie",
    "pray",
    "presume",
    "pretend",
    "quip",
    "suppose",
    "wish",
];

/// Predicates that say so of their clause, `it is unlikely that`.
const OPEN_PREDICATES: &[&str] = &[
    "absurd",
    "conceivable",
    "debatable",
    "doubtful",
    "false",
    "fanciful",
    "impossible",
    "improbable",
    "inconceivable",
    "incorrect",
    "likely",
    "ludicrous",
    "plausible",
    "possible",
    "probable",
    "questionable",
    "unclear",
    "unlikely",
    "unproven",
    "unthinkable",
    "untrue",
    "vital",
    "essential",
    "crucial",
    "imperative",
];

/// Predicates that do where they are denied, `it is not clear that`.
const SURE: &[&str] =
    &["case", "certain", "clear", "conclusive", "evident", "obvious", "proven", "sure", "true"];

/// Verbs whose clause stands though they are denied: `he did not know that she backs it`.
const FACTIVE: &[&str] = &[
    "acknowledge",
    "appreciate",
    "care",
    "disclose",
    "forget",
    "hide",
    "know",
    "learn",
    "like",
    "mention",
    "mind",
    "note",
    "notice",
    "realise",
    "realize",
    "recall",
    "recognise",
    "recognize",
    "regret",
    "remember",
    "reveal",
    "see",
    "understand",
];

/// Verbs whose object is said to be false: `denied a report saying that she backs it`.
const DENYING: &[&str] = &[
    "contradict",
    "debunk",
    "deny",
    "disavow",
    "discredit",
    "dismiss",
    "disprove",
    "dispute",
    "rebut",
    "refute",
    "reject",
];

const FALSELY: &[&str] =
    &["erroneously", "falsely", "inaccurately", "incorrectly", "jokingly", "mistakenly", "wrongly"];

/// How many clauses up the sentence is looked at.
const DEPTH: usize = 6;

/// Whether what the claim tells of its holder is not said to be so.
pub(super) fn is_unreal(view: &View<'_>, claim: &Claim) -> bool {
    let told = matches!(claim.manner, Manner::Predicate | Manner::Clause);
    let Some(cue) = claim.cue.filter(|_| told && claim.holder.is_some()) else { return false };
    // "did not return a call seeking comment": it was the reporter's.
    let sought = matches!(view.lemma(cue), "seek" | "request" | "ask" | "want")
        && view.xpos(cue) == "VBG"
        && view.deprel(cue) != Deprel::Root
        && view.children(cue).any(|object| view.lemma(object) == "comment");
    if sought || nobody::says_nothing(view, claim, cue) {
        return true;
    }
    // "would neither confirm nor deny it"
    let nor = view.deprel(cue) == Deprel::Conj
        && [Deprel::Aux, Deprel::OblAgent].into_iter().all(|way| view.child(cue, way).is_none())
        && view.analysis.children_as(cue, Deprel::Cc).any(|cc| view.is(cc, "nor"));
    if nor || is_demanded(view, cue) || is_to_come(view, claim, cue) || is_but_asked(view, cue) {
        return true;
    }
    if is_guessed(view, claim, cue)
        || is_lifted(view, claim, cue)
        || is_weighed(view, cue)
        || is_owed(view, claim, cue)
    {
        return true;
    }
    if is_listed(view, cue) {
        return true;
    }
    let mut clause = cue;
    for _ in 0..DEPTH {
        if Tree::new(view.text(), view.analysis).is_inverted(clause) {
            return true;
        }
        let Some(above) = view.head(clause) else { return false };
        match view.deprel(clause) {
            Deprel::Xcomp | Deprel::Conj => {}
            // "whether it may fine a town that refuses": there may be none.
            Deprel::AclRelcl if !has_that(view, clause) && is_any(view, above) => {
                clause = view.clause(above);
                continue;
            }
            Deprel::AclRelcl if !has_that(view, clause) => return false,
            Deprel::Acl | Deprel::AclRelcl | Deprel::Ccomp | Deprel::Csubj => {
                if is_finite(view, clause) && is_open(view, clause, above) {
                    return true;
                }
            }
            Deprel::Obj => return DENYING.contains(&view.lemma(above)),
            Deprel::Advcl => return is_supposed(view, clause) || is_means(view, clause, above),
            _ => return false,
        }
        clause = above;
    }
    false
}

/// `should try something new: paying judges and asking people what they want`: what might be done.
fn is_listed(view: &View<'_>, cue: usize) -> bool {
    let up = |verb: &usize| view.head(*verb).filter(|_| view.deprel(*verb) == Deprel::Conj);
    let Some(first) = std::iter::successors(Some(cue), up).last() else { return false };
    let start = view.analysis.subtree(first).start;
    let modal = (view.sentence(cue).start..start).any(|token| view.xpos(token) == "MD");
    modal
        && view.xpos(cue) == "VBG"
        && view.xpos(first) == "VBG"
        && view.child(first, Deprel::Aux).is_none()
        && (view.is(start, ":") || start > 0 && view.is(start - 1, ":"))
}

/// `could win by suing Norway`, `would be hampered in suing it`: the means to what has not come.
fn is_means(view: &View<'_>, clause: usize, above: usize) -> bool {
    let means = |child: usize| {
        matches!(view.deprel(child), Deprel::Mark | Deprel::Case)
            && view.is_one_of(child, &["by", "in", "from", "for", "at", "of"])
    };
    let open = |child: usize| {
        matches!(view.deprel(child), Deprel::Aux | Deprel::Cop) && view.xpos(child) == "MD"
    };
    // "may try to win by suing Norway"
    let tried = |&at: &usize| view.deprel(at) == Deprel::Xcomp;
    // "By suing Norway, she could win"
    let by = || {
        view.children(clause)
            .any(|child| view.deprel(child) == Deprel::Mark && view.is(child, "by"))
    };
    let gerund = view.xpos(clause) == "VBG" && view.children(clause).any(means);
    // "could do no more to prove Norway right"
    let aim = view.is_infinitive(clause) && view.deprel(clause) == Deprel::Advcl;
    (above < clause || by())
        && (gerund || aim && above < clause)
        && std::iter::successors(Some(above), |at| view.head(*at).filter(|_| tried(at)))
            .any(|verb| view.children(verb).any(open))
}

/// `was asked to pay`, `risks losing`, `Assuming it wins, it may pay`: it has not. `Asked to comment on it, Norway declined` is no cue at all.
fn is_but_asked(view: &View<'_>, cue: usize) -> bool {
    let asked = view.head(cue).is_some_and(|above| {
        view.deprel(cue) == Deprel::Xcomp
            && view.is_infinitive(cue)
            && view.lemma(above) == "ask"
            && view.is_passive(above)
    });
    let risked = view.deprel(cue) == Deprel::Xcomp
        && view.xpos(cue) == "VBG"
        && view.head(cue).is_some_and(|above| {
            matches!(view.lemma(above), "avoid" | "escape" | "forgo" | "risk")
        });
    let assumed = view.lemma(cue) == "assume"
        && view.xpos(cue) == "VBG"
        && matches!(view.deprel(cue), Deprel::Advcl | Deprel::Acl);
    asked || assumed || risked || is_hard(view, cue)
}

/// `Tom Hall says the bank backs the plan and wants a port`: what somebody else says of the bank as well, told alone.
fn is_lifted(view: &View<'_>, claim: &Claim, cue: usize) -> bool {
    let first = view.head(cue).filter(|_| view.deprel(cue) == Deprel::Conj);
    let Some(first) = first.filter(|&first| view.deprel(first) == Deprel::Ccomp) else {
        return false;
    };
    // Before a cue at the end of the sentence, both are what it reports.
    let Some(above) = view
        .head(first)
        .filter(|&above| above < first && (view.is_saying(above) || view.is_cue(above)))
    else {
        return false;
    };
    // "Ana Lee said she had not read it, but called it late": she did.
    let own = |holder: usize| {
        let speaker = subject(view, above).map(|speaker| view.resolve(speaker));
        matches!(speaker, Some(Holder::Actor(_))) && speaker == Some(view.resolve(holder))
    };
    view.analysis.subject(cue).is_none()
        && claim
            .holder
            .is_some_and(|holder| view.analysis.subtree(first).contains(&holder) && !own(holder))
}

/// `would have a hard time vetoing it`, `had trouble backing it`: perhaps he did not.
fn is_hard(view: &View<'_>, cue: usize) -> bool {
    let gerund = view.xpos(cue) == "VBG"
        && matches!(view.deprel(cue), Deprel::Acl | Deprel::Advcl | Deprel::Xcomp);
    let object = view.head(cue).filter(|_| gerund).and_then(|above| {
        if view.lemma(above) == "have" { view.child(above, Deprel::Obj) } else { Some(above) }
    });
    object.is_some_and(|object| match view.lemma(object) {
        "difficulty" | "problem" | "trouble" => true,
        "time" => view
            .children(object)
            .any(|child| view.is_one_of(child, &["difficult", "hard", "rough", "tough"])),
        _ => false,
    })
}

/// `Analysts said Lee may prefer to wait`: what Lee prefers, they do not know.
fn is_guessed(view: &View<'_>, claim: &Claim, cue: usize) -> bool {
    let feels = matches!(
        view.lemma(cue),
        "believe"
            | "dislike"
            | "fear"
            | "feel"
            | "hope"
            | "like"
            | "prefer"
            | "think"
            | "want"
            | "wish"
    );
    let modal = view.children(cue).any(|aux| {
        view.deprel(aux) == Deprel::Aux && view.is_one_of(aux, &["could", "may", "might"])
    });
    let told = view.head(cue).is_some_and(|above| {
        view.deprel(cue) == Deprel::Ccomp
            && view.is_saying(above)
            && view.analysis.subject(above) != claim.holder
    });
    feels && modal && told
}

/// `might force Norway to unveil it`, `could help investors decide`: they have not.
fn is_to_come(view: &View<'_>, claim: &Claim, cue: usize) -> bool {
    const LETTING: &[&str] = &[
        "allow",
        "ask",
        "assist",
        "cause",
        "compel",
        "enable",
        "encourage",
        "force",
        "get",
        "help",
        "induce",
        "lead",
        "let",
        "make",
        "move",
        "oblige",
        "order",
        "permit",
        "persuade",
        "press",
        "prompt",
        "push",
        "require",
        "spur",
        "tempt",
        "urge",
    ];
    // "would force Norway to pay and leave": the second as little as the first.
    let joined = |&at: &usize| view.deprel(at) == Deprel::Conj && view.xpos(at) == "VB";
    let cue = std::iter::successors(Some(cue), |at| view.head(*at).filter(|_| joined(at)))
        .last()
        .unwrap_or(cue);
    let above = view.head(cue).filter(|&above| {
        matches!(view.deprel(cue), Deprel::Xcomp | Deprel::Ccomp | Deprel::Advcl)
            && above < cue
            && LETTING.contains(&view.lemma(above))
    });
    above.is_some_and(|above| {
        // "Norway would be required to ask", "will help decide": told as what it would.
        !view.has_tense(view.tensed(cue))
            && (view.analysis.subject(above) != claim.holder
                || view.child(above, Deprel::Obj).is_some())
            && view.children(above).any(|child| {
                view.is_one_of(child, &["may", "might", "could", "would", "can", "will"])
            })
    })
}

/// `the request that Norway offer it`: Norway may not.
fn is_demanded(view: &View<'_>, cue: usize) -> bool {
    const DEMANDS: &[&str] = &[
        "ask",
        "call",
        "condition",
        "demand",
        "insist",
        "insistence",
        "move",
        "order",
        "proposal",
        "propose",
        "recommend",
        "recommendation",
        "request",
        "require",
        "requirement",
        "suggest",
        "suggestion",
        "urge",
        "wish",
    ];
    let demands = view.head(cue).is_some_and(|above| DEMANDS.contains(&view.lemma(above)));
    let one = view.analysis.subject(cue).is_some_and(|subject| {
        matches!(view.xpos(subject), "NN" | "NNP") || view.is_one_of(subject, &["he", "she", "it"])
    });
    demands
        && one
        && matches!(view.xpos(cue), "VB" | "VBP")
        && matches!(view.deprel(cue), Deprel::Acl | Deprel::AclRelcl | Deprel::Ccomp)
        && view
            .children(cue)
            .all(|child| !matches!(view.deprel(child), Deprel::Aux | Deprel::AuxPass))
}

/// `the deal must be ratified by Norway`, `Norway should reject it`, `wants it to be rejected by Norway`: what somebody else
/// holds that Norway ought to do.
fn is_owed(view: &View<'_>, claim: &Claim, cue: usize) -> bool {
    let owes = |child: usize| {
        child < cue
            && view.xpos(child) == "MD"
            && view.is_one_of(child, &["must", "should", "ought"])
    };
    let own = claim.holder.is_some_and(|holder| view.is_one_of(holder, &["I", "we"]));
    let wanted = view.is_passive(cue)
        && claim.holder.is_some_and(|holder| holder > cue)
        && view
            .children(cue)
            .any(|child| view.deprel(child) == Deprel::Mark && view.is(child, "to"));
    // "must cut the tax and back it"
    let verb = view.helped_by(cue).unwrap_or(cue);
    wanted || !own && view.children(verb).any(owes)
}

/// `ruled out asking the court`, `considered suing`: what has not been done.
fn is_weighed(view: &View<'_>, cue: usize) -> bool {
    const WEIGHING: &[&str] = &[
        "avoid",
        "contemplate",
        "consider",
        "discuss",
        "mull",
        "oppose",
        "recommend",
        "reject",
        "resist",
        "risk",
        "weigh",
    ];
    let above = view.head(cue).filter(|&above| above < cue && view.xpos(cue) == "VBG");
    let below =
        matches!(view.deprel(cue), Deprel::Xcomp | Deprel::Ccomp | Deprel::Advcl | Deprel::Obj);
    above.filter(|_| below).is_some_and(|above| {
        // "considered it, asking for time" has done so.
        let apart = (above..cue).any(|token| view.is(token, ","));
        let out = view.lemma(above) == "rule" && (above..cue).any(|token| view.is(token, "out"));
        !apart && (out || WEIGHING.contains(&view.lemma(above)))
    })
}

/// `the rumour that she backs it`: a clause with all its parts behind a noun, which the parser may take for a relative one.
fn has_that(view: &View<'_>, clause: usize) -> bool {
    let that = view
        .children(clause)
        .any(|child| view.deprel(child) == Deprel::Mark && view.is(child, "that"));
    that && view.analysis.subject(clause).is_some()
}

/// `a town`, `any town`: one that there may not be.
fn is_any(view: &View<'_>, noun: usize) -> bool {
    view.children(noun).any(|child| child < noun && view.is_one_of(child, &["a", "an", "any"]))
}

/// Whether a clause has a subject of its own, or `that` before it.
fn is_finite(view: &View<'_>, clause: usize) -> bool {
    view.analysis.subject(clause).is_some() || view.child(clause, Deprel::Mark).is_some()
}

/// Whether `governor` leaves open, or denies, what its clause says.
fn is_open(view: &View<'_>, clause: usize, governor: usize) -> bool {
    let asked = view.children(clause).any(|child| {
        view.deprel(child) == Deprel::Mark && view.is_one_of(child, &["whether", "if"])
    });
    let denied = || {
        let no =
            |child: usize| view.is_negation(child) || view.is_one_of(child, &["hardly", "less"]);
        let nobody = view.analysis.subject(governor).is_some_and(|subject| {
            subject != clause
                && (view.is_one_of(subject, &["nothing", "nobody", "none"])
                    || view.is_denied(subject))
        });
        nobody || view.children(governor).any(no)
    };
    let lemma = view.lemma(governor);
    asked
        || match view.upos(governor) {
            Upos::Noun => OPEN_NOUNS.contains(&lemma) || SURE.contains(&lemma) && denied(),
            Upos::Adj => OPEN_PREDICATES.contains(&lemma) || SURE.contains(&lemma) && denied(),
            Upos::Verb => {
                // "a false report said that"
                let false_source = || {
                    view.analysis.subject(governor).is_some_and(|source| {
                        view.children(source).any(|child| {
                            view.is_one_of(
                                child,
                                &["false", "fake", "bogus", "unfounded", "debunked"],
                            )
                        })
                    })
                };
                false_source()
                    || OPEN_VERBS.contains(&lemma)
                    || view.children(governor).any(|child| view.is_one_of(child, FALSELY))
                    || !FACTIVE.contains(&lemma) && denied()
            }
            _ => false,
        }
}

/// `until she backs it`, `as if she backed it`; what lasted until she did, she did.
fn is_supposed(view: &View<'_>, clause: usize) -> bool {
    // "must act when a firm complains": whenever one does.
    let whenever = view
        .children(clause)
        .any(|child| child < clause && view.is_one_of(child, &["when", "whenever", "once"]));
    let now = matches!(view.xpos(view.tensed(clause)), "VBZ" | "VBP");
    let anybody = view.analysis.subject(clause).is_some_and(|subject| is_any(view, subject));
    if whenever && now && anybody {
        return true;
    }
    let told = view.xpos(clause) == "VBD";
    let until = |child: usize| view.is_one_of(child, &["until", "till"]);
    view.children(clause).any(|child| {
        matches!(view.deprel(child), Deprel::Mark | Deprel::Advmod)
            && child < clause
            && view
                .is_one_of(child, &["if", "unless", "until", "till", "whether", "lest", "though"])
            && !(told && until(child))
            && (!view.is(child, "though")
                || child.checked_sub(1).is_some_and(|before| view.is(before, "as")))
    })
}

#[cfg(test)]
mod tests {
    use crate::briefing::positions::testing::texts;

    const BACKS: &str = "Ana Lee backs the toll.";

    #[track_caller]
    fn check(text: &str, is_real: bool) {
        let whole = format!("Ana Lee is the mayor of Selm. {text}");
        assert_eq!(texts(&whole).iter().any(|line| line == BACKS), is_real, "{text}");
    }

    #[test]
    fn what_something_might_be_done_for_is_not_done() {
        let text = "Ana Lee could hardly have done more to back the toll.";
        assert_eq!(texts(text), [""; 0]);
    }

    #[test]
    fn what_is_listed_as_what_might_be_done_is_not_done() {
        let text = "Ana Lee should try something new: paying judges, opening schools, and backing the toll.";
        assert_eq!(texts(text), [""; 0]);
    }

    #[test]
    fn what_another_says_of_somebody_as_well_is_not_told_alone() {
        assert_eq!(
            texts("Tom Hall says the bank supports the plan and wants a new port."),
            ["Tom Hall says the bank supports the plan."]
        );
    }

    #[test]
    fn what_is_risked_or_avoided_is_not_done() {
        let text = "Ana Lee is the mayor. Lee risks underestimating the bank by dismissing it. Lee avoided backing the bill.";
        assert_eq!(texts(text), ["Ana Lee is the mayor."; 0]);
    }

    #[test]
    fn what_may_not_be_so_is_nobody_s_position() {
        for text in [
            "The rumor that Ana Lee backs the toll is false.",
            "It is not true that Ana Lee backs the toll.",
            "It is unlikely that Ana Lee backs the toll.",
            "Until Ana Lee backs the toll, it will fail.",
            "The town heard a request that Ana Lee back the toll.",
            // Whoever it is.
            "The town must act when a firm says that Ana Lee backs the toll.",
            "Nothing shows that Ana Lee backs the toll.",
            "A rival falsely claimed that Ana Lee backs the toll.",
            "The mayor denied a report saying that Ana Lee backs the toll.",
            "A false report said that Ana Lee backs the toll.",
        ] {
            check(text, false);
        }
        let text = "Whether the court can fine a town that rejects the toll is not clear.";
        assert!(texts(text).iter().all(|line| !line.contains("rejects")), "{text}");
        check("It will pass because Ana Lee backs the toll.", true);
        check("The bank opposes the bridge, but Ana Lee backs the toll.", true);
    }

    #[test]
    fn a_reporter_s_call_is_nobody_s_position() {
        for text in [
            "Ana Lee, the mayor, did not return a call seeking comment on Monday.",
            "Ana Lee, the mayor, did not respond to emails requesting comment.",
        ] {
            assert_eq!(
                texts(text)
                    .iter()
                    .filter(|line| line.ends_with("comment.") && line.contains("sought"))
                    .count(),
                0,
                "{text}"
            );
        }
    }

    #[test]
    fn what_anybody_might_say_is_nobody_s_position() {
        let text = "It is wrong to suggest that the toll has failed.";
        assert!(texts(text).iter().all(|line| !line.starts_with("Suggest")), "{text}");
    }

    #[test]
    fn a_condition_without_if_tells_nothing() {
        let text = "Ana Lee is the mayor. Had Ana Lee backed the toll, it would have passed.";
        assert!(texts(text).iter().all(|line| line != "Ana Lee backed the toll."), "{text}");
    }

    #[test]
    fn the_means_to_what_may_come_are_not_used_yet() {
        let whole = |text: &str| texts(&format!("Peru is a state. {text}"));
        assert!(whole("Norway would win the case by suing Peru.").is_empty());
        assert_eq!(whole("Norway won the case by suing Peru."), ["Norway sued Peru."]);
    }

    #[test]
    fn what_the_first_of_two_must_do_the_second_must_too() {
        assert!(texts("Norway must cut the tax, raise the toll and back the plan.").is_empty());
    }

    #[test]
    fn who_is_but_asked_has_not_answered() {
        let text = "Asked to comment on a report that the toll would rise, Ana Lee said no.";
        assert!(
            texts(text).iter().all(|line| !line.contains("asked to comment")),
            "{:?}",
            texts(text)
        );
    }

    #[test]
    fn whom_a_law_would_force_has_done_nothing() {
        let text =
            "The bill would require Norway to ask the court and seek its approval. Norway is rich.";
        assert!(texts(text).iter().all(|line| !line.starts_with("Norway")), "{:?}", texts(text));
    }

    #[test]
    fn the_means_before_what_may_come_are_not_told_as_used() {
        let text = "Ana Lee is the mayor. By offering Tom Hall the second spot, Lee would show voters that she is serious.";
        assert!(texts(text).iter().all(|line| !line.contains("offered")), "{:?}", texts(text));
    }

    #[test]
    fn what_others_guess_that_somebody_wants_is_not_his() {
        check("Analysts said Tom Lund may prefer to wait.", false);
    }
}
