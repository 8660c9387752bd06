//! Decoded pictures, made smaller and written again.

use jpeg_encoder::{ColorType, Encoder, SamplingFactor};
use png::{BitDepth, Compression, Filter};

use super::PictureError;
use super::colors::ToSrgb;

/// What a pixel's bytes are, each of 8 bits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Channels {
    Gray,
    GrayAlpha,
    Rgb,
    Rgba,
}

impl Channels {
    pub(super) const fn count(self) -> usize {
        match self {
            Self::Gray => 1,
            Self::GrayAlpha => 2,
            Self::Rgb => 3,
            Self::Rgba => 4,
        }
    }

    pub(super) const fn has_alpha(self) -> bool {
        matches!(self, Self::GrayAlpha | Self::Rgba)
    }
}

/// Rows of pixels, from the top.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Raster {
    pub(super) width: u32,
    pub(super) height: u32,
    pub(super) channels: Channels,
    pub(super) data: Vec<u8>,
}

/// Quality of JPEG files that are written anew: at 300 dots an inch no loss is seen in print.
const QUALITY: u8 = 88;

impl Raster {
    /// A JPEG file; only for pictures without alpha.
    pub(super) fn to_jpeg(&self, fine_colors: bool) -> Result<Vec<u8>, PictureError> {
        let color = if self.channels == Channels::Gray { ColorType::Luma } else { ColorType::Rgb };
        let mut file = Vec::new();
        let mut encoder = Encoder::new(&mut file, QUALITY);
        encoder.set_optimized_huffman_tables(true);
        encoder.set_sampling_factor(if fine_colors { SamplingFactor::R_4_4_4 } else { SamplingFactor::R_4_2_0 });
        // JPEG's sides have 16 bits; every picture that is written was read with at most so many.
        let side = |length: u32| u16::try_from(length).map_err(|_| TOO_LARGE);
        encoder.encode(&self.data, side(self.width)?, side(self.height)?, color).map_err(|_| TOO_LARGE)?;
        Ok(file)
    }

    /// A PNG file.
    pub(super) fn to_png(&self) -> Result<Vec<u8>, PictureError> {
        let mut file = Vec::new();
        let mut encoder = png::Encoder::new(&mut file, self.width, self.height);
        encoder.set_color(match self.channels {
            Channels::Gray => png::ColorType::Grayscale,
            Channels::GrayAlpha => png::ColorType::GrayscaleAlpha,
            Channels::Rgb => png::ColorType::Rgb,
            Channels::Rgba => png::ColorType::Rgba,
        });
        encoder.set_depth(BitDepth::Eight);
        encoder.set_compression(Compression::High);
        encoder.set_filter(Filter::Adaptive);
        let mut writer = encoder.write_header().map_err(|_| TOO_LARGE)?;
        writer.write_image_data(&self.data).map_err(|_| TOO_LARGE)?;
        writer.finish().map_err(|_| TOO_LARGE)?;
        Ok(file)
    }

    /// The same picture with its colours brought to sRGB.
    pub(super) fn converted(mut self, conversion: &ToSrgb) -> Self {
        let (count, alpha) = (self.channels.count(), usize::from(self.channels.has_alpha()));
        let mut colors = Vec::new();
        for part in self.data.chunks_mut(count * 4096) {
            colors.clear();
            part.chunks_exact(count).for_each(|pixel| colors.extend(pixel.iter().take(count - alpha)));
            let converted = conversion.convert(&colors);
            for (pixel, color) in part.chunks_exact_mut(count).zip(converted.chunks_exact(count - alpha)) {
                pixel.iter_mut().zip(color).for_each(|(old, new)| *old = *new);
            }
        }
        self
    }

    /// The same picture without an alpha channel that makes nothing transparent.
    pub(super) fn without_needless_alpha(self) -> Self {
        let count = self.channels.count();
        let opaque = |pixel: &[u8]| pixel.last() == Some(&u8::MAX);
        if !self.channels.has_alpha() || !self.data.chunks_exact(count).all(opaque) {
            return self;
        }
        let channels = if self.channels == Channels::Rgba { Channels::Rgb } else { Channels::Gray };
        let data = self.data.chunks_exact(count).flat_map(|pixel| pixel.iter().take(count - 1).copied()).collect();
        Self { channels, data, ..self }
    }

    /// As [`Reducer`] makes it.
    pub(super) fn reduced(self, width: u32, height: u32) -> Self {
        let mut reducer = Reducer::new((self.width, self.height), (width, height), self.channels);
        self.data.chunks(self.width as usize * self.channels.count()).for_each(|row| reducer.row(row));
        reducer.finish()
    }
}

const TOO_LARGE: PictureError = PictureError::Unsupported("the picture is too large to be written again");

/// Makes a picture smaller while its rows come in: each new pixel is the mean of the area that it covers, in whole numbers, so
/// that every processor gives the same.
pub(super) struct Reducer {
    from: (u64, u64),
    to: Raster,
    /// Sums of the row that is being made: for each pixel, each channel; colours weighted by alpha where there is one.
    sums: Vec<u64>,
    line: Vec<u64>,
    /// How much of the next row's height is covered, in parts of which an old row has `to.height` and a new one `from.1`.
    filled: u64,
}

impl Reducer {
    /// From one size to one that is not larger.
    pub(super) fn new(from: (u32, u32), to: (u32, u32), channels: Channels) -> Self {
        let (width, height) = (to.0.clamp(1, from.0.max(1)), to.1.clamp(1, from.1.max(1)));
        let samples = width as usize * channels.count();
        let data = Vec::with_capacity(samples * height as usize);
        Self {
            from: (u64::from(from.0), u64::from(from.1)),
            to: Raster { width, height, channels, data },
            sums: vec![0; samples],
            line: vec![0; samples],
            filled: 0,
        }
    }

    /// Takes the next row.
    pub(super) fn row(&mut self, row: &[u8]) {
        self.across(row);
        let mut left = u64::from(self.to.height);
        while left > 0 {
            let part = left.min(self.from.1 - self.filled);
            for (sum, value) in self.sums.iter_mut().zip(&self.line) {
                *sum += value * part;
            }
            left -= part;
            self.filled += part;
            if self.filled == self.from.1 {
                self.put();
            }
        }
    }

    /// Sums a row from left to right into `line`.
    fn across(&mut self, row: &[u8]) {
        self.line.fill(0);
        let (channels, alpha) = (self.to.channels.count(), self.to.channels.has_alpha());
        let step = u64::from(self.to.width);
        let mut pixels = self.line.chunks_mut(channels);
        let Some(mut pixel) = pixels.next() else { return };
        let mut filled = 0;
        for old in row.chunks_exact(channels) {
            let mut left = step;
            while left > 0 {
                let part = left.min(self.from.0 - filled);
                let weight = match old.last() {
                    Some(alpha_value) if alpha => u64::from(*alpha_value) * part,
                    _ => part,
                };
                let colors = channels - usize::from(alpha);
                for (index, (sum, value)) in pixel.iter_mut().zip(old).enumerate() {
                    *sum += if index < colors { u64::from(*value) * weight } else { weight };
                }
                left -= part;
                filled += part;
                if filled == self.from.0 {
                    filled = 0;
                    match pixels.next() {
                        Some(next) => pixel = next,
                        None => return,
                    }
                }
            }
        }
    }

    /// The sums are complete: a row of the new picture.
    fn put(&mut self) {
        let (channels, alpha) = (self.to.channels.count(), self.to.channels.has_alpha());
        let area = self.from.0 * self.from.1;
        for pixel in self.sums.chunks(channels) {
            let (colors, weight) = match pixel.split_last() {
                Some((alpha, colors)) if self.to.channels.has_alpha() => (colors, *alpha),
                _ => (pixel, area),
            };
            // What is wholly clear has no colour.
            let mean = |sum: u64, of: u64| u8::try_from((sum + of / 2).checked_div(of).unwrap_or(0)).unwrap_or(u8::MAX);
            self.to.data.extend(colors.iter().map(|sum| mean(*sum, weight)));
            if alpha {
                self.to.data.push(mean(weight, area));
            }
        }
        self.sums.fill(0);
        self.filled = 0;
    }

    /// The picture; complete when all rows were taken.
    pub(super) fn finish(self) -> Raster {
        self.to
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reduced(from: (u32, u32), to: (u32, u32), channels: Channels, data: &[u8]) -> Vec<u8> {
        let raster = Raster { width: from.0, height: from.1, channels, data: data.to_vec() };
        raster.reduced(to.0, to.1).data
    }

    #[test]
    fn a_new_pixel_is_the_mean_of_what_it_covers() {
        assert_eq!(reduced((4, 2), (2, 1), Channels::Gray, &[0, 10, 20, 30, 40, 50, 60, 70]), [25, 45]);
        assert_eq!(reduced((3, 1), (2, 1), Channels::Gray, &[0, 90, 30]), [30, 50]);
        assert_eq!(reduced((2, 2), (2, 2), Channels::Rgb, &[7; 12]), [7; 12]);
    }

    #[test]
    fn what_is_clear_lends_no_colour() {
        assert_eq!(reduced((2, 1), (1, 1), Channels::Rgba, &[200, 100, 0, 255, 9, 9, 9, 0]), [200, 100, 0, 128]);
        assert_eq!(reduced((2, 1), (1, 1), Channels::GrayAlpha, &[200, 0, 9, 0]), [0, 0]);
    }

    proptest::proptest! {
        #[test]
        fn an_even_picture_stays_even(width in 1_u32..50, height in 1_u32..50, to in (1_u32..50, 1_u32..50), value: u8) {
            let to = (to.0.min(width), to.1.min(height));
            let data = reduced((width, height), to, Channels::Gray, &vec![value; (width * height) as usize]);
            proptest::prop_assert_eq!(data, vec![value; (to.0 * to.1) as usize]);
        }
    }
}
