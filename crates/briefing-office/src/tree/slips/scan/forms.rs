//! Values in the form that other files have: lists in round brackets or in none, tables with colons, two keys on a line.

use toml::de::DeTable;

use super::super::Slip;
use super::super::mended::Mend;
use super::{Scanned, Scanner, begins_statement, is_of_name};
use crate::tree::short;

/// Whether it is a value as it stands.
fn is_value(written: &str) -> bool {
    DeTable::parse(&format!("a = {written}")).is_ok()
}

impl Scanner<'_> {
    /// The rest of the line without a remark, from there on.
    fn rest_of_line(&self, at: usize) -> &str {
        let line = self.text.get(at..self.line(at).end).unwrap_or_default();
        line.split('#').next().unwrap_or_default().trim_end()
    }

    /// `("DEU", "FRA")`.
    pub(super) fn round_brackets(&self) -> Scanned {
        let written = self.rest_of_line(self.at);
        let inside = written.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
        let Some(list) = inside.map(|inside| format!("[{inside}]")).filter(|list| is_value(list)) else {
            return Ok(());
        };
        let span = self.at..self.at + written.len();
        let hint = format!("write `{}`", short(&list));
        let slip = Slip::new(span.clone(), "a list stands between square brackets", Mend::replace(span, list));
        Err(Box::new(slip.with_hint(hint)))
    }

    /// `"DEU", "FRA"`, of which the first value ends there.
    pub(super) fn no_brackets(&self, open: usize, close: usize) -> Scanned {
        let written = self.rest_of_line(open);
        let list = format!("[{written}]");
        let more = self.rest_of_line(close).trim_start();
        if more.strip_prefix(',').is_none_or(|more| more.trim().is_empty()) || !is_value(&list) {
            return Ok(());
        }
        let hint = format!("write `{}`", short(&list));
        let span = open..open + written.len();
        let slip = Slip::new(span.clone(), "several values stand between square brackets", Mend::replace(span, list));
        Err(Box::new(slip.with_hint(hint)))
    }

    /// Another key with its value on the line of the first, whose value ends there.
    pub(super) fn second_key(&self, close: usize) -> Scanned {
        let behind = self.rest_of_line(close);
        let more = behind.trim_start_matches([' ', '\t', ';', ',']);
        let Some((key, _)) = more.split_once('=').filter(|_| begins_statement(more) && !more.starts_with('[')) else {
            return Ok(());
        };
        let start = close + behind.len() - more.len();
        let key = key.trim_end();
        let slip = Slip::new(start..start + key.len(), "two keys stand on one line", Mend::replace(close..start, "\n"));
        Err(Box::new(slip.with_hint(format!("begin a new line before `{}`", short(key)))))
    }

    /// The same behind a value without quotation marks.
    pub(super) fn second_key_behind(&self, start: usize, written: &str) -> Scanned {
        match written.find([' ', '\t', ';', ',']) {
            Some(at) if is_value(written.get(..at).unwrap_or_default()) => self.second_key(start + at),
            _ => Ok(()),
        }
    }

    /// `[DEU, FRA]`.
    pub(super) fn bare_words(&self) -> Scanned {
        let written = self.rest_of_line(self.at);
        let Some(inside) = written.strip_prefix('[').and_then(|rest| rest.split(']').next()) else { return Ok(()) };
        let words: Vec<&str> = inside.split(',').map(str::trim).collect();
        let is_word = |word: &&str| {
            word.starts_with(char::is_alphabetic) && !word.contains(['"', '\'', '{', '[', '=']) && !is_value(word)
        };
        if words.len() < 2 || written.len() < inside.len() + 2 || !words.iter().all(is_word) {
            return Ok(());
        }
        let quoted: Vec<String> = words.iter().map(|word| format!("\"{word}\"")).collect();
        let list = format!("[{}]", quoted.join(", "));
        let hint = format!("write `{}`", short(&list));
        let span = self.at..self.at + inside.len() + 2;
        let message = "the texts of a list have quotation marks around them";
        Err(Box::new(Slip::new(span.clone(), message, Mend::replace(span, list)).with_hint(hint)))
    }

    /// `{ state: "DEU" }`, as in other languages.
    pub(super) fn colons(&self) -> Scanned {
        let written = self.rest_of_line(self.at);
        let Some(end) = written.find('}') else { return Ok(()) };
        let written = written.get(..=end).unwrap_or_default();
        let table = with_equals_signs(written);
        if is_value(written) || !is_value(&table) {
            return Ok(());
        }
        let span = self.at..self.at + written.len();
        let hint = format!("write `{}`", short(&table));
        let message = "a key and its value have `=` between them, not `:`";
        Err(Box::new(Slip::new(span.clone(), message, Mend::replace(span, table)).with_hint(hint)))
    }

    /// A value on the line below its key, whose `=` ends there.
    pub(super) fn value_below(&self, key: &str) -> Scanned {
        let line = self.line(self.line(self.at).end);
        let below = self.text.get(line.clone()).unwrap_or_default();
        let value = below.split('#').next().unwrap_or_default().trim();
        if line.start == self.line(self.at).start || value.is_empty() || !is_value(value) {
            return Ok(());
        }
        let start = line.start + below.len() - below.trim_start().len();
        let message = "the value stands below its key, not behind it";
        let slip = Slip::new(start..start + value.len(), message, Mend::replace(self.at..start, " "));
        Err(Box::new(slip.with_hint(format!("write `{key} = {}` on one line", short(value)))))
    }
}

/// An inline table with `=` for each `:` outside of its texts, and its keys without quotation marks.
fn with_equals_signs(written: &str) -> String {
    let mut table = String::new();
    for (index, part) in written.split('"').enumerate() {
        if index % 2 == 1 {
            table.push_str(&format!("\"{part}\""));
            continue;
        }
        let rest = part.trim_start();
        // What stands before a colon is a key.
        if rest.starts_with(':')
            && let Some(start) = table.strip_suffix('"').and_then(|table| table.rfind('"'))
            && table.get(start + 1..table.len() - 1).is_some_and(|key| !key.is_empty() && key.chars().all(is_of_name))
        {
            let key = table.split_off(start);
            table.push_str(key.trim_matches('"'));
        }
        table.push_str(&part.replace(" :", ":").replace(':', " ="));
    }
    table
}
