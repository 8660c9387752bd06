//! Faults with their places: collected all at once, shown to people and to programs.

mod list;
mod render;

use briefing_model::Fault;

pub use briefing_model::{Code, Severity};
pub use list::{Diagnostics, MOST_PER_CODE};

/// A line and a column, both counted from 1; columns count characters.
///
/// ```
/// let position = briefing_office::Position { line: 2, column: 7 };
/// assert!(position < briefing_office::Position { line: 3, column: 1 });
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
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
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub struct FileSpan {
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
    pub caret: usize,
    /// The cell of a workbook, such as `Sheet1!C7`: then `line` is its row and `column` its column, and the excerpt what it says.
    pub cell: Option<String>,
}

impl FileSpan {
    /// A file as a whole.
    ///
    /// ```
    /// assert_eq!(briefing_office::FileSpan::whole_file("office.toml").to_string(), "office.toml");
    /// ```
    #[must_use]
    pub fn whole_file(file: &str) -> Self {
        let end = Position { line: 0, column: 0 };
        Self { file: file.to_owned(), line: 0, column: 0, end, excerpt: String::new(), caret: 0, cell: None }
    }
}

impl std::fmt::Display for FileSpan {
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

/// A fault with its place in the files of an office.
///
/// ```
/// use briefing_office::{Code, Diagnostic, FileSpan};
///
/// let fault = Diagnostic::new(Code::NoOffice, FileSpan::whole_file("office.toml"), "there is no office.toml");
/// let fault = fault.with_hint("is this an office folder?");
/// assert_eq!(fault.to_string(), "error[O0101]: there is no office.toml\n --> office.toml\n  = help: is this an office folder?\n");
/// ```
pub type Diagnostic = Fault<FileSpan>;
