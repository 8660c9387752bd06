//! What an office has, by id: gathered before anything is read in full, so that references can be checked wherever they stand.

use std::cell::Cell;
use std::collections::BTreeMap;

use briefing_model::{Language, PartyRef, State};

use crate::diagnostic::{Code, Diagnostic, Location};
use crate::suggest::nearest;
use crate::tree::{Log, Table, short};

/// The ids of one kind of thing, each with its names and its place.
#[derive(Debug, Default)]
pub(crate) struct Ids {
    things: BTreeMap<String, Thing>,
    /// The file that lists them could not be read, so that any id may be right.
    any: bool,
    /// How often a suggestion was asked for.
    asked: Asked,
}

/// A count of suggestions. Only the first faults of a code are shown, and a hostile file may have a million.
#[derive(Debug, Default)]
struct Asked(Cell<usize>);

impl Asked {
    /// Whether one more is worth its work.
    fn another(&self) -> bool {
        const MOST: usize = 4 * crate::diagnostic::MOST_PER_CODE;
        self.0.set(self.0.get().saturating_add(1));
        self.0.get() <= MOST
    }
}

#[derive(Debug)]
struct Thing {
    /// Names people may write instead of the id, in small letters.
    names: Vec<String>,
    location: Location,
}

impl Ids {
    /// Gathers the ids of a list of tables; one that is used twice is a fault.
    pub(super) fn gather(tables: &[Table<'_>], duplicate: Code, log: &Log) -> Self {
        let mut ids = Self::default();
        for table in tables {
            let Some((id, location)) = table.peek_id() else { continue };
            if let Some(first) = ids.things.get(id) {
                let message = format!("the id `{}` is used twice", short(id));
                let fault = Diagnostic::new(duplicate, location, message);
                log.push(fault.with_related("first used here", first.location.clone()));
                continue;
            }
            let names = ["name", "short", "acronym", "title"].into_iter().filter_map(|key| table.peek_name(key));
            let names = names.map(str::to_lowercase).collect();
            ids.things.insert(id.to_owned(), Thing { names, location });
        }
        ids
    }

    pub(crate) fn has(&self, id: &str) -> bool {
        self.any || self.things.contains_key(id)
    }

    /// The id that was meant: the one with that name, or the nearest.
    pub(crate) fn suggest(&self, written: &str) -> Option<&str> {
        if !self.asked.another() {
            return None;
        }
        let lower = written.trim().to_lowercase();
        let named = self.things.iter().find(|(_, thing)| thing.names.contains(&lower)).map(|(id, _)| id.as_str());
        // An id that is no id itself is not to be followed.
        let sound = |id: &&str| id.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-'));
        let ids = self.things.keys().map(String::as_str);
        named.or_else(|| nearest(written, ids.filter(sound)))
    }
}

/// Everything an office refers to by id.
#[derive(Debug, Default)]
pub(crate) struct Known {
    pub(crate) units: Ids,
    pub(crate) programmes: Ids,
    pub(crate) bodies: Ids,
    pub(crate) parties: Ids,
    pub(crate) funds: Ids,
    pub(crate) sources: Ids,
    asked: Asked,
}

impl Known {
    /// What is known of an office whose file cannot be read: nothing is held to be missing.
    pub(super) fn anything() -> Self {
        let any = || Ids { any: true, ..Ids::default() };
        Self {
            units: any(),
            programmes: any(),
            bodies: any(),
            parties: any(),
            funds: any(),
            sources: any(),
            asked: Asked::default(),
        }
    }

    /// Why a text names no party of this office, with the hint that helps; `Ok` when it does name one.
    pub(crate) fn party(&self, written: &str) -> Result<PartyRef, (String, Option<String>)> {
        match written.parse::<PartyRef>() {
            Ok(PartyRef::State(state)) => Ok(PartyRef::State(state)),
            Ok(PartyRef::Party(id)) if self.parties.has(id.as_str()) => Ok(PartyRef::Party(id)),
            _ => Err((format!("there is no party `{}`", short(written)), self.suggest_party(written))),
        }
    }

    fn suggest_party(&self, written: &str) -> Option<String> {
        if !self.asked.another() {
            return None;
        }
        let written = written.trim();
        if let Some(state) = state_named(written) {
            return Some(did_you_mean(state));
        }
        if let Some(id) = self.parties.suggest(written) {
            return Some(format!("did you mean `{id}`?"));
        }
        let looks_like_code = written.chars().count() == 3 && written.chars().all(|c| c.is_ascii_uppercase());
        let state = if looks_like_code { nearest_code(written) } else { nearest_name(written) };
        state.map(did_you_mean)
    }
}

fn did_you_mean(state: State) -> String {
    format!("did you mean `{}` ({})?", state.iso3(), state.short_name(Language::En))
}

/// The State with that name in any official language, or with that two-letter code, number, or three-letter code in other letters.
pub(crate) fn state_named(written: &str) -> Option<State> {
    let upper = written.to_uppercase();
    let lower = written.to_lowercase();
    upper
        .parse()
        .ok()
        .or_else(|| State::from_iso2(&upper))
        .or_else(|| written.parse().ok().and_then(State::from_m49))
        .or_else(|| {
            State::all().find(|state| {
                Language::ALL.into_iter().any(|language| {
                    state.short_name(language).to_lowercase() == lower
                        || state.formal_name(language).to_lowercase() == lower
                })
            })
        })
}

/// "USE" is one letter from `USA`, and so are five others: the first letters weigh more.
fn nearest_code(written: &str) -> Option<State> {
    let shared = |state: &State| state.iso3().chars().zip(written.chars()).take_while(|(a, b)| a == b).count();
    let close =
        State::all().filter(|state| state.iso3().chars().zip(written.chars()).filter(|(a, b)| a != b).count() <= 1);
    close.filter(|state| shared(state) >= 1).max_by_key(|state| (shared(state), std::cmp::Reverse(state.iso3())))
}

fn nearest_name(written: &str) -> Option<State> {
    let name = nearest(written, State::all().map(|state| state.short_name(Language::En)))?;
    State::from_name(name, Language::En)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn states_are_recognized_by_any_of_their_names() {
        let hint = |written: &str| Known::default().party(written).unwrap_err().1;
        for written in
            ["Germany", "germany", "DE", "Allemagne", "276", "the Federal Republic of Germany", "deu", "Germny"]
        {
            assert_eq!(hint(written).as_deref(), Some("did you mean `DEU` (Germany)?"), "{written}");
        }
        assert_eq!(hint("UZE").as_deref(), Some("did you mean `UZB` (Uzbekistan)?"));
        assert_eq!(hint("somebody-else"), None);
        assert!(Known::default().party("DEU").is_ok());
    }
}
