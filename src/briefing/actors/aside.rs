//! What stands right beside a name and says who its bearer is, where no description is known. Those are read with care,
//! since chains are linked by them; these are only shown, so their nouns may be more.

use std::ops::Range;

use super::class::{is_place, is_something};
use crate::document::Document;
use crate::language::coref::homes::state_named;
use crate::language::coref::{Form, Mention, words};
use crate::language::times::is_time;
use crate::language::{Analysis, Deprel, NameKind, Upos};

/// A phrase longer than this is a story, not a role.
const LONGEST: usize = 14;

/// Words beside names, of one article.
pub(super) struct Asides<'a> {
    pub(super) document: &'a Document,
    pub(super) analysis: &'a Analysis,
    /// Whether the names are those of people.
    pub(super) person: bool,
}

impl Asides<'_> {
    /// The tokens that say who the bearer of the name is, without an article before them.
    pub(super) fn of(&self, mention: &Mention) -> Option<Range<usize>> {
        if mention.form != Form::Name {
            return None;
        }
        let found = self
            .behind(mention)
            .or_else(|| self.before_comma(mention).filter(|_| self.person))
            .or_else(|| self.before(mention).filter(|_| self.person))?;
        let first = self.analysis.tokens.get(found.start)?.range.start();
        let spoken = |at: usize| {
            self.analysis.quotations.iter().position(|quotation| quotation.range.contains(at))
        };
        (spoken(first) == spoken(mention.range.start())).then_some(found)
    }

    /// Whether the words say of a person what a person can be: an age, one of several, or a noun for somebody.
    pub(super) fn is_told(&self, tokens: &Range<usize>) -> bool {
        let phrase = || {
            tokens.clone().take_while(|&token| {
                token == tokens.start
                    || self.analysis.upos(token) != Upos::Adp && self.word(token) != ","
            })
        };
        !self.person
            || self.is_age(tokens.start)
            || self.is_word(tokens.start, &["one"])
            || matches!(self.analysis.xpos(tokens.start), "JJS" | "RBS")
            || phrase().any(|token| {
                is_someone(self.analysis.lemma(token)) || is_follower(self.word(token))
            }) && !phrase().any(|token| super::fit::is_slur(self.analysis.lemma(token)))
    }

    /// `Ana Ruiz, 21, a student from Selm,` and `Ana Ruiz (R), an art major,`.
    fn behind(&self, mention: &Mention) -> Option<Range<usize>> {
        let analysis = self.analysis;
        let mut comma = mention.tokens.end;
        if self.word(comma) == "(" {
            comma = (comma + 1..comma + 8).find(|&token| self.word(token) == ")")? + 1;
        }
        if self.word(comma) != "," || !self.beside(mention, comma + 1) {
            return None;
        }
        let aged = self.is_age(comma + 1) && self.word(comma + 2) == ",";
        let start = if aged { comma + 3 } else { comma + 1 };
        if !self.beside(mention, start) {
            return None;
        }
        if aged && matches!(self.word(start), "of" | "from") {
            return self.place(start + 1).map(|end| comma + 1..end);
        }
        if let Some(found) = self.first_of(start, mention).or_else(|| self.aged(start, mention)) {
            return Some(found);
        }
        // `Ana Ruiz, as a candidate, must wait`.
        let first = start;
        let start = start + usize::from(self.is_word(start, &["as"]));
        let article = self.is_word(start, &["a", "an", "the", "one"]);
        let noun = (start..start + LONGEST).take_while(|&token| self.beside(mention, token)).find(
            |&token| {
                // The comma belongs to the phrase; `acting director` may have been read as one who acts it.
                let own = analysis.subtree(token).start;
                let verb = analysis.xpos(start) == "VBG";
                self.is_head(token) && own + 1 >= first && own <= start + usize::from(verb)
            },
        )?;
        let end = self.end(noun, start);
        // `..., a move that`, `..., the first time,`: what is said of the clause stands at its end or is no person.
        let goes_on = || {
            analysis.deprel(mention.head).is_subject()
                && analysis.head(mention.head).is_some_and(|verb| verb >= end)
        };
        // `Ana Ruiz, a former agent for the crown has written a book`.
        let verb = |token: usize| matches!(analysis.xpos(token), "VBD" | "VBZ" | "VBP" | "MD");
        let closed = !self.beside(mention, end)
            || verb(end) && goes_on()
            || self.is_word(
                end,
                &[
                    ",", ".", ";", ")", "—", "–", "who", "which", "that", "whose", "where", "when",
                    "and",
                ],
            );
        let lemma = analysis.lemma(noun);
        let known =
            if self.person { is_someone(lemma) } else { is_something(lemma) || is_place(lemma) };
        // `Tom Roe of Ostland, an ally of the party`: it is the man who is one.
        let anothers = || {
            !self.person
                && words::is_person(lemma)
                && analysis.deprel(mention.head) == Deprel::Nmod
                && analysis.head(mention.head).is_some_and(|above| {
                    self.is_person_name(above) || words::is_person(analysis.lemma(above))
                })
        };
        // `Norway, the eastern isles and Denmark`.
        let listed = !self.person
            && self.is_word(end, &["and"])
            && matches!(self.analysis.deprel(noun), Deprel::Conj);
        if listed || anothers() {
            return None;
        }
        // "wrote Ana Ruiz, publisher of the Herald."
        let of = || {
            analysis.deprel(noun) == Deprel::Appos
                && analysis.head(noun).is_some_and(|name| mention.tokens.contains(&name))
                && self.is_word(noun + 1, &["of", "at", "for", "in", "with"])
        };
        let fits =
            article && (known || aged || goes_on()) || known && self.person && (goes_on() || of());
        let start = start + usize::from(article && self.word(start) != "one");
        (closed && fits && !is_time(analysis.lemma(noun)) && end > start).then_some(start..end)
    }

    /// `a 40-year-old from Selm`, where no noun follows.
    fn aged(&self, start: usize, mention: &Mention) -> Option<Range<usize>> {
        let age = start + usize::from(self.is_word(start, &["a", "an", "the"]));
        let old = (age + 1..age + 6).find(|&token| self.is_word(token, &["old", "year-old"]))?;
        let whole = (age + 1..old).all(|token| self.is_word(token, &["-", "year"]));
        let end = (old + 1..start + LONGEST).find(|&token| {
            !self.beside(mention, token)
                || self.is_word(token, &[",", ".", ";", ")", "—", "–", "who", "whose"])
        })?;
        let placed = end == old + 1 || self.is_word(old + 1, &["from", "of", "in"]);
        (age > start && self.is_age(age) && whole && placed).then_some(age..end)
    }

    /// `the most active of the unions`, `one of the founders`: what tells by a place among others.
    fn first_of(&self, start: usize, mention: &Mention) -> Option<Range<usize>> {
        let analysis = self.analysis;
        let one = self.is_word(start, &["one"]) && self.word(start + 1) == "of";
        let most = self.is_word(start, &["the"])
            && (start + 1..start + 3).any(|token| matches!(analysis.xpos(token), "JJS" | "RBS"));
        let end = (start + 1..start + LONGEST).find(|&token| {
            !self.beside(mention, token)
                || self.is_word(token, &[",", ".", ";", ")", "—", "–", "who", "which"])
        })?;
        let told = end > start + 3
            && (start..end).all(|token| {
                !matches!(analysis.xpos(token), "VBD" | "VBZ" | "VBP" | "MD" | "PRP" | "PRP$")
            });
        let start = start + usize::from(most);
        ((one || most) && told).then_some(start..end)
    }

    /// `Ana Ruiz of the Selm delegation`, `Ana Ruiz of Selm`, `Ana Ruiz with the harbour firm Acme`: where no title is, the
    /// body or the place that somebody is of.
    pub(super) fn belonging(&self, mention: &Mention) -> Option<Range<usize>> {
        let analysis = self.analysis;
        // `Ana Ruiz, of the Selm Institute,`.
        let apart = self.word(mention.tokens.end) == ","
            && self.beside(mention, mention.tokens.end + 1)
            && self.is_word(mention.tokens.end + 1, &["of", "from", "with"]);
        let case = mention.tokens.end + usize::from(apart);
        let of = self.is_word(case, &["of"]);
        let for_it = self.is_word(case, &["for"]);
        if mention.form != Form::Name
            || mention.tokens.len() < 2
            || !(of || for_it || self.is_word(case, &["with", "from", "at"]))
        {
            return None;
        }
        let mut tied = analysis.head(case);
        // A parser may hang the preposition on the first word of a long name.
        while let Some(noun) =
            tied.filter(|&noun| matches!(analysis.deprel(noun), Deprel::Compound | Deprel::Flat))
        {
            tied = analysis.head(noun).filter(|&above| above > noun);
        }
        let noun = tied.filter(|&noun| {
            noun > case
                && analysis.deprel(case) == Deprel::Case
                && (analysis.deprel(noun) == Deprel::Nmod
                    || apart && analysis.deprel(noun) == Deprel::Appos)
                && analysis.head(noun).is_some_and(|head| mention.tokens.contains(&head))
        })?;
        let of_body =
            !for_it && words::is_body(analysis.lemma(noun)) && analysis.upos(noun) == Upos::Noun;
        let named = match analysis.name_kind(noun) {
            Some(NameKind::Organization) => true,
            Some(NameKind::Place) => of || self.is_word(case, &["from"]),
            // `Ana Ruiz for Seas Without Borders says`, `Ana Ruiz of The Lantern writes`.
            Some(NameKind::Other) => {
                (for_it || of && self.word(case + 1) == "The")
                    && analysis.head(mention.head).is_some_and(|verb| {
                        analysis.deprel(mention.head).is_subject()
                            && super::told::is_saying(analysis.lemma(verb))
                    })
            }
            _ => false,
        };
        let mut end = self.end(noun, case);
        // `of the harbour firm Acme`: a parser may hang the name on the person.
        while of_body
            && self.beside(mention, end)
            && analysis.name_kind(end) == Some(NameKind::Organization)
        {
            end += 1;
        }
        // `of Selm, Fla.`
        let state =
            |word: &str| word == "D.C." || state_named(word.trim_end_matches('.')).is_some();
        if analysis.name_kind(noun) == Some(NameKind::Place)
            && self.word(end) == ","
            && state(self.word(end + 1))
        {
            end += 2;
        }
        let whole = (case + 1..end).all(|token| {
            matches!(
                analysis.upos(token),
                Upos::Noun
                    | Upos::Propn
                    | Upos::Adj
                    | Upos::Adp
                    | Upos::Det
                    | Upos::Punct
                    | Upos::Cconj
                    | Upos::Part
            ) && !self.is_person_name(token)
        });
        // `Ana Ruiz, from Selm to Oslo a known name`.
        let open = apart && !self.is_word(end, &[",", ".", ";", "—", "–"]);
        let own = open
            || self.is_word(
                case + 1,
                &["his", "her", "their", "its", "this", "that", "each", "every"],
            );
        ((of_body || named) && whole && !own).then_some(case..end)
    }

    /// `Ostland’s ambassador to Norway, Ana Ruiz,` and `one of the envoys, Ana Ruiz,`.
    fn before_comma(&self, mention: &Mention) -> Option<Range<usize>> {
        let comma = mention.tokens.start.checked_sub(1).filter(|&at| self.word(at) == ",")?;
        let last = comma.checked_sub(1)?;
        let genitive = |token: usize| words::is_genitive(self.word(token));
        let one = (last.saturating_sub(8)..last).rev().find(|&token| {
            self.is_word(token, &["one"])
                && self.is_word(token + 1, &["of"])
                && (self.is_word(token + 2, &["the", "his", "her", "its", "their"])
                    || (token + 3..last).any(genitive))
        });
        if let Some(one) = one.filter(|&one| {
            self.word(mention.tokens.end) == ","
                && self.beside(mention, one)
                && self.analysis.xpos(last) == "NNS"
                && is_someone(self.analysis.lemma(last))
                && (one + 3..last).all(|token| {
                    matches!(self.analysis.upos(token), Upos::Noun | Upos::Propn | Upos::Adj)
                        || genitive(token)
                })
        }) {
            return Some(one..comma);
        }
        // `Another delegate, Ana Ruiz,`; but `after talks with a banker, Ana Ruiz, tired, left`.
        let other = self.analysis.child_as(last, Deprel::Case).is_some();
        let some = (comma.saturating_sub(6)..last)
            .rev()
            .take_while(|&token| self.beside(mention, token))
            .find(|&token| self.is_word(token, &["another", "a", "an"]));
        if let Some(some) = some.filter(|&some| {
            !other
                && self.is_word(mention.tokens.end, &[",", "of", "from"])
                && self.analysis.xpos(last) == "NN"
                && is_someone(self.analysis.lemma(last))
                && (some + 1..=last).all(|token| {
                    matches!(self.analysis.upos(token), Upos::Noun | Upos::Propn | Upos::Adj)
                        || self.word(token) == "-"
                })
        }) {
            return Some(some + 1..comma);
        }
        let closed = !self.beside(mention, mention.tokens.end)
            || self.is_word(mention.tokens.end, &[",", ".", ";", ")", "—", "–"]);
        let inside = |token: usize| {
            matches!(
                self.analysis.upos(token),
                Upos::Noun | Upos::Propn | Upos::Adj | Upos::Adp | Upos::Det | Upos::Part
            ) && self.beside(mention, token)
                && !self.is_person_name(token)
        };
        let noun = (comma.saturating_sub(10)..comma)
            .rev()
            .take_while(|&token| inside(token))
            .find(|&token| self.is_person(token))?;
        if !closed || noun + 1 == comma || self.analysis.upos(noun + 1) != Upos::Adp {
            return None;
        }
        let own = self.analysis.subtree(noun).start;
        let mut start = noun;
        while start > own && noun - start < 8 && inside(start - 1) {
            start -= 1;
        }
        while start < noun
            && matches!(self.analysis.upos(start), Upos::Det | Upos::Adp | Upos::Part)
        {
            start += 1;
        }
        Some(start..comma)
    }

    /// `former mayor and Oslovian Ana Ruiz`, `talk-radio host Ana Ruiz`.
    fn before(&self, mention: &Mention) -> Option<Range<usize>> {
        let analysis = self.analysis;
        let last = mention.tokens.start.checked_sub(1).filter(|&at| self.beside(mention, at))?;
        // `the union Selm Forward's Ana Ruiz`.
        if mention.tokens.clone().any(|token| matches!(self.word(token), "'s" | "’s")) {
            return None;
        }
        let tied = analysis.head(mention.head) == Some(last)
            || analysis.head(last).is_some_and(|head| mention.tokens.contains(&head));
        // `a volunteer, shot and killed Ana Ruiz`: what was done is nothing that she is.
        let first = analysis
            .head(last)
            .filter(|_| analysis.deprel(last) == Deprel::Conj && analysis.upos(last) != Upos::Verb);
        let noun = first.filter(|&noun| self.is_person(noun)).or_else(|| {
            let common = analysis.upos(last) == Upos::Noun && analysis.xpos(last) == "NN"
                // `chief executive` may have been read as two adjectives.
                || analysis.upos(last) == Upos::Adj && words::is_person(analysis.lemma(last))
                // `co-host`, read as a verb.
                || analysis.upos(last) == Upos::Verb
                    && self.word(last).starts_with("co-")
                    && is_someone(self.word(last).trim_start_matches("co-"))
                // `Conservative Ana Ruiz and Liberal Paul Reyes`.
                || is_follower(self.word(last));
            let empty = matches!(analysis.lemma(last), "one" | "thing" | "dear");
            (common && !empty && !is_time(analysis.lemma(last))).then_some(last)
        })?;
        let own = analysis.subtree(noun).start;
        let mut start = noun;
        let inside = |token: usize| {
            matches!(analysis.upos(token), Upos::Noun | Upos::Propn | Upos::Adj)
                || matches!(self.word(token), "-" | "'s" | "’s")
        };
        while start > own && noun - start < 8 && inside(start - 1) {
            start -= 1;
        }
        (tied && !self.is_person_name(last)).then_some(start..last + 1)
    }

    /// Where the phrase of a noun ends: before a clause about it, or another thing behind a comma.
    fn end(&self, noun: usize, start: usize) -> usize {
        let stops = |&token: &usize| {
            matches!(
                self.word(token),
                "," | ";" | "—" | "–" | "(" | ":" | "who" | "which" | "whose"
            )
        };
        let whole = self.analysis.subtree(noun).end;
        let end = whole.min(start + LONGEST);
        // `a campaign aide and now director of ...`: of what is too long, the first of two.
        let full = |token: usize| matches!(self.analysis.upos(token), Upos::Noun | Upos::Propn);
        let second = || {
            let joins = |token: usize| self.is_word(token, &["and", "or", "but"]);
            let mut behind = noun + 1..end;
            // `a gathering of former and present mayors of ...` is told without them.
            let cut = |&token: &usize| {
                joins(token) && full(token - 1) || self.analysis.upos(token) == Upos::Adp
            };
            let first = (noun + 1..end).find(|&token| joins(token))?;
            if full(first - 1) { Some(first) } else { behind.find(cut) }
        };
        let cut = if whole > end { second() } else { None };
        let end = (noun + 1..end).find(stops).or(cut).unwrap_or(end);
        // `a state that the party, ...` ends before half a clause, `a town and one` before half a pair.
        let clause = (noun + 1..end)
            .find(|&token| self.is_word(token, &["that", "which", "where", "when", "whom"]));
        let half = clause.filter(|&clause| {
            !(clause..end)
                .any(|token| matches!(self.analysis.xpos(token), "VBD" | "VBZ" | "VBP" | "MD"))
        });
        let pair = end.checked_sub(2).filter(|&and| {
            and > noun && self.is_word(and, &["and"]) && self.is_word(and + 1, &["one"])
        });
        half.or(pair).unwrap_or(end)
    }

    /// Behind the place that starts at a token, with what it lies in: `Selm, Fla.`, `Selm in Upper Ostland`.
    fn place(&self, start: usize) -> Option<usize> {
        let place = |start: usize| {
            let at = self.analysis.names.partition_point(|name| name.tokens.start < start);
            let name = self.analysis.names.get(at)?;
            (name.tokens.start <= start + 1 && name.kind == NameKind::Place)
                .then_some(name.tokens.end)
        };
        let end = place(start)?;
        let state = self.word(end) == ","
            && state_named(self.word(end + 1).trim_end_matches('.')).is_some();
        let further = matches!(self.word(end), "," | "in").then(|| place(end + 1)).flatten();
        Some(if state { end + 2 } else { further.unwrap_or(end) })
    }

    fn is_head(&self, token: usize) -> bool {
        let analysis = self.analysis;
        // `the council's chief executive` may have been read as an adjective.
        let noun = analysis.upos(token) == Upos::Noun && analysis.xpos(token) == "NN"
            || analysis.upos(token) == Upos::Adj
                && analysis.deprel(token) == Deprel::Appos
                && words::is_person(analysis.lemma(token));
        noun && !analysis.deprel(token).is_subject()
            && !matches!(analysis.deprel(token), Deprel::Compound | Deprel::NmodPoss)
            && !self.is_person_name(token + 1)
    }

    fn is_person(&self, token: usize) -> bool {
        self.analysis.upos(token) == Upos::Noun
            && self.analysis.xpos(token) == "NN"
            && words::is_person(self.analysis.lemma(token))
    }

    fn is_person_name(&self, token: usize) -> bool {
        self.analysis.name_kind(token) == Some(NameKind::Person)
    }

    fn is_age(&self, token: usize) -> bool {
        let word = self.word(token);
        (1..=3).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_digit())
    }

    /// Whether a token stands in the sentence of the name.
    fn beside(&self, mention: &Mention, token: usize) -> bool {
        token < self.analysis.tokens.len()
            && self.analysis.sentence_of(token) == self.analysis.sentence_of(mention.head)
    }

    fn is_word(&self, token: usize, options: &[&str]) -> bool {
        options.contains(&self.word(token).to_lowercase().as_str())
    }

    fn word(&self, token: usize) -> &str {
        self.analysis.word(self.document, token)
    }
}

/// Of one party, as its followers are called.
fn is_follower(word: &str) -> bool {
    matches!(
        word,
        "Republican" | "Democrat" | "Conservative" | "Tory" | "Labour" | "Liberal" | "Green"
    )
}

/// Nouns for what somebody is, of which some mean a thing first.
pub(super) fn is_someone(noun: &str) -> bool {
    words::is_person(noun)
        || matches!(
            noun,
            "agent"
                | "bomber"
                | "favorite"
                | "favourite"
                | "figure"
                | "fixture"
                | "fellow"
                | "grad"
                | "host"
                | "icon"
                | "legend"
                | "major"
                | "personality"
                | "professional"
                | "publisher"
                | "star"
                | "superdelegate"
        )
}

#[cfg(test)]
mod tests {
    use crate::briefing::actors::testing::check_role as check;

    #[test]
    fn what_follows_an_age_says_who_somebody_is() {
        let text = "\"We will vote,\" said Anna Okafor, 21, a student from Oslo.";
        check(text, "Anna Okafor", Some("student from Oslo"));
        let text = "\"We will vote,\" said Paul Reyes, 30, of Selma, Ala.";
        check(text, "Paul Reyes", Some("30, of Selma, Ala."));
    }

    #[test]
    fn one_of_several_is_named_before_or_behind_the_comma() {
        let text = "The mayor thanked one of the envoys, Paul Reyes, for his help.";
        check(text, "Paul Reyes", Some("one of the envoys"));
        let text = "\"We will vote,\" said Anna Okafor, a 40-year-old from Oslo.";
        check(text, "Anna Okafor", Some("40-year-old from Oslo"));
    }

    #[test]
    fn a_noun_for_somebody_behind_the_comma_will_do_before_the_verb() {
        let text = "Anna Okafor, a second year art major, opened the show on Monday.";
        check(text, "Anna Okafor", Some("second year art major"));
        let text = "\"It is good,\" wrote Anna Okafor, publisher of Blogname.";
        check(text, "Anna Okafor", Some("publisher of Blogname"));
        let text = "Anna Okafor, a sign of hope, opened the show on Monday.";
        check(text, "Anna Okafor", Some("opened the show"));
    }

    #[test]
    fn a_place_among_others_tells_who_somebody_is() {
        let text = "Acme Oil, one of the firms of the coast, met on Monday. The Harbour Union, the most active of the \
                    unions, was there.";
        check(text, "Acme Oil", Some("one of the firms of the coast"));
        check(text, "Harbour Union", Some("most active of the unions"));
    }

    #[test]
    fn a_state_is_told_by_what_it_sells_or_where_it_stands() {
        let text = "Ghana, the region's biggest copper exporter, closed the harbour on Monday.";
        check(text, "Ghana", Some("region's biggest copper exporter"));
        let text = "Senator Tom Hall of Ohio, an ally of the mayor, smiled. Ohio votes in May.";
        check(text, "Ohio", None);
        let text = "\"It is late,\" she said. Anna Okafor, from the Harbour Fire Service, says the wind has dropped.";
        check(text, "Anna Okafor", Some("from the Harbour Fire Service"));
    }

    #[test]
    fn what_is_said_of_a_whole_clause_is_no_role() {
        check(
            "The party praised Anna Okafor, a move that surprised many.",
            "Anna Okafor",
            Some("praised by the party"),
        );
    }
}
