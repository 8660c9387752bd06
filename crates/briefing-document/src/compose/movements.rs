//! The movements of the month.

use briefing_model::{
    CorrectedMovement, DatedMovement, Money, MovementKind, MovementLine, MovementSum, Named, PartyRef, PrintedPurpose,
    RestatedFigures, RestatedOf, Restatement, Schedule, SectionKind, Terms,
};

use super::draft::DocumentDraft;
use crate::collate::sort_by_name;
use crate::inline::{line, plain};
use crate::languages::WrittenFigures;
use crate::{Block, Column, ColumnAlign, Inline, Inlines, Note, Section, SectionRole, Table, dates, lists, numbers};

/// The note that the mark of an allocation refers to.
const ALLOCATION: &str = "note-month-allocation";
const MARK: &str = "*";
/// The note on movements recorded too late for the issue of their month.
const LATE: &str = "note-late";
/// The note on movements corrected in the ledger since the issue that counted them.
const CORRECTED: &str = "note-corrected";

impl DocumentDraft<'_> {
    pub(super) fn movements(&mut self) -> Section {
        let movements = &self.briefing.movements;
        let mut blocks = Vec::new();
        let mut notes = Vec::new();
        if !movements.lines.is_empty() {
            let count = u64::try_from(movements.lines.len()).unwrap_or(u64::MAX);
            let intro = if self.only_new() {
                let office = self.office_in_text();
                self.messages.new_pledges(count, self.briefing.month, office)
            } else {
                self.messages.movements(count, self.briefing.month)
            };
            blocks.push(Block::Paragraph(intro));
            blocks.push(Block::Table(self.movement_table()));
            let allocated = movements.lines.iter().filter(|line| line.kind == MovementKind::Allocation);
            let text = self.allocations(allocated.map(|line| &line.contributor));
            if !text.is_empty() {
                notes.push(Note { id: ALLOCATION.to_owned(), mark: MARK.to_owned(), text });
            }
        }
        let (known_since, restated): (Vec<_>, Vec<_>) = movements.restated.iter().partition(|one| one.before.is_none());
        if !movements.late.is_empty() || !known_since.is_empty() {
            let mut late: Vec<Inlines> = movements.late.iter().map(|late| self.told(late, None)).collect();
            late.extend(known_since.into_iter().filter_map(|one| self.restated(one)));
            let text = self.messages.late_movements(lists::enumerate(late, self.language));
            notes.push(Note { id: LATE.to_owned(), mark: String::new(), text });
        }
        if !movements.corrected.is_empty() || !restated.is_empty() {
            let mut corrected: Vec<Inlines> =
                movements.corrected.iter().map(|corrected| self.corrected(corrected)).collect();
            corrected.extend(restated.into_iter().filter_map(|one| self.restated(one)));
            let text = self.messages.corrected_movements(lists::enumerate(corrected, self.language));
            notes.push(Note { id: CORRECTED.to_owned(), mark: String::new(), text });
        }
        blocks.extend((!notes.is_empty()).then_some(Block::Notes(notes)));
        self.section(SectionKind::RecentPledges, SectionRole::Exhibit, blocks)
    }

    /// "Germany ($92,615; for Border Management; March 2025)", with `first` before the other details.
    fn told(&mut self, movement: &DatedMovement, first: Option<&str>) -> Inlines {
        let contributor = self.giver(&movement.line);
        let [kind, amount, terms, when] =
            self.words(movement, movement.line.original.or(movement.line.amount), movement.line.kind);
        let worth = self.worth(&movement.line).map(|worth| self.messages.counted_as(&worth));
        let purpose = self.named_purposes(&movement.line.purposes);
        let purpose = purpose.map(|purpose| plain(&self.messages.earmarked_for(purpose)));
        let words = [first.map(str::to_owned), kind, amount, worth, terms, purpose, when];
        let words: Vec<String> = words.into_iter().flatten().collect();
        self.messages.unvalued_amount(contributor, &words.join(self.messages.phrases().semicolon))
    }

    /// "Germany ($92,615 instead of $9,261; March 2025)": each changed detail with its previous value.
    fn corrected(&mut self, corrected: &CorrectedMovement) -> Inlines {
        let (messages, before) = (self.messages, &corrected.before);
        let Some(after) = &corrected.after else {
            return self.told(before, Some(messages.phrases().counts_no_more));
        };
        let moved = Some(messages.phrases().on_another_pledge).filter(|_| corrected.reassigned);
        if after == before {
            return self.told(after, moved);
        }
        let contributor = self.giver(&after.line);
        // If the amount itself is unchanged, its value in the totals was corrected.
        let given = |line: &MovementLine| line.original.or(line.amount);
        let is_worth = given(&before.line) == given(&after.line) && before.line.amount != after.line.amount;
        let amount = |line: &MovementLine| line.original.filter(|_| !is_worth).or(line.amount);
        let whose = [
            (plain(&contributor), plain(&self.giver(&before.line))),
            (plain(&self.purpose(&after.line)), plain(&self.purpose(&before.line))),
        ];
        // The contributor and the purpose are compared only if they have changed.
        let whose = whose.iter().filter(|(now, before)| now != before);
        let whose = whose.map(|(now, before)| messages.instead_of(now, before));
        let mut words: Vec<String> = moved.map(str::to_owned).into_iter().chain(whose).collect();
        let (worth, worth_before) = (self.worth(&after.line), self.worth(&before.line));
        let counts_otherwise = !is_worth && worth_before.is_some() && worth != worth_before;
        let worth = if counts_otherwise { self.or_instead(worth, worth_before) } else { None };
        let now = self.words(after, amount(&after.line), before.line.kind);
        let before = self.words(before, amount(&before.line), after.line.kind);
        let mut told: Vec<_> = now.into_iter().zip(before).map(|(now, before)| self.or_instead(now, before)).collect();
        // After the kind of movement and the amount.
        told.insert(2, worth.map(|worth| messages.counted_as(&worth)));
        words.extend(told.into_iter().flatten());
        messages.unvalued_amount(contributor, &words.join(messages.phrases().semicolon))
    }

    /// "Norway (opening balance; $5,000 instead of $4,000 pledged; 31 December 2023)". Figures unknown to earlier issues are stated without
    /// a previous value.
    fn restated(&mut self, restated: &Restatement) -> Option<Inlines> {
        let (messages, phrases) = (self.messages, self.messages.phrases());
        let Restatement { before, after } = restated;
        let now = after.as_ref().or(before.as_ref())?;
        let before = before.as_ref().unwrap_or(now);
        let whose = self.restated_of(&now.of);
        let kind = match now.of {
            RestatedOf::OpeningBalance { .. } => Some(phrases.opening_balance),
            RestatedOf::InKind { .. } => Some(phrases.gift_in_kind),
            RestatedOf::Others | RestatedOf::Total => None,
        };
        let struck = after.is_none().then_some(phrases.counts_no_more);
        let mut words: Vec<String> = struck.into_iter().chain(kind).map(str::to_owned).collect();
        let (whose_now, whose_before) = (plain(&whose), plain(&self.restated_of(&before.of)));
        if whose_now != whose_before {
            words.push(messages.instead_of(&whose_now, &whose_before));
        }
        let (what, what_before) = (self.given(now), self.given(before));
        words.extend(self.or_instead(what, what_before));
        let money = |amount: Option<Money>| amount.map(|amount| numbers::money(amount, self.language));
        let amounts = [
            WrittenFigures {
                pledged: self.or_instead(money(now.pledged), money(before.pledged)),
                ..WrittenFigures::default()
            },
            WrittenFigures {
                received: self.or_instead(money(now.received), money(before.received)),
                ..WrittenFigures::default()
            },
        ];
        words.extend(amounts.iter().map(|figures| messages.figures(figures)).filter(|words| !words.is_empty()));
        let partners = |count| messages.figures(&WrittenFigures::of_partners(count));
        words.extend(match (now.partners, before.partners) {
            (Some(0), Some(before)) if before > 0 => {
                Some(messages.instead_of(&numbers::integer(0, self.language), &partners(before)))
            }
            (Some(now), Some(before)) if now != before => Some(messages.partners_instead_of(now, before)),
            (now, _) => now.filter(|now| *now > 0).map(partners),
        });
        words.extend(self.or_instead(money(now.value), money(before.value)));
        let when = |one: &RestatedFigures| Some(dates::in_full(&one.effective, self.language));
        words.extend(self.or_instead(when(now), when(before)));
        Some(messages.unvalued_amount(whose, &words.join(phrases.semicolon)))
    }

    /// The present value, with the previous one if it differs.
    fn or_instead(&self, now: Option<String>, before: Option<String>) -> Option<String> {
        match (now, before) {
            (Some(now), Some(before)) if now != before => Some(self.messages.instead_of(&now, &before)),
            (now, _) => now,
        }
    }

    fn given(&mut self, figures: &RestatedFigures) -> Option<String> {
        figures.of.what().map(|what| plain(&self.name(what)))
    }

    /// Whom the figures belong to.
    fn restated_of(&mut self, of: &RestatedOf) -> Inlines {
        let phrases = self.messages.phrases();
        match of {
            RestatedOf::OpeningBalance { contributor, on_behalf_of }
            | RestatedOf::InKind { contributor, on_behalf_of, .. } => {
                self.party_in_text(contributor, on_behalf_of.as_ref())
            }
            RestatedOf::Others => line![phrases.other_contributors],
            RestatedOf::Total => line![phrases.stated_total],
        }
    }

    /// The kind of a movement, its amount, its terms, and the date it took effect. A gift has no word for its kind unless it is told apart
    /// from another kind, `apart`.
    fn words(&self, movement: &DatedMovement, amount: Option<Money>, apart: MovementKind) -> [Option<String>; 4] {
        let DatedMovement { line: MovementLine { kind, terms, .. }, .. } = movement;
        let terms = terms.as_ref();
        let amount = amount.filter(|_| !says_how_much(terms)).map(|amount| numbers::money(amount, self.language));
        let is_gift = *kind == MovementKind::Gift && apart != MovementKind::Gift;
        let kind = self.messages.movement(*kind).or(is_gift.then_some(self.messages.phrases().unpledged));
        let when = dates::in_full(&movement.effective, self.language);
        [kind.map(str::to_owned), amount, terms.map(|terms| self.terms(terms)), Some(when)]
    }

    /// The value in the totals of an amount in another currency, if the line has both.
    fn worth(&self, line: &MovementLine) -> Option<String> {
        let worth = line.amount.filter(|_| line.original.is_some() && !says_how_much(line.terms.as_ref()))?;
        Some(numbers::money(worth, self.language))
    }

    /// The contributor, and the party on whose behalf it gave, before brackets.
    fn giver(&mut self, line: &MovementLine) -> Inlines {
        self.party_in_text(&line.contributor, line.on_behalf_of.as_ref())
    }

    /// The note on the month's allocations; empty if there are none. Funds that are partners through other contributions are noted
    /// separately.
    fn allocations<'m>(&mut self, funds: impl Iterator<Item = &'m Named<PartyRef>>) -> Inlines {
        let noted = self.briefing.contributions.as_ref().map(|shown| &shown.allocations);
        let is_partner =
            |fund: &&Named<PartyRef>| noted.is_some_and(|noted| noted.iter().all(|other| other.id != fund.id));
        let (partners, others): (Vec<_>, Vec<_>) = funds.partition(is_partner);
        let mut text = Vec::new();
        if !others.is_empty() {
            text.extend(self.messages.allocations(self.names(others)));
        }
        if !partners.is_empty() {
            let space = self.after(String::new());
            if !text.is_empty() && !space.is_empty() {
                text.push(Inline::Text(space.into()));
            }
            text.extend(self.messages.allocations_of_partners(self.names(partners)));
        }
        text
    }

    /// Whether every movement is new: a pledge, gift or allocation.
    fn only_new(&self) -> bool {
        self.briefing.movements.lines.iter().all(|line| line.kind.is_new())
    }

    fn movement_table(&mut self) -> Table {
        let (briefing, messages) = (self.briefing, self.messages);
        let totals = &briefing.movements.totals;
        // Rows do not show their day. They are looked up by contributor; those of the same contributor are ordered by day.
        let mut lines: Vec<(Inlines, &MovementLine)> = briefing
            .movements
            .lines
            .iter()
            .map(|line| (self.party(&line.contributor, line.on_behalf_of.as_ref()), line))
            .collect();
        sort_by_name(&mut lines, self.language, |(giver, _)| plain(giver));
        let amounts: Vec<Money> =
            lines.iter().filter_map(|(_, line)| line.amount).chain(totals.iter().map(|total| total.amount)).collect();
        let currency = amounts.first().map(|amount| amount.currency());
        // A common currency is named in the header; otherwise each amount names its own.
        let common = currency.filter(|&currency| amounts.iter().all(|amount| amount.currency() == currency));
        let figures = match common {
            Some(_) => numbers::column(&amounts, self.language),
            None => amounts.iter().map(|&amount| numbers::money(amount, self.language)).collect(),
        };
        let header =
            common.map_or_else(|| messages.phrases().amount.to_owned(), |currency| messages.amount_in(currency));
        let mut figures = figures.into_iter();
        let mut rows = Vec::new();
        for (giver, line) in lines {
            let amount = line.amount.and_then(|_| figures.next());
            let amount = amount.map_or_else(
                || Inline::Abbreviation { text: "–".into(), expansion: messages.phrases().unknown_amount.to_owned() },
                |amount| Inline::Text(amount.into()),
            );
            rows.push(self.movement_row(giver, line, amount));
        }
        let totals = totals.iter().zip(figures).map(|(total, amount)| (self.total_label(total.sum), line![amount]));
        let column = |header: Inlines, align, row_header| Column { header, align, row_header };
        Table {
            summary: if self.only_new() {
                messages.new_pledges_summary(briefing.month)
            } else {
                messages.movements_summary(briefing.month)
            },
            columns: vec![
                column(line![messages.phrases().contributor], ColumnAlign::Start, true),
                column(line![messages.phrases().purpose], ColumnAlign::Start, false),
                column(line![header], ColumnAlign::End, false),
            ],
            rows,
            totals: totals.collect(),
        }
    }

    /// The label of a total. If everything is a new pledge or gift, it is the total recorded.
    fn total_label(&self, sum: MovementSum) -> Inlines {
        let lines = &self.briefing.movements.lines;
        let plain =
            |line: &MovementLine| matches!(line.kind, MovementKind::Pledge | MovementKind::Gift) && !line.yearly;
        if lines.iter().all(plain) {
            return line![self.messages.total_recorded(self.briefing.month)];
        }
        // Payments do not change pledges, nor pledges payments.
        let net = lines.iter().any(|line| match line.kind {
            MovementKind::Increase
            | MovementKind::Reduction
            | MovementKind::NewTerms
            | MovementKind::Withdrawal
            | MovementKind::Refund => sum != MovementSum::Received,
            MovementKind::PaidBack | MovementKind::SurplusRefund => sum == MovementSum::Received,
            MovementKind::Pledge
            | MovementKind::Gift
            | MovementKind::Allocation
            | MovementKind::Payment
            | MovementKind::CountedAsPaid => false,
        });
        line![self.messages.movement_total(sum, net)]
    }

    /// The purposes of money as named in the ledger; `None` if it names none.
    pub(super) fn named_purposes(&mut self, purposes: &[PrintedPurpose]) -> Option<Inlines> {
        let names: Vec<Inlines> = purposes.iter().map(|purpose| self.name(purpose.name())).collect();
        (!names.is_empty()).then(|| lists::enumerate(names, self.language))
    }

    /// The purpose of a movement.
    fn purpose(&mut self, movement: &MovementLine) -> Inlines {
        let phrases = self.messages.phrases();
        if let Some(purposes) = self.named_purposes(&movement.purposes) {
            purposes
        } else if movement.purpose_unknown {
            line![phrases.purpose_not_stated]
        } else {
            line![phrases.not_earmarked]
        }
    }

    fn movement_row(&mut self, mut contributor: Inlines, movement: &MovementLine, amount: Inline) -> Vec<Inlines> {
        let mut purpose = self.purpose(movement);
        let terms = movement.terms.as_ref();
        let original = movement.original.filter(|_| !says_how_much(terms));
        let original = original.map(|amount| numbers::money(amount, self.language));
        let terms = terms.map(|terms| self.terms(terms));
        let kind = self.messages.movement(movement.kind).map(str::to_owned);
        for words in [kind, terms, original].into_iter().flatten() {
            purpose.extend(line![self.messages.aside(&words)]);
        }
        if movement.kind == MovementKind::Allocation {
            contributor.push(Inline::NoteReference { note: ALLOCATION.to_owned(), mark: MARK.to_owned() });
        }
        vec![contributor, purpose, line![amount]]
    }

    /// The schedule of a promise, in the currency in which it was made.
    fn terms(&self, terms: &Terms) -> String {
        let money = |amount: Money| numbers::money(amount, self.language);
        let date = |date| dates::date(date, self.language);
        let amount = money(terms.amount().money());
        match (terms.schedule(), terms.total()) {
            (Schedule::Yearly { from, until: Some(until) }, Ok(Some(whole))) => {
                self.messages.yearly_until(&amount, from.number(), until.number(), &money(whole))
            }
            (Schedule::Yearly { from, .. }, _) => self.messages.yearly_from(&amount, from.number()),
            (Schedule::Over { from, until }, _) => self.messages.spread_over(&date(*from), &date(*until)),
            (Schedule::Instalments(parts), _) => {
                let due =
                    |part: Option<&briefing_model::Instalment>| part.map(|part| date(part.due)).unwrap_or_default();
                let count = u64::try_from(parts.len()).unwrap_or(u64::MAX);
                self.messages.instalments(count, &due(parts.first()), &due(parts.last()))
            }
            (Schedule::Whole, _) => amount,
        }
    }
}

/// Whether terms state the amount, as yearly ones do.
fn says_how_much(terms: Option<&Terms>) -> bool {
    terms.is_some_and(|terms| matches!(terms.schedule(), Schedule::Yearly { .. }))
}
