//! One subject for each clause: the parser weighs each word alone, and hangs two on one verb at times.
//!
//! Of two, one is a title before a name, a name in commas, a day, or the subject of the clause that a remark parts. Where
//! none of these is plain, the two are left as they are.

use std::ops::Range;

use super::children;
use super::parsed::{Changes, Draft, Parsed, arc};
use crate::language::coref::words::{is_body, is_courtesy, is_person, is_title};
use crate::language::lexicon::{Senses, lexicon};
use crate::language::{Arc, Deprel, Tag, Upos};

/// `Selm official Ana Lee said`, with each of the words as a subject: the first belongs to the second.
pub(super) fn join_officials(draft: &mut Draft<'_>) {
    for sentence in draft.sentences {
        for token in sentence.tokens.clone() {
            let Some(noun) = draft.parsed(&sentence.tokens).official(token) else { continue };
            let lemma = draft.parsed(&sentence.tokens).word(noun).to_lowercase();
            draft.tags[noun] = Tag { upos: Upos::Noun, xpos: "NN", lemma, sure: false };
            if noun == token + 1 {
                draft.arcs[token] = arc(noun, Deprel::Compound);
            }
        }
    }
}

/// Gives each second subject of a verb the place that grammar tells.
pub(super) fn mend(draft: &mut Draft<'_>) {
    draft.mend_each(|text, title| text.address(title));
    draft.mend_each(|text, verb| text.said_by(verb));
    draft.mend_each(|text, place| text.behind_place(place));
    draft.mend_each(|text, mark| text.whether(mark));
    // The first subject of each verb so far.
    let mut first: Vec<(usize, usize)> = Vec::new();
    for sentence in draft.sentences {
        first.clear();
        for token in sentence.tokens.clone() {
            let Some(mut verb) = draft.arcs[token].head else { continue };
            // "Will urged": a name that looks like an auxiliary.
            if draft.tags[token].xpos == "NNP" && draft.arcs[token].deprel == Deprel::Aux {
                draft.arcs[token].deprel = Deprel::Nsubj;
            }
            // "said Ana Lee, adding that": what she adds is no part of what she said.
            let clause = matches!(
                draft.arcs[token].deprel,
                Deprel::Ccomp | Deprel::Csubj | Deprel::CsubjPass
            );
            if clause
                && verb < token
                && draft.tags[token].xpos == "VBG"
                && draft.tags[token - 1].xpos == ","
            {
                draft.arcs[token].deprel = Deprel::Advcl;
            }
            if is_inverted(draft.tags, draft.arcs, verb, token) {
                draft.arcs[token].deprel = Deprel::Nsubj;
                if draft.arcs[verb].deprel == Deprel::Conj {
                    draft.arcs[verb].deprel = Deprel::Parataxis;
                }
            }
            if !is_subject(draft.arcs[token].deprel) {
                continue;
            }
            // "The house on Wednesday (Jan. 8) passed changes"
            let dated = draft.tags[token].xpos == "NNP"
                && sentence.tokens.contains(&(token + 1))
                && draft.tags[token + 1].upos == Upos::Num
                && lexicon().senses(draft.parsed(&sentence.tokens).word(token)).any(Senses::MONTH);
            let loose = (sentence.tokens.start..token).find(|&noun| {
                draft.arcs[noun] == (Arc { head: Some(verb), deprel: Deprel::Dislocated })
            });
            if let Some(noun) = loose.filter(|_| dated) {
                draft.arcs[token].deprel = Deprel::OblUnmarked;
                draft.arcs[noun].deprel = Deprel::Nsubj;
                continue;
            }
            if let Some(reporter) = reporter_of(draft.tags, draft.arcs, verb, token) {
                draft.arcs[token] = Arc { head: Some(reporter), deprel: Deprel::Nsubj };
                verb = reporter;
            }
            if let Some((finder, found)) =
                crossed(draft.tags, draft.arcs, &sentence.tokens, verb, token)
            {
                draft.arcs[token] = Arc { head: Some(finder), deprel: Deprel::Nsubj };
                draft.arcs[found] = Arc { head: Some(verb), deprel: Deprel::Nsubj };
                verb = finder;
            }
            let Some(pair) = first.iter_mut().find(|(other, _)| *other == verb) else {
                first.push((verb, token));
                continue;
            };
            let clause = draft.parsed(&sentence.tokens);
            if clause.is_disputed(verb, pair.1, token) {
                let noun = pair.1;
                draft.arcs[noun] = Arc { head: draft.arcs[verb].head, deprel: Deprel::Appos };
                draft.arcs[verb] = Arc { head: Some(noun), deprel: Deprel::AclRelcl };
                pair.1 = token;
                continue;
            }
            if let Some((moved, arc)) = clause.placed(verb, pair.1, token) {
                if moved == pair.1 {
                    pair.1 = token;
                }
                draft.arcs[moved] = arc;
                // All of a list hang on its first.
                for other in sentence.tokens.clone().filter(|_| arc.deprel == Deprel::Conj) {
                    if draft.arcs[other] == (Arc { head: Some(moved), deprel: Deprel::Conj }) {
                        draft.arcs[other].head = arc.head;
                    }
                }
            }
        }
    }
}

/// Whether what the parser took for an object or a clause speaks: `Prices will fall, says the head of the bank`, `Prices will
/// fall, predicted Ana Lee`.
fn is_inverted(tags: &[Tag], arcs: &[Arc], verb: usize, noun: usize) -> bool {
    let nominal = matches!(tags[noun].upos, Upos::Noun | Upos::Propn);
    let name = tags[noun].upos == Upos::Propn;
    let behind_mark = verb > 0
        && verb < noun
        && matches!(tags[verb].xpos, "VBD" | "VBZ")
        && matches!(tags[verb - 1].xpos, "," | "''");
    // "…, maintained firm positions": no position speaks.
    let thing = !name
        && tags[noun].xpos == "NNS"
        && !is_person(&tags[noun].lemma)
        && !is_body(&tags[noun].lemma)
        && (verb + 1..noun).all(|at| tags[at].upos != Upos::Det)
        && !matches!(tags[noun].lemma.as_str(), "source" | "report" | "figure" | "paper");
    if thing
        || !nominal
        || !behind_mark
        || !matches!(arcs[noun].deprel, Deprel::Obj | Deprel::Ccomp)
    {
        return false;
    }
    // Dependents of a verb stand near it.
    let near = verb.saturating_sub(40)..(noun + 40).min(arcs.len());
    let has = |head: usize, is: &dyn Fn(usize) -> bool| {
        near.clone().any(|child| arcs[child].head == Some(head) && is(child))
    };
    let own = has(verb, &|child| arcs[child].deprel.is_subject());
    let said = has(verb, &|child| arcs[child].deprel == Deprel::Ccomp && child < verb);
    // "Prices rose, hit a wall and fell" is a list.
    let first = arcs[verb].head.filter(|_| arcs[verb].deprel == Deprel::Conj);
    let alone = first.is_some_and(|first| {
        let listed = |child: usize| child != verb && arcs[child].deprel == Deprel::Conj;
        !has(first, &listed) && !has(verb, &|child| arcs[child].deprel == Deprel::Cc)
    });
    let clause =
        has(noun, &|child| arcs[child].deprel.is_subject() || arcs[child].deprel == Deprel::Cop);
    !own && !clause && (said || (alone && name && arcs[noun].deprel == Deprel::Obj))
}

/// The verb of saying before a subject that is its own, and not one of the clause behind: `the tax, said Tom Ruiz, would
/// hurt`, `prices, says the bank, are high`.
fn reporter_of(tags: &[Tag], arcs: &[Arc], verb: usize, subject: usize) -> Option<usize> {
    let reporter = arcs[verb].head.filter(|_| arcs[verb].deprel == Deprel::Ccomp)?;
    let is_comma = |token: usize| tags[token].xpos == ",";
    let said = matches!(tags[reporter].xpos, "VBD" | "VBZ") && (1..subject).contains(&reporter);
    if !said || subject > verb || !is_comma(reporter - 1) {
        return None;
    }
    let phrase = reporter + 1..=subject;
    let inside = |token: usize| arcs[token].head.is_some_and(|head| phrase.contains(&head));
    let whole = (reporter + 1..subject).all(inside);
    let closed = (subject + 1..verb).find(|&token| is_comma(token))?;
    let aside = |token: usize| arcs[token].head == Some(subject) && !is_comma(token);
    // The clause has a subject before the comma; on the verb of saying, with no other comma that opens an aside on it.
    let before = (reporter.saturating_sub(20)..reporter - 1).any(|token| {
        let alone = !(token..reporter - 1).any(is_comma);
        is_subject(arcs[token].deprel)
            && (arcs[token].head == Some(verb) || (arcs[token].head == Some(reporter) && alone))
    });
    (whole && before && !(closed..verb).any(aside)).then_some(reporter)
}

/// Who finds something, and what it is found of, where each was given to the other's verb: `a study by the bank found local
/// demand would fall`.
fn crossed(
    tags: &[Tag],
    arcs: &[Arc],
    sentence: &Range<usize>,
    verb: usize,
    subject: usize,
) -> Option<(usize, usize)> {
    let finder = arcs[verb].head.filter(|&finder| {
        arcs[verb].deprel == Deprel::Ccomp
            && (subject..verb).contains(&finder)
            && matches!(tags[finder].xpos, "VBD" | "VBZ" | "VBP")
    })?;
    let mut below = children(arcs, sentence, finder);
    let found = children(arcs, sentence, finder)
        .find(|&child| arcs[child].deprel == Deprel::Obj && (finder..verb).contains(&child))?;
    let own = below.any(|child| arcs[child].deprel.is_subject());
    let other = children(arcs, sentence, verb)
        .any(|child| child != subject && arcs[child].deprel.is_subject());
    (!own && !other).then_some((finder, found))
}

fn is_subject(deprel: Deprel) -> bool {
    matches!(deprel, Deprel::Nsubj | Deprel::NsubjPass)
}

/// Whether one mark alone stands between the two.
fn near_list(before: &Range<usize>, behind: &Range<usize>) -> bool {
    before.end + 1 == behind.start
}

impl Parsed<'_> {
    /// Which of `token` and the next, that share their verb, is no adjective but who does it.
    fn official(&self, token: usize) -> Option<usize> {
        let next = token + 1;
        let shared = self.sentence.contains(&next)
            && is_subject(self.arcs[token].deprel)
            && is_subject(self.arcs[next].deprel)
            && self.arcs[token].head == self.arcs[next].head
            && self.arcs[token].head.is_some_and(|verb| verb > next);
        // "official" may pass for an adjective.
        let adjective = |&at: &usize| {
            self.tags[at].upos == Upos::Adj && is_person(&self.word(at).to_lowercase())
        };
        [token, next].into_iter().filter(|_| shared).find(adjective)
    }

    /// `Ms Lee, who lives there, said`, with both of them as subjects, or with the name on the form of address: that belongs
    /// to the name, and what hangs on it with it.
    fn address(&self, title: usize) -> Option<Changes> {
        let name = title + 1;
        let word = self.word(title);
        let titled = self.sentence.contains(&name)
            && self.tags[name].upos == Upos::Propn
            && word.starts_with(char::is_uppercase);
        if !titled {
            return None;
        }
        let lower = word.to_lowercase();
        let address = is_courtesy(&lower);
        let office = || {
            // "Minister Lee", "Workers’ Party MP Ana Lee", and not the "Minister Building".
            lexicon().word_senses(&lower).any(Senses::OFFICE)
                && lexicon().senses(self.word(name)).any(Senses::GIVEN)
        };
        if !(address || office()) {
            return None;
        }
        let own = self.arcs[title];
        let pair = own.head == self.arcs[name].head
            && is_subject(own.deprel)
            && is_subject(self.arcs[name].deprel);
        let flat = self.arcs[name] == arc(title, Deprel::Flat);
        if !(flat || pair && address) {
            return None;
        }
        // What tells of an office belongs to it.
        let of_name = |&token: &usize| {
            token != name
                && (address
                    || token > name
                    || matches!(
                        self.arcs[token].deprel,
                        Deprel::Case | Deprel::Cc | Deprel::Mark | Deprel::Punct
                    ))
        };
        let below = self.children(title).filter(of_name);
        let mut changes: Changes =
            below.map(|token| (token, arc(name, self.arcs[token].deprel))).collect();
        changes.extend([(name, own), (title, arc(name, Deprel::NmodDesc))]);
        Some(changes)
    }

    /// `Selm Premier Ana Lee and Tom Hall`, with the place as the head of all: the name behind the title is.
    fn behind_place(&self, place: usize) -> Option<Changes> {
        if self.tags[place].upos != Upos::Propn
            || self.arcs[place].deprel == Deprel::Flat
            || !lexicon().senses(self.word(place)).any(Senses::ANY_PLACE)
        {
            return None;
        }
        let flat = |token: usize| {
            self.arcs[token].deprel == Deprel::Flat
                && self.tags[token].upos == Upos::Propn
                && self.arcs[token].head.is_some_and(|head| (place..token).contains(&head))
        };
        let end =
            (place + 1..self.sentence.end).find(|&token| !flat(token)).unwrap_or(self.sentence.end);
        let is_office =
            |word: &str| lexicon().word_senses(&word.to_lowercase()).any(Senses::OFFICE);
        let title = (place + 1..end).rev().find(|&token| is_office(self.word(token)))?;
        let name = Some(title + 1).filter(|&name| name < end)?;
        let below = self.children(place).filter(|token| !(place..end).contains(token));
        let mut changes: Changes =
            below.map(|token| (token, arc(name, self.arcs[token].deprel))).collect();
        changes.push((name, self.arcs[place]));
        changes.extend((name + 1..end).map(|token| (token, arc(name, Deprel::Flat))));
        changes.push((title, arc(name, Deprel::NmodDesc)));
        changes.extend((place..title).map(|token| (token, arc(title, Deprel::Compound))));
        Some(changes)
    }

    /// `Whether the tax will stay is not clear`: what the predicate behind is said of is its subject.
    fn whether(&self, mark: usize) -> Option<Changes> {
        let opens = || (self.sentence.start..mark).all(|at| self.tags[at].upos == Upos::Punct);
        let clause = self.arcs[mark].head.filter(|_| self.word(mark) == "Whether" && opens())?;
        let root = self.arcs[clause].head.filter(|&root| root > clause)?;
        let has_subject = self.children(root).any(|child| self.arcs[child].deprel.is_subject());
        (self.arcs[clause].deprel == Deprel::Advcl && !has_subject)
            .then(|| vec![(clause, arc(root, Deprel::Csubj))])
    }

    /// Which of two subjects of `verb`, in the order of the text, is none, and what it is.
    fn placed(&self, verb: usize, first: usize, second: usize) -> Option<(usize, Arc)> {
        let arc = |head, deprel| Arc { head: Some(head), deprel };
        // "Ana Lee said Friday", "Sunday at a rally, Ana Lee spoke"
        if let Some(day) = [second, first].into_iter().find(|&token| self.is_day(token)) {
            let case = self.child(day, |child| self.arcs[child].deprel == Deprel::Case);
            let deprel = if case.is_some() { Deprel::Obl } else { Deprel::OblUnmarked };
            return Some((day, arc(verb, deprel)));
        }
        let (before, behind) = (self.subtree(first), self.subtree(second));
        let marks = (first..second).any(|token| self.is_mark(token));
        let noun =
            |token: usize| matches!(self.tags[token].upos, Upos::Noun | Upos::Propn | Upos::Num);
        // A mark, and the same again before the verb, with no more between than "now" or "once".
        let open = (first..behind.start).rfind(|&token| self.tags[token].upos != Upos::Adv);
        let closed = behind.end < verb
            && open
                .is_some_and(|open| self.is_mark(open) && self.word(open) == self.word(behind.end));
        let near = before.end + 2 >= behind.start && (closed || first > verb);
        if let Some(clause) = self.bare_clause(verb).filter(|_| !closed) {
            // "Ana Lee said the mayor’s letter to the court was a test", not "prices, says the bank, are high"
            let is_comma = |token: usize| self.word(token) == ",";
            let remark =
                verb > 0 && is_comma(verb - 1) && behind.end < clause && is_comma(behind.end);
            let own = clause > verb && verb < second && second < clause;
            if own && !remark && first < verb && !(verb..second).any(|token| self.is_mark(token)) {
                return Some((second, arc(clause, Deprel::Nsubj)));
            }
            // "The tax, said Tom Ruiz, would hurt", "“The tax,” he said, “would hurt”"
            if marks && first < verb {
                return Some((first, arc(clause, Deprel::Nsubj)));
            }
        }
        if first < verb && verb < second {
            // "“The folks ... are here,” said Ana Lee": the quotation’s, and not "Ana Lee, who ..., told them".
            let inverted =
                behind.start == verb + 1 && self.is_mark(verb - 1) && before.end < verb - 1;
            return inverted.then(|| (first, arc(verb, Deprel::Dislocated)));
        }
        // "those surveyed said"
        if second == first + 1 && matches!(self.tags[second].xpos, "VBN" | "VBD" | "VBG") {
            return Some((second, arc(first, Deprel::Acl)));
        }
        // "the candidate Ana Lee said", with both as its subjects.
        if before.end == behind.start && !marks {
            // "Tom Hall and the candidate Ana Lee said"
            let joined = |child: usize| self.arcs[child].deprel == Deprel::Conj;
            if let Some(joined) = self.children(first).filter(|&child| joined(child)).last() {
                return Some((second, arc(joined, Deprel::Flat)));
            }
            let article = |child: usize| matches!(self.word(child), "a" | "an");
            if self.child(first, article).is_some() {
                return None;
            }
            let name = self.tags[second].upos == Upos::Propn
                && matches!(self.tags[first].upos, Upos::Noun | Upos::Propn);
            let word = self.word(first).to_lowercase();
            let titled = self.tags[first].upos == Upos::Noun
                || word.ends_with('.')
                || is_title(&word)
                || before.len() > 1;
            return match (name, titled) {
                (true, true) => Some((first, arc(second, Deprel::NmodDesc))),
                (true, false) => Some((second, arc(first, Deprel::Flat))),
                _ => None,
            };
        }
        // "Ana Lee, the mayor, said", "said Ana Lee, the mayor"
        if marks && noun(first) && noun(second) && near {
            return Some((second, arc(first, Deprel::Appos)));
        }
        // "Selm, the Dorn Isles and Vell urged": the second goes on with a third.
        let article = |child: usize| matches!(self.word(child), "a" | "an");
        let goes_on = self.child(second, |child| self.arcs[child].deprel == Deprel::Conj);
        if marks && second < verb && before.len() == 1 && near_list(&before, &behind) {
            let alike = self.tags[first].upos == self.tags[second].upos;
            if alike && goes_on.is_some() && self.child(first, article).is_none() {
                return Some((second, arc(first, Deprel::Conj)));
            }
        }
        // "A lawyer, Ana Lee said", "Days after the fall, Ana Lee left"
        (marks && second < verb && !closed).then(|| (first, arc(verb, Deprel::Dislocated)))
    }

    /// `…, a claim the bank rejects`: two subjects of a verb that has no object, the first of them set off by a comma.
    fn is_disputed(&self, verb: usize, first: usize, second: usize) -> bool {
        let (noun, doer) = (self.subtree(first), self.subtree(second));
        let article = |child: usize| matches!(self.word(child), "a" | "an");
        let object = |child: usize| {
            matches!(self.arcs[child].deprel, Deprel::Obj | Deprel::Ccomp | Deprel::Xcomp)
        };
        noun.start > self.sentence.start
            && self.word(noun.start - 1) == ","
            && noun.end == doer.start
            && doer.end == verb
            && self.arcs[verb].head.is_some_and(|above| above < noun.start)
            && matches!(self.arcs[verb].deprel, Deprel::Parataxis | Deprel::Conj)
            && self.child(first, article).is_some()
            && self.child(verb, object).is_none()
    }

    /// From the first to behind the last word below `token`, itself included, without marks at the edges.
    pub(super) fn subtree(&self, token: usize) -> Range<usize> {
        let below = |&word: &usize| {
            // The comma behind an aside may hang on what stands before it.
            !self.is_mark(word)
                && std::iter::successors(Some(word), |&at| self.arcs[at].head)
                    .take(self.sentence.len())
                    .any(|at| at == token)
        };
        let first = self.sentence.clone().find(below).unwrap_or(token);
        let last = self.sentence.clone().rev().find(below).unwrap_or(token);
        let mut range = first..last + 1;
        while range.len() > 1 && self.is_mark(range.start) {
            range.start += 1;
        }
        while range.len() > 1 && self.is_mark(range.end - 1) {
            range.end -= 1;
        }
        range
    }

    pub(super) fn is_mark(&self, token: usize) -> bool {
        matches!(
            self.word(token),
            "," | "–" | "—" | "--" | "(" | ")" | "”" | "“" | "\"" | "''" | "``"
        )
    }

    fn child(&self, head: usize, is: impl Fn(usize) -> bool) -> Option<usize> {
        self.children(head).find(|&child| is(child))
    }

    /// The clause that `verb` reports and that has no subject of its own.
    fn bare_clause(&self, verb: usize) -> Option<usize> {
        let subject = |clause: usize| {
            self.child(clause, |child| {
                self.arcs[child].deprel.is_subject() || self.arcs[child].deprel == Deprel::Expl
            })
        };
        // "would hurt", not "to hurt" or "hurting".
        let finite = |clause: usize| match self.tags[clause].xpos {
            "VBG" => false,
            "VB" => self.child(clause, |child| self.arcs[child].deprel == Deprel::Aux).is_some(),
            _ => true,
        };
        self.child(verb, |child| {
            self.arcs[child].deprel == Deprel::Ccomp && finite(child) && subject(child).is_none()
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::language::{self, Deprel};
    use crate::testing::document;

    /// The subjects of the sentence's root, as the text has them.
    fn subjects(text: &str) -> Vec<String> {
        let document = document(text);
        let analysis = language::analyze(&document);
        let root = analysis.root(0).expect("the text has a sentence");
        analysis
            .children(root)
            .filter(|&child| matches!(analysis.deprel(child), Deprel::Nsubj | Deprel::NsubjPass))
            .map(|child| analysis.word(&document, child).to_owned())
            .collect()
    }

    #[test]
    fn a_title_before_a_name_is_no_second_subject() {
        assert_eq!(
            subjects("Guild general counsel James Rook said the probe was open."),
            ["James"]
        );
    }

    #[test]
    fn a_form_of_address_and_an_office_belong_to_the_name() {
        let text = "Ms Roe, who holds the seat of Dorn by a margin of 1.3 per cent, said no.";
        assert_eq!(subjects(text), ["Roe"]);
        let text = "Selm official Nadir Hamdi tells Al Jazeera the group remains committed to a deal, but accuses Peru of stalling.";
        assert_eq!(subjects(text), ["Nadir"]);
        let text = "Alberta Premier Rita Roe and Saskatchewan's Karl Dahl are leading the charge.";
        assert_eq!(subjects(text), ["Rita"]);
    }

    #[test]
    fn of_a_list_all_are_subjects_with_the_first() {
        let text = "Poland, the Czech Republic and Slovakia urged caution at a meeting on Monday.";
        assert_eq!(subjects(text), ["Poland"]);
    }

    #[test]
    fn what_is_found_is_not_what_finds() {
        let text =
            "Rivals agree; a 2022 study by the University of Selm found local demand would fall.";
        let document = document(text);
        let analysis = language::analyze(&document);
        let at = |form: &str| {
            (0..analysis.tokens.len()).find(|&at| analysis.word(&document, at) == form)
        };
        assert_eq!(at("study").and_then(|study| analysis.head(study)), at("found"));
        assert_eq!(at("demand").and_then(|demand| analysis.head(demand)), at("fall"));
    }

    #[test]
    fn what_is_rejected_rejects_nothing() {
        let text = "Egypt has armed the group, according to investigators, a claim Cairo rejects.";
        let document = document(text);
        let analysis = language::analyze(&document);
        let claim = (0..analysis.tokens.len()).find(|&at| analysis.word(&document, at) == "claim");
        assert_eq!(claim.map(|claim| analysis.deprel(claim)), Some(Deprel::Appos));
    }

    #[test]
    fn whether_something_is_so_is_what_is_not_clear() {
        let document = document(
            "Whether the port can withhold funds from a town that refuses to pay is not clear.",
        );
        let analysis = language::analyze(&document);
        let asked =
            (0..analysis.tokens.len()).find(|&at| analysis.word(&document, at) == "withhold");
        assert_eq!(asked.map(|asked| analysis.deprel(asked)), Some(Deprel::Csubj));
    }

    #[test]
    fn the_subject_of_what_is_said_goes_with_it() {
        assert_eq!(subjects("The tax, said the mayor, would hurt the poor."), ["mayor"]);
    }
}
