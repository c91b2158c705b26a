//! Clauses told as certain and still to come: `will`, `would` of what was said then, `must`, `should`.

use super::{Clause, Found};
use crate::briefing::Basis;
use crate::briefing::phrase::Mood;
use crate::language::coref::words;
use crate::language::lexicon::{Senses, lexicon};
use crate::language::times::{is_day_from_now, is_time};
use crate::language::{Deprel, Upos};

/// Verbs whose passive with "it" leads in a clause: `it will be alleged that`.
const OF_CONTENT: &[&str] = &[
    "allege",
    "argue",
    "announce",
    "assume",
    "believe",
    "claim",
    "decide",
    "expect",
    "fear",
    "hope",
    "know",
    "note",
    "say",
    "show",
    "suggest",
    "think",
    "understand",
];

/// Verbs of what things do by themselves: told with `should`, it is expected.
const COMING_ABOUT: &[&str] = &[
    "benefit",
    "boost",
    "contribute",
    "decline",
    "decrease",
    "drop",
    "ease",
    "exceed",
    "fall",
    "grow",
    "help",
    "improve",
    "increase",
    "lessen",
    "narrow",
    "offset",
    "reach",
    "rebound",
    "recover",
    "result",
    "rise",
    "see",
    "shrink",
    "slow",
    "stabilise",
    "stabilize",
    "strengthen",
    "total",
    "weaken",
    "widen",
];

/// Words for how things stand once they have come about.
const READY: &[&str] = &[
    "available",
    "back",
    "clear",
    "complete",
    "done",
    "finished",
    "higher",
    "known",
    "lower",
    "open",
    "operational",
    "over",
    "possible",
    "ready",
    "through",
    "visible",
];

impl Clause<'_, '_> {
    /// Whether a clause around it is what somebody says or thinks.
    pub(super) fn is_reported(&self) -> bool {
        let tree = &self.writer.tree;
        std::iter::once(self.head)
            .chain(tree.ancestors(self.head))
            .any(|clause| tree.deprel(clause) == Deprel::Ccomp)
            || self.deprel() == Deprel::Ccomp
            || self.is_quoted(self.head)
    }

    /// "is ready by May", "is available later today": how things are at a time.
    fn is_ready_by_then(&self) -> bool {
        let tree = &self.writer.tree;
        let stands = tree.child(self.head, |deprel| deprel == Deprel::Cop).is_some()
            && READY.iter().any(|ready| tree.is_word(self.head, &[ready]));
        stands
            && tree.children(self.head).any(|at| {
                at > self.head
                    && (is_time(tree.lemma(at))
                        || is_day_from_now(tree.lemma(at))
                        || tree.is_word(at, &["soon", "shortly"])
                        || lexicon().senses(tree.word(at)).any(Senses::CALENDAR))
            })
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
        // "would only say that it was late": so he did, and no more. "if he would stick to it", "if she should win".
        let supposing = self.deprel() == Deprel::Advcl
            && self.mark(&["if"])
            && tree.is_word(modal, &["would", "should"]);
        // "Should the town win, it would sell": a condition.
        let inverted = tree
            .subject(self.head)
            .is_some_and(|who| tree.is_word(modal, &["should"]) && modal < who && who < self.head);
        // "It will be argued that he lied": no thing is argued, and what is stands in the clause.
        let impersonal = tree.xpos(self.head) == "VBN"
            && OF_CONTENT.contains(&tree.lemma(self.head))
            && tree.subject(self.head).is_some_and(|it| tree.is_word(it, &["it"]));
        // "The question is not so much whether it will last": not asked as that, it is not asked as this.
        // "before they would sell": a condition of what else is told.
        let until = would && self.deprel() == Deprel::Advcl && self.mark(&["before", "until"]);
        if until
            || self.is_no_question()
            || impersonal
            || supposing
            || inverted
            || would && tree.is_word(modal + 1, &["only"])
        {
            return None;
        }
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
                // "would rather stay": so one wishes now.
                || tree.children(self.head).any(|how| {
                    tree.is_word(how, &["rather"]) && tree.deprel(how) == Deprel::Advmod && how < self.head
                })
                // "would be honoured to serve".
                || matches!(
                    self.lemma(self.head),
                    "delighted" | "glad" | "happy" | "honored" | "honoured" | "pleased" | "proud"
                ) && tree.child(self.head, |deprel| deprel == Deprel::Cop).is_some()
                || tree.is_word(self.head, &["honored", "honoured", "pleased", "delighted"])
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
        let refused = tree.negation(self.head).is_some() && (duty || !self.is_reported());
        // "I would not vote for her," one said: so one would not.
        let own_refusal = first && would && tree.negation(self.head).is_some();
        // "I will not just talk": so he will, and more.
        let partly = tree
            .negation(self.head)
            .is_some_and(|not| tree.is_word(not + 1, &["just", "simply", "merely", "only"]));
        // "I will say this", "I would bet on her": said with it.
        let spoken = first
            && matches!(
                self.lemma(self.head),
                "admit"
                    | "argue"
                    | "bet"
                    | "concede"
                    | "guess"
                    | "predict"
                    | "repeat"
                    | "say"
                    | "suggest"
                    | "tell"
            );
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
        // "The bank must be worried": so one thinks that it is.
        let feels = tree.is_word(modal, &["must"])
            && tree.is_word(
                self.head,
                &[
                    "aware",
                    "concerned",
                    "disappointed",
                    "glad",
                    "happy",
                    "pleased",
                    "tired",
                    "worried",
                ],
            );
        // "I used to believe that it would fail".
        let once = would
            && self.governor().is_some_and(|above| {
                tree.head(above).is_some_and(|used| tree.is_word(used, &["used"]))
                    || tree.auxiliaries(above).iter().any(|&aux| tree.is_word(aux, &["used"]))
            });
        // "If nobody had come, they would be at war now".
        let unreal = would
            && tree.children(self.head).any(|condition| {
                tree.deprel(condition) == Deprel::Advcl
                    && tree.children(condition).any(|mark| tree.is_word(mark, &["if"]))
                    && tree.auxiliaries(condition).iter().any(|&had| tree.is_word(had, &["had"]))
            });
        // "Many thought after 2012 that she would win".
        let of_then = would
            && self.deprel() == Deprel::Ccomp
            && self.governor().is_some_and(|above| {
                self.in_past(above)
                    && tree.children(above).any(|then| {
                        tree.deprel(then) == Deprel::Obl
                            && tree.word(then).len() == 4
                            && tree.word(then).bytes().all(|digit| digit.is_ascii_digit())
                            && tree
                                .children(then)
                                .any(|case| tree.is_word(case, &["after", "before", "in"]))
                    })
            });
        // "Without the toll, the port would be in trouble".
        let but_for = would
            && tree.children(self.head).any(|without| {
                without < self.head
                    && tree.deprel(without) == Deprel::Obl
                    && tree.children(without).any(|case| tree.is_word(case, &["without"]))
            });
        // "I did not promise that it would be easy".
        let unsaid = self.deprel() == Deprel::Ccomp
            && self.governor().is_some_and(|above| {
                matches!(
                    self.lemma(above),
                    "promise"
                        | "say"
                        | "pledge"
                        | "guarantee"
                        | "mean"
                        // "We never imagined that it would come to this".
                        | "dream"
                        | "envisage"
                        | "envision"
                        | "imagine"
                ) && tree.negation(above).is_some()
                    && self.in_past(above)
            });
        // "It would be hard to forget", as the article or its speaker says: a judgement.
        let judged = would
            && tree
                .child(self.head, |deprel| deprel == Deprel::Expl)
                .is_some_and(|it| tree.is_word(it, &["it"]))
            && tree.child(self.head, |deprel| deprel == Deprel::Cop).is_some();
        // "announced that it would not sue": so it does not.
        let announced = tree.negation(self.head).is_some()
            && self.deprel() == Deprel::Ccomp
            && self
                .governor()
                .is_some_and(|above| matches!(self.lemma(above), "announce" | "decide" | "rule"));
        if takes
            || announced
            || judged
            || self.is_polled()
            || tensed
            || known
            || once
            || of_then
            || unreal
            || feels
            || but_for
            || refused
            || split
            || over
            || wishes
            || told
            || fact
            || exhorts
            || own_refusal
            || partly
            || spoken
            || idle
            || unsaid
        {
            return None;
        }
        if self.only_speaks() {
            return None;
        }
        // "He would often sing", "firms will often merge": a habit. "It would ruin the town": if it came to that, and not because it will.
        let habit = tree.children(self.head).any(|often| {
            tree.is_word(often, &["often", "sometimes", "usually", "ordinarily", "typically"])
                || tree.is_word(often, &["always"])
                || would && tree.is_word(often, &["never"])
        });
        if habit {
            return None;
        }
        // "He says that it would": if it came to that. "He said that it would": that it will.
        let now = would && self.is_reported() && !self.is_reported_then();
        let supposed = would
            && (now || !self.is_reported())
            && tree.child(self.head, |deprel| deprel == Deprel::Parataxis).is_none();
        // "The town should pay": should it? But "prices should fall" says that they will.
        // So does "The bridge should be ready by May".
        let prevails = tree.is_word(modal, &["should"])
            && matches!(self.lemma(self.head), "prevail" | "win")
            && tree.subject(self.head).is_some_and(|it| tree.deprel(it) == Deprel::Nsubj);
        let results = tree.is_word(modal, &["should"]) && self.lemma(self.head) == "result";
        let awaited = results
            || tree.is_word(modal, &["should"])
                && (COMING_ABOUT.contains(&self.lemma(self.head)) || self.is_ready_by_then())
                && tree.understood_subject(self.head).is_some_and(|what| {
                    tree.upos(what) == Upos::Noun
                        && !words::is_person(tree.lemma(what))
                        && !words::is_title(tree.lemma(what))
                        && !words::is_body(tree.lemma(what))
                        && !matches!(tree.lemma(what), "country" | "nation" | "side" | "state")
                        && !self.writer.names_somebody(what)
                })
                && tree.subject(self.head).is_some_and(|it| tree.deprel(it) == Deprel::Nsubj);
        // "The stocks should be adequate", "she should be fine": one thinks that they will be.
        let suffices = tree.is_word(modal, &["should"])
            && tree.child(self.head, |deprel| deprel == Deprel::Cop).is_some()
            && tree.is_word(
                self.head,
                &["adequate", "enough", "fine", "ok", "okay", "plentiful", "sufficient"],
            );
        let mood = match () {
            () if awaited || prevails || suffices => Mood::Modal("will"),
            () if supposed || tree.is_word(modal, &["should"]) => Mood::Kept,
            () if would => Mood::Reported,
            () => Mood::Modal("will"),
        };
        let text = self.whether_done(mood).filter(|text| !self.lost_its_condition(text))?;
        let dated =
            tree.children(self.head).any(|child| matches!(tree.deprel(child), Deprel::OblUnmarked));
        // "will need more", "will have to pay", "will continue to pay": so it is now already.
        let stays = match self.lemma(self.head) {
            "need" => true,
            "continue" | "have" => {
                tree.child(self.head, |deprel| deprel == Deprel::Xcomp).is_some()
            }
            _ => false,
        };
        let likely = tree
            .children(self.head)
            .any(|how| tree.is_word(how, &["likely", "probably", "perhaps", "possibly"]));
        let openness = match () {
            // "Applicants must pay a fee": a rule, as the article tells it.
            () if tree.is_word(modal, &["must"]) && !self.is_reported() => 0.1,
            () if duty => 0.27,
            () if supposed && !now => 0.2,
            () if likely => 0.5,
            // What the article itself says will be, it has no doubt of; and a speaker makes speeches.
            () if !self.is_reported() && (stays || would) => 0.1,
            () if !self.is_reported() && dated => 0.2,
            () if !self.is_reported() || self.is_quoted(self.head) => 0.35,
            () if stays => 0.3,
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
