//! Things of known or estimated height, one below the other: which of them lie in view.

use std::ops::Range;

#[derive(Clone, Debug, Default)]
pub(super) struct Stack {
    /// Where each thing begins; one more for where the last one ends.
    tops: Vec<f32>,
}

impl Stack {
    pub(super) fn rebuild(&mut self, heights: impl Iterator<Item = f32>) {
        self.tops.clear();
        let mut top = 0.0;
        self.tops.push(top);
        for height in heights {
            top += height;
            self.tops.push(top);
        }
    }

    pub(super) fn height(&self) -> f32 {
        self.tops.last().copied().unwrap_or(0.0)
    }

    pub(super) fn top(&self, idx: usize) -> f32 {
        self.tops.get(idx).copied().unwrap_or_else(|| self.height())
    }

    pub(super) fn len(&self) -> usize {
        self.tops.len().saturating_sub(1)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The thing at `y`; the first or last beyond the ends.
    pub(super) fn at(&self, y: f32) -> usize {
        let after = self.tops.partition_point(|top| *top <= y);
        after.saturating_sub(1).min(self.len().saturating_sub(1))
    }

    /// What touches the stretch from `top` to `bottom`.
    pub(super) fn visible(&self, top: f32, bottom: f32) -> Range<usize> {
        if self.is_empty() {
            return 0..0;
        }
        self.at(top)..self.at(bottom) + 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_in_view_is_found_by_height() {
        let mut stack = Stack::default();
        assert_eq!(stack.visible(0.0, 100.0), 0..0);
        stack.rebuild([10.0, 20.0, 30.0].into_iter());
        assert_eq!((stack.at(-5.0), stack.at(10.0), stack.at(29.9), stack.at(999.0)), (0, 1, 1, 2));
        assert_eq!(stack.visible(5.0, 15.0), 0..2);
        assert_eq!((stack.top(2), stack.height()), (30.0, 60.0));
    }
}
