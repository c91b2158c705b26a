//! Whom the first sentence of a report tells of by an office and the next by name: `The head of the port board resigned on
//! Monday. Ana Lee, 54, told reporters that she was tired.`

use super::Form;
use super::cluster::Clusters;
use super::mention::{Being, Number};
use super::nominal::{Source, clash};
use super::words;
use crate::document::BlockKind;
use crate::language::{Deprel, NameKind};

/// In sentences: how far behind the first one the name may stand.
const NEAR: usize = 2;

/// Joins the two, where nobody else is named in between and nothing else says who is who.
pub(super) fn link(source: &Source<'_>, clusters: &mut Clusters) {
    let Some(office) = opening(source, clusters) else { return };
    let sentence = source.traits[office].sentence;
    let people = |idx: &usize| {
        source.mentions[*idx].form == Form::Name
            && source.forms[*idx].kind == Some(NameKind::Person)
            && !is_headline(source, *idx)
    };
    let Some(name) = (0..source.mentions.len()).find(people) else { return };
    let there = source.traits[name].sentence;
    let facts = clusters.facts(clusters.of(name));
    let fits = there > sentence
        && there <= sentence + NEAR
        && leads(source, name)
        && facts.offices.is_empty()
        && !clash(facts.gender, source.traits[office].gender)
        && !is_described(source, name);
    if fits {
        clusters.join(name, office);
    }
}

/// The one without a name whom the first sentence of the text is about.
fn opening(source: &Source<'_>, clusters: &Clusters) -> Option<usize> {
    let grammar = source.grammar;
    let first = (0..source.mentions.len()).find(|&idx| {
        !is_headline(source, idx)
            && !grammar.analysis.is_dateline(grammar.document, source.traits[idx].sentence)
    })?;
    let sentence = source.traits[first].sentence;
    (first..source.mentions.len()).take_while(|&idx| source.traits[idx].sentence == sentence).find(
        |&idx| {
            let traits = &source.traits[idx];
            source.mentions[idx].form == Form::Nominal
                && traits.being == Being::Person
                && traits.number == Number::Singular
                && traits.quotation.is_none()
                && (words::is_title(words::office_of(&traits.noun))
                    || matches!(traits.noun.as_str(), "boss" | "chief" | "founder" | "head"))
                && clusters.names(clusters.of(idx)) == 0
                // "The mayor" may be anybody whom readers know.
                && source.mentions[idx].tokens.len() > 2
                && leads(source, idx)
        },
    )
}

/// Whether it is the subject of its sentence.
fn leads(source: &Source<'_>, idx: usize) -> bool {
    let (grammar, head) = (source.grammar, source.mentions[idx].head);
    matches!(grammar.deprel(head), Deprel::Nsubj | Deprel::NsubjPass)
        && grammar.head(head).is_some_and(|verb| grammar.head(verb).is_none())
        && grammar.child(head, Deprel::Conj).is_none()
}

/// Whether a title or another word beside the name says who it is; an age does not.
fn is_described(source: &Source<'_>, name: usize) -> bool {
    let (grammar, mention) = (source.grammar, &source.mentions[name]);
    grammar.analysis.children(mention.head).any(|child| match grammar.deprel(child) {
        Deprel::Appos | Deprel::Nmod => grammar.xpos(child) != "CD",
        Deprel::NmodDesc | Deprel::Compound | Deprel::Amod | Deprel::NmodPoss => {
            !mention.tokens.contains(&child)
        }
        _ => false,
    })
}

fn is_headline(source: &Source<'_>, idx: usize) -> bool {
    source.grammar.block_kind(source.mentions[idx].head) != Some(BlockKind::Paragraph)
}

#[cfg(test)]
mod tests {
    use crate::briefing::brief;
    use crate::testing::document;

    #[track_caller]
    fn check(text: &str, role: &str) {
        let briefing = brief(&document(text));
        let lee = briefing.actors.iter().find(|actor| actor.name == "Ana Lee");
        assert_eq!(lee.and_then(|lee| lee.role.as_deref()), Some(role));
    }

    #[test]
    fn who_resigned_has_a_name_in_the_next_sentence() {
        check(
            "The head of Norway's port board resigned on Monday, six months after taking the post. Ana Lee, 54, told reporters \
             that she was tired. She left at noon.",
            "head of Norway's port board",
        );
    }

    #[test]
    fn who_is_something_else_is_another() {
        check(
            "The head of Norway's port board resigned on Monday. Ana Lee, a banker, told reporters that she was tired.",
            "banker",
        );
    }
}
