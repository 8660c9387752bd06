//! A table: asked for its keys one by one, and held to have no others.

use std::cell::RefCell;
use std::ops::Range;

use briefing_model::nearest;
use toml::de::DeTable;

use super::spans::ROOT;
use super::{Context, TomlValue};
use crate::diagnostic::{Code, FileSpan};

/// A table of a file, with the keys that were asked of it.
#[derive(Debug)]
pub(crate) struct TomlTable<'a> {
    pub(crate) context: Context<'a>,
    table: &'a DeTable<'a>,
    /// Its heading, or the whole of it when it is written inline.
    span: Range<usize>,
    node: usize,
    asked: RefCell<Vec<&'static str>>,
    /// Keys that were reported as another one misspelt.
    misspelt: RefCell<Vec<&'a str>>,
}

impl<'a> TomlTable<'a> {
    /// The table that a file is.
    pub(crate) fn root(context: Context<'a>, table: &'a DeTable<'a>) -> Self {
        Self::new(context, table, 0..0, ROOT)
    }

    pub(super) fn new(context: Context<'a>, table: &'a DeTable<'a>, span: Range<usize>, node: usize) -> Self {
        Self { context, table, span, node, asked: RefCell::default(), misspelt: RefCell::default() }
    }

    /// The value of a key, if the table has it.
    pub(crate) fn get(&self, key: &'static str) -> Option<TomlValue<'a>> {
        let mut asked = self.asked.borrow_mut();
        if !asked.contains(&key) {
            asked.push(key);
        }
        let (name, value) = self.table.get_key_value(key)?;
        Some(TomlValue::of_key(self.context, self.node, name, value))
    }

    /// What stands under a key; noted as unread where it is there and makes no sense.
    pub(crate) fn part<T>(&self, key: &'static str, read: impl FnOnce(&TomlValue<'a>) -> Option<T>) -> Option<T> {
        let value = self.get(key)?;
        let part = read(&value);
        if part.is_none() {
            value.set_unread();
        }
        part
    }

    /// What stands under a key that the table must have; a stand-in, noted as unread, where there is nothing or it makes no sense.
    pub(crate) fn must<T>(
        &self,
        key: &'static str,
        read: impl FnOnce(&TomlValue<'a>) -> Option<T>,
        stand_in: impl FnOnce() -> Option<T>,
    ) -> Option<T> {
        if self.need(key).is_none() {
            let node = self.context.spans.key(self.node, key, self.span.clone());
            self.context.spans.set_unread(node);
            return stand_in();
        }
        self.part(key, read).or_else(stand_in)
    }

    /// A number that no other table of the file has.
    pub(crate) fn number(&self) -> usize {
        self.node
    }

    /// The value of a key that the table must have.
    pub(crate) fn need(&self, key: &'static str) -> Option<TomlValue<'a>> {
        let value = self.get(key);
        if value.is_none() && !self.is_below(key) && !self.is_misspelt(key) {
            let fault = self.context.diagnostic(Code::MissingKey, self.span.clone(), format!("`{key}` is missing"));
            let mut way = self.context.spans.keys(self.node);
            way.push(key.to_owned());
            self.context.log.push(match crate::keys::how_to_write(&way) {
                Some(hint) => fault.with_hint(hint),
                None => fault,
            });
        }
        value
    }

    /// Whether a key of an item stands below the heading of one of its tables, which is said there.
    fn is_below(&self, wanted: &str) -> bool {
        let holds = |inner: &DeTable<'_>| inner.get(wanted).is_some();
        let mut inner = self.table.iter().filter(|(name, _)| crate::keys::is_table_of_item(name.get_ref()));
        crate::keys::is_of_item(wanted) && inner.any(|(_, value)| value.get_ref().as_table().is_some_and(holds))
    }

    /// Whether a key is there in other letters, misspelt as no key of any table is, or under another word for it, which is then reported in place
    /// of one that is missing and one that is unknown.
    fn is_misspelt(&self, wanted: &'static str) -> bool {
        let in_other_letters = |name: &str| name.eq_ignore_ascii_case(wanted);
        let is_near = |name: &str| !crate::keys::is_key(name) && nearest(name, [wanted]).is_some();
        let find = |is: &dyn Fn(&str) -> bool| self.table.keys().find(|name| is(name.get_ref()));
        let is_meant = |name: &str| crate::keys::other_words(name).contains(&wanted);
        let found = find(&in_other_letters).or_else(|| find(&is_near)).or_else(|| find(&is_meant));
        let Some(name) = found else { return false };
        let message = format!("`{}` has no meaning here", short(name.get_ref()));
        let fault = self.context.diagnostic(Code::UnknownKey, name.span(), message);
        self.context.log.push(fault.with_hint(format!("did you mean `{wanted}`?")));
        self.misspelt.borrow_mut().push(name.get_ref());
        true
    }

    /// What each table of a list says, such as `[[unit]]`.
    pub(crate) fn each<T>(&self, key: &'static str, mut read: impl FnMut(&Self) -> Option<T>) -> Vec<T> {
        self.list(key, |value| read(&value.table()?))
    }

    /// What the items of a list are; those that make no sense are left out, and noted as unread.
    pub(crate) fn list<T>(&self, key: &'static str, mut read: impl FnMut(&TomlValue<'a>) -> Option<T>) -> Vec<T> {
        self.part(key, |value| Some(value.items()?.read(&mut read))).unwrap_or_default()
    }

    /// Each table of a list of tables; nothing is reported and nothing counts as asked for.
    pub(crate) fn peek_tables(&self, key: &str) -> Vec<TomlTable<'a>> {
        let array = self.table.get(key).and_then(|value| value.get_ref().as_array());
        let items = array.into_iter().flat_map(|array| array.iter());
        items.filter_map(|item| Some(Self::new(self.context, item.get_ref().as_table()?, item.span(), ROOT))).collect()
    }

    /// Every key with its value, of a table whose keys are the writer's own; it is not to be finished.
    pub(crate) fn pairs(&self) -> Vec<(&'a str, TomlValue<'a>)> {
        let table: &'a DeTable<'a> = self.table;
        table
            .iter()
            .map(|(name, value)| {
                let key: &'a str = name.get_ref();
                (key, TomlValue::of_key(self.context, self.node, name, value))
            })
            .collect()
    }

    /// The table under a key, in the same way.
    pub(crate) fn peek_table(&self, key: &str) -> Option<Self> {
        let value = self.table.get(key)?;
        Some(Self::new(self.context, value.get_ref().as_table()?, value.span(), ROOT))
    }

    /// The text under a key and where it stands, in the same way.
    pub(crate) fn peek_string(&self, key: &str) -> Option<(&'a str, Range<usize>)> {
        let value = self.table.get(key)?;
        Some((value.get_ref().as_str()?, value.span()))
    }

    /// Whether something is so, by its key, in the same way.
    pub(crate) fn peek_flag(&self, key: &str) -> Option<bool> {
        self.table.get(key)?.get_ref().as_bool()
    }

    /// The texts of a list and where they stand, in the same way.
    pub(crate) fn peek_strings(&self, key: &str) -> Vec<(&'a str, Range<usize>)> {
        let list = self.table.get(key).and_then(|value| value.get_ref().as_array());
        let items = list.into_iter().flat_map(|list| list.iter());
        items.filter_map(|item| Some((item.get_ref().as_str()?, item.span()))).collect()
    }

    /// Whether a key is there; nothing is reported and nothing counts as asked for.
    pub(crate) fn has(&self, key: &str) -> bool {
        self.table.contains_key(key)
    }

    /// Its heading, or the whole of it when it is written inline.
    pub(crate) fn span(&self) -> Range<usize> {
        self.span.clone()
    }

    /// The text under `id`; nothing is reported and nothing counts as asked for.
    pub(crate) fn peek_id(&self) -> Option<&'a str> {
        self.table.get("id")?.get_ref().as_str()
    }

    /// The English name under a key, in the same way.
    pub(crate) fn peek_name(&self, key: &str) -> Option<&'a str> {
        let value = self.table.get(key)?.get_ref();
        value.as_str().or_else(|| value.get("en")?.get_ref().as_str())
    }

    /// Where the table begins.
    pub(crate) fn location(&self) -> FileSpan {
        self.context.location(self.span.clone())
    }

    /// Reports a fault of the table as a whole.
    pub(crate) fn fault(&self, code: Code, message: impl Into<String>) {
        self.context.fault(code, self.span.clone(), message);
    }

    /// The first key of an item that stands below the heading of one of the item's tables, and what to do with all of them.
    fn keys_of_item(&self, asked: &[&'static str]) -> Option<(&'a str, String)> {
        let table = crate::keys::table_of_item(asked)?;
        let unknown = self.table.iter().filter(|(name, _)| {
            let key: &str = name.get_ref();
            !asked.contains(&key) && crate::keys::is_of_item(key)
        });
        let mut found: Vec<(usize, &'a str)> =
            unknown.map(|(name, _)| (name.span().start, &**name.get_ref())).collect();
        found.sort_unstable();
        let (_, first) = *found.first()?;
        let others: Vec<&str> = found.iter().skip(1).map(|(_, key)| *key).collect();
        Some((
            first,
            match others.as_slice() {
                [] => format!("it is a key of the item: put it above the heading of its {table}"),
                others => {
                    format!(
                        "it and {} are keys of the item: put them above the heading of its {table}",
                        list_of(others)
                    )
                }
            },
        ))
    }

    /// Reports the keys that were never asked for.
    pub(crate) fn finish(&self) {
        self.finish_beside(&[]);
    }

    /// The same, but for some keys that are the writer's own.
    pub(crate) fn finish_beside(&self, own: &[&str]) {
        let asked = self.asked.borrow();
        let is_asked = |key: &str| asked.contains(&key) || own.contains(&key);
        let is_unknown = |key: &&str| !is_asked(key) && !self.misspelt.borrow().contains(key);
        let above = self.keys_of_item(&asked);
        for (name, value) in self.table {
            let key: &str = name.get_ref();
            if !is_unknown(&key) {
                continue;
            }
            if let Some((first, hint)) = &above
                && crate::keys::is_of_item(key)
            {
                self.context.spans.set_unread_beside(self.node, key, name.span());
                // All keys below the heading are there by one slip.
                if key == *first {
                    let message = format!("`{}` has no meaning here", short(key));
                    self.context
                        .log
                        .push(self.context.diagnostic(Code::UnknownKey, name.span(), message).with_hint(hint.clone()));
                }
                continue;
            }
            if self.context.log.is_full(Code::UnknownKey) {
                self.context.log.count(Code::UnknownKey, 1);
            } else {
                let fault = self.context.diagnostic(
                    Code::UnknownKey,
                    name.span(),
                    format!("`{}` has no meaning here", short(key)),
                );
                // Codes of languages are all alike.
                let is_by_language = ["en", "fr", "zh"].iter().all(|code| asked.contains(code));
                let language = is_by_language.then(|| crate::read::language_meant(key)).flatten();
                let by_language =
                    asked.iter().copied().find(|it| language.is_some_and(|language| language.code() == *it));
                let near = || nearest(key, asked.iter().copied());
                let suggestion = if is_by_language { by_language } else { near() }.or_else(|| {
                    let is_free = |meant: &&str| asked.contains(meant) && !self.table.contains_key(*meant);
                    crate::keys::other_words(key).into_iter().find(is_free)
                });
                // What was probably meant is not missing, only misspelt; a table of that name may be there as well, in part.
                let is_table = value.get_ref().is_table() || value.get_ref().is_array();
                if let Some(meant) = suggestion.filter(|meant| is_table || !self.table.contains_key(*meant)) {
                    self.context.spans.set_unread(self.context.spans.key(self.node, meant, name.span()));
                }
                let owner = is_table.then(|| crate::keys::list_with(key, &asked)).flatten();
                if let Some(owner) = owner {
                    self.context.spans.set_unread(self.context.spans.key(self.node, owner, name.span()));
                }
                let hint = match (owner, suggestion) {
                    (Some(owner), _) => {
                        format!("write `[{owner}.{key}]`, below the keys of the `[[{owner}]]` that it belongs to")
                    }
                    (None, Some(known)) => format!("did you mean `{known}`?"),
                    (None, None) => crate::keys::place_of(key, &asked)
                        .unwrap_or_else(|| format!("the keys here are {}", list_of(&asked))),
                };
                self.context.log.push(fault.with_hint(hint));
            }
        }
    }
}

/// Words as a list for a message.
pub(crate) fn list_of(words: &[&str]) -> String {
    words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ")
}

/// What was written, cut to what a message can carry.
pub(crate) fn short(text: &str) -> String {
    const LONGEST: usize = 60;
    let printable = text.chars().map(|c| if c.is_control() { ' ' } else { crate::source::printable(c) });
    let more = text.chars().nth(LONGEST).map(|_| '…');
    printable.take(LONGEST).chain(more).collect()
}
