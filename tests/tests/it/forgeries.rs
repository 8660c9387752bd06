//! Forged files: what is altered in each, and the verdict on it, whichever version it says that it is of.
//!
//! All are spelled as ours are, so that the reader takes them: whoever forges a file has this program too.

use std::sync::{Arc, LazyLock};

use briefing::edition::{Edition, PRODUCER, Pictures};
use briefing::verify::{Verdict, verify};
use briefing_layout::text::FontBook;
use briefing_model::Language;
use briefing_tests::{Issue, OFFICES};

use crate::mutations::apart::{Parts, deflate, inflate};

static FONTS: LazyLock<Arc<FontBook>> = LazyLock::new(|| Arc::new(FontBook::builtin()));

/// The edition of a small office as a version would have made it, and its pictures.
fn edition(producer: &str) -> (Edition, Pictures) {
    let issue = Issue::of_repository("tests/offices/minimal", "2024-02").unwrap();
    let pictures = issue.folder.assets.into_map();
    said_to_be_of(&Edition::new(issue.folder.briefing, Language::En), &pictures, producer)
}

fn said_to_be_of(edition: &Edition, pictures: &Pictures, producer: &str) -> (Edition, Pictures) {
    let mut json: serde_json::Value = serde_json::from_slice(&edition.to_json_with(pictures).unwrap()).unwrap();
    assert_eq!(json["producer"], PRODUCER);
    json["producer"] = producer.into();
    // A link to forge, where there is none.
    if json["briefing"]["office"]["id"] == "smallest" {
        json["briefing"]["mandate"]["intro"] = "See [the page](https://www.example.org/).".into();
    }
    Edition::from_json(json.to_string().as_bytes()).unwrap()
}

/// A good file that says that a version made it.
pub(crate) fn good(producer: &str) -> Vec<u8> {
    let (edition, pictures) = edition(producer);
    let pages = briefing_layout::layout(&edition.compose().unwrap().document, &FONTS);
    edition.write(&pages, &pictures).unwrap()
}

/// A change of what a page draws.
fn on_page(file: &mut Parts, change: impl Fn(String) -> String) {
    let stream = file.streams.iter_mut().find(|stream| {
        inflate(&stream.data).is_some_and(|data| {
            data.starts_with(b"/Artifact <</Type/Layout>> BDC") || data.windows(3).any(|part| part == b"BT\n")
        })
    });
    let stream = stream.unwrap();
    // Strings hold any bytes: each is one character here.
    let drawn: String = inflate(&stream.data).unwrap().iter().map(|byte| char::from(*byte)).collect();
    let changed = change(drawn.clone());
    assert_ne!(changed, drawn, "nothing was changed");
    let bytes: Vec<u8> = changed.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
    stream.data = deflate(&bytes);
}

fn drawn_last(what: &str) -> impl Fn(String) -> String {
    move |drawn| format!("{}\n/Artifact <</Type/Layout>> BDC\n{what}\nEMC\n", drawn.trim_end())
}

/// A change of every object in which something is spelled.
fn in_objects(file: &mut Parts, from: &str, to: &str) {
    let mut changed = 0;
    for (_, object) in &mut file.objects {
        let text: String = object.iter().map(|byte| char::from(*byte)).collect();
        if changed == 0 && text.contains(from) {
            *object = text.replacen(from, to, 1).chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
            changed += 1;
        }
    }
    assert!(changed > 0, "no object has {from}");
}

/// The first text that is set after the band over the page, and the rest.
fn first_text(drawn: &str) -> (usize, usize) {
    let begin = drawn.match_indices("BT\n").nth(3).unwrap().0;
    (begin, begin + drawn[begin..].find("ET\n").unwrap())
}

fn in_text(change: impl Fn(&str) -> String) -> impl Fn(String) -> String {
    move |drawn| {
        let (from, to) = first_text(&drawn);
        format!("{}{}{}", &drawn[..from], change(&drawn[from..to]), &drawn[to..])
    }
}

/// The operators that place a text, moved.
fn moved(text: &str, x: f64, y: f64) -> String {
    let lines = text.lines().map(|line| match line.strip_suffix(" Tm") {
        Some(_) => format!("1 0 0 1 {x} {y} Tm"),
        None => line.to_owned(),
    });
    lines.collect::<Vec<_>>().join("\n") + "\n"
}

struct Forgery {
    what: &'static str,
    forge: Box<dyn Fn(&mut Parts)>,
    /// A word of what is said of it, whichever version it claims to be of; `None` where only its own version can tell.
    told: Option<&'static str>,
}

fn forgery(what: &'static str, told: impl Into<Option<&'static str>>, forge: impl Fn(&mut Parts) + 'static) -> Forgery {
    Forgery { what, forge: Box::new(forge), told: told.into() }
}

/// The form of every forgery, and what is said of it.
fn forgeries() -> Vec<Forgery> {
    const COVER: &str = "1 0 0 rg\n0 0 m\n600 0 l\n600 850 l\n0 850 l\nh\nf";
    vec![
        forgery("a box over everything", "painted over", |file| on_page(file, drawn_last(COVER))),
        forgery("a box as a rectangle", "painted over", |file| {
            on_page(file, drawn_last("1 0 0 rg\n0 0 600 850 re\nf"));
        }),
        forgery("a thick line", "painted over", |file| {
            on_page(file, drawn_last("1 0 0 RG\n900 w\n0 400 m\n600 400 l\nS"));
        }),
        forgery("a box in another place that is moved", "painted over", |file| {
            on_page(file, drawn_last("q\n1 0 0 rg\n1 0 0 1 -700 0 cm\n700 0 600 850 re\nf\nQ"));
        }),
        forgery("a small box that is made large", "painted over", |file| {
            on_page(file, drawn_last("q\n1 0 0 rg\n600 0 0 850 0 0 cm\n0 0 1 1 re\nf\nQ"));
        }),
        forgery("white text", "in the colour of what is behind", |file| {
            on_page(file, in_text(|text| format!("1 1 1 rg\n0.98 0.98 0.98 rg\n{text}")));
        }),
        forgery("tiny text", "too small", |file| {
            on_page(
                file,
                in_text(|text| {
                    let lines = text.lines().map(|line| match (line.strip_suffix(" Tf"), line.split_once(' ')) {
                        (Some(_), Some((font, _))) => format!("{font} 0.5 Tf"),
                        _ => line.to_owned(),
                    });
                    lines.collect::<Vec<_>>().join("\n") + "\n"
                }),
            );
        }),
        forgery("text beside the page", "off the page", |file| {
            on_page(file, in_text(|text| moved(text, 5_000.0, 400.0)));
        }),
        forgery("text below the page", "off the page", |file| {
            on_page(file, in_text(|text| moved(text, 100.0, -300.0)));
        }),
        forgery("clipped text", "clipped away", |file| {
            on_page(file, |drawn| format!("0 0 1 1 re\nW\nn\n{drawn}"));
        }),
        forgery("a page of another size", "another size", |file| {
            in_objects(file, "/MediaBox[0 0 595.28 841.89]", "/MediaBox[0 0 595.28 500]");
        }),
        forgery("another author", "metadata: author", |file| in_objects(file, "/Author(", "/Author(Forged, ")),
        forgery("another date", "metadata", |file| in_objects(file, "/CreationDate(D:2024", "/CreationDate(D:2023")),
        forgery("another bookmark", "outline", |file| {
            let is_bookmark = |object: &&mut (u32, Vec<u8>)| {
                object.1.starts_with(b"<</Title") && object.1.windows(5).any(|part| part == b"/Dest")
            };
            let (_, object) = file.objects.iter_mut().find(is_bookmark).unwrap();
            let text: String = object.iter().map(|byte| char::from(*byte)).collect();
            *object = format!("<</Title(Forged){}", &text[text.find("/Parent").unwrap()..]).into_bytes();
        }),
        forgery("a script for a link", "a link to `javascript:", |file| {
            in_objects(file, "/URI(https:", "/URI(javascript:");
        }),
        forgery("a link to somebody else", "links:", |file| in_objects(file, "/URI(https://", "/URI(https://evil.")),
        forgery("another role", "the tag", |file| in_objects(file, "/S/H1", "/S/H2")),
        forgery("glyphs that look like others", "drawn as something else", |file| {
            let is_font = |program: &[u8]| program.starts_with(&[0, 1, 0, 0]);
            let font = file.streams.iter_mut().find(|stream| {
                stream.dictionary.contains("Length1") && inflate(&stream.data).is_some_and(|program| is_font(&program))
            });
            let font = font.unwrap();
            let mut program = inflate(&font.data).unwrap();
            let entry = program.windows(4).position(|tag| tag == b"glyf").unwrap();
            let number = |at: usize| u32::from_be_bytes(program[at..at + 4].try_into().unwrap()) as usize;
            let (offset, length) = (number(entry + 8), number(entry + 12));
            // Coordinates in the middle of the outlines.
            for byte in program.iter_mut().skip(offset + length / 2).take(40) {
                *byte = byte.wrapping_add(7);
            }
            font.data = deflate(&program);
        }),
        forgery("glyphs that stand for others", None, |file| {
            let map = file
                .streams
                .iter_mut()
                .find(|stream| inflate(&stream.data).is_some_and(|data| data.starts_with(b"/CIDInit")));
            let map = map.unwrap();
            let text = String::from_utf8(inflate(&map.data).unwrap()).unwrap();
            let first = text.find("<0001><").unwrap() + 7;
            let other = if text[first..].starts_with("0041") { "0042" } else { "0041" };
            map.data = deflate(format!("{}{other}{}", &text[..first], &text[first + 4..]).as_bytes());
        }),
        forgery("a picture that is painted over", "a picture that is not in the file", |file| {
            on_page(file, |drawn| {
                format!("{}\n/Artifact <</Type/Layout>> BDC\nq\n600 0 0 850 0 0 cm\n/I0 Do\nQ\nEMC\n", drawn.trim_end())
            });
        }),
        forgery("text over text", None, |file| {
            on_page(file, |drawn| {
                let (from, to) = first_text(&drawn);
                let place = drawn.match_indices("BT\n").nth(5).unwrap().0;
                let tm = drawn[place..].lines().find(|line| line.ends_with(" Tm")).unwrap();
                let mut numbers = tm.split(' ').skip(4).map(|number| number.parse::<f64>().unwrap_or_default());
                let (x, y) = (numbers.next().unwrap(), numbers.next().unwrap());
                format!("{}{}{}", &drawn[..from], moved(&drawn[from..to], x, y), &drawn[to..])
            });
        }),
        forgery("a running foot that says something else", None, |file| {
            on_page(file, |drawn| {
                let (from, to) = first_text(&drawn);
                let text = drawn[from..to].to_owned();
                format!("{}\n/Artifact <</Type/Layout>> BDC\n{}ET\nEMC\n", drawn.trim_end(), moved(&text, 100.0, 5.0))
            });
        }),
        forgery("another edition", None, |file| {
            let edition = file
                .streams
                .iter_mut()
                .find(|stream| inflate(&stream.data).is_some_and(|data| data.starts_with(b"{\"format\"")));
            let edition = edition.unwrap();
            let json = String::from_utf8(inflate(&edition.data).unwrap()).unwrap();
            edition.data = deflate(json.replacen("\"month\":\"2024-02\"", "\"month\":\"2024-03\"", 1).as_bytes());
        }),
        forgery("other XMP", "XMP", |file| {
            let xmp = file.streams.iter_mut().find(|stream| stream.data.starts_with(b"<?xpacket")).unwrap();
            let text = String::from_utf8(xmp.data.clone()).unwrap();
            xmp.data = text.replacen("<dc:creator>", "<dc:contributor>x</dc:contributor><dc:creator>", 1).into_bytes();
        }),
    ]
}

/// Whatever version a file claims, it is never called consistent, and the verdict says no more than was compared.
#[test]
fn forged_files_are_told() {
    for producer in [PRODUCER, "9.0.0", "0.0.9"] {
        let good = good(producer);
        for Forgery { what, forge, told } in forgeries() {
            let mut parts = Parts::of(&good);
            forge(&mut parts);
            let forged = parts.together();
            let verdict = verify(&forged).map(|found| found.verdict);
            let differences = match verdict {
                Ok(Verdict::Altered(differences)) => differences,
                Ok(Verdict::OtherVersion { differences, .. }) if producer == "9.0.0" => differences,
                // What the reader refuses is not taken for a file of ours.
                Err(_) => continue,
                Ok(other) => panic!("{what} of {producer}: {other:?}"),
            };
            assert!(!differences.is_empty(), "{what} of {producer}: nothing is reported");
            if producer != PRODUCER
                && let Some(told) = told
            {
                assert!(
                    differences.iter().any(|difference| difference.to_string().contains(told)),
                    "{what} of {producer}: {differences:?}"
                );
            }
        }
    }
}

/// Later revisions that change something: each is reported, whatever version is claimed.
#[test]
fn later_revisions_are_told() {
    for producer in [PRODUCER, "9.0.0"] {
        let good = good(producer);
        for revision in [
            "1 0 obj\n<<>>\nendobj\nxref\n1 1\n0000000000 00000 n \ntrailer\n<</Size 2/Root 1 0 R/Prev 0>>\nstartxref\n0\n%%EOF\n",
            "%%EOF\n",
            " ",
            "startxref\n0\n%%EOF\n",
        ] {
            let forged = [good.as_slice(), revision.as_bytes()].concat();
            let verdict = verify(&forged).unwrap().verdict;
            assert!(
                matches!(&verdict, Verdict::Altered(told) if !told.is_empty()),
                "{producer} {revision}: {verdict:?}"
            );
        }
    }
}

/// A later revision as other programs write one: these objects anew, a table of where they are, and a trailer that leads back.
fn revised(good: &[u8], objects: &[(u32, &str)]) -> Vec<u8> {
    let text: String = good.iter().map(|byte| char::from(*byte)).collect();
    let trailer = &text[text.rfind("startxref\n").unwrap() + 10..];
    let previous: usize = trailer.lines().next().unwrap().parse().unwrap();
    let root = &text[text.rfind("/Root ").unwrap()..];
    let root = &root[..root.find(" R").unwrap() + 2];
    let mut bytes = good.to_vec();
    let mut table = String::from("xref\n");
    for (number, object) in objects {
        table.push_str(&format!("{number} 1\n{:010} 00000 n \n", bytes.len()));
        bytes.extend(format!("{number} 0 obj\n{object}\nendobj\n").bytes());
    }
    let start = bytes.len();
    let end = format!("{table}trailer\n<</Size 100000{root}/Prev {previous}>>\nstartxref\n{start}\n%%EOF\n");
    bytes.extend(end.bytes());
    bytes
}

/// The attacks on signed documents that are known as shadow attacks, on our files: whatever is hidden, replaced, or hidden and
/// replaced by a later revision, no version's file is called consistent with it, nor one that was not altered.
#[test]
fn shadow_attacks_are_told() {
    for producer in [PRODUCER, "9.0.0", "0.0.9"] {
        let good = good(producer);
        let parts = Parts::of(&good);
        let number = |mark: &str| {
            let object = parts.objects.iter().find(|(_, object)| String::from_utf8_lossy(object).contains(mark));
            object.unwrap_or_else(|| panic!("{mark} is nowhere")).0
        };
        let (catalog, page, pages) = (number("/Type/Catalog"), number("/Type/Page/"), number("/Type/Pages"));
        let drawing = parts.streams.iter().find(|stream| !stream.dictionary.contains("/Type")).unwrap().number;
        let font = number("/Type/Font/");
        let attacks: [(&str, Vec<(u32, &str)>); 9] = [
            ("hide: what the page draws", vec![(drawing, "<</Length 0>>\nstream\n\nendstream")]),
            ("hide: a page", vec![(pages, "<</Type/Pages/Kids[]/Count 0>>")]),
            (
                "replace: what the page draws",
                vec![(drawing, "<</Length 21>>\nstream\n1 0 0 rg 0 0 9 9 re f\nendstream")],
            ),
            ("replace: a typeface", vec![(font, "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>")]),
            ("replace: a page", vec![(page, "<</Type/Page/MediaBox[0 0 9 9]>>")]),
            (
                "replace: an overlay on the page",
                vec![
                    (page, "<</Type/Page/Annots[99999 0 R]>>"),
                    (99_999, "<</Subtype/FreeText/Contents(9,942,615)/Rect[0 0 600 800]>>"),
                ],
            ),
            (
                "hide and replace: another tree of pages",
                vec![(catalog, "<</Type/Catalog/Pages 99998 0 R>>"), (99_998, "<</Type/Pages/Kids[]/Count 0>>")],
            ),
            (
                "hide and replace: the same catalog, with another drawing",
                vec![(catalog, "<</Type/Catalog>>"), (drawing, "<</Length 0>>\nstream\n\nendstream")],
            ),
            (
                "a field that is filled in",
                vec![
                    (catalog, "<</Type/Catalog/AcroForm<</Fields[99999 0 R]>>>>"),
                    (99_999, "<</FT/Tx/V(9,942,615)/Rect[0 0 600 800]>>"),
                ],
            ),
        ];
        for (what, objects) in attacks {
            let verdict = verify(&revised(&good, &objects)).map(|found| found.verdict);
            assert!(
                matches!(&verdict, Ok(Verdict::Altered(told)) if !told.is_empty()),
                "{what} of {producer}: {verdict:?}"
            );
        }
    }
}

/// An edition that contradicts itself is refused with its code and place, whoever made pages of it.
#[test]
fn editions_that_contradict_themselves_are_told() {
    for producer in [PRODUCER, "9.0.0"] {
        for (from, to, told) in [
            ("\"month\":\"2024-02\"", "\"month\":\"2024-03\"", "M0103"),
            ("\"issued\":\"2024-02", "\"issued\":\"2024-01", "M0111 at `briefing.issued`"),
            ("\"sections\":[", "\"sections\":[\"contributors\",", "M0126 at `briefing.sections"),
        ] {
            let mut file = Parts::of(&good(producer));
            let is_edition = |data: Vec<u8>| data.starts_with(b"{\"format\"");
            let edition = file.streams.iter_mut().find(|stream| inflate(&stream.data).is_some_and(is_edition)).unwrap();
            let json = String::from_utf8(inflate(&edition.data).unwrap()).unwrap();
            let changed = json.replacen(from, to, 1);
            assert_ne!(changed, json, "{from}");
            let length = format!("/Size {}", json.len());
            edition.dictionary = edition.dictionary.replace(&length, &format!("/Size {}", changed.len()));
            edition.data = deflate(changed.as_bytes());
            let verdict = verify(&file.together()).unwrap().verdict;
            let Verdict::Altered(differences) = verdict else { panic!("{to}: {verdict:?}") };
            let message = differences.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ");
            assert!(message.contains("contradicts itself") && message.contains(told), "{to}: {message}");
        }
    }
}

/// Good files of another version, whose pages this one happens to make too: nothing in them looks like a forgery.
#[test]
fn good_files_of_another_version_show_nothing_suspicious() {
    for (folder, month) in OFFICES {
        for language in [Language::En, Language::Ar, Language::Zh] {
            let files = briefing_office::Disk::open(&briefing_tests::repository(folder)).unwrap();
            let issue = Issue::edition(&files, month, language).unwrap();
            let pictures = issue.folder.assets.clone().into_map();
            let edition = Edition::new(issue.folder.briefing.clone(), language);
            let (edition, pictures) = said_to_be_of(&edition, &pictures, "9.0.0");
            let pages = briefing_layout::layout(&edition.compose().unwrap().document, &FONTS);
            let Ok(file) = edition.write(&pages, &pictures) else { continue };
            let verdict = verify(&file).unwrap().verdict;
            let expected = Verdict::OtherVersion { producer: "9.0.0".to_owned(), differences: Vec::new() };
            assert_eq!(verdict, expected, "{folder} {month} {language}");
        }
    }
}

/// The version that a file claims is looked up; one digit of it, or of a typeface, is no way round the comparison.
#[test]
fn versions_that_there_are_not_are_told() {
    for (producer, told) in [("0.0.9", "no version of this program is called `0.0.9`"), ("1.0", "`1.0`"), ("x", "`x`")]
    {
        let Verdict::Altered(differences) = verify(&good(producer)).unwrap().verdict else { panic!("{producer}") };
        assert!(differences[0].to_string().contains(told), "{differences:?}");
    }
    let (edition, pictures) = edition(PRODUCER);
    let mut json: serde_json::Value = serde_json::from_slice(&edition.to_json().unwrap()).unwrap();
    json["fonts"][0]["sha256"] = "0".repeat(64).into();
    let edition = Edition::from_json(json.to_string().as_bytes()).unwrap().0;
    let pages = briefing_layout::layout(&edition.compose().unwrap().document, &FONTS);
    let file = edition.write(&pages, &pictures).unwrap();
    let Verdict::Altered(differences) = verify(&file).unwrap().verdict else { panic!() };
    assert!(differences[0].to_string().contains("typefaces"), "{differences:?}");
}

/// Each released version has one file, and so has this one, which a later version must read; each file is of one of them. It is read,
/// and nothing in it is called altered.
///
/// Before a release, what this version writes may change: `BRIEFING_RELEASED=accept` writes its file anew.
#[test]
fn files_of_released_versions_stay_readable() {
    let folder = briefing_tests::repository("tests/released");
    if std::env::var_os("BRIEFING_RELEASED").is_some() {
        std::fs::write(folder.join(format!("{PRODUCER}.pdf")), good(PRODUCER)).unwrap();
    }
    let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let files: Vec<_> = files.filter(|path| path.extension().is_some_and(|kind| kind == "pdf")).collect();
    let mut versions: Vec<&str> = files.iter().map(|path| path.file_stem().unwrap().to_str().unwrap()).collect();
    versions.sort_unstable();
    let mut expected: Vec<&str> = briefing::verify::RELEASED.iter().copied().chain([PRODUCER]).collect();
    expected.sort_unstable();
    assert_eq!(versions, expected);
    for path in &files {
        let bytes = std::fs::read(path).unwrap();
        let (edition, _) = Edition::read(&bytes).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        assert_eq!(Some(edition.producer()), path.file_stem().unwrap().to_str());
        // This version's pages may still change.
        if edition.producer() != PRODUCER {
            let found = verify(&bytes).unwrap();
            assert!(matches!(found.verdict, Verdict::OtherVersion { .. }), "{}: {:?}", path.display(), found.verdict);
        }
    }
}
