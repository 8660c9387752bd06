//! A page as small grey pixels, and how far two of them are apart.

/// How many greys a pixel can have, less one: four bits keep the files small.
const WHITE: u8 = 15;

/// Pixels to the side of a cell, within which differences are put together.
const CELL: usize = 8;

/// How far two cells may be apart, in the mean of 64 pixels, in hundredths of a grey.
///
/// Processors may round the edge of a letter to the next grey; a dozen pixels of a cell may do so. A letter that is not
/// there, or stands a pixel aside, is several times as far.
const BOUND: usize = 20;

/// Grey pixels, row by row.
#[derive(Debug)]
pub(crate) struct Picture {
    width: usize,
    pixels: Vec<u8>,
}

/// How two pictures differ.
#[derive(Debug)]
pub(crate) enum Difference {
    /// Not so that anybody would see it.
    None,
    /// They have not even the same size.
    Size,
    /// In some cells.
    Cells {
        /// How many.
        count: usize,
        /// The mean difference in the one that differs most, in hundredths of a grey.
        worst: usize,
        /// Where that one begins, in pixels from the left and the top.
        at: (usize, usize),
        /// Each pixel the darker, the more it differs.
        picture: Picture,
    },
}

impl Picture {
    /// From red, green, blue and opacity, eight bits each, over white.
    pub(crate) fn from_rgba(width: usize, rgba: &[u8]) -> Self {
        let grey = |pixel: &[u8]| {
            let [red, green, blue] = [0, 1, 2].map(|channel| u32::from(pixel[channel]));
            let luma = (299 * red + 587 * green + 114 * blue) / 1000;
            u8::try_from((luma * u32::from(WHITE) + 127) / 255).unwrap()
        };
        Self { width, pixels: rgba.chunks_exact(4).map(grey).collect() }
    }

    /// From a file that [`Picture::to_png`] wrote.
    pub(crate) fn from_png(bytes: &[u8]) -> Self {
        let mut reader = png::Decoder::new(std::io::Cursor::new(bytes)).read_info().unwrap();
        let (width, height) = (reader.info().width as usize, reader.info().height as usize);
        let form = (reader.info().color_type, reader.info().bit_depth);
        assert_eq!(form, (png::ColorType::Grayscale, png::BitDepth::Four), "a reference has grey pixels of four bits");
        let mut packed = vec![0; width.div_ceil(2) * height];
        reader.next_frame(&mut packed).unwrap();
        let row = |row: &[u8]| row.iter().flat_map(|pair| [pair >> 4, pair & 15]).take(width).collect::<Vec<u8>>();
        Self { width, pixels: packed.chunks_exact(width.div_ceil(2)).flat_map(row).collect() }
    }

    /// As a file.
    pub(crate) fn to_png(&self) -> Vec<u8> {
        let side = |pixels: usize| u32::try_from(pixels).unwrap();
        let mut bytes = Vec::new();
        let mut encoder = png::Encoder::new(&mut bytes, side(self.width), side(self.pixels.len() / self.width));
        encoder.set_color(png::ColorType::Grayscale);
        encoder.set_depth(png::BitDepth::Four);
        encoder.set_compression(png::Compression::High);
        encoder.set_filter(png::Filter::NoFilter);
        let pair = |pair: &[u8]| pair[0] << 4 | pair.get(1).copied().unwrap_or(WHITE);
        let packed: Vec<u8> = self.pixels.chunks(self.width).flat_map(|row| row.chunks(2).map(pair)).collect();
        let mut writer = encoder.write_header().unwrap();
        writer.write_image_data(&packed).unwrap();
        writer.finish().unwrap();
        bytes
    }

    /// How another picture differs from this one.
    pub(crate) fn compare(&self, other: &Self) -> Difference {
        if (self.width, self.pixels.len()) != (other.width, other.pixels.len()) {
            return Difference::Size;
        }
        let apart: Vec<u8> = self.pixels.iter().zip(&other.pixels).map(|(one, other)| one.abs_diff(*other)).collect();
        let columns = self.width.div_ceil(CELL);
        let mut cells = vec![0; columns * (apart.len() / self.width).div_ceil(CELL)];
        for (at, apart) in apart.iter().enumerate() {
            cells[at / self.width / CELL * columns + at % self.width / CELL] += usize::from(*apart);
        }
        let mean = |cell: usize| cells[cell] * 100 / (CELL * CELL);
        let seen: Vec<usize> = (0..cells.len()).filter(|cell| mean(*cell) > BOUND).collect();
        let Some(worst) = seen.iter().copied().max_by_key(|cell| mean(*cell)) else { return Difference::None };
        Difference::Cells {
            count: seen.len(),
            worst: mean(worst),
            at: (worst % columns * CELL, worst / columns * CELL),
            picture: Self { width: self.width, pixels: apart.iter().map(|apart| WHITE - apart).collect() },
        }
    }
}
