//! Decompression with a limit.

use std::io::Read as _;

use flate2::bufread::ZlibDecoder;

use super::error::{FilePlace, ReadError};

/// The number of bytes that may still be decompressed.
#[derive(Debug)]
pub(super) struct Budget {
    left: u64,
}

/// The largest number of bytes that one call may decompress in total.
const MOST_UNPACKED: u64 = 256 << 20;

impl Budget {
    pub(super) const fn new() -> Self {
        Self::of(MOST_UNPACKED)
    }

    pub(super) const fn of(bytes: u64) -> Self {
        Self { left: bytes }
    }

    /// Decompresses a stream of the file.
    ///
    /// The work is bounded by the size of the file: text and figures never compress as far as `most` allows.
    pub(super) fn inflate(&mut self, packed: &[u8], at: FilePlace) -> Result<Vec<u8>, ReadError> {
        let bytes = inflate(packed, most(packed.len()).min(self.left), at)?;
        self.left = self.left.saturating_sub(bytes.len() as u64);
        Ok(bytes)
    }
}

/// The largest size to which this many compressed bytes may expand.
const fn most(packed: usize) -> u64 {
    (1 << 20) + 250 * packed as u64
}

/// Decompresses at most `limit` bytes. The compressed data must be complete and intact.
pub(super) fn inflate(packed: &[u8], limit: u64, at: FilePlace) -> Result<Vec<u8>, ReadError> {
    let mut bytes = Vec::new();
    let mut decoder = ZlibDecoder::new(packed);
    let read = decoder.by_ref().take(limit.saturating_add(1)).read_to_end(&mut bytes);
    if read.is_err() {
        return Err(ReadError::damaged("its data do not unpack", at));
    }
    if bytes.len() as u64 > limit {
        return Err(ReadError::TooLarge { what: "bytes when it is unpacked", limit });
    }
    if decoder.total_in() != packed.len() as u64 {
        return Err(ReadError::damaged("its data do not end where they should", at));
    }
    Ok(bytes)
}
