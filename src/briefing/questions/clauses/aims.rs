//! Clauses about what is aimed at, needed, or demanded with `that`.

use super::{Clause, Found};
use crate::briefing::Basis;
use crate::briefing::phrase::Mood;
use crate::language::coref::words;
use crate::language::lexicon::{Senses, lexicon};
use crate::language::times::{is_day_from_now, is_time};
use crate::language::{Deprel, Upos};

/// Nouns whose predicate says what somebody is after: `its goal is to halve the cost`.
const AIMS: &[&str] = &[
    "goal",
    "aim",
    "plan",
    "intention",
    "hope",
    "objective",
    "ambition",
    "mission",
    "challenge",
    "task",
    "priority",
    "target",
    "dream",
    "strategy",
    "job",
];

impl Clause<'_, '_> {
    /// `gave the guild until Monday to answer`, `has until May to pay`; `it is up to the senate to approve it`,
    /// `put the port under pressure to pay`.
    pub(super) fn granted(&self) -> Option<Found> {
        let tree = &self.writer.tree;
        let above = self.governor().filter(|_| tree.is_infinitive(self.head))?;
        if self.only_speaks() || matches!(self.lemma(self.head), "decide" | "respond") {
            return None;
        }
        let led = |noun: usize, words: &[&str]| {
            words.iter().all(|word| tree.children(noun).any(|case| tree.is_word(case, &[word])))
        };
        let until = matches!(tree.lemma(above), "give" | "grant" | "have")
            && !tree.auxiliaries(above).iter().any(|&aux| tree.is_word(aux, &["had"]))
            && tree.children(above).any(|day| {
                (above..self.head).contains(&day)
                    && matches!(tree.deprel(day), Deprel::Obl | Deprel::Advcl)
                    && led(day, &["until"])
            });
        // "put the port under pressure to pay", with the payment hung on "put".
        let pressed = tree.children(above).any(|pressure| {
            (above..self.head).contains(&pressure)
                && tree.lemma(pressure) == "pressure"
                && led(pressure, &["under"])
        });
        let up = tree.upos(above).is_nominal()
            && led(above, &["up", "to"])
            && tree.subject(above).is_some_and(|it| tree.is_word(it, &["it"]));
        let who = if up {
            above
        } else {
            tree.child(above, |deprel| {
                matches!(deprel, Deprel::Obj | Deprel::Iobj | Deprel::NsubjPass)
            })
            .filter(|&whom| whom < self.head)
            .or_else(|| tree.subject(above).filter(|_| tree.lemma(above) == "have"))
            .filter(|_| until || pressed)?
        };
        let text = self.writer.yes_no_of(self.head, who, Mood::Modal("will"), true)?;
        Some(Found { text, basis: Basis::Unresolved, openness: 0.7 })
    }

    /// "The union and the port failed to reach agreement": what several sides want, and may still find.
    pub(super) fn is_sought_together(&self, above: usize) -> bool {
        let tree = &self.writer.tree;
        let several = tree.understood_subject(above).is_some_and(|who| {
            // "The talks failed to settle the row": those are over.
            let talks = matches!(
                tree.lemma(who),
                "attempt"
                    | "discussion"
                    | "effort"
                    | "meeting"
                    | "negotiation"
                    | "session"
                    | "talk"
                    | "talks"
            );
            matches!(tree.xpos(who), "NNS" | "NNPS") && !talks
                || tree.is_word(who, &["they"])
                || tree.child(who, |deprel| deprel == Deprel::Conj).is_some()
        });
        let found = tree.child(self.head, |deprel| deprel == Deprel::Obj).is_some_and(|what| {
            matches!(
                tree.lemma(what),
                "accord"
                    | "agreement"
                    | "compromise"
                    | "consensus"
                    | "deal"
                    | "pact"
                    | "settlement"
                    | "solution"
                    | "truce"
            )
        });
        // "failed to agree by noon today": that is over.
        let timed = tree.analysis.subtree(self.head).any(|at| {
            at > self.head
                && (is_time(tree.lemma(at))
                    || is_day_from_now(tree.lemma(at))
                    || tree.lemma(at) == "deadline"
                    || lexicon().senses(tree.word(at)).any(Senses::WEEKDAY))
        });
        tree.lemma(above) == "fail"
            && several
            && !timed
            && (self.lemma(self.head) == "agree"
                || found
                || matches!(self.lemma(self.head), "resolve" | "settle"))
    }

    /// "asked the guild for permission to sell": no permission sells, nor does the guild.
    pub(super) fn is_leave(&self, noun: usize) -> bool {
        matches!(
            self.writer.tree.lemma(noun),
            "approval"
                | "authority"
                | "authorisation"
                | "authorization"
                | "leave"
                | "licence"
                | "license"
                | "permission"
                | "permit"
                | "power"
                | "right"
        )
    }

    /// "She says that they wanted to sell the mill": by now they have or have not. "She said that they wanted to" puts back
    /// what they want.
    pub(super) fn is_told_now(&self, above: usize) -> bool {
        let tree = &self.writer.tree;
        tree.deprel(above) == Deprel::Ccomp
            && tree.xpos(above) == "VBD"
            && matches!(
                tree.lemma(above),
                "attempt" | "fight" | "seek" | "struggle" | "try" | "want"
            )
            && tree
                .head(above)
                .and_then(|says| tree.finite(says))
                .is_some_and(|says| matches!(tree.xpos(says), "VBZ" | "VBP"))
    }

    /// "Last month the bank encouraged them to sell": by now they did or did not.
    pub(super) fn is_of_last_time(&self, above: usize) -> bool {
        let tree = &self.writer.tree;
        // "in the past the king had asked them to pay".
        let past = tree.children(above).any(|then| {
            tree.deprel(then) == Deprel::Obl
                && tree.is_word(then, &["past"])
                && tree.children(then).any(|case| tree.is_word(case, &["in"]))
        });
        past || tree.xpos(above) == "VBD"
            && matches!(
                tree.lemma(above),
                "advise" | "ask" | "encourage" | "instruct" | "invite" | "remind"
            )
            && tree.children(above).any(|then| {
                tree.deprel(then) == Deprel::OblUnmarked
                    && tree.children(then).any(|last| tree.is_word(last, &["last"]))
                    && matches!(
                        tree.lemma(then),
                        "decade"
                            | "month"
                            | "spring"
                            | "summer"
                            | "autumn"
                            | "fall"
                            | "winter"
                            | "year"
                    )
            })
    }

    /// "They are always told to walk": on every such day.
    pub(super) fn is_custom(&self, above: usize) -> bool {
        let tree = &self.writer.tree;
        tree.children(above).any(|often| {
            tree.is_word(
                often,
                &[
                    "always",
                    "generally",
                    "normally",
                    "often",
                    "routinely",
                    "sometimes",
                    "typically",
                    "usually",
                ],
            )
            // "Each week she asks them to stay".
                || tree.deprel(often) == Deprel::OblUnmarked
                    && is_time(tree.lemma(often))
                    && tree.children(often).any(|each| tree.is_word(each, &["each", "every"]))
        })
    }

    /// "usually fail to win", "had to fight to win", "should be able to pay", "seems to be able to sing anywhere": of what
    /// one does now and then, did, or can do.
    pub(super) fn is_no_aim(&self, above: usize) -> bool {
        let tree = &self.writer.tree;
        let able = matches!(tree.lemma(above), "able" | "unable");
        let ought = able
            && tree
                .auxiliaries(above)
                .iter()
                .any(|&aux| tree.is_word(aux, &["should", "could", "must", "might"]));
        let seems = able
            && tree.head(above).is_some_and(|seems| matches!(tree.lemma(seems), "seem" | "appear"));
        let fought = matches!(tree.lemma(above), "fight" | "strive" | "struggle" | "work")
            && tree.is_infinitive(above)
            && tree.head(above).is_some_and(|had| {
                tree.lemma(had) == "have"
                    && tree.xpos(had) == "VBD"
                    && tree.deprel(had) != Deprel::Ccomp
            });
        self.is_custom(above) || ought || seems || fought
    }

    /// "was encouraged by the choice of Lee to lead it": no choice tells her to lead.
    pub(super) fn is_moved_by_a_thing(&self, above: usize) -> bool {
        let tree = &self.writer.tree;
        tree.children(above).any(|agent| {
            tree.deprel(agent) == Deprel::OblAgent
                && agent < self.head
                && tree.xpos(agent) == "NN"
                && tree.child(agent, |deprel| deprel == Deprel::Nmod).is_some()
                && !words::is_person(tree.lemma(agent))
                && !words::is_title(tree.lemma(agent))
                && !words::is_body(tree.lemma(agent))
                && !self.writer.names_somebody(agent)
        })
    }

    /// "In 1994 she asked him to stay", as the article tells it: he did or did not.
    pub(super) fn is_of_a_year(&self, above: usize) -> bool {
        let tree = &self.writer.tree;
        tree.xpos(above) == "VBD"
            && tree.deprel(above) != Deprel::Ccomp
            && tree.children(above).any(|then| {
                matches!(tree.deprel(then), Deprel::Obl | Deprel::OblUnmarked)
                    && tree.word(then).len() == 4
                    && ["19", "20"].iter().any(|century| tree.word(then).starts_with(century))
                    && tree.word(then).bytes().all(|digit| digit.is_ascii_digit())
            })
    }

    /// "The meeting was called to settle the row": what it is for.
    pub(super) fn is_convened(&self, above: usize) -> bool {
        let tree = &self.writer.tree;
        tree.lemma(above) == "call"
            && tree.child(above, |deprel| deprel == Deprel::NsubjPass).is_some_and(|what| {
                matches!(
                    tree.lemma(what),
                    "conference"
                        | "election"
                        | "gathering"
                        | "hearing"
                        | "meeting"
                        | "rally"
                        | "referendum"
                        | "session"
                        | "strike"
                        | "summit"
                        | "talks"
                        | "vote"
                )
            })
    }

    /// `its goal is to halve the cost`.
    pub(super) fn aimed(&self) -> Option<Found> {
        let tree = &self.writer.tree;
        let aim = tree.children(self.head).chain(self.governor()).find(|&noun| {
            noun < self.head && AIMS.contains(&tree.lemma(noun)) && tree.upos(noun) == Upos::Noun
        })?;
        let is = (aim..self.head)
            .find(|&at| tree.lemma(at) == "be" && matches!(tree.xpos(at), "VBZ" | "VBP"))?;
        if !tree.is_infinitive(self.head) || !(is..self.head).any(|at| tree.xpos(at) == "TO") {
            return None;
        }
        let owner = tree.child(aim, |deprel| deprel == Deprel::NmodPoss).or_else(|| {
            tree.children(aim).find(|&of| {
                tree.deprel(of) == Deprel::Nmod
                    && tree.children(of).any(|case| tree.is_word(case, &["of", "for"]))
            })
        })?;
        // "Our goal is to win": who "we" are the question would not tell.
        if tree.is_word(owner, &["our", "my", "your"]) {
            return None;
        }
        let text = self.writer.yes_no_of(self.head, owner, Mood::Modal("will"), true)?;
        Some(Found { text, basis: Basis::Unresolved, openness: 0.55 })
    }

    /// `demanded they stop`, `proposed that the fee be halved`.
    pub(super) fn demanded_that(&self) -> Option<Found> {
        let tree = &self.writer.tree;
        let above = self.governor()?;
        let asks = matches!(
            self.lemma(above),
            "demand" | "insist" | "urge" | "propose" | "recommend" | "request" | "require"
        );
        let bare = matches!(tree.xpos(self.head), "VB" | "VBP")
            || tree.auxiliaries(self.head).iter().any(|&aux| tree.xpos(aux) == "VB");
        let subject = tree.subject(self.head)?;
        if !asks || !bare || self.deprel() != Deprel::Ccomp || self.is_negated(above) {
            return None;
        }
        let text = self.writer.yes_no_of(self.head, subject, Mood::Modal("will"), true)?;
        Some(Found { text, basis: Basis::Unresolved, openness: 0.6 })
    }

    /// `the council needs to find a site`, `has to raise the dam`.
    pub(super) fn needed(&self) -> Option<Found> {
        let tree = &self.writer.tree;
        let above = self.governor().filter(|_| self.deprel() == Deprel::Xcomp)?;
        let now = tree.finite(above) == Some(above) && matches!(tree.xpos(above), "VBZ" | "VBP")
            // "would then need to win half of them".
            || tree.lemma(above) == "need"
                && tree
                    .finite(above)
                    .is_some_and(|at| tree.is_word(at, &["will", "would", "'ll", "’ll"]));
        let needs = matches!(self.lemma(above), "need" | "have") && tree.is_infinitive(self.head);
        let subject = tree.understood_subject(above)?;
        let anybody = tree.is_word(
            subject,
            &["we", "you", "one", "i", "it", "people", "they", "who", "which", "that"],
        );
        // "has little to lose", "needs the mayor to stay", "when a firm needs to borrow", "they have to know".
        let other =
            tree.child(above, |deprel| matches!(deprel, Deprel::Obj | Deprel::Iobj)).is_some()
                || tree.children(subject).any(|det| tree.is_word(det, &["a", "an", "every"]))
                || matches!(
                    self.lemma(self.head),
                    "know" | "understand" | "remember" | "realize" | "be"
                );
        // "has yet to say".
        let yet = tree.children(above).any(|yet| tree.is_word(yet, &["yet"]));
        if !now
            || yet
            || !needs
            || anybody
            || other
            || self.is_outcome()
            || self.is_negated(above)
            || self.deprel() == Deprel::AclRelcl
        {
            return None;
        }
        let text = self.writer.yes_no_of(self.head, subject, Mood::Modal("will"), true)?;
        // "has to balance its books": so it must, and does.
        let openness = if tree.lemma(above) == "have" { 0.25 } else { 0.45 };
        Some(Found { text, basis: Basis::Unresolved, openness })
    }
}
