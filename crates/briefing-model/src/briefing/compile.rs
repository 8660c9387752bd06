//! From what an office knows to what one month amounts to.

mod check;
mod facts;
mod money;

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::{
    Briefing, CompileFault, InvalidBriefing, Item, MandateText, Masthead, OrganizationChart, RecentPledges, Subject,
    UnitItems,
};
use crate::{Code, Event, FactName, Ledger, MonthPlan, Office, Pillar, Placement, SectionKind, UnitId};

impl Briefing {
    /// What one month of an office amounts to.
    ///
    /// Figures, names and the organization chart are those of the month's last day, the figures as far as they were known
    /// at the plan's cutoff: compiled again years later, a month says what it said.
    ///
    /// What is merely worth a look is not asked here, because it keeps nothing from being printed:
    /// [`Ledger::warnings`], [`Ledger::check_issue`], [`Ledger::check_references`].
    ///
    /// ```
    /// use briefing_model::{Briefing, Ledger, LedgerSettings, MonthPlan, Name, Office, OfficeData, SectionKind};
    ///
    /// let office = Office::new(OfficeData::new("unoct".parse()?, Name::new("Office")?))?;
    /// let ledger = Ledger::new(LedgerSettings::default(), vec![]).map_err(|faults| faults[0].clone())?;
    /// let briefing = Briefing::compile(&office, &ledger, &MonthPlan::new("2025-04".parse()?))?;
    /// assert_eq!(briefing.sections, [SectionKind::Mandate, SectionKind::Strategy], "what the Assembly settled stands");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Every reason why the month does not hold together, each with its [`Code`](crate::Code).
    pub fn compile(office: &Office, ledger: &Ledger, plan: &MonthPlan) -> Result<Self, InvalidBriefing> {
        let mut faults = Vec::new();
        let last_day = plan.month.last_day();
        check::dates(plan, &mut faults);
        check::events(office, plan, &mut faults);

        // Money first: texts may quote it.
        let money = money::money(office, ledger, plan, &mut faults);
        let facts = facts::facts(office, plan, &money, &mut faults);
        if !faults.is_empty() {
            return Err(InvalidBriefing { faults });
        }

        let data = office.data();
        let mut items = Items::of(plan);
        let mut briefing = Self {
            office: masthead(office),
            month: plan.month,
            issued: plan.issued(),
            cutoff: plan.cutoff(),
            theme: data.theme,
            sections: Vec::new(),
            about: data.about.iter().filter(|text| !text.is_blank()).cloned().collect(),
            mandate: mandate(office, last_day),
            capacity_building: capacity_building(office, &mut items, last_day),
            leadership: items.leadership,
            highlights: items.highlights,
            structure: OrganizationChart::of(office, last_day),
            recent_pledges: money.recent,
            contributions: money.contributions,
            wordings: BTreeMap::new(),
            strategy: Pillar::ALL.to_vec(),
            facts,
        };

        // A section without content is left out, heading and all, and so is the content of one that is not printed.
        briefing.sections = data.sections.iter().copied().filter(|kind| briefing.has(*kind)).collect();
        briefing.drop_unprinted();
        if let Err(limit) = briefing.check_limits() {
            let fault = CompileFault::new(Code::TooMuch, Subject::Month, limit.to_string());
            return Err(InvalidBriefing { faults: vec![fault] });
        }
        Ok(briefing)
    }

    /// Whether a section has something to say.
    fn has(&self, kind: SectionKind) -> bool {
        match kind {
            SectionKind::About => !self.about.is_empty(),
            SectionKind::Mandate | SectionKind::Strategy => true,
            SectionKind::Leadership => !self.leadership.is_empty(),
            SectionKind::Highlights => !self.highlights.is_empty(),
            SectionKind::CapacityBuilding => !self.capacity_building.is_empty(),
            SectionKind::Structure => self.structure.is_some(),
            SectionKind::RecentPledges => !self.recent_pledges.lines.is_empty(),
            SectionKind::Contributors => self.contributions.is_some(),
        }
    }

    /// Empties what no section prints, so that the value holds what the page shows and no more.
    fn drop_unprinted(&mut self) {
        for kind in SectionKind::ALL.into_iter().filter(|kind| !self.sections.contains(kind)).collect::<Vec<_>>() {
            self.clear(kind);
        }
        let used: BTreeSet<FactName> =
            self.texts().flat_map(|text| text.facts().map(|(name, _)| name.clone()).collect::<Vec<_>>()).collect();
        self.facts.retain(|name, _| used.contains(name));
    }

    fn clear(&mut self, kind: SectionKind) {
        match kind {
            SectionKind::About => self.about.clear(),
            SectionKind::Mandate => self.mandate = MandateText::default(),
            SectionKind::Leadership => self.leadership.clear(),
            SectionKind::Highlights => self.highlights.clear(),
            SectionKind::CapacityBuilding => self.capacity_building.clear(),
            SectionKind::Structure => self.structure = None,
            SectionKind::RecentPledges => self.recent_pledges = RecentPledges::default(),
            SectionKind::Contributors => self.contributions = None,
            SectionKind::Strategy => self.strategy.clear(),
        }
    }
}

fn masthead(office: &Office) -> Masthead {
    let data = office.data();
    Masthead {
        id: data.id.clone(),
        name: data.name.clone(),
        acronym: data.acronym.clone(),
        website: data.website.clone(),
        disclaimer: data.disclaimer.clone().filter(|text| !text.is_blank()),
    }
}

fn mandate(office: &Office, day: NaiveDate) -> MandateText {
    let mandate = &office.data().mandate;
    let body = mandate.coordination.as_ref().and_then(|id| office.body(id));
    let intro = mandate.intro.clone().filter(|text| !text.is_blank());
    MandateText { intro, entities: body.and_then(|body| body.entities_on(day)) }
}

/// The month's items under their headings, each in the order of the plan.
#[derive(Default)]
struct Items<'a> {
    leadership: Vec<Item>,
    highlights: Vec<Item>,
    units: BTreeMap<&'a UnitId, Vec<Item>>,
}

impl<'a> Items<'a> {
    fn of(plan: &'a MonthPlan) -> Self {
        let mut items = Self::default();
        for event in &plan.events {
            let heading = match &event.placement {
                Placement::Leadership => &mut items.leadership,
                Placement::Highlights => &mut items.highlights,
                Placement::Unit(unit) => items.units.entry(unit).or_default(),
            };
            heading.push(item(event));
        }
        items
    }
}

fn item(event: &Event) -> Item {
    Item { id: event.id.clone(), when: event.when.clone(), text: event.text.clone(), picture: event.picture.clone() }
}

/// Units print in the office's order, those without items not at all.
fn capacity_building(office: &Office, items: &mut Items<'_>, day: NaiveDate) -> Vec<UnitItems> {
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
