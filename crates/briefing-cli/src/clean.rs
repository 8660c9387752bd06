//! Untrusted text made safe for a terminal.
//!
//! A file from anywhere may contain text that moves the cursor, hides earlier output or reverses a line. Every character in it
//! that is not plain is replaced before it is shown.

/// Text of several lines: replaces every control character except line ends, and every character that changes the direction of
/// text.
pub(crate) fn lines(text: &str) -> String {
    text.chars().map(|c| if c == '\n' { c } else { visible(c) }).collect()
}

/// Text on one line, cut if it is too long for one.
pub(crate) fn word(text: &str) -> String {
    const LONGEST: usize = 200;
    cut(text, LONGEST)
}

/// As [`word`], for a whole message.
pub(crate) fn line(text: &str) -> String {
    const LONGEST: usize = 1_000;
    cut(text, LONGEST)
}

fn cut(text: &str, longest: usize) -> String {
    let mut cut: String = text.chars().take(longest).map(visible).collect();
    if text.chars().nth(longest).is_some() {
        cut.push('…');
    }
    cut
}

fn visible(c: char) -> char {
    match c {
        '\t' => ' ',
        // Line ends that are not control characters, and characters that embed, override or isolate a direction.
        '\u{2028}' | '\u{2029}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => char::REPLACEMENT_CHARACTER,
        // Invisible characters: the byte order mark, and tags.
        '\u{FEFF}' | '\u{E0000}'..='\u{E007F}' => char::REPLACEMENT_CHARACTER,
        _ if c.is_control() => char::REPLACEMENT_CHARACTER,
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_left_that_a_terminal_would_obey() {
        assert_eq!(word("0.1.0\u{1b}[2K\rconsistent\n"), "0.1.0\u{fffd}[2K\u{fffd}consistent\u{fffd}");
        assert_eq!(line("a\u{202e}b\u{9b}1mc\u{2028}d"), "a\u{fffd}b\u{fffd}1mc\u{fffd}d");
        assert_eq!(lines("one\ntwo\u{7}"), "one\ntwo\u{fffd}");
        assert_eq!(word("Türkiye, مكتب, 反恐怖主义"), "Türkiye, مكتب, 反恐怖主义");
    }

    #[test]
    fn what_is_long_is_cut() {
        assert_eq!(word(&"x".repeat(5_000)).chars().count(), 201);
        assert_eq!(word(&"x".repeat(200)).chars().count(), 200);
    }
}
