//! A file of ours taken apart into its objects, and put together again after one of them was changed.

use std::io::{Read as _, Write as _};

use flate2::Compression;
use flate2::read::ZlibDecoder;
use flate2::write::ZlibEncoder;

/// A stream, its dictionary without brackets and length.
#[derive(Clone)]
pub(crate) struct Stream {
    pub(crate) number: u32,
    pub(crate) dictionary: String,
    /// As it stands in the file.
    pub(crate) data: Vec<u8>,
}

/// A file, its objects unpacked.
#[derive(Clone)]
pub(crate) struct Parts {
    pub(crate) streams: Vec<Stream>,
    /// Number and spelling of each object that is not a stream.
    pub(crate) objects: Vec<(u32, Vec<u8>)>,
    /// The number of the stream that held them.
    pack: u32,
    table: u32,
    /// From `/Root` to the end of the trailer.
    trailer: String,
}

impl Parts {
    /// Takes a good file apart.
    pub(crate) fn of(file: &[u8]) -> Self {
        let mut streams = Vec::new();
        let mut rest = &file[15..];
        while !rest.starts_with(b"startxref") {
            let (number, after) = split(rest, b" 0 obj\n<<");
            let (dictionary, after) = split(after, b">>\nstream\n");
            let dictionary = String::from_utf8_lossy(dictionary).into_owned();
            let (dictionary, length) = dictionary.rsplit_once("/Length ").unwrap();
            let (data, after) = after.split_at(length.parse().unwrap());
            let number = std::str::from_utf8(number).unwrap().parse().unwrap();
            streams.push(Stream { number, dictionary: dictionary.to_owned(), data: data.to_vec() });
            rest = after.strip_prefix(b"\nendstream\nendobj\n").unwrap();
        }
        let table = streams.pop().unwrap();
        let pack = streams.pop().unwrap();
        assert!(pack.dictionary.contains("/ObjStm"), "one stream holds all objects of a small file");
        let trailer = format!("/Root{}", table.dictionary.split_once("/Root").unwrap().1);
        Self { objects: objects(&pack), streams, pack: pack.number, table: table.number, trailer }
    }

    /// The file again, with everything where it says.
    pub(crate) fn together(&self) -> Vec<u8> {
        let mut file = b"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n".to_vec();
        let mut rows = vec![[0, 0, 0, 0, 0, 0xFF, 0xFF]; self.table as usize + 1];
        let mut set = |number: u32, kind: u8, position: usize, index: usize| {
            let [a, b, c, d] = u32::try_from(position).unwrap().to_be_bytes();
            let [e, f] = u16::try_from(index).unwrap().to_be_bytes();
            // A mutation may make a number that is beyond all others; the reader is to refuse it.
            if let Some(row) = rows.get_mut(number as usize) {
                *row = [kind, a, b, c, d, e, f];
            }
        };
        for stream in &self.streams {
            set(stream.number, 1, file.len(), 0);
            write_stream(&mut file, stream.number, &stream.dictionary, &stream.data);
        }
        for (index, (number, _)) in self.objects.iter().enumerate() {
            set(*number, 2, self.pack as usize, index);
        }
        set(self.pack, 1, file.len(), 0);
        self.write_pack(&mut file);
        let start = file.len();
        set(self.table, 1, start, 0);
        write_stream(&mut file, self.table, &self.table_entries(&rows, start), &table(&rows, start));
        write!(file, "startxref\n{start}\n%%EOF\n").unwrap();
        file
    }

    fn write_pack(&self, file: &mut Vec<u8>) {
        let mut index = Vec::new();
        let mut content = Vec::new();
        for (number, object) in &self.objects {
            let separator = if index.is_empty() { "" } else { " " };
            write!(index, "{separator}{number} {}", content.len()).unwrap();
            content.extend_from_slice(object);
            content.push(b'\n');
        }
        index.push(b'\n');
        let dictionary = format!("/Type/ObjStm/N {}/First {}/Filter/FlateDecode", self.objects.len(), index.len());
        write_stream(file, self.pack, &dictionary, &deflate(&[index, content].concat()));
    }

    fn table_entries(&self, rows: &[[u8; 7]], start: usize) -> String {
        let offsets = offset_width(start);
        format!(
            "/Type/XRef/Size {}/W[1 {offsets} 2]/DecodeParms<</Predictor 12/Columns {}>>/Filter/FlateDecode{}",
            rows.len(),
            offsets + 3,
            self.trailer
        )
    }
}

fn offset_width(length: usize) -> usize {
    (usize::BITS - length.leading_zeros()).div_ceil(8) as usize
}

fn table(rows: &[[u8; 7]], start: usize) -> Vec<u8> {
    let mut filtered = Vec::new();
    let mut above = [0_u8; 7];
    for row in rows {
        filtered.push(2);
        let skipped = 4 - offset_width(start);
        for at in (0..7).filter(|at| *at == 0 || *at > skipped) {
            filtered.push(row[at].wrapping_sub(above[at]));
        }
        above = *row;
    }
    deflate(&filtered)
}

fn write_stream(file: &mut Vec<u8>, number: u32, dictionary: &str, data: &[u8]) {
    write!(file, "{number} 0 obj\n<<{dictionary}/Length {}>>\nstream\n", data.len()).unwrap();
    file.extend_from_slice(data);
    file.extend_from_slice(b"\nendstream\nendobj\n");
}

fn objects(pack: &Stream) -> Vec<(u32, Vec<u8>)> {
    let data = inflate(&pack.data).unwrap();
    let (index, content) = split(&data, b"\n");
    let index: Vec<usize> =
        std::str::from_utf8(index).unwrap().split(' ').map(|number| number.parse().unwrap()).collect();
    let starts: Vec<usize> = index.chunks(2).map(|pair| pair[1]).chain([content.len()]).collect();
    let object = |(place, pair): (usize, &[usize])| {
        (u32::try_from(pair[0]).unwrap(), content[starts[place]..starts[place + 1] - 1].to_vec())
    };
    index.chunks(2).enumerate().map(object).collect()
}

/// What is before the first occurrence of a mark, and what is after it.
fn split<'a>(bytes: &'a [u8], mark: &[u8]) -> (&'a [u8], &'a [u8]) {
    let at = bytes.windows(mark.len()).position(|window| window == mark).unwrap();
    (&bytes[..at], &bytes[at + mark.len()..])
}

pub(crate) fn deflate(bytes: &[u8]) -> Vec<u8> {
    deflate_at(Compression::fast(), bytes)
}

pub(crate) fn deflate_at(level: Compression, bytes: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), level);
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

pub(crate) fn inflate(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut unpacked = Vec::new();
    ZlibDecoder::new(bytes).read_to_end(&mut unpacked).ok().map(|_| unpacked)
}

/// A good file with one part made of other bytes: the first says which part, the rest are its content before it is
/// packed. `None` for too few bytes, and for a part that is not packed.
pub(crate) fn with_part(good: &[u8], input: &[u8]) -> Option<Vec<u8>> {
    let (which, content) = input.split_first()?;
    let mut parts = Parts::of(good);
    let count = parts.streams.len();
    let which = usize::from(*which) % (count + parts.objects.len());
    match which.checked_sub(count) {
        Some(object) => parts.objects[object].1 = content.to_vec(),
        None if parts.streams[which].dictionary.contains("FlateDecode") => {
            parts.streams[which].data = deflate(content);
        }
        None => return None,
    }
    Some(parts.together())
}

/// Every part of a good file as [`with_part`] takes it.
pub(crate) fn inputs(good: &[u8]) -> Vec<Vec<u8>> {
    let parts = Parts::of(good);
    let packed = |stream: &Stream| {
        let is_font = stream.dictionary.contains("Length1");
        if is_font || !stream.dictionary.contains("FlateDecode") { None } else { inflate(&stream.data) }
    };
    let contents = parts.streams.iter().map(packed).chain(parts.objects.iter().map(|(_, object)| Some(object.clone())));
    let input = |(which, content): (usize, Option<Vec<u8>>)| Some([vec![u8::try_from(which).ok()?], content?].concat());
    contents.enumerate().filter_map(input).collect()
}
