//! Reads everything there is in a file.

use briefing_pdf::reader::PdfFile;

pub(crate) fn read(bytes: &[u8]) {
    let Ok(file) = PdfFile::open(bytes) else { return };
    let _ = file.metadata();
    let _ = file.outline();
    let _ = file.attachments();
    let _ = file.fonts();
    let _ = file.images().map(|images| images.iter().map(|image| image.to_file()).collect::<Vec<_>>());
    let _ = file.structure().map(|structure| structure.text());
}
