//! What differs between two issues: items, texts, figures, names.

use std::collections::{BTreeMap, BTreeSet};

use briefing_derive::Record;
use briefing_document::facts_in_words;
use briefing_model::{Briefing, FormName, FormVersion, Language, Month, WordChange, word_changes};
use briefing_office::{PlaceChange, PrintedEdition, PrintedItem, changes_in_words, place_in_words};
use serde::{Deserialize, Serialize};

/// What differs between two issues, or between two states of one.
///
/// Always holds: it has nothing that both print alike. Texts are compared as they are read, with the values of facts in them.
/// `pages`, colours and paper are not compared.
///
/// ```
/// use briefing::{ChangeKind, Folder, Language, Memory, compare};
///
/// let item = "[[item]]\nid = 'storm'\nsection = 'highlights'\nwhen = 2024-02-28\ntext = 'A storm.'\n";
/// let files = Memory::new()
///     .with("office.toml", "[office]\nid = 'phares'\nname = 'Lighthouses'\n")
///     .with("2024-02/briefing.toml", item)
///     .with("2024-03/briefing.toml", item.replace("2024-02", "2024-03").replace("A storm", "Two storms"));
/// let folder = Folder::new(files);
/// let read = |month: &str| folder.month(month.parse().unwrap(), Language::En).into_result().unwrap().briefing;
/// let found = compare(&read("2024-02"), &read("2024-03"), Language::En);
/// let texts: Vec<_> = found.changes.iter().filter(|change| change.kind == ChangeKind::Text).collect();
/// assert_eq!(texts[0].place, "highlights[storm].text");
/// assert_eq!(texts[0].after.as_deref(), Some("Two storms."));
///
/// // It is what `briefing diff` writes for programs.
/// let json = serde_json::to_string(&found)?;
/// assert!(json.starts_with(r#"{"format":"briefing-diff","version":1,"before":"2024-02","after":"2024-03","language":"en""#));
/// assert_eq!(serde_json::from_str::<briefing::Comparison>(&json)?, found);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Diff"))]
#[serde(deny_unknown_fields)]
#[record(read_keys)]
#[non_exhaustive]
pub struct Comparison {
    /// What tells this form from other JSON.
    format: FormName<Self>,
    /// The version of this form. A program reads this version and all before it, and refuses later ones.
    version: FormVersion<Self>,
    /// The month of the first.
    pub before: Month,
    /// The month of the second.
    pub after: Month,
    /// The language in which both are read.
    pub language: Language,
    /// What differs: items first, then everything else in the order of the briefing.
    pub changes: Vec<Change>,
}

crate::forms::form!(Comparison, "briefing-diff", 1);

/// One thing that differs.
///
/// ```
/// use briefing::{Change, ChangeKind};
///
/// let json = r#"{"kind":"figure","place":"contributions.pledged","after":"USD 5.00","words":[]}"#;
/// let change: Change = serde_json::from_str(json)?;
/// assert_eq!((change.kind, change.before), (ChangeKind::Figure, None));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Change {
    /// What kind of thing it is.
    pub kind: ChangeKind,
    /// Its place in the briefing, such as `highlights[storm].text`.
    pub place: String,
    /// What it was; none if it is new.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<String>,
    /// What it is; none if it is gone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
    /// Which words differ, if both are texts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub words: Vec<WordChange>,
}

/// What kind of thing differs.
///
/// ```
/// use briefing::ChangeKind;
///
/// // Grouped as `briefing diff` lists them.
/// assert_eq!(ChangeKind::ALL[0], ChangeKind::Item);
/// assert!(ChangeKind::ALL.is_sorted());
/// assert_eq!(serde_json::to_string(&ChangeKind::Figure)?, r#""figure""#);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum ChangeKind {
    /// An item that one of the two has, or that is in another section.
    Item,
    /// A text, a caption or a description.
    Text,
    /// A date of an item or of the issue.
    Date,
    /// A picture.
    Picture,
    /// An amount or a count.
    Figure,
    /// A name, an acronym or an address.
    Name,
    /// Which sections there are, and the order of things.
    Order,
}

impl ChangeKind {
    /// All kinds, in the order in which they are listed.
    pub const ALL: [Self; 7] =
        [Self::Item, Self::Text, Self::Date, Self::Picture, Self::Figure, Self::Name, Self::Order];
}

/// Finds what differs between two issues, both read in one language.
///
/// ```
/// use briefing::{Briefing, Language, compare};
///
/// let json = r##"{"office":{"id":"unoct","name":"Office"},"month":"2025-04","issued":"2025-04-30","cutoff":"2025-04-30",
///     "theme":{"accent":"#009EDB","ink":"#0B2545"},"sections":["mandate"]}"##;
/// let before: Briefing = serde_json::from_str(json)?;
/// let mut after = before.clone();
/// assert!(compare(&before, &after, Language::En).changes.is_empty());
///
/// after.issued = "2025-05-06".parse()?;
/// let change = &compare(&before, &after, Language::En).changes[0];
/// assert_eq!((change.before.as_deref(), change.after.as_deref()), (Some("2025-04-30"), Some("2025-05-06")));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn compare(before: &Briefing, after: &Briefing, language: Language) -> Comparison {
    // Readers see values, not the names of facts; an unchanged text may print something else.
    let (before, after) = (&facts_in_words(before, language), &facts_in_words(after, language));
    let mut changes = items(before, after, language);
    let gone: Vec<String> = changes.iter().map(|change| format!("{}.", change.place)).collect();
    let (old, new) = (pieces(before, language), pieces(after, language));
    let places: BTreeSet<&String> = old.keys().chain(new.keys()).collect();
    let mut others = Vec::new();
    let briefings = (before, after);
    for place in places {
        let (before, after) = (old.get(place), new.get(place));
        // The texts of an item that only one of the two has are part of that item's change.
        let with_item = gone.iter().any(|item| place.starts_with(item.as_str()));
        if before == after || with_item || is_order_of_items(place) {
            continue;
        }
        let kind = kind(place, before.or(after).map_or("", String::as_str));
        others.push(change(briefings, kind, place.clone(), [before.cloned(), after.cloned()]));
    }
    others.sort_by_key(|change| change.kind);
    changes.extend(others);
    let (format, version) = (FormName::new(), FormVersion::new());
    Comparison { format, version, before: before.month, after: after.month, language, changes }
}

/// Finds what differs between two issues, as [`compare`] does, for people: each place is in words, and a row of a table or an
/// item that only one of the two has is one change.
///
/// A new row does not change the others, wherever it is in its table. `place` is in words and has no paths.
///
/// ```
/// use briefing::{Folder, Language, Memory, compare_in_words};
///
/// let item = "[[item]]\nid = 'storm'\nsection = 'highlights'\nwhen = 2024-02-28\ntitle = 'Wind'\ntext = 'A storm.'\n";
/// let files = Memory::new()
///     .with("office.toml", "[office]\nid = 'phares'\nname = 'Lighthouses'\n")
///     .with("2024-02/briefing.toml", item)
///     .with("2024-03/briefing.toml", item.replace("2024-02", "2024-03").replace("A storm", "Two storms"));
/// let folder = Folder::new(files);
/// let read = |month: &str| folder.month(month.parse().unwrap(), Language::En).into_result().unwrap().briefing;
/// let found = compare_in_words(&read("2024-02"), &read("2024-03"), Language::En);
/// assert_eq!(found[0].place, "text of item `storm` (“Wind”)");
/// ```
#[must_use]
pub fn compare_in_words(before: &Briefing, after: &Briefing, language: Language) -> Vec<Change> {
    let (before, after) = (&facts_in_words(before, language), &facts_in_words(after, language));
    let (old, new) = (pieces(before, language), pieces(after, language));
    let in_words = |place: &str| place_in_words(place, &|place| new.get(place).or_else(|| old.get(place)).cloned());
    let mut changes = items(before, after, language);
    let own: Vec<String> = changes.iter().map(|change| format!("{}.", change.place)).collect();
    // A moved item is reported at its old place and at its new one: once is enough here.
    changes.dedup_by(|next, first| next.before.is_some() && next.before == first.before && next.after == first.after);
    for change in &mut changes {
        let words = in_words(&change.place);
        let has_moved = change.before.is_some() && change.after.is_some();
        change.place = if has_moved { format!("section of {words}") } else { words };
    }
    let mut others = Vec::new();
    for PlaceChange { place, words, before: was, after: is, .. } in changes_in_words(old.clone(), new.clone()) {
        let with_item = own.iter().any(|item| format!("{place}.").starts_with(item.as_str()));
        let is_unit = place.starts_with("capacity_building[") && !place.contains("].items[");
        if with_item || is_order_of_items(&place) || is_unit {
            continue;
        }
        let kind =
            kind(&place, old.get(&place).or(new.get(&place)).or(was.as_ref()).or(is.as_ref()).map_or("", |text| text));
        others.push(change((before, after), kind, words, [was, is]));
    }
    others.sort_by_key(|change| change.kind);
    changes.extend(others);
    changes
}

/// The change of what two briefings print at a place.
fn change(
    briefings: (&Briefing, &Briefing),
    kind: ChangeKind,
    place: String,
    [before, after]: [Option<String>; 2],
) -> Change {
    let words = match (&before, &after) {
        (Some(before), Some(after)) if kind == ChangeKind::Text => word_changes(before, after),
        _ => Vec::new(),
    };
    let [before, after] = match kind == ChangeKind::Picture {
        true => picture_names((briefings.0, before.as_ref()), (briefings.1, after.as_ref())),
        false => [before, after],
    };
    Change { kind, place, before, after, words }
}

/// How a picture is shown: its file, with the beginning of its digest if the file has the same name before and after.
fn picture_names(before: (&Briefing, Option<&String>), after: (&Briefing, Option<&String>)) -> [Option<String>; 2] {
    let sides = [before, after].map(|(briefing, digest)| {
        let shown = briefing.pictures().find(|picture| Some(&picture.digest.to_string()) == digest);
        (shown.map(|picture| picture.file.as_str()), digest)
    });
    let alike = sides[0].0 == sides[1].0;
    sides.map(|(file, digest)| {
        let (Some(file), Some(digest)) = (file, digest) else { return digest.cloned() };
        let short: String = digest.chars().take(8).collect();
        Some(if alike { format!("{file} ({short})") } else { file.to_owned() })
    })
}

fn pieces(briefing: &Briefing, language: Language) -> BTreeMap<String, String> {
    let mut pieces: BTreeMap<String, String> = PrintedEdition { language, briefing }.pieces().into_iter().collect();
    // The months themselves always differ; and a fact's value shows in the texts that use it.
    pieces.retain(|place, _| place != "month" && !place.starts_with("facts."));
    pieces
}

fn is_order_of_items(place: &str) -> bool {
    place.ends_with("items.order")
        || matches!(place, "leadership.order" | "highlights.order" | "capacity_building.order")
}

fn items(before: &Briefing, after: &Briefing, language: Language) -> Vec<Change> {
    let [old, new] = [before, after].map(|briefing| PrintedEdition { language, briefing }.items());
    let change = |place: &str, before: Option<String>, after: Option<String>| Change {
        kind: ChangeKind::Item,
        place: place.to_owned(),
        before,
        after,
        words: Vec::new(),
    };
    let mut changes = Vec::new();
    for PrintedItem { place, section, item, .. } in &old {
        match new.iter().find(|other| other.item.id == item.id) {
            None => changes.push(change(place, Some(item.text.plain()), None)),
            Some(other) if other.place != *place => {
                let moved = |place| change(place, Some((*section).to_owned()), Some(other.section.to_owned()));
                // Its pieces are elsewhere now.
                changes.extend([moved(place), moved(&other.place)]);
            }
            Some(_) => {}
        }
    }
    for PrintedItem { place, item, .. } in &new {
        if !old.iter().any(|other| other.item.id == item.id) {
            changes.push(change(place, None, Some(item.text.plain())));
        }
    }
    changes
}

/// The kind of thing at a place.
fn kind(place: &str, value: &str) -> ChangeKind {
    let last = place.rsplit('.').next().unwrap_or(place);
    let last = last.split('[').next().unwrap_or(last);
    match last {
        "order" | "sections" => ChangeKind::Order,
        "when" | "issued" | "since" | "until" | "as_of" => ChangeKind::Date,
        "digest" => ChangeKind::Picture,
        "text" | "alt" | "caption" | "about" | "intro" | "disclaimer" | "credit" | "wordings" | "what" => {
            ChangeKind::Text
        }
        "name" | "acronym" | "website" | "short" | "title" | "contributor" | "purposes" | "unit" => ChangeKind::Name,
        _ if ["contributions", "movements", "mandate"].iter().any(|part| place.starts_with(part)) => ChangeKind::Figure,
        _ if value.chars().all(|c| c.is_ascii_digit()) => ChangeKind::Figure,
        _ => ChangeKind::Name,
    }
}
