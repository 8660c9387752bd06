//! A folder as it would be with one file written.

use std::io::Read;

use super::{FileError, Files, FolderEntry, FolderPath};

/// The files of a folder, one of them with other content.
pub(crate) struct WithFile<'f> {
    pub(crate) files: &'f dyn Files,
    pub(crate) path: &'f FolderPath,
    pub(crate) bytes: &'f [u8],
}

impl Files for WithFile<'_> {
    fn open(&self, path: &FolderPath) -> Result<Box<dyn Read + '_>, FileError> {
        if path == self.path { Ok(Box::new(self.bytes)) } else { self.files.open(path) }
    }

    fn list(&self, folder: Option<&FolderPath>) -> Result<Vec<FolderEntry>, FileError> {
        self.files.list(folder)
    }
}
