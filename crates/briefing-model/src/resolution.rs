//! Symbols of United Nations documents.

use std::fmt;
use std::str::FromStr;

use briefing_derive::Record;
use serde::{Deserialize, Serialize};

use crate::Day;
use crate::textual::{excerpt, padded, serde_as_text, words};

/// A principal organ whose documents an office cites.
///
/// ```
/// use briefing_model::{Organ, ResolutionSymbol};
///
/// let symbol: ResolutionSymbol = "S/RES/2396 (2017)".parse()?;
/// assert_eq!(symbol.organ(), Organ::SecurityCouncil);
/// # Ok::<(), briefing_model::InvalidResolutionSymbol>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Organ {
    /// The General Assembly, `A/`.
    GeneralAssembly,
    /// The Security Council, `S/`.
    SecurityCouncil,
    /// The Economic and Social Council, `E/`.
    EconomicAndSocialCouncil,
}

words!(Organ, "an organ", GeneralAssembly "general-assembly", SecurityCouncil "security-council", EconomicAndSocialCouncil "economic-and-social-council");

/// The kind of document that a symbol identifies.
///
/// ```
/// use briefing_model::{ResolutionSymbol, SymbolKind};
///
/// assert_eq!("A/71/858".parse::<ResolutionSymbol>()?.kind(), SymbolKind::Document);
/// # Ok::<(), briefing_model::InvalidResolutionSymbol>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum SymbolKind {
    /// A resolution, `A/RES/71/291`.
    Resolution,
    /// A draft, `A/64/L.69`.
    Draft,
    /// Any other document, such as a report of the Secretary-General, `A/71/858`.
    Document,
}

words!(SymbolKind, "a kind of document", Resolution "resolution", Draft "draft", Document "document");

/// A session of the General Assembly.
///
/// ```
/// use briefing_model::{ResolutionSymbol, Session};
///
/// let symbol: ResolutionSymbol = "A/RES/ES-11/1".parse()?;
/// assert_eq!(symbol.session(), Some(Session::Emergency(11)));
/// assert_eq!(Session::Regular(71).to_string(), "71");
/// # Ok::<(), briefing_model::InvalidResolutionSymbol>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Session {
    /// A regular session: the seventy-first is 71.
    Regular(u8),
    /// A special session, written `S-10`.
    Special(u8),
    /// An emergency special session, written `ES-11`.
    Emergency(u8),
}

/// The symbol of a United Nations resolution, draft or document.
///
/// The General Assembly numbers documents by session (`A/RES/71/291`, `A/64/L.69`, `A/71/858`; until its thirtieth
/// session `A/RES/3034 (XXVII)`). The Security Council numbers its resolutions consecutively and adds the year
/// (`S/RES/2396 (2017)`); its other documents, like those of the Economic and Social Council, are numbered by year
/// (`S/2015/939`, `E/RES/2006/28`). A mark of revision, addition or correction may follow (`A/71/858/Corr.1`). The
/// forms are those of the United Nations Editorial Manual.
///
/// ```
/// use briefing_model::ResolutionSymbol;
///
/// let founding: ResolutionSymbol = "A/RES/71/291".parse()?;
/// assert_eq!(founding.number(), 291);
/// let council: ResolutionSymbol = "S/RES/2396(2017)".parse()?;
/// assert_eq!(council.to_string(), "S/RES/2396 (2017)");
/// assert!("GA resolution 71/291".parse::<ResolutionSymbol>().is_err());
/// # Ok::<(), briefing_model::InvalidResolutionSymbol>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ResolutionSymbol {
    form: NumberForm,
    number: u32,
    revision: Option<DocumentRevision>,
}

/// The position of the number, organ by organ.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum NumberForm {
    /// `A/RES/71/291`, `A/64/L.69`, `A/71/858`.
    Assembly(SymbolKind, Session),
    /// `S/RES/2396 (2017)`: resolutions of the Security Council are numbered consecutively.
    NumberedThrough(u16),
    /// `S/2015/939`, `S/2023/L.1`, `E/RES/2006/28`.
    Yearly(Organ, SymbolKind, u16),
}

/// The mark of a revision of a document or an addition to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum DocumentRevision {
    Revised(u8),
    Added(u8),
    Corrected(u8),
}

impl ResolutionSymbol {
    /// The organ that issued the document.
    ///
    /// ```
    /// use briefing_model::{Organ, ResolutionSymbol};
    ///
    /// assert_eq!("A/64/L.69".parse::<ResolutionSymbol>()?.organ(), Organ::GeneralAssembly);
    /// # Ok::<(), briefing_model::InvalidResolutionSymbol>(())
    /// ```
    #[must_use]
    pub const fn organ(self) -> Organ {
        match self.form {
            NumberForm::Assembly(..) => Organ::GeneralAssembly,
            NumberForm::NumberedThrough(_) => Organ::SecurityCouncil,
            NumberForm::Yearly(organ, ..) => organ,
        }
    }

    /// Whether it is a resolution, a draft or another document.
    ///
    /// ```
    /// use briefing_model::{ResolutionSymbol, SymbolKind};
    ///
    /// assert_eq!("A/64/L.69".parse::<ResolutionSymbol>()?.kind(), SymbolKind::Draft);
    /// # Ok::<(), briefing_model::InvalidResolutionSymbol>(())
    /// ```
    #[must_use]
    pub const fn kind(self) -> SymbolKind {
        match self.form {
            NumberForm::Assembly(kind, _) | NumberForm::Yearly(_, kind, _) => kind,
            NumberForm::NumberedThrough(_) => SymbolKind::Resolution,
        }
    }

    /// The session of the General Assembly; `None` for other organs.
    ///
    /// ```
    /// use briefing_model::{ResolutionSymbol, Session};
    ///
    /// assert_eq!("A/RES/71/291".parse::<ResolutionSymbol>()?.session(), Some(Session::Regular(71)));
    /// assert_eq!("S/RES/2396 (2017)".parse::<ResolutionSymbol>()?.session(), None);
    /// # Ok::<(), briefing_model::InvalidResolutionSymbol>(())
    /// ```
    #[must_use]
    pub const fn session(self) -> Option<Session> {
        match self.form {
            NumberForm::Assembly(_, session) => Some(session),
            NumberForm::NumberedThrough(_) | NumberForm::Yearly(..) => None,
        }
    }

    /// The year in the symbol; `None` for the General Assembly, which counts sessions.
    ///
    /// ```
    /// use briefing_model::ResolutionSymbol;
    ///
    /// assert_eq!("S/RES/2396 (2017)".parse::<ResolutionSymbol>()?.year(), Some(2017));
    /// assert_eq!("A/RES/71/291".parse::<ResolutionSymbol>()?.year(), None);
    /// # Ok::<(), briefing_model::InvalidResolutionSymbol>(())
    /// ```
    #[must_use]
    pub const fn year(self) -> Option<u16> {
        match self.form {
            NumberForm::Assembly(..) => None,
            NumberForm::NumberedThrough(year) | NumberForm::Yearly(_, _, year) => Some(year),
        }
    }

    /// The number within the session or the year, or of the resolution.
    ///
    /// ```
    /// use briefing_model::ResolutionSymbol;
    ///
    /// assert_eq!("S/RES/2396 (2017)".parse::<ResolutionSymbol>()?.number(), 2396);
    /// # Ok::<(), briefing_model::InvalidResolutionSymbol>(())
    /// ```
    #[must_use]
    pub const fn number(self) -> u32 {
        self.number
    }
}

impl fmt::Display for ResolutionSymbol {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        padded(f, format_args!("{}", Pieces(*self)))
    }
}

/// A symbol, written in pieces.
struct Pieces(ResolutionSymbol);

impl fmt::Display for Pieces {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(symbol) = self;
        let number = symbol.number;
        match symbol.form {
            NumberForm::Assembly(SymbolKind::Resolution, Session::Regular(session @ 1..=LAST_ROMAN_SESSION)) => {
                write!(f, "A/RES/{number} ({})", Roman(session))?;
            }
            NumberForm::Assembly(SymbolKind::Resolution, session) => {
                write!(f, "A/RES/{session}/{number}")?;
            }
            NumberForm::Assembly(SymbolKind::Draft, session) => write!(f, "A/{session}/L.{number}")?,
            NumberForm::Assembly(SymbolKind::Document, session) => write!(f, "A/{session}/{number}")?,
            NumberForm::NumberedThrough(year) => write!(f, "S/RES/{number} ({year})")?,
            NumberForm::Yearly(organ, kind, year) => {
                f.write_str(organ.letter())?;
                match kind {
                    SymbolKind::Resolution => write!(f, "/RES/{year}/{number}")?,
                    SymbolKind::Draft => write!(f, "/{year}/L.{number}")?,
                    SymbolKind::Document => write!(f, "/{year}/{number}")?,
                }
            }
        }
        match symbol.revision {
            None => Ok(()),
            Some(DocumentRevision::Revised(number)) => write!(f, "/Rev.{number}"),
            Some(DocumentRevision::Added(number)) => write!(f, "/Add.{number}"),
            Some(DocumentRevision::Corrected(number)) => write!(f, "/Corr.{number}"),
        }
    }
}

impl Organ {
    const fn letter(self) -> &'static str {
        match self {
            Self::GeneralAssembly => "A",
            Self::SecurityCouncil => "S",
            Self::EconomicAndSocialCouncil => "E",
        }
    }
}

impl fmt::Display for Session {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Regular(number) => write!(f, "{number}"),
            Self::Special(number) => write!(f, "S-{number}"),
            Self::Emergency(number) => write!(f, "ES-{number}"),
        }
    }
}

impl FromStr for ResolutionSymbol {
    type Err = InvalidResolutionSymbol;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        parse(text).ok_or_else(|| InvalidResolutionSymbol(excerpt(text)))
    }
}

fn parse(text: &str) -> Option<ResolutionSymbol> {
    let mut parts: Vec<&str> = text.split('/').collect();
    let revision = parts.last().and_then(|last| parse_revision(last));
    if revision.is_some() {
        parts.pop();
    }
    let (form, number) = match *parts.as_slice() {
        ["A", "RES", numbered] => {
            let (number, session) = parse_in_brackets(numbered)?;
            (NumberForm::Assembly(SymbolKind::Resolution, Session::Regular(parse_roman(session)?)), number)
        }
        ["A", "RES", session, number] => {
            let session = parse_session(session)?;
            if matches!(session, Session::Regular(1..=LAST_ROMAN_SESSION)) {
                return None;
            }
            (NumberForm::Assembly(SymbolKind::Resolution, session), parse_number(number)?)
        }
        ["A", session, number] => {
            let (kind, number) = parse_draft_or_document(number)?;
            (NumberForm::Assembly(kind, parse_session(session)?), number)
        }
        ["S", "RES", numbered] => {
            let (number, year) = parse_in_brackets(numbered)?;
            (NumberForm::NumberedThrough(parse_year(year)?), number)
        }
        ["E", "RES", year, number] => (
            NumberForm::Yearly(Organ::EconomicAndSocialCouncil, SymbolKind::Resolution, parse_year(year)?),
            parse_number(number)?,
        ),
        ["S", year, number] => {
            let (kind, number) = parse_draft_or_document(number)?;
            (NumberForm::Yearly(Organ::SecurityCouncil, kind, parse_year(year)?), number)
        }
        ["E", year, number] => {
            let (kind, number) = parse_draft_or_document(number)?;
            (NumberForm::Yearly(Organ::EconomicAndSocialCouncil, kind, parse_year(year)?), number)
        }
        _ => return None,
    };
    Some(ResolutionSymbol { form, number, revision })
}

/// Splits `2396 (2017)`, with or without the space.
fn parse_in_brackets(text: &str) -> Option<(u32, &str)> {
    let (number, rest) = text.split_once('(')?;
    Some((parse_number(number.strip_suffix(' ').unwrap_or(number))?, rest.strip_suffix(')')?))
}

fn parse_draft_or_document(text: &str) -> Option<(SymbolKind, u32)> {
    match text.strip_prefix("L.") {
        Some(number) => Some((SymbolKind::Draft, parse_number(number)?)),
        None => Some((SymbolKind::Document, parse_number(text)?)),
    }
}

fn parse_session(text: &str) -> Option<Session> {
    if let Some(number) = text.strip_prefix("ES-") {
        return Some(Session::Emergency(parse_small(number)?));
    }
    if let Some(number) = text.strip_prefix("S-") {
        return Some(Session::Special(parse_small(number)?));
    }
    Some(Session::Regular(parse_small(text)?))
}

fn parse_revision(text: &str) -> Option<DocumentRevision> {
    if let Some(number) = text.strip_prefix("Rev.") {
        return Some(DocumentRevision::Revised(parse_small(number)?));
    }
    if let Some(number) = text.strip_prefix("Add.") {
        return Some(DocumentRevision::Added(parse_small(number)?));
    }
    Some(DocumentRevision::Corrected(parse_small(text.strip_prefix("Corr.")?)?))
}

/// A year of the Organization, which was founded in 1945.
fn parse_year(text: &str) -> Option<u16> {
    parse_number(text).and_then(|year| u16::try_from(year).ok()).filter(|year| (1945..=2199).contains(year))
}

/// A number of up to three digits that is not zero.
fn parse_small(text: &str) -> Option<u8> {
    parse_number(text).and_then(|number| u8::try_from(number).ok())
}

/// A number from 1 to 999999, without sign or leading zero.
fn parse_number(text: &str) -> Option<u32> {
    let plain = (1..=6).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit()) && !text.starts_with('0');
    plain.then(|| text.parse().ok()).flatten()
}

/// Until its thirtieth session, in 1975, the General Assembly put the session after the number, as a Roman numeral.
const LAST_ROMAN_SESSION: u8 = 30;

/// A number up to 39 as a Roman numeral.
struct Roman(u8);

const ROMAN: [(u8, &str); 5] = [(10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")];

impl fmt::Display for Roman {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut rest = self.0;
        for (value, figure) in ROMAN {
            while rest >= value {
                f.write_str(figure)?;
                rest -= value;
            }
        }
        Ok(())
    }
}

fn parse_roman(text: &str) -> Option<u8> {
    (1..=LAST_ROMAN_SESSION).find(|&number| Roman(number).to_string() == text)
}

serde_as_text!(ResolutionSymbol, "the symbol of a United Nations document such as \"A/RES/71/291\"");

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not the symbol of a document: write it as in A/RES/71/291, S/RES/2396 (2017), A/64/L.69 or A/71/858")]
/// Text that is not the symbol of a United Nations document.
///
/// ```
/// let error = "71/291".parse::<briefing_model::ResolutionSymbol>().unwrap_err();
/// assert!(error.to_string().starts_with("`71/291` is not the symbol of a document: write it as in A/RES/71/291"));
/// ```
pub struct InvalidResolutionSymbol(String);

/// A resolution or document with its dates.
///
/// A resolution has two dates, often weeks apart, which are easily confused: the day on which it was adopted and the
/// day on which its final text was distributed.
///
/// ```
/// use briefing_model::{PartialDate, Resolution};
///
/// let eighth_review = Resolution {
///     symbol: "A/RES/77/298".parse()?,
///     adopted: Some("2023-06-22".parse::<PartialDate>()?.first_day()),
///     distributed: Some("2023-07-03".parse::<PartialDate>()?.first_day()),
/// };
/// assert!(eighth_review.adopted < eighth_review.distributed);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Resolution {
    /// Its symbol.
    pub symbol: ResolutionSymbol,
    /// The day on which it was adopted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub adopted: Option<Day>,
    /// The day on which it was distributed, often weeks later.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub distributed: Option<Day>,
}
