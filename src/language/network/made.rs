//! What somebody or something is made or said to be: `appointed her finance minister`, `declared the war over`.

use super::parsed::{Draft, Parsed, arc};
use crate::language::Deprel;

/// Gives the verb both whom it is about and what it makes of them.
pub(super) fn mend(draft: &mut Draft<'_>) {
    for sentence in draft.sentences {
        for token in sentence.tokens.clone() {
            let text = draft.parsed(&sentence.tokens);
            if let Some((verb, office)) = text.appointed(token) {
                draft.tags[token].xpos = "PRP";
                draft.arcs[token] = arc(verb, Deprel::Obj);
                draft.arcs[office].deprel = Deprel::Xcomp;
            } else if text.is_over(token) {
                draft.make_adjective(token);
                draft.arcs[token].deprel = Deprel::Xcomp;
            }
        }
    }
}

impl Parsed<'_> {
    /// `her` of `appointed her finance minister`, an office that is nobody's own: the verb, and the office.
    fn appointed(&self, her: usize) -> Option<(usize, usize)> {
        let office = self.arcs[her].head.filter(|&office| {
            self.word(her) == "her" && self.arcs[her].deprel == Deprel::NmodPoss && her < office
        })?;
        let verb = self.arcs[office].head.filter(|&verb| verb + 1 == her)?;
        let makes = matches!(
            self.tags[verb].lemma.as_str(),
            "appoint" | "crown" | "elect" | "make" | "name" | "nominate"
        );
        let held = self.arcs[office].deprel == Deprel::Obj
            && matches!(
                self.tags[office].lemma.as_str(),
                "ambassador"
                    | "chancellor"
                    | "commissioner"
                    | "governor"
                    | "judge"
                    | "justice"
                    | "minister"
                    | "premier"
                    | "president"
                    | "senator"
            );
        (makes && held).then_some((verb, office))
    }

    /// `over` of `declared the war over`.
    fn is_over(&self, over: usize) -> bool {
        let object = |child: usize| self.arcs[child].deprel == Deprel::Obj && child < over;
        self.word(over) == "over"
            && self.arcs[over].deprel == Deprel::Advmod
            && self.arcs[over].head.is_some_and(|verb| {
                matches!(self.tags[verb].lemma.as_str(), "declare" | "pronounce" | "proclaim")
                    && verb < over
                    && self.children(verb).any(object)
            })
    }
}

#[cfg(test)]
mod tests {
    use crate::language::Deprel;
    use crate::language::network::testing::Mended;

    #[test]
    fn what_somebody_is_made_is_not_owned() {
        let text = "In July 2011 President Tom Hall appointed her finance minister.";
        assert_eq!(Mended::of(text).deprel("her"), Deprel::Obj);
        assert_eq!(Mended::of("She named her deputy on Monday.").deprel("her"), Deprel::NmodPoss);
    }

    #[test]
    fn what_is_declared_over_is_over() {
        assert_eq!(
            Mended::of("The clinic declared the incident over on Monday.").deprel("over"),
            Deprel::Xcomp
        );
    }
}
