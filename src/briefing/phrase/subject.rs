//! The subject of a question: which words name who or what is asked about.

use super::clause::Tree;
use super::piece::Piece;
use super::question::is_question_word;
use super::{Cut, Writer};
use crate::language::coref::words::is_person;
use crate::language::{Deprel, NameKind, Upos};

/// A question about nobody asks nothing.
const NOBODY: &[&str] = &[
    // "spoke on condition of anonymity to be candid".
    "anonymity",
    "nothing",
    "nobody",
    "none",
    "neither",
    "noone",
    "one",
    "theirs",
    "ours",
    "mine",
    "yours",
    "itself",
    "himself",
    "herself",
    "themselves",
    "somebody",
    "someone",
    "anybody",
    "anyone",
    "everybody",
    "everyone",
];

impl Writer<'_> {
    /// Whether a noun that the text counts elsewhere, `a bridge`, `bridges`, stands here without an article, as in a heading
    /// or behind a list: "Will bridge stand?" is no English.
    fn lacks_article(&self, noun: usize) -> bool {
        let tree = &self.tree;
        let own = |child: usize| {
            matches!(
                tree.deprel(child),
                Deprel::Det | Deprel::DetPredet | Deprel::NmodPoss | Deprel::Nummod
            ) || tree.upos(child) == Upos::Propn
        };
        let bare = tree.xpos(noun) == "NN" && !tree.children(noun).any(own);
        let lemma = tree.lemma(noun);
        // ", that hurdle will grow": behind a comma no conjunction.
        let set_off = noun.checked_sub(2).is_some_and(|comma| tree.word(comma) == ",")
            && tree.is_word(noun - 1, &["that"]);
        if bare && set_off {
            return true;
        }
        // "believes that limit will be passed": "that" may belong to the noun where others do, but not to what is
        // not counted, "warned that bitterness may spread".
        let mass = ["ness", "ity", "ion", "ment", "nce", "ism", "ing", "ship", "age", "ure"]
            .iter()
            .any(|end| lemma.ends_with(end));
        let pointed =
            !mass && noun.checked_sub(1).is_some_and(|that| tree.is_word(that, &["that"]));
        let counted = |token: usize| {
            tree.lemma(token) == lemma
                // "police" has no plural.
                && (tree.xpos(token) == "NNS" && !tree.word(token).eq_ignore_ascii_case(lemma)
                    || tree.children(token).any(|det| {
                        tree.is_word(det, &["a", "an"]) || pointed && tree.is_word(det, &["the", "this"])
                    }))
        };
        bare && (0..tree.analysis.tokens.len()).any(counted)
    }

    pub(super) fn subject_tokens(&self, subject: usize, head: usize) -> Option<Vec<usize>> {
        let tree = &self.tree;
        // "There are signs", "it rains": said before the verb all the same.
        if let Some(there) =
            tree.child(head, |deprel| deprel == Deprel::Expl).filter(|&there| there < head)
        {
            return (tree.is_word(there, &["there", "it"])).then(|| vec![there]);
        }
        let told_of = self.told_of(subject);
        let (relative, noun) = (told_of.is_some(), told_of.unwrap_or(subject));
        if self.lacks_article(noun) {
            return None;
        }
        // Inverted clauses ("said Smith") make no question here.
        // But "who the winner will be" has its question word for a head.
        let asked =
            is_question_word(tree, head) && tree.auxiliaries(head).iter().all(|&aux| aux > subject);
        if !relative && tree.head(subject) == Some(head) && subject > head && !asked {
            return None;
        }
        let gerund = self.is_gerund_subject(subject);
        if !self.can_be_asked_of(subject, noun, relative) {
            return None;
        }
        let mut tokens = if gerund {
            self.kept(noun, Cut::Asides, |_| true)
        } else {
            self.phrase_of(noun, head)
        };
        self.cut_before(&mut tokens, noun, subject, head);
        if self.is_told_elsewhere(&tokens, noun, head) {
            return None;
        }
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
        if self.is_scrap(&tokens, noun, gerund) {
            return None;
        }
        // A verb in it that no relative pronoun leads in is a slip of the tree.
        let led_in =
            tokens.iter().any(|&token| matches!(tree.xpos(token), "WDT" | "WP" | "WP$" | "WRB"));
        let listed = tree.child(noun, |deprel| deprel == Deprel::Conj).is_some();
        let most = if listed { 24 } else { 16 };
        let whole = !self.has_finite(&tokens) || led_in;
        (!tokens.is_empty() && tokens.len() <= most && whole).then_some(tokens)
    }

    /// "the session, which is due to open": what the pronoun stands for, however deep the clause.
    fn told_of(&self, subject: usize) -> Option<usize> {
        let tree = &self.tree;
        let noun = tree
            .head(subject)
            .filter(|&clause| tree.deprel(clause) == Deprel::AclRelcl)
            .filter(|_| tree.is_word(subject, &["who", "which", "that"]))
            .and_then(|clause| tree.head(clause))
            .map(|noun| tree.apposed_to(noun).unwrap_or(noun))?;
        let who = tree.is_word(subject, &["who"]);
        let thing = |noun: usize| tree.upos(noun) == Upos::Noun && !is_person(tree.lemma(noun));
        // "candidates in close races who plan to come": it is not the races that plan.
        let above = tree.head(noun).filter(|&person| {
            who && tree.deprel(noun) == Deprel::Nmod && thing(noun) && is_person(tree.lemma(person))
        });
        let noun = above.unwrap_or(noun);
        // "bad news for Ruiz, who may leave": Ruiz.
        let below = tree.children(noun).rfind(|&named| {
            who && thing(noun)
                && tree.deprel(named) == Deprel::Nmod
                && (tree.analysis.name_kind(named) == Some(NameKind::Person)
                    || is_person(tree.lemma(named)))
        });
        Some(below.unwrap_or(noun))
    }

    /// "Leaving the pact could cost jobs": what is done is the subject.
    fn is_gerund_subject(&self, subject: usize) -> bool {
        let tree = &self.tree;
        let filled = |deprel| matches!(deprel, Deprel::Obj | Deprel::Obl | Deprel::Xcomp);
        tree.deprel(subject) == Deprel::Csubj
            && tree.xpos(subject) == "VBG"
            && tree.auxiliaries(subject).is_empty()
            && tree.child(subject, filled).is_some()
    }

    /// Whether the noun, which a relative pronoun may stand for, is somebody or something that can be asked about.
    fn can_be_asked_of(&self, subject: usize, noun: usize, relative: bool) -> bool {
        use Upos as U;
        let tree = &self.tree;
        let gerund = self.is_gerund_subject(subject);
        // "a strong showing": a noun, whatever its tag.
        let named = tree.xpos(noun) == "VBG"
            && !relative
            && tree.children(noun).any(|child| {
                child < noun && matches!(tree.deprel(child), Deprel::Det | Deprel::NmodPoss)
            });
        let spoken = matches!(
            tree.upos(noun),
            U::Noun | U::Propn | U::Pron | U::Num | U::Det | U::Adj | U::Sym | U::X
        ) || gerund
            || named;
        let participle = tree.deprel(subject) == Deprel::Csubj && !gerund && !named
            || tree.upos(noun) == Upos::Adj
                // "many of the guests".
                && !tree
                    .children(noun)
                    .any(|det| matches!(tree.deprel(det), Deprel::Det | Deprel::Nmod));
        let nobody = tree.is_word(noun, NOBODY)
            || tree.children(noun).any(|det| tree.is_word(det, &["no", "neither"]));
        spoken && !participle && !nobody && (!is_question_word(tree, noun) || relative)
    }

    /// Without words at the start that the tree hung on the subject.
    fn cut_before(&self, tokens: &mut Vec<usize>, noun: usize, subject: usize, head: usize) {
        const LOOSE: &[&str] = &[
            "also",
            "even",
            "instead",
            "maybe",
            "meanwhile",
            "now",
            "otherwise",
            "perhaps",
            "quickly",
            "soon",
            "still",
            "suddenly",
            "then",
            "thus",
        ];
        let tree = &self.tree;
        // "Now the towns could face", "otherwise Lee would win", hung on the noun.
        while tokens.len() > 1
            && tree.upos(tokens[0]) == Upos::Adv
            && tree.is_word(tokens[0], LOOSE)
        {
            tokens.remove(0);
        }
        // "how much demand will pick up": demand, by how much.
        if self.grows_by(head, subject, tokens) {
            tokens.drain(..2);
        }
        // "Many fear Lee will win", with Lee for the subject of all of it.
        if let [many, fear, lee, ..] = tokens[..]
            && tree.is_word(many, &["few", "many", "some"])
            && tree.xpos(fear) == "NN"
            && tree.upos(lee) == Upos::Propn
            && tree.upos(noun) == Upos::Propn
        {
            tokens.drain(..2);
        }
    }

    /// Whether another sentence says which one is meant.
    fn is_told_elsewhere(&self, tokens: &[usize], noun: usize, head: usize) -> bool {
        let tree = &self.tree;
        let told = || {
            tree.children(noun).any(|child| {
                child != head
                    && child > noun
                    && matches!(tree.deprel(child), Deprel::Nmod | Deprel::Acl | Deprel::AclRelcl)
            })
        };
        // "two others", "the same".
        let vague =
            tree.is_word(noun, &["same", "others", "other", "something", "anything", "hand"]);
        // "such a move".
        let such = || {
            tokens.first().is_some_and(|&first| tree.is_word(first, &["such"]))
                && tokens.get(1).is_some_and(|&a| tree.is_word(a, &["a", "an"]))
        };
        let alone = tree.is_word(noun, &["those", "these", "this", "that", "such", "others"])
            && tokens.iter().all(|&token| {
                matches!(tree.upos(token), Upos::Pron | Upos::Det | Upos::Cconj | Upos::Adv)
            });
        (vague || such()) && !told() || alone
    }

    fn has_finite(&self, tokens: &[usize]) -> bool {
        tokens.iter().any(|&token| matches!(self.tree.xpos(token), "VBD" | "VBZ" | "VBP" | "MD"))
    }

    /// Whether the words are no whole phrase: the tree has lost some of them, or has some of another.
    fn is_scrap(&self, tokens: &[usize], noun: usize, gerund: bool) -> bool {
        const PARTS: &[&str] = &[
            "especially",
            "specifically",
            "particularly",
            "notably",
            "most",
            "just",
            "merely",
            "only",
            "simply",
        ];
        let tree = &self.tree;
        let relative = |token: &usize| matches!(tree.xpos(*token), "WDT" | "WP" | "WP$");
        // "whose members", "all of whom": relative words that lead in no clause here.
        let loose = !self.has_finite(tokens) && tokens.iter().any(relative);
        // "steps to shape" has lost what is shaped.
        let cut_short = tokens
            .last()
            .is_some_and(|&last| matches!(tree.xpos(last), "VB" | "WDT" | "WP" | "IN"));
        // "the fact while they wait": two clauses run into one.
        let run_in = !gerund
            && tokens.iter().any(|&token| {
                tree.is_word(token, &["while", "although", "though", "because", "if", "unless"])
                    && tree.deprel(token) == Deprel::Mark
            });
        // "another union — the miners", with the second dash left behind.
        let dash = |at: &&usize| matches!(tree.word(**at), "–" | "—" | "--");
        let open = tokens.iter().filter(dash).count() == 1;
        // "that low rates", "most of all the crowd", "C ransomware": a scrap of what went before.
        let begun = tokens.first().is_some_and(|&first| {
            let several = matches!(tree.xpos(noun), "NNS" | "NNPS");
            matches!(tree.word(first), "-" | "–" | "—" | "--" | ",")
                || tree.is_word(first, &["that", "this"]) && several
                || is_question_word(tree, first) && !gerund
                || tree.is_word(first, PARTS) && tree.upos(first) == Upos::Adv
                || tokens.len() > 1
                    && tree.word(first).len() == 1
                    && tree.word(first).chars().all(char::is_uppercase)
                    && !tree.is_word(first, &["a", "i"])
        });
        loose || cut_short || run_in || open || begun
    }

    pub(crate) fn is_plural(&self, subject: usize) -> bool {
        let tree = &self.tree;
        // "people who were hurt": as many as the noun says.
        let subject = tree
            .head(subject)
            .filter(|&clause| {
                tree.deprel(clause) == Deprel::AclRelcl
                    && tree.is_word(subject, &["who", "which", "that"])
            })
            .and_then(|clause| tree.head(clause))
            .unwrap_or(subject);
        // "59 of the witnesses", "most of the boats".
        let several_of = tree.upos(subject) == Upos::Num && !tree.is_word(subject, &["one"])
            || tree.is_word(subject, &["all", "few", "half", "many", "most", "several", "some"]);
        let counted = several_of
            && tree.children(subject).any(|of| {
                tree.deprel(of) == Deprel::Nmod
                    && matches!(tree.xpos(of), "NNS" | "NNPS")
                    && tree.children(of).any(|case| tree.is_word(case, &["of"]))
            });
        counted
            || matches!(tree.xpos(subject), "NNS" | "NNPS")
            || tree.is_word(subject, &["they", "we", "these", "those", "you"])
            || tree.child(subject, |deprel| deprel == Deprel::Conj).is_some()
            || self.cast.actor_of_token(subject).is_some_and(|actor| self.cast.is_plural(actor))
    }
}

/// "his pledge to leave": it is he who leaves.
pub(super) fn as_owner(tree: &Tree<'_>, subject: usize, piece: Piece) -> Piece {
    let owned = |token: usize| {
        token == subject && tree.upos(token) == Upos::Pron && tree.deprel(token) == Deprel::NmodPoss
    };
    match piece {
        Piece::Instead(token, name) if owned(token) => {
            if let Some(word) = owner_as_subject(&name) {
                return Piece::Instead(token, word.to_owned());
            }
            let bare = name.strip_suffix("’s").or(name.strip_suffix('’')).unwrap_or(&name);
            Piece::Instead(token, bare.to_owned())
        }
        Piece::Token(token) if owned(token) => match owner_as_subject(tree.word(token)) {
            Some(word) => Piece::Instead(token, word.to_owned()),
            None => Piece::Token(token),
        },
        piece => piece,
    }
}

fn owner_as_subject(owner: &str) -> Option<&'static str> {
    Some(match owner.to_lowercase().as_str() {
        "our" => "we",
        "his" => "he",
        "her" => "she",
        "its" => "it",
        "their" => "they",
        _ => return None,
    })
}

/// `us` is `we` where it has become the subject.
pub(super) fn as_subject(tree: &Tree<'_>, piece: Piece) -> Piece {
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
