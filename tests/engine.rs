//! The weights, held to what they gave: one short text and its whole analysis.
//!
//! `UPDATE_GOLDEN=1 cargo test --test engine` writes the expected file anew; read the difference.

use std::fs;
use std::path::Path;

use sidelight::language::{analyze, conllu};
use sidelight::read;

#[test]
fn the_weights_give_what_they_gave() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    let expected_path = folder.join("engine.conllu");
    let document = read::read(&folder.join("engine.txt"), &read::Options::default())
        .expect("the text can be read");
    let found = conllu::write(&document, &analyze(&document));
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        fs::write(&expected_path, &found).expect("the file can be written");
    }
    let expected = fs::read_to_string(&expected_path).expect("the expected analysis is there");
    for (found, expected) in found.lines().zip(expected.lines()) {
        assert_eq!(found, expected);
    }
    assert_eq!(found.lines().count(), expected.lines().count());
}
