//! Codes of faults, and what is known about each.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize, Serializer};

use super::Code;
use crate::textual::words;

/// How serious a fault is.
///
/// ```
/// use briefing_model::{Code, Severity};
///
/// assert_eq!(Code::DuplicateEntry.severity(), Severity::Error);
/// assert_eq!(Code::ReceivedAbovePledged.severity(), Severity::Warning);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// Nothing is rendered until it is corrected.
    Error,
    /// It is reported, and the work continues.
    Warning,
}

words!(Severity, "a severity", Error "error", Warning "warning");

/// The meaning of a code, as `briefing explain CODE` prints it.
///
/// ```
/// use briefing_model::Code;
///
/// let explanation = Code::OutsideMonth.explain();
/// assert!(explanation.to_string().starts_with("M0103: an event outside its month\n"));
/// assert!(explanation.remedy.contains("move the item"));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Explanation {
    /// The code it explains, such as `M0103`.
    pub code: &'static str,
    /// The fault in a few words.
    pub title: &'static str,
    /// What it means, and why it matters.
    pub meaning: &'static str,
    /// Lines of a file that cause it.
    pub example: &'static str,
    /// What to do.
    pub remedy: &'static str,
}

impl fmt::Display for Explanation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}: {}\n\n{}\n\nExample:\n", self.code, self.title, self.meaning)?;
        for line in self.example.lines() {
            writeln!(f, "    {line}")?;
        }
        writeln!(f, "\nWhat to do: {}", self.remedy)
    }
}

/// Text that is not a code.
///
/// ```
/// let error = "M9999".parse::<briefing_model::Code>().unwrap_err();
/// assert_eq!(error.to_string(), "`M9999` is not a code of briefing");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a code of briefing")]
pub struct UnknownCode(String);

/// Defines the enum of all codes from the table.
macro_rules! codes {
    ($($variant:ident $code:literal $severity:ident $title:literal {
        means $meaning:literal
        example $example:literal
        $(help $help:literal)?
        remedy $remedy:expr
    })+) => {
        /// The stable code of a fault. A code never changes its meaning, and is never used again for another.
        ///
        /// The letter says what is wrong: `O` the folder, `T` the shape of a TOML file, `R` a reference, `M` a month,
        /// `P` a picture or a font, `C` the ledger's table, `L` the ledger's meaning, `F` figures that were published,
        /// `I` an import, `S` house style, `X` a translation, `N` what is printed in a language other than the
        /// document's, `G` the pages, `V` a finished file, `E` an edition.
        ///
        /// ```
        /// use briefing_model::Code;
        ///
        /// let code: Code = "m0103".parse()?;
        /// assert_eq!(code, Code::OutsideMonth);
        /// assert_eq!(code.as_str(), "M0103");
        /// # Ok::<(), briefing_model::UnknownCode>(())
        /// ```
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Code {
            $(#[doc = concat!("`", $code, "`: ", $title, ".")] $variant,)+
        }

        impl Code {
            /// Every code, in the order of the table.
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            /// The code as text.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }

            /// How serious a fault of this code is.
            #[must_use]
            pub const fn severity(self) -> $crate::Severity {
                match self { $(Self::$variant => $crate::Severity::$severity),+ }
            }

            /// What to do about a fault of this code if nothing more is known about it: an instruction that does no
            /// harm, whatever was meant.
            ///
            /// ```
            /// use briefing_model::{Code, Fault};
            ///
            /// assert_eq!(Code::DuplicateId.help(), Some("give one of the two another id"));
            /// assert_eq!(Fault::<()>::new(Code::DuplicateId, None, "").hint.as_deref(), Code::DuplicateId.help());
            /// ```
            #[must_use]
            pub const fn help(self) -> Option<&'static str> {
                match self {
                    $($(Self::$variant => Some($help),)?)+
                    _ => None,
                }
            }

            /// What the code means, an example and the remedy.
            #[must_use]
            pub const fn explain(self) -> $crate::Explanation {
                match self {
                    $(Self::$variant => $crate::Explanation {
                        code: $code, title: $title, meaning: $meaning, example: $example, remedy: $remedy,
                    }),+
                }
            }
        }
    };
}

impl FromStr for Code {
    type Err = UnknownCode;

    fn from_str(text: &str) -> Result<Self, UnknownCode> {
        let known = Self::ALL.iter().copied().find(|code| code.as_str().eq_ignore_ascii_case(text));
        known.ok_or_else(|| UnknownCode(text.to_owned()))
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl Serialize for Code {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_unique_ordered_and_explained() {
        let codes: Vec<_> = Code::ALL.iter().map(|code| code.as_str()).collect();
        assert!(codes.iter().collect::<std::collections::BTreeSet<_>>().len() == codes.len());
        for &code in Code::ALL {
            let text = code.as_str();
            assert!(text.len() == 5 && text.bytes().skip(1).all(|byte| byte.is_ascii_digit()), "{text}");
            assert_eq!(text.parse::<Code>(), Ok(code));
            let Explanation { title, meaning, example, remedy, .. } = code.explain();
            assert!(title.len() < 80 && !title.ends_with('.'), "{text}");
            assert!(meaning.ends_with('.') && remedy.ends_with('.') && !example.is_empty(), "{text}");
            assert!(!meaning.contains("  "), "{text} has a gap in its text");
        }
    }
}
