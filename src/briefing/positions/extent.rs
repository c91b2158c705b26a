//! How far a content reaches where the tree alone does not tell: phrases hung on the cue that belong to what is
//! said, and cues at the edge of a sentence whose clause the parser lost.

use std::ops::Range;

use super::lexicon::{self, Class};
use super::occasion::is_circumstance;
use super::view::View;
use crate::language::{Deprel, Upos};

/// A remark that parts a sentence has no more words than this: `, the ministry's spokesman said on Monday,`.
const REMARK: usize = 12;

impl View<'_> {
    /// From the start of the content to where it ends, `end` being the end of its subtree. Reporting sentences
    /// end with what is reported, so a phrase behind it that hangs on the cue belongs to it, unless it tells when
    /// or where it was said.
    pub(super) fn reach(&self, cue: usize, end: usize, clausal: bool) -> usize {
        let sentence_end = self.sentence(cue).end;
        let mut at = end;
        while at < sentence_end {
            let word = self.word(at);
            if clausal && let Some(beyond) = self.continued(cue, at) {
                at = beyond;
                continue;
            }
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

    /// Where a second clause of what is said ends that was hung on the cue: `says prices rose, and the poor were hit`.
    /// `at` is the comma or the joining word before it. Who reports again, or goes on with a verb of his own, starts
    /// something new.
    fn continued(&self, cue: usize, at: usize) -> Option<usize> {
        let first = if self.is(at, ",") { at + 1 } else { at };
        if self.is(first, "including") && first > at {
            let top = self.below(cue, first)?;
            let phrase = self.analysis.subtree(top);
            return (phrase.start == first).then_some(phrase.end);
        }
        if !self.is_one_of(first, &["and", "but", "or", "so"]) {
            return None;
        }
        // "and that prices rose", hung wherever it may be below the cue.
        if self.is(first + 1, "that") && matches!(self.xpos(first + 1), "IN" | "WDT") {
            let top = self.below(cue, first + 1).filter(|&top| top > first)?;
            return Some(self.analysis.subtree(top).end);
        }
        // Only a clause goes on in another: "may blame trade, but the cause is" tells two things.
        let said = |&child: &usize| {
            matches!(self.deprel(child), Deprel::Ccomp | Deprel::Parataxis | Deprel::Xcomp)
                && child > cue
                && child < first
        };
        self.children(cue).find(said)?;
        let clause = self.below(cue, first).filter(|&clause| clause > first)?;
        let phrase = self.analysis.subtree(clause);
        let subject = self.analysis.subject(clause).filter(|&subject| subject > first)?;
        let joined =
            matches!(self.deprel(clause), Deprel::Conj | Deprel::Parataxis | Deprel::Ccomp);
        let holds_clause = self.children(clause).any(|child| {
            self.deprel(child) == Deprel::Ccomp
                || (self.deprel(child) == Deprel::Xcomp && self.is_cue(clause))
        });
        // "and the bank warned of a crisis": somebody else speaks.
        let reports = self.is_saying(clause)
            || (holds_clause && self.quotation(clause).is_none())
            || (self.is_cue(clause) && self.upos(subject) != Upos::Pron);
        (joined && phrase.start >= at && self.is_finite(clause) && !reports).then_some(phrase.end)
    }

    /// The end of a content, moved to the end of the quotation that it enters near its close: what a speaker is quoted
    /// with is his to the last word.
    pub(super) fn quotation_end(&self, start: usize, end: usize) -> usize {
        let Some(last) = (start..end).rev().find(|&token| self.is_word(token)) else { return end };
        let Some(quotation) =
            self.quotation(last).and_then(|idx| self.analysis.quotations.get(idx))
        else {
            return end;
        };
        let tokens = self.analysis.tokens_in(quotation.range);
        let enters = tokens.start >= start;
        let same_block = self.document.block_at(quotation.range.start())
            == self.document.block_at(quotation.range.end().saturating_sub(1));
        if enters && same_block && quotation.closed { tokens.end.max(end) } else { end }
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
        if self.is(at, "according") && self.is(at + 1, "to") {
            return true;
        }
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
        if self.upos(at) == Upos::Cconj && !self.is(at + 1, "that") {
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
            && !self.is_quoted_on(cue, at)
            && (matches!(self.xpos(at), "WP" | "WDT" | "WRB" | "WP$")
                || (self.upos(at) == Upos::Adp
                    && matches!(self.xpos(at + 1), "WP" | "WDT" | "WRB" | "WP$"))
                || (self.is(at, "with") && self.deprel(at) == Deprel::Case))
    }

    /// Whether the words before and behind `at` are quotations: `called him a “liar”, who is “amoral”` is one description.
    fn is_quoted_on(&self, cue: usize, at: usize) -> bool {
        let end = self.sentence(cue).end;
        let clause = self.head(at).filter(|&clause| clause > at);
        (cue + 1..at).any(|token| self.quotation(token).is_some())
            && (at..end.min(at + 12)).any(|token| self.quotation(token).is_some())
            && clause.is_none_or(|clause| !self.is_saying(clause))
    }

    /// Behind an object: when and where it was said.
    fn is_setting(&self, at: usize) -> bool {
        let told_when = matches!(self.deprel(at), Deprel::Mark | Deprel::Advmod)
            && self.is_one_of(
                at,
                &["after", "before", "when", "while", "as", "since", "although", "though"],
            )
            && self.head(at).is_some_and(|clause| self.is_finite(clause) && clause > at);
        // "problems during the debate" are what is talked of, "complained during the debate" is when.
        let during = self.is(at, "during")
            && self.deprel(at) == Deprel::Case
            && self.head(at).is_some_and(|head| self.deprel(head) != Deprel::Nmod);
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
        self.upos(verb) == Upos::Verb
            && entries
                .iter()
                .any(|entry| self.stands_whole(verb, entry) && entry.frames.iter().any(firm))
    }

    fn is_saying(&self, verb: usize) -> bool {
        self.upos(verb) == Upos::Verb
            && lexicon::entries_of(self.lemma(verb), self.word(verb), Class::Verb)
                .iter()
                .any(|entry| entry.quote().is_some() && self.stands_whole(verb, entry))
    }

    /// Whether the further words of a cue follow it: `go on` is one, `go` is none.
    fn stands_whole(&self, verb: usize, entry: &lexicon::Entry) -> bool {
        entry.rest.iter().enumerate().all(|(at, word)| self.is(verb + 1 + at, word))
    }

    /// What a cue behind or before a whole sentence reports: `Prices fell, the bank said`, `According to the bank,
    /// prices fell`. `phrase` is the cue with its holder.
    pub(super) fn around(&self, phrase: &Range<usize>) -> Option<Range<usize>> {
        let sentence = self.sentence(phrase.start);
        let start = self.after_dateline(&sentence).min(phrase.start);
        let sentence = start..sentence.end;
        let is_comma = |token: usize| self.is_one_of(token, &[",", "–", "—", "-", "--"]);
        // The comma itself may have been hung on the phrase.
        let mut phrase = phrase.clone();
        while phrase.start + 1 < phrase.end && !self.is_word(phrase.start) {
            phrase.start += 1;
        }
        while phrase.end > phrase.start + 1 && !self.is_word(phrase.end - 1) {
            phrase.end -= 1;
        }
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

    /// The sentence around a remark such as `, he said,` that parts it in two, and the word that heads it. Commas tell,
    /// whatever the tree makes of the halves.
    pub(super) fn parted(&self, verb: usize, subject: usize) -> Option<[Range<usize>; 2]> {
        let sentence = self.sentence(verb);
        let is_comma = |token: usize| self.is_one_of(token, &[",", "–", "—", "--"]);
        let quoted = |token: usize| self.quotation(token).is_some();
        let open = (sentence.start..verb.min(subject)).rev().find(|&token| is_comma(token))?;
        let close = (verb.max(subject) + 1..sentence.end).find(|&token| is_comma(token))?;
        let remark = open + 1..close;
        let plain = remark.len() <= REMARK
            && self.analysis.subtree(subject).start >= remark.start
            && remark.clone().all(|token| !quoted(token) && self.upos(token) != Upos::Sconj)
            && !matches!(self.xpos(subject), "WP" | "WDT")
            && !self.is_one_of(remark.start, &["and", "but", "as", "who", "which", "that", "or"])
            && remark.clone().filter(|&token| self.upos(token) == Upos::Verb).count() == 1
            // Between the verb and the comma stands nothing that could be what is said.
            && (verb + 1..close).all(|token| {
                token == subject
                    || self.analysis.ancestors(token).any(|above| above == subject)
                    || !matches!(self.deprel(token), Deprel::Obj | Deprel::Ccomp | Deprel::Xcomp)
            });
        let start = self.after_dateline(&sentence).min(open);
        let (before, behind) = (start..open, close + 1..sentence.end);
        let words =
            |range: &Range<usize>| range.clone().filter(|&token| self.is_word(token)).count();
        let one = start..sentence.end;
        let one = one
            .filter(|token| !remark.contains(token))
            .all(|token| !quoted(token) && !self.is_one_of(token, &[";", ":"]));
        (plain && one && words(&before) > 0 && words(&behind) > 1).then_some([before, behind])
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
        // "said Ana Lee, who was asked in Bonn": once a name follows, whatever the sentence goes on with.
        let inverted = inverted
            || (!named
                && comma + 1 == verb
                && matches!(self.xpos(verb), "VBD" | "VBZ")
                && self.is_saying(verb)
                && self.named_behind(verb, sentence.end));
        ((inverted || straight) && finite)
            .then_some(self.after_dateline(sentence).min(comma)..comma)
    }

    /// Whether a name, with or without its title, follows the verb at once.
    fn named_behind(&self, verb: usize, end: usize) -> bool {
        let phrase = (verb + 1..end.min(verb + 12)).take_while(|&token| {
            matches!(
                self.upos(token),
                Upos::Det
                    | Upos::Adj
                    | Upos::Noun
                    | Upos::Propn
                    | Upos::Adv
                    | Upos::Part
                    | Upos::Num
            ) || (self.upos(token) == Upos::Verb && self.deprel(token) == Deprel::Amod)
        });
        phrase.last().is_some_and(|last| {
            matches!(self.upos(last), Upos::Propn)
                || (self.upos(last) == Upos::Noun && last <= verb + 5)
        })
    }

    /// The speaker of `goals will be met, said Ana Lee, who leads the firm`, whatever the tree makes of it.
    pub(super) fn inverted_speaker(&self, verb: usize) -> Option<usize> {
        let sentence = self.sentence(verb);
        let behind_comma = verb > sentence.start && self.is_one_of(verb - 1, &[",", "”", "\""]);
        let takes = self.children(verb).any(|child| {
            child > verb
                && matches!(self.deprel(child), Deprel::Ccomp | Deprel::Obj | Deprel::Xcomp)
                // A name taken for a clause is the speaker.
                && !(self.upos(child) == Upos::Propn && self.child(child, Deprel::Cop).is_none())
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
    pub(super) fn after_dateline(&self, sentence: &Range<usize>) -> usize {
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
        // Behind "told" stands whoever was told.
        let addresses = lexicon::entries_of(self.lemma(verb), self.word(verb), Class::Verb)
            .iter()
            .any(|entry| entry.frame(lexicon::Complement::AddresseeClause).is_some());
        let after = || {
            let end = if addresses { verb + 1 } else { tokens.end.min(verb + 6) };
            (verb + 1..end).take_while(|&token| !stops(token)).find(is_nominal)
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
