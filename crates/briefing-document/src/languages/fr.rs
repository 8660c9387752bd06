//! French. A no-break space precedes a colon, and a narrow one precedes the other high punctuation marks.

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
use crate::numbers::{self, CountedNoun, NARROW, NO_BREAK, Numeral};
use crate::{Inline, Inlines, PeriodPart, StampLine};

pub(super) struct French;

const FR: Language = Language::Fr;

const PHRASES: Phrases = Phrases {
    monthly_briefing: "Bulletin mensuel",
    draft: "PROJET",
    approvals: "Approbations",
    not_approved: "non approuvé",
    correction: "Rectificatif",
    page_of: "Page {page} sur {pages}",
    online: "En ligne",
    in_person: "En présentiel",
    in_person_and_online: "En présentiel et en ligne",
    contributor: "Contributeur",
    purpose: "Objet",
    amount: "Montant",
    not_earmarked: "Sans affectation particulière",
    purpose_not_stated: "Non\u{a0}précisé",
    nothing_since: "Aucune autre annonce n’est attestée depuis lors.",
    whole_since: "Les contributions pluriannuelles sont indiquées en totalité.",
    due_since: "Les éventuelles échéances d’annonces antérieures, intervenues depuis lors, ne sont pas indiquées.",
    pledged_documented_label: "annonces attestées",
    received_documented_label: "versements attestés",
    documented_by_contributor: "Annonces et versements attestés, par contributeur",
    documented_only: "Le graphique montre ce qui est attesté, qui peut être inférieur à l’ensemble.",
    by_contributor: "Montants annoncés et reçus, par contributeur",
    history: "Annonces cumulées",
    history_summary: "Barres pour le montant annoncé depuis le début, à la fin de chaque date, par ordre chronologique",
    date: "Date",
    about_figures: "À propos des chiffres.",
    unpledged: "contribution non annoncée",
    counts_no_more: "n’est plus compté",
    on_another_pledge: "désormais sur une autre annonce",
    opening_balance: "solde d’ouverture",
    gift_in_kind: "en nature",
    other_contributors: "autres contributeurs",
    stated_total: "total déclaré",
    no_payment: "Un tiret signifie qu’aucun versement n’est détaillé.",
    no_pledge_itemized: "aucune annonce détaillée",
    no_payment_itemized: "aucun versement détaillé",
    unknown_amount: "montant inconnu",
    converted: "Un montant en une autre monnaie compte pour sa valeur à la date de l’annonce\u{202f}; un versement, pour sa valeur à la date du paiement ou, si elle n’est pas connue, à celle de l’annonce.",
    counts_unpledged: "Une contribution non annoncée compte aussi comme montant annoncé.",
    share_settled: "La part reçue est ce que les versements ont réglé des montants annoncés, sans les excédents ni les gains ou pertes de change.",
    rounding: "Les chiffres étant arrondis, leur somme peut différer des totaux.",
    untranslated: "Les textes qui n’ont pas été traduits sont reproduits dans leur langue originale.",
    shared_programmes: "Programmes du Bureau",
    programme_offices: "Bureaux de programme",
    pillar: "Pilier",
    about_briefing: "À propos de ce bulletin",
    contact: "Contact",
    email: "Courriel",
    on_the_web: "Sur le Web",
    next_issue: "Prochain numéro",
    semicolon: "\u{202f}; ",
    comma: ",",
    stamp_within: "un jour des",
    continued: (",", "suite"),
};

impl Usage for French {
    fn phrases(&self) -> &'static Phrases {
        &PHRASES
    }

    fn period(&self, month: Month) -> Vec<PeriodPart> {
        vec![part(capitalized(dates::month_name(month, FR)), false), part(month.year().to_string(), true)]
    }

    fn issue(&self, title: &str, month: Month) -> String {
        format!("{title}, {}", dates::month(month, FR))
    }

    fn running_head(&self, title: &str, month: Month) -> String {
        format!("{title} · {}", dates::month(month, FR))
    }

    fn file_title(&self, title: &str, month: Month, office: &str) -> String {
        format!("{title}, {} – {office}", dates::month(month, FR))
    }

    fn subject(&self, month: Month) -> String {
        format!("Activités, annonces de contributions et contributions, {}", dates::month(month, FR))
    }

    fn approved(&self, by: &str, day: &str) -> String {
        format!("approuvé par {by}, {day}")
    }

    fn corrected_on(&self, day: &str) -> String {
        format!("Corrigé le {day} :")
    }

    fn heading(&self, section: SectionKind, office: Option<&str>) -> String {
        match (section, office) {
            (SectionKind::Glance, _) => "En bref".to_owned(),
            (SectionKind::About, Some(office)) => format!("{office}{NO_BREAK}: présentation"),
            (SectionKind::About, None) => "Présentation du Bureau".to_owned(),
            (SectionKind::Mandate, Some(office)) => format!("{office}{NO_BREAK}: mandat"),
            (SectionKind::Mandate, None) => "Mandat".to_owned(),
            (SectionKind::Leadership, _) => "Direction".to_owned(),
            (SectionKind::Highlights, _) => "Temps forts".to_owned(),
            (SectionKind::CapacityBuilding, _) => "Renforcement des capacités".to_owned(),
            (SectionKind::Structure, Some(office)) => format!("{office}{NO_BREAK}: organigramme"),
            (SectionKind::Structure, None) => "Organigramme".to_owned(),
            (SectionKind::RecentPledges, _) => "Annonces de contributions récentes".to_owned(),
            (SectionKind::Contributors, _) => "Principaux contributeurs".to_owned(),
            (SectionKind::Strategy, _) => "Stratégie".to_owned(),
        }
    }

    fn contributions(&self, _office: Option<&str>) -> String {
        "Contributions".to_owned()
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
        line![place, " et en ligne"]
    }

    fn item_detail(&self, detail: ItemDetail, count: u64) -> &'static str {
        let (one, several) = match detail {
            // A place needs no label.
            ItemDetail::Place => ("", ""),
            ItemDetail::PartOf => ("Dans le cadre de\u{a0}: ", "Dans le cadre de\u{a0}: "),
            ItemDetail::Organizers => ("Organisateur\u{a0}: ", "Organisateurs\u{a0}: "),
            ItemDetail::Partners => ("Partenaire\u{a0}: ", "Partenaires\u{a0}: "),
            ItemDetail::Units => ("Service\u{a0}: ", "Services\u{a0}: "),
            ItemDetail::Programmes => ("Programme\u{a0}: ", "Programmes\u{a0}: "),
            ItemDetail::Pillars => ("Pilier ", "Piliers "),
        };
        if count == 1 { one } else { several }
    }

    fn new_pledges(&self, count: u64, month: Month, _office: Option<Inlines>) -> Inlines {
        let month = dates::month(month, FR);
        match numbers::plural(count, FR) {
            PluralCategory::One => line![format!("Nouvelle contribution enregistrée en {month}{NO_BREAK}:")],
            _ => line![format!("Nouvelles contributions enregistrées en {month}{NO_BREAK}:")],
        }
    }

    fn new_pledges_summary(&self, month: Month) -> String {
        let month = dates::month(month, FR);
        format!("Nouvelles contributions par contributeur, {month}{NO_BREAK}: objet, montant et total")
    }

    fn movements(&self, count: u64, month: Month) -> Inlines {
        let month = dates::month(month, FR);
        match numbers::plural(count, FR) {
            PluralCategory::One => line![format!("Mouvement enregistré en {month}{NO_BREAK}:")],
            _ => line![format!("Mouvements enregistrés en {month}{NO_BREAK}:")],
        }
    }

    fn movements_summary(&self, month: Month) -> String {
        format!("Mouvements par contributeur, {}{NO_BREAK}: objet et montant", dates::month(month, FR))
    }

    fn movement(&self, kind: MovementKind) -> Option<&'static str> {
        match kind {
            MovementKind::Pledge | MovementKind::Gift => None,
            MovementKind::Allocation => Some("allocation"),
            MovementKind::Increase => Some("augmentation"),
            MovementKind::Reduction => Some("réduction"),
            MovementKind::NewTerms => Some("nouvelles modalités"),
            MovementKind::Withdrawal => Some("annonce retirée"),
            MovementKind::Payment => Some("versement"),
            MovementKind::CountedAsPaid => Some("annoncé à hauteur du versement"),
            MovementKind::Refund | MovementKind::PaidBack => Some("remboursement"),
            MovementKind::SurplusRefund => Some("remboursement du trop-perçu"),
        }
    }

    fn yearly_until(&self, amount: &str, from: i32, until: i32, whole: &str) -> String {
        format!("{amount} par an, {from}–{until}\u{202f}; {whole} au total")
    }

    fn yearly_from(&self, amount: &str, from: i32) -> String {
        format!("{amount} par an à partir de {from}, sans terme fixé")
    }

    fn spread_over(&self, from: &str, until: &str) -> String {
        format!("période{NO_BREAK}: {from}–{until}")
    }

    fn instalments(&self, count: u64, from: &str, until: &str) -> String {
        match count {
            1 => format!("une tranche{NO_BREAK}: {from}"),
            _ => format!("{} tranches{NO_BREAK}: {from}–{until}", numbers::integer(count.into(), FR)),
        }
    }

    fn movement_total(&self, sum: MovementSum, net: bool) -> &'static str {
        match sum {
            MovementSum::Pledged if net => "Variation nette des annonces",
            MovementSum::Pledged => "Total annoncé",
            MovementSum::PledgedYearly if net => "Variation nette des annonces sans terme, par an",
            MovementSum::PledgedYearly => "Total des annonces sans terme, par an",
            MovementSum::Allocated => "Total alloué",
            MovementSum::AllocatedYearly => "Total des allocations sans terme, par an",
            MovementSum::Received if net => "Variation nette des versements",
            MovementSum::Received => "Total versé au titre des annonces",
        }
    }

    fn movement_amount(&self, sum: MovementSum, net: bool, amount: &str) -> String {
        match sum {
            MovementSum::Pledged | MovementSum::Allocated if net => {
                format!("variation nette des annonces{NO_BREAK}: {amount}")
            }
            MovementSum::PledgedYearly | MovementSum::AllocatedYearly if net => {
                format!("variation nette des annonces sans terme{NO_BREAK}: {amount} par an")
            }
            MovementSum::Received if net => format!("variation nette des versements{NO_BREAK}: {amount}"),
            MovementSum::Pledged => format!("montant annoncé{NO_BREAK}: {amount}"),
            MovementSum::PledgedYearly => format!("montant annuel annoncé{NO_BREAK}: {amount}"),
            MovementSum::Allocated => format!("montant alloué{NO_BREAK}: {amount}"),
            MovementSum::AllocatedYearly => format!("montant annuel alloué{NO_BREAK}: {amount}"),
            MovementSum::Received => format!("montant versé{NO_BREAK}: {amount}"),
        }
    }

    fn late_movements(&self, movements: Inlines) -> Inlines {
        line!["Également consigné depuis le bulletin précédent\u{a0}: ", movements, "."]
    }

    fn corrected_movements(&self, movements: Inlines) -> Inlines {
        line!["Corrigé depuis le bulletin précédent\u{a0}: ", movements, "."]
    }

    fn counted_as(&self, amount: &str) -> String {
        format!("comptabilisé pour {amount}")
    }

    fn instead_of(&self, now: &str, before: &str) -> String {
        format!("{now}, précédemment {before}")
    }

    fn amount_in(&self, currency: Currency) -> String {
        format!("Montant ({})", unit(currency))
    }

    fn total_recorded(&self, month: Month) -> String {
        format!("Total enregistré en {}", dates::month_name(month, FR))
    }

    fn funding_partners(&self, count: u32) -> &'static str {
        form(count.into(), FR, "partenaire financier", "partenaires financiers")
    }

    fn share_received(&self, percent: u16) -> Inlines {
        line![strong(numbers::percent_figure(percent, FR)), " du montant annoncé a été reçu"]
    }

    fn pledged_on(&self, amount: &str, day: StatedDay<'_>) -> String {
        let on = day.pick("au", "jusqu’en");
        format!("Contributions annoncées {on} {day}{NO_BREAK}: {amount}.")
    }

    fn received_on(&self, amount: &str, day: StatedDay<'_>) -> String {
        let on = day.pick("au", "jusqu’en");
        format!("Versements reçus {on} {day}{NO_BREAK}: {amount}.")
    }

    fn partners_on(&self, count: u32, day: StatedDay<'_>) -> String {
        let on = day.pick("au", "en");
        match numbers::plural(count.into(), FR) {
            PluralCategory::One => format!("Partenaire financier {on} {day}{NO_BREAK}: 1."),
            _ => format!("Partenaires financiers {on} {day}{NO_BREAK}: {}.", numbers::integer(count.into(), FR)),
        }
    }

    fn pledged_documented(&self, amount: &str) -> String {
        format!("Annonces attestées{NO_BREAK}: {amount}\u{202f}; le total n’est pas connu.")
    }

    fn received_documented(&self, amount: &str) -> String {
        format!("Versements attestés{NO_BREAK}: {amount}\u{202f}; le total n’est pas connu.")
    }

    fn partners_documented(&self, count: u32) -> String {
        let count = numbers::integer(count.into(), FR);
        format!("Partenaires financiers attestés{NO_BREAK}: {count}\u{202f}; leur nombre total n’est pas connu.")
    }

    fn documented_since(&self, amounts: &str) -> String {
        format!("Attesté depuis lors{NO_BREAK}: {amounts}.")
    }

    fn since_last_issue(&self, change: SinceThen<'_>, then: PartialDate, format: DateStyle) -> String {
        let since = self.since(then, format);
        match change {
            SinceThen::More(amount) => format!("en hausse de {amount} {since}"),
            SinceThen::Less(amount) => format!("en baisse de {amount} {since}"),
            SinceThen::Same => format!("sans changement {since}"),
            SinceThen::Was(amount) => {
                let on = if matches!(then, PartialDate::Day(_)) { "au" } else { "en" };
                format!("contre {amount} {on} {}", format.date(then))
            }
        }
    }

    fn pledged_to_date(&self, noun: CountedNoun) -> String {
        format!("{} à ce jour", pledged(noun))
    }

    fn received_to_date(&self, noun: CountedNoun) -> String {
        received(noun)
    }

    fn pledged_on_label(&self, noun: CountedNoun, day: StatedDay<'_>) -> String {
        let on = day.pick("au", "jusqu’en");
        format!("{} {on} {day}", pledged(noun))
    }

    fn received_on_label(&self, noun: CountedNoun, day: StatedDay<'_>) -> String {
        let on = day.pick("au", "jusqu’en");
        format!("{} {on} {day}", received(noun))
    }

    fn partners_on_label(&self, count: u32, day: StatedDay<'_>) -> String {
        let on = day.pick("au", "en");
        format!("{} {on} {day}", self.funding_partners(count))
    }

    fn partners_documented_label(&self, count: u32) -> &'static str {
        form(count.into(), FR, "partenaire financier attesté", "partenaires financiers attestés")
    }

    fn documented_as_of(&self, day: &str, known: Option<&str>) -> String {
        match known {
            Some(known) => format!("Montants attestés au {day}, tels qu’enregistrés au {known}."),
            None => format!("Montants attestés au {day}."),
        }
    }

    fn figures(&self, figures: &WrittenFigures) -> String {
        parts(figures)
    }

    fn partners_instead_of(&self, now: u32, before: u32) -> String {
        let now = parts(&WrittenFigures::of_partners(now));
        self.instead_of(&now, &numbers::integer(before.into(), FR))
    }

    fn others(&self, others: &WrittenFigures) -> Inlines {
        line![format!("Non détaillé ici, mais compris dans les totaux{NO_BREAK}: {}.", parts(others))]
    }

    fn documented_others(&self, others: &WrittenFigures) -> Inlines {
        line![format!("Attesté, mais non détaillé ici{NO_BREAK}: {}.", parts(others))]
    }

    fn by_contributor_summary(&self, count: u64) -> String {
        match numbers::plural(count, FR) {
            PluralCategory::One => "Barres pour un contributeur\u{a0}: montants annoncé et reçu".to_owned(),
            _ => format!(
                "Barres pour {count} contributeurs{NO_BREAK}: montants annoncés et reçus, par ordre décroissant des annonces"
            ),
        }
    }

    fn new_partners(&self, names: Inlines, count: u64, month: Month) -> Inlines {
        let month = dates::month(month, FR);
        match numbers::plural(count, FR) {
            PluralCategory::One => line![format!("Nouveau partenaire financier en {month}{NO_BREAK}: "), names, "."],
            _ => line![format!("Nouveaux partenaires financiers en {month}{NO_BREAK}: "), names, "."],
        }
    }

    fn new_partners_this_year(&self, names: Inlines, count: u64, year: i32) -> Inlines {
        match numbers::plural(count, FR) {
            PluralCategory::One => {
                line![format!("Nouveau partenaire financier depuis le début de {year}{NO_BREAK}: "), names, "."]
            }
            _ => line![format!("Nouveaux partenaires financiers depuis le début de {year}{NO_BREAK}: "), names, "."],
        }
    }

    fn pledged_in(&self, currency: Currency) -> String {
        format!("Annoncé ({})", unit(currency))
    }

    fn received_in(&self, currency: Currency) -> String {
        format!("Reçu ({})", unit(currency))
    }

    fn allocations(&self, names: Inlines) -> Inlines {
        line![
            "Allocation\u{a0}: ",
            names,
            ". Comptée dans les montants, mais non dans le nombre de partenaires financiers."
        ]
    }

    fn allocations_of_partners(&self, names: Inlines) -> Inlines {
        line!["Allocation\u{a0}: ", names, "."]
    }

    fn in_kind(&self, gifts: Inlines) -> Inlines {
        line!["En outre, en nature\u{a0}: ", gifts, "."]
    }

    fn earmarked_for(&self, purpose: Inlines) -> Inlines {
        line![format!("objet{NO_BREAK}: "), purpose]
    }

    fn gift(&self, contributor: Inlines, what: Option<Inlines>, value: Option<String>, when: &str) -> Inlines {
        let what = what.map(|what| line![what, ", "]).unwrap_or_default();
        let value = value.map(|value| line!["valeur estimée\u{a0}: ", value, ", "]).unwrap_or_default();
        line![contributor, " (", what, value, when, ")"]
    }

    fn unvalued(&self, amounts: Inlines, currency: Currency, counted: Unvalued) -> Inlines {
        let unit = if currency == Currency::USD { "dollars des États-Unis" } else { currency.code() };
        let words = match counted {
            Unvalued::InNoAmount => {
                format!("N’entre dans aucun montant, la valeur en {unit} n’étant pas connue{NO_BREAK}: ")
            }
            Unvalued::NotInTotals => {
                format!("Non compris dans les totaux, la valeur en {unit} n’étant pas connue{NO_BREAK}: ")
            }
            Unvalued::SinceTotals => format!("Non détaillé, la valeur en {unit} n’étant pas connue{NO_BREAK}: "),
            Unvalued::PerhapsInTotals => format!(
                "Non détaillé, la valeur en {unit} n’étant pas connue, mais peut-être compris dans le total publié{NO_BREAK}: "
            ),
        };
        line![words, amounts, "."]
    }

    fn on_behalf_of(&self, contributor: Inlines, party: Inlines) -> Inlines {
        line![contributor, format!(" (pour le compte de{NO_BREAK}: "), party, ")"]
    }

    fn surplus(&self, amount: &str) -> String {
        format!("Sur certaines contributions, {amount} de plus que le montant annoncé ont été reçus.")
    }

    fn unvalued_amount(&self, contributor: Inlines, amount: &str) -> Inlines {
        line![contributor, format!(" ({amount})")]
    }

    fn multi_year(&self, rule: MultiYear) -> &'static str {
        match rule {
            MultiYear::Whole => {
                "Une contribution pluriannuelle est comptée en entier dès son annonce\u{202f}; une contribution sans \
                 terme est comptée à mesure des échéances."
            }
            MultiYear::AsDue => "Une contribution pluriannuelle est comptée à mesure des échéances.",
        }
    }

    fn as_of(&self, day: &str, known: Option<&str>) -> String {
        match known {
            Some(known) => format!("Montants arrêtés au {day}, tels qu’enregistrés au {known}."),
            None => format!("Montants arrêtés au {day}."),
        }
    }

    fn served_by(&self, office: &str) -> String {
        format!("Services assurés par\u{a0}: {office}")
    }

    fn entities(&self, count: u16) -> String {
        counted(count, FR, "entité", "entités")
    }

    fn working_groups(&self, count: u16) -> String {
        counted(count, FR, "groupe de travail", "groupes de travail")
    }

    fn advisory_board(&self, members: u16, guests: Option<Inlines>, count: u64) -> Inlines {
        let states = format!("Conseil consultatif{NO_BREAK}: {}", counted(members, FR, "État Membre", "États Membres"));
        match (numbers::plural(count, FR), guests) {
            (_, None) => line![states],
            (PluralCategory::One, Some(guest)) => line![states, "\u{202f}; invité\u{a0}: ", guest],
            (_, Some(guests)) => line![states, "\u{202f}; invités\u{a0}: ", guests],
        }
    }

    fn with_parts(&self, whole: Inlines, parts: Inlines) -> Inlines {
        line![whole, format!("{NO_BREAK}: "), parts]
    }

    fn separator(&self, last: bool, crowded: bool, _next: &str) -> &'static str {
        match (last, crowded) {
            (true, false) => " et ",
            (true, true) => "\u{202f}; et ",
            (false, true) => "\u{202f}; ",
            (false, false) => ", ",
        }
    }

    fn locale(&self) -> Locale {
        locale!("fr")
    }

    fn thousands_separator(&self) -> char {
        NARROW
    }

    fn decimal_mark(&self) -> char {
        ','
    }

    fn count_in_words(&self, count: u64) -> Option<&'static str> {
        // The word for one depends on gender.
        nth(count, &["", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf"])
    }

    fn percent(&self, _value: u16, number: &str) -> String {
        format!("{number}{NO_BREAK}%")
    }

    fn percent_figure(&self, number: &str) -> String {
        format!("{number}{NO_BREAK}%")
    }

    fn ordinal(&self, place: u64, number: &str) -> String {
        if place == 1 { "1er".to_owned() } else { format!("{number}e") }
    }

    fn dollars(&self, amount: &Numeral) -> String {
        amount.counting(["dollar", "de dollars", "dollars"])
    }

    /// A "billion" is a million millions, but readers of other languages take it for a thousand million; thousands of milliards are used.
    fn multiples(&self) -> &'static [u32] {
        &[6, 9]
    }

    fn multiple_of_dollars(&self, number: &Numeral, power: u32) -> String {
        format!("{} de dollars", self.multiple(number, power))
    }

    fn euros(&self, amount: &Numeral) -> String {
        amount.counting(["euro", "d’euros", "euros"])
    }

    fn multiple_of_euros(&self, number: &Numeral, power: u32) -> String {
        format!("{} d’euros", self.multiple(number, power))
    }

    fn multiple(&self, number: &Numeral, power: u32) -> String {
        let noun = match (power, number.category) {
            (9, PluralCategory::One) => "milliard",
            (9, _) => "milliards",
            (_, PluralCategory::One) => "million",
            _ => "millions",
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
        let first_words = if first == 1 { "1er".to_owned() } else { first.to_string() };
        if first == last { first_words } else { format!("{first_words}–{last}") }
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
        let (from, to) = (format.date(first), format.date(last));
        let from = match first {
            PartialDate::Day(_) => format!("du {from}"),
            PartialDate::Month(_) if from.starts_with(['a', 'o']) => format!("d’{from}"),
            PartialDate::Month(_) | PartialDate::Year(_) => format!("de {from}"),
        };
        match last {
            PartialDate::Day(_) => format!("{from} au {to}"),
            PartialDate::Month(_) | PartialDate::Year(_) => format!("{from} à {to}"),
        }
    }

    fn since(&self, date: PartialDate, format: DateStyle) -> String {
        let words = format.date(date);
        match date {
            PartialDate::Day(_) => format!("depuis le {words}"),
            PartialDate::Month(_) | PartialDate::Year(_) => format!("depuis {words}"),
        }
    }

    fn until(&self, date: PartialDate, format: DateStyle) -> String {
        let words = format.date(date);
        match date {
            PartialDate::Day(_) => format!("jusqu’au {words}"),
            PartialDate::Month(_) | PartialDate::Year(_) => format!("jusqu’en {words}"),
        }
    }

    fn within(&self, span: &str) -> String {
        format!("un jour de la période {span}")
    }

    fn stamp_days(&self, first: u32, last: u32) -> String {
        self.days(first, last)
    }

    fn stamp_day(&self, day: u32, month: &str) -> String {
        self.days_of_month(&self.days(day, day), month)
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
        under("depuis", format.at(date))
    }

    fn stamp_until(&self, date: PartialDate, format: DateStyle) -> Vec<StampLine> {
        let word = if matches!(date, PartialDate::Day(_)) { "jusqu’au" } else { "jusqu’en" };
        under(word, format.at(date))
    }
}

fn pledged(noun: CountedNoun) -> String {
    noun.participle("annoncé", ["", "e", "s", "es"])
}

fn received(noun: CountedNoun) -> String {
    noun.participle("reçu", ["", "e", "s", "es"])
}

/// The unit of a column of amounts.
fn unit(currency: Currency) -> &'static str {
    if currency == Currency::USD { "dollars\u{a0}É.-U." } else { currency.code() }
}

#[rustfmt::skip]
static MONTHS: Calendar = Calendar::new([
    "janvier", "février", "mars", "avril", "mai", "juin",
    "juillet", "août", "septembre", "octobre", "novembre", "décembre",
]);

#[rustfmt::skip]
static SHORT_MONTHS: Calendar = Calendar::new([
    "janv.", "févr.", "mars", "avr.", "mai", "juin",
    "juil.", "août", "sept.", "oct.", "nov.", "déc.",
]);

/// The amounts and the number of partners of other contributors, joined.
fn parts(others: &WrittenFigures) -> String {
    let partners = (others.partners > 0).then(|| match numbers::plural(others.partners.into(), FR) {
        PluralCategory::One => format!("partenaire financier{NO_BREAK}: 1"),
        _ => format!("partenaires financiers{NO_BREAK}: {}", numbers::integer(others.partners.into(), FR)),
    });
    let pledged = others.pledged.as_ref().map(|amount| format!("montant annoncé{NO_BREAK}: {amount}"));
    let received = others.received.as_ref().map(|amount| format!("montant reçu{NO_BREAK}: {amount}"));
    [pledged, received, partners].into_iter().flatten().collect::<Vec<_>>().join("\u{202f}; ")
}
