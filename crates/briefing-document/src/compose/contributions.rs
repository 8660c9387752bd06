//! Contributions since the beginning: the totals, who gave, and remarks on the figures.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use briefing_model::{
    Compared, Contributions, ContributorFigures, Day, Knowledge, Language, Money, MovementTotal, MultiYear, Name,
    Named, NewPartners, OtherContributors, PartialDate, PartyRef, PledgedToDate, SectionKind, Share, SinceLastIssue,
};

use super::draft::DocumentDraft;
use crate::collate::sort_by_name;
use crate::inline::{line, plain};
use crate::languages::{SinceThen, StatedDay, Unvalued, WrittenFigures};
use crate::numbers::CountedNoun;
use crate::{
    Block, Chart, ChartForm, ChartRow, ChartValue, Inline, Inlines, KeyFigure, KeyFigures, Note, Section, SectionRole,
    TimeAxis, dates, lists, numbers,
};

/// The marks of those notes that labels in this section refer to.
struct NoteMarks {
    allocation: Option<&'static str>,
    in_kind: Option<&'static str>,
}

const ALLOCATION: &str = "note-allocation";
const IN_KIND: &str = "note-in-kind";
const ABOUT: &str = "note-figures";

impl NoteMarks {
    /// Assigns the marks in order to those notes that a label refers to.
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

impl DocumentDraft<'_> {
    pub(super) fn contributions(&mut self) -> Section {
        let Some(contributions) = &self.briefing.contributions else {
            return self.section(SectionKind::Contributors, SectionRole::Exhibit, Vec::new());
        };
        let marks = NoteMarks::of(contributions);
        let mut blocks = Vec::new();
        blocks.extend(self.key_figures(contributions).map(Block::KeyFigures));
        blocks.extend(self.sentences(contributions).map(Block::Paragraph));
        blocks.extend(self.new_partners(&contributions.new_partners).map(Block::Paragraph));
        if !contributions.contributors.is_empty() {
            blocks.push(Block::Chart(self.chart(contributions, &marks)));
        }
        let notes = self.notes(contributions, &marks);
        if !notes.is_empty() {
            blocks.push(Block::Notes(notes));
        }
        if !contributions.history.is_empty() {
            blocks.push(Block::Chart(self.history(contributions)));
        }
        let section = self.section(SectionKind::Contributors, SectionRole::Exhibit, blocks);
        let titled = self.briefing.titles.sections.contains_key(&SectionKind::Contributors);
        // The office's own title describes the chart and is used for it; the totals cover more than the chart shows. And if not everything
        // is documented about the contributors, it is unknown who gave most.
        if (contributions.title.is_some() || only_documented(contributions)) && !titled {
            Section { heading: self.naming_office(self.messages.contributions(self.office_acronym())), ..section }
        } else {
            section
        }
    }

    /// The figures that are known in some way, each with its label; `None` if none is.
    pub(super) fn key_figures(&self, contributions: &Contributions) -> Option<KeyFigures> {
        self.figures_with(contributions, &SinceLastIssue::default())
    }

    /// The same figures, each with its change since the previous issue if that is known.
    pub(super) fn changed_figures(&self, contributions: &Contributions) -> Option<KeyFigures> {
        self.figures_with(contributions, &contributions.since_last_issue)
    }

    fn figures_with(&self, contributions: &Contributions, since: &SinceLastIssue) -> Option<KeyFigures> {
        let (messages, language) = (self.messages, self.language);
        let money = |figure: &Knowledge<Money>| figure.clone().map(|amount| numbers::headline(amount, language));
        // Without a figure there is no label.
        let noun = |figure: &Knowledge<Money>| {
            let amount = figure.figure().copied().unwrap_or(Money::zero(contributions.currency));
            CountedNoun::of(amount, language)
        };
        let (pledged_noun, received_noun) = (noun(&contributions.pledged), noun(&contributions.received));
        let as_of = contributions.as_of;
        let pledged = self.key_figure(
            &money(&contributions.pledged),
            as_of,
            &messages.pledged_to_date(pledged_noun),
            |on| messages.pledged_on_label(pledged_noun, on),
            messages.phrases().pledged_documented_label,
        );
        let received = self.key_figure(
            &money(&contributions.received),
            as_of,
            &messages.received_to_date(received_noun),
            |on| messages.received_on_label(received_noun, on),
            messages.phrases().received_documented_label,
        );
        let count = count_of(&contributions.partners);
        let partners = self.key_figure(
            &contributions.partners.clone().map(|partners| numbers::integer(partners.into(), language)),
            as_of,
            messages.funding_partners(count),
            |on| messages.partners_on_label(count, on),
            messages.partners_documented_label(count),
        );
        let money = |amount: Money| {
            let less = Money::zero(amount.currency()).checked_sub(amount).ok().filter(|_| amount.is_negative());
            (amount.minor().signum(), numbers::headline(less.unwrap_or(amount), language))
        };
        let count = |count: i64| {
            let words = numbers::integer(count.unsigned_abs().into(), language);
            // In Chinese, a number of things takes a measure word.
            (i128::from(count.signum()), if language == Language::Zh { format!("{words}个") } else { words })
        };
        let pledged = self.with_change(pledged, since.pledged.map(|then| then.map(money)));
        let received = self.with_change(received, since.received.map(|then| then.map(money)));
        let partners = self.with_change(partners, since.partners.map(|then| then.map(count)));
        let figures: Vec<KeyFigure> = [pledged, received, partners].into_iter().flatten().collect();
        if figures.is_empty() {
            return None;
        }
        // If more was received than pledged, the bar is full; the sentence gives the true share.
        let share = contributions.share.map(|share| (share.min(100), messages.share_received(share)));
        Some(KeyFigures { figures, share })
    }

    /// A figure with its change: the sign of the change, and its amount in words.
    fn with_change(&self, figure: Option<KeyFigure>, then: Option<Compared<(i128, String)>>) -> Option<KeyFigure> {
        let figure = figure?;
        let Some(then) = then else { return Some(figure) };
        let change = match &then {
            Compared::Changed { by: (0, _), .. } => SinceThen::Same,
            Compared::Changed { by: (sign, amount), .. } if *sign < 0 => SinceThen::Less(amount),
            Compared::Changed { by: (_, amount), .. } => SinceThen::More(amount),
            Compared::Was { value: (_, amount), .. } => SinceThen::Was(amount),
        };
        let change = dates::since_last_issue(change, then.date(), self.language);
        Some(KeyFigure { label: figure.label + self.messages.comma(), change: Some(change), ..figure })
    }

    /// A figure with its label; `None` if it is not known.
    fn key_figure(
        &self,
        figure: &Knowledge<String>,
        as_of: Day,
        whole: &str,
        of_day: impl Fn(StatedDay<'_>) -> String,
        documented: &str,
    ) -> Option<KeyFigure> {
        let (value, label) = match figure {
            Knowledge::Stated { value, on, .. } if *on != as_of => (value, self.said_for(figure, of_day)?),
            Knowledge::Known(value) | Knowledge::Stated { value, .. } => (value, whole.to_owned()),
            Knowledge::Documented(value) => (value, documented.to_owned()),
            Knowledge::Unknown => return None,
        };
        Some(KeyFigure { value: value.clone(), label, change: None })
    }

    /// A sentence about a figure and the time for which it is stated; `None` if it is not stated for any.
    fn said_for<T>(&self, figure: &Knowledge<T>, say: impl FnOnce(StatedDay<'_>) -> String) -> Option<String> {
        let when = figure.stated_for()?;
        Some(say(StatedDay::new(&dates::date(when, self.language), matches!(when, PartialDate::Day(_)))))
    }

    /// The figures in sentences that say how each is known, if that adds to the key figures.
    fn sentences(&self, contributions: &Contributions) -> Option<Inlines> {
        let (messages, as_of) = (self.messages, contributions.as_of);
        let headline = |amount: &Money| numbers::headline(*amount, self.language);
        let Contributions { pledged, received, .. } = contributions;
        // Totals as of the day itself need no sentence: the key figures say everything.
        if pledged.holds_on(as_of).is_some() && received.holds_on(as_of).is_some() {
            return None;
        }
        let mut sentences = Vec::new();
        match pledged {
            Knowledge::Stated { value, on, .. } if *on != as_of => {
                sentences.extend(self.said_for(pledged, |on| messages.pledged_on(&headline(value), on)));
                // The stated total counts instalments as they fall due, whereas pledges documented since then are counted in full.
                let counts_as_due = contributions.multi_year == MultiYear::AsDue;
                match self.amounts(&contributions.pledged_since) {
                    Some(amounts) => {
                        sentences.push(messages.documented_since(&amounts));
                        sentences.extend(counts_as_due.then(|| messages.phrases().whole_since.to_owned()));
                    }
                    None if contributions.pledged_since.is_empty() => {
                        sentences.push(messages.phrases().nothing_since.to_owned());
                    }
                    // Pledges changed by an amount that is not known.
                    None => {}
                }
                sentences.extend(counts_as_due.then(|| messages.phrases().due_since.to_owned()));
            }
            Knowledge::Documented(value) => sentences.push(messages.pledged_documented(&headline(value))),
            // A total as of the day itself needs no sentence: the key figure says everything.
            Knowledge::Known(_) | Knowledge::Stated { .. } | Knowledge::Unknown => {}
        }
        match received {
            Knowledge::Stated { value, on, .. } if *on != as_of => {
                sentences.extend(self.said_for(received, |on| messages.received_on(&headline(value), on)));
                let since = self.amounts(&contributions.received_since);
                sentences.extend(since.map(|amounts| messages.documented_since(&amounts)));
            }
            Knowledge::Documented(value) => sentences.push(messages.received_documented(&headline(value))),
            Knowledge::Known(_) | Knowledge::Stated { .. } | Knowledge::Unknown => {}
        }
        sentences.extend(self.partners(contributions));
        let mut sentences = sentences.into_iter();
        let first = sentences.next()?;
        Some(line![sentences.fold(first, |words, sentence| words + &self.after(sentence))])
    }

    fn partners(&self, contributions: &Contributions) -> Option<String> {
        let messages = self.messages;
        match &contributions.partners {
            Knowledge::Stated { value, on, .. } if *on != contributions.as_of => {
                self.said_for(&contributions.partners, |on| messages.partners_on(*value, on))
            }
            Knowledge::Documented(value) => Some(messages.partners_documented(*value)),
            Knowledge::Known(_) | Knowledge::Stated { .. } | Knowledge::Unknown => None,
        }
    }

    /// A sentence preceded by the space that the language has between sentences.
    pub(super) fn after(&self, sentence: String) -> String {
        match self.language {
            Language::Zh => sentence,
            Language::Ar | Language::En | Language::Es | Language::Fr | Language::Ru => format!(" {sentence}"),
        }
    }

    /// The totals of movements as a list, without those that come to zero; `None` if nothing is left.
    fn amounts(&self, totals: &[MovementTotal]) -> Option<String> {
        let amount = |total: &MovementTotal| {
            let amount = numbers::money(total.amount, self.language);
            line![self.messages.movement_amount(total.sum, total.is_net(), &amount)]
        };
        let amounts: Vec<Inlines> = totals.iter().filter(|total| !total.amount.is_zero()).map(amount).collect();
        (!amounts.is_empty()).then(|| plain(&lists::enumerate(amounts, self.language)))
    }

    /// The partners that are new this month, and those new this year if that adds any.
    fn new_partners(&mut self, new: &NewPartners) -> impl Iterator<Item = Inlines> + use<> {
        let month = self.briefing.month;
        let mut listed = |parties: &[Named<PartyRef>]| {
            let count = u64::try_from(parties.len()).unwrap_or(u64::MAX);
            let parties = self.by_name(parties, |party| &party.name);
            let names = parties.into_iter().map(|party| self.name(&party.name)).collect();
            (lists::and(names, self.language), count)
        };
        let this_month = (!new.month.is_empty()).then(|| listed(&new.month));
        let this_year = (!new.year.is_empty() && new.year != new.month).then(|| listed(&new.year));
        let messages = self.messages;
        let this_month = this_month.map(|(names, count)| messages.new_partners(names, count, month));
        let this_year = this_year.map(|(names, count)| messages.new_partners_this_year(names, count, month.year()));
        this_month.into_iter().chain(this_year)
    }

    /// The chart of the amounts pledged by each of a series of days.
    fn history(&self, contributions: &Contributions) -> Chart {
        let (language, messages) = (self.language, self.messages);
        let points = &contributions.history;
        let headline = |point: &PledgedToDate| numbers::headline(point.pledged, language);
        let amounts = numbers::column(&points.iter().map(|point| point.pledged).collect::<Vec<_>>(), language);
        let rows = points.iter().zip(amounts).map(|(point, amount)| ChartRow {
            label: line![dates::date(point.period.unwrap_or(PartialDate::Day(point.as_of)), language)],
            values: vec![bar(Some(point.pledged), Some(amount), "")],
        });
        Chart {
            title: messages.phrases().history.into(),
            summary: messages.phrases().history_summary.to_owned(),
            form: ChartForm::Steps(TimeAxis {
                days: points.iter().map(|point| point.as_of).collect(),
                start: points.first().map(headline).unwrap_or_default(),
                end: points.last().map(headline).unwrap_or_default(),
            }),
            label_header: messages.phrases().date.to_owned(),
            series: points.first().map(|point| messages.pledged_in(point.pledged.currency())).into_iter().collect(),
            rows: rows.collect(),
        }
    }

    fn chart(&mut self, contributions: &Contributions, marks: &NoteMarks) -> Chart {
        let (language, messages) = (self.language, self.messages);
        let contributors = self.in_order(contributions);
        let phrases = messages.phrases();
        let figures = |one: &&ContributorFigures| [printed(&one.pledged), printed(&one.received)];
        // Pledged and received amounts are compared, so either both columns have decimals or neither does.
        let known: Vec<Money> = contributors.iter().flat_map(figures).flatten().collect();
        let mut written = numbers::column(&known, language).into_iter();
        let mut value = |amount: Option<Money>, dash| bar(amount, amount.and_then(|_| written.next()), dash);
        let rows = contributors.iter().map(|contributor| {
            let [pledged, received] = figures(contributor);
            let values = vec![value(pledged, phrases.no_pledge_itemized), value(received, phrases.no_payment_itemized)];
            ChartRow { label: self.contributor(contributor, marks), values }
        });
        let rows: Vec<ChartRow> = rows.collect();
        let currency = contributions.currency;
        Chart {
            title: match &contributions.title {
                Some(title) => self.plain_name(title),
                None if only_documented(contributions) => messages.phrases().documented_by_contributor.into(),
                None => messages.phrases().by_contributor.into(),
            },
            summary: messages.by_contributor_summary(u64::try_from(rows.len()).unwrap_or(u64::MAX)),
            form: ChartForm::Bars,
            label_header: messages.phrases().contributor.to_owned(),
            series: vec![messages.pledged_in(currency), messages.received_in(currency)],
            rows,
        }
    }

    fn contributor(&mut self, contributor: &ContributorFigures, marks: &NoteMarks) -> Inlines {
        let refer = |applies: bool, note: &str, mark: Option<&str>| {
            let mark = mark.filter(|_| applies)?;
            Some(Inline::NoteReference { note: note.to_owned(), mark: mark.to_owned() })
        };
        let mut label = self.name(&contributor.contributor.name);
        label.extend(refer(contributor.allocation, ALLOCATION, marks.allocation));
        label.extend(refer(contributor.in_kind, IN_KIND, marks.in_kind));
        label
    }

    /// The notes that marks refer to, then one note on what the figures include and leave out and how they are counted.
    fn notes(&mut self, contributions: &Contributions, marks: &NoteMarks) -> Vec<Note> {
        let mut notes = Vec::new();
        let mut about: Vec<Inlines> = Vec::new();
        let mut note = |id: &str, mark: Option<&str>, text: Inlines| match mark {
            Some(mark) => notes.push(Note { id: id.to_owned(), mark: mark.to_owned(), text }),
            None => about.push(text),
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
            about.extend(self.others(others, contributions));
        }
        let counted = match contributions.pledged {
            Knowledge::Known(_) => Unvalued::NotInTotals,
            Knowledge::Stated { .. } => Unvalued::PerhapsInTotals,
            Knowledge::Documented(_) | Knowledge::Unknown => Unvalued::InNoAmount,
        };
        for (since_total, counted) in [(false, counted), (true, Unvalued::SinceTotals)] {
            if contributions.unvalued.iter().any(|unvalued| unvalued.since_total == since_total) {
                let amounts = self.unvalued(contributions, since_total);
                about.push(self.messages.unvalued(amounts, contributions.currency, counted));
            }
        }
        if let Some(surplus) = contributions.surplus {
            about.push(line![self.messages.surplus(&numbers::money(surplus, self.language))]);
        }
        if contributions.converted {
            about.push(line![self.messages.phrases().converted]);
        }
        if contributions.unpledged {
            about.push(line![self.messages.phrases().counts_unpledged]);
        }
        if is_share_of_pledges(contributions) {
            about.push(line![self.messages.phrases().share_settled]);
        }
        let shown = &contributions.contributors;
        if shown.iter().any(|contributor| printed(&contributor.received).is_none()) {
            about.push(line![self.messages.phrases().no_payment]);
        }
        let documented = only_documented(contributions);
        if documented && !shown.is_empty() {
            about.push(line![self.messages.phrases().documented_only]);
        }
        if !contributions.pledged.is_unknown() || !shown.is_empty() {
            about.push(line![self.messages.multi_year(contributions.multi_year)]);
        }
        if let Some(words) = self.as_of(contributions) {
            about.push(line![words]);
        }
        if !adds_up(contributions) {
            about.push(line![self.messages.phrases().rounding]);
        }
        if !about.is_empty() {
            let mut text = vec![Inline::Strong(line![self.messages.phrases().about_figures])];
            for sentence in about {
                let space = self.after(String::new());
                text.extend((!space.is_empty()).then(|| Inline::Text(space.into())));
                text.extend(sentence);
            }
            notes.push(Note { id: ABOUT.to_owned(), mark: String::new(), text });
        }
        notes
    }

    /// Named items in the order of their names as printed.
    fn by_name<'n, T>(&self, items: &'n [T], name: impl Fn(&'n T) -> &'n Name) -> Vec<&'n T> {
        let mut items: Vec<&T> = items.iter().collect();
        sort_by_name(&mut items, self.language, |item| name(item).resolve(self.language).0.to_owned());
        items
    }

    /// The contributors of the chart, largest first; those with equal amounts by name.
    fn in_order<'n>(&self, contributions: &'n Contributions) -> Vec<&'n ContributorFigures> {
        let mut contributors = self.by_name(&contributions.contributors, |one| &one.contributor.name);
        let minor = |figure: &Knowledge<Money>| figure.on_record().map_or(0, |money| money.minor());
        contributors.sort_by_key(|one| Reverse((minor(&one.pledged), minor(&one.received))));
        contributors
    }

    /// The names of parties, each once.
    pub(super) fn names<'n>(&mut self, parties: impl IntoIterator<Item = &'n Named<PartyRef>>) -> Inlines {
        let parties: BTreeMap<&PartyRef, &Name> = parties.into_iter().map(|party| (&party.id, &party.name)).collect();
        let mut names: Vec<Inlines> = parties.into_values().map(|name| self.name(name)).collect();
        sort_by_name(&mut names, self.language, |name| plain(name));
        lists::enumerate(names, self.language)
    }

    fn gifts(&mut self, contributions: &Contributions) -> Inlines {
        let mut gifts = Vec::new();
        for gift in self.by_name(&contributions.in_kind, |gift| &gift.contributor.name) {
            let contributor = self.party_in_text(&gift.contributor, gift.on_behalf_of.as_ref());
            let value = gift.value.map(|value| numbers::headline(value, self.language));
            let what = gift.what.as_ref().map(|what| self.name(what));
            let purpose = self.named_purposes(&gift.purposes).map(|purpose| self.messages.earmarked_for(purpose));
            let what = match (what, purpose) {
                (Some(what), Some(purpose)) => Some(line![what, self.messages.comma(), purpose]),
                (what, purpose) => what.or(purpose),
            };
            gifts.push(self.messages.gift(contributor, what, value, &dates::in_full(&gift.when, self.language)));
        }
        lists::enumerate(gifts, self.language)
    }

    fn unvalued(&mut self, contributions: &Contributions, since_total: bool) -> Inlines {
        let mut amounts = Vec::new();
        let unvalued = self.by_name(&contributions.unvalued, |unvalued| &unvalued.contributor.name);
        for unvalued in unvalued.into_iter().filter(|unvalued| unvalued.since_total == since_total) {
            let contributor = self.party_in_text(&unvalued.contributor, unvalued.on_behalf_of.as_ref());
            amounts.push(self.messages.unvalued_amount(contributor, &numbers::money(unvalued.amount, self.language)));
        }
        lists::enumerate(amounts, self.language)
    }

    /// The note on other contributors; `None` if all their amounts are smaller than the precision of the totals.
    fn others(&self, others: &OtherContributors, contributions: &Contributions) -> Option<Inlines> {
        let written =
            |figure: &Knowledge<Money>| figure.on_record().map(|amount| numbers::headline(*amount, self.language));
        let OtherContributors { pledged, received, partners } = others;
        let pledged = &less_precise(pledged, &contributions.pledged);
        let received = &less_precise(received, &contributions.received);
        if pledged.is_unknown() && received.is_unknown() && *partners == 0 {
            return None;
        }
        let documented = |figure: &Knowledge<Money>| matches!(figure, Knowledge::Documented(_));
        let words = |pledged: &Knowledge<Money>, received: &Knowledge<Money>, partners| WrittenFigures {
            pledged: written(pledged),
            received: written(received),
            partners,
        };
        let nothing = Knowledge::Unknown;
        Some(match (documented(pledged), documented(received)) {
            (false, false) => self.messages.others(&words(pledged, received, *partners)),
            (true, true) => self.messages.documented_others(&words(pledged, received, *partners)),
            (true, false) if received.is_unknown() => {
                self.messages.documented_others(&words(pledged, received, *partners))
            }
            // One figure is part of a total, the other is only documented.
            (false, true) => {
                let mut text = self.messages.others(&words(pledged, &nothing, *partners));
                text.extend(line![self.after(plain(&self.messages.documented_others(&words(&nothing, received, 0))))]);
                text
            }
            (true, false) => {
                let mut text = self.messages.others(&words(&nothing, received, *partners));
                text.extend(line![self.after(plain(&self.messages.documented_others(&words(pledged, &nothing, 0))))]);
                text
            }
        })
    }

    /// The day on which the figures hold; `None` if each figure states its own.
    fn as_of(&self, contributions: &Contributions) -> Option<String> {
        let day = dates::day(contributions.as_of, self.language);
        let known = dates::day(self.briefing.cutoff, self.language);
        let known = Some(known.as_str()).filter(|known| *known != day);
        let Contributions { pledged, received, partners, .. } = contributions;
        let as_of = contributions.as_of;
        let holds =
            pledged.holds_on(as_of).or(received.holds_on(as_of)).is_some() || partners.holds_on(as_of).is_some();
        if holds {
            Some(self.messages.as_of(&day, known))
        } else if contributions.contributors.is_empty() {
            None
        } else {
            Some(self.messages.documented_as_of(&day, known))
        }
    }
}

/// The remainder of a total: no more precise than the total if the total's source rounds it.
fn less_precise(rest: &Knowledge<Money>, total: &Knowledge<Money>) -> Knowledge<Money> {
    let unit = match total {
        Knowledge::Stated { rounded_to, .. } => *rounded_to,
        Knowledge::Known(_) | Knowledge::Documented(_) | Knowledge::Unknown => None,
    };
    match (unit, rest) {
        (Some(unit), Knowledge::Known(rest)) => match rest.rounded_to(unit) {
            Ok(rounded) if !rounded.is_zero() => Knowledge::Known(rounded),
            Ok(_) | Err(_) => Knowledge::Unknown,
        },
        _ => rest.clone(),
    }
}

/// The number with which the noun has to agree.
fn count_of(partners: &Knowledge<u32>) -> u32 {
    partners.figure().copied().unwrap_or_default()
}

/// Whether the chart shows only what is documented.
fn only_documented(contributions: &Contributions) -> bool {
    let mut figures = contributions.contributors.iter().flat_map(|one| [&one.pledged, &one.received]);
    figures.any(|figure| matches!(figure, Knowledge::Documented(_)))
}

/// The amount printed for a contributor's figure. Zero is printed only where that is all: otherwise what is on record may be a part, as
/// where payments are known as a sum.
fn printed(figure: &Knowledge<Money>) -> Option<Money> {
    match figure {
        Knowledge::Known(amount) => Some(*amount),
        Knowledge::Stated { .. } | Knowledge::Documented(_) | Knowledge::Unknown => {
            figure.on_record().copied().filter(|amount| !amount.is_zero())
        }
    }
}

/// A bar whose length is the amount in units of its currency; without an amount, a dash that is read as `dash`.
fn bar(amount: Option<Money>, text: Option<String>, dash: &str) -> ChartValue {
    let length = amount.map_or(0.0, |amount| {
        // 53 bits are precise enough for the length of a bar.
        let minor = amount.minor().max(0) as f64;
        minor / 10_f64.powi(i32::try_from(amount.currency().minor_units()).unwrap_or_default())
    });
    let spoken = text.is_none().then(|| dash.to_owned());
    ChartValue { length, text: text.unwrap_or_else(|| "–".to_owned()), spoken }
}

/// Whether the share received differs from the ratio of the amounts received and pledged, which readers will work out.
fn is_share_of_pledges(contributions: &Contributions) -> bool {
    let amounts = contributions.received.figure().zip(contributions.pledged.figure());
    let of_amounts = amounts.and_then(|(received, pledged)| Share::new(*received, *pledged)?.whole_per_cent());
    contributions.share.is_some_and(|share| of_amounts != Some(share))
}

/// Whether the amounts as printed, some exact and some rounded, add up to the printed totals, if there are any.
fn adds_up(contributions: &Contributions) -> bool {
    let column = |of: fn(&ContributorFigures) -> &Knowledge<Money>, others: Option<Money>, whole: Option<&Money>| {
        let Some(whole) = whole else { return true };
        let parts = contributions.contributors.iter().filter_map(|one| of(one).on_record().map(|money| money.minor()));
        let parts = parts.chain(others.map(|other| other.headline().minor()));
        parts.fold(0_i128, i128::saturating_add) == whole.headline().minor()
    };
    let others = contributions.others.as_ref();
    let rest = |of: fn(&OtherContributors) -> &Knowledge<Money>, total: &Knowledge<Money>| {
        others.and_then(|others| less_precise(of(others), total).on_record().copied())
    };
    let as_of = contributions.as_of;
    let Contributions { pledged, received, .. } = contributions;
    column(|one| &one.pledged, rest(|others| &others.pledged, pledged), pledged.holds_on(as_of))
        && column(|one| &one.received, rest(|others| &others.received, received), received.holds_on(as_of))
}
