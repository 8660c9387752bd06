#![no_main]

use libfuzzer_sys::{fuzz_mutator, fuzz_target};

#[path = "../bodies.rs"]
#[allow(dead_code, reason = "each target is one of them")]
mod bodies;
#[path = "../mutate.rs"]
mod mutate;

fuzz_target!(|bytes: &[u8]| bodies::workbook(bytes));
fuzz_mutator!(|data: &mut [u8], size: usize, largest: usize, seed: u32| { mutate::lines_and_cells(data, size, largest, seed) });
