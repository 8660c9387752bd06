//! Reads an office folder into the domain model, every fault with its place.

mod diagnostic;
mod files;
//mod picture;
mod source;
mod suggest;
mod tree;

pub use diagnostic::{
    Code, Diagnostic, Diagnostics, Explanation, Location, MOST_PER_CODE, Position, Related,
    Severity, UnknownCode,
};
pub use files::{Disk, FileError, Files, FolderEntry, FolderPath, InvalidFolderPath, Memory};
pub use source::SourceFile;
