//! What a web page says about its article: title, author, date, publisher, language.
//!
//! In our order of trust: JSON-LD, the article's meta tags, what stands by the headline, the address, a
//! visible date. Publication beats modification. Visible text is asked last, by `super`.

use dom_query::Document as Page;
use jiff::civil::Date;
use serde_json::Value;

use crate::document::Meta;
use crate::read::{byline, date, roles};
use crate::text::one_line;

pub(super) struct PageMeta {
    pub(super) meta: Meta,
    /// Every title that the page gives, the likeliest first.
    pub(super) titles: Vec<String>,
}

pub(super) fn read(page: &Page) -> PageMeta {
    let entries = linked_data(page);
    let article = entries.iter().find(|entry| is_article(entry));
    let tags = Tags(page);
    let address = tags.address();
    let publisher = tags
        .first(&["og:site_name", "application-name"])
        .or_else(|| article.and_then(|entry| name_of(entry.get("publisher")?)))
        .or_else(|| {
            tags.first(&["publisher", "dc.publisher", "citation_journal_title", "twitter:site"])
                .filter(|name| !name.starts_with('@'))
        })
        .map(|name| site_name(&name).to_owned());
    let titles = titles(page, &tags, article, publisher.as_deref());
    let meta = Meta {
        title: titles.first().cloned(),
        byline: author(&tags, article),
        published: published(&tags, &entries, article, address.as_deref()),
        language: language(page, &tags),
        publisher,
    };
    PageMeta { meta, titles }
}

/// `The Lantern` of `The Lantern | News of the bay`, `lantern.example` of `https://www.lantern.example`.
fn site_name(name: &str) -> &str {
    let address = name.strip_prefix("https://").or_else(|| name.strip_prefix("http://"));
    if let Some(address) = address {
        let host = address.split('/').next().unwrap_or(address);
        return host.strip_prefix("www.").unwrap_or(host);
    }
    [" | ", " – ", " — ", " - "]
        .iter()
        .filter_map(|mark| Some(name.split_once(mark)?.0.trim()))
        .min_by_key(|before| before.len())
        .filter(|before| !before.is_empty())
        .unwrap_or(name)
}

/// All objects of the page's JSON-LD, nested ones too.
fn linked_data(page: &Page) -> Vec<Value> {
    let mut entries = Vec::new();
    for script in page.select("script[type='application/ld+json']").nodes() {
        let text = script.text();
        let text = text
            .trim()
            .trim_start_matches("<!--")
            .trim_end_matches("-->")
            .trim()
            .trim_end_matches(';');
        // Line breaks inside strings are common and not allowed.
        let value = serde_json::from_str::<Value>(text)
            .or_else(|_| serde_json::from_str(&text.replace(['\n', '\r', '\t'], " ")));
        if let Ok(value) = value {
            collect(value, &mut entries, 0);
        }
    }
    entries
}

fn collect(value: Value, entries: &mut Vec<Value>, depth: usize) {
    if depth > 4 || entries.len() > 500 {
        return;
    }
    match value {
        Value::Array(items) => items.into_iter().for_each(|item| collect(item, entries, depth + 1)),
        Value::Object(mut fields) => {
            for key in ["@graph", "mainEntity", "mainEntityOfPage"] {
                if let Some(inner @ (Value::Array(_) | Value::Object(_))) = fields.get(key).cloned()
                {
                    if key == "@graph" {
                        fields.remove(key);
                    }
                    collect(inner, entries, depth + 1);
                }
            }
            entries.push(Value::Object(fields));
        }
        _ => {}
    }
}

fn types_of(entry: &Value) -> Vec<&str> {
    match entry.get("@type") {
        Some(Value::String(one)) => vec![one],
        Some(Value::Array(all)) => all.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    }
}

fn is_article(entry: &Value) -> bool {
    types_of(entry).iter().any(|name| {
        name.ends_with("Article")
            || name.ends_with("Posting")
            || matches!(*name, "Report" | "Review" | "CreativeWork" | "Recipe" | "HowTo")
    }) && (entry.get("headline").is_some()
        || entry.get("datePublished").is_some()
        || entry.get("author").is_some())
}

/// The `name` of a person or organization, or of each in a list.
fn name_of(value: &Value) -> Option<String> {
    let name = match value {
        Value::String(name) => name.clone(),
        Value::Object(fields) => match fields.get("name")? {
            Value::String(name) => name.clone(),
            Value::Array(names) => {
                names.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(", ")
            }
            _ => return None,
        },
        Value::Array(items) => {
            let mut names: Vec<String> = Vec::new();
            for name in items.iter().filter_map(name_of) {
                if !names.contains(&name) {
                    names.push(name);
                }
            }
            names.join(", ")
        }
        _ => return None,
    };
    let name = clean(&name);
    (!name.is_empty() && !name.contains("://")).then_some(name)
}

struct Tags<'a>(&'a Page);

impl Tags<'_> {
    /// The content of the first of these meta tags that the page has.
    fn first(&self, names: &[&str]) -> Option<String> {
        names.iter().find_map(|name| self.all(name).into_iter().next())
    }

    fn all(&self, name: &str) -> Vec<String> {
        ["name", "property", "itemprop", "http-equiv"]
            .iter()
            .flat_map(|attribute| {
                self.0.select(&format!("meta[{attribute}='{name}' i]")).nodes().to_vec()
            })
            .filter_map(|node| node.attr("content"))
            .map(|content| clean(&content))
            .filter(|content| !content.is_empty())
            .collect()
    }

    fn address(&self) -> Option<String> {
        let canonical = self
            .0
            .select_single("link[rel='canonical' i]")
            .attr("href")
            .map(|href| href.to_string());
        canonical.into_iter().chain(self.first(&["og:url"])).find(|address| address.contains("://"))
    }
}

fn titles(
    page: &Page,
    tags: &Tags<'_>,
    article: Option<&Value>,
    publisher: Option<&str>,
) -> Vec<String> {
    let headline = article.and_then(|entry| entry.get("headline")?.as_str()).map(clean);
    let shared = tags.first(&["og:title", "twitter:title", "dc.title", "citation_title"]);
    let head = clean(&page.select_single("head title, title").text());
    let mut headings: Vec<String> = page
        .select("h1")
        .nodes()
        .iter()
        .map(|node| clean(&node.text()))
        .filter(|text| text.chars().count() > 3)
        .collect();
    headings.dedup();
    let key = roles::letters;
    // Many sites set their own name as a heading above each article.
    let site = without_site(&head, publisher);
    let site = head.get(site.len()..).map(&key).filter(|name| !name.is_empty());
    let is_site = |heading: &String| {
        let heading = key(heading);
        site.as_ref() == Some(&heading) || publisher.is_some_and(|name| key(name) == heading)
    };
    headings.retain(|heading| !is_site(heading));
    // A heading that the page's title starts with is the headline as the reader sees it.
    let known: Vec<String> =
        headline.iter().chain(&shared).chain([&head]).map(|title| key(title)).collect();
    let seen = headings.iter().find(|heading| {
        let heading = key(heading);
        heading.len() > 8
            && known.iter().any(|title| {
                title.starts_with(&heading) || heading.starts_with(title) && title.len() > 8
            })
    });
    let mut titles: Vec<String> = Vec::new();
    let candidates = seen
        .cloned()
        .into_iter()
        .chain(headline)
        .chain(shared.map(|title| without_site(&title, publisher)))
        .chain((headings.len() == 1).then(|| headings.first().cloned()).flatten())
        .chain([without_site(&head, publisher)]);
    for title in candidates.filter(|title| !title.is_empty()) {
        if !titles.contains(&title) {
            titles.push(title);
        }
    }
    titles
}

/// `The vote in full | The Daily Lantern` without the paper.
fn without_site(title: &str, publisher: Option<&str>) -> String {
    for mark in [" | ", " – ", " — ", " - ", " · ", " • ", " » ", " :: "] {
        if let Some((before, after)) = title.rsplit_once(mark) {
            let is_site = publisher.is_some_and(|name| {
                let (name, after) = (roles::letters(name), roles::letters(after));
                name.contains(&after) || after.contains(&name)
            });
            let short =
                after.split_whitespace().count() <= 4 && before.split_whitespace().count() >= 3;
            if is_site
                || (short && mark != " - " && mark != " – " && mark != " — ")
                || (short && publisher.is_none())
            {
                return before.trim().to_owned();
            }
        }
    }
    title.to_owned()
}

fn author(tags: &Tags<'_>, article: Option<&Value>) -> Option<String> {
    let from_data =
        article.and_then(|entry| name_of(entry.get("author").or_else(|| entry.get("creator"))?));
    let mut tagged = tags.all("author");
    tagged.extend(tags.all("article:author"));
    tagged.extend(tags.all("byl"));
    tagged.extend(tags.all("dc.creator"));
    tagged.extend(tags.all("parsely-author"));
    tagged.extend(tags.all("sailthru.author"));
    // What a shared link shows beside its card.
    for number in ["1", "2"] {
        let label = tags.first(&[&format!("twitter:label{number}")]).unwrap_or_default();
        if label.eq_ignore_ascii_case("written by") {
            tagged.extend(tags.all(&format!("twitter:data{number}")));
        }
    }
    let citation = tags.all("citation_author").join(", ");
    from_data
        .into_iter()
        .chain(tagged)
        .chain([citation])
        .filter(|name| !name.contains("://") && !name.starts_with('@'))
        .find_map(|name| author_names(&name))
}

/// The names of people in an author field, or `None` when it names nobody.
pub(super) fn author_names(field: &str) -> Option<String> {
    let mut names = field.trim();
    for opening in ["By ", "by ", "BY ", "Author: ", "Author ", "Written by ", "Posted by ", "Von "]
    {
        names = names.strip_prefix(opening).unwrap_or(names);
    }
    let names = byline::clean(names)?;
    let key = roles::letters(&names);
    let nobody = matches!(
        key.as_str(),
        "admin"
            | "administrator"
            | "staff"
            | "editor"
            | "author"
            | "user"
            | "guest"
            | "root"
            | "webmaster"
            | "none"
            | "null"
            | "unknown"
    );
    (!nobody && names.chars().count() <= 200 && key.chars().any(char::is_alphabetic))
        .then_some(names)
}

fn published(
    tags: &Tags<'_>,
    entries: &[Value],
    article: Option<&Value>,
    address: Option<&str>,
) -> Option<Date> {
    let in_data =
        |entry: &Value, key: &str| entry.get(key).and_then(Value::as_str).and_then(date::find);
    article
        .and_then(|entry| in_data(entry, "datePublished"))
        .or_else(|| {
            let names = [
                "article:published_time",
                "og:published_time",
                "datePublished",
                "article.published",
                "published_time",
                "parsely-pub-date",
                "sailthru.date",
                "pubdate",
                "publishdate",
                "publish-date",
                "publish_date",
                "publication_date",
                "date",
                "dc.date",
                "dc.date.issued",
                "dcterms.created",
                "dcterms.date",
                "article:published",
                "cxenseparse:recs:publishtime",
                "citation_publication_date",
                "citation_date",
                "article_date_original",
                "originalpublicationdate",
                "rnews:datepublished",
                "pdate",
                "ptime",
                "dcterms.issued",
            ];
            names
                .iter()
                .find_map(|name| tags.all(name).iter().find_map(|content| date::find(content)))
        })
        .or_else(|| entries.iter().find_map(|entry| in_data(entry, "datePublished")))
        .or_else(|| article.and_then(|entry| in_data(entry, "dateCreated")))
        .or_else(|| {
            let node = tags.0.select_single("[itemprop='datePublished']");
            let value = node
                .attr("content")
                .or_else(|| node.attr("datetime"))
                .unwrap_or_else(|| node.text());
            date::find(&value)
        })
        .or_else(|| address.and_then(date::find_in_address))
}

fn language(page: &Page, tags: &Tags<'_>) -> Option<String> {
    let declared = page
        .select_single("html")
        .attr("lang")
        .or_else(|| page.select_single("html").attr("xml:lang"));
    declared
        .map(|lang| lang.trim().to_owned())
        .filter(|lang| !lang.is_empty())
        .or_else(|| tags.first(&["content-language", "og:locale"]))
        .map(|lang| lang.replace('_', "-"))
}

/// One line, entities that were escaped twice undone.
fn clean(text: &str) -> String {
    let text = one_line(text);
    if !text.contains('&') {
        return text;
    }
    let pairs = [
        ("&#038;", "&"),
        ("&amp;", "&"),
        ("&#8217;", "’"),
        ("&#8216;", "‘"),
        ("&#8220;", "“"),
        ("&#8221;", "”"),
        ("&#8211;", "–"),
        ("&#8212;", "—"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&#039;", "'"),
        ("&#x27;", "'"),
        ("&nbsp;", " "),
        ("&rsquo;", "’"),
        ("&lsquo;", "‘"),
        ("&ldquo;", "“"),
        ("&rdquo;", "”"),
        ("&ndash;", "–"),
        ("&mdash;", "—"),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&hellip;", "…"),
        ("&#8230;", "…"),
    ];
    pairs.iter().fold(text, |text, (entity, character)| text.replace(entity, character))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_of_a_site_is_no_title() {
        let blog = "<html><head><title>A short guide to votes • Jo Lee</title></head>\
            <body><h1>Jo Lee</h1><p>Votes are counted.</p></body></html>";
        let found = read(&Page::from(blog)).meta;
        assert_eq!(found.title.as_deref(), Some("A short guide to votes"));
    }

    #[test]
    fn a_site_is_named_without_its_slogan() {
        assert_eq!(site_name("The Lantern | News of the bay"), "The Lantern");
        assert_eq!(site_name("The Lantern – the bay’s daily | News"), "The Lantern");
        assert_eq!(site_name("https://www.lantern.example/home"), "lantern.example");
        assert_eq!(site_name("Al-Lantern"), "Al-Lantern");
    }

    #[test]
    fn linked_data_comes_first() {
        let page = Page::from(
            "<html lang=en-GB><head><title>The vote | The Lantern</title><meta property=og:site_name content='The Lantern'>\
             <meta name=author content=admin><meta property=article:modified_time content=2024-04-01>\
             <script type=application/ld+json>{\"@graph\":[{\"@type\":\"WebPage\"},{\"@type\":[\"NewsArticle\"],\"headline\":\"The vote &amp; after\",\
             \"author\":[{\"name\":\"Jo Lee\"},{\"name\":\"Ana María Ruiz\"}],\"datePublished\":\"2024-03-12T10:00Z\"}]}</script></head><h1>x</h1></html>",
        );
        let found = read(&page).meta;
        assert_eq!(found.title.as_deref(), Some("The vote & after"));
        assert_eq!(found.byline.as_deref(), Some("Jo Lee, Ana María Ruiz"));
        assert_eq!(found.published, Some(jiff::civil::date(2024, 3, 12)));
        assert_eq!(found.publisher.as_deref(), Some("The Lantern"));
        assert_eq!(found.language.as_deref(), Some("en-GB"));
    }

    #[test]
    fn a_page_that_says_nothing_gives_nothing() {
        let found = read(&Page::from("<p>Text</p>")).meta;
        assert_eq!(found, Meta::default());
    }
}
