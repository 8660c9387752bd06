//! What is documented since a stated total, compared with the month's movements.

use std::collections::BTreeMap;

use super::BriefingCheck;
use crate::{Code, Currency, FieldPath, Knowledge, Money, MovementKind, MovementSum, MovementTotal, SectionKind};

impl BriefingCheck<'_> {
    /// What is documented since a day within the month, or since the last day before it, is what the month lists from
    /// then on.
    pub(super) fn since_in_month(
        &mut self,
        figure: &Knowledge<Money>,
        totals: &[MovementTotal],
        path: &FieldPath,
        of_pledges: bool,
    ) {
        let Knowledge::Stated { on, .. } = figure else { return };
        let listed = self.briefing.sections.contains(&SectionKind::RecentPledges);
        let (Some(next), first) = (on.next(), self.briefing.month.first_day()) else { return };
        // Nothing follows the month's last day.
        if next < first || !listed || *on >= self.last_day() {
            return;
        }
        // An office may leave payments on pledges and refunds of a surplus out of its list, which then does not say
        // what was received.
        let lines = &self.briefing.movements.lines;
        if !of_pledges && !lines.iter().any(|line| line.kind.sum(line.yearly) == Some(MovementSum::Received)) {
            return;
        }
        // For a refund in another currency, the list has what it takes off the pledge, not what it was worth when it
        // was paid.
        if !of_pledges && lines.iter().any(|line| line.kind == MovementKind::Refund && line.original.is_some()) {
            return;
        }
        let whole = next == first;
        // Promises that cannot be compared with their earlier terms have no sum.
        let comparable = !of_pledges || !lines.iter().any(|line| line.kind.is_beyond_comparison(line.amount));
        let mut sums = self.listed(of_pledges);
        for (at, total) in totals.iter().enumerate() {
            let found = sums.remove(&(total.sum, total.amount.currency().code()));
            if !comparable && total.amount.is_zero() {
                continue;
            }
            let Some(range) = found else {
                let message = format!("{} is documented since {on}, and the month lists nothing of it", total.amount);
                self.fault(Code::NotTheSum, path.item(at, None::<&str>), message);
                continue;
            };
            let net = range.less.saturating_add(range.more);
            let (low, high) = if whole { (net, net) } else { (range.less, range.more) };
            if !(low..=high).contains(&total.amount.minor()) {
                let message = format!("{} is documented since {on}, and the month lists something else", total.amount);
                self.fault(Code::NotTheSum, path.item(at, None::<&str>), message);
            } else if total.net != (range.less < 0) && whole && comparable {
                let what = if total.net { "nothing" } else { "something" };
                let message = format!("{what} was taken off since {on}, as the month lists it");
                self.fault(Code::NotTheSum, path.item(at, None::<&str>).key("net"), message);
            }
        }
        if whole && !comparable && totals.is_empty() {
            let message = "the month lists pledges that changed, and says that none did";
            self.fault(Code::NotTheSum, path.clone(), message.to_owned());
        }
        // Pledges that came and went again have a total of zero.
        let missing = |range: &Range| of_pledges || range.less.saturating_add(range.more) != 0;
        if whole
            && comparable
            && let Some(range) = sums.values().find(|range| missing(range))
        {
            let message = format!("what the month lists in {} is missing", range.currency);
            self.fault(Code::NotTheSum, path.clone(), message);
        }
    }

    /// What the month's lines take off and add, by the sum that they belong to.
    fn listed(&self, of_pledges: bool) -> BTreeMap<(MovementSum, &'static str), Range> {
        let mut sums = BTreeMap::new();
        for line in &self.briefing.movements.lines {
            let sum = match (of_pledges, line.kind.is_paid()) {
                (true, _) => line.kind.sum(line.yearly).filter(|sum| *sum != MovementSum::Received),
                (false, true) => Some(MovementSum::Received),
                (false, false) => None,
            };
            let (Some(sum), Some(amount)) = (sum, line.amount) else { continue };
            let currency = amount.currency();
            let range = sums.entry((sum, currency.code())).or_insert(Range { currency, less: 0, more: 0 });
            let side = if amount.is_negative() { &mut range.less } else { &mut range.more };
            *side = side.saturating_add(amount.minor());
        }
        sums
    }
}

/// What is taken off and what is added, in minor units.
struct Range {
    currency: Currency,
    less: i128,
    more: i128,
}
