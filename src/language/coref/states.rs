//! Which names and adjectives stand for which state or body of states.

use std::collections::{BTreeMap, BTreeSet};

use super::grammar::Grammar;
use super::metonym::{self, Site};
use super::{Form, Mention, bodies, homes, words};
use crate::language::lexicon::{FormKind, PowerKind, lexicon};
use crate::language::{NameKind, Upos};

pub(super) struct States {
    of_mention: Vec<Option<usize>>,
    of_token: BTreeMap<usize, usize>,
}

impl States {
    pub(super) fn read(grammar: &Grammar<'_>, mentions: &[Mention]) -> Self {
        let mut of_mention: Vec<Option<usize>> =
            mentions.iter().map(|mention| of_name(grammar, mention)).collect();
        part_branches(grammar, mentions, &mut of_mention);
        choose_namesakes(grammar, mentions, &mut of_mention);
        choose_listed(grammar, mentions, &mut of_mention);
        spell_out(grammar, mentions, &mut of_mention);
        choose_housed(grammar, mentions, &mut of_mention);
        let halves = halves(&of_mention);
        for (mention, power) in mentions.iter().zip(&mut of_mention) {
            *power =
                half(grammar, mention, &halves).or_else(|| left_half(grammar, mention)).or(*power);
        }
        let mut of_token = BTreeMap::new();
        for token in 0..grammar.len() {
            of_token.extend(of_adjective(grammar, token).map(|power| (token, power)));
        }
        for (mention, power) in mentions.iter().zip(&of_mention) {
            if let Some(power) = power {
                of_token.extend(mention.tokens.clone().map(|token| (token, *power)));
            }
        }
        Self { of_mention, of_token }
    }

    /// The power, an index into the lexicon's table, that a mention means.
    pub(super) fn of_mention(&self, mention: usize) -> Option<usize> {
        self.of_mention.get(mention).copied().flatten()
    }

    /// The power that a word names or, as an adjective, belongs to.
    pub(super) fn of_token(&self, token: usize) -> Option<usize> {
        self.of_token.get(&token).copied()
    }
}

/// `RSF` is short for the `Rapid Support Forces` where the text has these, whatever other body goes by the letters.
fn spell_out(grammar: &Grammar<'_>, mentions: &[Mention], of_mention: &mut [Option<usize>]) {
    let is_body = |power: usize| lexicon().powers().power(power).kind == PowerKind::Body;
    let short = |mention: &Mention| {
        let name = bare(grammar, mention);
        let letters = name.strip_prefix("the ").unwrap_or(&name).to_owned();
        let all_capitals = letters.len() > 2 && letters.chars().all(char::is_uppercase);
        all_capitals.then(|| letters.to_lowercase())
    };
    let spelt: BTreeSet<String> = mentions
        .iter()
        .zip(&*of_mention)
        .filter(|(mention, power)| mention.name.is_some() && power.is_none())
        .flat_map(|(mention, _)| {
            let words: Vec<String> = bare(grammar, mention)
                .trim_start_matches("the ")
                .split([' ', '-'])
                .map(str::to_lowercase)
                .collect();
            bodies::initials(&words)
        })
        .collect();
    let long: BTreeSet<usize> = mentions
        .iter()
        .zip(&*of_mention)
        .filter(|(mention, _)| short(mention).is_none())
        .filter_map(|(_, &power)| power)
        .collect();
    for (mention, power) in mentions.iter().zip(of_mention.iter_mut()) {
        let other = power.is_some_and(|power| is_body(power) && !long.contains(&power));
        if other && short(mention).is_some_and(|letters| spelt.contains(&letters)) {
            *power = None;
        }
    }
}

/// `Brussels` of a text that names the European Union, or the Commission alone, is theirs, and not Belgium's.
fn choose_housed(grammar: &Grammar<'_>, mentions: &[Mention], of_mention: &mut [Option<usize>]) {
    let powers = lexicon().powers();
    let named: BTreeSet<usize> = mentions
        .iter()
        .zip(&*of_mention)
        .filter(|(mention, _)| {
            let forms = powers.of(bare(grammar, mention).trim_start_matches("the "));
            forms.iter().any(|form| form.kind == FormKind::Name)
        })
        .filter_map(|(_, &power)| power)
        .collect();
    for (mention, power) in mentions.iter().zip(of_mention.iter_mut()) {
        let Some(country) = power.filter(|&power| powers.power(power).kind.is_country()) else {
            continue;
        };
        let name = bare(grammar, mention);
        let forms = powers.of(name.trim_start_matches("the "));
        let capital =
            |of: usize| forms.iter().any(|it| it.power == of && it.kind == FormKind::Capital);
        let union = forms.iter().find(|form| {
            named.contains(&form.power)
                && form.kind != FormKind::Name
                && matches!(
                    powers.power(form.power).name.as_str(),
                    "European Union" | "European Commission"
                )
        });
        if let Some(union) = union.filter(|_| capital(country) && !named.contains(&country)) {
            *power = Some(union.power);
        }
    }
}

/// `Georgia` beside other states of a federation, and nothing else of the country, is one of them.
fn choose_namesakes(grammar: &Grammar<'_>, mentions: &[Mention], of_mention: &mut [Option<usize>]) {
    let powers = lexicon().powers();
    let is_country = |power: usize| powers.power(power).kind.is_country();
    let is_province = |power: usize| powers.power(power).kind == PowerKind::Province;
    if !of_mention.iter().flatten().any(|&power| is_province(power)) {
        return;
    }
    let mut namesakes: BTreeMap<usize, Vec<(usize, usize)>> = BTreeMap::new();
    for (idx, mention) in mentions.iter().enumerate() {
        let Some(country) = of_mention[idx].filter(|&power| is_country(power)) else { continue };
        let forms = powers.of(bare(grammar, mention).as_str());
        let province = forms.iter().find(|form| {
            form.kind == FormKind::Name && is_province(form.power) && form.power != country
        });
        if let Some(province) = province {
            namesakes.entry(country).or_default().push((idx, province.power));
        }
    }
    if namesakes.is_empty() {
        return;
    }
    // `Tbilisi`, `Georgian SSR`.
    for mention in mentions.iter().filter(|mention| mention.form == Form::Name) {
        let name = bare(grammar, mention);
        let forms = powers.of(&name);
        if !forms.iter().any(|form| is_province(form.power)) {
            for form in forms {
                namesakes.remove(&form.power);
            }
        }
    }
    for (idx, province) in namesakes.into_values().flatten() {
        of_mention[idx] = Some(province);
    }
}

/// `Washington` of `California, Oregon and Washington` is the state of the federation, and no seat of its government.
fn choose_listed(grammar: &Grammar<'_>, mentions: &[Mention], of_mention: &mut [Option<usize>]) {
    let powers = lexicon().powers();
    let is_province =
        |power: Option<usize>| power.is_some_and(|at| powers.power(at).kind == PowerKind::Province);
    let listed = |left: &Mention, right: &Mention| {
        (left.tokens.end..right.tokens.start)
            .all(|token| matches!(grammar.word(token), "," | "and" | "or" | "&"))
            && left.tokens.end < right.tokens.start
            && right.tokens.start < left.tokens.end + 3
    };
    let named: Vec<usize> =
        (0..mentions.len()).filter(|&idx| mentions[idx].name.is_some()).collect();
    for near in named.windows(3) {
        let [left, mid, right] = near else { continue };
        let list =
            listed(&mentions[*left], &mentions[*mid]) && listed(&mentions[*mid], &mentions[*right]);
        for (one, others) in
            [(*left, [*mid, *right]), (*mid, [*left, *right]), (*right, [*left, *mid])]
        {
            let seat = bare(grammar, &mentions[one]) == "Washington";
            if list && seat && others.iter().all(|&other| is_province(of_mention[other])) {
                of_mention[one] = None;
            }
        }
    }
}

/// Where a text names a state's parliament, the seat of its government is one branch beside another: what `the White
/// House` wants is not what the United States want while Congress wants something else.
fn part_branches(grammar: &Grammar<'_>, mentions: &[Mention], of_mention: &mut [Option<usize>]) {
    const BRANCHES: &[(&str, &[&str])] = &[
        ("White House", &["Congress", "Senate"]),
        ("Pentagon", &["Congress", "Senate"]),
        ("Downing Street", &["Parliament", "Commons"]),
    ];
    let named: Vec<String> = mentions
        .iter()
        .map(|mention| if mention.name.is_some() { bare(grammar, mention) } else { String::new() })
        .collect();
    let is = |name: &str, known: &str| name.strip_prefix("the ").unwrap_or(name) == known;
    for (seat, parliaments) in BRANCHES {
        if !named.iter().any(|name| parliaments.iter().any(|parliament| is(name, parliament))) {
            continue;
        }
        for (name, power) in named.iter().zip(of_mention.iter_mut()) {
            if is(name, seat) {
                *power = None;
            }
        }
    }
}

/// The states of the text that are called after a point of the compass, by that word: `South` for South Korea.
fn halves(of_mention: &[Option<usize>]) -> BTreeMap<&'static str, usize> {
    let mut found = BTreeMap::new();
    for power in of_mention.iter().flatten() {
        let name = &lexicon().powers().power(*power).name;
        for compass in ["North", "South", "East", "West"] {
            if name.strip_prefix(compass).is_some_and(|rest| rest.starts_with(' ')) {
                found.insert(compass, *power);
            }
        }
    }
    found
}

/// `the North` beside `North Korea`.
fn half(
    grammar: &Grammar<'_>,
    mention: &Mention,
    halves: &BTreeMap<&'static str, usize>,
) -> Option<usize> {
    let last = mention.tokens.end.checked_sub(1).filter(|_| mention.form == Form::Name)?;
    let the = mention.tokens.start == last
        && last.checked_sub(1).is_some_and(|before| grammar.lower(before) == "the")
        || mention.tokens.len() == 2 && grammar.lower(mention.tokens.start) == "the";
    halves.get(grammar.word(last)).copied().filter(|_| the)
}

/// `North` of `North and South Korea`.
fn left_half(grammar: &Grammar<'_>, mention: &Mention) -> Option<usize> {
    let compass = |token: usize| matches!(grammar.word(token), "North" | "South" | "East" | "West");
    let and = mention.tokens.end;
    let pair = mention.form == Form::Name
        && mention.tokens.len() == 1
        && compass(mention.tokens.start)
        && grammar.word(and) == "and"
        && compass(and + 1);
    let whole = format!("{} {}", grammar.word(mention.tokens.start), grammar.word(and + 2));
    let forms = lexicon().powers().of(&whole);
    forms.iter().find(|form| pair && form.kind == FormKind::Name).map(|form| form.power)
}

fn of_name(grammar: &Grammar<'_>, mention: &Mention) -> Option<usize> {
    let name = grammar.analysis.names.get(mention.name?)?;
    if mention.form != Form::Name || name.kind == NameKind::Person {
        return None;
    }
    let words = bare(grammar, mention);
    // `SC` of a text that names South Carolina.
    let postal = || {
        let two = words.chars().count() == 2 && words.chars().all(char::is_uppercase);
        homes::state_named(&words)
            .filter(|whole| two && words != "LA" && grammar.text().contains(whole))
    };
    // `Fla.`
    let short = words.strip_suffix('.').and_then(homes::state_named).or_else(postal);
    let words = short.map_or(words, str::to_owned);
    let words = if lexicon().powers().of(&words).is_empty() { lowered(&words) } else { words };
    let forms = lexicon().powers().of(&words);
    // Of what seems to be a work or a thing, a seat of power alone is one who acts.
    if name.kind == NameKind::Other && forms.iter().all(|form| form.kind != FormKind::Seat) {
        return None;
    }
    let named = forms.iter().find(|form| matches!(form.kind, FormKind::Name | FormKind::Former));
    if let Some(form) = named {
        return Some(form.power);
    }
    let site = |kind| match kind {
        FormKind::Capital => Some(Site::Capital),
        FormKind::Seat => Some(Site::Seat),
        _ => None,
    };
    for form in forms {
        if form.kind == FormKind::Adjective && is_people_at_large(grammar, mention) {
            return Some(form.power);
        }
        if let Some(site) = site(form.kind) {
            return metonym::acts(grammar, &mention.tokens, site).then_some(form.power);
        }
    }
    government(&words)
}

/// `NORWAY` as it is written elsewhere.
fn lowered(words: &str) -> String {
    let letters = words.chars().filter(|c| c.is_alphabetic()).count();
    if letters < 4 || words.chars().any(char::is_lowercase) {
        return words.to_owned();
    }
    let mut inside = false;
    let mut lower = |letter: char| {
        let first = !inside;
        inside = letter.is_alphanumeric();
        if first { letter } else { letter.to_ascii_lowercase() }
    };
    words.chars().map(&mut lower).collect()
}

/// `the Chinese`, `the British`: a people without a word of its own speaks for its state.
fn is_people_at_large(grammar: &Grammar<'_>, mention: &Mention) -> bool {
    let the =
        mention.tokens.start.checked_sub(1).is_some_and(|before| grammar.lower(before) == "the");
    let word = grammar.lower(mention.tokens.end.saturating_sub(1));
    the && ["ese", "ish", "sh", "ch", "iss"].iter().any(|ending| word.ends_with(ending))
}

/// `the Norwegian Government`, `Government of Norway`.
fn government(words: &str) -> Option<usize> {
    let lower = words.to_lowercase();
    let state = if let Some(state) = lower.strip_prefix("government of ") {
        let cut = words.len() - state.len();
        words.get(cut..)?
    } else {
        let (adjective, noun) = words.rsplit_once(' ')?;
        words::is_government_noun(&noun.to_lowercase()).then_some(adjective)?
    };
    lexicon().powers().of(state).first().map(|form| form.power)
}

/// The words of a name without article and possessive ending, single spaces between them.
fn bare(grammar: &Grammar<'_>, mention: &Mention) -> String {
    let text = mention.range.slice(grammar.text());
    let text = text.trim_end_matches("'s").trim_end_matches("’s");
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ")
}

/// `Russian`, `South Korean`: an adjective that a noun follows.
fn of_adjective(grammar: &Grammar<'_>, token: usize) -> Option<usize> {
    if !matches!(grammar.upos(token), Upos::Adj | Upos::Propn | Upos::Noun)
        || !grammar.word(token).starts_with(char::is_uppercase)
    {
        return None;
    }
    let before = token.checked_sub(1).filter(|&before| grammar.same_sentence(before, token));
    let two = before.map(|before| format!("{} {}", grammar.word(before), grammar.word(token)));
    let wanted = |form: &&crate::language::lexicon::PowerForm| {
        matches!(form.kind, FormKind::Adjective | FormKind::Name)
    };
    let powers = lexicon().powers();
    // `South` of `South Korean` is no land of its own.
    let after = format!("{} {}", grammar.word(token), grammar.word(token + 1));
    if let Some(form) = powers.of(&after).iter().find(wanted) {
        return Some(form.power);
    }
    two.and_then(|two| powers.of(&two).iter().find(wanted).map(|form| form.power))
        .or_else(|| powers.of(grammar.word(token)).iter().find(wanted).map(|form| form.power))
}

#[cfg(test)]
mod tests {
    #[test]
    fn brussels_is_the_seat_of_the_union_that_the_text_names() {
        let text = "The European Commission threatened to withhold funds. Brussels said on Monday that it was late.";
        let briefing = crate::briefing::brief(&crate::testing::document(text));
        let names: Vec<&str> = briefing.actors.iter().map(|actor| actor.name.as_str()).collect();
        assert_eq!(names, ["European Commission"]);
    }
}
