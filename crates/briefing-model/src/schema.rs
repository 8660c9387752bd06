//! JSON Schemas of the types that have a JSON form (feature `schema`).
//!
//! The schemas are derived from the types, so they describe what `serde` reads and writes. A schema knows only forms;
//! whether ids exist, dates are consistent and sums add up is for the reader to check. A value that a schema rejects is
//! therefore rejected by the reader too, and most values that the reader rejects are rejected by the schema.
//!
//! ```
//! use briefing_model::{Month, schema};
//!
//! let month = schema::to_read::<Month>();
//! assert_eq!(month["$schema"], "https://json-schema.org/draft/2020-12/schema");
//! assert_eq!(month["type"], "string");
//! ```

use std::borrow::Cow;

use schemars::generate::{SchemaGenerator, SchemaSettings};
use schemars::transform::{RecursiveTransform, Transform};
use schemars::{JsonSchema, Schema, json_schema};
use serde_json::{Value, json};

use crate::{
    AltText, Amount, AmountOrZero, Briefing, Code, Colour, Credit, Currency, DateSpan, Day, Digest, EntryId, EventMode,
    FieldPath, Figure, ItemDetail, Language, LanguageTag, Link, MandateFunction, Money, Month, Name, PartialDate,
    PartyId, PartyRef, Pillar, Placement, RateValue, ResolutionSymbol, RichText, Shared, State, TextKey,
    UncheckedBriefing, When, Year,
};
use crate::{BodyId, EventId, FactName, FundId, OfficeId, PictureId, ProgrammeId, SourceId, UnitId, WordingId};

/// The schema of what is accepted as a `T`, in draft 2020-12: keys that may be left out are not required.
///
/// ```
/// use briefing_model::{LedgerEntry, schema};
///
/// let entry = schema::to_read::<LedgerEntry>();
/// assert_eq!(entry["required"], serde_json::json!(["id", "effective", "recorded", "kind"]));
/// ```
#[must_use]
pub fn to_read<T: JsonSchema>() -> Value {
    finished(SchemaSettings::draft2020_12().for_deserialize().into_generator().into_root_schema_for::<T>())
}

/// The schema of what a `T` is written as, in draft 2020-12: keys that are always written are required.
///
/// ```
/// use briefing_model::{Standing, schema};
///
/// let standing = schema::to_write::<Standing>();
/// assert!(standing["required"].as_array().is_some_and(|keys| keys.contains(&"pledged".into())));
/// ```
#[must_use]
pub fn to_write<T: JsonSchema>() -> Value {
    finished(SchemaSettings::draft2020_12().for_serialize().into_generator().into_root_schema_for::<T>())
}

fn finished(mut schema: Schema) -> Value {
    RecursiveTransform(describe).transform(&mut schema);
    RecursiveTransform(narrow).transform(&mut schema);
    schema.to_value()
}

/// Descriptions are the documentation of the types, without examples, which are for Rust programmers, and without
/// links, which are for rustdoc.
fn describe(schema: &mut Schema) {
    let Some(Value::String(text)) = schema.get("description") else { return };
    let text = text.split("```").next().unwrap_or_default();
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, link)) = rest.split_once('[') {
        plain.push_str(before);
        let Some((words, after)) = link.split_once(']') else {
            rest = link;
            break;
        };
        plain.push_str(words);
        rest = match after.strip_prefix('(').and_then(|target| target.split_once(')')) {
            Some((_, after)) => after,
            None => after,
        };
    }
    plain.push_str(rest);
    let paragraphs =
        plain.trim().split("\n\n").map(|paragraph| paragraph.split_whitespace().collect::<Vec<_>>().join(" "));
    let text = paragraphs.collect::<Vec<_>>().join("\n\n");
    schema.insert("description".to_owned(), Value::String(text));
}

/// States what `format` says about numbers in words that every validator checks.
fn narrow(schema: &mut Schema) {
    match schema.get("format").and_then(Value::as_str) {
        Some("uint32") => {
            schema.insert("maximum".to_owned(), json!(u32::MAX));
            schema.remove("format");
        }
        Some("uint8" | "uint16" | "uint" | "uint64") => {
            schema.remove("format");
        }
        _ => {}
    }
}

const SLUG: &str = "^[a-z0-9]+(-[a-z0-9]+)*$";
/// Without Unicode classes, which not every validator knows: the reader checks which characters outside ASCII are
/// letters.
const REFERENCE: &str = r"^[^\s!-/:-@\[-`{-~]([^\s!-,;-@\[-^`{-~]*[^\s!-/:-@\[-`{-~])?$";
const DAY: &str = "^(19|2[01])[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$";
const MONEY: &str = r"^-?[0-9]+(\.[0-9]+)?$";
const UNSIGNED: &str = r"^[0-9]+(\.[0-9]+)?$";

/// Types whose form is text: a description, a pattern, and the greatest length if there is one.
macro_rules! texts {
    ($($name:ident, $about:literal, $pattern:expr $(, $longest:literal)?;)+) => {$(
        impl JsonSchema for $name {
            fn schema_name() -> Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!({
                    "description": $about, "type": "string", "pattern": $pattern, $("maxLength": $longest)?
                })
            }
        }
    )+};
}

texts! {
    OfficeId, "An office, by its id, such as `unoct`.", SLUG, 64;
    UnitId, "A unit of the office, by its id, such as `uncct`.", SLUG, 64;
    ProgrammeId, "A programme, by its id, such as `ct-travel`.", SLUG, 64;
    BodyId, "A coordination body, by its id, such as `compact`.", SLUG, 64;
    PartyId, "A party that is not a State, by its id, such as `undp`.", SLUG, 64;
    WordingId, "Words of the ledger, by their id, such as `training-rooms`.", SLUG, 64;
    FundId, "A fund that receives contributions, by its id, such as `trust-fund`.", SLUG, 64;
    EventId, "An event of a month, by its id, such as `votan-launch`.", SLUG, 64;
    PictureId, "A picture, by its id, such as `votan-launch-1`.", SLUG, 64;
    SourceId, "A source of figures, by its id, such as `briefing-2025-04`.", SLUG, 64;
    EntryId, "An entry of the ledger, by its id, such as `OCT/2025-017`.", REFERENCE, 64;
    Placement, "Under which heading an event is printed: `leadership`, `highlights`, or the id of a unit.", SLUG, 64;
    TextKey, "The key of a text, such as `votan.text`.", r"^[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*$", 256;
    FactName, "The name of a fact, such as `standing.pledged`.",
        r"^[a-z0-9][a-z0-9_-]*(\.[a-z0-9][a-z0-9_-]*)*$", 128;
    Figure, "A figure of the ledger, such as `standing.pledged` or `contributors.DEU.received`.",
        r"^(standing|others|month|contributors\.[A-Za-z0-9-]+)\.[a-z]+$";
    AltText, "What a picture shows, for those who do not see it; never blank.", r"\S";
    Link, "An absolute link to the web or to an e-mail address.", "^([Hh][Tt][Tt][Pp][Ss]?://|[Mm][Aa][Ii][Ll][Tt][Oo]:)";
    ResolutionSymbol, "The symbol of a United Nations document, such as `A/RES/71/291`.", "^[A-Z]+/[^\\s].*$";
    LanguageTag, "A language by its tag (BCP 47), such as `fr` or `pt-BR`.",
        "^[A-Za-z]{2,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|[0-9]{3}))?$";
    Year, "A year from 1900 to 2199.", "^(19|2[01])[0-9]{2}$";
    Month, "A month, as year and month, from 1900-01 to 2199-12.", "^(19|2[01])[0-9]{2}-(0[1-9]|1[0-2])$";
    PartialDate, "A day, a month or a year: `2025-04-30`, `2025-04` or `2025`.",
        "^(19|2[01])[0-9]{2}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$";
    DateSpan, "A run of days such as `2025-04-29/2025-04-30`, or one day.",
        "^[0-9]{4}-[0-9]{2}-[0-9]{2}(/[0-9]{4}-[0-9]{2}-[0-9]{2})?$";
    When, "A date, a span, some day within a span, sessions with commas between them, or an open span: `2025-04`, \
           `2025-04-29/2025-04-30`, `[2025-04-14..2025-04-25]`, `2025-04-02, 2025-04-09`, `2025-04-29/..`.",
        r"^\[?[0-9./, -]*[0-9][0-9./, -]*\]?$";
    RateValue, "What one unit of a currency is worth in another, above zero, such as `1.0866`.", r"^[0-9]*\.?[0-9]*$";
    Digest, "The SHA-256 digest of some bytes.", "^[0-9a-f]{64}$";
    Colour, "A colour, such as `#009EDB`.", "^#[0-9A-Fa-f]{6}$";
    // A pattern and not a list of the existing codes, because every version has more.
    Code, "The stable code of a fault, such as `M0103`.", "^[A-Z][0-9]{4}$";
}

impl JsonSchema for Day {
    fn schema_name() -> Cow<'static, str> {
        "Day".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "A day from 1900-01-01 to 2199-12-31, as year, month and day.",
            "type": "string",
            "format": "date",
            "pattern": DAY,
        })
    }
}

/// Types that are one of a closed list of words.
macro_rules! lists {
    ($($name:ident, $about:literal, $all:expr;)+) => {$(
        impl JsonSchema for $name {
            fn schema_name() -> Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                let words: Vec<String> = $all.into_iter().map(|word| word.to_string()).collect();
                json_schema!({ "description": $about, "type": "string", "enum": words })
            }
        }
    )+};
}

lists! {
    Language, "An official language of the United Nations.", Language::ALL;
    Currency, "A currency, by its code of ISO 4217.", Currency::all();
    State, "A State, by its code of three letters.", State::all();
    Pillar, "A pillar of the Global Counter-Terrorism Strategy.", Pillar::ALL;
    MandateFunction, "A function of the office.", MandateFunction::ALL;
    EventMode, "How people came together.", EventMode::ALL;
    ItemDetail, "Something that is known of an event and that the line under its item may say.", ItemDetail::ALL;
}

impl JsonSchema for PartyRef {
    fn schema_name() -> Cow<'static, str> {
        "PartyRef".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let (state, party) = (generator.subschema_for::<State>(), generator.subschema_for::<PartyId>());
        json_schema!({ "description": "A party: a State by its code, or another by its id.", "anyOf": [state, party] })
    }
}

impl JsonSchema for RichText {
    fn schema_name() -> Cow<'static, str> {
        "RichText".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "A text with markup: `**strong**`, `*emphasis*`, a link, a passage in another language, `{fact}`.",
            "type": "string",
        })
    }
}

impl JsonSchema for Credit {
    fn schema_name() -> Cow<'static, str> {
        "Credit".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "description": "Who made a picture.", "type": "string" })
    }
}

impl JsonSchema for FieldPath {
    fn schema_name() -> Cow<'static, str> {
        "FieldPath".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "A place in the data of an office, a ledger or a month.",
            "type": "object",
            "properties": { "path": { "description": "The way to it, such as `unit[b].parent`.", "type": "string" } },
            "required": ["path"],
        })
    }
}

impl JsonSchema for Name {
    fn schema_name() -> Cow<'static, str> {
        "Name".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let name = json!({ "type": "string", "pattern": r"\S" });
        let languages: serde_json::Map<String, Value> =
            Language::ALL.into_iter().map(|language| (language.to_string(), name.clone())).collect();
        json_schema!({
            "description": "A name: in English alone, or in each language that it is known in, English among them.",
            "anyOf": [
                name,
                { "type": "object", "properties": languages, "required": ["en"], "additionalProperties": false },
            ],
        })
    }
}

/// Money as an object of digits and currency. When it is read, the digits may be an integer.
fn money(generator: &mut SchemaGenerator, about: &str, pattern: &str, least: Option<i64>) -> Schema {
    let currency = generator.subschema_for::<Currency>();
    let digits = json!({ "type": "string", "pattern": pattern });
    let forms = match (generator.contract().is_deserialize(), least) {
        (false, _) => vec![digits],
        (true, None) => vec![digits, json!({ "type": "integer" })],
        (true, Some(least)) => vec![digits, json!({ "type": "integer", "minimum": least })],
    };
    json_schema!({
        "description": about,
        "type": "object",
        "properties": {
            "amount": { "description": "How much, in digits with a point, as in `92615.00`.", "anyOf": forms },
            "currency": currency,
        },
        "required": ["amount", "currency"],
        "additionalProperties": false,
    })
}

impl JsonSchema for Money {
    fn schema_name() -> Cow<'static, str> {
        "Money".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        money(generator, "An exact amount of money, in units of its currency.", MONEY, None)
    }
}

impl JsonSchema for Amount {
    fn schema_name() -> Cow<'static, str> {
        "Amount".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        money(generator, "An exact amount of money above zero, in units of its currency.", UNSIGNED, Some(1))
    }
}

impl JsonSchema for AmountOrZero {
    fn schema_name() -> Cow<'static, str> {
        "AmountOrZero".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        money(generator, "An exact amount of money, nothing or more, in units of its currency.", UNSIGNED, Some(0))
    }
}

impl<T: JsonSchema> JsonSchema for Shared<T> {
    fn inline_schema() -> bool {
        T::inline_schema()
    }

    fn schema_name() -> Cow<'static, str> {
        T::schema_name()
    }

    fn schema_id() -> Cow<'static, str> {
        T::schema_id()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        T::json_schema(generator)
    }
}

impl JsonSchema for UncheckedBriefing {
    fn schema_name() -> Cow<'static, str> {
        Briefing::schema_name()
    }

    fn schema_id() -> Cow<'static, str> {
        Briefing::schema_id()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        Briefing::json_schema(generator)
    }
}
