//! Faults as text for people: the message, the place, the line with a mark under it, the advice.

use std::fmt;

use briefing_model::Show;

use super::{Diagnostics, FileSpan, Severity};

impl Show for FileSpan {
    fn show(&self, f: &mut fmt::Formatter<'_>, arrow: &str) -> fmt::Result {
        writeln!(f, " {arrow} {self}")?;
        if self.line == 0 {
            return Ok(());
        }
        let gutter = self.line.to_string().len();
        writeln!(f, " {:gutter$} |", "")?;
        let space = if self.excerpt.is_empty() { "" } else { " " };
        writeln!(f, " {:gutter$} |{space}{}", self.line, self.excerpt)?;
        writeln!(f, " {:gutter$} | {:>indent$}", "", "^".repeat(width(self)), indent = self.caret + width(self) - 1)
    }
}

/// How many characters to mark: to the end of the stretch or of the line, at least one.
fn width(place: &FileSpan) -> usize {
    let shown = place.excerpt.chars().count();
    let rest = (shown + 1).saturating_sub(place.caret);
    let wanted = if place.end.line > place.line { rest } else { place.end.column.saturating_sub(place.column) };
    wanted.min(rest).max(1)
}

impl std::error::Error for Diagnostics {}

impl fmt::Display for Diagnostics {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for diagnostic in self {
            writeln!(f, "{diagnostic}")?;
        }
        let mut any = false;
        for (code, more) in self.more() {
            writeln!(f, "and {more} more of {code}")?;
            any = true;
        }
        if any {
            writeln!(f)?;
        }
        let counted = self.summary();
        if counted.is_empty() { Ok(()) } else { writeln!(f, "{counted}") }
    }
}

impl Diagnostics {
    /// How many there are, in words; nothing if there are none.
    ///
    /// ```
    /// use briefing_office::{Code, Diagnostic, Diagnostics, FileSpan};
    ///
    /// let mut faults = Diagnostics::new();
    /// faults.push(Diagnostic::new(Code::NoOffice, FileSpan::whole_file("office.toml"), "there is no office.toml"));
    /// assert_eq!(faults.summary(), "1 error");
    /// ```
    #[must_use]
    pub fn summary(&self) -> String {
        let counted = [(self.errors(), Severity::Error), (self.warnings(), Severity::Warning)]
            .into_iter()
            .filter(|(count, _)| *count > 0)
            .map(|(count, severity)| format!("{count} {}{}", severity, if count == 1 { "" } else { "s" }))
            .collect::<Vec<_>>();
        counted.join(", ")
    }
}
