//! Proof: does every quote of a briefing stand in the article?
//!
//! Reads the contract's JSON from any origin. A quote holds where the article has the same words at the
//! same place, typography aside; nothing is repaired by similarity, because a negation is nearly
//! identical to its opposite.

use serde_json::Value;

use crate::document::Document;
use crate::fold::{Folded, Folding};
use crate::text::{CharTable, TextRange};

/// What became of one quote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Where it stands in the briefing, as `positions[3].content[0]`.
    pub path: String,
    pub quote: String,
    pub verdict: Verdict,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    Holds(TextRange),
    /// The words stand in the article, but not at the place that the briefing gives; where they do.
    Moved(TextRange),
    Missing,
}

/// Checks each quote of the briefing in `json` against `document`, in the order of the briefing.
///
/// Beside the spans, words that a line's `text` sets in quotation marks are quotes too. An error is
/// why `json` is no briefing.
pub fn verify(json: &str, document: &Document) -> Result<Vec<Finding>, String> {
    let json: Value = serde_json::from_str(json).map_err(|error| format!("not JSON: {error}"))?;
    let article = Quotes::new(document);
    let mut findings = Vec::new();
    article.walk(&json, "", &mut findings);
    if findings.is_empty() {
        return Err("no quote in it".to_owned());
    }
    Ok(findings)
}

/// A text in which quotes are looked for.
pub(super) struct Quotes<'a> {
    text: &'a str,
    table: CharTable,
    folded: Folded,
}

impl<'a> Quotes<'a> {
    pub(super) fn new(document: &'a Document) -> Self {
        let text = document.text();
        Self { text, table: CharTable::new(text), folded: Folded::new(text, Folding::Proof) }
    }

    /// What becomes of one span; `None` when it has no quote.
    pub(super) fn find(&self, span: &Value) -> Option<Verdict> {
        let quote = span.get("quote")?.as_str()?;
        Some(self.judge(quote, self.place(span.get("start"), span.get("end"))))
    }

    /// Whether all that a line sets in quotation marks stands in the article.
    pub(super) fn proves_quoted_words(&self, text: &str) -> bool {
        let mut findings = Vec::new();
        self.quoted_words(text, "", &mut findings);
        findings.iter().all(|finding| finding.verdict != Verdict::Missing)
    }

    fn walk(&self, value: &Value, path: &str, findings: &mut Vec<Finding>) {
        match value {
            Value::Array(values) => {
                for (idx, value) in values.iter().enumerate() {
                    self.walk(value, &format!("{path}[{idx}]"), findings);
                }
            }
            Value::Object(fields) => {
                if let (Some(Value::String(quote)), Some(verdict)) =
                    (fields.get("quote"), self.find(value))
                {
                    findings.push(Finding { path: path.to_owned(), quote: quote.clone(), verdict });
                }
                for (name, value) in fields {
                    let inner =
                        if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
                    match value {
                        // The article itself is no claim about the article.
                        Value::Object(_) if inner == "document" => {}
                        Value::String(text) if name == "text" => {
                            self.quoted_words(text, &inner, findings);
                        }
                        _ => self.walk(value, &inner, findings),
                    }
                }
            }
            _ => {}
        }
    }

    /// The place between two code points, or `None` when the briefing gives none.
    fn place(&self, start: Option<&Value>, end: Option<&Value>) -> Option<TextRange> {
        let offset = |value: Option<&Value>| usize::try_from(value?.as_u64()?).ok();
        let byte = |chars| self.table.bytes_from_chars(self.text, chars);
        Some(TextRange::new(byte(offset(start)?), byte(offset(end)?)))
    }

    fn judge(&self, quote: &str, place: Option<TextRange>) -> Verdict {
        let wanted = Folded::new(quote, Folding::Proof);
        if let Some(place) = place
            && !wanted.text().trim().is_empty()
            && Folded::new(place.slice(self.text), Folding::Proof).text().trim()
                == wanted.text().trim()
        {
            return Verdict::Holds(place);
        }
        let places = self.folded.find_words(self.text, quote);
        let distance =
            |found: &TextRange| found.start().abs_diff(place.map_or(0, TextRange::start));
        match (places.into_iter().min_by_key(distance), place) {
            (Some(found), Some(_)) => Verdict::Moved(found),
            (Some(found), None) => Verdict::Holds(found),
            (None, _) => Verdict::Missing,
        }
    }

    /// Checks what `text` sets in curly double quotation marks.
    fn quoted_words(&self, text: &str, path: &str, findings: &mut Vec<Finding>) {
        for part in text.split('“').skip(1) {
            let Some((quote, _)) = part.split_once('”') else { continue };
            // A full stop or comma inside the marks may be the sentence's own.
            let words = quote.trim_end_matches(['.', ',']);
            findings.push(Finding {
                path: path.to_owned(),
                quote: quote.to_owned(),
                verdict: self.judge(words, None),
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::document;

    #[track_caller]
    fn check(article: &str, span: &str, expected: &str) {
        let document = document(article);
        let findings =
            verify(&format!(r#"{{"summary": [{{"evidence": [{span}]}}]}}"#), &document).unwrap();
        let verdict = match findings[0].verdict {
            Verdict::Holds(_) => "holds".to_owned(),
            Verdict::Moved(place) => format!("moved to {}", place.start()),
            Verdict::Missing => "missing".to_owned(),
        };
        assert_eq!(verdict, expected);
        assert_eq!(findings[0].path, "summary[0].evidence[0]");
    }

    #[test]
    fn typography_makes_no_difference_and_letters_do() {
        let article = "Ana said: “We don’t\u{a0}know – yet.”";
        check(article, r#"{"start": 10, "end": 32, "quote": "\"We don't know - yet.\""}"#, "holds");
        check(article, r#"{"start": 0, "end": 3, "quote": "We don't"}"#, "moved to 13");
        check(article, r#"{"start": 10, "end": 32, "quote": "“We do know – yet.”"}"#, "missing");
        check(article, r#"{"quote": "know"}"#, "holds");
        check(article, r#"{"quote": "now"}"#, "missing");
    }

    #[test]
    fn quotation_marks_in_a_line_are_a_promise_too() {
        let document = document("She said the plan was “dead in the water,” and left.");
        let findings = |text: &str| {
            verify(&format!(r#"{{"positions": [{{"text": "{text}"}}]}}"#), &document).unwrap()
        };
        assert!(matches!(findings("It is “dead in the water.”")[0].verdict, Verdict::Holds(_)));
        assert_eq!(findings("It is “alive in the water.”")[0].verdict, Verdict::Missing);
    }

    #[test]
    fn what_is_no_briefing_says_so() {
        let document = document("Text.");
        assert!(verify("{", &document).unwrap_err().starts_with("not JSON"));
        assert_eq!(verify("[]", &document).unwrap_err(), "no quote in it");
    }
}
