//! Totals that moved too far from one issue to the next, or must move and did not.

use std::collections::BTreeMap;
use std::fmt::Display;
use std::mem::{Discriminant, discriminant};

use briefing_model::{
    AsOf, Briefing, Contributions, EntryId, EntryKind, Fault, FieldPath, Figure, Knowledge, Ledger, Measure, Money,
    MonthPlan, Trace, TraceAmount,
};

use crate::diagnostic::Code;

/// An issue: what its file says, and what it prints.
#[derive(Clone, Copy)]
pub(super) struct Issue<'a> {
    pub(super) plan: &'a MonthPlan,
    pub(super) briefing: &'a Briefing,
}

impl Issue<'_> {
    fn trace(self, figure: &Figure, ledger: &Ledger) -> Option<Trace> {
        ledger.trace(figure, AsOf { in_effect: self.plan.month.last_day(), known: self.plan.cutoff() }).ok()
    }
}

/// A total as an issue prints it.
struct PrintedTotal {
    value: i128,
    shown: String,
    /// How it is known: what was stated is not compared with what is documented.
    kind: Discriminant<Knowledge<()>>,
    /// The entry that states it, where one does.
    entry: Option<EntryId>,
}

impl PrintedTotal {
    fn of<T: Display + Copy>(knowledge: &Knowledge<T>, value: impl Fn(T) -> i128) -> Option<Self> {
        let total = *knowledge.figure()?;
        let entry = if let Knowledge::Stated { entry, .. } = knowledge { Some(entry.clone()) } else { None };
        let kind = discriminant(&knowledge.clone().map(|_| ()));
        Some(Self { value: value(total), shown: total.to_string(), kind, entry })
    }
}

/// The totals of an issue, in the order of [`FIGURES`].
fn totals(of: &Contributions) -> [Option<PrintedTotal>; 3] {
    let Contributions { pledged, received, partners, .. } = of;
    let money = |known| PrintedTotal::of(known, |money: Money| money.minor());
    [money(pledged), money(received), PrintedTotal::of(partners, i128::from)]
}

const FIGURES: [(Figure, &str); 3] = [
    (Figure::Standing(Measure::Pledged), "the total pledged"),
    (Figure::Standing(Measure::Received), "the total received"),
    (Figure::Partners, "the number of funding partners"),
];

/// Reports totals that the previous issue has as well, although the ledger has moved, and those that differ by more per cent than
/// that.
pub(super) fn check(before: Issue<'_>, now: Issue<'_>, ledger: &Ledger, largest_change: Option<u16>) -> Vec<Fault> {
    let (Some(old), Some(new)) = (&before.briefing.contributions, &now.briefing.contributions) else {
        return Vec::new();
    };
    let mut faults: Vec<Fault> = not_restated(before, now, [old, new]).into_iter().collect();
    let Some(limit) = largest_change.map(i128::from) else { return faults };
    for ((figure, what), (old, new)) in FIGURES.iter().zip(totals(old).into_iter().zip(totals(new))) {
        let (Some(old), Some(new)) = (old, new) else { continue };
        let change = new.value.abs_diff(old.value).cast_signed().saturating_mul(100);
        if old.kind != new.kind || old.value <= 0 || change <= limit.saturating_mul(old.value) {
            continue;
        }
        let way = if new.value > old.value { "rose" } else { "fell" };
        let per_cent = change / old.value;
        let message = format!(
            "{what} {way} by {}{per_cent} per cent since the issue of {}, from {} to {}; `largest-change` is {limit}",
            if per_cent == limit { "more than " } else { "" },
            before.plan.month,
            old.shown,
            new.shown
        );
        let entry = new.entry.or_else(|| moved_most(before.trace(figure, ledger)?, now.trace(figure, ledger)?, ledger));
        let hint = match entry {
            Some(_) => "correct this entry, which moved it most, if it is wrong; if it is right, nothing needs doing",
            None => "correct the ledger if it is wrong; if it is right, nothing needs doing",
        };
        faults.push(Fault::new(Code::LargeChange, FieldPath::entry(entry), message).with_hint(hint));
    }
    faults
}

/// The entry whose part of a figure changed most, or what took that part away: a partner is gone with the withdrawal of a pledge, not with the
/// pledge.
fn moved_most(before: Trace, now: Trace, ledger: &Ledger) -> Option<EntryId> {
    let mut parts: BTreeMap<EntryId, i128> = BTreeMap::new();
    for (trace, sign) in [(before, -1), (now, 1)] {
        for line in trace.lines {
            let amount = match line.amount {
                TraceAmount::Money(money) => money.minor(),
                TraceAmount::Partners(count) => i128::from(count),
            };
            let part = parts.entry(line.entry).or_default();
            *part = part.saturating_add(amount.saturating_mul(sign));
        }
    }
    let moved = parts.into_iter().filter(|(_, part)| *part != 0);
    let (entry, part) = moved.max_by_key(|(_, part)| part.abs())?;
    let takes_away = |kind: &EntryKind| !matches!(kind, EntryKind::Receipt(_)) && kind.about() == Some(&entry);
    let last = ledger.entries().iter().rev().find(|other| part < 0 && takes_away(&other.kind));
    Some(last.map_or(entry, |last| last.id.clone()))
}

/// A stated total that went out with the previous issue as that month's, and goes out again with what moved since beside it.
fn not_restated(before: Issue<'_>, now: Issue<'_>, [old, new]: [&Contributions; 2]) -> Option<Fault> {
    let of_month = |issue: Issue<'_>, known: &Knowledge<Money>| match known {
        Knowledge::Stated { on, entry, .. } if on.month() == issue.plan.month => Some((*on, entry.clone())),
        _ => None,
    };
    let sums = [
        ("pledged", &old.pledged, &new.pledged, &new.pledged_since),
        ("received", &old.received, &new.received, &new.received_since),
    ];
    sums.into_iter().find_map(|(what, old, new, since)| {
        let (on, entry) = of_month(before, old)?;
        let same = matches!(new, Knowledge::Stated { entry: again, .. } if *again == entry);
        if !same || since.iter().all(|total| total.amount.is_zero()) {
            return None;
        }
        let month = now.plan.month;
        let message = format!(
            "the total {what} is that of {on} in the issue of {month} as well, though the ledger has more {what} since"
        );
        let fault = Fault::new(Code::TotalNotRestated, FieldPath::entry(Some(entry)), message);
        Some(
            fault.with_hint(format!(
                "add the total of {month} as a row of kind `assertion`; if none was stated, leave it"
            )),
        )
    })
}
