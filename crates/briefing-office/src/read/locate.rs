//! Where a month names a picture that its page shows to be coarse.

use briefing_model::Month;

use super::folder;
use crate::diagnostic::FileSpan;
use crate::files::Files;
use crate::tree::Log;

/// Where a month names a picture, by the path of its file in the folder; the month's file as a whole where it does not.
///
/// ```
/// use briefing_office::{Memory, locate_picture};
///
/// let month = "[[item]]\nid = 'a'\npicture = { file = 'globe.jpg', alt = 'A globe' }\n";
/// let files = Memory::new().with("2025-04/briefing.toml", month);
/// assert_eq!(locate_picture(&files, "2025-04".parse()?, "2025-04/globe.jpg").to_string(), "2025-04/briefing.toml:3:20");
/// # Ok::<(), briefing_model::InvalidMonth>(())
/// ```
#[must_use]
pub fn locate_picture(files: &dyn Files, month: Month, file: &str) -> FileSpan {
    let of_month = format!("{month}/briefing.toml");
    let name = file.rsplit('/').next().unwrap_or_default();
    let found = (|| {
        let log = Log::default();
        let source = folder::text(files, &of_month, &log)?;
        let root = crate::tree::parse(&source, &log)?;
        let items = root.get("item")?.get_ref().as_array()?;
        let mut pictures = items.iter().filter_map(|item| item.get_ref().get("picture")?.get_ref().get("file"));
        let named = pictures.find(|file| file.get_ref().as_str() == Some(name))?;
        Some(source.location(named.span()))
    })();
    found.unwrap_or_else(|| FileSpan::whole_file(&of_month))
}
