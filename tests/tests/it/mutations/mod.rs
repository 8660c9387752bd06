//! Ten thousand ways to break a file of ours: each is refused, or read without harm.
//!
//! Without harm means: what is read is what the file said before, or the file's identifier tells that it was changed.
//! Mutations are the same in every run. How much work a file may cause is bounded in the reader itself; files that try
//! to cause more are at the end of this one.

pub(crate) mod apart;
mod languages;
mod random;

use std::sync::{Arc, LazyLock};

use self::apart::{Parts, deflate, deflate_at, inflate};
use self::random::Random;
use briefing_layout::text::FontBook;
use briefing_pdf::reader::{AttachedFile, FileMetadata, OutlineEntry, PageView, PdfFile, ReadError, Structure};
use briefing_pdf::{Attachment, Relationship};
use briefing_tests::{Issue, repository};
use flate2::Compression;

/// Everything that a file says.
#[derive(Debug, PartialEq)]
struct Reading {
    metadata: FileMetadata,
    structure: Structure,
    pages: Vec<PageView>,
    outline: Vec<OutlineEntry>,
    attachments: Vec<AttachedFile>,
    images: Vec<Option<Vec<u8>>>,
    fonts: Vec<(String, Vec<u8>)>,
}

/// What a file says, and whether its identifier is still its own.
fn read(bytes: &[u8]) -> Result<(Reading, bool), ReadError> {
    let file = PdfFile::open(bytes)?;
    let fonts = file.fonts()?.into_iter().map(|font| (font.base_name, font.program.to_vec())).collect();
    let images = file.images()?.iter().map(briefing_pdf::reader::ImageView::to_file).collect();
    let reading = Reading {
        metadata: file.metadata()?,
        structure: file.structure()?,
        pages: file.pages()?,
        outline: file.outline()?,
        attachments: file.attachments()?,
        images,
        fonts,
    };
    Ok((reading, file.identifier_holds()))
}

/// A small file with an attachment, and what it says.
static GOOD: LazyLock<(Vec<u8>, Reading)> = LazyLock::new(|| {
    let issue = Issue::of_repository("tests/offices/minimal", "2024-02").unwrap();
    let data = Attachment {
        name: "data.json".to_owned(),
        description: "The same as data".to_owned(),
        mime: "application/json".to_owned(),
        relationship: Relationship::Source,
        modified: briefing_pdf::moment("2024-02-29".parse().unwrap()).unwrap(),
        bytes: b"{\"pledged\":\"1\",\"received\":\"0\"}".to_vec(),
    };
    let pictures = issue.folder.assets.clone().into_map();
    // Three sections are enough: everything is read ten thousand times.
    let mut document = issue.document;
    document.sections.retain(|section| !["mandate", "structure", "contributors"].contains(&section.anchor.as_str()));
    assert_eq!(document.sections.len(), 3);
    let paged = briefing_layout::layout(&document, &Arc::new(FontBook::builtin()));
    let bytes = briefing_pdf::write_with(&paged, &pictures, vec![data]).unwrap();
    let (reading, holds) = read(&bytes).unwrap();
    assert!(holds);
    (bytes, reading)
});

/// What became of mutated files.
#[derive(Debug, Default)]
struct Tally {
    refused: usize,
    same: usize,
    other: usize,
}

impl Tally {
    /// Holds a mutated file to what every file must keep to.
    fn hold(&mut self, bytes: &[u8], what: &str) {
        self.hold_to(bytes, &GOOD.1, what);
    }

    /// The same of a file that said `good` before.
    fn hold_to(&mut self, bytes: &[u8], good: &Reading, what: &str) {
        match read(bytes) {
            Err(error) => {
                assert!(error.to_string().len() < 200, "{what}: {error}");
                self.refused += 1;
            }
            Ok((reading, _)) if reading == *good => self.same += 1,
            Ok((reading, holds)) => {
                assert!(!holds, "{what}: something else is read, and the identifier does not tell");
                let elements = reading.structure.elements().count();
                assert!(
                    elements < 10_000 && reading.structure.text().len() < 1 << 20,
                    "{what}: far more than there was"
                );
                self.other += 1;
            }
        }
    }
}

#[test]
fn a_file_taken_apart_and_put_together_is_the_same() {
    let (reading, _) = read(&Parts::of(&GOOD.0).together()).unwrap();
    assert!(reading == GOOD.1);
    for part in apart::inputs(&GOOD.0) {
        let (reading, _) = read(&apart::with_part(&GOOD.0, &part).unwrap()).unwrap();
        assert!(reading == GOOD.1, "part {}", part[0]);
    }
}

#[test]
fn bytes_that_were_changed_are_noticed() {
    let mut tally = Tally::default();
    for seed in 0..5_000 {
        let bytes = mutated(GOOD.0.clone(), &mut Random::new(seed));
        if bytes != GOOD.0 {
            tally.hold(&bytes, &format!("bytes, seed {seed}"));
        }
    }
    // Most break the order of the file; the rest change compressed data that nobody unpacks to read tags.
    assert!(tally.refused > 2_500 && tally.other > 100, "{tally:?}");
}

#[test]
fn objects_that_were_changed_do_no_harm() {
    let good = Parts::of(&GOOD.0);
    let mut tally = Tally::default();
    for seed in 0..2_500 {
        let mut random = Random::new(10_000 + seed);
        let mut parts = good.clone();
        let at = random.below(parts.objects.len());
        if random.below(8) == 0 {
            let other = random.below(parts.objects.len());
            let object = parts.objects[other].1.clone();
            parts.objects[at].1 = object;
        } else {
            let object = std::mem::take(&mut parts.objects[at].1);
            parts.objects[at].1 = mutated_syntax(object, &mut random);
        }
        tally.hold(&parts.together(), &format!("objects, seed {seed}"));
    }
    assert!(tally.refused > 500 && tally.other > 50, "{tally:?}");
}

#[test]
fn streams_that_were_changed_do_no_harm() {
    let good = Parts::of(&GOOD.0);
    let mut tally = Tally::default();
    for seed in 0..2_500 {
        let mut random = Random::new(20_000 + seed);
        let mut parts = good.clone();
        let (at, other) = (random.below(parts.streams.len()), random.below(parts.streams.len()));
        match random.below(10) {
            0 => {
                let data = parts.streams[other].data.clone();
                parts.streams[at].data = data;
            }
            1 => {
                let dictionary = parts.streams[at].dictionary.clone().into_bytes();
                let dictionary = String::from_utf8_lossy(&mutated_syntax(dictionary, &mut random)).into_owned();
                parts.streams[at].dictionary = dictionary;
            }
            _ => {
                let Some(data) = inflate(&parts.streams[at].data) else { continue };
                parts.streams[at].data = deflate(&mutated_syntax(data, &mut random));
            }
        }
        tally.hold(&parts.together(), &format!("streams, seed {seed}"));
    }
    assert!(tally.refused > 500 && tally.other > 100, "{tally:?}");
}

/// Bytes with something done to them that knows nothing of what they mean.
fn mutated(mut bytes: Vec<u8>, random: &mut Random) -> Vec<u8> {
    let part = random.range(bytes.len());
    match random.below(7) {
        0 | 1 => bytes[part.start] ^= 1 << random.below(8),
        2 => bytes[part.start] = random.byte(),
        3 => drop(bytes.drain(part)),
        4 => {
            let twice = bytes[part.clone()].to_vec();
            bytes.splice(part.start..part.start, twice);
        }
        5 => bytes.truncate(part.start),
        _ => {
            let other = random.below(bytes.len());
            bytes.swap(part.start, other);
        }
    }
    bytes
}

/// Bytes with something done to them that knows how objects and operators are spelled.
fn mutated_syntax(mut bytes: Vec<u8>, random: &mut Random) -> Vec<u8> {
    const NUMBERS: [&str; 8] = ["0", "-1", "1", "65536", "4294967295", "9223372036854775807", "1e9", "0.0000001"];
    const WORDS: [&str; 10] = ["null", "[", "]", "<<", ">>", "(", "/K", " 3 0 R", "EMC", "/Span <</MCID 0>> BDC "];
    if bytes.is_empty() {
        return bytes;
    }
    let part = random.range(bytes.len());
    match random.below(6) {
        0 => {
            // A number becomes another one.
            let digit = |at: &usize| bytes[*at].is_ascii_digit();
            let Some(start) = (part.start..bytes.len()).find(digit) else { return bytes };
            let end = (start..bytes.len()).find(|at| !digit(at)).unwrap_or(bytes.len());
            let number = match random.below(3) {
                0 => NUMBERS[random.below(NUMBERS.len())].to_owned(),
                _ => random.below(400).to_string(),
            };
            bytes.splice(start..end, number.into_bytes());
            bytes
        }
        1 => {
            let word = WORDS[random.below(WORDS.len())];
            bytes.splice(part.start..part.start, word.bytes());
            bytes
        }
        2 => {
            // A letter or digit becomes another one of its kind.
            let letter = (part.start..bytes.len()).find(|at| bytes[*at].is_ascii_alphanumeric());
            if let Some(at) = letter {
                bytes[at] = b"0123456789ABCDEFabcdef"[random.below(22)];
            }
            bytes
        }
        _ => mutated(bytes, random),
    }
}

/// A good file with one object changed by hand.
fn with_object(find: &str, change: impl FnOnce(&str) -> String) -> Vec<u8> {
    let mut parts = Parts::of(&GOOD.0);
    let spelled = |object: &[u8]| String::from_utf8_lossy(object).into_owned();
    let (_, object) = parts.objects.iter_mut().find(|(_, object)| spelled(object).contains(find)).unwrap();
    *object = change(&spelled(object)).into_bytes();
    parts.together()
}

fn refusal(bytes: &[u8]) -> String {
    read(bytes).unwrap_err().to_string()
}

#[test]
fn nesting_without_end_is_refused() {
    let deep = with_object("/Type/Outlines", |_| "[".repeat(1_000_000));
    assert!(refusal(&deep).contains("objects deep in each other"), "{}", refusal(&deep));
    let deep = with_object("/Type/Outlines", |_| "<</A".repeat(1_000_000));
    assert!(refusal(&deep).contains("objects deep in each other"), "{}", refusal(&deep));
}

#[test]
fn an_element_in_itself_is_refused() {
    let mut parts = Parts::of(&GOOD.0);
    let (number, root) = parts
        .objects
        .iter_mut()
        .find(|(_, object)| object.starts_with(b"<</S/Document"))
        .map(|(number, object)| (*number, object))
        .unwrap();
    *root = String::from_utf8_lossy(root).replacen("/K[", &format!("/K[{number} 0 R "), 1).into_bytes();
    assert!(refusal(&parts.together()).contains("an element that is in two others"));
}

#[test]
fn values_without_number_are_refused() {
    let many = with_object("/Type/Outlines", |_| format!("[{}]", "1 ".repeat(3_000_000)));
    assert!(matches!(read(&many), Err(ReadError::TooLarge { what: "values", .. })));
}

#[test]
fn data_that_unpack_without_end_are_refused() {
    let zeros = deflate_at(Compression::best(), &vec![0; 64 << 20]);
    assert!(zeros.len() < 100_000);
    let mut bombs = 0;
    let good = Parts::of(&GOOD.0);
    for at in 0..good.streams.len() {
        let mut parts = good.clone();
        if parts.streams[at].dictionary.contains("Length1") || !parts.streams[at].dictionary.contains("FlateDecode") {
            // A font program or metadata: nobody unpacks them.
            continue;
        }
        parts.streams[at].data.clone_from(&zeros);
        match read(&parts.together()) {
            Err(ReadError::TooLarge { what: "bytes when it is unpacked", .. }) => bombs += 1,
            Err(other) => panic!("{}: {other}", parts.streams[at].dictionary),
            // The colour profile is not looked at.
            Ok((reading, _)) => assert!(reading == GOOD.1),
        }
    }
    assert!(bombs >= 5, "{bombs}");
}

#[test]
fn lengths_beyond_the_file_are_refused() {
    for length in ["99999999", "4294967295", "4294967296", "18446744073709551615", "99999999999999999999", "-1", "01"] {
        let at = GOOD.0.windows(8).position(|window| window == b"/Length ").unwrap() + 8;
        let end = at + GOOD.0[at..].iter().take_while(|byte| byte.is_ascii_digit()).count();
        let mut bytes = GOOD.0.clone();
        bytes.splice(at..end, length.bytes());
        assert!(read(&bytes).is_err(), "{length}");
    }
}

#[test]
fn what_is_appended_is_noticed() {
    let longer = [GOOD.0.as_slice(), b"1 0 obj\n<<>>\nendobj\n"].concat();
    assert!(matches!(read(&longer), Err(ReadError::Appended { at, bytes: 20 }) if at == GOOD.0.len()));
}

/// The files in a folder of seeds, by name.
fn seeds(folder: &str) -> Vec<(String, Vec<u8>)> {
    let entries = std::fs::read_dir(repository("tests/fuzz/seeds").join(folder)).unwrap();
    let paths = entries.map(|entry| entry.unwrap().path());
    let mut seeds: Vec<(String, Vec<u8>)> =
        paths.map(|path| (path.display().to_string(), std::fs::read(path).unwrap())).collect();
    seeds.sort();
    seeds
}

#[test]
fn every_seed_of_fuzzing_is_read() {
    let anew = "make the seeds anew: cargo run -p briefing-tests --example fuzz-seeds";
    let files = seeds("read");
    assert!(files.len() >= 3);
    for (name, bytes) in &files {
        // What once crashed the reader may be refused; a good file may not.
        if let Err(error) = read(bytes) {
            assert!(!name.ends_with(".pdf"), "{name}: {error}; {anew}");
        }
    }
    let (_, small) = files.iter().find(|(name, _)| name.ends_with("small.pdf")).unwrap();
    let parts = seeds("parts");
    let read_whole = parts.iter().filter(|(_, part)| read(&apart::with_part(small, part).unwrap()).is_ok()).count();
    assert!(read_whole > 15, "{read_whole} of {} parts; {anew}", parts.len());
}
