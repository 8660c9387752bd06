//! A ledger as JSON: its settings and its entries, from which all its figures follow.

use briefing_derive::Record;
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{Ledger, LedgerSettings};
use crate::{FormName, FormVersion, LedgerEntry, read_form};

const FORMAT: FormName<Ledger> = FormName::new();
const VERSION: FormVersion<Ledger> = FormVersion::new();

/// The head of a ledger: everything except its entries.
#[derive(Serialize)]
struct LedgerHead<'l> {
    format: FormName<Ledger>,
    version: FormVersion<Ledger>,
    settings: &'l LedgerSettings,
}

/// Everything that an office was promised and received: its entries, and the rules by which they are counted.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Ledger", deny_unknown_fields))]
struct WrittenLedger<'l> {
    /// The name that distinguishes this form from other JSON.
    format: FormName<Ledger>,
    /// The version of this form. A program reads this version and all earlier ones, and rejects later ones.
    version: FormVersion<Ledger>,
    /// The rules by which the entries are counted.
    settings: &'l LedgerSettings,
    /// The entries, in the order in which they were written down.
    entries: &'l [LedgerEntry],
}

/// The fields that are read.
#[derive(Record)]
#[serde(deny_unknown_fields)]
struct LedgerParts {
    #[serde(rename = "format")]
    _format: FormName<Ledger>,
    #[serde(rename = "version")]
    _version: FormVersion<Ledger>,
    settings: LedgerSettings,
    entries: Vec<LedgerEntry>,
}

impl Ledger {
    /// The beginning of the ledger's JSON, for a form that has the entries one by one: format, version and settings.
    ///
    /// ```
    /// use briefing_model::{Ledger, LedgerSettings};
    ///
    /// let ledger = Ledger::new(LedgerSettings::default(), vec![])?;
    /// let head = serde_json::to_value(ledger.head())?;
    /// assert_eq!(head["format"], "briefing-ledger");
    /// assert_eq!(head["settings"]["currency"], "USD");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub const fn head(&self) -> impl Serialize + '_ {
        LedgerHead { format: FORMAT, version: VERSION, settings: &self.settings }
    }
}

impl Serialize for Ledger {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { settings, entries, .. } = self;
        WrittenLedger { format: FORMAT, version: VERSION, settings, entries }.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Ledger {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let LedgerParts { settings, entries, .. } = read_form::<Self, _, _>(deserializer)?;
        Self::new(settings, entries).map_err(D::Error::custom)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Ledger {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Ledger".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        WrittenLedger::json_schema(generator)
    }
}
