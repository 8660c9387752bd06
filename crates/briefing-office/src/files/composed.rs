//! Names of files whose letters are stored apart from their marks, as macOS stores them and archives carry them on.

use icu_normalizer::ComposingNormalizerBorrowed;

use super::{Files, FolderPath};

/// The path as it is stored, where that spells the same letters otherwise; two such names look the same to everybody.
pub(super) fn stored(files: &dyn Files, path: &FolderPath) -> Option<FolderPath> {
    if path.as_str().is_ascii() {
        return None;
    }
    let composed = |name: &str| ComposingNormalizerBorrowed::new_nfc().normalize(name).into_owned();
    let mut folder: Option<FolderPath> = None;
    for part in path.as_str().split('/') {
        let entries = files.list(folder.as_ref()).ok()?;
        let is_part = |name: &&str| composed(name) == composed(part);
        let mut names = entries.iter().map(|entry| entry.name.as_str());
        let name = names.clone().find(|name| *name == part).or_else(|| names.find(is_part))?;
        folder = Some(match folder {
            Some(folder) => folder.join(name).ok()?,
            None => name.parse().ok()?,
        });
    }
    folder.filter(|stored| stored != path)
}
