//! Compiles one month's briefing from what an office knows.

mod check;
mod existence;
mod facts;
mod money;
mod restated;

use std::collections::{BTreeMap, BTreeSet};

use super::{
    Acronym, Briefing, BriefingLimit, InvalidBriefing, Item, MandateText, Masthead, MonthMovements, OrganizationChart,
    SinceLastIssue, UnitItems,
};
use super::{existing::Existing, names};
use crate::{
    Code, Day, Directory, EventId, FactName, Fault, FieldPath, Gaps, Language, Ledger, MandateFunction, MonthPlan,
    Office, OfficeData, Pillar, Placement, RichText, SectionKind, Severity, StandingText, TextKey, UnitId,
};

/// The sources of a briefing.
#[derive(Clone, Copy)]
pub(super) struct BriefingSources<'a> {
    pub(super) office: &'a Office,
    pub(super) directory: &'a Directory,
    pub(super) office_gaps: &'a Gaps,
    /// `None` if it could not be read.
    pub(super) ledger: Option<&'a Ledger>,
    pub(super) plan: &'a MonthPlan,
    pub(super) month_gaps: &'a Gaps,
}

impl<'a> BriefingSources<'a> {
    /// Whether the day of issue and the cut-off could be read.
    fn knows_dates(&self) -> bool {
        let path = FieldPath::month(self.plan.month);
        !["issued", "cutoff"].iter().any(|key| self.month_gaps.cover(&path.key(*key)))
    }

    /// Whether there may be an event with this id that could not be read, or that was given the id of another.
    fn hides_event(&self, id: &EventId) -> bool {
        let titles = ["item", "elsewhere"].map(|list| FieldPath::month(self.plan.month).key(list));
        let mut ids = BTreeSet::new();
        !self.plan.events.iter().all(|event| ids.insert(&event.id))
            || self.directory.events.has(id.as_str())
            || titles.iter().any(|list| self.month_gaps.touch(list))
    }

    /// The ledger, if its figures for the month can be known.
    fn known_ledger(&self) -> Option<&'a Ledger> {
        self.ledger.filter(|_| self.knows_dates() && !self.office_gaps.touch(&FieldPath::office().key("ledger")))
    }
}

/// The briefing of a month as far as it is known, and everything that is wrong with it.
///
/// The briefing may be printed only if there is no error and nothing is missing.
pub(super) fn examine(sources: &BriefingSources<'_>) -> (Briefing, Vec<Fault>) {
    let mut faults = Vec::new();
    check::dates(sources, &mut faults);
    check::corrections(sources, &mut faults);
    check::events(sources, &mut faults);
    // Money first: texts may quote it.
    let money = money::money(sources, &mut faults);
    let facts = facts::facts(sources, &money, &mut faults);
    let gaps = [sources.office_gaps, sources.month_gaps];
    faults.retain(|fault| !fault.place.as_ref().is_some_and(|path| gaps.iter().any(|gaps| gaps.cover(path))));

    let BriefingSources { office, plan, .. } = *sources;
    let (data, last_day) = (office.data(), plan.month.last_day());
    let mut items = SortedItems::of(plan, office);
    let standing = StandingTexts::of(office, last_day);
    let existing = Existing::of(data, plan);
    let mut briefing = Briefing {
        office: masthead(office, standing.disclaimer),
        month: plan.month,
        issued: plan.issued(),
        cutoff: plan.cutoff(),
        lead: plan.lead.clone(),
        theme: data.theme,
        colophon: data.colophon.clone(),
        titles: data.titles.clone(),
        emblem: data.emblem.clone(),
        next_issue: plan.next_issue,
        sections: Vec::new(),
        about: standing.about,
        mandate: mandate(office, standing.intro, &existing),
        item_line: data.item_line.clone(),
        capacity_building: capacity_building(office, &mut items, last_day),
        leadership: items.leadership,
        highlights: items.highlights,
        structure: OrganizationChart::of(office, &existing),
        movements: money.movements,
        contributions: money.contributions,
        corrections: plan.corrections.clone(),
        wordings: BTreeMap::new(),
        source_keys: standing.keys,
        strategy: if data.strategy { Pillar::ALL.to_vec() } else { Vec::new() },
        acronyms: Vec::new(),
        facts,
    };

    // A section without content is left out with its heading, and so is the content of a section that is not printed.
    let has = |kind: SectionKind| (kind != SectionKind::Mandate || data.mandate.is_some()) && briefing.has(kind);
    briefing.sections = data.sections.iter().copied().filter(|kind| has(*kind)).collect();
    briefing.drop_unprinted();
    if !briefing.has(SectionKind::Glance) {
        briefing.sections.retain(|kind| *kind != SectionKind::Glance);
    }
    let Briefing { titles, sections, .. } = &mut briefing;
    titles.sections.retain(|kind, _| sections.contains(kind));
    if !briefing.sections.contains(&SectionKind::Glance)
        && let Some(shown) = &mut briefing.contributions
    {
        shown.since_last_issue = SinceLastIssue::default();
    }
    briefing.acronyms = acronyms(data, &briefing, last_day);
    if let Err(limit) = briefing.check_limits() {
        let path = match limit {
            BriefingLimit::LongDisclaimer => FieldPath::office().key("office").key("disclaimer"),
            BriefingLimit::TooMany { .. } | BriefingLimit::TooDeep => FieldPath::month(plan.month),
        };
        faults.push(Fault::new(Code::TooMuch, path, limit.to_string()));
    }
    (briefing, faults)
}

impl Briefing {
    /// Compiles the briefing of one month of an office.
    ///
    /// Figures, names and the organization chart are those of the month's last day, and the figures are as they were
    /// known at the plan's cut-off. Compiled again years later, a month therefore says the same.
    ///
    /// What is merely worth a look is not checked here, because it does not prevent printing: see [`Ledger::warnings`]
    /// and [`Ledger::check_references`]. [`Ledger::check_issue`] checks whether the issue knows of the payments that
    /// its refunds pay back.
    ///
    /// ```
    /// use briefing_model::{Briefing, Ledger, LedgerSettings, MonthPlan, Name, Office, OfficeData, SectionKind};
    ///
    /// let mut data = OfficeData::new("unoct".parse()?, Name::new("Office")?);
    /// data.strategy = true;
    /// let office = Office::new(data)?;
    /// let ledger = Ledger::new(LedgerSettings::default(), vec![])?;
    /// let briefing = Briefing::compile(&office, &ledger, &MonthPlan::new("2025-04".parse()?))?;
    /// assert_eq!(briefing.sections, [SectionKind::Strategy], "the office works under it; of the rest there is nothing to say");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Every reason for which the month is not consistent.
    pub fn compile(office: &Office, ledger: &Ledger, plan: &MonthPlan) -> Result<Self, InvalidBriefing> {
        let (nothing, directory) = (Gaps::default(), Directory::of(office.data(), &Gaps::default()));
        let ledger = Some(ledger);
        let (office_gaps, month_gaps) = (&nothing, &nothing);
        let (briefing, mut faults) =
            examine(&BriefingSources { office, directory: &directory, office_gaps, ledger, plan, month_gaps });
        faults.retain(|fault| fault.severity == Severity::Error);
        if faults.is_empty() { Ok(briefing) } else { Err(InvalidBriefing { faults }) }
    }

    /// Faults for what the chart of a month shows although the unit it belongs to did not exist then.
    pub(crate) fn stranded(data: &OfficeData, plan: &MonthPlan) -> Vec<Fault> {
        Existing::of(data, plan).stranded()
    }

    /// The briefing of a month as far as it is known, and everything that is wrong with it.
    pub(crate) fn draft(
        office: &Office,
        directory: &Directory,
        office_gaps: &Gaps,
        ledger: Option<&Ledger>,
        plan: &MonthPlan,
        month_gaps: &Gaps,
    ) -> (Self, Vec<Fault>) {
        examine(&BriefingSources { office, directory, office_gaps, ledger, plan, month_gaps })
    }

    /// Everything that it prints in a language, except what the program words itself.
    pub(crate) fn words_in(&self, language: Language) -> Vec<String> {
        let texts = self.texts().map(RichText::plain);
        let functions = MandateFunction::ALL.into_iter().filter(|_| self.sections.contains(&SectionKind::Mandate));
        let functions = functions.flat_map(|function| {
            let before = self.mandate.before_body;
            let rest = if before { function.rest_before_body(language) } else { function.rest(language) };
            [function.lead(language).0, rest.0]
        });
        let pillars = self.strategy.iter().map(|pillar| pillar.title(language).0);
        // The full form of an acronym is read aloud, not printed.
        let names = names::printed(self).into_iter().map(|name| name.resolve(language).0.to_owned());
        texts.chain(names).chain(functions.chain(pillars).map(str::to_owned)).collect()
    }

    /// Whether a section has content.
    pub(super) fn has(&self, kind: SectionKind) -> bool {
        match kind {
            SectionKind::Glance => Self::AT_A_GLANCE.contains(&self.items().count()),
            SectionKind::About => !self.about.is_empty(),
            SectionKind::Mandate => true,
            SectionKind::Strategy => !self.strategy.is_empty(),
            SectionKind::Leadership => !self.leadership.is_empty(),
            SectionKind::Highlights => !self.highlights.is_empty(),
            SectionKind::CapacityBuilding => !self.capacity_building.is_empty(),
            SectionKind::Structure => self.structure.is_some(),
            SectionKind::RecentPledges => !self.movements.is_empty(),
            SectionKind::Contributors => self.contributions.is_some(),
        }
    }

    /// Empties what no section prints, so that the value holds exactly what the page shows.
    fn drop_unprinted(&mut self) {
        for kind in SectionKind::ALL.into_iter().filter(|kind| !self.sections.contains(kind)).collect::<Vec<_>>() {
            self.clear(kind);
        }
        let (about, mandate) = (self.about.is_empty(), self.mandate.intro.is_none());
        // An item that is not printed does not lead the issue.
        let lead = self.lead.take();
        self.lead = lead.filter(|lead| self.items().any(|item| item.id == *lead));
        self.source_keys.retain(|key, _| match key.segments().nth(1) {
            Some("about") => !about,
            Some("intro") => !mandate,
            _ => true,
        });
        if self.items().next().is_none() {
            self.item_line.clear();
        }
        let used: BTreeSet<FactName> =
            self.texts().flat_map(|text| text.facts().map(|(name, _)| name.clone()).collect::<Vec<_>>()).collect();
        self.facts.retain(|name, _| used.contains(name));
    }

    fn clear(&mut self, kind: SectionKind) {
        match kind {
            SectionKind::Glance => {}
            SectionKind::About => self.about.clear(),
            SectionKind::Mandate => self.mandate = MandateText::default(),
            SectionKind::Leadership => self.leadership.clear(),
            SectionKind::Highlights => self.highlights.clear(),
            SectionKind::CapacityBuilding => self.capacity_building.clear(),
            SectionKind::Structure => self.structure = None,
            SectionKind::RecentPledges => self.movements = MonthMovements::default(),
            SectionKind::Contributors => self.contributions = None,
            SectionKind::Strategy => self.strategy.clear(),
        }
    }
}

fn masthead(office: &Office, disclaimer: Option<RichText>) -> Masthead {
    let data = office.data();
    Masthead {
        id: data.id.clone(),
        name: data.name.clone(),
        acronym: data.acronym.clone(),
        website: data.website.clone(),
        disclaimer,
    }
}

/// The acronyms that the texts and names use: the office's own, and those of units, programmes and parties.
///
/// An acronym of the office's own that has another form in some language may be used in that language alone, so it
/// stays until the texts of that language are known.
fn acronyms(data: &OfficeData, briefing: &Briefing, day: Day) -> Vec<Acronym> {
    let units = data.units.iter().map(|unit| (unit.acronym_on(day), unit.name_on(day)));
    let programmes = data.programmes.iter().map(|programme| (programme.acronym.as_ref(), programme.name_on(day)));
    let parties = data.parties.iter().map(|party| (party.acronym_on(day), party.name_on(day)));
    let known = units.chain(programmes).chain(parties);
    let known = known.filter_map(|(acronym, name)| Some(Acronym { acronym: acronym?.clone(), name: name.clone() }));
    let own: BTreeSet<&str> = data.acronyms.iter().map(|own| own.acronym.english()).collect();
    let known = known.filter(|known| !own.contains(known.acronym.english()));
    let texts = briefing.words_in(Language::En);
    // Looking for each of thousands of acronyms in all texts would take too long.
    let apart = |c: char| !c.is_alphanumeric();
    let used: BTreeSet<&str> = texts.iter().flat_map(|text| text.split(apart)).collect();
    let may_be_used =
        |word: &str| !word.is_ascii() || word.split(apart).next().is_some_and(|first| used.contains(first));
    let used = |known: &Acronym| {
        known.acronym != known.name
            && known.acronym.iter().any(|(_, word)| may_be_used(word))
            && texts.iter().any(|text| known.is_used_in(text))
    };
    let own = data.acronyms.iter().filter(|own| own.acronym.iter().count() > 1 || used(own)).cloned();
    own.chain(known.filter(used)).collect()
}

fn mandate(office: &Office, intro: Option<RichText>, existing: &Existing<'_>) -> MandateText {
    let Some(mandate) = &office.data().mandate else { return MandateText::default() };
    let body = mandate.coordination.as_ref().and_then(|id| office.body(id));
    let before_body = body.is_some_and(|body| !existing.body(body));
    let entities = body.filter(|_| !before_body).and_then(|body| body.entities_on(existing.day));
    // The official wording speaks of several entities, and so does an office's own.
    let entities = entities.filter(|count| *count > 1);
    MandateText { intro, entities, before_body }
}

/// The texts of the office that are in force on a day.
#[derive(Default)]
struct StandingTexts {
    disclaimer: Option<RichText>,
    about: Vec<RichText>,
    intro: Option<RichText>,
    /// The key under which each is translated, if it is not the one that follows from its place.
    keys: BTreeMap<TextKey, TextKey>,
}

impl StandingTexts {
    fn of(office: &Office, day: Day) -> Self {
        let data = office.data();
        let mut standing = Self::default();
        standing.disclaimer = standing.first(&["office", "disclaimer"], &data.disclaimer, day);
        let intro = data.mandate.as_ref().map(|mandate| mandate.intro.as_slice()).unwrap_or_default();
        standing.intro = standing.first(&["mandate", "intro"], intro, day);
        for (number, text) in numbered(&data.about).filter(|(_, text)| text.holds_on(day)) {
            let printed = TextKey::of(&[&"office", &"about", &(standing.about.len() + 1)]);
            let source = TextKey::of(&[&"office", &"about", &number]);
            if printed != source {
                standing.keys.insert(printed, source);
            }
            standing.about.push(text.text.clone());
        }
        standing
    }

    /// The first text in force, of texts of which one is printed.
    fn first(&mut self, key: &[&str; 2], texts: &[StandingText], day: Day) -> Option<RichText> {
        let (number, text) = numbered(texts).find(|(_, text)| text.holds_on(day))?;
        if number > 1 {
            let [table, name] = key;
            self.keys.insert(TextKey::of(&[table, name]), TextKey::of(&[table, name, &number]));
        }
        Some(text.text.clone())
    }
}

/// Texts that are not blank, with their numbers in keys, from 1.
fn numbered(texts: &[StandingText]) -> impl Iterator<Item = (usize, &StandingText)> {
    let texts = texts.iter().filter(|text| !text.text.is_blank());
    texts.enumerate().map(|(at, text)| (at + 1, text))
}

/// The month's items by heading, each in the order of the plan.
#[derive(Default)]
struct SortedItems<'a> {
    leadership: Vec<Item>,
    highlights: Vec<Item>,
    units: BTreeMap<&'a UnitId, Vec<Item>>,
}

impl<'a> SortedItems<'a> {
    fn of(plan: &'a MonthPlan, office: &Office) -> Self {
        let mut items = Self::default();
        let day = plan.month.last_day();
        for event in &plan.events {
            let heading = match &event.placement {
                Placement::Leadership => &mut items.leadership,
                Placement::Highlights => &mut items.highlights,
                Placement::Unit(unit) => items.units.entry(unit).or_default(),
            };
            heading.push(Item::of(event, office, plan, day));
        }
        items
    }
}

/// The units that have items, in the office's order.
fn capacity_building(office: &Office, items: &mut SortedItems<'_>, day: Day) -> Vec<UnitItems> {
    let with_items = office.data().units.iter().filter_map(|unit| {
        Some(UnitItems {
            items: items.units.remove(&unit.id)?,
            unit: unit.id.clone(),
            name: unit.name_on(day).clone(),
            acronym: unit.acronym_on(day).cloned(),
        })
    });
    with_items.collect()
}
