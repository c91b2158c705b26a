//! Reasons that stand in a noun: a possibility, an effort, an investigation, the future of something.

mod disputed;
mod pending;
mod planned;
mod telling;
mod untold;
mod wanting;

use super::Reason;
use super::lexicon::{ENABLING, POSSIBILITIES, PROCEEDINGS, UNDERTAKINGS};
use crate::briefing::Basis;
use crate::briefing::phrase::{Cut, Mood, Writer};
use crate::language::{Deprel, NameKind, Upos};

/// The reasons for which what the word at `token` names is open.
pub(super) fn find(writer: &Writer<'_>, token: usize) -> Option<Reason> {
    let noun = Noun { writer, token };
    let looks: &[Look] = match writer.tree.upos(token) {
        Upos::Noun => OF_NOUNS,
        Upos::Adj | Upos::Verb => OF_PREDICATES,
        Upos::Propn => OF_NAMES,
        _ => &[],
    };
    let (rule, (text, basis, openness)) =
        looks.iter().find_map(|(rule, look)| Some((*rule, look(&noun)?)))?;
    if telling::points_back(&text) {
        return None;
    }
    let sentence = writer.tree.analysis.sentence_of(token);
    let evidence = writer.tree.analysis.sentences[sentence].range;
    Some(Reason { text, basis, openness, evidence, token, rule })
}

/// Whether something comes: `a strike` asks "Will there be a strike?", `the sale of the mill` whether it comes about.
pub(super) fn will_there_be(what: &str, plural: bool) -> String {
    match what.strip_prefix("the ") {
        Some(bare) if plural => format!("Will there be {bare}?"),
        Some(_) => format!("Will {what} come about?"),
        None => format!("Will there be {what}?"),
    }
}

type Look = (&'static str, fn(&Noun<'_, '_>) -> Worded);

/// In the order in which they are tried.
const OF_NOUNS: &[Look] = &[
    ("possibility", |noun| noun.possibility()),
    ("undertaking", |noun| noun.undertaking()),
    ("charged", |noun| noun.charged()),
    ("proceeding", |noun| noun.proceeding()),
    ("fate", |noun| noun.fate()),
    ("comment", |noun| noun.comment()),
    ("details", |noun| noun.details()),
    ("untold", |noun| noun.untold()),
    ("way_for", |noun| noun.way_for()),
    ("considered", |noun| noun.considered()),
    ("awaited", |noun| noun.awaited()),
    ("planned", |noun| noun.planned()),
    ("dispute", |noun| noun.dispute()),
    ("lacking", |noun| noun.lacking()),
    ("estimated", |noun| noun.estimated()),
];
const OF_NAMES: &[Look] = &[("named_proceeding", |noun| noun.named_proceeding())];
const OF_PREDICATES: &[Look] = &[
    ("open_predicate", |noun| noun.open_predicate()),
    ("denied", |noun| noun.denied()),
    ("none_yet", |noun| noun.none_yet()),
    ("likely", |noun| noun.likely()),
    ("charged", |noun| noun.charged()),
];

type Worded = Option<(String, Basis, f32)>;

struct Noun<'w, 'a> {
    writer: &'w Writer<'a>,
    token: usize,
}

impl Noun<'_, '_> {
    fn lemma(&self) -> String {
        self.writer.tree.lemma(self.token).to_lowercase()
    }

    /// The noun phrase as it is asked about; `None` where it says too little to be understood alone.
    fn phrase(&self, token: usize) -> Option<String> {
        let tree = &self.writer.tree;
        let relative = tree
            .subtree(token, |_| true)
            .iter()
            .any(|&token| matches!(tree.xpos(token), "WDT" | "WP" | "WP$"));
        let told = tree.children(token).any(|child| {
            matches!(
                tree.deprel(child),
                Deprel::Nmod | Deprel::Acl | Deprel::NmodPoss | Deprel::Compound
            ) || tree.deprel(child) == Deprel::AclRelcl && !relative
                || tree.deprel(child) == Deprel::Amod && self.sorts(child)
        });
        if !told {
            return None;
        }
        // "makes a deal more uncertain": the adjective belongs to the verb.
        if tree.children(token).any(|child| {
            child > token && tree.deprel(child) == Deprel::Amod && tree.upos(child) == Upos::Adj
        }) {
            return None;
        }
        let line = self
            .writer
            .noun(token, Cut::Asides)
            .filter(|line| {
                !relative && !line.dangling && line.text.split_whitespace().count() <= 18
            })
            .or_else(|| self.writer.noun(token, Cut::Clauses))?;
        // "efforts that the town can make", with "that" cut and the rest kept.
        let verb = |at: &usize| matches!(tree.xpos(*at), "VBD" | "VBZ" | "VBP" | "MD");
        if relative && self.writer.kept(token, Cut::Clauses, |_| true).iter().any(verb) {
            return None;
        }
        let fits = !line.dangling
            && line.text.split_whitespace().count() <= 20
            && !line.text.contains(['?', '!', ';', ':']);
        fits.then_some(line.text)
    }

    /// The same, as something that everybody knows of: `an inquiry` is `the inquiry`.
    fn definite(&self) -> Option<String> {
        let phrase = self.phrase(self.token)?;
        let tree = &self.writer.tree;
        let plural = tree.xpos(self.token) == "NNS";
        let determined = tree.children(self.token).any(|child| {
            matches!(tree.deprel(child), Deprel::Det | Deprel::NmodPoss | Deprel::Nummod)
        });
        for article in ["a ", "an "] {
            if let Some(rest) = phrase.strip_prefix(article) {
                return Some(format!("the {rest}"));
            }
        }
        let vague = tree.children(self.token).any(|det| {
            tree.deprel(det) != Deprel::Case
                && tree.is_word(
                    det,
                    &["no", "any", "every", "each", "another", "such", "what", "which"],
                )
        }) || [
            "any ",
            "no ",
            "some ",
            "every ",
            "each ",
            "another ",
            "such ",
            "several ",
            "many ",
            "few ",
            "so ",
            "more ",
            "most ",
            "much ",
            "probably ",
            "perhaps ",
            "other ",
        ]
        .iter()
        .any(|word| phrase.starts_with(word));
        match () {
            () if vague => None,
            () if determined || !plural => {
                Some(if determined { phrase } else { format!("the {phrase}") })
            }
            () => Some(format!("the {phrase}")),
        }
    }

    fn inner_clause(&self) -> Option<usize> {
        let tree = &self.writer.tree;
        tree.children(self.token).find(|&child| {
            matches!(tree.deprel(child), Deprel::Acl | Deprel::Ccomp | Deprel::Advcl)
                && !tree
                    .children(child)
                    .any(|mark| tree.is_word(mark, &["when", "if", "while", "as"]))
                && child > self.token
                && matches!(tree.upos(child), Upos::Verb | Upos::Adj | Upos::Noun)
        })
    }

    /// Who would do it: the owner of the noun, or the subject of its clause.
    fn actor(&self) -> Option<usize> {
        let tree = &self.writer.tree;
        // "Democrats with a chance of winning": those who have it.
        let with = tree
            .children(self.token)
            .any(|case| tree.deprel(case) == Deprel::Case && tree.is_word(case, &["with"]));
        if with && tree.deprel(self.token) == Deprel::Nmod {
            return tree.head(self.token);
        }
        tree.child(self.token, |deprel| deprel == Deprel::NmodPoss).or_else(|| {
            let clause = tree.clause_of(self.token);
            tree.understood_subject(clause)
                .filter(|&subject| subject != self.token && subject < self.token)
                .filter(|&subject| tree.ancestors(self.token).all(|above| above != subject))
        })
    }

    fn possibility(&self) -> Worded {
        let tree = &self.writer.tree;
        let lemma = self.lemma();
        let &(_, openness) = POSSIBILITIES.iter().find(|(noun, _)| *noun == lemma)?;
        // "got no chance to read it", "there was no risk that": that did not come.
        let verb = tree.head(self.token);
        let any = tree.children(self.token).any(|det| tree.is_word(det, &["any"]));
        let had = lemma == "chance"
            && (any
                || verb.is_some_and(|verb| {
                    tree.lemma(verb) == "get"
                        || tree.finite(tree.root_of(verb)).is_some_and(|finite| {
                            tree.xpos(finite) == "VBD" && tree.finite(verb).is_none()
                        })
                }));
        let none =
            matches!(lemma.as_str(), "risk" | "danger" | "threat" | "fear" | "chance" | "doubt")
                && tree.children(self.token).any(|det| tree.is_word(det, &["no"]));
        if had || none {
            return None;
        }
        let enabling = ENABLING.contains(&lemma.as_str());
        if let Some(clause) = self.inner_clause() {
            // "pressure to resign", but not "talks set to end" nor "a promise that he broke".
            if enabling && !tree.is_infinitive(clause) {
                return None;
            }
            let finite = tree.finite(clause).is_some();
            let text = if finite {
                self.writer.yes_no(clause, Mood::Reported, true)
            } else if tree.is_infinitive(clause) || tree.xpos(clause) == "VBG" {
                // "They speak of the dangers of mining": whose?
                let feared = matches!(
                    lemma.as_str(),
                    "risk" | "danger" | "threat" | "fear" | "doubt" | "concern"
                ) && tree.subject(clause).is_none()
                    // "is in danger of losing", "faces the risk of losing".
                    && !tree.children(self.token).any(|case| tree.is_word(case, &["in", "at"]))
                    && !tree.head(self.token).is_some_and(|verb| matches!(tree.lemma(verb), "face" | "run"));
                if feared {
                    return None;
                }
                let subject = tree.subject(clause).or_else(|| self.actor())?;
                self.writer.yes_no_of(clause, subject, Mood::Modal("will"), true)
            } else {
                None
            }?;
            return Some((text, Basis::Unresolved, openness));
        }
        let of = tree.children(self.token).find(|&child| {
            tree.deprel(child) == Deprel::Nmod
                && tree.children(child).any(|case| tree.is_word(case, &["of", "for"]))
        })?;
        // "the prospect of the miners walking out": who would do what.
        if let Some(gerund) = tree
            .child(of, |deprel| deprel == Deprel::Acl)
            .filter(|&gerund| tree.xpos(gerund) == "VBG")
        {
            let text = self.writer.yes_no_of(gerund, of, Mood::Modal("will"), true)?;
            return Some((text, Basis::Unresolved, openness));
        }
        if enabling
            || matches!(
                lemma.as_str(),
                "concern"
                    | "option"
                    | "potential"
                    | "hope"
                    | "sign"
                    | "hint"
                    | "indication"
                    | "suggestion"
            )
        {
            return None;
        }
        let what = self
            .writer
            .noun(of, Cut::Clauses)
            .filter(|line| !line.dangling && line.text.split_whitespace().count() <= 14)?;
        // "the threat of this ruling": it is there.
        if tree
            .children(of)
            .any(|det| tree.is_word(det, &["this", "that", "these", "those", "such"]))
        {
            return None;
        }
        // "the hopes of the young", "the fear of our weakness": whose they are, or what is there already.
        let whose = matches!(lemma.as_str(), "expectation" | "fear" | "hope" | "desire" | "doubt")
            && tree.children(of).any(|child| {
                tree.deprel(child) == Deprel::NmodPoss || tree.is_word(child, &["the"])
            });
        if whose {
            return None;
        }
        // "the risks of war", "a threat of violence": what everybody knows of.
        let plain = !tree.children(of).any(|child| {
            matches!(
                tree.deprel(child),
                Deprel::Amod | Deprel::Nmod | Deprel::Acl | Deprel::AclRelcl | Deprel::Det
            )
        });
        let named = plain || matches!(tree.upos(of), Upos::Propn | Upos::Pron) || lemma == "risk";
        let asks = will_there_be(&what.text, tree.xpos(of) == "NNS");
        (!named && self.happens(of)).then_some((asks, Basis::Unresolved, openness))
    }

    fn undertaking(&self) -> Worded {
        let tree = &self.writer.tree;
        let lemma = self.lemma();
        let &(_, succeed, openness) = UNDERTAKINGS.iter().find(|(noun, ..)| *noun == lemma)?;
        let clause = self.inner_clause().filter(|&clause| tree.is_infinitive(clause));
        // "have no plans to sell": will they?
        if lemma == "plan"
            && let Some(clause) = clause
            && tree.children(self.token).any(|det| tree.is_word(det, &["no"]))
        {
            let text = self.writer.yes_no_of(clause, self.actor()?, Mood::Modal("will"), true)?;
            return Some((text, Basis::Unresolved, 0.65));
        }
        let needs_clause = matches!(
            lemma.as_str(),
            "effort" | "attempt" | "bid" | "push" | "drive" | "campaign" | "plan"
        );
        // "By passing the new statute": that one has passed; a name is no bill to come.
        let done = tree.head(self.token).is_some_and(|verb| {
            matches!(tree.lemma(verb), "adopt" | "pass" | "enact" | "sign" | "approve" | "defeat")
        });
        let listed = tree.child(self.token, |deprel| deprel == Deprel::Conj).is_some();
        // "did not reply to a request for comment", "the request was refused".
        let answered = lemma == "request"
            && (tree.children(self.token).any(|case| tree.is_word(case, &["at", "upon"]))
                || tree
                    .subtree(self.token, |_| true)
                    .iter()
                    .any(|&at| tree.is_word(at, &["comment"]))
                || tree.head(self.token).is_some_and(|above| {
                    matches!(tree.lemma(above), "refusal" | "refuse" | "reject" | "grant" | "deny")
                }));
        // "as the bill says", "in the same bill": one that everybody knows.
        let cited = succeed == "pass"
            && matches!(tree.deprel(self.token), Deprel::Obl | Deprel::Nmod)
            && tree.children(self.token).any(|case| tree.is_word(case, &["in", "under", "by"]));
        // "stole the letters in a bid to win": what for, told in passing.
        let passing = needs_clause
            && tree.children(self.token).any(|case| tree.is_word(case, &["in"]))
            && tree
                .finite(tree.clause_of(self.token))
                .is_some_and(|finite| tree.xpos(finite) == "VBD");
        // "the Second Amendment": a name.
        let named = tree.word(self.token).starts_with(char::is_uppercase)
            && self.token.checked_sub(1).is_some_and(|before| {
                (tree.word(before).starts_with(char::is_uppercase) || tree.word(before) == "-")
                    && !tree.is_word(before, &["the"])
            });
        // "his appeal to farmers" is no appeal against a ruling.
        let charm = lemma == "appeal"
            && clause.is_none()
            && !tree.children(self.token).any(|of| {
                tree.deprel(of) == Deprel::Nmod
                    && tree.children(of).any(|case| tree.is_word(case, &["against", "of", "by"]))
            });
        if answered
            || charm
            || self.is_past()
            || named
            || passing
            || cited
            || needs_clause && clause.is_none()
            || done
            || listed && succeed == "pass"
        {
            return None;
        }
        let what = self.definite()?;
        let past = {
            let above = tree.clause_of(self.token);
            tree.finite(above).is_some_and(|finite| tree.xpos(finite) == "VBD")
        };
        Some((
            format!("Will {what} {succeed}?"),
            Basis::Unresolved,
            match () {
                () if matches!(tree.deprel(self.token), Deprel::Obj | Deprel::Nmod) => {
                    openness * 0.65
                }
                () if past => openness * 0.8,
                () => openness,
            },
        ))
    }

    fn proceeding(&self) -> Worded {
        let tree = &self.writer.tree;
        let lemma = self.lemma();
        let &(_, brings, openness) = PROCEEDINGS.iter().find(|(noun, ..)| *noun == lemma)?;
        let clause = tree.clause_of(self.token);
        let finite = tree.finite(clause);
        // "spent more on it — 2 million in the two elections": as the whole sentence, unless a word says which.
        let coming = tree.children(self.token).any(|which| {
            tree.is_word(
                which,
                &[
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
                ],
            )
        });
        let finite = finite.or_else(|| {
            Some(tree.root_of(self.token)).filter(|_| !coming).and_then(|root| tree.finite(root))
        });
        let past = finite.is_some_and(|finite| tree.xpos(finite) == "VBD");
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
        // "36 votes for Lee", "the 2008 election": counted, or over.
        let counted = lemma == "vote" && tree.xpos(self.token) == "NNS"
            || brings != "find"
                && tree.children(self.token).any(|child| tree.deprel(child) == Deprel::Nummod);
        // "the young vote", "the Texan vote": those who vote.
        let voters = lemma == "vote"
            && tree.children(self.token).any(|child| {
                child < self.token
                    && matches!(tree.deprel(child), Deprel::Amod | Deprel::Compound)
                    && (tree.word(child).starts_with(char::is_uppercase)
                        || tree.is_word(
                            child,
                            &[
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
                            ],
                        ))
            });
        // "following the election of Lee", "a vote of confidence in the town": that one is over, this one is praise.
        let over = tree.children(self.token).any(|child| {
            tree.is_word(child, &["following", "since"])
                || lemma == "vote" && tree.is_word(child, &["confidence"])
        });
        // "all this talk of a wall"; `Ostland Investigations`, a name; "an election over Ruiz", one that may be.
        let talk = lemma == "talk" && tree.xpos(self.token) != "NNS";
        let named = tree.analysis.name_kind(self.token) == Some(NameKind::Organization);
        let supposed = lemma == "election"
            && tree.children(self.token).any(|child| {
                child > self.token
                    && tree.deprel(child) == Deprel::Nmod
                    && tree.children(child).any(|case| tree.is_word(case, &["over", "to"]))
            });
        // "a probe that was dropped".
        let told = tree.children(self.token).any(|clause| {
            tree.deprel(clause) == Deprel::AclRelcl
                && tree.finite(clause).is_some_and(|finite| tree.xpos(finite) == "VBD")
        });
        if dropped
            || voters
            || over
            || told
            || talk
            || named
            || supposed
            || self.is_past()
            || self.is_said_of_another()
            || counted
            || past && brings != "find"
            || tree.deprel(self.token) == Deprel::Compound
        {
            return None;
        }
        // "all the talks about the valley": of any time.
        let what = self.definite().filter(|what| !what.starts_with("all "))?;
        Some((
            format!("What will {what} {brings}?"),
            Basis::Scheduled,
            if past || tree.deprel(self.token) == Deprel::Obj { openness * 0.75 } else { openness },
        ))
    }

    /// `the party’s convention, which begins Monday`: by its name, and only where it is still to come.
    fn named_proceeding(&self) -> Worded {
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

    /// `paved the way for annexation`, `opens the door to a coalition`.
    fn way_for(&self) -> Worded {
        let tree = &self.writer.tree;
        let verb = tree.head(self.token)?;
        let set = matches!(
            (tree.lemma(verb), self.lemma().as_str()),
            ("pave" | "clear" | "open", "way" | "door" | "path") | ("set", "stage")
        ) && tree.child(self.token, |deprel| deprel == Deprel::NmodPoss).is_none()
            // "the year the ruling paved the way for gifts": they have come.
            && !(tree.deprel(verb) == Deprel::AclRelcl && tree.finite(verb).is_some_and(|at| tree.xpos(at) == "VBD"));
        let what = tree
            .children(self.token)
            .chain(tree.children(verb))
            .find(|&child| {
                child > self.token
                    && matches!(tree.deprel(child), Deprel::Nmod | Deprel::Obl)
                    && tree.children(child).any(|case| tree.is_word(case, &["for", "to"]))
                    && tree.upos(child) == Upos::Noun
            })
            .filter(|_| set)?;
        let line = self.writer.noun(what, Cut::Clauses).filter(|line| !line.dangling)?;
        let asks = will_there_be(&line.text, tree.xpos(what) == "NNS");
        (line.text.split_whitespace().count() <= 14).then_some((asks, Basis::Unresolved, 0.65))
    }
}
