//! Which rows the ledger has already, and the ids of those that it does not have.

use std::collections::{BTreeMap, BTreeSet};

use briefing_model::{Day, EntryId, EntryKind, EntryKindName, Ledger, LedgerEntry, Purpose, Receipt};

use crate::read::ledger::columns::ReadColumn;
use crate::sheet::{is_digits, to_ascii};

/// What two entries must share to be one payment that was exported twice.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct PaymentKey {
    kind: &'static str,
    effective: String,
    amount: String,
    contributor: Option<String>,
}

impl PaymentKey {
    fn of(entry: &LedgerEntry) -> Self {
        let contributor = entry.kind.contributor().map(ToString::to_string);
        Self {
            kind: entry.kind.name().as_str(),
            effective: entry.effective.to_string(),
            // Of kinds without one, everything they say has to agree.
            amount: entry.kind.amount().map_or_else(|| format!("{:?}", entry.kind), |amount| amount.to_string()),
            contributor: contributor.or_else(|| entry.kind.about().map(ToString::to_string)),
        }
    }
}

/// An entry with a payment's key.
struct Seen {
    id: EntryId,
    kind: EntryKind,
    /// What to say of a row that is the same payment.
    why: String,
    /// Whether a row of the export was found to be this entry.
    is_claimed: bool,
}

/// What is known of ids and references.
pub(super) struct KnownEntries {
    ids: BTreeSet<String>,
    /// The number that comes next for an id that was not free.
    numbers: BTreeMap<String, u32>,
    /// What the ledger has, by reference, or by id if rows have ids of their own.
    of_ledger: BTreeMap<String, BTreeMap<PaymentKey, Vec<Seen>>>,
    /// The entries of the ledger that rows of the export were found to be.
    claimed: BTreeSet<EntryId>,
    /// The entries of the ledger that count: neither struck out, nor withdrawn or refunded as a whole.
    counted: BTreeSet<EntryId>,
    /// What all rows of the export are looked for by.
    rows: BTreeSet<(String, PaymentKey)>,
    /// The references of those rows.
    references: BTreeSet<String>,
    /// References by their words and numbers, with each spelling and where it is.
    spellings: BTreeMap<(String, PaymentKey), Vec<(String, String)>>,
    /// The rows of the export so far, with their cells.
    of_export: BTreeMap<(String, PaymentKey), Vec<(u64, OurCells)>>,
}

/// Our cells of a row.
pub(super) type OurCells = Vec<(ReadColumn, String)>;

/// What a row is, compared with what is known.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum RowStanding {
    /// The ledger has it already, as the text says.
    Known(String),
    /// That row of the export is the same, but perhaps for its note.
    Repeated(u64),
    New,
    /// The ledger has its reference with other payments, each of which is another row of the export or of another kind.
    NewBesideAnother,
    /// The ledger has its reference with a payment of this kind that is not another row of the export.
    Changed(EntryId),
    /// The ledger has it already but for these columns.
    Altered(EntryId, Vec<&'static str>),
    /// That row of the export is the same payment but for these columns.
    BesideRow(u64, Vec<&'static str>),
    /// It is new, and the entry or row that the text names is the same payment under a reference that is spelled differently.
    Similar(String),
}

impl KnownEntries {
    pub(super) fn new(ledger: &Ledger) -> Self {
        let mut known = Self {
            ids: ledger.entries().iter().map(|entry| entry.id.to_string()).collect(),
            numbers: BTreeMap::new(),
            of_ledger: BTreeMap::new(),
            claimed: BTreeSet::new(),
            counted: counted(ledger),
            rows: BTreeSet::new(),
            references: BTreeSet::new(),
            spellings: BTreeMap::new(),
            of_export: BTreeMap::new(),
        };
        // An export says what an entry was corrected to, or still what it was.
        let corrected = ledger.entries_as_known(Day::MAX);
        let corrected = corrected.iter().filter(|entry| ledger.entry(&entry.id) != Some(*entry));
        for entry in ledger.entries().iter().chain(corrected) {
            for key in keys(entry) {
                let why = match &entry.reference {
                    Some(reference) if **reference == key => format!("the ledger has it already, as `{}`", entry.id),
                    _ => "the ledger has it already".to_owned(),
                };
                let spelled = (spelling(&key), PaymentKey::of(entry));
                let place = format!("of `{}` in the ledger", entry.id);
                known.spellings.entry(spelled).or_default().push((key.clone(), place));
                let seen = Seen { id: entry.id.clone(), kind: entry.kind.clone(), why, is_claimed: false };
                known.of_ledger.entry(key).or_default().entry(PaymentKey::of(entry)).or_default().push(seen);
            }
        }
        known
    }

    /// Takes note of a row of the export, before any is claimed or met.
    pub(super) fn expect(&mut self, entry: &LedgerEntry, id_is_made: bool) {
        let key = key(entry, id_is_made);
        self.references.insert(key.clone());
        self.rows.insert((key, PaymentKey::of(entry)));
    }

    /// Says of a row's entry that the ledger has it, if one of the ledger's entries agrees in everything that its kind says: before
    /// the other rows are met, one of which may be another payment with the same key.
    pub(super) fn claim(
        &mut self,
        entry: &LedgerEntry,
        id_is_made: bool,
        row: u64,
        cells: &OurCells,
    ) -> Option<String> {
        let why = self.take(entry, id_is_made, |seen| seen.kind == entry.kind)?;
        self.of_export.entry((key(entry, id_is_made), PaymentKey::of(entry))).or_default().push((row, cells.clone()));
        Some(why)
    }

    fn take(&mut self, entry: &LedgerEntry, id_is_made: bool, is_it: impl Fn(&Seen) -> bool) -> Option<String> {
        let payments = self.of_ledger.get_mut(&key(entry, id_is_made))?;
        let seen = payments.get_mut(&PaymentKey::of(entry))?.iter_mut().find(|seen| !seen.is_claimed && is_it(seen))?;
        seen.is_claimed = true;
        self.claimed.insert(seen.id.clone());
        Some(seen.why.clone())
    }

    /// What a row is that the ledger does not have to the letter; from now on it is known.
    pub(super) fn meet(&mut self, entry: &LedgerEntry, id_is_made: bool, row: u64, cells: &OurCells) -> RowStanding {
        match self.standing(entry, id_is_made, row, cells) {
            RowStanding::New => {
                self.spelled_differently(entry, id_is_made, row).map_or(RowStanding::New, RowStanding::Similar)
            }
            other => other,
        }
    }

    /// As [`Self::meet`], whatever the spelling of references.
    fn standing(&mut self, entry: &LedgerEntry, id_is_made: bool, row: u64, cells: &OurCells) -> RowStanding {
        let (key, payment) = (key(entry, id_is_made), PaymentKey::of(entry));
        let rows = self.of_export.entry((key.clone(), payment)).or_default();
        // A note says nothing of the money.
        let said = |cells: &OurCells| -> OurCells {
            cells.iter().filter(|(column, _)| *column != ReadColumn::Note).cloned().collect()
        };
        let ours = said(cells);
        if let Some((row, _)) = rows.iter().find(|(_, there)| said(there) == ours) {
            return RowStanding::Repeated(*row);
        }
        let beside = rows.first().map(|(row, there)| {
            let theirs = said(there);
            let only = |one: &OurCells, other: &OurCells| -> BTreeSet<ReadColumn> {
                one.iter().filter(|cell| !other.contains(cell)).map(|(column, _)| *column).collect()
            };
            let columns = only(&ours, &theirs).into_iter().chain(only(&theirs, &ours)).collect::<BTreeSet<_>>();
            (*row, columns.into_iter().map(ReadColumn::name).collect::<Vec<_>>())
        });
        rows.push((row, cells.clone()));
        if let Some(why) = self.take(entry, id_is_made, |seen| differing(&seen.kind, &entry.kind, cells).is_empty()) {
            return RowStanding::Known(why);
        }
        let payments = self.of_ledger.get(&key).and_then(|payments| payments.get(&PaymentKey::of(entry)));
        if let Some(seen) = payments.and_then(|seen| seen.iter().find(|seen| !self.claimed.contains(&seen.id))) {
            return RowStanding::Altered(seen.id.clone(), differing(&seen.kind, &entry.kind, cells));
        }
        match beside {
            // References are those of a source.
            Some((row, columns)) if !columns.contains(&ReadColumn::Source.name()) => {
                RowStanding::BesideRow(row, columns)
            }
            Some(_) => RowStanding::New,
            None if self.of_ledger.contains_key(&key) => {
                self.unclaimed(&key, entry).map_or(RowStanding::NewBesideAnother, RowStanding::Changed)
            }
            None => RowStanding::New,
        }
    }

    /// The entry of the ledger with this reference, and of the same kind as a row's, that is not a row of the export.
    fn unclaimed(&self, key: &str, entry: &LedgerEntry) -> Option<EntryId> {
        let is_row = |payment: &PaymentKey| self.rows.contains(&(key.to_owned(), payment.clone()));
        let kind = entry.kind.name().as_str();
        let payments = self.of_ledger.get(key)?;
        let rows = payments.iter().filter(|(payment, _)| is_row(payment)).flat_map(|(_, seen)| seen);
        let of_rows: BTreeSet<&EntryId> = rows.map(|seen| &seen.id).collect();
        let mut others = payments.iter().filter(|(payment, _)| payment.kind == kind).flat_map(|(_, seen)| seen);
        let id =
            others.find(|seen| !self.claimed.contains(&seen.id) && !of_rows.contains(&seen.id)).map(|seen| &seen.id);
        id.cloned()
    }

    /// The entry of the ledger that counts and is what a row was that no longer counts; of entries that share references, only one
    /// that is the same payment.
    pub(super) fn counted(
        &self,
        key: &str,
        entry: Option<&LedgerEntry>,
        is_shared: bool,
    ) -> Option<(&EntryId, &EntryKind)> {
        let payments = self.of_ledger.get(key)?;
        let same = entry.and_then(|entry| payments.get(&PaymentKey::of(entry))).into_iter().flatten();
        let others = payments.values().flatten().filter(|_| !is_shared);
        let mut seen = same.chain(others);
        let seen = seen.find(|seen| self.counted.contains(&seen.id) && !self.claimed.contains(&seen.id))?;
        Some((&seen.id, &seen.kind))
    }

    /// The entry or the row that is the same payment as a row, under a reference that differs only in its spelling.
    fn spelled_differently(&mut self, entry: &LedgerEntry, id_is_made: bool, row: u64) -> Option<String> {
        let key = key(entry, id_is_made);
        let seen = self.spellings.entry((spelling(&key), PaymentKey::of(entry))).or_default();
        let other = seen.iter().find(|(other, _)| *other != key).map(|(other, place)| format!("`{other}` {place}"));
        seen.push((key, format!("in row {row}")));
        other
    }

    /// The entries of the ledger that are the payments of these entries, under other numbers: no two of them the same one.
    pub(super) fn elsewhere(&self, ledger: &Ledger, entries: &[&LedgerEntry]) -> Vec<Option<EntryId>> {
        let mut there: BTreeMap<PaymentKey, Vec<&EntryId>> = BTreeMap::new();
        let is_free = |entry: &&LedgerEntry| self.counted.contains(&entry.id) && !self.claimed.contains(&entry.id);
        for entry in ledger.entries().iter().rev().filter(is_free) {
            there.entry(PaymentKey::of(entry)).or_default().push(&entry.id);
        }
        let take = |entry: &&LedgerEntry| there.get_mut(&PaymentKey::of(entry)).and_then(Vec::pop).cloned();
        entries.iter().map(take).collect()
    }

    /// Whether the ledger or a row of the export has the reference of an entry.
    pub(super) fn has_reference(&self, entry: &LedgerEntry, id_is_made: bool) -> bool {
        let key = key(entry, id_is_made);
        self.of_ledger.contains_key(&key) || self.references.contains(&key)
    }

    /// The id, with a number after it if another entry has the same.
    pub(super) fn free_id(&mut self, id: &EntryId) -> Option<EntryId> {
        let mut free = id.to_string();
        if self.ids.contains(&free) {
            let number = self.numbers.entry(id.to_string()).or_insert(2);
            while self.ids.contains(&free) {
                free = format!("{id}-{number}");
                *number += 1;
            }
        }
        let parsed = free.parse().ok()?;
        self.ids.insert(free);
        Some(parsed)
    }
}

/// The entries that count.
fn counted(ledger: &Ledger) -> BTreeSet<EntryId> {
    let known = ledger.entries_as_known(Day::MAX);
    let amounts: BTreeMap<&EntryId, _> = known.iter().map(|entry| (&entry.id, entry.kind.amount())).collect();
    let takes_back = |entry: &&LedgerEntry| {
        matches!(entry.kind.name(), EntryKindName::Withdrawal | EntryKindName::Refund)
            && entry.kind.about().is_some_and(|of| {
                entry.kind.amount().is_none_or(|amount| amounts.get(of).is_none_or(|of| *of == Some(amount)))
            })
    };
    let taken_back: BTreeSet<&EntryId> =
        known.iter().filter(takes_back).filter_map(|entry| entry.kind.about()).collect();
    known.iter().map(|entry| &entry.id).filter(|id| !taken_back.contains(id)).cloned().collect()
}

/// What takes an entry out of the ledger.
pub(super) fn taking_out(id: &EntryId, kind: &EntryKind) -> String {
    let also = match kind.name() {
        EntryKindName::Receipt => format!(", or the `refund` of `{id}` if the money went back"),
        EntryKindName::Pledge => format!(", or the `withdrawal` of `{id}` if it was taken back"),
        _ => String::new(),
    };
    format!("enter a `void` of `{id}` in the ledger if it was entered by mistake{also}")
}

/// The columns that a row fills and about which the ledger's entry says something else, beside what a payment is known by.
fn differing(theirs: &EntryKind, ours: &EntryKind, cells: &OurCells) -> Vec<&'static str> {
    const COUNTED: [ReadColumn; 6] = [
        ReadColumn::Value,
        ReadColumn::Settles,
        ReadColumn::Schedule,
        ReadColumn::Fund,
        ReadColumn::Purposes,
        ReadColumn::Ref,
    ];
    let is_filled = |wanted: &ReadColumn| cells.iter().any(|(column, _)| column == wanted);
    // Words that say what money is for are edited, and are not ids.
    let is_said = |column: &ReadColumn| *column != ReadColumn::Purposes || part(ours, *column).is_some();
    let differs =
        |column: &ReadColumn| is_filled(column) && is_said(column) && part(theirs, *column) != part(ours, *column);
    COUNTED.into_iter().filter(differs).map(ReadColumn::name).collect()
}

/// What an entry says under one of those columns.
fn part(kind: &EntryKind, column: ReadColumn) -> Option<String> {
    let receipt = if let EntryKind::Receipt(receipt) = kind { Some(receipt) } else { None };
    match column {
        ReadColumn::Value => kind.value().map(|value| value.to_string()),
        ReadColumn::Settles => receipt.and_then(Receipt::settles).map(|settles| settles.to_string()),
        ReadColumn::Schedule => kind.terms().map(|terms| terms.schedule().to_string()),
        ReadColumn::Fund => kind.earmark().and_then(|earmark| earmark.fund.as_ref()).map(ToString::to_string),
        ReadColumn::Purposes => {
            let purposes = kind.earmark().into_iter().flat_map(|earmark| &earmark.purposes);
            let ids = purposes.filter(|purpose| !matches!(purpose, Purpose::Text(_))).map(ToString::to_string);
            let ids: BTreeSet<String> = ids.collect();
            (!ids.is_empty()).then(|| ids.into_iter().collect::<Vec<_>>().join("; "))
        }
        ReadColumn::Ref => kind.about().map(ToString::to_string),
        _ => None,
    }
}

/// The words and numbers of a reference, whatever its capitals, spaces, dashes, leading zeros and digits. One that is a
/// number has no decimals of zeros and no marks between its thousands, which spreadsheets write if they take it for an amount.
fn spelling(reference: &str) -> String {
    let lower = reference.trim().chars().map(to_ascii).collect::<String>().to_lowercase();
    let lower = whole_number(&lower).unwrap_or(lower);
    let mut parts: Vec<String> = Vec::new();
    let mut before = None;
    for c in lower.chars() {
        let kind = if c.is_ascii_digit() {
            Some(true)
        } else if c.is_alphanumeric() {
            Some(false)
        } else {
            None
        };
        match (kind, parts.last_mut()) {
            (Some(_), Some(last)) if before == kind => last.push(c),
            (Some(_), _) => parts.push(c.to_string()),
            (None, _) => {}
        }
        before = kind;
    }
    let bare = |part: &String| {
        let digits = part.trim_start_matches('0');
        if digits.is_empty() { part.clone() } else { digits.to_owned() }
    };
    parts.iter().map(bare).collect::<Vec<_>>().join(" ")
}

/// The digits of a number that is written as an amount: `1001.0`, `1,001`.
fn whole_number(text: &str) -> Option<String> {
    let decimals = text.rsplit_once(['.', ',']).filter(|(_, zeros)| matches!(*zeros, "0" | "00"));
    let whole = decimals.map_or(text, |(whole, _)| whole);
    let mark = whole.chars().find(|c| !c.is_ascii_digit());
    let Some(mark) = mark.filter(|mark| matches!(mark, '.' | ',' | '\'' | '’') || mark.is_whitespace()) else {
        return is_digits(whole).then(|| whole.to_owned());
    };
    let mut groups = whole.split(mark);
    let begins = groups.next().is_some_and(|first| is_digits(first) && first.len() <= 3);
    (begins && groups.all(|group| is_digits(group) && group.len() == 3)).then(|| whole.replace(mark, ""))
}

/// What an entry is looked for by.
pub(super) fn key(entry: &LedgerEntry, id_is_made: bool) -> String {
    let reference = entry.reference.as_deref().filter(|_| id_is_made);
    reference.unwrap_or(entry.id.as_str()).to_owned()
}

fn keys(entry: &LedgerEntry) -> impl Iterator<Item = String> {
    let id = entry.id.to_string();
    let reference = entry.reference.as_ref().map(ToString::to_string).filter(|reference| *reference != id);
    std::iter::once(id).chain(reference)
}

/// An id made of a reference: characters that no id has become hyphens; `None` when nothing is left.
pub(super) fn id_of(prefix: &str, reference: &str) -> Option<String> {
    if !reference.chars().any(char::is_alphanumeric) {
        return None;
    }
    let allowed = |c: char| c.is_alphanumeric() || matches!(c, '-' | '.' | '/' | '_' | ':');
    let id: String = format!("{prefix}{reference}").chars().map(|c| if allowed(c) { c } else { '-' }).collect();
    Some(id.trim_matches(|c: char| !c.is_alphanumeric()).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_keep_letters_of_every_script() {
        let id = |reference| id_of("fin-", reference);
        assert_eq!(id("V 7").as_deref(), Some("fin-V-7"));
        assert_eq!(id("Счёт № 17").as_deref(), Some("fin-Счёт---17"));
        assert_eq!(id("凭证12").as_deref(), Some("fin-凭证12"));
        assert_eq!(id("قيد/9 ").as_deref(), Some("fin-قيد/9"));
        assert_eq!(id(" - "), None);
        assert_eq!(id_of("", "(A)").as_deref(), Some("A"));
    }

    #[test]
    fn references_are_one_however_they_are_spelled() {
        for (one, other) in
            [("001001", "1001"), ("A-1", "a-1"), ("A-1", "A–1"), ("A-1", "A -1"), ("A-01/7", "a1/07"), ("0", "0")]
                .into_iter()
                .chain([("1001", "1001.0"), ("1001", "1,001"), ("1001", "1.001,00"), ("1001", "１００１"), ("٧", "7")])
        {
            assert_eq!(spelling(one), spelling(other));
        }
        for (one, other) in [("A-11", "A-1-1"), ("A-1", "A-2"), ("A", "B"), ("10", "1"), ("0", ""), ("1001", "1.01")] {
            assert_ne!(spelling(one), spelling(other));
        }
    }
}
