//! `2025-04/briefing.toml`: what an office says of one month.

use briefing_model::{
    Directory, Event, EventMode, FieldPath, Gaps, IssueCorrection, Month, MonthPlan, Placement, RichText, Subject,
    nearest,
};

use super::pictures::{PictureReader, PictureShelf};
use super::{convert, stand_in};
use crate::diagnostic::Code;
use crate::files::{Files, FolderPath};
use crate::source::SourceFile;
use crate::style::{self, ItemPassages};
use crate::tree::{Context, Log, SourceTree, Spans, TomlTable, TomlValue, short};

/// What reading a month gave, as far as it could be read.
pub(super) struct MonthFile {
    pub(super) plan: MonthPlan,
    /// What could not be read.
    pub(super) gaps: Gaps,
    /// The file and where each value of it stands.
    pub(super) tree: SourceTree,
    /// Its texts as they are written.
    pub(super) passages: Vec<ItemPassages>,
}

/// Reads the file; every fault goes to the log, every picture to the shelf.
pub(super) fn read(
    source: SourceFile,
    month: Month,
    known: &Directory,
    files: &dyn Files,
    shelf: &mut PictureShelf<'_>,
    log: &Log,
) -> Option<MonthFile> {
    let folder: FolderPath = month.to_string().parse().ok()?;
    let spans = Spans::default();
    let root = crate::tree::parse(&source, log)?;
    let root = TomlTable::root(Context { source: &source, log, spans: &spans }, &root);
    let mut plan = MonthPlan::new(month);
    plan.issued = root.part("issued", TomlValue::date);
    plan.cutoff = root.part("cutoff", TomlValue::date);
    plan.next_issue = root.part("next-issue", TomlValue::date);
    let items = root.peek_tables("item");
    plan.lead = root.part("lead", |value| convert::lead(value, &items));
    plan.stated_total = root.part("stated-total", convert::money);
    let mut pictures = PictureReader { files, folder: Some(&folder), shelf, item_within: false };
    pictures.look_ahead(&items);
    plan.events = root.each("item", |table| event(table, month, known, &mut pictures));
    plan.corrections = root.each("correction", correction);
    root.finish();
    let mut gaps = spans.gaps(&Subject::Month(month));
    if pictures.item_within {
        gaps.add(FieldPath::month(month).key("item").item(plan.events.len(), None::<&str>));
    }
    let passages = style::of_month(&root);
    Some(MonthFile { plan, gaps, tree: SourceTree { source, spans: spans.settled() }, passages })
}

fn correction(table: &TomlTable<'_>) -> Option<IssueCorrection> {
    let on = table.need("on").and_then(|value| value.date());
    let what = table.must("what", convert::rich, stand_in::text);
    table.finish();
    Some(IssueCorrection { on: on?, what: what? })
}

fn event(
    table: &TomlTable<'_>,
    month: Month,
    known: &Directory,
    pictures: &mut PictureReader<'_, '_>,
) -> Option<Event> {
    let id = table.must("id", convert::item_id, || stand_in::id(table));
    let title = table.part("title", convert::name);
    let placement = table.must("section", |value| placement(value, known), || Some(Placement::Leadership));
    let when = table.must("when", TomlValue::date, || month.first_day().to_string().parse().ok());
    let text = table.must("text", text, stand_in::text);
    let units = table.list("units", |value| convert::reference(value, &known.units, Code::UnknownSection, "unit"));
    let mode = table.part("mode", mode);
    let place = table.part("place", convert::place);
    let part_of = table.part("part-of", convert::id);
    let organizers = convert::parties(table, "organizers", known, Code::UnknownPrintedParty);
    let partners = convert::parties(table, "partners", known, Code::UnknownPrintedParty);
    let programmes = table
        .list("programmes", |value| convert::reference(value, &known.programmes, Code::UnknownProgramme, "programme"));
    let (functions, pillars) = (convert::functions(table), convert::pillars(table));
    let picture = table.part("picture", |value| pictures.read(value));
    table.finish();

    let mut event = Event::new(id?, placement?, when?, text?);
    (event.title, event.units, event.mode, event.part_of) = (title, units, mode, part_of);
    (event.place, event.organizers, event.partners) = (place, organizers, partners);
    (event.programmes, event.functions, event.pillars) = (programmes, functions, pillars);
    event.picture = picture;
    Some(event)
}

/// How people came together, by its word or by another for the same.
fn mode(value: &TomlValue<'_>) -> Option<EventMode> {
    let meant = match value.peek_text().unwrap_or_default().to_lowercase().as_str() {
        "virtual" | "remote" | "webinar" | "on-line" | "video" | "web" => EventMode::Online,
        "physical" | "in person" | "onsite" | "on-site" | "face-to-face" | "presential" => EventMode::InPerson,
        "mixed" | "both" | "blended" => EventMode::Hybrid,
        _ => return value.one_of(EventMode::ALL, EventMode::as_str),
    };
    let message = format!("`{}` is not one of the words here", short(value.peek_text().unwrap_or_default()));
    value.fault_with_hint(Code::UnknownWord, message, format!("write `{meant}`"));
    None
}

/// More words than this fill a page.
const LONGEST_TEXT: usize = 600;

/// What an item says.
fn text(value: &TomlValue<'_>) -> Option<RichText> {
    let text = convert::rich(value)?;
    let words = text.plain().split_whitespace().count();
    if words > LONGEST_TEXT {
        let message = format!("the text of one item has {words} words");
        value.fault_with_hint(Code::LongText, message, "is this one item? make several of it, or shorten it");
    }
    Some(text)
}

/// A section by its name, or a unit by its id, whether there is one or not.
fn placement(value: &TomlValue<'_>, known: &Directory) -> Option<Placement> {
    let text = value.text()?;
    let parsed = text.parse().ok();
    // A unit whose id is ill-formed is reported where it is given.
    if parsed.is_none() && !known.units.has(text) {
        let message = format!("`{}` is neither a section nor a unit", short(text));
        let fault = value.diagnostic(Code::UnknownSection, message);
        let suggestion = nearest(text, ["leadership", "highlights"]).or_else(|| known.units.suggest(text));
        value.context.log.push(match suggestion {
            Some(_) => fault.with_suggestion(suggestion),
            None => fault.with_hint("write `leadership`, `highlights` or the id of a unit"),
        });
    }
    parsed
}
