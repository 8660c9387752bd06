//! The sRGB colour profile of the output intent (ISO 19005-3, 6.2.3).
//!
//! The profile is built from the numbers of IEC 61966-2-1, so it is under the licence of this crate only. An ICC profile of version 4 can
//! hold the transfer curve as a formula, which makes it exact and small.

use super::body::{Data, ObjectBody};
use crate::syntax::Ref;

/// Writes the profile and returns it.
pub(crate) fn write(body: &mut ObjectBody) -> Ref {
    body.add_stream(Data::Plain(srgb()), |s| {
        s.raw("/N 3/Alternate/DeviceRGB");
    })
}

/// The illuminant of the profile connection space: daylight at 5000 K (ICC.1:2010, 6.3.4.3).
const D50: [u32; 3] = [0x0000_F6D6, 0x0001_0000, 0x0000_D32D];

/// An ICC.1:2010 display profile, whose numbers are signed and have 16 fractional bits.
fn srgb() -> Vec<u8> {
    let xyz = |values: [u32; 3]| numbers(b"XYZ ", &values);
    // From 6500 K to 5000 K, by the Bradford transform.
    let adaptation = numbers(
        b"sf32",
        &[
            0x0001_0C42,
            0x0000_05DE,
            0xFFFF_F325,
            0x0000_0793,
            0x0000_FD90,
            0xFFFF_FBA1,
            0xFFFF_FDA2,
            0x0000_03DC,
            0x0000_C06E,
        ],
    );
    // ((x + 0.055) / 1.055)^2.4 above 0.04045, x / 12.92 below: function type 3.
    let curve = numbers(b"para", &[0x0003_0000, 0x0002_6666, 0x0000_F2A7, 0x0000_0D59, 0x0000_13D0, 0x0000_0A5B]);
    let elements = [
        (text("sRGB"), [b"desc"].as_slice()),
        (text("No copyright, use freely"), &[b"cprt"]),
        (xyz(D50), &[b"wtpt"]),
        (adaptation, &[b"chad"]),
        (xyz([0x0000_6FA2, 0x0000_38F5, 0x0000_0390]), &[b"rXYZ"]),
        (xyz([0x0000_6299, 0x0000_B785, 0x0000_18DA]), &[b"gXYZ"]),
        (xyz([0x0000_24A0, 0x0000_0F84, 0x0000_B6CF]), &[b"bXYZ"]),
        (curve, &[b"rTRC", b"gTRC", b"bTRC"]),
    ];
    let count: usize = elements.iter().map(|(_, tags)| tags.len()).sum();
    let mut table = big_endian(count);
    let mut data = Vec::new();
    for (element, tags) in &elements {
        let offset = 128 + 4 + 12 * count + data.len();
        for tag in *tags {
            table.extend_from_slice(*tag);
            table.extend(big_endian(offset));
            table.extend(big_endian(element.len()));
        }
        data.extend_from_slice(element);
        data.resize(data.len().next_multiple_of(4), 0);
    }
    [header(128 + table.len() + data.len()), table, data].concat()
}

fn header(size: usize) -> Vec<u8> {
    let mut header = big_endian(size);
    header.extend([0; 4]);
    header.extend([4, 0x20, 0, 0]);
    header.extend(b"mntrRGB XYZ ");
    // 2025-01-01: the day these numbers were written down.
    for part in [2025_u16, 1, 1, 0, 0, 0] {
        header.extend(part.to_be_bytes());
    }
    header.extend(b"acsp");
    // No platform, flags, device or attributes; perceptual intent.
    header.resize(68, 0);
    header.extend(D50.into_iter().flat_map(u32::to_be_bytes));
    header.resize(128, 0);
    header
}

fn numbers(kind: &[u8; 4], values: &[u32]) -> Vec<u8> {
    let mut element = kind.to_vec();
    element.extend([0; 4]);
    element.extend(values.iter().flat_map(|value| value.to_be_bytes()));
    element
}

/// A text in one language (ICC.1:2010, 10.13).
fn text(text: &str) -> Vec<u8> {
    let utf16: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let mut element = numbers(b"mluc", &[1, 12]);
    element.extend(b"enUS");
    element.extend(big_endian(utf16.len()));
    element.extend(big_endian(28));
    element.extend(utf16);
    element
}

fn big_endian(number: usize) -> Vec<u8> {
    u32::try_from(number).unwrap_or_default().to_be_bytes().to_vec()
}
