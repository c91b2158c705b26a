//! Dated events: when something was, is planned, or might be, in the order of the dates.
//!
//! `expression` finds the words that give a date, `resolve` says when that was, `tense` whether it is to come,
//! `eventless` which dates tell no event, and `telling` which clause does. Here each is joined to that clause, which names
//! the event in its own words.

mod eventless;
mod expression;
mod published;
mod relative;
mod resolve;
mod telling;
mod tense;
pub(super) mod vocabulary;

use jiff::civil::Date;

use super::actors::Cast;
use super::phrase::piece::finish;
use super::phrase::{Cut, Writer};
use super::{Event, EventStatus, Evidence};
use crate::document::Document;
use crate::language::{Analysis, Deprel, Sentence, Upos};
use crate::text::{TextRange, one_line, unwrapped};

pub(super) use expression::Expression;

use expression::{Anchor, When};
use resolve::{Resolved, Tense, resolve};
use telling::{event_clause, joined, said_alone, telling_clause};
use tense::Direction;

/// An event of a sentence, with the word that its date hangs on.
struct Dated {
    when: Resolved,
    head: Option<usize>,
    event: Event,
}

/// All words that give a date, in the order of the text.
pub(super) fn expressions(text: &str, analysis: &Analysis) -> Vec<Expression> {
    let found = |sentence: &Sentence| expression::find(text, sentence.range);
    analysis.sentences.iter().flat_map(found).collect()
}

/// The day that is all that the line at `range` says: `May 4, 2025.`
pub(super) fn day_line(text: &str, range: TextRange) -> Option<TextRange> {
    let found = expression::find(text, range).into_iter().next()?;
    let rest = |range: TextRange| range.slice(text).contains(char::is_alphanumeric);
    let day = matches!(found.when, When::Day { .. });
    let alone = !rest(TextRange::new(range.start(), found.range.start()))
        && !rest(TextRange::new(found.range.end(), range.end()));
    (day && alone).then_some(found.range)
}

/// In the order of the dates, and of the text where they agree; `dates` are all that the text has.
pub(super) fn find(
    document: &Document,
    analysis: &Analysis,
    cast: &Cast,
    dates: &[Expression],
) -> Vec<Event> {
    let writer = Writer::new(document.text(), analysis, cast);
    let published = published::day(document, analysis);
    let mut calendar = Calendar { document, writer, published, told: None };
    let mut events = Vec::new();
    for sentence in &analysis.sentences {
        let start = dates.partition_point(|date| date.range.start() < sentence.range.start());
        let end = dates.partition_point(|date| date.range.start() < sentence.range.end());
        events.extend(calendar.events_of(sentence, &dates[start..end]));
    }
    events.sort_by(|a: &Event, b| a.date.cmp(&b.date));
    events.dedup_by(|b, a| a.date == b.date && a.text == b.text);
    events
}

/// What the days of one article are.
struct Calendar<'a> {
    document: &'a Document,
    writer: Writer<'a>,
    /// The day on which it was published.
    published: Option<Date>,
    /// The date that it named last.
    told: Option<Resolved>,
}

/// A date, where it is written.
struct Place {
    token: usize,
    tense: Tense,
    when: Resolved,
    /// The end of the span that starts with it.
    last: Option<Resolved>,
}

impl Calendar<'_> {
    /// The events of a sentence, of which `found` are all dates.
    fn events_of(&mut self, sentence: &Sentence, found: &[Expression]) -> Vec<Event> {
        let analysis = self.writer.tree.analysis;
        let all: Vec<usize> = found
            .iter()
            .filter_map(|date| analysis.head_of(analysis.tokens_in(date.range)))
            .collect();
        let mut here: Vec<Dated> = Vec::new();
        let mut ended = None;
        for (idx, &expression) in found.iter().enumerate() {
            // The end of a span that was told with its start: a date is one day, month or year.
            if ended.take() == Some(idx) {
                continue;
            }
            let Some(place) = self.place(found, idx) else { continue };
            if !self.may_tell(sentence, expression) || self.is_eventless(&place, found, idx) {
                // "studied the floods over 2000–2050": what the start of a span tells no event of, its end does not.
                ended = place.last.is_some().then_some(idx + 1);
                continue;
            }
            let status = self.status(&place, expression);
            // What has been is none of a day to come: "has studied the floods of 2050".
            if status == EventStatus::Past
                && self.published.is_some_and(|day| place.when.is_after(day))
            {
                continue;
            }
            let until = self.until(&place);
            let range = match (until, found.get(idx + 1)) {
                (Some(_), Some(last)) => expression.range.cover(last.range),
                _ => expression.range,
            };
            let dates = (place.when, until);
            let event = event(&self.writer, (place.token, &all), range, dates, status);
            if event.is_some() && until.is_some() {
                ended = Some(idx + 1);
            }
            // "On Sunday night (March 4)" tells one day twice.
            let new = |event: &Event| {
                !here.iter().any(|other| {
                    other.when == place.when
                        && other.event.evidence.first().overlaps(event.evidence.first())
                })
            };
            let head = self.writer.tree.head(place.token);
            here.extend(event.filter(new).map(|event| Dated { when: place.when, head, event }));
        }
        // "It runs through March 11 this year": the day says it. But "it will close this month, the mayor said in a letter
        // on Friday" has two, and so has "sold two boats that year and another in May".
        let finer = |coarse: &Dated| {
            here.iter().any(|other| {
                other.event.text == coarse.event.text
                    && coarse.when.holds(other.when)
                    && !is_of_another(analysis, coarse, other)
                    && (other.head == coarse.head || other.event.status == coarse.event.status)
            })
        };
        here.iter().filter(|&dated| !finer(dated)).map(|dated| dated.event.clone()).collect()
    }

    /// When the date at `idx` is; it is the one that was told last from now on.
    fn place(&mut self, found: &[Expression], idx: usize) -> Option<Place> {
        let (document, tree) = (self.document, &self.writer.tree);
        let expression = *found.get(idx)?;
        let token = tree.analysis.head_of(tree.analysis.tokens_in(expression.range))?;
        if eventless::is_name(tree.analysis, expression)
            || eventless::is_law(tree, expression, token)
        {
            return None;
        }
        let look = tense::look(tree, token);
        let tense = look.tense;
        let when = match with_next_year(document.text(), found, idx).unwrap_or(expression.when) {
            // "Said in May that it would close within a year": from then on.
            When::Ahead { unit, count }
                if idx > 0 && tense == Tense::Future && tense::is_reported(tree, token) =>
            {
                When::Offset { anchor: Anchor::Told, unit, count }
            }
            when => when,
        };
        let dated = resolve(when, self.published, self.told, look)?;
        let last = found.get(idx + 1).filter(|_| is_span(document.text(), found, idx));
        let last = last.and_then(|last| resolve(last.when, self.published, Some(dated), look));
        // "It is to run from January 23 through March 9" may be written in between.
        let dated = last
            .filter(|&last| tense != Tense::Past && !dated.reaches(last))
            .and_then(|last| resolve::start(when, last))
            .unwrap_or(dated);
        self.told = Some(dated);
        Some(Place { token, tense, when: dated, last })
    }

    /// The end of what starts then. What has begun and is to end has two dates.
    fn until(&self, place: &Place) -> Option<Resolved> {
        let under_way = |last: Resolved| {
            self.published.is_some_and(|day| place.when.is_before(day) && last.is_after(day))
        };
        place.last.filter(|&last| place.when.reaches(last) && !under_way(last))
    }

    /// Whether a sentence may tell an event: a line without a verb tells none, a signature, a caption, a heading; nor does a
    /// question.
    fn may_tell(&self, sentence: &Sentence, expression: Expression) -> bool {
        let analysis = self.writer.tree.analysis;
        let mut tokens = sentence.tokens.clone();
        let has_verb = tokens.any(|token| matches!(analysis.upos(token), Upos::Verb | Upos::Aux));
        let said = sentence.range.slice(self.document.text());
        let said = said.trim_end_matches(['”', '"', '’', '\'']);
        let asked = said.ends_with('?').then(|| sentence.range.start() + said.len());
        // Who asks is no part of the question: "On Monday she asked the council: “Who pays?”"
        let asks = asked.is_some_and(|end| {
            let quoted = analysis
                .quotations
                .iter()
                .find(|quotation| quotation.range.start() < end && end <= quotation.range.end());
            quoted.is_none_or(|quoted| expression.range.end() > quoted.range.start())
        });
        (has_verb || analysis.tags.is_empty())
            && !asks
            // A place line has no event.
            && published::place_line(self.document, sentence, expression).is_none()
    }

    /// Whether nothing happened then: what is compared with a date is none of that day, and a decade or a century tells an age.
    fn is_eventless(&self, place: &Place, found: &[Expression], idx: usize) -> bool {
        let (text, tree) = (self.document.text(), &self.writer.tree);
        let (expression, token) = (found[idx], place.token);
        matches!(place.when, Resolved::Decade(_) | Resolved::Century(_))
            || eventless::is_compared(text, expression.range)
            || eventless::is_measure(tree, token)
            || eventless::is_nowadays(tree, expression, token)
            || eventless::is_record(tree, token)
            || eventless::is_order(tree, expression, token)
            || eventless::is_habit(tree, expression, token, place.tense)
            || eventless::is_alternative(text, found, idx)
            || eventless::is_end_alone(text, found, idx)
            || eventless::tells_apart(tree, expression, token)
    }

    fn status(&self, place: &Place, expression: Expression) -> EventStatus {
        let &Place { token, tense, when, .. } = place;
        // "Worse off than in 2019": whatever the clause says of what is to come, this has been.
        let direction = tense::direction(self.document.text(), expression);
        match self.published {
            _ if direction == Some(Direction::Behind) => EventStatus::Past,
            Some(published) if when.is_before(published) => EventStatus::Past,
            _ => {
                let ahead = self.is_ahead(place) || direction == Some(Direction::Ahead);
                let over = self.published.is_none_or(|day| !when.reaches_beyond(day));
                tense::status(self.document, &self.writer.tree, token, ahead, over, tense)
            }
        }
    }

    /// "The trial begins on 28 November": in the present, a day without its year is mostly to come, but "May prices are high"
    /// tells which prices.
    fn is_ahead(&self, place: &Place) -> bool {
        let &Place { token, tense, when, .. } = place;
        if let Some(published) = self.published {
            return when.is_after(published);
        }
        let tree = &self.writer.tree;
        let of_a_noun = matches!(
            tree.deprel(token),
            Deprel::Compound | Deprel::Amod | Deprel::NmodPoss | Deprel::Nummod
        );
        // "The firm emits less by 2030", "banks have until 1990".
        let by = tree.children(token).any(|child| tree.is_word(child, &["by", "until", "till"]));
        tense == Tense::Future
            || tense::is_meant_for(tree, token)
            || tense == Tense::Present && (by || when.year().is_none()) && !of_a_noun
    }
}

/// Whether a date that lies in another is of one more thing than that: `two boats that year and another in May`.
fn is_of_another(analysis: &Analysis, coarse: &Dated, fine: &Dated) -> bool {
    let end = |dated: &Dated| analysis.tokens_in(dated.event.date_range).end;
    (end(coarse)..end(fine)).any(|token| {
        analysis.deprel(token) == Deprel::Conj
            && (fine.head == Some(token) || matches!(analysis.upos(token), Upos::Det | Upos::Pron))
            && analysis.upos(token) != Upos::Verb
            && analysis.ancestors(token).any(|above| Some(above) == coarse.head)
    })
}

/// Whether a date and the next one are the ends of one span: `between 2001 and 2007`, `from May to July`, `2001–07`.
fn is_span(text: &str, found: &[Expression], idx: usize) -> bool {
    let (Some(first), Some(last)) = (found.get(idx), found.get(idx + 1)) else { return false };
    let between = TextRange::new(first.range.end(), last.range.start()).slice(text).trim();
    let before = text.get(..first.range.start()).unwrap_or_default().trim_end();
    let behind = |word: &str| {
        before.len() >= word.len()
            && before
                .get(before.len() - word.len()..)
                .is_some_and(|end| end.eq_ignore_ascii_case(word))
    };
    match between {
        // "in May 1968 to May 1969".
        "to" | "until" | "till" | "through" => behind("from") || first.is_like(*last),
        "and" => behind("between"),
        "-" | "–" | "—" => true,
        _ => false,
    }
}

/// The month or day with the year that only the next one says: `in June and July of 1973`.
fn with_next_year(text: &str, found: &[Expression], idx: usize) -> Option<When> {
    let (first, next) = (found.get(idx)?, found.get(idx + 1)?);
    let between = TextRange::new(first.range.end(), next.range.start()).slice(text).trim();
    if !matches!(between, "and" | "or" | "to" | "until" | "through" | "," | "-" | "–" | "—") {
        return None;
    }
    let (When::Day { year: Some(year), month: last, .. }
    | When::Month { year: Some(year), month: last, .. }) = next.when
    else {
        return None;
    };
    // "between December and March 2004".
    let of = |month: i8| Some(year - i16::from(month > last));
    match first.when {
        When::Day { year: None, month, day, weekday } => {
            Some(When::Day { year: of(month), month, day, weekday })
        }
        When::Month { year: None, month, side } => {
            Some(When::Month { year: of(month), month, side })
        }
        _ => None,
    }
}

fn event(
    writer: &Writer<'_>,
    (token, all): (usize, &[usize]),
    date: TextRange,
    (dated, until): (Resolved, Option<Resolved>),
    status: EventStatus,
) -> Option<Event> {
    let tree = &writer.tree;
    let mut clause = telling_clause(tree, event_clause(tree, token));
    // "After it had closed in May": what closed is said above.
    for _ in 0..4 {
        let Some(above) = tree.head(clause) else { break };
        if writer.statement(clause, Cut::Nothing).is_some_and(|line| !line.dangling) {
            break;
        }
        clause = telling_clause(tree, event_clause(tree, above));
    }
    let range = tree.range(clause).cover(date);
    let words = date.slice(tree.text);
    // "It was shut in May but was sold in June": each date has its own.
    let joined = joined(writer, clause);
    let lies_in = |token: usize, part: usize| {
        token == part || tree.ancestors(token).any(|above| above == part)
    };
    let own = joined
        .iter()
        .rev()
        .copied()
        .find(|&part| lies_in(token, part) && all.iter().any(|&other| !lies_in(other, part)));
    let tells = |other: usize, part: usize| {
        let told = telling_clause(tree, event_clause(tree, other));
        lies_in(other, part) && (told == part || told == clause)
    };
    let others: Vec<usize> = joined
        .into_iter()
        .filter(|&part| !lies_in(token, part) && all.iter().any(|&other| tells(other, part)))
        .collect();
    let line = |cut| {
        let line = match own {
            Some(own) => writer.second_predicate(clause, own, cut, &others)?,
            None => writer.statement_without(clause, cut, &others)?,
        };
        (line.text.split_whitespace().count() > 2).then_some(line.text)
    };
    // An aside is said where the date lies in it: without it the line would date something else.
    let whole = || line(Cut::Nothing).filter(|line| line.contains(words));
    let text = match line(Cut::Asides) {
        Some(short) if short.contains(words) => short,
        Some(short) => whole().unwrap_or(short),
        None => finish(&one_line(range.slice(tree.text)), '.'),
    };
    // A sentence in brackets stands alone without them.
    let inner = unwrapped(&text).map(|inner| finish(inner, '.'));
    let text = said_alone(tree, clause, inner.unwrap_or(text));
    Some(Event {
        date: dated.edtf(),
        until: until.map(Resolved::edtf),
        date_range: date,
        status,
        text,
        evidence: Evidence::one(range)?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::analyze;
    use crate::testing;

    fn events(text: &str, published: Option<&str>) -> Vec<Event> {
        let mut document = testing::document(text);
        document.meta.published = published.map(|date| date.parse::<jiff::civil::Date>().unwrap());
        let analysis = analyze(&document);
        let dates = expressions(document.text(), &analysis);
        find(&document, &analysis, &Cast::default(), &dates)
    }

    /// News sentences, the day on which they were published, and what they date: the expression is
    /// marked, and the last column is its date, or `-` where there is none.
    const NEWS: &[(&str, &str, &str)] = &[
        ("2022-03-04", "The referendum was held on «Feb. 27, 2022».", "2022-02-27"),
        (
            "2021-09-20",
            "Families met at the memorial on «Sept. 11» to read the names.",
            "2021-09-11",
        ),
        ("2020-05-02", "The «Sept. 11» attacks changed how the country saw itself.", "2001-09-11"),
        ("2022-06-10", "The two ministers met in «March» and agreed on a pipeline.", "2022-03"),
        (
            "2022-06-10",
            "The cabinet resigned in «November» after a vote of no confidence.",
            "2021-11",
        ),
        ("2022-06-10", "Voters will choose a new parliament in «November».", "2022-11"),
        ("2022-11-20", "The bank is expected to raise rates in «February».", "2023-02"),
        ("2022-06-10", "Construction is to begin in «early 2023».", "2023"),
        ("2024-05-15", "The convoy arrived on «Monday evening».", "2024-05-13"),
        ("2024-05-15", "The premier resigned «last Thursday».", "2024-05-09"),
        ("2024-05-15", "The senate will vote on «Friday».", "2024-05-17"),
        ("2024-05-15", "The court ruled on «Wednesday» that the law was void.", "2024-05-15"),
        ("2024-05-15", "The bridge should reopen by «the end of the year».", "2024"),
        (
            "2024-05-15",
            "The army shelled the town on «May 3». «Three days later» it withdrew.",
            "2024-05-03 2024-05-06",
        ),
        ("2024-05-15", "Prices rose sharply «this spring».", "2024-21"),
        ("2024-05-15", "The peninsula has been disputed since «2014».", "2014"),
        ("2024-05-15", "The delegation will travel to Oslo «later this month».", "2024-05"),
        ("2024-05-15", "Exports fell «last year».", "2023"),
        ("2024-05-15", "A new levy takes effect «next year».", "2025"),
        ("2024-01-10", "The strike ended «last month».", "2023-12"),
        ("2024-05-15", "The mayor was arrested «yesterday».", "2024-05-14"),
        ("2024-05-15", "The envoys will meet «tomorrow».", "2024-05-16"),
        ("2024-05-15", "The treaty was signed «10 years ago».", "2014"),
        ("2024-05-15", "The rebels took the city «two weeks ago».", "2024-05"),
        ("2024-05-15", "The treaty was signed on «27 February 1976».", "1976-02-27"),
        ("2024-05-15", "The pact of the «11th of June» held for a year.", "2023-06-11"),
        ("2024-05-15", "Elections are planned for «October 2026».", "2026-10"),
        ("2024-05-15", "He led the party between «1997 and 2003».", "1997/2003"),
        ("2024-05-15", "Prices rose from «May 2021 to July 2022».", "2021-05/2022-07"),
        ("2024-05-15", "She was the first lady of the town, «1981-1989».", "1981/1989"),
        ("2024-05-15", "She ruled in «1990» and «1994».", "1990 1994"),
        (
            "2024-02-15",
            "If the council rejects the plan, a vote could follow «in the autumn».",
            "2024-23",
        ),
        ("2024-05-15", "The «2014-18» crisis emptied the treasury.", "2014"),
        ("2024-05-15", "The border reopened in «mid-April».", "2024-04"),
        ("2024-05-15", "The law was passed in «late January».", "2024-01"),
        ("2024-05-15", "Parliament rose in «the summer of 2019».", "2019-22"),
        ("2024-05-15", "The governor took office «last fall».", "2023-23"),
        ("2024-05-15", "The order, issued on «2024-03-02», was never published.", "2024-03-02"),
        ("2024-05-15", "She was released on «New Year’s Day».", "2024-01-01"),
        ("2024-05-15", "Protests began on «Saturday, April 6».", "2024-04-06"),
        (
            "2024-05-15",
            "The mill burnt down in «May 2016». «The following spring» it was rebuilt.",
            "2016-05 2017-21",
        ),
        (
            "2024-05-15",
            "The guild was founded in «May 1999». «The previous March» its rival had closed.",
            "1999-05 1999-03",
        ),
        (
            "2024-05-15",
            "The guild was founded in «May 1999». «That same year» the port closed.",
            "1999-05 1999",
        ),
        (
            "2024-05-15",
            "The king died on «May 3, 1999». His son was crowned «the following Monday».",
            "1999-05-03 1999-05-10",
        ),
        (
            "2024-05-15",
            "The mill burnt down in «2016». It had been sold «the year before».",
            "2016 2015",
        ),
        (
            "2024-05-15",
            "The miners were taken in «2016». «The next year» their captors released two videos of them and another in \
             «May 2017».",
            "2016 2017 2017-05",
        ),
        (
            "2024-05-15",
            "The plan was shelved in «2016» and revived «the following year».",
            "2016 2017",
        ),
        (
            "2024-05-15",
            "The ceasefire ended on «April 9»; «the next day» shells fell again.",
            "2024-04-09 2024-04-10",
        ),
        ("2024-05-15", "The talks will resume «next week».", "2024-05"),
        ("2024-05-15", "The port was closed «earlier this week».", "2024-05"),
        ("2024-05-15", "The final vote will be held «in two weeks».", "2024-05"),
        ("2024-05-15", "The ban was lifted by a decree of «‘Dec. 12’».", "2023-12-12"),
        ("2024-05-15", "The results came in «last night».", "2024-05-14"),
        ("2024-05-15", "Prices fell in the run-up to the «2014» election.", "2014"),
        ("2024-05-15", "A «2014» study warned of floods.", "2014"),
        ("2024-05-15", "The senate passed the «2010» harbour act and left.", "2010"),
        ("", "The mill lost money between «March and July 9».", "XXXX-03/XXXX-07-09"),
        ("", "The mill lost money in «June» and «July of 1973».", "1973-06 1973-07"),
        ("", "The family ran the mill in «1973 to 2001».", "1973/2001"),
        ("2024-05-15", "Trade has fallen since «September 11».", "2001-09-11"),
        ("2015-05-07", "The first vote is to be held on «November 20».", "2015-11-20"),
        ("2024-05-15", "They came in «May» and left on the next Tuesday.", "2024-05"),
        ("", "The uprising of «June 17» failed.", "XXXX-06-17"),
        // What is dated may lie ahead of a clause that is over, and behind one that is to come.
        ("2024-05-15", "The two met ahead of the «June 7» vote.", "2024-06-07"),
        ("2024-05-15", "He asked her to speak in Oslo on «June 7».", "2024-06-07"),
        ("2024-05-15", "She left on «June 7».", "2023-06-07"),
        ("2024-08-15", "He denied it during an interview in «October».", "2023-10"),
        ("2024-05-15", "The results of «Tuesday»’s vote will force him to leave.", "2024-05-14"),
        ("2024-05-15", "The fall came in «June of last year».", "2023-06"),
        ("2024-08-15", "The fall came in «June of last year».", "2023-06"),
        ("2024-01-15", "They met «this past September».", "2023-09"),
        ("2024-05-15", "Riots in 1968 cost him the vote «that November».", "1968-11"),
        ("2024-05-15", "The issue could matter in the vote in «November».", "2024-11"),
        ("2024-05-15", "He could not leave in «November».", "2023-11"),
        ("2024-05-15", "He said so in a speech on «June 7».", "2023-06-07"),
        ("2024-05-15", "The win in «Thursday»’s vote gives her hope.", "2024-05-09"),
        ("2024-05-15", "The board met on the last Friday in «August».", "2023-08"),
        ("2024-05-15", "The fair opened in «May last year».", "2023-05"),
        ("2024-06-15", "The service will be held on «Friday, March 1» at noon.", "2024-03-01"),
        ("2019-11-19", "She was due to be released in «September».", "2019-09"),
        ("2019-11-20", "The mayor cancelled a rise in fares planned for «Oct. 15».", "2019-10-15"),
        // What something else is compared with.
        ("", "The mill will pay ten million kroner, up from six million in 2019.", ""),
        (
            "",
            "Exports fell to four tonnes in «2022», compared with nine tonnes in all of 2021.",
            "2022",
        ),
        ("", "It sold 12 ships in «2022» against 14 in 2021.", "2022"),
        // Names that are no dates.
        ("2024-05-15", "He spoke on the show “This Week” of the plan.", ""),
        ("2024-05-15", "He told the Selm Today show of the plan.", ""),
        ("2024-05-15", "She joined the March on Selm as a student.", ""),
        ("2024-05-15", "The fund grew over the next year.", ""),
        // Under way: it has begun, and is to end.
        (
            "2024-05-15",
            "The show is to run from «May 3» through «June 9».",
            "2024-05-03 2024-06-09",
        ),
        ("", "The toll was raised «last June».", "XXXX-06"),
        (
            "",
            "The uprising of June 1953 began on a Wednesday, and «the next month» the border shut.",
            "1953-06 1953-07",
        ),
    ];

    #[test]
    fn news_expressions_are_dated() {
        let mut wrong = Vec::new();
        for (published, marked, expected) in NEWS {
            let text = testing::unmark(marked);
            let found = events(&text, Some(*published).filter(|date| !date.is_empty()));
            let mut by_place: Vec<(TextRange, String)> =
                found.iter().map(|event| (event.date_range, event.edtf())).collect();
            by_place.sort_unstable();
            let dates: Vec<String> = by_place.into_iter().map(|(_, date)| date).collect();
            if dates.join(" ") != *expected {
                wrong.push(format!("{marked} -> {dates:?}, not {expected}"));
            }
        }
        assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), NEWS.len(), wrong.join("\n"));
    }

    #[test]
    fn past_planned_and_conditional_events_are_told_apart() {
        for (text, expected) in [
            ("The treaty was signed on 3 May 2024.", EventStatus::Past),
            ("The senate will vote on 3 June 2024.", EventStatus::Planned),
            ("The court is expected to rule on 3 June 2024.", EventStatus::Planned),
            ("She said the vote would be held on 3 June 2024.", EventStatus::Planned),
            ("The port may reopen on 3 June 2024.", EventStatus::Conditional),
            ("The talks could end on 3 June 2024.", EventStatus::Conditional),
            ("The guild meets in Selm next week.", EventStatus::Planned),
            ("He speaks for the first time later this month.", EventStatus::Planned),
            ("The team gathers in Selm this summer.", EventStatus::Planned),
            ("He will return to Selm, where he spoke last week.", EventStatus::Past),
            ("The heat might last through the end of the year.", EventStatus::Conditional),
        ] {
            let found = events(text, Some("2024-05-15"));
            assert_eq!(found.first().map(|event| event.status), Some(expected), "{text}");
        }
        for (text, expected) in [
            ("The trial begins on 28 November.", EventStatus::Planned),
            (
                "The reason for the rally is the improved September quarter results.",
                EventStatus::Past,
            ),
            ("The firm aims to burn more than it sells by 2030.", EventStatus::Planned),
            ("The harbour has closed since 28 November.", EventStatus::Past),
            (
                "Economists warn that the toll could push prices up in 1997.",
                EventStatus::Conditional,
            ),
            ("Under the rules the ports have until 1998 to close.", EventStatus::Planned),
            (
                "The council backed off, replacing the toll with a grant to shut eight plants down by 2031.",
                EventStatus::Planned,
            ),
            (
                "They said the port has suffered from a toll planned for January 2031.",
                EventStatus::Planned,
            ),
            ("A further decline is expected in 1987.", EventStatus::Planned),
            ("In fiscal 1989 the town hopes to sell the old port.", EventStatus::Planned),
            (
                "That has condemned him to wait until he leaves office in January 2031.",
                EventStatus::Planned,
            ),
            (
                "Groups had raised nine million to help the mayor by the end of June.",
                EventStatus::Past,
            ),
            (
                "Their strict rules, set up after the banking crash in 1974, apply only to banks.",
                EventStatus::Past,
            ),
            (
                "I am old enough to remember Mayor Lee closing the port on April 18, 1977.",
                EventStatus::Past,
            ),
        ] {
            let found = events(text, None);
            assert_eq!(found.first().map(|event| event.status), Some(expected), "{text}");
        }
    }

    #[test]
    fn a_line_says_the_date_and_stands_alone() {
        for (text, expected) in [
            (
                "The mayor resigned, telling reporters in May that he was tired.",
                "The mayor resigned, telling reporters in May that he was tired.",
            ),
            (
                "Holm, 52, a former union lawyer who took over from Per Lindahl in 2021, said voters wanted stability.",
                "Holm took over from Per Lindahl in 2021.",
            ),
            (
                "Nobody cheered when the ferry left the harbour on 3 May 2024.",
                "The ferry left the harbour on 3 May 2024.",
            ),
            (
                "Lee went to the hall, where nine people were killed on 3 May 2024 by a guard.",
                "Nine people were killed on 3 May 2024 by a guard.",
            ),
            (
                "The storm was like the one that struck the town in 1992.",
                "The storm was like the one that struck the town in 1992.",
            ),
            (
                "It is not clear what might happen at the race on 9 May 2024.",
                "It is not clear what might happen at the race on 9 May 2024.",
            ),
            ("He resigned, as the mayor did in 2003.", "He resigned, as the mayor did in 2003."),
            (
                "The port, where his son now works and which closed in 1992, is for sale.",
                "The port, where his son now works and which closed in 1992, is for sale.",
            ),
            // What a relative clause lacks stands in its place.
            (
                "The law that the council passed in 2003 is hated.",
                "The council passed the law in 2003.",
            ),
            (
                "She praised a letter the council wrote in 2003.",
                "The council wrote a letter in 2003.",
            ),
            (
                "Lee praised Ruiz, whose term ended in 2003, for the bridge.",
                "Ruiz’s term ended in 2003.",
            ),
            (
                "The worst defeat that the town suffered in 2003 is forgotten.",
                "The worst defeat that the town suffered in 2003 is forgotten.",
            ),
            ("Ruiz won towns that Lee lost in 2003.", "Ruiz won towns that Lee lost in 2003."),
            (
                "Lee, who has led the guild since 1961 and who wrote nine books, liked it.",
                "Lee has led the guild since 1961.",
            ),
            ("(Ruiz did not run for mayor in 1992.)", "Ruiz did not run for mayor in 1992."),
            // What is supposed or claimed is not told as what was.
            (
                "The guild will sue if the port closes in May.",
                "The guild will sue if the port closes in May.",
            ),
            (
                "The owner said the guard took the boat in 2003.",
                "The owner said the guard took the boat in 2003.",
            ),
            (
                "Lee denied the claim that the guard took the boat in 2003.",
                "Lee denied the claim that the guard took the boat in 2003.",
            ),
            (
                "The list shows that the guard took the boat in 2003.",
                "The guard took the boat in 2003.",
            ),
            (
                "The mill lost money for years, the gazette reported in 2003.",
                "The mill lost money for years, the gazette reported in 2003.",
            ),
            (
                "“The port shut on 3 May 2024,” Ana Ruiz said.",
                "“The port shut on 3 May 2024,” Ana Ruiz said.",
            ),
        ] {
            let found = events(text, None);
            let lines: Vec<&str> = found.iter().map(|event| event.text.as_str()).collect();
            assert_eq!(lines, [expected]);
        }
    }

    fn check_dates(text: &str, published: &str, expected: &[&str]) {
        let found = events(text, Some(published));
        assert!(
            found.iter().map(|event| event.date.as_str()).eq(expected.iter().copied()),
            "{found:?}"
        );
    }

    #[test]
    fn a_clause_that_picks_some_of_many_is_told_with_the_rest() {
        let found = events("Tom Hall is among the only miners who left the town in 2012.", None);
        assert_eq!(
            found.iter().map(|event| event.text.as_str()).collect::<Vec<_>>(),
            ["Tom Hall is among the only miners who left the town in 2012."]
        );
    }

    #[test]
    fn what_has_been_is_none_of_a_day_to_come() {
        check_dates(
            "A team has analysed the effects of the toll over 2000 - 2050 on the harbour.",
            "2014-07-28",
            &[],
        );
        check_dates("The council has agreed to close the mill by 2050.", "2014-07-28", &["2050"]);
    }

    #[test]
    fn what_something_is_compared_with_has_no_event_here() {
        check_dates(
            "The guild is in far better shape than the 2012 convention.",
            "2014-07-28",
            &[],
        );
        check_dates("Compared with the 2008 race, the vote was calm.", "2014-07-28", &[]);
    }

    #[test]
    fn what_was_recommended_is_told_with_it() {
        let found = events(
            "The town could raise the toll on boats, as the Harbour Commission recommended in 2005.",
            None,
        );
        assert!(found[0].text.starts_with("The town could raise the toll"), "{found:?}");
    }

    #[test]
    fn one_event_has_one_date() {
        check_dates(
            "The ferry may sail tonight, tomorrow or any day.",
            "2024-05-15",
            &["2024-05-15"],
        );
        check_dates(
            "The vote will be held on Friday or on Saturday.",
            "2024-05-15",
            &["2024-05-17"],
        );
        check_dates("The fair runs through May 20 this year.", "2024-05-15", &["2024-05-20"]);
        check_dates(
            "A storm on Sunday night (May 5) broke the pier.",
            "2024-05-09",
            &["2024-05-05"],
        );
        check_dates(
            "Shells fell on May 3, May 4 and May 5.",
            "2024-05-15",
            &["2024-05-03", "2024-05-04", "2024-05-05"],
        );
    }

    #[test]
    fn what_is_to_come_counts_from_the_day_it_speaks_of() {
        check_dates("A few hours ago, the council closed the pier.", "2024-05-15", &["2024-05-15"]);
        check_dates(
            "The guild said it would strike if the port did not yield by 21 May.",
            "2024-05-15",
            &["2024-05-21"],
        );
        check_dates("It was shut 24 hours ago.", "2024-05-15", &["2024-05-14"]);
        check_dates("It was shut ten hours ago.", "2024-05-15", &[]);
        // Eighteen months from 2019, and not from now.
        check_dates(
            "The port said in 2019 that the dues would fall within 18 months.",
            "2024-05-15",
            &["2019"],
        );
        check_dates(
            "Built in 1990, the port will close within two years.",
            "2024-05-15",
            &["1990", "2026"],
        );
        check_dates("On 4 May the police closed the pier.", "2024-05-15", &["2024-05-04"]);
    }

    #[test]
    fn what_lasts_is_no_event_of_today() {
        check_dates("Today, the union has two million members.", "2024-05-15", &[]);
        check_dates("The share has dropped to a tenth today.", "2024-05-15", &[]);
        check_dates("The senate voted today to close the port.", "2024-05-15", &["2024-05-15"]);
        check_dates("Most clients face the same threat today.", "2024-05-15", &[]);
        check_dates("Turnout is higher this year.", "2024-05-15", &[]);
        check_dates("The town expects six million guests this year.", "2024-05-15", &["2024"]);
        check_dates("It was the lowest take since 1988.", "2024-05-15", &[]);
        check_dates("Call the office of the port today.", "2024-05-15", &[]);
        check_dates("The bar opens every day but Monday.", "2024-05-15", &[]);
        check_dates("The town collects it in the last week of the year.", "2024-05-15", &[]);
        check_dates("Seventy-two years later the mill burned.", "2024-05-15", &[]);
    }

    #[test]
    fn a_day_of_no_known_year_counts_on() {
        let found =
            events("The mill closed on September 30. Its owner had left the previous week.", None);
        assert!(
            found.iter().map(|event| event.date.as_str()).eq(["XXXX-09", "XXXX-09-30"]),
            "{found:?}"
        );
    }

    #[test]
    fn an_infinitive_of_what_is_planned_keeps_its_particle() {
        let found = events("The first vote is to be held on 20 November 2024.", None);
        let text = found.first().map(|event| event.text.as_str()).unwrap_or_default();
        assert_eq!(text, "The first vote is to be held on 20 November 2024.");
    }

    #[test]
    fn a_place_line_says_when_the_article_speaks() {
        for text in [
            "VALLETTA, 4 May 2025 — The ferries stopped on Friday.",
            "VALLETTA, May 4, 2025 (Gazette) - The ferries stopped on Friday.",
            "Valletta (Gazette) – May 4, 2025 – The ferries stopped on Friday.",
            "Sunday, May 4, 2025 The ferries stopped on Friday.",
        ] {
            let found = events(text, None);
            assert!(found.iter().map(|event| event.date.as_str()).eq(["2025-05-02"]), "{found:?}");
        }
    }

    #[test]
    fn a_post_says_about_when_the_article_speaks() {
        let found = events(
            "The mayor shut the pool on Monday.\n\n— Ana Lee (@analee) November 19, 2019",
            None,
        );
        assert!(found.iter().map(|event| event.date.as_str()).eq(["2019-11-18"]), "{found:?}");
    }

    #[test]
    fn what_has_happened_is_past_whatever_will_come_of_it() {
        for (text, status) in [
            ("She fears that the June 4 massacre will be forgotten.", EventStatus::Past),
            ("The 1995 treaty may be renewed.", EventStatus::Past),
            ("He is thought to have left for Oslo in 2019.", EventStatus::Past),
            ("The March 3 vote will be a test for the party.", EventStatus::Planned),
        ] {
            let found = events(text, None);
            assert_eq!(
                found.iter().map(|event| event.status).collect::<Vec<_>>(),
                [status],
                "{text}"
            );
        }
    }

    #[test]
    fn each_of_two_dated_predicates_is_told_alone() {
        let told = |text: &str| -> Vec<String> {
            events(text, Some("2021-06-10")).into_iter().map(|event| event.text).collect()
        };
        assert_eq!(
            told("The inquiry had been shelved in 2017 but was re-opened in May 2019."),
            ["The inquiry had been shelved in 2017.", "The inquiry was re-opened in May 2019."]
        );
        assert_eq!(
            told("The mill was shut in 2009, reopened in 2012 and sold in 2015."),
            [
                "The mill was shut in 2009.",
                "The mill was reopened in 2012.",
                "The mill was sold in 2015."
            ]
        );
        assert_eq!(
            told(
                "Lena Dorn, 44, was freed in 2014 and, despite a bad start, won the race in May 2016."
            ),
            [
                "Lena Dorn, 44, was freed in 2014.",
                "Lena Dorn, 44, despite a bad start, won the race in May 2016."
            ]
        );
        // What the second points at stands in the first.
        let both = "Lena Dorn founded the firm in 1976 and sold it in 1981.";
        assert_eq!(told(both), [both, both]);
    }

    #[test]
    fn who_says_the_second_of_two_things_stays() {
        let found = events(
            "The army said that two boats were lost and that forty men sailed in May 2019.",
            None,
        );
        assert_eq!(found.len(), 1);
        assert!(found[0].text.starts_with("The army said"), "{}", found[0].text);
    }

    #[test]
    fn what_is_no_date_is_left_alone() {
        for text in [
            "Theresa May said that prices may rise.",
            "Some 2,000 people and 1950 soldiers marched.",
            "Resolution 1973 was passed; Resolution 2254 followed.",
            "On Monday the court met.",
            "— Ana Lee (@analee) November 18, 2019",
            "He spoke of the march of history and of the fall of the house.",
            "It costs $2000 in Room 2020.",
            "The mines closed in the 1990s.",
            "The empire fell in the 19th century.",
            "He was minister in the early ’80s.",
            "The Prague Spring ended.",
            "The crews are worse off than in 2019.",
            "The 2016 model is lighter than its rival.",
            "Wheat for December delivery fell by 5 percent.",
            "The clerk broke the Harbour Act of 1964.",
            "The 9/11 commission met again.",
            "October is a month of feasts.",
            "The Climate Action 2016 summit is over.",
            "The tone of the 2016 race was harsh.",
            "The ferry needs a 2019 engine.",
            "The film “1917,” which is about the war, won nothing.",
            "What would the port have cost in 2012?",
            "The crew sang on Saturday Night Live.",
        ] {
            assert_eq!(events(text, None), [], "{text}");
        }
    }

    #[test]
    fn what_comes_after_a_storm_leaves_it_behind() {
        let text = "In Selm, there is still a lot of building to be done after the killer storms of April.";
        let found = events(text, Some("2011-10-06"));
        assert_eq!(found[0].date, "2011-04");
    }

    #[test]
    fn each_of_three_clauses_has_its_own_date() {
        let text = "Inflation reached 9.1 percent in July, the krone has lost a tenth of its value since January and the \
                    central bank is expected to raise interest rates again on 20 September.";
        let lines: Vec<String> = events(text, None).into_iter().map(|event| event.text).collect();
        assert_eq!(
            lines,
            [
                "The krone has lost a tenth of its value since January.",
                "Inflation reached 9.1 percent in July.",
                "The central bank is expected to raise interest rates again on 20 September."
            ]
        );
    }
}
