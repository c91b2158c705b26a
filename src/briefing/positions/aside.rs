//! Clauses that do not hang on their cue as they should: those that it stands in or beside as an aside, and those that the
//! parser hung elsewhere.

use std::ops::Range;

use super::arguments::Arguments;
use super::complement::Content;
use super::holder::Sort;
use super::lexicon::{self, Class, Complement, Entry, Frame};
use super::occasion::is_day;
use super::view::View;
use crate::briefing::{Act, certainty};
use crate::language::{Deprel, Upos};
use crate::text::TextRange;

/// The rank of a clause that was found without the tree: any other beats it.
const LOST: u8 = 2;

/// Where a clause starts whose subject, or the beginning of it, the parser took for an object of the cue or left on its
/// own: `said the new toll “helps nobody”`. What follows `said` right away and could begin a clause begins it.
pub(super) fn lost_subject(
    view: &View<'_>,
    verb: usize,
    arguments: &Arguments,
    clause: usize,
    frame: &Frame,
) -> Option<usize> {
    let start = view.analysis.subtree(clause).start;
    if frame.complement != Complement::Clause || clause < verb || start <= verb + 1 {
        return None;
    }
    let object = arguments.object.filter(|&object| verb < object && object < clause);
    let bare = view.analysis.subject(clause).is_none()
        && (view.child(clause, Deprel::Cop).is_some()
            || (view.child(clause, Deprel::Mark).is_none()
                && view.upos(clause) == Upos::Verb
                && (view.is_finite(clause) || !matches!(view.xpos(clause), "VBG" | "VBN"))));
    let close = |object: &usize| view.analysis.subtree(*object).end >= start.saturating_sub(2);
    // "said the plan to pay by printing money would hurt", with the money as what would.
    let swallowed = view.children(clause).any(|child| {
        child == start
            && view.deprel(child) == Deprel::Mark
            && view.is_one_of(child, &["by", "for", "from", "in", "of", "with"])
    });
    // "said the cuts and the new tax would hurt", with the cuts as an object of their own.
    let joined = view.is(start, "and") && view.head(start) == Some(clause);
    if let Some(object) = object.filter(|_| bare || joined || swallowed).filter(close) {
        return Some(view.analysis.subtree(object).start);
    }
    let first = verb + 1;
    let begins = (matches!(
        view.upos(first),
        Upos::Det | Upos::Pron | Upos::Noun | Upos::Propn | Upos::Adj | Upos::Num
    )) && !is_day(view, first)
        && !matches!(view.deprel(first), Deprel::OblUnmarked | Deprel::Xcomp);
    // "told", "assured": whoever was told stands there.
    let told = lexicon::entries_of(view.lemma(verb), view.word(verb), Class::Verb)
        .iter()
        .flat_map(|entry| &entry.frames)
        .any(|frame| {
            matches!(frame.complement, Complement::AddresseeClause | Complement::AddresseeQuestion)
        });
    let one = (first..start).all(|token| {
        view.is_word(token)
            && view.analysis.ancestors(token).any(|above| above == verb)
            && arguments.subject != Some(token)
    });
    // "said the mayor’s letter to the court was only a test": without what stands before it, the verb has no subject.
    let severed = bare
        && view.has_tense(start)
        && (first..start).all(|token| {
            arguments.subject != Some(token) && !view.is_one_of(token, &[",", ";", ":"])
        });
    let marked = view
        .children(clause)
        .any(|child| view.deprel(child) == Deprel::Mark && (child <= start || !severed));
    (begins && !told && (one || severed) && !marked).then_some(first)
}

/// The clause that a cue in parentheses stands in: `the plan, he said, would fail`.
pub(super) fn host(
    view: &View<'_>,
    verb: usize,
    arguments: &Arguments,
) -> Option<(Vec<TextRange>, usize)> {
    let above = view.head(verb)?;
    let as_clause = view.deprel(verb) == Deprel::Advcl
        && view
            .children(verb)
            .any(|child| view.deprel(child) == Deprel::Mark && view.is(child, "as"));
    if view.deprel(verb) != Deprel::Parataxis && !as_clause {
        return None;
    }
    // "They accused the firm, as its head apologized and pledged to help": what happened meanwhile.
    let joined = view.child(verb, Deprel::Conj).is_some();
    // So is "as we care for children".
    if as_clause && (joined || matches!(view.lemma(verb), "apologize" | "care")) {
        return None;
    }
    // "It came as lawmakers gather": when, unless a comma sets it off.
    let first = view.analysis.subtree(verb).start;
    if as_clause && view.lemma(verb) == "gather" && first > 0 && view.is_word(first - 1) {
        return None;
    }
    if arguments.question.is_some()
        || arguments.infinitive.is_some()
        // "the page is open — adding words about the town": the words are added.
        // "the camp thinks it too big"
        || (view.lemma(verb) == "think" && arguments.object.is_some())
        || ((as_clause || view.xpos(verb) == "VBG") && arguments.object.is_some())
    {
        return None;
    }
    // "The bank holds its rates, signals fewer cuts": what it signals are cuts. "The plan, he told reporters, would fail".
    let told = matches!(view.lemma(verb), "assure" | "inform" | "remind" | "tell" | "warn");
    if view.deprel(verb) == Deprel::Parataxis
        && !told
        && arguments.object.is_some_and(|object| object > verb && view.upos(object) == Upos::Noun)
    {
        return None;
    }
    let subject = arguments.subject?;
    // "Prices rose; Citi sees more of it"
    let first = view.analysis.subtree(subject).start.min(verb);
    if first > 0 && view.is(first - 1, ";") {
        return None;
    }
    // "Reached at home, Ana Lee, the chair, told them": what stands before her name alone can be said.
    if view.across_aside(verb).is_some() {
        return None;
    }
    let phrase = view.analysis.subtree(verb);
    // "Ana Lee said that it would fail, as others have warned": what she said is what they warned of; of what is not so,
    // nobody knows what they said.
    let inner = as_clause
        && view.deprel(above) == Deprel::Ccomp
        && view.head(above).is_some_and(|cue| view.is_saying(cue));
    if inner && certainty::negation(view.document, view.analysis, above).is_some() {
        return None;
    }
    let ranges = match view.around(&phrase) {
        Some(tokens) if !inner => view.stretch(tokens, &[]),
        _ => view.host_content(above, phrase),
    };
    (!ranges.is_empty()).then_some((ranges, above))
}

/// The two halves of a sentence that a remark in commas parts: `the plan, he said, would fail`.
pub(super) fn parted(
    view: &View<'_>,
    verb: usize,
    arguments: &Arguments,
    entry: &Entry,
) -> Option<Content> {
    let subject = arguments.subject.filter(|_| !arguments.passive)?;
    if entry.quote().is_none() || !view.is_finite(verb) || !may_be_aside(view, verb, entry) {
        return None;
    }
    let [before, behind] = view.parted(verb, subject)?;
    // "Pressed on the tax, she demurred, saying only that it was late"
    let asked = |half: &std::ops::Range<usize>| {
        view.analysis.head_of(half.clone()).is_some_and(|head| {
            view.deprel(head) == Deprel::Advcl
                && matches!(view.xpos(head), "VBN" | "VBG")
                && view.analysis.subject(head).is_none()
        })
    };
    if asked(&before) && asked(&behind) {
        return None;
    }
    let head = view.analysis.head_of(behind.clone()).or(view.analysis.head_of(before.clone()))?;
    let ranges: Vec<TextRange> =
        [before, behind].into_iter().flat_map(|half| view.stretch(half, &[])).collect();
    (!ranges.is_empty()).then_some((9, ranges, head))
}

/// Whether a verb can stand beside the clause that it reports: `he said`, `analysts believe`, and not `so they must
/// leave`.
pub(super) fn may_be_aside(view: &View<'_>, verb: usize, entry: &Entry) -> bool {
    let governed = view.children(verb).any(|child| {
        (view.deprel(child) == Deprel::Aux && view.xpos(child) == "MD")
            || (view.deprel(child) == Deprel::Advmod && view.is(child, "so"))
    });
    // "Ana Lee, whom he had advised, made the choice"
    let relative = view.deprel(verb) == Deprel::AclRelcl
        && view.children(verb).any(|child| matches!(view.xpos(child), "WP" | "WDT"));
    let thinks = || entry.frames.iter().any(|frame| frame.act == Act::Believes);
    !governed && !relative && (entry.quote().is_some() || thinks())
}

/// The clause of a verb of saying that the parser hung elsewhere.
pub(super) fn lost(
    view: &View<'_>,
    verb: usize,
    arguments: &Arguments,
    entry: &Entry,
) -> Option<Content> {
    let other = arguments.infinitive.is_some() || arguments.gerund.is_some() || arguments.passive;
    if other
        || entry.quote().is_none()
        || !entry.rest.is_empty()
        || matches!(view.deprel(verb), Deprel::Acl | Deprel::AclRelcl)
    {
        return None;
    }
    // Words in quotation marks right before the verb and its subject are what it reports.
    let first =
        arguments.subject.map_or(verb, |subject| view.analysis.subtree(subject).start.min(verb));
    if first > view.sentence(verb).start && view.quotation(first - 1).is_some() {
        return None;
    }
    let mut tokens = view.lost_clause(verb, arguments.subject)?;
    if tokens.start > verb && view.is(tokens.start - 1, ";") {
        return None;
    }
    let head = view.analysis.head_of(tokens.clone())?;
    // "Asked if she would pay, the mayor demurred"
    if tokens.end <= verb && view.deprel(head) == Deprel::Advcl && view.xpos(head) == "VBN" {
        return None;
    }
    // "everyone may shape the page, adding what they know": what is added stands behind it.
    // "Ana Lee won, adding to her row of wins": nothing is said.
    let adds = arguments.object.is_some_and(|object| object > verb) || view.is(verb + 1, "to");
    if view.xpos(verb) == "VBG" && adds && tokens.end <= verb {
        return None;
    }
    // "Answering critics, Ana Lee said the toll was late": the sentence is not what is answered.
    let opens = view.xpos(verb) == "VBG" && view.deprel(verb) == Deprel::Advcl;
    let main = view.head(verb).filter(|_| opens);
    if main.is_some_and(|main| verb < main && tokens.start > verb && tokens.contains(&main)) {
        return None;
    }
    // "added a goal as Selm beat Tarn", "added a goal, and Selm won": the goal is all that was added.
    let whole = |object: usize| {
        let end = view.analysis.subtree(object).end;
        let comma = usize::from(view.is(end, ","));
        // "added a goal and left"
        let goes_on = view.upos(end) == Upos::Cconj
            && view.head(end).is_some_and(|next| {
                view.deprel(next) == Deprel::Conj
                    && view.head(next) == Some(verb)
                    && view.children(next).all(|child| !view.deprel(child).is_subject())
            });
        object > verb
            && (goes_on
                || view.upos(end) == Upos::Sconj
                || comma == 1 && view.upos(end + 1) == Upos::Cconj)
    };
    // A cue that takes no thing: with one, the verb means something else.
    let clausal = entry
        .frames
        .iter()
        .all(|frame| matches!(frame.complement, Complement::Clause | Complement::Quote));
    if clausal && tokens.start > verb && arguments.object.is_some_and(whole) {
        return None;
    }
    if tokens.start > verb {
        // "When aides said the price was high, he left": only up to the clause that it hangs on.
        let sentence = view.sentence(verb);
        let opens = (sentence.start..verb).all(|token| {
            view.upos(token) != Upos::Verb && !view.is_one_of(token, &[",", ":", ";"])
        }) && matches!(view.upos(sentence.start), Upos::Sconj | Upos::Adp | Upos::Adv);
        let marked = view.children(verb).any(|child| view.deprel(child) == Deprel::Mark);
        let root = view.analysis.root(view.analysis.sentence_of(verb)).filter(|_| opens);
        let main = root
            .or_else(|| view.head(verb).filter(|_| marked))
            .filter(|&main| main > verb && view.deprel(verb) == Deprel::Advcl)
            .and_then(|main| view.analysis.subject(main))
            .filter(|&subject| subject > tokens.start)
            .map(|subject| view.analysis.subtree(subject).start)
            .filter(|&start| view.is_one_of(start.saturating_sub(1), &[",", "”", "\""]));
        if let Some(start) = main.filter(|&start| start > tokens.start + 1) {
            tokens.end = tokens.end.min(start);
        }
        tokens.end = view.cut(verb, tokens.start, tokens.end, true);
        tokens.end = view.quotation_end(tokens.start, tokens.end);
    }
    let ranges = view.stretch(tokens, &[]);
    (!ranges.is_empty()).then_some((LOST, ranges, head))
}

/// Of a clause that was found beside a cue at the end of its sentence, the noun beside the cue.
pub(super) fn trailing_holder(view: &View<'_>, verb: usize, rank: u8) -> Option<usize> {
    if rank != LOST {
        return None;
    }
    let sentence = view.sentence(verb);
    view.before_trailing(verb, &sentence)?;
    view.beside(verb, &sentence)
}

/// Where the clause runs around its cue, the cue is cut out: `the plan, said Ms. Lee, would fail`.
pub(super) fn without(
    view: &View<'_>,
    clause: usize,
    verb: usize,
    ranges: Vec<TextRange>,
) -> Vec<TextRange> {
    let place = view.range(verb);
    if !ranges.iter().any(|range| range.contains_range(place)) {
        return ranges;
    }
    let own = view.analysis.descendants(clause);
    let mut cut: Range<usize> = verb..verb + 1;
    while own.binary_search(&cut.end).is_err() && cut.end < view.analysis.subtree(clause).end {
        cut.end += 1;
    }
    view.content(clause, &[cut])
}

/// Whoever stands last before the cue where the tree gives it a `this` or `that` for its subject: `That is because Ana Lee
/// wants`, `All this led the miner Tom Ruiz to fear`.
pub(super) fn behind_demonstrative(view: &View<'_>, verb: usize, subject: usize) -> usize {
    let bare = view.is_one_of(subject, &["that", "this"]) && view.antecedent(subject) == subject;
    let named = |&token: &usize| view.named(token).is_some() && view.sort(token) == Sort::Person;
    if !bare || subject > verb {
        return subject;
    }
    let after = view.analysis.subtree(subject).end;
    let last = (after.min(verb)..verb).rev().find(named);
    last.unwrap_or(subject)
}

#[cfg(test)]
mod tests {
    use crate::briefing::positions::testing::check_contents as check;

    #[test]
    fn what_somebody_did_meanwhile_says_nothing() {
        check(
            "Miners accused the firm of theft, as its chief apologized to families and pledged to help them.",
            &["the firm of theft", "to help them"],
        );
    }

    #[test]
    fn as_we_care_tells_when() {
        check("Parents are suffering this type of stress daily as we care for children.", &[]);
    }

    #[test]
    fn what_adds_to_something_says_nothing() {
        check("Ana Lee wins the vote in Selm, adding to her run of victories in the south.", &[]);
    }

    #[test]
    fn what_begins_the_clause_is_its_own() {
        check(
            "The mayor said Tom Hall’s letter to the court was only “to test” the law.",
            &["Tom Hall’s letter to the court was only “to test” the law"],
        );
    }

    #[test]
    fn a_mere_term_in_marks_begins_a_clause() {
        check(
            "He said “harbour days” and the sale of old boats would pay for the dam.",
            &["“harbour days” and the sale of old boats would pay for the dam"],
        );
    }

    #[test]
    fn what_others_warn_of_is_what_was_said() {
        check(
            "Ana Lee, who runs the dam, said the plan would fail, as some deputies have warned.",
            &["the plan would fail"],
        );
        check(
            "Ana Lee, who runs the dam, said the plan would not fail, as some deputies have warned.",
            &["the plan would not fail"],
        );
    }

    #[test]
    fn a_bare_day_before_the_clause_is_not() {
        check("Ana Lee said Monday the town had no money.", &["the town had no money"]);
        check("The minister said Monday was a good day.", &["Monday was a good day"]);
    }

    #[test]
    fn a_participle_that_opens_takes_in_no_sentence() {
        check(
            "Countering scepticism from the union, Ana Lee said the toll was late.",
            &["the toll was late"],
        );
    }
}
