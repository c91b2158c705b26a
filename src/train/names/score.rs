//! How well names are found on the development sets.

use std::error::Error;
use std::fmt::Write as _;
use std::path::Path;

use super::analyzed;
use super::data::{self, Gold, Marked};
use crate::language::NameKind;
use crate::language::names::{Model, find_with, head};

/// A table of recall, precision and F1, with and without kinds.
pub(super) fn table(model: &Model, folder: &Path) -> Result<String, Box<dyn Error>> {
    let mut table =
        String::from("set                typed P     R    F1   untyped P     R    F1\n");
    let ewt = data::read_ewt(&data::text(folder, "uner-ewt-dev.conllu")?);
    let politics = data::read_politics(&data::text(folder, "crossner-politics-dev.iob2")?);
    let gum_all = data::read_gum(&folder.join("gum-dev"))?;
    for (name, all) in
        [("UNER EWT dev", &ewt), ("CrossNER politics", &politics), ("GUM dev", &gum_all)]
    {
        let counts = all.iter().fold(Counts::default(), |counts, gold| counts.with(gold, model));
        let (typed, untyped) = (counts.figures(counts.typed), counts.figures(counts.untyped));
        let _ = writeln!(
            table,
            "{name:18} {:7.1} {:5.1} {:5.1}   {:9.1} {:5.1} {:5.1}",
            typed.0, typed.1, typed.2, untyped.0, untyped.1, untyped.2
        );
    }
    Ok(table)
}

#[derive(Clone, Copy, Default)]
struct Counts {
    gold: usize,
    found: usize,
    typed: usize,
    untyped: usize,
}

impl Counts {
    fn with(mut self, gold: &Gold, model: &Model) -> Self {
        let (sentences, tokens, tags, answers) = analyzed(gold, head());
        self.gold += gold.names.len();
        let names = find_with(model, &gold.document, &sentences, &tokens, &tags, &answers);
        for name in names {
            let same = gold.names.iter().find(|marked| marked.range == name.range);
            let fits = |marked: &Marked| marked.kinds.contains(&name.kind);
            let party = name.kind == NameKind::Group
                && same.is_some_and(|marked| marked.kinds.contains(&NameKind::Organization));
            if gold.unmarked.contains(&name.kind) && !party {
                continue;
            }
            self.found += 1;
            self.untyped += usize::from(same.is_some());
            self.typed += usize::from(party || same.is_some_and(fits));
        }
        self
    }

    fn figures(self, right: usize) -> (f64, f64, f64) {
        let share = |all: usize| 100.0 * right as f64 / all.max(1) as f64;
        let (precision, recall) = (share(self.found), share(self.gold));
        (precision, recall, 200.0 * right as f64 / (self.found + self.gold).max(1) as f64)
    }
}
