//! What to call an actor: the full name, the short one of running text, the other forms.

use std::collections::BTreeMap;

use super::Traits;
use super::article::is_common;
use crate::briefing::{Actor, ActorKind};
use crate::document::{BlockKind, Document};
use crate::language::coref::{Chain, DescriptionSource, Form, Mention, words};
use crate::language::lexicon::{FormKind, Senses, lexicon};
use crate::language::{Analysis, Deprel, NameKind, Upos};
use crate::text::{TextRange, one_line};

pub(super) struct Calling {
    /// The fullest form that the article gives.
    pub(super) name: String,
    /// What a sentence about the actor says, an article before it where the text has one.
    pub(super) short: String,
    /// Whether running text has an article before the name.
    pub(super) article: bool,
    pub(super) aliases: Vec<String>,
    pub(super) plural: bool,
}

/// More other forms than this tell a reader nothing more.
const MOST_ALIASES: usize = 10;

/// One way in which the text writes the name, without titles and possessive endings.
struct Spelling {
    text: String,
    count: usize,
    /// How often the word before is `the`.
    with_the: usize,
    /// How often it stands in a sentence for itself, and not before another noun as in `the Labour member`.
    alone: usize,
    /// How often then the word before is `the`.
    alone_with_the: usize,
    first: usize,
}

impl Spelling {
    /// Whether running text calls it so with `the`. What stands for itself tells it best; in a headline the article is
    /// left out, and before another noun it may be that one's.
    fn has_article(&self) -> bool {
        // `the Labour party`, with a word between or not.
        let small = [" party", " office", " department", " cartel"];
        if small.iter().any(|noun| self.text.ends_with(noun)) {
            return true;
        }
        match self.alone {
            0 => self.with_the * 2 > self.count || is_common(&self.text),
            alone => self.alone_with_the * 2 > alone,
        }
    }
}

impl Calling {
    pub(super) fn new(
        document: &Document,
        analysis: &Analysis,
        chain: &Chain,
        kind: ActorKind,
    ) -> Option<Self> {
        let text = document.text();
        if let Some((mention, _)) = chain.defined {
            let all = &analysis.chains.mentions;
            let first = described(document, analysis, all.get(mention)?, kind);
            // "Police fired gas. The police said so": the capital only begins a sentence.
            let small = chain
                .mentions
                .iter()
                .filter(|&&idx| all[idx].form == Form::Nominal)
                .map(|&idx| described(document, analysis, &all[idx], kind))
                .find(|other| other.name == first.name.to_lowercase());
            return Some(small.unwrap_or(first));
        }
        let mentions: Vec<&Mention> =
            chain.mentions.iter().map(|&idx| &analysis.chains.mentions[idx]).collect();
        let names: Vec<&Mention> =
            mentions.iter().copied().filter(|mention| mention.form == Form::Name).collect();
        let spellings = spellings(document, analysis, &names, kind);
        let full = fullest(&spellings, chain, kind)?;
        let name = full.text.clone();
        let short = short(&spellings, full, kind);
        let mut aliases: Vec<String> = Vec::new();
        let mut add = |alias: String| {
            if alias != name && !aliases.contains(&alias) && aliases.len() < MOST_ALIASES {
                aliases.push(alias);
            }
        };
        let mut by_count: Vec<&Spelling> = spellings.iter().collect();
        by_count.sort_by_key(|spelling| (std::cmp::Reverse(spelling.count), spelling.first));
        for spelling in by_count.into_iter().filter(|spelling| spelling.text != name) {
            let the = spelling.has_article();
            add(if the { format!("the {}", spelling.text) } else { spelling.text.clone() });
        }
        for mention in &names {
            if let Some(range) = with_title(analysis, document, mention) {
                add(one_line(range.slice(text)));
            }
        }
        if let Some((title, seat)) = first_title(analysis, chain) {
            add(one_line(title.slice(text)));
            if let Some(seat) = seat {
                add(one_line(title.cover(seat).slice(text)));
            }
        }
        for range in short_titles(document, analysis, chain) {
            add(one_line(range.slice(text)));
        }
        for mention in &names {
            let owned = matches!(kind, ActorKind::Organization | ActorKind::Person);
            let owner = with_owner(analysis, mention).filter(|_| owned);
            let office = with_office(document, analysis, mention);
            for range in [owner, office].into_iter().flatten() {
                add(one_line(range.slice(text)));
            }
        }
        for mention in mentions.iter().filter(|mention| mention.form == Form::Nominal) {
            if is_telling(document, analysis, mention) {
                add(one_line(mention.range.slice(text)));
            }
        }
        let plural = kind == ActorKind::Group;
        Some(Self { name, short, article: full.has_article(), aliases, plural })
    }
}

/// The first name with the title before it, one with its seat before others, `U.S. District Judge Nora Ellis`, and where its office is held.
fn first_title(analysis: &Analysis, chain: &Chain) -> Option<(TextRange, Option<TextRange>)> {
    let chains = &analysis.chains;
    let from = chains.descriptions.partition_point(|d| d.mention < chain.mentions[0]);
    let last = *chain.mentions.last()?;
    chains
        .descriptions
        .get(from..)?
        .iter()
        .take_while(|description| description.mention <= last)
        .filter(|description| {
            description.source == DescriptionSource::Title
                && description.tokens.len() <= 5
                && !matches!(analysis.xpos(description.head), "NNS" | "NNPS")
                && chain.mentions.binary_search(&description.mention).is_ok()
        })
        .min_by_key(|description| (description.seat.is_none(), description.mention))
        .map(|description| {
            let name = chains.mentions[description.mention].range;
            (description.range.cover(name), description.seat)
        })
}

/// The names with the titles before them, a long one from its noun on: `Captain Nora Ellis` of `the young Captain Nora
/// Ellis`.
fn short_titles<'a>(
    document: &'a Document,
    analysis: &'a Analysis,
    chain: &'a Chain,
) -> impl Iterator<Item = TextRange> + 'a {
    let chains = &analysis.chains;
    let from = chains.descriptions.partition_point(|d| d.mention < chain.mentions[0]);
    let last = chain.mentions.last().copied().unwrap_or_default();
    chains
        .descriptions
        .get(from..)
        .unwrap_or_default()
        .iter()
        .take_while(move |description| description.mention <= last)
        .filter(move |description| {
            description.source == DescriptionSource::Title
                && analysis.word(document, description.head).starts_with(char::is_uppercase)
                // "Sens. Ana Ruiz and Tom Hall": of two.
                && !matches!(analysis.xpos(description.head), "NNS" | "NNPS")
                && chain.mentions.binary_search(&description.mention).is_ok()
        })
        .map(move |description| {
            let name = chains.mentions[description.mention].range;
            let short = description.tokens.len() <= 2;
            let start = if short {
                description.tokens.start
            } else {
                office(document, analysis, description.head)
            };
            analysis.cover(start..description.tokens.end).cover(name)
        })
}

/// One who has a description for a name: it without its article.
fn described(
    document: &Document,
    analysis: &Analysis,
    mention: &Mention,
    kind: ActorKind,
) -> Calling {
    let mut tokens = mention.tokens.clone();
    let mut article = false;
    while tokens.len() > 1 && analysis.upos(tokens.start) == Upos::Det {
        article |= analysis.word(document, tokens.start).eq_ignore_ascii_case("the");
        tokens.start += 1;
    }
    let name = one_line(analysis.cover(tokens.clone()).slice(document.text()));
    let short = if article { format!("the {name}") } else { name.clone() };
    // `Norway's trade ministry` is `the trade ministry`, too.
    let owner = analysis.child_as(mention.head, Deprel::NmodPoss);
    let rest = owner.map(|owner| analysis.subtree(owner).end..tokens.end);
    let rest = rest.filter(|rest| rest.len() > 1 && rest.start > tokens.start);
    let aliases = rest.map(|rest| one_line(analysis.cover(rest).slice(document.text())));
    let plural = kind == ActorKind::Group;
    Calling { name, short, article, aliases: aliases.into_iter().collect(), plural }
}

/// `Estonia’s Ministry of Defence`: a body with the owner right before it.
fn with_owner(analysis: &Analysis, mention: &Mention) -> Option<TextRange> {
    let owner = analysis
        .child_as(mention.head, Deprel::NmodPoss)
        .filter(|&owner| analysis.upos(owner) != Upos::Pron)?;
    let span = analysis.subtree(owner);
    (span.end == mention.tokens.start).then(|| analysis.cover(span.start..mention.tokens.end))
}

/// `the office of the Attorney General`: a body by its office.
fn with_office(document: &Document, analysis: &Analysis, mention: &Mention) -> Option<TextRange> {
    let word = |token: usize| analysis.word(document, token).to_lowercase();
    let first = mention.tokens.start;
    let before = |back: usize| first.checked_sub(back);
    let the = word(before(1)?) == "the" || word(first) == "the";
    let of = before(if word(before(1)?) == "the" { 2 } else { 1 })?;
    let office = of.checked_sub(1)?;
    let start = office.checked_sub(1).filter(|&start| word(start) == "the").unwrap_or(office);
    let told = the && word(of) == "of" && word(office) == "office";
    let together = analysis.sentence_of(start) == analysis.sentence_of(first);
    (told && together).then(|| analysis.cover(start..mention.tokens.end))
}

fn spellings(
    document: &Document,
    analysis: &Analysis,
    names: &[&Mention],
    kind: ActorKind,
) -> Vec<Spelling> {
    let mut found: BTreeMap<String, Spelling> = BTreeMap::new();
    for (nth, mention) in names.iter().enumerate() {
        let mut from = mention.tokens.start;
        let word = |token: usize| analysis.word(document, token);
        let mut the =
            from.checked_sub(1).is_some_and(|before| word(before).eq_ignore_ascii_case("the"));
        // "the center-right CDU", "the nonpartisan Budget Office"; "the maker Acme" and "the divided Congress" have none.
        let letters = mention.range.slice(document.text());
        let acronym = letters.len() > 1 && letters.chars().all(char::is_uppercase);
        the |= kind == ActorKind::Organization
            && (acronym || is_common(letters))
            && analysis.children(mention.head).any(|det| {
                analysis.deprel(det) == Deprel::Det
                    && det < from
                    && word(det).eq_ignore_ascii_case("the")
            });
        while from + 1 < mention.tokens.end {
            let lower = word(from).to_lowercase();
            let article = lower == "the";
            // `Senators Roe and Lund`.
            let one = lower.strip_suffix('s').unwrap_or_default();
            let title = kind == ActorKind::Person
                && lower != "st."
                // `the Duke of Selm`
                && word(from + 1) != "of"
                && (words::is_title(&lower) || words::is_title(one));
            if !article && !title {
                break;
            }
            the |= article;
            from += 1;
        }
        let mut end = mention.tokens.end;
        while end > from + 1 && words::is_genitive(word(end - 1)) {
            end -= 1;
        }
        // The point behind the last word may be that of the sentence.
        let whole = analysis.cover(from..end);
        let range = TextRange::new(whole.start(), whole.end().min(mention.range.end()));
        let text = one_line(range.slice(document.text()));
        if text.is_empty() {
            continue;
        }
        let spelling = found.entry(text.clone()).or_insert(Spelling {
            text,
            count: 0,
            with_the: 0,
            alone: 0,
            alone_with_the: 0,
            first: nth,
        });
        spelling.count += 1;
        spelling.with_the += usize::from(the);
        let block = analysis.sentences[analysis.sentence_of(mention.head)].block;
        let running = document.blocks()[block].kind == BlockKind::Paragraph;
        // "Norway's trade ministry" is no less the trade ministry.
        let owned =
            mention.tokens.start.checked_sub(1).is_some_and(|at| words::is_genitive(word(at)));
        let alone = running
            && !owned
            && matches!(
                analysis.deprel(mention.head),
                Deprel::Nsubj | Deprel::NsubjPass | Deprel::Obj | Deprel::Obl | Deprel::OblAgent
            );
        spelling.alone += usize::from(alone);
        spelling.alone_with_the += usize::from(alone && the);
    }
    found.into_values().collect()
}

/// The longest spelling that is not all capitals where another is there. Of a state: its usual name where
/// the text has it, else the name that it has most; never a capital where the state itself is named.
fn fullest<'a>(spellings: &'a [Spelling], chain: &Chain, kind: ActorKind) -> Option<&'a Spelling> {
    // An acronym is no shout, but `VALLETTA` is one where `Valletta` is there.
    let shouting = |spelling: &Spelling| {
        let capitals = !spelling.text.chars().any(char::is_lowercase);
        let small = || {
            spellings.iter().any(|other| {
                other.text != spelling.text && other.text.to_uppercase() == spelling.text
            })
        };
        capitals && (spelling.text.contains(' ') || small())
    };
    if let Some(power) = chain.power {
        let powers = lexicon().powers();
        let usual = spellings.iter().find(|spelling| spelling.text == powers.power(power).name);
        let own = |spelling: &&Spelling| {
            powers.of(&spelling.text).iter().any(|form| {
                form.power == power && matches!(form.kind, FormKind::Name | FormKind::Former)
            })
        };
        let named = || {
            spellings.iter().filter(own).max_by_key(|s| {
                let most = if kind == ActorKind::Country { s.count } else { s.text.len() };
                (most, std::cmp::Reverse(s.first))
            })
        };
        if let Some(found) = usual.or_else(named) {
            return Some(found);
        }
    }
    // `Biologist Nick Bos` is a name with a title where `Nick Bos` is there too.
    let titled = |spelling: &Spelling| {
        kind == ActorKind::Person
            && spellings.iter().any(|other| {
                let particle = |word: &str| words::is_particle(&word.to_lowercase());
                other.text.split_once(' ').is_some_and(|(first, _)| !particle(first))
                    && spelling.text.ends_with(&format!(" {}", other.text))
            })
    };
    // `Roe White House` is the White House for a while.
    let owned = |spelling: &Spelling| {
        kind == ActorKind::Organization
            && spellings.iter().any(|other| {
                let owner = spelling.text.strip_suffix(&other.text).map(str::trim_end);
                owner.is_some_and(|owner| !owner.is_empty() && is_holder(owner))
                    && lexicon().senses(&other.text).any(Senses::ANY_ORGANIZATION)
            })
    };
    let whole = |spelling: &&Spelling| !titled(spelling) && !owned(spelling);
    spellings.iter().filter(whole).max_by_key(|spelling| {
        let words = spelling.text.split(' ').count();
        // `Bob Tarn` of a text that has `Robert Tarn` once.
        let usual = if kind == ActorKind::Person { spelling.count } else { 0 };
        let length = spelling.text.len();
        // `Labour Party`, and elsewhere `Labour party`.
        let whole = spelling
            .text
            .rsplit(' ')
            .next()
            .is_some_and(|last| last.starts_with(char::is_uppercase));
        (!shouting(spelling), words, usual, length, whole, std::cmp::Reverse(spelling.first))
    })
}

/// Whether words before the name of a body tell in whose hands it is: `Ann Roe's`, `Roe`, `Republican`; `Texas` does not.
fn is_holder(words: &str) -> bool {
    let owner = words.strip_suffix("'s").or(words.strip_suffix("’s"));
    let last = owner.unwrap_or(words).rsplit(' ').next().unwrap_or_default();
    let senses = lexicon().senses(last);
    let person = senses.any(Senses::GIVEN | Senses::SURNAME) && !senses.any(Senses::ANY_PLACE);
    person && (owner.is_some() || !words.contains(' '))
        || matches!(words, "Republican" | "Democratic" | "GOP")
}

fn short(spellings: &[Spelling], full: &Spelling, kind: ActorKind) -> String {
    if kind == ActorKind::Person {
        return surname(spellings, full);
    }
    let acronym = |spelling: &&Spelling| {
        !spelling.text.contains(' ')
            && spelling.text.chars().filter(|c| c.is_uppercase()).count() > 1
    };
    let long = full.text.split(' ').count() > 3;
    let chosen = if long {
        spellings.iter().filter(acronym).max_by_key(|s| s.count).unwrap_or(full)
    } else {
        full
    };
    if chosen.has_article() { format!("the {}", chosen.text) } else { chosen.text.clone() }
}

/// The part of a full name that the text uses alone; else its last word, with a particle before it.
fn surname(spellings: &[Spelling], full: &Spelling) -> String {
    let used = spellings
        .iter()
        .filter(|spelling| {
            spelling.text != full.text
                && spelling.text.split(' ').count() <= 2
                && (full.text.ends_with(&spelling.text) || full.text.starts_with(&spelling.text))
        })
        .max_by_key(|spelling| (spelling.count, std::cmp::Reverse(spelling.first)));
    // "Pen" of "Le Pen's party" is none: the particle goes with it.
    let whole = |used: &str| {
        let before =
            full.text.strip_suffix(used).and_then(|before| before.split_whitespace().next_back());
        !before.is_some_and(|word| words::is_particle(&word.to_lowercase()))
    };
    if let Some(used) = used.filter(|used| whole(&used.text)) {
        return used.text.clone();
    }
    let words: Vec<&str> = full
        .text
        .split(' ')
        .filter(|word| {
            !matches!(word.trim_end_matches(['.', ',']), "Jr" | "Sr" | "II" | "III" | "IV")
        })
        .collect();
    let mut from = words.len().saturating_sub(1);
    let is_particle = crate::language::coref::words::is_particle;
    while from > 1 && is_particle(&words[from - 1].to_lowercase()) {
        from -= 1;
    }
    words.get(from..).map_or_else(|| full.text.clone(), |words| words.join(" "))
}

/// `Mr. Trump`, `Sen. Bill Nelson`: the name with the titles right before it.
fn with_title(analysis: &Analysis, document: &Document, mention: &Mention) -> Option<TextRange> {
    let mut from = mention.tokens.start;
    let sentence = analysis.sentence_of(from);
    while let Some(before) = from.checked_sub(1) {
        let word = analysis.word(document, before);
        let titled = word.starts_with(char::is_uppercase) && words::is_title(&word.to_lowercase());
        if !titled || analysis.sentence_of(before) != sentence {
            break;
        }
        from = office(document, analysis, before);
    }
    let person = mention
        .name
        .and_then(|idx| analysis.names.get(idx))
        .is_some_and(|name| name.kind == crate::language::NameKind::Person);
    (person && from < mention.tokens.start).then(|| analysis.cover(from..mention.tokens.end))
}

/// The first word of an office of several: `Prime` of `Prime Minister`, `Assistant` of `Assistant Secretary of State`, who is
/// no secretary.
fn office(document: &Document, analysis: &Analysis, noun: usize) -> usize {
    // `Secretary-Treasurer`.
    if let Some(first) = noun.checked_sub(2)
        && analysis.word(document, noun - 1) == "-"
    {
        return first;
    }
    let word = |token: usize| analysis.word(document, token);
    let one = |token: &usize| {
        analysis.sentence_of(*token) == analysis.sentence_of(noun)
            && word(*token).starts_with(char::is_uppercase)
            && analysis.name_kind(*token) != Some(NameKind::Person)
    };
    let below = |&token: &usize| {
        let under = word(token) == "Under" && word(token + 1) == "Secretary";
        under
            || matches!(
                word(token),
                "Vice"
                    | "Deputy"
                    | "Assistant"
                    | "Associate"
                    | "Shadow"
                    | "Acting"
                    | "Interim"
                    | "Brigadier"
                    | "Press"
            )
    };
    let near = noun.saturating_sub(5)..noun;
    let before = near.rev().take_while(one).filter(below).last();
    before
        .or_else(|| {
            noun.checked_sub(1).filter(|&before| {
                matches!(
                    word(before),
                    "Prime"
                        | "Attorney"
                        | "Solicitor"
                        | "Chief"
                        | "Lieutenant"
                        | "Major"
                        | "Foreign"
                )
            })
        })
        .unwrap_or(noun)
}

/// A description that says who is meant wherever it stands: one with a name in it.
fn is_telling(document: &Document, analysis: &Analysis, mention: &Mention) -> bool {
    mention.tokens.len() > 1
        && mention.tokens.len() <= 6
        && !matches!(analysis.upos(mention.tokens.start), Upos::Adv | Upos::Cconj)
        && !matches!(analysis.lemma(mention.tokens.start), "neither" | "either")
        && mention.tokens.clone().any(|token| {
            analysis.word(document, token).starts_with(char::is_uppercase)
                && token != mention.tokens.start
        })
}

/// Two people of one surname are called by their full names.
pub(super) fn part_namesakes(actors: &[Actor], traits: &mut [Traits]) {
    let mut bearers: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (idx, traits) in traits.iter().enumerate() {
        bearers.entry(traits.short.to_lowercase()).or_default().push(idx);
    }
    for bearers in bearers.into_values().filter(|bearers| bearers.len() > 1) {
        // The most salient keeps the bare name, as the article itself does where it uses one.
        for idx in bearers.into_iter().skip(1) {
            traits[idx].short.clone_from(&actors[idx].name);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::briefing::brief;
    use crate::testing::document;

    #[test]
    fn a_long_title_is_cut_to_the_office() {
        let briefing =
            brief(&document("The tired old Attorney General Paul Reyes smiled on Monday."));
        let aliases = briefing.actors.first().map(|actor| actor.aliases.clone());
        assert!(aliases.is_some_and(|all| all.contains(&"Attorney General Paul Reyes".to_owned())));
    }

    #[test]
    fn who_stands_below_an_office_is_not_called_by_it() {
        let aliases = |text: &str| {
            let briefing = brief(&document(&format!("{text} Reyes smiled.")));
            let reyes = briefing.actors.into_iter().find(|actor| actor.name == "Paul Reyes");
            reyes.map(|actor| actor.aliases).unwrap_or_default()
        };
        for (text, alias) in [
            ("Norwegian Deputy Prime Minister Paul Reyes left.", "Prime Minister Paul Reyes"),
            ("U.S. Assistant Secretary of State Paul Reyes left.", "Secretary of State Paul Reyes"),
            ("Labour's Shadow Fisheries Minister Paul Reyes left.", "Minister Paul Reyes"),
            ("White House Press Secretary Paul Reyes left.", "Secretary Paul Reyes"),
        ] {
            let aliases = aliases(text);
            assert!(!aliases.iter().any(|known| known == alias), "{aliases:?}");
        }
    }

    #[test]
    fn a_surname_keeps_its_particle() {
        let document =
            document("Anna Le Gall leads the party. While Gall’s rivals wait, Gall has won.");
        let cast = super::super::find(&document, &crate::language::analyze(&document));
        let gall = cast.actors.iter().position(|actor| actor.name == "Anna Le Gall");
        assert_eq!(gall.map(|idx| cast.short_name(super::super::ActorId(idx))), Some("Le Gall"));
    }

    #[test]
    fn the_article_is_told_by_what_stands_for_itself() {
        let short = |text: &str, name: &str| {
            let document = document(text);
            let cast = super::super::find(&document, &crate::language::analyze(&document));
            let idx = cast.actors.iter().position(|actor| actor.name == name);
            idx.map(|idx| cast.short_name(super::super::ActorId(idx)).to_owned())
        };
        let text = "It is in doubt after the Nationals vowed to fight it. Nationals leader Barry Cole agreed.";
        assert_eq!(short(text, "Nationals").as_deref(), Some("the Nationals"));
        let text = "A Department of Finance spokesman declined to comment.";
        assert_eq!(
            short(text, "Department of Finance").as_deref(),
            Some("the Department of Finance")
        );
    }

    #[test]
    fn a_senator_is_known_by_name_and_seat() {
        let briefing = brief(&document("Senator Jack Lund of Texas agreed. Lund will run again."));
        let lund = briefing.actors.iter().find(|actor| actor.name == "Jack Lund");
        let aliases = lund.map(|actor| actor.aliases.clone()).unwrap_or_default();
        for alias in ["Lund", "Senator Jack Lund", "Senator Jack Lund of Texas"] {
            assert!(aliases.iter().any(|known| known == alias), "{alias}: {aliases:?}");
        }
    }

    #[test]
    fn a_country_and_a_state_of_one_name() {
        use crate::briefing::ActorKind::{Country, Place};
        let kinds = |text: &str| {
            let briefing = brief(&document(text));
            let georgia = briefing.actors.iter().find(|actor| actor.name == "Georgia");
            georgia.map(|actor| actor.kind)
        };
        assert_eq!(
            kinds("Georgia and Florida vote on Tuesday. Georgia is a large state."),
            Some(Place)
        );
        assert_eq!(
            kinds("Georgia and Russia signed a treaty in Tbilisi. Florida was not asked."),
            Some(Country)
        );
    }

    #[test]
    fn a_bare_surname_is_no_relatives() {
        let mentions = |text: &str, name: &str| {
            let briefing = brief(&document(text));
            let actor = briefing.actors.iter().find(|actor| actor.name == name);
            actor.map_or(0, |actor| actor.mentions.len())
        };
        let text = "President Hale spoke in Selm. His wife, Ann Hale, was ill. Hale said that he would go.";
        assert_eq!(mentions(text, "Ann Hale"), 2);
        let text = "Mr. Hale said no. Mr. Hale left. Ann Hale stayed. Mr. Hale called Selm. Hale returned.";
        assert_eq!(mentions(text, "Hale"), 4);
    }

    #[test]
    fn a_description_makes_no_one_of_two() {
        let text = "Ann Lund was the best friend Tom Hale had. Lund left. Hale stayed.";
        let briefing = brief(&document(text));
        assert_eq!(briefing.actors.len(), 2);
    }

    #[test]
    fn the_fullest_name_is_a_person_s_own() {
        let name =
            |text: &str| brief(&document(text)).actors.first().map(|actor| actor.name.clone());
        let text = "Mayor Bill de Hoop spoke on Monday. De Hoop said that de Hoop would stay.";
        assert_eq!(name(text).as_deref(), Some("Bill de Hoop"));
        let text = "Senators Rowe and Lund met. Marta Rowe said that Rowe would stay.";
        assert_eq!(name(text).as_deref(), Some("Marta Rowe"));
    }

    #[test]
    fn a_house_keeps_its_name_whoever_lives_there() {
        let text = "The State Department sent a letter. Ann Lund's State Department had lost it. The State \
                    Department said so.";
        let briefing = brief(&document(text));
        assert!(briefing.actors.iter().any(|actor| actor.name == "State Department"));
    }

    #[test]
    fn a_title_of_two_is_no_name_of_one() {
        let text = "Sens. Anna Okafor and Paul Reyes met on Monday. Okafor smiled.";
        let aliases = brief(&document(text)).actors.into_iter().flat_map(|actor| actor.aliases);
        assert_eq!(aliases.collect::<Vec<String>>(), ["Okafor"]);
    }
}
