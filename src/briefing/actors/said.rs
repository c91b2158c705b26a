//! What somebody of whom nothing else is told has said before his name: `The harbour is full, the Harbour Council said`;
//! and where somebody writes: `Ana Ruiz, writing in the Herald,`.

use super::deeds;
use super::pronouns::Pronouns;
use super::roles::Role;
use crate::language::coref::{Chain, Form};
use crate::language::{Deprel, NameKind, Upos};
use crate::text::small;

/// What is said in more words is a story.
const MOST_WORDS: usize = 16;

/// `said the harbour is full`.
pub(super) fn before(pronouns: &Pronouns<'_>, chain: &Chain) -> Option<Role> {
    let analysis = pronouns.analysis;
    let mentions = chain.mentions.iter().map(|&idx| &analysis.chains.mentions[idx]);
    mentions.filter(|mention| mention.form != Form::Pronoun).find_map(|mention| {
        let verb = deeds::acts(analysis, mention.head)?;
        let saying = matches!(analysis.lemma(verb), "say" | "announce" | "report")
            && analysis.xpos(verb) == "VBD"
            && !super::done::is_denied(pronouns, verb);
        let above = || {
            analysis
                .head(verb)
                .filter(|_| matches!(analysis.deprel(verb), Deprel::Parataxis | Deprel::Ccomp))
        };
        let below = || {
            [Deprel::Ccomp, Deprel::Parataxis].into_iter().find_map(|deprel| {
                analysis.children_as(verb, deprel).find(|&clause| clause < mention.tokens.start)
            })
        };
        let clause = below().or_else(above).filter(|&clause| saying && clause < verb)?;
        let start = analysis.subtree(clause).start;
        let own = analysis.subtree(mention.head).start;
        let comma = own
            .checked_sub(1)
            .filter(|&comma| comma > clause && analysis.word(pronouns.document, comma) == ",")?;
        let tokens: Vec<usize> = (start..comma).collect();
        let whole = analysis.sentences[analysis.sentence_of(verb)].tokens.start == start
            && tokens.len() <= MOST_WORDS
            && analysis.subject(clause).is_some()
            && tokens.iter().all(|&token| {
                !super::told::is_quoted(pronouns, token)
                    && !matches!(
                        analysis.word(pronouns.document, token),
                        "\"" | "“" | "”" | "''" | "``" | ";" | ":" | "?" | "(" | ")"
                    )
            })
            && is_running(pronouns, start, comma);
        let line = whole.then(|| pronouns.line(&tokens, chain))??;
        let named = analysis.name_kind(start).is_some()
            || matches!(analysis.upos(start), Upos::Propn | Upos::Num)
            || analysis.xpos(start) == "PRP";
        let article = analysis.upos(start) == Upos::Det;
        let line = if named && !article { line } else { small(&line) };
        let word = analysis.word(pronouns.document, verb);
        Some(Role {
            text: format!("{word} {line}"),
            evidence: vec![analysis.cover(start..verb + 1)],
        })
    })
}

/// Whether words are those of running text, and no heading.
fn is_running(pronouns: &Pronouns<'_>, start: usize, end: usize) -> bool {
    let analysis = pronouns.analysis;
    let lower = |token: usize| {
        analysis.word(pronouns.document, token).starts_with(|c: char| !c.is_uppercase())
    };
    let block = analysis.sentences[analysis.sentence_of(start)].block;
    pronouns.document.blocks()[block].kind.is_prose()
        && (start..end).filter(|&token| lower(token)).count() * 2 > end - start
}

/// `writing in the Herald`, `wrote on Harbour Watch`.
pub(super) fn writes_for(pronouns: &Pronouns<'_>, chain: &Chain) -> Option<Role> {
    let analysis = pronouns.analysis;
    let mentions = chain.mentions.iter().map(|&idx| &analysis.chains.mentions[idx]);
    let person = chain.kind == Some(NameKind::Person);
    mentions.filter(|mention| person && mention.form == Form::Name).find_map(|mention| {
        let writing = |&verb: &usize| {
            matches!(analysis.lemma(verb), "write" | "blog" | "report" | "edit")
                && matches!(analysis.xpos(verb), "VBG" | "VBD" | "VBZ")
        };
        let verb = analysis
            .children_as(mention.head, Deprel::Acl)
            .find(writing)
            .or_else(|| deeds::acts(analysis, mention.head).filter(writing))?;
        let paper = analysis.children_as(verb, Deprel::Obl).find(|&paper| {
            let case = analysis.child_as(paper, Deprel::Case).filter(|&case| case == verb + 1);
            let named =
                matches!(analysis.name_kind(paper), Some(NameKind::Organization | NameKind::Other));
            named
                && case.is_some_and(|case| {
                    matches!(analysis.word(pronouns.document, case), "for" | "in" | "on" | "at")
                })
        })?;
        let end = (paper..analysis.tokens.len())
            .find(|&token| analysis.name_kind(token).is_none())
            .unwrap_or(paper + 1);
        let line = pronouns.line(&(verb..end).collect::<Vec<_>>(), chain)?;
        let evidence =
            vec![analysis.cover(verb.min(mention.tokens.start)..end.max(mention.tokens.end))];
        Some(Role { text: line, evidence })
    })
}

#[cfg(test)]
mod tests {
    use crate::briefing::actors::testing::check_role;

    #[test]
    fn what_stands_before_the_one_who_says_it_is_told() {
        check_role(
            "The ships will wait until the harbour is open again, the Harbour Council said. It met in Oslo.",
            "Harbour Council",
            "said the ships will wait until the harbour is open again",
        );
    }

    #[test]
    fn where_somebody_writes_is_told() {
        check_role(
            "The harbour is full. Anna Okafor, writing in the Bergen Herald, disagreed.",
            "Anna Okafor",
            "writing in the Bergen Herald",
        );
    }
}
