//! Finished files given to a command.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use briefing::EditionError;
use briefing::tagged_pdf::reader::{PdfFile, ReadError};

use crate::status::Failure;

/// Reads a file, or standard input for `-`; never more bytes than the reader accepts.
pub(crate) fn read(path: &Path) -> Result<Vec<u8>, Failure> {
    let refused = |error: io::Error| match error.kind() {
        io::ErrorKind::NotFound => Failure::Call(format!("there is no file `{}`", path.display())),
        io::ErrorKind::IsADirectory => Failure::Call(format!("`{}` is a folder: name a PDF file", path.display())),
        _ => Failure::File { what: "read", path: path.display().to_string(), error },
    };
    let mut bytes = Vec::new();
    // One byte more than is accepted, so that the reader reports that there are too many.
    let most = PdfFile::LONGEST + 1;
    if path == Path::new("-") {
        io::stdin().lock().take(most).read_to_end(&mut bytes).map_err(refused)?;
    } else if let Some(kind) = other_kind(path) {
        return Err(Failure::Call(format!("`{}` is {kind}: name a PDF file that briefing made", path.display())));
    } else {
        File::open(path).and_then(|file| file.take(most).read_to_end(&mut bytes)).map_err(refused)?;
    }
    Ok(bytes)
}

/// The kind of a file by its extension, if it is not a PDF.
fn other_kind(path: &Path) -> Option<&'static str> {
    let ending = path.extension()?.to_str()?.to_lowercase();
    path.is_file().then_some(())?;
    Some(match ending.as_str() {
        "toml" | "csv" | "lock" | "md" => "a text file",
        "xlsx" | "xls" | "ods" => "a workbook",
        "docx" | "doc" | "odt" => "a document of a word processor",
        "jpg" | "jpeg" | "png" | "webp" | "svg" => "a picture",
        _ => return None,
    })
}

/// The failure when a file cannot be read.
pub(crate) fn refused(path: &Path, error: ReadError) -> Failure {
    no_edition(path, &error.into())
}

/// The failure when an edition cannot be read.
pub(crate) fn no_edition(path: &Path, error: &EditionError) -> Failure {
    Failure::Coded(error.code(), format!("`{}`: {error}", path.display()))
}
