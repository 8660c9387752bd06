//! Whether the month holds together: its dates, and what its items refer to.

use std::collections::BTreeSet;

use crate::briefing::{CompileFault, Subject};
use crate::{Code, Event, MonthPlan, Office, Placement};

/// A month is over before it is reported on, and nothing is known later than it is printed.
pub(super) fn dates(plan: &MonthPlan, faults: &mut Vec<CompileFault>) {
    let (issued, cutoff, month) = (plan.issued(), plan.cutoff(), plan.month);
    let mut fault = |message| faults.push(CompileFault::new(Code::Dates, Subject::Dates, message));
    if issued < month.last_day() {
        fault(format!("the day of issue, {issued}, lies before the end of {month}"));
    }
    // Without a cutoff of its own, the day of issue is all there is to mend.
    if cutoff < month.last_day() && plan.cutoff.is_some() {
        fault(format!("the cutoff, {cutoff}, lies before the end of {month}: its last days would count as unknown"));
    }
    if cutoff > issued {
        fault(format!("the cutoff, {cutoff}, lies after the day of issue, {issued}"));
    }
}

/// Each item has an id of its own, a text, a day in the month, and names what there is.
pub(super) fn events(office: &Office, plan: &MonthPlan, faults: &mut Vec<CompileFault>) {
    let mut seen = BTreeSet::new();
    for (index, event) in plan.events.iter().enumerate() {
        let mut item = ItemCheck { index, event, faults };
        if !seen.insert(&event.id) {
            item.fault(Code::DuplicateItem, "id", format!("two items are called `{}`", event.id));
        }
        item.own(plan);
        item.references(office);
    }
}

struct ItemCheck<'a> {
    index: usize,
    event: &'a Event,
    faults: &'a mut Vec<CompileFault>,
}

impl ItemCheck<'_> {
    fn fault(&mut self, code: Code, part: &'static str, message: String) {
        let subject = Subject::Item { index: self.index, id: self.event.id.clone(), part };
        self.faults.push(CompileFault::new(code, subject, message));
    }

    fn own(&mut self, plan: &MonthPlan) {
        let Event { id, when, text, .. } = self.event;
        if !when.overlaps(plan.month) {
            let message = format!("item `{id}` took place on {when}, outside {}", plan.month);
            self.fault(Code::OutsideMonth, "when", message);
        }
        if text.is_blank() {
            self.fault(Code::BlankText, "text", format!("item `{id}` has no text"));
        }
    }

    fn references(&mut self, office: &Office) {
        let event = self.event;
        let id = &event.id;
        if let Placement::Unit(unit) = &event.placement
            && office.data().units.get(unit).is_none()
        {
            let message = format!("item `{id}` belongs to the unit `{unit}`, which the office does not have");
            self.fault(Code::UnknownSection, "section", message);
        }
        for programme in event.programmes.iter().filter(|programme| office.programme(programme).is_none()) {
            let message = format!("item `{id}` names the programme `{programme}`, which the office does not have");
            self.fault(Code::UnknownProgramme, "programmes", message);
        }
        for (part, parties) in [("organizers", &event.organizers), ("partners", &event.partners)] {
            for party in parties.iter().filter(|party| !office.has_party(party)) {
                let message = format!("item `{id}` names the party `{party}`, which the office does not list");
                self.fault(Code::UnknownPrintedParty, part, message);
            }
        }
    }
}
