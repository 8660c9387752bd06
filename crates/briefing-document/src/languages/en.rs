//! English, in United Nations spelling.

use briefing_model::{
    Currency, ItemDetail, Language, Month, MovementKind, MovementSum, MultiYear, PartialDate, SectionKind,
};
use icu_locale_core::{Locale, locale};
use icu_plurals::PluralCategory;

use super::currencies::with_code;
use super::{
    Calendar, Phrases, SinceThen, StatedDay, Unvalued, Usage, WrittenFigures, counted, form, nth, part, under,
};
use crate::dates::{self, DateStyle};
use crate::inline::{line, plain, strong};
use crate::numbers::{self, CountedNoun, MINUS, NO_BREAK, Numeral};
use crate::{Inline, Inlines, PeriodPart, StampLine};

pub(super) struct English;

const EN: Language = Language::En;

const PHRASES: Phrases = Phrases {
    monthly_briefing: "Monthly Briefing",
    draft: "DRAFT",
    approvals: "Approvals",
    not_approved: "not approved",
    correction: "Correction",
    page_of: "Page {page} of {pages}",
    online: "Online",
    in_person: "In person",
    in_person_and_online: "In person and online",
    contributor: "Contributor",
    purpose: "Purpose",
    amount: "Amount",
    not_earmarked: "Not\u{a0}earmarked",
    purpose_not_stated: "Not\u{a0}stated",
    nothing_since: "No further pledge is documented since then.",
    whole_since: "Pledges over several years are given in full.",
    due_since: "Any instalments of earlier pledges that have fallen due since then are not listed.",
    pledged_documented_label: "documented pledges",
    received_documented_label: "documented payments",
    documented_by_contributor: "Documented pledges and payments, by contributor",
    documented_only: "The chart shows what is documented, which may be less than the whole.",
    by_contributor: "Pledged and received, by contributor",
    history: "Cumulative pledges",
    history_summary: "Bars for the amount pledged since the beginning, by the end of each date, earliest first",
    date: "Date",
    about_figures: "About the figures.",
    unpledged: "contribution without a pledge",
    counts_no_more: "no longer counted",
    on_another_pledge: "now on another pledge",
    opening_balance: "opening balance",
    gift_in_kind: "in kind",
    other_contributors: "other contributors",
    stated_total: "stated total",
    no_payment: "A dash means that no payment is itemized.",
    no_pledge_itemized: "no pledge itemized",
    no_payment_itemized: "no payment itemized",
    unknown_amount: "amount not known",
    converted: "An amount in another currency counts for what it was worth when it was pledged; a payment, for what it was worth when it was made or, if that is not known, when it was pledged.",
    counts_unpledged: "A contribution without a pledge counts as pledged.",
    share_settled: "The share received is what payments settled of the amounts pledged, without what came beyond a pledge and without gains or losses in exchange.",
    rounding: "Because of rounding, figures may not add up to the totals.",
    untranslated: "Texts that have not been translated are printed in their original language.",
    shared_programmes: "Programmes of the Office",
    programme_offices: "Programme offices",
    pillar: "Pillar",
    about_briefing: "About this briefing",
    contact: "Contact",
    email: "Email",
    on_the_web: "On the web",
    next_issue: "Next issue",
    semicolon: "; ",
    comma: ",",
    stamp_within: "a day within",
    continued: (",", "continued"),
};

impl Usage for English {
    fn phrases(&self) -> &'static Phrases {
        &PHRASES
    }

    fn period(&self, month: Month) -> Vec<PeriodPart> {
        vec![part(dates::month_name(month, EN), false), part(month.year().to_string(), true)]
    }

    fn issue(&self, title: &str, month: Month) -> String {
        format!("{title}, {}", dates::month(month, EN))
    }

    fn running_head(&self, title: &str, month: Month) -> String {
        format!("{title} · {}", dates::month(month, EN))
    }

    fn file_title(&self, title: &str, month: Month, office: &str) -> String {
        format!("{title}, {} – {office}", dates::month(month, EN))
    }

    fn subject(&self, month: Month) -> String {
        format!("Activities, pledges and contributions, {}", dates::month(month, EN))
    }

    fn approved(&self, by: &str, day: &str) -> String {
        format!("approved by {by}, {day}")
    }

    fn corrected_on(&self, day: &str) -> String {
        format!("Corrected on {day}:")
    }

    fn heading(&self, section: SectionKind, office: Option<&str>) -> String {
        match (section, office) {
            (SectionKind::Glance, _) => "At a glance".to_owned(),
            (SectionKind::About, Some(office)) => format!("About {office}"),
            (SectionKind::About, None) => "About the Office".to_owned(),
            (SectionKind::Mandate, Some(office)) => format!("{office} Mandate"),
            (SectionKind::Mandate, None) => "Mandate".to_owned(),
            (SectionKind::Leadership, _) => "Leadership".to_owned(),
            (SectionKind::Highlights, _) => "Highlights".to_owned(),
            (SectionKind::CapacityBuilding, _) => "Capacity-building".to_owned(),
            (SectionKind::Structure, _) => "Office structure".to_owned(),
            (SectionKind::RecentPledges, Some(office)) => format!("Recent pledges to {office}"),
            (SectionKind::RecentPledges, None) => "Recent pledges".to_owned(),
            (SectionKind::Contributors, Some(office)) => format!("Top contributors to {office}"),
            (SectionKind::Contributors, None) => "Top contributors".to_owned(),
            (SectionKind::Strategy, _) => "Strategy".to_owned(),
        }
    }

    fn contributions(&self, office: Option<&str>) -> String {
        office.map_or_else(|| "Contributions".to_owned(), |office| format!("Contributions to {office}"))
    }

    fn with_acronym(&self, name: Inlines, acronym: Inline) -> Inlines {
        line![name, " (", acronym, ")"]
    }

    fn aside(&self, words: &str) -> String {
        format!(" ({words})")
    }

    fn city(&self, city: Inlines, state: Inlines) -> Inlines {
        line![city, ", ", state]
    }

    fn and_online(&self, place: Inlines) -> Inlines {
        // The State after a city is enclosed in commas.
        let comma = if plain(&place).contains(", ") { "," } else { "" };
        line![place, comma, " and online"]
    }

    fn item_detail(&self, detail: ItemDetail, count: u64) -> &'static str {
        let (one, several) = match detail {
            // A place needs no label.
            ItemDetail::Place => ("", ""),
            ItemDetail::PartOf => ("Part of: ", "Part of: "),
            ItemDetail::Organizers => ("Organizer: ", "Organizers: "),
            ItemDetail::Partners => ("Partner: ", "Partners: "),
            ItemDetail::Units => ("Unit: ", "Units: "),
            ItemDetail::Programmes => ("Programme: ", "Programmes: "),
            ItemDetail::Pillars => ("Pillar ", "Pillars "),
        };
        if count == 1 { one } else { several }
    }

    fn new_pledges(&self, count: u64, month: Month, office: Option<Inlines>) -> Inlines {
        let month = dates::month_name(month, EN);
        match (numbers::plural(count, EN), office) {
            (PluralCategory::One, Some(office)) => {
                line!["In ", month, ", ", office, " recorded one new contribution:"]
            }
            (PluralCategory::One, None) => line!["In ", month, ", one new contribution was recorded:"],
            (_, Some(office)) => line!["In ", month, ", ", office, " recorded the following new contributions:"],
            (_, None) => line!["In ", month, ", the following new contributions were recorded:"],
        }
    }

    fn new_pledges_summary(&self, month: Month) -> String {
        format!(
            "New contributions of {} by contributor, with purpose and amount, and their total",
            dates::month(month, EN)
        )
    }

    fn movements(&self, _count: u64, month: Month) -> Inlines {
        line!["In ", dates::month_name(month, EN), ", the following was recorded:"]
    }

    fn movements_summary(&self, month: Month) -> String {
        format!("What was recorded in {}, by contributor, with purpose and amount", dates::month(month, EN))
    }

    fn movement(&self, kind: MovementKind) -> Option<&'static str> {
        match kind {
            MovementKind::Pledge | MovementKind::Gift => None,
            MovementKind::Allocation => Some("allocation"),
            MovementKind::Increase => Some("increase"),
            MovementKind::Reduction => Some("reduction"),
            MovementKind::NewTerms => Some("new terms"),
            MovementKind::Withdrawal => Some("withdrawn"),
            MovementKind::Payment => Some("payment"),
            MovementKind::CountedAsPaid => Some("pledged as far as paid"),
            MovementKind::Refund | MovementKind::PaidBack => Some("refund"),
            MovementKind::SurplusRefund => Some("refund of what came beyond the pledge"),
        }
    }

    fn yearly_until(&self, amount: &str, from: i32, until: i32, whole: &str) -> String {
        format!("{amount} a year, {from}–{until}; {whole} in all")
    }

    fn yearly_from(&self, amount: &str, from: i32) -> String {
        format!("{amount} a year from {from}, without an end date")
    }

    fn spread_over(&self, from: &str, until: &str) -> String {
        format!("from {from} to {until}")
    }

    fn instalments(&self, count: u64, from: &str, until: &str) -> String {
        match numbers::plural(count, EN) {
            PluralCategory::One => format!("one instalment, {from}"),
            _ => format!("{} instalments, from {from} to {until}", numbers::count(count, EN)),
        }
    }

    fn movement_total(&self, sum: MovementSum, net: bool) -> &'static str {
        match sum {
            MovementSum::Pledged if net => "Net change in pledges",
            MovementSum::Pledged => "Total pledged",
            MovementSum::PledgedYearly if net => "Net change in pledges without an end, per year",
            MovementSum::PledgedYearly => "Total of pledges without an end, per year",
            MovementSum::Allocated => "Total allocated",
            MovementSum::AllocatedYearly => "Total of allocations without an end, per year",
            MovementSum::Received if net => "Net change in payments",
            MovementSum::Received => "Total paid on pledges",
        }
    }

    fn movement_amount(&self, sum: MovementSum, net: bool, amount: &str) -> String {
        match sum {
            MovementSum::Pledged | MovementSum::Allocated if net => format!("a net change of {amount} in pledges"),
            MovementSum::PledgedYearly | MovementSum::AllocatedYearly if net => {
                format!("a net change of {amount} a year in pledges without an end")
            }
            MovementSum::Received if net => format!("a net change of {amount} in payments"),
            MovementSum::Pledged => format!("{amount} pledged"),
            MovementSum::PledgedYearly => format!("{amount} a year pledged"),
            MovementSum::Allocated => format!("{amount} allocated"),
            MovementSum::AllocatedYearly => format!("{amount} a year allocated"),
            MovementSum::Received => format!("{amount} paid"),
        }
    }

    fn late_movements(&self, movements: Inlines) -> Inlines {
        line!["Also recorded since the previous issue: ", movements, "."]
    }

    fn corrected_movements(&self, movements: Inlines) -> Inlines {
        line!["Corrected since the previous issue: ", movements, "."]
    }

    fn counted_as(&self, amount: &str) -> String {
        format!("counted as {amount}")
    }

    fn instead_of(&self, now: &str, before: &str) -> String {
        // A phrase that contains commas needs one at its end.
        let comma = if now.contains(", ") { "," } else { "" };
        format!("{now}{comma} instead of {before}")
    }

    fn amount_in(&self, currency: Currency) -> String {
        format!("Amount ({})", unit(currency))
    }

    fn total_recorded(&self, month: Month) -> String {
        format!("Total recorded in {}", dates::month_name(month, EN))
    }

    fn funding_partners(&self, count: u32) -> &'static str {
        form(count.into(), EN, "funding partner", "funding partners")
    }

    fn share_received(&self, percent: u16) -> Inlines {
        line![strong(numbers::percent_figure(percent, EN)), " of the amount pledged has been received"]
    }

    fn pledged_on(&self, amount: &str, day: StatedDay<'_>) -> String {
        format!("{} {day}, pledges amounted to {amount}.", day.pick("On", "As of"))
    }

    fn received_on(&self, amount: &str, day: StatedDay<'_>) -> String {
        format!("{} {day}, payments amounted to {amount}.", day.pick("On", "As of"))
    }

    fn partners_on(&self, count: u32, day: StatedDay<'_>) -> String {
        let on = day.pick("On", "As of");
        match numbers::plural(count.into(), EN) {
            PluralCategory::One => format!("{on} {day}, the Office had one funding partner."),
            _ => format!("{on} {day}, the Office had {} funding partners.", numbers::count(count.into(), EN)),
        }
    }

    fn pledged_documented(&self, amount: &str) -> String {
        format!("Documented pledges amount to {amount}; the total is not known.")
    }

    fn received_documented(&self, amount: &str) -> String {
        format!("Documented payments amount to {amount}; the total is not known.")
    }

    fn partners_documented(&self, count: u32) -> String {
        match numbers::plural(count.into(), EN) {
            PluralCategory::One => "One funding partner is documented; the number of partners is not known.".to_owned(),
            _ => format!(
                "Documented funding partners: {}; the number of partners is not known.",
                numbers::integer(count.into(), EN)
            ),
        }
    }

    fn documented_since(&self, amounts: &str) -> String {
        format!("Documented since then: {amounts}.")
    }

    fn since_last_issue(&self, change: SinceThen<'_>, then: PartialDate, format: DateStyle) -> String {
        let since = self.since(then, format);
        match change {
            SinceThen::More(amount) => format!("up {amount} {since}"),
            SinceThen::Less(amount) => format!("down {amount} {since}"),
            SinceThen::Same => format!("unchanged {since}"),
            SinceThen::Was(amount) => {
                let on = if matches!(then, PartialDate::Day(_)) { "on" } else { "in" };
                format!("compared with {amount} {on} {}", format.date(then))
            }
        }
    }

    fn pledged_to_date(&self, _noun: CountedNoun) -> String {
        "pledged to date".to_owned()
    }

    fn received_to_date(&self, _noun: CountedNoun) -> String {
        "received".to_owned()
    }

    fn pledged_on_label(&self, _noun: CountedNoun, day: StatedDay<'_>) -> String {
        format!("pledged by {day}")
    }

    fn received_on_label(&self, _noun: CountedNoun, day: StatedDay<'_>) -> String {
        format!("received by {day}")
    }

    fn partners_on_label(&self, count: u32, day: StatedDay<'_>) -> String {
        format!("{} {} {day}", self.funding_partners(count), day.pick("on", "as of"))
    }

    fn partners_documented_label(&self, count: u32) -> &'static str {
        form(count.into(), EN, "documented funding partner", "documented funding partners")
    }

    fn documented_as_of(&self, day: &str, known: Option<&str>) -> String {
        match known {
            Some(known) => format!("Documented figures as at {day}, as recorded by {known}."),
            None => format!("Documented figures as at {day}."),
        }
    }

    fn figures(&self, figures: &WrittenFigures) -> String {
        parts(figures)
    }

    fn partners_instead_of(&self, now: u32, before: u32) -> String {
        let now = parts(&WrittenFigures::of_partners(now));
        self.instead_of(&now, &numbers::count(before.into(), EN))
    }

    fn others(&self, others: &WrittenFigures) -> Inlines {
        line![format!("Not itemized here, but in the totals: {}.", parts(others))]
    }

    fn documented_others(&self, others: &WrittenFigures) -> Inlines {
        line![format!("Documented, but not shown here: {}.", parts(others))]
    }

    fn by_contributor_summary(&self, count: u64) -> String {
        match numbers::plural(count, EN) {
            PluralCategory::One => "A bar for one contributor: the amounts pledged and received".to_owned(),
            _ => format!("Bars for {count} contributors: the amounts each has pledged and paid, largest pledge first"),
        }
    }

    fn new_partners(&self, names: Inlines, count: u64, month: Month) -> Inlines {
        let month = dates::month(month, EN);
        match numbers::plural(count, EN) {
            PluralCategory::One => line![format!("New funding partner in {month}: "), names, "."],
            _ => line![format!("New funding partners in {month}: "), names, "."],
        }
    }

    fn new_partners_this_year(&self, names: Inlines, count: u64, year: i32) -> Inlines {
        match numbers::plural(count, EN) {
            PluralCategory::One => line![format!("New funding partner since the beginning of {year}: "), names, "."],
            _ => line![format!("New funding partners since the beginning of {year}: "), names, "."],
        }
    }

    fn pledged_in(&self, currency: Currency) -> String {
        format!("Pledged ({})", unit(currency))
    }

    fn received_in(&self, currency: Currency) -> String {
        format!("Received ({})", unit(currency))
    }

    fn allocations(&self, names: Inlines) -> Inlines {
        line!["Allocation: ", names, ". Counted as money and not as a funding partner."]
    }

    fn allocations_of_partners(&self, names: Inlines) -> Inlines {
        line!["Allocation: ", names, "."]
    }

    fn in_kind(&self, gifts: Inlines) -> Inlines {
        line!["In addition, in kind: ", gifts, "."]
    }

    fn earmarked_for(&self, purpose: Inlines) -> Inlines {
        line!["for ", purpose]
    }

    fn gift(&self, contributor: Inlines, what: Option<Inlines>, value: Option<String>, when: &str) -> Inlines {
        let what = what.map(|what| line![what, ", "]).unwrap_or_default();
        let value = value.map(|value| line!["valued at ", value, ", "]).unwrap_or_default();
        line![contributor, " (", what, value, when, ")"]
    }

    fn unvalued(&self, amounts: Inlines, currency: Currency, counted: Unvalued) -> Inlines {
        let unit = if currency == Currency::USD { "United States dollars" } else { currency.code() };
        let words = match counted {
            Unvalued::InNoAmount => format!("Not counted in any amount because the value in {unit} is not known: "),
            Unvalued::NotInTotals => format!("Left out of the totals because the value in {unit} is not known: "),
            Unvalued::SinceTotals => format!("Not itemized because the value in {unit} is not known: "),
            Unvalued::PerhapsInTotals => format!(
                "Not itemized because the value in {unit} is not known, though the published total may include it: "
            ),
        };
        line![words, amounts, "."]
    }

    fn on_behalf_of(&self, contributor: Inlines, party: Inlines) -> Inlines {
        line![contributor, " (for ", party, ")"]
    }

    fn surplus(&self, amount: &str) -> String {
        format!("On some pledges, {amount} more was received than had been promised.")
    }

    fn unvalued_amount(&self, contributor: Inlines, amount: &str) -> Inlines {
        line![contributor, format!(" ({amount})")]
    }

    fn multi_year(&self, rule: MultiYear) -> &'static str {
        match rule {
            MultiYear::Whole => {
                "A pledge over several years counts in full from the day it is made; one without an end counts as it falls due."
            }
            MultiYear::AsDue => "A pledge over several years counts as its instalments fall due.",
        }
    }

    fn as_of(&self, day: &str, known: Option<&str>) -> String {
        match known {
            Some(known) => format!("Figures as at {day}, as recorded by {known}."),
            None => format!("Figures as at {day}."),
        }
    }

    fn served_by(&self, office: &str) -> String {
        format!("Served by {office}")
    }

    fn entities(&self, count: u16) -> String {
        counted(count, EN, "entity", "entities")
    }

    fn working_groups(&self, count: u16) -> String {
        counted(count, EN, "working group", "working groups")
    }

    fn advisory_board(&self, members: u16, guests: Option<Inlines>, count: u64) -> Inlines {
        let states = counted(members, EN, "Member State", "Member States");
        match (numbers::plural(count, EN), guests) {
            (_, None) => line!["Advisory Board: ", states],
            (PluralCategory::One, Some(guest)) => line!["Advisory Board: ", states, "; guest: ", guest],
            (_, Some(guests)) => line!["Advisory Board: ", states, "; guests: ", guests],
        }
    }

    fn with_parts(&self, whole: Inlines, parts: Inlines) -> Inlines {
        line![whole, ": ", parts]
    }

    fn separator(&self, last: bool, crowded: bool, _next: &str) -> &'static str {
        match (last, crowded) {
            (true, false) => " and ",
            (true, true) => "; and ",
            (false, true) => "; ",
            (false, false) => ", ",
        }
    }

    fn locale(&self) -> Locale {
        locale!("en")
    }

    fn thousands_separator(&self) -> char {
        ','
    }

    fn decimal_mark(&self) -> char {
        '.'
    }

    fn count_in_words(&self, count: u64) -> Option<&'static str> {
        nth(count, &["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"])
    }

    fn percent(&self, _value: u16, number: &str) -> String {
        format!("{number}{NO_BREAK}per cent")
    }

    fn percent_figure(&self, number: &str) -> String {
        format!("{number}%")
    }

    fn ordinal(&self, place: u64, number: &str) -> String {
        let ending = match numbers::ordinal_category(place, EN) {
            PluralCategory::One => "st",
            PluralCategory::Two => "nd",
            PluralCategory::Few => "rd",
            _ => "th",
        };
        format!("{number}{ending}")
    }

    fn dollars(&self, amount: &Numeral) -> String {
        match amount.written.strip_prefix(MINUS) {
            Some(number) => format!("{MINUS}${number}"),
            None => format!("${}", amount.written),
        }
    }

    fn multiples(&self) -> &'static [u32] {
        &[6, 9, 12]
    }

    fn multiple_of_dollars(&self, number: &Numeral, power: u32) -> String {
        format!("{}{NO_BREAK}{}", self.dollars(number), multiple(power))
    }

    fn euros(&self, amount: &Numeral) -> String {
        with_code(Currency::EUR.code(), &amount.written, EN)
    }

    fn multiple_of_euros(&self, number: &Numeral, power: u32) -> String {
        with_code(Currency::EUR.code(), &self.multiple(number, power), EN)
    }

    fn multiple(&self, number: &Numeral, power: u32) -> String {
        format!("{}{NO_BREAK}{}", number.written, multiple(power))
    }

    fn months(&self) -> &'static Calendar {
        &MONTHS
    }

    fn short_months(&self) -> &'static Calendar {
        &SHORT_MONTHS
    }

    fn year(&self, year: i32) -> String {
        year.to_string()
    }

    fn days(&self, first: u32, last: u32) -> String {
        if first == last { first.to_string() } else { format!("{first}–{last}") }
    }

    fn days_of_month(&self, days: &str, month: &str) -> String {
        format!("{days}{NO_BREAK}{month}")
    }

    fn in_year(&self, date: &str, year: i32) -> String {
        format!("{date} {year}")
    }

    fn range(&self, first: &str, last: &str) -> String {
        format!("{first}–{last}")
    }

    fn span_of_years(&self, first: i32, last: i32) -> String {
        format!("{first}–{last}")
    }

    fn mixed_span(&self, first: PartialDate, last: PartialDate, format: DateStyle) -> String {
        format!("{} to {}", format.date(first), format.date(last))
    }

    fn since(&self, date: PartialDate, format: DateStyle) -> String {
        format!("since {}", format.date(date))
    }

    fn until(&self, date: PartialDate, format: DateStyle) -> String {
        format!("until {}", format.date(date))
    }

    fn within(&self, span: &str) -> String {
        format!("a day within {span}")
    }

    fn stamp_days(&self, first: u32, last: u32) -> String {
        self.days(first, last)
    }

    fn stamp_day(&self, day: u32, month: &str) -> String {
        format!("{day}{NO_BREAK}{month}")
    }

    fn stamp_session(&self, days: &str, month: &str) -> String {
        format!("{days}{NO_BREAK}{month}")
    }

    fn stamp_month(&self, month: &str, year: i32) -> String {
        format!("{month}{NO_BREAK}{year}")
    }

    fn stamp_year(&self, year: i32) -> String {
        year.to_string()
    }

    fn year_comes_first(&self) -> bool {
        false
    }

    fn stamp_years(&self, first: i32, last: i32) -> Vec<String> {
        vec![format!("{first}–{last}")]
    }

    fn opening(&self, first: &str) -> String {
        format!("{first}–")
    }

    fn stamp_since(&self, date: PartialDate, format: DateStyle) -> Vec<StampLine> {
        under("since", format.at(date))
    }

    fn stamp_until(&self, date: PartialDate, format: DateStyle) -> Vec<StampLine> {
        under("until", format.at(date))
    }
}

/// A billion is a thousand million, as in United Nations usage.
fn multiple(power: u32) -> &'static str {
    match power {
        12 => "trillion",
        9 => "billion",
        _ => "million",
    }
}

/// The unit of a column of amounts.
fn unit(currency: Currency) -> &'static str {
    if currency == Currency::USD { "US$" } else { currency.code() }
}

#[rustfmt::skip]
static MONTHS: Calendar = Calendar::new([
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
]);

#[rustfmt::skip]
static SHORT_MONTHS: Calendar = Calendar::new([
    "Jan", "Feb", "Mar", "Apr", "May", "June",
    "July", "Aug", "Sept", "Oct", "Nov", "Dec",
]);

/// The amounts and the number of partners of other contributors, joined.
fn parts(others: &WrittenFigures) -> String {
    let partners = (others.partners > 0).then(|| match numbers::plural(others.partners.into(), EN) {
        PluralCategory::One => "one funding partner".to_owned(),
        _ => format!("{} funding partners", numbers::count(others.partners.into(), EN)),
    });
    let pledged = others.pledged.as_ref().map(|amount| format!("{amount} pledged"));
    let received = others.received.as_ref().map(|amount| format!("{amount} received"));
    [pledged, received, partners].into_iter().flatten().collect::<Vec<_>>().join("; ")
}
