//! Values without quotation marks.

use toml::de::DeTable;

use super::super::Slip;
use super::super::mended::Mend;
use super::{Scanned, Scanner, begins_statement};
use crate::tree::short;

impl Scanner<'_> {
    /// A number, a day, `true` or `false`; anything else is a text that lacks its marks.
    pub(super) fn bare(&mut self, brackets: &[(char, usize)]) -> Scanned {
        let start = self.at;
        let line_end = self.line(start).end;
        let line = self.text.get(start..line_end).unwrap_or_default();
        let ends: &[char] = if brackets.is_empty() { &['#', '\n'] } else { &['#', '\n', ',', ']', '}'] };
        let written = line.split(ends).next().unwrap_or_default().trim_end();
        self.at = start + written.len();
        if written.is_empty() {
            return if brackets.is_empty() { Err(Box::new(self.nothing(start))) } else { Ok(()) };
        }
        if DeTable::parse(&format!("a = {written}")).is_ok() {
            return Ok(());
        }
        if brackets.is_empty() {
            self.second_key_behind(start, written)?;
        }
        let end = if brackets.is_empty() { self.end_of_text(line_end, self.at) } else { self.at };
        let mend = Mend::replace(start..end, "\"\"");
        let span = start..self.at;
        Err(Box::new(explain(span, written, mend)))
    }

    fn nothing(&self, at: usize) -> Slip {
        let mend = Mend::insert(at, " \"\"");
        let behind = self.text.get(at..self.line(at).end).unwrap_or_default().trim();
        let is_color =
            |digits: &str| matches!(digits.len(), 3 | 6) && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        if behind.strip_prefix('#').is_some_and(is_color) {
            let message = "a `#` outside quotation marks begins a remark";
            let slip = Slip::new(at..at + behind.len(), message, Mend::insert(at, " \"\" "));
            return slip.with_hint(format!("write `\"{behind}\"`"));
        }
        Slip::new(at..at, "there is nothing behind the `=`", mend).with_hint("write the value, or remove the line")
    }

    /// Where a text ends that goes on over lines that are not statements.
    fn end_of_text(&self, mut line_end: usize, mut filled: usize) -> usize {
        while line_end < self.text.len() {
            let line = self.line(line_end);
            let words = self.text.get(line.clone()).unwrap_or_default();
            if words.trim().is_empty() || words.trim_start().starts_with('#') || begins_statement(words) {
                break;
            }
            filled = line.start + words.trim_end().len();
            line_end = line.end;
        }
        filled
    }
}

fn explain(span: std::ops::Range<usize>, written: &str, mend: Mend) -> Slip {
    let percent = written.strip_suffix('%').map(str::trim_end);
    if let Some(number) =
        percent.filter(|number| number.bytes().all(|byte| byte.is_ascii_digit()) && !number.is_empty())
    {
        let slip = Slip::new(span, "a number stands without its unit", mend);
        return slip.with_hint(format!("write `{number}`"));
    }
    if written.parse::<briefing_model::Month>().is_ok() {
        let slip = Slip::new(span, "a day has a year, a month and a day", mend);
        return slip
            .with_hint(format!("write the day, as in `{written}-15`; where a month may stand, `\"{written}\"`"));
    }
    if let Some(advice) = briefing_model::date_advice(written) {
        let message = format!("`{}` is not a date{}", short(written), advice.reason());
        let slip = Slip::new(span, message, mend);
        return match advice.write("\"") {
            Some(write) if write.contains('/') => {
                slip.with_hint(format!("write {write}; where a single date may stand, one of the two"))
            }
            Some(write) => slip.with_hint(format!("write {write}")),
            None => slip,
        };
    }
    let truth = match written.to_ascii_lowercase().as_str() {
        "true" | "yes" | "on" => Some("true"),
        "false" | "no" | "off" => Some("false"),
        _ => None,
    };
    if let Some(truth) = truth {
        let message = format!("`{written}` is neither `true` nor `false`");
        return Slip::new(span, message, mend).with_hint(format!("write `{truth}`"));
    }
    if let Some((whole, decimals)) = written.split_once(',')
        && [whole, decimals].iter().all(|digits| !digits.is_empty() && digits.bytes().all(|c| c.is_ascii_digit()))
    {
        return if decimals.len() == 3 {
            Slip::new(span, "a number has no comma in it", mend).with_hint(format!("write `{whole}{decimals}`"))
        } else {
            Slip::new(span, "a number has no decimals here", mend).with_hint(format!(
                "write a whole number, such as `{whole}`; an amount is a text with its currency, as in `\"{whole}.{decimals} EUR\"`"
            ))
        };
    }
    let words = written.trim_matches(['"', '\'', '“', '”']);
    let message = if written.ends_with(['"', '\'']) {
        "the text has no quotation mark at its beginning"
    } else {
        "a text has quotation marks around it"
    };
    Slip::new(span, message, mend).with_hint(format!("write `\"{}\"`", short(words)))
}
