//! Months as arguments: one, a span, or none, which means the latest.

use std::path::Path;
use std::str::FromStr;

use briefing::model::Month;
use briefing::office::Files;

use super::meant;
use crate::folder;
use crate::status::Failure;

/// A month, or the existing months of a span.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Months {
    One(Month),
    Span { first: Option<Month>, last: Option<Month> },
}

impl FromStr for Months {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let month = meant::month;
        let Some((first, last)) = text.split_once("..") else { return month(text).map(Self::One) };
        let end = |text: &str| if text.is_empty() { Ok(None) } else { month(text).map(Some) };
        match (end(first)?, end(last)?) {
            (Some(first), Some(last)) if first > last => Err(format!("{first} comes after {last}")),
            (first, last) => Ok(Self::Span { first, last }),
        }
    }
}

impl Months {
    /// All months.
    pub(crate) const ALL: Self = Self::Span { first: None, last: None };

    /// The months of an office that were asked for, each once, in the order asked for; the latest if none was.
    ///
    /// A month that is named must exist; a span must hold at least one.
    pub(crate) fn settle(wanted: &[Self], office: &Path, files: &dyn Files) -> Result<Vec<Month>, Failure> {
        let there = folder::months(files);
        if there.is_empty() {
            folder::require_office(office, files)?;
        }
        if wanted.is_empty() {
            let latest = there.last().ok_or_else(|| no_month(office))?;
            return Ok(vec![*latest]);
        }
        let mut months = Vec::new();
        for wanted in wanted {
            let of_this = match wanted {
                Self::One(month) => vec![*month],
                Self::Span { first, last } => {
                    let is_in = |month: &Month| {
                        first.is_none_or(|first| first <= *month) && last.is_none_or(|last| *month <= last)
                    };
                    let within: Vec<Month> = there.iter().copied().filter(is_in).collect();
                    if within.is_empty() {
                        return Err(nothing_within(office, *first, *last, &there));
                    }
                    within
                }
            };
            for month in of_this {
                if !months.contains(&month) {
                    months.push(month);
                }
            }
        }
        folder::require_months(office, files, &months)?;
        Ok(months)
    }
}

fn no_month(office: &Path) -> Failure {
    Failure::Call(format!(
        "`{}` has no month: a month is a folder such as `2025-04` with a `briefing.toml`; `briefing new month {}` makes one",
        office.display(),
        folder::typed(office)
    ))
}

fn nothing_within(office: &Path, first: Option<Month>, last: Option<Month>, there: &[Month]) -> Failure {
    if there.is_empty() {
        return no_month(office);
    }
    let end = |month: Option<Month>| month.map(|month| month.to_string()).unwrap_or_default();
    let office = office.display();
    Failure::Call(format!("`{office}` has no month in {}..{}: it has {}", end(first), end(last), folder::list(there)))
}
