//! Words into parts of speech: a linear classifier that goes from left to right.
//!
//! Each class is a pair of universal and Penn tag. A class is chosen by the word, its letters, its
//! neighbours and the two tags before it. Lemmas are left to `lemma`.

use std::sync::LazyLock;

use super::clusters::cluster;
use super::linear::{Linear, feature, mix, read_number};
use super::table::Table;
use super::word::{Word, key};
use super::{Sentence, Tag, Token, Upos, XPOS, lemma, modal, model};
use crate::document::Document;
use crate::text::TextRange;

/// The trained tagger, read at its first use.
pub(crate) static TAGGER: LazyLock<Tagger> =
    LazyLock::new(|| Tagger::unpack(model::section("tagger")).unwrap_or_default());

/// Reads the tagger now.
pub(crate) fn load() {
    LazyLock::force(&TAGGER);
}

/// The tags of all words.
pub fn tag(document: &Document, sentences: &[Sentence], tokens: &[Token]) -> Vec<Tag> {
    let tagger = &*TAGGER;
    let mut tags = Vec::with_capacity(tokens.len());
    let mut buffers = Buffers::default();
    for sentence in sentences {
        let words: Vec<&str> = tokens[sentence.tokens.clone()]
            .iter()
            .map(|token| token.range.slice(document.text()))
            .collect();
        let choices = tagger.choose(&words, &mut buffers);
        for (idx, (class, margin)) in choices.into_iter().enumerate() {
            let at = sentence.tokens.start + idx;
            let joins = matches!(tagger.pair(class).1, "HYPH" | "NFP");
            let dash = joins && idx > 0 && is_loose_dash(document, tokens, at);
            let known = known(words[idx]).or_else(|| dash.then_some((Upos::Punct, ":")));
            let (upos, xpos) = known.unwrap_or_else(|| tagger.pair(class));
            let clitic = tokens[at].clitic;
            let lemma = titles(words[idx])
                .map_or_else(|| lemma::lemma(words[idx], upos, xpos, clitic), str::to_owned);
            tags.push(Tag { upos, xpos, lemma, sure: margin >= SURE_MARGIN || known.is_some() });
        }
    }
    modal::mend(document, sentences, tokens, &mut tags);
    tags
}

/// What a title of several people, cut short, is of each: `Sens. Ana Ruiz and Tom Hall`.
fn titles(word: &str) -> Option<&'static str> {
    Some(match word {
        "Sens." => "senator",
        "Reps." => "representative",
        "Govs." => "governor",
        "Gens." => "general",
        "Profs." => "professor",
        "Revs." => "reverend",
        _ => return None,
    })
}

/// The tags of words that say themselves what they are. Typographic marks tell whether they open or close, and the
/// treebanks have hardly any; the name of a file is no proper noun there, whatever its capitals.
fn known(word: &str) -> Option<(Upos, &'static str)> {
    match word {
        "“" => return Some((Upos::Punct, "``")),
        "”" => return Some((Upos::Punct, "''")),
        // Nothing else, and rare in the treebanks: "sources privy to the talks said".
        "privy" => return Some((Upos::Adj, "JJ")),
        _ if titles(word).is_some() => return Some((Upos::Noun, "NNS")),
        _ => {}
    }
    let (stem, ending) = word.rsplit_once('.')?;
    let is_stem = stem.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_'));
    let is_file = is_stem && FILE_ENDINGS.contains(&ending.to_ascii_lowercase().as_str());
    is_file.then_some((Upos::Noun, "NN"))
}

/// A dash between two spaces, which joins no two words: `The dynamic - mayors who dodge questions - was new.`
fn is_loose_dash(document: &Document, tokens: &[Token], at: usize) -> bool {
    let text = document.text();
    let range = tokens[at].range;
    let space = |range: TextRange| range.slice(text).contains(char::is_whitespace);
    let (Some(before), Some(behind)) = (at.checked_sub(1), tokens.get(at + 1)) else {
        return false;
    };
    matches!(range.slice(text), "-" | "–" | "—" | "--")
        && space(TextRange::new(tokens[before].range.end(), range.start()))
        && space(TextRange::new(range.end(), behind.range.start()))
}

const FILE_ENDINGS: [&str; 16] = [
    "csv", "doc", "docx", "exe", "gif", "htm", "html", "jpeg", "jpg", "pdf", "png", "ppt", "rtf",
    "txt", "xls", "zip",
];

/// From here on the tagger is right in all but a few of a thousand cases. Scores have no unit.
const SURE_MARGIN: i32 = 45_000;

/// Number of a pair of universal and Penn tag.
pub(crate) type Class = u8;

#[derive(Debug, Default)]
pub(crate) struct Tagger {
    /// What each class stands for.
    pub(crate) pairs: Vec<(Upos, &'static str)>,
    /// Ambiguity classes: which tags a word had in training. 0 is for words that it did not see.
    pub(crate) classes: Table,
    pub(crate) linear: Linear,
}

/// Memory that one sentence after the other uses.
#[derive(Default)]
pub(crate) struct Buffers {
    views: Vec<View>,
    chars: Vec<char>,
    features: Vec<u32>,
    scores: Vec<i32>,
}

/// A word as the tagger sees it.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct View {
    word: Word,
    class: u64,
    cluster: u64,
    coarse: u64,
}

impl View {
    /// Takes the word for one that training did not see.
    #[cfg(feature = "trainer")]
    pub(crate) fn forget(&mut self) {
        self.class = 0;
        self.word.lower = 3;
        self.word.form = 3;
    }
}

impl Tagger {
    pub(crate) fn pair(&self, class: Class) -> (Upos, &'static str) {
        self.pairs.get(usize::from(class)).copied().unwrap_or((Upos::X, "FW"))
    }

    /// The classes of the words of one sentence.
    #[cfg(feature = "trainer")]
    pub(crate) fn tag(&self, words: &[&str], buffers: &mut Buffers) -> Vec<Class> {
        self.choose(words, buffers).into_iter().map(|(class, _)| class).collect()
    }

    /// The classes, each with how far its score is above the next.
    pub(crate) fn choose(&self, words: &[&str], buffers: &mut Buffers) -> Vec<(Class, i32)> {
        let Buffers { views, chars, features, scores } = buffers;
        look(words, &self.classes, views, chars);
        let surroundings = Surroundings::of(words, views);
        scores.resize(self.linear.classes, 0);
        let mut classes: Vec<Class> = Vec::with_capacity(words.len());
        let mut margins = Vec::with_capacity(words.len());
        for at in 0..words.len() {
            find_features(views, at, &classes, surroundings, features);
            self.linear.score(features, scores);
            let (best, margin) = best_of(scores);
            margins.push(margin);
            classes.push(best as Class);
        }
        classes.into_iter().zip(margins).collect()
    }

    /// Whether training saw the word often enough.
    #[cfg(feature = "trainer")]
    pub(crate) fn knows(&self, word: &str) -> bool {
        self.classes.value(key(word)) > 0
    }

    /// Reads what the trainer wrote.
    pub(crate) fn unpack(mut bytes: &[u8]) -> Option<Self> {
        let bytes = &mut bytes;
        let count = read_number(bytes)?;
        let mut pairs = Vec::new();
        for _ in 0..count {
            let (upos, xpos) = (read_number(bytes)?, read_number(bytes)?);
            pairs.push((Upos::all().nth(upos as usize)?, *XPOS.get(xpos as usize)?));
        }
        let classes = Table::unpack(bytes)?;
        let linear = Linear::unpack(bytes)?;
        (linear.classes == pairs.len()).then_some(Self { pairs, classes, linear })
    }
}

/// The class of the highest score, the first where two are equal, and how far it is above the next.
fn best_of(scores: &[i32]) -> (usize, i32) {
    let (mut best, mut first, mut second) = (0, i32::MIN, i32::MIN);
    for (class, &score) in scores.iter().enumerate() {
        if score > first {
            (best, first, second) = (class, score, first);
        } else if score > second {
            second = score;
        }
    }
    (best, first.saturating_sub(second))
}

/// Fills `views` with the words of one sentence.
pub(crate) fn look(words: &[&str], classes: &Table, views: &mut Vec<View>, chars: &mut Vec<char>) {
    views.clear();
    views.extend(words.iter().map(|text| {
        let cluster = cluster(text);
        View {
            word: Word::new(text, chars),
            class: u64::from(classes.value(key(text))),
            cluster: u64::from(cluster.fine),
            coarse: u64::from(cluster.middle),
        }
    }));
}

/// What holds for a sentence as a whole.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Surroundings {
    /// Whether most words start with a capital, as in a headline.
    headline: bool,
    last: u64,
}

impl Surroundings {
    pub(crate) fn of(words: &[&str], views: &[View]) -> Self {
        let lettered = words.iter().filter(|word| word.starts_with(char::is_alphabetic)).count();
        let capitals = views.iter().filter(|view| view.word.capital).count();
        Self {
            headline: lettered > 2 && capitals * 10 > lettered * 6,
            last: views.last().map_or(0, |view| view.word.lower),
        }
    }
}

/// The features of the word at `at`, when the words before it have `classes`.
pub(crate) fn find_features(
    views: &[View],
    at: usize,
    classes: &[Class],
    surroundings: Surroundings,
    features: &mut Vec<u32>,
) {
    let outside =
        View { word: Word { lower: 1, ..Word::default() }, class: 999, cluster: 999, coarse: 999 };
    let view = |offset: isize| {
        at.checked_add_signed(offset).and_then(|at| views.get(at)).unwrap_or(&outside)
    };
    let tag = |back: usize| at.checked_sub(back).map_or(255, |at| u64::from(classes[at]));
    let (here, next, after, last, before) = (view(0), view(1), view(2), view(-1), view(-2));
    let (tag1, tag2) = (tag(1), tag(2));
    let word = &here.word;
    let place = u64::from(at == 0) * 2 + u64::from(surroundings.headline);
    let cased = mix(word.shape, place);
    let suffix = |view: &View, length: usize| view.word.suffixes[length - 1];
    let values = [
        0,
        word.lower,
        word.form,
        suffix(here, 1),
        suffix(here, 2),
        suffix(here, 3),
        suffix(here, 4),
        suffix(here, 5),
        word.prefixes[0],
        word.prefixes[1],
        word.prefixes[2],
        word.prefixes[3],
        cased,
        mix(cased, suffix(here, 3)),
        here.class,
        tag1,
        mix(tag1, tag2),
        last.word.lower,
        before.word.lower,
        next.word.lower,
        after.word.lower,
        mix(tag1, word.lower),
        mix(mix(tag1, tag2), here.class),
        mix(tag1, here.class),
        mix(mix(tag1, here.class), next.class),
        mix(here.class, next.class),
        next.class,
        after.class,
        mix(next.class, after.class),
        mix(mix(here.class, next.class), after.class),
        mix(last.word.lower, word.lower),
        mix(word.lower, next.word.lower),
        mix(last.word.lower, next.word.lower),
        mix(tag1, next.word.lower),
        mix(tag1, mix(tag2, next.class)),
        suffix(next, 3),
        suffix(last, 3),
        suffix(next, 2),
        mix(tag1, suffix(here, 3)),
        mix(tag1, suffix(here, 2)),
        mix(tag1, cased),
        mix(here.class, mix(last.word.lower, next.word.lower)),
        mix(here.class, last.word.lower),
        mix(here.class, next.word.lower),
        mix(word.shape, mix(last.word.shape, next.word.shape)),
        mix(next.word.shape, u64::from(word.capital)),
        mix(here.class, surroundings.last),
        mix(here.class, cased),
        here.cluster,
        here.coarse,
        mix(here.cluster, word.shape),
        next.cluster,
        last.cluster,
        mix(tag1, here.cluster),
        mix(tag1, here.coarse),
        mix(mix(here.class, here.coarse), next.coarse),
        mix(last.coarse, mix(here.coarse, next.coarse)),
        mix(here.cluster, next.cluster),
        mix(last.cluster, here.cluster),
        mix(here.coarse, suffix(here, 3)),
        mix(here.coarse, suffix(here, 2)),
        mix(here.class, next.cluster),
        mix(here.class, last.cluster),
    ];
    features.clear();
    features.extend(values.iter().zip(1..).map(|(&value, template)| feature(template, value)));
}
