//! Documents made up to exercise measures: each contains something that no office of the repository has, such as a table just long enough
//! to break, or a name too long for its band.

use briefing_document::{
    Block, Calendar, CalendarEntry, CalendarGroup, CalendarMark, CaptionedPicture, Chart, ChartForm, ChartRow,
    ChartValue, Column, ColumnAlign, Contact, Document, DocumentInfo, EventItem, Inline, Inlines, ItemHeading,
    ItemMarks, KeyFigure, KeyFigures, List, Note, Organization, OrganizationBox, OrganizationChild, OrganizationGroup,
    OrganizationUnit, PeriodPart, PillarItem, Running, Section, SectionRole, Stamp, StampLine, Style, Table, TimeAxis,
    Title,
};
use briefing_model::{Colour, Day, Digest, Language, Media, Orientation, Theme, ThemeLook};

const WORDS: [&str; 24] = [
    "the",
    "office",
    "visited",
    "States",
    "with",
    "experts",
    "for",
    "a",
    "workshop",
    "on",
    "countering",
    "terrorism",
    "in",
    "capacity-building",
    "partners",
    "and",
    "their",
    "investigations",
    "of",
    "internationally",
    "agreed",
    "to",
    "victims",
    "networks",
];

/// Words of every length, the same each time.
pub(super) fn prose(words: usize, from: usize) -> String {
    let words = (0..words).map(|at| WORDS[(from + at * 7 + at * at / 5) % WORDS.len()]);
    words.collect::<Vec<_>>().join(" ")
}

pub(super) fn text(words: &str) -> Inlines {
    vec![Inline::Text(words.into())]
}

pub(super) fn paragraph(words: usize, from: usize) -> Block {
    Block::Paragraph(text(&prose(words, from)))
}

pub(super) fn picture(size: (u32, u32)) -> CaptionedPicture {
    CaptionedPicture {
        digest: Digest::new([7; 32]),
        media: Media::Jpeg,
        orientation: Orientation::default(),
        size,
        alt: "A picture".parse().unwrap(),
        alt_language: None,
        caption: Some(text("A caption")),
        credit: None,
        file: "picture.jpg".to_owned(),
    }
}

/// A document with one item that has a picture.
pub(super) fn with_picture(role: SectionRole, size: (u32, u32)) -> Document {
    document(vec![section(role, vec![event(30, 3, Some(size))]), section(SectionRole::Text, vec![paragraph(40, 1)])])
}

pub(super) fn event(words: usize, from: usize, figure: Option<(u32, u32)>) -> Block {
    let line = |text: &str, large| StampLine { text: text.to_owned(), large };
    Block::Event(EventItem {
        id: format!("event-{from}"),
        stamp: Stamp {
            lines: vec![line("14", true), line("April", false)],
            continued: vec!["14 April,".to_owned(), "continued".to_owned()],
            spoken: "14 April".to_owned(),
        },
        heading: Some(ItemHeading { level: 3, text: text(&prose(4, from)) }),
        text: text(&prose(words, from)),
        details: Some(text("With partners")),
        figure: figure.map(picture),
    })
}

/// An item shorter than its stamp.
fn brief(from: usize) -> Block {
    match event(2, from, None) {
        Block::Event(event) => Block::Event(EventItem { heading: None, details: None, ..event }),
        other => other,
    }
}

/// An item whose text begins beside its stamp.
fn without_heading(words: usize) -> Block {
    match event(words, words, None) {
        Block::Event(event) => {
            let line = |text: &str| StampLine { text: text.to_owned(), large: false };
            let stamp = Stamp { lines: vec![line("April"), line("2025")], ..event.stamp };
            Block::Event(EventItem { heading: None, stamp, ..event })
        }
        other => other,
    }
}

pub(super) fn table(columns: usize, rows: usize, words: usize) -> Table {
    let column = |at: usize| Column {
        header: text(&prose(1, at)),
        align: if at + 1 == columns { ColumnAlign::End } else { ColumnAlign::Start },
        row_header: at == 0,
    };
    let cell = |row: usize, at: usize| match at + 1 == columns {
        true => text(&format!("{},{:03}", row * 37 % 900 + 1, row * 71 % 1000)),
        false => text(&prose(if at == 1 { words } else { 2 }, row + at)),
    };
    Table {
        summary: "A table".to_owned(),
        columns: (0..columns).map(column).collect(),
        rows: (0..rows).map(|row| (0..columns).map(|at| cell(row, at)).collect()).collect(),
        totals: vec![(text("Total"), text("1,234,567"))],
    }
}

pub(super) fn chart(rows: usize, label: usize, series: &[&str]) -> Chart {
    let value = |row: usize, at: usize| ChartValue {
        length: (row * 13 % 40 + at) as f64,
        text: format!("{}", row * 13 % 40 + at),
        spoken: None,
    };
    let row = |row: usize| ChartRow {
        label: text(&prose(label, row)),
        values: (0..series.len()).map(|at| value(row, at)).collect(),
    };
    Chart {
        title: "A chart".into(),
        summary: "A chart".to_owned(),
        form: ChartForm::Bars,
        label_header: "Partner".to_owned(),
        series: series.iter().map(|name| (*name).to_owned()).collect(),
        rows: (0..rows).map(row).collect(),
    }
}

pub(super) fn steps(rows: usize, label: usize, years: i32) -> Chart {
    let first: Day = "2010-03-01".parse().unwrap();
    let day = |at: usize| first.checked_add_days(i64::from(years) * 365 * at as i64 / rows as i64).unwrap();
    let axis = TimeAxis {
        days: (0..rows).map(day).collect(),
        start: "10 million".to_owned(),
        end: "40 million in all".to_owned(),
    };
    Chart { form: ChartForm::Steps(axis), ..chart(rows, label, &["Amount"]) }
}

pub(super) fn organization(units: usize, children: usize, bodies: usize) -> Organization {
    let body = |mark: Option<&str>, words: usize, details: usize| OrganizationBox {
        mark: mark.map(Into::into),
        name: text(&prose(words, words)),
        details: (0..details).map(|at| text(&prose(2, at))).collect(),
    };
    let below = |at: usize| match at % 3 {
        0 => OrganizationChild::Unit(OrganizationUnit { unit: body(Some("SUB"), 2, 1), children: Vec::new() }),
        _ => OrganizationChild::Programme(text(&prose(3, at))),
    };
    let unit = |at: usize| OrganizationUnit {
        unit: body(Some("UNIT"), 2 + at, 1),
        children: (0..children / (at + 1)).map(below).collect(),
    };
    Organization {
        head: body(Some("OFFICE"), 5, 2),
        beside: (0..bodies).map(|at| body(None, 3 + at, 1)).collect(),
        units: (0..units).map(unit).collect(),
        groups: vec![OrganizationGroup {
            title: prose(9, 3),
            names: (0..7).map(|at| text(&prose(2 + at % 3, at))).collect(),
        }],
    }
}

/// Units within units, deeper than boxes of the usual indentation have width for.
pub(super) fn deep(levels: usize) -> Organization {
    let mut chart = organization(1, 0, 0);
    let mut unit = OrganizationUnit { unit: chart.head.clone(), children: Vec::new() };
    for _ in 0..levels {
        unit = OrganizationUnit { unit: chart.head.clone(), children: vec![OrganizationChild::Unit(unit)] };
    }
    chart.units = vec![unit];
    chart.groups.clear();
    chart
}

/// Units side by side, each with sections that have teams below them. Names alternate between short and long, differently in each unit.
pub(super) fn sections_and_teams(units: usize, sections: usize, teams: usize) -> Organization {
    let unit = |words: usize, from: usize, below: Vec<OrganizationUnit>| OrganizationUnit {
        unit: OrganizationBox { mark: None, name: text(&prose(words, from)), details: Vec::new() },
        children: below.into_iter().map(OrganizationChild::Unit).collect(),
    };
    let section = |at: usize| {
        let teams = (0..teams).map(|team| unit(1 + team * 3, at + team, Vec::new()));
        unit(if at.is_multiple_of(2) { 1 } else { 9 }, at, teams.collect())
    };
    Organization {
        units: (0..units).map(|at| unit(2, at, (at..at + sections).map(section).collect())).collect(),
        groups: Vec::new(),
        ..organization(0, 0, 0)
    }
}

pub(super) fn list(items: usize) -> Block {
    Block::List(List { marks: ItemMarks::Numbers, items: (0..items).map(|at| text(&prose(5 + at % 9, at))).collect() })
}

pub(super) fn notes(count: usize) -> Block {
    let note = |at: usize| Note { id: format!("note-{at}"), mark: format!("{at}"), text: text(&prose(12, at)) };
    Block::Notes((1..=count).map(note).collect())
}

pub(super) fn figures(values: &[&str], share: Option<&str>) -> Block {
    let figure = |value: &&str| KeyFigure { value: (*value).to_owned(), label: prose(3, value.len()), change: None };
    Block::KeyFigures(KeyFigures {
        figures: values.iter().map(figure).collect(),
        share: share.map(|words| (35, text(words))),
    })
}

pub(super) fn calendar(entries: usize, date: &str) -> Block {
    let entry = |at: usize| CalendarEntry {
        item: format!("item-{at}"),
        date: date.to_owned(),
        text: text(&prose(4 + at % 5, at)),
        marks: vec![CalendarMark {
            first: at as u32 % 28 + 1,
            last: at as u32 % 28 + 1 + at as u32 % 2,
            certain: !at.is_multiple_of(4),
        }],
    };
    let group = |title: &str, entries: std::ops::Range<usize>| CalendarGroup {
        title: title.into(),
        entries: entries.map(entry).collect(),
    };
    Block::Calendar(Calendar {
        first: "2025-04-01".parse().unwrap(),
        days: 30,
        groups: vec![group("Visits", 0..entries / 2), group("Meetings", entries / 2..entries)],
    })
}

pub(super) fn pillars(count: usize) -> Block {
    let pillar = |at: usize| PillarItem {
        kicker: "Pillar".to_owned(),
        numeral: format!("{at}"),
        text: text(&prose(11 + at, at)),
    };
    Block::Pillars((1..=count).map(pillar).collect())
}

pub(crate) fn section(role: SectionRole, blocks: Vec<Block>) -> Section {
    Section { anchor: "section".to_owned(), heading: prose(3, blocks.len()).into(), role, blocks }
}

pub(crate) fn document(sections: Vec<Section>) -> Document {
    let anchored = |(at, section): (usize, Section)| Section { anchor: format!("section-{at}"), ..section };
    Document {
        language: Language::En,
        about: DocumentInfo {
            title: "Specimen".to_owned(),
            author: "Nobody".to_owned(),
            subject: "Measures".to_owned(),
            issued: "2025-05-06".parse().unwrap(),
        },
        running: Running::default(),
        style: Style::from(&Theme::default()),
        title: Title {
            kicker: "Nobody".into(),
            text: "Specimen".into(),
            period: vec![PeriodPart { text: "2025".to_owned(), strong: true }],
            emblem: None,
        },
        sections: sections.into_iter().enumerate().map(anchored).collect(),
    }
}

/// Names too long for their places, each with the given number of words.
fn long_names(look: ThemeLook, kicker: usize, title: usize, head: (usize, usize), disclaimer: usize) -> Document {
    let tall = |_| Block::Figure(picture((300, 400)));
    let mut document = document(vec![section(SectionRole::Text, (0..14).map(tall).collect())]);
    document.style.look = look;
    document.title.kicker = prose(kicker, 1).into();
    document.title.text = prose(title, 2).into();
    document.title.period = [("April", true), ("of the year", false), (&prose(title, 5), false)]
        .map(|(text, strong)| PeriodPart { text: text.to_owned(), strong })
        .to_vec();
    document.running = Running {
        head_start: prose(head.0, 3).into(),
        head_end: prose(head.1, 4),
        foot_mark: "NOBODY".into(),
        foot_start: prose(head.0, 5),
        disclaimer: Some(prose(disclaimer, 6).into()),
        ..Running::default()
    };
    document
}

fn alone(role: SectionRole, blocks: Vec<Block>) -> Document {
    document(vec![section(role, blocks)])
}

/// All specimens by name; those named as drafts are laid out as drafts.
pub(super) fn all() -> Vec<(String, Document)> {
    use SectionRole::{Exhibit, Lead, Panel, Strip, Text};
    let mut all: Vec<(String, Document)> = Vec::new();
    let mut add = |name: &str, document| all.push((name.to_owned(), document));

    // A calendar makes its section, with everything in it, extend across the page.
    let across = |blocks: Vec<Block>| alone(Exhibit, [calendar(2, "1")].into_iter().chain(blocks).collect());
    for look in ThemeLook::ALL {
        add(&format!("names, {}", look.as_str()), long_names(look, 14, 5, (16, 4), 24));
        add(&format!("longer names, {}", look.as_str()), long_names(look, 50, 26, (60, 20), 90));
    }
    let mut draft = alone(Text, vec![paragraph(120, 0), event(30, 4, None), event(25, 5, None), list(4)]);
    draft
        .sections
        .push(section(Text, (1..5).map(|at| brief(at * 5)).chain((5..9).map(|at| without_heading(at * 6))).collect()));
    draft.sections.push(section(Exhibit, vec![calendar(6, "2 April"), Block::Table(table(3, 4, 3))]));
    add("draft", draft);

    let linked = Inline::Link { target: "https://example.org/a".parse().unwrap(), content: text("linked words") };
    add("text", alone(Text, vec![paragraph(60, 0), Block::Paragraph(vec![linked]), paragraph(9, 2), list(3)]));
    for language in [Language::Ar, Language::Zh] {
        let mut stamped = alone(Text, vec![event(30, 1, None), brief(1), brief(2)]);
        stamped.language = language;
        add(&format!("stamps in {language}"), stamped);
    }
    for items in [9, 10, 11, 12] {
        add(&format!("list of {items}"), across(vec![list(items), paragraph(40, 3)]));
    }
    for count in [11, 12, 13, 14] {
        let blocks = vec![paragraph(230, 0), paragraph(300, 5), notes(count)];
        add(&format!("{count} notes"), document(vec![section(Text, blocks), section(Strip, vec![pillars(3)])]));
    }
    for words in [35, 54, 58, 62, 66, 70] {
        let about = (0..14).flat_map(|at| [figures(&["12", "345"], None), paragraph(words, at)]);
        add(&format!("{words} words about figures"), alone(Text, about.collect()));
    }

    let share = "of all contributions came from partners";
    for values in
        [&["7", "12,345"][..], &["1,234", "5", "67"], &["1", "2", "3", "4", "5"], &["12,345,678", "9", "1 in 3"]]
    {
        let blocks = |role| vec![section(role, vec![paragraph(12, 1), figures(values, Some(share))])];
        add(&format!("{} figures", values.len()), document(blocks(Exhibit)));
        add(&format!("{} figures in a column", values.len()), document(blocks(Text)));
    }
    let spoken = [4, 6, 7, 8, 9, 10].map(|words| figures(&["9,999,999,999,999"], Some(&prose(words, words))));
    add("shares", alone(Text, spoken.to_vec()));
    let longer = ["123,456,789", "1,234,567,890", "12,345,678,901", "123,456,789,012"];
    add(
        "figures on lines",
        alone(Text, longer.map(|value| figures(&[value, "200,300,400,500,600", "1,2"], None)).to_vec()),
    );

    for entries in [23, 24, 25, 26, 27] {
        let blocks = vec![paragraph(30, 1), calendar(entries, "from 14 to 28 April and 2 May 2025")];
        let before = section(Text, vec![paragraph(330, 2)]);
        add(&format!("calendar of {entries}"), document(vec![before, section(Exhibit, blocks)]));
    }

    for rows in [13, 14, 15, 22, 24, 25, 27] {
        let before = section(Text, vec![paragraph(420, 2)]);
        let blocks = vec![paragraph(12, 3), Block::Table(table(3, rows, 3))];
        add(&format!("table of {rows} rows"), document(vec![before.clone(), section(Exhibit, blocks)]));
        let blocks = vec![Block::Chart(chart(rows, 2, &["Amount"]))];
        add(&format!("chart of {rows} rows"), document(vec![before, section(Exhibit, blocks)]));
    }
    for columns in [3, 4, 5] {
        add(&format!("table of {columns} columns"), alone(Exhibit, vec![Block::Table(table(columns, 6, 7))]));
    }
    for (lines, before) in [(15, 90), (16, 90), (17, 90), (18, 90), (21, 40), (21, 70), (21, 110), (21, 150), (21, 190)]
    {
        let mut tall = table(3, 9, 1);
        tall.rows.iter_mut().for_each(|row| row[1] = text(&vec!["line"; lines].join("\n")));
        let sections = vec![section(Text, vec![paragraph(before, 2)]), section(Panel, vec![Block::Table(tall)])];
        add(&format!("rows of {lines} lines below {before} words"), document(sections));
    }
    for row in [370, 430] {
        let mut long = table(3, 440, 1);
        long.rows[row][1] = text(&prose(6, row));
        add(&format!("table with a long name in row {row}"), across(vec![Block::Table(long)]));
    }
    let mut total = table(2, 2, 1);
    total.totals = vec![(text(&prose(12, 1)), text(&prose(14, 2)))];
    add("total of many words", alone(Text, vec![Block::Table(total)]));
    let mut total = table(7, 2, 1);
    total.totals = vec![(text("Total"), text(&prose(15, 2)))];
    add("total below narrow columns", alone(Text, vec![paragraph(500, 1), Block::Table(total)]));

    for label in [1, 3, 5, 7, 11] {
        let blocks = |at: usize| vec![Block::Chart(chart(3, label, &["Pledged amount", "Received amount"][..at]))];
        add(&format!("chart of {label} words"), document(vec![section(Exhibit, blocks(2)), section(Text, blocks(1))]));
    }
    let many = ["Pledged in all", "Received in all", "Outstanding amounts", "Number of agreements"];
    add("chart of many columns", alone(Text, vec![Block::Chart(chart(2, 9, &many))]));
    for (rows, label, years) in
        [(8, 2, 9), (9, 6, 14), (10, 1, 4), (11, 2, 30), (7, 14, 26), (4, 1, 17), (5, 1, 19), (6, 2, 21)]
    {
        let steps = || vec![Block::Chart(steps(rows, label, years))];
        let name = format!("{rows} steps of {label} words in {years} years");
        add(&format!("{name} in a column"), alone(Text, steps()));
        add(&name, across(steps()));
    }
    let mut small = chart(2, 1, &["Amount"]);
    (small.rows[0].values[0].length, small.rows[1].values[0].length) = (1000.0, 0.01);
    add("chart of little", alone(Text, vec![Block::Chart(small)]));
    for contrast in [0x40, 0x58, 0x60, 0x68, 0x80] {
        let mut apart = alone(Text, vec![Block::Chart(chart(2, 1, &["One", "Two"]))]);
        apart.style.accent = Colour::rgb(0, contrast, contrast);
        add(&format!("chart with an accent of {contrast}"), apart);
    }

    for (units, children, bodies) in [(3, 5, 1), (5, 14, 6), (4, 16, 0), (2, 18, 2), (9, 3, 1)] {
        let blocks = || vec![paragraph(8, 1), Block::Organization(organization(units, children, bodies))];
        let name = format!("organization of {units}, {children} and {bodies}");
        add(&name, across(blocks()));
        add(&format!("{name} in a column"), alone(Text, blocks()));
    }
    for sections in [3, 8] {
        let chart = || vec![Block::Organization(sections_and_teams(4, sections, 2))];
        add(&format!("organization of 4 units of {sections} sections"), across(chart()));
        add(&format!("organization of 4 units of {sections} sections in a column"), alone(Text, chart()));
    }
    for levels in [4, 5, 6] {
        add(&format!("organization of {levels} levels"), alone(Exhibit, vec![Block::Organization(deep(levels))]));
    }

    for count in [3, 5] {
        add(&format!("{count} pillars in a column"), alone(Text, vec![paragraph(9, 1), pillars(count)]));
    }
    for words in [10, 400, 670, 760, 1_200] {
        let contact = Contact {
            entries: vec![("Web".to_owned(), text("example.org")), ("Mail".to_owned(), text(&prose(12, 4)))],
            code: Some("https://example.org/briefings".parse().unwrap()),
        };
        let closing = vec![section(Strip, vec![pillars(4)]), section(Strip, vec![Block::Contact(contact)])];
        let sections = [section(Text, vec![paragraph(words, 1)])].into_iter().chain(closing).collect();
        add(&format!("closing band below {words} words"), document(sections));
    }

    for (words, size) in [
        (30, (400, 300)),
        (60, (300, 400)),
        (120, (300, 300)),
        (190, (300, 400)),
        (215, (300, 400)),
        (230, (300, 400)),
        (245, (300, 400)),
        (260, (300, 400)),
    ] {
        let lead = section(Lead, vec![event(words, 3, Some(size))]);
        add(&format!("lead of {words} words"), document(vec![lead, section(Text, vec![paragraph(40, 1)])]));
    }
    for words in [80, 85, 90, 95, 100, 110, 130, 150] {
        let rows = alone(Exhibit, vec![paragraph(words, 2), Block::Table(table(3, 14, words))]);
        add(&format!("rows of {words} words"), rows);
    }
    for words in [40, 60, 70] {
        let events = (0..9).map(|at| event(words, at, (at % 3 == 0).then_some((400, 240)))).collect();
        add(&format!("items of {words} words"), alone(Text, events));
    }
    all
}

/// Pseudo-random numbers, reproducible from the seed.
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % most
    }
}

/// A document with arbitrary sections, reproducible from the seed, to exercise the choices of pagination.
pub(super) fn made_up(seed: u64) -> Document {
    let mut dice = Dice(seed);
    let mut sections = Vec::new();
    for _ in 0..3 + dice.below(6) {
        let many = |dice: &mut Dice, make: fn(&mut Dice) -> Block| (0..=dice.below(5)).map(|_| make(dice)).collect();
        let exhibit = |dice: &mut Dice| match dice.below(4) {
            0 => Block::Table(table(2 + dice.below(5), 2 + dice.below(30), 1 + dice.below(9))),
            1 => Block::Chart(chart(2 + dice.below(28), 1 + dice.below(5), &["Pledged", "Paid"][..=dice.below(2)])),
            2 => Block::Organization(organization(1 + dice.below(5), dice.below(14), dice.below(3))),
            _ => figures(&["12", "345", "6,789", "1", "23"][..=dice.below(5)], Some("of all")),
        };
        let prose = |dice: &mut Dice| match dice.below(6) {
            0 => list(2 + dice.below(9)),
            1 => Block::Heading(text("Heading of a part")),
            2 => notes(1 + dice.below(5)),
            _ => paragraph(10 + dice.below(140), dice.below(20)),
        };
        let item = |dice: &mut Dice| {
            let figure = [None, None, Some((400, 260))][dice.below(3)];
            event(12 + dice.below(80), dice.below(900), figure)
        };
        sections.push(match dice.below(8) {
            0 => section(SectionRole::Panel, many(&mut dice, prose)),
            1 => section(SectionRole::Exhibit, vec![calendar(4 + dice.below(24), "14 April")]),
            2..=3 => section(SectionRole::Exhibit, vec![paragraph(20, 1), exhibit(&mut dice)]),
            4..=5 => section(SectionRole::Text, many(&mut dice, item)),
            _ => section(SectionRole::Text, many(&mut dice, prose)),
        });
    }
    if dice.below(3) > 0 {
        sections.push(section(SectionRole::Strip, vec![pillars(2 + dice.below(4))]));
    }
    document(sections)
}
