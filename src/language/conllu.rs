//! What the engine sees, written out: CoNLL-U for tools, an indented tree for people.
//!
//! Column 10 holds `start_char` and `end_char` in code points of the document's text, end exclusive,
//! and `ner`, the name as BIOES.

use std::fmt::Write as _;

use super::{Analysis, Name, NameKind};
use crate::document::Document;
use crate::text::{CharTable, one_line};

/// The analysis in CoNLL-U.
pub fn write(document: &Document, analysis: &Analysis) -> String {
    let table = CharTable::new(document.text());
    let writer = Writer { document, analysis, table, labels: labels(analysis) };
    let mut out = String::new();
    let mut block = None;
    for (idx, sentence) in analysis.sentences.iter().enumerate() {
        if block != Some(sentence.block) {
            out.push_str("# newpar\n");
            block = Some(sentence.block);
        }
        let text = one_line(sentence.range.slice(document.text()));
        let _ = writeln!(out, "# sent_id = {}\n# text = {text}", idx + 1);
        writer.sentence(idx, &mut out);
        out.push('\n');
    }
    out
}

/// One line a word, indented by its depth in the tree.
pub fn write_tree(document: &Document, analysis: &Analysis) -> String {
    let labels = labels(analysis);
    let mut out = String::new();
    for (idx, sentence) in analysis.sentences.iter().enumerate() {
        let _ = writeln!(out, "{}", sentence.range.slice(document.text()));
        let mut left: Vec<(usize, usize)> =
            analysis.root(idx).map(|root| (root, 1)).into_iter().collect();
        while let Some((token, depth)) = left.pop() {
            let indent = "  ".repeat(depth);
            let (word, lemma) = (analysis.word(document, token), analysis.lemma(token));
            let (deprel, xpos, name) =
                (analysis.deprel(token).name(), analysis.xpos(token), &labels[token]);
            let name = if name == "O" { String::new() } else { format!(" {name}") };
            let _ = writeln!(
                out,
                "{indent}{deprel}: {word} ({lemma}, {} {xpos}){name}",
                analysis.upos(token).name()
            );
            left.extend(analysis.children(token).rev().map(|child| (child, depth + 1)));
        }
        out.push('\n');
    }
    out
}

struct Writer<'a> {
    document: &'a Document,
    analysis: &'a Analysis,
    table: CharTable,
    labels: Vec<String>,
}

impl Writer<'_> {
    fn sentence(&self, idx: usize, out: &mut String) {
        let tokens = self.analysis.sentences[idx].tokens.clone();
        for token in tokens.clone() {
            let clitic = |at: usize| tokens.contains(&at) && self.analysis.tokens[at].clitic;
            if clitic(token + 1) && !self.analysis.tokens[token].clitic {
                let last =
                    (token + 1..tokens.end).take_while(|&at| clitic(at)).last().unwrap_or(token);
                let form = self.analysis.cover(token..last + 1).slice(self.document.text());
                let (first, last_number) = (token - tokens.start + 1, last - tokens.start + 1);
                let space = self.space(last);
                let misc = if space.is_empty() { "_" } else { space };
                let _ = writeln!(out, "{first}-{last_number}\t{form}\t_\t_\t_\t_\t_\t_\t_\t{misc}");
            }
            let inside = clitic(token + 1) || self.analysis.tokens[token].clitic;
            self.word(token, tokens.start, inside, out);
        }
    }

    fn word(&self, token: usize, first: usize, inside: bool, out: &mut String) {
        let range = self.analysis.range(token);
        let text = self.document.text();
        let form = range.slice(text);
        let tag = self.analysis.tags.get(token);
        let (upos, xpos, lemma) =
            tag.map_or(("X", "FW", form), |tag| (tag.upos.name(), tag.xpos, tag.lemma.as_str()));
        // Without a parser every word hangs on the one before.
        let head = match self.analysis.arcs.get(token) {
            Some(arc) => arc.head.map_or(0, |head| head - first + 1),
            None => token - first,
        };
        let deprel = if head == 0 { "root" } else { self.analysis.deprel(token).name() };
        let start = self.table.chars_from_bytes(text, range.start());
        let end = self.table.chars_from_bytes(text, range.end());
        let space = if inside { "" } else { self.space(token) };
        let mark = if space.is_empty() { "" } else { "|" };
        let _ = writeln!(
            out,
            "{}\t{form}\t{lemma}\t{upos}\t{xpos}\t_\t{head}\t{deprel}\t_\t{space}{mark}end_char={end}|ner={}|start_char={start}",
            token - first + 1,
            self.labels[token]
        );
    }

    /// `SpaceAfter=No` where the next token follows at once.
    fn space(&self, token: usize) -> &'static str {
        let tokens = &self.analysis.tokens;
        let glued = tokens
            .get(token + 1)
            .is_some_and(|next| next.range.start() == tokens[token].range.end());
        if glued { "SpaceAfter=No" } else { "" }
    }
}

/// The name label of each word, as BIOES.
fn labels(analysis: &Analysis) -> Vec<String> {
    let mut labels = vec!["O".to_owned(); analysis.tokens.len()];
    for name in &analysis.names {
        for token in name.tokens.clone().filter(|&token| token < analysis.tokens.len()) {
            labels[token] = format!("{}-{}", position(name, token), kind(name.kind));
        }
    }
    labels
}

fn position(name: &Name, token: usize) -> char {
    match (token == name.tokens.start, token + 1 == name.tokens.end) {
        (true, true) => 'S',
        (true, false) => 'B',
        (false, true) => 'E',
        (false, false) => 'I',
    }
}

fn kind(kind: NameKind) -> &'static str {
    match kind {
        NameKind::Person => "PERSON",
        NameKind::Organization => "ORGANIZATION",
        NameKind::Place => "PLACE",
        NameKind::Group => "GROUP",
        NameKind::Other => "OTHER",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::analyze;
    use crate::testing::document;

    #[test]
    fn clitics_share_a_surface_token_and_offsets_count_characters() {
        let document = document("“Łódź” isn’t here.");
        let written = write(&document, &analyze(&document));
        assert!(written.contains("\n4-5\tisn’t\t_"), "{written}");
        assert!(written.contains("SpaceAfter=No|end_char=5|"), "{written}");
        assert!(written.contains("\tn’t\t") && written.contains("end_char=12|"), "{written}");
    }
}
