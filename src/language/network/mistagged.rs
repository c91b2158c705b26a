//! Words that the tagger took for others, and the parser with it: the verb of `Members of the board of Selm plan to leave`, the
//! noun of `the Sept. 11, 2012, attacks`, a name that looks like a verb, `clear` of `made it clear`.

use super::parsed::{Changes, Draft, Parsed, arc};
use crate::language::lexicon::{Senses, lexicon};
use crate::language::{Arc, Deprel, Tag, Upos};

/// Makes of each what it is.
pub(super) fn mend(draft: &mut Draft<'_>) {
    // "made it clear the town would pay": nobody clears it.
    for clear in 2..draft.tokens.len() {
        let made = draft.tags[clear - 2].lemma == "make";
        let word = |at: usize| draft.tokens[at].range.slice(draft.document.text());
        if made && word(clear - 1) == "it" && word(clear) == "clear" {
            draft.make_adjective(clear);
        }
    }
    draft.mend_each(|text, token| text.named_as_verb(token));
    for sentence in draft.sentences {
        for token in sentence.tokens.clone() {
            let text = draft.parsed(&sentence.tokens);
            let (dated, plans) = (text.dated(token), text.planners(token));
            if dated.is_some() {
                let lemma = draft.tags[token].lemma.clone();
                draft.tags[token] = Tag { upos: Upos::Noun, xpos: "NNS", lemma, sure: false };
            } else if plans.is_some() {
                draft.make_verb(token, "VBP");
            }
            for (token, arc) in dated.or(plans).unwrap_or_default() {
                draft.arcs[token] = arc;
            }
        }
    }
}

impl Parsed<'_> {
    /// `leading advisers like Gene Sperling to counter that`, with a verb for the second name.
    fn named_as_verb(&self, name: usize) -> Option<Changes> {
        let Arc { head: Some(noun), deprel: Deprel::Acl } = self.arcs[name] else { return None };
        let first = name.checked_sub(1)?;
        let above = self.arcs[noun].head?;
        let named = self.tags[name].xpos == "NNP"
            && self.tags[first].xpos == "NNP"
            && self.arcs[first] == arc(name, Deprel::Nsubj);
        if !named {
            return None;
        }
        let hang = |child: usize| match self.arcs[child].deprel {
            Deprel::Xcomp | Deprel::Ccomp | Deprel::Advcl => arc(above, self.arcs[child].deprel),
            own => arc(first, own),
        };
        let mut changes: Changes = self
            .children(name)
            .filter(|&child| child != first)
            .map(|child| (child, hang(child)))
            .collect();
        changes.extend([(first, arc(noun, Deprel::Nmod)), (name, arc(first, Deprel::Flat))]);
        Some(changes)
    }

    /// `news about the Sept. 11, 2012, attacks`, with the day as what the news is about.
    fn dated(&self, noun: usize) -> Option<Changes> {
        let comma = noun.checked_sub(1).filter(|&comma| self.word(comma) == ",")?;
        let clause = matches!(
            self.arcs[noun].deprel,
            Deprel::Ccomp | Deprel::Conj | Deprel::Parataxis | Deprel::Appos
        );
        let word = self.tags[noun].xpos == "NNS" || self.word(noun).ends_with('s');
        if !clause || !word || !self.is_bare(noun) {
            return None;
        }
        let day = self.sentence.clone().take_while(|&day| day < comma).find(|&day| {
            matches!(self.tags[day].upos, Upos::Num | Upos::Propn)
                && self.subtree(day).end == comma
                && self.subtree(day).any(|month| {
                    lexicon().senses(self.word(month).trim_end_matches('.')).any(Senses::MONTH)
                })
                && self
                    .children(day)
                    .any(|the| self.arcs[the].deprel == Deprel::Det && self.word(the) == "the")
        })?;
        let led = |child: usize| {
            child < day && matches!(self.arcs[child].deprel, Deprel::Det | Deprel::Case)
        };
        let mut changes: Changes = self
            .children(day)
            .filter(|&child| led(child))
            .map(|child| (child, arc(noun, self.arcs[child].deprel)))
            .collect();
        changes.extend([(noun, self.arcs[day]), (day, arc(noun, Deprel::NmodUnmarked))]);
        Some(changes)
    }

    /// `Members of the board of Selm plan to leave.`, with a plan for their verb.
    fn planners(&self, verb: usize) -> Option<Changes> {
        let plans = matches!(self.tags[verb].lemma.as_str(), "aim" | "hope" | "plan" | "want")
            && self.tags[verb].xpos == "NN"
            && self.arcs[verb].deprel == Deprel::Nmod;
        if !plans {
            return None;
        }
        let root = self.root(verb);
        let clause = self.children(verb).find(|&clause| {
            clause > verb
                && self.arcs[clause].deprel == Deprel::Acl
                && self.children(clause).any(|to| self.tags[to].xpos == "TO")
        })?;
        let lacks = matches!(self.tags[root].xpos, "NNS" | "NNPS")
            && root < verb
            && !self.children(root).any(|child| {
                self.arcs[child].deprel.is_subject() || self.arcs[child].deprel == Deprel::Cop
            });
        let name = verb.checked_sub(1).filter(|&name| {
            lacks
                && self.tags[name].upos == Upos::Propn
                && self.arcs[name] == arc(verb, Deprel::Compound)
        })?;
        let mut changes: Changes = self
            .children(verb)
            .filter(|&child| child < name)
            .map(|child| (child, arc(name, self.arcs[child].deprel)))
            .collect();
        changes.extend([
            (name, self.arcs[verb]),
            (verb, self.arcs[root]),
            (root, arc(verb, Deprel::Nsubj)),
            (clause, arc(verb, Deprel::Xcomp)),
        ]);
        changes.extend(
            self.children(root)
                .filter(|&child| child > verb || self.tags[child].upos == Upos::Punct)
                .map(|child| (child, arc(verb, self.arcs[child].deprel))),
        );
        Some(changes)
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::Mended;

    #[test]
    fn what_is_made_clear_is_not_cleared() {
        let mended = Mended::of("Anna Lee made it clear the comment hit a nerve.");
        assert_eq!(mended.xpos("clear"), "JJ");
    }

    #[test]
    fn a_name_that_looks_like_a_verb_is_none() {
        let mended = Mended::of(
            "Axel’s auto bailout check Wednesday was shared 3,200 times, leading Clinton economic advisers like Gene Sperling to \
             counter that “every cent that went to the bail out, Sanders voted against.”",
        );
        assert_eq!(mended.head("Sperling"), Some("Gene"));
        assert_eq!(mended.head("counter"), Some("leading"));
    }

    #[test]
    fn attacks_of_a_day_are_attacks() {
        let mended = Mended::of(
            "Critics charged that the hearing failed to provide any new or relevant information about the Sept. 11, 2012, attacks \
             on diplomatic and army compounds in Benghazi, Libya, that killed four Americans.",
        );
        assert_eq!(mended.head("attacks"), Some("information"));
        assert_eq!(mended.xpos("attacks"), "NNS");
    }

    #[test]
    fn who_plans_to_do_it_has_a_verb() {
        let mended = Mended::of(
            "Democrats on the House Select Committee on Benghazi plan to release a slew of interview transcripts in an effort to \
             disprove Republican claims.",
        );
        assert_eq!(mended.subjects("plan"), ["Democrats"]);
        assert_eq!(mended.xpos("plan"), "VBP");
    }
}
