//! Reasons that stand in a clause: `whether`, `yet to`, `may`, `is expected to`, `if`, `denies`.

mod ahead;
mod aims;
mod believed;
mod claims;
mod coming;
mod conditions;
mod decided;
mod governed;
mod hedged;
mod standing;
mod then;
mod unclaimed;
mod undone;
mod waited;

use super::Reason;
use super::lexicon::{OPEN_GOVERNORS, OPEN_PREDICATES, OPEN_WHEN_NEGATED, WITHHOLDING};
use crate::briefing::Basis;
use crate::briefing::phrase::{Mood, Writer, is_question_word};
use crate::language::{Deprel, Upos};

/// The reasons for which the clause at `token`, if it is one, is open.
pub(super) fn find(writer: &Writer<'_>, token: usize) -> Option<Reason> {
    let tree = &writer.tree;
    if !matches!(
        tree.upos(token),
        Upos::Verb
            | Upos::Adj
            | Upos::Noun
            | Upos::Aux
            | Upos::Propn
            | Upos::Pron
            | Upos::Adv
            | Upos::Num
    ) {
        return None;
    }
    let clause = Clause { writer, head: token };
    // Whether somebody will say something is no question worth asking.
    if matches!(tree.lemma(token), "comment" | "elaborate") {
        return None;
    }
    // The first reason is the clearest; a clause is open for one reason. What would be if something were otherwise is
    // no question of what comes, with its condition or without, unless somebody asks it.
    let asked_only =
        clause.lacks_a_part() || clause.is_supposition() || super::is_counterfactual(tree, token);
    let looks: &[Look] = if asked_only { &LOOKS[..3] } else { LOOKS };
    // "both the mayor" without the other.
    let half = |found: &Found| found.text.contains(" both the ") && !found.text.contains(" and ");
    looks.iter().find_map(|(rule, look)| {
        Some(clause.reason(look(&clause).filter(|found| !half(found))?, rule))
    })
}

type Look = (&'static str, fn(&Clause<'_, '_>) -> Option<Found>);

/// In the order in which they are tried; the first three need no whole clause.
const LOOKS: &[Look] = &[
    ("whether", |clause| clause.whether()),
    ("indirect", |clause| clause.indirect()),
    ("posed", |clause| clause.posed()),
    ("unclaimed", |clause| clause.unclaimed()),
    ("not_ruled_out", |clause| clause.not_ruled_out()),
    ("not_yet", |clause| clause.not_yet()),
    ("conditional", |clause| clause.conditional()),
    ("if_decided", |clause| clause.if_decided()),
    ("ahead", |clause| clause.ahead()),
    ("due", |clause| clause.due()),
    ("arranged", |clause| clause.arranged()),
    ("granted", |clause| clause.granted()),
    ("demanded", |clause| clause.demanded()),
    ("demanded_that", |clause| clause.demanded_that()),
    ("aimed", |clause| clause.aimed()),
    ("needed", |clause| clause.needed()),
    ("hedged", |clause| clause.hedged()),
    ("if_clause", |clause| clause.if_clause()),
    ("disputed", |clause| clause.disputed()),
    ("denied_outright", |clause| clause.denied_outright()),
    ("able", |clause| clause.able()),
    ("believed", |clause| clause.believed()),
    ("claimed", |clause| clause.claimed()),
    ("examined", |clause| clause.examined()),
    ("to_come", |clause| clause.to_come()),
];

struct Found {
    text: String,
    basis: Basis,
    openness: f32,
}

struct Clause<'w, 'a> {
    writer: &'w Writer<'a>,
    head: usize,
}

impl Clause<'_, '_> {
    fn reason(&self, found: Found, rule: &'static str) -> Reason {
        let tree = &self.writer.tree;
        let sentence = tree.analysis.sentence_of(self.head);
        let evidence = tree.analysis.sentences[sentence].range;
        Reason {
            text: found.text,
            basis: found.basis,
            openness: found.openness,
            evidence,
            token: self.head,
            rule,
        }
    }

    /// Whether the clause is said of something outside it that is not its subject: "the list (that) he will
    /// publish", "what it should mean". Alone it would lack a part.
    fn lacks_a_part(&self) -> bool {
        let tree = &self.writer.tree;
        // "the tariff that he plans to impose": the part is missing further down.
        let mut top = self.head;
        while let Some(above) = tree.head(top)
            // "that he is eager to run", "which they accused him of writing" hang beside.
            && (matches!(tree.deprel(top), Deprel::Xcomp | Deprel::Ccomp)
                || tree.deprel(top) == Deprel::Advcl
                    && (tree.upos(above) == Upos::Adj || self.gapped(top)))
        {
            top = above;
        }
        if top != self.head
            && tree.deprel(top) == Deprel::AclRelcl
            && !tree
                .subject(top)
                .is_some_and(|subject| tree.is_word(subject, &["who", "which", "that"]))
        {
            return true;
        }
        let relative = matches!(self.deprel(), Deprel::AclRelcl | Deprel::AdvclRelcl)
            && !tree
                .subject(self.head)
                .is_some_and(|subject| tree.is_word(subject, &["who", "which", "that"]));
        relative
            || self
                .writer
                .question_phrase(self.head)
                .is_some_and(|phrase| self.deprel() != Deprel::AclRelcl || phrase.len() > 1)
    }

    /// "which they accused him of writing": a gerund or an infinitive without its object.
    fn gapped(&self, clause: usize) -> bool {
        let tree = &self.writer.tree;
        tree.subject(clause).is_none()
            && tree.finite(clause).is_none()
            && tree.child(clause, |deprel| matches!(deprel, Deprel::Obj | Deprel::Obl)).is_none()
    }

    fn lemma(&self, token: usize) -> &str {
        self.writer.tree.lemma(token)
    }

    /// What the clause hangs on; of "how it began is unclear", whatever the tree does with "how", what is said of it.
    fn governor(&self) -> Option<usize> {
        let tree = &self.writer.tree;
        tree.head(self.writer.asked_word(self.head).unwrap_or(self.head))
    }

    /// Its relation; "told him at the start of the talks that the town would not pay", hung on the talks, is what was told.
    fn deprel(&self) -> Deprel {
        let tree = &self.writer.tree;
        let content = || {
            tree.children(self.head).any(|that| {
                tree.deprel(that) == Deprel::Mark
                    && tree.is_word(that, &["that"])
                    && that < self.head
            })
        };
        let whole = || {
            tree.child(self.head, |deprel| {
                matches!(
                    deprel,
                    Deprel::Obj | Deprel::Obl | Deprel::Xcomp | Deprel::Ccomp | Deprel::Cop
                )
            })
            .is_some()
        };
        match tree.deprel(self.head) {
            Deprel::AclRelcl if content() && whole() => Deprel::Ccomp,
            deprel => deprel,
        }
    }

    fn mark(&self, words: &[&str]) -> bool {
        let tree = &self.writer.tree;
        tree.children(self.head).any(|child| {
            child < self.head
                && matches!(
                    tree.deprel(child),
                    Deprel::Mark
                        | Deprel::Case
                        | Deprel::Advmod
                        | Deprel::CcPreconj
                        | Deprel::Dep
                        | Deprel::Cc
                )
                && tree.is_word(child, words)
        })
    }

    /// Whether the clause tells what was, and not what one said.
    fn in_past(&self, token: usize) -> bool {
        let tree = &self.writer.tree;
        tree.finite(token).is_some_and(|finite| tree.xpos(finite) == "VBD")
    }

    fn is_negated(&self, token: usize) -> bool {
        self.writer.tree.negation(token).is_some() || {
            let tree = &self.writer.tree;
            tree.children(token).any(|child| {
                tree.is_word(child, &["no", "nobody", "none", "neither", "nor"])
                    || crate::briefing::phrase::clause::is_subject(tree.deprel(child))
                        && tree.children(child).any(|det| tree.is_word(det, &["no", "neither"]))
            })
        }
    }

    /// How open a governor leaves the question below it.
    fn governed(&self) -> f32 {
        let Some(above) = self.governor() else { return 0.5 };
        let tree = &self.writer.tree;
        let lemma = self.lemma(above);
        let word = tree.word(above).to_lowercase();
        let withheld = || {
            tree.head(above).is_some_and(|higher| WITHHOLDING.contains(&self.lemma(higher)))
                || tree.children(above).any(|child| tree.is_word(child, &["few", "little"]))
                // "It is too early to say whether".
                || tree.head(above).is_some_and(|higher| {
                    matches!(self.lemma(higher), "early" | "soon" | "premature")
                })
                || tree.child(above, |deprel| deprel == Deprel::Cop).is_some()
                    && WITHHOLDING.contains(&lemma)
        };
        // "does not leave us closer to knowing who": the verb above is denied.
        let no_closer = || {
            matches!(tree.xpos(above), "VB" | "VBG")
                && tree
                    .ancestors(above)
                    .take_while(|&higher| {
                        tree.finite(higher).is_none() || tree.finite(above).is_none()
                    })
                    .take(2)
                    .any(|higher| self.is_negated(higher))
        };
        // "has yet to say how".
        let not_yet = tree
            .children(above)
            .any(|to| tree.xpos(to) == "TO" && tree.is_word(to.wrapping_sub(1), &["yet"]));
        // "wants to know why", "is trying to find out who".
        let sought = matches!(lemma, "know" | "learn" | "find" | "understand")
            && tree.is_infinitive(above)
            && tree.head(above).is_some_and(|higher| {
                tree.deprel(above) == Deprel::Xcomp
                    && matches!(
                        tree.lemma(higher),
                        "want" | "try" | "seek" | "hope" | "wish" | "attempt" | "demand"
                    )
            });
        // "opened up about how they live": told.
        let opened = lemma == "open" && tree.upos(above) == Upos::Verb;
        // "without having to worry about who left", "if you want to understand how it works".
        let idle = std::iter::once(above).chain(tree.ancestors(above)).take(3).any(|clause| {
            tree.children(clause).any(|mark| {
                tree.is_word(mark, &["without"]) && mark < above
                    || tree.deprel(mark) == Deprel::Nsubj
                        && tree.is_word(mark, &["you"])
                        && tree.deprel(clause) == Deprel::Advcl
            })
        });
        // "They get to see who sings": so one sees. "a vote decided who would sit": decided. "They get to choose who
        // sings": they do.
        let allowed = tree.deprel(above) == Deprel::Xcomp
            && tree.head(above).is_some_and(|get| tree.lemma(get) == "get");
        let known =
            lemma == "see" && !self.waits_to_see(above) || self.is_decided(above) || allowed;
        // "a figure to whom they turn": no verb.
        let noun = lemma == "figure" && tree.upos(above) == Upos::Noun;
        if opened || idle || known || noun {
            0.0
        } else if self.is_sought_into(above) || self.is_mystery(above) {
            0.9
        } else if sought {
            0.8
        } else if OPEN_GOVERNORS.contains(&lemma) || OPEN_GOVERNORS.contains(&word.as_str()) {
            0.95
        } else if OPEN_WHEN_NEGATED.contains(&lemma)
            && (self.is_negated(above) || withheld() || no_closer() || not_yet)
        {
            0.9
        } else {
            0.0
        }
    }

    fn whether(&self) -> Option<Found> {
        let tree = &self.writer.tree;
        // "If these people lie, fine": behind what it depends on, the clause asks; before it, it is a condition.
        // So it does behind "it is not clear", however the tree hangs it; "not clear that he lied" asks too.
        let behind =
            self.governor().is_some_and(|above| above < self.head) && self.governed() > 0.0;
        let clear = self.governor().is_some_and(|above| {
            tree.upos(above) == Upos::Adj
                && tree.child(above, |deprel| deprel == Deprel::Expl).is_some()
                // "It remains to be seen if it holds".
                || tree.is_word(above, &["seen"])
        });
        let subordinate =
            matches!(self.deprel(), Deprel::Ccomp | Deprel::Csubj | Deprel::Advcl) && clear;
        let asks = self.mark(&["whether"])
            || self.mark(&["if"]) && behind && (self.deprel() == Deprel::Ccomp || subordinate)
            // "We have seen that it failed": so it did.
            || self.mark(&["that"])
                && behind
                && subordinate
                && self.governor().is_some_and(|above| tree.upos(above) == Upos::Adj);
        let asks = asks || self.is_unconfirmed() && behind;
        // "a dispute over whether it lied" asks; "whether it rains or not, they go" does not.
        let about = tree.children(self.head).any(|mark| {
            tree.is_word(mark, &["whether"])
                && mark.checked_sub(1).is_some_and(|before| {
                    tree.is_word(before, &["over", "about", "on", "of", "as", "to", "into"])
                })
        });
        // "left open whether she would run".
        let left_open = self.governor().is_some_and(|above| {
            matches!(self.lemma(above), "keep" | "leave")
                && tree
                    .children(above)
                    .any(|open| tree.is_word(open, &["open"]) && open < self.head)
        });
        let governed = left_open
            || self.governor().is_some_and(|above| OPEN_GOVERNORS.contains(&self.lemma(above)));
        let concedes = (self.deprel() == Deprel::Advcl && !subordinate || self.is_set_off_choice())
            && !about
            && !governed;
        let unasked = self.is_no_question() || self.is_second_choice();
        if !asks || unasked || concedes || self.is_supposed() {
            return None;
        }
        if self.is_of_the_asker() || self.is_of_any_one() {
            return None;
        }
        let text = if tree.is_infinitive(self.head) && tree.subject(self.head).is_none() {
            let asker = self.asker()?;
            self.writer.yes_no_of(self.head, asker, Mood::Modal("will"), true)?
        } else {
            // "It depends on whether they pay": whether they will.
            let hangs = self.governor().is_some_and(|above| {
                matches!(self.lemma(above), "depend" | "hinge")
                    // "Whether it survives is an open question".
                    || self.deprel() == Deprel::Csubj
                        && tree.upos(above) == Upos::Noun
                        && tree.finite(self.head) == Some(self.head)
                        && matches!(tree.xpos(self.head), "VBZ" | "VBP")
                    || tree.is_word(above, &["depending"])
                    // "It remains to be seen whether it holds".
                    || (self.lemma(above) == "see"
                        // "Its answer will determine whether there is a port".
                        || matches!(self.lemma(above), "affect" | "influence")
                        || matches!(self.lemma(above), "decide" | "determine")
                            && tree.finite(above).is_some_and(|at| tree.xpos(at) == "MD"))
                        && tree.finite(self.head) == Some(self.head)
                        && matches!(tree.xpos(self.head), "VBZ" | "VBP")
            }) || tree.children(self.head).any(|mark| {
                tree.is_word(mark, &["whether"])
                    && tree.is_word(mark.wrapping_sub(2), &["depending", "depend", "depends"])
            })
            // "The big question is whether she stays".
                || tree.child(self.head, |deprel| deprel == Deprel::NsubjOuter).is_some()
                    && matches!(tree.xpos(self.head), "VBZ" | "VBP");
            // "The question is whether she stays" has the copula of the clause around.
            let stands = tree.child(self.head, |deprel| deprel == Deprel::Cop).is_some()
                && tree.child(self.head, |deprel| deprel == Deprel::NsubjOuter).is_none();
            let mood = if hangs && !stands { Mood::Modal("will") } else { Mood::Reported };
            // "asked if they did not have to meet": do they have to?
            let denied = tree.negation(self.head).is_some();
            self.writer.yes_no(self.head, mood, denied).or_else(|| {
                let own = tree.subject(self.head)?;
                let who = self.asker().filter(|&who| self.writer.stands_for(who, own))?;
                self.writer.yes_no_of(self.head, who, mood, false)
            })?
        };
        Some(Found { text, basis: Basis::Unresolved, openness: self.governed().max(0.85) })
    }

    /// "questions about how it will pay", "no details on when he left": read as a relative clause.
    fn hangs_on_a_noun(&self) -> bool {
        let tree = &self.writer.tree;
        self.deprel() == Deprel::AclRelcl
            && self.writer.question_phrase(self.head).is_some_and(|phrase| {
                let leads = |at: usize| tree.is_word(at, &["about", "on", "over", "of", "to"]);
                // "a leader to whom they turn": said of the leader.
                let relative =
                    phrase.iter().any(|&at| tree.is_word(at, &["whom", "which", "whose"]));
                !relative
                    && phrase.first().is_some_and(|&first| {
                        leads(first) || first.checked_sub(1).is_some_and(leads)
                    })
            })
    }

    /// Who would do what an infinitive question asks: the subject of the clause above.
    fn asker(&self) -> Option<usize> {
        let tree = &self.writer.tree;
        let governor = self.governor()?;
        let above = tree.clause_of(governor);
        // "It was a row about whether to meet": whether who would meet?
        if above != governor && tree.child(above, |deprel| deprel == Deprel::Cop).is_some() {
            return None;
        }
        // "left the decision on whether to sell it to the council": who leaves it does not sell it.
        // "are divided on whether to sell it": who thinks about it does not sell it.
        if matches!(
            tree.lemma(above),
            "differ" | "disagree" | "divide" | "divided" | "leave" | "split"
        ) {
            return None;
        }
        // "The lamp tells the guards whether to open the gate".
        let told = matches!(self.lemma(above), "tell" | "inform" | "advise" | "show" | "teach")
            .then(|| tree.child(above, |deprel| matches!(deprel, Deprel::Iobj | Deprel::Obj)))
            .flatten();
        // "Decisions on whether to close it will be made in May": no decision closes it.
        told.or_else(|| tree.understood_subject(above)).filter(|&who| {
            !matches!(
                tree.lemma(who),
                "answer"
                    | "argument"
                    | "call"
                    | "consultation"
                    | "debate"
                    | "decision"
                    | "deliberation"
                    | "disagreement"
                    | "discussion"
                    | "dispute"
                    | "issue"
                    | "matter"
                    | "challenge"
                    | "goal"
                    | "key"
                    | "problem"
                    | "task"
                    | "trick"
                    | "negotiation"
                    | "question"
                    | "review"
                    | "row"
                    | "talk"
                    | "vote"
            )
        })
    }

    fn indirect(&self) -> Option<Found> {
        let tree = &self.writer.tree;
        let governed = matches!(
            self.deprel(),
            Deprel::Ccomp
                | Deprel::Csubj
                | Deprel::CsubjPass
                | Deprel::Xcomp
                | Deprel::Advcl
                | Deprel::Acl
                | Deprel::Conj
                | Deprel::Obj
                | Deprel::Obl
                | Deprel::Nmod
                | Deprel::AdvclRelcl
                | Deprel::Dep
                | Deprel::Nsubj
        ) || self.hangs_on_a_noun()
            || self.writer.asked_word(self.head).is_some()
            // "It remains unclear who did it": no adjective has a relative clause.
            || self.deprel() == Deprel::AclRelcl
                && self.governor().is_some_and(|above| tree.upos(above) == Upos::Adj);
        let openness = self.governed();
        if !governed
            || openness == 0.0
            || self.is_supposed()
            || self.deprel() == Deprel::Advcl && tree.subject(self.head).is_none()
            || self.is_thing()
        {
            return None;
        }
        let phrase = self.writer.question_phrase(self.head)?;
        // "hard to see how it could fail": it could not. "given how", "which states" in two pieces.
        let rhetorical = self.governor().is_some_and(|above| {
            matches!(self.lemma(above), "see" | "imagine" | "believe" | "give")
                && tree.head(above).is_some_and(|hard| {
                    matches!(self.lemma(hard), "hard" | "difficult" | "impossible")
                })
        })
            // "could not have cared less how they died"
            || self.governor().is_some_and(|above| self.lemma(above) == "care")
            || phrase
            .first()
            .and_then(|first| first.checked_sub(1))
            .is_some_and(|before| tree.is_word(before, &["given"]));
        // "whose main merit is his fortune": said of somebody.
        let owned = tree.is_word(phrase[0], &["whose"]) && self.deprel() != Deprel::Ccomp;
        // "He doesn't know what I am about": a rebuke.
        let rebuke = tree.subject(self.head).is_some_and(|who| tree.is_word(who, &["i"]))
            && self.is_quoted(self.head);
        let torn = rebuke
            || phrase.len() == 1
            && tree.is_word(phrase[0], &["which"])
            && tree.subject(self.head) != Some(phrase[0])
            // "a party in which women lead": what kind it is.
            || phrase.len() == 2 && tree.upos(phrase[0]) == Upos::Adp && tree.is_word(phrase[1], &["which"]);
        if rhetorical || torn || owned {
            return None;
        }
        // "what", "which" in a free relative ("ask what you need") still ask.
        let first = *phrase.first()?;
        if !is_question_word(tree, first)
            && !phrase.iter().any(|&token| is_question_word(tree, token))
        {
            return None;
        }
        // "asked what he thought of it", "sees what is going on": each of many.
        // "not clear what he meant": of words said before.
        let opinion = matches!(self.lemma(self.head), "think" | "feel" | "believe")
            || self.lemma(self.head) == "mean"
                && tree.finite(self.head).is_some_and(|finite| tree.xpos(finite) == "VBD");
        let event = matches!(self.lemma(self.head), "happen" | "go")
            && tree.subject(self.head).is_none_or(|what| phrase.contains(&what))
            // "does not know what he is doing": a rebuke.
            || self.lemma(self.head) == "do"
                && tree.xpos(self.head) == "VBG"
                && self.governor().is_some_and(|above| self.lemma(above) == "know")
                // "what the mites are doing in the hive" is no rebuke.
                && tree.child(self.head, |deprel| deprel == Deprel::Obl).is_none();
        let modal = tree.finite(self.head).is_some_and(|finite| tree.xpos(finite) == "MD");
        // "discussed how he had lost it", "few knew who she was": told, and known by now.
        let was = tree.finite(self.head).is_some_and(|finite| tree.xpos(finite) == "VBD");
        let told = was
            && self.governor().is_some_and(|above| {
                matches!(self.lemma(above), "discuss" | "examine" | "explore" | "review" | "study")
                    && self.in_past(above)
                    || self.lemma(above) == "know" && phrase == [self.head]
            });
        if told || (opinion || event) && !modal {
            return None;
        }
        // "when" and "where" after a verb of asking are more often times and places than questions.
        // But "we do not know when it will run" asks.
        let asks = self.governor().is_some_and(|above| {
            let lemma = self.lemma(above);
            (OPEN_WHEN_NEGATED.contains(&lemma)
                || OPEN_PREDICATES.iter().any(|(open, _)| *open == lemma)
                || matches!(lemma, "consider" | "decide" | "determine"))
                && (above..first).skip(1).all(|at| tree.upos(at) == Upos::Adv)
        });
        let adverb = tree.is_word(first, &["when", "where"])
            && self.deprel() == Deprel::Advcl
            && !(asks && modal);
        let text = (!adverb).then(|| {
            let whole = self.writer.wh_question(self.head, self.asker());
            whole.or_else(|| self.writer.wh_infinitive(self.head))
        })??;
        Some(Found { text, basis: Basis::Unresolved, openness })
    }

    /// "saw what he had built", "explored what they drew": some thing, where the verb asks nothing by itself.
    fn is_thing(&self) -> bool {
        let tree = &self.writer.tree;
        let what = self.writer.asked_word(self.head).filter(|&at| tree.is_word(at, &["what"]));
        let asks = |above: usize| {
            OPEN_WHEN_NEGATED.contains(&self.lemma(above))
                || OPEN_PREDICATES.iter().any(|(open, _)| *open == self.lemma(above))
                || self.is_sought_into(above)
                || self.is_mystery(above)
                || matches!(
                    self.lemma(above),
                    "ask"
                        | "ascertain"
                        | "clarify"
                        | "decide"
                        | "determine"
                        | "establish"
                        | "investigate"
                        | "wonder"
                )
        };
        what.is_some() && !self.governor().is_some_and(asks)
    }

    fn is_quoted(&self, token: usize) -> bool {
        let analysis = self.writer.tree.analysis;
        let place = analysis.range(token);
        analysis.quotations.iter().any(|quotation| quotation.range.contains_range(place))
    }
}
