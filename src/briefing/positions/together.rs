//! Those who hold a position together: `Peru and Chile`.

use super::claim::{Claim, Manner};
use super::naming::running;
use super::view::View;
use crate::briefing::{ActorId, Holder};
use crate::language::Deprel;

impl View<'_> {
    /// Whether the second of two holds nothing with the first: `Ana Lee or Tom Hall`, `Ana Lee rather than Tom Hall`.
    fn is_set_apart(&self, conjunct: usize) -> bool {
        self.children(conjunct).any(|child| {
            matches!(self.deprel(child), Deprel::Cc | Deprel::Case | Deprel::Advmod)
                && self.is_one_of(
                    child,
                    &["or", "nor", "not", "but", "rather", "instead", "unlike", "than"],
                )
        })
    }

    /// Those who hold a position together with `holder`, each an actor: `Peru and Chile`.
    pub(super) fn companions(&self, holder: usize) -> Vec<usize> {
        let first = self.resolve(holder);
        // "Ana Lee and Tom Hall, who have": the clause is told of both.
        let clause = self.head(holder).filter(|&clause| self.is_of_several(clause));
        let holder = clause.map_or(holder, |_| self.antecedent(holder));
        let mut seen = vec![first];
        let mut found = Vec::new();
        let named = self.child(holder, Deprel::Appos);
        // "Two ministers — Ana Lee and Tom Hall — oppose it": both.
        let several = matches!(self.xpos(holder), "NNS" | "NNPS" | "CD");
        let listed =
            named.filter(|&name| several && self.named(name).map(Holder::Actor) == Some(first));
        let beside = listed.map(|name| self.analysis.children_as(name, Deprel::Conj));
        let own = self.analysis.children_as(holder, Deprel::Conj);
        for other in own.chain(beside.into_iter().flatten()) {
            // "Ana Lee, vice president, Marsh Sales & Service": where she works, and no list.
            let last = self.children(holder).next_back().unwrap_or(other).max(other);
            let office = named.filter(|_| listed.is_none()).is_some_and(|title| {
                title < other && !(title..=last).any(|token| self.is_one_of(token, &["and", "or"]))
            });
            if office {
                continue;
            }
            // "Ana Lee and a Democrat who": one of them, and not all.
            let one = self.children(other).any(|child| self.is_one_of(child, &["a", "an"]));
            let apart = one || self.is_set_apart(other);
            let Some(actor) = self.named(other).map(Holder::Actor).filter(|_| !apart) else {
                continue;
            };
            if !seen.contains(&actor) {
                seen.push(actor);
                found.push(other);
            }
        }
        if matches!(first, Holder::Actor(_)) { found } else { Vec::new() }
    }
}

/// All of those who hold it, where what they hold is told of them together: `Peru and Chile said they would`.
pub(super) fn all(view: &View<'_>, claim: &Claim) -> Option<String> {
    let holder =
        claim.holder.filter(|_| matches!(claim.manner, Manner::Predicate | Manner::Clause))?;
    let words = claim.content.iter().flat_map(|range| view.analysis.tokens_in(*range));
    let of_all = |token: usize| {
        view.is_one_of(token, &["they", "their", "themselves"]) && view.quotation(token).is_none()
    };
    if !words.into_iter().any(of_all) {
        return None;
    }
    let first = view.head(holder).filter(|_| view.deprel(holder) == Deprel::Conj).unwrap_or(holder);
    let others = view.companions(first);
    let one_of_them = holder == first || others.contains(&holder);
    let actor = |&token: &usize| match view.resolve(token) {
        Holder::Actor(actor) => Some(actor),
        _ => None,
    };
    // Whose line it is comes first.
    let mut all: Vec<usize> =
        std::iter::once(first).chain(others).filter(|_| one_of_them).collect();
    all.sort_by_key(|&it| it != holder);
    let mut actors: Vec<ActorId> = all.iter().map(actor).collect::<Option<_>>()?;
    let last = actors.pop()?;
    let mut names =
        actors.into_iter().map(|actor| running(view, actor)).collect::<Option<Vec<_>>>()?;
    let last = running(view, last)?;
    match names.len() {
        0 => None,
        1 => Some(format!("{} and {last}", names.remove(0))),
        _ => Some(format!("{}, and {last}", names.join(", "))),
    }
}

#[cfg(test)]
mod tests {
    use crate::briefing::positions::testing::texts;

    #[test]
    fn each_of_those_in_apposition_holds_it() {
        assert_eq!(
            texts("Two ministers — Ana Lee and Tom Hall — oppose the tax."),
            ["Ana Lee opposes the tax.", "Tom Hall opposes the tax."]
        );
    }

    #[test]
    fn what_is_told_of_all_together_names_all() {
        assert_eq!(
            texts("Ana Lee and Tom Hall said they would vote against the tax."),
            [
                "Ana Lee and Tom Hall said they would vote against the tax.",
                "Tom Hall and Ana Lee said they would vote against the tax."
            ]
        );
        assert_eq!(
            texts("Ana Lee and Tom Hall said the tax would fail."),
            ["Ana Lee said the tax would fail.", "Tom Hall said the tax would fail."]
        );
    }
}
