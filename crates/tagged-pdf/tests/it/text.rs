//! Text can be read again as what was drawn, and glyphs stand where they were put.

use crate::support::file::File;
use crate::support::{builder, data, face};
use lopdf::Object;
use proptest::prelude::*;
use skrifa::instance::{LocationRef, Size as FontSize};
use skrifa::{FontRef, GlyphId, MetadataProvider};
use tagged_pdf::{
    ArtifactKind, Canvas, Color, FillRule, FontId, Glyph, GlyphRun, Path, PdfBuilder, Point, Rect, Size, Stroke,
    StructureTree, Tag,
};

/// A page with one paragraph, drawn from these runs of a font.
fn draw(font: &str, runs: &[(&[Glyph], &str)]) -> PdfBuilder {
    let mut tree = StructureTree::new();
    let paragraph = tree.element(tree.root(), Tag::Paragraph);
    let slots: Vec<_> = runs.iter().map(|_| tree.content(paragraph)).collect();
    let mut pdf = builder(tree);
    let font = face(&mut pdf, font).id;
    let mut page = pdf.page(Size::A4).unwrap();
    for ((slot, (glyphs, text)), line) in slots.into_iter().zip(runs).zip(1_u8..) {
        let origin = Point::new(50.0, 20.0 * f32::from(line));
        let run = GlyphRun { font, size: 10.0, color: Color::BLACK, origin, glyphs, text };
        page.content(slot, |canvas| canvas.glyphs(&run)).unwrap();
    }
    pdf
}

/// What each run says when it is read again, and how many spans of it are marked: with a text of their own, or as a hyphen.
fn read(font: &str, runs: &[(&[Glyph], &str)]) -> Vec<(String, usize)> {
    let file = File::open(&draw(font, runs).finish().unwrap());
    let mut spans = vec![0; runs.len()];
    let mut run = None;
    for operation in file.content(0).operations {
        match operation.operator.as_str() {
            "BDC" => match operation.operands[1].as_dict().unwrap().get(b"MCID") {
                Ok(mcid) => run = usize::try_from(mcid.as_i64().unwrap()).ok(),
                Err(_) => spans[run.unwrap()] += 1,
            },
            "BMC" => spans[run.unwrap()] += 1,
            _ => {}
        }
    }
    file.texts.into_values().zip(spans).collect()
}

fn id(font: &str, character: char) -> u16 {
    let glyph = FontRef::new(data(font)).unwrap().charmap().map(character).unwrap();
    u16::try_from(glyph.to_u32()).unwrap()
}

/// One glyph for each character, drawn as `drawn` has it.
fn plain(font: &str, text: &str, drawn: &str) -> Vec<Glyph> {
    text.char_indices()
        .zip(drawn.chars())
        .zip(0_u16..)
        .map(|(((start, character), drawn), i)| Glyph {
            id: id(font, drawn),
            x: 7.0 * f32::from(i),
            y: 0.0,
            text: start..start + character.len_utf8(),
        })
        .collect()
}

const ROBOTO: &str = "Roboto-Regular";
const NASKH: &str = "NotoNaskhArabic-Regular";

#[test]
fn a_hyphen_at_the_end_of_a_line_is_a_soft_one() {
    let soft = plain(ROBOTO, "effi\u{AD}", "effi-");
    let hard = plain(ROBOTO, "ex-", "ex-");
    for runs in [[(soft.as_slice(), "effi\u{AD}"), (&hard, "ex-")], [(&hard, "ex-"), (&soft, "effi\u{AD}")]] {
        let expected: Vec<_> =
            runs.iter().map(|(_, text)| ((*text).to_string(), usize::from(text.contains('\u{AD}')))).collect();
        assert_eq!(read(ROBOTO, &runs), expected);
    }
    // Its glyph stands for U+002D, at which every searching program puts a word together.
    let bytes = draw(ROBOTO, &[(&soft, "effi\u{AD}")]).finish().unwrap();
    let file = File::open(&bytes);
    let fonts = file.fonts();
    let map = file.get(fonts.values().next().unwrap(), "ToUnicode").unwrap().as_stream().unwrap();
    let map = String::from_utf8(map.decompressed_content().unwrap()).unwrap();
    assert!(map.contains("<002D>") && !map.contains("<00AD>"), "{map}");
}

#[test]
fn spaces_that_share_a_glyph_stay_themselves() {
    let text = "a\u{A0}b c\u{202F}d";
    let glyphs = plain(ROBOTO, text, "a b c d");
    assert_eq!(read(ROBOTO, &[(&glyphs, text)]), [(text.into(), 2)]);
}

#[test]
fn a_ligature_stands_for_its_letters() {
    // Any glyph will do: what it looks like is the shaper's affair.
    let glyphs =
        [Glyph { id: 100, x: 0.0, y: 0.0, text: 0..3 }, Glyph { id: id(ROBOTO, 'c'), x: 9.0, y: 0.0, text: 3..4 }];
    assert_eq!(read(ROBOTO, &[(&glyphs, "ffic")]), [("ffic".into(), 0)]);
}

#[test]
fn a_glyph_of_two_texts_says_which_each_time() {
    let glyph = |text| Glyph { id: 100, x: 0.0, y: 0.0, text };
    let runs: [(&[Glyph], &str); 3] = [(&[glyph(0..2)], "·"), (&[glyph(0..3)], "•"), (&[glyph(0..2)], "·")];
    assert_eq!(read(ROBOTO, &runs), [("·".into(), 0), ("•".into(), 1), ("·".into(), 0)]);
}

#[test]
fn a_letter_and_its_mark_stand_for_one_text() {
    // é as e and a raised accent: two glyphs, one character.
    let (letter, accent) = (id(ROBOTO, 'e'), 200);
    let glyphs = [
        Glyph { id: letter, x: 0.0, y: 0.0, text: 0..2 },
        Glyph { id: accent, x: 1.0, y: -1.5, text: 0..2 },
        Glyph { id: letter, x: 6.0, y: 0.0, text: 2..3 },
    ];
    let file = File::open(&draw(ROBOTO, &[(&glyphs, "ée")]).finish().unwrap());
    assert_eq!(file.texts[&(0, 0)], "ée");
    let rises: Vec<_> =
        file.content(0).operations.into_iter().filter(|o| o.operator == "Ts").map(|o| o.operands).collect();
    assert_eq!(rises, [vec![Object::Real(1.5)], vec![Object::Integer(0)]], "the accent is raised, what follows is not");

    // The same letters as characters of their own need nothing said.
    let glyphs = [Glyph { id: letter, x: 0.0, y: 0.0, text: 0..3 }, Glyph { id: accent, x: 1.0, y: 0.0, text: 0..3 }];
    assert_eq!(read(ROBOTO, &[(&glyphs, "e\u{301}")]), [("e\u{301}".into(), 0)]);
}

#[test]
fn a_glyph_that_stands_for_nothing_is_not_read() {
    let a = id(ROBOTO, 'a');
    let glyphs = [
        Glyph { id: a, x: 0.0, y: 0.0, text: 0..1 },
        Glyph { id: 300, x: 5.0, y: 0.0, text: 1..1 },
        Glyph { id: a, x: 9.0, y: 0.0, text: 1..2 },
    ];
    assert_eq!(read(ROBOTO, &[(&glyphs, "aa")]), [("aa".into(), 1)]);
}

#[test]
fn right_to_left_runs_keep_their_visual_order_and_need_no_spans() {
    // «سلام» drawn from left to right: meem, alef, lam, seen.
    let text = "سلام";
    let mut glyphs = plain(NASKH, text, text);
    glyphs.reverse();
    for (glyph, i) in glyphs.iter_mut().zip(0_u8..) {
        glyph.x = 6.0 * f32::from(i);
    }
    assert_eq!(read(NASKH, &[(&glyphs, text)]), [(text.into(), 0)]);
}

#[test]
fn a_right_to_left_letter_and_its_mark_are_in_visual_order() {
    // Beh with fatha over it, as a shaper gives it: the mark first, both for both characters.
    let text = "بَ";
    let (letter, mark) = (id(NASKH, 'ب'), id(NASKH, '\u{64E}'));
    let cluster =
        |x: f32| [Glyph { id: mark, x: x + 2.0, y: -3.0, text: 0..4 }, Glyph { id: letter, x, y: 0.0, text: 0..4 }];
    let found = read(NASKH, &[(&cluster(0.0), text), (&cluster(0.0), text)]);
    assert_eq!(found, [(text.to_string(), 0), (text.to_string(), 0)]);
}

#[test]
fn a_right_to_left_ligature_is_in_visual_order_too() {
    // Three letters in one glyph, between two others.
    let text = "الله ب";
    let glyphs = [
        Glyph { id: id(NASKH, 'ب'), x: 0.0, y: 0.0, text: 9..11 },
        Glyph { id: id(NASKH, ' '), x: 8.0, y: 0.0, text: 8..9 },
        Glyph { id: 400, x: 10.0, y: 0.0, text: 2..8 },
        Glyph { id: id(NASKH, 'ا'), x: 20.0, y: 0.0, text: 0..2 },
    ];
    assert_eq!(read(NASKH, &[(&glyphs, text)]), [(text.into(), 0)]);

    // Where the glyphs of a cluster are not its letters one by one, what is said of them is too.
    let (a, b) = (id(NASKH, 'ا'), id(NASKH, 'ب'));
    let glyphs = [
        Glyph { id: a, x: 0.0, y: 0.0, text: 2..6 },
        Glyph { id: b, x: 4.0, y: 0.0, text: 2..6 },
        Glyph { id: b, x: 8.0, y: 0.0, text: 0..2 },
    ];
    let first: (&[Glyph], &str) = (&glyphs[2..], "ب");
    assert_eq!(read(NASKH, &[first, (&glyphs, "بدر")]), [("ب".into(), 0), ("بدر".into(), 1)]);
}

#[test]
fn a_glyph_may_stand_for_a_long_text() {
    let text = "very ".repeat(100);
    let glyphs = [Glyph { id: 100, x: 0.0, y: 0.0, text: 0..text.len() }];
    assert_eq!(read(ROBOTO, &[(&glyphs, &text)]), [(text.clone(), 1)]);
}

#[test]
fn a_very_long_run_is_written_in_several_strings() {
    let text = "a".repeat(40_000);
    let letter = id(ROBOTO, 'a');
    let glyph = |start| Glyph { id: letter, x: 0.0, y: 0.0, text: start..start + 1 };
    let mut glyphs: Vec<Glyph> = (0..text.len()).map(glyph).collect();
    let width = 5.439_453;
    for (glyph, i) in glyphs.iter_mut().zip(0_u16..) {
        glyph.x = width * f32::from(i);
    }
    let file = File::open(&draw(ROBOTO, &[(&glyphs, &text)]).finish().unwrap());
    assert_eq!(file.texts[&(0, 0)], text);
    for operation in file.content(0).operations.iter().filter(|o| o.operator == "TJ") {
        let items = operation.operands[0].as_array().unwrap();
        let longest = items.iter().filter_map(|item| item.as_str().ok()).map(<[u8]>::len).max();
        assert!(longest.unwrap() <= 32_767);
    }
}

/// A page with an artifact, and a line of text beside it.
fn beside_artifact(kind: ArtifactKind, artifact: impl FnOnce(&mut Canvas<'_>, FontId)) -> File {
    let mut tree = StructureTree::new();
    let paragraph = tree.element(tree.root(), Tag::Paragraph);
    let slot = tree.content(paragraph);
    let mut pdf = builder(tree);
    let regular = face(&mut pdf, ROBOTO);
    let mut page = pdf.page(Size::A4).unwrap();
    page.artifact(kind, |canvas| artifact(canvas, regular.id)).unwrap();
    page.content(slot, |canvas| regular.draw(canvas, &regular.line("a b", 9.0), 9.0, 40.0, 40.0)).unwrap();
    File::open(&pdf.finish().unwrap())
}

#[test]
fn artifacts_need_no_text_of_their_own() {
    let file = beside_artifact(ArtifactKind::Footer, |canvas, font| {
        let glyphs = plain(ROBOTO, "4\u{A0}of\u{A0}9", "4 of 9");
        let (origin, text) = (Point::new(40.0, 800.0), "4\u{A0}of\u{A0}9");
        canvas.glyphs(&GlyphRun { font, size: 9.0, color: Color::BLACK, origin, glyphs: &glyphs, text });
    });
    assert_eq!(file.structure.artifacts, [["4 of 9"]]);
    assert_eq!(file.texts[&(0, 0)], "a b");
}

#[test]
fn limits_of_sharp_corners_are_set_where_they_change() {
    let file = beside_artifact(ArtifactKind::Layout, |canvas, _| {
        let line = Path::line((40.0, 60.0), (80.0, 60.0));
        let limited = |miter_limit| Stroke { miter_limit, ..Stroke::new(Color::BLACK, 1.0) };
        canvas.stroke(&line, &Stroke::new(Color::BLACK, 1.0));
        canvas.clip(&Path::rect(Rect::new(0.0, 0.0, 90.0, 90.0)), FillRule::NonZero, |canvas| {
            canvas.stroke(&line, &limited(4.0));
            canvas.stroke(&line, &limited(4.0));
        });
        canvas.stroke(&line, &limited(10.0));
        canvas.stroke(&line, &limited(0.0));
    });
    let limits = file.content(0).operations.into_iter().filter(|o| o.operator == "M");
    let limits: Vec<f32> = limits.map(|o| o.operands[0].as_float().unwrap()).collect();
    assert_eq!(limits, [4.0, 1.0], "10 holds at first, and again after the clip");
}

#[test]
fn a_path_without_a_first_point_starts_where_its_first_line_ends() {
    let mut path = Path::new();
    path.line_to(40.0, 60.0).line_to(80.0, 60.0);
    let stroke = Stroke::new(Color::BLACK, 1.0);
    let file = beside_artifact(ArtifactKind::Layout, |canvas, _| canvas.stroke(&path, &stroke));
    let drawn = file.content(0).operations.into_iter().filter(|o| ["m", "l"].contains(&o.operator.as_str()));
    let drawn: Vec<(String, Vec<f32>)> =
        drawn.map(|o| (o.operator, o.operands.iter().map(|number| number.as_float().unwrap()).collect())).collect();
    let at = |operator: &str, x: f32| (operator.to_owned(), vec![x, 781.89]);
    assert_eq!(drawn, [at("m", 40.0), at("l", 40.0), at("l", 80.0)]);
}

/// Where each glyph of a page is set down, by the arithmetic of ISO 32000-1, 9.4.4.
fn positions(file: &File) -> Vec<f64> {
    let font = file.fonts().into_values().next().unwrap();
    let descendant = file.follow(&file.get(font, "DescendantFonts").unwrap().as_array().unwrap()[0]).as_dict().unwrap();
    let widths = file.get(descendant, "W").unwrap().as_array().unwrap();
    let widths: Vec<f64> =
        widths[1].as_array().unwrap().iter().map(|width| f64::from(width.as_float().unwrap())).collect();
    let (mut x, mut size) = (0.0, 0.0);
    let mut found = Vec::new();
    for operation in file.content(0).operations {
        let number = |i: usize| f64::from(operation.operands[i].as_float().unwrap());
        match operation.operator.as_str() {
            "Tf" => size = number(1),
            "Tm" => x = number(4),
            "TJ" => {
                for item in operation.operands[0].as_array().unwrap() {
                    match item {
                        Object::String(codes, _) => {
                            for code in codes.chunks(2) {
                                found.push(x);
                                let glyph = usize::from(u16::from_be_bytes([code[0], code[1]]));
                                x += widths[glyph - 1] / 1000.0 * size;
                            }
                        }
                        number => x -= f64::from(number.as_float().unwrap()) / 1000.0 * size,
                    }
                }
            }
            _ => {}
        }
    }
    found
}

#[test]
fn widths_are_those_of_the_font() {
    for font in [ROBOTO, NASKH, "NotoSansSC-Regular"] {
        let face = FontRef::new(data(font)).unwrap();
        let ids: Vec<u16> = (20..60).collect();
        let glyphs: Vec<Glyph> = ids.iter().map(|id| Glyph { id: *id, x: 0.0, y: 0.0, text: 0..1 }).collect();
        let file = File::open(&draw(font, &[(&glyphs, "x")]).finish().unwrap());
        let font = file.fonts().into_values().next().unwrap();
        let descendant =
            file.follow(&file.get(font, "DescendantFonts").unwrap().as_array().unwrap()[0]).as_dict().unwrap();
        let widths = file.get(descendant, "W").unwrap().as_array().unwrap()[1].as_array().unwrap();
        let metrics = face.glyph_metrics(FontSize::unscaled(), LocationRef::default());
        let upm = face.metrics(FontSize::unscaled(), LocationRef::default()).units_per_em;
        assert_eq!(widths.len(), ids.len());
        for (id, width) in ids.iter().zip(widths) {
            let advance = metrics.advance_width(GlyphId::from(*id)).unwrap();
            let exact = f64::from(advance) * 1000.0 / f64::from(upm);
            assert!((f64::from(width.as_float().unwrap()) - exact).abs() < 0.001, "{id}: {width:?}, {exact}");
        }
        // And the program that is embedded has the same, glyph by glyph.
        let descriptor = file.dictionary(descendant, "FontDescriptor");
        let program = file.get(descriptor, "FontFile2").unwrap().as_stream().unwrap().get_plain_content().unwrap();
        assert_eq!(descendant.get(b"CIDToGIDMap").unwrap().as_name().unwrap(), b"Identity");
        let head = table(&program, b"hmtx");
        for (number, id) in ids.iter().enumerate() {
            let at = (number + 1) * 4;
            let advance = u16::from_be_bytes([head[at], head[at + 1]]);
            assert_eq!(f32::from(advance), metrics.advance_width(GlyphId::from(*id)).unwrap());
        }
    }
}

fn table<'a>(font: &'a [u8], tag: &[u8; 4]) -> &'a [u8] {
    let count = usize::from(u16::from_be_bytes([font[4], font[5]]));
    let record = (0..count).map(|i| &font[12 + 16 * i..28 + 16 * i]).find(|record| record.starts_with(tag)).unwrap();
    let number = |at: usize| u32::from_be_bytes(record[at..at + 4].try_into().unwrap()) as usize;
    &font[number(8)..number(8) + number(12)]
}

#[test]
fn fonts_and_sizes_are_set_when_they_change() {
    let glyphs = plain(ROBOTO, "ab", "ab");
    let file = File::open(&draw(ROBOTO, &[(&glyphs, "ab"), (&glyphs, "ab")]).finish().unwrap());
    let count = |operator| file.content(0).operations.iter().filter(|o| o.operator == operator).count();
    assert_eq!((count("Tf"), count("rg"), count("Tm")), (1, 1, 2));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Glyphs come to stand where they were put, to a thousandth of an em, however long the line.
    #[test]
    fn pens_are_set_down_where_they_are_told(steps in prop::collection::vec((0_u8..26, -2.0_f32..9.0), 1..200)) {
        let mut x = 0.0;
        let text: String = steps.iter().map(|(letter, _)| char::from(b'a' + letter)).collect();
        let glyphs: Vec<Glyph> = steps.iter().zip(text.char_indices()).map(|((_, step), (start, letter))| {
            x += step;
            Glyph { id: id(ROBOTO, letter), x, y: 0.0, text: start..start + 1 }
        }).collect();
        let file = File::open(&draw(ROBOTO, &[(&glyphs, &text)]).finish().unwrap());
        let found = positions(&file);
        prop_assert_eq!(found.len(), glyphs.len());
        for (glyph, found) in glyphs.iter().zip(found) {
            let wanted = 50.0 + f64::from(glyph.x);
            // Half a thousandth of an em for the movement, and as much for the widths between.
            prop_assert!((found - wanted).abs() < 0.006, "{} for {}", found, wanted);
        }
    }

    /// Whatever mixture of spaces, hyphens and letters is drawn is read again, from either end.
    #[test]
    fn text_is_read_as_it_was_drawn(runs in prop::collection::vec("[a-e \u{A0}\u{AD}\u{2011}\u{202F}é•·-]{1,12}", 1..6)) {
        let drawn = |text: &str| -> String {
            text.chars().map(|c| match c { '\u{A0}' | '\u{202F}' => ' ', '\u{AD}' | '\u{2011}' => '-', '·' => '•', c => c }).collect()
        };
        let glyphs: Vec<Vec<Glyph>> = runs.iter().map(|text| plain(ROBOTO, text, &drawn(text))).collect();
        let pairs: Vec<(&[Glyph], &str)> = glyphs.iter().map(Vec::as_slice).zip(runs.iter().map(String::as_str)).collect();
        let found: Vec<String> = read(ROBOTO, &pairs).into_iter().map(|(text, _)| text).collect();
        prop_assert_eq!(found, runs);
    }

    /// Any glyphs at all, for any parts of a text: what stands for text is read as that text, and
    /// what is impossible is an error.
    #[test]
    fn any_clusters_are_read_or_refused(parts in prop::collection::vec((1_usize..4, prop::collection::vec(0_u16..400, 1..4)), 1..12)) {
        let mut text = String::new();
        let mut glyphs = Vec::new();
        for (i, (characters, ids)) in parts.iter().enumerate() {
            let start = text.len();
            text.extend("aé中😀xyz".chars().cycle().skip(i).take(*characters));
            glyphs.extend(ids.iter().map(|id| Glyph { id: *id, x: i as f32 * 5.0, y: 0.0, text: start..text.len() }));
        }
        let mut tree = StructureTree::new();
        let paragraph = tree.element(tree.root(), Tag::Paragraph);
        let slot = tree.content(paragraph);
        let mut pdf = builder(tree);
        let font = face(&mut pdf, ROBOTO).id;
        let run = GlyphRun { font, size: 10.0, color: Color::BLACK, origin: Point::default(), glyphs: &glyphs, text: &text };
        let drawn = pdf.page(Size::A4).unwrap().content(slot, |canvas| canvas.glyphs(&run));
        let missing = parts.iter().any(|(_, ids)| ids.contains(&0));
        prop_assert_eq!(drawn.is_err(), missing);
        match pdf.finish() {
            Ok(bytes) => prop_assert_eq!(&File::open(&bytes).texts[&(0, 0)], &text),
            Err(_) => prop_assert!(missing),
        }
    }
}
