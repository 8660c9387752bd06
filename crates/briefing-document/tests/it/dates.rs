//! Dates of every shape, in every language: in full, compact, and as stamps.
use briefing_document::dates;
use briefing_model::{Language, When};

/// One of each shape, and the turns of months and years.
const SHAPES: [&str; 25] = [
    "2025-05-01",
    "2025-04-28",
    "2024-12-31",
    "2025-03",
    "2024-01",
    "2011",
    "2025-04-29/2025-04-30",
    "2025-05-01/2025-05-03",
    "2025-04-14/2025-05-09",
    "2024-12-30/2025-01-03",
    "2025-12-30/2026-01-03",
    "2023-03-01/2023-04-02",
    "2022-11-30/2024-02-01",
    "2025-01/2025-06",
    "2021-01/2022-06",
    "2021/2024",
    "2011/2014-08-13",
    "2025-04-07/2025-04-08, 2025-04-14",
    "2025-04-14, 2025-04-21",
    "2025-04-29/2025-04-30, 2025-05-06/2025-05-07",
    "2024-12-15/2024-12-16, 2025-01-12/2025-01-13",
    "2025-04-24/..",
    "2019-01/..",
    "../2022-06",
    "../2011",
];

fn table(language: Language) -> String {
    let rows = SHAPES.iter().map(|text| {
        let when: When = text.parse().expect("a shape of when");
        let stamp = dates::stamp(&when, 2025, language);
        let lines = stamp
            .stamp
            .lines
            .iter()
            .map(|line| if line.large { format!("<{}>", line.text) } else { line.text.clone() });
        let lines = lines.collect::<Vec<_>>().join(" / ");
        let abridged = if stamp.abridged { " (abridged)" } else { "" };
        let row = [
            dates::in_full(&when, language),
            dates::compact(&when, 2025, language),
            format!("{lines}{abridged}"),
            stamp.stamp.continued.join(" / "),
        ];
        format!("{text}\n  {}\n", row.join("\n  ")).replace('\u{a0}', "~")
    });
    rows.collect()
}

#[test]
fn every_shape_in_every_language() {
    for language in Language::ALL {
        insta::assert_snapshot!(format!("dates-{language}"), table(language));
    }
}

fn full(when: &str, language: Language) -> String {
    dates::in_full(&when.parse().expect("a shape of when"), language).replace('\u{a0}', " ")
}

#[test]
fn the_traps_of_the_house_style() {
    // The forms that the house style lists, language by language.
    let forms = [
        (Language::En, ["28 April 2025", "29–30 April 2025", "14 April–9 May 2025"]),
        (Language::Fr, ["28 avril 2025", "29–30 avril 2025", "14 avril–9 mai 2025"]),
        (Language::Es, ["28 de abril de 2025", "29–30 de abril de 2025", "14 de abril–9 de mayo de 2025"]),
        (Language::Ru, ["28 апреля 2025 года", "29–30 апреля 2025 года", "14 апреля – 9 мая 2025 года"]),
        (Language::Zh, ["2025年4月28日", "2025年4月29日至30日", "2025年4月14日至5月9日"]),
        (Language::Ar, ["28 نيسان/أبريل 2025", "29-30 نيسان/أبريل 2025", "14 نيسان/أبريل - 9 أيار/مايو 2025"]),
    ];
    for (language, [day, within, across]) in forms {
        assert_eq!(full("2025-04-28", language), day);
        assert_eq!(full("2025-04-29/2025-04-30", language), within);
        assert_eq!(full("2025-04-14/2025-05-09", language), across);
    }
    assert_eq!(full("2025-05-01", Language::Fr), "1er mai 2025");
    assert_eq!(full("2025-04", Language::Ru), "апрель 2025 года");
    assert_eq!(full("2025-04/..", Language::Ru), "с апреля 2025 года");
    assert_eq!(full("2025-01-02", Language::Ar), "2 كانون الثاني/يناير 2025");
    assert_eq!(full("2025-01/2025-03", Language::Zh), "2025年1月至3月");
}

#[test]
fn all_months_are_named() {
    for language in Language::ALL {
        let mut names = std::collections::BTreeSet::new();
        for month in 1..=12 {
            let text = full(&format!("2025-{month:02}-10"), language);
            assert!(names.insert(text.clone()), "{text} stands twice");
        }
    }
}

#[test]
fn a_stamp_never_outgrows_its_column() {
    let width = |text: &str| text.chars().map(|c| if c >= '\u{2e80}' { 2 } else { 1 }).sum::<usize>();
    let mut shapes: Vec<String> = SHAPES.iter().map(|shape| (*shape).to_owned()).collect();
    for month in 1..=11 {
        shapes.push(format!("2025-{month:02}-28/2025-{:02}-12", month + 1));
        shapes.push(format!("2024-{month:02}-28/2025-{:02}-12", month + 1));
        shapes.push(format!("2023-{month:02}-28/2024-{:02}-12", month + 1));
        shapes.push(format!("2024-{month:02}/2025-{:02}", month + 1));
        shapes.push(format!("2024-{month:02}-28"));
        shapes.push(format!("2025-{month:02}-26/2025-{month:02}-27"));
        shapes.push(format!("../2024-{month:02}-27"));
        shapes.push(format!("2025-{month:02}-11/2025-{month:02}-12, 2025-{month:02}-21/2025-{month:02}-22"));
        shapes.push(format!("2025-{month:02}-28/2025-{:02}-12, 2025-12-21/2025-12-31", month + 1));
    }
    for shape in shapes {
        for language in Language::ALL {
            let Ok(when) = shape.parse::<When>() else { continue };
            let stamp = dates::stamp(&when, 2025, language).stamp;
            // Each month has two lines in Arabic, whose letters are narrow.
            let (lines, wide) = if language == Language::Ar { (7, 17) } else { (4, 13) };
            assert!((1..=lines).contains(&stamp.lines.len()), "{shape} {language}: {stamp:?}");
            for line in &stamp.lines {
                let most = if line.large { 6 } else { wide };
                // A full-width comma has no white at the end of a line.
                let white = usize::from(line.text.ends_with('、'));
                assert!(width(&line.text) - white <= most, "{shape} {language}: {}", line.text);
                assert!(!line.text.contains(' '), "a space that could break: {}", line.text);
            }
        }
    }
}
