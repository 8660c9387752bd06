//! The domain model of an office's monthly briefing.
//!
//! A UN-style office, of which the Office of Counter-Terrorism is the example, reports every month: what its head led,
//! what stood out, what its branches did for Member States, who pledged money, and how it all serves its mandate. This
//! crate holds what such an office knows, in types that cannot express what makes no sense, and compiles it into the
//! briefing of one month. It reads no files, prints nothing, and knows neither a clock nor PDF: other crates read the
//! facts and lay out the pages.
//!
//! ```text
//! Office     what holds from month to month: names, units, programmes, parties
//! Ledger     every pledge, payment and gift, and when the office knew of it     ── compile ──▶ Briefing
//! MonthPlan  one month's items, in the order they print
//! ```
//!
//! A [`Briefing`] is self-contained: everything that one issue prints, and nothing else.
//!
//! # One way in
//!
//! Every value that is written as text is read by [`FromStr`](std::str::FromStr), which is the one place where it is
//! checked. [`Display`](std::fmt::Display) writes it in one form, which reads back as the same value; JSON uses both.
//! An error says what is wrong and what to do about it.
//!
//! ```
//! use briefing_model::{Language, Month, State};
//!
//! let month: Month = "2025-04".parse()?;
//! assert_eq!(month.last_day().to_string(), "2025-04-30");
//!
//! // The Member States and observers, by code, with their names in the six official languages.
//! let state: State = "KAZ".parse()?;
//! assert_eq!(state.short_name(Language::Ru), "Казахстан");
//!
//! let error = "Kasachstan".parse::<State>().unwrap_err();
//! assert!(error.to_string().contains("write its ISO 3166 alpha-3 code, as in DEU"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! What the General Assembly decided is code: the five [`MandateFunction`]s, the four [`Pillar`]s and the names in
//! [`terms`]. What an office decides is data: its [`Unit`]s, [`Programme`]s, [`CoordinationBody`]s and funds, and the
//! order of its sections.
//!
//! # What is known, and how precisely
//!
//! A date may be known only to the month, a name in only three of the six languages, a contributor not at all. The
//! model keeps what is known and fills nothing in.
//!
//! ```
//! use briefing_model::{Language, Name, When};
//!
//! // The office in Nairobi opened in January 2021; the day is not known.
//! let opened: When = "2021-01".parse()?;
//! assert_eq!(opened.last_day().map(|day| day.to_string()).as_deref(), Some("2021-01-31"), "it counts from its last day");
//!
//! // A name that is not known in a language comes back in English, and says so.
//! let name = Name::new("Nairobi")?.with(Language::Ar, "نيروبي")?;
//! assert_eq!(name.resolve(Language::Ar), ("نيروبي", Language::Ar));
//! assert_eq!(name.resolve(Language::Es), ("Nairobi", Language::En));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Text
//!
//! What people write is [`RichText`]: one paragraph with strong and emphasized words, links, passages in another
//! language, and facts that the model fills in, so that no figure is typed twice.
//!
//! ```
//! use briefing_model::RichText;
//!
//! let text: RichText = "The Compact brings together **{compact.entities} entities**.".parse()?;
//! assert_eq!(text.facts().map(|(name, _)| name.as_str()).collect::<Vec<_>>(), ["compact.entities"]);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Money
//!
//! [`Money`] is exact, and amounts in two currencies cannot be added. The [`Ledger`] only grows: a change to a pledge
//! is a revision, and a mistake is put right by a correction. Every figure is asked for by what had taken effect and by
//! what was known, so that an issue printed again a year later shows the same figures.
//!
//! ```
//! use briefing_model::{AsOf, Ledger, LedgerEntry, LedgerSettings, Pledge, Receipt};
//!
//! let pledge = Pledge::new("DEU".parse()?, "USD 92615".parse()?);
//! let receipt = Receipt::on("2025-04-DEU".parse()?, "USD 50000".parse()?);
//! let entries = vec![
//!     LedgerEntry::new("2025-04-DEU".parse()?, "2025-04".parse()?, "2025-04-30".parse()?, pledge),
//!     LedgerEntry::new("2025-05-R1".parse()?, "2025-05-06".parse()?, "2025-05-07".parse()?, receipt),
//! ];
//! let ledger = Ledger::new(LedgerSettings::default(), entries)?;
//!
//! let april = ledger.standing(AsOf::on("2025-04-30".parse()?))?;
//! assert_eq!((april.pledged.to_string(), april.received.to_string()), ("USD 92615.00".into(), "not known".into()));
//! let may = ledger.standing(AsOf::on("2025-05-31".parse()?))?;
//! assert_eq!(may.outstanding.to_string(), "USD 42615.00");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # A small briefing
//!
//! An office with one unit, a month with one item, and a ledger with one pledge make a briefing.
//!
//! ```
//! use briefing_model::{
//!     Briefing, Event, Ledger, LedgerEntry, LedgerSettings, MonthPlan, Name, Office, OfficeData, Placement, Pledge,
//!     SectionKind, Unit, UnitKind, Units, terms,
//! };
//!
//! // What holds from month to month. `Office::new` finds everything that is referred to, or says what is missing.
//! let mut data = OfficeData::new("unoct".parse()?, Name::from(&terms::OFFICE));
//! data.units = Units::new(vec![Unit::new("uncct".parse()?, Name::from(&terms::CENTRE), UnitKind::Centre)]);
//! data.about = vec!["The office knows of {standing.partners} funding partner.".parse()?];
//! let office = Office::new(data)?;
//!
//! // What the office was promised.
//! let pledge = Pledge::new("KAZ".parse()?, "USD 300000".parse()?);
//! let entry = LedgerEntry::new("2025-KAZ".parse()?, "2025-04".parse()?, "2025-04-28".parse()?, pledge);
//! let ledger = Ledger::new(LedgerSettings::default(), vec![entry])?;
//!
//! // What the month brought.
//! let mut plan = MonthPlan::new("2025-04".parse()?);
//! plan.events.push(Event::new(
//!     "dialogue".parse()?,
//!     Placement::Unit("uncct".parse()?),
//!     "2025-04-30".parse()?,
//!     "A **regional dialogue** on rehabilitation met in Astana.".parse()?,
//! ));
//!
//! let briefing = Briefing::compile(&office, &ledger, &plan)?;
//! assert_eq!(briefing.capacity_building[0].items.len(), 1);
//! assert_eq!(briefing.movements.totals[0].amount.to_string(), "USD 300000.00");
//! assert!(!briefing.sections.contains(&SectionKind::Leadership), "a section with nothing to say is left out");
//!
//! // It is a value like any other: it can be kept as JSON and read back.
//! let json = serde_json::to_string(&briefing)?;
//! assert_eq!(serde_json::from_str::<Briefing>(&json)?, briefing);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Where to look
//!
//! [`guide`] has a chapter on each subject, with its types: [dates](guide::dates), [money](guide::money), the
//! [ledger](guide::ledger), [offices and months](guide::offices), [texts](guide::texts), [languages](guide::languages)
//! and [errors](guide::errors).

// `derive(Record)` expands to paths that begin with this crate's name, also within the crate.
extern crate self as briefing_model;

mod body;
mod briefing;
mod colophon;
mod contributor;
mod currency;
mod date;
mod day;
mod drawing;
mod earmark;
mod event;
mod facts;
mod fault;
mod form;
pub mod guide;
mod held;
mod id;
mod language;
mod ledger;
mod mandate;
mod money;
mod month;
mod name;
mod object;
mod office;
mod origin;
mod party;
mod picture;
mod pillar;
mod place;
mod plan;
mod programme;
mod resolution;
mod rounding;
#[cfg(feature = "schema")]
pub mod schema;
mod shared;
mod state;
mod suggest;
pub mod terms;
mod text;
mod textual;
mod theme;
mod titles;
mod translation;
mod unit;
mod units;
mod when;
mod words;

/// The decimal numbers of amounts and shares.
///
/// ```
/// let half: briefing_model::Decimal = "0.5".parse()?;
/// assert!(briefing_model::Money::new(half, "USD".parse()?).is_ok());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub use rust_decimal::Decimal;

pub use self::body::{Committee, CoordinationBody, EntityCount, Milestone, WorkingGroups};
pub use self::briefing::{
    Acronym, BoardSummary, BodySummary, Briefing, BriefingLimit, ChartedProgramme, Compared, Contributions,
    ContributorFigures, CorrectedMovement, DatedMovement, InKindGift, InvalidBriefing, Item, ItemPlace, MandateText,
    Masthead, MonthMovements, MovementLine, Named, NewPartners, OrganizationChart, OrganizationNode, OtherContributors,
    PartOf, PledgedToDate, PrintedPurpose, ProgrammeOffice, RestatedFigures, RestatedOf, Restatement, SinceLastIssue,
    UncheckedBriefing, UnitItems, Unvalued,
};
pub use self::colophon::Colophon;
pub use self::contributor::Contributor;
pub use self::currency::{Currency, InvalidCurrency};
pub use self::date::{
    DateAdvice, DateSpan, InvalidDateSpan, InvalidPartialDate, PartialDate, Precision, Sitting, date_advice,
};
pub use self::day::{Day, InvalidDay};
pub use self::drawing::{Drawing, DrawnLine, DrawnPath, DrawnPoint, InvalidDrawing, LineCorner, LineEnd, PathStep};
pub use self::earmark::{Earmark, Fund, InvalidPurpose, Purpose};
pub use self::event::{Event, EventMode, InvalidPlacement, KnownEvent, Placement};
pub use self::facts::{FactKind, FactValue};
pub use self::fault::{Code, Explanation, Fault, FieldPath, Gaps, Related, Severity, Show, Step, Subject, UnknownCode};
pub use self::form::{FormName, FormVersion, Versioned, VersionedForm, read_form};
pub use self::id::{
    BodyId, EntryId, EventId, FundId, InvalidId, OfficeId, PartyId, PictureId, ProgrammeId, SourceId, UnitId, WordingId,
};
pub use self::language::{Direction, InvalidLanguage, InvalidLanguageTag, Language, LanguageTag};
pub use self::ledger::{
    Allocation, Amendment, AsOf, Assertion, Breakdown, BreakdownBy, Certainty, ContributorStanding, Correction,
    CorrectionKind, Coverage, EntryCorrection, EntryKind, EntryKindName, Figure, HistoryPoint, InKind, InKindStanding,
    Instalment, Introduction, InvalidFigure, InvalidLedger, InvalidSchedule, InvalidTerms, Knowledge, Ledger,
    LedgerEntry, LedgerError, LedgerReferences, LedgerSettings, Measure, Movement, MovementCorrection, MovementKind,
    MovementSum, MovementTotal, MultiYear, Newness, OpeningBalance, OrgansCount, Part, PartKey, Pledge, Promise, Rate,
    Reach, Receipt, ReceiptMore, Refund, Remainder, RemainderStanding, Revision, Schedule, Standing, StandingNote,
    Terms, Trace, TraceAmount, TraceLine, UnreadEntries, UnvaluedStanding, Withdrawal, note_says_unknown,
};
pub use self::mandate::MandateFunction;
pub use self::money::{Amount, AmountOrZero, InvalidAmount, InvalidMoney, InvalidRate, Money, MoneyError, RateValue};
pub use self::month::{ENGLISH_MONTHS, InvalidMonth, InvalidYear, MONTHS_IN_DATES, Month, Year};
pub use self::name::{FormerName, InvalidName, Name};
#[doc(hidden)]
pub use self::object::Object;
pub use self::office::{
    ChartSettings, Directory, Establishment, Ids, InvalidOffice, ItemDetail, LedgerWording, Mandate, NoSuchParty,
    Office, OfficeData, OfficeDraft, SectionKind, Source, StandingText, state_named,
};
pub use self::origin::Origin;
pub use self::party::{InvalidPartyRef, Party, PartyKind, PartyRef};
pub use self::picture::{AltText, BlankAltText, Credit, Digest, InvalidDigest, Media, Orientation, Picture};
pub use self::pillar::{InvalidPillar, Pillar};
pub use self::place::{InvalidPlace, Place};
pub use self::plan::{IssueCorrection, MonthPlan, PreviousIssue};
pub use self::programme::{Initiative, Programme};
pub use self::resolution::{InvalidResolutionSymbol, Organ, Resolution, ResolutionSymbol, Session, SymbolKind};
pub use self::rounding::{InvalidShare, Share};
pub use self::shared::Shared;
pub use self::state::{InvalidState, Region, State, StateStatus, Subregion, unaccented};
pub use self::suggest::nearest;
pub use self::text::{
    FactName, InvalidFactName, InvalidLink, InvalidRichText, Link, RichText, RichTextFault, TextPart, is_invisible,
    shows_nothing,
};
pub use self::textual::{InvalidWord, with_article};
pub use self::theme::{Colour, InvalidColour, InvalidTextColumns, PaleInk, Paper, TextColumns, Theme, ThemeLook};
pub use self::titles::Titles;
pub use self::translation::{InvalidTextKey, ReferenceFault, SourceText, TextKey, Translation, UnreadTexts};
pub use self::unit::{AdvisoryBoard, FoundingContribution, Unit, UnitKind};
pub use self::units::Units;
pub use self::when::{InvalidWhen, When, WhenShape};
pub use self::words::{WordChange, whole_word, word_changes};

/// The examples of the README.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct ReadMe;
