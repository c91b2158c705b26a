//! Arguments given? Do what they ask. None, or an article? Open the window.

use std::process::ExitCode;

use mimalloc::MiMalloc;
use sidelight::cli::{self, Request};

#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    match cli::run() {
        Request::Done(code) => code,
        Request::Window(articles) => window(articles),
        Request::HoldClipboard => hold_clipboard(),
    }
}

#[cfg(feature = "window")]
fn window(articles: Vec<std::path::PathBuf>) -> ExitCode {
    match sidelight::app::run(articles) {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => cli::without_window(&why),
    }
}

#[cfg(feature = "window")]
fn hold_clipboard() -> ExitCode {
    sidelight::app::clipboard::hold()
}

#[cfg(not(feature = "window"))]
fn hold_clipboard() -> ExitCode {
    cli::explain()
}

/// This build has no window; clap says what else there is, and ends with the code for wrong arguments.
#[cfg(not(feature = "window"))]
fn window(_articles: Vec<std::path::PathBuf>) -> ExitCode {
    cli::explain()
}
