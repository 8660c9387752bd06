//! Places in the data of an office.

use std::borrow::Cow;
use std::fmt;
use std::ops::Range;

use serde::{Serialize, Serializer};

use super::Show;
use crate::textual::one_piece;
use crate::{EntryId, Month};

/// One of the things that an office writes, or its briefing.
///
/// ```
/// use briefing_model::Subject;
///
/// assert_eq!(Subject::Month("2025-04".parse()?).to_string(), "2025-04");
/// # Ok::<(), briefing_model::InvalidMonth>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    /// The office: its [`OfficeData`](crate::OfficeData).
    Office,
    /// Its ledger as a whole.
    Ledger,
    /// An entry of the ledger.
    Entry(EntryId),
    /// A month: its [`MonthPlan`](crate::MonthPlan).
    Month(Month),
    /// The compiled issue of a month: its [`Briefing`](crate::Briefing).
    Briefing,
}

impl fmt::Display for Subject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if f.width().is_some() {
            return one_piece(f, self);
        }
        match self {
            Self::Office => f.write_str("the office"),
            Self::Ledger => f.write_str("the ledger"),
            Self::Entry(id) => write!(f, "entry[{id}]"),
            Self::Month(month) => month.fmt(f),
            Self::Briefing => f.write_str("briefing"),
        }
    }
}

/// One step of a [`FieldPath`].
///
/// ```
/// use briefing_model::{FieldPath, Step};
///
/// let path = FieldPath::office().key("unit").item(1, Some("b"));
/// assert_eq!(path.steps()[0], Step::Key("unit".into()));
/// assert_eq!(path.steps()[1], Step::Item { index: 1, id: Some("b".to_owned()) });
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// Into a table, by key.
    Key(Cow<'static, str>),
    /// Into a list, by position, counting from zero.
    Item {
        /// The position.
        index: usize,
        /// The id of the item, if it has one.
        id: Option<String>,
    },
}

/// The path to a value in what an office writes, in the names that its files use.
///
/// ```
/// use briefing_model::FieldPath;
///
/// let guest = FieldPath::office().key("unit").item(1, Some("b")).key("board").key("guests").item(0, None::<&str>);
/// assert_eq!(guest.to_string(), "unit[b].board.guests[0]");
/// let text = FieldPath::month("2025-04".parse()?).key("item").item(0, Some("votan")).key("text");
/// assert_eq!(text.to_string(), "2025-04: item[votan].text");
/// # Ok::<(), briefing_model::InvalidMonth>(())
/// ```
///
/// ```
/// use briefing_model::{FieldPath, Step, Subject};
///
/// let entry = FieldPath::entry(Some("P-1".parse()?));
/// assert_eq!(entry, FieldPath::to(Subject::Entry("P-1".parse()?)));
/// let note = entry.and(Step::Key("note".into())).within(0..4);
/// assert_eq!((note.to_string(), note.stretch()), ("entry[P-1]: note".to_owned(), Some(0..4)));
/// # Ok::<(), briefing_model::InvalidId>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldPath {
    subject: Subject,
    steps: Vec<Step>,
    stretch: Option<Range<usize>>,
}

impl FieldPath {
    /// The path to a subject as a whole, without steps.
    #[must_use]
    pub const fn to(subject: Subject) -> Self {
        Self { subject, steps: Vec::new(), stretch: None }
    }

    /// The office as a whole.
    #[must_use]
    pub const fn office() -> Self {
        Self::to(Subject::Office)
    }

    /// A month as a whole.
    #[must_use]
    pub const fn month(month: Month) -> Self {
        Self::to(Subject::Month(month))
    }

    /// An entry of the ledger; without an entry, the ledger as a whole.
    #[must_use]
    pub fn entry(entry: Option<EntryId>) -> Self {
        Self::to(entry.map_or(Subject::Ledger, Subject::Entry))
    }

    /// Appends a step to a key of the table at the end of this path.
    #[must_use]
    pub fn key(&self, key: impl Into<Cow<'static, str>>) -> Self {
        self.and(Step::Key(key.into()))
    }

    /// Appends a step to an item of the list at the end of this path: its position, counting from zero, and its id, if
    /// it has one.
    #[must_use]
    pub fn item(&self, index: usize, id: Option<impl ToString>) -> Self {
        self.and(Step::Item { index, id: id.map(|id| id.to_string()) })
    }

    /// Appends a step.
    #[must_use]
    pub fn and(&self, step: Step) -> Self {
        let steps = self.steps.iter().cloned().chain([step]).collect();
        Self { subject: self.subject.clone(), steps, stretch: None }
    }

    /// Narrows the path to part of the text at its end, in bytes.
    #[must_use]
    pub fn within(mut self, stretch: Range<usize>) -> Self {
        self.stretch = Some(stretch);
        self
    }

    /// The subject at which the path begins.
    #[must_use]
    pub const fn subject(&self) -> &Subject {
        &self.subject
    }

    /// The steps, from the outermost to the innermost.
    #[must_use]
    pub fn steps(&self) -> &[Step] {
        &self.steps
    }

    /// The part of the text at its end, in bytes, if the path is narrowed to one.
    #[must_use]
    pub fn stretch(&self) -> Option<Range<usize>> {
        self.stretch.clone()
    }

    /// Whether this is the path to the value at the end of another path, or to something that contains it.
    ///
    /// ```
    /// use briefing_model::FieldPath;
    ///
    /// let board = FieldPath::office().key("unit").item(1, Some("b")).key("board");
    /// assert!(board.contains(&board.key("guests")));
    /// assert!(!board.key("guests").contains(&board));
    /// ```
    #[must_use]
    pub fn contains(&self, other: &Self) -> bool {
        let same = |(a, b): (&Step, &Step)| match (a, b) {
            (Step::Item { index: a, .. }, Step::Item { index: b, .. }) => a == b,
            _ => a == b,
        };
        self.subject == other.subject
            && self.steps.len() <= other.steps.len()
            && self.steps.iter().zip(&other.steps).all(same)
    }
}

impl fmt::Display for FieldPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if f.width().is_some() {
            return one_piece(f, self);
        }
        match &self.subject {
            subject if self.steps.is_empty() => subject.fmt(f)?,
            Subject::Office => {}
            // An edition contains the briefing under this key.
            Subject::Briefing => f.write_str("briefing.")?,
            subject => write!(f, "{subject}: ")?,
        }
        for (at, step) in self.steps.iter().enumerate() {
            match step {
                Step::Key(key) if at == 0 => f.write_str(key)?,
                Step::Key(key) => write!(f, ".{key}")?,
                Step::Item { id: Some(id), .. } => write!(f, "[{id}]")?,
                Step::Item { index, id: None } => write!(f, "[{index}]")?,
            }
        }
        Ok(())
    }
}

impl Show for FieldPath {
    fn show(&self, f: &mut fmt::Formatter<'_>, arrow: &str) -> fmt::Result {
        writeln!(f, " {arrow} {self}")
    }
}

/// As it is displayed, under the key `path`.
impl Serialize for FieldPath {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map([("path", self.to_string())])
    }
}
