//! The chunks of a PNG file that say what its colours mean (ISO/IEC 15948, 11.3.2), and which of them counts.

use std::io::Read as _;

use flate2::read::ZlibDecoder;

use super::super::colors::{Inks, Meaning, ToSrgb, Unreadable};

/// The largest colour profile, in bytes.
const LARGEST_PROFILE: u64 = 8 << 20;

/// What the chunks hold, unread.
#[derive(Debug, Default)]
pub(super) struct Meanings<'b> {
    code_points: Option<&'b [u8]>,
    profile: Option<&'b [u8]>,
    srgb: bool,
    gamma: Option<&'b [u8]>,
    chromaticities: Option<&'b [u8]>,
}

impl<'b> Meanings<'b> {
    /// Notes a chunk, if it is one of these.
    pub(super) fn take(&mut self, kind: [u8; 4], content: &'b [u8]) {
        match &kind {
            b"cICP" => self.code_points = Some(content),
            b"iCCP" => self.profile = Some(content),
            b"sRGB" => self.srgb = true,
            b"gAMA" => self.gamma = Some(content),
            b"cHRM" => self.chromaticities = Some(content),
            _ => {}
        }
    }

    /// The conversion that the chunk that counts asks for.
    pub(super) fn conversion(&self, inks: Inks) -> Result<Option<ToSrgb>, Unreadable> {
        let conversion = |meaning: Option<Meaning>| ToSrgb::new(&meaning.ok_or(Unreadable)?, inks);
        if let (Some(points), Inks::Rgb) = (self.code_points, inks) {
            return conversion(match points {
                [primaries, transfer, 0, 1] => Some(Meaning::CodePoints { primaries: *primaries, transfer: *transfer }),
                _ => None,
            });
        }
        if let Some(content) = self.profile {
            return conversion(profile(content).map(Meaning::Profile));
        }
        if self.srgb || (self.gamma.is_none() && (self.chromaticities.is_none() || inks == Inks::Gray)) {
            return Ok(None);
        }
        let numbers = |content: &[u8]| -> Vec<u32> {
            content.chunks_exact(4).filter_map(|bytes| Some(u32::from_be_bytes(bytes.try_into().ok()?))).collect()
        };
        let gamma = self.gamma.map(numbers).and_then(|numbers| numbers.first().copied());
        let chromaticities = self.chromaticities.map(numbers).and_then(|numbers| numbers.try_into().ok());
        if gamma.is_some() != self.gamma.is_some() || chromaticities.is_some() != self.chromaticities.is_some() {
            return Err(Unreadable);
        }
        conversion(Some(Meaning::Gamma { gamma, chromaticities }))
    }
}

/// The profile of an `iCCP` chunk: behind its name and the number of the compression.
fn profile(content: &[u8]) -> Option<Vec<u8>> {
    let name = content.iter().position(|byte| *byte == 0)?;
    let compressed = content.get(name + 2..).filter(|_| content.get(name + 1) == Some(&0))?;
    let mut profile = Vec::new();
    ZlibDecoder::new(compressed).take(LARGEST_PROFILE).read_to_end(&mut profile).ok()?;
    Some(profile)
}
