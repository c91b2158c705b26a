//! The cue beside a quotation: who speaks, by which verb or mark before or behind the quotation marks.

use std::ops::Range;

use super::arguments::is_expletive;
use super::claim::{Claim, Manner};
use super::cue::cue_range;
use super::lexicon::{self, Class, Frame, Strength};
use super::occasion::is_day;
use super::subject::subject;
use super::view::View;
use crate::language::{Deprel, Quotation, Upos};
use crate::text::TextRange;

/// A cue beside a quotation.
pub(super) struct Cue {
    pub(super) verb: usize,
    range: TextRange,
    pub(super) holder: Option<usize>,
    /// Through whom the words came.
    via: Option<usize>,
    frame: Frame,
}

impl Cue {
    pub(super) fn claim(&self, content: TextRange) -> Claim {
        let mut claim = Claim::new(self.verb, self.range, &self.frame);
        claim.holder = self.holder;
        claim.via = self.via;
        claim.content = vec![content];
        claim.manner = Manner::Quotation;
        claim
    }
}

/// The verb of saying after the quotation, or before it.
pub(super) fn cue_of(view: &View<'_>, quotation: &Quotation) -> Option<Cue> {
    let tokens = view.analysis.tokens_in(quotation.range);
    let (first, last) = (tokens.start, tokens.end.checked_sub(1)?);
    let after = narrative_after(view, last);
    let before = narrative_before(view, first);
    let ends_sentence = {
        let text = quotation.range.slice(view.text()).trim_end_matches(['”', '"', '’', '\'', '»']);
        text.ends_with('.')
    };
    // "called it “a shame,” but he also noted", "while he suggested": another clause, with words of its own.
    let goes_on = |tokens: &Range<usize>| {
        view.upos(tokens.start) != Upos::Cconj
            && !view.is_one_of(
                tokens.start,
                &["after", "although", "because", "before", "since", "though", "whereas", "while"],
            )
    };
    let behind = || after.clone().filter(goes_on).and_then(|tokens| cue_after(view, tokens));
    let ahead = || before.clone().and_then(|tokens| cue_before(view, tokens));
    // A comma or a question mark inside hands over to the cue behind; a full stop ends all.
    if ends_sentence { ahead().or_else(behind) } else { behind().or_else(ahead) }
}

/// The words between the quotation's end and the end of the sentence or the next quotation.
fn narrative_after(view: &View<'_>, last: usize) -> Option<Range<usize>> {
    let sentence = view.sentence(last);
    let mut end = sentence.end;
    // The splitter may part a question in quotation marks from its cue.
    if end == last + 1 {
        let next = view.analysis.sentences.get(view.analysis.sentence_of(last) + 1)?;
        // A question in quotation marks ends no sentence, though it looks so: "Why?" Ms. Lee asked.
        let asks = view
            .analysis
            .tokens_in(TextRange::new(
                view.range(last).start().saturating_sub(4),
                view.range(last).end(),
            ))
            .any(|token| view.is_one_of(token, &["?", "!", "..", "...", "…"]));
        let starts_small = view
            .word(next.tokens.start)
            .starts_with(|first: char| first.is_lowercase() || matches!(first, '–' | '—' | '―'))
            || (asks && is_bare_cue(view, next.tokens.clone()));
        if next.block != view.analysis.sentences.get(view.analysis.sentence_of(last))?.block
            || !starts_small
        {
            return None;
        }
        end = next.tokens.end;
    }
    let stop = (last + 1..end).find(|&token| view.quotation(token).is_some()).unwrap_or(end);
    (stop > last + 1).then_some(last + 1..stop)
}

/// Whether a sentence is no more than a speaker with a verb of saying.
fn is_bare_cue(view: &View<'_>, tokens: Range<usize>) -> bool {
    let verb = tokens.clone().find(|&token| view.upos(token) == Upos::Verb);
    verb.is_some_and(|verb| {
        verb < tokens.start + 10
            && quote_frame(view, verb).is_some()
            && view.children(verb).all(|child| {
                !matches!(view.deprel(child), Deprel::Ccomp | Deprel::Xcomp | Deprel::Obj)
            })
    })
}

pub(super) fn narrative_before(view: &View<'_>, first: usize) -> Option<Range<usize>> {
    let sentence = view.sentence(first);
    let mut start = sentence.start;
    // `She had a warning:` ends a sentence for some splitters.
    if start == first {
        let before =
            view.analysis.sentences.get(view.analysis.sentence_of(first).checked_sub(1)?)?;
        let last = before.tokens.end.checked_sub(1)?;
        if !view.is_one_of(last, &[":", ","]) {
            return None;
        }
        start = before.tokens.start;
    }
    let from = (start..first)
        .rev()
        .find(|&token| view.quotation(token).is_some())
        .map_or(start, |token| token + 1);
    (from < first).then_some(from..first)
}

/// `, Ms. Lee said`, `said Ms. Lee`, `he told reporters`.
fn cue_after(view: &View<'_>, tokens: Range<usize>) -> Option<Cue> {
    if let Some(cue) = signed(view, &tokens) {
        return Some(cue);
    }
    // "called it “a joke,” and Ana Lee says that": the next clause, with what she says behind its verb.
    let goes_on = |verb: usize| {
        let first = tokens.clone().find(|&token| view.is_word(token));
        let clause = view.children(verb).any(|child| {
            child > verb && view.deprel(child) == Deprel::Ccomp && view.quotation(child).is_none()
        });
        // "Ana Lee, citing “the mood,” said the tax": her subject stands before the marks.
        let subject = || {
            let own = view.analysis.subject(verb).filter(|&own| view.quotation(own).is_none());
            own.is_some_and(|own| own < tokens.start)
        };
        let inverted = first == Some(verb) && view.upos(verb + 1) == Upos::Propn;
        clause
            && (first.is_some_and(|first| view.upos(first) == Upos::Cconj)
                || (first == Some(verb) && !inverted && subject()))
    };
    let mut words = 0;
    for token in tokens.clone() {
        // "was quoted as saying": by whom does not matter.
        if view.is(token, "quoted") && view.is(token + 1, "as") && view.is_passive(token) {
            words += 1;
            continue;
        }
        // "an aide, who asked not to be named, said": not what he asked.
        let asks_not_to = view.deprel(token) == Deprel::AclRelcl
            && (view.children(token).any(|child| view.deprel(child) == Deprel::Xcomp)
                || matches!(view.lemma(token), "ask" | "demand" | "insist" | "request"));
        // "quoted Ana Lee as saying": she said it.
        if view.lemma(token) == "quote"
            && view.children(token).any(|child| view.deprel(child) == Deprel::Obj && child > token)
            && (token..tokens.end).any(|at| view.is(at, "as") && view.is(at + 1, "saying"))
        {
            words += 1;
            continue;
        }
        if matches!(view.upos(token), Upos::Verb | Upos::Aux)
            && !asks_not_to
            && let Some(frame) = quote_frame(view, token)
            && (words > 0 || opens_name(view, token + 1))
        {
            return verb_cue(view, token, frame, &tokens).filter(|_| !goes_on(token));
        }
        // Another verb first: the sentence goes on by itself.
        if view.upos(token) == Upos::Verb
            && view.is_finite(token)
            && view.deprel(token) != Deprel::AclRelcl
            && words < 3
        {
            return None;
        }
        if view.is(token, "according") {
            let holder = tokens
                .clone()
                .find(|&noun| view.preposition(noun).as_deref() == Some("according to"))?;
            let frame =
                *lexicon::entries("according", Class::Preposition).first()?.frames.first()?;
            let range = view.range(token).cover(view.range(token + 1));
            return Some(Cue { verb: token, range, holder: Some(holder), via: None, frame });
        }
        words += usize::from(view.is_word(token));
        if words > 25 {
            return None;
        }
    }
    None
}

/// `posted a statement attributed to Ana Lee:`: the words are his, through whoever tweeted them.
pub(super) fn attributed(view: &View<'_>, tokens: &Range<usize>) -> Option<Cue> {
    let cue = tokens.clone().find(|&token| {
        view.is_one_of(token, &["attributed", "ascribed"]) && view.is(token + 1, "to")
    })?;
    let holder =
        view.children(cue).find(|&child| view.preposition(child).as_deref() == Some("to"))?;
    let verb = view.analysis.ancestors(cue).find(|&above| view.upos(above) == Upos::Verb);
    let via = verb.and_then(|verb| subject(view, verb));
    let frame = *quote_frame_of("say")?;
    Some(Cue {
        // The colon: a line about it is worded with "said", for it is another who attributes.
        verb: tokens.end.checked_sub(1)?,
        range: view.range(cue).cover(view.range(cue + 1)),
        holder: Some(holder),
        via,
        frame,
    })
}

/// Whether a name or a noun starts here, as it does after `said` in “said Ms. Lee”.
fn opens_name(view: &View<'_>, token: usize) -> bool {
    matches!(
        view.upos(token),
        Upos::Propn | Upos::Noun | Upos::Pron | Upos::Det | Upos::Adj | Upos::Num
    )
}

/// `“...” — Ana Lee`: a dash and a name are all that follows.
fn signed(view: &View<'_>, tokens: &Range<usize>) -> Option<Cue> {
    let dash = tokens
        .clone()
        .next()
        .filter(|&token| view.is_one_of(token, &["–", "—", "―", "--", "-", "~"]))?;
    let words = || tokens.clone().filter(|&token| view.is_word(token));
    let quiet = words().all(|token| view.upos(token) != Upos::Verb) && words().count() <= 12;
    let name = words().next().filter(|&token| view.upos(token) == Upos::Propn && quiet)?;
    let holder = view
        .analysis
        .ancestors(name)
        .take_while(|above| tokens.contains(above))
        .last()
        .unwrap_or(name);
    let frame = *quote_frame_of("say")?;
    Some(Cue { verb: dash, range: view.range(dash), holder: Some(holder), via: None, frame })
}

/// `He said, “`, `Her reply was:`, `The senator:`.
fn cue_before(view: &View<'_>, tokens: Range<usize>) -> Option<Cue> {
    if let Some(cue) = attributed(view, &tokens) {
        return Some(cue);
    }
    // "he said, but “": the joining word is neither cue nor content.
    let last = tokens
        .clone()
        .rev()
        .find(|&token| view.is_word(token) && view.upos(token) != Upos::Cconj)?;
    let handed = view.is_one_of(tokens.end - 1, &[":", ","]);
    for token in tokens.clone().rev() {
        // ", tweeting, “": a participle taken for a noun.
        let participle = token == last
            && view.xpos(token) == "NN"
            && view.word(token).ends_with("ing")
            && view.is(token.saturating_sub(1), ",");
        if (matches!(view.upos(token), Upos::Verb | Upos::Aux) || participle)
            && let Some(frame) = quote_frame(view, token)
        {
            // "writing in a post “I have ...”": a capital tells that a sentence starts there.
            let starts = last < token + 6
                && view
                    .word(tokens.end + usize::from(!view.is_word(tokens.end)))
                    .starts_with(char::is_uppercase);
            let ends = token == last || handed || starts;
            return ends.then(|| verb_cue(view, token, frame, &tokens)).flatten();
        }
        if view.is_one_of(token, &[":"]) && token + 1 != tokens.end {
            break;
        }
    }
    // A colon alone: whoever the sentence is about speaks.
    if view.is(tokens.end - 1, ":") {
        let root = tokens.clone().find(|&token| {
            view.head(token).is_none_or(|head| !tokens.contains(&head)) && view.is_word(token)
        })?;
        let holder =
            subject(view, root).or_else(|| (view.upos(root) == Upos::Propn).then_some(root))?;
        if !view.suits(holder, Strength::Source) {
            return None;
        }
        let frame = *quote_frame_of("say")?;
        return Some(Cue {
            verb: tokens.end - 1,
            range: view.range(tokens.end - 1),
            holder: Some(holder),
            via: None,
            frame,
        });
    }
    None
}

/// Whether nothing but a speaker stands between a quotation and the verb behind it, or right behind that verb: `Ana Lee
/// said`, `said the mayor`.
fn is_framed(view: &View<'_>, verb: usize, tokens: &Range<usize>) -> bool {
    let nominal = |token: usize| {
        matches!(
            view.upos(token),
            Upos::Propn | Upos::Noun | Upos::Pron | Upos::Det | Upos::Adj | Upos::Num | Upos::Part
        ) && !is_day(view, token)
            && !matches!(view.xpos(token), "WP" | "WDT")
    };
    let mut before = (tokens.start..verb).filter(|&token| view.is_word(token)).peekable();
    match before.peek() {
        Some(_) => before.all(nominal),
        None => nominal(verb + 1) && opens_name(view, verb + 1),
    }
}

fn quote_frame(view: &View<'_>, token: usize) -> Option<Frame> {
    let entries = lexicon::entries_of(view.lemma(token), view.word(token), Class::Verb);
    let short = entries.iter().find(|entry| entry.rest.is_empty()).and_then(|entry| entry.quote());
    short.copied().or_else(|| {
        let longer = entries.iter().find(|entry| {
            !entry.rest.is_empty()
                && entry.quote().is_some()
                && entry.rest.iter().enumerate().all(|(at, word)| view.is(token + 1 + at, word))
        })?;
        longer.quote().copied()
    })
}

pub(super) fn quote_frame_of(lemma: &str) -> Option<&'static Frame> {
    lexicon::entries(lemma, Class::Verb).iter().find(|entry| entry.rest.is_empty())?.quote()
}

fn verb_cue(view: &View<'_>, verb: usize, frame: Frame, tokens: &Range<usize>) -> Option<Cue> {
    // "the rebels proclaimed" behind a quotation is at times read as "the rebels proclaimed by".
    let passive = view.children(verb).any(|child| {
        matches!(view.deprel(child), Deprel::AuxPass | Deprel::NsubjPass | Deprel::OblAgent)
    });
    let own = if passive { view.child(verb, Deprel::OblAgent) } else { subject(view, verb) };
    let own = own
        .filter(|&holder| view.quotation(holder).is_none() && !is_expletive(view, holder))
        // Behind "told" stands whoever was told.
        .filter(|&holder| holder < verb || !view.addresses(verb));
    // The parser is easily led astray between quotation marks: else the noun beside the verb speaks.
    let beside = || if passive { None } else { view.beside(verb, tokens) };
    // “..., said Ana Lee”: whoever stands right there speaks, whatever subject the tree finds on the other side.
    let pronoun = verb.checked_sub(1).filter(|&before| {
        tokens.contains(&before) && view.is_one_of(before, &["he", "she", "they", "we", "I"])
    });
    let near =
        pronoun.filter(|_| !passive).or(own.filter(|own| tokens.contains(own))).or_else(|| {
            let behind = view.quotation(tokens.start.checked_sub(1)?).is_some();
            if behind && is_framed(view, verb, tokens) { beside() } else { None }
        });
    let holder = near.or(own).or_else(beside);
    if holder.is_none() && !passive {
        return None;
    }
    if holder.is_some_and(|holder| !view.suits(holder, Strength::Any)) {
        return None;
    }
    // "pointed out", "went on", "put it"
    let longer = lexicon::entries_of(view.lemma(verb), view.word(verb), Class::Verb)
        .iter()
        .filter(|entry| entry.quote().is_some())
        .map(|entry| &entry.rest)
        .filter(|rest| rest.iter().enumerate().all(|(at, word)| view.is(verb + 1 + at, word)))
        .map(Vec::len)
        .max();
    let rest: Vec<usize> = (verb + 1..=verb + longer.unwrap_or(0)).collect();
    Some(Cue { verb, range: cue_range(view, verb, &rest, None), holder, via: None, frame })
}

#[cfg(test)]
mod tests {
    use crate::briefing::positions::testing::texts;

    #[track_caller]
    fn check(text: &str, line: &str) {
        assert_eq!(texts(text), [line]);
    }

    #[test]
    fn who_suggests_something_else_meanwhile_has_not_said_what_stands_before() {
        assert_eq!(
            texts(
                "\"The dam will hold,\" Ana Lee said, \"and nobody pays,\" while Tom Hall suggested the dam would fall."
            ),
            [
                "Ana Lee said: \"The dam will hold,\" … \"and nobody pays\".",
                "Tom Hall suggested the dam would fall."
            ]
        );
    }

    #[test]
    fn whoever_stands_between_the_marks_and_the_verb_speaks() {
        check(
            "The meeting, held in the old mill, “lets us hear both sides,” said Ana Lee, the group’s chief engineer.",
            "Ana Lee said the meeting, held in the old mill, “lets us hear both sides”.",
        );
    }

    #[test]
    fn whoever_is_told_does_not_speak() {
        check(
            "“The dam will hold,” Ana Lee, the chair, told the delegates.",
            "Ana Lee told the delegates: “The dam will hold”.",
        );
    }

    #[test]
    fn the_next_clause_says_its_own() {
        let lines = texts(
            "Tom Hall has called the 12-nation pact “insanity,” and Ana Lee brags that she would rip it up.",
        );
        assert_eq!(
            lines.last().map(String::as_str),
            Some("Ana Lee brags that she would rip it up.")
        );
    }

    #[test]
    fn a_participle_before_the_marks_is_a_cue_whatever_its_tag() {
        check(
            "Ana Lee laughed at the speech, tweeting, “What a speech. Who wrote it?”",
            "Ana Lee said: “What a speech. Who wrote it?”",
        );
    }
}
