//! What is kept of Exif: how the camera was held (Exif 2.32, 4.6.4, tag 274 in IFD0), and whether its colours are Adobe RGB.

use briefing_model::Orientation;

const ORIENTATION: u16 = 0x0112;
const EXIF_DIRECTORY: u16 = 0x8769;
const INTEROPERABILITY_DIRECTORY: u16 = 0xA005;
const COLOR_SPACE: u16 = 0xA001;
const INTEROPERABILITY_INDEX: u16 = 0x0001;
const ASCII: u16 = 2;
const SHORT: u16 = 3;
const LONG: u16 = 4;
/// No camera writes more fields into a directory.
const MOST_FIELDS: u16 = 512;

/// What an Exif block says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Exif {
    /// `None` when it does not say.
    pub(super) orientation: Option<Orientation>,
    /// DCF 2.0, which cameras follow: the index of interoperability is `R03`. Some write the value 2 as colour space instead.
    pub(super) adobe_rgb: bool,
}

impl Exif {
    /// From a block: a TIFF header and what follows.
    pub(super) fn read(tiff: &[u8]) -> Self {
        Self::find(tiff).unwrap_or_default()
    }

    /// With what a later block says where this one does not.
    pub(super) fn or(self, later: Self) -> Self {
        Self { orientation: self.orientation.or(later.orientation), adobe_rgb: self.adobe_rgb || later.adobe_rgb }
    }

    fn find(tiff: &[u8]) -> Option<Self> {
        let little = match tiff.get(..4)? {
            b"II*\0" => true,
            b"MM\0*" => false,
            _ => return None,
        };
        let block = ExifBlock { tiff, little };
        let first = block.u32(4)?;
        let orientation = block.short(first, ORIENTATION).and_then(Orientation::from_exif);
        let adobe_rgb = block.long(first, EXIF_DIRECTORY).is_some_and(|exif| {
            let index = block.long(exif, INTEROPERABILITY_DIRECTORY).and_then(|directory| {
                let field = block.field(directory, INTEROPERABILITY_INDEX, ASCII)?;
                tiff.get(field..field.checked_add(3)?)
            });
            index == Some(b"R03") || block.short(exif, COLOR_SPACE) == Some(2)
        });
        Some(Self { orientation, adobe_rgb })
    }
}

struct ExifBlock<'t> {
    tiff: &'t [u8],
    little: bool,
}

impl ExifBlock<'_> {
    fn u16(&self, at: usize) -> Option<u16> {
        let bytes = self.tiff.get(at..at.checked_add(2)?)?.try_into().ok()?;
        Some(if self.little { u16::from_le_bytes(bytes) } else { u16::from_be_bytes(bytes) })
    }

    fn u32(&self, at: usize) -> Option<u32> {
        let bytes = self.tiff.get(at..at.checked_add(4)?)?.try_into().ok()?;
        Some(if self.little { u32::from_le_bytes(bytes) } else { u32::from_be_bytes(bytes) })
    }

    /// Where the value of a field of a directory stands.
    fn field(&self, directory: u32, tag: u16, kind: u16) -> Option<usize> {
        let directory = usize::try_from(directory).ok()?;
        let fields = self.u16(directory)?.min(MOST_FIELDS);
        for index in 0..usize::from(fields) {
            let field = directory.checked_add(2 + 12 * index)?;
            if self.u16(field)? == tag && self.u16(field + 2)? == kind {
                return Some(field + 8);
            }
        }
        None
    }

    fn short(&self, directory: u32, tag: u16) -> Option<u16> {
        self.u16(self.field(directory, tag, SHORT)?)
    }

    fn long(&self, directory: u32, tag: u16) -> Option<u32> {
        self.u32(self.field(directory, tag, LONG)?)
    }
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
        let orientation = |tiff: &[u8]| Exif::read(tiff).orientation;
        assert_eq!(orientation(&block(true, 6)), Some(Orientation::Rotate90));
        assert_eq!(orientation(&block(false, 3)), Some(Orientation::Rotate180));
        assert_eq!(orientation(&block(false, 9)), None);
        assert_eq!(orientation(b"II*\0\xFF\xFF\xFF\xFF"), None);
        assert_eq!(orientation(b""), None);
    }

    #[test]
    fn the_first_block_that_says_it_counts() {
        let [first, later] = [6, 3].map(|value| Exif::read(&block(true, value)));
        assert_eq!(first.or(later).orientation, Some(Orientation::Rotate90));
        assert_eq!(Exif::default().or(later).orientation, Some(Orientation::Rotate180));
    }

    #[test]
    fn adobe_rgb_is_known_by_its_index_of_interoperability() {
        let field = |tag: u16, kind: u16, value: [u8; 4]| {
            [&1_u16.to_be_bytes()[..], &tag.to_be_bytes(), &kind.to_be_bytes(), &[0, 0, 0, 4], &value, &[0; 4]].concat()
        };
        let mut tiff = b"MM\0*\0\0\0\x08".to_vec();
        tiff.extend(field(EXIF_DIRECTORY, LONG, [0, 0, 0, 26]));
        tiff.extend(field(INTEROPERABILITY_DIRECTORY, LONG, [0, 0, 0, 44]));
        tiff.extend(field(INTEROPERABILITY_INDEX, ASCII, *b"R03\0"));
        assert!(Exif::read(&tiff).adobe_rgb);
        assert!(!Exif::read(&block(true, 6)).adobe_rgb);
    }
}
