//! JSON Schemas of the files, for editors that complete and check while people type.
//!
//! Draft 7, which the common TOML plugins know. A schema is wider than the reader: it knows forms, the reader also knows which
//! ids there are and which dates fit together.

use briefing_model::Language;
use serde_json::{Map, Value, json};
use toml::de::{DeTable, DeValue};

use super::{Form, TableKeys, month_tables, office_tables};

const DRAFT: &str = "http://json-schema.org/draft-07/schema#";

/// The schema of `office.toml`.
///
/// ```
/// let schema = briefing_office::keys::office_schema();
/// assert_eq!(schema["properties"]["theme"]["properties"]["paper"]["enum"][0], "a4");
/// ```
#[must_use]
pub fn office_schema() -> Value {
    file_schema("An office: what stays the same from month to month", office_tables().first().copied())
}

/// The schema of a month's `briefing.toml`.
///
/// ```
/// let schema = briefing_office::keys::month_schema();
/// assert_eq!(schema["properties"]["item"]["items"]["required"][0], "id");
/// ```
#[must_use]
pub fn month_schema() -> Value {
    file_schema("One month of an office", month_tables().first().copied())
}

/// The schema of a file of translations, such as `office.fr.toml`: texts under their keys, each with the source it was made from.
///
/// ```
/// let schema = briefing_office::keys::translation_schema();
/// assert_eq!(schema["definitions"]["text"]["required"][0], "source");
/// ```
#[must_use]
pub fn translation_schema() -> Value {
    json!({
        "$schema": DRAFT,
        "title": "Texts of an office or a month in another language",
        "description": "Each text has a key, and the source it was made from.",
        "type": "object",
        "additionalProperties": { "$ref": "#/definitions/place" },
        "definitions": {
            "place": {
                "anyOf": [
                    { "$ref": "#/definitions/text" },
                    { "type": "object", "additionalProperties": { "$ref": "#/definitions/place" } },
                ],
            },
            "text": {
                "type": "object",
                "properties": {
                    "source": { "type": "string", "description": "The English text, as it was when it was \
                                                                  translated." },
                    "text": { "type": "string", "description": "The translation, with the links and facts of its source." },
                },
                "required": ["source", "text"],
                "additionalProperties": false,
            },
        },
    })
}

fn file_schema(title: &str, top: Option<&'static TableKeys>) -> Value {
    let mut schema = top.map(table).unwrap_or_default();
    schema.insert("$schema".into(), json!(DRAFT));
    schema.insert("title".into(), json!(title));
    Value::Object(schema)
}

fn table(keys: &'static TableKeys) -> Map<String, Value> {
    let mut properties = Map::new();
    for key in keys.keys {
        let mut value = form(&key.form);
        value.insert("description".into(), json!(key.about));
        if let Some(example) = example(key.example) {
            value.insert("examples".into(), json!([example]));
        }
        properties.insert(key.name.into(), Value::Object(value));
    }
    let required: Vec<&str> = keys.keys.iter().filter(|key| key.required).map(|key| key.name).collect();
    let mut schema = Map::new();
    schema.insert("description".into(), json!(keys.about));
    schema.insert("type".into(), json!("object"));
    schema.insert("properties".into(), Value::Object(properties));
    if !required.is_empty() {
        schema.insert("required".into(), json!(required));
    }
    schema.insert("additionalProperties".into(), json!(false));
    schema
}

/// An example as JSON spells it. TOML's dates are texts there, as editors see them too.
fn example(toml: &str) -> Option<Value> {
    let line = format!("value = {toml}");
    let table = DeTable::parse(&line).ok()?;
    json_of(table.get_ref().get("value")?.get_ref())
}

fn json_of(value: &DeValue<'_>) -> Option<Value> {
    Some(match value {
        DeValue::String(text) => json!(text),
        DeValue::Integer(integer) => json!(i64::from_str_radix(integer.as_str(), integer.radix()).ok()?),
        DeValue::Boolean(flag) => json!(flag),
        DeValue::Datetime(date) => json!(date.to_string()),
        DeValue::Array(items) => items.iter().map(|item| json_of(item.get_ref())).collect(),
        DeValue::Table(table) => table
            .iter()
            .map(|(key, value)| Some((key.get_ref().to_string(), json_of(value.get_ref())?)))
            .collect::<Option<Value>>()?,
        // No key of ours takes one.
        DeValue::Float(_) => return None,
    })
}

fn form(form: &Form) -> Map<String, Value> {
    let value = match form {
        Form::Text | Form::RichText => json!({ "type": "string", "minLength": 1 }),
        Form::Name => name(),
        Form::Names => json!({ "type": "object", "additionalProperties": name() }),
        Form::Id | Form::Reference(_) => pattern("^[a-z0-9][a-z0-9-]*$"),
        Form::Party => pattern("^([A-Z]{3}|[a-z0-9][a-z0-9-]*)$"),
        Form::State => pattern("^[A-Z]{3}$"),
        Form::Date => pattern("^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"),
        Form::When => pattern("^(\\[[0-9.-]+\\]|[0-9./, -]+)$"),
        Form::Day => pattern("^[0-9]{4}-[0-9]{2}-[0-9]{2}$"),
        Form::Money => pattern("^([A-Z]{3} )?-?[0-9]+(\\.[0-9]+)?( [A-Z]{3})?$"),
        Form::Link => pattern("^(https?://|mailto:)"),
        Form::Symbol | Form::File => json!({ "type": "string", "minLength": 1 }),
        Form::Color => pattern("^#[0-9A-Fa-f]{6}$"),
        Form::Flag => json!({ "type": "boolean" }),
        Form::Number(least, most) => json!({ "type": "integer", "minimum": least, "maximum": most }),
        Form::Words(words) => json!({ "type": "string", "enum": words }),
        Form::List(item) => json!({ "type": "array", "items": self::form(item) }),
        Form::Either(forms) => json!({ "anyOf": forms.iter().map(self::form).collect::<Vec<_>>() }),
        Form::Table(keys) => Value::Object(table(keys)),
        Form::Tables(keys) => json!({ "type": "array", "items": table(keys) }),
    };
    match value {
        Value::Object(map) => map,
        _ => Map::new(),
    }
}

fn pattern(pattern: &str) -> Value {
    json!({ "type": "string", "pattern": pattern })
}

/// A text, or one in each language, of which English may not be missing.
fn name() -> Value {
    let languages: Map<String, Value> = Language::ALL
        .into_iter()
        .map(|language| (language.code().to_owned(), json!({ "type": "string", "minLength": 1 })))
        .collect();
    json!({
        "anyOf": [
            { "type": "string", "minLength": 1 },
            { "type": "object", "properties": languages, "required": ["en"], "additionalProperties": false },
        ],
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]
mod tests {
    use super::*;

    fn valid(schema: &Value, file: &str) -> Result<(), String> {
        let table = DeTable::parse(file).unwrap();
        let value = json_of(&DeValue::Table(table.into_inner())).unwrap();
        let validator = jsonschema::validator_for(schema).unwrap();
        let errors: Vec<String> =
            validator.iter_errors(&value).map(|error| format!("{}: {error}", error.instance_path())).collect();
        if errors.is_empty() { Ok(()) } else { Err(errors.join("\n")) }
    }

    #[test]
    fn every_example_is_valid_and_what_is_no_key_is_not() {
        for table in office_tables().into_iter().chain(month_tables()) {
            for key in table.keys.iter().filter(|key| !key.example.starts_with('[') || key.example.contains(['"', '{']))
            {
                let schema = json!({ "properties": { key.name: form(&key.form) } });
                let line = format!("{} = {}", key.name, key.example);
                assert_eq!(valid(&schema, &line), Ok(()), "{} of {}", key.name, table.path);
            }
            let schema = Value::Object(self::table(table));
            assert!(valid(&schema, "zz-unknown = 1").is_err(), "{}", table.path);
        }
        assert!(valid(&translation_schema(), "[votan.text]\nsource = \"a\"\ntext = \"b\"").is_ok());
        assert!(valid(&translation_schema(), "[votan.text]\nsource = \"a\"\ntekst = \"b\"").is_err());
    }
}
