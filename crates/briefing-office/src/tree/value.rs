//! A value: asked for the type it should have.

use std::borrow::Cow;
use std::fmt::Display;
use std::ops::{Range, RangeInclusive};
use std::str::FromStr;

use briefing_model::{Month, Origin, date_advice, nearest};
use toml::Spanned;
use toml::de::DeValue;

use super::table::{list_of, short};
use super::{Context, TomlTable, escape};
use crate::diagnostic::{Code, Diagnostic, FileSpan};
use crate::origin::WrittenText;
use crate::source::SourceFile;

/// A value of a file, with the key it stands under.
#[derive(Debug, Clone)]
pub(crate) struct TomlValue<'a> {
    pub(crate) context: Context<'a>,
    key: &'a str,
    key_span: Range<usize>,
    span: Range<usize>,
    node: usize,
    value: &'a DeValue<'a>,
}

impl<'a> TomlValue<'a> {
    pub(super) fn of_key(
        context: Context<'a>,
        table: usize,
        name: &'a Spanned<Cow<'a, str>>,
        value: &'a Spanned<DeValue<'a>>,
    ) -> Self {
        let (key, key_span) = (name.get_ref().as_ref(), name.span());
        let span = span_or(value.span(), &key_span);
        let node = context.spans.key(table, key, span.clone());
        Self { context, key, key_span, span, node, value: value.get_ref() }
    }

    /// Notes that it could not be read.
    pub(crate) fn set_unread(&self) {
        self.context.spans.set_unread(self.node);
    }

    /// Where it stands in the file, as bytes.
    pub(crate) fn span(&self) -> Range<usize> {
        self.span.clone()
    }

    /// The key it stands under, or its list does.
    pub(crate) fn key(&self) -> &'a str {
        self.key
    }

    /// Where the text that this is was written.
    pub(crate) fn origin(&self) -> Origin {
        Origin::new(WrittenText::new(self.context.source, self.span.clone()))
    }

    pub(crate) fn location(&self) -> FileSpan {
        self.context.location(self.span.clone())
    }

    /// Reports a fault of this value.
    pub(crate) fn fault(&self, code: Code, message: impl Into<String>) {
        self.context.log.push(self.diagnostic(code, message));
    }

    pub(crate) fn diagnostic(&self, code: Code, message: impl Into<String>) -> Diagnostic {
        self.context.diagnostic(code, self.span.clone(), message)
    }

    /// Where a stretch of this value's text stands in the file.
    pub(crate) fn location_within(&self, stretch: Range<usize>) -> FileSpan {
        self.context.location(within(self.context.source, &self.span, stretch))
    }

    /// Whether it is a text in which a backslash begins an escape.
    pub(crate) fn is_escaped(&self) -> bool {
        self.context.source.text().get(self.span()).is_some_and(|written| written.starts_with('"'))
    }

    /// Reports backslashes of its text that do what nobody meant.
    pub(crate) fn report_backslashes(&self) {
        self.report_path();
        self.report_joined_lines();
    }

    /// Reports the backslash of a path, such as `C:\temp`, that has become a tab or a line end with the letter behind it.
    fn report_path(&self) {
        let written = self.context.source.text().get(self.span()).filter(|_| self.is_escaped()).unwrap_or_default();
        let Some((at, escaped)) = escape_in_path(written) else { return };
        let what = match escaped {
            't' => "a tab",
            'n' => "a line break",
            _ => "a carriage return",
        };
        let start = self.span.start + at;
        let message = format!("`\\{escaped}` is an escape for {what} here");
        let fault = Diagnostic::new(Code::BadText, self.context.location(start..start + 2), message);
        self.context.log.push_once(fault.with_hint(
            r"leave the path out; a backslash is `\\` in a title or an alternative text, and `\\\\` in a text with marks",
        ));
    }

    /// Reports two words that are one, because a backslash ends the line between them: it takes the line end away, and all white space up to
    /// the next word.
    fn report_joined_lines(&self) {
        let written = self.context.source.text().get(self.span()).unwrap_or_default();
        let Some(lines) = written.strip_prefix("\"\"\"") else { return };
        let mut escaped = false;
        for (at, c) in lines.char_indices() {
            let is_escape = c == '\\' && !escaped;
            escaped = is_escape;
            let Some(behind) = lines.get(at + 1..).filter(|_| is_escape) else { continue };
            let after = behind.trim_start();
            let Some((blank, _)) = behind.split_at_checked(behind.len() - after.len()) else { continue };
            let before = lines.get(..at).unwrap_or_default();
            let word = before.rsplit(char::is_whitespace).next().unwrap_or_default();
            let next = after.split(|c: char| c.is_whitespace() || c == '\\').next().unwrap_or_default();
            // Scripts without spaces go on from line to line, and so may an address.
            let is_spaced = |c: char| c < '\u{2E80}' && (c.is_alphanumeric() || matches!(c, '.' | ',' | ';' | ':'));
            let joins = word.ends_with(is_spaced) && next.starts_with(|c: char| c < '\u{2E80}' && c.is_alphanumeric());
            if blank.contains('\n') && joins && !word.contains(['/', '@']) {
                let end = self.span.start + 3 + at + 1;
                let place = self.context.location(end - 1 - word.len()..end);
                let (word, next) = (short(word), short(next));
                let message = format!("the backslash at the end of the line makes one word of `{word}` and `{next}`");
                let fault = Diagnostic::new(Code::LinesJoined, place, message);
                self.context.log.push_once(fault.with_hint("put a space before the backslash"));
                return;
            }
        }
    }

    /// Its text, if it is one; a fault otherwise.
    pub(crate) fn text(&self) -> Option<&'a str> {
        let text = self.value.as_str();
        if text.is_none() {
            let fault = self.wrong_type_diagnostic("a text in quotation marks");
            let written = self.context.source.text().get(self.span()).unwrap_or_default();
            self.context.log.push(match self.value {
                DeValue::Array(_) | DeValue::Table(_) | DeValue::String(_) => fault,
                DeValue::Boolean(_) => {
                    fault.with_hint(format!("write in quotation marks what `{}` says, or remove it", short(self.key)))
                }
                _ => fault.with_hint(format!("write `\"{}\"`", short(written))),
            });
        }
        text
    }

    /// Its text; nothing is reported.
    pub(crate) fn peek_text(&self) -> Option<&'a str> {
        self.value.as_str()
    }

    /// Reports a fault of this value with what to do.
    pub(crate) fn fault_with_hint(&self, code: Code, message: impl Into<String>, hint: impl Into<String>) {
        self.context.log.push(self.diagnostic(code, message).with_hint(hint));
    }

    /// The whole number that it is; nothing is reported.
    pub(crate) fn peek_number(&self) -> Option<usize> {
        self.value.as_integer().and_then(|integer| integer.as_str().parse().ok())
    }

    /// The number that it is, as it is written; nothing is reported.
    pub(crate) fn peek_figure(&self) -> Option<&'a str> {
        let is_figure = matches!(self.value, DeValue::Integer(_) | DeValue::Float(_));
        self.context.source.text().get(self.span()).filter(|_| is_figure)
    }

    /// Its text read as a `T`; a fault of `code` where `T` refuses it.
    pub(crate) fn read<T: FromStr<Err: Display>>(&self, code: Code) -> Option<T> {
        self.text().and_then(|text| self.accept(code, text.parse()))
    }

    /// What came out well; a fault of `code` in the words of the error otherwise.
    pub(crate) fn accept<T, E: Display>(&self, code: Code, result: Result<T, E>) -> Option<T> {
        result.map_err(|error| self.fault(code, error.to_string())).ok()
    }

    /// A date in the widest sense: a text, or a TOML date, read as a `T`.
    pub(crate) fn date<T: FromStr<Err: Display>>(&self) -> Option<T> {
        match self.value {
            DeValue::Datetime(datetime) if datetime.time.is_none() => self.accept_date(&datetime.to_string()),
            DeValue::Integer(number) if number.as_str().len() == 4 => {
                let hint = format!("write it in quotation marks: `{} = \"{}\"`", self.key, number.as_str());
                self.context.log.push(self.wrong_type_diagnostic("a date").with_hint(hint));
                None
            }
            DeValue::Integer(_) | DeValue::Float(_) => {
                let hint = format!("write year, month and day: `{} = 2025-04-30`", self.key);
                self.context.log.push(self.wrong_type_diagnostic("a date").with_hint(hint));
                None
            }
            DeValue::String(text) if text.trim().is_empty() => {
                let hint = "write the day as 2025-04-30 or, if no more is known, the month as 2025-04";
                self.fault_with_hint(Code::BadDate, "there is no date between the quotation marks", hint);
                None
            }
            DeValue::String(text) => self.accept_date(text),
            DeValue::Datetime(datetime) => {
                let fault = self.wrong_type_diagnostic("a date");
                self.context.log.push(match &datetime.date {
                    Some(day) => {
                        fault.with_hint(format!("write `{} = {day}`: the time of day is not printed", self.key))
                    }
                    None => fault,
                });
                None
            }
            DeValue::Array(_) => {
                let written = self.context.source.text().get(self.span()).unwrap_or_default();
                let days: String = written.chars().filter(|c| !matches!(c, '[' | ']' | '"' | '\'')).collect();
                let fault = self.wrong_type_diagnostic("a date");
                self.context.log.push(match days.parse::<T>() {
                    Ok(_) => {
                        fault.with_hint(format!("write them as one text: `{} = \"{}\"`", self.key, short(days.trim())))
                    }
                    Err(_) => fault,
                });
                None
            }
            DeValue::Boolean(_) | DeValue::Table(_) => {
                self.wrong_type("a date");
                None
            }
        }
    }

    fn accept_date<T: FromStr<Err: Display>>(&self, text: &str) -> Option<T> {
        let error = match text.parse() {
            Ok(date) => return Some(date),
            Err(error) => error,
        };
        let is_month = |text: &String| text.parse::<T>().is_err() && text.parse::<Month>().is_ok();
        // One of several readings is a day, which may stand anywhere.
        let fits = |text: &String| text.contains(" or ") || text.parse::<T>().is_ok() || is_month(text);
        let fault = match date_advice(text) {
            // A date of that form that is not what stands here, such as a month for a day, is for its type to refuse.
            Some(advice) if advice.write("").is_none_or(|written| written != text && fits(&written)) => {
                let message = format!("`{}` is not a date{}", short(text), advice.reason());
                let fault = self.diagnostic(Code::BadDate, message);
                match (advice.write("").filter(is_month), advice.write("`")) {
                    (Some(month), _) => fault.with_hint(format!("write the day too, as in `{month}-15`")),
                    (None, Some(write)) => fault.with_hint(format!("write {write}")),
                    (None, None) => fault,
                }
            }
            // One that says more than may stand here.
            Some(_) => {
                let said = error.to_string();
                match said.split_once(": write ") {
                    Some((message, write)) => {
                        self.diagnostic(Code::BadDate, message).with_hint(format!("write {write}"))
                    }
                    None => self.diagnostic(Code::BadDate, said),
                }
            }
            None => self.diagnostic(Code::BadDate, error.to_string()),
        };
        self.context.log.push(fault);
        None
    }

    /// One of a fixed list of words, and what it stands for.
    pub(crate) fn word<T: Copy>(&self, words: &[(&str, T)]) -> Option<T> {
        let text = self.text()?;
        let found = words.iter().find(|(word, _)| *word == text).map(|(_, meaning)| *meaning);
        if found.is_none() {
            let known: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
            let fault =
                self.diagnostic(Code::UnknownWord, format!("`{}` is not one of {}", short(text), list_of(&known)));
            self.context.log.push(match nearest(text, known) {
                None => fault.with_hint("write the one of them that comes nearest"),
                suggestion => fault.with_suggestion(suggestion),
            });
        }
        found
    }

    /// One of all cases of a type, by its word.
    pub(crate) fn one_of<T: Copy, const N: usize>(&self, all: [T; N], word: fn(T) -> &'static str) -> Option<T> {
        self.word(&all.map(|one| (word(one), one)))
    }

    /// A whole number within bounds.
    pub(crate) fn number(&self, bounds: RangeInclusive<u16>) -> Option<u16> {
        let DeValue::Integer(integer) = self.value else {
            let fault = self.wrong_type_diagnostic("a whole number");
            let digits = self.value.as_str().map(|text| text.trim_matches(|c: char| c == '%' || c.is_whitespace()));
            let meant = digits.and_then(|digits| digits.parse::<u16>().ok());
            self.context.log.push(match meant {
                Some(meant) => fault.with_hint(format!("write `{} = {meant}`", self.key)),
                None => fault,
            });
            return None;
        };
        let number = i64::from_str_radix(integer.as_str(), integer.radix()).ok();
        let number = number.and_then(|number| u16::try_from(number).ok()).filter(|number| bounds.contains(number));
        if number.is_none() {
            let message = format!("`{}` is a number from {} to {}", self.key, bounds.start(), bounds.end());
            self.fault(Code::BadValue, message);
        }
        number
    }

    /// `true` or `false`.
    pub(crate) fn flag(&self) -> Option<bool> {
        let flag = self.value.as_bool();
        if flag.is_none() {
            let fault = self.wrong_type_diagnostic("`true` or `false`");
            let meant = match self.value.as_str().unwrap_or_default().to_lowercase().as_str() {
                "true" | "yes" | "on" => Some("true"),
                "false" | "no" | "off" => Some("false"),
                _ => None,
            };
            self.context.log.push(match meant {
                Some(meant) => fault.with_hint(format!("write `{} = {meant}`", self.key)),
                None => fault,
            });
        }
        flag
    }

    /// Whether it is a table; nothing is reported.
    pub(crate) fn is_table(&self) -> bool {
        self.value.is_table()
    }

    /// Whether it is a table with that key.
    pub(crate) fn has_key(&self, key: &str) -> bool {
        self.value.as_table().is_some_and(|table| table.get(key).is_some())
    }

    /// Whether it is a list.
    pub(crate) fn is_list(&self) -> bool {
        self.value.is_array()
    }

    /// Its table, if it is one; a fault otherwise.
    pub(crate) fn table(&self) -> Option<TomlTable<'a>> {
        let table = self.value.as_table();
        if table.is_none() {
            let fault = self.wrong_type_diagnostic("a table");
            let heading = crate::keys::heading_of(self.key);
            self.context.log.push(match (self.value, heading) {
                (DeValue::Array(_), Some((path, _))) => {
                    fault.with_hint(format!("write `[{path}]`: there is one of them"))
                }
                (_, Some((_, Some(example)))) => fault.with_hint(format!("for instance `{} = {example}`", self.key)),
                _ => match crate::keys::tables_to_write(&self.context.spans.keys(self.node)) {
                    Some(hint) => fault.with_hint(hint),
                    None => fault,
                },
            });
        }
        table.map(|table| TomlTable::new(self.context, table, self.span.clone(), self.node))
    }

    /// Its items, if it is a list; a fault otherwise.
    pub(crate) fn items(&self) -> Option<ListItems<'a>> {
        let Some(array) = self.value.as_array() else {
            let fault = self.wrong_type_diagnostic("a list");
            let written = self.context.source.text().get(self.span()).unwrap_or_default();
            let of_tables = crate::keys::tables_to_write(&self.context.spans.keys(self.node));
            self.context.log.push(match (self.value, of_tables) {
                (DeValue::Table(_), _) => fault.with_hint(format!("write `[[{}]]` in its heading", self.key)),
                (_, Some(hint)) => fault.with_hint(hint),
                (DeValue::String(text), None) => {
                    fault.with_hint(format!("write `{} = [{}]`", short(self.key), listed(text)))
                }
                (_, None) => fault.with_hint(format!("write `{} = [{}]`", short(self.key), short(written))),
            });
            return None;
        };
        let item = |(index, item): (usize, &'a Spanned<DeValue<'a>>)| {
            let span = span_or(item.span(), &self.key_span);
            let node = self.context.spans.item(self.node, index, span.clone());
            let (key, key_span) = (self.key, self.key_span.clone());
            Self { context: self.context, key, key_span, span, node, value: item.get_ref() }
        };
        Some(ListItems { list: self.node, items: array.iter().enumerate().map(item).collect() })
    }

    fn wrong_type(&self, wanted: &str) {
        self.context.log.push(self.wrong_type_diagnostic(wanted));
    }

    pub(crate) fn wrong_type_diagnostic(&self, wanted: &str) -> Diagnostic {
        let found = match self.value {
            DeValue::String(_) => "a text",
            DeValue::Integer(_) => "a whole number",
            DeValue::Float(_) => "a number with decimals",
            DeValue::Boolean(_) => "`true` or `false`",
            DeValue::Datetime(datetime) if datetime.time.is_none() => "a date",
            DeValue::Datetime(_) => "a time",
            DeValue::Array(_) => "a list",
            DeValue::Table(_) => "a table",
        };
        self.diagnostic(Code::WrongType, format!("`{}`: expected {wanted}, found {found}", short(self.key)))
    }
}

/// The words of a text as those of a list: each between commas, and what `and` joins.
fn listed(text: &str) -> String {
    let words = text.split([',', ';']).flat_map(|part| part.split(" and ")).map(str::trim);
    let words: Vec<String> = words.filter(|word| !word.is_empty()).map(|word| format!("\"{}\"", short(word))).collect();
    words.join(", ")
}

/// A table made by dotted keys has no place of its own.
fn span_or(span: Range<usize>, key: &Range<usize>) -> Range<usize> {
    if span.is_empty() { key.clone() } else { span }
}

/// The items of a list.
pub(crate) struct ListItems<'a> {
    list: usize,
    items: Vec<TomlValue<'a>>,
}

impl<'a> ListItems<'a> {
    /// What the items are; those that make no sense are left out, and noted as unread.
    pub(crate) fn read<T>(&self, mut read: impl FnMut(&TomlValue<'a>) -> Option<T>) -> Vec<T> {
        let (mut made, mut kept, mut unread) = (Vec::new(), Vec::new(), Vec::new());
        for item in &self.items {
            match read(item) {
                Some(value) => {
                    made.push(value);
                    kept.push(item.node);
                }
                None => {
                    item.set_unread();
                    unread.push(item.node);
                }
            }
        }
        if let Some(first) = self.items.first() {
            first.context.spans.count_items(self.list, &kept, &unread);
        }
        made
    }
}

/// The stretch of the file that spells a stretch of the text of the string at `span`.
pub(crate) fn within(source: &SourceFile, span: &Range<usize>, stretch: Range<usize>) -> Range<usize> {
    let raw = source.text().get(span.clone()).unwrap_or_default();
    match escape::spelt(raw, stretch) {
        Some(spelt) => span.start + spelt.start..span.start + spelt.end,
        None => span.clone(),
    }
}

/// The first backslash of a path, in a text as it is written, that has become white space with the letter behind it: where it stands, and
/// the letter.
fn escape_in_path(written: &str) -> Option<(usize, char)> {
    let mut letters = written.char_indices();
    while let Some((at, c)) = letters.next() {
        let Some((behind, escaped)) = Some(c).filter(|c| *c == '\\').and_then(|_| letters.next()) else { continue };
        let (before, after) = (written.get(..at).unwrap_or_default(), written.get(behind + 1..).unwrap_or_default());
        // Line ends are escaped on purpose, tabs hardly ever.
        let is_name = |part: Option<char>| part.is_some_and(char::is_alphanumeric);
        let is_between_names = escaped == 't' && is_name(before.chars().next_back()) && is_name(after.chars().next());
        if matches!(escaped, 't' | 'n' | 'r') && (is_between_names || begins_path(before)) {
            return Some((at, escaped));
        }
    }
    None
}

/// Whether the last word begins a path: with a drive, or with names that a backslash parts. A colon behind a longer word leads to what
/// follows it, and a line may well begin there.
fn begins_path(written: &str) -> bool {
    let word = written.rsplit(char::is_whitespace).next().unwrap_or_default();
    let word = word.trim_start_matches(|c: char| c.is_ascii_punctuation() && c != '\\');
    let mut letters = word.chars();
    let drive = letters.next().is_some_and(|c| c.is_ascii_alphabetic()) && letters.next() == Some(':');
    let parts = |at: usize| word.get(at + 2..).is_some_and(|rest| rest.starts_with(char::is_alphanumeric));
    drive || word.match_indices(r"\\").any(|(at, _)| parts(at))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_escape_is_taken_for_a_path_only_behind_what_begins_one() {
        for (written, found) in [
            (r#""A course in C:\temp was held.""#, Some((15, 't'))),
            (r#""See (D:\new).""#, Some((8, 'n'))),
            (r#""See docs\temp.""#, Some((9, 't'))),
            (r#""See \\\\server\\files\reports.""#, Some((22, 'r'))),
            (r#""The meeting agreed:\nto meet again.""#, None),
            (r#""The meeting agreed:\tto meet again.""#, None),
            (r#""The meeting agreed\nto meet again.""#, None),
            (r#""The meeting agreed.\tIt met again.""#, None),
            (r#""A course\\* was held.\nIt ended at 10:\n30.""#, None),
        ] {
            assert_eq!(escape_in_path(written), found, "{written}");
        }
    }
}
