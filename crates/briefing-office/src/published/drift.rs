//! What issues printed that went out, against what they would print now.

use std::collections::{BTreeMap, BTreeSet};

use briefing_model::{Day, ItemDetail, Month, RichText, WordChange, word_changes};

use super::changes::{Wholes, align, is_same_order, of_list, wholes};
use super::compare::Pieces;
use super::places::{is_of_unit, item_of, place_in_words, value_in_words};
use super::printed::{PrintedEdition, of_language};
use crate::diagnostic::{Code, Diagnostic, FileSpan, Severity};
use crate::origin::{locate, locate_beside};
use crate::tree::{Log, short};

/// What to do about a difference.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Advice {
    Figures,
    Words,
    /// What rests on the months before: these are others than they were.
    Earlier,
    /// The issue before this one was corrected after this one went out.
    Corrected(CorrectedBefore),
    /// An item is new, or gone, or names others: what a correction says of it.
    Whole {
        issue: String,
        what: String,
    },
    /// An item that went out has another id.
    Id,
}

impl Advice {
    fn text(&self) -> String {
        match self {
            Self::Figures => "an issue that went out is rendered as it went out. Put this back as it was; or, if the issue was wrong, say \
                 what is corrected under `[[correction]]` in the month's briefing.toml, and publish it again"
                .to_owned(),
            // The office may have another name from now on.
            Self::Words => "an issue that went out is rendered as it went out, so leave this if it is right from now on. If it is a \
                 slip, put it back as it was; if the issue was wrong, say what is corrected under `[[correction]]` in the \
                 month's briefing.toml, and publish it again"
                .to_owned(),
            Self::Earlier => "the months before this one are others than when it was published: put back the folder of a month that is \
                 gone, or its `issued` and `cutoff` as they were"
                .to_owned(),
            Self::Corrected(CorrectedBefore { month, before, cutoff }) => {
                let counted = cutoff.map(|day| format!("write `cutoff = {day}` at the top of its briefing.toml, as in {before}, and ")).unwrap_or_default();
                format!(
                    "the issue of {before} was corrected, and that of {month} counts from it. Correct {month} as well: {counted}at the end \
                     of {month}/briefing.toml write `[[correction]]`, below it `on`, the day on which that goes out, and `what = \"What \
                     changed since the last issue is counted from that of {before} as corrected.\"`, and publish {month} again"
                )
            }
            Self::Whole { what, .. } => format!(
                "an issue that went out is rendered as it went out. Put this back as it was; or, to publish a corrected issue, write \
                 `[[correction]]` at the end of the month's briefing.toml, below it `on`, the day on which that goes out, and \
                 `what = \"{what}\"`"
            ),
            Self::Id => "put the id back: what went out is known by it, to its translations, its approval and the months that name it. \
                 What is printed is not changed by it"
                .to_owned(),
        }
    }
}

/// A correction of the issue before one that went out, which counts from it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct CorrectedBefore {
    /// The issue that went out, and the one before it.
    pub(super) month: Month,
    pub(super) before: Month,
    /// Until when the one before knows the ledger, where that is longer than this one does.
    pub(super) cutoff: Option<Day>,
}

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
    /// What else differs of the same item.
    parts: Vec<String>,
    advice: Advice,
}

/// An edition as it was printed and as it would be.
pub(super) struct Compared<'p> {
    pub(super) edition: &'p PrintedEdition<'p>,
    pub(super) before: &'p Pieces,
    pub(super) now: &'p BTreeMap<String, String>,
    /// Where to point for what was not printed.
    pub(super) whole: &'p FileSpan,
    /// Whether the issue before it was corrected since.
    pub(super) corrected_before: Option<CorrectedBefore>,
    /// Items that stand elsewhere now than they were printed, by their places then.
    pub(super) moved: &'p BTreeMap<String, String>,
    /// Whether the ledger is as it was, and comes to the same figures: of those that are printed, the office chose others.
    pub(super) counts_alike: bool,
}

impl Drift {
    /// Adds each difference of an edition whose place was not `said` of another language. Those that come from the ledger go to their
    /// own log, if there is one.
    pub(super) fn add(&mut self, edition: &Compared<'_>, said: &mut BTreeSet<String>, from_ledger: Option<&Log>) {
        let (mut before, mut now) = (edition.before.clone(), edition.now.clone());
        align(&mut before, &mut now, |(text, _)| text.as_str());
        let moved = put_back(&before, &mut now);
        let edition = &Compared { before: &before, now: &now, moved: &moved, ..*edition };
        let of_ledger = |place: &str| {
            let follows = ["contributions", "movements", "facts"].iter().any(|part| place.starts_with(part));
            from_ledger.filter(|_| follows)
        };
        let (gone, added) = (wholes(&before, &now), wholes(&now, &before));
        let mut groups: BTreeMap<String, usize> = BTreeMap::new();
        let has_wholes = !moved.is_empty() || gone.keys().chain(added.keys()).any(|whole| !may_follow(whole));
        for (was, is) in &moved {
            if said.insert(was.clone()) {
                let (fault, part, advice) = edition.fault_of_move(was, is);
                self.push_grouped(was.clone(), fault, part.to_owned(), advice, &mut groups);
            }
        }
        for (place, (old, _)) in &before {
            let Some(new) = now.get(place).filter(|new| *new != old) else { continue };
            // The members of a list that are others are told by their own places; sections are printed for their items.
            let has_others = of_list(place, &gone) || of_list(place, &added);
            let follows = has_wholes && place.starts_with("sections[");
            // An item that is gone leads no more.
            let follows = follows || place == "lead" && gone.keys().any(|whole| id_of(whole) == Some(old));
            if has_others && is_same_order(old, new) || follows || !said.insert(place.clone()) {
                continue;
            }
            let fault = edition.fault(place, Some(old), Some(new));
            match of_ledger(place) {
                Some(log) => log.push(fault),
                None => self.push_changed(edition, place, fault, change(old, new), &mut groups),
            }
        }
        let renamed = self.renamed(edition, &gone, &added);
        let differs = has_wholes || !groups.is_empty();
        let gone_ids: BTreeSet<&str> = gone.keys().filter_map(|whole| id_of(whole)).collect();
        let (mut no_longer, mut newly) = (BTreeSet::new(), BTreeSet::new());
        let gone = gone.iter().map(|(whole, places)| (whole, places, true));
        for (whole, places, is_gone) in gone.chain(added.iter().map(|(whole, places)| (whole, places, false))) {
            // A fact or an acronym comes with the text that has it, a list with its members.
            let follows = differs && may_follow(whole);
            let leads =
                whole == "lead" && edition.before.get(whole).is_some_and(|(id, _)| gone_ids.contains(id.as_str()));
            let follows = follows || leads;
            if renamed.contains(whole) || follows || !said.insert(whole.clone()) {
                continue;
            }
            if let Some(detail) = edition.chosen(whole, is_gone) {
                let of_line = if is_gone { &mut no_longer } else { &mut newly };
                of_line.insert(detail);
                continue;
            }
            let fault = edition.fault_of_whole(whole, places, is_gone);
            match of_ledger(whole) {
                Some(log) => log.push(fault),
                None if rests_on_earlier(whole) => {
                    self.push_grouped("earlier".to_owned(), fault, String::new(), edition.of_earlier(), &mut groups);
                }
                None => {
                    let advice = match edition.correction(whole, is_gone) {
                        Some(what) => Advice::Whole { issue: edition.whole.file.clone(), what },
                        None if fault.code == Code::TextDrift && whole != "lead" => Advice::Words,
                        None => Advice::Figures,
                    };
                    self.found.push(Difference { fault, more: 0, parts: Vec::new(), advice });
                }
            }
        }
        if !(no_longer.is_empty() && newly.is_empty()) && said.insert("item_line".to_owned()) {
            let fault = edition.fault_of_line(&no_longer, &newly);
            self.found.push(Difference { fault, more: 0, parts: Vec::new(), advice: Advice::Words });
        }
    }

    /// Adds what changed, unless the same words change elsewhere. Figures are compared one by one, and the parts of an item together.
    fn push_changed(
        &mut self,
        edition: &Compared<'_>,
        place: &str,
        fault: Diagnostic,
        change: (String, String),
        groups: &mut BTreeMap<String, usize>,
    ) {
        let is_words = fault.code == Code::TextDrift;
        if is_words && let Some(first) = self.changes.get(&change).and_then(|first| self.found.get_mut(*first)) {
            first.more += 1;
            return;
        }
        let advice = if is_words && place != "lead" { Advice::Words } else { Advice::Figures };
        let at = if rests_on_earlier(place) {
            self.push_grouped("earlier".to_owned(), fault, String::new(), edition.of_earlier(), groups)
        } else if let Some(item) = item_of(place) {
            let part = edition.words(place);
            let part = part.strip_suffix(&format!(" of {}", edition.words(item))).unwrap_or(&part).to_owned();
            self.push_grouped(item.to_owned(), fault, part, advice, groups)
        } else {
            self.found.push(Difference { fault, more: 0, parts: Vec::new(), advice });
            self.found.len() - 1
        };
        if is_words {
            self.changes.insert(change, at);
        }
    }

    /// Adds to what is said of the same item already, or begins it.
    fn push_grouped(
        &mut self,
        group: String,
        fault: Diagnostic,
        part: String,
        advice: Advice,
        groups: &mut BTreeMap<String, usize>,
    ) -> usize {
        let at = *groups.entry(group).or_insert(self.found.len());
        match self.found.get_mut(at) {
            None => self.found.push(Difference { fault, more: 0, parts: vec![part], advice }),
            // The message is of the gravest.
            Some(first) if fault.severity == Severity::Error && first.fault.severity != Severity::Error => {
                first.parts.insert(0, part);
                (first.fault, first.advice) = (fault, advice);
            }
            Some(first) => first.parts.push(part),
        }
        at
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
        let mut advised: BTreeSet<u8> = BTreeSet::new();
        // One correction says all that an issue corrects.
        let mut whats: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for difference in &self.found {
            if let Advice::Whole { issue, what } = &difference.advice {
                whats.entry(issue.clone()).or_default().push(what.clone());
            }
        }
        for Difference { mut fault, more, parts, advice } in self.found {
            match (parts.as_slice(), &advice) {
                ([] | [_], _) => {}
                ([_, one], Advice::Earlier | Advice::Corrected(_)) if one.is_empty() => {
                    fault.message.push_str("; 1 more figure that rests on earlier months differs");
                }
                ([_, others @ ..], Advice::Earlier | Advice::Corrected(_)) => {
                    fault
                        .message
                        .push_str(&format!("; {} more figures that rest on earlier months differ", others.len()));
                }
                ([_, one], _) => fault.message.push_str(&format!("; its {one} differs as well")),
                ([_, others @ .., last], _) => {
                    fault.message.push_str(&format!("; its {} and {last} differ as well", others.join(", ")));
                }
            }
            match more {
                0 => {}
                1 => fault.message.push_str("; the same change is in 1 more place"),
                _ => fault.message.push_str(&format!("; the same change is in {more} more places")),
            }
            let is_first = match &advice {
                Advice::Figures => advised.insert(0),
                Advice::Words => advised.insert(1),
                Advice::Earlier => advised.insert(2),
                Advice::Id => advised.insert(3),
                // These name their month.
                Advice::Whole { .. } | Advice::Corrected(_) => true,
            };
            let advice = match advice {
                Advice::Whole { issue, .. } => {
                    whats.remove(&issue).map(|all| Advice::Whole { what: all.join(" "), issue })
                }
                advice => Some(advice).filter(|_| is_first),
            };
            log.push(match advice {
                Some(advice) => fault.with_hint(advice.text()),
                None => fault,
            });
        }
    }
}

/// Whether a part that only one side has may be there because of another.
fn may_follow(whole: &str) -> bool {
    ["facts.", "acronyms", "sections"].iter().any(|list| whole.starts_with(list))
        || whole.ends_with(".order")
        || is_of_unit(whole)
}

/// Whether what stands at a place is told from the months before.
fn rests_on_earlier(place: &str) -> bool {
    ["movements.late", "movements.corrected", "movements.restated", "contributions.since_last_issue"]
        .iter()
        .any(|part| place.starts_with(part))
}

impl Compared<'_> {
    /// A place in words.
    fn words(&self, place: &str) -> String {
        let now = |place: &str| self.now.get(place).cloned();
        place_in_words(place, &|place| now(place).or_else(|| self.before.get(place).map(|(text, _)| text.clone())))
    }

    /// What to do about what rests on the months before.
    fn of_earlier(&self) -> Advice {
        self.corrected_before.map_or(Advice::Earlier, Advice::Corrected)
    }

    /// Where what stands at a place was written, or else the record, without its own words.
    fn written(&self, place: &str) -> FileSpan {
        let PrintedEdition { language, briefing } = *self.edition;
        let items = self.edition.items();
        let item = item_of(place).unwrap_or(place);
        let item = self.moved.get(item).map_or(item, String::as_str);
        let item = items.iter().find(|found| found.place == item);
        let paragraph = || {
            let number: usize = place.strip_prefix("about[")?.strip_suffix(']')?.parse().ok()?;
            briefing.about.get(number.checked_sub(1)?)
        };
        let origin = match item.map(|found| found.item) {
            Some(item) if place.ends_with("].title") => item.title.as_ref().map(|title| title.origin(language)),
            Some(item) => Some(item.text.origin()),
            None => paragraph().map(RichText::origin),
        };
        let beside = || {
            let part = item_of(place).and_then(|item| place.get(item.len() + 1..))?;
            let keys: Vec<String> = part.split(['.', '[']).map(|key| key.replace('_', "-")).collect();
            locate_beside(item?.item.text.origin(), &keys)
        };
        let found = beside().or_else(|| locate(origin?, None));
        found.unwrap_or_else(|| FileSpan::whole_file(&self.whole.file))
    }

    fn fault(&self, place: &str, old: Option<&str>, new: Option<&str>) -> Diagnostic {
        let name = format!("{}{}", self.words(place), of_language(self.edition.language));
        let message = match (old, new) {
            (Some(old), Some(new)) if place == "lead" => {
                format!("item `{}` led the issue, and `{}` would lead it now", short(old), short(new))
            }
            (Some(old), None) if place == "lead" => {
                format!("item `{}` led the issue, and would not lead it now", short(old))
            }
            (None, Some(new)) if place == "lead" => {
                format!("no item led the issue, and `{}` would lead it now", short(new))
            }
            (Some(old), Some(new)) => {
                let (old, new) = differing(&value_in_words(old), &value_in_words(new));
                format!("{name} was printed as `{old}`, and would now be printed as `{new}`")
            }
            (Some(old), None) => {
                format!("{name} was printed as `{}`, and would now be left out", short(&value_in_words(old)))
            }
            (None, new) => {
                let new = value_in_words(new.unwrap_or_default());
                format!("{name} was not printed, and would now be printed as `{}`", short(&new))
            }
        };
        let code = if self.is_standing(place) || same_digits(old, new) { Code::TextDrift } else { Code::FiguresDrift };
        Diagnostic::new(code, self.written(place), message)
    }

    /// Whether what stands at a place is so for every month, and may be otherwise from now on: addresses, the organization, and which of
    /// the same figures are shown.
    fn is_standing(&self, place: &str) -> bool {
        let begins = |parts: &[&str]| parts.iter().any(|part| place.starts_with(part));
        begins(&["colophon.", "office.website", "structure.", "facts.units."])
            || self.counts_alike && begins(&["contributions.contributors", "contributions.others"])
    }

    /// The fault of a part that is left out as a whole, or is there for the first time.
    fn fault_of_whole(&self, whole: &str, places: &[&str], is_gone: bool) -> Diagnostic {
        let first = places.first().copied().unwrap_or(whole);
        let texts = places.iter().map(|place| match is_gone {
            true => self.before.get(*place).map_or("", |(text, _)| text),
            false => self.now.get(*place).map_or("", String::as_str),
        });
        let texts: Vec<&str> = texts.collect();
        if let [text] = texts.as_slice() {
            let (old, new) = if is_gone { (Some(*text), None) } else { (None, Some(*text)) };
            return self.fault(first, old, new);
        }
        let code = match self.is_standing(whole) || texts.iter().all(|text| same_digits(Some(text), None)) {
            true => Code::TextDrift,
            false => Code::FiguresDrift,
        };
        let what = if is_gone { "was printed, and would now be left out" } else { "was not printed, and now would be" };
        Diagnostic::new(
            code,
            self.written(whole),
            format!("{}{} {what}", self.words(whole), of_language(self.edition.language)),
        )
    }

    /// What the line under every item says or no longer says, where a part of an item comes or goes with that: the office chose others
    /// to be printed there.
    fn chosen(&self, whole: &str, is_gone: bool) -> Option<ItemDetail> {
        let part = |place: &str| -> Option<ItemDetail> {
            let part = place.get(item_of(place)?.len() + 1..)?;
            let key = part.split(['.', '[']).next()?;
            if key == "mode" { Some(ItemDetail::Place) } else { key.replace('_', "-").parse().ok() }
        };
        let detail = part(whole)?;
        let is_chosen = match is_gone {
            true => !self.edition.briefing.item_line.contains(&detail),
            false => !self.before.keys().any(|place| part(place) == Some(detail)),
        };
        is_chosen.then_some(detail)
    }

    fn fault_of_line(&self, no_longer: &BTreeSet<ItemDetail>, newly: &BTreeSet<ItemDetail>) -> Diagnostic {
        let list = |details: &BTreeSet<ItemDetail>| -> String {
            details.iter().map(|detail| format!("`{detail}`")).collect::<Vec<_>>().join(", ")
        };
        let message = match (no_longer.is_empty(), newly.is_empty()) {
            (false, true) => format!("the line under the items said {}, and would leave that out now", list(no_longer)),
            (true, _) => format!("the line under the items did not say {}, and would now", list(newly)),
            (false, false) => {
                format!("the line under the items said {}, and would now say {}", list(no_longer), list(newly))
            }
        };
        Diagnostic::new(Code::TextDrift, FileSpan::whole_file(&self.whole.file), message)
    }

    /// The fault of an item that has another id now, or stands elsewhere; which part of it that is, and what to do.
    fn fault_of_move(&self, was: &str, is: &str) -> (Diagnostic, &'static str, Advice) {
        let item = self.words(was);
        if let (Some(old), Some(new)) = (id_of(was), id_of(is))
            && old != new
        {
            let message = format!("{item} went out under this id, and it was changed to `{}`", short(new));
            return (Diagnostic::new(Code::TextDrift, self.written(was), message), "id", Advice::Id);
        }
        let list = |place: &str| match place.split_once("].items[") {
            Some((unit, _)) => format!("unit `{}`", unit.trim_start_matches("capacity_building[")),
            None => format!("`{}`", place.split('[').next().unwrap_or(place)),
        };
        let message = format!("{item} was printed under {}, and would now be printed under {}", list(was), list(is));
        (Diagnostic::new(Code::TextDrift, self.written(was), message), "section", Advice::Figures)
    }

    /// What a correction would say to readers of something that is new or gone, fit for quotation marks. Only items and those named
    /// with them can be told so: other parts come and go with what the office chooses to print, which corrects nothing.
    fn correction(&self, whole: &str, is_gone: bool) -> Option<String> {
        let printed = |place: String| {
            let now = self.now.get(&place).map(String::as_str);
            let text = now.or_else(|| self.before.get(&place).map(|(text, _)| text.as_str()));
            text.map(|text| text.replace(['"', '\\'], ""))
        };
        let item = if id_of(whole).is_some() { whole } else { item_of(whole)? };
        let title = printed(format!("{item}.title"))?;
        if item == whole {
            return Some(format!("“{title}” was {}.", if is_gone { "taken out" } else { "added" }));
        }
        let part = whole.get(item.len() + 1..)?;
        let list = ["partners", "organizers"].into_iter().find(|list| part.starts_with(&format!("{list}[")))?;
        let name = printed(format!("{whole}.name"))?;
        let what = if is_gone { "taken out of" } else { "added to" };
        Some(format!("{name} was {what} the {list} of “{title}”."))
    }
}

/// The id of an item, by its place.
fn id_of(item: &str) -> Option<&str> {
    item_of(&format!("{item}.id")).filter(|of| *of == item)?;
    item.rsplit_once('[').map(|(_, id)| id.trim_end_matches(']'))
}

/// The list that an item stands in.
fn list_of(item: &str) -> &str {
    item.rsplit_once('[').map_or(item, |(list, _)| list)
}

/// Puts items that have another id now, or stand in another section, where they were, so that each is compared with itself; where they
/// were, and where they are.
fn put_back(before: &Pieces, now: &mut BTreeMap<String, String>) -> BTreeMap<String, String> {
    fn items<'p>(places: impl Iterator<Item = &'p String>) -> BTreeSet<String> {
        places.filter_map(|place| item_of(place)).map(str::to_owned).collect()
    }
    let (old, mut new) = (items(before.keys()), items(now.keys()));
    let gone: Vec<&String> = old.iter().filter(|item| !new.contains(*item)).collect();
    new.retain(|item| !old.contains(item));
    let mut moved = BTreeMap::new();
    for was in gone {
        let says_the_same = |is: &&String| {
            ["text", "title"].iter().any(|part| {
                let old = before.get(&format!("{was}.{part}")).map(|(text, _)| text);
                old.is_some() && old == now.get(&format!("{is}.{part}"))
            })
        };
        let same_id = new.iter().find(|is| id_of(is) == id_of(was));
        let Some(is) = same_id.or_else(|| new.iter().find(says_the_same)).cloned() else { continue };
        new.remove(&is);
        let inside = format!("{is}.");
        let places: Vec<String> = now.keys().filter(|place| place.starts_with(&inside)).cloned().collect();
        for place in places {
            if let Some(text) = now.remove(&place) {
                now.insert(format!("{was}.{}", place.get(inside.len()..).unwrap_or_default()), text);
            }
        }
        if let (Some(old), Some(new)) = (id_of(was), id_of(&is)) {
            put_back_in_order(before, now, (list_of(was), old), (list_of(&is), new));
            if let Some(lead) = now.get_mut("lead").filter(|lead| *lead == new) {
                old.clone_into(lead);
            }
        }
        moved.insert(was.clone(), is);
    }
    moved
}

/// Puts an item back into the order of the list that it was in.
fn put_back_in_order(
    before: &Pieces,
    now: &mut BTreeMap<String, String>,
    (old_list, old): (&str, &str),
    (new_list, new): (&str, &str),
) {
    let (old_order, new_order) = (format!("{old_list}.order"), format!("{new_list}.order"));
    let members = |text: Option<&String>| -> Vec<String> {
        text.into_iter().flat_map(|text| text.split(", ")).map(str::to_owned).collect()
    };
    let mut order = members(now.get(&new_order));
    if old_list == new_list {
        order.iter_mut().filter(|id| *id == new).for_each(|id| old.clone_into(id));
        now.insert(new_order, order.join(", "));
        return;
    }
    order.retain(|id| id != new);
    if order.is_empty() {
        now.remove(&new_order);
    } else {
        now.insert(new_order, order.join(", "));
    }
    let mut order = members(now.get(&old_order));
    let was = members(before.get(&old_order).map(|(text, _)| text));
    let behind = was.iter().skip_while(|id| *id != old).skip(1).find_map(|id| order.iter().position(|one| one == id));
    order.insert(behind.unwrap_or(order.len()), old.to_owned());
    now.insert(old_order, order.join(", "));
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
