//! The whole path from an office's facts to a finished file, and back from the file to its data.
//!
//! - [`edition`]: all that a file was made from, as data that travel in it; from an edition comes the file.
//! - [`verify`]: whether a finished file shows what its data say.

pub mod edition;
pub mod verify;
