//! Clauses about what somebody is to do: what is expected, planned, tried, demanded.

use super::super::lexicon::{AHEAD, DEMANDING, is_date};
use super::governed::Form;
use super::{Clause, Found};
use crate::briefing::Basis;
use crate::briefing::phrase::Mood;
use crate::briefing::phrase::clause::Tree;
use crate::language::coref::words;
use crate::language::{Deprel, Upos};

/// Verbs that with `is to be` say what can be done, or what one should think.
const OF_JUDGEMENT: &[&str] = &[
    "applaud",
    "avoid",
    "believe",
    "blame",
    "commend",
    "congratulate",
    "deplore",
    "expect",
    "find",
    "have",
    "hope",
    "note",
    "praise",
    "regret",
    "see",
    "trust",
    "understand",
    "welcome",
];

impl Clause<'_, '_> {
    /// What a governor such as `is expected to`, `plans to`, `is considering` leaves to come.
    pub(super) fn ahead(&self) -> Option<Found> {
        let tree = &self.writer.tree;
        if !matches!(self.deprel(), Deprel::Xcomp | Deprel::Ccomp | Deprel::Advcl | Deprel::Csubj) {
            return None;
        }
        let infinitive = tree.is_infinitive(self.head);
        let gerund = tree.xpos(self.head) == "VBG"
            && tree.auxiliaries(self.head).is_empty()
            && tree.subject(self.head).is_none();
        let mut above = self.governor()?;
        // "After opening the fair, she looked to be at ease".
        let gerund = gerund && !(self.deprel() == Deprel::Advcl && self.head < above);
        // "appears ready to act", with the infinitive hung on "appears".
        if self.deprel() == Deprel::Advcl
            && let Some(adjective) = tree.child(above, |deprel| deprel == Deprel::Xcomp)
            && tree.upos(adjective) == Upos::Adj
            && adjective < self.head
        {
            above = adjective;
        }
        let lemma = self.lemma(above);
        let word = tree.word(above).to_lowercase();
        let &(_, openness) = AHEAD.iter().find(|(verb, _)| *verb == lemma || *verb == word)?;
        let form = if infinitive { Some(Form::Infinitive) } else { gerund.then_some(Form::Gerund) };
        if !form.is_some_and(|form| self.is_content_of(above, form))
            || self.is_settled_by(above)
            || self.is_no_plan(above)
            || self.is_told_of_kind(above)
            || self.is_of_before(above)
        {
            return None;
        }
        let demands = DEMANDING.contains(&lemma);
        // "never called a donor to ask", "neither urged anybody to vote".
        // "do not expect the bank to close": others may.
        let of_another = lemma == "expect"
            && (tree.xpos(above) == "VBN"
                || tree.child(above, |deprel| deprel == Deprel::Obj).is_some());
        if demands && !of_another && self.is_denied(above) {
            return None;
        }
        // "intended the book to be a warning": the book.
        // "expect him to go": he.
        let object_acts = (demands || matches!(lemma, "intend" | "prepare" | "expect"))
            && tree
                .child(above, |deprel| deprel == Deprel::Obj)
                .is_some_and(|object| object < self.head);
        // Whether somebody will say something is no question worth asking.
        if self.only_speaks() || matches!(self.lemma(self.head), "respond" | "clear") {
            return None;
        }
        if self.learns() {
            return None;
        }
        // "the towns expected to vote for her": the towns.
        let told_of = tree.head(above).filter(|&noun| {
            tree.deprel(above) == Deprel::Acl
                && tree.xpos(above) == "VBN"
                && tree.auxiliaries(above).is_empty()
                && noun < above
        });
        // Some of many.
        if told_of.is_some_and(|noun| tree.xpos(noun) == "NNS" && tree.deprel(noun) == Deprel::Obl)
        {
            return None;
        }
        let subject = if let Some(noun) = told_of {
            noun
        } else if object_acts {
            tree.child(above, |deprel| deprel == Deprel::Obj)?
        } else {
            // "The fair is due to be held", with "fair" hung on "held".
            let own = || tree.subject(self.head).filter(|&subject| subject < above);
            // "agreed the boats were to be sold": the boats.
            let behind = tree
                .subject(self.head)
                .filter(|&what| what > above && tree.finite(self.head).is_some());
            behind.or_else(|| self.actor_above(above)).or_else(own)?
        };
        // "seems to break the law": does it?
        let looks = matches!(lemma, "seem" | "appear") && tree.upos(above) == Upos::Verb;
        // "seemed to tire": how it looked is told, and nothing more is open.
        if looks && self.is_told(above) {
            return None;
        }
        let mood = match () {
            () if self.was_about_to(above) => Mood::Past,
            () if looks => Mood::Present,
            () => Mood::Modal("will"),
        };
        // "It is going to be close": what is meant by "it" is no thing that was named.
        let copula = tree.child(self.head, |deprel| deprel == Deprel::Cop).is_some();
        if copula && tree.is_word(subject, &["it"]) {
            return None;
        }
        let text = self.writer.yes_no_of(self.head, subject, mood, true)?;
        let told = self.is_told(above) && tree.xpos(above) != "VBN";
        // "a group trying to win": what it is after, said in passing.
        let in_passing = tree.xpos(above) == "VBG" && tree.auxiliaries(above).is_empty();
        let scheduled = matches!(lemma, "schedule" | "slate" | "set" | "due" | "expect" | "plan")
            && tree.xpos(above) != "VBD";
        Some(Found {
            text,
            basis: if scheduled { Basis::Scheduled } else { Basis::Unresolved },
            openness: match () {
                () if self.is_sought_together(above) => 0.7,
                () if in_passing => openness * 0.35,
                () if tree.xpos(above) == "VBG" || self.is_quoted(self.head) => openness * 0.5,
                () if told => openness * 0.7,
                () => openness,
            },
        })
    }

    /// "had previously pledged to support it": what came of it the article tells.
    fn is_of_before(&self, above: usize) -> bool {
        const BEFORE: &[&str] =
            &["earlier", "formerly", "initially", "once", "originally", "previously"];
        let tree = &self.writer.tree;
        tree.children(above)
            .any(|adverb| tree.deprel(adverb) == Deprel::Advmod && tree.is_word(adverb, BEFORE))
            && (tree.xpos(above) == "VBD"
                || tree.auxiliaries(above).iter().any(|&had| tree.is_word(had, &["had"])))
    }

    /// "wants to find out who paid": who did is asked.
    fn learns(&self) -> bool {
        let tree = &self.writer.tree;
        matches!(
            self.lemma(self.head),
            "know" | "learn" | "find" | "understand" | "determine" | "see"
        ) && tree.children(self.head).any(|below| {
            below > self.head
                && matches!(tree.deprel(below), Deprel::Ccomp | Deprel::Advcl | Deprel::Xcomp)
                && (self.writer.question_phrase(below).is_some()
                    || tree.children(below).any(|mark| tree.is_word(mark, &["whether", "if"])))
        })
    }

    /// Whether the verb says that somebody will say something or show up somewhere: nobody waits to hear whether. "to be
    /// sure" says no more.
    pub(super) fn only_speaks(&self) -> bool {
        matches!(
            self.lemma(self.head),
            "air"
                | "broadcast"
                | "comment"
                | "discuss"
                | "elaborate"
                | "emphasise"
                | "emphasize"
                | "interview"
                | "reiterate"
                | "remember"
                | "reply"
                | "say"
                | "speak"
                | "state"
                | "stress"
                | "sure"
                | "talk"
                | "thank"
        )
    }

    /// "called the bank only to be told", "need only look": the infinitive tells what came of it.
    pub(super) fn is_outcome(&self) -> bool {
        let tree = &self.writer.tree;
        tree.children(self.head)
            .find(|&child| tree.xpos(child) == "TO")
            .and_then(|to| to.checked_sub(1))
            .is_some_and(|before| tree.is_word(before, &["only"]))
    }

    /// "expected the row to fade", "ready to act": no purpose, though the tree has it as one. "To end the row, she is ready
    /// to go" has one, before what she is ready for.
    pub(super) fn raised(&self, above: usize) -> bool {
        let tree = &self.writer.tree;
        // "is close to signing it".
        let near = tree.is_word(above, &["close"])
            && tree.upos(above) == Upos::Adj
            && tree.xpos(self.head) == "VBG"
            && tree.children(self.head).any(|to| tree.is_word(to, &["to"]));
        if near {
            return true;
        }
        if !tree.is_infinitive(self.head) || self.head < above {
            return false;
        }
        let object = tree.child(above, |deprel| deprel == Deprel::Obj);
        tree.lemma(above) == "expect" && object.is_some_and(|object| object < self.head)
            || tree.upos(above) == Upos::Adj
    }

    /// Whether the nearest verb above that has a tense tells what was: "spent a fortune to try to win".
    pub(super) fn is_told(&self, above: usize) -> bool {
        let tree = &self.writer.tree;
        std::iter::once(above)
            .chain(tree.ancestors(above))
            .find_map(|clause| tree.finite(clause))
            .is_some_and(|finite| tree.xpos(finite) == "VBD")
    }

    /// Whether the verb tells of what kind somebody is that has not been named: "a man who wants to ban it".
    pub(super) fn is_kind(&self, verb: usize) -> bool {
        let tree = &self.writer.tree;
        tree.deprel(verb) == Deprel::AclRelcl
            && tree.head(verb).is_some_and(|noun| {
                tree.is_word(noun, &["somebody", "someone", "anybody", "anyone", "those"])
                    || tree.children(noun).any(|det| tree.is_word(det, &["a", "an", "any", "some"]))
            })
    }

    fn is_denied(&self, verb: usize) -> bool {
        let tree = &self.writer.tree;
        self.is_negated(verb)
            || tree.subject(verb).is_some_and(|subject| {
                tree.children(subject).any(|word| tree.is_word(word, &["neither", "nobody"]))
            })
    }

    /// "is due to speak on Monday", where "due to" is read as one conjunction.
    pub(super) fn due(&self) -> Option<Found> {
        let tree = &self.writer.tree;
        let due = tree.children(self.head).chain(self.governor()).find(|&mark| {
            tree.is_word(mark, &["due"]) && tree.is_word(mark + 1, &["to"]) && mark < self.head
        })?;
        let auxiliaries = tree.auxiliaries(self.head);
        let be = *auxiliaries.first()?;
        // "is due to be held".
        let held = tree.xpos(self.head) == "VBN"
            && auxiliaries.iter().any(|&aux| aux > due && tree.xpos(aux) == "VB");
        if tree.lemma(be) != "be" || be > due || tree.xpos(self.head) != "VB" && !held {
            return None;
        }
        let text = self.writer.yes_no(self.head, Mood::Modal("will"), false)?;
        Some(Found { text, basis: Basis::Scheduled, openness: 0.8 })
    }

    /// `the mayor is to open the fair`, `the tolls are to be raised`.
    pub(super) fn arranged(&self) -> Option<Found> {
        let tree = &self.writer.tree;
        let passive = || {
            let auxiliaries = tree.auxiliaries(self.head);
            let &is = auxiliaries.first()?;
            let to = (is + 1..self.head).find(|&at| tree.upos(at) != Upos::Adv)?;
            let arranged = matches!(tree.xpos(is), "VBZ" | "VBP")
                && tree.lemma(is) == "be"
                && tree.xpos(to) == "TO"
                && tree.xpos(self.head) == "VBN"
                && tree.subject(self.head).is_some_and(|what| {
                    tree.deprel(what) == Deprel::NsubjPass && tree.upos(what) != Upos::Num
                });
            // "is to be seen there", "are to be commended": what one can or should do.
            (arranged && !OF_JUDGEMENT.contains(&tree.lemma(self.head))).then_some(is)
        };
        self.writer.is_to_do(self.head).or_else(passive)?;
        // "if the firm is to survive", "the bridge that is to be built".
        if matches!(self.deprel(), Deprel::Advcl | Deprel::AclRelcl)
            || self.mark(&["if"])
            || self.is_negated(self.head)
            || self.only_speaks()
            // "rejected claims that they are to be moved": in dispute.
            || self.is_rejected()
            || self.writer.question_phrase(self.head).is_some()
        {
            return None;
        }
        let text = self.writer.yes_no(self.head, Mood::Modal("will"), true)?;
        Some(Found { text, basis: Basis::Scheduled, openness: 0.75 })
    }

    /// Whether the clause is what a clause above rejects.
    fn is_rejected(&self) -> bool {
        let tree = &self.writer.tree;
        std::iter::successors(tree.head(self.head), |&at| tree.head(at)).take(3).any(|above| {
            matches!(tree.lemma(above), "deny" | "dismiss" | "dispute" | "refute" | "reject")
        })
    }

    /// Who does what the governor speaks of: its subject, or its own governor's.
    fn actor_above(&self, above: usize) -> Option<usize> {
        let tree = &self.writer.tree;
        // "The firm is due to publish it", with the infinitive read as the subject.
        match tree.understood_subject(above) {
            Some(subject) if subject == self.head => {
                tree.child(above, |deprel| deprel == Deprel::NsubjOuter)
            }
            subject => subject,
        }
    }

    /// `urged Iran to stop`, `called on the government to withdraw`.
    pub(super) fn demanded(&self) -> Option<Found> {
        let tree = &self.writer.tree;
        if !tree.is_infinitive(self.head) {
            return None;
        }
        let (above, hung_on) = self.taking_verb()?;
        let lemma = self.lemma(above);
        // "requested funds to help": a purpose, not what is demanded.
        let purpose = self.deprel() == Deprel::Advcl
            && matches!(
                lemma,
                "request"
                    | "demand"
                    | "recommend"
                    | "want"
                    | "expect"
                    | "push"
                    | "require"
                    | "insist"
                    | "petition"
            );
        // "called the firm to ask": only what one calls on somebody to do is demanded.
        let calls = lemma == "call" && tree.child(above, |deprel| deprel == Deprel::Obj).is_some();
        // "persuaded them to sell": they did. "would be ill-advised to sell" tells nobody to.
        // "advises users to read the terms": whoever they are.
        let anyone = addressed_to(tree, above);
        let done = anyone
            // "ordered him to get out": he did or did not.
            || matches!(lemma, "order" | "instruct" | "invite")
                && (tree.xpos(above) == "VBD"
                    || tree.xpos(above) == "VBG" && tree.auxiliaries(above).is_empty())
            || matches!(lemma, "persuade" | "convince")
                && (matches!(tree.xpos(above), "VBD" | "VBN")
                    || self.follows(above, &["in"])
                    || self.is_told(above))
            // "reminded the guests of his plan to sell".
            || lemma == "remind" && self.deprel() != Deprel::Xcomp
            || self.follows(above, &["-"])
            || self.is_before_then(above)
            || self.is_outcome()
            || self.is_custom(above)
            || self.is_convened(above)
            || self.is_of_last_time(above)
            || self.is_of_a_year(above)
            || self.is_of_a_day_told(above)
            // "Under pressure to stay, she called for a vote": she calls for no pressure.
            || hung_on.is_some_and(|noun| noun < above)
            || self.is_moved_by_a_thing(above);
        // "walks by without anybody asking him to stop".
        let unasked = tree.children(above).any(|mark| tree.is_word(mark, &["without"]));
        // "wants more chances for pupils to learn": it is the chances that are wanted.
        // "reminded the guests of his plan to sell the mill": it is his plan.
        let chances = self.deprel() == Deprel::Acl
            && (tree.subject(self.head).is_some() || lemma == "remind");
        if done
            || unasked
            || chances
            || purpose
            || calls
            || !DEMANDING.contains(&lemma)
            || self.is_denied(above)
        {
            return None;
        }
        let object = tree.child(above, |deprel| matches!(deprel, Deprel::Obj | Deprel::Iobj));
        let addressed = object.filter(|&whom| whom < self.head).or_else(|| {
            tree.children(above).find(|&child| {
                // "On Sunday they called on the mayor to go": behind the verb, and no day.
                (above..self.head).contains(&child)
                    && tree.deprel(child) == Deprel::Obl
                    && !is_date(tree.word(child))
                    && tree
                        .children(child)
                        .any(|case| tree.is_word(case, &["on", "upon", "to", "for"]))
                    // "asked for permission to go": the permission does not go.
                    && !(lemma == "ask"
                        && tree.children(child).any(|case| tree.is_word(case, &["for"])))
                    // "called for more help to stem the flood": no help is called on to stem it.
                    && !(lemma == "call"
                        && tree.children(child).any(|case| tree.is_word(case, &["for"]))
                        && !self.acts(child))
            })
        });
        // "requested permission to leave": no permission leaves.
        let leave = hung_on.or(addressed).is_some_and(|what| self.is_leave(what))
            || tree
                .children(above)
                .any(|what| (above..self.head).contains(&what) && self.is_leave(what));
        // "Callers were asked to pick a side", in a poll.
        let polled = hung_on
            .or(addressed)
            .or(tree.child(above, |deprel| deprel == Deprel::NsubjPass))
            .is_some_and(|who| matches!(tree.lemma(who), "participant" | "respondent"));
        if polled || leave || addressed.is_none() && lemma == "ask" && self.deprel() == Deprel::Acl
        {
            return None;
        }
        // "was ordered to leave": the subject of the passive is asked.
        let passive = tree.child(above, |deprel| deprel == Deprel::NsubjPass);
        // "Ruiz, pressed by the host to publish them, laughed": the subject of the passive is left out.
        let left_out = || {
            let participle = tree.xpos(above) == "VBN"
                && lemma != "ask"
                && tree.auxiliaries(above).is_empty()
                && matches!(tree.deprel(above), Deprel::Acl | Deprel::Advcl);
            tree.understood_subject(above).filter(|_| participle)
        };
        let own = || tree.subject(self.head);
        let subject = hung_on.or(addressed).or(passive).or_else(own).or_else(left_out)?;
        let text = self.writer.yes_no_of(self.head, subject, Mood::Modal("will"), true)?;
        // One asks, tells or reminds a guest; one urges whoever has yet to decide.
        let mild = matches!(
            lemma,
            "ask"
                | "advise"
                | "remind"
                | "invite"
                | "encourage"
                | "persuade"
                | "convince"
                | "instruct"
        );
        let openness = if mild && self.is_told(above) { 0.4 } else { 0.65 };
        Some(Found { text, basis: Basis::Unresolved, openness })
    }

    /// Whether the noun names somebody or a body, who can be called on.
    fn acts(&self, noun: usize) -> bool {
        let tree = &self.writer.tree;
        let lemma = tree.lemma(noun);
        tree.upos(noun) != Upos::Noun
            || words::is_person(lemma)
            || words::is_title(lemma)
            || words::is_body(lemma)
            || self.writer.names_somebody(noun)
    }

    /// Whether one of `words` stands right before the token.
    fn follows(&self, token: usize, words: &[&str]) -> bool {
        token.checked_sub(1).is_some_and(|before| self.writer.tree.is_word(before, words))
    }

    /// The verb that takes the clause; and, where the tree hung the clause on a noun of its object ("urged Kenya
    /// and others nearby to hold out"), that object.
    pub(super) fn taking_verb(&self) -> Option<(usize, Option<usize>)> {
        let tree = &self.writer.tree;
        let above = self.governor()?;
        match self.deprel() {
            Deprel::Xcomp | Deprel::Ccomp | Deprel::Advcl | Deprel::Obl => Some((above, None)),
            Deprel::Acl | Deprel::Nmod => {
                // "urged an end to the raids and for all sides to talk": the sides.
                let own = tree.deprel(above) == Deprel::Conj
                    && tree.children(above).any(|case| tree.is_word(case, &["for"]));
                let object =
                    std::iter::once(above).chain(tree.ancestors(above)).take(4).find(|&noun| {
                        matches!(
                            tree.deprel(noun),
                            Deprel::Obj | Deprel::Iobj | Deprel::NsubjPass | Deprel::Obl
                        )
                    })?;
                Some((tree.head(object)?, Some(if own { above } else { object })))
            }
            _ => None,
        }
    }
}

/// Whether the object of the verb is everybody who reads it: `users`, `customers`.
fn addressed_to(tree: &Tree<'_>, verb: usize) -> bool {
    tree.child(verb, |deprel| matches!(deprel, Deprel::Obj | Deprel::Iobj)).is_some_and(|whom| {
        tree.children(whom).next().is_none()
            && matches!(
                tree.lemma(whom),
                "user" | "reader" | "customer" | "visitor" | "investor" | "people"
            )
    })
}
