//! Chains of mentions become actors: who matters, what they are called, and what they are.
//!
//! `language::coref` says which mentions mean the same one. This part chooses those that act, names and
//! ranks them, and answers for the other lists which actor a place in the text means.

mod article;
mod aside;
mod calling;
mod candidate;
mod class;
mod company;
mod cut;
mod deeds;
mod described;
mod doing;
mod done;
mod elsewhere;
mod fit;
mod headline;
mod office;
mod part;
mod party;
mod pronouns;
mod publisher;
mod roles;
mod said;
pub mod salience;
mod standing;
#[cfg(test)]
mod testing;
mod told;
mod wording;
mod worth;
mod writer;

use std::collections::BTreeMap;

pub(super) use self::company::company;
pub(super) use self::elsewhere::complete;
pub(super) use self::headline::{has_capitals, is_in_capitals};
use self::publisher::Publishers;
use super::{Actor, ActorId, ActorKind, Evidence, Genre, Mention, MentionForm, genre};
use crate::document::Document;
use crate::language::coref::{self, Chain, DescriptionSource, Form, Gender};
use crate::language::lexicon::{FormKind, PowerKind, Senses, lexicon};
use crate::language::{Analysis, NameKind, Upos};
use crate::text::TextRange;

/// The actors of an article, most salient first, and the way from places in the text to them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cast {
    pub actors: Vec<Actor>,
    /// What kind of text they act in.
    pub genre: Genre,
    traits: Vec<Traits>,
    /// From the index of a token to the actor that the innermost mention over it means.
    tokens: BTreeMap<usize, ActorId>,
    /// Every mention, in the order of the text.
    places: Vec<(TextRange, ActorId, MentionForm)>,
}

/// What sentences about an actor need to know.
#[derive(Clone, Debug, Default, PartialEq)]
struct Traits {
    short: String,
    article: bool,
    gender: Gender,
    plural: bool,
}

/// No mention is longer; bounds the search for those around a place.
const LONGEST_MENTION: usize = 400;

impl Cast {
    /// Whom the mention that holds the token `token` means: a name, a nominal or a pronoun. The head of a
    /// title before a name means its bearer too.
    pub fn actor_of_token(&self, token: usize) -> Option<ActorId> {
        self.tokens.get(&token).copied()
    }

    /// Whom the words at `range` mean: the largest mention inside them, else the smallest around them.
    pub fn actor_at(&self, range: TextRange) -> Option<ActorId> {
        let from = range.start().saturating_sub(LONGEST_MENTION);
        let first = self.places.partition_point(|(place, ..)| place.start() < from);
        let near =
            || self.places[first..].iter().take_while(|(place, ..)| place.start() < range.end());
        let inside = near()
            .filter(|(place, ..)| range.contains_range(*place))
            .max_by_key(|(place, ..)| place.len());
        let around = || {
            near()
                .filter(|(place, ..)| place.contains_range(range))
                .min_by_key(|(place, ..)| place.len())
        };
        inside.or_else(around).map(|&(_, actor, _)| actor)
    }

    /// The actors that `range` names, each once, in the order of their first places there.
    pub fn named_in(&self, range: TextRange) -> Vec<ActorId> {
        self.found_in(range, |form| form == MentionForm::Name)
    }

    /// The actors that `range` names or means by a nominal or a pronoun, each once, in the order of the text.
    pub fn mentioned_in(&self, range: TextRange) -> Vec<ActorId> {
        self.found_in(range, |_| true)
    }

    fn found_in(&self, range: TextRange, wanted: impl Fn(MentionForm) -> bool) -> Vec<ActorId> {
        let first = self.places.partition_point(|(place, ..)| place.start() < range.start());
        let mut found = Vec::new();
        for &(place, actor, form) in &self.places[first..] {
            if place.start() >= range.end() {
                break;
            }
            if range.contains_range(place) && wanted(form) && !found.contains(&actor) {
                found.push(actor);
            }
        }
        found
    }

    pub fn actor(&self, id: ActorId) -> Option<&Actor> {
        self.actors.get(id.0)
    }

    /// What running text calls the actor: `Lukashenko`, `Russia`, `the EU`.
    pub fn short_name(&self, id: ActorId) -> &str {
        self.traits.get(id.0).map_or("", |traits| &traits.short)
    }

    /// Whether running text has `the` before the actor's name: `the National Union of Miners`.
    pub fn has_article(&self, id: ActorId) -> bool {
        self.traits.get(id.0).is_some_and(|traits| traits.article)
    }

    /// Of a person; `Unknown` for all else.
    pub fn gender(&self, id: ActorId) -> Gender {
        self.traits.get(id.0).map_or(Gender::Unknown, |traits| traits.gender)
    }

    /// Whether a verb after the name stands in the plural: `the Taliban say`.
    pub fn is_plural(&self, id: ActorId) -> bool {
        self.traits.get(id.0).is_some_and(|traits| traits.plural)
    }
}

/// One chain on its way to become an actor.
struct Candidate<'a> {
    chain: &'a Chain,
    kind: ActorKind,
    salience: f32,
}

/// The actors of an article.
pub fn find(document: &Document, analysis: &Analysis) -> Cast {
    let chains = &analysis.chains;
    let view = salience::View::new(document, analysis);
    let publishers = Publishers::of(document, analysis);
    let mut candidates: Vec<Candidate<'_>> = chains
        .chains
        .iter()
        .filter(|chain| !headline::is_only_capitals(document, analysis, chain))
        .filter(|chain| !publishers.has(chain))
        .filter(|chain| !is_sign_off(analysis, chain))
        .filter_map(|chain| {
            let kind = match kind(chain)? {
                ActorKind::Place if is_seat(document, analysis, chain) => ActorKind::Organization,
                ActorKind::Country if is_only_seat(document, analysis, chain) => {
                    ActorKind::Organization
                }
                ActorKind::Place | ActorKind::Country if is_dateline(document, analysis, chain) => {
                    return None;
                }
                ActorKind::Place if is_party_seat(document, analysis, chain) => return None,
                ActorKind::Group if is_one_of_a_people(document, analysis, chain) => return None,
                kind => kind,
            };
            Some(Candidate { chain, kind, salience: salience::score(&view.features(chain, kind)) })
        })
        .collect();
    // A stable sort: of two alike, whoever comes first in the text.
    candidates.sort_by(|left, right| right.salience.total_cmp(&left.salience));
    let mut cast = Cast { genre: genre::of(document, analysis), ..Cast::default() };
    let pronouns = pronouns::Pronouns::new(document, analysis, cast.genre);
    let mut writer = writer::find(document, analysis, &view, cast.genre);
    for candidate in &candidates {
        if let Some((actor, traits)) =
            writer.take_if(|(actor, _)| actor.salience > candidate.salience)
        {
            cast.actors.push(actor);
            cast.traits.push(traits);
        }
        let Some((actor, traits)) = actor(document, analysis, &pronouns, candidate) else {
            continue;
        };
        // The White House where somebody is, and the one that acts, are one entry.
        let known = cast.actors.iter().position(|known| {
            known.kind == actor.kind && known.kind != ActorKind::Person && known.name == actor.name
        });
        let id = ActorId(known.unwrap_or(cast.actors.len()));
        if let Some(known) = known {
            let known = &mut cast.actors[known];
            known.mentions.extend(actor.mentions);
            known.mentions.sort_by_key(|mention| mention.range);
            if known.role.is_none() && actor.role.is_some() {
                (known.role, known.evidence) = (actor.role, actor.evidence);
            }
        } else {
            cast.actors.push(actor);
            cast.traits.push(traits);
        }
        for &mention in &candidate.chain.mentions {
            let mention = &chains.mentions[mention];
            cast.places.push((mention.range, id, form(mention.form)));
        }
    }
    if let Some((actor, traits)) = writer {
        cast.actors.push(actor);
        cast.traits.push(traits);
    }
    cast.places.sort_by_key(|&(place, ..)| place);
    calling::part_namesakes(&cast.actors, &mut cast.traits);
    cast.map_tokens(analysis);
    cast
}

impl Cast {
    fn map_tokens(&mut self, analysis: &Analysis) {
        let chains = &analysis.chains;
        let of_mention: BTreeMap<TextRange, ActorId> =
            self.places.iter().map(|&(place, actor, _)| (place, actor)).collect();
        let actor_of = |mention: usize| of_mention.get(&chains.mentions[mention].range).copied();
        let mut outer = 0..0;
        for (idx, mention) in chains.mentions.iter().enumerate() {
            let Some(actor) = actor_of(idx) else { continue };
            // Of a nominal only the head means the actor: `Belarus` in `Belarus's president` is another.
            if mention.form == Form::Nominal {
                self.tokens.entry(mention.head).or_insert(actor);
            } else if !(outer.contains(&mention.tokens.start) && outer.end == mention.tokens.end) {
                // The last word of `Gallup Korea` is the firm's, that of `US` in `US Senate` the country's.
                outer = mention.tokens.clone();
                self.tokens.extend(mention.tokens.clone().map(|token| (token, actor)));
            }
        }
        for description in &chains.descriptions {
            if let (DescriptionSource::Title, Some(actor)) =
                (description.source, actor_of(description.mention))
            {
                let name = &chains.mentions[description.mention].tokens;
                self.tokens.entry(description.head).or_insert(actor);
                // The parser may have made any word of the title the head of the phrase.
                if let Some(head) = analysis.head_of(description.tokens.start..name.end) {
                    self.tokens.insert(head, actor);
                }
            }
        }
    }
}

fn actor(
    document: &Document,
    analysis: &Analysis,
    pronouns: &pronouns::Pronouns<'_>,
    candidate: &Candidate<'_>,
) -> Option<(Actor, Traits)> {
    let chains = &analysis.chains;
    let chain = candidate.chain;
    let mentions: Vec<Mention> = chain
        .mentions
        .iter()
        .map(|&idx| &chains.mentions[idx])
        .map(|mention| Mention { range: mention.range, form: form(mention.form) })
        .collect();
    let calling = calling::Calling::new(document, analysis, chain, candidate.kind)?;
    let role = roles::choose(document, analysis, pronouns, chain, candidate.kind);
    let named = mentions.iter().find(|mention| mention.form == MentionForm::Name);
    let first = match chain.defined {
        Some((mention, _)) => chains.mentions.get(mention)?.range,
        None => named?.range,
    };
    let evidence = match &role {
        Some(role) => Evidence::new([first].into_iter().chain(role.evidence.iter().copied()))?,
        None => Evidence::one(first)?,
    };
    let actor = Actor {
        name: calling.name,
        kind: candidate.kind,
        role: role.map(|role| role.text),
        aliases: calling.aliases,
        affiliations: roles::affiliations(document, analysis, chain),
        salience: candidate.salience,
        mentions,
        evidence,
    };
    let person = candidate.kind == ActorKind::Person;
    let gender = if person { chain.gender } else { Gender::Unknown };
    let plural = !person && (candidate.kind == ActorKind::Group || calling.plural);
    let indefinite = chain.defined.is_some_and(|(idx, _)| {
        let first = analysis.chains.mentions[idx].tokens.start;
        let article =
            |at: usize| matches!(analysis.word(document, at).to_lowercase().as_str(), "a" | "an");
        !plural && (article(first) || first > 0 && article(first - 1))
    });
    Some((
        actor,
        Traits {
            short: calling.short,
            // "A parliamentary committee" is "the parliamentary committee" where it is spoken of again.
            article: calling.article && (!person || chain.defined.is_some()) || indefinite,
            gender,
            plural,
        },
    ))
}

/// What a chain is, or `None` for what is no actor: a work, an event, a thing without a name.
pub fn kind(chain: &Chain) -> Option<ActorKind> {
    let by_name = match chain.kind.or(chain.defined.map(|(_, kind)| kind))? {
        NameKind::Person => ActorKind::Person,
        NameKind::Organization => ActorKind::Organization,
        NameKind::Place => ActorKind::Place,
        NameKind::Group => ActorKind::Group,
        NameKind::Other => return None,
    };
    let Some(power) = chain.power else { return Some(by_name) };
    Some(match lexicon().powers().power(power).kind {
        PowerKind::Territory => ActorKind::Place,
        kind if kind.is_country() => ActorKind::Country,
        PowerKind::Union | PowerKind::Body => ActorKind::Organization,
        _ => by_name,
    })
}

/// Whether verbs beside the name stand in the plural: those of a group, of `Republicans` too, whom the text means as a
/// party.
fn is_several(document: &Document, analysis: &Analysis, chain: &Chain) -> bool {
    let follower = |mention: &coref::Mention| {
        analysis.xpos(mention.head) == "NNPS"
            && lexicon().senses(analysis.word(document, mention.head)).any(Senses::FOLLOWER)
    };
    let followers = || {
        let names = chain.mentions.iter().map(|&idx| &analysis.chains.mentions[idx]);
        chain.kind.is_some() && names.filter(|mention| mention.form == Form::Name).all(follower)
    };
    chain.plural || kind(chain) == Some(ActorKind::Group) || followers()
}

/// `the White House` that acts for itself: a house by its name, but those in it are meant.
fn is_seat(document: &Document, analysis: &Analysis, chain: &Chain) -> bool {
    names(analysis, chain).any(|range| names_seat(range.slice(document.text())))
}

/// A state that the text names by its government's house alone: the house, not the country, is what a reader meets.
fn is_only_seat(document: &Document, analysis: &Analysis, chain: &Chain) -> bool {
    let mut found = names(analysis, chain).peekable();
    found.peek().is_some() && found.all(|range| names_seat(range.slice(document.text())))
}

fn names_seat(name: &str) -> bool {
    let forms = lexicon().powers().of(name.strip_prefix("the ").unwrap_or(name));
    forms.iter().any(|form| form.kind == FormKind::Seat)
}

/// `Reuters` behind the last sentence: the agency that signs.
fn is_sign_off(analysis: &Analysis, chain: &Chain) -> bool {
    let [only] = chain.mentions[..] else { return false };
    let mention = &analysis.chains.mentions[only];
    let last = analysis.sentences.len() - 1;
    let alone =
        |token: usize| mention.tokens.contains(&token) || analysis.upos(token) == Upos::Punct;
    last > 0
        && mention.form == Form::Name
        && mention.tokens.len() == 1
        && analysis.sentence_of(mention.head) == last
        && analysis.sentences[last].tokens.clone().all(alone)
}

/// `OSLO (Acme News) -`: a town in capitals at the start of a paragraph and nowhere else is where the report was
/// written.
fn is_dateline(document: &Document, analysis: &Analysis, chain: &Chain) -> bool {
    let starts_block = |range: TextRange| {
        let blocks = document.blocks();
        let after = blocks.partition_point(|block| block.range.start() <= range.start());
        after.checked_sub(1).is_some_and(|idx| {
            blocks[idx].kind.is_prose() && blocks[idx].range.start() == range.start()
        })
    };
    let mut found = names(analysis, chain);
    let only = found.next().filter(|_| found.next().is_none());
    only.is_some_and(|range| {
        let rest = document.text().get(range.end()..).unwrap_or_default().trim_start();
        // `OSLO`, and not `U.S. officials`.
        !range.slice(document.text()).contains(char::is_lowercase)
            && starts_block(range)
            && (chain.power.is_none()
                || rest.starts_with(['–', '—', '('])
                || rest.starts_with("- "))
    })
}

/// `Senator Ana Ruiz (R-Ostland)`: only whom a politician stands for.
fn is_party_seat(document: &Document, analysis: &Analysis, chain: &Chain) -> bool {
    let word = |token: usize| analysis.word(document, token);
    let mut mentions = chain.mentions.iter().map(|&idx| &analysis.chains.mentions[idx]);
    mentions.all(|mention| {
        let start = mention.tokens.start;
        start > 2
            && matches!(word(start - 1), "-" | "–" | "—")
            && matches!(word(start - 2), "R" | "D" | "I")
            && matches!(word(start - 3), "(" | ",")
    })
}

/// `a Democrat`, `an American voter`: one of many, or what somebody is; the many are no actor of this text.
fn is_one_of_a_people(document: &Document, analysis: &Analysis, chain: &Chain) -> bool {
    let one = |mention: &coref::Mention| {
        let word = analysis.word(document, mention.head);
        let before = mention.tokens.start.checked_sub(1);
        let the = before.is_some_and(|it| analysis.word(document, it).eq_ignore_ascii_case("the"));
        // `the British` are many.
        let many = matches!(analysis.xpos(mention.head), "NNS" | "NNPS")
            || word.ends_with('s')
            || the && word.ends_with(['h', 'e']);
        let senses = lexicon().senses(word);
        mention.tokens.len() == 1
            && !many
            && senses.any(Senses::ANY_GROUP)
            && !senses.any(Senses::ANY_ORGANIZATION)
    };
    let mut mentions = chain.mentions.iter().map(|&idx| &analysis.chains.mentions[idx]);
    chain.defined.is_none()
        && mentions.all(|mention| match mention.form {
            Form::Name => one(mention),
            Form::Nominal => false,
            Form::Pronoun => true,
        })
}

fn names<'a>(analysis: &'a Analysis, chain: &'a Chain) -> impl Iterator<Item = TextRange> + 'a {
    let mentions = chain.mentions.iter().map(|&idx| &analysis.chains.mentions[idx]);
    mentions.filter(|mention| mention.form == Form::Name).map(|mention| mention.range)
}

fn form(form: Form) -> MentionForm {
    match form {
        Form::Name => MentionForm::Name,
        Form::Nominal => MentionForm::Nominal,
        Form::Pronoun => MentionForm::Pronoun,
    }
}

#[cfg(test)]
mod tests {
    use crate::briefing::{ActorKind, brief};
    use crate::testing::document;

    #[test]
    fn a_seat_beside_a_parliament_is_one_branch_of_two() {
        let seat = |text: &str| {
            let briefing = brief(&document(text));
            briefing.actors.iter().find(|actor| actor.name == "White House").map(|actor| actor.kind)
        };
        let home = "The White House asked Congress for more money on Monday. Congress refused. The White House said \
                    the United States would pay all the same.";
        assert_eq!(seat(home), Some(ActorKind::Organization));
        let abroad = "The White House asked Norway for more fish on Monday. Norway refused. The White House said the \
                      United States would buy it elsewhere.";
        assert_eq!(seat(abroad), None);
        let alone = "The White House rejected the plan on Monday.";
        assert_eq!(seat(alone), Some(ActorKind::Organization));
    }

    /// The names of all actors of a text.
    fn names(text: &str) -> Vec<String> {
        brief(&document(text)).actors.into_iter().map(|actor| actor.name).collect()
    }

    #[test]
    fn a_seat_where_somebody_is_and_one_that_acts_are_one_entry() {
        let text = "Reyes would see Anna Okafor at the White House at noon. Okafor smiled. The White House said nothing.";
        let seats = names(text).into_iter().filter(|name| name == "White House").count();
        assert_eq!(seats, 1);
    }

    #[test]
    fn any_state_is_no_country() {
        let text = "Excellencies, we call on all Member States to act. No State should wait, as the attack on a whole State showed. \
            Norway is ready.";
        assert_eq!(names(text), ["Norway"]);
    }

    #[test]
    fn a_field_marshal_is_somebody() {
        let text =
            "The House of Commons has to pass a law, and Field Marshal Haftar has to accept it.";
        assert!(names(text).contains(&"Haftar".to_owned()));
    }

    #[test]
    fn one_of_a_people_or_a_party_is_no_group() {
        let text = "Hardly the only angry Democrat ready to speak for the tax is Anna Okafor. Norway will answer.";
        assert!(!names(text).contains(&"Democrat".to_owned()));
        assert!(names("Democrats refused. Norway will answer.").contains(&"Democrats".to_owned()));
    }

    #[test]
    fn a_seat_beside_a_party_in_brackets_is_no_place() {
        let text = "Paul Reyes (R-Texas) called out Anna Okafor on Monday. Okafor smiled.";
        assert_eq!(names(text), ["Anna Okafor", "Paul Reyes"]);
    }
}
