//! The values of the facts that texts use.

use std::collections::BTreeMap;

use super::BriefingSources;
use super::money::{MonthMoney, whole_per_cent};
use crate::unit::maybe_by;
use crate::{
    Code, CoordinationBody, Coverage, Day, FactKind, FactName, FactValue, Fault, FieldPath, Ids, Knowledge, Money,
    MonthPlan, MovementKind, MovementSum, Office, PartialDate, Reach, RichText, StandingText, Unit,
};

/// The answer to a name.
enum FactAnswer {
    Value(FactValue),
    /// There is such a fact, but no value: the reason.
    Nothing(&'static str),
    /// Not known because of a fault elsewhere.
    Untold,
    /// A figure that is not known: what is known instead, and what to write.
    NotKnown(String, String),
    /// There is no such fact.
    Unknown,
}

impl FactAnswer {
    fn or(value: Option<FactValue>, why_not: &'static str) -> Self {
        value.map_or(Self::Nothing(why_not), Self::Value)
    }

    fn count(count: impl Into<u64>) -> Self {
        Self::Value(FactValue::Count(count.into()))
    }
}

/// The values of the facts that the texts use; each that is missing is reported at its place.
pub(super) fn facts(
    sources: &BriefingSources<'_>,
    money: &MonthMoney,
    faults: &mut Vec<Fault>,
) -> BTreeMap<FactName, FactValue> {
    let mut facts = BTreeMap::new();
    let source = FactSource { of: sources, money };
    let month = sources.plan.month;
    for (path, text) in texts(sources.office, sources.plan) {
        for (name, offset) in text.facts() {
            let (code, message, hint) = match source.answer(name) {
                FactAnswer::Value(value) => {
                    facts.insert(name.clone(), value);
                    continue;
                }
                FactAnswer::Untold => continue,
                FactAnswer::Nothing(why) => {
                    (Code::UnknownFact, format!("the fact `{name}` has no value in {month}: {why}"), None)
                }
                FactAnswer::NotKnown(what, remedy) => {
                    let message = format!("the fact `{name}` is not known for {}: {what}", month.last_day());
                    (Code::UnknownFigure, message, Some(remedy))
                }
                FactAnswer::Unknown => {
                    (Code::UnknownFact, format!("there is no fact `{name}`"), Some(source.known(name)))
                }
            };
            let path = path.clone().within(offset..offset + 1);
            faults.push(Fault { hint, ..Fault::new(code, path, message) });
        }
    }
    facts
}

/// Every text of the office and the month, each with its place.
fn texts<'a>(office: &'a Office, plan: &'a MonthPlan) -> Vec<(FieldPath, &'a RichText)> {
    let data = office.data();
    let mut texts: Vec<(FieldPath, &RichText)> = Vec::new();
    let head = FieldPath::office().key("office");
    let day = plan.month.last_day();
    texts.extend(standing(&head.key("about"), &data.about, true, day));
    let intro = data
        .mandate
        .iter()
        .flat_map(|mandate| standing(&FieldPath::office().key("mandate").key("intro"), &mandate.intro, false, day));
    texts.extend(intro);
    texts.extend(standing(&head.key("disclaimer"), &data.disclaimer, false, day));
    let corrections = FieldPath::month(plan.month).key("correction");
    for (index, correction) in plan.corrections.iter().enumerate() {
        texts.push((corrections.item(index, None::<&str>).key("what"), &correction.what));
    }
    for (path, event) in super::check::items(plan) {
        texts.push((path.key("text"), &event.text));
        let caption = event.picture.iter().filter_map(|picture| picture.caption.as_ref());
        texts.extend(caption.map(|caption| (path.key("picture").key("caption"), caption)));
    }
    texts
}

/// The texts of the office that an issue prints, each with its place: one of several is in a list, one with dates in a
/// table.
fn standing<'a>(path: &FieldPath, texts: &'a [StandingText], listed: bool, day: Day) -> Vec<(FieldPath, &'a RichText)> {
    let listed = listed || texts.len() > 1;
    let holding = texts.iter().enumerate().filter(|(_, text)| text.holds_on(day));
    let place = |(index, standing): (usize, &'a StandingText)| {
        let path = if listed { path.item(index, None::<&str>) } else { path.clone() };
        (if standing.is_dated() { path.key("text") } else { path }, &standing.text)
    };
    holding.map(place).collect()
}

/// The sources of facts.
struct FactSource<'a> {
    of: &'a BriefingSources<'a>,
    money: &'a MonthMoney,
}

impl FactSource<'_> {
    fn day(&self) -> Day {
        self.of.plan.month.last_day()
    }

    fn answer(&self, name: &FactName) -> FactAnswer {
        let segments: Vec<&str> = name.segments().collect();
        match segments.as_slice() {
            ["standing", figure] => self.standing(figure),
            [kind @ ("stated" | "documented"), figure] => self.beside(kind, figure),
            ["month", figure] => self.month(figure),
            ["office", "name"] => FactAnswer::Value(FactValue::Name(self.of.office.data().name.clone())),
            ["office", "acronym"] => {
                let acronym = self.of.office.data().acronym.clone();
                let answer = FactAnswer::or(acronym.map(FactValue::Name), "the office has no acronym");
                self.unless_unread(answer, &FieldPath::office().key("office").key("acronym"))
            }
            ["units", id, rest @ ..] => {
                let mut units = self.of.office.data().units.iter().enumerate();
                let Some((index, unit)) = units.find(|(_, unit)| unit.id.as_str() == *id) else {
                    return unless_any(&self.of.directory.units);
                };
                let path = FieldPath::office().key("unit").item(index, Some(id));
                let path = rest.first().map(|&first| path.key(first.to_owned()));
                let answer = self.unit(unit, rest);
                path.map_or(FactAnswer::Unknown, |path| self.unless_unread(answer, &path))
            }
            [id, figure] => {
                let mut bodies = self.of.office.data().bodies.iter().enumerate();
                let Some((index, body)) = bodies.find(|(_, body)| body.id.as_str() == *id) else {
                    return unless_any(&self.of.directory.bodies);
                };
                let path = FieldPath::office().key("body").item(index, Some(id)).key((*figure).to_owned());
                self.unless_unread(self.body(body, figure), &path)
            }
            _ => FactAnswer::Unknown,
        }
    }

    /// Nothing counts as missing if something could not be read.
    fn unless_unread(&self, answer: FactAnswer, path: &FieldPath) -> FactAnswer {
        match answer {
            FactAnswer::Nothing(_) if self.of.office_gaps.touch(path) => FactAnswer::Untold,
            answer => answer,
        }
    }

    fn standing(&self, figure: &str) -> FactAnswer {
        let Some(standing) = &self.money.standing else {
            return untold(&format!("standing.{figure}"));
        };
        let headline = |known: &Knowledge<Money>| self.whole(figure, known, FactValue::Headline);
        match figure {
            "pledged" => headline(&standing.pledged),
            "received" => headline(&standing.received),
            "outstanding" => headline(&standing.outstanding),
            "partners" => self.whole(figure, &standing.partners, |count| FactValue::Count(count.into())),
            "share" => match (standing.pledged.holds_on(self.day()), standing.received.holds_on(self.day())) {
                (None, _) => self.whole("pledged", &standing.pledged, FactValue::Headline),
                (_, None) => self.whole("received", &standing.received, FactValue::Headline),
                (Some(_), Some(_)) if standing.leaves_out() && standing.share().is_none() => FactAnswer::NotKnown(
                    format!("money whose worth in {} is not known is left out", standing.currency),
                    "write what it is worth, as its `value` or a `rate`, or leave the figure out".to_owned(),
                ),
                (Some(pledged), Some(_)) => FactAnswer::or(
                    whole_per_cent(standing).map(FactValue::Percent),
                    match standing.share() {
                        Some(_) => {
                            "it is less than half of one per cent, which is no whole number: write `less than 1 per cent`"
                        }
                        None if pledged.minor() > 0 => {
                            "what sources state is rounded, and the share may be one number or another: write what was \
                             pledged and received"
                        }
                        None => "nothing is pledged that it is a share of",
                    },
                ),
            },
            _ => FactAnswer::Unknown,
        }
    }

    /// How far the office's ledger covers a figure, as the office says.
    fn reach(&self, figure: &str) -> Reach {
        let Coverage { pledges, receipts, partners } = self.of.office.ledger_settings().coverage;
        match figure {
            "received" => receipts,
            "partners" => partners,
            _ => pledges,
        }
    }

    /// A figure that holds for the last day of the month.
    fn whole<T: Copy + std::fmt::Display>(
        &self,
        figure: &str,
        known: &Knowledge<T>,
        value: impl Fn(T) -> FactValue,
    ) -> FactAnswer {
        if let Some(whole) = known.holds_on(self.day()) {
            return FactAnswer::Value(value(*whole));
        }
        let cover = match self.reach(figure) {
            Reach::Unsaid => {
                "say in `[ledger] coverage` how far the ledger reaches, or leave the figure out".to_owned()
            }
            Reach::Complete { .. } | Reach::Documented => "leave the figure out".to_owned(),
        };
        match known {
            Knowledge::Stated { value, on, .. } => FactAnswer::NotKnown(
                format!("the last that a source states is {value} for {on}"),
                format!("write `{{stated.{figure}}}` with its day, `{{stated.{figure}-on}}`"),
            ),
            // A share of what is on record is not a share of the whole.
            Knowledge::Documented(_) if figure == "share" => FactAnswer::NotKnown(
                "there may be more than is documented".to_owned(),
                "leave the figure out".to_owned(),
            ),
            Knowledge::Documented(value) => FactAnswer::NotKnown(
                format!("no more than {value} is documented"),
                format!("write `{{documented.{figure}}}`, and say that it is what is documented"),
            ),
            Knowledge::Known(_) | Knowledge::Unknown => {
                FactAnswer::NotKnown("nothing of it is on record".to_owned(), cover)
            }
        }
    }

    /// The last stated figure or its day, or what is documented.
    fn beside(&self, kind: &str, figure: &str) -> FactAnswer {
        let (name, day) = figure.strip_suffix("-on").map_or((figure, false), |name| (name, kind == "stated"));
        let Some(standing) = &self.money.standing else {
            return untold(&format!("{kind}.{figure}"));
        };
        let partners = standing.partners.clone().map(|count| FactValue::Count(count.into()));
        let figure = match name {
            "pledged" => standing.pledged.clone().map(FactValue::Headline),
            "received" => standing.received.clone().map(FactValue::Headline),
            "partners" => partners,
            _ => return FactAnswer::Unknown,
        };
        let stated = "no source states it, or all of it is on record";
        match (kind, day, figure) {
            ("stated", true, figure) => FactAnswer::or(figure.stated_for().map(FactValue::Date), stated),
            ("stated", false, Knowledge::Stated { value, .. }) => FactAnswer::Value(value),
            ("stated", false, _) => FactAnswer::Nothing(stated),
            (_, true, _) => FactAnswer::Unknown,
            (_, false, figure) => FactAnswer::or(figure.on_record().cloned(), "nothing of it is on record"),
        }
    }

    fn month(&self, figure: &str) -> FactAnswer {
        let movements = &self.money.movements;
        let made = |line: &&crate::MovementLine| matches!(line.kind, MovementKind::Pledge | MovementKind::Gift);
        let (Some(known), Ok(new)) = (&self.money.pledged, movements.newly_promised()) else {
            return FactAnswer::Untold;
        };
        let unlike = new.len() > 1 || new.iter().any(|total| total.sum != MovementSum::Pledged);
        let reach = self.reach("pledged");
        let stated_above = super::money::stated_above_record(self.of, &new);
        // If the month's lines come to the total that the office itself states, they are all there was.
        let whole =
            matches!(known, Knowledge::Known(_)) || self.of.plan.stated_total.is_some() && stated_above.is_none();
        let made = movements.lines.iter().filter(made).count();
        let remedy = match reach {
            Reach::Unsaid => {
                "state the month's total, say in `[ledger] coverage` how far the ledger reaches, or leave it out"
            }
            Reach::Complete { .. } | Reach::Documented => "state the month's total, or leave the figure out",
        };
        match figure {
            "pledged" | "pledges" if !whole => {
                let documented = match (figure, made, known) {
                    ("pledges", 0, _) | ("pledged", _, Knowledge::Unknown) => None,
                    ("pledges", made, _) => Some(format!("{made} documented")),
                    (_, _, known) => Some(known.to_string()),
                };
                match (documented, stated_above) {
                    (documented, Some(stated)) => {
                        let documented = documented.unwrap_or_else(|| "nothing of it is on record".to_owned());
                        let what = format!("{documented}, and the month states {stated} in all");
                        let remedy = "enter the pledges that are missing, or leave the figure out";
                        FactAnswer::NotKnown(what, remedy.to_owned())
                    }
                    (Some(documented), None) => {
                        FactAnswer::NotKnown(format!("{documented}, and there may be more"), remedy.to_owned())
                    }
                    (None, None) => FactAnswer::NotKnown("nothing of it is on record".to_owned(), remedy.to_owned()),
                }
            }
            "pledges" => FactAnswer::count(made as u64),
            "pledged" if unlike => FactAnswer::Nothing(
                "what was pledged is not of one kind: amounts in several currencies, by the year, or allotted by a fund",
            ),
            "pledged" => match (new.first(), known) {
                // What is listed in another currency is exact in that currency.
                (Some(total), _) => FactAnswer::Value(FactValue::Exact(total.amount)),
                (None, known) => self.whole(figure, known, FactValue::Exact),
            },
            _ => FactAnswer::Unknown,
        }
    }

    fn unit(&self, unit: &Unit, fact: &[&str]) -> FactAnswer {
        let founding = unit.founding.as_ref();
        let there = maybe_by(unit.shown_from(), self.day());
        match fact {
            ["name" | "acronym"] if !there => FactAnswer::Nothing("the unit was not there yet"),
            ["board", "members"] if !there => FactAnswer::Nothing("the unit was not there yet"),
            ["name"] => FactAnswer::Value(FactValue::Name(unit.name_on(self.day()).clone())),
            ["acronym"] => {
                let acronym = unit.acronym_on(self.day()).cloned();
                FactAnswer::or(acronym.map(FactValue::Name), "the unit has no acronym")
            }
            ["since"] => self.past(unit.began(), "the unit's beginning is not known"),
            ["board", "members"] => match (unit.board_on(self.day()), &unit.board) {
                (Some(board), _) => FactAnswer::count(board.members),
                (None, Some(_)) => FactAnswer::Nothing("the unit is not known to have had its board by then"),
                (None, None) => FactAnswer::Nothing("the unit has no board"),
            },
            ["founding", "amount"] => {
                let given = founding.filter(|founding| founding.when.first_day() <= self.day());
                let amount = given.and_then(|founding| founding.amount);
                FactAnswer::or(amount.map(FactValue::Headline), "the founding contribution's amount is not known")
            }
            ["founding", "when"] => {
                self.past(founding.map(|founding| founding.when), "the unit has no founding contribution")
            }
            _ => FactAnswer::Unknown,
        }
    }

    /// A date that had come by the end of the month: a later one was not yet a fact.
    fn past(&self, date: Option<PartialDate>, why_not: &'static str) -> FactAnswer {
        match date {
            Some(date) if date.first_day() > self.day() => FactAnswer::Nothing("its date had not come by then"),
            date => FactAnswer::or(date.map(FactValue::Date), why_not),
        }
    }

    fn body(&self, body: &CoordinationBody, figure: &str) -> FactAnswer {
        match figure {
            "name" | "entities" | "working-groups" if !maybe_by(body.shown_from(), self.day()) => {
                FactAnswer::Nothing("the body was not there yet")
            }
            "entities" => match body.entities_on(self.day()) {
                Some(count) => FactAnswer::count(count),
                None => FactAnswer::Nothing("no count of its entities is known to have held by then"),
            },
            "working-groups" => match &body.working_groups {
                Some(groups) if groups.exist_on(self.day()) => FactAnswer::count(groups.count),
                Some(_) => FactAnswer::Nothing("its working groups are not known to have been there by then"),
                None => FactAnswer::Nothing("its working groups are not known"),
            },
            "name" => FactAnswer::Value(FactValue::Name(body.name.clone())),
            "launched" => self.past(body.launched, "the day of its launch is not known"),
            _ => FactAnswer::Unknown,
        }
    }

    /// The existing facts, for a writer who used one that does not exist.
    fn known(&self, name: &FactName) -> String {
        let segments: Vec<&str> = name.segments().collect();
        let of = |first: &str, in_table: &str, told: &str| -> Vec<String> {
            let inner = |fact: &FactKind| Some(fact.name.strip_prefix(in_table)?.strip_prefix('.')?.to_owned());
            FactKind::ALL
                .iter()
                .filter_map(inner)
                .map(|rest| format!("{first}.{}", rest.replacen("UNIT", told, 1)))
                .collect()
        };
        let known: Vec<String> = match segments.as_slice() {
            [kind @ ("standing" | "stated" | "documented" | "month" | "office" | "units"), ..] => of(kind, kind, "ID"),
            [id, ..] if id.parse().is_ok_and(|id| self.of.office.body(&id).is_some()) => of(id, "BODY", "ID"),
            _ => {
                let bodies: Vec<_> = self.of.office.data().bodies.iter().map(|body| body.id.to_string()).collect();
                let bodies = if bodies.is_empty() { String::new() } else { format!(": {}", bodies.join(", ")) };
                return format!(
                    "facts begin with standing, stated, documented, month, office, units or a body's id{bodies}; `briefing explain facts` lists them"
                );
            }
        };
        format!("facts of this kind are {}", known.join(", "))
    }
}

/// The answer if the ledger has an error: no figure is known then, but a name that no fact has can still be reported.
fn untold(name: &str) -> FactAnswer {
    if FactKind::of(name).is_some() { FactAnswer::Untold } else { FactAnswer::Unknown }
}

/// No id is unknown unless all ids are known.
fn unless_any(ids: &Ids) -> FactAnswer {
    if ids.has_any() { FactAnswer::Untold } else { FactAnswer::Unknown }
}
