//! A table: asked for its keys one by one, and held to have no others.

use std::cell::RefCell;
use std::ops::Range;

use toml::de::DeTable;

use super::{Context, Value};
use crate::diagnostic::{Code, Location};
use crate::suggest::nearest;

/// A table of a file, with the keys that were asked of it.
#[derive(Debug)]
pub(crate) struct Table<'a> {
    pub(crate) context: Context<'a>,
    table: &'a DeTable<'a>,
    /// Its heading, or the whole of it when it is written inline.
    span: Range<usize>,
    asked: RefCell<Vec<&'static str>>,
}

impl<'a> Table<'a> {
    pub(crate) fn new(context: Context<'a>, table: &'a DeTable<'a>, span: Range<usize>) -> Self {
        Self { context, table, span, asked: RefCell::default() }
    }

    /// The value of a key, if the table has it.
    pub(crate) fn get(&self, key: &'static str) -> Option<Value<'a>> {
        self.asked.borrow_mut().push(key);
        let (name, value) = self.table.get_key_value(key)?;
        Some(Value::new(self.context, name.get_ref(), name.span(), value.span(), value.get_ref()))
    }

    /// The value of a key that the table must have.
    pub(crate) fn need(&self, key: &'static str) -> Option<Value<'a>> {
        let value = self.get(key);
        if value.is_none() {
            self.fault(Code::MissingKey, format!("`{key}` is missing"));
        }
        value
    }

    /// Each table of a list of tables, such as `[[unit]]`.
    pub(crate) fn tables(&self, key: &'static str) -> Vec<Table<'a>> {
        self.get(key).map(|value| value.list()).unwrap_or_default().iter().filter_map(Value::table).collect()
    }

    /// Each table of a list of tables; nothing is reported and nothing counts as asked for.
    pub(crate) fn peek_tables(&self, key: &str) -> Vec<Table<'a>> {
        let array = self.table.get(key).and_then(|value| value.get_ref().as_array());
        let items = array.into_iter().flat_map(|array| array.iter());
        items.filter_map(|item| Some(Self::new(self.context, item.get_ref().as_table()?, item.span()))).collect()
    }

    /// Every key with its value, of a table whose keys are the writer's own; it is not to be finished.
    pub(crate) fn pairs(&self) -> Vec<(&'a str, Value<'a>)> {
        let table: &'a DeTable<'a> = self.table;
        let pairs = table.iter();
        pairs
            .map(|(name, value)| {
                let key: &'a str = name.get_ref();
                (key, Value::new(self.context, key, name.span(), value.span(), value.get_ref()))
            })
            .collect()
    }

    /// The text under `id` and its place; nothing is reported and nothing counts as asked for.
    pub(crate) fn peek_id(&self) -> Option<(&'a str, Location)> {
        let value = self.table.get("id")?;
        Some((value.get_ref().as_str()?, self.context.location(value.span())))
    }

    /// The English name under a key, in the same way.
    pub(crate) fn peek_name(&self, key: &str) -> Option<&'a str> {
        let value = self.table.get(key)?.get_ref();
        value.as_str().or_else(|| value.get("en")?.get_ref().as_str())
    }

    pub(crate) fn span(&self) -> Range<usize> {
        self.span.clone()
    }

    /// Where the table begins.
    pub(crate) fn location(&self) -> Location {
        self.context.location(self.span.clone())
    }

    /// Reports a fault of the table as a whole.
    pub(crate) fn fault(&self, code: Code, message: impl Into<String>) {
        self.context.fault(code, self.span.clone(), message);
    }

    /// Reports the keys that were never asked for.
    pub(crate) fn finish(&self) {
        let asked = self.asked.borrow();
        for (name, _) in self.table {
            let key: &str = name.get_ref();
            if asked.contains(&key) {
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
                let suggestion = nearest(key, asked.iter().copied());
                let hint = match suggestion {
                    Some(known) => format!("did you mean `{known}`?"),
                    None => format!("the keys here are {}", list_of(&asked)),
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
