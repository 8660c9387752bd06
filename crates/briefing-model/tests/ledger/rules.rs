//! What counts, and how.
