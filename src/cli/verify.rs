//! `verify`: which quotes of a briefing stand in the article.

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use super::{FAILED, complain, open, print};
use crate::error::Error;
use crate::export::verify::{Finding, Verdict, verify};
use crate::read::Options;

/// Every quote stands in the article, but not each where the briefing says.
const MOVED: u8 = 3;

pub(super) fn check(briefing: &Path, article: &Path, options: &Options) -> ExitCode {
    let document = match open(article, options) {
        Ok(document) => document,
        Err(error) => return fail(&error, article),
    };
    let json = match fs::read_to_string(briefing) {
        Ok(json) => json,
        Err(error) => return fail(&Error::Unreadable(error.to_string()), briefing),
    };
    let findings = match verify(&json, &document) {
        Ok(findings) => findings,
        Err(why) => return fail(&Error::NoBriefing(why), briefing),
    };
    let place = |offset: usize| {
        let number = document.block_at(offset).and_then(|block| document.paragraph_number(block));
        number.map_or_else(|| "a heading".to_owned(), |number| format!("paragraph {number}"))
    };
    let mut report = String::new();
    for Finding { path, quote, verdict } in &findings {
        match verdict {
            Verdict::Holds(_) => {}
            Verdict::Moved(range) => {
                report.push_str(&format!("moved to {}: {path}: {quote}\n", place(range.start())));
            }
            Verdict::Missing => report.push_str(&format!("missing: {path}: {quote}\n")),
        }
    }
    let count = |wanted: fn(&Verdict) -> bool| {
        findings.iter().filter(|finding| wanted(&finding.verdict)).count()
    };
    let n_moved = count(|verdict| matches!(verdict, Verdict::Moved(_)));
    let n_missing = count(|verdict| *verdict == Verdict::Missing);
    let n_held = findings.len() - n_moved - n_missing;
    report.push_str(&format!(
        "{n_held} of {} quotes hold, {n_moved} moved, {n_missing} missing\n",
        findings.len()
    ));
    // A closed pipe is no error, and the exit code tells all the same.
    let _ = print(report.as_bytes());
    match (n_missing, n_moved) {
        (0, 0) => ExitCode::SUCCESS,
        (0, _) => ExitCode::from(MOVED),
        _ => ExitCode::from(FAILED),
    }
}

fn fail(error: &Error, file: &Path) -> ExitCode {
    complain(error, file);
    ExitCode::from(FAILED)
}
