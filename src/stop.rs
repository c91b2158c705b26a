//! Stop: a sign that whoever waits for a result no longer does.
//!
//! Threads cannot be ended from outside. What may take seconds looks at the sign at every page, sentence or
//! stage, and returns with nothing.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// Shared by whoever waits and whoever works.
#[derive(Clone, Debug, Default)]
pub struct Stop(Arc<AtomicBool>);

impl Stop {
    pub fn call(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    pub fn is_called(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}
