//! Every file of the example office is what its schema says: an editor that checks by it finds nothing wrong.

use std::fs;
use std::path::{Path, PathBuf};

use briefing_model::Month;
use briefing_office::keys::{month_schema, office_schema, translation_schema};
use serde_json::{Value, json};
use toml::de::{DeTable, DeValue};

#[test]
fn every_file_of_the_example_is_valid() {
    let folder = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../examples/unoct"));
    let months = files(folder).into_iter().filter(|path| name(path).parse::<Month>().is_ok());
    let all: Vec<PathBuf> = files(folder).into_iter().chain(months.flat_map(|month| files(&month))).collect();
    let mut checked = 0;
    for path in all {
        let schema = match name(&path) {
            "office.toml" => office_schema(),
            "briefing.toml" => month_schema(),
            name if name.ends_with(".toml") => translation_schema(),
            _ => continue,
        };
        let file = as_json(&fs::read_to_string(&path).expect("the file can be read"));
        let validator = jsonschema::validator_for(&schema).expect("the schema is one");
        let errors: Vec<String> =
            validator.iter_errors(&file).map(|error| format!("{}: {error}", error.instance_path())).collect();
        assert!(errors.is_empty(), "{}: {}", path.display(), errors.join("; "));
        checked += 1;
    }
    assert!(checked >= 12, "{checked} files");
}

fn files(folder: &Path) -> Vec<PathBuf> {
    fs::read_dir(folder).expect("the folder can be read").map(|entry| entry.expect("an entry").path()).collect()
}

fn name(path: &Path) -> &str {
    path.file_name().and_then(|name| name.to_str()).unwrap_or_default()
}

fn as_json(toml: &str) -> Value {
    value(&DeValue::Table(DeTable::parse(toml).expect("the file is TOML").into_inner()))
}

fn value(toml: &DeValue<'_>) -> Value {
    match toml {
        DeValue::String(text) => json!(text),
        DeValue::Integer(digits) => json!(digits.as_str().parse::<i64>().expect("a decimal integer")),
        DeValue::Float(digits) => json!(digits.as_str().parse::<f64>().expect("a decimal fraction")),
        DeValue::Boolean(flag) => json!(flag),
        DeValue::Datetime(date) => json!(date.to_string()),
        DeValue::Array(items) => items.iter().map(|item| value(item.get_ref())).collect(),
        DeValue::Table(table) => {
            table.iter().map(|(key, item)| (key.get_ref().to_string(), value(item.get_ref()))).collect()
        }
    }
}
