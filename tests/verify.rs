//! Proof against alteration: `verify` finds a thousand seeded changes of quotes, and lets typography pass.

#![expect(clippy::expect_used, reason = "a test may stop where it stands")]

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use serde_json::{Value, json};
use sidelight::briefing;
use sidelight::document::Document;
use sidelight::export::verify::{Verdict, verify};
use sidelight::export::{self, Article};
use sidelight::read;
use unicode_normalization::UnicodeNormalization as _;

const ALTERATIONS: usize = 1000;
/// Of each kind at least.
const EACH: usize = 50;

/// Every article of the tests, read, with all spans of its briefing.
fn articles() -> Vec<(Document, Vec<Value>)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut paths: Vec<PathBuf> = fs::read_dir(root.join("tests/articles"))
        .expect("the folder can be read")
        .map(|entry| entry.expect("the entry can be read").path())
        .filter(|path| path.extension().is_some_and(|extension| extension != "brief"))
        .collect();
    paths.sort();
    let read = |path: &PathBuf| {
        let document = read::read(path, &read::Options::default()).expect("it can be read");
        let json = briefing_json(&document);
        let mut spans = Vec::new();
        for list in ["summary", "actors", "positions", "questions", "timeline"] {
            collect(&json[list], &mut spans);
        }
        (document, spans)
    };
    paths.iter().map(read).collect()
}

fn briefing_json(document: &Document) -> Value {
    let briefing = briefing::brief(document);
    let article = Article {
        document,
        briefing: &briefing,
        file: "x",
        elapsed: Duration::ZERO,
        corrected: &[],
    };
    serde_json::from_str(&export::json::write(article, false)).expect("it is JSON")
}

fn collect(value: &Value, spans: &mut Vec<Value>) {
    match value {
        Value::Array(values) => values.iter().for_each(|value| collect(value, spans)),
        Value::Object(fields) if fields.contains_key("quote") => spans.push(value.clone()),
        Value::Object(fields) => fields.values().for_each(|value| collect(value, spans)),
        _ => {}
    }
}

/// The verdict on each span, its quote replaced by what `alter` makes of it; where that is nothing, it is skipped.
fn verdicts(
    document: &Document,
    spans: &[Value],
    mut alter: impl FnMut(&str) -> Option<String>,
) -> Vec<(String, Verdict)> {
    let altered: Vec<Value> = spans
        .iter()
        .filter_map(|span| {
            let quote = alter(span["quote"].as_str().expect("a quote is words"))?;
            Some(json!({ "start": span["start"], "end": span["end"], "quote": quote }))
        })
        .collect();
    if altered.is_empty() {
        return Vec::new();
    }
    let json = json!({ "positions": [{ "evidence": altered }] }).to_string();
    let findings = verify(&json, document).expect("it holds quotes");
    findings.into_iter().map(|finding| (finding.quote, finding.verdict)).collect()
}

/// Numbers that look random and are the same on every machine.
struct Dice(u64);

impl Dice {
    fn below(&mut self, n: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % n.max(1)
    }
}

fn replaced(words: &[&str], idx: usize, with: &str) -> String {
    let mut words = words.to_vec();
    words[idx] = with;
    words.join(" ")
}

/// One alteration of the quote, of the kind with this number; `None` where it has nothing of the kind.
fn altered(kind: usize, quote: &str, others: &[String], dice: &mut Dice) -> Option<String> {
    let words: Vec<&str> = quote.split_whitespace().collect();
    let bare = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
    let is_name = |word: &str| bare(word).starts_with(char::is_uppercase);
    // Keeps the marks around the word.
    let put = |idx: usize, with: &str| {
        let old = bare(words[idx]);
        replaced(&words, idx, &words[idx].replacen(&old, with, 1))
    };
    let pick = |wanted: &dyn Fn(&str) -> bool, dice: &mut Dice| {
        let places: Vec<usize> = (0..words.len()).filter(|&idx| wanted(words[idx])).collect();
        (!places.is_empty()).then(|| places[dice.below(places.len())])
    };
    let other = |wanted: &dyn Fn(&str) -> bool, not: &str, dice: &mut Dice| {
        let choices: Vec<&String> =
            others.iter().filter(|word| wanted(word) && **word != bare(not)).collect();
        (!choices.is_empty()).then(|| choices[dice.below(choices.len())].clone())
    };
    match kind {
        // A word.
        0 => {
            let plain = |word: &str| bare(word).starts_with(char::is_lowercase);
            let idx = pick(&plain, dice)?;
            Some(put(idx, &other(&plain, words[idx], dice)?))
        }
        // A digit.
        1 => {
            let idx = pick(&|word| word.contains(|c: char| c.is_ascii_digit()), dice)?;
            let digits: Vec<usize> =
                words[idx].match_indices(|c: char| c.is_ascii_digit()).map(|(at, _)| at).collect();
            let at = digits[dice.below(digits.len())];
            let mut bytes = words[idx].as_bytes().to_vec();
            bytes[at] = b'0' + (bytes[at] - b'0' + 1 + dice.below(8) as u8) % 10;
            Some(replaced(&words, idx, &String::from_utf8(bytes).expect("a digit for a digit")))
        }
        // A name.
        2 => {
            let idx = pick(&is_name, dice)?;
            Some(put(idx, &other(&is_name, words[idx], dice)?))
        }
        // A negation, put in or taken out.
        3 => match words
            .iter()
            .position(|word| matches!(bare(word).as_str(), "not" | "no" | "never"))
        {
            Some(idx) if words.len() > 1 => {
                let mut words = words.clone();
                words.remove(idx);
                Some(words.join(" "))
            }
            _ if words.len() > 2 => {
                let mut words = words.clone();
                words.insert(1 + dice.below(words.len() - 1), "not");
                Some(words.join(" "))
            }
            _ => None,
        },
        // Two neighbours in the other order.
        4 => {
            let places: Vec<usize> =
                (1..words.len()).filter(|&idx| bare(words[idx]) != bare(words[idx - 1])).collect();
            let idx = *places.get(dice.below(places.len()))?;
            let mut words = words.clone();
            words.swap(idx - 1, idx);
            Some(words.join(" "))
        }
        // A letter's case: "turkey" is not "Turkey"; and an accent.
        5 => {
            let idx = pick(&is_name, dice)?;
            Some(put(idx, &bare(words[idx]).to_lowercase()))
        }
        _ => {
            let at = quote.find(['e', 'a', 'o'])?;
            let mut letters: Vec<char> = quote.chars().collect();
            letters.insert(quote.get(..=at)?.chars().count(), '\u{301}');
            Some(letters.into_iter().collect())
        }
    }
}

#[test]
fn a_thousand_alterations_are_found() {
    let articles = articles();
    let mut dice = Dice(20_261_127);
    let mut counts = [0usize; 7];
    let mut kind = 0;
    // Some kinds have few places; each is tried until it has been found often enough.
    while counts.iter().sum::<usize>() < ALTERATIONS || counts.iter().any(|&n| n < EACH) {
        kind = (kind + 1) % counts.len();
        for (document, spans) in &articles {
            let others: Vec<String> = document
                .text()
                .split_whitespace()
                .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()).to_owned())
                .filter(|word| !word.is_empty())
                .collect();
            let mut n_altered = 0;
            let verdicts = verdicts(document, spans, |quote| {
                let changed = altered(kind, quote, &others, &mut dice)?;
                n_altered += 1;
                (n_altered <= 8).then_some(changed)
            });
            for (quote, verdict) in verdicts {
                // Words that stand elsewhere have moved, which is a finding too.
                assert!(!matches!(verdict, Verdict::Holds(_)), "kind {kind} passes: {quote}");
                counts[kind] += 1;
            }
        }
    }
}

type Change<'a> = (&'a str, &'a dyn Fn(&str) -> String);

#[test]
fn typography_raises_no_alarm() {
    let as_is = |quote: &str| quote.to_owned();
    let straight = |quote: &str| quote.replace(['“', '”'], "\"").replace(['‘', '’'], "'");
    let curly = |quote: &str| quote.replace('\'', "’").replace('"', "”");
    let hyphens = |quote: &str| quote.replace(['–', '—'], "-");
    let dashes = |quote: &str| quote.replace('-', "\u{2011}");
    let no_break = |quote: &str| quote.replace(' ', "\u{a0}");
    let lines = |quote: &str| quote.replace(' ', "\r\n  ");
    let ligatures = |quote: &str| quote.replace("fi", "ﬁ").replace("fl", "ﬂ").replace("...", "…");
    let soft = |quote: &str| quote.replace("tion", "\u{ad}tion");
    let apart = |quote: &str| quote.nfd().collect::<String>();
    let wrapped = |quote: &str| format!("  {quote}\n");
    let changes: [Change<'_>; 11] = [
        ("as it is", &as_is),
        ("straight marks", &straight),
        ("curly marks", &curly),
        ("hyphens for dashes", &hyphens),
        ("hyphens that do not break", &dashes),
        ("spaces that do not break", &no_break),
        ("wrapped lines", &lines),
        ("ligatures and ellipses", &ligatures),
        ("soft hyphens", &soft),
        ("accents apart", &apart),
        ("space around", &wrapped),
    ];
    for (document, spans) in &articles() {
        for (what, change) in changes {
            for (quote, verdict) in verdicts(document, spans, |quote| Some(change(quote))) {
                assert!(matches!(verdict, Verdict::Holds(_)), "{what}: {verdict:?}: {quote}");
            }
        }
    }
}

#[test]
fn quotes_are_proved_wherever_they_come_from() {
    let (document, _) = articles().swap_remove(0);
    let mut json = briefing_json(&document);
    // Another program's briefing: no schema, other fields, the same article.
    json["schema"] = Value::Null;
    json["engine"] = json!({ "name": "other" });
    let findings = verify(&json.to_string(), &document).expect("it holds quotes");
    let broken: Vec<_> =
        findings.iter().filter(|finding| !matches!(finding.verdict, Verdict::Holds(_))).collect();
    assert!(broken.is_empty(), "{broken:?}");
}
