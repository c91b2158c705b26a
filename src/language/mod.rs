//! The language engine: an article in, its grammar out.
//!
//! Each stage is a function that takes what earlier stages made and returns its own part, so a stage
//! cannot be left out by mistake. The engine never fails: what it is not sure of it leaves out. It
//! reads blocks of prose alone and knows nothing of files, briefings or windows.

mod abbreviation;
pub(crate) mod clusters;
pub mod conllu;
pub mod coref;
mod grammar;
mod hyphen;
pub(crate) mod lemma;
pub mod lexicon;
pub(crate) mod linear;
mod modal;
pub mod model;
pub mod names;
pub(crate) mod network;
pub mod quotation;
pub mod sentence;
pub(crate) mod table;
pub mod tag;
pub(crate) mod times;
pub mod token;
mod tree;
pub(crate) mod word;

pub use grammar::{Deprel, Upos, XPOS};
pub use tree::Tree;

use crate::document::Document;
use crate::stop::Stop;
use crate::text::TextRange;

/// What the engine found in one document.
///
/// `tokens`, `tags` and `arcs` run in step: one entry for each word. An index into them counts from
/// the start of the document and never leaves the engine and the briefing.
#[derive(Clone, Debug, Default)]
pub struct Analysis {
    pub sentences: Vec<Sentence>,
    pub tokens: Vec<Token>,
    pub tags: Vec<Tag>,
    pub arcs: Vec<Arc>,
    /// The arcs from above: who hangs on whom. Its lookups are methods of `Analysis`.
    pub tree: Tree,
    /// In the order of their openings.
    pub quotations: Vec<Quotation>,
    /// In the order of the text, none inside another.
    pub names: Vec<Name>,
    pub chains: coref::Chains,
}

/// One sentence, inside one block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Index into the document's blocks.
    pub block: usize,
    pub range: TextRange,
    /// Half-open range of indices into [`Analysis::tokens`].
    pub tokens: std::ops::Range<usize>,
}

/// A syntactic word, as Universal Dependencies cuts them: `don't` is `do` and `n't`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    pub range: TextRange,
    /// Whether it belongs to the same surface token as the word before it, as `n't` does in `don't`.
    pub clitic: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tag {
    pub upos: Upos,
    /// The Penn tag, such as `VBD`.
    pub xpos: &'static str,
    pub lemma: String,
    /// Whether the tagger saw no alternative.
    pub sure: bool,
}

/// The grammatical relation of one word to its head.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Arc {
    /// Index of the head in [`Analysis::tokens`], in the same sentence; `None` for the root.
    pub head: Option<usize>,
    pub deprel: Deprel,
}

/// Words between quotation marks, the marks included.
///
/// A quotation that runs over several blocks opens each of them anew; it is one entry for each block,
/// joined by `continues`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quotation {
    pub range: TextRange,
    /// Whether the closing mark is there. It is not where the quotation goes on in the next block.
    pub closed: bool,
    /// Whether this entry goes on from the one before it.
    pub continues: bool,
    /// 0, or 1 inside another quotation.
    pub depth: u8,
}

impl Quotation {
    /// The marks around quotations of its kind, whether they stand in `text` or not: what the paragraph before opened may have
    /// its mark at the end alone. `None` for kinds that are rare.
    pub(crate) fn marks(&self, text: &str) -> Option<(&'static str, &'static str)> {
        let text = self.range.slice(text);
        let is = |mark: &str| {
            text.starts_with(mark)
                || text.starts_with(char::is_alphanumeric) && text.ends_with(mark)
        };
        match () {
            () if is("“") || is("”") => Some(("“", "”")),
            () if is("\"") => Some(("\"", "\"")),
            () if is("''") => Some(("''", "''")),
            () => None,
        }
    }
}

/// A stretch of words that names somebody or something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    pub range: TextRange,
    pub tokens: std::ops::Range<usize>,
    pub kind: NameKind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NameKind {
    Person,
    Organization,
    Place,
    /// Peoples, parties' followers, faiths: `Kazakhs`, `Republicans`.
    Group,
    /// Works, laws, events, products: a name, but no actor.
    Other,
}

/// Starts to read the weights and lists on a thread of its own, what is needed last first: whoever analyses meanwhile
/// reads the others. Nothing waits for it, and without it each part is read at its first use.
pub fn load() {
    let parts = || {
        network::load();
        names::load();
        lexicon::lexicon();
        tag::load();
    };
    // Where no thread can be had, the first article takes a little longer.
    drop(std::thread::Builder::new().name("weights".to_owned()).spawn(parts));
}

/// Where sentences begin and end, as far as marks and capitals tell: quick, without a tree.
pub fn sentences(document: &Document) -> Vec<TextRange> {
    let tokens = token::tokenize(document);
    sentence::split(document, &tokens).into_iter().map(|sentence| sentence.range).collect()
}

/// Reads the prose of a document.
pub fn analyze(document: &Document) -> Analysis {
    analyze_reporting(document, |_| ())
}

/// The same; `done` hears the name of each stage as it ends, so that it can be timed.
pub fn analyze_reporting(document: &Document, done: impl FnMut(&'static str)) -> Analysis {
    analyze_unless(document, &Stop::default(), done).unwrap_or_default()
}

/// The same; `None` soon after `stop` is called.
pub fn analyze_unless(
    document: &Document,
    stop: &Stop,
    mut done: impl FnMut(&'static str),
) -> Option<Analysis> {
    // Each of the later stages may take a second for a book; parsing takes most, and looks itself.
    let unless = || (!stop.is_called()).then_some(());
    let tokens = token::tokenize(document);
    done("tokens");
    let sentences = sentence::split(document, &tokens);
    done("sentences");
    unless()?;
    let tags = tag::tag(document, &sentences, &tokens);
    done("tags");
    unless()?;
    let network::Parse { sentences, tags, arcs, answers } =
        network::parse(document, sentences, &tokens, tags, names::head(), stop)?;
    let tree = Tree::new(&sentences, &arcs);
    done("trees");
    let quotations = quotation::find(document);
    done("quotations");
    let names = names::find(document, &sentences, &tokens, &tags, &arcs, &answers);
    let tags = names::with_people(document, &tokens, &names, tags);
    done("names");
    unless()?;
    let mut analysis =
        Analysis { sentences, tokens, tags, arcs, tree, quotations, names, ..Analysis::default() };
    analysis.chains = coref::link(document, &analysis);
    done("chains");
    unless()?;
    Some(analysis)
}
