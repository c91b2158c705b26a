//! The paper, site or agency that an article stands in, which speaks of itself: `told the Courier`, `a letter seen by the
//! Courier`; and the agency whose dateline it has. It passes on what others say, and is no actor; who publishes what it does itself, as a ministry does, is one.

use crate::document::{BlockKind, Document};
use crate::language::coref::{Chain, Form, Mention};
use crate::language::{Analysis, Deprel, Sentence};
use crate::text::TextRange;

/// What is done to or with a paper.
const GIVING: &[&str] = &[
    "accord", "confirm", "e-mail", "email", "give", "leak", "obtain", "provide", "review", "see",
    "send", "share", "show", "speak", "tell", "verify", "write",
];

/// What a paper does for its own sake.
const ASKING: &[&str] = &[
    "approach",
    "ask",
    "contact",
    "learn",
    "obtain",
    "reach",
    "review",
    "see",
    "speak",
    "understand",
    "verify",
];

/// Who publishes an article.
pub(super) struct Publishers<'a> {
    document: &'a Document,
    analysis: &'a Analysis,
    /// The agency of its dateline.
    agency: Option<TextRange>,
    /// What they are called, each in words.
    names: Vec<Vec<String>>,
}

impl<'a> Publishers<'a> {
    pub(super) fn of(document: &'a Document, analysis: &'a Analysis) -> Self {
        let agency = agency(document, analysis);
        let named = document.meta.publisher.as_deref();
        let names = named.into_iter().chain(agency.map(|place| place.slice(document.text())));
        Self { document, analysis, agency, names: names.map(words).collect() }
    }

    /// Whether an actor is one of them, and only named as such.
    pub(super) fn has(&self, chain: &Chain) -> bool {
        let mentions = chain.mentions.iter().map(|&idx| &self.analysis.chains.mentions[idx]);
        let mut names = mentions.filter(|mention| mention.form == Form::Name).peekable();
        names.peek().is_some() && names.all(|mention| self.is_own(mention))
    }

    fn is_own(&self, mention: &Mention) -> bool {
        let name = words(mention.range.slice(self.document.text()));
        !name.is_empty()
            && self.names.iter().any(|publisher| publisher.ends_with(&name))
            && (is_handled(self.analysis, mention.head)
                || self.agency.is_some_and(|place| place.overlaps(mention.range)))
    }
}

/// The agency in the brackets of a dateline: `SELM, 3 May (AP) —`.
fn agency(document: &Document, analysis: &Analysis) -> Option<TextRange> {
    let paragraph = |sentence: &Sentence| {
        let kind = document.blocks().get(sentence.block).map(|block| block.kind);
        kind == Some(BlockKind::Paragraph)
    };
    let first = analysis.sentences.iter().position(paragraph)?;
    let mut words = analysis.sentences[first].tokens.clone();
    let open = words.find(|&token| analysis.word(document, token) == "(")?;
    let close = words.find(|&token| analysis.word(document, token) == ")")?;
    (analysis.is_dateline(document, first) && open + 1 < close)
        .then(|| analysis.cover(open + 1..close))
}

/// The words of a name in small letters, without its article.
fn words(name: &str) -> Vec<String> {
    let words = name.split_whitespace().map(str::to_lowercase);
    words.skip_while(|word| word == "the").collect()
}

/// Whether the name stands where a paper is told or asks.
fn is_handled(analysis: &Analysis, name: usize) -> bool {
    let Some(verb) = analysis.head(name) else { return false };
    let does = |verbs: &[&str]| verbs.contains(&analysis.lemma(verb));
    match analysis.deprel(name) {
        Deprel::Nsubj => does(ASKING),
        Deprel::Obj | Deprel::Iobj | Deprel::Obl | Deprel::OblAgent => does(GIVING),
        Deprel::Compound | Deprel::NmodPoss | Deprel::NmodDesc => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use crate::language::analyze;

    fn is_one(text: &str, publisher: &str) -> bool {
        let mut document = crate::testing::document(text);
        document.meta.publisher = Some(publisher.to_owned());
        let analysis = analyze(&document);
        crate::briefing::actors::find(&document, &analysis)
            .actors
            .iter()
            .any(|actor| actor.name.ends_with("Courier"))
    }

    #[test]
    fn who_is_only_told_is_no_actor() {
        let text = "The ministry warned in a letter, seen by the Selm Courier, that the toll was late. Ana Lee told the Selm \
                    Courier that she was not asked.";
        assert!(!is_one(text, "The Selm Courier"));
        assert!(is_one(text, "The Harbour Post"));
    }

    #[test]
    fn who_sent_the_text_is_no_actor() {
        let names = |text: &str| {
            let document = crate::testing::document(text);
            let actors = crate::briefing::actors::find(&document, &analyze(&document)).actors;
            actors.into_iter().map(|actor| actor.name).collect::<Vec<_>>()
        };
        let text = "SELM, Norland (AP) — The minister resigned on Monday. Ana Lee told the AP that she was not asked.";
        assert_eq!(names(text), ["Ana Lee", "Norland"]);
        let told =
            "SELM, Norland (AP) — The minister resigned on Monday. The AP sued the ministry.";
        assert!(names(told).contains(&"AP".to_owned()), "{:?}", names(told));
    }

    #[test]
    fn who_acts_is_one() {
        let text = "The Selm Courier sued the ministry on Monday. Ana Lee told the Selm Courier that she was not asked.";
        assert!(is_one(text, "The Selm Courier"));
    }
}
