//! HTML in texts, which are no HTML: pasted from a web page, it would be printed with its angle brackets.

use std::ops::Range;

const OF_ELEMENT: &str = "write **strong** and *emphasis* for marks, and letters as they are";
const OF_REFERENCE: &str = "write the character itself";

/// Names of elements that people paste; others in angle brackets may be meant.
const ELEMENTS: [&str; 24] = [
    "a",
    "abbr",
    "b",
    "blockquote",
    "br",
    "center",
    "div",
    "em",
    "font",
    "h1",
    "h2",
    "h3",
    "i",
    "img",
    "li",
    "ol",
    "p",
    "span",
    "strong",
    "sub",
    "sup",
    "td",
    "u",
    "ul",
];

/// Where the first element and the first character reference of a text stand, each with what to do, in the order of the text.
pub(super) fn first_of_each(text: &str) -> Vec<(Range<usize>, &'static str)> {
    let mut found: Vec<_> = [('<', OF_ELEMENT), ('&', OF_REFERENCE)]
        .into_iter()
        .filter_map(|(mark, remedy)| {
            let stretch = text.match_indices(mark).find_map(|(at, _)| Some(at..at + length(text.get(at..)?)?));
            Some((stretch?, remedy))
        })
        .collect();
    found.sort_by_key(|(stretch, _)| stretch.start);
    found
}

/// The length of the element or character reference that a text begins with.
pub(crate) fn length(text: &str) -> Option<usize> {
    let rest = text.get(1..)?;
    let length = if text.starts_with('<') { element(rest) } else { reference(rest).filter(|_| text.starts_with('&')) };
    Some(length? + 1)
}

/// The length of what stands behind an opening bracket, with the closing one.
fn element(rest: &str) -> Option<usize> {
    let name = rest.strip_prefix('/').unwrap_or(rest);
    let end = name.find(|c: char| !c.is_ascii_alphanumeric())?;
    let known = ELEMENTS.iter().any(|element| name.get(..end).is_some_and(|name| name.eq_ignore_ascii_case(element)));
    let close = rest.find('>').filter(|close| *close < 200)?;
    known.then_some(close + 1)
}

/// The length of a character reference behind its ampersand, with the semicolon.
fn reference(rest: &str) -> Option<usize> {
    let end = rest.find(';').filter(|end| (2..=10).contains(end))?;
    let name = rest.get(..end)?;
    let named = name.chars().all(|c| c.is_ascii_alphanumeric()) && name.starts_with(|c: char| c.is_ascii_alphabetic());
    let numbered = name.strip_prefix('#').is_some_and(|number| {
        let hexadecimal = number.strip_prefix(['x', 'X']);
        hexadecimal.unwrap_or(number).chars().all(|c| c.is_ascii_hexdigit())
    });
    (named || numbered).then_some(end + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Option<&str> {
        first_of_each(text).into_iter().next().and_then(|(stretch, _)| text.get(stretch))
    }

    #[test]
    fn elements_and_references_are_found() {
        assert_eq!(found("Un <b>exposé</b>"), Some("<b>"));
        assert_eq!(found("a<BR/>b"), Some("<BR/>"));
        assert_eq!(found("</p>"), Some("</p>"));
        assert_eq!(found("<a href=\"x\">y"), Some("<a href=\"x\">"));
        assert_eq!(found("expos&eacute; fini"), Some("&eacute;"));
        assert_eq!(found("&#233; &amp;"), Some("&#233;"));
        for text in ["a < b and c > d", "R&D; more", "<name>", "1<2", "AT&T", "<", "&", "x <b", "&;", "<é>"] {
            assert_eq!(found(text), None, "{text}");
        }
    }
}
