//! What issues printed that went out, against what they would print now.

use std::collections::{BTreeMap, BTreeSet};

use briefing_model::{Language, WordChange, word_changes};

use super::compare::Pieces;
use crate::diagnostic::{Code, Diagnostic, FileSpan};
use crate::tree::{Log, short};

/// What to do about figures that differ.
const FIGURES_ADVICE: &str = "an issue that went out is rendered as it went out. Put this back as it was; or, if the issue was wrong, say \
                              what is corrected under `[[correction]]` in the month's briefing.toml, and publish it again";

/// What to do about words that differ: the office may have another name from now on.
const WORDS_ADVICE: &str = "an issue that went out is rendered as it went out, so leave this if it is right from now on. If it is a \
                            slip, put it back as it was; if the issue was wrong, say what is corrected under `[[correction]]` in the \
                            month's briefing.toml, and publish it again";

/// The differences of all issues that are compared. A name that changed is in many of their places, and is one message.
#[derive(Debug, Default)]
pub(crate) struct Drift {
    found: Vec<Difference>,
    /// Where the first difference is that changes these words into those.
    changes: BTreeMap<(String, String), usize>,
}

#[derive(Debug)]
struct Difference {
    fault: Diagnostic,
    /// How many more places have the same change.
    more: usize,
}

/// An edition as it was printed and as it would be.
pub(super) struct Compared<'p> {
    pub(super) language: Language,
    pub(super) before: &'p Pieces,
    pub(super) now: &'p BTreeMap<String, String>,
    /// Where to point for what was not printed.
    pub(super) whole: &'p FileSpan,
}

impl Drift {
    /// Adds each difference of an edition whose place was not `said` of another language. Those that come from the ledger go to their
    /// own log, if there is one.
    pub(super) fn add(&mut self, edition: &Compared<'_>, said: &mut BTreeSet<String>, from_ledger: Option<&Log>) {
        let of_ledger = |place: &str| {
            let follows = ["contributions", "movements", "facts"].iter().any(|part| place.starts_with(part));
            from_ledger.filter(|_| follows)
        };
        let (gone, added) = (edition.gone(), edition.added());
        for (place, (old, at)) in edition.before {
            let Some(new) = edition.now.get(place).filter(|new| *new != old) else { continue };
            // The members of a list that are others are told by their own places.
            let has_others = of_list(place, &gone) || of_list(place, &added);
            if has_others && is_same_order(old, new) || !said.insert(place.clone()) {
                continue;
            }
            let fault = edition.fault(place, at, Some(old), Some(new));
            match of_ledger(place) {
                Some(log) => log.push(fault),
                None => self.push_changed(fault, change(old, new)),
            }
        }
        let renamed = self.renamed(edition, &gone, &added);
        let gone = gone.iter().map(|(whole, places)| (whole, places, true));
        for (whole, places, is_gone) in gone.chain(added.iter().map(|(whole, places)| (whole, places, false))) {
            if renamed.contains(whole) || !said.insert(whole.clone()) {
                continue;
            }
            let fault = edition.fault_of_whole(whole, places, is_gone);
            match of_ledger(whole) {
                Some(log) => log.push(fault),
                None => self.found.push(Difference { fault, more: 0 }),
            }
        }
    }

    /// Adds what changed, unless the same words change elsewhere. Figures are compared one by one.
    fn push_changed(&mut self, fault: Diagnostic, change: (String, String)) {
        if fault.code == Code::TextDrift {
            let first = *self.changes.entry(change).or_insert(self.found.len());
            if let Some(first) = self.found.get_mut(first) {
                first.more += 1;
                return;
            }
        }
        self.found.push(Difference { fault, more: 0 });
    }

    /// What is gone under one name and comes under another, where only words differ that change elsewhere as well.
    fn renamed(&mut self, edition: &Compared<'_>, gone: &Wholes<'_>, added: &Wholes<'_>) -> BTreeSet<String> {
        let mut renamed = BTreeSet::new();
        for (old, places) in gone {
            let list = |whole: &str| whole.split_once('[').map(|(list, _)| list.to_owned());
            let is_same = |new: &str, others: &[&str]| {
                let pairs = places.iter().zip(others).map(|(old, new)| {
                    let text = edition.before.get(*old).map_or("", |(text, _)| text);
                    (text, edition.now.get(*new).map_or("", String::as_str))
                });
                list(new) == list(old)
                    && places.len() == others.len()
                    && self.changes.contains_key(&change(old, new))
                    && pairs.into_iter().all(|(old, new)| old == new || self.changes.contains_key(&change(old, new)))
            };
            let Some((new, _)) = added.iter().find(|(new, others)| is_same(new, others)) else { continue };
            if let Some(first) = self.changes.get(&change(old, new)).and_then(|first| self.found.get_mut(*first)) {
                first.more += 1;
            }
            renamed.extend([old.clone(), new.clone()]);
        }
        renamed
    }

    /// Reports all of them, each change once, with what to do at the first of its kind.
    pub(crate) fn report(self, log: &Log) {
        let (mut figures, mut words) = (Some(FIGURES_ADVICE), Some(WORDS_ADVICE));
        for Difference { mut fault, more } in self.found {
            match more {
                0 => {}
                1 => fault.message.push_str("; the same change is in 1 more place"),
                _ => fault.message.push_str(&format!("; the same change is in {more} more places")),
            }
            let advice = if fault.code == Code::TextDrift { words.take() } else { figures.take() };
            log.push(match advice {
                Some(advice) => fault.with_hint(advice),
                None => fault,
            });
        }
    }
}

/// The places of whole parts that only one side has, by what they have in common.
type Wholes<'p> = BTreeMap<String, Vec<&'p str>>;

impl<'p> Compared<'p> {
    fn gone(&self) -> Wholes<'p> {
        wholes(self.before.keys().filter(|place| !self.now.contains_key(*place)), self.now)
    }

    fn added(&self) -> Wholes<'p> {
        wholes(self.now.keys().filter(|place| !self.before.contains_key(*place)), self.before)
    }

    fn of_language(&self) -> String {
        if self.language == Language::En { String::new() } else { format!(" ({})", self.language) }
    }

    fn fault(&self, place: &str, at: &FileSpan, old: Option<&str>, new: Option<&str>) -> Diagnostic {
        let name = format!("`{}`{}", short(place), self.of_language());
        let message = match (old, new) {
            (Some(old), Some(new)) => {
                let (old, new) = differing(old, new);
                format!("{name} was printed as `{old}`, and would now be printed as `{new}`")
            }
            (Some(old), None) => format!("{name} was printed as `{}`, and would now be left out", short(old)),
            (None, new) => {
                format!("{name} was not printed, and would now be printed as `{}`", short(new.unwrap_or_default()))
            }
        };
        let code = if same_digits(old, new) { Code::TextDrift } else { Code::FiguresDrift };
        Diagnostic::new(code, at.clone(), message)
    }

    /// The fault of a part that is left out as a whole, or is there for the first time.
    fn fault_of_whole(&self, whole: &str, places: &[&str], is_gone: bool) -> Diagnostic {
        let first = places.first().copied().unwrap_or(whole);
        let at = self.before.get(first).map_or(self.whole, |(_, at)| at);
        let texts = places.iter().map(|place| match is_gone {
            true => self.before.get(*place).map_or("", |(text, _)| text),
            false => self.now.get(*place).map_or("", String::as_str),
        });
        let texts: Vec<&str> = texts.collect();
        if let [text] = texts.as_slice() {
            let (old, new) = if is_gone { (Some(*text), None) } else { (None, Some(*text)) };
            return self.fault(first, at, old, new);
        }
        let code = match texts.iter().all(|text| same_digits(Some(text), None)) {
            true => Code::TextDrift,
            false => Code::FiguresDrift,
        };
        let what = if is_gone { "was printed, and would now be left out" } else { "was not printed, and now would be" };
        Diagnostic::new(code, at.clone(), format!("`{}`{} {what}", short(whole), self.of_language()))
    }
}

/// Whether a place is the order of a list that some parts are of, which are told by their own places.
fn of_list(place: &str, wholes: &Wholes<'_>) -> bool {
    let Some(list) = place.strip_suffix(".order") else { return false };
    wholes.keys().any(|whole| whole.strip_prefix(list).is_some_and(|rest| rest.starts_with('[')))
}

/// Whether what two lists have in common stands in the same order.
fn is_same_order(old: &str, new: &str) -> bool {
    let common = |one: &str, other: &str| -> Vec<String> {
        let other: BTreeSet<&str> = other.split(", ").collect();
        one.split(", ").filter(|member| other.contains(member)).map(str::to_owned).collect()
    };
    common(old, new) == common(new, old)
}

/// Places by the outermost part that they belong to and the other side has nothing of, or else each by itself.
fn wholes<'p, T>(places: impl Iterator<Item = &'p String>, other: &BTreeMap<String, T>) -> Wholes<'p> {
    let mut wholes = Wholes::new();
    for place in places {
        let parts = place.match_indices(']').filter_map(|(end, _)| place.get(..=end));
        let is_absent = |part: &&str| {
            let mut from = other.range::<str, _>((std::ops::Bound::Included(*part), std::ops::Bound::Unbounded));
            from.next().is_none_or(|(next, _)| !next.starts_with(*part))
        };
        let whole = parts.into_iter().find(is_absent).unwrap_or(place);
        wholes.entry(whole.to_owned()).or_default().push(place);
    }
    wholes
}

/// The words that are others, without those around them.
fn change(old: &str, new: &str) -> (String, String) {
    let (mut removed, mut added) = (Vec::new(), Vec::new());
    for change in word_changes(old, new) {
        match change {
            WordChange::Removed(words) => removed.push(words),
            WordChange::Added(words) => added.push(words),
            WordChange::Same(_) => {}
        }
    }
    (removed.join(" … "), added.join(" … "))
}

/// Two texts by the words that differ, with a few of those around them; what both have in between is cut.
fn differing(old: &str, new: &str) -> (String, String) {
    /// Words shown on either side of those that differ.
    const AROUND: usize = 4;
    let (mut before, mut after) = (Vec::new(), Vec::new());
    let changes = word_changes(old, new);
    for (at, change) in changes.iter().enumerate() {
        match change {
            WordChange::Removed(words) => before.push(words.clone()),
            WordChange::Added(words) => after.push(words.clone()),
            WordChange::Same(words) => {
                let words: Vec<&str> = words.split(' ').collect();
                let (head, tail) = (if at == 0 { 0 } else { AROUND }, if at + 1 == changes.len() { 0 } else { AROUND });
                let shown = if words.len() <= head + tail + 1 {
                    words.join(" ")
                } else {
                    let start = words.iter().take(head).copied();
                    let end = words.iter().skip(words.len() - tail).copied();
                    start.chain(["…"]).chain(end).collect::<Vec<_>>().join(" ")
                };
                before.push(shown.clone());
                after.push(shown);
            }
        }
    }
    (shown(&before.join(" ")), shown(&after.join(" ")))
}

/// A text on one line, cut only where it is longer than anybody reads in a message.
fn shown(text: &str) -> String {
    const LONGEST: usize = 400;
    let mut shown: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).take(LONGEST).collect();
    if text.chars().nth(LONGEST).is_some() {
        shown.push('…');
    }
    shown
}

/// Whether no figure differs.
fn same_digits(old: Option<&str>, new: Option<&str>) -> bool {
    let digits =
        |text: Option<&str>| -> String { text.unwrap_or_default().chars().filter(|c| c.is_numeric()).collect() };
    digits(old) == digits(new)
}
