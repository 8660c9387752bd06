//! What a cell of a workbook stands for: numbers, and dates as Excel counts them (ECMA-376 part 1, 18.17.4.1 and 18.8.30).

use chrono::{Days, NaiveDate};

/// How a number stored in a cell is shown, as far as it changes what is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shown {
    Number,
    Day,
    Month,
    Year,
}

/// How numbers that are stored as texts are written; said by the office, never guessed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NumberFormat {
    /// `1,234,567.50`
    English,
    /// `1.234.567,50`, or with spaces between thousands.
    European,
}

impl Shown {
    /// What a format of Excel's own shows.
    pub(super) fn of_builtin(id: u32) -> Self {
        match id {
            14..=16 | 22 | 27..=31 | 34..=36 | 50..=54 | 57 | 58 => Self::Day,
            17 => Self::Month,
            _ => Self::Number,
        }
    }

    /// What a format of the workbook's own shows, by its letters.
    pub(super) fn of_code(code: &str) -> Self {
        let first = code.split(';').next().unwrap_or_default();
        let (mut day, mut month, mut year) = (false, false, false);
        let mut chars = first.chars();
        while let Some(c) = chars.next() {
            match c {
                // Words in quotation marks, colours and locales in brackets, and characters after a backslash are shown as they are.
                '"' => _ = chars.by_ref().find(|&c| c == '"'),
                '[' => _ = chars.by_ref().find(|&c| c == ']'),
                '\\' | '_' | '*' => _ = chars.next(),
                'd' | 'D' => day = true,
                'm' | 'M' => month = true,
                'y' | 'Y' => year = true,
                _ => {}
            }
        }
        match (day, month, year) {
            (true, ..) => Self::Day,
            (false, true, true) => Self::Month,
            (false, false, true) => Self::Year,
            _ => Self::Number,
        }
    }

    /// What the stored number says, as our own files would write it; `None` when it is none.
    pub(super) fn text(self, stored: &str, from_1904: bool) -> Option<String> {
        let number: f64 = stored.trim().parse().ok().filter(|number: &f64| number.is_finite())?;
        match self {
            Self::Number => Some(plain(number)),
            _ => {
                let date = date(number, from_1904)?;
                let text = date.to_string();
                let letters = match self {
                    Self::Month => 7,
                    Self::Year => 4,
                    _ => text.len(),
                };
                text.get(..letters).map(str::to_owned)
            }
        }
    }
}

/// A number without an exponent, rounded to the fifteen digits that Excel shows and no calculation has more of.
fn plain(number: f64) -> String {
    let rounded: f64 = format!("{number:.14e}").parse().unwrap_or(number);
    let text = rounded.to_string();
    if text == "-0" { "0".to_owned() } else { text }
}

/// The day that a serial number counts to.
fn date(serial: f64, from_1904: bool) -> Option<NaiveDate> {
    if !(0.0..3_000_000.0).contains(&serial) {
        return None;
    }
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "within the bounds just checked")]
    let days = serial.floor() as u64;
    if from_1904 {
        return NaiveDate::from_ymd_opt(1904, 1, 1)?.checked_add_days(Days::new(days));
    }
    match days {
        // Excel has a 29 February 1900 (serial 60), which never was.
        0 | 60 => None,
        1..60 => NaiveDate::from_ymd_opt(1899, 12, 31)?.checked_add_days(Days::new(days)),
        _ => NaiveDate::from_ymd_opt(1899, 12, 30)?.checked_add_days(Days::new(days)),
    }
}

impl NumberFormat {
    /// A number that is stored as text, as our own files would write it; `None` when it is not of this format.
    pub(crate) fn plain(self, text: &str) -> Option<String> {
        let (mark, separators): (char, &[char]) = match self {
            Self::English => ('.', &[',']),
            Self::European => (',', &['.', ' ', '\u{a0}', '\u{202f}']),
        };
        let (sign, digits) = match text.strip_prefix(['-', '\u{2212}']) {
            Some(rest) => ("-", rest),
            None => ("", text),
        };
        let (whole, decimals) = match digits.split_once(mark) {
            Some((whole, decimals)) => (whole, Some(decimals)),
            None => (digits, None),
        };
        let all_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        let groups: Vec<&str> = whole.split(separators).collect();
        let grouped = match groups.as_slice() {
            [one] => all_digits(one),
            [first, rest @ ..] => {
                first.len() <= 3 && all_digits(first) && rest.iter().all(|group| group.len() == 3 && all_digits(group))
            }
            [] => false,
        };
        if !grouped || !decimals.is_none_or(all_digits) {
            return None;
        }
        let point = decimals.map(|decimals| format!(".{decimals}")).unwrap_or_default();
        Some(format!("{sign}{}{point}", groups.concat()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn serials_are_days_of_either_calendar() {
        let day = |stored| Shown::Day.text(stored, false);
        assert_eq!(day("45777").as_deref(), Some("2025-04-30"));
        assert_eq!(day("45777.75").as_deref(), Some("2025-04-30"));
        assert_eq!(day("1").as_deref(), Some("1900-01-01"));
        assert_eq!(day("59").as_deref(), Some("1900-02-28"));
        assert_eq!(day("60"), None);
        assert_eq!(day("61").as_deref(), Some("1900-03-01"));
        assert_eq!(day("-1"), None);
        assert_eq!(day("1e300"), None);
        assert_eq!(Shown::Day.text("44315", true).as_deref(), Some("2025-04-30"));
        assert_eq!(Shown::Month.text("45748", false).as_deref(), Some("2025-04"));
        assert_eq!(Shown::Year.text("40544", false).as_deref(), Some("2011"));
    }

    #[test]
    fn formats_show_what_is_meant() {
        for (code, shown) in [
            ("yyyy\\-mm\\-dd", Shown::Day),
            ("[$-409]d\\-mmm\\-yy;@", Shown::Day),
            ("mmm\\-yy", Shown::Month),
            ("yyyy\\-mm", Shown::Month),
            ("yyyy", Shown::Year),
            ("#,##0.00", Shown::Number),
            ("\"day\" 0", Shown::Number),
            ("[Red]0.00", Shown::Number),
            ("0.00E+00", Shown::Number),
            ("General", Shown::Number),
            ("mm:ss", Shown::Number),
        ] {
            assert_eq!(Shown::of_code(code), shown, "{code}");
        }
    }

    #[test]
    fn numbers_have_no_exponent_and_no_dust() {
        let number = |stored| Shown::Number.text(stored, false).unwrap();
        assert_eq!(number("92615"), "92615");
        assert_eq!(number("92615.100000000006"), "92615.1");
        assert_eq!(number("0.30000000000000004"), "0.3");
        assert_eq!(number("1E+8"), "100000000");
        assert_eq!(number("-0"), "0");
        assert_eq!(Shown::Number.text("NaN", false), None);
        assert_eq!(Shown::Number.text("inf", false), None);
    }

    #[test]
    fn texts_are_numbers_only_as_declared() {
        let english = |text| NumberFormat::English.plain(text);
        assert_eq!(english("1,234,567.50").as_deref(), Some("1234567.50"));
        assert_eq!(english("92615").as_deref(), Some("92615"));
        assert_eq!(english("-1,000").as_deref(), Some("-1000"));
        for bad in ["1.234,50", "1,23", "1,2345", "12345,678", ",5", "5.", "", "1 000", "$5"] {
            assert_eq!(english(bad), None, "{bad}");
        }
        let european = |text| NumberFormat::European.plain(text);
        assert_eq!(european("1.234,50").as_deref(), Some("1234.50"));
        assert_eq!(european("1\u{202f}234\u{a0}567").as_deref(), Some("1234567"));
        assert_eq!(european("92.615").as_deref(), Some("92615"));
        assert_eq!(european("1,234.50"), None);
        assert_eq!(european("92615.00"), None);
    }
}
