//! What a cell of a workbook stands for: numbers, and days as Excel counts them (ECMA-376 part 1, 18.17.4.1).

use briefing_model::Day;

use super::format::NumberMeaning;

/// How numbers that are stored as texts are written; said by the office, never guessed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NumberFormat {
    /// `1,234,567.50`
    English,
    /// `1.234.567,50`, or with spaces between thousands.
    European,
}

/// A day, and the time of it that is not its beginning.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Moment {
    pub(super) day: Day,
    /// `14:30`, or as a text has it.
    pub(super) time: Option<String>,
}

impl Moment {
    /// What a serial number counts to; `None` before the calendar begins and after it ends.
    pub(super) fn of_serial(stored: &str, from_1904: bool) -> Option<Self> {
        const SECONDS: u64 = 24 * 60 * 60;
        let serial: f64 = stored.trim().parse().ok()?;
        if !(0.0..3_000_000.0).contains(&serial) {
            return None;
        }
        // Times are fractions of a day, which few of them are exactly.
        // Within the bounds just checked.
        let seconds = (serial * SECONDS as f64).round() as u64;
        let (days, rest) = (i64::try_from(seconds / SECONDS).ok()?, seconds % SECONDS);
        let day = if from_1904 {
            Day::new(1904, 1, 1).ok()?.checked_add_days(days)?
        } else {
            // Excel has a 29 February 1900 (serial 60), which never was.
            let since = match days {
                0 | 60 => return None,
                1..60 => days - 1,
                _ => days - 2,
            };
            Day::new(1900, 1, 1).ok()?.checked_add_days(since)?
        };
        let time = (rest > 0).then(|| format!("{:02}:{:02}", rest / 3600, rest % 3600 / 60));
        Some(Self { day, time })
    }

    /// What a text such as `2025-03-31T22:00:00.000Z` says; `None` when it begins with no day.
    pub(super) fn of_iso(text: &str) -> Option<Self> {
        let (day, time) = text.split_once(['T', ' ']).unwrap_or((text, ""));
        let digits = time.trim_end_matches('Z');
        let midnight = digits.bytes().all(|byte| matches!(byte, b'0' | b':' | b'.'));
        Some(Self { day: day.parse().ok()?, time: (!midnight).then(|| time.to_owned()) })
    }

    /// The day as precise as it is shown.
    pub(super) fn text(&self, shown: NumberMeaning) -> String {
        let text = self.day.to_string();
        let letters = match shown {
            NumberMeaning::Month => 7,
            NumberMeaning::Year => 4,
            NumberMeaning::Day | NumberMeaning::Number => text.len(),
        };
        text.get(..letters).unwrap_or(&text).to_owned()
    }
}

/// Whether a number is a year of our time, and as the count of a day one that no office has seen.
pub(super) fn is_year(stored: &str) -> bool {
    stored.trim().parse().is_ok_and(|year: u16| (1945..2200).contains(&year))
}

/// The most digits that Excel keeps of a number; no calculation has more of them right.
const DIGITS: i32 = 15;

/// A number without an exponent; `None` when the text is not one.
///
/// It is rounded to the fifteen digits that Excel shows, but for a whole number that has more of them: such a one was
/// written by another program and is a reference, of which no digit may change.
pub(super) fn plain(stored: &str) -> Option<String> {
    let number: f64 = stored.trim().parse().ok().filter(|number: &f64| number.is_finite())?;
    if let Some(exact) = long_whole(stored.trim()) {
        return Some(exact);
    }
    let rounded: f64 = format!("{number:.14e}").parse().unwrap_or(number);
    let text = rounded.to_string();
    Some(if text == "-0" { "0".to_owned() } else { text })
}

/// Whether a number has digits of money beyond the fifteen that a spreadsheet keeps, and not only the dust of a calculation.
pub(super) fn is_beyond_digits(stored: &str) -> bool {
    /// Half of the finest unit that a currency has in practice.
    const LEAST: f64 = 0.0005;
    let stored = stored.trim();
    let digits = stored.split(['e', 'E']).next().unwrap_or_default().bytes().filter(u8::is_ascii_digit);
    let digits: Vec<u8> = digits.skip_while(|&digit| digit == b'0').collect();
    let significant = digits.len() - digits.iter().rev().take_while(|&&digit| digit == b'0').count();
    let Ok(number) = stored.parse::<f64>() else { return false };
    let rounded: f64 = format!("{number:.14e}").parse().unwrap_or(number);
    significant > usize::try_from(DIGITS).unwrap_or_default()
        && ((number - rounded).abs() >= LEAST || long_whole(stored).is_some())
}

/// All digits of a number that has more than fifteen before its point.
fn long_whole(stored: &str) -> Option<String> {
    /// Nothing with more digits than this is a reference, or money.
    const LONGEST: i32 = 40;
    let (mantissa, exponent) = match stored.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, exponent.parse::<i32>().ok()?),
        None => (stored, 0),
    };
    let (sign, mantissa) = match mantissa.strip_prefix('-') {
        Some(rest) => ("-", rest),
        None => ("", mantissa.trim_start_matches('+')),
    };
    let (whole, decimals) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let digits = format!("{whole}{decimals}");
    let zeros = digits.len() - digits.trim_start_matches('0').len();
    let digits = digits.trim_start_matches('0');
    let point = i32::try_from(whole.len()).ok()?.checked_add(exponent)?.checked_sub(i32::try_from(zeros).ok()?)?;
    if !(DIGITS + 1..=LONGEST).contains(&point) {
        return None;
    }
    let point = usize::try_from(point).ok()?;
    let (whole, decimals) = digits.split_at_checked(point).unwrap_or((digits, ""));
    let decimals = decimals.trim_end_matches('0');
    let mark = if decimals.is_empty() { "" } else { "." };
    Some(format!("{sign}{whole:0<point$}{mark}{decimals}"))
}

/// What stands between thousands whatever the format: spaces of every width and marks that are a decimal mark nowhere.
const BETWEEN_THOUSANDS: [char; 3] = [' ', '\'', '\u{66c}'];

/// A space or an apostrophe for all of their kind, which mix within a number.
const fn of_its_kind(c: char) -> char {
    match c {
        '\u{a0}' | '\u{2007}' | '\u{2009}' | '\u{202f}' => ' ',
        '\u{2019}' => '\'',
        _ => c,
    }
}

/// The decimal mark of Arabic digits, which is nothing else in either format.
const ARABIC_DECIMAL: char = '\u{66b}';

impl NumberFormat {
    /// The word for it in a map and in `office.toml`.
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::English => "english",
            Self::European => "european",
        }
    }

    /// A number that is stored as text, as our own files would write it; `None` when it is not of this format.
    ///
    /// Digits may be those of Arabic, Persian or full width. A number in brackets or with its sign behind it is negative, as accounts
    /// have it.
    pub(crate) fn plain(self, text: &str) -> Option<String> {
        let (mark, separator) = match self {
            Self::English => ('.', ','),
            Self::European => (',', '.'),
        };
        let text: String =
            text.trim().chars().filter(|c| !is_direction_mark(*c)).map(to_ascii).map(of_its_kind).collect();
        let (negative, digits) = signed(&text)?;
        let is_arabic = digits.contains(ARABIC_DECIMAL);
        let mark = if is_arabic { ARABIC_DECIMAL } else { mark };
        let (whole, decimals) = match digits.split_once(mark) {
            Some((whole, decimals)) => (whole, Some(decimals)),
            None => (digits, None),
        };
        let all_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        let between = whole.chars().find(|c| *c == separator || BETWEEN_THOUSANDS.contains(c));
        let groups: Vec<&str> = between.map_or_else(|| vec![whole], |between| whole.split(between).collect());
        let grouped = match groups.as_slice() {
            [one] => all_digits(one),
            [first, rest @ ..] => {
                // No number in groups begins with a zero: 0.500 is a half in another country.
                first.len() <= 3
                    && !first.starts_with('0')
                    && all_digits(first)
                    && rest.iter().all(|group| all_digits(group))
                    && (rest.iter().all(|group| group.len() == 3) || is_indian(&groups))
            }
            [] => false,
        };
        if !grouped || !decimals.is_none_or(all_digits) {
            return None;
        }
        let sign = if negative { "-" } else { "" };
        // Three digits behind a mark may be thousands, whatever was declared, and the currency decides; behind this one they are not.
        let decimals = decimals.map(|text| match text.strip_suffix('0') {
            Some(rest) if is_arabic && rest.len() == 2 => rest,
            _ => text,
        });
        let point = decimals.map(|decimals| format!(".{decimals}")).unwrap_or_default();
        Some(format!("{sign}{}{point}", groups.concat()))
    }
}

/// Whether digits are grouped as in India, which nothing else looks like: three, and two in each group before those: `12,50,000`.
fn is_indian(groups: &[&str]) -> bool {
    let [first, between @ .., last] = groups else { return false };
    first.len() <= 2 && !between.is_empty() && between.iter().all(|group| group.len() == 2) && last.len() == 3
}

/// Whether a number is negative, and the number without what says so; `None` where it is said twice.
fn signed(text: &str) -> Option<(bool, &str)> {
    const MINUS: [char; 2] = ['-', '\u{2212}'];
    let bracketed = text.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
    let before = text.strip_prefix(MINUS);
    let behind = text.strip_suffix(MINUS);
    match (bracketed, before, behind) {
        (None, None, None) => Some((false, text.strip_prefix('+').unwrap_or(text))),
        (Some(rest), None, None) | (None, Some(rest), None) | (None, None, Some(rest)) => Some((true, rest.trim())),
        _ => None,
    }
}

/// Whether a text is a number without a sign and marks.
pub(crate) fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// A digit or mark of another script or width as ASCII has it.
pub(crate) fn to_ascii(c: char) -> char {
    let zero = match c {
        '\u{660}'..='\u{669}' => '\u{660}',
        '\u{6f0}'..='\u{6f9}' => '\u{6f0}',
        // Full width has the whole of ASCII in its order.
        '\u{ff01}'..='\u{ff5e}' => return char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        _ => return c,
    };
    char::from_digit(u32::from(c) - u32::from(zero), 10).unwrap_or(c)
}

/// Whether a character only says which way to read, as programs put it around numbers in Arabic and Hebrew.
pub(crate) const fn is_direction_mark(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn serials_are_days_of_either_calendar() {
        let day = |stored| Moment::of_serial(stored, false).map(|moment| moment.text(NumberMeaning::Day));
        assert_eq!(day("45777").as_deref(), Some("2025-04-30"));
        assert_eq!(day("45777.75").as_deref(), Some("2025-04-30"));
        assert_eq!(day("1").as_deref(), Some("1900-01-01"));
        assert_eq!(day("59").as_deref(), Some("1900-02-28"));
        assert_eq!(day("60"), None);
        assert_eq!(day("61").as_deref(), Some("1900-03-01"));
        assert_eq!(day("-1"), None);
        assert_eq!(day("1e300"), None);
        assert_eq!(Moment::of_serial("44315", true).unwrap().text(NumberMeaning::Day), "2025-04-30");
        assert_eq!(Moment::of_serial("45748", false).unwrap().text(NumberMeaning::Month), "2025-04");
        assert_eq!(Moment::of_serial("40544", false).unwrap().text(NumberMeaning::Year), "2011");
    }

    #[test]
    fn a_time_is_told_from_the_dust_of_a_fraction() {
        let time = |stored| Moment::of_serial(stored, false).unwrap().time;
        assert_eq!(time("45777.5").as_deref(), Some("12:00"));
        assert_eq!(time("45777.00000000001"), None);
        assert_eq!(Moment::of_serial("45776.99999999999", false).unwrap().text(NumberMeaning::Day), "2025-04-30");
        let iso = |text| Moment::of_iso(text).map(|moment| (moment.day.to_string(), moment.time));
        assert_eq!(iso("2025-04-30"), Some(("2025-04-30".to_owned(), None)));
        assert_eq!(iso("2025-04-30T00:00:00.000Z"), Some(("2025-04-30".to_owned(), None)));
        assert_eq!(iso("2025-03-31T22:00:00Z"), Some(("2025-03-31".to_owned(), Some("22:00:00Z".to_owned()))));
        assert_eq!(iso("22:00"), None);
    }

    #[test]
    fn numbers_have_no_exponent_and_no_dust() {
        let number = |stored| plain(stored).unwrap();
        assert_eq!(number("92615"), "92615");
        assert_eq!(number("92615.100000000006"), "92615.1");
        assert_eq!(number("0.30000000000000004"), "0.3");
        assert_eq!(number("1E+8"), "100000000");
        assert_eq!(number("-0"), "0");
        assert_eq!(plain("NaN"), None);
        assert_eq!(plain("inf"), None);
        assert_eq!(plain("1e"), None);
    }

    #[test]
    fn long_numbers_keep_every_digit() {
        let number = |stored| plain(stored).unwrap();
        assert_eq!(number("1234567890123456"), "1234567890123456");
        assert_eq!(number("1.2345678901234568E+16"), "12345678901234568");
        assert_eq!(number("-12345678901234567890"), "-12345678901234567890");
        assert_eq!(number("1e20"), "100000000000000000000");
        assert_eq!(number("0001234567890123456.50"), "1234567890123456.5");
        assert_eq!(number("123456789012345.678"), "123456789012346");
        for stored in ["123456789012345.678", "12345678901234.56", "1234567890123456", "1.2345678901234568E+16"] {
            assert!(is_beyond_digits(stored), "{stored}");
        }
        for stored in ["92615.100000000006", "0.30000000000000004", "1234567890123.45", "123456789012345", "1e20", "x"]
        {
            assert!(!is_beyond_digits(stored), "{stored}");
        }
    }

    #[test]
    fn texts_are_numbers_only_as_declared() {
        let english = |text| NumberFormat::English.plain(text);
        assert_eq!(english("1,234,567.50").as_deref(), Some("1234567.50"));
        assert_eq!(english("92615").as_deref(), Some("92615"));
        assert_eq!(english("-1,000").as_deref(), Some("-1000"));
        assert_eq!(english("1,25,000").as_deref(), Some("125000"));
        assert_eq!(english("12,50,00,000.50").as_deref(), Some("125000000.50"));
        for bad in [
            "1.234,50",
            "1,23",
            "1,2345",
            "1,23,45",
            "123,45,678",
            "12345,678",
            ",5",
            "5.",
            "",
            "$5",
            "1,234 567",
            "12 34",
            "(-5)",
            "-5-",
            "()",
            "-",
            "+-5",
            "1e5",
            "½",
        ] {
            assert_eq!(english(bad), None, "{bad}");
        }
        let european = |text| NumberFormat::European.plain(text);
        assert_eq!(european("1.234,50").as_deref(), Some("1234.50"));
        assert_eq!(european("1\u{202f}234\u{a0}567").as_deref(), Some("1234567"));
        assert_eq!(european("92.615").as_deref(), Some("92615"));
        assert_eq!(european("1,234.50"), None);
        assert_eq!(european("1.234 567"), None);
        assert_eq!(european("92615.00"), None);
    }

    #[test]
    fn marks_that_mean_one_thing_are_read_in_either_format() {
        for format in [NumberFormat::English, NumberFormat::European] {
            for (text, plain) in [
                ("1 234 567", "1234567"),
                ("1\u{a0}234", "1234"),
                ("1\u{2009}234\u{2009}567", "1234567"),
                ("1'234", "1234"),
                ("1\u{2019}234\u{2019}567", "1234567"),
                ("١٢٣٤", "1234"),
                ("۱۲۳۴", "1234"),
                ("١٬٢٣٤٫٥٠", "1234.50"),
                ("１２３４", "1234"),
                ("(1'234)", "-1234"),
                ("1234-", "-1234"),
                ("\u{200e}-1234", "-1234"),
                ("\u{2212}5", "-5"),
                ("+5", "5"),
            ] {
                assert_eq!(format.plain(text).as_deref(), Some(plain), "{text}");
            }
        }
        assert_eq!(NumberFormat::English.plain("1'234.50").as_deref(), Some("1234.50"));
        assert_eq!(NumberFormat::European.plain("1'234,50").as_deref(), Some("1234.50"));
        assert_eq!(NumberFormat::English.plain("(1,234.50)").as_deref(), Some("-1234.50"));
    }
}
