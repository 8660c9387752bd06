//! `briefing extract`: the data of a finished file.

use briefing::Edition;
use briefing::tagged_pdf::reader::PdfFile;

use crate::arguments::ExtractArguments;
use crate::pdf;
use crate::status::{Failure, Status};
use crate::streams::Streams;

/// Writes the edition of a file, with its pictures.
pub(crate) fn extract(arguments: &ExtractArguments, streams: &mut Streams<'_>) -> Result<Status, Failure> {
    let bytes = pdf::read(&arguments.file)?;
    let (file, _, _) = PdfFile::open_signed(&bytes).map_err(|error| pdf::refused(&arguments.file, error))?;
    let (edition, pictures) = Edition::from_pdf(&file).map_err(|error| pdf::no_edition(&arguments.file, &error))?;
    let json = edition.to_json_with(&pictures).map_err(|error| Failure::Input(error.to_string()))?;
    streams.out.write_all(&json)?;
    Ok(Status::Done)
}
