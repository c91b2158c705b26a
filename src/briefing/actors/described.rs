//! The role in the article's own words: the titles, appositions and predicates that it describes somebody with.

use super::aside::is_someone;
use super::candidate;
use super::class::is_something;
use super::deeds::{self, Wanted};
use super::fit;
use super::office;
use super::party;
use super::pronouns::Pronouns;
use super::roles::{self, LONGEST, Role, is_member};
use super::said;
use super::wording::text;
use crate::briefing::ActorKind;
use crate::document::{BlockKind, Document};
use crate::language::Analysis;
use crate::language::coref::{Chain, Description, DescriptionSource, Form, Mention, words};
use crate::language::lexicon::lexicon;
use crate::text::TextRange;

/// A second part of more words is a story.
const LONGEST_MORE: usize = 10;
/// A role of more words needs no second one.
const SHORT: usize = 3;

/// The fullest title or apposition, the earliest of several alike; a short one
/// with what else the article says somebody is, a bare one with what somebody does.
pub(super) fn told(
    document: &Document,
    analysis: &Analysis,
    pronouns: &Pronouns<'_>,
    chain: &Chain,
    kind: ActorKind,
) -> Option<Role> {
    let one = One { document, analysis, pronouns, chain, kind };
    let own = one.descriptions()?;
    let best = own.iter().copied().max_by_key(|description| {
        let placed = is_placed(document, description);
        let headed = one.is_headed(description);
        (!headed, rank(description), placed, std::cmp::Reverse(description.mention))
    });
    // What somebody does says less than what somebody is.
    let strong = best.is_some_and(|best| best.source != DescriptionSource::Deed);
    let called = || office::described(pronouns, chain);
    if !strong && let Some(role) = one.aside().filter(is_telling).or_else(called) {
        return Some(role);
    }
    let Some(best) = best else { return one.without_description() };
    let name = analysis.chains.mentions.get(best.mention)?;
    let near = best.range.cover(name.range);
    let near = best.seat.map_or(near, |seat| near.cover(seat));
    if let Some(role) = one.seated_behind(best, name, near) {
        return Some(role);
    }
    let near = if near.len() <= LONGEST { near } else { best.range };
    let role = Role { text: text(document, pronouns, chain, best), evidence: vec![near] };
    // `economists Tom Hall and Ana Lee of the harbour bank`: what she is, and whose.
    if best.source == DescriptionSource::Belonging
        && let Some(is) = one.aside().filter(|aside| one.is_fit(aside) || is_telling(aside))
    {
        let evidence = is.evidence.into_iter().chain(role.evidence).collect();
        return Some(Role { text: format!("{}, {}", is.text, role.text), evidence });
    }
    let words = best.range.slice(document.text()).split_whitespace().count();
    if strong
        // What somebody was once is not what he is, however long the story.
        && (words <= LONGEST_MORE || is_over(best.range.slice(document.text())))
        && let Some(office) = one.office_beside(&own, best)
    {
        let title = text(document, pronouns, chain, office);
        let evidence = [office.range].into_iter().chain(role.evidence).collect();
        return Some(Role { text: format!("{title}, {}", role.text), evidence });
    }
    if words > SHORT {
        return Some(role);
    }
    // `Captain Ana Ruiz, spokeswoman for the fleet`: a short title says less than what follows it.
    let more = own
        .iter()
        .copied()
        .filter(|other| {
            matches!(
                other.source,
                DescriptionSource::Apposition
                    | DescriptionSource::Relative
                    | DescriptionSource::Copula
                    | DescriptionSource::Title
            ) && tells_more(document, analysis, best, other)
        })
        .min_by_key(|other| (other.mention != best.mention, other.source, other.mention));
    let Some(more) = more else { return Some(one.with_more(best, role)) };
    let evidence = if more.mention == best.mention { near.cover(more.range) } else { near };
    let text = format!("{}, {}", role.text, text(document, pronouns, chain, more));
    let evidence = if evidence.len() <= LONGEST { evidence } else { best.range };
    // The second part may stand elsewhere.
    let both =
        if evidence.overlaps(more.range) { vec![evidence] } else { vec![evidence, more.range] };
    Some(Role { text, evidence: both })
}

/// One actor of an article.
struct One<'a> {
    document: &'a Document,
    analysis: &'a Analysis,
    pronouns: &'a Pronouns<'a>,
    chain: &'a Chain,
    kind: ActorKind,
}

/// `politician` alone tells less than what somebody does.
fn is_telling(aside: &Role) -> bool {
    aside.text.contains(' ')
}

impl<'a> One<'a> {
    fn is_body(&self) -> bool {
        self.kind != ActorKind::Person
    }

    /// What the article says that the actor is, in its order.
    fn descriptions(&self) -> Option<Vec<&'a Description>> {
        let (chains, chain) = (&self.analysis.chains, self.chain);
        let first = *chain.mentions.first().unwrap_or(&0);
        let first = chains.descriptions.partition_point(|other| other.mention < first);
        let last = *chain.mentions.last()?;
        let own = chains.descriptions[first..]
            .iter()
            .take_while(|description| description.mention <= last)
            .filter(|description| chain.mentions.binary_search(&description.mention).is_ok())
            .filter(|description| !self.is_a_name(description.range))
            .filter(|description| fit::is_role(self.pronouns, chain, !self.is_body(), description));
        Some(own.collect())
    }

    /// The long name behind an acronym says nothing more.
    fn is_a_name(&self, range: TextRange) -> bool {
        let text = self.document.text();
        let form = range.slice(text);
        let mentions = &self.analysis.chains.mentions;
        self.is_body()
            && self.chain.mentions.iter().map(|&idx| &mentions[idx]).any(|mention| {
                mention.form == Form::Name && mention.range.slice(text).contains(form)
            })
    }

    /// In a heading every word may have a capital: "Warns Scientist Ana Ruiz".
    fn is_headed(&self, description: &Description) -> bool {
        let mut words = description.range.slice(self.document.text()).split_whitespace();
        description.source == DescriptionSource::Title
            && description.tokens.len() > 1
            && words.all(|word| word.starts_with(char::is_uppercase))
            && is_heading(self.document, description.range)
    }

    fn aside(&self) -> Option<Role> {
        roles::aside(self.pronouns, self.chain, self.kind)
    }

    /// "seeks to block Ana Ruiz", "Vote Ana Ruiz": what is no noun for a person is none.
    fn is_fit(&self, aside: &Role) -> bool {
        let noun = aside.text.to_lowercase();
        if self.is_body() { is_something(&noun) } else { is_someone(&noun) }
    }

    /// The role of one whom nothing in the article describes.
    fn without_description(&self) -> Option<Role> {
        let &One { pronouns, chain, kind, .. } = self;
        office::classed(pronouns, chain)
            .map(|role| roles::with_deed(pronouns, chain, role))
            .or_else(|| party::described(pronouns, chain))
            .or_else(|| roles::running(pronouns, chain))
            .or_else(|| roles::in_office(pronouns, chain, kind))
            .or_else(|| office::held(pronouns, chain).filter(|_| kind == ActorKind::Person))
            .or_else(|| roles::leaning(pronouns, chain, self.aside()?))
            .or_else(|| {
                let aside = self.aside().filter(|aside| self.is_fit(aside))?;
                let seated =
                    roles::seat_of(pronouns, chain, kind).filter(|_| is_member(&aside.text));
                Some(match seated {
                    Some((seat, mut evidence)) => {
                        evidence.splice(0..0, aside.evidence);
                        let text = format!("{} {} of {}", seat.party, aside.text, seat.state);
                        Role { text, evidence }
                    }
                    None => roles::with_deed(pronouns, chain, aside),
                })
            })
            .or_else(|| roles::seated(pronouns, chain, kind))
            .or_else(|| roles::belonging(pronouns, chain, kind))
            .or_else(|| roles::owned(pronouns, chain, kind))
            .or_else(|| candidate::with_campaign(pronouns, chain))
            .or_else(|| said::writes_for(pronouns, chain))
    }

    /// `Senator Ana Ruiz, D-Vt.`: a short title with the party and the seat behind the name.
    fn seated_behind(&self, best: &Description, name: &Mention, near: TextRange) -> Option<Role> {
        let seat = party::behind(self.document, self.analysis, name.tokens.end)
            .filter(|_| best.source == DescriptionSource::Title && best.tokens.len() <= SHORT)?;
        let said = best.range.slice(self.document.text());
        let own = best.seat.is_some() || said.contains(seat.party);
        let title = text(self.document, self.pronouns, self.chain, best);
        // `former Republican Senator`, not `Republican former Senator`.
        let past = ["former ", "late "].into_iter().find(|past| title.starts_with(past));
        let now = past.map_or(title.as_str(), |past| title.trim_start_matches(past));
        let text = if own {
            title
        } else {
            let of = if is_member(self.analysis.lemma(best.head)) { "of" } else { "from" };
            format!("{}{} {now} {of} {}", past.unwrap_or_default(), seat.party, seat.state)
        };
        Some(Role { text, evidence: vec![near.cover(self.analysis.cover(seat.tokens))] })
    }

    /// `Bishop Ana Ruiz, head of the choir,`: the office of a person with what else the text says.
    fn office_beside(
        &self,
        own: &[&'a Description],
        best: &Description,
    ) -> Option<&'a Description> {
        let titled = matches!(best.source, DescriptionSource::Title | DescriptionSource::Belonging);
        let is_office = |other: &&&Description| {
            is_bare(self.document, other)
                && other.range.slice(self.document.text()).starts_with(char::is_uppercase)
                && words::is_title(&self.analysis.lemma(other.head).to_lowercase())
                && is_other(self.document, self.analysis, best, other)
        };
        own.iter().find(is_office).copied().filter(|_| !titled && !self.is_body())
    }

    /// A short role with what the text calls somebody elsewhere, or with what somebody does.
    fn with_more(&self, best: &Description, role: Role) -> Role {
        let &One { document, analysis, pronouns, chain, kind } = self;
        if let Some(aside) =
            self.aside().filter(|aside| is_telling(aside) && aside.tells_more(&role))
        {
            let evidence = role.evidence.into_iter().chain(aside.evidence).collect();
            return Role { text: format!("{}, {}", role.text, aside.text), evidence };
        }
        let person = kind == ActorKind::Person;
        if person && is_bare(document, best) {
            // `Senator`, and further down `the Vermont senator`.
            if let Some(called) = office::described(pronouns, chain)
                && let Some(whole) = with_called(analysis, best, &role, called)
            {
                return whole;
            }
            if candidate::may_run(analysis, best.head)
                && let Some(runs) = candidate::of(pronouns, chain)
            {
                return role.beside(runs);
            }
        }
        let office = best.source == DescriptionSource::Belonging
            || is_bare(document, best) && best.tokens.len() == 1;
        let wanted: &[Wanted] =
            if office { &[Wanted::Relative, Wanted::Plain] } else { &[Wanted::Relative] };
        // `who largely avoids cameras` is told already.
        let done = matches!(best.source, DescriptionSource::Relative | DescriptionSource::Deed);
        let deed = wanted
            .iter()
            .filter(|_| person && !done)
            .find_map(|&wanted| deeds::choose(pronouns, chain, wanted));
        match deed {
            Some(deed) => {
                let evidence = role.evidence.into_iter().chain(deed.evidence).collect();
                Role { text: format!("{}; {}", role.text, deed.text), evidence }
            }
            None => role,
        }
    }
}

fn is_heading(document: &Document, range: TextRange) -> bool {
    let blocks = document.blocks();
    let after = blocks.partition_point(|block| block.range.start() <= range.start());
    let block = after.checked_sub(1).and_then(|idx| blocks.get(idx));
    block.is_some_and(|block| !block.kind.is_prose() || block.kind == BlockKind::Title)
}

/// A bare title with what the text goes on to call somebody: the office with its place in place of the office alone.
fn with_called(
    analysis: &Analysis,
    best: &Description,
    role: &Role,
    mut called: Role,
) -> Option<Role> {
    for now in ["current ", "incumbent "] {
        if called.text.starts_with(now) {
            called.text.drain(..now.len());
        }
    }
    let office =
        |noun: &str| words::office_of(noun.to_lowercase().trim_end_matches(['.', ','])).to_owned();
    let own = office(analysis.lemma(best.head));
    let same = called.text.split(' ').any(|word| office(word) == own);
    let named = called.text.split(' ').any(|word| word.starts_with(char::is_uppercase));
    // `Ana Lee and former mayor`, two where one is meant.
    if called.text.contains(" and ") || called.text.eq_ignore_ascii_case(&role.text) {
        return None;
    }
    if same {
        let past = called.text.starts_with("former ");
        // `the Norwegian leader` of a president.
        if let Some((place, noun)) = called.text.split_once(' ')
            && !noun.contains(' ')
            && noun.to_lowercase() != role.text.to_lowercase()
            && role.text.ends_with(|c: char| c.is_alphabetic())
        {
            called.text = format!("{place} {}", role.text);
        }
        return Some(called).filter(|_| named && !past && !role.text.contains(' '));
    }
    let noun = called.text.split([',', ';']).next()?;
    let noun = noun.split(" of ").next()?.split(" for ").next()?.rsplit(' ').next()?.to_lowercase();
    let told = office::is_office(&noun) && called.tells_more(role);
    told.then(|| Role { text: role.text.clone(), evidence: role.evidence.clone() }.beside(called))
}

/// Whether a second description adds something: other words, and not too many.
fn tells_more(
    document: &Document,
    analysis: &Analysis,
    best: &Description,
    other: &Description,
) -> bool {
    other.tokens.len() > 1
        && other.range.slice(document.text()).split_whitespace().count() <= LONGEST_MORE
        && is_other(document, analysis, best, other)
}

/// Whether two descriptions have neither words nor the office in common.
fn is_other(
    document: &Document,
    analysis: &Analysis,
    best: &Description,
    other: &Description,
) -> bool {
    let words = |description: &Description| -> Vec<String> {
        let text = description.range.slice(document.text()).to_lowercase();
        text.split(|c: char| !c.is_alphanumeric() && c != '.').map(str::to_owned).collect()
    };
    let (known, new) = (words(best), words(other));
    let shared = new.iter().filter(|word| word.len() > 3).any(|word| known.contains(word));
    // `Gov.` is the state's governor.
    let office = |description: &Description| {
        let noun = analysis.lemma(description.head).to_lowercase();
        words::office_of(noun.trim_end_matches('.')).to_owned()
    };
    !other.range.overlaps(best.range) && !shared && office(best) != office(other)
}

/// A title of a word or two that has no state or place with it.
fn is_bare(document: &Document, description: &Description) -> bool {
    description.source == DescriptionSource::Title
        && description.tokens.len() <= 2
        && !is_placed(document, description)
}

/// `a former general who came to power in 2019`.
fn is_over(words: &str) -> bool {
    let mut words = words.split_whitespace().filter(|word| !matches!(*word, "a" | "an" | "the"));
    words.next().is_some_and(|first| {
        matches!(first, "former" | "retired" | "one-time" | "onetime" | "erstwhile")
            || first.starts_with("ex-")
    })
}

/// Whether a description tells of which state or place the office is: `Israeli Prime Minister`.
fn is_placed(document: &Document, description: &Description) -> bool {
    let mut words = description.range.slice(document.text()).split_whitespace();
    description.seat.is_some() || words.any(|word| !lexicon().powers().of(word).is_empty())
}

/// More than one word says more than `President`; a title is surer than what is told in passing.
fn rank(description: &Description) -> (bool, u8) {
    let source = match description.source {
        DescriptionSource::Title => 5,
        DescriptionSource::Apposition => 4,
        DescriptionSource::Relative => 3,
        DescriptionSource::Copula => 2,
        DescriptionSource::Belonging => 1,
        DescriptionSource::Deed => 0,
    };
    let telling = description.tokens.len() > 1 || description.seat.is_some();
    (telling && source > 1, source)
}
