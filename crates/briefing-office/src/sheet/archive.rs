//! A ZIP file, of which a workbook is one: its sizes are checked before anything is unpacked.
//!
//! Only what workbooks use is read (PKWARE APPNOTE 6.3.10: stored and deflated files, ZIP64, no encryption), and an
//! archive that unpacks to more than it says is refused.

use std::cell::Cell;
use std::io::Read;

use flate2::Crc;
use flate2::read::DeflateDecoder;

/// What the parts that are asked for may unpack to altogether, in bytes.
pub(super) const LARGEST_UNPACKED: u64 = 64 * 1024 * 1024;

/// No workbook has more parts.
const MOST_FILES: usize = 10_000;

/// Why an archive is not read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(super) enum InvalidArchive {
    #[error("it is empty")]
    Empty,
    #[error("it breaks off before its end")]
    CutOff,
    #[error("it is another kind of file")]
    NotAnArchive,
    #[error("it is damaged")]
    Damaged,
    #[error("part of it is encrypted")]
    Encrypted,
    #[error("part of it is compressed by a method that workbooks do not use")]
    Method,
    #[error("it has more than {MOST_FILES} parts")]
    TooMany,
    #[error("it unpacks to more than {} MB", LARGEST_UNPACKED >> 20)]
    TooLarge,
}

/// An archive, its table of contents read.
pub(super) struct Archive<'b> {
    bytes: &'b [u8],
    files: Vec<Packed>,
    /// How many bytes may still be unpacked.
    room: Cell<u64>,
}

struct Packed {
    name: String,
    encrypted: bool,
    method: u16,
    sum: u32,
    packed: u64,
    unpacked: u64,
    at: u64,
}

impl<'b> Archive<'b> {
    pub(super) fn open(bytes: &'b [u8]) -> Result<Self, InvalidArchive> {
        if bytes.iter().all(|&byte| byte == 0) {
            return Err(InvalidArchive::Empty);
        }
        if !bytes.starts_with(b"PK") {
            return Err(InvalidArchive::NotAnArchive);
        }
        let end = find_end(bytes).ok_or(InvalidArchive::CutOff)?;
        let (count, start) = contents(bytes, end).ok_or(InvalidArchive::Damaged)?;
        if count > MOST_FILES as u64 {
            return Err(InvalidArchive::TooMany);
        }
        let mut at = usize::try_from(start).map_err(|_| InvalidArchive::Damaged)?;
        let mut files = Vec::new();
        for _ in 0..count {
            let (file, next) = packed(bytes, at).ok_or(InvalidArchive::Damaged)?;
            files.push(file);
            at = next;
        }
        Ok(Self { bytes, files, room: Cell::new(LARGEST_UNPACKED) })
    }

    /// A part of the archive; `None` when there is none of that name, in capital or small letters.
    pub(super) fn file(&self, name: &str) -> Option<Result<Vec<u8>, InvalidArchive>> {
        let mut found = self.files.iter().filter(|file| file.name.eq_ignore_ascii_case(name));
        let file = found.next()?;
        // Of two parts of one name, programs take one or the other.
        Some(if found.next().is_some() { Err(InvalidArchive::Damaged) } else { self.unpack(file) })
    }

    /// Whether there is a part of that name.
    pub(super) fn has(&self, name: &str) -> bool {
        self.files.iter().any(|file| file.name.eq_ignore_ascii_case(name))
    }

    /// Whether the name of a part ends so.
    pub(super) fn has_ending(&self, ending: &str) -> bool {
        self.files.iter().any(|file| file.name.ends_with(ending))
    }

    fn unpack(&self, file: &Packed) -> Result<Vec<u8>, InvalidArchive> {
        if file.encrypted {
            return Err(InvalidArchive::Encrypted);
        }
        let room = self.room.get().checked_sub(file.unpacked).ok_or(InvalidArchive::TooLarge)?;
        self.room.set(room);
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
        let at = usize::try_from(file.at).ok()?;
        if long_at(bytes, at)? != 0x0403_4B50 {
            return None;
        }
        let name = usize::from(short_at(bytes, at.checked_add(26)?)?);
        let extra = usize::from(short_at(bytes, at.checked_add(28)?)?);
        let start = at.checked_add(30)?.checked_add(name)?.checked_add(extra)?;
        bytes.get(start..start.checked_add(usize::try_from(file.packed).ok()?)?)
    }
}

/// Where the record at the end begins, behind which a comment may stand.
fn find_end(bytes: &[u8]) -> Option<usize> {
    const RECORD: usize = 22;
    let last = bytes.len().checked_sub(RECORD)?;
    let first = last.saturating_sub(usize::from(u16::MAX));
    let is_end = |at: &usize| {
        let comment = short_at(bytes, at + 20).map_or(0, usize::from);
        bytes.get(*at..at + 4) == Some(b"PK\x05\x06") && at + RECORD + comment <= bytes.len()
    };
    (first..=last).rev().find(is_end)
}

/// How many files the archive has, and where its table of contents begins.
fn contents(bytes: &[u8], end: usize) -> Option<(u64, u64)> {
    let count = u64::from(short_at(bytes, end + 10)?);
    let start = u64::from(long_at(bytes, end + 16)?);
    if count != u64::from(u16::MAX) && start != u64::from(u32::MAX) {
        return Some((count, start));
    }
    // ZIP64: what does not fit stands in a record of its own, and a locator before the record at the end leads to it.
    let locator = end.checked_sub(20)?;
    if long_at(bytes, locator)? != 0x0706_4B50 {
        return Some((count, start));
    }
    let record = usize::try_from(wide_at(bytes, locator + 8)?).ok()?;
    if long_at(bytes, record)? != 0x0606_4B50 {
        return None;
    }
    Some((wide_at(bytes, record.checked_add(32)?)?, wide_at(bytes, record.checked_add(48)?)?))
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
    let mut wide = wide_fields(bytes.get(start + name..(start + name).checked_add(extra)?)?);
    // In this order, and only those that do not fit (APPNOTE 4.5.3).
    let mut field = |value: u32| if value == u32::MAX { wide.next() } else { Some(u64::from(value)) };
    let (unpacked, packed, offset) = (field(long(24)?)?, field(long(20)?)?, field(long(42)?)?);
    let file = Packed {
        name: text,
        encrypted: short(8)? & 1 != 0,
        method: short(10)?,
        sum: long(16)?,
        packed,
        unpacked,
        at: offset,
    };
    Some((file, start + name + extra + comment))
}

/// The numbers of eight bytes in the extra field of ZIP64, if there is one.
fn wide_fields(mut extra: &[u8]) -> impl Iterator<Item = u64> {
    const ZIP64: u16 = 1;
    let mut fields: &[u8] = &[];
    while let (Some(kind), Some(size)) = (short_at(extra, 0), short_at(extra, 2)) {
        let Some((field, rest)) = extra.get(4..).and_then(|rest| rest.split_at_checked(usize::from(size))) else {
            break;
        };
        if kind == ZIP64 {
            fields = field;
        }
        extra = rest;
    }
    fields.chunks_exact(8).filter_map(|chunk| wide_at(chunk, 0))
}

fn wide_at(bytes: &[u8], at: usize) -> Option<u64> {
    Some(u64::from_le_bytes(bytes.get(at..at.checked_add(8)?)?.try_into().ok()?))
}

fn short_at(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at.checked_add(2)?)?.try_into().ok()?))
}

fn long_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at.checked_add(4)?)?.try_into().ok()?))
}
