//! Where an office folder's bytes come from: a disk, or memory in tests.
//!
//! Everything in this crate reads through [`Files`], so that a rule about paths holds in one place: a [`FolderPath`] cannot name
//! anything outside its folder, and [`Disk`] refuses a link that leads out, a device, and anything past a limit.

use std::collections::BTreeMap;
use std::fmt;
use std::fs::{self, File};
use std::io::{self, Cursor, Read};
use std::path::{Path, PathBuf};
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
        f.write_str(&self.0)
    }
}

/// Why a file or folder could not be read.
///
/// ```
/// use briefing_office::{FileError, Files, Memory};
///
/// let error = Memory::new().read(&"office.toml".parse()?, 10).unwrap_err();
/// assert!(matches!(error, FileError::NotFound));
/// # Ok::<(), briefing_office::InvalidFolderPath>(())
/// ```
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum FileError {
    /// There is none of that name.
    #[error("no such file")]
    NotFound,
    /// It is a link, and what it points to lies outside the folder.
    #[error("a link that leads out of the office folder")]
    Outside,
    /// It is a folder, a device, a pipe or a socket.
    #[error("not an ordinary file")]
    NotAFile,
    /// It is a file, and a folder was asked for.
    #[error("not a folder")]
    NotAFolder,
    /// It is larger than what was allowed.
    #[error("larger than {limit} bytes")]
    TooLarge {
        /// The most bytes allowed.
        limit: u64,
    },
    /// The system refused, and says why.
    #[error("the system refused to read it: {0}")]
    Refused(#[source] io::Error),
}

impl From<io::Error> for FileError {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::NotFound => Self::NotFound,
            // A path that goes on below a file.
            io::ErrorKind::NotADirectory => Self::NotFound,
            _ => Self::Refused(error),
        }
    }
}

/// One name in a folder, and whether it is a folder itself.
///
/// ```
/// let entry = briefing_office::FolderEntry { name: "2025-04".to_owned(), is_folder: true };
/// assert!(entry.is_folder);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct FolderEntry {
    /// The name, without the folder's. Characters that are not Unicode are replaced by U+FFFD.
    pub name: String,
    /// Whether it is a folder (or a link to one).
    pub is_folder: bool,
}

/// The files of one office folder.
///
/// [`Disk`] reads a real one; [`Memory`] holds one for tests and for tools that have no disk.
///
/// ```
/// use briefing_office::{FileError, Files};
///
/// /// How many months a folder may hold, whatever it is made of.
/// fn folders(files: &dyn Files) -> Result<usize, FileError> {
///     Ok(files.list(None)?.iter().filter(|entry| entry.is_folder).count())
/// }
/// let files = briefing_office::Memory::new().with("2025-04/briefing.toml", "");
/// assert_eq!(folders(&files)?, 1);
/// # Ok::<(), FileError>(())
/// ```
pub trait Files {
    /// Opens a file for reading from its first byte on.
    ///
    /// # Errors
    ///
    /// When there is none, it is not an ordinary file, it leads out of the folder, or the system refuses.
    fn open(&self, path: &FolderPath) -> Result<Box<dyn Read + '_>, FileError>;

    /// Lists a folder by name, in the order of the names; `None` is the office folder itself.
    ///
    /// # Errors
    ///
    /// As [`Files::open`].
    fn list(&self, folder: Option<&FolderPath>) -> Result<Vec<FolderEntry>, FileError>;

    /// Reads a whole file of at most `limit` bytes.
    ///
    /// # Errors
    ///
    /// As [`Files::open`], and [`FileError::TooLarge`]; never more than `limit` bytes are held.
    fn read(&self, path: &FolderPath, limit: u64) -> Result<Vec<u8>, FileError> {
        let mut bytes = Vec::new();
        self.open(path)?.take(limit.saturating_add(1)).read_to_end(&mut bytes)?;
        if bytes.len() as u64 > limit {
            return Err(FileError::TooLarge { limit });
        }
        Ok(bytes)
    }
}

/// An office folder on disk.
///
/// ```no_run
/// use briefing_office::{Disk, Files};
///
/// let disk = Disk::open("examples/unoct".as_ref())?;
/// for entry in disk.list(None)? {
///     println!("{}", entry.name);
/// }
/// # Ok::<(), briefing_office::FileError>(())
/// ```
#[derive(Debug, Clone)]
pub struct Disk {
    root: PathBuf,
}

impl Disk {
    /// The folder at `path`, which must exist; it may itself be a link.
    ///
    /// # Errors
    ///
    /// When there is none, it is not a folder, or the system refuses.
    pub fn open(path: &Path) -> Result<Self, FileError> {
        let root = fs::canonicalize(path)?;
        if fs::metadata(&root)?.is_dir() { Ok(Self { root }) } else { Err(FileError::NotAFolder) }
    }

    /// The real place of `path`, links followed, if it is inside.
    fn locate(&self, path: &FolderPath) -> Result<PathBuf, FileError> {
        let mut joined = self.root.clone();
        joined.extend(path.as_str().split('/'));
        let real = fs::canonicalize(&joined)?;
        if real.starts_with(&self.root) { Ok(real) } else { Err(FileError::Outside) }
    }
}

impl Files for Disk {
    fn open(&self, path: &FolderPath) -> Result<Box<dyn Read + '_>, FileError> {
        let real = self.locate(path)?;
        // Asked before opening, because opening a pipe waits for a writer.
        if !fs::metadata(&real)?.is_file() {
            return Err(FileError::NotAFile);
        }
        let file = File::open(&real)?;
        if !file.metadata()?.is_file() {
            return Err(FileError::NotAFile);
        }
        Ok(Box::new(file))
    }

    fn list(&self, folder: Option<&FolderPath>) -> Result<Vec<FolderEntry>, FileError> {
        let real = match folder {
            Some(path) => self.locate(path)?,
            None => self.root.clone(),
        };
        if !fs::metadata(&real)?.is_dir() {
            return Err(FileError::NotAFolder);
        }
        let mut entries = Vec::new();
        for entry in fs::read_dir(&real)? {
            let entry = entry?;
            let is_folder = fs::metadata(entry.path()).is_ok_and(|metadata| metadata.is_dir());
            entries.push(FolderEntry { name: entry.file_name().to_string_lossy().into_owned(), is_folder });
        }
        entries.sort();
        Ok(entries)
    }
}

/// An office folder in memory.
///
/// ```
/// use briefing_office::{Files, Memory};
///
/// let files = Memory::new().with("office.toml", "[office]\n").with("2025-04/briefing.toml", "");
/// assert_eq!(files.read(&"office.toml".parse()?, 100).unwrap(), b"[office]\n");
/// assert_eq!(files.list(None).unwrap().len(), 2);
/// # Ok::<(), briefing_office::InvalidFolderPath>(())
/// ```
#[derive(Debug, Clone, Default)]
pub struct Memory {
    files: BTreeMap<String, Vec<u8>>,
}

impl Memory {
    /// A folder with nothing in it.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The same folder with this file, in place of one of that name.
    #[must_use]
    pub fn with(mut self, path: &str, bytes: impl AsRef<[u8]>) -> Self {
        self.files.insert(path.to_owned(), bytes.as_ref().to_vec());
        self
    }

    /// The same folder without this file.
    #[must_use]
    pub fn without(mut self, path: &str) -> Self {
        self.files.remove(path);
        self
    }

    fn is_folder(&self, path: &str) -> bool {
        let prefix = format!("{path}/");
        self.files.range(prefix.clone()..).next().is_some_and(|(name, _)| name.starts_with(&prefix))
    }
}

impl Files for Memory {
    fn open(&self, path: &FolderPath) -> Result<Box<dyn Read + '_>, FileError> {
        match self.files.get(path.as_str()) {
            Some(bytes) => Ok(Box::new(Cursor::new(bytes.as_slice()))),
            None if self.is_folder(path.as_str()) => Err(FileError::NotAFile),
            None => Err(FileError::NotFound),
        }
    }

    fn list(&self, folder: Option<&FolderPath>) -> Result<Vec<FolderEntry>, FileError> {
        let prefix = folder.map(|path| format!("{path}/")).unwrap_or_default();
        let mut entries: BTreeMap<&str, bool> = BTreeMap::new();
        for rest in self.files.keys().filter_map(|name| name.strip_prefix(&prefix)) {
            match rest.split_once('/') {
                Some((name, _)) => entries.insert(name, true),
                None => entries.insert(rest, false),
            };
        }
        if entries.is_empty() && folder.is_some() {
            return Err(FileError::NotFound);
        }
        Ok(entries.into_iter().map(|(name, is_folder)| FolderEntry { name: name.to_owned(), is_folder }).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn path(text: &str) -> FolderPath {
        text.parse().unwrap()
    }

    #[test]
    fn paths_that_could_leave_the_folder_are_refused() {
        for bad in [
            "",
            "/",
            "/a",
            "a/",
            "a//b",
            ".",
            "..",
            "...",
            "a/../b",
            "./a",
            "../a",
            "..\\a",
            "a\\b",
            "C:",
            "c:/a",
            "a:b",
            "a\0",
            "a\nb",
            "aux",
            "COM1.txt",
            "lpt9",
            "com\u{b9}",
            "//server/share",
        ] {
            assert!(bad.parse::<FolderPath>().is_err(), "{bad:?}");
        }
        for good in ["a", "a.b", ".hidden", "2025-04/фото.jpg", "comma.png", "com10.txt", "a..b"] {
            assert!(good.parse::<FolderPath>().is_ok(), "{good:?}");
        }
    }

    #[test]
    fn reading_stops_at_the_limit() {
        let files = Memory::new().with("a", [0_u8; 11]);
        assert!(matches!(files.read(&path("a"), 10), Err(FileError::TooLarge { limit: 10 })));
        assert_eq!(files.read(&path("a"), 11).unwrap().len(), 11);
    }

    #[cfg(unix)]
    #[test]
    fn a_disk_follows_links_only_inside_and_opens_only_files() {
        use std::os::unix::fs::symlink;

        let outer = tempfile::tempdir().unwrap();
        fs::write(outer.path().join("secret"), "s").unwrap();
        let root = outer.path().join("office");
        fs::create_dir_all(root.join("2025-04")).unwrap();
        fs::write(root.join("2025-04/a.png"), "a").unwrap();
        symlink("2025-04/a.png", root.join("inside")).unwrap();
        symlink("../secret", root.join("outside")).unwrap();
        symlink("..", root.join("up")).unwrap();
        symlink("loop", root.join("loop")).unwrap();
        symlink("/dev/zero", root.join("zero")).unwrap();
        symlink("nowhere", root.join("dangling")).unwrap();

        let disk = Disk::open(&root).unwrap();
        assert_eq!(disk.read(&path("inside"), 9).unwrap(), b"a");
        assert!(matches!(disk.read(&path("outside"), 9), Err(FileError::Outside)));
        assert!(matches!(disk.read(&path("up/secret"), 9), Err(FileError::Outside)));
        assert!(matches!(disk.read(&path("zero"), 9), Err(FileError::Outside)));
        assert!(matches!(disk.read(&path("loop"), 9), Err(FileError::Refused(_))));
        assert!(matches!(disk.read(&path("dangling"), 9), Err(FileError::NotFound)));
        assert!(matches!(disk.read(&path("2025-04"), 9), Err(FileError::NotAFile)));
        assert!(matches!(disk.read(&path("2025-04/a.png/b"), 9), Err(FileError::NotFound)));
        assert!(matches!(Disk::open(&root.join("inside")), Err(FileError::NotAFolder)));

        let made = std::process::Command::new("mkfifo").arg(root.join("pipe")).status();
        if made.is_ok_and(|status| status.success()) {
            assert!(matches!(disk.read(&path("pipe"), 9), Err(FileError::NotAFile)));
        }
    }

    #[test]
    fn memory_lists_like_a_disk() {
        let files = Memory::new().with("b", "").with("a/x", "").with("a/y/z", "");
        let names = |entries: Vec<FolderEntry>| entries.into_iter().map(|e| (e.name, e.is_folder)).collect::<Vec<_>>();
        assert_eq!(names(files.list(None).unwrap()), [("a".to_owned(), true), ("b".to_owned(), false)]);
        assert_eq!(names(files.list(Some(&path("a"))).unwrap()), [("x".to_owned(), false), ("y".to_owned(), true)]);
        assert!(matches!(files.list(Some(&path("c"))), Err(FileError::NotFound)));
        assert!(matches!(files.open(&path("a")).err(), Some(FileError::NotAFile)));
    }
}
