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
    (mixed && meant.is_ascii()).then_some(LookAlike { at, letter, alphabet, meant })
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
