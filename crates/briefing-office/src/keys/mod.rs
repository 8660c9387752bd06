//! Every key of an office's files: its meaning, its form, an example.
//!
//! The JSON Schemas that editors complete by, the reference of the folder and `briefing explain` are made from this table. A
//! test asks the reader for the keys that it looks up in each kind of table, and holds them to be these.

mod ledger;
mod month;
mod office;
mod reference;
mod schema;

use std::fmt;

pub use ledger::{LedgerColumn, LedgerKind, ledger_columns, ledger_kinds};
pub use reference::{explain_key, folder_reference};
pub(crate) use reference::{how_to_write, tables_to_write};
pub use schema::{month_schema, office_schema, translation_schema};

/// A kind of table, such as `[[unit]]`, with its keys.
///
/// ```
/// use briefing_office::keys;
///
/// let tables = keys::office_tables();
/// let unit = tables.iter().find(|table| table.path == "unit").expect("an office has units");
/// let required: Vec<&str> = unit.keys.iter().filter(|key| key.required).map(|key| key.name).collect();
/// assert_eq!(required, ["id", "name", "kind"]);
/// ```
#[derive(Debug)]
#[non_exhaustive]
pub struct TableKeys {
    /// Where it stands, such as `unit.board`; empty at the top of a file.
    pub path: &'static str,
    /// What it is, in a sentence or two.
    pub about: &'static str,
    /// Its keys, in the order in which they are usually written.
    pub keys: &'static [Key],
}

/// A key of a table.
///
/// ```
/// use briefing_office::keys;
///
/// let tables = keys::month_tables();
/// let item = tables.iter().find(|table| table.path == "item").expect("a month has items");
/// let when = item.keys.iter().find(|key| key.name == "when").expect("items are dated");
/// assert_eq!((when.required, when.default), (true, ""));
/// ```
#[derive(Debug)]
#[non_exhaustive]
pub struct Key {
    /// As it is written.
    pub name: &'static str,
    /// Whether the table needs it.
    pub required: bool,
    /// What its value looks like.
    pub form: Form,
    /// What it means, in a sentence or two.
    pub about: &'static str,
    /// The value if the key is left out; empty if there is none.
    pub default: &'static str,
    /// A value, as TOML spells it.
    pub example: &'static str,
}

impl Key {
    /// Whether the example is a heading, such as `[theme]`, and not a value.
    fn is_heading(&self) -> bool {
        self.example.starts_with('[') && self.example.trim_matches(['[', ']']) == self.name
    }

    /// A line of a file that has it.
    pub(crate) fn written(&self) -> String {
        // A table of keys of one's own grows line by line.
        if let (Form::Names, Some(keys)) =
            (&self.form, self.example.strip_prefix("{ ").and_then(|keys| keys.strip_suffix(" }")))
        {
            return format!("[{}]\n{keys}", self.name);
        }
        if self.is_heading() { self.example.to_owned() } else { format!("{} = {}", self.name, self.example) }
    }
}

/// Whether any table of an office's files has a key of that name.
pub(crate) fn is_key(name: &str) -> bool {
    let tables = [office_tables(), month_tables()].into_iter().flatten();
    tables.flat_map(|table| table.keys).any(|key| key.name == name)
}

/// Whether an office's files have a table of that name.
pub(crate) fn is_table(name: &str) -> bool {
    [office_tables(), month_tables()].into_iter().flatten().any(|table| table.path == name)
}

/// The heading in `office.toml` of what a word names, in the singular or the plural.
pub(crate) fn table_called(word: &str) -> Option<String> {
    let is_meant = |name: &str| {
        let plural = name.strip_suffix('y').map_or_else(|| format!("{name}s"), |stem| format!("{stem}ies"));
        word == name || word == plural || word == plural.replace("mmes", "ms")
    };
    let key = office::TOP.keys.iter().find(|key| is_meant(key.name))?;
    match key.form {
        Form::Tables(_) => Some(format!("[[{}]]", key.name)),
        Form::Table(_) => Some(format!("[{}]", key.name)),
        _ => Some(key.name.to_owned()),
    }
}

/// What a value looks like.
///
/// Such as what may be chosen from:
///
/// ```
/// use briefing_office::keys::{self, Form};
///
/// let tables = keys::office_tables();
/// let unit = tables.iter().find(|table| table.path == "unit").expect("an office has units");
/// let kind = unit.keys.iter().find(|key| key.name == "kind").expect("units are of a kind");
/// let Form::Words(words) = kind.form else { panic!("it is one of a few words") };
/// assert!(words.contains(&"programme-office"));
/// ```
#[derive(Debug)]
pub enum Form {
    /// Plain text.
    Text,
    /// A text, or a table with the text in each language.
    Name,
    /// A table whose keys the office chooses, with a [`Name`](Self::Name) for each.
    Names,
    /// A text with bold, italic, links and facts.
    RichText,
    /// An identifier: small letters, digits, hyphens.
    Id,
    /// The id of one of these tables.
    Reference(&'static str),
    /// The code of a State (`DEU`) or the id of a party.
    Party,
    /// The code of a State.
    State,
    /// A day, a month or a year.
    Date,
    /// A date, a span, sessions, or an open span.
    When,
    /// A day.
    Day,
    /// An amount with its currency.
    Money,
    /// A web address.
    Link,
    /// A symbol of a document of the United Nations.
    Symbol,
    /// A colour, `#rrggbb`.
    Color,
    /// A path of a file within the folder.
    File,
    /// `true` or `false`.
    Flag,
    /// A whole number, from and to.
    Number(u16, u16),
    /// One of a few words.
    Words(&'static [&'static str]),
    /// A list of values.
    List(&'static Form),
    /// One of several forms.
    Either(&'static [Form]),
    /// A table.
    Table(&'static TableKeys),
    /// A list of tables.
    Tables(&'static TableKeys),
}

impl Form {
    /// The kinds of tables that a value of this form may hold, each once.
    pub(crate) fn tables(&self) -> Vec<&'static TableKeys> {
        match self {
            Self::Table(table) | Self::Tables(table) => vec![table],
            Self::List(form) => form.tables(),
            Self::Either(forms) => {
                let mut tables: Vec<&TableKeys> = Vec::new();
                for table in forms.iter().flat_map(Self::tables) {
                    // One of them, or a list of them, is of the same kind.
                    if !tables.iter().any(|known| known.path == table.path) {
                        tables.push(table);
                    }
                }
                tables
            }
            Self::Text
            | Self::Name
            | Self::Names
            | Self::RichText
            | Self::Id
            | Self::Reference(_)
            | Self::Party
            | Self::State
            | Self::Date
            | Self::When
            | Self::Day
            | Self::Money
            | Self::Link
            | Self::Symbol
            | Self::Color
            | Self::File
            | Self::Flag
            | Self::Number(..)
            | Self::Words(_) => Vec::new(),
        }
    }
}

/// In words, as the reference prints it.
impl fmt::Display for Form {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text => f.write_str("text"),
            Self::Name => f.write_str("text, or a table with the text in each language"),
            Self::Names => write!(f, "table with keys of your own: {}", Self::Name),
            Self::RichText => f.write_str("text with marks"),
            Self::Id => f.write_str("id"),
            Self::Reference(table) => write!(f, "id of a `[[{table}]]`"),
            Self::Party => f.write_str("State or `[[party]]`"),
            Self::State => f.write_str("State"),
            Self::Date => f.write_str("day, month or year"),
            Self::When => f.write_str("date, span or sessions"),
            Self::Day => f.write_str("day"),
            Self::Money => f.write_str("amount"),
            Self::Link => f.write_str("web address"),
            Self::Symbol => f.write_str("document symbol"),
            Self::Color => f.write_str("colour"),
            Self::File => f.write_str("file"),
            Self::Flag => f.write_str("`true` or `false`"),
            Self::Number(least, most) if *most == u16::MAX => write!(f, "whole number from {least}"),
            Self::Number(least, most) => write!(f, "whole number from {least} to {most}"),
            Self::Words(words) => {
                let words: Vec<String> = words.iter().map(|word| format!("`{word}`")).collect();
                f.write_str(&words.join(", "))
            }
            Self::List(form) => write!(f, "list: {form}"),
            Self::Either(forms) => {
                let forms: Vec<String> = forms.iter().map(ToString::to_string).collect();
                f.write_str(&forms.join(", or "))
            }
            Self::Table(_) => f.write_str("table"),
            Self::Tables(_) => f.write_str("tables, one heading each"),
        }
    }
}

/// Every kind of table in `office.toml`, the top of the file first.
///
/// ```
/// let top = briefing_office::keys::office_tables()[0];
/// assert!(top.keys.iter().any(|key| key.name == "unit"));
/// ```
#[must_use]
pub fn office_tables() -> Vec<&'static TableKeys> {
    within(&office::TOP)
}

/// Every kind of table in a month's `briefing.toml`, the top of the file first.
///
/// ```
/// let tables = briefing_office::keys::month_tables();
/// assert!(tables.iter().any(|table| table.path == "item.picture"));
/// ```
#[must_use]
pub fn month_tables() -> Vec<&'static TableKeys> {
    within(&month::TOP)
}

/// A table and those that stand in it, each once.
fn within(top: &'static TableKeys) -> Vec<&'static TableKeys> {
    let mut found = vec![top];
    let mut next = 0;
    while let Some(table) = found.get(next).copied() {
        next += 1;
        for inner in table.keys.iter().flat_map(|key| key.form.tables()) {
            if !found.iter().any(|table| std::ptr::eq(*table, inner)) {
                found.push(inner);
            }
        }
    }
    found
}

/// The heading of a table that stands under a key of either file, and an example of it on one line.
pub(crate) fn heading_of(key: &str) -> Option<(String, Option<&'static str>)> {
    let tables = [month_tables(), office_tables()].into_iter().flatten();
    let (table, known) = tables
        .flat_map(|table| table.keys.iter().map(move |known| (table, known)))
        .find(|(_, known)| known.name == key && matches!(known.form, Form::Table(_)))?;
    let path = if table.path.is_empty() { key.to_owned() } else { format!("{}.{key}", table.path) };
    Some((path, known.example.starts_with('{').then_some(known.example)))
}

/// Where a key belongs that stands under another heading, whose keys are `here`: the tables of the same file are looked through.
pub(crate) fn place_of(key: &str, here: &[&str]) -> Option<String> {
    let is_here = |table: &&TableKeys| {
        table.keys.iter().all(|known| here.contains(&known.name)) && table.keys.len() + 1 >= here.len()
    };
    let of_file = |tables: Vec<&'static TableKeys>| {
        let here = tables.iter().copied().find(is_here)?;
        Some((tables, here))
    };
    let (file, here) = [month_tables(), office_tables()].into_iter().find_map(of_file)?;
    let mut homes = file.iter().filter(|table| table.keys.iter().any(|known| known.name == key));
    let (home, None) = (homes.next()?, homes.next()) else { return None };
    Some(match home.path {
        "" => "put it at the top of the file, above the first heading in brackets".to_owned(),
        path => {
            let (first, inner) = path.split_once('.').unwrap_or((path, ""));
            let is_heading = file.first().is_some_and(|top| top.keys.iter().any(|known| known.name == first));
            // What stands in each table of a list is written there.
            let is_beside = inner.is_empty() || here.path.split('.').next() == Some(first);
            if !is_heading || !is_beside {
                return None;
            }
            let top = file.first().and_then(|top| top.keys.iter().find(|known| known.name == path));
            let double = top.is_some_and(|known| matches!(known.form, Form::Tables(_)));
            if double { format!("put it under `[[{path}]]`") } else { format!("put it under `[{path}]`") }
        }
    })
}

/// Whether it is a key of an item.
pub(crate) fn is_of_item(key: &str) -> bool {
    month_tables().iter().any(|table| table.path == "item" && table.keys.iter().any(|known| known.name == key))
}

/// The tables of an item, such as its picture, by their keys.
fn tables_of_item() -> impl Iterator<Item = (&'static str, &'static [Key])> {
    let item = month_tables().into_iter().filter(|table| table.path == "item").flat_map(|table| table.keys);
    item.filter_map(|key| match key.form {
        Form::Table(table) => Some((key.name, table.keys)),
        _ => None,
    })
}

/// Whether a key of an item is a table of it.
pub(crate) fn is_table_of_item(key: &str) -> bool {
    tables_of_item().any(|(name, _)| name == key)
}

/// Of an item's tables, the one whose keys are `here`.
pub(crate) fn table_of_item(here: &[&str]) -> Option<&'static str> {
    let is_here = |keys: &[Key]| here.iter().all(|key| keys.iter().any(|known| known.name == *key));
    tables_of_item().find(|(_, keys)| is_here(keys)).filter(|_| !here.is_empty()).map(|(name, _)| name)
}

/// The keys that people mean by another word, the likeliest first.
pub(crate) fn other_words(word: &str) -> Vec<&'static str> {
    const BEGIN: [&str; 12] = [
        "since",
        "from",
        "start",
        "starts",
        "started",
        "begin",
        "begins",
        "began",
        "opened",
        "launched",
        "founded",
        "established",
    ];
    const BEGINS: [&str; 3] = ["since", "launched", "from"];
    const END: [&str; 9] = ["until", "till", "to", "end", "ends", "ended", "closed", "finished", "dissolved"];
    const ENDS: [&str; 2] = ["until", "closed"];
    const WORDS: [(&str, &str); 18] = [
        ("image", "picture"),
        ("photo", "picture"),
        ("headline", "title"),
        ("heading", "title"),
        ("date", "when"),
        ("date", "on"),
        ("dates", "when"),
        ("day", "when"),
        ("day", "on"),
        ("when", "on"),
        ("body", "text"),
        ("description", "text"),
        ("location", "place"),
        ("country", "state"),
        ("town", "city"),
        ("partner", "partners"),
        ("alternative", "alt"),
        ("type", "kind"),
    ];
    let word = word.to_lowercase();
    let of_dates = [(&BEGIN[..], &BEGINS[..]), (&END[..], &ENDS[..])].into_iter();
    let of_dates = of_dates.filter(|(words, _)| words.contains(&word.as_str())).flat_map(|(_, keys)| keys);
    let others = WORDS.iter().filter(|(other, _)| *other == word).map(|(_, key)| key);
    others.chain(of_dates).copied().filter(|key| *key != word).collect()
}

/// Of the lists `here`, the only one whose tables have a table of that name, such as `item` of `picture`.
pub(crate) fn list_with(table: &str, here: &[&'static str]) -> Option<&'static str> {
    let tops = [month_tables(), office_tables()].into_iter().filter_map(|tables| Some(tables.first()?.keys));
    let lists = tops.flatten().filter(|list| here.contains(&list.name));
    let has = |list: &&Key| {
        let Form::Tables(of) = &list.form else { return false };
        of.keys.iter().any(|key| key.name == table && matches!(key.form, Form::Table(_)))
    };
    let mut owners = lists.filter(has);
    let (owner, None) = (owners.next()?, owners.next()) else { return None };
    Some(owner.name)
}

/// A key that may be left out.
const fn optional(name: &'static str, form: Form, about: &'static str, example: &'static str) -> Key {
    Key { name, required: false, form, about, default: "", example }
}

/// A key that the table needs.
const fn required(name: &'static str, form: Form, about: &'static str, example: &'static str) -> Key {
    Key { name, required: true, form, about, default: "", example }
}

/// A key with a value that holds when it is left out.
const fn usually(
    name: &'static str,
    form: Form,
    default: &'static str,
    about: &'static str,
    example: &'static str,
) -> Key {
    Key { name, required: false, form, about, default, example }
}
