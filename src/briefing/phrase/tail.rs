//! Clauses and circumstances that a short line can do without, though no mark may set them off.

use super::Writer;
use crate::language::times::is_time;
use crate::language::{Deprel, Upos};

pub(super) const SAYING: &[&str] = &[
    "argue", "describe", "explain", "mention", "note", "observe", "point", "predict", "put",
    "report", "say", "show", "suggest", "tell", "warn", "write",
];

/// In words and marks: shorter circumstances before the subject cost little, and most say when.
const SHORTEST: usize = 8;

impl Writer<'_> {
    /// Whether the sentence says as much without it: "In a survey of the guild that the town paid for, members said"; "shut
    /// the port as ships left it for the north". Not who says it: "As Lee wrote in May".
    pub(super) fn is_tail(&self, head: usize, token: usize) -> bool {
        let tree = &self.tree;
        if tree.negation(head).is_some() {
            return false;
        }
        match tree.deprel(token) {
            Deprel::Obl if token < head => {
                // "In 2004, when nine towns voted": the year is the day of what follows.
                tree.head(token) == Some(head)
                    && !matches!(tree.upos(token), Upos::Num | Upos::Propn)
                    && self
                        .starts_with(token, &["in", "at", "on", "during", "amid", "after", "with"])
                    && self.leads_in(head, token)
            }
            Deprel::Advcl if token < head => {
                let running =
                    tree.finite(token).is_none() && self.starts_with(token, &["when", "while"]);
                tree.head(token) == Some(head)
                    && (running || self.marked(token, &["after", "as", "before"]))
                    && !SAYING.contains(&tree.lemma(token))
                    && self.leads_in(head, token)
            }
            Deprel::Advcl => {
                tree.head(token) == Some(head)
                    && self.starts_with(token, &["after", "as", "before", "while"])
                    && tree.subject(token).is_some()
                    && self.is_last(token)
                    && !self.is_measured(token)
            }
            _ => false,
        }
    }

    /// Whether it gives a measure its sense, or a likeness: "three days after she left", "it looks as if she left".
    fn is_measured(&self, token: usize) -> bool {
        let tree = &self.tree;
        let first = tree.subtree(token, |_| true).first().copied().unwrap_or(token);
        tree.is_word(first + 1, &["if", "though"])
            || first.checked_sub(1).is_some_and(|before| {
                matches!(tree.upos(before), Upos::Adj | Upos::Adv | Upos::Num)
                    || is_time(tree.lemma(before))
                        && tree.children(before).any(|child| {
                            tree.upos(child) == Upos::Num
                                || tree
                                    .is_word(child, &["a", "an", "few", "many", "several", "some"])
                        })
            })
    }

    fn leads_in(&self, head: usize, token: usize) -> bool {
        let tree = &self.tree;
        let words = tree.subtree(token, |_| true);
        let (Some(&first), Some(&last)) = (words.first(), words.last()) else { return false };
        let start = tree.analysis.sentences[tree.analysis.sentence_of(token)].tokens.start;
        first == start
            && words.len() >= SHORTEST
            && last + 1 - first == words.len()
            && (tree.word(last) == "," || tree.word(last + 1) == ",")
            // "In the old port, where nine ships lay, work stood still."
            && !self.starts_relative(last + if tree.word(last) == "," { 1 } else { 2 })
            && tree.subject(head).is_some_and(|subject| {
                subject > last
                    // "On the topic of a friend, Mr. Lee, Ruiz was asked": the name goes with what leads in.
                    && !tree.children(head).any(|child| {
                        child > last
                            && child < subject
                            && matches!(tree.deprel(child), Deprel::Dislocated | Deprel::Vocative)
                    })
            })
            // "As Lee spoke, Ruiz watched": whom else?
            && (!matches!(tree.lemma(head), "watch" | "listen" | "look") || self.has_object(head))
    }

    /// What is watched, looked at or listened to.
    fn has_object(&self, verb: usize) -> bool {
        let tree = &self.tree;
        tree.children(verb).any(|child| match tree.deprel(child) {
            Deprel::Obj => true,
            Deprel::Obl => tree.children(child).any(|case| tree.is_word(case, &["at", "to"])),
            _ => false,
        })
    }

    fn starts_relative(&self, token: usize) -> bool {
        matches!(self.tree.xpos(token), "WDT" | "WP" | "WP$" | "WRB")
    }

    fn starts_with(&self, token: usize, options: &[&str]) -> bool {
        let words = self.tree.subtree(token, |_| true);
        words.first().is_some_and(|&first| self.tree.is_word(first, options))
    }

    fn marked(&self, token: usize, options: &[&str]) -> bool {
        let tree = &self.tree;
        let first = tree.subtree(token, |_| true).first().copied().unwrap_or(token);
        // "shortly after", but not "ships lie here, as was feared".
        tree.children(token).any(|child| {
            child <= first + 2 && tree.deprel(child) == Deprel::Mark && tree.is_word(child, options)
        })
    }

    /// Whether nothing but marks follows it in its sentence.
    fn is_last(&self, token: usize) -> bool {
        let tree = &self.tree;
        let words = tree.subtree(token, |_| true);
        let (Some(&first), Some(&last)) = (words.first(), words.last()) else { return false };
        let end = tree.analysis.sentences[tree.analysis.sentence_of(token)].tokens.end;
        last + 1 - first == words.len() && (last + 1..end).all(|at| tree.upos(at) == Upos::Punct)
    }

    /// "will recommend to the mayor that the port be sold", with the clause hung beside: what is recommended.
    fn is_content(&self, clause: usize) -> bool {
        let tree = &self.tree;
        tree.children(clause).any(|that| {
            that < clause
                && tree.deprel(that) == Deprel::Mark
                && tree.is_word(that, &["that"])
                && !tree.is_word(
                    that.wrapping_sub(1),
                    &["so", "now", "order", "except", "given", "provided", "seeing"],
                )
        }) && tree.head(clause).is_some_and(|above| tree.upos(above) == Upos::Verb)
    }

    /// "may result in the guild selling it", with the guild hung on the verb: whether the noun right before the participle
    /// is who does it.
    fn acts_in_it(&self, participle: usize) -> bool {
        let tree = &self.tree;
        let first = tree.subtree(participle, |_| true).first().copied().unwrap_or(participle);
        first == participle
            && tree.head(participle).is_some_and(|verb| {
                matches!(tree.lemma(verb), "end" | "result" | "lead" | "insist" | "depend" | "rely")
                    && tree.children(verb).any(|noun| {
                        noun > verb
                            && tree.deprel(noun) == Deprel::Obl
                            && tree.subtree(noun, |_| true).last() == Some(&(participle - 1))
                    })
            })
    }

    /// Whether a clause limits what the main clause says: without it that says more.
    pub(super) fn is_condition(&self, token: usize) -> bool {
        self.tree.children(token).any(|child| {
            self.tree.is_word(
                child,
                &[
                    "if", "unless", "until", "without", "provided", "only", "except", "once",
                    "though", "although",
                ],
            )
        })
    }

    /// Whether it tells how, why or after what something happened.
    pub(super) fn is_circumstance(&self, token: usize) -> bool {
        use Deprel as D;
        let tree = &self.tree;
        match tree.deprel(token) {
            D::Advcl => !self.is_condition(token) && !self.is_content(token),
            D::Acl => tree.finite(token).is_none(),
            D::Obl => {
                tree.children(token).any(|case| {
                    tree.deprel(case) == D::Case
                        && tree.is_word(
                            case,
                            &[
                                "after",
                                "before",
                                "amid",
                                "during",
                                "since",
                                "despite",
                                "because",
                                "following",
                                "within",
                                "according",
                                "through",
                                "throughout",
                                "as",
                                "under",
                                "alongside",
                                "by",
                            ],
                        )
                }) && tree.deprel(token) != D::OblAgent
            }
            D::Conj => tree.upos(token) == Upos::Verb,
            _ => false,
        }
    }

    /// Whether it is a clause of its own about a noun or beside the predicate, and the rest holds without it.
    pub(super) fn is_side_clause(&self, token: usize) -> bool {
        use Deprel as D;
        let tree = &self.tree;
        match tree.deprel(token) {
            // "those who stayed": without the clause nobody is meant.
            D::AclRelcl | D::AdvclRelcl => tree.head(token).is_none_or(|noun| {
                matches!(tree.upos(noun), Upos::Noun | Upos::Propn | Upos::Verb)
                    // "in the way the town is seen".
                    && !matches!(tree.lemma(noun), "way" | "extent" | "manner" | "degree")
            }),
            // A condition is no side matter: without its `if` the clause says something else.
            D::Advcl => {
                let led = |words: &[&str]| tree.children(token).any(|at| tree.is_word(at, words));
                let above = tree.head(token);
                // "grows more comfortable with playing a part": with what? "will go towards mending it": towards what?
                // "keep the boats from sailing", "a loss caused by selling wool": from what, and by what?
                // "may end in the guild selling it", with the guild hung on the end: a noun with its verb.
                let completes = tree.xpos(token) == "VBG"
                    && (led(&["from", "into", "of", "toward", "towards"])
                        || led(&["by"]) && above.is_some_and(|above| tree.xpos(above) == "VBN")
                        || above.is_some_and(|above| tree.upos(above) == Upos::Adj)
                            && led(&["about", "at", "for", "in", "with"])
                        || self.acts_in_it(token));
                // "will last as long as it rains", "better than they hoped".
                let compares = led(&["as", "than", "that"])
                    && above.is_some_and(|above| {
                        matches!(tree.upos(above), Upos::Adj | Upos::Adv)
                            && (matches!(tree.xpos(above), "JJR" | "RBR")
                                || tree
                                    .children(above)
                                    .any(|how| tree.is_word(how, &["as", "so", "more", "less"])))
                    });
                !compares
                    && !self.is_content(token)
                    && !self.is_condition(token)
                    && tree.head(token).is_some_and(|above| above < token)
                    && !tree.is_infinitive(token)
                    && !completes
            }
            _ => false,
        }
    }
}
