//! Paths that cannot lead out of a folder by their spelling.

use std::fmt;
use std::str::FromStr;

/// A path inside an office folder, parts joined with `/`, such as `2025-04/briefing.toml`.
///
/// Parsing is the only way in, so a `FolderPath` in hand never leaves its folder by its spelling: no part is empty, `.` or `..`,
/// none holds a separator, a colon (a drive, or a stream of another file) or a control character, none is a device name of Windows.
///
/// ```
/// use briefing_office::FolderPath;
///
/// let path: FolderPath = "2025-04/briefing.toml".parse()?;
/// assert_eq!(path.to_string(), "2025-04/briefing.toml");
/// for outside in ["../secret", "/etc/passwd", r"C:\secret", "a//b", "a\0b", "nul.txt"] {
///     assert!(outside.parse::<FolderPath>().is_err(), "{outside}");
/// }
/// # Ok::<(), briefing_office::InvalidFolderPath>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct FolderPath(String);

/// Why a text is not a [`FolderPath`].
///
/// ```
/// let error = "../secret".parse::<briefing_office::FolderPath>().unwrap_err();
/// assert_eq!(error.to_string(), "`..` leads out of the office folder");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum InvalidFolderPath {
    /// Nothing, or two separators in a row.
    #[error("a part of the path is empty")]
    Empty,
    /// A path from the root of a disk, or with a drive letter.
    #[error("`{0}` is not relative to the office folder")]
    Absolute(String),
    /// A step up, or in place.
    #[error("`{0}` leads out of the office folder")]
    Step(String),
    /// A character no file name of ours has.
    #[error("a file name cannot hold {0:?}")]
    Character(char),
    /// A name that stands for a device on Windows.
    #[error("`{0}` is the name of a device on Windows")]
    Device(String),
    /// More than 1,024 bytes.
    #[error("the path has {0} bytes, and may have 1024")]
    TooLong(usize),
}

const LONGEST_PATH: usize = 1024;
const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "conin$", "conout$"];

impl FolderPath {
    /// This path with one more part behind it.
    ///
    /// # Errors
    ///
    /// When `part` is not a plain path itself; see [`InvalidFolderPath`].
    ///
    /// ```
    /// use briefing_office::FolderPath;
    ///
    /// let month: FolderPath = "2025-04".parse()?;
    /// assert_eq!(month.join("network.png")?.as_str(), "2025-04/network.png");
    /// assert!(month.join("../office.toml").is_err());
    /// # Ok::<(), briefing_office::InvalidFolderPath>(())
    /// ```
    pub fn join(&self, part: &str) -> Result<Self, InvalidFolderPath> {
        let part: Self = part.parse()?;
        format!("{}/{}", self.0, part.0).parse()
    }

    /// The path as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The path up to the last part; `None` when it has one part only.
    ///
    /// ```
    /// use briefing_office::FolderPath;
    ///
    /// let picture: FolderPath = "2025-04/network.png".parse()?;
    /// let month = picture.parent().expect("it has two parts");
    /// assert_eq!(month.as_str(), "2025-04");
    /// assert_eq!(month.parent(), None, "the office's own folder has no path");
    /// # Ok::<(), briefing_office::InvalidFolderPath>(())
    /// ```
    #[must_use]
    pub fn parent(&self) -> Option<Self> {
        self.0.rsplit_once('/').map(|(parent, _)| Self(parent.to_owned()))
    }
}

impl FromStr for FolderPath {
    type Err = InvalidFolderPath;

    fn from_str(text: &str) -> Result<Self, InvalidFolderPath> {
        if text.len() > LONGEST_PATH {
            return Err(InvalidFolderPath::TooLong(text.len()));
        }
        let drive = text.chars().nth(1) == Some(':') && text.starts_with(|c: char| c.is_ascii_alphabetic());
        if text.starts_with(['/', '\\']) || drive {
            return Err(InvalidFolderPath::Absolute(text.to_owned()));
        }
        for part in text.split('/') {
            check_part(part)?;
        }
        Ok(Self(text.to_owned()))
    }
}

fn check_part(part: &str) -> Result<(), InvalidFolderPath> {
    if part.is_empty() {
        return Err(InvalidFolderPath::Empty);
    }
    // `..\x` steps up where `\` separates.
    if part.chars().all(|c| c == '.') || part.starts_with("..\\") {
        return Err(InvalidFolderPath::Step(part.to_owned()));
    }
    if let Some(bad) = part.chars().find(|c| c.is_control() || matches!(c, '\\' | ':')) {
        return Err(InvalidFolderPath::Character(bad));
    }
    let stem = part.split('.').next().unwrap_or_default().trim_end().to_ascii_lowercase();
    let numbered = |name: &str| {
        stem.strip_prefix(name).is_some_and(|rest| rest.chars().count() == 1 && rest.chars().all(char::is_numeric))
    };
    if DEVICES.contains(&stem.as_str()) || numbered("com") || numbered("lpt") {
        return Err(InvalidFolderPath::Device(part.to_owned()));
    }
    Ok(())
}

impl fmt::Display for FolderPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}
