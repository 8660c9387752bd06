//! Contributions since the beginning: the totals, who gave, and what has to be said about the figures.

use std::cmp::Reverse;

use briefing_model::{Contributions, ContributorFigures, Money, Name, NewPartners, SectionKind};

use super::draft::Draft;
use crate::collate::sort_by_name;
use crate::inline::{line, plain};
use crate::languages::Totals;
use crate::{
    BarChart, BarRow, BarValue, Block, Inline, Inlines, KeyFigure, KeyFigures, Note, Section, SectionRole, dates,
    lists, numbers,
};

/// The marks of the notes that this section's labels refer to, where they are needed.
struct Marks {
    allocation: Option<&'static str>,
    in_kind: Option<&'static str>,
}

const ALLOCATION: &str = "note-allocation";
const IN_KIND: &str = "note-in-kind";

impl Marks {
    /// The first mark goes to the first note that a label refers to.
    fn of(contributions: &Contributions) -> Self {
        let refers = |is: fn(&ContributorFigures) -> bool| contributions.contributors.iter().any(is);
        let mut marks = ["*", "**"].into_iter();
        let allocated = !contributions.allocations.is_empty() && refers(|contributor| contributor.allocation);
        let allocation = if allocated { marks.next() } else { None };
        let gave = !contributions.in_kind.is_empty() && refers(|contributor| contributor.in_kind);
        let in_kind = if gave { marks.next() } else { None };
        Self { allocation, in_kind }
    }
}

impl Draft<'_> {
    pub(super) fn contributions(&mut self) -> Section {
        let Some(contributions) = &self.briefing.contributions else {
            return self.section(SectionKind::Contributors, SectionRole::Exhibit, Vec::new());
        };
        let marks = Marks::of(contributions);
        let mut blocks = vec![
            Block::KeyFigures(self.key_figures(contributions)),
            Block::Paragraph(self.messages.totals(&totals(
                contributions.pledged,
                contributions.received,
                contributions.partners,
                self,
            ))),
        ];
        blocks.extend(self.new_partners(&contributions.new_partners).map(Block::Paragraph));
        if !contributions.contributors.is_empty() {
            blocks.push(Block::BarChart(self.chart(contributions, &marks)));
        }
        blocks.push(Block::Notes(self.notes(contributions, &marks)));
        if !contributions.history.is_empty() {
            blocks.push(Block::BarChart(self.history(contributions)));
        }
        let section = self.section(SectionKind::Contributors, SectionRole::Exhibit, blocks);
        match contributions.title {
            // The office's own title goes to the chart, which it describes; the totals are of more than the chart shows.
            Some(_) => Section { heading: self.messages.contributions(self.office_acronym()), ..section },
            None => section,
        }
    }

    fn key_figures(&self, contributions: &Contributions) -> KeyFigures {
        let figure = |value: String, label: &str| KeyFigure { value, label: label.to_owned() };
        let partners = numbers::integer(i128::from(contributions.partners), self.language);
        KeyFigures {
            figures: vec![
                figure(numbers::headline(contributions.pledged, self.language), self.messages.pledged_to_date()),
                figure(numbers::headline(contributions.received, self.language), self.messages.received_to_date()),
                figure(partners, self.messages.funding_partners(contributions.partners)),
            ],
            // More received than pledged fills the bar; the sentence says how much more.
            share: contributions.share.map(|share| (share.min(100), self.messages.share_received(share))),
        }
    }

    /// Who is new this month; and this year, where that says more.
    fn new_partners(&mut self, new: &NewPartners) -> impl Iterator<Item = Inlines> + use<> {
        let month = self.briefing.month;
        let mut listed = |names: &[Name]| {
            let count = u64::try_from(names.len()).unwrap_or(u64::MAX);
            let names = self.by_name(names, |name| name).into_iter().map(|name| self.name(name)).collect();
            (lists::and(names, self.language), count)
        };
        let this_month = (!new.month.is_empty()).then(|| listed(&new.month));
        let this_year = (!new.year.is_empty() && new.year != new.month).then(|| listed(&new.year));
        let messages = self.messages;
        let this_month = this_month.map(|(names, count)| messages.new_partners(names, count, month));
        let this_year = this_year.map(|(names, count)| messages.new_partners_this_year(names, count, month.year()));
        this_month.into_iter().chain(this_year)
    }

    /// What had been pledged by each of some days.
    fn history(&self, contributions: &Contributions) -> BarChart {
        let (language, messages) = (self.language, self.messages);
        let points = &contributions.history;
        let amounts = numbers::column(&points.iter().map(|point| point.pledged).collect::<Vec<_>>(), language);
        let rows = points.iter().zip(amounts).map(|(point, amount)| BarRow {
            label: line![dates::day(point.as_of, language)],
            values: vec![bar(point.pledged, amount)],
        });
        BarChart {
            title: messages.history().to_owned(),
            summary: messages.history_summary().to_owned(),
            label_header: messages.date().to_owned(),
            series: vec![messages.pledged_in(contributions.pledged.currency())],
            rows: rows.collect(),
        }
    }

    fn chart(&mut self, contributions: &Contributions, marks: &Marks) -> BarChart {
        let (language, messages) = (self.language, self.messages);
        let contributors = self.in_order(contributions);
        let column = |amount: fn(&ContributorFigures) -> Money| {
            numbers::column(&contributors.iter().copied().map(amount).collect::<Vec<_>>(), language)
        };
        let printed =
            column(|contributor| contributor.pledged).into_iter().zip(column(|contributor| contributor.received));
        let rows = contributors.iter().zip(printed).map(|(contributor, (pledged, received))| BarRow {
            label: self.contributor(contributor, marks),
            values: vec![bar(contributor.pledged, pledged), bar(contributor.received, paid(contributor, received))],
        });
        let rows: Vec<BarRow> = rows.collect();
        let currency = contributions.pledged.currency();
        BarChart {
            title: match &contributions.title {
                Some(title) => self.plain_name(title),
                None => messages.by_contributor().to_owned(),
            },
            summary: messages.by_contributor_summary(u64::try_from(rows.len()).unwrap_or(u64::MAX)),
            label_header: messages.contributor().to_owned(),
            series: vec![messages.pledged_in(currency), messages.received_in(currency)],
            rows,
        }
    }

    fn contributor(&mut self, contributor: &ContributorFigures, marks: &Marks) -> Inlines {
        let refer = |applies: bool, note: &str, mark: Option<&str>| {
            let mark = mark.filter(|_| applies)?;
            Some(Inline::NoteReference { note: note.to_owned(), mark: mark.to_owned() })
        };
        let mut label = self.name(&contributor.name);
        label.extend(refer(contributor.allocation, ALLOCATION, marks.allocation));
        label.extend(refer(contributor.in_kind, IN_KIND, marks.in_kind));
        label
    }

    /// What the figures hold, what they leave out, and how they are counted.
    fn notes(&mut self, contributions: &Contributions, marks: &Marks) -> Vec<Note> {
        let mut notes = Vec::new();
        let mut note = |id: &str, mark: Option<&str>, text: Inlines| {
            notes.push(Note { id: id.to_owned(), mark: mark.unwrap_or_default().to_owned(), text });
        };
        if !contributions.allocations.is_empty() {
            let names = self.names(&contributions.allocations);
            note(ALLOCATION, marks.allocation, self.messages.allocations(names));
        }
        if !contributions.in_kind.is_empty() {
            let gifts = self.gifts(contributions);
            note(IN_KIND, marks.in_kind, self.messages.in_kind(gifts));
        }
        if let Some(others) = &contributions.others {
            let totals = totals(others.pledged, others.received, others.partners, self);
            note("note-others", None, self.messages.others(&totals));
        }
        if !contributions.unvalued.is_empty() {
            let amounts = self.unvalued(contributions);
            note("note-unvalued", None, self.messages.unvalued(amounts, contributions.pledged.currency()));
        }
        if contributions.contributors.iter().any(|contributor| contributor.received.is_zero()) {
            note("note-no-payment", None, line![self.messages.no_payment()]);
        }
        note("note-multi-year", None, line![self.messages.multi_year(contributions.multi_year)]);
        note("note-as-of", None, line![self.as_of(contributions)]);
        if !adds_up(contributions) {
            note("note-rounding", None, line![self.messages.rounding()]);
        }
        notes
    }

    /// What has a name, in the order of the names as they are printed.
    fn by_name<'n, T>(&self, items: &'n [T], name: impl Fn(&'n T) -> &'n Name) -> Vec<&'n T> {
        let mut items: Vec<&T> = items.iter().collect();
        sort_by_name(&mut items, self.language, |item| name(item).resolve(self.language).0.to_owned());
        items
    }

    /// The contributors of the chart, largest first; those who gave the same, by name.
    fn in_order<'n>(&self, contributions: &'n Contributions) -> Vec<&'n ContributorFigures> {
        let mut contributors = self.by_name(&contributions.contributors, |contributor| &contributor.name);
        contributors.sort_by_key(|contributor| Reverse((contributor.pledged.minor(), contributor.received.minor())));
        contributors
    }

    fn names(&mut self, names: &[Name]) -> Inlines {
        let mut names: Vec<Inlines> = names.iter().map(|name| self.name(name)).collect();
        sort_by_name(&mut names, self.language, |name| plain(name));
        lists::enumerate(names, self.language)
    }

    fn gifts(&mut self, contributions: &Contributions) -> Inlines {
        let mut gifts = Vec::new();
        for gift in self.by_name(&contributions.in_kind, |gift| &gift.contributor) {
            let contributor = self.name(&gift.contributor);
            let value = gift.value.map(|value| numbers::headline(value, self.language));
            gifts.push(self.messages.gift(contributor, value, &dates::in_full(&gift.when, self.language)));
        }
        lists::enumerate(gifts, self.language)
    }

    fn unvalued(&mut self, contributions: &Contributions) -> Inlines {
        let mut amounts = Vec::new();
        for unvalued in self.by_name(&contributions.unvalued, |unvalued| &unvalued.contributor) {
            let contributor = self.name(&unvalued.contributor);
            amounts.push(self.messages.unvalued_amount(contributor, &numbers::money(unvalued.amount, self.language)));
        }
        lists::enumerate(amounts, self.language)
    }

    fn as_of(&self, contributions: &Contributions) -> String {
        let day = dates::day(contributions.as_of, self.language);
        let known = dates::day(self.briefing.cutoff, self.language);
        self.messages.as_of(&day, Some(known.as_str()).filter(|known| *known != day))
    }
}

fn totals(pledged: Money, received: Money, partners: u32, draft: &Draft<'_>) -> Totals {
    Totals {
        pledged: numbers::headline(pledged, draft.language),
        received: numbers::headline(received, draft.language),
        partners,
    }
}

/// What is printed as received: a dash where nothing is on record, because payments may be known in sum only.
fn paid(contributor: &ContributorFigures, received: String) -> String {
    if contributor.received.is_zero() { "–".to_owned() } else { received }
}

/// A bar, as long as the amount in units of its currency.
fn bar(amount: Money, text: String) -> BarValue {
    #[expect(clippy::cast_precision_loss, reason = "the length of a bar needs no more than 53 bits")]
    let minor = amount.minor().max(0) as f64;
    let unit = 10_f64.powi(i32::try_from(amount.currency().minor_units()).unwrap_or_default());
    BarValue { length: minor / unit, text }
}

/// Whether the amounts as printed, some exact and some rounded, add up to the totals as printed.
fn adds_up(contributions: &Contributions) -> bool {
    let others = contributions.others.as_ref();
    let column = |of: fn(&ContributorFigures) -> Money, others: Option<Money>, whole: Money| {
        let parts = contributions.contributors.iter().map(|contributor| of(contributor).minor());
        let parts = parts.chain(others.map(numbers::minor_in_headline));
        parts.fold(0_i128, i128::saturating_add) == numbers::minor_in_headline(whole)
    };
    column(|contributor| contributor.pledged, others.map(|others| others.pledged), contributions.pledged)
        && column(|contributor| contributor.received, others.map(|others| others.received), contributions.received)
}
