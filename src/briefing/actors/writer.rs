//! The writer: whoever signs a text in the first person says `I` in it, and is somebody of it; so is whoever a line under
//! a commentary tells us of. Named outside the article's own words, which is all that the names and chains know: over it
//! (`By Ana Ruiz`), or under it (`Ana Ruiz is a teacher in Selm.`; `Yours, Ana Ruiz`).
//!
//! Only what the writer is and where `I` stands: what the writer holds is the author's voice, as ever.

use std::collections::BTreeSet;

use super::salience::View;
use super::{Actor, ActorKind, Evidence, Genre, Mention, MentionForm, Traits};
use crate::document::{Block, BlockKind, Document};
use crate::language::Analysis;
use crate::language::coref::{Chain, Form};
use crate::language::lexicon::{Senses, lexicon};
use crate::text::{TextRange, one_line};

/// Seldom said, `I` is nobody's text: so often at least, and once in so many words.
const LEAST: usize = 3;
const WORDS_FOR_ONE: usize = 200;

/// The salience of who writes, but not of themselves: below those whom the text is about, above those named in passing.
const UNHEARD: f32 = 0.25;

/// The writer, where one person signs, of whom the text itself does not speak: of a text in the first person, in which
/// nobody whom it names says `I`, and of a commentary that tells who its writer is.
pub(super) fn find(
    document: &Document,
    analysis: &Analysis,
    view: &View<'_>,
    genre: Genre,
) -> Option<(Actor, Traits)> {
    // In a report and an interview `I` is whoever is asked, in marks that may be lost.
    if !genre.is_opinion() {
        return None;
    }
    let mut chain = Chain { mentions: first_person(document, analysis), ..Chain::default() };
    let words = document.text().split_whitespace().count();
    let heard = chain.mentions.len() >= LEAST
        && chain.mentions.len() * WORDS_FOR_ONE >= words
        && !is_transcript(document);
    if !heard {
        chain.mentions.clear();
    }
    let Signature { name: range, role } = below(document)
        .or_else(|| over(document))
        // Under a speech a line tells who passes it on.
        .filter(|it| it.role.is_none() || genre != Genre::Speech)
        .filter(|it| heard || genre == Genre::Commentary && it.role.is_some())
        .filter(|it| !is_named(document, analysis, it))?;
    let text = document.text();
    let name = one_line(range.slice(text));
    let short = name.rsplit(' ').next().unwrap_or_default().to_owned();
    let mut mentions = vec![Mention { range, form: MentionForm::Name }];
    mentions.extend(chain.mentions.iter().map(|&idx| {
        let range = analysis.chains.mentions[idx].range;
        Mention { range, form: MentionForm::Pronoun }
    }));
    mentions.sort_by_key(|mention| mention.range);
    let actor = Actor {
        name,
        kind: ActorKind::Person,
        role: role.map(|range| one_line(range.slice(text))),
        aliases: Vec::new(),
        affiliations: Vec::new(),
        salience: if heard { view.of_writer(&chain) } else { UNHEARD },
        mentions,
        evidence: Evidence::new([range].into_iter().chain(role))?,
    };
    Some((actor, Traits { short, ..Traits::default() }))
}

/// `Transcript: what the mayor said`: the one who signs has only written it down.
fn is_transcript(document: &Document) -> bool {
    let heading = |kind: BlockKind| matches!(kind, BlockKind::Title | BlockKind::Heading);
    let mut headings = document.blocks().iter().filter(|block| heading(block.kind));
    headings.any(|block| {
        let words = block.range.slice(document.text()).to_lowercase();
        ["transcript", "full text", "remarks", "speech", "interview"]
            .iter()
            .any(|sign| words.contains(sign))
    })
}

/// `I` and `my` outside of quotations, where they are nobody's yet.
fn first_person(document: &Document, analysis: &Analysis) -> Vec<usize> {
    let chains = &analysis.chains;
    let known =
        chains.chains.iter().filter(|chain| chain.kind.is_some() || chain.defined.is_some());
    let taken: BTreeSet<usize> = known.flat_map(|chain| chain.mentions.iter().copied()).collect();
    let of_writer = |idx: &usize| {
        let mention = &chains.mentions[*idx];
        let word = mention.range.slice(document.text());
        mention.form == Form::Pronoun
            && matches!(word, "I" | "me" | "Me" | "my" | "My" | "mine" | "myself")
            && !taken.contains(idx)
            && !is_quoted(document, analysis, mention.range)
    };
    (0..chains.mentions.len()).filter(of_writer).collect()
}

fn is_quoted(document: &Document, analysis: &Analysis, range: TextRange) -> bool {
    let blocks = document.blocks();
    let after = blocks.partition_point(|block| block.range.start() <= range.start());
    after.checked_sub(1).is_some_and(|block| blocks[block].kind == BlockKind::Quote)
        || analysis.quotations.iter().any(|quotation| quotation.range.contains(range.start()))
}

/// Where somebody signs, and what that says of whom.
struct Signature {
    name: TextRange,
    role: Option<TextRange>,
}

/// `By Ana Ruiz`, where the reader of the file has found one name. A name that no list knows must stand behind `By`.
fn over(document: &Document) -> Option<Signature> {
    let byline = document.meta.byline.as_deref().filter(|name| has_shape(name))?;
    let known = is_person(byline);
    let mut blocks = document.blocks().iter().filter(|block| block.kind == BlockKind::Byline);
    let name = blocks.find_map(|block| {
        let text = block.range.slice(document.text());
        let (before, _) = text.split_once(byline)?;
        let by = before.ends_with("By ") || before.ends_with("by ");
        let at = block.range.start() + before.len();
        (known || by && !is_of_body(byline)).then(|| TextRange::new(at, at + byline.len()))
    })?;
    Some(Signature { name, role: None })
}

/// `Ana Ruiz is a teacher in Selm.`, or the name alone below `Yours sincerely,`; after the article's last words.
fn below(document: &Document) -> Option<Signature> {
    let text = document.text();
    let blocks = document.blocks();
    let end = blocks.iter().rposition(|block| block.kind.is_prose())? + 1;
    let by = |(_, block): &(usize, &Block)| block.kind == BlockKind::Byline;
    blocks[end..].iter().enumerate().filter(by).find_map(|(idx, block)| {
        let line = block.range.slice(text);
        let part = |part: &str| TextRange::of(part, text);
        if let Some((name, rest)) = line.split_once(" is ").filter(|(name, _)| is_person(name)) {
            return Some(Signature { name: part(name)?, role: Some(part(work(rest)?)?) });
        }
        let before = end + idx - 1;
        let closed = blocks[before].range.slice(text).trim_end().ends_with(',');
        (closed && is_person(line)).then_some(Signature { name: block.range, role: None })
    })
}

/// What somebody is, in what stands behind `is`: `a teacher in Selm. She has three dogs.`, `editor of The Lantern.`
fn work(told: &str) -> Option<&str> {
    const MOST_BEFORE: usize = 4;
    let article = ["a ", "an ", "the "].into_iter().find(|article| told.starts_with(article));
    let work = told.get(article.map_or(0, str::len)..)?;
    let mut first = work.split([' ', '-']).take(MOST_BEFORE);
    let is_office = |word: &str| lexicon().word_senses(&word.to_lowercase()).any(Senses::ANY_TITLE);
    let work = work.split_once(". ").map_or(work, |(work, _)| work);
    (article.is_some() || first.any(is_office)).then(|| work.trim_end_matches('.'))
}

/// Whether this may be one person's name: two to four words with capitals.
fn has_shape(name: &str) -> bool {
    let fits = |word: &str| {
        word.starts_with(char::is_uppercase)
            && word.chars().all(|c| c.is_alphabetic() || matches!(c, '.' | '-' | '\'' | '’'))
    };
    (2..=4).contains(&name.split(' ').count())
        && name.split(' ').all(fits)
        && !lexicon().senses(name).any(Senses::ANY_ORGANIZATION)
}

/// Whether it is one, as its first or its last word tells.
fn is_person(name: &str) -> bool {
    let (first, last) = (name.split(' ').next(), name.rsplit(' ').next());
    let is = |word: Option<&str>, sense| word.is_some_and(|it| lexicon().senses(it).any(sense));
    has_shape(name) && (is(first, Senses::GIVEN) || is(last, Senses::SURNAME))
}

/// `News Desk`, `Staff Writer`.
fn is_of_body(name: &str) -> bool {
    const HEADS: &[Senses] =
        &[Senses::ORGANIZATION_HEAD, Senses::PLACE_HEAD, Senses::OTHER_HEAD, Senses::ANY_TITLE];
    let senses = |word: &str| lexicon().word_senses(&word.to_lowercase());
    name.split(' ').any(|word| HEADS.iter().any(|&head| senses(word).any(head)))
}

/// Whether the text speaks of somebody of that name: then `I` may be another.
fn is_named(document: &Document, analysis: &Analysis, signature: &Signature) -> bool {
    let name = signature.name.slice(document.text());
    let last = name.rsplit(' ').next().unwrap_or(name);
    analysis.names.iter().any(|known| {
        let known = known.range.slice(document.text());
        known == name || known == last
    })
}

#[cfg(test)]
mod tests {
    use crate::briefing::actors::testing::names_of;
    use crate::document::BlockKind::{self, Boilerplate, Byline, Paragraph, Title};

    const TEXT: &str = "I think that the harbour levy is wrong, and I said so to my neighbours. We should not pay it. \
                        Norway, I believe, would never ask us to. My view has not changed.";
    const OTHERS: &str = "The harbour levy was raised on Monday. Norway did not ask for it.";

    /// The names of all actors of a text under a headline, signed by `byline`.
    fn names(blocks: &[(BlockKind, &str)], byline: Option<&str>) -> Vec<String> {
        let mut all = vec![(Title, "The levy is wrong")];
        all.extend_from_slice(blocks);
        names_of(&all, byline)
    }

    #[test]
    fn who_signs_a_text_in_the_first_person_is_somebody() {
        let over = [(Byline, "By Nadia Brandt"), (Paragraph, TEXT)];
        assert_eq!(names(&over, Some("Nadia Brandt"))[0], "Nadia Brandt");
        let unlisted = [(Byline, "By Zorvanik Ulmarg"), (Paragraph, TEXT)];
        assert_eq!(names(&unlisted, Some("Zorvanik Ulmarg"))[0], "Zorvanik Ulmarg");
        let under = [(Paragraph, TEXT), (Byline, "Nadia Brandt is a teacher in Selm.")];
        assert_eq!(names(&under, None)[0], "Nadia Brandt");
        let letter = [(Paragraph, TEXT), (Boilerplate, "Yours,"), (Byline, "Nadia Brandt")];
        assert_eq!(names(&letter, None)[0], "Nadia Brandt");
    }

    #[test]
    fn a_line_under_a_commentary_tells_who_wrote_it() {
        let view = "The harbour levy is wrong, and nobody should pay it. It must go. Surely Norway would never ask for \
                    such a foolish thing. We ought to be ashamed of it.";
        let told = (Byline, "Nadia Brandt is editor of The Lantern. She has a boat.");
        assert!(names(&[(Paragraph, view), told], None).contains(&"Nadia Brandt".to_owned()));
        assert!(!names(&[(Paragraph, OTHERS), told], None).contains(&"Nadia Brandt".to_owned()));
    }

    #[test]
    fn who_only_writes_of_others_is_nobody() {
        let report = [(Byline, "By Nadia Brandt"), (Paragraph, OTHERS)];
        assert!(!names(&report, Some("Nadia Brandt")).contains(&"Nadia Brandt".to_owned()));
        let desk = [(Byline, "By News Desk"), (Paragraph, TEXT)];
        assert!(!names(&desk, Some("News Desk")).contains(&"News Desk".to_owned()));
    }
}
