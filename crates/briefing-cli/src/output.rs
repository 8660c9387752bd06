//! Where files go that a command writes, and what it never writes over.

use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};

use briefing::office::save_file;

use crate::status::Failure;

/// What a command makes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum OutputKind {
    /// A finished briefing.
    Pdf,
    /// Texts for translators.
    Po,
    /// A page of the manual.
    Man,
}

impl OutputKind {
    /// Whether a file may be an earlier one of its kind.
    fn is_like(self, beginning: &[u8]) -> bool {
        match self {
            Self::Pdf => beginning.starts_with(b"%PDF"),
            Self::Man => beginning.starts_with(b".ie \\n(.g") || beginning.starts_with(b".TH"),
            Self::Po => [&b"msgid"[..], b"<xliff", b"<tmx "]
                .iter()
                .any(|mark| beginning.windows(mark.len()).any(|word| word == *mark)),
        }
    }
}

/// Writes a file whole or not at all: a reader never sees half of it, and what was there before survives every failure.
///
/// A file of an office is never overwritten: in an office's folder, only an earlier file of the same kind is.
pub(crate) fn write_file(path: &Path, bytes: &[u8], kind: OutputKind) -> Result<(), Failure> {
    if path.is_dir() {
        return Err(Failure::Call(format!("`{0}` is a folder: write `--out-dir {0}`", path.display())));
    }
    if is_of_an_office(path, kind) {
        let message =
            format!("`{}` is a file of an office, which is never overwritten: choose another name", path.display());
        return Err(Failure::Call(message));
    }
    save_file(path, bytes).map_err(|error| Failure::File { what: "write", path: path.display().to_string(), error })
}

/// Whether a path stands for a file in an office's folder that a command did not make.
fn is_of_an_office(path: &Path, kind: OutputKind) -> bool {
    let Ok(real) = fs::canonicalize(path) else { return false };
    let in_office = real.ancestors().skip(1).any(|folder| folder.join("office.toml").is_file());
    let mut beginning = Vec::new();
    let mut read = || File::open(&real)?.take(4096).read_to_end(&mut beginning);
    real.is_file() && in_office && (read().is_err() || !kind.is_like(&beginning))
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
