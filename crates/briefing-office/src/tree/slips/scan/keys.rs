//! Lines that are to begin with a key and do not.

use super::super::Slip;
use super::super::mended::Mend;
use super::{Scanner, is_of_name};
use crate::keys;
use crate::look_alike::{self, LookAlike};
use crate::tree::short;

impl Scanner<'_> {
    /// What is wrong with a line whose key, as far as its letters are those of keys, is this, and what follows it.
    pub(super) fn no_key(&self, start: usize, key: &str, mark: Option<char>) -> Option<Slip> {
        let line = self.line(start);
        let written = self.text.get(start..line.end)?.trim_end();
        let whole = start..start + written.len();
        if let Some(sign) = ["//", "<!--", "--", "%", "/*"].into_iter().find(|sign| written.starts_with(sign)) {
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
        // A key of two words.
        let words = written.split('=').next().unwrap_or_default().trim_end();
        let joined = words.split_whitespace().collect::<Vec<_>>().join("-");
        if written.len() > words.len() && joined != words && keys::is_key(&joined) {
            let span = start..start + words.len();
            let slip = Slip::new(span.clone(), "a key has no spaces", Mend::replace(span, joined.clone()));
            return Some(slip.with_hint(format!("write `{joined}`")));
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
}
