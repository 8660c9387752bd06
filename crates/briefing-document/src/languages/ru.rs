//! Russian. Month names are used in the nominative or accusative, which are identical.

use briefing_model::{
    Currency, ItemDetail, Language, Month, MovementKind, MovementSum, MultiYear, PartialDate, SectionKind,
};
use icu_locale_core::{Locale, locale};
use icu_plurals::PluralCategory;

use super::{Calendar, Phrases, SinceThen, StatedDay, Unvalued, Usage, WrittenFigures, capitalized, part, under};
use crate::dates::{self, DateStyle};
use crate::inline::{line, strong};
use crate::numbers::{self, CountedNoun, NO_BREAK, Numeral};
use crate::{Inline, Inlines, PeriodPart, StampLine};

pub(super) struct Russian;

const RU: Language = Language::Ru;

const PHRASES: Phrases = Phrases {
    monthly_briefing: "Ежемесячный бюллетень",
    draft: "ПРОЕКТ",
    approvals: "Согласование",
    not_approved: "не согласовано",
    correction: "Исправление",
    page_of: "Страница {page} из {pages}",
    online: "В онлайновом формате",
    in_person: "В очном формате",
    in_person_and_online: "В очном и онлайновом форматах",
    contributor: "Донор",
    purpose: "Цель",
    amount: "Сумма",
    not_earmarked: "Без указания цели",
    purpose_not_stated: "Не\u{a0}указана",
    nothing_since: "С того времени других объявленных взносов документально не подтверждено.",
    whole_since: "Многолетние взносы указаны полностью.",
    due_since: "Части ранее объявленных взносов, срок платежа по которым мог наступить с тех пор, не указаны.",
    pledged_documented_label: "объявлено, документально подтверждено",
    received_documented_label: "получено, документально подтверждено",
    documented_by_contributor: "Документально подтвержденные взносы и платежи по донорам",
    documented_only: "На диаграмме показано то, что документально подтверждено; общие суммы могут быть больше.",
    by_contributor: "Объявленные и полученные суммы по донорам",
    history: "Объявленные взносы нарастающим итогом",
    history_summary: "Столбцы суммы, объявленной с самого начала по каждую дату включительно, в порядке времени",
    date: "Дата",
    about_figures: "О приведенных суммах.",
    unpledged: "взнос без объявления",
    counts_no_more: "больше не учитывается",
    on_another_pledge: "теперь по другому объявленному взносу",
    opening_balance: "начальное сальдо",
    gift_in_kind: "взнос натурой",
    other_contributors: "прочие доноры",
    stated_total: "заявленный итог",
    no_payment: "Прочерк означает, что отдельные платежи не указаны.",
    no_pledge_itemized: "отдельные объявленные взносы не указаны",
    no_payment_itemized: "отдельные платежи не указаны",
    unknown_amount: "сумма неизвестна",
    converted: "Сумма в другой валюте учитывается по стоимости на день объявления, а платеж\u{a0}— по стоимости на день платежа или, если она неизвестна, на день объявления.",
    counts_unpledged: "Взнос без объявления учитывается и в объявленных суммах.",
    share_settled: "Доля полученного\u{a0}— это погашенная платежами часть объявленных сумм, без излишков и курсовых разниц.",
    rounding: "В связи с округлением сумма слагаемых может не совпадать с итогом.",
    untranslated: "Тексты, которые не переведены, приводятся на языке оригинала.",
    shared_programmes: "Общие программы",
    programme_offices: "Программные отделения",
    pillar: "Компонент",
    about_briefing: "Об этом бюллетене",
    contact: "Контактная информация",
    email: "Электронная почта",
    on_the_web: "В Интернете",
    next_issue: "Следующий выпуск",
    semicolon: "; ",
    comma: ",",
    stamp_within: "один из дней",
    continued: (",", "продолжение"),
};

impl Usage for Russian {
    fn phrases(&self) -> &'static Phrases {
        &PHRASES
    }

    fn period(&self, month: Month) -> Vec<PeriodPart> {
        let name = capitalized(dates::month_name(month, RU));
        vec![part(name, false), part(format!("{}{NO_BREAK}года", month.year()), true)]
    }

    fn issue(&self, title: &str, month: Month) -> String {
        format!("{title}, {}", dates::month(month, RU))
    }

    fn running_head(&self, title: &str, month: Month) -> String {
        format!("{title} · {}", dates::month(month, RU))
    }

    fn file_title(&self, title: &str, month: Month, office: &str) -> String {
        format!("{title}, {} – {office}", dates::month(month, RU))
    }

    fn subject(&self, month: Month) -> String {
        format!("Деятельность, объявленные и полученные взносы, {}", dates::month(month, RU))
    }

    fn approved(&self, by: &str, day: &str) -> String {
        format!("согласовано: {by}, {day}")
    }

    fn corrected_on(&self, day: &str) -> String {
        format!("Исправлено {day}:")
    }

    fn heading(&self, section: SectionKind, office: Option<&str>) -> String {
        match (section, office) {
            (SectionKind::Glance, _) => "Коротко о главном".to_owned(),
            (SectionKind::About, Some(office)) => format!("{office}: общие сведения"),
            (SectionKind::About, None) => "Общие сведения".to_owned(),
            (SectionKind::Mandate, Some(office)) => format!("{office}: мандат"),
            (SectionKind::Mandate, None) => "Мандат".to_owned(),
            (SectionKind::Leadership, _) => "Руководящая роль".to_owned(),
            (SectionKind::Highlights, _) => "Основные события".to_owned(),
            (SectionKind::CapacityBuilding, _) => "Укрепление потенциала".to_owned(),
            (SectionKind::Structure, Some(office)) => format!("{office}: организационная структура"),
            (SectionKind::Structure, None) => "Организационная структура".to_owned(),
            (SectionKind::RecentPledges, _) => "Недавно объявленные взносы".to_owned(),
            (SectionKind::Contributors, _) => "Крупнейшие доноры".to_owned(),
            (SectionKind::Strategy, _) => "Стратегия".to_owned(),
        }
    }

    fn contributions(&self, _office: Option<&str>) -> String {
        "Взносы".to_owned()
    }

    fn with_acronym(&self, name: Inlines, acronym: Inline) -> Inlines {
        line![name, " (", acronym, ")"]
    }

    fn aside(&self, words: &str) -> String {
        format!(" ({words})")
    }

    fn city(&self, city: Inlines, state: Inlines) -> Inlines {
        line![city, " (", state, ")"]
    }

    fn and_online(&self, place: Inlines) -> Inlines {
        line![place, " и в онлайновом формате"]
    }

    fn item_detail(&self, detail: ItemDetail, count: u64) -> &'static str {
        let (one, several) = match detail {
            // A place needs no label.
            ItemDetail::Place => ("", ""),
            ItemDetail::PartOf => ("В рамках мероприятия: ", "В рамках мероприятия: "),
            ItemDetail::Organizers => ("Организатор: ", "Организаторы: "),
            ItemDetail::Partners => ("Партнер: ", "Партнеры: "),
            ItemDetail::Units => ("Подразделение: ", "Подразделения: "),
            ItemDetail::Programmes => ("Программа: ", "Программы: "),
            ItemDetail::Pillars => ("Компонент ", "Компоненты "),
        };
        if count == 1 { one } else { several }
    }

    fn new_pledges(&self, count: u64, month: Month, _office: Option<Inlines>) -> Inlines {
        let month = dates::month(month, RU);
        // Only for exactly one: the plural category "one" includes 21, 31 and so on.
        if count == 1 {
            line![format!("Новый взнос, зарегистрированный за {month}:")]
        } else {
            line![format!("Новые взносы, зарегистрированные за {month}:")]
        }
    }

    fn new_pledges_summary(&self, month: Month) -> String {
        let month = dates::month(month, RU);
        format!("Новые взносы за {month} по донорам: цель, сумма и итог")
    }

    fn movements(&self, _count: u64, month: Month) -> Inlines {
        line![format!("За {} зарегистрировано следующее:", dates::month(month, RU))]
    }

    fn movements_summary(&self, month: Month) -> String {
        format!("Зарегистрировано за {} по донорам: цель и сумма", dates::month(month, RU))
    }

    fn movement(&self, kind: MovementKind) -> Option<&'static str> {
        match kind {
            MovementKind::Pledge | MovementKind::Gift => None,
            MovementKind::Allocation => Some("ассигнования"),
            MovementKind::Increase => Some("увеличение"),
            MovementKind::Reduction => Some("уменьшение"),
            MovementKind::NewTerms => Some("новые условия"),
            MovementKind::Withdrawal => Some("отозвано"),
            MovementKind::Payment => Some("платеж"),
            MovementKind::CountedAsPaid => Some("объявлено в пределах оплаченного"),
            MovementKind::Refund | MovementKind::PaidBack => Some("возврат"),
            MovementKind::SurplusRefund => Some("возврат суммы, выплаченной сверх объявленного взноса"),
        }
    }

    fn yearly_until(&self, amount: &str, from: i32, until: i32, whole: &str) -> String {
        format!("{amount} в год, {from}–{until} годы; всего {whole}")
    }

    fn yearly_from(&self, amount: &str, from: i32) -> String {
        format!("{amount} в год начиная с {from} года, без указания срока окончания")
    }

    fn spread_over(&self, from: &str, until: &str) -> String {
        let year = "\u{a0}год";
        match (from.strip_suffix(year), until.strip_suffix(year)) {
            (Some(from), Some(until)) => format!("период: {from}–{until}{NO_BREAK}годы"),
            _ => format!("период: {from} – {until}"),
        }
    }

    fn instalments(&self, count: u64, from: &str, until: &str) -> String {
        match count {
            1 => format!("один транш: {from}"),
            _ => format!("число траншей: {}; {from} – {until}", numbers::integer(count.into(), RU)),
        }
    }

    fn movement_total(&self, sum: MovementSum, net: bool) -> &'static str {
        match sum {
            MovementSum::Pledged if net => "Чистое изменение объявленных взносов",
            MovementSum::Pledged => "Всего объявлено",
            MovementSum::PledgedYearly if net => "Чистое изменение бессрочных взносов, в год",
            MovementSum::PledgedYearly => "Всего бессрочных взносов, в год",
            MovementSum::Allocated => "Всего ассигновано",
            MovementSum::AllocatedYearly => "Всего бессрочных ассигнований, в год",
            MovementSum::Received if net => "Чистое изменение выплат",
            MovementSum::Received => "Всего выплачено по объявленным взносам",
        }
    }

    fn movement_amount(&self, sum: MovementSum, net: bool, amount: &str) -> String {
        match sum {
            MovementSum::Pledged | MovementSum::Allocated if net => {
                format!("чистое изменение объявленных взносов: {amount}")
            }
            MovementSum::PledgedYearly | MovementSum::AllocatedYearly if net => {
                format!("чистое изменение бессрочных взносов: {amount} в год")
            }
            MovementSum::Received if net => format!("чистое изменение выплат: {amount}"),
            MovementSum::Pledged => format!("объявлено {amount}"),
            MovementSum::PledgedYearly => format!("объявлено {amount} в год"),
            MovementSum::Allocated => format!("ассигновано {amount}"),
            MovementSum::AllocatedYearly => format!("ассигновано {amount} в год"),
            MovementSum::Received => format!("выплачено {amount}"),
        }
    }

    fn late_movements(&self, movements: Inlines) -> Inlines {
        line!["Также внесено в реестр после выхода предыдущего бюллетеня: ", movements, "."]
    }

    fn corrected_movements(&self, movements: Inlines) -> Inlines {
        line!["Исправлено после выхода предыдущего бюллетеня: ", movements, "."]
    }

    fn counted_as(&self, amount: &str) -> String {
        format!("учтено как {amount}")
    }

    fn instead_of(&self, now: &str, before: &str) -> String {
        format!("{now}, ранее {before}")
    }

    fn amount_in(&self, currency: Currency) -> String {
        format!("Сумма ({})", unit(currency))
    }

    fn total_recorded(&self, month: Month) -> String {
        format!("Итого за {}", dates::month_name(month, RU))
    }

    fn funding_partners(&self, count: u32) -> &'static str {
        match numbers::plural(u64::from(count), RU) {
            PluralCategory::One => "партнер по финансированию",
            PluralCategory::Few => "партнера по финансированию",
            _ => "партнеров по финансированию",
        }
    }

    fn share_received(&self, percent: u16) -> Inlines {
        line![strong(numbers::percent_figure(percent, RU)), " объявленной суммы получено"]
    }

    fn pledged_on(&self, amount: &str, day: StatedDay<'_>) -> String {
        format!("Объявлено по состоянию на {day}: {amount}.")
    }

    fn received_on(&self, amount: &str, day: StatedDay<'_>) -> String {
        format!("Получено по состоянию на {day}: {amount}.")
    }

    fn partners_on(&self, count: u32, day: StatedDay<'_>) -> String {
        let count = numbers::integer(count.into(), RU);
        format!("Число партнеров по финансированию по состоянию на {day}: {count}.")
    }

    fn pledged_documented(&self, amount: &str) -> String {
        format!("Документально подтверждено объявленных взносов: {amount}; общая сумма неизвестна.")
    }

    fn received_documented(&self, amount: &str) -> String {
        format!("Документально подтверждено платежей: {amount}; общая сумма неизвестна.")
    }

    fn partners_documented(&self, count: u32) -> String {
        let count = numbers::integer(count.into(), RU);
        format!("Документально подтверждено партнеров по финансированию: {count}; их общее число неизвестно.")
    }

    fn documented_since(&self, amounts: &str) -> String {
        format!("Документально подтверждено с того времени: {amounts}.")
    }

    fn since_last_issue(&self, change: SinceThen<'_>, then: PartialDate, format: DateStyle) -> String {
        let since = self.since(then, format);
        match change {
            SinceThen::More(amount) => format!("на {amount} больше {since}"),
            SinceThen::Less(amount) => format!("на {amount} меньше {since}"),
            SinceThen::Same => format!("без изменений {since}"),
            SinceThen::Was(amount) => {
                let on = if matches!(then, PartialDate::Day(_)) { "на" } else { "на конец" };
                format!("против {amount} {on} {}", Case::Genitive.date(then, format))
            }
        }
    }

    fn pledged_to_date(&self, _noun: CountedNoun) -> String {
        "объявлено на сегодняшний день".to_owned()
    }

    fn received_to_date(&self, _noun: CountedNoun) -> String {
        "получено".to_owned()
    }

    fn pledged_on_label(&self, _noun: CountedNoun, day: StatedDay<'_>) -> String {
        format!("объявлено по состоянию на {day}")
    }

    fn received_on_label(&self, _noun: CountedNoun, day: StatedDay<'_>) -> String {
        format!("получено по состоянию на {day}")
    }

    fn partners_on_label(&self, count: u32, day: StatedDay<'_>) -> String {
        format!("{} по состоянию на {day}", self.funding_partners(count))
    }

    fn partners_documented_label(&self, count: u32) -> &'static str {
        match numbers::plural(count.into(), RU) {
            PluralCategory::One => "документально подтвержденный партнер по финансированию",
            PluralCategory::Few => "документально подтвержденных партнера по финансированию",
            _ => "документально подтвержденных партнеров по финансированию",
        }
    }

    fn documented_as_of(&self, day: &str, known: Option<&str>) -> String {
        match known {
            Some(known) => {
                format!("Документально подтвержденные данные по состоянию на {day}; учтены записи по {known}.")
            }
            None => format!("Документально подтвержденные данные по состоянию на {day}."),
        }
    }

    fn figures(&self, figures: &WrittenFigures) -> String {
        parts(figures)
    }

    fn partners_instead_of(&self, now: u32, before: u32) -> String {
        let now = parts(&WrittenFigures::of_partners(now));
        self.instead_of(&now, &numbers::integer(before.into(), RU))
    }

    fn others(&self, others: &WrittenFigures) -> Inlines {
        line![format!("Учтено в итоговых суммах без разбивки: {}.", parts(others))]
    }

    fn documented_others(&self, others: &WrittenFigures) -> Inlines {
        line![format!("Документально подтверждено, но здесь не показано: {}.", parts(others))]
    }

    fn by_contributor_summary(&self, count: u64) -> String {
        format!("Столбцы объявленных и полученных сумм, по убыванию объявленной суммы; число доноров: {count}")
    }

    fn new_partners(&self, names: Inlines, count: u64, month: Month) -> Inlines {
        let month = dates::month(month, RU);
        // Only for exactly one: the plural category "one" includes 21, 31 and so on.
        if count == 1 {
            line![format!("Новый партнер по финансированию за {month}: "), names, "."]
        } else {
            line![format!("Новые партнеры по финансированию за {month}: "), names, "."]
        }
    }

    fn new_partners_this_year(&self, names: Inlines, count: u64, year: i32) -> Inlines {
        // Only for exactly one: the plural category "one" includes 21, 31 and so on.
        if count == 1 {
            line![format!("Новый партнер по финансированию с начала {year} года: "), names, "."]
        } else {
            line![format!("Новые партнеры по финансированию с начала {year} года: "), names, "."]
        }
    }

    fn pledged_in(&self, currency: Currency) -> String {
        format!("Объявлено ({})", unit(currency))
    }

    fn received_in(&self, currency: Currency) -> String {
        format!("Получено ({})", unit(currency))
    }

    fn allocations(&self, names: Inlines) -> Inlines {
        line!["Ассигнования: ", names, ". Учтено в суммах, но не в числе партнеров по финансированию."]
    }

    fn allocations_of_partners(&self, names: Inlines) -> Inlines {
        line!["Ассигнования: ", names, "."]
    }

    fn in_kind(&self, gifts: Inlines) -> Inlines {
        line!["Кроме того, взносы натурой: ", gifts, "."]
    }

    fn earmarked_for(&self, purpose: Inlines) -> Inlines {
        line!["цель: ", purpose]
    }

    fn gift(&self, contributor: Inlines, what: Option<Inlines>, value: Option<String>, when: &str) -> Inlines {
        let what = what.map(|what| line![what, ", "]).unwrap_or_default();
        let value = value.map(|value| line!["оценочная стоимость: ", value, ", "]).unwrap_or_default();
        line![contributor, " (", what, value, when, ")"]
    }

    fn unvalued(&self, amounts: Inlines, currency: Currency, counted: Unvalued) -> Inlines {
        let unit = if currency == Currency::USD { "долларах США" } else { currency.code() };
        let words = match counted {
            Unvalued::InNoAmount => format!("Не учтено ни в одной сумме, поскольку стоимость в {unit} неизвестна: "),
            Unvalued::NotInTotals => format!("Не учтено в итоговых суммах, поскольку стоимость в {unit} неизвестна: "),
            Unvalued::SinceTotals => format!("Не выделено, поскольку стоимость в {unit} неизвестна: "),
            Unvalued::PerhapsInTotals => format!(
                "Не выделено, поскольку стоимость в {unit} неизвестна, но может входить в опубликованную итоговую сумму: "
            ),
        };
        line![words, amounts, "."]
    }

    fn on_behalf_of(&self, contributor: Inlines, party: Inlines) -> Inlines {
        line![contributor, " (от имени: ", party, ")"]
    }

    fn surplus(&self, amount: &str) -> String {
        format!("По некоторым объявленным взносам получено на {amount} больше объявленного.")
    }

    fn unvalued_amount(&self, contributor: Inlines, amount: &str) -> Inlines {
        line![contributor, format!(" ({amount})")]
    }

    fn multi_year(&self, rule: MultiYear) -> &'static str {
        match rule {
            MultiYear::Whole => {
                "Многолетние взносы учитываются полностью со дня их объявления; взносы без указания срока \
                 окончания\u{a0}— по мере наступления сроков платежа."
            }
            MultiYear::AsDue => "Многолетние взносы учитываются по мере наступления сроков платежа.",
        }
    }

    fn as_of(&self, day: &str, known: Option<&str>) -> String {
        match known {
            Some(known) => format!("Данные по состоянию на {day}; учтены записи по {known}."),
            None => format!("Данные по состоянию на {day}."),
        }
    }

    fn served_by(&self, office: &str) -> String {
        format!("Обслуживает: {office}")
    }

    fn entities(&self, count: u16) -> String {
        let number = numbers::integer(i128::from(count), RU);
        match numbers::plural(u64::from(count), RU) {
            PluralCategory::One => format!("{number}{NO_BREAK}структура"),
            PluralCategory::Few => format!("{number}{NO_BREAK}структуры"),
            _ => format!("{number}{NO_BREAK}структур"),
        }
    }

    fn working_groups(&self, count: u16) -> String {
        let number = numbers::integer(i128::from(count), RU);
        match numbers::plural(u64::from(count), RU) {
            PluralCategory::One => format!("{number}{NO_BREAK}рабочая группа"),
            PluralCategory::Few => format!("{number}{NO_BREAK}рабочие группы"),
            _ => format!("{number}{NO_BREAK}рабочих групп"),
        }
    }

    fn advisory_board(&self, members: u16, guests: Option<Inlines>, count: u64) -> Inlines {
        let number = numbers::integer(i128::from(members), RU);
        let states = match numbers::plural(u64::from(members), RU) {
            PluralCategory::One => format!("Консультативный совет: {number}{NO_BREAK}государство-член"),
            PluralCategory::Few => format!("Консультативный совет: {number}{NO_BREAK}государства-члена"),
            _ => format!("Консультативный совет: {number}{NO_BREAK}государств-членов"),
        };
        match (count, guests) {
            (_, None) => line![states],
            (1, Some(guest)) => line![states, "; в качестве гостя: ", guest],
            (_, Some(guests)) => line![states, "; в качестве гостей: ", guests],
        }
    }

    fn with_parts(&self, whole: Inlines, parts: Inlines) -> Inlines {
        line![whole, ": ", parts]
    }

    fn separator(&self, last: bool, crowded: bool, _next: &str) -> &'static str {
        match (last, crowded) {
            (true, false) => " и ",
            (true, true) => "; и ",
            (false, true) => "; ",
            (false, false) => ", ",
        }
    }

    fn locale(&self) -> Locale {
        locale!("ru")
    }

    fn thousands_separator(&self) -> char {
        NO_BREAK
    }

    fn decimal_mark(&self) -> char {
        ','
    }

    fn count_in_words(&self, _count: u64) -> Option<&'static str> {
        // The word would depend on the gender and case of the noun.
        None
    }

    fn percent(&self, value: u16, number: &str) -> String {
        let noun = match numbers::plural(u64::from(value), RU) {
            PluralCategory::One => "процент",
            PluralCategory::Few => "процента",
            _ => "процентов",
        };
        format!("{number}{NO_BREAK}{noun}")
    }

    fn percent_figure(&self, number: &str) -> String {
        format!("{number}{NO_BREAK}%")
    }

    fn ordinal(&self, _place: u64, number: &str) -> String {
        format!("{number}-й")
    }

    fn dollars(&self, amount: &Numeral) -> String {
        format!("{}{NO_BREAK}долл.{NO_BREAK}США", amount.written)
    }

    fn multiples(&self) -> &'static [u32] {
        &[6, 9, 12]
    }

    fn multiple_of_dollars(&self, number: &Numeral, power: u32) -> String {
        format!("{}{NO_BREAK}долл.{NO_BREAK}США", self.multiple(number, power))
    }

    fn euros(&self, amount: &Numeral) -> String {
        format!("{}{NO_BREAK}евро", amount.written)
    }

    fn multiple_of_euros(&self, number: &Numeral, power: u32) -> String {
        format!("{}{NO_BREAK}евро", self.multiple(number, power))
    }

    fn multiple(&self, number: &Numeral, power: u32) -> String {
        let noun = match power {
            12 => "трлн",
            9 => "млрд",
            _ => "млн",
        };
        format!("{}{NO_BREAK}{noun}", number.written)
    }

    fn months(&self) -> &'static Calendar {
        &MONTHS
    }

    fn short_months(&self) -> &'static Calendar {
        &SHORT_MONTHS
    }

    fn year(&self, year: i32) -> String {
        format!("{year}{NO_BREAK}год")
    }

    fn days(&self, first: u32, last: u32) -> String {
        if first == last { first.to_string() } else { format!("{first}–{last}") }
    }

    fn days_of_month(&self, days: &str, month: &str) -> String {
        format!("{days}{NO_BREAK}{month}")
    }

    fn in_year(&self, date: &str, year: i32) -> String {
        format!("{date} {year}{NO_BREAK}года")
    }

    fn range(&self, first: &str, last: &str) -> String {
        // The dash is spaced wherever either end contains words.
        format!("{first}{NO_BREAK}– {last}")
    }

    fn span_of_years(&self, first: i32, last: i32) -> String {
        format!("{first}–{last}{NO_BREAK}годы")
    }

    fn mixed_span(&self, first: PartialDate, last: PartialDate, format: DateStyle) -> String {
        format!("{} {}", self.since(first, format), self.until(last, format))
    }

    fn since(&self, date: PartialDate, format: DateStyle) -> String {
        format!("с {}", Case::Genitive.date(date, format))
    }

    fn until(&self, date: PartialDate, format: DateStyle) -> String {
        // "до" would exclude the day, month or year itself.
        format!("по {}", Case::Accusative.date(date, format))
    }

    fn within(&self, span: &str) -> String {
        format!("один из дней периода {span}")
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
        format!("{first}{NO_BREAK}–")
    }

    fn stamp_since(&self, date: PartialDate, format: DateStyle) -> Vec<StampLine> {
        under("с", Case::Genitive.stamp(date, format))
    }

    fn stamp_until(&self, date: PartialDate, format: DateStyle) -> Vec<StampLine> {
        under("по", Case::Accusative.stamp(date, format))
    }
}

/// The unit of a column of amounts.
fn unit(currency: Currency) -> &'static str {
    if currency == Currency::USD { "долл.\u{a0}США" } else { currency.code() }
}

/// The case of a date after a preposition.
#[derive(Clone, Copy)]
enum Case {
    /// After "с" and "на".
    Genitive,
    /// After "по".
    Accusative,
}

impl Case {
    fn month(self, calendar: &'static Calendar, month: u32) -> &'static str {
        match self {
            Self::Genitive => calendar.in_date(month),
            Self::Accusative => calendar.alone(month),
        }
    }

    fn year(self, year: i32) -> String {
        match self {
            Self::Genitive => format!("{year}{NO_BREAK}года"),
            Self::Accusative => format!("{year}{NO_BREAK}год"),
        }
    }

    fn date(self, date: PartialDate, format: DateStyle) -> String {
        match date {
            PartialDate::Day(_) => format.date(date),
            PartialDate::Month(month) => format.in_year(self.month(format.calendar, month.number()), month.year()),
            PartialDate::Year(year) => self.year(year.number()),
        }
    }

    /// A date as the lines of a stamp.
    fn stamp(self, date: PartialDate, format: DateStyle) -> Vec<StampLine> {
        match date {
            PartialDate::Day(_) => format.at(date),
            PartialDate::Month(month) => format.month_lines(self.month(format.calendar, month.number()), month.year()),
            PartialDate::Year(year) => vec![StampLine::small(self.year(year.number()))],
        }
    }
}

#[rustfmt::skip]
static MONTHS: Calendar = Calendar::inflected(
    [
        "январь", "февраль", "март", "апрель", "май", "июнь",
        "июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь",
    ],
    [
        "января", "февраля", "марта", "апреля", "мая", "июня",
        "июля", "августа", "сентября", "октября", "ноября", "декабря",
    ],
);

#[rustfmt::skip]
static SHORT_MONTHS: Calendar = Calendar::inflected(
    [
        "янв.", "февр.", "март", "апр.", "май", "июнь",
        "июль", "авг.", "сент.", "окт.", "нояб.", "дек.",
    ],
    [
        "янв.", "февр.", "марта", "апр.", "мая", "июня",
        "июля", "авг.", "сент.", "окт.", "нояб.", "дек.",
    ],
);

/// The amounts and the number of partners of other contributors, joined.
fn parts(others: &WrittenFigures) -> String {
    let count = numbers::integer(others.partners.into(), RU);
    let partners = (others.partners > 0).then(|| format!("число партнеров по финансированию: {count}"));
    let pledged = others.pledged.as_ref().map(|amount| format!("объявлено {amount}"));
    let received = others.received.as_ref().map(|amount| format!("получено {amount}"));
    [pledged, received, partners].into_iter().flatten().collect::<Vec<_>>().join("; ")
}
