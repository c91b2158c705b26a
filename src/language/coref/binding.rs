//! Whom a pronoun cannot mean, or must, by its place in the sentence: the other arguments of its verb, whom it
//! calls by name, who does what its clause tells.

use super::cluster::Clusters;
use super::pronoun::{Linker, MOST};
use super::{Form, words};
use crate::language::lexicon::{Senses, lexicon};
use crate::language::{Deprel, Upos};

/// Verbs by which somebody is asked of himself more often than of whoever asks.
const ASKING: &[&str] = &["ask", "grill", "press", "question", "quiz"];

/// Verbs of which the object does what the infinitive tells.
const URGING: &[&str] = &[
    "advise",
    "allow",
    "ask",
    "beg",
    "compel",
    "convince",
    "direct",
    "enable",
    "encourage",
    "force",
    "instruct",
    "invite",
    "order",
    "permit",
    "persuade",
    "press",
    "pressure",
    "push",
    "tell",
    "urge",
    "warn",
];

impl Linker<'_> {
    /// `he or she`, `his or her`: whoever it is.
    pub(super) fn is_anybody(&self, idx: usize) -> bool {
        let grammar = self.source.grammar;
        let token = self.source.mentions[idx].head;
        let own = |at: usize| {
            matches!(grammar.lower(at).as_str(), "he" | "she" | "him" | "her" | "his" | "hers")
        };
        let or = |at: usize| matches!(grammar.word(at), "or" | "/");
        or(token + 1) && own(token + 2) || token > 1 && or(token - 1) && own(token - 2)
    }

    /// `A sailor and his wife`: the sailor's, whoever was told of before.
    pub(super) fn is_strangers(&self, idx: usize) -> bool {
        let grammar = self.source.grammar;
        let token = self.source.mentions[idx].head;
        let joined = token.checked_sub(1).is_some_and(|and| grammar.word(and) == "and")
            && grammar.deprel(token) == Deprel::NmodPoss;
        let owned =
            grammar.head(token).filter(|&owned| joined && grammar.deprel(owned) == Deprel::Conj);
        let Some(first) = owned.and_then(|owned| grammar.head(owned)) else { return false };
        let someone = words::is_person(&grammar.lemma(first))
            || lexicon().senses(grammar.word(first)).any(Senses::ANY_GROUP);
        first < token && someone && matches!(grammar.xpos(first), "NN" | "NNP")
    }

    /// Who is meant by another argument of the pronoun's own verb: nobody that the pronoun can mean.
    pub(super) fn barred(&self, idx: usize, clusters: &Clusters) -> Vec<usize> {
        let sentence = self.source.traits[idx].sentence;
        let nearby = |other: &usize| self.source.traits[*other].sentence == sentence;
        let before = (0..idx).rev().take(MOST).take_while(nearby);
        let after = (idx + 1..self.source.mentions.len()).take(MOST).take_while(nearby);
        before
            .chain(after)
            .filter(|&other| {
                !self.is_reflexive(idx)
                    && (!self.may_bind(idx, other)
                        || self.commands(idx, other)
                        || self.asks_of_itself(idx, other)
                        || self.is_anothers(idx, other)
                        || self.inquires(idx, other))
            })
            .chain(self.called_by(idx))
            .map(|other| clusters.of(other))
            .collect()
    }

    /// `Investigators do not know who took them`, `The coroner did not find out how he died`: nobody took those who want to
    /// find out, and none of them is dead.
    fn inquires(&self, idx: usize, other: usize) -> bool {
        const SUFFERING: &[&str] = &["die", "disappear", "drown", "escape", "fall", "vanish"];
        let grammar = self.source.grammar;
        let (pronoun, inquirer) =
            (self.source.mentions[idx].head, self.source.mentions[other].head);
        let asked = grammar.head(pronoun).filter(|&verb| {
            let asks = |words: &[&str]| {
                grammar
                    .analysis
                    .children(verb)
                    .any(|child| child < verb && words.contains(&grammar.lower(child).as_str()))
            };
            let suffers = SUFFERING.contains(&grammar.lemma(verb).as_str())
                || grammar.deprel(pronoun) == Deprel::NsubjPass;
            grammar.deprel(verb) == Deprel::Ccomp
                && match grammar.deprel(pronoun) {
                    Deprel::Obj => asks(&["who", "what"]),
                    Deprel::Nsubj | Deprel::NsubjPass => {
                        suffers && asks(&["how", "why", "when", "where"])
                    }
                    _ => false,
                }
        });
        asked.is_some()
            && words::is_inquirer(&grammar.lemma(inquirer))
            && grammar.deprel(inquirer).is_subject()
            && grammar.head(inquirer) == asked.and_then(|verb| grammar.head(verb))
    }

    /// Of whom the pronoun speaks, where it speaks: `"I like Lee, and he likes us," he said` is not Lee's.
    fn called_by(&self, idx: usize) -> impl Iterator<Item = usize> + '_ {
        let (mentions, traits) = (&self.source.mentions, &self.source.traits);
        let speaks = self.speakers.contains(&Some(idx));
        let all = if speaks { mentions.len() } else { 0 };
        (0..all).filter(move |&other| {
            let inside = traits[other].quotation.and_then(|quotation| self.speakers.get(quotation));
            let another = match mentions[other].form {
                Form::Name | Form::Nominal => true,
                Form::Pronoun => matches!(
                    traits[other].noun.as_str(),
                    "he" | "him" | "his" | "himself" | "she" | "her" | "hers" | "herself"
                ),
            };
            another && inside == Some(&Some(idx))
        })
    }

    /// `It welcomed Ostland's answer`: a subject is nobody whom its own clause calls by name.
    fn commands(&self, idx: usize, other: usize) -> bool {
        let grammar = self.source.grammar;
        let (pronoun, named) = (self.source.mentions[idx].head, &self.source.mentions[other]);
        let verb = grammar.head(pronoun).filter(|_| grammar.deprel(pronoun).is_subject());
        let Some(verb) = verb.filter(|&verb| verb > pronoun) else { return false };
        let mut at = named.head;
        for _ in 0..12 {
            if at == verb {
                return named.form == Form::Name && named.head > pronoun;
            }
            // "He went on, mocking Roe": a clause without a subject of its own is his.
            let own = grammar.xpos(at) == "VBG" && grammar.analysis.subject(at).is_none();
            let beside = match grammar.deprel(at) {
                Deprel::Conj | Deprel::Parataxis | Deprel::Appos => true,
                Deprel::Advcl => !own,
                _ => false,
            };
            // "He says that she left when Roe came": what stands beside a clause within his own is below it too.
            let beside = beside && grammar.head(at) == Some(verb);
            match grammar.head(at).filter(|_| !beside) {
                Some(above) => at = above,
                None => return false,
            }
        }
        false
    }

    /// `Roe recommended that he resign`: nobody asks that of oneself.
    fn asks_of_itself(&self, idx: usize, other: usize) -> bool {
        let grammar = self.source.grammar;
        let pronoun = self.source.mentions[idx].head;
        let verb = grammar.head(pronoun).filter(|_| grammar.deprel(pronoun).is_subject());
        let Some(verb) = verb.filter(|&verb| grammar.deprel(verb) == Deprel::Ccomp) else {
            return false;
        };
        // "that he resign" has the form of a plural.
        let singular = matches!(self.source.traits[idx].noun.as_str(), "he" | "she" | "it");
        let asked = (grammar.xpos(verb) == "VB" || singular && grammar.xpos(verb) == "VBP")
            && grammar.analysis.children(verb).all(|child| {
                !matches!(grammar.deprel(child), Deprel::Aux | Deprel::AuxPass | Deprel::Cop)
            });
        asked
            && grammar.head(verb).and_then(|above| grammar.analysis.subject(above))
                == Some(self.source.traits[other].anchor)
    }

    /// `Lee saw him`: two arguments of one verb are two people, unless the second is reflexive.
    pub(super) fn may_bind(&self, idx: usize, other: usize) -> bool {
        let grammar = self.source.grammar;
        let (pronoun, antecedent) =
            (self.source.mentions[idx].head, self.source.traits[other].anchor);
        if !grammar.same_sentence(pronoun, antecedent) {
            return !self.is_reflexive(idx);
        }
        let (ours, theirs) = (grammar.head(pronoun), grammar.head(antecedent));
        if self.is_reflexive(idx) {
            return self.doer(pronoun).is_some_and(|doer| {
                doer == antecedent || self.source.mentions[other].tokens.contains(&doer)
            });
        }
        let possessive = grammar.deprel(pronoun) == Deprel::NmodPoss;
        let argument = |token: usize| {
            matches!(
                grammar.deprel(token),
                Deprel::Nsubj
                    | Deprel::NsubjPass
                    | Deprel::Obj
                    | Deprel::Iobj
                    | Deprel::Obl
                    | Deprel::OblAgent
            )
        };
        // `Lee, whom he advised`: another.
        let relative = ours.is_some_and(|verb| {
            grammar.deprel(verb) == Deprel::AclRelcl
                && grammar.head(verb) == Some(antecedent)
                && grammar.child(verb, Deprel::Mark).is_none()
        });
        if relative && argument(pronoun) {
            return false;
        }
        let same_verb =
            ours.is_some() && ours == theirs && argument(antecedent) && argument(pronoun);
        // `Lee called Roe and urged her to stay`: whom Lee urges is not Lee.
        let beside = matches!(grammar.deprel(pronoun), Deprel::Obj | Deprel::Iobj)
            && ours.is_some_and(|verb| {
                grammar.deprel(verb) == Deprel::Conj
                    && grammar.analysis.subject(verb).is_none()
                    && grammar.head(verb) == theirs
            })
            && grammar.deprel(antecedent) == Deprel::Nsubj;
        // `Lee and his aides`: the aides' owner may be Lee; `Lee and he` are two.
        let joined = grammar.deprel(pronoun) == Deprel::Conj && ours == Some(antecedent);
        possessive || !(same_verb || joined || beside)
    }

    /// Who does what the pronoun's clause tells: its subject, or whoever a relative or a shortened clause
    /// says it of.
    pub(super) fn doer(&self, pronoun: usize) -> Option<usize> {
        self.doer_of(self.source.grammar.clause(pronoun)?, pronoun)
    }

    fn doer_of(&self, mut verb: usize, pronoun: usize) -> Option<usize> {
        let grammar = self.source.grammar;
        for _ in 0..4 {
            if let Some(subject) =
                grammar.analysis.subject(verb).filter(|&subject| subject != pronoun)
            {
                let relative = matches!(grammar.xpos(subject), "WP" | "WDT");
                return if relative { grammar.head(verb) } else { Some(subject) };
            }
            let above = grammar.head(verb)?;
            match grammar.deprel(verb) {
                Deprel::Acl => return Some(above),
                Deprel::Conj | Deprel::Xcomp | Deprel::Advcl => verb = above,
                _ => return None,
            }
        }
        None
    }

    /// Whom the words around a pronoun make it mean, whoever else is at hand: of `asked Roe whether he was ill`, `pressed Roe
    /// to explain his vote`, Roe.
    pub(super) fn bound(&self, pronoun: usize) -> Option<usize> {
        let grammar = self.source.grammar;
        let asked = |clause: usize| {
            let cue = grammar.head(clause).filter(|&cue| cue < clause)?;
            let asks = matches!(grammar.deprel(clause), Deprel::Ccomp | Deprel::Advcl)
                && ASKING.contains(&grammar.lemma(cue).as_str());
            let first = grammar.span(clause).start;
            // `pressed Roe on whether he would run`.
            let about = matches!(grammar.lower(first).as_str(), "about" | "on" | "over");
            let first = if about { first + 1 } else { first };
            let question = matches!(
                grammar.lower(first).as_str(),
                "whether" | "if" | "why" | "how" | "what" | "when" | "where"
            );
            let object =
                [Deprel::Obj, Deprel::Iobj].into_iter().find_map(|way| grammar.child(cue, way))?;
            (asks && question && cue < object && object < clause).then_some(object)
        };
        let told = |infinitive: usize| {
            let cue = grammar.head(infinitive).filter(|&cue| cue < infinitive)?;
            let to = grammar
                .child(infinitive, Deprel::Mark)
                .is_some_and(|mark| grammar.lower(mark) == "to");
            let urges = matches!(grammar.deprel(infinitive), Deprel::Xcomp | Deprel::Advcl)
                && URGING.contains(&grammar.lemma(cue).as_str());
            let object = grammar.child(cue, Deprel::Obj)?;
            (to && urges && cue < object && object < infinitive).then_some(object)
        };
        // "whether he was ill": an adjective heads it.
        let own = grammar.head(pronoun).filter(|_| grammar.deprel(pronoun).is_subject());
        if let Some(maker) = own.and_then(|clause| self.maker_of(clause)) {
            return Some(maker);
        }
        let possessive = grammar.deprel(pronoun) == Deprel::NmodPoss;
        if let Some(owner) = self.owner_of_subject(pronoun).filter(|_| possessive) {
            return Some(owner);
        }
        let clause = own.or_else(|| grammar.clause(pronoun))?;
        // The clause itself, or the one that it is a part of.
        let mut at = clause;
        for _ in 0..3 {
            let whom = asked(at).or_else(|| if possessive { told(at) } else { None });
            if whom.is_some() {
                return whom;
            }
            if !matches!(grammar.deprel(at), Deprel::Xcomp | Deprel::Conj) {
                return None;
            }
            at = grammar.head(at)?;
        }
        None
    }

    /// `One of Roe's faults is his refusal to talk`: Roe's too.
    fn owner_of_subject(&self, pronoun: usize) -> Option<usize> {
        let grammar = self.source.grammar;
        let owned = grammar.head(pronoun)?;
        grammar.child(owned, Deprel::Cop)?;
        let subject = grammar.analysis.subject(owned).filter(|&subject| subject < owned)?;
        let owner = |noun: usize| grammar.child(noun, Deprel::NmodPoss);
        let of = || owner(grammar.child(subject, Deprel::Nmod)?);
        owner(subject).or_else(of).filter(|&owner| grammar.upos(owner) == Upos::Propn)
    }

    /// Whose words a clause tells: of `a statement by Nord Steel that it would close`, the firm.
    fn maker_of(&self, clause: usize) -> Option<usize> {
        let grammar = self.source.grammar;
        let that =
            grammar.child(clause, Deprel::Mark).filter(|&mark| grammar.lower(mark) == "that")?;
        let maker =
            (grammar.span(clause).start..=that).next()?.checked_sub(1).and_then(|last| {
                let mut above = std::iter::successors(Some(last), |&at| grammar.head(at)).take(8);
                above.find(|&at| {
                    grammar.deprel(at) == Deprel::Nmod
                        && grammar
                            .child(at, Deprel::Case)
                            .is_some_and(|by| grammar.lower(by) == "by")
                })
            })?;
        let noun = grammar.head(maker)?;
        let told = matches!(
            grammar.lemma(noun).as_str(),
            "admission"
                | "allegation"
                | "announcement"
                | "claim"
                | "comment"
                | "complaint"
                | "decision"
                | "declaration"
                | "pledge"
                | "promise"
                | "remark"
                | "report"
                | "statement"
                | "suggestion"
                | "threat"
                | "warning"
        );
        told.then_some(maker)
    }

    /// Of whom a relative clause tells on whose verb the pronoun's clause hangs: `met Roe, who will not come unless he is
    /// paid`, `the Roe union met insurers, who have yet to say whether they will pay`.
    pub(super) fn told_of(&self, pronoun: usize) -> Option<usize> {
        let grammar = self.source.grammar;
        let clause = grammar.clause(pronoun).filter(|_| grammar.deprel(pronoun).is_subject())?;
        let hangs = matches!(grammar.deprel(clause), Deprel::Advcl | Deprel::Ccomp);
        let above = grammar.head(clause).filter(|_| hangs)?;
        let verb = match grammar.deprel(above) {
            Deprel::Xcomp => grammar.head(above)?,
            _ => above,
        };
        let who = grammar.analysis.subject(verb).filter(|&who| grammar.lower(who) == "who")?;
        (grammar.deprel(verb) == Deprel::AclRelcl && who < pronoun)
            .then(|| grammar.head(verb))
            .flatten()
    }

    /// Who tells what the pronoun is the subject of: `Roe, who surprised Dahl by declaring he would run`.
    pub(super) fn teller(&self, pronoun: usize) -> Option<usize> {
        let grammar = self.source.grammar;
        let verb = grammar.clause(pronoun).filter(|_| grammar.deprel(pronoun).is_subject())?;
        let above = grammar.head(verb).filter(|_| grammar.deprel(verb) == Deprel::Ccomp)?;
        // `Roe recommended that he resign`: nobody asks that of oneself.
        let asked = grammar.xpos(verb) == "VB"
            && grammar.analysis.children(verb).all(|child| {
                !matches!(grammar.deprel(child), Deprel::Aux | Deprel::AuxPass | Deprel::Cop)
            });
        if asked {
            return None;
        }
        self.doer_of(above, pronoun)
    }

    /// `Peru and Chile, which hold seats, said they would`: they are the two, for which there is no mention.
    pub(super) fn is_of_pair(&self, idx: usize) -> bool {
        let grammar = self.source.grammar;
        let named = |token: usize| matches!(grammar.xpos(token), "NNP" | "NNPS");
        self.teller(self.source.mentions[idx].head).filter(|&first| named(first)).is_some_and(
            |first| {
                grammar.analysis.children_as(first, Deprel::Conj).any(|other| {
                    named(other)
                        && grammar
                            .child(other, Deprel::Cc)
                            .is_some_and(|cc| grammar.word(cc) == "and")
                })
            },
        )
    }

    /// `He could not support his candidacy`: whose it is, is another.
    fn is_anothers(&self, idx: usize, other: usize) -> bool {
        const SIDES: &[&str] = &[
            "applaud",
            "assail",
            "attack",
            "back",
            "bash",
            "blast",
            "challenge",
            "chide",
            "commend",
            "condemn",
            "criticise",
            "criticize",
            "decry",
            "denounce",
            "deplore",
            "deride",
            "dismiss",
            "endorse",
            "fault",
            "lambast",
            "lambaste",
            "laud",
            "mock",
            "oppose",
            "praise",
            "question",
            "rap",
            "rebuke",
            "reject",
            "rip",
            "scold",
            "scorn",
            "slam",
            "support",
        ];
        const DEEDS: &[&str] = &[
            "ability",
            "attack",
            "ban",
            "behavior",
            "behaviour",
            "bid",
            "call",
            "campaign",
            "candidacy",
            "character",
            "claim",
            "comment",
            "conduct",
            "credential",
            "decision",
            "failure",
            "fitness",
            "handling",
            "honesty",
            "idea",
            "integrity",
            "judgement",
            "judgment",
            "leadership",
            "loyalty",
            "motive",
            "nomination",
            "order",
            "plan",
            "policy",
            "position",
            "presidency",
            "promise",
            "proposal",
            "record",
            "refusal",
            "remark",
            "response",
            "rhetoric",
            "sincerity",
            "speech",
            "stance",
            "statement",
            "tactic",
            "temperament",
            "threat",
            "view",
        ];
        let grammar = self.source.grammar;
        let token = self.source.mentions[idx].head;
        let owned = grammar.head(token).filter(|&owned| {
            grammar.deprel(token) == Deprel::NmodPoss && grammar.deprel(owned) == Deprel::Obj
        });
        owned.is_some_and(|owned| {
            DEEDS.contains(&grammar.lemma(owned).as_str())
                && grammar.head(owned).is_some_and(|verb| {
                    SIDES.contains(&grammar.lemma(verb).as_str())
                        && self.doer(token) == Some(self.source.traits[other].anchor)
                })
        })
    }

    pub(super) fn is_reflexive(&self, idx: usize) -> bool {
        self.source.traits[idx].noun.ends_with("self")
            || self.source.traits[idx].noun.ends_with("selves")
    }
}

#[cfg(test)]
mod tests {
    use crate::language::analyze;
    use crate::testing::document;

    /// Checks that the first word `pronoun` goes with the name.
    #[track_caller]
    fn check(text: &str, pronoun: &str, name: &str) {
        let analysis = analyze(&document(text));
        let place = |form: &str| {
            let at = |token: &crate::language::Token| token.range.slice(text) == form;
            analysis.tokens.iter().position(at).expect("the text has the word")
        };
        let chain_of = |token: usize| {
            analysis.chains.chains.iter().position(|chain| {
                chain
                    .mentions
                    .iter()
                    .any(|&idx| analysis.chains.mentions[idx].tokens.contains(&token))
            })
        };
        assert!(chain_of(place(name)).is_some(), "{text}");
        assert_eq!(chain_of(place(pronoun)), chain_of(place(name)), "{text}");
    }

    #[test]
    fn who_is_asked_is_asked_of_himself() {
        let text = "Kevin Dahl asked Donald Reyes whether he was involved in the change.";
        check(text, "he", "Donald");
        let text = "Kevin Dahl pressed Donald Reyes to explain the values in his statements.";
        check(text, "his", "Donald");
        let text = "Nord Steel fell after a statement by Baltic Oil Corp that it would not sell.";
        check(text, "it", "Baltic");
        let text = "Anna Dahl promised Mia Reyes that she would help.";
        check(text, "she", "Anna");
    }

    #[test]
    fn two_who_say_that_they_will_are_nobody_else() {
        let text = "Brazil and India, which hold seats, said that they would block any resolution.";
        let analysis = analyze(&document(text));
        let alone = |chain: &crate::language::coref::Chain| {
            let words = chain.mentions.iter().map(|&idx| analysis.chains.mentions[idx].head);
            words.clone().any(|head| analysis.tokens[head].range.slice(text) == "they")
                && words.count() > 1
        };
        assert!(!analysis.chains.chains.iter().any(alone));
    }

    #[test]
    fn whose_fault_it_is_has_refused() {
        let text = "Kevin Dahl noted that one of Reyes's weaknesses is his refusal to discuss the threat. Donald Reyes left.";
        check(text, "his", "Reyes");
    }

    #[test]
    fn who_concludes_is_nobody_named_in_what_he_concludes() {
        let text = "Kevin Dahl listed his reasons for a victory of Donald Reyes. He concludes that they make the best case for \
                    why people should get behind Reyes.";
        check(text, "He", "Kevin");
    }

    #[test]
    fn nobody_slams_his_own_ban() {
        let text = "Kevin Dahl has called out Donald Reyes, slamming his proposed ban on pilots.";
        check(text, "his", "Donald");
    }

    #[test]
    fn who_has_yet_to_say_whether_they_will_are_the_ones_of_whom_it_is_told() {
        let text = "Norwegian farmers say the time is too short for Peruvian insurers, who have yet to say whether they \
                    will cover barges.";
        check(text, "they", "Peruvian");
    }
}
