//! Pledges and contributions since the beginning: totals, shares, counts, days and parts.

use std::cmp::Ordering;
use std::collections::BTreeSet;

use super::BriefingCheck;
use crate::{
    Code, Compared, Contributions, ContributorFigures, Currency, Day, FieldPath, Knowledge, Money, MovementTotal,
    Named, OtherContributors, PartyRef, SectionKind, Share,
};

/// One of the two figures that every contributor has.
#[derive(Clone, Copy)]
struct TotalFigure<'a> {
    key: &'static str,
    total: &'a Knowledge<Money>,
    of: fn(&ContributorFigures) -> &Knowledge<Money>,
    rest: fn(&OtherContributors) -> &Knowledge<Money>,
}

impl BriefingCheck<'_> {
    pub(super) fn contributions(&mut self) {
        let Some(shown) = &self.briefing.contributions else { return };
        let path = self.root.key("contributions");
        let pledged: TotalFigure<'_> = TotalFigure {
            key: "pledged",
            total: &shown.pledged,
            of: |contributor| &contributor.pledged,
            rest: |others| &others.pledged,
        };
        let received = TotalFigure {
            key: "received",
            total: &shown.received,
            of: |contributor| &contributor.received,
            rest: |others| &others.received,
        };
        if shown.as_of != self.last_day() {
            let message = format!("the figures are those of {}, the month's last day", self.last_day());
            self.fault(Code::FigureDay, path.key("as_of"), message);
        }
        if !self.one_currency(shown, &path) {
            return;
        }
        for figure in [pledged, received] {
            self.figure(shown, figure, &path);
        }
        self.stated(&shown.partners, shown.as_of, &path.key("partners"));
        self.since(&shown.pledged, &shown.pledged_since, shown.as_of, &path.key("pledged_since"), true);
        self.since(&shown.received, &shown.received_since, shown.as_of, &path.key("received_since"), false);
        self.since_in_month(&shown.pledged, &shown.pledged_since, &path.key("pledged_since"), true);
        self.since_in_month(&shown.received, &shown.received_since, &path.key("received_since"), false);
        self.moved(shown, &path);
        self.since_last_issue(shown, &path.key("since_last_issue"));
        self.share(shown, &path.key("share"));
        self.ranks(shown, &path.key("contributors"));
        self.once_each("contributor", &path.key("contributors"), shown.contributors.iter().map(|one| &one.contributor));
        self.count(shown, &path);
        self.history(shown, &path.key("history"));
        self.newcomers(shown, &path.key("new_partners"));
        self.marks(shown, &path);
    }

    /// All figures of the section are in the currency of its totals, and what they leave out is in another.
    fn one_currency(&mut self, shown: &Contributions, path: &FieldPath) -> bool {
        let mut amounts: Vec<(FieldPath, Money)> = Vec::new();
        let mut add = |path: FieldPath, figure: &Knowledge<Money>| {
            amounts.extend(figure.figure().map(|value| (path, *value)));
        };
        add(path.key("pledged"), &shown.pledged);
        add(path.key("received"), &shown.received);
        for (at, one) in shown.contributors.iter().enumerate() {
            let path = path.key("contributors").item(at, None::<&str>);
            add(path.key("pledged"), &one.pledged);
            add(path.key("received"), &one.received);
        }
        if let Some(others) = &shown.others {
            add(path.key("others").key("pledged"), &others.pledged);
            add(path.key("others").key("received"), &others.received);
        }
        let history = path.key("history");
        let points = shown.history.iter().enumerate();
        amounts.extend(points.map(|(at, point)| (history.item(at, None::<&str>).key("pledged"), point.pledged)));
        let currency = shown.currency;
        let before = self.faults.len();
        for (path, amount) in amounts {
            if amount.currency() != currency {
                let message = format!("{amount} is among figures in {currency}");
                self.fault(Code::MixedCurrencies, path, message);
            } else if amount.is_negative() {
                self.fault(Code::NotTheSum, path, format!("{amount} is less than nothing"));
            }
        }
        self.left_out(shown, currency, &path.key("unvalued"));
        self.faults.len() == before
    }

    /// An earlier figure is known no better than the present one, is not of a later day, and is not negative.
    fn since_last_issue(&mut self, shown: &Contributions, path: &FieldPath) {
        let since = &shown.since_last_issue;
        if since.is_empty() {
            return;
        }
        if !self.briefing.sections.contains(&SectionKind::Glance) {
            let message = format!("this is not printed: `{}` is not among the sections", SectionKind::Glance);
            self.fault(Code::SectionContent, path.clone(), message);
        }
        for (key, figure, compared) in
            [("pledged", &shown.pledged, &since.pledged), ("received", &shown.received, &since.received)]
        {
            let Some(compared) = compared else { continue };
            let (Compared::Changed { by: amount, .. } | Compared::Was { value: amount, .. }) = compared;
            if amount.currency() != shown.currency {
                let message = format!("{amount} is among figures in {}", shown.currency);
                self.fault(Code::MixedCurrencies, path.key(key), message);
                continue;
            }
            let (figure, minor) = (figure.clone().map(Money::minor), compared.map(Money::minor));
            self.compared(&figure, &minor, &path.key(key));
            let was = match (minor, &figure) {
                (Compared::Was { value, .. }, _) => Some(value),
                (Compared::Changed { by, .. }, Knowledge::Known(now) | Knowledge::Stated { value: now, .. }) => {
                    Some(now.saturating_sub(by))
                }
                (Compared::Changed { .. }, Knowledge::Documented(_) | Knowledge::Unknown) => None,
            };
            // The growth of the pledges is printed beside it.
            let point = shown.history.iter().find(|point| point.as_of == compared.date().last_day());
            if let (Some(point), Some(was)) = (point.filter(|_| key == "pledged"), was)
                && point.pledged.minor() != was
            {
                let message = format!("{} had been pledged by {}", point.pledged, point.as_of);
                self.contradicts(path.key(key), message, &self.root.key("contributions").key("history"));
            }
        }
        if let Some(compared) = since.partners {
            self.compared(&shown.partners.clone().map(i128::from), &compared.map(i128::from), &path.key("partners"));
        }
    }

    fn compared(&mut self, figure: &Knowledge<i128>, compared: &Compared<i128>, path: &FieldPath) {
        if compared.date().last_day() >= self.briefing.month.first_day() {
            let message = format!("{} is not before the month", compared.date());
            self.fault(Code::FigureDay, path.clone(), message);
        }
        let rounded = matches!(figure, Knowledge::Stated { rounded_to: Some(_), .. });
        let Some(&value) = figure.figure() else {
            self.fault(Code::NotTheSum, path.clone(), "what it was is said, and not what it is".to_owned());
            return;
        };
        let (earlier, is_fit) = match *compared {
            Compared::Changed { by, .. } => (value.saturating_sub(by), !rounded),
            Compared::Was { value, .. } => (value, !matches!(figure, Knowledge::Documented(_))),
        };
        if !is_fit {
            let message = "a rounded figure has no exact difference, and what is documented has one";
            self.fault(Code::NotTheSum, path.clone(), message.to_owned());
        } else if earlier < 0 {
            self.fault(Code::NotTheSum, path.clone(), "what it was is less than nothing".to_owned());
        }
    }

    fn left_out(&mut self, shown: &Contributions, currency: Currency, path: &FieldPath) {
        for (at, unvalued) in shown.unvalued.iter().enumerate() {
            let path = path.item(at, None::<&str>).key("amount");
            if unvalued.amount.currency() == currency {
                let message = format!("{} is in the currency of the totals, which leave it out", unvalued.amount);
                self.fault(Code::MixedCurrencies, path, message);
            } else if unvalued.amount.minor() <= 0 {
                self.fault(Code::NotTheSum, path, format!("{} is nothing to leave out", unvalued.amount));
            } else if unvalued.since_total && !matches!(shown.pledged, Knowledge::Stated { .. }) {
                let message = "it came after the day of a stated total, and no total is stated".to_owned();
                self.fault(Code::Contradiction, path, message);
            }
        }
    }

    /// A total agrees with its parts and its rest, and no part is known better than the whole.
    fn figure(&mut self, shown: &Contributions, figure: TotalFigure<'_>, path: &FieldPath) {
        let TotalFigure { key, total, of, rest } = figure;
        self.stated(total, shown.as_of, &path.key(key));
        let known = matches!(total, Knowledge::Known(_));
        // Beside money of unknown worth, a sum of zero is not printed, although it is known who gave nothing.
        let is_left_out = matches!(total, Knowledge::Unknown) && !shown.unvalued.is_empty();
        let mut sum = 0_i128;
        for (at, one) in shown.contributors.iter().enumerate() {
            let part = of(one);
            let better = match part {
                Knowledge::Known(part) => !(known || is_left_out && part.is_zero()),
                Knowledge::Stated { .. } => true,
                Knowledge::Documented(_) | Knowledge::Unknown => false,
            };
            if better {
                let path = path.key("contributors").item(at, None::<&str>).key(key);
                self.fault(Code::KnownBetter, path, "the part is known better than the whole");
            }
            sum = sum.saturating_add(part.minor_on_record());
        }
        let left = shown.others.as_ref().map_or(&Knowledge::Unknown, rest);
        let place = path.key("others").key(key);
        let Some(whole) = total.holds_on(shown.as_of) else {
            match left {
                Knowledge::Unknown => {}
                Knowledge::Documented(rest) if rest.minor() > 0 => {}
                _ => self.fault(Code::KnownBetter, place, "of a total that is not known, the rest cannot be known"),
            }
            if let Knowledge::Documented(documented) = total {
                let named = sum.saturating_add(left.minor_on_record());
                if documented.minor() < named {
                    let message =
                        format!("{documented} are documented, which is less than what contributors are shown with");
                    self.fault(Code::NotTheSum, path.key(key), message);
                }
            }
            return;
        };
        let expected = whole.minor().saturating_sub(sum);
        let agrees = match left {
            Knowledge::Known(rest) => rest.minor() == expected && expected > 0,
            // A total that a source rounded may be less than what is on record.
            Knowledge::Unknown => expected == 0 || (expected < 0 && !known),
            Knowledge::Stated { .. } | Knowledge::Documented(_) => false,
        };
        if !agrees {
            let money = |minor| {
                Money::from_minor(minor, whole.currency())
                    .map_or_else(|_| "too much".to_owned(), |money| money.to_string())
            };
            let message = format!("the total is {whole}, those shown come to {}, and others to {left}", money(sum));
            let place = if shown.others.is_some() { place } else { path.key(key) };
            self.fault(Code::NotTheSum, place, message);
        }
    }

    /// A stated figure is not of a later day, and comes without what is on record beside it.
    fn stated<T>(&mut self, figure: &Knowledge<T>, as_of: Day, path: &FieldPath) {
        let Knowledge::Stated { on, documented, .. } = figure else { return };
        if *on > as_of {
            let message = format!("it is stated for {on}, and the figures are those of {as_of}");
            self.fault(Code::FigureDay, path.key("stated").key("on"), message);
        }
        if documented.is_some() {
            let message = "what is on record beside a stated total is printed by the kind of movement";
            self.fault(Code::KnownBetter, path.key("stated").key("documented"), message);
        }
    }

    /// What is documented since a stated total occurs only beside a total of an earlier day.
    fn since(
        &mut self,
        figure: &Knowledge<Money>,
        totals: &[MovementTotal],
        as_of: Day,
        path: &FieldPath,
        of_pledges: bool,
    ) {
        let earlier = matches!(figure, Knowledge::Stated { on, .. } if *on < as_of);
        if !totals.is_empty() && !earlier {
            self.fault(
                Code::KnownBetter,
                path.clone(),
                "there is no earlier total since which this would be documented",
            );
        }
        self.listed_in_order(path, totals);
        // Pledges may come and go again, which differs from none having come.
        if let Some(at) = totals.iter().position(|total| total.amount.is_zero() && !of_pledges) {
            let message = "a total of nothing is not documented";
            self.fault(Code::NotTheSum, path.item(at, None::<&str>).key("amount"), message);
        }
        if let Some(at) = totals.iter().position(|total| total.is_of_pledges() != of_pledges) {
            self.fault(
                Code::MovementLine,
                path.item(at, None::<&str>).key("sum"),
                "a total of this kind stands elsewhere",
            );
        }
    }

    fn share(&mut self, shown: &Contributions, path: &FieldPath) {
        let summed = |figure: &Knowledge<Money>| matches!(figure, Knowledge::Known(_));
        let leaves_out = !shown.unvalued.is_empty() && (summed(&shown.pledged) || summed(&shown.received));
        let beyond = [shown.surplus, shown.exchange];
        let share = Share::of_totals(&shown.received, beyond, &shown.pledged, shown.as_of);
        let expected = share.filter(|_| !leaves_out).and_then(Share::whole_per_cent);
        match (shown.share, expected) {
            (stated, expected) if stated == expected => {}
            (Some(stated), Some(expected)) => {
                let message =
                    format!("the share is {stated} per cent, and what was received comes to {expected} per cent");
                self.fault(Code::Share, path.clone(), message);
            }
            (Some(_), None) => self.fault(Code::Share, path.clone(), "a share of what is not known for the day"),
            (None, _) => self.fault(Code::Share, path.clone(), "the share of what is known for the day is missing"),
        }
    }

    /// Contributors are in the order of their pledges, then of their payments, the largest first.
    fn ranks(&mut self, shown: &Contributions, path: &FieldPath) {
        let size = |one: &ContributorFigures| (one.pledged.minor_on_record(), one.received.minor_on_record());
        let sizes: Vec<_> = shown.contributors.iter().map(size).collect();
        if let Some(at) = sizes.iter().zip(sizes.iter().skip(1)).position(|(a, b)| a.cmp(b) == Ordering::Less) {
            let message = "the contributor gave more than the one before: the largest comes first";
            self.fault(Code::OutOfOrder, path.item(at + 1, None::<&str>), message);
        }
    }

    /// There are at least as many partners as are named, and exactly as many as are named and counted among the others.
    fn count(&mut self, shown: &Contributions, path: &FieldPath) {
        let count = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        // A contributor with an allocation may also be a partner, and so may one whose money is left out.
        let least = count(shown.contributors.iter().filter(|one| !one.allocation).count());
        let most = count(shown.contributors.len().saturating_add(shown.unvalued.len()));
        let others = shown.others.as_ref().map_or(0, |others| others.partners);
        let place = path.key("partners");
        let new = count(shown.new_partners.year.len());
        // A new partner is shown by name, or counted among the others.
        let mut named: BTreeSet<&PartyRef> = shown.contributors.iter().map(|one| &one.contributor.id).collect();
        named.extend(shown.unvalued.iter().map(|left_out| &left_out.contributor.id));
        let mut hidden = shown.new_partners.year.iter().enumerate().filter(|(_, party)| !named.contains(&party.id));
        if let Some((at, party)) = hidden.nth(usize::try_from(others).unwrap_or(usize::MAX)) {
            let message = format!("`{}` is new, and neither shown nor among the {others} others", party.id);
            self.fault(Code::PartnerCount, path.key("new_partners").key("year").item(at, None::<&str>), message);
        }
        if let Knowledge::Known(partners) | Knowledge::Documented(partners) = shown.partners {
            let named = least.saturating_add(others).max(new);
            if partners < named {
                let message = format!("there are {partners} partners, and {named} are named or counted");
                self.fault(Code::PartnerCount, place.clone(), message);
                return;
            }
        }
        let Some(partners) = shown.partners.holds_on(shown.as_of) else { return };
        let (low, high) = (partners.saturating_sub(most), partners.saturating_sub(least));
        if !(low..=high).contains(&others) {
            let message = format!("of {partners} partners, {least} or more are named, and {others} are others");
            self.fault(Code::PartnerCount, place, message);
        }
    }

    fn history(&mut self, shown: &Contributions, path: &FieldPath) {
        let points = &shown.history;
        if points.len() == 1 || points.len() > Contributions::MOST_POINTS {
            let message = format!("a history has 2 to {} points", Contributions::MOST_POINTS);
            self.fault(Code::OutOfOrder, path.clone(), message);
        }
        if let Some(at) = points.iter().zip(points.iter().skip(1)).position(|(a, b)| a.as_of >= b.as_of) {
            self.fault(
                Code::OutOfOrder,
                path.item(at + 1, None::<&str>),
                "the points are not in the order of their days",
            );
        }
        for (at, point) in points.iter().enumerate() {
            let path = path.item(at, None::<&str>);
            if point.as_of > shown.as_of {
                let message = format!("{} is after the day of the figures, {}", point.as_of, shown.as_of);
                self.fault(Code::FigureDay, path.key("as_of"), message);
            } else if point.as_of == shown.as_of && shown.pledged.holds_on(shown.as_of) != Some(&point.pledged) {
                let message = format!("{} is not what was pledged by that day: {}", point.pledged, shown.pledged);
                self.fault(Code::Contradiction, path.key("pledged"), message);
            }
        }
        if let Knowledge::Stated { value, on, .. } = &shown.pledged
            && let Some((at, point)) = points.iter().enumerate().find(|(_, point)| point.as_of == *on)
            && point.pledged != *value
        {
            let message = format!("{} is not what was stated for that day: {value}", point.pledged);
            self.fault(Code::Contradiction, path.item(at, None::<&str>).key("pledged"), message);
        }
        let last = points.last().map(|point| point.as_of);
        // After the last day for which a total was stated, no point is certain.
        if let (Knowledge::Stated { on, .. }, Some(last)) = (&shown.pledged, last)
            && last != *on
        {
            let message = format!("the last day is {last}, and a total was stated for {on}");
            self.fault(Code::FigureDay, path.item(points.len().saturating_sub(1), None::<&str>).key("as_of"), message);
        }
        if shown.pledged.holds_on(shown.as_of).is_some() && last.is_some_and(|last| last < shown.as_of) {
            self.fault(Code::FigureDay, path.clone(), format!("the day of the figures, {}, is missing", shown.as_of));
        }
    }

    /// Whoever is new in the month is new in its year.
    fn newcomers(&mut self, shown: &Contributions, path: &FieldPath) {
        let new = &shown.new_partners;
        let mut year = new.year.iter();
        // Both are in the same order.
        if let Some(at) = new.month.iter().position(|one| !year.any(|other| other.id == one.id)) {
            let message = "whoever is new in the month is new in the year, in the same order";
            self.fault(Code::Contradiction, path.key("month").item(at, None::<&str>), message);
        } else if shown.as_of.month().number() == 1 && new.month.len() != new.year.len() {
            self.fault(Code::Contradiction, path.key("year"), "in January the year is the month");
        }
        for (key, list) in [("month", &new.month), ("year", &new.year)] {
            self.once_each("new partner", &path.key(key), list.iter());
        }
    }

    /// Each party of a list occurs once.
    fn once_each<'p>(&mut self, what: &str, list: &FieldPath, parties: impl Iterator<Item = &'p Named<PartyRef>>) {
        let codes: Vec<String> = parties.map(|party| party.id.to_string()).collect();
        self.once(what, codes.iter().enumerate().map(|(at, code)| (list.item(at, None::<&str>), code.as_str())));
    }

    /// Whoever is marked as having an allocation, or as giving in kind, is named in the notes.
    fn marks(&mut self, shown: &Contributions, path: &FieldPath) {
        let allocated = shown.contributors.iter().filter(|one| one.allocation);
        let allocated: Vec<&PartyRef> = allocated.map(|one| &one.contributor.id).collect();
        let noted: Vec<&PartyRef> = shown.allocations.iter().take(allocated.len()).map(|one| &one.id).collect();
        let all = shown.others.is_none() && matches!(shown.pledged, Knowledge::Known(_));
        let unmarked = |one: &ContributorFigures| {
            !one.allocation && shown.allocations.iter().any(|noted| noted.id == one.contributor.id)
        };
        if noted != allocated || (all && shown.allocations.len() != allocated.len()) {
            let message = "these are not the contributors that are marked as having allocations, in their order";
            self.fault(Code::Contradiction, path.key("allocations"), message);
        } else if let Some(at) = shown.contributors.iter().position(unmarked) {
            let path = path.key("contributors").item(at, None::<&str>).key("allocation");
            self.fault(Code::Contradiction, path, "the notes name an allocation, and the contributor has no mark");
        }
        let givers: BTreeSet<&PartyRef> = shown.in_kind.iter().map(|gift| &gift.contributor.id).collect();
        for (at, one) in shown.contributors.iter().enumerate() {
            if one.in_kind && !givers.contains(&one.contributor.id) {
                let message = "the contributor is marked as a giver in kind, and has no gift in the notes";
                let path = path.key("contributors").item(at, None::<&str>).key("in_kind");
                self.fault(Code::Contradiction, path, message);
            }
        }
        for (at, gift) in shown.in_kind.iter().enumerate() {
            if let Some(value) = gift.value.filter(|value| value.minor() <= 0) {
                let path = path.key("in_kind").item(at, None::<&str>).key("value");
                self.fault(Code::NotTheSum, path, format!("a gift is not worth {value}"));
            }
        }
    }
}
