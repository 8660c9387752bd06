//! The values of the facts that texts use.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::money::{MonthMoney, whole_per_cent};
use crate::briefing::{CompileFault, RecentPledges, Subject};
use crate::{Code, FactName, FactValue, Money, Month, MonthPlan, Office, PartialDate, RichText, Standing, Unit};

/// What a name stands for.
enum Answer {
    Value(FactValue),
    /// There is such a fact, but nothing to say: why not.
    Nothing(&'static str),
    /// Its figures could not be computed, which is told elsewhere.
    Untold,
    /// There is no such fact.
    Unknown,
}

impl Answer {
    fn or(value: Option<FactValue>, why_not: &'static str) -> Self {
        value.map_or(Self::Nothing(why_not), Self::Value)
    }

    fn count(count: impl Into<u64>) -> Self {
        Self::Value(FactValue::Count(count.into()))
    }
}

/// The values of the facts that the texts use, each found or told to be missing where it stands.
pub(super) fn facts(
    office: &Office,
    plan: &MonthPlan,
    money: &MonthMoney,
    faults: &mut Vec<CompileFault>,
) -> BTreeMap<FactName, FactValue> {
    let source = Source { office, month: plan.month, standing: money.standing.as_ref(), recent: &money.recent };
    let mut facts = BTreeMap::new();
    for (subject, text) in texts(office, plan) {
        for (name, offset) in text.facts() {
            let (message, hint) = match source.answer(name) {
                Answer::Value(value) => {
                    facts.insert(name.clone(), value);
                    continue;
                }
                Answer::Untold => continue,
                Answer::Nothing(why) => (format!("the fact `{name}` has no value in {}: {why}", plan.month), None),
                Answer::Unknown => (format!("there is no fact `{name}`"), Some(source.known(name))),
            };
            let fault = CompileFault::new(Code::UnknownFact, subject.clone(), message);
            faults.push(CompileFault { offset: Some(offset), hint, ..fault });
        }
    }
    facts
}

/// Every text of the office and the month, with what it belongs to.
fn texts<'a>(office: &'a Office, plan: &'a MonthPlan) -> Vec<(Subject, &'a RichText)> {
    let data = office.data();
    let mut texts: Vec<(Subject, &RichText)> = Vec::new();
    texts.extend(data.about.iter().enumerate().map(|(index, text)| (Subject::About(index), text)));
    texts.extend(data.mandate.intro.iter().map(|text| (Subject::MandateIntro, text)));
    texts.extend(data.disclaimer.iter().map(|text| (Subject::Disclaimer, text)));
    for (index, event) in plan.events.iter().enumerate() {
        let subject = |part| Subject::Item { index, id: event.id.clone(), part };
        texts.push((subject("text"), &event.text));
        let caption = event.picture.iter().filter_map(|picture| picture.caption.as_ref());
        texts.extend(caption.map(|caption| (subject("picture"), caption)));
    }
    texts
}

/// Where facts come from.
struct Source<'a> {
    office: &'a Office,
    month: Month,
    standing: Option<&'a Standing>,
    recent: &'a RecentPledges,
}

impl Source<'_> {
    fn day(&self) -> NaiveDate {
        self.month.last_day()
    }

    fn answer(&self, name: &FactName) -> Answer {
        let segments: Vec<&str> = name.segments().collect();
        match segments.as_slice() {
            ["standing", figure] => self.standing(figure),
            ["month", figure] => self.month(figure),
            ["office", "name"] => Answer::Value(FactValue::Name(self.office.data().name.clone())),
            ["office", "acronym"] => {
                let acronym = self.office.data().acronym.clone();
                Answer::or(acronym.map(FactValue::Name), "the office has no acronym")
            }
            ["units", id, rest @ ..] => {
                let unit = id.parse().ok().and_then(|id| self.office.data().units.get(&id));
                unit.map_or(Answer::Unknown, |unit| self.unit(unit, rest))
            }
            [body, figure] => self.body(body, figure),
            _ => Answer::Unknown,
        }
    }

    fn standing(&self, figure: &str) -> Answer {
        let headline = |figure: fn(&Standing) -> Money| match self.standing {
            Some(standing) => Answer::Value(FactValue::Headline(figure(standing))),
            None => Answer::Untold,
        };
        match figure {
            "pledged" => headline(|standing| standing.pledged),
            "received" => headline(|standing| standing.received),
            "outstanding" => headline(|standing| standing.outstanding),
            "partners" => self.standing.map_or(Answer::Untold, |standing| Answer::count(standing.partners)),
            "share" => self.standing.map_or(Answer::Untold, |standing| {
                Answer::or(whole_per_cent(standing).map(FactValue::Percent), "nothing is pledged that it is a share of")
            }),
            _ => Answer::Unknown,
        }
    }

    fn month(&self, figure: &str) -> Answer {
        match (figure, self.recent.totals.as_slice()) {
            ("pledges", _) => Answer::count(self.recent.lines.len() as u64),
            ("pledged", []) if self.recent.lines.is_empty() => {
                Answer::Value(FactValue::Exact(Money::zero(self.office.data().ledger.currency)))
            }
            // Lines without a total have a fault of their own.
            ("pledged", []) => Answer::Untold,
            ("pledged", [total]) => Answer::Value(FactValue::Exact(*total)),
            ("pledged", _) => Answer::Nothing("its pledges are in more than one currency"),
            _ => Answer::Unknown,
        }
    }

    fn unit(&self, unit: &Unit, fact: &[&str]) -> Answer {
        let date = |date: Option<PartialDate>, why_not| Answer::or(date.map(FactValue::Date), why_not);
        let founding = unit.founding.as_ref();
        match fact {
            ["name"] => Answer::Value(FactValue::Name(unit.name_on(self.day()).clone())),
            ["acronym"] => {
                let acronym = unit.acronym_on(self.day()).cloned();
                Answer::or(acronym.map(FactValue::Name), "the unit has no acronym")
            }
            ["since"] => date(unit.since, "the unit's beginning is not known"),
            ["board", "members"] => match &unit.board {
                Some(board) => Answer::count(board.members),
                None => Answer::Nothing("the unit has no board"),
            },
            ["founding", "amount"] => {
                let amount = founding.and_then(|founding| founding.amount);
                Answer::or(amount.map(FactValue::Headline), "the founding contribution's amount is not known")
            }
            ["founding", "when"] => {
                date(founding.map(|founding| founding.when), "the unit has no founding contribution")
            }
            _ => Answer::Unknown,
        }
    }

    fn body(&self, id: &str, figure: &str) -> Answer {
        let Some(body) = id.parse().ok().and_then(|id| self.office.body(&id)) else { return Answer::Unknown };
        match figure {
            "entities" => match body.entities_on(self.day()) {
                Some(count) => Answer::count(count),
                None => Answer::Nothing("no count of its entities had begun by then"),
            },
            "working-groups" => match &body.working_groups {
                Some(groups) => Answer::count(groups.count),
                None => Answer::Nothing("its working groups are not known"),
            },
            "name" => Answer::Value(FactValue::Name(body.name.clone())),
            "launched" => Answer::or(body.launched.map(FactValue::Date), "the day of its launch is not known"),
            _ => Answer::Unknown,
        }
    }

    /// The facts there are, for somebody who wrote one that there is not.
    fn known(&self, name: &FactName) -> String {
        let segments: Vec<&str> = name.segments().collect();
        let known: Vec<String> = match segments.as_slice() {
            ["standing", ..] => under("standing", &["pledged", "received", "outstanding", "partners", "share"]),
            ["month", ..] => under("month", &["pledged", "pledges"]),
            ["office", ..] => under("office", &["name", "acronym"]),
            ["units", ..] => {
                under("units.ID", &["name", "acronym", "since", "board.members", "founding.amount", "founding.when"])
            }
            [id, ..] if id.parse().is_ok_and(|id| self.office.body(&id).is_some()) => {
                under(id, &["entities", "working-groups", "name", "launched"])
            }
            _ => {
                let bodies: Vec<_> = self.office.data().bodies.iter().map(|body| body.id.to_string()).collect();
                let bodies = if bodies.is_empty() { String::new() } else { format!(": {}", bodies.join(", ")) };
                return format!("facts begin with standing, month, office, units or a body's id{bodies}");
            }
        };
        format!("facts of this kind are {}", known.join(", "))
    }
}

fn under(first: &str, rest: &[&str]) -> Vec<String> {
    rest.iter().map(|rest| format!("{first}.{rest}")).collect()
}
