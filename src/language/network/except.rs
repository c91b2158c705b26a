//! What a list leaves out: of `every region but Peru opposes it`, Peru, which the parser takes for one of those that do.

use super::parsed::{Changes, Draft, Parsed, arc};
use crate::language::{Deprel, Upos};

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
pub(super) fn mend(draft: &mut Draft<'_>) {
    draft.mend_each(|text, but| text.choice(but).or_else(|| text.without(but)));
}

impl Parsed<'_> {
    /// `no choice but to wait`: what is left to do is the choice.
    fn choice(&self, but: usize) -> Option<Changes> {
        let (choice, verb) = self.only_choice(but)?;
        // "but to wait, pay the fee and go": what the parser joined to the verb above goes on with it.
        let above =
            self.arcs[verb].head.filter(|&above| above > verb && self.tags[above].xpos == "VB");
        let mut changes: Changes =
            above.map(|above| (above, arc(verb, Deprel::Conj))).into_iter().collect();
        changes.extend([(verb, arc(choice, Deprel::Acl)), (but, arc(verb, Deprel::Mark))]);
        Some(changes)
    }

    /// `nobody but the mayor`: the whole, where what is left out of it hung, and that on the whole.
    fn without(&self, but: usize) -> Option<Changes> {
        let (whole, left) = self.left_out(but)?;
        let place = self.arcs[left];
        // "Nobody but the mayor backs it", with the mayor as the one who does.
        let verb = place.head.filter(|_| place.deprel.is_subject());
        let taken = verb.is_some_and(|verb| {
            self.children(verb)
                .any(|other| other != left && other < but && self.arcs[other].deprel.is_subject())
        });
        // "“Anything but the tax” is his line", with the whole as a part of what is left out of it.
        let below = self.arcs[whole].head == Some(left);
        let mut changes = Changes::new();
        if verb.is_some() && !taken || below {
            changes.push((whole, place));
        }
        changes.extend([(left, arc(whole, Deprel::Nmod)), (but, arc(left, Deprel::Case))]);
        Some(changes)
    }

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
