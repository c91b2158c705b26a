//! Sidelight shows a briefing of an article beside the words that prove it.
//!
//! Data flows one way: [`read`] turns a file into a [`document`], [`language`] finds its grammar,
//! [`briefing`] draws the five lists from that, [`export`] writes them, and `app` or [`cli`] shows
//! them. The types that layers share, [`text`] and [`error`], lie at the bottom.

#[cfg(feature = "window")]
pub mod app;
pub mod briefing;
pub mod cli;
pub mod document;
pub mod error;
pub mod export;
pub mod fold;
pub mod language;
pub mod read;
pub mod save;
pub mod stop;
pub mod templates;
#[cfg(test)]
mod testing;
pub mod text;
#[cfg(feature = "trainer")]
pub mod train;
