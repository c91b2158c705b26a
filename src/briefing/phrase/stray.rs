//! Words of a question that belong to another clause: the tree's slips that would read as two sentences.

use super::Writer;
use crate::language::Deprel;

impl Writer<'_> {
    /// Whether a finite verb stands among the words that neither the question nor a clause inside it needs: a
    /// slip of the tree that would read as two sentences.
    pub(super) fn has_stray_verb(&self, head: usize, tokens: &[usize], removed: &[usize]) -> bool {
        let tree = &self.tree;
        // "Ruiz, whose courage she mocked" without "whose".
        let halved = tokens.iter().any(|&token| {
            tree.deprel(token) == Deprel::AclRelcl
                && tree
                    .subtree(token, |_| true)
                    .iter()
                    .any(|inner| tree.xpos(*inner) == "WP$" && !tokens.contains(inner))
                // The same with the noun behind "whose" read as an apposition.
                || tree.deprel(token) == Deprel::AclRelcl
                    && tree.head(token).into_iter().flat_map(|noun| tree.children(noun)).any(|child| {
                        child < token
                            && !tokens.contains(&child)
                            && tree.children(child).any(|inner| tree.xpos(inner) == "WP$")
                    })
                // "clerks that go home", with "that" left over from a clause of its own.
                || tree.xpos(token) == "WDT" && tree.head(token) == Some(head)
        });
        if halved {
            return true;
        }
        tokens.iter().copied().filter(|token| !removed.contains(token) && *token != head).any(
            |token| {
                if !matches!(tree.xpos(token), "VBD" | "VBZ" | "VBP" | "MD") {
                    return false;
                }
                let clause = match tree.deprel(token) {
                    Deprel::Aux | Deprel::AuxPass | Deprel::Cop => {
                        tree.head(token).unwrap_or(token)
                    }
                    _ => token,
                };
                // "those (who were) invited": a participle, whatever its tag.
                let lost = clause != head
                    && !matches!(tree.deprel(clause), Deprel::Conj | Deprel::Acl)
                    && tree.subject(clause).is_none();
                clause == head
                    || lost
                    || matches!(
                        tree.deprel(clause),
                        Deprel::Parataxis
                            | Deprel::Dep
                            | Deprel::Appos
                            | Deprel::Root
                            | Deprel::List
                            | Deprel::Obj
                            | Deprel::Obl
                            | Deprel::Nmod
                            | Deprel::Xcomp
                            | Deprel::Csubj
                    )
            },
        )
    }
}
