//! The briefing as rows: which items are shown, in which order, under which heads.
//!
//! The panel draws these rows and the keyboard walks along them, so that both agree. Nothing here
//! knows how a row looks.

use std::collections::BTreeMap;

use crate::briefing::voices::Whose;
use crate::briefing::{ActorId, Briefing, FEW_POINTS, Holder, Item};

use super::corrections::Mark;
use super::settings::{Density, Grouping};

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Section {
    Summary,
    Actors,
    Positions,
    Questions,
    Timeline,
    Voices,
    Figures,
    LeftOut,
}

impl Section {
    pub const ALL: [Self; 8] = [
        Self::Summary,
        Self::Actors,
        Self::Positions,
        Self::Questions,
        Self::Timeline,
        Self::Voices,
        Self::Figures,
        Self::LeftOut,
    ];

    pub fn title(self) -> &'static str {
        match self {
            Self::Summary => "In brief",
            Self::Actors => "Actors",
            Self::Positions => "Positions",
            Self::Questions => "Open questions",
            Self::Timeline => "Timeline",
            Self::Voices => "Voices",
            Self::Figures => "Figures",
            Self::LeftOut => "Left out",
        }
    }

    pub fn of(item: Item) -> Self {
        match item {
            Item::Point(_) => Self::Summary,
            Item::Actor(_) => Self::Actors,
            Item::Position(_) => Self::Positions,
            Item::Question(_) => Self::Questions,
            Item::Event(_) => Self::Timeline,
            Item::Voice(_) => Self::Voices,
            Item::Figure(_) => Self::Figures,
            Item::LeftOut(_) => Self::LeftOut,
        }
    }

    /// Whether it is one heading until it is opened: what stands behind the five lists is for who asks.
    pub fn folds(self) -> bool {
        matches!(self, Self::Voices | Self::Figures | Self::LeftOut)
    }

    /// What is said where a section has no item.
    pub fn when_empty(self) -> &'static str {
        match self {
            Self::Summary => "No sentence of the text sums it up.",
            Self::Actors => "No person, country or organization is named.",
            Self::Positions => "Nobody in the text is said to claim, want or deny anything.",
            Self::Questions => {
                "No open question found: the text has no question, condition or announced event."
            }
            Self::Timeline => "No dated event found.",
            Self::Voices => "Nobody is quoted, reported or talked about.",
            Self::Figures => "The text gives no figure.",
            Self::LeftOut => "The briefing rests on every sentence of the text.",
        }
    }

    /// Items shown at first in the brief view.
    fn few(self) -> usize {
        match self {
            Self::Summary => FEW_POINTS,
            Self::Actors => 6,
            Self::Positions => 8,
            Self::Questions => 4,
            Self::Timeline => 5,
            Self::Voices | Self::Figures | Self::LeftOut => 0,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Row {
    Section(Section),
    /// Above the positions of one holder.
    Group(Holder),
    Card(Item),
    /// A card folded to one line, since the filter is on another actor.
    Folded(Item),
    /// An item that the reader marked as wrong.
    Struck(Item),
    /// So many more items that the brief view keeps back.
    More(Section, usize),
    /// Gives back what `More` opened.
    Fewer(Section),
    Empty(Section),
}

impl Row {
    pub fn item(self) -> Option<Item> {
        match self {
            Self::Card(item) | Self::Folded(item) | Self::Struck(item) => Some(item),
            _ => None,
        }
    }
}

/// What decides which rows there are.
pub struct Wish<'a> {
    pub density: Density,
    pub grouping: Grouping,
    pub filter: Option<ActorId>,
    /// Sections opened whole, and of those that fold the ones unfolded.
    pub opened: &'a [Section],
    pub marks: &'a BTreeMap<Item, Mark>,
}

pub fn rows(briefing: &Briefing, wish: &Wish<'_>) -> Vec<Row> {
    let mut rows = Vec::new();
    for section in Section::ALL {
        match section {
            _ if section.folds() => folding(briefing, section, &mut rows, wish),
            Section::Positions => positions(briefing, &mut rows, wish),
            _ => plain(briefing, section, &mut rows, wish),
        }
    }
    rows
}

/// Whether an item has to do with an actor.
pub fn concerns(briefing: &Briefing, item: Item, actor: ActorId) -> bool {
    match item {
        Item::Actor(idx) => idx == actor.0,
        Item::Position(idx) => briefing.positions.get(idx).is_some_and(|position| {
            position.holder == Holder::Actor(actor)
                || position.via.contains(&actor)
                || position.about.contains(&actor)
        }),
        Item::Question(idx) => {
            briefing.questions.get(idx).is_some_and(|q| q.about.contains(&actor))
        }
        Item::Voice(idx) => {
            briefing.voices.get(idx).is_some_and(|voice| voice.whose == Whose::Actor(actor))
        }
        Item::Point(_) | Item::Event(_) | Item::Figure(_) | Item::LeftOut(_) => {
            let mentions = briefing.actors.get(actor.0).map_or(&[][..], |a| &a.mentions);
            briefing.evidence(item).iter().any(|range| {
                let first = mentions.partition_point(|m| m.range.end() <= range.start());
                mentions.get(first).is_some_and(|m| m.range.overlaps(*range))
            })
        }
    }
}

fn card(briefing: &Briefing, item: Item, wish: &Wish<'_>) -> Row {
    if wish.marks.get(&item) == Some(&Mark::Wrong) {
        return Row::Struck(item);
    }
    match wish.filter {
        Some(actor) if !concerns(briefing, item, actor) => Row::Folded(item),
        _ => Row::Card(item),
    }
}

fn plain(briefing: &Briefing, section: Section, rows: &mut Vec<Row>, wish: &Wish<'_>) {
    rows.push(Row::Section(section));
    let wanted =
        |item: &Item| Section::of(*item) == section && wish.marks.get(item) != Some(&Mark::Merged);
    let items: Vec<Item> = briefing.items().filter(wanted).collect();
    let shown = shown(section, items.len(), wish);
    rows.extend(items.iter().take(shown).map(|item| card(briefing, *item, wish)));
    close(rows, section, items.len(), shown, wish);
}

/// How many of `count` items are shown; one more is shown rather than a line that says "1 more".
fn shown(section: Section, count: usize, wish: &Wish<'_>) -> usize {
    let whole = wish.density == Density::Full || wish.opened.contains(&section);
    let few = section.few();
    if whole || count <= few.saturating_add(1) { count } else { few }
}

fn close(rows: &mut Vec<Row>, section: Section, count: usize, shown: usize, wish: &Wish<'_>) {
    if count == 0 {
        rows.push(Row::Empty(section));
    } else if shown < count {
        rows.push(Row::More(section, count - shown));
    } else if wish.density == Density::Brief
        && wish.opened.contains(&section)
        && count > section.few().saturating_add(1)
    {
        rows.push(Row::Fewer(section));
    }
}

fn positions(briefing: &Briefing, rows: &mut Vec<Row>, wish: &Wish<'_>) {
    rows.push(Row::Section(Section::Positions));
    let all = briefing.positions.iter().enumerate();
    let wanted: Vec<usize> = all
        .filter(|(_, p)| wish.grouping != Grouping::Author || p.holder == Holder::Author)
        .map(|(idx, _)| idx)
        .collect();
    let shown = shown(Section::Positions, wanted.len(), wish);
    let mut kept = wanted.clone();
    if shown < kept.len() {
        kept.sort_by(|a, b| {
            salience(briefing, *b).total_cmp(&salience(briefing, *a)).then(a.cmp(b))
        });
        kept.truncate(shown);
        kept.sort_unstable();
    }
    if wish.grouping == Grouping::ByActor {
        kept.sort_by_key(|idx| (rank(briefing, *idx), *idx));
    }
    let mut group = None;
    for idx in kept {
        let holder = briefing.positions.get(idx).map(|position| position.holder);
        if wish.grouping == Grouping::ByActor && holder != group {
            group = holder;
            rows.extend(holder.map(Row::Group));
        }
        rows.push(card(briefing, Item::Position(idx), wish));
    }
    close(rows, Section::Positions, wanted.len(), shown, wish);
}

fn salience(briefing: &Briefing, position: usize) -> f32 {
    briefing.positions.get(position).map_or(0.0, |position| position.salience)
}

/// Listed actors by rank, then unnamed sources, then the author.
fn rank(briefing: &Briefing, position: usize) -> usize {
    match briefing.positions.get(position).map(|position| position.holder) {
        Some(Holder::Actor(actor)) => actor.0,
        Some(Holder::Unnamed) => usize::MAX - 1,
        _ => usize::MAX,
    }
}

/// A heading, and below it what it holds where it is unfolded; nothing at all where there is nothing to unfold.
fn folding(briefing: &Briefing, section: Section, rows: &mut Vec<Row>, wish: &Wish<'_>) {
    let mut items = briefing.appendix().filter(|item| Section::of(*item) == section).peekable();
    if items.peek().is_none() {
        return;
    }
    rows.push(Row::Section(section));
    if wish.opened.contains(&section) {
        rows.extend(items.map(|item| card(briefing, item, wish)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::briefing::{Evidence, Point};
    use crate::text::TextRange;

    static NO_MARKS: BTreeMap<Item, Mark> = BTreeMap::new();

    const WISH: Wish<'_> = Wish {
        density: Density::Brief,
        grouping: Grouping::ByActor,
        filter: None,
        opened: &[],
        marks: &NO_MARKS,
    };

    #[test]
    fn an_empty_section_says_so_and_what_folds_is_listed_on_demand() {
        let evidence = Evidence::one(TextRange::new(0, 3)).expect("not empty");
        let summary = vec![Point { text: String::new(), evidence }];
        let left_out = vec![TextRange::new(4, 8), TextRange::new(9, 12)];
        let briefing = Briefing { summary, left_out, ..Briefing::default() };
        let rows_at_rest = rows(&briefing, &WISH);
        assert_eq!(rows_at_rest.first(), Some(&Row::Section(Section::Summary)));
        assert_eq!(rows_at_rest.get(1), Some(&Row::Card(Item::Point(0))));
        assert!(rows_at_rest.contains(&Row::Empty(Section::Timeline)));
        assert!(!rows_at_rest.contains(&Row::Section(Section::Figures)));
        assert_eq!(rows_at_rest.last(), Some(&Row::Section(Section::LeftOut)));
        let unfolded = rows(&briefing, &Wish { opened: &[Section::LeftOut], ..WISH });
        assert_eq!(unfolded.last(), Some(&Row::Card(Item::LeftOut(1))));
    }

    #[test]
    fn the_brief_view_counts_what_it_keeps_back() {
        assert_eq!(shown(Section::Questions, 5, &WISH), 5);
        assert_eq!(shown(Section::Questions, 6, &WISH), 4);
        let whole = Wish { density: Density::Full, ..WISH };
        assert_eq!(shown(Section::Questions, 60, &whole), 60);
    }
}
