//! Which nouns speak of somebody known: `the minister`, and not `the head of any company`.

use super::nominal::Linker;
use crate::language::Deprel;

impl Linker<'_> {
    /// `the`, `this`, a possessive; an adjective of a state alone will do: `Belarusian authorities`. `The head of any
    /// company` is nobody in particular.
    pub(super) fn is_definite(&self, idx: usize) -> bool {
        let head = self.source.mentions[idx].head;
        if self.is_of_any(head) {
            return false;
        }
        self.source.grammar.analysis.children(head).any(|child| {
            match self.source.grammar.deprel(child) {
                Deprel::Det => matches!(
                    self.source.grammar.lower(child).as_str(),
                    "the" | "this" | "that" | "these" | "those"
                ),
                Deprel::NmodPoss => self.source.states.of_token(child).is_some(),
                _ => false,
            }
        })
    }

    /// Whether what the noun belongs to is any of its kind: `of any company`, `of a rival party`.
    fn is_of_any(&self, head: usize) -> bool {
        let grammar = self.source.grammar;
        grammar.analysis.children(head).filter(|&child| grammar.deprel(child) == Deprel::Nmod).any(
            |child| {
                let of = grammar.analysis.children(child).any(|word| {
                    grammar.deprel(word) == Deprel::Case && grammar.lower(word) == "of"
                });
                // "of the branch of a bank"
                let any = || {
                    grammar.analysis.children(child).any(|word| {
                        grammar.deprel(word) == Deprel::Det
                            && matches!(
                                grammar.lower(word).as_str(),
                                "a" | "an"
                                    | "any"
                                    | "every"
                                    | "each"
                                    | "another"
                                    | "no"
                                    | "some"
                                    | "that"
                            )
                    })
                };
                of && (self.is_of_any(child) || any())
            },
        )
    }
}
