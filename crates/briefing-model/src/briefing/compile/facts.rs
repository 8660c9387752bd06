//! The values of the facts that texts use.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::Sources;
use super::money::{MonthMoney, whole_per_cent};
use crate::{
    Code, CoordinationBody, FactName, FactValue, Fault, Ids, Money, MonthPlan, Office, PartialDate, Path, RichText,
    Standing, Unit,
};

/// What a name stands for.
enum Answer {
    Value(FactValue),
    /// There is such a fact, but nothing to say: why not.
    Nothing(&'static str),
    /// Not known, because of a fault elsewhere.
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
    sources: &Sources<'_>,
    money: &MonthMoney,
    faults: &mut Vec<Fault>,
) -> BTreeMap<FactName, FactValue> {
    let mut facts = BTreeMap::new();
    let source = Source { of: sources, money };
    let month = sources.plan.month;
    for (path, text) in texts(sources.office, sources.plan) {
        for (name, offset) in text.facts() {
            let (message, hint) = match source.answer(name) {
                Answer::Value(value) => {
                    facts.insert(name.clone(), value);
                    continue;
                }
                Answer::Untold => continue,
                Answer::Nothing(why) => (format!("the fact `{name}` has no value in {month}: {why}"), None),
                Answer::Unknown => (format!("there is no fact `{name}`"), Some(source.known(name))),
            };
            let path = path.clone().within(offset..offset + 1);
            faults.push(Fault { hint, ..Fault::new(Code::UnknownFact, path, message) });
        }
    }
    facts
}

/// Every text of the office and the month, with its place.
fn texts<'a>(office: &'a Office, plan: &'a MonthPlan) -> Vec<(Path, &'a RichText)> {
    let data = office.data();
    let mut texts: Vec<(Path, &RichText)> = Vec::new();
    let head = Path::office().key("office");
    let about = head.key("about");
    texts.extend(data.about.iter().enumerate().map(|(index, text)| (about.item(index, None::<&str>), text)));
    let intro = data.mandate.iter().filter_map(|mandate| mandate.intro.as_ref());
    texts.extend(intro.map(|text| (Path::office().key("mandate").key("intro"), text)));
    texts.extend(data.disclaimer.iter().map(|text| (head.key("disclaimer"), text)));
    for (path, event) in super::check::items(plan) {
        texts.push((path.key("text"), &event.text));
        let caption = event.picture.iter().filter_map(|picture| picture.caption.as_ref());
        texts.extend(caption.map(|caption| (path.key("picture").key("caption"), caption)));
    }
    texts
}

/// Where facts come from.
struct Source<'a> {
    of: &'a Sources<'a>,
    money: &'a MonthMoney,
}

impl Source<'_> {
    fn day(&self) -> NaiveDate {
        self.of.plan.month.last_day()
    }

    fn answer(&self, name: &FactName) -> Answer {
        let segments: Vec<&str> = name.segments().collect();
        match segments.as_slice() {
            ["standing", figure] => self.standing(figure),
            ["month", figure] => self.month(figure),
            ["office", "name"] => Answer::Value(FactValue::Name(self.of.office.data().name.clone())),
            ["office", "acronym"] => {
                let acronym = self.of.office.data().acronym.clone();
                let answer = Answer::or(acronym.map(FactValue::Name), "the office has no acronym");
                self.unless_unread(answer, &Path::office().key("office").key("acronym"))
            }
            ["units", id, rest @ ..] => {
                let mut units = self.of.office.data().units.iter().enumerate();
                let Some((index, unit)) = units.find(|(_, unit)| unit.id.as_str() == *id) else {
                    return unless_any(&self.of.directory.units);
                };
                let path = Path::office().key("unit").item(index, Some(id));
                let path = rest.first().map(|&first| path.key(first.to_owned()));
                let answer = self.unit(unit, rest);
                path.map_or(Answer::Unknown, |path| self.unless_unread(answer, &path))
            }
            [id, figure] => {
                let mut bodies = self.of.office.data().bodies.iter().enumerate();
                let Some((index, body)) = bodies.find(|(_, body)| body.id.as_str() == *id) else {
                    return unless_any(&self.of.directory.bodies);
                };
                let path = Path::office().key("body").item(index, Some(id)).key((*figure).to_owned());
                self.unless_unread(self.body(body, figure), &path)
            }
            _ => Answer::Unknown,
        }
    }

    /// Nothing is missing where something could not be read.
    fn unless_unread(&self, answer: Answer, path: &Path) -> Answer {
        match answer {
            Answer::Nothing(_) if self.of.office_gaps.touch(path) => Answer::Untold,
            answer => answer,
        }
    }

    fn standing(&self, figure: &str) -> Answer {
        let headline = |figure: fn(&Standing) -> Money| match &self.money.standing {
            Some(standing) => Answer::Value(FactValue::Headline(figure(standing))),
            None => Answer::Untold,
        };
        match figure {
            "pledged" => headline(|standing| standing.pledged),
            "received" => headline(|standing| standing.received),
            "outstanding" => headline(|standing| standing.outstanding),
            "partners" => {
                self.money.standing.as_ref().map_or(Answer::Untold, |standing| Answer::count(standing.partners))
            }
            "share" => self.money.standing.as_ref().map_or(Answer::Untold, |standing| {
                Answer::or(whole_per_cent(standing).map(FactValue::Percent), "nothing is pledged that it is a share of")
            }),
            _ => Answer::Unknown,
        }
    }

    fn month(&self, figure: &str) -> Answer {
        let recent = &self.money.recent;
        match (figure, recent.totals.as_slice()) {
            ("pledges" | "pledged", _) if !self.money.known => Answer::Untold,
            ("pledges", _) => Answer::count(recent.lines.len() as u64),
            ("pledged", []) if recent.lines.is_empty() => {
                Answer::Value(FactValue::Exact(Money::zero(self.of.office.data().ledger.currency)))
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
            ["since"] => date(unit.began(), "the unit's beginning is not known"),
            ["board", "members"] => match (unit.board_on(self.day()), &unit.board) {
                (Some(board), _) => Answer::count(board.members),
                (None, Some(_)) => Answer::Nothing("the unit had no board yet"),
                (None, None) => Answer::Nothing("the unit has no board"),
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

    fn body(&self, body: &CoordinationBody, figure: &str) -> Answer {
        match figure {
            "entities" => match body.entities_on(self.day()) {
                Some(count) => Answer::count(count),
                None => Answer::Nothing("no count of its entities had begun by then"),
            },
            "working-groups" => match &body.working_groups {
                Some(groups) if groups.exist_on(self.day()) => Answer::count(groups.count),
                Some(_) => Answer::Nothing("its working groups were not there yet"),
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
            [id, ..] if id.parse().is_ok_and(|id| self.of.office.body(&id).is_some()) => {
                under(id, &["entities", "working-groups", "name", "launched"])
            }
            _ => {
                let bodies: Vec<_> = self.of.office.data().bodies.iter().map(|body| body.id.to_string()).collect();
                let bodies = if bodies.is_empty() { String::new() } else { format!(": {}", bodies.join(", ")) };
                return format!("facts begin with standing, month, office, units or a body's id{bodies}");
            }
        };
        format!("facts of this kind are {}", known.join(", "))
    }
}

/// No id is unknown where not all are known.
fn unless_any(ids: &Ids) -> Answer {
    if ids.has_any() { Answer::Untold } else { Answer::Unknown }
}

fn under(first: &str, rest: &[&str]) -> Vec<String> {
    rest.iter().map(|rest| format!("{first}.{rest}")).collect()
}
