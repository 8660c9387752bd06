//! `[style]`: what an office wants, and what it does otherwise.

use std::fmt;
use std::ops::Range;

use crate::diagnostic::Code;
use crate::tree::{TomlTable, TomlValue};

/// What an office may want each of its items to have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Requirement {
    Place,
    Organizers,
    Partners,
    Programmes,
    Functions,
    Pillars,
    Picture,
}

impl Requirement {
    pub(crate) const ALL: [Self; 7] = [
        Self::Place,
        Self::Organizers,
        Self::Partners,
        Self::Programmes,
        Self::Functions,
        Self::Pillars,
        Self::Picture,
    ];

    /// The key of an item.
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::Place => "place",
            Self::Organizers => "organizers",
            Self::Partners => "partners",
            Self::Programmes => "programmes",
            Self::Functions => "functions",
            Self::Pillars => "pillars",
            Self::Picture => "picture",
        }
    }
}

impl fmt::Display for Requirement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// What an office does otherwise than the house style, and why.
///
/// ```
/// use briefing_office::{Memory, check_folder};
///
/// let office = "[office]\nid = 'o'\nname = 'O'\n[[style.allow]]\ncode = 'S0602'\nreason = 'as in our reports'\n";
/// let folder = check_folder(&Memory::new().with("office.toml", office)).into_result().unwrap();
/// assert!(folder.style.allows("S0602".parse()?, "12%"));
/// # Ok::<(), briefing_model::UnknownCode>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Allowed {
    /// The code of the rule.
    pub code: Code,
    /// The words, or the item, that it is allowed for; everywhere without them.
    pub text: Option<String>,
    /// Why.
    pub reason: String,
}

/// How the house style is checked.
///
/// ```
/// assert!(briefing_office::HouseStyle::default().is_checked());
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct HouseStyle {
    off: bool,
    wants: Vec<Requirement>,
    allowed: Vec<Allowed>,
}

impl HouseStyle {
    /// Whether it is checked at all.
    #[must_use]
    pub const fn is_checked(&self) -> bool {
        !self.off
    }

    /// Whether the office allows what a rule finds in these words.
    ///
    /// ```
    /// use briefing_office::{Code, Memory, check_folder};
    ///
    /// let office = "[office]\nid = 'unoct'\nname = 'Office'\n\
    ///               [[style.allow]]\ncode = 'S0603'\ntext = 'World Health Organisation'\nreason = 'its own spelling'\n";
    /// let (folder, faults) = check_folder(&Memory::new().with("office.toml", office)).into_parts();
    /// let style = folder.unwrap_or_else(|| panic!("{faults}")).style;
    /// let code: Code = "S0603".parse()?;
    /// assert!(style.allows(code, "the World Health Organisation"));
    /// assert!(!style.allows(code, "another organisation"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn allows(&self, code: Code, words: &str) -> bool {
        self.off || self.of(code).any(|allowed| allowed.text.as_ref().is_none_or(|text| words.contains(text.as_str())))
    }

    /// Whether it allows what a rule finds in a stretch of a text: words around the stretch, or within it, are named.
    pub(crate) fn allows_in(&self, code: Code, text: &str, stretch: &Range<usize>) -> bool {
        self.off
            || self.of(code).any(|allowed| match &allowed.text {
                None => true,
                Some(words) => text.match_indices(words.as_str()).any(|(at, found)| {
                    let end = at + found.len();
                    (at <= stretch.start && stretch.end <= end) || (stretch.start <= at && end <= stretch.end)
                }),
            })
    }

    fn of(&self, code: Code) -> impl Iterator<Item = &Allowed> {
        self.allowed.iter().filter(move |allowed| allowed.code == code)
    }

    pub(crate) fn wants(&self) -> &[Requirement] {
        &self.wants
    }
}

/// Reads `[style]`, where there is one.
pub(crate) fn read(root: &TomlTable<'_>) -> HouseStyle {
    root.part("style", |value| Some(style(&value.table()?))).unwrap_or_default()
}

fn style(table: &TomlTable<'_>) -> HouseStyle {
    let off = table.part("check", TomlValue::flag) == Some(false);
    let wants = table.list("wants", |value| value.one_of(Requirement::ALL, Requirement::as_str));
    let allowed = table.each("allow", allowed);
    table.finish();
    HouseStyle { off, wants, allowed }
}

fn allowed(table: &TomlTable<'_>) -> Option<Allowed> {
    let rules: Vec<(&str, Code)> =
        Code::ALL.iter().filter(|code| code.as_str().starts_with('S')).map(|code| (code.as_str(), *code)).collect();
    let code = table.must("code", |value| value.word(&rules), || None);
    let text = table.part("text", |value| value.text().map(str::to_owned));
    let reason = table.must("reason", |value| value.text().map(str::to_owned), || None);
    table.finish();
    let (code, reason) = (code?, reason?);
    if reason.trim().is_empty() {
        table.fault(Code::BadValue, "`reason` says nothing: say why the office does otherwise");
    }
    Some(Allowed { code, text, reason })
}
