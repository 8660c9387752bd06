//! Files that are there whole or not at all.
//!
//! A file is written under another name in its folder and renamed, so that nobody sees half of it and whatever was there before
//! survives a failure or a kill; a file of an office is forced to the disk before, and survives a power cut too. The temporary file is locked by its writer: one that can be locked
//! by somebody else was left behind by a process that is gone, and is cleared away by the next that writes there.

use std::ffi::{OsStr, OsString};
use std::io::{self, Write};
use std::path::Path;
use std::sync::atomic::{AtomicU32, Ordering};

use cap_std::ambient_authority;
use cap_std::fs::{Dir, OpenOptions, Permissions};
use fs4::{FileExt, TryLockError};

const PREFIX: &str = ".briefing-";
const SUFFIX: &str = ".tmp";
const LOCK: &str = ".briefing-lock";

/// Writes a file anywhere, whole or not at all.
///
/// It is written under a temporary name in the same folder and renamed; a link stays a link, and what it leads to is replaced. It
/// is not forced to the disk: what can be made again need not be. What is not an ordinary file (a device, a pipe) is written to as it is. A new file is as open to others as
/// any; a replaced one as open as it was, and one that is read-only stays.
///
/// # Errors
///
/// When the folder is not there, a folder is in its place, or the system refuses. What was there is then as it was.
///
/// ```
/// let folder = tempfile::tempdir()?;
/// let path = folder.path().join("briefing.pdf");
/// briefing_office::save_file(&path, b"%PDF-1.7")?;
/// assert_eq!(std::fs::read(&path)?, b"%PDF-1.7");
/// # Ok::<(), std::io::Error>(())
/// ```
pub fn save_file(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let real = match std::fs::metadata(path) {
        Ok(known) if known.is_dir() => return Err(io::ErrorKind::IsADirectory.into()),
        Ok(known) if !known.is_file() => return in_place(path, bytes),
        Ok(_) => std::fs::canonicalize(path)?,
        Err(error) if error.kind() == io::ErrorKind::NotFound => path.to_owned(),
        Err(error) => return Err(error),
    };
    let folder = real.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let name = real.file_name().ok_or(io::ErrorKind::InvalidFilename)?;
    begin(Dir::open_ambient_dir(folder, ambient_authority())?, name, bytes, false)?.finish()
}

fn in_place(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = std::fs::OpenOptions::new().write(true).open(path)?;
    file.write_all(bytes)?;
    file.flush()
}

/// A file that is written and not yet in its place; dropped, it is gone.
#[derive(Debug)]
pub(super) struct Saving {
    folder: Dir,
    temporary: OsString,
    name: OsString,
    /// Locked until the file is in its place.
    file: std::fs::File,
    /// Whether it is forced to the disk.
    last: bool,
    done: bool,
}

/// Writes a file under a temporary name, and forces it to the disk if it is to `last`.
pub(super) fn begin(folder: Dir, name: &OsStr, bytes: &[u8], last: bool) -> io::Result<Saving> {
    let permissions = match folder.metadata(name) {
        Ok(known) if !known.is_file() => {
            return Err(io::Error::new(io::ErrorKind::IsADirectory, "not an ordinary file"));
        }
        Ok(known) if known.permissions().readonly() => {
            return Err(io::Error::new(io::ErrorKind::PermissionDenied, super::READ_ONLY));
        }
        Ok(known) => Some(known.permissions()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) => return Err(error),
    };
    clear_left_behind(&folder);
    write_temporary(folder, name, bytes, permissions, last)
}

fn write_temporary(
    folder: Dir,
    name: &OsStr,
    bytes: &[u8],
    permissions: Option<Permissions>,
    last: bool,
) -> io::Result<Saving> {
    let (temporary, file) = new_temporary(&folder)?;
    let mut saving = Saving { folder, temporary, name: name.to_owned(), file, last, done: false };
    saving.file.write_all(bytes)?;
    if let Some(permissions) = permissions {
        saving.folder.set_permissions(&saving.temporary, permissions)?;
    }
    if last {
        saving.file.sync_all()?;
    }
    Ok(saving)
}

/// A new file that nobody else has, locked.
fn new_temporary(folder: &Dir) -> io::Result<(OsString, std::fs::File)> {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    const TRIES: u32 = 1_000;
    for _ in 0..TRIES {
        let next = NEXT.fetch_add(1, Ordering::Relaxed);
        let name = OsString::from(format!("{PREFIX}{}-{next}{SUFFIX}", std::process::id()));
        let file = match folder.open_with(&name, OpenOptions::new().write(true).create_new(true)) {
            Ok(file) => file.into_std(),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => continue,
            Err(error) => return Err(error),
        };
        // Between the two calls another process may have taken the file for one that was left behind.
        if lock_file(&file)? && is_there(folder, &name, &file) {
            return Ok((name, file));
        }
    }
    Err(io::Error::new(io::ErrorKind::AlreadyExists, "no free name for a temporary file"))
}

impl Saving {
    /// Puts the file in its place.
    pub(super) fn finish(mut self) -> io::Result<()> {
        self.folder.rename(&self.temporary, &self.folder, &self.name)?;
        self.done = true;
        if self.last {
            sync_folder(&self.folder);
        }
        Ok(())
    }

    /// Puts the file in its place unless one is there; says whether it did.
    fn finish_new(mut self) -> io::Result<bool> {
        match self.folder.hard_link(&self.temporary, &self.folder, &self.name) {
            Ok(()) => {}
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => return Ok(false),
            // Some file systems know no second name for a file: the office is held, so nobody comes between.
            Err(_) if !self.folder.exists(&self.name) => {
                self.folder.rename(&self.temporary, &self.folder, &self.name)?;
                self.done = true;
            }
            Err(_) => return Ok(false),
        }
        sync_folder(&self.folder);
        Ok(true)
    }
}

impl Drop for Saving {
    fn drop(&mut self) {
        if !self.done {
            // If it cannot be removed, the next that writes here will try again.
            let _ = self.folder.remove_file(&self.temporary);
        }
    }
}

/// Makes a file unless there is one of that name; says whether it did.
pub(super) fn create(folder: &Dir, name: &OsStr, bytes: &[u8]) -> io::Result<bool> {
    if folder.symlink_metadata(name).is_ok() {
        return Ok(false);
    }
    write_temporary(folder.try_clone()?, name, bytes, None, true)?.finish_new()
}

/// Removes the temporary files of processes that are gone.
fn clear_left_behind(folder: &Dir) {
    let Ok(entries) = folder.entries() else { return };
    for entry in entries.flatten() {
        let name = entry.file_name();
        let ours = name.to_str().is_some_and(|name| name.starts_with(PREFIX) && name.ends_with(SUFFIX));
        if !ours || !entry.file_type().is_ok_and(|kind| kind.is_file()) {
            continue;
        }
        // What cannot be opened or removed harms nobody.
        let Ok(file) = folder.open(&name) else { continue };
        let file = file.into_std();
        if lock_file(&file).unwrap_or(false) && is_there(folder, &name, &file) {
            let _ = folder.remove_file(&name);
        }
    }
}

/// A lock that the operating system ends with the process.
#[derive(Debug)]
pub(super) struct Lock {
    folder: Dir,
    file: std::fs::File,
}

/// Locks a folder; `None` when another process has.
pub(super) fn lock(folder: &Dir) -> io::Result<Option<Lock>> {
    const TRIES: u32 = 100;
    for _ in 0..TRIES {
        let file = folder.open_with(LOCK, OpenOptions::new().write(true).create(true))?.into_std();
        if !lock_file(&file)? {
            return Ok(None);
        }
        // Whoever had the lock before may have removed the file after it was opened here.
        if is_there(folder, LOCK.as_ref(), &file) {
            clear_left_behind(folder);
            return Ok(Some(Lock { folder: folder.try_clone()?, file }));
        }
    }
    Ok(None)
}

impl Drop for Lock {
    fn drop(&mut self) {
        // Removed while it is still locked, so that nobody holds a file that others no longer see. One that stays does no harm.
        let _ = self.folder.remove_file(LOCK);
        let _ = FileExt::unlock(&self.file);
    }
}

fn lock_file(file: &std::fs::File) -> io::Result<bool> {
    match FileExt::try_lock(file) {
        Ok(()) => Ok(true),
        Err(TryLockError::WouldBlock) => Ok(false),
        // Some network drives know no locks; work goes on there as it did before there were any.
        Err(TryLockError::Error(error)) if error.kind() == io::ErrorKind::Unsupported => Ok(true),
        Err(TryLockError::Error(error)) => Err(error),
    }
}

/// Whether a name still stands for an open file.
#[cfg(unix)]
fn is_there(folder: &Dir, name: &OsStr, file: &std::fs::File) -> bool {
    use cap_std::fs::MetadataExt as _;
    use std::os::unix::fs::MetadataExt as _;
    match (folder.symlink_metadata(name), file.metadata()) {
        (Ok(there), Ok(open)) => (there.dev(), there.ino()) == (open.dev(), open.ino()),
        _ => false,
    }
}

/// Elsewhere an open file cannot be removed.
#[cfg(not(unix))]
fn is_there(folder: &Dir, name: &OsStr, _file: &std::fs::File) -> bool {
    folder.exists(name)
}

/// A rename is safe once its folder is on the disk; where a folder cannot be forced there, the file itself is.
fn sync_folder(folder: &Dir) {
    if let Ok(folder) = folder.try_clone() {
        let _ = folder.into_std_file().sync_all();
    }
}
