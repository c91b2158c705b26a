//! Which words are the content: subtrees turned into clean stretches of the article's own text.

use std::ops::Range;

use super::claim::Claim;
use super::lexicon::{self, Class};
use super::view::View;
use crate::briefing::certainty;
use crate::language::Deprel;
use crate::text::TextRange;

impl View<'_> {
    /// The words of the subtree of `head` without those of `without`, as stretches of the text. Marks at the
    /// edges that belong to the sentence around are left out.
    pub(super) fn content(&self, head: usize, without: &[Range<usize>]) -> Vec<TextRange> {
        let tokens = self.analysis.subtree(head);
        // "which Peru is expected to sign": of the infinitive, "to sign".
        let which = self.is_infinitive(head)
            && matches!(self.xpos(tokens.start), "WDT" | "WP")
            && self.deprel(tokens.start) == Deprel::Obj
            && self.head(tokens.start) == Some(head);
        let to = self.child(head, Deprel::Mark).filter(|_| which);
        self.stretch(to.unwrap_or(tokens.start)..tokens.end, without)
    }

    /// What is held by a deed, which no words report: of `backed the treaty` all of it, for the treaty alone is no
    /// position. `None` where the content is a clause, or what is said.
    pub(super) fn deed(&self, claim: &Claim) -> Option<TextRange> {
        /// Words between a cue and what it takes: `set sights` and `on`.
        const BETWEEN: usize = 2;
        let [content] = claim.content[..] else { return None };
        let (cue, verb) = (claim.cue_range?, claim.cue?);
        let says = lexicon::say(lexicon::entries(self.lemma(verb), Class::Verb));
        let tokens = self.analysis.tokens_in(content);
        let behind = cue.end().max(self.range(verb).end());
        if behind > content.start() || says || tokens.clone().any(|token| self.has_tense(token)) {
            return None;
        }
        // A verb alone before a single word: of "has long backed Ana Lee" the last three. What is denied stays denied.
        let denied = certainty::negation(self.document, self.analysis, verb).is_some();
        let first = if denied || tokens.len() > 1 { cue } else { self.range(verb) };
        let between = self.analysis.tokens_in(TextRange::new(behind, content.start()));
        (between.len() <= BETWEEN).then(|| first.cover(content))
    }

    /// The clause that `head` heads, without the aside `phrase` and without a place and agency before it.
    pub(super) fn host_content(&self, head: usize, phrase: Range<usize>) -> Vec<TextRange> {
        let tokens = self.analysis.subtree(head);
        let sentence = self.sentence(head);
        let start = if tokens.start == sentence.start {
            self.after_dateline(&sentence)
        } else {
            tokens.start
        };
        self.stretch(start.min(phrase.start)..tokens.end, &[phrase])
    }

    /// The same for any stretch of tokens.
    pub(super) fn stretch(&self, tokens: Range<usize>, without: &[Range<usize>]) -> Vec<TextRange> {
        let mut ranges = Vec::new();
        let mut open: Option<usize> = None;
        for token in tokens.clone() {
            let kept = !without.iter().any(|range| range.contains(&token));
            match (kept, open) {
                (true, None) => open = Some(token),
                (false, Some(start)) => {
                    ranges.extend(self.trimmed(start..token));
                    open = None;
                }
                _ => {}
            }
        }
        if let Some(start) = open {
            ranges.extend(self.trimmed(start..tokens.end));
        }
        ranges
    }

    /// Without commas, dashes and the like at either end, and without a joining word at the start; quotation
    /// marks are kept where the quotation lies inside.
    pub(super) fn trimmed(&self, mut tokens: Range<usize>) -> Option<TextRange> {
        // "A: Because they left, I think": an answer's mark.
        tokens.start = self.tree().behind_turn(tokens.start).min(tokens.end);
        while tokens.start < tokens.end && self.is_loose(tokens.start, &tokens) {
            tokens.start += 1;
        }
        while tokens.start < tokens.end && self.is_loose(tokens.end - 1, &tokens) {
            tokens.end -= 1;
        }
        if tokens.is_empty() || !tokens.clone().any(|token| self.is_word(token)) {
            return None;
        }
        Some(self.with_marks(self.analysis.cover(tokens)))
    }

    fn is_loose(&self, token: usize, tokens: &Range<usize>) -> bool {
        if self.is_word(token) {
            return token == tokens.start
                && self.deprel(token) == Deprel::Cc
                && !self.is_one_of(token, &["neither", "either", "both"]);
        }
        // A closing mark or bracket belongs to its opening one.
        match self.word(token) {
            "$" | "£" | "€" | "#" | "%" => false,
            ")" | "]" => !tokens.clone().any(|other| matches!(self.word(other), "(" | "[")),
            "(" | "[" => !tokens.clone().any(|other| matches!(self.word(other), ")" | "]")),
            "." => token + 1 == tokens.end || token == tokens.start,
            _ => true,
        }
    }

    /// Widened over quotation marks that open or close at its edges, and over the rest of a quotation that it
    /// enters near its end.
    fn with_marks(&self, range: TextRange) -> TextRange {
        let mut range = range;
        let text = self.text();
        for quotation in &self.analysis.quotations {
            let inner = quotation.range;
            if inner.start() >= range.end() + 2 {
                break;
            }
            if quotation.depth > 0 || !inner.overlaps(range) {
                continue;
            }
            // Words of the quotation alone between the edge and its mark, or only signs.
            let before = TextRange::new(inner.start(), range.start().max(inner.start()));
            let after = TextRange::new(range.end().min(inner.end()), inner.end());
            let opens_inside = inner.start() >= range.start();
            let signs = |range: TextRange| !range.slice(text).chars().any(char::is_alphanumeric);
            if !opens_inside && signs(before) {
                range = range.cover(before);
            }
            if signs(after) && inner.start() >= range.start() {
                range = range.cover(after);
            }
        }
        self.with_twins(range)
    }

    /// Two single marks stand for a double one in some papers: ''so''. Where one was taken, its twin is too.
    fn with_twins(&self, range: TextRange) -> TextRange {
        let text = self.text();
        let inside = range.slice(text);
        let mut range = range;
        let before = range.start().checked_sub(1).and_then(|at| text.get(at..range.start()));
        if inside.starts_with('\'') && before == Some("'") {
            range = TextRange::new(range.start() - 1, range.end());
        }
        if inside.ends_with('\'') && text.get(range.end()..range.end() + 1) == Some("'") {
            range = TextRange::new(range.start(), range.end() + 1);
        }
        range
    }
}
