//! Laws that hold of any history.
