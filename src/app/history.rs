//! Back and forward: the places a person has been.
//!
//! What a place is made of is for `article` to say.

/// Most entries kept in each direction.
const DEPTH: usize = 200;

#[derive(Clone, Debug)]
pub struct History<P> {
    back: Vec<P>,
    forward: Vec<P>,
}

impl<P> Default for History<P> {
    fn default() -> Self {
        Self { back: Vec::new(), forward: Vec::new() }
    }
}

impl<P: PartialEq> History<P> {
    /// Notes that a jump leaves `here`. The way forward is lost, as in a browser.
    pub fn leave(&mut self, here: P) {
        self.forward.clear();
        if self.back.last() != Some(&here) {
            self.back.push(here);
        }
        if self.back.len() > DEPTH {
            self.back.remove(0);
        }
    }

    /// The place to go back to from `here`.
    pub fn go_back(&mut self, here: P) -> Option<P> {
        let there = self.back.pop()?;
        self.forward.push(here);
        Some(there)
    }

    pub fn go_forward(&mut self, here: P) -> Option<P> {
        let there = self.forward.pop()?;
        self.back.push(here);
        Some(there)
    }

    pub fn can_go_back(&self) -> bool {
        !self.back.is_empty()
    }

    pub fn can_go_forward(&self) -> bool {
        !self.forward.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn back_and_forward_lead_where_one_was() {
        let mut history = History::default();
        history.leave("start");
        history.leave("middle");
        assert_eq!(history.go_back("end"), Some("middle"));
        assert_eq!(history.go_back("middle"), Some("start"));
        assert_eq!(history.go_back("start"), None);
        assert_eq!(history.go_forward("start"), Some("middle"));
        history.leave("middle");
        assert!(!history.can_go_forward());
    }
}
