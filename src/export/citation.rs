//! The article's own metadata for reference managers: BibTeX, RIS and CSL-JSON.

use biblatex::{Bibliography, Chunk, Entry, EntryType, Spanned};
use serde_json::{Map, Value, json};

use super::Article;

/// The names in a byline, in its order: `Jane Doe and Ana Ruiz, in Riga` gives two.
fn authors(article: Article<'_>) -> Vec<String> {
    let byline = article.document.meta.byline.as_deref().unwrap_or_default();
    let byline =
        byline.strip_prefix("By ").or_else(|| byline.strip_prefix("by ")).unwrap_or(byline);
    let names = byline.split([',', ';']).flat_map(|part| part.split(" and ")).map(str::trim);
    // A part without a capital is a place or an office, not a name.
    names.filter(|name| name.starts_with(char::is_uppercase)).map(str::to_owned).collect()
}

/// Surname and given names, where the name has both.
fn parts(name: &str) -> (&str, &str) {
    name.rsplit_once(' ').map_or((name, ""), |(given, family)| (family, given))
}

/// Surname of the first author, year, first long word of the title: `lindqvist2026stalled`.
fn key(article: Article<'_>) -> String {
    let author = authors(article).first().map(|name| parts(name).0.to_owned()).unwrap_or_default();
    let year =
        article.document.meta.published.map(|date| date.year().to_string()).unwrap_or_default();
    let word =
        article.title().split(|c: char| !c.is_alphanumeric()).find(|word| word.chars().count() > 4);
    let key = format!("{author}{year}{}", word.unwrap_or("article"));
    key.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_ascii_lowercase()
}

pub fn bibtex(article: Article<'_>) -> String {
    let meta = &article.document.meta;
    let mut entry = Entry::new(key(article), EntryType::Article);
    // Verbatim: a title keeps its capitals.
    let mut set = |name: &str, value: String, verbatim: bool| {
        let chunk = if verbatim { Chunk::Verbatim(value) } else { Chunk::Normal(value) };
        entry.set(name, vec![Spanned::zero(chunk)]);
    };
    set("title", article.title().to_owned(), true);
    if let Some(publisher) = &meta.publisher {
        set("journal", publisher.clone(), true);
    }
    if let Some(date) = meta.published {
        set("year", date.year().to_string(), false);
        set("month", date.month().to_string(), false);
        set("day", date.day().to_string(), false);
    }
    let mut authors_field = Vec::new();
    for name in authors(article) {
        if !authors_field.is_empty() {
            authors_field.push(Spanned::zero(Chunk::Normal(" and ".to_owned())));
        }
        authors_field.push(Spanned::zero(match parts(&name) {
            // One word is no person: an agency, which has no given name.
            (family, "") => Chunk::Verbatim(family.to_owned()),
            (family, given) => Chunk::Normal(format!("{family}, {given}")),
        }));
    }
    if !authors_field.is_empty() {
        entry.set("author", authors_field);
    }
    let mut bibliography = Bibliography::new();
    bibliography.insert(entry);
    bibliography.to_bibtex_string().trim().to_owned() + "\n"
}

pub fn ris(article: Article<'_>) -> String {
    let meta = &article.document.meta;
    let mut lines = vec![("TY", "NEWS".to_owned()), ("TI", article.title().to_owned())];
    for name in authors(article) {
        let (family, given) = parts(&name);
        lines.push(("AU", format!("{family}, {given}").trim_end_matches(", ").to_owned()));
    }
    if let Some(publisher) = &meta.publisher {
        lines.push(("T2", publisher.clone()));
    }
    if let Some(date) = meta.published {
        lines.push(("PY", date.year().to_string()));
        lines.push(("DA", date.strftime("%Y/%m/%d/").to_string()));
    }
    if let Some(language) = &meta.language {
        lines.push(("LA", language.clone()));
    }
    lines.push(("ER", String::new()));
    lines.iter().fold(String::new(), |out, (tag, value)| out + &format!("{tag}  - {value}\r\n"))
}

pub fn csl(article: Article<'_>) -> String {
    let meta = &article.document.meta;
    let mut fields = Map::new();
    fields.insert("id".into(), json!(key(article)));
    fields.insert("type".into(), json!("article-newspaper"));
    fields.insert("title".into(), json!(article.title()));
    let names: Vec<Value> = authors(article)
        .iter()
        .map(|name| match parts(name) {
            (family, "") => json!({ "literal": family }),
            (family, given) => json!({ "family": family, "given": given }),
        })
        .collect();
    if !names.is_empty() {
        fields.insert("author".into(), json!(names));
    }
    if let Some(publisher) = &meta.publisher {
        fields.insert("container-title".into(), json!(publisher));
    }
    if let Some(date) = meta.published {
        fields.insert(
            "issued".into(),
            json!({ "date-parts": [[date.year(), date.month(), date.day()]] }),
        );
    }
    if let Some(language) = &meta.language {
        fields.insert("language".into(), json!(language));
    }
    serde_json::to_string_pretty(&json!([fields])).unwrap_or_default() + "\n"
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;
    use crate::briefing::Briefing;
    use crate::document::{Document, Meta};
    use crate::testing::document;

    fn sample(byline: &str) -> (Document, Briefing) {
        let mut document = document("Some text.");
        document.meta = Meta {
            title: Some("Rates & {Rules} 100 % up".to_owned()),
            byline: Some(byline.to_owned()),
            publisher: Some("The Post".to_owned()),
            published: Some(jiff::civil::date(2026, 3, 12)),
            language: Some("en".to_owned()),
        };
        (document, Briefing::default())
    }

    fn article<'a>(document: &'a Document, briefing: &'a Briefing) -> Article<'a> {
        Article { document, briefing, file: "x", elapsed: Duration::ZERO, corrected: &[] }
    }

    #[track_caller]
    fn check_authors(byline: &str, expected: &[&str]) {
        let (document, briefing) = sample(byline);
        let article = article(&document, &briefing);
        assert_eq!(authors(article), expected);
    }

    #[test]
    fn a_byline_names_its_authors() {
        check_authors("By Jane Doe", &["Jane Doe"]);
        check_authors("Jane Doe and Ana Ruiz, correspondents", &["Jane Doe", "Ana Ruiz"]);
    }

    #[test]
    fn bibtex_reads_back() {
        let (document, briefing) = sample("Jane Doe");
        let article = article(&document, &briefing);
        let read = Bibliography::parse(&bibtex(article)).unwrap();
        let entry = read.get("doe2026rates").unwrap();
        let title: String =
            entry.title().unwrap().iter().map(|chunk| chunk.v.get().to_owned()).collect();
        assert_eq!(title, "Rates & {Rules} 100 % up");
        assert_eq!(entry.author().unwrap()[0].name, "Doe");
    }

    #[test]
    fn an_agency_has_no_given_name() {
        let (document, briefing) = sample("Reuters and Ana Ruiz");
        let article = article(&document, &briefing);
        let written = bibtex(article);
        assert!(written.contains("author = {{Reuters} and Ruiz, Ana}"), "{written}");
        let read = Bibliography::parse(&written).unwrap();
        let authors = read.iter().next().unwrap().author().unwrap();
        let names: Vec<(&str, &str)> =
            authors.iter().map(|author| (&*author.name, &*author.given_name)).collect();
        assert_eq!(names, [("Reuters", ""), ("Ruiz", "Ana")]);
    }
}
