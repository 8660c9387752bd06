//! The types by subject, with a chapter on how the types of each subject belong together.
//!
//! Every type here is also at the root of the crate, from which programs import it.

/// Days, months and periods, as precisely as they are known.
///
/// | type | meaning | text form |
/// |---|---|---|
/// | [`Day`](crate::Day), [`Month`](crate::Month), [`Year`](crate::Year) | known exactly, of the years 1900 to 2199 | `2025-04-30`, `2025-04`, `2025` |
/// | [`PartialDate`](crate::PartialDate) | a day, or only its month or year | any of these |
/// | [`DateSpan`](crate::DateSpan) | consecutive days | `2025-04-29/2025-04-30` |
/// | [`Sitting`](crate::Sitting) | one of several sessions | a span, or a month |
/// | [`When`](crate::When) | when something took place, in any of these forms or with one end open | `2025-04-02, 2025-04-09`, `[2025-04-14..2025-04-25]`, `2019-01/..` |
///
/// Nothing is filled in: what is known to the month stays known to the month. A question that needs a day asks for the
/// first or the last day that a date can mean; what counts, counts from the last, because it is certain only then.
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

/// Exact amounts, and their rounding for print.
///
/// [`Money`](crate::Money) is a whole number of a currency's minor units. Sums are checked: amounts in two currencies
/// cannot be added, and a result out of range is an error. [`Amount`](crate::Amount) is money above zero, as pledges
/// and payments are; [`RateValue`](crate::RateValue) is the worth of one unit of a currency in another. For print,
/// [`Money::headline`](crate::Money::headline) rounds amounts of a million or more, and [`Share`](crate::Share) is a
/// percentage that is given only if rounding does not misrepresent it.
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

/// Every pledge, payment and gift, and when the office learned of it.
///
/// A [`Ledger`](crate::Ledger) consists of [`LedgerEntry`](crate::LedgerEntry)s, each of one
/// [`EntryKind`](crate::EntryKind), and only grows: a change to a pledge is a [`Revision`](crate::Revision), and a
/// mistake is put right by a [`Correction`](crate::Correction). Each question names two days, [`AsOf`](crate::AsOf):
/// one by which entries have taken effect, and one by which they have been recorded. The same question therefore has
/// the same answer later.
///
/// A figure is a [`Knowledge`](crate::Knowledge): known, stated by a source for a day, only documented, or unknown, and
/// its number can be reached only through that. [`Coverage`](crate::Coverage) says for what the ledger is complete.
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
/// A [`Trace`](crate::Trace) lists what a figure consists of, a [`Breakdown`](crate::Breakdown) splits the totals by
/// programme, contributor, year, fund or kind, and [`Movement`](crate::Movement)s are what happened within a month.
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

/// Texts that people write: one paragraph with markup, links, passages in other languages, and facts.
///
/// A [`RichText`](crate::RichText) is written with `**strong**`, `*emphasis*`, `[link](https://…)`,
/// `[passage]{lang=fr}` and `{fact}`. A fact is filled in when a month is compiled, so that no figure is typed twice;
/// one that is not known in that month is a fault at its place. [`FactKind::ALL`](crate::FactKind::ALL) lists the
/// facts.
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
/// A [`Name`](crate::Name) is known in English and in any other languages in which it was written down; in the
/// remaining languages it resolves to English, and says so. [`State`](crate::State)s have names in all six, and the
/// [`terms`](crate::terms) of the General Assembly in those in which an official name is known. Texts are translated by
/// [`TextKey`](crate::TextKey): a [`Translation`](crate::Translation) holds what a translator wrote, which has the same
/// links and facts as its source.
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
/// A value that is read from text has an error type of its own, such as [`InvalidMoney`](crate::InvalidMoney), which
/// says what is wrong and what to write. What can only be seen in the whole is a [`Fault`](crate::Fault): its
/// [`Code`](crate::Code) never changes its meaning, its [`FieldPath`](crate::FieldPath) leads to the value, and all
/// faults are found at once. Code that reads files gives the same fault its place in a file.
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
/// What could not be read is a gap ([`Gaps`](crate::Gaps)): nothing is reported about what depends on it.
pub mod errors {
    pub use crate::{
        Code, Explanation, Fault, FieldPath, Gaps, InvalidBriefing, InvalidLedger, InvalidOffice, InvalidWord, Related,
        Severity, Show, Step, Subject, UnknownCode,
    };
}

/// What stays the same from month to month, and what one month adds.
///
/// An [`Office`](crate::Office) is checked [`OfficeData`](crate::OfficeData): its [`Unit`](crate::Unit)s,
/// [`Programme`](crate::Programme)s, [`CoordinationBody`](crate::CoordinationBody)s and [`Party`](crate::Party)s, each
/// with the time during which it existed, so that an old month is printed with the names of its time. A
/// [`MonthPlan`](crate::MonthPlan) has the month's [`Event`](crate::Event)s.
/// [`Briefing::compile`](crate::Briefing::compile) combines these two and the ledger into everything that the month
/// prints.
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
