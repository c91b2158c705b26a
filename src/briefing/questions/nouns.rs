//! Reasons that stand in a noun: a possibility, an effort, an investigation, the future of something.

mod contested;
mod disputed;
mod hanging;
mod pending;
mod planned;
mod possible;
mod proceedings;
mod telling;
mod undertaken;
mod untold;
mod wanting;

use super::Reason;
use crate::briefing::Basis;
use crate::briefing::phrase::{Cut, Writer};
use crate::language::coref::words::{is_body, is_person, is_title};
use crate::language::times::is_time;
use crate::language::{Deprel, Upos};

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
    let text = match [", either?", " either?", ", too?", ", as well?"]
        .iter()
        .find_map(|tie| text.strip_suffix(tie))
    {
        Some(whole) => format!("{whole}?"),
        None => text,
    };
    if super::is_counterfactual(&writer.tree, token) {
        return None;
    }
    // Whoever was charged then may still await the trial.
    let tried = matches!(rule, "charged" | "sued" | "denied");
    if !tried && noun.is_of_another_year() {
        return None;
    }
    // "the talks here": where the report was written.
    let text = telling::without_grounds(text.replace(" here?", "?"));
    if telling::points_back(&text) || telling::is_over(&text) {
        return None;
    }
    let sentence = writer.tree.analysis.sentence_of(token);
    let evidence = writer.tree.analysis.sentences[sentence].range;
    Some(Reason { text, basis, openness, evidence, token, rule })
}

/// Whether something comes: `a strike` asks "Will there be a strike?", `the sale of the mill` whether it comes about.
pub(super) fn will_there_be(what: &str, plural: bool) -> String {
    // "a possible strike": it is asked whether there will be a strike.
    let told = ["possible", "potential"].iter().find_map(|may| {
        let one = || Some(with_article(what.strip_prefix(&format!("a {may} "))?));
        one().or_else(|| Some(what.strip_prefix(&format!("{may} "))?.to_owned()))
    });
    let what = told.as_deref().unwrap_or(what);
    match what.strip_prefix("the ") {
        Some(bare) if plural => format!("Will there be {bare}?"),
        Some(_) => format!("Will {what} come about?"),
        None => format!("Will there be {what}?"),
    }
}

/// `a strike`, `an attack`.
pub(super) fn with_article(bare: &str) -> String {
    // "a U.S. attack".
    let an = bare.starts_with(['a', 'e', 'i', 'o', 'u', 'A', 'E', 'I', 'O']);
    format!("{} {bare}", if an { "an" } else { "a" })
}

type Look = (&'static str, fn(&Noun<'_, '_>) -> Worded);

/// In the order in which they are tried.
const OF_NOUNS: &[Look] = &[
    ("possibility", |noun| noun.possibility()),
    ("undertaking", |noun| noun.undertaking()),
    ("faced", |noun| noun.faced()),
    ("charged", |noun| noun.charged()),
    ("proceeding", |noun| noun.proceeding()),
    ("fate", |noun| noun.fate()),
    ("comment", |noun| noun.comment()),
    ("details", |noun| noun.details()),
    ("untold", |noun| noun.untold()),
    ("way_for", |noun| noun.way_for()),
    ("approval", |noun| noun.approval()),
    ("stalled", |noun| noun.stalled()),
    ("considered", |noun| noun.considered()),
    ("awaited", |noun| noun.awaited()),
    ("planned", |noun| noun.planned()),
    ("halted", |noun| noun.halted()),
    ("appealed", |noun| noun.appealed()),
    ("dispute", |noun| noun.dispute()),
    ("estimated", |noun| noun.estimated()),
];
const OF_NAMES: &[Look] = &[("named_proceeding", |noun| noun.named_proceeding())];
const OF_PREDICATES: &[Look] = &[
    ("open_predicate", |noun| noun.open_predicate()),
    ("denied", |noun| noun.denied()),
    ("none_yet", |noun| noun.none_yet()),
    ("likely", |noun| noun.likely()),
    ("charged", |noun| noun.charged()),
    ("sued", |noun| noun.sued()),
    ("depicted", |noun| noun.depicted()),
    ("ahead_in_polls", |noun| noun.ahead_in_polls()),
    ("proceeding", |noun| noun.primary()),
];

type Worded = Option<(String, Basis, f32)>;

/// A phrase that opens with one of these is not the one thing that everybody knows of, or its first word belongs to
/// the words before: `just a plan`, `that bill`, `how talks`.
const TELLS_NOT_WHICH: &[&str] = &[
    "about",
    "all",
    "also",
    "and",
    "another",
    "any",
    "as",
    "both",
    "but",
    "chiefly",
    "despite",
    "each",
    "especially",
    "even",
    "every",
    "few",
    "how",
    "instead",
    "just",
    "mainly",
    "many",
    "merely",
    "more",
    "most",
    "mostly",
    "much",
    "no",
    "not",
    "notably",
    "of",
    "only",
    "other",
    "particularly",
    "partly",
    "perhaps",
    "probably",
    "rather",
    "really",
    "several",
    "simply",
    "so",
    "some",
    "such",
    "that",
    "these",
    "this",
    "those",
    "what",
    "when",
    "where",
    "which",
    "whose",
    "why",
];

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
            // "a summit in Selm, where it is pressed to pay".
            .any(|&token| {
                matches!(tree.xpos(token), "WDT" | "WP" | "WP$")
                    || tree.is_word(token, &["where"]) && tree.word(token.wrapping_sub(1)) == ","
            });
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
            .noun_asked(token, Cut::Asides)
            .filter(|line| {
                !relative && !line.dangling && line.text.split_whitespace().count() <= 18
            })
            .or_else(|| self.writer.noun_asked(token, Cut::Clauses))?;
        // "efforts that the town can make", with "that" cut and the rest kept.
        let verb = |at: &usize| matches!(tree.xpos(*at), "VBD" | "VBZ" | "VBP" | "MD");
        if relative && self.writer.kept(token, Cut::Clauses, |_| true).iter().any(verb) {
            return None;
        }
        // "the effort to court voters puts him ahead": a verb of the sentence around it.
        let leads_in = |at: &usize| {
            matches!(tree.xpos(*at), "WDT" | "WP" | "WP$" | "WRB") || tree.upos(*at) == Upos::Sconj
        };
        let kept = self.writer.kept(token, Cut::Asides, |_| true);
        // "an office tasked with it" is no verb of the sentence, whatever its tag.
        let told =
            |at: &usize| verb(at) && (tree.xpos(*at) != "VBD" || tree.deprel(*at) != Deprel::Acl);
        if kept.iter().any(told) && !kept.iter().any(leads_in) {
            return None;
        }
        if self.writer.lost_last_item(&kept) || self.writer.ends_inside_a_word(&kept) {
            return None;
        }
        // "a plan to review (how it is done)".
        let unfinished = kept.last().is_some_and(|&last| {
            tree.xpos(last) == "VB"
                && matches!(tree.xpos(last + 1), "WRB" | "WP" | "WDT" | "WP$" | "IN")
                && (tree.deprel(last + 1) == Deprel::Mark
                    || crate::briefing::phrase::is_question_word(tree, last + 1))
        });
        if unfinished {
            return None;
        }
        // "a campaign to free him": whom?
        let unnamed = line.text.split(' ').any(|word| {
            matches!(word, "he" | "she" | "him" | "they" | "them" | "I" | "me" | "you")
        });
        // "the suits, the judge", "at a time (when it falls)": two phrases, and one cut short.
        // "the effort to cure it, according to Lee": whose word it is.
        let torn = unnamed
            || line.text.contains(", according to ")
            || line.text.contains(", the ")
            || line.text.ends_with(" at a time");
        // "was preparing for the merger for months", with the months hung on the merger.
        let lasting = tree.children(token).any(|time| {
            tree.deprel(time) == Deprel::Nmod
                && tree.xpos(time) == "NNS"
                && is_time(tree.lemma(time))
                && tree.children(time).any(|case| tree.is_word(case, &["for"]))
                && tree.child(time, |deprel| deprel == Deprel::Nummod).is_none()
        });
        let fits = !line.dangling
            && !torn
            && !lasting
            && line.text.split_whitespace().count() <= 20
            && !line.text.contains(['?', '!', ';', ':', '—'])
            && ![" - ", " – ", " — "].iter().any(|dash| line.text.contains(dash));
        fits.then(|| self.close_apposition(token, line.text))
    }

    /// "the trial of the former clerk, Ann Lee": without the comma, as no second one would close it.
    fn close_apposition(&self, token: usize, phrase: String) -> String {
        let tree = &self.writer.tree;
        let named = tree.subtree(token, |_| true).into_iter().any(|name| {
            let first = tree.subtree(name, |at| tree.upos(at) != Upos::Punct).first().copied();
            tree.deprel(name) == Deprel::Appos
                && tree.upos(name) == Upos::Propn
                && phrase.contains(&format!(", {}", tree.word(first.unwrap_or(name))))
        });
        if phrase.matches(',').count() != 1 {
            return phrase;
        }
        if named {
            return phrase.replace(", ", " ");
        }
        // "the proposed toll, one of the main points of the plan": the second comma would be missing.
        let told = tree.subtree(token, |_| true).into_iter().any(|aside| {
            tree.deprel(aside) == Deprel::Appos
                && tree.subtree(aside, |at| tree.upos(at) != Upos::Punct).first().is_some_and(
                    |&first| first > token && phrase.contains(&format!(", {}", tree.word(first))),
                )
        });
        match phrase.split_once(", ") {
            Some((whole, _)) if told && whole.contains(' ') => whole.to_owned(),
            _ => phrase,
        }
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
        }) || phrase
            .split(' ')
            .next()
            .is_some_and(|first| TELLS_NOT_WHICH.iter().any(|word| first.eq_ignore_ascii_case(word)))
            // "a campaign to change the name because it hurts": the reason is of another clause.
            || phrase.contains(" because ");
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
            (matches!(tree.deprel(child), Deprel::Acl | Deprel::Ccomp | Deprel::Advcl)
                || self.is_content(child))
                && !tree
                    .children(child)
                    .any(|mark| tree.is_word(mark, &["when", "if", "while", "as"]))
                && child > self.token
                && matches!(tree.upos(child), Upos::Verb | Upos::Adj | Upos::Noun)
        })
    }

    /// "the possibility she will call an election", with the clause read as one that lacks the possibility.
    fn is_content(&self, clause: usize) -> bool {
        let tree = &self.writer.tree;
        let relates = |&at: &usize| matches!(tree.xpos(at), "WDT" | "WP" | "WP$" | "WRB");
        tree.deprel(clause) == Deprel::AclRelcl
            && matches!(
                self.lemma().as_str(),
                "anxiety"
                    | "concern"
                    | "doubt"
                    | "expectation"
                    | "fear"
                    | "hope"
                    | "indication"
                    | "likelihood"
                    | "optimism"
                    | "possibility"
                    | "prediction"
                    | "probability"
                    | "sign"
                    | "speculation"
                    | "suggestion"
                    | "warning"
                    | "worry"
            )
            && tree.subject(clause).is_some_and(|subject| {
                tree.subtree(subject, |_| true).first() == Some(&(self.token + 1))
            })
            && !tree.subtree(clause, |_| true).iter().any(relates)
            && tree
                .child(clause, |deprel| {
                    matches!(
                        deprel,
                        Deprel::Obj | Deprel::Obl | Deprel::Xcomp | Deprel::Ccomp | Deprel::Cop
                    )
                })
                .is_some()
    }

    /// Whether the noun at `token` names somebody, a body or a place, who can do something.
    fn acts(&self, token: usize) -> bool {
        let tree = &self.writer.tree;
        let lemma = tree.lemma(token);
        tree.upos(token) != Upos::Noun
            || is_person(lemma)
            || is_title(lemma)
            || is_body(lemma)
            || tree.xpos(token) == "NNS"
            || matches!(lemma, "city" | "country" | "nation" | "side" | "state" | "town" | "world")
            || self.writer.names_somebody(token)
    }

    /// Who would do it: the owner of the noun, or the subject of its clause.
    fn actor(&self) -> Option<usize> {
        let tree = &self.writer.tree;
        // "Democrats with a chance of winning": those who have it.
        let with = tree
            .children(self.token)
            .any(|case| tree.deprel(case) == Deprel::Case && tree.is_word(case, &["with"]));
        if with && tree.deprel(self.token) == Deprel::Nmod {
            // "is seen as the one with the best chance": who that is, stands elsewhere.
            return tree.head(self.token).filter(|&one| {
                !tree.children(one).any(|case| {
                    tree.deprel(case) == Deprel::Cop
                        || tree.deprel(case) == Deprel::Case && tree.is_word(case, &["as"])
                })
            });
        }
        // "gives the town a chance to win": the town.
        if let Some(giver) = tree.head(self.token).filter(|&verb| {
            tree.deprel(self.token) == Deprel::Obj
                && matches!(tree.lemma(verb), "allow" | "give" | "grant" | "hand" | "offer")
        }) {
            return tree.child(giver, |deprel| matches!(deprel, Deprel::Iobj | Deprel::NsubjPass));
        }
        // "put the port under pressure to pay": the port.
        let verb = tree.head(self.token).filter(|_| {
            tree.deprel(self.token) == Deprel::Obl
                && tree.children(self.token).any(|case| tree.is_word(case, &["under"]))
        });
        let put = verb.and_then(|verb| tree.child(verb, |deprel| deprel == Deprel::Obj));
        if let Some(put) = put.filter(|&put| put < self.token) {
            return Some(put);
        }
        tree.child(self.token, |deprel| deprel == Deprel::NmodPoss).or_else(|| {
            let clause = tree.clause_of(self.token);
            tree.understood_subject(clause)
                .filter(|&subject| subject != self.token && subject < self.token)
                .filter(|&subject| tree.ancestors(self.token).all(|above| above != subject))
        })
    }
}
