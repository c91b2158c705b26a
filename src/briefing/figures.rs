//! The article's figures: how many or how much of what, each with the clause that says so.
//!
//! Dates are for `timeline`; numbers inside of names, and `one` and `two`, which mostly only point, are no
//! figures.

use super::actors::Cast;
use super::phrase::clause::Tree;
use super::phrase::{Cut, Writer};
use super::timeline::Expression;
use super::timeline::vocabulary::NUMBERS;
use super::{Evidence, Figure};
use crate::document::{BlockKind, Document};
use crate::language::{Analysis, Deprel, Upos};
use crate::text::{TextRange, one_line};

/// A noun phrase longer than this tells more than what is counted.
const MAX_WORDS: usize = 10;

/// In the order of the text; `dates` are all that it has.
pub(super) fn find(
    document: &Document,
    analysis: &Analysis,
    cast: &Cast,
    dates: &[Expression],
) -> Vec<Figure> {
    let writer = Writer::new(document.text(), analysis, cast);
    let mut figures: Vec<Figure> = Vec::new();
    for sentence in &analysis.sentences {
        let heading = document
            .blocks()
            .get(sentence.block)
            .is_none_or(|block| matches!(block.kind, BlockKind::Title | BlockKind::Heading));
        let mut token = sentence.tokens.start;
        while token < sentence.tokens.end && !heading {
            let Some(number) = Number::at(&writer, token, sentence.tokens.end) else {
                token += 1;
                continue;
            };
            token = number.end;
            let range = analysis.cover(number.start..number.end);
            let name = analysis.names.partition_point(|name| name.range.end() <= range.start());
            let named = analysis.names.get(name).is_some_and(|name| name.range.overlaps(range));
            let date = dates.partition_point(|date| date.range.end() <= range.start());
            let dated = dates.get(date).is_some_and(|date| date.range.overlaps(range));
            if named || dated {
                continue;
            }
            figures.extend(number.figure(&writer, range));
        }
    }
    figures
}

impl Figure {
    /// The number as the article writes it, with what is counted: `2,000 armed soldiers`.
    pub fn label(&self, document: &Document) -> String {
        let number = one_line(self.number.slice(document.text()));
        let counted = self
            .unit
            .as_deref()
            .filter(|unit| unit.starts_with(char::is_alphabetic) && *unit != "percent");
        match (counted, self.of.as_deref()) {
            (Some(unit), _) => format!("{number} {unit}"),
            (None, Some(of)) => {
                // "a 25 percent tax", "$2 billion in debt", "40 percent of voters".
                let behind =
                    document.text().get(self.number.end()..).unwrap_or_default().trim_start();
                let joint = if behind.starts_with(of) {
                    ""
                } else if behind.starts_with("in ") {
                    "in "
                } else {
                    "of "
                };
                format!("{number} {joint}{of}")
            }
            (None, None) => number,
        }
    }
}

/// A run of tokens that is one number, with the sign of its currency and its percent.
struct Number {
    start: usize,
    end: usize,
    /// The token that hangs on what is counted.
    head: usize,
    value: f64,
    unit: Option<String>,
    /// What a share is of: the second number of `6 in 10 voters`.
    whole: Option<usize>,
}

/// A number as far as it has been read, before the end of its sentence.
struct Reading<'w, 'a> {
    tree: &'w Tree<'a>,
    limit: usize,
    start: usize,
    first: usize,
    end: usize,
    value: f64,
}

impl Reading<'_, '_> {
    fn is(&self, at: usize, words: &[&str]) -> bool {
        at < self.limit && self.tree.is_word(at, words)
    }

    /// "a million", "half a million"; but "a few hundred" is no number.
    fn take_half(&mut self) -> Option<()> {
        if power(self.tree.word(self.first)).is_none() {
            return Some(());
        }
        let is = |words: usize, options: &[&str]| {
            self.first.checked_sub(words).is_some_and(|at| self.tree.is_word(at, options))
        };
        if is(1, &["few", "several", "many", "couple", "of"]) || is(1, &["a"]) && is(2, &["of"]) {
            return None;
        }
        // "a half million", "half million"
        let half_first = is(1, &["a"]) && is(2, &["half"]);
        let half = half_first || is(1, &["half"]);
        let before = usize::from(half || is(1, &["a"]));
        let before = before + usize::from(half_first || half && is(2, &["a"]));
        self.start -= before;
        self.value /= if half { 2.0 } else { 1.0 };
        Some(())
    }

    /// "$40–50 billion": the first of the two is its value.
    fn skip_second(&mut self) {
        let (tree, end) = (self.tree, self.end);
        let second = end + 1 < self.limit
            && matches!(tree.word(end), "-" | "–" | "to")
            && tree.upos(end + 1) == Upos::Num;
        if let Some(one) = amount(tree.word(end + 1)).filter(|_| second) {
            // "forty-two"
            if tens(&tree.word(self.first).to_lowercase()).is_some() && tree.word(end) == "-" {
                self.value += one;
            }
            self.end += 2;
        }
    }

    /// "two hundred thousand"; the least of the powers.
    fn multiply(&mut self) -> f64 {
        let mut least = f64::MAX;
        while self.end < self.limit
            && let Some(power) = power(self.tree.word(self.end))
        {
            self.value *= power;
            least = power;
            self.end += 1;
        }
        least
    }

    /// "two hundred and eighty-one": what is less than the `least` power so far.
    fn add_rest(&mut self, least: f64) {
        let (tree, limit) = (self.tree, self.limit);
        let and = usize::from(self.is(self.end, &["and"]));
        let spelled = least < f64::MAX && tree.word(self.first).starts_with(char::is_alphabetic);
        let last = self.end + and;
        let before = self.first.checked_sub(1).map_or("", |token| tree.word(token));
        // "between one hundred and two hundred", "two million and five million": two numbers.
        let two = (last + 1..(last + 4).min(limit))
            .take_while(|&at| tree.word(at) == "-" || amount(tree.word(at)).is_some())
            .any(|at| power(tree.word(at)).is_some_and(|power| power >= least || and == 1))
            || matches!(before, "between" | "Between" | "from" | "From");
        if !spelled || two || last >= limit || !tree.word(last).starts_with(char::is_alphabetic) {
            return;
        }
        let Some(mut more) = amount(tree.word(last)).filter(|&more| more < least) else { return };
        self.end = last + 1;
        // "three thousand five hundred"
        let less = power(tree.word(self.end)).filter(|&power| self.end < limit && power < least);
        if let Some(power) = less {
            more *= power;
            self.end += 1;
        }
        self.value += more;
        let tens = tens(&tree.word(last).to_lowercase()).is_some();
        if tens
            && self.end + 1 < limit
            && tree.word(self.end) == "-"
            && let Some(one) = amount(tree.word(self.end + 1)).filter(|&one| one < 10.0)
        {
            self.value += one;
            self.end += 2;
        }
    }

    /// Whether it counts nothing: a year, a kind, a name, an hour.
    fn is_no_count(&self, token: usize, sign: bool, plain: bool) -> bool {
        let &Self { tree, limit, first, end, value, .. } = self;
        // "2000 levels", "the 2020 race": a year, whatever stands behind it.
        let year = plain
            && end == first + 1
            && tree.word(first).len() == 4
            && (1900.0..2100.0).contains(&value);
        // "the four-day convention", "48-year-old": a kind or an age, not a count.
        let joined = end < limit && tree.word(end) == "-";
        // "tweet 756642903469031424": a number that nobody reads is a name; so is the one of "Fortune 500 companies".
        let name = !sign && tree.word(first).len() > 15
            || token.checked_sub(1).is_some_and(|before| {
                plain && tree.upos(before) == Upos::Propn && tree.deprel(before) == Deprel::Compound
            });
        let hour = end < limit && HOURS.contains(&tree.word(end).to_lowercase().as_str());
        year || joined || name || hour
    }
}

impl Number {
    fn at(writer: &Writer<'_>, token: usize, limit: usize) -> Option<Self> {
        let tree = &writer.tree;
        let sign = SIGNS.contains(&tree.word(token));
        let first = token + usize::from(sign);
        if first >= limit || !(sign || tree.upos(first) == Upos::Num) {
            return None;
        }
        let mut read = Reading {
            tree,
            limit,
            start: token,
            first,
            end: first + 1,
            value: amount(tree.word(first))?,
        };
        read.take_half()?;
        read.skip_second();
        let least = read.multiply();
        read.add_rest(least);
        let Reading { start, end, value, .. } = read;
        let percent = read.is(end, &["%", "percent", "pct"]);
        let per_cent = read.is(end, &["per"]) && read.is(end + 1, &["cent"]);
        let plain = !(sign || percent || per_cent);
        let whole = if plain { whole_of_share(writer, end, limit, value) } else { None };
        // "the two leaders", "one of them": words that point more than they count.
        let digits = tree.word(first).starts_with(|c: char| c.is_ascii_digit());
        let counts = !plain || digits || end > first + 1 || value > 2.0 || whole.is_some();
        if !counts || read.is_no_count(token, sign, plain) {
            return None;
        }
        if let Some(whole) = whole {
            let value = value / amount(tree.word(whole))?;
            return Some(Self {
                start: token,
                end: whole + 1,
                head: first,
                value,
                unit: None,
                whole: Some(whole),
            });
        }
        let unit = if sign {
            Some(tree.word(token).to_owned())
        } else {
            (percent || per_cent).then(|| "percent".to_owned())
        };
        let end = end + usize::from(percent) + 2 * usize::from(per_cent);
        let head = (token..end)
            .find(|&inside| tree.head(inside).is_none_or(|above| !(token..end).contains(&above)))
            .unwrap_or(first);
        Some(Self { start, end, head, value, unit, whole })
    }

    fn figure(&self, writer: &Writer<'_>, range: TextRange) -> Option<Figure> {
        let tree = &writer.tree;
        let number = self.whole.unwrap_or(self.head);
        let counted = tree.head(number).filter(|&noun| {
            matches!(tree.deprel(number), Deprel::Nummod | Deprel::Compound | Deprel::Amod)
                && matches!(tree.upos(noun), Upos::Noun | Upos::Propn | Upos::Sym)
        });
        // Ordinals and labels, "Resolution 1973", "Figure 3", count nothing, nor does the number of a house.
        let house = counted.is_some_and(|noun| {
            tree.upos(noun) == Upos::Propn
                && STREETS.contains(&tree.word(noun).trim_end_matches('.').to_lowercase().as_str())
        });
        let labels = counted.is_some_and(|noun| noun < self.start || house) && self.unit.is_none();
        let bare = counted.is_none() && self.unit.is_none() && self.whole.is_none();
        let times = counted.is_some_and(|noun| tree.is_word(noun, &["time", "times"]));
        if labels || times || bare && !matches!(tree.deprel(self.head), Deprel::Obj | Deprel::Nsubj)
        {
            return None;
        }
        let unit = self.unit.clone().or_else(|| counted.and_then(|noun| unit_of(writer, noun)));
        // "5 billion dollars in debt": what is said of the amount, or of what is counted.
        // "$2 billion in debt" is debt, but "8 percent in Maine" is none of Maine.
        let money = self.unit.as_deref().is_some_and(|unit| unit != "percent");
        let of = [Some(self.head), counted].into_iter().flatten().find_map(|noun| {
            tree.children(noun)
                .find(|&child| {
                    let is_of = |case| tree.is_word(case, &["of"]);
                    let is_in = |case| tree.is_word(case, &["in"]);
                    child >= self.end
                        && matches!(tree.deprel(child), Deprel::Nmod | Deprel::Obl)
                        && tree.children(child).any(|case| {
                            is_of(case) || money && tree.upos(child) == Upos::Noun && is_in(case)
                        })
                })
                .and_then(|child| phrase(writer, child))
        });
        // "the 25% tariffs"
        let behind = tree.text.get(range.end()..).unwrap_or_default().trim_start();
        let of = of.or_else(|| {
            let noun = self.unit.as_ref().and(counted)?;
            unit_of(writer, noun).filter(|of| behind.starts_with(of))
        });
        // "49% to 41%": nothing that the one is of.
        let of = of.filter(|of| of.contains(char::is_alphabetic));
        let clause = clause_of(writer, self.head);
        let place = tree.range(clause).cover(range);
        let text = writer
            .statement(clause, Cut::Nothing)
            .map_or_else(|| place.slice(tree.text).to_owned(), |line| line.text);
        Some(Figure {
            number: range,
            value: self.value,
            unit,
            of,
            text,
            evidence: Evidence::one(place)?,
        })
    }
}

/// The second number of a share: `6 in 10 voters`, `one out of every five`; not `six in 20 days`. `end` is where the first,
/// which is `part`, ends.
fn whole_of_share(writer: &Writer<'_>, end: usize, limit: usize, part: f64) -> Option<usize> {
    let tree = &writer.tree;
    let word = |token: usize| if token < limit { tree.word(token) } else { "" };
    let mut token = match (word(end), word(end + 1)) {
        ("in", _) => end + 1,
        ("out", "of") => end + 2,
        _ => return None,
    };
    token += usize::from(word(token) == "every");
    let whole = amount(word(token)).filter(|&whole| whole > part && whole <= 100.0)?;
    let power_follows = power(word(token + 1)).is_some();
    let time = tree.head(token).is_some_and(|noun| TIMES.contains(&tree.lemma(noun)));
    (whole.fract() == 0.0 && !power_follows && !time).then_some(token)
}

/// What tells the time of day behind a number.
const HOURS: &[&str] = &["a.m.", "p.m.", "am", "pm", "a.m", "p.m", "o'clock", "o’clock"];

/// Spans of time and occasions, in which something is done so many times: no share of them.
const TIMES: &[&str] = &[
    "second", "minute", "hour", "day", "night", "week", "month", "quarter", "year", "decade",
    "game", "match", "race", "round", "attempt", "try", "election",
];

/// What streets are called, behind their name.
const STREETS: &[&str] = &[
    "alley",
    "ave",
    "avenue",
    "blvd",
    "boulevard",
    "circle",
    "close",
    "court",
    "crescent",
    "dr",
    "drive",
    "highway",
    "hwy",
    "lane",
    "ln",
    "parkway",
    "pkwy",
    "place",
    "plaza",
    "rd",
    "road",
    "row",
    "square",
    "st",
    "street",
    "terrace",
    "way",
];

/// The nearest clause above that has a verb and somebody who acts, and says something by itself: "when prices rose by
/// 4 percent" does not, and of "they deny that 950 men will be moved" only the whole says what is so.
fn clause_of(writer: &Writer<'_>, token: usize) -> usize {
    let tree = &writer.tree;
    let mut clause = tree.clause_of(token);
    for _ in 0..6 {
        // "They said that one left and two stayed": both are said.
        let below = matches!(
            tree.deprel(tree.first_conjunct(clause)),
            Deprel::Acl
                | Deprel::AclRelcl
                | Deprel::Advcl
                | Deprel::AdvclRelcl
                | Deprel::Ccomp
                | Deprel::Csubj
                | Deprel::CsubjPass
        );
        let whole = tree.finite(clause).is_some() && tree.subject(clause).is_some() && !below;
        match tree.head(clause) {
            Some(above) if !whole => clause = tree.clause_of(above),
            _ => break,
        }
    }
    clause
}

/// `armed Russian soldiers` of the noun: what is right before it and says of which kind.
fn unit_of(writer: &Writer<'_>, noun: usize) -> Option<String> {
    let tree = &writer.tree;
    let says_which = |&token: &usize| {
        // "triple-doubles"
        let hyphen = tree.word(token) == "-" && token + 1 == noun;
        hyphen
            || tree.head(token) == Some(noun)
                && matches!(tree.deprel(token), Deprel::Compound | Deprel::Amod)
                && !matches!(tree.upos(token), Upos::Num | Upos::Sym)
    };
    // "the town's 11 percent undecided": the number says how many, not which.
    let says_which = |token: &usize| says_which(token) && !tree.is_word(*token, &["percent"]);
    let first = (0..noun).rev().take_while(says_which).last().unwrap_or(noun);
    let words: Vec<&str> = (first..=noun).map(|token| tree.word(token)).collect();
    (words.len() <= MAX_WORDS).then(|| words.join(" ").replace(" - ", "-"))
}

fn phrase(writer: &Writer<'_>, noun: usize) -> Option<String> {
    let line = writer.noun(noun, Cut::Clauses).filter(|line| !line.dangling)?;
    (line.text.split_whitespace().count() <= MAX_WORDS).then_some(line.text)
}

/// The number that a word spells or writes.
fn amount(word: &str) -> Option<f64> {
    if word.starts_with(|c: char| c.is_ascii_digit()) {
        return word.replace(',', "").parse().ok();
    }
    let lower = word.to_lowercase();
    let small = |word: &str| Some(NUMBERS.iter().position(|number| *number == word)? as f64 + 1.0);
    small(&lower)
        .or_else(|| tens(&lower))
        .or_else(|| power(&lower))
        .or_else(|| lower.split_once('-').and_then(|(ten, one)| Some(tens(ten)? + small(one)?)))
}

fn tens(word: &str) -> Option<f64> {
    Some(TENS.iter().position(|ten| *ten == word)? as f64 * 10.0 + 20.0)
}

fn power(word: &str) -> Option<f64> {
    Some(match word.to_lowercase().as_str() {
        "hundred" => 1e2,
        "thousand" => 1e3,
        "lakh" | "lakhs" => 1e5,
        "million" | "m" | "mn" => 1e6,
        "crore" | "crores" => 1e7,
        "billion" | "bn" => 1e9,
        "trillion" | "tn" | "trn" => 1e12,
        _ => return None,
    })
}

/// Signs and short forms of currencies before a sum.
const SIGNS: &[&str] = &[
    "$", "€", "£", "¥", "₹", "₽", "₺", "₩", "₦", "₪", "₫", "₱", "₴", "฿", "US$", "C$", "CA$", "A$",
    "AU$", "NZ$", "HK$", "S$", "R$", "Rs", "Rs.", "USD", "EUR", "GBP", "CHF", "CNY", "INR", "RM",
];

const TENS: &[&str] =
    &["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::briefing::timeline;
    use crate::language::analyze;
    use crate::testing;

    /// Each figure as `number as written | value | unit | of`.
    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let document = testing::document(text);
        let found = figures(&document);
        let lines: Vec<String> = found
            .iter()
            .map(|figure| {
                format!(
                    "{} | {} | {} | {}",
                    figure.number.slice(text),
                    figure.value,
                    figure.unit.as_deref().unwrap_or("-"),
                    figure.of.as_deref().unwrap_or("-")
                )
            })
            .collect();
        assert_eq!(lines, expected);
    }

    fn figures(document: &Document) -> Vec<Figure> {
        let analysis = analyze(document);
        let dates = timeline::expressions(document.text(), &analysis);
        find(document, &analysis, &Cast::default(), &dates)
    }

    #[test]
    fn numbers_have_a_unit_and_say_of_what() {
        check("The army sent 2,000 armed soldiers.", &["2,000 | 2000 | armed soldiers | -"]);
        check("The levy brought in ₹40 crore.", &["₹40 crore | 400000000 | ₹ | -"]);
        check(
            "The tariff cut 27 percent of the exports.",
            &["27 percent | 27 | percent | the exports"],
        );
        check("The bank lent $6.5 billion to the port.", &["$6.5 billion | 6500000000 | $ | -"]);
        check("Buyers offered $40-50 billion.", &["$40-50 billion | 40000000000 | $ | -"]);
        check("The 25% tariffs stay.", &["25% | 25 | percent | tariffs"]);
        check("Some forty-two villagers fled.", &["forty-two | 42 | villagers | -"]);
        check("Ana Lee had five triple-doubles.", &["five | 5 | triple-doubles | -"]);
        check(
            "The towers lost 49% to 41% of voters.",
            &["49% | 49 | percent | -", "41% | 41 | percent | voters"],
        );
        check("The clerk filed 12345678901234567 papers.", &[]);
        check("The port lost half a million crates.", &["half a million | 500000 | crates | -"]);
        check("They sold a billion pins.", &["a billion | 1000000000 | pins | -"]);
        check("They sold a half million pins.", &["a half million | 500000 | pins | -"]);
        check("They sold a few thousand pins.", &[]);
        check("Several million pins were sold.", &[]);
        check("They sold a quarter of a million pins.", &[]);
        check("She won 8 percent in Selm.", &["8 percent | 8 | percent | -"]);
        check("The port has $2 billion in debt.", &["$2 billion | 2000000000 | $ | debt"]);
    }

    #[test]
    fn a_share_is_one_figure() {
        check("Some 6 in 10 older tenants owe rent.", &["6 in 10 | 0.6 | older tenants | -"]);
        check("One in five said no.", &["One in five | 0.2 | - | -"]);
        check(
            "Three out of every four ferries were late.",
            &["Three out of every four | 0.75 | ferries | -"],
        );
        check("The clerk wrote nine letters in 20 days.", &["nine | 9 | letters | -"]);
    }

    #[test]
    fn a_label_reads_as_the_article_does() {
        for (text, expected) in [
            ("The duke wants a 25 percent tax.", "25 percent tax"),
            ("The port has $2 billion in debt.", "$2 billion in debt"),
            ("He won 40 percent of the voters.", "40 percent of the voters"),
            ("They sent 2,000 armed soldiers.", "2,000 armed soldiers"),
            ("Some 6 in 10 tenants owe rent.", "6 in 10 tenants"),
        ] {
            let document = testing::document(text);
            let labels: Vec<String> =
                figures(&document).iter().map(|figure| figure.label(&document)).collect();
            assert_eq!(labels, [expected]);
        }
    }

    #[test]
    fn a_figure_stands_in_a_sentence_that_says_something_by_itself() {
        let text = "The quarrel ended when the duke agreed to a rise of 4 percent.";
        let document = testing::document(text);
        let found = figures(&document);
        let lines: Vec<&str> = found.iter().map(|figure| figure.text.as_str()).collect();
        assert_eq!(lines, [text]);
    }

    #[test]
    fn who_says_or_denies_a_figure_stays() {
        for text in [
            "A clerk has rejected claims that 950 tenants are to be moved.",
            "The army said that it had lost two boats and that 40 men were missing.",
        ] {
            let document = testing::document(text);
            for figure in figures(&document) {
                assert_eq!(figure.text, text);
            }
        }
    }

    #[test]
    fn dates_names_and_pointing_words_are_no_figures() {
        check("On 4 May 2021 the two ministers met.", &[]);
        check("One of them left in 2019.", &[]);
        check("The four-day talks failed.", &[]);
        check("The council met from 9 a.m. until 4 p.m. in the hall.", &[]);
        check("Many Fortune 500 companies left.", &[]);
        check("The police searched a garage behind 2134 Elm Place and arrested a man.", &[]);
    }
}
