//! Everything that differs between languages: one file per language, containing all that its reviewer has to read.
//!
//! Each file defines the messages of its language, which are all words a briefing says of itself, and how it writes lists, numbers, dates
//! and stamps. Rules that are common to all languages are implemented once, in the modules `lists`, `numbers` and `dates`, which call into
//! this one. There are no defaults for words: a language that lacks a message does not compile.
//!
//! No sentence is assembled from words elsewhere. Each message is written whole in each language, handles the plural of its nouns, and is
//! worded so that names keep their base form, because nobody can inflect a name that an office has chosen.

mod ar;
mod calendar;
pub(crate) mod currencies;
mod en;
mod es;
mod fr;
mod ru;
mod zh;

use briefing_model::{
    Currency, ItemDetail, Language, Month, MovementKind, MovementSum, MultiYear, PartialDate, Pillar, SectionKind,
};
use icu_locale_core::Locale;
use icu_plurals::PluralCategory;

use crate::dates::DateStyle;
use crate::numbers::{self, CountedNoun, NO_BREAK, Numeral};
use crate::{Inline, Inlines, PeriodPart, StampLine};

pub(crate) use self::calendar::Calendar;

/// The messages and writing rules of a language.
pub(crate) const fn of(language: Language) -> &'static dyn Usage {
    match language {
        Language::Ar => &ar::Arabic,
        Language::Zh => &zh::Chinese,
        Language::En => &en::English,
        Language::Fr => &fr::French,
        Language::Ru => &ru::Russian,
        Language::Es => &es::Spanish,
    }
}

/// Amounts pledged and received, already formatted, and the number of partners that gave.
#[derive(Default)]
pub(crate) struct WrittenFigures {
    /// The amount pledged.
    pub(crate) pledged: Option<String>,
    /// The amount received.
    pub(crate) received: Option<String>,
    /// The number of funding partners.
    pub(crate) partners: u32,
}

impl WrittenFigures {
    /// The number of partners, without amounts.
    pub(crate) fn of_partners(partners: u32) -> Self {
        Self { partners, ..Self::default() }
    }
}

/// The time for which a source states a figure, as printed.
#[derive(Clone, Copy)]
pub(crate) struct StatedDay<'a> {
    date: &'a str,
    is_day: bool,
}

impl<'a> StatedDay<'a> {
    pub(crate) const fn new(date: &'a str, is_day: bool) -> Self {
        Self { date, is_day }
    }

    /// The preposition before it: "on" a day, "in" a month or a year.
    fn pick(self, before_day: &'static str, before_period: &'static str) -> &'static str {
        if self.is_day { before_day } else { before_period }
    }
}

impl std::fmt::Display for StatedDay<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.date)
    }
}

/// How money whose value is not known relates to the totals.
#[derive(Clone, Copy)]
pub(crate) enum Unvalued {
    /// There is no total.
    InNoAmount,
    /// The totals add up what is on record, and so leave it out.
    NotInTotals,
    /// Somebody else stated the totals, which may include it.
    PerhapsInTotals,
    /// Somebody else stated the totals as of an earlier day.
    SinceTotals,
}

/// The words of a language that do not vary.
///
/// Each language defines them all in one constant, so a new field must be filled in for all six.
pub(crate) struct Phrases {
    /// "Monthly Briefing".
    pub(crate) monthly_briefing: &'static str,
    /// "DRAFT", in capital letters if the script has any.
    pub(crate) draft: &'static str,
    /// The heading of the sheet that lists who approved what.
    pub(crate) approvals: &'static str,
    /// "not approved".
    pub(crate) not_approved: &'static str,
    /// The heading of the corrections made since the issue was first sent out.
    pub(crate) correction: &'static str,
    /// "Page {page} of {pages}".
    pub(crate) page_of: &'static str,
    /// The place of an event that took place online only.
    pub(crate) online: &'static str,
    /// The place of an event that took place in person, if the place is not known.
    pub(crate) in_person: &'static str,
    /// The place of an event that took place in person and online, if the place is not known.
    pub(crate) in_person_and_online: &'static str,
    /// "Contributor", above a column.
    pub(crate) contributor: &'static str,
    /// "Purpose", above a column.
    pub(crate) purpose: &'static str,
    /// "Amount", above a column of amounts in several currencies.
    pub(crate) amount: &'static str,
    /// The purpose of a pledge that is not earmarked.
    pub(crate) not_earmarked: &'static str,
    /// In the column of purposes: it is not stated what the money is for.
    pub(crate) purpose_not_stated: &'static str,
    /// "No further pledge is documented since then."
    pub(crate) nothing_since: &'static str,
    /// "Pledges over several years are given in full.", after what is documented since a total that counts them otherwise.
    pub(crate) whole_since: &'static str,
    /// "Any instalments of earlier pledges that have fallen due since then are not listed."
    pub(crate) due_since: &'static str,
    /// "documented pledges", below a large figure.
    pub(crate) pledged_documented_label: &'static str,
    /// "documented payments", below a large figure.
    pub(crate) received_documented_label: &'static str,
    /// The title of the chart of contributors if it shows only what is documented.
    pub(crate) documented_by_contributor: &'static str,
    /// The note that the chart shows only what is documented.
    pub(crate) documented_only: &'static str,
    /// The title of the chart of contributors if the office has not given it one.
    pub(crate) by_contributor: &'static str,
    /// The title of the chart of pledges over time.
    pub(crate) history: &'static str,
    /// A description of that chart, for readers who cannot see it.
    pub(crate) history_summary: &'static str,
    /// "Date", above a column of dates.
    pub(crate) date: &'static str,
    /// The words that introduce the remarks on the figures of a chart.
    pub(crate) about_figures: &'static str,
    /// A contribution made without a pledge, told apart from a payment on one.
    pub(crate) unpledged: &'static str,
    /// Said of money that a correction of the ledger removed.
    pub(crate) counts_no_more: &'static str,
    /// "now on another pledge": said of a payment previously assigned to another pledge.
    pub(crate) on_another_pledge: &'static str,
    /// The amounts a contributor had pledged and paid before the ledger begins.
    pub(crate) opening_balance: &'static str,
    /// A contribution in kind.
    pub(crate) gift_in_kind: &'static str,
    /// Contributors known only as a sum.
    pub(crate) other_contributors: &'static str,
    /// The totals as stated by a source.
    pub(crate) stated_total: &'static str,
    /// The note on a dash in place of an amount received.
    pub(crate) no_payment: &'static str,
    /// The meaning of a dash in place of an amount pledged, in a table that is read aloud.
    pub(crate) no_pledge_itemized: &'static str,
    /// The meaning of a dash in place of an amount received.
    pub(crate) no_payment_itemized: &'static str,
    /// The meaning of a dash in place of an amount that nobody stated.
    pub(crate) unknown_amount: &'static str,
    /// The note that amounts in other currencies are included.
    pub(crate) converted: &'static str,
    pub(crate) counts_unpledged: &'static str,
    /// The note that the share received is not the ratio of the amounts received and pledged.
    pub(crate) share_settled: &'static str,
    /// The note that rounded figures do not add up.
    pub(crate) rounding: &'static str,
    /// The note on texts that are not in the document's language.
    pub(crate) untranslated: &'static str,
    /// Programmes that are not run by a single unit.
    pub(crate) shared_programmes: &'static str,
    /// "Programme offices".
    pub(crate) programme_offices: &'static str,
    /// "Pillar".
    pub(crate) pillar: &'static str,
    /// The heading of the last section of an issue: "About this briefing".
    pub(crate) about_briefing: &'static str,
    /// The label of the office's address: "Contact".
    pub(crate) contact: &'static str,
    /// The label of its email address: "Email".
    pub(crate) email: &'static str,
    /// The label of its web address: "On the web".
    pub(crate) on_the_web: &'static str,
    /// The label of the day of the next issue: "Next issue".
    pub(crate) next_issue: &'static str,
    /// The separator of items that are sentences or may contain commas.
    pub(crate) semicolon: &'static str,
    /// The separator of sessions.
    pub(crate) comma: &'static str,
    /// The word above a span within which something took place on an unknown day.
    pub(crate) stamp_within: &'static str,
    /// The words in the margin where an item continues in another column: the mark after its date, and the word below it.
    pub(crate) continued: (&'static str, &'static str),
}

/// The messages and writing rules of a language. `office` is the office's acronym, if the language has one.
pub(crate) trait Usage {
    /// The words that do not vary.
    fn phrases(&self) -> &'static Phrases;
    // --- The issue ---

    /// The parts of "April 2025" in the title band.
    fn period(&self, month: Month) -> Vec<PeriodPart>;
    /// "Monthly Briefing, April 2025", from a title such as "Monthly Briefing".
    fn issue(&self, title: &str, month: Month) -> String;
    /// "Monthly Briefing · April 2025".
    fn running_head(&self, title: &str, month: Month) -> String;
    /// "Monthly Briefing, April 2025 – UNOCT": the title of the file.
    fn file_title(&self, title: &str, month: Month, office: &str) -> String;
    /// The subject of the file, in one line.
    fn subject(&self, month: Month) -> String;
    /// "approved by Chief, SPIB, 2 May 2025".
    fn approved(&self, by: &str, day: &str) -> String;
    /// "Corrected on 3 June 2025:".
    fn corrected_on(&self, day: &str) -> String;

    // --- Headings ---

    /// The heading of a section. That of the Strategy is its official name and never comes from here.
    fn heading(&self, section: SectionKind, office: Option<&str>) -> String;
    /// The heading of the contributions if the office has given the chart of contributors a title of its own.
    fn contributions(&self, office: Option<&str>) -> String;
    /// "United Nations Counter-Terrorism Centre (UNCCT)".
    fn with_acronym(&self, name: Inlines, acronym: Inline) -> Inlines;
    /// Words in brackets to follow a sentence, with the space before them.
    fn aside(&self, words: &str) -> String;

    // --- The line under an item ---

    /// A city and its State.
    fn city(&self, city: Inlines, state: Inlines) -> Inlines;
    /// The place of an event that took place in person and online.
    fn and_online(&self, place: Inlines) -> Inlines;
    /// The label before a number of names, with the space after it.
    fn item_detail(&self, detail: ItemDetail, count: u64) -> &'static str;

    // --- The month's movements ---

    /// The sentence before the table of new pledges, gifts and allocations.
    fn new_pledges(&self, count: u64, month: Month, office: Option<Inlines>) -> Inlines;
    /// The sentence before the table of other movements. It names no kind of movement: any of them may be missing.
    fn movements(&self, count: u64, month: Month) -> Inlines;
    /// A description of the table of new pledges, gifts and allocations, for readers who cannot see it.
    fn new_pledges_summary(&self, month: Month) -> String;
    /// A description of the table of movements, for readers who cannot see it.
    fn movements_summary(&self, month: Month) -> String;
    /// The kind of a movement, unless it is a pledge or a gift: "withdrawn".
    fn movement(&self, kind: MovementKind) -> Option<&'static str>;
    /// "$15,000,000 a year, 2024–2026; $45,000,000 in all".
    fn yearly_until(&self, amount: &str, from: i32, until: i32, whole: &str) -> String;
    /// "$500,000 a year from 2019, without an end date".
    fn yearly_from(&self, amount: &str, from: i32) -> String;
    /// "from November 2020 to October 2025".
    fn spread_over(&self, from: &str, until: &str) -> String;
    /// "3 instalments, from June 2025 to June 2027".
    fn instalments(&self, count: u64, from: &str, until: &str) -> String;
    /// "Total recorded in April", for a table of new pledges only.
    fn total_recorded(&self, month: Month) -> String;
    /// The label of a total of movements: "Pledged in all", "Net change in pledges".
    fn movement_total(&self, sum: MovementSum, net: bool) -> &'static str;
    /// Such a total in a sentence: "$13.4 million pledged". `net` is set if it is below zero.
    fn movement_amount(&self, sum: MovementSum, net: bool, amount: &str) -> String;
    /// The note on movements counted since the previous issue that took effect before the month.
    fn late_movements(&self, movements: Inlines) -> Inlines;
    /// The note on movements counted in earlier issues that the ledger has since corrected.
    fn corrected_movements(&self, movements: Inlines) -> Inlines;
    /// The value in the totals of money in another currency: "counted as $1,300".
    fn counted_as(&self, amount: &str) -> String;
    /// "$5,000 instead of $50,000".
    fn instead_of(&self, now: &str, before: &str) -> String;
    /// "Amount (US$)", above a column.
    fn amount_in(&self, currency: Currency) -> String;

    // --- Contributions ---

    /// "funding partners", below their number.
    fn funding_partners(&self, count: u32) -> &'static str;
    /// "88% of the amount pledged has been received", the figure in bold.
    fn share_received(&self, percent: u16) -> Inlines;
    /// "On 31 March 2024, pledges amounted to $379.5 million."
    fn pledged_on(&self, amount: &str, day: StatedDay<'_>) -> String;
    /// "On 31 March 2024, payments amounted to $300 million."
    fn received_on(&self, amount: &str, day: StatedDay<'_>) -> String;
    /// "On 31 March 2024, the Office had 42 funding partners."
    fn partners_on(&self, count: u32, day: StatedDay<'_>) -> String;
    /// "Documented pledges amount to $111.6 million; the total is not known."
    fn pledged_documented(&self, amount: &str) -> String;
    /// "Documented payments amount to $111.6 million; the total is not known."
    fn received_documented(&self, amount: &str) -> String;
    /// "Seven funding partners are documented; their number is not known."
    fn partners_documented(&self, count: u32) -> String;
    /// "Documented since then: $500,000 pledged."
    fn documented_since(&self, amounts: &str) -> String;
    /// "up $1.2 million since March 2025", after the label of a large figure and a [`comma`](Self::comma).
    fn since_last_issue(&self, change: SinceThen<'_>, then: PartialDate, format: DateStyle) -> String;
    /// The separator of two parts of a sentence, with its space.
    fn comma(&self) -> &'static str {
        ", "
    }
    /// "pledged to date", below a large figure that ends with the noun.
    fn pledged_to_date(&self, noun: CountedNoun) -> String;
    /// "received", below such a figure.
    fn received_to_date(&self, noun: CountedNoun) -> String;
    /// "pledged by 31 March 2024", below such a figure.
    fn pledged_on_label(&self, noun: CountedNoun, day: StatedDay<'_>) -> String;
    /// "received by 31 March 2024", below such a figure.
    fn received_on_label(&self, noun: CountedNoun, day: StatedDay<'_>) -> String;
    /// "funding partners on 31 March 2024", below a large figure.
    fn partners_on_label(&self, count: u32, day: StatedDay<'_>) -> String;
    /// "documented funding partners", below a large figure.
    fn partners_documented_label(&self, count: u32) -> &'static str;
    /// The note on the day for which documented figures hold, and the day by which they were known if that is another.
    fn documented_as_of(&self, day: &str, known: Option<&str>) -> String;
    /// The note on documented amounts of contributors that are not in the chart.
    fn documented_others(&self, others: &WrittenFigures) -> Inlines;
    /// A description of the chart, for readers who cannot see it.
    fn by_contributor_summary(&self, count: u64) -> String;
    /// The partners that became funding partners in the month.
    fn new_partners(&self, names: Inlines, count: u64, month: Month) -> Inlines;
    /// The partners that became funding partners in the year so far.
    fn new_partners_this_year(&self, names: Inlines, count: u64, year: i32) -> Inlines;
    /// "Pledged (US$)".
    fn pledged_in(&self, currency: Currency) -> String;
    /// "Received (US$)".
    fn received_in(&self, currency: Currency) -> String;
    /// The note on allocations from funds that are not funding partners.
    fn allocations(&self, names: Inlines) -> Inlines;
    /// The note on allocations from funds that are also partners, through other contributions.
    fn allocations_of_partners(&self, names: Inlines) -> Inlines;
    /// The note on contributions in kind.
    fn in_kind(&self, gifts: Inlines) -> Inlines;
    /// The purpose of money, as one of several remarks: "for Border Management".
    fn earmarked_for(&self, purpose: Inlines) -> Inlines;
    /// One contribution in kind: "Netherlands (travel software, valued at $11.5 million, 2018)".
    fn gift(&self, contributor: Inlines, what: Option<Inlines>, value: Option<String>, when: &str) -> Inlines;
    /// "$6.1 million pledged; two funding partners".
    fn figures(&self, figures: &WrittenFigures) -> String;
    /// "Three funding partners instead of two".
    fn partners_instead_of(&self, now: u32, before: u32) -> String;
    /// The note on amounts that are included in the totals but not shown in the chart.
    fn others(&self, others: &WrittenFigures) -> Inlines;
    /// The note on amounts whose value is not known, saying how they relate to the totals.
    fn unvalued(&self, amounts: Inlines, currency: Currency, counted: Unvalued) -> Inlines;
    /// "European Union (for Germany)": a contributor and the party whose money it passed on.
    fn on_behalf_of(&self, contributor: Inlines, party: Inlines) -> Inlines;
    /// The amount received on some pledges in excess of what was pledged.
    fn surplus(&self, amount: &str) -> String;
    /// One such amount: "Spain (EUR 250,000)".
    fn unvalued_amount(&self, contributor: Inlines, amount: &str) -> Inlines;
    /// The note on pledges over several years.
    fn multi_year(&self, rule: MultiYear) -> &'static str;
    /// The note on the day for which the figures hold, and the day by which they were known if that is another.
    fn as_of(&self, day: &str, known: Option<&str>) -> String;

    // --- Structure and Strategy ---

    /// The name of a pillar as a small word, if any, and a large numeral: "Pillar" and "II".
    fn pillar(&self, pillar: Pillar) -> (&'static str, &'static str) {
        (self.phrases().pillar, pillar.roman())
    }
    /// "Served by UNOCT": the office's relation to a coordination body.
    fn served_by(&self, office: &str) -> String;
    /// "46 entities".
    fn entities(&self, count: u16) -> String;
    /// "8 working groups".
    fn working_groups(&self, count: u16) -> String;
    /// "Advisory Board: 21 Member States; guest: EU".
    fn advisory_board(&self, members: u16, guests: Option<Inlines>, count: u64) -> Inlines;
    /// A programme in the organization chart, and its initiatives: "Cybersecurity: CT TECH and CT TECH+".
    fn with_parts(&self, whole: Inlines, parts: Inlines) -> Inlines;

    // --- Lists ---

    /// The separator before an item of a list, other than the first: "A, B and C". A list in which an item contains a comma is `crowded`
    /// and may need another separator.
    fn separator(&self, last: bool, crowded: bool, next: &str) -> &'static str;

    // --- Numbers ---

    /// The language as an ICU locale, for its plural rules and collation.
    fn locale(&self) -> Locale;
    /// The separator between groups of thousands.
    fn thousands_separator(&self) -> char;
    /// The decimal mark.
    fn decimal_mark(&self) -> char;
    /// The word for a count in a sentence; `None` if it is written in figures.
    fn count_in_words(&self, count: u64) -> Option<&'static str>;
    /// "88 per cent", in a sentence.
    fn percent(&self, value: u16, number: &str) -> String;
    /// "88%", in tables and beside charts.
    fn percent_figure(&self, number: &str) -> String;
    /// "2nd".
    fn ordinal(&self, place: u64, number: &str) -> String;
    /// An amount in dollars: "$92,615".
    fn dollars(&self, amount: &Numeral) -> String;
    /// The powers of ten in which large amounts are counted, in ascending order. The largest that an amount reaches is used.
    fn multiples(&self) -> &'static [u32];
    /// A multiple of dollars: "$335.8 million".
    fn multiple_of_dollars(&self, number: &Numeral, power: u32) -> String;
    /// An amount in euros: "EUR 92,615", "92 615 euros".
    fn euros(&self, amount: &Numeral) -> String;
    /// A multiple of euros: "EUR 1.1 million", "1,1 million d’euros".
    fn multiple_of_euros(&self, number: &Numeral, power: u32) -> String;
    /// A multiple on its own: "335.8 million".
    fn multiple(&self, number: &Numeral, power: u32) -> String;
    /// A multiple as written before the name of a currency.
    fn multiple_before_noun(&self, number: &Numeral, power: u32) -> String {
        self.multiple(number, power)
    }

    // --- Dates ---

    /// The names of the months in full.
    fn months(&self) -> &'static Calendar;
    /// The short names of the months.
    fn short_months(&self) -> &'static Calendar;
    /// The names of the months in stamps.
    fn stamp_months(&self) -> &'static Calendar {
        self.short_months()
    }
    /// A year on its own.
    fn year(&self, year: i32) -> String;
    /// A day, or days from the first to the last: "28", "29–30".
    fn days(&self, first: u32, last: u32) -> String;
    /// Days, as from [`Self::days`] or a list of such, and the name of their month: "7–8 and 14 April".
    fn days_of_month(&self, days: &str, month: &str) -> String;
    /// A date without its year, followed by the year: "28 April 2025".
    fn in_year(&self, date: &str, year: i32) -> String;
    /// Two dates, each possibly of several words, with the range mark between them.
    fn range(&self, first: &str, last: &str) -> String;
    /// "2011–2014".
    fn span_of_years(&self, first: i32, last: i32) -> String;
    /// A range whose ends are known to different precision, which a dash would misrepresent: "2011 to 13 August 2014".
    fn mixed_span(&self, first: PartialDate, last: PartialDate, format: DateStyle) -> String;
    /// "since April 2025".
    fn since(&self, date: PartialDate, format: DateStyle) -> String;
    /// "until April 2025".
    fn until(&self, date: PartialDate, format: DateStyle) -> String;
    /// An unknown day within a span of dates.
    fn within(&self, span: &str) -> String;

    // --- Stamps: dates in short lines ---

    /// Days as large figures: "29–30".
    fn stamp_days(&self, first: u32, last: u32) -> String;
    /// A day on a small line: "28 Apr".
    fn stamp_day(&self, day: u32, month: &str) -> String;
    /// Days of a session on a small line, from [`Self::stamp_days`]: "29–30 Apr".
    fn stamp_session(&self, days: &str, month: &str) -> String;
    /// A month and its year on a small line: "Apr 2025".
    fn stamp_month(&self, month: &str, year: i32) -> String;
    /// A year on a small line of its own, next to a day or a month.
    fn stamp_year(&self, year: i32) -> String;
    /// Whether that line precedes the day or the month.
    fn year_comes_first(&self) -> bool;
    /// Years from the first to the last, as small lines.
    fn stamp_years(&self, first: i32, last: i32) -> Vec<String>;
    /// The first half of a range set on two lines, with the range mark: "14 Apr–".
    fn opening(&self, first: &str) -> String;
    /// The lines of a date since which something goes on.
    fn stamp_since(&self, date: PartialDate, format: DateStyle) -> Vec<StampLine>;
    /// The lines of a date until which something goes on.
    fn stamp_until(&self, date: PartialDate, format: DateStyle) -> Vec<StampLine>;
}

/// How a figure changed.
#[derive(Clone, Copy)]
pub(crate) enum SinceThen<'a> {
    /// It grew by this amount.
    More(&'a str),
    /// It fell by this amount.
    Less(&'a str),
    /// It did not change.
    Same,
    /// It was this amount before; by how much it has changed is not known.
    Was(&'a str),
}

/// A part of the title's date.
fn part(text: impl Into<String>, strong: bool) -> PeriodPart {
    PeriodPart { text: text.into(), strong }
}

/// A name with its first letter capitalized, for the beginning of a line.
pub(crate) fn capitalized(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// The form of a noun that goes with a count, for languages with two forms.
fn form(count: u64, language: Language, one: &'static str, other: &'static str) -> &'static str {
    if numbers::plural(count, language) == PluralCategory::One { one } else { other }
}

/// A count with the matching form of its noun.
fn counted(count: u16, language: Language, one: &'static str, other: &'static str) -> String {
    format!("{}{NO_BREAK}{}", numbers::integer(count.into(), language), form(count.into(), language, one, other))
}

/// The word for a number counted from one; `None` if the list has none.
fn nth(number: u64, words: &[&'static str]) -> Option<&'static str> {
    let word = number.checked_sub(1).and_then(|index| words.get(usize::try_from(index).ok()?));
    word.copied().filter(|word| !word.is_empty())
}

/// The lines of a date in a stamp, below a word.
pub(crate) fn under(word: &str, date: Vec<StampLine>) -> Vec<StampLine> {
    let mut lines = vec![StampLine::small(word)];
    lines.extend(date);
    lines
}

#[cfg(test)]
mod tests;
