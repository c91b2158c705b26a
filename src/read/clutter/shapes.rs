//! Lines known by their form, whatever their words: prices at shops, telephone numbers, dates, names, what
//! templates leave behind.

use crate::read::{date, plain};

/// What no article's own paragraph looks like: a bare telephone number, a shop's price, an unfilled template.
pub(super) fn is_residue(line: &str) -> bool {
    let line = line.trim();
    is_telephone(line) || is_offer(line) || is_shortcode(line)
}

/// `(555) 010-7788` and no more.
fn is_telephone(line: &str) -> bool {
    let n_digits = line.bytes().filter(u8::is_ascii_digit).count();
    (9..=15).contains(&n_digits)
        && line.contains(['-', ' ', '(', '.'])
        && line.chars().all(|character| character.is_ascii_digit() || "+()-. ".contains(character))
        && date::find(line).is_none()
        && !line.contains(". ")
}

/// `$120 at Corner Store`, `Starting at $49.00`: a price beside where it is had.
pub(super) fn is_offer(line: &str) -> bool {
    const BEFORE: [&str; 12] = [
        "starting", "starts", "at", "from", "only", "now", "just", "price", "was", "save", "sale",
        "buy",
    ];
    let words: Vec<&str> = line.split_whitespace().collect();
    let is_price = |word: &str| {
        word.trim_start_matches("US").starts_with(['$', '€', '£'])
            && word.chars().any(|character| character.is_ascii_digit())
    };
    let Some(first) = words.iter().position(|word| is_price(word)) else { return false };
    let before = words.get(..first).unwrap_or_default();
    let after = words.get(first + 1..).unwrap_or_default();
    let named = before
        .iter()
        .all(|word| BEFORE.contains(&word.trim_end_matches(':').to_lowercase().as_str()));
    let at_shop = after.first().is_some_and(|word| matches!(*word, "at" | "from" | "on"))
        && after.get(1).is_some_and(|shop| shop.starts_with(char::is_uppercase));
    words.len() <= 14
        && !plain::ends_sentence(line)
        && named
        && (at_shop || !before.is_empty() && after.is_empty())
}

/// `[form id=12]`, `{{banner}}`: what a site's template should have filled.
fn is_shortcode(line: &str) -> bool {
    let inside = |open, close| line.strip_prefix(open).and_then(|rest| rest.strip_suffix(close));
    if inside("{{", "}}").is_some() {
        return true;
    }
    line.strip_prefix('[').and_then(|rest| rest.split_once(']')).is_some_and(|(tag, _)| {
        tag.split_once('=').is_some_and(|(name, value)| {
            let name = name.trim_start_matches('/');
            name.chars().all(|character| character.is_alphanumeric() || "-_ ".contains(character))
                && name.split_whitespace().count() == 2
                && !value.is_empty()
        })
    })
}

/// A day, perhaps with its hour, and no other word: `12 March 2024`, `Oct. 3, 2021, 7:45 AM UTC`.
pub(in crate::read) fn is_bare_date(line: &str) -> bool {
    let Some((_, place)) = date::find_with_place(line) else { return false };
    let rest = [line.get(..place.start), line.get(place.end..)];
    let words = rest.iter().flatten().flat_map(|part| part.split_whitespace());
    let mut n_zones = 0;
    words.map(|word| word.trim_matches(|character: char| !character.is_alphanumeric())).all(
        |word| {
            let lower = word.to_lowercase();
            let is_zone = (2..=4).contains(&word.len()) && word.chars().all(char::is_uppercase);
            n_zones += usize::from(is_zone && lower != "am" && lower != "pm");
            !word.chars().any(char::is_alphabetic)
                || is_zone && n_zones <= 1
                || lower.ends_with("day")
                || lower
                    .trim_start_matches(|character: char| {
                        character.is_ascii_digit() || character == ':'
                    })
                    .len()
                    <= 2
                || matches!(lower.as_str(), "mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun")
        },
    )
}

/// Two to four capitalised words and nothing else, as a person's name stands over a note about them.
pub(in crate::read) fn is_name(line: &str) -> bool {
    const NO_NAMES: [&str; 14] = [
        "The", "A", "An", "Our", "My", "Your", "How", "What", "Why", "More", "Best", "Top", "New",
        "In",
    ];
    let words: Vec<&str> = line.split_whitespace().collect();
    (2..=4).contains(&words.len())
        && words.first().is_some_and(|first| !NO_NAMES.contains(first))
        && words.iter().all(|word| {
            word.starts_with(char::is_uppercase)
                && word.chars().all(|c| c.is_alphabetic() || matches!(c, '.' | '\'' | '’' | '-'))
        })
        && words.iter().any(|word| word.chars().any(char::is_lowercase))
}

/// `Jo Lee is a freelance writer in Leeds.`: who the author is, in the third person. Gives the name.
pub(in crate::read) fn introduced(line: &str) -> Option<&str> {
    const VERBS: [&str; 13] = [
        "is", "was", "has", "writes", "covers", "works", "joined", "reports", "leads", "teaches",
        "serves", "lives", "holds",
    ];
    const WORK: [&str; 29] = [
        "writer",
        "editor",
        "author",
        "journalist",
        "reporter",
        "freelance",
        "freelancer",
        "columnist",
        "correspondent",
        "contributor",
        "blogger",
        "professor",
        "lecturer",
        "researcher",
        "fellow",
        "founder",
        "co-founder",
        "director",
        "specialist",
        "strategist",
        "marketer",
        "producer",
        "photographer",
        "novelist",
        "analyst",
        "covers",
        "writes",
        "writing",
        "reporting",
    ];
    let words: Vec<&str> = line.split_whitespace().collect();
    let verb = words.iter().take(6).position(|word| VERBS.contains(word))?;
    let name = words.get(..verb)?;
    // "The Harbour Union is yet to decide. Its head told our correspondent": a body, and another sentence.
    let named = name.len() >= 2
        && name.first() != Some(&"The")
        && name.iter().all(|word| word.starts_with(char::is_uppercase) || word.starts_with('('));
    let first = words.iter().skip(verb).position(|word| word.ends_with(['.', '!', '?']));
    let sentence = first.map_or(20, |end| (end + 1).min(20));
    let at_work = words.iter().skip(verb).take(sentence).any(|word| {
        WORK.contains(&word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase().as_str())
    });
    (named && at_work && words.len() <= 120).then(|| name.last().copied()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn residue_is_known_by_its_form() {
        for line in [
            "(555) 010-7788",
            "$120 at Corner Store $135 at Market",
            "Starting at $49.00",
            "[form id=12]",
            "[button link=”x”]Go[/button]",
            "{{banner-top}}",
        ] {
            assert!(is_residue(line), "{line}");
        }
        for line in [
            "1914-1918",
            "Café tables cost $120 at Corner Store last year.",
            "$3 million",
            "[Applause]",
            "12 March 2024",
            "2024-03-12 10.30",
        ] {
            assert!(!is_residue(line), "{line}");
        }
    }

    #[test]
    fn dates_and_names_stand_alone() {
        for line in ["12 March 2024", "Tuesday, March 12, 2024", "Mar. 12, 2024, 9:28 AM UTC"] {
            assert!(is_bare_date(line), "{line}");
        }
        assert!(!is_bare_date("12 March 2024: the vote"));
        assert!(is_name("Ana María Ruiz") && is_name("Jo O’Lee"));
        assert!(!is_name("The vote") && !is_name("MEET THE TEAM") && !is_name("Ruiz"));
    }

    #[test]
    fn authors_are_introduced() {
        assert_eq!(introduced("Jo Lee is a freelance writer in Leeds."), Some("Lee"));
        assert_eq!(introduced("Ana Ruiz covers courts for the Lantern."), Some("Ruiz"));
        assert_eq!(introduced("The vote was a surprise to the editor."), None);
        assert_eq!(introduced("Ana Ruiz was late on Monday."), None);
        for line in [
            "The Harbour Union is yet to decide. Its head told our correspondent that it would ask its members.",
            "Ana Ruiz is yet to decide. Her aide told our correspondent that she would ask her members.",
        ] {
            assert_eq!(introduced(line), None, "{line}");
        }
    }
}
