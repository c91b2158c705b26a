//! What a relative pronoun stands for: the noun that its clause hangs on, or whoever of the words there can be meant.

use super::holder::Sort;
use super::view::View;
use crate::briefing::ActorKind;
use crate::language::{Deprel, Upos};

impl View<'_> {
    /// The relative clause around a word, and the noun that it hangs on.
    pub(super) fn relative(&self, token: usize) -> Option<(usize, usize)> {
        std::iter::successors(self.head(token), |&above| self.head(above))
            .take(6)
            .find(|&above| self.deprel(above) == Deprel::AclRelcl)
            .and_then(|clause| Some((clause, self.head(clause)?)))
    }

    /// What a relative pronoun stands for; the word itself where it is none.
    pub(super) fn antecedent(&self, holder: usize) -> usize {
        // "Norway and Peru, both of which": the two.
        let holder = self.part_of_which(holder).unwrap_or(holder);
        let relative = matches!(self.xpos(holder), "WP" | "WDT" | "WP$") || self.is(holder, "that");
        if !relative || self.is_acronym(holder) {
            return holder;
        }
        if let Some((clause, noun)) = self.relative(holder) {
            if !self.is(holder, "who") {
                return self.tree().apposed_to(noun).unwrap_or(noun);
            }
            // "is among those who say they have no plan": it is theirs.
            let theirs = self.is(noun, "those")
                && self.child(clause, Deprel::Ccomp).is_some_and(|said| {
                    self.analysis.subject(said).is_some_and(|own| self.is(own, "they"))
                });
            if theirs {
                return noun;
            }
            let someone = self.someone(noun);
            return if self.is_of_several(clause) { self.among(someone) } else { someone };
        }
        // "Set against this Lee, who has called", whatever the tree makes of it.
        let before = holder.checked_sub(1).filter(|_| self.is(holder, "who"));
        let comma = |token: usize| token.checked_sub(1).filter(|_| self.is(token, ","));
        before
            .map(|before| comma(before).unwrap_or(before))
            .filter(|&name| self.cast.actor_of_token(name).is_some())
            .unwrap_or(holder)
    }

    /// The relative pronoun of `some of which`, `both of whom`.
    pub(super) fn of_which(&self, token: usize) -> Option<usize> {
        self.child(token, Deprel::Nmod).filter(|&which| matches!(self.xpos(which), "WP" | "WDT"))
    }

    /// The same, where the words mean all: `all of which`, `both of whom`.
    pub(super) fn part_of_which(&self, token: usize) -> Option<usize> {
        self.of_which(token).filter(|_| self.is_one_of(token, &["all", "both"]))
    }

    /// Whom `who` means behind `noun`: of `a sailor familiar with the talks, who`, the sailor; of `she is a captain who`,
    /// her.
    fn someone(&self, noun: usize) -> usize {
        let person = |token: usize| {
            matches!(self.upos(token), Upos::Noun | Upos::Propn | Upos::Pron)
                && self.sort(token) == Sort::Person
        };
        // "Ana Lee was among those who", "is one of those who": she is one.
        let above = self.head(noun).filter(|&above| {
            self.is(noun, "those")
                && self.is(above, "one")
                && self.child(above, Deprel::Cop).is_some()
        });
        // "There are those in the guild who say": they do.
        let there = self.head(noun).filter(|&verb| self.child(verb, Deprel::Expl).is_some());
        let those = there.and_then(|verb| self.analysis.subject(verb)).filter(|&those| {
            those < noun && self.is_one_of(those, &["those", "some", "many", "people", "few"])
        });
        if let Some(those) = those.filter(|_| !person(noun)) {
            return those;
        }
        let noun = above.unwrap_or(noun);
        let case = self.child(noun, Deprel::Case);
        let one = case.is_none_or(|case| self.is(case, "among"));
        if self.child(noun, Deprel::Cop).is_some() && one {
            let subject = self.analysis.subject(noun).filter(|&subject| subject < noun);
            return subject.filter(|&subject| person(subject)).unwrap_or(noun);
        }
        let mut at = noun;
        for _ in 0..4 {
            let subject = self.analysis.subject(at).filter(|&subject| subject < noun);
            if let Some(found) = [Some(at), subject].into_iter().flatten().find(|&it| person(it)) {
                return found;
            }
            // What stands between the two and the clause: "with", "familiar with".
            match self.head(at) {
                Some(above)
                    if above < at
                        && self.upos(above) != Upos::Verb
                        && self.deprel(at) != Deprel::Conj =>
                {
                    at = above;
                }
                _ => break,
            }
        }
        // "criticism from the unions, who agree"
        let from = self.analysis.children_as(noun, Deprel::Nmod).find(|&from| person(from));
        from.unwrap_or(noun)
    }

    /// Whether a clause is told of more than one: "who have", "who agree".
    pub(super) fn is_of_several(&self, clause: usize) -> bool {
        let finite =
            |child| matches!(self.deprel(child), Deprel::Aux | Deprel::AuxPass | Deprel::Cop);
        self.tells_several(clause)
            || self.xpos(clause) == "VBP" && !self.children(clause).any(finite)
    }

    /// Whether an auxiliary says so: a bare verb may be another form of itself, `read`, `put`.
    pub(super) fn tells_several(&self, clause: usize) -> bool {
        let finite = |child: &usize| {
            matches!(self.deprel(*child), Deprel::Aux | Deprel::AuxPass | Deprel::Cop)
        };
        self.children(clause).find(finite).is_some_and(|aux| {
            self.is_one_of(aux, &["have", "are", "were", "'ve", "’ve", "'re", "’re"])
        })
    }

    /// Whether a word is the name of one person.
    pub(super) fn is_one_person(&self, token: usize) -> bool {
        let actor = self.cast.actor_of_token(token).and_then(|actor| self.cast.actor(actor));
        self.xpos(token) == "NNP" && actor.is_some_and(|actor| actor.kind == ActorKind::Person)
    }

    /// Those whom a clause about several means, where it stands behind the name of one: of `candidates like Ana Lee who
    /// say`, the candidates; of `Ana Lee and Tom Hall, who say`, the first, whom the other follows.
    fn among(&self, noun: usize) -> usize {
        let listed =
            |token: usize| self.children(token).any(|child| self.deprel(child) == Deprel::Conj);
        if !self.is_one_person(noun) || listed(noun) {
            return noun;
        }
        let mut at = noun;
        for _ in 0..3 {
            let Some(above) = self.head(at).filter(|&above| above < at) else { break };
            if self.deprel(at) == Deprel::Conj {
                return above;
            }
            if matches!(self.xpos(above), "NNS" | "NNPS")
                || self.is_one_of(above, &["those", "others"])
            {
                return above;
            }
            at = above;
        }
        noun
    }
}

#[cfg(test)]
mod tests {
    use crate::briefing::positions::testing::{holders, texts};

    #[test]
    fn who_means_a_person() {
        let text = "“It is no plan,” said one miner familiar with the talks, who added that the bank would close.";
        assert!(
            holders(text).iter().all(|holder| !holder.contains("talks")),
            "{:?}",
            holders(text)
        );
    }

    #[test]
    fn what_a_port_is_told_of_does_it() {
        assert_eq!(
            texts(
                "The winner was Norway, a small state in the north that is expected to add two seats."
            ),
            ["Norway is expected to add two seats."]
        );
        assert_eq!(
            texts("The rise of Nord Union, a body that backed the toll, was quick."),
            ["The Nord Union backed the toll."]
        );
    }

    #[test]
    fn all_of_which_are_those_before() {
        assert_eq!(
            texts(
                "The biggest donors are Norway and Peru, both of which are expected to raise their aid."
            ),
            ["Norway and Peru are expected to raise their aid."]
        );
    }
}
