//! The briefing as plain text, for a terminal or a mail.

use std::borrow::Cow;

use super::Article;
use super::sections::{Entry, byline, outline, place};

pub fn write(article: Article<'_>) -> String {
    let mut out = format!("{}\n", article.title());
    for line in [byline(article), article.file.to_owned()] {
        // A file without a title has given its name already.
        if !line.is_empty() && line != article.title() {
            out.push_str(&line);
            out.push('\n');
        }
    }
    for section in outline(article) {
        out.push_str(&format!("\n{}\n", section.heading.to_uppercase()));
        if section.entries.is_empty() {
            out.push_str(&format!("{}\n", section.empty));
        }
        for entry in &section.entries {
            out.push_str(&lines(entry));
        }
        if section.n_more > 0 {
            out.push_str(&format!("... and {} more (--format json lists all)\n", section.n_more));
        }
    }
    for note in &article.document.notes {
        out.push_str(&format!("\nNote: {note}\n"));
    }
    out
}

/// The entry on one line, and below it each place that proves it.
pub(super) fn lines(entry: &Entry) -> String {
    let label = if entry.label.is_empty() { String::new() } else { format!("{}: ", entry.label) };
    let mut out = format!("- {label}{}\n", entry.text);
    for proof in &entry.proofs {
        out.push_str(&format!("    {} ({})\n", quoted(&proof.quote), place(proof)));
    }
    out
}

/// A quote between quotation marks. One that holds some stands as it is: a second pair would look doubled, and others
/// in the place of its own would no longer be the article's words.
pub(super) fn quoted(quote: &str) -> Cow<'_, str> {
    let bare = unquoted(quote);
    let has_own = bare.contains(['“', '”', '"']);
    if has_own { Cow::Borrowed(quote) } else { Cow::Owned(format!("“{bare}”")) }
}

/// A quote without a pair of marks around the whole of it: the writer sets its own.
pub(super) fn unquoted(quote: &str) -> &str {
    let inner = quote.strip_prefix(['“', '"']).and_then(|rest| rest.strip_suffix(['”', '"']));
    inner.filter(|inner| !inner.contains(['“', '”', '"'])).unwrap_or(quote)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_pair_around_the_whole_is_taken_off() {
        assert_eq!(unquoted("“No.”"), "No.");
        assert_eq!(unquoted("“No,” he said, “never.”"), "“No,” he said, “never.”");
        assert_eq!(unquoted("plain"), "plain");
    }

    #[test]
    fn no_quotation_marks_are_doubled() {
        assert_eq!(quoted("plain"), "“plain”");
        assert_eq!(quoted("\"No.\""), "“No.”");
        for own in ["“No,” he said, “never.”", "called it “a mistake”"] {
            assert_eq!(quoted(own), own);
        }
    }
}
