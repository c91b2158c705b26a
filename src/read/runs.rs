//! Clutter that its place and its neighbours give away: what stands in the head of a text, what is set under an
//! article, lists of links and buttons inside it.
//!
//! After `read::roles` has marked what is clutter by its wording. Headings and list items, which the readers of
//! formats tell, are left alone unless a run is surely clutter; when unsure, a block stays article.

use std::collections::HashMap;

use super::draft::Draft;
use super::roles::{is_prose, letters, set_kind};
use super::{clutter, plain};
use crate::document::BlockKind;

/// Lines that a head has before its article's first sentence; more are a table of contents.
const HEAD: usize = 8;

/// What sites set under an article is no longer than this in words, and no larger a part of the whole.
const LONGEST_TAIL: usize = 250;
const TAIL_SHARE: usize = 7;

pub(super) fn mark(draft: &mut Draft) {
    // Marking changes kinds alone, no text.
    let times = times(draft);
    mark_head(draft);
    mark_dates_and_actions(draft);
    mark_tail(draft);
    mark_under_article(draft, &times);
    let authors = mark_authors(draft);
    mark_runs(draft, &times);
    // Among lines of clutter while those are looked for, and who wrote the article after all.
    for idx in authors {
        set_kind(draft, idx, BlockKind::Byline);
    }
    mark_signature(draft);
}

fn is_body(kind: BlockKind) -> bool {
    matches!(
        kind,
        BlockKind::Paragraph | BlockKind::Quote | BlockKind::ListItem | BlockKind::Heading
    )
}

fn n_words(text: &str) -> usize {
    text.split_whitespace().count()
}

fn is_kind(draft: &Draft, idx: usize, kind: BlockKind) -> bool {
    draft.blocks.get(idx).is_some_and(|block| block.kind == kind)
}

/// Neither a sentence nor longer than `longest` words.
fn is_short(text: &str, longest: usize) -> bool {
    n_words(text) <= longest && !plain::ends_sentence(text)
}

/// Above the first sentence: sections, names and counts, but for the line right over it, which may be a heading.
fn mark_head(draft: &mut Draft) {
    let Some(first) = (0..draft.blocks.len())
        .find(|&idx| is_body(draft.blocks[idx].kind) && is_prose(draft.slice(idx)))
    else {
        return;
    };
    if first > HEAD {
        return;
    }
    for idx in 0..first.saturating_sub(1) {
        let key = letters(draft.slice(idx));
        // A table of contents has the article's headings.
        let again = (idx + 1..draft.blocks.len()).any(|later| letters(draft.slice(later)) == key);
        if is_kind(draft, idx, BlockKind::Paragraph) && is_short(draft.slice(idx), 5) && !again {
            set_kind(draft, idx, BlockKind::Boilerplate);
        }
    }
}

/// Inside the article: days that stand alone and what a reader is told to click, where they are no headings.
fn mark_dates_and_actions(draft: &mut Draft) {
    let listed = |draft: &Draft, idx: usize| {
        draft.blocks.get(idx).is_some_and(|block| is_body(block.kind))
            && is_short(draft.slice(idx), 12)
    };
    for idx in 0..draft.blocks.len() {
        if !is_kind(draft, idx, BlockKind::Paragraph) {
            continue;
        }
        let text = draft.slice(idx);
        // Short lines above and below: a list, which may well tell its reader what to do.
        let in_list = idx > 0 && listed(draft, idx - 1) && listed(draft, idx + 1);
        // Over a paragraph both are headings, as in a chronicle and in a guide.
        let over_text = draft.blocks.get(idx + 1).is_some_and(|next| is_body(next.kind))
            && is_prose(draft.slice(idx + 1));
        let action = clutter::is_action(text) && is_short(text, 7) && !in_list;
        if !over_text && (action || clutter::is_bare_date(text)) {
            set_kind(draft, idx, BlockKind::Boilerplate);
        }
    }
}

/// After the article's last sentence, a run of short lines with clutter among it is clutter.
fn mark_tail(draft: &mut Draft) {
    let Some(last) = (0..draft.blocks.len()).rposition(|idx| {
        is_body(draft.blocks[idx].kind)
            && draft.blocks[idx].kind != BlockKind::Heading
            && is_prose(draft.slice(idx))
    }) else {
        return;
    };
    // A list may end an article; what follows a line that is surely clutter does not.
    let sure = |idx: &usize| draft.blocks[*idx].kind == BlockKind::Boilerplate;
    let Some(first_sure) = (last + 1..draft.blocks.len()).find(sure) else { return };
    for idx in first_sure..draft.blocks.len() {
        let open = is_short(draft.slice(idx), 20);
        if matches!(draft.blocks[idx].kind, BlockKind::Paragraph | BlockKind::Heading) && open {
            set_kind(draft, idx, BlockKind::Boilerplate);
        }
    }
}

/// What follows the tags, the share bar or the list of related articles, where it is short, sentences too.
fn mark_under_article(draft: &mut Draft, times: &HashMap<String, usize>) {
    let total: usize = (0..draft.blocks.len()).map(|idx| n_words(draft.slice(idx))).sum();
    let longest = LONGEST_TAIL.min(total / TAIL_SHARE);
    let mut n_after = 0;
    let mut first = draft.blocks.len();
    for idx in (0..draft.blocks.len()).rev() {
        n_after += n_words(draft.slice(idx));
        if n_after > longest {
            break;
        }
        let text = draft.slice(idx);
        // A button under each paragraph opens no tail.
        if is_kind(draft, idx, BlockKind::Boilerplate)
            && clutter::opens_tail(text)
            && times.get(&letters(text)) == Some(&1)
        {
            first = idx;
        }
    }
    for idx in first..draft.blocks.len() {
        if is_body(draft.blocks[idx].kind) {
            set_kind(draft, idx, BlockKind::Boilerplate);
        }
    }
}

/// Near the end, who the author is: a note that says so, or a name alone with what is told about it below. Returns which
/// blocks those are, for now marked as boilerplate.
fn mark_authors(draft: &mut Draft) -> Vec<usize> {
    let mut authors = Vec::new();
    let from = (draft.blocks.len() * 3 / 5).max(draft.blocks.len().saturating_sub(20));
    // Somebody whom the article speaks of is no stranger whom a note introduces.
    let is_spoken_of = |draft: &Draft, before: usize, name: &str| {
        (0..before).any(|idx| {
            let text = draft.slice(idx);
            draft.blocks[idx].kind.is_prose()
                && is_prose(text)
                && text.split(|c: char| !c.is_alphanumeric()).any(|word| word == name)
        })
    };
    for idx in from..draft.blocks.len() {
        let text = draft.slice(idx);
        if !is_kind(draft, idx, BlockKind::Paragraph) && !is_kind(draft, idx, BlockKind::Heading) {
            continue;
        }
        if idx + 8 > draft.blocks.len()
            && clutter::introduced(text).is_some_and(|name| !is_spoken_of(draft, idx, name))
        {
            set_kind(draft, idx, BlockKind::Boilerplate);
            authors.push(idx);
            continue;
        }
        let Some(first_name) =
            text.split_whitespace().find(|word| !word.ends_with('.') && *word != "Dr")
        else {
            continue;
        };
        let surname = text.split_whitespace().next_back().unwrap_or_default();
        if !clutter::is_name(text) || is_spoken_of(draft, idx, surname) {
            continue;
        }
        let about = (idx + 1..(idx + 3).min(draft.blocks.len())).find(|&next| {
            let next = draft.slice(next);
            let names =
                next.split_whitespace().take(3).any(|word| word.trim_matches(',') == first_name);
            is_prose(next) && names
        });
        let Some(about) = about else { continue };
        for idx in idx..=about {
            if is_body(draft.blocks[idx].kind) {
                set_kind(draft, idx, BlockKind::Boilerplate);
                authors.push(idx);
            }
        }
    }
    authors
}

/// Near the end, the name under `Yours sincerely,`, where all around it is boilerplate.
fn mark_signature(draft: &mut Draft) {
    const MOST_WORDS: usize = 4;
    for idx in draft.blocks.len().saturating_sub(HEAD).max(1)..draft.blocks.len() {
        let closing = draft.slice(idx - 1).trim_end();
        if is_kind(draft, idx, BlockKind::Boilerplate)
            && is_kind(draft, idx - 1, BlockKind::Boilerplate)
            && closing.ends_with(',')
            && n_words(closing) <= MOST_WORDS
            && clutter::is_name(draft.slice(idx))
        {
            set_kind(draft, idx, BlockKind::Byline);
        }
    }
}

/// Three short lines or more of which a third are surely clutter are a list of links or buttons.
///
/// What follows the last that is sure may be the heading of what comes next and stays.
fn mark_runs(draft: &mut Draft, times: &HashMap<String, usize>) {
    let is_weak = |draft: &Draft, idx: usize| {
        let text = draft.slice(idx);
        matches!(draft.blocks[idx].kind, BlockKind::Paragraph | BlockKind::Heading)
            && is_short(text, 8)
            // “— Jo Lee (@jolee), 3 May” signs a quoted post, and “3. The old town” is a heading.
            && !text.starts_with(['—', '–'])
            && !is_numbered(text)
    };
    let is_clutter = |draft: &Draft, idx: usize| is_kind(draft, idx, BlockKind::Boilerplate);
    // Reviews set the same button under each product, whose name beside it is the article's.
    let is_sure = |draft: &Draft, idx: usize| {
        let text = draft.slice(idx);
        is_clutter(draft, idx)
            && times.get(&letters(text)).is_none_or(|&n| n < 3)
            && !clutter::belongs_to_item(text)
    };
    let mut start = 0;
    while start < draft.blocks.len() {
        let in_run = |idx: &usize| is_clutter(draft, *idx) || is_weak(draft, *idx);
        let end =
            (start..draft.blocks.len()).find(|idx| !in_run(idx)).unwrap_or(draft.blocks.len());
        let n_sure = (start..end).filter(|&idx| is_sure(draft, idx)).count();
        if end - start >= 3 && n_sure * 3 >= end - start {
            let last = if end < draft.blocks.len() { end - 1 } else { end };
            for idx in start..last {
                if is_weak(draft, idx) {
                    set_kind(draft, idx, BlockKind::Boilerplate);
                }
            }
        }
        start = end.max(start) + 1;
    }
}

/// `3. The old town`, as lists of places and products number their headings.
fn is_numbered(text: &str) -> bool {
    text.split_once(['.', ')']).is_some_and(|(number, rest)| {
        number.bytes().all(|byte| byte.is_ascii_digit())
            && !number.is_empty()
            && rest.starts_with(' ')
    })
}

/// How often each text stands in the draft.
fn times(draft: &Draft) -> HashMap<String, usize> {
    let mut times: HashMap<String, usize> = HashMap::new();
    for idx in 0..draft.blocks.len() {
        *times.entry(letters(draft.slice(idx))).or_default() += 1;
    }
    times
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::roles;

    const ARTICLE: &str = "The talks between the two governments will go on in the spring, the minister said on Monday.\n\nNobody had expected that, least of all Mr. Lee, who had left the hall before the vote was taken.\n\n";

    /// The texts that are marked as clutter.
    fn clutter_of(text: &str) -> Vec<String> {
        let mut draft = plain::read(text);
        roles::assign(&mut draft);
        let marked = |&idx: &usize| {
            matches!(draft.blocks[idx].kind, BlockKind::Boilerplate | BlockKind::Byline)
        };
        (0..draft.blocks.len()).filter(marked).map(|idx| draft.slice(idx).to_owned()).collect()
    }

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        assert_eq!(clutter_of(text), expected);
    }

    #[test]
    fn short_lines_over_the_first_sentence() {
        check(
            &format!("Talks to Resume in Spring\n\nHarbour Desk\n\n4553\n\n“A Start”\n\n{ARTICLE}"),
            &["Harbour Desk", "4553"],
        );
        // What comes again is a heading that a table of contents names.
        check(
            &format!(
                "Talks to Resume in Spring\n\nThe Vote\n\nThe Café\n\nAn End\n\n{ARTICLE}The Vote\n\n{ARTICLE}The Café\n\n{ARTICLE}"
            ),
            &[],
        );
    }

    #[test]
    fn what_a_site_asks_for_inside_an_article() {
        let fares = "Compare all ferry fares";
        let time = "12 March 2024, 9:40 AM CET";
        check(
            &format!("{ARTICLE}{fares}\n\n{time}\n\nA short reply.\n\n{ARTICLE}"),
            &[fares, time],
        );
        // A heading and a list may use the same words.
        check(&format!("{ARTICLE}{fares}\n\n{ARTICLE}"), &[]);
        check(&format!("{ARTICLE}Three hints\n\nVisit the harbour\n\nAsk twice\n\n{ARTICLE}"), &[]);
    }

    #[test]
    fn short_sentences_under_the_tags_are_teasers() {
        let long = ARTICLE.repeat(8);
        check(
            &format!(
                "{long}Tags: ferry, harbour\n\nA bridge for the island\n\nEngineers will look at three plans this summer."
            ),
            &[
                "Tags: ferry, harbour",
                "A bridge for the island",
                "Engineers will look at three plans this summer.",
            ],
        );
        // Too much follows: it is the article.
        assert_eq!(clutter_of(&format!("{ARTICLE}Tags: ferry\n\n{long}")), ["Tags: ferry"]);
    }

    #[test]
    fn who_the_author_is() {
        let about = "Ana Ruiz is a freelance writer who lives on a boat.";
        check(&format!("{ARTICLE}{about}"), &[about]);
        // Whom the article speaks of is no author.
        let lee = "Jo Lee is a professor of law at the harbour school.";
        check(&format!("{ARTICLE}{lee}"), &[]);
        let told = "Ana has told of harbours for ten years and knows most of them.";
        check(&format!("{ARTICLE}Ana Ruiz\n\n{told}"), &["Ana Ruiz", told]);
        let mut draft = plain::read(&format!("{ARTICLE}{about}"));
        roles::assign(&mut draft);
        assert_eq!(draft.blocks.last().map(|block| block.kind), Some(BlockKind::Byline));
    }

    #[test]
    fn a_product_keeps_its_name_beside_its_buttons() {
        let product =
            |name: &str| format!("{name}\n\nBuy Now\n\n$120 at Corner Store\n\n{ARTICLE}");
        let text = format!(
            "{ARTICLE}{}{}{}",
            product("1. Kettle One"),
            product("Best for Boats"),
            product("Café Pot")
        );
        let marked = clutter_of(&text);
        assert!(marked.iter().all(|line| line == "Buy Now" || line.starts_with('$')), "{marked:?}");
        assert_eq!(marked.len(), 6);
    }

    #[test]
    fn days_head_the_paragraphs_of_a_chronicle() {
        // A word processor's file, whose headings need not be told.
        let mut draft = Draft::default();
        for text in [
            "The council met on the quay in the rain.",
            "12 March 2024",
            "It put off its vote for a third time.",
        ] {
            draft.push(BlockKind::Paragraph, 0, text.into());
        }
        mark(&mut draft);
        assert!(draft.blocks.iter().all(|block| block.kind == BlockKind::Paragraph));
    }
}
