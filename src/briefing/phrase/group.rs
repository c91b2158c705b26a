//! The verb group of a question: which auxiliary goes before the subject, and what the verb behind it becomes.

use super::Writer;
use super::behind::is_about;
use super::clause::Tree;
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

impl Group {
    /// With one for the subject: `have` is `has`.
    pub(super) fn make_singular(&mut self) {
        let singular = match self.first.as_str() {
            "do" => "does",
            "am" | "are" => "is",
            "were" => "was",
            "have" => "has",
            _ => return,
        };
        singular.clone_into(&mut self.first);
    }
}

impl Writer<'_> {
    /// What goes before the subject and what the verb group behind it becomes.
    pub(super) fn group(&self, head: usize, subject: usize, mood: Mood) -> Option<Group> {
        let tree = &self.tree;
        let auxiliaries = tree.auxiliaries(head);
        // "whether it may have made them poor": did it?
        let may = auxiliaries.iter().position(|&aux| tree.is_word(aux, &["may", "might"]));
        let may_have = may.and_then(|may| auxiliaries.get(may..)).filter(|own| {
            tree.xpos(head) == "VBN"
                && own.get(1).is_some_and(|&have| tree.is_word(have, &["have"]))
        });
        match mood {
            Mood::Kept | Mood::Reported if may_have.is_some() => {
                Some(self.past_group(head, subject, may_have?))
            }
            Mood::Kept => self.kept_group(head, &auxiliaries),
            Mood::Reported => {
                self.kept_group(head, &auxiliaries).map(|group| match group.first.as_str() {
                    // "would be tried unless she returned": the condition keeps its tense.
                    "would" if self.has_past_condition(head) => group,
                    // "would have fought": it never came to that.
                    "would" if auxiliaries.iter().any(|&aux| tree.lemma(aux) == "have") => group,
                    "would" => Group { first: "will".to_owned(), ..group },
                    // "claimed that he had left": did he leave?
                    "had" if tree.finite(head) != Some(head) && tree.lemma(head) != "have" => {
                        self.past_group(head, subject, &auxiliaries)
                    }
                    _ => group,
                })
            }
            Mood::Modal("will") if self.has_past_condition(head) => {
                Some(modal_group(tree, head, &auxiliaries, "would"))
            }
            Mood::Modal(modal) => {
                // "The question is whether she stays": that "is" belongs to the clause around.
                let outer = tree.child(head, |deprel| deprel == Deprel::NsubjOuter).is_some();
                let mark = tree.children(head).find(|&mark| {
                    outer
                        && tree.deprel(mark) == Deprel::Mark
                        && tree.is_word(mark, &["whether", "if"])
                });
                let own: Vec<usize> = auxiliaries
                    .into_iter()
                    .filter(|&aux| mark.is_none_or(|mark| aux > mark))
                    .collect();
                let mut group = modal_group(tree, head, &own, modal);
                group.removed.extend(tree.children(head).filter(|&is| {
                    mark.is_some_and(|mark| is < mark) && tree.deprel(is) == Deprel::Cop
                }));
                Some(group)
            }
            Mood::Past => Some(self.past_group(head, subject, &auxiliaries)),
            // "seems to break the law": does it?
            Mood::Present
                if (auxiliaries.is_empty() && tree.xpos(head) != "VBN"
                    // "many more may exist": do they?
                    || tree.xpos(head) == "VB"
                        && auxiliaries.iter().all(|&aux| tree.xpos(aux) == "MD"))
                    && tree.upos(head) == Upos::Verb =>
            {
                let first = if self.is_plural(subject) { "do" } else { "does" };
                let changed = vec![(head, base_form(tree, head))];
                Some(Group {
                    first: first.to_owned(),
                    removed: auxiliaries,
                    changed,
                    reshaped: true,
                    ..Group::default()
                })
            }
            Mood::Present => {
                let first = if self.is_plural(subject) { "are" } else { "is" };
                Some(Group { first: first.to_owned(), removed: auxiliaries, ..Group::default() })
            }
        }
    }

    /// "... if the ministry dropped its demand", "... once it was told": then it would.
    fn has_past_condition(&self, head: usize) -> bool {
        let tree = &self.tree;
        tree.subtree(head, |_| true).into_iter().any(|clause| {
            // "the mill that stood when he came" tells of another time.
            let told = tree
                .ancestors(clause)
                .take_while(|&above| above != head)
                .any(|above| tree.deprel(above) == Deprel::AclRelcl);
            tree.deprel(clause) == Deprel::Advcl
                && !told
                && tree
                    .children(clause)
                    .any(|mark| tree.is_word(mark, &["if", "unless", "once", "until", "when"]))
                && tree.finite(clause).is_some_and(|verb| tree.xpos(verb) == "VBD")
        })
    }

    fn kept_group(&self, head: usize, auxiliaries: &[usize]) -> Option<Group> {
        let tree = &self.tree;
        let outer = tree.child(head, |deprel| deprel == Deprel::NsubjOuter);
        // "Among the issues is whether he lied", with "is" hung on the wrong verb.
        let mark = tree
            .child(head, |deprel| deprel == Deprel::Mark)
            .filter(|&mark| tree.is_word(mark, &["whether", "if"]) || outer.is_some());
        // "The question is how they paid": so with the verb of the clause around it.
        let mark = mark
            .or_else(|| self.question_phrase(head).filter(|_| outer.is_some())?.first().copied());
        let own = auxiliaries.iter().position(|&aux| mark.is_none_or(|mark| aux > mark));
        let auxiliaries = own.and_then(|own| auxiliaries.get(own..)).unwrap_or_default();
        let finite = auxiliaries.first().copied().unwrap_or(head);
        if !matches!(tree.xpos(finite), "VBD" | "VBZ" | "VBP" | "MD") {
            return None;
        }
        // An auxiliary before the subject belongs to another clause.
        if tree
            .subject(head)
            .is_some_and(|subject| finite < subject && tree.head(subject) == Some(head))
            // "There is no proof": said before the verb all the same.
            && tree.child(head, |deprel| deprel == Deprel::Expl).is_none_or(|there| there > finite)
        {
            return None;
        }
        // "that it is to be moved": will it be?
        let due = tree.lemma(finite) == "be"
            && (finite..head).any(|to| tree.xpos(to) == "TO" && tree.head(to) == Some(head));
        if due {
            let modal = if tree.xpos(finite) == "VBD" { "would" } else { "will" };
            return Some(modal_group(tree, head, auxiliaries, modal));
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
                first: full_form(tree, head)?,
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
        let changed = vec![(head, base_form(tree, head))];
        Some(Group { first: first.to_owned(), changed, reshaped: true, ..Group::default() })
    }

    fn past_group(&self, head: usize, subject: usize, auxiliaries: &[usize]) -> Group {
        let tree = &self.tree;
        let be = auxiliaries.iter().any(|&aux| tree.lemma(aux) == "be")
            || tree.xpos(head) == "VBN" && auxiliaries.is_empty();
        let mut removed = auxiliaries.to_vec();
        // "There may have been a breach": was there one?
        let exists = tree.lemma(head) == "be";
        let subject = tree
            .child(head, |deprel| deprel == Deprel::Nsubj)
            .filter(|_| exists)
            .unwrap_or(subject);
        removed.extend(exists.then_some(head));
        if be || exists {
            let first = if self.is_plural(subject) { "were" } else { "was" };
            return Group { first: first.to_owned(), removed, ..Group::default() };
        }
        let changed = vec![(head, base_form(tree, head))];
        let mut group =
            Group { first: "did".to_owned(), removed, changed, reshaped: true, ..Group::default() };
        change_beside(tree, head, &mut group);
        group
    }
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
                None => group.changed.push((head, base_form(tree, head))),
            }
            group.reshaped = true;
        }
        Some(be) => {
            let copula = tree.deprel(be) == Deprel::Cop
                || tree.children(head).any(|mark| is_about(tree, head, mark));
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
        // "will fine the player", "will likely vote": whatever the tag, a word with an object behind its modal is a verb, and
        // so is a bare noun.
        None if tree.upos(head) != Upos::Verb
            && (tree.child(head, |deprel| deprel == Deprel::Obj).is_some()
                || tree.upos(head) == Upos::Noun
                    && tree
                        .child(head, |deprel| matches!(deprel, Deprel::Case | Deprel::Det))
                        .is_none())
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
    change_beside(tree, head, &mut group);
    group
}

/// "the task of holding the port and winning the town": will they hold it and win the town?
fn change_beside(tree: &Tree<'_>, head: usize, group: &mut Group) {
    if tree.xpos(head) != "VBG" || !group.changed.iter().any(|(at, _)| *at == head) {
        return;
    }
    // "of appealing to farmers and reaching across the river", with the second hung on the farmers.
    let hung = |other: usize| {
        tree.head(other).is_some_and(|noun| {
            noun == head || tree.upos(noun).is_nominal() && tree.head(noun) == Some(head)
        })
    };
    let below = tree.subtree(head, |_| true).into_iter();
    let beside = below.filter(|&other| {
        hung(other)
            && tree.deprel(other) == Deprel::Conj
            && tree.xpos(other) == "VBG"
            && tree.upos(other) == Upos::Verb
            && tree.auxiliaries(other).is_empty()
            && tree.subject(other).is_none()
    });
    group.changed.extend(beside.map(|other| (other, base_form(tree, other))));
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
