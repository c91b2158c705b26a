//! The clipboard that outlives the window.
//!
//! Under X11 a copy lives in the program that made it. Where a window closes that still owns the clipboard,
//! a second process without a window takes the copy over, answers whoever pastes it, and ends when something
//! else is copied.

use std::io::{Read as _, Write as _};
use std::process::{Command, ExitCode, Stdio};

use crate::export::copy::Clip;

/// The hidden command of the program that holds a copy.
pub const HOLD: &str = "hold-clipboard";

/// Starts the process that holds `clip`; the system's words where that fails.
pub(super) fn hand_over(clip: &Clip) -> Result<(), String> {
    // Elsewhere the system keeps what was copied.
    if !cfg!(all(unix, not(target_os = "macos"))) {
        return Ok(());
    }
    let start = || -> std::io::Result<()> {
        let mut holder = Command::new(std::env::current_exe()?)
            .arg(HOLD)
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()?;
        if let Some(mut input) = holder.stdin.take() {
            input.write_all(serde_json::json!([clip.html, clip.plain]).to_string().as_bytes())?;
        }
        Ok(())
    };
    start().map_err(|error| error.to_string())
}

/// Holds the copy on standard input until another program copies something.
pub fn hold() -> ExitCode {
    let mut json = String::new();
    let read = std::io::stdin().lock().read_to_string(&mut json);
    let clip = serde_json::from_str::<(String, String)>(&json);
    let (Ok(_), Ok((html, plain))) = (read, clip) else { return ExitCode::FAILURE };
    match serve(html, plain) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}

#[cfg(all(unix, not(target_os = "macos")))]
fn serve(html: String, plain: String) -> Result<(), arboard::Error> {
    use arboard::SetExtLinux as _;
    let mut clipboard = arboard::Clipboard::new()?;
    if html.is_empty() {
        clipboard.set().wait().text(plain)
    } else {
        clipboard.set().wait().html(html, Some(plain))
    }
}

#[cfg(not(all(unix, not(target_os = "macos"))))]
fn serve(html: String, plain: String) -> Result<(), arboard::Error> {
    let mut clipboard = arboard::Clipboard::new()?;
    if html.is_empty() { clipboard.set_text(plain) } else { clipboard.set_html(html, Some(plain)) }
}
