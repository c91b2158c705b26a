//! The commas and dashes around what was cut out of a sentence: which of them go with it.

use super::{Writer, clause, tail};
use crate::language::lexicon::{Senses, lexicon};
use crate::language::{Deprel, Upos};

/// Verbs that say, behind a comma and at the end, whose word or finding it is.
const HOLDING: &[&str] = &[
    "add",
    "allege",
    "announce",
    "believe",
    "calculate",
    "claim",
    "conclude",
    "decide",
    "estimate",
    "find",
    "insist",
    "recall",
    "rule",
    "think",
];

/// An aside that was cut, with the marks around it.
struct Gap {
    aside: usize,
    first: usize,
    last: usize,
    /// The mark before it.
    opening: Option<usize>,
    /// Where the mark behind it stands, if there is one.
    closes: usize,
}

impl Writer<'_> {
    /// Cuts the marks out of `tokens` that stood around the asides which were `removed`.
    pub(super) fn close_gaps(&self, removed: &[usize], tokens: &mut Vec<usize>) {
        let tree = &self.tree;
        for gap in removed.iter().filter_map(|&aside| self.gap(aside)) {
            self.close_gap(&gap, tokens);
        }
        for &aside in removed {
            self.join_to_verb(aside, tokens);
        }
        // "says that, while he knew, Ruiz left": the comma goes with what stood behind it.
        let mut gap = 0;
        while gap + 2 < tokens.len() {
            let (mark, comma, next) = (tokens[gap], tokens[gap + 1], tokens[gap + 2]);
            let ties = tree.deprel(mark) == Deprel::Mark && tree.is_word(mark, &["that"]);
            if ties && tree.word(comma) == "," && comma == mark + 1 && next > comma + 1 {
                tokens.remove(gap + 1);
            }
            gap += 1;
        }
        while let Some(&last) = tokens.last()
            && tree.upos(last) == Upos::Punct
            && matches!(tree.word(last), "," | ";" | ":" | "–" | "—" | "-" | "--")
        {
            tokens.pop();
        }
    }

    fn is_comma(&self, at: usize) -> bool {
        matches!(self.tree.word(at), "," | "–" | "—" | "--" | "-")
    }

    fn gap(&self, aside: usize) -> Option<Gap> {
        let words = self.tree.subtree(aside, |_| true);
        let (&first, &last) = (words.first()?, words.last()?);
        let opening = if self.is_comma(first) { Some(first) } else { first.checked_sub(1) };
        let opening = opening.filter(|&at| self.is_comma(at));
        let closes = if self.is_comma(last) { last } else { last + 1 };
        Some(Gap { aside, first, last, opening, closes })
    }

    /// "Ruiz, who denies it, has left": the comma behind the aside goes with the one before it.
    fn close_gap(&self, gap: &Gap, tokens: &mut Vec<usize>) {
        let tree = &self.tree;
        let &Gap { aside, first, last, opening, closes } = gap;
        let Some(opening) = opening else { return };
        let told = self.is_before_teller(closes);
        // However the tree hangs it.
        if told && self.is_comma(last) {
            let place = tokens.partition_point(|&token| token < last);
            tokens.insert(place, last);
        }
        // "Ana Lee, 19, who fled, was found": the age keeps its second comma.
        let aged = (1..=2)
            .any(|back| first.checked_sub(back).is_some_and(|age| tree.upos(age) == Upos::Num));
        // `Ana Lee, 44, known as "Nan," was found`: it stands inside the marks.
        if aged && matches!(tree.word(last), "\"" | "”" | "''") && tree.word(last - 1) == "," {
            let place = tokens.partition_point(|&token| token < last - 1);
            tokens.insert(place, last - 1);
        }
        if aged || told || !self.is_comma(closes) {
            return;
        }
        // Behind the verb the comma may belong to what follows: "..., the agency reported". A pair of dashes is
        // one mark, and no comma stands behind "with Lee, the mayor, about the port".
        let dashes = tree.word(opening) != "," && tree.word(opening) == tree.word(closes);
        let goes_on = matches!(tree.deprel(closes + 1), Deprel::Case | Deprel::Mark)
            && tree.head(closes + 1).and_then(|noun| tree.head(noun)).is_some_and(|at| at < first);
        if !self.is_in_another(gap, opening, tokens)
            && !self.is_of_inserted(aside)
            && (dashes
                || goes_on
                || self.is_before_its_noun(aside, closes + 1)
                || self.is_inside_subject(aside, closes)
                || self.is_predicate(closes + 1))
        {
            tokens.retain(|&token| token != closes && token + 1 != first || !self.is_comma(token));
        }
    }

    /// "The port is shut, killing trade, officials said": the comma parts what is said from who says it.
    fn is_before_teller(&self, closes: usize) -> bool {
        let tree = &self.tree;
        let verb = (closes + 2..closes + 9)
            .find(|&at| tree.upos(at) == Upos::Verb || tree.upos(at) == Upos::Punct);
        verb.is_some_and(|verb| {
            // "a minister said Saturday".
            let day = usize::from(
                lexicon().senses(tree.word(verb + 1)).any(Senses::WEEKDAY)
                    && tree.upos(verb + 1) == Upos::Propn,
            );
            (tail::SAYING.contains(&tree.lemma(verb)) || HOLDING.contains(&tree.lemma(verb)))
                && tree.upos(verb) == Upos::Verb
                && tree.upos(verb + 1 + day) == Upos::Punct
                && tree.subject(verb).is_some_and(|subject| subject > closes)
        })
    }

    /// "Lee, the owner of a yard, which built it, said": one comma ends both.
    fn is_in_another(&self, gap: &Gap, opening: usize, tokens: &[usize]) -> bool {
        let tree = &self.tree;
        // "in Selm, Norland, which built it, said": whatever it hangs on.
        let beside = (opening.saturating_sub(12)..opening).filter(|&other| {
            tree.subtree(other, |_| true).last().is_some_and(|&last| last + 1 == opening)
        });
        tree.ancestors(gap.aside).chain(beside).any(|above| {
            let placed =
                tree.deprel(above) == Deprel::NmodUnmarked && tree.upos(above) == Upos::Propn;
            (placed || matches!(tree.deprel(above), Deprel::Appos | Deprel::Acl | Deprel::AclRelcl))
                && above < gap.aside
                && self.is_set_off(above)
                && !self.bracketed(above)
                && tokens.contains(&above)
        })
    }

    /// "It will close, said Ana Lee, the mayor, for a year": the second comma ends what is said of her words.
    fn is_of_inserted(&self, aside: usize) -> bool {
        let tree = &self.tree;
        tree.head(aside).is_some_and(|noun| {
            clause::is_subject(tree.deprel(noun))
                && tree.head(noun).is_some_and(|verb| {
                    verb < noun
                        && tail::SAYING.contains(&tree.lemma(verb))
                        && verb > 0
                        && tree.upos(verb - 1) == Upos::Punct
                })
        })
    }

    /// "Ruiz, the owner, who fled was found": one comma alone parts no subject from its verb.
    fn join_to_verb(&self, aside: usize, tokens: &mut Vec<usize>) {
        let tree = &self.tree;
        let Some(noun) = tree.head(aside).filter(|&noun| tree.upos(noun).is_nominal()) else {
            return;
        };
        let verb = tree.ancestors(noun).find(|&above| tree.heads_clause(above));
        let subject = clause::is_subject(tree.deprel(noun)) && !self.bracketed(aside);
        let Some(verb) = verb.filter(|&verb| subject && verb > aside) else { return };
        let commas: Vec<usize> = tokens
            .iter()
            .copied()
            .filter(|&at| at > noun && at < verb && tree.word(at) == ",")
            .collect();
        let words = tree.subtree(aside, |_| true);
        let beside = |comma: usize| {
            words.first().is_some_and(|&first| comma + 1 == first)
                || words.last().is_some_and(|&last| comma == last + 1)
        };
        if let [comma] = commas[..]
            && beside(comma)
        {
            tokens.retain(|&token| token != comma);
        }
    }
}
