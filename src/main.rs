//! Arguments given? Print a briefing. None? Open the window.

fn main() -> std::process::ExitCode {
    std::process::ExitCode::SUCCESS
}
