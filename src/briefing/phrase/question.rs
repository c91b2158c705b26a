//! Clauses turned into questions: the auxiliary first, `do` where there is none, `will` for what is to come.

use super::clause::Tree;
use super::piece::{Piece, finish, join};
use super::resolve::Resolver;
use super::{Cut, Writer};
use crate::language::{Deprel, Upos};

/// What becomes of the verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mood {
    /// The tense and the modal of the clause stay.
    Kept,
    /// The same, told by somebody in the past: `whether it would rain` asks whether it will.
    Reported,
    /// This modal in the place of what is there.
    Modal(&'static str),
    /// The simple present, for `may be`.
    Present,
    /// The simple past, for `may have agreed` and what is told with a participle.
    Past,
}

/// The longest question that can be read at a glance.
const MAX_WORDS: usize = 30;
const GOOD_WORDS: usize = 22;

impl Writer<'_> {
    /// "Will Belarus hold a referendum?" of the clause at `head` and its own or its understood subject.
    /// Negation goes where `positive` is set.
    pub(crate) fn yes_no(&self, head: usize, mood: Mood, positive: bool) -> Option<String> {
        let subject = self.tree.understood_subject(head)?;
        Self::shortest(|cut| self.inverted(head, subject, mood, positive, cut, &[]))
    }

    /// The same with another subject than the tree's own.
    pub(crate) fn yes_no_of(
        &self,
        head: usize,
        subject: usize,
        mood: Mood,
        positive: bool,
    ) -> Option<String> {
        Self::shortest(|cut| self.inverted(head, subject, mood, positive, cut, &[]))
    }

    /// "How will Iran respond?" of an indirect question; `None` when the clause has no question word.
    /// A clause without a subject of its own (`what to do`) takes `asker`.
    pub(crate) fn wh_question(&self, head: usize, asker: Option<usize>) -> Option<String> {
        let front = self.question_phrase(head)?;
        let own = self.tree.subject(head);
        if own.is_some_and(|subject| front.contains(&subject)) {
            return Self::shortest(|cut| self.uninverted(head, cut));
        }
        let infinitive = self.tree.is_infinitive(head) && own.is_none();
        let subject = own.or(asker)?;
        let mood = if infinitive { Mood::Modal("will") } else { Mood::Kept };
        Self::shortest(|cut| self.inverted(head, subject, mood, false, cut, &front))
    }

    /// "Will Moscow look for others if Minsk agrees?", wherever the condition stood.
    pub(crate) fn conditional_question(
        &self,
        head: usize,
        condition: usize,
        mood: Mood,
    ) -> Option<String> {
        let subject = self.tree.understood_subject(head)?;
        let ahead = condition < head;
        let front: &[usize] = &[];
        let question = Self::shortest(|cut| self.inverted(head, subject, mood, false, cut, front))?;
        if !ahead {
            let line = question.replace(", if ", " if ");
            return (line.contains(" if ") || line.contains(" unless ")).then_some(line);
        }
        let mut resolver = Resolver::new(self.tree, self.cast);
        // What the question names need not be named again.
        let subject_tokens = self.subject_tokens(subject, head)?;
        resolver.pieces(&subject_tokens);
        let tokens = self.kept(condition, Cut::Asides, |_| true);
        let tail = join(&self.tree, &resolver.pieces(&tokens));
        let line = format!("{} {tail}", question.trim_end_matches('?'));
        let fits = line.split_whitespace().count() <= MAX_WORDS
            && !resolver.dangling
            && !line.contains('?');
        fits.then(|| finish(&line, '?'))
    }

    /// A question of the text in its own words, pronouns resolved.
    pub(crate) fn question_as_asked(&self, tokens: &[usize]) -> Option<String> {
        let mut resolver = Resolver::new(self.tree, self.cast);
        let pieces = resolver.pieces(tokens);
        let line = join(&self.tree, &pieces);
        (!resolver.dangling && reads_as_one(&line)).then(|| finish(&line, '?'))
    }

    /// A subject as a template takes it: `the ministry`, `Alexander Lukashenko`.
    pub(crate) fn subject_line(&self, subject: usize) -> Option<String> {
        let tokens = self.kept(subject, Cut::Clauses, |child| {
            !(self.tree.head(child) == Some(subject)
                && matches!(
                    self.tree.deprel(child),
                    Deprel::Case | Deprel::Cc | Deprel::Mark | Deprel::Punct
                ))
        });
        let mut resolver = Resolver::new(self.tree, self.cast);
        let line = join(&self.tree, &resolver.pieces(&tokens));
        (!resolver.dangling
            && !line.is_empty()
            && tokens.len() <= 10
            && !is_question_word(&self.tree, subject))
        .then_some(line)
    }

    /// The least cut that is short enough.
    fn shortest(make: impl Fn(Cut) -> Option<String>) -> Option<String> {
        let n_words = |line: &String| line.split_whitespace().count();
        let first = make(Cut::Asides)?;
        if n_words(&first) <= GOOD_WORDS {
            return Some(first);
        }
        let second = make(Cut::Clauses).unwrap_or(first);
        if n_words(&second) <= MAX_WORDS {
            return Some(second);
        }
        make(Cut::Core).filter(|third| n_words(third) <= MAX_WORDS)
    }

    /// The words up to the end of the question phrase at the start of the clause.
    pub(crate) fn question_phrase(&self, head: usize) -> Option<Vec<usize>> {
        let tree = &self.tree;
        let all = tree.subtree(head, |_| true);
        let word = *all.iter().take(4).find(|&&token| is_question_word(tree, token))?;
        // The constituent directly below the head that holds the word.
        let mut top = word;
        while top != head && tree.head(top) != Some(head) {
            top = tree.head(top)?;
        }
        if top == head {
            // "who he is": the predicate itself is the question word.
            return (word == head).then(|| vec![head]);
        }
        let phrase = tree.subtree(top, |_| true);
        // Only what stands before the verb is a question phrase.
        (phrase.last().copied()? < head).then_some(phrase)
    }

    fn uninverted(&self, head: usize, cut: Cut) -> Option<String> {
        let tokens = self.kept(head, cut, |token| !self.ties(head, token));
        let mut resolver = Resolver::new(self.tree, self.cast);
        let pieces = resolver.pieces(&tokens);
        let starts = tokens.first().is_some_and(|&first| is_question_word(&self.tree, first));
        let line = join(&self.tree, &pieces);
        (starts && !resolver.dangling && reads_as_one(&line)).then(|| finish(&line, '?'))
    }

    fn ties(&self, head: usize, token: usize) -> bool {
        let on_head = self.tree.head(token) == Some(head);
        on_head && token < head && matches!(self.tree.deprel(token), Deprel::Mark | Deprel::Cc)
    }

    fn inverted(
        &self,
        head: usize,
        subject: usize,
        mood: Mood,
        positive: bool,
        cut: Cut,
        front: &[usize],
    ) -> Option<String> {
        let tree = &self.tree;
        let subject_tokens = self.subject_tokens(subject, head)?;
        let group = self.group(head, subject, mood)?;
        let mut resolver = Resolver::new(*tree, self.cast);
        let mut pieces = resolver.pieces(front);
        pieces.push(Piece::Word(group.first.clone()));
        pieces.extend(
            resolver.pieces(&subject_tokens).into_iter().map(|piece| as_subject(tree, piece)),
        );
        let last_subject = subject_tokens.last().copied().unwrap_or(subject);
        let inside = tree.subtree(head, |_| true).contains(&subject);
        let dropped = |token: usize| {
            let on_head = tree.head(token) == Some(head);
            (token == subject && (token < head || !inside))
                || front.contains(&token)
                || group.removed.contains(&token)
                || (positive && on_head && is_negation(tree, token))
                || (on_head && self.drops(head, token, &group))
                // What stands before the subject or before the verb group is left behind.
                || (on_head && inside && token < subject.min(last_subject))
        };
        let tokens = self.kept(head, cut, |token| !dropped(token));
        if lacks_object(tree, head, &tokens) {
            return None;
        }
        if self.has_stray_verb(head, &tokens, &group.removed) {
            return None;
        }
        let mut rest = Vec::new();
        for piece in resolver.pieces(&tokens) {
            match piece {
                Piece::Token(token) | Piece::Instead(token, _)
                    if group.changed.iter().any(|(at, _)| *at == token) =>
                {
                    let (_, word) = group.changed.iter().find(|(at, _)| *at == token)?;
                    rest.push(Piece::Instead(token, word.clone()));
                }
                Piece::Token(token) | Piece::Instead(token, _)
                    if token == head && front.contains(&head) => {}
                Piece::Token(token) | Piece::Instead(token, _)
                    if group.removed.contains(&token) => {}
                piece => rest.push(piece),
            }
        }
        if let Some(be) = group.inserted {
            pieces.push(Piece::Word(be));
        }
        pieces.extend(rest);
        let line = join(tree, &pieces);
        (!resolver.dangling && reads_as_one(&line)).then(|| finish(&line, '?'))
    }

    /// Whether a finite verb stands among the words that neither the question nor a clause inside it needs: a
    /// slip of the tree that would read as two sentences.
    fn has_stray_verb(&self, head: usize, tokens: &[usize], removed: &[usize]) -> bool {
        let tree = &self.tree;
        tokens.iter().copied().filter(|token| !removed.contains(token) && *token != head).any(
            |token| {
                if !matches!(tree.xpos(token), "VBD" | "VBZ" | "VBP" | "MD") {
                    return false;
                }
                let clause = match tree.deprel(token) {
                    Deprel::Aux | Deprel::AuxPass | Deprel::Cop => {
                        tree.head(token).unwrap_or(token)
                    }
                    _ => token,
                };
                let lost = clause != head
                    && tree.deprel(clause) != Deprel::Conj
                    && tree.subject(clause).is_none();
                clause == head
                    || lost
                    || matches!(
                        tree.deprel(clause),
                        Deprel::Parataxis
                            | Deprel::Dep
                            | Deprel::Appos
                            | Deprel::Root
                            | Deprel::List
                            | Deprel::Obj
                            | Deprel::Obl
                            | Deprel::Nmod
                            | Deprel::Xcomp
                            | Deprel::Csubj
                    )
            },
        )
    }

    fn subject_tokens(&self, subject: usize, head: usize) -> Option<Vec<usize>> {
        let tree = &self.tree;
        // "There are signs", "it rains": said before the verb all the same.
        if let Some(there) =
            tree.child(head, |deprel| deprel == Deprel::Expl).filter(|&there| there < head)
        {
            return (tree.is_word(there, &["there", "it"])).then(|| vec![there]);
        }
        let relative = tree.deprel(head) == Deprel::AclRelcl
            && tree.is_word(subject, &["who", "which", "that"])
            && tree.head(subject) == Some(head);
        let noun = if relative { tree.head(head)? } else { subject };
        // Inverted clauses ("said Smith") make no question here.
        if !relative && tree.head(subject) == Some(head) && subject > head {
            return None;
        }
        let spoken = matches!(
            tree.upos(noun),
            Upos::Noun
                | Upos::Propn
                | Upos::Pron
                | Upos::Num
                | Upos::Det
                | Upos::Adj
                | Upos::Sym
                | Upos::X
        );
        let participle = tree.deprel(subject) == Deprel::Csubj
            || tree.upos(noun) == Upos::Adj
                && !tree.children(noun).any(|det| tree.deprel(det) == Deprel::Det);
        let nobody = tree.is_word(noun, NOBODY)
            || tree.children(noun).any(|det| tree.is_word(det, &["no", "neither"]));
        if !spoken || participle || nobody || is_question_word(tree, noun) && !relative {
            return None;
        }
        let mut tokens = self.phrase_of(noun, head);
        if tokens.len() > 12 {
            tokens = self.kept(noun, Cut::Clauses, |child| {
                child != head
                    && !(tree.head(child) == Some(noun)
                        && matches!(
                            tree.deprel(child),
                            Deprel::Case
                                | Deprel::Acl
                                | Deprel::Mark
                                | Deprel::Cc
                                | Deprel::AclRelcl
                        ))
            });
        }
        // A verb in it that no relative pronoun leads in is a slip of the tree.
        let finite =
            tokens.iter().any(|&token| matches!(tree.xpos(token), "VBD" | "VBZ" | "VBP" | "MD"));
        let relative = |token: usize| matches!(tree.xpos(token), "WDT" | "WP" | "WP$");
        // "whose members", "all of whom": relative words that lead in no clause here.
        let loose = !finite && tokens.iter().any(|&token| relative(token));
        // "steps to shape" has lost what is shaped.
        let cut_short = tokens.last().is_some_and(|&last| tree.xpos(last) == "VB");
        if loose || cut_short {
            return None;
        }
        let led_in =
            tokens.iter().any(|&token| matches!(tree.xpos(token), "WDT" | "WP" | "WP$" | "WRB"));
        (!tokens.is_empty() && tokens.len() <= 16 && (!finite || led_in)).then_some(tokens)
    }

    fn drops(&self, head: usize, token: usize, group: &Group) -> bool {
        let tree = &self.tree;
        match tree.deprel(token) {
            Deprel::Mark | Deprel::Cc | Deprel::CcPreconj | Deprel::Expl => token < head,
            // A second verb keeps its form only where the first one keeps it too.
            Deprel::Conj => {
                let verb = tree.upos(token) == Upos::Verb
                    || tree.child(token, |d| d == Deprel::Cop).is_some();
                tree.subject(token).is_some()
                    || group.reshaped && verb
                    || verb && tree.finite(token).is_some()
            }
            Deprel::Advmod => tree.is_word(token, HEDGES) && tree.children(token).next().is_none(),
            // Who says it is no part of what is asked.
            Deprel::Parataxis => true,
            Deprel::Punct => token < head || tree.children(head).next_back() == Some(token),
            // "There are signs": what there is stands behind the verb.
            Deprel::Nsubj | Deprel::NsubjPass | Deprel::Csubj => {
                token < head || tree.child(head, |deprel| deprel == Deprel::Expl).is_none()
            }
            _ => false,
        }
    }

    /// What goes before the subject and what the verb group behind it becomes.
    fn group(&self, head: usize, subject: usize, mood: Mood) -> Option<Group> {
        let tree = &self.tree;
        let auxiliaries = tree.auxiliaries(head);
        match mood {
            Mood::Kept => self.kept_group(head, &auxiliaries),
            Mood::Reported => {
                self.kept_group(head, &auxiliaries).map(|group| match group.first.as_str() {
                    "would" => Group { first: "will".to_owned(), ..group },
                    // "claimed that he had left": did he leave?
                    "had" if tree.finite(head) != Some(head) && tree.lemma(head) != "have" => {
                        self.past_group(head, subject, &auxiliaries)
                    }
                    _ => group,
                })
            }
            Mood::Modal(modal) => Some(modal_group(tree, head, &auxiliaries, modal)),
            Mood::Past => Some(self.past_group(head, subject, &auxiliaries)),
            Mood::Present => {
                let first = if self.is_plural(subject) { "are" } else { "is" };
                Some(Group { first: first.to_owned(), removed: auxiliaries, ..Group::default() })
            }
        }
    }

    fn kept_group(&self, head: usize, auxiliaries: &[usize]) -> Option<Group> {
        let tree = &self.tree;
        let finite = tree.finite(head)?;
        // An auxiliary before the subject belongs to another clause.
        if tree
            .subject(head)
            .is_some_and(|subject| finite < subject && tree.head(subject) == Some(head))
        {
            return None;
        }
        if finite != head {
            let first = full_form(tree, finite)?;
            return Some(Group { first, removed: vec![finite], ..Group::default() });
        }
        if !auxiliaries.is_empty() {
            return None;
        }
        // "There was a plan": `be` needs no `do`.
        if tree.lemma(head) == "be" {
            return Some(Group {
                first: tree.word(head).to_lowercase(),
                removed: vec![head],
                ..Group::default()
            });
        }
        let first = match tree.xpos(head) {
            "VBD" => "did",
            "VBZ" => "does",
            "VBP" => "do",
            _ => return None,
        };
        let changed = vec![(head, tree.lemma(head).to_owned())];
        Some(Group { first: first.to_owned(), changed, reshaped: true, ..Group::default() })
    }

    fn past_group(&self, head: usize, subject: usize, auxiliaries: &[usize]) -> Group {
        let tree = &self.tree;
        let be = auxiliaries.iter().any(|&aux| tree.lemma(aux) == "be")
            || tree.xpos(head) == "VBN" && auxiliaries.is_empty();
        let removed = auxiliaries.to_vec();
        if be {
            let first = if self.is_plural(subject) { "were" } else { "was" };
            return Group { first: first.to_owned(), removed, ..Group::default() };
        }
        let changed = vec![(head, tree.lemma(head).to_owned())];
        Group { first: "did".to_owned(), removed, changed, reshaped: true, ..Group::default() }
    }

    pub(crate) fn is_plural(&self, subject: usize) -> bool {
        let tree = &self.tree;
        matches!(tree.xpos(subject), "NNS" | "NNPS")
            || tree.is_word(subject, &["they", "we", "these", "those", "you"])
            || tree.child(subject, |deprel| deprel == Deprel::Conj).is_some()
            || self.cast.actor_of_token(subject).is_some_and(|actor| self.cast.is_plural(actor))
    }
}

/// The verb group of a question.
#[derive(Default)]
struct Group {
    /// The word before the subject.
    first: String,
    /// A form of `be` right after the subject.
    inserted: Option<String>,
    removed: Vec<usize>,
    changed: Vec<(usize, String)>,
    /// Whether the main verb has another form than in the text.
    reshaped: bool,
}

/// Whether the verb ends the question and what it takes was hung elsewhere: "Will he let (supply …)?"
fn lacks_object(tree: &Tree<'_>, head: usize, tokens: &[usize]) -> bool {
    let Some(&last) = tokens.last() else { return false };
    let at_verb =
        last == head || tree.deprel(last) == Deprel::CompoundPrt && tree.head(last) == Some(head);
    let follows = last + 1;
    at_verb
        && tree.upos(head) == Upos::Verb
        && tree.analysis.sentence_of(follows) == tree.analysis.sentence_of(last)
        && (matches!(
            tree.upos(follows),
            Upos::Det | Upos::Noun | Upos::Propn | Upos::Pron | Upos::Adj | Upos::Num
        ) || matches!(tree.word(follows), "“" | "\"" | "‘" | "``"))
        && !matches!(tree.deprel(follows), Deprel::OblUnmarked | Deprel::Nsubj)
}

/// `us` is `we` where it has become the subject.
fn as_subject(tree: &Tree<'_>, piece: Piece) -> Piece {
    let Piece::Token(token) = piece else { return piece };
    // "US" is no pronoun.
    if tree.upos(token) != Upos::Pron || tree.word(token) == "US" {
        return piece;
    }
    let word = match tree.word(token).to_lowercase().as_str() {
        "us" => "we",
        "them" => "they",
        "him" => "he",
        "her" if tree.xpos(token) == "PRP" => "she",
        _ => return piece,
    };
    Piece::Instead(token, word.to_owned())
}

fn modal_group(tree: &Tree<'_>, head: usize, auxiliaries: &[usize], modal: &str) -> Group {
    let mut group = Group { first: modal.to_owned(), ..Group::default() };
    let drops = |aux: usize| tree.xpos(aux) == "MD" || tree.lemma(aux) == "do";
    group.removed.extend(auxiliaries.iter().copied().filter(|&aux| drops(aux)));
    // "going to", "has to" hang as auxiliaries in some analyses; their `to` goes with the marks.
    let mut left = auxiliaries.iter().copied().filter(|&aux| !drops(aux));
    match left.next() {
        // "has been approved" will be approved; "has left" will leave.
        Some(have) if tree.lemma(have) == "have" => {
            group.removed.push(have);
            match left.next() {
                Some(been) => group.changed.push((been, "be".to_owned())),
                None => group.changed.push((head, tree.lemma(head).to_owned())),
            }
            group.reshaped = true;
        }
        Some(be) => {
            let copula = tree.deprel(be) == Deprel::Cop;
            // "is to hold" will hold.
            if !copula && tree.xpos(head) == "VB" {
                group.removed.push(be);
                return group;
            }
            // "is holding" will hold; "is held" will be held.
            if !copula && tree.xpos(head) == "VBG" {
                group.removed.push(be);
                group.changed.push((head, tree.lemma(head).to_owned()));
                group.reshaped = true;
            } else {
                let word = verb_or(tree, be, "be");
                group.changed.push((be, word));
            }
        }
        // "to inject", whatever the tag of the verb.
        None if tree.is_infinitive(head) && tree.xpos(head) != "VBN" => {}
        None if tree.upos(head) != Upos::Verb && tree.upos(head) != Upos::Aux => {
            group.inserted = Some("be".to_owned());
        }
        None if tree.xpos(head) == "VBN" => group.inserted = Some("be".to_owned()),
        None if tree.xpos(head) == "VB" => {}
        None => {
            group.changed.push((head, tree.lemma(head).to_owned()));
            group.reshaped = true;
        }
    }
    group
}

fn verb_or(tree: &Tree<'_>, token: usize, base: &str) -> String {
    if tree.lemma(token) == "get" { "get".to_owned() } else { base.to_owned() }
}

/// The finite word written out, as it starts a question.
fn full_form(tree: &Tree<'_>, finite: usize) -> Option<String> {
    let word = tree.word(finite).to_lowercase();
    let lemma = tree.lemma(finite);
    let full = match word.trim_start_matches(['\'', '’']) {
        "s" if lemma == "have" => "has",
        "s" => "is",
        "re" => "are",
        "ve" => "have",
        "d" if lemma == "have" => "had",
        "d" => "would",
        // "It might rain": a question asks whether it will.
        "ll" | "wo" | "may" | "might" => "will",
        "ca" => "can",
        "sha" => "shall",
        _ => return (!word.starts_with(['\'', '’'])).then_some(word),
    };
    Some(full.to_owned())
}

/// Whether the line is one sentence without another's words or marks broken into it.
fn reads_as_one(line: &str) -> bool {
    let breaks = ["?", "!", ",”", ",\"", "”,", "\",", "...", "…", "; ", ": ", " -- ", "(", "["];
    // "Mr. Lee" and "the U.S. Senate" are no ends of sentences.
    let stops = line.match_indices(". ").any(|(at, _)| {
        let word = line.get(..at).and_then(|before| before.rsplit(' ').next()).unwrap_or_default();
        word.len() > 4 && !word.contains('.')
    });
    !line.is_empty() && !stops && !breaks.iter().any(|mark| line.contains(mark))
}

pub(crate) fn is_question_word(tree: &Tree<'_>, token: usize) -> bool {
    tree.is_word(token, &["who", "whom", "whose", "what", "which", "when", "where", "why", "how"])
}

fn is_negation(tree: &Tree<'_>, token: usize) -> bool {
    tree.is_word(token, &["not", "n't", "n’t", "never", "yet"])
}

/// A question about nobody asks nothing.
const NOBODY: &[&str] = &["nothing", "nobody", "none", "neither", "noone"];

/// Adverbs that a question says by being one.
const HEDGES: &[&str] = &[
    "likely",
    "probably",
    "possibly",
    "perhaps",
    "maybe",
    "reportedly",
    "allegedly",
    "apparently",
    "presumably",
    "supposedly",
    "even",
    "also",
    "still",
    "yet",
    "already",
    "conceivably",
    "potentially",
    "almost certainly",
    "then",
];
