//! Items as one issue prints them, with everything known about the events they report.

use briefing_derive::Record;
use serde::Serialize;

use crate::{
    Day, Event, EventId, EventMode, ItemDetail, MandateFunction, MonthPlan, Name, Office, PartyRef, Picture, Pillar,
    Place, ProgrammeId, RichText, State, UnitId, When,
};

/// Something with its code and its name: a State with its three letters, a unit or a programme with its id.
///
/// ```
/// use briefing_model::{Named, PartyRef};
///
/// let spain: Named<PartyRef> = serde_json::from_str(r#"{"id":"ESP","name":"Spain"}"#)?;
/// assert_eq!((spain.id.to_string().as_str(), spain.name.english()), ("ESP", "Spain"));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Named_{T}"))]
#[serde(deny_unknown_fields)]
pub struct Named<T> {
    /// Its code.
    pub id: T,
    /// Its name at the time of the issue.
    pub name: Name,
}

/// A State under its own name.
///
/// ```
/// let qatar = briefing_model::Named::from("QAT".parse::<briefing_model::State>()?);
/// assert_eq!(serde_json::to_value(&qatar)?["id"], "QAT");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
impl From<State> for Named<PartyRef> {
    fn from(state: State) -> Self {
        Self { id: state.into(), name: Name::from(state) }
    }
}

/// Where an event took place: a State, a city, or both.
///
/// ```
/// let sal: briefing_model::ItemPlace =
///     serde_json::from_str(r#"{"state":{"id":"CPV","name":"Cabo Verde"},"city":"Sal"}"#)?;
/// assert!(sal.state.is_some() && sal.city.is_some());
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ItemPlace {
    /// The State.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub state: Option<Named<State>>,
    /// The city.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub city: Option<Name>,
}

impl From<&Place> for ItemPlace {
    fn from(place: &Place) -> Self {
        let state = place.state().map(|state| Named { id: state, name: Name::from(state) });
        Self { state, city: place.city().cloned() }
    }
}

/// What an event is part of.
///
/// ```
/// let week: briefing_model::PartOf = serde_json::from_str(r#"{"id":"ct-week","title":"Counter-Terrorism Week"}"#)?;
/// assert_eq!(week.id.as_str(), "ct-week");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PartOf {
    /// The event it is part of.
    pub id: EventId,
    /// Its title, if it has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<Name>,
}

/// An item as it is printed. It also holds what is known about its event but not printed, for other programs.
///
/// ```
/// let item: briefing_model::Item =
///     serde_json::from_str(r#"{"id":"votan","when":"2025-04-02, 2025-04-09","text":"A **launch**."}"#)?;
/// assert_eq!(item.text.plain(), "A launch.");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Item {
    /// The event it reports.
    pub id: EventId,
    /// Its heading.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<Name>,
    /// When the event took place.
    pub when: When,
    /// How the participants met.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mode: Option<EventMode>,
    /// Where it took place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<ItemPlace>,
    /// The event it was part of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part_of: Option<PartOf>,
    /// The text printed about it.
    pub text: RichText,
    /// The units that held it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub units: Vec<Named<UnitId>>,
    /// Who organized it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub organizers: Vec<Named<PartyRef>>,
    /// Who took part in it as a partner.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub partners: Vec<Named<PartyRef>>,
    /// The programmes it belongs to.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub programmes: Vec<Named<ProgrammeId>>,
    /// The mandate functions it serves.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub functions: Vec<MandateFunction>,
    /// The pillars of the Strategy it serves.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pillars: Vec<Pillar>,
    /// The picture printed with it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub picture: Option<Picture>,
}

impl Item {
    /// The item as an issue of that day prints it. What the office does not list is reported elsewhere.
    pub(super) fn of(event: &Event, office: &Office, plan: &MonthPlan, day: Day) -> Self {
        let party = |party: &PartyRef| Some(Named { id: party.clone(), name: office.party_name_on(party, day)? });
        let unit = |id: &UnitId| {
            let name = office.data().units.get(id)?.name_on(day).clone();
            Some(Named { id: id.clone(), name })
        };
        let programme = |id: &ProgrammeId| {
            let name = office.programme(id)?.name_on(day).clone();
            Some(Named { id: id.clone(), name })
        };
        let part_of =
            event.part_of.as_ref().map(|id| PartOf { id: id.clone(), title: plan.title_of(id, office).cloned() });
        Self {
            id: event.id.clone(),
            title: event.title.as_ref().and_then(|_| plan.title_of(&event.id, office)).cloned(),
            when: event.when.clone(),
            mode: event.mode,
            place: event.place.as_ref().map(ItemPlace::from),
            part_of,
            text: event.text.clone(),
            units: event.all_units().filter_map(unit).collect(),
            organizers: event.organizers.iter().filter_map(party).collect(),
            partners: event.partners.iter().filter_map(party).collect(),
            programmes: event.programmes.iter().filter_map(programme).collect(),
            functions: event.functions.clone(),
            pillars: event.pillars.clone(),
            picture: event.picture.clone(),
        }
    }

    /// Returns the item without what neither the line under it nor anything else prints.
    ///
    /// ```
    /// use briefing_model::{Item, ItemDetail};
    ///
    /// let json = r#"{"id":"visit","when":"2025-04","place":{"city":"Sal"},"text":"A visit.","pillars":["II"]}"#;
    /// let item: Item = serde_json::from_str(json)?;
    /// let printed = item.printed(&[ItemDetail::Place]);
    /// assert!(printed.place.is_some() && printed.pillars.is_empty());
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub fn printed(&self, line: &[ItemDetail]) -> Self {
        let mut item = Self { functions: Vec::new(), ..self.clone() };
        for unsaid in ItemDetail::ALL.into_iter().filter(|detail| !line.contains(detail)) {
            match unsaid {
                ItemDetail::Place => (item.mode, item.place) = (None, None),
                ItemDetail::PartOf => item.part_of = None,
                ItemDetail::Organizers => item.organizers.clear(),
                ItemDetail::Partners => item.partners.clear(),
                ItemDetail::Units => item.units.clear(),
                ItemDetail::Programmes => item.programmes.clear(),
                ItemDetail::Pillars => item.pillars.clear(),
            }
        }
        item
    }

    /// Every name in it, each with the detail of the line under it that would print the name; `None` for the title,
    /// which is always printed.
    pub(super) fn names(&self) -> impl Iterator<Item = (Option<ItemDetail>, &Name)> {
        let title = self.title.iter().map(|title| (None, title));
        let state = self.place.iter().filter_map(|place| place.state.as_ref()).map(|state| &state.name);
        let city = self.place.iter().filter_map(|place| place.city.as_ref());
        let place = state.chain(city).map(|name| (Some(ItemDetail::Place), name));
        let part_of = self.part_of.iter().filter_map(|part_of| part_of.title.as_ref());
        let part_of = part_of.map(|name| (Some(ItemDetail::PartOf), name));
        let units = self.units.iter().map(|unit| (Some(ItemDetail::Units), &unit.name));
        let organizers = self.organizers.iter().map(|party| (Some(ItemDetail::Organizers), &party.name));
        let partners = self.partners.iter().map(|party| (Some(ItemDetail::Partners), &party.name));
        let programmes = self.programmes.iter().map(|one| (Some(ItemDetail::Programmes), &one.name));
        title.chain(place).chain(part_of).chain(units).chain(organizers).chain(partners).chain(programmes)
    }
}
