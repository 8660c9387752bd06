//! `2025-04/briefing.toml`: what an office says of one month.

use std::collections::BTreeMap;
use std::ops::Range;

use briefing_model::{Event, EventId, Month, MonthPlan, Placement, RichText, UnitId, When};

use super::convert;
use super::known::{Ids, Known};
use super::pictures::{Assets, PictureReader};
use crate::diagnostic::Code;
use crate::files::{Files, FolderPath};
use crate::source::SourceFile;
use crate::tree::{Context, Log, Table, Value, short};

/// Where the parts of a month's file stand, for faults that only compiling brings out.
#[derive(Debug, Clone, Default)]
pub(super) struct MonthSpans {
    /// The parts at the top, by key.
    pub(super) top: BTreeMap<&'static str, Range<usize>>,
    /// Each event's heading and its parts, in the order of the plan's events.
    pub(super) items: Vec<ItemSpans>,
}

/// Where the parts of an item stand.
#[derive(Debug, Clone)]
pub(super) struct ItemSpans {
    pub(super) heading: Range<usize>,
    pub(super) parts: BTreeMap<&'static str, Range<usize>>,
}

/// What reading a month gave: the items that are in order, whatever is wrong with others.
pub(super) struct MonthFile {
    pub(super) plan: MonthPlan,
    pub(super) spans: MonthSpans,
}

/// Reads the file; every fault goes to the log, every picture to the assets.
pub(super) fn read(
    source: &SourceFile,
    month: Month,
    known: &Known,
    files: &dyn Files,
    assets: &mut Assets,
    log: &Log,
) -> Option<MonthFile> {
    let folder: FolderPath = month.to_string().parse().ok()?;
    let root = crate::tree::parse(source, log)?;
    let root = Table::new(Context { source, log }, &root, 0..0);
    let mut spans = MonthSpans::default();
    let mut plan = MonthPlan::new(month);
    plan.issued = part(&root, "issued", &mut spans.top).and_then(|value| value.date());
    plan.cutoff = part(&root, "cutoff", &mut spans.top).and_then(|value| value.date());
    plan.stated_total = part(&root, "stated-total", &mut spans.top).and_then(|value| convert::money(&value));

    let items = root.tables("item");
    if items.is_empty() {
        let message = "the month has no items: add some, each beginning with `[[item]]`";
        root.fault(Code::EmptyMonth, message);
    }
    Ids::gather(&items, Code::DuplicateItem, log);
    let mut pictures = PictureReader { files, folder: &folder, assets };
    for item in &items {
        let mut parts = BTreeMap::new();
        if let Some(event) = event(item, month, known, &mut pictures, &mut parts) {
            plan.events.push(event);
            spans.items.push(ItemSpans { heading: item.span(), parts });
        }
    }
    check_dates(&root, &plan);
    root.finish();
    Some(MonthFile { plan, spans })
}

/// A value, its place noted.
fn part<'a>(
    table: &Table<'a>,
    key: &'static str,
    spans: &mut BTreeMap<&'static str, Range<usize>>,
) -> Option<Value<'a>> {
    let value = table.get(key)?;
    spans.insert(key, value.span());
    Some(value)
}

fn event(
    table: &Table<'_>,
    month: Month,
    known: &Known,
    pictures: &mut PictureReader<'_>,
    spans: &mut BTreeMap<&'static str, Range<usize>>,
) -> Option<Event> {
    for key in ["id", "section", "when", "text", "place", "organizers", "partners", "programmes", "picture"] {
        part(table, key, spans);
    }
    let id = table.need("id").and_then(|value| convert::id::<EventId>(&value));
    let placement = table.need("section").and_then(|value| placement(&value, known));
    let when = table.need("when").and_then(|value| when(&value, month));
    let text = table.need("text").and_then(|value| text(&value));
    let place = table.get("place").and_then(|value| convert::place(&value));
    let organizers = convert::parties(table, "organizers", known, Code::UnknownPrintedParty);
    let partners = convert::parties(table, "partners", known, Code::UnknownPrintedParty);
    let programmes = convert::list(table.get("programmes"), |value| {
        convert::reference(value, &known.programmes, Code::UnknownProgramme, "programme")
    });
    let (functions, pillars) = (convert::functions(table), convert::pillars(table));
    let picture = table.get("picture").and_then(|value| pictures.read(&value));
    table.finish();

    let mut event = Event::new(id?, placement?, when?, text?);
    (event.place, event.organizers, event.partners) = (place, organizers, partners);
    (event.programmes, event.functions, event.pillars) = (programmes, functions, pillars);
    event.picture = picture;
    Some(event)
}

/// When something was, if part of it was in this month.
fn when(value: &Value<'_>, month: Month) -> Option<When> {
    let when: When = value.date()?;
    if !when.overlaps(month) {
        let fault = value.diagnostic(Code::OutsideMonth, format!("no day of `{when}` lies in {month}"));
        let other = when.last_day().or(when.first_day()).and_then(|day| Month::of(day).ok());
        let hint = other.map(|other| format!("correct `when`, or move the item to `{other}/briefing.toml`"));
        value.context.log.push(match hint {
            Some(hint) => fault.with_hint(hint),
            None => fault,
        });
    }
    Some(when)
}

fn text(value: &Value<'_>) -> Option<RichText> {
    let text = convert::rich(value)?;
    if text.is_blank() {
        value.fault(Code::BlankText, "the item has no text");
        return None;
    }
    Some(text)
}

/// The month is over before it is reported on, and nothing is known later than it is printed.
fn check_dates(root: &Table<'_>, plan: &MonthPlan) {
    let last = plan.month.last_day();
    for (key, date) in [("issued", plan.issued), ("cutoff", plan.cutoff)] {
        if let (Some(date), Some(value)) = (date, root.get(key))
            && date < last
        {
            value.fault(Code::Dates, format!("{date} is before the month is over, on {last}"));
        }
    }
    if let Some(value) = root.get("cutoff")
        && plan.cutoff() > plan.issued()
    {
        let message = format!("what is known on {} cannot be printed on {}", plan.cutoff(), plan.issued());
        value.fault(Code::Dates, message);
    }
}

/// A section by its name, or a unit by its id.
fn placement(value: &Value<'_>, known: &Known) -> Option<Placement> {
    let text = value.text()?;
    match text {
        "leadership" => return Some(Placement::Leadership),
        "highlights" => return Some(Placement::Highlights),
        _ => {}
    }
    if !known.units.has(text) {
        let fault =
            value.diagnostic(Code::UnknownSection, format!("`{}` is neither a section nor a unit", short(text)));
        let suggestion =
            crate::suggest::nearest(text, ["leadership", "highlights"]).or_else(|| known.units.suggest(text));
        let hint = "write `leadership`, `highlights` or the id of a unit";
        let fault = if suggestion.is_some() { fault.with_suggestion(suggestion) } else { fault.with_hint(hint) };
        value.context.log.push(fault);
        return None;
    }
    text.parse::<UnitId>().ok().map(Placement::Unit)
}
