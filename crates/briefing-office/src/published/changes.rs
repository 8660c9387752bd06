//! What differs between two editions, row by row: a row that is new moves no other, wherever tables have it.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::places::{is_of_unit, item_of, part_in_words, place_in_words, value_in_words};

/// What an edition prints, by place.
type Places = BTreeMap<String, String>;

/// Tables whose rows are known by what they say: a contributor may have several in them, and a total may come or go.
const TABLES: [&str; 9] = [
    "movements.lines",
    "movements.late",
    "movements.corrected",
    "movements.restated",
    "movements.totals",
    "contributions.pledged_since",
    "contributions.received_since",
    "contributions.in_kind",
    "contributions.unvalued",
];

/// One difference between two editions, in words: of a place, or of an item or row that one of the two does not have.
///
/// ```
/// use briefing_office::changes_in_words;
///
/// let places = |places: &[(&str, &str)]| {
///     places.iter().map(|(place, text)| (place.to_string(), text.to_string())).collect()
/// };
/// let before = places(&[("contributions.pledged.known", "CHF 1000.00")]);
/// let after = places(&[("contributions.pledged.known", "CHF 2000.00")]);
/// let [change] = changes_in_words(before, after).try_into().unwrap();
/// assert_eq!((change.place.as_str(), change.words.as_str()), ("contributions.pledged.known", "total pledged"));
/// assert_eq!(change.after.as_deref(), Some("CHF 2,000.00"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct PlaceChange {
    /// A place that differs.
    pub place: String,
    /// What stands there, in the words of those who write it.
    pub words: String,
    /// What it was; nothing where it is new.
    pub before: Option<String>,
    /// What it is; nothing where it is gone.
    pub after: Option<String>,
}

/// What differs between two editions, each given by its [pieces](super::PrintedEdition::pieces).
///
/// ```
/// use briefing_office::changes_in_words;
///
/// let rows = |rows: &[(&str, &str)]| {
///     let piece = |(at, (who, amount)): (usize, &(&str, &str))| {
///         let row = format!("movements.lines[{}]", at + 1);
///         let pieces = [("amount", *amount), ("contributor.name", *who), ("kind", "pledge")];
///         pieces.map(|(part, text)| (format!("{row}.{part}"), text.to_owned()))
///     };
///     rows.iter().enumerate().flat_map(piece).collect()
/// };
/// let found = changes_in_words(rows(&[("Norway", "CHF 5.00")]), rows(&[("Austria", "CHF 9.00"), ("Norway", "CHF 5.00")]));
/// assert_eq!(found.len(), 1, "one row is new, and the other is where it was");
/// assert_eq!(found[0].words, "pledge by Austria in the month’s movements");
/// assert_eq!(found[0].after.as_deref(), Some("CHF 9.00"));
/// ```
#[must_use]
pub fn changes_in_words(before: BTreeMap<String, String>, after: BTreeMap<String, String>) -> Vec<PlaceChange> {
    let (mut before, mut after) = (before, after);
    align(&mut before, &mut after, String::as_str);
    for places in [&mut before, &mut after] {
        joined(places, "sections");
        joined(places, "strategy");
    }
    let (gone, added) = (wholes(&before, &after), wholes(&after, &before));
    let printed = |place: &str| after.get(place).or_else(|| before.get(place)).cloned();
    let mut changes = Vec::new();
    for (place, old) in &before {
        let Some(new) = after.get(place).filter(|new| *new != old) else { continue };
        let has_others = of_list(place, &gone) || of_list(place, &added);
        if has_others && is_same_order(old, new) {
            continue;
        }
        let shown = |text: &str, places: &Places| {
            Some(match place.strip_suffix(".order") {
                Some(list) => in_order(text, list, places),
                None => shown(place, text),
            })
        };
        let words = place_in_words(place, &printed);
        changes.push(PlaceChange {
            place: place.clone(),
            words,
            before: shown(old, &before),
            after: shown(new, &after),
        });
    }
    for (wholes, places, is_gone) in [(&gone, &before, true), (&added, &after, false)] {
        for (whole, parts) in wholes {
            // A list is there with its members, and the members are told.
            if whole.ends_with(".order") {
                continue;
            }
            let place = match parts.as_slice() {
                [one] => (*one).to_owned(),
                _ => whole.clone(),
            };
            let text = Some(summary(whole, parts, places));
            let (before, after) = if is_gone { (text, None) } else { (None, text) };
            changes.push(PlaceChange { words: place_in_words(&place, &printed), place, before, after });
        }
    }
    changes.sort_by(|one, other| one.place.cmp(&other.place));
    changes
}

/// What an item or a row says, in a line.
fn summary(whole: &str, parts: &[&str], places: &Places) -> String {
    // Of an item, its text says what it is.
    let text = ["text", "text.en"].iter().find_map(|part| places.get(&format!("{whole}.{part}")));
    if let Some(text) = text.filter(|_| item_of(&format!("{whole}.text")) == Some(whole)) {
        return text.clone();
    }
    let said = |part: &&str| {
        let text = places.get(*part)?;
        let inner = part.strip_prefix(whole)?.trim_start_matches('.');
        // What the words for the whole have said, and what says nothing.
        let is_said = matches!(inner, "name" | "kind")
            || inner.contains("contributor.")
            || ["line.kind", "effective", "as_of", "sum"].iter().any(|key| inner.ends_with(key))
            || inner.ends_with("order")
            || text == "false";
        let shown = shown(part, text);
        (parts.len() == 1 || !is_said).then(|| match part_in_words(inner) {
            Some(noun) if text == "true" => noun,
            Some(noun) if parts.len() > 1 => format!("{noun} {shown}"),
            _ => shown,
        })
    };
    let all: Vec<String> = parts.iter().filter_map(said).collect();
    if all.is_empty() {
        // It is known by its name alone.
        return parts.iter().find_map(|part| places.get(*part)).cloned().unwrap_or_default();
    }
    all.join("; ")
}

/// What stands at a place, as people read it.
fn shown(place: &str, text: &str) -> String {
    let kind = ["kind", "sum"].iter().any(|key| place.ends_with(&format!(".{key}")));
    match text {
        "true" => "yes".to_owned(),
        "false" => "no".to_owned(),
        text if kind => text.replace('-', " "),
        text => value_in_words(text),
    }
}

/// Members of a list by their names, where they have some.
fn in_order(keys: &str, list: &str, places: &Places) -> String {
    let name = |key: &str| {
        let names = ["contributor.name", "title", "name"].map(|part| format!("{list}[{key}].{part}"));
        names.iter().find_map(|place| places.get(place)).map_or_else(|| key.to_owned(), Clone::clone)
    };
    keys.split(", ").map(name).collect::<Vec<_>>().join(", ")
}

/// A list of words as one text, in which one more word is no more than that.
fn joined(places: &mut Places, list: &str) {
    let is_member = |place: &str| place.strip_prefix(list).is_some_and(|rest| rest.starts_with('['));
    let mut members: Vec<(usize, String)> = Vec::new();
    places.retain(|place, text| {
        let number = place.strip_prefix(list).and_then(|rest| rest.strip_prefix('[')?.strip_suffix(']')?.parse().ok());
        if let (true, Some(number)) = (is_member(place), number) {
            members.push((number, std::mem::take(text)));
            return false;
        }
        true
    });
    if !members.is_empty() {
        members.sort_unstable();
        let members: Vec<String> = members.into_iter().map(|(_, text)| text).collect();
        places.insert(list.to_owned(), members.join(", "));
    }
}

/// Gives the rows of tables numbers by which both sides know them: those that say the same, then those of one contributor and kind.
pub(super) fn align<T, U>(
    before: &mut BTreeMap<String, T>,
    after: &mut BTreeMap<String, U>,
    text: impl for<'t> Fn(&'t T) -> &'t str,
) where
    U: AsRef<str>,
{
    for table in TABLES {
        let mut old = rows(before, table);
        let mut new = rows(after, table);
        let old_texts: Vec<Said> = old.iter().map(|row| row.said(&text)).collect();
        let new_texts: Vec<Said> = new.iter().map(|row| row.said(AsRef::as_ref)).collect();
        let mut numbers: Vec<Option<usize>> = vec![None; new.len()];
        let mut next = 1;
        // Those that say the same, and then those of one contributor and kind, in their order.
        for key in [whole, head] {
            let mut free: BTreeMap<Vec<&str>, VecDeque<&mut Option<usize>>> = BTreeMap::new();
            for (said, number) in new_texts.iter().zip(&mut numbers).filter(|(_, number)| number.is_none()) {
                free.entry(key(said)).or_default().push_back(number);
            }
            for (row, said) in old.iter_mut().zip(&old_texts).filter(|(row, _)| row.number.is_none()) {
                if let Some(number) = free.get_mut(&key(said)).and_then(VecDeque::pop_front) {
                    *number = Some(next);
                    row.number = Some(next);
                    next += 1;
                }
            }
        }
        for number in old.iter_mut().map(|row| &mut row.number).chain(&mut numbers).filter(|number| number.is_none()) {
            *number = Some(next);
            next += 1;
        }
        for (row, number) in new.iter_mut().zip(numbers) {
            row.number = number;
        }
        put_back(before, table, old);
        put_back(after, table, new);
    }
}

/// A row of a table: its parts by their places in it.
struct Row<T> {
    number: Option<usize>,
    parts: BTreeMap<String, T>,
}

/// What a row says, part by part.
type Said = Vec<(String, String)>;

impl<T> Row<T> {
    fn said<'t>(&'t self, text: impl Fn(&'t T) -> &'t str) -> Said {
        self.parts.iter().map(|(part, value)| (part.clone(), text(value).to_owned())).collect()
    }
}

/// All that a row says.
fn whole(row: &Said) -> Vec<&str> {
    row.iter().flat_map(|(part, text)| [part.as_str(), text.as_str()]).collect()
}

/// What tells a row from those of others.
fn head(row: &Said) -> Vec<&str> {
    let is_head = |part: &str| {
        part.contains("contributor.name") || part.ends_with("kind") || part.ends_with("effective") || part == "sum"
    };
    row.iter().filter(|(part, _)| is_head(part)).map(|(_, text)| text.as_str()).collect()
}

/// Takes the rows of a table out, in their order.
fn rows<T>(places: &mut BTreeMap<String, T>, table: &str) -> Vec<Row<T>> {
    let inside = |place: &str| place.strip_prefix(table).is_some_and(|rest| rest.starts_with('[') || rest == ".order");
    let own: Vec<String> = places.keys().filter(|place| inside(place)).cloned().collect();
    let mut rows: BTreeMap<(usize, String), BTreeMap<String, T>> = BTreeMap::new();
    for place in own {
        let Some(value) = places.remove(&place) else { continue };
        // The order of the rows follows from the rows.
        let Some(rest) = place.strip_prefix(table).and_then(|rest| rest.strip_prefix('[')) else { continue };
        let Some((key, part)) = rest.split_once(']') else { continue };
        let number = key.parse().unwrap_or(usize::MAX);
        rows.entry((number, key.to_owned())).or_default().insert(part.trim_start_matches('.').to_owned(), value);
    }
    rows.into_values().map(|parts| Row { number: None, parts }).collect()
}

fn put_back<T>(places: &mut BTreeMap<String, T>, table: &str, rows: Vec<Row<T>>) {
    for row in rows {
        let number = row.number.unwrap_or_default();
        places.extend(row.parts.into_iter().map(|(part, value)| (format!("{table}[{number}].{part}"), value)));
    }
}

/// The places of whole parts that only one side has, by what they have in common.
pub(super) type Wholes<'p> = BTreeMap<String, Vec<&'p str>>;

/// Places that the other side does not have, by the outermost part that it has nothing of, or else each by itself.
pub(super) fn wholes<'p, T, U>(places: &'p BTreeMap<String, T>, other: &BTreeMap<String, U>) -> Wholes<'p> {
    let mut wholes = Wholes::new();
    for place in places.keys().filter(|place| !other.contains_key(*place)) {
        let parts = place.match_indices(']').filter_map(|(end, _)| place.get(..=end));
        let is_absent = |part: &&str| {
            // The items of a unit are told, not the unit.
            let mut from = other.range::<str, _>((std::ops::Bound::Included(*part), std::ops::Bound::Unbounded));
            !is_of_unit(part) && from.next().is_none_or(|(next, _)| !next.starts_with(*part))
        };
        let whole = parts.into_iter().find(is_absent).unwrap_or(place);
        wholes.entry(whole.to_owned()).or_default().push(place);
    }
    wholes
}

/// Whether a place is the order of a list that some parts are of, which are told by their own places.
pub(super) fn of_list(place: &str, wholes: &Wholes<'_>) -> bool {
    let Some(list) = place.strip_suffix(".order") else { return false };
    wholes.keys().any(|whole| whole.strip_prefix(list).is_some_and(|rest| rest.starts_with('[')))
}

/// Whether what two lists have in common stands in the same order.
pub(super) fn is_same_order(old: &str, new: &str) -> bool {
    let common = |one: &str, other: &str| -> Vec<String> {
        let other: BTreeSet<&str> = other.split(", ").collect();
        one.split(", ").filter(|member| other.contains(member)).map(str::to_owned).collect()
    };
    common(old, new) == common(new, old)
}
