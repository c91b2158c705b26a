//! Subjects that the parser hung elsewhere: on the preposition that is a conjunction, on the last noun of what is said, behind
//! the body whose officer speaks.

use super::conjunct::has_subject_or_auxiliary;
use super::parsed::Parsed;
use crate::document::Document;
use crate::language::coref::words::is_person;
use crate::language::{Arc, Deprel, Sentence, Tag, Token, Upos};

/// Gives each clause its subject.
pub(super) fn mend(
    document: &Document,
    sentences: &[Sentence],
    tokens: &[Token],
    tags: &[Tag],
    arcs: &mut [Arc],
) {
    for sentence in sentences {
        for token in sentence.tokens.clone() {
            let text = Parsed { document, tokens, tags, arcs, sentence: sentence.tokens.clone() };
            let changes = text
                .behind_conjunction(token)
                .or_else(|| text.two_reporters(token))
                .or_else(|| text.loose_name(token))
                .or_else(|| text.officer(token))
                .or_else(|| text.two_nouns(token))
                .or_else(|| text.two_contents(token))
                .or_else(|| text.said_in(token))
                .or_else(|| text.saying_quoted(token))
                .or_else(|| text.reminded(token))
                .or_else(|| text.set_off(token))
                .or_else(|| text.told(token))
                .or_else(|| text.genitive(token))
                .or_else(|| text.named_aide(token))
                .or_else(|| text.severed(token))
                .unwrap_or_default();
            for (token, arc) in changes {
                arcs[token] = arc;
            }
        }
    }
}

/// Gives what a person says to the name, where a noun behind the name has it. Subjects must have been mended before.
pub(super) fn name_speakers(
    document: &Document,
    sentences: &[Sentence],
    tokens: &[Token],
    tags: &[Tag],
    arcs: &mut [Arc],
) {
    for sentence in sentences {
        for token in sentence.tokens.clone() {
            let text = Parsed { document, tokens, tags, arcs, sentence: sentence.tokens.clone() };
            for (token, arc) in text.named_before(token).unwrap_or_default() {
                arcs[token] = arc;
            }
        }
    }
}

/// The tokens that hang elsewhere, and where.
type Changes = Vec<(usize, Arc)>;

const fn arc(head: usize, deprel: Deprel) -> Arc {
    Arc { head: Some(head), deprel }
}

impl Parsed<'_> {
    fn is_noun(&self, token: usize) -> bool {
        matches!(self.tags[token].upos, Upos::Noun | Upos::Propn)
    }

    /// `fell after the board’s report in May said so`, with the report as when it fell.
    fn behind_conjunction(&self, verb: usize) -> Option<Changes> {
        let Arc { head: Some(above), deprel: Deprel::Advcl } = self.arcs[verb] else { return None };
        let bare = self.is_finite(verb)
            && !has_subject_or_auxiliary(self.arcs, verb)
            && self.children(verb).all(|child| self.arcs[child].deprel != Deprel::Mark);
        let noun = self.children(above).find(|&child| {
            let end = (child..verb)
                .rev()
                .find(|&at| self.tags[at].upos != Upos::Adv)
                .filter(|&end| self.is_below(end, child));
            self.arcs[child].deprel == Deprel::Obl
                && (above + 1..verb).contains(&child)
                && self.is_noun(child)
                && end.is_some_and(|end| self.tags[end].upos != Upos::Punct)
                // "as refugees after the number rose"
                && !(child + 1..verb).any(|at| {
                    matches!(self.word(at), "after" | "as" | "because" | "before" | "since" | "until")
                })
        });
        let noun = noun.filter(|_| bare)?;
        let tie = self.children(noun).find(|&child| {
            self.arcs[child].deprel == Deprel::Case
                && matches!(
                    self.word(child),
                    "after" | "as" | "because" | "before" | "since" | "until"
                )
        })?;
        Some(vec![(noun, arc(verb, Deprel::Nsubj)), (tie, arc(verb, Deprel::Mark))])
    }

    /// `…, foreign bankers and analysts said.`, with the bankers in the list that ends what is said.
    fn two_reporters(&self, verb: usize) -> Option<Changes> {
        // "…, bankers and officials told Reuters."
        let behind =
            (verb + 1..self.sentence.end).filter(|&at| self.tags[at].upos != Upos::Punct).count();
        let tells = self.tags[verb].lemma == "tell";
        let last = behind == 0 || tells && behind == 1;
        let says = tells
            || matches!(self.tags[verb].lemma.as_str(), "say" | "believe" | "predict" | "report");
        let second = verb.checked_sub(1)?;
        let plural = |at: usize| self.tags[at].xpos == "NNS" && is_person(&self.tags[at].lemma);
        if !last || !says || self.tags[verb].xpos != "VBD" || !plural(second) {
            return None;
        }
        let kind = |&at: &usize| matches!(self.tags[at].upos, Upos::Adj | Upos::Noun | Upos::Propn);
        let start = self.sentence.start;
        let and = (start..second).rev().find(|at| !kind(at))?;
        let first = and.checked_sub(1).filter(|&first| first > start && plural(first))?;
        let comma = (start..first).rev().find(|at| !kind(at))?;
        if self.word(and) != "and" || self.tags[comma].xpos != "," || comma < start + 2 {
            return None;
        }
        let Arc { head: said, deprel } = self.arcs[verb];
        let joined = said.filter(|&said| deprel == Deprel::Conj && said < comma);
        let own = |child: usize| self.arcs[child].deprel == Deprel::Nsubj;
        if self.children(verb).any(|child| own(child) && child == first) {
            return None;
        }
        let mut changes = vec![
            (first, arc(verb, Deprel::Nsubj)),
            (second, arc(first, Deprel::Conj)),
            (and, arc(second, Deprel::Cc)),
            (comma, arc(verb, Deprel::Punct)),
        ];
        if let Some(said) = joined {
            changes.push((verb, self.arcs[said]));
            changes.push((said, arc(verb, Deprel::Ccomp)));
        }
        Some(changes)
    }

    /// A name before its verb that hangs on it as nothing.
    fn loose_name(&self, name: usize) -> Option<Changes> {
        let Arc { head: Some(verb), deprel: Deprel::Dep } = self.arcs[name] else { return None };
        let subject = name < verb
            && self.tags[name].upos == Upos::Propn
            && self.is_finite(verb)
            && !has_subject_or_auxiliary(self.arcs, verb);
        subject.then(|| vec![(name, arc(verb, Deprel::Nsubj))])
    }

    /// `Union of Smiths (US) president Ana Lee said`, with the union as who says it.
    fn officer(&self, name: usize) -> Option<Changes> {
        let Arc { head: Some(body), deprel: Deprel::Nmod } = self.arcs[name] else { return None };
        let office = name.checked_sub(1)?;
        let named = self.tags[name].upos == Upos::Propn
            && body < office
            && (body..office).all(|at| self.tags[at].xpos != ",")
            // "Nick Roe of brokers Capel": the brokers' man.
            && self.tags[office - 1].upos != Upos::Adp
            && self.arcs[office] == arc(name, Deprel::NmodDesc)
            && is_person(&self.tags[office].lemma.to_lowercase())
            && self.children(name).all(|child| self.arcs[child].deprel != Deprel::Case);
        let speaks = self.tags[body].upos == Upos::Propn
            && self.arcs[body].deprel == Deprel::Nsubj
            && !is_person(&self.tags[body].lemma.to_lowercase());
        (named && speaks)
            .then(|| vec![(name, self.arcs[body]), (body, arc(office, Deprel::Compound))])
    }

    /// `a high level trade official said`, with the level as another who says it.
    fn two_nouns(&self, first: usize) -> Option<Changes> {
        let Arc { head: Some(verb), deprel: Deprel::Nsubj } = self.arcs[first] else { return None };
        let second = self.children(verb).find(|&child| {
            child > first && child < verb && self.arcs[child].deprel == Deprel::Nsubj
        })?;
        let near = (first + 1..second).all(|at| {
            self.arcs[at].head.is_some_and(|head| (first + 1..=second).contains(&head))
                && matches!(self.tags[at].upos, Upos::Adj | Upos::Noun | Upos::Propn)
        });
        let led = self.children(first).any(|child| self.arcs[child].deprel == Deprel::Det);
        let officer = self.tags[second].xpos == "NN"
            && is_person(&self.tags[second].lemma)
            && self.tags[first].xpos == "NN";
        if !near || !led || !officer {
            return None;
        }
        let own = self.children(first).map(|child| (child, arc(second, self.arcs[child].deprel)));
        let own: Vec<(usize, Arc)> = own.filter(|&(child, _)| child < first).collect();
        Some([own, vec![(first, arc(second, Deprel::Compound))]].concat())
    }

    /// `While the chiefs will not go, Lee said they can help`, with both as what is said: the first is what goes with it.
    fn two_contents(&self, first: usize) -> Option<Changes> {
        let Arc { head: Some(cue), deprel: Deprel::Ccomp } = self.arcs[first] else { return None };
        let reports =
            matches!(self.tags[cue].lemma.as_str(), "say" | "add" | "argue" | "note" | "warn");
        let quoted =
            |from: usize, to: usize| (from..to).any(|at| matches!(self.tags[at].xpos, "``" | "''"));
        let comma = (first + 1..cue).find(|&at| {
            self.tags[at].xpos == "," && self.children(cue).any(|child| child > at && child < cue)
        });
        let second = self.children(cue).find(|&child| {
            child > cue && self.arcs[child].deprel == Deprel::Ccomp && !quoted(cue, child)
        })?;
        let subject =
            |clause: usize| self.children(clause).any(|child| self.arcs[child].deprel.is_subject());
        let plain = first < cue
            && reports
            // "Asked about the plan, Lee said it was late"
            && (subject(first) || self.tags[first].lemma != "ask")
            && subject(second)
            && comma.is_some()
            && self.children(second).all(|child| {
                child > second
                    || self.tags[child].lemma != "when"
                        && (self.arcs[child].deprel != Deprel::Mark
                            || self.tags[child].lemma == "that")
            })
            && !matches!(self.tags[self.sentence.start].xpos, "``" | "''")
            && !quoted(comma.unwrap_or(cue), cue)
            // "That it is late, Lee says: the dam leaks", "On whether there is a plan, Lee said"
            && !(cue..second).any(|at| self.word(at) == ":")
            && !self.word(self.sentence.start).eq_ignore_ascii_case("on");
        if !plain {
            return None;
        }
        let tied = self.children(first).any(|child| self.arcs[child].deprel == Deprel::Mark);
        let above = if tied { second } else { cue };
        Some(vec![(first, arc(above, Deprel::Advcl))])
    }

    /// `said in a statement it had received an answer`, with the statement as what was received.
    fn said_in(&self, clause: usize) -> Option<Changes> {
        let Arc { head: Some(text), deprel: Deprel::AclRelcl } = self.arcs[clause] else {
            return None;
        };
        let Arc { head: Some(cue), deprel: Deprel::Obl } = self.arcs[text] else { return None };
        let says = matches!(self.tags[cue].lemma.as_str(), "say" | "announce" | "confirm" | "add");
        let has = |deprels: &[Deprel]| {
            self.children(clause).any(|child| deprels.contains(&self.arcs[child].deprel))
        };
        let relative = self
            .children(clause)
            .any(|child| matches!(self.tags[child].xpos, "WDT" | "WP" | "WRB"));
        let heard = self.children(cue).any(|child| self.arcs[child].deprel == Deprel::Ccomp);
        let whole = has(&[Deprel::Nsubj, Deprel::NsubjPass])
            && has(&[Deprel::Obj, Deprel::Ccomp, Deprel::Xcomp, Deprel::Cop, Deprel::AuxPass]);
        (says && cue < text && whole && !relative && !heard)
            .then(|| vec![(clause, arc(cue, Deprel::Ccomp))])
    }

    /// `Lee denied it, saying, "The board is whole."`, with the words said as the clause above.
    fn saying_quoted(&self, saying: usize) -> Option<Changes> {
        let Arc { head: Some(main), deprel: Deprel::Advcl } = self.arcs[saying] else {
            return None;
        };
        let open = saying + 2;
        let said = self.arcs[main].head.filter(|&said| said > open)?;
        let opens = self.tags[saying].xpos == "VBG"
            && main < saying
            && open < self.sentence.end
            && matches!(self.tags[saying + 1].xpos, "," | ":")
            && matches!(self.tags[open].xpos, "``" | "''")
            && matches!(self.arcs[main].deprel, Deprel::Ccomp | Deprel::Parataxis | Deprel::Advcl);
        opens.then(|| vec![(main, self.arcs[said]), (said, arc(saying, Deprel::Ccomp))])
    }

    /// `Reminded that the board had met, Lee said so`, with what Lee said beside the first word.
    fn reminded(&self, first: usize) -> Option<Changes> {
        let opens = first == self.sentence.start
            && self.tags[first].xpos == "VBN"
            && self.tags[first].lemma != "ask"
            && self.arcs[first].deprel == Deprel::Root
            && !has_subject_or_auxiliary(self.arcs, first);
        let main = self.children(first).find(|&child| {
            self.arcs[child].deprel == Deprel::Parataxis
                && self.is_finite(child)
                && self.children(child).any(|below| self.arcs[below].deprel.is_subject())
        });
        let main = main.filter(|_| opens)?;
        Some(vec![(main, self.arcs[first]), (first, arc(main, Deprel::Advcl))])
    }

    /// `the loan, agreed in May, had been held up, they said`, with the first participle as another thing that is said.
    fn set_off(&self, aside: usize) -> Option<Changes> {
        let Arc { head: Some(cue), deprel: Deprel::Ccomp } = self.arcs[aside] else { return None };
        let second = self.children(cue).find(|&child| {
            child > aside
                && self.arcs[child].deprel == Deprel::Ccomp
                && (child < cue) == (aside < cue)
        })?;
        let bare = matches!(self.tags[aside].xpos, "VBN" | "JJ" | "VBD")
            && !self.children(aside).any(|child| {
                matches!(
                    self.arcs[child].deprel,
                    Deprel::Aux | Deprel::AuxPass | Deprel::Cop | Deprel::Mark | Deprel::Expl
                )
            });
        let start =
            (self.sentence.start..aside).rev().find(|&at| self.tags[at].upos != Upos::Adv)?;
        let closed = (aside + 1..second).rev().find(|&at| self.tags[at].xpos == ",")?;
        // What stands between the second comma and the verb carries it.
        let carried = (closed + 1..second)
            .all(|at| matches!(self.tags[at].upos, Upos::Aux | Upos::Adv | Upos::Part));
        if !bare
            || !carried
            || self.tags[start].xpos != ","
            || self.tags[start + 1].upos == Upos::Cconj
        {
            return None;
        }
        let of = |clause: usize| {
            self.children(clause)
                .find(|&child| self.arcs[child].deprel.is_subject() && child < start)
        };
        match (of(aside), of(second)) {
            (Some(subject), None) => {
                let passive =
                    self.children(second).any(|child| self.arcs[child].deprel == Deprel::AuxPass);
                let way = if passive { Deprel::NsubjPass } else { Deprel::Nsubj };
                Some(vec![(subject, arc(second, way)), (aside, arc(subject, Deprel::Acl))])
            }
            (None, Some(subject)) => Some(vec![(aside, arc(subject, Deprel::Acl))]),
            _ => None,
        }
    }

    /// `…, the clerk, who would not be named, told Reuters`, with the agency as who told it.
    fn told(&self, listener: usize) -> Option<Changes> {
        let Arc { head: Some(verb), deprel } = self.arcs[listener] else { return None };
        let tells = self.tags[verb].lemma == "tell"
            && self.tags[verb].xpos == "VBD"
            && listener > verb
            && self.word(verb - 1) == ","
            && matches!(deprel, Deprel::Nsubj | Deprel::Obj | Deprel::Iobj)
            && !self
                .children(verb)
                .any(|child| child < verb && self.arcs[child].deprel.is_subject());
        if !tells {
            return None;
        }
        let last =
            (self.sentence.start..verb).rev().find(|&at| self.tags[at].upos != Upos::Punct)?;
        // Bounded for the sake of damaged trees; no sentence is deeper.
        let speaker = std::iter::successors(Some(last), |&at| self.arcs[at].head)
            .take(20)
            .skip_while(|&at| self.arcs[at].deprel != Deprel::Appos)
            // "his aide, Ana Lee, told"
            .take_while(|&at| self.arcs[at].deprel == Deprel::Appos && at < verb)
            .last();
        let speaker = speaker.filter(|&at| self.is_noun(at))?;
        Some(vec![(listener, arc(verb, Deprel::Iobj)), (speaker, arc(verb, Deprel::Nsubj))])
    }

    /// `called the board’s announced plan a joke`, with the plan as what is announced: no passive has an object.
    fn genitive(&self, participle: usize) -> Option<Changes> {
        let Arc { head: Some(above), deprel } = self.arcs[participle] else { return None };
        let mark = participle.checked_sub(1)?;
        let genitive = matches!(self.word(mark), "'s" | "’s")
            && self.arcs[mark] == arc(participle, Deprel::AuxPass)
            && self.tags[participle].xpos == "VBN";
        let noun = self.children(participle).find(|&child| {
            child > participle
                && self.arcs[child].deprel == Deprel::Obj
                && (participle + 1..child)
                    .all(|at| matches!(self.tags[at].upos, Upos::Adj | Upos::Noun | Upos::Propn))
        });
        let noun = noun.filter(|_| genitive)?;
        let owner = self
            .children(participle)
            .find(|&child| child < mark && self.arcs[child].deprel == Deprel::NsubjPass)?;
        let deprel = if deprel == Deprel::Ccomp { Deprel::Obj } else { deprel };
        Some(vec![
            (noun, arc(above, deprel)),
            (participle, arc(noun, Deprel::Amod)),
            (owner, arc(noun, Deprel::NmodPoss)),
            (mark, arc(owner, Deprel::Case)),
        ])
    }

    /// `Ana Lee, aide to Tom Ruiz, said`, with the name as what the aide is called.
    fn named_aide(&self, name: usize) -> Option<Changes> {
        let Arc { head: Some(aide), deprel: Deprel::Compound } = self.arcs[name] else {
            return None;
        };
        let comma = (name + 1..aide).find(|&at| self.tags[at].xpos == ",")?;
        let named = self.tags[name].upos == Upos::Propn
            && self.arcs[comma].head == Some(aide)
            && is_person(&self.tags[aide].lemma)
            && self.children(name).any(|child| self.arcs[child].deprel == Deprel::Flat);
        named.then(|| vec![(name, self.arcs[aide]), (aide, arc(name, Deprel::Appos))])
    }

    /// `when he declared the union is ready`, `and estimated the gap would be wide`, with the noun as what was declared and the rest
    /// as a clause without a subject.
    fn severed(&self, cue: usize) -> Option<Changes> {
        let Arc { head: Some(above), deprel } = self.arcs[cue] else { return None };
        let says = matches!(
            self.tags[cue].lemma.as_str(),
            "argue"
                | "believe"
                | "claim"
                | "declare"
                | "estimate"
                | "insist"
                | "predict"
                | "say"
                | "think"
                | "warn"
        );
        let object = self
            .children(cue)
            .find(|&child| self.arcs[child].deprel == Deprel::Obj && child > cue)
            .filter(|&object| says && self.sentence.contains(&(object + 1)))?;
        let next = object + 1;
        let carries = matches!(self.arcs[next].deprel, Deprel::Cop | Deprel::Aux | Deprel::AuxPass);
        let clause = self.arcs[next].head.filter(|&clause| carries && clause > next)?;
        if self.children(clause).any(|child| self.arcs[child].deprel.is_subject()) {
            return None;
        }
        let mut changes =
            vec![(object, arc(clause, Deprel::Nsubj)), (clause, arc(cue, Deprel::Ccomp))];
        if above == clause && deprel == Deprel::Advcl {
            let Arc { head: Some(higher), deprel } = self.arcs[clause] else { return None };
            let deprel = if deprel == Deprel::Conj { Deprel::Advcl } else { deprel };
            changes.push((cue, arc(higher, deprel)));
            return Some(changes);
        }
        let apart = self.arcs[clause].deprel == Deprel::Ccomp
            && deprel == Deprel::Conj
            && self.arcs[clause].head.is_some_and(|head| head != cue && self.is_below(cue, head));
        apart.then_some(changes)
    }

    /// `In one of the letters, chairman Tom Hall, a friend of hers, told them`, with the friend as who tells: his name stands
    /// before the comma.
    fn named_before(&self, noun: usize) -> Option<Changes> {
        let Arc { head: Some(verb), deprel: Deprel::Nsubj } = self.arcs[noun] else { return None };
        let says =
            matches!(self.tags[verb].lemma.as_str(), "say" | "tell" | "add" | "write" | "warn");
        let before = |&child: &usize| child < noun && self.tags[child].upos != Upos::Punct;
        let start = self.children(noun).filter(before).min().unwrap_or(noun);
        // "an aide to Hall", "aide to Hall"
        let introduced = start == noun || matches!(self.word(start), "a" | "an");
        let comma = start.checked_sub(1).filter(|&comma| self.tags[comma].xpos == ",")?;
        let named = says
            && introduced
            && noun < verb
            && is_person(&self.tags[noun].lemma)
            && comma > self.sentence.start;
        let name = (self.sentence.start..comma)
            .rev()
            .take_while(|&at| self.tags[at].upos == Upos::Propn)
            .last()
            .filter(|_| named)?;
        let titled = self.children(name).any(|child| self.arcs[child].deprel == Deprel::NmodDesc)
            || self.children(name).any(|child| self.arcs[child].deprel == Deprel::Flat);
        let loose = matches!(
            self.arcs[name].deprel,
            Deprel::Conj | Deprel::Appos | Deprel::Nmod | Deprel::Obl | Deprel::Vocative
        ) && self.children(name).all(|child| self.arcs[child].deprel != Deprel::Case);
        (titled && loose)
            .then(|| vec![(name, arc(verb, Deprel::Nsubj)), (noun, arc(name, Deprel::Appos))])
    }

    /// Whether a token is `above` or hangs on it, at any depth.
    fn is_below(&self, token: usize, above: usize) -> bool {
        // Bounded for the sake of damaged trees; no sentence is deeper.
        std::iter::successors(Some(token), |&at| self.arcs[at].head).take(20).any(|at| at == above)
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::Mended;

    #[test]
    fn what_a_conjunction_leads_in_has_a_subject() {
        let mended = Mended::of(
            "The mayor fell to about 42 pct after the Harbour Commission report in February said he had failed.",
        );
        assert_eq!(mended.subjects("said"), ["report"]);
    }

    #[test]
    fn two_who_report_are_no_part_of_what_is_said() {
        let mended = Mended::of(
            "A court has ruled that the agency should not take part in tenders open to private buyers, grain traders \
             and officials said.",
        );
        assert_eq!(mended.subjects("said"), ["traders"]);
        assert_eq!(mended.head("ruled"), Some("said"));
    }

    #[test]
    fn an_officer_speaks_and_not_the_body() {
        let mended = Mended::of(
            "\"There is a good chance that a board could result from early talks,\" Confederation of Danish Industry \
             (CDI) president Pedro Lund da Dahl said.",
        );
        assert_eq!(mended.subjects("said"), ["Pedro"]);
    }

    #[test]
    fn a_level_says_nothing() {
        let mended = Mended::of("A high level U.S. trade official said it would be foolish.");
        assert_eq!(mended.subjects("said"), ["official"]);
    }

    #[test]
    fn of_two_contents_the_second_is_said() {
        let mended = Mended::of(
            "While the chiefs, including President Lund, will not hold talks, Dahl said they can give a push to them.",
        );
        assert_eq!(mended.head("hold"), Some("give"));
    }

    #[test]
    fn what_is_said_in_a_statement() {
        let mended = Mended::of(
            "The Danish Harbour Ministry said in a statement it had received an assurance from Oslo that it would not \
             carry out works.",
        );
        assert_eq!(mended.head("received"), Some("said"));
    }

    #[test]
    fn who_is_reminded_says_the_rest() {
        let mended = Mended::of(
            "Reminded that Chairman Lund had written two letters to Dahl, this official said Dahl had received no calls.",
        );
        assert_eq!(mended.head("Reminded"), Some("said"));
    }

    #[test]
    fn what_two_commas_set_off_is_no_clause() {
        let mended = Mended::of(
            "The sources said the loan, agreed upon in May during a visit by Ana Lund, had been held up by delays.",
        );
        assert_eq!(mended.head("loan"), Some("held"));
        assert_eq!(mended.head("agreed"), Some("loan"));
    }

    #[test]
    fn who_is_told_tells_nothing() {
        let mended = Mended::of(
            "It would take months to repair the line, the official, who did not want to be named, told Reuters.",
        );
        assert_eq!(mended.subjects("told"), ["official"]);
    }

    #[test]
    fn who_is_named_before_aide_is_the_aide() {
        let mended = Mended::of(
            "The board may very likely look at the loan and decide that it cannot raise it, David Graves, aide to Sen. \
             Thad Lund, said.",
        );
        assert_eq!(mended.subjects("said"), ["David"]);
    }

    #[test]
    fn a_friend_before_the_verb_has_a_name() {
        let mended = Mended::of(
            "In one of the most direct attacks, board chairman John Dahl, a longtime friend of hers and former senator \
             from Selm, told a press conference that it was late.",
        );
        assert_eq!(mended.subjects("told"), ["John"]);
    }

    #[test]
    fn what_is_declared_ready_is_declared() {
        let mended = Mended::of(
            "The chief was loudly cheered by some 3,000 local delegates at a special strategy meeting yesterday when he \
             declared the 2 mln-member union is ready to go.",
        );
        assert_eq!(mended.head("ready"), Some("declared"));
    }
}
