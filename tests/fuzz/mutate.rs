//! Changes that know lines and cells: most of what people and programs get wrong in a table or a file of keys is a line too many,
//! too few, elsewhere, or with another value, which single bytes seldom become.

use libfuzzer_sys::fuzzer_mutate;

/// The next form of `data[..size]`, of at most `largest` bytes: every other time by lines or cells, else by libFuzzer's own ways.
pub(crate) fn lines_and_cells(data: &mut [u8], size: usize, largest: usize, seed: u32) -> usize {
    let pick = |salt: u32, of: usize| seed.wrapping_mul(0x9E37_79B9).rotate_left(salt) as usize % of.max(1);
    let separator = match seed % 4 {
        0 => b'\n',
        1 => *b",;\t=\"".get(pick(7, 5)).unwrap_or(&b','),
        _ => return fuzzer_mutate(data, size, largest),
    };
    let parts: Vec<&[u8]> = data[..size].split(|byte| *byte == separator).collect();
    let (from, to) = (pick(11, parts.len()), pick(17, parts.len()));
    let mut changed = parts.clone();
    match pick(23, 4) {
        0 => changed.insert(to, parts[from]),
        1 => drop(changed.remove(from)),
        2 => changed.swap(from, to),
        _ => changed[to] = parts[from],
    }
    let joined = changed.join(&separator);
    let size = joined.len().min(largest);
    data[..size].copy_from_slice(&joined[..size]);
    size
}
