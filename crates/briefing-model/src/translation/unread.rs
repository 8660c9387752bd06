//! Texts that an office or a month may have but that could not be read.

use std::collections::BTreeSet;

use crate::{Gaps, MonthPlan, OfficeData, Step};

/// The keys of the texts in gaps, about whose translations nothing can be said.
///
/// ```
/// use briefing_model::{Event, Gaps, MonthPlan, FieldPath, UnreadTexts};
///
/// let mut plan = MonthPlan::new("2025-04".parse()?);
/// plan.events.push(Event::new("votan".parse()?, "leadership".parse()?, "2025-04-28".parse()?, "A launch.".parse()?));
/// let mut gaps = Gaps::default();
/// gaps.add(FieldPath::month(plan.month).key("item").item(0, Some("votan")).key("picture"));
/// let unread = UnreadTexts::of_month(&plan, &gaps);
/// assert!(unread.may_have("votan.alt"));
/// assert!(!unread.may_have("votan.text"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Default)]
pub struct UnreadTexts {
    /// Whether there may be texts with any key.
    any: bool,
    /// The beginnings of keys, in whole words.
    under: Vec<String>,
}

impl UnreadTexts {
    /// The texts of a month that could not be read.
    #[must_use]
    pub fn of_month(plan: &MonthPlan, gaps: &Gaps) -> Self {
        let mut unread = Self::default();
        // If two items have the same id, one of them was given the id of another, to which existing translations may
        // belong.
        let mut ids = BTreeSet::new();
        // A month without items has not been written yet, or was lost, and is reported as such.
        unread.any = plan.events.is_empty() || !plan.events.iter().all(|event| ids.insert(&event.id));
        for path in gaps {
            let (item, part) = match path.steps() {
                [Step::Key(list), Step::Item { index, .. }, Step::Key(part), ..] if list == "item" => (index, part),
                [Step::Key(list), ..] if list == "item" => {
                    unread.any = true;
                    continue;
                }
                [] => {
                    unread.any = true;
                    continue;
                }
                _ => continue,
            };
            let id = plan.events.get(*item).map(|event| &event.id);
            match (part.as_ref(), id) {
                ("id", _) | (_, None) => unread.any = true,
                ("text" | "title", Some(id)) => unread.under.push(format!("{id}.{part}")),
                ("place", Some(id)) => unread.under.push(format!("{id}.city")),
                ("picture", Some(id)) => {
                    unread.under.extend(["alt", "caption", "credit"].map(|part| format!("{id}.{part}")));
                }
                _ => {}
            }
        }
        unread
    }

    /// The texts of an office that could not be read; for a unit, a programme or the like, all texts except those of
    /// its sound parts.
    ///
    /// ```
    /// use briefing_model::{FieldPath, Gaps, Name, OfficeData, UnreadTexts};
    ///
    /// let data = OfficeData::new("unoct".parse()?, Name::new("Office")?);
    /// let mut gaps = Gaps::default();
    /// gaps.add(FieldPath::office().key("office").key("disclaimer"));
    /// let unread = UnreadTexts::of_office(&data, &gaps);
    /// assert!(unread.may_have("office.disclaimer") && !unread.may_have("office.name"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn of_office(data: &OfficeData, gaps: &Gaps) -> Self {
        let mut unread = Self::default();
        for (list, ids) in data.ids() {
            let mut known = BTreeSet::new();
            if !ids.into_iter().all(|id| known.insert(id)) {
                unread.under.push(list.to_owned());
            }
        }
        for path in gaps {
            match path.steps() {
                [] => unread.any = true,
                [Step::Key(table)] => unread.under.push(table.clone().into_owned()),
                [Step::Key(table), Step::Key(key), ..] => unread.under.push(format!("{table}.{key}")),
                [Step::Key(list), Step::Item { index, .. }, rest @ ..] => {
                    unread.under.push(of_item(data, list, *index, rest).unwrap_or_else(|| list.clone().into_owned()));
                }
                [Step::Item { .. }, ..] => {}
            }
        }
        unread
    }

    /// Whether all texts could be read.
    ///
    /// ```
    /// assert!(briefing_model::UnreadTexts::default().is_empty());
    /// ```
    #[must_use]
    pub fn is_empty(&self) -> bool {
        !self.any && self.under.is_empty()
    }

    /// Whether there may be a text with this key that could not be read.
    #[must_use]
    pub fn may_have(&self, key: &str) -> bool {
        let within = |under: &String| {
            key.strip_prefix(under.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
        };
        self.any || self.under.iter().any(within)
    }
}

/// The beginning of the keys that a gap in an item of the office hides; `None` if its id is hidden.
fn of_item(data: &OfficeData, list: &str, index: usize, rest: &[Step]) -> Option<String> {
    let id = match list {
        "unit" => data.units.iter().nth(index)?.id.as_str(),
        "programme" => data.programmes.get(index)?.id.as_str(),
        "body" => data.bodies.get(index)?.id.as_str(),
        "party" => data.parties.get(index)?.id.as_str(),
        "fund" => data.funds.get(index)?.id.as_str(),
        "source" => data.sources.get(index)?.id.as_str(),
        "wording" => data.wordings.get(index)?.id.as_str(),
        "event" => data.events.get(index)?.id.as_str(),
        _ => return None,
    };
    match rest.first()? {
        Step::Key(key) if key == "id" => None,
        Step::Key(key) if ["name", "short", "acronym", "title"].contains(&key.as_ref()) => {
            Some(format!("{list}.{id}.{key}"))
        }
        _ => Some(format!("{list}.{id}")),
    }
}
