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
}
