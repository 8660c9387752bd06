//! Where in an office's texts a character stands that the pages show to be wrong.

use briefing_model::{Language, Month};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::folder;
use super::translation::{month_file, office_file};
use crate::diagnostic::Location;
use crate::files::Files;
use crate::source::SourceFile;
use crate::tree::{Log, within};

/// Keys of texts that are not drawn.
const NOT_DRAWN: [&str; 3] = ["alt", "file", "source"];

/// Where a character stands in the texts that a month prints in a language: in those of the item with that id, if it is one, else
/// in those of the office. The month's file as a whole where it is in none, because the program worded it.
///
/// ```
/// use briefing_model::Language;
/// use briefing_office::{Memory, locate_character};
///
/// let month = "# A rocket 🚀.\n[[item]]\nid = 'launch'\nsection = 'leadership'\nwhen = 2025-04-02\ntext = 'A launch 🚀.'\n";
/// let files = Memory::new().with("2025-04/briefing.toml", month);
/// let place = locate_character(&files, "2025-04".parse()?, Language::En, "launch", '🚀');
/// assert_eq!(place.to_string(), "2025-04/briefing.toml:6:18");
/// # Ok::<(), briefing_model::InvalidMonth>(())
/// ```
#[must_use]
pub fn locate_character(files: &dyn Files, month: Month, language: Language, item: &str, character: char) -> Location {
    let of_month = format!("{month}/briefing.toml");
    // A text is printed in English where it has no translation.
    let translated = (language != Language::En).then(|| {
        let translation = find(files, &month_file(month, language), character, |root| entries_of(root, item));
        translation.or_else(|| find(files, &office_file(language), character, everything))
    });
    translated
        .flatten()
        .or_else(|| find(files, &of_month, character, |root| items_of(root, item)))
        .or_else(|| find(files, "office.toml", character, everything))
        .unwrap_or_else(|| Location::whole_file(&of_month))
}

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
pub fn locate_picture(files: &dyn Files, month: Month, file: &str) -> Location {
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
    found.unwrap_or_else(|| Location::whole_file(&of_month))
}

/// The first of the texts of a file that has the character, among the values that `part` picks.
fn find(
    files: &dyn Files,
    file: &str,
    character: char,
    part: impl for<'r> Fn(&'r DeTable<'r>) -> Vec<&'r Spanned<DeValue<'r>>>,
) -> Option<Location> {
    // What is wrong with the files themselves was reported when they were read.
    let log = Log::default();
    let source = folder::text(files, file, &log)?;
    let root = crate::tree::parse(&source, &log)?;
    let mut found: Option<std::ops::Range<usize>> = None;
    for value in part(&root) {
        first(&source, value, character, &mut found);
    }
    found.map(|span| source.location(span))
}

fn everything<'r>(root: &'r DeTable<'r>) -> Vec<&'r Spanned<DeValue<'r>>> {
    root.values().collect()
}

/// The items of a month with an id.
fn items_of<'r>(root: &'r DeTable<'r>, id: &str) -> Vec<&'r Spanned<DeValue<'r>>> {
    let items = root.get("item").and_then(|items| items.get_ref().as_array());
    let named = |item: &&'r Spanned<DeValue<'r>>| {
        item.get_ref().get("id").and_then(|found| found.get_ref().as_str()) == Some(id)
    };
    items.map(|items| items.iter().filter(named).collect()).unwrap_or_default()
}

/// The translations of an item's texts.
fn entries_of<'r>(root: &'r DeTable<'r>, id: &str) -> Vec<&'r Spanned<DeValue<'r>>> {
    root.get(id).into_iter().collect()
}

/// Notes the character where it stands before what was found so far.
fn first(
    source: &SourceFile,
    value: &Spanned<DeValue<'_>>,
    character: char,
    found: &mut Option<std::ops::Range<usize>>,
) {
    match value.get_ref() {
        DeValue::String(text) => {
            let Some(at) = text.find(character) else { return };
            let span = within(source, &value.span(), at..at + character.len_utf8());
            if found.as_ref().is_none_or(|found| span.start < found.start) {
                *found = Some(span);
            }
        }
        // Neither lists nor tables nest deeper than is bounded on parsing.
        DeValue::Array(items) => items.iter().for_each(|item| first(source, item, character, found)),
        DeValue::Table(table) => {
            for (key, value) in table {
                if !NOT_DRAWN.contains(&key.get_ref().as_ref()) {
                    first(source, value, character, found);
                }
            }
        }
        _ => {}
    }
}
