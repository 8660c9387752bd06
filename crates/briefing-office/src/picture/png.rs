//! PNG (ISO/IEC 15948): the header, and the four kinds of chunk that hold the picture, written in one form: its data in
//! one chunk, a palette only where pixels are places in it. An opaque picture in this form can be put together again from
//! what a PDF file holds of it.

mod meaning;

use std::io::{BufReader, Cursor as Reader, ErrorKind, Read as _};

use briefing_model::Media;
use flate2::read::ZlibDecoder;
use png::{DecodeOptions, Decoder, Transformations};

use self::meaning::Meanings;
use super::colors::Inks;
use super::exif::Exif;
use super::raster::{Channels, Raster, Reducer};
use super::{Cursor, Effort, MOST_MEMORY, Normalized, PictureError, PictureTarget, check_size, jpeg};

pub(super) const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";

const CUT_OFF: PictureError = PictureError::Damaged("the PNG file breaks off");
const DAMAGED: PictureError = PictureError::Damaged("the PNG file is damaged: its picture cannot be decompressed");
const WRONG_LENGTH: PictureError =
    PictureError::Damaged("the PNG file is damaged: its picture has another size than it says");

/// What a file is, its metadata taken out.
struct Read<'b> {
    header: Header,
    /// The header's content.
    head: [u8; 13],
    palette: Option<&'b [u8]>,
    clear: Option<&'b [u8]>,
    data: Vec<u8>,
    exif: Exif,
    meanings: Meanings<'b>,
}

pub(super) fn normalize(bytes: &[u8], target: PictureTarget) -> Result<Normalized, PictureError> {
    let mut file = read(bytes)?;
    file.mend_interlace();
    let Header { width, height, .. } = file.header;
    let orientation = file.exif.orientation.unwrap_or_default();
    let inks = if file.header.color & 2 == 0 { Inks::Gray } else { Inks::Rgb };
    let (conversion, unreadable_profile) = match file.meanings.conversion(inks) {
        Ok(conversion) => (conversion, false),
        Err(_) => (None, true),
    };
    let fitted = target.fitted(width, height, orientation);
    let whole = Normalized {
        media: Media::Png,
        width,
        height,
        source_size: (width, height),
        orientation,
        unreadable_profile,
        bytes: Vec::new(),
    };
    if !file.header.interlaced {
        prove(&file.header, &file.data)?;
        if fitted.is_none() && (conversion.is_none() || file.header.indexed()) {
            // The colours of a palette are converted in the palette.
            let converted = conversion.zip(file.palette).map(|(conversion, palette)| conversion.convert(palette));
            file.palette = converted.as_deref().or(file.palette);
            return Ok(Normalized { bytes: file.write()?, ..whole });
        }
    }
    let bytes = file.write()?;
    let (new_width, new_height) = fitted.unwrap_or((width, height));
    if target.effort == Effort::Prove && !file.header.interlaced {
        return Ok(Normalized { width: new_width, height: new_height, bytes, ..whole });
    }
    let mut raster = decode(&file.header, &bytes, (new_width, new_height))?;
    if let Some(conversion) = &conversion {
        raster = raster.converted(conversion);
    }
    let (media, bytes) = write(&raster.without_needless_alpha(), fitted.is_some())?;
    Ok(Normalized { media, width: new_width, height: new_height, bytes, ..whole })
}

/// A raster as a file. One whose pixels were mixed anyway becomes a JPEG file where PNG does not compress it, as it does not
/// compress photographs.
pub(super) fn write(raster: &Raster, mixed: bool) -> Result<(Media, Vec<u8>), PictureError> {
    let bytes = read(&raster.to_png()?)?.write()?;
    let photograph = bytes.len() > raster.width as usize * raster.height as usize;
    if mixed && photograph && !raster.channels.has_alpha() {
        return Ok((Media::Jpeg, jpeg::write(raster, true)?));
    }
    Ok((Media::Png, bytes))
}

fn read(bytes: &[u8]) -> Result<Read<'_>, PictureError> {
    let mut cursor = Cursor { rest: bytes };
    cursor.take(SIGNATURE.len()).ok_or(CUT_OFF)?;
    let mut header: Option<(Header, [u8; 13])> = None;
    let mut exif = Exif::default();
    let mut meanings = Meanings::default();
    let (mut palette, mut clear): (Option<&[u8]>, Option<&[u8]>) = (None, None);
    let mut data: Vec<&[u8]> = Vec::new();
    loop {
        let whole = cursor.rest;
        let length = cursor.u32().ok_or(CUT_OFF)?;
        let kind = cursor.array::<4>().ok_or(CUT_OFF)?;
        let length = usize::try_from(length).ok().filter(|&length| length < 1 << 31).ok_or(CUT_OFF)?;
        let content = cursor.take(length).ok_or(CUT_OFF)?;
        let sum = cursor.u32().ok_or(CUT_OFF)?;
        if header.is_none() && &kind != b"IHDR" {
            return Err(PictureError::Damaged("the PNG file does not begin with its header"));
        }
        match &kind {
            b"IHDR" if header.is_some() => return Err(PictureError::Damaged("the PNG file has two headers")),
            b"IHDR" => header = Some(read_header(content)?),
            b"PLTE" => palette = Some(content),
            b"tRNS" => clear = Some(content),
            b"IDAT" => data.push(content),
            b"IEND" => {}
            b"eXIf" => {
                exif = exif.or(Exif::read(content));
                continue;
            }
            // How many pictures an animation has; of one it is none.
            b"acTL" if content.first_chunk().is_some_and(|&frames| u32::from_be_bytes(frames) > 1) => {
                return Err(PictureError::Unsupported("the PNG file is an animation"));
            }
            // A chunk whose name begins with a capital letter is one that a reader must understand.
            [first, ..] if first.is_ascii_uppercase() => {
                return Err(PictureError::Unsupported(
                    "the PNG file has a kind of content that PNG's standard does not know",
                ));
            }
            _ => {
                meanings.take(kind, content);
                continue;
            }
        }
        let chunk = whole.get(..length + 12).ok_or(CUT_OFF)?;
        if crc32(chunk.get(4..length + 8).ok_or(CUT_OFF)?) != sum {
            return Err(PictureError::Damaged(
                "the PNG file's checksum does not match: some of its bytes have changed",
            ));
        }
        if &kind == b"IEND" {
            break;
        }
    }
    let (header, head) = header.ok_or(CUT_OFF)?;
    let palette = palette.filter(|_| header.indexed());
    if data.is_empty() || (header.indexed() && palette.is_none()) {
        return Err(PictureError::Damaged("the PNG file has no picture or no palette"));
    }
    if palette.is_some_and(|palette| palette.is_empty() || palette.len() % 3 != 0) {
        return Err(PictureError::Damaged("the PNG file's palette has a wrong length"));
    }
    // Entries that no pixel can name.
    let palette = palette.map(|palette| palette.get(..3 << header.depth).unwrap_or(palette));
    let clear = match clear {
        Some(clear) if header.color < 3 && clear.len() != 2 * header.samples() => {
            return Err(PictureError::Damaged("the PNG file's transparent colour has a wrong length"));
        }
        // With an alpha channel it says nothing.
        clear => clear.filter(|_| header.color < 4),
    };
    Ok(Read { header, head, palette, clear, data: data.concat(), exif, meanings })
}

impl Read<'_> {
    /// Some writers say that a file is interlaced and write its rows in order: the length of the data tells.
    fn mend_interlace(&mut self) {
        let plain = Header { interlaced: false, ..self.header };
        if self.header.interlaced && self.header.length() != plain.length() && prove(&plain, &self.data).is_ok() {
            self.header = plain;
            self.head[12] = 0;
        }
    }

    fn write(&self) -> Result<Vec<u8>, PictureError> {
        let mut bytes = SIGNATURE.to_vec();
        keep(&mut bytes, *b"IHDR", &self.head)?;
        self.palette.map_or(Ok(()), |palette| keep(&mut bytes, *b"PLTE", palette))?;
        self.clear.map_or(Ok(()), |clear| keep(&mut bytes, *b"tRNS", clear))?;
        keep(&mut bytes, *b"IDAT", &self.data)?;
        keep(&mut bytes, *b"IEND", b"")?;
        Ok(bytes)
    }
}

/// Adds a chunk.
fn keep(bytes: &mut Vec<u8>, kind: [u8; 4], content: &[u8]) -> Result<(), PictureError> {
    let length = u32::try_from(content.len()).map_err(|_| CUT_OFF)?;
    bytes.extend(length.to_be_bytes());
    let start = bytes.len();
    bytes.extend(kind);
    bytes.extend_from_slice(content);
    let sum = crc32(bytes.get(start..).unwrap_or_default());
    bytes.extend(sum.to_be_bytes());
    Ok(())
}

#[derive(Debug, Clone, Copy)]
struct Header {
    width: u32,
    height: u32,
    depth: u8,
    /// The colour type: 1 stands for a palette, 2 for colours, 4 for alpha.
    color: u8,
    interlaced: bool,
}

impl Header {
    const fn indexed(&self) -> bool {
        self.color == 3
    }

    const fn samples(&self) -> usize {
        match self.color {
            2 => 3,
            4 => 2,
            6 => 4,
            _ => 1,
        }
    }

    /// Bytes of a row, that of its filter not counted.
    const fn row(&self) -> usize {
        self.row_of(self.width)
    }

    const fn row_of(&self, width: u32) -> usize {
        (width as usize * self.samples() * self.depth as usize).div_ceil(8)
    }

    /// Bytes of all rows, with their filters.
    fn length(&self) -> usize {
        if !self.interlaced {
            return (self.row() + 1) * self.height as usize;
        }
        let pass = |(x, y, across, down): (u32, u32, u32, u32)| {
            let columns = self.width.saturating_sub(x).div_ceil(across);
            let rows = self.height.saturating_sub(y).div_ceil(down);
            if columns == 0 { 0 } else { (self.row_of(columns) + 1) * rows as usize }
        };
        PASSES.into_iter().map(pass).sum()
    }
}

/// The passes of interlacing (ISO/IEC 15948, 8.2): the first column and row, and how far it is to the next.
const PASSES: [(u32, u32, u32, u32); 7] =
    [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)];

fn read_header(content: &[u8]) -> Result<(Header, [u8; 13]), PictureError> {
    let head: [u8; 13] = content.try_into().map_err(|_| PictureError::Damaged("the PNG header has a wrong length"))?;
    let mut cursor = Cursor { rest: &head };
    let mut read = || {
        let (width, height) = (cursor.u32()?, cursor.u32()?);
        Some((width, height, cursor.array::<5>()?))
    };
    let (width, height, [depth, color, compression, filter, interlace]) =
        read().ok_or(PictureError::Damaged("the PNG header has a wrong length"))?;
    // Table 11.1 of the standard.
    let known = match color {
        0 => matches!(depth, 1 | 2 | 4 | 8 | 16),
        2 | 4 | 6 => matches!(depth, 8 | 16),
        3 => matches!(depth, 1 | 2 | 4 | 8),
        _ => false,
    };
    if !known || compression != 0 || filter != 0 || interlace > 1 {
        return Err(PictureError::Damaged("the PNG header contradicts itself"));
    }
    check_size(width, height)?;
    Ok((Header { width, height, depth, color, interlaced: interlace == 1 }, head))
}

/// How many bytes of rows are decompressed at once.
const MANY_ROWS: usize = 32 * 1024;

/// Makes sure that all rows are there, that each has a filter of the standard, and that nothing follows.
fn prove(header: &Header, data: &[u8]) -> Result<(), PictureError> {
    // Decompression is slow at the end of what it fills, so that it is to fill more than a row.
    let mut data = BufReader::with_capacity(MANY_ROWS, ZlibDecoder::new(data));
    let mut row = vec![0; header.row() + 1];
    for _ in 0..header.height {
        data.read_exact(&mut row).map_err(|error| match error.kind() {
            ErrorKind::UnexpectedEof => WRONG_LENGTH,
            _ => DAMAGED,
        })?;
        if row.first().is_none_or(|filter| *filter > 4) {
            return Err(PictureError::Damaged("the PNG file is damaged: a row has a filter that does not exist"));
        }
    }
    match data.read(&mut [0]) {
        Ok(0) => Ok(()),
        Ok(_) => Err(WRONG_LENGTH),
        Err(_) => Err(DAMAGED),
    }
}

/// The pixels with 8 bits a channel, in that size: row by row but for an interlaced file, whose rows are known at its end.
fn decode(header: &Header, bytes: &[u8], size: (u32, u32)) -> Result<Raster, PictureError> {
    let mut options = DecodeOptions::default();
    options.set_ignore_adler32(false);
    let mut decoder = Decoder::new_with_options(Reader::new(bytes), options);
    decoder.set_transformations(Transformations::normalize_to_color8());
    let mut reader = decoder.read_info().map_err(|_| DAMAGED)?;
    let channels = match reader.output_color_type().0 {
        png::ColorType::Grayscale => Channels::Gray,
        png::ColorType::GrayscaleAlpha => Channels::GrayAlpha,
        png::ColorType::Rgb => Channels::Rgb,
        png::ColorType::Rgba => Channels::Rgba,
        png::ColorType::Indexed => return Err(DAMAGED),
    };
    let (width, height) = (header.width, header.height);
    let mut reducer = Reducer::new((width, height), size, channels);
    let row = width as usize * channels.count();
    if header.interlaced {
        let whole = row * height as usize;
        if whole as u64 > MOST_MEMORY {
            return Err(PictureError::TooManyPixels { width, height });
        }
        let mut pixels = vec![0; whole];
        reader.next_frame(&mut pixels).map_err(|_| DAMAGED)?;
        pixels.chunks(row).for_each(|row| reducer.row(row));
    } else {
        while let Some(row) = reader.next_row().map_err(|_| DAMAGED)? {
            reducer.row(row.data());
        }
    }
    Ok(reducer.finish())
}

/// The checksum of PNG's chunks (ISO/IEC 15948, annex D).
fn crc32(bytes: &[u8]) -> u32 {
    let mut sum = flate2::Crc::new();
    sum.update(bytes);
    sum.sum()
}

#[cfg(test)]
mod suite;
#[cfg(test)]
mod tests;
