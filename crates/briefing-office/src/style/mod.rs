//! The house style of the United Nations, compared with the texts that an office writes in English.
//!
//! Every finding is a warning of `check`, never of a rendering: it is for an editor to judge. An office says in `[style]` of its
//! `office.toml` what it does otherwise, and why.

mod acronyms;
mod figures;
mod moved;
mod prose;
mod rules;
mod settings;
mod spelling;
mod states;

use std::ops::Range;

use briefing_model::{Briefing, EventMode, Month, Name, OfficeData, Placement, SectionKind};

use crate::diagnostic::{Code, Diagnostic};
use crate::source::SourceFile;
use crate::tree::{Log, TomlTable, within};

pub use self::settings::{Allowed, HouseStyle};
pub(crate) use self::settings::{Requirement, read as read_settings};

use self::prose::Prose;

/// A text as it is written in a file.
#[derive(Debug, Clone)]
pub(crate) struct WrittenPassage {
    written: String,
    span: Range<usize>,
}

/// What an item says, and what it has beside its text.
#[derive(Debug, Clone)]
pub(crate) struct ItemPassages {
    id: String,
    placement: Option<Placement>,
    text: Option<WrittenPassage>,
    caption: Option<WrittenPassage>,
    alt: Option<WrittenPassage>,
    /// The heading of the item.
    heading: Range<usize>,
    has: Vec<Requirement>,
}

/// The passages of the items of a month.
pub(crate) fn of_month(root: &TomlTable<'_>) -> Vec<ItemPassages> {
    let tables = root.peek_tables("item");
    let passages = tables.iter().map(|item| {
        let picture = item.peek_table("picture");
        let of_picture = |key| picture.as_ref().and_then(|picture| passage(picture, key));
        let section = item.peek_string("section").and_then(|(text, _)| text.parse().ok());
        let is_online = item.peek_string("mode").is_some_and(|(mode, _)| mode == EventMode::Online.as_str());
        // What is online only has none (M0163).
        let is_nowhere = |want: Requirement| want == Requirement::Place && is_online;
        ItemPassages {
            id: item.peek_id().unwrap_or_default().to_owned(),
            placement: section,
            text: passage(item, "text"),
            caption: of_picture("caption"),
            alt: of_picture("alt"),
            heading: item.span(),
            has: Requirement::ALL.into_iter().filter(|want| item.has(want.as_str()) || is_nowhere(*want)).collect(),
        }
    });
    passages.collect()
}

/// The passages of an office that every month prints.
pub(crate) fn of_office(root: &TomlTable<'_>) -> Vec<WrittenPassage> {
    let office = root.peek_table("office");
    let about = office.iter().flat_map(|office| office.peek_strings("about"));
    let intro = root.peek_table("mandate").and_then(|mandate| passage(&mandate, "intro"));
    let about = about.map(|(written, span)| WrittenPassage { written: written.to_owned(), span });
    // Those that hold from a day or until one.
    let dated = office.iter().flat_map(|office| office.peek_tables("about"));
    let dated = dated.filter_map(|paragraph| passage(&paragraph, "text"));
    about.chain(dated).chain(intro).collect()
}

fn passage(table: &TomlTable<'_>, key: &str) -> Option<WrittenPassage> {
    table.peek_string(key).map(|(written, span)| WrittenPassage { written: written.to_owned(), span })
}

/// The official names of an office and of what it has, the longest first.
pub(crate) fn names(office: &OfficeData) -> Vec<String> {
    let mut names: Vec<&str> = vec![office.name.english()];
    names.extend(office.units.iter().map(|unit| unit.name.english()));
    for programme in &office.programmes {
        let short = programme.short.iter().map(Name::english);
        names.extend(std::iter::once(programme.name.english()).chain(short));
        names.extend(programme.initiatives.iter().map(|initiative| initiative.name.english()));
    }
    names.extend(office.bodies.iter().map(|body| body.name.english()));
    names.extend(office.parties.iter().map(|party| party.name.english()));
    names.extend(office.funds.iter().map(|fund| fund.name.english()));
    // A single word is a word of the language as well.
    let mut names: Vec<String> = names.into_iter().filter(|name| name.contains(' ')).map(str::to_owned).collect();
    names.sort_by_key(|name| std::cmp::Reverse(name.len()));
    names.dedup();
    names
}

/// Something that the house style has otherwise.
struct Finding {
    code: Code,
    /// The stretch of the prose.
    stretch: Range<usize>,
    message: String,
    hint: String,
}

impl Finding {
    fn new(code: Code, stretch: Range<usize>, message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self { code, stretch, message: message.into(), hint: hint.into() }
    }

    /// Whether it says already that the figure of another finding is wrong.
    fn contradicts(&self, other: &Self) -> bool {
        let meet = self.stretch.start < other.stretch.end && other.stretch.start < self.stretch.end;
        self.code == Code::StyleFigure && meet
    }
}

/// Where findings go.
struct FindingDesk<'a> {
    style: &'a HouseStyle,
    log: &'a Log,
}

impl FindingDesk<'_> {
    fn report(&self, source: &SourceFile, passage: &WrittenPassage, prose: &Prose, finding: Finding) {
        let Finding { code, stretch, message, hint } = finding;
        if self.style.allows_in(code, prose.text(), &stretch) {
            return;
        }
        let place = source.location(within(source, &passage.span, prose.written(&stretch)));
        self.log.push_once(Diagnostic::new(code, place, message).with_hint(hint));
    }
}

/// The office's own texts and names, read once for all its months.
pub(crate) struct OfficeStyle<'a> {
    pub(crate) style: &'a HouseStyle,
    /// The file of the office, and its passages.
    pub(crate) source: &'a SourceFile,
    pub(crate) passages: &'a [WrittenPassage],
    /// Names and acronyms that are official, and are spelt as they are.
    pub(crate) names: &'a [String],
    /// All that is known of the office.
    pub(crate) data: &'a OfficeData,
}

/// The file of a month, and its passages.
pub(crate) struct MonthStyle<'a> {
    pub(crate) source: &'a SourceFile,
    pub(crate) items: &'a [ItemPassages],
    /// What the month amounts to, if all of that is known.
    pub(crate) briefing: Option<&'a Briefing>,
    /// The sections in the order in which they are printed.
    pub(crate) sections: &'a [SectionKind],
    /// What its texts may have kept from; none where it was published, and stays as it is.
    pub(crate) earlier: Option<EarlierIssues<'a>>,
}

/// The issues before a month's.
pub(crate) struct EarlierIssues<'a> {
    /// The one before it.
    pub(crate) month: Month,
    /// The items of that one.
    pub(crate) items: &'a [ItemPassages],
    /// What they amount to as far as that is known, the latest first.
    pub(crate) briefings: Vec<&'a Briefing>,
    /// Whether there is no later issue, so that the texts of the office are its own.
    pub(crate) is_latest: bool,
}

/// Reports what a month has otherwise than the house style.
pub(crate) fn check(office: &OfficeStyle<'_>, month: &MonthStyle<'_>, log: &Log) {
    if !office.style.is_checked() {
        return;
    }
    let desk = FindingDesk { style: office.style, log };
    let glossary = acronyms::Glossary::of(office.data);
    let mut used = acronyms::Used::new(office.names, &glossary);
    let of_office = office.passages.iter().map(|passage| (office.source, passage, None));
    let items = month.sections.iter().flat_map(|section| {
        let of_section = move |item: &&ItemPassages| match item.placement {
            Some(Placement::Leadership) => *section == SectionKind::Leadership,
            Some(Placement::Highlights) => *section == SectionKind::Highlights,
            Some(Placement::Unit(_)) => *section == SectionKind::CapacityBuilding,
            None => false,
        };
        month.items.iter().filter(of_section)
    });
    let of_month = items.flat_map(|item| {
        [&item.text, &item.caption].into_iter().flatten().map(move |passage| (month.source, passage, Some(item)))
    });
    for (source, passage, item) in of_office.chain(of_month) {
        let prose = Prose::of(&passage.written).without(office.names);
        let mut found = rules::of_text(&prose);
        found.extend(spelling::of_text(&prose));
        found.extend(states::of_text(&prose));
        found.extend(used.of_text(&prose));
        if let (Some(briefing), Some(_)) = (month.briefing, item) {
            found.extend(figures::of_text(&prose, briefing));
        }
        if let Some(earlier) = &month.earlier {
            let text = KeptText { prose: &prose, passage, item, names: office.names };
            let kept = kept_figures(&text, month.briefing, earlier);
            let is_new = |kept: &Finding| !found.iter().any(|found| found.contradicts(kept));
            let kept: Vec<Finding> = kept.into_iter().filter(is_new).collect();
            found.extend(kept);
        }
        found.into_iter().for_each(|finding| desk.report(source, passage, &prose, finding));
    }
    for item in month.items {
        if let Some(alt) = &item.alt {
            let prose = Prose::plain(&alt.written);
            rules::of_alternative(&prose).into_iter().for_each(|found| desk.report(month.source, alt, &prose, found));
        }
        lacking(office.style, month.source, item, log);
    }
}

/// A text that may have figures of an earlier issue.
struct KeptText<'a> {
    prose: &'a Prose,
    passage: &'a WrittenPassage,
    /// Whose it is; none for one of the office.
    item: Option<&'a ItemPassages>,
    names: &'a [String],
}

/// Figures that a text has kept from an earlier issue.
fn kept_figures(
    KeptText { prose, passage, item, names }: &KeptText<'_>,
    briefing: Option<&Briefing>,
    earlier: &EarlierIssues<'_>,
) -> Vec<Finding> {
    let last = earlier.briefings.iter().take(1).filter(|issue| issue.month == earlier.month).copied().collect();
    // What stands in `office.toml` may have been forgotten for longer.
    let issues: Vec<&Briefing> = match item {
        Some(_) => last,
        None if earlier.is_latest => earlier.briefings.clone(),
        None => Vec::new(),
    };
    let stood = |sentence: &str| {
        let texts = earlier.items.iter().filter_map(|item| item.text.as_ref());
        item.is_none()
            || texts.map(|text| Prose::of(&text.written).without(names)).any(|text| text.text().contains(sentence))
    };
    let mut kept = briefing.map(|now| moved::of_text(prose, now, &issues, &stood)).unwrap_or_default();
    let counted = item.filter(|item| item.text.as_ref().is_some_and(|text| std::ptr::eq(text, *passage)));
    kept.extend(counted.and_then(|item| moved::of_item(item, earlier.items, earlier.month)));
    kept
}

/// Reports what the office wants each item to have.
fn lacking(style: &HouseStyle, source: &SourceFile, item: &ItemPassages, log: &Log) {
    for want in style.wants().iter().filter(|want| !item.has.contains(want)) {
        if style.allows(Code::StyleLacking, &item.id) {
            continue;
        }
        let message =
            format!("`{}` has no `{want}`, which the office wants of each item", crate::tree::short(&item.id));
        let fault = Diagnostic::new(Code::StyleLacking, source.location(item.heading.clone()), message);
        log.push_once(fault.with_hint(format!("add `{want}`, or allow it for this item in `[style]`")));
    }
}
