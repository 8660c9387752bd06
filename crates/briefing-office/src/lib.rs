//! Reads an office folder into the domain model, every fault with its place.
