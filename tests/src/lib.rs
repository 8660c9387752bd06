//! Tests of the whole path from an office folder to the file.
