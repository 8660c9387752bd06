//! An office folder on disk, opened once and then only entered from there.

use std::io::Read;
use std::path::Path;
use std::sync::Arc;

use cap_std::ambient_authority;
use cap_std::fs::{Dir, DirEntry, File, OpenOptions};

use super::save::{self, Saving};
use super::{FileError, Files, FolderEntry, FolderPath, composed};

/// An office folder on disk.
///
/// The folder is opened once; every path is then resolved beneath it by the operating system itself (`openat2` on Linux, a walk
/// from folder to folder elsewhere). Names and links that are exchanged while a command runs lead to other files of the folder at
/// worst, never out of it.
///
/// ```
/// use briefing_office::{Disk, Files};
///
/// # let folder = tempfile::tempdir()?;
/// # let path = folder.path();
/// std::fs::write(path.join("office.toml"), "[office]\nid = 'phares'\nname = 'Lighthouses'\n")?;
/// let disk = Disk::open(path)?;
/// let names: Vec<String> = disk.list(None)?.into_iter().map(|entry| entry.name).collect();
/// assert_eq!(names, ["office.toml"]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
pub struct Disk {
    root: Arc<Dir>,
}

impl Disk {
    /// The folder at `path`, which must exist; it may itself be a link.
    ///
    /// # Errors
    ///
    /// When there is none, it is not a folder, or the system refuses.
    pub fn open(path: &Path) -> Result<Self, FileError> {
        let root = Dir::open_ambient_dir(path, ambient_authority()).map_err(|error| match error.kind() {
            std::io::ErrorKind::NotADirectory => FileError::NotAFolder,
            _ => error.into(),
        })?;
        Ok(Self { root: Arc::new(root) })
    }

    /// Puts a file in place of the one at `path`, or makes it; whole or not at all, and on the disk when this returns.
    ///
    /// # Errors
    ///
    /// When its folder is not there, something else than an ordinary file is in its place, and when the system refuses.
    ///
    /// ```
    /// use briefing_office::{Disk, Files};
    ///
    /// let folder = tempfile::tempdir()?;
    /// let disk = Disk::open(folder.path())?;
    /// let path = "office.toml".parse()?;
    /// disk.write(&path, b"[office]\n")?;
    /// assert_eq!(disk.read(&path, 100)?, b"[office]\n");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn write(&self, path: &FolderPath, bytes: &[u8]) -> Result<(), FileError> {
        self.begin(path, bytes)?.finish().map_err(FileError::from)
    }

    /// Puts a file in place of the one at `path` if that still is what it was, with a copy of that beside it.
    ///
    /// `before` is what the file was when the change was worked out, `None` where there was no file. It is compared when all else
    /// is done, so that nobody's work in between is lost. The copy has the next free number and is never overwritten another:
    /// `ledger.csv.backup-1`.
    ///
    /// # Errors
    ///
    /// As [`Disk::write`], and when 9,999 copies are there already.
    ///
    /// ```
    /// use briefing_office::{Disk, Replaced};
    ///
    /// let folder = tempfile::tempdir()?;
    /// let disk = Disk::open(folder.path())?;
    /// let path = "ledger.csv".parse()?;
    /// assert_eq!(disk.replace(&path, None, b"id\n")?, Replaced::Done { backup: None });
    /// assert_eq!(disk.replace(&path, None, b"id,kind\n")?, Replaced::Changed, "somebody was faster");
    /// let backup = Some("ledger.csv.backup-1".parse()?);
    /// assert_eq!(disk.replace(&path, Some(b"id\n"), b"id,kind\n")?, Replaced::Done { backup });
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn replace(&self, path: &FolderPath, before: Option<&[u8]>, bytes: &[u8]) -> Result<Replaced, FileError> {
        if !self.still_is(path, before)? {
            return Ok(Replaced::Changed);
        }
        let backup = before.map(|before| self.back_up(path, before)).transpose()?;
        let saving = self.begin(path, bytes)?;
        if !self.still_is(path, before)? {
            // The copy was made for nothing; one that stays does no harm.
            let _ = backup.map(|backup| self.root.remove_file(backup.as_str()));
            return Ok(Replaced::Changed);
        }
        saving.finish()?;
        Ok(Replaced::Done { backup })
    }

    /// Makes a file with the folders that it is in, unless something of that name is there; says whether it did.
    ///
    /// # Errors
    ///
    /// When a file is in the way of a folder, and when the system refuses.
    ///
    /// ```
    /// use briefing_office::{Disk, Files};
    ///
    /// let folder = tempfile::tempdir()?;
    /// let disk = Disk::open(folder.path())?;
    /// let path = "2025-05/briefing.toml".parse()?;
    /// assert!(disk.create(&path, b"# May\n")?);
    /// assert!(!disk.create(&path, b"# June\n")?);
    /// assert_eq!(disk.read(&path, 100)?, b"# May\n");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn create(&self, path: &FolderPath, bytes: &[u8]) -> Result<bool, FileError> {
        if let Some(folder) = path.parent() {
            self.root.create_dir_all(folder.as_str())?;
        }
        let (folder, name) = self.folder_of(path)?;
        Ok(save::create(&folder, &name, bytes)?)
    }

    /// Puts a file in place of one that is still what it was `before`; says whether it did.
    ///
    /// As [`Disk::replace`], without a copy: for changes that take nothing away.
    ///
    /// # Errors
    ///
    /// As [`Disk::write`].
    ///
    /// ```
    /// use briefing_office::Disk;
    ///
    /// let folder = tempfile::tempdir()?;
    /// let disk = Disk::open(folder.path())?;
    /// let path = "approvals.toml".parse()?;
    /// assert!(disk.exchange(&path, None, b"one\n")?);
    /// assert!(!disk.exchange(&path, None, b"two\n")?, "somebody was faster");
    /// assert!(disk.exchange(&path, Some(b"one\n"), b"one\ntwo\n")?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn exchange(&self, path: &FolderPath, before: Option<&[u8]>, bytes: &[u8]) -> Result<bool, FileError> {
        let saving = self.begin(path, bytes)?;
        if !self.still_is(path, before)? {
            return Ok(false);
        }
        saving.finish()?;
        Ok(true)
    }

    fn still_is(&self, path: &FolderPath, before: Option<&[u8]>) -> Result<bool, FileError> {
        match self.read(path, before.map_or(0, <[u8]>::len) as u64) {
            Ok(now) => Ok(before == Some(now.as_slice())),
            Err(FileError::NotFound) => Ok(before.is_none()),
            Err(FileError::TooLarge { .. }) => Ok(false),
            Err(error) => Err(error),
        }
    }

    fn back_up(&self, path: &FolderPath, bytes: &[u8]) -> Result<FolderPath, FileError> {
        const MOST: u32 = 9_999;
        for number in 1..=MOST {
            let Ok(backup) = format!("{path}.backup-{number}").parse::<FolderPath>() else { break };
            let (folder, name) = self.folder_of(&backup)?;
            if save::create(&folder, &name, bytes)? {
                return Ok(backup);
            }
        }
        Err(FileError::Refused(std::io::Error::other(format!("{MOST} backups are there already: put some away"))))
    }

    /// Holds the office for whoever changes its files, until the value is dropped or the process ends, however it ends; `None`
    /// when another process holds it.
    ///
    /// # Errors
    ///
    /// When the system refuses.
    ///
    /// ```
    /// let folder = tempfile::tempdir()?;
    /// let disk = briefing_office::Disk::open(folder.path())?;
    /// let held = disk.hold()?;
    /// assert!(held.is_some() && disk.hold()?.is_none());
    /// drop(held);
    /// assert!(disk.hold()?.is_some());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn hold(&self) -> Result<Option<Held>, FileError> {
        Ok(save::lock(&self.root)?.map(Held))
    }

    fn begin(&self, path: &FolderPath, bytes: &[u8]) -> Result<Saving, FileError> {
        let (folder, name) = self.folder_of(path)?;
        Ok(save::begin(folder, name.as_ref(), bytes, true)?)
    }

    /// The folder that a file is in, and its name there; of a link, those of what it leads to.
    fn folder_of(&self, path: &FolderPath) -> Result<(Dir, std::ffi::OsString), FileError> {
        let real = match self.root.canonicalize(path.as_str()) {
            Ok(real) => real,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => path.as_str().into(),
            Err(error) => return Err(error.into()),
        };
        let name = real.file_name().ok_or(FileError::NotAFile)?.to_owned();
        let folder = match real.parent().filter(|folder| !folder.as_os_str().is_empty()) {
            Some(folder) => self.root.open_dir(folder)?,
            None => self.root.try_clone()?,
        };
        Ok((folder, name))
    }

    fn file(&self, path: &FolderPath) -> Result<File, FileError> {
        let mut options = OpenOptions::new();
        options.read(true);
        // Opening a pipe would wait for somebody to write into it.
        #[cfg(unix)]
        cap_std::fs::OpenOptionsExt::custom_flags(&mut options, NONBLOCK);
        let file = self.root.open_with(path.as_str(), &options)?;
        if file.metadata()?.is_file() { Ok(file) } else { Err(FileError::NotAFile) }
    }
}

#[cfg(unix)]
const NONBLOCK: i32 = rustix::fs::OFlags::NONBLOCK.bits() as i32;

/// What became of a file that was to be replaced; see [`Disk::replace`].
///
/// ```
/// let done = briefing_office::Replaced::Done { backup: None };
/// assert_ne!(done, briefing_office::Replaced::Changed);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Replaced {
    /// It holds the new bytes.
    Done {
        /// Where the old ones are, if there were any.
        backup: Option<FolderPath>,
    },
    /// It is no longer what it was, and was left alone.
    Changed,
}

/// An office held by one process; see [`Disk::hold`].
///
/// ```
/// let folder = tempfile::tempdir()?;
/// let disk = briefing_office::Disk::open(folder.path())?;
/// let Some(held) = disk.hold()? else { panic!("another process is changing the office") };
/// // Here files may be changed.
/// drop(held);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
#[must_use = "an office is held as long as the value is"]
pub struct Held(#[expect(dead_code, reason = "what it does is done when it is dropped")] save::Lock);

impl Files for Disk {
    fn open(&self, path: &FolderPath) -> Result<Box<dyn Read + '_>, FileError> {
        Ok(Box::new(self.stored(path)?))
    }

    fn read(&self, path: &FolderPath, limit: u64) -> Result<Vec<u8>, FileError> {
        let file = self.stored(path)?;
        let size = file.metadata().map_or(0, |known| known.len());
        super::read_all(file, size, limit)
    }

    fn list(&self, folder: Option<&FolderPath>) -> Result<Vec<FolderEntry>, FileError> {
        let found = match folder {
            Some(path) => self.root.read_dir(path.as_str()).map_err(|error| match error.kind() {
                std::io::ErrorKind::NotADirectory => FileError::NotAFolder,
                _ => error.into(),
            })?,
            None => self.root.entries()?,
        };
        let mut entries = Vec::new();
        for entry in found {
            let entry = entry?;
            let is_folder = self.is_folder(folder, &entry);
            entries.push(FolderEntry { name: entry.file_name().to_string_lossy().into_owned(), is_folder });
        }
        entries.sort();
        Ok(entries)
    }
}

impl Disk {
    /// A file, also where its name is stored otherwise.
    fn stored(&self, path: &FolderPath) -> Result<File, FileError> {
        self.file(path).or_else(|error| match (&error, composed::stored(self, path)) {
            (FileError::NotFound, Some(stored)) => self.file(&stored),
            _ => Err(error),
        })
    }

    /// A link that leads out or nowhere may be meant as a folder: whoever enters it is then given the reason.
    fn is_folder(&self, folder: Option<&FolderPath>, entry: &DirEntry) -> bool {
        let Ok(kind) = entry.file_type() else { return true };
        if !kind.is_symlink() {
            return kind.is_dir();
        }
        let name = entry.file_name();
        let path = folder.map_or_else(|| name.clone().into(), |folder| Path::new(folder.as_str()).join(&name));
        self.root.metadata(path).map_or(true, |known| known.is_dir())
    }
}
