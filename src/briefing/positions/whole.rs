//! Contents made whole: a clause with the subject that the tree cut off, a quotation without the title of whoever says it.

use super::claim::{Claim, Manner};
use super::lexicon::{self, Class, Strength};
use super::occasion::is_day;
use super::view::View;
use super::{gap, wording};
use crate::briefing::Act;
use crate::language::times::is_time;
use crate::language::{Deprel, Upos};
use crate::text::TextRange;

/// A subject that the tree lost is no longer than this, in words.
const LONGEST: usize = 20;

/// In words.
const LONGEST_LIMIT: usize = 14;

/// A clause that is a quotation and the title of whoever says it, `“It will hold,” the old town’s engineer, Ana Lee, said`,
/// without the title.
pub(super) fn without_title(view: &View<'_>, mut claim: Claim) -> Claim {
    let [range] = claim.content[..] else { return claim };
    let tokens = view.analysis.tokens_in(range);
    let Some(quotation) = view.quotation(tokens.start).map(|idx| &view.analysis.quotations[idx])
    else {
        return claim;
    };
    let words = quotation.range.slice(view.text()).trim_end_matches(['”', '"']);
    let behind = view.analysis.tokens_in(quotation.range).end;
    let titled = quotation.range.start() == range.start()
        && behind < tokens.end
        && words.ends_with(',')
        && (behind..tokens.end).all(|token| !matches!(view.upos(token), Upos::Verb | Upos::Aux));
    if titled && claim.manner == Manner::Clause {
        claim.content = vec![quotation.range];
        claim.manner = Manner::Quotation;
    }
    claim
}

/// Whether what a verb of saying leads in is but a noun with what is told of it, `the loan, agreed in May`: the rest of the clause
/// was not found.
pub(super) fn is_verbless(view: &View<'_>, claim: &Claim) -> bool {
    let (Manner::Clause, Some(cue), Some(head)) = (claim.manner, claim.cue, claim.head) else {
        return false;
    };
    let carried = |child: usize| {
        // "that the clerk misspoke": a clause, whatever the parser makes of it.
        matches!(
            view.deprel(child),
            Deprel::Aux | Deprel::AuxPass | Deprel::Cop | Deprel::Expl | Deprel::Mark
        )
    };
    let told = |token: usize| view.has_tense(token) || view.deprel(token).is_subject();
    view.is_saying(cue)
        && view.deprel(head) == Deprel::Ccomp
        && matches!(view.upos(head), Upos::Noun | Upos::Propn)
        && !view.is_question(head)
        && !view.children(head).any(carried)
        && claim.content.iter().flat_map(|range| view.analysis.tokens_in(*range)).all(|token| {
            view.quotation(token).is_none() && (!told(token) || is_told_of(view, token, head))
        })
}

/// Whether a verb stands in a clause that tells of a noun below `head`, or when: `the loan, which was agreed in May`. Of `the clerk
/// misspoke`, which the parser may take for `the clerk who misspoke`, it is the clause itself.
fn is_told_of(view: &View<'_>, verb: usize, head: usize) -> bool {
    let carried = |clause: usize| {
        view.has_tense(clause)
            || view.children(clause).any(|child| {
                matches!(view.deprel(child), Deprel::Aux | Deprel::AuxPass | Deprel::Cop)
            })
    };
    std::iter::once(verb).chain(view.analysis.ancestors(verb)).take_while(|&at| at != head).any(
        |at| match view.deprel(at) {
            Deprel::AclRelcl => view.analysis.subject(at).is_some(),
            Deprel::Acl => !carried(at),
            Deprel::Advcl => true,
            _ => false,
        },
    )
}

/// A claim behind what it reports, without what others report before a semicolon: of `Forecasters expect rain; the dam may
/// fail, Lee said` the dam.
pub(super) fn without_others(view: &View<'_>, mut claim: Claim) -> Claim {
    let (Some(cue), [content]) = (claim.cue, &mut claim.content[..]) else { return claim };
    let tokens = view.analysis.tokens_in(*content);
    let before = tokens.end <= cue && claim.manner != Manner::Quotation;
    let mark = view.semicolons(tokens.clone()).next_back().filter(|_| before);
    let reports = |verb: usize| {
        view.upos(verb) == Upos::Verb
            && view.has_tense(verb)
            && !lexicon::entries(view.lemma(verb), Class::Verb).is_empty()
            && view.analysis.subject(verb).is_some_and(|it| view.suits(it, Strength::Person))
    };
    if let Some(mark) = mark.filter(|&mark| (tokens.start..mark).any(reports))
        && let Some(rest) = view.trimmed(mark + 1..tokens.end)
    {
        *content = rest;
    }
    claim
}

/// What is reported without the remark that somebody denies it: `that Hall had met her twice, which he denies`.
pub(super) fn without_denial(view: &View<'_>, mut claim: Claim) -> Claim {
    let Some(content) = claim.content.last_mut() else { return claim };
    let tokens = view.analysis.tokens_in(*content);
    let denies = |which: &usize| {
        view.is(*which, "which")
            && which.checked_sub(1).is_some_and(|comma| view.is(comma, ","))
            && view.quotation(*which).is_none()
            && view.head(*which).is_some_and(|verb| {
                matches!(view.lemma(verb), "contest" | "deny" | "dispute" | "reject")
                    && tokens.contains(&verb)
                    && view.analysis.subject(verb).is_some_and(|subject| subject > *which)
            })
    };
    if let Some(which) = tokens.clone().find(denies)
        && which > tokens.start + 2
        && let Some(rest) = view.trimmed(tokens.start..which - 1)
    {
        *content = rest;
    }
    claim
}

/// A claim whose content begins right behind the `if` that opens the sentence, with that word: without it a condition is a
/// fact.
pub(super) fn with_condition(view: &View<'_>, mut claim: Claim) -> Claim {
    let Some(first) = claim.content.first_mut() else { return claim };
    let tokens = view.analysis.tokens_in(*first);
    let before = tokens.start.checked_sub(1).filter(|&before| {
        view.is_one_of(before, &["if", "unless", "although", "though", "because", "while", "once"])
            && view.head(before).is_some_and(|clause| tokens.contains(&clause))
    });
    let opens = before.filter(|&before| {
        (view.sentence(before).start..before).all(|token| view.upos(token) == Upos::Cconj)
    });
    if let Some(opens) = opens {
        *first = view.range(opens).cover(*first);
    }
    if let Some(condition) = condition_behind(view, &claim).or_else(|| limit_behind(view, &claim))
        && let Some(last) = claim.content.last_mut()
    {
        *last = last.cover(condition);
    }
    claim
}

/// The condition right behind what somebody says will be, which an end of the content cut off: `made clear it would leave unless
/// the toll falls`.
fn condition_behind(view: &View<'_>, claim: &Claim) -> Option<TextRange> {
    let cue = claim.cue.filter(|_| claim.manner != Manner::Quotation)?;
    let last = claim.content.last()?;
    let tokens = view.analysis.tokens_in(*last);
    let (mark, sentence) = (tokens.end, view.sentence(cue));
    let modal = |token: usize| view.xpos(token) == "MD";
    let open = sentence.contains(&mark)
        && view.is_one_of(mark, &["unless", "if"])
        && view.quotation(mark).is_none()
        && view.deprel(mark) == Deprel::Mark
        && tokens.clone().any(modal)
        && !view.children(cue).any(modal);
    let clause = view.head(mark).filter(|&clause| open && clause > mark)?;
    let above =
        view.head(clause).filter(|&above| view.deprel(clause) == Deprel::Advcl && above < mark);
    above.map(|_| view.analysis.cover(mark..view.analysis.subtree(clause).end))
}

/// Until when or but for what something is not to be, right behind it: `ruled out raising taxes before 2025` rules out less
/// than `ruled out raising taxes`.
fn limit_behind(view: &View<'_>, claim: &Claim) -> Option<TextRange> {
    let cue = claim.cue.filter(|_| claim.manner == Manner::Predicate)?;
    let content = view.analysis.tokens_in(*claim.content.last()?);
    let first = content.end;
    // "warned against moving before it is clear".
    let gerund = view.xpos(content.start) == "VBG";
    let against = content.start > 0 && view.is(content.start - 1, "against");
    let limits = (matches!(claim.act, Act::Denies | Act::Opposes) || against && gerund)
        && view.sentence(cue).contains(&first)
        && view.is_one_of(first, &["before", "till", "unless", "until", "without"])
        && view.quotation(first).is_none();
    let noun = view.head(first).filter(|&noun| limits && first < noun)?;
    // "blamed the mayor before the vote": when it was done.
    let when = view.upos(noun) == Upos::Num || is_time(view.lemma(noun)) || is_day(view, noun);
    let clause = gerund && view.deprel(noun) == Deprel::Advcl && view.is_finite(noun);
    if view.is(first, "before") && !when && !clause {
        return None;
    }
    let hung = view.head(noun) == Some(cue)
        && matches!(view.deprel(noun), Deprel::Obl | Deprel::OblUnmarked | Deprel::Advcl);
    let whole = view.analysis.subtree(noun).end;
    // "until it leaves the towns it has seized, including the port": up to the comma.
    let comma = (noun..whole).find(|&token| view.is(token, ","));
    let end = comma.filter(|_| whole - first > LONGEST_LIMIT).unwrap_or(whole);
    (hung && end - first <= LONGEST_LIMIT).then(|| view.analysis.cover(first..end))
}

/// A claim whose clause has its subject: of `said whether he pays depends on her`, more than `depends on her`. `None` for
/// the half of what is said, `not only the poor`; a clause whose subject is not found stays as it is.
pub(super) fn of(view: &View<'_>, mut claim: Claim) -> Option<Claim> {
    let tokens = view.analysis.tokens_in(*claim.content.first()?);
    let first = tokens.start;
    if view.is(first, "not") && view.is(first + 1, "only") && view.quotation(first).is_none() {
        return tokens.clone().any(|token| view.is(token, "but")).then_some(claim);
    }
    if is_scene(view, &claim, &tokens) {
        return None;
    }
    let told = matches!(claim.manner, Manner::Clause | Manner::Predicate | Manner::Noun);
    if let Some((nth, remark)) = own_remark(view, &claim).filter(|_| told) {
        claim.content.splice(nth..=nth, around(view, claim.content[nth], &claim, remark)?);
    }
    // "he said he would": what, the sentence before tells.
    let last = tokens.clone().rev().find(|&token| view.is_word(token))?;
    if tokens.len() <= 4 && claim.content.len() == 1 && view.xpos(last) == "MD" {
        return None;
    }
    // "said that he believes he, “may bring change”": the half before the marks says nothing.
    let cut =
        view.is_one_of(last, &["he", "she", "they", "we", "I"]) && view.quotation(last).is_none();
    if cut && claim.manner == Manner::Clause && claim.content.len() == 1 {
        return None;
    }
    if let Some(before) = before_quotation(view, &claim) {
        claim.content.insert(0, before);
        claim.manner = Manner::Clause;
    } else if lacks_subject(view, &claim) {
        if let Some(before) = before_remark(view, &claim) {
            claim.content.insert(0, before);
        } else if let Some(whole) = behind_cue(view, &claim, tokens) {
            claim.content[0] = whole;
        }
    }
    Some(claim)
}

/// Whether what stands before the cue only tells when or why it was said: `Asked about the toll, she said no`.
fn is_scene(view: &View<'_>, claim: &Claim, tokens: &std::ops::Range<usize>) -> bool {
    let first = tokens.start;
    let opens = claim.manner == Manner::Clause
        && claim.content.len() == 1
        && claim.cue.is_some_and(|cue| tokens.end <= cue)
        && view.quotation(first).is_none()
        && (view.xpos(first) == "VBN"
            || (view.xpos(first) == "VBD" && view.child(first, Deprel::Nsubj).is_none()))
        && !view.is_one_of(first, &["given", "based", "provided"]);
    let below = view.analysis.subtree(first);
    opens && !tokens.clone().any(|token| view.has_tense(token) && !below.contains(&token))
}

/// The part of the content in which its own cue stands, and the words from the holder to the cue: `, she said,` within
/// what she said.
fn own_remark(view: &View<'_>, claim: &Claim) -> Option<(usize, TextRange)> {
    let cue = view.range(claim.cue?);
    let nth = claim.content.iter().position(|range| range.contains_range(cue))?;
    let holder = claim.holder.map(|holder| view.source(holder));
    Some((nth, holder.map_or(cue, |holder| holder.cover(cue))))
}

/// A stretch without the remark in it, where commas or marks part the two, or the clause behind the remark; `None` where
/// the words are one clause, as of `what the clerks said was a mistake`.
fn around(
    view: &View<'_>,
    range: TextRange,
    claim: &Claim,
    remark: TextRange,
) -> Option<Vec<TextRange>> {
    let (inner, whole) = (view.analysis.tokens_in(remark), view.analysis.tokens_in(range));
    let mark = |token: usize| !view.is_word(token);
    // "Ana Lee, who runs the dam, said on Monday that it would hold", taken for what she said.
    let that = (inner.end..whole.end)
        .take(14)
        .find(|&token| view.is(token, "that") && view.deprel(token) == Deprel::Mark);
    if let Some(that) = that {
        return view.trimmed(that..whole.end).map(|clause| vec![clause]);
    }
    let parted = inner.len() < 8
        && inner.start > whole.start
        && inner.end < whole.end
        && mark(inner.start - 1)
        && (inner.end..whole.end).any(mark)
        && claim.holder.is_some_and(|holder| inner.contains(&holder));
    let behind =
        (inner.end..whole.end).find(|&token| mark(token) && view.quotation(token).is_none())?;
    let halves = [view.trimmed(whole.start..inner.start), view.trimmed(behind..whole.end)];
    parted.then(|| halves.into_iter().flatten().collect())
}

/// Whether the content is a clause that begins with its verb and asks nothing.
pub(super) fn lacks_subject(view: &View<'_>, claim: &Claim) -> bool {
    let Some(range) = claim.content.first() else { return false };
    // "the two towns, she said, now have a plan"
    let mut words = view.analysis.tokens_in(*range);
    let Some(first) = words.find(|&token| view.upos(token) != Upos::Adv) else { return false };
    let verb = match view.upos(first) {
        Upos::Aux => view.head(first).unwrap_or(first),
        Upos::Verb => first,
        _ => return false,
    };
    matches!(claim.manner, Manner::Clause | Manner::Preposition)
        && view.has_tense(first)
        && view.quotation(first).is_none()
        // At the start of a sentence a plural is often taken for a verb.
        && first > view.sentence(first).start
        && view.analysis.subject(verb).is_none_or(|subject| subject < first)
        && !gap::is_named(view, claim)
}

/// The subject before a quotation that begins with its verb: `the dam` of `The dam, she said, “is unsafe.”`, `The dam “is
/// unsafe,” she said`.
fn before_quotation(view: &View<'_>, claim: &Claim) -> Option<TextRange> {
    let (cue, holder) = (claim.cue?, claim.holder?);
    let [range] = claim.content[..] else { return None };
    let first = view.analysis.tokens_in(range).find(|&token| view.is_word(token))?;
    let verb = match view.upos(first) {
        Upos::Aux => view.head(first).unwrap_or(first),
        Upos::Verb => first,
        _ => return None,
    };
    let bare = claim.manner == Manner::Quotation
        && view.has_tense(first)
        && view.word(first).starts_with(char::is_lowercase)
        && view.analysis.subject(verb).is_none_or(|subject| subject < first);
    let start = view.sentence(cue).start;
    let remark = view.analysis.tokens_in(view.source(holder)).start.min(cue);
    let end = (start..first.min(remark)).rev().find(|&token| view.is_word(token))? + 1;
    let subject = start..end;
    let plain = subject.clone().all(|token| {
        view.quotation(token).is_none()
            && !matches!(view.xpos(token), "VBD" | "VBZ" | "VBP" | "MD" | "CC" | "WRB")
    }) && !matches!(view.xpos(start), "IN" | "VBN" | "VBG")
        && subject
            .clone()
            .any(|token| matches!(view.upos(token), Upos::Noun | Upos::Propn | Upos::Pron));
    (bare && plain && subject.len() <= LONGEST).then(|| view.trimmed(subject)).flatten()
}

/// The subject before a remark that parts it from its verb: `the old dams` of `the old dams, she said, were unsafe`.
fn before_remark(view: &View<'_>, claim: &Claim) -> Option<TextRange> {
    let (cue, holder) = (claim.cue?, claim.holder?);
    let first = view.analysis.tokens_in(*claim.content.first()?).start;
    let sentence = view.sentence(cue);
    let remark = view.analysis.tokens_in(view.source(holder)).start.min(cue);
    let comma = remark.checked_sub(1).filter(|&comma| comma > sentence.start)?;
    let subject = sentence.start..comma;
    let plain = subject.clone().all(|token| {
        view.is_word(token)
            && view.quotation(token).is_none()
            && !matches!(view.xpos(token), "VBD" | "VBZ" | "VBP" | "MD" | "CC" | "IN")
    });
    // "Still, aides believe her work, done in the hills, will help": an adverb is no subject.
    let nominal = |token: usize| matches!(view.upos(token), Upos::Noun | Upos::Propn | Upos::Pron);
    let plain = plain && subject.clone().any(nominal);
    let parted = cue < first && view.is(comma, ",") && view.is(first - 1, ",");
    if plain && parted && subject.len() <= LONGEST { view.trimmed(subject) } else { None }
}

/// The content, `tokens`, with the words before it up to the cue or the start of the sentence, where they can be its subject.
fn behind_cue(view: &View<'_>, claim: &Claim, tokens: std::ops::Range<usize>) -> Option<TextRange> {
    let first = tokens.start;
    let sentence = view.sentence(first);
    let start = match view.analysis.tokens_in(claim.cue_range?).end {
        end if end <= first => end + usize::from(view.is(end, "that")),
        _ => sentence.start,
    };
    let lost = start..first;
    // "her work, done in the hills, will help": both commas.
    let closed =
        view.is(first - 1, ",") && lost.clone().filter(|&token| view.is(token, ",")).count() == 2;
    let can_be = (1..=LONGEST).contains(&lost.len())
        && sentence.contains(&start)
        && claim.manner == Manner::Clause
        && claim.holder.is_none_or(|holder| !lost.contains(&holder))
        && !wording::needs_listener(view, claim)
        && lost.clone().all(|token| view.quotation(token).is_none())
        && (closed || !view.is_one_of(first - 1, &[",", ";", ":"]))
        && !view.is_one_of(start, &[",", ";", ":"]);
    view.trimmed(start..tokens.end).filter(|_| can_be)
}

#[cfg(test)]
mod tests {
    #[test]
    fn before_what_something_is_warned_of_is_said() {
        use crate::briefing::positions::testing::texts;
        assert_eq!(
            texts(
                "Ana Lee has warned against moving before it is clear whether the price rises will last."
            ),
            [
                "Ana Lee has warned against moving before it is clear whether the price rises will last."
            ]
        );
    }

    #[test]
    fn until_when_something_is_ruled_out_is_said() {
        use crate::briefing::positions::testing::texts;
        assert_eq!(
            texts(
                "Tom Hall has ruled out talking with the guild until it leaves the towns it has seized, including the port of \
                 Lund and the old mills of the northern hills."
            ),
            [
                "Tom Hall has ruled out talking with the guild until it leaves the towns it has seized."
            ]
        );
    }

    #[test]
    fn a_noun_alone_is_nothing_said() {
        use crate::briefing::positions::testing::texts;
        assert!(texts("Oil traders said no trouble finding crude at the old prices.").is_empty());
        assert_eq!(
            texts("Oil traders said the ship that was lost was on board."),
            ["Oil traders said the ship that was lost was on board."]
        );
    }

    #[test]
    fn a_quotation_that_begins_with_its_verb_has_its_subject() {
        use crate::briefing::positions::testing::texts;
        assert_eq!(
            texts("The virus, the company warned, “can delete files at will.”"),
            ["The company warned the virus “can delete files at will.”"]
        );
        assert_eq!(
            texts(
                "A cut in farm subsidies, an aim of most, “is idle if barriers go on,” Samuels said."
            ),
            ["Samuels said a cut in farm subsidies, an aim of most, “is idle if barriers go on”."]
        );
    }

    #[test]
    fn a_condition_keeps_its_if() {
        assert_eq!(
            crate::briefing::positions::testing::texts(
                "If Denmark -- for whatever reason -- leaves the pact, Norway will follow, Lund said."
            ),
            ["Lund said if Denmark -- for whatever reason -- leaves the pact, Norway will follow."]
        );
    }

    use crate::briefing::positions::testing::texts;

    #[test]
    fn a_title_behind_a_quotation_is_none_of_its_words() {
        assert_eq!(
            texts("“The dam will hold,” the old town’s chief engineer, Ana Lee, said on Monday."),
            ["Ana Lee said: “The dam will hold”."]
        );
    }

    #[test]
    fn when_and_why_it_was_said_is_not_what_was_said() {
        assert_eq!(texts("Asked about the toll, Ana Lee said no."), [""; 0]);
        assert_eq!(
            texts("Alarmed by the toll, Ana Lee said so."),
            ["Ana Lee was alarmed by the toll."]
        );
    }

    #[test]
    fn a_remark_is_none_of_what_is_said() {
        let lines = texts(
            "“If it had not been for the dam” in the hills, Ana Lee said on Monday, “we would be swimming.”",
        );
        assert!(lines.iter().all(|line| line.matches("Lee").count() == 1), "{lines:?}");
    }

    #[test]
    fn a_clause_keeps_its_subject() {
        let lines = texts(
            "Ana Lee, who knows the town, said whether the mayor will agree to close the old harbour depends largely on \
             whether he finds the money.",
        );
        assert!(
            lines[0].starts_with(
                "Ana Lee said whether the mayor will agree to close the old harbour depends"
            ),
            "{lines:?}"
        );
    }

    #[test]
    fn what_is_ruled_out_until_a_time_is_not_ruled_out_for_ever() {
        assert_eq!(
            texts("The finance minister ruled out raising taxes before 2025, but left it at that."),
            ["The finance minister ruled out raising taxes before 2025."]
        );
    }

    #[test]
    fn what_others_expect_before_a_semicolon_is_not_what_one_says() {
        assert_eq!(
            texts(
                "Forecasters expect more rain by Wednesday; if the dam fails, 8,000 people must be moved, Tom Reuter said."
            ),
            [
                "Forecasters expect more rain.",
                "Tom Reuter said if the dam fails, 8,000 people must be moved."
            ]
        );
    }

    #[test]
    fn what_another_denies_is_not_what_was_reported() {
        assert_eq!(
            texts("The newspaper reported that Hall had met the oligarch twice, which he denies.")
                .first()
                .map(String::as_str),
            Some("The newspaper reported that Hall had met the oligarch twice.")
        );
    }
}
