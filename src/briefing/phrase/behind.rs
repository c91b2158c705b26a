//! What of a clause stands behind the subject of its question, and in which words.

use super::Writer;
use super::clause::Tree;
use super::group::Group;
use super::lacking::is_of_another_clause;
use super::piece::Piece;
use super::stray::HEDGES;
use super::tail::SAYING;
use crate::language::{Deprel, Upos};

/// The clause that is turned into a question.
pub(super) struct Clause {
    pub(super) head: usize,
    pub(super) subject: usize,
    /// Where its subject starts.
    pub(super) start: usize,
    /// The first word of the verb behind the subject.
    pub(super) verb: usize,
    /// Whether the subject hangs below the head.
    pub(super) inside: bool,
    /// Where the quotation around it ends, if a comma closes it: in "“It will stand,” the mayor, Ann Lee, told the paper",
    /// who says so is no part of it, whatever the tree has.
    pub(super) said_until: Option<usize>,
    /// Whether a modal takes the place of what is there.
    pub(super) modal: bool,
    /// Whether negation goes.
    pub(super) positive: bool,
}

impl Writer<'_> {
    /// Whether a word of the clause stands no longer behind the subject of the question.
    pub(super) fn leaves_behind(&self, clause: &Clause, group: &Group, token: usize) -> bool {
        let tree = &self.tree;
        let &Clause { head, subject, start, verb, inside, said_until, modal, positive } = clause;
        if said_until.is_some_and(|end| token >= end) {
            return true;
        }
        let on_head = tree.head(token) == Some(head);
        // "is to meet and to sign": the second verb follows the modal too; and so it does in "is to stop selling wool and to
        // buy cloth", which no gerund goes with.
        let second_to = tree.xpos(token) == "TO"
            && modal
            && tree.head(token).is_some_and(|verb| {
                tree.deprel(verb) == Deprel::Conj
                    && tree.head(verb).is_some_and(|first| {
                        first == head
                            || tree.head(first) == Some(head)
                                && tree.xpos(first) == "VBG"
                                && tree.deprel(first) == Deprel::Xcomp
                    })
            });
        // "is due to open", where "due to" is read as one word.
        let due = on_head
            && token < head
            && tree.is_word(token, &["due"])
            && tree.is_word(token + 1, &["to"]);
        // "instructed the papers to “withhold” it".
        let own_to = tree.xpos(token) == "TO"
            && token < head
            && modal
            && (token + 1..head).all(|at| tree.upos(at) == Upos::Punct);
        // "The hope is that he will come".
        let outside = on_head && tree.deprel(token) == Deprel::NsubjOuter;
        if second_to || due || own_to || outside {
            return true;
        }
        (token == subject && (token < head || !inside))
            || group.removed.contains(&token)
            || (positive
                && is_negation(tree, token)
                && (on_head || tree.is_word(token + 1, &["again"])))
            // "will not leave because of the toll": that is why not.
            || (token > head
                && (positive && tree.negation(head).is_some()
                    || self.is_doubted(head) && (on_head || self.hangs_on_object(head, token)))
                && tree.children(token).any(|why| tree.is_word(why, &["because"])))
            || (on_head && token > head && tells_why(tree, clause, token))
            // "will sail, though the wind is strong": a concession.
            || (on_head
                && token > head
                && tree.deprel(token) == Deprel::Advcl
                && tree.children(token).any(|mark| {
                    mark < token && tree.is_word(mark, &["although", "though"])
                }))
            // "would not only hurt": would hurt.
            || (positive
                && tree.is_word(token, &["only", "just", "merely", "simply"])
                && token.checked_sub(1).is_some_and(|not| tree.negation(head) == Some(not)))
            || self.tells_where_written(token)
            || (on_head && self.drops(head, token, group))
            // What stands before the subject, or set off between it and its verb, is left behind.
            || (on_head && inside && token < start)
            || (on_head && (subject..verb).contains(&token) && self.is_set_off_before(token, verb))
    }

    /// "The guests will meet here on Monday": where the report was written.
    fn tells_where_written(&self, token: usize) -> bool {
        let tree = &self.tree;
        tree.is_word(token, &["here"])
            && tree.deprel(token) == Deprel::Advmod
            && tree.children(token).next().is_none()
            && tree.head(token).is_some_and(|above| {
                above < token
                    && !matches!(
                        tree.lemma(above),
                        "be" | "bring" | "come" | "get" | "go" | "live" | "return" | "stay"
                    )
            })
    }

    /// Where a comma parts the clause from who says so at the end of its sentence: "if the strike goes on, two miners said".
    pub(super) fn teller_behind(&self, head: usize) -> Option<usize> {
        let tree = &self.tree;
        let sentence = &tree.analysis.sentences[tree.analysis.sentence_of(head)].tokens;
        let said = sentence.clone().rev().find(|&at| tree.upos(at) != Upos::Punct)?;
        let says = SAYING.contains(&tree.lemma(said)) && matches!(tree.xpos(said), "VBD" | "VBZ");
        let named = |at: usize| tree.is_of_phrase(at) && !matches!(tree.xpos(at), "WDT" | "WP");
        let comma = (head..said).rev().find(|&at| !named(at))?;
        // "in the towns, Ann Lee, head of the guild, said".
        let name = (head..comma).rev().find(|&at| tree.upos(at) != Upos::Propn);
        let comma =
            name.filter(|&before| before + 1 < comma && tree.word(before) == ",").unwrap_or(comma);
        (says && tree.word(comma) == "," && comma + 1 < said).then_some(comma)
    }

    /// "She is unlikely to leave", "they do not think that she will leave".
    fn is_doubted(&self, head: usize) -> bool {
        let tree = &self.tree;
        matches!(tree.deprel(head), Deprel::Xcomp | Deprel::Ccomp | Deprel::Csubj)
            && tree.head(head).is_some_and(|above| {
                tree.lemma(above) == "unlikely" || tree.negation(above).is_some()
            })
    }

    /// "will not help the weavers because of the toll", with the toll hung on the weavers.
    fn hangs_on_object(&self, head: usize, token: usize) -> bool {
        let tree = &self.tree;
        tree.deprel(token) == Deprel::Nmod
            && tree.ancestors(token).take_while(|&above| above != head).all(|above| {
                matches!(
                    tree.deprel(above),
                    Deprel::Obj | Deprel::Nmod | Deprel::Obl | Deprel::Conj
                ) && tree.upos(above).is_nominal()
            })
    }

    /// "They will face no charges": will they face any?
    pub(super) fn say_any(&self, head: usize, pieces: &mut [Piece]) {
        let tree = &self.tree;
        for piece in pieces {
            if let &mut Piece::Token(no) = piece
                && tree.is_word(no, &["no"])
                && tree.deprel(no) == Deprel::Det
                && tree.head(no).is_some_and(|noun| {
                    tree.head(noun) == Some(head)
                        && tree.deprel(noun) == Deprel::Obj
                        // "will leave them no choice but to pay".
                        && !tree.is_word(noun + 1, &["but"])
                })
            {
                *piece = Piece::Instead(no, "any".to_owned());
            }
        }
    }

    /// Without what a dash that no second one closes tells more of: "will sell the boats - most of all the old ones".
    /// `None` where it parts the verb from its own words.
    pub(super) fn cut_at_dash(&self, head: usize, pieces: &mut Vec<Piece>) -> Option<()> {
        /// A question of fewer pieces says too little.
        const LEAST: usize = 6;
        let tree = &self.tree;
        let is = |piece: &Piece, words: &[&str]| matches!(piece, Piece::Token(at) if tree.is_word(*at, words));
        let dash = |piece: &Piece| {
            is(piece, &["–", "—", "--"])
                || is(piece, &["-"]) && matches!(piece, Piece::Token(at) if self.is_apart(*at))
        };
        let Some(at) = pieces.iter().position(dash) else { return Some(()) };
        let (before, rest) = pieces.split_at(at);
        let quotes = before.iter().filter(|piece| is(piece, &["\"", "“", "”", "''", "``"])).count();
        let conditional = rest.iter().any(|piece| is(piece, &["if", "unless"]));
        let verb = |piece: &Piece| matches!(piece, Piece::Token(token) | Piece::Instead(token, _) if *token == head);
        let lone = !rest.iter().skip(1).any(dash);
        if lone && (rest.iter().any(verb) || before.last().is_some_and(verb)) {
            return None;
        }
        if at < LEAST || conditional || quotes % 2 == 1 || !lone {
            return Some(());
        }
        pieces.truncate(at);
        Some(())
    }

    /// "They will not sail until May": will they before May? `None` where the time is told of more closely: "until just
    /// before May".
    pub(super) fn say_before(&self, head: usize, pieces: &mut [Piece]) -> Option<()> {
        let tree = &self.tree;
        // "They are not expected to sail until May" likewise.
        let above = tree.head(head).filter(|_| tree.is_infinitive(head));
        let denied = tree.negation(head).or_else(|| tree.negation(above?)).is_some();
        for piece in pieces {
            if let &mut Piece::Token(until) = piece
                && denied
                && tree.is_word(until, &["until"])
                && tree.head(until).is_some_and(|then| tree.head(then) == Some(head))
            {
                let closely = |at: usize| {
                    matches!(tree.upos(at), Upos::Adv | Upos::Adp | Upos::Sconj)
                        || tree.is_word(at, &["after", "before"])
                };
                if closely(until + 1) || closely(until + 2) {
                    return None;
                }
                *piece = Piece::Instead(until, "before".to_owned());
            }
        }
        Some(())
    }

    /// The words behind the subject, with the verb in its new form.
    pub(super) fn behind_subject(&self, group: Group, mut rest: Vec<Piece>) -> Vec<Piece> {
        for piece in &mut rest {
            if let Piece::Token(token) | Piece::Instead(token, _) = piece
                && let Some((at, word)) = group.changed.iter().find(|(at, _)| at == token)
            {
                *piece = Piece::Instead(*at, word.clone());
            }
        }
        let soon = |token: usize| {
            self.tree.is_word(token, &["ever", "eventually", "finally", "soon", "also"])
        };
        if let Some(be) = group.inserted {
            // "if talks are ever revived": "will talks ever be revived".
            let ahead = rest
                .iter()
                .take_while(|piece| matches!(piece, Piece::Token(token) if soon(*token)))
                .count();
            rest.insert(ahead, Piece::Word(be));
        }
        if let [Piece::Instead(_, be), Piece::Token(ever), ..] = rest.as_slice()
            && be == "be"
            && soon(*ever)
        {
            rest.swap(0, 1);
        }
        rest
    }

    fn drops(&self, head: usize, token: usize, group: &Group) -> bool {
        let tree = &self.tree;
        match tree.deprel(token) {
            Deprel::Mark if is_about(tree, head, token) => false,
            Deprel::Mark | Deprel::Cc | Deprel::CcPreconj | Deprel::Expl => token < head,
            // "accused him of lying".
            Deprel::Case => token < head && tree.upos(head) == Upos::Verb,
            // A second verb keeps its form only where the first one keeps it too.
            Deprel::Conj => {
                let verb = tree.upos(token) == Upos::Verb
                    || tree.child(token, |d| d == Deprel::Cop).is_some();
                // "has praised the mayor, and calling her brave": of another clause too.
                let running = |at: usize| tree.xpos(at) == "VBG";
                // "are strangers or pose a risk": no "are they strangers or pose".
                let other = matches!(group.first.as_str(), "am" | "are" | "is" | "was" | "were")
                    && tree.upos(head) != Upos::Verb
                    && tree.upos(token) == Upos::Verb
                    && tree.auxiliaries(token).is_empty()
                    && matches!(tree.xpos(token), "VB" | "VBP" | "VBZ" | "VBD");
                // "will be frozen, and wages of the guards would be cut", with the wages parted from their verb.
                let parted = tree.upos(head) == Upos::Verb
                    && tree.upos(token) == Upos::Noun
                    && tree.xpos(token) == "NNS"
                    && tree
                        .child(token, |d| matches!(d, Deprel::Obj | Deprel::Cop | Deprel::Case))
                        .is_none()
                    && tree
                        .child(token, |d| matches!(d, Deprel::Nmod | Deprel::Amod | Deprel::Det))
                        .is_some();
                tree.subject(token).is_some()
                    || parted
                    || other
                    || tree.upos(head) == Upos::Verb
                        && !tree.auxiliaries(head).iter().any(|&aux| tree.lemma(aux) == "be")
                        && running(token)
                        && !running(head)
                        && tree.auxiliaries(token).is_empty()
                    || is_of_another_clause(tree, head, token)
                    || group.reshaped && verb
                    || verb && tree.finite(token).is_some()
            }
            Deprel::Advmod => {
                let hedge = tree.is_word(token, HEDGES)
                    && tree.children(token).next().is_none()
                    // "now that it has lost".
                    && !tree.is_word(token + 1, &["that"]);
                // "has not committed so far": whether he will does not ask about so far.
                let so_far = group.first == "will"
                    && tree.is_word(token, &["far"])
                    && tree.is_word(token.wrapping_sub(1), &["so", "thus"]);
                // "may well sign".
                let well = tree.is_word(token, &["well"])
                    && tree.is_word(token.wrapping_sub(1), &["may", "might", "could"]);
                // "will almost certainly fall".
                let almost = tree.is_word(token, &["almost"]) && tree.is_word(token + 1, HEDGES);
                hedge || so_far || well || almost
            }
            // Who says it is no part of what is asked.
            Deprel::Parataxis => true,
            Deprel::Punct => token < head || tree.children(head).next_back() == Some(token),
            // "It will be enough to change the count", with the infinitive read as a subject.
            Deprel::Csubj
                if token > head
                    && tree.is_infinitive(token)
                    && tree.subject(head).is_some_and(|subject| subject < head) =>
            {
                false
            }
            // "There are signs": what there is stands behind the verb.
            Deprel::Nsubj | Deprel::NsubjPass | Deprel::Csubj => {
                token < head || tree.child(head, |deprel| deprel == Deprel::Expl).is_none()
            }
            _ => false,
        }
    }
}

/// "The focus will be on mending it": what it will be on is part of the predicate.
pub(super) fn is_about(tree: &Tree<'_>, head: usize, mark: usize) -> bool {
    tree.xpos(head) == "VBG"
        && tree.xpos(mark) == "IN"
        && mark < head
        && tree.head(mark) == Some(head)
        && tree.auxiliaries(head).iter().any(|&be| be < mark && tree.lemma(be) == "be")
}

/// "will be dear because the wool is scarce": whether it will is asked, and not why. "has yet to be signed due in part to
/// the fog": why not.
fn tells_why(tree: &Tree<'_>, clause: &Clause, token: usize) -> bool {
    let modal = clause.modal
        || tree.auxiliaries(clause.head).first().is_some_and(|&aux| tree.xpos(aux) == "MD");
    let mut marks = tree
        .children(token)
        .filter(|&mark| mark < token && matches!(tree.deprel(mark), Deprel::Mark));
    let finite = || tree.finite(token);
    let because = tree.deprel(token) == Deprel::Advcl
        && modal
        && finite().is_some()
        && marks.any(|mark| {
            tree.is_word(mark, &["because"])
                // "will be paid before May as some had no wages": of then.
                || tree.is_word(mark, &["as"])
                    && finite().is_some_and(|at| tree.xpos(at) == "VBD")
        });
    let not_yet = tree
        .children(clause.head)
        .any(|to| tree.xpos(to) == "TO" && tree.is_word(to.wrapping_sub(1), &["yet"]));
    let words = tree.subtree(token, |_| true);
    let due = tree.deprel(token) == Deprel::Obl
        && words.first().is_some_and(|&first| {
            tree.is_word(first, &["due", "because", "owing"])
                || tree.is_word(first, &["to"])
                    && (first.saturating_sub(3)..first).any(|at| tree.is_word(at, &["due"]))
        });
    because || due && (not_yet || clause.positive && tree.negation(clause.head).is_some())
}

fn is_negation(tree: &Tree<'_>, token: usize) -> bool {
    tree.is_word(token, &["not", "n't", "n’t", "never", "yet"])
}
