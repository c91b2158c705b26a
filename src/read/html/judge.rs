//! Which blocks of a page are its article: two extractors' votes weighed with what the block looks like,
//! where it stands and what the page's author named the elements around it.
//!
//! A logistic model with few, plain features, whose scores then move towards those of a block's company. Its weights
//! were fitted on labelled pages (news of 2019 and pages of all kinds of 2026), cross-validated by page: F1 .976 and
//! .944, against .958 and .937 for the better of the two extractors with its own fall-backs. Those set by hand since
//! say so, each kept because it gained on a half of the pages, parted by site, and lost on neither; fitting all anew
//! on a half, with some 240 features, lost on the other half, and so did trees. What the blocks cannot tell is left:
//! whether code, sources, numbers of list items and what a site says of itself belong to an article, of which labels
//! of pages differ.

use std::collections::{HashMap, HashSet};

use super::copies;
use super::marks::Marks;
use super::walk::{Hint, Piece};
use crate::document::{BlockKind, StyleKind};
use crate::read::roles::letters;
use crate::read::{clutter, plain};

/// The two extractors' opinions, a block each.
pub(super) struct Votes {
    /// `trafilatura`: precise on news.
    pub(super) first: Vec<bool>,
    /// `dom_smoothie`: complete on everything else.
    pub(super) second: Vec<bool>,
}

impl Votes {
    pub(super) fn both(&self, idx: usize) -> bool {
        self.of(idx) == 2
    }

    /// How many keep the block.
    pub(super) fn of(&self, idx: usize) -> usize {
        [&self.first, &self.second].into_iter().filter(|vote| vote.get(idx) == Some(&true)).count()
    }
}

/// Adds up to the log odds that a block is the article's.
struct Weights;

impl Weights {
    const BASE: f32 = -2.6;
    const FIRST: f32 = 1.0;
    const SECOND: f32 = 2.7;
    const SENTENCE: f32 = 0.6;
    const CLOSED: f32 = 0.8;
    const LINKED: f32 = -0.7;
    const ALL_LINKED_SENTENCE: f32 = -1.0;
    /// Set by hand: a line that only leads elsewhere, such as the headline of a related article.
    const ALL_LINKED: f32 = -1.5;
    const HEADING: f32 = 0.7;
    const CAPTION: f32 = -3.7;
    const CAPTION_KEPT: f32 = 0.8;
    const QUOTE: f32 = 2.7;
    const SIDE: f32 = -0.4;
    const FRAME: f32 = -0.8;
    const EMBED: f32 = 2.7;
    const COOKIES: f32 = -3.5;
    /// Set by hand.
    const ADDED: f32 = -2.5;
    const ASIDE: f32 = -1.2;
    const AUTHOR: f32 = -5.4;
    /// Set by hand: an entry of a table of contents.
    const CONTENTS: f32 = -3.0;
    const CLUTTER: f32 = -1.9;
    const CAPTION_WORDING: f32 = -1.9;
    const REPEAT: f32 = -1.1;
    const LONG_REPEAT: f32 = -3.5;
    const TITLE: f32 = -1.4;
    const AFTER: f32 = -1.3;
    const FAR: f32 = -1.3;
    const AT_END: f32 = -0.8;
    const INSIDE: f32 = 0.5;
    const NEXT_KEPT: f32 = 0.4;
    const NEXT_BUT_ONE_KEPT: f32 = 0.3;
    const ALONE: f32 = -1.3;
    const HEADING_OVER_HEADING: f32 = -1.5;
    const HEADING_OVER_SENTENCE: f32 = 1.2;
    const BEFORE_CLUTTER: f32 = -0.35;
    const SENTENCE_KEPT: f32 = 0.7;
    const LINKED_KEPT: f32 = -1.1;
    const SENTENCE_LEFT_OUT: f32 = 0.9;
    /// Set by hand, as are the next six: a heading, a name, a price.
    const SHORT: f32 = 0.5;
    const LINKED_PARAGRAPH: f32 = -0.7;
    const UNDER_TAIL: f32 = -0.7;
    const KIN: f32 = 0.6;
    const BETWEEN_KEPT: f32 = 0.6;
    const BETWEEN_LEFT_OUT: f32 = 0.6;
    /// Losing a paragraph costs a reader more than an extra line does.
    const ENOUGH: f32 = -0.4;
}

/// What the model knows of a block apart from its neighbours.
#[expect(clippy::struct_excessive_bools, reason = "each is a feature of its own")]
struct Look {
    n_words: usize,
    closed: bool,
    sentence: bool,
    /// Share of the text that is links.
    linked: f32,
    clutter: bool,
    /// Opens what sites set under an article.
    tail: bool,
    repeat: bool,
}

/// For each block of the page whether it belongs to the article.
pub(super) fn judge(pieces: &[Piece], votes: &Votes, titles: &[String]) -> Vec<bool> {
    let looks = looks(pieces);
    let keys: Vec<String> = titles.iter().map(|title| letters(title)).collect();
    let span = span(&looks, votes);
    let mut n_words: HashMap<usize, usize> = HashMap::new();
    for (piece, look) in pieces.iter().zip(&looks) {
        *n_words.entry(piece.container).or_default() += look.n_words;
    }
    // A mark on much of the article says nothing: a theme names whole pages after what they can hold.
    let kept = |idx: usize| votes.first.get(idx) == Some(&true);
    let n_kept = |mark: Option<Marks>| -> usize {
        let all = pieces.iter().zip(&looks).enumerate();
        all.filter(|(idx, (piece, _))| kept(*idx) && mark.is_none_or(|mark| piece.marks.has(mark)))
            .map(|(_, (_, look))| look.n_words)
            .sum()
    };
    let telling =
        [Marks::COOKIES, Marks::SIDE, Marks::FRAME, Marks::HEAD, Marks::EMBED, Marks::ADDED]
            .into_iter()
            .filter(|&mark| n_kept(Some(mark)) * 3 <= n_kept(None))
            .fold(Marks::default(), Marks::with);
    let scores: Vec<f32> = pieces
        .iter()
        .zip(&looks)
        .enumerate()
        .map(|(idx, (piece, look))| {
            let alone = n_words.get(&piece.container) == Some(&look.n_words);
            let is_title = keys.contains(&letters(&piece.inline.text));
            let own = own_score(piece, look, telling)
                + repeat_score(look, votes.both(idx))
                + on(heads_page(idx, piece, telling, span), Weights::FRAME)
                + on(is_title, Weights::TITLE)
                + on(alone, Weights::ALONE);
            own + place_score(idx, pieces, &looks, votes, span) - Weights::ENOUGH
        })
        .collect();
    let copied = copies::find(pieces, votes);
    let scores = with_company(&scores, pieces, &looks);
    scores.iter().zip(&copied).map(|(&score, &copied)| score > 0.0 && !copied).collect()
}

/// The scores, moved by those of the blocks before and after and of all that stand in elements of the same names: of a
/// list's items or an article's headings, all belong to it or none.
fn with_company(own: &[f32], pieces: &[Piece], looks: &[Look]) -> Vec<f32> {
    let weight = |look: &Look| look.n_words.min(20) as f32 + 1.0;
    let mut scores = own.to_vec();
    // What is settled by its neighbours settles its own.
    for _ in 0..2 {
        // From -1, surely clutter, to 1, surely the article.
        let leans: Vec<f32> = scores.iter().map(|score| (score / 2.0).tanh()).collect();
        let mut of_kin: HashMap<u64, (f32, f32)> = HashMap::new();
        for ((piece, look), lean) in pieces.iter().zip(looks).zip(&leans) {
            let (sum, all) = of_kin.entry(piece.kin).or_default();
            (*sum, *all) = (*sum + lean * weight(look), *all + weight(look));
        }
        let lean_at =
            |idx: Option<usize>| idx.and_then(|idx| leans.get(idx)).copied().unwrap_or(-1.0);
        for (idx, ((piece, look), score)) in pieces.iter().zip(looks).zip(&mut scores).enumerate() {
            let (sum, all) = of_kin.get(&piece.kin).copied().unwrap_or_default();
            // A few words of kin tell little.
            let kin = (sum - lean_at(Some(idx)) * weight(look)) / (all - weight(look) + 10.0);
            let (before, after) = (lean_at(idx.checked_sub(1)), lean_at(Some(idx + 1)));
            *score = own.get(idx).copied().unwrap_or_default()
                + kin * Weights::KIN
                + before.min(after).max(0.0) * Weights::BETWEEN_KEPT
                + before.max(after).min(0.0) * Weights::BETWEEN_LEFT_OUT;
        }
    }
    scores
}

/// The first and the last block of the article as the first extractor has it, or as both have it where the first
/// took a small part of it for the whole.
fn span(looks: &[Look], votes: &Votes) -> (usize, usize) {
    let ends = |vote: &[bool]| {
        let kept = |idx: &usize| vote.get(*idx) == Some(&true);
        let long = |idx: &usize| kept(idx) && looks.get(*idx).is_some_and(|look| look.n_words >= 8);
        let mut all = 0..looks.len();
        let first = all.clone().find(long).or_else(|| all.clone().find(kept))?;
        let last = all.clone().rfind(long).or_else(|| all.rfind(kept))?;
        Some((first, last))
    };
    let n_words = |vote: &[bool]| -> usize {
        looks.iter().zip(vote).filter(|(_, kept)| **kept).map(|(look, _)| look.n_words).sum()
    };
    let whole = (0, looks.len().saturating_sub(1));
    match (ends(&votes.first), ends(&votes.second)) {
        (Some((first, last)), Some(other))
            if n_words(&votes.first) * 2 < n_words(&votes.second) =>
        {
            (first.min(other.0), last.max(other.1))
        }
        (first, second) => first.or(second).unwrap_or(whole),
    }
}

fn looks(pieces: &[Piece]) -> Vec<Look> {
    let mut seen: HashSet<String> = HashSet::new();
    pieces
        .iter()
        .map(|piece| {
            let text = piece.inline.text.trim();
            let n_words =
                text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).count();
            let closed = plain::ends_sentence(text);
            Look {
                n_words,
                closed,
                sentence: closed && n_words >= 6,
                linked: (piece.linked as f32 / text.len().max(1) as f32).min(1.0),
                clutter: clutter::is_clutter(text),
                tail: clutter::opens_tail(text),
                // The tables of an article have the same head, and their cells the same words.
                repeat: is_again(piece, &mut seen) && !piece.row,
            }
        })
        .collect()
}

/// Whether the text stood on the page before; a link to it, as a table of contents has, does not count.
fn is_again(piece: &Piece, seen: &mut HashSet<String>) -> bool {
    let key = letters(&piece.inline.text);
    if leads_within_page(piece) { seen.contains(&key) } else { !seen.insert(key) }
}

fn on(holds: bool, weight: f32) -> f32 {
    if holds { weight } else { 0.0 }
}

fn own_score(piece: &Piece, look: &Look, telling: Marks) -> f32 {
    let marked = |mark| piece.marks.has(mark) && telling.has(mark);
    let text = piece.inline.text.trim();
    Weights::BASE
        + on(look.sentence, Weights::SENTENCE)
        + on(look.closed, Weights::CLOSED)
        + look.linked * Weights::LINKED
        + on(look.sentence && look.linked > 0.9, Weights::ALL_LINKED_SENTENCE)
        + on((3..=5).contains(&look.n_words), Weights::SHORT)
        + on(piece.kind == BlockKind::Paragraph && look.linked > 0.9, Weights::LINKED_PARAGRAPH)
        + on(
            !look.sentence
                && look.linked > 0.9
                && look.n_words >= 4
                && piece.kind != BlockKind::ListItem,
            Weights::ALL_LINKED,
        )
        + on(piece.kind == BlockKind::Heading, Weights::HEADING)
        + on(piece.kind == BlockKind::Caption, Weights::CAPTION)
        + on(piece.kind == BlockKind::Quote, Weights::QUOTE)
        + on(marked(Marks::SIDE), Weights::SIDE)
        + on(marked(Marks::FRAME), Weights::FRAME)
        + on(marked(Marks::EMBED), Weights::EMBED)
        + on(marked(Marks::COOKIES), Weights::COOKIES)
        + on(marked(Marks::ADDED), Weights::ADDED)
        + on(piece.aside, Weights::ASIDE)
        + on(piece.hint == Hint::Author, Weights::AUTHOR)
        + on(leads_within_page(piece), Weights::CONTENTS)
        + on(look.clutter, Weights::CLUTTER)
        + on(clutter::is_caption(text), Weights::CAPTION_WORDING)
}

/// Of what stood on the page before. Where both extractors keep it, it may well be said twice.
fn repeat_score(look: &Look, both: bool) -> f32 {
    let weight = on(look.repeat, Weights::REPEAT)
        + on(look.repeat && look.n_words >= 6, Weights::LONG_REPEAT);
    if both { weight / 2.0 } else { weight }
}

/// Whether a block stands in the head of an article or section and no heading of the article's own can be meant.
fn heads_page(idx: usize, piece: &Piece, telling: Marks, (first, last): (usize, usize)) -> bool {
    let inside = first < idx && idx <= last;
    piece.marks.has(Marks::HEAD)
        && !piece.marks.has(Marks::FRAME)
        && telling.has(Marks::HEAD)
        && !inside
}

/// Whether the block is a link to another place of the page and nothing else.
fn leads_within_page(piece: &Piece) -> bool {
    let text = &piece.inline.text;
    piece.linked * 10 > text.len() * 9
        && piece.inline.styles.iter().any(|style| matches!(&style.kind, StyleKind::Link(address) if address.contains('#') && !address.ends_with('#')))
}

fn place_score(
    idx: usize,
    pieces: &[Piece],
    looks: &[Look],
    votes: &Votes,
    (first, last): (usize, usize),
) -> f32 {
    let (Some(piece), Some(look)) = (pieces.get(idx), looks.get(idx)) else { return 0.0 };
    let kept = |idx: usize| votes.first.get(idx) == Some(&true);
    let inside = (first..=last).contains(&idx);
    let away = first.saturating_sub(idx).max(idx.saturating_sub(last));
    let heading = piece.kind == BlockKind::Heading;
    let next = pieces.get(idx + 1);
    let next_look = looks.get(idx + 1);
    let tail = |back: usize| {
        idx.checked_sub(back).and_then(|idx| looks.get(idx)).is_some_and(|look| look.tail)
    };
    on(kept(idx), Weights::FIRST)
        + on(tail(1) || tail(2), Weights::UNDER_TAIL)
        + on(votes.second.get(idx) == Some(&true), Weights::SECOND)
        + on(idx > last, Weights::AFTER)
        + (away as f32 / 20.0).min(1.0) * Weights::FAR
        + on(inside && (idx - first) * 10 > (last - first).max(1) * 9, Weights::AT_END)
        + on(inside, Weights::INSIDE)
        + on(kept(idx + 1), Weights::NEXT_KEPT)
        + on(kept(idx + 2), Weights::NEXT_BUT_ONE_KEPT)
        + on(
            heading && next.is_some_and(|next| next.kind == BlockKind::Heading),
            Weights::HEADING_OVER_HEADING,
        )
        + on(heading && next_look.is_some_and(|look| look.sentence), Weights::HEADING_OVER_SENTENCE)
        + on(next_look.is_some_and(|look| look.clutter), Weights::BEFORE_CLUTTER)
        + on(piece.kind == BlockKind::Caption && kept(idx), Weights::CAPTION_KEPT)
        + on(look.sentence && kept(idx), Weights::SENTENCE_KEPT)
        + on(kept(idx), look.linked * Weights::LINKED_KEPT)
        + on(inside && !kept(idx) && look.sentence, Weights::SENTENCE_LEFT_OUT)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::html::walk::walk;

    #[test]
    fn what_extractors_miss_or_take_too_much_is_put_right() {
        let sentence = "The council put off its vote on the ferry for a third time on Monday, and set no new date.";
        let other = "Members of the board had asked for more time, the chair of the council said in a letter.";
        let page = format!(
            "<div class=post-content><p>{sentence}</p><p>{other}</p><p>{}</p><p>{}</p></div>\
             <div class=cookie-notice><p>This site uses cookies to make your visit better for you.</p></div>",
            other.replace("board", "staff"),
            sentence.replace("third", "fourth"),
        );
        let page = dom_query::Document::from(page);
        let pieces = walk(page.root());
        let votes = Votes {
            first: vec![true, false, true, true, true],
            second: vec![true, true, true, true, false],
        };
        assert_eq!(judge(&pieces, &votes, &[]), [true, true, true, true, false]);
    }

    /// Judges a page of which both extractors keep all.
    fn judge_kept(page: &str) -> Vec<bool> {
        let page = dom_query::Document::from(page);
        let pieces = walk(page.root());
        let all = vec![true; pieces.len()];
        judge(&pieces, &Votes { first: all.clone(), second: all }, &[])
    }

    /// Judges blocks of which the extractors keep those at the numbers given.
    fn judge_voted(page: &str, first: &[usize], second: &[usize]) -> Vec<bool> {
        let page = dom_query::Document::from(page);
        let pieces = walk(page.root());
        let vote = |kept: &[usize]| (0..pieces.len()).map(|idx| kept.contains(&idx)).collect();
        judge(&pieces, &Votes { first: vote(first), second: vote(second) }, &[])
    }

    #[test]
    fn a_list_goes_with_its_items_and_neighbours() {
        let text = "<p>The council put off its vote on the ferry for a third time on Monday, and set no new date for it.</p>";
        let other = text.replace("third", "fourth");
        let list = "<ul class=dates><li>In the spring, once the ice is gone.</li><li>Or “never”</li><li>In the autumn, after the fair has left.</li></ul>";
        // One extractor leaves a short item out.
        assert_eq!(
            judge_voted(
                &format!("<div>{text}{list}{other}</div>"),
                &[0, 1, 3, 4],
                &[0, 1, 2, 3, 4]
            ),
            [true; 5]
        );
        // The same line among the site's own.
        let links = "<ul class=menu><li><a href=/a>Café tables and chairs</a></li><li>Or “never”</li><li><a href=/b>Boats for rent here</a></li></ul>";
        assert_eq!(
            judge_voted(&format!("<div>{text}{other}</div>{links}"), &[0, 1], &[0, 1, 3]),
            [true, true, false, false, false]
        );
    }

    #[test]
    fn tables_may_have_the_same_head() {
        let text = "<p>The council put off its vote on the ferry for a third time on Monday, and set no new date for it.</p>";
        let row = "<table><tr><td>Day<td>Morning<td>Noon<td>Evening<td>Night<td>Fare</table>";
        let page = format!(
            "<div>{text}{row}{}{row}{}</div>",
            text.replace("third", "fourth"),
            text.replace("third", "fifth")
        );
        assert_eq!(judge_voted(&page, &[0, 1, 2, 3, 4], &[0, 1, 2, 3, 4]), [true; 5]);
    }

    #[test]
    fn an_extractor_s_small_part_is_not_the_whole() {
        let line = |day: usize| {
            format!(
                "<p>On day {day} the ferry stayed in the “harbour”, since nobody had signed the paper.</p>"
            )
        };
        let page: String = (0..40).map(line).collect();
        let all: Vec<usize> = (0..40).collect();
        assert_eq!(judge_voted(&format!("<div>{page}</div>"), &[0, 1, 2], &all), [true; 40]);
    }

    #[test]
    fn a_table_of_contents_repeats_no_heading() {
        let text = "<p>The council put off its vote on the ferry for a third time on Monday.</p><p>No new date was set by “the board”.</p>";
        let page = format!(
            "<div><ul><li><a href=#a>What the harbour council wants now</a></ul><h2 id=a>What the harbour council wants now</h2>{text}</div>"
        );
        assert_eq!(judge_kept(&page), [false, true, true, true]);
    }

    #[test]
    fn what_a_site_adds_is_no_article_unless_it_holds_most_of_it() {
        let text = "<p>The council put off its vote on the ferry for a third time on Monday.</p><p>No new date was set by “the board” or its chair.</p>";
        let added = "<div class=newsletter-box>The harbour in your letters each week</div>";
        assert_eq!(judge_kept(&format!("<div>{text}{added}</div>")), [true, true, false]);
        assert_eq!(
            judge_kept(&format!("<div class=page-with-newsletter>{text}</div>")),
            [true, true]
        );
    }
}
