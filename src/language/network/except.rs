//! What a list leaves out: of `every region but Peru opposes it`, Peru, which the parser takes for one of those that do.

use super::parsed::Parsed;
use crate::document::Document;
use crate::language::{Arc, Deprel, Sentence, Tag, Token, Upos};

/// Words for the whole of which something is left out.
const WHOLE: &[&str] = &[
    "all",
    "any",
    "anybody",
    "anyone",
    "anything",
    "each",
    "every",
    "everybody",
    "everyone",
    "everything",
    "everywhere",
    "no",
    "nobody",
    "none",
    "nothing",
    "nowhere",
];

/// Hangs what is left out on the whole, and the whole where that hung.
pub(super) fn mend(
    document: &Document,
    sentences: &[Sentence],
    tokens: &[Token],
    tags: &[Tag],
    arcs: &mut [Arc],
) {
    for sentence in sentences {
        for but in sentence.tokens.clone() {
            let text = Parsed { document, tokens, tags, arcs, sentence: sentence.tokens.clone() };
            if let Some((choice, verb)) = text.only_choice(but) {
                // "but to wait, pay the fee and go": what the parser joined to the verb above goes on with it.
                let above = arcs[verb].head.filter(|&above| above > verb);
                if let Some(above) = above.filter(|&above| tags[above].xpos == "VB") {
                    arcs[above] = Arc { head: Some(verb), deprel: Deprel::Conj };
                }
                arcs[verb] = Arc { head: Some(choice), deprel: Deprel::Acl };
                arcs[but] = Arc { head: Some(verb), deprel: Deprel::Mark };
                continue;
            }
            let Some((whole, left)) = text.left_out(but) else { continue };
            // "Nobody but the mayor backs it", with the mayor as the one who does.
            let verb = arcs[left].head.filter(|_| arcs[left].deprel.is_subject());
            let taken = verb.is_some_and(|verb| {
                sentence.tokens.clone().any(|other| {
                    other != left
                        && other < but
                        && arcs[other].head == Some(verb)
                        && arcs[other].deprel.is_subject()
                })
            });
            // "“Anything but the tax” is his line", with the whole as a part of what is left out of it.
            let below = arcs[whole].head == Some(left);
            if verb.is_some() && !taken || below {
                arcs[whole] = arcs[left];
            }
            arcs[left] = Arc { head: Some(whole), deprel: Deprel::Nmod };
            arcs[but] = Arc { head: Some(left), deprel: Deprel::Case };
        }
    }
}

impl Parsed<'_> {
    /// The noun before `but` and the verb behind it of `no choice but to wait`.
    fn only_choice(&self, but: usize) -> Option<(usize, usize)> {
        let choice = but
            .checked_sub(1)
            .filter(|&at| self.word(but) == "but" && self.sentence.contains(&at))?;
        let open = matches!(self.word(choice), "alternative" | "choice" | "option" | "recourse");
        let no = self
            .children(choice)
            .any(|child| child < choice && matches!(self.word(child), "no" | "little" | "other"));
        let verb = but + 2;
        let told = open
            && no
            && self.sentence.contains(&verb)
            && self.word(but + 1) == "to"
            && self.tags[verb].xpos == "VB";
        told.then_some((choice, verb))
    }

    /// The whole before `but`, and what is left out of it behind.
    fn left_out(&self, but: usize) -> Option<(usize, usize)> {
        let whole = but
            .checked_sub(1)
            .filter(|&at| self.word(but) == "but" && self.sentence.contains(&at))?;
        let is_whole = |at: usize| WHOLE.contains(&self.word(at).to_lowercase().as_str());
        let told = is_whole(whole) || self.children(whole).any(|at| at < whole && is_whole(at));
        let nominal = |at: usize| {
            matches!(self.tags[at].upos, Upos::Noun | Upos::Propn | Upos::Pron | Upos::Num)
        };
        // The first nominal behind that another of the phrase does not hang on a later one.
        let first = but + 1;
        let mut left = (first..self.sentence.end.min(first + 6)).find(|&at| nominal(at))?;
        while let Some(head) = self.arcs[left].head
            && head == left + 1
            && nominal(head)
        {
            left = head;
        }
        let before = |at: usize| self.arcs[at].head == Some(left);
        let tied = (first..left).all(before);
        let clause = self.arcs[left].deprel.is_subject()
            || matches!(self.arcs[left].deprel, Deprel::Conj | Deprel::Nmod | Deprel::Obj);
        // "All came but she had left": what stands behind is a clause, and the whole a clause's own.
        let open = self.arcs[whole].head.is_none_or(|head| {
            head > but
                || self.tags[head].upos != Upos::Verb
                || self.arcs[left].deprel == Deprel::Conj
        });
        (told && nominal(whole) && tied && clause && open).then_some((whole, left))
    }
}

#[cfg(test)]
mod tests {
    use crate::language::network::testing::Mended;

    #[test]
    fn what_is_left_out_does_nothing() {
        let text = "A majority in every region but Alberta oppose any talk of separation.";
        assert_eq!(Mended::of(text).subjects("oppose"), ["majority"]);
        assert_eq!(
            Mended::of("All parties but the Greens voted for the bill.").subjects("voted"),
            ["parties"]
        );
        assert_eq!(
            Mended::of("Nobody but the mayor supports the plan.").subjects("supports"),
            ["Nobody"]
        );
    }

    #[test]
    fn what_is_left_to_do_belongs_to_the_choice() {
        let text = Mended::of(
            "The firms in Selm say they have no choice but to delay some plans, make sure the road is open, and save cash.",
        );
        assert_eq!(text.head("delay"), Some("choice"));
    }
}
