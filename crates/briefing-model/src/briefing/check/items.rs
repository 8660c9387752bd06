//! The items, by the rules for a month's items.

use std::collections::BTreeMap;

use super::BriefingCheck;
use crate::briefing::{Briefing, Item, UnitItems, rules};
use crate::office::check::{listed_twice, long_title, used_twice};
use crate::{Code, EventId, FieldPath, Name};

impl Briefing {
    /// Every item with its place.
    pub(super) fn placed_items(&self, root: &FieldPath) -> Vec<(FieldPath, &Item)> {
        let lists = [("leadership", &self.leadership), ("highlights", &self.highlights)];
        let mut lists: Vec<_> = lists.into_iter().map(|(key, list)| (root.key(key), list)).collect();
        let units = self.capacity_building.iter().enumerate();
        let path = root.key("capacity_building");
        lists.extend(units.map(|(at, unit)| (path.item(at, Some(&unit.unit)).key("items"), &unit.items)));
        let mut items = Vec::new();
        for (path, list) in lists {
            items.extend(list.iter().enumerate().map(|(at, item)| (path.item(at, Some(&item.id)), item)));
        }
        items
    }
}

impl<'a> BriefingCheck<'a> {
    /// Each item has an id of its own, a text and a day in the month, and names nothing twice; each unit has items.
    pub(super) fn items(&mut self) {
        let briefing = self.briefing;
        self.faults.extend(listed_twice(&self.root.key("item_line"), &briefing.item_line));
        let items = briefing.placed_items(&self.root);
        let units = self.root.key("capacity_building");
        let ids = briefing.capacity_building.iter().enumerate();
        self.once("unit", ids.map(|(at, unit)| (units.item(at, Some(&unit.unit)), unit.unit.as_str())));
        for (at, unit) in briefing.capacity_building.iter().enumerate() {
            let path = units.item(at, Some(&unit.unit)).key("items");
            if unit.items.is_empty() {
                self.fault(Code::SectionContent, path.clone(), "the unit is printed and has no items");
            }
            for (at, item) in unit.items.iter().enumerate() {
                self.printed_under(unit, item, &path.item(at, Some(&item.id)));
            }
        }
        self.faults.extend(used_twice(
            Code::DuplicateItem,
            items.iter().map(|(path, item)| (path.clone(), item.id.to_string())),
        ));
        let above = items.iter().filter_map(|(_, item)| Some((&item.id, &item.part_of.as_ref()?.id))).collect();
        let titles: BTreeMap<_, _> = items.iter().map(|(_, item)| (&item.id, item.title.as_ref())).collect();
        let mut wholes = BTreeMap::new();
        for (path, item) in &items {
            self.item(item, path);
            self.part_of(item, &above, &titles, path);
            self.one_title(item, path, &mut wholes);
        }
    }

    /// An item listed under a unit is held by that unit.
    fn printed_under(&mut self, unit: &UnitItems, item: &Item, path: &FieldPath) {
        let own = item.units.first().is_some_and(|own| own.id == unit.unit && own.name == unit.name);
        if !own {
            let message = format!("the item is printed under the unit `{}`, which it does not name first", unit.unit);
            self.fault(Code::Contradiction, path.key("units"), message);
        }
    }

    fn item(&mut self, item: &Item, path: &FieldPath) {
        let faults = &mut self.faults;
        faults.extend(rules::outside(&item.when, self.briefing.month, path.key("when")));
        faults.extend(rules::blank(&item.text, path.key("text")));
        faults.extend(item.title.iter().filter_map(|title| long_title(title, &path.key("title"))));
        faults.extend(rules::online_place(item.mode, item.place.is_some(), path.key("mode")));
        faults.extend(listed_twice(&path.key("units"), item.units.iter().map(|it| &it.id)));
        faults.extend(listed_twice(&path.key("organizers"), item.organizers.iter().map(|it| &it.id)));
        faults.extend(listed_twice(&path.key("partners"), item.partners.iter().map(|it| &it.id)));
        faults.extend(listed_twice(&path.key("programmes"), item.programmes.iter().map(|it| &it.id)));
        faults.extend(listed_twice(&path.key("functions"), &item.functions));
        faults.extend(listed_twice(&path.key("pillars"), &item.pillars));
        if item.place.as_ref().is_some_and(|place| place.state.is_none() && place.city.is_none()) {
            self.fault(Code::Contradiction, path.key("place"), "a place names a State, a city, or both");
        }
    }

    /// No event is part of itself, and an event that the month itself reports has the same title wherever it is named.
    fn part_of(
        &mut self,
        item: &Item,
        above: &BTreeMap<&EventId, &EventId>,
        titles: &BTreeMap<&EventId, Option<&'a Name>>,
        path: &FieldPath,
    ) {
        let Some(whole) = &item.part_of else { return };
        let path = path.key("part_of");
        self.faults.extend(rules::part_of_itself(&item.id, &whole.id, above, path.key("id")));
        if let Some(Some(title)) = titles.get(&whole.id)
            && whole.title.as_ref() != Some(*title)
        {
            let message = format!("the event `{}` has another title: {}", whole.id, title.english());
            self.fault(Code::Contradiction, path.key("title"), message);
        }
    }

    /// An event of which several items are part has the same title in each, or none.
    fn one_title(
        &mut self,
        item: &'a Item,
        path: &FieldPath,
        wholes: &mut BTreeMap<&'a EventId, (Option<&'a Name>, FieldPath)>,
    ) {
        let Some(whole) = &item.part_of else { return };
        let path = path.key("part_of").key("title");
        let title = whole.title.as_ref();
        let (first, there) = wholes.entry(&whole.id).or_insert_with(|| (title, path.clone()));
        if *first != title {
            let message = format!("the event `{}` has another title elsewhere", whole.id);
            self.contradicts(path, message, there);
        }
    }
}
