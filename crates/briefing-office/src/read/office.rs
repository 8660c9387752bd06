//! `office.toml`: everything that holds from month to month.

use std::ops::Range;

use briefing_model::{
    BodyId, ChartSettings, Establishment, Language, Mandate, Office, OfficeData, OfficeId, Paper, RichText,
    SectionKind, Theme,
};

use super::fonts::{self, NamedFont};
use super::known::{Ids, Known};
use super::settings::{self, LedgerPlan};
use super::{bodies, convert, parties, programmes, units};
use crate::diagnostic::Code;
use crate::source::SourceFile;
use crate::tree::{Context, Log, Table, Value};

/// What reading `office.toml` gave.
pub(super) struct OfficeFile {
    /// The office, if nothing in the file is at fault.
    pub(super) office: Option<Office>,
    /// What it has by id; everything, when the file could not be parsed.
    pub(super) known: Known,
    pub(super) ledger: LedgerPlan,
    pub(super) texts: OfficeTexts,
    pub(super) fonts: Vec<NamedFont>,
}

/// Where the office's texts stand, for faults that only a month brings out.
#[derive(Debug, Default, Clone)]
pub(super) struct OfficeTexts {
    pub(super) about: Vec<Range<usize>>,
    pub(super) intro: Option<Range<usize>>,
    pub(super) disclaimer: Option<Range<usize>>,
}

impl OfficeFile {
    /// What is known of an office whose file cannot be read: nothing, so no reference to it is held to be wrong.
    pub(super) fn unreadable() -> Self {
        Self {
            office: None,
            known: Known::anything(),
            ledger: LedgerPlan::default(),
            texts: OfficeTexts::default(),
            fonts: Vec::new(),
        }
    }
}

/// Reads the file; every fault goes to the log.
pub(super) fn read(source: &SourceFile, log: &Log) -> OfficeFile {
    let Some(root) = crate::tree::parse(source, log) else { return OfficeFile::unreadable() };
    let errors_before = log.errors();
    let root = Table::new(Context { source, log }, &root, 0..0);

    // Ids first, because anything may refer to anything.
    let known = gather(&root, log);
    let mut texts = OfficeTexts::default();

    let head = root.need("office").and_then(|value| value.table());
    let mut data = head.and_then(|table| heading(&table, &mut texts));
    let mandate = root.get("mandate").and_then(|value| mandate(&value.table()?, &known, &mut texts));
    let mut fonts = Vec::new();
    let theme = root.get("theme").and_then(|value| theme(&value.table()?, &mut fonts));
    let (mut ledger, chart) = settings::read(root.get("ledger"));
    let units = units::read(&root.tables("unit"), &known);
    let programmes = programmes::read(&root.tables("programme"), &known);
    let bodies = bodies::read(&root.tables("body"), &known);
    let parties = parties::parties(&root.tables("party"));
    let funds = parties::funds(&root.tables("fund"));
    let sources = parties::sources(&root.tables("source"));
    let languages = root.get("languages").and_then(|value| languages(&value.table()?)).unwrap_or_default();
    ledger.settings = ledger.settings.with_organs_of(&parties);
    root.finish();

    if let Some(data) = &mut data {
        data.mandate = mandate.unwrap_or_default();
        data.theme = theme.unwrap_or_default();
        data.ledger = ledger.settings.clone();
        data.chart = chart;
        data.required_languages = languages;
        (data.units, data.programmes, data.bodies) = (units.unwrap_or_default(), programmes, bodies);
        (data.parties, data.funds, data.sources) = (parties, funds, sources);
    }
    let sound = log.errors() == errors_before;
    let office = data.filter(|_| sound).and_then(|data| hold_together(data, source, log));
    OfficeFile { office, known, ledger, texts, fonts }
}

/// The model's own check of the whole. What it refuses was found above with its place, so this is the second lock.
fn hold_together(data: OfficeData, source: &SourceFile, log: &Log) -> Option<Office> {
    let invalid = match Office::new(data) {
        Ok(office) => return Some(office),
        Err(invalid) => invalid,
    };
    for fault in invalid.faults {
        let context = Context { source, log };
        context.fault(Code::BadValue, 0..0, fault.to_string());
    }
    None
}

fn gather(root: &Table<'_>, log: &Log) -> Known {
    let ids = |key| Ids::gather(&root.peek_tables(key), Code::DuplicateId, log);
    let mut known = Known::default();
    (known.units, known.programmes, known.bodies) = (ids("unit"), ids("programme"), ids("body"));
    (known.parties, known.funds, known.sources) = (ids("party"), ids("fund"), ids("source"));
    known
}

/// `[office]`: its names and texts.
fn heading(table: &Table<'_>, texts: &mut OfficeTexts) -> Option<OfficeData> {
    let id = table.need("id").and_then(|value| convert::id::<OfficeId>(&value));
    let name = table.need("name").and_then(|value| convert::name(&value));
    let acronym = table.get("acronym").and_then(|value| convert::name(&value));
    let head = table.get("head").and_then(|value| convert::name(&value));
    let established = table.get("established").and_then(|value| established(&value.table()?));
    let website = convert::link(table, "website");
    let structure_link = convert::link(table, "structure-link");
    let disclaimer = table.get("disclaimer").and_then(|value| {
        texts.disclaimer = Some(value.span());
        convert::rich(&value)
    });
    let sections = table.get("sections").map(|value| sections(&value));
    let about = about(table.get("about"), texts);
    table.finish();

    let mut data = OfficeData::new(id?, name?);
    (data.acronym, data.head, data.established) = (acronym, head, established);
    (data.website, data.structure_link) = (website, structure_link);
    (data.disclaimer, data.about) = (disclaimer, about);
    if let Some(sections) = sections {
        data.sections = sections;
    }
    Some(data)
}

fn about(value: Option<Value<'_>>, texts: &mut OfficeTexts) -> Vec<RichText> {
    let mut paragraphs = Vec::new();
    for paragraph in value.map(|value| value.list()).unwrap_or_default() {
        texts.about.push(paragraph.span());
        paragraphs.extend(convert::rich(&paragraph));
    }
    paragraphs
}

fn sections(value: &Value<'_>) -> Vec<SectionKind> {
    let words = SectionKind::ALL.map(|kind| (kind.as_str(), kind));
    convert::list(Some(value.clone()), |value| value.word(&words))
}

fn established(table: &Table<'_>) -> Option<Establishment> {
    let on = table.need("on").and_then(|value| value.date());
    let resolution = table.need("resolution").and_then(|value| convert::resolution(&value));
    let report = table.get("report").and_then(|value| value.read(Code::BadValue));
    table.finish();
    Some(Establishment { on: on?, resolution: resolution?, report })
}

fn mandate(table: &Table<'_>, known: &Known, texts: &mut OfficeTexts) -> Option<Mandate> {
    let intro = table.get("intro").and_then(|value| {
        texts.intro = Some(value.span());
        convert::rich(&value)
    });
    let coordination = table
        .get("coordination")
        .and_then(|value| convert::reference::<BodyId>(&value, &known.bodies, Code::UnknownBody, "coordination body"));
    table.finish();
    Some(Mandate { intro, coordination })
}

fn theme(table: &Table<'_>, fonts: &mut Vec<NamedFont>) -> Option<Theme> {
    let usual = Theme::default();
    let accent = table.get("accent").map_or(Some(usual.accent()), |value| value.read(Code::BadValue));
    let ink = table.get("ink");
    let colour = ink.as_ref().map_or(Some(usual.ink()), |value| value.read(Code::BadValue));
    let papers = [("a4", Paper::A4), ("letter", Paper::Letter)];
    let paper = table.get("paper").map_or(Some(usual.paper()), |value| value.word(&papers));
    fonts.extend(table.get("fonts").map(|value| fonts::named(&value)).unwrap_or_default());
    table.finish();
    let theme = Theme::new(accent?, colour?, paper?);
    match ink {
        Some(ink) => ink.accept(Code::PaleInk, theme),
        None => theme.ok(),
    }
}

/// `[languages]`: those in which no text may be missing.
fn languages(table: &Table<'_>) -> Option<Vec<Language>> {
    let words = Language::ALL.map(|language| (language.code(), language));
    let required = convert::list(table.get("required"), |value| value.word(&words));
    table.finish();
    Some(required)
}

/// How the contributors' chart is made.
pub(super) fn chart(table: &Table<'_>) -> ChartSettings {
    let usual = ChartSettings::default();
    let title = table.get("title").and_then(|value| convert::name(&value));
    let show = table.get("show").and_then(|value| value.number(1..=100));
    table.finish();
    ChartSettings { title, show: show.unwrap_or(usual.show) }
}
