//! Letters of other alphabets that look like Latin ones, which a keyboard that was not switched back leaves in keys and ids.

/// Alphabets, with letters of each and the Latin ones that these look like, in the same order.
const ALPHABETS: [(&str, &str, &str); 2] = [
    ("Cyrillic", "аеорсухіјѕАВЕКМНОРСТУХІЅ", "aeopcyxijsABEKMHOPCTYXIS"),
    ("Greek", "ονΑΒΕΗΙΚΜΝΟΡΤΥΧΖ", "ovABEHIKMNOPTYXZ"),
];

fn latin(c: char) -> Option<(char, &'static str)> {
    ALPHABETS.iter().find_map(|(alphabet, theirs, ours)| {
        let at = theirs.chars().position(|other| other == c)?;
        Some((ours.chars().nth(at)?, *alphabet))
    })
}

/// The first such letter of a word.
pub(crate) struct LookAlike {
    /// Where it is, in bytes.
    pub(crate) at: usize,
    pub(crate) letter: char,
    pub(crate) alphabet: &'static str,
    /// The word with Latin letters.
    pub(crate) meant: String,
}

/// The first letter of a word that only looks Latin, if all others are Latin or look so.
pub(crate) fn first(word: &str) -> Option<LookAlike> {
    let (at, letter, alphabet) =
        word.char_indices().find_map(|(at, c)| latin(c).map(|(_, alphabet)| (at, c, alphabet)))?;
    let meant: String = word.chars().map(|c| latin(c).map_or(c, |(latin, _)| latin)).collect();
    // A word of that alphabet alone is a word of another language.
    let mixed = word.chars().any(|c| c.is_ascii_alphabetic());
    (mixed && meant.chars().all(|c| c < '\u{250}')).then_some(LookAlike { at, letter, alphabet, meant })
}

/// A letter of one alphabet in a word of another: one that only looks Latin, or a Latin one in a Cyrillic or Greek word.
pub(crate) fn in_word(word: &str) -> Option<LookAlike> {
    first(word).or_else(|| {
        let (_, theirs, ours) = ALPHABETS.into_iter().find(|(alphabet, ..)| {
            let range = if *alphabet == "Greek" { '\u{370}'..='\u{3ff}' } else { '\u{400}'..='\u{4ff}' };
            word.chars().filter(|c| range.contains(c) && latin(*c).is_none()).count() > 0
        })?;
        let back = |c: char| ours.chars().position(|other| other == c).and_then(|at| theirs.chars().nth(at));
        // A foreign word with an ending of its own has letters that nothing looks like.
        let all_alike = word.chars().filter(char::is_ascii_alphabetic).all(|c| back(c).is_some());
        let (at, letter) = word.char_indices().find(|(_, c)| c.is_ascii_alphabetic()).filter(|_| all_alike)?;
        let meant = word.chars().map(|c| back(c).unwrap_or(c)).collect();
        Some(LookAlike { at, letter, alphabet: "Latin", meant })
    })
}

/// What is never seen and makes another word of a code: spaces and joiners without width, marks of direction, soft hyphens.
const fn is_unseen(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

/// A text as it looks: without what cannot be seen, and with Latin letters in words where the others only look so.
pub(crate) fn as_seen(text: &str) -> String {
    let mut seen = String::with_capacity(text.len());
    let mut word = String::new();
    let end = |word: &mut String, seen: &mut String| {
        seen.push_str(&first(word).map_or_else(|| word.clone(), |found| found.meant));
        word.clear();
    };
    for c in text.chars().filter(|c| !is_unseen(*c)) {
        if c.is_alphanumeric() {
            word.push(c);
        } else {
            end(&mut word, &mut seen);
            seen.push(c);
        }
    }
    end(&mut word, &mut seen);
    seen
}

/// What to type for a code or an id that has a letter which only looks right, or a character that cannot be seen.
pub(crate) fn advice(code: &str) -> Option<String> {
    if let Some(c) = code.chars().find(|c| is_unseen(*c)) {
        let bare: String = code.chars().filter(|c| !is_unseen(*c)).collect();
        return Some(format!("it has a character that cannot be seen (U+{:04X}): type `{bare}` again", u32::from(c)));
    }
    let words = || code.split(|c: char| !c.is_alphanumeric());
    let (word, LookAlike { letter, alphabet, meant, .. }) =
        words().find_map(|word| first(word).or_else(|| of_state(word)).map(|found| (word, found)))?;
    Some(format!(
        "the `{letter}` of `{word}` is a {alphabet} letter (U+{:04X}): type `{meant}` in Latin letters",
        u32::from(letter)
    ))
}

/// Three capital letters of another alphabet that look like the code of a State.
fn of_state(word: &str) -> Option<LookAlike> {
    let letter = word.chars().next().filter(|_| word.chars().count() == 3)?;
    let (_, alphabet) = latin(letter)?;
    let meant: String = word.chars().map(|c| latin(c).map_or(c, |(latin, _)| latin)).collect();
    let is_code = meant.parse::<briefing_model::State>().is_ok();
    is_code.then_some(LookAlike { at: 0, letter, alphabet, meant })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_two_alphabets_are_found() {
        let found = first("sеction").unwrap();
        assert_eq!((found.at, found.alphabet, found.meant.as_str()), (1, "Cyrillic", "section"));
        assert!(first("section").is_none());
        assert!(first("Россия").is_none());
        assert!(first("сон").is_none(), "a Russian word of letters that all look Latin");
    }

    #[test]
    fn a_text_is_seen_in_latin_letters() {
        assert_eq!(as_seen("prоgramme:dogs"), "programme:dogs");
        assert_eq!(as_seen("program\u{ad}me: lаmps"), "programme: lamps");
        assert_eq!(as_seen("Россия: сон"), "Россия: сон");
    }

    #[test]
    fn a_code_is_advised_of_the_letter_that_is_wrong() {
        for (code, said) in [
            ("NОR", Some("the `О` of `NОR` is a Cyrillic letter (U+041E): type `NOR` in Latin letters")),
            ("СНЕ", Some("the `С` of `СНЕ` is a Cyrillic letter (U+0421): type `CHE` in Latin letters")),
            (
                "fund-a; programme:lаmps",
                Some("the `а` of `lаmps` is a Cyrillic letter (U+0430): type `lamps` in Latin letters"),
            ),
            ("\u{200b}NOR", Some("it has a character that cannot be seen (U+200B): type `NOR` again")),
            ("\u{feff}d\u{ad}eu", Some("it has a character that cannot be seen (U+FEFF): type `deu` again")),
            ("NOR", None),
            ("СССР", None),
            ("МОР", None),
            ("Швеция", None),
        ] {
            assert_eq!(advice(code).as_deref(), said, "{code}");
        }
    }
}
