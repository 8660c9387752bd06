//! PNG files (ISO/IEC 15948): passed through without an alpha channel, split into colour and mask
//! with one.

use std::io::{Read as _, Write as _};

use flate2::Compression;
use flate2::read::ZlibDecoder;
use flate2::write::ZlibEncoder;

use super::{Encoding, Image, ImageColor, ImageError, SoftMask};

const SIGNATURE: [u8; 8] = *b"\x89PNG\r\n\x1a\n";
const MOST_PIXELS: u64 = 100_000_000;

struct Header {
    width: u32,
    height: u32,
    bits: u8,
    color_type: u8,
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

    /// Bytes of a row, its filter's number not counted.
    fn row(&self) -> usize {
        (self.width as usize * self.samples() * usize::from(self.bits)).div_ceil(8)
    }

    /// How far back the pixel to the left is, in bytes.
    fn step(&self) -> usize {
        (self.samples() * usize::from(self.bits)).div_ceil(8)
    }

    fn size(&self) -> usize {
        (self.row() + 1) * self.height as usize
    }
}

#[derive(Default)]
struct Chunks<'a> {
    palette: Option<&'a [u8]>,
    transparency: Option<&'a [u8]>,
    data: Vec<u8>,
}

/// Reads a file and checks all of its picture data.
pub(super) fn read(bytes: &[u8]) -> Result<Image, ImageError> {
    let (header, chunks) = read_chunks(bytes)?;
    let color = match header.color_type {
        0 | 4 => ImageColor::Gray,
        2 | 6 => ImageColor::Rgb,
        _ => ImageColor::Palette(palette(&header, &chunks)?),
    };
    let rows = inflate(&header, &chunks.data)?;
    let image = Image {
        width: header.width,
        height: header.height,
        color,
        bits: header.bits,
        encoding: Encoding::Png,
        data: Vec::new(),
        soft_mask: None,
    };
    if header.color_type < 4 && chunks.transparency.is_none() {
        check_filters(&header, &rows)?;
        return Ok(Image { data: chunks.data, ..image });
    }
    let pixels = unfilter(&header, &rows)?;
    let (colors, mask, mask_bits) = match chunks.transparency {
        Some(transparency) if header.color_type < 4 => (None, mask_by_key(&header, &pixels, transparency)?, 8),
        _ => {
            let (colors, mask) = split_alpha(&header, &pixels);
            (Some(colors), mask, header.bits)
        }
    };
    let data = match colors {
        Some(colors) => deflate(&colors, header.row() / header.samples() * (header.samples() - 1)),
        None => chunks.data,
    };
    let mask_row = header.width as usize * usize::from(mask_bits) / 8;
    let soft_mask = SoftMask { bits: mask_bits, data: deflate(&mask, mask_row) };
    Ok(Image { data, soft_mask: Some(soft_mask), ..image })
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

/// The kind of a chunk, its content, and what is after it. Check sums are left to zlib's own.
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
    let header = Header { width, height, bits, color_type };
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
    if interlace == 1 {
        return Err(ImageError::Unsupported("the PNG file is interlaced"));
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

/// The rows, each with the number of its filter; never more than the header promises.
fn inflate(header: &Header, data: &[u8]) -> Result<Vec<u8>, ImageError> {
    let size = header.size();
    let mut rows = Vec::new();
    let read = ZlibDecoder::new(data).take(size as u64 + 1).read_to_end(&mut rows);
    match read {
        Ok(length) if length == size => Ok(rows),
        Ok(_) => Err(damaged("its data are not as many as its size")),
        Err(_) => Err(damaged("its data cannot be decompressed")),
    }
}

fn check_filters(header: &Header, rows: &[u8]) -> Result<(), ImageError> {
    let known = |row: &[u8]| row.first().is_some_and(|filter| *filter <= 4);
    if rows.chunks(header.row() + 1).all(known) {
        Ok(())
    } else {
        Err(damaged("a row has no filter that the standard knows"))
    }
}

/// Undoes the filters of all rows (ISO/IEC 15948, clause 9).
fn unfilter(header: &Header, rows: &[u8]) -> Result<Vec<u8>, ImageError> {
    check_filters(header, rows)?;
    let (length, step) = (header.row(), header.step());
    let mut pixels: Vec<u8> = Vec::with_capacity(length * header.height as usize);
    let mut above = vec![0_u8; length];
    let mut row = vec![0_u8; length];
    for filtered in rows.chunks(length + 1) {
        let Some((filter, bytes)) = filtered.split_first() else {
            continue;
        };
        for (i, byte) in bytes.iter().enumerate() {
            let at = |row: &[u8], back: usize| i.checked_sub(back).and_then(|i| row.get(i)).copied().unwrap_or(0);
            let (left, up, corner) = (at(&row, step), at(&above, 0), at(&above, step));
            let predicted = match filter {
                1 => left,
                2 => up,
                3 => u8::midpoint(left, up),
                4 => paeth(left, up, corner),
                _ => 0,
            };
            if let Some(place) = row.get_mut(i) {
                *place = byte.wrapping_add(predicted);
            }
        }
        pixels.extend_from_slice(&row);
        std::mem::swap(&mut above, &mut row);
    }
    Ok(pixels)
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

/// Colours and alpha apart.
fn split_alpha(header: &Header, pixels: &[u8]) -> (Vec<u8>, Vec<u8>) {
    let bytes = usize::from(header.bits) / 8;
    let mut colors = Vec::with_capacity(pixels.len());
    let mut mask = Vec::with_capacity(pixels.len() / header.samples());
    for pixel in pixels.chunks(header.step()) {
        let (color, alpha) = pixel.split_at(pixel.len().saturating_sub(bytes));
        colors.extend_from_slice(color);
        mask.extend_from_slice(alpha);
    }
    (colors, mask)
}

/// A mask of 8 bits from a `tRNS` chunk: an alpha for each entry of the palette, or one colour
/// that is transparent.
fn mask_by_key(header: &Header, pixels: &[u8], transparency: &[u8]) -> Result<Vec<u8>, ImageError> {
    let mut mask = Vec::with_capacity(header.width as usize * header.height as usize);
    if header.color_type == 3 || header.bits < 8 {
        let key = match transparency {
            _ if header.color_type == 3 => None,
            [_, low] => Some(*low),
            _ => return Err(damaged("its transparent colour has a wrong length")),
        };
        for row in pixels.chunks(header.row()) {
            let samples = (0..header.width as usize).map(|x| sample(row, x, header.bits));
            mask.extend(samples.map(|sample| match key {
                Some(key) => {
                    if sample == key {
                        0
                    } else {
                        255
                    }
                }
                None => transparency.get(usize::from(sample)).copied().unwrap_or(255),
            }));
        }
        return Ok(mask);
    }
    let key: Vec<u8> = match (header.bits, transparency.len() == header.samples() * 2) {
        (8, true) => transparency.chunks(2).filter_map(|pair| pair.last().copied()).collect(),
        (_, true) => transparency.to_vec(),
        (_, false) => return Err(damaged("its transparent colour has a wrong length")),
    };
    mask.extend(pixels.chunks(header.step()).map(|pixel| if pixel == key { 0 } else { 255 }));
    Ok(mask)
}

/// One sample of at most 8 bits from a packed row.
fn sample(row: &[u8], x: usize, bits: u8) -> u8 {
    let bit = x * usize::from(bits);
    let byte = row.get(bit / 8).copied().unwrap_or(0);
    let shift = 8 - usize::from(bits) - bit % 8;
    (byte >> shift) & (0xFF >> (8 - bits))
}

/// Compresses rows, each filtered by the row above it, which suits flat areas and soft edges.
fn deflate(pixels: &[u8], row: usize) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::default());
    let mut above = vec![0; row];
    let mut filtered = Vec::with_capacity(row + 1);
    for bytes in pixels.chunks(row.max(1)) {
        filtered.clear();
        filtered.push(2);
        filtered.extend(bytes.iter().zip(&above).map(|(byte, up)| byte.wrapping_sub(*up)));
        // Writing to a vector cannot fail.
        let _ = encoder.write_all(&filtered);
        above.clear();
        above.extend_from_slice(bytes);
    }
    encoder.finish().unwrap_or_default()
}

const fn damaged(what: &'static str) -> ImageError {
    ImageError::Damaged { format: "PNG", what }
}
