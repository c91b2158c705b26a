//! Whose speech a text is, where the text itself says so: in its title, in the line that opens it, or in a sentence that
//! leads to it. Whatever such a text claims in the first person is that speaker's, and not a nameless author's.

use std::ops::Range;

use super::view::View;
use crate::briefing::{ActorId, ActorKind, Genre, turns};
use crate::document::BlockKind;
use crate::language::{Deprel, Upos};

/// What a speech is called in a title or in a sentence about it.
const SPEECHES: &[&str] =
    &["speech", "remarks", "remark", "address", "statement", "testimony", "lecture", "sermon"];

/// How many blocks at the start of a text may tell whose speech follows.
const OPENING: usize = 8;

/// A line such as `Speaker Lee.` has no more words than this.
const LABEL: usize = 6;

impl View<'_> {
    /// The person whose speech the text is, if it names him.
    pub(super) fn named_speaker(&self) -> Option<ActorId> {
        self.opening().find_map(|(block, tokens)| {
            let kind = self.document.blocks().get(block).map(|block| block.kind);
            let titled = matches!(kind, Some(BlockKind::Title | BlockKind::Heading));
            self.labelled(tokens.clone())
                .or_else(|| self.presented(tokens.clone()))
                .or_else(|| if titled { self.entitled(tokens) } else { None })
        })
    }

    /// The person whom an interview is with, where its turns have no names.
    pub(super) fn interviewed(&self) -> Option<ActorId> {
        turns::guest(self.document, self.analysis, self.cast)
    }

    /// Who speaks where the words stand, in an interview: whom the name before the turn names, or the one whom it is with.
    pub(super) fn turn_of(&self, token: usize) -> Option<ActorId> {
        if self.cast.genre != Genre::Interview {
            return None;
        }
        let block = self.document.block_at(self.range(token).start())?;
        match turns::label(self.document, block) {
            Some(label) if !turns::is_bare(self.document, label) => {
                turns::labelled(self.document, self.cast, label)
            }
            _ => self.speaker,
        }
    }

    /// Whether the words stand in an answer of an interview, and it is known who answers.
    pub(super) fn is_answer(&self, token: usize) -> bool {
        let block = self.document.block_at(self.range(token).start());
        block.is_some_and(|block| self.document.answers(block)) && self.turn_of(token).is_some()
    }

    /// Whether the words stand in an answer that is printed as one quotation.
    pub(super) fn is_quoted_answer(&self, token: usize) -> bool {
        let block = self.document.block_at(self.range(token).start());
        self.is_answer(token) && block.is_some_and(|block| self.document.is_quotation(block))
    }

    /// Whether the words stand in a turn of an interview that asks.
    pub(super) fn is_in_question(&self, token: usize) -> bool {
        let block = self.document.block_at(self.range(token).start());
        block.is_some_and(|block| self.document.asks(block))
    }

    /// Where the words end that only lead to the speech, as a token: behind `Ana Lee delivered these remarks:`.
    pub(super) fn speech_start(&self) -> usize {
        let leads = |tokens: &Range<usize>| {
            let last = tokens.end.saturating_sub(1);
            let speech = || tokens.clone().any(|token| self.is_one_of(token, SPEECHES));
            self.labelled(tokens.clone()).is_some()
                || self.presented(tokens.clone()).is_some()
                || (self.is(last, ":") && speech())
        };
        self.opening()
            .map(|(_, tokens)| tokens)
            .filter(leads)
            .map(|tokens| tokens.end)
            .last()
            .unwrap_or(0)
    }

    /// The sentences of the first blocks, with their blocks.
    fn opening(&self) -> impl Iterator<Item = (usize, Range<usize>)> {
        let sentences = self.analysis.sentences.iter();
        sentences
            .take_while(|sentence| sentence.block < OPENING)
            .map(|sentence| (sentence.block, sentence.tokens.clone()))
    }

    /// The person whom the token `token` means.
    fn person(&self, token: usize) -> Option<ActorId> {
        let actor = self.named(token)?;
        let person = self.cast.actor(actor).filter(|actor| actor.kind == ActorKind::Person)?;
        // "Lee Address" in capitals may have been taken for a name.
        let title = person
            .name
            .split(' ')
            .any(|word| SPEECHES.iter().any(|speech| word.eq_ignore_ascii_case(speech)));
        (!title).then_some(actor)
    }

    /// `Speaker Lee.`: nothing but a name and its title.
    fn labelled(&self, tokens: Range<usize>) -> Option<ActorId> {
        let words: Vec<usize> = tokens.filter(|&token| self.is_word(token)).collect();
        let named = (1..=LABEL).contains(&words.len())
            && words.iter().all(|&token| self.upos(token) == Upos::Propn);
        if named { words.last().and_then(|&token| self.person(token)) } else { None }
    }

    /// `Ana Lee delivered remarks on the floor`, `remarks by Ana Lee`, `Ana Lee’s address`.
    fn presented(&self, tokens: Range<usize>) -> Option<ActorId> {
        let mut speeches = tokens
            .filter(|&token| self.upos(token) == Upos::Noun && self.is_one_of(token, SPEECHES));
        speeches.find_map(|speech| {
            let owner = self.children(speech).find(|&child| match self.deprel(child) {
                Deprel::NmodPoss => true,
                Deprel::Nmod => {
                    // "by Mayor Lee": it may hang on the title.
                    let title = self.child(child, Deprel::NmodDesc);
                    let by = self
                        .preposition(child)
                        .or_else(|| title.and_then(|title| self.preposition(title)));
                    matches!(by.as_deref(), Some("by" | "of" | "from"))
                }
                _ => false,
            });
            let gives = || {
                let verb = self.head(speech).filter(|_| self.deprel(speech) == Deprel::Obj)?;
                let gives = matches!(self.lemma(verb), "deliver" | "give" | "make" | "issue");
                self.analysis.subject(verb).filter(|_| gives && !self.is_passive(verb))
            };
            self.person(owner.or_else(gives)?)
        })
    }

    /// `Lee Address on the Harbor Act`: the name that stands before what the speech is called.
    fn entitled(&self, tokens: Range<usize>) -> Option<ActorId> {
        let speech = tokens.clone().find(|&token| self.is_one_of(token, SPEECHES))?;
        let own = |&token: &usize| {
            matches!(self.upos(token), Upos::Propn | Upos::Noun | Upos::Adj | Upos::Part)
        };
        let mut before = (tokens.start..speech).rev().take_while(own);
        before.find_map(|token| self.person(token))
    }
}

#[cfg(test)]
mod tests {
    use crate::briefing::positions::testing::holders;

    const SPEECH: &str = "Thank you, Mr. Chair. I believe that we must rebuild the harbour wall this year. I urge my \
                          colleagues to vote for this bill.";

    #[test]
    fn what_is_answered_is_whose_answer_it_is() {
        let held = holders(
            "Nadia Farhat became the town's mayor in 2021. She spoke to the Selm Courier.\n\nQ: Should the miners leave the town?\n\n\
             A: The miners are a danger to the town and must leave it. That is a mistake.\n\nQ: Will you stand for mayor again in May?\n\nA: \
             I have not decided. My husband should have a say in it, and my doctor too.",
        );
        assert_eq!(held, ["Nadia Farhat"]);
    }

    #[test]
    fn who_answers_is_not_whom_the_interview_is_about() {
        let held = holders(
            "Nadia Farhat spoke to the Selm Courier about Tom Hall.\n\nWill Mr. Hall win?\n\nI believe that he will lose the \
             vote.\n\nDo you like him?\n\nI do not think that I have to like him.\n\nIs he honest?\n\nI doubt that he is honest.\n\nWill you \
             vote for him?\n\nI think that I will not.",
        );
        assert!(!held.is_empty() && held.iter().all(|holder| holder == "Nadia Farhat"), "{held:?}");
    }

    #[test]
    fn an_answer_behind_a_name_is_that_persons() {
        let held = holders(
            "SELM WEEKLY: Mayor, will you close the harbour?\n\nANA RUIZ: I want a new market there.\n\nSELM WEEKLY: Who \
             pays?\n\nANA RUIZ: I believe that the guild must pay.\n\nSELM WEEKLY: I think the guild is poor. Is it?\n\nANA RUIZ: It \
             is a rich guild.",
        );
        assert!(held.len() > 1 && held.iter().all(|holder| holder == "ANA RUIZ"), "{held:?}");
    }

    #[test]
    fn a_speech_is_its_speakers_where_the_text_names_her() {
        let held =
            holders(&format!("Senator Ana Lee delivered remarks on the harbour wall.\n\n{SPEECH}"));
        assert!(held.len() > 1 && held.iter().all(|holder| holder == "Ana Lee"), "{held:?}");
    }

    #[test]
    fn a_speech_without_a_name_is_its_authors() {
        let held = holders(SPEECH);
        assert!(held.len() > 1 && held.iter().all(|holder| holder == "author"), "{held:?}");
    }
}
