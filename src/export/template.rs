//! House formats: the same items put into a template (Jinja) that a user can edit.
//!
//! `docs/templates.md` names what a template may use. Where templates lie is for `templates` to say.

use minijinja::syntax::SyntaxConfig;
use minijinja::value::Serde;
use minijinja::{AutoEscape, Environment, UndefinedBehavior, Value};
use serde_json::{Value as Json, json};

use super::Article;
use super::sections::{Entry, byline, entry, place};
use super::text::{quoted, unquoted};
use crate::briefing::{Holder, Item};
use crate::error::Error;

/// A template and what it is called, `note.md`: the ending is that of what it makes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Template {
    pub name: String,
    pub source: String,
}

impl Template {
    /// The article's items in this template; the error names the template and its line.
    pub fn write(&self, article: Article<'_>) -> Result<String, Error> {
        let mut environment = Environment::new();
        let syntax = SyntaxConfig::builder()
            .trim_blocks(true)
            .lstrip_blocks(true)
            .keep_trailing_newline(true)
            .build()
            .map_err(|error| self.explained(&error))?;
        environment.set_syntax(syntax);
        // A name that is misspelt is an error, not a gap on the page.
        environment.set_undefined_behavior(UndefinedBehavior::SemiStrict);
        let escape = if self.extension().starts_with("htm") || self.extension() == "xml" {
            AutoEscape::Html
        } else {
            AutoEscape::None
        };
        environment.set_auto_escape_callback(move |_| escape.clone());
        environment
            .template_from_named_str(&self.name, &self.source)
            .and_then(|template| template.render(Value::from(Serde(items(article)))))
            .map_err(|error| self.explained(&error))
    }

    /// Of what it makes, without the dot.
    pub fn extension(&self) -> &str {
        self.name.rsplit_once('.').map_or("txt", |(_, extension)| extension)
    }

    fn explained(&self, error: &minijinja::Error) -> Error {
        let line = error.line().map_or_else(String::new, |line| format!(", line {line}"));
        let what = error.detail().map_or_else(|| error.kind().to_string(), str::to_owned);
        Error::Template(format!("{}{line}: {what}", error.name().unwrap_or(&self.name)))
    }
}

/// The templates that come with the program.
pub fn built_in() -> Vec<Template> {
    [
        ("note.md", include_str!("../../assets/templates/note.md.jinja")),
        ("bulletin.txt", include_str!("../../assets/templates/bulletin.txt.jinja")),
        ("questions.md", include_str!("../../assets/templates/questions.md.jinja")),
        ("briefing.md", include_str!("../../assets/templates/briefing.md.jinja")),
    ]
    .map(|(name, source)| Template { name: name.to_owned(), source: source.to_owned() })
    .into()
}

/// All that a template can use, in plain words.
fn items(article: Article<'_>) -> Json {
    let (briefing, meta) = (article.briefing, &article.document.meta);
    let each = |n: usize, item: fn(usize) -> Item, more: &dyn Fn(usize, &Entry) -> Json| -> Json {
        (0..n)
            .map(|idx| {
                let entry = entry(article, item(idx));
                let mut fields = json!({ "text": entry.text, "proofs": proofs(&entry) });
                if let (Some(fields), Json::Object(more)) =
                    (fields.as_object_mut(), more(idx, &entry))
                {
                    fields.extend(more);
                }
                fields
            })
            .collect()
    };
    let holder = |holder: Holder| match holder {
        Holder::Actor(id) => {
            briefing.actors.get(id.0).map(|actor| actor.name.clone()).unwrap_or_default()
        }
        Holder::Unnamed => "an unnamed source".to_owned(),
        Holder::Author => "the author".to_owned(),
    };
    json!({
        "title": article.title(),
        "byline": byline(article),
        "author": meta.byline,
        "publisher": meta.publisher,
        "published": meta.published.map(|date| date.to_string()),
        "file": article.file,
        "genre": briefing.genre.name(),
        "version": env!("CARGO_PKG_VERSION"),
        "summary": each(briefing.summary.len(), Item::Point, &|_, _| Json::Null),
        "actors": each(briefing.actors.len(), Item::Actor, &|idx, entry| {
            let actor = &briefing.actors[idx];
            json!({
                "name": actor.name, "about": entry.text, "kind": actor.kind.name(), "role": actor.role,
                "aliases": actor.aliases, "salience": actor.salience, "mentions": actor.mentions.len(),
            })
        }),
        "positions": each(briefing.positions.len(), Item::Position, &|idx, _| {
            let position = &briefing.positions[idx];
            json!({
                "holder": holder(position.holder), "act": position.act.name(), "form": position.form.name(),
                "certainty": position.certainty.name(), "salience": position.salience,
            })
        }),
        "questions": each(briefing.questions.len(), Item::Question, &|idx, _| {
            let question = &briefing.questions[idx];
            json!({ "basis": question.basis.name(), "salience": question.salience })
        }),
        "timeline": each(briefing.timeline.len(), Item::Event, &|idx, entry| {
            let event = &briefing.timeline[idx];
            json!({ "date": entry.label, "edtf": event.edtf(), "status": event.status.name() })
        }),
        "voices": each(briefing.voices.len(), Item::Voice, &|idx, _| {
            let voice = &briefing.voices[idx];
            json!({
                "name": voice.name, "voice": voice.whose.name(), "quoted": voice.quoted,
                "reported": voice.reported, "talked_about": voice.talked_about,
            })
        }),
        "figures": each(briefing.figures.len(), Item::Figure, &|_, entry| {
            json!({ "figure": entry.label })
        }),
        "left_out": each(briefing.left_out.len(), Item::LeftOut, &|_, _| Json::Null),
    })
}

fn proofs(entry: &Entry) -> Json {
    entry
        .proofs
        .iter()
        .map(|proof| {
            json!({ "quote": unquoted(&proof.quote), "quoted": quoted(&proof.quote), "paragraph": proof.paragraph, "place": place(proof) })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;
    use crate::briefing::brief;

    fn write(name: &str, source: &str) -> Result<String, Error> {
        let bytes = include_bytes!("../../assets/sample.txt");
        let document = crate::read::read_bytes(
            bytes,
            Some(std::path::Path::new("sample.txt")),
            &crate::read::Options::default(),
        )
        .unwrap();
        let briefing = brief(&document);
        let article = Article {
            document: &document,
            briefing: &briefing,
            file: "a<b>.txt",
            elapsed: Duration::ZERO,
            corrected: &[],
        };
        Template { name: name.to_owned(), source: source.to_owned() }.write(article)
    }

    #[test]
    fn every_built_in_template_can_be_filled() {
        for template in built_in() {
            let text = write(&template.name, &template.source).unwrap();
            assert!(text.contains("a<b>.txt") && !text.contains("\n\n\n"), "{text}");
            assert!(text.ends_with('\n') && text.lines().count() > 5, "{text}");
        }
    }

    #[test]
    fn errors_name_template_and_line() {
        let why = |source| write("mine.txt", source).unwrap_err().to_string();
        let syntax = why("one\ntwo {% for %}\n");
        assert!(syntax.contains("mine.txt, line 2: "), "{syntax}");
        let misspelt = why("one\n\n{{ titel }}\n");
        assert!(misspelt.contains("mine.txt, line 3: "), "{misspelt}");
        let filter = why("{{ title | shout }}");
        assert!(filter.contains("mine.txt, line 1: ") && filter.contains("shout"), "{filter}");
    }

    #[test]
    fn markup_is_escaped_where_it_is_markup() {
        assert_eq!(write("mine.html", "{{ file }}").unwrap(), "a&lt;b&gt;.txt");
        assert_eq!(write("mine.txt", "{{ file }}").unwrap(), "a<b>.txt");
    }
}
