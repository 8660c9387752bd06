//! What is wrong with an office, for another program.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use briefing_derive::Record;
use briefing_model::{Code, FormName, FormVersion, Related, Severity};
use briefing_office::{Diagnostic, Diagnostics, FileSpan};
use serde::{Deserialize, Deserializer, Serialize};

/// The faults of an office folder, as `check` finds them.
///
/// ```
/// use briefing::forms::Faults;
/// use briefing::{Code, Folder, Memory};
///
/// let folder = Folder::new(Memory::new().with("office.toml", "[office]\nid = 'phares'\n"));
/// let faults = Faults::new(&folder.check());
/// assert_eq!((faults.errors, faults.warnings), (1, 0));
/// assert_eq!(faults.diagnostics[0].code.known(), Some(Code::MissingKey));
///
/// let json = serde_json::to_string(&faults)?;
/// assert!(json.starts_with(r#"{"format":"briefing-faults","version":1,"errors":1,"warnings":0,"diagnostics":[{"code":"#));
/// assert_eq!(serde_json::from_str::<Faults>(&json)?, faults);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[record(read_keys)]
#[non_exhaustive]
pub struct Faults {
    /// What tells this form from other JSON.
    format: FormName<Self>,
    /// The version of this form. A program reads this version and all before it, and refuses later ones.
    version: FormVersion<Self>,
    /// How many errors there are.
    pub errors: usize,
    /// How many warnings there are.
    pub warnings: usize,
    /// The faults, in the order of the files; of each code the first fifty.
    pub diagnostics: Vec<ReportedFault>,
    /// How many more there are of a code.
    pub more: BTreeMap<ReportedCode, usize>,
}

super::form!(Faults, "briefing-faults", 1);

impl Faults {
    /// What a reading or a check found.
    ///
    /// ```
    /// let none = briefing::forms::Faults::new(&briefing::Diagnostics::new());
    /// assert!(none.diagnostics.is_empty() && none.more.is_empty());
    /// ```
    #[must_use]
    pub fn new(found: &Diagnostics) -> Self {
        Self {
            format: FormName::new(),
            version: FormVersion::new(),
            errors: found.errors(),
            warnings: found.warnings(),
            diagnostics: found.iter().map(ReportedFault::from).collect(),
            more: found.more().map(|(code, more)| (code.into(), more)).collect(),
        }
    }
}

/// A fault, and where it is.
///
/// ```
/// use briefing::forms::ReportedFault;
///
/// let json = r#"{"code":"P0412","severity":"error","message":"the font is damaged","hint":null,"related":[],
///     "file":"fonts/rare.ttf","line":0,"column":0,"end":{"line":0,"column":0},"excerpt":""}"#;
/// let fault: ReportedFault = serde_json::from_str(json)?;
/// assert_eq!(fault.place.unwrap().file, "fonts/rare.ttf");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(try_from = "FaultWire", into = "FaultWire")]
#[non_exhaustive]
pub struct ReportedFault {
    /// The stable code; `briefing explain CODE` says more.
    pub code: ReportedCode,
    /// Whether it prevents an output.
    pub severity: Severity,
    /// What is wrong: lower case, no full stop.
    pub message: String,
    /// Where it is wrong; none if no file is to blame.
    pub place: Option<ReportedPlace>,
    /// What to do about it, if there is more to say than the code's explanation does.
    pub hint: Option<String>,
    /// Other places that have to do with it.
    pub related: Vec<RelatedPlace>,
}

/// A stretch of a file, with the line it begins on.
///
/// ```
/// use briefing::forms::ReportedPlace;
///
/// let json = r#"{"file":"office.toml","line":2,"column":6,"end":{"line":2,"column":13},"excerpt":"id = 'UNOCT'"}"#;
/// let place: ReportedPlace = serde_json::from_str(json)?;
/// assert_eq!((place.line, place.end.column), (2, 13));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct ReportedPlace {
    /// The file, relative to the office folder, parts joined with `/`.
    pub file: String,
    /// The line, from 1; 0 if the fault is with the file as a whole.
    pub line: usize,
    /// The character in the line, from 1; 0 if the fault is with the file as a whole.
    pub column: usize,
    /// The first position past the stretch.
    pub end: ReportedPosition,
    /// The line, without control characters, cut around the place if it is long; empty for a file as a whole.
    pub excerpt: String,
    /// The cell of a workbook, such as `Sheet1!C7`: then `line` is its row and `column` its column, and the excerpt what it says.
    #[serde(default, deserialize_with = "stated", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub cell: Option<String>,
}

/// A line and a column, both counted from 1; columns count characters.
///
/// ```
/// let position: briefing::forms::ReportedPosition = serde_json::from_str(r#"{"line":2,"column":7}"#)?;
/// assert_eq!((position.line, position.column), (2, 7));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct ReportedPosition {
    /// The line, from 1.
    pub line: usize,
    /// The character in the line, from 1.
    pub column: usize,
}

/// Another place that has to do with a fault, such as the first use of an id that is used twice.
///
/// ```
/// use briefing::forms::RelatedPlace;
///
/// let json = r#"{"message":"first used here",
///     "file":"office.toml","line":2,"column":6,"end":{"line":2,"column":13},"excerpt":"id = 'UNOCT'"}"#;
/// let first: RelatedPlace = serde_json::from_str(json)?;
/// assert_eq!(first.place.line, 2);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(from = "RelatedWire", into = "RelatedWire")]
#[non_exhaustive]
pub struct RelatedPlace {
    /// What it has to do with it: lower case, no full stop.
    pub message: String,
    /// Where.
    pub place: ReportedPlace,
}

/// The code of a fault, of this version of the program or of another.
///
/// ```
/// use briefing::Code;
/// use briefing::forms::ReportedCode;
///
/// assert_eq!(ReportedCode::from(Code::NoOffice).as_str(), "O0101");
/// assert_eq!("O0101".parse::<ReportedCode>()?.known(), Some(Code::NoOffice));
/// assert_eq!("Z9999".parse::<ReportedCode>()?.known(), None, "a later version may know it");
///
/// let error = "office".parse::<ReportedCode>().unwrap_err();
/// assert_eq!(error.to_string(), "`office` is not the code of a fault: write a capital letter and four digits");
/// # Ok::<(), briefing::forms::InvalidReportedCode>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(extend("pattern" = "^[A-Z][0-9]{4}$")))]
#[serde(try_from = "String", into = "String")]
pub struct ReportedCode(String);

/// A text that is not the code of a fault in any version.
///
/// ```
/// assert!("E12".parse::<briefing::forms::ReportedCode>().is_err());
/// ```
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not the code of a fault: write a capital letter and four digits")]
pub struct InvalidReportedCode(String);

impl ReportedCode {
    /// The code as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The code, if this version of the program has it.
    #[must_use]
    pub fn known(&self) -> Option<Code> {
        self.0.parse().ok()
    }
}

impl FromStr for ReportedCode {
    type Err = InvalidReportedCode;

    fn from_str(text: &str) -> Result<Self, InvalidReportedCode> {
        match text.as_bytes() {
            [letter, digits @ ..]
                if letter.is_ascii_uppercase() && digits.len() == 4 && digits.iter().all(u8::is_ascii_digit) =>
            {
                Ok(Self(text.to_owned()))
            }
            _ => Err(InvalidReportedCode(text.chars().take(48).collect())),
        }
    }
}

impl TryFrom<String> for ReportedCode {
    type Error = InvalidReportedCode;

    fn try_from(text: String) -> Result<Self, InvalidReportedCode> {
        text.parse()
    }
}

impl From<ReportedCode> for String {
    fn from(code: ReportedCode) -> Self {
        code.0
    }
}

impl From<Code> for ReportedCode {
    fn from(code: Code) -> Self {
        Self(code.as_str().to_owned())
    }
}

impl fmt::Display for ReportedCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl From<&Diagnostic> for ReportedFault {
    fn from(fault: &Diagnostic) -> Self {
        Self {
            code: fault.code.into(),
            severity: fault.severity,
            message: fault.message.clone(),
            place: fault.place.as_ref().map(ReportedPlace::from),
            hint: fault.hint.clone(),
            related: fault.related.iter().map(RelatedPlace::from).collect(),
        }
    }
}

impl From<&FileSpan> for ReportedPlace {
    fn from(place: &FileSpan) -> Self {
        Self {
            file: place.file.clone(),
            line: place.line,
            column: place.column,
            end: ReportedPosition { line: place.end.line, column: place.end.column },
            excerpt: place.excerpt.clone(),
            cell: place.cell.clone(),
        }
    }
}

impl From<&Related<FileSpan>> for RelatedPlace {
    fn from(related: &Related<FileSpan>) -> Self {
        Self { message: related.message.clone(), place: ReportedPlace::from(&related.place) }
    }
}

/// A fault as JSON spells it: the keys of its place are beside its own.
#[derive(Serialize, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(extend("dependentRequired" = whole_places())))]
#[serde(deny_unknown_fields)]
struct FaultWire {
    /// The stable code; `briefing explain CODE` says more.
    code: ReportedCode,
    /// Whether it prevents an output.
    severity: Severity,
    /// What is wrong: lower case, no full stop.
    message: String,
    /// The file that is to blame, relative to the office folder, parts joined with `/`.
    #[serde(default, deserialize_with = "stated", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    file: Option<String>,
    /// The line, from 1; 0 if the fault is with the file as a whole.
    #[serde(default, deserialize_with = "stated", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "usize"))]
    line: Option<usize>,
    /// The character in the line, from 1; 0 if the fault is with the file as a whole.
    #[serde(default, deserialize_with = "stated", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "usize"))]
    column: Option<usize>,
    /// The first position past the stretch.
    #[serde(default, deserialize_with = "stated", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "ReportedPosition"))]
    end: Option<ReportedPosition>,
    /// The line, without control characters, cut around the place if it is long; empty for a file as a whole.
    #[serde(default, deserialize_with = "stated", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    excerpt: Option<String>,
    /// The cell of a workbook, such as `Sheet1!C7`: then `line` is its row and `column` its column, and the excerpt what it says.
    #[serde(default, deserialize_with = "stated", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    cell: Option<String>,
    /// What to do about it, if there is more to say than the code's explanation does.
    hint: Option<String>,
    /// Other places that have to do with it.
    related: Vec<RelatedPlace>,
}

/// The parts of a place.
#[cfg(feature = "schema")]
fn whole_places() -> BTreeMap<&'static str, [&'static str; 5]> {
    const WHOLE: [&str; 5] = ["file", "line", "column", "end", "excerpt"];
    WHOLE.into_iter().chain(["cell"]).map(|part| (part, WHOLE)).collect()
}

/// A value that may be left out, but is not null.
fn stated<'de, D: Deserializer<'de>, T: Deserialize<'de>>(deserializer: D) -> Result<Option<T>, D::Error> {
    T::deserialize(deserializer).map(Some)
}

/// A fault that has only part of a place.
#[derive(Debug, thiserror::Error)]
#[error("a place has `file`, `line`, `column`, `end` and `excerpt`, or is not there")]
struct IncompletePlace;

impl TryFrom<FaultWire> for ReportedFault {
    type Error = IncompletePlace;

    fn try_from(wire: FaultWire) -> Result<Self, IncompletePlace> {
        let FaultWire { code, severity, message, file, line, column, end, excerpt, cell, hint, related } = wire;
        let place = match (file, line, column, end, excerpt, cell) {
            (Some(file), Some(line), Some(column), Some(end), Some(excerpt), cell) => {
                Some(ReportedPlace { file, line, column, end, excerpt, cell })
            }
            (None, None, None, None, None, None) => None,
            _ => return Err(IncompletePlace),
        };
        Ok(Self { code, severity, message, place, hint, related })
    }
}

impl From<ReportedFault> for FaultWire {
    fn from(ReportedFault { code, severity, message, place, hint, related }: ReportedFault) -> Self {
        let (file, line, column, end, excerpt, cell) = match place {
            Some(ReportedPlace { file, line, column, end, excerpt, cell }) => {
                (Some(file), Some(line), Some(column), Some(end), Some(excerpt), cell)
            }
            None => (None, None, None, None, None, None),
        };
        Self { code, severity, message, file, line, column, end, excerpt, cell, hint, related }
    }
}

/// A related place as JSON spells it: the keys of its place are beside its own.
#[derive(Serialize, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
struct RelatedWire {
    /// What it has to do with it: lower case, no full stop.
    message: String,
    /// The file, relative to the office folder, parts joined with `/`.
    file: String,
    /// The line, from 1; 0 for a file as a whole.
    line: usize,
    /// The character in the line, from 1; 0 for a file as a whole.
    column: usize,
    /// The first position past the stretch.
    end: ReportedPosition,
    /// The line, without control characters, cut around the place if it is long; empty for a file as a whole.
    excerpt: String,
    /// The cell of a workbook, such as `Sheet1!C7`.
    #[serde(default, deserialize_with = "stated", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    cell: Option<String>,
}

impl From<RelatedWire> for RelatedPlace {
    fn from(RelatedWire { message, file, line, column, end, excerpt, cell }: RelatedWire) -> Self {
        Self { message, place: ReportedPlace { file, line, column, end, excerpt, cell } }
    }
}

impl From<RelatedPlace> for RelatedWire {
    fn from(RelatedPlace { message, place }: RelatedPlace) -> Self {
        let ReportedPlace { file, line, column, end, excerpt, cell } = place;
        Self { message, file, line, column, end, excerpt, cell }
    }
}
