//! How a number is shown in a workbook, as far as it changes what is meant (ECMA-376 part 1, 18.8.30 and 18.8.31).

/// The format of a cell.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct CellFormat {
    pub(super) shown: NumberMeaning,
    /// The currency that is shown beside the number, as its sign or its letters.
    pub(super) currency: Option<Box<str>>,
    /// What is shown beside a number that makes it another one: `%`, or a word such as `million` where the format does not divide.
    pub(super) scale: Option<Box<str>>,
    /// What is shown with a number, and is not of it, that makes it read as another one: a sign, digits, a point.
    pub(super) beside: Option<Box<str>>,
    /// What digits are shown between, where a number has a width of its own: `000000`, `"V-"0000`.
    mask: Option<Box<[FormatMark]>>,
}

/// What a number stands for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum NumberMeaning {
    #[default]
    Number,
    Day,
    Month,
    Year,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum FormatMark {
    /// A digit, a zero where the number has none.
    Digit,
    /// A digit, nothing where the number has none.
    Optional,
    Letter(char),
}

impl CellFormat {
    /// A format that Excel has without saying it; those of currencies are of the reader's country, and say none.
    pub(super) fn of_builtin(id: u32) -> Self {
        let shown = match id {
            14..=16 | 22 | 27..=31 | 34..=36 | 50..=54 | 57 | 58 => NumberMeaning::Day,
            17 => NumberMeaning::Month,
            _ => NumberMeaning::Number,
        };
        let scale = matches!(id, 9 | 10).then(|| Box::from("%"));
        Self { shown, scale, ..Self::default() }
    }

    /// A format of the workbook's own, by its letters.
    pub(super) fn of_code(code: &str) -> Self {
        // German Excel's word for `General`, which some writers leave untranslated; it has the letter of a day.
        if code.eq_ignore_ascii_case("standard") {
            return Self::default();
        }
        let (mut day, mut month, mut year, mut number, mut plain) = (false, false, false, false, true);
        let (mut marks, mut letters) = (Vec::new(), String::new());
        // Commas behind the last digit divide by a thousand each.
        let mut divided = false;
        // A part with a condition is not that of all numbers from zero.
        let mut is_conditional = false;
        let mut chars = code.chars();
        // What comes after a semicolon is for negative numbers.
        while let Some(c) = chars.next().filter(|&c| c != ';') {
            match c {
                '"' => {
                    let quoted: String = chars.by_ref().take_while(|&c| c != '"').collect();
                    marks.extend(quoted.chars().map(FormatMark::Letter));
                    letters.push_str(&quoted);
                }
                '[' => {
                    let bracket: String = chars.by_ref().take_while(|&c| c != ']').collect();
                    is_conditional |= bracket.starts_with(['<', '>', '=']);
                    // `[$€-407]` is a sign and a country, `[Red]` a colour, `[h]` hours.
                    if let Some(sign) = bracket.strip_prefix('$') {
                        let sign = sign.split('-').next().unwrap_or_default();
                        marks.extend(sign.chars().map(FormatMark::Letter));
                        letters.push_str(sign);
                    }
                }
                '\\' => {
                    let escaped = chars.next();
                    marks.extend(escaped.map(FormatMark::Letter));
                    letters.extend(escaped);
                }
                // White space as wide as the next character, or the next character until the cell is full.
                '_' | '*' => _ = chars.next(),
                'd' | 'D' => day = true,
                'm' | 'M' => month = true,
                'y' | 'Y' => year = true,
                '0' => {
                    (number, divided) = (true, false);
                    marks.push(FormatMark::Digit);
                }
                '#' | '?' => {
                    (number, divided) = (true, false);
                    marks.push(FormatMark::Optional);
                }
                '-' | ' ' | '(' | ')' | ':' | '+' => marks.push(FormatMark::Letter(c)),
                // The sign of a power of ten is of the number.
                'E' | 'e' if number && chars.as_str().starts_with(['+', '-']) => {
                    _ = chars.next();
                    plain = false;
                }
                '1'..='9' => {
                    plain = false;
                    marks.push(FormatMark::Letter(c));
                    letters.push(c);
                }
                _ => {
                    divided |= c == ',' && number;
                    plain = false;
                    letters.push(c);
                }
            }
        }
        let shown = match (day, month, year) {
            // Fractions of a second have digits too, and are of no day.
            _ if code.contains('#') => NumberMeaning::Number,
            (true, ..) => NumberMeaning::Day,
            (false, true, true) => NumberMeaning::Month,
            (false, false, true) => NumberMeaning::Year,
            _ => NumberMeaning::Number,
        };
        let is_number = number && shown == NumberMeaning::Number;
        let mask = is_number
            && plain
            && (marks.iter().filter(|&&mark| mark == FormatMark::Digit).count() > 1 || {
                let letters = |mark: &FormatMark| matches!(mark, FormatMark::Letter(c) if c.is_alphanumeric());
                marks.contains(&FormatMark::Digit) && marks.iter().any(letters)
            });
        let scale = magnitude(&letters).filter(|&word| is_number && (matches!(word, "%" | "‰") || !divided));
        let currency = currency_sign(&letters).filter(|_| is_number);
        // Whatever else is written beside a number may be a unit of it: `kEUR`, `lakh`.
        let unit = || words(&letters).find(|word| word.chars().count() > 1);
        let scale = scale.or_else(|| unit().filter(|_| is_number && !divided && currency.is_none()));
        Self {
            shown,
            scale: scale.map(Box::from),
            currency: currency.map(Box::from),
            beside: beside(&marks).filter(|_| is_number && !is_conditional && !code.contains('/')).map(Box::from),
            mask: mask.then(|| marks.into_boxed_slice()),
        }
    }

    /// A whole number as the cell shows it, where the format has a width of its own.
    pub(super) fn masked(&self, number: &str) -> Option<String> {
        let marks = self.mask.as_deref()?;
        if number.is_empty() || !number.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let mut digits = number.chars().rev().filter(|_| number != "0").peekable();
        let mut places = marks.iter().filter(|mark| !matches!(mark, FormatMark::Letter(_))).count();
        let mut shown: Vec<char> = Vec::new();
        for mark in marks.iter().rev() {
            match mark {
                FormatMark::Letter(c) => shown.push(*c),
                FormatMark::Digit => shown.push(digits.next().unwrap_or('0')),
                FormatMark::Optional => shown.extend(digits.next()),
            }
            if !matches!(mark, FormatMark::Letter(_)) {
                places -= 1;
                if places == 0 {
                    // The first place takes all digits that are left.
                    shown.extend(digits.by_ref());
                }
            }
        }
        Some(shown.into_iter().rev().collect())
    }
}

/// What is shown with the digits of a number that reads as a part of it.
fn beside(marks: &[FormatMark]) -> Option<String> {
    let is_digit = |mark: &FormatMark| !matches!(mark, FormatMark::Letter(_));
    let (first, last) = (marks.iter().position(is_digit)?, marks.iter().rposition(is_digit)?);
    let text = |marks: &[FormatMark]| -> String {
        let letter = |mark: &FormatMark| if let FormatMark::Letter(c) = mark { Some(*c) } else { None };
        marks.iter().filter_map(letter).collect()
    };
    let (before, within, behind) =
        (text(marks.get(..first)?), text(marks.get(first..=last)?), text(marks.get(last + 1..)?));
    let is_minus = |c: char| matches!(c, '-' | '−' | '–');
    // `US-$` is the sign of a currency.
    let follows_letter = |at: usize| before.get(..at).is_some_and(|text| text.ends_with(char::is_alphabetic));
    let is_negative = before.char_indices().any(|(at, c)| is_minus(c) && !follows_letter(at))
        || before.matches('(').count() > before.matches(')').count()
        || behind.trim().chars().next().is_some_and(is_minus) && behind.trim().chars().count() == 1;
    // What stands in parentheses of its own is a remark.
    let has_digits =
        |text: &str| text.split('(').next().is_some_and(|text| text.contains(|c: char| c.is_ascii_digit()));
    let is_other = is_negative
        || has_digits(&before)
        || has_digits(&behind)
        || within.contains(|c: char| c.is_ascii_digit() || matches!(c, '.' | ','));
    is_other.then(|| [before, within, behind].concat().trim().to_owned())
}

/// What signs of currencies stand for; a sign that many countries use stands for all of theirs.
const SIGNS: [(&str, &[&str]); 53] = [
    ("US$", &["USD"]),
    ("CA$", &["CAD"]),
    ("C$", &["CAD", "NIO"]),
    ("AU$", &["AUD"]),
    ("A$", &["AUD"]),
    ("NZ$", &["NZD"]),
    ("HK$", &["HKD"]),
    ("NT$", &["TWD"]),
    ("R$", &["BRL"]),
    ("S$", &["SGD"]),
    (
        "$",
        &[
            "USD", "CAD", "AUD", "NZD", "SGD", "HKD", "TWD", "MXN", "ARS", "CLP", "COP", "UYU", "DOP", "BBD", "BSD",
            "BZD", "BMD", "BND", "FJD", "GYD", "JMD", "KYD", "LRD", "NAD", "SBD", "SRD", "TTD", "XCD", "CVE",
        ],
    ),
    ("€", &["EUR"]),
    ("£", &["GBP", "EGP", "LBP", "SYP", "SSP", "SDG", "GIP", "FKP", "SHP"]),
    ("¥", &["JPY", "CNY"]),
    ("￥", &["JPY", "CNY"]),
    ("元", &["CNY"]),
    ("円", &["JPY"]),
    ("₹", &["INR"]),
    ("₽", &["RUB"]),
    ("₺", &["TRY"]),
    ("₩", &["KRW", "KPW"]),
    ("₪", &["ILS"]),
    ("₴", &["UAH"]),
    ("₦", &["NGN"]),
    ("₫", &["VND"]),
    ("₱", &["PHP"]),
    ("฿", &["THB"]),
    ("₸", &["KZT"]),
    ("₵", &["GHS"]),
    ("₲", &["PYG"]),
    ("₡", &["CRC", "SVC"]),
    ("৳", &["BDT"]),
    ("руб", &["RUB", "BYN"]),
    ("kr", &["SEK", "NOK", "DKK", "ISK"]),
    ("zł", &["PLN"]),
    ("Kč", &["CZK"]),
    ("Ft", &["HUF"]),
    ("Fr.", &["CHF"]),
    ("FCFA", &["XOF", "XAF"]),
    ("F CFA", &["XOF", "XAF"]),
    ("CFA", &["XOF", "XAF"]),
    ("SFr", &["CHF"]),
    ("RMB", &["CNY"]),
    ("Dh", &["MAD", "AED"]),
    ("DH", &["MAD", "AED"]),
    ("KSh", &["KES"]),
    ("TSh", &["TZS"]),
    ("Rs", &["INR", "PKR", "LKR", "NPR", "MUR", "SCR"]),
    // Names that several countries give their currency.
    ("francs", &["CHF", "XOF", "XAF", "XPF", "RWF", "BIF", "KMF", "DJF", "GNF", "CDF"]),
    ("dinars", &["JOD", "KWD", "BHD", "IQD", "LYD", "TND", "DZD", "RSD"]),
    ("riyals", &["SAR", "QAR", "OMR", "YER", "IRR"]),
    ("pesos", &["MXN", "ARS", "CLP", "COP", "CUP", "DOP", "PHP", "UYU"]),
    ("shillings", &["KES", "TZS", "UGX", "SOS"]),
];

/// Words and signs behind a number that make it a thousand times what is stored, or more, or a hundredth.
const MAGNITUDES: [&str; 33] = [
    "k",
    "t",
    "tsd",
    "thousand",
    "thousands",
    "m",
    "mn",
    "mln",
    "million",
    "millions",
    "millones",
    "bn",
    "billion",
    "billions",
    "mrd",
    "lakh",
    "lakhs",
    "crore",
    "crores",
    "milliers",
    "mille",
    "milliard",
    "milliards",
    "mio",
    "тыс",
    "млн",
    "млрд",
    "ألف",
    "آلاف",
    "مليون",
    "万",
    "百万",
    "亿",
];

/// What stands beside a number that makes it another one.
pub(crate) fn magnitude(letters: &str) -> Option<&str> {
    let word = || words(letters).find(|word| is_multiple(word));
    ["%", "‰"].into_iter().find(|sign| letters.contains(sign)).or_else(word)
}

/// Whether a word beside a number makes it a thousand times as much, or more.
fn is_multiple(word: &str) -> bool {
    MAGNITUDES.contains(&word.to_lowercase().as_str())
}

fn words(letters: &str) -> impl Iterator<Item = &str> {
    letters.split(|c: char| !c.is_alphabetic())
}

/// The sign or the letters of a currency in what is shown beside a number.
pub(crate) fn currency_sign(letters: &str) -> Option<&str> {
    let word = letters.split(|c: char| !c.is_ascii_alphabetic()).find(|word| {
        word.len() == 3
            && word.bytes().all(|byte| byte.is_ascii_uppercase())
            && word.parse::<briefing_model::Currency>().is_ok()
    });
    word.or_else(|| SIGNS.iter().map(|(sign, _)| *sign).find(|sign| has_word(letters, sign)))
}

/// Whether a word or sign stands in a text; one of letters on its own, and not within another, as `kr` in Ukraine.
pub(crate) fn has_word(text: &str, sign: &str) -> bool {
    // Chinese and Japanese write no spaces between words.
    let is_letter = |c: char| c.is_alphabetic() && c < '\u{2e80}';
    text.match_indices(sign).any(|(at, _)| {
        let before = text.get(..at).and_then(|before| before.chars().next_back());
        let behind = text.get(at + sign.len()..).and_then(|behind| behind.chars().next());
        !(sign.starts_with(is_letter) && before.is_some_and(is_letter)
            || sign.ends_with(is_letter) && behind.is_some_and(is_letter))
    })
}

/// Whether a word is the sign or the letters of a currency, and nothing else.
pub(crate) fn is_currency_sign(word: &str) -> bool {
    SIGNS.iter().any(|(sign, _)| *sign == word) || word.parse::<briefing_model::Currency>().is_ok()
}

/// Whether a sign or letters can stand for a currency, by its three letters.
pub(crate) fn stands_for(sign: &str, currency: &str) -> bool {
    let found = SIGNS.iter().find(|(known, _)| *known == sign);
    found.map_or(sign == currency, |(_, currencies)| currencies.contains(&currency))
}

/// An amount without the sign or the letters of a currency around it.
pub(crate) fn without_currency(amount: &str) -> &str {
    let is_sign =
        |c: char| c.is_alphabetic() || c.is_whitespace() || matches!(c, '$' | '€' | '£' | '¥' | '₽' | '₹' | '₺');
    amount.trim_matches(is_sign)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_show_what_is_meant() {
        for (code, shown) in [
            ("yyyy\\-mm\\-dd", NumberMeaning::Day),
            ("[$-409]d\\-mmm\\-yy;@", NumberMeaning::Day),
            ("yyyy-mm-dd h:mm:ss", NumberMeaning::Day),
            ("[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", NumberMeaning::Day),
            ("mmm\\-yy", NumberMeaning::Month),
            ("yyyy\\-mm", NumberMeaning::Month),
            ("yyyy", NumberMeaning::Year),
            ("#,##0.00", NumberMeaning::Number),
            ("\"day\" 0", NumberMeaning::Number),
            ("[Red]0.00", NumberMeaning::Number),
            ("0.00E+00", NumberMeaning::Number),
            ("General", NumberMeaning::Number),
            ("Standard", NumberMeaning::Number),
            ("mm:ss", NumberMeaning::Number),
            ("[h]:mm:ss", NumberMeaning::Number),
            ("h:mm AM/PM", NumberMeaning::Number),
        ] {
            assert_eq!(CellFormat::of_code(code).shown, shown, "{code}");
        }
    }

    #[test]
    fn a_width_is_kept_and_plain_numbers_are_plain() {
        for (code, number, shown) in [
            ("000000", "123", Some("000123")),
            ("000", "123456", Some("123456")),
            ("000000", "0", Some("000000")),
            ("000-00-0000", "123456789", Some("123-45-6789")),
            ("\"V-\"0000", "17", Some("V-0017")),
            ("\\F0", "7", Some("F7")),
            ("00##", "1", Some("001")),
            ("0", "7", None),
            ("General", "7", None),
            ("#,##0", "7000", None),
            ("0.00", "7", None),
            ("0%", "7", None),
            ("000000", "1.5", None),
        ] {
            assert_eq!(CellFormat::of_code(code).masked(number).as_deref(), shown, "{code}");
        }
    }

    #[test]
    fn what_makes_a_number_another_one_is_noticed() {
        for (code, scale) in [
            ("0.0\" million\"", Some("million")),
            ("#,##0\"k\"", Some("k")),
            ("#,##0.0\\ \"млн\"", Some("млн")),
            ("\"T\"€ 0", Some("T")),
            ("0.00%", Some("%")),
            ("#,##0\" kEUR\"", Some("kEUR")),
            ("#,##0\" lakh\"", Some("lakh")),
            ("#,##0\" gross\"", Some("gross")),
            ("#,##0\" руб.\"", None),
            ("0‰", Some("‰")),
            ("0.0,,\"M\"", None),
            ("#,##0, \"kEUR\"", None),
            ("#,##0, \"k\"", None),
            ("#,##0.00\\ [$kr-41D]", None),
            ("#,##0 \"USD\"", None),
            ("mmm yy", None),
            ("0.00E+00", None),
            ("General", None),
        ] {
            assert_eq!(CellFormat::of_code(code).scale.as_deref(), scale, "{code}");
        }
        assert_eq!(CellFormat::of_builtin(10).scale.as_deref(), Some("%"));
    }

    #[test]
    fn what_is_read_as_a_part_of_a_number_is_noticed() {
        for (code, beside) in [
            ("-#,##0", Some("-")),
            ("(#,##0)", Some("()")),
            ("\\(#,##0\\);#,##0", Some("()")),
            ("#,##0-", Some("-")),
            ("\"- \"#,##0", Some("-")),
            ("#,##0\",000\"", Some(",000")),
            ("#,##0\"x1000\"", Some("x1000")),
            ("\"x1000 \"#,##0", Some("x1000")),
            ("0\".\"00", Some(".")),
            ("0\\,00", Some(",")),
            ("_(* #,##0.00_);_(* \\(#,##0.00\\);_(* \"-\"??_);_(@_)", None),
            ("#,##0.00;[Red]-#,##0.00", None),
            ("#,##0_);(#,##0)", None),
            ("[<0]-#,##0;#,##0", None),
            ("[$US-$-409]#,##0", None),
            ("[$€-407] #,##0.00", None),
            ("#,##0\" (EUR)\"", None),
            ("#,##0\" (2025)\"", None),
            ("# ##0,00", None),
            ("#'##0.00", None),
            ("#\\ ##0", None),
            ("0.00E+00", None),
            ("0.00E-00", None),
            ("# ?/4", None),
            ("dd-mm-yyyy", None),
            ("General", None),
        ] {
            assert_eq!(CellFormat::of_code(code).beside.as_deref(), beside, "{code}");
        }
    }

    #[test]
    fn letters_within_a_word_are_not_the_sign_of_a_currency() {
        for (text, sign) in [
            ("Aid to Ukraine", None),
            ("Fr. Weber", Some("Fr.")),
            ("Rs. 500", Some("Rs")),
            ("250 FCFA", Some("FCFA")),
            ("CFCFA", None),
            ("5000 kr", Some("kr")),
            ("5000kr", Some("kr")),
            ("250元", Some("元")),
            ("US$5", Some("US$")),
        ] {
            assert_eq!(currency_sign(text), sign, "{text}");
        }
    }

    #[test]
    fn signs_stand_for_the_currencies_that_use_them() {
        let sign = |code: &str| CellFormat::of_code(code).currency.map(String::from);
        for (code, currency) in [
            ("[$$-409]#,##0.00", Some("$")),
            ("[$€-407] #,##0.00", Some("€")),
            ("#,##0.00\\ \"€\";[Red]-#,##0.00", Some("€")),
            ("\"US$\"#,##0", Some("US$")),
            ("[$CHF] #,##0", Some("CHF")),
            ("#,##0 \"USD\"", Some("USD")),
            ("#,##0\\ [$kr-41D]", Some("kr")),
            ("£#,##0", Some("£")),
            ("#,##0\" руб.\"", Some("руб")),
            ("#,##0\" FCFA\"", Some("FCFA")),
            ("#,##0.00\\ \"Kč\"", Some("Kč")),
            ("#,##0", None),
            ("0 \"pcs\"", None),
            ("yyyy", None),
        ] {
            assert_eq!(sign(code).as_deref(), currency, "{code}");
        }
        assert!(
            stands_for("$", "CAD") && !stands_for("$", "EUR") && stands_for("EUR", "EUR") && !stands_for("USD", "EUR")
        );
    }
}
