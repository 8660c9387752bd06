//! The units of an office and the tree that they form.

use std::collections::{BTreeMap, BTreeSet};

use briefing_derive::Record;
use serde::Serialize;

use crate::{Unit, UnitId};

/// The units of an office, and the tree that they form.
///
/// [`Office`](crate::Office) ensures that every id is unique, every parent exists and no unit is its own ancestor.
///
/// ```
/// use briefing_model::{Name, Unit, UnitKind, Units};
///
/// let centre = Unit::new("centre".parse()?, Name::new("Centre")?, UnitKind::Centre);
/// let mut desk = Unit::new("desk".parse()?, Name::new("Desk")?, UnitKind::Section);
/// desk.parent = Some("centre".parse()?);
/// let units = Units::new(vec![centre, desk]);
/// assert_eq!(units.roots().count(), 1);
/// assert_eq!(units.children(&"centre".parse()?).count(), 1);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(from = "Vec<Unit>", into = "Vec<Unit>")]
pub struct Units {
    units: Vec<Unit>,
    /// Positions by id; if two units have the same id, the first.
    positions: BTreeMap<UnitId, usize>,
    /// Positions of the units directly under each, in the order given.
    children: BTreeMap<UnitId, Vec<usize>>,
    /// The units that are their own ancestors.
    circular: BTreeSet<UnitId>,
}

impl Units {
    /// Creates the tree of some units, which keep the order given.
    ///
    /// ```
    /// use briefing_model::{Name, Unit, UnitKind, Units};
    ///
    /// let units = Units::new(vec![Unit::new("uncct".parse()?, Name::new("Centre")?, UnitKind::Centre)]);
    /// assert_eq!(units.iter().count(), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn new(units: Vec<Unit>) -> Self {
        let mut positions = BTreeMap::new();
        let mut children: BTreeMap<UnitId, Vec<usize>> = BTreeMap::new();
        for (at, unit) in units.iter().enumerate() {
            positions.entry(unit.id.clone()).or_insert(at);
            if let Some(parent) = &unit.parent {
                children.entry(parent.clone()).or_default().push(at);
            }
        }
        let parents = positions.iter().filter_map(|(id, &at)| Some((id, units.get(at)?.parent.as_ref()))).collect();
        let circular = on_a_circle(&parents).into_iter().cloned().collect();
        Self { units, positions, children, circular }
    }

    /// All units, in the order given.
    ///
    /// ```
    /// use briefing_model::Units;
    ///
    /// assert_eq!(Units::default().iter().count(), 0);
    /// ```
    pub fn iter(&self) -> impl Iterator<Item = &Unit> {
        self.units.iter()
    }

    /// The unit with an id.
    ///
    /// ```
    /// use briefing_model::{Name, Unit, UnitKind, Units};
    ///
    /// let units = Units::new(vec![Unit::new("uncct".parse()?, Name::new("Centre")?, UnitKind::Centre)]);
    /// assert!(units.get(&"uncct".parse()?).is_some());
    /// assert!(units.get(&"spib".parse()?).is_none());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn get(&self, id: &UnitId) -> Option<&Unit> {
        self.positions.get(id).and_then(|&at| self.units.get(at))
    }

    /// The units directly under the head of the office, in the order given.
    ///
    /// ```
    /// use briefing_model::Units;
    ///
    /// let units: Units = serde_json::from_str(
    ///     r#"[{"id":"a","name":"A","kind":"branch"},{"id":"b","name":"B","kind":"section","parent":"a"}]"#,
    /// )?;
    /// assert_eq!(units.roots().map(|unit| unit.id.as_str()).collect::<Vec<_>>(), ["a"]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn roots(&self) -> impl Iterator<Item = &Unit> {
        self.units.iter().filter(|unit| unit.parent.is_none())
    }

    /// The units directly under another, in the order given.
    ///
    /// ```
    /// use briefing_model::Units;
    ///
    /// let units: Units = serde_json::from_str(
    ///     r#"[{"id":"a","name":"A","kind":"branch"},{"id":"b","name":"B","kind":"section","parent":"a"}]"#,
    /// )?;
    /// assert_eq!(units.children(&"a".parse()?).map(|unit| unit.id.as_str()).collect::<Vec<_>>(), ["b"]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn children(&self, id: &UnitId) -> impl Iterator<Item = &Unit> {
        self.children.get(id).into_iter().flatten().filter_map(|&at| self.units.get(at))
    }

    /// The units, mutably, for changes that leave ids and parents as they are.
    pub(crate) fn iter_mut(&mut self) -> impl Iterator<Item = &mut Unit> {
        self.units.iter_mut()
    }

    /// The unit to which a unit belongs, the unit to which that belongs, and so on upwards, each once.
    pub(crate) fn ancestors<'a>(&'a self, unit: &'a Unit) -> impl Iterator<Item = &'a Unit> {
        let parent = |unit: &Unit| unit.parent.as_ref().and_then(|parent| self.get(parent));
        let above = std::iter::successors(parent(unit), move |unit| parent(unit));
        above.take_while(|above| above.id != unit.id).take(self.units.len())
    }

    /// Whether a unit is its own ancestor.
    pub(crate) fn is_circular(&self, unit: &Unit) -> bool {
        self.circular.contains(&unit.id)
    }
}

/// The units that are their own ancestors. Each unit is visited once, however long the chain above it.
fn on_a_circle<'a>(parents: &BTreeMap<&'a UnitId, Option<&'a UnitId>>) -> BTreeSet<&'a UnitId> {
    let mut circular = BTreeSet::new();
    // Units whose ancestors have been followed to the end, and the walk that did so.
    let mut walks: BTreeMap<&UnitId, usize> = BTreeMap::new();
    for (walk, &start) in parents.keys().enumerate() {
        let mut path = Vec::new();
        let mut next = Some(start);
        while let Some(unit) = next.filter(|unit| !walks.contains_key(unit)) {
            walks.insert(unit, walk);
            path.push(unit);
            next = parents.get(unit).copied().flatten();
        }
        // A walk that ends at a unit of its own has gone round: the circle begins at that unit.
        if let Some(back) = next.filter(|back| walks.get(back) == Some(&walk)) {
            circular.extend(path.into_iter().skip_while(|unit| *unit != back));
        }
    }
    circular
}

impl From<Vec<Unit>> for Units {
    fn from(units: Vec<Unit>) -> Self {
        Self::new(units)
    }
}

impl FromIterator<Unit> for Units {
    fn from_iter<I: IntoIterator<Item = Unit>>(units: I) -> Self {
        Self::new(units.into_iter().collect())
    }
}

impl<'u> IntoIterator for &'u Units {
    type Item = &'u Unit;
    type IntoIter = std::slice::Iter<'u, Unit>;

    fn into_iter(self) -> Self::IntoIter {
        self.units.iter()
    }
}

impl From<Units> for Vec<Unit> {
    fn from(units: Units) -> Self {
        units.units
    }
}
