//! `office.toml`: everything that holds from month to month.

use briefing_model::{
    Acronym, ChartSettings, Colophon, Directory, Establishment, FieldPath, Gaps, ItemDetail, Language, Link, Mandate,
    Name, OfficeData, OfficeDraft, Paper, SectionKind, Subject, TextColumns, Theme, ThemeLook, Titles,
};

use super::fonts::{self, NamedFont};
use super::pictures::{Assets, EmblemFile, PictureReader, PictureShelf};
use super::settings::{self, LedgerPlan};
use super::translation::language_meant;
use super::{bodies, convert, known, parties, programmes, stand_in, units};
use crate::diagnostic::{Code, FileSpan};
use crate::files::Files;
use crate::picture::{Downsampling, Effort, PictureTarget};
use crate::source::SourceFile;
use crate::style::{self, HouseStyle, WrittenPassage};
use crate::tree::{Context, Log, SourceTree, Spans, TomlTable, TomlValue, short};

/// What reading `office.toml` gave.
#[derive(Debug, Clone)]
pub(super) struct OfficeFile {
    /// The office as far as it could be read; stand-ins alone where the file could not be parsed.
    pub(super) draft: Option<OfficeDraft>,
    /// The file and where each value of it stands, if it could be parsed.
    pub(super) tree: Option<SourceTree>,
    /// What it has by id; everything, when the file could not be parsed.
    pub(super) known: Directory,
    pub(super) ledger: LedgerPlan,
    pub(super) fonts: Vec<NamedFont>,
    /// The bytes of the emblem.
    pub(super) assets: Assets,
    /// The emblem as its file has it.
    pub(super) emblem: Option<EmblemFile>,
    /// Whether pictures keep more pixels than print shows.
    pub(super) keep_pixels: bool,
    /// How its texts are compared with the house style.
    pub(super) style: HouseStyle,
    /// Those texts as they are written.
    pub(super) passages: Vec<WrittenPassage>,
    /// Whether an issue goes out only when each item is approved.
    pub(super) requires_approval: bool,
}

impl OfficeFile {
    /// Where something of the office stands in the file.
    pub(super) fn location(&self, path: &FieldPath) -> FileSpan {
        self.tree.as_ref().map_or_else(|| FileSpan::whole_file("office.toml"), |tree| tree.location(path))
    }

    /// What is known of an office whose file cannot be read: nothing, so no reference to it is held to be wrong.
    pub(super) fn unreadable() -> Self {
        let mut gaps = Gaps::default();
        gaps.add(FieldPath::office());
        let draft = stand_in::office().map(|data| OfficeDraft::new(data, gaps));
        let (ledger, fonts) = (LedgerPlan::default(), Vec::new());
        let (style, passages) = (HouseStyle::default(), Vec::new());
        Self {
            draft,
            tree: None,
            known: known::anything(),
            ledger,
            fonts,
            assets: Assets::default(),
            emblem: None,
            keep_pixels: false,
            style,
            passages,
            requires_approval: false,
        }
    }
}

/// Reads the file; every fault goes to the log. The emblem is taken from what was kept of it.
pub(super) fn read(source: SourceFile, files: &dyn Files, kept: Option<&EmblemFile>, log: &Log) -> OfficeFile {
    let spans = Spans::default();
    let Some(root) = crate::tree::parse(&source, log) else { return OfficeFile::unreadable() };
    let is_empty = root.is_empty();
    let root = TomlTable::root(Context { source: &source, log, spans: &spans }, &root);
    if is_empty {
        // Whatever was in it is gone, and what names that is right.
        root.need("office");
        return OfficeFile::unreadable();
    }
    let (mut keep_pixels, mut requires_approval) = (false, false);
    let style = style::read_settings(&root);
    let passages = style::of_office(&root);
    let mut assets = Assets::default();
    let target = PictureTarget { resolution: Downsampling::Print, effort: Effort::Convert };
    let mut shelf = PictureShelf { target, assets: &mut assets, kept: None, ahead: None };
    let mut pictures = PictureReader { files, folder: None, shelf: &mut shelf, item_within: false };
    let (picture, emblem) = root.part("emblem", |value| pictures.emblem(value, kept)).unzip();
    let (data, known, ledger, fonts) = walk(&root, &mut keep_pixels, &mut requires_approval);
    let data = data.map(|data| OfficeData { emblem: picture, ..data });
    let draft = data.map(|data| OfficeDraft::new(data, spans.gaps(&Subject::Office)));
    let tree = SourceTree { source, spans: spans.settled() };
    if let Some(draft) = &draft {
        draft.faults().iter().cloned().for_each(|fault| log.push_found(fault, |path| tree.location(&path)));
    }
    OfficeFile {
        draft,
        tree: Some(tree),
        known,
        ledger,
        fonts,
        assets,
        emblem,
        keep_pixels,
        style,
        passages,
        requires_approval,
    }
}

/// The resolution that gave an office the functions of which `[mandate]` is the box.
const GIVES_FUNCTIONS: &str = "A/RES/71/291";

fn walk(
    root: &TomlTable<'_>,
    keep_pixels: &mut bool,
    requires_approval: &mut bool,
) -> (Option<OfficeData>, Directory, LedgerPlan, Vec<NamedFont>) {
    // Ids first, because anything may refer to anything.
    let known = known::gather(root);
    let mut fonts = Vec::new();
    let mut data = root.must("office", |value| heading(&value.table()?), stand_in::office);
    // Either says whose functions they are.
    let founded_by = data.as_ref().and_then(|data: &OfficeData| data.established.as_ref());
    let is_given_them = founded_by.is_some_and(|founded| founded.resolution.symbol.to_string() == GIVES_FUNCTIONS);
    let has_functions = is_given_them || root.get("strategy").is_some();
    let mandate = root.part("mandate", |value| {
        if !has_functions {
            value.fault_with_hint(
                Code::OtherBody,
                "`[mandate]` prints the five functions of the United Nations Office of Counter-Terrorism, and nothing says that this office has them",
                "remove `[mandate]`, and say under `about` what the office does; if it has these functions, say under `established` that \
                 A/RES/71/291 gave them to it",
            );
        }
        // What else its keys do wrong follows from its being here.
        mandate(&value.table()?, &known).filter(|_| has_functions)
    });
    // That the table is there says enough.
    let strategy = root.part("strategy", |value| value.table().map(|table| table.finish()));
    let theme = root.part("theme", |value| theme(&value.table()?, &mut fonts, keep_pixels));
    let colophon = root.part("colophon", |value| Some(colophon(&value.table()?)));
    let titles = root.part("titles", |value| Some(titles(&value.table()?)));
    let approval = root.part("publish", |value| Some(publish(&value.table()?)));
    *requires_approval = approval.unwrap_or_default();
    let (mut ledger, pages) = settings::read(root);
    let units = units::read(root, &known);
    let programmes = programmes::read(root, &known);
    let bodies = bodies::read(root, &known);
    let parties = parties::parties(root);
    let funds = parties::funds(root);
    let sources = parties::sources(root);
    let events = parties::events(root);
    let wordings = parties::wordings(root);
    let acronyms = root.part("acronyms", |value| value.table().map(|table| acronyms(&table))).unwrap_or_default();
    let item_line = root.part("items", |value| Some(items(&value.table()?)));
    let languages = root.part("languages", |value| languages(&value.table()?)).unwrap_or_default();
    ledger.settings = ledger.settings.with_organs_of(&parties);
    root.finish();

    if let Some(data) = &mut data {
        (data.mandate, data.strategy) = (mandate, strategy.is_some());
        data.theme = theme.unwrap_or_default();
        data.colophon = colophon.unwrap_or_default();
        data.titles = titles.unwrap_or_default();
        data.ledger = ledger.settings.clone();
        data.chart = pages.chart;
        data.list_receipts = pages.list_receipts;
        data.required_languages = languages;
        (data.units, data.programmes, data.bodies) = (units, programmes, bodies);
        (data.parties, data.funds, data.sources, data.events) = (parties, funds, sources, events);
        (data.wordings, data.acronyms) = (wordings, acronyms);
        data.item_line = item_line.flatten().unwrap_or_else(ItemDetail::usual);
    }
    (data, known, ledger, fonts)
}

/// `[office]`: its names and texts.
fn heading(table: &TomlTable<'_>) -> Option<OfficeData> {
    let id = table.must("id", convert::id, || stand_in::id(table));
    let name = table.must("name", convert::name, stand_in::name);
    let acronym = table.part("acronym", convert::name);
    let head = table.part("head", convert::name);
    let established = table.part("established", |value| established(&value.table()?));
    let website = convert::link(table, "website");
    let structure_link = convert::link(table, "structure-link");
    let disclaimer = convert::first_standing(table, "disclaimer");
    let section = |value: &TomlValue<'_>| value.one_of(SectionKind::ALL, SectionKind::as_str);
    let sections = table.part("sections", |value| Some(value.items()?.read(section)));
    let about = convert::standing_texts(table, "about");
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

fn established(table: &TomlTable<'_>) -> Option<Establishment> {
    let on = table.must("on", TomlValue::date, stand_in::date);
    let resolution = table.must("resolution", convert::resolution, || None);
    let report = table.part("report", |value| value.read(Code::BadValue));
    table.finish();
    Some(Establishment { on: on?, resolution: resolution?, report })
}

fn mandate(table: &TomlTable<'_>, known: &Directory) -> Option<Mandate> {
    let intro = convert::first_standing(table, "intro");
    let coordination = table
        .part("coordination", |value| convert::reference(value, &known.bodies, Code::UnknownBody, "coordination body"));
    table.finish();
    Some(Mandate { intro, coordination })
}

fn theme(table: &TomlTable<'_>, fonts: &mut Vec<NamedFont>, keep_pixels: &mut bool) -> Option<Theme> {
    let usual = Theme::default();
    let band = table.get("accent");
    let accent = band.as_ref().map_or(Some(usual.accent()), |value| value.read(Code::BadValue));
    let ink = table.get("ink");
    let colour = ink.as_ref().map_or(Some(usual.ink()), |value| value.read(Code::BadValue));
    let papers = [("a4", Paper::A4), ("letter", Paper::Letter)];
    let paper = table.get("paper").map_or(Some(usual.paper()), |value| value.word(&papers));
    let look = table.get("look");
    let look = look.map_or(Some(usual.look()), |value| value.one_of(ThemeLook::ALL, ThemeLook::as_str));
    let columns = match table.get("columns") {
        Some(value) => value.number(1..=2).and_then(|number| TextColumns::try_from(u8::try_from(number).ok()?).ok()),
        None => Some(usual.columns()),
    };
    fonts.extend(table.get("fonts").map(|value| fonts::named(&value)).unwrap_or_default());
    *keep_pixels = table.get("keep-pixels").and_then(|value| value.flag()).unwrap_or_default();
    table.finish();
    let theme = Theme::new(accent?, colour?, paper?);
    let (look, columns) = (look?, columns?);
    let theme = match ink {
        Some(ink) => ink.accept(Code::PaleInk, theme),
        None => theme.ok(),
    };
    let theme = theme.map(|theme| theme.with_look(look).with_columns(columns));
    let stronger = theme.and_then(|theme| theme.stronger_accent());
    if let (Some(value), Some(stronger), Some(theme)) = (band, stronger, theme) {
        let accent = theme.accent();
        let message = format!(
            "the accent {accent} can hardly be seen on white: rules ask for a contrast of 3 to 1, and bars are drawn darker"
        );
        value.fault_with_hint(Code::PaleAccent, message, format!("`{stronger}` is the nearest shade that has it"));
    }
    theme
}

/// `[colophon]`: how readers reach the office.
fn colophon(table: &TomlTable<'_>) -> Colophon {
    let contact = table.part("contact", convert::name);
    let email = table.part("email", |value| {
        let text = value.text()?;
        value.accept(
            Code::BadValue,
            format!("mailto:{text}").parse::<Link>().map_err(|_| {
                format!(
                    "`{}` is not an address for electronic mail: write it as in `briefing@example.org`",
                    short(text)
                )
            }),
        )
    });
    let web = table.part("web", |value| {
        let link: Link = value.read(Code::BadValue)?;
        let (length, most) = (link.as_str().len(), Colophon::LONGEST_CODE);
        if length > most {
            let message = format!("a web address of {length} characters makes a code that is too fine for telephones");
            value.fault_with_hint(Code::BadValue, message, format!("give one of at most {most} characters"));
            return None;
        }
        Some(link)
    });
    table.finish();
    Colophon { contact, email, web }
}

/// `[titles]`: what an issue and its sections are called.
fn titles(table: &TomlTable<'_>) -> Titles {
    let briefing = table.part("briefing", convert::name);
    let title = |kind: SectionKind| Some((kind, table.part(kind.as_str(), convert::name)?));
    let sections = SectionKind::ALL.into_iter().filter_map(title).collect();
    table.finish();
    Titles { briefing, sections }
}

/// `[items]`: what of an item's event is printed under its text; none where it does not say.
fn items(table: &TomlTable<'_>) -> Option<Vec<ItemDetail>> {
    let detail = |value: &TomlValue<'_>| value.one_of(ItemDetail::ALL, ItemDetail::as_str);
    let line = table.part("line", |value| Some(value.items()?.read(detail)));
    table.finish();
    line
}

/// `[acronyms]`: what they stand for.
fn acronyms(table: &TomlTable<'_>) -> Vec<Acronym> {
    let known = table.pairs().into_iter().map(|(acronym, value)| {
        // Both are looked at, so that what is wrong with either is reported.
        let name = convert::name(&value);
        let acronym = value.accept(Code::BadName, Name::new(acronym));
        if name.is_none() || acronym.is_none() {
            value.set_unread();
        }
        Some(Acronym { acronym: acronym?.with_origin(Language::En, value.origin()), name: name? })
    });
    known.flatten().collect()
}

/// `[languages]`: those in which no text may be missing.
fn languages(table: &TomlTable<'_>) -> Option<Vec<Language>> {
    let required = table.list("required", required_language);
    table.finish();
    Some(required)
}

fn required_language(value: &TomlValue<'_>) -> Option<Language> {
    let text = value.text()?;
    let language = Language::ALL.into_iter().find(|language| language.code() == text);
    if language.is_none() {
        let codes = Language::ALL.map(|language| format!("`{language}`")).join(", ");
        let message = format!("`{}` is not one of {codes}", short(text));
        let hint = match language_meant(text) {
            Some(language) => format!("write `{language}`"),
            None => "leave it out: no text can be written in it here".to_owned(),
        };
        value.context.log.push(value.diagnostic(Code::UnknownWord, message).with_hint(hint));
    }
    language
}

/// How the contributors' chart is made.
pub(super) fn chart(table: &TomlTable<'_>) -> ChartSettings {
    let usual = ChartSettings::default();
    let title = table.part("title", convert::name);
    let show = table.part("show", |value| value.number(1..=100));
    table.finish();
    ChartSettings { title, show: show.unwrap_or(usual.show) }
}

/// `[publish]`: whether each item must be approved.
fn publish(table: &TomlTable<'_>) -> bool {
    let approval = table.part("approval", TomlValue::flag);
    table.finish();
    approval.unwrap_or_default()
}
