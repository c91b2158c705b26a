//! What a deed is in words that stand alone, with the place that tells it.

use super::aside::is_someone;
use super::class::is_something;
use super::cut::{self, FEW_WORDS};
use super::deeds::{Deed, Wanted};
use super::done;
use super::fit::is_slur;
use super::pronouns::Pronouns;
use super::roles::Role;
use super::standing;
use crate::briefing::judgement;
use crate::briefing::phrase::verb;
use crate::document::BlockKind;
use crate::language::coref::{Chain, words};
use crate::language::{Analysis, Deprel, NameKind, Upos};

/// What a deed is in words, with the place that tells it; `None` where half a clause would be left of it.
pub(super) fn tell(
    pronouns: &Pronouns<'_>,
    chain: &Chain,
    deed: &Deed,
    wanted: Wanted,
) -> Option<Role> {
    let analysis = pronouns.analysis;
    if is_of_some(pronouns, deed.subject) {
        return None;
    }
    let suffers = analysis.deprel(deed.subject) == Deprel::Obj;
    if let Some(object) = deed.object {
        return done::by_actor(pronouns, chain, deed.verb, deed.subject, object);
    }
    if suffers && done::is_touching(analysis.lemma(deed.verb)) {
        return done::to_actor(pronouns, chain, deed.verb, deed.subject)
            .filter(|_| chain.kind != Some(NameKind::Person));
    }
    let tokens = match cut::core(pronouns, deed.verb, deed.subject) {
        Some(tokens) => tokens,
        None if suffers => return done::to_actor(pronouns, chain, deed.verb, deed.subject),
        None => return None,
    };
    let noun = analysis.upos(deed.verb) != Upos::Verb;
    // `who is the daughter of the founder`.
    if noun && !is_being(pronouns, chain, deed.verb) {
        return None;
    }
    let article = noun && tokens.first().is_some_and(|&first| analysis.xpos(first) == "DT");
    let tokens = tokens[usize::from(article)..].to_vec();
    let line = Line { pronouns, chain, verb: deed.verb, tokens, suffers };
    let (&first, &last) = (line.tokens.first()?, line.tokens.last()?);
    if line.is_misread()
        || line.has_lost_its_end()
        || wanted == Wanted::Plain && line.tokens.len() > FEW_WORDS
        || is_torn(analysis, &line.tokens)
        || pronouns.weighs && line.is_judged()
    {
        return None;
    }
    let text = pronouns.line(&line.tokens, chain)?;
    if line.says_too_little(&text) || line.is_heading() || line.has_lost_marks() {
        return None;
    }
    let text = line.worded(text);
    let text = deed.told.map_or_else(|| text.clone(), |told| format!("{told} {text}"));
    let text = line.said_alone(text);
    // The whole name, whichever of its words the parser has for the subject.
    let name = chain.mentions.iter().map(|&idx| &analysis.chains.mentions[idx].tokens);
    let name = name.into_iter().find(|tokens| tokens.contains(&deed.subject));
    let first = first.min(deed.subject);
    let first = name.map_or(first, |name| name.start.min(first));
    let evidence = analysis.cover(first..last.max(deed.subject) + 1);
    Some(Role { text, evidence: vec![evidence] })
}

/// The words that a clause was cut to.
struct Line<'a> {
    pronouns: &'a Pronouns<'a>,
    chain: &'a Chain,
    verb: usize,
    tokens: Vec<usize>,
    /// Whether the actor is the object of the verb.
    suffers: bool,
}

impl Line<'_> {
    fn word(&self, token: usize) -> &str {
        self.pronouns.analysis.word(self.pronouns.document, token)
    }

    fn is_verb(&self) -> bool {
        self.pronouns.analysis.upos(self.verb) == Upos::Verb
    }

    /// Whether the tree has a clause where none is.
    fn is_misread(&self) -> bool {
        let analysis = self.pronouns.analysis;
        // `four Ruiz rivals about it`: a noun for people that was read as a verb.
        let people = matches!(analysis.xpos(self.verb), "VBZ" | "VBP")
            && words::is_person(analysis.lemma(self.verb))
            && !standing::is_standing(analysis.lemma(self.verb))
            && analysis.child_as(self.verb, Deprel::Obj).is_none();
        // "No comment, the firm said."
        let ahead = |&token: &usize| {
            let helps = matches!(
                analysis.deprel(token),
                Deprel::Aux | Deprel::AuxPass | Deprel::Cop | Deprel::Advmod
            );
            token < self.verb && !helps
        };
        // "Mayor Ana Ruiz of Selm": no verb, whatever the tree says.
        let place = self.tokens.first().is_some_and(|&first| analysis.upos(first) == Upos::Adp);
        let own = |token: &usize| {
            let name = self.pronouns.names.get(token);
            name.is_some_and(|&idx| analysis.chains.chains[idx].mentions == self.chain.mentions)
        };
        people
            || self.is_verb() && self.tokens.iter().any(ahead)
            || place
            || self.tokens.iter().any(own)
    }

    /// Whether what its words need was cut.
    fn has_lost_its_end(&self) -> bool {
        let analysis = self.pronouns.analysis;
        let Some(&last) = self.tokens.last() else { return true };
        let is_cut = |child: usize, deprels: &[Deprel]| {
            deprels.contains(&analysis.deprel(child)) && !self.tokens.contains(&child)
        };
        // `took money from people`, who are told of in the clause that is lost.
        let told = || {
            analysis.children(last).any(|child| {
                child < last
                    && (matches!(analysis.deprel(child), Deprel::Amod | Deprel::Compound)
                        || self.word(child) == "the")
            })
        };
        let lost = is_vague(analysis.lemma(last))
            && !told()
            && analysis.children(last).any(|child| is_cut(child, &[Deprel::AclRelcl, Deprel::Acl]));
        // `viewed by many`, as what?
        let bare =
            matches!(analysis.lemma(self.verb), "view" | "see" | "regard" | "rate" | "treat")
                && analysis.xpos(self.verb) == "VBN"
                && analysis.child_as(self.verb, Deprel::AuxPass).is_some()
                && !self.tokens.iter().any(|&token| self.word(token) == "as");
        // `won 31 percent to 30 percent`.
        let counts =
            self.tokens.iter().filter(|&&token| analysis.lemma(token) == "percent").count();
        // `came third` with the verb lost.
        let ordinal = matches!(analysis.lemma(self.verb), "second" | "third" | "fourth" | "fifth")
            && analysis.child_as(self.verb, Deprel::Obj).is_none();
        // `spends more`, `puts limits on how much`.
        let open = matches!(self.word(last), "more" | "less" | "much" | "many" | "most");
        // `believes that it did`.
        let stands_for = self.tokens.iter().any(|&token| {
            token != self.verb
                && analysis.upos(token) == Upos::Verb
                && matches!(analysis.xpos(token), "VBD" | "VBZ" | "VBP")
                && analysis.lemma(token) == "do"
                && analysis.child_as(token, Deprel::Obj).is_none()
        });
        // `expected to announce`, which what follows tells.
        let cut_off = last != self.verb
            && analysis.upos(last) == Upos::Verb
            && analysis.children(last).any(|child| is_cut(child, &[Deprel::Obj, Deprel::Ccomp]));
        // `disliked more than any other` without its `more`.
        let than = self.tokens.iter().any(|&token| analysis.lemma(token) == "than");
        let more = |&token: &usize| matches!(analysis.xpos(token), "JJR" | "RBR");
        let than = than && !self.tokens.iter().any(more);
        // "said he would" ends before what he would.
        let would = matches!(analysis.xpos(last), "MD" | "TO" | "WP" | "WDT" | "WRB" | "IN");
        lost || bare || counts > 1 || ordinal || open || stands_for || cut_off || than || would
    }

    /// What a commentator thinks of somebody is none of his deeds: "needs to stay out of it".
    fn is_judged(&self) -> bool {
        let analysis = self.pronouns.analysis;
        let judged = self.tokens.iter().any(|&token| {
            judgement::is_judging(self.pronouns.document, analysis, token)
                || judgement::is_word(analysis.lemma(token))
                || matches!(analysis.lemma(token), "nothing" | "never")
        });
        let told = self.suffers || matches!(analysis.xpos(self.verb), "VBD" | "VBN");
        judged || !told && !standing::is_stance(analysis.lemma(self.verb))
    }

    /// Whether nothing of one's own is told, or another sentence says what.
    fn says_too_little(&self, text: &str) -> bool {
        let analysis = self.pronouns.analysis;
        let lemma = analysis.lemma(self.verb);
        let last = self.tokens.last().copied();
        // "took part", "made progress".
        let light = matches!(lemma, "take" | "make" | "have" | "do" | "get" | "go")
            && self.tokens.len() < 3;
        // "shared those views", "disputes this": which ones is told before. "Found someone" tells nothing.
        let pointing = |&token: &usize| {
            let points = matches!(analysis.lemma(token), "this" | "that" | "these" | "those");
            let vague = matches!(analysis.lemma(token), "someone" | "something" | "anything");
            let ends = Some(token) == last && analysis.deprel(token) == Deprel::Obj;
            analysis.upos(token) == Upos::Det && points || ends && (points || vague)
        };
        // "chose the same road": which one is told before.
        let same = |&token: &usize| {
            analysis.lemma(token) == "same"
                && !analysis
                    .subtree(self.verb)
                    .any(|as_it| as_it > token && matches!(analysis.lemma(as_it), "as" | "that"))
        };
        // "called the storm" ends before what it called it.
        let object =
            analysis.child_as(self.verb, Deprel::Obj).filter(|object| self.tokens.contains(object));
        let named = matches!(lemma, "call" | "dub" | "label" | "brand" | "deem")
            && !self.suffers
            && object
                .is_some_and(|object| last.is_some_and(|last| analysis.is_within(last, object)));
        light
            || named
            || self.tokens.iter().any(|token| pointing(token) || same(token))
            // "have stopped telling one another" is no deed of one.
            || text.contains("one another")
            || text.contains("each other")
    }

    /// "Makes The First Move": a heading's capitals tell no names.
    fn is_heading(&self) -> bool {
        let capital = |&&token: &&usize| {
            let word = self.word(token);
            word.starts_with(char::is_uppercase) || !word.starts_with(char::is_alphabetic)
        };
        self.tokens.len() > 2
            && self.tokens.first().is_some_and(|first| capital(&first))
            && self.tokens.iter().filter(capital).count() * 3 > self.tokens.len() * 2
    }

    /// Whether marks that were cut leave a word without its sense.
    fn has_lost_marks(&self) -> bool {
        let analysis = self.pronouns.analysis;
        // "’d hold a hearing" and "wo determine it" begin in the midst of a word.
        let half = self.tokens.first().is_some_and(|&first| {
            let word = self.word(first);
            word.starts_with(['’', '\'']) || matches!(word, "wo" | "ca" | "sha")
        });
        // "replied, “Perhaps it rained”": without its marks a quotation starts with a capital in the midst of a line.
        let quoted = |&token: &usize| {
            let word = self.word(token);
            matches!(analysis.upos(token), Upos::Adv | Upos::Pron | Upos::Sconj)
                && analysis.xpos(token) != "PRP"
                && word.starts_with(char::is_uppercase)
                && word.ends_with(char::is_lowercase)
                && analysis.name_kind(token).is_none()
                && !heads(self.pronouns, token)
        };
        half || self.tokens.iter().skip(1).any(quoted)
    }

    /// The text with the verb in the form that it has alone.
    fn worded(&self, text: String) -> String {
        let analysis = self.pronouns.analysis;
        let lemma = analysis.lemma(self.verb);
        let Some((first, rest)) = text.split_once(' ') else { return text };
        // `blame Ostland for the delay`: Ostland is `blamed for the delay`.
        if self.suffers {
            return format!("{} {rest}", verb::participle(lemma));
        }
        let begins = self.tokens.first() == Some(&self.verb);
        let finite = finite(self.pronouns, self.chain, self.verb).filter(|_| begins);
        let first = finite.unwrap_or_else(|| first.to_owned());
        // `has become a place`: `became a place`.
        let has = |is: &dyn Fn(usize) -> bool| analysis.children_as(self.verb, Deprel::Aux).any(is);
        let perfect = self.is_verb()
            && begins
            && analysis.xpos(self.verb) == "VBN"
            && has(&|aux| analysis.lemma(aux) == "have")
            && analysis.child_as(self.verb, Deprel::AuxPass).is_none();
        // `has lived in Selm for years`: she still does.
        let lasts = matches!(lemma, "live" | "work" | "serve" | "teach" | "hold" | "own")
            && has(&|aux| analysis.xpos(aux) == "VBZ");
        match perfect {
            true if lasts => format!("has {first} {rest}"),
            true if !first.ends_with("ed") => format!("{} {rest}", verb::past(lemma)),
            _ => format!("{first} {rest}"),
        }
    }

    /// The text without a hearer or what was told before.
    fn said_alone(&self, text: String) -> String {
        let analysis = self.pronouns.analysis;
        let telling = || cut::is_telling(analysis, self.verb);
        match text.split_once(' ') {
            // `told the council that she would leave`, without the council.
            Some(("told", rest)) if !self.suffers && telling() => format!("said {rest}"),
            // `added that it was late`: to what is told before.
            Some(("added", rest)) if analysis.child_as(self.verb, Deprel::Ccomp).is_some() => {
                format!("said {rest}")
            }
            Some(("tells", rest)) if telling() => format!("says {rest}"),
            _ => text,
        }
    }
}

/// `some Republicans`, `neither Ana Lee nor Tom Hall`, `not even Ana Lee`: what they do is not what the actor does.
fn is_of_some(pronouns: &Pronouns<'_>, subject: usize) -> bool {
    const PARTS: &[&str] = &[
        "any", "few", "half", "hardly", "majority", "many", "most", "neither", "nearly", "no",
        "none", "nor", "not", "or", "other", "several", "some",
    ];
    let analysis = pronouns.analysis;
    let part = |token: usize| {
        PARTS.contains(&analysis.word(pronouns.document, token).to_lowercase().as_str())
    };
    // "Lee or Hall": the second has the word before it.
    let joined = analysis
        .children_as(subject, Deprel::Conj)
        .any(|other| analysis.children_as(other, Deprel::Cc).any(part));
    let counted = analysis.xpos(subject).ends_with('S')
        && analysis.children_as(subject, Deprel::Nummod).next().is_some();
    let of = analysis.head(subject).filter(|_| analysis.deprel(subject) == Deprel::Nmod);
    joined
        || counted
        || analysis.children(subject).any(|child| child < subject && part(child))
        || of.is_some_and(part)
        || part(subject)
}

/// Nouns that tell nothing without the clause about them.
fn is_vague(noun: &str) -> bool {
    matches!(
        noun,
        "people"
            | "person"
            | "individual"
            | "man"
            | "woman"
            | "one"
            | "those"
            | "state"
            | "country"
            | "place"
            | "thing"
            | "way"
            | "time"
            | "party"
            | "race"
            | "bill"
            | "fact"
            | "idea"
            | "issue"
            | "kind"
            | "measure"
            | "problem"
            | "question"
            | "reason"
            | "sort"
            | "task"
            | "type"
    )
}

/// Whether a predicate without a verb says of somebody, and of a body, what such a one can be, and judges nobody: `is the
/// largest ally`, and no `is a sum of two numbers`, `is a disgrace`.
fn is_being(pronouns: &Pronouns<'_>, chain: &Chain, head: usize) -> bool {
    let analysis = pronouns.analysis;
    let lemma = analysis.lemma(head);
    let judges = analysis
        .children(head)
        .chain([head])
        .any(|token| judgement::is_judging(pronouns.document, analysis, token));
    // `is willing to leave`, and no `is tired`.
    let to_do = [Deprel::Xcomp, Deprel::Advcl, Deprel::Ccomp]
        .into_iter()
        .any(|clause| analysis.children_as(head, clause).any(|clause| clause > head));
    let fits = matches!(analysis.upos(head), Upos::Num | Upos::Pron | Upos::Propn)
        || analysis.upos(head) == Upos::Adj && to_do
        || is_someone(lemma)
        || chain.kind != Some(NameKind::Person)
            && (is_something(lemma)
                || matches!(
                    lemma,
                    "nation"
                        | "country"
                        | "state"
                        | "city"
                        | "town"
                        | "home"
                        | "capital"
                        | "hub"
                        | "port"
                ));
    fits && !judges && !is_slur(lemma)
}

/// Whether the words hold half a clause: `met the deadline Ostland` lacks `set`, `said that all of the claims` a verb;
/// `blamed Ostland for the delay will pay a price` has a second verb, but not the one who does it.
fn is_torn(analysis: &Analysis, tokens: &[usize]) -> bool {
    let holds = |token: usize| tokens.contains(&token);
    let lone = |token: usize| {
        analysis.deprel(token).is_subject() && analysis.head(token).is_some_and(|verb| !holds(verb))
    };
    let second = |&token: &usize| {
        let clause = match analysis.xpos(token) {
            "MD" => analysis.head(token),
            "VBD" | "VBZ" | "VBP" => match analysis.deprel(token) {
                Deprel::Aux | Deprel::AuxPass | Deprel::Cop => analysis.head(token),
                _ => Some(token),
            },
            _ => None,
        };
        clause.is_some_and(|clause| {
            Some(&clause) != tokens.first()
                && analysis.deprel(clause) != Deprel::Conj
                && analysis.subject(clause).is_none_or(|who| !holds(who))
        })
    };
    // "met the deadline Ostland", which it had set.
    let objects = tokens.iter().filter(|&&token| {
        analysis.deprel(token) == Deprel::Obj && analysis.head(token) == tokens.first().copied()
    });
    objects.count() > 1
        || tokens.iter().any(|&token| lone(token))
        || tokens.iter().skip(1).any(second)
}

/// The verb as it stands beside a name alone: `blames` of `Ostland and Norway blame it`, `seeks` of `is seeking it`;
/// `None` where it may stay as it is.
fn finite(pronouns: &Pronouns<'_>, chain: &Chain, verb: usize) -> Option<String> {
    let analysis = pronouns.analysis;
    let lemma = analysis.lemma(verb);
    // No verb ends so; `chairing` may have been read as one that does.
    let lemma = lemma.strip_suffix('e').filter(|short| short.ends_with("air")).unwrap_or(lemma);
    let several = super::is_several(pronouns.document, analysis, chain);
    let now = || if several { lemma.to_owned() } else { verb::third_person(lemma) };
    if analysis.upos(verb) != Upos::Verb {
        return None;
    }
    let aux = |lemma: &str| {
        let mut found = analysis.children_as(verb, Deprel::Aux);
        found.find(|&aux| analysis.lemma(aux) == lemma)
    };
    let word = analysis.word(pronouns.document, verb).to_lowercase();
    match analysis.xpos(verb) {
        // `did visit`; what was not done keeps its `did not`.
        "VB" => match analysis.xpos(aux("do").filter(|_| !done::is_denied(pronouns, verb))?) {
            "VBD" => Some(verb::past(lemma)),
            _ => Some(now()),
        },
        "VBP" => Some(now()),
        // A lemma that is no part of its word was guessed wrong.
        "VBG" if !word.starts_with(lemma.trim_end_matches("ie").trim_end_matches('e')) => None,
        "VBG" if aux("have").is_some_and(|have| analysis.xpos(have) == "VBZ") => {
            Some(verb::third_person(lemma))
        }
        "VBG" if aux("have").is_some_and(|have| analysis.xpos(have) == "VBD") => {
            Some(verb::past(lemma))
        }
        "VBG" if aux("have").is_some() => Some(now()),
        "VBG" if aux("have").is_none() => match aux("be").map(|be| analysis.xpos(be)) {
            Some("VBZ") => Some(verb::third_person(lemma)),
            Some("VBP") => Some(now()),
            Some("VBD") => Some(verb::past(lemma)),
            // "Council holding back on bridge", in a heading.
            None if heads(pronouns, verb) => Some(now()),
            _ => None,
        },
        _ => None,
    }
}

/// Whether a token stands in the article's heading.
pub(super) fn heads(pronouns: &Pronouns<'_>, token: usize) -> bool {
    let analysis = pronouns.analysis;
    let sentence = analysis.sentences.get(analysis.sentence_of(token));
    sentence.is_some_and(|it| pronouns.document.blocks()[it.block].kind == BlockKind::Title)
}

#[cfg(test)]
mod tests {
    use crate::briefing::actors::testing::check_role as check;

    #[test]
    fn what_some_of_a_party_do_is_not_what_it_does() {
        let text = "The Democrats met in Oslo. No Democrats backed the toll.";
        check(text, "Democrats", Some("met in Oslo"));
        check("Some Democrats backed the toll.", "Democrats", None::<&str>);
    }

    #[test]
    fn what_is_told_elsewhere_or_by_halves_is_no_deed() {
        let text = "Denmark chose the same road. Norway closed the harbour on Monday.";
        check(text, "Denmark", None::<&str>);
        check(
            "The Harbour Council called the plan a danger. It met in Oslo.",
            "Harbour Council",
            None,
        );
        let text = "Denmark saw Norway. Norway must sing and also bring many friends.";
        check(text, "Norway", None::<&str>);
    }

    #[test]
    fn what_ends_in_a_bare_more_is_no_deed() {
        let text = "The Harbour Council spends more. It met in Oslo.";
        check(text, "Harbour Council", None::<&str>);
    }

    #[test]
    fn what_a_lost_clause_would_tell_is_no_deed() {
        let text = "Denmark took money from people who had sailed to Norway. Denmark will wait.";
        check(text, "Denmark", None::<&str>);
    }

    #[test]
    fn a_passive_to_come_keeps_its_verb() {
        check(
            "The Harbour Council will be sued by two towns. It met in Oslo.",
            "Harbour Council",
            "will be sued by two towns",
        );
    }
}
