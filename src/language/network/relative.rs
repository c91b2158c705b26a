//! What a relative clause is said of, where its verb tells: `a list of donors that shows`, `the files on a server that were
//! deleted`.
//!
//! The parser hangs the clause on the noun before it at most times. Where that noun does not agree with the verb, and
//! one that it belongs to does, the clause is said of that one.

use super::parsed::{Changes, Draft, Parsed, arc};
use crate::language::coref::words::is_person;
use crate::language::{Arc, Deprel, Upos};

/// So many nouns above the nearest are asked.
const HIGHEST: usize = 3;

/// Singular nouns for several, which take either form of the verb.
const SEVERAL: &[&str] = &[
    "band",
    "couple",
    "crew",
    "crowd",
    "family",
    "generation",
    "group",
    "half",
    "handful",
    "lot",
    "majority",
    "minority",
    "number",
    "pair",
    "percent",
    "percentage",
    "plurality",
    "portion",
    "public",
    "quarter",
    "rest",
    "share",
    "staff",
    "team",
    "third",
    "%",
];

/// Hangs each clause on the noun that agrees with its verb.
pub(super) fn mend(draft: &mut Draft<'_>) {
    draft.mend_each(|text, clause| text.behind_dashes(clause));
    draft.mend_each(|text, clause| Some(vec![text.hung_on(clause, text.said_of(clause)?)]));
    draft.mend_each(|text, token| Some(vec![text.hung_on(token, text.made(token)?)]));
}

/// Gives the relative pronoun that the parser took for a second subject to the verb that lacks it: `the pact, which Peru is
/// expected to sign`, `the bank, which critics say is too big`.
pub(super) fn give_objects(draft: &mut Draft<'_>) {
    draft.mend_each(|text, which| Some(vec![(which, text.lacking(which)?)]));
}

impl Parsed<'_> {
    /// The token below another head, as what it was.
    fn hung_on(&self, token: usize, head: usize) -> (usize, Arc) {
        (token, arc(head, self.arcs[token].deprel))
    }

    /// Where the relative pronoun belongs that stands before another subject of its verb.
    fn lacking(&self, which: usize) -> Option<Arc> {
        let Self { tags, arcs, .. } = *self;
        let is = |token: usize, deprel: Deprel| arcs[token].deprel == deprel;
        let relative = matches!(tags[which].xpos, "WDT" | "WP")
            && matches!(self.word(which), "which" | "whom" | "that");
        let clause = arcs[which].head.filter(|&clause| {
            relative && arcs[which].deprel.is_subject() && is(clause, Deprel::AclRelcl)
        })?;
        let mut others = self
            .children(clause)
            .filter(|&child| child > which && child < clause && arcs[child].deprel.is_subject());
        let own = others.next()?;
        if others.next().is_some()
            || !tags[own].upos.is_nominal()
            || self.word(own) == "it"
            || self.subtree(own).start != which + 1
        {
            return None;
        }
        let has = |verb: usize, deprel: Deprel| {
            self.children(verb).any(|child| child != which && is(child, deprel))
        };
        let mut verb = clause;
        for _ in 0..3 {
            let below = self.children(verb).find(|&child| {
                let gerund = is(child, Deprel::Advcl)
                    && tags[child].xpos == "VBG"
                    && self.children(child).any(|mark| is(mark, Deprel::Mark));
                child > verb && (gerund || is(child, Deprel::Xcomp) || is(child, Deprel::Ccomp))
            });
            let Some(below) = below else { break };
            if is(below, Deprel::Ccomp) {
                let told = self.children(below).any(|child| arcs[child].deprel.is_subject());
                let passive = has(below, Deprel::AuxPass);
                let deprel = if passive { Deprel::NsubjPass } else { Deprel::Nsubj };
                return (!told).then_some(Arc { head: Some(below), deprel });
            }
            verb = below;
        }
        let takes =
            tags[verb].upos == Upos::Verb && !has(verb, Deprel::Obj) && !has(verb, Deprel::AuxPass);
        takes.then_some(Arc { head: Some(verb), deprel: Deprel::Obj })
    }

    /// `candidates — like Ana Lee — who say so`: dashes part the clause from its noun. The parser hangs it on a noun between
    /// them, or what stands there on the verb above.
    fn behind_dashes(&self, clause: usize) -> Option<Changes> {
        let Self { tags, arcs, .. } = *self;
        let dash = |&token: &usize| matches!(self.word(token), "—" | "–" | "--");
        let close = self.subtree(clause).start.checked_sub(1).filter(dash)?;
        let open = (self.sentence.start..close).rev().find(dash)?;
        let noun = open.checked_sub(1).filter(|noun| self.sentence.contains(noun))?;
        let head = arcs[clause].head?;
        let near = head == noun || (open..close).contains(&head);
        if arcs[clause].deprel != Deprel::AclRelcl || !near || !tags[noun].upos.is_nominal() {
            return None;
        }
        let aside = open + 1..close;
        let out = |&token: &usize| {
            let head = arcs[token].head;
            head.is_some_and(|head| !aside.contains(&head) && head != noun)
                && tags[token].upos.is_nominal()
        };
        let mut changes = vec![self.hung_on(clause, noun)];
        changes.extend(aside.clone().filter(out).map(|token| (token, arc(noun, Deprel::Nmod))));
        Some(changes)
    }

    /// The noun that agrees with the verb of a relative clause, if that which it hangs on does not.
    fn said_of(&self, clause: usize) -> Option<usize> {
        let Self { tags, arcs, .. } = *self;
        let near = arcs[clause].head.filter(|_| arcs[clause].deprel == Deprel::AclRelcl)?;
        let relative = |child: usize| {
            arcs[child].deprel.is_subject() && matches!(tags[child].xpos, "WDT" | "WP")
        };
        if !self.children(clause).any(relative) {
            return None;
        }
        // "a batch of petitions filed by residents, who said": nobody but people is called so.
        let who = self.children(clause).find(|&child| relative(child) && self.word(child) == "who");
        let person = |at: usize| is_person(&self.word(at).to_lowercase());
        let lower = |at: usize| is_person(&tags[at].lemma) || person(at);
        if let Some(who) = who
            && tags[near].upos == Upos::Noun
            && !lower(near)
            && !self.children(near).any(|child| arcs[child].deprel == Deprel::Conj)
        {
            let behind = (near + 1..who).rev().find(|&at| tags[at].upos.is_nominal());
            // "the spouse of the senator, who": the spouse. By whom it was filed, it says.
            let by = |noun: usize| {
                self.children(noun)
                    .any(|case| arcs[case].deprel == Deprel::Case && self.word(case) == "by")
            };
            let fits = |&noun: &usize| tags[noun].upos == Upos::Noun && lower(noun) && by(noun);
            if let Some(noun) = behind.filter(fits) {
                return Some(noun);
            }
        }
        let helper = self.children(clause).find(|&child| {
            matches!(arcs[child].deprel, Deprel::Aux | Deprel::AuxPass | Deprel::Cop)
        });
        let verb = helper.unwrap_or(clause);
        let plural = match (tags[verb].xpos, self.word(verb)) {
            ("VBZ", _) | (_, "was") => false,
            ("VBP", _) | (_, "were") => true,
            _ => return None,
        };
        let misfit = if plural {
            matches!(tags[near].xpos, "NN" | "NNP")
                && !SEVERAL.contains(&self.word(near).to_lowercase().as_str())
        } else {
            tags[near].xpos == "NNS"
        };
        let joined = |noun: usize| {
            arcs[noun].deprel == Deprel::Conj
                || self.children(noun).any(|child| arcs[child].deprel == Deprel::Conj)
        };
        if !misfit || joined(near) {
            return None;
        }
        let fits = if plural { "NNS" } else { "NN" };
        std::iter::successors(self.holding(near), |&noun| self.holding(noun))
            .take(HIGHEST)
            .find(|&noun| tags[noun].xpos == fits)
    }

    /// `appointed Ana Lee, who left in May, as chair`: the verb that makes somebody what stands behind the clause.
    fn made(&self, token: usize) -> Option<usize> {
        let Self { arcs, .. } = *self;
        let clause = arcs[token].head.filter(|&clause| {
            matches!(arcs[token].deprel, Deprel::Obl | Deprel::Nmod)
                && arcs[clause].deprel == Deprel::AclRelcl
        })?;
        let case = self
            .children(token)
            .find(|&child| arcs[child].deprel == Deprel::Case && self.word(child) == "as")?;
        let noun = arcs[clause].head.filter(|&noun| arcs[noun].deprel == Deprel::Obj)?;
        let first = self.children(clause).next().unwrap_or(clause);
        let is_comma = |at: usize| at > self.sentence.start && self.word(at - 1) == ",";
        (is_comma(case) && (is_comma(first) || self.word(first) == ","))
            .then_some(arcs[noun].head)
            .flatten()
    }

    /// The noun that another belongs to: `files` of `on a server`, of `held on a server`, and of `put the files on a server`.
    fn holding(&self, noun: usize) -> Option<usize> {
        let Self { tags, arcs, .. } = *self;
        let above = arcs[noun].head?;
        let held = match arcs[noun].deprel {
            Deprel::Nmod => above,
            Deprel::Obl if arcs[above].deprel == Deprel::Acl => arcs[above].head?,
            Deprel::Obl => self
                .children(above)
                .find(|&child| arcs[child].deprel == Deprel::Obj && above < child)?,
            _ => return None,
        };
        (held < noun && matches!(tags[held].upos, Upos::Noun | Upos::Propn)).then_some(held)
    }
}

#[cfg(test)]
mod tests {
    use crate::language::{self, Deprel};
    use crate::testing::document;

    /// What the first relative clause of a text is said of.
    fn said_of(text: &str) -> String {
        let document = document(text);
        let analysis = language::analyze(&document);
        let clause = (0..analysis.tokens.len())
            .find(|&token| analysis.deprel(token) == Deprel::AclRelcl)
            .expect("the text has a relative clause");
        let noun = analysis.arcs[clause].head.expect("the clause hangs on a noun");
        analysis.word(&document, noun).to_owned()
    }

    #[test]
    fn a_relative_clause_is_said_of_the_noun_that_agrees_with_its_verb() {
        assert_eq!(
            said_of("The union published a list of donors that shows how it has grown."),
            "list"
        );
        assert_eq!(
            said_of("The mayor kept the letters in a drawer that were found by the police."),
            "letters"
        );
    }

    #[test]
    fn who_is_said_of_people() {
        let text =
            "The court heard a batch of petitions filed by residents, who said they were late.";
        assert_eq!(said_of(text), "residents");
    }

    #[test]
    fn the_nearest_noun_keeps_a_clause_that_agrees() {
        assert_eq!(said_of("She read a list of donors that live in Selm."), "donors");
        assert_eq!(said_of("Votes came from the majority who support the dam."), "majority");
    }

    #[test]
    fn a_relative_pronoun_before_a_subject_is_no_second_one() {
        use crate::language::network::testing::Mended;
        let text = Mended::of("The plan, which Norway is expected to sign, is late.");
        assert_eq!((text.head("which"), text.deprel("which")), (Some("sign"), Deprel::Obj));
    }

    #[test]
    fn two_dashes_part_a_clause_from_its_noun() {
        let text = "Ana Lee pushed back against candidates — like front-runner Joe Tam — who called the plan late.";
        assert_eq!(said_of(text), "candidates");
    }
}
