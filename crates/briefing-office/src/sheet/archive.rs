//! A ZIP file, of which a workbook is one: its sizes are checked before anything is unpacked.
//!
//! Only what workbooks use is read (PKWARE APPNOTE 6.3.10: stored and deflated files, no encryption, no ZIP64), and an
//! archive that unpacks to more than it says is refused.

use std::io::Read;

use flate2::Crc;
use flate2::read::DeflateDecoder;

/// What an archive may unpack to altogether, in bytes.
pub(super) const LARGEST_UNPACKED: u64 = 64 * 1024 * 1024;

/// No workbook has more parts.
const MOST_FILES: usize = 10_000;

/// Why an archive is not read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(super) enum InvalidArchive {
    #[error("it is no ZIP file, as a workbook is")]
    NotAnArchive,
    #[error("it is protected by a password, or of the format before 2007")]
    Compound,
    #[error("it is damaged")]
    Damaged,
    #[error("part of it is encrypted")]
    Encrypted,
    #[error("part of it is packed in a way that workbooks do not use")]
    Method,
    #[error("it has more than {MOST_FILES} parts")]
    TooMany,
    #[error("it unpacks to more than {} MB", LARGEST_UNPACKED >> 20)]
    TooLarge,
}

/// An archive, its table of contents read and its sizes found to be within bounds.
pub(super) struct Archive<'b> {
    bytes: &'b [u8],
    files: Vec<Packed>,
}

struct Packed {
    name: String,
    encrypted: bool,
    method: u16,
    sum: u32,
    packed: usize,
    unpacked: u64,
    at: usize,
}

impl<'b> Archive<'b> {
    pub(super) fn open(bytes: &'b [u8]) -> Result<Self, InvalidArchive> {
        if bytes.starts_with(b"\xD0\xCF\x11\xE0") {
            return Err(InvalidArchive::Compound);
        }
        let end = find_end(bytes).ok_or(InvalidArchive::NotAnArchive)?;
        let count = usize::from(short_at(bytes, end + 10).ok_or(InvalidArchive::Damaged)?);
        if count > MOST_FILES {
            return Err(InvalidArchive::TooMany);
        }
        let mut at = long_at(bytes, end + 16).ok_or(InvalidArchive::Damaged)? as usize;
        let mut files = Vec::with_capacity(count);
        let mut total = 0_u64;
        for _ in 0..count {
            let (file, next) = packed(bytes, at).ok_or(InvalidArchive::Damaged)?;
            total += file.unpacked;
            files.push(file);
            at = next;
        }
        if total > LARGEST_UNPACKED { Err(InvalidArchive::TooLarge) } else { Ok(Self { bytes, files }) }
    }

    /// A part of the archive; `None` when there is none of that name, which has no regard to case.
    pub(super) fn file(&self, name: &str) -> Option<Result<Vec<u8>, InvalidArchive>> {
        let file = self.files.iter().find(|file| file.name.eq_ignore_ascii_case(name))?;
        Some(self.unpack(file))
    }

    fn unpack(&self, file: &Packed) -> Result<Vec<u8>, InvalidArchive> {
        if file.encrypted {
            return Err(InvalidArchive::Encrypted);
        }
        let content = self.content(file).ok_or(InvalidArchive::Damaged)?;
        let bytes = match file.method {
            0 => content.to_vec(),
            8 => {
                let mut bytes = Vec::new();
                // One byte more than it says shows that it said too little.
                let mut reader = DeflateDecoder::new(content).take(file.unpacked + 1);
                reader.read_to_end(&mut bytes).map_err(|_| InvalidArchive::Damaged)?;
                bytes
            }
            _ => return Err(InvalidArchive::Method),
        };
        let mut sum = Crc::new();
        sum.update(&bytes);
        if bytes.len() as u64 == file.unpacked && sum.sum() == file.sum {
            Ok(bytes)
        } else {
            Err(InvalidArchive::Damaged)
        }
    }

    fn content(&self, file: &Packed) -> Option<&'b [u8]> {
        let bytes = self.bytes;
        if long_at(bytes, file.at)? != 0x0403_4B50 {
            return None;
        }
        let name = usize::from(short_at(bytes, file.at.checked_add(26)?)?);
        let extra = usize::from(short_at(bytes, file.at.checked_add(28)?)?);
        let start = file.at.checked_add(30)?.checked_add(name)?.checked_add(extra)?;
        bytes.get(start..start.checked_add(file.packed)?)
    }
}

/// Where the record at the end begins, behind which a comment may stand.
fn find_end(bytes: &[u8]) -> Option<usize> {
    const RECORD: usize = 22;
    let last = bytes.len().checked_sub(RECORD)?;
    let first = last.saturating_sub(usize::from(u16::MAX));
    (first..=last).rev().find(|&at| bytes.get(at..at + 4) == Some(b"PK\x05\x06"))
}

/// A line of the table of contents, and where the next one begins.
fn packed(bytes: &[u8], at: usize) -> Option<(Packed, usize)> {
    if long_at(bytes, at)? != 0x0201_4B50 {
        return None;
    }
    let short = |offset| short_at(bytes, at.checked_add(offset)?);
    let long = |offset| long_at(bytes, at.checked_add(offset)?);
    let (name, extra, comment) = (usize::from(short(28)?), usize::from(short(30)?), usize::from(short(32)?));
    let start = at.checked_add(46)?;
    let text = String::from_utf8_lossy(bytes.get(start..start.checked_add(name)?)?).replace('\\', "/");
    let file = Packed {
        name: text,
        encrypted: short(8)? & 1 != 0,
        method: short(10)?,
        sum: long(16)?,
        packed: long(20)? as usize,
        unpacked: u64::from(long(24)?),
        at: long(42)? as usize,
    };
    Some((file, start + name + extra + comment))
}

fn short_at(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at.checked_add(2)?)?.try_into().ok()?))
}

fn long_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at.checked_add(4)?)?.try_into().ok()?))
}
