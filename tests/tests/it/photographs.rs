//! A month with photographs as telephones make them: of twelve megapixels, however they were held.

use briefing::{Folder, Memory};
use briefing_model::{Language, Orientation};
use jpeg_encoder::{ColorType, Encoder, SamplingFactor};

const WIDTH: u16 = 4032;
const HEIGHT: u16 = 3024;

/// How telephones say that they were held: the value of Exif, and what it means.
const HELD: [(u8, Orientation); 8] = [
    (1, Orientation::Upright),
    (6, Orientation::Rotate90),
    (3, Orientation::Rotate180),
    (8, Orientation::Rotate270),
    (1, Orientation::Upright),
    (6, Orientation::Rotate90),
    (6, Orientation::Rotate90),
    (1, Orientation::Upright),
];

/// A landscape with sky, hills and the noise of a small sensor.
fn photograph(width: u16, height: u16) -> Vec<u8> {
    let mut pixels = Vec::with_capacity(usize::from(width) * usize::from(height) * 3);
    let mut noise = 1_u32;
    for y in 0..u32::from(height) {
        for x in 0..u32::from(width) {
            noise = noise.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let grain = (noise >> 28) as u8;
            let hill = 1_400 + (x / 9) % 400 + (x / 3) % 97;
            let color =
                if y > hill { [60, 110 + (y / 40 % 60) as u8, 50] } else { [120, 160, 140 + (y / 16) as u8 % 80] };
            pixels.extend(color.map(|sample: u8| sample.saturating_add(grain)));
        }
    }
    let mut file = Vec::new();
    let mut encoder = Encoder::new(&mut file, 90);
    encoder.set_sampling_factor(SamplingFactor::R_4_2_0);
    encoder.encode(&pixels, width, height, ColorType::Rgb).unwrap();
    file
}

/// The same with a block that says how the telephone was held, and a number that makes it another file.
fn held(photograph: &[u8], number: u8, orientation: u8) -> Vec<u8> {
    let exif =
        [&b"Exif\0\0MM\0*\0\0\0\x08\0\x01"[..], &[0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0], &[0, 0, 0, 0]]
            .concat();
    let segment = |marker: u8, content: &[u8]| {
        let length = u16::try_from(content.len() + 2).unwrap().to_be_bytes();
        [&[0xFF, marker], &length[..], content].concat()
    };
    [&photograph[..2], &segment(0xE1, &exif), &segment(0xFE, &[number]), &photograph[2..]].concat()
}

#[test]
fn a_month_with_eight_photographs_stays_below_five_megabytes() {
    let photograph = photograph(WIDTH, HEIGHT);
    assert!(photograph.len() > 2_000_000, "as large as a telephone makes them: {}", photograph.len());
    let mut files =
        Memory::new().with("office.toml", "[office]\nid = \"o\"\nname = \"Office\"\nsections = [\"highlights\"]\n");
    let mut month = String::new();
    for (number, (orientation, _)) in (1_u8..).zip(HELD) {
        month.push_str(&format!(
            "[[item]]\nid = \"a{number}\"\nsection = \"highlights\"\nwhen = 2025-04-{number:02}\ntext = \"A visit to lighthouse {number}.\"\n\
             picture = {{ file = \"{number}.jpg\", alt = \"Hills under a sky.\" }}\n\n"
        ));
        files = files.with(&format!("2025-04/{number}.jpg"), held(&photograph, number, orientation));
    }
    let folder = Folder::new(files.with("2025-04/briefing.toml", month));
    let april = "2025-04".parse().unwrap();
    let (month, said) = folder.month(april, Language::En).into_parts();
    assert_eq!(said.errors(), 0, "{said}");
    let pictures: Vec<_> = month.as_ref().unwrap().briefing.pictures().cloned().collect();
    let orientations: Vec<Orientation> = pictures.iter().map(|picture| picture.orientation).collect();
    assert_eq!(orientations, HELD.map(|(_, orientation)| orientation));
    for picture in &pictures {
        let height = f64::from(picture.width) * f64::from(HEIGHT) / f64::from(WIDTH);
        assert!((height - f64::from(picture.height)).abs() <= 1.0, "nothing is cut off");
        assert!(picture.width < u32::from(WIDTH), "what print does not show is left out");
    }
    let file = folder.render(april, Language::En).unwrap();
    assert!(file.bytes.len() < 5_000_000, "{} bytes", file.bytes.len());
}

#[test]
fn a_photograph_across_the_page_wants_more_pixels_than_one_in_a_column() {
    const CAPES: [&str; 8] = ["Ann", "Bell", "Cod", "Dove", "East", "Fear", "Grey", "Horn"];
    let codes = |items: usize| {
        let mut files =
            Memory::new().with("office.toml", "[office]\nid = \"o\"\nname = \"Office\"\nsections = [\"highlights\"]\n");
        let mut month = String::new();
        for number in 1..=items {
            month.push_str(&format!(
                "[[item]]\nid = \"a{number}\"\nsection = \"highlights\"\nwhen = 2025-04-{number:02}\ntext = \"{}\"\n",
                format!("A visit to the lighthouse on Cape {}. ", CAPES[number - 1]).repeat(items)
            ));
        }
        month.push_str("picture = { file = \"cape.jpg\", alt = \"Hills under a sky.\" }\n");
        files = files.with("2025-04/cape.jpg", photograph(640, 200)).with("2025-04/briefing.toml", month);
        let faults = Folder::new(files).check();
        faults.iter().map(|fault| fault.code.as_str()).collect::<Vec<_>>()
    };
    assert_eq!(codes(1), ["S0609"]);
    assert_eq!(codes(8), [""; 0]);
}
