//! Faults with their places: collected all at once, shown to people and to programs.

mod list;
mod render;

use serde::Serialize;

pub use briefing_model::{Code, Severity};
pub use list::{Diagnostics, MOST_PER_CODE};

/// A line and a column, both counted from 1; columns count characters.
///
/// ```
/// let position = briefing_office::Position { line: 2, column: 7 };
/// assert_eq!(serde_json::to_string(&position).unwrap(), r#"{"line":2,"column":7}"#);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Position {
    /// The line, from 1.
    pub line: usize,
    /// The character in the line, from 1.
    pub column: usize,
}

/// A stretch of a file, with the line it begins on.
///
/// ```
/// let source = briefing_office::SourceFile::decode("office.toml", b"[office]\nid = 'UNOCT'\n").unwrap();
/// let place = source.location(14..21);
/// assert_eq!(place.to_string(), "office.toml:2:6");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Location {
    /// The file, relative to the office folder, parts joined with `/`.
    pub file: String,
    /// The line, from 1; 0 when the fault is with the file as a whole.
    pub line: usize,
    /// The character in the line, from 1; 0 when the fault is with the file as a whole.
    pub column: usize,
    /// The first position past the stretch.
    pub end: Position,
    /// The line, without control characters, cut around the place when it is long; empty for a file as a whole.
    pub excerpt: String,
    /// Which character of `excerpt` the place begins at, from 1.
    #[serde(skip)]
    pub caret: usize,
    /// The cell of a workbook, such as `Sheet1!C7`: then `line` is its row and `column` its column, and the excerpt what it says.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cell: Option<String>,
}

impl Location {
    /// A file as a whole.
    ///
    /// ```
    /// assert_eq!(briefing_office::Location::whole_file("office.toml").to_string(), "office.toml");
    /// ```
    #[must_use]
    pub fn whole_file(file: &str) -> Self {
        let end = Position { line: 0, column: 0 };
        Self { file: file.to_owned(), line: 0, column: 0, end, excerpt: String::new(), caret: 0, cell: None }
    }
}

impl std::fmt::Display for Location {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if let Some(cell) = &self.cell {
            return write!(f, "{}, {cell}", self.file);
        }
        if self.line == 0 {
            return f.write_str(&self.file);
        }
        write!(f, "{}:{}:{}", self.file, self.line, self.column)
    }
}

/// Another place that has to do with a fault, such as the first use of an id that is used twice.
///
/// ```
/// use briefing_office::{Location, Related};
///
/// let related = Related { message: "first used here".to_owned(), place: Location::whole_file("office.toml") };
/// assert_eq!(related.place.file, "office.toml");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Related {
    /// What it has to do with it: lower case, no full stop.
    pub message: String,
    /// Where.
    #[serde(flatten)]
    pub place: Location,
}

/// One fault: what, where, how bad, and what to do.
///
/// ```
/// use briefing_office::{Code, Diagnostic, Severity};
///
/// let fault = Diagnostic::of_file(Code::NoOffice, "office.toml", "there is no office.toml").with_hint("is this an office folder?");
/// assert_eq!(fault.severity, Severity::Error);
/// assert_eq!(fault.to_string(), "error[O0101]: there is no office.toml\n --> office.toml\n  = help: is this an office folder?\n");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Diagnostic {
    /// The stable code; `briefing explain CODE` tells more.
    pub code: Code,
    /// Whether it stands in the way of an output.
    pub severity: Severity,
    /// What is wrong: lower case, no full stop.
    pub message: String,
    /// Where it is wrong; `None` when no file is to blame.
    #[serde(flatten)]
    pub place: Option<Location>,
    /// What to do about it.
    pub hint: Option<String>,
    /// Other places that have to do with it.
    pub related: Vec<Related>,
}

impl Diagnostic {
    /// A fault at a place, if it has one, with the severity its code has.
    ///
    /// ```
    /// use briefing_office::{Code, Diagnostic, Location};
    ///
    /// let placed = Diagnostic::new(Code::NoOffice, Location::whole_file("office.toml"), "there is no `office.toml`");
    /// let unplaced = Diagnostic::new(Code::NameInEnglish, None, "`Sahel` has no name in French");
    /// assert_eq!((placed.place.is_some(), unplaced.place), (true, None));
    /// ```
    #[must_use]
    pub fn new(code: Code, place: impl Into<Option<Location>>, message: impl Into<String>) -> Self {
        let severity = code.severity();
        Self { code, severity, message: message.into(), place: place.into(), hint: None, related: Vec::new() }
    }

    /// A fault of a file as a whole.
    #[must_use]
    pub fn of_file(code: Code, file: &str, message: impl Into<String>) -> Self {
        Self::new(code, Location::whole_file(file), message)
    }

    /// The same fault with this advice.
    #[must_use]
    pub fn with_hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// The same fault with "did you mean" when there is something to suggest.
    #[must_use]
    pub(crate) fn with_suggestion(self, suggestion: Option<&str>) -> Self {
        match suggestion {
            Some(suggestion) => self.with_hint(format!("did you mean `{suggestion}`?")),
            None => self,
        }
    }

    /// The same fault with one more place that has to do with it.
    #[must_use]
    pub fn with_related(mut self, message: &str, place: Location) -> Self {
        self.related.push(Related { message: message.to_owned(), place });
        self
    }
}
