//! Faults as text for people: the message, the place, the line with a mark under it, the advice.

use std::fmt;

use super::{Diagnostic, Diagnostics, Location, Severity};

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}[{}]: {}", self.severity, self.code, self.message)?;
        if let Some(place) = &self.place {
            excerpt(f, place, "-->")?;
        }
        for related in &self.related {
            writeln!(f, "  = note: {}", related.message)?;
            excerpt(f, &related.place, ":::")?;
        }
        match &self.hint {
            Some(hint) => writeln!(f, "  = help: {hint}"),
            None => Ok(()),
        }
    }
}

fn excerpt(f: &mut fmt::Formatter<'_>, place: &Location, arrow: &str) -> fmt::Result {
    writeln!(f, " {arrow} {place}")?;
    if place.line == 0 {
        return Ok(());
    }
    let gutter = place.line.to_string().len();
    writeln!(f, " {:gutter$} |", "")?;
    let space = if place.excerpt.is_empty() { "" } else { " " };
    writeln!(f, " {:gutter$} |{space}{}", place.line, place.excerpt)?;
    writeln!(f, " {:gutter$} | {:>indent$}", "", "^".repeat(width(place)), indent = place.caret + width(place) - 1)
}

/// How many characters to mark: to the end of the stretch or of the line, at least one.
fn width(place: &Location) -> usize {
    let shown = place.excerpt.chars().count();
    let rest = (shown + 1).saturating_sub(place.caret);
    let wanted = if place.end.line > place.line { rest } else { place.end.column.saturating_sub(place.column) };
    wanted.min(rest).max(1)
}

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
        let counted = [(self.errors(), Severity::Error), (self.warnings(), Severity::Warning)]
            .into_iter()
            .filter(|(count, _)| *count > 0)
            .map(|(count, severity)| format!("{count} {}{}", severity, if count == 1 { "" } else { "s" }))
            .collect::<Vec<_>>();
        if counted.is_empty() { Ok(()) } else { writeln!(f, "{}", counted.join(", ")) }
    }
}
