//! What stands in commas is told of: in `the mayor of Selm, Ana Lee, said`, of the mayor, and not of the town; in `claimed that
//! she lied, an allegation that she denies`, of the claim, which is not what they claimed. And what stands beside what is told
//! behind a name: in `Ana Lee, a banker and former mayor, said`, one has spoken, and not two.

use std::ops::Range;

use super::parsed::{Changes, Draft, Parsed, arc};
use crate::language::coref::words::{is_courtesy, is_person};
use crate::language::lexicon::{Senses, lexicon};
use crate::language::{Arc, Deprel, Upos};

/// Hangs such names, and what is told in commas or beside them, where they belong.
pub(super) fn mend(draft: &mut Draft<'_>) {
    draft.mend_each(|text, token| text.of_person(token));
    draft.mend_each(|text, token| {
        let own = text.arcs[token];
        text.is_remark(token)
            .then_some(Arc { deprel: Deprel::Appos, ..own })
            .or_else(|| Some(arc(text.remarked(token)?, Deprel::Appos)))
            .or_else(|| Some(arc(text.kin(token)?, Deprel::Appos)))
            .map(|arc| vec![(token, arc)])
    });
    draft.mend_each(|text, noun| {
        text.beside(noun)
            .map(|first| vec![(noun, arc(first, Deprel::Conj))])
            .or_else(|| Some(vec![(noun, text.nearer(noun)?)]))
            .or_else(|| text.ranked(noun))
            .or_else(|| Some(vec![(noun, arc(text.held(noun)?, Deprel::Nmod))]))
            .or_else(|| {
                let (verb, name) = text.does(noun)?;
                Some(vec![(noun, arc(name, Deprel::Appos)), (verb, arc(noun, Deprel::Acl))])
            })
    });
}

impl Parsed<'_> {
    /// A name on the noun for a person, and a relative clause behind it on the name.
    fn of_person(&self, name: usize) -> Option<Changes> {
        let (place, person) = self.apposed(name).or_else(|| self.in_clause(name))?;
        let mut changes = self.below(name + 1..self.sentence.end, place, |own| {
            // The other words of the name may hang on the place too.
            let of_name = matches!(own, Deprel::AclRelcl | Deprel::Flat);
            if of_name { name } else { person }
        });
        changes.push((name, Arc { head: Some(person), ..self.arcs[name] }));
        Some(changes)
    }

    /// A noun before what it ranks, and what stood before the noun on that.
    fn ranked(&self, noun: usize) -> Option<Changes> {
        let counted = self.ranks(noun)?;
        let mut changes = self.below(self.sentence.start..noun, noun, |_| counted);
        changes.push((noun, arc(counted, Deprel::Compound)));
        Some(changes)
    }

    /// The tokens of a stretch that hang on `head`, on what `to` says for what each is there.
    fn below(&self, stretch: Range<usize>, head: usize, to: impl Fn(Deprel) -> usize) -> Changes {
        stretch
            .map(|token| (token, self.arcs[token]))
            .filter(|(_, own)| own.head == Some(head))
            .map(|(token, own)| (token, arc(to(own.deprel), own.deprel)))
            .collect()
    }

    /// `claimed that she lied, an allegation that …`, `agreed to “wait,” a form of words that …`: what a verb has beside its clause.
    fn is_remark(&self, noun: usize) -> bool {
        let Some(verb) = self.arcs[noun].head.filter(|&verb| verb < noun) else { return false };
        let Some(first) = self.opens_remark(noun) else { return false };
        let mark = (verb..first).rev().find(|&at| !matches!(self.tags[at].xpos, "''" | "``"));
        let clause = |child: usize| {
            matches!(self.arcs[child].deprel, Deprel::Ccomp | Deprel::Xcomp | Deprel::Advcl)
                && (verb..first).contains(&child)
        };
        self.arcs[noun].deprel == Deprel::Obj
            && mark.is_some_and(|at| self.word(at) == ",")
            && self.children(verb).any(clause)
    }

    /// The article of `a claim that she denies`: a noun with a relative clause, as remarks on what was said are.
    fn opens_remark(&self, noun: usize) -> Option<usize> {
        let first = self
            .children(noun)
            .find(|&child| self.tags[child].upos != Upos::Punct)
            .unwrap_or(noun)
            .min(noun);
        let told = self.children(noun).any(|child| self.arcs[child].deprel == Deprel::AclRelcl);
        (told && matches!(self.word(first), "a" | "an")).then_some(first)
    }

    /// The verb of saying whose words a noun behind them sums up, where it hangs on the last of them: `claimed that she had a
    /// stake in the land, an allegation that …`.
    fn remarked(&self, noun: usize) -> Option<usize> {
        const SUMS: &[&str] = &[
            "accusation",
            "allegation",
            "argument",
            "assertion",
            "charge",
            "claim",
            "contention",
            "demand",
            "denial",
            "pledge",
            "position",
            "prediction",
            "promise",
            "request",
            "statement",
            "suggestion",
            "threat",
            "view",
            "vow",
            "warning",
        ];
        let first = self.opens_remark(noun)?;
        let sums = matches!(self.arcs[noun].deprel, Deprel::Appos | Deprel::Parataxis)
            && SUMS.contains(&self.word(noun).to_lowercase().as_str())
            && first > self.sentence.start
            && self.word(first - 1) == ",";
        let mut at = self.arcs[noun].head.filter(|&above| sums && above < noun)?;
        for _ in 0..12 {
            let verb = self.arcs[at].head?;
            if self.arcs[at].deprel == Deprel::Ccomp {
                return (verb < at).then_some(verb);
            }
            at = verb;
        }
        None
    }

    /// `a son, Thomas, and five grandchildren`: whose name it is, of one that is listed with him.
    fn kin(&self, name: usize) -> Option<usize> {
        let noun = name.checked_sub(2).filter(|noun| self.sentence.contains(noun))?;
        let listed = |token: usize| self.arcs[token].deprel == Deprel::Conj;
        let one = self.children(noun).any(|child| matches!(self.word(child), "a" | "an"));
        let told = one
            && listed(name)
            && self.word(name - 1) == ","
            && self.tags[name].upos == Upos::Propn
            && self.tags[noun].xpos == "NN"
            && self.arcs[name].head.is_some_and(|head| head <= noun)
            && is_person(&self.word(noun).to_lowercase());
        told.then_some(noun)
    }

    /// The place, or the many, that the name at `name` hangs on, and the noun for a person, or `one`, before it.
    fn apposed(&self, name: usize) -> Option<(usize, usize)> {
        let is = |token: usize, deprel: Deprel| self.arcs[token].deprel == deprel;
        let place =
            self.arcs[name].head.filter(|&place| is(name, Deprel::Appos) && place < name)?;
        let person =
            self.arcs[place].head.filter(|&noun| is(place, Deprel::Nmod) && noun < place)?;
        let before = (place + 1..name).rev().find(|&token| {
            // "ambassador to the UN, Per Dahl": the first name may hang on the last.
            let of_name = self.arcs[token].head == Some(name) && is(token, Deprel::Compound);
            !of_name && !is_courtesy(&self.word(token).to_lowercase())
        })?;
        // "one of the plan's authors, Senator Ana Lee, said": she is the one.
        let one = self.word(person).eq_ignore_ascii_case("one")
            && matches!(self.tags[place].xpos, "NNS" | "NNPS")
            && matches!(self.tags[name].xpos, "NNP" | "NN")
            && (place + 1..name).any(|token| self.word(token) == ",");
        // "the mayor of Paris, Texas, said"
        let known = lexicon().senses(self.word(name));
        let other = known.any(Senses::ANY_PLACE) && !known.any(Senses::GIVEN)
            || self.word(name).ends_with('.');
        let told = self.tags[place].upos == Upos::Propn
            && self.tags[name].upos == Upos::Propn
            && self.tags[person].xpos != "NNS"
            && is_person(&self.word(person).to_lowercase())
            && self.word(before) == ",";
        ((told || one) && !other).then_some((place, person))
    }

    /// `a senator who had backed the treaty, Ana Lee, now says`: the thing that the name hangs on, and who that person is.
    fn in_clause(&self, name: usize) -> Option<(usize, usize)> {
        let thing = self.arcs[name].head.filter(|&thing| thing < name)?;
        let someone = |token: usize| is_person(&self.tags[token].lemma);
        let given = lexicon().senses(self.word(name)).any(Senses::GIVEN);
        let behind = (name..self.sentence.end).find(|&token| !self.is_below(token, name));
        let set_off = given
            && self.arcs[name].deprel == Deprel::Appos
            && self.tags[thing].upos == Upos::Noun
            && !someone(thing)
            && self.word(name - 1) == ","
            && behind.is_some_and(|behind| self.word(behind) == ",");
        let mut at = thing;
        for _ in 0..6 {
            let above = self.arcs[at].head.filter(|_| set_off)?;
            if self.arcs[at].deprel == Deprel::AclRelcl {
                let several = self.children(name).any(|it| self.arcs[it].deprel == Deprel::Conj);
                let plural = self.tags[above].xpos == "NNS";
                let told = above < at && someone(above) && several == plural;
                return told.then_some((thing, above));
            }
            at = above;
        }
        None
    }

    /// The noun behind the name of a person that another noun for a person goes on from, where the tree joined that
    /// one to the name.
    fn beside(&self, noun: usize) -> Option<usize> {
        let Arc { head: Some(name), deprel: Deprel::Conj | Deprel::Appos } = self.arcs[noun] else {
            return None;
        };
        // `a Democrat`.
        let person = |token: usize| {
            matches!(self.tags[token].xpos, "NN" | "NNP")
                && is_person(&self.word(token).to_lowercase())
        };
        let hangs = |token: usize, head: usize, deprel: Deprel| {
            self.arcs[token].head == Some(head) && self.arcs[token].deprel == deprel
        };
        let first = (name + 1..noun).find(|&first| hangs(first, name, Deprel::Appos))?;
        let and = (first + 1..noun).find(|&and| hangs(and, noun, Deprel::Cc))?;
        // `Ana Lee, a banker, and former mayor Tom Roe`
        let another =
            self.sentence.contains(&(noun + 1)) && self.tags[noun + 1].upos == Upos::Propn;
        (self.tags[name].upos == Upos::Propn
            && person(first)
            && person(noun)
            && self.word(and - 1) != ","
            && !another)
            .then_some(first)
    }

    /// `Ana Lee, Chairwoman of the Harbour Party, said`: the noun behind the comma, where the tree hung what follows it on the
    /// name; and for a name that follows, as in `Ana Lee, economist at stockbrokers Roe and Hall`, the noun right before it.
    fn nearer(&self, last: usize) -> Option<Arc> {
        let Arc { head: Some(name), deprel: deprel @ (Deprel::Nmod | Deprel::Amod | Deprel::Acl) } =
            self.arcs[last]
        else {
            return None;
        };
        // What hangs on the name itself that a word hangs under.
        let under = |token: usize, top: usize| {
            let mut at = token;
            while at != top {
                let Some(above) = self.arcs[at].head.filter(|&above| above > name) else {
                    return false;
                };
                at = above;
            }
            true
        };
        let start =
            (name + 1..last).rev().take_while(|&token| under(token, last)).last().unwrap_or(last);
        let before = start.checked_sub(1).filter(|&before| before > name)?;
        let told = (name + 1..=before).find(|&noun| {
            self.arcs[noun].head == Some(name)
                && self.arcs[noun].deprel == Deprel::Appos
                && under(before, noun)
        })?;
        let common = |token: usize| matches!(self.tags[token].upos, Upos::Noun | Upos::Propn);
        let cased = self.arcs[start].deprel == Deprel::Case;
        let named = deprel == Deprel::Nmod && !cased && common(last) && common(before);
        let arc = if named {
            Arc { head: Some(before), deprel: Deprel::Appos }
        } else {
            Arc { head: Some(told), deprel }
        };
        let fits = named || cased && deprel == Deprel::Nmod || told == before;
        (fits && common(told) && self.tags[name].upos == Upos::Propn).then_some(arc)
    }
}

impl Parsed<'_> {
    /// `number` of `Acme, the number two U.S. maker`, which the tree hung on the name beside the maker: the maker. So for
    /// `Secretary` of `Ana Lee, Secretary-General of the chamber`.
    fn ranks(&self, number: usize) -> Option<usize> {
        let Arc { head: Some(name), deprel: Deprel::Appos } = self.arcs[number] else {
            return None;
        };
        let one = number + 1;
        // `Secretary-General`.
        let tight = |token: usize| {
            let next = self.tokens.get(token + 1);
            next.is_some_and(|next| self.tokens[token].range.end() == next.range.start())
        };
        let hyphen = self.word(one) == "-" && tight(number) && tight(one);
        let noun = if hyphen {
            Some(number + 2)
        } else {
            self.arcs.get(one).and_then(|arc| arc.head).filter(|&noun| noun > one)
        };
        let noun = noun.filter(|noun| self.sentence.contains(noun))?;
        let ranked = || {
            matches!(self.word(number).to_lowercase().as_str(), "number" | "no.")
                && self.arcs[one].deprel == Deprel::Nummod
        };
        let told = (hyphen || ranked())
            && self.arcs[noun].head == Some(name)
            && self.arcs[noun].deprel == Deprel::Appos;
        told.then_some(noun)
    }

    /// `relations` of `met Ana Lee, minister for foreign relations, and left`, which the tree hung on the verb: the office.
    fn held(&self, last: usize) -> Option<usize> {
        let Arc { head: Some(verb), deprel: Deprel::Obl } = self.arcs[last] else { return None };
        let case = self
            .children(last)
            .find(|&child| self.arcs[child].deprel == Deprel::Case)
            .filter(|&case| matches!(self.word(case), "of" | "for" | "to"))?;
        let office = case.checked_sub(1).filter(|office| self.sentence.contains(office))?;
        let Arc { head: Some(name), deprel: Deprel::Appos } = self.arcs[office] else {
            return None;
        };
        // The aside is closed behind it: `minister for fisheries and trade,`.
        let end = (last + 1..self.sentence.end).find(|&token| {
            let mut at = token;
            while at != last {
                let Some(above) = self.arcs[at].head.filter(|&above| above > office) else {
                    return true;
                };
                at = above;
            }
            false
        });
        let closed = end.is_some_and(|end| matches!(self.word(end), "," | "." | ";"));
        let person = is_person(&self.word(office).to_lowercase());
        (verb < name && name < office && person && closed).then_some(office)
    }

    /// `Harbour Watch, a group spending millions on boats, said`: the participle behind the noun that stands beside the name,
    /// where the tree made the noun its subject; and the name.
    fn does(&self, noun: usize) -> Option<(usize, usize)> {
        let Arc { head: Some(verb), deprel: Deprel::Nsubj } = self.arcs[noun] else { return None };
        let Arc { head: Some(name), deprel: Deprel::Acl } = self.arcs[verb] else { return None };
        let first = self.children(noun).next().filter(|&first| first < noun)?;
        let comma = first.checked_sub(1).filter(|&comma| comma > name)?;
        let named = (name..comma).all(|token| {
            token == name
                || matches!(self.arcs[token].deprel, Deprel::Flat | Deprel::Compound)
                    && self.arcs[token].head.is_some_and(|head| (name..comma).contains(&head))
        });
        let helped = self.children(verb).any(|child| {
            matches!(self.arcs[child].deprel, Deprel::Aux | Deprel::AuxPass | Deprel::Cop)
        });
        let told = matches!(self.word(first), "a" | "an")
            && self.word(comma) == ","
            && matches!(self.tags[verb].xpos, "VBG" | "VBN")
            && self.tags[name].upos == Upos::Propn
            && noun + 1 == verb;
        (told && named && !helped).then_some((verb, name))
    }
}

#[cfg(test)]
mod tests {
    use crate::language::network::testing::Mended;
    use crate::language::{Deprel, analyze};
    use crate::testing::document;

    /// What the word `form` hangs on as another name of it.
    fn apposed_to(text: &str, form: &str) -> Option<String> {
        let text = Mended::of(text);
        text.head(form).filter(|_| text.deprel(form) == Deprel::Appos).map(str::to_owned)
    }

    #[test]
    fn a_remark_on_what_was_said_is_no_object() {
        let text = "She claimed the mayor had a stake in the land, an allegation the mayor’s office dismissed.";
        assert_eq!(apposed_to(text, "allegation").as_deref(), Some("claimed"));
        let text = "Interior ministers agreed two weeks ago to “explore all options,” a form of words that Peru and Chile accepted only after the word “urgently” was struck out.";
        assert_eq!(apposed_to(text, "form").as_deref(), Some("agreed"));
    }

    #[test]
    fn what_sums_up_a_claim_tells_of_it() {
        let text =
            "Lee claimed the mayor had a stake in the land, an allegation his office dismissed.";
        assert_eq!(apposed_to(text, "allegation").as_deref(), Some("claimed"));
    }

    #[test]
    fn a_son_has_the_name_behind() {
        let text = "He is survived by his daughter, a son, Thomas, and five grandchildren.";
        assert_eq!(apposed_to(text, "Thomas").as_deref(), Some("son"));
    }

    #[test]
    fn a_name_in_commas_is_that_of_the_person() {
        let text = "The MP for Eastley, Priya Dahl, said fares must fall.";
        assert_eq!(apposed_to(text, "Priya").as_deref(), Some("MP"));
        let text = "The member for Selm, Ms Lee, opposed the levy.";
        assert_eq!(apposed_to(text, "Lee").as_deref(), Some("member"));
        let text = "The mayor of Paris, Texas, opposed the levy.";
        assert_ne!(apposed_to(text, "Texas").as_deref(), Some("mayor"));
    }

    #[test]
    fn what_stands_beside_a_word_behind_a_name_is_no_second_person() {
        for text in [
            "“She spoke,” said Khin Zaw Moe, an activist and former political prisoner.",
            "Andrew Pell, a Democrat and former Oklahoma state senator who ran for the Senate in 2008, was glad.",
        ] {
            let document = document(text);
            let analysis = analyze(&document);
            let first = (0..analysis.tokens.len())
                .find(|&token| analysis.deprel(token) == Deprel::Appos)
                .expect("a word behind the name");
            assert!(analysis.child_as(first, Deprel::Conj).is_some(), "{text}");
        }
    }

    #[test]
    fn what_follows_the_noun_behind_a_name_is_the_nouns() {
        let text = Mended::of(
            "Anna Okafor, Chairwoman of the Norway Harbour Party, said in a speech that fares must fall.",
        );
        assert_eq!(text.head("Party"), Some("Chairwoman"));
    }

    #[test]
    fn a_number_ranks_what_is_counted() {
        let text =
            Mended::of("The union has members at Roe Motor Co, the number two U.S. automaker.");
        assert_eq!(text.head("number"), Some("automaker"));
        assert_eq!(text.deprel("automaker"), Deprel::Appos);
        let text = Mended::of(
            "“We are too late,” Tom Okafor, Secretary-General of the European Chamber of Commerce, said.",
        );
        assert_eq!(text.head("Secretary"), Some("General"));
    }

    #[test]
    fn a_minister_is_one_for_something() {
        let text = Mended::of(
            "He will meet Zheng Tuobin, minister for foreign economic relations and trade, and attend a meeting.",
        );
        assert_eq!(text.head("relations"), Some("minister"));
    }

    #[test]
    fn a_group_that_does_something_is_the_one_named() {
        let text = "Reports show Harbour Solutions PAC, an outside group spending tens of millions of dollars boosting Lee, will go on.";
        assert_eq!(apposed_to(text, "group").as_deref(), Some("PAC"));
    }

    #[test]
    fn one_of_many_is_who_is_named() {
        let text = "One of the plan's authors, Senator Ana Lee, said she expected trouble.";
        assert_eq!(apposed_to(text, "Ana").as_deref(), Some("One"));
    }

    #[test]
    fn a_name_behind_a_clause_is_that_of_whom_the_clause_tells() {
        let text = "Two senators who had backed the treaty, Jo Marsh and Al Reed, now say they were misled about its cost.";
        assert_eq!(apposed_to(text, "Jo").as_deref(), Some("senators"));
        let text = "Norland's ambassador to the UN, Per Dahl, called the strike a crime.";
        assert_eq!(apposed_to(text, "Dahl").as_deref(), Some("ambassador"));
    }
}
