//! Whether a sentence can be read alone: a statement, the whole of it, which does not lean on the one before.

use crate::briefing::actors::Cast;
use crate::briefing::judgement;
use crate::briefing::phrase::clause::{Tree, is_subject};
use crate::language::times::is_time;
use crate::language::{Deprel, Upos};

use super::article::Article;
use super::is_quoted;
use super::words::{LEANING, POINTING, PRESENT};

impl Article<'_> {
    /// Whether it is no question, heading or remark in brackets, and no quotation starts or ends outside of it.
    pub(super) fn is_whole(&self, sentence: usize) -> bool {
        /// In words.
        const LONG: usize = 12;
        let analysis = self.analysis;
        let text = analysis.sentences[sentence].range.slice(self.document.text());
        let asks = text.trim_end_matches(['”', '"', '’']).ends_with('?');
        // "The town we live in." is none, nor is what goes on from the line before.
        let states = |token: usize| {
            let beside = |at: usize| {
                matches!(analysis.deprel(at), Deprel::AclRelcl | Deprel::Advcl | Deprel::AdvclRelcl)
            };
            matches!(analysis.xpos(token), "VBD" | "VBZ" | "VBP" | "MD")
                && !std::iter::once(token).chain(analysis.ancestors(token)).any(beside)
        };
        // A verb with a subject states, even where it looks like a participle: "Courts everywhere followed suit."
        let root = analysis.root(sentence).filter(|&root| analysis.upos(root) == Upos::Verb);
        // In a long one with a finite verb somewhere the tagger has missed the main one rather than the writer.
        let long = || {
            let finite =
                |token: usize| matches!(analysis.xpos(token), "VBD" | "VBZ" | "VBP" | "MD");
            let orders = analysis.root(sentence).is_some_and(|root| analysis.xpos(root) == "VB");
            self.words(sentence).count() >= LONG && self.words(sentence).any(finite) && !orders
        };
        let stated = analysis.tags.is_empty()
            || self.words(sentence).any(states)
            || root.is_some_and(|root| analysis.subject(root).is_some())
            || long();
        // "(Reuters) — The council".
        let placed = text.starts_with('(')
            && text
                .split_once(')')
                .is_some_and(|(_, rest)| rest.trim_start().starts_with(['-', '–', '—']));
        stated
            && !asks
            && !self.tells_why(sentence)
            && !self.lost_what_was_told(sentence)
            && !self.is_elliptic(sentence)
            && !analysis.root(sentence).is_some_and(|root| {
                judgement::counts_what_follows(self.document, analysis, root)
            })
            && !is_note(text)
            && !self.is_in_capitals(sentence)
            // Left over from the page: "<tweet id=…>".
            && !text.trim_start_matches(['“', '"']).starts_with(['<', '>'])
            && (placed || !text.starts_with(|first: char| first == '(' || first.is_lowercase()))
            && (!is_half_quoted(text)
                || is_quoted(analysis, sentence)
                || Tree::new(self.document.text(), analysis).missing_mark(sentence).is_some())
            && is_ended(text)
    }

    /// "A memo suggests that she should have.": what, the sentence before tells.
    fn is_elliptic(&self, sentence: usize) -> bool {
        let analysis = self.analysis;
        let Some(last) = self.words(sentence).last() else { return false };
        let word = analysis.word(self.document, last).to_lowercase();
        let not = matches!(word.as_str(), "not" | "n't" | "n’t");
        let aux = if not { last.checked_sub(1) } else { Some(last) };
        let helps = |at: usize| {
            matches!(analysis.upos(at), Upos::Aux | Upos::Verb)
                && matches!(
                    analysis.word(self.document, at).to_lowercase().as_str(),
                    "can"
                        | "could"
                        | "did"
                        | "do"
                        | "does"
                        | "had"
                        | "has"
                        | "have"
                        | "may"
                        | "might"
                        | "must"
                        | "should"
                        | "would"
                        | "will"
                )
        };
        aux.is_some_and(helps)
            // "all the money that we have", "said she would, while he did not": told in the sentence itself.
            && !aux.is_some_and(|at| {
                analysis.ancestors(at).chain([at]).any(|above| {
                    matches!(
                        analysis.deprel(above),
                        Deprel::Acl | Deprel::AclRelcl | Deprel::Advcl | Deprel::Conj | Deprel::Parataxis
                    )
                })
            })
    }

    /// Whether it is a headline, with a capital on each long word and on each verb: "Port Board Closes Old Pier."
    fn is_in_capitals(&self, sentence: usize) -> bool {
        /// Fewer may all be names.
        const FEW: usize = 5;
        /// In letters.
        const LONG: usize = 4;
        let word = |token: usize| self.analysis.word(self.document, token);
        let capital = |token: &usize| word(*token).starts_with(char::is_uppercase);
        let verb = |token: &usize| matches!(self.analysis.upos(*token), Upos::Verb | Upos::Aux);
        let long =
            |token: &usize| word(*token).chars().filter(|c| c.is_alphabetic()).count() >= LONG;
        let weighty =
            |token: &usize| long(token) || verb(token) && !word(*token).starts_with(['\'', '’']);
        self.words(sentence).filter(long).count() >= FEW
            && self.words(sentence).filter(weighty).all(|token| capital(&token))
    }

    /// "Ana Lee, the mayor, told The Selm Gazette.": the words stand in the sentence before.
    fn lost_what_was_told(&self, sentence: usize) -> bool {
        let analysis = self.analysis;
        let Some(root) = analysis.root(sentence) else { return false };
        let content = analysis.children(root).any(|child| {
            matches!(
                analysis.deprel(child),
                Deprel::Ccomp | Deprel::Xcomp | Deprel::Parataxis | Deprel::Obl | Deprel::Conj
            )
        });
        let last = analysis.sentences[sentence].tokens.end;
        let heard = analysis.children(root).any(|child| {
            child > root
                && matches!(analysis.deprel(child), Deprel::Obj | Deprel::Iobj)
                && analysis.upos(child) == Upos::Propn
        });
        analysis.lemma(root) == "tell"
            && !content
            && heard
            && !analysis
                .quotations
                .iter()
                .any(|quotation| quotation.range.overlaps(analysis.sentences[sentence].range))
            && root < last
    }

    /// Whether it is a headline that promises an answer: "Why the port closed", "How to leave".
    fn tells_why(&self, sentence: usize) -> bool {
        let analysis = self.analysis;
        let first = analysis.sentences[sentence].tokens.start;
        self.starts_with(sentence, &["why", "how"])
            && analysis.head(first).is_some_and(|head| analysis.root(sentence) == Some(head))
    }

    /// A sentence that starts with a pronoun for nobody in particular leans on the one before it, and so does one that
    /// points back: "Those gains", but not "This week".
    pub(super) fn leans(&self, cast: &Cast, sentence: usize) -> bool {
        let mut words = self.words(sentence);
        let ties = |token: usize| {
            self.analysis.upos(token) == Upos::Cconj || self.analysis.deprel(token) == Deprel::Cc
        };
        let first = words.find(|&token| !ties(token));
        let first = self.teller(sentence).or(first);
        first.is_some_and(|first| self.leans_at(cast, sentence, first))
            || self.is_one_more_denial(sentence)
    }

    /// "While its laws are hard, the town is liked": the pronouns of the clause in front mean the subject behind it.
    pub(super) fn points_ahead(&self, sentence: usize) -> bool {
        let analysis = self.analysis;
        let first = analysis.sentences[sentence].tokens.start;
        let subject = analysis
            .root(sentence)
            .and_then(|root| analysis.subject(root))
            .filter(|&subject| matches!(analysis.upos(subject), Upos::Noun | Upos::Propn));
        let word = |token: usize| analysis.word(self.document, token).to_lowercase();
        let own = |token: usize| {
            matches!(
                word(token).as_str(),
                "i" | "me" | "my" | "we" | "us" | "our" | "you" | "your" | "this" | "that"
            ) && analysis.upos(token) == Upos::Pron
        };
        let pronoun = |token: usize| {
            matches!(
                word(token).as_str(),
                "he" | "his" | "she" | "her" | "it" | "its" | "they" | "their"
            )
        };
        analysis.deprel(first) == Deprel::Mark
            && subject.is_some_and(|subject| (first..subject).any(pronoun))
            && !self.words(sentence).any(own)
    }

    /// "Lee has not left either.": nor has somebody of whom the sentence before tells.
    fn is_one_more_denial(&self, sentence: usize) -> bool {
        // "Nor will Lee leave.", "Neither left.": but "Neither Lee nor Ruiz left".
        let denied = self.starts_with(sentence, &["nor"])
            || self.starts_with(sentence, &["neither"])
                && self
                    .analysis
                    .root(sentence)
                    .is_some_and(|root| self.analysis.subject(root).is_none());
        if denied {
            return true;
        }
        let either = |token: usize| {
            self.analysis.word(self.document, token).eq_ignore_ascii_case("either")
                && self.analysis.head(token) == self.analysis.root(sentence)
        };
        self.words(sentence).last().is_some_and(either)
    }

    /// Likewise, where the word at `token` is the first that tells something.
    pub(super) fn leans_at(&self, cast: &Cast, sentence: usize, token: usize) -> bool {
        let word = self.analysis.word(self.document, token).to_lowercase();
        let pronoun = LEANING.contains(&word.as_str())
                && self.analysis.upos(token) == Upos::Pron
                // What somebody is quoted with stays as it is.
                && (cast.actor_of_token(token).is_none() || is_quoted(self.analysis, sentence))
                && !self.is_impersonal(sentence, token);
        let noun = self.analysis.head(token).filter(|_| self.analysis.deprel(token) == Deprel::Det);
        let points = POINTING.contains(&word.as_str())
            && noun.is_some_and(|noun| {
                let lemma = self.analysis.lemma(noun);
                !is_time(lemma) && !PRESENT.contains(&lemma)
            });
        // "The two have met since": which two?
        let counts = word == "the"
            && noun.is_some_and(|noun| {
                PAIRS.contains(&self.analysis.word(self.document, noun))
                    && self.analysis.children(noun).all(|child| child <= noun)
            });
        // "Another agreed", "Both left": beside whom?
        let others = OTHERS.contains(&word.as_str())
            && is_subject(self.analysis.deprel(token))
            && self.analysis.children(token).next().is_none()
            && !is_quoted(self.analysis, sentence);
        let next = self.analysis.word(self.document, token + 1).to_lowercase();
        // "All three were heard": of whom no noun tells.
        let all = word == "all"
            && self.analysis.upos(token + 1) == Upos::Num
            && is_subject(self.analysis.deprel(token + 1))
            && self.analysis.children(token + 1).all(|child| child <= token);
        // "One such town is Selm."
        let such = next == "such" && matches!(word.as_str(), "another" | "many" | "one");
        pronoun || points || counts || others || all || such
    }

    /// Whether its first word ties it to what was said before it, as words that are quoted keep it: “Because we lost.”
    pub(super) fn answers(&self, sentence: usize) -> bool {
        self.words(sentence).next().is_some_and(|first| {
            let word = self.analysis.word(self.document, first).to_lowercase();
            self.analysis.deprel(first) == Deprel::Cc
                || matches!(word.as_str(), "because" | "so" | "then")
        })
    }

    /// The first noun, name or pronoun that is not quoted, in a sentence that starts with a quotation: `“We leave,” she
    /// said`.
    fn teller(&self, sentence: usize) -> Option<usize> {
        let analysis = self.analysis;
        let start = analysis.sentences[sentence].range.start();
        let first =
            analysis.quotations.iter().find(|quotation| quotation.range.start() == start)?;
        let quoted = |token: usize| {
            let place = analysis.range(token);
            place.start() < first.range.end()
                || analysis.quotations.iter().any(|quotation| quotation.range.contains_range(place))
        };
        let nominal =
            |token: usize| matches!(analysis.upos(token), Upos::Noun | Upos::Propn | Upos::Pron);
        self.words(sentence).find(|&token| nominal(token) && !quoted(token))
    }

    /// `It` that stands for the clause behind the predicate: "It is not known whether they left."
    fn is_impersonal(&self, sentence: usize, token: usize) -> bool {
        let analysis = self.analysis;
        let Some(root) = analysis.root(sentence) else { return false };
        let is = |at: usize, options: &[&str]| {
            options.contains(&analysis.word(self.document, at).to_lowercase().as_str())
        };
        let clause = |at: usize| {
            let marked = |child: usize| is(child, &["that", "whether", "if", "to", "for", "who"]);
            at > root && analysis.children(at).any(|child| child < at && marked(child))
        };
        let passive = |child: usize| {
            matches!(analysis.deprel(child), Deprel::Cop | Deprel::AuxPass | Deprel::Expl)
        };
        is(token, &["it"])
            && analysis.head(token) == Some(root)
            && analysis.children(root).any(passive)
            && analysis.children(root).any(clause)
    }
}

/// One or more beside some that were named before, or all of those.
const OTHERS: &[&str] = &["another", "both", "each", "either", "neither", "others"];

/// What stands for several that were named before.
const PAIRS: &[&str] =
    &["two", "three", "four", "pair", "duo", "trio", "others", "latter", "former"];

/// Whether the paper speaks of itself: "Editor’s note: this text was corrected."
fn is_note(text: &str) -> bool {
    let start = text.get(..20).unwrap_or(text).to_lowercase().replace('’', "'");
    ["editor's note", "editors' note", "correction:", "clarification:"]
        .iter()
        .any(|note| start.starts_with(note))
}

/// Whether a quotation starts or ends outside the sentence, so that cutting it out would hide the quotation.
fn is_half_quoted(text: &str) -> bool {
    let count = |mark: char| text.matches(mark).count();
    let (curly, straight) = (count('“').abs_diff(count('”')), count('"'));
    // “Some close with the other kind."
    curly > straight || (curly + straight) % 2 == 1 || text.matches("''").count() % 2 == 1
}

/// Whether a mark ends it; a line without one is a heading in a text that does not tell headings.
fn is_ended(text: &str) -> bool {
    text.trim_end_matches(['”', '"', '’', '\'', ')', ']']).ends_with(['.', '!', '?', '…'])
}
