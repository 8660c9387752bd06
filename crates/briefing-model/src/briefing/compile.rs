//! From what an office knows to what one month amounts to.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use chrono::NaiveDate;

use super::{
    Briefing, Contributions, ContributorFigures, InKindGift, Item, MandateText, Masthead, OrganizationChart,
    OtherContributors, PledgeLine, RecentPledges, UnitItems, Unvalued,
};
use crate::{
    Contributor, Earmark, Event, EventId, FactName, FactValue, Ledger, Money, MonthPlan, Name, Office, Pillar,
    Placement, Purpose, RichText, SectionKind, Standing, UnitId,
};

/// The stable codes of what can be wrong with a month.
///
/// ```
/// assert_eq!(briefing_model::BriefingCode::OutsideMonth.as_str(), "M0103");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum BriefingCode {
    /// Two items share an id.
    DuplicateItem,
    /// An item names a unit the office does not have.
    UnknownUnit,
    /// An item took place in another month.
    OutsideMonth,
    /// A text uses a fact that does not exist.
    UnknownFact,
    /// The new pledges do not add up to the stated total.
    StatedTotal,
    /// An item has no text.
    BlankText,
    /// The figures cannot be computed.
    Figures,
    /// An item names a programme the office does not have.
    UnknownProgramme,
    /// An item names a party the office does not have.
    UnknownParty,
    /// A pledge is earmarked to something the office does not have.
    UnknownPurpose,
    /// The cutoff lies before the end of the month or after the day of issue.
    Dates,
}

impl BriefingCode {
    /// All codes.
    pub const ALL: [Self; 11] = [
        Self::DuplicateItem,
        Self::UnknownUnit,
        Self::OutsideMonth,
        Self::UnknownFact,
        Self::StatedTotal,
        Self::BlankText,
        Self::Figures,
        Self::UnknownProgramme,
        Self::UnknownParty,
        Self::UnknownPurpose,
        Self::Dates,
    ];

    /// The code as it is printed; it never changes its meaning.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::DuplicateItem => "M0101",
            Self::UnknownUnit => "M0102",
            Self::OutsideMonth => "M0103",
            Self::UnknownFact => "M0104",
            Self::StatedTotal => "M0105",
            Self::BlankText => "M0106",
            Self::Figures => "M0107",
            Self::UnknownProgramme => "M0108",
            Self::UnknownParty => "M0109",
            Self::UnknownPurpose => "M0110",
            Self::Dates => "M0111",
        }
    }
}

impl fmt::Display for BriefingCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// What a fault is about, so that a reader of files can point at it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    /// The month as a whole.
    Month,
    /// The total the month states.
    StatedTotal,
    /// The month's cutoff or date of issue.
    Dates,
    /// A part of an item, by the item's position among the month's items, counted from zero.
    Item {
        /// The position.
        index: usize,
        /// The item.
        id: EventId,
        /// Which part of it, by its name in the office's files.
        part: &'static str,
    },
    /// One of the paragraphs about the office, counted from zero.
    About(usize),
    /// The sentence before the mandate's functions.
    MandateIntro,
    /// The line printed on every page.
    Disclaimer,
    /// The ledger as a whole, or one of its entries.
    Ledger(Option<crate::EntryId>),
}

/// One reason why a month does not make a briefing.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct CompileFault {
    /// Its stable code.
    pub code: BriefingCode,
    /// What it is about.
    pub subject: Subject,
    /// What is wrong.
    pub message: String,
    /// Where in the subject's text, in bytes.
    pub offset: Option<usize>,
    /// What to do about it.
    pub hint: Option<String>,
}

/// A month that does not make a briefing: every reason, at least one.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the month does not make a briefing: {}", .faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "))]
pub struct InvalidBriefing {
    /// Each reason, with what it is about.
    pub faults: Vec<CompileFault>,
}

impl Briefing {
    /// What one month of an office amounts to.
    ///
    /// Figures hold for the month's last day, as far as they were known at the plan's cutoff.
    ///
    /// # Errors
    ///
    /// Every reason why the month does not hold together: items outside the month, facts that do not exist,
    /// new pledges that do not add up to the stated total.
    pub fn compile(office: &Office, ledger: &Ledger, plan: &MonthPlan) -> Result<Self, InvalidBriefing> {
        let mut faults = Vec::new();
        let last_day = plan.month.last_day();
        check_dates(plan, &mut faults);
        check_events(office, plan, &mut faults);

        // Money first: texts may quote it.
        let standing = standing(office, ledger, plan, &mut faults);
        let recent_pledges = recent_pledges(office, ledger, plan, &mut faults);
        let facts = facts(office, plan, standing.as_ref(), &recent_pledges, &mut faults);

        if !faults.is_empty() {
            return Err(InvalidBriefing { faults });
        }
        let data = office.data();
        let mut briefing = Self {
            office: masthead(office),
            month: plan.month,
            issued: plan.issued(),
            cutoff: plan.cutoff(),
            theme: data.theme,
            sections: Vec::new(),
            about: data.about.clone(),
            mandate: mandate(office, last_day),
            leadership: items(plan, &Placement::Leadership),
            highlights: items(plan, &Placement::Highlights),
            capacity_building: capacity_building(office, plan),
            structure: OrganizationChart::of(office, last_day),
            recent_pledges,
            contributions: standing.map(|standing| contributions(office, &standing)),
            strategy: Pillar::ALL.to_vec(),
            facts,
        };
        // A section without content is left out, heading and all.
        briefing.sections = data.sections.iter().copied().filter(|kind| briefing.has(*kind)).collect();
        briefing.drop_unprinted();
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
        let printed: BTreeSet<SectionKind> = self.sections.iter().copied().collect();
        let hidden = |kind| !printed.contains(&kind);
        if hidden(SectionKind::About) {
            self.about.clear();
        }
        if hidden(SectionKind::Mandate) {
            self.mandate = MandateText::default();
        }
        if hidden(SectionKind::Leadership) {
            self.leadership.clear();
        }
        if hidden(SectionKind::Highlights) {
            self.highlights.clear();
        }
        if hidden(SectionKind::CapacityBuilding) {
            self.capacity_building.clear();
        }
        if hidden(SectionKind::Structure) {
            self.structure = None;
        }
        if hidden(SectionKind::RecentPledges) {
            self.recent_pledges = RecentPledges::default();
        }
        if hidden(SectionKind::Contributors) {
            self.contributions = None;
        }
        if hidden(SectionKind::Strategy) {
            self.strategy.clear();
        }
    }
}

fn fault(code: BriefingCode, subject: Subject, message: impl Into<String>) -> CompileFault {
    CompileFault { code, subject, message: message.into(), offset: None, hint: None }
}

fn check_dates(plan: &MonthPlan, faults: &mut Vec<CompileFault>) {
    let (issued, cutoff, last_day) = (plan.issued(), plan.cutoff(), plan.month.last_day());
    if cutoff < last_day {
        let message =
            format!("the cutoff {cutoff} lies before the end of {}: its last days would count as unknown", plan.month);
        faults.push(fault(BriefingCode::Dates, Subject::Dates, message));
    }
    if cutoff > issued {
        let message = format!("the cutoff {cutoff} lies after the day of issue, {issued}");
        faults.push(fault(BriefingCode::Dates, Subject::Dates, message));
    }
}

fn check_events(office: &Office, plan: &MonthPlan, faults: &mut Vec<CompileFault>) {
    let mut seen = BTreeSet::new();
    for (index, event) in plan.events.iter().enumerate() {
        let subject = |part| Subject::Item { index, id: event.id.clone(), part };
        let id = &event.id;
        if !seen.insert(id) {
            faults.push(fault(BriefingCode::DuplicateItem, subject("id"), format!("two items are called `{id}`")));
        }
        if let Placement::Unit(unit) = &event.placement
            && office.data().units.get(unit).is_none()
        {
            let message = format!("item `{id}` belongs to the unit `{unit}`, which the office does not have");
            faults.push(fault(BriefingCode::UnknownUnit, subject("section"), message));
        }
        if !event.when.overlaps(plan.month) {
            let message = format!("item `{id}` took place on {}, outside {}", event.when, plan.month);
            faults.push(fault(BriefingCode::OutsideMonth, subject("when"), message));
        }
        if event.text.is_blank() {
            faults.push(fault(BriefingCode::BlankText, subject("text"), format!("item `{id}` has no text")));
        }
        check_event_references(office, event, &subject, faults);
    }
}

fn check_event_references(
    office: &Office,
    event: &Event,
    subject: &impl Fn(&'static str) -> Subject,
    faults: &mut Vec<CompileFault>,
) {
    for programme in event.programmes.iter().filter(|programme| office.programme(programme).is_none()) {
        let message = format!("item `{}` names the programme `{programme}`, which the office does not have", event.id);
        faults.push(fault(BriefingCode::UnknownProgramme, subject("programmes"), message));
    }
    for (part, parties) in [("organizers", &event.organizers), ("partners", &event.partners)] {
        for party in parties.iter().filter(|party| office.party_name(party).is_none()) {
            let message = format!("item `{}` names the party `{party}`, which the office does not list", event.id);
            faults.push(fault(BriefingCode::UnknownParty, subject(part), message));
        }
    }
}

fn standing(office: &Office, ledger: &Ledger, plan: &MonthPlan, faults: &mut Vec<CompileFault>) -> Option<Standing> {
    match ledger.standing(plan.month.last_day(), plan.cutoff()) {
        Ok(standing) if standing.contributors.is_empty() && standing.remainder.is_none() => None,
        Ok(standing) => {
            check_contributors(office, &standing, faults);
            Some(standing)
        }
        Err(error) => {
            let message = format!("the figures cannot be computed: {error}");
            faults.push(fault(BriefingCode::Figures, Subject::Ledger(None), message));
            None
        }
    }
}

/// A contributor without a name would be a bar or a note lost.
fn check_contributors(office: &Office, standing: &Standing, faults: &mut Vec<CompileFault>) {
    let with_figures = standing.contributors.iter().map(|entry| &entry.contributor);
    let in_kind = standing.in_kind.iter().map(|gift| &gift.contributor);
    let all: BTreeSet<&Contributor> = with_figures.chain(in_kind).collect();
    for contributor in all.into_iter().filter(|contributor| contributor_name(office, contributor).is_none()) {
        let message = format!("the ledger names `{contributor}`, which the office does not list");
        faults.push(fault(BriefingCode::UnknownParty, Subject::Ledger(None), message));
    }
}

fn recent_pledges(office: &Office, ledger: &Ledger, plan: &MonthPlan, faults: &mut Vec<CompileFault>) -> RecentPledges {
    let mut lines = Vec::new();
    let pledges = match new_pledges(ledger, plan) {
        Ok(pledges) => pledges,
        Err(error) => {
            let message = format!("the month's new pledges cannot be computed: {error}");
            faults.push(fault(BriefingCode::Figures, Subject::Ledger(None), message));
            Vec::new()
        }
    };
    for pledge in &pledges {
        let unknown = |what: String| {
            let message = format!("entry `{}` is for {what}, which the office does not have", pledge.entry);
            fault(BriefingCode::UnknownPurpose, Subject::Ledger(Some(pledge.entry.clone())), message)
        };
        let purposes = purposes(office, &pledge.earmark).unwrap_or_else(|what| {
            faults.push(unknown(what));
            Vec::new()
        });
        let Some(contributor) = contributor_name(office, &pledge.contributor) else {
            let message =
                format!("entry `{}` names `{}`, which the office does not list", pledge.entry, pledge.contributor);
            faults.push(fault(BriefingCode::UnknownParty, Subject::Ledger(Some(pledge.entry.clone())), message));
            continue;
        };
        lines.push(PledgeLine { contributor, purposes, amount: pledge.value.unwrap_or(pledge.amount) });
    }
    let totals = totals(&lines, faults);
    if let Some(stated) = plan.stated_total {
        check_stated_total(stated, &totals, faults);
    }
    RecentPledges { lines, totals }
}

fn totals(lines: &[PledgeLine], faults: &mut Vec<CompileFault>) -> Vec<Money> {
    let mut totals: BTreeMap<String, Money> = BTreeMap::new();
    for line in lines {
        let currency = line.amount.currency();
        let total = totals.entry(currency.to_string()).or_insert_with(|| Money::zero(currency));
        match total.checked_add(line.amount) {
            Ok(sum) => *total = sum,
            Err(error) => {
                let message = format!("the month's new pledges do not add up: {error}");
                faults.push(fault(BriefingCode::Figures, Subject::Ledger(None), message));
            }
        }
    }
    totals.into_values().collect()
}

fn check_stated_total(stated: Money, totals: &[Money], faults: &mut Vec<CompileFault>) {
    let found = totals.iter().find(|total| total.currency() == stated.currency()).copied();
    if found.unwrap_or_else(|| Money::zero(stated.currency())) == stated {
        return;
    }
    let found = found.map_or_else(|| "nothing".to_owned(), |found| found.to_string());
    let message = format!("the month states {stated} in new pledges, and the ledger's lines add up to {found}");
    let hint = "mend the stated total, or the entries of the ledger that take effect in this month".to_owned();
    faults.push(CompileFault { hint: Some(hint), ..fault(BriefingCode::StatedTotal, Subject::StatedTotal, message) });
}

/// What money is for, most specific first: programmes and units, events, words, then the fund.
fn purposes(office: &Office, earmark: &Earmark) -> Result<Vec<Name>, String> {
    let mut names = Vec::new();
    for purpose in &earmark.purposes {
        names.push(match purpose {
            Purpose::Programme(id) => office
                .programme(id)
                .map(|programme| programme.name.clone())
                .ok_or_else(|| format!("the programme `{id}`"))?,
            Purpose::Unit(id) => {
                office.data().units.get(id).map(|unit| unit.name.clone()).ok_or_else(|| format!("the unit `{id}`"))?
            }
            // An event has no title: it is known by the words of its id, whichever month reports it.
            Purpose::Event(id) => Name::new(id.as_str().replace('-', " ")).map_err(|_| format!("the event `{id}`"))?,
            Purpose::Text(name) => name.clone(),
        });
    }
    if names.is_empty()
        && let Some(id) = &earmark.fund
    {
        names.push(office.fund(id).map(|fund| fund.name.clone()).ok_or_else(|| format!("the fund `{id}`"))?);
    }
    Ok(names)
}

/// A contributor's name; one that passes on another's money is named for that.
fn contributor_name(office: &Office, contributor: &Contributor) -> Option<Name> {
    office.party_name(&contributor.party)
}

fn masthead(office: &Office) -> Masthead {
    let data = office.data();
    Masthead {
        id: data.id.clone(),
        name: data.name.clone(),
        acronym: data.acronym.clone(),
        website: data.website.clone(),
        disclaimer: data.disclaimer.clone(),
    }
}

fn mandate(office: &Office, day: NaiveDate) -> MandateText {
    let mandate = &office.data().mandate;
    let body = mandate.coordination.as_ref().and_then(|id| office.body(id));
    MandateText { intro: mandate.intro.clone(), entities: body.and_then(|body| body.entities_on(day)) }
}

fn items(plan: &MonthPlan, placement: &Placement) -> Vec<Item> {
    plan.events.iter().filter(|event| event.placement == *placement).map(item).collect()
}

fn item(event: &Event) -> Item {
    Item { id: event.id.clone(), when: event.when.clone(), text: event.text.clone(), picture: event.picture.clone() }
}

/// Units print in the office's order, those without items not at all.
fn capacity_building(office: &Office, plan: &MonthPlan) -> Vec<UnitItems> {
    let with_items = office.data().units.iter().map(|unit| UnitItems {
        unit: unit.id.clone(),
        name: unit.name.clone(),
        acronym: unit.acronym.clone(),
        items: items(plan, &Placement::Unit(unit.id.clone())),
    });
    with_items.filter(|unit| !unit.items.is_empty()).collect()
}

fn contributions(office: &Office, standing: &Standing) -> Contributions {
    let data = office.data();
    // That every contributor has a name was checked with the standing.
    let name = |contributor: &Contributor| contributor_name(office, contributor);
    let figures = |entry: &crate::ContributorStanding| {
        Some(ContributorFigures {
            name: name(&entry.contributor)?,
            pledged: entry.pledged,
            received: entry.received,
            allocation: !entry.allocated.is_zero(),
            in_kind: entry.in_kind,
        })
    };
    // Somebody whose money has no known value has no bar: the notes list it.
    let with_figures =
        standing.contributors.iter().filter(|entry| !entry.pledged.is_zero() || !entry.received.is_zero());
    let shown: Vec<ContributorFigures> = with_figures.take(usize::from(data.chart.show)).filter_map(figures).collect();
    Contributions {
        as_of: standing.as_of,
        pledged: standing.pledged,
        received: standing.received,
        partners: standing.partners,
        share: standing.share().and_then(whole_per_cent),
        multi_year: data.ledger.multi_year,
        title: data.chart.title.clone(),
        others: others(standing, &shown),
        allocations: standing
            .contributors
            .iter()
            .filter(|entry| !entry.allocated.is_zero())
            .filter_map(|entry| name(&entry.contributor))
            .collect(),
        in_kind: standing
            .in_kind
            .iter()
            .filter_map(|gift| {
                let contributor = name(&gift.contributor)?;
                Some(InKindGift { contributor, value: gift.value, when: gift.when.clone() })
            })
            .collect(),
        unvalued: standing
            .unvalued
            .iter()
            .filter_map(|unvalued| {
                Some(Unvalued { contributor: name(&unvalued.contributor)?, amount: unvalued.remaining })
            })
            .collect(),
        contributors: shown,
    }
}

fn whole_per_cent(share: crate::Share) -> Option<u16> {
    u16::try_from(share.per_cent(0)).ok()
}

/// What the totals hold beyond those shown: the totals less what is shown, whatever the reason.
fn others(standing: &Standing, shown: &[ContributorFigures]) -> Option<OtherContributors> {
    let mut pledged = standing.pledged;
    let mut received = standing.received;
    for contributor in shown {
        pledged = pledged.checked_sub(contributor.pledged).ok()?;
        received = received.checked_sub(contributor.received).ok()?;
    }
    let counted = standing.contributors.iter().filter(|entry| !entry.pledged.is_zero() || !entry.received.is_zero());
    let shown_partners = counted.take(shown.len()).filter(|entry| entry.counts_as_partner).count();
    let partners = standing.partners.saturating_sub(u32::try_from(shown_partners).unwrap_or(u32::MAX));
    let any = partners > 0 || !pledged.is_zero() || !received.is_zero();
    any.then_some(OtherContributors { pledged, received, partners })
}

/// The values of the facts that the printed texts use.
fn facts(
    office: &Office,
    plan: &MonthPlan,
    standing: Option<&Standing>,
    recent: &RecentPledges,
    faults: &mut Vec<CompileFault>,
) -> BTreeMap<FactName, FactValue> {
    let data = office.data();
    let mut texts: Vec<(Subject, &RichText)> = Vec::new();
    texts.extend(data.about.iter().enumerate().map(|(index, text)| (Subject::About(index), text)));
    texts.extend(data.mandate.intro.iter().map(|text| (Subject::MandateIntro, text)));
    texts.extend(data.disclaimer.iter().map(|text| (Subject::Disclaimer, text)));
    for (index, event) in plan.events.iter().enumerate() {
        let subject = |part| Subject::Item { index, id: event.id.clone(), part };
        texts.push((subject("text"), &event.text));
        let caption = event.picture.iter().filter_map(|picture| picture.caption.as_ref());
        texts.extend(caption.map(|caption| (subject("picture"), caption)));
    }
    let source = FactSource { office, day: plan.month.last_day(), standing, recent };
    let mut facts = BTreeMap::new();
    for (subject, text) in texts {
        for (name, offset) in text.facts() {
            match source.value(name) {
                Some(value) => {
                    facts.insert(name.clone(), value);
                }
                None => faults.push(CompileFault {
                    offset: Some(offset),
                    hint: source.nearest(name),
                    ..fault(BriefingCode::UnknownFact, subject.clone(), format!("there is no fact `{name}`"))
                }),
            }
        }
    }
    facts
}

/// Where facts come from.
struct FactSource<'a> {
    office: &'a Office,
    day: NaiveDate,
    standing: Option<&'a Standing>,
    recent: &'a RecentPledges,
}

impl FactSource<'_> {
    fn value(&self, name: &FactName) -> Option<FactValue> {
        let segments: Vec<&str> = name.segments().collect();
        match segments.as_slice() {
            ["standing", figure] => self.standing_value(figure),
            ["month", "pledged"] => match self.recent.totals.as_slice() {
                [total] => Some(FactValue::Exact(*total)),
                _ => None,
            },
            ["month", "pledges"] => Some(FactValue::Count(self.recent.lines.len() as u64)),
            ["office", "name"] => Some(FactValue::Name(self.office.data().name.clone())),
            ["office", "acronym"] => self.office.data().acronym.clone().map(FactValue::Name),
            ["units", id, rest @ ..] => self.unit_value(id, rest),
            [body, figure] => self.body_value(body, figure),
            _ => None,
        }
    }

    fn standing_value(&self, figure: &str) -> Option<FactValue> {
        let standing = self.standing?;
        Some(match figure {
            "pledged" => FactValue::Headline(standing.pledged),
            "received" => FactValue::Headline(standing.received),
            "outstanding" => FactValue::Headline(standing.outstanding),
            "partners" => FactValue::Count(u64::from(standing.partners)),
            "share" => FactValue::Percent(standing.share().and_then(whole_per_cent)?),
            _ => return None,
        })
    }

    fn unit_value(&self, id: &str, rest: &[&str]) -> Option<FactValue> {
        let unit = self.office.data().units.get(&id.parse::<UnitId>().ok()?)?;
        match rest {
            ["name"] => Some(FactValue::Name(unit.name.clone())),
            ["acronym"] => unit.acronym.clone().map(FactValue::Name),
            ["since"] => unit.since.map(FactValue::Date),
            ["board", "members"] => unit.board.as_ref().map(|board| FactValue::Count(u64::from(board.members))),
            ["founding", "amount"] => {
                unit.founding.as_ref().and_then(|founding| founding.amount).map(FactValue::Headline)
            }
            ["founding", "when"] => unit.founding.as_ref().map(|founding| FactValue::Date(founding.when)),
            _ => None,
        }
    }

    fn body_value(&self, id: &str, figure: &str) -> Option<FactValue> {
        let body = self.office.body(&id.parse().ok()?)?;
        match figure {
            "entities" => body.entities_on(self.day).map(|count| FactValue::Count(u64::from(count))),
            "working-groups" => body.working_groups.as_ref().map(|groups| FactValue::Count(u64::from(groups.count))),
            "name" => Some(FactValue::Name(body.name.clone())),
            "launched" => body.launched.map(FactValue::Date),
            _ => None,
        }
    }

    /// Facts that exist, for somebody who wrote one that does not.
    fn nearest(&self, name: &FactName) -> Option<String> {
        let known: &[&str] = match name.segments().next() {
            Some("standing") => &[
                "standing.pledged",
                "standing.received",
                "standing.outstanding",
                "standing.partners",
                "standing.share",
            ],
            Some("month") => &["month.pledged", "month.pledges"],
            Some("office") => &["office.name", "office.acronym"],
            Some("units") => &[
                "units.ID.name",
                "units.ID.acronym",
                "units.ID.since",
                "units.ID.board.members",
                "units.ID.founding.amount",
                "units.ID.founding.when",
            ],
            _ => {
                let bodies: Vec<String> =
                    self.office.data().bodies.iter().map(|body| format!("{}.entities", body.id)).collect();
                let bodies = if bodies.is_empty() { String::new() } else { format!(", {}", bodies.join(", ")) };
                return Some(format!("facts begin with standing, month, office, units or a body's id{bodies}"));
            }
        };
        Some(format!("facts of this kind are {}", known.join(", ")))
    }
}

/// A pledge that took effect in the month.
struct NewPledge {
    entry: crate::EntryId,
    contributor: Contributor,
    amount: Money,
    value: Option<Money>,
    earmark: Earmark,
}

fn new_pledges(ledger: &Ledger, plan: &MonthPlan) -> Result<Vec<NewPledge>, crate::InvalidTerms> {
    let mut pledges = Vec::new();
    for entry in ledger.entries() {
        let crate::EntryKind::Pledge(pledge) = &entry.kind else {
            continue;
        };
        let in_month = entry.counts_from().is_some_and(|day| plan.month.contains(day));
        if !in_month || entry.recorded > plan.cutoff() {
            continue;
        }
        pledges.push(NewPledge {
            entry: entry.id.clone(),
            contributor: (*pledge.contributor).clone(),
            amount: pledge.terms.total()?.unwrap_or_else(|| pledge.terms.amount().into()),
            value: pledge.terms.value().map(Money::from),
            earmark: (*pledge.earmark).clone(),
        });
    }
    Ok(pledges)
}
