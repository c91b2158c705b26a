//! Who is heard in the article, in counts: quoted in their own words, reported, or only talked about.

use std::collections::BTreeMap;

use super::{ActorId, Briefing, Evidence, Form, Holder, Position};
use crate::document::Document;
use crate::text::TextRange;

/// Somebody who is heard in the article or talked about in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Voice {
    pub whose: Whose,
    /// The actor's name, or the words by which the article names its source.
    pub name: String,
    /// Positions given in their own words, whole or in part.
    pub quoted: usize,
    /// Positions given in the article's words.
    pub reported: usize,
    /// Positions of others that name them.
    pub talked_about: usize,
    pub evidence: Evidence,
}

/// Whose voice it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose {
    Actor(ActorId),
    /// A source that the article does not name, or that is not listed.
    Unnamed,
    Author,
}

impl Voice {
    /// Whether anything is said in this voice, rather than only about it.
    pub fn is_heard(&self) -> bool {
        self.quoted + self.reported > 0
    }

    /// `quoted 3 times, reported once; talked about in 2 positions of others`.
    pub fn counts(&self) -> String {
        if self.whose == Whose::Author {
            return format!("judgements of the article’s own: {}", self.quoted + self.reported);
        }
        let times = |what: &str, n: usize| match n {
            0 => None,
            1 => Some(format!("{what} once")),
            2 => Some(format!("{what} twice")),
            n => Some(format!("{what} {n} times")),
        };
        let heard = [times("quoted", self.quoted), times("reported", self.reported)];
        let heard: Vec<String> = heard.into_iter().flatten().collect();
        let silent = if heard.is_empty() { "not heard, " } else { "" };
        let talked = match self.talked_about {
            0 => None,
            1 => Some(format!("{silent}talked about in a position of others")),
            n => Some(format!("{silent}talked about in {n} positions of others")),
        };
        let heard = (!heard.is_empty()).then(|| heard.join(", "));
        [heard, talked].into_iter().flatten().collect::<Vec<_>>().join("; ")
    }
}

/// How many are heard by name and without one, and how many are only talked about: `3 named, 1 unnamed, 2 only
/// talked about`.
pub fn summed_up(voices: &[Voice]) -> String {
    let count = |wanted: fn(&&Voice) -> bool| voices.iter().filter(wanted).count();
    let parts = [
        (count(|v| v.is_heard() && matches!(v.whose, Whose::Actor(_))), "named"),
        (count(|v| v.whose == Whose::Unnamed), "unnamed"),
        (count(|v| !v.is_heard()), "only talked about"),
    ];
    let parts = parts.iter().filter(|(n, _)| *n > 0).map(|(n, what)| format!("{n} {what}"));
    parts.collect::<Vec<_>>().join(", ")
}

impl Whose {
    pub fn name(self) -> &'static str {
        match self {
            Self::Actor(_) => "actor",
            Self::Unnamed => "unnamed",
            Self::Author => "author",
        }
    }
}

/// Below this somebody who is not heard is only mentioned.
const MIN_SALIENCE: f32 = 0.25;

/// Places that show a voice; more would repeat the positions.
const MAX_PLACES: usize = 3;

#[derive(Default)]
struct Counts {
    quoted: usize,
    reported: usize,
    name: String,
    places: Vec<TextRange>,
}

/// Who is heard most comes first; then those who are only talked about.
pub(super) fn of(document: &Document, briefing: &Briefing) -> Vec<Voice> {
    let Briefing { actors, positions, .. } = briefing;
    let mut heard: BTreeMap<(u8, usize, String), Counts> = BTreeMap::new();
    for position in positions {
        let key = match position.holder {
            Holder::Actor(id) => (0, id.0, String::new()),
            // "Two officials" at the start of a sentence are the "two officials" of another.
            Holder::Unnamed => (1, 0, label(document, position).to_lowercase()),
            Holder::Author => (2, 0, String::new()),
        };
        let counts = heard.entry(key).or_default();
        if counts.name.is_empty() && position.holder == Holder::Unnamed {
            counts.name = label(document, position);
        }
        if position.form == Form::Indirect {
            counts.reported += 1;
        } else {
            counts.quoted += 1;
        }
        let place = position.source.unwrap_or_else(|| position.evidence.first());
        if counts.places.len() < MAX_PLACES {
            counts.places.push(place);
        }
    }
    let talked = |id: ActorId| {
        let others = |position: &&Position| {
            position.holder != Holder::Actor(id) && position.about.contains(&id)
        };
        positions.iter().filter(others).count()
    };
    let mut voices: Vec<Voice> = heard
        .into_iter()
        .filter_map(|((rank, idx, _), counts)| {
            let id = ActorId(idx);
            let (whose, name, talked_about) = match rank {
                0 => (Whose::Actor(id), actors.get(id.0)?.name.clone(), talked(id)),
                1 => (Whose::Unnamed, counts.name.clone(), 0),
                _ => (Whose::Author, "The author".to_owned(), 0),
            };
            let evidence = Evidence::new(counts.places)?;
            let Counts { quoted, reported, .. } = counts;
            Some(Voice { whose, name, quoted, reported, talked_about, evidence })
        })
        .collect();
    voices.sort_by_key(|voice| std::cmp::Reverse((voice.quoted + voice.reported, voice.quoted)));
    let silent = actors.iter().enumerate().filter(|(idx, actor)| {
        actor.salience >= MIN_SALIENCE
            && !positions.iter().any(|position| position.holder == Holder::Actor(ActorId(*idx)))
    });
    let mut silent: Vec<Voice> = silent
        .map(|(idx, actor)| Voice {
            whose: Whose::Actor(ActorId(idx)),
            name: actor.name.clone(),
            quoted: 0,
            reported: 0,
            talked_about: talked(ActorId(idx)),
            evidence: actor.evidence.clone(),
        })
        .filter(|voice| voice.talked_about > 0)
        .collect();
    silent.sort_by_key(|voice| std::cmp::Reverse(voice.talked_about));
    voices.extend(silent);
    voices
}

/// The words that name a source without a name, without their article.
fn label(document: &Document, position: &Position) -> String {
    let Some(source) = position.source else { return "nobody named".to_owned() };
    let mut words: Vec<&str> = source.slice(document.text()).split_whitespace().collect();
    // "party leaders, who", "most (and nearly all of the men": the clause that follows is not their name.
    let opened = words.iter().rposition(|word| word.starts_with('('));
    if let Some(opened) = opened.filter(|&at| !words[at..].iter().any(|word| word.contains(')'))) {
        words.truncate(opened);
    }
    let goes_on = |word: &str| {
        RELATIVES.contains(&word) || matches!(word, "and" | "or" | "of" | "in" | "—" | "–" | "-")
    };
    while words.len() > 1 && words.last().is_some_and(|word| goes_on(word)) {
        words.pop();
    }
    // "and party officials", which the tree took for one alone.
    while words.len() > 1 && matches!(words[0], "and" | "or" | "but") {
        words.remove(0);
    }
    if let Some(last) = words.last_mut() {
        *last = last.trim_end_matches([',', ';', ':', '—', '–']);
    }
    // "They say", "those who want": nobody in particular.
    if words.len() == 1 && words.iter().any(|word| is_pronoun(word)) {
        return "nobody named".to_owned();
    }
    let article = words.first().is_some_and(|first| {
        words.len() > 1 && ["the", "a", "an"].iter().any(|word| first.eq_ignore_ascii_case(word))
    });
    words.get(usize::from(article)..).unwrap_or_default().join(" ")
}

const RELATIVES: &[&str] = &["who", "whom", "whose", "that", "which"];

fn is_pronoun(word: &str) -> bool {
    [
        "who", "whose", "that", "which", "they", "those", "these", "we", "it", "he", "she", "one",
        "some", "many", "others", "what", "this", "i", "you", "their", "his", "her", "its", "our",
        "my",
    ]
    .iter()
    .any(|pronoun| word.eq_ignore_ascii_case(pronoun))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::briefing::brief;
    use crate::testing;

    #[test]
    fn who_is_quoted_reported_and_talked_about_is_counted() {
        let document = testing::document(
            "Prime Minister Anna Okafor met President Paul Reyes in Lisbon on Monday.\n\n\
             Okafor said that Reyes had broken the pact. “He lied to us,” Okafor said. \
             Two officials said that Reyes would resign.",
        );
        let voices = of(&document, &brief(&document));
        let line = |voice: &Voice| {
            format!("{}: {} {} {}", voice.name, voice.quoted, voice.reported, voice.talked_about)
        };
        let lines: Vec<String> = voices.iter().map(line).collect();
        assert!(lines.contains(&"Anna Okafor: 1 1 0".to_owned()), "{lines:?}");
        assert!(lines.iter().any(|line| line.starts_with("Two officials: 0 1")), "{lines:?}");
        assert!(lines.iter().any(|line| line.starts_with("Paul Reyes: 0 0")), "{lines:?}");
        assert_eq!(summed_up(&voices), "1 named, 1 unnamed, 1 only talked about");
    }

    #[test]
    fn a_source_is_called_by_its_noun_alone() {
        let document = testing::document(
            "The pact rests on the port’s owners, who said that the quay would close in May.",
        );
        let voices = of(&document, &brief(&document));
        let names: Vec<&str> = voices.iter().map(|voice| voice.name.as_str()).collect();
        assert_eq!(names, ["port’s owners"]);
    }
}
