//! The verb of a line: a cue with what carries it, in the number of the holder's name.

use super::carrier::{self, Carried};
use super::claim::{Claim, Manner};
use super::naming::followers;
use super::together;
use super::view::View;
use super::wording::small;
use crate::briefing::Holder;
use crate::briefing::people::is_document;
use crate::briefing::phrase::verb;
use crate::language::{Deprel, Upos};
use crate::text::{TextRange, one_line};

/// The cue with its auxiliaries; the bare verb put into the past where it has no tense of its own.
pub(super) fn cue_words(view: &View<'_>, claim: &Claim, plural: bool) -> String {
    let words = plain_words(view, claim, plural);
    let Some(cue) = claim.cue.filter(|&cue| fronted_negation(view, cue).is_some()) else {
        return words;
    };
    let says_no = |word: &str| {
        matches!(word, "not" | "never" | "nor" | "neither")
            || word.ends_with("n't")
            || word.ends_with("n’t")
    };
    if words.split(' ').any(says_no) {
        return words;
    }
    // Of "little did they know" the first word goes with what it denies.
    let mut parts = words.split(' ').skip_while(|word| !AUXILIARIES.contains(word));
    if let Some(aux) = parts.next() {
        return format!("{aux} not {}", parts.collect::<Vec<_>>().join(" "));
    }
    let tail = words.split_once(' ').map(|(_, rest)| format!(" {rest}")).unwrap_or_default();
    format!("did not {}{tail}", view.lemma(cue))
}

const AUXILIARIES: &[&str] = &[
    "am", "are", "can", "could", "did", "do", "does", "had", "has", "have", "is", "may", "might",
    "must", "should", "was", "were", "will", "would",
];

/// What denies a clause from its front, its auxiliary before its subject: `never has she`, `in no way does she`. What was not
/// `until` May or is not `only` so, is.
pub(super) fn fronted_negation(view: &View<'_>, cue: usize) -> Option<TextRange> {
    let subject = view.analysis.subject(cue)?;
    let aux = view.children(cue).find(|&child| {
        matches!(view.deprel(child), Deprel::Aux | Deprel::AuxPass | Deprel::Cop) && child < subject
    })?;
    let start = view.analysis.subtree(cue).start;
    let word = (start..aux).find(|&token| {
        let open = view.is_one_of(token + 1, &["only", "until", "just", "long", "merely", "since"]);
        view.is_one_of(
            token,
            &["never", "no", "not", "nor", "neither", "nowhere", "little", "hardly", "scarcely"],
        ) && !open
    })?;
    // "With no money left, she will": a clause of its own, set off.
    let apart = (word..aux).any(|token| view.is(token, ","));
    (!apart).then(|| view.range(word))
}

fn plain_words(view: &View<'_>, claim: &Claim, plural: bool) -> String {
    let (Some(cue), Some(range)) = (claim.cue, claim.cue_range) else { return "said".to_owned() };
    if let Some(words) = carried(view, claim, cue, range, plural) {
        return words;
    }
    let range = with_modal(view, cue, range);
    let words = small(&one_line(&verbal(view, claim, range)));
    let tensed = view.analysis.tokens_in(range).any(|token| view.has_tense(token));
    let tail = TextRange::new(view.range(cue).end(), range.end()).slice(view.text());
    // "was rejected by the court": the court rejected it.
    if agent(view, claim).is_some() {
        return format!("{}{tail}", active(view, cue, plural));
    }
    if let Some(be) = state(view, claim, cue, plural) {
        return format!("{be} {words}");
    }
    if tensed {
        let words = if plural { words } else { agreeing(view, range, words) };
        let words = expanded(&words, matches!(view.xpos(cue), "VBN" | "VBD"), plural);
        // "Ana Lee and Tom Ruiz both back it": of one of them, that he does.
        let counted = words
            .split_once(' ')
            .filter(|(first, _)| !plural && matches!(*first, "both" | "each" | "jointly" | "all"));
        return counted.map(|(_, rest)| rest.to_owned()).unwrap_or(words);
    }
    // "Alarmed by the toll, she said": she was.
    let participle = view.xpos(cue) == "VBN"
        && matches!(view.deprel(cue), Deprel::Advcl | Deprel::Acl)
        && claim.manner == Manner::Predicate
        && view.is(cue + 1, "by")
        && view.head(cue + 1) != claim.holder
        && [Deprel::Aux, Deprel::Obj].into_iter().all(|way| view.child(cue, way).is_none());
    if view.upos(cue) == Upos::Verb && view.child(cue, Deprel::AuxPass).is_none() && !participle {
        if let Some(modal) = shared_modal(view, cue) {
            return format!("{modal} {}{tail}", view.lemma(cue));
        }
        let negated = view.is_denied_before(cue);
        if negated {
            return format!("did not {}{tail}", view.lemma(cue));
        }
        return format!("{}{tail}", verb::past(view.lemma(cue)));
    }
    // "has been against it", without its auxiliary.
    let be = match (words.starts_with("been "), plural) {
        (true, true) => "have",
        (true, false) => "has",
        (false, true) => "were",
        (false, false) => "was",
    };
    format!("{be} {words}")
}

/// The verb `be` that a participle needs to tell what state somebody is in: `was` of `Though first opposed to it, she signed`,
/// whatever the tagger takes it for; `is` of `She is disappointed but not surprised by the cut`.
fn state(view: &View<'_>, claim: &Claim, cue: usize, plural: bool) -> Option<&'static str> {
    let be = |present: bool| match (present, plural) {
        (true, true) => "are",
        (true, false) => "is",
        (false, true) => "were",
        (false, false) => "was",
    };
    let has = |way| view.child(cue, way).is_some();
    let opposed = view.is(cue, "opposed")
        && view.is(cue + 1, "to")
        && matches!(view.deprel(cue), Deprel::Advcl | Deprel::Acl)
        && ![Deprel::Aux, Deprel::AuxPass, Deprel::Cop, Deprel::Obj].into_iter().any(has);
    if opposed {
        return Some(be(false));
    }
    let first = view.head(cue).filter(|_| {
        view.deprel(cue) == Deprel::Conj
            && view.xpos(cue) == "VBN"
            && view.child(cue, Deprel::OblAgent).is_some_and(|by| Some(by) != claim.holder)
    })?;
    let cop = view.child(first, Deprel::Cop)?;
    Some(be(matches!(view.xpos(cop), "VBZ" | "VBP")))
}

/// The cue in the passive, where the holder is who does it: `was rejected by the court`, `by Lee and Hall`.
pub(super) fn agent(view: &View<'_>, claim: &Claim) -> Option<usize> {
    let (cue, holder) = (claim.cue?, claim.holder?);
    let first = match view.deprel(holder) {
        Deprel::Conj => view.head(holder)?,
        _ => holder,
    };
    let by = view.child(cue, Deprel::OblAgent) == Some(first)
        || first > cue && view.is_passive(cue) && view.preposition(first).as_deref() == Some("by");
    by.then_some(cue)
}

/// The verb of a passive clause as its agent's: `was not backed by` as `did not back`, `must first be ratified by` as `must
/// first ratify`. Its tense, what denies it and the adverbs before it stay.
fn active(view: &View<'_>, cue: usize, plural: bool) -> String {
    let lemma = view.lemma(cue);
    let of = |verb: usize| -> Vec<usize> {
        let helps = |child: &usize| {
            *child < verb && matches!(view.deprel(*child), Deprel::Aux | Deprel::AuxPass)
        };
        view.children(verb).filter(helps).collect()
    };
    // "was neither made nor backed by": what helps the first helps the second.
    let first = view.head(cue).filter(|_| view.deprel(cue) == Deprel::Conj);
    let helping = Some(of(cue)).filter(|own| !own.is_empty());
    let helping = helping.or_else(|| first.map(of)).unwrap_or_default();
    let denied = view.children(cue).any(|child| {
        child < cue && view.is_one_of(child, &["not", "n't", "n’t", "nor", "neither"])
    });
    let from = helping.first().map_or(cue, |&first| first + 1);
    let adverbs = (from..cue)
        .filter(|&word| view.head(word) == Some(cue) && view.deprel(word) == Deprel::Advmod)
        .filter(|&word| !view.is_one_of(word, &["not", "n't", "n’t"]))
        .flat_map(|word| [view.word(word), " "]);
    let manner: String = adverbs.collect();
    let third = |base: &str| if plural { base.to_owned() } else { verb::third_person(base) };
    let not = |aux: &str| format!("{aux} not {manner}{lemma}");
    let helps = |base: &str| helping.iter().copied().find(|&aux| view.lemma(aux) == base);
    let present = |aux: usize| matches!(view.xpos(aux), "VBZ" | "VBP");
    if let Some(modal) = helping.iter().copied().find(|&aux| view.xpos(aux) == "MD") {
        let word = modal_word(&view.lower(modal));
        return match (denied, helps("have")) {
            (true, Some(_)) => format!("{word} not have {manner}{}", verb::participle(lemma)),
            (false, Some(_)) => format!("{word} have {manner}{}", verb::participle(lemma)),
            (true, None) => not(&word),
            (false, None) => format!("{word} {manner}{lemma}"),
        };
    }
    if helps("have").is_some_and(present) {
        let not = if denied { "not " } else { "" };
        return format!("{} {not}{manner}{}", third("have"), verb::participle(lemma));
    }
    match helps("be").filter(|&be| present(be)) {
        Some(_) if denied => not(if plural { "do" } else { "does" }),
        Some(_) => format!("{manner}{}", third(lemma)),
        None if denied => not("did"),
        None => format!("{manner}{}", verb::past(lemma)),
    }
}

/// The modal verb of the first of several that `and` joins, which goes for all of them: `will cut the tax, raise the toll and
/// back the plan`; with what denies it or the verb.
fn shared_modal(view: &View<'_>, verb: usize) -> Option<String> {
    let first = view.helped_by(verb)?;
    let helps = view
        .children(first)
        .find(|&child| child < first && (view.xpos(child) == "MD" || view.lemma(child) == "do"))?;
    let word = modal_word(&view.lower(helps));
    let denied = view.children(first).any(|child| child < first && view.is_negation(child))
        || view.is_denied_before(verb);
    Some(if denied { format!("{word} not") } else { word })
}

/// A modal verb in full: `will` of `'ll` and `wo`.
fn modal_word(word: &str) -> String {
    match word {
        "wo" | "'ll" | "’ll" => "will",
        "ca" => "can",
        "sha" => "shall",
        "'d" | "’d" => "would",
        word => word,
    }
    .to_owned()
}

/// A cue with the words that carry it: `has been trying to impose`, `refused to accept`.
fn carried(
    view: &View<'_>,
    claim: &Claim,
    cue: usize,
    range: TextRange,
    plural: bool,
) -> Option<String> {
    let Carried::From(start) = carrier::of_verb(view, cue) else { return None };
    let own = range.slice(view.text());
    // The second of two that "and" joins, `trying to calm and cheer`, takes over what carries the first.
    let first = view.head(cue).filter(|_| view.deprel(cue) == Deprel::Conj).unwrap_or(cue);
    let end = view.analysis.tokens_in(range).start.min(first);
    let end = if first == cue { end } else { first };
    let before = start..end;
    // "led Ana Lee to fear": she is named before.
    if claim.holder.is_some_and(|holder| before.contains(&holder)) {
        return None;
    }
    let whole = view.analysis.cover(before.clone()).cover(range);
    let tensed = before.clone().any(|token| view.has_tense(token));
    let be = before.clone().find(|&token| view.upos(token) == Upos::Adj);
    let mut words: Vec<String> = before.clone().map(|token| view.word(token).to_owned()).collect();
    match before.clone().find(|&token| view.upos(token) == Upos::Verb) {
        Some(verb) if !tensed => {
            words[verb - start] = match shared_modal(view, verb) {
                Some(modal) => format!("{modal} {}", view.lemma(verb)),
                None => verb::past(view.lemma(verb)),
            };
        }
        None if !tensed && be.is_some() => {
            words.insert(0, if plural { "were" } else { "was" }.to_owned());
        }
        _ => {}
    }
    words.push(own.to_owned());
    // "don’t seem to": what is written in one word stays so.
    let apart = |token: &usize| view.range(*token - 1).end() < view.range(*token).start();
    let mut line = String::new();
    for (at, word) in words.iter().enumerate() {
        if at > 0 && (start + at >= end || apart(&(start + at))) {
            line.push(' ');
        }
        line.push_str(word);
    }
    let words = expanded(&small(&one_line(&line)), false, plural);
    Some(if plural { words } else { agreeing(view, whole, words) })
}

/// The range of a cue with the modal verb that other words part from it: `will in some ways decide`.
fn with_modal(view: &View<'_>, cue: usize, range: TextRange) -> TextRange {
    let modal = view.children(cue).find(|&child| {
        let between = |token: usize| {
            matches!(view.upos(token), Upos::Verb | Upos::Aux | Upos::Sconj | Upos::Pron)
        };
        view.deprel(child) == Deprel::Aux
            && child < cue
            && cue - child <= 6
            && view.xpos(cue) == "VB"
            && !(child + 1..cue).any(between)
    });
    modal.map_or(range, |modal| range.cover(view.range(modal)))
}

/// Words that begin with a shortened verb with the whole one: `is hoping` of `'s hoping`.
pub(super) fn expanded(words: &str, done: bool, plural: bool) -> String {
    let (first, rest) = words.split_once(' ').unwrap_or((words, ""));
    let whole = match first.replace('’', "'").as_str() {
        "'re" if plural => "are",
        "'ve" if plural => "have",
        "'s" if done => "has",
        "'ve" => "has",
        "'s" | "'re" | "'m" => "is",
        "'ll" => "will",
        "'d" if done => "had",
        "'d" => "would",
        _ => return words.to_owned(),
    };
    format!("{whole} {rest}").trim_end().to_owned()
}

/// The words of a cue without a holder who stands inside them, and with what denies them: of `nor has he called for`, `has
/// not called for`.
fn verbal(view: &View<'_>, claim: &Claim, range: TextRange) -> String {
    let tokens = view.analysis.tokens_in(range);
    let Some(holder) = claim.holder.filter(|holder| tokens.contains(holder)) else {
        return range.slice(view.text()).to_owned();
    };
    let denied = (view.sentence(tokens.start).start..tokens.start)
        .next_back()
        .is_some_and(|before| view.is_one_of(before, &["nor", "neither", "never", "not"]));
    let own = view.analysis.subtree(holder);
    let mut words: Vec<&str> =
        tokens.filter(|token| !own.contains(token)).map(|token| view.word(token)).collect();
    if denied && !words.is_empty() {
        words.insert(1, "not");
    }
    words.join(" ")
}

/// Whether the holder's name takes a verb in the plural.
pub(super) fn is_plural(view: &View<'_>, claim: &Claim, holder: Holder) -> bool {
    match holder {
        Holder::Actor(actor) => {
            // "Harbour Board officials": some of it.
            let some =
                |head: &usize| view.xpos(*head) == "NNS" && view.spoken_for(*head) == Some(actor);
            // "Republicans continue": the name itself is a plural.
            let own = |head: &usize| {
                let name = view.cast.actor(actor).map_or("", |actor| actor.name.as_str());
                matches!(view.xpos(view.antecedent(*head)), "NNS" | "NNPS") && name.ends_with('s')
            };
            // "FEC records show": told by their own words.
            let shows = |head: &usize| {
                is_document(view.lemma(*head)) && view.xpos(*head) == "NNS" && view.but_shows(*head)
            };
            view.cast.is_plural(actor)
                || claim.holder.as_ref().is_some_and(shows)
                || followers(view, claim, actor).is_some()
                || together::all(view, claim).is_some()
                || claim.holder.as_ref().is_some_and(own)
                || claim.holder.as_ref().is_some_and(some)
        }
        Holder::Author => false,
        // "Nearly a third say": the article's own words go with its own verb.
        Holder::Unnamed
            if claim.cue_range.is_some_and(|range| {
                view.analysis.tokens_in(range).any(|token| view.xpos(token) == "VBP")
            }) =>
        {
            true
        }
        Holder::Unnamed => claim.holder.is_some_and(|head| {
            let head = view.antecedent(head);
            matches!(view.xpos(head), "NNS" | "NNPS")
                || view.children(head).any(|child| view.deprel(child) == Deprel::Conj)
                || view.is_one_of(
                    head,
                    &[
                        "they", "we", "you", "I", "many", "some", "most", "others", "few",
                        "several", "both",
                    ],
                )
                || view.upos(head) == Upos::Num
                || view.children(head).any(|child| {
                    matches!(view.deprel(child), Deprel::Nmod)
                        && matches!(view.xpos(child), "NNS" | "NNPS")
                })
        }),
    }
}

/// The cue as it follows a singular name, where the article's own subject was a plural: `they say`, `we have said`.
pub(super) fn agreeing(view: &View<'_>, range: TextRange, words: String) -> String {
    let verb = view.analysis.tokens_in(range).find(|&token| {
        view.xpos(token) == "VBP"
            || view.is(token, "were")
            || view.is(token, "do") && view.has_tense(token)
    });
    let Some(verb) = verb else { return words };
    let word = view.word(verb);
    let single = match view.lower(verb).as_str() {
        "have" => "has".to_owned(),
        "are" | "am" => "is".to_owned(),
        "were" => "was".to_owned(),
        "do" => "does".to_owned(),
        lower if lower.starts_with('’') || lower.starts_with('\'') => return words,
        lower => verb::third_person(lower),
    };
    words.replacen(word, &single, 1)
}

#[cfg(test)]
mod tests {
    use crate::briefing::positions::testing::texts;

    #[test]
    fn what_somebody_has_been_against_he_has_been_against() {
        assert_eq!(
            texts("The guild has been against every market in this town."),
            ["The guild has been against every market in this town."]
        );
    }

    #[test]
    fn what_is_written_in_one_word_stays_so() {
        assert_eq!(
            texts("Ana Lee and her aides don’t seem to understand that rules exist for a reason."),
            ["Ana Lee doesn’t seem to understand that rules exist for a reason."]
        );
    }

    #[test]
    fn a_passive_keeps_its_tense_and_what_denies_it() {
        for (text, line) in [
            ("The plan was not backed by Ana Dahl.", "Ana Dahl did not back the plan."),
            ("The plan has not been rejected by Ana Dahl.", "Ana Dahl has not rejected the plan."),
            ("The plan is backed by Ana Dahl.", "Ana Dahl backs the plan."),
            ("The plan would be opposed by Ana Dahl.", "Ana Dahl would oppose the plan."),
            (
                "The plan was neither made nor backed by Ana Dahl.",
                "Ana Dahl did not back the plan.",
            ),
            (
                "Seen by Ana Dahl as unfair, the plan was dropped.",
                "Ana Dahl saw the plan as unfair.",
            ),
            ("The plan was opposed by both Tom Roe and Ana Dahl.", "Ana Dahl opposed the plan."),
            (
                "Tom Roe was urged by Ana Dahl to back the plan.",
                "Ana Dahl urged Tom Roe to back the plan.",
            ),
        ] {
            let found = texts(text);
            assert!(found.iter().any(|found| found == line), "{text}: {found:?}");
        }
    }

    #[test]
    fn what_somebody_must_do_he_has_not_done() {
        for text in [
            "The plan must be ratified by Ana Dahl.",
            "Tom Roe wants the plan to be rejected by Ana Dahl.",
            "Tom Roe said Ana Dahl should reject the plan.",
        ] {
            let found = texts(text);
            assert!(found.iter().all(|line| !line.starts_with("Ana Dahl")), "{text}: {found:?}");
        }
    }

    #[test]
    fn what_is_denied_from_the_front_stays_denied() {
        for (text, line) in [
            ("In no way does Ana Dahl support the ban.", "Ana Dahl does not support the ban."),
            ("By no means does Ana Dahl oppose the ban.", "Ana Dahl does not oppose the ban."),
        ] {
            let found = texts(text);
            assert!(found.iter().any(|found| found == line), "{text}: {found:?}");
        }
        let never = texts("Never has Ana Dahl backed a ban.");
        assert!(
            never.iter().all(|line| line.contains("not") || line.contains("ever")),
            "{never:?}"
        );
    }

    #[test]
    fn the_modal_of_the_first_goes_for_all() {
        for (text, line) in [
            (
                "Norway will raise the tax, back the plan and reject the deal.",
                "Norway will reject the deal.",
            ),
            (
                "Norway will raise the tax and stop backing the rebels.",
                "Norway will stop backing the rebels.",
            ),
        ] {
            assert!(texts(text).contains(&line.to_owned()), "{text}");
        }
    }

    #[test]
    fn who_is_opposed_has_not_opposed() {
        let text = "Norway, though initially opposed to the plan, has signed it.";
        assert_eq!(texts(text), ["Norway was initially opposed to the plan."]);
    }

    #[test]
    fn who_is_not_surprised_is_not() {
        let text = "Ana Lee said the sport was in trouble. She is disappointed but not surprised by the cut to its funds.";
        assert_eq!(texts(text)[1], "Ana Lee is not surprised by the cut to its funds.");
    }
}
