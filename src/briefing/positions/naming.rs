//! What the holder of a line is called: by name, by the article's words for whoever has none, by a pronoun.

use super::claim::Claim;
use super::introduced::introduced;
use super::noun_line::possessive;
use super::subject;
use super::together;
use super::view::View;
use super::wording::small;
use crate::briefing::people::{is_document, is_poll};
use crate::briefing::phrase::{Cut, Writer};
use crate::briefing::{ActorId, ActorKind, Holder};
use crate::language::lexicon::{Senses, lexicon};
use crate::language::{Deprel, Upos};
use crate::text::{TextRange, one_line};

/// A name as a sentence has it: `the Harbour Board`, where the article's own short form of it has an article.
pub(super) fn running(view: &View<'_>, actor: ActorId) -> Option<String> {
    let name = &view.cast.actor(actor)?.name;
    let bare = view.cast.has_article(actor)
        && !view.cast.is_plural(actor)
        && !name.to_lowercase().starts_with("the ");
    Some(if bare { format!("the {name}") } else { name.clone() })
}

/// The seat that stands for a state, in the article's own words: `the White House said`.
fn standing_in(view: &View<'_>, claim: &Claim, actor: ActorId) -> Option<String> {
    let head = claim.holder.filter(|&head| view.upos(head) == Upos::Propn)?;
    let known = view.cast.actor(actor)?;
    if known.kind != ActorKind::Country || view.cast.actor_of_token(head) != Some(actor) {
        return None;
    }
    let source = view.source(head);
    // A capital is read more easily by the state's name; so is "the North".
    let of_place = |token: usize| {
        let senses = lexicon().senses(view.word(token));
        senses.any(Senses::ANY_PLACE)
            || senses.any(Senses::ANY_GROUP)
            || view.is_one_of(token, &["north", "south", "east", "west"])
    };
    let own = view
        .analysis
        .tokens_in(source)
        .all(|token| view.is(token, "the") || view.xpos(token) == "NNP" && !of_place(token));
    own.then(|| source.slice(view.text()).to_owned())
}

/// Members of a party or a people, in the article's own words for them: `some Tories`, which is not the party.
pub(super) fn followers(view: &View<'_>, claim: &Claim, actor: ActorId) -> Option<String> {
    let source = view.source(view.antecedent(claim.holder?));
    let many = |token: usize| {
        view.cast.actor_of_token(token) == Some(actor)
            && matches!(view.xpos(token), "NNS" | "NNPS")
            && lexicon().senses(view.word(token)).any(Senses::ANY_GROUP)
    };
    let mut tokens = view.analysis.tokens_in(source);
    let behind = tokens.end;
    let words = tokens.any(many).then(|| source.slice(view.text()))?;
    // "the leading Tories, Ana Lee and Tom Hall,"
    let comma = words.contains(", ") && view.is(behind, ",");
    Some(if comma { format!("{words},") } else { words.to_owned() })
}

/// The poll or study that finds something, with its own words: whoever made it says less than it shows.
fn measured(view: &View<'_>, writer: &Writer<'_>, claim: &Claim, maker: ActorId) -> Option<String> {
    let head = view.antecedent(claim.holder?);
    let measures = is_poll(view.lemma(head))
        || matches!(view.lemma(head), "analysis" | "study")
        || is_document(view.lemma(head)) && view.but_shows(head);
    let holds_cue = claim.cue.is_some_and(|cue| view.analysis.subtree(head).contains(&cue));
    if !measures || holds_cue || view.upos(head) != Upos::Noun {
        return None;
    }
    // "the poll": which one, whoever made it tells.
    let bare = view.children(head).all(|child| {
        matches!(view.deprel(child), Deprel::Det | Deprel::Amod) && view.upos(child) != Upos::Num
    });
    let known = view.children(head).any(|child| view.is_one_of(child, &["the", "this", "that"]));
    if bare && known && view.cast.actor(maker)?.kind == ActorKind::Organization {
        let name = running(view, maker)?;
        if name.to_lowercase().contains(view.lemma(head)) {
            return Some(name);
        }
        let name = name.strip_prefix("the ").or(name.strip_prefix("The ")).unwrap_or(&name);
        return Some(format!("the {name} {}", view.word(head)));
    }
    let line = writer.noun(head, Cut::Clauses).filter(|line| !line.dangling)?;
    Some(line.text.trim_end_matches('.').to_owned())
}

/// `one Harbour Board official`: for the board, but not the board itself.
fn one_of_its_officials(
    view: &View<'_>,
    writer: &Writer<'_>,
    claim: &Claim,
    actor: ActorId,
) -> Option<String> {
    let head = claim.holder.filter(|&head| {
        matches!(view.lemma(head), "official" | "executive") && view.spoken_for(head) == Some(actor)
    })?;
    let line = writer.noun(head, Cut::Clauses).filter(|line| !line.dangling)?;
    let line = line.text.trim_end_matches('.');
    Some(if starts_with_name(view, head) { line.to_owned() } else { small(line) })
}

/// How many of several hold it: `36 percent of teachers`, `many teachers`.
fn part_of(
    view: &View<'_>,
    writer: &Writer<'_>,
    claim: &Claim,
    several: ActorId,
) -> Option<String> {
    const PARTS: &[&str] = &[
        "percent",
        "%",
        "majority",
        "minority",
        "plurality",
        "half",
        "third",
        "quarter",
        "number",
        "handful",
        "share",
        "dozen",
        "hundred",
        "thousand",
        "million",
        "most",
        "many",
        "some",
        "few",
    ];
    const COUNTS: &[&str] = &["many", "most", "some", "few", "several"];
    let known = view.cast.actor(several)?;
    let head = claim.holder.filter(|&head| view.upos(head) != Upos::Pron)?;
    // "22 Labour members".
    let members = view.xpos(head) == "NNS"
        && known.kind == ActorKind::Organization
        && !PARTS.contains(&view.lemma(head));
    if known.kind != ActorKind::Group && !view.cast.is_plural(several) && !members {
        return None;
    }
    let part = |token: usize| {
        PARTS.contains(&view.lemma(token).to_lowercase().as_str()) || view.upos(token) == Upos::Num
    };
    let above = view.head(head).filter(|&above| above < head && part(above));
    let of = above.filter(|_| matches!(view.deprel(head), Deprel::Nmod | Deprel::Obl));
    let counted = view.children(head).any(|child| {
        child < head && (view.is_one_of(child, COUNTS) || view.deprel(child) == Deprel::Nummod)
    });
    let noun = if part(head) { Some(head) } else { of.or(counted.then_some(head)) }?;
    let phrase = view.analysis.subtree(noun);
    // "with 30 percent of voters saying": the words between.
    if let Some(cue) = claim.cue.filter(|cue| phrase.contains(cue)) {
        let led = view.children(noun).find(|&child| view.deprel(child) == Deprel::Case);
        let first = led.map_or(phrase.start, |case| case + 1);
        let words = first..cue;
        let near = words.contains(&head)
            && view.xpos(cue) == "VBG"
            && words.clone().all(|token| view.is_word(token) && view.upos(token) != Upos::Verb);
        let words = view.analysis.cover(words).slice(view.text());
        return near.then(|| small(&one_line(words)));
    }
    let line = writer.noun(noun, Cut::Clauses).filter(|line| !line.dangling)?;
    // "42 percent of the teachers asked, two more than in May".
    let ends = [", ", " – ", " — ", " - ", " ("];
    let end = ends.iter().filter_map(|mark| line.text.find(mark)).min();
    let line = end.and_then(|end| line.text.get(..end)).unwrap_or(&line.text);
    let line = line.trim_end_matches('.');
    Some(if starts_with_name(view, noun) { line.to_owned() } else { small(line) })
}

fn starts_with_name(view: &View<'_>, noun: usize) -> bool {
    view.upos(view.analysis.subtree(noun).start) == Upos::Propn
}

/// What the holder is called; `None` where nobody is named.
pub(super) fn name(
    view: &View<'_>,
    writer: &Writer<'_>,
    claim: &Claim,
    holder: Holder,
    source: Option<TextRange>,
) -> Option<String> {
    match holder {
        Holder::Author => Some("the author".to_owned()),
        Holder::Actor(actor) => measured(view, writer, claim, actor)
            .or_else(|| followers(view, claim, actor))
            .or_else(|| part_of(view, writer, claim, actor))
            .or_else(|| standing_in(view, claim, actor))
            .or_else(|| one_of_its_officials(view, writer, claim, actor))
            .or_else(|| together::all(view, claim))
            .or_else(|| running(view, actor)),
        Holder::Unnamed => {
            let words = source?.slice(view.text());
            let head = claim.holder.map(|head| view.antecedent(head))?;
            if view.upos(head) == Upos::Pron
                && !matches!(
                    view.lower(head).as_str(),
                    "he" | "she" | "they" | "it" | "who" | "that" | "which"
                )
            {
                // "those backing the tax", "anyone who voted": which of them, and not who is asked.
                if claim.holder == Some(head)
                    && let Some(line) = told_which(view, writer, claim, head)
                {
                    return Some(line);
                }
                // "those who fear a war": not all of them.
                let some = view.is(head, "those") && claim.holder != Some(head);
                return Some(if some { "some".to_owned() } else { subjective(words) });
            }
            if let Some(line) = introduced(view, head) {
                return Some(line);
            }
            // "Groups backing the bill": what they back is told behind it.
            let holds_cue = claim.cue.is_some_and(|cue| view.analysis.subtree(head).contains(&cue));
            let relative = claim.holder.is_some_and(|holder| holder != head);
            if holds_cue && (relative || view.upos(head) != Upos::Pron) {
                let source = view.analysis.tokens_in(view.source(head));
                let first = source.clone().find(|&token| {
                    !matches!(view.upos(token), Upos::Adv | Upos::Adp | Upos::Cconj | Upos::Punct)
                        || view.xpos(token + 1) == "HYPH"
                })?;
                return Some(view.analysis.cover(first..source.end).slice(view.text()).to_owned());
            }
            if let Some(line) = of_whom(view, writer, head).or_else(|| of_owner(view, head)) {
                return Some(line);
            }
            let line = writer.noun(head, Cut::Clauses)?;
            let line = line.text.trim_end_matches('.');
            let line = limited(view, head, subjective(if line.is_empty() { words } else { line }));
            Some(format!("{line}{}", closing(view, head, &line)))
        }
    }
}

/// What the holder is called, with the word before it that says how far it holds, `not even`, `almost`, where it lacks that.
fn limited(view: &View<'_>, head: usize, line: String) -> String {
    let source = view.source(head);
    let first = view.analysis.tokens_in(source).start;
    // Of "all but two banks" the tree has only the last words.
    if view.is_count(first) && view.analysis.tokens_in(source).len() > 2 {
        return source.slice(view.text()).to_owned();
    }
    let all = view.limits(head);
    // Of "not even", the line may have "even".
    let told = all.clone().find(|&token| small(&line).starts_with(&view.lower(token)));
    let limit = all.start..told.unwrap_or(all.end);
    if limit.is_empty() {
        return line;
    }
    let first = all.end;
    let plain = matches!(view.upos(first), Upos::Det | Upos::Pron | Upos::Adj | Upos::Noun)
        && !lexicon().senses(view.word(first)).any(Senses::ANY_GROUP)
        && line.starts_with(view.word(first));
    let line = if plain { small(&line) } else { line };
    format!("{} {line}", view.analysis.cover(limit).slice(view.text()))
}

/// A pronoun with the clause that tells which it means, where that is short and stands before the cue: `those making it`.
fn told_which(view: &View<'_>, writer: &Writer<'_>, claim: &Claim, head: usize) -> Option<String> {
    /// In words.
    const LONGEST: usize = 12;
    let cue = claim.cue.filter(|&cue| head < cue)?;
    view.children(head).find(|&child| {
        child > head
            && child < cue
            && matches!(view.deprel(child), Deprel::Acl | Deprel::AclRelcl | Deprel::Nmod)
    })?;
    let whole = view.analysis.subtree(head);
    if whole.contains(&cue) || whole.start < head.saturating_sub(2) {
        return None;
    }
    // "those" points at nothing before it here.
    let line =
        writer.noun(head, Cut::Nothing).filter(|line| !line.dangling || view.is(head, "those"))?;
    let line = line.text.trim_end_matches('.').to_owned();
    (line.split(' ').count() <= LONGEST).then_some(line)
}

/// The second comma or dash of an aside that ends what the holder is called: of `the envoy, Ana Lee`, `critics, including some
/// of its members`.
fn closing(view: &View<'_>, head: usize, line: &str) -> &'static str {
    let ends = |range: std::ops::Range<usize>| {
        let last = range.rev().find(|&token| view.is_word(token));
        last.filter(|&last| line.ends_with(view.word(last)))
    };
    let behind = ends(view.analysis.subtree(head)).map_or(0, |last| last + 1);
    let marks = [
        ("—", " — ", " —"),
        ("–", " – ", " –"),
        ("--", " -- ", " --"),
        ("-", " - ", " -"),
        (",", ", ", ","),
    ];
    for (mark, opens, closes) in marks {
        if behind > 0 && line.contains(opens) && view.is(behind, mark) {
            return closes;
        }
    }
    let apposed = view
        .analysis
        .children_as(head, Deprel::Appos)
        .any(|child| child > head && ends(view.analysis.subtree(child)).is_some());
    if apposed && line.contains(", ") { "," } else { "" }
}

/// `two of the nurses` of `the nurses, two of whom said`; of all or both, those themselves.
fn of_whom(view: &View<'_>, writer: &Writer<'_>, head: usize) -> Option<String> {
    let whom = view.children(head).find(|&child| {
        child > head
            && view.is_one_of(child, &["whom", "which"])
            && view.xpos(child).starts_with('W')
    })?;
    let noun = Some(view.antecedent(whom)).filter(|&noun| noun != whom)?;
    // "Ana Lee, Tom Ruiz and Peter Hall, all of whom": none of them alone.
    if view.deprel(noun) == Deprel::Conj || view.child(noun, Deprel::Conj).is_some() {
        return Some(format!("{} of them", view.word(head)));
    }
    let line = writer.noun(noun, Cut::Clauses)?.text;
    let those = line.trim_end_matches('.');
    Some(format!("{} of {}", view.word(head), small(those)))
}

/// `Ana Lee’s office` of `Ana Lee, whose office defended it`.
fn of_owner(view: &View<'_>, head: usize) -> Option<String> {
    let whose = view.children(head).find(|&child| view.xpos(child) == "WP$")?;
    let clause = std::iter::successors(view.head(head), |&above| view.head(above))
        .take(6)
        .find(|&above| view.deprel(above) == Deprel::AclRelcl)?;
    let owner = running(view, view.named(view.head(clause)?)?)?;
    let rest = view.analysis.cover(whose + 1..view.analysis.subtree(head).end.max(head + 1));
    let noun = (whose < head).then(|| rest.slice(view.text()))?;
    Some(format!("{} {noun}", possessive(&owner)))
}

/// The subject that a passive shares with the verb before it: `Ana Lee is late and is not expected to sign`.
pub(super) fn shared_subject(
    view: &View<'_>,
    writer: &Writer<'_>,
    claim: &Claim,
) -> Option<String> {
    let cue = claim.cue.filter(|&cue| view.deprel(cue) == Deprel::Conj)?;
    let own = |child: usize| view.deprel(child).is_subject() || view.deprel(child) == Deprel::Expl;
    if view.children(cue).any(own) {
        return None;
    }
    let subject = subject::subject(view, cue)?;
    if let Holder::Actor(actor) = view.resolve(subject) {
        return running(view, actor);
    }
    // "any guest who is late and is asked to leave": the guest.
    let subject = view.antecedent(subject);
    Some(writer.noun(subject, Cut::Clauses)?.text.trim_end_matches('.').to_owned())
}

/// A pronoun that nobody answers to as it stands before a verb: `he` for `his`, `someone` for a `who` without a noun.
pub(super) fn subjective(name: &str) -> String {
    let word = match name.to_lowercase().as_str() {
        "his" | "him" => "he",
        "her" => "she",
        "their" | "them" => "they",
        "its" => "it",
        "our" | "us" => "we",
        "your" => "you",
        "who" | "whose" | "whom" => "someone",
        _ => name,
    };
    word.to_owned()
}

/// A pronoun as it stands behind a preposition.
pub(super) fn objective(name: String) -> String {
    let word = match name.to_lowercase().as_str() {
        "he" => "him",
        "she" => "her",
        "they" => "them",
        "we" => "us",
        _ => return name,
    };
    word.to_owned()
}

#[cfg(test)]
mod tests {
    use crate::briefing::positions::testing::{holders, texts};

    #[test]
    fn with_a_share_saying_so_the_share_is_named() {
        let text = "Voters trust Ana Lee. Her standing is good, with 30 percent of voters saying they would vote for her.";
        assert_eq!(
            texts(text),
            ["Voters trust Ana Lee.", "30 percent of voters said they would vote for Ana Lee."]
        );
    }

    #[test]
    fn an_aside_in_dashes_is_closed() {
        assert_eq!(
            texts("Economists -- including some at Velt Bank -- warned of a slump."),
            ["Economists -- including some at Velt Bank -- warned of a slump."]
        );
    }

    #[test]
    fn of_several_it_is_said_how_many() {
        assert_eq!(
            texts("Nine percent of Republicans said that the toll would fall."),
            ["Nine percent of Republicans said that the toll would fall."]
        );
        assert_eq!(
            texts("Many Germans believe that the toll will fall."),
            ["Many Germans believe that the toll will fall."]
        );
    }

    #[test]
    fn those_who_said_it_before_are_named_again() {
        assert_eq!(
            texts("Some private economists said the tax would fail. They said it was late."),
            [
                "Some private economists said the tax would fail.",
                "The private economists said it was late."
            ]
        );
    }

    #[test]
    fn one_official_is_not_all_of_his_house() {
        assert_eq!(
            texts(
                "The Harbour Board met. Another Harbour Board official said the plan was dead. A Harbour Board spokesman \
                 said it was late. Other officials at the Harbour Board were not ready to say whether it was over."
            ),
            [
                "Another Harbour Board official said the plan was dead.",
                "The Harbour Board said it was late.",
                "Other officials at the Harbour Board were not ready to say whether it was over."
            ]
        );
    }

    #[test]
    fn a_number_of_members_is_kept() {
        for text in
            ["At least 22 Tory MPs have signed a petition.", "Up to 12 ministers oppose the toll."]
        {
            assert_eq!(texts(text), [text]);
        }
    }

    #[test]
    fn a_pronoun_says_which_and_an_institution_has_its_article() {
        assert_eq!(
            texts("Anyone who knows Ana Lee believes that the toll will fall."),
            ["Anyone who knows Ana Lee believes that the toll will fall."]
        );
        assert_eq!(
            texts("Those backing the toll have offered three reasons."),
            ["Those backing the toll have offered three reasons."]
        );
        assert_eq!(
            texts("The study was supported by the Medicus Foundation."),
            ["The Medicus Foundation supported the study."]
        );
    }

    #[test]
    fn some_of_a_party_are_not_the_party() {
        for text in [
            "Some Republicans support the plan.",
            "Half of Democrats backed the war.",
            "Most Democrats rejected the toll.",
            "Young Republicans want a vote.",
            "Real Christians don’t support the plan.",
        ] {
            assert_eq!(texts(text), [text]);
        }
    }

    #[test]
    fn who_is_denied_keeps_the_word_that_denies() {
        for text in [
            "No Democrats backed the cut.",
            "None of the Democrats backed the tax.",
            "Few Republicans trust the mayor.",
            "Hardly any Republicans support the tunnel.",
            "Not every Democrat supports the airport.",
            "Neither Ana Ruiz nor Tom Dahl supported the port.",
            "Not even Tom Dahl praised the fee.",
            "Either Ana Ruiz or Tom Dahl backed the fee.",
            "Almost every clerk backed the fee.",
        ] {
            assert_eq!(texts(text), [text]);
            assert_eq!(holders(text), ["unnamed"], "{text}");
        }
    }
}
