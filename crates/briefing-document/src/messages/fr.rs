//! French. A no-break space stands before a colon and a narrow one before the other high marks.

use briefing_model::{Currency, Language, Month, MultiYear, SectionKind};
use icu_plurals::PluralCategory;

use super::{Messages, Totals, capitalized, part};
use crate::dates;
use crate::inline::{line, strong};
use crate::numbers::{self, NO_BREAK};
use crate::{Inline, Inlines, PeriodPart};

pub(super) struct French;

const FR: Language = Language::Fr;

impl Messages for French {
    fn monthly_briefing(&self) -> &'static str {
        "Bulletin mensuel"
    }

    fn period(&self, month: Month) -> Vec<PeriodPart> {
        vec![part(capitalized(dates::month_name(month, FR)), false), part(month.year().to_string(), true)]
    }

    fn issue(&self, month: Month) -> String {
        format!("Bulletin mensuel, {}", dates::month(month, FR))
    }

    fn running_head(&self, month: Month) -> String {
        format!("Bulletin mensuel · {}", dates::month(month, FR))
    }

    fn file_title(&self, month: Month, office: &str) -> String {
        format!("Bulletin mensuel, {} – {office}", dates::month(month, FR))
    }

    fn subject(&self, month: Month) -> String {
        format!("Activités, annonces de contributions et contributions, {}", dates::month(month, FR))
    }

    fn page_of(&self) -> &'static str {
        "Page {page} sur {pages}"
    }

    fn heading(&self, section: SectionKind, office: Option<&str>) -> String {
        match (section, office) {
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

    fn new_pledges(&self, count: u64, month: Month, _office: Option<Inlines>) -> Inlines {
        let month = dates::month(month, FR);
        match numbers::plural(count, FR) {
            PluralCategory::One => line![format!("Nouvelle contribution enregistrée en {month}{NO_BREAK}:")],
            _ => line![format!("Nouvelles contributions enregistrées en {month}{NO_BREAK}:")],
        }
    }

    fn new_pledges_summary(&self, month: Month) -> String {
        let month = dates::month(month, FR);
        format!("Annonces de contributions par contributeur, {month}{NO_BREAK}: objet, montant et total")
    }

    fn contributor(&self) -> &'static str {
        "Contributeur"
    }

    fn purpose(&self) -> &'static str {
        "Objet"
    }

    fn amount(&self) -> &'static str {
        "Montant"
    }

    fn amount_in(&self, currency: Currency) -> String {
        format!("Montant ({})", unit(currency))
    }

    fn not_earmarked(&self) -> &'static str {
        "Sans affectation particulière"
    }

    fn yearly(&self) -> &'static str {
        "montant annuel"
    }

    fn total_recorded(&self, month: Month) -> String {
        format!("Total enregistré en {}", dates::month_name(month, FR))
    }

    fn pledged_to_date(&self) -> &'static str {
        "annoncés à ce jour"
    }

    fn received_to_date(&self) -> &'static str {
        "reçus"
    }

    fn funding_partners(&self, count: u32) -> &'static str {
        match numbers::plural(u64::from(count), FR) {
            PluralCategory::One => "partenaire financier",
            _ => "partenaires financiers",
        }
    }

    fn share_received(&self, percent: u16) -> Inlines {
        line![strong(numbers::percent_figure(percent, FR)), " du montant annoncé a été reçu"]
    }

    fn totals(&self, totals: &Totals) -> Inlines {
        let Totals { pledged, received, partners } = totals;
        let count = numbers::integer(i128::from(*partners), FR);
        let partners = match numbers::plural(u64::from(*partners), FR) {
            _ if *partners == 0 => String::new(),
            PluralCategory::One => format!("\u{202f}; partenaire financier{NO_BREAK}: 1"),
            _ => format!("\u{202f}; partenaires financiers{NO_BREAK}: {count}"),
        };
        line![format!(
            "Contributions annoncées à ce jour{NO_BREAK}: {pledged}\u{202f}; montant reçu{NO_BREAK}: {received}{partners}."
        )]
    }

    fn by_contributor(&self) -> &'static str {
        "Montants annoncés et reçus, par contributeur"
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

    fn history(&self) -> &'static str {
        "Annonces cumulées"
    }

    fn history_summary(&self) -> &'static str {
        "Barres pour le montant annoncé depuis le début, à la fin de chaque date, par ordre chronologique"
    }

    fn date(&self) -> &'static str {
        "Date"
    }

    fn pledged_in(&self, currency: Currency) -> String {
        format!("Annoncé ({})", unit(currency))
    }

    fn received_in(&self, currency: Currency) -> String {
        format!("Reçu ({})", unit(currency))
    }

    fn no_payment(&self) -> &'static str {
        "Un tiret signifie qu’aucun versement n’est détaillé."
    }

    fn allocations(&self, names: Inlines) -> Inlines {
        line![
            "Allocation\u{a0}: ",
            names,
            ". Comptée dans les montants, mais non dans le nombre de partenaires financiers."
        ]
    }

    fn in_kind(&self, gifts: Inlines) -> Inlines {
        line!["En outre, en nature\u{a0}: ", gifts, "."]
    }

    fn gift(&self, contributor: Inlines, value: Option<String>, when: &str) -> Inlines {
        match value {
            Some(value) => line![contributor, " (valeur estimée\u{a0}: ", value, ", ", when, ")"],
            None => line![contributor, " (", when, ")"],
        }
    }

    fn others(&self, totals: &Totals) -> Inlines {
        let Totals { pledged, received, partners } = totals;
        let count = numbers::integer(i128::from(*partners), FR);
        let partners = match numbers::plural(u64::from(*partners), FR) {
            _ if *partners == 0 => String::new(),
            PluralCategory::One => format!("\u{202f}; partenaire financier{NO_BREAK}: 1"),
            _ => format!("\u{202f}; partenaires financiers{NO_BREAK}: {count}"),
        };
        line![format!(
            "Non détaillé ici, mais compris dans les totaux{NO_BREAK}: montant annoncé{NO_BREAK}: {pledged}\u{202f}; \
             montant reçu{NO_BREAK}: {received}{partners}."
        )]
    }

    fn unvalued(&self, amounts: Inlines, currency: Currency) -> Inlines {
        let words = if currency == Currency::USD {
            "Non compris dans les totaux, la valeur en dollars des États-Unis n’étant pas connue\u{a0}: ".to_owned()
        } else {
            let code = currency.code();
            format!("Non compris dans les totaux, la valeur en {code} n’étant pas connue{NO_BREAK}: ")
        };
        line![words, amounts, "."]
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

    fn rounding(&self) -> &'static str {
        "Les chiffres étant arrondis, leur somme peut différer des totaux."
    }

    fn untranslated(&self) -> &'static str {
        "Les textes qui n’ont pas été traduits sont reproduits dans leur langue originale."
    }

    fn entities(&self, count: u16) -> String {
        let number = numbers::integer(i128::from(count), FR);
        match numbers::plural(u64::from(count), FR) {
            PluralCategory::One => format!("{number}{NO_BREAK}entité"),
            _ => format!("{number}{NO_BREAK}entités"),
        }
    }

    fn working_groups(&self, count: u16) -> String {
        let number = numbers::integer(i128::from(count), FR);
        match numbers::plural(u64::from(count), FR) {
            PluralCategory::One => format!("{number}{NO_BREAK}groupe de travail"),
            _ => format!("{number}{NO_BREAK}groupes de travail"),
        }
    }

    fn advisory_board(&self, members: u16, guests: Option<Inlines>, count: u64) -> Inlines {
        let number = numbers::integer(i128::from(members), FR);
        let states = match numbers::plural(u64::from(members), FR) {
            PluralCategory::One => format!("Conseil consultatif{NO_BREAK}: {number}{NO_BREAK}État Membre"),
            _ => format!("Conseil consultatif{NO_BREAK}: {number}{NO_BREAK}États Membres"),
        };
        match (numbers::plural(count, FR), guests) {
            (_, None) => line![states],
            (PluralCategory::One, Some(guest)) => line![states, "\u{202f}; invité\u{a0}: ", guest],
            (_, Some(guests)) => line![states, "\u{202f}; invités\u{a0}: ", guests],
        }
    }

    fn shared_programmes(&self) -> &'static str {
        "Programmes du Bureau"
    }

    fn programme_offices(&self) -> &'static str {
        "Bureaux de programme"
    }

    fn pillar(&self) -> &'static str {
        "Pilier"
    }
}

/// What a column of amounts counts.
fn unit(currency: Currency) -> &'static str {
    if currency == Currency::USD { "dollars É.-U." } else { currency.code() }
}
