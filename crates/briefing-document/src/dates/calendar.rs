//! The names of the months.
//!
//! Arabic gives every month its two names (`كانون الثاني/يناير`), as the United Nations does; its short form is the
//! second of them. Russian has one form after a day and another that stands alone. Chinese counts.

use briefing_model::Language;

/// The names of the months in one language and one length.
#[derive(Debug)]
pub(super) struct Calendar {
    alone: [&'static str; 12],
    in_date: [&'static str; 12],
}

impl Calendar {
    /// The name that stands alone, of a month from 1 to 12.
    pub(super) fn alone(&self, month: u32) -> &'static str {
        nth(&self.alone, month)
    }

    /// The name beside a day.
    pub(super) fn in_date(&self, month: u32) -> &'static str {
        nth(&self.in_date, month)
    }
}

fn nth(names: &[&'static str; 12], month: u32) -> &'static str {
    let index = month.checked_sub(1).and_then(|index| usize::try_from(index).ok());
    // A month's number is always from 1 to 12.
    index.and_then(|index| names.get(index)).copied().unwrap_or_default()
}

const fn same(names: [&'static str; 12]) -> Calendar {
    Calendar { alone: names, in_date: names }
}

/// The names in full.
pub(super) const fn of(language: Language) -> &'static Calendar {
    match language {
        Language::Ar => &ARABIC,
        Language::Zh => &CHINESE,
        Language::En => &ENGLISH,
        Language::Fr => &FRENCH,
        Language::Ru => &RUSSIAN,
        Language::Es => &SPANISH,
    }
}

/// The short names.
pub(super) const fn short(language: Language) -> &'static Calendar {
    match language {
        Language::Ar => &ARABIC_SHORT,
        Language::Zh => &CHINESE,
        Language::En => &ENGLISH_SHORT,
        Language::Fr => &FRENCH_SHORT,
        Language::Ru => &RUSSIAN_SHORT,
        Language::Es => &SPANISH_SHORT,
    }
}

static ENGLISH: Calendar = same([
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]);

static ENGLISH_SHORT: Calendar =
    same(["Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec"]);

static FRENCH: Calendar = same([
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
]);

static FRENCH_SHORT: Calendar =
    same(["janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."]);

static SPANISH: Calendar = same([
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "octubre",
    "noviembre",
    "diciembre",
]);

static SPANISH_SHORT: Calendar =
    same(["ene.", "feb.", "mar.", "abr.", "mayo", "jun.", "jul.", "ago.", "sept.", "oct.", "nov.", "dic."]);

static RUSSIAN: Calendar = Calendar {
    alone: [
        "январь",
        "февраль",
        "март",
        "апрель",
        "май",
        "июнь",
        "июль",
        "август",
        "сентябрь",
        "октябрь",
        "ноябрь",
        "декабрь",
    ],
    in_date: [
        "января",
        "февраля",
        "марта",
        "апреля",
        "мая",
        "июня",
        "июля",
        "августа",
        "сентября",
        "октября",
        "ноября",
        "декабря",
    ],
};

static RUSSIAN_SHORT: Calendar = Calendar {
    alone: ["янв.", "февр.", "март", "апр.", "май", "июнь", "июль", "авг.", "сент.", "окт.", "нояб.", "дек."],
    in_date: ["янв.", "февр.", "марта", "апр.", "мая", "июня", "июля", "авг.", "сент.", "окт.", "нояб.", "дек."],
};

static CHINESE: Calendar =
    same(["1月", "2月", "3月", "4月", "5月", "6月", "7月", "8月", "9月", "10月", "11月", "12月"]);

static ARABIC: Calendar = same([
    "كانون الثاني/يناير",
    "شباط/فبراير",
    "آذار/مارس",
    "نيسان/أبريل",
    "أيار/مايو",
    "حزيران/يونيه",
    "تموز/يوليه",
    "آب/أغسطس",
    "أيلول/سبتمبر",
    "تشرين الأول/أكتوبر",
    "تشرين الثاني/نوفمبر",
    "كانون الأول/ديسمبر",
]);

static ARABIC_SHORT: Calendar = same([
    "يناير",
    "فبراير",
    "مارس",
    "أبريل",
    "مايو",
    "يونيه",
    "يوليه",
    "أغسطس",
    "سبتمبر",
    "أكتوبر",
    "نوفمبر",
    "ديسمبر",
]);
