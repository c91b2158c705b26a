//! What looks like an aside, and is part of what the sentence says: without it the rest is broken, or says something else.

use super::Writer;
use super::tail::SAYING;
use crate::language::times::is_time;
use crate::language::{Deprel, Upos};

/// Verbs that say what somebody is behind their object: "called Lee, a miller, a thief".
const NAMING: &[&str] = &["brand", "call", "consider", "declare", "deem", "dub", "label"];

/// Verbs that say it behind `as`.
const DESCRIBING: &[&str] = &[
    "cast",
    "characterize",
    "denounce",
    "depict",
    "describe",
    "dismiss",
    "portray",
    "praise",
    "present",
    "refer",
    "regard",
    "see",
    "treat",
    "view",
];

impl Writer<'_> {
    pub(super) fn is_needed(&self, token: usize) -> bool {
        let words = self.tree.subtree(token, |_| true);
        let (Some(&first), Some(&last)) = (words.first(), words.last()) else { return false };
        !self.bracketed(token)
            && (self.splits_dashes(first, last)
                || self.leaves_dashes(first, last)
                || self.is_explained(first, last)
                || self.parts_verb(token, last)
                || self.likens(token)
                || self.completes(token, first, last)
                || self.lists(token, first, last)
                || self.runs_on(token, first, last)
                || self.splits_quotation(first, last)
                || self.acts(token, last)
                || self.picks_out(token, first)
                || self.is_meant(token))
            || self.bracketed(token) && self.leaves_brackets(first, last)
            || self.holds_other_side(first, last)
    }

    /// "every mile that it sails", "the two towns that pay": without the clause it is of all miles, or of two towns that nobody
    /// knows.
    fn picks_out(&self, token: usize, first: usize) -> bool {
        let tree = &self.tree;
        // "the 8 May vote, which was free".
        let set_off = std::iter::once(first)
            .chain(first.checked_sub(1))
            .any(|mark| tree.upos(mark) == Upos::Punct);
        tree.deprel(token) == Deprel::AclRelcl
            && !set_off
            // "by one point for every mile by which it sails", hung on the point.
            && tree.head(token).into_iter().chain(first.checked_sub(1)).any(|noun| {
                let the = |child: usize| {
                    tree.deprel(child) == Deprel::Det && tree.is_word(child, &["the"])
                };
                let counted = tree.child(noun, |deprel| deprel == Deprel::Nummod).is_some();
                tree.analysis.is_any_one(noun) || counted && tree.children(noun).any(the)
            })
    }

    /// Whether one of two dashes goes with it and the other stays, or what follows the only one is cut but for its end:
    /// "the men – miners (all but one) from Selm – left".
    fn splits_dashes(&self, first: usize, last: usize) -> bool {
        let tree = &self.tree;
        let sentence = tree.analysis.sentences[tree.analysis.sentence_of(first)].tokens.clone();
        let dash = |&at: &usize| {
            matches!(tree.word(at), "–" | "—" | "--")
                || tree.word(at) == "-"
                    && at > sentence.start
                    && at + 1 < sentence.end
                    && self.is_apart(at)
        };
        // The dash before it goes too, and with it the one behind.
        let from = first.checked_sub(1).filter(dash).unwrap_or(first);
        let behind = Some(last + 1).filter(|at| dash(&from) && *at < sentence.end && dash(at));
        let to = behind.unwrap_or(last);
        let gone = (from..=to).filter(dash).count();
        let ends = || (to + 1..sentence.end).all(|at| tree.upos(at) == Upos::Punct);
        gone % 2 == 1 && (!ends() || (sentence.clone().filter(dash).count() - gone) % 2 == 1)
    }

    /// Whether the verb lacks its complement without it: "spent the day, mending nets"; "called Ruiz, a miller, a thief";
    /// "refers to Lee, who is his friend, as “Mr. Lee”", where the tree takes all of that for the clause.
    fn completes(&self, token: usize, first: usize, last: usize) -> bool {
        let tree = &self.tree;
        let Some(above) = tree.head(token) else { return false };
        let verb = std::iter::once(above)
            .chain(tree.ancestors(above))
            .find(|&at| tree.upos(at) == Upos::Verb);
        let Some(verb) = verb.filter(|&verb| verb < token) else { return false };
        let lemma = tree.lemma(verb);
        let filled = |at: usize| {
            tree.children(at).any(|child| tree.deprel(child) == Deprel::Xcomp && child > at)
        };
        match tree.deprel(token) {
            Deprel::Acl | Deprel::Advcl => {
                // "left, with the mayor, smiling at him, behind": what he does is why he is named.
                let with = tree.deprel(token) == Deprel::Acl
                    && tree.deprel(above) == Deprel::Obl
                    && tree.children(above).any(|case| tree.is_word(case, &["with"]));
                let spends = std::iter::once(above).chain(tree.ancestors(above)).any(|at| {
                    at < token
                        && tree.upos(at) == Upos::Verb
                        && matches!(tree.lemma(at), "spend" | "waste")
                });
                // "with the mayor of the town, smiling at him".
                let led = tree.deprel(token) == Deprel::Advcl
                    && tree.children(above).any(|at| {
                        let words = tree.subtree(at, |_| true);
                        tree.deprel(at) == Deprel::Obl
                            && words
                                .last()
                                .is_some_and(|&last| (last + 1..=last + 2).contains(&first))
                            && words
                                .into_iter()
                                .find(|&word| tree.upos(word) != Upos::Punct)
                                .is_some_and(|word| {
                                    tree.is_word(word, &["with"]) && tree.word(word - 1) == ","
                                })
                    });
                tree.xpos(token) == "VBG" && (with || spends || led)
            }
            Deprel::Appos => {
                let named =
                    |at: usize| tree.deprel(at) == Deprel::Obj && tree.head(at) == Some(verb);
                NAMING.contains(&lemma)
                    && std::iter::once(above).chain(tree.ancestors(above)).take(2).any(named)
                    && !filled(verb)
            }
            // "could declare its claim to the bay, which is wide, void".
            Deprel::AclRelcl if NAMING.contains(&lemma) && !filled(verb) => true,
            Deprel::AclRelcl => {
                DESCRIBING.contains(&lemma)
                    && (first + 1..last)
                        .any(|at| tree.is_word(at, &["as"]) && tree.word(at - 1) == ",")
            }
            _ => false,
        }
    }

    /// Whether the rest of a list hangs in it: "by raising the toll, cutting wages, and selling boats"; "two friends -
    /// Ana Lee, who leads Tom Hall and Eva Lund, and Ida Ruiz".
    fn lists(&self, token: usize, first: usize, last: usize) -> bool {
        let tree = &self.tree;
        let Some(head) = tree.head(token) else { return false };
        let and = |at: usize| tree.is_word(at, &["and", "or"]);
        let running = tree.xpos(token) == "VBG"
            && tree.xpos(head) == "VBG"
            && (first..last).any(|at| {
                and(at) && (at + 1..(at + 5).min(last)).any(|verb| tree.xpos(verb) == "VBG")
            });
        let behind_name = first.checked_sub(1).is_some_and(|at| {
            tree.upos(at) == Upos::Propn || at > 0 && tree.upos(at - 1) == Upos::Propn
        });
        let named = tree.deprel(token) != Deprel::Appos
            && behind_name
            && (first + 1..last).any(|at| {
                tree.word(at) == ","
                    && and(at + 1)
                    && tree.upos(at + 2) == Upos::Propn
                    && (at..=last).all(|at| !matches!(tree.xpos(at), "VBD" | "VBZ" | "VBP" | "MD"))
            });
        // "led by Lee of Selm, Tom Hall, a miller from Tarn and Eva Lund": the last of the list.
        let ends = tree.deprel(token) == Deprel::Appos
            && tree.upos(head) == Upos::Propn
            && tree.children(head).any(|other| {
                other < first
                    && tree.deprel(other) == Deprel::Conj
                    && tree.upos(other) == Upos::Propn
            })
            && !tree
                .children(head)
                .any(|other| tree.deprel(other) == Deprel::Conj && tree.children(other).any(and))
            && (first..last).any(|at| and(at) && tree.upos(at + 1) == Upos::Propn);
        // "tie the loan for the port, known as the pier, with the sale of the mill": what follows goes with the verb.
        let goes_on = tree.deprel(token) == Deprel::Acl
            && tree.xpos(token) == "VBN"
            && tree.children(token).any(|part| {
                let words = tree.subtree(part, |_| true);
                tree.deprel(part) == Deprel::Obl
                    && part > token
                    && words.first().is_some_and(|&comma| {
                        tree.word(comma) == ","
                            && tree.is_word(comma + 1, &["as", "from", "into", "to", "with"])
                    })
            });
        running || named || ends || goes_on
    }

    /// Whether a quotation starts in it and ends outside, or the other way round.
    fn splits_quotation(&self, first: usize, last: usize) -> bool {
        let tree = &self.tree;
        let end = tree.analysis.sentences[tree.analysis.sentence_of(first)].tokens.end;
        let splits = |last: usize| {
            let count = |marks: &[&str]| {
                (first..=last).filter(|&at| marks.contains(&tree.word(at))).count()
            };
            count(&["“"]) != count(&["”"]) || count(&["\"", "``", "''"]) % 2 == 1
        };
        // Its last mark may hang elsewhere.
        let closes = |at: &usize| *at < end && matches!(tree.word(*at), "”" | "\"" | "''");
        splits(last) && (last + 1..=last + 2).find(closes).is_none_or(splits)
    }

    /// Whether it is the one who does what follows, whatever the tree says: "in a crisis, a clerk, Ana Lee, said on Monday";
    /// or tells of what somebody then says: "Lee, who was asked, answered, “no”".
    fn acts(&self, token: usize, last: usize) -> bool {
        let tree = &self.tree;
        let next = if tree.word(last) == "," { last + 1 } else { last + 2 };
        let says = tree.upos(next) == Upos::Verb
            && matches!(tree.xpos(next), "VBD" | "VBZ")
            && SAYING.contains(&tree.lemma(next))
            && tree.subject(next).is_none();
        let quotes = {
            let end = if matches!(tree.word(last), "," | ":") { last - 1 } else { last };
            tree.deprel(token) == Deprel::AclRelcl
                && SAYING.contains(&tree.lemma(end))
                && matches!(tree.word(end + 1), "," | ":")
                && matches!(tree.word(end + 2), "“" | "\"" | "``" | "''")
        };
        tree.deprel(token) == Deprel::Appos && tree.word(next - 1) == "," && says || quotes
    }

    /// Whether a pronoun behind it, which is the subject of the sentence, means somebody whom only it speaks of: "when the
    /// clerks had their say, they chose Lee".
    fn is_meant(&self, token: usize) -> bool {
        let tree = &self.tree;
        let root = tree.analysis.root(tree.analysis.sentence_of(token));
        let Some(root) = root.filter(|&root| token < root) else { return false };
        tree.subject(root).is_some_and(|subject| {
            subject > token
                && tree.is_word(subject, &["he", "she", "they"])
                && self.cast.actor_of_token(subject).is_none()
        })
    }

    /// Whether a verb follows whose subject is in it, or before what it is said of, whatever the tree says: "lasted an hour,
    /// in which Lee, wrapped in wool, slept".
    fn parts_verb(&self, token: usize, last: usize) -> bool {
        use Deprel as D;
        let tree = &self.tree;
        let closes = if tree.word(last) == "," { last } else { last + 1 };
        matches!(tree.deprel(token), D::Acl | D::Advcl | D::AclRelcl | D::Appos)
            && tree.word(closes) == ","
            && self.is_predicate(closes + 1)
            && !self.is_inside_subject(token, closes)
    }

    /// Whether the noun behind it says what a part of it is: "Lee, author of the Tale, a book on the port, said"; "from two
    /// in 1990, the year the port opened".
    fn is_explained(&self, first: usize, last: usize) -> bool {
        let tree = &self.tree;
        let next = if tree.word(last) == "," { last + 1 } else { last + 2 };
        let end = tree.analysis.sentences[tree.analysis.sentence_of(first)].tokens.end;
        if tree.word(next - 1) != "," || next >= end || tree.upos(next) != Upos::Det {
            return false;
        }
        let Some(noun) = tree.head(next).filter(|&noun| noun > next) else { return false };
        let beside = tree.deprel(noun) == Deprel::Appos
            && tree
                .head(noun)
                .is_some_and(|above| above < first && tree.upos(above) == Upos::Propn);
        let day = is_time(tree.lemma(noun)) && tree.deprel(noun) == Deprel::OblUnmarked;
        beside || day && tree.word(noun + 1) != ","
    }

    /// Whether it says how something is seen, or who says it: "as being lazy", "as she put it".
    fn likens(&self, token: usize) -> bool {
        let tree = &self.tree;
        let first = self.first_word(token);
        tree.deprel(token) == Deprel::Advcl
            && tree.is_word(first, &["as"])
            && !tree.is_word(first + 1, &["well"])
            && (tree.xpos(token) == "VBG" && tree.finite(token).is_none()
                || tree.xpos(first + 1) == "VBG"
                || SAYING.contains(&tree.lemma(token)))
    }

    /// Whether it says like whom somebody does not act: "will not close, as the guild did".
    pub(super) fn is_unlike(&self, token: usize) -> bool {
        let tree = &self.tree;
        tree.deprel(token) == Deprel::Advcl
            && tree.is_word(self.first_word(token), &["as"])
            && tree.head(token).is_some_and(|above| tree.negation(above).is_some())
    }

    /// Whether it holds whose word the sentence is: "..., according to the guild".
    pub(super) fn names_source(&self, token: usize) -> bool {
        let tree = &self.tree;
        let first = self.first_word(token);
        tree.subtree(token, |_| true).into_iter().any(|at| {
            tree.is_word(at, &["according"])
                && tree.is_word(at + 1, &["to"])
                && (at == first || tree.word(at - 1) == ",")
        })
    }

    /// The first word of what the token heads, behind marks.
    pub(super) fn first_word(&self, token: usize) -> usize {
        let words = self.tree.subtree(token, |_| true);
        words.into_iter().find(|&at| self.tree.upos(at) != Upos::Punct).unwrap_or(token)
    }

    /// Whether it goes on behind the bracket that closes: "(the old ones), but not to the new", "Lee’s (old) friends".
    fn leaves_brackets(&self, first: usize, last: usize) -> bool {
        let tree = &self.tree;
        let closes = (first..last).find(|&at| matches!(tree.word(at), ")" | "]"));
        closes.is_some_and(|closes| {
            let behind = (closes..=last).find(|&at| tree.upos(at) != Upos::Punct);
            behind.is_some_and(|at| tree.word(closes + 1) == "," || tree.upos(at) != Upos::Cconj)
        })
    }

    /// Whether it goes on behind the dash that closes: "the list – which was long – of the towns".
    fn leaves_dashes(&self, first: usize, last: usize) -> bool {
        let tree = &self.tree;
        let dash = |at: usize| {
            matches!(tree.word(at), "–" | "—" | "--") || tree.word(at) == "-" && self.is_apart(at)
        };
        let opens = dash(first) || first > 1 && dash(first - 1);
        let closes = (first + 1..last).find(|&at| opens && dash(at));
        closes.is_some_and(|closes| {
            let leads =
                matches!(tree.xpos(closes + 1), "WDT" | "WP" | "WP$" | "WRB" | "JJ" | "VBN");
            closes < last && (leads || tree.deprel(closes + 1) == Deprel::Case)
        })
    }

    /// "The match is set: Lee, the champion of the north, versus Ruiz".
    fn holds_other_side(&self, first: usize, last: usize) -> bool {
        (first..=last).any(|at| self.tree.is_word(at, &["versus", "vs."]))
    }

    /// Whether the tree takes for a part of it what the main verb says, "I see, as I said, that it holds", or what
    /// follows goes on with it: "profits from Lee, who led for a while, then lost"; "has no power, calling on her to sing,
    /// dance and smile"; "lost, which is a thing, he said, “we foresaw”".
    fn runs_on(&self, token: usize, first: usize, last: usize) -> bool {
        let tree = &self.tree;
        let beside = matches!(tree.deprel(token), Deprel::Advcl | Deprel::Parataxis);
        let said = beside
            && (first + 2..last).any(|at| {
                tree.word(at) == "that" && tree.xpos(at) == "IN" && tree.word(at - 1) == ","
            });
        // "invited Lee, who leads the guild, to speak".
        // "asked, preferring, as she did, to know".
        let asked = (tree.deprel(token) != Deprel::Advcl
            || tree.is_word(self.first_word(token), &["as"]))
            && (first + 2..last).any(|at| {
                tree.word(at) == "," && tree.xpos(at + 1) == "TO" && tree.xpos(at + 2) == "VB"
            });
        let next = if tree.word(last) == "," { last + 1 } else { last + 2 };
        let verb = |at: usize| matches!(tree.xpos(at), "VB" | "VBD" | "VBP" | "VBZ");
        let before = tree.head(token).is_some_and(|head| head < token);
        let listed = beside && before && tree.upos(next) == Upos::Verb && verb(next);
        let quoted = (next..next + 4).any(|at| {
            SAYING.contains(&tree.lemma(at))
                && tree.word(at + 1) == ","
                && matches!(tree.word(at + 2), "“" | "\"" | "``" | "''")
                && tree.word(at + 3).starts_with(char::is_lowercase)
        });
        let then = tree.word(next) == "then" && verb(next + 1);
        // "told the paper before she left that it was late".
        let told = beside
            && tree.head(token).is_some_and(|head| tree.lemma(head) == "tell" && head < token)
            && (first + 2..last).any(|at| tree.word(at) == "that" && tree.xpos(at) == "IN");
        // "left, calling it late, and saying that", "left, hoping to rest – and to sleep".
        let mark = |at: usize| matches!(tree.word(at), "," | "–" | "—" | "-" | "--");
        let joined = matches!(tree.xpos(token), "VBG" | "VBN")
            && mark(next - 1)
            && tree.upos(next) == Upos::Cconj
            && (tree.xpos(next + 1) == "TO" && tree.xpos(next + 2) == "VB"
                || tree.xpos(next + 1) == "VBG" && tree.xpos(token) == "VBG");
        said || asked || told || joined || tree.word(next - 1) == "," && (then || listed || quoted)
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Cut, Writer};
    use crate::briefing::actors;
    use crate::language::analyze;
    use crate::testing::document;

    /// Expects that nothing is cut.
    #[track_caller]
    fn check(text: &str) {
        let document = document(text);
        let analysis = analyze(&document);
        let cast = actors::find(&document, &analysis);
        let root = analysis.root(0).expect("the text has a sentence");
        let line = Writer::new(text, &analysis, &cast).statement(root, Cut::Turns);
        assert_eq!(line.expect("it can be said").text, text);
    }

    #[test]
    fn what_somebody_is_called_stays() {
        check("The guild called Tom Hall, a baker who had left the town, a hero of the poor.");
    }

    #[test]
    fn what_the_day_was_spent_with_stays() {
        check("Ana Lee said that she spent the whole morning, about five hours, mending nets.");
    }

    #[test]
    fn what_is_known_stays() {
        check("I see, as I told the guild when it met in May, that the harbour has good masters.");
    }

    #[test]
    fn a_list_stays_whole() {
        check(
            "The town saves money by raising the toll, cutting wages, and selling its old boats.",
        );
        check(
            "Whatever comes, he must decide how he pays, what he sells in May, and whom he asks.",
        );
    }

    #[test]
    fn what_somebody_is_asked_to_do_stays() {
        check("The guild has invited Ana Lee, who often scolds the mayor of the town, to speak.");
    }

    #[test]
    fn who_says_it_stays() {
        check("The boats help in a storm, a clerk, Ana Lee, said on Monday.");
    }

    #[test]
    fn two_people_are_not_one() {
        check(
            "Four friends - Tom Lee of Selm, Ana Ruiz of Tarn, Eva Lund and Ida Hall - have left.",
        );
    }

    #[test]
    fn half_a_quotation_does_not_go() {
        check(
            "Lee praised the clerks, saying they had “steady hands, and above all, they are kind.”",
        );
    }

    #[test]
    fn the_other_side_of_a_match_stays() {
        check(
            "The match is set: Ana Lee, the best of the north, versus Tom Hall, the baker of Selm.",
        );
    }

    #[test]
    fn what_goes_on_behind_an_aside_stays_with_it() {
        check(
            "The glacier feeds four rivers, the longest of which, the Arn, supplies water to six million people.",
        );
        check(
            "The interview lasted no more than twenty minutes, during which the singer, wrapped in a blanket, ate two \
             apples and refused to speak.",
        );
    }
}
