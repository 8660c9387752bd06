//! Offices made up in code: larger and odder than anybody would write by hand. No figure in them is anybody's.
