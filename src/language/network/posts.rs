//! Posts whose first word looks like a verb: `the fund's managing director Ana Ruiz`, `he and running mate Tom Hall`, `said Ana
//! Ruiz, acting head of the office`, `her husband, retired pilot Tom Hall`.

use super::parsed::{Draft, Parsed, arc};
use crate::language::coref::words::{is_person, is_title};
use crate::language::{Arc, Deprel, Upos};

/// Hangs the first word on the noun, and the noun where the verb hung.
pub(super) fn mend(draft: &mut Draft<'_>) {
    for sentence in draft.sentences {
        for first in sentence.tokens.clone() {
            let Some(post) = draft.parsed(&sentence.tokens).post(first) else { continue };
            let arcs = &mut *draft.arcs;
            if let Some(owner) = post.owner {
                arcs[owner] = arc(post.noun, Deprel::Compound);
            }
            // `her husband, retired astronaut Tom Hall`, read as what the husband did.
            if let Some(name) = post.place.head.filter(|&name| arcs[name].head == Some(first)) {
                arcs[name] = arcs[first];
            }
            for child in &mut arcs[sentence.tokens.clone()] {
                if child.head == Some(first) {
                    child.head = Some(post.top);
                    if child.deprel == Deprel::Flat {
                        child.deprel = Deprel::Appos;
                    }
                }
            }
            arcs[post.top] = post.place;
            arcs[first] = arc(post.noun, Deprel::Amod);
            draft.make_adjective(first);
        }
    }
}

/// A post that was read as a clause.
struct Post {
    noun: usize,
    /// The noun, or the name that it stands before.
    top: usize,
    /// Where that belongs.
    place: Arc,
    /// The noun right before the post, `the bank` of `bank managing director`.
    owner: Option<usize>,
}

impl Parsed<'_> {
    fn post(&self, first: usize) -> Option<Post> {
        let inside = |token: usize| self.sentence.contains(&token);
        let verb = matches!(self.tags[first].xpos, "VBG" | "VBD" | "VBN");
        if !verb || self.tags[first].upos != Upos::Verb || !inside(first + 1) {
            return None;
        }
        let retired = self.word(first).eq_ignore_ascii_case("retired");
        let acting = retired || self.word(first).eq_ignore_ascii_case("acting");
        let noun = if acting {
            (first + 1..first + 4).take_while(|&token| inside(token)).find(|&token| {
                let word = self.word(token).to_lowercase();
                matches!(self.tags[token].upos, Upos::Noun | Upos::Propn)
                    && (is_person(&word) || is_title(&word))
            })?
        } else {
            first + 1
        };
        let plain =
            |token: usize| matches!(self.tags[token].upos, Upos::Adj | Upos::Noun | Upos::Propn);
        let known = acting && (first + 1..=noun).all(plain)
            || is_post(&self.word(first).to_lowercase(), &self.word(noun).to_lowercase());
        if !known {
            return None;
        }
        // What hangs on the verb and has the noun in it.
        let mut top = noun;
        while let Some(above) = self.arcs[top].head.filter(|&above| above != first) {
            if above < first || above > noun + 4 {
                return None;
            }
            top = above;
        }
        self.arcs[top].head?;
        let arc = self.arcs[first];
        let before = first.checked_sub(1).filter(|&before| inside(before));
        let name = before
            .and_then(|comma| comma.checked_sub(1))
            .filter(|&name| inside(name))
            .filter(|&name| {
                self.tags[name].upos == Upos::Propn
                    || retired && is_person(&self.word(name).to_lowercase())
            });
        // `Ana Ruiz, retired teacher`; but `the mayor, retired and tired`.
        let named = inside(noun + 1) && self.tags[noun + 1].upos == Upos::Propn;
        if retired && !(named && name.is_some()) {
            return None;
        }
        let (place, owner) = match before {
            // `Ana Ruiz, acting head of`.
            Some(comma) if self.word(comma) == "," && name.is_some() => {
                let mut name = name?;
                while let Some(above) = self.arcs[name]
                    .head
                    .filter(|&above| above < name && matches!(self.arcs[name].deprel, Deprel::Flat))
                {
                    name = above;
                }
                (Arc { head: Some(name), deprel: Deprel::Appos }, None)
            }
            // `bank managing director Ana Ruiz said`.
            Some(owner) if arc.head == Some(owner) && arc.deprel == Deprel::Acl => {
                (self.arcs[owner], Some(owner))
            }
            _ if matches!(
                arc.deprel,
                Deprel::Conj
                    | Deprel::Nsubj
                    | Deprel::Obj
                    | Deprel::Obl
                    | Deprel::Nmod
                    | Deprel::Appos
            ) =>
            {
                (arc, None)
            }
            _ => return None,
        };
        Some(Post { noun, top, place, owner })
    }
}

/// Posts of two words.
fn is_post(first: &str, noun: &str) -> bool {
    match first {
        "managing" => matches!(noun, "director" | "editor" | "partner"),
        "running" => noun == "mate",
        "presiding" => matches!(noun, "judge" | "officer" | "justice" | "bishop"),
        "commanding" => matches!(noun, "officer" | "general"),
        "founding" => matches!(noun, "director" | "editor" | "member" | "partner" | "president"),
        "sitting" => matches!(noun, "president" | "governor" | "senator" | "judge" | "member"),
        "visiting" => matches!(noun, "professor" | "fellow" | "scholar" | "lecturer"),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use crate::language::Deprel;
    use crate::language::network::testing::Mended;

    #[track_caller]
    fn check(text: &str, first: &str, noun: &str, deprel: Deprel, head: &str) {
        let text = Mended::of(text);
        assert_eq!((text.deprel(first), text.head(first)), (Deprel::Amod, Some(noun)));
        assert_eq!((text.deprel(noun), text.head(noun)), (deprel, Some(head)));
    }

    #[test]
    fn a_running_mate_is_beside_somebody() {
        let text = "He and running mate Paul Reyes have been to ten counties.";
        check(text, "running", "mate", Deprel::Conj, "He");
    }

    #[test]
    fn who_acts_as_head_is_named_before() {
        let text = "It is good, said Hugh Okafor, acting head of the Norway delegation in Oslo.";
        check(text, "acting", "head", Deprel::Appos, "Hugh");
    }

    #[test]
    fn a_husband_is_a_retired_pilot() {
        let text =
            Mended::of("She praised the mayor and her husband, retired astronaut Paul Reyes.");
        assert_eq!(text.deprel("retired"), Deprel::Amod);
    }
}
