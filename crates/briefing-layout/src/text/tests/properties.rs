use proptest::prelude::*;

use super::*;

/// Text of any kind: words, long ones, many scripts, marks, controls, white space of every width.
fn any_text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        8 => "[a-zA-Z]{1,12}",
        4 => Just(" ".to_owned()),
        2 => "[а-яА-Я]{1,14}",
        2 => "[\u{621}-\u{652}]{1,9}",
        2 => "[一-十，。“”（）《》]{1,8}",
        1 => "[0-9.,/:\\-–—$%€]{1,8}",
        1 => "[\u{300}-\u{36F}]{1,3}",
        1 => "[\u{200B}-\u{200F}\u{202A}-\u{202E}\u{2060}-\u{2069}\u{AD}\u{FEFF}]{1,3}",
        1 => "[\u{A0}\u{202F}\u{2000}-\u{200A}\u{3000}\t\u{2011}]{1,3}",
        1 => "[\n\u{2028}\u{2029}\r\u{B}\u{85}]{1,2}",
        1 => "[😀-😄🏽👩🚀\u{FE0F}\u{20E3}►✓]{1,3}",
        1 => "\\PC{1,6}",
        1 => "[a-z]{300}",
        1 => any::<String>().prop_map(|text| text.chars().take(8).collect()),
    ];
    prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

fn any_style() -> impl Strategy<Value = TextStyle> {
    let lang = prop_oneof![
        Just(Language::Ar),
        Just(Language::Zh),
        Just(Language::En),
        Just(Language::Fr),
        Just(Language::Ru),
        Just(Language::Es)
    ];
    let size = prop_oneof![5 => 4f32..20.0, 1 => Just(f32::NAN), 1 => Just(-3.0), 1 => Just(0.0)];
    (lang, any::<(bool, bool, bool, bool)>(), size).prop_map(|(lang, (bold, italic, condensed, tracked), size)| {
        TextStyle {
            family: if condensed { LatinFamily::Condensed } else { LatinFamily::Text },
            weight: if bold { Weight::Bold } else { Weight::Regular },
            italic,
            size,
            tracking: if tracked { 0.4 } else { 0.0 },
            figures: if bold { Figures::Tabular } else { Figures::Proportional },
            lang,
            ..TextStyle::default()
        }
    })
}

fn any_width() -> impl Strategy<Value = f32> {
    prop_oneof![
        6 => 0f32..400.0,
        1 => Just(0.0),
        1 => Just(-10.0),
        1 => Just(f32::NAN),
        1 => Just(f32::INFINITY),
        1 => Just(f32::MAX),
    ]
}

fn any_align() -> impl Strategy<Value = Align> {
    prop_oneof![2 => Just(Align::Justify), 1 => Just(Align::Start), 1 => Just(Align::Center), 1 => Just(Align::End)]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_character_is_lost_doubled_or_moved(
        texts in prop::collection::vec((any_text(), any_style(), 0..3u32), 0..4),
        width in any_width(),
        align in any_align(),
        (rtl, hyphenate) in any::<(bool, bool)>(),
        indent in prop_oneof![Just(0f32), -20f32..50.0, Just(f32::NAN)],
    ) {
        let spans: Vec<_> = texts.iter().map(|(text, style, tag)| Span { text, style, tag: *tag }).collect();
        let direction = if rtl { Direction::RightToLeft } else { Direction::LeftToRight };
        let spec = ParagraphSpec { align, direction, hyphenate, indent, ..ParagraphSpec::new(&spans) };
        let mut bench = Bench::new();
        let paragraph = bench.set(&spec, width);

        let text: String = texts.iter().map(|(text, ..)| text.as_str()).collect();
        prop_assert_eq!(spoken(&paragraph), text.clone());

        let mut at = 0;
        for line in &paragraph.lines {
            prop_assert_eq!(line.text.start, at);
            at = line.text.end;
            prop_assert!(line.width.is_finite() && line.x.is_finite());
            for run in &line.runs {
                prop_assert!(run.x.is_finite() && run.width >= 0.0);
                let mut covered = vec![0u8; run.text.len()];
                for glyph in &run.glyphs {
                    prop_assert!(glyph.id != 0, "no glyph for part of {:?}", run.text);
                    prop_assert!(glyph.x.is_finite() && glyph.y.is_finite());
                    prop_assert!(run.text.get(glyph.text.clone()).is_some(), "{:?} of {:?}", glyph.text, run.text);
                    for byte in &mut covered[glyph.text.clone()] {
                        *byte += 1;
                    }
                }
                // Every character is drawn once or not at all.
                for (place, c) in run.text.char_indices() {
                    let times = covered[place];
                    prop_assert!(times == 1 || times == 0 && chars::is_invisible(c), "{c:?} drawn {times} times in {:?}", run.text);
                }
            }
        }
        prop_assert_eq!(at, text.len());
        for missing in &paragraph.missing {
            let span = &spans[missing.span];
            prop_assert!(span.text.get(missing.offset..).is_some_and(|text| text.starts_with(missing.character)));
            prop_assert_eq!(span.tag, missing.tag);
        }

        // Words shaped before make no difference.
        prop_assert_eq!(&bench.set(&spec, width), &paragraph);
    }

    #[test]
    fn justified_lines_fill_the_measure_and_no_line_leaves_it(
        text in any_text(),
        width in 60f32..400.0,
        (rtl, hyphenate) in any::<(bool, bool)>(),
        lang in prop_oneof![Just(Language::En), Just(Language::Ar), Just(Language::Zh), Just(Language::Ru)],
        align in any_align(),
    ) {
        let style = TextStyle { lang, ..TextStyle::default() };
        let spans = [Span { text: &text, style: &style, tag: 0 }];
        let direction = if rtl { Direction::RightToLeft } else { Direction::LeftToRight };
        let spec = ParagraphSpec { align, direction, hyphenate, ..ParagraphSpec::new(&spans) };
        for line in &Bench::new().set(&spec, width).lines {
            if line.justified {
                prop_assert!(line.x.abs() < 0.05, "starts at {}", line.x);
                prop_assert!((line.x + line.width - width).abs() < 0.05, "ends at {} of {width}", line.x + line.width);
            }
            prop_assert!(line.x > -0.05 && line.x + line.width < width + 0.05, "{line:?}");
            for run in line.runs.iter().filter(|run| !run.text.trim().is_empty() && !run.glyphs.is_empty()) {
                // The blank half of a full-width mark is outside; from right to left, marks are mirrored and so are their sides.
                let half = |is_mark: bool| if is_mark { run.size / 2.0 } else { 0.0 };
                let first = half(run.text.starts_with(chars::is_wide_opening));
                let last = half(run.text.trim_end().ends_with(chars::is_wide_closing));
                let (begins, ends) = match run.direction {
                    Direction::LeftToRight => (first, last),
                    Direction::RightToLeft => (last, first),
                };
                prop_assert!(run.x > -3.1 - begins && run.x + run.width < width + 3.1 + ends, "{run:?}");
            }
        }
    }
}
