//! Files and folders whose names come close to those that are read: copies, slips of the hand, endings that programs add.

use briefing_model::{Language, nearest};

use super::folder::OFFICE_FILE;
use super::translation::{language_meant, languages};
use crate::diagnostic::{Code, Diagnostic, FileSpan};
use crate::files::{FolderEntry, FolderPath};
use crate::keys;

/// What to do with a copy of something that is there.
const PUT_AWAY: &str = "move it out of the office folder, or delete it";

/// Words that programs and people add to the name of a copy.
const OF_COPIES: [&str; 14] = [
    "copy",
    "copie",
    "kopie",
    "copia",
    "копия",
    "副本",
    "نسخة",
    "conflict",
    "conflicted",
    "bak",
    "backup",
    "old",
    "orig",
    "draft",
];

/// The same before the name, as `Copy of`.
const BEFORE_COPIES: [&str; 6] = ["copy of ", "copie de ", "kopie von ", "copia de ", "копия ", "old "];

/// Whether a name is one of those that macOS and office programs put beside files, which nobody sees.
pub(super) fn is_companion(name: &str) -> bool {
    name.starts_with('.') || name.starts_with("~$")
}

/// The name that a copy was made of, such as `2025-05` of `2025-05 (1)` and of `Copy of 2025-05`.
pub(super) fn original(name: &str) -> Option<&str> {
    let mut rest = name.trim();
    while let Some(shorter) = without_mark(rest) {
        rest = shorter.trim_matches(|c: char| c.is_whitespace() || matches!(c, '-' | '_' | '~'));
    }
    (rest != name.trim() && !rest.is_empty()).then_some(rest)
}

/// A name without one thing that says that it is a copy.
fn without_mark(name: &str) -> Option<&str> {
    let is_word = |word: &str| OF_COPIES.contains(&word);
    let lower = name.to_lowercase();
    if let Some(prefix) = BEFORE_COPIES.iter().find(|prefix| lower.starts_with(*prefix)) {
        return name.get(prefix.len()..);
    }
    if let Some((before, _)) = name.split_once(".sync-conflict-") {
        return Some(before);
    }
    if let Some((before, inside)) = name.strip_suffix(')').and_then(|name| name.rsplit_once('(')) {
        let inside = inside.to_lowercase();
        let is_number = inside.len() < 4 && inside.bytes().all(|byte| byte.is_ascii_digit());
        let is_mark = is_number || inside.split(|c: char| !c.is_alphabetic()).any(is_word);
        return is_mark.then_some(before);
    }
    let (before, last) = name.rsplit_once([' ', '-', '_', '.', '~'])?;
    // `briefing 2`, as macOS names a copy, and `briefing copy 2`.
    let counts = last.len() < 3 && !last.is_empty() && last.bytes().all(|byte| byte.is_ascii_digit());
    let is_number = counts && name.get(before.len()..).is_some_and(|rest| rest.starts_with(' '));
    (is_number || is_word(&last.to_lowercase())).then_some(before)
}

/// The name of a TOML file without its ending, whatever a hand, an editor or a copy made of that; `None` for other files.
fn toml_stem(name: &str) -> Option<&str> {
    let (mut rest, mut is_toml) = (name, false);
    loop {
        let ending = rest.rsplit_once('.').map(|(before, ending)| (before, ending.to_lowercase()));
        rest = match ending {
            Some((before, ending)) if ending == "txt" => before,
            Some((before, ending)) if nearest(&ending, ["toml"]).is_some() => {
                is_toml = true;
                before
            }
            _ => match original(rest) {
                Some(shorter) => shorter,
                None => return is_toml.then_some(rest),
            },
        };
    }
}

/// The name that a file should have, where it comes close to one that is read.
fn meant(name: &str, stem: &str) -> Option<String> {
    let lower = name.to_lowercase();
    if stem == "briefing" && lower.ends_with(".lock") {
        let record = original(lower.strip_suffix(".lock")?)?;
        return (record == "figures").then(|| "figures.lock".to_owned());
    }
    let word = toml_stem(name)?.to_lowercase();
    let translations = languages().map(|language| format!("{stem}.{language}"));
    let mut known: Vec<String> = std::iter::once(stem.to_owned()).chain(translations).collect();
    known.extend((stem == "briefing").then(|| "approvals".to_owned()));
    // A language that another sign than a point sets off; any other word says whose copy it is, as that of a computer does which OneDrive adds.
    let behind = word.strip_prefix(stem);
    let apart = behind.map(|rest| rest.trim_matches(|c: char| !c.is_ascii_alphabetic()));
    let language = apart.filter(|code| !code.is_empty()).and_then(language_meant);
    let is_copy = behind.is_some_and(|rest| rest.starts_with(['-', '_', ' ']));
    let meant = match language.filter(|language| *language != Language::En) {
        Some(language) => format!("{stem}.{language}"),
        None if is_copy => stem.to_owned(),
        None => nearest(&word, known.iter().map(String::as_str))?.to_owned(),
    };
    Some(format!("{meant}.toml"))
}

/// What to do with what is beside the one that is read.
pub(super) fn beside(read: &str) -> String {
    format!("`{read}` is there as well: if this is a copy of it, {PUT_AWAY}")
}

/// A file that is not read, and has nearly the name of one that is: the language that it may be the missing translation into, and what
/// to do.
pub(super) fn check(
    name: &str,
    entries: &[FolderEntry],
    folder: Option<&FolderPath>,
    stem: &str,
) -> Option<(Option<Language>, Diagnostic)> {
    let is_there = |name: &str| entries.iter().any(|entry| !entry.is_folder && entry.name == name);
    let mut language = None;
    let hint = match meant(name, stem) {
        Some(meant) if meant == name => return None,
        // An office without its file has a message of its own.
        Some(meant) if folder.is_none() && meant == OFFICE_FILE && !is_there(&meant) => return None,
        // A file system may take both for one.
        Some(meant) if is_there(&meant) => beside(&meant),
        Some(meant) => {
            language = languages().find(|language| meant == format!("{stem}.{language}.toml"));
            format!("rename it to `{meant}` if that is what it is")
        }
        None => misplaced(name, folder)?,
    };
    let file = folder.map_or_else(|| name.to_owned(), |folder| format!("{folder}/{name}"));
    let message = format!("`{file}` is not read");
    Some((language, Diagnostic::new(Code::MisnamedMonthFile, FileSpan::whole_file(&file), message).with_hint(hint)))
}

/// What to do with a TOML file of another name, or in another folder, than those that are read.
fn misplaced(name: &str, folder: Option<&FolderPath>) -> Option<String> {
    let stem = name.strip_suffix(".toml")?;
    if folder.is_none() {
        if stem.starts_with("briefing.") {
            return Some("move it into the folder of its month".to_owned());
        }
        // Any other, such as the map of an import, is somebody's own.
        let key = keys::table_called(&stem.to_lowercase())?;
        return Some(format!(
            "what the office is stands in `{OFFICE_FILE}`: move it there, under `{key}`, or keep it elsewhere"
        ));
    }
    let language = languages().find(|language| language.code() == stem.to_ascii_lowercase());
    Some(match language {
        Some(language) => format!("rename it to `briefing.{language}.toml` if it is the translation"),
        None if stem == "office" || stem.starts_with("office.") => {
            "move it into the folder of the office if it belongs there, or delete it".to_owned()
        }
        None => "what a month prints is in `briefing.toml`: copy it there, or keep it elsewhere".to_owned(),
    })
}

/// The file in a month's folder that is probably to be its `briefing.toml`, which is not there.
pub(super) fn probable<'e>(entries: &'e [FolderEntry], folder: &str) -> Option<&'e FolderEntry> {
    let files = || entries.iter().filter(|entry| !entry.is_folder && !is_companion(&entry.name));
    let is_meant = |entry: &&FolderEntry| meant(&entry.name, "briefing").is_some_and(|meant| meant == "briefing.toml");
    let is_month = |entry: &&FolderEntry| toml_stem(&entry.name) == Some(folder);
    files().find(is_meant).or_else(|| files().find(is_month))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn copies_are_known_by_their_names() {
        for (copy, wanted) in [
            ("2025-05 (copy)", "2025-05"),
            ("Copy of 2025-05", "2025-05"),
            ("2025-05 - Copie", "2025-05"),
            ("2025-05.bak", "2025-05"),
            ("2025-05-old", "2025-05"),
            ("2025-05 2", "2025-05"),
            ("briefing - Copy (2)", "briefing"),
            ("briefing.fr (1)", "briefing.fr"),
            ("briefing (Paul's conflicted copy 2025-06-01)", "briefing"),
            ("briefing.sync-conflict-20250601-101010-ABC", "briefing"),
        ] {
            assert_eq!(original(copy), Some(wanted), "{copy}");
        }
        for name in ["2025-05", "briefing.fr", "briefing (final)", "copy", "minutes-05", "notes 2025"] {
            assert_eq!(original(name), None, "{name}");
        }
    }

    #[test]
    fn names_that_come_close_say_what_they_mean() {
        for (name, wanted) in [
            ("briefing.fr.tolm", Some("briefing.fr.toml")),
            ("BRIEFING.TOML", Some("briefing.toml")),
            ("briefing.toml.txt", Some("briefing.toml")),
            ("briefing.toml (conflicted copy 2025-06-01).toml", Some("briefing.toml")),
            ("brefing.fr.toml", Some("briefing.fr.toml")),
            ("briefing-fr.toml", Some("briefing.fr.toml")),
            ("briefing-DESKTOP-8AKS3.toml", Some("briefing.toml")),
            ("briefing_neu.toml", Some("briefing.toml")),
            ("old briefing.toml", Some("briefing.toml")),
            ("briefing_fra.toml", Some("briefing.fr.toml")),
            ("approvals (1).toml", Some("approvals.toml")),
            ("figures (1).lock", Some("figures.lock")),
            ("figures.lock", None),
            ("briefing.toml.backup-1", None),
            ("minutes.toml", None),
            ("briefing.docx", None),
            ("lake.jpg", None),
        ] {
            assert_eq!(meant(name, "briefing").as_deref(), wanted, "{name}");
        }
    }
}
