//! What all types that are written as text have in common.

use std::fmt;

/// Serializes a type as its `Display` text and reads it through `FromStr`, so that serde is not a second way to read
/// it.
macro_rules! serde_as_text {
    ($type:ty, $expecting:expr) => {
        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                struct Text;

                impl serde::de::Visitor<'_> for Text {
                    type Value = $type;

                    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        f.write_str($expecting)
                    }

                    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<$type, E> {
                        text.parse().map_err(E::custom)
                    }
                }

                deserializer.deserialize_str(Text)
            }
        }
    };
}
pub(crate) use serde_as_text;

/// Text that is not one of the words for something.
///
/// ```
/// let error = "sure".parse::<briefing_model::Certainty>().unwrap_err();
/// assert_eq!(error.to_string(), "`sure` is not a certainty: write stated, press or unverified");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{text}` is not {what}: write {}", either(.words))]
pub struct InvalidWord {
    pub(crate) what: &'static str,
    pub(crate) text: String,
    pub(crate) words: &'static [&'static str],
}

fn either(words: &[&str]) -> String {
    match words {
        [] => String::new(),
        [word] => (*word).to_owned(),
        [others @ .., last] => format!("{} or {last}", others.join(", ")),
    }
}

/// Gives an enum the words for its variants in JSON and files: `ALL`, `as_str`, `Display` and `FromStr`.
macro_rules! words {
    ($type:ident, $what:literal, $($case:ident $word:literal),+ $(,)?) => {
        impl $type {
            /// Every variant, in order.
            ///
            /// ```
            #[doc = concat!("use briefing_model::", stringify!($type), ";")]
            ///
            #[doc = concat!("assert!(", stringify!($type), "::ALL.iter().all(|one| one.as_str().parse() == Ok(*one)));")]
            /// ```
            pub const ALL: [Self; [$($word),+].len()] = [$(Self::$case),+];

            /// The word for the variant.
            ///
            /// ```
            #[doc = concat!("use briefing_model::", stringify!($type), ";")]
            ///
            #[doc = concat!("assert_eq!(", stringify!($type), "::ALL[0].as_str(), [", $("\"", $word, "\", ",)+ "][0]);")]
            /// ```
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$case => $word,)+ }
            }
        }

        impl std::fmt::Display for $type {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl std::str::FromStr for $type {
            type Err = $crate::InvalidWord;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                match text {
                    $($word => Ok(Self::$case),)+
                    _ => Err($crate::InvalidWord {
                        what: $what, text: $crate::textual::excerpt(text), words: &[$($word),+],
                    }),
                }
            }
        }
    };
}
pub(crate) use words;

/// Writes a form as one piece of text, so that a width given for it (`{:10}`) applies to the whole.
pub(crate) fn padded(f: &mut fmt::Formatter<'_>, form: fmt::Arguments<'_>) -> fmt::Result {
    if f.width().is_none() && f.precision().is_none() { f.write_fmt(form) } else { f.pad(&form.to_string()) }
}

/// Writes a value of several pieces as one piece of text, for use if a width is given.
pub(crate) fn one_piece(f: &mut fmt::Formatter<'_>, value: &dyn fmt::Display) -> fmt::Result {
    f.pad(&value.to_string())
}

/// A noun with its article, for messages. Here, `u` at the beginning is always pronounced "you": a unit.
///
/// ```
/// use briefing_model::with_article;
///
/// assert_eq!((with_article("unit id"), with_article("in-kind")), ("a unit id".to_owned(), "an in-kind".to_owned()));
/// ```
#[must_use]
pub fn with_article(noun: &str) -> String {
    let article = if noun.starts_with(['a', 'e', 'i', 'o']) { "an" } else { "a" };
    format!("{article} {noun}")
}

/// The number of characters of a rejected text that an error repeats.
const EXCERPT: usize = 48;

/// The beginning of a rejected text, for an error message: short, on one line, without control characters.
pub(crate) fn excerpt(text: &str) -> String {
    let mut short: String =
        text.chars().take(EXCERPT).map(|c| if is_unprintable(c) { char::REPLACEMENT_CHARACTER } else { c }).collect();
    if text.chars().nth(EXCERPT).is_some() {
        short.push('…');
    }
    short
}

/// A description of a character that cannot be printed, most often because it is invisible.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Shown(pub(crate) char);

impl fmt::Display for Shown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let what = match self.0 {
            char::REPLACEMENT_CHARACTER => return write!(f, "`{}`", self.0),
            '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => "an invisible mark of writing direction",
            _ => "an invisible character",
        };
        write!(f, "{what} (U+{:04X})", u32::from(self.0))
    }
}

/// Why a character cannot be printed, and what to do about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Unprintable(pub(crate) char);

impl fmt::Display for Unprintable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            char::REPLACEMENT_CHARACTER => f.write_str(
                "stands for a letter that was lost, because the text was once read in the wrong encoding: write the \
                 letter again",
            ),
            _ => f.write_str("cannot be printed: remove it"),
        }
    }
}

/// Whether a character may never occur in a printed text.
///
/// Programs put U+FFFD in the place of bytes that they cannot read. Control characters and non-characters cannot be
/// written in the document's metadata (XML 1.0, production `Char`). Embeddings, overrides and isolates would reorder
/// the text around them, and direction is decided by the page.
pub(crate) const fn is_unprintable(c: char) -> bool {
    let code = c as u32;
    code & 0xFFFE == 0xFFFE
        || matches!(c,
            '\u{0}'..='\u{1F}' | '\u{7F}'..='\u{9F}' | '\u{2028}'..='\u{202E}' | '\u{2066}'..='\u{2069}'
            | '\u{FDD0}'..='\u{FDEF}' | '\u{FEFF}' | char::REPLACEMENT_CHARACTER)
}

/// Whether a character is a space or line break that may be folded. No-break spaces may not.
pub(crate) const fn is_folding_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// The text on one line: runs of spaces and line breaks become one space, with none at either end.
///
/// Fails with the first character that cannot be printed.
pub(crate) fn one_line(text: &str) -> Result<String, char> {
    let mut line = String::with_capacity(text.len());
    for word in text.split(is_folding_space).filter(|word| !word.is_empty()) {
        if let Some(c) = word.chars().find(|&c| is_unprintable(c)) {
            return Err(c);
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    Ok(line)
}
