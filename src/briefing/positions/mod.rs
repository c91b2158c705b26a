//! Who says, wants, believes, denies or plans what.
//!
//! Cues are found on the tree (`cue`, `complement`, `nominal`) and beside quotation marks (`quotation`); what they found is
//! made into positions here: one level deep, each with its holder, certainty, wording and weight. Every content
//! is a stretch of the article. Who is who was settled by `actors`.

mod act;
mod adjective;
mod antecedent;
mod arguments;
mod aside;
mod author;
mod beside;
mod called;
mod carrier;
mod claim;
mod complement;
mod content;
mod cue;
mod edges;
mod extent;
mod free;
mod gap;
mod hanging;
mod holder;
mod introduced;
mod label;
mod lexicon;
mod limits;
mod maker;
mod meant;
mod mixed;
mod naming;
mod nobody;
mod nominal;
mod noun_line;
mod occasion;
mod own;
mod platform;
mod quotation;
mod relations;
mod repeated;
mod salience;
mod speakers;
mod stance;
mod subject;
#[cfg(test)]
mod testing;
mod together;
mod unreal;
mod verbal;
mod view;
mod whole;
mod wording;

use super::actors::{Cast, has_capitals, is_in_capitals};
use super::phrase::Writer;
use super::{Act, Evidence, Form, Genre, Holder, Position};
use crate::document::{BlockKind, Document};
use crate::language::{Analysis, Deprel, Upos};
use crate::text::TextRange;

use claim::{Claim, Manner};
use lexicon::Class;
use view::View;

/// The positions of an article, in the order of the text.
pub fn find(document: &Document, analysis: &Analysis, cast: &Cast) -> Vec<Position> {
    if analysis.arcs.len() != analysis.tokens.len() || analysis.tags.len() != analysis.tokens.len()
    {
        return Vec::new();
    }
    let genre = cast.genre;
    let view = View::new(document, analysis, cast, genre);
    let writer = Writer::new(document.text(), analysis, cast);
    let mut claims = label::find(&view);
    claims.extend(cues(&view));
    claims.retain(|claim| !carrier::is_unsaid(&view, claim));
    claims.retain(|claim| !hands_on_speech(&view, claim));
    // "tweeted a quote attributed to Ana Lee: ...": the quotation says better whose words they are.
    claims.retain(|claim| !quotation::hands_on(&view, claim));
    let quoted = quotation::find(&view, &claims);
    // Where words in quotation marks are all that a verb reports, the marks know their edges best.
    let cues: std::collections::BTreeSet<usize> =
        quoted.iter().filter_map(|claim| claim.cue).collect();
    claims.retain(|claim| claim.cue.is_none_or(|cue| !cues.contains(&cue)));
    // "“...,” she was quoted as saying": the marks tell it.
    claims.retain(|claim| {
        let passed_on =
            claim.manner == Manner::Passive && claim.cue.is_some_and(|cue| view.is(cue, "quoted"));
        let sentence = |range: TextRange| {
            view.analysis.tokens_in(range).next().map(|token| view.sentence(token))
        };
        let own = claim.cue.map(|cue| view.sentence(cue));
        !passed_on
            || !quoted
                .iter()
                .flat_map(|other| &other.content)
                .any(|range| claim.covers(*range) || sentence(*range) == own)
    });
    claims.extend(quoted);
    let mut claims = outermost(&view, claims);
    let told: Vec<bool> =
        claims.iter().map(|claim| carrier::is_told(&view, claim, &claims)).collect();
    let mut told = told.into_iter();
    claims.retain(|_| !told.next().unwrap_or_default());
    claims.extend(free::find(&view, &claims));
    if genre.is_opinion() || genre == Genre::Interview {
        claims.extend(author::find(&view, &claims, genre));
    }
    let claims: Vec<Claim> = claims
        .into_iter()
        .filter_map(|claim| tidied(&view, claim))
        .flat_map(|claim| quotation::parts(&view, claim))
        .flat_map(|claim| shared(&view, claim))
        .collect();
    let mut positions: Vec<Position> =
        claims.iter().filter_map(|claim| position(&view, &writer, claim)).collect();
    positions
        .sort_by_key(|position| (position.evidence.first(), position.content.first().copied()));
    speakers::carry_over(&view, &mut positions);
    speakers::keep(&view, &mut positions);
    repeated::leave_out(&view, &mut positions);
    salience::weigh(&view, &mut positions);
    relations::link(&view, &mut positions);
    positions
}

/// The claims of all cues outside of quotations.
fn cues(view: &View<'_>) -> Vec<Claim> {
    let spoken: Vec<bool> = view
        .analysis
        .quotations
        .iter()
        .map(|quotation| quotation::is_speech(view, quotation))
        .collect();
    let mut claims = Vec::new();
    for token in 0..view.analysis.tokens.len() {
        if view.quotation(token).is_some_and(|quotation| spoken[quotation]) {
            continue;
        }
        // "Clinton-supporting" reports nothing.
        let joined =
            view.xpos(token + 1) == "HYPH" || (token > 0 && view.xpos(token - 1) == "HYPH");
        if joined && view.upos(token) != Upos::Propn {
            continue;
        }
        // "475 pledged delegates": the number counts the noun behind, and nobody pledges.
        let counts = |number: usize| {
            view.deprel(number) == Deprel::Nummod && view.head(number).is_some_and(|it| it >= token)
        };
        if token > 0 && view.upos(token) == Upos::Verb && counts(token - 1) {
            continue;
        }
        let claim = match view.upos(token) {
            // "was convinced that": the participle is read as the adjective that it is.
            Upos::Verb if view.xpos(token) == "VBN" => {
                adjective::of_adjective(view, token).or_else(|| cue::of_verb(view, token))
            }
            Upos::Verb | Upos::Aux
                if view.preposition(token).as_deref() == Some("according to") =>
            {
                nominal::of_preposition(view, token)
            }
            Upos::Verb | Upos::Aux => {
                cue::of_verb(view, token).or_else(|| adjective::of_adjective(view, token))
            }

            Upos::Adj => adjective::of_adjective(view, token),
            Upos::Noun => {
                nominal::of_noun(view, token)
                    .or_else(|| nominal::of_preposition(view, token))
                    // "The stream confirms that", with the verb taken for a plural.
                    .or_else(|| {
                        let verbal = view.xpos(token) == "NNS" && heads_sentence(view, token);
                        if verbal { cue::of_verb(view, token) } else { None }
                    })
                    .or_else(|| stance::of(view, token))
            }
            Upos::Propn | Upos::Pron | Upos::Num => {
                nominal::of_preposition(view, token).or_else(|| stance::of(view, token))
            }
            _ => None,
        };
        let claim = claim.map(|claim| whole::without_others(view, claim));
        claims.extend(claim.map(|claim| whole::without_denial(view, claim)));
    }
    claims
}

/// Whether a word taken for a noun heads its sentence as a verb would.
fn heads_sentence(view: &View<'_>, token: usize) -> bool {
    view.head(token).is_none() && view.analysis.subject(token).is_some()
}

/// Leaves out what is said inside another claim, so that the article is read one level deep; but what is another
/// actor's there is kept.
fn outermost(view: &View<'_>, mut claims: Vec<Claim>) -> Vec<Claim> {
    claims.sort_by_key(|claim| (std::cmp::Reverse(claim.len()), claim.cue));
    let (mut kept, mut inner): (Vec<Claim>, Vec<Claim>) = (Vec::new(), Vec::new());
    // Claims of one stretch of the text alone can lie in each other.
    let mut covered: std::collections::BTreeMap<usize, usize> = std::collections::BTreeMap::new();
    for claim in claims {
        let inside = |place: TextRange| {
            covered.range(..=place.start()).next_back().is_some_and(|(_, &end)| place.end() <= end)
        };
        let nested = claim
            .cue_range
            .map_or_else(|| claim.content.iter().all(|&range| inside(range)), inside)
            || claim.content.iter().all(|&range| inside(range));
        // "a plan backed by Peru but opposed by Chile": each is told of the one plan.
        let told_of = |claim: &Claim| {
            claim.cue.filter(|&cue| view.deprel(cue) == Deprel::Acl).map(|cue| view.head(cue))
        };
        let beside = || {
            kept.iter().any(|other| {
                other.content == claim.content
                    && other.cue != claim.cue
                    && told_of(other).is_some()
                    && told_of(other) == told_of(&claim)
            })
        };
        if nested && !beside() {
            inner.extend(handed_on(view, &kept, &claim));
            continue;
        }
        for range in &claim.content {
            cover(&mut covered, *range);
        }
        kept.push(claim);
    }
    kept.extend(inner);
    kept
}

/// Whoever hands on a claim that lies inside his own words and is another actor's: in `officials said that the king
/// refused to sign`, of the refusal, the officials. `None` where the claim tells nothing that the one around it does not.
fn handed_on(view: &View<'_>, kept: &[Claim], claim: &Claim) -> Option<Claim> {
    let cue = claim.cue_range?;
    // "Voters say they believe": whoever says it, whomever the pronoun was taken for.
    let own_pronoun = claim.holder.is_some_and(|holder| {
        let opens = |outer: &Claim| {
            let first = |range: &TextRange| view.range(holder).start() == range.start();
            outer.act == Act::Says && outer.content.iter().any(first)
        };
        view.is_one_of(holder, &["he", "she", "they", "it"]) && kept.iter().any(opens)
    });
    if own_pronoun {
        return None;
    }
    let of = |claim: &Claim| claim.holder.map_or(Holder::Unnamed, |holder| view.resolve(holder));
    let mut around = kept.iter().filter(|outer| outer.covers(cue));
    let (Some(outer), None) = (around.next(), around.next()) else { return None };
    // Not what the parser took into it of the words behind: "he refused to go, a friend of his said".
    let cut = |range: &TextRange| {
        let within = outer.content.iter().find(|said| said.overlaps(*range))?;
        let (start, end) = (range.start().max(within.start()), range.end().min(within.end()));
        Some(TextRange::new(start, end))
    };
    let content: Vec<TextRange> = claim.content.iter().filter_map(cut).collect();
    let own = outer.act == Act::Says
        && outer.manner != Manner::Quotation
        && is_said_itself(view, outer, claim)
        && claim.head.is_some()
        && !content.is_empty()
        && matches!(of(claim), Holder::Actor(_))
        && of(claim) != of(outer);
    own.then(|| Claim { via: claim.via.or(outer.holder), content, ..claim.clone() })
}

/// Whether the one around says the claim as such, and does not only speak of it: "she doubts that he believes it", "the call
/// for his remarks to be withdrawn". With "her refusal to sign" it is taken as known that she has refused.
fn is_said_itself(view: &View<'_>, outer: &Claim, claim: &Claim) -> bool {
    if claim.manner == Manner::Noun {
        let infinitive = |head: usize| view.children(head).any(|child| view.xpos(child) == "TO");
        return claim.holder.is_some_and(|holder| view.deprel(holder) == Deprel::NmodPoss)
            && claim.head.is_some_and(infinitive);
    }
    let told = matches!(claim.manner, Manner::Predicate | Manner::Clause);
    let Some((head, cue)) = outer.head.zip(claim.cue).filter(|_| told) else { return false };
    let modal = || view.children(head).any(|child| view.xpos(child) == "MD");
    let mut above = cue;
    while above != head {
        let way = view.deprel(above);
        match view.head(above) {
            // "officials said that the bank had failed to explain it": that is what they hold against it.
            Some(next) if view.lemma(next) == "fail" => return false,
            Some(next) if way == Deprel::Xcomp || way == Deprel::Conj && !modal() => above = next,
            _ => return false,
        }
    }
    true
}

/// `“We will go,” Lee said, according to the radio`: what Lee said is told as hers.
fn hands_on_speech(view: &View<'_>, claim: &Claim) -> bool {
    let (Some(cue), Some(first)) = (claim.cue_range, claim.content.first()) else { return false };
    let behind = claim.manner == Manner::Preposition || cue.start() >= first.end();
    let mut words = view.analysis.tokens_in(*first);
    let opens = view.quotation(words.start).is_some();
    let says = |token: usize| {
        view.quotation(token).is_none()
            && matches!(view.xpos(token), "VBD" | "VBZ")
            && lexicon::entries(view.lemma(token), Class::Verb)
                .iter()
                .any(|entry| entry.quote().is_some())
    };
    behind && opens && claim.manner != Manner::Quotation && words.any(says)
}

/// A claim of several actors as one of each, so that the line of each tells it.
fn shared(view: &View<'_>, claim: Claim) -> Vec<Claim> {
    let others = claim.holder.map_or_else(Vec::new, |holder| view.companions(holder));
    let of = |holder: usize| Claim { holder: Some(holder), ..claim.clone() };
    let others: Vec<Claim> = others.into_iter().map(of).collect();
    std::iter::once(claim).chain(others).collect()
}

/// Adds a stretch to those covered, joined with those that it touches.
fn cover(covered: &mut std::collections::BTreeMap<usize, usize>, range: TextRange) {
    let (mut start, mut end) = (range.start(), range.end());
    let touching: Vec<usize> = covered
        .range(..=end)
        .rev()
        .take_while(|&(_, &until)| until >= start)
        .map(|(&from, _)| from)
        .collect();
    for from in touching {
        if let Some(until) = covered.remove(&from) {
            (start, end) = (start.min(from), end.max(until));
        }
    }
    covered.insert(start, end);
}

/// `It is wrong to suggest that it fails`, `It means admitting that it fails`: nobody in particular does.
fn is_anybodys(view: &View<'_>, claim: &Claim) -> bool {
    let bare = |cue: usize| view.xpos(cue) == "VB" && view.is_infinitive(cue);
    let doing = |cue: usize| {
        view.xpos(cue) == "VBG"
            && matches!(claim.manner, Manner::Predicate | Manner::Clause)
            && view.child(cue, Deprel::Aux).is_none()
    };
    claim.holder.is_none()
        && claim.manner != Manner::Author
        && claim.cue.is_some_and(|cue| bare(cue) || doing(cue))
}

/// `The flood claimed hundreds of lives`: that is no claim.
fn is_taken(view: &View<'_>, claim: &Claim) -> bool {
    let claims =
        claim.cue.filter(|&cue| view.lemma(cue) == "claim" && view.upos(cue) == Upos::Verb);
    let object = claims.and_then(|cue| view.child(cue, Deprel::Obj));
    object.is_some_and(|object| {
        let of = || view.analysis.children_as(object, Deprel::Nmod);
        std::iter::once(object).chain(of()).any(|noun| {
            matches!(
                view.lemma(noun),
                "life"
                    | "victim"
                    | "casualty"
                    | "scalp"
                    | "prize"
                    | "title"
                    | "medal"
                    | "crown"
                    | "wicket"
                    | "seat"
            )
        })
    })
}

/// `at which Norway is expected to sign`, `where he was told`: where, the clause alone does not tell.
fn is_led_away(view: &View<'_>, claim: &Claim) -> bool {
    let clause = claim
        .cue
        .filter(|_| claim.manner == Manner::Passive)
        .filter(|&cue| matches!(view.deprel(cue), Deprel::AclRelcl | Deprel::AdvclRelcl));
    clause.is_some_and(|clause| {
        let mut words = view.analysis.subtree(clause).filter(|&token| view.is_word(token));
        words.next().is_some_and(|first| {
            view.is(first, "where") && matches!(view.upos(first + 1), Upos::Pron | Upos::Punct)
                || view.upos(first) == Upos::Adp
                    && words.next().is_some_and(|which| matches!(view.xpos(which), "WDT" | "WP"))
        })
    })
}

/// `Lee May Not Have Backed It`: where each word has a capital, a name looks like a verb and `May` like a month. The text says
/// the same below.
fn is_guessed(view: &View<'_>, claim: &Claim) -> bool {
    let place = claim.content.first().map(|range| range.start());
    let block = place.and_then(|place| view.document.block_of(place));
    // "Lee Just Revealed Who He’d Pick": a link to another article, among the paragraphs.
    let linked = claim.cue.is_some_and(|cue| {
        let sentence = &view.analysis.sentences[view.analysis.sentence_of(cue)];
        cue > sentence.tokens.start
            && view.word(cue).starts_with(char::is_uppercase)
            && has_capitals(sentence.range.slice(view.text()))
    });
    !matches!(claim.manner, Manner::Label | Manner::Quotation)
        && (block.is_some_and(|block| is_in_capitals(block, block.range.slice(view.text())))
            || linked)
}

fn position(view: &View<'_>, writer: &Writer<'_>, claim: &Claim) -> Option<Position> {
    // What an interviewer thinks is nobody's position.
    let asks = |holder: usize| {
        view.cast.genre == Genre::Interview
            && view.is_one_of(holder, &["I", "we", "me", "my", "us", "our"])
            && view.quotation(holder).is_none()
            && view.is_in_question(holder)
    };
    // "Statement by Ana Lee on the toll": whose words follow.
    let leads_in = |token: usize| {
        view.cast.genre == Genre::Speech && view.sentence(token).end <= view.speech_start()
    };
    if claim.holder.is_some_and(|holder| nobody::holds(view, holder) || asks(holder))
        || claim.cue.is_some_and(|cue| view.upos(cue) == Upos::Noun && leads_in(cue))
        || unreal::is_unreal(view, claim)
        || is_taken(view, claim)
        || noun_line::is_untold(view, claim)
        || called::is_named_by_what(view, claim) && !called::names(view, claim)
        || hanging::is_elliptic(view, claim)
        || is_anybodys(view, claim)
        || is_guessed(view, claim)
        || whole::is_verbless(view, claim)
        || is_led_away(view, claim)
    {
        return None;
    }
    let holder = match claim.holder {
        Some(holder) => view.resolve(holder),
        None if claim.manner == Manner::Author => {
            let turn = claim.head.and_then(|head| view.turn_of(head));
            turn.map_or_else(|| view.author(), Holder::Actor)
        }
        None => Holder::Unnamed,
    };
    // "They want safe streets", of whom the question or nobody tells: no line of its own.
    let pronoun = |it: usize| view.is_one_of(it, &["he", "she", "it", "they"]);
    if holder == Holder::Unnamed
        && claim.holder.is_some_and(|holder| pronoun(holder) && view.is_answer(holder))
    {
        return None;
    }
    let named = claim.holder.map(|holder| view.source(holder));
    // "a child who said", "the polls that show": the pronoun alone tells a reader nothing.
    let source = named.map(|pronoun| {
        let noun = claim.holder.map(|holder| (holder, view.antecedent(holder)));
        let meant = noun.filter(|&(relative, noun)| {
            noun < relative && (holder == Holder::Unnamed || view.is(relative, "that"))
        });
        meant.map_or(pronoun, |(_, noun)| view.source(noun).cover(pronoun))
    });
    let (certainty, marker) = act::firmness(view, claim);
    let (form, quoted) = form(view, &claim.content);
    // Whoever answers in an interview is quoted without marks.
    let answered =
        claim.manner == Manner::Author && claim.head.is_some_and(|head| view.is_answer(head));
    let form = if answered { Form::Direct } else { form };
    let content = match claim.manner {
        Manner::Author => author::core(view, writer, claim),
        _ if quoted < 0.5 => view.deed(claim).map(|deed| vec![deed]),
        _ => None,
    }
    .unwrap_or_else(|| claim.content.clone());
    let within = |cue: &TextRange| content.iter().any(|range| range.contains_range(*cue));
    let cue = claim.cue_range.filter(|cue| !within(cue));
    let evidence = Evidence::new(content.iter().copied().chain(cue).chain(source))?;
    let mut about = Vec::new();
    for range in &content {
        for actor in view.cast.mentioned_in(*range) {
            if !about.contains(&actor) {
                about.push(actor);
            }
        }
    }
    Some(Position {
        holder,
        source,
        via: claim.via.and_then(|via| view.cast.actor_of_token(via)).into_iter().collect(),
        cue: claim.cue_range,
        text: wording::text(view, writer, claim, holder, named),
        act: act::of(view, claim),
        form,
        certainty,
        marker,
        about,
        opposed: Vec::new(),
        replaces: None,
        salience: 0.0,
        evidence,
        content,
    })
}

/// A claim with its content in the order of the text, and without a relative pronoun at the end: of `letters to the editor
/// which all have read`, the boats. `None` where nothing is left.
fn tidied(view: &View<'_>, mut claim: Claim) -> Option<Claim> {
    claim.content.sort_unstable();
    claim.content.dedup();
    let last = claim.content.pop()?;
    claim.content.extend(without_relative(view, last));
    let claim = whole::with_condition(view, whole::without_title(view, claim));
    if claim.content.is_empty() || is_bare_pronoun(view, &claim.content) {
        return None;
    }
    whole::of(view, claim)
}

/// Whether all that is held is a pronoun that means nobody known: `would not talk about it`.
fn is_bare_pronoun(view: &View<'_>, content: &[TextRange]) -> bool {
    let [only] = content else { return false };
    let mut words = view.analysis.tokens_in(*only).filter(|&token| view.is_word(token));
    let Some(word) = words.next() else { return false };
    words.next().is_none()
        && view.is_one_of(word, &["it", "this", "that", "these", "those", "them"])
        && view.cast.actor_of_token(word).is_none()
}

/// A stretch without a relative pronoun at its end; `None` where nothing else is in it.
fn without_relative(view: &View<'_>, range: TextRange) -> Option<TextRange> {
    let tokens = view.analysis.tokens_in(range);
    let last = tokens.end.checked_sub(1)?;
    if view.xpos(last) != "WDT" || view.is(last, "that") {
        return Some(range);
    }
    view.trimmed(tokens.start..last)
}

/// The form of a content, and which share of its words stands in quotation marks.
fn form(view: &View<'_>, content: &[TextRange]) -> (Form, f32) {
    let tokens = content
        .iter()
        .flat_map(|range| view.analysis.tokens_in(*range))
        .filter(|&token| view.is_word(token));
    let (mut inside, mut outside) = (0, 0);
    for token in tokens {
        if view.quotation(token).is_some() {
            inside += 1;
        } else {
            outside += 1;
        }
    }
    let form = match (inside, outside) {
        (0, _) => Form::Indirect,
        (_, 0) => Form::Direct,
        _ => Form::Mixed,
    };
    (form, inside as f32 / (inside + outside).max(1) as f32)
}

/// Whether the place stands in a title or a heading.
fn is_headline(view: &View<'_>, range: TextRange) -> bool {
    let block = view.document.block_of(range.start());
    block.is_some_and(|block| matches!(block.kind, BlockKind::Title | BlockKind::Heading))
}

#[cfg(test)]
mod tests {
    use super::testing::{texts, texts_under};
    use super::*;
    use crate::briefing::{Certainty, actors};
    use crate::language;
    use crate::testing::document;

    #[test]
    fn a_link_in_capitals_tells_nothing() {
        assert_eq!(
            texts(
                "Tom Hall Just Revealed Who He’d Pick Between Lee And Ruiz — It Might Surprise You.\n\nThe mayor, Ana Lee, \
                 said that fees would rise."
            ),
            ["Ana Lee said that fees would rise."]
        );
    }

    #[test]
    fn the_mark_of_an_answer_is_no_part_of_it() {
        let text = "Q: Why did you go?\n\nA: Because they needed help, I think.";
        assert_eq!(texts(text), ["The author thinks because they needed help."]);
    }

    #[test]
    fn a_headline_in_capitals_is_no_source() {
        let text = "Ana Lee said on Monday that the toll might fall.";
        assert_eq!(
            texts_under("Lee May Not Have Backed the Toll", text),
            ["Ana Lee said on Monday that the toll might fall."]
        );
    }

    /// The holder, the cue and the content of each position, as the text has them.
    fn found(text: &str) -> Vec<(String, String, String)> {
        let document = document(text);
        let words = |range: TextRange| range.slice(document.text()).to_owned();
        let analysis = language::analyze(&document);
        let cast = actors::find(&document, &analysis);
        let joined = |ranges: &[TextRange]| {
            ranges.iter().map(|&range| words(range)).collect::<Vec<_>>().join(" … ")
        };
        find(&document, &analysis, &cast)
            .iter()
            .map(|position| {
                let source = position.source.map(words).unwrap_or_default();
                (source, position.cue.map(words).unwrap_or_default(), joined(&position.content))
            })
            .collect()
    }

    /// Whether the frame of an example such as `[The mayor] said {that taxes would rise}.` is found in it.
    fn holds(example: &str) -> bool {
        let plain = example.replace(['[', ']', '{', '}'], "");
        let between = |open: char, close: char| {
            example
                .split_once(open)
                .and_then(|(_, rest)| rest.split_once(close))
                .map(|(inside, _)| inside)
        };
        let letters = |text: &str| {
            text.chars().filter(|character| character.is_alphanumeric()).collect::<String>()
        };
        let (holder, content) =
            (between('[', ']').unwrap_or_default(), between('{', '}').unwrap_or_default());
        let holder = holder.strip_suffix("'s").or(holder.strip_suffix('\'')).unwrap_or(holder);
        // A deed is held with its verb: of `backed {the dam}`, all of it.
        let deed = |cue: &str| {
            let end = plain.rfind(content).map(|start| start + content.len())?;
            plain.get(plain.find(cue)?..end).map(letters)
        };
        let held = |cue: &str, said: &str| {
            let said = Some(letters(said));
            let mut verbs = std::iter::successors(Some(cue), |cue| Some(cue.split_once(' ')?.1));
            said == Some(letters(content)) || verbs.any(|verb| deed(verb) == said)
        };
        found(&plain).iter().any(|(source, cue, said)| {
            held(cue, said) && (holder.is_empty() || letters(source) == letters(holder))
        })
    }

    #[test]
    fn each_frame_is_found_in_its_example() {
        let mut failed = Vec::new();
        for line in lexicon::TABLE.lines().filter(|line| !line.starts_with('#')) {
            if !line.split('\t').nth(6).is_some_and(holds) {
                failed.push(line);
            }
        }
        assert!(failed.is_empty(), "{}: {failed:#?}", failed.len());
    }

    #[track_caller]
    fn check(text: &str, expected: &[(&str, &str, &str)]) {
        let found = found(text);
        let found: Vec<(&str, &str, &str)> = found
            .iter()
            .map(|(source, cue, content)| (source.as_str(), cue.as_str(), content.as_str()))
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_cue_stands_before_behind_or_inside_what_it_reports() {
        check(
            "The mayor said that taxes would rise.",
            &[("The mayor", "said", "that taxes would rise")],
        );
        check("Taxes would rise, the mayor said.", &[("the mayor", "said", "Taxes would rise")]);
        check(
            "The tax, the mayor said, would hurt the poor.",
            &[("the mayor", "said", "The tax … would hurt the poor")],
        );
        check(
            "According to the bank, prices fell in May.",
            &[("the bank", "According to", "prices fell in May")],
        );
    }

    #[test]
    fn a_quotation_goes_on_behind_its_cue_and_over_paragraphs() {
        check(
            "“We will go,” said Ana Lee. “We will not stay.”",
            &[("Ana Lee", "said", "“We will go,” … “We will not stay.”")],
        );
        check(
            "Ms. Lee said: “We will go.\n\n“We will not stay.”",
            &[("Ms. Lee", "said", "“We will go. … “We will not stay.”")],
        );
    }

    #[test]
    fn what_another_is_doubted_to_do_is_not_handed_on() {
        let text = "Tom Hall met Ana Lee. Hall said he was unconvinced that Lee backs the toll.";
        assert!(
            found(text).iter().all(|(holder, _, _)| !holder.contains("Lee")),
            "{:?}",
            found(text)
        );
    }

    #[test]
    fn words_that_another_hands_on_are_the_speakers() {
        check(
            "The ministry posted a statement attributed to Ana Lee: “The fleet has no part in the fighting.” \
             Lee spoke on Monday.",
            &[("Ana Lee", "attributed to", "“The fleet has no part in the fighting.”")],
        );
    }

    #[test]
    fn what_is_counted_pledges_nothing() {
        check("Ana Lee leads in the north, where 475 pledged delegates will be at stake.", &[]);
    }

    #[test]
    fn somebody_called_like_a_month_speaks() {
        check(
            "Ana May met lawmakers on Monday. After the debate, May claimed the plan would pass.",
            &[("May", "claimed", "the plan would pass")],
        );
    }

    #[test]
    fn what_claims_lives_claims_nothing() {
        assert_eq!(texts("The flood in the north has claimed hundreds of lives."), [""; 0]);
    }

    #[test]
    fn what_was_said_before_is_not_told_by_its_auxiliary() {
        let text = "The clerk asked whether they had paid. Ana Lee said they had. Tom Hall said he did not.";
        assert!(texts(text).iter().all(|line| !line.contains("said")), "{:?}", texts(text));
    }

    #[test]
    fn when_asked_is_only_when() {
        let text = "Ana Lee said it was safe, but when asked whether the port had a plan she replied: “We live here”.";
        assert!(texts(text).iter().all(|line| !line.contains("when asked")), "{:?}", texts(text));
    }

    #[test]
    fn a_pronoun_alone_tells_nothing() {
        check("The clerks would not talk about it.", &[]);
        check(
            "The clerks would not talk about the fire.",
            &[("The clerks", "would not talk about", "the fire")],
        );
    }

    #[test]
    fn who_is_of_a_view_holds_it() {
        check(
            "Experts and brokers are of the view that the market will recover.",
            &[("Experts and brokers", "view", "that the market will recover")],
        );
    }

    #[test]
    fn a_relative_pronoun_is_told_with_its_noun() {
        check(
            "A child who came by bus said the wall was high.",
            &[("A child", "said", "the wall was high")],
        );
        check(
            "The town has clubs that oppose the tax.",
            &[("clubs that", "oppose", "oppose the tax")],
        );
        check("There is nothing that suggests the wall was high.", &[]);
    }

    #[test]
    fn an_amount_and_another_verb_are_no_position() {
        check("Ana Lee claimed 41 percent of the vote.", &[]);
        check(
            "The figures show that Ana Lee not only showed up.",
            &[("The figures", "show", "that Ana Lee not only showed up")],
        );
    }

    #[test]
    fn a_fee_per_head_is_nobodys_word() {
        check("The city pays a fee per pupil that is too high.", &[]);
        check(
            "The road is closed, per the police.",
            &[("the police", "per", "The road is closed")],
        );
    }

    #[test]
    fn what_one_acts_by_says_nothing() {
        let told = texts;
        assert_eq!(told("The price fell to nine kroner per kilo ex Bergen, from ten."), [""; 0]);
        assert_eq!(
            told("In view of this poor answer, Ana Lee said the town would sue."),
            ["Ana Lee said the town would sue."]
        );
        let whole = "The council said the move would leave the town no option but to react according to the rules of the \
                     league.";
        assert_eq!(told(whole), [whole]);
    }

    #[test]
    fn what_is_said_goes_to_its_end() {
        for whole in [
            "The brokers said that if sales stay weak, as this week's fall suggests they may, rates could drop.",
            "Ana Lee added the port could not wait for the bill to pass and that help was required now.",
        ] {
            assert_eq!(texts(whole), [whole]);
        }
        assert_eq!(
            texts(
                "Late last month Minister Ana Roe said unless the strike ended she would cut the grant."
            ),
            ["Ana Roe said unless the strike ended she would cut the grant."]
        );
    }

    #[test]
    fn what_something_is_called_is_not_said() {
        let text = "While the “Salt. We’re on it.” campaign did not appeal to Ana Lee, she said she would not judge it.";
        assert_eq!(texts(text), ["Ana Lee said she would not judge it."]);
    }

    #[test]
    fn a_term_in_quotation_marks_is_no_position() {
        check("The “special operation” went on in the east.", &[]);
    }

    #[test]
    fn what_is_said_inside_a_report_is_no_report_of_its_own() {
        check(
            "The mayor said that the bank had warned of a crisis.",
            &[("The mayor", "said", "that the bank had warned of a crisis")],
        );
    }

    #[test]
    fn what_another_actor_holds_inside_a_report_is_its_own() {
        check(
            "Officials said that Peru rejected the treaty.",
            &[
                ("Officials", "said", "that Peru rejected the treaty"),
                ("Peru", "rejected", "the treaty"),
            ],
        );
    }

    #[test]
    fn who_has_not_recognized_a_state_opposes_it() {
        let document = document(
            "The king has not recognized the republic. The envoy may have denied the report.",
        );
        let analysis = language::analyze(&document);
        let positions = find(&document, &analysis, &Cast::default());
        let told: Vec<(Act, Certainty)> =
            positions.iter().map(|position| (position.act, position.certainty)).collect();
        assert_eq!(told, [(Act::Opposes, Certainty::Negated), (Act::Denies, Certainty::Hedged)]);
    }

    #[test]
    fn contents_are_the_articles_own_text() {
        let text = "“We will go,” said Ana Lee, the mayor. “Or stay.” She warned – twice – that prices, high as they are, \
                    could rise. According to the bank, 🙂 growth “slowed” in May.";
        let document = document(text);
        let analysis = language::analyze(&document);
        let cast = actors::find(&document, &analysis);
        for position in find(&document, &analysis, &cast) {
            assert!(!position.content.is_empty());
            for range in position.content.iter().chain(&position.cue).chain(&position.source) {
                assert_eq!(*range, range.trim(text), "{position:?}");
                assert!(!range.slice(text).is_empty());
            }
        }
    }

    #[test]
    fn nobody_is_sure_of_what_is_yet_to_be_made_sure() {
        let text = "To make sure the work continues, the executive order will have a review. The work is late.";
        assert!(texts(text).iter().all(|line| !line.contains("was sure")));
    }

    #[test]
    fn what_a_relative_clause_tells_of_is_no_clause() {
        let text = "The order that Tom Hall plans to sign on Friday will have a review.";
        assert!(
            texts(text).iter().all(|line| !line.starts_with("The order is")),
            "{:?}",
            texts(text)
        );
        let text = "The plan, which Norway is expected to sign, is late.";
        assert_eq!(texts(text), ["Norway is expected to sign the plan."]);
    }

    #[test]
    fn what_is_told_in_brackets_is_not_what_is_known() {
        let text = "We know their average age (63), their marital status (90 percent are married) and their sign.";
        assert_eq!(texts(text), [text]);
    }

    #[test]
    fn neither_is_told_with_its_first_word() {
        let text = "Nor is it well known how fast the oil will break down.";
        assert!(texts(text).iter().all(|line| line == text), "{:?}", texts(text));
    }

    #[test]
    fn what_is_made_sure_or_clear_is_told_with_its_verb() {
        let text = "Ana Lee made sure that the road was open. She has made clear that the toll will stay. Lee left.";
        assert_eq!(
            texts(text),
            [
                "Ana Lee made sure that the road was open.",
                "Ana Lee has made clear that the toll will stay."
            ]
        );
    }

    #[test]
    fn what_a_letter_is_addressed_to_is_not_said() {
        let text = "At a meeting of the so-called \"friends of the port,\" Ana Lee said the toll was \"a joke.\"";
        assert_eq!(texts(text), ["Ana Lee said the toll was \"a joke.\""]);
    }

    #[test]
    fn a_clause_led_by_a_preposition_tells_nothing_alone() {
        let text = "The talks, at which Norway is expected to back the plan, begin in May.";
        assert!(texts(text).iter().all(|line| !line.starts_with("At which")), "{:?}", texts(text));
        assert_eq!(
            texts("Norway can neither back the plan nor reject it."),
            ["Norway cannot back the plan."]
        );
    }

    #[test]
    fn words_that_a_text_hands_on_are_told_once() {
        let text = "“We will go to the port,” Ana Lee told the crew, according to a statement.";
        assert_eq!(texts(text), ["Ana Lee told the crew: “We will go to the port”."]);
    }

    #[test]
    fn what_nobody_in_particular_does_is_no_position() {
        assert!(texts("Ana Lee fell ill. It means admitting that the plan has failed.").is_empty());
    }

    #[test]
    fn what_helps_one_verb_helps_the_others() {
        let text = "Ana Lee will open the port, stop backing the union, and cut the toll.";
        assert_eq!(texts(text), ["Ana Lee will stop backing the union."]);
    }

    #[test]
    fn a_condition_behind_what_will_be_stays() {
        let text = "Norway hopes to sign by May but has made clear that it will walk away unless the price is cut.";
        let condition = "Norway has made clear that it will walk away unless the price is cut.";
        assert!(texts(text).contains(&condition.to_owned()), "{:?}", texts(text));
        assert!(
            texts("Norway neither backed the plan nor rejected it.")
                .iter()
                .all(|line| !line.contains("Norway not"))
        );
    }
}
