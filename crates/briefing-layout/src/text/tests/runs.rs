//! The composition of lines.

use super::*;

fn one_line(spans: &[Span<'_>], direction: Direction) -> (FontBook, Line) {
    let mut bench = Bench::new();
    let mut lines = bench.set(&ParagraphSpec { direction, ..ParagraphSpec::new(spans) }, 1000.0).lines;
    assert_eq!(lines.len(), 1);
    (bench.book, lines.remove(0))
}

fn natural(text: &str, style: &TextStyle) -> f32 {
    let mut bench = Bench::new();
    measure(&bench.book, &mut bench.cache, &ParagraphSpec::new(&[Span { text, style, tag: 0 }])).natural
}

#[test]
fn letters_are_kerned_over_spans_of_one_style() {
    let style = TextStyle::default();
    let link = TextStyle { colour: Colour::rgb(0, 80, 140), ..style.clone() };
    let apart = natural("A", &style) + natural("V", &style);
    let spans = [Span { text: "A", style: &style, tag: 1 }, Span { text: "V", style: &link, tag: 2 }];
    let (_, line) = one_line(&spans, Direction::LeftToRight);
    assert!(line.width < apart - 0.1, "{} is not less than {apart}", line.width);
    let runs: Vec<_> = line.runs.iter().map(|run| (run.text.as_str(), run.tag, run.colour)).collect();
    assert_eq!(runs, [("A", 1, style.colour), ("V", 2, link.colour)]);
    assert!((line.runs[0].x + line.runs[0].width - line.runs[1].x).abs() < 0.001);
}

#[test]
fn ligatures_are_formed_unless_letters_are_spaced() {
    let style = TextStyle::default();
    let glyphs = |style: &TextStyle| {
        one_line(&[Span { text: "office", style, tag: 0 }], Direction::LeftToRight).1.runs[0].glyphs.clone()
    };
    let joined = glyphs(&style);
    assert_eq!(joined.iter().map(|glyph| glyph.text.clone()).collect::<Vec<_>>(), [0..1, 1..4, 4..5, 5..6]);
    assert_eq!(glyphs(&TextStyle { tracking: 0.3, ..style.clone() }).len(), 6);

    // A ligature across two spans belongs to the first.
    let spans = [Span { text: "of", style: &style, tag: 1 }, Span { text: "fice", style: &style, tag: 2 }];
    let (_, line) = one_line(&spans, Direction::LeftToRight);
    let runs: Vec<_> = line.runs.iter().map(|run| (run.text.as_str(), run.tag)).collect();
    assert_eq!(runs, [("offi", 1), ("ce", 2)]);
}

#[test]
fn tabular_figures_are_equally_wide() {
    let style = TextStyle { figures: Figures::Tabular, ..TextStyle::default() };
    assert_eq!(natural("111111", &style), natural("888888", &style));
    let style = TextStyle { figures: Figures::Proportional, ..style };
    assert!(natural("111111", &style) < natural("888888", &style));
}

#[test]
fn the_fine_space_is_narrow_and_stays_itself() {
    let style = TextStyle { lang: Language::Fr, ..TextStyle::default() };
    assert!(natural("1\u{202F}2", &style) < natural("1\u{A0}2", &style) - 0.5);
    let (_, line) = one_line(&[Span { text: "1\u{202F}2", style: &style, tag: 0 }], Direction::LeftToRight);
    let run = &line.runs[0];
    assert_eq!(run.text.get(run.glyphs[1].text.clone()), Some("\u{202F}"));
}

#[test]
fn the_hyphen_of_a_divided_word_says_so() {
    let style = TextStyle::default();
    let spans = [Span { text: "an ", style: &style, tag: 1 }, Span { text: "organization", style: &style, tag: 2 }];
    let spec = ParagraphSpec { hyphenate: true, ..ParagraphSpec::new(&spans) };
    let paragraph = Bench::new().set(&spec, 55.0);
    let line = &paragraph.lines[0];
    let last = line.runs.last().expect("a run");
    assert_eq!((line.end, last.tag, last.text.as_str()), (LineEnd::Hyphen, 2, "organiza\u{AD}"));
    assert_eq!(last.glyphs.last().map(|glyph| glyph.text.clone()), Some(8..10));
}

#[test]
fn a_soft_hyphen_is_drawn_only_where_a_line_ends() {
    let style = TextStyle::default();
    let spans = [Span { text: "Bundes\u{AD}ministerium", style: &style, tag: 0 }];
    let mut bench = Bench::new();
    let whole = bench.set(&ParagraphSpec::new(&spans), 200.0);
    assert_eq!(whole.lines[0].runs[0].glyphs.len(), "Bundesministerium".len());
    let broken = bench.set(&ParagraphSpec::new(&spans), 60.0);
    assert_eq!(broken.lines[0].end, LineEnd::SoftHyphen);
    let run = broken.lines[0].runs.last().expect("a run");
    assert_eq!(run.glyphs.last().and_then(|glyph| run.text.get(glyph.text.clone())), Some("\u{AD}"));
    assert_eq!(spoken(&broken), "Bundes\u{AD}ministerium");
}

#[test]
fn white_space_at_a_line_end_is_kept_outside_the_line() {
    let style = TextStyle::default();
    let spans = [Span { text: "one two", style: &style, tag: 0 }];
    for (direction, align) in [
        (Direction::LeftToRight, Align::Start),
        (Direction::LeftToRight, Align::End),
        (Direction::RightToLeft, Align::Justify),
    ] {
        let spec = ParagraphSpec { align, direction, ..ParagraphSpec::new(&spans) };
        let line = Bench::new().set(&spec, 25.0).lines.remove(0);
        assert_eq!(line.runs.iter().map(|run| run.text.as_str()).collect::<String>(), "one ");
        assert_eq!(line.width, natural("one", &style));
    }
}

#[test]
fn arabic_runs_come_in_reading_order_and_their_glyphs_from_left_to_right() {
    let style = TextStyle { lang: Language::Ar, ..TextStyle::default() };
    let text = "قرار 71/291 (UNCCT) عام";
    let (book, line) = one_line(&[Span { text, style: &style, tag: 0 }], Direction::RightToLeft);
    assert_eq!(line.runs.iter().map(|run| run.text.as_str()).collect::<String>(), text);
    // Read from the right: every run is to the left of the one before.
    for pair in line.runs.windows(2) {
        assert!(pair[1].x < pair[0].x + 0.001, "{pair:?}");
    }
    for run in &line.runs {
        assert!(run.glyphs.windows(2).all(|pair| pair[0].x <= pair[1].x + 3.0), "{run:?}");
        let first = &run.glyphs[0];
        let leads = first.text.start == 0;
        assert_eq!(leads, run.direction == Direction::LeftToRight || run.glyphs.len() == 1, "{run:?}");
    }
    let faces: Vec<_> =
        line.runs.iter().map(|run| (run.text.as_str(), book.face_name(run.face), run.direction)).collect();
    assert!(faces.contains(&("71/291", "Roboto-Regular", Direction::LeftToRight)), "{faces:?}");
    assert!(faces.contains(&("UNCCT", "Roboto-Regular", Direction::LeftToRight)), "{faces:?}");
    assert_eq!(faces[0], ("قرار ", "NotoNaskhArabic-Regular", Direction::RightToLeft));
}

#[test]
fn a_passage_in_a_language_of_the_other_direction_keeps_its_ends() {
    let arabic = TextStyle { lang: Language::Ar, ..TextStyle::default() };
    let english = TextStyle::default();
    let spans = [
        Span { text: "مبادرة ", style: &arabic, tag: 0 },
        Span { text: "CT TECH+", style: &english, tag: 1 },
        Span { text: " في نيجيريا", style: &arabic, tag: 2 },
    ];
    let (_, line) = one_line(&spans, Direction::RightToLeft);
    let passage: Vec<_> = line.runs.iter().filter(|run| run.tag == 1).collect();
    assert_eq!(passage.iter().map(|run| run.text.as_str()).collect::<String>(), "CT TECH+");
    assert!(passage.iter().all(|run| run.direction == Direction::LeftToRight), "{passage:?}");
    let last = passage.last().unwrap();
    let plus = last.glyphs.last().unwrap();
    assert!(last.x + plus.x > passage[0].x + passage[0].glyphs[0].x, "the plus sign stands at the right");
}

/// The visible text of a line, from left to right.
fn seen(line: &Line) -> String {
    let mut letters: Vec<(f32, &str)> = Vec::new();
    for run in &line.runs {
        let at = |glyph: &Glyph| (run.x + glyph.x, run.text.get(glyph.text.clone()).unwrap_or_default());
        letters.extend(run.glyphs.iter().map(at));
    }
    letters.sort_by(|a, b| a.0.total_cmp(&b.0));
    letters.into_iter().map(|(_, letter)| letter).collect()
}

#[test]
fn a_sign_stays_at_its_end_of_a_latin_word() {
    let style = TextStyle { lang: Language::Ar, ..TextStyle::default() };
    for (text, whole) in [
        ("مبادرة CT TECH+ في نيجيريا", "CT TECH+"),
        ("(CT TECH+)", "CT TECH+"),
        ("لغة C++ جيدة", "C++"),
        ("اتبعونا على @UN_OCT الآن", "@UN_OCT"),
        ("وسم #Counter هنا", "#Counter"),
        ("شركة Lamp™ هنا", "Lamp™"),
    ] {
        let (_, line) = one_line(&[Span { text, style: &style, tag: 0 }], Direction::RightToLeft);
        assert!(seen(&line).contains(whole), "{}", seen(&line));
    }
}

#[test]
fn what_is_joined_to_a_word_stays_at_its_end() {
    let arabic = TextStyle { lang: Language::Ar, ..TextStyle::default() };
    let strong = TextStyle { weight: Weight::Bold, ..arabic.clone() };
    let word = TextStyle { lang: Language::En, within: Some(Language::Ar), ..TextStyle::default() };
    let passage = TextStyle::default();
    // Without spans, and with the first word in a span of each kind.
    for (first, rest, whole) in
        [("COVID", "-19 وبعد", "COVID-19"), ("CC", "-09 وبعد", "CC-09"), ("A", "/RES/71 وبعد", "A/RES/71")]
    {
        for style in [&arabic, &strong, &word, &passage] {
            let spans = [
                Span { text: "جائحة ", style: &arabic, tag: 0 },
                Span { text: first, style, tag: 1 },
                Span { text: rest, style: &arabic, tag: 2 },
            ];
            let (_, line) = one_line(&spans, Direction::RightToLeft);
            assert!(seen(&line).contains(whole), "{}", seen(&line));
        }
    }
    for style in [&arabic, &strong, &word] {
        let spans = [
            Span { text: "الهدف ", style: &arabic, tag: 0 },
            Span { text: "SDG", style, tag: 1 },
            Span { text: " 14 وبعد", style: &arabic, tag: 2 },
        ];
        let (_, line) = one_line(&spans, Direction::RightToLeft);
        assert!(seen(&line).contains("SDG 14"), "{}", seen(&line));
    }
}

#[test]
fn passages_that_are_joined_are_one() {
    let arabic = TextStyle { lang: Language::Ar, ..TextStyle::default() };
    let english = TextStyle::default();
    let spans = [
        Span { text: "قال ", style: &arabic, tag: 0 },
        Span { text: "CC", style: &english, tag: 1 },
        Span { text: "-", style: &arabic, tag: 2 },
        Span { text: "DD+", style: &english, tag: 3 },
        Span { text: " هنا", style: &arabic, tag: 4 },
    ];
    let (_, line) = one_line(&spans, Direction::RightToLeft);
    assert!(seen(&line).contains("CC-DD+"), "{}", seen(&line));
}

#[test]
fn a_name_and_what_it_is_of_run_in_one_direction() {
    let arabic = TextStyle { lang: Language::Ar, ..TextStyle::default() };
    let english = TextStyle::default();
    for (between, whole) in [(": ", "Rivers: Watch"), ("\u{60C} ", "Watch \u{60C}Rivers")] {
        let spans = [
            Span { text: "Rivers", style: &english, tag: 0 },
            Span { text: between, style: &arabic, tag: 1 },
            Span { text: "Watch", style: &english, tag: 2 },
        ];
        let (_, line) = one_line(&spans, Direction::RightToLeft);
        assert_eq!(seen(&line), whole);
    }
}

#[test]
fn a_sign_stands_at_the_left_of_its_figure() {
    let style = TextStyle { lang: Language::Ar, ..TextStyle::default() };
    for (text, whole) in [
        ("هاتف +41\u{A0}22\u{A0}917\u{A0}12\u{A0}34 هنا", "+41\u{A0}22\u{A0}917\u{A0}12\u{A0}34"),
        ("هاتف +1\u{A0}(212)\u{A0}963-1234.", "+1\u{A0}(212)\u{A0}963-1234"),
        ("زيادة +5 و\u{2212}1.5 هنا", "\u{2212}1.5"),
        ("زيادة +5، 14 نيسان", "14 ،+5"),
        ("(+5)", ")+5("),
    ] {
        let (_, line) = one_line(&[Span { text, style: &style, tag: 0 }], Direction::RightToLeft);
        assert!(seen(&line).contains(whole), "{}", seen(&line));
    }
}

#[test]
fn ranges_run_as_the_words_around_them_and_codes_keep_their_order() {
    let style = TextStyle { lang: Language::Ar, ..TextStyle::default() };
    for (text, whole) in [
        ("27-29", "29-27"),
        ("في الفترة 2024-2025 هنا", "2025-2024"),
        ("(الصفحات 45-47)", "47-45"),
        ("12,5-14%", "-12,5"),
        ("10:00-12:30", "12:30-10:00"),
        ("الإصدار 1.3.2-beta هنا", "1.3.2-beta"),
        ("1.3.2-beta", "1.3.2-beta"),
        ("هاتف 212-963-1234.", "212-963-1234"),
        ("يوم 2025-04-28، ثم", "2025-04-28"),
        ("SDG 14-15", "SDG 14-15"),
        ("قرار 2025/17", "2025/17"),
    ] {
        let (_, line) = one_line(&[Span { text, style: &style, tag: 0 }], Direction::RightToLeft);
        assert!(seen(&line).contains(whole), "{}", seen(&line));
    }
}

#[test]
fn a_line_all_in_another_language_is_one_passage() {
    let arabic = TextStyle { lang: Language::Ar, ..TextStyle::default() };
    let english = TextStyle::default();
    let spans = |last| {
        [
            Span { text: "The ridge.", style: &english, tag: 0 },
            Span { text: " ", style: &arabic, tag: 1 },
            Span { text: "Photo: R. Oye-Lar", style: &english, tag: 2 },
            Span { text: last, style: &arabic, tag: 3 },
        ]
    };
    let (_, line) = one_line(&spans(""), Direction::RightToLeft);
    assert_eq!(seen(&line), "The ridge. Photo: R. Oye-Lar");
    let (_, line) = one_line(&spans(" هنا"), Direction::RightToLeft);
    assert!(seen(&line).ends_with("Photo: R. Oye-Lar The ridge."), "{}", seen(&line));
}

#[test]
fn a_name_in_a_passage_does_not_turn_the_passage_round() {
    let arabic = TextStyle { lang: Language::Ar, ..TextStyle::default() };
    let english = TextStyle { within: Some(Language::En), ..TextStyle::default() };
    let named = TextStyle { within: Some(Language::En), ..arabic.clone() };
    let spans = [
        Span { text: "قال ", style: &arabic, tag: 0 },
        Span { text: "The newspaper ", style: &english, tag: 1 },
        Span { text: "الأهرام", style: &named, tag: 2 },
        Span { text: " reported", style: &english, tag: 3 },
    ];
    let (_, line) = one_line(&spans, Direction::RightToLeft);
    let at = |tag: u32| line.runs.iter().find(|run| run.tag == tag).unwrap().x;
    assert!(at(1) < at(2) && at(2) < at(3) && at(3) < at(0), "{}", seen(&line));
}

#[test]
fn white_space_at_the_end_of_a_line_from_right_to_left_is_outside_its_run() {
    let style = TextStyle { lang: Language::Ar, ..TextStyle::default() };
    let line = |text| one_line(&[Span { text, style: &style, tag: 0 }], Direction::RightToLeft).1;
    assert_eq!(line("قرار ").runs[0].width, line("قرار").runs[0].width);
}

#[test]
fn arabic_letters_join_over_a_change_of_colour_and_of_weight() {
    let style = TextStyle { lang: Language::Ar, ..TextStyle::default() };
    let strong = TextStyle { weight: Weight::Bold, ..style.clone() };
    let spans = [Span { text: "مكت", style: &style, tag: 0 }, Span { text: "بة", style: &strong, tag: 1 }];
    let (_, line) = one_line(&spans, Direction::RightToLeft);
    // Joined to the next letter, the third one is narrower than at the end of a word.
    assert!(line.runs[0].width < natural("مكت", &style) - 0.5);
}

#[test]
fn each_script_has_its_face() {
    let cases = [
        ("a", Language::En, "Roboto-Regular"),
        ("ж", Language::Ru, "Roboto-Regular"),
        ("ب", Language::En, "NotoNaskhArabic-Regular"),
        ("国", Language::En, "NotoSansSC-Regular"),
        ("“", Language::En, "Roboto-Regular"),
        ("“", Language::Zh, "NotoSansSC-Regular"),
        ("，", Language::Zh, "NotoSansSC-Regular"),
        ("7", Language::Zh, "Roboto-Regular"),
        ("7", Language::Ar, "Roboto-Regular"),
        ("→", Language::En, "NotoSansSC-Regular"),
        ("😀", Language::En, "Roboto-Regular"),
    ];
    for (text, lang, face) in cases {
        let style = TextStyle { lang, ..TextStyle::default() };
        let (book, line) = one_line(&[Span { text, style: &style, tag: 0 }], Direction::LeftToRight);
        assert_eq!(book.face_name(line.runs[0].face), face, "{text} in {lang:?}");
    }
    let style =
        TextStyle { family: LatinFamily::Condensed, weight: Weight::Light, italic: true, ..TextStyle::default() };
    let book = FontBook::builtin();
    assert_eq!(book.style_face(&style).map(|face| book.face_name(face)), Some("RobotoCondensed-Light"));
}

#[test]
fn a_character_without_a_glyph_is_drawn_as_a_box_and_reported() {
    let style = TextStyle::default();
    let spans = [Span { text: "ok ", style: &style, tag: 4 }, Span { text: "so 😀", style: &style, tag: 5 }];
    let paragraph = Bench::new().set(&ParagraphSpec::new(&spans), 200.0);
    assert_eq!(paragraph.missing, [MissingGlyph { character: '😀', tag: 5, span: 1, offset: 3 }]);
    assert_eq!(spoken(&paragraph), "ok so 😀");
    let glyph = paragraph.lines[0].runs.last().and_then(|run| run.glyphs.last()).expect("a box");
    assert!(glyph.id != 0 && glyph.text.len() == 4);
}

#[test]
fn fonts_that_an_office_brings_come_after_the_built_in_ones() {
    let book = FontBook::builtin();
    let (count, first) = (book.faces().count(), book.faces().next().expect("a face"));
    let file = ExtraFont::new("again.ttf", book.face_data(first).to_vec());
    let book = FontBook::with_extra(vec![file]).expect("a font");
    let names: Vec<_> = book.faces().map(|face| book.face_name(face)).collect();
    assert_eq!((names.len(), names.last()), (count + 1, Some(&"Roboto-Regular")));
    let fault = FontBook::with_extra(vec![ExtraFont::new("notes.txt", b"hello".to_vec())]).expect_err("no font");
    assert_eq!(fault.to_string(), "`notes.txt` is not a font: give a TrueType or OpenType file with one face");
}

#[test]
fn a_raised_note_mark_stands_above_the_line() {
    let style = TextStyle::default();
    let mark = TextStyle { size: 6.0, raise: 3.5, ..style.clone() };
    let spans = [Span { text: "partners", style: &style, tag: 0 }, Span { text: "1", style: &mark, tag: 1 }];
    let (_, line) = one_line(&spans, Direction::LeftToRight);
    assert_eq!(line.runs[1].glyphs[0].y, 3.5);
    assert_eq!(line.runs[1].size, 6.0);
}

#[test]
fn marks_that_stand_for_others_are_drawn_on_every_letter() {
    let style = TextStyle::default();
    for letter in ["a", "E", "и", "Ы", "Э", "α", "ω", "ﻉ", "中"] {
        for mark in
            ["\u{340}", "\u{341}", "\u{343}", "\u{344}", "\u{308}\u{301}", "\u{340}\u{FE0F}", "\u{344}\u{E0101}"]
        {
            let text = format!("{letter}{mark}");
            let (_, line) = one_line(&[Span { text: &text, style: &style, tag: 0 }], Direction::LeftToRight);
            let drawn = line.runs.iter().flat_map(|run| &run.glyphs).all(|glyph| glyph.id != 0);
            assert!(drawn, "{text:?}");
        }
    }
}

#[test]
fn a_name_in_another_language_has_its_gaps_in_chinese() {
    let chinese = TextStyle { lang: Language::Zh, ..TextStyle::default() };
    let english = TextStyle::default();
    let width = |style: &TextStyle| {
        let spans = ["爱沙尼亚", "Narva", "市"].iter().zip([&chinese, style, &chinese]);
        let spans: Vec<_> = spans.map(|(text, style)| Span { text, style, tag: 0 }).collect();
        one_line(&spans, Direction::LeftToRight).1.width
    };
    assert!((width(&english) - width(&chinese)).abs() < 0.1, "{} and {}", width(&english), width(&chinese));
}
