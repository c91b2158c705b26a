//! Clauses about what somebody denies or claims.

use super::super::lexicon::{ALLEGED, CLAIMING, CLAIMS, DENYING, DOUBTERS, FAULTING};
use super::{Clause, Found};
use crate::briefing::Basis;
use crate::briefing::phrase::Mood;
use crate::language::{Deprel, Upos};

/// What is done or said before everybody: nobody doubts that it was.
const IN_THE_OPEN: &[&str] = &[
    "back", "call", "endorse", "maintain", "oppose", "praise", "propose", "say", "speak",
    "suggest", "support", "tell", "vote",
];

impl Clause<'_, '_> {
    /// What a denial, an accusation or a claim is about.
    pub(super) fn disputed(&self) -> Option<Found> {
        let tree = &self.writer.tree;
        if let Some((above, hung_on)) = self.taking_verb() {
            let lemma = self.lemma(above);
            let denies = DENYING.contains(&lemma);
            let claims = CLAIMING.contains(&lemma);
            // "He said, contradicting her, that ..."
            let against = tree.children(above).any(|child| {
                matches!(tree.deprel(child), Deprel::Advcl | Deprel::Conj)
                    && matches!(tree.lemma(child), "contradict" | "dispute" | "refute" | "rebut")
            });
            // "blamed the duke for opening the gates".
            let gerund = tree.xpos(self.head) == "VBG" && !self.is_task(above, hung_on)
                || tree
                    .auxiliaries(self.head)
                    .first()
                    // "of having opened them", "of being too rich".
                    .is_some_and(|&aux| tree.is_word(aux, &["having", "being"]));
            // "accused him of theft for selling the boats": it is the theft that he is accused of.
            let with = match lemma {
                "accuse" | "suspect" | "convict" => "of",
                "charge" => "with",
                "blame" => "for",
                _ => "",
            };
            let accuses = gerund && !with.is_empty() && self.mark(&[with]);
            // "slammed the club for promoting gambling": whether it did is as often plain.
            let faults = FAULTING.contains(&lemma)
                && gerund
                && self.mark(&["for"])
                && !IN_THE_OPEN.contains(&tree.lemma(self.head));
            // "accused him of having “sold the port”": parted by the mark.
            let parted = tree.is_word(self.head, &["having"])
                && tree
                    .child(self.head, |deprel| deprel == Deprel::Xcomp)
                    .is_some_and(|done| tree.xpos(done) == "VBN");
            if parted {
                return None;
            }
            let governed =
                matches!(self.deprel(), Deprel::Ccomp | Deprel::Xcomp) || accuses || faults;
            if governed && (denies || claims || accuses || faults || against) {
                let openness = match () {
                    () if denies => 0.85,
                    () if accuses || against => 0.8,
                    () if faults => 0.35,
                    () => 0.42,
                };
                let basis = Basis::Disputed;
                // "lamented that they would have been punished": what never came.
                let unreal = tree.finite(self.head).is_some_and(|at| tree.is_word(at, &["would"]))
                    && tree.auxiliaries(self.head).iter().any(|&aux| tree.is_word(aux, &["have"]));
                if unreal {
                    return None;
                }
                if tree.finite(self.head).is_some() && self.deprel() == Deprel::Ccomp {
                    let text = self.writer.yes_no(self.head, Mood::Reported, true)?;
                    return Some(Found { text, basis, openness });
                }
                // "suggested moving it", "fears losing": no claim of what was done.
                if gerund && (denies || accuses || faults) {
                    let object = tree
                        .child(above, |deprel| matches!(deprel, Deprel::Obj | Deprel::NsubjPass))
                        .filter(|_| accuses || faults);
                    // "charged Tarn Holding, a mill, with": whom, the tree may have lost, and nobody accuses himself.
                    let accuser = (accuses || faults)
                        && tree
                            .child(above, |deprel| matches!(deprel, Deprel::Xcomp | Deprel::Ccomp))
                            .is_some_and(|lost| lost < self.head);
                    // "the war that they blame for breaking the peace": the war, which stands outside.
                    let outside = tree.deprel(above) == Deprel::AclRelcl
                        && object.is_none()
                        && !tree
                            .subject(above)
                            .is_some_and(|who| tree.is_word(who, &["who", "which", "that"]));
                    if outside {
                        return None;
                    }
                    let subject = object
                        .or(hung_on)
                        .or_else(|| tree.understood_subject(above).filter(|_| !accuser))?;
                    // "accuses him of being too soft": is he?
                    let now =
                        tree.finite(above).is_some_and(|at| matches!(tree.xpos(at), "VBZ" | "VBP"))
                            && tree.child(self.head, |deprel| deprel == Deprel::Cop).is_some();
                    let mood = if now { Mood::Present } else { Mood::Past };
                    let text = self.writer.yes_no_of(self.head, subject, mood, true)?;
                    return Some(Found { text, basis, openness });
                }
            }
        }
        // "the assertion that it never knew", "the claim that they lied".
        if let Some(noun) = self.governor()
            && matches!(self.deprel(), Deprel::Acl | Deprel::Ccomp)
            && (CLAIMS.contains(&self.lemma(noun))
                // "There is no evidence that they lied".
                || matches!(self.lemma(noun), "evidence" | "proof")
                    && tree.children(noun).any(|det| tree.is_word(det, &["no", "little", "any"])))
            && tree.finite(self.head).is_some()
            && self.mark(&["that"])
        {
            let text = self.writer.yes_no(self.head, Mood::Reported, true)?;
            return Some(Found { text, basis: Basis::Disputed, openness: 0.65 });
        }
        let alleged = tree
            .children(self.head)
            .any(|child| ALLEGED.iter().any(|word| tree.is_word(child, &[word])));
        if alleged && self.lemma(self.head) != "say" {
            let text = self.writer.yes_no(self.head, Mood::Reported, false)?;
            return Some(Found { text, basis: Basis::Disputed, openness: 0.55 });
        }
        None
    }

    /// "a panel charged with finding the money": that is what it is for.
    fn is_task(&self, above: usize, hung_on: Option<usize>) -> bool {
        let tree = &self.writer.tree;
        let whom = hung_on
            .or_else(|| tree.child(above, |deprel| deprel == Deprel::NsubjPass))
            .or_else(|| tree.head(above).filter(|_| tree.deprel(above) == Deprel::Acl));
        tree.lemma(above) == "charge"
            && tree.xpos(above) == "VBN"
            && whom.is_some_and(|whom| {
                matches!(
                    tree.lemma(whom),
                    "agency"
                        | "board"
                        | "body"
                        | "commission"
                        | "committee"
                        | "council"
                        | "delegation"
                        | "department"
                        | "force"
                        | "group"
                        | "ministry"
                        | "office"
                        | "panel"
                        | "subcommittee"
                        | "team"
                        | "unit"
                )
            })
    }

    /// What whoever speaks against somebody says of him: what anybody says is no question by itself.
    pub(super) fn claimed(&self) -> Option<Found> {
        let tree = &self.writer.tree;
        let finite = tree.finite(self.head)?;
        if self.deprel() != Deprel::Ccomp || !matches!(tree.xpos(finite), "VBD" | "VBZ" | "VBP") {
            return None;
        }
        let above = self.governor()?;
        let says = matches!(
            self.lemma(above),
            "say" | "tell" | "write" | "state" | "add" | "note" | "conclude" | "believe" | "think"
        );
        // "He said there is a reason": that one sees. "There is no proof": perhaps there will be.
        let there = tree.child(self.head, |deprel| deprel == Deprel::Expl).is_some();
        let lacking = there && self.is_negated(self.head);
        let against = tree.subject(above).is_some_and(|who| DOUBTERS.contains(&tree.lemma(who)));
        // "She said she is glad", "74 percent said that it is": of oneself one knows, and a poll has no side.
        let own = self.is_own() || self.is_quoted(self.head);
        if !says || !(against && !there || lacking) || self.is_polled() || own {
            return None;
        }
        let text = self.writer.yes_no(self.head, Mood::Reported, true)?;
        let openness = if against { 0.5 } else { 0.2 };
        Some(Found { text, basis: Basis::Disputed, openness })
    }

    /// Whether the clause is what a share of those asked in a poll say: "22 percent said they would vote for him", "the
    /// 18 percent who say they would go".
    pub(super) fn is_polled(&self) -> bool {
        let tree = &self.writer.tree;
        let Some(above) = self.governor().filter(|_| self.deprel() == Deprel::Ccomp) else {
            return false;
        };
        let asked = |who: usize| {
            tree.upos(who) == Upos::Num
                || tree.is_word(who, &["%", "percent", "half", "third", "majority", "most"])
                || tree.lemma(who) == "respondent"
        };
        let of_whom = tree.head(above).filter(|_| tree.deprel(above) == Deprel::AclRelcl);
        // "The poll shows 30 percent of them say they will stay", with the share hung on "shows".
        let shown = || {
            let shows = tree.head(above).filter(|_| tree.deprel(above) == Deprel::Ccomp)?;
            tree.child(shows, |deprel| deprel == Deprel::Obj)
        };
        let asker = tree.subject(above).or_else(shown);
        asker.is_some_and(asked) || of_whom.is_some_and(asked)
    }

    /// Whether the clause is what somebody says of oneself.
    pub(super) fn is_own(&self) -> bool {
        let tree = &self.writer.tree;
        let Some(subject) = tree.understood_subject(self.head) else { return false };
        let speaker = self
            .governor()
            .filter(|_| self.deprel() == Deprel::Ccomp)
            .and_then(|above| tree.understood_subject(above));
        tree.is_word(subject, &["i", "we"])
            || speaker.is_some_and(|speaker| self.writer.means_same(speaker, subject))
    }

    /// "She was not forced to stay", said by one side: the other says that she was.
    pub(super) fn denied_outright(&self) -> Option<Found> {
        let tree = &self.writer.tree;
        let negation = tree.negation(self.head)?;
        let finite = tree.finite(self.head)?;
        // "It is not far", "they do not care": what is now, one sees; what was, two sides tell otherwise.
        let was = tree.xpos(finite) == "VBD"
            || tree.lemma(finite) == "have"
                && (tree.xpos(self.head) == "VBN"
                    || tree.auxiliaries(self.head).iter().any(|&aux| tree.word(aux) == "been"));
        let speaker = tree
            .understood_subject(self.head)
            .is_some_and(|who| tree.is_word(who, &["i", "we", "you", "it", "this", "that"]));
        // "was not just tired": tired all the same.
        let partly = tree
            .children(self.head)
            .any(|child| tree.is_word(child, &["even", "just", "only", "simply", "merely"]));
        // "That is not to say that she was not fond of it": she was.
        let unsaid = self.governor().is_some_and(|above| {
            self.lemma(above) == "say" && self.deprel() == Deprel::Ccomp && self.is_negated(above)
        });
        // "had never before been asked": for the first time now.
        let first = tree.is_word(negation, &["never"])
            && tree.children(self.head).any(|before| tree.is_word(before, &["before"]));
        if !was
            || first
            || partly
            || unsaid
            || speaker
            // "was not aware", "was not quite there".
            || matches!(tree.upos(self.head), Upos::Adj | Upos::Adv)
            // "had no time": what one had. "Probably not, she said": no verb of hers. "was not going to stay": what one
            // was about to do.
            || matches!(tree.lemma(self.head), "have" | "say")
            || tree.is_word(self.head, &["going"])
            || self.is_quoted(negation) && !self.is_quoted(self.head)
            // "never did nothing": twice denied.
            || tree.subtree(self.head, |_| true).into_iter().any(|no| tree.is_word(no, &["no", "nobody", "nothing"]))
            // "was not aimed at the firm but at its owner": neither half is denied alone.
            || tree
                .subtree(self.head, |_| true)
                .into_iter()
                .any(|but| but > self.head && tree.is_word(but, &["but", "because", "until", "only"]))
            || self.mark(&["if", "because", "since", "as", "when", "while", "how", "why"])
            // "those who do not see it": which ones, and no denial.
            || self.deprel() == Deprel::AclRelcl
        {
            return None;
        }
        let quoted = self.is_quoted(negation);
        let reported = self.deprel() == Deprel::Ccomp
            && self.governor().is_some_and(|above| {
                matches!(
                    self.lemma(above),
                    "say"
                        | "state"
                        | "insist"
                        | "claim"
                        | "maintain"
                        | "argue"
                        | "tell"
                        | "add"
                        | "stress"
                        | "assert"
                )
            });
        let feeling = matches!(
            self.lemma(self.head),
            "know"
                | "think"
                | "want"
                | "believe"
                | "like"
                | "care"
                | "need"
                | "understand"
                | "remember"
                | "mean"
                | "see"
                | "feel"
                | "hear"
                | "seem"
                | "appear"
                | "look"
                | "anticipate"
                | "expect"
                | "favor"
                | "favour"
                | "fear"
                | "foresee"
                | "hope"
                | "intend"
                | "mind"
                | "prefer"
                | "regard"
                | "regret"
                | "view"
                | "wish"
        ) || self.lemma(self.head) == "consider" && tree.xpos(self.head) != "VBG";
        // "A storm never came," one said: nobody says that it did.
        let of_somebody = tree.understood_subject(self.head).is_some_and(|who| {
            self.writer.names_somebody(who)
                || tree.child(who, |deprel| deprel == Deprel::NmodPoss).is_some()
        });
        if !(quoted && of_somebody || reported || self.follows_a_colon()) || feeling {
            return None;
        }
        let text = self.writer.yes_no(self.head, Mood::Reported, true)?;
        Some(Found { text, basis: Basis::Disputed, openness: 0.5 })
    }

    /// Whether the paragraph before ends with a colon: this one gives what somebody said.
    fn follows_a_colon(&self) -> bool {
        let analysis = self.writer.tree.analysis;
        let sentences = &analysis.sentences;
        let here = analysis.sentence_of(self.head);
        let Some(block) = sentences.get(here).map(|sentence| sentence.block) else { return false };
        let first = sentences[..here].partition_point(|sentence| sentence.block < block);
        first.checked_sub(1).is_some_and(|before| {
            sentences[before].range.slice(self.writer.tree.text).ends_with(':')
        })
    }

    /// "a race that may end soon", "towns that may be hit": of what kind they are, and not which.
    pub(super) fn is_one_of_many(&self, verb: usize) -> bool {
        let tree = &self.writer.tree;
        self.is_kind(verb)
            || tree.deprel(verb) == Deprel::AclRelcl
                && tree.head(verb).is_some_and(|noun| {
                    // "all the claims that could be made".
                    tree.child(noun, |deprel| deprel == Deprel::DetPredet).is_some()
                        || tree.xpos(noun) == "NNS"
                            && !tree.children(noun).any(|child| {
                                child < noun
                                    && matches!(tree.deprel(child), Deprel::Det | Deprel::NmodPoss)
                            })
                })
    }
}
