//! Where a letter stands in a text: between the line that greets somebody and the one that signs.

use super::occasion::{LONGEST_HEADING, is_person};
use crate::briefing::ActorId;
use crate::briefing::actors::Cast;
use crate::document::{Block, Document};
use crate::language::{Analysis, Sentence};
use crate::text::TextRange;

/// In bytes: `Dear Senator Ruiz and members of the harbour council:`.
const LONGEST_SALUTATION: usize = 80;

/// In words: `Yours sincerely,`, `Tom Hall`.
const LONGEST_SIGNATURE: usize = 5;

/// The blocks of a letter's own words; what stands above the salutation and under the signature is none of them.
pub(super) fn letter(document: &Document, analysis: &Analysis) -> Option<std::ops::Range<usize>> {
    match salutations(document).as_slice() {
        &[line] => {
            let end = signature(document, analysis, line)?.end;
            let own = document.blocks()[line].range.cover(document.blocks()[end - 1].range);
            // An essay may quote one.
            (2 * own.len() >= document.text().len()).then_some(line + 1..end)
        }
        _ => None,
    }
}

/// The blocks that say `Dear Ana,`, or start so: an advice column runs on behind it.
pub(super) fn salutations(document: &Document) -> Vec<usize> {
    let greets = |block: &Block| {
        let line = block.range.slice(document.text()).trim();
        line.get(..5).is_some_and(|start| start.eq_ignore_ascii_case("dear "))
            && line.find([',', ':', '-', '–', '—', '!']).is_some_and(|at| at < LONGEST_SALUTATION)
    };
    let blocks = document.blocks().iter().enumerate();
    let dear: Vec<usize> = blocks.filter(|(_, block)| greets(block)).map(|(at, _)| at).collect();
    if !dear.is_empty() || !is_closed(document) {
        return dear;
    }
    plain_salutation(document).into_iter().collect()
}

/// `Mum,` or `Dr. Ruiz:`, a line of a letter that is closed as one.
fn plain_salutation(document: &Document) -> Option<usize> {
    const LONGEST: usize = 4;
    const FIRST: usize = 8;
    let line = |at: usize| {
        document.blocks().get(at).map_or("", |block| block.range.slice(document.text()).trim())
    };
    (0..FIRST).find(|&at| {
        line(at).split_whitespace().count() <= LONGEST
            && line(at).ends_with([',', ':'])
            && line(at).starts_with(char::is_uppercase)
            && line(at + 1).ends_with(['.', '!', '?'])
            && line(at + 1).split_whitespace().count() > LONGEST
    })
}

/// Whether one of the last lines closes a letter: `Love always,`, `Respectfully, Tom Hall`.
fn is_closed(document: &Document) -> bool {
    const LAST: usize = 8;
    const CLOSES: &[&str] = &[
        "yours",
        "sincerely",
        "respectfully",
        "love",
        "with love",
        "much love",
        "best wishes",
        "best regards",
        "regards",
        "kind regards",
        "warm regards",
        "warmly",
        "cordially",
        "faithfully",
        "affectionately",
        "your friend",
        "your son",
        "your daughter",
    ];
    document.blocks().iter().rev().take(LAST).any(|block| {
        let line = block.range.slice(document.text()).trim().to_lowercase();
        let (closing, rest) = line.split_once(',').unwrap_or((&line, ""));
        let closing = closing.trim();
        let starts = |words: &&str| closing == *words || closing.starts_with(&format!("{words} "));
        closing.split_whitespace().count() <= 4
            && rest.split_whitespace().count() <= LONGEST_SIGNATURE
            && line.contains(',')
            && CLOSES.iter().any(starts)
    })
}

/// `An open letter to the people of Selm`, over the salutation.
pub(super) fn is_open_letter(document: &Document, salutation: usize) -> bool {
    document.blocks()[..=salutation].iter().any(|block| {
        let line = block.range.slice(document.text()).to_lowercase();
        line.contains("open letter") && line.split_whitespace().count() <= LONGEST_HEADING
    })
}

/// Whose name is a line of its own where a letter is signed.
pub(super) fn alone_in_line(document: &Document, cast: &Cast, signed: usize) -> Option<ActorId> {
    let ids = (0..cast.actors.len()).map(ActorId);
    ids.filter(|&id| is_person(cast, id)).find(|&id| is_line(document, cast, signed, id))
}

pub(super) fn is_line(document: &Document, cast: &Cast, signed: usize, id: ActorId) -> bool {
    let name = cast.actor(id).map(|actor| actor.name.as_str());
    document
        .blocks()
        .iter()
        .skip(signed)
        .take(2)
        .any(|block| Some(block.range.slice(document.text()).trim()) == name)
}

pub(super) struct Signature {
    /// The block where it starts.
    pub(super) start: usize,
    /// The first block behind the letter's own words.
    pub(super) end: usize,
    /// From the words before the name to the end of the document.
    pub(super) range: TextRange,
}

/// Where the letter under the salutation ends: at a few words before a name, or at the name. None where nobody signs,
/// and where prose follows, which is the answer to it.
pub(super) fn signature(
    document: &Document,
    analysis: &Analysis,
    salutation: usize,
) -> Option<Signature> {
    let blocks = document.blocks();
    let words = |at: usize| blocks[at].range.slice(document.text()).trim();
    let alone = |at: &usize| {
        let line = words(*at);
        line.split_whitespace().count() <= LONGEST_SIGNATURE
            && line.starts_with(|first: char| first.is_alphabetic() || "[-–—".contains(first))
            && !line.ends_with(['.', '!', '?', ':', ';', '”', '"'])
    };
    // `What should I do? — Stuck in Selm`
    let behind_dash = |at: &usize| {
        let line = words(*at);
        let name =
            ["—", "–", "--"].iter().filter_map(|dash| line.rsplit_once(dash)).any(|(_, name)| {
                (1..=LONGEST_SIGNATURE).contains(&name.split_whitespace().count())
                    && name.trim().starts_with(char::is_uppercase)
                    && !name.ends_with(['.', '!', '?', ':', ';', ',', '”', '"'])
            });
        name && !alone(at)
    };
    let dashed = (salutation + 1..blocks.len()).find(behind_dash);
    let signed = (salutation + 2..blocks.len()).find(alone);
    let (start, end) = match (dashed, signed) {
        (Some(dashed), signed) if signed.is_none_or(|signed| dashed < signed) => {
            (dashed, dashed + 1)
        }
        (_, signed) => (signed?, signed?),
    };
    // Only a line without the salutation's words is a letter by itself.
    let runs_on = blocks[salutation].range.len() > LONGEST_SALUTATION;
    let postscript = (end..blocks.len())
        .find(|&at| words(at).to_lowercase().replace(['.', ' '], "").starts_with("ps"))
        .unwrap_or(blocks.len());
    let prose = |sentence: &&Sentence| {
        (end..postscript).contains(&sentence.block)
            && words(sentence.block).ends_with(['.', '!', '?', '”', '"'])
    };
    let answered = analysis.sentences.iter().filter(prose).take(2).count() > 1;
    let range = blocks[start].range.cover(blocks[blocks.len() - 1].range);
    (!answered && !runs_on).then_some(Signature { start, end, range })
}
