//! Where commands write their messages.

use std::env;
use std::fmt;
use std::io::{self, BufWriter, IsTerminal, Write};
use std::time::{Duration, Instant};

use serde::Serialize;

use crate::clean;
use crate::status::Status;

/// Nobody wonders about work that takes less.
const PATIENCE: Duration = Duration::from_secs(2);

/// The streams of a command: results on one, diagnostics on the other.
pub(crate) struct Streams<'a> {
    /// Results.
    pub(crate) out: &'a mut dyn Write,
    /// Whether results go to a terminal.
    pub(crate) out_is_terminal: bool,
    /// Diagnostics.
    pub(crate) err: &'a mut dyn Write,
    /// Whether diagnostics go to a terminal.
    pub(crate) err_is_terminal: bool,
    /// Whether that terminal shows colours.
    pub(crate) colours: bool,
}

impl Streams<'_> {
    /// Writes results for another program.
    pub(crate) fn write_json(&mut self, results: &impl Serialize) -> io::Result<()> {
        serde_json::to_writer_pretty(&mut *self.out, results)?;
        writeln!(self.out)
    }

    /// Writes a line of results at once, about something that was done whether or not anybody still listens.
    pub(crate) fn report(&mut self, message: fmt::Arguments<'_>) -> io::Result<()> {
        let written = writeln!(self.out, "{}", clean::lines(&message.to_string())).and_then(|()| self.out.flush());
        written.or_else(|error| if error.kind() == io::ErrorKind::BrokenPipe { Ok(()) } else { Err(error) })
    }

    /// Writes a line of diagnostics. If that fails, there is nobody to report it to.
    pub(crate) fn say(&mut self, message: fmt::Arguments<'_>) {
        let _ = writeln!(self.err, "{}", clean::lines(&message.to_string()));
    }

    /// Writes faults, in colour if there are colours.
    pub(crate) fn say_faults(&mut self, faults: &str) {
        let faults = clean::lines(faults);
        if !self.colours {
            let _ = writeln!(self.err, "{faults}");
            return;
        }
        for line in faults.lines() {
            let _ = writeln!(self.err, "{}", coloured(line));
        }
    }

    /// Shows the progress of work that takes long, on a line that is overwritten.
    pub(crate) fn progress(&mut self, work: &Work, done: usize, all: usize) {
        let time = work.begun.elapsed();
        if self.err_is_terminal && time >= PATIENCE {
            let _ = write!(self.err, "\r{done} of {all} {}, {} s\x1b[K", work.what, time.as_secs());
            let _ = self.err.flush();
        }
    }

    /// Clears the line of progress.
    pub(crate) fn end_progress(&mut self, work: &Work) {
        if self.err_is_terminal && work.begun.elapsed() >= PATIENCE {
            let _ = write!(self.err, "\r\x1b[K");
            let _ = self.err.flush();
        }
    }
}

/// Work that may take long.
pub(crate) struct Work {
    begun: Instant,
    what: &'static str,
}

impl Work {
    /// Starts the clock of some work.
    #[expect(
        clippy::disallowed_methods,
        reason = "how long somebody has waited is said on a terminal, and in no output"
    )]
    pub(crate) fn begin(what: &'static str) -> Self {
        Self { begun: Instant::now(), what }
    }
}

/// A line of a fault, with its parts coloured.
fn coloured(line: &str) -> String {
    const BOLD: &str = "\x1b[1m";
    const RED: &str = "\x1b[1;31m";
    const YELLOW: &str = "\x1b[1;33m";
    const BLUE: &str = "\x1b[1;34m";
    const OFF: &str = "\x1b[0m";
    for (start, colour) in [("error[", RED), ("warning[", YELLOW)] {
        if let Some((code, message)) = line.split_once(": ").filter(|_| line.starts_with(start)) {
            return format!("{colour}{code}{OFF}{BOLD}: {message}{OFF}");
        }
    }
    let trimmed = line.trim_start();
    let indent = line.get(..line.len() - trimmed.len()).unwrap_or_default();
    for (start, colour) in [("-->", BLUE), (":::", BLUE), ("= help:", BOLD), ("= note:", BOLD)] {
        if let Some(rest) = trimmed.strip_prefix(start) {
            return format!("{indent}{colour}{start}{OFF}{rest}");
        }
    }
    match trimmed.strip_prefix('|').map(str::trim) {
        Some(marks) if !marks.is_empty() && marks.chars().all(|c| c == '^') => format!("{YELLOW}{line}{OFF}"),
        _ => line.to_owned(),
    }
}

/// Lends a command the streams of the process.
pub(crate) fn with_process_streams(command: impl FnOnce(&mut Streams<'_>) -> Status) -> Status {
    let stdout = io::stdout();
    let out_is_terminal = stdout.is_terminal();
    let err_is_terminal = io::stderr().is_terminal();
    // https://no-color.org: set to anything but the empty string.
    let is_set = |name| env::var_os(name).is_some_and(|value| !value.is_empty());
    let colours = err_is_terminal && !is_set("NO_COLOR") && env::var_os("TERM").is_none_or(|term| term != "dumb");
    // Commands write many small pieces, and the standard library would flush at each line.
    let mut out = BufWriter::new(stdout.lock());
    let mut err = io::stderr().lock();
    command(&mut Streams { out: &mut out, out_is_terminal, err: &mut err, err_is_terminal, colours })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(colours: bool) -> String {
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let faults =
            "error[M0103]: no \u{1b}[2Kday\n --> a.toml:1:2\n   |\n 1 | a = 1\n   |     ^\n  = help: correct it";
        Streams { out: &mut out, out_is_terminal: false, err: &mut err, err_is_terminal: colours, colours }
            .say_faults(faults);
        String::from_utf8(err).unwrap()
    }

    #[test]
    fn colours_are_for_screens_and_change_no_word() {
        assert!(!said(false).contains('\u{1b}'));
        let coloured = said(true);
        assert!(coloured.contains("\u{1b}[1;31merror[M0103]\u{1b}[0m"), "{coloured}");
        let mut plain = coloured;
        for code in ["\u{1b}[0m", "\u{1b}[1m", "\u{1b}[1;31m", "\u{1b}[1;33m", "\u{1b}[1;34m"] {
            plain = plain.replace(code, "");
        }
        assert_eq!(plain, said(false));
    }
}
