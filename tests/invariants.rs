//! What holds for every article, every cut of it and every damage done to it: nothing panics, every
//! place lies in the text and is never boilerplate, lists are in order, and twice gives the same.

#![expect(clippy::expect_used, reason = "a test may stop where it stands")]

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use sidelight::briefing::{self, Briefing, Holder};
use sidelight::document::{BlockKind, Document};
use sidelight::export::{self, Article};
use sidelight::read;
use sidelight::text::TextRange;

fn articles() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut paths: Vec<PathBuf> = fs::read_dir(root.join("tests/articles"))
        .expect("the folder can be read")
        .map(|entry| entry.expect("the entry can be read").path())
        .filter(|path| path.extension().is_some_and(|extension| extension != "brief"))
        .collect();
    paths.push(root.join("assets/sample.txt"));
    paths.sort();
    assert!(paths.len() >= 7, "articles are missing: {paths:?}");
    paths
}

/// Every mention of an actor.
fn mentions(briefing: &Briefing) -> impl Iterator<Item = TextRange> + '_ {
    briefing.actors.iter().flat_map(|actor| actor.mentions.iter().map(|mention| mention.range))
}

/// What tells who each actor is.
fn proofs(briefing: &Briefing) -> impl Iterator<Item = TextRange> + '_ {
    briefing.actors.iter().flat_map(|actor| actor.evidence.ranges().iter().copied())
}

/// Every place that the other lists rest on.
fn places(briefing: &Briefing) -> Vec<TextRange> {
    let mut evidence: Vec<&briefing::Evidence> =
        briefing.summary.iter().map(|point| &point.evidence).collect();
    evidence.extend(briefing.positions.iter().map(|position| &position.evidence));
    evidence.extend(briefing.questions.iter().map(|question| &question.evidence));
    evidence.extend(briefing.timeline.iter().map(|event| &event.evidence));
    evidence.extend(briefing.figures.iter().map(|figure| &figure.evidence));
    evidence.extend(briefing.voices.iter().map(|voice| &voice.evidence));
    assert!(evidence.iter().all(|evidence| !evidence.ranges().is_empty()), "a line has no proof");
    let mut places: Vec<TextRange> =
        evidence.iter().flat_map(|evidence| evidence.ranges().to_vec()).collect();
    for position in &briefing.positions {
        assert!(!position.content.is_empty(), "a position has no content: {}", position.text);
        places.extend(&position.content);
        places.extend([position.source, position.cue, position.marker].into_iter().flatten());
    }
    places.extend(briefing.timeline.iter().map(|event| event.date_range));
    places.extend(&briefing.left_out);
    places
}

fn check(document: &Document, briefing: &Briefing, what: &str) {
    let text = document.text();
    for place in places(briefing).into_iter().chain(mentions(briefing)).chain(proofs(briefing)) {
        assert!(!place.is_empty(), "{what}: an empty place");
        assert!(
            text.get(place.start()..place.end()).is_some(),
            "{what}: {place:?} is no place in the text"
        );
    }
    let within = |place: TextRange, what_for: &str, also: &[BlockKind]| {
        for block in document.blocks().iter().filter(|block| block.range.overlaps(place)) {
            let kind = block.kind;
            assert!(
                kind.is_prose() || also.contains(&kind),
                "{what}: {kind:?} as {what_for}: {}",
                place.slice(text)
            );
        }
    };
    // An actor may be named in a caption, and the writer in the line that says so, which is all that tells of them.
    for mention in mentions(briefing) {
        within(mention, "mention", &[BlockKind::Caption, BlockKind::Byline]);
    }
    for proof in proofs(briefing) {
        within(proof, "an actor's evidence", &[BlockKind::Byline]);
    }
    for place in places(briefing) {
        within(place, "evidence", &[]);
    }
    // A name may break over two lines.
    let squeeze = |words: &str| words.split_whitespace().collect::<String>();
    let squeezed = squeeze(text);
    for actor in &briefing.actors {
        assert!(squeezed.contains(&squeeze(&actor.name)), "{what}: no such name: {}", actor.name);
    }
    let n_actors = briefing.actors.len();
    for position in &briefing.positions {
        let ids = position.about.iter().chain(&position.via);
        assert!(ids.into_iter().all(|id| id.0 < n_actors), "{what}: an actor that is not there");
        assert!(
            !matches!(position.holder, Holder::Actor(id) if id.0 >= n_actors),
            "{what}: no such holder"
        );
    }
    let starts: Vec<usize> =
        briefing.positions.iter().map(|position| position.evidence.first().start()).collect();
    assert!(starts.is_sorted(), "{what}: positions out of order");
    assert!(
        briefing.actors.is_sorted_by(|a, b| a.salience >= b.salience),
        "{what}: actors out of order"
    );
    assert!(
        briefing.questions.is_sorted_by(|a, b| a.salience >= b.salience),
        "{what}: questions out of order"
    );
    for question in &briefing.questions {
        assert!(question.text.ends_with('?'), "{what}: no question: {}", question.text);
    }
}

/// Reads and briefs bytes; what cannot be read is an error and no panic, which is all that is asked of it.
fn brief(bytes: &[u8], path: &Path, what: &str) -> Option<(Document, Briefing)> {
    let document = read::read_bytes(bytes, Some(path), &read::Options::default()).ok()?;
    let briefing = briefing::brief(&document);
    check(&document, &briefing, what);
    Some((document, briefing))
}

#[test]
fn every_article_has_all_five_lists() {
    for path in articles() {
        let what = path.display().to_string();
        let bytes = fs::read(&path).expect("the article can be read");
        let (_, briefing) = brief(&bytes, &path, &what).expect("the article can be briefed");
        assert!(!briefing.summary.is_empty(), "{what}: no summary");
        assert!(!briefing.actors.is_empty(), "{what}: no actor");
        assert!(!briefing.positions.is_empty(), "{what}: no position");
        assert!(!briefing.questions.is_empty(), "{what}: no question");
        assert!(!briefing.timeline.is_empty(), "{what}: no event");
    }
}

#[test]
fn the_same_text_gives_the_same_briefing() {
    for path in articles() {
        let bytes = fs::read(&path).expect("the article can be read");
        let first = brief(&bytes, &path, "first");
        assert_eq!(first, brief(&bytes, &path, "second"), "{}", path.display());
    }
}

#[test]
fn every_quote_in_the_json_is_the_text_at_its_place() {
    for path in articles() {
        let bytes = fs::read(&path).expect("the article can be read");
        let (document, briefing) =
            brief(&bytes, &path, "json").expect("the article can be briefed");
        let article = Article {
            document: &document,
            briefing: &briefing,
            file: "x",
            elapsed: Duration::ZERO,
            corrected: &[],
        };
        let json = export::json::write(article, false);
        let json: serde_json::Value = serde_json::from_str(&json).expect("the briefing is JSON");
        let text: Vec<char> =
            json["document"]["text"].as_str().expect("the text is there").chars().collect();
        let mut n_spans = 0;
        let mut left = vec![&json];
        while let Some(value) = left.pop() {
            if let Some(quote) = value.get("quote").and_then(serde_json::Value::as_str) {
                let place = |end: &str| {
                    usize::try_from(value[end].as_u64().expect("a number")).expect("a place")
                };
                let found: String = text[place("start")..place("end")].iter().collect();
                assert_eq!(found, quote);
                n_spans += 1;
            }
            match value {
                serde_json::Value::Array(values) => left.extend(values),
                serde_json::Value::Object(fields) => left.extend(fields.values()),
                _ => {}
            }
        }
        assert!(n_spans > 20, "{}: only {n_spans} spans", path.display());
    }
}

#[test]
fn an_article_may_be_cut_anywhere() {
    let mut n_read = 0;
    for path in articles() {
        let bytes = fs::read(&path).expect("the article can be read");
        for share in 1..12 {
            // Cuts fall inside characters too, which makes the last one invalid.
            let cut = bytes.len() * share / 12 + 1;
            let what = format!("{} cut at byte {cut}", path.display());
            n_read += usize::from(brief(&bytes[..cut.min(bytes.len())], &path, &what).is_some());
        }
    }
    assert!(n_read > 60, "only {n_read} cuts could be read");
}

#[test]
fn damage_never_panics() {
    let mut n_read = 0;
    let mut seed = 0x9E37_79B9_7F4A_7C15_u64;
    let mut next = move |below: usize| {
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        usize::try_from(seed >> 33).unwrap_or(0) % below.max(1)
    };
    for path in articles() {
        let bytes = fs::read(&path).expect("the article can be read");
        for round in 0..12 {
            let mut damaged = bytes.clone();
            for _ in 0..=bytes.len() / 200 {
                let at = next(damaged.len());
                match next(4) {
                    0 => damaged[at] = u8::try_from(next(256)).unwrap_or(b'?'),
                    1 => drop(damaged.drain(at..(at + next(9)).min(damaged.len()))),
                    2 => drop(damaged.splice(at..at, "“’\u{a0}\r\n🙂((".bytes())),
                    _ => damaged[at] = *b"\".,'- \n".get(next(7)).unwrap_or(&b' '),
                }
            }
            let what = format!("{} damaged, round {round}", path.display());
            n_read += usize::from(brief(&damaged, &path, &what).is_some());
        }
    }
    assert!(n_read > 40, "only {n_read} damaged articles could be read");
}
