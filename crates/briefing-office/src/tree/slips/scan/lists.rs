//! Lists and inline tables: where they end, and where they should.

use super::super::Slip;
use super::super::mended::Mend;
use super::{Scanned, Scanner, begins_statement};

impl Scanner<'_> {
    pub(super) fn list(&mut self, around: &[(char, usize)]) -> Scanned {
        self.bare_words()?;
        self.bracketed('[', ']', around, Self::value)
    }

    pub(super) fn inline_table(&mut self, around: &[(char, usize)]) -> Scanned {
        self.colons()?;
        self.bracketed('{', '}', around, |scanner, brackets| scanner.pair(brackets).map(|_| ()))
    }

    /// Entries with commas between them, up to the closing bracket.
    fn bracketed(
        &mut self,
        open: char,
        close: char,
        around: &[(char, usize)],
        mut entry: impl FnMut(&mut Self, &[(char, usize)]) -> Scanned,
    ) -> Scanned {
        let start = self.at;
        let mut brackets = around.to_vec();
        brackets.push((open, start));
        self.at += 1;
        // The end of the last entry, behind which the bracket may be missing.
        let mut filled = self.at;
        let mut comma = true;
        loop {
            let line = self.line(self.at).start;
            self.skip_blank_lines();
            let now = self.line(self.at);
            let begins = || self.text.get(now.clone()).is_some_and(begins_statement);
            // A table may go over several lines, with a key on each.
            let ends_here = now.start != line && (open == '[' || self.rest().starts_with('[')) && begins();
            if self.rest().is_empty() || ends_here {
                return Err(Box::new(unclosed(open, close, start, filled)));
            }
            if self.rest().starts_with(close) {
                self.at += 1;
                return Ok(());
            }
            if self.rest().starts_with(',') {
                (comma, self.at) = (true, self.at + 1);
                filled = self.at;
                continue;
            }
            if self.rest().starts_with([']', '}']) {
                return Err(Box::new(unclosed(open, close, start, filled)));
            }
            let on_new_line = now.start != line && begins();
            if !comma && open == '{' && on_new_line && !self.closes_below(now.start) {
                return Err(Box::new(unclosed(open, close, start, filled)));
            }
            if !comma {
                let length = self.rest().chars().next().map_or(0, char::len_utf8);
                let span = self.at..self.at + length;
                let slip = Slip::new(span, "a comma is missing before this", Mend::insert(filled, ","));
                let hint =
                    if open == '{' { "write `,` between the keys" } else { "separate the values of a list by `,`" };
                return Err(Box::new(slip.with_hint(hint)));
            }
            let before = self.at;
            entry(self, &brackets)?;
            comma = false;
            filled = self.at;
            if self.at == before {
                // Nothing that could be understood; the parser has words for it.
                self.at = self.line(self.at).end;
                return Ok(());
            }
        }
    }
}

impl Scanner<'_> {
    /// Whether a `}` that closes what began above stands in the lines from there up to a blank one or a heading.
    fn closes_below(&self, at: usize) -> bool {
        let lines = self.text.get(at..).unwrap_or_default().lines().map(str::trim);
        let mut lines = lines.take_while(|line| !line.is_empty() && !line.starts_with('['));
        lines.any(|line| line.starts_with('}') || (line.ends_with('}') && !line.contains('{')))
    }
}

fn unclosed(open: char, close: char, start: usize, filled: usize) -> Slip {
    let what = if open == '[' { "list" } else { "table" };
    let message = format!("the {what} that begins here is not closed");
    let slip = Slip::new(start..start + 1, message, Mend::insert(filled, close.to_string()));
    slip.with_hint(format!("write `{close}` at its end"))
}
