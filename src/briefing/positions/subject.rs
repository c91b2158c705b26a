//! Who does what a verb says: its own subject, or the one that it shares with a verb above it.

use super::holder::{self, Sort};
use super::occasion::is_day;
use super::view::View;
use crate::briefing::people::is_document;
use crate::language::{Deprel, Upos};

/// Verbs before an object that does what follows in `-ing`: `left voters guessing`.
const SHOWING: &[&str] = &[
    "catch", "find", "get", "have", "hear", "keep", "leave", "notice", "overhear", "remember",
    "see", "set", "show", "watch",
];

/// Verbs before an object that does what the form in `-ing` right behind it says: `met leaders pressing for a bill`.
const MEETING: &[&str] = &[
    "address",
    "attract",
    "finance",
    "fund",
    "greet",
    "hire",
    "include",
    "join",
    "meet",
    "represent",
    "support",
];

/// Verbs before an object that does what the bare verb behind it says: `heard judges read it`, `let the king decide`.
const LETTING: &[&str] = &["feel", "help", "let", "make"];

/// Whether a verb takes another one without `to` behind it or its object.
pub(super) fn takes_bare(view: &View<'_>, verb: usize) -> bool {
    SHOWING.contains(&view.lemma(verb)) || LETTING.contains(&view.lemma(verb))
}

/// Verbs whose object does what follows, wherever the object stands.
const ASKING: &[&str] = &[
    "advise",
    "allow",
    "ask",
    "call",
    "compel",
    "direct",
    "encourage",
    "force",
    "instruct",
    "invite",
    "lead",
    "order",
    "permit",
    "persuade",
    "press",
    "pressure",
    "prompt",
    "push",
    "request",
    "tell",
    "urge",
    "use",
    "warn",
];

/// Who does what a form in `-ing` says where the parser gives it no subject: the bank of `about the bank’s backing the deal`,
/// the mayor of `With the mayor, Ana Lee, opposing it, Tom Hall withdrew it`.
fn before_gerund(view: &View<'_>, verb: usize) -> Option<usize> {
    if view.xpos(verb) != "VBG" || own(view, verb).is_some() {
        return None;
    }
    let owner = view.child(verb, Deprel::Obj).and_then(|object| {
        view.child(object, Deprel::NmodPoss).filter(|&owner| owner < verb && verb < object)
    });
    owner.or_else(|| absolute(view, verb))
}

/// The noun behind a `with` that opens its sentence or follows a comma, where nothing else but what is in apposition to it
/// stands before the form in `-ing`.
fn absolute(view: &View<'_>, verb: usize) -> Option<usize> {
    let main = view.analysis.ancestors(verb).find(|&above| {
        view.upos(above) == Upos::Verb || view.child(above, Deprel::Cop).is_some()
    })?;
    let (with, noun) = view.children(main).filter(|&noun| noun < verb).find_map(|noun| {
        let with = view.analysis.children_as(noun, Deprel::Case).next()?;
        let led = view.deprel(noun) == Deprel::Obl && view.is_one_of(with, &["with", "without"]);
        led.then_some((with, noun))
    })?;
    let opens = with == view.sentence(with).start || view.is(with - 1, ",");
    let apposed = |at: usize| {
        let above = std::iter::once(at).chain(view.analysis.ancestors(at));
        above
            .take_while(|&above| above != main)
            .any(|above| view.deprel(above) == Deprel::Dislocated)
    };
    let between = (noun + 1..verb)
        .all(|at| !view.is_word(at) || view.analysis.is_within(at, noun) || apposed(at));
    (opens && between).then_some(noun)
}

/// Who does what the verb says.
pub(super) fn subject(view: &View<'_>, verb: usize) -> Option<usize> {
    if let Some((speaker, _)) = view.across_aside(verb) {
        return Some(speaker);
    }
    if let Some(subject) = before_gerund(view, verb) {
        return Some(subject);
    }
    let mut at = verb;
    // Whether what is tensed hangs on what is not: "proposed that the office be closed and praised the mayor".
    let mut passed = false;
    for _ in 0..8 {
        if let Some(subject) = own(view, at).filter(|_| !passed) {
            // "The guests — all of them old — both left": the word only counts those named before.
            let counted = view.head(at).filter(|&noun| {
                view.deprel(at) == Deprel::Parataxis
                    && noun < subject
                    && matches!(view.upos(noun), Upos::Noun | Upos::Propn)
                    && view.is_one_of(subject, &["all", "both", "each"])
                    && view.children(subject).next().is_none()
            });
            if counted.is_some() {
                return counted;
            }
            return (!matches!(view.deprel(subject), Deprel::Csubj | Deprel::CsubjPass))
                .then_some(subject);
        }
        let above = view.head(at)?;
        if passed {
            passed = false;
            at = above;
            continue;
        }
        if is_participle(view, at) {
            return of_participle(view, at);
        }
        match view.deprel(at) {
            Deprel::Conj if let Some(higher) = parallel(view, at, above) => {
                at = higher;
                continue;
            }
            Deprel::Conj | Deprel::Advcl => {
                let tensed = |token: usize| view.has_tense(token);
                let bare = view.deprel(above) == Deprel::Ccomp
                    && !tensed(above)
                    && !tensed(view.tensed(above));
                passed = view.deprel(at) == Deprel::Conj && tensed(at) && bare;
            }
            Deprel::Xcomp => {
                if let Some(object) = controller(view, above, at) {
                    return Some(object);
                }
            }
            // "Rep. Adam Lee, the chair, called for calm", read as "Lee, called".
            Deprel::Acl if view.xpos(at) == "VBN" => return Some(above),
            Deprel::AclRelcl => return Some(above),
            Deprel::Parataxis | Deprel::Ccomp if view.xpos(at) == "VBG" => {}
            // "She paused, then told why"
            Deprel::Parataxis
                if view.is(at - 1, "then") && shape(view, at) == shape(view, above) => {}
            // "Ana Lee is likely to stress that": she stresses it.
            Deprel::Csubj if view.upos(above) == Upos::Adj && view.is_infinitive(at) => {
                let who = self::own(view, above)?;
                return (view.sort(who) == Sort::Person).then_some(who);
            }
            _ => return None,
        }
        at = above;
    }
    None
}

/// The subject that hangs on the verb itself; not the one of `The point is that voters decide` that stands before `is`,
/// nor the day of `and on Monday announced`.
fn own(view: &View<'_>, verb: usize) -> Option<usize> {
    view.children(verb).find(|&child| {
        let deprel = view.deprel(child);
        deprel.is_subject()
            && !matches!(deprel, Deprel::NsubjOuter | Deprel::CsubjOuter)
            && !(view.upos(child) == Upos::Propn && is_day(view, child))
    })
}

/// In which form a verb stands, by the first word of its group: of two verbs that `and` joins, mostly in one.
#[derive(PartialEq, Eq)]
enum Shape {
    Modal,
    Past,
    Third,
    Present,
    Participle,
}

fn shape(view: &View<'_>, verb: usize) -> Option<Shape> {
    let copula = || view.child(verb, Deprel::Cop).unwrap_or(verb);
    let first = Some(view.tensed(verb)).filter(|&first| first != verb).unwrap_or_else(copula);
    Some(match view.xpos(first) {
        "MD" => Shape::Modal,
        "VBD" => Shape::Past,
        "VBZ" => Shape::Third,
        "VBP" => Shape::Present,
        "VBG" => Shape::Participle,
        _ => return None,
    })
}

/// The verb of saying above that a verb of saying goes on with where its form parts it from the one that it hangs on:
/// of `said that prices would rise and predicted`, `said`; of `telling them that it is dead and asking`, `telling`.
fn parallel(view: &View<'_>, verb: usize, joined: usize) -> Option<usize> {
    let own = shape(view, verb).filter(|_| view.is_saying(verb) || view.is_cue(verb))?;
    if shape(view, joined)? == own {
        return None;
    }
    view.analysis
        .ancestors(joined)
        .take(6)
        .find(|&above| view.is_saying(above) && shape(view, above).as_ref() == Some(&own))
}

/// A form in `-ing` that hangs on what somebody is or does: `told them, adding that`, `a letter urging calm`.
fn is_participle(view: &View<'_>, verb: usize) -> bool {
    let auxiliary = |child: usize| matches!(view.deprel(child), Deprel::Aux | Deprel::AuxPass);
    view.xpos(verb) == "VBG"
        && matches!(view.deprel(verb), Deprel::Advcl | Deprel::Acl)
        && !view.children(verb).any(auxiliary)
}

/// Who does what a participle says: whoever it hangs on, or the first above it who can.
///
/// What a mark parts from the words before it goes with a whole clause, and what is said in it with whoever reports the
/// clause: `He denied that he had told her to go, saying`.
fn of_participle(view: &View<'_>, participle: usize) -> Option<usize> {
    let says = view.is_saying(participle)
        && matches!(
            view.lemma(participle),
            "acknowledge"
                | "add"
                | "admit"
                | "argue"
                | "cite"
                | "concede"
                | "describe"
                | "explain"
                | "imply"
                | "indicate"
                | "insist"
                | "note"
                | "remark"
                | "rule"
                | "say"
                | "state"
                | "stress"
                | "suggest"
                | "warn"
        );
    if let Some(text) = text_before(view, participle) {
        return Some(text);
    }
    if is_of_event(view, participle) {
        return None;
    }
    let quoted = view.quotation(participle);
    let mut first = participle;
    while first > 0 && view.upos(first - 1) == Upos::Adv {
        first -= 1;
    }
    let parted = participle > view.head(participle)?
        && first
            .checked_sub(1)
            .is_some_and(|mark| view.is_one_of(mark, &[",", "”", "\"", "''", "–", "—", "--"]));
    let mut at = participle;
    // "The paper quoted Ana Lee as saying": she said it.
    let quoting = view.head(participle).filter(|&above| {
        view.lemma(above) == "quote"
            && view.analysis.children_as(participle, Deprel::Mark).any(|mark| view.is(mark, "as"))
    });
    if let Some(object) = quoting.and_then(|above| view.child(above, Deprel::Obj)) {
        return Some(object);
    }
    for _ in 0..10 {
        let above = view.head(at)?;
        let is = view.child(above, Deprel::Cop).is_some();
        let nominal = matches!(
            view.upos(above),
            Upos::Noun | Upos::Propn | Upos::Pron | Upos::Num | Upos::Det
        );
        if nominal && !is {
            let judged = view.preposition(at).as_deref() == Some("for");
            let near = !parted || (at == participle && view.deprel(above).is_subject());
            let direct = at == participle && judged && is_held(view, above);
            if near && (acts(view, participle, above, at == participle) || direct) {
                return Some(above);
            }
            if at == participle && !parted && is_its_own(view, participle, above) {
                return Some(above);
            }
        } else if let Some(subject) = own(view, above)
            && (view.quotation(subject).is_none() || view.quotation(subject) == quoted)
        {
            // "overheard boys in the street joking about it"
            if at == participle
                && !parted
                && view.child(at, Deprel::Mark).is_none()
                && let Some(object) = controller(view, above, at)
            {
                return Some(object);
            }
            // "criticized the bank for hiding losses": the bank hides them.
            if at == participle
                && view.preposition(at).as_deref() == Some("for")
                && let Some(object) = view
                    .child(above, Deprel::Obj)
                    .filter(|&object| above < object && object < at && is_held(view, object))
            {
                return Some(object);
            }
            let empty = view.is_one_of(subject, &["it", "there", "this", "that"]);
            let reported = view.deprel(above) == Deprel::Ccomp
                && view.head(above).is_some_and(|higher| view.is_saying(higher));
            // "She said it would be late if Norway left, adding that": she adds it.
            let reported = reported
                || view.deprel(above) == Deprel::Advcl
                    && view.analysis.ancestors(above).take(3).any(|higher| {
                        view.deprel(higher) == Deprel::Ccomp
                            && view.head(higher).is_some_and(|verb| view.is_saying(verb))
                    });
            let clausal = matches!(view.deprel(subject), Deprel::Csubj | Deprel::CsubjPass);
            // "backed a bill that would close the port, telling them": no bill tells.
            let mute = parted
                && view.is_saying(participle)
                && view.deprel(above) == Deprel::AclRelcl
                && view.head(above).is_some_and(|noun| {
                    let sort = view.sort(noun);
                    sort == Sort::Thing
                        || sort == Sort::Document && view.lemma(participle) == "tell"
                });
            if !(clausal || mute || (reported && (empty || (parted && says)))) {
                return Some(subject);
            }
        } else if view.deprel(above) == Deprel::AclRelcl && !parted {
            return view.head(above);
        } else if view.deprel(above) == Deprel::Xcomp
            && !(parted && says)
            && let Some(object) = view.head(above).and_then(|verb| controller(view, verb, above))
        {
            return Some(object);
        }
        at = above;
    }
    None
}

/// `Four people were injured, showing the gulf`: what is shown by what happened, nobody has shown.
fn is_of_event(view: &View<'_>, participle: usize) -> bool {
    let comma = participle.checked_sub(1).is_some_and(|mark| view.is(mark, ","));
    let event = |above: usize| {
        above < participle
            && (view.is_passive(above) || matches!(view.lemma(above), "die" | "fall" | "rise"))
    };
    comma
        && view.deprel(participle) == Deprel::Advcl
        && holder::SHOWING.contains(&view.lemma(participle))
        && view.head(participle).is_some_and(event)
}

/// The text right before a participle that hangs on the verb, though the text does what it says: `referring to an ad talking
/// about the wall`.
fn text_before(view: &View<'_>, participle: usize) -> Option<usize> {
    let text = participle.checked_sub(1)?;
    let beside = view.deprel(participle) == Deprel::Advcl
        && view.children(participle).all(|child| child > participle)
        && view.head(text) == view.head(participle)
        && matches!(view.deprel(text), Deprel::Obj | Deprel::Obl);
    (beside
        && view.is_saying(participle)
        && view.sort(text) == Sort::Document
        && view.made_by_subject(text).is_none())
    .then_some(text)
}

/// Who does what a verb says, given its subject. No thing does what hangs loose on its sentence, as in `The rise came after
/// talking about it`; of what is somebody's, as in `the firm’s advice, including saying`, he does it.
pub(super) fn doer(view: &View<'_>, verb: usize, subject: usize) -> Option<usize> {
    let loose = view.xpos(verb) == "VBG"
        && matches!(view.deprel(verb), Deprel::Advcl | Deprel::Acl)
        && view.head(verb) != Some(subject)
        && view.head(subject) != Some(verb)
        && before_gerund(view, verb) != Some(subject)
        && view.sort(subject) == Sort::Thing;
    if loose { view.child(subject, Deprel::NmodPoss) } else { Some(subject) }
}

/// Whether a noun can do what the participle beside it says: people, and texts that nobody is told to have made: `a letter
/// urging calm`, not `filed a suit alleging fraud`, `took turns asking`, `sent a note to aides saying`.
fn acts(view: &View<'_>, participle: usize, noun: usize, direct: bool) -> bool {
    let preposition = view.preposition(noun);
    // "sent a note to aides saying", whatever the aides hang on.
    let told = |noun: usize| {
        let text = |token: usize| is_document(view.lemma(token));
        preposition.as_deref() == Some("to")
            && view.head(noun).is_some_and(|above| {
                text(above) || view.child(above, Deprel::Obj).is_some_and(text)
            })
    };
    // "with four in ten saying"; and what reports by its holder alone is left to the holder.
    if preposition.as_deref() == Some("with") || !view.is_cue(participle) {
        return direct;
    }
    match view.sort(noun) {
        Sort::Person => !told(noun),
        Sort::Document => view.made_by_subject(noun).is_none(),
        Sort::Thing => false,
    }
}

/// Whether the noun right before a participle does what it says, whoever is told of in the sentence: of `read the pages
/// outlining the deal`, `made public statements showing a loss`.
fn is_its_own(view: &View<'_>, participle: usize, noun: usize) -> bool {
    const RULING: &[&str] =
        &["bar", "detail", "mandate", "outline", "prohibit", "require", "specify", "stipulate"];
    let lemma = view.lemma(participle);
    let near = view.deprel(participle) == Deprel::Acl;
    match view.sort(noun) {
        Sort::Person => false,
        Sort::Document => holder::is_shown(lemma),
        Sort::Thing => near && RULING.contains(&lemma),
    }
}

/// Whether the noun means somebody who can be praised or blamed.
fn is_held(view: &View<'_>, noun: usize) -> bool {
    view.sort(noun) == Sort::Person
}

/// Who does what hangs on a verb without a subject of its own: `asked Iran to stop`, `left voters guessing`.
fn controller(view: &View<'_>, verb: usize, below: usize) -> Option<usize> {
    let object = view.children(verb).find(|&child| {
        matches!(view.deprel(child), Deprel::Obj | Deprel::Iobj)
            && child < below
            && view.upos(verb) == Upos::Verb
    })?;
    // "urging those calling for a vote to wait": those call.
    if view.is(object, "those") && object + 1 == below && view.xpos(below) == "VBG" {
        return Some(object);
    }
    // "the plan that she wants to back": she backs it; "the aide whom she urged to back it": he does.
    if object < verb && !ASKING.contains(&view.lemma(verb)) {
        return None;
    }
    let shows = view.xpos(below) == "VBG"
        && (SHOWING.contains(&view.lemma(verb)) || MEETING.contains(&view.lemma(verb)))
        && !view.is(object, "it");
    let bare = view.xpos(below) == "VB" && takes_bare(view, verb);
    let told = (view.is_infinitive(below) || bare) && !view.is(verb, "promised");
    (shows || told).then_some(object)
}

#[cfg(test)]
mod tests {
    use crate::briefing::positions::testing::texts;

    #[test]
    fn those_who_do_it_are_not_whoever_meets_them() {
        assert_eq!(
            texts("Tom Hall met fans, including those backing other candidates."),
            ["Tom Hall met fans."; 0]
        );
    }

    #[test]
    fn the_noun_before_a_gerund_does_what_it_says() {
        assert_eq!(
            texts("Ana Lee complained about the bank's backing independence for Selm."),
            ["The bank backed independence for Selm."]
        );
        assert_eq!(
            texts("With Tom Hall opposing the bill, Ana Lee withdrew it."),
            ["Tom Hall opposed the bill."]
        );
        assert_eq!(
            texts(
                "With her husband, former mayor Tom Hall, standing by her side, Ana Lee told supporters that the fight goes \
                 on."
            ),
            [
                "Her husband stood by Ana Lee’s side.",
                "Ana Lee told supporters that the fight goes on."
            ]
        );
    }

    #[test]
    fn a_past_behind_a_conjunctive_goes_with_the_verb_of_the_sentence() {
        assert_eq!(
            texts("Ana Lee proposed the office be closed and praised the mayor."),
            ["Ana Lee proposed the office be closed.", "Ana Lee praised the mayor."]
        );
    }

    #[test]
    fn what_a_comma_parts_goes_with_the_clause_above() {
        assert_eq!(
            texts(
                "Tom Ruiz laid out his plan for fighting the flood, stating that the town should act."
            )[1..],
            ["Tom Ruiz stated that the town should act."]
        );
    }

    #[test]
    fn a_verb_of_another_form_goes_on_with_the_verb_of_saying() {
        assert_eq!(
            texts(
                "Ana Lee told the town that the dam is old and predicted that the river would rise."
            ),
            [
                "Ana Lee told the town that the dam is old.",
                "Ana Lee predicted that the river would rise."
            ]
        );
    }

    #[test]
    fn by_saying_is_what_the_subject_does() {
        assert_eq!(
            texts("Ana Lee set the tone of the talks by saying, \"I will not leave.\""),
            ["Ana Lee said: \"I will not leave.\""]
        );
    }

    #[test]
    fn a_thing_speaks_for_whoever_does_it() {
        assert_eq!(
            texts(
                "Ana Lee took turns rebutting the plan. Ana Lee sent a note to her aides saying that it failed."
            ),
            ["Ana Lee rebutted the plan.", "Ana Lee said that it failed."]
        );
    }

    #[test]
    fn whom_somebody_meets_presses_and_not_he() {
        let text = "Ana Lee met leaders pressing for a new toll. Lee left.";
        assert!(
            texts(text).iter().all(|line| !line.starts_with("Ana Lee pressed")),
            "{:?}",
            texts(text)
        );
    }

    #[test]
    fn who_adds_is_who_reports() {
        let text =
            "Ana Lee said it would be late if Norway left the talks, adding that Peru was ready.";
        assert!(
            texts(text).contains(&"Ana Lee added that Peru was ready.".to_owned()),
            "{:?}",
            texts(text)
        );
    }

    #[test]
    fn no_bill_tells() {
        let text = "Senator Ana Lee blasted Joe Tam for his support of a failed toll bill that would have closed the harbour, \
                    telling radio host Mia Roe that Tam had been late.";
        let told = "Ana Lee told radio host Mia Roe that Joe Tam had been late.";
        assert!(texts(text).iter().any(|line| line == told), "{:?}", texts(text));
    }

    #[test]
    fn the_text_before_a_participle_speaks_for_its_maker() {
        let text = "“This ad is horrific,” Ana Lee said, likely referring to Joe Tam's first TV ad talking about building a wall.";
        let talked = "Joe Tam talked about building a wall.";
        assert!(texts(text).iter().any(|line| line == talked), "{:?}", texts(text));
    }

    #[test]
    fn what_an_event_shows_nobody_has_shown() {
        let text = "Four people were slightly injured, showing the gulf between the two towns.";
        assert!(texts(text).is_empty(), "{:?}", texts(text));
    }

    #[test]
    fn those_who_call_for_it_are_those_named_before() {
        let text = "“Let him decide,” said Mayor Ana Lee, urging those calling for Joe Tam’s withdrawal to “give him time.”";
        assert!(texts(text).iter().all(|line| !line.contains("called for")), "{:?}", texts(text));
        let urged = "Ana Lee urged those calling for Joe Tam’s withdrawal to “give him time.”";
        assert!(texts(text).iter().any(|line| line == urged), "{:?}", texts(text));
    }
}
