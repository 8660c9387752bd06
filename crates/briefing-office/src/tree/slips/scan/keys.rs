//! Lines that are to begin with a key and do not.

use super::super::Slip;
use super::super::mended::Mend;
use super::{Scanner, foreign_remark, is_of_name};
use crate::keys;
use crate::look_alike::{self, LookAlike};
use crate::tree::short;

impl Scanner<'_> {
    /// What is wrong with a line whose key, as far as its letters are those of keys, is this, and what follows it.
    pub(super) fn no_key(&self, start: usize, key: &str, mark: Option<char>) -> Option<Slip> {
        let line = self.line(start);
        let written = self.text.get(start..line.end)?.trim_end();
        let whole = start..start + written.len();
        if let Some(sign) = foreign_remark(written) {
            let slip = Slip::new(whole.clone(), format!("`{sign}` does not begin a remark"), Mend::remove(whole));
            return Some(slip.with_hint("begin a remark with `#`"));
        }
        if ["<<<<<<<", "=======", ">>>>>>>"].iter().any(|sign| written.starts_with(sign)) {
            let message = "two versions of this file were put together here, and both are in it";
            let slip = Slip::new(whole.clone(), message, Mend::remove(whole));
            return Some(slip.with_hint(
                "keep one of the versions between `<<<<<<<` and `>>>>>>>`, and remove the lines with these signs",
            ));
        }
        // A key in which a letter of another alphabet looks like a Latin one.
        let name: &str = written.split(['=', ' ', '\t']).next()?;
        if let Some(LookAlike { at, letter, alphabet, meant }) = look_alike::first(name)
            && meant.chars().all(is_of_name)
        {
            let at = start + at;
            let message = format!("the letter `{letter}` of `{}` is a {alphabet} one", short(name));
            let slip =
                Slip::new(at..at + letter.len_utf8(), message, Mend::replace(start..start + name.len(), &*meant));
            return Some(slip.with_hint(format!("type `{meant}` again, with a Latin keyboard")));
        }
        if let Some(slip) = self.foreign_letter(start, written) {
            return Some(slip);
        }
        // A key of two words.
        let words = written.split('=').next().unwrap_or_default().trim_end();
        let joined = words.split_whitespace().collect::<Vec<_>>().join("-");
        if written.len() > words.len() && joined != words && keys::is_key(&joined) {
            let span = start..start + words.len();
            let slip = Slip::new(span.clone(), "a key has no spaces", Mend::replace(span, joined.clone()));
            return Some(slip.with_hint(format!("write `{joined}`")));
        }
        if let Some(slip) = self.unquoted(start, written) {
            return Some(slip);
        }
        // A value right behind the key.
        if !key.is_empty() && matches!(mark, Some('"' | '\'' | '[' | '{')) {
            let slip = Slip::new(
                start..start + key.len(),
                "no `=` stands between the key and its value",
                Mend::insert(self.at, "= "),
            );
            return Some(slip.with_hint(format!("write `{key} = …`")));
        }
        None
    }

    /// A word of another system, which is a key in a map, with letters that no key has without quotation marks.
    fn unquoted(&self, start: usize, written: &str) -> Option<Slip> {
        let heading = self.statements.iter().rev().find_map(|statement| statement.heading())?;
        let is_of_words = heading.name.starts_with("values.") || heading.name == "skip";
        let (words, value) = written.split_once('=').filter(|_| is_of_words)?;
        let words = words.trim_end();
        let is_quoted = words.starts_with(['"', '\'']) || words.contains(['"', '\\']);
        let begins_value = value.trim_start().starts_with(['"', '\'', '[']);
        // Points part the words of a key, and one at an end is part of the word.
        let is_key = words.split('.').all(|word| !word.is_empty() && word.chars().all(is_of_name));
        if is_quoted || !begins_value || words.is_empty() || is_key {
            return None;
        }
        let span = start..start + words.len();
        let wanted = format!("\"{}\"", words.trim_matches(super::strings::is_typographic));
        let message = format!("`{}` has letters or signs that a key has in quotation marks only", short(words));
        let slip = Slip::new(span.clone(), message, Mend::replace(span, wanted.clone()));
        Some(slip.with_hint(format!("write `{} ={value}`", short(&wanted))))
    }

    /// A letter that looks like one of a key or like a space, or like nothing, and is another.
    fn foreign_letter(&self, start: usize, written: &str) -> Option<Slip> {
        if written.starts_with("```") {
            let whole = start..start + written.len();
            let slip = Slip::new(whole.clone(), "a line of Markdown around the file", Mend::remove(whole));
            return Some(slip.with_hint("remove it, and the one at the end"));
        }
        let key = written.split(['=', '＝', '"', '\'', '[', '{']).next()?;
        let with_sign = written.get(..key.len() + written.get(key.len()..)?.chars().next()?.len_utf8())?;
        let (at, letter) = with_sign.char_indices().find(|(_, c)| !is_of_name(*c) && !matches!(c, ' ' | '\t' | '='))?;
        let (what, meant) = stands_for(letter)?;
        let word = key.trim_end_matches(|c| !is_of_name(c));
        let span = start + at..start + at + letter.len_utf8();
        let message = format!("{what} (U+{:04X}) at `{}`", u32::from(letter), short(word));
        let hint = match meant {
            "" => "remove it: type the line again".to_owned(),
            " " => "type a space in its place".to_owned(),
            meant => format!("type `{meant}` in its place"),
        };
        let mut slip = Slip::new(span.clone(), message, Mend::replace(span.clone(), meant)).with_hint(hint);
        // Those around the sign were pasted with it.
        let behind = written.get(span.end - start..)?.split(['"', '\'', '[', '{', '#']).next()?;
        let spaces = behind.char_indices().filter(|(_, c)| stands_for(*c).is_some_and(|(_, meant)| meant == " "));
        slip.mends.extend(spaces.map(|(at, c)| Mend::replace(span.end + at..span.end + at + c.len_utf8(), " ")));
        Some(slip)
    }
}

/// What a letter is that nobody tells from another, and that other one.
pub(super) const fn stands_for(c: char) -> Option<(&'static str, &'static str)> {
    Some(match c {
        '\u{a0}' | '\u{202f}' | '\u{2007}' => ("a no-break space", " "),
        '\u{2000}'..='\u{200a}' | '\u{205f}' | '\u{3000}' => ("a space of another width", " "),
        '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{ad}' => {
            ("a character that cannot be seen", "")
        }
        '\u{2010}'..='\u{2015}' | '\u{2212}' => ("a dash that is not the one of the keyboard", "-"),
        '＝' => ("a wide equals sign", "="),
        _ => return None,
    })
}
