//! Typefaces for briefings, with their licences.
