//! The verb group of a question, and what tells that a question has lost a part.

use super::clause::Tree;
use super::piece::Piece;
use crate::language::{Deprel, Upos};

/// The verb group of a question.
#[derive(Default)]
pub(super) struct Group {
    /// The word before the subject.
    pub(super) first: String,
    /// A form of `be` right after the subject.
    pub(super) inserted: Option<String>,
    pub(super) removed: Vec<usize>,
    pub(super) changed: Vec<(usize, String)>,
    /// Whether the main verb has another form than in the text.
    pub(super) reshaped: bool,
}

pub(super) fn modal_group(
    tree: &Tree<'_>,
    head: usize,
    auxiliaries: &[usize],
    modal: &str,
) -> Group {
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
                None => group.changed.push((head, base_form(tree, head))),
            }
            group.reshaped = true;
        }
        Some(be) => {
            let copula = tree.deprel(be) == Deprel::Cop;
            // "is to hold" will hold; "are yet to open", read as a copula, too; "are to be cut" will be cut.
            let again = left.next().is_some_and(|second| tree.word(second) == "be");
            if tree.xpos(head) == "VB" || again {
                group.removed.push(be);
                return group;
            }
            // "is holding" will hold; "is held" will be held.
            if !copula && tree.xpos(head) == "VBG" {
                group.removed.push(be);
                group.changed.push((head, base_form(tree, head)));
                group.reshaped = true;
            } else {
                let word = verb_or(tree, be, "be");
                group.changed.push((be, word));
            }
        }
        // "to inject", whatever the tag of the verb.
        None if tree.is_infinitive(head)
            && !matches!(tree.xpos(head), "VBN" | "VBZ" | "VBD" | "VBG") => {}
        // "will fine the player": whatever the tag, a word with an object behind its modal is a verb.
        None if tree.child(head, |deprel| deprel == Deprel::Obj).is_some()
            && tree.upos(head) != Upos::Verb
            && auxiliaries.iter().any(|&aux| tree.xpos(aux) == "MD") => {}
        None if tree.upos(head) != Upos::Verb && tree.upos(head) != Upos::Aux => {
            group.inserted = Some("be".to_owned());
        }
        None if tree.xpos(head) == "VBN" => group.inserted = Some("be".to_owned()),
        None if tree.xpos(head) == "VB" => {}
        None => {
            group.changed.push((head, base_form(tree, head)));
            group.reshaped = true;
        }
    }
    group
}

/// The verb as it follows a modal: the plural present has that form, whatever the lemmas say of a rare verb ("cl" of
/// "cling").
pub(super) fn base_form(tree: &Tree<'_>, verb: usize) -> String {
    let lemma = tree.lemma(verb);
    let torn = !lemma.contains(['a', 'e', 'i', 'o', 'u', 'y']);
    if torn || tree.xpos(verb) == "VBP" && !matches!(lemma, "be" | "have" | "do") {
        tree.word(verb).to_lowercase()
    } else {
        lemma.to_owned()
    }
}

fn verb_or(tree: &Tree<'_>, token: usize, base: &str) -> String {
    if tree.lemma(token) == "get" { "get".to_owned() } else { base.to_owned() }
}

/// The finite word written out, as it starts a question.
pub(super) fn full_form(tree: &Tree<'_>, finite: usize) -> Option<String> {
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

/// Whether the verb ends the question and what it takes was hung elsewhere: "Will he let (supply …)?"
pub(super) fn lacks_object(tree: &Tree<'_>, head: usize, tokens: &[usize]) -> bool {
    let Some(&last) = tokens.last() else { return false };
    let at_verb =
        last == head || tree.deprel(last) == Deprel::CompoundPrt && tree.head(last) == Some(head);
    let follows = last + 1;
    // "has not dropped -- and will not drop -- the plan".
    let broken_off = matches!(tree.word(follows), "-" | "–" | "—" | "―" | "--")
        && tree.child(head, |deprel| matches!(deprel, Deprel::Obj | Deprel::NsubjPass)).is_none();
    at_verb && tree.upos(head) == Upos::Verb && broken_off
        || at_verb
            && tree.upos(head) == Upos::Verb
            && tree.analysis.sentence_of(follows) == tree.analysis.sentence_of(last)
            && (matches!(
                tree.upos(follows),
                Upos::Det | Upos::Noun | Upos::Propn | Upos::Pron | Upos::Adj | Upos::Num
            ) || matches!(tree.word(follows), "“" | "\"" | "‘" | "``"))
            && !matches!(tree.deprel(follows), Deprel::OblUnmarked | Deprel::Nsubj)
}

/// Whether a verb that needs a second verb or a predicate has lost it: "Will he let doubt and fear?"
pub(super) fn lacks_complement(tree: &Tree<'_>, head: usize, tokens: &[usize]) -> bool {
    let behind = || tokens.iter().copied().filter(|&token| token > head);
    match tree.lemma(head) {
        "let" => !behind().any(|token| {
            tree.head(token) == Some(head)
                && matches!(tree.deprel(token), Deprel::Xcomp | Deprel::Ccomp | Deprel::Advmod)
        }),
        // "the risks of telling voters that they would": whom, and what?
        "tell" => !behind().any(|token| {
            tree.head(token) == Some(head)
                && (matches!(
                    tree.deprel(token),
                    Deprel::Ccomp | Deprel::Xcomp | Deprel::Obl | Deprel::Iobj | Deprel::Advcl
                ) || tree.deprel(token) == Deprel::Obj
                    && tree.upos(token) != Upos::Pron
                    && matches!(tree.lemma(token), "truth" | "lie" | "story" | "secret"))
        }),
        // "If they do", "will do so": what they do was said before.
        "do" if tree.upos(head) == Upos::Verb => {
            tree.child(head, |deprel| deprel == Deprel::Obj).is_none()
                && tree.child(head, |deprel| deprel == Deprel::NsubjPass).is_none()
        }
        // "which they used to cool it": what they used stands before.
        "use" if tree.upos(head) == Upos::Verb => tree
            .child(head, |deprel| {
                matches!(deprel, Deprel::Obj | Deprel::NsubjPass | Deprel::AuxPass)
            })
            .is_none(),
        // "used to cool the air", with what is used hung elsewhere.
        lemma if tree.upos(head) == Upos::Verb && TRANSITIVE.contains(&lemma) => tree
            .child(head, |deprel| {
                matches!(
                    deprel,
                    Deprel::Obj
                        | Deprel::NsubjPass
                        | Deprel::CsubjPass
                        | Deprel::Ccomp
                        | Deprel::Xcomp
                        | Deprel::CompoundPrt
                        | Deprel::AuxPass
                )
            })
            .is_none(),
        "be" | "do" => behind().next().is_none(),
        _ => false,
    }
}

/// Verbs that say nothing without an object.
const TRANSITIVE: &[&str] = &[
    "abolish",
    "beat",
    "defeat",
    "dismantle",
    "make",
    "put",
    "bring",
    "find",
    "provide",
    "recognize",
    "recognise",
    "perpetrate",
    "include",
    "cause",
    "create",
    "produce",
    "control",
    "mention",
    "reject",
    "prevent",
    "protect",
    "require",
    "give",
    "send",
    "elevate",
    "undermine",
    "offset",
    "limit",
    "replace",
    "remove",
    "secure",
    "oppose",
    "avoid",
    "convince",
    "persuade",
    "influence",
    "curb",
    "impose",
    "enforce",
    "enable",
    "seize",
    "overturn",
    "boost",
    "promote",
    "restore",
    "release",
    "publish",
    "purchase",
    "tackle",
    "handle",
    "accept",
    "achieve",
    "acquire",
    "unseat",
    "attract",
];

/// "his pledge to leave": it is he who leaves.
pub(super) fn as_owner(tree: &Tree<'_>, subject: usize, piece: Piece) -> Piece {
    let owned = |token: usize| {
        token == subject && tree.upos(token) == Upos::Pron && tree.deprel(token) == Deprel::NmodPoss
    };
    match piece {
        Piece::Instead(token, name) if owned(token) => {
            let bare = name.strip_suffix("’s").or(name.strip_suffix('’')).unwrap_or(&name);
            Piece::Instead(token, bare.to_owned())
        }
        Piece::Token(token) if owned(token) => {
            let word = match tree.word(token).to_lowercase().as_str() {
                "our" => "we",
                "his" => "he",
                "her" => "she",
                "its" => "it",
                "their" => "they",
                _ => return Piece::Token(token),
            };
            Piece::Instead(token, word.to_owned())
        }
        piece => piece,
    }
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

/// What stands for something said before, or is left of a turn of speech whose other half was cut.
const POINTING: &[&str] = &[
    " do so",
    " do just that",
    " the same if ",
    " whether or not,",
    " on the other hand,",
    ", not ",
    ", just ",
    " to about ",
    " with about ",
    " to for ",
    " is.",
    " or.",
    " and.",
];
const POINTING_ENDS: &[&str] = &[
    " as such",
    " the same",
    " this way",
    " that way",
    " of them",
    " just that",
    " do that",
    ", in part",
    ", in large part",
    ", at least",
];

/// Whether the line is one sentence without another's words or marks broken into it.
pub(super) fn reads_as_one(line: &str) -> bool {
    let breaks = ["?", "!", ",”", ",\"", "”,", "\",", "...", "…", "; ", ": ", " -- ", "(", "["];
    // "Mr. Lee" and "the U.S. Senate" are no ends of sentences.
    let stops = line.match_indices(". ").any(|(at, _)| {
        let word = line.get(..at).and_then(|before| before.rsplit(' ').next()).unwrap_or_default();
        word.len() > 4 && !word.contains('.')
    });
    // "do do", "talk to about": words that were apart.
    let words: Vec<&str> = line.split(' ').collect();
    let joined = words.windows(2).any(|pair| pair[0] == pair[1] && pair[0] != "had");
    // "... and for the clerks to go": the second half of another clause.
    let halved = line.split_once(" and for ").is_some_and(|(_, rest)| rest.contains(" to "))
        // "would not only cover the fee, but the tax as well".
        || line.contains(" only ") && line.contains(", but ");
    let points_back = POINTING.iter().any(|scrap| line.contains(scrap))
        || POINTING_ENDS.iter().any(|end| line.ends_with(end))
        || line.contains(" the same ") && !line.contains(" as ");
    // One of two quotation marks is left of a quotation that was cut.
    let torn = line.matches('"').count() % 2 == 1
        || line.matches('“').count() != line.matches('”').count();
    let last = line.rsplit(' ').next().unwrap_or_default();
    let broken = ["be", "the", "a", "an", "to", "and", "or", "of", "that"].contains(&last);
    !line.is_empty()
        && !stops
        && !broken
        && !joined
        && !halved
        && !points_back
        && !torn
        && !breaks.iter().any(|mark| line.contains(mark))
}
