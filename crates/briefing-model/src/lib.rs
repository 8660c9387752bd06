//! The domain model of a counter-terrorism office's monthly briefing.

mod body;
mod contributor;
mod currency;
mod date;
mod earmark;
mod event;
mod id;
mod language;
mod ledger;
mod mandate;
mod money;
mod month;
mod name;
mod party;
mod picture;
mod pillar;
mod place;
mod programme;
mod resolution;
mod rounding;
mod shared;
mod state;
mod text;
mod textual;
mod theme;
mod when;
pub mod terms;

pub use self::contributor::Contributor;
pub use self::currency::{Currency, InvalidCurrency};
pub use self::date::{DateSpan, InvalidDateSpan, InvalidPartialDate, PartialDate, Precision};
pub use self::earmark::{Earmark, Fund, InvalidPurpose, Purpose};
pub use self::ledger::{
    Allocation, Amendment, Assertion, Certainty, Change, ContributorStanding, Correction, EntryKind, EntryKindName,
    Explanation, InKind, InKindStanding, Instalment, Introduction, InvalidEntryKind, InvalidSchedule, InvalidTerms,
    Ledger, LedgerCode, LedgerEntry, LedgerError, LedgerFault, LedgerSettings, MultiYear, NothingStated, OpeningBalance,
    OrgansCount, Pledge, Rate, Receipt, ReceiptMore, Refund, Remainder, RemainderStanding, Revision, Schedule, Severity,
    Standing, StandingNote, Terms, UnvaluedStanding, Withdrawal,
};
pub use self::money::{Amount, InvalidAmount, InvalidMoney, InvalidRate, Money, MoneyError, RateValue};
pub use self::rounding::{HeadlineAmount, HeadlineUnit, InvalidShare, Share};
pub use self::shared::Shared;
pub use self::body::{Committee, CoordinationBody, EntityCount, Milestone, WorkingGroups};
pub use self::event::{Event, InvalidPlacement, Placement};
pub use self::id::{
    BodyId, EntryId, EventId, FundId, InvalidId, OfficeId, PartyId, PictureId, ProgrammeId, SourceId, UnitId,
};
pub use self::language::{Direction, InvalidLanguage, InvalidLanguageTag, Language, LanguageTag};
pub use self::mandate::{InvalidMandateFunction, MandateFunction};
pub use self::month::{InvalidMonth, InvalidYear, Month, Year};
pub use self::name::{FormerName, InvalidName, Name};
pub use self::party::{InvalidPartyRef, Party, PartyKind, PartyRef};
pub use self::picture::{AltText, BlankAltText, Digest, InvalidDigest, Media, Orientation, Picture};
pub use self::pillar::{InvalidPillar, Pillar};
pub use self::place::{InvalidPlace, Place};
pub use self::programme::{Initiative, Programme};
pub use self::resolution::{InvalidResolutionSymbol, Organ, Resolution, ResolutionSymbol, Session, SymbolKind};
pub use self::state::{InvalidState, Region, State, StateStatus, Subregion};
pub use self::text::{
    FactName, Inline, InvalidFactName, InvalidLink, InvalidRichText, Link, RichText, RichTextFault, UnresolvedFact,
};
pub use self::theme::{Colour, InvalidColour, PaleInk, Paper, Theme};
pub use self::when::{InvalidWhen, When, WhenShape};
