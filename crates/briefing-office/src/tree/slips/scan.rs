//! A walk over the letters of a file, statement by statement, up to the first slip.

use std::cell::Cell;
use std::ops::Range;

use super::Slip;

mod bare;
mod forms;
mod keys;
mod lists;
mod strings;

pub(super) use strings::{closed_by_print, ends_with};

/// A heading, or a key with its value.
#[derive(Debug, Clone)]
pub(super) struct Statement<'t> {
    /// From its first letter to the end of its last line.
    pub(super) span: Range<usize>,
    kind: StatementKind<'t>,
}

#[derive(Debug, Clone)]
enum StatementKind<'t> {
    Heading(TableHeading<'t>),
    Key(&'t str, Range<usize>),
}

/// `[name]` or `[[name]]`.
#[derive(Debug, Clone)]
pub(super) struct TableHeading<'t> {
    pub(super) name: &'t str,
    pub(super) double: bool,
    /// With its brackets.
    pub(super) span: Range<usize>,
}

impl Statement<'_> {
    pub(super) const fn heading(&self) -> Option<&TableHeading<'_>> {
        match &self.kind {
            StatementKind::Heading(heading) => Some(heading),
            StatementKind::Key(..) => None,
        }
    }

    pub(super) fn key(&self) -> Option<(&str, Range<usize>)> {
        match &self.kind {
            StatementKind::Heading(_) => None,
            StatementKind::Key(key, span) => Some((key, span.clone())),
        }
    }
}

/// What was found.
pub(super) struct SlipScan<'t> {
    /// The statements before the slip.
    pub(super) statements: Vec<Statement<'t>>,
    pub(super) slip: Option<Slip>,
}

/// Walks over a text.
pub(super) fn scan(text: &str) -> SlipScan<'_> {
    let mut scanner = Scanner { text, at: 0, line: Cell::default(), statements: Vec::new() };
    let slip = scanner.statements().err().map(|slip| *slip);
    SlipScan { statements: scanner.statements, slip }
}

type Scanned<T = ()> = Result<T, Box<Slip>>;

struct Scanner<'t> {
    text: &'t str,
    at: usize,
    /// The line looked at last: one line may have as many lists as a file has bytes.
    line: Cell<(usize, usize)>,
    statements: Vec<Statement<'t>>,
}

impl<'t> Scanner<'t> {
    fn statements(&mut self) -> Scanned {
        loop {
            self.skip_blank_lines();
            if self.rest().is_empty() {
                return Ok(());
            }
            self.indentation()?;
            self.other_form()?;
            let start = self.at;
            let kind = if self.rest().starts_with('[') { self.heading()? } else { self.pair(&[])? };
            self.at = self.line(self.at).end;
            if let Some(kind) = kind {
                self.statements.push(Statement { span: start..self.at, kind });
            }
        }
    }

    /// White space before a statement that only looks like the one of the keyboard.
    fn indentation(&self) -> Scanned {
        let line = self.line(self.at).start;
        let before = self.text.get(line..self.at).unwrap_or_default();
        let Some((at, c)) = before.char_indices().find(|(_, c)| !c.is_ascii()) else { return Ok(()) };
        let Some((what, meant)) = keys::stands_for(c) else { return Ok(()) };
        let span = line + at..line + at + c.len_utf8();
        let message = format!("{what} (U+{:04X}) at the beginning of the line", u32::from(c));
        let slip = Slip::new(span.clone(), message, super::Mend::replace(span, meant));
        Err(Box::new(slip.with_hint("remove it: begin the line with its first letter")))
    }

    /// The beginning of a file in another form, and a heading in other brackets.
    fn other_form(&self) -> Scanned {
        let line = self.text.get(self.at..self.line(self.at).end).unwrap_or_default().trim_end();
        if line.starts_with('{') && self.statements.is_empty() {
            let hint = "write each key with `=` and its value on a line of its own, such as `title = \"…\"`, below headings such as `[[item]]`";
            let mend = super::Mend::remove(self.at..self.text.len());
            let slip = Slip::new(self.at..self.at + 1, "the file begins as JSON does, and is read as TOML", mend);
            return Err(Box::new(slip.with_hint(hint)));
        }
        let inside = line.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
        let name = inside.map(|inside| inside.trim_matches(['(', ')', ' ']));
        let Some(name) = name.filter(|name| !name.is_empty() && name.chars().all(is_of_name)) else { return Ok(()) };
        let wanted = if line.starts_with("((") { format!("[[{name}]]") } else { format!("[{name}]") };
        let span = self.at..self.at + line.len();
        let mend = super::Mend::replace(span.clone(), wanted.clone());
        let slip = Slip::new(span, "a heading stands between square brackets", mend);
        Err(Box::new(slip.with_hint(format!("write `{wanted}`"))))
    }

    fn heading(&mut self) -> Scanned<Option<StatementKind<'t>>> {
        let start = self.at;
        let line = self.text.get(start..self.line(start).end).unwrap_or_default();
        let line = line.split('#').next().unwrap_or_default().trim_end();
        let span = start..start + line.len();
        let name = line.trim_matches(['[', ']', ' ', '\t']);
        let plain = !name.is_empty() && name.chars().all(is_of_name);
        let double = line.starts_with("[[");
        let well_formed = line == format!("[[{name}]]") || line == format!("[{name}]");
        if plain && !well_formed {
            let wanted = if double || line.ends_with("]]") { format!("[[{name}]]") } else { format!("[{name}]") };
            let mend = super::Mend::replace(span.clone(), wanted.clone());
            let slip = Slip::new(span, "the brackets of this heading do not match", mend);
            return Err(Box::new(slip.with_hint(format!("write `{wanted}`"))));
        }
        let joined = [".", "-"].map(|mark| name.split_whitespace().collect::<Vec<_>>().join(mark));
        if let Some(name) = joined.iter().find(|joined| *joined != name && crate::keys::is_table(joined)) {
            let wanted = if double { format!("[[{name}]]") } else { format!("[{name}]") };
            let slip = Slip::new(span.clone(), "a heading has no spaces", super::Mend::replace(span, wanted.clone()));
            return Err(Box::new(slip.with_hint(format!("write `{wanted}`"))));
        }
        Ok(plain.then_some(StatementKind::Heading(TableHeading { name, double, span })))
    }

    /// A key with its value, within these brackets.
    fn pair(&mut self, brackets: &[(char, usize)]) -> Scanned<Option<StatementKind<'t>>> {
        let start = self.at;
        let length = self.rest().find(|c| !is_of_name(c)).unwrap_or(self.rest().len());
        let key = self.text.get(start..start + length).unwrap_or_default();
        self.at += length;
        self.skip_spaces();
        let mark = self.rest().chars().next();
        if mark == Some(':') && !key.is_empty() {
            let value = self.text.get(self.at + 1..self.line(self.at).end).unwrap_or_default();
            let mend = super::Mend::replace(start + length..self.at + 1, " =");
            let slip = Slip::new(self.at..self.at + 1, "a key and its value have `=` between them, not `:`", mend);
            return Err(Box::new(slip.with_hint(format!("write `{key} = {}`", crate::tree::short(value.trim())))));
        }
        if brackets.is_empty()
            && let Some(slip) = self.no_key(start, key, mark)
        {
            return Err(Box::new(slip));
        }
        if key.is_empty() || mark != Some('=') {
            // Quoted keys are for the languages of names; whatever else it is, the parser has words for it.
            self.at = self.line(start).end;
            return Ok(None);
        }
        self.at += 1;
        self.skip_spaces();
        if self.rest().starts_with(['\n', '\r', '#']) && brackets.is_empty() {
            self.value_below(key)?;
        }
        self.value(brackets)?;
        if brackets.is_empty() {
            self.comma_behind()?;
        }
        Ok(Some(StatementKind::Key(key, start..start + length)))
    }

    /// A comma behind a value that is no entry of a list.
    fn comma_behind(&self) -> Scanned {
        let rest = self.text.get(self.at..self.line(self.at).end).unwrap_or_default();
        let at = self.at + rest.len() - rest.trim_start_matches([' ', '\t']).len();
        let behind = rest.trim_start().strip_prefix(',').map(str::trim_start);
        if !behind.is_some_and(|behind| behind.is_empty() || behind.starts_with('#')) {
            return Ok(());
        }
        let slip = Slip::new(at..at + 1, "a comma stands behind the value", super::Mend::remove(at..at + 1));
        Err(Box::new(slip.with_hint("remove it: each key with its value has a line of its own")))
    }

    fn value(&mut self, brackets: &[(char, usize)]) -> Scanned {
        match self.rest().chars().next() {
            Some('"' | '\'') => self.string(brackets),
            Some('[') => self.list(brackets),
            Some('{') => self.inline_table(brackets),
            Some('(') if brackets.is_empty() => self.round_brackets().and_then(|()| self.bare(brackets)),
            Some(c) if strings::is_typographic(c) => Err(self.typographic(brackets)),
            _ => self.bare(brackets),
        }
    }

    /// The line of a place, from its first letter to behind its line end.
    fn line(&self, at: usize) -> Range<usize> {
        let (start, end) = self.line.get();
        if start <= at && at < end {
            return start..end;
        }
        let line = line_of(self.text, at);
        self.line.set((line.start, line.end));
        line
    }

    fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn skip_spaces(&mut self) {
        self.at += self.rest().len() - self.rest().trim_start_matches([' ', '\t']).len();
    }

    /// Skips white space, line ends and comments.
    fn skip_blank_lines(&mut self) {
        loop {
            self.at += self.rest().len() - self.rest().trim_start().len();
            if !self.rest().starts_with('#') {
                return;
            }
            self.at = self.line(self.at).end;
        }
    }
}

/// The line of a place, from its first letter to behind its line end.
pub(super) fn line_of(text: &str, at: usize) -> Range<usize> {
    let at = at.min(text.len());
    let start = text.get(..at).and_then(|before| before.rfind('\n')).map_or(0, |end| end + 1);
    let end = text.get(at..).and_then(|rest| rest.find('\n')).map_or(text.len(), |length| at + length + 1);
    start..end
}

/// The sign of other languages that a remark begins with here.
fn foreign_remark(written: &str) -> Option<&'static str> {
    ["//", "<!--", "--", "%", "/*", ";"].into_iter().find(|sign| written.starts_with(sign))
}

/// Whether a key and the sign behind it stand there.
fn begins_pair(text: &str) -> bool {
    let rest = text.trim_start_matches(is_of_name);
    rest.len() < text.len() && rest.trim_start().starts_with('=')
}

/// Whether a line begins a statement, which no line of a text looks like.
fn begins_statement(line: &str) -> bool {
    let line = line.trim();
    let body = line.split('#').next().unwrap_or_default().trim_end();
    let name = body.trim_start_matches('[').trim_end_matches(']');
    if body.starts_with('[') && body.ends_with(']') {
        return !name.is_empty() && name.chars().all(is_of_name);
    }
    let Some((key, value)) = line.split_once('=') else { return false };
    let (key, value) = (key.trim_end(), value.trim_start());
    let begins_value = value.starts_with(['"', '\'', '[', '{']) || value.starts_with(|c: char| c.is_ascii_digit());
    !key.is_empty() && key.chars().all(is_of_name) && (begins_value || value == "true" || value == "false")
}

const fn is_of_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.')
}
