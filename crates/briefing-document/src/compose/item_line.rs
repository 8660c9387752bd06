//! The quiet line under an item: further details of its event, as far as the office prints them.

use briefing_model::{EventMode, Item, ItemDetail, ItemPlace, Name, Named, PartyRef, UnitId};

use super::draft::DocumentDraft;
use crate::collate::sort_by_name;
use crate::inline::{LinePart, line, plain};
use crate::{Inlines, lists};

/// The separator between two details.
pub(super) const BETWEEN: &str = "\u{a0}· ";

impl DocumentDraft<'_> {
    /// The details that the office prints, without the unit `under` which the item stands; `None` if there are none.
    pub(super) fn item_line(&mut self, item: &Item, under: Option<&UnitId>) -> Option<Inlines> {
        let mut line = Inlines::new();
        for detail in &self.briefing.item_line {
            let Some(words) = self.detail(*detail, item, under) else { continue };
            if !line.is_empty() {
                BETWEEN.add_to(&mut line);
            }
            words.add_to(&mut line);
        }
        (!line.is_empty()).then_some(line)
    }

    fn detail(&mut self, detail: ItemDetail, item: &Item, under: Option<&UnitId>) -> Option<Inlines> {
        let names = match detail {
            ItemDetail::Place => return self.place(item),
            ItemDetail::PartOf => {
                item.part_of.iter().filter_map(|part_of| part_of.title.as_ref()).map(|title| self.name(title)).collect()
            }
            ItemDetail::Organizers => self.parties(&item.organizers),
            ItemDetail::Partners => self.parties(&item.partners),
            ItemDetail::Units => {
                let others = item.units.iter().filter(|unit| under != Some(&unit.id));
                self.each_name(others.map(|unit| &unit.name))
            }
            ItemDetail::Programmes => self.each_name(item.programmes.iter().map(|programme| &programme.name)),
            ItemDetail::Pillars => item.pillars.iter().map(|pillar| line![pillar.roman()]).collect(),
        };
        let count = u64::try_from(names.len()).unwrap_or(u64::MAX);
        let label = (count > 0).then(|| self.messages.item_detail(detail, count))?;
        Some(line![label, lists::and(names, self.language)])
    }

    fn each_name<'n>(&mut self, names: impl Iterator<Item = &'n Name>) -> Vec<Inlines> {
        names.map(|name| self.name(name)).collect()
    }

    /// States in the order of the language, as the United Nations lists them, followed by other parties.
    fn parties(&mut self, parties: &[Named<PartyRef>]) -> Vec<Inlines> {
        let (states, others): (Vec<_>, Vec<_>) =
            parties.iter().partition(|party| matches!(party.id, PartyRef::State(_)));
        let [states, others] = [states, others].map(|parties| {
            let mut names = self.each_name(parties.into_iter().map(|party| &party.name));
            sort_by_name(&mut names, self.language, |name| plain(name));
            names
        });
        states.into_iter().chain(others).collect()
    }

    fn place(&mut self, item: &Item) -> Option<Inlines> {
        let place = item.place.as_ref().map(|place| self.place_name(place));
        match (item.mode, place) {
            (Some(EventMode::Online), _) => Some(line![self.messages.phrases().online]),
            (Some(EventMode::Hybrid), Some(place)) => Some(self.messages.and_online(place)),
            (Some(EventMode::Hybrid), None) => Some(line![self.messages.phrases().in_person_and_online]),
            (Some(EventMode::InPerson), None) => Some(line![self.messages.phrases().in_person]),
            (Some(EventMode::InPerson) | None, place) => place,
        }
    }

    fn place_name(&mut self, place: &ItemPlace) -> Inlines {
        let city = place.city.as_ref().map(|city| self.name(city));
        match (city, &place.state) {
            (Some(city), Some(state)) => {
                let state = self.state_in_text(state.id, &state.name);
                self.messages.city(city, state)
            }
            (None, Some(state)) => self.name(&state.name),
            (city, None) => city.unwrap_or_default(),
        }
    }
}
