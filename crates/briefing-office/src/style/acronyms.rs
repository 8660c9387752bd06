//! Acronyms, spelt out where they are first used.

use std::collections::BTreeSet;

use super::Finding;
use super::prose::{Prose, words};
use crate::diagnostic::Code;
use crate::read::NOTES;
use crate::tree::short;

/// Those that every reader knows better than what they stand for.
const KNOWN: [&str; 24] = [
    "UN", "UNESCO", "UNICEF", "AIDS", "HIV", "COVID", "DNA", "TV", "PDF", "ID", "IT", "OK", "USB", "GPS", "SMS", "URL",
    "CV", "NGO", "NGOs", "CD", "DVD", "FAQ", "PIN", "QR",
];

/// The acronyms of an issue so far, in reading order.
pub(super) struct Used {
    known: BTreeSet<String>,
}

impl Used {
    /// Before anything is read; what is part of an official name needs no other.
    pub(super) fn new(names: &[String]) -> Self {
        // Notes to oneself are reported as such.
        let mut known: BTreeSet<String> = KNOWN.into_iter().chain(NOTES).map(str::to_owned).collect();
        // Names of several words that have one in them, such as `CT TECH`.
        let several = names.iter().filter(|name| name.contains(' '));
        let words = several.flat_map(|name| name.split(|c: char| !c.is_alphanumeric()));
        known.extend(words.filter(|word| is_acronym(word)).map(str::to_owned));
        Self { known }
    }

    /// Those that a text uses before they are spelt out.
    pub(super) fn of_text(&mut self, prose: &Prose) -> Vec<Finding> {
        let text = prose.text();
        let mut found = Vec::new();
        for (stretch, word) in words(text, 0..text.len()) {
            for part in word.split(['/', '-', '’', '\'']) {
                let singular = part.strip_suffix('s').filter(|part| is_acronym(part)).unwrap_or(part);
                if !is_acronym(singular) || self.known.contains(singular) {
                    continue;
                }
                self.known.insert(singular.to_owned());
                if !is_spelt_out(text, stretch.start, singular) {
                    let message = format!("`{}` is not spelt out where it is first used", short(singular));
                    let hint = format!("write the name in full with `({})` after it", short(singular));
                    found.push(Finding::new(Code::StyleAcronym, stretch.clone(), message, hint));
                }
            }
        }
        found
    }
}

/// Whether a word is made of capitals: two or more, and no Roman number.
fn is_acronym(word: &str) -> bool {
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    let roman = word.chars().all(|c| matches!(c, 'I' | 'V' | 'X' | 'L' | 'C' | 'D' | 'M'));
    letters > 1 && !roman && word.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '&')
}

/// Whether the name stands beside: before the brackets that the acronym is in, or in brackets behind it.
fn is_spelt_out(text: &str, at: usize, acronym: &str) -> bool {
    let before = text.get(..at).unwrap_or_default();
    let within = before.rfind('(').is_some_and(|open| !before.get(open..).unwrap_or_default().contains(')'));
    let behind = text.get(at + acronym.len()..).unwrap_or_default();
    let explained = behind.strip_prefix(" (").is_some_and(|rest| rest.chars().next().is_some_and(char::is_alphabetic));
    within || explained
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn acronyms_are_spelt_out_once() {
        let mut used = Used::new(&["CT TECH+".to_owned()]);
        let mut found = |text: &str| used.of_text(&Prose::of(text)).len();
        assert_eq!(found("The Office of Counter-Terrorism (OCT) and OCT/CTC met; Part III of the UN."), 1);
        assert_eq!(found("CTC and OCT again."), 0);
        assert_eq!(found("Passenger data (API and PNR) and the ICRC's CT work"), 1);
        assert_eq!(found("two NGOs, USG and USGs"), 1);
    }
}
