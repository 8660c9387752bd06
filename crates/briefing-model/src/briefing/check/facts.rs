//! The facts that texts use: each has a value of its kind that nothing else in the briefing contradicts.

use std::collections::BTreeSet;

use super::BriefingCheck;
use crate::{
    Code, Contributions, FactName, FactValue, Knowledge, Money, MovementKind, MovementSum, Name, OrganizationNode,
    SectionKind,
};

/// What the value of a fact must be.
enum ExpectedValue {
    Is(FactValue),
    /// Any value of this kind.
    Kind(FactKind),
    /// No value: there is no such fact, or it could not be known.
    None,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum FactKind {
    Count,
    Headline,
    Exact,
    Percent,
    Name,
    Date,
}

impl FactKind {
    const fn of(value: &FactValue) -> Self {
        match value {
            FactValue::Count(_) => Self::Count,
            FactValue::Headline(_) => Self::Headline,
            FactValue::Exact(_) => Self::Exact,
            FactValue::Percent(_) => Self::Percent,
            FactValue::Name(_) => Self::Name,
            FactValue::Date(_) => Self::Date,
        }
    }
}

impl BriefingCheck<'_> {
    pub(super) fn facts(&mut self) {
        let briefing = self.briefing;
        let path = self.root.key("facts");
        let used: BTreeSet<&FactName> = briefing.texts().flat_map(|text| text.facts().map(|(name, _)| name)).collect();
        for name in used.iter().filter(|name| !briefing.facts.contains_key(**name)) {
            let message = format!("a text uses the fact `{name}`, which has no value");
            self.fault(Code::UnknownFact, path.clone(), message);
        }
        for (name, value) in &briefing.facts {
            let place = path.key(name.as_str().to_owned());
            if !used.contains(name) {
                self.fault(Code::FactValue, place, format!("no text uses the fact `{name}`"));
                continue;
            }
            let agrees = match self.expected(name) {
                ExpectedValue::Is(expected) => *value == expected,
                ExpectedValue::Kind(kind) => FactKind::of(value) == kind,
                ExpectedValue::None => false,
            };
            if !agrees {
                self.fault(Code::FactValue, place, format!("the fact `{name}` is not what the briefing says of it"));
            } else if let FactValue::Date(date) = value
                && date.first_day() > self.last_day()
            {
                self.fault(Code::FigureDay, place, format!("{date} is after the month"));
            }
        }
    }

    fn expected(&self, name: &FactName) -> ExpectedValue {
        let briefing = self.briefing;
        let segments: Vec<&str> = name.segments().collect();
        let name = |name: Option<&Name>| {
            name.map_or(ExpectedValue::None, |name| ExpectedValue::Is(FactValue::Name(name.clone())))
        };
        match segments.as_slice() {
            ["standing", figure] => self.standing(figure),
            ["stated", figure] => self.stated_fact(figure),
            ["documented", figure] => self.documented(figure),
            ["month", figure] => self.month(figure),
            ["office", "name"] => name(Some(&briefing.office.name)),
            ["office", "acronym"] => name(briefing.office.acronym.as_ref()),
            ["units", id, rest @ ..] => {
                let unit = briefing.capacity_building.iter().find(|unit| unit.unit.as_str() == *id);
                let charted = self.charted(id);
                match (rest, unit) {
                    (["board", "members"], _) if charted.is_some() => {
                        let board = charted.and_then(|unit| unit.board.as_ref());
                        board.map_or(ExpectedValue::None, |board| count(board.members))
                    }
                    (["name"], None) if charted.is_some() => name(charted.map(|unit| &unit.name)),
                    (["acronym"], None) if charted.is_some() => name(charted.and_then(|unit| unit.acronym.as_ref())),
                    (["name"], Some(unit)) => name(Some(&unit.name)),
                    (["acronym"], Some(unit)) => name(unit.acronym.as_ref()),
                    (["name" | "acronym"], None) => ExpectedValue::Kind(FactKind::Name),
                    (["since"] | ["founding", "when"], _) => ExpectedValue::Kind(FactKind::Date),
                    (["board", "members"], _) => ExpectedValue::Kind(FactKind::Count),
                    (["founding", "amount"], _) => ExpectedValue::Kind(FactKind::Headline),
                    _ => ExpectedValue::None,
                }
            }
            // The office's own wording of its second function names the count of entities in this way.
            ["mandate", "entities"] => briefing.mandate.entities.map_or(ExpectedValue::None, count),
            [id, figure @ ("entities" | "working-groups")] => {
                let mut bodies = briefing.structure.iter().flat_map(|chart| &chart.bodies);
                let Some(body) = bodies.find(|body| body.id.as_str() == *id) else {
                    return ExpectedValue::Kind(FactKind::Count);
                };
                let figure = if *figure == "entities" { body.entities } else { body.working_groups };
                figure.map_or(ExpectedValue::None, count)
            }
            [_, "name"] => ExpectedValue::Kind(FactKind::Name),
            [_, "launched"] => ExpectedValue::Kind(FactKind::Date),
            _ => ExpectedValue::None,
        }
    }

    /// A unit of the chart.
    fn charted(&self, id: &str) -> Option<&OrganizationNode> {
        let mut units: Vec<&OrganizationNode> = self.briefing.structure.iter().flat_map(|chart| &chart.units).collect();
        while let Some(unit) = units.pop() {
            if unit.id.as_str() == id {
                return Some(unit);
            }
            units.extend(&unit.units);
        }
        None
    }

    fn standing(&self, figure: &str) -> ExpectedValue {
        let kind = match figure {
            "pledged" | "received" | "outstanding" => FactKind::Headline,
            "partners" => FactKind::Count,
            "share" => FactKind::Percent,
            _ => return ExpectedValue::None,
        };
        let Some(shown) = &self.briefing.contributions else { return ExpectedValue::Kind(kind) };
        let money = |figure: &Knowledge<Money>| {
            figure
                .holds_on(shown.as_of)
                .map_or(ExpectedValue::None, |money| ExpectedValue::Is(FactValue::Headline(*money)))
        };
        match figure {
            "pledged" => money(&shown.pledged),
            "received" => money(&shown.received),
            "partners" => shown.partners.holds_on(shown.as_of).map_or(ExpectedValue::None, |partners| count(*partners)),
            "share" => shown.share.map_or(ExpectedValue::None, |share| ExpectedValue::Is(FactValue::Percent(share))),
            _ => self.outstanding(shown),
        }
    }

    /// What is pledged and not yet received. It disregards what came beyond pledges, and any difference in worth
    /// between payments in other currencies and the promises that they settle.
    fn outstanding(&self, shown: &Contributions) -> ExpectedValue {
        let (Some(pledged), Some(received)) =
            (shown.pledged.holds_on(shown.as_of), shown.received.holds_on(shown.as_of))
        else {
            return ExpectedValue::None;
        };
        let elsewhere = [shown.surplus, shown.exchange].into_iter().flatten();
        let to_come = elsewhere
            .fold(pledged.minor().saturating_sub(received.minor()), |left, amount| left.saturating_add(amount.minor()));
        // A source's stated totals say nothing about either.
        Money::from_minor(to_come.max(0), pledged.currency())
            .map_or(ExpectedValue::None, |money| ExpectedValue::Is(FactValue::Headline(money)))
    }

    fn stated_fact(&self, figure: &str) -> ExpectedValue {
        let (name, day) = figure.strip_suffix("-on").map_or((figure, false), |name| (name, true));
        let Some(shown) = &self.briefing.contributions else {
            return ExpectedValue::Kind(match (name, day) {
                ("pledged" | "received" | "partners", true) => FactKind::Date,
                ("pledged" | "received", false) => FactKind::Headline,
                ("partners", false) => FactKind::Count,
                _ => return ExpectedValue::None,
            });
        };
        let money = |figure: &Knowledge<Money>| figure.clone().map(FactValue::Headline);
        let figure = match name {
            "pledged" => money(&shown.pledged),
            "received" => money(&shown.received),
            "partners" => shown.partners.clone().map(|count| FactValue::Count(count.into())),
            _ => return ExpectedValue::None,
        };
        match (figure.stated_for(), figure) {
            (Some(when), _) if day => ExpectedValue::Is(FactValue::Date(when)),
            (_, Knowledge::Stated { value, .. }) => ExpectedValue::Is(value),
            (_, Knowledge::Known(_) | Knowledge::Documented(_) | Knowledge::Unknown) => ExpectedValue::None,
        }
    }

    fn documented(&self, figure: &str) -> ExpectedValue {
        let kind = match figure {
            "pledged" | "received" => FactKind::Headline,
            "partners" => FactKind::Count,
            _ => return ExpectedValue::None,
        };
        let Some(shown) = &self.briefing.contributions else { return ExpectedValue::Kind(kind) };
        let money = |figure: &Knowledge<Money>| figure.clone().map(FactValue::Headline);
        let figure = match figure {
            "pledged" => money(&shown.pledged),
            "received" => money(&shown.received),
            _ => shown.partners.clone().map(|count| FactValue::Count(count.into())),
        };
        match figure {
            Knowledge::Known(value) | Knowledge::Documented(value) => ExpectedValue::Is(value),
            // What is on record beside a stated total is not part of the briefing.
            Knowledge::Stated { .. } => ExpectedValue::Kind(kind),
            Knowledge::Unknown => ExpectedValue::None,
        }
    }

    fn month(&self, figure: &str) -> ExpectedValue {
        let briefing = self.briefing;
        let movements = &briefing.movements;
        let printed = briefing.sections.contains(&SectionKind::RecentPledges);
        match figure {
            "pledges" if printed => {
                let made = |line: &&crate::MovementLine| matches!(line.kind, MovementKind::Pledge | MovementKind::Gift);
                let made = movements.lines.iter().filter(made).count();
                ExpectedValue::Is(FactValue::Count(made as u64))
            }
            "pledges" => ExpectedValue::Kind(FactKind::Count),
            "pledged" => match movements.newly_promised().as_deref() {
                Ok([total]) if total.sum == MovementSum::Pledged => ExpectedValue::Is(FactValue::Exact(total.amount)),
                Ok([]) => ExpectedValue::Kind(FactKind::Exact),
                Ok(_) | Err(_) => ExpectedValue::None,
            },
            _ => ExpectedValue::None,
        }
    }
}

fn count(count: impl Into<u64>) -> ExpectedValue {
    ExpectedValue::Is(FactValue::Count(count.into()))
}
