//! How the data of a finished file differ from an office folder.

use briefing_model::Briefing;
use briefing_office::{PlaceChange, all_pieces, changes_in_words};

/// How many characters of a text are shown.
const SHOWN: usize = 80;

/// What differs, place by place, in words; empty if both are the same briefing.
pub(crate) fn differences(file: &Briefing, folder: &Briefing) -> Vec<String> {
    if file == folder {
        return Vec::new();
    }
    let [file, folder] = [file, folder].map(|briefing| all_pieces(briefing).into_iter().collect());
    let changes = changes_in_words(file, folder);
    let said = |PlaceChange { words, before, after, .. }: PlaceChange| match (before, after) {
        (Some(file), Some(folder)) => {
            format!("{words}: {} in the file, {} in the folder", shown(&file), shown(&folder))
        }
        (Some(file), None) => format!("{words}: {} in the file only", shown(&file)),
        (None, folder) => format!("{words}: {} in the folder only", shown(&folder.unwrap_or_default())),
    };
    let said: Vec<String> = changes.into_iter().map(said).collect();
    // Rows of tables are compared by their contents, not by their positions.
    if said.is_empty() { vec!["rows of tables are in another order".to_owned()] } else { said }
}

/// A value in a few words.
fn shown(text: &str) -> String {
    let line: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).take(SHOWN).collect();
    if text.chars().nth(SHOWN).is_some() { format!("`{line}…`") } else { format!("`{line}`") }
}
