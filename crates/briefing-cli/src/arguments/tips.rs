//! Advice for options that a command does not have.

use clap::error::{ContextKind, ContextValue, ErrorKind};

/// The answer to a usage error, with advice that can be followed: an unknown option is never meant as a value here.
pub(crate) fn with_tip(mut answer: clap::Error) -> clap::Error {
    if answer.kind() != ErrorKind::UnknownArgument {
        return answer;
    }
    let tip = match answer.get(ContextKind::InvalidArg) {
        Some(ContextValue::String(option)) => tip(option, &command()),
        _ => None,
    };
    answer.remove(ContextKind::Suggested);
    if let Some(tip) = tip {
        answer.remove(ContextKind::SuggestedArg);
        answer.insert(ContextKind::Suggested, ContextValue::StyledStrs(vec![tip.into()]));
    }
    answer
}

/// The command that was called, such as `ledger export`.
fn command() -> String {
    let words: Vec<String> = std::env::args().skip(1).take(2).collect();
    let is_nested = words.first().is_some_and(|first| first == "ledger" || first == "new");
    words.get(..if is_nested { 2 } else { 1 }).unwrap_or_default().join(" ")
}

/// What to write for an option that other programs have.
fn tip(option: &str, command: &str) -> Option<String> {
    let option = option.split('=').next().unwrap_or(option);
    match (option.trim_start_matches('-'), command) {
        ("month" | "m", "render" | "check" | "watch" | "diff" | "approve" | "publish" | "trace" | "translations") => {
            Some(format!("the month comes after the office: `briefing {command} my-office 2025-05`"))
        }
        ("json", "check" | "approve" | "totals" | "trace" | "verify" | "tags" | "ledger export") => {
            Some("write `--format json`".to_owned())
        }
        ("o" | "output" | "out" | "out-file", "extract" | "ledger export" | "schema" | "totals" | "trace" | "tags") => {
            Some("this command writes to standard output: write `> FILE` at the end".to_owned())
        }
        _ => None,
    }
}
