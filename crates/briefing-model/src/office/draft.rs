//! An office as far as it could be read, to find everything that is wrong with it.

use super::{Directory, Office, OfficeData};
use crate::{
    Briefing, Code, Fault, FieldPath, Gaps, Ledger, MonthPlan, Severity, SourceText, Step, TextKey, Translation,
};

/// An office as it was written, with any faults: to find all faults in it and in its months at once.
///
/// If part of it could not be read, a placeholder is in its place and a gap is noted; nothing is reported about what
/// depends on a gap. The data can be taken out only by [`OfficeDraft::into_office`], if there are no faults and no
/// gaps.
///
/// ```
/// use briefing_model::{Gaps, MonthPlan, Name, OfficeData, OfficeDraft};
///
/// let draft = OfficeDraft::new(OfficeData::new("unoct".parse()?, Name::new("Office")?), Gaps::default());
/// assert!(draft.faults().is_empty());
/// let (_, faults) = draft.month(None, &MonthPlan::new("2025-04".parse()?), &Gaps::default());
/// assert_eq!(faults[0].code.as_str(), "M0151");
/// assert!(draft.into_office().is_some());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// The draft gives access to what is known, including its gaps:
///
/// ```
/// use briefing_model::{Gaps, Language, Name, OfficeData, OfficeDraft, Translation};
///
/// let data = OfficeData::new("unoct".parse()?, Name::new("Office")?);
/// let draft = OfficeDraft::new(data, Gaps::default());
/// assert_eq!(draft.data().name.english(), "Office");
/// let keys: Vec<String> = draft.texts().iter().map(|(key, _)| key.to_string()).collect();
/// assert!(keys.contains(&"office.name".to_owned()), "{keys:?}");
///
/// let mut french = Translation::new(Language::Fr);
/// french.insert("office.name".parse()?, "Bureau".parse()?);
/// assert_eq!(draft.with_names(&french).data().name.get(Language::Fr), Some("Bureau"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
pub struct OfficeDraft {
    office: Office,
    gaps: Gaps,
    directory: Directory,
    faults: Vec<Fault>,
    /// What months cannot rely on: what could not be read, and what is wrong.
    doubts: Gaps,
}

/// The thing in a list to which a path leads.
fn thing(path: &FieldPath) -> Option<FieldPath> {
    let steps = path.steps().get(..2)?;
    Some(steps.iter().fold(FieldPath::office(), |path, step| path.and(step.clone())))
}

impl OfficeDraft {
    /// Creates a draft from what could be read of an office and what could not.
    #[must_use]
    pub fn new(data: OfficeData, gaps: Gaps) -> Self {
        let (directory, faults) = (Directory::of(&data, &gaps), data.faults(&gaps));
        let mut doubts = gaps.clone();
        for fault in &faults {
            if fault.code == Code::DuplicateId {
                // It is not known which of the two is meant by a reference, so their dates and figures are not known
                // either.
                let things = fault.place.iter().chain(fault.related.iter().map(|related| &related.place));
                things.filter_map(thing).for_each(|thing| doubts.add(thing));
                continue;
            }
            // An id that has another meaning too is still an id.
            if let Some(path) = fault.place.as_ref().filter(|path| path.steps().last() != Some(&Step::Key("id".into())))
            {
                doubts.add(path.clone());
            }
        }
        Self { office: Office::unchecked(data), gaps, directory, faults, doubts }
    }

    /// All faults of the office itself.
    #[must_use]
    pub fn faults(&self) -> &[Fault] {
        &self.faults
    }

    /// Returns the briefing of a month as far as it is known, and everything that is wrong with it. The ledger is
    /// `None` if it could not be read.
    ///
    /// The briefing is for inspection; it may be printed only if there is no error and nothing is missing.
    #[must_use]
    pub fn month(&self, ledger: Option<&Ledger>, plan: &MonthPlan, gaps: &Gaps) -> (Briefing, Vec<Fault>) {
        Briefing::draft(&self.office, &self.directory, &self.doubts, ledger, plan, gaps)
    }

    /// Faults for the units and programmes of a month that belong to units which had ended by then or had not begun,
    /// each at the place that says so. Empty if a unit or a programme could not be read. The chart of the month puts
    /// them under the units above those.
    ///
    /// ```
    /// use briefing_model::{Gaps, MonthPlan, Name, OfficeData, OfficeDraft, Units};
    ///
    /// let mut data = OfficeData::new("unoct".parse()?, Name::new("Office")?);
    /// data.units = serde_json::from_str(
    ///     r#"[{"id":"centre","name":"Centre","kind":"centre","until":"2024-06"},
    ///         {"id":"desk","name":"Desk","kind":"section","parent":"centre"}]"#,
    /// )?;
    /// let draft = OfficeDraft::new(data, Gaps::default());
    /// let stranded = |month: &str| draft.stranded(&MonthPlan::new(month.parse().unwrap()));
    /// assert!(stranded("2024-06").is_empty());
    /// assert_eq!(stranded("2024-07")[0].message, "the unit `desk` belongs to `centre`, which existed until 2024-06");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn stranded(&self, plan: &MonthPlan) -> Vec<Fault> {
        let unread = |list: &&'static str| self.doubts.touch(&FieldPath::office().key(*list));
        if ["unit", "programme"].iter().any(unread) {
            return Vec::new();
        }
        Briefing::stranded(self.data(), plan)
    }

    /// The office's texts that can be translated; see [`Office::texts`].
    #[must_use]
    pub fn texts(&self) -> Vec<(TextKey, SourceText)> {
        self.office.texts()
    }

    /// Adds the names from a translation; see [`Office::with_names`].
    #[must_use]
    pub fn with_names(self, translation: &Translation) -> Self {
        Self { office: self.office.with_names(translation), ..self }
    }

    /// Everything known about the office.
    #[must_use]
    pub fn data(&self) -> &OfficeData {
        self.office.data()
    }

    /// What the office lists, and may list.
    #[must_use]
    pub const fn directory(&self) -> &Directory {
        &self.directory
    }

    /// What cannot be relied on: what could not be read, and what is wrong.
    ///
    /// ```
    /// use briefing_model::{FieldPath, Gaps, Name, OfficeData, OfficeDraft, Unit, UnitKind, Units};
    ///
    /// let unit = |name| Ok::<_, Box<dyn std::error::Error>>(Unit::new("desk".parse()?, Name::new(name)?, UnitKind::Section));
    /// let mut data = OfficeData::new("unoct".parse()?, Name::new("Office")?);
    /// data.units = Units::new(vec![unit("Press Desk")?, unit("Policy Desk")?]);
    /// // Whoever names `desk` may mean either.
    /// let draft = OfficeDraft::new(data, Gaps::default());
    /// let second = FieldPath::office().key("unit").item(1, Some("desk"));
    /// assert!(draft.doubts().cover(&second.key("since")) && draft.gaps().is_empty());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub const fn doubts(&self) -> &Gaps {
        &self.doubts
    }

    /// What could not be read.
    #[must_use]
    pub const fn gaps(&self) -> &Gaps {
        &self.gaps
    }

    /// Returns the office, if there are no faults and no gaps.
    #[must_use]
    pub fn into_office(self) -> Option<Office> {
        let sound = self.gaps.is_empty() && self.faults.iter().all(|fault| fault.severity != Severity::Error);
        sound.then_some(self.office)
    }
}
