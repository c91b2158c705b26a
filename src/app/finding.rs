//! Finding: what the search bar does to the state.
//!
//! What counts as a hit is for `search` and `fold` to say.

use super::article::SourceGoal;
use super::moves::Step;
use super::search::{Hit, folded, words_of};
use super::state::State;
use crate::briefing::Item;

impl State {
    pub(super) fn set_query(&mut self, query: String) {
        self.find.query = query;
        self.find_anew();
        let top = self.article().map_or(0, |article| article.source_top);
        let after = |hit: &Hit| matches!(hit, Hit::Source(range) if range.start() >= top);
        let first = self.find.hits.iter().position(after);
        self.find.current = first.or((!self.find.hits.is_empty()).then_some(0));
        self.show_hit();
    }

    /// Looks for the words again, in what is shown now.
    pub(super) fn find_anew(&mut self) {
        let mut hits = Vec::new();
        if let Some(article) = self.article().filter(|_| !self.find.query.trim().is_empty()) {
            let found = |item: &Item| {
                let words = words_of(&article.document, &article.briefing, *item);
                !folded(&words).find(&self.find.query).is_empty()
            };
            // A sentence left out is found in the source.
            let appendix = article.briefing.appendix();
            let appendix = appendix.filter(|item| !matches!(item, Item::LeftOut(_)));
            hits.extend(article.briefing.items().chain(appendix).filter(found).map(Hit::Card));
            let text = article.folded.get_or_init(|| folded(article.document.text()));
            hits.extend(text.find(&self.find.query).into_iter().map(Hit::Source));
        }
        self.find.hits = hits;
        self.find.current = None;
    }

    pub(super) fn step_hit(&mut self, step: Step) {
        let count = self.find.hits.len();
        if count == 0 {
            if !self.find.query.is_empty() {
                self.notify("Nothing found");
            }
            self.find.open = true;
            return;
        }
        self.find.current = Some(match (self.find.current, step) {
            (Some(idx), Step::Next) => (idx + 1) % count,
            (Some(idx), Step::Previous) => (idx + count - 1) % count,
            (None, Step::Next) => 0,
            (None, Step::Previous) => count - 1,
        });
        if let Some(article) = self.article_mut() {
            article.history.leave(article.place());
        }
        self.show_hit();
    }

    pub(super) fn show_hit(&mut self) {
        let hit = self.find.current.and_then(|idx| self.find.hits.get(idx)).copied();
        let Some(article) = self.article_mut() else { return };
        match hit {
            Some(Hit::Card(item)) => article.show_card(item),
            Some(Hit::Source(range)) => article.source_goal.ask(SourceGoal::Show(range)),
            None => {}
        }
    }
}
