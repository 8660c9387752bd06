//! Whatever `render` refuses, `check` reports, with file and line: pictures and fonts that were damaged at random, as broken downloads and
//! disks damage them, and as nobody thought of.

use briefing::office::Severity;
use briefing::{Diagnostic, Folder, Memory};
use briefing_model::Language;
use proptest::prelude::*;
use proptest::sample::Index;

const PICTURES: [(&str, &[u8]); 6] = [
    ("interlaced.png", include_bytes!("../../../crates/briefing-office/tests/data/pictures/interlaced.png")),
    ("display-p3.jpg", include_bytes!("../../../crates/briefing-office/tests/data/pictures/display-p3.jpg")),
    ("exif.jpg", include_bytes!("../../../crates/briefing-office/tests/data/pictures/second-exif-block.jpg")),
    ("lossy.webp", include_bytes!("../../../crates/briefing-office/tests/data/pictures/lossy.webp")),
    ("lossless.webp", include_bytes!("../../../crates/briefing-office/tests/data/pictures/lossless.webp")),
    ("globe.png", include_bytes!("../../../examples/unoct/2025-04/circuit.png")),
];

/// A font with a snowman, which the program's own fonts lack.
const FONT: &[u8] = include_bytes!("../../../crates/briefing-cli/tests/it/fonts/snowman.ttf");

const OFFICE: &str = "[office]\nid = \"o\"\nname = \"Office\"\nsections = [\"highlights\"]\n";
const ITEM: &str = "[[item]]\nid = \"a\"\nsection = \"highlights\"\nwhen = 2025-04-02\ntext = \"The Office met.\"\n";

/// What is done to a file.
#[derive(Debug, Clone)]
enum Damage {
    Replaced(Index, u8),
    Turned(Index, u8),
    Cut(Index),
    Lost(Index, usize),
    Doubled(Index, usize),
}

impl Damage {
    /// Heads are hit as often as bodies: whoever reads a file trusts them most.
    fn hit(self, file: &mut Vec<u8>, in_head: bool) {
        let len = if in_head { file.len().min(512) } else { file.len() };
        if len == 0 {
            return;
        }
        match self {
            Self::Replaced(at, byte) => file[at.index(len)] = byte,
            Self::Turned(at, bit) => file[at.index(len)] ^= 1 << (bit % 8),
            Self::Cut(at) => file.truncate(at.index(len)),
            Self::Lost(at, count) => {
                let at = at.index(len);
                file.drain(at..(at + count).min(file.len()));
            }
            Self::Doubled(at, count) => {
                let at = at.index(len);
                let again = file[at..(at + count).min(file.len())].to_vec();
                file.splice(at..at, again);
            }
        }
    }
}

fn damages() -> impl Strategy<Value = Vec<(Damage, bool)>> {
    let at = any::<Index>;
    let damage = prop_oneof![
        4 => (at(), any::<u8>()).prop_map(|(at, byte)| Damage::Replaced(at, byte)),
        4 => (at(), any::<u8>()).prop_map(|(at, bit)| Damage::Turned(at, bit)),
        1 => at().prop_map(Damage::Cut),
        1 => (at(), 1..40_usize).prop_map(|(at, count)| Damage::Lost(at, count)),
        1 => (at(), 1..40_usize).prop_map(|(at, count)| Damage::Doubled(at, count)),
    ];
    prop::collection::vec((damage, any::<bool>()), 1..6)
}

fn damaged(file: &[u8], damages: Vec<(Damage, bool)>) -> Vec<u8> {
    let mut file = file.to_vec();
    damages.into_iter().for_each(|(damage, in_head)| damage.hit(&mut file, in_head));
    file
}

/// Holds `check` against `render`; what each said of it.
fn agree(files: Memory) -> Result<bool, TestCaseError> {
    let folder = Folder::new(files);
    let said = folder.check();
    let has_place =
        |fault: &Diagnostic| fault.place.as_ref().is_some_and(|place| !place.file.is_empty() && place.line > 0);
    for fault in said.iter().filter(|fault| fault.severity == Severity::Error) {
        prop_assert!(has_place(fault), "{}", fault);
    }
    let rendered = folder.render("2025-04".parse().unwrap(), Language::En);
    prop_assert_eq!(rendered.is_ok(), said.errors() == 0, "render: {:?}\ncheck: {}", rendered.err(), said);
    Ok(said.errors() == 0)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn a_damaged_picture_is_reported_by_check_if_render_refuses_it(which in 0..PICTURES.len(), damages in damages()) {
        let (name, picture) = PICTURES[which];
        let item = format!("{ITEM}picture = {{ file = \"{name}\", alt = \"A picture.\" }}\n");
        agree(
            Memory::new()
                .with("office.toml", OFFICE)
                .with("2025-04/briefing.toml", item)
                .with(&format!("2025-04/{name}"), damaged(picture, damages)),
        )?;
    }

    #[test]
    fn a_damaged_font_is_reported_by_check_if_render_refuses_it(damages in damages()) {
        agree(
            Memory::new()
                .with("office.toml", format!("{OFFICE}\n[theme]\nfonts = [\"fonts/rare.ttf\"]\n"))
                .with("2025-04/briefing.toml", ITEM.replace("met.", "met ☃."))
                .with("fonts/rare.ttf", damaged(FONT, damages)),
        )?;
    }
}

#[test]
fn the_files_are_good_before_they_are_damaged() {
    for (name, picture) in PICTURES {
        let item = format!("{ITEM}picture = {{ file = \"{name}\", alt = \"A picture.\" }}\n");
        let files = Memory::new().with("office.toml", OFFICE).with("2025-04/briefing.toml", item);
        assert!(agree(files.with(&format!("2025-04/{name}"), picture)).unwrap(), "{name}");
    }
    let office = format!("{OFFICE}\n[theme]\nfonts = [\"fonts/rare.ttf\"]\n");
    let files = Memory::new().with("office.toml", office).with("2025-04/briefing.toml", ITEM.replace("met.", "met ☃."));
    assert!(agree(files.with("fonts/rare.ttf", FONT)).unwrap());
}
