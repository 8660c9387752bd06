//! The domain model of a counter-terrorism office's monthly briefing.

mod id;
mod language;
mod mandate;
mod month;
mod name;
mod party;
mod pillar;
mod resolution;
mod state;
mod text;
mod textual;
mod when;
pub mod terms;

pub use self::id::{
    BodyId, EntryId, EventId, FundId, InvalidId, PartyId, PictureId, ProgrammeId, SourceId, UnitId,
};
pub use self::language::{Direction, InvalidLanguage, InvalidLanguageTag, Language, LanguageTag};
pub use self::mandate::{InvalidMandateFunction, MandateFunction};
pub use self::month::{InvalidMonth, InvalidYear, Month, Year};
pub use self::name::{FormerName, InvalidName, Name};
pub use self::party::{InvalidPartyRef, Party, PartyKind, PartyRef};
pub use self::pillar::{InvalidPillar, Pillar};
pub use self::resolution::{InvalidResolutionSymbol, Organ, Resolution, ResolutionSymbol, Session, SymbolKind};
pub use self::state::{InvalidState, Region, State, StateStatus, Subregion};
pub use self::text::{
    FactName, Inline, InvalidFactName, InvalidLink, InvalidRichText, Link, RichText, RichTextFault, UnresolvedFact,
};
pub use self::when::{
    DateSpan, InvalidDateSpan, InvalidPartialDate, InvalidWhen, PartialDate, Precision, When, WhenShape,
};
