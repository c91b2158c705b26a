//! Sentences that the parser left without a verb, since it took theirs for a participle: `Ana Lee, the mayor, called for
//! calm`, `The four firms — Hall's among them — reported losses`.
//!
//! A past and a participle look alike, and behind an aside that commas or dashes set off the parser at times hangs the verb
//! on a noun and calls the first noun the head of all. A sentence that ends with a full stop has a verb, so where no
//! other can be it, the one behind the aside is. Of 27 such sentences in news read for it 22 were of this kind; the
//! other five have `by` behind the participle, one mark alone before it, or another verb further on.

use std::ops::Range;

use super::parsed::{Draft, Parsed, arc};
use crate::language::{Arc, Deprel, Tag, Upos};

/// Gives such a sentence its verb for a head, and the noun to it as its subject.
pub(super) fn mend(draft: &mut Draft<'_>) {
    for sentence in draft.sentences {
        let words = &sentence.tokens;
        make_pasts(draft, words);
        take_objects(draft, words);
        for verb in draft.parsed(words).read_as_nouns() {
            draft.make_verb(verb, "VBZ");
        }
        if let Some((noun, verb)) = draft.parsed(words).calling() {
            draft.make_verb(verb, "VBZ");
            call(draft.arcs, words, noun, verb);
        }
        if let Some((some, clause)) = draft.parsed(words).feared() {
            let fear = some + 1;
            let lemma = draft.tags[fear].lemma.clone();
            draft.tags[fear] = Tag { upos: Upos::Verb, xpos: "VBP", lemma, sure: false };
            draft.arcs[some] = arc(fear, Deprel::Nsubj);
            draft.arcs[clause].deprel = Deprel::Ccomp;
        }
    }
}

/// Makes pasts of participles, and of one the head of the sentence.
fn make_pasts(draft: &mut Draft<'_>, words: &Range<usize>) {
    let text = draft.parsed(words);
    let raised = text.without_verb();
    let pasts = text.pasts().into_iter().chain(raised.map(|(_, verb)| verb));
    for verb in pasts {
        draft.make_verb(verb, "VBD");
        for arc in &mut draft.arcs[words.clone()] {
            if arc.head == Some(verb) && arc.deprel == Deprel::NsubjPass {
                arc.deprel = Deprel::Nsubj;
            }
        }
    }
    if let Some((noun, verb)) = raised {
        raise(draft.tags, draft.arcs, words, noun, verb);
    }
}

/// Makes a verb the head of the sentence that its object was.
fn take_objects(draft: &mut Draft<'_>, words: &Range<usize>) {
    let text = draft.parsed(words);
    if let Some((verb, object)) = text.before_object() {
        give_object(draft.arcs, words, verb, object);
    } else if let Some((name, verb, second)) = text.joined_past() {
        let object = draft.arcs[verb].head.unwrap_or(verb);
        give_object(draft.arcs, words, verb, object);
        draft.arcs[name] = arc(verb, Deprel::Nsubj);
        draft.arcs[second].head = Some(verb);
        draft.make_verb(verb, "VBD");
    }
}

/// Makes `noun` the subject of `verb`, which was taken for a noun behind it.
fn call(arcs: &mut [Arc], words: &Range<usize>, noun: usize, verb: usize) {
    for token in words.clone() {
        let own = &mut arcs[token];
        if own.head != Some(verb) {
            continue;
        }
        match own.deprel {
            // "The rare accord calls": what stood before the one noun stands before the other.
            deprel if token < noun => {
                let stays =
                    matches!(deprel, Deprel::Punct | Deprel::Cc | Deprel::Obl | Deprel::Advmod);
                own.head = Some(if stays { verb } else { noun });
            }
            Deprel::Nmod => own.deprel = Deprel::Obl,
            Deprel::Appos => own.deprel = Deprel::Obj,
            _ => {}
        }
    }
    arcs[noun] = arc(verb, Deprel::Nsubj);
}

/// Makes `verb` the head of the sentence that its object was, and takes to it what stands before it and the last mark.
fn give_object(arcs: &mut [Arc], words: &Range<usize>, verb: usize, object: usize) {
    for token in words.clone() {
        let ends = token + 1 == words.end && arcs[token].deprel == Deprel::Punct;
        if arcs[token].head == Some(object) && (token < verb || ends) {
            let deprel = match arcs[token].deprel {
                Deprel::Nmod => Deprel::Obl,
                other => other,
            };
            arcs[token] = Arc { head: Some(verb), deprel };
        }
    }
    arcs[verb] = arcs[object];
    arcs[object] = Arc { head: Some(verb), deprel: Deprel::Obj };
}

/// Makes `verb` the head of the sentence that `noun` was, and takes to it what stands behind it or opens the sentence.
fn raise(tags: &[Tag], arcs: &mut [Arc], words: &Range<usize>, noun: usize, verb: usize) {
    let before = arcs[verb];
    arcs[verb] = arcs[noun];
    arcs[noun] = Arc { head: Some(verb), deprel: Deprel::Nsubj };
    // "reported losses": what the participle was said of is what is reported.
    if let Some(object) = before.head.filter(|&object| object > verb) {
        arcs[object] = Arc { head: Some(verb), deprel: Deprel::Obj };
    }
    for token in words.clone() {
        let Some(head) = arcs[token].head else { continue };
        let behind = token > verb && head < verb;
        let opens = head == noun
            && (token + 1..noun).any(|mark| tags[mark].xpos == ",")
            && tags[token].xpos != ",";
        if behind || opens {
            let deprel = match arcs[token].deprel {
                Deprel::Nmod => Deprel::Obl,
                Deprel::Appos => Deprel::Obj,
                other => other,
            };
            arcs[token] = Arc { head: Some(verb), deprel };
        }
    }
}

impl Parsed<'_> {
    /// What has a subject and no auxiliary, and so is a past though it is tagged as a participle: `The bank, which has three
    /// branches, declined to comment`. Of 44 heads of sentences drawn from 140 in 840 news articles 40 were.
    fn pasts(&self) -> Vec<usize> {
        if !self.is_whole() {
            return Vec::new();
        }
        self.sentence.clone().filter(|&token| self.is_lone_past(token)).collect()
    }

    /// A past with a subject that was taken to describe its object, and that noun: `The poll delayed talks on the budget`. All
    /// four of 556 news reports were.
    fn before_object(&self) -> Option<(usize, usize)> {
        let Self { tags, arcs, .. } = *self;
        let has = |head: usize, is: &dyn Fn(Deprel) -> bool| {
            self.children(head).any(|child| is(arcs[child].deprel))
        };
        let object = self.sentence.clone().find(|&token| {
            arcs[token].head.is_none() && matches!(tags[token].upos, Upos::Noun | Upos::Propn)
        })?;
        let alone = !has(object, &|deprel| deprel.is_subject() || deprel == Deprel::Cop);
        let verb = self.children(object).find(|&verb| {
            verb < object
                && tags[verb].xpos == "VBD"
                && arcs[verb].deprel == Deprel::Amod
                && self
                    .children(verb)
                    .any(|child| child < verb && arcs[child].deprel == Deprel::Nsubj)
        });
        verb.filter(|_| alone && self.is_whole()).map(|verb| (verb, object))
    }

    /// A name and its past, taken to describe an object that a second verb is joined to: `Hydro-Selm blamed delays on the storm
    /// and said that it would pay`.
    fn joined_past(&self) -> Option<(usize, usize, usize)> {
        let Self { tags, arcs, .. } = *self;
        let object = self
            .sentence
            .clone()
            .find(|&token| arcs[token].head.is_none() && tags[token].upos == Upos::Noun)?;
        let subject = |verb: usize| self.children(verb).any(|it| arcs[it].deprel.is_subject());
        let second = self.children(object).find(|&second| {
            second > object
                && arcs[second].deprel == Deprel::Conj
                && matches!(tags[second].xpos, "VBD" | "VBZ")
                && !subject(second)
        })?;
        let verb = self.children(object).find(|&verb| {
            verb + 1 == object && tags[verb].xpos == "VBN" && arcs[verb].deprel == Deprel::Amod
        })?;
        let name = self.children(verb).find(|&name| {
            name < verb && tags[name].upos == Upos::Propn && arcs[name].deprel == Deprel::Compound
        })?;
        let alone = !subject(object) && self.is_whole();
        alone.then_some((name, verb, second))
    }

    fn is_lone_past(&self, verb: usize) -> bool {
        let Self { tags, arcs, .. } = *self;
        let child =
            |is: &dyn Fn(Deprel) -> bool| self.children(verb).find(|&child| is(arcs[child].deprel));
        // "ordered releases", "certified that it was so": an adjective has neither.
        let verbal = match tags[verb].xpos {
            "VBN" => true,
            "JJ" => child(&|deprel| matches!(deprel, Deprel::Obj | Deprel::Ccomp)).is_some(),
            _ => false,
        };
        if !verbal || !self.is_past(verb) || self.is_before_by(verb) {
            return false;
        }
        let helped = |deprel| {
            matches!(
                deprel,
                Deprel::Aux | Deprel::AuxPass | Deprel::Cop | Deprel::OblAgent | Deprel::Expl
            )
        };
        let subject = child(&|deprel| matches!(deprel, Deprel::Nsubj | Deprel::NsubjPass));
        // "Two were held and a third freed": the auxiliary is that of the first.
        let shares = arcs[verb].deprel == Deprel::Conj
            && arcs[verb].head.is_some_and(|first| {
                self.children(first).any(|child| arcs[child].deprel == Deprel::AuxPass)
            });
        let clause = matches!(
            arcs[verb].deprel,
            Deprel::Root | Deprel::Ccomp | Deprel::Conj | Deprel::Parataxis | Deprel::AclRelcl
        );
        // "That said, she left".
        let turn = |subject: usize| matches!(self.word(subject), "That" | "that");
        clause
            && !shares
            && child(&helped).is_none()
            && subject.is_some_and(|subject| subject < verb && !turn(subject))
    }

    /// Whether it ends as a sentence of running text does.
    fn is_whole(&self) -> bool {
        self.sentence.clone().rev().take(2).any(|token| self.word(token) == ".")
    }

    fn is_before_by(&self, verb: usize) -> bool {
        self.sentence.contains(&(verb + 1)) && self.word(verb + 1) == "by"
    }

    /// The noun that heads a whole sentence, and the participle in it that can only be its verb.
    fn without_verb(&self) -> Option<(usize, usize)> {
        let Self { tags, arcs, .. } = *self;
        let mut words = self.sentence.clone();
        let noun = words.find(|&token| arcs[token].head.is_none())?;
        let has_verb = self.children(noun).any(|child| {
            arcs[child].deprel.is_subject()
                || matches!(arcs[child].deprel, Deprel::Cop | Deprel::Expl)
        });
        let finite = |token: usize| matches!(tags[token].xpos, "VBD" | "VBZ" | "VBP" | "MD");
        if !matches!(tags[noun].upos, Upos::Noun | Upos::Propn)
            || !self.is_whole()
            || has_verb
            || (self.sentence.start..noun).any(finite)
        {
            return None;
        }
        // "The union called for talks", "Harbour Watch called on them": with a tense, or as nobody but people do.
        let direct = noun + 1;
        let called = self.sentence.contains(&direct)
            && self.arcs[direct] == Arc { head: Some(noun), deprel: Deprel::Acl }
            && !self.is_before_by(direct)
            && (self.tags[direct].xpos == "VBD"
                || self.word(direct) == "called"
                    && self.sentence.contains(&(direct + 1))
                    && matches!(self.word(direct + 1), "for" | "on" | "upon"));
        if called && !(direct + 1..self.sentence.end).any(finite) {
            return Some((noun, direct));
        }
        let verb = (noun + 2..self.sentence.end).find(|&verb| {
            matches!(tags[verb].xpos, "VBN" | "JJ")
                && self.is_past(verb)
                && self.closes_aside(noun, verb)
        })?;
        // "voiced concern and left": what is voiced goes below its verb, with all that hangs on it.
        let object = arcs[verb].head.filter(|&object| object > verb);
        let other = (verb + 1..self.sentence.end).any(|token| {
            finite(token)
                && !self.is_under(token, verb)
                && !self.is_in_participle(token, noun)
                && object.is_none_or(|object| !self.is_under(token, object))
        });
        (!self.is_before_by(verb) && !other).then_some((noun, verb))
    }

    /// Whether the mark before a word is the second of two alike behind the noun.
    fn closes_aside(&self, noun: usize, verb: usize) -> bool {
        let mark = self.word(verb - 1);
        // "a billionaire-turned-politician"
        let apart = self.tokens[verb - 1].range.end() < self.tokens[verb].range.start();
        matches!(mark, "," | "—" | "–" | "--" | "-")
            && (apart || mark != "-")
            && (noun + 1..verb - 1).any(|token| self.word(token) == mark)
            && !(noun + 1..verb).any(|token| self.word(token) == ":")
    }

    /// `Nobody doubts that it will pass`: what has a subject and says a clause of its own is a verb.
    fn read_as_nouns(&self) -> Vec<usize> {
        let Self { tags, arcs, .. } = *self;
        let has = |head: usize, is: &dyn Fn(Deprel) -> bool| {
            self.children(head).any(|child| is(arcs[child].deprel))
        };
        // "she fears it has", tagged as a plural.
        let third = |&token: &usize| {
            tags[token].xpos == "VBP"
                && tags[token].upos == Upos::Verb
                && self.word(token).ends_with('s')
                && self.children(token).any(|child| {
                    arcs[child].deprel == Deprel::Nsubj
                        && matches!(self.word(child), "he" | "she" | "it" | "He" | "She" | "It")
                })
        };
        let verbal = |&token: &usize| {
            tags[token].xpos == "NNS"
                && self.word(token).starts_with(char::is_lowercase)
                && self.children(token).any(|child| {
                    arcs[child].deprel == Deprel::Nsubj
                        && child < token
                        && tags[child].xpos != "NNS"
                })
                && has(token, &|deprel| matches!(deprel, Deprel::Ccomp | Deprel::Obj))
                && !has(token, &|deprel| matches!(deprel, Deprel::Cop | Deprel::Aux | Deprel::Det))
        };
        let whole = self.is_whole();
        self.sentence.clone().filter(|token| third(token) || whole && verbal(token)).collect()
    }

    /// `The plan calls for elections`, with the calls for its head: what calls, and the verb.
    fn calling(&self) -> Option<(usize, usize)> {
        let Self { tags, arcs, .. } = *self;
        let verb = self.sentence.clone().find(|&token| arcs[token].head.is_none())?;
        let noun = verb.checked_sub(1).filter(|noun| self.sentence.contains(noun))?;
        let finite =
            |token: usize| matches!(tags[token].xpos, "VBD" | "VBZ" | "VBP" | "MD" | "VBN");
        let goes_on = self.sentence.contains(&(verb + 2))
            && matches!(tags[verb + 1].upos, Upos::Adp | Upos::Det | Upos::Adv | Upos::Adj)
            && self.word(verb + 1) != "of";
        // "The talks": who or what calls is told before, and as one.
        let led = self.children(verb).find(|&child| child < noun).is_some_and(|first| {
            arcs[first].deprel == Deprel::Det && !matches!(self.word(first), "these" | "those")
        });
        let named = goes_on && tags[noun].xpos == "NNP" && tags[verb + 1].upos == Upos::Det;
        (tags[verb].xpos == "NNS"
            && arcs[noun] == Arc { head: Some(verb), deprel: Deprel::Compound }
            && matches!(tags[noun].xpos, "NN" | "NNP")
            && self.word(verb).starts_with(char::is_lowercase)
            && goes_on
            && (led || named)
            && self.is_whole()
            && !self.sentence.clone().any(finite))
        .then_some((noun, verb))
    }

    /// `Some fear that it will close`, with a fear for its head: whoever fears, and the clause.
    fn feared(&self) -> Option<(usize, usize)> {
        let some = self.sentence.clone().find(|&token| {
            matches!(self.word(token), "Some" | "Many" | "Most" | "Few" | "Others" | "Several")
        })?;
        let fear = some + 1;
        let noun = self.sentence.contains(&(fear + 1))
            && self.arcs[some].head == Some(fear)
            && self.arcs[fear].deprel == Deprel::Root
            && self.tags[fear].xpos == "NN"
            && matches!(
                self.word(fear),
                "fear" | "hope" | "worry" | "claim" | "doubt" | "dread" | "suspect" | "question"
            );
        let clause = |child: usize| {
            matches!(self.arcs[child].deprel, Deprel::Acl | Deprel::AclRelcl)
                && self.children(child).any(|mark| self.arcs[mark].deprel == Deprel::Mark)
        };
        let clause = self.children(fear).find(|&child| child > fear && clause(child))?;
        noun.then_some((some, clause))
    }

    /// Whether a word belongs to what somebody does besides: `…, saying that it was late`.
    fn is_in_participle(&self, token: usize, noun: usize) -> bool {
        let ing =
            |child: usize| self.arcs[child].deprel == Deprel::Acl && self.tags[child].xpos == "VBG";
        self.children(noun).filter(|&child| ing(child)).any(|child| self.is_under(token, child))
    }

    fn is_under(&self, token: usize, above: usize) -> bool {
        let mut at = token;
        for _ in 0..self.sentence.len() {
            match self.arcs[at].head {
                Some(head) if head == above => return true,
                Some(head) => at = head,
                None => return false,
            }
        }
        false
    }

    /// Whether a participle may be a past as well: `called`, `met`, but not `taken`.
    fn is_past(&self, verb: usize) -> bool {
        let form = self.word(verb);
        form.ends_with("ed") || PASTS.contains(&form)
    }
}

/// Irregular pasts that are participles too.
const PASTS: &[&str] = &[
    "bent",
    "bought",
    "brought",
    "built",
    "cast",
    "caught",
    "cut",
    "dealt",
    "felt",
    "fought",
    "found",
    "had",
    "heard",
    "held",
    "hit",
    "hurt",
    "kept",
    "laid",
    "led",
    "left",
    "lent",
    "let",
    "lost",
    "made",
    "meant",
    "met",
    "paid",
    "put",
    "quit",
    "read",
    "said",
    "sent",
    "set",
    "shed",
    "shot",
    "sold",
    "sought",
    "spent",
    "split",
    "spread",
    "stood",
    "struck",
    "stuck",
    "swept",
    "taught",
    "thought",
    "told",
    "understood",
    "won",
];

#[cfg(test)]
mod tests {
    use crate::language::{self, Deprel};
    use crate::testing::document;

    /// The head of the first sentence, and its subject.
    fn head(text: &str) -> (String, String) {
        let document = document(text);
        let analysis = language::analyze(&document);
        let head = (0..analysis.tokens.len())
            .find(|&token| analysis.arcs[token].head.is_none())
            .expect("a sentence has a head");
        let subject = analysis.children_as(head, Deprel::Nsubj).next();
        let word = |token: usize| analysis.word(&document, token).to_owned();
        (word(head), subject.map(word).unwrap_or_default())
    }

    #[test]
    fn she_takes_the_third_person() {
        let text =
            "Ana Lee loves Norway. But she fears it has lost its swagger on the world stage.";
        let document = document(text);
        let analysis = language::analyze(&document);
        let fears = (0..analysis.tokens.len())
            .find(|&token| analysis.word(&document, token) == "fears")
            .expect("the text has the word");
        assert_eq!((analysis.xpos(fears), analysis.lemma(fears)), ("VBZ", "fear"));
    }

    #[test]
    fn a_past_with_a_subject_does_not_describe_its_object() {
        let text = "In the 1980s, the ministry planted newspaper articles alleging that the mayor had sold the harbour.";
        assert_eq!(head(text), ("planted".to_owned(), "ministry".to_owned()));
    }

    #[test]
    fn a_past_joined_to_another_does_not_describe_its_object() {
        let text = "Hidro-Invest blamed delays on the pandemic and said the filters would be fitted by the end of June.";
        assert_eq!(head(text).0, "blamed");
    }

    #[test]
    fn a_verb_behind_an_aside_is_the_head() {
        for (text, expected) in [
            ("On Sunday, Ana Lee, the mayor, called on firms to leave.", ("called", "Ana")),
            ("The envoy, who took office in May, called for a truce.", ("called", "envoy")),
            ("The aide, a clerk, voiced concern about the toll and left.", ("voiced", "aide")),
            ("Amnesty International called on Peru to act.", ("called", "International")),
            ("In mid-March the unions called for a strike.", ("called", "unions")),
        ] {
            let found = head(text);
            assert_eq!((found.0.as_str(), found.1.as_str()), expected, "{text}");
        }
    }

    #[test]
    fn what_calls_for_something_is_no_noun() {
        for (text, expected) in [
            ("The plan calls for elections in May.", ("calls", "plan")),
            ("Nobody doubts that Ana Lee opposes the toll.", ("doubts", "Nobody")),
            ("The rare accord calls on all sides to stop.", ("calls", "accord")),
        ] {
            let found = head(text);
            assert_eq!((found.0.as_str(), found.1.as_str()), expected, "{text}");
        }
    }

    #[test]
    fn whoever_fears_is_no_fear() {
        assert_eq!(tag("Some fear that if we push the firm will walk away.", "fear"), "VBP");
        assert_eq!(
            head(
                "The club’s commissioner, Marta Dahl, voiced concern, saying on Wednesday that Brussels was following it closely."
            ),
            ("voiced".to_owned(), "commissioner".to_owned())
        );
    }

    #[test]
    fn a_participle_behind_one_mark_or_before_by_stays_one() {
        for text in [
            "A quay at the harbour, built of stone.",
            "A toll on ferries, long sought, named by the guild.",
            "A talk with Tom Ruiz, a banker-turned-politician.",
        ] {
            let found = head(text);
            assert!(!matches!(found.0.as_str(), "built" | "named" | "turned"), "{text}: {found:?}");
        }
    }

    /// The tag of a word of the text.
    fn tag(text: &str, form: &str) -> &'static str {
        let document = document(text);
        let analysis = language::analyze(&document);
        let token = (0..analysis.tokens.len())
            .find(|&token| analysis.word(&document, token) == form)
            .expect("the text has the word");
        analysis.tags[token].xpos
    }

    #[test]
    fn what_has_a_subject_and_no_auxiliary_is_a_past() {
        assert_eq!(
            tag("The firm, who took office in May, declined to comment.", "declined"),
            "VBD"
        );
        assert_eq!(
            tag(
                "The board, who took office in May, certified that the count was right.",
                "certified"
            ),
            "VBD"
        );
        assert_eq!(tag("The firm was closed and a clerk freed.", "freed"), "VBN");
        assert_eq!(tag("Mayor accused of hiding losses", "accused"), "VBN");
    }
}
