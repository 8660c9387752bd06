//! The one thing of Exif that is kept: how the camera was held (Exif 2.32, 4.6.4, tag 274 in IFD0).

use briefing_model::Orientation;

const ORIENTATION: u16 = 0x0112;
const SHORT: u16 = 3;
/// No camera writes more fields into its first directory.
const MOST_FIELDS: u16 = 512;

/// The orientation in an Exif block (a TIFF header and what follows); upright when it does not say.
pub(super) fn orientation(tiff: &[u8]) -> Orientation {
    find(tiff).and_then(Orientation::from_exif).unwrap_or_default()
}

fn find(tiff: &[u8]) -> Option<u16> {
    let little = match tiff.get(..4)? {
        b"II*\0" => true,
        b"MM\0*" => false,
        _ => return None,
    };
    let u16_at = |at: usize| {
        let bytes = tiff.get(at..at.checked_add(2)?)?.try_into().ok()?;
        Some(if little { u16::from_le_bytes(bytes) } else { u16::from_be_bytes(bytes) })
    };
    let u32_at = |at: usize| {
        let bytes = tiff.get(at..at.checked_add(4)?)?.try_into().ok()?;
        Some(if little { u32::from_le_bytes(bytes) } else { u32::from_be_bytes(bytes) })
    };
    let directory = usize::try_from(u32_at(4)?).ok()?;
    let fields = u16_at(directory)?.min(MOST_FIELDS);
    for index in 0..usize::from(fields) {
        let field = directory.checked_add(2 + 12 * index)?;
        if u16_at(field)? == ORIENTATION && u16_at(field + 2)? == SHORT && u32_at(field + 4)? == 1 {
            return u16_at(field + 8);
        }
    }
    None
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// An Exif block that says one thing.
    pub(crate) fn block(little: bool, value: u16) -> Vec<u8> {
        let two = |number: u16| if little { number.to_le_bytes() } else { number.to_be_bytes() };
        let four = |number: u32| if little { number.to_le_bytes() } else { number.to_be_bytes() };
        let mut block = if little { b"II*\0".to_vec() } else { b"MM\0*".to_vec() };
        block.extend(four(8));
        block.extend(two(1));
        block.extend(two(ORIENTATION));
        block.extend(two(SHORT));
        block.extend(four(1));
        block.extend(two(value));
        block.extend([0; 6]);
        block
    }

    #[test]
    fn both_byte_orders_are_read() {
        assert_eq!(orientation(&block(true, 6)), Orientation::Rotate90);
        assert_eq!(orientation(&block(false, 3)), Orientation::Rotate180);
        assert_eq!(orientation(&block(false, 9)), Orientation::Upright);
        assert_eq!(orientation(b"II*\0\xFF\xFF\xFF\xFF"), Orientation::Upright);
        assert_eq!(orientation(b""), Orientation::Upright);
    }
}
