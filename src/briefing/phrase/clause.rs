//! The parts of a clause, looked up on the tree: subject, auxiliaries, negation, what may be cut.
//!
//! A view of the analysis that knows what a clause is; it owns nothing.

use std::ops::Range;

use crate::language::coref::words::is_person;
use crate::language::{Analysis, Deprel, NameKind, Quotation, Upos};
use crate::text::TextRange;

/// Verbs that say, with a gerund behind their object, what somebody did: `blamed the port for failing`.
const BLAMING: &[&str] = &[
    "accuse",
    "arrest",
    "assail",
    "attack",
    "berate",
    "blame",
    "blast",
    "charge",
    "chide",
    "condemn",
    "convict",
    "criticise",
    "criticize",
    "denounce",
    "fault",
    "fine",
    "jail",
    "prosecute",
    "punish",
    "rebuke",
    "reprimand",
    "scold",
    "slam",
    "sue",
    "suspect",
];

/// The tree of a document together with its text.
#[derive(Clone, Copy)]
pub(crate) struct Tree<'a> {
    pub(crate) text: &'a str,
    pub(crate) analysis: &'a Analysis,
}

/// The quotation mark that is not in a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Missing {
    Opening(&'static str),
    Closing(&'static str),
}

impl<'a> Tree<'a> {
    pub(crate) fn new(text: &'a str, analysis: &'a Analysis) -> Self {
        Self { text, analysis }
    }

    pub(crate) fn children(
        &self,
        token: usize,
    ) -> impl DoubleEndedIterator<Item = usize> + use<'a> {
        self.analysis.children(token)
    }

    pub(crate) fn child(&self, token: usize, wanted: impl Fn(Deprel) -> bool) -> Option<usize> {
        self.children(token).find(|&child| wanted(self.deprel(child)))
    }

    pub(crate) fn deprel(&self, token: usize) -> Deprel {
        self.analysis.deprel(token)
    }

    pub(crate) fn head(&self, token: usize) -> Option<usize> {
        self.analysis.head(token)
    }

    pub(crate) fn upos(&self, token: usize) -> Upos {
        self.analysis.upos(token)
    }

    pub(crate) fn xpos(&self, token: usize) -> &'static str {
        self.analysis.xpos(token)
    }

    pub(crate) fn lemma(&self, token: usize) -> &'a str {
        self.analysis.lemma(token)
    }

    pub(crate) fn word(&self, token: usize) -> &'a str {
        self.analysis.tokens.get(token).map_or("", |token| token.range.slice(self.text))
    }

    pub(crate) fn is_word(&self, token: usize, options: &[&str]) -> bool {
        options.iter().any(|option| self.word(token).eq_ignore_ascii_case(option))
    }

    /// What `a port` tells of in `the harbour, a port that grows`: it is the harbour that grows. In `the rise of the union, a body
    /// that grows` it is the union, whatever the parser makes of it.
    pub(crate) fn apposed_to(&self, noun: usize) -> Option<usize> {
        let told = self.head(noun).filter(|_| self.deprel(noun) == Deprel::Appos)?;
        // "forgot the date, a dispute that could cost votes": another word for all that was told.
        if sums_up(self.lemma(noun)) && self.upos(told) == Upos::Noun {
            return None;
        }
        let is = |child: usize, words: &[&str], of: usize| child < of && self.is_word(child, words);
        let article = self.children(noun).find(|&child| is(child, &["a", "an"], noun))?;
        // "Ana Lee of the union, a body that grows": what grows is no person.
        let person = |name: usize| self.analysis.name_kind(name) == Some(NameKind::Person);
        let one = is_person(self.lemma(noun));
        let named = self.name_before(article).filter(|_| self.upos(told) == Upos::Noun);
        let place = |name: usize| self.analysis.name_kind(name) == Some(NameKind::Place);
        let named = named
            .filter(|&named| person(named) == one && (!place(named) || is_place(self.lemma(noun))))
            .unwrap_or(told);
        let fits = !person(named) || one;
        let known = self.upos(named) == Upos::Propn
            || self.upos(named) == Upos::Noun
                && self.children(named).any(|child| is(child, &["the"], named));
        (known && fits).then_some(named)
    }

    /// The head of the name that ends before the comma before `token`.
    fn name_before(&self, token: usize) -> Option<usize> {
        let comma = token.checked_sub(1).filter(|&comma| self.word(comma) == ",")?;
        let last = comma.checked_sub(1)?;
        let name = self.analysis.names.iter().find(|name| name.tokens.contains(&last))?;
        let inside = |&at: &usize| self.head(at).is_none_or(|head| !name.tokens.contains(&head));
        name.tokens.clone().find(inside)
    }

    /// The token and all below it that `keep` lets through with what hangs on them; in the order of the text.
    pub(crate) fn subtree(&self, token: usize, keep: impl Fn(usize) -> bool) -> Vec<usize> {
        let (mut found, mut open) = (Vec::new(), vec![token]);
        while let Some(next) = open.pop() {
            found.push(next);
            // A tree has each token once; a damaged one must not run for ever.
            if found.len() > self.analysis.tokens.len() {
                break;
            }
            open.extend(self.children(next).filter(|&child| keep(child)));
        }
        found.sort_unstable();
        found
    }

    /// From the first to the last word of the subtree.
    pub(crate) fn range(&self, token: usize) -> TextRange {
        let all = self.subtree(token, |_| true);
        self.cover(&all)
    }

    pub(crate) fn cover(&self, tokens: &[usize]) -> TextRange {
        let range = |token: &usize| self.analysis.tokens.get(*token).map(|token| token.range);
        match (tokens.first().and_then(range), tokens.last().and_then(range)) {
            (Some(first), Some(last)) => first.cover(last),
            _ => TextRange::default(),
        }
    }

    /// Those above the token, nearest first.
    pub(crate) fn ancestors(&self, token: usize) -> impl Iterator<Item = usize> {
        // Bounded for the sake of damaged trees; no sentence is deeper.
        std::iter::successors(self.head(token), |&above| self.head(above)).take(200)
    }

    /// The first of those that `and` or `but` joins to the token; itself where it is the first or alone.
    pub(crate) fn first_conjunct(&self, token: usize) -> usize {
        let before = |&at: &usize| self.head(at).filter(|_| self.deprel(at) == Deprel::Conj);
        // Bounded for the sake of damaged trees; no list is longer.
        std::iter::successors(Some(token), before).take(200).last().unwrap_or(token)
    }

    /// The head of the clause that the token lies in, itself included.
    pub(crate) fn clause_of(&self, token: usize) -> usize {
        std::iter::once(token)
            .chain(self.ancestors(token))
            .find(|&token| self.heads_clause(token))
            .unwrap_or_else(|| self.root_of(token))
    }

    pub(crate) fn root_of(&self, token: usize) -> usize {
        self.ancestors(token).last().unwrap_or(token)
    }

    /// Whether the token is the predicate of a clause, finite or not.
    pub(crate) fn heads_clause(&self, token: usize) -> bool {
        use Deprel as D;
        match self.deprel(token) {
            D::Root
            | D::Ccomp
            | D::Csubj
            | D::CsubjPass
            | D::Advcl
            | D::AdvclRelcl
            | D::AclRelcl
            | D::Parataxis => true,
            D::Xcomp | D::Acl => self.upos(token) == Upos::Verb,
            D::Conj => self.upos(token) == Upos::Verb || self.subject(token).is_some(),
            _ => false,
        }
    }

    /// "The problem is that they left": of two, the inner one.
    pub(crate) fn subject(&self, token: usize) -> Option<usize> {
        let outer = |deprel| matches!(deprel, Deprel::NsubjOuter | Deprel::CsubjOuter);
        self.child(token, |deprel| is_subject(deprel) && !outer(deprel))
            .or_else(|| self.child(token, is_subject))
    }

    /// The subject, or the one that the clause shares with the clause above it.
    pub(crate) fn understood_subject(&self, token: usize) -> Option<usize> {
        let mut at = token;
        for _ in 0..8 {
            if let Some(subject) = self.subject(at) {
                return Some(subject);
            }
            let above = self.head(at)?;
            at = match self.deprel(at) {
                Deprel::Xcomp | Deprel::Advcl => {
                    // "urged Iran to stop": the object acts.
                    if self.deprel(at) == Deprel::Xcomp
                        && let Some(object) =
                            self.child(above, |deprel| matches!(deprel, Deprel::Obj | Deprel::Iobj))
                        && object < at
                        && !self.is_word(above, &["promise", "promised", "promises"])
                    {
                        return Some(object);
                    }
                    // "criticised the port for failing to pay": the port failed.
                    if self.xpos(at) == "VBG"
                        && BLAMING.contains(&self.lemma(above))
                        && self
                            .children(at)
                            .any(|mark| mark < at && self.is_word(mark, &["for", "of", "with"]))
                        && let Some(whom) = self
                            .child(above, |deprel| deprel == Deprel::Obj)
                            .filter(|&whom| whom < at)
                    {
                        return Some(whom);
                    }
                    above
                }
                // "his talk of leaving": he would leave, and not the talk.
                Deprel::Acl if self.xpos(at) == "VBG" && self.is_led_in(at) => {
                    return self.child(above, |deprel| deprel == Deprel::NmodPoss);
                }
                Deprel::Acl if self.xpos(at) != "VB" => return Some(above),
                Deprel::Conj | Deprel::Acl => above,
                _ => return None,
            };
        }
        None
    }

    /// Whether a preposition stands before the gerund.
    fn is_led_in(&self, gerund: usize) -> bool {
        self.children(gerund).any(|mark| {
            mark < gerund
                && matches!(self.deprel(mark), Deprel::Mark | Deprel::Case)
                && self
                    .is_word(mark, &["about", "at", "for", "in", "of", "on", "over", "to", "with"])
        })
    }

    /// Auxiliaries and the copula, in the order of the text.
    pub(crate) fn auxiliaries(&self, token: usize) -> Vec<usize> {
        self.children(token)
            .filter(|&child| {
                matches!(self.deprel(child), Deprel::Aux | Deprel::AuxPass | Deprel::Cop)
            })
            .collect()
    }

    /// `not` and `n't` on the predicate.
    pub(crate) fn negation(&self, token: usize) -> Option<usize> {
        self.children(token).find(|&child| {
            self.is_word(child, &["not", "n't", "n’t", "never"])
                && matches!(self.deprel(child), Deprel::Advmod | Deprel::Dep)
                // "vowed never to sell": it did vow.
                && !(child > token && self.xpos(child + 1) == "TO")
        })
    }

    /// Whether what the clause above tells hangs on this one: `if they pay`, `unless they leave`.
    pub(crate) fn is_condition(&self, clause: usize) -> bool {
        self.deprel(clause) == Deprel::Advcl
            && self.children(clause).any(|mark| self.is_word(mark, &["if", "unless"]))
    }

    /// The clauses on which it hangs whether what `clause` tells comes true.
    pub(crate) fn conditions(&self, clause: usize) -> impl Iterator<Item = usize> {
        self.children(clause).filter(|&below| self.is_condition(below))
    }

    /// Whether the clause leaves open whether it is so: `if they pay`, `whether they leave`.
    pub(crate) fn is_left_open(&self, clause: usize) -> bool {
        self.children(clause).any(|mark| {
            self.deprel(mark) == Deprel::Mark && self.is_word(mark, &["if", "unless", "whether"])
        })
    }

    /// `had she backed it`, `should she back it`, and no question.
    pub(crate) fn is_inverted(&self, clause: usize) -> bool {
        let first = self.analysis.subtree(clause).start;
        let subject = self.analysis.subject(clause);
        let sentence = self.analysis.sentence_of(clause);
        self.deprel(first) == Deprel::Aux
            && self.is_word(first, &["had", "should", "were"])
            && subject.is_some_and(|subject| first < subject && subject < clause)
            && !self.analysis.sentences[sentence].range.slice(self.text).contains('?')
    }

    /// Whether a word is of the kinds that phrases of nouns are made of: `two old mills and the pier of Selm`.
    pub(crate) fn is_of_phrase(&self, token: usize) -> bool {
        use Upos as U;
        matches!(
            self.upos(token),
            U::Adj | U::Adp | U::Cconj | U::Det | U::Noun | U::Num | U::Propn
        )
    }

    /// The token itself, or the one behind the mark of a turn that begins there: `A: All must leave`.
    pub(crate) fn behind_turn(&self, first: usize) -> usize {
        let marked = matches!(self.word(first), "A" | "Q") && self.word(first + 1) == ":";
        if marked { first + 2 } else { first }
    }

    /// The first finite word of the predicate: an auxiliary, else the verb itself; `None` for an infinitive,
    /// a gerund or a participle alone.
    pub(crate) fn finite(&self, token: usize) -> Option<usize> {
        let first = self.auxiliaries(token).first().copied().unwrap_or(token);
        matches!(self.xpos(first), "VBD" | "VBZ" | "VBP" | "MD").then_some(first)
    }

    /// The mark that a sentence lacks because a quotation starts before it or ends behind it.
    pub(crate) fn missing_mark(&self, sentence: usize) -> Option<Missing> {
        self.broken_quotation(sentence).map(|(missing, _)| missing)
    }

    /// The words of that quotation beside the mark.
    pub(crate) fn broken_quotation(&self, sentence: usize) -> Option<(Missing, Range<usize>)> {
        let range = self.analysis.sentences.get(sentence)?.range;
        // What the paragraph before opened.
        let unopened = |place: TextRange| place.slice(self.text).starts_with(char::is_alphanumeric);
        let broken = |quotation: &&Quotation| {
            let (place, inside) = (quotation.range, quotation.range.intersect(range));
            let before =
                place.start() < range.start() || place.start() == range.start() && unopened(place);
            quotation.depth == 0
                && inside.is_some_and(|inside| {
                    before != (place.end() > range.end()) && inside.len() < range.len()
                })
        };
        let mut cut = self.analysis.quotations.iter().filter(broken);
        let (quotation, None) = (cut.next()?, cut.next()) else { return None };
        let opens = quotation.range.start() < range.start() || unopened(quotation.range);
        // "Come in. We are open.” signs hang in the windows": the sentence was broken in two, and says nothing alone.
        let words = quotation.range.slice(self.text).trim_end_matches(['”', '"', '\'']);
        if opens && !words.ends_with([',', '?', '!']) {
            return None;
        }
        let (opening, closing) = quotation.marks(self.text)?;
        let missing = if opens { Missing::Opening(opening) } else { Missing::Closing(closing) };
        Some((missing, self.analysis.tokens_in(quotation.range)))
    }

    /// The quotations that hold the word.
    pub(crate) fn quotations_over(&self, token: usize) -> impl Iterator<Item = &'a Quotation> {
        let analysis = self.analysis;
        let place = analysis.range(token);
        let after = analysis
            .quotations
            .partition_point(|quotation| quotation.range.start() <= place.start());
        // Nested quotations are few: the last two openings hold the word, if any does.
        analysis.quotations[after.saturating_sub(2)..after]
            .iter()
            .filter(move |quotation| quotation.range.contains_range(place))
    }

    /// Whether the clause is a `to` infinitive.
    pub(crate) fn is_infinitive(&self, token: usize) -> bool {
        self.children(token).any(|child| self.xpos(child) == "TO" && child < token)
    }
}

pub(crate) fn is_subject(deprel: Deprel) -> bool {
    matches!(
        deprel,
        Deprel::Nsubj
            | Deprel::NsubjPass
            | Deprel::Csubj
            | Deprel::CsubjPass
            | Deprel::NsubjOuter
            | Deprel::CsubjOuter
    )
}

/// Whether a noun, as a lemma, is for a place.
fn is_place(noun: &str) -> bool {
    matches!(
        noun,
        "area"
            | "base"
            | "city"
            | "country"
            | "county"
            | "district"
            | "island"
            | "kingdom"
            | "nation"
            | "neighborhood"
            | "neighbourhood"
            | "place"
            | "port"
            | "province"
            | "region"
            | "republic"
            | "state"
            | "suburb"
            | "territory"
            | "town"
            | "village"
    )
}
/// Nouns that behind a clause stand for what it tells.
fn sums_up(noun: &str) -> bool {
    matches!(
        noun,
        "accusation"
            | "act"
            | "action"
            | "allegation"
            | "assertion"
            | "attempt"
            | "blow"
            | "change"
            | "charge"
            | "choice"
            | "claim"
            | "concession"
            | "decision"
            | "development"
            | "dispute"
            | "effort"
            | "feat"
            | "finding"
            | "gesture"
            | "move"
            | "outcome"
            | "practice"
            | "prospect"
            | "result"
            | "reversal"
            | "setback"
            | "shift"
            | "step"
            | "threat"
            | "trend"
            | "turn"
            | "victory"
    )
}
