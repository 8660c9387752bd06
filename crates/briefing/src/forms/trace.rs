//! The entries behind a figure.

use briefing_derive::Record;
use briefing_model::{
    AsOf, Day, EntryId, EntryKindName, Figure, FormName, FormVersion, Knowledge, Ledger, LedgerError, Month, Office,
    OfficeId, PartyRef, SourceId, TraceAmount, TraceLine, When,
};
use briefing_office::{MonthFolder, OfficeFolder};
use serde::Serialize;

use super::{PartyInEnglish, TotalsUnvalued, in_words};

/// A figure of a month with the entries behind it, which add up to it.
///
/// ```
/// use briefing::forms::TracedFigure;
/// use briefing::{Folder, Language, Memory};
///
/// let ledger = "id,kind,effective,recorded,contributor,amount\np-1,pledge,2025-04-10,2025-05-02,DEU,92615\n";
/// let files = Memory::new()
///     .with("office.toml", "[office]\nid = 'phares'\nname = 'Lighthouses'\n")
///     .with("ledger.csv", ledger)
///     .with("2025-04/briefing.toml", "issued = 2025-05-02\n");
/// let month = Folder::new(files).month("2025-04".parse()?, Language::En).into_result().unwrap();
/// let traced = TracedFigure::new(&month, &"standing.pledged".parse()?, None)?;
/// assert_eq!(traced.entries[0].contributor.as_ref().unwrap().name, "Germany");
///
/// let json = serde_json::to_string(&traced)?;
/// assert!(json.starts_with(r#"{"format":"briefing-trace","version":1,"#));
/// assert_eq!(serde_json::from_str::<TracedFigure>(&json)?, traced);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Trace"))]
#[serde(deny_unknown_fields)]
#[record(read_keys)]
#[non_exhaustive]
pub struct TracedFigure {
    /// What tells this form from other JSON.
    format: FormName<Self>,
    /// The version of this form. A program reads this version and all before it, and refuses later ones.
    version: FormVersion<Self>,
    /// The id of the office.
    pub office: OfficeId,
    /// The month that prints the figure.
    pub month: Month,
    /// The figure.
    pub figure: Figure,
    /// The day by which entries had taken effect.
    pub as_of: Day,
    /// The day by which the office knew of them.
    pub known_at: Day,
    /// What is known of the figure: `known`, `stated` for a day by an entry, `documented` or `unknown`.
    pub known: Knowledge<TraceAmount>,
    /// What is on record of it.
    pub total: TraceAmount,
    /// What each entry adds; together the total.
    pub entries: Vec<TracedEntry>,
    /// What no entry adds, because its worth is not known in the currency of the total.
    pub unvalued: Vec<TotalsUnvalued>,
}

super::form!(TracedFigure, "briefing-trace", 1);

/// An entry behind a figure.
///
/// ```
/// use briefing::forms::TracedEntry;
/// use briefing::model::EntryKindName;
///
/// let json = r#"{"entry":"p-1","kind":"pledge","effective":"2025-04","recorded":"2025-05-02",
///     "contributor":{"id":"DEU","name":"Germany"},"corrected_by":[],"amount":{"money":{"amount":"92615.00","currency":"USD"}}}"#;
/// let entry: TracedEntry = serde_json::from_str(json)?;
/// assert_eq!((entry.kind, entry.in_words().as_str()), (EntryKindName::Pledge, "Germany"));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct TracedEntry {
    /// Its id.
    pub entry: EntryId,
    /// What kind of entry it is, such as `pledge`.
    pub kind: EntryKindName,
    /// When it took effect, corrections applied.
    pub effective: When,
    /// When the office wrote it down.
    pub recorded: Day,
    /// Who gave, corrections applied; of an entry about another one, that one's contributor.
    pub contributor: Option<PartyInEnglish>,
    /// Whose money it passes on; none if it is its own.
    pub on_behalf_of: Option<PartyInEnglish>,
    /// Where the office has it from.
    pub source: Option<SourceId>,
    /// The reference that it has there.
    pub reference: Option<String>,
    /// The entries that corrected it, of those that were known.
    pub corrected_by: Vec<EntryId>,
    /// What it adds.
    pub amount: TraceAmount,
}

impl TracedEntry {
    /// Who gave, and whose money it passes on; none if nobody gave.
    ///
    /// ```
    /// let json = r#"{"entry":"o-1","kind":"remainder","effective":"2024","recorded":"2025-05-02","corrected_by":[],"amount":{"partners":3}}"#;
    /// assert_eq!(serde_json::from_str::<briefing::forms::TracedEntry>(json)?.in_words(), "");
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub fn in_words(&self) -> String {
        self.contributor.as_ref().map(|one| in_words(one, self.on_behalf_of.as_ref())).unwrap_or_default()
    }
}

impl TracedFigure {
    /// The entries behind a figure of a month, as far as the office knew on a day: by default, the month's cut-off.
    ///
    /// # Errors
    ///
    /// As for [`Ledger::trace`](briefing_model::Ledger::trace).
    ///
    /// ```
    /// use briefing::forms::TracedFigure;
    /// use briefing::{Folder, Language, Memory};
    ///
    /// let ledger = "id,kind,effective,recorded,contributor,amount\np-1,pledge,2025-04-10,2025-05-02,DEU,92615\n";
    /// let files = Memory::new()
    ///     .with("office.toml", "[office]\nid = 'phares'\nname = 'Lighthouses'\n")
    ///     .with("ledger.csv", ledger)
    ///     .with("2025-04/briefing.toml", "issued = 2025-05-02\n");
    /// let month = Folder::new(files).month("2025-04".parse()?, Language::En).into_result().unwrap();
    /// let earlier = TracedFigure::new(&month, &"standing.pledged".parse()?, Some("2025-05-01".parse()?))?;
    /// assert!(earlier.entries.is_empty(), "nobody had written it down");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn new(folder: &MonthFolder, figure: &Figure, known_at: Option<Day>) -> Result<Self, LedgerError> {
        let known_at = known_at.unwrap_or_else(|| folder.plan.cutoff());
        Self::made((&folder.office, &folder.ledger), folder.plan.month, figure, known_at)
    }

    /// The same, reading nothing else of the month, so that faults in its texts do not matter.
    ///
    /// # Errors
    ///
    /// As for [`Ledger::trace`](briefing_model::Ledger::trace).
    ///
    /// ```
    /// use briefing::Memory;
    /// use briefing::forms::TracedFigure;
    /// use briefing::office::read_office;
    ///
    /// let ledger = "id,kind,effective,recorded,contributor,amount\np-1,pledge,2025-04-10,2025-05-02,DEU,92615\n";
    /// let files = Memory::new().with("office.toml", "[office]\nid = 'phares'\nname = 'Lighthouses'\n").with("ledger.csv", ledger);
    /// let folder = read_office(&files).into_parts().0.unwrap();
    /// let traced = TracedFigure::of_month(&folder, "2025-04".parse()?, &"standing.pledged".parse()?, "2025-05-02".parse()?)?;
    /// assert_eq!(traced.entries.len(), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn of_month(folder: &OfficeFolder, month: Month, figure: &Figure, known_at: Day) -> Result<Self, LedgerError> {
        Self::made((&folder.office, &folder.ledger), month, figure, known_at)
    }

    fn made(
        (office, ledger): (&Office, &Ledger),
        month: Month,
        figure: &Figure,
        known_at: Day,
    ) -> Result<Self, LedgerError> {
        let as_of = month.last_day();
        let trace = ledger.trace(figure, AsOf { in_effect: as_of, known: known_at })?;
        let party = |party: &PartyRef| PartyInEnglish::of(party, office);
        let line = |line: &TraceLine| {
            let entry = ledger.entry(&line.entry)?;
            Some(TracedEntry {
                entry: line.entry.clone(),
                kind: entry.kind.name(),
                effective: line.effective.clone(),
                recorded: entry.recorded,
                contributor: line.contributor.as_ref().map(party),
                on_behalf_of: line.on_behalf_of.as_ref().map(party),
                source: entry.source.as_deref().cloned(),
                reference: entry.reference.as_deref().map(str::to_owned),
                corrected_by: line.corrected_by.clone(),
                amount: line.amount,
            })
        };
        Ok(Self {
            format: FormName::new(),
            version: FormVersion::new(),
            office: office.data().id.clone(),
            month,
            as_of,
            known_at,
            entries: trace.lines.iter().filter_map(line).collect(),
            figure: trace.figure,
            known: trace.known,
            total: trace.total,
            unvalued: trace.unvalued.iter().map(|one| TotalsUnvalued::of(one, office)).collect(),
        })
    }
}
