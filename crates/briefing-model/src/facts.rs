//! Facts that texts may use: `{standing.pledged}`, `{compact.entities}`.

use briefing_derive::Record;
use serde::Serialize;

use crate::{Money, Name, PartialDate};

/// The value of a fact, before it is written in a language.
///
/// ```
/// use briefing_model::FactValue;
///
/// let fact = FactValue::Count(46);
/// assert_eq!(serde_json::to_string(&fact)?, r#"{"count":46}"#);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum FactValue {
    /// A number of things.
    Count(u64),
    /// An amount, printed as headline figures are.
    Headline(Money),
    /// An amount, printed to its last decimal.
    Exact(Money),
    /// A percentage, in whole per cent.
    Percent(u16),
    /// A name.
    Name(Name),
    /// A date, as precisely as it is known.
    Date(PartialDate),
}

/// A fact that texts may use: its name, and what it states.
///
/// ```
/// use briefing_model::FactKind;
///
/// let share = FactKind::ALL.iter().find(|fact| fact.name == "standing.share").ok_or("no such fact")?;
/// assert_eq!(share.example, "88 per cent");
/// # Ok::<(), &str>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FactKind {
    /// Its name, in which `UNIT` and `BODY` stand for an id.
    pub name: &'static str,
    /// What it states.
    pub about: &'static str,
    /// An example of how it may be printed in English.
    pub example: &'static str,
}

impl FactKind {
    /// All facts.
    pub const ALL: &[Self] = &[
        Self::new("standing.pledged", "What was pledged up to the end of the month.", "$402 million"),
        Self::new("standing.received", "What of it was received.", "$354 million"),
        Self::new("standing.outstanding", "What of it is still to come.", "$48 million"),
        Self::new("standing.partners", "The number of funding partners.", "47"),
        Self::new(
            "standing.share",
            "What was received, as a share of what was pledged: without what came beyond a pledge, and gains in exchange.",
            "88 per cent",
        ),
        Self::new("stated.pledged", "What was pledged, as a source stated last.", "$402 million"),
        Self::new("stated.pledged-on", "The time for which the source states that.", "31 March 2025"),
        Self::new("stated.received", "What was received, as a source stated last.", "$354 million"),
        Self::new("stated.received-on", "The time for which the source states that.", "31 March 2025"),
        Self::new("stated.partners", "The number of funding partners, as a source stated last.", "47"),
        Self::new("stated.partners-on", "The time for which the source states that.", "31 March 2025"),
        Self::new("documented.pledged", "What is on record of pledges, where there may be more.", "$111.6 million"),
        Self::new("documented.received", "What is on record of payments, where there may be more.", "$90 million"),
        Self::new("documented.partners", "The funding partners on record, where there may be more.", "12"),
        Self::new("month.pledged", "What the new pledges and gifts of the month come to.", "$142,615"),
        Self::new("month.pledges", "The number of new pledges and gifts of the month.", "2"),
        Self::new("office.name", "The name of the office.", "United Nations Office of Counter-Terrorism"),
        Self::new("office.acronym", "The acronym of the office.", "UNOCT"),
        Self::new("units.UNIT.name", "The name of a unit.", "United Nations Counter-Terrorism Centre"),
        Self::new("units.UNIT.acronym", "The acronym of a unit.", "UNCCT"),
        Self::new("units.UNIT.since", "When a unit began.", "September 2011"),
        Self::new("units.UNIT.board.members", "The number of Member States on the board of a unit.", "21"),
        Self::new("units.UNIT.founding.amount", "The contribution by which a unit was founded.", "$10 million"),
        Self::new("units.UNIT.founding.when", "When a unit was founded by a contribution.", "2011"),
        Self::new("BODY.entities", "The number of entities in a coordination body.", "46"),
        Self::new("BODY.working-groups", "The number of working groups of a coordination body.", "eight"),
        Self::new("BODY.name", "The name of a coordination body.", "Global Counter-Terrorism Coordination Compact"),
        Self::new("BODY.launched", "When a coordination body was launched.", "6 December 2018"),
    ];

    const fn new(name: &'static str, about: &'static str, example: &'static str) -> Self {
        Self { name, about, example }
    }

    /// The fact that has a name; `None` if there is no such fact.
    ///
    /// ```
    /// use briefing_model::FactKind;
    ///
    /// assert_eq!(FactKind::of("units.centre.name").map(|fact| fact.name), Some("units.UNIT.name"));
    /// assert_eq!(FactKind::of("compact.entities").map(|fact| fact.name), Some("BODY.entities"));
    /// assert_eq!(FactKind::of("standing.name"), None);
    /// ```
    #[must_use]
    pub fn of(name: &str) -> Option<&'static Self> {
        let stands_for = |known: &str, part: &str| match known {
            "UNIT" => true,
            "BODY" => !["standing", "stated", "documented", "month", "office", "units"].contains(&part),
            known => known == part,
        };
        let is_it = |fact: &&Self| {
            let (known, asked) = (fact.name.split('.'), name.split('.'));
            known.clone().count() == asked.clone().count()
                && known.zip(asked).all(|(known, part)| stands_for(known, part))
        };
        Self::ALL.iter().find(is_it)
    }
}
