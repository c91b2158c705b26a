//! Words into parts of speech: a linear classifier that goes from left to right.
//!
//! Each class is a pair of universal and Penn tag. A class is chosen by the word, its letters, its
//! neighbours and the two tags before it. Lemmas are left to `lemma`.

use std::sync::LazyLock;

use super::linear::{Linear, feature, mix, read_number};
use super::word::{Word, key};
use super::{Analysis, Sentence, Tag, Token, Upos, XPOS, lemma, model};
use crate::document::Document;

/// The trained tagger, read at its first use.
pub(crate) static TAGGER: LazyLock<Tagger> =
    LazyLock::new(|| Tagger::unpack(model::section("tagger")).unwrap_or_default());

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
        let classes = tagger.tag(&words, &mut buffers);
        for (idx, &class) in classes.iter().enumerate() {
            let (upos, xpos) = tagger.pair(class);
            let clitic = tokens[sentence.tokens.start + idx].clitic;
            tags.push(Tag { upos, xpos, lemma: lemma::lemma(words[idx], upos, xpos, clitic) });
        }
    }
    tags
}

/// Number of a pair of universal and Penn tag.
pub(crate) type Class = u8;

#[derive(Debug, Default)]
pub(crate) struct Tagger {
    /// What each class stands for.
    pub(crate) pairs: Vec<(Upos, &'static str)>,
    pub(crate) lexicon: Lexicon,
    pub(crate) linear: Linear,
}

/// What training saw of each word's tags.
#[derive(Debug, Default)]
pub(crate) struct Lexicon {
    /// Sorted: the word's key and its ambiguity class. 0 is for words that are not here.
    pub(crate) classes: Vec<(u32, u8)>,
}

impl Lexicon {
    pub(crate) fn class(&self, key: u32) -> u8 {
        self.classes
            .binary_search_by_key(&key, |&(known, _)| known)
            .map_or(0, |at| self.classes[at].1)
    }
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
}

impl Tagger {
    pub(crate) fn pair(&self, class: Class) -> (Upos, &'static str) {
        self.pairs.get(usize::from(class)).copied().unwrap_or((Upos::X, "FW"))
    }

    /// The classes of the words of one sentence.
    pub(crate) fn tag(&self, words: &[&str], buffers: &mut Buffers) -> Vec<Class> {
        let Buffers { views, chars, features, scores } = buffers;
        look(words, &self.lexicon, views, chars);
        let surroundings = Surroundings::of(words, views);
        scores.resize(self.linear.classes, 0);
        let mut classes: Vec<Class> = Vec::with_capacity(words.len());
        for at in 0..words.len() {
            find_features(views, at, &classes, surroundings, features);
            self.linear.score(features, scores);
            let best = (0..scores.len()).max_by_key(|&class| (scores[class], usize::MAX - class));
            classes.push(best.unwrap_or_default() as Class);
        }
        classes
    }

    /// Reads what the trainer wrote.
    fn unpack(mut bytes: &[u8]) -> Option<Self> {
        let bytes = &mut bytes;
        let count = read_number(bytes)?;
        let mut pairs = Vec::new();
        for _ in 0..count {
            let (upos, xpos) = (read_number(bytes)?, read_number(bytes)?);
            pairs.push((Upos::all().nth(upos as usize)?, *XPOS.get(xpos as usize)?));
        }
        let mut classes = Vec::new();
        let mut key = 0u32;
        for _ in 0..read_number(bytes)? {
            key = key.checked_add(read_number(bytes)?)?;
            classes.push((key, read_number(bytes)? as u8));
        }
        let linear = Linear::unpack(bytes)?;
        (linear.classes == pairs.len()).then_some(Self {
            pairs,
            lexicon: Lexicon { classes },
            linear,
        })
    }
}

/// Fills `views` with the words of one sentence.
pub(crate) fn look(
    words: &[&str],
    lexicon: &Lexicon,
    views: &mut Vec<View>,
    chars: &mut Vec<char>,
) {
    views.clear();
    views.extend(words.iter().map(|text| {
        let word = Word::new(text, chars);
        View { word, class: u64::from(lexicon.class(key(text))) }
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
    let outside = View { word: Word { lower: 1, ..Word::default() }, class: 255 };
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
    ];
    features.clear();
    features.extend(values.iter().zip(1..).map(|(&value, template)| feature(template, value)));
}

impl Analysis {
    /// Whether the word's Penn tag is one of `tags`.
    pub fn has_xpos(&self, token: usize, tags: &[&str]) -> bool {
        tags.contains(&self.xpos(token))
    }
}
