//! Spanish.

use briefing_model::{
    Currency, ItemDetail, Language, Month, MovementKind, MovementSum, MultiYear, PartialDate, SectionKind,
};
use icu_locale_core::{Locale, locale};
use icu_plurals::PluralCategory;

use super::{
    Calendar, Phrases, SinceThen, StatedDay, Unvalued, Usage, WrittenFigures, capitalized, counted, form, nth, part,
    under,
};
use crate::dates::{self, DateStyle};
use crate::inline::{line, strong};
use crate::numbers::{self, CountedNoun, NO_BREAK, Numeral};
use crate::{Inline, Inlines, PeriodPart, StampLine};

pub(super) struct Spanish;

const ES: Language = Language::Es;

const PHRASES: Phrases = Phrases {
    monthly_briefing: "Boletín mensual",
    draft: "BORRADOR",
    approvals: "Aprobaciones",
    not_approved: "sin aprobar",
    correction: "Corrección",
    page_of: "Página {page} de {pages}",
    online: "En línea",
    in_person: "De forma presencial",
    in_person_and_online: "De forma presencial y en línea",
    contributor: "Contribuyente",
    purpose: "Finalidad",
    amount: "Importe",
    not_earmarked: "Sin fines específicos",
    purpose_not_stated: "No\u{a0}consta",
    nothing_since: "Desde entonces no hay constancia de otras promesas.",
    whole_since: "Las promesas plurianuales se indican en su totalidad.",
    due_since: "No se indican los plazos de promesas anteriores que puedan haber vencido desde entonces.",
    pledged_documented_label: "promesas documentadas",
    received_documented_label: "pagos documentados",
    documented_by_contributor: "Promesas y pagos documentados, por contribuyente",
    documented_only: "El gráfico muestra lo que está documentado, que puede ser menos que el conjunto.",
    by_contributor: "Importes prometidos y recibidos, por contribuyente",
    history: "Promesas acumuladas",
    history_summary: "Barras del importe prometido desde el inicio, al final de cada fecha, por orden cronológico",
    date: "Fecha",
    about_figures: "Acerca de las cifras.",
    unpledged: "contribución sin promesa",
    counts_no_more: "ya no se cuenta",
    on_another_pledge: "ahora a cuenta de otra promesa",
    opening_balance: "saldo inicial",
    gift_in_kind: "en especie",
    other_contributors: "otros contribuyentes",
    stated_total: "total declarado",
    no_payment: "Un guion significa que no se ha desglosado ningún pago.",
    no_pledge_itemized: "ninguna promesa desglosada",
    no_payment_itemized: "ningún pago desglosado",
    unknown_amount: "importe desconocido",
    converted: "Un importe en otra moneda cuenta por su valor en la fecha de la promesa; un pago, por su valor en la fecha en que se hizo o, si no se conoce, en la de la promesa.",
    counts_unpledged: "Una contribución sin promesa cuenta también como importe prometido.",
    share_settled: "La proporción recibida es lo que los pagos saldaron de lo prometido, sin los excedentes ni las ganancias o pérdidas cambiarias.",
    rounding: "Debido al redondeo, la suma de las cifras puede no coincidir con los totales.",
    untranslated: "Los textos que no se han traducido se reproducen en su idioma original.",
    shared_programmes: "Programas de la Oficina",
    programme_offices: "Oficinas de programas",
    pillar: "Pilar",
    about_briefing: "Sobre este boletín",
    contact: "Contacto",
    email: "Correo electrónico",
    on_the_web: "En la web",
    next_issue: "Próximo número",
    semicolon: "; ",
    comma: ",",
    stamp_within: "un día de",
    continued: (",", "continuación"),
};

impl Usage for Spanish {
    fn phrases(&self) -> &'static Phrases {
        &PHRASES
    }

    fn period(&self, month: Month) -> Vec<PeriodPart> {
        let name = capitalized(dates::month_name(month, ES));
        vec![part(format!("{name} de"), false), part(month.year().to_string(), true)]
    }

    fn issue(&self, title: &str, month: Month) -> String {
        format!("{title}, {}", dates::month(month, ES))
    }

    fn running_head(&self, title: &str, month: Month) -> String {
        format!("{title} · {}", dates::month(month, ES))
    }

    fn file_title(&self, title: &str, month: Month, office: &str) -> String {
        format!("{title}, {} – {office}", dates::month(month, ES))
    }

    fn subject(&self, month: Month) -> String {
        format!("Actividades, promesas de contribución y contribuciones, {}", dates::month(month, ES))
    }

    fn approved(&self, by: &str, day: &str) -> String {
        format!("aprobado por {by}, {day}")
    }

    fn corrected_on(&self, day: &str) -> String {
        format!("Corregido el {day}:")
    }

    fn heading(&self, section: SectionKind, office: Option<&str>) -> String {
        match (section, office) {
            (SectionKind::Glance, _) => "De un vistazo".to_owned(),
            (SectionKind::About, Some(office)) => format!("Acerca de {office}"),
            (SectionKind::About, None) => "Acerca de la Oficina".to_owned(),
            (SectionKind::Mandate, Some(office)) => format!("Mandato de {office}"),
            (SectionKind::Mandate, None) => "Mandato".to_owned(),
            (SectionKind::Leadership, _) => "Liderazgo".to_owned(),
            (SectionKind::Highlights, _) => "Aspectos destacados".to_owned(),
            (SectionKind::CapacityBuilding, _) => "Desarrollo de la capacidad".to_owned(),
            (SectionKind::Structure, Some(office)) => format!("Estructura de {office}"),
            (SectionKind::Structure, None) => "Estructura de la Oficina".to_owned(),
            (SectionKind::RecentPledges, _) => "Promesas de contribución recientes".to_owned(),
            (SectionKind::Contributors, _) => "Principales contribuyentes".to_owned(),
            (SectionKind::Strategy, _) => "Estrategia".to_owned(),
        }
    }

    fn contributions(&self, _office: Option<&str>) -> String {
        "Contribuciones".to_owned()
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
        line![place, " y en línea"]
    }

    fn item_detail(&self, detail: ItemDetail, count: u64) -> &'static str {
        let (one, several) = match detail {
            // A place needs no label.
            ItemDetail::Place => ("", ""),
            ItemDetail::PartOf => ("En el marco de: ", "En el marco de: "),
            ItemDetail::Organizers => ("Organizador: ", "Organizadores: "),
            ItemDetail::Partners => ("Asociado: ", "Asociados: "),
            ItemDetail::Units => ("Dependencia: ", "Dependencias: "),
            ItemDetail::Programmes => ("Programa: ", "Programas: "),
            ItemDetail::Pillars => ("Pilar ", "Pilares "),
        };
        if count == 1 { one } else { several }
    }

    fn new_pledges(&self, count: u64, month: Month, _office: Option<Inlines>) -> Inlines {
        let month = dates::month(month, ES);
        match numbers::plural(count, ES) {
            PluralCategory::One => line![format!("Nueva contribución registrada en {month}:")],
            _ => line![format!("Nuevas contribuciones registradas en {month}:")],
        }
    }

    fn new_pledges_summary(&self, month: Month) -> String {
        let month = dates::month(month, ES);
        format!("Nuevas contribuciones por contribuyente, {month}: finalidad, importe y total")
    }

    fn movements(&self, count: u64, month: Month) -> Inlines {
        let month = dates::month(month, ES);
        match numbers::plural(count, ES) {
            PluralCategory::One => line![format!("Movimiento registrado en {month}:")],
            _ => line![format!("Movimientos registrados en {month}:")],
        }
    }

    fn movements_summary(&self, month: Month) -> String {
        format!("Movimientos por contribuyente, {}: finalidad e importe", dates::month(month, ES))
    }

    fn movement(&self, kind: MovementKind) -> Option<&'static str> {
        match kind {
            MovementKind::Pledge | MovementKind::Gift => None,
            MovementKind::Allocation => Some("asignación"),
            MovementKind::Increase => Some("aumento"),
            MovementKind::Reduction => Some("reducción"),
            MovementKind::NewTerms => Some("nuevas condiciones"),
            MovementKind::Withdrawal => Some("promesa retirada"),
            MovementKind::Payment => Some("pago"),
            MovementKind::CountedAsPaid => Some("prometido en la medida de lo pagado"),
            MovementKind::Refund | MovementKind::PaidBack => Some("reembolso"),
            MovementKind::SurplusRefund => Some("reembolso de lo pagado por encima de la promesa"),
        }
    }

    fn yearly_until(&self, amount: &str, from: i32, until: i32, whole: &str) -> String {
        format!("{amount} al año, {from}–{until}; {whole} en total")
    }

    fn yearly_from(&self, amount: &str, from: i32) -> String {
        format!("{amount} al año a partir de {from}, sin fecha de término")
    }

    fn spread_over(&self, from: &str, until: &str) -> String {
        format!("período: {from}–{until}")
    }

    fn instalments(&self, count: u64, from: &str, until: &str) -> String {
        match count {
            1 => format!("un plazo: {from}"),
            _ => format!("{} plazos: {from}–{until}", numbers::integer(count.into(), ES)),
        }
    }

    fn movement_total(&self, sum: MovementSum, net: bool) -> &'static str {
        match sum {
            MovementSum::Pledged if net => "Variación neta de las promesas",
            MovementSum::Pledged => "Total prometido",
            MovementSum::PledgedYearly if net => "Variación neta de las promesas sin plazo, por año",
            MovementSum::PledgedYearly => "Total de las promesas sin plazo, por año",
            MovementSum::Allocated => "Total asignado",
            MovementSum::AllocatedYearly => "Total de las asignaciones sin plazo, por año",
            MovementSum::Received if net => "Variación neta de los pagos",
            MovementSum::Received => "Total pagado de las promesas",
        }
    }

    fn movement_amount(&self, sum: MovementSum, net: bool, amount: &str) -> String {
        match sum {
            MovementSum::Pledged | MovementSum::Allocated if net => format!("variación neta de las promesas: {amount}"),
            MovementSum::PledgedYearly | MovementSum::AllocatedYearly if net => {
                format!("variación neta de las promesas sin plazo: {amount} por año")
            }
            MovementSum::Received if net => format!("variación neta de los pagos: {amount}"),
            MovementSum::Pledged => format!("importe prometido: {amount}"),
            MovementSum::PledgedYearly => format!("importe anual prometido: {amount}"),
            MovementSum::Allocated => format!("importe asignado: {amount}"),
            MovementSum::AllocatedYearly => format!("importe anual asignado: {amount}"),
            MovementSum::Received => format!("importe pagado: {amount}"),
        }
    }

    fn late_movements(&self, movements: Inlines) -> Inlines {
        line!["Registrado también desde el boletín anterior: ", movements, "."]
    }

    fn corrected_movements(&self, movements: Inlines) -> Inlines {
        line!["Corregido desde el boletín anterior: ", movements, "."]
    }

    fn counted_as(&self, amount: &str) -> String {
        format!("contabilizado como {amount}")
    }

    fn instead_of(&self, now: &str, before: &str) -> String {
        format!("{now}, antes {before}")
    }

    fn amount_in(&self, currency: Currency) -> String {
        format!("Importe ({})", unit(currency))
    }

    fn total_recorded(&self, month: Month) -> String {
        format!("Total registrado en {}", dates::month_name(month, ES))
    }

    fn funding_partners(&self, count: u32) -> &'static str {
        form(count.into(), ES, "asociado financiero", "asociados financieros")
    }

    fn share_received(&self, percent: u16) -> Inlines {
        line![strong(numbers::percent_figure(percent, ES)), " recibido del importe prometido"]
    }

    fn pledged_on(&self, amount: &str, day: StatedDay<'_>) -> String {
        let on = day.pick("al", "hasta");
        format!("Contribuciones prometidas {on} {day}: {amount}.")
    }

    fn received_on(&self, amount: &str, day: StatedDay<'_>) -> String {
        let on = day.pick("al", "hasta");
        format!("Pagos recibidos {on} {day}: {amount}.")
    }

    fn partners_on(&self, count: u32, day: StatedDay<'_>) -> String {
        let on = day.pick("al", "en");
        match numbers::plural(count.into(), ES) {
            PluralCategory::One => format!("Asociado financiero {on} {day}: 1."),
            _ => format!("Asociados financieros {on} {day}: {}.", numbers::integer(count.into(), ES)),
        }
    }

    fn pledged_documented(&self, amount: &str) -> String {
        format!("Promesas documentadas: {amount}; no se conoce el total.")
    }

    fn received_documented(&self, amount: &str) -> String {
        format!("Pagos documentados: {amount}; no se conoce el total.")
    }

    fn partners_documented(&self, count: u32) -> String {
        let count = numbers::integer(count.into(), ES);
        format!("Asociados financieros documentados: {count}; no se conoce su número total.")
    }

    fn documented_since(&self, amounts: &str) -> String {
        format!("Documentado desde entonces: {amounts}.")
    }

    fn since_last_issue(&self, change: SinceThen<'_>, then: PartialDate, format: DateStyle) -> String {
        let since = self.since(then, format);
        match change {
            SinceThen::More(amount) => format!("{amount} más {since}"),
            SinceThen::Less(amount) => format!("{amount} menos {since}"),
            SinceThen::Same => format!("sin cambios {since}"),
            SinceThen::Was(amount) => {
                let on = if matches!(then, PartialDate::Day(_)) { "al" } else { "en" };
                format!("frente a {amount} {on} {}", format.date(then))
            }
        }
    }

    fn pledged_to_date(&self, noun: CountedNoun) -> String {
        format!("{} hasta la fecha", pledged(noun))
    }

    fn received_to_date(&self, noun: CountedNoun) -> String {
        received(noun)
    }

    fn pledged_on_label(&self, noun: CountedNoun, day: StatedDay<'_>) -> String {
        let on = day.pick("al", "hasta");
        format!("{} {on} {day}", pledged(noun))
    }

    fn received_on_label(&self, noun: CountedNoun, day: StatedDay<'_>) -> String {
        let on = day.pick("al", "hasta");
        format!("{} {on} {day}", received(noun))
    }

    fn partners_on_label(&self, count: u32, day: StatedDay<'_>) -> String {
        let on = day.pick("al", "en");
        format!("{} {on} {day}", self.funding_partners(count))
    }

    fn partners_documented_label(&self, count: u32) -> &'static str {
        form(count.into(), ES, "asociado financiero documentado", "asociados financieros documentados")
    }

    fn documented_as_of(&self, day: &str, known: Option<&str>) -> String {
        match known {
            Some(known) => format!("Cifras documentadas al {day}, según lo registrado hasta el {known}."),
            None => format!("Cifras documentadas al {day}."),
        }
    }

    fn figures(&self, figures: &WrittenFigures) -> String {
        parts(figures)
    }

    fn partners_instead_of(&self, now: u32, before: u32) -> String {
        let now = parts(&WrittenFigures::of_partners(now));
        self.instead_of(&now, &numbers::integer(before.into(), ES))
    }

    fn others(&self, others: &WrittenFigures) -> Inlines {
        line![format!("Sin desglosar aquí, pero incluido en los totales: {}.", parts(others))]
    }

    fn documented_others(&self, others: &WrittenFigures) -> Inlines {
        line![format!("Documentado, pero sin desglosar aquí: {}.", parts(others))]
    }

    fn by_contributor_summary(&self, count: u64) -> String {
        match numbers::plural(count, ES) {
            PluralCategory::One => "Barras de un contribuyente: importes prometido y recibido".to_owned(),
            _ => format!(
                "Barras de {count} contribuyentes: importes prometidos y recibidos, de mayor a menor importe prometido"
            ),
        }
    }

    fn new_partners(&self, names: Inlines, count: u64, month: Month) -> Inlines {
        let month = dates::month(month, ES);
        match numbers::plural(count, ES) {
            PluralCategory::One => line![format!("Nuevo asociado financiero en {month}: "), names, "."],
            _ => line![format!("Nuevos asociados financieros en {month}: "), names, "."],
        }
    }

    fn new_partners_this_year(&self, names: Inlines, count: u64, year: i32) -> Inlines {
        match numbers::plural(count, ES) {
            PluralCategory::One => {
                line![format!("Nuevo asociado financiero desde el comienzo de {year}: "), names, "."]
            }
            _ => line![format!("Nuevos asociados financieros desde el comienzo de {year}: "), names, "."],
        }
    }

    fn pledged_in(&self, currency: Currency) -> String {
        format!("Prometido ({})", unit(currency))
    }

    fn received_in(&self, currency: Currency) -> String {
        format!("Recibido ({})", unit(currency))
    }

    fn allocations(&self, names: Inlines) -> Inlines {
        line!["Asignación: ", names, ". Se cuenta en los importes, pero no en el número de asociados financieros."]
    }

    fn allocations_of_partners(&self, names: Inlines) -> Inlines {
        line!["Asignación: ", names, "."]
    }

    fn in_kind(&self, gifts: Inlines) -> Inlines {
        line!["Además, en especie: ", gifts, "."]
    }

    fn earmarked_for(&self, purpose: Inlines) -> Inlines {
        line!["finalidad: ", purpose]
    }

    fn gift(&self, contributor: Inlines, what: Option<Inlines>, value: Option<String>, when: &str) -> Inlines {
        let what = what.map(|what| line![what, ", "]).unwrap_or_default();
        let value = value.map(|value| line!["valor estimado: ", value, ", "]).unwrap_or_default();
        line![contributor, " (", what, value, when, ")"]
    }

    fn unvalued(&self, amounts: Inlines, currency: Currency, counted: Unvalued) -> Inlines {
        let unit = if currency == Currency::USD { "dólares de los Estados Unidos" } else { currency.code() };
        let words = match counted {
            Unvalued::InNoAmount => format!("No incluido en ningún importe por no conocerse su valor en {unit}: "),
            Unvalued::NotInTotals => format!("No incluido en los totales por no conocerse su valor en {unit}: "),
            Unvalued::SinceTotals => format!("Sin desglosar por no conocerse su valor en {unit}: "),
            Unvalued::PerhapsInTotals => format!(
                "Sin desglosar por no conocerse su valor en {unit}, aunque el total publicado puede incluirlo: "
            ),
        };
        line![words, amounts, "."]
    }

    fn on_behalf_of(&self, contributor: Inlines, party: Inlines) -> Inlines {
        line![contributor, " (en nombre de: ", party, ")"]
    }

    fn surplus(&self, amount: &str) -> String {
        format!("En algunas promesas se recibieron {amount} más de lo prometido.")
    }

    fn unvalued_amount(&self, contributor: Inlines, amount: &str) -> Inlines {
        line![contributor, format!(" ({amount})")]
    }

    fn multi_year(&self, rule: MultiYear) -> &'static str {
        match rule {
            MultiYear::Whole => {
                "Las promesas plurianuales se cuentan íntegramente desde el día en que se anuncian; las que no tienen \
                 fecha de término, a medida que vencen."
            }
            MultiYear::AsDue => "Las promesas plurianuales se cuentan a medida que vencen sus plazos.",
        }
    }

    fn as_of(&self, day: &str, known: Option<&str>) -> String {
        match known {
            Some(known) => format!("Cifras al {day}, según lo registrado hasta el {known}."),
            None => format!("Cifras al {day}."),
        }
    }

    fn served_by(&self, office: &str) -> String {
        format!("Servicios a cargo de: {office}")
    }

    fn entities(&self, count: u16) -> String {
        counted(count, ES, "entidad", "entidades")
    }

    fn working_groups(&self, count: u16) -> String {
        counted(count, ES, "grupo de trabajo", "grupos de trabajo")
    }

    fn advisory_board(&self, members: u16, guests: Option<Inlines>, count: u64) -> Inlines {
        let states = format!("Junta Consultiva: {}", counted(members, ES, "Estado Miembro", "Estados Miembros"));
        match (numbers::plural(count, ES), guests) {
            (_, None) => line![states],
            (PluralCategory::One, Some(guest)) => line![states, "; en calidad de invitado: ", guest],
            (_, Some(guests)) => line![states, "; en calidad de invitados: ", guests],
        }
    }

    fn with_parts(&self, whole: Inlines, parts: Inlines) -> Inlines {
        line![whole, ": ", parts]
    }

    fn separator(&self, last: bool, crowded: bool, next: &str) -> &'static str {
        match (last, crowded) {
            (true, false) if begins_with_i(next) => " e ",
            (true, false) => " y ",
            (true, true) if begins_with_i(next) => "; e ",
            (true, true) => "; y ",
            (false, true) => "; ",
            (false, false) => ", ",
        }
    }

    fn locale(&self) -> Locale {
        locale!("es")
    }

    fn thousands_separator(&self) -> char {
        NO_BREAK
    }

    fn decimal_mark(&self) -> char {
        ','
    }

    fn count_in_words(&self, count: u64) -> Option<&'static str> {
        // The word for one depends on gender.
        nth(count, &["", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve"])
    }

    fn percent(&self, _value: u16, number: &str) -> String {
        format!("{number}{NO_BREAK}%")
    }

    fn percent_figure(&self, number: &str) -> String {
        format!("{number}{NO_BREAK}%")
    }

    fn ordinal(&self, _place: u64, number: &str) -> String {
        format!("{number}.º")
    }

    fn dollars(&self, amount: &Numeral) -> String {
        amount.counting(["dólar", "de dólares", "dólares"])
    }

    /// There is no single word for a thousand million, and a "billón" is a million millions.
    fn multiples(&self) -> &'static [u32] {
        &[6, 12]
    }

    fn multiple_of_dollars(&self, number: &Numeral, power: u32) -> String {
        format!("{} de dólares", self.multiple(number, power))
    }

    fn euros(&self, amount: &Numeral) -> String {
        amount.counting(["euro", "de euros", "euros"])
    }

    fn multiple_of_euros(&self, number: &Numeral, power: u32) -> String {
        format!("{} de euros", self.multiple(number, power))
    }

    fn multiple(&self, number: &Numeral, power: u32) -> String {
        let noun = match (power, number.category) {
            (12, PluralCategory::One) => "billón",
            (12, _) => "billones",
            (_, PluralCategory::One) => "millón",
            _ => "millones",
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
        year.to_string()
    }

    fn days(&self, first: u32, last: u32) -> String {
        if first == last { first.to_string() } else { format!("{first}–{last}") }
    }

    fn days_of_month(&self, days: &str, month: &str) -> String {
        format!("{days}{NO_BREAK}de{NO_BREAK}{month}")
    }

    fn in_year(&self, date: &str, year: i32) -> String {
        format!("{date} de {year}")
    }

    fn range(&self, first: &str, last: &str) -> String {
        format!("{first}–{last}")
    }

    fn span_of_years(&self, first: i32, last: i32) -> String {
        format!("{first}–{last}")
    }

    fn mixed_span(&self, first: PartialDate, last: PartialDate, format: DateStyle) -> String {
        format!("{} {}", self.since(first, format), self.until(last, format))
    }

    fn since(&self, date: PartialDate, format: DateStyle) -> String {
        let words = format.date(date);
        match date {
            PartialDate::Day(_) => format!("desde el {words}"),
            PartialDate::Month(_) | PartialDate::Year(_) => format!("desde {words}"),
        }
    }

    fn until(&self, date: PartialDate, format: DateStyle) -> String {
        let words = format.date(date);
        match date {
            PartialDate::Day(_) => format!("hasta el {words}"),
            PartialDate::Month(_) | PartialDate::Year(_) => format!("hasta {words}"),
        }
    }

    fn within(&self, span: &str) -> String {
        format!("un día del período {span}")
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
        under("desde", format.at(date))
    }

    fn stamp_until(&self, date: PartialDate, format: DateStyle) -> Vec<StampLine> {
        under("hasta", format.at(date))
    }
}

fn pledged(noun: CountedNoun) -> String {
    noun.participle("prometid", ["o", "a", "os", "as"])
}

fn received(noun: CountedNoun) -> String {
    noun.participle("recibid", ["o", "a", "os", "as"])
}

/// The unit of a column of amounts.
fn unit(currency: Currency) -> &'static str {
    if currency == Currency::USD { "dólares\u{a0}EE.UU." } else { currency.code() }
}

/// Whether a word begins with the sound of "y", before which "y" becomes "e": Irán, Hispania, but not hielo.
fn begins_with_i(word: &str) -> bool {
    let mut letters = word.chars().flat_map(char::to_lowercase).map(|letter| if letter == 'í' { 'i' } else { letter });
    match (letters.next(), letters.next(), letters.next()) {
        (Some('i'), ..) => true,
        (Some('h'), Some('i'), third) => !matches!(third, Some('a' | 'e' | 'o')),
        _ => false,
    }
}

#[rustfmt::skip]
static MONTHS: Calendar = Calendar::new([
    "enero", "febrero", "marzo", "abril", "mayo", "junio",
    "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre",
]);

#[rustfmt::skip]
static SHORT_MONTHS: Calendar = Calendar::new([
    "ene.", "feb.", "mar.", "abr.", "mayo", "jun.",
    "jul.", "ago.", "sept.", "oct.", "nov.", "dic.",
]);

/// The amounts and the number of partners of other contributors, joined.
fn parts(others: &WrittenFigures) -> String {
    let partners = (others.partners > 0).then(|| match numbers::plural(others.partners.into(), ES) {
        PluralCategory::One => "asociado financiero: 1".to_owned(),
        _ => format!("asociados financieros: {}", numbers::integer(others.partners.into(), ES)),
    });
    let pledged = others.pledged.as_ref().map(|amount| format!("importe prometido: {amount}"));
    let received = others.received.as_ref().map(|amount| format!("importe recibido: {amount}"));
    [pledged, received, partners].into_iter().flatten().collect::<Vec<_>>().join("; ")
}
