//! What differs from language to language: one file for each, with all that its reviewer has to read.
//!
//! A file holds the messages of its language, which are every word that a briefing says of itself, and the way it
//! writes lists, numbers, dates and stamps. What is the same in all of them is written once, in the modules `lists`,
//! `numbers` and `dates`, and asks here. Nothing has a default: what one language lacks does not compile.
//!
//! No sentence is put together from words elsewhere: a message is written whole in each language, says how its nouns
//! follow a count, and is worded so that names keep the form they have on their own, because nobody can inflect a name
//! that an office has chosen.

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
use crate::numbers::{self, NO_BREAK, Numeral};
use crate::{Inline, Inlines, PeriodPart, StampLine};

pub(crate) use self::calendar::Calendar;

/// What a language says, and how it writes.
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

/// What was pledged and received, already written, and how many partners did so.
#[derive(Default)]
pub(crate) struct WrittenFigures {
    /// Pledged.
    pub(crate) pledged: Option<String>,
    /// Received.
    pub(crate) received: Option<String>,
    /// Funding partners.
    pub(crate) partners: u32,
}

impl WrittenFigures {
    /// The number of partners alone.
    pub(crate) fn of_partners(partners: u32) -> Self {
        Self { partners, ..Self::default() }
    }
}

/// The time for which a source states a figure, as it is printed.
#[derive(Clone, Copy)]
pub(crate) struct StatedDay<'a> {
    date: &'a str,
    is_day: bool,
}

impl<'a> StatedDay<'a> {
    pub(crate) const fn new(date: &'a str, is_day: bool) -> Self {
        Self { date, is_day }
    }

    /// The word before it: "on" a day, "in" a month or a year.
    fn pick(self, before_day: &'static str, before_period: &'static str) -> &'static str {
        if self.is_day { before_day } else { before_period }
    }
}

impl std::fmt::Display for StatedDay<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.date)
    }
}

/// Where money does not count whose worth is not known.
#[derive(Clone, Copy)]
pub(crate) enum Unvalued {
    /// There is no total.
    InNoAmount,
    /// The totals are sums of what is on record.
    NotInTotals,
    /// Somebody else stated the totals.
    PerhapsInTotals,
    /// It came after the day of which somebody else stated the totals.
    SinceTotals,
}

/// The words of a language that are always the same.
///
/// A constant of each language has all of them: a word that is added to one has to be added to the six.
pub(crate) struct Phrases {
    /// "Monthly Briefing".
    pub(crate) monthly_briefing: &'static str,
    /// "DRAFT", in capital letters where there are any.
    pub(crate) draft: &'static str,
    /// The heading of the sheet that says who approved what.
    pub(crate) approvals: &'static str,
    /// "not approved".
    pub(crate) not_approved: &'static str,
    /// The heading of what was corrected since the issue first went out.
    pub(crate) correction: &'static str,
    /// "Page {page} of {pages}".
    pub(crate) page_of: &'static str,
    /// What took place over the net only.
    pub(crate) online: &'static str,
    /// The same where the place is not known.
    pub(crate) in_person_and_online: &'static str,
    /// "Contributor", above a column.
    pub(crate) contributor: &'static str,
    /// "Purpose", above a column.
    pub(crate) purpose: &'static str,
    /// "Amount", above a column of several currencies.
    pub(crate) amount: &'static str,
    /// The purpose of a pledge that has none.
    pub(crate) not_earmarked: &'static str,
    /// In the column of purposes: nobody says what the money is for.
    pub(crate) purpose_not_stated: &'static str,
    /// "pledged to date", below a large figure.
    pub(crate) pledged_to_date: &'static str,
    /// "received", below a large figure.
    pub(crate) received_to_date: &'static str,
    /// "No further pledge is documented since then."
    pub(crate) nothing_since: &'static str,
    /// "Pledges over several years are given in full.", behind what is documented since a total that counts them otherwise.
    pub(crate) whole_since: &'static str,
    /// "Any instalments of earlier pledges that have fallen due since then are not listed."
    pub(crate) due_since: &'static str,
    /// "documented pledges", below a large figure.
    pub(crate) pledged_documented_label: &'static str,
    /// "documented payments", below a large figure.
    pub(crate) received_documented_label: &'static str,
    /// The title of the chart of contributors where it shows only what is documented.
    pub(crate) documented_by_contributor: &'static str,
    /// The note that the chart shows only what is documented.
    pub(crate) documented_only: &'static str,
    /// The title of the chart of contributors where the office has none of its own.
    pub(crate) by_contributor: &'static str,
    /// The title of the chart of how the pledges grew.
    pub(crate) history: &'static str,
    /// What that chart shows, for those who do not see it.
    pub(crate) history_summary: &'static str,
    /// "Date", above dates.
    pub(crate) date: &'static str,
    /// What leads to the remarks on the figures of a chart.
    pub(crate) about_figures: &'static str,
    /// What is given beside any pledge, where it is told apart from a payment on one.
    pub(crate) unpledged: &'static str,
    /// Of money that a correction of the ledger struck out.
    pub(crate) counts_no_more: &'static str,
    /// "now on another pledge": of a payment that was on another one.
    pub(crate) on_another_pledge: &'static str,
    /// What a contributor had pledged and paid before the ledger begins.
    pub(crate) opening_balance: &'static str,
    /// A gift of something other than money.
    pub(crate) gift_in_kind: &'static str,
    /// Contributors who are known only in sum.
    pub(crate) other_contributors: &'static str,
    /// The totals as a source states them.
    pub(crate) stated_total: &'static str,
    /// The note on a dash in the place of an amount received.
    pub(crate) no_payment: &'static str,
    /// What a dash in the place of an amount pledged means, in a table that is heard.
    pub(crate) no_pledge_itemized: &'static str,
    /// What a dash in the place of an amount received means.
    pub(crate) no_payment_itemized: &'static str,
    /// What a dash means in the place of an amount that nobody stated.
    pub(crate) unknown_amount: &'static str,
    /// The note on amounts in other currencies that count.
    pub(crate) converted: &'static str,
    pub(crate) counts_unpledged: &'static str,
    /// Where the share received is another than that of the amount received in the amount pledged.
    pub(crate) share_settled: &'static str,
    /// The note on rounded figures that do not add up.
    pub(crate) rounding: &'static str,
    /// The note on texts that are not in the language of the document.
    pub(crate) untranslated: &'static str,
    /// Programmes that no single unit runs.
    pub(crate) shared_programmes: &'static str,
    /// "Programme offices".
    pub(crate) programme_offices: &'static str,
    /// "Pillar".
    pub(crate) pillar: &'static str,
    /// The heading of the end of an issue: "About this briefing".
    pub(crate) about_briefing: &'static str,
    /// What stands over the office's address: "Contact".
    pub(crate) contact: &'static str,
    /// What stands over its address for electronic mail: "Email".
    pub(crate) email: &'static str,
    /// What stands over its web address: "On the web".
    pub(crate) on_the_web: &'static str,
    /// What stands over the day of the next issue: "Next issue".
    pub(crate) next_issue: &'static str,
    /// What separates items that are sentences of their own or may hold commas.
    pub(crate) semicolon: &'static str,
    /// The mark between sessions.
    pub(crate) comma: &'static str,
    /// What stands over a span of which some day is meant.
    pub(crate) stamp_within: &'static str,
    /// What stands in the margin where an item goes on in another column: the mark behind its date, and the word below it.
    pub(crate) continued: (&'static str, &'static str),
}

/// What a language says, and how it writes. `office` is the office's acronym where the language has one.
pub(crate) trait Usage {
    /// The words that are always the same.
    fn phrases(&self) -> &'static Phrases;
    // --- The issue ---

    /// The parts of "April 2025" in the title band.
    fn period(&self, month: Month) -> Vec<PeriodPart>;
    /// "Monthly Briefing, April 2025", for a title such as "Monthly Briefing".
    fn issue(&self, title: &str, month: Month) -> String;
    /// "Monthly Briefing · April 2025".
    fn running_head(&self, title: &str, month: Month) -> String;
    /// "Monthly Briefing, April 2025 – UNOCT": the title of the file.
    fn file_title(&self, title: &str, month: Month, office: &str) -> String;
    /// What the file is about, in a line.
    fn subject(&self, month: Month) -> String;
    /// "approved by Chief, SPIB, 2 May 2025".
    fn approved(&self, by: &str, day: &str) -> String;
    /// "Corrected on 3 June 2025:".
    fn corrected_on(&self, day: &str) -> String;

    // --- Headings ---

    /// The heading of a section. The Strategy's is its official name, and is not asked for here.
    fn heading(&self, section: SectionKind, office: Option<&str>) -> String;
    /// The heading of the contributions where the office has named the chart of contributors itself.
    fn contributions(&self, office: Option<&str>) -> String;
    /// "United Nations Counter-Terrorism Centre (UNCCT)".
    fn with_acronym(&self, name: Inlines, acronym: Inline) -> Inlines;
    /// Words in brackets after a sentence, with the space before them.
    fn aside(&self, words: &str) -> String;

    // --- The line under an item ---

    /// A city and its State.
    fn city(&self, city: Inlines, state: Inlines) -> Inlines;
    /// What took place at a place and over the net.
    fn and_online(&self, place: Inlines) -> Inlines;
    /// What stands before so many names, with the space after it.
    fn item_detail(&self, detail: ItemDetail, count: u64) -> &'static str;

    // --- The month's movements ---

    /// The sentence before the table of so many new pledges.
    fn new_pledges(&self, count: u64, month: Month, office: Option<Inlines>) -> Inlines;
    /// The sentence before the table of pledges made, changed and withdrawn, and of payments where there are any.
    fn movements(&self, month: Month, with_payments: bool) -> Inlines;
    /// What the table of new pledges shows, for those who do not see it.
    fn new_pledges_summary(&self, month: Month) -> String;
    /// What the table of movements shows, for those who do not see it.
    fn movements_summary(&self, month: Month, with_payments: bool) -> String;
    /// What a line of the table is, where it is not a pledge or a gift: "withdrawn".
    fn movement(&self, kind: MovementKind) -> Option<&'static str>;
    /// "$15,000,000 a year, 2024–2026; $45,000,000 in all".
    fn yearly_until(&self, amount: &str, from: i32, until: i32, whole: &str) -> String;
    /// "$500,000 a year from 2019, without an end date".
    fn yearly_from(&self, amount: &str, from: i32) -> String;
    /// "from November 2020 to October 2025".
    fn spread_over(&self, from: &str, until: &str) -> String;
    /// "3 instalments, from June 2025 to June 2027".
    fn instalments(&self, count: u64, from: &str, until: &str) -> String;
    /// "Total recorded in April", of new pledges alone.
    fn total_recorded(&self, month: Month) -> String;
    /// What a total of movements adds up: "Pledged in all", "Net change in pledges".
    fn movement_total(&self, sum: MovementSum, net: bool) -> &'static str;
    /// One such total in a sentence: "$13.4 million pledged"; `net` where it is below zero.
    fn movement_amount(&self, sum: MovementSum, net: bool, amount: &str) -> String;
    /// What counts since the previous issue and did not begin in the month.
    fn late_movements(&self, movements: Inlines) -> Inlines;
    /// What earlier issues counted and the ledger has corrected since.
    fn corrected_movements(&self, movements: Inlines) -> Inlines;
    /// What money of another currency is worth in the totals: "counted as $1,300".
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
    /// "up $1.2 million since March 2025", after what a large figure means and a [`comma`](Self::comma).
    fn since_last_issue(&self, change: SinceThen<'_>, then: PartialDate, format: DateStyle) -> String;
    /// What stands between two parts of a sentence, with its space.
    fn comma(&self) -> &'static str {
        ", "
    }
    /// "pledged by 31 March 2024", below a large figure.
    fn pledged_on_label(&self, day: StatedDay<'_>) -> String;
    /// "received by 31 March 2024", below a large figure.
    fn received_on_label(&self, day: StatedDay<'_>) -> String;
    /// "funding partners on 31 March 2024", below a large figure.
    fn partners_on_label(&self, count: u32, day: StatedDay<'_>) -> String;
    /// "documented funding partners", below a large figure.
    fn partners_documented_label(&self, count: u32) -> &'static str;
    /// The note on the day that documented figures hold for, and by which they were known if that is another.
    fn documented_as_of(&self, day: &str, known: Option<&str>) -> String;
    /// The note on what is documented of contributors and not in the chart.
    fn documented_others(&self, others: &WrittenFigures) -> Inlines;
    /// What the chart shows, for those who do not see it.
    fn by_contributor_summary(&self, count: u64) -> String;
    /// Who became a funding partner in the month.
    fn new_partners(&self, names: Inlines, count: u64, month: Month) -> Inlines;
    /// Who became a funding partner in the year so far.
    fn new_partners_this_year(&self, names: Inlines, count: u64, year: i32) -> Inlines;
    /// "Pledged (US$)".
    fn pledged_in(&self, currency: Currency) -> String;
    /// "Received (US$)".
    fn received_in(&self, currency: Currency) -> String;
    /// The note on allocations of those who are no funding partners.
    fn allocations(&self, names: Inlines) -> Inlines;
    /// The same of those who are partners as well, through other contributions.
    fn allocations_of_partners(&self, names: Inlines) -> Inlines;
    /// The note on contributions in kind.
    fn in_kind(&self, gifts: Inlines) -> Inlines;
    /// What something is for, as one of several remarks: "for Border Management".
    fn earmarked_for(&self, purpose: Inlines) -> Inlines;
    /// One contribution in kind: "Netherlands (travel software, valued at $11.5 million, 2018)".
    fn gift(&self, contributor: Inlines, what: Option<Inlines>, value: Option<String>, when: &str) -> Inlines;
    /// "$6.1 million pledged; two funding partners".
    fn figures(&self, figures: &WrittenFigures) -> String;
    /// "Three funding partners instead of two".
    fn partners_instead_of(&self, now: u32, before: u32) -> String;
    /// The note on what the totals hold and the chart does not.
    fn others(&self, others: &WrittenFigures) -> Inlines;
    /// The note on amounts whose value is not known, and which the totals leave out; or, where no total is known, what is
    /// documented.
    fn unvalued(&self, amounts: Inlines, currency: Currency, counted: Unvalued) -> Inlines;
    /// "European Union (for Germany)": whose money a contributor passed on.
    fn on_behalf_of(&self, contributor: Inlines, party: Inlines) -> Inlines;
    /// What was received on some pledges beyond what they come to.
    fn surplus(&self, amount: &str) -> String;
    /// One such amount: "Spain (EUR 250,000)".
    fn unvalued_amount(&self, contributor: Inlines, amount: &str) -> Inlines;
    /// The note on pledges over several years.
    fn multi_year(&self, rule: MultiYear) -> &'static str;
    /// The note on the day that the figures hold for, and by which they were known if that is another.
    fn as_of(&self, day: &str, known: Option<&str>) -> String;

    // --- Structure and Strategy ---

    /// What a pillar is called, in a small word, if any, and a large one: "Pillar" and "II".
    fn pillar(&self, pillar: Pillar) -> (&'static str, &'static str) {
        (self.phrases().pillar, pillar.roman())
    }
    /// "Served by UNOCT": what the office does for a coordination body.
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

    /// What stands before an item of a list, the first excepted: "A, B and C". Where an item has a comma of its own,
    /// the list is crowded, and may need another mark.
    fn separator(&self, last: bool, crowded: bool, next: &str) -> &'static str;

    // --- Numbers ---

    /// The language as ICU names it, for its plural rules and its order of names.
    fn locale(&self) -> Locale;
    /// The mark between thousands.
    fn thousands_separator(&self) -> char;
    /// The mark before decimals.
    fn decimal_mark(&self) -> char;
    /// The word for a count in a sentence, unless it is written in figures.
    fn count_in_words(&self, count: u64) -> Option<&'static str>;
    /// "88 per cent", in a sentence.
    fn percent(&self, value: u16, number: &str) -> String;
    /// "88%", in tables and beside charts.
    fn percent_figure(&self, number: &str) -> String;
    /// "2nd".
    fn ordinal(&self, place: u64, number: &str) -> String;
    /// An amount in dollars: "$92,615".
    fn dollars(&self, amount: &Numeral) -> String;
    /// The powers of ten that large amounts are counted in, the least first: the largest that an amount reaches has the word.
    fn multiples(&self) -> &'static [u32];
    /// A multiple of dollars: "$335.8 million".
    fn multiple_of_dollars(&self, number: &Numeral, power: u32) -> String;
    /// An amount in euros: "EUR 92,615", "92 615 euros".
    fn euros(&self, amount: &Numeral) -> String;
    /// A multiple of euros: "EUR 1.1 million", "1,1 million d’euros".
    fn multiple_of_euros(&self, number: &Numeral, power: u32) -> String;
    /// A multiple by itself: "335.8 million".
    fn multiple(&self, number: &Numeral, power: u32) -> String;
    /// A multiple as it stands before the name of a currency.
    fn multiple_before_noun(&self, number: &Numeral, power: u32) -> String {
        self.multiple(number, power)
    }

    // --- Dates ---

    /// The names of the months in full.
    fn months(&self) -> &'static Calendar;
    /// The short names.
    fn short_months(&self) -> &'static Calendar;
    /// The names of the months in stamps.
    fn stamp_months(&self) -> &'static Calendar {
        self.short_months()
    }
    /// A year by itself.
    fn year(&self, year: i32) -> String;
    /// A day, or days from the first to the last: "28", "29–30".
    fn days(&self, first: u32, last: u32) -> String;
    /// Days, as [`Self::days`] or a list of such, and the name of their month: "7–8 and 14 April".
    fn days_of_month(&self, days: &str, month: &str) -> String;
    /// A date without its year, and the year: "28 April 2025".
    fn in_year(&self, date: &str, year: i32) -> String;
    /// Two dates, each of which may be of several words, with the mark of a range between them.
    fn range(&self, first: &str, last: &str) -> String;
    /// "2011–2014".
    fn span_of_years(&self, first: i32, last: i32) -> String;
    /// A range whose ends are not known to the same precision, where a dash would mislead: "2011 to 13 August 2014".
    fn mixed_span(&self, first: PartialDate, last: PartialDate, format: DateStyle) -> String;
    /// "since April 2025".
    fn since(&self, date: PartialDate, format: DateStyle) -> String;
    /// "until April 2025".
    fn until(&self, date: PartialDate, format: DateStyle) -> String;
    /// Some day within a span of dates, which one is not known.
    fn within(&self, span: &str) -> String;

    // --- Stamps: dates in short lines ---

    /// Days as large figures: "29–30".
    fn stamp_days(&self, first: u32, last: u32) -> String;
    /// A day on a small line: "28 Apr".
    fn stamp_day(&self, day: u32, month: &str) -> String;
    /// Days of a session on a small line, as [`Self::stamp_days`]: "29–30 Apr".
    fn stamp_session(&self, days: &str, month: &str) -> String;
    /// A month and its year on a small line: "Apr 2025".
    fn stamp_month(&self, month: &str, year: i32) -> String;
    /// A year on a small line of its own, beside a day or a month.
    fn stamp_year(&self, year: i32) -> String;
    /// Whether that line stands before the day or the month.
    fn year_comes_first(&self) -> bool;
    /// Years from the first to the last, in small lines.
    fn stamp_years(&self, first: i32, last: i32) -> Vec<String>;
    /// The first half of a range over two lines, with its mark: "14 Apr–".
    fn opening(&self, first: &str) -> String;
    /// The lines of a date since when.
    fn stamp_since(&self, date: PartialDate, format: DateStyle) -> Vec<StampLine>;
    /// The lines of a date until when.
    fn stamp_until(&self, date: PartialDate, format: DateStyle) -> Vec<StampLine>;
}

/// How a figure changed.
#[derive(Clone, Copy)]
pub(crate) enum SinceThen<'a> {
    /// By so much more.
    More(&'a str),
    /// By so much less.
    Less(&'a str),
    /// Not at all.
    Same,
    /// It was so much, and by how much it changed is not known.
    Was(&'a str),
}

/// A part of the title's date.
fn part(text: impl Into<String>, strong: bool) -> PeriodPart {
    PeriodPart { text: text.into(), strong }
}

/// A name with a capital letter, for the beginning of a line.
pub(crate) fn capitalized(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// Of two forms of a noun the one that goes with a count, where a language has no more.
fn form(count: u64, language: Language, one: &'static str, other: &'static str) -> &'static str {
    if numbers::plural(count, language) == PluralCategory::One { one } else { other }
}

/// A count and the form of its noun.
fn counted(count: u16, language: Language, one: &'static str, other: &'static str) -> String {
    format!("{}{NO_BREAK}{}", numbers::integer(count.into(), language), form(count.into(), language, one, other))
}

/// The word for a number from one on, where there is one.
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
