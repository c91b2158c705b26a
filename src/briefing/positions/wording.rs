//! The sentence that a position is shown as: holder, cue and content, readable alone.
//!
//! Quotation marks stand only around the article's own words. Pronouns outside of quotations become names
//! through `phrase`.

use super::author;
use super::called;
use super::claim::{Claim, Manner};
use super::gap;
use super::naming::{name, objective, running, shared_subject, subjective};
use super::noun_line::{self, possessive};
use super::own::{first_person, own_words};
use super::verbal::{agent, cue_words, is_plural};
use super::view::View;
use super::whole;
use crate::briefing::phrase::{Cut, Writer, verb};
use crate::briefing::{ActorId, Holder, Position};
use crate::language::lexicon::{Senses, lexicon};
use crate::language::{Deprel, Upos};
use crate::text::{TextRange, one_line, unwrapped};

/// A quotation is cut at the end of a sentence when it has more words than this.
const MAX_WORDS: usize = 55;

pub(super) fn text(
    view: &View<'_>,
    writer: &Writer<'_>,
    claim: &Claim,
    holder: Holder,
    source: Option<TextRange>,
) -> String {
    // What cannot be said as a clause is shown as the article says it.
    if whole::lacks_subject(view, claim)
        && let Some(cue) = claim.cue
    {
        return finish(&shortened(&one_line(
            view.analysis.cover(view.sentence(cue)).slice(view.text()),
        )));
    }
    let name = name(view, writer, claim, holder, source);
    let line = match claim.manner {
        Manner::Quotation | Manner::Label => quoted(view, writer, claim, name.as_deref()),
        // "All troops must leave": an answer or a speech in its own words.
        Manner::Author
            if view.speaker.is_some() || claim.head.is_some_and(|head| view.is_answer(head)) =>
        {
            own_words(view, writer, claim, &name.unwrap_or_default())
        }
        Manner::Author => claim
            .head
            .and_then(|head| writer.statement(head, author::cut(view, writer, claim)))
            .map_or_else(|| plain(view, &claim.content), |line| line.text),
        Manner::Preposition => {
            let name = name.map_or_else(|| "a source that is not named".to_owned(), objective);
            let claim = &without_mark(view, claim);
            let said = lower_first(view, claim, &said(view, writer, claim, holder));
            format!("According to {name}, {}", with_antecedent(view, claim, said))
        }
        Manner::Noun => noun_line::of(view, writer, claim, holder, name.as_deref()),
        Manner::Passive => match claim.cue.and_then(|cue| writer.statement(cue, Cut::Asides)) {
            Some(line) => {
                // "where Lee is expected to win"
                let text = line.text.strip_prefix("Where ").unwrap_or(&line.text);
                shared_subject(view, writer, claim)
                    .map_or(text.to_owned(), |subject| format!("{subject} {}", small(text)))
            }
            None => said(view, writer, claim, holder),
        },
        Manner::Predicate | Manner::Clause => first_person(view, claim, holder, name.as_deref())
            .unwrap_or_else(|| predicate(view, writer, claim, holder, name.as_deref())),
    };
    finish(&line)
}

/// A claim without what ties its clause to the sentence: `arrested when, according to records, agents found the files`.
fn without_mark(view: &View<'_>, claim: &Claim) -> Claim {
    let mut claim = claim.clone();
    let (Some(&range), Some(head)) = (claim.content.first(), claim.head) else { return claim };
    let tokens = view.analysis.tokens_in(range);
    let first = tokens.start;
    let ties = view.head(first) == Some(head)
        && matches!(view.deprel(head), Deprel::Advcl | Deprel::Ccomp)
        && (view.deprel(first) == Deprel::Mark && !view.is_one_of(first, &["if", "unless", "to"])
            || view.xpos(first) == "WRB");
    if ties {
        let next = (first + 1..tokens.end).find(|&token| view.is_word(token));
        let rest = next.map(|next| TextRange::new(view.range(next).start(), range.end()));
        claim.content.splice(..1, rest);
    }
    claim
}

/// Words that begin with a relative pronoun, with what it stands for in its place: `which harms the poor`, of a tax.
fn with_antecedent(view: &View<'_>, claim: &Claim, said: String) -> String {
    let first = claim.content.first().map(|range| view.analysis.tokens_in(*range).start);
    let relative = first.filter(|&first| view.is_one_of(first, &["which", "who"]));
    let antecedent = relative.map(|first| (first, view.antecedent(first)));
    match (antecedent.filter(|(first, noun)| first != noun), said.split_once(' ')) {
        (Some((_, noun)), Some((_, rest))) => {
            format!("{} {rest}", small(&one_line(view.source(noun).slice(view.text()))))
        }
        _ => said,
    }
}

/// The text of a position that began with a pronoun, with the actor named instead.
pub(super) fn renamed(view: &View<'_>, position: &Position, actor: ActorId) -> String {
    let Some((name, source)) = running(view, actor).zip(position.source) else {
        return position.text.clone();
    };
    let pronoun = source.slice(view.text());
    let Some((first, rest)) = position.text.split_once(' ') else {
        return position.text.clone();
    };
    // "his remarks": "he made remarks", or "his plan is".
    let name = if first.eq_ignore_ascii_case(&subjective(pronoun)) {
        name
    } else if first.eq_ignore_ascii_case(pronoun) {
        possessive(&name)
    } else {
        return position.text.clone();
    };
    finish(&format!("{name} {rest}"))
}

/// The content in the article's words, pronouns outside of quotations named.
pub(super) fn said(view: &View<'_>, writer: &Writer<'_>, claim: &Claim, holder: Holder) -> String {
    let mut tokens: Vec<usize> = Vec::new();
    for range in &claim.content {
        let part = view.analysis.tokens_in(*range);
        // "The deal, seen by Lee as unfair, was rejected by farmers as a trap": the remark ends with its comma.
        if claim.content.len() > 1
            && tokens.is_empty()
            && agent(view, claim).is_some()
            && view.is(part.end, ",")
            && part.clone().any(|token| view.is(token, ","))
        {
            tokens.extend(part.start..=part.end);
            continue;
        }
        // "Half are for it, according to Gallup, and half against": the comma stays where the poll goes.
        let first = part.start;
        let and = usize::from(first > 0 && view.upos(first - 1) == Upos::Cconj);
        let comma = first.checked_sub(1 + and).filter(|&mark| {
            tokens.last().is_some_and(|&last| view.upos(last) != Upos::Adp)
                && view.is(mark, ",")
                && (and == 1 || needs_comma(view, first))
                && !tokens.contains(&mark)
        });
        tokens.extend(comma.map_or(first..first, |mark| mark..first).chain(part));
    }
    let quoted = claim
        .content
        .iter()
        .any(|range| view.analysis.tokens_in(*range).any(|token| view.quotation(token).is_some()));
    if quoted || tokens.is_empty() {
        return plain(view, &claim.content);
    }
    let mut named: Vec<ActorId> = Vec::new();
    if let Holder::Actor(actor) = holder {
        named.push(actor);
    }
    named.extend(told(view, claim));
    writer.words(&tokens, &named)
}

/// Whom it is said to, where the line names him before what is said: `asked Roe whether he would go`.
fn told(view: &View<'_>, claim: &Claim) -> Option<ActorId> {
    let cue = claim.cue.filter(|_| claim.manner == Manner::Clause)?;
    let whom = addressee(view, cue)?;
    let before = view.range(whom).end() <= claim.content.first()?.start();
    match view.resolve(whom) {
        Holder::Actor(actor) if before && cue < whom => Some(actor),
        _ => None,
    }
}

/// Whom or what a verb of saying is said to.
fn addressee(view: &View<'_>, cue: usize) -> Option<usize> {
    [Deprel::Iobj, Deprel::Obj].into_iter().find_map(|way| view.child(cue, way))
}

/// Whether what begins with the word stands behind a comma even where nothing stands between: another clause, a remark.
fn needs_comma(view: &View<'_>, first: usize) -> bool {
    let remark = || {
        view.is_one_of(first, &["a", "an"])
            && view.head(first).is_some_and(|noun| view.deprel(noun) == Deprel::Appos)
    };
    view.upos(first) == Upos::Cconj || matches!(view.xpos(first), "WDT" | "WP" | "VBG") || remark()
}

/// The content as it stands.
fn plain(view: &View<'_>, content: &[TextRange]) -> String {
    let parts: Vec<String> = content.iter().map(|range| closed(view, *range)).collect();
    // Something stood between them in the article.
    let parted = parts.iter().all(|part| part.starts_with(['“', '"', '‘', '\'']));
    parts.join(if parted { " … " } else { " " })
}

/// A stretch as it stands; a part of a longer quotation with a mark at either end.
fn closed(view: &View<'_>, range: TextRange) -> String {
    let words = one_line(range.slice(view.text()));
    let tokens = view.analysis.tokens_in(range);
    let quotation = view.quotation(tokens.start);
    let one = quotation.is_some() && tokens.clone().all(|token| view.quotation(token) == quotation);
    let marks = quotation
        .filter(|_| one)
        .and_then(|idx| view.analysis.quotations.get(idx))
        .and_then(|quotation| quotation.marks(view.text()));
    let Some((open, close)) = marks else { return words };
    let before = if words.starts_with(open) { "" } else { open };
    let body = words.strip_prefix(open).unwrap_or(&words);
    let ended = body.trim_end_matches('.').ends_with(['”', '"']) || body.ends_with("''");
    let behind = if ended { "" } else { close };
    format!("{before}{words}{behind}")
}

fn quoted(view: &View<'_>, writer: &Writer<'_>, claim: &Claim, name: Option<&str>) -> String {
    /// Verbs whose object is nothing but what is said.
    const SAYING: &[&str] = &[
        "add", "answer", "argue", "ask", "reply", "respond", "say", "shout", "tell", "tweet",
        "write",
    ];
    let verb = claim
        .cue
        .filter(|&cue| matches!(view.upos(cue), Upos::Verb | Upos::Aux))
        .filter(|&cue| !view.is(cue, "according"))
        // "When asked, she said": nobody but she says it.
        .filter(|&cue| !view.is_occasion(cue))
        .and_then(|cue| {
            let denied = view.is_denied_before(cue);
            if denied {
                return Some(format!("did not {}", view.lemma(cue)));
            }
            if !NEEDS_LISTENER.contains(&view.lemma(cue)) {
                // "pointed out", "put it"
                let range = claim.cue_range.unwrap_or(view.range(cue));
                let more = view.analysis.tokens_in(range).filter(|&token| token > cue);
                let words = more.map(|token| view.lower(token));
                return Some(
                    std::iter::once(finite(view, claim, cue))
                        .chain(words)
                        .collect::<Vec<_>>()
                        .join(" "),
                );
            }
            Some(format!("{} {}", finite(view, claim, cue), listener(view, writer, cue)?))
        })
        .unwrap_or_else(|| "said".to_owned());
    let name = name.map_or_else(|| "someone the article does not name".to_owned(), str::to_owned);
    // What somebody did not say or feel is none of his words: no colon announces it.
    // Nor stands one before a part of a sentence: "promised “more money”".
    let finite = |range: &TextRange| {
        let mut tokens = view.analysis.tokens_in(*range);
        tokens.any(|token| matches!(view.xpos(token), "VBD" | "VBZ" | "VBP" | "MD" | "VB"))
    };
    let part = claim.content.len() == 1
        && !claim.content.iter().any(finite)
        && claim.cue.is_some_and(|cue| {
            view.upos(cue) == Upos::Verb
                && !SAYING.contains(&view.lemma(cue))
                && claim.content[0].start() > view.range(cue).start()
        });
    let mark = if part || verb.starts_with("did not ") { "" } else { ":" };
    format!("{name} {verb}{mark} {}", shortened(&plain(view, &claim.content)))
}

/// Verbs that say nothing without whom it was said to.
const NEEDS_LISTENER: [&str; 6] = ["assure", "inform", "notify", "reassure", "remind", "tell"];

/// `reporters` of `told reporters`, where it is short.
fn listener(view: &View<'_>, writer: &Writer<'_>, cue: usize) -> Option<String> {
    let object = addressee(view, cue).filter(|&object| view.quotation(object).is_none())?;
    let line = writer.noun(object, Cut::Clauses).filter(|line| !line.dangling)?;
    // "told supervisors, her voice shaking"
    let several =
        [Deprel::Conj, Deprel::Appos].iter().any(|&way| view.child(object, way).is_some());
    let cut = if several { None } else { line.text.split(", ").next() };
    let text = cut.unwrap_or(&line.text);
    (text.split_whitespace().count() <= 6).then(|| text.to_owned())
}

/// The verb as it would follow a name: itself where it has tense, else its past. With the article's own words for those who
/// say it, `people say`, it agrees already.
fn finite(view: &View<'_>, claim: &Claim, cue: usize) -> String {
    let word = view.lower(cue);
    let unnamed = claim.holder.is_some_and(|holder| view.resolve(holder) == Holder::Unnamed);
    match view.xpos(cue) {
        "VBD" | "VBZ" => word,
        "VBP" if unnamed => word,
        "VBP" => verb::third_person(view.lemma(cue)),
        _ => verb::past(view.lemma(cue)),
    }
}

fn predicate(
    view: &View<'_>,
    writer: &Writer<'_>,
    claim: &Claim,
    holder: Holder,
    name: Option<&str>,
) -> String {
    let Some(name) = name else {
        return claim
            .cue
            .and_then(|cue| writer.statement(cue, Cut::Asides))
            .map_or_else(|| said(view, writer, claim, holder), |line| line.text);
    };
    let claim = &object_first(view, claim);
    let mut content = said(view, writer, claim, holder);
    if claim.manner == Manner::Clause {
        content = lower_first(view, claim, &content);
        // "However, the port is shut, she said": the line stands alone.
        if let Some(rest) = ["however, ", "meanwhile, ", "therefore, "]
            .into_iter()
            .find_map(|adverb| content.strip_prefix(adverb))
        {
            content = rest.to_owned();
        }
    }
    if agent(view, claim).is_some() {
        content = accusative(&content);
    }
    let plural = is_plural(view, claim, holder);
    if called::is_named_by_what(view, claim) {
        // "condemned what she called a plot"
        return format!("{name} {} {content}", called::speaking_of(view, claim, plural));
    }
    let mut cue = cue_words(view, claim, plural);
    if matches!(holder, Holder::Actor(_)) && !plural {
        // "Ana Lee and Tom Hall have both backed it": each of them. "With both Lee and Hall" stays.
        let each = |rest: &str| rest.starts_with(char::is_lowercase);
        for every in [" both ", " all ", " each "] {
            if let Some((before, rest)) = cue.split_once(every).filter(|(_, rest)| each(rest)) {
                cue = format!("{before} {rest}");
            }
        }
    }
    // "can neither back it nor pay": of the first alone, that it cannot.
    let joined = claim.cue.is_some_and(|cue| view.is(cue + 1, "nor"));
    let nor = || joined || content.split(' ').chain(cue.split(' ')).any(|word| word == "nor");
    if let Some(before) = cue.split_once(" neither ").map(|(before, _)| before).filter(|_| !nor()) {
        let helps = ["can", "could", "would", "will", "may", "might", "has", "have", "had", "did"];
        if helps.contains(&before) {
            cue = cue.replacen(" neither ", " not ", 1).replacen("can not ", "cannot ", 1);
        }
    }
    let told = || {
        let verb = claim.cue.filter(|&cue| NEEDS_LISTENER.contains(&view.lemma(cue)))?;
        let inside = |token: usize| claim.covers(view.range(token));
        listener(view, writer, verb).filter(|_| !addressee(view, verb).is_some_and(inside))
    };
    if let Some(between) = between(view, claim).or_else(told) {
        cue = format!("{cue} {between}");
    } else if claim.manner == Manner::Clause
        && claim.cue.is_some_and(|cue| {
            let whom = addressee(view, cue);
            let untold =
                whom.map_or(content.starts_with("that "), |whom| !claim.covers(view.range(whom)));
            view.lemma(cue) == "tell"
                && untold
                && (content.starts_with("that ") || !view.is_passive(cue))
        })
    {
        // Whom, the line does not say.
        cue = cue.replace("told", "said").replace("tells", "says");
    }
    // "reported on Monday, in Selm, Lee left": the place is where she left.
    if claim.manner == Manner::Clause && leads_in(view, claim) {
        cue = format!("{cue} that");
    }
    let preposition = preposition(view, claim).map_or_else(String::new, |word| format!("{word} "));
    if let Some(content) = gap::filled(view, writer, claim, &content, &preposition) {
        return format!("{name} {cue} {content}");
    }
    let tail = claim.tail.map(|tail| format!(" {}", one_line(tail.slice(view.text()))));
    format!("{name} {cue} {preposition}{}{}", shortened(&content), tail.unwrap_or_default())
}

/// A claim in the passive with what stands as its object in the active before the rest: `seen by Lee as unfair, the toll`.
fn object_first(view: &View<'_>, claim: &Claim) -> Claim {
    let mut claim = claim.clone();
    if let Some(cue) = agent(view, &claim) {
        let object = view.analysis.subject(cue).or_else(|| {
            let below = matches!(view.deprel(cue), Deprel::Acl | Deprel::Advcl);
            let above = view.head(cue).filter(|_| below)?;
            // "Seen as unfair, the toll was dropped": the toll.
            view.analysis.subject(above).or(Some(above))
        });
        if let Some(range) = object.map(|object| view.range(object)) {
            claim.content.sort_by_key(|part| !part.contains_range(range));
        }
    }
    claim
}

/// What was the subject as an object: `quoted him as saying` of `he was quoted as saying`.
fn accusative(content: &str) -> String {
    let (first, rest) = content.split_once(' ').unwrap_or((content, ""));
    let object = objective(first.to_lowercase());
    let changed = object != first.to_lowercase();
    if changed { format!("{object} {rest}").trim_end().to_owned() } else { content.to_owned() }
}

/// Whether the content begins with a place or a time before its subject: `in Selm, Lee stopped at the port`.
fn leads_in(view: &View<'_>, claim: &Claim) -> bool {
    let (Some(content), Some(head)) = (claim.content.first(), claim.head) else { return false };
    let first = view.analysis.tokens_in(*content).start;
    let subject = view.analysis.subject(head).filter(|&subject| subject > first);
    view.deprel(first) == Deprel::Case
        && view.upos(first) == Upos::Adp
        && view.quotation(first).is_none()
        && claim
            .cue
            .is_none_or(|cue| !view.is(cue, "that") && !view.is(first.saturating_sub(1), "that"))
        && subject.is_some_and(|subject| {
            (first..subject).any(|at| view.is(at, ","))
                && !(first..subject)
                    .any(|at| view.is(at, "that") && view.deprel(at) == Deprel::Mark)
        })
}

/// Whether a name or a title begins the phrase of a noun.
pub(super) fn starts_name(view: &View<'_>, noun: usize) -> bool {
    let first = view.analysis.tokens_in(view.source(noun)).start;
    view.upos(first) == Upos::Propn || view.cast.actor_of_token(first).is_some()
}

/// Whether the cue says nothing without whom it was said to.
pub(super) fn needs_listener(view: &View<'_>, claim: &Claim) -> bool {
    claim.cue.is_some_and(|cue| NEEDS_LISTENER.contains(&view.lemma(cue)))
}

/// The preposition right before the content where more stands between it and the cue than the line tells: `about` of `spoke
/// with this newspaper last week about taxes`.
fn preposition(view: &View<'_>, claim: &Claim) -> Option<String> {
    let first = view.analysis.tokens_in(*claim.content.first()?).start;
    let case = first.checked_sub(1)?;
    let range = claim.cue_range?;
    let apart = range.end() < view.range(case).start() && between(view, claim).is_none();
    let own = claim.head == view.head(case) && view.deprel(case) == Deprel::Case;
    (apart && own && claim.cue < Some(case)).then(|| view.lower(case))
}

/// Whom it was told, or when, where that stands between cue and content and is short.
fn between(view: &View<'_>, claim: &Claim) -> Option<String> {
    let (cue, content) = (claim.cue_range?, claim.content.iter().min()?);
    if content.start() <= cue.end() {
        return None;
    }
    let gap = TextRange::new(cue.end(), content.start());
    let tokens = view.analysis.tokens_in(gap);
    // "was asked by Ana Lee whether": she is named before.
    let named = claim.holder.is_some_and(|holder| tokens.contains(&holder));
    let plain = !named
        && tokens.clone().all(|token| view.is_word(token) && view.quotation(token).is_none());
    (plain && (1..=6).contains(&tokens.len())).then(|| gap.slice(view.text()).trim().to_owned())
}

/// With a small letter at its start.
pub(super) fn small(words: &str) -> String {
    // "PLANS TO": written in capitals throughout.
    if words.chars().nth(1).is_some_and(char::is_uppercase) {
        return words.to_owned();
    }
    crate::text::small(words)
}

/// The content with a small letter at its start, unless it starts with a name or a quotation.
fn lower_first(view: &View<'_>, claim: &Claim, content: &str) -> String {
    let first = claim.content.first().map(|range| view.analysis.tokens_in(*range).start);
    // "said He was", "said The Harbour Board": unless a name stands there by now.
    let is_small = |token: usize| matches!(view.upos(token), Upos::Pron | Upos::Det);
    let keeps = first.is_none_or(|token| {
        let named = !content.starts_with(view.word(token));
        view.upos(token) == Upos::Propn
            || view.is(token, "I")
            || view.quotation(token).is_some()
            || (view.cast.actor_of_token(token).is_some() && !is_small(token))
            // "The Democratic front-runner", made a name.
            || named && is_small(token)
            // "Egyptian lawmakers"
            || lexicon().senses(view.word(token)).any(Senses::ANY_GROUP)
            // "Finance Minister Ana Lee": a title is written as a name is.
            || view.word(token + 1).starts_with(char::is_uppercase)
                && (view.upos(token) == Upos::Noun
                    || view.upos(token) == Upos::Adj && opens_office(view, token))
            || view.word(token).chars().skip(1).any(char::is_uppercase)
    });
    let mut chars = content.chars();
    match chars.next() {
        Some(first) if !keeps => first.to_lowercase().chain(chars).collect(),
        _ => content.to_owned(),
    }
}

/// Whether an office of two words begins with it: `Foreign Minister`.
fn opens_office(view: &View<'_>, token: usize) -> bool {
    let office = format!("{} {}", view.lower(token), view.lower(token + 1));
    lexicon().word_senses(&office).any(Senses::OFFICE)
}

/// Cut at the end of a sentence, or of a word, once it is long.
pub(super) fn shortened(content: &str) -> String {
    if content.split(' ').count() <= MAX_WORDS {
        return content.to_owned();
    }
    let mut kept = String::new();
    let mut sentence_end = None;
    for word in content.split(' ').take(MAX_WORDS) {
        if !kept.is_empty() {
            kept.push(' ');
        }
        kept.push_str(word);
        if word.trim_end_matches(['”', '"', '’']).ends_with(['.', '!', '?']) && word.len() > 3 {
            sentence_end = Some(kept.len());
        }
    }
    let mut cut = match sentence_end {
        Some(end) if end * 3 > kept.len() => kept.get(..end).unwrap_or_default().to_owned(),
        _ => format!("{} …", kept.trim_end_matches([',', ';', ':'])),
    };
    let opened = cut.matches('“').count() > cut.matches('”').count();
    if opened {
        cut.push('”');
    } else if cut.matches('"').count() % 2 == 1 {
        cut.push('"');
    }
    cut
}

/// A capital at the start, a mark at the end, one space between words.
pub(super) fn finish(line: &str) -> String {
    let line = one_line(line).replace(" ”", "”");
    // A sentence in brackets stands alone without them.
    let line = unwrapped(&line).unwrap_or(&line);
    let ends = [',', ';', ':', ' ', '–', '—'];
    let line = line.trim_end_matches(ends);
    // What was to be joined is cut.
    let joint = [" and", " or", " but"].iter().find_map(|word| line.strip_suffix(word));
    let line = joint.map_or(line, |line| line.trim_end_matches(ends));
    let mut text: String = line.to_owned();
    if let Some(first) = line.chars().next().filter(|first| first.is_lowercase()) {
        text = first.to_uppercase().chain(line.chars().skip(1)).collect();
    }
    let end = text.trim_end_matches(['”', '"', '’', '\'', ')']);
    if end.ends_with(['.', '!', '?', '…']) {
        return text;
    }
    // American articles close a quotation behind its comma.
    if let Some(open) = end.strip_suffix(',') {
        let marks = text.get(end.len()..).unwrap_or_default();
        return format!("{open}{marks}.");
    }
    text.push('.');
    text
}

#[cfg(test)]
mod tests {
    use crate::briefing::positions::testing::texts;

    #[test]
    fn a_clause_that_records_tell_stands_alone() {
        let text = "The man was held when, according to court records, agents searching his house found the files.";
        let found = texts(text);
        assert!(
            found
                .iter()
                .any(|line| line.starts_with("According to court records, agents searching")),
            "{found:?}"
        );
    }

    #[test]
    fn a_line_tells_who_did_what_and_what_he_did_not() {
        assert_eq!(
            texts("The study was supported by the Medicus Foundation."),
            ["The Medicus Foundation supported the study."]
        );
        assert_eq!(
            texts("The candidate managed to not mention the toll."),
            ["The candidate managed to not mention the toll."]
        );
        assert_eq!(
            texts("Nearly a third say the toll is too high."),
            ["Nearly a third say the toll is too high."]
        );
    }

    #[test]
    fn whom_a_noun_means_needs_no_name_behind_it() {
        assert_eq!(
            texts(
                "Governor Ana Lee came to Selm. Tom Hall said that the governor had sold her boat."
            ),
            ["Tom Hall said that the governor had sold her boat."]
        );
    }

    #[test]
    fn names_keep_their_capitals() {
        for (text, line) in [
            (
                "Tom Hall came to the harbour on Monday. Ana Lee said he was tired of the toll.",
                "Ana Lee said Tom Hall was tired of the toll.",
            ),
            (
                "Egyptian lawmakers will vote on the law on Monday, officials said.",
                "Officials said Egyptian lawmakers will vote on the law on Monday.",
            ),
        ] {
            assert_eq!(texts(text), [line]);
        }
    }

    #[test]
    fn people_say_what_is_quoted() {
        assert_eq!(
            texts("In some villages people say, “The river is cursed.”"),
            ["People say: “The river is cursed.”"]
        );
    }

    #[test]
    fn whoever_says_i_is_quoted() {
        assert_eq!(
            texts("I think that I was wrong about the toll."),
            ["The author says: “I think that I was wrong about the toll”."]
        );
    }

    #[test]
    fn what_a_relative_pronoun_stands_for_may_end_the_line() {
        let lines = texts("The exchange of prisoners, which both sides say they want, is near.");
        assert_eq!(lines, ["Both sides say they want the exchange of prisoners."]);
    }

    #[test]
    fn what_a_relative_pronoun_stands_for_is_named() {
        assert_eq!(
            texts(
                "Mayor Tom Ruiz opposes the tax on ships, which he called a gift to rival ports."
            ),
            [
                "Tom Ruiz opposes the tax on ships.",
                "Tom Ruiz called the tax on ships a gift to rival ports."
            ]
        );
    }

    #[test]
    fn a_line_keeps_the_preposition_of_its_content() {
        assert_eq!(
            texts(
                "Ana Lee spoke with the pupils of the old village school at noon on Monday about the dam."
            ),
            ["Ana Lee spoke about the dam."]
        );
    }

    #[test]
    fn a_cue_of_two_words_is_told_whole() {
        assert_eq!(
            texts(
                "“The dam will hold,” Ana Lee pointed out. Tom Ruiz fired back, “It fell last year.”"
            ),
            [
                "Ana Lee pointed out: “The dam will hold”.",
                "Tom Ruiz fired back: “It fell last year.”"
            ]
        );
    }

    #[test]
    fn who_tells_tells_somebody() {
        assert_eq!(
            texts("“The dam will hold,” Ana Lee told reporters on Monday."),
            ["Ana Lee told reporters: “The dam will hold”."]
        );
        assert_eq!(
            texts("“The dam will hold,” Ana Lee told them."),
            ["Ana Lee said: “The dam will hold”."]
        );
    }

    #[test]
    fn where_something_is_expected_is_not_told() {
        assert_eq!(
            texts("She flies to Selm, where Tom Hall is expected to win the vote."),
            ["Tom Hall is expected to win the vote."]
        );
        assert_eq!(
            texts(
                "The envoy was summoned to the palace, where he was told that the visit was over."
            ),
            [""; 0]
        );
    }

    #[test]
    fn a_name_put_in_the_place_of_a_description_keeps_its_capital() {
        assert_eq!(
            texts("Ana Lee is the mayor of Selm. The mayor will cut the toll by 2025, according to an official.").last().map(String::as_str),
            Some("According to an official, Ana Lee will cut the toll by 2025.")
        );
    }
}
