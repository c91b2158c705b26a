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
        let at = *tree.auxiliaries(self.head).first().filter(|&&aux| {
            tree.is_word(aux, &["will", "'ll", "’ll", "wo", "would", "must", "should"])
        })?;
        let is = |word: &str| tree.is_word(at, &[word]);
        let (would, should) = (is("would"), is("should"));
        let modal = Modal { at, would, should, duty: should || is("must") };
        if self.is_noun(modal)
            || self.is_condition_elsewhere(modal)
            || self.is_over(modal)
            || self.is_of_the_speaker(modal)
            || self.is_settled(modal)
            || self.is_judgement(modal)
            || self.is_polled()
            || self.only_speaks()
            // "the fair, which will open in May": told in passing, of what kind it is.
            || self.deprel() == Deprel::AclRelcl
        {
            return None;
        }
        let text =
            self.whether_done(self.mood(modal)).filter(|text| !self.lost_its_condition(text))?;
        let openness = self.openness(modal);
        let main = self.deprel() != Deprel::Advcl;
        Some(Found {
            text,
            basis: if self.is_dated() { Basis::Scheduled } else { Basis::Unresolved },
            openness: if main { openness } else { openness * 0.85 },
        })
    }
}

/// The first auxiliary of what is still to come.
#[derive(Clone, Copy)]
struct Modal {
    at: usize,
    would: bool,
    should: bool,
    /// Whether it is `must` or `should`.
    duty: bool,
}

impl Clause<'_, '_> {
    /// "the political will".
    fn is_noun(&self, modal: Modal) -> bool {
        let tree = &self.writer.tree;
        modal.at.checked_sub(1).is_some_and(|before| {
            matches!(tree.upos(before), Upos::Adj | Upos::Det)
                && tree.deprel(before) != Deprel::Nsubj
                && tree.head(before) != Some(self.head)
                && tree.subject(self.head).is_none_or(|subject| before > subject)
        })
    }

    fn is_of(&self, words: &[&str]) -> bool {
        let tree = &self.writer.tree;
        tree.understood_subject(self.head).is_some_and(|subject| tree.is_word(subject, words))
    }

    fn has_copula(&self) -> bool {
        self.writer.tree.child(self.head, |deprel| deprel == Deprel::Cop).is_some()
    }

    /// Whether it is a condition of what else is told, or the content of another clause.
    fn is_condition_elsewhere(&self, modal: Modal) -> bool {
        let tree = &self.writer.tree;
        let beside = self.deprel() == Deprel::Advcl;
        // "if he would stick to it", "if she should win".
        let supposing = beside && self.mark(&["if"]) && (modal.would || modal.should);
        // "before they would sell": a condition of what else is told.
        let until = beside && modal.would && self.mark(&["before", "until"]);
        // "Should the town win, it would sell": a condition.
        let inverted = modal.should
            && tree.subject(self.head).is_some_and(|who| modal.at < who && who < self.head);
        // "It will be argued that he lied": no thing is argued, and what is stands in the clause.
        let impersonal = tree.xpos(self.head) == "VBN"
            && OF_CONTENT.contains(&tree.lemma(self.head))
            && tree.subject(self.head).is_some_and(|it| tree.is_word(it, &["it"]));
        supposing
            || until
            || inverted
            || impersonal
            // "The question is not so much whether it will last": not asked as that, it is not asked as this.
            || self.is_no_question()
            // "would only say that it was late": so he did, and no more.
            || modal.would && tree.is_word(modal.at + 1, &["only"])
    }

    /// Whether it has been by now, or has not come about.
    fn is_over(&self, modal: Modal) -> bool {
        let tree = &self.writer.tree;
        let over = tree.auxiliaries(self.head).iter().any(|&aux| tree.lemma(aux) == "have");
        // "Will Roe, the clerk, said": a name.
        let tensed =
            matches!(tree.xpos(self.head), "VBD" | "VBZ") && tree.upos(self.head) == Upos::Verb;
        over || tensed
            || modal.would
                && (self.is_told_of_then()
                    || self.is_known()
                    || self.is_no_longer_thought()
                    || self.is_unreal_now())
    }

    /// "seeds that would flower", told of the past: no question is left.
    fn is_told_of_then(&self) -> bool {
        let tree = &self.writer.tree;
        !matches!(self.deprel(), Deprel::Ccomp | Deprel::Conj | Deprel::Root)
            && tree.finite(tree.root_of(self.head)).is_some_and(|verb| tree.xpos(verb) == "VBD")
            && !self.is_reported()
    }

    /// "He knew that it would fail": then it did. "as it became clear that he would not go": he did not.
    fn is_known(&self) -> bool {
        let tree = &self.writer.tree;
        self.governor().is_some_and(|above| {
            matches!(self.lemma(above), "know" | "realize" | "realise" | "learn" | "remember")
                || matches!(self.lemma(above), "clear" | "plain" | "evident" | "obvious")
                    && !self.is_negated(above)
                    && tree
                        .finite(above)
                        .or_else(|| tree.finite(tree.head(above)?))
                        .is_some_and(|at| tree.xpos(at) == "VBD")
        })
    }

    /// "I used to believe that it would fail", "Many thought after 2012 that she would win".
    fn is_no_longer_thought(&self) -> bool {
        let tree = &self.writer.tree;
        let Some(above) = self.governor() else { return false };
        let used = |at: usize| tree.is_word(at, &["used"]);
        let year = |then: usize| {
            tree.deprel(then) == Deprel::Obl
                && tree.word(then).len() == 4
                && tree.word(then).bytes().all(|digit| digit.is_ascii_digit())
                && tree.children(then).any(|case| tree.is_word(case, &["after", "before", "in"]))
        };
        tree.head(above).is_some_and(used)
            || tree.auxiliaries(above).into_iter().any(used)
            || self.deprel() == Deprel::Ccomp
                && self.in_past(above)
                && tree.children(above).any(year)
    }

    /// "If nobody had come, they would be at war now", "Without the toll, the port would be in trouble".
    fn is_unreal_now(&self) -> bool {
        let tree = &self.writer.tree;
        let mark = |clause: usize, word: &str| {
            tree.children(clause).any(|mark| tree.is_word(mark, &[word]))
        };
        tree.children(self.head).any(|beside| match tree.deprel(beside) {
            Deprel::Advcl => {
                mark(beside, "if")
                    && tree.auxiliaries(beside).iter().any(|&had| tree.is_word(had, &["had"]))
            }
            Deprel::Obl => beside < self.head && mark(beside, "without"),
            _ => false,
        })
    }

    /// Whether somebody speaks so of what one thinks oneself.
    fn is_of_the_speaker(&self, modal: Modal) -> bool {
        let tree = &self.writer.tree;
        let first = self.is_of(&["i", "we"]);
        let lemma = self.lemma(self.head);
        // "We must not forget": a call on everybody.
        let exhorts = modal.duty && self.is_of(&["we", "you", "one", "i", "it"]);
        // "I would not vote for her," one said: so one would not.
        let own_refusal = first && modal.would && tree.negation(self.head).is_some();
        // "I will say this", "I would bet on her": said with it.
        let spoken = first
            && matches!(
                lemma,
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
        // "The bank must be worried": so one thinks that it is.
        let feels = tree.is_word(modal.at, &["must"])
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
        exhorts || own_refusal || spoken || feels || modal.would && self.is_wish(first)
    }

    /// "would like to see", told by the `first` person or of another.
    fn is_wish(&self, first: bool) -> bool {
        let tree = &self.writer.tree;
        let lemma = self.lemma(self.head);
        matches!(lemma, "like" | "love" | "prefer" | "rather")
            // "would rather stay": so one wishes now.
            || tree.children(self.head).any(|how| {
                tree.is_word(how, &["rather"])
                    && tree.deprel(how) == Deprel::Advmod
                    && how < self.head
            })
            // "would be honoured to serve".
            || matches!(
                lemma,
                "delighted" | "glad" | "happy" | "honored" | "honoured" | "pleased" | "proud"
            ) && self.has_copula()
            || tree.is_word(self.head, &["honored", "honoured", "pleased", "delighted"])
            // "I would argue": so I do.
            || first
                && matches!(
                    lemma,
                    "argue"
                        | "call"
                        | "describe"
                        | "expect"
                        | "guess"
                        | "hope"
                        | "imagine"
                        | "recommend"
                        | "say"
                        | "suggest"
                        | "think"
                        | "use"
                )
    }

    /// Whether it is told so that nobody doubts it.
    fn is_settled(&self, modal: Modal) -> bool {
        let tree = &self.writer.tree;
        let denied = tree.negation(self.head).is_some();
        let above = self.governor();
        let under = |lemmas: &[&str]| above.is_some_and(|at| lemmas.contains(&self.lemma(at)));
        // "the fact that it will"; nor where a court has decided.
        let fact = under(&["fact", "rule", "decree"]);
        // "You should not panic": nobody is asked to. "It will not pay", as the article itself says: that is that.
        let refused = denied && (modal.duty || !self.is_reported());
        // "I will not just talk": so he will, and more.
        let partly = tree
            .negation(self.head)
            .is_some_and(|not| tree.is_word(not + 1, &["just", "simply", "merely", "only"]));
        // "I will," he wrote: what he will do stands elsewhere.
        let split = self.is_quoted(modal.at) && !self.is_quoted(self.head);
        let content = self.deprel() == Deprel::Ccomp;
        // "I did not promise that it would be easy". "We never imagined that it would come to this".
        let unsaid = content
            && under(&[
                "promise",
                "say",
                "pledge",
                "guarantee",
                "mean",
                "dream",
                "envisage",
                "envision",
                "imagine",
            ])
            && above.is_some_and(|at| tree.negation(at).is_some() && self.in_past(at));
        // "The laws guaranteed that no shot would be fired": none was.
        let ensured = content
            && under(&["assure", "ensure", "guarantee", "mean"])
            && above.is_some_and(|at| {
                self.in_past(at)
                    && tree.subject(at).is_some_and(|what| {
                        tree.upos(what) == Upos::Noun && !words::is_person(tree.lemma(what))
                    })
            });
        // "announced that it would not sue": so it does not.
        let announced = denied && content && under(&["announce", "decide", "rule"]);
        fact || refused || partly || split || unsaid || ensured || announced
    }

    /// Whether it says how things are, and not what will be.
    fn is_judgement(&self, modal: Modal) -> bool {
        let tree = &self.writer.tree;
        let lemma = self.lemma(self.head);
        // "Either firm would need 20 votes": what it takes.
        let takes = modal.would
            && matches!(lemma, "have" | "need" | "require" | "take")
            && self.deprel() != Deprel::Ccomp;
        // "It would be hard to forget", as the article or its speaker says.
        let judged = modal.would
            && self.has_copula()
            && tree
                .child(self.head, |deprel| deprel == Deprel::Expl)
                .is_some_and(|it| tree.is_word(it, &["it"]));
        // "Whether it stays would make no difference".
        let asks = |clause: usize| {
            tree.children(clause).any(|mark| tree.is_word(mark, &["whether", "if", "how", "what"]))
        };
        let idle = tree.child(self.head, |deprel| deprel == Deprel::Csubj).is_some_and(asks);
        // "the day will come when".
        let day = lemma == "come"
            && tree
                .subject(self.head)
                .is_some_and(|subject| matches!(tree.lemma(subject), "day" | "time" | "moment"));
        // "He would often sing", "firms will often merge": a habit.
        let habit = tree.children(self.head).any(|often| {
            tree.is_word(
                often,
                &["always", "often", "sometimes", "usually", "ordinarily", "typically"],
            ) || modal.would && tree.is_word(often, &["never"])
        });
        takes || judged || idle || day || habit
    }

    /// "He says that it would": if it came to that. "He said that it would": that it will.
    fn is_now(&self, modal: Modal) -> bool {
        modal.would && self.is_reported() && !self.is_reported_then()
    }

    /// "It would ruin the town": if it came to that, and not because it will.
    fn is_only_possible(&self, modal: Modal) -> bool {
        modal.would
            && (self.is_now(modal) || !self.is_reported())
            && self.writer.tree.child(self.head, |deprel| deprel == Deprel::Parataxis).is_none()
    }

    /// "The town should pay": should it? But "prices should fall" says that they will. So does "The bridge should be ready by
    /// May".
    fn is_to_come_about(&self, modal: Modal) -> bool {
        let tree = &self.writer.tree;
        let lemma = self.lemma(self.head);
        let subject = || tree.subject(self.head).is_some_and(|it| tree.deprel(it) == Deprel::Nsubj);
        let of_a_thing = || {
            tree.understood_subject(self.head).is_some_and(|what| {
                tree.upos(what) == Upos::Noun
                    && !words::is_person(tree.lemma(what))
                    && !words::is_title(tree.lemma(what))
                    && !words::is_body(tree.lemma(what))
                    && !matches!(tree.lemma(what), "country" | "nation" | "side" | "state")
                    && !self.writer.names_somebody(what)
            })
        };
        // "The stocks should be adequate", "she should be fine": one thinks that they will be.
        let suffices = || {
            self.has_copula()
                && tree.is_word(
                    self.head,
                    &["adequate", "enough", "fine", "ok", "okay", "plentiful", "sufficient"],
                )
        };
        let comes = COMING_ABOUT.contains(&lemma) || self.is_ready_by_then();
        modal.should
            && (lemma == "result"
                || subject() && (matches!(lemma, "prevail" | "win") || comes && of_a_thing())
                || suffices())
    }

    fn mood(&self, modal: Modal) -> Mood {
        match () {
            () if self.is_to_come_about(modal) => Mood::Modal("will"),
            () if self.is_only_possible(modal) || modal.should => Mood::Kept,
            () if modal.would => Mood::Reported,
            () => Mood::Modal("will"),
        }
    }

    fn is_dated(&self) -> bool {
        let tree = &self.writer.tree;
        tree.child(self.head, |deprel| deprel == Deprel::OblUnmarked).is_some()
    }

    fn openness(&self, modal: Modal) -> f32 {
        let tree = &self.writer.tree;
        let reported = self.is_reported();
        let dated = self.is_dated();
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
        match () {
            // "Applicants must pay a fee": a rule, as the article tells it.
            () if tree.is_word(modal.at, &["must"]) && !reported => 0.1,
            () if modal.duty => 0.27,
            () if self.is_only_possible(modal) && !self.is_now(modal) => 0.2,
            () if likely => 0.5,
            // What the article itself says will be, it has no doubt of; and a speaker makes speeches.
            () if !reported && (stays || modal.would) => 0.1,
            () if !reported && dated => 0.2,
            () if !reported || self.is_quoted(self.head) => 0.35,
            () if stays => 0.3,
            () if modal.would => 0.42,
            () if dated => 0.65,
            () => 0.5,
        }
    }
}
