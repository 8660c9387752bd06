//! Places where lines may and may not end.

use super::*;

fn lines(text: &str, lang: Language, align: Align, width: f32) -> Vec<(String, LineEnd)> {
    let style = TextStyle { lang, ..TextStyle::default() };
    let spans = [Span { text, style: &style, tag: 0 }];
    let spec = ParagraphSpec { align, hyphenate: true, ..ParagraphSpec::new(&spans) };
    let lines = Bench::new().set(&spec, width).lines;
    lines.iter().map(|line| (line.text_of(text).trim_end().to_owned(), line.end)).collect()
}

/// All measures from narrow to wide, so that every line end is exercised.
fn widths() -> impl Iterator<Item = f32> {
    (45..300).step_by(5).map(|width| width as f32)
}

#[test]
fn what_binds_is_never_parted() {
    let text = "on 28\u{A0}April 2025 some 2\u{202F}242\u{202F}615 dollars for 29–30\u{A0}April under A/RES/71/291, a \
        word\u{2060}joined, a hard\u{2011}hyphen, US$1.5\u{A0}million and 12.5% of it, \
        withdrawn −$40,000";
    let bound = [
        "28\u{A0}April",
        "2\u{202F}242\u{202F}615",
        "29–30\u{A0}April",
        "A/RES/71/291",
        "word\u{2060}joined",
        "hard\u{2011}hyphen",
        "US$1.5\u{A0}million",
        "12.5%",
        "−$40,000",
    ];
    for width in widths().filter(|&width| width > 80.0) {
        let joined: Vec<String> =
            lines(text, Language::En, Align::Start, width).into_iter().map(|(line, _)| line).collect();
        for whole in bound {
            assert!(joined.iter().any(|line| line.contains(whole)), "{whole} split at {width}: {joined:#?}");
        }
    }
}

#[test]
fn a_name_is_divided_before_a_line_ends_early() {
    let text = "Поддержку в укреплении потенциала Контртеррористическое управление Организации Объединенных Наций оказывает \
        государствам-членам силами двух своих подразделений. История старшего из них восходит к 2011 году.";
    let style = TextStyle { lang: Language::Ru, size: 9.0, ..TextStyle::default() };
    let spans = [Span { text, style: &style, tag: 0 }];
    let spec = ParagraphSpec { align: Align::Justify, hyphenate: true, ..ParagraphSpec::new(&spans) };
    for width in [210.0, 220.0, 230.0, 240.0] {
        let mut lines = Bench::new().set(&spec, width).lines;
        lines.pop();
        let early: Vec<_> =
            lines.iter().filter(|line| line.width < width * 0.98).map(|line| line.text_of(text)).collect();
        assert!(early.is_empty(), "{early:?} at {width}");
    }
}

#[test]
fn a_symbol_holds_together_in_chinese_as_well() {
    let text = "大会在第A/RES/77/257号决议中，以及安全理事会在第S/RES/2178(2014)号决议中作出了决定。";
    for width in widths().filter(|&width| width > 90.0) {
        let lines = lines(text, Language::Zh, Align::Justify, width);
        for whole in ["A/RES/77/257", "S/RES/2178"] {
            assert!(lines.iter().any(|(line, _)| line.contains(whole)), "{whole} at {width}: {lines:#?}");
        }
    }
}

#[test]
fn chinese_lines_begin_with_no_closing_mark_and_end_with_no_opening_one() {
    let text = "联合国反恐怖主义中心（反恐中心）以及“特别项目和创新处”，启动了《全球反恐协调契约》；截至2025年4月30日，认捐总额\
        达4.02亿美元。“契约”汇集46个实体——“全系统”方针……完。";
    for width in widths() {
        for (line, _) in lines(text, Language::Zh, Align::Justify, width) {
            let (first, last) = (line.chars().next(), line.chars().next_back());
            assert!(!first.is_some_and(|c| "，。、；：！？）》”’」…".contains(c)), "{line} at {width}");
            assert!(!last.is_some_and(|c| "（《“‘「".contains(c)), "{line} at {width}");
        }
    }
}

/// Checks that these parts of a Chinese text are not broken in any measure wider than the least.
fn stay_whole<'w>(text: &str, least: f32, bound: impl Fn(f32) -> Vec<&'w str>) {
    for align in [Align::Start, Align::Justify] {
        for width in widths().filter(|&width| width > least) {
            let lines = lines(text, Language::Zh, align, width);
            for whole in bound(width) {
                assert!(lines.iter().any(|(line, _)| line.contains(whole)), "{whole} parts at {width}: {lines:#?}");
            }
        }
    }
}

#[test]
fn a_chinese_figure_keeps_its_unit() {
    let text = "截至2025年4月30日，47个捐助方认捐总额达4.02亿美元，其中88%即3.54亿美元已经收到；三十一日又有20名专家参加第3次\
        会议，认捐1.2万欧元，并于十二月启动6项方案。";
    let bound = [
        "2025年",
        "4月",
        "30日",
        "47个",
        "4.02亿",
        "88%",
        "3.54亿",
        "三十一日",
        "20名",
        "第3次",
        "1.2万",
        "欧元",
        "美元",
        "十二月",
        "6项",
    ];
    // Nor are their currencies, except in table cells, where lines have few places to end.
    let currencies = ["4.02亿美元", "3.54亿美元", "1.2万欧元"];
    stay_whole(text, 60.0, |width| if width > 130.0 { [&bound[..], &currencies].concat() } else { bound.to_vec() });
}

#[test]
fn chinese_units_and_numbered_parts_are_not_divided() {
    let text = "工作组负重24公斤，走了3公里，花费150万欧元购买3\u{A0}400米绳索和60吉瓦的希望；依据A/RES/71/291号决议第3(b)段和第2396(2017)\
        号决议，见图4、第112页、第3卷；商定5±2毫米、10×20厘米、第五条、第七章、第十二条以及21世纪的12个月、30小时。";
    let bound = [
        "24公斤",
        "3公里",
        "欧元",
        "400米",
        "60吉瓦",
        "2396(2017)号",
        "图4",
        "第112页",
        "第3卷",
        "2毫米",
        "20厘米",
        "第五条",
        "第七章",
        "第十二条",
        "21世纪",
        "12个月",
        "30小时",
    ];
    stay_whole(text, 80.0, |_| bound.to_vec());
    assert!(chars::UNITS.iter().all(|unit| (2..=chars::LONGEST_UNIT).contains(&unit.chars().count())));
}

#[test]
fn a_hyphen_beside_a_single_letter_ends_no_line() {
    let text = "en dollars É.-U. pour J.-P. Dupont et d'un e-mail de la г-жа Ли, du д-р Ли";
    for width in widths() {
        for (line, _) in lines(text, Language::Fr, Align::Start, width) {
            for part in ["É.-", "J.-", "e-", "г-", "д-"] {
                assert!(!line.ends_with(part), "{line} at {width}");
            }
        }
    }
}

#[test]
fn what_is_bound_parts_at_its_spaces_where_no_line_is_wide_enough() {
    let text = "see resolution\u{A0}2396\u{A0}(2017) on 1\u{A0}250\u{A0}000\u{A0}tonnes";
    let set: Vec<String> = lines(text, Language::En, Align::Start, 60.0).into_iter().map(|(line, _)| line).collect();
    assert_eq!(set, ["see", "resolution", "2396\u{A0}(2017)", "on 1\u{A0}250\u{A0}000", "tonnes"]);
}

#[test]
fn a_last_line_is_no_piece_of_a_word() {
    let text = "The heads of agencies met in the hall to speak of the observatories and of the people who keep them in the mountains.";
    for width in widths().filter(|&width| width > 140.0) {
        let set = lines(text, Language::En, Align::Justify, width);
        assert!(set.last().is_none_or(|(line, _)| !["tains.", "ains."].contains(&&**line)), "{set:#?} at {width}");
    }
    let text = "熏鱼妇女合作社收到14台炉子，木柴用量减半。";
    for width in widths().filter(|&width| width > 140.0) {
        let set = lines(text, Language::Zh, Align::Justify, width);
        assert!(set.last().is_none_or(|(line, _)| line != "半。"), "{set:#?} at {width}");
    }
}

#[test]
fn an_address_in_chinese_parts_before_its_marks() {
    let text = "来信请寄reading-room.of.the.four.libraries@manuscripts.department-of-letters.example.org，或见附件。";
    for width in widths().filter(|&width| width > 100.0) {
        for (line, _) in lines(text, Language::Zh, Align::Justify, width) {
            assert!(!line.ends_with(['.', '@']) && !line.ends_with("manuscr"), "{line} at {width}");
        }
    }
}

#[test]
fn no_more_than_two_lines_in_a_row_end_in_a_hyphen() {
    let text = "Parliamentarians, experts and technologists convened in Saint Petersburg to advance legislative efforts \
        against the exploitation of artificial intelligence and unprecedented technologies, representing \
        intergovernmental organizations, international commissions and inter-parliamentary assemblies of neighbouring \
        countries, notwithstanding considerable disagreements concerning the interpretation of responsibilities.";
    let mut hyphens = 0;
    for width in widths().filter(|&width| width > 110.0) {
        let mut row = 0;
        for (line, end) in lines(text, Language::En, Align::Justify, width) {
            row = if end == LineEnd::Hyphen || line.ends_with('-') { row + 1 } else { 0 };
            hyphens += usize::from(row > 0);
            assert!(row <= 2, "{row} in a row at {width}");
        }
    }
    assert!(hyphens > 20, "the text is one that wants hyphens");
}

#[test]
fn a_word_is_divided_by_its_language_or_not_at_all() {
    let ends =
        |text, lang| lines(text, lang, Align::Justify, 50.0).into_iter().filter(|line| line.1 == LineEnd::Hyphen);
    assert!(ends("the international organization responsible", Language::En).count() > 0);
    assert_eq!(ends("the international organization responsible", Language::Zh).count(), 0);
    assert_eq!(ends("UNOCTUNCCTSPIB UNITEDNATIONS ABC123DEF456", Language::En).count(), 0);
}

#[test]
fn what_is_wider_than_the_measure_is_cut_between_letters() {
    let text = format!("see {} there", "x".repeat(300));
    for width in [30.0, 77.7, 240.0] {
        let set = lines(&text, Language::En, Align::Justify, width);
        assert!(set.len() > 5, "{set:?}");
        assert!(set.iter().all(|(_, end)| *end != LineEnd::Hyphen), "no hyphen where none is meant");
    }
    // A letter keeps its accents.
    let text = "e\u{301}\u{323}".repeat(50);
    for (line, _) in lines(&text, Language::En, Align::Start, 20.0) {
        assert!(line.starts_with('e'), "{line:?}");
    }
}

#[test]
fn addresses_are_parted_at_their_marks() {
    let text = "at https://www.un.org/counterterrorism/office-structure/and/more of it";
    for (line, _) in lines(text, Language::En, Align::Start, 110.0) {
        assert!(line.ends_with(['/', '-']) || line.ends_with("www") || line.ends_with("it"), "{line}");
    }
}

#[test]
fn lines_end_where_the_text_says_so() {
    let set = lines("one\ntwo\u{2028}three\n\nfour", Language::En, Align::Justify, 200.0);
    assert_eq!(
        set.iter().map(|(line, _)| line.trim_end_matches('\u{2028}')).collect::<Vec<_>>(),
        ["one", "two", "three", "", "four"]
    );
    assert!(set.iter().all(|(_, end)| *end == LineEnd::Mandatory));
}

#[test]
fn ragged_text_takes_no_more_lines_than_it_must() {
    let text = "Counter-Terrorism Monthly: what the Office and its partners did in the month of April of this year";
    let style = TextStyle::default();
    for width in widths() {
        // The greedy count, word by word.
        let mut bench = Bench::new();
        let (mut greedy, mut line) = (1, String::new());
        for word in text.split_inclusive([' ', '-']) {
            let longer = format!("{line}{word}");
            let spans = [Span { text: longer.trim_end(), style: &style, tag: 0 }];
            let fits = measure(&bench.book, &mut bench.cache, &ParagraphSpec::new(&spans)).natural <= width;
            (line, greedy) = if fits || line.is_empty() { (longer, greedy) } else { (word.to_owned(), greedy + 1) };
        }
        let spans = [Span { text, style: &style, tag: 0 }];
        let set = bench.set(&ParagraphSpec::new(&spans), width);
        let least = measure(&bench.book, &mut bench.cache, &ParagraphSpec::new(&spans)).least;
        if width >= least {
            assert!(set.lines.len() <= greedy, "{} lines, greedily {greedy}, at {width}", set.lines.len());
        }
    }
}

#[test]
fn the_measured_extent_is_what_breaking_finds() {
    let text = "A text of some words, un\u{AD}divided, and one\nmandatory end";
    let style = TextStyle::default();
    let spans = [Span { text, style: &style, tag: 0 }];
    let spec = ParagraphSpec::new(&spans);
    let mut bench = Bench::new();
    let extent = measure(&bench.book, &mut bench.cache, &spec);
    assert_eq!(bench.set(&spec, extent.natural + 0.01).lines.len(), 2);
    assert!(bench.set(&spec, extent.natural - 0.1).lines.len() > 2);
    let narrow = bench.set(&spec, extent.least + 0.01);
    assert!(narrow.lines.iter().all(|line| line.width <= extent.least + 0.01));
    let words: Vec<&str> = narrow.lines.iter().map(|line| line.text_of(text).trim_end()).collect();
    assert!(words.contains(&"words,") && words.contains(&"mandatory"), "{words:?}");
}

#[test]
fn a_text_without_end_is_set_in_time() {
    for (text, width) in
        [("x".repeat(60_000), 0.0), ("\u{200B}".repeat(20_000), 100.0), ("ab ".repeat(20_000), f32::MAX)]
    {
        let style = TextStyle::default();
        let spans = [Span { text: &text, style: &style, tag: 0 }];
        let spec = ParagraphSpec { align: Align::Justify, hyphenate: true, ..ParagraphSpec::new(&spans) };
        assert_eq!(spoken(&Bench::new().set(&spec, width)), text);
    }
}

#[test]
fn a_soft_hyphen_behind_a_space_divides_nothing() {
    for (lang, text) in [
        (Language::Zh, "，一一“《，“《”（，ikGrbvaimKQm  \u{feff}\u{ad}👩"),
        (Language::En, "Some words and more  \u{ad}words"),
    ] {
        for tenth in 600..1200 {
            let width = tenth as f32 / 10.0;
            let style = TextStyle { lang, ..TextStyle::default() };
            let spans = [Span { text, style: &style, tag: 0 }];
            let spec = ParagraphSpec { align: Align::Start, ..ParagraphSpec::new(&spans) };
            for line in &Bench::new().set(&spec, width).lines {
                assert!(line.x + line.width < width + 0.05 && line.end != LineEnd::SoftHyphen, "{width}: {line:?}");
            }
        }
    }
}

#[test]
fn marks_within_what_is_turned_round_hang_nowhere() {
    let text = "\u{202b}►仭。《一“АЖДАФАЖءئАДААААААААшАИИА";
    let style = TextStyle { lang: Language::Zh, ..TextStyle::default() };
    let spans = [Span { text, style: &style, tag: 0 }];
    for tenth in 600..2500 {
        let width = tenth as f32 / 10.0;
        let spec = ParagraphSpec { align: Align::Justify, ..ParagraphSpec::new(&spans) };
        for line in &Bench::new().set(&spec, width).lines {
            let starts = line.runs.iter().map(|run| run.x);
            assert!(starts.fold(0.0, f32::min) > -3.1 && line.x + line.width < width + 0.05, "{width}: {line:?}");
        }
    }
}
