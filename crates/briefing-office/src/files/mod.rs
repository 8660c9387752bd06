//! Where an office folder's bytes come from: a disk, or memory in tests.
//!
//! Everything in this crate reads through [`Files`], so that a rule about paths holds in one place: a [`FolderPath`] cannot name
//! anything outside its folder, and [`Disk`] refuses a link that leads out, a device, and anything past a limit.

mod composed;
mod disk;
mod memory;
mod path;
mod save;
mod with_file;

use std::io::{self, Read};

pub use disk::{Disk, Held, Replaced};
pub use memory::Memory;
pub use path::{FolderPath, InvalidFolderPath};
pub use save::save_file;
pub(crate) use with_file::WithFile;

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

/// Why a file that may not be changed is not replaced either, though its folder would allow it.
const READ_ONLY: &str = "the file is read-only";

impl From<io::Error> for FileError {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::NotFound => Self::NotFound,
            // A path that goes on below a file.
            io::ErrorKind::NotADirectory => Self::NotFound,
            // What is said of a file that would be replaced.
            io::ErrorKind::PermissionDenied if error.to_string() == READ_ONLY => Self::Refused(error),
            // What the system itself refuses has a number; a path that leads out was refused on its way.
            io::ErrorKind::PermissionDenied if error.raw_os_error().is_none() => Self::Outside,
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

/// The files of one office folder, which several threads may read at once.
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
pub trait Files: Sync {
    /// Opens a file for reading from its first byte on; one whose name is stored with letters and their marks apart is found by the
    /// same letters together, and the other way round.
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
        read_all(self.open(path)?, 0, limit)
    }
}

/// Reads all bytes of a file that probably has so many.
fn read_all(file: impl Read, size: u64, limit: u64) -> Result<Vec<u8>, FileError> {
    // One more, which is asked for in vain where it has no more.
    let room = size.min(limit).saturating_add(1);
    let mut bytes = Vec::with_capacity(usize::try_from(room).unwrap_or_default());
    file.take(limit.saturating_add(1)).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > limit {
        return Err(FileError::TooLarge { limit });
    }
    Ok(bytes)
}

impl<F: Files + ?Sized> Files for &F {
    fn open(&self, path: &FolderPath) -> Result<Box<dyn Read + '_>, FileError> {
        (**self).open(path)
    }

    fn list(&self, folder: Option<&FolderPath>) -> Result<Vec<FolderEntry>, FileError> {
        (**self).list(folder)
    }

    fn read(&self, path: &FolderPath, limit: u64) -> Result<Vec<u8>, FileError> {
        (**self).read(path, limit)
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

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
    fn names_whose_marks_are_stored_apart_are_found() {
        let outer = tempfile::tempdir().unwrap();
        fs::create_dir(outer.path().join("Bu\u{308}ro")).unwrap();
        fs::write(outer.path().join("Bu\u{308}ro/E\u{301}vian.jpg"), "apart").unwrap();
        fs::write(outer.path().join("\u{e9}.jpg"), "together").unwrap();
        let memory = Memory::new().with("Bu\u{308}ro/E\u{301}vian.jpg", "apart").with("\u{e9}.jpg", "together");
        let disk = Disk::open(outer.path()).unwrap();
        for files in [&disk as &dyn Files, &memory] {
            assert_eq!(files.read(&path("B\u{fc}ro/\u{c9}vian.jpg"), 9).unwrap(), b"apart");
            assert_eq!(files.read(&path("e\u{301}.jpg"), 9).unwrap(), b"together");
            assert!(matches!(files.read(&path("Evian.jpg"), 9), Err(FileError::NotFound)));
            assert!(matches!(files.read(&path("\u{ea}.jpg"), 9), Err(FileError::NotFound)));
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
