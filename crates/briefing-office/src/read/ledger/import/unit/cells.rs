//! Cells that say a unit and nothing else: `USD thousand`, `万元`, `T€`.

use super::currencies::{heading_currency, is_named, sign_named};
use super::multiples::{Multiple, power_of_figure};
use super::words::{CHARACTERS, NAMES, SHORT, WORDS};
use crate::sheet::currency_sign;

/// What a cell says that the amount of its row is counted in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct UnitOfCell {
    pub(super) multiple: Multiple,
    /// The letters or the sign of the currency beside it.
    pub(super) currency: Option<String>,
}

/// What the heading of a column says of the cells below it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum UnitHeading {
    /// They are what amounts are multiplied by: a bare number is one.
    Factors,
    /// They are units: `K` is a thousand.
    Units,
    /// They may be anything: `K` may be a code, `TH` a country and `000` the number of an account.
    Other,
}

impl UnitHeading {
    pub(super) fn of(heading: &str) -> Self {
        const FACTORS: [&str; 15] = [
            "scale",
            "multiplier",
            "factor",
            "magnitude",
            "échelle",
            "facteur",
            "multiplicateur",
            "faktor",
            "skalierung",
            "escala",
            "multiplicador",
            "масштаб",
            "множитель",
            "倍数",
            "المضاعف",
        ];
        const UNITS: [&str; 16] = [
            "unit",
            "units",
            "uom",
            "denomination",
            "unité",
            "unités",
            "unite",
            "einheit",
            "einheiten",
            "unidad",
            "unidades",
            "единица",
            "единицы",
            "ед",
            "وحدة",
            "الوحدة",
        ];
        let lower = heading.to_lowercase();
        let is_of = |known: &[&str]| lower.split(|c: char| !c.is_alphabetic()).any(|word| known.contains(&word));
        if is_of(&FACTORS) {
            Self::Factors
        } else if is_of(&UNITS) || lower.contains("单位") {
            Self::Units
        } else {
            Self::Other
        }
    }
}

impl UnitOfCell {
    /// The unit that a cell says below such a heading; nothing if it says anything else too.
    pub(super) fn of(cell: &str, heading: UnitHeading) -> Option<Self> {
        /// A longer text is not a unit.
        const LONGEST: usize = 40;
        /// What stands between a multiple and its currency.
        const BETWEEN: [&str; 15] =
            ["in", "of", "en", "de", "des", "d", "us", "u", "s", "в", "сша", "x", "×", "и", "ال"];
        if cell.chars().count() > LONGEST || !may_be_unit(cell) {
            return None;
        }
        let mut currency = heading_currency(cell).map(str::to_owned);
        let rest = without_currencies(cell);
        let mut powers = Vec::new();
        if rest.contains(|c: char| c.is_numeric()) {
            powers.push(figure(&rest, currency.is_some(), heading)?);
        }
        let words = rest.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
        for word in words.filter(|word| !BETWEEN.contains(word)) {
            let power = match (beside_currency(word, cell), power_of_word(word)) {
                (Some((power, sign)), _) => {
                    currency = currency.or_else(|| Some(sign.to_owned()));
                    power
                }
                (None, Some(power)) => power,
                (None, None) if word == "t" && currency.is_some() => 3,
                (None, None) => return None,
            };
            // Names and codes are as short as some of the words.
            let is_plain = WORDS.iter().chain(&CHARACTERS).any(|(known, _)| *known == word)
                && !["miles", "mille", "mio"].contains(&word)
                && word.chars().count() > 1;
            (is_plain || currency.is_some() || heading != UnitHeading::Other).then_some(())?;
            powers.push(power);
        }
        let power = *powers.first()?;
        powers.iter().all(|other| *other == power).then_some(Self { multiple: Multiple::of_power(power), currency })
    }
}

/// Whether a cell has a multiple in it, or may have one: most cells have none, and to look for all currencies in them takes long.
fn may_be_unit(cell: &str) -> bool {
    if cell.contains(char::is_numeric) {
        return is_power(cell);
    }
    let lower = cell.to_lowercase();
    // Chinese has no spaces between its words, and other letters may touch those of a currency: `млнUSD`.
    let mut words = lower.split(|c: char| !c.is_alphabetic() || is_east_asian(c)).filter(|word| !word.is_empty());
    let has_multiple = |word: &str| {
        word == "t"
            || power_of_word(word).is_some()
            || beside_currency(word, cell).is_some()
            || (!word.is_ascii() && WORDS.iter().chain(&SHORT).any(|(known, _)| word.contains(known)))
    };
    words.any(has_multiple) || CHARACTERS.iter().any(|(word, _)| lower.contains(word))
}

/// Whether a character is Chinese, Japanese or Korean.
fn is_east_asian(c: char) -> bool {
    c >= '\u{2e80}'
}

/// The power of ten of a word that is a multiple.
fn power_of_word(word: &str) -> Option<i32> {
    WORDS.iter().chain(&SHORT).chain(&CHARACTERS).find(|(known, _)| *known == word).map(|(_, power)| *power)
}

/// A multiple that is written as one word with the letters of its currency, `TEUR` or `USDm`: its power of ten, and the currency.
fn beside_currency(word: &str, cell: &str) -> Option<(i32, &'static str)> {
    const BEFORE: [(&str, i32); 5] = [("mio", 6), ("mln", 6), ("t", 3), ("k", 3), ("m", 6)];
    const BEHIND: [(&str, i32); 6] = [("mio", 6), ("mln", 6), ("bn", 9), ("mn", 6), ("k", 3), ("m", 6)];
    let before = BEFORE.iter().filter_map(|(letter, power)| Some((word.strip_prefix(letter)?, *power)));
    let behind = BEHIND.iter().filter_map(|(letter, power)| Some((word.strip_suffix(letter)?, *power)));
    before.chain(behind).filter(|(letters, _)| letters.len() == 3).find_map(|(letters, power)| {
        let sign = sign_named(letters)?;
        // Maud is no million of Australian dollars.
        let is_written = cell.contains(&letters.to_uppercase()) || cell.contains(word);
        is_written.then_some((power, sign))
    })
}

/// The power of ten of figures that are a unit, and not a number of something.
fn figure(rest: &str, has_currency: bool, heading: UnitHeading) -> Option<i32> {
    let is_marked = is_raised(rest) || rest.trim_start().starts_with(['x', '×']);
    let is_bare = rest.chars().find(char::is_ascii_digit) != Some('1');
    let is_unit = match heading {
        UnitHeading::Factors => true,
        UnitHeading::Units => has_currency || is_bare,
        UnitHeading::Other => has_currency && is_bare,
    };
    power_of_figure(rest).filter(|_| is_power(rest) && (is_marked || is_unit))
}

/// Whether the digits of a text are a power of ten: raised, or zeros, perhaps after a one.
fn is_power(text: &str) -> bool {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let zeros = digits.strip_prefix('1').unwrap_or(&digits);
    is_raised(text) || (zeros.len() >= 3 && zeros.bytes().all(|byte| byte == b'0'))
}

/// Whether a text has a mark of a number that is raised to a power.
fn is_raised(text: &str) -> bool {
    text.contains(['^', '³', '⁶', '⁹']) || text.contains("**")
}

/// A text in small letters without the currencies that it names.
fn without_currencies(cell: &str) -> String {
    /// As many say one: 人民币 and 元.
    const MOST: usize = 3;
    let letters = currency_sign(cell).filter(|sign| sign.len() == 3 && sign.is_ascii() && !sign.contains('$'));
    let mut rest = letters.map_or_else(|| cell.to_owned(), |letters| cell.replacen(letters, " ", 1)).to_lowercase();
    for (name, _) in NAMES {
        if is_named(&rest, name) {
            rest = without_name(&rest, name);
        }
    }
    for _ in 0..MOST {
        let Some(sign) = currency_sign(&rest).map(str::to_owned) else { break };
        rest = rest.replace(&sign, " ");
    }
    rest
}

/// A text without the words that have a name in them, with their endings; Chinese has no spaces between its words.
fn without_name(text: &str, name: &str) -> String {
    let is_apart = name.contains(' ') || name.starts_with(is_east_asian);
    if is_apart {
        return text.replace(name, " ");
    }
    let is_latin = name.is_ascii();
    let mut kept = String::new();
    for part in text.split_inclusive(|c: char| !c.is_alphabetic()) {
        let word = part.trim_end_matches(|c: char| !c.is_alphabetic());
        let is_name = if is_latin { word == name } else { word.contains(name) };
        kept.push_str(if is_name { part.strip_prefix(word).unwrap_or_default() } else { part });
        kept.push(' ');
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unit(cell: &str, heading: &str) -> Option<(&'static str, Option<String>)> {
        let unit = UnitOfCell::of(cell, UnitHeading::of(heading))?;
        Some((unit.multiple.as_str(), unit.currency))
    }

    #[test]
    fn cells_that_are_units_are_known() {
        for (cell, word, currency) in [
            ("USD thousand", "thousands", Some("USD")),
            ("USD '000", "thousands", Some("USD")),
            ("US$ 000", "thousands", Some("US$")),
            ("US dollars, thousands", "thousands", Some("$")),
            ("thousands of US dollars", "thousands", Some("$")),
            ("万元", "ten-thousands", Some("元")),
            ("千美元", "thousands", Some("US$")),
            ("人民币万元", "ten-thousands", Some("元")),
            ("millions", "millions", None),
            ("Mio. EUR", "millions", Some("EUR")),
            ("TEUR", "thousands", Some("EUR")),
            ("kUSD", "thousands", Some("USD")),
            ("USDm", "millions", Some("USD")),
            ("USDmln", "millions", Some("USD")),
            ("MioEUR", "millions", Some("EUR")),
            ("млнUSD", "millions", Some("USD")),
            ("k美元", "thousands", Some("US$")),
            ("T€", "thousands", Some("€")),
            ("k$", "thousands", Some("$")),
            ("€m", "millions", Some("€")),
            ("тыс. руб.", "thousands", Some("₽")),
            ("тыс.руб.", "thousands", Some("₽")),
            ("тыс. долларов США", "thousands", Some("$")),
            ("milliers", "thousands", None),
            ("milliers d’euros", "thousands", Some("€")),
            ("x1000", "thousands", None),
            ("10^6", "millions", None),
        ] {
            assert_eq!(unit(cell, "Anything"), Some((word, currency.map(str::to_owned))), "{cell}");
        }
        for (cell, heading, word) in [
            ("K", "Unit", "thousands"),
            ("'000", "Units", "thousands"),
            ("m", "Einheit", "millions"),
            ("1000", "Scale", "thousands"),
            ("USD 1000", "单位", "thousands"),
        ] {
            assert_eq!(unit(cell, heading).map(|(word, _)| word), Some(word), "{cell}");
            assert_eq!(unit(cell, "Code"), None, "{cell}");
        }
        for cell in [
            "",
            "USD",
            "EUR 1,000.00",
            "$ 1000",
            "1000",
            "000",
            "TH",
            "M",
            "Maud",
            "Miles",
            "Mio",
            "万",
            "Plan for 5 million trees",
            "Million Trees",
            "Thousand Islands",
            "in thousands of cases",
            "千年基金",
            "2025-04-30",
            "4711",
        ] {
            assert_eq!(unit(cell, "Remarks"), None, "{cell}");
        }
    }
}
