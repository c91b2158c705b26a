//! What is answered in an interview: whose words they are, and which of them say something alone.

use super::hearing::hearing;
use crate::briefing::ActorId;
use crate::briefing::actors::Cast;
use crate::briefing::genre::Genre;
use crate::briefing::turns::{guest, is_bare, label, labelled};
use crate::document::Document;
use crate::language::times::is_time;
use crate::language::{Analysis, Deprel, Upos};
use crate::text::{TextRange, one_line};

/// Words that start an answer, and say nothing without the question.
const REPLIES: &[&str] = &[
    "absolutely",
    "ah",
    "because",
    "correct",
    "definitely",
    "exactly",
    "hm",
    "hmm",
    "maybe",
    "no",
    "nope",
    "not",
    "oh",
    "ok",
    "okay",
    "perhaps",
    "right",
    "so",
    "sure",
    "then",
    "well",
    "yeah",
    "yep",
    "yes",
];

/// What stands for something that was spoken of.
const PRONOUNS: &[&str] = &[
    "he", "him", "his", "she", "her", "it", "its", "they", "them", "their", "this", "that",
    "these", "those",
];

/// What as a subject by itself leaves out who is meant.
const QUANTITIES: &[&str] = &["some", "many", "most", "few", "several", "none", "others", "both"];

/// Who answers, and what.
pub(super) struct Answers<'a> {
    document: &'a Document,
    analysis: &'a Analysis,
    cast: &'a Cast,
    /// Who answers where the turns have no names.
    guest: Option<ActorId>,
    pub(super) court: bool,
}

impl<'a> Answers<'a> {
    /// In court nobody is interviewed.
    pub(super) fn of(document: &'a Document, analysis: &'a Analysis, cast: &'a Cast) -> Self {
        let interview = cast.genre == Genre::Interview;
        let guest = if interview { guest(document, analysis, cast) } else { None };
        let court = hearing(document, analysis).is_some();
        Self { document, analysis, cast, guest, court }
    }

    /// Whether the sentence stands in an answer of an interview.
    pub(super) fn holds(&self, sentence: usize) -> bool {
        self.cast.genre == Genre::Interview
            && !self.court
            && self.document.answers(self.analysis.sentences[sentence].block)
    }

    /// The sentences of the question that it answers.
    pub(super) fn asked(&self, sentence: usize) -> Vec<usize> {
        if !self.holds(sentence) {
            return Vec::new();
        }
        let block = |at: usize| self.analysis.sentences[at].block;
        let asks = |at: &usize| self.document.asks(block(*at));
        (0..sentence).rev().skip_while(|at| !asks(at)).take_while(asks).collect()
    }

    /// Who answers in the sentence.
    pub(super) fn speaker(&self, sentence: usize) -> Option<String> {
        if !self.holds(sentence) {
            return None;
        }
        let block = self.analysis.sentences[sentence].block;
        let actor = match label(self.document, block) {
            Some(label) if !is_bare(self.document, label) => {
                labelled(self.document, self.cast, label)?
            }
            _ => self.guest?,
        };
        self.cast.actor(actor).map(|actor| actor.name.clone())
    }

    /// Whether a title names somebody who answers.
    pub(super) fn holds_anyone_named(&self, title: TextRange) -> bool {
        let named = self.cast.named_in(title);
        let turns = || {
            let blocks = 0..self.document.blocks().len();
            blocks.filter(|&block| self.document.answers(block)).filter_map(|block| {
                labelled(self.document, self.cast, self.document.turn_of(block)?)
            })
        };
        self.cast.genre == Genre::Interview
            && self.guest.into_iter().chain(turns()).any(|one| named.contains(&one))
    }

    /// The words of the answer, without the name of its turn and the marks around it.
    pub(super) fn words(&self, sentence: usize) -> String {
        let range = self.analysis.sentences[sentence].range;
        let text = self.document.text();
        let start = match self.document.turn_of(self.analysis.sentences[sentence].block) {
            Some(label) if range.contains_range(label) => label.end() + 1,
            _ => range.start(),
        };
        let words = one_line(TextRange::new(start, range.end()).slice(text));
        let words = words.trim_matches(['“', '”', '"']).replace('“', "‘").replace('”', "’");
        // "But the toll is fair": what it is set against is not said.
        let rest = ["But ", "And "].iter().find_map(|tie| words.strip_prefix(tie));
        rest.filter(|rest| rest.starts_with(char::is_alphabetic)).map_or(words.clone(), capitalized)
    }

    /// The tokens of the answer, without those of the name before it.
    fn tokens(&self, sentence: usize) -> impl Iterator<Item = usize> + Clone {
        let sentence = &self.analysis.sentences[sentence];
        let start = self.document.turn_of(sentence.block).map_or(0, |label| label.end() + 1);
        let (analysis, tokens) = (self.analysis, sentence.tokens.clone());
        tokens.filter(move |&token| {
            analysis.range(token).start() >= start && analysis.upos(token) != Upos::Punct
        })
    }

    /// Whether the answer starts with a word that replies to the question: `Yes, they lost it`.
    pub(super) fn replies(&self, sentence: usize) -> bool {
        let first = self.tokens(sentence).next();
        first.is_some_and(|first| {
            let word = self.analysis.word(self.document, first).to_lowercase();
            let far = word == "so" && self.analysis.word(self.document, first + 1) == "far";
            let agrees = self.tokens(sentence).any(|token| {
                let word = self.analysis.word(self.document, token).to_lowercase();
                self.analysis.upos(token) == Upos::Intj && matches!(word.as_str(), "yes" | "no")
            });
            agrees
                || self.is_caption(sentence)
                || self.analysis.upos(first) == Upos::Intj
                || REPLIES.contains(&word.as_str())
                    && self.analysis.deprel(first) != Deprel::Det
                    && !far
        })
    }

    /// "— Lee, on the toll": what is printed beside a picture.
    fn is_caption(&self, sentence: usize) -> bool {
        let range = self.analysis.sentences[sentence].range;
        range.slice(self.document.text()).starts_with(['—', '–', '-'])
    }

    /// Whether a pronoun in it, or a number, stands for something that it does not name: `I would welcome them`, `We had one
    /// for years`.
    pub(super) fn leans(&self, sentence: usize) -> bool {
        let analysis = self.analysis;
        let noun = |token: &usize| {
            matches!(analysis.upos(*token), Upos::Noun | Upos::Propn)
                && !is_time(analysis.lemma(*token))
        };
        let word = |token: usize| analysis.word(self.document, token).to_lowercase();
        let pronoun = |token: usize| {
            PRONOUNS.contains(&word(token).as_str())
                && analysis.upos(token) == Upos::Pron
                && !matches!(analysis.deprel(token), Deprel::Expl | Deprel::Det)
                && !self.is_impersonal(token)
        };
        let counted = |token: usize| {
            (analysis.upos(token) == Upos::Num || word(token) == "one")
                && (matches!(analysis.deprel(token), Deprel::Obj | Deprel::Root)
                    || analysis.deprel(token).is_subject())
                && !analysis.children(token).any(|child| child > token && !is_mark(analysis, child))
        };
        // "The council should extend it": no subject is its own object.
        let object = |token: usize| {
            let verb = analysis.head(token).filter(|_| {
                matches!(analysis.deprel(token), Deprel::Obj | Deprel::Iobj | Deprel::Obl)
            });
            let subject = verb.and_then(|verb| analysis.subject(verb));
            subject.is_some_and(|subject| {
                let own = analysis.subtree(subject);
                !self
                    .tokens(sentence)
                    .take_while(|&at| at < token)
                    .any(|at| noun(&at) && !own.contains(&at))
            })
        };
        let named =
            |token: usize| self.tokens(sentence).take_while(|&at| at < token).any(|at| noun(&at));
        // "For a small firm that is a lot", "Some have left".
        let bare = |token: usize| {
            let alone =
                !analysis.children(token).any(|child| child > token && !is_mark(analysis, child));
            analysis.deprel(token).is_subject()
                && analysis.head(token).is_some_and(|head| analysis.head(head).is_none())
                && (matches!(word(token).as_str(), "this" | "that")
                    || QUANTITIES.contains(&word(token).as_str()) && alone)
        };
        self.tokens(sentence).any(|token| {
            counted(token) || bare(token) || pronoun(token) && (!named(token) || object(token))
        })
    }

    /// `It` that stands for a clause behind it: `It is absurd to wait`.
    fn is_impersonal(&self, token: usize) -> bool {
        let clause = |child: usize| {
            matches!(
                self.analysis.deprel(child),
                Deprel::Csubj | Deprel::Ccomp | Deprel::Xcomp | Deprel::Advcl
            )
        };
        let it = self.analysis.word(self.document, token).eq_ignore_ascii_case("it");
        it && self.analysis.head(token).is_some_and(|head| {
            let is = |child: usize| {
                self.analysis.lemma(child) == "be" && self.analysis.upos(child) == Upos::Aux
            };
            (self.analysis.upos(head) != Upos::Verb || self.analysis.children(head).any(is))
                && self.analysis.children(head).any(|child| child > head && clause(child))
        })
    }
}

fn is_mark(analysis: &Analysis, token: usize) -> bool {
    analysis.upos(token) == Upos::Punct
}

pub(super) fn capitalized(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string()).unwrap_or_default();
    first + letters.as_str()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::briefing::actors;
    use crate::language::analyze;
    use crate::testing;

    #[test]
    fn an_answer_has_its_question_above_it() {
        let document = testing::document(
            "Nadia Farhat became the town's mayor in 2021. She spoke to the Selm Courier.\n\nQ: Should the miners leave the \
             town?\n\nA: All foreign miners must leave the town at once. I have said so to the council and I will say so \
             again.\n\nQ: Will you stand for mayor again in May?\n\nA: I have not decided. My husband should have a say in it, \
             and my doctor too.",
        );
        let analysis = analyze(&document);
        let cast = actors::find(&document, &analysis);
        let answers = Answers::of(&document, &analysis, &cast);
        let text = |at: usize| analysis.sentences[at].range.slice(document.text());
        let asked = |answer: &str| {
            let at = (0..analysis.sentences.len()).find(|&at| text(at).contains(answer)).unwrap();
            answers.asked(at).into_iter().map(text).collect::<String>()
        };
        assert!(asked("I have said so").contains("leave the town?"));
        assert!(asked("My husband").contains("again in May?"));
        assert_eq!(asked("Nadia Farhat"), "");
    }
}
