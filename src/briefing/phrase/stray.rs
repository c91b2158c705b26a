//! Words of a question that belong to another clause: the tree's slips that would read as two sentences.

use super::Writer;
use super::loose::{READERS_OWN, is_of_several, is_telling, says_no_more};
use super::piece::{Piece, is_joined, join};
use crate::briefing::ActorKind;
use crate::language::coref::words::{is_body, is_person};
use crate::language::times::is_time;
use crate::language::{Deprel, NameKind, Upos};

impl Writer<'_> {
    /// Whether a finite verb stands among the words that neither the question nor a clause inside it needs: a
    /// slip of the tree that would read as two sentences.
    pub(super) fn has_stray_verb(&self, head: usize, tokens: &[usize], removed: &[usize]) -> bool {
        let tree = &self.tree;
        // "Ruiz, whose courage she mocked" without "whose".
        let halved = tokens.iter().any(|&token| {
            tree.deprel(token) == Deprel::AclRelcl
                && tree
                    .subtree(token, |_| true)
                    .iter()
                    .any(|inner| tree.xpos(*inner) == "WP$" && !tokens.contains(inner))
                // The same with the noun behind "whose" read as an apposition.
                || tree.deprel(token) == Deprel::AclRelcl
                    && tree.head(token).into_iter().flat_map(|noun| tree.children(noun)).any(|child| {
                        child < token
                            && !tokens.contains(&child)
                            && tree.children(child).any(|inner| tree.xpos(inner) == "WP$")
                    })
                // "clerks that go home", with "that" left over from a clause of its own.
                || tree.xpos(token) == "WDT" && tree.head(token) == Some(head)
                // "met the mayor in what may be a first".
                || tree.is_word(token, &["what"])
                    && tree.head(token) == Some(head)
                    && tree.upos(token + 1) == Upos::Aux
                    && tree.head(token + 1) == Some(head)
        });
        if halved {
            return true;
        }
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
                // "those (who were) invited": a participle, whatever its tag.
                let lost = clause != head
                    && !matches!(tree.deprel(clause), Deprel::Conj | Deprel::Acl)
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

    /// Whether the child of a verb, or the comma that leads it in, stands in commas between the subject and the verb:
    /// "the bill, if it passes, would".
    pub(super) fn is_set_off_before(&self, token: usize, verb: usize) -> bool {
        let tree = &self.tree;
        let words = tree.subtree(token, |_| true);
        let comma = |at: usize| tree.word(at) == ",";
        let loose = matches!(
            tree.deprel(token),
            Deprel::Advcl | Deprel::Obl | Deprel::Advmod | Deprel::Parataxis | Deprel::OblUnmarked
        );
        comma(token)
            || loose
                && words.first().is_some_and(|&first| comma(first) || comma(first.wrapping_sub(1)))
                && words.last().is_some_and(|&last| last < verb && (comma(last) || comma(last + 1)))
    }

    /// "The union" alone is, in a question, what it was before: "the dockers' union", "the union of the miners". `None`
    /// for "this union" that was never told more of: which one, the question would not say.
    pub(super) fn say_which(&self, subject: &[usize], pieces: &mut Vec<Piece>) -> Option<()> {
        /// In words: more would be a second question.
        const MOST: usize = 5;
        let tree = &self.tree;
        let &[article, noun] = subject else { return Some(()) };
        let pointed = tree.is_word(article, &["that", "this", "these", "those"]);
        let bare = (pointed || tree.is_word(article, &["the"]))
            && tree.upos(noun) == Upos::Noun
            && !READERS_OWN.contains(&tree.lemma(noun))
            && !is_time(tree.lemma(noun))
            && says_no_more(tree, noun);
        if !bare {
            return Some(());
        }
        let kinds = |at: usize| {
            let first = (at.saturating_sub(3)..at)
                .rev()
                .take_while(|&kind| {
                    tree.deprel(kind) == Deprel::Compound
                        && tree.head(kind).is_some_and(|of| of == at || of < at && of > kind)
                })
                .last()?;
            // "could whip parade balloons", "the file.C virus": slips of the tree.
            let led = first
                .checked_sub(1)
                .is_some_and(|det| tree.deprel(det) == Deprel::Det && tree.head(det) == Some(at));
            led.then_some((first..at, false))
        };
        let of_what = |at: usize| {
            // "a bank on the local market": where it is, and not of what.
            let acts = is_person(tree.lemma(at))
                || is_body(tree.lemma(at))
                    && !matches!(
                        tree.lemma(at),
                        "board" | "commission" | "committee" | "council" | "panel" | "subcommittee"
                    );
            let of = tree.children(at).find(|&of| {
                tree.deprel(of) == Deprel::Nmod
                    && tree.is_word(
                        at + 1,
                        &["about", "against", "between", "of", "on", "over", "with"],
                    )
                    && (!acts || tree.is_word(at + 1, &["of"]))
                    && tree.head(at + 1) == Some(of)
            })?;
            let words = tree.subtree(of, |_| true);
            let (&first, &last) = (words.first()?, words.last()?);
            let plain = first == at + 1
                && words.len() <= MOST
                && last - first + 1 == words.len()
                && words.iter().all(|&word| {
                    !matches!(tree.upos(word), Upos::Pron | Upos::Punct | Upos::Verb | Upos::Aux)
                });
            plain.then_some((first..last + 1, true))
        };
        let fuller = (0..noun).rev().find_map(|at| {
            let same = tree.lemma(at) == tree.lemma(noun) && tree.xpos(at) == tree.xpos(noun);
            // "a plan", told of nearer: that one is meant.
            let new = |at: usize| tree.children(at).any(|det| tree.is_word(det, &["a", "an"]));
            if same && tree.upos(at) == Upos::Noun {
                match kinds(at).or_else(|| of_what(at)) {
                    None if new(at) => Some(None),
                    fuller => fuller.map(Some),
                }
            } else {
                None
            }
        });
        let fuller = fuller.flatten();
        match fuller {
            Some((words, behind)) => {
                let kind: Vec<Piece> = words.map(Piece::Token).collect();
                let place = if behind { pieces.len() } else { pieces.len().min(1) };
                pieces.insert(place, Piece::Word(join(tree, &kind)));
                Some(())
            }
            None => (!pointed || self.cast.actor_of_token(noun).is_some()).then_some(()),
        }
    }

    /// "Its founder, Ann Lee, left": the second comma closes what the first one opened; where none does, the first one
    /// goes too.
    pub(super) fn close_commas(&self, subject: usize, tokens: &[usize], pieces: &mut Vec<Piece>) {
        let tree = &self.tree;
        let commas: Vec<usize> =
            tokens.iter().copied().filter(|&token| tree.word(token) == ",").collect();
        let [comma] = commas[..] else {
            self.close_name(tokens, pieces);
            return;
        };
        // "the gains of the year, they said, could": the comma of what was cut.
        if tokens.last() == Some(&comma) {
            pieces.retain(|piece| !matches!(piece, Piece::Token(token) if *token == comma));
            return;
        }
        let listed = tree.head(comma).is_some_and(|of| tree.deprel(of) == Deprel::Conj)
            // "Norland, the guild and the bank", with the guild for what Norland is.
            || tree.child(subject, |deprel| deprel == Deprel::Conj).is_some_and(|and| and > comma);
        let end = tree
            .subtree(subject, |_| true)
            .into_iter()
            .rfind(|&token| tree.upos(token) != Upos::Punct);
        let closing = tokens
            .last()
            .copied()
            .into_iter()
            .chain(end)
            .map(|last| last + 1)
            .find(|&after| tree.word(after) == ",");
        match closing {
            Some(after) => pieces.push(Piece::Token(after)),
            None if !listed => {
                pieces.retain(|piece| !matches!(piece, Piece::Token(token) if *token == comma));
            }
            None => {}
        }
    }

    /// "its Selm, Norland, paper mill", the mill for what Selm is or not: without the land, no comma parts the town from
    /// the mill.
    pub(super) fn is_before_its_noun(&self, land: usize, next: usize) -> bool {
        let tree = &self.tree;
        tree.analysis.name_kind(land) == Some(NameKind::Place)
            && tree.head(land).is_some_and(|town| {
                let before = tree.deprel(town) == Deprel::Compound && tree.head(town) == Some(next);
                let beside = tree.children(town).any(|noun| {
                    noun > land
                        && tree.deprel(noun) == Deprel::Appos
                        && tree.xpos(noun) == "NN"
                        && tree.subtree(noun, |at| tree.upos(at) != Upos::Punct).first()
                            == Some(&next)
                        && tree
                            .child(noun, |deprel| matches!(deprel, Deprel::Det | Deprel::NmodPoss))
                            .is_none()
                });
                tree.upos(town) == Upos::Propn && (before || beside)
            })
    }

    /// Whether the last of several was cut: "will sell the boats, close the mill (and leave)".
    pub(crate) fn lost_last_item(&self, tokens: &[usize]) -> bool {
        let tree = &self.tree;
        let tied = |item: usize| tree.children(item).any(|and| tree.deprel(and) == Deprel::Cc);
        tokens.iter().any(|&item| {
            tree.deprel(item) == Deprel::Conj
                && !tied(item)
                && tree.children(item).any(|comma| comma < item && tree.word(comma) == ",")
                && tree.head(item).is_some_and(|first| {
                    let cut = tree.children(first).any(|last| {
                        last > item
                            && tree.deprel(last) == Deprel::Conj
                            && tied(last)
                            && !tokens.contains(&last)
                    });
                    let kept = tree.children(first).any(|last| {
                        last > item
                            && tree.deprel(last) == Deprel::Conj
                            && tied(last)
                            && tokens.contains(&last)
                    });
                    cut && !kept && tokens.contains(&first)
                })
        })
    }

    /// "was idle in the years(-long row)": the last word is a half.
    pub(crate) fn ends_inside_a_word(&self, tokens: &[usize]) -> bool {
        tokens.last().is_some_and(|&last| is_joined(&self.tree, last + 1))
    }

    /// "could out-row the guild", with "out" hung elsewhere: "row" is a half.
    pub(super) fn starts_inside_a_word(&self, head: usize, tokens: &[usize]) -> bool {
        head.checked_sub(1)
            .is_some_and(|hyphen| is_joined(&self.tree, hyphen) && !tokens.contains(&(hyphen - 1)))
    }

    /// "could win traditionally rich(, though small, towns)": what the last word tells of was cut.
    fn tells_of_a_cut_noun(&self, last: usize, tokens: &[usize]) -> bool {
        let tree = &self.tree;
        matches!(
            tree.deprel(last),
            Deprel::Amod | Deprel::Compound | Deprel::Det | Deprel::NmodPoss
        ) && tree.head(last).is_some_and(|noun| {
            noun > last && tree.upos(noun).is_nominal() && !tokens.contains(&noun)
        })
    }

    /// "They said it must be built before they would stay", asked of what will be built: two tenses.
    pub(super) fn waits_for_a_would(&self, tokens: &[usize]) -> bool {
        let tree = &self.tree;
        tokens.iter().any(|&clause| {
            tree.deprel(clause) == Deprel::Advcl
                && tree.children(clause).any(|mark| tree.is_word(mark, &["before", "until"]))
                && tree.finite(clause).is_some_and(|at| tree.is_word(at, &["would"]))
        })
    }

    /// "the mayor's insistence (that they wait)": what the noun tells of was cut.
    pub(super) fn lost_its_content(&self, noun: usize, tokens: &[usize]) -> bool {
        let tree = &self.tree;
        matches!(
            tree.lemma(noun),
            "allegation"
                | "assertion"
                | "assumption"
                | "belief"
                | "claim"
                | "contention"
                | "idea"
                | "insistence"
                | "notion"
                | "statement"
                | "suggestion"
                | "view"
        ) && tree.children(noun).any(|clause| {
            matches!(tree.deprel(clause), Deprel::Acl | Deprel::AclRelcl | Deprel::Ccomp)
                && !tokens.contains(&clause)
                && tree.is_word(noun + 1, &["that"])
        })
    }

    /// "wants to keep what polls show (is a lead)": the last verb has a second one behind it.
    pub(super) fn lost_a_verb_behind(&self, head: usize, tokens: &[usize]) -> bool {
        let tree = &self.tree;
        tokens.last().is_some_and(|&last| {
            last != head
                && matches!(tree.xpos(last), "VBZ" | "VBP" | "VBD")
                && matches!(tree.xpos(last + 1), "VBZ" | "VBP" | "VBD" | "MD")
                && tree.analysis.sentence_of(last) == tree.analysis.sentence_of(last + 1)
        })
    }

    pub(super) fn lost_a_noun_ahead(&self, tokens: &[usize]) -> bool {
        tokens.last().is_some_and(|&last| self.tells_of_a_cut_noun(last, tokens))
    }

    /// Without a noun at the end that is the subject of the clause around: "if the guild keeps its mills, (trade) would grow".
    pub(super) fn cut_next_subject(&self, head: usize, tokens: &mut Vec<usize>) {
        let tree = &self.tree;
        let Some(comma) = tokens.iter().rposition(|&token| tree.word(token) == ",") else { return };
        let Some(&last) = tokens.last() else { return };
        let rest = tokens.get(comma + 1..).unwrap_or_default();
        let plain = !rest.is_empty()
            && tokens[comma] > head
            && rest.iter().all(|&at| tree.is_of_phrase(at))
            && !tree.is_word(rest[0], &["and", "or", "but"])
            && !matches!(tree.upos(rest[0]), Upos::Adp);
        let behind = if tree.word(last + 1) == "," { last + 2 } else { last + 1 };
        let goes_on = tree.analysis.sentence_of(behind) == tree.analysis.sentence_of(last)
            && (matches!(tree.xpos(last + 1), "VBD" | "VBZ" | "VBP" | "MD")
                || behind > last + 1 && tree.xpos(behind) == "WDT");
        // "the mayor, Ann Lee, would": no end of the question.
        let own = tree.subject(head).is_some_and(|subject| subject > tokens[comma]);
        if plain && goes_on && !own {
            tokens.truncate(comma);
        }
    }

    /// "The guild of smiths, dyers, and weavers’ clerk, Ann Lee, will": the name keeps its second comma.
    fn close_name(&self, tokens: &[usize], pieces: &mut Vec<Piece>) {
        let tree = &self.tree;
        let Some(&last) = tokens.last() else { return };
        let Some(comma) = tokens.iter().rposition(|&token| tree.word(token) == ",") else { return };
        let name = tokens.get(comma + 1..).unwrap_or_default();
        let named = !name.is_empty() && name.iter().all(|&at| tree.upos(at) == Upos::Propn);
        let told =
            comma.checked_sub(1).is_some_and(|before| tree.upos(tokens[before]) == Upos::Noun);
        if named && told && tree.word(last + 1) == "," {
            pieces.push(Piece::Token(last + 1));
        }
    }

    /// "She did not speak, but she might in some towns": the verb stands before. "were not in themselves the answer": the
    /// answer is the predicate. "may have act alone" has lost its "to".
    pub(super) fn lost_its_verb(&self, head: usize) -> bool {
        let tree = &self.tree;
        let copula = tree.child(head, |deprel| deprel == Deprel::Cop);
        let elided = tree.upos(head).is_nominal()
            && copula.is_none()
            && tree.auxiliaries(head).first().is_some_and(|&aux| tree.xpos(aux) == "MD")
            && tree.children(head).any(|case| tree.deprel(case) == Deprel::Case);
        let itself =
            copula.is_some() && tree.is_word(head, &["itself", "themselves", "himself", "herself"]);
        let bare = tree.is_word(head, &["have"])
            && tree.xpos(head + 1) == "VB"
            && tree.upos(head + 1) == Upos::Verb
            && tree.head(head + 1) == Some(head);
        elided || itself || bare
    }

    /// Whether a cut took the clause without which a noun says too little: "spends it on groups (that win)", "in an
    /// attempt (to save money)".
    pub(super) fn lost_what_kind(&self, tokens: &[usize]) -> bool {
        let tree = &self.tree;
        let vague = |adjective: usize| {
            tree.is_word(
                adjective,
                &["certain", "different", "few", "many", "other", "same", "several", "various"],
            )
        };
        tokens.iter().any(|&noun| {
            let kept = |child: &usize| tokens.contains(child);
            tree.upos(noun) == Upos::Noun
                && tree.children(noun).any(|clause| {
                    matches!(tree.deprel(clause), Deprel::Acl | Deprel::AclRelcl)
                        && !kept(&clause)
                        && tree.subtree(clause, |_| true).first() == Some(&(noun + 1))
                        && tree.upos(noun + 1) != Upos::Punct
                })
                && tree.children(noun).filter(kept).all(|child| match tree.deprel(child) {
                    Deprel::Amod => vague(child),
                    // "any false belief (that it is fair)".
                    Deprel::Det if tree.is_word(child, &["any"]) => true,
                    Deprel::NmodPoss => false,
                    other => !is_telling(other),
                })
        })
    }

    /// Whether a "their" among the words has nobody before it but one person: "Will Lee keep their lead?"
    pub(super) fn lacks_several(&self, pieces: &[Piece]) -> bool {
        let tree = &self.tree;
        let one = |token: usize, owner: bool| {
            let actor = self.cast.actor_of_token(token).and_then(|id| self.cast.actor(id));
            let person =
                actor.is_some_and(|it| it.kind == ActorKind::Person) && !self.is_plural(token);
            let part = matches!(tree.deprel(token), Deprel::Flat | Deprel::Compound);
            // "the prospect leaves them fearful": no prospect is several.
            let thing = !owner
                && tree.xpos(token) == "NN"
                && tree.child(token, |deprel| deprel == Deprel::Conj).is_none()
                && !is_of_several(tree.lemma(token));
            // "Norland keeps their men", of others: a state is one.
            let state = owner
                && actor.is_some_and(|it| it.kind == ActorKind::Place)
                && tree.xpos(token) == "NNP"
                && !self.is_plural(token)
                && tree.child(token, |deprel| deprel == Deprel::Conj).is_none();
            person || part || thing || state || !tree.upos(token).is_nominal()
        };
        pieces.iter().enumerate().any(|(place, piece)| {
            let &Piece::Token(pronoun) = piece else { return false };
            let owner = tree.xpos(pronoun) == "PRP$";
            // "Did the remarks of Lee anger them?": not the remarks.
            let acts = self.acts_on(pronoun).filter(|_| !owner);
            (owner || tree.xpos(pronoun) == "PRP")
                && tree.is_word(pronoun, &["they", "them", "their"])
                && pieces[..place].iter().all(|before| match before {
                    Piece::Token(token) | Piece::Instead(token, _) => {
                        one(*token, owner) || acts == Some(*token)
                    }
                    Piece::Word(_) => true,
                })
        })
    }

    /// Who does to the pronoun what its clause tells: somebody else, or it would be "itself".
    fn acts_on(&self, pronoun: usize) -> Option<usize> {
        let tree = &self.tree;
        matches!(tree.deprel(pronoun), Deprel::Obj | Deprel::Iobj)
            .then(|| tree.understood_subject(tree.clause_of(pronoun)))
            .flatten()
    }

    /// Whether the token means one person, by name or by what the noun says.
    pub(super) fn is_a_person(&self, token: usize) -> bool {
        let actor = self.cast.actor_of_token(token).and_then(|id| self.cast.actor(id));
        actor.map_or_else(
            || is_person(self.tree.lemma(token)),
            |actor| actor.kind == ActorKind::Person,
        )
    }

    /// Whether an "it" among the words has only people before it: "Will Lee fuel it?"
    pub(super) fn lacks_a_thing(&self, pieces: &[Piece]) -> bool {
        let tree = &self.tree;
        let thing = |piece: &Piece| {
            let (Piece::Token(noun) | Piece::Instead(noun, _)) = piece else { return false };
            let person = self.is_a_person(*noun);
            let named = matches!(piece, Piece::Instead(..)) && tree.upos(*noun) == Upos::Pron;
            (named || matches!(tree.upos(*noun), Upos::Noun | Upos::Propn)) && !person
        };
        pieces.iter().enumerate().any(|(place, piece)| {
            matches!(piece, Piece::Token(token)
                if tree.is_word(*token, &["it"]) && tree.deprel(*token) != Deprel::Expl)
                && place > 1
                && !pieces[..place].iter().any(thing)
        })
    }
}

/// Adverbs that a question says by being one.
pub(super) const HEDGES: &[&str] = &[
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
    "certainly",
    "definitely",
    "surely",
    "then",
    "now",
    "actually",
    "inevitably",
    "undoubtedly",
    "essentially",
    "clearly",
    "obviously",
    "indeed",
    "hardly",
    "scarcely",
    "just",
    "merely",
    "simply",
];
