//! The month at a glance: its items along its days, before the items themselves.

use briefing_model::{Day, Item, Month, PartialDate, SectionKind, Sitting, When, WhenShape};

use super::ComposeError;
use super::draft::DocumentDraft;
use crate::inline::{line, plain};
use crate::{
    Block, Calendar, CalendarEntry, CalendarGroup, CalendarMark, Inline, Inlines, KeyFigures, Section, SectionRole,
    Words, dates,
};

/// So many letters say what an item without a title is about: a line beside the days of the month.
const EXCERPT: usize = 50;

impl DocumentDraft<'_> {
    pub(super) fn glance(&mut self) -> Result<Section, ComposeError> {
        let mut groups = Vec::new();
        for kind in &self.briefing.sections {
            let items: Vec<&Item> = match kind {
                SectionKind::Leadership => self.briefing.leadership.iter().collect(),
                SectionKind::Highlights => self.briefing.highlights.iter().collect(),
                SectionKind::CapacityBuilding => {
                    self.briefing.capacity_building.iter().flat_map(|unit| &unit.items).collect()
                }
                SectionKind::Glance
                | SectionKind::About
                | SectionKind::Mandate
                | SectionKind::Structure
                | SectionKind::RecentPledges
                | SectionKind::Contributors
                | SectionKind::Strategy => continue,
            };
            let entries = items.into_iter().map(|item| self.calendar_entry(item)).collect::<Result<Vec<_>, _>>()?;
            groups.push(CalendarGroup { title: self.heading(*kind), entries });
        }
        groups.retain(|group| !group.entries.is_empty());
        let month = self.briefing.month;
        let mut blocks = Vec::new();
        let figures =
            self.briefing.contributions.as_ref().and_then(|contributions| self.changed_figures(contributions));
        // The share has its place beside the contributions.
        blocks.extend(figures.map(|figures| Block::KeyFigures(KeyFigures { share: None, ..figures })));
        let days = month.last_day().number();
        blocks.push(Block::Calendar(Calendar { first: month.first_day(), days, groups }));
        Ok(self.section(SectionKind::Glance, SectionRole::Exhibit, blocks))
    }

    fn calendar_entry(&mut self, item: &Item) -> Result<CalendarEntry, ComposeError> {
        let text = match &item.title {
            Some(title) => self.name(title),
            None => self.beginning(item)?,
        };
        Ok(CalendarEntry {
            item: item.id.to_string(),
            date: dates::compact(&item.when, self.briefing.month.year(), self.language),
            text,
            marks: marks(&item.when, self.briefing.month),
        })
    }

    /// How the text of an item begins. The whole text comes later, and explains its acronyms there.
    fn beginning(&mut self, item: &Item) -> Result<Inlines, ComposeError> {
        let acronyms = self.acronyms.clone();
        let whole = self.text(&item.text, || format!("the text of `{}`", item.id));
        self.acronyms = acronyms;
        let whole = whole?;
        let words = Words::written(beginning_of(&plain(&whole)), item.text.origin());
        Ok(match whole.as_slice() {
            [Inline::Foreign { language, .. }] => {
                vec![Inline::Foreign { language: language.clone(), content: line![words] }]
            }
            _ => line![words],
        })
    }
}

/// The first words, as many as a line has room for.
fn beginning_of(text: &str) -> String {
    let text = text.trim();
    let Some((end, _)) = text.char_indices().nth(EXCERPT) else { return text.to_owned() };
    let first = text.get(..end).unwrap_or(text);
    let whole = text.get(end..).is_some_and(|rest| rest.starts_with(char::is_whitespace));
    // A script without spaces may be cut anywhere.
    let cut = || first.rfind(char::is_whitespace).and_then(|space| first.get(..space)).unwrap_or(first);
    let words = if whole { first } else { cut() };
    let words =
        words.trim_end_matches(|character: char| character.is_whitespace() || ",;:，、；：،؛".contains(character));
    format!("{words}…")
}

/// The days of a month on which something was, or may have been.
fn marks(when: &When, month: Month) -> Vec<CalendarMark> {
    let day = |date: &PartialDate| matches!(date, PartialDate::Day(_));
    let spans: Vec<(Day, Day, bool)> = match when.shape() {
        WhenShape::At(date) => vec![(date.first_day(), date.last_day(), day(date))],
        WhenShape::Span(first, last) => vec![(first.first_day(), last.last_day(), day(first) && day(last))],
        WhenShape::Within(first, last) => vec![(first.first_day(), last.last_day(), false)],
        WhenShape::Sessions(sittings) => sittings
            .iter()
            .map(|sitting| (sitting.first_day(), sitting.last_day(), matches!(sitting, Sitting::Days(_))))
            .collect(),
        WhenShape::Since(date) => vec![(date.first_day(), month.last_day(), false)],
        WhenShape::Until(date) => vec![(month.first_day(), date.last_day(), false)],
    };
    let within = spans.into_iter().filter_map(|(first, last, certain)| {
        let (first, last) = (first.max(month.first_day()), last.min(month.last_day()));
        (first <= last).then(|| CalendarMark { first: first.number(), last: last.number(), certain })
    });
    within.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_text_begins_with_whole_words() {
        assert_eq!(beginning_of("Short."), "Short.");
        let long = "The heads of counter-terrorism and security agencies from across Africa met in Sal, Cabo Verde.";
        assert_eq!(beginning_of(long), "The heads of counter-terrorism and security…");
        assert_eq!(beginning_of(&"反恐".repeat(40)).chars().count(), EXCERPT + 1);
    }

    #[test]
    fn what_may_have_been_some_day_is_not_marked_as_known() -> Result<(), Box<dyn std::error::Error>> {
        let month = "2025-04".parse()?;
        let of = |when: &str| {
            let when: When = when.parse().expect("a date");
            marks(&when, month).into_iter().map(|mark| (mark.first, mark.last, mark.certain)).collect::<Vec<_>>()
        };
        assert_eq!(of("2025-04-28"), [(28, 28, true)]);
        assert_eq!(of("2025-04-14/2025-05-09"), [(14, 30, true)]);
        assert_eq!(of("2025-04"), [(1, 30, false)]);
        assert_eq!(of("2025-03-01"), []);
        Ok(())
    }
}
