//! Clauses turned into questions: the auxiliary first, `do` where there is none, `will` for what is to come.

use super::behind::Clause;
use super::clause::{Tree, is_subject};
use super::group::{Group, Mood};
use super::lacking::{
    lacks_complement, lacks_object, reads_as_one, took_a_subject, took_an_object,
};
use super::loose::{
    is_loose, points_at_a_noun, says_no_more, with_any, without_marks, without_remark,
};
use super::piece::{Piece, finish, join};
use super::resolve::Resolver;
use super::subject::{as_owner, as_subject};
use super::{Cut, Writer};
use crate::language::coref::words::{is_body, is_person, is_title};
use crate::language::times::{is_day_from_now, is_time};
use crate::language::{Deprel, Upos};

/// The longest question that can be read at a glance.
const MAX_WORDS: usize = 30;
const GOOD_WORDS: usize = 22;

/// Subjects that say too little of whom.
const VAGUE: &[&str] = &[
    "something",
    "anything",
    "everything",
    "nothing",
    "another",
    "others",
    "some",
    "both",
    "either",
    "each",
];

/// Nouns that with no more than an article do not tell who or what.
const ANYBODY: &[&str] = &[
    "fact",
    "guy",
    "fellow",
    "man",
    "woman",
    "person",
    "kid",
    "thing",
    "stuff",
    "folk",
    "individual",
    "issue",
    "matter",
    "problem",
    "process",
    "situation",
    "trend",
];

/// What is to become a question.
struct Asked<'f> {
    head: usize,
    subject: usize,
    mood: Mood,
    positive: bool,
    cut: Cut,
    /// The words that go first.
    front: &'f [usize],
}

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
        let question = Self::shortest(|cut| self.inverted(head, subject, mood, true, cut, front))?;
        if !ahead {
            let line = question.replace(", if ", " if ");
            return (line.contains(" if ") || line.contains(" unless ")).then_some(line);
        }
        let mut resolver = Resolver::asking(self);
        resolver.asked_of = Some(subject);
        // What the question names need not be named again; but what "they" at the start of the sentence means, its
        // other nouns do not tell: "If it agrees, the ministry must sign" is one thing, "If they agree, the miners
        // must leave" another.
        let subject_tokens = self.subject_tokens(subject, head)?;
        resolver.pieces(&subject_tokens);
        let own = self.tree.subject(condition).is_some_and(|pronoun| {
            let one = self.tree.is_word(pronoun, &["it"])
                && matches!(self.tree.xpos(subject), "NN" | "NNP")
                && !self.is_a_person(subject);
            one || self.means_same(pronoun, subject)
        });
        if !own {
            resolver.forget_nouns();
        }
        let tokens = self.kept(condition, Cut::Asides, |_| true);
        if lacks_complement(&self.tree, condition, &tokens) {
            return None;
        }
        let tail = join(&self.tree, &resolver.pieces(&tokens));
        if resolver.dangling {
            return Some(question);
        }
        let line = format!("{} {tail}", question.trim_end_matches('?'));
        let fits = line.split_whitespace().count() <= MAX_WORDS && !line.contains('?');
        fits.then(|| finish(&line, '?'))
    }

    /// Whether two tokens head mentions of the same one.
    pub(crate) fn means_same(&self, first: usize, second: usize) -> bool {
        let chains = &self.tree.analysis.chains;
        chains.chains.iter().any(|chain| {
            let heads = |token: usize| {
                chain.mentions.iter().any(|&mention| chains.mentions[mention].head == token)
            };
            heads(first) && heads(second)
        })
    }

    /// Whether the noun means somebody whom the text speaks of elsewhere too.
    pub(crate) fn names_somebody(&self, noun: usize) -> bool {
        self.cast.actor_of_token(noun).is_some()
    }

    /// A subject as a template takes it: `the ministry`, `Alexander Lukashenko`.
    pub(crate) fn subject_line(&self, subject: usize) -> Option<String> {
        let mut tokens = self.kept(subject, Cut::Clauses, |child| {
            !(self.tree.head(child) == Some(subject)
                && matches!(
                    self.tree.deprel(child),
                    Deprel::Case | Deprel::Cc | Deprel::Mark | Deprel::Punct
                ))
        });
        // "Lee, 34,": her age, without its second comma.
        if let [.., comma, age] = tokens[..]
            && self.tree.upos(age) == Upos::Num
            && self.tree.word(comma) == ","
        {
            tokens.truncate(tokens.len() - 2);
        }
        let mut resolver = Resolver::asking(self);
        let line = join(&self.tree, &resolver.pieces(&tokens));
        (!resolver.dangling
            && !line.is_empty()
            && tokens.len() <= 10
            && !is_question_word(&self.tree, subject))
        .then_some(line)
    }

    /// The least cut that is short enough.
    pub(super) fn shortest(make: impl Fn(Cut) -> Option<String>) -> Option<String> {
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

    /// The question with the words of `front` first: the auxiliary, the subject, and what is left of the clause. Where its
    /// end points at nothing that it names, it goes without: "Will they use the boats (against them)?"
    pub(super) fn inverted(
        &self,
        head: usize,
        subject: usize,
        mood: Mood,
        positive: bool,
        cut: Cut,
        front: &[usize],
    ) -> Option<String> {
        let asked = Asked { head, subject, mood, positive, cut, front };
        self.inverted_without(&asked, None)
            .or_else(|| self.inverted_without(&asked, Some(self.pointing_end(head)?)))
    }

    /// `he` or `she`.
    pub(crate) fn is_of_somebody(&self, subject: usize) -> bool {
        self.tree.is_word(subject, &["he", "she"])
    }

    /// What points back at the end of the clause, which can do without it: "use the boats against them".
    fn pointing_end(&self, head: usize) -> Option<usize> {
        let tree = &self.tree;
        let end = tree.children(head).rfind(|&child| tree.upos(child) != Upos::Punct)?;
        let objects: Vec<usize> = tree
            .children(head)
            .filter(|&child| {
                child < end && matches!(tree.deprel(child), Deprel::Obj | Deprel::NsubjPass)
            })
            .collect();
        let led = tree
            .children(end)
            .any(|case| tree.is_word(case, &["about", "against", "for", "on", "over", "with"]));
        // "put the blame on them", "hold it against him": nothing without it.
        let needed = matches!(
            tree.lemma(head),
            "base"
                | "blame"
                | "confront"
                | "depend"
                | "do"
                | "have"
                | "hold"
                | "impose"
                | "place"
                | "provide"
                | "put"
                | "replace"
                | "take"
        );
        let named = objects.iter().any(|&object| tree.upos(object) != Upos::Pron);
        // "spur trade in those towns".
        let pointed =
            says_no_more(tree, end) && tree.children(end).any(|det| points_at_a_noun(tree, det));
        (end > head
            && tree.deprel(end) == Deprel::Obl
            && (tree.upos(end) == Upos::Pron && led || pointed)
            && named
            && !needed)
            .then_some(end)
    }

    fn inverted_without(&self, asked: &Asked<'_>, end: Option<usize>) -> Option<String> {
        let &Asked { head, subject, mood, positive, cut, front } = asked;
        let tree = &self.tree;
        let subject = self.nearest_subject(head, subject);
        let mut subject_tokens = self.subject_tokens(subject, head)?;
        subject_tokens.retain(|token| !front.contains(token));
        if self.says_too_little(&subject_tokens) || self.is_no_predicate(head, subject) {
            return None;
        }
        let mut group = self.group(head, subject, mood)?;
        self.drop_going(head, mood, &mut group);
        group.removed.extend(self.is_to_do(head));
        if self.is_at_odds(head, subject, mood, &group) {
            return None;
        }
        self.give_third_person(subject, &mut group);
        let mut resolver = Resolver::asking(self);
        resolver.asked_of = Some(subject);
        let mut pieces = resolver.pieces(front);
        let first = pieces.len();
        pieces.push(Piece::Word(group.first.clone()));
        let asked_of = match resolver.described(subject, &subject_tokens) {
            Some(name) => vec![name],
            None => self.say_subject(subject, &subject_tokens, &mut resolver)?,
        };
        // "The firm says they have won": has the firm won?
        let named = tree.is_word(subject, &["they"])
            && !asked_of
                .iter()
                .any(|piece| matches!(piece, Piece::Token(they) if *they == subject))
            && self.cast.actor_of_token(subject).is_some_and(|actor| !self.cast.is_plural(actor));
        if named {
            group.make_singular();
            pieces[first] = Piece::Word(group.first.clone());
        }
        pieces.extend(asked_of);
        self.close_commas(subject, &subject_tokens, &mut pieces);
        let clause = self.clause(asked, subject, &subject_tokens);
        // "the mayor declined to say whether she would", asked of the mayor.
        let own = tree.subject(head).filter(|&own| own != subject && self.is_of_somebody(own));
        let mut tokens = self.kept(head, cut, |token| {
            !front.contains(&token)
                && Some(token) != end
                && Some(token) != own
                && !self.leaves_behind(&clause, &group, token)
        });
        self.cut_next_subject(head, &mut tokens);
        if self.has_lost_words(asked, &tokens)
            || self.ends_inside_a_word(&subject_tokens)
            || self.starts_inside_a_word(subject, &subject_tokens)
            || self.lost_its_content(subject, &subject_tokens)
            || self.is_of_heading(&tokens)
        {
            return None;
        }
        let reshaped: Vec<usize> =
            group.removed.iter().copied().chain(group.changed.iter().map(|(at, _)| *at)).collect();
        if self.has_stray_verb(head, &tokens, &reshaped) {
            return None;
        }
        let mut rest = resolver.pieces(&tokens);
        // "is a tailor and would leave": the conjunction stays behind.
        if matches!(rest.first(), Some(Piece::Token(and)) if tree.upos(*and) == Upos::Cconj) {
            rest.remove(0);
        }
        if positive {
            self.say_any(head, &mut rest);
            self.say_before(head, &mut rest)?;
        }
        rest.retain(|piece| match piece {
            Piece::Token(token) | Piece::Instead(token, _) => {
                let said = *token == head && front.contains(&head);
                group.changed.iter().any(|(at, _)| at == token)
                    || !said && !group.removed.contains(token)
            }
            Piece::Word(_) => true,
        });
        pieces.extend(self.behind_subject(group, rest));
        self.cut_at_dash(head, &mut pieces)?;
        let line = without_marks(&with_any(join(tree, &pieces))?);
        // "will not be a ceiling, but a floor": without the "not" it would say both.
        if positive && tree.negation(head).is_some() && line.contains(" but ") {
            return None;
        }
        let whole = !resolver.dangling
            && !is_loose(tree, Some(subject), &pieces, &line)
            && !self.lacks_a_thing(&pieces)
            && !self.lacks_several(&pieces);
        (whole && reads_as_one(&line)).then(|| finish(without_remark(&line), '?'))
    }

    /// The subject in the words of a question.
    fn say_subject(
        &self,
        subject: usize,
        tokens: &[usize],
        resolver: &mut Resolver<'_, '_>,
    ) -> Option<Vec<Piece>> {
        let tree = &self.tree;
        let mut words: Vec<Piece> = resolver
            .pieces(tokens)
            .into_iter()
            .map(|piece| match as_owner(tree, subject, piece) {
                // "neither the guild nor the port may stay", with "neither" left behind.
                Piece::Token(token) if tree.is_word(token, &["nor"]) => {
                    Piece::Instead(token, "or".to_owned())
                }
                // "those sent to her" stays.
                Piece::Token(token) if token != subject => Piece::Token(token),
                piece => as_subject(tree, piece),
            })
            .collect();
        self.say_which(tokens, &mut words)?;
        // "Ruiz campaign to open an office", in the words of a headline.
        let bare = matches!(tree.lemma(subject), "administration" | "camp" | "campaign" | "team")
            && tree.xpos(subject) == "NN"
            && tokens.iter().any(|&name| {
                name < subject && tree.upos(name) == Upos::Propn && tree.xpos(name) != "POS"
            })
            && !tokens.iter().any(|&child| {
                tree.upos(child) == Upos::Det
                    || matches!(tree.deprel(child), Deprel::NmodPoss | Deprel::Conj)
            });
        if bare {
            words.insert(0, Piece::Word("the".to_owned()));
        }
        Some(words)
    }

    /// The clause behind that subject.
    fn clause(&self, asked: &Asked<'_>, subject: usize, tokens: &[usize]) -> Clause {
        let tree = &self.tree;
        let head = asked.head;
        let last = tokens.last().copied().unwrap_or(subject);
        Clause {
            head,
            subject,
            start: subject.min(last),
            verb: tree.auxiliaries(head).into_iter().find(|&aux| aux > subject).unwrap_or(head),
            inside: tree.subtree(head, |_| true).contains(&subject),
            said_until: tree
                .quotations_over(head)
                .map(|quotation| tree.analysis.tokens_in(quotation.range).end)
                .filter(|&end| end.checked_sub(2).is_some_and(|comma| tree.word(comma) == ","))
                .chain(self.teller_behind(head))
                .min(),
            modal: matches!(asked.mood, Mood::Modal(_)),
            positive: asked.positive,
        }
    }

    /// Whether the words behind the subject lack some that they need.
    fn has_lost_words(&self, asked: &Asked<'_>, tokens: &[usize]) -> bool {
        let (tree, head) = (&self.tree, asked.head);
        // "may be just as large": as what, was said before.
        let compares = |&last: &usize| {
            tree.children(last).any(|as_| {
                as_ < last && tree.deprel(as_) == Deprel::Advmod && tree.is_word(as_, &["as"])
            })
        };
        self.ends_inside_a_word(tokens)
            || self.starts_inside_a_word(head, tokens)
            || self.lost_a_noun_ahead(tokens)
            || self.lost_a_verb_behind(head, tokens)
            || matches!(asked.mood, Mood::Modal("will")) && self.waits_for_a_would(tokens)
            || self.lost_last_item(tokens)
            || self.lost_what_kind(tokens)
            || lacks_object(tree, head, tokens)
            || lacks_complement(tree, head, tokens)
            || took_a_subject(tree, head, tokens)
            || took_an_object(tree, head, tokens)
            || tokens.last().is_some_and(compares)
    }

    /// "They Still Won't Pay".
    fn is_of_heading(&self, tokens: &[usize]) -> bool {
        let tree = &self.tree;
        let capital = |&&token: &&usize| {
            matches!(tree.upos(token), Upos::Verb | Upos::Adv | Upos::Adp)
                && tree.word(token).starts_with(char::is_uppercase)
                && tree.word(token).chars().any(char::is_lowercase)
                && tree.analysis.sentences[tree.analysis.sentence_of(token)].tokens.start != token
                && tree.analysis.name_kind(token).is_none()
                && !matches!(tree.word(token - 1), "“" | "\"" | "‘" | "``" | "''" | "'")
        };
        tokens.iter().filter(capital).count() > 1
    }

    /// "By 2030, the final year of the plan, the deficit would rise": of two subjects, the one beside the verb.
    fn nearest_subject(&self, head: usize, subject: usize) -> usize {
        let tree = &self.tree;
        tree.children(head)
            .rfind(|&beside| {
                beside < head
                    && beside > subject
                    && tree.head(subject) == Some(head)
                    && is_subject(tree.deprel(beside))
            })
            .filter(|&beside| tree.deprel(beside) == tree.deprel(subject))
            .unwrap_or(subject)
    }

    /// "under the old law she could not": a slip of the tree. "Something may come" and "another did" say too little of
    /// whom.
    fn says_too_little(&self, tokens: &[usize]) -> bool {
        let tree = &self.tree;
        tokens.first().is_some_and(|&first| tree.xpos(first) == "IN")
            || tokens.iter().any(|&token| tree.is_word(token, &["whether"]))
            || matches!(tokens, [only] if tree.is_word(*only, VAGUE)
                || tree.upos(*only) == Upos::Noun
                    && (is_time(tree.lemma(*only)) || is_day_from_now(tree.lemma(*only)))
                    // "stocks held since 1985 will last".
                    || tree.word(*only).len() == 4
                        && tree.word(*only).chars().all(|digit| digit.is_ascii_digit()))
            || matches!(tokens, [det, noun] if tree.is_word(*det, &["each"]) && tree.is_word(*noun, &["other"])
                // "higher than before again this year will be enough".
                || tree.is_word(*det, &["last", "next", "that", "this"]) && is_time(tree.lemma(*noun)))
            // "Two billion would be good": of what?
            || tokens.iter().all(|&token| tree.upos(token) == Upos::Num)
                && tokens.last().is_some_and(|&last| tree.word(last + 1) != "%")
            // "the only ones are the guests".
            || tokens.len() > 1
                && tokens.last().is_some_and(|&last| tree.is_word(last, &["one", "ones"]))
            || matches!(tokens, [_, noun] if ANYBODY.contains(&tree.lemma(*noun)))
            || tokens.iter().any(|&token| tree.is_word(token, &["not", "n't", "n’t"]))
    }

    /// "the safest bet is to stay", asked, would lose its "to"; "a chance to stay" does not stay itself; "is a dream
    /// come true" and "must protected" are two verbs.
    fn is_no_predicate(&self, head: usize, subject: usize) -> bool {
        let tree = &self.tree;
        // In "the hope is that he will come", it is the verb of the clause around.
        let outer = tree.child(head, |deprel| deprel == Deprel::NsubjOuter).is_some();
        let copula = tree
            .child(head, |deprel| deprel == Deprel::Cop)
            .filter(|_| !outer || tree.deprel(subject) == Deprel::NsubjOuter);
        // But "is due to open".
        let due = tree.children(head).any(|child| tree.is_word(child, &["due", "yet"]));
        // "may be before the budget passes" has the verb of the clause inside.
        let two_verbs =
            copula.is_some() && tree.xpos(head) == "VB" && !due && self.is_to_do(head).is_none()
                || copula.is_some_and(|copula| {
                    matches!(tree.xpos(head), "VBD" | "VBP" | "VBZ")
                        && tree.children(head).any(|mark| {
                            (copula..head).contains(&mark)
                                && tree
                                    .is_word(mark, &["after", "as", "because", "before", "until"])
                        })
                })
                || tree.xpos(head) == "VBN"
                    && matches!(tree.auxiliaries(head)[..], [aux] if tree.xpos(aux) == "MD");
        // "It would be Lee coming here": no "would come".
        let bare_gerund = tree.xpos(head) == "VBG"
            && matches!(tree.auxiliaries(head)[..], [aux] if tree.xpos(aux) == "MD");
        // "It may be years before it ends".
        let lasts = copula.is_some()
            && tree.is_word(subject, &["it"])
            && (is_time(tree.lemma(head))
                || matches!(tree.lemma(head), "couple" | "matter" | "while"));
        let to = tree.children(head).find(|&child| tree.xpos(child) == "TO");
        let infinitive = tree.is_infinitive(head)
            && (copula.is_some_and(|copula| to.is_none_or(|to| copula < to))
                && !due
                && self.is_to_do(head).is_none()
                || matches!(tree.lemma(subject), "attempt" | "effort")
                || tree.head(head) == Some(subject)
                    && matches!(
                        tree.lemma(subject),
                        "chance" | "permission" | "ability" | "right" | "way"
                    ));
        // "wait six hours to hear him": no hours hear.
        let hours = is_time(tree.lemma(subject))
            && tree.child(subject, |deprel| deprel == Deprel::Nummod).is_some()
            && tree.is_infinitive(head);
        hours || infinitive || two_verbs || bare_gerund || lasts || self.lost_its_verb(head)
    }

    /// The copula of "the mayor is to open the fair" and of "the fair is to begin"; but "the aim is to open it" says what
    /// the aim is.
    pub(crate) fn is_to_do(&self, head: usize) -> Option<usize> {
        let tree = &self.tree;
        let outer = tree.child(head, |deprel| deprel == Deprel::NsubjOuter)?;
        let to = tree.children(head).find(|&to| tree.xpos(to) == "TO")?;
        let copula = tree.child(head, |deprel| deprel == Deprel::Cop).filter(|&is| {
            matches!(tree.xpos(is), "VBZ" | "VBP")
                && is < to
                && to < head
                && (is + 1..to).all(|at| tree.upos(at) == Upos::Adv)
        })?;
        let noun = tree.lemma(outer);
        let acts = match tree.upos(outer) {
            Upos::Propn => tree.analysis.name_kind(outer).is_some(),
            Upos::Noun => noun != "mission" && (is_person(noun) || is_title(noun) || is_body(noun)),
            // "how fit they are to lead".
            Upos::Pron => {
                tree.is_word(outer, &["he", "she", "they"])
                    && outer.checked_sub(1).is_none_or(|fit| tree.upos(fit) != Upos::Adj)
            }
            _ => false,
        };
        // "To feed the guests is to keep them."
        let done =
            tree.subtree(head, |_| true).into_iter().any(|to| to < outer && tree.xpos(to) == "TO");
        let completed =
            |deprel| matches!(deprel, Deprel::Obj | Deprel::Xcomp | Deprel::Ccomp | Deprel::Advcl);
        let begins = tree.upos(outer) == Upos::Noun
            && tree.child(head, completed).is_none()
            && matches!(
                tree.lemma(head),
                "appear" | "arrive" | "begin" | "close" | "end" | "open" | "resume" | "start"
            );
        ((acts || begins) && !done).then_some(copula)
    }

    /// "If it rains we are not going to be able to row": will we be able to?
    fn drop_going(&self, head: usize, mood: Mood, group: &mut Group) {
        let tree = &self.tree;
        let going = tree.lemma(head) == "go" && tree.xpos(head) == "VBG";
        if let Some(done) = tree
            .child(head, |deprel| deprel == Deprel::Xcomp)
            .filter(|&done| going && matches!(mood, Mood::Modal(_)) && tree.is_infinitive(done))
        {
            group.changed.retain(|(at, _)| *at != head);
            group.removed.push(head);
            group.removed.extend(tree.children(done).find(|&to| tree.xpos(to) == "TO"));
        }
    }
}

pub(crate) fn is_question_word(tree: &Tree<'_>, token: usize) -> bool {
    tree.is_word(token, &["who", "whom", "whose", "what", "which", "when", "where", "why", "how"])
}
