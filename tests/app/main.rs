//! Clicks through the window without a screen: what a click, a key or a copy does.
//!
//! Articles and their briefings are made by hand, so that these tests say nothing about the engine.
//! The real window, with its real dialog and clipboard, is driven by `tests/window/drive.sh`.
#![cfg(feature = "window")]
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "tests")]

mod access;
mod appendix;
mod checks;
mod common;
mod linking;
mod memory;
mod opening;
mod passing_on;
mod small;
