//! Who is meant, in words that stand alone: pronouns become names, names are full where they come first.

use crate::briefing::actors::Cast;
use crate::briefing::{ActorId, ActorKind};
use crate::language::coref::Gender;
use crate::language::{Deprel, NameKind, Upos};

use super::clause::Tree;
use super::doubt::is_unsure;
use super::loose::points_at_a_noun;
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

/// Goes along a phrase in the order in which it will be read.
pub(super) struct Resolver<'a> {
    tree: Tree<'a>,
    cast: &'a Cast,
    named: Vec<ActorId>,
    /// Those that sentences before this one named in full.
    known: Vec<ActorId>,
    /// Those that a noun of this sentence means, where the sentence stands among others.
    meant: Vec<ActorId>,
    /// The nouns of this sentence so far.
    nouns: Vec<usize>,
    /// Stretches whose words stay as they are: quotations that are shown with their marks.
    quoted: Vec<std::ops::Range<usize>>,
    line: Line,
    /// Whether a noun was said, which a later pronoun may mean.
    noun_said: bool,
    /// Whether the speaker's own pronoun was replaced by a name.
    speaker_named: bool,
    /// The subject of the question, whose auxiliary goes elsewhere: "I'll" is "I" alone.
    pub(super) asked_of: Option<usize>,
    /// Whether a pronoun points at nothing.
    pub(super) dangling: bool,
}

impl<'a> Resolver<'a> {
    pub(super) fn new(tree: Tree<'a>, cast: &'a Cast) -> Self {
        Self {
            tree,
            cast,
            named: Vec::new(),
            known: Vec::new(),
            meant: Vec::new(),
            nouns: Vec::new(),
            quoted: Vec::new(),
            line: Line::Alone,
            noun_said: false,
            speaker_named: false,
            asked_of: None,
            dangling: false,
        }
    }

    /// For a question.
    pub(super) fn asking(tree: Tree<'a>, cast: &'a Cast) -> Self {
        Self { line: Line::Question, ..Self::new(tree, cast) }
    }

    /// For a sentence that follows others, which named `known`.
    pub(super) fn following(tree: Tree<'a>, cast: &'a Cast, known: &[ActorId]) -> Self {
        Self { known: known.to_vec(), line: Line::Behind, ..Self::new(tree, cast) }
    }

    fn asks(&self) -> bool {
        self.line == Line::Question
    }

    pub(super) fn named(self) -> Vec<ActorId> {
        self.named
    }

    /// With an actor that was named before these words: his pronouns may stay.
    pub(super) fn after(mut self, actor: Option<ActorId>) -> Self {
        self.named.extend(actor);
        self
    }

    /// From here on a pronoun must mean an actor, or a noun that is yet to come.
    pub(super) fn forget_nouns(&mut self) {
        self.noun_said = false;
    }

    /// The words, pronouns resolved.
    pub(super) fn pieces(&mut self, tokens: &[usize]) -> Vec<Piece> {
        self.quoted = self.shown_quotations(tokens);
        let mut pieces = Vec::with_capacity(tokens.len());
        let mut at = 0;
        while at < tokens.len() {
            let token = tokens[at];
            if let Some((length, piece)) = self.full_name(&tokens[at..]) {
                pieces.push(piece);
                at += length;
                continue;
            }
            pieces.push(self.piece(token));
            at += 1;
        }
        pieces
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
                if self.line == Line::Behind && self.tree.upos(token) == Upos::Noun {
                    self.meant.extend(actor);
                }
                if self.tree.upos(token) == Upos::Propn
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
                Piece::Instead(token, "the".to_owned())
            }
            _ => self.lowered(token),
        }
    }

    /// A word that stood at the start of its sentence loses the capital that it had from there.
    fn lowered(&self, token: usize) -> Piece {
        let word = self.tree.word(token);
        if !word.starts_with(char::is_uppercase) {
            return Piece::Token(token);
        }
        let starts = self
            .tree
            .analysis
            .sentences
            .binary_search_by(|sentence| sentence.tokens.start.cmp(&token))
            .is_ok()
            || token.checked_sub(1).is_some_and(|before| {
                matches!(self.tree.word(before), "“" | "\"" | "‘" | ":" | "''" | "``" | "(" | "[")
            });
        // "The Hague" is the one town; "The Harbour Office" is "the Harbour Office".
        let article = self.asks()
            && self.tree.is_word(token, &["the", "this", "these"])
            && self.tree.upos(token) == Upos::Det;
        let common = !matches!(self.tree.upos(token), Upos::Propn | Upos::X)
            && word != "I"
            && !word.starts_with("I'")
            && !word.starts_with("I’");
        // "Prime Minister": a title keeps its capitals.
        let titled = self.tree.word(token + 1).starts_with(char::is_uppercase)
            && matches!(self.tree.upos(token), Upos::Adj | Upos::Noun)
            && matches!(self.tree.upos(token + 1), Upos::Noun | Upos::Propn);
        let mut letters = word.chars();
        let shouted = word.chars().skip(1).any(char::is_uppercase);
        match letters.next() {
            Some(first)
                if starts
                    && !titled
                    && !self.is_quoted(token)
                    && common
                    && !shouted
                    && (article || !self.in_name(token))
                    && !self.is_always_capital(token) =>
            {
                Piece::Instead(token, first.to_lowercase().chain(letters).collect())
            }
            _ => Piece::Token(token),
        }
    }

    /// Whether the noun has its capital also where it starts no sentence, and never stands without.
    fn is_always_capital(&self, token: usize) -> bool {
        let tree = &self.tree;
        // Else the whole article would be read for each word.
        if tree.upos(token) != Upos::Noun {
            return false;
        }
        let word = tree.word(token);
        let mut inside = false;
        for sentence in &tree.analysis.sentences {
            for at in sentence.tokens.clone() {
                let other = tree.word(at);
                if other == word {
                    inside |= at != sentence.tokens.start && at != token;
                } else if other.eq_ignore_ascii_case(word) {
                    return false;
                }
            }
        }
        inside
    }

    fn in_name(&self, token: usize) -> bool {
        self.tree.analysis.name_kind(token).is_some()
            // "Russian forces": adjectives of peoples keep their capital.
            || self.tree.xpos(token) == "JJ" && is_capital_adjective(self.tree.word(token))
    }

    fn pronoun(&mut self, token: usize, actor: Option<ActorId>) -> Piece {
        let word = self.tree.word(token).to_lowercase();
        let third = matches!(word.as_str(), "he" | "she" | "they" | "it" | "him" | "her" | "them");
        let owner = matches!(word.as_str(), "his" | "their" | "its")
            || word == "her" && self.tree.deprel(token) == Deprel::NmodPoss;
        let actor = self.told_apart(token).or(actor);
        let expletive = self.tree.deprel(token) == Deprel::Expl;
        let own = matches!(word.as_str(), "i" | "me" | "we" | "us");
        let owners = matches!(word.as_str(), "my" | "our");
        // "I will resign", she said: will she? Of whom `we` means, the chains know some.
        if self.asks()
            && (own || owners)
            && !self.is_quoted(token)
            && actor.is_some()
            && !self.agrees_with_verb(token)
        {
            self.speaker_named = true;
            return self.named_as(token, actor, owners);
        }
        // "Will the ministry do our part?": once "we" is named, "our" must be named too.
        self.dangling |= self.speaker_named && (own || owners) && !self.is_quoted(token);
        if expletive || !(third || owner) {
            let points = matches!(word.as_str(), "this" | "that" | "these" | "those")
                && matches!(
                    self.tree.deprel(token),
                    Deprel::Nsubj | Deprel::NsubjPass | Deprel::Obj
                )
                && !self.noun_said
                && self.tree.xpos(token) == "DT";
            self.dangling |=
                points || matches!(word.as_str(), "i" | "me" | "my" | "mine" | "you" | "your");
            return self.lowered(token);
        }
        // "they" for one person, "it" for a person or for several, are more often slips of the chains than choices of
        // the author.
        let amiss = actor.is_some_and(|id| {
            let person = self.cast.actor(id).is_some_and(|actor| actor.kind == ActorKind::Person);
            match word.as_str() {
                "they" | "them" | "their" => person,
                "it" | "its" => person || self.cast.is_plural(id),
                _ => false,
            }
        });
        // "the envoy and his staff" needs no name for `his`.
        let clear = actor.is_some_and(|actor| self.meant.contains(&actor));
        let unsure = self.line == Line::Behind
            && actor
                .is_some_and(|actor| is_unsure(&self.tree, self.cast, &self.nouns, token, actor));
        // A question turns the order round.
        if clear || unsure || (!self.asks() && self.is_named_next(token, &word)) {
            return self.lowered(token);
        }
        match actor.filter(|_| !amiss) {
            Some(actor) if !self.is_quoted(token) => self.named_as(token, Some(actor), owner),
            Some(_) => self.lowered(token),
            None => {
                if self.asks()
                    && !self.noun_said
                    && let Some(noun) = super::antecedent::find(&self.tree, self.cast, token)
                    && let Some(phrase) = self.known_noun(noun)
                    // "its reaction": whose, must be said in few words.
                    && (!owner || phrase.split(' ').count() <= 4)
                {
                    self.noun_said = true;
                    let several = self.tree.xpos(noun) == "NNS" && phrase.ends_with('s');
                    let owned =
                        || if several { format!("{phrase}’") } else { possessive(&phrase) };
                    return Piece::Instead(token, if owner { owned() } else { phrase.clone() });
                }
                self.dangling |= !self.noun_said;
                self.lowered(token)
            }
        }
    }

    /// "told Ruiz that he would assist him": one of the two is Ruiz, who was told, the other the teller. Whom the
    /// pronoun at `token` means there, if the chains have the one who acts as the one who was told.
    fn told_apart(&self, token: usize) -> Option<ActorId> {
        let tree = &self.tree;
        let clause = tree.clause_of(token);
        let verb = tree.head(clause).filter(|_| tree.deprel(clause) == Deprel::Ccomp)?;
        let hearer = tree.child(verb, |deprel| matches!(deprel, Deprel::Obj | Deprel::Iobj))?;
        let acts = tree.subject(clause).filter(|&at| tree.is_word(at, &["he", "she"]))?;
        let other = tree.child(clause, |deprel| matches!(deprel, Deprel::Obj | Deprel::Iobj))?;
        let told = matches!(tree.lemma(verb), "tell" | "assure" | "promise" | "inform" | "warn")
            && tree.is_word(other, &["him", "her"])
            && (token == acts || token == other);
        let hearer = self.cast.actor_of_token(hearer).filter(|_| told)?;
        if self.cast.actor_of_token(acts) != Some(hearer) {
            return None;
        }
        // "Ruiz, who had told Lee that".
        let subject = tree.understood_subject(verb)?;
        let named = match tree.deprel(verb) {
            Deprel::AclRelcl if tree.is_word(subject, &["who", "that"]) => tree.head(verb)?,
            _ => subject,
        };
        let teller = self.cast.actor_of_token(named).filter(|&teller| teller != hearer)?;
        let fits = match (self.cast.gender(teller), tree.is_word(acts, &["he"])) {
            (Gender::Female, he) => !he,
            (Gender::Male, he) => he,
            _ => true,
        };
        fits.then_some(if token == acts { teller } else { hearer })
    }

    /// "the deal that I like": the verb of a clause inside would have to change with the pronoun.
    fn agrees_with_verb(&self, token: usize) -> bool {
        let tree = &self.tree;
        let verb = tree.head(token).filter(|_| super::clause::is_subject(tree.deprel(token)));
        let inside = verb.is_some_and(|verb| {
            matches!(tree.deprel(verb), Deprel::AclRelcl | Deprel::Advcl | Deprel::Ccomp)
                && tree.finite(verb).is_some_and(|finite| {
                    tree.xpos(finite) == "VBP" || tree.is_word(finite, &["was", "were"])
                })
        });
        inside && self.noun_said
    }

    /// The actor's name in the place of a pronoun, once.
    fn named_as(&mut self, token: usize, actor: Option<ActorId>, owner: bool) -> Piece {
        let Some(actor) = actor.filter(|actor| !self.named.contains(actor)) else {
            return self.lowered_third(token);
        };
        // "they've" is one word, which no name takes the half of.
        let alone =
            self.asked_of == Some(token) && self.tree.is_word(token, &["i", "we", "he", "she"]);
        if !alone
            && matches!(self.tree.word(token + 1), "'ve" | "’ve" | "'re" | "’re" | "'ll" | "’ll")
        {
            return self.lowered_third(token);
        }
        // "our party's gathering" has an owner's mark already.
        self.dangling |= owner
            && self.tree.head(token).is_some_and(|noun| {
                self.tree.children(noun).any(|mark| self.tree.xpos(mark) == "POS")
            });
        self.named.push(actor);
        self.noun_said = true;
        let short = self.known.contains(&actor).then(|| self.cast.short_name(actor).to_owned());
        let full = || self.cast.actor(actor).map(|actor| actor.name.clone());
        let Some(mut name) = short.filter(|name| !name.is_empty()).or_else(full) else {
            return self.lowered(token);
        };
        // "the United States": where the short form has an article, running text gives the full one its own.
        if self.cast.short_name(actor).starts_with("the ")
            && !name.to_lowercase().starts_with("the ")
        {
            name = format!("the {name}");
        }
        let several = self.cast.is_plural(actor) && name.ends_with('s');
        let owned = || if several { format!("{name}’") } else { possessive(&name) };
        Piece::Instead(token, if owner { owned() } else { name })
    }

    /// A pronoun that stays; one of the speaker's own becomes that of a third person.
    fn lowered_third(&self, token: usize) -> Piece {
        let Some(actor) = self.cast.actor_of_token(token).filter(|_| self.asks()) else {
            return self.lowered(token);
        };
        let person = self.cast.actor(actor).is_some_and(|actor| actor.kind == ActorKind::Person);
        let forms = match (self.cast.gender(actor), person) {
            (Gender::Female, _) => ["she", "her", "her"],
            (Gender::Male, _) => ["he", "him", "his"],
            (_, true) => ["they", "them", "their"],
            _ if self.cast.is_plural(actor) => ["they", "them", "their"],
            _ => ["it", "it", "its"],
        };
        let word = match self.tree.word(token).to_lowercase().as_str() {
            "i" | "we" => forms[0],
            "me" | "us" => forms[1],
            "my" | "our" => forms[2],
            _ => return self.lowered(token),
        };
        Piece::Instead(token, word.to_owned())
    }

    /// A noun that was said before, as one that everybody knows of: `a plan` is `the plan`.
    fn known_noun(&self, noun: usize) -> Option<String> {
        let writer = super::Writer { tree: self.tree, cast: self.cast };
        let line = writer.noun(noun, super::Cut::Clauses).filter(|line| !line.dangling)?;
        let first = line.text.split(' ').next().filter(|_| self.tree.lemma(noun) != "other")?;
        let named = self.tree.upos(noun) == Upos::Propn
            && self.tree.child(noun, |deprel| deprel == Deprel::Det).is_none();
        let clause = writer.tree.subtree(noun, |_| true).into_iter().any(|token| {
            matches!(self.tree.xpos(token), "WRB" | "WP" | "WP$" | "VBD" | "VBZ" | "VBP" | "MD")
        });
        let short = line.text.split(' ').count() <= 8 && !clause;
        let text = match first.to_lowercase().as_str() {
            "a" | "an" => format!("the {}", line.text.get(first.len() + 1..)?),
            "no" | "any" | "some" | "every" | "each" | "another" | "such" | "many" | "few"
            | "several" | "most" | "all" | "both" | "this" | "that" | "these" | "those"
            | "other" | "others" | "more" => return None,
            _ => line.text,
        };
        // "Tariffs hurt. They may go": the tariffs.
        let bare = !named
            && self
                .tree
                .children(noun)
                .all(|child| !matches!(self.tree.deprel(child), Deprel::Det | Deprel::NmodPoss));
        short.then(|| if bare { format!("the {text}") } else { text })
    }

    /// Whether the pronoun stands in a phrase before the subject, which it means more often than anyone before: "In
    /// his reply, Ruiz said", "On its way to peace, the region".
    fn is_named_next(&self, token: usize, word: &str) -> bool {
        let tree = &self.tree;
        let fronted = std::iter::once(token)
            .chain(tree.ancestors(token))
            .find(|&at| matches!(tree.deprel(at), Deprel::Obl | Deprel::Advcl));
        let Some(subject) = fronted.and_then(|at| tree.head(at)).and_then(|at| tree.subject(at))
        else {
            return false;
        };
        let person = self
            .cast
            .actor_of_token(subject)
            .and_then(|actor| self.cast.actor(actor))
            .is_some_and(|actor| actor.kind == ActorKind::Person);
        let plural = matches!(tree.xpos(subject), "NNS" | "NNPS");
        let agrees = match word {
            "he" | "him" | "his" | "she" | "her" => person,
            "it" | "its" => !person && !plural,
            _ => plural,
        };
        subject > token && tree.upos(subject) != Upos::Pron && agrees
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
        let untitled = first.checked_sub(1).is_none_or(|before| {
            self.tree.upos(before) != Upos::Propn
                && self.tree.deprel(before) != Deprel::Compound
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

/// `Russian`, `European`: an adjective that keeps its capital everywhere.
fn is_capital_adjective(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
        && ["an", "ian", "ish", "ese", "ch", "i", "ic"].iter().any(|end| word.ends_with(end))
        && !matches!(
            word,
            "Such"
                | "Public"
                | "Economic"
                | "Democratic"
                | "Domestic"
                | "Much"
                | "Each"
                | "Human"
                | "Urban"
                | "Mean"
                | "Rich"
        )
}
