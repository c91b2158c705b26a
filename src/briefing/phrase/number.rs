//! Whether the verb of a question and its subject are of one number, which tells where the tree has the wrong subject.

use super::Writer;
use super::group::{Group, Mood};
use super::loose::is_of_several;
use crate::language::Deprel;

impl Writer<'_> {
    /// Whether the verb tells that the tree has the wrong subject: "violence, who do not have it", "the issue ... to
    /// align themselves".
    pub(super) fn is_at_odds(
        &self,
        head: usize,
        subject: usize,
        mood: Mood,
        group: &Group,
    ) -> bool {
        let tree = &self.tree;
        let relative = tree.head(subject).filter(|&clause| tree.deprel(clause) == Deprel::AclRelcl);
        let noun = relative.and_then(|clause| tree.head(clause)).filter(|_| {
            tree.is_word(subject, &["who", "which", "that"])
                && matches!(mood, Mood::Kept | Mood::Reported)
        });
        let number = noun.is_some_and(|noun| match group.first.as_str() {
            "do" | "are" | "have" | "were" => {
                matches!(tree.xpos(noun), "NN" | "NNP") && !self.is_plural(noun)
            }
            "does" | "is" | "has" | "was" => matches!(tree.xpos(noun), "NNS" | "NNPS"),
            _ => false,
        });
        let themselves = tree.xpos(subject) == "NN"
            && self.cast.actor_of_token(subject).is_none()
            && tree.children(head).any(|own| tree.is_word(own, &["themselves"]));
        number
            || themselves
            || self.tells_of_others(head, subject)
            || self.disagrees(subject, mood, group)
    }

    /// "the guilds of the port, who want to strike", hung on the port: a verb of several and one thing.
    fn tells_of_others(&self, head: usize, subject: usize) -> bool {
        let tree = &self.tree;
        let clause = std::iter::once(head)
            .chain(tree.ancestors(head))
            .find(|&clause| tree.deprel(clause) == Deprel::AclRelcl);
        let Some((clause, noun)) = clause.and_then(|clause| Some((clause, tree.head(clause)?)))
        else {
            return false;
        };
        let relates = tree.subject(clause).is_some_and(|who| {
            tree.is_word(who, &["who", "which", "that"]) && (subject == who || subject == noun)
        });
        let Some(finite) = tree.finite(clause).filter(|_| relates) else { return false };
        let joined = tree.child(noun, |deprel| deprel == Deprel::Conj).is_some();
        let one = matches!(tree.xpos(noun), "NN" | "NNP")
            && !joined
            && !self.is_plural(noun)
            && !is_of_several(tree.lemma(noun));
        let of_several = tree.xpos(finite) == "VBP" || tree.is_word(finite, &["were"]);
        let of_one = tree.xpos(finite) == "VBZ" || tree.is_word(finite, &["was"]);
        one && of_several || of_one && matches!(tree.xpos(noun), "NNS" | "NNPS") && !joined
    }

    /// "a tax on boats and fees have come", with "tax" for its subject: a verb of several and one thing.
    fn disagrees(&self, subject: usize, mood: Mood, group: &Group) -> bool {
        let tree = &self.tree;
        if !matches!(mood, Mood::Kept | Mood::Reported)
            || tree.child(subject, |deprel| deprel == Deprel::Conj).is_some()
        {
            return false;
        }
        if let Some(actor) = self.cast.actor_of_token(subject) {
            // "Lee fears the boats are old", hung on Lee.
            return tree.xpos(subject) == "NNP"
                && !self.cast.is_plural(actor)
                && self.is_a_person(subject)
                && matches!(group.first.as_str(), "are" | "do" | "have" | "were");
        }
        let one = tree.xpos(subject) == "NN"
            && tree
                .children(subject)
                .any(|det| tree.is_word(det, &["a", "an", "the", "this", "that"]))
            && !self.is_plural(subject)
            && !is_of_several(tree.lemma(subject))
            && !matches!(
                tree.lemma(subject),
                "lot"
                    | "variety"
                    | "handful"
                    | "range"
                    | "series"
                    | "dozen"
                    | "percentage"
                    | "share"
                    | "bulk"
                    | "host"
                    | "string"
                    | "slew"
                    | "group"
                    | "class"
                    | "police"
                    | "press"
                    | "media"
                    | "data"
            );
        match group.first.as_str() {
            "do" | "are" | "have" | "were" => one,
            "does" | "has" => {
                tree.xpos(subject) == "NNS"
                    && tree.child(subject, |deprel| deprel == Deprel::Nummod).is_none()
                    && tree.word(subject).ends_with('s')
                    && !tree.word(subject).ends_with("ics")
                    && !matches!(tree.lemma(subject), "news" | "series" | "headquarters" | "means")
            }
            _ => false,
        }
    }

    /// "I want": "does Ann Lee want".
    pub(super) fn give_third_person(&self, subject: usize, group: &mut Group) {
        let speaker = self.tree.is_word(subject, &["i", "we"])
            && self.cast.actor_of_token(subject).is_some_and(|actor| !self.cast.is_plural(actor));
        if speaker {
            group.make_singular();
        }
    }
}
