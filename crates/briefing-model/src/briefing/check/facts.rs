//! The facts that texts use: each has a value of its kind, which nothing else in the briefing contradicts.

use std::collections::BTreeSet;

use super::Check;
use crate::{
    Code, Contributions, FactName, FactValue, Knowledge, Money, MovementKind, MovementSum, Name, PartialDate,
    SectionKind,
};

/// What the value of a fact must be.
enum Expected {
    Any,
    Is(FactValue),
    /// A value of this kind, whatever it is.
    Kind(Kind),
    /// No fact, or one that could not be known.
    None,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Count,
    Headline,
    Exact,
    Percent,
    Name,
    Date,
}

impl Kind {
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

impl Check<'_> {
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
                Expected::Any => true,
                Expected::Is(expected) => *value == expected,
                Expected::Kind(kind) => Kind::of(value) == kind,
                Expected::None => false,
            };
            if !agrees {
                self.fault(Code::FactValue, place, format!("the fact `{name}` is not what the briefing says of it"));
            } else if let FactValue::Date(date) = value
                && matches!(name.segments().next(), Some("stated"))
                && date.first_day() > self.last_day()
            {
                self.fault(Code::FigureDay, place, format!("{date} is after the month"));
            }
        }
    }

    fn expected(&self, name: &FactName) -> Expected {
        let briefing = self.briefing;
        let segments: Vec<&str> = name.segments().collect();
        let name =
            |name: Option<&Name>| name.map_or(Expected::None, |name| Expected::Is(FactValue::Name(name.clone())));
        match segments.as_slice() {
            ["standing", figure] => self.standing(figure),
            ["stated", figure] => self.stated_fact(figure),
            ["documented", figure] => self.documented(figure),
            ["month", figure] => self.month(figure),
            ["office", "name"] => name(Some(&briefing.office.name)),
            ["office", "acronym"] => name(briefing.office.acronym.as_ref()),
            ["units", id, rest @ ..] => {
                let unit = briefing.capacity_building.iter().find(|unit| unit.unit.as_str() == *id);
                match (rest, unit) {
                    (["name"], Some(unit)) => name(Some(&unit.name)),
                    (["acronym"], Some(unit)) => name(unit.acronym.as_ref()),
                    (["name" | "acronym"], None) => Expected::Kind(Kind::Name),
                    (["since"] | ["founding", "when"], _) => Expected::Kind(Kind::Date),
                    (["board", "members"], _) => Expected::Kind(Kind::Count),
                    (["founding", "amount"], _) => Expected::Kind(Kind::Headline),
                    _ => Expected::None,
                }
            }
            // The office's own wording of its second function names the count of entities so.
            ["mandate", "entities"] => briefing.mandate.entities.map_or(Expected::None, count),
            [_, "entities" | "working-groups"] => Expected::Kind(Kind::Count),
            [_, "name"] => Expected::Kind(Kind::Name),
            [_, "launched"] => Expected::Kind(Kind::Date),
            _ => Expected::None,
        }
    }

    fn standing(&self, figure: &str) -> Expected {
        let kind = match figure {
            "pledged" | "received" | "outstanding" => Kind::Headline,
            "partners" => Kind::Count,
            "share" => Kind::Percent,
            _ => return Expected::None,
        };
        let Some(shown) = &self.briefing.contributions else { return Expected::Kind(kind) };
        let money = |figure: &Knowledge<Money>| {
            figure.holds_on(shown.as_of).map_or(Expected::None, |money| Expected::Is(FactValue::Headline(*money)))
        };
        match figure {
            "pledged" => money(&shown.pledged),
            "received" => money(&shown.received),
            "partners" => shown.partners.holds_on(shown.as_of).map_or(Expected::None, |partners| count(*partners)),
            "share" => shown.share.map_or(Expected::None, |share| Expected::Is(FactValue::Percent(share))),
            _ => self.outstanding(shown),
        }
    }

    /// Never less than is missing in all: who paid more than was promised pays for nobody else.
    fn outstanding(&self, shown: &Contributions) -> Expected {
        let name: Option<(_, &FactValue)> =
            self.briefing.facts.iter().find(|(name, _)| name.as_str() == "standing.outstanding");
        let (Some((_, FactValue::Headline(stated))), Some(pledged), Some(received)) =
            (name, shown.pledged.holds_on(shown.as_of), shown.received.holds_on(shown.as_of))
        else {
            return Expected::None;
        };
        let missing = pledged.minor().saturating_sub(received.minor()).max(0);
        let exact =
            matches!((&shown.pledged, &shown.received), (Knowledge::Stated { .. }, _) | (_, Knowledge::Stated { .. }));
        let fits =
            if exact { stated.minor() == missing } else { (missing..=pledged.minor()).contains(&stated.minor()) };
        if fits && stated.currency() == pledged.currency() { Expected::Any } else { Expected::None }
    }

    fn stated_fact(&self, figure: &str) -> Expected {
        let (name, day) = figure.strip_suffix("-on").map_or((figure, false), |name| (name, true));
        let Some(shown) = &self.briefing.contributions else {
            return Expected::Kind(match (name, day) {
                ("pledged" | "received" | "partners", true) => Kind::Date,
                ("pledged" | "received", false) => Kind::Headline,
                ("partners", false) => Kind::Count,
                _ => return Expected::None,
            });
        };
        let money = |figure: &Knowledge<Money>| figure.clone().map(FactValue::Headline);
        let figure = match name {
            "pledged" => money(&shown.pledged),
            "received" => money(&shown.received),
            "partners" => shown.partners.clone().map(|count| FactValue::Count(count.into())),
            _ => return Expected::None,
        };
        match figure {
            Knowledge::Stated { on, .. } if day => Expected::Is(FactValue::Date(PartialDate::Day(on))),
            Knowledge::Stated { value, .. } => Expected::Is(value),
            Knowledge::Known(_) | Knowledge::Documented(_) | Knowledge::Unknown => Expected::None,
        }
    }

    fn documented(&self, figure: &str) -> Expected {
        let kind = match figure {
            "pledged" | "received" => Kind::Headline,
            "partners" => Kind::Count,
            _ => return Expected::None,
        };
        let Some(shown) = &self.briefing.contributions else { return Expected::Kind(kind) };
        let money = |figure: &Knowledge<Money>| figure.clone().map(FactValue::Headline);
        let figure = match figure {
            "pledged" => money(&shown.pledged),
            "received" => money(&shown.received),
            _ => shown.partners.clone().map(|count| FactValue::Count(count.into())),
        };
        match figure {
            Knowledge::Known(value) | Knowledge::Documented(value) => Expected::Is(value),
            // What is on record beside a stated total does not travel.
            Knowledge::Stated { .. } => Expected::Kind(kind),
            Knowledge::Unknown => Expected::None,
        }
    }

    fn month(&self, figure: &str) -> Expected {
        let briefing = self.briefing;
        let movements = &briefing.movements;
        let printed = briefing.sections.contains(&SectionKind::RecentPledges);
        match figure {
            "pledges" if printed => {
                let made = |line: &&crate::MovementLine| matches!(line.kind, MovementKind::Pledge | MovementKind::Gift);
                let made = movements.lines.iter().filter(made).count();
                Expected::Is(FactValue::Count(made as u64))
            }
            "pledges" => Expected::Kind(Kind::Count),
            "pledged" => {
                let mut totals = movements.totals.iter().filter(|total| total.sum != MovementSum::Received);
                match (totals.next(), totals.next()) {
                    (Some(total), None) if total.sum == MovementSum::Pledged => {
                        Expected::Is(FactValue::Exact(total.amount))
                    }
                    (None, _) => Expected::Kind(Kind::Exact),
                    (Some(_), _) => Expected::None,
                }
            }
            _ => Expected::None,
        }
    }
}

fn count(count: impl Into<u64>) -> Expected {
    Expected::Is(FactValue::Count(count.into()))
}
