//! The units of an office and the tree they form.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::{Unit, UnitId};

/// The units of an office, as the tree they form.
///
/// Every id is unique, every parent exists, and no unit is its own ancestor: [`Units::new`] is the only way in, for JSON
/// as well.
///
/// ```
/// use briefing_model::{Name, Unit, UnitKind, Units};
///
/// let centre = Unit::new("centre".parse()?, Name::new("Centre")?, UnitKind::Centre);
/// let mut desk = Unit::new("desk".parse()?, Name::new("Desk")?, UnitKind::Section);
/// desk.parent = Some("centre".parse()?);
/// let units = Units::new(vec![centre, desk])?;
/// assert_eq!(units.roots().count(), 1);
/// assert_eq!(units.children(&"centre".parse()?).count(), 1);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(try_from = "Vec<Unit>", into = "Vec<Unit>")]
pub struct Units {
    units: Vec<Unit>,
    /// Positions by id.
    positions: BTreeMap<UnitId, usize>,
    /// Positions of the units directly under each, in the order given.
    children: BTreeMap<UnitId, Vec<usize>>,
}

/// Why units do not form a tree.
///
/// ```
/// use briefing_model::UnitsFault;
///
/// let fault = UnitsFault::Cycle("desk".parse()?);
/// assert_eq!(fault.to_string(), "unit `desk` belongs to itself, directly or through others");
/// # Ok::<(), briefing_model::InvalidId>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum UnitsFault {
    /// Two units share an id.
    #[error("two units are called `{0}`")]
    Duplicate(UnitId),
    /// A unit's parent does not exist.
    #[error("unit `{unit}` belongs to `{parent}`, and no unit is called that")]
    UnknownParent {
        /// The unit.
        unit: UnitId,
        /// The parent it names.
        parent: UnitId,
    },
    /// A unit is its own ancestor.
    #[error("unit `{0}` belongs to itself, directly or through others")]
    Cycle(UnitId),
}

/// Units that do not form a tree: every reason, at least one.
///
/// ```
/// use briefing_model::{Name, Unit, UnitKind, Units};
///
/// let mut desk = Unit::new("desk".parse()?, Name::new("Desk")?, UnitKind::Section);
/// desk.parent = Some("centre".parse()?);
/// let error = Units::new(vec![desk]).unwrap_err();
/// assert_eq!(
///     error.to_string(),
///     "the units do not form a tree: unit `desk` belongs to `centre`, and no unit is called that"
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the units do not form a tree: {}", .faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "))]
pub struct InvalidUnits {
    /// Each reason, naming its unit.
    pub faults: Vec<UnitsFault>,
}

impl Units {
    /// The tree of some units, kept in the order given.
    ///
    /// ```
    /// use briefing_model::{Units, UnitsFault};
    ///
    /// let units: Vec<briefing_model::Unit> = serde_json::from_str(r#"[{"id":"a","name":"A","kind":"branch","parent":"a"}]"#)?;
    /// assert_eq!(Units::new(units).unwrap_err().faults, [UnitsFault::Cycle("a".parse()?)]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// All reasons why they do not form a tree, each naming its unit.
    pub fn new(units: Vec<Unit>) -> Result<Self, InvalidUnits> {
        let faults = faults(&units);
        if !faults.is_empty() {
            return Err(InvalidUnits { faults });
        }
        let mut positions = BTreeMap::new();
        let mut children: BTreeMap<UnitId, Vec<usize>> = BTreeMap::new();
        for (at, unit) in units.iter().enumerate() {
            positions.insert(unit.id.clone(), at);
            if let Some(parent) = &unit.parent {
                children.entry(parent.clone()).or_default().push(at);
            }
        }
        Ok(Self { units, positions, children })
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
    /// let units = Units::new(vec![Unit::new("uncct".parse()?, Name::new("Centre")?, UnitKind::Centre)])?;
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

    /// The units for changes that leave ids and parents as they are.
    pub(crate) fn iter_mut(&mut self) -> impl Iterator<Item = &mut Unit> {
        self.units.iter_mut()
    }

    /// The unit that a unit belongs to, the one that belongs to, and so on up.
    pub(crate) fn ancestors<'a>(&'a self, unit: &'a Unit) -> impl Iterator<Item = &'a Unit> {
        let parent = |unit: &Unit| unit.parent.as_ref().and_then(|parent| self.get(parent));
        std::iter::successors(parent(unit), move |unit| parent(unit))
    }
}

fn faults(units: &[Unit]) -> Vec<UnitsFault> {
    let mut faults = Vec::new();
    let mut parents: BTreeMap<&UnitId, Option<&UnitId>> = BTreeMap::new();
    for unit in units {
        if parents.insert(&unit.id, unit.parent.as_ref()).is_some() {
            faults.push(UnitsFault::Duplicate(unit.id.clone()));
        }
    }
    let circular = on_a_circle(&parents);
    for unit in units {
        match &unit.parent {
            Some(parent) if !parents.contains_key(parent) => {
                faults.push(UnitsFault::UnknownParent { unit: unit.id.clone(), parent: parent.clone() });
            }
            _ if circular.contains(&unit.id) => faults.push(UnitsFault::Cycle(unit.id.clone())),
            _ => {}
        }
    }
    faults
}

/// The units that are their own ancestors. Each is looked at once, however long the chain it hangs on.
fn on_a_circle<'a>(parents: &BTreeMap<&'a UnitId, Option<&'a UnitId>>) -> BTreeSet<&'a UnitId> {
    let mut circular = BTreeSet::new();
    // Units whose ancestors have been followed to the end, and the walk in which they were.
    let mut walks: BTreeMap<&UnitId, usize> = BTreeMap::new();
    for (walk, &start) in parents.keys().enumerate() {
        let mut path = Vec::new();
        let mut next = Some(start);
        while let Some(unit) = next.filter(|unit| !walks.contains_key(unit)) {
            walks.insert(unit, walk);
            path.push(unit);
            next = parents.get(unit).copied().flatten();
        }
        // A walk that ends where it has been itself went round: the circle is what follows that place.
        if let Some(back) = next.filter(|back| walks.get(back) == Some(&walk)) {
            circular.extend(path.into_iter().skip_while(|unit| *unit != back));
        }
    }
    circular
}

impl TryFrom<Vec<Unit>> for Units {
    type Error = InvalidUnits;

    fn try_from(units: Vec<Unit>) -> Result<Self, InvalidUnits> {
        Self::new(units)
    }
}

impl From<Units> for Vec<Unit> {
    fn from(units: Units) -> Self {
        units.units
    }
}
