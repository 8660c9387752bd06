//! The JSON forms of results for other programs, as types.
//!
//! They are what the command writes with `--format json`, and can be made and read without it. Each begins with its `format` and
//! `version`, as [`VersionedForm`](briefing_model::VersionedForm) says. A form with more keys has a later version, which is
//! refused as such; no key is removed or changes its meaning. Their JSON Schemas are behind the feature `schema`.
//!
//! | form | of | made by | command |
//! |---|---|---|---|
//! | [`Totals`] | what the ledger comes to on a day, in parts | [`Totals::new`] | `totals` |
//! | [`TracedFigure`] | a figure with the entries behind it | [`TracedFigure::new`] | `trace` |
//! | [`Comparison`](crate::Comparison) | what differs between two issues | [`compare`](crate::compare()) | `diff` |
//! | [`Approvals`] | who approved which item of a month | [`Approvals::new`] | `approve` |
//! | [`Translations`] | how far a month is translated | [`Translations::new`] | `translations` |
//! | [`TagTree`] | what a file means to a program | [`TagTree::new`] | `tags` |
//! | [`Faults`] | what is wrong with an office | [`Faults::new`] | `check` |
//! | [`VerificationReport`] | whether a file shows what its data say | [`VerificationReport::new`] | `verify` |
//!
//! The forms of data are [`Edition`](crate::Edition) and, in the model, [`Ledger`](briefing_model::Ledger) and
//! [`Versioned`](briefing_model::Versioned).
//!
//! ```
//! use briefing::forms::Totals;
//! use briefing::model::{AsOf, BreakdownBy};
//! use briefing::{Folder, Memory};
//!
//! let ledger = "id,kind,effective,recorded,contributor,amount\np-1,pledge,2025-04-10,2025-05-05,DEU,92615\n";
//! let files = Memory::new().with("office.toml", "[office]\nid = 'phares'\nname = 'Lighthouses'\n").with("ledger.csv", ledger);
//! let office = Folder::new(files).office().into_result().unwrap();
//!
//! let at = AsOf { in_effect: "2025-04-30".parse()?, known: "2025-05-06".parse()? };
//! let totals = Totals::new(&office, BreakdownBy::Contributor, at)?;
//! let json = serde_json::to_string(&totals)?;
//! assert!(json.starts_with(r#"{"format":"briefing-totals","version":1,"office":"phares""#));
//! assert_eq!(serde_json::from_str::<Totals>(&json)?, totals);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod approvals;
mod faults;
mod tags;
mod totals;
mod trace;
mod translations;
mod verification;

use briefing_derive::Record;
use briefing_model::{Office, PartyRef};
use serde::Serialize;

pub use self::approvals::{Approval, ApprovalStatus, Approvals};
pub use self::faults::{
    Faults, InvalidReportedCode, RelatedPlace, ReportedCode, ReportedFault, ReportedPlace, ReportedPosition,
};
pub use self::tags::{Tag, TagChild, TagContent, TagLink, TagTarget, TagTree};
pub use self::totals::{Totals, TotalsContributor, TotalsGift, TotalsNote, TotalsPart, TotalsUnvalued};
pub use self::trace::{TracedEntry, TracedFigure};
pub use self::translations::{Translations, TranslationsLanguage, TranslationsState, TranslationsText};
pub use self::verification::{ReportedSignature, ReportedVerdict, VerificationReport};

/// A type that is a form: it has `format` and `version` among its fields, and its derived reader has `read_keys`.
macro_rules! form {
    ($form:ident, $format:literal, $version:literal) => {
        impl briefing_model::VersionedForm for $form {
            const FORMAT: &'static str = $format;
            const VERSION: u32 = $version;
        }

        impl<'de> serde::Deserialize<'de> for $form {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                struct Keys($form);

                impl<'de> serde::Deserialize<'de> for Keys {
                    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                        read_keys(deserializer).map(Self)
                    }
                }

                briefing_model::read_form::<Self, Keys, _>(deserializer).map(|Keys(form)| form)
            }
        }
    };
}
pub(crate) use form;

/// A party with its name in English.
///
/// ```
/// use briefing::forms::PartyInEnglish;
///
/// let germany = PartyInEnglish::new("DEU".parse()?, "Germany");
/// assert_eq!(serde_json::to_string(&germany)?, r#"{"id":"DEU","name":"Germany"}"#);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct PartyInEnglish {
    /// Its code, such as `DEU`, or its id.
    pub id: PartyRef,
    /// Its name in English.
    pub name: String,
}

impl PartyInEnglish {
    /// A party with a name.
    ///
    /// ```
    /// let fund = briefing::forms::PartyInEnglish::new("fund".parse()?, "Fund");
    /// assert_eq!((fund.id.to_string(), fund.name), ("fund".to_owned(), "Fund".to_owned()));
    /// # Ok::<(), briefing::model::InvalidPartyRef>(())
    /// ```
    #[must_use]
    pub fn new(id: PartyRef, name: impl Into<String>) -> Self {
        Self { id, name: name.into() }
    }

    /// A party with the name that an office uses for it.
    fn of(party: &PartyRef, office: &Office) -> Self {
        let name = office.party_name(party).map_or_else(|| party.to_string(), |name| name.english().to_owned());
        Self { id: party.clone(), name }
    }
}

/// Who gave, in words, and on whose behalf.
fn in_words(contributor: &PartyInEnglish, on_behalf_of: Option<&PartyInEnglish>) -> String {
    match on_behalf_of {
        Some(source) => format!("{} for {}", contributor.name, source.name),
        None => contributor.name.clone(),
    }
}
