//! WebP (RFC 9649): decoded, since PDF does not have it.

use std::io::Cursor;

use briefing_model::Media;
use image_webp::{DecodingError, WebPDecoder};

use super::colors::{Inks, Meaning, ToSrgb};
use super::exif::Exif;
use super::raster::{Channels, Raster};
use super::{MOST_MEMORY, Normalized, PictureError, PictureTarget, check_size, jpeg, png};

/// Whether a file says that it is WebP.
pub(super) fn is_one(bytes: &[u8]) -> bool {
    bytes.starts_with(b"RIFF") && bytes.get(8..).is_some_and(|rest| rest.starts_with(b"WEBP"))
}

pub(super) fn normalize(bytes: &[u8], target: PictureTarget) -> Result<Normalized, PictureError> {
    // The decoder is content with a file that ends before the length that it says of itself.
    let length = bytes.get(4..8).and_then(|length| length.try_into().ok()).map(u32::from_le_bytes);
    if length.is_none_or(|length| bytes.len() < 8 + length as usize) {
        return Err(PictureError::Damaged("the WebP file breaks off"));
    }
    let mut decoder = WebPDecoder::new(Cursor::new(bytes)).map_err(|error| fault(&error))?;
    let (width, height) = decoder.dimensions();
    check_size(width, height)?;
    if decoder.is_animated() {
        return Err(PictureError::Unsupported("the WebP file is an animation"));
    }
    // The decoder's own planes take about as much as the pixels.
    let size = decoder.output_buffer_size().filter(|size| (*size as u64) * 2 <= MOST_MEMORY);
    let size = size.ok_or(PictureError::TooManyPixels { width, height })?;
    decoder.set_memory_limit(usize::try_from(MOST_MEMORY).unwrap_or(usize::MAX));
    let profile = decoder.icc_profile().map_err(|error| fault(&error))?;
    let exif = decoder.exif_metadata().map_err(|error| fault(&error))?;
    // An Exif block may begin as it does in JPEG.
    let exif = exif.map(|exif| Exif::read(exif.strip_prefix(b"Exif\0\0").unwrap_or(&exif))).unwrap_or_default();
    let channels = if decoder.has_alpha() { Channels::Rgba } else { Channels::Rgb };
    let lossy = decoder.is_lossy();
    let mut data = vec![0; size];
    decoder.read_image(&mut data).map_err(|error| fault(&error))?;

    let (conversion, unreadable_profile) = match profile {
        Some(profile) => match ToSrgb::new(&Meaning::Profile(profile), Inks::Rgb) {
            Ok(conversion) => (conversion, false),
            Err(_) => (None, true),
        },
        None => (None, false),
    };
    let orientation = exif.orientation.unwrap_or_default();
    let fitted = target.fitted(width, height, orientation);
    let mut raster = Raster { width, height, channels, data };
    if let Some((width, height)) = fitted {
        raster = raster.reduced(width, height);
    }
    if let Some(conversion) = &conversion {
        raster = raster.converted(conversion);
    }
    let raster = raster.without_needless_alpha();
    let (width, height) = (raster.width, raster.height);
    let source_size = decoder.dimensions();
    let whole = Normalized {
        media: Media::Jpeg,
        width,
        height,
        source_size,
        orientation,
        unreadable_profile,
        bytes: Vec::new(),
    };
    if lossy && !raster.channels.has_alpha() {
        return Ok(Normalized { bytes: jpeg::write(&raster, false)?, ..whole });
    }
    let (media, bytes) = png::write(&raster, fitted.is_some())?;
    Ok(Normalized { media, bytes, ..whole })
}

fn fault(error: &DecodingError) -> PictureError {
    match error {
        DecodingError::ImageTooLarge | DecodingError::MemoryLimitExceeded => {
            PictureError::Unsupported("the WebP file is too large to be read")
        }
        DecodingError::UnsupportedFeature(_) => PictureError::Unsupported("the WebP file is of a rare kind"),
        _ => PictureError::Damaged("the WebP file is damaged or breaks off"),
    }
}
