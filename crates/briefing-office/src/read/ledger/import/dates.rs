//! Days that an export writes as texts: the orders in which their parts may be, and what to do about other texts.

use std::borrow::Cow;

use briefing_model::{Day, ENGLISH_MONTHS, MONTHS_IN_DATES, date_advice};

use crate::sheet::{is_direction_mark, to_ascii};

/// The order of the parts of a date, and the mark between them if that says in which order they may be meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum DateOrder {
    DayMonthYear(char),
    MonthDayYear(char),
    /// Whatever is between them: nobody writes the day right after the year.
    YearMonthDay,
    /// All digits in a row, as banks and SAP write them.
    Compact,
    /// The month by its name in a language of the United Nations, or a short form of it.
    MonthName,
}

/// How many digits of a year an export writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum YearDigits {
    /// The last two of 2000 to 2099.
    Two,
    Four,
}

/// How an export writes days that are texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct DateFormat {
    order: DateOrder,
    year: YearDigits,
    /// How a map names it.
    written: &'static str,
}

impl DateFormat {
    /// Each form once.
    const ALL: [Self; 15] = [
        Self::new(DateOrder::DayMonthYear('.'), YearDigits::Four, "dd.mm.yyyy"),
        Self::new(DateOrder::DayMonthYear('/'), YearDigits::Four, "dd/mm/yyyy"),
        Self::new(DateOrder::DayMonthYear('-'), YearDigits::Four, "dd-mm-yyyy"),
        Self::new(DateOrder::MonthDayYear('/'), YearDigits::Four, "mm/dd/yyyy"),
        Self::new(DateOrder::MonthDayYear('-'), YearDigits::Four, "mm-dd-yyyy"),
        Self::new(DateOrder::YearMonthDay, YearDigits::Four, "yyyy-mm-dd"),
        Self::new(DateOrder::Compact, YearDigits::Four, "yyyymmdd"),
        Self::new(DateOrder::MonthName, YearDigits::Four, "dd-mmm-yyyy"),
        Self::new(DateOrder::DayMonthYear('.'), YearDigits::Two, "dd.mm.yy"),
        Self::new(DateOrder::DayMonthYear('/'), YearDigits::Two, "dd/mm/yy"),
        Self::new(DateOrder::DayMonthYear('-'), YearDigits::Two, "dd-mm-yy"),
        Self::new(DateOrder::MonthDayYear('/'), YearDigits::Two, "mm/dd/yy"),
        Self::new(DateOrder::MonthDayYear('-'), YearDigits::Two, "mm-dd-yy"),
        Self::new(DateOrder::YearMonthDay, YearDigits::Two, "yy-mm-dd"),
        Self::new(DateOrder::MonthName, YearDigits::Two, "dd-mmm-yy"),
    ];

    /// Other names of forms in which any mark may stand between the parts.
    const WITH_SLASHES: [Self; 2] = [
        Self::new(DateOrder::YearMonthDay, YearDigits::Four, "yyyy/mm/dd"),
        Self::new(DateOrder::YearMonthDay, YearDigits::Two, "yy/mm/dd"),
    ];

    const fn new(order: DateOrder, year: YearDigits, written: &'static str) -> Self {
        Self { order, year, written }
    }

    /// What a map may say, and what is meant by it.
    pub(super) fn words() -> Vec<(&'static str, Self)> {
        Self::ALL.into_iter().chain(Self::WITH_SLASHES).map(|format| (format.written, format)).collect()
    }

    /// How the map names it.
    pub(super) const fn as_str(self) -> &'static str {
        self.written
    }

    /// Whether a spreadsheet of another country may take its day for its month.
    pub(super) const fn is_turnable(self) -> bool {
        matches!(self.order, DateOrder::DayMonthYear(_) | DateOrder::MonthDayYear(_))
    }

    /// A date as our own files write it; `None` when the text is not of this order.
    pub(super) fn plain(self, text: &str) -> Option<String> {
        let (year, month, day) = self.parts(text)?;
        Day::new(year, month, day).map(|day| day.to_string()).ok()
    }

    /// Why a text of this order is not a day, after "is not a day": `: February 2025 has 28 days`.
    pub(super) fn no_such_day(self, text: &str) -> Option<String> {
        let (year, month, day) = self.parts(text)?;
        let said = Day::new(year, month, day).err()?.to_string();
        said.split_once(" is not a day").map(|(_, reason)| reason.to_owned())
    }

    /// The year, month and day that a text of this order writes, whether or not there is such a day.
    fn parts(self, text: &str) -> Option<(i32, u32, u32)> {
        let text: String = text.chars().filter(|c| !is_direction_mark(*c)).map(to_ascii).collect();
        let text = text.trim();
        let digits = |text: &str, longest: usize| {
            let plain = text.len() <= longest && text.bytes().all(|byte| byte.is_ascii_digit());
            text.parse::<u32>().ok().filter(|_| plain)
        };
        if self.order == DateOrder::Compact {
            digits(text, 8).filter(|_| text.len() == 8)?;
            let (year, rest) = text.split_at_checked(4)?;
            let (month, day) = rest.split_at_checked(2)?;
            return Some((year.parse().ok()?, digits(month, 2)?, digits(day, 2)?));
        }
        let marks: &[char] = match self.order {
            DateOrder::MonthName => &['.', '/', '-', ' ', ','],
            // With dots between them, the day comes first everywhere.
            DateOrder::DayMonthYear(mark) => &[mark, '.'],
            DateOrder::MonthDayYear(mark) => &[mark],
            // With two digits for the year, dots are between a day and its month.
            DateOrder::YearMonthDay if self.year == YearDigits::Two => &['/', '-', '年', '月'],
            DateOrder::YearMonthDay | DateOrder::Compact => &['.', '/', '-', '年', '月'],
        };
        // A mark may have a space after it, and the last part a mark of its own: `2025. 04. 30.`, `2025年4月30日`.
        let text = text.strip_suffix(['.', '日']).unwrap_or(text);
        let text = text.strip_suffix('г').map_or(text, str::trim_end);
        let parts = text.split(marks).map(str::trim);
        // Words around the parts: `30 апреля 2025 г.`, `30 de abril de 2025`.
        let is_part =
            |part: &&str| self.order != DateOrder::MonthName || !matches!(*part, "" | "de" | "del" | "г" | "года");
        let parts: Vec<&str> = parts.filter(is_part).collect();
        // A name of two words: `30 تشرين الأول 2025`.
        let (first, second, third) = match (self.order, parts.as_slice()) {
            (_, [first, second, third]) => (*first, Cow::Borrowed(*second), *third),
            (DateOrder::MonthName, [first, one, other, third]) => {
                (*first, Cow::Owned(format!("{one} {other}")), *third)
            }
            _ => return None,
        };
        let second = second.as_ref();
        // `April 30, 2025`
        let (first, second) = match month_of_name(first) {
            Some(_) if self.order == DateOrder::MonthName => (second, first),
            _ => (first, second),
        };
        let (year, month, day) = match self.order {
            DateOrder::DayMonthYear(_) | DateOrder::MonthName => (third, second, first),
            DateOrder::MonthDayYear(_) => (third, first, second),
            DateOrder::YearMonthDay | DateOrder::Compact => (first, second, third),
        };
        let month = match self.order {
            DateOrder::MonthName => month_of_name(month)?,
            _ => digits(month, 2)?,
        };
        let year = match (self.year, year.len()) {
            (YearDigits::Two, 2) => 2000 + digits(year, 2)?,
            (YearDigits::Four, 4) => digits(year, 4)?,
            _ => return None,
        };
        let day = if self.order == DateOrder::MonthName && day == "1er" { "1" } else { day };
        Some((i32::try_from(year).ok()?, month, digits(day, 2)?))
    }

    /// What to say in the map if an export writes its days as a text does.
    pub(super) fn advice(text: &str) -> Option<String> {
        let fits = |format: &Self| match format.order {
            // Dots have a form of their own.
            DateOrder::DayMonthYear(mark) => text.contains(mark) && format.plain(text).is_some(),
            _ => format.plain(text).is_some(),
        };
        let fits: Vec<_> = Self::ALL.into_iter().filter(fits).map(Self::as_str).collect();
        let (first, others) = fits.split_first()?;
        let say = match others.split_last() {
            None => format!("say `date-format = \"{first}\"` in the map"),
            Some((last, between)) => {
                let between: String = between.iter().map(|form| format!(", `\"{form}\"`")).collect();
                format!("say in the map whether that is `date-format = \"{first}\"`{between} or `\"{last}\"`")
            }
        };
        Some(format!("where the whole export is written so, {say}"))
    }

    /// What to do about a text that is not of this order.
    pub(super) fn remedy(self, text: &str) -> Option<String> {
        if let Some(advice) = Self::advice(text) {
            return Some(advice);
        }
        // Weeks, quarters and a spreadsheet's numbers have both: what they stand for, and how that is written.
        if let Some(reason) =
            date_advice(text).filter(|advice| advice.write("").is_some()).map(|advice| advice.reason())
            && let Some(said) = reason.strip_prefix(": ")
        {
            return Some(format!("{said}: write the day itself, in the form `{}`", self.written));
        }
        let parts: Vec<&str> = text.split(['.', '/', '-', ' ']).collect();
        let of_year = |part: &&&str| part.len() == 4 && part.bytes().all(|byte| byte.is_ascii_digit());
        if let Some(year) = parts.iter().find(of_year).filter(|year| !("1900"..="2199").contains(*year)) {
            return Some(format!(
                "years are 1900 to 2199: if {year} is of another calendar, such as the Hijri or the Buddhist, export the days in the Gregorian one"
            ));
        }
        (text.len() == 5 && text.bytes().all(|byte| byte.is_ascii_digit()))
            .then(|| "a spreadsheet's number for a day: show its column as days, and export again".to_owned())
    }
}

/// Names of the months beside those used in dates, and short forms that are not their first three letters.
const MORE_MONTHS: [&[&str]; 12] = [
    &["janv", "январь", "يناير", "كانون الثاني"],
    &["févr", "февраль", "فبراير", "شباط"],
    &["март", "مارس", "آذار"],
    &["avr", "апрель", "أبريل", "نيسان"],
    &["май", "مايو", "أيار"],
    &["июнь", "يونيو", "حزيران"],
    &["juil", "июль", "يوليو", "تموز"],
    &["август", "أغسطس", "آب"],
    &["sept", "set", "сентябрь", "сент", "سبتمبر", "أيلول"],
    &["октябрь", "أكتوبر", "تشرين الأول"],
    &["ноябрь", "нояб", "نوفمبر", "تشرين الثاني"],
    &["декабрь", "ديسمبر", "كانون الأول"],
];

/// The number of a month by its name, or its first three letters.
fn month_of_name(name: &str) -> Option<u32> {
    let name = name.to_lowercase();
    let is_meant = |month: &str| {
        // Juin and juillet begin with the same three letters, as do Arabic names of two words.
        let is_short = name != "jui" && name.chars().all(|c| c < '\u{530}');
        month == name || (is_short && month.chars().take(3).collect::<String>() == name)
    };
    let names = ENGLISH_MONTHS.iter().zip(MONTHS_IN_DATES).zip(MORE_MONTHS);
    let mut is_named = names.map(|((english, in_dates), more)| {
        is_meant(&english.to_lowercase()) || in_dates.iter().chain(more).any(|month| is_meant(month))
    });
    let at = is_named.position(|is_named| is_named);
    u32::try_from(at? + 1).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(form: &str, text: &str) -> Option<String> {
        let (_, format) = DateFormat::words().into_iter().find(|(written, _)| *written == form).expect("a known form");
        format.plain(text)
    }

    #[test]
    fn years_of_two_digits_are_those_of_this_century() {
        let day = Some("2025-04-03");
        for (form, text) in [
            ("dd.mm.yy", "3.4.25"),
            ("dd.mm.yy", "03. 04. 25"),
            ("dd/mm/yy", "03/04/25"),
            ("dd-mm-yy", "03-04-25"),
            ("mm/dd/yy", "4/3/25"),
            ("mm-dd-yy", "04-03-25"),
            ("yy-mm-dd", "25/04/03"),
            ("yy/mm/dd", "25年4月3日"),
            ("dd-mmm-yy", "03-APR-25"),
            ("dd-mmm-yy", "٣ أبريل ٢٥"),
        ] {
            assert_eq!(plain(form, text).as_deref(), day, "{form}: {text}");
        }
        for (form, text) in [
            ("dd.mm.yy", "03.04.2025"),
            ("dd-mmm-yy", "03-APR-2025"),
            ("dd/mm/yy", "03/04/5"),
            ("yy-mm-dd", "25.04.03"),
            ("yy-mm-dd", "2025-04-03"),
            ("dd.mm.yy", "31.04.25"),
            ("dd.mm.yyyy", "03.04.25"),
        ] {
            assert_eq!(plain(form, text), None, "{form}: {text}");
        }
    }

    #[test]
    fn dates_are_read_in_the_order_that_is_declared() {
        assert_eq!(plain("dd.mm.yyyy", "3.4.2025").as_deref(), Some("2025-04-03"));
        assert_eq!(plain("mm/dd/yyyy", "3/4/2025").as_deref(), Some("2025-03-04"));
        assert_eq!(plain("yyyy-mm-dd", "2025-04-03").as_deref(), Some("2025-04-03"));
        for bad in ["31.04.2025", "3.4.25", "2025-04-03", "3.4", "3.4.2025.1", "+3.4.2025", ""] {
            assert_eq!(plain("dd.mm.yyyy", bad), None, "{bad}");
        }
    }

    #[test]
    fn dates_of_banks_and_of_other_scripts_are_read() {
        let day = Some("2025-04-30");
        assert_eq!(plain("yyyymmdd", "20250430").as_deref(), day);
        for text in ["30-Apr-2025", "30 April 2025", "30-APR-2025", "30. April 2025", "April 30, 2025"] {
            assert_eq!(plain("dd-mmm-yyyy", text).as_deref(), day, "{text}");
        }
        for text in [
            "30 avril 2025",
            "30 avr. 2025",
            "30 de abril de 2025",
            "30 апреля 2025 г.",
            "30 أبريل 2025",
            "30 نيسان 2025",
        ] {
            assert_eq!(plain("dd-mmm-yyyy", text).as_deref(), day, "{text}");
        }
        for (text, day) in [
            ("1er mai 2025", "2025-05-01"),
            ("4 août 2025", "2025-08-04"),
            ("9 juil. 2025", "2025-07-09"),
            ("9 تشرين الأول 2025", "2025-10-09"),
        ] {
            assert_eq!(plain("dd-mmm-yyyy", text).as_deref(), Some(day), "{text}");
        }
        assert_eq!(plain("dd-mmm-yyyy", "9 jui 2025"), None);
        for text in ["2025. 04. 30.", "2025年4月30日", "٢٠٢٥/٠٤/٣٠", "２０２５-０４-３０", "\u{200f}2025/4/30"]
        {
            assert_eq!(plain("yyyy-mm-dd", text).as_deref(), day, "{text}");
        }
        assert_eq!(plain("dd.mm.yyyy", "30. 04. 2025").as_deref(), day);
        for bad in ["2025043", "202504300", "20251301", "2025-04-30", "30-Ap-2025", "30-avrill-2025", "30-04-2025"] {
            assert_eq!((plain("yyyymmdd", bad), plain("dd-mmm-yyyy", bad)), (None, None), "{bad}");
        }
        assert_eq!(plain("dd-mmm-yyyy", "30-Apr-25"), None);
        assert_eq!(plain("dd.mm.yyyy", "30 04 2025"), None);
        assert_eq!(plain("dd.mm.yyyy", "30..2025"), None);
    }
}
