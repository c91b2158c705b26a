//! Times and occasions: when and where something was said, which is no part of what was said.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use super::view::View;
use crate::language::Upos;
use crate::language::lexicon::{Senses, lexicon};
use crate::language::times::{is_day_from_now, is_part_of_day, is_time};

impl View<'_> {
    /// Whether a verb tells only on what occasion somebody spoke: `when asked whether he would go, he said`.
    pub(super) fn is_occasion(&self, verb: usize) -> bool {
        self.lemma(verb) == "ask"
            && matches!(self.xpos(verb), "VBN" | "VBD")
            && verb > 0
            && self.is_one_of(verb - 1, &["when", "if", "once"])
    }
}

/// Nouns that behind `on`, `in`, `at`, `for` tell on what occasion; nouns of time tell when.
static OCCASIONS: LazyLock<BTreeSet<&str>> = LazyLock::new(|| LIST.split(' ').collect());

const LIST: &str = "noon midnight statement interview speech \
    tweet letter email conference briefing rally event hearing meeting debate appearance reporter \
    journalist television tv radio twitter facebook cnn msnbc nbc cbs abc behalf condition record length \
    now fact part example instance first last while background air camera show program ground page \
    occasion stage trail floor stump press start end beginning detail \
    person private public return response reply turn advance particular general court office phone \
    telephone";

/// Whether the word names a day or a month, which says nothing though it stands where a subject may: `released Wednesday
/// found`. Somebody called May, April or August does.
pub(super) fn is_day(view: &View<'_>, token: usize) -> bool {
    lexicon().senses(view.word(token)).any(Senses::WEEKDAY | Senses::MONTH)
        && view.cast.actor_of_token(token).is_none()
}

/// Where a clause begins behind a time that stands before it bare: `the town` of `said Monday night the town had no
/// money`; `start` where none does.
pub(super) fn after_time(view: &View<'_>, start: usize) -> usize {
    let mut end = if is_day(view, start) {
        start + 1
    } else if view.is_one_of(start, &["this", "last", "next"]) && is_time(&view.lower(start + 1)) {
        start + 2
    } else {
        return start;
    };
    if is_part_of_day(&view.lower(end)) {
        end += 1;
    }
    let opens = matches!(view.upos(end), Upos::Det | Upos::Pron | Upos::Propn | Upos::Num)
        || view.is(end, "that");
    if opens && !is_day(view, end) { end } else { start }
}

/// Whether the noun tells a time or an occasion: `on Monday`, `at a rally`, `in 2016`.
pub(super) fn is_circumstance(view: &View<'_>, head: usize) -> bool {
    // "committed to ending the war": a deed, unlike "at the end".
    if view.upos(head) == Upos::Verb {
        return false;
    }
    let lemma = view.lemma(head).to_lowercase();
    is_time(&lemma)
        || is_day_from_now(&lemma)
        || OCCASIONS.contains(lemma.as_str())
        || is_day(view, head)
        || (view.upos(head) == Upos::Num
            && view.word(head).len() == 4
            && view.word(head).starts_with(['1', '2']))
        || view.word(head).strip_prefix("FY").is_some_and(|year| year.parse::<u16>().is_ok())
}

/// Whether the word counts or measures: of `claimed 41 percent of the vote`, `declined 40 percent`, nobody's matter.
pub(super) fn is_amount(view: &View<'_>, token: usize) -> bool {
    view.upos(token) == Upos::Num || view.is_one_of(token, &["%", "percent", "pc", "$", "€", "£"])
}

#[cfg(test)]
mod tests {
    use super::super::testing::check_contents;

    #[test]
    fn to_end_something_is_no_time() {
        check_contents(
            "The guild is opposed to ending the toll.",
            &["is opposed to ending the toll"],
        );
        check_contents(
            "The king called for starting the talks.",
            &["called for starting the talks"],
        );
        check_contents("The king called for talks at the end of May.", &["called for talks"]);
    }

    #[test]
    fn what_somebody_is_happy_to_do_may_be_read_as_a_second_subject() {
        check_contents("The guild is happy to end the toll.", &["is happy to end the toll"]);
        check_contents("It is hard to end the toll.", &[]);
    }
}
