//! Where a command's words go.

use std::fmt;
use std::io::{self, BufWriter, IsTerminal, Write};

use crate::clean;
use crate::status::Status;

/// The streams of a command: results on one, diagnostics on the other.
pub(crate) struct Streams<'a> {
    /// Results.
    pub(crate) out: &'a mut dyn Write,
    /// Whether results go to somebody's screen.
    pub(crate) out_is_terminal: bool,
    /// Diagnostics.
    pub(crate) err: &'a mut dyn Write,
}

impl Streams<'_> {
    /// Writes a line of results at once, about something that is done whether or not anybody still listens.
    pub(crate) fn report(&mut self, message: fmt::Arguments<'_>) -> io::Result<()> {
        let told = writeln!(self.out, "{}", clean::lines(&message.to_string())).and_then(|()| self.out.flush());
        told.or_else(|error| if error.kind() == io::ErrorKind::BrokenPipe { Ok(()) } else { Err(error) })
    }

    /// Writes a line of diagnostics. Where nobody can be told, nobody is.
    pub(crate) fn say(&mut self, message: fmt::Arguments<'_>) {
        let _ = writeln!(self.err, "{}", clean::lines(&message.to_string()));
    }
}

/// Lends a command the streams of the process.
pub(crate) fn with_process_streams(command: impl FnOnce(&mut Streams<'_>) -> Status) -> Status {
    let stdout = io::stdout();
    let out_is_terminal = stdout.is_terminal();
    // What a command writes is many small pieces; the standard library would flush at each line.
    let mut out = BufWriter::new(stdout.lock());
    let mut err = io::stderr().lock();
    command(&mut Streams { out: &mut out, out_is_terminal, err: &mut err })
}
