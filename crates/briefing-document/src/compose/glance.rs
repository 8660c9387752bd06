//! The month at a glance: its items along its days, before the items themselves.

use briefing_model::{Day, Item, Month, PartialDate, SectionKind, Sitting, When, WhenShape};

use super::ComposeError;
use super::draft::DocumentDraft;
use crate::inline::{line, plain};
use crate::numbers::{NARROW, NO_BREAK};
use crate::{
    Block, Calendar, CalendarEntry, CalendarGroup, CalendarMark, Inline, Inlines, KeyFigures, Section, SectionRole,
    Words, dates,
};

/// How many characters of its text stand for an item without a title: they fill a line beside the days of the month.
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
        // The share is shown with the contributions.
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

    /// The beginning of an item's text. Acronyms are left to be explained in the whole text, which comes later.
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

/// The first words of a text, as many as fit on a line. The cut comes before a number, never within one or between it and its unit: part of
/// a figure is a different figure.
fn beginning_of(text: &str) -> String {
    let text = text.trim();
    let Some((end, _)) = text.char_indices().nth(EXCERPT) else { return text.to_owned() };
    let places = text.char_indices().map(|(at, _)| at).take_while(|at| *at <= end);
    let words = places.filter(|at| may_end(text, *at)).last().and_then(|at| text.get(..at));
    let words = words.unwrap_or_else(|| text.get(..end).unwrap_or(text));
    // An unclosed parenthesis is dropped, unless hardly anything would remain.
    let opened = words.rfind(['(', '（', '[', '〔']);
    let aside = opened.filter(|at| !words.get(*at..).is_some_and(|aside| aside.contains([')', '）', ']', '〕'])));
    let before = aside.and_then(|at| words.get(..at)).filter(|before| before.chars().count() * 2 > EXCERPT);
    let words = before.unwrap_or(words).trim_end_matches(|c: char| c.is_whitespace() || HANGING.contains(c));
    format!("{words}…")
}

/// The characters that a shortened text never ends with.
const HANGING: &str = ",;:，、；：،؛(（[〔«“‘「《–—-";

/// Whether a shortened text may end at a place: between words, and not after a number that may go on or is missing its unit.
fn may_end(text: &str, at: usize) -> bool {
    let (before, after) = text.split_at_checked(at).unwrap_or_default();
    let next = after.chars().next().unwrap_or(' ');
    let parts = |c: char| c.is_whitespace() && !matches!(c, NO_BREAK | NARROW);
    // A script without spaces may be cut between any two of its characters, and between one of them and a word in another script.
    let without_spaces = |c: char| c >= '\u{2E80}';
    let last = before.chars().next_back().unwrap_or(' ');
    let is_boundary = parts(next) || !next.is_whitespace() && (without_spaces(last) || without_spaces(next));
    let is_numeral = |c: char| c.is_numeric() || matches!(c, '十' | '百' | '千' | '万' | '亿');
    // The longest measure word has this many characters.
    let mut unit =
        before.chars().rev().take_while(|c| without_spaces(*c) && c.is_alphabetic()).take(5).collect::<Vec<_>>();
    let counts = before.chars().rev().nth(unit.len()).is_some_and(|c| c.is_numeric() || matches!(c, '%' | '℃'));
    unit.retain(|c| !is_numeral(*c));
    let wants_unit = counts && unit.len() < 4 && next.is_alphabetic();
    is_boundary && !before.trim_end().ends_with(is_numeral) && !wants_unit
}

/// The days of a month on which something took place or may have taken place.
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
    use briefing_model::Language;

    use super::*;

    #[test]
    fn a_long_text_begins_with_whole_words() {
        assert_eq!(beginning_of("Short."), "Short.");
        let long = "The heads of counter-terrorism and security agencies from across Africa met in Sal, Cabo Verde.";
        assert_eq!(beginning_of(long), "The heads of counter-terrorism and security…");
        assert_eq!(beginning_of(&"反恐".repeat(40)).chars().count(), EXCERPT + 1);
        assert_eq!(beginning_of(&"a".repeat(80)).chars().count(), EXCERPT + 1);
    }

    #[test]
    fn a_shortened_text_never_ends_within_a_figure() {
        for (language, text, beginning) in [
            (
                Language::Zh,
                "五月，工作组负重24公斤，在18℃气温下用5小时走了3公里，花费150万美元（约750 000欧元，占12.5%）购买绳索。",
                "五月，工作组负重24公斤，在18℃气温下用5小时走了3公里，花费150万美元…",
            ),
            (
                Language::Zh,
                "五月，工作组在漫长的山路上与各成员国代表一道，跋山涉水，不辞辛劳，终于在月底之前共筹得资金150万美元购买绳索。",
                "五月，工作组在漫长的山路上与各成员国代表一道，跋山涉水，不辞辛劳，终于在月底之前共筹得资金…",
            ),
            (
                Language::En,
                "In early May the team carried 24 kg over 3 km in 5 h at 18 °C, spent $1.5 million on rope.",
                "In early May the team carried 24\u{A0}kg over 3\u{A0}km in…",
            ),
            (
                Language::Ar,
                "في أوائل أيار/مايو حمل الفريق 24 كغ مسافة 3 كم في 5 ساعات عند 18 درجة مئوية",
                "في أوائل أيار/مايو حمل الفريق 24\u{A0}كغ مسافة 3\u{A0}كم في…",
            ),
            (
                Language::Fr,
                "La corde de tout le monde vaut, comme on sait, 1 250 000 euros environ",
                "La corde de tout le monde vaut, comme on sait…",
            ),
            (
                Language::En,
                "The heads of agencies met in Sal, Cabo Verde (the 12 of them) and Praia.",
                "The heads of agencies met in Sal, Cabo Verde…",
            ),
        ] {
            assert_eq!(beginning_of(&crate::typography::set(text, language)), beginning);
        }
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
