//! The body of the file: numbered objects, and the writer that packs them.

use std::io::Write as _;
use std::thread;

use flate2::{Compress, Compression, FlushCompress, Status};
use sha2::{Digest as _, Sha256};

use crate::syntax::{ObjectWriter, Ref};

/// The number of objects per compressed stream: enough to compress well, but few enough that a reader need not unpack a long document for
/// one of them.
const OBJECTS_PER_STREAM: usize = 400;

/// The data of a stream, and how to write it.
pub(crate) enum Data {
    /// Compressed when written, with the dictionary saying so.
    Plain(Vec<u8>),
    /// Written as is; the dictionary says how to decode it.
    Encoded(Vec<u8>),
}

struct StreamObject {
    id: Ref,
    dictionary: Vec<u8>,
    data: Data,
}

impl Data {
    fn bytes(&self) -> &[u8] {
        match self {
            Self::Plain(data) | Self::Encoded(data) => data,
        }
    }
}

/// Numbered objects, written but not yet packed.
pub(crate) struct ObjectBody {
    /// Numbers of printpdf's that are no longer used, in descending order.
    free: Vec<u32>,
    next: u32,
    /// The objects of each future compressed stream, each followed by a line break.
    objects: Vec<ObjectWriter>,
    /// The number of each object, and its offset in its stream.
    starts: Vec<(Ref, usize)>,
    streams: Vec<StreamObject>,
}

/// The location of an object, for the cross-reference stream.
#[derive(Clone, Copy)]
enum XrefEntry {
    Free,
    At(usize),
    In { stream: u32, index: usize },
}

impl ObjectBody {
    /// A body that assigns first the numbers in `free`, then those from `next` on.
    pub(crate) fn new((mut free, next): (Vec<u32>, u32)) -> Self {
        free.sort_unstable_by(|a, b| b.cmp(a));
        Self { free, next, objects: Vec::new(), starts: Vec::new(), streams: Vec::new() }
    }

    /// Reserves a number for an object to be written later.
    pub(crate) fn reserve(&mut self) -> Ref {
        self.free.pop().map_or_else(|| self.reserve_many(1), Ref)
    }

    /// Reserves consecutive numbers for `count` objects, and returns the first.
    pub(crate) fn reserve_many(&mut self, count: u32) -> Ref {
        let first = self.next;
        self.next += count;
        Ref(first)
    }

    /// Writes an object with a given number.
    pub(crate) fn object(&mut self, id: Ref, write: impl FnOnce(&mut ObjectWriter)) {
        if self.starts.len().is_multiple_of(OBJECTS_PER_STREAM) {
            self.objects.push(ObjectWriter::default());
        }
        if let Some(objects) = self.objects.last_mut() {
            self.starts.push((id, objects.bytes.len()));
            write(objects);
            objects.raw("\n");
        }
    }

    /// Writes an object with a new number.
    pub(crate) fn add(&mut self, write: impl FnOnce(&mut ObjectWriter)) -> Ref {
        let id = self.reserve();
        self.object(id, write);
        id
    }

    /// Writes a stream with a given number; `entries` writes the other entries of its dictionary.
    pub(crate) fn stream(&mut self, id: Ref, data: Data, entries: impl FnOnce(&mut ObjectWriter)) {
        let mut dictionary = ObjectWriter::default();
        entries(&mut dictionary);
        if matches!(data, Data::Plain(_)) {
            dictionary.raw("/Filter/FlateDecode");
        }
        self.streams.push(StreamObject { id, dictionary: dictionary.bytes, data });
    }

    pub(crate) fn add_stream(&mut self, data: Data, entries: impl FnOnce(&mut ObjectWriter)) -> Ref {
        let id = self.reserve();
        self.stream(id, data, entries);
        id
    }

    /// Returns the whole file.
    pub(crate) fn file(mut self, root: Ref, info: Ref) -> Vec<u8> {
        self.pack_objects();
        let mut deflater = Deflater::new();
        compress(&mut self.streams, &mut deflater);
        let size = self.next + 1;
        let table = Ref(self.next);
        let mut entries = vec![XrefEntry::Free; size as usize];
        let mut file = Vec::with_capacity(self.streams.iter().map(|s| s.data.bytes().len() + 128).sum());
        // Four bytes above 127 mark the file as binary for programs that transfer it.
        file.extend_from_slice(b"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n");
        for stream in &self.streams {
            set(&mut entries, stream.id, XrefEntry::At(file.len()));
            write_stream(&mut file, stream);
        }
        for (stream, objects) in self.packed() {
            for (index, (id, ..)) in objects.iter().enumerate() {
                set(&mut entries, *id, XrefEntry::In { stream: stream.0, index });
            }
        }
        let start = file.len();
        set(&mut entries, table, XrefEntry::At(start));
        let table = cross_references(&entries, table, [root, info], &file, &mut deflater);
        write_stream(&mut file, &table);
        let _ = write!(file, "startxref\n{start}\n%%EOF\n");
        file
    }

    /// Packs all objects that are not streams into compressed streams, which come last.
    fn pack_objects(&mut self) {
        let starts = std::mem::take(&mut self.starts);
        let objects = std::mem::take(&mut self.objects);
        for (starts, objects) in starts.chunks(OBJECTS_PER_STREAM).zip(objects) {
            let id = self.reserve_many(1);
            let mut index = ObjectWriter::default();
            for (id, start) in starts {
                index.integer(i64::from(id.0)).integer(i64::try_from(*start).unwrap_or_default());
            }
            index.raw("\n");
            let first = index.bytes.len();
            let mut data = objects.bytes;
            data.splice(..0, index.bytes);
            let count = starts.len();
            self.stream(id, Data::Plain(data), |s| {
                s.raw(&format!("/Type/ObjStm/N {count}/First {first}"));
            });
        }
        self.starts = starts;
    }

    /// The streams of packed objects, each with its objects.
    fn packed(&self) -> impl Iterator<Item = (Ref, &[(Ref, usize)])> {
        let first = self.streams.len() - self.starts.len().div_ceil(OBJECTS_PER_STREAM);
        let streams = self.streams.iter().skip(first).map(|stream| stream.id);
        streams.zip(self.starts.chunks(OBJECTS_PER_STREAM))
    }
}

fn set(entries: &mut [XrefEntry], id: Ref, entry: XrefEntry) {
    if let Some(place) = entries.get_mut(id.0 as usize) {
        *place = entry;
    }
}

fn write_stream(file: &mut Vec<u8>, stream: &StreamObject) {
    let _ = write!(file, "{} 0 obj\n<<", stream.id.0);
    file.extend_from_slice(&stream.dictionary);
    let data = stream.data.bytes();
    let _ = write!(file, "/Length {}>>\nstream\n", data.len());
    file.extend_from_slice(data);
    file.extend_from_slice(b"\nendstream\nendobj\n");
}

/// The cross-reference stream (ISO 32000-1, 7.5.8), which is also the trailer.
fn cross_references(
    entries: &[XrefEntry],
    id: Ref,
    [root, info]: [Ref; 2],
    file: &[u8],
    deflater: &mut Deflater,
) -> StreamObject {
    let offsets = (usize::BITS - file.len().leading_zeros()).div_ceil(8) as usize;
    let width = 1 + offsets + 2;
    let mut rows = Vec::with_capacity(entries.len() * (width + 1));
    let mut above = vec![0_u8; width];
    for entry in entries {
        let (kind, position, index) = match *entry {
            // The list of free objects consists of its end only (ISO 32000-1, 7.5.4).
            XrefEntry::Free => (0_u8, 0, u16::MAX),
            XrefEntry::At(offset) => (1, offset as u64, 0),
            XrefEntry::In { stream, index } => (2, u64::from(stream), u16::try_from(index).unwrap_or_default()),
        };
        let (position, index) = (position.to_be_bytes(), index.to_be_bytes());
        let position = position.get(8 - offsets..).unwrap_or_default();
        // PNG filter 2: each row differs little from the one above.
        rows.push(2);
        for (byte, up) in std::iter::once(&kind).chain(position).chain(&index).zip(&mut above) {
            rows.push(byte.wrapping_sub(std::mem::replace(up, *byte)));
        }
    }
    let hash = Sha256::digest(file);
    let identifier = hash.get(..16).unwrap_or_default();
    let mut dictionary = ObjectWriter::default();
    dictionary
        .raw(&format!("/Type/XRef/Size {}/W[1 {offsets} 2]", entries.len()))
        .raw(&format!("/DecodeParms<</Predictor 12/Columns {width}>>/Filter/FlateDecode"))
        .raw("/Root")
        .reference(root)
        .raw("/Info")
        .reference(info)
        .raw("/ID[")
        .hexadecimal(identifier)
        .hexadecimal(identifier)
        .raw("]");
    StreamObject { id, dictionary: dictionary.bytes, data: Data::Encoded(deflater.deflate(&rows)) }
}

/// The number of bytes worth a further thread: they take about a millisecond to compress.
const WORTH_A_THREAD: usize = 32 * 1024;
/// More threads gain nothing for a file of the usual size, and take processors from other files being written.
const MOST_THREADS: usize = 4;

/// Streams compressed by one thread, each with its index.
type Share<'d> = Vec<(usize, &'d [u8])>;

/// Compresses what is not compressed yet, on several processors if available. Each stream is compressed by itself, so the bytes are the
/// same on any number of them.
fn compress(streams: &mut [StreamObject], deflater: &mut Deflater) {
    let plain = streams.iter().enumerate().filter_map(|(index, stream)| match &stream.data {
        Data::Plain(data) => Some((index, data.as_slice())),
        Data::Encoded(_) => None,
    });
    let mut plain: Share<'_> = plain.collect();
    // The longest first, each to the thread with the least to do.
    plain.sort_by_key(|(_, data)| std::cmp::Reverse(data.len()));
    let all: usize = plain.iter().map(|(_, data)| data.len()).sum();
    let processors = thread::available_parallelism().map_or(1, usize::from);
    let threads = (all / WORTH_A_THREAD).min(processors).clamp(1, MOST_THREADS);
    let mut shares: Vec<(usize, Share<'_>)> = vec![(0, Vec::new()); threads];
    for (index, data) in plain {
        if let Some((size, share)) = shares.iter_mut().min_by_key(|(size, _)| *size) {
            *size += data.len();
            share.push((index, data));
        }
    }
    let made: Vec<(usize, Vec<u8>)> = thread::scope(|scope| {
        let work = |share: &Share<'_>, deflater: &mut Deflater| -> Vec<(usize, Vec<u8>)> {
            share.iter().map(|(index, data)| (*index, deflater.deflate(data))).collect()
        };
        let Some((own, others)) = shares.split_first() else { return Vec::new() };
        let others: Vec<_> = others
            .iter()
            .map(|(_, share)| {
                (share, thread::Builder::new().spawn_scoped(scope, move || work(share, &mut Deflater::new())).ok())
            })
            .collect();
        let mut made = work(&own.1, deflater);
        for (share, thread) in others {
            // If a thread could not be started or failed, its work is done here.
            made.extend(thread.and_then(|thread| thread.join().ok()).unwrap_or_else(|| work(share, deflater)));
        }
        made
    });
    for (index, data) in made {
        if let Some(stream) = streams.get_mut(index) {
            stream.data = Data::Encoded(data);
        }
    }
}

/// Compresses streams one after the other, allocating its tables, a quarter of a megabyte, only once.
struct Deflater(Compress);

impl Deflater {
    fn new() -> Self {
        Self(Compress::new(Compression::default(), true))
    }

    fn deflate(&mut self, data: &[u8]) -> Vec<u8> {
        self.0.reset();
        let mut deflated = Vec::with_capacity(data.len() / 2 + 64);
        loop {
            let rest = usize::try_from(self.0.total_in()).ok().and_then(|taken| data.get(taken..)).unwrap_or_default();
            // Compression into memory continues as long as there is space for more.
            match self.0.compress_vec(rest, &mut deflated, FlushCompress::Finish) {
                Ok(Status::Ok | Status::BufError) => deflated.reserve(data.len() / 4 + 64),
                Ok(Status::StreamEnd) | Err(_) => return deflated,
            }
        }
    }
}
