//! Faults of an office folder, as commands report them.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use briefing::office::FileSpan;
use briefing::{Code, Diagnostic, Diagnostics, Language};

use crate::status::Status;
use crate::streams::Streams;

/// Up to this many faults are reported one by one.
const MOST_IN_FULL: usize = 50;

/// If there are more, this many of each kind.
const OF_EACH_KIND: usize = 3;

/// Reports faults to people, if there are any; if there are many, the first of each kind and how many more there are.
///
/// Paths are relative to the current directory, so that a terminal can open them; `office` is the folder they are in.
pub(crate) fn tell(faults: &Diagnostics, office: Option<&Path>, streams: &mut Streams<'_>) {
    let all: usize = faults.errors() + faults.warnings();
    let most = if all > MOST_IN_FULL { OF_EACH_KIND } else { usize::MAX };
    write(faults, office, most, streams);
}

/// Reports all faults that were kept to people.
pub(crate) fn tell_in_full(faults: &Diagnostics, office: Option<&Path>, streams: &mut Streams<'_>) {
    write(faults, office, usize::MAX, streams);
}

fn write(faults: &Diagnostics, office: Option<&Path>, most: usize, streams: &mut Streams<'_>) {
    if faults.is_empty() {
        return;
    }
    let mut shown: BTreeMap<Code, usize> = BTreeMap::new();
    let mut more: BTreeMap<Code, usize> = faults.more().collect();
    let mut text = String::new();
    for fault in faults {
        let count = shown.entry(fault.code).or_default();
        if *count == most {
            *more.entry(fault.code).or_default() += 1;
            continue;
        }
        *count += 1;
        let mut fault = fault.clone().map_place(|place| from_here(place, office));
        // A command in a hint can be copied.
        if let (Some(hint), Some(office)) = (&mut fault.hint, office)
            && hint.contains("`briefing ")
        {
            *hint = hint.replace(" OFFICE ", &format!(" {} ", quoted(office)));
        }
        let _ = writeln!(text, "{fault}");
    }
    for (code, more) in &more {
        let _ = writeln!(text, "and {more} more of {code}: {}", code.explain().title);
    }
    if !more.is_empty() {
        text.push('\n');
    }
    // What is untranslated in a language that the office does not require is found only by rendering.
    let is_checked = |code: &Code| !is_of_translation(*code);
    let folded = match office {
        Some(office) if most < usize::MAX && more.keys().any(is_checked) => {
            format!("; `briefing check {} --full` lists more of each kind", office.display())
        }
        _ => String::new(),
    };
    let _ = write!(text, "{}; `briefing explain CODE` says what a code means{folded}", faults.summary());
    streams.say_faults(&text);
}

/// Whether a code is about what is not translated into the language that it is printed in: all those with the letter N.
pub(crate) const fn is_of_translation(code: Code) -> bool {
    matches!(code, Code::TextUntranslated | Code::NameInEnglish | Code::WordingInEnglish)
}

/// The language whose translations the file of a fault holds: `fr` for `2025-04/briefing.fr.toml`.
pub(crate) fn language_of(fault: &Diagnostic) -> Option<Language> {
    let (_, language) = fault.place.as_ref()?.file.strip_suffix(".toml")?.rsplit_once('.')?;
    Language::ALL.into_iter().find(|known| known.code() == language)
}

/// A path as it is typed.
pub(crate) fn quoted(path: &Path) -> String {
    let path = path.display().to_string();
    if path.contains(char::is_whitespace) { format!("\"{path}\"") } else { path }
}

/// A place with its path from the current directory.
fn from_here(mut place: FileSpan, office: Option<&Path>) -> FileSpan {
    if let Some(office) = office.filter(|office| office.as_os_str() != ".") {
        place.file = office.join(&place.file).display().to_string();
    }
    place
}

/// The exit status of a command that found these faults.
pub(crate) fn status(faults: &Diagnostics, strict: bool) -> Status {
    if faults.system_refused() {
        Status::System
    } else if faults.errors() > 0 || (strict && faults.warnings() > 0) {
        Status::Input
    } else {
        Status::Done
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_of_translation_have_a_letter_of_their_own() {
        for code in Code::ALL {
            assert_eq!(is_of_translation(*code), code.as_str().starts_with('N'), "{code}");
        }
    }

    #[test]
    fn translations_are_in_files_of_their_language() {
        let of = |file: &str| language_of(&Diagnostic::new(Code::NotUtf8, FileSpan::whole_file(file), "not text"));
        assert_eq!(of("2025-04/briefing.fr.toml"), Some(Language::Fr));
        assert_eq!(of("office.ar.toml"), Some(Language::Ar));
        for other in ["office.toml", "2025-04/briefing.toml", "2025-04/briefing.xx.toml", "ledger.fr.csv"] {
            assert_eq!(of(other), None, "{other}");
        }
    }
}
