//! The types by subject, each with a chapter on how they belong together.
//!
//! Everything here is also at the root of the crate, where programs import it from.

/// Days, months and periods, as precise as they are known.
///
/// | a value | is | written |
/// |---|---|---|
/// | [`Day`](crate::Day), [`Month`](crate::Month), [`Year`](crate::Year) | known exactly, of the years 1900 to 2199 | `2025-04-30`, `2025-04`, `2025` |
/// | [`PartialDate`](crate::PartialDate) | a day, or no more than its month or year | any of these |
/// | [`DateSpan`](crate::DateSpan) | an unbroken run of days | `2025-04-29/2025-04-30` |
/// | [`Sitting`](crate::Sitting) | one of several sessions | a span, or a month |
/// | [`When`](crate::When) | when something took place, in any of these shapes or open to one side | `2025-04-02, 2025-04-09`, `[2025-04-14..2025-04-25]`, `2019-01/..` |
///
/// Nothing is filled in: what is known to the month stays known to the month. A question that needs a day asks for the
/// first or the last that it may be; what counts, counts from the last, on which it is certain.
///
/// ```
/// use briefing_model::{Day, Month, PartialDate, When};
///
/// let april: Month = "2025-04".parse()?;
/// let paid: PartialDate = "2025-04".parse()?;
/// assert_eq!((paid.first_day(), paid.last_day()), (april.first_day(), april.last_day()));
///
/// let sessions: When = "2025-04-02, 2025-04-09/2025-04-10".parse()?;
/// assert!(sessions.overlaps(april));
/// assert_eq!(sessions.last_day(), Some(Day::new(2025, 4, 10)?));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub mod dates {
    pub use crate::{
        DateAdvice, DateSpan, Day, InvalidDateSpan, InvalidDay, InvalidMonth, InvalidPartialDate, InvalidWhen,
        InvalidYear, Month, PartialDate, Precision, Sitting, When, WhenShape, Year, date_advice,
    };
}

/// Exact amounts, and how they are rounded for print.
///
/// [`Money`](crate::Money) is a whole number of a currency's minor units. Sums are checked: two currencies never add, and
/// what leaves the range is an error. [`Amount`](crate::Amount) is money above zero, as pledges and payments are;
/// [`RateValue`](crate::RateValue) is what one unit of a currency is worth in another. For print,
/// [`Money::headline`](crate::Money::headline) rounds what reaches a million, and [`Share`](crate::Share) is a
/// percentage that is given only where rounding changes nothing.
///
/// ```
/// use briefing_model::{Amount, Money};
///
/// let pledged: Amount = "USD 92615".parse()?;
/// let received: Money = "USD 50000.50".parse()?;
/// assert_eq!(pledged.money().checked_sub(received)?.to_string(), "USD 42614.50");
/// assert!(pledged.money().checked_add("EUR 1".parse()?).is_err());
/// assert!("USD 0".parse::<Amount>().is_err());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub mod money {
    pub use crate::{
        Amount, AmountOrZero, Currency, InvalidAmount, InvalidCurrency, InvalidMoney, InvalidRate, InvalidShare, Money,
        MoneyError, RateValue, Share,
    };
}

/// Every pledge, payment and gift, and when the office knew of it.
///
/// A [`Ledger`](crate::Ledger) is made of [`LedgerEntry`](crate::LedgerEntry)s, each of one
/// [`EntryKind`](crate::EntryKind), and only grows: a pledge that changes gets a [`Revision`](crate::Revision), a mistake a
/// [`Correction`](crate::Correction). Each question names two days, [`AsOf`](crate::AsOf): until when something took effect,
/// and until when it was recorded. So a question asked again later gets the answer that it got then.
///
/// A figure is a [`Knowledge`](crate::Knowledge): known, stated by somebody for a day, no more than documented, or unknown,
/// and there is no way to its number but through that. [`Coverage`](crate::Coverage) says what the ledger is complete for.
///
/// ```
/// use briefing_model::{AsOf, Coverage, Knowledge, Ledger, LedgerEntry, LedgerSettings, Pledge, Reach};
///
/// let pledge = Pledge::new("DEU".parse()?, "USD 92615".parse()?);
/// let entries = vec![LedgerEntry::new("P-1".parse()?, "2025-04-10".parse()?, "2025-05-05".parse()?, pledge)];
/// let settings = LedgerSettings { coverage: Coverage::of(Reach::Documented), ..LedgerSettings::default() };
/// let ledger = Ledger::new(settings, entries)?;
///
/// let at = AsOf { in_effect: "2025-04-30".parse()?, known: "2025-05-06".parse()? };
/// assert!(matches!(ledger.standing(at)?.pledged, Knowledge::Documented(_)), "others may have pledged as well");
/// assert!(ledger.standing(AsOf::on("2025-04-30".parse()?))?.pledged.is_unknown(), "nobody had written it down");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// What a figure is made of is a [`Trace`](crate::Trace); parts by programme, contributor, year, fund or kind are a
/// [`Breakdown`](crate::Breakdown); what happened within a month are [`Movement`](crate::Movement)s.
pub mod ledger {
    pub use crate::{
        Allocation, Amendment, AsOf, Assertion, Breakdown, BreakdownBy, Certainty, Contributor, ContributorStanding,
        Correction, CorrectionKind, Coverage, Earmark, EntryCorrection, EntryKind, EntryKindName, Figure, Fund,
        HistoryPoint, InKind, InKindStanding, Instalment, Introduction, InvalidFigure, InvalidLedger, InvalidPurpose,
        InvalidSchedule, InvalidTerms, Knowledge, Ledger, LedgerEntry, LedgerError, LedgerReferences, LedgerSettings,
        Measure, Movement, MovementCorrection, MovementKind, MovementSum, MovementTotal, MultiYear, Newness,
        OpeningBalance, OrgansCount, Part, PartKey, Pledge, Promise, Purpose, Rate, Reach, Receipt, ReceiptMore,
        Refund, Remainder, RemainderStanding, Revision, Schedule, Shared, Standing, StandingNote, Terms, Trace,
        TraceAmount, TraceLine, UnreadEntries, UnvaluedStanding, Withdrawal,
    };
}

/// Texts that people write: one paragraph with marks, links, passages in other languages, and facts.
///
/// A [`RichText`](crate::RichText) is written with `**strong**`, `*emphasis*`, `[link](https://…)`, `[passage]{lang=fr}` and
/// `{fact}`. A fact is filled in when a month is compiled, so that no figure is typed twice; one that is not known in that
/// month is a fault at its place. [`FactKind::ALL`](crate::FactKind::ALL) lists them.
///
/// ```
/// use briefing_model::RichText;
///
/// let text: RichText = "**{compact.entities} entities** take part, as the [list](https://www.un.org) shows.".parse()?;
/// assert_eq!(text.plain(), "{compact.entities} entities take part, as the list shows.");
///
/// let error = "a [link](www.un.org)".parse::<RichText>().unwrap_err();
/// assert_eq!(error.offset(), 9, "faults have their place in the text");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub mod texts {
    pub use crate::{
        AltText, BlankAltText, Credit, FactKind, FactName, FactValue, InvalidFactName, InvalidLink, InvalidRichText,
        Link, Origin, RichText, RichTextFault, TextPart, WordChange, word_changes,
    };
}

/// The six official languages, names in them, and translations of texts.
///
/// A [`Name`](crate::Name) is known in English and in as many of the other languages as somebody wrote down; asked for
/// another, it comes back in English and says so. [`State`](crate::State)s and the [`terms`](crate::terms) of the General
/// Assembly have names in all six. Texts are translated by [`TextKey`](crate::TextKey): a [`Translation`](crate::Translation)
/// holds what a translator wrote, and has the links and facts of its source.
///
/// ```
/// use briefing_model::{Language, Name, State};
///
/// let name = Name::new("Support Section")?.with(Language::Fr, "Section d'appui")?;
/// assert_eq!(name.resolve(Language::Ru), ("Support Section", Language::En));
/// assert_eq!("MAR".parse::<State>()?.short_name(Language::Es), "Marruecos");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub mod languages {
    pub use crate::{
        Direction, FormerName, InvalidLanguage, InvalidLanguageTag, InvalidName, InvalidTextKey, Language, LanguageTag,
        Name, ReferenceFault, SourceText, State, TextKey, Translation, UnreadTexts, terms,
    };
}

/// Errors of single values, and faults of whole offices, ledgers and months.
///
/// A value that is read from text has an error of its own, such as [`InvalidMoney`](crate::InvalidMoney), which says what is
/// wrong and what to write. What can only be seen as a whole is a [`Fault`](crate::Fault): its [`Code`](crate::Code) never
/// changes its meaning, its [`FieldPath`](crate::FieldPath) leads to the value, whoever wrote it, and all of them are found
/// at once. Whoever reads files gives the same fault another place.
///
/// ```
/// use briefing_model::{Code, Ledger, LedgerEntry, LedgerSettings, Receipt};
///
/// let receipt = Receipt::on("P-9".parse()?, "USD 100".parse()?);
/// let entry = LedgerEntry::new("R-1".parse()?, "2025-04-10".parse()?, "2025-05-05".parse()?, receipt);
/// let invalid = Ledger::new(LedgerSettings::default(), vec![entry]).unwrap_err();
/// assert_eq!(invalid.faults[0].code, Code::UnknownEntry);
/// assert!(Code::UnknownEntry.explain().remedy.len() > 10, "every code is explained, with an example");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// What could not be read is a gap ([`Gaps`](crate::Gaps)): nothing is said of what depends on it.
pub mod errors {
    pub use crate::{
        Code, Explanation, Fault, FieldPath, Gaps, InvalidBriefing, InvalidLedger, InvalidOffice, InvalidWord, Related,
        Severity, Show, Step, Subject, UnknownCode,
    };
}

/// What holds from month to month, and what one month adds.
///
/// An [`Office`](crate::Office) is checked [`OfficeData`](crate::OfficeData): its [`Unit`](crate::Unit)s,
/// [`Programme`](crate::Programme)s, [`CoordinationBody`](crate::CoordinationBody)s and [`Party`](crate::Party)s, each with the
/// days on which it existed, so that an old month is printed with the names of its time. A [`MonthPlan`](crate::MonthPlan)
/// has the month's [`Event`](crate::Event)s. [`Briefing::compile`](crate::Briefing::compile) makes of both, and of the ledger,
/// everything that the month prints.
///
/// ```
/// use briefing_model::{FormerName, Name, Unit, UnitKind};
///
/// let mut unit = Unit::new("spib".parse()?, Name::new("Special Projects Branch")?, UnitKind::Branch);
/// let section = Name::new("Special Projects Section")?;
/// unit.formerly.push(FormerName { name: section, acronym: None, until: "2022-06".parse()? });
/// assert_eq!(unit.name_on("2021-03-01".parse()?).english(), "Special Projects Section");
/// assert_eq!(unit.name_on("2025-04-30".parse()?).english(), "Special Projects Branch");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub mod offices {
    pub use crate::{
        AdvisoryBoard, Briefing, Committee, CoordinationBody, Directory, EntityCount, Establishment, Event, EventMode,
        FoundingContribution, Initiative, IssueCorrection, KnownEvent, Mandate, MandateFunction, Milestone, MonthPlan,
        Office, OfficeData, OfficeDraft, Party, PartyKind, PartyRef, Pillar, Place, Placement, PreviousIssue,
        Programme, Resolution, ResolutionSymbol, Source, StandingText, Theme, Titles, Unit, UnitKind, Units,
        WorkingGroups,
    };
}
