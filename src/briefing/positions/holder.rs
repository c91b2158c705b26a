//! Whose position it is: from the word on the tree to the words that name the holder, and to an actor.
//!
//! Who is the same as who was settled by `actors`; here one place is read. Where the text leaves the holder
//! unnamed he stays unnamed. Who made a text that speaks is for `maker` to say.

use super::occasion::is_circumstance;
use super::view::View;
use crate::briefing::people::{is_document, is_person};
use crate::briefing::positions::lexicon::Strength;
use crate::briefing::{ActorId, ActorKind, Genre, Holder};
use crate::language::coref::Gender;
use crate::language::times::is_time;
use crate::language::{Deprel, Upos};
use crate::text::TextRange;

const PRONOUNS: &[&str] = &[
    "i",
    "we",
    "he",
    "she",
    "they",
    "you",
    "who",
    "whoever",
    "another",
    "someone",
    "somebody",
    "anyone",
    "anybody",
    "everyone",
    "everybody",
    "nobody",
    "one",
    "many",
    "some",
    "most",
    "few",
    "several",
    "others",
    "both",
    "those",
    "all",
    "none",
    "neither",
    "each",
    "him",
    "her",
    "them",
    "us",
    "me",
    "his",
    "their",
    "my",
    "our",
    "your",
];

/// What somebody has or has been through, and which shows something without his saying so.
const TRACES: &[&str] = &[
    "absence",
    "age",
    "background",
    "behavior",
    "behaviour",
    "career",
    "case",
    "collapse",
    "conduct",
    "culture",
    "death",
    "decline",
    "defeat",
    "departure",
    "economy",
    "example",
    "experience",
    "failure",
    "fate",
    "geography",
    "growth",
    "history",
    "lack",
    "legacy",
    "life",
    "loss",
    "past",
    "performance",
    "popularity",
    "record",
    "rise",
    "silence",
    "size",
    "strength",
    "success",
    "tradition",
    "victory",
    "weakness",
    "wealth",
    "win",
];

/// What happens or is written does it by itself.
pub(super) const SHOWING: &[&str] = &[
    "confirm",
    "demonstrate",
    "highlight",
    "illustrate",
    "indicate",
    "prove",
    "reflect",
    "reveal",
    "show",
    "signal",
    "signify",
    "suggest",
    "underline",
    "underscore",
];

/// Whether a text does by itself what a verb says, whoever wrote it: also what people do on purpose.
pub(super) fn is_shown(verb: &str) -> bool {
    SHOWING.contains(&verb) || matches!(verb, "back" | "contradict" | "support" | "undermine")
}

/// What sort of holder a word can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    Person,
    Document,
    Thing,
}

impl View<'_> {
    /// Whether `holder` is enough for a cue that asks for `strength`.
    pub(super) fn suits(&self, holder: usize, strength: Strength) -> bool {
        // "You would think": nobody in particular does.
        if self.is(holder, "you") && self.quotation(holder).is_none() {
            return false;
        }
        // "That explains the delay", "this past week announced": no words and no time hold anything.
        let demonstrative =
            self.is_one_of(holder, &["that", "this"]) && self.antecedent(holder) == holder;
        // "an offer of $4 billion": no sum of money either.
        let money = self.xpos(holder) == "$" || self.word(holder).contains(['$', '€', '£']);
        if demonstrative || money || self.is_span(holder) {
            return false;
        }
        match strength {
            Strength::Any => self.sort(holder) != Sort::Thing || !self.is_event(holder),
            Strength::Source => self.sort(holder) != Sort::Thing,
            Strength::Document => self.sort(holder) == Sort::Document,
            Strength::Person => self.sort(holder) == Sort::Person,
        }
    }

    /// `this past week`, `last month`, `this cycle`: a time longer than a day that the parser takes for a subject.
    fn is_span(&self, holder: usize) -> bool {
        let time = match self.lemma(holder) {
            "cycle" => true,
            "day" => false,
            lemma => is_time(lemma),
        };
        time && self.children(holder).any(|child| {
            child < holder
                && self.is_one_of(child, &["this", "last", "next", "past", "each", "every"])
        })
    }

    pub(super) fn sort(&self, holder: usize) -> Sort {
        let holder = self.antecedent(holder);
        let lemma = self.lemma(holder);
        let word = self.lower(holder);
        match self.upos(holder) {
            Upos::Pron | Upos::Det | Upos::Num | Upos::Adj => {
                if PRONOUNS.contains(&word.as_str())
                    || self.upos(holder) == Upos::Num
                    || self.upos(holder) == Upos::Adj
                {
                    Sort::Person
                } else if word == "it" || word == "its" {
                    self.actor_sort(holder).unwrap_or(Sort::Document)
                } else {
                    Sort::Thing
                }
            }
            Upos::Propn => Sort::Person,
            _ => {
                if is_document(lemma) {
                    Sort::Document
                } else if is_person(lemma) {
                    Sort::Person
                } else {
                    self.actor_sort(holder).unwrap_or(Sort::Thing)
                }
            }
        }
    }

    /// Whether a word is in capitals throughout, as names are in transcripts.
    pub(super) fn is_shouted(&self, token: usize) -> bool {
        let word = self.word(token);
        word.len() > 2 && word.chars().all(char::is_uppercase)
    }

    /// The actor that a word stands for; a surname that nobody took for a name, `PENCE` or `Scissors`, leads to the one
    /// person who has it.
    pub(super) fn named(&self, token: usize) -> Option<ActorId> {
        // "Lee on the toll": no name, though the line above a text may be read as one.
        let whole = |actor: &ActorId| {
            !self
                .cast
                .actor(*actor)
                .is_some_and(|actor| actor.kind == ActorKind::Person && actor.name.contains(" on "))
        };
        self.cast.actor_of_token(token).filter(whole).or_else(|| {
            let word = self.word(token);
            let shouted = self.is_shouted(token);
            if !word.starts_with(char::is_uppercase) || self.upos(token) == Upos::Pron {
                return None;
            }
            let mut bearers = self.cast.actors.iter().enumerate().filter(|(_, actor)| {
                let surname = actor.name.split_whitespace().next_back().unwrap_or_default();
                actor.kind == ActorKind::Person
                    && actor.name.contains(' ')
                    && (surname == word || (shouted && surname.eq_ignore_ascii_case(word)))
            });
            let (idx, _) = bearers.next()?;
            bearers.next().is_none().then_some(ActorId(idx))
        })
    }

    fn actor_sort(&self, token: usize) -> Option<Sort> {
        let actor = self.cast.actor(self.cast.actor_of_token(token)?)?;
        Some(match actor.kind {
            ActorKind::Place => Sort::Thing,
            _ => Sort::Person,
        })
    }

    /// Whether the noun names a happening or a quality, which says nothing whatever the verb.
    fn is_event(&self, holder: usize) -> bool {
        let lemma = self.lemma(self.antecedent(holder));
        ["ness", "ship", "hood"].iter().any(|ending| lemma.ends_with(ending))
    }

    /// The words that name the holder, without clauses and asides that only say more about him.
    pub(super) fn source(&self, holder: usize) -> TextRange {
        let kept = |token: &usize| {
            let deprel = self.deprel(*token);
            let close = matches!(
                deprel,
                Deprel::Det
                    | Deprel::Amod
                    | Deprel::Compound
                    | Deprel::Flat
                    | Deprel::Nummod
                    | Deprel::NmodPoss
                    | Deprel::DetPredet
                    | Deprel::Goeswith
                    | Deprel::NmodDesc
                    | Deprel::Conj
                    | Deprel::Fixed
            );
            close
                || (deprel == Deprel::Nmod && *token > holder && !is_circumstance(self, *token))
                || (deprel == Deprel::Advmod && *token < holder)
        };
        // "This dynamic - candidates dodging questions": what stands before the dash is not who dodges.
        let parted = |token: &usize| {
            (*token + 1..holder).any(|at| {
                let space = self.range(at - 1).end() < self.range(at).start();
                space && self.xpos(at) != "HYPH" && self.is_one_of(at, &["-", "–", "—", "--"])
            })
        };
        let kept = |token: &usize| kept(token) && !parted(token);
        let mut range = self.range(holder);
        for child in self.children(holder).filter(kept) {
            range = range.cover(self.phrase(child));
        }
        let next = self.analysis.tokens_in(range).end;
        if self.is_postposed(next) {
            range = range.cover(self.range(next));
        }
        match self.limit(self.analysis.tokens_in(range).start) {
            Some(limit) => range.cover(self.range(limit)),
            None => range,
        }
    }

    /// The second word of an office whose first is the noun: `general` of `the attorney general`.
    pub(super) fn is_postposed(&self, token: usize) -> bool {
        let office = |before: usize| {
            self.is_one_of(
                before,
                &[
                    "attorney",
                    "attorneys",
                    "solicitor",
                    "surgeon",
                    "inspector",
                    "director",
                    "secretary",
                    "auditor",
                    "governor",
                    "postmaster",
                ],
            )
        };
        self.is(token, "general") && token.checked_sub(1).is_some_and(office)
    }

    /// A subtree cut before its first relative clause, so that a source stays a name.
    fn phrase(&self, head: usize) -> TextRange {
        let tokens = self.analysis.subtree(head);
        let cut = self
            .analysis
            .descendants(head)
            .into_iter()
            .filter(|&token| {
                matches!(
                    self.deprel(token),
                    Deprel::AclRelcl | Deprel::Acl | Deprel::Appos | Deprel::Parataxis
                ) && !self.is_postposed(token)
            })
            .map(|token| self.analysis.subtree(token).start)
            .filter(|&start| start > head)
            .min();
        let mut tokens = tokens.start..cut.unwrap_or(tokens.end).min(tokens.end);
        while tokens.end > tokens.start + 1 && !self.is_word(tokens.end - 1) {
            tokens.end -= 1;
        }
        while tokens.start + 1 < tokens.end && self.is_one_of(tokens.start, &[",", "–", "—"]) {
            tokens.start += 1;
        }
        // A possessive ends in its mark, which belongs to the source as little as the comma.
        if self.xpos(tokens.end - 1) == "POS" && tokens.end > tokens.start + 1 {
            tokens.end -= 1;
        }
        self.analysis.cover(tokens)
    }

    /// The actor that stands beside a noun which is none itself: `editor-in-chief Ana Lee`, `the chair, Ana Lee`, `Ana
    /// Lee, a lawyer who`, `a Medicus spokesman`.
    fn named_beside(&self, holder: usize, relative: Option<usize>) -> Option<ActorId> {
        let person = |token: usize| {
            let actor = self.cast.actor_of_token(token)?;
            (self.cast.actor(actor)?.kind == ActorKind::Person).then_some(actor)
        };
        let tied = self
            .children(holder)
            .filter(|&child| {
                matches!(self.deprel(child), Deprel::Appos | Deprel::Flat | Deprel::NmodDesc)
            })
            .find_map(person);
        let next = || {
            let end = self.analysis.tokens_in(self.source(holder)).end;
            let office = end.checked_sub(1).is_some_and(|last| self.is_postposed(last));
            let direct =
                self.upos(end) == Upos::Propn && (self.upos(holder) == Upos::Noun || office);
            if direct { person(end) } else { None }
        };
        let apposed =
            || self.head(holder).filter(|_| self.deprel(holder) == Deprel::Appos).and_then(person);
        let before_relative = || {
            let relative = relative.filter(|&relative| self.is(relative, "who"))?;
            // "candidates like Ana Lee who say": no one of them alone.
            let clause = self.relative(relative).map(|(clause, _)| clause);
            let several = clause.is_some_and(|clause| self.is_of_several(clause));
            if several && matches!(self.xpos(holder), "NNS" | "NNPS") {
                return None;
            }
            let near = (relative.saturating_sub(3)..relative).rev().find_map(person);
            // "Ana Lee, a longtime donor to the party who": the name before the comma.
            near.or_else(|| {
                let start = self.analysis.tokens_in(self.source(holder)).start;
                let comma = start.checked_sub(1).filter(|&comma| self.is(comma, ","))?;
                comma.checked_sub(1).and_then(person)
            })
        };
        tied.or_else(next)
            .or_else(apposed)
            .or_else(before_relative)
            .or_else(|| self.spoken_for(holder))
    }

    /// Whether a pronoun can mean the actor.
    pub(super) fn agrees(&self, actor: ActorId, pronoun: &str) -> bool {
        let Some(kind) = self.cast.actor(actor).map(|actor| actor.kind) else { return false };
        let person = kind == ActorKind::Person;
        match pronoun {
            "he" | "his" | "him" => person && self.cast.gender(actor) != Gender::Female,
            "she" | "her" => person && self.cast.gender(actor) != Gender::Male,
            "it" | "its" => matches!(kind, ActorKind::Organization | ActorKind::Country),
            "they" | "their" => matches!(kind, ActorKind::Organization | ActorKind::Group),
            _ => false,
        }
    }

    /// Who wrote the text: the speaker of a speech that names him, else an author without a name.
    pub(super) fn author(&self) -> Holder {
        self.speaker.map_or(Holder::Author, Holder::Actor)
    }

    /// The actor behind the words that head a source.
    pub(super) fn resolve(&self, holder: usize) -> Holder {
        let relative = (self.antecedent(holder) != holder).then_some(holder);
        if self.is_denied(holder) {
            return Holder::Unnamed;
        }
        let holder = self.antecedent(holder);
        if let Some(state) = self.state_behind(holder) {
            return Holder::Actor(state);
        }
        let interview = self.cast.genre == Genre::Interview;
        let own = self.is_one_of(holder, &["I", "me", "my"])
            || (if interview { self.is_answer(holder) } else { self.speaker.is_some() }
                && self.is_one_of(holder, &["we", "us", "our"]));
        if own && self.quotation(holder).is_none() {
            return match self.turn_of(holder) {
                _ if interview && self.is_in_question(holder) => Holder::Author,
                Some(actor) => Holder::Actor(actor),
                None => self.author(),
            };
        }
        // "There are those in my party who believe": not I.
        let there = |verb: usize| self.child(verb, Deprel::Expl).is_some();
        if relative.is_some() && self.is(holder, "those") && self.head(holder).is_some_and(there) {
            return Holder::Unnamed;
        }
        // "both sides", "Obama and Clinton": no one of them alone.
        let joined = self.children(holder).any(|child| self.deprel(child) == Deprel::Conj);
        let several = self.children(holder).any(|child| {
            matches!(self.deprel(child), Deprel::Det | Deprel::DetPredet)
                && self.is_one_of(child, &["both", "neither"])
        });
        let either = self
            .analysis
            .children_as(holder, Deprel::Conj)
            .any(|other| self.children(other).any(|child| self.is_one_of(child, &["or", "nor"])));
        if several && !joined || either {
            return Holder::Unnamed;
        }
        if let Some(actor) = self.named(holder).or_else(|| self.named_beside(holder, relative)) {
            return Holder::Actor(actor);
        }
        // "Ostland's history shows": Ostland shows nothing.
        let of = |child: usize| {
            self.deprel(child) == Deprel::Nmod && self.preposition(child).as_deref() == Some("of")
        };
        let trace = TRACES.contains(&self.lemma(holder))
            && (self.child(holder, Deprel::NmodPoss).is_some() || self.children(holder).any(of));
        if trace {
            return Holder::Unnamed;
        }
        // What somebody's letters show he need not hold; a body's figures are all that it says.
        let body = |actor: &ActorId| {
            self.cast.actor(*actor).is_some_and(|actor| actor.kind != ActorKind::Person)
        };
        let written = || self.writer(holder).filter(|actor| body(actor) || !self.but_shows(holder));
        written().or_else(|| self.meant(holder)).map_or(Holder::Unnamed, Holder::Actor)
    }

    /// `Ana Lee’s letters show that she backed it`: they do, whatever she says.
    pub(super) fn but_shows(&self, document: usize) -> bool {
        let shown = |verb: usize| is_shown(self.lemma(verb));
        // "made public statements showing that"
        let told = |child: usize| self.deprel(child) == Deprel::Acl && self.xpos(child) == "VBG";
        let subject = self.head(document).filter(|_| self.deprel(document).is_subject());
        subject.is_some_and(shown) || self.children(document).any(|it| told(it) && shown(it))
    }
}

#[cfg(test)]
mod tests {
    use crate::briefing::positions::testing::{holders, texts};

    #[test]
    fn a_firm_that_is_called_after_a_country_is_a_firm() {
        let text = "South Korea will vote in May. A Gallup Korea survey found that most voters back the bridge. Korea has \
            many bridges.";
        assert_eq!(holders(text), ["Gallup Korea"]);
    }

    #[test]
    fn one_of_a_party_is_not_the_party() {
        assert_eq!(
            texts(
                "The Republican Party opposes the tax. Tom Hall, a Republican, is the senator. The Republican said he would \
                 run."
            ),
            ["The Republican Party opposes the tax.", "Tom Hall said he would run."]
        );
    }

    #[test]
    fn what_papers_show_is_told_of_them() {
        assert_eq!(
            texts("Ana Lee is quiet. Ana Lee's papers support the claim that the bank lied."),
            ["Ana Lee's papers support the claim that the bank lied."]
        );
        let text = "The Harbour Board met. Harbour Board records show that the pier is unsafe.";
        assert_eq!(texts(text), ["Harbour Board records show that the pier is unsafe."]);
        assert_eq!(holders(text), ["Harbour Board"]);
    }

    #[test]
    fn each_of_several_actors_holds_what_they_hold_together() {
        assert_eq!(
            texts("Peru and Chile rejected the treaty. Peru is large. Chile is long."),
            ["Peru rejected the treaty.", "Chile rejected the treaty."]
        );
    }

    #[test]
    fn what_a_record_shows_its_owner_has_not_said() {
        let text = "Peru's history shows that such treaties fail. Peru is large.";
        assert_eq!(holders(text), ["unnamed"]);
        assert_eq!(texts(text), ["Peru's history shows that such treaties fail."]);
    }

    #[test]
    fn of_two_set_apart_one_holds_it() {
        assert_eq!(
            texts("Ana Ruiz rather than Tom Dahl backed the ban. Tom Dahl is ill."),
            ["Ana Ruiz backed the ban."]
        );
        for text in [
            "All but two Democrats rejected the plan.",
            "All but one of the guilds backed the plan.",
        ] {
            assert_eq!(texts(text), [text]);
        }
        assert!(texts("None of those who came supported the toll.").is_empty());
    }

    #[test]
    fn a_text_speaks_for_whoever_made_it() {
        assert_eq!(
            texts(
                "Medicus published a report on Monday. Tom Hall read it.\n\nThe report said that prices would rise."
            ),
            ["Medicus said that prices would rise."]
        );
    }

    #[test]
    fn what_stands_before_a_dash_is_not_who_does_it() {
        assert_eq!(
            texts(
                "This dynamic - candidates dodging questions about their honesty - was less prominent in the debate."
            ),
            ["Candidates dodged questions about their honesty."]
        );
        let text = "The film features five Hispanic-Americans talking about their family history.";
        assert_eq!(texts(text), ["Five Hispanic-Americans talked about their family history."]);
    }
}
