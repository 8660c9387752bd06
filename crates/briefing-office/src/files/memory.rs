//! An office folder without a disk.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use super::{FileError, Files, FolderEntry, FolderPath, composed};

/// An office folder in memory.
///
/// ```
/// use briefing_office::{Files, Memory};
///
/// let files = Memory::new().with("office.toml", "[office]\n").with("2025-04/briefing.toml", "");
/// assert_eq!(files.read(&"office.toml".parse()?, 100).unwrap(), b"[office]\n");
/// assert_eq!(files.list(None).unwrap().len(), 2);
/// # Ok::<(), briefing_office::InvalidFolderPath>(())
/// ```
#[derive(Debug, Clone, Default)]
pub struct Memory {
    files: BTreeMap<String, Vec<u8>>,
}

impl Memory {
    /// A folder with nothing in it.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The same folder with this file, in place of one of that name.
    #[must_use]
    pub fn with(mut self, path: &str, bytes: impl AsRef<[u8]>) -> Self {
        self.files.insert(path.to_owned(), bytes.as_ref().to_vec());
        self
    }

    /// The same folder without this file.
    ///
    /// ```
    /// use briefing_office::{Files, Memory};
    ///
    /// let files = Memory::new().with("office.toml", "").with("ledger.csv", "").without("ledger.csv");
    /// assert_eq!(files.list(None).map(|entries| entries.len()).ok(), Some(1));
    /// ```
    #[must_use]
    pub fn without(mut self, path: &str) -> Self {
        self.files.remove(path);
        self
    }

    fn is_folder(&self, path: &str) -> bool {
        let prefix = format!("{path}/");
        self.files.range(prefix.clone()..).next().is_some_and(|(name, _)| name.starts_with(&prefix))
    }
}

impl Files for Memory {
    fn open(&self, path: &FolderPath) -> Result<Box<dyn Read + '_>, FileError> {
        match self.files.get(path.as_str()) {
            Some(bytes) => Ok(Box::new(Cursor::new(bytes.as_slice()))),
            None if self.is_folder(path.as_str()) => Err(FileError::NotAFile),
            None => match composed::stored(self, path) {
                Some(stored) => self.open(&stored),
                None => Err(FileError::NotFound),
            },
        }
    }

    fn list(&self, folder: Option<&FolderPath>) -> Result<Vec<FolderEntry>, FileError> {
        let prefix = folder.map(|path| format!("{path}/")).unwrap_or_default();
        let mut entries: BTreeMap<&str, bool> = BTreeMap::new();
        for rest in self.files.keys().filter_map(|name| name.strip_prefix(&prefix)) {
            match rest.split_once('/') {
                Some((name, _)) => entries.insert(name, true),
                None => entries.insert(rest, false),
            };
        }
        if entries.is_empty() && folder.is_some() {
            return Err(FileError::NotFound);
        }
        Ok(entries.into_iter().map(|(name, is_folder)| FolderEntry { name: name.to_owned(), is_folder }).collect())
    }
}
