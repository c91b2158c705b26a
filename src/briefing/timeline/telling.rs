//! Which clause tells what happened on a date, and can be read alone.

use crate::briefing::phrase::clause::Tree;
use crate::briefing::phrase::{Cut, Writer};
use crate::language::{Deprel, Upos};

/// The line without the word that ties its clause to another: `When the port closed in May` says `The port closed in May`.
pub(super) fn said_alone(tree: &Tree<'_>, clause: usize, line: String) -> String {
    let first = tree.children(clause).find(|&child| tree.upos(child) != Upos::Punct);
    let ties = first.is_some_and(|first| {
        first < clause
            && tree.is_word(first, &["when", "where"])
            && tree.children(first).next().is_none()
            && matches!(tree.deprel(clause), Deprel::Advcl | Deprel::AclRelcl | Deprel::AdvclRelcl)
    });
    let rest = line.strip_prefix("When ").or_else(|| line.strip_prefix("Where "));
    let Some(rest) = rest.filter(|_| ties) else { return line };
    let mut letters = rest.chars();
    letters.next().map_or_else(String::new, |letter| letter.to_uppercase().chain(letters).collect())
}

/// The nearest clause above that can be said alone: it has a verb and somebody who acts.
pub(super) fn event_clause(tree: &Tree<'_>, token: usize) -> usize {
    let mut clause = tree.clause_of(token);
    for _ in 0..6 {
        let alone = tree.finite(clause).is_some()
            && tree.subject(clause).is_some()
            && !needs_another(tree, clause);
        match tree.head(clause) {
            Some(above) if !alone || matches!(tree.deprel(clause), Deprel::Xcomp) => {
                clause = tree.clause_of(above);
            }
            _ => break,
        }
    }
    clause
}

/// The predicates joined to that of `clause` that can be said alone: `It was shut in May but was sold in June`.
pub(super) fn joined(writer: &Writer<'_>, clause: usize) -> Vec<usize> {
    let tree = &writer.tree;
    let is_joined = |&second: &usize| {
        let first = tree.head(second).filter(|_| tree.deprel(second) == Deprel::Conj);
        // "It was shut, reopened and sold" may hang the last on the second.
        first.is_some_and(|first| {
            first == clause
                || tree.deprel(first) == Deprel::Conj && tree.head(first) == Some(clause)
        })
    };
    // "It rose in May and fell in June, he said": he said both.
    let told = |second: usize| {
        tree.children(clause).any(|said| tree.deprel(said) == Deprel::Parataxis && said > second)
    };
    let words = tree.subtree(clause, |_| true).into_iter();
    words
        .filter(is_joined)
        .filter(|&second| second > clause && !told(second))
        .filter(|&second| {
            let line = writer.second_predicate(clause, second, Cut::Nothing, &[]);
            line.is_some_and(|line| !line.dangling && line.text.split(' ').count() > 2)
        })
        .collect()
}

/// The clause, or the one above that says what it is worth: `if the port closes in May` is no event, nor is what somebody
/// claims without the one who does.
pub(super) fn telling_clause(tree: &Tree<'_>, clause: usize) -> usize {
    let mut clause = clause;
    for _ in 0..4 {
        // "It says that one rose and another fell in May": it says both.
        let first = tree.first_conjunct(clause);
        let said = tree.deprel(first) == Deprel::Ccomp;
        let Some(above) = tree.head(if said { first } else { clause }) else { break };
        let supposed = tree.is_left_open(clause);
        // "repeating the claim that he had left in May".
        let content = || {
            tree.children(clause)
                .any(|mark| tree.deprel(mark) == Deprel::Mark && tree.is_word(mark, &["that"]))
        };
        let claimed = match tree.deprel(clause) {
            _ if said => !KNOWING.contains(&tree.lemma(above)),
            Deprel::Acl => content() && !FACTS.contains(&tree.lemma(above)),
            _ => false,
        };
        // "…, the paper wrote in May, …" without what it wrote.
        let says_nothing = !matches!(tree.deprel(clause), Deprel::Conj | Deprel::AclRelcl)
            && SAYING.contains(&tree.lemma(clause))
            && !tree.children(clause).any(|child| {
                matches!(
                    tree.deprel(child),
                    Deprel::Obj | Deprel::Ccomp | Deprel::Xcomp | Deprel::Parataxis
                )
            });
        // "much as she did in May": what she did, the clause above says.
        let stands_in = matches!(tree.deprel(clause), Deprel::Advcl)
            && tree.lemma(clause) == "do"
            && !tree.children(clause).any(|child| tree.deprel(child) == Deprel::Obj);
        if !(supposed || claimed || says_nothing || stands_in) {
            break;
        }
        clause = event_clause(tree, above);
    }
    clause
}

/// Verbs whose clause is so: who knows it, or finds it out, need not be said.
const KNOWING: &[&str] = &[
    "acknowledge",
    "admit",
    "announce",
    "confirm",
    "demonstrate",
    "discover",
    "ensure",
    "find",
    "forget",
    "happen",
    "know",
    "learn",
    "mean",
    "note",
    "notice",
    "prove",
    "realize",
    "recall",
    "regret",
    "remember",
    "reveal",
    "see",
    "show",
];

/// Nouns whose clause is so.
const FACTS: &[&str] =
    &["evidence", "fact", "knowledge", "news", "proof", "reality", "reminder", "reason", "truth"];

/// Verbs that tell nothing without what is said.
const SAYING: &[&str] = &[
    "add",
    "allege",
    "announce",
    "argue",
    "claim",
    "confirm",
    "estimate",
    "explain",
    "find",
    "indicate",
    "insist",
    "note",
    "predict",
    "propose",
    "recommend",
    "report",
    "rule",
    "say",
    "show",
    "suggest",
    "tell",
    "testify",
    "tweet",
    "warn",
    "write",
];

/// Whether a clause behind a noun tells which of several are meant: `the only boats`, `no boat`, `anybody`.
fn is_picked(tree: &Tree<'_>, noun: usize) -> bool {
    const PICKING: &[&str] = &["only", "no", "few", "most", "other"];
    const ANYBODY: &[&str] =
        &["anybody", "anyone", "anything", "everybody", "everyone", "everything", "nobody", "none"];
    tree.is_word(noun, ANYBODY)
        || tree.analysis.is_any_one(noun)
        || tree.children(noun).any(|child| child < noun && tree.is_word(child, PICKING))
}

/// Whether it is set apart from its like: `the worst defeat`, `the first pact`.
fn is_superlative(tree: &Tree<'_>, noun: usize) -> bool {
    tree.children(noun).any(|child| {
        matches!(tree.xpos(child), "JJS" | "RBS")
            || tree.children(child).any(|below| matches!(tree.xpos(below), "JJS" | "RBS"))
            || tree.is_word(child, &["first", "last", "next", "one", "same"])
    })
}

/// Whether nothing but the clause tells which are meant: `towns that he won in May`.
fn is_bare(tree: &Tree<'_>, noun: usize) -> bool {
    let tells = |child: usize| child < noun && tree.deprel(child) != Deprel::Case;
    tree.upos(noun) == Upos::Noun && !tree.children(noun).any(tells)
}

/// Whether the clause only makes sense in the one above it: it is quoted there, asks, compares, repeats a verb, or tells of something whose
/// name or place in it is there: "what may happen in May", "than it sold in 2003", "as she did in 2003", "the town that they
/// left in 1967".
fn needs_another(tree: &Tree<'_>, clause: usize) -> bool {
    use Deprel as D;
    let Some(above) = tree.head(clause) else { return false };
    let words = tree.subtree(clause, |_| true);
    let opens = |&at: &usize| !matches!(tree.upos(at), Upos::Punct | Upos::Cconj);
    let first = words.into_iter().find(opens).unwrap_or(clause);
    let subject = tree.subject(clause).unwrap_or(clause);
    // What is quoted is said with who says it.
    let outside = tree.analysis.range(above);
    if tree.quotations_over(clause).any(|quotation| !quotation.range.contains_range(outside)) {
        return true;
    }
    match tree.deprel(clause) {
        D::AclRelcl if tree.is_word(above, &["one", "ones", "those", "what", "that"]) => true,
        // "adoptees younger than 18 who came in May": no number came.
        D::AclRelcl if tree.upos(above) == Upos::Num => true,
        // "the only boats that sank in May": other boats may have sunk before.
        D::AclRelcl if first > 0 && tree.word(first - 1) != "," && is_picked(tree, above) => true,
        // "the worst defeat that he suffered in May": of many.
        D::AclRelcl
            if tree.gap(clause).is_some()
                && (is_superlative(tree, above) || is_bare(tree, above)) =>
        {
            true
        }
        // "who left", "where they met", "the pact that they signed".
        D::AclRelcl => {
            !(first == subject && tree.is_word(first, &["who", "which", "that"])
                || tree.is_word(first, &["where", "when"])
                || tree.gap(clause).is_some()
                || tree.whose(clause) == Some(first))
        }
        // "the town that she won in 2008 and which he won in 1992".
        D::Conj => tree.is_word(first, &["who", "which", "whom", "whose"]),
        D::Parataxis | D::Root => false,
        relation => {
            let asks = &[
                "what", "who", "whom", "whose", "which", "whether", "how", "why", "whatever",
                "than",
            ];
            let repeats = tree.lemma(clause) == "do"
                && tree.upos(clause) == Upos::Verb
                && !tree.children(clause).any(|child| tree.deprel(child) == D::Obj);
            tree.is_word(first, asks) || repeats && matches!(relation, D::Advcl | D::AdvclRelcl)
        }
    }
}
