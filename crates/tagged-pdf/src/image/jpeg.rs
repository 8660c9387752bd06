//! Reading the header of JPEG files (ITU-T T.81, annex B).

use super::ImageError;

pub(super) struct FrameHeader {
    pub(super) width: u16,
    pub(super) height: u16,
    pub(super) components: u8,
}

const START_OF_IMAGE: [u8; 2] = [0xFF, 0xD8];

/// Finds the frame header, and checks that compressed data follows it.
pub(super) fn frame(bytes: &[u8]) -> Result<FrameHeader, ImageError> {
    let mut rest = bytes.strip_prefix(&START_OF_IMAGE).ok_or(ImageError::NotA("JPEG"))?;
    let mut frame = None;
    loop {
        let (marker, segment, after) = next_segment(rest).ok_or(ImageError::NotA("JPEG"))?;
        rest = after;
        match marker {
            // Huffman-coded baseline, extended or progressive, as supported by `DCTDecode`.
            0xC0..=0xC2 => frame = Some(frame_header(segment)?),
            0xC3 | 0xC5..=0xC7 | 0xC9..=0xCB | 0xCD..=0xCF => {
                return Err(ImageError::Unsupported("the JPEG file is lossless or arithmetic-coded"));
            }
            // The compressed data, which is not followed by anything that describes it.
            0xDA => {
                let what = "it has no frame header before its data";
                return frame.ok_or(ImageError::Damaged { format: "JPEG", what });
            }
            _ => {}
        }
    }
}

/// A marker, its segment, and the remaining bytes.
fn next_segment(bytes: &[u8]) -> Option<(u8, &[u8], &[u8])> {
    let bytes = bytes.strip_prefix(&[0xFF])?;
    let fill = bytes.iter().take_while(|b| **b == 0xFF).count();
    let (marker, bytes) = bytes.get(fill..)?.split_first()?;
    if matches!(marker, 0x01 | 0xD0..=0xD7) {
        return Some((*marker, &[], bytes));
    }
    let length = usize::from(u16::from_be_bytes(*bytes.first_chunk()?));
    Some((*marker, bytes.get(2..length)?, bytes.get(length..)?))
}

fn frame_header(segment: &[u8]) -> Result<FrameHeader, ImageError> {
    let damaged = |what| ImageError::Damaged { format: "JPEG", what };
    let [precision, h1, h2, w1, w2, components, ..] = *segment else {
        return Err(damaged("its frame header is cut short"));
    };
    if precision != 8 {
        return Err(ImageError::Unsupported("the JPEG file does not have 8 bits per component"));
    }
    let frame = FrameHeader { width: u16::from_be_bytes([w1, w2]), height: u16::from_be_bytes([h1, h2]), components };
    if frame.width == 0 || frame.height == 0 {
        return Err(damaged("it has no width or no height"));
    }
    match components {
        1 | 3 | 4 => Ok(frame),
        _ => Err(damaged("it has neither one, three nor four components")),
    }
}
