//! An office as far as it could be read, to look for everything that is wrong.

use super::{Directory, Office, OfficeData};
use crate::{
    Briefing, Code, Fault, FieldPath, Gaps, Ledger, MonthPlan, Severity, SourceText, Step, TextKey, Translation,
};

/// An office as somebody wrote it, whatever is wrong with it: to find all that is wrong with it and its months at once.
///
/// Where part of it could not be read, a stand-in is in its place and a gap is noted; nothing is said of what depends on a gap.
/// Only [`OfficeDraft::into_office`] lets the data out, if nothing is wrong and nothing is missing.
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
/// It says what it knows, with its gaps:
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
    /// What months cannot rest on: what could not be read, and what is wrong.
    doubts: Gaps,
}

/// The thing in a list that a path leads into.
fn thing(path: &FieldPath) -> Option<FieldPath> {
    let steps = path.steps().get(..2)?;
    Some(steps.iter().fold(FieldPath::office(), |path, step| path.and(step.clone())))
}

impl OfficeDraft {
    /// What could be read of an office, and what could not.
    #[must_use]
    pub fn new(data: OfficeData, gaps: Gaps) -> Self {
        let (directory, faults) = (Directory::of(&data, &gaps), data.faults(&gaps));
        let mut doubts = gaps.clone();
        for fault in &faults {
            if fault.code == Code::DuplicateId {
                // Which of the two is named is not known, and so neither are its dates and figures.
                let things = fault.place.iter().chain(fault.related.iter().map(|related| &related.place));
                things.filter_map(thing).for_each(|thing| doubts.add(thing));
                continue;
            }
            // An id that has another meaning is an id all the same.
            if let Some(path) = fault.place.as_ref().filter(|path| path.steps().last() != Some(&Step::Key("id".into())))
            {
                doubts.add(path.clone());
            }
        }
        Self { office: Office::unchecked(data), gaps, directory, faults, doubts }
    }

    /// Everything that is wrong with the office itself.
    #[must_use]
    pub fn faults(&self) -> &[Fault] {
        &self.faults
    }

    /// What a month of the office amounts to, and everything that is wrong with it; the ledger is `None` where it could not be
    /// read.
    ///
    /// The briefing is for looking at, and to be printed only if there is no error and nothing is missing.
    #[must_use]
    pub fn month(&self, ledger: Option<&Ledger>, plan: &MonthPlan, gaps: &Gaps) -> (Briefing, Vec<Fault>) {
        Briefing::draft(&self.office, &self.directory, &self.doubts, ledger, plan, gaps)
    }

    /// The units and programmes that a month has and that belong to units which had ended by then, or had not begun, each
    /// with the place that says so; nothing where a unit or a programme could not be read. The chart of the month hangs them
    /// on what is above those units.
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

    /// The office's texts that can be translated, as [`Office::texts`].
    #[must_use]
    pub fn texts(&self) -> Vec<(TextKey, SourceText)> {
        self.office.texts()
    }

    /// The same office with the names that a translation adds, as [`Office::with_names`].
    #[must_use]
    pub fn with_names(self, translation: &Translation) -> Self {
        Self { office: self.office.with_names(translation), ..self }
    }

    /// What is known of the office.
    #[must_use]
    pub fn data(&self) -> &OfficeData {
        self.office.data()
    }

    /// What the office has, and may have.
    #[must_use]
    pub const fn directory(&self) -> &Directory {
        &self.directory
    }

    /// What nothing can rest on: what could not be read, and what is wrong.
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

    /// The office, if nothing is wrong with it and nothing is missing.
    #[must_use]
    pub fn into_office(self) -> Option<Office> {
        let sound = self.gaps.is_empty() && self.faults.iter().all(|fault| fault.severity != Severity::Error);
        sound.then_some(self.office)
    }
}
