//! Which of the things that stand beside a name are no role: what somebody was once, is to somebody else, or is in
//! somebody's eyes, and words that are half a phrase.

use super::pronouns::Pronouns;
use super::told;
use crate::briefing::judgement;
use crate::document::Document;
use crate::language::coref::{Chain, Description, DescriptionSource, words};
use crate::language::{Analysis, Deprel, Upos};

/// Whether a description can be shown as what the one of `chain` is.
pub(super) fn is_role(
    pronouns: &Pronouns<'_>,
    chain: &Chain,
    person: bool,
    description: &Description,
) -> bool {
    let (document, analysis) = (pronouns.document, pronouns.analysis);
    !(person && !fits_one(analysis, description)
        || is_quality(document, description)
        || is_one_of_some(document, description)
        || pronouns.owner(description.tokens.start, chain).is_none()
            && is_first_of_all(document, analysis, description)
        || is_only_meant(document, analysis, description)
        || is_torn(document, analysis, description)
        || is_opinion(document, analysis, description)
        || is_passing(analysis, description)
        || is_predicate(analysis, description)
        || is_address(document, description)
        || is_unowned(pronouns, chain, description))
}

/// Whether a description can be that of one person: `aides about the setup` are several, `the first case is of the
/// mayor` is a clause. `economists` before two names is a title of each.
fn fits_one(analysis: &Analysis, description: &Description) -> bool {
    let title = description.source == DescriptionSource::Title;
    let clause = (description.tokens.start..description.head).any(|token| {
        matches!(analysis.xpos(token), "VBD" | "VBZ" | "VBP" | "MD")
            && !is_would_be(analysis, token)
            // `Clean Seas Watch`
            && analysis.name_kind(token).is_none()
    });
    // `the delegates Ruiz had`: no title of hers.
    let beside = || {
        let name = analysis.chains.mentions[description.mention].head;
        analysis.deprel(name) == Deprel::Conj || analysis.child_as(name, Deprel::Conj).is_some()
    };
    let several = is_plural(analysis, description.head)
        && !(title && description.head + 1 == description.tokens.end && beside());
    !clause && !several
}

/// `would` of `the would-be mayor`.
fn is_would_be(analysis: &Analysis, token: usize) -> bool {
    analysis.xpos(token) == "MD" && analysis.xpos(token + 1) == "HYPH"
}

/// `when she was a young girl`, `“he is a little guy”`, `he is for the poor`: what somebody was once, is to somebody
/// else, or is not at all.
fn is_passing(analysis: &Analysis, description: &Description) -> bool {
    let quoted = || analysis.is_quoted(description.range.start());
    let once = analysis.deprel(description.head) == Deprel::Advcl;
    let beside = || analysis.child_as(description.head, Deprel::Case).is_some();
    // "he is a guy" says nothing.
    let empty = {
        description.tokens.len() == 1
            && matches!(
                analysis.lemma(description.head),
                "guy" | "man" | "woman" | "person" | "human" | "one" | "thing"
            )
    };
    empty || description.source == DescriptionSource::Copula && (once || beside() || quoted())
}

/// `He is the best candidate Ruiz argues`: what somebody says that another is.
fn is_predicate(analysis: &Analysis, description: &Description) -> bool {
    let name = analysis.chains.mentions[description.mention].head;
    let speaks = analysis.deprel(name).is_subject()
        && analysis.head(name).is_some_and(|verb| {
            verb > name && verb != description.head && told::is_saying(analysis.lemma(verb))
        });
    description.source == DescriptionSource::Title
        && speaks
        && analysis.child_as(description.head, Deprel::Cop).is_some()
}

/// `Madam Chair`, `according to spokesman Reyes`, `many people`: how somebody is spoken to, who tells it, who they all
/// are.
fn is_address(document: &Document, description: &Description) -> bool {
    let words = description.range.slice(document.text()).to_lowercase();
    let first = words.split_whitespace().next().unwrap_or_default();
    matches!(first, "madam" | "mister" | "mr." | "dear" | "according" | "many" | "some" | "most")
}

/// `my friend`, where nobody knows who writes; `their son`, where nobody knows whose.
fn is_unowned(pronouns: &Pronouns<'_>, chain: &Chain, description: &Description) -> bool {
    let start = description.tokens.start;
    let noun = pronouns.analysis.lemma(description.head);
    let near = words::is_kin(noun)
        || matches!(
            noun,
            "friend" | "neighbor" | "neighbour" | "roommate" | "boyfriend" | "girlfriend"
        );
    // `Brother Ruiz` of the abbey.
    let small = description.range.slice(pronouns.document.text()).starts_with(char::is_lowercase);
    near && small && description.tokens.len() == 1 && pronouns.owner(start, chain).is_none()
}

/// `major Reyes works`: small before a name, these are no ranks. `Secretary Reyes` is one of anything.
fn is_quality(document: &Document, description: &Description) -> bool {
    description.source == DescriptionSource::Title
        && matches!(
            description.range.slice(document.text()),
            "major" | "general" | "private" | "great" | "Secretary" | "Sec."
        )
}

/// `One candidate, Ana Ruiz,`, `the only other candidate`: somebody, who stands among others in the sentence alone.
fn is_one_of_some(document: &Document, description: &Description) -> bool {
    let text = description.range.slice(document.text());
    if text.starts_with("only other ") || text.starts_with("other ") {
        return true;
    }
    let mut words = text.split_whitespace();
    words.next().is_some_and(|first| matches!(first, "One" | "one"))
        && words.next().is_some()
        && words.next().is_none()
}

/// `the first candidate` without what it is the first to do, `the best candidate` without of whom: so in its sentence
/// alone. `The first lady` holds an office, `the first wife` is somebody's.
fn is_first_of_all(document: &Document, analysis: &Analysis, description: &Description) -> bool {
    let head = description.head;
    let word = |token: usize| analysis.word(document, token);
    let owned = (description.tokens.start..head).any(|token| words::is_genitive(word(token)));
    let ranked = (description.tokens.start..head).any(|token| {
        (analysis.xpos(token) == "JJS"
            || matches!(
                word(token).to_lowercase().as_str(),
                "first" | "second" | "third" | "last" | "latest" | "next" | "only"
            ))
            && word(token + 1) != "-"
    });
    let noun = analysis.lemma(head);
    description.source != DescriptionSource::Title
        && ranked
        && !owned
        && head + 1 == description.tokens.end
        && !words::is_kin(noun)
        && !words::is_title(noun)
        && !matches!(noun, "lady" | "gentleman")
}

/// `a President Reyes would wait`, `the next president, Tom Hall`: what somebody may become.
fn is_only_meant(document: &Document, analysis: &Analysis, description: &Description) -> bool {
    let before = description.tokens.start.checked_sub(1);
    let a = before.is_some_and(|at| {
        matches!(analysis.word(document, at), "a" | "A" | "an" | "An" | "another" | "any")
    });
    let office = description.range.slice(document.text());
    let coming = office.starts_with("next ") && !office.starts_with("next closest ");
    let meant = description.source == DescriptionSource::Title
        && description.tokens.len() <= 2
        && office.starts_with(char::is_uppercase)
        && a;
    coming || meant
}

/// `as a child`, `if not for the club’s owner`: words that hang on others say nothing alone.
fn is_torn(document: &Document, analysis: &Analysis, description: &Description) -> bool {
    let first = description.tokens.start;
    // `keeper, ran and killed` before a name is half a clause.
    // `volunteer, shot and killed` too, whatever form the verb was read as.
    let comma = description.source == DescriptionSource::Title
        && description.tokens.clone().any(|token| {
            analysis.word(document, token) == "," && analysis.upos(token + 1) == Upos::Verb
        });
    let clause = comma
        || description.tokens.clone().any(|token| {
            let inside = |token: usize| description.tokens.contains(&token);
            matches!(analysis.xpos(token), "VBD" | "VBZ" | "VBP")
                && analysis.name_kind(token).is_none()
                && !matches!(analysis.deprel(token), Deprel::Cop | Deprel::Aux | Deprel::AuxPass)
                && analysis.subject(token).is_none_or(|who| !inside(who))
                // `volunteer, shot and killed` someone.
                && !(analysis.deprel(token) == Deprel::Conj
                    && analysis.head(token).is_some_and(inside)
                    && analysis.child_as(token, Deprel::Obj).is_none_or(inside))
        });
    // `three news networks` are none of them.
    let several = analysis.xpos(first) == "CD" && is_plural(analysis, description.head);
    // `as a candidate`, where the parser took a verb for a noun.
    let hangs = description.source == DescriptionSource::Deed
        && matches!(analysis.upos(first), Upos::Adp | Upos::Sconj | Upos::Cconj);
    hangs
        || !matches!(description.source, DescriptionSource::Belonging | DescriptionSource::Deed)
            && (clause
                || several
                || matches!(
                    analysis.upos(first),
                    Upos::Adp | Upos::Sconj | Upos::Cconj | Upos::Aux
                ) && !is_would_be(analysis, first)
                || matches!(analysis.xpos(first), "WDT" | "WP")
                || matches!(
                    analysis.word(document, first),
                    "not" | "Not" | "if" | "including" | "according"
                ))
}

/// `Ruiz is the best candidate`, `the liar Paul Hill`: what the writer thinks.
fn is_opinion(document: &Document, analysis: &Analysis, description: &Description) -> bool {
    let head = description.head;
    let near = |token: usize| {
        token == head
            || analysis.head(token) == Some(head) && analysis.deprel(token) == Deprel::Amod
    };
    let thinks = description
        .tokens
        .clone()
        .filter(|&token| near(token))
        .any(|token| judgement::is_judging(document, analysis, token));
    description.source == DescriptionSource::Copula && thinks || is_slur(analysis.lemma(head))
}

/// Nouns that tell what a speaker thinks of somebody, not what somebody is.
pub(super) fn is_slur(noun: &str) -> bool {
    matches!(
        noun,
        "bigot"
            | "bully"
            | "clown"
            | "coward"
            | "crook"
            | "demagogue"
            | "disgrace"
            | "fool"
            | "fraud"
            | "hypocrite"
            | "idiot"
            | "joke"
            | "liar"
            | "loser"
            | "moron"
            | "phony"
            | "racist"
            | "thug"
    )
}

pub(super) fn is_plural(analysis: &Analysis, token: usize) -> bool {
    matches!(analysis.xpos(token), "NNS" | "NNPS")
}
