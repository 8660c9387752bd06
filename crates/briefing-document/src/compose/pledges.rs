//! The new pledges of the month.

use briefing_model::{Money, PledgeLine, SectionKind};

use super::draft::Draft;
use crate::inline::line;
use crate::{Block, Column, ColumnAlign, Inlines, Section, SectionRole, Table, lists, numbers};

impl Draft<'_> {
    pub(super) fn recent_pledges(&mut self) -> Section {
        let pledges = &self.briefing.recent_pledges;
        let mut blocks = Vec::new();
        if !pledges.lines.is_empty() {
            let office = self.office_in_text();
            let count = u64::try_from(pledges.lines.len()).unwrap_or(u64::MAX);
            blocks.push(Block::Paragraph(self.messages.new_pledges(count, self.briefing.month, office)));
            blocks.push(Block::Table(self.pledge_table()));
        }
        self.section(SectionKind::RecentPledges, SectionRole::Exhibit, blocks)
    }

    fn pledge_table(&mut self) -> Table {
        let (briefing, messages) = (self.briefing, self.messages);
        let lines = &briefing.recent_pledges.lines;
        let amounts: Vec<Money> =
            lines.iter().map(|line| line.amount).chain(briefing.recent_pledges.totals.iter().copied()).collect();
        let currency = amounts.first().map(|amount| amount.currency());
        // One currency stands in the header; several stand beside each amount.
        let common = currency.filter(|&currency| amounts.iter().all(|amount| amount.currency() == currency));
        let figures = match common {
            Some(_) => numbers::column(&amounts, self.language),
            None => amounts.iter().map(|&amount| numbers::money(amount, self.language)).collect(),
        };
        let header = common.map_or_else(|| messages.amount().to_owned(), |currency| messages.amount_in(currency));
        let mut figures = figures.into_iter();
        let rows = lines.iter().zip(&mut figures).map(|(line, amount)| self.pledge_row(line, amount)).collect();
        let label = messages.total_recorded(briefing.month);
        let totals = figures.map(|total| (line![label.as_str()], line![total])).collect();
        let column = |header: Inlines, align, row_header| Column { header, align, row_header };
        Table {
            summary: messages.new_pledges_summary(briefing.month),
            columns: vec![
                column(line![messages.contributor()], ColumnAlign::Start, true),
                column(line![messages.purpose()], ColumnAlign::Start, false),
                column(line![header], ColumnAlign::End, false),
            ],
            rows,
            totals,
        }
    }

    fn pledge_row(&mut self, pledge: &PledgeLine, amount: String) -> Vec<Inlines> {
        let purposes: Vec<Inlines> = pledge.purposes.iter().map(|purpose| self.name(purpose)).collect();
        let mut purpose = if purposes.is_empty() {
            line![self.messages.not_earmarked()]
        } else {
            lists::enumerate(purposes, self.language)
        };
        if pledge.yearly {
            purpose.extend(line![self.messages.aside(self.messages.yearly())]);
        }
        vec![self.name(&pledge.contributor), purpose, line![amount]]
    }
}
