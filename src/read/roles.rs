//! Which block is what: title, byline, date, publisher and clutter, by shape, place and wording.
//!
//! For formats that do not say so themselves. The head is what stands before the first sentence of the
//! article. When unsure, a block stays article; a date or a name is found or absent, never guessed. Clutter
//! that only its place and its neighbours give away is for `read::runs`.

use super::draft::Draft;
use super::{byline, clutter, date, plain, runs};
use crate::document::{BlockKind, Meta};
#[cfg(test)]
use crate::text::TextRange;
use crate::text::one_line;

/// Blocks at the start among which title, byline and date are looked for.
const HEAD: usize = 12;

pub(super) fn assign(draft: &mut Draft) {
    mark_clutter(draft);
    let title = find_title(draft);
    if let Some(title) = title {
        set_kind(draft, title, BlockKind::Title);
        let words = one_line(draft.slice(title));
        draft.meta.title.get_or_insert(words);
    }
    mark_head(draft, title);
    if draft.meta.published.is_none()
        && let Some((block, day)) = date_below(draft)
    {
        draft.meta.published = Some(day);
        set_kind(draft, block, BlockKind::Boilerplate);
    }
    runs::mark(draft);
    if draft.meta.publisher.is_none() {
        draft.meta.publisher = publisher(draft);
    }
}

/// Among the clutter of a page whose writer is known: the line that names the writer, and the one that says who that is.
pub(super) fn mark_byline(draft: &mut Draft) {
    const MOST_WORDS: usize = 8;
    let Some(name) = draft.meta.byline.clone() else { return };
    let names_writer = |text: &str| {
        text.split_once(name.as_str()).is_some_and(|(before, after)| {
            // `Lantern News Navigation` is no line of the `Lantern News`.
            let longer = after.trim_start().starts_with(char::is_uppercase);
            before.is_empty() && !longer || before.ends_with("by ") || before.ends_with("By ")
        })
    };
    let is_short = |text: &str| text.split_whitespace().count() <= MOST_WORDS;
    let first = |kind: BlockKind, fits: &dyn Fn(&str) -> bool| {
        let blocks = &draft.blocks;
        (0..blocks.len()).find(|&idx| blocks[idx].kind == kind && fits(draft.slice(idx)))
    };
    let line = match first(BlockKind::Byline, &names_writer) {
        Some(_) => None,
        None => first(BlockKind::Boilerplate, &|text| names_writer(text) && is_short(text)),
    };
    let told = first(BlockKind::Boilerplate, &|text| {
        names_writer(text) && clutter::introduced(text).is_some()
    });
    for idx in [line, told].into_iter().flatten() {
        set_kind(draft, idx, BlockKind::Byline);
    }
}

pub(super) fn set_kind(draft: &mut Draft, block: usize, kind: BlockKind) {
    if let Some(block) = draft.blocks.get_mut(block) {
        block.kind = kind;
        block.level = 0;
    }
}

fn mark_clutter(draft: &mut Draft) {
    for idx in 0..draft.blocks.len() {
        let text = draft.slice(idx);
        let is_label = draft.blocks[idx].kind == BlockKind::Paragraph && clutter::is_label(text);
        let kind = if is_label || clutter::is_clutter(text) {
            BlockKind::Boilerplate
        } else if clutter::is_caption(text) {
            BlockKind::Caption
        } else {
            continue;
        };
        if matches!(
            draft.blocks[idx].kind,
            BlockKind::Paragraph | BlockKind::Heading | BlockKind::ListItem | BlockKind::Quote
        ) {
            set_kind(draft, idx, kind);
        }
    }
}

/// The first block that is no clutter, if it has the shape of a headline and an article under it.
fn find_title(draft: &Draft) -> Option<usize> {
    if let Some(idx) = draft.blocks.iter().position(|block| block.kind == BlockKind::Title) {
        return Some(idx);
    }
    let known = draft.meta.title.as_deref().map(letters);
    let mut candidates = (0..draft.blocks.len().min(HEAD)).filter(|&idx| {
        matches!(draft.blocks[idx].kind, BlockKind::Paragraph | BlockKind::Heading)
            && clutter::byline(draft.slice(idx)).is_none()
            && !is_date_line(draft.slice(idx))
    });
    if let Some(known) = known {
        return candidates.find(|&idx| letters(draft.slice(idx)) == known);
    }
    let first = candidates.next()?;
    let text = draft.slice(first);
    let marked = draft.blocks[first].kind == BlockKind::Heading && draft.blocks[first].level == 1;
    let followed =
        draft.blocks.iter().skip(first + 1).any(|block| is_prose(block.range.slice(&draft.text)));
    let is_title = marked || has_title_shape(text) || stands_over_byline(draft, first);
    (followed && is_title).then_some(first)
}

/// Whether a block is one short sentence over a byline or a date: “The ferries are gone for good.” is a headline there,
/// and might be an article's first words elsewhere.
fn stands_over_byline(draft: &Draft, block: usize) -> bool {
    let text = draft.slice(block);
    let one = text.split_whitespace().count() <= 20
        && !["? ", "! ", ". "].iter().any(|end| text.contains(end));
    // A line that sums the article up may stand between.
    let below = (block + 1..draft.blocks.len()).take(2).map(|idx| draft.slice(idx));
    one && can_be_title(text)
        && below.into_iter().any(|text| clutter::byline(text).is_some() || is_date_line(text))
}

/// Short and capitalised.
fn can_be_title(text: &str) -> bool {
    let words = text.split_whitespace().count();
    let starts = text
        .trim_start_matches(['“', '"', '‘', '\'', '«', '¿', '¡', '\u{2014}'])
        .starts_with(|first: char| first.is_uppercase() || first.is_numeric());
    (2..=30).contains(&words)
        && text.chars().count() <= 200
        && starts
        && !text.contains("://")
        && !without_closing_marks(text).ends_with([':', ',', ';'])
}

fn without_closing_marks(text: &str) -> &str {
    text.trim_end_matches(['”', '"', '’', '\'', ')'])
}

/// Short, capitalised, and no sentence; a headline that ends in a full stop has capitals throughout.
fn has_title_shape(text: &str) -> bool {
    if !can_be_title(text) {
        return false;
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    let end = without_closing_marks(text);
    if !end.ends_with(['.', '!', '?', '…']) {
        return true;
    }
    let long: Vec<&&str> = words.iter().filter(|word| word.chars().count() > 3).collect();
    let capital = long
        .iter()
        .filter(|word| {
            word.trim_start_matches(['“', '"', '‘', '\'', '('])
                .starts_with(|first: char| !first.is_lowercase())
        })
        .count();
    // “It was over.” is a sentence; “Talks Resume in Geneva.” is a headline.
    long.len() >= 3 && capital * 10 >= long.len() * 7
        || long.len() == 2 && capital == 2 && words.len() == 2
}

/// Byline, date and what stands around them, up to the first sentence of the article.
fn mark_head(draft: &mut Draft, title: Option<usize>) {
    let first = title.map_or(0, |title| title + 1);
    if let Some(title) = title {
        // “… Sunday, October 21, 2007”: the date follows the headline on its line.
        let text = draft.slice(title);
        let at_end =
            date::find_with_place(text).filter(|(_, place)| place.end == text.trim_end().len());
        if let Some((day, _)) = at_end {
            draft.meta.published.get_or_insert(day);
        }
    }
    for idx in 0..draft.blocks.len().min(first + HEAD) {
        let text = draft.slice(idx).to_owned();
        match draft.blocks[idx].kind {
            BlockKind::Paragraph | BlockKind::Heading | BlockKind::ListItem => {}
            BlockKind::Boilerplate => {
                take_date(&mut draft.meta, &text);
                if is_date_line(&text) {
                    set_kind(draft, idx, BlockKind::Byline);
                }
                continue;
            }
            _ => continue,
        }
        if let Some(names) = clutter::byline(&text) {
            take_byline(&mut draft.meta, names);
            take_date(&mut draft.meta, &text);
            set_kind(draft, idx, BlockKind::Byline);
        } else if is_date_line(&text) {
            if let Some((name, _)) = text.split_once(['|', '·', '•', '—']) {
                let name = name.trim();
                if clutter::starts_with_name(name)
                    && date::find(name).is_none()
                    && name.split_whitespace().count() <= 4
                {
                    take_byline(&mut draft.meta, name);
                }
            }
            take_date(&mut draft.meta, &text);
            set_kind(draft, idx, BlockKind::Byline);
        } else if let Some(name) =
            title.filter(|&title| idx > title).and_then(|_| byline::bare(draft, idx, &text))
        {
            take_byline(&mut draft.meta, &name);
            set_kind(draft, idx, BlockKind::Byline);
        } else if is_prose(&text) && idx >= first {
            break;
        }
    }
}

fn take_byline(meta: &mut Meta, names: &str) {
    if meta.byline.is_none() {
        meta.byline = byline::clean(names);
    }
}

fn take_date(meta: &mut Meta, text: &str) {
    if meta.published.is_none() && text.chars().count() <= 160 {
        meta.published = date::find(text);
    }
}

/// The day of publication in a line below the article: `© 2024 The Daily Lantern, 12 March 2024`, `A version of this
/// article appears in print on March 12, 2024, on Page A1`; with the block of that line.
fn date_below(draft: &Draft) -> Option<(usize, jiff::civil::Date)> {
    /// In characters.
    const LONGEST: usize = 200;
    const STARTS: [&str; 11] = [
        "published",
        "posted",
        "updated",
        "last updated",
        "last modified",
        "publication date",
        "date:",
        "load-date",
        "date posted",
        "copyright",
        "©",
    ];
    const PARTS: [&str; 6] = [
        "first published on",
        "originally published on",
        "was published on",
        "appeared in print",
        "appears in print",
        "originally appeared on",
    ];
    (0..draft.blocks.len()).rev().take(HEAD).find_map(|block| {
        let text = draft.slice(block);
        let lower = text.to_lowercase();
        let told = STARTS.iter().any(|start| lower.starts_with(start))
            || PARTS.iter().any(|part| lower.contains(part));
        let day = date::find(text).filter(|_| told && text.chars().count() <= LONGEST)?;
        Some((block, day))
    })
}

/// A line that gives the day of publication and little else: `Published: 12 March 2024, 9 a.m. EST`.
pub(super) fn is_date_line(text: &str) -> bool {
    if text.chars().count() > 140 {
        return false;
    }
    let Some((_, place)) = date::find_with_place(text) else { return false };
    let rest = format!(
        "{} {}",
        text.get(..place.start).unwrap_or_default(),
        text.get(place.end..).unwrap_or_default()
    );
    let rest = date::find_with_place(&rest).map_or(rest.clone(), |(_, again)| {
        format!(
            "{} {}",
            rest.get(..again.start).unwrap_or_default(),
            rest.get(again.end..).unwrap_or_default()
        )
    });
    let words: Vec<&str> =
        rest.split_whitespace().filter(|word| word.chars().any(char::is_alphabetic)).collect();
    let lower = words.iter().filter(|word| word.starts_with(char::is_lowercase)).count();
    // “Interview with founder Ana Ruiz Sunday, May 28, 2006” is a headline with its date behind it.
    let headline = place.end == text.trim_end().len()
        && lower >= 2
        && words.len() >= 4
        && !text.contains(['|', '·', '•'])
        && words.first().is_some_and(|word| {
            let word = word.trim_end_matches(':').to_lowercase();
            !matches!(
                word.as_str(),
                "by" | "published"
                    | "posted"
                    | "updated"
                    | "last"
                    | "first"
                    | "written"
                    | "on"
                    | "from"
                    | "filed"
            )
        });
    if headline {
        return false;
    }
    words.len() <= 9 && lower <= 4 && !text.ends_with(['.', '?', '!']) || words.len() <= 2
}

/// A sentence of some length, as articles are made of.
pub(super) fn is_prose(text: &str) -> bool {
    text.split_whitespace().count() >= 8 && plain::ends_sentence(text)
}

/// From a notice that names who holds the article, else from the agency in its dateline.
fn publisher(draft: &Draft) -> Option<String> {
    let of_kind = |kind: BlockKind| {
        draft
            .blocks
            .iter()
            .filter(move |block| block.kind == kind)
            .map(|block| block.range.slice(&draft.text))
    };
    of_kind(BlockKind::Boilerplate).find_map(publisher_in_notice).or_else(|| {
        draft
            .blocks
            .iter()
            .find(|block| block.kind == BlockKind::Paragraph)
            .and_then(|block| agency_in_dateline(block.range.slice(&draft.text)))
    })
}

/// `© 2024 The Daily Lantern`, `… was provided by X, which holds the copyright`, `first published in X`.
fn publisher_in_notice(notice: &str) -> Option<String> {
    const OPENINGS: [&str; 12] = [
        "was provided by ",
        "first published by ",
        "first published in ",
        "first published on ",
        "first appeared in ",
        "first appeared on ",
        "originally published by ",
        "originally published in ",
        "originally published on ",
        "originally appeared in ",
        "originally appeared on ",
        "necessarily those of ",
    ];
    let lower = notice.to_lowercase();
    let after = OPENINGS
        .iter()
        .find_map(|opening| lower.find(opening).and_then(|at| notice.get(at + opening.len()..)))
        .or_else(|| {
            let after = notice
                .split_once('©')
                .map(|(_, after)| after)
                .or_else(|| lower.starts_with("copyright").then(|| notice.get(9..)).flatten())?;
            Some(after.trim_start_matches(|character: char| {
                !character.is_alphabetic() || matches!(character, '©')
            }))
        })?;
    let after = ["Copyright ", "by "]
        .iter()
        .fold(after, |text, word| text.strip_prefix(word).unwrap_or(text));
    let after = after.trim_start_matches(|character: char| !character.is_alphabetic());
    let end = after.find([',', '.', '|', ';', '(', '\n', '©', '•']).unwrap_or(after.len());
    let name = after.get(..end)?;
    let name = name.split(" All ").next()?.split(" and the author").next()?.trim();
    let n_words = name.split_whitespace().count();
    let named = name.starts_with(char::is_uppercase)
        || name.starts_with("the ")
            && name.split_whitespace().skip(1).all(|word| word.starts_with(char::is_uppercase));
    ((1..=7).contains(&n_words) && named && date::month_of(name).is_none()).then(|| name.to_owned())
}

/// `LONDON (Reuters) —`, `(AP) —`: the agency.
fn agency_in_dateline(text: &str) -> Option<String> {
    let (place, rest) = text.split_once('(')?;
    let (agency, after) = rest.split_once(')')?;
    let dash = after.trim_start().starts_with(['-', '–', '—']);
    let short = place.chars().count() <= 50
        && !place.contains(". ")
        && agency.split_whitespace().count() <= 3;
    let named = agency.starts_with(char::is_uppercase)
        && agency.chars().all(|character| character.is_alphanumeric() || " -.".contains(character));
    (dash && short && named).then(|| agency.to_owned())
}

/// The letters and digits of `text` in lower case: equal for texts that differ in form alone.
pub(super) fn letters(text: &str) -> String {
    text.chars()
        .filter(|character| character.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

/// Whether `part` lies in a block that is clutter.
#[cfg(test)]
fn is_marked(draft: &Draft, part: TextRange) -> bool {
    draft
        .blocks
        .iter()
        .any(|block| block.kind == BlockKind::Boilerplate && block.range.contains_range(part))
}

#[cfg(test)]
mod tests {
    use super::*;

    const ARTICLE: &str = "The talks between the two governments will go on in the spring, the minister said on Monday.\n\nNobody had expected that, least of all Mr. Lee.\n\n";

    fn read(text: &str) -> Draft {
        let mut draft = plain::read(text);
        assign(&mut draft);
        draft
    }

    fn kinds(draft: &Draft) -> Vec<BlockKind> {
        draft.blocks.iter().map(|block| block.kind).collect()
    }

    #[test]
    fn head_of_an_article() {
        use BlockKind::{Boilerplate, Byline, Paragraph, Title};
        let draft = read(&format!(
            "Politics\n\nTalks to Resume, “Maybe”\n\nBy Ana María Ruiz and Jo Lee\n\nPublished: 12 March 2024, 9:40 am EST\n\n5 min read\n\n{ARTICLE}"
        ));
        assert_eq!(
            kinds(&draft),
            [Boilerplate, Title, Byline, Byline, Boilerplate, Paragraph, Paragraph]
        );
        assert_eq!(draft.meta.title.as_deref(), Some("Talks to Resume, “Maybe”"));
        assert_eq!(draft.meta.byline.as_deref(), Some("Ana María Ruiz and Jo Lee"));
        assert_eq!(draft.meta.published, Some(jiff::civil::date(2024, 3, 12)));
    }

    #[test]
    fn the_known_writer_is_named_among_clutter() {
        use BlockKind::{Boilerplate, Byline, Paragraph};
        let mut draft = read(ARTICLE);
        draft.meta.byline = Some("Ana Ruiz".into());
        let told = "Ana Ruiz is a freelance writer who lives on a boat.";
        for text in ["Ana Ruiz", "More by Ana Ruiz", told] {
            draft.push(BlockKind::Heading, 2, text.into());
            let last = draft.blocks.len() - 1;
            set_kind(&mut draft, last, Boilerplate);
        }
        mark_byline(&mut draft);
        assert_eq!(kinds(&draft), [Paragraph, Paragraph, Byline, Boilerplate, Byline]);
    }

    #[test]
    fn a_line_below_may_give_the_date() {
        for line in [
            "Published: 12 March 2024",
            "LOAD-DATE: March 12, 2024",
            "Copyright 2024 The Daily Lantern, March 12, 2024",
            "A version of this article appears in print on March 12, 2024, on Page A1.",
        ] {
            let draft = read(&format!("{ARTICLE}\n\n{line}\n"));
            assert_eq!(draft.meta.published, Some(jiff::civil::date(2024, 3, 12)), "{line}");
        }
        let draft = read(&format!("{ARTICLE}\n\nRuiz was born on 12 March 1974.\n"));
        assert_eq!(draft.meta.published, None);
    }

    #[test]
    fn a_byline_may_lack_its_by() {
        for line in [
            "Ana Ruiz, political correspondent",
            "Ana María Ó Ruiz Political Editor",
            "Ana Ruiz\n\n12 March 2024",
            "By Ana Ruiz\nStaff writer",
        ] {
            let draft = read(&format!("Talks to Resume\n\n{line}\n\n{ARTICLE}"));
            let byline = draft.meta.byline.clone().unwrap_or_default();
            assert!(byline.starts_with("Ana") && byline.ends_with("Ruiz"), "{line}: {byline}");
        }
        let draft = read(&format!(
            "Talks to Resume\n\nAna Ruiz\n\n{ARTICLE}\n\nAna Ruiz is a writer who lives on a boat.\n"
        ));
        assert_eq!(draft.meta.byline.as_deref(), Some("Ana Ruiz"));
        let draft = read(&format!("Talks to Resume\n\nAna Ruiz\n\nI went. {ARTICLE}"));
        assert_eq!(draft.meta.byline.as_deref(), Some("Ana Ruiz"));
        let draft = read(&format!("Talks to Resume\n\nAna Ruiz,\n\nI went. {ARTICLE}"));
        assert_eq!(draft.meta.byline, None);
        for line in ["Guild Sues Former Gazette Editor", "Ana Ruiz, the mayor, sues an editor"] {
            let draft = read(&format!("Talks to Resume\n\n{line}\n\n{ARTICLE}"));
            assert_eq!(draft.meta.byline, None, "{line}");
        }
        let draft = read(&format!("Talks to Resume\n\nGreat Barrier Reef\n\n{ARTICLE}"));
        assert_eq!(draft.meta.byline, None);
    }

    #[test]
    fn an_article_without_a_head_has_none() {
        let draft = read(ARTICLE);
        assert_eq!(kinds(&draft), [BlockKind::Paragraph; 2]);
        assert_eq!(draft.meta, Meta::default());
    }

    #[test]
    fn a_headline_may_be_a_sentence_where_a_byline_follows() {
        use BlockKind::{Byline, Paragraph, Title};
        let head = "The ferries are gone for good.";
        let draft = read(&format!("{head}\n\nBy Ana María Ruiz\n\n{ARTICLE}"));
        assert_eq!(kinds(&draft), [Title, Byline, Paragraph, Paragraph]);
        assert_eq!(draft.meta.title.as_deref(), Some(head));
        let draft = read(&format!("{head}\n\n12 March 2024\n\n{ARTICLE}"));
        assert_eq!(kinds(&draft), [Title, Byline, Paragraph, Paragraph]);
        // The first words of an article, and two sentences over a byline.
        let draft = read(&format!("{head}\n\n{ARTICLE}"));
        assert_eq!(kinds(&draft), [Paragraph; 3]);
        let draft = read(&format!("{head} Nobody waved.\n\nBy Ana María Ruiz\n\n{ARTICLE}"));
        assert_eq!(kinds(&draft)[0], Paragraph);
    }

    #[test]
    fn tail_and_publisher() {
        let draft = read(&format!(
            "{ARTICLE}This article was provided by Harbor Wire, which holds the copyright.\n\non Twitter, 'LIKE' us on Facebook\n\nRuiz on the vote\n\nComments are closed."
        ));
        assert_eq!(draft.meta.publisher.as_deref(), Some("Harbor Wire"));
        let marked = |part: &str| {
            let start = draft.text.find(part).unwrap();
            is_marked(&draft, TextRange::new(start, start + part.len()))
        };
        assert!(
            marked("holds the copyright")
                && marked("on Twitter")
                && marked("Ruiz on the vote")
                && marked("Comments are")
        );
        assert!(!marked("least of all"));
        let draft = read(&format!("HANOI, Vietnam (AP) — {ARTICLE}"));
        assert_eq!(draft.meta.publisher.as_deref(), Some("AP"));
    }
}
