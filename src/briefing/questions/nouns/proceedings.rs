//! What is held or looked into: inquiries, talks, trials, elections.

use super::super::lexicon::PROCEEDINGS;
use super::{Noun, Worded};
use crate::briefing::Basis;
use crate::briefing::phrase::Cut;
use crate::briefing::phrase::clause::Tree;
use crate::language::coref::words::is_title;
use crate::language::lexicon::{Senses, lexicon};
use crate::language::times::is_time;
use crate::language::{Deprel, NameKind, Upos};

impl Noun<'_, '_> {
    /// `ahead of the primary in Norland`, with the contest read as an adjective.
    pub(super) fn primary(&self) -> Worded {
        let tree = &self.writer.tree;
        let noun = tree.upos(self.token) == Upos::Adj
            && tree.is_word(self.token, &["primary"])
            && matches!(tree.deprel(self.token), Deprel::Obl | Deprel::Nmod | Deprel::Obj);
        noun.then(|| self.proceeding()).flatten()
    }

    pub(super) fn proceeding(&self) -> Worded {
        let tree = &self.writer.tree;
        let lemma = self.lemma();
        let &(_, brings, openness) = PROCEEDINGS.iter().find(|(noun, ..)| *noun == lemma)?;
        let finds = brings == "find";
        // "turned nasty ahead of the primary in Norland": then it is still to come.
        let before = tree.children(self.token).any(|case| {
            tree.deprel(case) == Deprel::Case
                && (tree.is_word(case, &["ahead", "before", "until"])
                    || tree.is_word(case, &["of"])
                        && tree.is_word(case.wrapping_sub(1), &["ahead"]))
        });
        let past = !before && self.is_told_of_then();
        // "is in talks with the guild": those it is in.
        let engaged = self.is_said_of_another()
            && matches!(lemma.as_str(), "talk" | "talks" | "negotiation" | "negotiations")
            && tree.children(self.token).any(|case| tree.is_word(case, &["in"]));
        if self.is_over(&lemma, finds, past)
            || self.is_of_no_one_day(&lemma, finds)
            || self.is_everybodys(&lemma)
            || self.is_said_of_another() && !engaged
        {
            return None;
        }
        // "all the talks about the valley": of any time.
        let quoted = |what: &String| what.contains(['"', '“', '‘']);
        let whole = if engaged {
            let line =
                self.writer.noun_asked(self.token, Cut::Asides).filter(|line| !line.dangling);
            line.filter(|line| line.text.split(' ').count() > 2)
                .map(|line| format!("the {}", line.text))
        } else {
            self.definite()
        };
        let what = whole.filter(|what| {
            // "15 days before the primary".
            let time =
                |child: usize| child < self.token && tree.deprel(child) == Deprel::NmodUnmarked;
            let digits = what.starts_with(|first: char| first.is_ascii_digit());
            // "less than three months before the primary"
            let counts = before && (digits || tree.children(self.token).any(time));
            !what.starts_with("all ") && !quoted(what) && !counts && !what.contains("last ")
        })?;
        let text = match lemma.as_str() {
            "election" | "runoff" | "primary" | "caucus" => format!("Who will win {what}?"),
            "vote" => format!("How will {what} go?"),
            _ => format!("What will {what} {brings}?"),
        };
        Some((
            text,
            Basis::Scheduled,
            if past || tree.deprel(self.token) == Deprel::Obj { openness * 0.75 } else { openness },
        ))
    }

    /// Whether the clause around it, or the whole sentence, tells of what has been.
    fn is_told_of_then(&self) -> bool {
        const COMING: &[&str] = &[
            "coming",
            "current",
            "forthcoming",
            "future",
            "new",
            "next",
            "ongoing",
            "pending",
            "planned",
            "this",
            "upcoming",
        ];
        let tree = &self.writer.tree;
        // "spent more on it — 2 million in the two elections": as the whole sentence, unless a word says which.
        let coming = || tree.children(self.token).any(|which| tree.is_word(which, COMING));
        let finite = tree.finite(tree.clause_of(self.token)).or_else(|| {
            Some(tree.root_of(self.token)).filter(|_| !coming()).and_then(|root| tree.finite(root))
        });
        finite.is_some_and(|finite| tree.xpos(finite) == "VBD")
    }

    /// Whether it has been, or nothing will come of it.
    fn is_over(&self, lemma: &str, finds: bool, past: bool) -> bool {
        let tree = &self.writer.tree;
        let children = || tree.children(self.token);
        let has_after = |token: usize| {
            tree.children(token).any(|case| tree.is_word(case, &["after", "following", "since"]))
        };
        // "dropped the investigation": nothing will come of it.
        let dropped = tree.head(self.token).is_some_and(|verb| {
            matches!(
                tree.lemma(verb),
                "drop"
                    | "close"
                    | "end"
                    | "discontinue"
                    | "shelve"
                    | "abandon"
                    | "halt"
                    | "suspend"
                    | "win"
                    | "lose"
                    | "receive"
                    | "cast"
            )
        });
        // "a vote of confidence in the town": praise.
        let trusted =
            lemma == "vote" && children().any(|child| tree.is_word(child, &["confidence"]));
        // "a probe that was dropped".
        let told = children().any(|clause| {
            tree.deprel(clause) == Deprel::AclRelcl
                && tree.finite(clause).is_some_and(|finite| tree.xpos(finite) == "VBD")
        });
        // "the election of Ann Lee".
        let elected = lemma == "election"
            && children().any(|whom| {
                tree.analysis.name_kind(whom) == Some(NameKind::Person)
                    && tree.children(whom).any(|case| tree.is_word(case, &["of"]))
            });
        // "The inquiry found nothing".
        let concluded = past
            && matches!(tree.deprel(self.token), Deprel::Nsubj | Deprel::NsubjPass)
            || lemma == "ruling" && tree.xpos(self.token) == "NNS";
        let contest = matches!(lemma, "primary" | "caucus");
        // "after losing the primary in Norland".
        let lost = || {
            tree.ancestors(self.token)
                .any(|clause| tree.deprel(clause) == Deprel::Advcl && has_after(clause))
        };
        // "following the election of Lee".
        has_after(self.token)
            || trusted
            || dropped
            || told
            || elected
            || concluded
            || self.has_ended()
            || contest_is_won(tree, self.token)
            || finds && self.has_found()
            || contest && (lost() || self.is_won())
            || past && !finds
            || self.is_past()
    }

    /// "after the collapse of the talks", "after seven days of talks", "has won all but one, including the primary".
    fn has_ended(&self) -> bool {
        let tree = &self.writer.tree;
        let above = tree.head(self.token).filter(|_| tree.deprel(self.token) == Deprel::Nmod);
        above.is_some_and(|above| {
            let after = tree
                .children(above)
                .any(|case| tree.is_word(case, &["after", "following", "since"]));
            matches!(
                tree.lemma(above),
                "abandonment"
                    | "breakdown"
                    | "cancellation"
                    | "collapse"
                    | "completion"
                    | "conclusion"
                    | "failure"
                    | "suspension"
            ) || after && (is_time(tree.lemma(above)) || tree.lemma(above) == "round")
        })
    }

    /// "the 2002 probe", "published a report of its inquiry".
    fn has_found(&self) -> bool {
        let tree = &self.writer.tree;
        let year = |token: usize| {
            let word = tree.word(token);
            word.len() == 4 && word.bytes().all(|digit| digit.is_ascii_digit())
        };
        tree.children(self.token).any(year)
            || tree.deprel(self.token) == Deprel::Nmod
                && tree.head(self.token).is_some_and(|what| {
                    matches!(tree.lemma(what), "conclusion" | "finding" | "report")
                })
    }

    /// "her victory in the primary in Norland".
    fn is_won(&self) -> bool {
        let tree = &self.writer.tree;
        tree.ancestors(self.token).take(2).any(|noun| {
            tree.upos(noun) == Upos::Noun
                && matches!(
                    tree.lemma(noun),
                    "defeat"
                        | "finish"
                        | "loss"
                        | "result"
                        | "showing"
                        | "triumph"
                        | "turnout"
                        | "upset"
                        | "victory"
                        | "win"
                )
        })
    }

    /// Whether the word means something else, or any of its kind.
    fn is_of_no_one_day(&self, lemma: &str, finds: bool) -> bool {
        let tree = &self.writer.tree;
        let children = || tree.children(self.token);
        let several = tree.xpos(self.token) == "NNS";
        // "36 votes for Lee", "the 2008 election": counted, or over.
        let counted = lemma == "vote" && several
            || !finds && children().any(|child| tree.deprel(child) == Deprel::Nummod);
        // "similar talks": of others.
        let alike = children().any(|which| tree.is_word(which, &["similar"]));
        // "in Norland's elections": in any of them.
        let any = lemma == "election"
            && several
            && !children().any(|which| {
                matches!(tree.deprel(which), Deprel::Amod | Deprel::Compound | Deprel::Nmod)
            });
        // "the head of internal audit": an office.
        let office = finds
            && tree.deprel(self.token) == Deprel::Nmod
            && tree.child(self.token, |d| matches!(d, Deprel::Det | Deprel::NmodPoss)).is_none()
            && tree.head(self.token).is_some_and(|of| is_title(tree.lemma(of)));
        // "all this talk of a wall"; `Ostland Investigations`, a name.
        let talk = lemma == "talk" && !several;
        let named = tree.analysis.name_kind(self.token) == Some(NameKind::Organization);
        // "an election over Ruiz", one that may be.
        let supposed = lemma == "election"
            && children().any(|child| {
                child > self.token
                    && tree.deprel(child) == Deprel::Nmod
                    && tree.children(child).any(|case| tree.is_word(case, &["over", "to"]))
            });
        counted
            || alike
            || any
            || office
            || talk
            || named
            || supposed
            // "answered the paper’s inquiries", "worth many investigations": questions of one who asks, and any such.
            || finds && several
            || lemma == "vote" && self.is_of_voters()
            || tree.deprel(self.token) == Deprel::Compound
    }

    /// "the young vote", "the Texan vote": those who vote.
    fn is_of_voters(&self) -> bool {
        const VOTERS: &[&str] = &[
            "black",
            "electoral",
            "evangelical",
            "female",
            "male",
            "popular",
            "rural",
            "swing",
            "white",
            "women",
            "young",
            "youth",
        ];
        let tree = &self.writer.tree;
        tree.children(self.token).any(|child| {
            child < self.token
                && matches!(tree.deprel(child), Deprel::Amod | Deprel::Compound)
                && (tree.word(child).starts_with(char::is_uppercase) || tree.is_word(child, VOTERS))
        })
    }

    /// "the vote", "the general election", "the convention": of those everybody asks what they bring. "the party's primary", "in
    /// primaries": of any place.
    fn is_everybodys(&self, lemma: &str) -> bool {
        let tree = &self.writer.tree;
        let on = |on: usize| {
            tree.deprel(on) == Deprel::Nmod
                && tree.children(on).any(|case| tree.is_word(case, &["on", "about"]))
        };
        match lemma {
            "vote" => !tree.children(self.token).any(on),
            "convention" => true,
            "election" | "runoff" => !self.is_placed(),
            "primary" | "caucus" => !self.is_in_a_place(),
            _ => false,
        }
    }

    /// Whether the words beside the noun tell whose, where or of what kind: `the election in Norland`, `local
    /// elections`.
    fn is_placed(&self) -> bool {
        let tree = &self.writer.tree;
        let kinds = [
            "early",
            "legislative",
            "local",
            "municipal",
            "parliamentary",
            "provincial",
            "regional",
            "snap",
        ];
        tree.children(self.token).any(|child| {
            tree.is_word(child, &kinds)
                || matches!(tree.deprel(child), Deprel::Nmod | Deprel::NmodPoss | Deprel::Compound)
                && tree.upos(child) == Upos::Propn
                // "the November election": everybody’s.
                && !lexicon().senses(tree.word(child)).any(Senses::CALENDAR)
        })
    }

    /// `the Norland primary`, `the primary in Norland`.
    fn is_in_a_place(&self) -> bool {
        let tree = &self.writer.tree;
        tree.children(self.token).any(|child| {
            matches!(tree.deprel(child), Deprel::Nmod | Deprel::NmodPoss | Deprel::Compound)
                && tree.analysis.name_kind(child) == Some(NameKind::Place)
        })
    }

    /// `the party’s convention, which begins Monday`: by its name, and only where it is still to come.
    pub(super) fn named_proceeding(&self) -> Worded {
        let tree = &self.writer.tree;
        let sentence = tree.analysis.sentence_of(self.token);
        let tokens = tree.analysis.sentences.get(sentence)?.tokens.clone();
        let ahead = tokens.into_iter().any(|token| {
            tree.is_word(
                token,
                &["will", "next", "begins", "starts", "opens", "upcoming", "scheduled", "ahead"],
            )
        });
        let heads = !matches!(tree.deprel(self.token), Deprel::Compound | Deprel::Flat);
        (ahead && heads).then(|| self.proceeding()).flatten()
    }
}

/// "She has won eight contests, including the primary in Norland": that one is over.
fn contest_is_won(tree: &Tree<'_>, contest: usize) -> bool {
    let named = tree.children(contest).any(|case| tree.is_word(case, &["including"]));
    named
        && tree.ancestors(contest).any(|verb| {
            matches!(tree.lemma(verb), "win" | "lose") && matches!(tree.xpos(verb), "VBD" | "VBN")
        })
}
