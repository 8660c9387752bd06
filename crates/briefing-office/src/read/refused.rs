//! Texts that cannot be read, in the words of somebody who writes texts and not Markdown.

use std::ops::Range;

use briefing_model::{FactKind, InvalidRichText, Link, RichTextFault};

use super::fact_names;
use super::marks::{LIST, looks_like_note};
use crate::diagnostic::{Code, Diagnostic, FileSpan};
use crate::tree::short;

/// What to say of a text that was refused, at the place that `place` knows of a stretch of it.
pub(super) fn report(text: &str, error: &InvalidRichText, place: &dyn Fn(Range<usize>) -> FileSpan) -> Diagnostic {
    let at = error.offset();
    let fault = |message: String| Diagnostic::new(Code::BadText, place(at..at + 1), message);
    match plainly(text, at, error.fault()) {
        Some((message, hint)) => fault(message.unwrap_or_else(|| error.fault().to_string())).with_hint(hint),
        None => fault(error.fault().to_string()),
    }
}

/// Other words for a fault, where there are better ones, and what to do.
fn plainly(text: &str, at: usize, fault: &RichTextFault) -> Option<(Option<String>, String)> {
    let rest = text.get(at..)?;
    let line = text.get(..at)?.rfind('\n').map_or(0, |end| end + 1);
    if text.get(line..)?.trim_start().starts_with("* ") && !matches!(fault, RichTextFault::Unprintable(_)) {
        let message = "a list of Markdown is not set as one: `*` stands around *emphasis*".to_owned();
        return Some((Some(message), LIST.to_owned()));
    }
    match fault {
        RichTextFault::NoTarget => {
            let inside = rest.strip_prefix('[')?.split(']').next()?;
            if let Some(name) = fact_names::meant(inside).filter(|name| FactKind::of(name).is_some()) {
                return Some((
                    Some("a fact stands in braces, and not in brackets".to_owned()),
                    format!("write `{{{name}}}`"),
                ));
            }
            let message = || format!("`[{}]` looks like a note to be filled in", short(inside));
            looks_like_note(inside).then(|| (Some(message()), "write what is missing, or remove the note".to_owned()))
        }
        RichTextFault::Link(_) => link(text, at),
        RichTextFault::Fact(_) => {
            let name = fact_names::meant(rest.split('}').next()?)?;
            Some((None, format!("write `{{{name}}}`")))
        }
        RichTextFault::UnclosedBrace => {
            let (close, name) = fact_names::closed_otherwise(rest.strip_prefix('{')?)?;
            let message = format!("this `{{` is closed with `{close}`, which is another character than `}}`");
            Some((Some(message), format!("write `{{{name}}}`")))
        }
        RichTextFault::Stray('}') => {
            let (open, name) = fact_names::opened_otherwise(text.get(..at)?)?;
            let message = format!("this `}}` closes what `{open}` opens, which is another character than `{{`");
            Some((Some(message), format!("write `{{{name}}}`")))
        }
        RichTextFault::Unprintable(c) if *c != char::REPLACEMENT_CHARACTER => {
            let word = |words: &str| words.chars().any(char::is_alphanumeric);
            let visible = |c: char| !c.is_alphanumeric() && !matches!(c, '-' | '’' | '\'');
            let before = text.get(..at)?.rsplit(visible).find(|words| word(words));
            let behind = rest.get(c.len_utf8()..)?.split(visible).find(|words| word(words));
            let between = match (before, behind) {
                (Some(before), Some(behind)) => format!("between `{}` and `{}`", short(before), short(behind)),
                (Some(before), None) => format!("behind `{}`", short(before)),
                (None, Some(behind)) => format!("before `{}`", short(behind)),
                (None, None) => return None,
            };
            Some((None, format!("it stands {between}: type these words again")))
        }
        _ => None,
    }
}

/// The same of the target of a link, which stands there.
fn link(text: &str, at: usize) -> Option<(Option<String>, String)> {
    let before = text.get(..at)?;
    let is_picture = before.rfind('[').and_then(|open| before.get(..open)).is_some_and(|before| before.ends_with('!'));
    if is_picture {
        let hint = "name it under `[item.picture]`: `file = \"…\"` and `alt = \"…\"`";
        return Some((Some("a text cannot contain a picture".to_owned()), hint.to_owned()));
    }
    let target = text.get(at..)?.split(')').next()?;
    let address = target.split(['"', '“', '\'']).next()?.trim();
    let write = |address: &str| address.parse::<Link>().is_ok().then(|| format!("write `({address})`"));
    if target.trim().is_empty() {
        let message = "there is no address between `(` and `)`".to_owned();
        return Some((Some(message), "write the address, or remove the brackets and the parentheses".to_owned()));
    }
    if address.len() < target.trim().len() {
        return Some((Some("a link has an address alone, and no title".to_owned()), write(address)?));
    }
    if let Some(once) = address.strip_prefix("https://").filter(|rest| rest.starts_with("https://")) {
        return Some((Some("`https://` stands twice".to_owned()), write(once)?));
    }
    let hint = write(&address.replace(' ', "%20")).filter(|_| target.contains(' '))?;
    Some((Some("a space stands in the address of a link".to_owned()), hint))
}

#[cfg(test)]
mod tests {
    use briefing_model::RichText;

    use super::*;

    #[test]
    fn refusals_say_what_to_write() {
        for (text, wanted) in [
            (
                "On [to be confirmed].",
                "`[to be confirmed]` looks like a note to be filled in | write what is missing, or remove the note",
            ),
            (
                "On [Paul: please check!].",
                "`[Paul: please check!]` looks like a note to be filled in | write what is missing, or remove the note",
            ),
            (
                "In [ice](https://example.org/a b.pdf)",
                "a space stands in the address of a link | write `(https://example.org/a%20b.pdf)`",
            ),
            (
                "In [ice](https://example.org/a \"Ice\")",
                "a link has an address alone, and no title | write `(https://example.org/a)`",
            ),
            (
                "Two:\n* ice\n* snow",
                "a list of Markdown is not set as one: `*` stands around *emphasis* | write a sentence, or an item of its own for each entry",
            ),
            ("In [ice](https://https://example.org/a)", "`https://` stands twice | write `(https://example.org/a)`"),
            (
                "In [ice]()",
                "there is no address between `(` and `)` | write the address, or remove the brackets and the parentheses",
            ),
        ] {
            let error = text.parse::<RichText>().unwrap_err();
            let said = report(text, &error, &|_| FileSpan::whole_file("f"));
            assert_eq!(format!("{} | {}", said.message, said.hint.unwrap_or_default()), wanted, "{text}");
        }
        for (text, wanted) in [
            ("{ standing.pledged }", "write `{standing.pledged}`"),
            ("{Standing.Pledged}", "write `{standing.pledged}`"),
            ("{{standing.pledged}}", "write `{standing.pledged}`"),
            ("{standing．pledged}", "write `{standing.pledged}`"),
            ("{standing。pledged}", "write `{standing.pledged}`"),
            ("{ｓｔａｎｄｉｎｇ.pledged}", "write `{standing.pledged}`"),
            ("{st\u{430}nding.pledged}", "write `{standing.pledged}`"),
            ("{standing, pledged}", "write `{standing.pledged}`"),
            ("{standing.pledged｝", "write `{standing.pledged}`"),
            ("｛standing.pledged}", "write `{standing.pledged}`"),
            ("[standing.pledged]", "write `{standing.pledged}`"),
            ("of ice\u{202b} with radar", "it stands between `ice` and `with`: type these words again"),
        ] {
            let error = text.parse::<RichText>().unwrap_err();
            let said = report(text, &error, &|_| FileSpan::whole_file("f"));
            assert_eq!(said.hint.as_deref(), Some(wanted), "{text}: {}", said.message);
            assert!(!said.message.contains("\\u"), "{}", said.message);
        }
        let error = "see [the page]".parse::<RichText>().unwrap_err();
        assert_eq!(report("see [the page]", &error, &|_| FileSpan::whole_file("f")).hint, None);
    }
}
