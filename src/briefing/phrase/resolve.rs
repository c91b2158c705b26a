//! Who is meant, in words that stand alone: pronouns become names, names are full where they come first.
//!
//! What a pronoun becomes is for `pronoun` to say, which words keep their capital for `capital`.

pub(super) mod capital;
mod pronoun;

use crate::briefing::actors::Cast;
use crate::briefing::{ActorId, ActorKind, MentionForm};
use crate::language::coref::Gender;
use crate::language::coref::words::{is_person, is_title};
use crate::language::{Deprel, NameKind, Upos};

use super::Writer;
use super::clause::{Tree, is_subject};
use super::loose::{points_at_a_noun, says_no_more, tells_which};
use super::piece::Piece;

/// What a line is among others.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Line {
    Alone,
    /// Behind other sentences of the article.
    Behind,
    /// A question: a pronoun may be put more boldly than in a statement.
    Question,
}

/// Words that tell somebody in an office from the one who holds it.
const OTHERS: &[&str] = &["another", "any", "future", "next", "other"];

/// Goes along a phrase in the order in which it will be read.
pub(super) struct Resolver<'w, 'a> {
    writer: &'w Writer<'a>,
    tree: Tree<'a>,
    cast: &'a Cast,
    named: Vec<ActorId>,
    /// Those that sentences before this one named in full.
    known: Vec<ActorId>,
    /// Those that a noun of this sentence means: "the governor said he would" needs no name for "he".
    meant: Vec<ActorId>,
    /// The nouns of this sentence so far.
    nouns: Vec<usize>,
    /// Stretches whose words stay as they are: quotations that are shown with their marks.
    quoted: Vec<std::ops::Range<usize>>,
    line: Line,
    /// The last of the words.
    last: usize,
    /// Whether a noun was said, which a later pronoun may mean.
    noun_said: bool,
    /// Whether the speaker's own pronoun was replaced by a name.
    speaker_named: bool,
    /// The subject of the question, whose auxiliary goes elsewhere: "I'll" is "I" alone.
    pub(super) asked_of: Option<usize>,
    /// Whether a pronoun points at nothing.
    pub(super) dangling: bool,
}

impl<'w, 'a> Resolver<'w, 'a> {
    pub(super) fn new(writer: &'w Writer<'a>) -> Self {
        Self {
            writer,
            tree: writer.tree,
            cast: writer.cast,
            named: Vec::new(),
            known: Vec::new(),
            meant: Vec::new(),
            nouns: Vec::new(),
            quoted: Vec::new(),
            line: Line::Alone,
            last: 0,
            noun_said: false,
            speaker_named: false,
            asked_of: None,
            dangling: false,
        }
    }

    /// For a question.
    pub(super) fn asking(writer: &'w Writer<'a>) -> Self {
        Self { line: Line::Question, ..Self::new(writer) }
    }

    /// For a sentence that follows others, which named `known`.
    pub(super) fn following(writer: &'w Writer<'a>, known: &[ActorId]) -> Self {
        Self { known: known.to_vec(), line: Line::Behind, ..Self::new(writer) }
    }

    fn asks(&self) -> bool {
        self.line == Line::Question
    }

    pub(super) fn named(self) -> Vec<ActorId> {
        self.named
    }

    /// With actors that were named before these words: their pronouns may stay.
    pub(super) fn after(mut self, actors: &[ActorId]) -> Self {
        self.named.extend_from_slice(actors);
        self
    }

    /// From here on a pronoun must mean an actor, or a noun that is yet to come.
    pub(super) fn forget_nouns(&mut self) {
        self.noun_said = false;
    }

    /// The words, pronouns resolved.
    pub(super) fn pieces(&mut self, tokens: &[usize]) -> Vec<Piece> {
        self.quoted = self.shown_quotations(tokens);
        self.last = tokens.last().copied().unwrap_or_default();
        let mut pieces = Vec::with_capacity(tokens.len());
        let mut at = 0;
        while at < tokens.len() {
            let token = tokens[at];
            let name = self
                .full_name(&tokens[at..])
                .or_else(|| self.named_subject(&tokens[at..]))
                .or_else(|| self.named_beside(&tokens[at..]));
            if let Some((length, piece)) = name {
                pieces.push(piece);
                at += length;
                continue;
            }
            let piece = match pieces.last() {
                Some(Piece::Instead(last, name)) if *last + 1 == token => {
                    self.spelled_out(token, name).unwrap_or_else(|| self.piece(token))
                }
                _ => self.piece(token),
            };
            pieces.push(piece);
            at += 1;
        }
        pieces
    }

    /// "He's ready", with a name in the place of the pronoun: "Lee is ready".
    fn spelled_out(&self, token: usize, name: &str) -> Option<Piece> {
        let tree = &self.tree;
        let mark = token.checked_sub(1).filter(|&before| tree.upos(before) == Upos::Pron)?;
        let named = !name.eq_ignore_ascii_case(tree.word(mark));
        let helps = matches!(tree.upos(token), Upos::Aux | Upos::Verb);
        // "He's changed his mind", "he's been ill": nobody changed him.
        let acted = tree.is_word(token + 1, &["been", "become", "done", "gone", "got"])
            || tree.head(token).is_some_and(|verb| {
                matches!(tree.xpos(verb), "VBN" | "VBD")
                    && tree.child(verb, |deprel| deprel == Deprel::NsubjPass).is_none()
            });
        let whole = match tree.word(token) {
            "'s" | "’s" if tree.lemma(token) == "have" || acted => "has",
            "'s" | "’s" => "is",
            "'ll" | "’ll" => "will",
            "'d" | "’d" if tree.xpos(token) == "MD" => "would",
            "'d" | "’d" => "had",
            _ => return None,
        };
        (helps && named).then(|| Piece::Instead(token, whole.to_owned()))
    }

    /// "The longtime senator", "the company": a description of somebody whom the text names elsewhere gives way to the
    /// name, since a question stands alone. `tokens` are the words of the description.
    pub(super) fn described(&mut self, noun: usize, tokens: &[usize]) -> Option<Piece> {
        let tree = &self.tree;
        let definite = tree.children(noun).any(|det| {
            tree.deprel(det) == Deprel::Det && tree.is_word(det, &["the", "this", "that"])
        });
        let id = self.cast.actor_of_token(noun).filter(|_| definite)?;
        let actor = self.cast.actor(id)?;
        let named = actor.mentions.iter().any(|mention| mention.form == MentionForm::Name);
        let (lemma, last) = (tree.lemma(noun), actor.name.rsplit(' ').next().unwrap_or_default());
        let fits = match actor.kind {
            // "the next governor", "the candidate" may be anybody.
            ActorKind::Person => {
                let in_role = || {
                    let role = actor.role.as_deref().unwrap_or_default().to_lowercase();
                    role.split(' ').any(|word| word == lemma)
                };
                // "the former banker", of whom the role says that.
                (is_title(lemma) || is_person(lemma) && in_role())
                    && !tree.children(noun).any(|which| tree.is_word(which, OTHERS))
            }
            ActorKind::Place => matches!(
                lemma,
                "city"
                    | "country"
                    | "county"
                    | "island"
                    | "kingdom"
                    | "nation"
                    | "region"
                    | "state"
                    | "town"
            ),
            // "the court", of the Supreme Court.
            _ => lemma.eq_ignore_ascii_case(last),
        };
        let shown = tokens.iter().any(|&token| {
            tree.upos(token) == Upos::Propn && self.cast.actor_of_token(token) == Some(id)
                || token != noun
                    && tree.deprel(token) == Deprel::Conj
                    && tree.head(token) == Some(noun)
        });
        let one = tree.xpos(noun) == "NN" && !self.cast.is_plural(id);
        // "the House" is a name, "the vice president" another office.
        let common = tree.word(noun).starts_with(char::is_lowercase)
            && tree
                .children(noun)
                .filter(|&child| child < noun)
                .all(|child| tokens.contains(&child));
        // "the mayor of Dorn", "the court in Selm": which one, the words behind say.
        let told = tree.children(noun).any(|child| {
            child > noun
                && matches!(
                    tree.deprel(child),
                    Deprel::Nmod | Deprel::Acl | Deprel::AclRelcl | Deprel::Appos
                )
        });
        (named && fits && !shown && one && common && !told && !self.is_quoted(noun))
            .then(|| self.named_as(noun, Some(id), false))
    }

    /// The quotations of which both marks are among the words.
    fn shown_quotations(&self, tokens: &[usize]) -> Vec<std::ops::Range<usize>> {
        let (Some(&first), Some(&last)) = (tokens.first(), tokens.last()) else {
            return Vec::new();
        };
        let analysis = self.tree.analysis;
        let stretch = analysis.range(first).cover(analysis.range(last));
        let quotations = &analysis.quotations;
        let from =
            quotations.partition_point(|quotation| quotation.range.start() < stretch.start());
        quotations[from..]
            .iter()
            .take_while(|quotation| quotation.range.start() < stretch.end())
            .map(|quotation| analysis.tokens_in(quotation.range))
            .filter(|inside| {
                let has = |token: usize| tokens.binary_search(&token).is_ok();
                has(inside.start) && inside.end.checked_sub(1).is_some_and(has)
            })
            // The mark that is not among them will be written.
            .chain(
                self.tree
                    .broken_quotation(analysis.sentence_of(first))
                    .filter(|_| !self.asks())
                    .map(|(_, inside)| inside),
            )
            .collect()
    }

    /// Whether nothing is put into the word's place: it is quoted, and the line shows it or is one of several.
    fn is_quoted(&self, token: usize) -> bool {
        self.quoted.iter().any(|inside| inside.contains(&token))
            || self.line == Line::Behind && self.tree.quotations_over(token).next().is_some()
    }

    fn piece(&mut self, token: usize) -> Piece {
        let actor = self.cast.actor_of_token(token);
        match self.tree.upos(token) {
            Upos::Pron => self.pronoun(token, actor),
            Upos::Noun | Upos::Propn => {
                self.noun_said = true;
                self.nouns.push(token);
                if self.tree.upos(token) == Upos::Noun {
                    self.meant.extend(actor);
                }
                // "The Ruiz campaign said it had won": what it is called ends with a common noun.
                let names = self.tree.upos(token) == Upos::Propn
                    || actor
                        .and_then(|actor| self.cast.actor(actor))
                        .is_some_and(|actor| actor.name.ends_with(self.tree.word(token)));
                if names
                    && let Some(actor) = actor
                    && !self.named.contains(&actor)
                {
                    self.named.push(actor);
                }
                self.lowered(token)
            }
            Upos::Det
                if self.asks() && !self.is_quoted(token) && points_at_a_noun(&self.tree, token) =>
            {
                // "solve this problem": which one, another line tells.
                let noun = self.tree.head(token);
                // "this kind of growth", "that one": which, too.
                self.dangling |=
                    noun.is_some_and(|noun| matches!(self.tree.lemma(noun), "one" | "type"));
                self.dangling |= (noun != self.asked_of || noun.is_some_and(|noun| !says_no_more(&self.tree, noun)))
                    && noun.is_some_and(|noun| {
                        !tells_which(&self.tree, noun)
                            && !self.is_topic(noun)
                            // "the way out of this crisis", but "some of these men".
                            && (self.tree.deprel(noun) != Deprel::Nmod
                                || self.tree.head(noun).is_none_or(|of| self.tree.upos(of) != Upos::Noun))
                            && self.cast.actor_of_token(noun).is_none()
                            && !self
                                .nouns
                                .iter()
                                .any(|&said| self.tree.lemma(said) == self.tree.lemma(noun))
                    });
                Piece::Instead(token, "the".to_owned())
            }
            _ => self.lowered(token),
        }
    }

    /// Whether the article is about what the noun means: it says the word again and again.
    pub(super) fn is_topic(&self, noun: usize) -> bool {
        /// Times.
        const OFTEN: usize = 3;
        let lemma = self.tree.lemma(noun);
        let end = self.tree.analysis.sentences.last().map_or(0, |last| last.tokens.end);
        (0..end).filter(|&at| self.tree.lemma(at) == lemma).nth(OFTEN - 1).is_some()
    }

    /// "Will he leave if Ann Lee loses?", with "he" made a name, is about one person: the pronoun goes to the second
    /// place, where nobody else of the question may be meant by it.
    fn named_again(&self, name: std::ops::Range<usize>, actor: ActorId) -> Option<&'static str> {
        let tree = &self.tree;
        let gender = self.cast.gender(actor);
        let pronoun = match gender {
            Gender::Female => "she",
            Gender::Male => "he",
            Gender::Unknown => return None,
        };
        let alone = self.named.iter().all(|&other| {
            let person = self.cast.actor(other).is_some_and(|it| it.kind == ActorKind::Person);
            other == actor || !person || self.cast.gender(other) != gender
        });
        let side = |at: usize| {
            is_subject(tree.deprel(at))
                && tree.head(at).is_some_and(|verb| tree.deprel(verb) == Deprel::Advcl)
        };
        (self.asks() && self.named.contains(&actor) && alone && name.into_iter().any(side))
            .then_some(pronoun)
    }

    /// `the 61-year-old former banker` as who acts in the sentence, told of by name just before it: the name.
    fn named_subject(&mut self, tokens: &[usize]) -> Option<(usize, Piece)> {
        let tree = &self.tree;
        let first =
            *tokens.first().filter(|&&first| tree.word(first).eq_ignore_ascii_case("the"))?;
        let noun = tree.head(first).filter(|&noun| {
            tree.upos(noun) == Upos::Noun
                && tree.deprel(noun) == Deprel::Nsubj
                && tree.head(noun).is_some_and(|verb| tree.head(verb).is_none())
                && tree.analysis.subtree(noun) == (first..noun + 1)
        })?;
        let length = noun + 1 - first;
        let whole = tokens.len() >= length && tokens[length - 1] == noun;
        let actor = self.cast.actor_of_token(noun)?;
        let known = self.cast.actor(actor).filter(|known| known.kind == ActorKind::Person)?;
        let later = tokens[length.min(tokens.len())..].iter().any(|&token| {
            tree.upos(token) == Upos::Propn && self.cast.actor_of_token(token) == Some(actor)
        });
        if self.asks()
            || !whole
            || later
            || !self.is_the_one(first, noun, actor)
            || self.named.contains(&actor)
            || self.is_quoted(first)
        {
            return None;
        }
        let name = known.name.clone();
        self.named.push(actor);
        self.nouns.push(noun);
        self.noun_said = true;
        Some((length, Piece::Instead(first, name)))
    }

    /// Whether the block names the actor before a description that begins at `first`, and no other person unless the actor's
    /// role has the noun.
    fn is_the_one(&self, first: usize, noun: usize, actor: ActorId) -> bool {
        let tree = &self.tree;
        let place = |token: usize| tree.analysis.sentences[tree.analysis.sentence_of(token)].block;
        let start = tree.analysis.range(first).start();
        let here = |id: ActorId| {
            let mentions = self.cast.actor(id).map_or(&[][..], |known| &known.mentions);
            mentions.iter().any(|mention| {
                let token = tree.analysis.tokens_in(mention.range).start;
                mention.range.start() < start && place(token) == place(first)
            })
        };
        let role =
            self.cast.actor(actor).and_then(|known| known.role.as_deref()).unwrap_or_default();
        let in_role = role.to_lowercase().contains(tree.lemma(noun));
        let person = |id: &ActorId| {
            self.cast.actor(*id).is_some_and(|known| known.kind == ActorKind::Person)
        };
        let mut others = (0..self.cast.actors.len()).map(ActorId).filter(|&id| id != actor);
        here(actor) && (in_role || !others.any(|id| person(&id) && here(id)))
    }

    /// `Its leader, Ana Lee,` as who acts: the name alone, for whose leader she is, another sentence tells.
    fn named_beside(&mut self, tokens: &[usize]) -> Option<(usize, Piece)> {
        let tree = &self.tree;
        let first = *tokens.first().filter(|&&first| tree.xpos(first) == "PRP$")?;
        let noun = tree.head(first).filter(|&noun| {
            tree.deprel(noun) == Deprel::Nsubj && tree.deprel(first) == Deprel::NmodPoss
        })?;
        let name = tree.child(noun, |deprel| deprel == Deprel::Appos)?;
        let phrase = tree.analysis.subtree(noun);
        let whole = phrase.start == first && phrase.clone().all(|token| tokens.contains(&token));
        // "Its leader, Ana Lee, and": nothing but the name stands behind the noun.
        let bare =
            tree.children(noun).all(|child| child <= name || tree.upos(child) == Upos::Punct)
                && tree.children(name).all(|child| {
                    matches!(tree.deprel(child), Deprel::Flat | Deprel::Punct | Deprel::Compound)
                });
        let actor = self.cast.actor_of_token(name)?;
        let known = self.cast.actor(actor).filter(|known| known.kind == ActorKind::Person)?;
        if !whole || !bare || self.is_quoted(first) || self.cast.actor_of_token(first).is_some() {
            return None;
        }
        let full = known.name.clone();
        self.named.push(actor);
        self.nouns.push(noun);
        self.noun_said = true;
        // The comma behind the name goes with the one before it.
        let behind = usize::from(
            tokens.get(phrase.len()).is_some_and(|&mark| tree.word(mark) == ",")
                && tree.word(phrase.end - 1) != ",",
        );
        Some((phrase.len() + behind, Piece::Instead(first, full)))
    }

    /// A person's surname at the first place, made the full name.
    fn full_name(&mut self, tokens: &[usize]) -> Option<(usize, Piece)> {
        let first = *tokens.first()?;
        let names = &self.tree.analysis.names;
        let idx = names.binary_search_by(|name| name.tokens.start.cmp(&first)).ok()?;
        let name = &names[idx];
        let actor = self.cast.actor_of_token(first)?;
        let length = name.tokens.len();
        let whole = tokens.len() >= length && tokens[length - 1] + 1 == name.tokens.end;
        let person = name.kind == NameKind::Person
            && self.cast.actor(actor).is_some_and(|actor| actor.kind == ActorKind::Person);
        // "if Mayor Tom Lee agrees": the title is of the name, and no place before it.
        let titled = first.checked_sub(1).is_some_and(|title| {
            self.cast.actor_of_token(title) == Some(actor)
                || self.tree.upos(title) == Upos::Propn
                || is_title(self.tree.lemma(title).trim_end_matches('.'))
        });
        if whole
            && person
            && !titled
            && !self.is_quoted(first)
            && let Some(pronoun) = self.named_again(name.tokens.clone(), actor)
        {
            return Some((length, Piece::Instead(first, pronoun.to_owned())));
        }
        let untitled = first.checked_sub(1).is_none_or(|before| {
            // "the newest Ruiz" is another.
            let newest = matches!(self.tree.xpos(before), "JJS" | "JJR")
                && self.tree.deprel(before) == Deprel::Amod;
            // "the Ruiz" is no person, "send a Ruiz to the council" one of that name.
            !matches!(self.tree.upos(before), Upos::Propn | Upos::Det)
                && self.tree.deprel(before) != Deprel::Compound
                && !newest
                // "a drink called Ruiz".
                && !matches!(self.tree.lemma(before), "call" | "dub" | "name" | "title")
        });
        // "the Trump administration", "Trump Tower": the name is not the head.
        let free = self.tree.deprel(name.tokens.end - 1) != Deprel::Compound
            && self.tree.deprel(first) != Deprel::Compound
            && self.tree.deprel(first) != Deprel::Flat;
        if self.named.contains(&actor)
            || self.known.contains(&actor)
            || self.is_quoted(first)
            || !(whole && person && free && untitled && length == 1)
        {
            return None;
        }
        let full = self.cast.actor(actor)?.name.clone();
        let shown = name.range.slice(self.tree.text);
        // A first name alone is as often another's.
        if full.split_whitespace().next_back() != Some(shown) {
            return None;
        }
        self.named.push(actor);
        self.nouns.push(first);
        self.noun_said = true;
        // "Thomas' sister", where the name in full does not end in an s.
        let bare = tokens.get(length).is_some_and(|&mark| {
            self.tree.xpos(mark) == "POS" && matches!(self.tree.word(mark), "'" | "’")
        });
        Some(if bare && !full.ends_with('s') {
            (length + 1, Piece::Instead(first, possessive(&full)))
        } else {
            (length, Piece::Instead(first, full))
        })
    }
}

/// `Russia’s`, `the Taliban’s`, `the United States’`.
pub(super) fn possessive(name: &str) -> String {
    if name.ends_with("ates") || name.ends_with("ations") {
        format!("{name}’")
    } else {
        format!("{name}’s")
    }
}
