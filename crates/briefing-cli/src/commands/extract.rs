//! `briefing extract`: the data of a finished file.

use std::path::PathBuf;

use briefing::Edition;
use briefing::tagged_pdf::reader::PdfFile;

use crate::pdf;
use crate::status::{Failure, Status};
use crate::streams::Streams;

/// Which file.
pub(crate) struct Settings {
    pub(crate) file: PathBuf,
}

/// Writes the edition of a file, with its pictures.
pub(crate) fn extract(settings: &Settings, streams: &mut Streams<'_>) -> Result<Status, Failure> {
    let bytes = pdf::read(&settings.file)?;
    let (file, _, _) = PdfFile::open_signed(&bytes).map_err(|error| pdf::refused(&settings.file, error))?;
    let (edition, pictures) = Edition::from_pdf(&file).map_err(|error| pdf::no_edition(&settings.file, &error))?;
    let json = edition.to_json_with(&pictures).map_err(|error| Failure::Input(error.to_string()))?;
    streams.out.write_all(&json)?;
    Ok(Status::Done)
}
