//! Files that are there whole or not at all.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::status::Failure;

/// Writes a file under a temporary name in the same folder, then renames it: a reader never sees half of it, and what
/// was there before survives every failure.
///
/// What is no ordinary file (a device, a pipe) is written to as it is. The file is not forced to the disk: it can be
/// made again.
pub(crate) fn write_file(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let refused = |error| Failure::File { what: "write", path: path.display().to_string(), error };
    let known = match fs::metadata(path) {
        Ok(known) => Some(known),
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) => return Err(refused(error)),
    };
    match known {
        Some(known) if known.is_dir() => {
            Err(Failure::Call(format!("`{0}` is a folder: write `--out-dir {0}`", path.display())))
        }
        Some(known) if !known.is_file() => in_place(path, bytes).map_err(refused),
        // A link stays a link, and the file it leads to is replaced.
        Some(known) => fs::canonicalize(path).and_then(|real| replace(&real, bytes, Some(&known))).map_err(refused),
        None => replace(path, bytes, None).map_err(refused),
    }
}

fn in_place(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = fs::OpenOptions::new().write(true).open(path)?;
    file.write_all(bytes)?;
    file.flush()
}

fn replace(path: &Path, bytes: &[u8], known: Option<&fs::Metadata>) -> io::Result<()> {
    if known.is_some_and(|known| known.permissions().readonly()) {
        return Err(io::Error::new(io::ErrorKind::PermissionDenied, "the file is read-only"));
    }
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut builder = tempfile::Builder::new();
    builder.prefix(".briefing-").suffix(".tmp");
    // A new file is as open to others as any; a replaced one as open as it was.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let mut file = builder.tempfile_in(folder)?;
    file.write_all(bytes)?;
    file.flush()?;
    if let Some(known) = known {
        file.as_file().set_permissions(known.permissions())?;
    }
    file.persist(path).map_err(|error| error.error)?;
    Ok(())
}

/// Makes a folder for output, with those above it.
pub(crate) fn make_folder(path: &Path) -> Result<(), Failure> {
    fs::create_dir_all(path).map_err(|error| Failure::File {
        what: "make the folder",
        path: path.display().to_string(),
        error,
    })
}

/// A file in a folder; in the current one, its name alone.
pub(crate) fn in_folder(folder: Option<&Path>, name: &str) -> PathBuf {
    folder.map_or_else(|| PathBuf::from(name), |folder| folder.join(name))
}
