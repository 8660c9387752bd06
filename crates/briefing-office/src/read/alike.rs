//! Parties whose names are one to a reader, and that count as two.

use std::collections::BTreeMap;

use briefing_model::{Code, Fault, FieldPath, Language, OfficeDraft, PartyId, State};
use icu_normalizer::DecomposingNormalizerBorrowed;

/// What stands before a name, or behind it in a list, and is no part of it.
const ARTICLES: [&str; 12] = ["the", "le", "la", "les", "l", "el", "los", "las", "der", "die", "das", "al"];

/// Words between others that are written as a sign as well.
const AND: [&str; 5] = ["and", "et", "y", "und", "и"];

/// A warning for each party that goes by a name of a State, or by one that differs from another's in capitals, spaces, accents, marks,
/// an article or the word for and. Names that are the same to the letter are an error of the office.
pub(super) fn parties(office: &OfficeDraft) -> Vec<Fault> {
    let mut first: BTreeMap<String, (&PartyId, &str, FieldPath)> = BTreeMap::new();
    let mut faults = Vec::new();
    for (index, party) in office.data().parties.iter().enumerate() {
        let path = FieldPath::office().key("party").item(index, Some(&party.id)).key("name");
        let name = party.name.english();
        if office.gaps().cover(&path) {
            continue;
        }
        if let Some(state) = State::from_name(name) {
            let official = state.short_name(Language::En);
            if official != name {
                let message = format!("`{name}` is a name of the State {official}, and counts as a partner beside it");
                let hint = format!(
                    "write `{state}` where you name it, and delete this party; if it is another, name it more fully"
                );
                faults.push(Fault::new(Code::NearlySharedName, path, message).with_hint(hint));
            }
            continue;
        }
        match first.get(&plain(name)) {
            Some((other, known, there)) if *known != name && **other != party.id => {
                let message = format!("`{name}` and `{known}` are two parties, and one to a reader");
                let hint = format!(
                    "if they are one, write `{other}` for both and delete this one; if not, name them more fully"
                );
                let fault = Fault::new(Code::NearlySharedName, path, message).with_hint(hint);
                faults.push(fault.with_related("the other", there.clone()));
            }
            Some(_) => {}
            None => _ = first.insert(plain(name), (&party.id, name, path)),
        }
    }
    faults
}

/// A name in the form in which names are compared.
fn plain(name: &str) -> String {
    let decomposed = DecomposingNormalizerBorrowed::new_nfkd().normalize(&name.to_lowercase()).into_owned();
    let is_mark = |c: &char| matches!(c, '\u{300}'..='\u{36f}');
    // Initials go together: U.S.A.
    let text: String = decomposed.chars().filter(|c| !is_mark(c) && *c != '.').collect();
    let words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let mut words = words.as_slice();
    if let [first, rest @ ..] = words
        && ARTICLES.contains(first)
        && !rest.is_empty()
    {
        words = rest;
    }
    if let [rest @ .., "the"] = words
        && !rest.is_empty()
    {
        words = rest;
    }
    words.iter().filter(|word| !AND.contains(word)).copied().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_are_one_to_a_reader_are_one() {
        for (one, other) in [
            ("Ford Foundation", "FORD Foundation"),
            ("Ford Foundation", "The Ford  Foundation"),
            ("Ford Foundation", "Ford Foundation, The"),
            ("Fundación Carolina", "Fundacion Carolina"),
            ("Bill & Melinda Gates Foundation", "Bill and Melinda Gates Foundation"),
            ("Coca-Cola Co.", "Coca Cola Co"),
            ("L’Oréal", "Oreal"),
            ("Фонд «Мир»", "Фонд Мир"),
        ] {
            assert_eq!(plain(one), plain(other));
        }
        for (one, other) in
            [("Ford Foundation", "Ford Fund"), ("Fund A", "Fund B"), ("Plan 1", "Plan 2"), ("The", "La")]
        {
            assert_ne!(plain(one), plain(other));
        }
    }
}
