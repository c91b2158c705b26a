//! Where else the actors stand: inside longer names (`Ostland` of `University of Ostland`) and in captions; and which
//! descriptions are as good as a name (`the President`). Comes after all that weighs the actors and reads what they do:
//! such a place is for the reader to find, and is no act, no evidence and no weight.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::briefing::{Actor, ActorKind, Mention, MentionForm};
use crate::document::{BlockKind, Document};
use crate::language::coref::inner::{is_paper, is_part, is_titled};
use crate::language::lexicon::{FormKind, Senses, lexicon};
use crate::language::{Analysis, Name, NameKind, Upos};
use crate::text::TextRange;

/// No longer name is searched for others.
const LONGEST: usize = 12;

/// Adds the mentions inside longer names and in captions. Nobody becomes an actor by them: that a university is called
/// after a town makes the town no matter of the article.
pub(in crate::briefing) fn complete(
    document: &Document,
    analysis: &Analysis,
    actors: &mut [Actor],
) {
    let known = Known::of(document, actors);
    let mut found: Vec<(usize, TextRange)> = known.in_captions();
    for outer in &analysis.names {
        known.inside(analysis, outer, &mut found);
    }
    for (actor, range) in found {
        actors[actor].mentions.push(Mention { range, form: MentionForm::Name });
    }
    for actor in actors.iter_mut() {
        let outer_first = |m: &Mention| (m.range.start(), std::cmp::Reverse(m.range.end()));
        actor.mentions.sort_by_key(outer_first);
        actor.mentions.dedup_by_key(|mention| mention.range);
        let starts: BTreeSet<usize> = actor.mentions.iter().map(|m| m.range.start()).collect();
        for mention in actor.mentions.iter_mut().filter(|m| m.form == MentionForm::Nominal) {
            let range = mention.range;
            // `Trade Secretary Ann Roe` has one name.
            if !starts.contains(&(range.end() + 1)) && is_title(document, analysis, range) {
                mention.form = MentionForm::Name;
            }
        }
    }
}

/// The names of the actors.
struct Known<'a> {
    document: &'a Document,
    kinds: Vec<ActorKind>,
    by_name: BTreeMap<&'a str, usize>,
    by_power: BTreeMap<usize, usize>,
    /// All names, in the order of the text.
    places: BTreeSet<(TextRange, usize)>,
    /// The names that start with a word, the longest first.
    by_first: BTreeMap<&'a str, Vec<(&'a str, usize)>>,
}

impl<'a> Known<'a> {
    fn of(document: &'a Document, actors: &[Actor]) -> Self {
        let mut known = Self {
            document,
            kinds: actors.iter().map(|actor| actor.kind).collect(),
            by_name: BTreeMap::new(),
            by_power: BTreeMap::new(),
            places: BTreeSet::new(),
            by_first: BTreeMap::new(),
        };
        for (idx, actor) in actors.iter().enumerate() {
            for mention in actor.mentions.iter().filter(|m| m.form == MentionForm::Name) {
                known.places.insert((mention.range, idx));
                let name = mention.range.slice(document.text());
                let name = name.strip_prefix("the ").or(name.strip_prefix("The ")).unwrap_or(name);
                let power = lexicon().powers().of(name).iter().find(|f| f.kind == FormKind::Name);
                let senses = lexicon().senses(name);
                // `Japanese Garden` and `Republican House` are nobody's; `UN` may be an adjective too.
                let adjective = power.is_none()
                    && (senses.any(Senses::ADJECTIVE) || senses.any(Senses::FOLLOWER));
                if !name.starts_with(char::is_uppercase) || name.len() < 2 || adjective {
                    continue;
                }
                known.by_name.entry(name).or_insert(idx);
                if let Some(form) = power {
                    known.by_power.entry(form.power).or_insert(idx);
                }
            }
        }
        for (&name, &actor) in known.by_name.iter().chain(&known.surnames()) {
            let first = name.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
            known.by_first.entry(first).or_default().push((name, actor));
        }
        for names in known.by_first.values_mut() {
            names.sort_by_key(|(name, _)| std::cmp::Reverse(name.len()));
        }
        known
    }

    /// The surnames that one of the actors bears.
    fn surnames(&self) -> BTreeMap<&'a str, usize> {
        let mut bearers: BTreeMap<&str, BTreeSet<usize>> = BTreeMap::new();
        for (&name, &actor) in self.by_name.iter().filter(|(_, actor)| self.is_person(**actor)) {
            if let Some((_, surname)) = name.rsplit_once(' ') {
                bearers.entry(surname).or_default().insert(actor);
            }
        }
        let free = |name: &str, of: &BTreeSet<usize>| {
            of.len() == 1
                && name.chars().count() > 2
                && name.starts_with(char::is_uppercase)
                && !self.by_name.contains_key(name)
        };
        let known = bearers.into_iter().filter(|(name, of)| free(name, of));
        known.filter_map(|(name, of)| Some((name, of.into_iter().next()?))).collect()
    }

    fn is_person(&self, actor: usize) -> bool {
        self.kinds.get(actor) == Some(&ActorKind::Person)
    }

    /// Whom words mean: a name as it stands elsewhere in the text, or another name of the same state.
    fn actor(&self, words: &str) -> Option<usize> {
        let state = || {
            let forms = lexicon().powers().of(words);
            let form = forms.iter().find(|form| form.kind == FormKind::Name)?;
            self.by_power.get(&form.power).copied()
        };
        self.by_name.get(words).copied().or_else(state)
    }

    /// The actors named in captions, which nothing else reads.
    fn in_captions(&self) -> Vec<(usize, TextRange)> {
        let mut found = Vec::new();
        for block in self.document.blocks() {
            if block.kind != BlockKind::Caption {
                continue;
            }
            let text = block.range.slice(self.document.text());
            let words = text.split(|c: char| !c.is_alphanumeric());
            let mut taken = 0;
            for word in words.filter(|word| word.starts_with(char::is_uppercase)) {
                let start = TextRange::of(word, text).map_or(0, TextRange::start);
                if start < taken {
                    continue;
                }
                if let Some((name, actor)) = self.name_at(text, start, word) {
                    taken = start + name.len();
                    let from = block.range.start() + start;
                    found.push((actor, TextRange::new(from, from + name.len())));
                }
            }
        }
        found
    }

    /// The longest name that starts with a word, at the byte `start` of `text`, and is no part of a longer one: `Roe`
    /// of `Bo Roe` may be another's.
    fn name_at(&self, text: &str, start: usize, word: &str) -> Option<(&'a str, usize)> {
        let (before, rest) = (text.get(..start)?, text.get(start..)?);
        let behind = |name: &str| rest.strip_prefix(name).map(|behind| behind.chars().next());
        let &(name, actor) = self.by_first.get(word)?.iter().find(|(name, _)| {
            behind(name).is_some_and(|next| next.is_none_or(|next| !next.is_alphanumeric()))
        })?;
        let last = before.strip_suffix(' ').and_then(|before| before.split_whitespace().last());
        let tied = last.is_some_and(|last| {
            last.starts_with(char::is_uppercase)
                && last.ends_with(char::is_alphanumeric)
                && !lexicon().word_senses(&last.to_lowercase()).any(Senses::ANY_TITLE)
        });
        let next = rest.get(name.len()..)?.strip_prefix(' ');
        let goes_on = next.is_some_and(|next| next.starts_with(char::is_uppercase));
        (!tied && !goes_on).then_some((name, actor))
    }

    /// Whom the parts of a longer name mean.
    fn inside(&self, analysis: &Analysis, outer: &Name, found: &mut Vec<(usize, TextRange)>) {
        let whole = outer.tokens.clone();
        let text = self.document.text();
        let plain =
            matches!(outer.kind, NameKind::Organization | NameKind::Other | NameKind::Place);
        let senses = lexicon().senses(outer.range.slice(text));
        // `New York Times` means no city.
        let closed = senses.any(Senses::MEDIA)
            || senses.any(Senses::COMPANY)
            || senses.any(Senses::ANY_PLACE)
            || senses.any(Senses::PARTY);
        if !plain || closed || !(2..=LONGEST).contains(&whole.len()) {
            return;
        }
        let around = (TextRange::new(outer.range.start(), outer.range.start()), 0);
        let there: Vec<(TextRange, usize)> = self
            .places
            .range(around..)
            .take_while(|(place, _)| place.start() < outer.range.end())
            .copied()
            .collect();
        let owner = there.iter().find(|(place, _)| *place == outer.range).map(|(_, idx)| *idx);
        let parts = Parts { document: self.document, analysis, outer };
        let mut from = whole.start;
        while from < whole.end {
            let inner = (from + 1..=whole.end)
                .rev()
                .map(|end| from..end)
                .filter(|inner| *inner != whole && parts.is_name(inner))
                .find_map(|inner| {
                    let range = analysis.cover(inner.clone());
                    let actor = self.actor(range.slice(text))?;
                    parts.owns(self.kinds[actor], &inner).then_some((inner, range, actor))
                });
            let Some((inner, range, actor)) = inner else {
                from += 1;
                continue;
            };
            from = inner.end;
            let taken =
                there.iter().any(|(place, _)| *place != outer.range && place.overlaps(range));
            if !taken && Some(actor) != owner {
                found.push((actor, range));
            }
        }
    }
}

/// A name, and what its parts may be.
struct Parts<'a> {
    document: &'a Document,
    analysis: &'a Analysis,
    outer: &'a Name,
}

impl Parts<'_> {
    /// Whether words start and end as a name does.
    fn is_name(&self, inner: &Range<usize>) -> bool {
        self.is_capital(inner.start) && self.is_capital(inner.end - 1)
    }

    /// Whether the inner name is one that the outer one belongs to, is in or is called after.
    fn owns(&self, kind: ActorKind, inner: &Range<usize>) -> bool {
        let whole = &self.outer.tokens;
        let opens = inner.start == whole.start
            || inner.start == whole.start + 1 && self.lower(whole.start) == "the";
        let closes = inner.end == whole.end;
        match kind {
            ActorKind::Person => {
                // `Remarks by President Roe`, `Selm College Student Ann Roe`.
                let titled = inner.start > whole.start
                    && lexicon().word_senses(&self.lower(inner.start - 1)).any(Senses::ANY_TITLE);
                let paired = inner.start > whole.start && self.word(inner.start - 1) == "-";
                // `Brown County` is called after another.
                let county = self.word(whole.end - 1) == "County";
                (opens || paired) && !closes && !county
                    || titled
                    || inner.len() > 1
                    || self.is_behind(inner, &["of", "for"])
            }
            ActorKind::Place | ActorKind::Country => {
                if is_paper(&self.lower(whole.end - 1)) {
                    return false;
                }
                let part = inner.start > whole.start && is_part(&self.lower(inner.start - 1));
                let between = inner.start > whole.start && self.is_capital(inner.start - 1);
                let titled = between && is_titled(&self.lower(inner.start - 1));
                let branch = between && !titled && !(closes && self.outer.kind == NameKind::Place);
                // `State of Ostland` is Ostland.
                let itself = closes
                    && matches!(
                        self.lower(whole.start).as_str(),
                        "state"
                            | "city"
                            | "republic"
                            | "kingdom"
                            | "commonwealth"
                            | "province"
                            | "town"
                    );
                self.is_behind(inner, &["of", "in", "for", "at"]) && !itself
                    || opens && !closes && self.word(inner.end) != "of"
                    || branch && !part
            }
            ActorKind::Organization => {
                // `General Assembly of the United Nations` is one.
                let opens = opens && !closes && !matches!(self.word(inner.end), "of" | "for");
                opens || self.is_behind(inner, &["of", "for", "by", "at"])
            }
            ActorKind::Group => false,
        }
    }

    fn is_behind(&self, inner: &Range<usize>, words: &[&str]) -> bool {
        let start = self.outer.tokens.start;
        let is = |at: usize| words.contains(&self.lower(at).as_str());
        inner.start > start && is(inner.start - 1)
            || inner.start > start + 1
                && self.lower(inner.start - 1) == "the"
                && is(inner.start - 2)
    }

    fn is_capital(&self, token: usize) -> bool {
        self.word(token).starts_with(char::is_uppercase)
    }

    fn lower(&self, token: usize) -> String {
        self.word(token).to_lowercase()
    }

    fn word(&self, token: usize) -> &str {
        self.analysis.word(self.document, token)
    }
}

/// Whether a description is a title with a capital inside a sentence, which stands for a name: `the President`, `this
/// Nation`. `a Professor` is one of many.
fn is_title(document: &Document, analysis: &Analysis, range: TextRange) -> bool {
    let tokens = analysis.tokens_in(range);
    let Some(head) = analysis.head_of(tokens.clone()) else { return false };
    let Some(sentence) = analysis.sentences.get(analysis.sentence_of(head)) else { return false };
    let block = document.blocks().get(sentence.block);
    let running =
        block.is_some_and(|block| !matches!(block.kind, BlockKind::Title | BlockKind::Heading));
    let word = analysis.word(document, head);
    let one = (tokens.start..head).any(|token| {
        matches!(
            analysis.lemma(token),
            "a" | "an" | "any" | "every" | "one" | "no" | "some" | "another"
        )
    });
    running
        && !one
        && head > sentence.tokens.start
        && word.starts_with(char::is_uppercase)
        && word.chars().any(char::is_lowercase)
        && matches!(analysis.upos(head), Upos::Noun | Upos::Propn)
}

#[cfg(test)]
mod tests {
    use crate::briefing::{Briefing, MentionForm, brief};
    use crate::document::{BlockKind, Document};
    use crate::testing;

    /// The names by which the text speaks of an actor, in order.
    fn names<'a>(briefing: &Briefing, text: &'a str, actor: &str) -> Vec<&'a str> {
        let actor = briefing.actors.iter().find(|known| known.name == actor).expect(actor);
        let names = actor.mentions.iter().filter(|mention| mention.form == MentionForm::Name);
        names.map(|mention| mention.range.slice(text)).collect()
    }

    #[test]
    fn a_state_is_named_inside_the_names_of_others() {
        let text = "Norway opened a bridge on Monday. Students of the University of Norway came to see it. A student of \
                    the Norway School of Mines said that it would do.";
        let briefing = brief(&testing::document(text));
        assert_eq!(names(&briefing, text, "Norway"), ["Norway"; 3]);
    }

    #[test]
    fn a_title_with_a_capital_is_a_name() {
        let text = "President Tom Dahl opened a bridge on Monday. Ann Roe told reporters that the President did nothing \
                    for it. She said the president was late.";
        let briefing = brief(&testing::document(text));
        assert_eq!(names(&briefing, text, "Tom Dahl"), ["Tom Dahl", "the President"]);
    }

    #[test]
    fn a_caption_names_those_who_are_known() {
        let text = "Ann Roe opened a bridge on Monday. She had waited for years.\n\nRoe (left) with Bo Roe. Image: Ann Roe.";
        let plain = testing::document(text);
        let mut blocks = plain.blocks().to_vec();
        blocks[1].kind = BlockKind::Caption;
        let (meta, source) = (plain.meta.clone(), plain.source.clone());
        let document = Document::new(text.to_owned(), blocks, Vec::new(), meta, source);
        let briefing = brief(&document);
        assert_eq!(names(&briefing, text, "Ann Roe"), ["Ann Roe", "Roe", "Ann Roe"]);
    }
}
