//! What stands in a pronoun's place: a name, a noun that was said before, or the pronoun itself.

use super::{Line, Resolver, possessive};
use crate::briefing::phrase::clause::is_subject;
use crate::briefing::phrase::doubt::{is_some_of, is_unsure};
use crate::briefing::phrase::piece::Piece;
use crate::briefing::phrase::{Cut, antecedent};
use crate::briefing::{ActorId, ActorKind};
use crate::language::coref::Gender;
use crate::language::lexicon::{Senses, lexicon};
use crate::language::{Deprel, Upos};
use crate::text::small;

/// In mentions: who is named so often may be meant by a surname that another has too.
const OFTEN: usize = 4;

/// Whether a name of several words ends with what the body is: "the Norland Party", though the text calls it so in no place.
fn is_of_a_body(name: &str) -> bool {
    let owned = ["'s ", "’s ", "s' ", "s’ "].iter().any(|mark| name.contains(mark));
    name.rsplit_once(' ').is_some_and(|(_, last)| {
        matches!(
            last,
            "Agency"
                | "Assembly"
                | "Association"
                | "Authority"
                | "Bureau"
                | "Commission"
                | "Committee"
                | "Community"
                | "Conference"
                | "Council"
                | "Court"
                | "Department"
                | "Federation"
                | "Ministry"
                | "Party"
        )
    }) && !owned
}

/// "Election lawyers said their votes would decide": those of whom they speak.
fn speaks_of_others(noun: &str) -> bool {
    matches!(
        noun,
        "historian" | "lawyer" | "pollster" | "professor" | "researcher" | "scholar" | "strategist"
    )
}

impl Resolver<'_, '_> {
    pub(super) fn pronoun(&mut self, token: usize, actor: Option<ActorId>) -> Piece {
        let word = self.tree.word(token).to_lowercase();
        let third = matches!(word.as_str(), "he" | "she" | "they" | "it" | "him" | "her" | "them");
        // "help her defeat the duke": no owner of a verb.
        let owner = matches!(word.as_str(), "his" | "their" | "its")
            || word == "her"
                && self.tree.deprel(token) == Deprel::NmodPoss
                && self.tree.head(token).is_none_or(|of| self.tree.upos(of) != Upos::Verb);
        let actor = self.told_apart(token).or(actor);
        // "urged the port to change its rules", asked of the port: whose they are, the order of the words tells as before.
        if owner && self.asks() && self.may_be_its_own(token, &word) {
            return self.lowered(token);
        }
        let expletive = self.tree.deprel(token) == Deprel::Expl;
        let own = matches!(word.as_str(), "i" | "me" | "we" | "us");
        let owners = matches!(word.as_str(), "my" | "our");
        // "I will resign", she said: will she? Of whom `we` means, the chains know some.
        if self.asks()
            && (own || owners)
            && !self.is_quoted(token)
            && actor.is_some()
            && !self.agrees_with_verb(token)
        {
            self.speaker_named = true;
            return self.named_as(token, actor, owners);
        }
        // "Will the ministry do our part?": once "we" is named, "our" must be named too.
        self.dangling |= self.speaker_named && (own || owners) && !self.is_quoted(token);
        if expletive || !(third || owner) {
            let points = matches!(word.as_str(), "this" | "that" | "these" | "those")
                && matches!(
                    self.tree.deprel(token),
                    Deprel::Nsubj | Deprel::NsubjPass | Deprel::Obj
                )
                && !self.noun_said
                && self.tree.xpos(token) == "DT";
            self.dangling |=
                points || matches!(word.as_str(), "i" | "me" | "my" | "mine" | "you" | "your");
            return self.lowered(token);
        }
        // "they" for one person, "it" for a person or for several, are more often slips of the chains than choices of
        // the author.
        let amiss = actor.is_some_and(|id| {
            let person = self.cast.actor(id).is_some_and(|actor| actor.kind == ActorKind::Person);
            match word.as_str() {
                "they" | "them" | "their" => person || is_some_of(&self.tree, self.cast, token, id),
                "it" | "its" => person || self.cast.is_plural(id),
                _ => false,
            }
        });
        // "the envoy and his staff" needs no name for `his`.
        let clear = actor.is_some_and(|actor| self.meant.contains(&actor));
        let unsure = self.line == Line::Behind
            && actor
                .is_some_and(|actor| is_unsure(&self.tree, self.cast, &self.nouns, token, actor));
        // A question turns the order round.
        if clear || unsure || (!self.asks() && self.is_named_next(token, &word)) {
            return self.lowered(token);
        }
        match actor.filter(|_| !amiss) {
            Some(actor) if !self.is_quoted(token) => self.named_as(token, Some(actor), owner),
            Some(_) => self.lowered(token),
            None => {
                let noun = if self.asks() {
                    antecedent::find(&self.tree, self.cast, token)
                } else {
                    antecedent::some_of_a_people(&self.tree, token)
                };
                if !self.noun_said
                    && let Some(noun) = noun
                    && !(owner && speaks_of_others(self.tree.lemma(noun)))
                    && let Some(phrase) = self.known_noun(noun)
                    // "its reaction": whose, must be said in few words.
                    && (!owner
                        || phrase.split(' ').count() <= 4
                            // "The bank's board chooses its head": no "bank's board's".
                            && !["'s ", "’s ", "s' ", "s’ "].iter().any(|mark| phrase.contains(mark)))
                {
                    self.noun_said = true;
                    let several = self.tree.xpos(noun) == "NNS" && phrase.ends_with('s');
                    let owned =
                        || if several { format!("{phrase}’") } else { possessive(&phrase) };
                    return Piece::Instead(token, if owner { owned() } else { phrase.clone() });
                }
                self.dangling |= !self.noun_said;
                self.lowered(token)
            }
        }
    }

    /// Whether an owner's pronoun in an infinitive may mean the one who is asked to act, the subject of the question.
    fn may_be_its_own(&self, token: usize, word: &str) -> bool {
        let tree = &self.tree;
        let clause = tree.clause_of(token);
        let Some(subject) = self.asked_of.filter(|&subject| subject < clause) else { return false };
        let controlled = tree.is_infinitive(clause)
            && tree.subject(clause).is_none()
            && matches!(tree.deprel(subject), Deprel::Obj | Deprel::Iobj | Deprel::Obl)
            && tree.head(subject).is_some_and(|verb| tree.head(clause) == Some(verb));
        let actor = self.cast.actor_of_token(subject);
        let person = actor
            .and_then(|actor| self.cast.actor(actor))
            .is_some_and(|actor| actor.kind == ActorKind::Person);
        let gender = actor.map_or(Gender::Unknown, |actor| self.cast.gender(actor));
        let several = matches!(tree.xpos(subject), "NNS" | "NNPS")
            || tree.child(subject, |deprel| deprel == Deprel::Conj).is_some();
        controlled
            && match word {
                "its" => !person && !several && actor.is_some(),
                "his" => person && gender != Gender::Female,
                "her" => person && gender != Gender::Male,
                _ => several,
            }
    }

    /// "told Ruiz that he would assist him": one of the two is Ruiz, who was told, the other the teller. Whom the
    /// pronoun at `token` means there, if the chains have the one who acts as the one who was told.
    fn told_apart(&self, token: usize) -> Option<ActorId> {
        let tree = &self.tree;
        let clause = tree.clause_of(token);
        let verb = tree.head(clause).filter(|_| tree.deprel(clause) == Deprel::Ccomp)?;
        let hearer = tree.child(verb, |deprel| matches!(deprel, Deprel::Obj | Deprel::Iobj))?;
        let acts = tree.subject(clause).filter(|&at| tree.is_word(at, &["he", "she"]))?;
        let other = tree.child(clause, |deprel| matches!(deprel, Deprel::Obj | Deprel::Iobj))?;
        let told = matches!(tree.lemma(verb), "tell" | "assure" | "promise" | "inform" | "warn")
            && tree.is_word(other, &["him", "her"])
            && (token == acts || token == other);
        let hearer = self.cast.actor_of_token(hearer).filter(|_| told)?;
        if self.cast.actor_of_token(acts) != Some(hearer) {
            return None;
        }
        // "Ruiz, who had told Lee that".
        let subject = tree.understood_subject(verb)?;
        let named = match tree.deprel(verb) {
            Deprel::AclRelcl if tree.is_word(subject, &["who", "that"]) => tree.head(verb)?,
            _ => subject,
        };
        let teller = self.cast.actor_of_token(named).filter(|&teller| teller != hearer)?;
        let fits = match (self.cast.gender(teller), tree.is_word(acts, &["he"])) {
            (Gender::Female, he) => !he,
            (Gender::Male, he) => he,
            _ => true,
        };
        fits.then_some(if token == acts { teller } else { hearer })
    }

    /// "the deal that I like": the verb of a clause inside would have to change with the pronoun.
    fn agrees_with_verb(&self, token: usize) -> bool {
        let tree = &self.tree;
        let verb = tree.head(token).filter(|_| is_subject(tree.deprel(token)));
        let inside = verb.is_some_and(|verb| {
            matches!(tree.deprel(verb), Deprel::AclRelcl | Deprel::Advcl | Deprel::Ccomp)
                && tree.finite(verb).is_some_and(|finite| {
                    tree.xpos(finite) == "VBP" || tree.is_word(finite, &["was", "were"])
                })
        });
        inside && self.noun_said
    }

    /// The actor's name in the place of a pronoun, once.
    pub(super) fn named_as(&mut self, token: usize, actor: Option<ActorId>, owner: bool) -> Piece {
        let Some(actor) = actor.filter(|actor| !self.named.contains(actor)) else {
            return self.lowered_third(token);
        };
        // "they've" is one word, which no name takes the half of.
        let alone =
            self.asked_of == Some(token) && self.tree.is_word(token, &["i", "we", "he", "she"]);
        if !alone
            && matches!(self.tree.word(token + 1), "'ve" | "’ve" | "'re" | "’re" | "'ll" | "’ll")
        {
            return self.lowered_third(token);
        }
        // "our party's gathering" has an owner's mark already.
        // Nor does "a sign his party", read as one noun.
        self.dangling |= owner
            && self.tree.head(token).is_some_and(|noun| {
                self.tree.children(noun).any(|mark| {
                    self.tree.xpos(mark) == "POS" || self.tree.is_word(mark, &["a", "an"])
                })
            });
        self.named.push(actor);
        self.noun_said = true;
        // "Ruiz" may be another of that name.
        let shared = |short: &str| {
            self.cast.actors.iter().enumerate().any(|(id, other)| {
                ActorId(id) != actor
                    && other.kind == ActorKind::Person
                    && other.name.rsplit(' ').next() == Some(short)
                    && (id < actor.0 || other.mentions.len() >= OFTEN)
            })
        };
        let short = self
            .known
            .contains(&actor)
            .then(|| self.cast.short_name(actor).to_owned())
            .filter(|short| !shared(short));
        let full = || self.cast.actor(actor).map(|actor| actor.name.clone());
        let Some(mut name) = short.filter(|name| !name.is_empty()).or_else(full) else {
            return self.lowered(token);
        };
        // "the United States": where the short form has an article, running text gives the full one its own.
        let full = self.cast.actor(actor).is_some_and(|actor| actor.name == name);
        let articled = self.cast.has_article(actor) || self.asks() && is_of_a_body(&name);
        if full && articled && !name.to_lowercase().starts_with("the ") {
            name = format!("the {name}");
        }
        // "Lee's aides say their party will win": no "Lee's aides' party".
        self.dangling |=
            owner && ["'s ", "’s ", "s' ", "s’ "].iter().any(|mark| name.contains(mark));
        let group = self.cast.actor(actor).is_some_and(|it| it.kind == ActorKind::Group);
        let several = (group || self.cast.is_plural(actor)) && name.ends_with('s');
        let owned = || if several { format!("{name}’") } else { possessive(&name) };
        Piece::Instead(token, if owner { owned() } else { name })
    }

    /// A pronoun that stays; one of the speaker's own becomes that of a third person.
    fn lowered_third(&self, token: usize) -> Piece {
        let Some(actor) = self.cast.actor_of_token(token).filter(|_| self.asks()) else {
            return self.lowered(token);
        };
        let person = self.cast.actor(actor).is_some_and(|actor| actor.kind == ActorKind::Person);
        let forms = match (self.cast.gender(actor), person) {
            (Gender::Female, _) => ["she", "her", "her"],
            (Gender::Male, _) => ["he", "him", "his"],
            (_, true) => ["they", "them", "their"],
            _ if self.cast.is_plural(actor) => ["they", "them", "their"],
            _ => ["it", "it", "its"],
        };
        let word = match self.tree.word(token).to_lowercase().as_str() {
            "i" | "we" => forms[0],
            "me" | "us" => forms[1],
            "my" | "our" => forms[2],
            _ => return self.lowered(token),
        };
        Piece::Instead(token, word.to_owned())
    }

    /// A noun that was said before, as one that everybody knows of: `a plan` is `the plan`.
    fn known_noun(&self, noun: usize) -> Option<String> {
        // "Sources said they would agree in a day": who tells of others seldom speaks of oneself.
        if matches!(
            self.tree.lemma(noun),
            "analyst"
                | "commentator"
                | "economist"
                | "expert"
                | "observer"
                | "source"
                | "spokesman"
                | "spokesperson"
                | "spokeswoman"
        ) {
            return None;
        }
        // "The key to it is Norland": a noun that says nothing of what is meant.
        if matches!(
            self.tree.lemma(noun),
            "answer"
                | "fact"
                | "issue"
                | "key"
                | "matter"
                | "point"
                | "problem"
                | "question"
                | "reason"
                | "situation"
                | "thing"
                | "truth"
                | "way"
        ) {
            return None;
        }
        let mut line = self.writer.noun(noun, Cut::Clauses).filter(|line| !line.dangling)?;
        // "Election lawyers said": no name.
        let first = self.tree.subtree(noun, |_| true).into_iter().min();
        let plain = |&first: &usize| {
            let senses = lexicon().senses(self.tree.word(first));
            first != noun
                && self.tree.upos(first) == Upos::Noun
                && self.tree.analysis.name_kind(first).is_none()
                && !senses.any(Senses::ANY_GROUP | Senses::ANY_PLACE)
        };
        if first.is_some_and(|first| plain(&first)) {
            line.text = small(&line.text);
        }
        // "The plan, costing two million, may fail": the plan.
        if self.tree.child(noun, |deprel| deprel == Deprel::Conj).is_none()
            && let Some(comma) = line.text.find(", ")
        {
            line.text.truncate(comma);
        }
        let first = line.text.split(' ').next().filter(|_| self.tree.lemma(noun) != "other")?;
        let named = self.tree.upos(noun) == Upos::Propn
            && self.tree.child(noun, |deprel| deprel == Deprel::Det).is_none();
        // "the insurers, who have yet to say whether they will pay": cut at the comma.
        let beside = |token: usize| {
            self.tree.deprel(token) == Deprel::AclRelcl
                && self.tree.subtree(token, |_| true).first().is_some_and(|&first| {
                    self.tree.is_word(first, &[","])
                        || first.checked_sub(1).is_some_and(|at| self.tree.is_word(at, &[","]))
                })
        };
        let clause = self.tree.subtree(noun, |token| !beside(token)).into_iter().any(|token| {
            matches!(self.tree.xpos(token), "WRB" | "WP" | "WP$" | "VBD" | "VBZ" | "VBP" | "MD")
        });
        let short = line.text.split(' ').count() <= 8 && !clause;
        let text = match first.to_lowercase().as_str() {
            "a" | "an" => format!("the {}", line.text.get(first.len() + 1..)?),
            "no" | "any" | "so" | "some" | "every" | "each" | "another" | "such" | "many"
            | "few" | "several" | "most" | "all" | "both" | "this" | "that" | "these" | "those"
            | "other" | "others" | "more" => return None,
            "the" if !named => format!("the {}", line.text.get(first.len() + 1..)?),
            _ => line.text,
        };
        // "Tariffs hurt. They may go": the tariffs.
        let bare = !named
            && self
                .tree
                .children(noun)
                .all(|child| !matches!(self.tree.deprel(child), Deprel::Det | Deprel::NmodPoss));
        short.then(|| if bare { format!("the {text}") } else { text })
    }

    /// Whether the pronoun stands in a phrase before the subject, which it means more often than anyone before: "In
    /// his reply, Ruiz said", "On its way to peace, the region".
    fn is_named_next(&self, token: usize, word: &str) -> bool {
        let tree = &self.tree;
        std::iter::once(token)
            .chain(tree.ancestors(token))
            .filter(|&at| matches!(tree.deprel(at), Deprel::Obl | Deprel::Advcl))
            .filter_map(|fronted| tree.head(fronted))
            .filter_map(|verb| tree.subject(verb))
            .enumerate()
            // Further out it must be in the line.
            .filter(|&(at, subject)| at == 0 || subject <= self.last)
            .any(|(_, subject)| subject > token && self.is_named_by(subject, token, word))
    }

    fn is_named_by(&self, subject: usize, token: usize, word: &str) -> bool {
        let tree = &self.tree;
        let meant = self.cast.actor_of_token(subject);
        if tree.upos(subject) == Upos::Pron {
            // "Recalling his father's words, he left": the second is named, where it is clear whom it means.
            let alike = match word {
                "he" | "him" | "his" => tree.is_word(subject, &["he"]),
                "she" | "her" => tree.is_word(subject, &["she"]),
                "they" | "them" | "their" => tree.is_word(subject, &["they"]),
                "it" | "its" => tree.is_word(subject, &["it"]),
                _ => false,
            };
            let nouns: Vec<usize> =
                (tree.analysis.sentences[tree.analysis.sentence_of(token)].tokens.start..subject)
                    .filter(|&at| tree.upos(at).is_nominal() && tree.upos(at) != Upos::Pron)
                    .collect();
            return alike
                && subject <= self.last
                && meant.is_some_and(|actor| {
                    self.cast.actor_of_token(token) == Some(actor)
                        && !is_unsure(tree, self.cast, &nouns, subject, actor)
                });
        }
        let person = meant
            .and_then(|actor| self.cast.actor(actor))
            .is_some_and(|actor| actor.kind == ActorKind::Person);
        let plural = matches!(tree.xpos(subject), "NNS" | "NNPS");
        match word {
            "he" | "him" | "his" | "she" | "her" => person,
            "it" | "its" => !person && !plural,
            _ => plural,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::is_of_a_body;

    #[test]
    fn the_name_of_a_body_has_an_article() {
        assert!(is_of_a_body("Norland Party") && is_of_a_body("Selm Ways Committee"));
        assert!(
            !is_of_a_body("Ruiz’s Party") && !is_of_a_body("Council") && !is_of_a_body("Ana Lee")
        );
    }
}
