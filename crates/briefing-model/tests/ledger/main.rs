//! The ledger, asked from outside: what it counts, what it refuses, and the laws it keeps on any history.

// Marked as tests so that helpers may do what tests may do.
#[cfg(test)]
mod book;
#[cfg(test)]
mod example;
#[cfg(test)]
mod faults;
#[cfg(test)]
mod laws;
#[cfg(test)]
mod rules;
