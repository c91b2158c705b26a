//! Clauses about what somebody denies or claims, and what the author hedges.

use super::super::lexicon::{ALLEGED, CLAIMING, CLAIMS, DENYING, DOUBTERS, FAULTING};
use super::{Clause, Found};
use crate::briefing::Basis;
use crate::briefing::phrase::Mood;
use crate::language::{Deprel, Upos};

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
            let accuses = matches!(lemma, "accuse" | "suspect" | "charge" | "convict" | "blame")
                && tree.xpos(self.head) == "VBG"
                && self.mark(&["of", "with", "for"]);
            // "slammed the club for promoting gambling": whether it did is as often plain.
            let faults =
                FAULTING.contains(&lemma) && tree.xpos(self.head) == "VBG" && self.mark(&["for"]);
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
                if tree.finite(self.head).is_some() && self.deprel() == Deprel::Ccomp {
                    let text = self.writer.yes_no(self.head, Mood::Reported, true)?;
                    return Some(Found { text, basis, openness });
                }
                // "suggested moving it", "fears losing": no claim of what was done.
                if tree.xpos(self.head) == "VBG" && (denies || accuses || faults) {
                    let object = tree
                        .child(above, |deprel| matches!(deprel, Deprel::Obj | Deprel::NsubjPass))
                        .filter(|_| accuses || faults);
                    let subject = object.or(hung_on).or_else(|| tree.understood_subject(above))?;
                    let text = self.writer.yes_no_of(self.head, subject, Mood::Past, true)?;
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

    /// What one side says of the other or of the matter, and nobody else in the sentence.
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
        let there = tree.child(self.head, |deprel| deprel == Deprel::Expl).is_some()
            && !self.is_negated(self.head);
        // "She said that he believes it": what he thinks is not asked, but is one more word on the matter.
        let thinks = matches!(
            self.lemma(self.head),
            "believe" | "think" | "feel" | "know" | "want" | "hope" | "say"
        ) && tree.xpos(self.head) != "VBN";
        // "She said she is glad", "74 percent said that it is": of oneself one knows, and a poll has no side.
        if !says || there || self.is_polled() || self.is_own() || self.is_quoted(self.head) {
            return None;
        }
        let text = self.writer.yes_no(self.head, Mood::Reported, true)?;
        let against = tree.subject(above).is_some_and(|who| DOUBTERS.contains(&tree.lemma(who)));
        let openness = match () {
            () if against => 0.5,
            () if thinks => 0.02,
            () => 0.05,
        };
        Some(Found { text, basis: Basis::Disputed, openness })
    }

    /// Whether the clause is what a share of those asked in a poll say: "22 percent said they would vote for him", "the
    /// 18 percent who say they would go".
    fn is_polled(&self) -> bool {
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
        tree.subject(above).is_some_and(asked) || of_whom.is_some_and(asked)
    }

    /// Whether the clause is what somebody says of oneself.
    fn is_own(&self) -> bool {
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
            .any(|child| tree.is_word(child, &["just", "only", "simply", "merely"]));
        if !was
            || partly
            || speaker
            // "was not aware", "was not quite there".
            || matches!(tree.upos(self.head), Upos::Adj | Upos::Adv)
            // "had no time": what one had. "Probably not, she said": no verb of hers.
            || matches!(tree.lemma(self.head), "have" | "say")
            // "was not aimed at the firm but at its owner": neither half is denied alone.
            || tree
                .subtree(self.head, |_| true)
                .into_iter()
                .any(|but| but > self.head && tree.is_word(but, &["but", "because", "until", "only"]))
            || self.mark(&["if", "because", "since", "as", "when", "while"])
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
        );
        if !(quoted || reported || self.follows_a_colon()) || feeling {
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

    /// `may`, `might`, `could`, and what somebody hopes, fears or finds likely.
    pub(super) fn hedged(&self) -> Option<Found> {
        let tree = &self.writer.tree;
        let auxiliaries = tree.auxiliaries(self.head);
        let modal =
            *auxiliaries.first().filter(|&&aux| tree.is_word(aux, &["may", "might", "could"]))?;
        let perfect = auxiliaries.iter().any(|&aux| aux != modal && tree.lemma(aux) == "have");
        let can = tree.is_word(modal, &["could"]);
        // "They asked if he could swim": an ability told in the past.
        let told = can && tree.deprel(self.head) == Deprel::Advcl;
        // "He was rich and could afford it": what he was able to do.
        let able = can
            && (matches!(
                self.lemma(self.head),
                "afford"
                    | "see"
                    | "sense"
                    | "hear"
                    | "feel"
                    | "smell"
                    | "manage"
                    | "name"
                    | "recall"
                    | "tell"
            ) || self.deprel() == Deprel::Conj
                && self.governor().is_some_and(|above| self.in_past(above)));
        // "so that readers may learn more", "we might call it luck".
        let purpose = !self.opens_with_so() && (self.mark(&["so"]) || self.follows_so());
        let speaks = tree
            .is_word(tree.subject(self.head).unwrap_or(modal), &["we", "one", "you", "i"])
            && matches!(
                self.lemma(self.head),
                "call" | "say" | "ask" | "argue" | "think" | "add" | "note" | "expect" | "imagine"
            );
        // "could have won" did not.
        // "may as well have", "there may be reasons": turns of speech.
        let turn = tree.is_word(modal + 1, &["as"]) && tree.is_word(modal + 2, &["well"])
            || tree.subject(self.head).is_some_and(|what| {
                matches!(tree.lemma(what), "reason" | "way" | "exception" | "explanation")
                    && tree.child(self.head, |deprel| deprel == Deprel::Expl).is_some()
            });
        // "could not name them", "may not care", "could no longer stay": what was not so, or may be.
        let no_longer = tree.children(self.head).any(|child| tree.is_word(child, &["longer"]));
        let negated = tree.negation(self.head).is_some() || no_longer;
        // "The hope may be that she will stay": whether she will is asked of the clause inside.
        let outer = tree.child(self.head, |deprel| deprel == Deprel::NsubjOuter).is_some();
        // "May it please the court": a wish.
        let wish = tree
            .subject(self.head)
            .is_some_and(|subject| modal < subject && tree.head(subject) == Some(self.head))
            && tree.child(self.head, |deprel| deprel == Deprel::Expl).is_none();
        if turn
            || wish
            || self.is_polled()
            || self.is_turn_of_may()
            || told
            || can && perfect
            || able
            || purpose
            || speaks
            || negated && !perfect
            || outer
        {
            return None;
        }
        // "Some may think that": what one may think leaves nothing open.
        let thinks = matches!(
            self.lemma(self.head),
            "think" | "say" | "wonder" | "ask" | "feel" | "seem" | "argue" | "recall" | "remember"
        );
        if thinks {
            return None;
        }
        let copula = tree.child(self.head, |deprel| deprel == Deprel::Cop).is_some();
        let soon = tree
            .children(self.head)
            .any(|child| tree.is_word(child, &["soon", "next", "eventually", "later"]));
        let mood = match () {
            () if perfect => Mood::Past,
            () if can => Mood::Kept,
            // "may be at sea" is about now, "may be released" about what comes.
            () if copula && !soon => Mood::Present,
            () => Mood::Modal("will"),
        };
        let text = self.writer.yes_no(self.head, mood, negated)?;
        let relative = matches!(self.deprel(), Deprel::AclRelcl | Deprel::Advcl);
        let openness = match () {
            () if can => 0.6,
            () if tree.is_word(modal, &["may"]) => 0.85,
            () => 0.7,
        };
        Some(Found {
            text,
            basis: Basis::Unresolved,
            openness: if relative { openness * 0.8 } else { openness },
        })
    }

    /// "may come as no surprise", "may go some way to", "might make sense": nobody waits to hear whether.
    fn is_turn_of_may(&self) -> bool {
        let tree = &self.writer.tree;
        let has = |words: &[&str]| {
            tree.subtree(self.head, |_| true).iter().any(|&at| tree.is_word(at, words))
        };
        match tree.lemma(self.head) {
            "come" => has(&["surprise", "shock", "relief"]),
            "go" => has(&["way"]) && has(&["some"]),
            "make" => tree
                .child(self.head, |deprel| deprel == Deprel::Obj)
                .is_some_and(|what| tree.lemma(what) == "sense"),
            _ => false,
        }
    }

    /// "So the boats may stay": what follows, and no purpose.
    fn opens_with_so(&self) -> bool {
        let analysis = self.writer.tree.analysis;
        analysis
            .sentences
            .get(analysis.sentence_of(self.head))
            .is_some_and(|sentence| self.writer.tree.is_word(sentence.tokens.start, &["so"]))
    }

    /// "..., so readers may learn more".
    fn follows_so(&self) -> bool {
        let tree = &self.writer.tree;
        tree.subtree(self.head, |_| true).first().is_some_and(|&first| {
            tree.is_word(first, &["so"]) || tree.is_word(first.wrapping_sub(1), &["so"])
        })
    }

    /// Whether a clause around it is what somebody says or thinks.
    fn is_reported(&self) -> bool {
        let tree = &self.writer.tree;
        std::iter::once(self.head)
            .chain(tree.ancestors(self.head))
            .any(|clause| tree.deprel(clause) == Deprel::Ccomp)
            || self.is_quoted(self.head)
    }

    /// Whether what reports it stands in the past, which makes `will` `would`.
    fn is_reported_then(&self) -> bool {
        let tree = &self.writer.tree;
        std::iter::once(self.head)
            .chain(tree.ancestors(self.head))
            .filter(|&clause| tree.deprel(clause) == Deprel::Ccomp && !self.is_quoted(clause))
            .filter_map(|clause| tree.head(clause))
            .any(|above| {
                let finite = tree.finite(above);
                finite.is_none_or(|at| matches!(tree.xpos(at), "VBD")) || tree.xpos(above) == "VBN"
            })
    }

    /// `will`, `is to`: told as certain, and still to come.
    pub(super) fn to_come(&self) -> Option<Found> {
        let tree = &self.writer.tree;
        let auxiliaries = tree.auxiliaries(self.head);
        let modal = *auxiliaries.first().filter(|&&aux| {
            tree.is_word(aux, &["will", "'ll", "’ll", "wo", "would", "must", "should"])
        })?;
        // "the political will": a noun.
        let noun = modal.checked_sub(1).is_some_and(|before| {
            matches!(tree.upos(before), Upos::Adj | Upos::Det)
                && tree.deprel(before) != Deprel::Nsubj
                && tree.head(before) != Some(self.head)
                && tree.subject(self.head).is_none_or(|subject| before > subject)
        });
        if noun {
            return None;
        }
        let would = tree.is_word(modal, &["would"]);
        let duty = tree.is_word(modal, &["must", "should"]);
        let over = auxiliaries.iter().any(|&aux| tree.lemma(aux) == "have");
        // "the fair, which will open in May": told in passing, of what kind it is.
        if self.deprel() == Deprel::AclRelcl {
            return None;
        }
        let main = self.deprel() != Deprel::Advcl;
        // "would like to see", "the fact that it will", "seeds that would flower" told of the past: no question
        // is left. Nor where a court has decided.
        let first = tree
            .understood_subject(self.head)
            .is_some_and(|subject| tree.is_word(subject, &["i", "we"]));
        let wishes = would
            && (matches!(self.lemma(self.head), "like" | "love" | "prefer" | "rather")
                // "I would argue": so I do.
                || first
                    && matches!(
                        self.lemma(self.head),
                        "argue" | "call" | "describe" | "expect" | "guess" | "hope" | "imagine" | "recommend" | "say" | "suggest" | "think" | "use"
                    ));
        // "Either firm would need 20 votes": what it takes.
        let takes = would
            && matches!(self.lemma(self.head), "have" | "need" | "require" | "take")
            && self.deprel() != Deprel::Ccomp;
        // "Will Roe, the clerk, said": a name.
        let tensed =
            matches!(tree.xpos(self.head), "VBD" | "VBZ") && tree.upos(self.head) == Upos::Verb;
        let told = !matches!(self.deprel(), Deprel::Ccomp | Deprel::Conj | Deprel::Root)
            && would
            && tree.finite(tree.root_of(self.head)).is_some_and(|verb| tree.xpos(verb) == "VBD")
            && !self.is_reported();
        let fact = self
            .governor()
            .is_some_and(|above| matches!(self.lemma(above), "fact" | "rule" | "decree"));
        // "We must not forget": a call on everybody.
        let exhorts = duty
            && tree
                .understood_subject(self.head)
                .is_some_and(|subject| tree.is_word(subject, &["we", "you", "one", "i", "it"]));
        // "I will," he wrote: what he will do stands elsewhere.
        let split = self.is_quoted(modal) && !self.is_quoted(self.head);
        // "Whether it stays would make no difference", "the day will come when".
        let idle = tree.child(self.head, |deprel| deprel == Deprel::Csubj).is_some_and(|clause| {
            tree.children(clause).any(|mark| tree.is_word(mark, &["whether", "if", "how", "what"]))
        }) || self.lemma(self.head) == "come"
            && tree
                .subject(self.head)
                .is_some_and(|subject| matches!(tree.lemma(subject), "day" | "time" | "moment"));
        // "You should not panic": nobody is asked to. "It will not pay", as the article itself says: that is that.
        let reported = self.is_reported() || self.is_quoted(self.head);
        let refused = tree.negation(self.head).is_some()
            && (duty || if would { !self.is_reported() } else { !reported });
        // "He knew that it would fail": then it did.
        // "as it became clear that he would not go": he did not.
        let known = would
            && self.governor().is_some_and(|above| {
                matches!(self.lemma(above), "know" | "realize" | "realise" | "learn" | "remember")
                    || matches!(self.lemma(above), "clear" | "plain" | "evident" | "obvious")
                        && !self.is_negated(above)
                        && tree
                            .finite(above)
                            .or_else(|| tree.finite(tree.head(above)?))
                            .is_some_and(|at| tree.xpos(at) == "VBD")
            });
        // "I did not promise that it would be easy".
        let unsaid = self.deprel() == Deprel::Ccomp
            && self.governor().is_some_and(|above| {
                matches!(self.lemma(above), "promise" | "say" | "pledge" | "guarantee" | "mean")
                    && tree.negation(above).is_some()
                    && self.in_past(above)
            });
        // "It would be hard to forget", as the article or its speaker says: a judgement.
        let judged = would
            && tree
                .child(self.head, |deprel| deprel == Deprel::Expl)
                .is_some_and(|it| tree.is_word(it, &["it"]))
            && tree.child(self.head, |deprel| deprel == Deprel::Cop).is_some();
        if takes
            || judged
            || self.is_polled()
            || tensed
            || known
            || refused
            || split
            || over
            || wishes
            || told
            || fact
            || exhorts
            || idle
            || unsaid
        {
            return None;
        }
        // "He would often sing", "firms will often merge": a habit. "It would ruin the town": if it came to that, and not because it will.
        let habit = tree.children(self.head).any(|often| {
            tree.is_word(often, &["often", "sometimes", "usually", "ordinarily", "typically"])
                || would && tree.is_word(often, &["always", "never"])
        });
        if habit {
            return None;
        }
        // "He says that it would": if it came to that. "He said that it would": that it will.
        let now = would && self.is_reported() && !self.is_reported_then();
        let supposed = would
            && (now || !self.is_reported())
            && tree.child(self.head, |deprel| deprel == Deprel::Parataxis).is_none();
        let mood = match () {
            () if supposed => Mood::Kept,
            () if would => Mood::Reported,
            () => Mood::Modal("will"),
        };
        let text = self.writer.yes_no(self.head, mood, true)?;
        let dated =
            tree.children(self.head).any(|child| matches!(tree.deprel(child), Deprel::OblUnmarked));
        // "will need more", "will continue to pay": so it is now already.
        let stays = match self.lemma(self.head) {
            "need" => true,
            "continue" => tree.child(self.head, |deprel| deprel == Deprel::Xcomp).is_some(),
            _ => false,
        };
        let openness = match () {
            () if duty => 0.27,
            () if stays || supposed && !now => 0.3,
            () if would => 0.42,
            () if dated => 0.65,
            () => 0.5,
        };
        Some(Found {
            text,
            basis: if dated { Basis::Scheduled } else { Basis::Unresolved },
            openness: if main { openness } else { openness * 0.85 },
        })
    }
}
