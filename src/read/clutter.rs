//! Lines that belong to the site around an article, known by their wording alone.
//!
//! General English phrase families, each a kind of line that no article's own paragraph has. What only
//! its place gives away is for `read::runs`.

mod labels;
mod lists;
mod notices;
mod openings;
mod shapes;

use super::phrase;
use labels::LABELS;
use lists::WHOLE;
use notices::{
    AGENCIES, AGENCY_NAMES, CAPTION_OPENINGS, CREDIT_ENDS, CREDITS, DISCLOSURES, NOTICES,
    SHORT_NOTICES,
};
use openings::{ACTIONS, OPENINGS, TAIL_OPENINGS};
pub(super) use shapes::{introduced, is_bare_date, is_name};

/// Whether the line is clutter wherever it stands.
pub(super) fn is_clutter(line: &str) -> bool {
    let words = phrase::words(line);
    let n = words.len();
    if n == 0 {
        return false;
    }
    is_share_bar(&words)
        || (n <= 14 && WHOLE.cover(&words))
        || (n <= 24 && OPENINGS.start(&words))
        || (n <= 60 && NOTICES.occur(&words))
        || (n <= 40 && DISCLOSURES.occur(&words))
        || (n <= 18 && SHORT_NOTICES.occur(&words))
        || is_credit(line)
        || is_hashtags(&words)
        || shapes::is_residue(line)
}

/// The label of a site's control, whole: `Add to cart`, `Help center`. A heading of such words may be the article's.
pub(super) fn is_label(line: &str) -> bool {
    let words = phrase::words(line);
    words.len() <= 8 && LABELS.cover(&words)
}

/// A short line that tells its reader to do something on a site: `Compare all offers`.
///
/// A how-to article has headings and list items of the same wording, so a caller asks only about others.
pub(super) fn is_action(line: &str) -> bool {
    let words = phrase::words(line);
    (2..=7).contains(&words.len()) && ACTIONS.start(&words)
}

/// A line that stands beside one picture or one product: its credit, its price, its button.
pub(super) fn belongs_to_item(line: &str) -> bool {
    is_credit(line) || shapes::is_offer(line) || is_action(line)
}

/// A line that opens what sites set under an article: its tags, related articles, comments, newsletter.
pub(super) fn opens_tail(line: &str) -> bool {
    let words = phrase::words(line);
    words.len() <= 24 && (TAIL_OPENINGS.start(&words) || is_share_bar(&words))
}

/// Who made a picture, and nothing else: `Photo: Jane Doe, AP`, `(Image credit: Getty)`.
pub(super) fn is_credit(line: &str) -> bool {
    let words = phrase::words(line);
    words.len() <= 14 && (CREDITS.start(&words) || AGENCIES.cover(&words))
        || (2..=8).contains(&words.len()) && is_bracketed_name(line)
}

/// `(Jo Lee for the Lantern)`: names in brackets and nothing else, as they stand under a picture.
fn is_bracketed_name(line: &str) -> bool {
    let inside = line.trim().strip_prefix('(').and_then(|inner| inner.strip_suffix(')'));
    inside.is_some_and(|inside| {
        inside.split_whitespace().all(|word| {
            word.starts_with(char::is_uppercase)
                || matches!(word, "/" | "|" | "for" | "of" | "the" | "via" | "and" | "&")
        }) && inside.split_whitespace().any(|word| word.chars().any(char::is_lowercase))
            && !inside.contains(['.', '!', '?', ':'])
    })
}

/// A picture's description that ends in its credit: `… on Monday. (Jane Doe/AP)`.
pub(super) fn is_caption(line: &str) -> bool {
    let words = phrase::words(line);
    if words.len() > 90 || words.len() < 4 {
        return false;
    }
    let tail = line.trim_end_matches(['.', ' ']);
    let bracket = tail.strip_suffix([')', ']']).and_then(|inner| inner.rsplit_once(['(', '[']));
    let credited = bracket.is_some_and(|(_, inside)| {
        let inside_words = phrase::words(inside);
        inside_words.len() <= 10
            && (AGENCY_NAMES.occur(&inside_words) || CREDITS.start(&inside_words))
            && inside_words.len() < words.len()
    });
    let last = tail.rsplit(['.', '|', '—']).next().unwrap_or_default();
    let last_words = phrase::words(last);
    credited
        || (last_words.len() <= 8 && last.len() < tail.len() && CREDIT_ENDS.start(&last_words))
        || CAPTION_OPENINGS.start(&words)
}

/// `By Jane Doe`, `Written by Jane Doe, Staff Writer`, `Jane Doe | Reuters`.
pub(super) fn byline(line: &str) -> Option<&str> {
    let line = line.trim();
    if line.chars().count() > 120 || line.ends_with(['?', '!']) {
        return None;
    }
    let lower = line.to_lowercase();
    let opening = [
        "by ",
        "by: ",
        "written by ",
        "written by: ",
        "story by ",
        "text by ",
        "words by ",
        "report by ",
        "reported by ",
        "posted by ",
        "author: ",
        "authors: ",
        "author ",
        "analysis by ",
        "opinion by ",
        "commentary by ",
        "interview by ",
        "a commentary by ",
        "an interview by ",
        "an essay by ",
    ]
    .into_iter()
    .find(|opening| lower.starts_with(opening))?;
    let names = line.get(opening.len()..)?.trim();
    starts_with_name(names).then_some(names)
}

/// Whether the text begins with two capitalised words or more, as names do.
pub(super) fn starts_with_name(text: &str) -> bool {
    let capitals = text
        .split_whitespace()
        .take_while(|word| {
            word.chars().any(char::is_alphabetic)
                && (word.starts_with(char::is_uppercase)
                    || matches!(
                        *word,
                        "de" | "van"
                            | "von"
                            | "der"
                            | "den"
                            | "da"
                            | "di"
                            | "al"
                            | "bin"
                            | "el"
                            | "la"
                            | "le"
                    ))
        })
        .count();
    capitals >= 2 || (capitals == 1 && text.split_whitespace().count() == 1)
}

fn is_share_bar(words: &[String]) -> bool {
    const NETWORKS: &[&str] = &[
        "facebook",
        "twitter",
        "x",
        "whatsapp",
        "linkedin",
        "reddit",
        "pinterest",
        "tumblr",
        "telegram",
        "messenger",
        "flipboard",
        "pocket",
        "mastodon",
        "bluesky",
        "threads",
        "instagram",
        "youtube",
        "tiktok",
        "google+",
        "stumbleupon",
        "blogger",
        "viber",
        "vkontakte",
        "vk",
        "xing",
        "weibo",
        "wechat",
        "snapchat",
        "email",
        "e-mail",
        "print",
        "share",
        "tweet",
        "pin",
        "rss",
        "sms",
        "hatena",
        "digg",
        "discord",
        "medium",
    ];
    const FILLERS: &[&str] = &[
        "share", "this", "on", "via", "to", "with", "by", "in", "copy", "link", "save", "mail",
        "more", "article", "story", "post", "page", "us", "follow", "a", "the", "friend", "opens",
        "new", "window", "tab", "and", "or", "it", "click", "icon", "logo", "button", "url",
        "short", "get", "google", "plus", "line", "flip", "like", "send", "|", ":", "now", "here",
        "your", "friends", "options", "comment", "comments", "our", "socials", "social", "media",
        "channel", "page", "for", "updates", "connect", "find", "join",
    ];
    words.len() <= 16
        && words.iter().any(|word| NETWORKS.contains(&word.as_str()))
        && words.iter().all(|word| {
            let word = word.as_str();
            NETWORKS.contains(&word)
                || FILLERS.contains(&word)
                || word.bytes().all(|byte| byte.is_ascii_digit())
        })
}

fn is_hashtags(words: &[String]) -> bool {
    !words.is_empty() && words.iter().all(|word| word.starts_with('#') && word.len() > 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clutter_is_known_by_its_wording() {
        for line in [
            "Share on Facebook",
            "Facebook Twitter Email Print",
            "Advertisement",
            "Read more: The vote in full",
            "© 2024 The Daily Lantern. All rights reserved.",
            "5 min read",
            "Sign up for our weekly newsletter!",
            "The views expressed in this article are those of the author.",
            "Comments are closed",
            "#vote #talks",
            "LIKE us on Facebook",
            "Photo: Jo Lee, AP",
            "(Jo Lee for the Lantern)",
            "Thanks for signing up!",
            "Disclosure: this post contains affiliate links, so that we may earn a commission if you buy a boat, at no extra cost to you.",
            "This feature was produced in partnership with the harbour.",
            "This slideshow requires JavaScript.",
            "Note: we are moderating all comments for now.",
            "Getty Images",
            "Follow @jolee on X",
            "This article was first published by The Lantern.",
            "Jo Lee can be reached at jo@example.org.",
        ] {
            assert!(is_clutter(line), "{line}");
        }
    }

    #[test]
    fn articles_are_left_alone() {
        for line in [
            "He said he would follow us on foot if need be.",
            "Share prices fell by 3% on Monday.",
            "“Read my lips,” she said.",
            "(Applause.)",
            "(The hall is empty.)",
            "Follow the money.",
            "Photos of the square were shown to the court on Monday, the lawyer said.",
            "Ms. Ruiz published her report on 3 May.",
            "More than 40 people were hurt.",
            "By Monday, nobody was left.",
            "What's next for the café?",
            "Copyright law is what the two sides fight about in this trial, which has gone on for a year.",
            "Contact between the two governments broke off in May.",
            "Home Secretary Jo Lee resigned.",
            "What the clerk wrote to the council in May was read out on Monday by a woman who said that nobody else reads your inbox.",
        ] {
            assert!(!is_clutter(line) && !is_caption(line) && byline(line).is_none(), "{line}");
        }
    }

    #[test]
    fn controls_have_labels() {
        for line in
            ["Add to cart", "Help center", "View more posts", "Accept all cookies", "3 replies"]
        {
            assert!(is_label(line), "{line}");
        }
        for line in ["Features", "Summary", "The vote", "Café hours"] {
            assert!(!is_label(line), "{line}");
        }
        assert!(is_action("Compare all fares") && !is_action("Comparing all fares"));
        assert!(opens_tail("Related stories") && !opens_tail("Read more: the vote"));
    }

    #[test]
    fn bylines_and_captions() {
        assert_eq!(byline("By Ana María Ruiz"), Some("Ana María Ruiz"));
        assert_eq!(byline("By the river, nobody slept."), None);
        assert!(is_caption("Ms. Ruiz leaves the court on Monday. (Jo Lee/Reuters)"));
        assert!(is_caption("The square on Monday. Photo: Jo Lee"));
        assert!(!is_caption("He left the court (and the country) on Monday."));
    }
}
