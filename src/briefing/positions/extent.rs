//! How far a content reaches where the tree alone does not tell: phrases hung on the cue that belong to what is
//! said, and cues at the edge of a sentence whose clause the parser lost.

use std::ops::Range;

use super::lexicon::{self, Class};
use super::occasion::is_circumstance;
use super::view::View;
use crate::language::{Deprel, Upos};

impl View<'_> {
    /// From the start of the content to where it ends, `end` being the end of its subtree. Reporting sentences
    /// end with what is reported, so a phrase behind it that hangs on the cue belongs to it, unless it tells when
    /// or where it was said.
    pub(super) fn reach(&self, cue: usize, end: usize, clausal: bool) -> usize {
        let sentence_end = self.sentence(cue).end;
        let mut at = end;
        while at < sentence_end {
            let word = self.word(at);
            if !self.is_word(at) {
                if matches!(word, "\"" | "”" | "’" | "'" | "“" | "‘" | "%" | "$")
                    || self.xpos(at) == "HYPH"
                {
                    at += 1;
                    continue;
                }
                break;
            }
            if self.upos(at) == Upos::Cconj {
                break;
            }
            let Some(top) = self.below(cue, at) else { break };
            if self.analysis.subtree(top).end <= at || self.stops(top, clausal) {
                break;
            }
            at = self.analysis.subtree(top).end;
        }
        // Signs passed over without a word behind them do not belong.
        while at > end && !self.is_word(at - 1) {
            at -= 1;
        }
        at
    }

    /// The child of `cue` that `token` lies under.
    fn below(&self, cue: usize, token: usize) -> Option<usize> {
        let mut at = token;
        while let Some(above) = self.head(at) {
            if above == cue {
                return Some(at);
            }
            at = above;
        }
        None
    }

    /// Whether a phrase behind the content tells of the saying, not of what is said.
    fn stops(&self, top: usize, clausal: bool) -> bool {
        match self.deprel(top) {
            Deprel::Conj
            | Deprel::Cc
            | Deprel::Parataxis
            | Deprel::OblAgent
            | Deprel::Discourse => true,
            Deprel::OblUnmarked | Deprel::Advmod => !clausal,
            Deprel::Advcl => {
                let mark = self
                    .children(top)
                    .find(|&child| matches!(self.deprel(child), Deprel::Mark | Deprel::Advmod));
                let told_when = mark.is_some_and(|mark| {
                    self.is_one_of(
                        mark,
                        &[
                            "after", "before", "when", "while", "as", "since", "although",
                            "though", "until", "once",
                        ],
                    )
                });
                told_when || (mark.is_none() && self.is_gerund(top))
            }
            _ => !clausal && is_circumstance(self, top),
        }
    }

    /// Where a content that runs from `start` to `end` is to stop before its end: at a remark of the sentence that
    /// the parser took into it.
    pub(super) fn cut(&self, cue: usize, start: usize, end: usize, clausal: bool) -> usize {
        let quoted = |token: usize| self.quotation(token).is_some();
        let mut at = start + 2;
        while at < end {
            let after_comma =
                self.is_one_of(at - 1, &[",", "–", "—", "--", "”", "\""]) && !quoted(at);
            let stop = !quoted(at)
                && ((after_comma && self.is_remark(cue, at, clausal))
                    || (!clausal && self.is_setting(at))
                    || (clausal && self.is_second_cue(cue, at)));
            if stop {
                return at;
            }
            at += 1;
        }
        end
    }

    /// `, saying that`, `, but Democrats accused`, and behind an object `, which`, `, with`.
    fn is_remark(&self, cue: usize, at: usize, clausal: bool) -> bool {
        let verb = if self.upos(at) == Upos::Adv { at + 1 } else { at };
        if self.xpos(verb) == "VBG"
            && matches!(
                self.deprel(verb),
                Deprel::Advcl | Deprel::Acl | Deprel::Xcomp | Deprel::Conj
            )
        {
            return !clausal || self.is_saying(verb);
        }
        // "while the ministry has said": a second report.
        if self.is_one_of(at, &["while", "whereas", "although", "though", "as"])
            && self.deprel(at) == Deprel::Mark
        {
            return self.head(at).is_some_and(|clause| {
                clause > at && (self.is_saying(clause) && self.is_finite(clause))
            });
        }
        if self.upos(at) == Upos::Cconj {
            // A clause of its own, with a subject and a cue of its own.
            let conjunct = self.head(at).filter(|&conjunct| conjunct > at);
            return conjunct.is_some_and(|conjunct| {
                self.is_finite(conjunct)
                    && self.analysis.subject(conjunct).is_some_and(|subject| subject > at)
                    && (self.is_saying(conjunct) || !clausal)
                    && conjunct != cue
            });
        }
        !clausal
            && (matches!(self.xpos(at), "WP" | "WDT" | "WRB" | "WP$")
                || (self.upos(at) == Upos::Adp
                    && matches!(self.xpos(at + 1), "WP" | "WDT" | "WRB" | "WP$"))
                || (self.is(at, "with") && self.deprel(at) == Deprel::Case))
    }

    /// Behind an object: when and where it was said.
    fn is_setting(&self, at: usize) -> bool {
        let told_when = matches!(self.deprel(at), Deprel::Mark | Deprel::Advmod)
            && self.is_one_of(
                at,
                &["after", "before", "when", "while", "as", "since", "although", "though"],
            )
            && self.head(at).is_some_and(|clause| self.is_finite(clause) && clause > at);
        let during = self.is(at, "during") && self.deprel(at) == Deprel::Case;
        let occasion = self.deprel(at) == Deprel::Case
            && self.is_one_of(at, &["in", "at", "on", "after", "before"])
            && self.head(at).is_some_and(|head| head > at && is_circumstance(self, head));
        told_when || during || occasion
    }

    /// `the army is weak and says he will`: the second verb goes with the first cue.
    fn is_second_cue(&self, cue: usize, at: usize) -> bool {
        if self.upos(at) != Upos::Cconj {
            return false;
        }
        let Some(conjunct) = self.head(at).filter(|&conjunct| conjunct > at && conjunct <= at + 3)
        else {
            return false;
        };
        self.is_cue(conjunct)
            && self.analysis.subject(conjunct).is_none_or(|subject| subject < at)
            && self.xpos(conjunct) == self.xpos(self.tensed(cue))
            && !matches!(self.xpos(conjunct), "VB" | "VBG" | "VBN")
    }

    fn tensed(&self, verb: usize) -> usize {
        self.children(verb)
            .find(|&child| matches!(self.deprel(child), Deprel::Aux | Deprel::AuxPass))
            .unwrap_or(verb)
    }

    /// Whether the verb reports whatever its subject is.
    fn is_cue(&self, verb: usize) -> bool {
        let entries = lexicon::entries_of(self.lemma(verb), self.word(verb), Class::Verb);
        let firm = |frame: &lexicon::Frame| frame.strength == lexicon::Strength::Any;
        self.upos(verb) == Upos::Verb && entries.iter().any(|entry| entry.frames.iter().any(firm))
    }

    fn is_saying(&self, verb: usize) -> bool {
        self.upos(verb) == Upos::Verb
            && lexicon::entries_of(self.lemma(verb), self.word(verb), Class::Verb)
                .iter()
                .any(|entry| entry.quote().is_some())
    }

    /// What a cue behind or before a whole sentence reports: `Prices fell, the bank said`, `According to the bank,
    /// prices fell`. `phrase` is the cue with its holder.
    pub(super) fn around(&self, phrase: &Range<usize>) -> Option<Range<usize>> {
        let sentence = self.sentence(phrase.start);
        let start = self.after_dateline(&sentence).min(phrase.start);
        let sentence = start..sentence.end;
        let is_comma = |token: usize| self.is_one_of(token, &[",", "–", "—", "-", "--"]);
        let behind = (phrase.end..sentence.end).all(|token| !self.is_word(token));
        let before = (sentence.start..phrase.start)
            .all(|token| !self.is_word(token) || self.deprel(token) == Deprel::Cc);
        if behind && phrase.start > sentence.start + 1 && is_comma(phrase.start - 1) {
            return Some(sentence.start..phrase.start - 1);
        }
        if before && phrase.end < sentence.end && is_comma(phrase.end) {
            return Some(phrase.end + 1..sentence.end);
        }
        None
    }

    /// What a verb of saying reports where the parser hung nothing on it: the sentence before `, he noted`, or the
    /// clause behind it.
    pub(super) fn lost_clause(&self, verb: usize, subject: Option<usize>) -> Option<Range<usize>> {
        let sentence = self.sentence(verb);
        if let Some(range) = self.before_trailing(verb, &sentence) {
            return Some(range);
        }
        subject?;
        // "said at a rally in Ohio that": the clause hangs on the rally.
        let that = (verb + 1..sentence.end.min(verb + 16)).find(|&token| {
            self.is(token, "that")
                && (self.deprel(token) == Deprel::Mark
                    || self
                        .head(token)
                        .and_then(|head| self.analysis.subject(head))
                        .is_some_and(|subject| subject > token))
        });
        let start = match that {
            Some(that) => that,
            None => verb + 1,
        };
        let end = (start..sentence.end)
            .find(|&token| self.is_one_of(token, &[";", ":"]))
            .unwrap_or(sentence.end);
        let finite =
            (start..end).any(|token| matches!(self.xpos(token), "VBD" | "VBZ" | "VBP" | "MD"));
        let opens = that.is_some()
            || matches!(
                self.upos(start),
                Upos::Det | Upos::Pron | Upos::Propn | Upos::Noun | Upos::Num | Upos::Adj
            );
        (finite && opens && end > start + 2).then_some(start..end)
    }

    /// `X, he noted.`: nothing but the holder between the comma and the verb, or behind the verb.
    pub(super) fn before_trailing(
        &self,
        verb: usize,
        sentence: &Range<usize>,
    ) -> Option<Range<usize>> {
        let comma = (sentence.start..verb)
            .rev()
            .take(14)
            .find(|&token| self.is_one_of(token, &[",", "–", "—", "--"]))?;
        let quiet = |range: Range<usize>| {
            range.clone().all(|token| !matches!(self.upos(token), Upos::Verb | Upos::Sconj))
        };
        let named = (comma + 1..verb)
            .any(|token| matches!(self.upos(token), Upos::Noun | Upos::Propn | Upos::Pron));
        let last =
            (verb + 1..sentence.end).rev().find(|&token| self.is_word(token)).unwrap_or(verb);
        // Behind the verb only a time, a listener or the speaker.
        let tail = last - verb;
        let inverted =
            !named && comma + 1 == verb && (1..=12).contains(&tail) && quiet(verb + 1..last + 1);
        let straight = named && quiet(comma + 1..verb) && tail <= 6 && quiet(verb + 1..last + 1);
        let finite = (sentence.start..comma)
            .any(|token| matches!(self.xpos(token), "VBD" | "VBZ" | "VBP" | "MD"));
        ((inverted || straight) && finite)
            .then_some(self.after_dateline(sentence).min(comma)..comma)
    }

    /// The speaker of `goals will be met, said Ana Lee, who leads the firm`, whatever the tree makes of it.
    pub(super) fn inverted_speaker(&self, verb: usize) -> Option<usize> {
        let sentence = self.sentence(verb);
        let behind_comma = verb > sentence.start && self.is_one_of(verb - 1, &[",", "”", "\""]);
        let takes = self.children(verb).any(|child| {
            child > verb
                && matches!(self.deprel(child), Deprel::Ccomp | Deprel::Obj | Deprel::Xcomp)
        });
        if !behind_comma || takes || !self.is_saying(verb) || self.xpos(verb) == "VBG" {
            return None;
        }
        self.before_trailing(verb, &sentence)?;
        let is_nominal =
            |&token: &usize| matches!(self.upos(token), Upos::Propn | Upos::Pron | Upos::Noun);
        let first = (verb + 1..sentence.end.min(verb + 8)).find(is_nominal)?;
        let mut at = first;
        while let Some(above) =
            self.head(at).filter(|&above| above > verb && sentence.contains(&above))
        {
            if !is_nominal(&above)
                || matches!(self.deprel(at), Deprel::Appos | Deprel::Nmod | Deprel::Obl)
            {
                break;
            }
            at = above;
        }
        Some(at)
    }

    /// Where a sentence starts behind its place and agency: `HANOI (Reuters) — `.
    fn after_dateline(&self, sentence: &Range<usize>) -> usize {
        let opens = self.is(sentence.start, "(")
            || (self.word(sentence.start).len() > 1
                && !self.word(sentence.start).chars().any(char::is_lowercase));
        let dash = (sentence.start..sentence.end.min(sentence.start + 10))
            .find(|&token| self.is_one_of(token, &["–", "—", "--", "-", "―"]));
        match dash {
            Some(dash) if opens => dash + 1,
            _ => sentence.start,
        }
    }

    /// The place before a dash at the start of a report: `HANOI —`, `HANOI (Reuters) -`.
    pub(super) fn is_dateline(&self, token: usize) -> bool {
        let sentence = self.sentence(token);
        let capital =
            self.word(token).len() > 1 && !self.word(token).chars().any(char::is_lowercase);
        capital
            && token < sentence.start + 4
            && (token + 1..sentence.end.min(token + 9))
                .any(|mark| self.is_one_of(mark, &["–", "—", "--", "-", "―"]))
    }

    /// The noun before a verb with tense that the parser left without a subject: `the leader, Ana Lee, called`.
    pub(super) fn orphaned_subject(&self, verb: usize) -> Option<usize> {
        let tensed = matches!(self.xpos(self.tensed(verb)), "VBD" | "VBZ" | "VBP" | "MD");
        let own = !matches!(
            self.deprel(verb),
            Deprel::Conj | Deprel::AclRelcl | Deprel::Acl | Deprel::Advcl | Deprel::Xcomp
        );
        if !tensed || !own {
            return None;
        }
        let sentence = self.sentence(verb);
        let clear = |token: usize| {
            !matches!(self.upos(token), Upos::Verb | Upos::Sconj | Upos::Cconj)
                && self.quotation(token).is_none()
        };
        let is_nominal = |&token: &usize| {
            matches!(self.upos(token), Upos::Propn | Upos::Pron | Upos::Noun)
                && !is_circumstance(self, token)
        };
        let mut at = (sentence.start..verb)
            .rev()
            .take_while(|&token| clear(token))
            .take(8)
            .find(is_nominal)?;
        while let Some(above) =
            self.head(at).filter(|&above| above < verb && sentence.contains(&above))
        {
            let dashed = (above..at).any(|token| self.is_one_of(token, &["–", "—", "--", "―"]));
            if dashed || !matches!(self.deprel(at), Deprel::Flat | Deprel::Compound | Deprel::Nmod)
            {
                break;
            }
            at = above;
        }
        Some(at)
    }

    /// The nearest name, noun or pronoun before the verb, as far as the next mark or verb, else behind it.
    pub(super) fn beside(&self, verb: usize, tokens: &Range<usize>) -> Option<usize> {
        let is_nominal =
            |&token: &usize| matches!(self.upos(token), Upos::Propn | Upos::Pron | Upos::Noun);
        let stops = |token: usize| {
            self.upos(token) == Upos::Verb
                || self.is_one_of(token, &[",", "–", "—", "--", ";", "”", "\""])
        };
        let before = (tokens.start..verb).rev().take_while(|&token| !stops(token)).find(is_nominal);
        let after = || {
            (verb + 1..tokens.end.min(verb + 6)).take_while(|&token| !stops(token)).find(is_nominal)
        };
        let apposed = || {
            (tokens.start..verb)
                .rev()
                .take_while(|&token| self.upos(token) != Upos::Verb)
                .find(is_nominal)
        };
        let mut at = before.or_else(after).or_else(apposed)?;
        while let Some(above) =
            self.head(at).filter(|above| tokens.contains(above) && *above != verb)
        {
            if !matches!(
                self.deprel(at),
                Deprel::Flat | Deprel::Compound | Deprel::Amod | Deprel::Det
            ) {
                break;
            }
            at = above;
        }
        Some(at)
    }
}
