//! Texts: where they end, and where they should.

use std::ops::Range;

use super::super::Slip;
use super::super::mended::Mend;
use super::{Scanned, Scanner, begins_pair, begins_statement, foreign_remark, is_of_name};
use crate::tree::short;

/// How many commas of a text are looked at.
const MOST_COMMAS: usize = 64;

/// Of marks that a word processor put in place of those of a file.
const PRINTED: &str = "typographic quotation marks around a value";

/// What begins and ends a text of several lines.
const TRIPLE: &str = "\"\"\"";

/// Quotation marks that word processors put in place of `"`.
pub(super) const fn is_typographic(c: char) -> bool {
    matches!(c, '“' | '”' | '„' | '‟' | '«' | '»' | '‘' | '’' | '‚' | '″' | '＂')
}

/// One that may have been typed for `"`: `’` ends words, and `″` numbers.
const fn is_double(c: char) -> bool {
    matches!(c, '“' | '”' | '„' | '‟' | '«' | '»' | '＂')
}

/// Whether one of a text's marks has no pair.
fn has_lone(text: &str) -> bool {
    !text.chars().filter(|&c| is_double(c)).count().is_multiple_of(2)
}

/// The mark that a text ends with, if it has no pair in the text, as where it was typed for the `"` that closes it.
fn lone_end(text: &str) -> Option<char> {
    let mark = text.chars().next_back().filter(|&c| is_double(c))?;
    has_lone(text).then_some(mark)
}

/// A mark of print in place of the `"` that closes a text.
pub(in super::super) fn ends_with(at: usize, print: char) -> Slip {
    let span = at..at + print.len_utf8();
    let slip = Slip::new(span.clone(), format!("the text ends with `{print}`"), Mend::replace(span, "\""));
    slip.with_hint("write `\"` in its place")
}

/// Where a key with its value begins within a text, behind a comma: the text was closed by a mark of print, or not at all.
fn next_pair(text: &str) -> Option<usize> {
    text.match_indices(',').map(|(at, _)| at).find(|at| {
        let more = text.get(at + 1..).unwrap_or_default().trim_start();
        let value = more.trim_start_matches(is_of_name);
        let value = if value.len() < more.len() { value.trim_start().strip_prefix('=') } else { None };
        value.map(str::trim_start).is_some_and(|value| {
            value.is_empty() || value.starts_with(['"', '\'', '\\', '{', '[']) || value.starts_with(is_typographic)
        })
    })
}

/// Where in a text that the file has in `"` a mark of print was meant to close it, and that mark.
pub(in super::super) fn closed_by_print(text: &str, in_list: bool) -> Option<(usize, char)> {
    // Every text of a file is asked, and few have any.
    if !text.contains(is_double) {
        return None;
    }
    let ends = |at: usize| {
        let before = text.get(..at)?.trim_end();
        let mark = lone_end(before)?;
        Some((before.len() - mark.len_utf8(), mark))
    };
    if let Some(found) = next_pair(text).and_then(ends) {
        return Some(found);
    }
    let next_text = |at: &usize| {
        let more = text.get(at + 1..).unwrap_or_default().trim_start();
        more.is_empty() || (more.starts_with(is_double) && has_lone(more))
    };
    // A text of thousands is no list of names, and each is looked at with all that is around it.
    let mut commas = text.match_indices(',').map(|(at, _)| at).take(MOST_COMMAS).filter(next_text);
    if in_list { commas.find_map(ends) } else { None }
}

/// The path between the quotation marks that a line begins with, if it is one of Windows.
fn windows_path(line: &str) -> Option<&str> {
    let path = line.strip_prefix('"')?.split('"').next()?;
    let rest = path.trim_start_matches(|c: char| c.is_ascii_alphabetic());
    let from_drive = path.len() == rest.len() + 1 && rest.starts_with(":\\");
    // `\\\\server\share` of a network.
    (from_drive || path.starts_with("\\\\")).then_some(path)
}

impl Scanner<'_> {
    /// A text in quotation marks, and what may follow it.
    pub(super) fn string(&mut self, brackets: &[(char, usize)]) -> Scanned {
        let open = self.at;
        let mark = if self.rest().starts_with('"') { '"' } else { '\'' };
        let triple: String = std::iter::repeat_n(mark, 3).collect();
        if self.rest().starts_with(&triple) {
            self.several_lines(&triple)?;
        } else {
            self.one_line(mark, brackets)?;
        }
        self.behind_string(open, mark, brackets)
    }

    fn one_line(&mut self, mark: char, brackets: &[(char, usize)]) -> Scanned {
        let open = self.at;
        let line = self.text.get(open..self.line(open).end).unwrap_or_default().trim_end_matches(['\n', '\r']);
        if mark == '"'
            && let Some(path) = windows_path(line)
        {
            let name = path.rsplit('\\').next().unwrap_or_default();
            let mend = Mend::replace(open + 1..open + 1 + path.len(), name);
            let slip = Slip::new(open..open + path.len() + 2, "this is the path of a file on a computer", mend);
            let hint =
                format!("copy the file into the folder of the month, and write its name alone: `\"{}\"`", short(name));
            return Err(Box::new(slip.with_hint(hint)));
        }
        let mut letters = line.char_indices().skip(1).peekable();
        while let Some((at, c)) = letters.next() {
            match c {
                _ if c == mark => {
                    let inside = line.get(1..at).unwrap_or_default();
                    let in_list = brackets.last().is_some_and(|(bracket, _)| *bracket == '[');
                    if mark == '"'
                        && !brackets.is_empty()
                        && let Some((at, print)) = closed_by_print(inside, in_list)
                    {
                        return Err(Box::new(ends_with(open + 1 + at, print)));
                    }
                    self.at = open + at + 1;
                    return Ok(());
                }
                '\\' if mark == '"' => {
                    let escaped = letters.next().map(|(_, c)| c);
                    self.check_escape(open + at, escaped, false)?;
                }
                c => self.check_letter(open + at, c)?,
            }
        }
        Err(Box::new(self.unclosed(open, mark, open + line.len(), brackets)))
    }

    fn several_lines(&mut self, triple: &str) -> Scanned {
        let open = self.at;
        let basic = triple.starts_with('"');
        let mut at = open + 3;
        // Where the text ends that was read so far, without the white space behind it.
        let mut filled = at;
        while let Some(c) = self.text.get(at..).and_then(|rest| rest.chars().next()) {
            if self.text.get(at..).is_some_and(|rest| rest.starts_with(triple)) {
                // Up to two marks may stand before those that close.
                let marks = self.text.get(at..).unwrap_or_default();
                let run = marks.len() - marks.trim_start_matches(|c| triple.starts_with(c)).len();
                self.at = at + run.min(5);
                return Ok(());
            }
            if c == '\\' && basic {
                let escaped = self.text.get(at + 1..).and_then(|rest| rest.chars().next());
                self.check_escape(at, escaped, true)?;
                at += 1 + escaped.map_or(0, char::len_utf8);
                filled = at;
                continue;
            }
            self.check_letter(at, c)?;
            at += c.len_utf8();
            if c == '\n' && self.text.get(self.line(at)).is_some_and(begins_statement) {
                break;
            }
            if !c.is_whitespace() {
                filled = at;
            }
        }
        let inside = self.text.get(open + 3..filled).unwrap_or_default();
        // The marks at the end of a line that were typed for those that close.
        let mut end = open + 3;
        for line in inside.split_inclusive('\n') {
            let words = line.trim_end();
            let kept = words.trim_end_matches(|c| is_typographic(c) || triple.starts_with(c));
            let run = words.get(kept.len()..).unwrap_or_default();
            if let Some((before, _)) = run.char_indices().rev().nth(2) {
                let span = end + kept.len() + before..end + words.len();
                let message = format!("the text ends with `{}`", run.get(before..).unwrap_or_default());
                let slip = Slip::new(span.clone(), message, Mend::replace(span, triple));
                return Err(Box::new(slip.with_hint(format!("write `{triple}` in their place"))));
            }
            end += line.len();
        }
        let message = format!("the text that begins with `{triple}` here is not closed");
        let slip = Slip::new(open..open + 3, message, Mend::insert(filled, triple));
        Err(Box::new(slip.with_hint(format!("write `{triple}` at its end"))))
    }

    /// A text of one line whose closing mark is not on its line.
    fn unclosed(&self, open: usize, mark: char, end: usize, brackets: &[(char, usize)]) -> Slip {
        let span = open..end;
        let mut line = self.line(end);
        let mut filled = end;
        let mut closed = None;
        // Lines that are not statements are the rest of the text.
        while line.end < self.text.len() && closed.is_none() {
            line = self.line(line.end);
            let Some(words) = self.text.get(line.clone()).map(str::trim) else { break };
            if words.is_empty() || words.starts_with('#') || begins_statement(words) || words.starts_with([']', '}']) {
                break;
            }
            filled = line.start + self.text.get(line.clone()).unwrap_or_default().trim_end().len();
            closed = words.ends_with(mark).then_some(filled);
        }
        if filled > end && (closed.is_some() || brackets.is_empty()) {
            let message = format!("a text that begins with one `{mark}` ends on the same line");
            let three = std::iter::repeat_n(mark, 3).collect::<String>();
            let slip = Slip::new(span, message, Mend::replace(open..closed.unwrap_or(filled), "\"\""));
            return slip.with_hint(format!("begin and end a text of several lines with `{three}`"));
        }
        let text = self.text.get(open..end).unwrap_or_default();
        let kept = if brackets.is_empty() { text.trim_end() } else { text.trim_end_matches([' ', ']', '}', ',']) };
        let inside = kept.get(mark.len_utf8()..).unwrap_or_default();
        let print = next_pair(inside).and_then(|_| closed_by_print(inside, false));
        let print = print.or_else(|| lone_end(inside).map(|print| (inside.len() - print.len_utf8(), print)));
        if mark == '"'
            && let Some((at, print)) = print
        {
            return ends_with(open + 1 + at, print);
        }
        let slip = Slip::new(
            span,
            "the text that begins here is not closed",
            Mend::insert(open + kept.len(), mark.to_string()),
        );
        slip.with_hint(format!("write `{mark}` at its end"))
    }

    /// What stands behind the mark that closes a text.
    fn behind_string(&mut self, open: usize, mark: char, brackets: &[(char, usize)]) -> Scanned {
        let close = self.at;
        let line_end = self.line(close).end;
        let behind = self.text.get(close..line_end).unwrap_or_default();
        let next = behind.trim_start().chars().next();
        let in_list = !brackets.is_empty();
        match next {
            None | Some('#') => return Ok(()),
            Some(',' | ']' | '}') if in_list => return Ok(()),
            // A comma is missing, which the list looks after.
            Some('"' | '\'') if in_list && behind.starts_with([' ', '\t']) => return Ok(()),
            Some(_) if in_list && begins_pair(behind.trim_start()) => return Ok(()),
            _ => {}
        }
        if !in_list {
            self.no_brackets(open, close)?;
            self.second_key(close)?;
        }
        let inside = self.text.get(open + 1..close - 1).unwrap_or_default();
        if in_list && inside.trim_end().ends_with(',') {
            let kept = inside.trim_end().trim_end_matches(',');
            let end = open + 1 + kept.len();
            let slip =
                Slip::new(open..end, "the text that begins here is not closed", Mend::insert(end, mark.to_string()));
            return Err(Box::new(slip.with_hint(format!("write `{mark}` at its end"))));
        }
        if in_list && next == Some(';') {
            let at = close + behind.len() - behind.trim_start().len();
            let mend = Mend::replace(at..at + 1, ",");
            let slip = Slip::new(at..at + 1, "`;` stands between the values of a list", mend);
            return Err(Box::new(slip.with_hint("separate the values of a list by `,`")));
        }
        let more = behind.split('#').next().unwrap_or_default().trim();
        if matches!(more, ";" | "," | "." | ":" | "،" | "；" | "，") {
            let start = close + behind.len() - behind.trim_start().len();
            let span = start..start + more.len();
            let slip =
                Slip::new(span, format!("`{more}` stands behind the value"), Mend::remove(close..start + more.len()));
            return Err(Box::new(slip.with_hint("remove it: a line ends with its value")));
        }
        if let Some(sign) = foreign_remark(more) {
            let start = close + behind.len() - behind.trim_start().len();
            let end = close + behind.trim_end().len();
            let slip = Slip::new(start..end, format!("`{sign}` does not begin a remark"), Mend::remove(close..end));
            return Err(Box::new(slip.with_hint("begin a remark with `#`")));
        }
        let last = self.text.get(close..line_end).and_then(|rest| rest.rfind(mark)).map(|at| close + at);
        let Some(last) = last else {
            let end = close + behind.split('#').next().unwrap_or_default().trim_end().len();
            let message = "the text ends at the quotation mark before this, and more text follows it";
            let start = close + behind.len() - behind.trim_start().len();
            let slip = Slip::new(start..end, message, Mend::remove(close..end));
            return Err(Box::new(slip.with_hint("put the closing quotation mark behind all of the text")));
        };
        if close == open + 2 {
            let message = format!("two `{mark}` are a text without words, and more text follows them");
            let slip = Slip::new(open..close, message, Mend::replace(open..last + 1, "\"\""));
            return Err(Box::new(slip.with_hint(format!("write one `{mark}` before and behind the text, or three"))));
        }
        if mark == '\'' {
            let slip =
                Slip::new(close - 1..close, "a `'` within a text ends it here", Mend::replace(open..last + 1, "\"\""));
            return Err(Box::new(slip.with_hint("write `\"` before and behind a text that has `'` in it")));
        }
        let whole = self.text.get(open + 1..last).unwrap_or_default();
        let mend = Mend::replace(open + 1..last, whole.replace("\\\"", "\"").replace('"', "\\\""));
        let message = format!("a `{mark}` within a text ends it here");
        let slip = Slip::new(close - 1..close, message, mend);
        Err(Box::new(slip.with_hint("write “ and ” for quotation marks within a text, or `\\\"`")))
    }

    /// A value in the quotation marks of print.
    pub(super) fn typographic(&self, brackets: &[(char, usize)]) -> Box<Slip> {
        let open = self.at;
        let line = self.text.get(open..self.line(open).end).unwrap_or_default();
        let line = line.split('#').next().unwrap_or_default().trim_end();
        let closing = |c: char| is_typographic(c) || c == '"';
        let marks = line.len() - line.trim_start_matches(closing).len();
        if line.get(..marks).is_some_and(|run| run.chars().count() >= 3) || line.len() == marks {
            return self.typographic_lines(open..open + marks);
        }
        let first = line.chars().next().map_or(0, char::len_utf8);
        let rest = line.get(first..).unwrap_or_default();
        let all = || rest.char_indices().filter(|&(_, c)| closing(c));
        let behind = |at: usize, c: char| rest.get(at + c.len_utf8()..).unwrap_or_default().trim_start();
        // An apostrophe closes nothing; in a list, a comma or a bracket stands behind the mark.
        let mut ends = all().filter(|&(at, c)| !behind(at, c).starts_with(char::is_alphanumeric));
        let close = if brackets.is_empty() {
            all().next_back().filter(|&(at, c)| behind(at, c).is_empty()).or_else(|| ends.next())
        } else {
            let mut closed = all().filter(|&(at, c)| {
                let behind = behind(at, c);
                behind.is_empty() || behind.starts_with([',', ']', '}', ';'])
            });
            closed.next().or_else(|| ends.next())
        };
        if close.is_none() && brackets.is_empty() && self.goes_on_below(open) {
            return self.typographic_lines(open..open + first);
        }
        // Where it is not closed at all, the next key ends it.
        let next = next_pair(rest).filter(|at| !brackets.is_empty() && close.is_none_or(|(close, _)| *at < close));
        let (inside, end) = match (next, close) {
            (Some(at), _) => (rest.get(..at).unwrap_or_default(), first + at),
            (None, Some((at, c))) => (rest.get(..at).unwrap_or_default(), first + at + c.len_utf8()),
            (None, None) => (rest, line.len()),
        };
        let written = format!("\"{}\"", inside.replace('"', "\\\""));
        let hint = format!("write `{}`", short(&written));
        let mend = Mend::replace(open..open + end, written);
        Box::new(Slip::new(open..open + end, PRINTED, mend).with_hint(hint))
    }

    /// Whether the line below is the rest of a text, and no statement, remark or blank.
    fn goes_on_below(&self, at: usize) -> bool {
        let below = self.text.get(self.line(self.line(at).end)).map(str::trim).unwrap_or_default();
        self.line(at).end < self.text.len() && !below.is_empty() && !below.starts_with('#') && !begins_statement(below)
    }

    /// Marks of print that were typed for those of a text of several lines, or that stand around one.
    fn typographic_lines(&self, marks: Range<usize>) -> Box<Slip> {
        let run = self.text.get(marks.clone()).unwrap_or_default().chars().count();
        let closing = |c: char| is_typographic(c) || c == '"';
        let (mut at, mut filled, mut close) = (marks.end, marks.end, None);
        while close.is_none() && at < self.text.len() {
            let line = self.text.get(at..self.line(at).end).unwrap_or_default();
            if at > marks.end && (begins_statement(line) || line.trim_start().starts_with('#')) {
                break;
            }
            let words = line.trim_end();
            let kept = words.trim_end_matches(closing);
            let found = words.get(kept.len()..).unwrap_or_default();
            // The marks of the text's own last words stand before those that close.
            let end = found.char_indices().rev().nth(run.min(3) - 1).map(|(start, _)| at + kept.len() + start);
            close = end.map(|end| end..at + words.len());
            filled = if words.is_empty() { filled } else { at + words.len() };
            at += line.len().max(1);
        }
        let end = close.unwrap_or(filled..filled);
        let inside = self.text.get(marks.end..end.start).unwrap_or_default();
        let hint = if inside.contains('\n') {
            "write `\"\"\"` before and behind the text".to_owned()
        } else {
            format!("write `{}`", short(&format!("\"\"\"{inside}\"\"\"")))
        };
        let span = if inside.contains('\n') { marks.clone() } else { marks.start..end.end };
        let mut slip = Slip::new(span, PRINTED, Mend::replace(marks, TRIPLE));
        slip.mends.push(Mend::replace(end, TRIPLE));
        Box::new(slip.with_hint(hint))
    }

    /// A letter that no text may have, and that cannot be seen.
    fn check_letter(&self, at: usize, c: char) -> Scanned {
        if !c.is_control() || matches!(c, '\t' | '\n' | '\u{80}'..='\u{9f}') {
            return Ok(());
        }
        if c == '\r' && self.text.get(at + 1..).is_some_and(|rest| rest.starts_with('\n')) {
            return Ok(());
        }
        let before = self.text.get(self.line(at).start..at).unwrap_or_default();
        let word = before.rsplit(|c: char| c.is_whitespace() || c == '"').find(|word| !word.is_empty());
        let behind = word.map(|word| format!(" behind `{}`", short(word))).unwrap_or_default();
        let message = format!("a character that cannot be seen (U+{:04X}){behind}", u32::from(c));
        let span = at..at + c.len_utf8();
        let slip = Slip::new(span.clone(), message, Mend::replace(span, " "));
        Err(Box::new(slip.with_hint("remove it: put the cursor behind the word, press Delete, and type a space")))
    }

    /// Whether the number of a character stands there, of so many digits.
    fn has_digits(&self, at: usize, count: usize) -> bool {
        let digits = self.text.get(at..at + count);
        let code = digits.filter(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()));
        code.and_then(|code| u32::from_str_radix(code, 16).ok()).is_some_and(|code| char::from_u32(code).is_some())
    }

    /// A backslash and what stands behind it.
    fn check_escape(&self, at: usize, escaped: Option<char>, several_lines: bool) -> Scanned {
        let known = match escaped {
            Some('b' | 't' | 'n' | 'f' | 'r' | 'e' | '"' | '\\') => true,
            Some('x') => self.has_digits(at + 2, 2),
            Some('u') => self.has_digits(at + 2, 4),
            Some('U') => self.has_digits(at + 2, 8),
            Some(' ' | '\t' | '\r' | '\n') if several_lines => {
                let behind = self.text.get(at + 1..).unwrap_or_default().trim_start_matches([' ', '\t', '\r']);
                if !behind.starts_with('\n') && !behind.is_empty() {
                    let slip = Slip::new(at..at + 1, "a `\\` stands within a line", Mend::remove(at..at + 1));
                    return Err(Box::new(slip.with_hint(
                        "remove it: at the end of a line, it joins the line to the next one; write `\\\\` for one that is printed",
                    )));
                }
                true
            }
            _ => false,
        };
        if known {
            return Ok(());
        }
        let shown = escaped.filter(|c| !c.is_control()).map(String::from).unwrap_or_default();
        let span: Range<usize> = at..at + 1 + escaped.map_or(0, char::len_utf8);
        let message = format!("`\\{shown}` means nothing between `\"` and `\"`");
        if shown == "'" {
            return Err(Box::new(Slip::new(span, message, Mend::remove(at..at + 1)).with_hint("write `'`")));
        }
        let slip = Slip::new(span, message, Mend::insert(at, "\\"));
        Err(Box::new(slip.with_hint(format!("write `\\\\{shown}` for a backslash before `{shown}`"))))
    }
}
