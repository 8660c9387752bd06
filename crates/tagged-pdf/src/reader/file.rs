//! The sequence of a file's objects (ISO 32000-1, 7.5), as the writer of this crate arranges them: streams one after the other, the last of
//! them holding all other objects, then the cross-reference stream, then the end.
//!
//! Objects are not looked up by offsets stated in the file, but read once in sequence; the offsets must then agree with where the objects
//! were found. So there are never two objects with the same number, nothing is hidden between objects, and the work is bounded by the
//! length of the file.

use std::collections::BTreeMap;

use super::error::{FilePlace, ReadError};
use super::inflate::{Budget, inflate};
use super::lexer::{ByteOrigin, Lexer, Values};
use super::object::{Dictionary, LocatedDictionary, Object};

/// The longest file that is accepted, in bytes.
pub(super) const LONGEST: u64 = 512 << 20;

/// The largest number of values in all objects together: enough for a table of 50,000 rows.
const MOST_VALUES: u64 = 2_000_000;

const HEAD: &[u8] = b"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n";

/// A stream with its data as stored in the file.
#[derive(Debug)]
pub(super) struct Stream<'a> {
    pub(super) dictionary: Dictionary,
    pub(super) data: &'a [u8],
    at: usize,
}

/// Where an object was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Met {
    At(usize),
    In { stream: u32, index: usize },
}

/// All objects of a file.
#[derive(Debug)]
pub(super) struct FileObjects<'a> {
    pub(super) streams: BTreeMap<u32, Stream<'a>>,
    pub(super) objects: BTreeMap<u32, Object>,
    pub(super) trailer: Dictionary,
    pub(super) trailer_at: FilePlace,
    /// Everything before the cross-reference stream, from which the identifier is derived.
    pub(super) identified: &'a [u8],
    /// The length of the file in bytes.
    pub(super) length: usize,
}

/// Reads a file's objects.
pub(super) fn read(bytes: &[u8]) -> Result<FileObjects<'_>, ReadError> {
    if bytes.len() as u64 > LONGEST {
        return Err(ReadError::TooLarge { what: "bytes", limit: LONGEST });
    }
    if !bytes.starts_with(HEAD) {
        return Err(ReadError::not_ours("it does not begin as its files do", FilePlace::Byte(0)));
    }
    let mut values = Values::new(MOST_VALUES);
    let (mut streams, end) = streams(bytes, &mut values)?;
    let (table_number, table) = take_table(&mut streams, end)?;
    let identified = bytes.get(..table.at).unwrap_or_default();

    let mut met: BTreeMap<u32, Met> = streams.iter().map(|(number, stream)| (*number, Met::At(stream.at))).collect();
    met.insert(table_number, Met::At(table.at));
    let mut objects = BTreeMap::new();
    unpack_objects(&mut streams, &mut met, &mut objects, &mut values)?;
    check_table(&table, FilePlace::Object(table_number), &met)?;
    Ok(FileObjects {
        streams,
        objects,
        trailer: table.dictionary,
        trailer_at: FilePlace::Object(table_number),
        identified,
        length: bytes.len(),
    })
}

/// Reads all streams, and the offset that the file states for the last of them.
fn streams<'a>(bytes: &'a [u8], values: &mut Values) -> Result<(BTreeMap<u32, Stream<'a>>, usize), ReadError> {
    let mut streams = BTreeMap::new();
    let mut lexer = Lexer::new(bytes, HEAD.len(), ByteOrigin::File);
    while lexer.peek() != Some(b's') {
        let at = lexer.position();
        let number = lexer.unsigned()?;
        let number = u32::try_from(number).map_err(|_| lexer.fault("a number too large for an object"))?;
        lexer.expect(" 0 obj\n")?;
        let Object::Dictionary(dictionary) = lexer.object(values)? else {
            return Err(lexer.fault("an object that is not a stream"));
        };
        let length = LocatedDictionary::new(&dictionary, FilePlace::Byte(at)).count("Length")?;
        lexer.expect("\nstream\n")?;
        let data = lexer.take(length as usize)?;
        lexer.expect("\nendstream\nendobj\n")?;
        if streams.insert(number, Stream { dictionary, data, at }).is_some() {
            return Err(ReadError::not_ours("an object that is there twice", FilePlace::Byte(at)));
        }
    }
    lexer.expect("startxref\n")?;
    let start = lexer.unsigned()?;
    lexer.expect("\n%%EOF\n")?;
    match lexer.rest().len() {
        0 => {}
        bytes => return Err(ReadError::Appended { at: lexer.position(), bytes }),
    }
    let start = usize::try_from(start).map_err(|_| lexer.fault("an offset beyond the file"))?;
    Ok((streams, start))
}

/// Takes the cross-reference stream, which must be the last one and the one named at the end of the file.
fn take_table<'a>(streams: &mut BTreeMap<u32, Stream<'a>>, start: usize) -> Result<(u32, Stream<'a>), ReadError> {
    let last = streams.iter().max_by_key(|(_, stream)| stream.at).map(|(number, _)| *number);
    last.and_then(|number| streams.remove(&number).map(|stream| (number, stream)))
        .filter(|(_, stream)| stream.at == start)
        .ok_or_else(|| ReadError::not_ours("an end that names no cross-reference stream", FilePlace::Byte(start)))
}

/// Reads the objects packed in streams, and drops those streams.
fn unpack_objects(
    streams: &mut BTreeMap<u32, Stream<'_>>,
    met: &mut BTreeMap<u32, Met>,
    objects: &mut BTreeMap<u32, Object>,
    values: &mut Values,
) -> Result<(), ReadError> {
    let is_packed = |stream: &Stream<'_>| stream.dictionary.get("Type").and_then(Object::name) == Some("ObjStm");
    let packed: Vec<u32> = streams.iter().filter(|(_, stream)| is_packed(stream)).map(|(number, _)| *number).collect();
    let mut budget = Budget::new();
    for number in packed {
        let Some(stream) = streams.remove(&number) else { continue };
        let at = FilePlace::Object(number);
        let entries = LocatedDictionary::new(&stream.dictionary, at);
        entries.only(&["Type", "N", "First", "Filter", "Length"])?;
        entries.is("Filter", "FlateDecode")?;
        let (count, first) = (entries.count("N")?, entries.count("First")?);
        let data = budget.inflate(stream.data, at)?;
        for (index, (id, object)) in packed_objects(&data, number, count, first, values)?.into_iter().enumerate() {
            if met.insert(id, Met::In { stream: number, index }).is_some() {
                return Err(ReadError::not_ours("an object that is there twice", at));
            }
            objects.insert(id, object);
        }
    }
    Ok(())
}

/// Reads the objects of one stream, with their numbers (ISO 32000-1, 7.5.7).
fn packed_objects(
    data: &[u8],
    stream: u32,
    count: u32,
    first: u32,
    values: &mut Values,
) -> Result<Vec<(u32, Object)>, ReadError> {
    let first = first as usize;
    let mut index = Lexer::new(data.get(..first).unwrap_or(data), 0, ByteOrigin::Objects(stream));
    let mut content = Lexer::new(data, first, ByteOrigin::Objects(stream));
    let mut objects = Vec::new();
    for _ in 0..count {
        index.space();
        let number = u32::try_from(index.unsigned()?).map_err(|_| index.fault("a number too large for an object"))?;
        index.space();
        if Some(index.unsigned()?) != content.position().checked_sub(first).map(|offset| offset as u64) {
            return Err(index.fault("an object that is not where the stream says"));
        }
        objects.push((number, content.object(values)?));
        content.expect("\n")?;
    }
    index.expect("\n")?;
    if index.rest().is_empty() && content.rest().is_empty() {
        Ok(objects)
    } else {
        Err(content.fault("more than its objects"))
    }
}

/// Compares the cross-reference stream (ISO 32000-1, 7.5.8) with where the objects were found.
fn check_table(table: &Stream<'_>, at: FilePlace, met: &BTreeMap<u32, Met>) -> Result<(), ReadError> {
    let entries = LocatedDictionary::new(&table.dictionary, at);
    entries.is("Type", "XRef")?;
    entries.is("Filter", "FlateDecode")?;
    entries.only(&["Type", "Size", "W", "DecodeParms", "Filter", "Root", "Info", "ID", "Length"])?;
    let wrong = || entries.fault("a cross-reference stream of another form");

    let size = entries.count("Size")?;
    if met.last_key_value().is_none_or(|(last, _)| last.checked_add(1) != Some(size)) {
        return Err(wrong());
    }
    let offsets = match entries.need("W", Object::array)? {
        [Object::Integer(1), Object::Integer(offsets @ 1..=8), Object::Integer(2)] => *offsets as usize,
        _ => return Err(wrong()),
    };
    let width = offsets + 3;
    let parameters = entries.inner("DecodeParms")?;
    parameters.only(&["Predictor", "Columns"])?;
    if parameters.count("Predictor")? != 12 || parameters.count("Columns")? as usize != width {
        return Err(wrong());
    }
    // There are hardly more numbers than objects, so this is bounded by what was already read.
    if size as usize > 2 * met.len() + 1000 {
        return Err(wrong());
    }
    let length = size as usize * (width + 1);
    let rows = inflate(table.data, length as u64, at)?;
    if rows.len() != length {
        return Err(wrong());
    }
    let mut above = vec![0_u8; width];
    for (number, filtered) in (0..size).zip(rows.chunks_exact(width + 1)) {
        let Some((2, row)) = filtered.split_first() else { return Err(wrong()) };
        above.iter_mut().zip(row).for_each(|(above, byte)| *above = above.wrapping_add(*byte));
        if above != expected_row(met.get(&number).copied(), offsets) {
            return Err(ReadError::not_ours(
                format!("object {number} is not where the cross-reference stream says"),
                at,
            ));
        }
    }
    Ok(())
}

/// The row expected for an object in the cross-reference stream.
fn expected_row(met: Option<Met>, offsets: usize) -> Vec<u8> {
    let (kind, position, index) = match met {
        None => (0_u8, 0, u16::MAX),
        Some(Met::At(offset)) => (1, offset as u64, 0),
        Some(Met::In { stream, index }) => (2, u64::from(stream), u16::try_from(index).unwrap_or(u16::MAX)),
    };
    let position = position.to_be_bytes();
    let position = position.get(8 - offsets.min(8)..).unwrap_or_default();
    [&[kind], position, &index.to_be_bytes()].concat()
}
