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
                .unwrap_or_default();
            for (token, arc) in changes {
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
        let last = (verb + 1..self.sentence.end).all(|at| self.tags[at].upos == Upos::Punct);
        let says =
            matches!(self.tags[verb].lemma.as_str(), "say" | "believe" | "predict" | "report");
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
            && self.arcs[office] == arc(name, Deprel::NmodDesc)
            && is_person(&self.tags[office].lemma.to_lowercase())
            && self.children(name).all(|child| self.arcs[child].deprel != Deprel::Case);
        let speaks = self.tags[body].upos == Upos::Propn
            && self.arcs[body].deprel == Deprel::Nsubj
            && !is_person(&self.tags[body].lemma.to_lowercase());
        (named && speaks)
            .then(|| vec![(name, self.arcs[body]), (body, arc(office, Deprel::Compound))])
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
}
