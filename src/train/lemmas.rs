//! Learns which edit makes the lemma of which word or ending.

use std::collections::BTreeMap;

use super::data::Treebank;
use crate::language::lemma::{Edit, Lemmas, ending_keys, tag_key, word_key};
use crate::language::linear::write_number;

/// Edits have a number of one byte.
const MOST_EDITS: usize = 250;

/// The bytes of the lemmas' part.
pub fn train(treebank: &Treebank) -> Vec<u8> {
    let seen = Seen::of(treebank);
    let lemmas = Lemmas { rules: seen.rules(), edits: seen.edits };
    pack(&lemmas)
}

/// Words with their lemma and how often.
struct Seen {
    edits: Vec<Edit>,
    words: Vec<Item>,
}

struct Item {
    lower: String,
    tag: u64,
    clitic: bool,
    /// Number of the edit and how often, the most frequent first.
    edits: Vec<(u8, usize)>,
}

impl Seen {
    fn of(treebank: &Treebank) -> Self {
        let mut counts: BTreeMap<Edit, usize> = BTreeMap::new();
        let mut words: BTreeMap<(String, u64, bool), BTreeMap<Edit, usize>> = BTreeMap::new();
        for word in treebank.iter().flat_map(|sentence| &sentence.words) {
            if word.lemma == "_" && word.form != "_" {
                continue;
            }
            let form = word.form.replace(['’', '‘', 'ʼ', '`'], "'");
            let lower = form.to_lowercase();
            let clitic = word.clitic && lower.starts_with('\'') || lower == "n't";
            let edit = Edit::between(&form, &word.lemma);
            *counts.entry(edit.clone()).or_default() += 1;
            let key = (lower, tag_key(word.upos, word.xpos), clitic);
            *words.entry(key).or_default().entry(edit).or_default() += 1;
        }
        let mut edits: Vec<(Edit, usize)> = counts.into_iter().collect();
        edits.sort_by(|one, other| other.1.cmp(&one.1).then(one.0.cmp(&other.0)));
        let edits: Vec<Edit> = edits.into_iter().take(MOST_EDITS).map(|(edit, _)| edit).collect();
        let words = words.into_iter().map(|((lower, tag, clitic), found)| {
            let mut numbers: Vec<(u8, usize)> = found
                .into_iter()
                .filter_map(|(edit, count)| {
                    Some((edits.iter().position(|known| *known == edit)? as u8, count))
                })
                .collect();
            numbers.sort_by(|one, other| other.1.cmp(&one.1).then(one.0.cmp(&other.0)));
            Item { lower, tag, clitic, edits: numbers }
        });
        Self { words: words.collect(), edits }
    }

    fn rules(&self) -> Vec<(u32, u8)> {
        let mut endings: BTreeMap<u32, BTreeMap<u8, usize>> = BTreeMap::new();
        for item in self.words.iter().filter(|item| !item.clitic) {
            if let Some(&(edit, _)) = item.edits.first() {
                // Each word counts once: the frequent ones are the irregular ones.
                for key in ending_keys(&item.lower, item.tag) {
                    *endings.entry(key).or_default().entry(edit).or_default() += 1;
                }
            }
        }
        let mut rules: BTreeMap<u32, u8> = BTreeMap::new();
        // From the shortest ending to the longest: one that says the same as its tail is left out.
        for item in self.words.iter().filter(|item| !item.clitic) {
            let keys: Vec<u32> = ending_keys(&item.lower, item.tag).collect();
            let mut last = None;
            for key in keys.into_iter().rev() {
                let Some(counts) = endings.get(&key) else { continue };
                let Some((&edit, &count)) =
                    counts.iter().max_by_key(|&(edit, count)| (*count, 255 - *edit))
                else {
                    continue;
                };
                let sum: usize = counts.values().sum();
                if last.is_none() || Some(edit) != last && sum >= 3 && count * 10 > sum * 6 {
                    rules.insert(key, edit);
                    last = Some(edit);
                } else if let Some(&known) = rules.get(&key) {
                    last = Some(known);
                }
            }
        }
        let by_endings = Lemmas {
            edits: self.edits.clone(),
            rules: rules.iter().map(|(&key, &edit)| (key, edit)).collect(),
        };
        for item in &self.words {
            let Some(&(edit, _)) = item.edits.first() else { continue };
            let predicted = ending_keys(&item.lower, item.tag).find_map(|key| {
                let at = by_endings.rules.binary_search_by_key(&key, |&(known, _)| known).ok()?;
                Some(by_endings.rules[at].1)
            });
            if item.clitic || predicted != Some(edit) {
                rules.insert(word_key(&item.lower, item.tag, item.clitic), edit);
            }
        }
        rules.into_iter().collect()
    }
}

fn pack(lemmas: &Lemmas) -> Vec<u8> {
    let mut bytes = Vec::new();
    write_number(&mut bytes, lemmas.edits.len() as u32);
    for edit in &lemmas.edits {
        write_number(&mut bytes, edit.case as u32);
        write_number(&mut bytes, edit.cut as u32);
        write_number(&mut bytes, edit.add.len() as u32);
        bytes.extend(edit.add.as_bytes());
    }
    write_number(&mut bytes, lemmas.rules.len() as u32);
    let mut last = 0;
    for &(key, edit) in &lemmas.rules {
        write_number(&mut bytes, key - last);
        write_number(&mut bytes, u32::from(edit));
        last = key;
    }
    bytes
}
