//! Editions: their form, their pictures, and what is found when a file is not what its data say.

use std::io::Write as _;
use std::sync::Arc;

use briefing::edition::{Edition, EditionError, Pictures};
use briefing::verify::{Verdict, verify};
use briefing_layout::text::FontBook;
use briefing_layout::{Mark, PagedDocument};
use briefing_model::{Briefing, Digest, FactValue, Knowledge, Language, Media, Money, Orientation, Picture};
use briefing_pdf::{Attachment, Relationship, moment, write_with};
use sha2::{Digest as _, Sha256};
use tagged_pdf::reader::PdfFile;

use crate::everything::everything;

/// A briefing without pictures.
fn small() -> Briefing {
    let mut briefing: Briefing =
        serde_json::from_str(include_str!("../../../briefing-document/tests/data/small.json")).unwrap();
    let units = briefing.capacity_building.iter_mut().flat_map(|unit| &mut unit.items);
    for item in briefing.leadership.iter_mut().chain(&mut briefing.highlights).chain(units) {
        item.picture = None;
    }
    briefing
}

fn fonts() -> Arc<FontBook> {
    Arc::new(FontBook::builtin())
}

fn pages(edition: &Edition) -> PagedDocument {
    briefing_layout::layout(&edition.compose().unwrap().document, &fonts())
}

#[test]
fn the_digests_of_fonts_are_those_of_their_files() {
    for face in briefing_fonts::faces() {
        let digest = Digest::new(Sha256::digest(face.data).into());
        assert_eq!(face.sha256, digest.to_string(), "{}", face.name);
    }
}

#[test]
fn a_sheet_of_approvals_is_of_the_items_of_its_briefing() {
    let edition = Edition::new(small(), Language::En);
    let json: serde_json::Value = serde_json::from_slice(&edition.to_json().unwrap()).unwrap();
    let items: Vec<_> = edition.briefing().items().map(|item| serde_json::json!({"item": item.id})).collect();
    let read = |items: &[serde_json::Value]| {
        let mut json = json.clone();
        json["draft"] = serde_json::json!({"items": items});
        Edition::from_json(&serde_json::to_vec(&json).unwrap()).map(|_| "read").map_err(|error| error.to_string())
    };
    assert_eq!(read(&items), Ok("read"));
    let twice = read(&[&items[..], &items[..1]].concat()).unwrap_err();
    assert!(twice.contains("`draft` lists the item `") && twice.ends_with("` twice"), "{twice}");
    let other = read(&[serde_json::json!({"item": "nobody"})]).unwrap_err();
    assert!(other.ends_with("`draft` lists the item `nobody`, which the briefing does not have"), "{other}");
}

// Pictures.

fn chunk(kind: &[u8; 4], content: &[u8]) -> Vec<u8> {
    let mut crc = flate2::Crc::new();
    crc.update(kind);
    crc.update(content);
    let length = u32::try_from(content.len()).unwrap();
    [&length.to_be_bytes(), &kind[..], content, &crc.sum().to_be_bytes()].concat()
}

/// A PNG file of 4 by 2 pixels of 8 bits, in the form that the office's reader gives it.
fn png(color: u8, samples: usize, transparency: Option<&[u8]>) -> Vec<u8> {
    let mut header = [4_u32.to_be_bytes(), 2_u32.to_be_bytes()].concat();
    header.extend([8, color, 0, 0, 0]);
    let rows: Vec<u8> = (0..2).flat_map(|row| [vec![0], vec![row; 4 * samples]].concat()).collect();
    let mut packed = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::fast());
    packed.write_all(&rows).unwrap();
    let mut file = b"\x89PNG\r\n\x1a\n".to_vec();
    file.extend(chunk(b"IHDR", &header));
    if color == 3 {
        file.extend(chunk(b"PLTE", &[0, 0, 0, 200, 100, 50]));
    }
    if let Some(transparency) = transparency {
        file.extend(chunk(b"tRNS", transparency));
    }
    file.extend(chunk(b"IDAT", &packed.finish().unwrap()));
    file.extend(chunk(b"IEND", b""));
    file
}

/// The smallest briefing with a picture.
fn with_picture(bytes: &[u8], media: Media, size: (u32, u32)) -> (Edition, Pictures) {
    let digest = Digest::new(Sha256::digest(bytes).into());
    let mut briefing = small();
    let item = briefing.highlights.first_mut().or(briefing.leadership.first_mut()).unwrap();
    item.picture = Some(Picture {
        file: "2025-04/picture".to_owned(),
        alt: "A picture".parse().unwrap(),
        alt_language: None,
        caption: None,
        credit: None,
        credit_language: None,
        media,
        width: size.0,
        height: size.1,
        orientation: Orientation::Upright,
        digest,
    });
    (Edition::new(briefing, Language::En), Pictures::from([(digest, bytes.into())]))
}

#[test]
fn every_kind_of_png_comes_back_byte_for_byte() {
    for (what, file, attached) in [
        ("grey", png(0, 1, None), false),
        ("colour", png(2, 3, None), false),
        ("palette", png(3, 1, None), false),
        ("palette with transparency", png(3, 1, Some(&[128])), true),
        ("a transparent grey", png(0, 1, Some(&[0, 1])), true),
        ("a transparent colour", png(2, 3, Some(&[0, 1, 0, 1, 0, 1])), true),
        ("grey with alpha", png(4, 2, None), true),
        ("colour with alpha", png(6, 4, None), true),
    ] {
        let (edition, pictures) = with_picture(&file, Media::Png, (4, 2));
        let bytes = edition.render(&pictures).unwrap().bytes;
        let opened = PdfFile::open(&bytes).unwrap();
        let (again, found) = Edition::from_pdf(&opened).unwrap();
        assert_eq!((again, &found), (edition.clone(), &pictures), "{what}");
        assert_eq!(opened.attachments().unwrap().len(), if attached { 2 } else { 1 }, "{what}");
        assert_eq!(verify(&bytes).unwrap().verdict, Verdict::Consistent, "{what}");

        let (again, found) = Edition::from_json(&edition.to_json_with(&pictures).unwrap()).unwrap();
        assert_eq!((again, found), (edition, pictures), "{what}");
    }
}

#[test]
fn a_jpeg_comes_back_byte_for_byte() {
    let mut file = vec![0xFF, 0xD8, 0xFF, 0xC0, 0, 11, 8, 0, 2, 0, 4, 1, 1, 0x11, 0];
    file.extend([0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0, 0x12, 0x34, 0xFF, 0xD9]);
    let (edition, pictures) = with_picture(&file, Media::Jpeg, (4, 2));
    let bytes = edition.render(&pictures).unwrap().bytes;
    assert_eq!(Edition::from_pdf(&PdfFile::open(&bytes).unwrap()).unwrap(), (edition, pictures));
}

#[test]
fn a_picture_that_is_not_what_is_said_of_it_is_refused() {
    let file = png(2, 3, None);
    let (edition, pictures) = with_picture(&file, Media::Png, (4, 3));
    let json = edition.to_json_with(&pictures).unwrap();
    assert!(matches!(Edition::from_json(&json), Err(EditionError::Picture { .. })), "another size");
    let (edition, pictures) = with_picture(&file, Media::Jpeg, (4, 2));
    let json = edition.to_json_with(&pictures).unwrap();
    assert!(matches!(Edition::from_json(&json), Err(EditionError::Picture { .. })), "another kind");
    let (edition, _) = with_picture(&file, Media::Png, (4, 2));
    assert!(matches!(Edition::from_json(&edition.to_json().unwrap()), Err(EditionError::Picture { .. })), "not there");
}

/// What rendering an edition with such bytes says, and writing pages with them.
fn refusal(edition: &Edition, bytes: &Pictures) -> String {
    let error = edition.render(bytes).unwrap_err().to_string();
    assert_eq!(edition.render_allowing_missing(bytes).unwrap_err().to_string(), error);
    let pages = pages(&Edition::new(small(), Language::En));
    assert_eq!(edition.write(&pages, bytes).unwrap_err().to_string(), error);
    error
}

#[test]
fn no_file_is_made_of_a_picture_that_is_not_what_is_said_of_it() {
    let file = png(2, 3, None);
    for (what, media, size) in [
        ("has another size than the edition says", Media::Png, (4, 3)),
        ("has another size than the edition says", Media::Png, (4, 0)),
        ("cannot be shown: ", Media::Jpeg, (4, 2)),
    ] {
        let (edition, pictures) = with_picture(&file, media, size);
        let error = refusal(&edition, &pictures);
        assert!(error.starts_with("the picture `2025-04/picture` (") && error.contains(what), "{error}");
    }
    let (edition, mut pictures) = with_picture(&file, Media::Png, (4, 2));
    assert!(refusal(&edition, &Pictures::new()).contains("is not there"));
    let other: Arc<[u8]> = [&file[..], b"more"].concat().into();
    let digest = Digest::new(Sha256::digest(&other).into());
    pictures.values_mut().for_each(|bytes| *bytes = Arc::clone(&other));
    assert!(refusal(&edition, &pictures).ends_with(&format!("has other bytes: their digest is {digest}")));
}

#[test]
fn no_file_is_made_of_a_font_that_is_another() {
    let mut bytes = Pictures::new();
    let edition = Edition::new(small(), Language::En);
    let edition = edition.with_fonts([("fonts/rare.ttf", b"a font".as_slice())], &mut bytes);
    bytes.values_mut().for_each(|bytes| *bytes = b"another".as_slice().into());
    assert!(refusal(&edition, &bytes).contains("`fonts/rare.ttf`"));
}

// Files that are not what their data say.

fn altered(bytes: &[u8]) -> String {
    match verify(bytes) {
        Ok(found) => match found.verdict {
            Verdict::Altered(differences) => differences.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"),
            verdict => panic!("{verdict:?}"),
        },
        Err(error) => error.to_string(),
    }
}

#[test]
fn what_was_changed_is_named() {
    let file = png(2, 3, None);
    let (edition, pictures) = with_picture(&file, Media::Png, (4, 2));
    let sound = pages(&edition);
    let attached = |edition: &Edition| Attachment {
        name: Edition::FILE_NAME.to_owned(),
        description: "The data from which this document was made".to_owned(),
        mime: "application/json".to_owned(),
        relationship: Relationship::Source,
        modified: moment(edition.briefing().issued).unwrap(),
        bytes: edition.to_json().unwrap(),
    };
    let mut told = Vec::new();
    let mut tell = |what: &str, bytes: Vec<u8>| told.push(format!("{what}:\n{}", altered(&bytes)));

    let mut other = edition.briefing().clone();
    let contributions = other.contributions.as_mut().unwrap();
    let pledged = *contributions.pledged.on_record().unwrap();
    let more = |figure: &Knowledge<Money>| figure.clone().map(|money| money.checked_add(pledged).unwrap());
    let others = contributions.others.as_mut().unwrap();
    others.pledged = more(&others.pledged);
    others.partners += 1;
    contributions.pledged = more(&contributions.pledged);
    contributions.partners = contributions.partners.clone().map(|partners| partners + 1);
    contributions.share = Some(44);
    contributions.history.last_mut().unwrap().pledged = *contributions.pledged.on_record().unwrap();
    other.facts.insert("standing.share".parse().unwrap(), FactValue::Percent(44));
    other.facts.insert("standing.pledged".parse().unwrap(), FactValue::Headline(pledged.checked_add(pledged).unwrap()));
    assert_eq!(other.check(), Ok(()), "a forger sees to it that nothing contradicts itself");
    let other = Edition::new(other, Language::En);
    tell("figures on the page", edition.write(&pages(&other), &pictures).unwrap());
    tell("figures in the data", other.write(&sound, &pictures).unwrap());

    let mut moved = sound.clone();
    let shape = moved.pages[0].items.iter_mut().find_map(|item| match &mut item.mark {
        Mark::Shape(shape) => Some(shape),
        _ => None,
    });
    shape.unwrap().fill = Some("#000000".parse().unwrap());
    tell("a colour", edition.write(&moved, &pictures).unwrap());

    let replaced: Pictures = pictures.keys().map(|digest| (*digest, png(0, 1, None).into())).collect();
    tell("another picture", write_with(&sound, &replaced, vec![attached(&edition)]).unwrap());

    let mut titled = sound.clone();
    titled.info.title = "Another title".to_owned();
    tell("a title", edition.write(&titled, &pictures).unwrap());

    let mut marked = sound.clone();
    marked.outline.pop();
    tell("a bookmark", edition.write(&marked, &pictures).unwrap());

    let extra = Attachment { name: "more.json".to_owned(), ..attached(&edition) };
    tell("one more file", write_with(&sound, &pictures, vec![attached(&edition), extra]).unwrap());
    tell("no edition", write_with(&sound, &pictures, Vec::new()).unwrap());
    let described = Attachment { description: "Something".to_owned(), ..attached(&edition) };
    tell("a description", write_with(&sound, &pictures, vec![described]).unwrap());
    let spelled = Attachment { bytes: [attached(&edition).bytes, b"\n".to_vec()].concat(), ..attached(&edition) };
    tell("an edition in another spelling", write_with(&sound, &pictures, vec![spelled]).unwrap());

    let whole = edition.write(&sound, &pictures).unwrap();
    tell("something appended", [whole.as_slice(), b"%\n"].concat());
    insta::assert_snapshot!(told.join("\n\n"));
}

#[test]
fn no_changed_byte_goes_unnoticed() {
    let edition = Edition::new(small(), Language::En);
    let whole = edition.render(&Pictures::new()).unwrap().bytes;
    let step = whole.len() / 40;
    for at in (0..whole.len()).step_by(step) {
        let mut changed = whole.clone();
        changed[at] ^= 1;
        let verdict = verify(&changed).map(|found| found.verdict);
        assert!(!matches!(verdict, Ok(Verdict::Consistent)), "byte {at}");
    }
}

#[test]
fn another_version_is_compared_apart_from_its_layout() {
    let edition = Edition::new(small(), Language::En);
    let json = String::from_utf8(edition.to_json().unwrap()).unwrap();
    let other = json.replacen(&format!("\"producer\":\"{}\"", edition.producer()), "\"producer\":\"9.0.0\"", 1);
    let (other, _) = Edition::from_json(other.as_bytes()).unwrap();
    let verdict = |bytes: &[u8]| verify(bytes).unwrap().verdict;
    let same = verdict(&other.write(&pages(&edition), &Pictures::new()).unwrap());
    assert_eq!(same, Verdict::OtherVersion { producer: "9.0.0".to_owned(), differences: Vec::new() });

    let mut briefing = small();
    let contributions = briefing.contributions.as_mut().unwrap();
    contributions.partners = contributions.partners.clone().map(|partners| partners + 1);
    let changed = pages(&Edition::new(briefing, Language::En));
    let Verdict::OtherVersion { differences, .. } = verdict(&other.write(&changed, &Pictures::new()).unwrap()) else {
        panic!("another version made it");
    };
    assert!(!differences.is_empty());
}

#[test]
fn an_edition_holds_no_note_of_the_ledger() {
    for briefing in everything() {
        let edition = Edition::new(briefing, Language::En);
        let json = String::from_utf8(edition.to_json().unwrap()).unwrap();
        for internal in ["\"source\"", "\"recorded\"", "\"note\"", "\"ledger\"", "\"certainty\""] {
            assert!(!json.contains(internal), "{internal}");
        }
    }
}
