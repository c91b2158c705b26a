//! How long the reader of a file has waited, and when to ask whether to go on.

use std::time::{Duration, Instant};

/// After this long the window offers to go on or to stop.
const PATIENCE: Duration = Duration::from_secs(10);
/// Whoever chose to go on is asked again after this much more.
const MORE: Duration = Duration::from_secs(30);

#[derive(Clone, Copy, Debug)]
pub struct Wait {
    since: Instant,
    ask_at: Instant,
}

impl Wait {
    pub fn begin(now: Instant) -> Self {
        Self { since: now, ask_at: now + PATIENCE }
    }

    pub fn seconds(&self, now: Instant) -> u64 {
        now.saturating_duration_since(self.since).as_secs()
    }

    /// Whether it is time to ask.
    pub fn is_long(&self, now: Instant) -> bool {
        now >= self.ask_at
    }

    pub fn go_on(&mut self, now: Instant) {
        self.ask_at = now + MORE;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_asked_after_ten_seconds_and_again_after_thirty() {
        let start = Instant::now();
        let after = |seconds| start + Duration::from_secs(seconds);
        let mut wait = Wait::begin(start);
        assert!(!wait.is_long(after(9)) && wait.is_long(after(10)));
        wait.go_on(after(12));
        assert!(!wait.is_long(after(41)) && wait.is_long(after(42)));
        assert_eq!(wait.seconds(after(42)), 42);
    }
}
