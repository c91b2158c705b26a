//! Whole articles beside the briefing expected of them, as readable text with quoted evidence.
//!
//! `SIDELIGHT_RENEW=1 cargo test --test expected` writes them anew; a person reads the diff.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use sidelight::export::{self, Article};
use sidelight::{briefing, read};

#[test]
fn articles_are_briefed_as_expected() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/articles");
    let renew = std::env::var_os("SIDELIGHT_RENEW").is_some();
    let mut articles: Vec<PathBuf> = fs::read_dir(&folder)
        .expect("the folder can be read")
        .map(|entry| entry.expect("the entry can be read").path())
        .filter(|path| path.extension().is_some_and(|extension| extension != "brief"))
        .collect();
    articles.sort();
    assert!(articles.len() >= 6, "articles are missing: {articles:?}");
    let mut changed = Vec::new();
    for path in articles {
        let document =
            read::read(&path, &read::Options::default()).expect("the article can be read");
        let briefing = briefing::brief(&document);
        let name = path.file_name().expect("a file has a name").to_string_lossy().into_owned();
        let article = Article {
            document: &document,
            briefing: &briefing,
            file: &name,
            elapsed: Duration::ZERO,
            corrected: &[],
        };
        let found = export::text::write(article);
        let expected = folder.join(format!("{name}.brief"));
        if renew {
            fs::write(&expected, &found).expect("the folder can be written to");
        } else if fs::read_to_string(&expected).unwrap_or_default() != found {
            changed.push(name);
        }
    }
    assert!(
        changed.is_empty(),
        "{changed:?} are briefed otherwise than expected; if that is better: SIDELIGHT_RENEW=1 cargo test --test expected"
    );
}
