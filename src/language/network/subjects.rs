//! One subject for each clause: the parser weighs each word alone, and hangs two on one verb at times.
//!
//! Of two, one is a title before a name, a name in commas, a day, or the subject of the clause that a remark parts. Where
//! none of these is plain, the two are left as they are.

use std::ops::Range;

use super::children;
use super::parsed::Parsed;
use super::speakers;
use crate::document::Document;
use crate::language::coref::words::{is_body, is_courtesy, is_person, is_title};
use crate::language::lexicon::{Senses, lexicon};
use crate::language::{Arc, Deprel, Sentence, Tag, Token, Upos};

/// `Selm official Ana Lee said`, with each of the words as a subject: the first belongs to the second.
pub(super) fn join_officials(
    document: &Document,
    sentences: &[Sentence],
    tokens: &[Token],
    tags: &mut [Tag],
    arcs: &mut [Arc],
) {
    let word = |token: usize| tokens[token].range.slice(document.text()).to_lowercase();
    for sentence in sentences {
        for token in sentence.tokens.clone() {
            let next = token + 1;
            let both = sentence.tokens.contains(&next)
                && is_subject(arcs[token].deprel)
                && is_subject(arcs[next].deprel)
                && arcs[token].head == arcs[next].head
                && arcs[token].head.is_some_and(|verb| verb > next);
            // "official" may pass for an adjective.
            let noun = [token, next]
                .into_iter()
                .find(|&at| both && tags[at].upos == Upos::Adj && is_person(&word(at)));
            let Some(noun) = noun else { continue };
            let lemma = word(noun);
            tags[noun] = Tag { upos: Upos::Noun, xpos: "NN", lemma, sure: false };
            if noun == next {
                arcs[token] = Arc { head: Some(next), deprel: Deprel::Compound };
            }
        }
    }
}

/// Gives each second subject of a verb the place that grammar tells.
pub(super) fn mend(
    document: &Document,
    sentences: &[Sentence],
    tokens: &[Token],
    tags: &[Tag],
    arcs: &mut [Arc],
) {
    for sentence in sentences {
        join_addresses(document, sentence, tokens, tags, arcs);
        speakers::mend(document, sentence, tokens, tags, arcs);
        raise_names(document, sentence, tokens, tags, arcs);
        raise_whether(document, sentence, tokens, tags, arcs);
    }
    // The first subject of each verb so far.
    let mut first: Vec<(usize, usize)> = Vec::new();
    for sentence in sentences {
        first.clear();
        for token in sentence.tokens.clone() {
            let Some(mut verb) = arcs[token].head else { continue };
            // "Will urged": a name that looks like an auxiliary.
            if tags[token].xpos == "NNP" && arcs[token].deprel == Deprel::Aux {
                arcs[token].deprel = Deprel::Nsubj;
            }
            // "said Ana Lee, adding that": what she adds is no part of what she said.
            let clause =
                matches!(arcs[token].deprel, Deprel::Ccomp | Deprel::Csubj | Deprel::CsubjPass);
            if clause && verb < token && tags[token].xpos == "VBG" && tags[token - 1].xpos == "," {
                arcs[token].deprel = Deprel::Advcl;
            }
            if is_inverted(tags, arcs, verb, token) {
                arcs[token].deprel = Deprel::Nsubj;
                if arcs[verb].deprel == Deprel::Conj {
                    arcs[verb].deprel = Deprel::Parataxis;
                }
            }
            if !is_subject(arcs[token].deprel) {
                continue;
            }
            // "The house on Wednesday (Jan. 8) passed changes"
            let dated = tags[token].xpos == "NNP"
                && sentence.tokens.contains(&(token + 1))
                && tags[token + 1].upos == Upos::Num
                && lexicon().senses(tokens[token].range.slice(document.text())).any(Senses::MONTH);
            let loose = (sentence.tokens.start..token)
                .find(|&noun| arcs[noun] == (Arc { head: Some(verb), deprel: Deprel::Dislocated }));
            if let Some(noun) = loose.filter(|_| dated) {
                arcs[token].deprel = Deprel::OblUnmarked;
                arcs[noun].deprel = Deprel::Nsubj;
                continue;
            }
            if let Some(reporter) = reporter_of(tags, arcs, verb, token) {
                arcs[token] = Arc { head: Some(reporter), deprel: Deprel::Nsubj };
                verb = reporter;
            }
            if let Some((finder, found)) = crossed(tags, arcs, &sentence.tokens, verb, token) {
                arcs[token] = Arc { head: Some(finder), deprel: Deprel::Nsubj };
                arcs[found] = Arc { head: Some(verb), deprel: Deprel::Nsubj };
                verb = finder;
            }
            let Some(pair) = first.iter_mut().find(|(other, _)| *other == verb) else {
                first.push((verb, token));
                continue;
            };
            let clause = Parsed { document, tokens, tags, arcs, sentence: sentence.tokens.clone() };
            if clause.is_disputed(verb, pair.1, token) {
                let noun = pair.1;
                arcs[noun] = Arc { head: arcs[verb].head, deprel: Deprel::Appos };
                arcs[verb] = Arc { head: Some(noun), deprel: Deprel::AclRelcl };
                pair.1 = token;
                continue;
            }
            if let Some((moved, arc)) = clause.placed(verb, pair.1, token) {
                if moved == pair.1 {
                    pair.1 = token;
                }
                arcs[moved] = arc;
                // All of a list hang on its first.
                for other in sentence.tokens.clone().filter(|_| arc.deprel == Deprel::Conj) {
                    if arcs[other] == (Arc { head: Some(moved), deprel: Deprel::Conj }) {
                        arcs[other].head = arc.head;
                    }
                }
            }
        }
    }
}

/// `Ms Lee, who lives there, said`, with both of them as subjects, or with the name on the form of address: that belongs to
/// the name, and what hangs on it with it.
fn join_addresses(
    document: &Document,
    sentence: &Sentence,
    tokens: &[Token],
    tags: &[Tag],
    arcs: &mut [Arc],
) {
    for title in sentence.tokens.clone() {
        let name = title + 1;
        let word = tokens[title].range.slice(document.text());
        let titled = sentence.tokens.contains(&name)
            && tags[name].upos == Upos::Propn
            && word.starts_with(char::is_uppercase);
        let lower = word.to_lowercase();
        let address = is_courtesy(&lower);
        let office = || {
            // "Minister Lee", "Workers’ Party MP Ana Lee", and not the "Minister Building".
            lexicon().word_senses(&lower).any(Senses::OFFICE)
                && lexicon().senses(tokens[name].range.slice(document.text())).any(Senses::GIVEN)
        };
        if !(titled && (address || office())) {
            continue;
        }
        let pair = arcs[title].head == arcs[name].head
            && is_subject(arcs[title].deprel)
            && is_subject(arcs[name].deprel);
        let flat = arcs[name].head == Some(title) && arcs[name].deprel == Deprel::Flat;
        if !(flat || pair && address) {
            continue;
        }
        arcs[name] = arcs[title];
        for (token, arc) in sentence.tokens.clone().zip(&mut arcs[sentence.tokens.clone()]) {
            // What tells of an office belongs to it.
            let of_name = address
                || token > name
                || matches!(arc.deprel, Deprel::Case | Deprel::Cc | Deprel::Mark | Deprel::Punct);
            if arc.head == Some(title) && of_name {
                arc.head = Some(name);
            }
        }
        arcs[title] = Arc { head: Some(name), deprel: Deprel::NmodDesc };
    }
}

/// `Selm Premier Ana Lee and Tom Hall`, with the place as the head of all: the name behind the title is.
fn raise_names(
    document: &Document,
    sentence: &Sentence,
    tokens: &[Token],
    tags: &[Tag],
    arcs: &mut [Arc],
) {
    let word = |token: usize| tokens[token].range.slice(document.text());
    for place in sentence.tokens.clone() {
        if tags[place].upos != Upos::Propn || arcs[place].deprel == Deprel::Flat {
            continue;
        }
        let flat = |token: usize, arcs: &[Arc]| {
            arcs[token].deprel == Deprel::Flat
                && tags[token].upos == Upos::Propn
                && arcs[token].head.is_some_and(|head| (place..token).contains(&head))
        };
        let end = (place + 1..sentence.tokens.end)
            .find(|&token| !flat(token, arcs))
            .unwrap_or(sentence.tokens.end);
        let title = (place + 1..end)
            .rev()
            .find(|&token| lexicon().word_senses(&word(token).to_lowercase()).any(Senses::OFFICE));
        let Some(name) = title.map(|title| title + 1).filter(|&name| name < end) else { continue };
        if !lexicon().senses(word(place)).any(Senses::ANY_PLACE) {
            continue;
        }
        for token in sentence.tokens.clone() {
            if arcs[token].head == Some(place) && !(place..end).contains(&token) {
                arcs[token].head = Some(name);
            }
        }
        arcs[name] = arcs[place];
        arcs[name + 1..end].fill(Arc { head: Some(name), deprel: Deprel::Flat });
        arcs[name - 1] = Arc { head: Some(name), deprel: Deprel::NmodDesc };
        arcs[place..name - 1].fill(Arc { head: Some(name - 1), deprel: Deprel::Compound });
    }
}

/// `Whether the tax will stay is not clear`: what the predicate behind is said of is its subject.
fn raise_whether(
    document: &Document,
    sentence: &Sentence,
    tokens: &[Token],
    tags: &[Tag],
    arcs: &mut [Arc],
) {
    let Some(mark) = sentence.tokens.clone().find(|&at| tags[at].upos != Upos::Punct) else {
        return;
    };
    let whether = tokens[mark].range.slice(document.text()) == "Whether";
    let Some(clause) = arcs[mark].head.filter(|_| whether) else { return };
    let Some(root) = arcs[clause].head.filter(|&root| root > clause) else { return };
    let has_subject =
        children(arcs, &sentence.tokens, root).any(|child| arcs[child].deprel.is_subject());
    if arcs[clause].deprel == Deprel::Advcl && !has_subject {
        arcs[clause].deprel = Deprel::Csubj;
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
