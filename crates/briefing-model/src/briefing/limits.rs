//! Limits on the size of an issue: far more than any office has to say, and little enough for every program that reads
//! it to stay quick and small. They apply to whoever makes a briefing and to whoever reads one.

use super::{Briefing, ChartedProgramme, CorrectedMovement, OrganizationNode};

/// The greatest number of parts of an issue: items, paragraphs, rows, names in lists, boxes of a chart.
const MOST_PARTS: usize = 60_000;

/// The greatest length of all its texts and names together, in characters.
const MOST_TEXT: usize = 8_000_000;

/// The greatest length of the line at the foot of every page, in characters.
const LONGEST_DISCLAIMER: usize = 1_000;

/// The greatest depth of the units in a chart; those of an office are nested no deeper.
const DEEPEST: usize = 17;

/// A limit that an issue exceeds.
///
/// ```
/// use briefing_model::BriefingLimit;
///
/// let limit = BriefingLimit::TooMany { what: "pages", limit: 2_000 };
/// assert!(limit.to_string().starts_with("there are more than 2000 pages"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum BriefingLimit {
    /// More of something than can be printed.
    #[error("there are more than {limit} {what}: this is the most that a briefing holds")]
    TooMany {
        /// What there is too much of, in the plural.
        what: &'static str,
        /// The greatest number allowed.
        limit: usize,
    },
    /// The line at the foot of every page is too long.
    #[error(
        "there are more than {LONGEST_DISCLAIMER} characters in the line at the foot of every page: a briefing holds no more"
    )]
    LongDisclaimer,
    /// Units nested too deeply.
    #[error("units are nested more than {DEEPEST} deep: no office is that deep")]
    TooDeep,
}

impl Briefing {
    /// The greatest number of pages of an issue.
    ///
    /// ```
    /// assert_eq!(briefing_model::Briefing::MOST_PAGES, 2_000);
    /// ```
    pub const MOST_PAGES: usize = 2_000;

    /// Checks that it is no larger than a briefing may be. A briefing that was compiled or read never is.
    ///
    /// # Errors
    ///
    /// The first limit that it exceeds.
    ///
    /// ```
    /// let json = r##"{"office":{"id":"unoct","name":"Office"},"month":"2025-04","issued":"2025-04-30","cutoff":"2025-04-30",
    ///     "theme":{"accent":"#009EDB","ink":"#0B2545"},"sections":["mandate"]}"##;
    /// let mut briefing: briefing_model::Briefing = serde_json::from_str(json)?;
    /// assert!(briefing.check_limits().is_ok());
    /// briefing.about = vec!["A paragraph.".parse().unwrap(); 100_000];
    /// assert!(briefing.check_limits().is_err());
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub fn check_limits(&self) -> Result<(), BriefingLimit> {
        self.check_parts()?;
        self.check_text()
    }

    fn check_parts(&self) -> Result<(), BriefingLimit> {
        let mut parts = self.sections.len() + self.about.len() + self.items().count() + self.strategy.len();
        parts += self.capacity_building.len() + self.wordings.len() + self.facts.len() + self.corrections.len();
        parts += self.acronyms.len() + self.titles.sections.len();
        if let Some(chart) = &self.structure {
            parts += programmes(&chart.programmes) + chart.programme_offices.len() + chart.bodies.len();
            for unit in &chart.units {
                parts += nodes(unit, 1)?;
            }
        }
        parts += self.movements.totals.len();
        let late = self.movements.late.iter().map(|late| &late.line);
        let corrected = self.movements.corrected.iter().flat_map(CorrectedMovement::both).map(|one| &one.line);
        let lines = self.movements.lines.iter().chain(late).chain(corrected);
        parts += lines.map(|line| 1 + line.purposes.len()).sum::<usize>();
        parts += self.movements.restated.len();
        parts += self.items().map(|item| item.names().count()).sum::<usize>() + self.source_keys.len();
        if let Some(shown) = &self.contributions {
            parts += shown.new_partners.month.len() + shown.new_partners.year.len() + shown.history.len();
            parts += shown.pledged_since.len() + shown.received_since.len();
            parts += shown.contributors.len() + shown.allocations.len() + shown.unvalued.len();
            parts += shown.in_kind.iter().map(|gift| 1 + gift.purposes.len()).sum::<usize>();
        }
        at_most(parts, MOST_PARTS, "parts")
    }

    fn check_text(&self) -> Result<(), BriefingLimit> {
        let disclaimer = self.office.disclaimer.as_ref().map_or(0, |text| text.plain().chars().count());
        if disclaimer > LONGEST_DISCLAIMER {
            return Err(BriefingLimit::LongDisclaimer);
        }
        // As written, so that links count too.
        let mut length: usize = self.texts().map(|text| text.to_string().len()).sum();
        length += self.names().iter().flat_map(|name| name.iter()).map(|(_, name)| name.len()).sum::<usize>();
        let unprinted = self.items().flat_map(super::Item::names).flat_map(|(_, name)| name.iter());
        length += unprinted.map(|(_, name)| name.len()).sum::<usize>();
        length += self.pictures().map(|picture| picture.alt.as_str().len()).sum::<usize>();
        at_most(length, MOST_TEXT, "characters of text")
    }
}

/// The number of parts in a unit and everything under it.
fn nodes(unit: &OrganizationNode, depth: usize) -> Result<usize, BriefingLimit> {
    if depth > DEEPEST {
        return Err(BriefingLimit::TooDeep);
    }
    let guests = unit.board.as_ref().map_or(0, |board| board.guests.len());
    let below = unit.units.iter().map(|below| nodes(below, depth + 1)).sum::<Result<usize, _>>()?;
    Ok(1 + guests + programmes(&unit.programmes) + below)
}

fn programmes(charted: &[ChartedProgramme]) -> usize {
    charted.iter().map(|programme| 1 + programme.initiatives.len()).sum()
}

fn at_most(count: usize, limit: usize, what: &'static str) -> Result<(), BriefingLimit> {
    if count > limit { Err(BriefingLimit::TooMany { what, limit }) } else { Ok(()) }
}
