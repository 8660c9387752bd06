//! What an edition prints, piece by piece: every figure, date, name and text, each under the place where it stands.

use std::fmt::Write as _;

use briefing_model::{Briefing, Item, Language};
use serde_json::Value;
use sha2::{Digest as _, Sha256};

/// A month in one language, as it goes out or would go out now.
///
/// ```
/// use briefing_model::{Briefing, Language};
/// use briefing_office::PrintedEdition;
///
/// let json = r##"{"office":{"id":"unoct","name":"Office"},"month":"2025-04","issued":"2025-04-30","cutoff":"2025-04-30",
///     "theme":{"accent":"#009EDB","ink":"#0B2545"},"sections":["mandate"]}"##;
/// let briefing: Briefing = serde_json::from_str(json)?;
/// assert_eq!(PrintedEdition { language: Language::En, briefing: &briefing }.language, Language::En);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// ```
/// use briefing_model::Language;
/// use briefing_office::PrintedEdition;
///
/// let json = r##"{"office":{"id":"o","name":"O"},"month":"2025-04","issued":"2025-04-30","cutoff":"2025-04-30",
///     "theme":{"accent":"#009EDB","ink":"#0B2545"},"sections":["highlights"],
///     "highlights":[{"id":"storm","when":"2025-04-28","text":"A storm."}]}"##;
/// # let briefing = serde_json::from_str(json).unwrap();
/// let edition = PrintedEdition { language: Language::En, briefing: &briefing };
/// assert_eq!(edition.items().len(), 1);
/// let text = ("highlights[storm].text".to_owned(), "A storm.".to_owned());
/// assert!(edition.pieces().contains(&text));
/// ```
#[derive(Debug, Clone, Copy)]
pub struct PrintedEdition<'b> {
    /// Its language.
    pub language: Language,
    /// What it says, its texts in that language.
    pub briefing: &'b Briefing,
}

/// An edition that goes out, with the digest of its file.
///
/// ```
/// use briefing_model::Language;
/// use briefing_office::{IssuedEdition, PrintedEdition};
///
/// let json = r##"{"office":{"id":"o","name":"O"},"month":"2025-04","issued":"2025-04-30","cutoff":"2025-04-30",
///     "theme":{"accent":"#009EDB","ink":"#0B2545"},"sections":["mandate"]}"##;
/// # let briefing = serde_json::from_str(json).unwrap();
/// let printed = PrintedEdition { language: Language::En, briefing: &briefing };
/// let issued = IssuedEdition::new(printed, b"the finished file");
/// assert!(issued.file.to_string().starts_with("30527c25"));
/// ```
#[derive(Debug, Clone, Copy)]
pub struct IssuedEdition<'b> {
    /// The edition.
    pub printed: PrintedEdition<'b>,
    /// The SHA-256 digest of its file.
    pub file: briefing_model::Digest,
}

impl<'b> IssuedEdition<'b> {
    /// An edition and its file.
    #[must_use]
    pub fn new(printed: PrintedEdition<'b>, file: &[u8]) -> Self {
        Self { printed, file: super::file_digest(file) }
    }
}

/// A place and what is printed there.
pub(super) type PrintedPiece = (String, String);

/// An item that an edition prints, and where.
///
/// ```
/// use briefing_model::Language;
/// use briefing_office::PrintedEdition;
///
/// let json = r##"{"office":{"id":"o","name":"O"},"month":"2025-04","issued":"2025-04-30","cutoff":"2025-04-30",
///     "theme":{"accent":"#009EDB","ink":"#0B2545"},"sections":["highlights"],
///     "highlights":[{"id":"storm","when":"2025-04-28","text":"A storm."}]}"##;
/// # let briefing = serde_json::from_str(json).unwrap();
/// let edition = PrintedEdition { language: Language::En, briefing: &briefing };
/// let item = &edition.items()[0];
/// assert_eq!((item.place.as_str(), item.section), ("highlights[storm]", "highlights"));
/// ```
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct PrintedItem<'b> {
    /// The place of its [pieces](PrintedEdition::pieces).
    pub place: String,
    /// What it stands under: a section, or a unit.
    pub section: &'b str,
    /// The item.
    pub item: &'b Item,
}

impl<'b> PrintedEdition<'b> {
    /// The items, in the order in which a briefing lists them.
    #[must_use]
    pub fn items(&self) -> Vec<PrintedItem<'b>> {
        let Briefing { leadership, highlights, capacity_building, .. } = self.briefing;
        let mut items = Vec::new();
        for (section, list) in [("leadership", leadership), ("highlights", highlights)] {
            items.extend(list.iter().map(|item| PrintedItem {
                place: format!("{section}[{}]", item.id),
                section,
                item,
            }));
        }
        for unit in capacity_building {
            let place = |item: &Item| format!("capacity_building[{}].items[{}]", unit.unit, item.id);
            let section = unit.unit.as_str();
            items.extend(unit.items.iter().map(|item| PrintedItem { place: place(item), section, item }));
        }
        items
    }

    /// All that it prints, piece by piece, in the order of the briefing's fields: each place, such as `highlights[votan].text`, and
    /// what is printed there.
    #[must_use]
    pub fn pieces(&self) -> Vec<(String, String)> {
        let mut pieces = Vec::new();
        // Text, figures and dates only: nothing in it fails to become JSON.
        if let Ok(Value::Object(fields)) = serde_json::to_value(printed(self.briefing)) {
            for (field, value) in &fields {
                // How a page looks may change with the program; what is known when is the month's own affair, and so are keys
                // of translations.
                if !["theme", "cutoff", "item_line", "source_keys"].contains(&field.as_str()) {
                    walk(field, value, Some(self.language), &mut pieces);
                }
            }
        }
        pieces
    }
}

/// All that a briefing has, what is not printed too, by place as [`PrintedEdition::pieces`] has it; names in each of their languages.
///
/// ```
/// let json = r##"{"office":{"id":"unoct","name":"Office"},"month":"2025-04","issued":"2025-04-30","cutoff":"2025-04-30",
///     "theme":{"accent":"#009EDB","ink":"#0B2545"},"sections":["mandate"]}"##;
/// let pieces = briefing_office::all_pieces(&serde_json::from_str(json)?);
/// assert!(pieces.contains(&("theme.accent".to_owned(), "#009EDB".to_owned())));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[must_use]
pub fn all_pieces(briefing: &Briefing) -> Vec<(String, String)> {
    let mut pieces = Vec::new();
    if let Ok(Value::Object(fields)) = serde_json::to_value(briefing) {
        fields.iter().for_each(|(field, value)| walk(field, value, None, &mut pieces));
    }
    pieces
}

/// A briefing without what is known of its items and not printed.
fn printed(briefing: &Briefing) -> Briefing {
    let mut briefing = briefing.clone();
    let line = std::mem::take(&mut briefing.item_line);
    let units = briefing.capacity_building.iter_mut().flat_map(|unit| &mut unit.items);
    briefing
        .leadership
        .iter_mut()
        .chain(&mut briefing.highlights)
        .chain(units)
        .for_each(|item| *item = item.printed(&line));
    briefing
}

/// The digest of all that an edition prints.
pub(crate) fn digest<'p>(pieces: impl IntoIterator<Item = (&'p str, &'p str)>) -> String {
    let mut hash = Sha256::new();
    for (place, value) in pieces {
        // With their lengths, so that no two editions are one text.
        hash.update(format!("{} {place} {} {value}\n", place.len(), value.len()));
    }
    hexadecimal(&hash.finalize())
}

/// What is added to what is said of an edition in another language than English.
pub(crate) fn of_language(language: Language) -> String {
    if language == Language::En { String::new() } else { format!(" ({language})") }
}

pub(super) fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// Tells a value by place: what is printed in a language, or else everything.
fn walk(place: &str, value: &Value, language: Option<Language>, pieces: &mut Vec<PrintedPiece>) {
    match value {
        Value::Null => {}
        Value::Bool(flag) => pieces.push((place.to_owned(), flag.to_string())),
        Value::Number(number) => pieces.push((place.to_owned(), number.to_string())),
        Value::String(text) => pieces.push((place.to_owned(), text.clone())),
        Value::Array(list) => walk_list(place, list, language, pieces),
        Value::Object(fields) => {
            if let Some(text) = language.and_then(|language| name(value, language)).or_else(|| money(value)) {
                pieces.push((place.to_owned(), text));
                return;
            }
            for (field, value) in fields.iter().filter(|(field, _)| language.is_none() || !is_unprinted(field)) {
                walk(&format!("{place}.{field}"), value, language, pieces);
            }
        }
    }
}

/// What has an id or a name of its own stands under that, so that one more among them moves no other; their order is a piece of
/// its own.
fn walk_list(place: &str, list: &[Value], language: Option<Language>, pieces: &mut Vec<PrintedPiece>) {
    let keys: Option<Vec<String>> = list.iter().map(key).collect();
    let keys = keys.filter(|keys| {
        let mut sorted: Vec<&String> = keys.iter().collect();
        sorted.sort_unstable();
        sorted.windows(2).all(|pair| matches!(pair, [one, other] if one != other))
    });
    let keys = match keys {
        Some(keys) if !keys.is_empty() => {
            pieces.push((format!("{place}.order"), keys.join(", ")));
            keys
        }
        _ => (1..=list.len()).map(|number| number.to_string()).collect(),
    };
    for (key, value) in keys.iter().zip(list) {
        walk(&format!("{place}[{key}]"), value, language, pieces);
    }
}

/// What something in a list is known by.
fn key(value: &Value) -> Option<String> {
    let known_by = |field: &&str| value.get(field);
    let value = ["id", "unit", "contributor", "name"].iter().find_map(known_by)?;
    // A party by its code.
    let value = value.get("id").unwrap_or(value);
    value.as_str().map(str::to_owned).or_else(|| name(value, Language::En))
}

/// What helps to make a page, and is not on it.
fn is_unprinted(field: &str) -> bool {
    matches!(field, "id" | "unit" | "entry" | "file" | "media" | "width" | "height" | "orientation")
}

/// A name in several languages, as the edition prints it.
fn name(value: &Value, language: Language) -> Option<String> {
    let names = value.as_object()?;
    let english = names.get("en")?.as_str()?;
    let all_languages = names.keys().all(|key| key.parse::<Language>().is_ok());
    let own = names.get(language.code()).and_then(Value::as_str);
    all_languages.then(|| own.unwrap_or(english).to_owned())
}

fn money(value: &Value) -> Option<String> {
    let fields = value.as_object().filter(|fields| fields.len() == 2)?;
    Some(format!("{} {}", fields.get("currency")?.as_str()?, fields.get("amount")?.as_str()?))
}
