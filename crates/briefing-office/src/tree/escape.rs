//! From a place in a text to the place in the file that spells it.

use std::ops::Range;

/// The stretch of `raw` (a TOML string with its quotation marks) that spells the stretch `wanted` of the text it stands for.
///
/// `None` when the two cannot be followed in step; the whole string is then the best place there is.
pub(crate) fn spelt(raw: &str, wanted: Range<usize>) -> Option<Range<usize>> {
    let mark = raw.chars().next().filter(|mark| matches!(mark, '"' | '\''))?;
    let triple = raw.len() >= 6 && raw.chars().take(3).all(|c| c == mark);
    let mut at = if triple { 3 } else { 1 };
    if triple {
        // A line end right after the opening marks is not part of the text.
        let body = raw.get(at..)?;
        at += if body.starts_with("\r\n") { 2 } else { usize::from(body.starts_with('\n')) };
    }
    let (mut decoded, mut start) = (0, None);
    loop {
        if decoded >= wanted.end {
            return Some(start.unwrap_or(at)..at);
        }
        let rest = raw.get(at..)?;
        let step = if mark == '"' && rest.starts_with('\\') { escape(rest)? } else { plain(rest)? };
        // A swallowed line end stands for nothing, so nothing begins there.
        if decoded >= wanted.start && step.1 > 0 && start.is_none() {
            start = Some(at);
        }
        at += step.0;
        decoded += step.1;
    }
}

/// Bytes written and bytes meant by the character at the front.
fn plain(rest: &str) -> Option<(usize, usize)> {
    let length = rest.chars().next()?.len_utf8();
    Some((length, length))
}

/// The same for an escape (TOML 1.1, section "String").
fn escape(rest: &str) -> Option<(usize, usize)> {
    let digits = |count: usize| {
        let code = u32::from_str_radix(rest.get(2..2 + count)?, 16).ok()?;
        Some((2 + count, char::from_u32(code)?.len_utf8()))
    };
    match rest.chars().nth(1)? {
        'x' => digits(2),
        'u' => digits(4),
        'U' => digits(8),
        // A backslash at a line's end swallows the white space that follows.
        ' ' | '\t' | '\r' | '\n' => {
            let blank = rest.get(1..)?;
            Some((1 + blank.len() - blank.trim_start_matches([' ', '\t', '\r', '\n']).len(), 0))
        }
        escaped => Some((1 + escaped.len_utf8(), 1)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_followed_through_escapes() {
        let find = |raw: &'static str, wanted| spelt(raw, wanted).and_then(|span| raw.get(span));
        assert_eq!(find(r#""abc def""#, 4..7), Some("def"));
        assert_eq!(find(r#""a\tb\u00e9cd""#, 5..7), Some("cd"));
        assert_eq!(find(r#""\U0001F600x""#, 4..5), Some("x"));
        assert_eq!(find("'a\\tb'", 3..4), Some("b"), "no escapes between single marks");
        assert_eq!(find("\"\"\"\nab\\\n   cd\"\"\"", 2..4), Some("cd"));
        assert_eq!(find("'''\r\nab'''", 0..2), Some("ab"));
        assert_eq!(find("\"é{x}\"", 2..5), Some("{x}"));
        assert_eq!(find("\"ab\"", 9..10), None);
        assert_eq!(find("", 0..1), None);
    }

    proptest::proptest! {
        #[test]
        fn any_string_can_be_followed(raw in "[\"'\\\\a-f0-9uUxn\\n é]{0,20}", at in 0_usize..20, length in 0_usize..5) {
            if let Some(span) = spelt(&raw, at..at + length) {
                proptest::prop_assert!(raw.get(span).is_some());
            }
        }
    }
}
