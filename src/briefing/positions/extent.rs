//! How far a content reaches where the tree alone does not tell: phrases hung on the cue that belong to what is
//! said, and remarks that do not.

use std::ops::Range;

use super::lexicon::{self, Class};
use super::nominal::is_by_rule;
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
            if at == end && self.is_postposed(at) {
                at += 1;
                continue;
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
            // "and that action was required": nobody speaks.
            || (self.is_cue(clause)
                && self.upos(subject) != Upos::Pron
                && !self.is_passive(clause));
        (joined && phrase.start >= at && self.is_finite(clause) && !reports).then_some(phrase.end)
    }

    /// The end of a content before a second participle that goes with the cue, though it was hung on what is said: `saying
    /// that it has no plans and calling the talk idle`.
    pub(super) fn before_participle(&self, cue: usize, content: Range<usize>) -> usize {
        let nominal = self.upos(cue) == Upos::Noun;
        let joins = |&token: &usize| {
            let next = token + 1;
            self.is_one_of(token, &["and", "but"])
                && next < content.end
                && self.xpos(next) == "VBG"
                && self.quotation(next).is_none()
                && self.deprel(next) == Deprel::Conj
                && self.head(next).is_some_and(|first| {
                    // "Lee's firing" is a noun, whatever its ending.
                    let like = matches!(self.xpos(first), "VBG" | "NN" | "NNS")
                        && self.child(first, Deprel::NmodPoss).is_none();
                    content.contains(&first) && !like && (!nominal || self.is_infinitive(first))
                })
        };
        if self.xpos(cue) != "VBG" && !nominal {
            return content.end;
        }
        content.clone().skip(2).find(joins).unwrap_or(content.end)
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
        // "lawsuits alleging fraud; her resorts": another thing, unless the two are joined.
        let ends = |at: usize| {
            let joined = |token: usize| {
                self.deprel(token) == Deprel::Conj && self.head(token).is_some_and(|it| it < at)
            };
            self.is(at, ";") && !quoted(at) && !(at + 1..end).any(joined)
        };
        let end = (start..end).find(|&at| !clausal && ends(at)).unwrap_or(end);
        let mut at = start + 2;
        while at < end {
            if self.is_postposed(at) {
                at += 1;
                continue;
            }
            let after_comma =
                self.is_one_of(at - 1, &[",", "–", "—", "--", "”", "\""]) && !quoted(at);
            let stop = !quoted(at)
                && ((after_comma && self.is_remark(cue, at, clausal))
                    || (self.is(at, "according")
                        && self.is(at + 1, "to")
                        && !is_by_rule(self, at))
                    || (!clausal && self.is_setting(cue, at))
                    || (clausal && self.is_second_cue(cue, at))
                    || (!clausal && self.names_reporter(at)));
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
                // "that if sales fall, as the data suggest, jobs would go": the main clause comes behind.
                let before = self.is(at, "as")
                    && self
                        .analysis
                        .ancestors(clause)
                        .take_while(|&above| above != cue)
                        .any(|main| main > clause);
                clause > at && !before && self.is_saying(clause) && self.is_finite(clause)
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
    fn is_setting(&self, cue: usize, at: usize) -> bool {
        // "sees what people want long before they do": when they want it.
        let inner = |clause: usize| {
            self.head(clause).is_some_and(|verb| {
                cue < verb && verb < at && self.has_tense(verb) && self.upos(verb) == Upos::Verb
            })
        };
        let told_when = matches!(self.deprel(at), Deprel::Mark | Deprel::Advmod)
            && self.is_one_of(
                at,
                &["after", "before", "when", "while", "as", "since", "although", "though"],
            )
            && self
                .head(at)
                .is_some_and(|clause| self.is_finite(clause) && clause > at && !inner(clause));
        // "problems during the debate" are what is talked of, "complained during the debate" is when.
        let during = self.is(at, "during")
            && self.deprel(at) == Deprel::Case
            && self.head(at).is_some_and(|head| self.deprel(head) != Deprel::Nmod);
        let occasion = self.deprel(at) == Deprel::Case
            && self.is_one_of(at, &["in", "at", "on", "after", "before"])
            // "defended the plan to close it only on Friday": what is told is when.
            && !at.checked_sub(1).is_some_and(|only| self.is_one_of(only, &["just", "not", "only", "solely"]))
            && self.head(at).is_some_and(|head| head > at && is_circumstance(self, head));
        told_when || during || occasion
    }

    /// `called it “absurd,” and Lee, who says it is bad`: somebody else speaks from here.
    pub(super) fn names_reporter(&self, at: usize) -> bool {
        let reports = |child: usize| {
            self.deprel(child) == Deprel::AclRelcl
                && self.is_saying(child)
                && self.quotation(child).is_none()
        };
        self.upos(at) == Upos::Cconj
            && self
                .head(at)
                .filter(|&other| other > at)
                .is_some_and(|other| self.children(other).any(reports))
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

    pub(super) fn tensed(&self, verb: usize) -> usize {
        self.children(verb)
            .find(|&child| matches!(self.deprel(child), Deprel::Aux | Deprel::AuxPass))
            .unwrap_or(verb)
    }

    /// Whether the verb reports whatever its subject is.
    pub(super) fn is_cue(&self, verb: usize) -> bool {
        let entries = lexicon::entries_of(self.lemma(verb), self.word(verb), Class::Verb);
        let firm = |frame: &lexicon::Frame| frame.strength == lexicon::Strength::Any;
        self.upos(verb) == Upos::Verb
            && entries
                .iter()
                .any(|entry| self.stands_whole(verb, entry) && entry.frames.iter().any(firm))
    }

    pub(super) fn is_saying(&self, verb: usize) -> bool {
        self.upos(verb) == Upos::Verb
            && lexicon::entries_of(self.lemma(verb), self.word(verb), Class::Verb)
                .iter()
                .any(|entry| entry.quote().is_some() && self.stands_whole(verb, entry))
    }

    /// Whether the further words of a cue follow it: `go on` is one, `go` is none.
    fn stands_whole(&self, verb: usize, entry: &lexicon::Entry) -> bool {
        entry.rest.iter().enumerate().all(|(at, word)| self.is(verb + 1 + at, word))
    }
}

#[cfg(test)]
mod tests {
    use crate::briefing::positions::testing::texts;

    #[test]
    fn behind_a_semicolon_another_thing_begins() {
        let text = "Ana Lee had to defend several deals - Tam University, which is caught up in lawsuits alleging fraud; her \
                    clothing line, some of which is made in other countries; her resorts, which hire foreign workers.";
        assert!(
            texts(text).iter().any(|line| line == "Lawsuits alleged fraud."),
            "{:?}",
            texts(text)
        );
        assert_eq!(
            texts(
                "Ana Lee rejected the toll; the mayor's plan, some of which was late; and the tax."
            ),
            ["Ana Lee rejected the toll; the mayor's plan, some of which was late; and the tax."]
        );
    }

    #[test]
    fn a_second_participle_behind_somebodys_firing_is_no_firing() {
        let text = "That morning, an angry army of workers had amassed, calling for Ana Lee's firing and carrying signs.";
        assert_eq!(texts(text), ["An angry army of workers called for Ana Lee's firing."]);
    }
}
