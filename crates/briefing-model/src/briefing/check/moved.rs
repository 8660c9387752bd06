//! The month's movements compared with the figures since the beginning, which include them.
//!
//! Only amounts that count in the sums as they are printed are compared: those in the currency of the totals, from a
//! contributor from whom the month takes nothing back and whose terms it does not change.

use std::collections::{BTreeMap, BTreeSet};

use super::BriefingCheck;
use crate::{
    Code, Contributions, ContributorFigures, FieldPath, Knowledge, Money, MovementKind, MovementLine, MultiYear,
    PartyRef,
};

/// What one contributor moved in the month, in minor units of the currency of the totals.
#[derive(Default)]
struct Moved {
    /// What was pledged and allotted, with increases.
    promised: i128,
    given: i128,
    paid: i128,
    /// The first line that allots money.
    allotted: Option<usize>,
    /// Whether something was taken back, or does not count as it is printed.
    unclear: bool,
}

impl Moved {
    fn add(&mut self, at: usize, line: &MovementLine, shown: &Contributions) {
        use MovementKind as Kind;
        let spread = line.terms.is_some() && shown.multi_year == MultiYear::AsDue;
        match line.kind {
            Kind::Reduction
            | Kind::NewTerms
            | Kind::Withdrawal
            | Kind::Refund
            | Kind::PaidBack
            | Kind::SurplusRefund => {
                self.unclear = true;
            }
            Kind::Increase if spread || line.yearly => self.unclear = true,
            Kind::Pledge | Kind::Gift | Kind::Allocation | Kind::Increase | Kind::Payment | Kind::CountedAsPaid => {}
        }
        let native = |amount: &Money| amount.currency() == shown.currency && line.original.is_none();
        let Some(amount) = line.amount.filter(native) else { return };
        let sum = match line.kind {
            Kind::Pledge | Kind::Allocation | Kind::Increase if !spread && !line.yearly => &mut self.promised,
            Kind::CountedAsPaid => &mut self.promised,
            Kind::Gift => &mut self.given,
            Kind::Payment => &mut self.paid,
            _ => return,
        };
        *sum = sum.saturating_add(amount.minor());
        if line.kind == Kind::Allocation {
            self.allotted.get_or_insert(at);
        }
    }

    /// The least that it must have pledged. A promise paid in another currency counts at what it was worth on the day
    /// of payment, so promises count only if no more payments were received than are listed here.
    fn least_pledged(&self, received: i128) -> i128 {
        let promised = if received <= self.received() { self.promised } else { 0 };
        self.given.saturating_add(promised)
    }

    fn received(&self) -> i128 {
        self.given.saturating_add(self.paid)
    }
}

impl BriefingCheck<'_> {
    /// Nobody moved more in the month than since the beginning.
    pub(super) fn moved(&mut self, shown: &Contributions, path: &FieldPath) {
        let lines = self.root.key("movements").key("lines");
        let mut moved: BTreeMap<&PartyRef, Moved> = BTreeMap::new();
        for (at, line) in self.briefing.movements.lines.iter().enumerate() {
            moved.entry(&line.contributor.id).or_default().add(at, line, shown);
        }
        moved.retain(|_, moved| !moved.unclear);
        // A contributor that is also a partner is shown, or may be among the others.
        let shown_as_partners = shown.contributors.iter().filter(|one| !one.allocation).map(|one| &one.contributor.id);
        let noted = shown.allocations.iter().map(|one| &one.id);
        let allotted: BTreeSet<&PartyRef> = noted.chain(shown_as_partners).collect();
        for (party, moved) in &moved {
            if let Some(at) = moved.allotted
                && shown.others.is_none()
                && !allotted.contains(party)
            {
                let message = format!("`{party}` has an allocation in the month, and the notes do not name it");
                self.fault(Code::Contradiction, lines.item(at, None::<&str>).key("kind"), message);
            }
        }
        // What is left of a total that a source rounded may be less than what is on record.
        let stated = |total: &Knowledge<Money>| matches!(total, Knowledge::Stated { on, .. } if *on == shown.as_of);
        let others = shown.others.as_ref();
        let received = others.map_or(&Knowledge::Unknown, |others| &others.received);
        let pledged = others.map_or(&Knowledge::Unknown, |others| &others.pledged);
        let known = if stated(&shown.received) { i128::MAX } else { received.minor_on_record() };
        let smallest = shown.contributors.last().map(|one| &one.pledged);
        let mut rest = Moved::default();
        for (party, moved) in moved {
            let Some(at) = shown.contributors.iter().position(|one| one.contributor.id == *party) else {
                if smallest.is_some_and(|smallest| smallest.minor_on_record() < moved.least_pledged(known)) {
                    let message =
                        format!("`{party}` pledged more in the month than the last of them, and is not there");
                    self.fault(Code::Contradiction, path.key("contributors"), message);
                    continue;
                }
                rest.promised = rest.promised.saturating_add(moved.promised);
                rest.given = rest.given.saturating_add(moved.given);
                rest.paid = rest.paid.saturating_add(moved.paid);
                continue;
            };
            let path = path.key("contributors").item(at, None::<&str>);
            let Some(ContributorFigures { pledged, received, .. }) = shown.contributors.get(at) else { continue };
            let least = moved.least_pledged(received.minor_on_record());
            self.holds(pledged, least, &format!("`{party}` pledged"), &path.key("pledged"));
            self.holds(received, moved.received(), &format!("`{party}` paid"), &path.key("received"));
        }
        let path = path.key("others");
        if !stated(&shown.received) {
            self.holds(received, rest.received(), "those that are not shown paid", &path.key("received"));
        }
        if !stated(&shown.pledged) {
            self.holds(pledged, rest.least_pledged(known), "those that are not shown pledged", &path.key("pledged"));
        }
    }

    fn holds(&mut self, figure: &Knowledge<Money>, least: i128, who: &str, path: &FieldPath) {
        if figure.minor_on_record() < least {
            let message = format!("{who} more in the month than since the beginning: {figure}");
            self.fault(Code::NotTheSum, path.clone(), message);
        }
    }
}
