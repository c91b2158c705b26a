//! The names of those who wrote an article, out of the line that gives them: without work, paper, day or address.

use super::draft::Draft;
use super::roles::{is_date_line, is_prose};
use super::{clutter, date};

/// What those who write are.
const JOBS: &[&str] =
    &["correspondent", "editor", "reporter", "columnist", "writer", "journalist", "commentator"];
/// What stands before them.
const FIELDS: &[&str] = &[
    "arts",
    "associate",
    "auto",
    "business",
    "chief",
    "city",
    "climate",
    "congressional",
    "consumer",
    "contributing",
    "crime",
    "culture",
    "defence",
    "defense",
    "deputy",
    "diplomatic",
    "economics",
    "education",
    "energy",
    "entertainment",
    "entertainments",
    "environment",
    "europe",
    "film",
    "financial",
    "foreign",
    "health",
    "home",
    "international",
    "investigations",
    "investigative",
    "justice",
    "labor",
    "labour",
    "legal",
    "legislative",
    "markets",
    "media",
    "medical",
    "metro",
    "military",
    "money",
    "music",
    "national",
    "news",
    "online",
    "opinion",
    "parliamentary",
    "personal",
    "political",
    "politics",
    "regional",
    "religion",
    "religious",
    "royal",
    "science",
    "security",
    "senior",
    "social",
    "special",
    "sports",
    "staff",
    "technology",
    "transport",
    "transportation",
    "travel",
    "world",
];

/// The name in a line below the title that has no `By`: `Ana Ruiz, political editor`; `Ana Ruiz` alone where a date
/// follows it, where the text ends with `Ana Ruiz is a writer`, or where somebody says `I` in it.
pub(super) fn bare(draft: &Draft, idx: usize, text: &str) -> Option<String> {
    let text = text.trim();
    let words: Vec<&str> = text.split_whitespace().collect();
    let name = before_job(&words);
    // "Ana Ruiz, political editor": the comma ends the name.
    let comma = name.iter().position(|word| word.ends_with(',')).map_or(name.len(), |at| at + 1);
    // "Ana Ruiz fires the editor", "Guild Sues Former Gazette Editor": between the name and the work nothing else stands.
    let behind = words.get(comma..).unwrap_or_default();
    let fields = behind.iter().take_while(|word| is_among(word, FIELDS) || **word == "and").count();
    let job = behind.get(fields).is_some_and(|word| is_among(word, JOBS))
        && behind.get(fields + 1).is_none_or(|word| matches!(*word, "at" | "for" | "in"))
        && (fields > 0 || words.get(comma - 1).is_some_and(|word| word.ends_with(',')));
    let name = name.get(..comma)?.join(" ");
    let name = name.trim_end_matches(',');
    let count = name.split_whitespace().count();
    let named = (2..=4).contains(&count)
        && clutter::starts_with_name(name)
        && name.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '-' | '.' | '’' | '\''));
    if !named || words.len() > 10 || text.ends_with(['.', '?', '!', ':']) {
        return None;
    }
    let rest = draft.blocks.len();
    let dated = || idx + 1 < rest && is_date_line(draft.slice(idx + 1));
    let told = || {
        (rest.saturating_sub(4).max(idx + 1)..rest).any(|last| {
            let text = draft.slice(last).trim_start();
            let behind = text.strip_prefix(name).unwrap_or_default();
            [" is ", " was ", " writes ", " has "].iter().any(|verb| behind.starts_with(verb))
        })
    };
    // Who says "I" has a name, and no one else is told of by it; "Dr. Ruiz," is whom a letter greets.
    let speaks = || {
        let behind: Vec<&str> = (idx + 1..rest).map(|block| draft.slice(block)).collect();
        let own = behind.iter().any(|text| {
            let mut outside = text.split(['“', '”', '"']).step_by(2);
            outside.any(|part| part.split_whitespace().any(|word| word == "I"))
        });
        let surname = words.last().copied().unwrap_or_default();
        let mut others = (0..rest).filter(|&block| block != idx).map(|block| draft.slice(block));
        own && !text.ends_with(',')
            && behind.first().is_some_and(|next| is_prose(next))
            && !others.any(|text| text.contains(surname))
    };
    let alone = words.len() == count && (dated() || told() || speaks());
    (job || alone).then(|| name.to_owned())
}

fn is_among(word: &str, list: &[&str]) -> bool {
    list.contains(&word.trim_end_matches(',').to_lowercase().as_str())
}

fn has_job(words: &[&str]) -> bool {
    words.iter().any(|word| is_among(word, JOBS))
}

/// `Ana Ruiz` of `Ana Ruiz Political Editor`.
fn before_job<'t>(words: &[&'t str]) -> Vec<&'t str> {
    let of_name = |word: &&&str| !is_among(word, JOBS) && !is_among(word, FIELDS);
    words.iter().take_while(of_name).copied().collect()
}

/// The names alone: without the word before them, the paper after them, a date or an address.
pub(super) fn clean(names: &str) -> Option<String> {
    let mut names = names.trim();
    if let Some((_, place)) = date::find_with_place(names) {
        names = names.get(..place.start)?;
    }
    for mark in [
        "|",
        " · ",
        " ⋅ ",
        " - ",
        " • ",
        " — ",
        " – ",
        "\n",
        " for ",
        " on ",
        " Published",
        " Updated",
        " Posted",
        " posted",
        " Follow",
        " View ",
        " / ",
    ] {
        if let Some((before, _)) = names.split_once(mark) {
            names = before;
        }
    }
    // What a link says is no name: "View Author Page".
    if names.starts_with("View ") {
        return None;
    }
    let words: Vec<&str> = names.split_whitespace().filter(|word| !word.contains('@')).collect();
    let names = before_time(&words);
    // "Ana Ruiz Staff writer"; of several writers each may have his own.
    let words: Vec<&str> = names.split_whitespace().collect();
    let name = before_job(&words);
    let one = has_job(&words) && name.len() >= 2 && !names.contains(" and ");
    let names = if one { name.join(" ") } else { names };
    let names = names.trim_end_matches([',', '.', '-', ':', ' ', '(']).to_owned();
    names.chars().any(char::is_alphabetic).then_some(names)
}

/// `Ana Ruiz` of `Ana Ruiz March 18 at 3:57 PM`, `Ana Ruiz Monday` and `Ana Ruiz22 Dec`.
fn before_time(words: &[&str]) -> String {
    const DAYS: [&str; 7] =
        ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
    let digit = |word: &str| word.starts_with(|first: char| first.is_ascii_digit());
    let dated = |at: usize| {
        let next = words.get(at + 1).is_some_and(|word| digit(word));
        words.get(at).is_some_and(|word| {
            digit(word)
                || DAYS.contains(&word.trim_end_matches(','))
                || next && date::month_of(word).is_some()
        })
    };
    // A first name and a surname at least: somebody may be called May.
    let end = (2..words.len()).find(|&at| dated(at)).unwrap_or(words.len());
    let names = words.get(..end).unwrap_or(words).join(" ");
    match names.split_once(|character: char| character.is_ascii_digit()) {
        Some((before, _)) if before.contains(' ') => before.to_owned(),
        _ => names,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_byline_is_the_names_alone() {
        for (line, names) in [
            ("Ana Ruiz March 18 at 3:57 PM Follow @anaruiz", "Ana Ruiz"),
            ("Tom Hall22 Dec 2016651", "Tom Hall"),
            ("Theresa May Monday", "Theresa May"),
            ("Ana Ruiz and Tom Hall posted a day ago", "Ana Ruiz and Tom Hall"),
            ("ANA RUIZ, AP National Writer", "ANA RUIZ, AP"),
            ("Ana Ruiz, The Daily Lantern 3:53 p.m. EST", "Ana Ruiz, The Daily Lantern"),
            ("Ana May", "Ana May"),
        ] {
            assert_eq!(clean(line).as_deref(), Some(names));
        }
        assert_eq!(clean("View Author Page"), None);
    }
}
