//! Acronyms, spelt out where they are first used.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use briefing_model::{Currency, OfficeData};

use super::Finding;
use super::prose::{Prose, STAND_IN, words};
use crate::diagnostic::Code;
use crate::read::NOTES;
use crate::tree::short;

/// Those that every reader knows better than what they stand for.
const KNOWN: [&str; 24] = [
    "UN", "UNESCO", "UNICEF", "AIDS", "HIV", "COVID", "DNA", "TV", "PDF", "ID", "IT", "OK", "USB", "GPS", "SMS", "URL",
    "CV", "NGO", "NGOs", "CD", "DVD", "FAQ", "PIN", "QR",
];

/// What an office says that acronyms stand for.
#[derive(Debug, Default)]
pub(super) struct Glossary {
    /// Each with its words: the office's own, and those of its units, programmes and parties.
    words: BTreeMap<String, String>,
    /// The office's own, which need no capitals to be acronyms.
    own: BTreeSet<String>,
}

impl Glossary {
    pub(super) fn of(office: &OfficeData) -> Self {
        let units = office.units.iter().map(|unit| (unit.acronym.as_ref(), &unit.name));
        let programmes = office.programmes.iter().map(|programme| (programme.acronym.as_ref(), &programme.name));
        let parties = office.parties.iter().map(|party| (party.acronym.as_ref(), &party.name));
        let others = units.chain(programmes).chain(parties);
        let others = others.filter_map(|(acronym, name)| Some((acronym?, name)));
        let own = office.acronyms.iter().map(|known| (&known.acronym, &known.name));
        // Of two, the later stays.
        let known = others.chain(own);
        Self {
            words: known.map(|(acronym, name)| (acronym.english().to_owned(), name.english().to_owned())).collect(),
            own: office.acronyms.iter().map(|known| known.acronym.english().to_owned()).collect(),
        }
    }
}

/// Whether it is the code of a currency beside an amount, which may be a fact.
fn is_currency(text: &str, stretch: &Range<usize>, word: &str) -> bool {
    let is_amount = |c: char| c.is_ascii_digit() || c == STAND_IN;
    let before = text.get(..stretch.start).is_some_and(|before| before.trim_end().ends_with(is_amount));
    let behind = text.get(stretch.end..).is_some_and(|behind| behind.trim_start().starts_with(is_amount));
    (before || behind) && word.parse::<Currency>().is_ok()
}

/// The acronyms of an issue so far, in reading order.
pub(super) struct Used<'a> {
    known: BTreeSet<String>,
    glossary: &'a Glossary,
}

impl<'a> Used<'a> {
    /// Before anything is read; what is part of an official name needs no other.
    pub(super) fn new(names: &[String], glossary: &'a Glossary) -> Self {
        // Notes to oneself are reported as such.
        let mut known: BTreeSet<String> = KNOWN.into_iter().chain(NOTES).map(str::to_owned).collect();
        // Names of several words that have one in them, such as `CT TECH`.
        let several = names.iter().filter(|name| name.contains(' '));
        let words = several.flat_map(|name| name.split(|c: char| !c.is_alphanumeric()));
        known.extend(words.filter(|word| is_acronym(word) || glossary.own.contains(*word)).map(str::to_owned));
        Self { known, glossary }
    }

    /// Those that a text uses before they are spelt out.
    pub(super) fn of_text(&mut self, prose: &Prose) -> Vec<Finding> {
        let text = prose.text();
        let mut found = Vec::new();
        for (stretch, word) in words(text, 0..text.len()) {
            for part in word.split(['/', '-', '’', '\'']) {
                let singular = part.strip_suffix('s').filter(|part| is_acronym(part)).unwrap_or(part);
                let is_one = is_acronym(singular) || self.glossary.own.contains(singular);
                if !is_one || self.known.contains(singular) || is_currency(text, &stretch, singular) {
                    continue;
                }
                self.known.insert(singular.to_owned());
                if !is_spelt_out(text, stretch.start, singular) {
                    let message = format!("`{}` is not spelt out where it is first used", short(singular));
                    let hint = match self.glossary.words.get(singular).filter(|words| short(words) == **words) {
                        Some(words) => format!("write `{} ({})`", short(words), short(singular)),
                        None => format!("write the name in full with `({})` after it", short(singular)),
                    };
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
        let mut glossary = Glossary::default();
        glossary.own.insert("VoTAN".to_owned());
        let names = ["CT TECH+", "Network for Accessible Meetings (NetAM)"].map(str::to_owned);
        glossary.own.insert("NetAM".to_owned());
        let mut used = Used::new(&names, &glossary);
        let mut found = |text: &str| used.of_text(&Prose::of(text)).len();
        assert_eq!(found("The Office of Counter-Terrorism (OCT) and OCT/CTC met; Part III of the UN."), 1);
        assert_eq!(found("CTC and OCT again."), 0);
        assert_eq!(found("Passenger data (API and PNR) and the ICRC's CT work"), 1);
        assert_eq!(found("two NGOs, USG and USGs"), 1);
        assert_eq!(found("VoTAN met; so did VoIP and NetAM"), 1);
    }
}
