//! Reading PNG files (ISO/IEC 15948): passed through if they have no alpha channel, otherwise split into colour and mask.

use std::io::{BufReader, Cursor, ErrorKind, Read as _, Write as _};

use flate2::Compression;
use flate2::read::ZlibDecoder;
use flate2::write::ZlibEncoder;
use png::{DecodeOptions, Decoder, DecodingError, Transformations};

use super::{Encoding, Image, ImageColor, ImageError, Proof, SoftMask};

const SIGNATURE: [u8; 8] = *b"\x89PNG\r\n\x1a\n";
const MOST_PIXELS: u64 = 100_000_000;
/// The largest number of bytes of pixels in an interlaced file, which are all needed at once.
const MOST_BYTES: usize = 256 << 20;
/// The number of bytes of rows decompressed at a time.
const MANY_ROWS: usize = 32 * 1024;
const UNKNOWN_FILTER: ImageError = damaged("a row has no filter that the standard knows");
const WRONG_LENGTH: &str = "its data are not as many as its size";

struct Header {
    width: u32,
    height: u32,
    bits: u8,
    color_type: u8,
    interlaced: bool,
}

impl Header {
    fn samples(&self) -> usize {
        match self.color_type {
            2 => 3,
            4 => 2,
            6 => 4,
            _ => 1,
        }
    }

    /// The number of bytes per row, without the number of its filter.
    fn row(&self) -> usize {
        (self.width as usize * self.samples() * usize::from(self.bits)).div_ceil(8)
    }

    /// The distance to the pixel on the left, in bytes.
    fn step(&self) -> usize {
        (self.samples() * usize::from(self.bits)).div_ceil(8)
    }
}

#[derive(Default)]
struct Chunks<'a> {
    palette: Option<&'a [u8]>,
    transparency: Option<&'a [u8]>,
    data: Vec<u8>,
}

/// Reads a file and, unless that was done before, checks all of its picture data, row by row. Memory is bounded by the size of what is
/// embedded and, for interlaced files, by [`MOST_BYTES`].
pub(super) fn read(bytes: &[u8], proof: Proof) -> Result<Image, ImageError> {
    let (header, chunks) = read_chunks(bytes)?;
    let color = match header.color_type {
        0 | 4 => ImageColor::Gray,
        2 | 6 => ImageColor::Rgb,
        _ => ImageColor::Palette(palette(&header, &chunks)?),
    };
    let image = Image {
        width: header.width,
        height: header.height,
        color,
        bits: header.bits,
        encoding: Encoding::Png,
        data: Vec::new(),
        soft_mask: None,
    };
    let key = match chunks.transparency {
        Some(transparency) if header.color_type < 4 => Some(ColorKey::new(&header, transparency)?),
        _ => None,
    };
    if header.color_type < 4 && key.is_none() && !header.interlaced {
        if proof == Proof::Wanted {
            each_row(&header, &chunks.data, None)?;
        }
        return Ok(Image { data: chunks.data, ..image });
    }
    let alpha = if header.color_type < 4 { 0 } else { usize::from(header.bits) / 8 };
    let mut colors = (alpha > 0 || header.interlaced).then(Deflate::default);
    let mut mask = (alpha > 0 || key.is_some()).then(Deflate::default);
    let mut split = (Vec::new(), Vec::new());
    let mut take = |row: &[u8]| {
        split.0.clear();
        split.1.clear();
        match &key {
            Some(key) => {
                split.0.extend_from_slice(row);
                key.mask(&header, row, &mut split.1);
            }
            None if alpha > 0 => {
                for pixel in row.chunks(header.step()) {
                    let (color, alpha) = pixel.split_at(pixel.len().saturating_sub(alpha));
                    split.0.extend_from_slice(color);
                    split.1.extend_from_slice(alpha);
                }
            }
            None => split.0.extend_from_slice(row),
        }
        if let Some(colors) = &mut colors {
            colors.row(&split.0);
        }
        if let Some(mask) = &mut mask {
            mask.row(&split.1);
        }
    };
    if header.interlaced {
        let pixels = deinterlace(&header, bytes)?;
        pixels.chunks(header.row()).for_each(&mut take);
    } else {
        each_row(&header, &chunks.data, Some(&mut take))?;
    }
    let mask_bits = if alpha > 0 { header.bits } else { 8 };
    let soft_mask = mask.map(|mask| SoftMask { bits: mask_bits, data: mask.finish() });
    let data = colors.map_or(chunks.data, Deflate::finish);
    Ok(Image { data, soft_mask, ..image })
}

fn read_chunks(bytes: &[u8]) -> Result<(Header, Chunks<'_>), ImageError> {
    let mut rest = bytes.strip_prefix(&SIGNATURE).ok_or(ImageError::NotA("PNG"))?;
    let mut header = None;
    let mut chunks = Chunks::default();
    loop {
        let (kind, content, after) = next_chunk(rest).ok_or(ImageError::NotA("PNG"))?;
        rest = after;
        match (kind, &header) {
            (b"IHDR", None) => header = Some(read_header(content)?),
            (_, None) => return Err(damaged("it does not start with a header")),
            (b"PLTE", _) => chunks.palette = Some(content),
            (b"tRNS", _) => chunks.transparency = Some(content),
            (b"IDAT", _) => chunks.data.extend_from_slice(content),
            (b"IEND", _) => break,
            _ => {}
        }
    }
    header.map(|header| (header, chunks)).ok_or(ImageError::NotA("PNG"))
}

/// The type of a chunk, its content, and the remaining bytes. Checksums are left to zlib's own.
fn next_chunk(bytes: &[u8]) -> Option<(&[u8; 4], &[u8], &[u8])> {
    let (length, bytes) = bytes.split_first_chunk()?;
    let (kind, bytes) = bytes.split_first_chunk()?;
    let (content, bytes) = bytes.split_at_checked(u32::from_be_bytes(*length) as usize)?;
    Some((kind, content, bytes.get(4..)?))
}

fn read_header(content: &[u8]) -> Result<Header, ImageError> {
    let [w1, w2, w3, w4, h1, h2, h3, h4, bits, color_type, 0, 0, interlace] = *content else {
        return Err(damaged("its header is not one that the standard knows"));
    };
    let width = u32::from_be_bytes([w1, w2, w3, w4]);
    let height = u32::from_be_bytes([h1, h2, h3, h4]);
    let header = Header { width, height, bits, color_type, interlaced: interlace == 1 };
    let known = match color_type {
        0 => matches!(bits, 1 | 2 | 4 | 8 | 16),
        3 => matches!(bits, 1 | 2 | 4 | 8),
        2 | 4 | 6 => matches!(bits, 8 | 16),
        _ => false,
    };
    if !known || width == 0 || height == 0 || interlace > 1 {
        return Err(damaged("its header is not one that the standard knows"));
    }
    if u64::from(width) * u64::from(height) > MOST_PIXELS {
        return Err(ImageError::TooLarge { width, height });
    }
    Ok(header)
}

fn palette(header: &Header, chunks: &Chunks<'_>) -> Result<Vec<u8>, ImageError> {
    let palette = chunks.palette.ok_or(damaged("it has no palette"))?;
    let entries = palette.len() / 3;
    if palette.is_empty() || palette.len() % 3 != 0 || entries > 1 << header.bits {
        return Err(damaged("its palette has a wrong length"));
    }
    Ok(palette.to_vec())
}

/// A function called with each row.
type Take<'a> = &'a mut dyn FnMut(&[u8]);

/// Passes each row with its filter undone (ISO/IEC 15948, clause 9) to `take`, if given. The data must contain exactly as many rows as the
/// header promises.
fn each_row(header: &Header, data: &[u8], mut take: Option<Take<'_>>) -> Result<(), ImageError> {
    // Decompressing into small buffers is slow, so more than a row is decompressed at a time.
    let mut data = BufReader::with_capacity(MANY_ROWS, ZlibDecoder::new(data));
    let (length, step) = (header.row(), header.step());
    let mut filtered = vec![0_u8; length + 1];
    let (mut above, mut row) = (vec![0_u8; length], vec![0_u8; length]);
    for _ in 0..header.height {
        data.read_exact(&mut filtered).map_err(|error| match error.kind() {
            ErrorKind::UnexpectedEof => damaged(WRONG_LENGTH),
            _ => damaged("its data cannot be decompressed"),
        })?;
        let Some((filter, bytes)) = filtered.split_first() else {
            continue;
        };
        match &mut take {
            Some(take) => {
                unfilter(*filter, step, bytes, &above, &mut row)?;
                take(&row);
                std::mem::swap(&mut above, &mut row);
            }
            None if *filter > 4 => return Err(UNKNOWN_FILTER),
            None => {}
        }
    }
    match data.read(&mut [0]) {
        Ok(0) => Ok(()),
        Ok(_) => Err(damaged(WRONG_LENGTH)),
        Err(_) => Err(damaged("its data cannot be decompressed")),
    }
}

fn unfilter(filter: u8, step: usize, bytes: &[u8], above: &[u8], row: &mut [u8]) -> Result<(), ImageError> {
    // The three filters without a choice at each byte are the most common.
    match filter {
        0 => row.copy_from_slice(bytes),
        2 => {
            for ((place, byte), up) in row.iter_mut().zip(bytes).zip(above) {
                *place = byte.wrapping_add(*up);
            }
        }
        1 | 3 | 4 => {
            for (i, byte) in bytes.iter().enumerate() {
                let at = |row: &[u8], back: usize| i.checked_sub(back).and_then(|i| row.get(i)).copied().unwrap_or(0);
                let left = at(row, step);
                let predicted = match filter {
                    1 => left,
                    3 => u8::midpoint(left, at(above, 0)),
                    _ => paeth(left, at(above, 0), at(above, step)),
                };
                if let Some(place) = row.get_mut(i) {
                    *place = byte.wrapping_add(predicted);
                }
            }
        }
        _ => return Err(UNKNOWN_FILTER),
    }
    Ok(())
}

/// The rows of an interlaced file in order, without filters.
fn deinterlace(header: &Header, bytes: &[u8]) -> Result<Vec<u8>, ImageError> {
    let size = header.row() * header.height as usize;
    if size > MOST_BYTES {
        return Err(ImageError::Unsupported("the PNG file is interlaced, and too large to be put in order"));
    }
    let mut options = DecodeOptions::default();
    options.set_ignore_adler32(false);
    options.set_ignore_crc(true);
    options.set_ignore_text_chunk(true);
    options.set_ignore_iccp_chunk(true);
    let read = || {
        let mut decoder = Decoder::new_with_options(Cursor::new(bytes), options);
        decoder.set_transformations(Transformations::IDENTITY);
        let mut reader = decoder.read_info()?;
        let mut pixels = vec![0; size];
        reader.next_frame(&mut pixels)?;
        Ok(pixels)
    };
    read().map_err(|_: DecodingError| damaged("its data cannot be decompressed"))
}

fn paeth(left: u8, up: u8, corner: u8) -> u8 {
    let estimate = i16::from(left) + i16::from(up) - i16::from(corner);
    let distance = |value: u8| (estimate - i16::from(value)).abs();
    if distance(left) <= distance(up) && distance(left) <= distance(corner) {
        left
    } else if distance(up) <= distance(corner) {
        up
    } else {
        corner
    }
}

/// The colours that a `tRNS` chunk makes transparent.
enum ColorKey<'a> {
    /// An alpha value for each entry of the palette, from the first.
    Entries(&'a [u8]),
    /// A single grey of fewer than 8 bits.
    Sample(u8),
    /// The bytes of a single colour.
    Pixel(Vec<u8>),
}

impl<'a> ColorKey<'a> {
    fn new(header: &Header, transparency: &'a [u8]) -> Result<Self, ImageError> {
        match transparency {
            entries if header.color_type == 3 => Ok(Self::Entries(entries)),
            _ if transparency.len() != header.samples() * 2 => {
                Err(damaged("its transparent colour has a wrong length"))
            }
            [_, low] if header.bits < 8 => Ok(Self::Sample(*low)),
            _ if header.bits == 8 => {
                Ok(Self::Pixel(transparency.chunks(2).filter_map(|pair| pair.last().copied()).collect()))
            }
            _ => Ok(Self::Pixel(transparency.to_vec())),
        }
    }

    /// Appends a mask of 8 bits per pixel for a row.
    fn mask(&self, header: &Header, row: &[u8], mask: &mut Vec<u8>) {
        let opaque = |clear| if clear { 0 } else { 255 };
        let samples = (0..header.width as usize).map(|x| sample(row, x, header.bits));
        match self {
            Self::Entries(alphas) => {
                mask.extend(samples.map(|sample| alphas.get(usize::from(sample)).copied().unwrap_or(255)));
            }
            Self::Sample(key) => mask.extend(samples.map(|sample| opaque(sample == *key))),
            Self::Pixel(key) => mask.extend(row.chunks(header.step()).map(|pixel| opaque(pixel == key))),
        }
    }
}

/// A sample of at most 8 bits from a packed row.
fn sample(row: &[u8], x: usize, bits: u8) -> u8 {
    let bit = x * usize::from(bits);
    let byte = row.get(bit / 8).copied().unwrap_or(0);
    let shift = 8 - usize::from(bits) - bit % 8;
    (byte >> shift) & (0xFF >> (8 - bits))
}

/// Compresses rows, filtering each by the row above it, which suits flat areas and soft edges.
struct Deflate {
    encoder: ZlibEncoder<Vec<u8>>,
    above: Vec<u8>,
    filtered: Vec<u8>,
}

impl Default for Deflate {
    fn default() -> Self {
        Self { encoder: ZlibEncoder::new(Vec::new(), Compression::default()), above: Vec::new(), filtered: Vec::new() }
    }
}

impl Deflate {
    fn row(&mut self, bytes: &[u8]) {
        self.above.resize(bytes.len(), 0);
        self.filtered.clear();
        self.filtered.push(2);
        self.filtered.extend(bytes.iter().zip(&self.above).map(|(byte, up)| byte.wrapping_sub(*up)));
        // Writing to a vector cannot fail.
        let _ = self.encoder.write_all(&self.filtered);
        self.above.copy_from_slice(bytes);
    }

    fn finish(self) -> Vec<u8> {
        self.encoder.finish().unwrap_or_default()
    }
}

const fn damaged(what: &'static str) -> ImageError {
    ImageError::Damaged { format: "PNG", what }
}
