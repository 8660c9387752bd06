//! What could not be read, and what therefore cannot be judged.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::{FieldPath, Step};

/// The paths to what an office wrote but could not be read, so that what depends on it is not known.
///
/// If the name of a unit is not a name, the code that reads the unit puts a placeholder in its place and notes a gap:
/// the rest of the unit can then be checked, and nothing is reported about the placeholder. Data that do not come from
/// files have no gaps.
///
/// ```
/// use briefing_model::{Gaps, FieldPath};
///
/// let mut gaps = Gaps::default();
/// gaps.add(FieldPath::office().key("office").key("acronym"));
/// assert!(gaps.touch(&FieldPath::office().key("office").key("acronym")));
/// assert!(!gaps.touch(&FieldPath::office().key("office").key("name")));
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Gaps {
    /// The paths, in the order in which they were noted.
    paths: Vec<FieldPath>,
    /// Their steps, so that looking something up among many gaps is as quick as among few.
    steps: BTreeSet<Vec<BareStep>>,
}

/// A step without the id, which is not known to everyone who takes it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum BareStep {
    Key(Cow<'static, str>),
    Item(usize),
}

fn bare(path: &FieldPath) -> Vec<BareStep> {
    let step = |step: &Step| match step {
        Step::Key(key) => BareStep::Key(key.clone()),
        Step::Item { index, .. } => BareStep::Item(*index),
    };
    path.steps().iter().map(step).collect()
}

impl Gaps {
    /// Notes that the value at the end of a path could not be read. All paths must begin at the same subject.
    pub fn add(&mut self, path: FieldPath) {
        if self.steps.insert(bare(&path)) {
            self.paths.push(path);
        }
    }

    /// Whether the value at the end of a path could not be read, or is part of one that could not.
    ///
    /// ```
    /// use briefing_model::{FieldPath, Gaps};
    ///
    /// let unit = FieldPath::office().key("unit").item(0, None::<&str>);
    /// let mut gaps = Gaps::default();
    /// gaps.add(unit.key("name"));
    /// assert!(gaps.cover(&unit.key("name").key("fr")), "part of what could not be read");
    /// assert!(!gaps.cover(&unit) && gaps.touch(&unit), "only part of the unit could not");
    /// ```
    #[must_use]
    pub fn cover(&self, path: &FieldPath) -> bool {
        self.is_of(path) && self.cover_steps(&bare(path))
    }

    /// Whether the value at the end of a path could not be read, wholly or in part.
    #[must_use]
    pub fn touch(&self, path: &FieldPath) -> bool {
        let steps = bare(path);
        // A path within this one follows it in order.
        let within = || self.steps.range(steps.clone()..).next().is_some_and(|gap| gap.starts_with(&steps));
        self.is_of(path) && (self.cover_steps(&steps) || within())
    }

    fn is_of(&self, path: &FieldPath) -> bool {
        self.paths.first().is_some_and(|first| first.subject() == path.subject())
    }

    fn cover_steps(&self, steps: &[BareStep]) -> bool {
        (0..=steps.len()).any(|length| steps.get(..length).is_some_and(|start| self.steps.contains(start)))
    }

    /// Whether a list has an item whose id could not be read and may therefore be any.
    ///
    /// ```
    /// use briefing_model::{Gaps, FieldPath};
    ///
    /// let mut gaps = Gaps::default();
    /// gaps.add(FieldPath::office().key("unit").item(2, None::<&str>).key("id"));
    /// assert!(gaps.hide_ids("unit"));
    /// assert!(!gaps.hide_ids("programme"));
    /// ```
    #[must_use]
    pub fn hide_ids(&self, list: &str) -> bool {
        self.paths.iter().any(|path| match path.steps() {
            [] => true,
            [Step::Key(key)] | [Step::Key(key), Step::Item { .. }] => key == list,
            [Step::Key(key), Step::Item { .. }, Step::Key(part)] => key == list && part == "id",
            _ => false,
        })
    }

    /// The paths, in the order in which they were noted.
    pub fn iter(&self) -> std::slice::Iter<'_, FieldPath> {
        self.paths.iter()
    }

    /// Whether everything could be read.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.paths.is_empty()
    }
}

impl<'a> IntoIterator for &'a Gaps {
    type Item = &'a FieldPath;
    type IntoIter = std::slice::Iter<'a, FieldPath>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}
