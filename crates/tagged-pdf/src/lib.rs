//! Accessible, archival PDF on top of printpdf.
