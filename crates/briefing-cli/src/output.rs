//! Where commands write files, and what they never overwrite.

use std::ffi::OsStr;
use std::fs::{self, File};
use std::io::{self, Read};
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
    /// What an existing file of another kind is not, in words.
    const fn not(self) -> &'static str {
        match self {
            Self::Pdf => "not a PDF",
            Self::Po => "not a file of texts for translators",
            Self::Man => "not a page of a manual",
        }
    }

    /// Whether a file may be an earlier one of this kind.
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

/// Writes a file whole or not at all: a reader never sees half of it, and the previous contents survive every failure. An
/// existing file of texts for translators may have come back from them, so it is kept under another name, which is returned.
///
/// Only an earlier file of the same kind is overwritten, and never one that was published.
pub(crate) fn write_file(path: &Path, bytes: &[u8], kind: OutputKind) -> Result<Option<PathBuf>, Failure> {
    if path.is_dir() || path.to_string_lossy().ends_with(std::path::is_separator) {
        return Err(Failure::Call(match kind {
            OutputKind::Pdf => format!("`{0}` is a folder: write `--out-dir {0}`", path.display()),
            OutputKind::Po | OutputKind::Man => format!("`{}` is a folder: name a file in it", path.display()),
        }));
    }
    let refused = |error| Failure::File { what: "write", path: path.display().to_string(), error };
    let mut kept = None;
    if is_of_issue(path) {
        let message = if path.is_file() {
            "went out, and is never overwritten"
        } else {
            "would be taken for a file that went out"
        };
        return Err(Failure::Call(format!("`{}` {message}: choose another name", path.display())));
    }
    if path.is_file() {
        let before = beginning(path).map_err(refused)?;
        // A broken PDF is no loss.
        let is_pdf =
            kind == OutputKind::Pdf && path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("pdf"));
        if !is_pdf && !kind.is_like(&before) {
            let message = format!(
                "`{}` is there already and is {}, so it is not overwritten: choose another name",
                path.display(),
                kind.not()
            );
            return Err(Failure::Call(message));
        }
        if kind == OutputKind::Po && fs::read(path).map_err(refused)? != bytes {
            kept = Some(keep(path).map_err(refused)?);
        }
    }
    save_file(path, bytes).map_err(refused)?;
    Ok(kept)
}

/// Whether a file has the name of a published issue in the folder of a month.
fn is_of_issue(path: &Path) -> bool {
    // The folder of a new file exists.
    let real = fs::canonicalize(path).or_else(|_| {
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        fs::canonicalize(folder).map(|folder| folder.join(path.file_name().unwrap_or_default()))
    });
    let Ok(real) = real else { return false };
    let name = real.file_name().and_then(OsStr::to_str).unwrap_or_default();
    let in_office = real.ancestors().nth(2).is_some_and(|office| office.join("office.toml").is_file());
    in_office && name.starts_with("published-")
}

fn beginning(path: &Path) -> io::Result<Vec<u8>> {
    let mut beginning = Vec::new();
    File::open(path)?.take(4096).read_to_end(&mut beginning)?;
    Ok(beginning)
}

/// Copies a file to the first free name beside it.
fn keep(path: &Path) -> io::Result<PathBuf> {
    let mut number = 1_u32;
    loop {
        let mut name = path.as_os_str().to_owned();
        name.push(format!(".backup-{number}"));
        let kept = PathBuf::from(name);
        match File::create_new(&kept) {
            Ok(mut file) => {
                io::copy(&mut File::open(path)?, &mut file)?;
                file.sync_all()?;
                return Ok(kept);
            }
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => number = number.saturating_add(1),
            Err(error) => return Err(error),
        }
    }
}

/// Creates a folder for output, with its parents.
pub(crate) fn make_folder(path: &Path) -> Result<(), Failure> {
    fs::create_dir_all(path).map_err(|error| Failure::File {
        what: "make the folder",
        path: path.display().to_string(),
        error,
    })
}

/// A file in a folder; in the current one, just its name.
pub(crate) fn in_folder(folder: Option<&Path>, name: &str) -> PathBuf {
    folder.map_or_else(|| PathBuf::from(name), |folder| folder.join(name))
}
