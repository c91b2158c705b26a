//! How far it holds who does something: `some Tories`, `not even Lee`, `all but two of the banks`, `neither Lee nor Hall`.

use super::view::View;
use crate::language::Upos;

/// Words before a phrase that say how far it holds.
const LIMITS: &[&str] = &[
    "not",
    "hardly",
    "scarcely",
    "barely",
    "almost",
    "nearly",
    "virtually",
    "neither",
    "even",
    "only",
];

impl View<'_> {
    /// Where the words begin that a phrase must not lose, `not even`, `hardly`, `neither`, right before its first token.
    pub(super) fn limit(&self, first: usize) -> Option<usize> {
        let start = self.sentence(first).start;
        let limits = |&token: &usize| self.is_one_of(token, LIMITS);
        let count = first.checked_sub(2).filter(|&count| {
            count >= start
                && self.is_count(count)
                && (self.is(count + 1, "but") || self.upos(first) == Upos::Num)
        });
        let first = count.unwrap_or(first);
        let limit = (start..first).rev().take_while(limits).last();
        // "not only Tories but Whigs": the Tories too.
        let both =
            |limit: usize| self.is(limit, "not") && self.is_one_of(limit + 1, &["only", "just"]);
        let limit = limit.filter(|&limit| self.upos(first) != Upos::Adp && !both(limit));
        let up = first.checked_sub(2).filter(|&up| up >= start && self.is_up_to(up, first));
        limit.or(count).or(up)
    }

    /// Whether `up to` stands before a number.
    fn is_up_to(&self, up: usize, number: usize) -> bool {
        self.is(up, "up") && self.is(up + 1, "to") && self.upos(number) == Upos::Num
    }

    /// Whether `4 in 10`, `all but two` begins here.
    pub(super) fn is_count(&self, first: usize) -> bool {
        self.is(first + 1, "but") && self.is_one_of(first, &["all", "every", "everyone"])
            || self.is(first + 1, "in") && self.upos(first) == Upos::Num
    }

    /// The words that a phrase begins with and that say how far it holds; none in most.
    pub(super) fn limits(&self, holder: usize) -> std::ops::Range<usize> {
        let start = self.analysis.tokens_in(self.source(holder)).start;
        if self.is_up_to(start, start + 2) {
            return start..start + 2;
        }
        let end = (start..holder).find(|&token| !self.is_one_of(token, LIMITS)).unwrap_or(holder);
        start..end.max(start)
    }

    /// Whether the words that name the holder say that it is not he: `none of the unions`, `no Tory`, `few voters`, `neither
    /// Ana Lee nor Tom Hall`, `not even Ana Lee`.
    pub(super) fn is_denied(&self, holder: usize) -> bool {
        let holder = self.antecedent(holder);
        let tokens = self.analysis.tokens_in(self.source(holder));
        let few = |token: usize| {
            self.is(token, "few")
                && !token.checked_sub(1).is_some_and(|before| {
                    self.is_one_of(
                        before,
                        &["a", "the", "these", "those", "its", "his", "her", "their"],
                    )
                })
        };
        tokens.clone().next().is_some_and(|first| {
            let more = self.is_one_of(
                first + 1,
                &["only", "just", "merely", "simply", "fewer", "less", "more", "doubt"],
            );
            !more
                && self.is_one_of(
                    first,
                    &["no", "none", "neither", "not", "hardly", "scarcely", "nobody"],
                )
                || self.is_one_of(first, &["almost", "nearly", "virtually", "practically"])
                    && self.is_one_of(first + 1, &["no", "none", "nobody"])
                || few(first)
                || self.is_one_of(first, &["very", "too"]) && few(first + 1)
        })
    }
}
