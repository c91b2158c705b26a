//! Participles that the parser takes for verbs of their own: `the poll released Friday shows`, `Asked about it, she said`.
//!
//! A past and a participle look alike, and the parser weighs each word alone. Where a second verb follows that has no
//! subject of its own, the noun is its subject, and the first verb only tells which noun is meant.

use std::ops::Range;

use super::children;
use super::parsed::{Draft, Parsed, arc};
use crate::language::coref::words::is_person;
use crate::language::times::is_time;
use crate::language::{Arc, Deprel, Tag, Upos};

/// How many words lie between the two verbs at most: `conducted by the bank early last week`.
const MOST_BETWEEN: usize = 10;

/// Gives the second of two such verbs the noun for its subject, and the first to the noun.
pub(super) fn mend(draft: &mut Draft<'_>) {
    for sentence in draft.sentences {
        let words = &sentence.tokens;
        open(draft.tags, draft.arcs, words);
        for participle in words.clone() {
            let Some(noun) = draft.parsed(words).enclosing(participle) else { continue };
            draft.tags[participle].xpos = "VBN";
            let above = draft.arcs[noun].head;
            for arc in &mut draft.arcs[words.start..noun] {
                // "and the bank, led by": the "and" is of what the bank does.
                if arc.head == Some(participle) {
                    arc.head = above;
                }
            }
            draft.arcs[participle] = arc(noun, Deprel::Acl);
        }
        for participle in words.clone() {
            let Some(noun) = draft.parsed(words).cited(participle) else { continue };
            draft.tags[participle].xpos = "VBN";
            draft.arcs[noun] = Arc { head: draft.arcs[participle].head, deprel: Deprel::Obl };
            draft.arcs[participle] = arc(noun, Deprel::Acl);
        }
        for participle in words.clone() {
            let Some((noun, verb)) = draft.parsed(words).misread(participle) else { continue };
            draft.tags[participle].xpos = "VBN";
            attach(draft.arcs, words, noun, participle, verb);
        }
    }
}

/// Tells a participle that opens a sentence, `Asked about the toll, the mayor said no`, from what is said: it has no
/// subject, and stands before the verb.
fn open(tags: &mut [Tag], arcs: &mut [Arc], sentence: &Range<usize>) {
    let first = sentence.start;
    let past = matches!(tags[first].xpos, "VBD" | "VBN") && tags[first].upos == Upos::Verb;
    if !past
        || has(arcs, sentence, first, |arc| arc.deprel.is_subject() || arc.deprel == Deprel::Expl)
    {
        return;
    }
    let verb = match arcs[first].head {
        Some(verb) if verb > first && arcs[first].deprel == Deprel::Ccomp => verb,
        None => {
            // "Asked whether it would pay, the mayor said", with what she said as what was asked.
            let comma = sentence.clone().find(|&word| tags[word].xpos == ",");
            let said = sentence.clone().find(|&word| {
                arcs[word].head == Some(first)
                    && arcs[word].deprel == Deprel::Ccomp
                    && comma.is_some_and(|comma| comma < word)
                    && matches!(tags[word].xpos, "VBD" | "VBZ")
                    && has(arcs, sentence, word, |arc| arc.deprel == Deprel::Nsubj)
            });
            let Some(verb) = said else { return };
            for arc in &mut arcs[verb + 1..sentence.end] {
                if arc.head == Some(first) {
                    arc.head = Some(verb);
                }
            }
            arcs[verb] = arcs[first];
            verb
        }
        _ => return,
    };
    tags[first].xpos = "VBN";
    arcs[first] = Arc { head: Some(verb), deprel: Deprel::Advcl };
    free_subject(tags, arcs, sentence, verb);
}

/// Whether some word that hangs on `head` is such a one.
fn has(arcs: &[Arc], sentence: &Range<usize>, head: usize, is: impl Fn(&Arc) -> bool) -> bool {
    children(arcs, sentence, head).any(|word| is(&arcs[word]))
}

/// Gives the verb behind such a participle its subject, where that was taken for another name of what stands before the
/// comma: `Alarmed by the rise in Selm, Ana Lee, the mayor, said`.
fn free_subject(tags: &[Tag], arcs: &mut [Arc], sentence: &Range<usize>, verb: usize) {
    let before = sentence.start..verb;
    if has(arcs, sentence, verb, |arc| arc.deprel.is_subject()) {
        return;
    }
    let Some(comma) = before.clone().find(|&word| tags[word].xpos == ",") else { return };
    let apposed = |arcs: &[Arc], word: usize| {
        arcs[word].deprel == Deprel::Appos && arcs[word].head.is_some_and(|head| head < comma)
    };
    let behind = comma + 1..verb;
    let Some(subject) = behind.clone().find(|&word| apposed(arcs, word)) else { return };
    arcs[subject] = Arc { head: Some(verb), deprel: Deprel::Nsubj };
    for word in behind {
        if apposed(arcs, word) {
            arcs[word].head = Some(subject);
        }
    }
}

/// Hangs `participle` on `noun`, and `noun` and what else hung on the participle before it or behind `verb` on `verb`.
fn attach(arcs: &mut [Arc], sentence: &Range<usize>, noun: usize, participle: usize, verb: usize) {
    if arcs[verb].head == Some(participle) {
        arcs[verb] = arcs[participle];
    }
    for token in sentence.clone() {
        let moved = (token < noun || token > verb) && arcs[token].head == Some(participle);
        if moved {
            arcs[token].head = Some(verb);
        }
        // "Friday shows"
        let between = participle < token && token < verb;
        if between && arcs[token].head == Some(verb) && arcs[token].deprel.is_subject() {
            arcs[token] = Arc { head: Some(participle), deprel: Deprel::OblUnmarked };
        }
    }
    arcs[noun] = Arc { head: Some(verb), deprel: Deprel::Nsubj };
    arcs[participle] = Arc { head: Some(noun), deprel: Deprel::Acl };
}

impl Parsed<'_> {
    /// `…, according to a survey released Thursday`: the survey does nothing, for `according to` leads it in.
    fn cited(&self, participle: usize) -> Option<usize> {
        let past = self.tags[participle].upos == Upos::Verb
            && matches!(self.tags[participle].xpos, "VBD" | "VBN")
            && self.arcs[participle].head.is_some_and(|head| head < participle);
        let noun = participle.checked_sub(1).filter(|_| past)?;
        let subject = self.arcs[noun] == (Arc { head: Some(participle), deprel: Deprel::Nsubj })
            || self.arcs[noun] == (Arc { head: Some(participle), deprel: Deprel::NsubjPass });
        let cited = self.children(noun).any(|child| {
            self.arcs[child].deprel == Deprel::Case && self.word(child) == "according"
        });
        // "a fact sheet lawmakers released": they did.
        let person =
            is_person(&self.word(noun).to_lowercase()) || is_person(&self.tags[noun].lemma);
        (subject && cited && !person).then_some(noun)
    }

    /// The noun that a participle in commas tells of, where the parser hung it on a verb before: `prices fell, and the bank, led
    /// for years by Ana Lee, is calm`.
    fn enclosing(&self, participle: usize) -> Option<usize> {
        let noun = participle.checked_sub(2).filter(|noun| self.sentence.contains(noun))?;
        let word = |at: usize| self.word(at);
        let verb = self.arcs[noun].head.filter(|&verb| verb > participle)?;
        let told = matches!(self.tags[participle].xpos, "VBD" | "VBN")
            && self.tags[participle].upos == Upos::Verb
            && self.arcs[participle].deprel == Deprel::Conj
            && self.arcs[participle].head.is_some_and(|head| head < noun)
            && self.arcs[noun].deprel.is_subject()
            && word(participle - 1) == ","
            && !has(self.arcs, &self.sentence, participle, |arc| arc.deprel.is_subject());
        let closed = (participle + 1..verb).rev().find(|&at| word(at) == ",");
        let auxiliaries = |comma: usize| {
            (comma + 1..verb)
                .all(|at| matches!(self.tags[at].upos, Upos::Aux | Upos::Adv | Upos::Part))
        };
        closed.filter(|&comma| told && auxiliaries(comma)).map(|_| noun)
    }

    /// The noun and the second verb, if `participle` was misread so.
    fn misread(&self, participle: usize) -> Option<(usize, usize)> {
        let tag = &self.tags[participle];
        if tag.upos != Upos::Verb || !matches!(tag.xpos, "VBD" | "VBN") {
            return None;
        }
        // "a poll just released"
        let before = participle.checked_sub(1)?;
        let noun = match self.tags[before].upos {
            Upos::Adv => before.checked_sub(1)?,
            _ => before,
        };
        let own = self.arcs[noun].head == Some(participle)
            && self.arcs[noun].deprel.is_subject()
            && self.tags[noun].upos == Upos::Noun
            && self.sentence.contains(&noun);
        let end = self.sentence.end.min(participle + MOST_BETWEEN + 2);
        let between = |&token: &usize| !self.is_finite(token) && !self.parts(token);
        let verb = (participle + 1..end).find(|token| !between(token))?;
        let clause = |token: usize| {
            matches!(self.arcs[token].deprel, Deprel::Ccomp | Deprel::Advcl | Deprel::Csubj)
        };
        // A verb with a tense is nobody's open complement: "Figures released Friday show".
        let joined = (self.arcs[verb].head == Some(participle)
            && matches!(self.arcs[verb].deprel, Deprel::Ccomp | Deprel::Xcomp))
            || (self.arcs[participle].head == Some(verb) && clause(participle));
        let bare = own
            && self.is_finite(verb)
            && joined
            && verb > participle + 1
            && self.children(participle).all(|child| self.goes_with_participle(child, verb))
            && self
                .children(verb)
                .all(|child| child > verb || !self.is_own_subject(child) || child == participle);
        bare.then_some((noun, verb))
    }

    /// Whether a word that hangs on the participle says nothing against its being one: no object, no help of `has`.
    fn goes_with_participle(&self, child: usize, verb: usize) -> bool {
        match self.arcs[child].deprel {
            Deprel::Aux | Deprel::AuxPass | Deprel::Iobj | Deprel::Mark => false,
            Deprel::Obj => self.is_day_or_time(child) || child > verb,
            _ => true,
        }
    }

    fn is_own_subject(&self, child: usize) -> bool {
        let opens = matches!(
            self.arcs[child].deprel,
            Deprel::Mark | Deprel::Expl | Deprel::Csubj | Deprel::CsubjPass
        );
        opens
            || matches!(self.tags[child].xpos, "WP" | "WDT" | "WRB")
            || (self.arcs[child].deprel.is_subject() && !self.is_day_or_time(child))
    }

    pub(super) fn is_finite(&self, token: usize) -> bool {
        let tag = &self.tags[token];
        tag.upos == Upos::Verb && matches!(tag.xpos, "VBD" | "VBZ" | "VBP")
    }

    /// Whether the word ends the phrase of a participle.
    fn parts(&self, token: usize) -> bool {
        self.tags[token].upos == Upos::Punct
            || matches!(self.tags[token].xpos, "CC" | "WDT" | "WP" | "WRB" | "MD")
    }

    fn is_day_or_time(&self, token: usize) -> bool {
        is_time(&self.tags[token].lemma) || self.is_day(token)
    }
}

#[cfg(test)]
mod tests {
    use crate::language::{self, Deprel};
    use crate::testing::document;

    /// The root of the first sentence and its subject, as the text has them.
    fn root(text: &str) -> (String, String) {
        let document = document(text);
        let analysis = language::analyze(&document);
        let root = analysis.root(0).expect("the text has a sentence");
        let subject = analysis
            .children(root)
            .find(|&child| analysis.deprel(child) == Deprel::Nsubj)
            .expect("the root has a subject");
        let word = |token| analysis.word(&document, token).to_owned();
        (word(root), word(subject))
    }

    #[test]
    fn what_is_cited_does_nothing() {
        let text = "Half say the country is on the right track, according to a new survey released Thursday.";
        let document = document(text);
        let analysis = language::analyze(&document);
        let at = |form: &str| {
            (0..analysis.tokens.len()).find(|&at| analysis.word(&document, at) == form)
        };
        assert_eq!(at("released").map(|it| analysis.deprel(it)), Some(Deprel::Acl));
    }

    #[test]
    fn a_participle_in_commas_tells_of_the_noun_before() {
        let text =
            "Debt is low, and the central bank, led for nine years by Ana Lee, is seen as calm.";
        let document = document(text);
        let analysis = language::analyze(&document);
        let at = |form: &str| {
            (0..analysis.tokens.len()).find(|&at| analysis.word(&document, at) == form)
        };
        assert_eq!(at("led").and_then(|led| analysis.head(led)), at("bank"));
    }

    #[test]
    fn a_participle_behind_a_noun_is_not_the_verb() {
        for text in [
            "The latest harbour poll released Friday shows that the mayor leads by six points.",
            "New polls released Sunday showed the mayor taking a lead in the race.",
            "An Ashgrove Polling survey released Tuesday suggests 48 per cent of voters oppose it.",
            "Figures released Friday show that exports rose.",
            "People briefed on the move said that it reflected the bank's fears.",
        ] {
            let (verb, subject) = root(text);
            assert!(
                ["shows", "showed", "said", "suggests", "show"].contains(&verb.as_str()),
                "{text}: {verb}"
            );
            let nouns = ["poll", "polls", "People", "survey", "Figures"];
            assert!(nouns.contains(&subject.as_str()), "{text}: {subject}");
        }
    }

    #[test]
    fn a_participle_that_opens_is_not_what_is_said() {
        for (text, subject) in [
            ("Asked about the toll, Tom Hall said the town would pay.", "Tom"),
            ("Asked whether the town would pay, Hall said he would not give her advice.", "Hall"),
        ] {
            assert_eq!(root(text), ("said".to_owned(), subject.to_owned()), "{text}");
        }
    }

    #[test]
    fn a_verb_before_a_clause_stays() {
        assert_eq!(
            root("The clerk confirmed there was a second letter."),
            ("confirmed".to_owned(), "clerk".to_owned())
        );
    }
}
