//! What can be wrong with what an office writes: what, where, how serious, and what to do.
//!
//! The model finds what is wrong with the data of an office, a ledger or a month, and gives the place as a
//! [`FieldPath`] through these data. Code that reads the data from files knows the line at that path, and gives the
//! same [`Fault`] that place instead.

#[macro_use]
mod code;
mod gaps;
mod path;
mod table;

use std::fmt;

use serde::Serialize;

pub use self::code::{Explanation, Severity, UnknownCode};
pub use self::gaps::Gaps;
pub use self::path::{FieldPath, Step, Subject};
pub use self::table::Code;
use crate::EntryId;

/// A fault: what is wrong, where, how serious it is, and what to do.
///
/// The type of the place depends on who reports the fault: a [`FieldPath`] through the data, or a line of a file.
///
/// ```
/// use briefing_model::{Code, Fault, FieldPath, Severity};
///
/// let place = FieldPath::office().key("unit").item(1, Some("b")).key("parent");
/// let fault = Fault::new(Code::UnknownUnit, place, "there is no unit `c`").with_hint("did you mean `a`?");
/// assert_eq!(fault.severity, Severity::Error);
/// assert_eq!(
///     fault.to_string(),
///     "error[R0301]: there is no unit `c`\n --> unit[b].parent\n  = help: did you mean `a`?\n"
/// );
/// ```
///
/// A fault with another kind of place, such as a line of a file:
///
/// ```
/// use briefing_model::{Code, Fault, nearest};
///
/// let fault = Fault::new(Code::UnknownUnit, 12, "there is no unit `uncc`")
///     .with_suggestion(nearest("uncc", ["uncct", "hrgs"]))
///     .with_related("the units begin here", 3)
///     .map_place(|line| format!("office.toml:{line}"));
/// assert_eq!(fault.hint.as_deref(), Some("did you mean `uncct`?"));
/// assert_eq!(fault.place.as_deref(), Some("office.toml:12"));
/// assert_eq!(fault.related[0].place, "office.toml:3");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Fault<P = FieldPath> {
    /// The stable code; `briefing explain CODE` says more.
    pub code: Code,
    /// Whether it prevents an output: the severity of its code.
    pub severity: Severity,
    /// What is wrong: lower case, no full stop.
    pub message: String,
    /// Where it is wrong; `None` if that is no single place.
    #[serde(flatten)]
    pub place: Option<P>,
    /// What to do about it, if more can be said than in the code's explanation.
    pub hint: Option<String>,
    /// Other places that are related to it.
    pub related: Vec<Related<P>>,
}

/// Another place that is related to a fault, such as the first use of an id that is used twice.
///
/// ```
/// use briefing_model::{FieldPath, Related};
///
/// let first = FieldPath::office().key("unit").item(0, Some("b"));
/// let related = Related { message: "first used here".to_owned(), place: first };
/// assert_eq!(related.place.to_string(), "unit[b]");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Related<P = FieldPath> {
    /// How it is related to the fault: lower case, no full stop.
    pub message: String,
    /// The place.
    #[serde(flatten)]
    pub place: P,
}

/// A place at which a fault can be shown.
///
/// ```
/// use std::fmt;
///
/// use briefing_model::{Code, Fault, Show};
///
/// /// A cell of a table.
/// struct Cell(&'static str);
///
/// impl Show for Cell {
///     fn show(&self, f: &mut fmt::Formatter<'_>, arrow: &str) -> fmt::Result {
///         writeln!(f, "{arrow} cell {}", self.0)
///     }
/// }
///
/// let fault = Fault::new(Code::NotUtf8, Cell("B7"), "the cell is not text");
/// assert!(fault.to_string().contains("--> cell B7\n"));
/// ```
pub trait Show {
    /// Writes the lines that show the place, the first of which begins with an arrow such as `-->`.
    ///
    /// # Errors
    ///
    /// Those of the formatter.
    fn show(&self, f: &mut fmt::Formatter<'_>, arrow: &str) -> fmt::Result;
}

impl<P> Fault<P> {
    /// Creates a fault at a place, if it has one, with the severity and the [help](Code::help) of its code.
    #[must_use]
    pub fn new(code: Code, place: impl Into<Option<P>>, message: impl Into<String>) -> Self {
        let (place, severity, hint) = (place.into(), code.severity(), code.help().map(str::to_owned));
        Self { code, severity, message: message.into(), place, hint, related: Vec::new() }
    }

    /// Replaces the hint.
    #[must_use]
    pub fn with_hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// Adds the hint "did you mean …?" if there is something to suggest.
    #[must_use]
    pub fn with_suggestion(self, suggestion: Option<&str>) -> Self {
        match suggestion {
            Some(suggestion) => self.with_hint(format!("did you mean `{suggestion}`?")),
            None => self,
        }
    }

    /// Adds one more related place.
    #[must_use]
    pub fn with_related(mut self, message: impl Into<String>, place: P) -> Self {
        self.related.push(Related { message: message.into(), place });
        self
    }

    /// Converts each place to another type.
    #[must_use]
    pub fn map_place<Q>(self, mut place: impl FnMut(P) -> Q) -> Fault<Q> {
        let Self { code, severity, message, place: at, hint, related } = self;
        let at = at.map(&mut place);
        let related = related.into_iter().map(|Related { message, place: at }| Related { message, place: place(at) });
        Fault { code, severity, message, place: at, hint, related: related.collect() }
    }
}

impl Fault {
    /// The ledger entries that it concerns, starting with the one to look at first.
    ///
    /// ```
    /// use briefing_model::{Code, EntryKind, Ledger, LedgerEntry, LedgerSettings, Receipt};
    ///
    /// let receipt = Receipt::on("P-9".parse()?, "USD 1000".parse()?);
    /// let entry = LedgerEntry::new("R-1".parse()?, "2025-04-10".parse()?, "2025-05-05".parse()?, receipt);
    /// let faults = Ledger::new(LedgerSettings::default(), vec![entry]).unwrap_err().faults;
    /// assert_eq!(faults[0].code, Code::UnknownEntry);
    /// assert_eq!(faults[0].message, "`R-1`: names entry `P-9`, which is not in the ledger");
    /// assert_eq!(faults[0].entries().map(|id| id.as_str()).collect::<Vec<_>>(), ["R-1"]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn entries(&self) -> impl Iterator<Item = &EntryId> {
        let places = self.place.iter().chain(self.related.iter().map(|related| &related.place));
        places.filter_map(|place| match place.subject() {
            Subject::Entry(id) => Some(id),
            Subject::Office | Subject::Ledger | Subject::Month(_) | Subject::Briefing => None,
        })
    }
}

impl<P: Show> fmt::Display for Fault<P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}[{}]: {}", self.severity, self.code, self.message)?;
        if let Some(place) = &self.place {
            place.show(f, "-->")?;
        }
        for related in &self.related {
            writeln!(f, "  = note: {}", related.message)?;
            related.place.show(f, ":::")?;
        }
        match &self.hint {
            Some(hint) => writeln!(f, "  = help: {hint}"),
            None => Ok(()),
        }
    }
}

impl<P: Show + fmt::Debug> std::error::Error for Fault<P> {}

/// The greatest number of reasons in a message on one line.
const MOST_REASONS: usize = 20;

/// The messages of several faults on one line, each with its code and its place.
pub(crate) fn reasons(faults: &[Fault]) -> String {
    let reason = |Fault { code, place, message, .. }: &Fault| match place {
        Some(place) => format!("{code} at `{place}`: {message}"),
        None => format!("{code}: {message}"),
    };
    let reasons: Vec<String> = faults.iter().take(MOST_REASONS).map(reason).collect();
    match faults.len().saturating_sub(MOST_REASONS) {
        0 => reasons.join("; "),
        more => format!("{}; and {more} more", reasons.join("; ")),
    }
}
