//! Signed files: ours, byte for byte, with signatures after it. Whatever else comes after it is refused by name.

use briefing::edition::Edition;
use briefing::verify::{Verdict, verify};
use briefing_pdf::reader::{PdfFile, ReadError, SignatureKind, SignatureView};

use crate::forgeries::good;
use crate::mutations::apart::Parts;
use briefing::edition::PRODUCER;

/// Files that pyHanko signed; `tests/signed/sign.py` says how.
fn signed(name: &str) -> Vec<u8> {
    std::fs::read(briefing_tests::repository(&format!("tests/signed/{name}.pdf"))).unwrap()
}

#[test]
fn signatures_of_another_program_are_named_with_what_they_sign() {
    let kinds = |name: &str| -> Vec<(String, SignatureKind)> {
        let bytes = signed(name);
        let (file, own, signatures) = PdfFile::open_signed(&bytes).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert!(file.identifier_holds() && own.ends_with(b"%%EOF\n") && own.len() < bytes.len());
        assert_eq!(Edition::read(&bytes).unwrap().0.briefing().office.id.as_str(), "smallest");
        assert!(file.structure().unwrap().text().contains("Office of Small Things"));
        // Each signs all before its own end; the last, the whole file, unless something was kept after it.
        assert!(signatures.iter().all(|signature| signature.covers() > own.len() && signature.covers() <= bytes.len()));
        signatures.into_iter().map(|SignatureView { field, kind, .. }| (field, kind)).collect()
    };
    let signature = |name: &str| (name.to_owned(), SignatureKind::Signature);
    assert_eq!(kinds("signed"), [signature("Signature1")]);
    assert_eq!(kinds("signed-twice"), [signature("Signature1"), signature("Signature2")]);
    assert_eq!(kinds("signed-dss"), [signature("Signature1")]);
    let stamped = kinds("signed-dss-time-stamp");
    assert_eq!(
        stamped.iter().map(|(_, kind)| *kind).collect::<Vec<_>>(),
        [SignatureKind::Signature, SignatureKind::TimeStamp]
    );
}

/// A revision with some objects, as a plain program would write it; `{start}` and the like of a signature are filled in.
fn revised(file: &[u8], objects: &[(u32, String)], before: usize) -> Vec<u8> {
    revised_with(file, objects, before, "", "/Size 10000")
}

/// The same, with more in its table and something else in its trailer.
fn revised_with(file: &[u8], objects: &[(u32, String)], before: usize, entries: &str, trailer: &str) -> Vec<u8> {
    let mut bytes = file.to_vec();
    let mut table = String::from("xref\n");
    for (number, object) in objects {
        table.push_str(&format!("{number} 1\n{:010} 00000 n \n", bytes.len()));
        bytes.extend(format!("{number} 0 obj\n{object}\nendobj\n").bytes());
    }
    table += entries;
    let start = bytes.len();
    let root = catalog(file).0;
    bytes.extend(
        format!("{table}trailer\n<<{trailer}/Root {root} 0 R/Prev {before}>>\nstartxref\n{start}\n%%EOF\n").bytes(),
    );
    // The range of the signature is known only now.
    let gap = b"/Contents <";
    if let Some(at) = bytes.windows(gap.len()).rposition(|window| window == gap) {
        let from = at + gap.len() - 1;
        let to = from + bytes[from..].iter().position(|byte| *byte == b'>').unwrap() + 1;
        let range = format!("[0 {from:08} {to:08} {:08}]", bytes.len() - to);
        if let Some(place) = bytes.windows(6).rposition(|window| window == b"[RANGE") {
            bytes.splice(place..place + range.len(), range.bytes());
        }
    }
    bytes
}

fn catalog(file: &[u8]) -> (u32, String) {
    named(file, "<</Type/Catalog")
}

fn named(file: &[u8], start: &str) -> (u32, String) {
    let own = PdfFile::open_signed(file).map_or(file, |(_, own, _)| own);
    let own = match PdfFile::open(own) {
        Err(ReadError::Appended { at, .. }) => &own[..at],
        _ => own,
    };
    let parts = Parts::of(own);
    let (number, object) = parts.objects.iter().find(|(_, object)| object.starts_with(start.as_bytes())).unwrap();
    (*number, String::from_utf8(object.clone()).unwrap())
}

fn startxref(file: &[u8]) -> usize {
    let at = file.windows(10).rposition(|window| window == b"startxref\n").unwrap() + 10;
    String::from_utf8_lossy(&file[at..]).lines().next().unwrap().parse().unwrap()
}

const SIGNATURE: &str = "<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached/ByteRange [RANGE                       ]/Contents <00112233>>>";

type Objects = Vec<(u32, String)>;

/// The objects of a plain signature of a file.
fn signature(file: &[u8]) -> Objects {
    let (number, object) = catalog(file);
    let catalog = format!("{}/AcroForm 9001 0 R>>", object.strip_suffix(">>").unwrap());
    let (page, page_object) = named(file, "<</Type/Page/");
    let annotations = if page_object.contains("/Annots[") {
        page_object.replacen("]>>", " 9002 0 R]>>", 1)
    } else {
        format!("{}/Annots[9002 0 R]>>", page_object.strip_suffix(">>").unwrap())
    };
    vec![
        (page, annotations),
        (number, catalog),
        (9001, "<</Fields[9002 0 R]/SigFlags 3>>".to_owned()),
        (9002, format!("<</Type/Annot/Subtype/Widget/FT/Sig/T(Sign)/F 132/Rect[0 0 0 0]/P {page} 0 R/V 9003 0 R>>")),
        (9003, SIGNATURE.to_owned()),
    ]
}

#[test]
fn a_signed_file_is_as_consistent_as_it_was() {
    let file = good(PRODUCER);
    let signed = revised(&file, &signature(&file), startxref(&file));
    let found = verify(&signed).unwrap();
    assert_eq!(found.verdict, Verdict::Consistent);
    assert_eq!(found.signatures.len(), 1);
    assert_eq!((found.signatures[0].field.as_str(), found.signatures[0].covers()), ("Sign", signed.len()));
    // And a change before the signature is found as ever.
    let mut changed = signed.clone();
    let at = changed.windows(6).position(|window| window == b"FlateD").unwrap() + 40;
    changed[at] ^= 1;
    assert!(!matches!(verify(&changed).map(|found| found.verdict), Ok(Verdict::Consistent)));
}

/// What shadow attacks and others do after our bytes, and what is said of it.
#[test]
fn whatever_else_comes_later_is_refused_by_name() {
    let file = good(PRODUCER);
    let before = startxref(&file);
    let plain = signature(&file);
    let page = plain[0].0;
    let with = |change: &dyn Fn(&mut Objects)| {
        let mut objects = plain.clone();
        change(&mut objects);
        revised(&file, &objects, before)
    };
    let edit = |at: usize, from: &'static str, to: &'static str| {
        with(&move |objects| {
            assert!(objects[at].1.contains(from), "{}", objects[at].1);
            objects[at].1 = objects[at].1.replacen(from, to, 1);
        })
    };
    let content = named(&file, "<</Type/Page/").1;
    let content: u32 = content.split("/Contents ").nth(1).unwrap().split(' ').next().unwrap().parse().unwrap();
    for (what, forged, told) in [
        (
            "another page content",
            with(&|objects| objects.push((content, "<</Length 0>>\nstream\n\nendstream".into()))),
            "replaces object",
        ),
        ("a page that draws something else", edit(0, "/Contents ", "/Contents 9004 0 R/Old "), "of a page"),
        ("a page of another size", edit(0, "/MediaBox[0 0 595", "/MediaBox[0 0 500"), "/MediaBox of a page"),
        (
            "a script on opening",
            edit(1, "/AcroForm", "/OpenAction<</S/JavaScript/JS(x)>>/AcroForm"),
            "/OpenAction of the catalogue",
        ),
        ("other attachments", edit(1, "/Names<<", "/Names<</JavaScript 9004 0 R"), "/Names of the catalogue"),
        ("other pages", edit(1, "/Pages ", "/Pages 9004 0 R/Old "), "of the catalogue"),
        ("a form with XFA", edit(2, "/SigFlags 3", "/SigFlags 3/XFA(x)"), "/XFA in the form"),
        ("a signature that is seen", edit(3, "/Rect[0 0 0 0]", "/Rect[0 0 600 800]"), "paints on a page"),
        ("a field with an action", edit(3, "/F 132", "/F 132/A<</S/URI/URI(x)>>"), "/A in a field"),
        ("a field for text", edit(3, "/FT/Sig", "/FT/Tx"), "for no signature"),
        (
            "a note on the page",
            with(&|objects| {
                objects.push((9005, "<</Type/Annot/Subtype/FreeText/Rect[0 0 600 800]/Contents(x)>>".into()));
            }),
            "adds object 9005",
        ),
        ("a file", with(&|objects| objects.push((9005, "<</Type/Filespec/F(x)>>".into()))), "adds object 9005"),
        ("an object twice", with(&|objects| objects.push((page, "<</Type/Page>>".into()))), "twice"),
        (
            "a short range",
            with(&|objects| objects[4].1 = objects[4].1.replace("[RANGE                       ]", "[0 10 20 30]")),
            "does not sign the whole file",
        ),
        ("no signature", with(&|objects| objects.truncate(1)), "changes the annotations"),
        ("references elsewhere", revised(&file, &plain, before + 1), "does not follow"),
        (
            "an object taken away",
            revised_with(&file, &plain, before, &format!("{content} 1\n0000000000 00001 f \n"), "/Size 10000"),
            "takes object",
        ),
        (
            "references in a second place",
            revised_with(&file, &plain, before, "", "/Size 10000/XRefStm 100"),
            "second place",
        ),
        ("a size that hides objects", revised_with(&file, &plain, before, "", "/Size 31"), "leaves objects out"),
    ] {
        let Verdict::Altered(differences) = verify(&forged).unwrap().verdict else { panic!("{what}") };
        assert!(differences.iter().any(|difference| difference.to_string().contains(told)), "{what}: {differences:?}");
        assert!(Edition::read(&forged).is_err(), "{what}");
    }
    // After a signature as well.
    let signed = revised(&file, &plain, before);
    let later = revised(&signed, &[(content, "<</Length 0>>\nstream\n\nendstream".to_owned())], startxref(&signed));
    let error = PdfFile::open_signed(&later).map(|(_, _, signatures)| signatures).unwrap_err().to_string();
    assert!(error.starts_with("later revision 2 replaces object"), "{error}");
    for garbage in [" x", "%%EOF\nxref", "1 0 obj\n", "<<<<<<<<", "((((((", "[[[[[[[["] {
        let forged = [signed.as_slice(), garbage.as_bytes()].concat();
        assert!(PdfFile::open_signed(&forged).is_err(), "{garbage}");
    }
}

#[test]
fn broken_revisions_are_refused_or_read_without_harm() {
    let bytes = signed("signed-dss-time-stamp");
    let own = PdfFile::open_signed(&bytes).unwrap().1.len();
    let names = |bytes: &[u8]| PdfFile::open_signed(bytes).map(|(_, own, signatures)| (own.len(), signatures));
    let whole = names(&bytes).unwrap();
    for at in (own..bytes.len()).step_by(7) {
        let mut changed = bytes.clone();
        changed[at] = changed[at].wrapping_add(1);
        // Within the text of a signature, or of a certificate, others judge.
        if let Ok(found) = names(&changed) {
            assert_eq!(found.0, whole.0, "byte {at}");
        }
        let _ = names(&bytes[..at]);
    }
}
