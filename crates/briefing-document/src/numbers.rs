//! Numbers, percentages and money, written as by the United Nations in each official language.
//!
//! The rules, whose sources are in the project's house style, are: thousands are grouped from four digits up, by a comma in English, a
//! narrow no-break space (U+202F) in French and a no-break space (U+00A0) in the other languages; the decimal mark is a point in English
//! and Chinese and a comma elsewhere. Amounts in United States dollars have a settled form in each language ("$92,615", "92 615 dollars",
//! "92 615美元"), and so do amounts in euros, whose name every language but English places after the figure ("250 000 euros", "250 000
//! евро"). English writes every other currency with its ISO 4217 code, a no-break space and the number ("CHF 250,000"); the other five
//! languages with its name after the number ("250 000 francs suisses"), or with its code if the name is not in the table. No direction
//! marks are added: isolating runs is left to the code that sets the line.

use briefing_model::{Currency, Language, Money};
use fixed_decimal::Decimal;
use icu_plurals::{PluralCategory, PluralOperands, PluralRules};

use crate::languages::{self, currencies};

/// The no-break space.
pub(crate) const NO_BREAK: char = '\u{a0}';
/// The narrow no-break space, between the thousands of a French number.
pub(crate) const NARROW: char = '\u{202f}';
/// The minus sign.
pub(crate) const MINUS: char = '\u{2212}';

/// A whole number, with its thousands grouped.
///
/// ```
/// use briefing_document::numbers;
/// use briefing_model::Language;
///
/// assert_eq!(numbers::integer(92_615, Language::En), "92,615");
/// assert_eq!(numbers::integer(92_615, Language::Fr), "92\u{202f}615");
/// assert_eq!(numbers::integer(-7, Language::Ar), "\u{2212}7");
/// ```
#[must_use]
pub fn integer(value: i128, language: Language) -> String {
    decimal(value, 0, language)
}

/// A count in a sentence: in words below ten unless grammatical gender or case gets in the way, otherwise in figures.
///
/// English writes one to nine in words, French and Spanish two to nine; Russian, Arabic and Chinese use figures, because the word would
/// depend on the noun.
///
/// ```
/// use briefing_document::numbers;
/// use briefing_model::Language;
///
/// assert_eq!(numbers::count(8, Language::En), "eight");
/// assert_eq!(numbers::count(46, Language::En), "46");
/// assert_eq!(numbers::count(8, Language::Ru), "8");
/// ```
#[must_use]
pub fn count(value: u64, language: Language) -> String {
    let word = languages::of(language).count_in_words(value);
    word.map_or_else(|| integer(i128::from(value), language), str::to_owned)
}

/// A whole percentage in a sentence: "88 per cent".
///
/// ```
/// use briefing_document::numbers;
/// use briefing_model::Language;
///
/// assert_eq!(numbers::percent(88, Language::En), "88\u{a0}per cent");
/// assert_eq!(numbers::percent(21, Language::Ru), "21\u{a0}процент");
/// ```
#[must_use]
pub fn percent(value: u16, language: Language) -> String {
    languages::of(language).percent(value, &integer(i128::from(value), language))
}

/// A whole percentage as a figure, in tables and beside charts: "88%".
///
/// ```
/// use briefing_document::numbers;
/// use briefing_model::Language;
///
/// assert_eq!(numbers::percent_figure(88, Language::En), "88%");
/// assert_eq!(numbers::percent_figure(88, Language::Fr), "88\u{a0}%");
/// ```
#[must_use]
pub fn percent_figure(value: u16, language: Language) -> String {
    languages::of(language).percent_figure(&integer(i128::from(value), language))
}

/// An ordinal number, in the masculine if the language has genders: "2nd", "2e", "2-й".
///
/// Arabic writes the first ten in words and the rest in figures.
///
/// ```
/// use briefing_document::numbers;
/// use briefing_model::Language;
///
/// assert_eq!(numbers::ordinal(11, Language::En), "11th");
/// assert_eq!(numbers::ordinal(1, Language::Fr), "1er");
/// ```
#[must_use]
pub fn ordinal(value: u64, language: Language) -> String {
    languages::of(language).ordinal(value, &integer(i128::from(value), language))
}

/// An exact amount in a sentence, with decimals only if there are any.
///
/// Amounts below zero have a minus sign.
///
/// ```
/// use briefing_document::numbers;
/// use briefing_model::Language;
///
/// let amount = "USD 2242615".parse()?;
/// assert_eq!(numbers::money(amount, Language::En), "$2,242,615");
/// assert_eq!(numbers::money(amount, Language::Es), "2\u{a0}242\u{a0}615\u{a0}dólares");
/// assert_eq!(numbers::money("EUR 250000".parse()?, Language::En), "EUR\u{a0}250,000");
/// assert_eq!(numbers::money("EUR 250000".parse()?, Language::Es), "250\u{a0}000\u{a0}euros");
/// # Ok::<(), briefing_model::InvalidMoney>(())
/// ```
#[must_use]
pub fn money(amount: Money, language: Language) -> String {
    let (mantissa, scale) = significant(amount, amount.minor() % one(amount) != 0);
    let figure = Numeral::new(mantissa, scale, language);
    match amount.currency() {
        Currency::USD => languages::of(language).dollars(&figure),
        Currency::EUR => languages::of(language).euros(&figure),
        other => currencies::amount(other, &figure, language),
    }
}

/// An amount as written in headlines, rounded by [`Money::headline`]: "$402 million" or "$379.5 million".
///
/// The multiple is the largest that the amount reaches in the language; using it loses no further precision. Chinese counts in 万, 亿 and 万亿;
/// English, Arabic and Russian in millions, billions and trillions; French in millions and milliards, including thousands of milliards;
/// Spanish in millions and, from a million millions, in "billones".
///
/// ```
/// use briefing_document::numbers;
/// use briefing_model::Language;
///
/// let pledged = "USD 335800000".parse()?;
/// assert_eq!(numbers::headline(pledged, Language::En), "$335.8\u{a0}million");
/// assert_eq!(numbers::headline(pledged, Language::Zh), "3.358亿美元");
/// assert_eq!(numbers::headline("EUR 1047300".parse()?, Language::En), "EUR\u{a0}1.05\u{a0}million");
/// let largest = "USD 1250300000000".parse()?;
/// assert_eq!(numbers::headline(largest, Language::En), "$1.25\u{a0}trillion");
/// assert_eq!(numbers::headline(largest, Language::Fr), "1\u{202f}250\u{a0}milliards de dollars");
/// # Ok::<(), briefing_model::InvalidMoney>(())
/// ```
#[must_use]
pub fn headline(amount: Money, language: Language) -> String {
    let shown = amount.headline().minor();
    let decimals = amount.currency().minor_units();
    let reaches = |power: u32| reaches(shown, power + decimals);
    if !reaches(6) {
        return money(amount, language);
    }
    let usage = languages::of(language);
    let power = usage.multiples().iter().copied().rfind(|power| reaches(*power)).unwrap_or(6);
    let (mantissa, scale) = without_zeros(shown, power + decimals);
    let number = Numeral::new(mantissa, scale, language);
    match amount.currency() {
        Currency::USD => usage.multiple_of_dollars(&number, power),
        Currency::EUR => usage.multiple_of_euros(&number, power),
        other => currencies::multiple(other, &usage.multiple_before_noun(&number, power), language),
    }
}

/// Whether a number has at least the digits of a power of ten.
const fn reaches(digits: i128, power: u32) -> bool {
    digits.unsigned_abs() >= 10_u128.pow(power)
}

/// The noun at the end of a [`headline`]. A participle after it agrees with it.
#[derive(Clone, Copy)]
pub(crate) struct CountedNoun {
    /// Whether the noun is in the singular. It is plural in "un million de dollars".
    is_one: bool,
    /// Whether the noun is feminine: "livre sterling", "corona sueca".
    is_feminine: bool,
}

impl CountedNoun {
    pub(crate) fn of(amount: Money, language: Language) -> Self {
        let is_multiple = reaches(amount.headline().minor(), 6 + amount.currency().minor_units());
        let (mantissa, scale) = significant(amount, amount.minor() % one(amount) != 0);
        let is_one = !is_multiple && plural_of(mantissa, scale, language) == PluralCategory::One;
        Self { is_one, is_feminine: currencies::is_feminine(amount.currency(), language) }
    }

    /// A participle from its stem and its endings: singular, feminine singular, plural, feminine plural.
    pub(crate) fn participle(self, stem: &str, [one, feminine, several, feminines]: [&str; 4]) -> String {
        let ending = match (self.is_one, self.is_feminine) {
            (true, false) => one,
            (true, true) => feminine,
            (false, false) => several,
            (false, true) => feminines,
        };
        format!("{stem}{ending}")
    }
}

/// Digits of which the last `scale` are decimals, without trailing zeros among the decimals.
fn without_zeros(mut mantissa: i128, mut scale: u32) -> (i128, u32) {
    while scale > 0 && mantissa % 10 == 0 {
        mantissa /= 10;
        scale -= 1;
    }
    (mantissa, scale)
}

/// A column of amounts in one currency, as bare figures: all with decimals if any has them, and amounts below zero in brackets.
///
/// ```
/// use briefing_document::numbers;
/// use briefing_model::Language;
///
/// let column = ["USD 92615".parse()?, "USD -2000000".parse()?];
/// assert_eq!(numbers::column(&column, Language::En), ["92,615", "(2,000,000)"]);
/// # Ok::<(), briefing_model::InvalidMoney>(())
/// ```
#[must_use]
pub fn column(amounts: &[Money], language: Language) -> Vec<String> {
    let fractions = amounts.iter().any(|&amount| amount.minor() % one(amount) != 0);
    let figure = |&amount: &Money| {
        let (mantissa, scale) = significant(amount, fractions);
        let number = decimal(mantissa.saturating_abs(), scale, language);
        if amount.is_negative() { format!("({number})") } else { number }
    };
    amounts.iter().map(figure).collect()
}

/// The number of minor units in one unit of the amount's currency.
fn one(amount: Money) -> i128 {
    10_i128.pow(amount.currency().minor_units())
}

/// The digits of an amount, and how many of them are decimals.
fn significant(amount: Money, fraction: bool) -> (i128, u32) {
    if fraction { (amount.minor(), amount.currency().minor_units()) } else { (amount.minor() / one(amount), 0) }
}

/// A number of money, with the properties on which the words beside it depend.
pub(crate) struct Numeral {
    /// Its digits, including any decimals.
    pub(crate) mantissa: i128,
    /// The number as written in the language.
    pub(crate) written: String,
    /// The plural category of the noun that follows.
    pub(crate) category: PluralCategory,
}

impl Numeral {
    fn new(mantissa: i128, scale: u32, language: Language) -> Self {
        let written = decimal(mantissa, scale, language);
        Self { mantissa, written, category: plural_of(mantissa, scale, language) }
    }

    /// The number followed by a noun: in the forms for one, for whole millions ("de dollars"), and for all others.
    pub(crate) fn counting(&self, [one, of_many, others]: [&str; 3]) -> String {
        let noun = match self.category {
            PluralCategory::One => one,
            PluralCategory::Many => of_many,
            _ => others,
        };
        format!("{}{NO_BREAK}{noun}", self.written)
    }
}

/// Digits of which the last `scale` are decimals, written as a number.
pub(crate) fn decimal(mantissa: i128, scale: u32, language: Language) -> String {
    let usage = languages::of(language);
    let divisor = 10_u128.checked_pow(scale).unwrap_or(1);
    let (whole, fraction) = (mantissa.unsigned_abs() / divisor, mantissa.unsigned_abs() % divisor);
    let mut text = String::new();
    if mantissa < 0 {
        text.push(MINUS);
    }
    let digits = whole.to_string();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(usage.thousands_separator());
        }
        text.push(digit);
    }
    if scale > 0 {
        let width = usize::try_from(scale).unwrap_or_default();
        text.push(usage.decimal_mark());
        text.push_str(&format!("{fraction:0width$}"));
    }
    text
}

/// The plural category of a noun after a whole number (CLDR plural rules).
pub(crate) fn plural(value: u64, language: Language) -> PluralCategory {
    category(value, PluralRules::try_new_cardinal(languages::of(language).locale().into()))
}

/// The plural category that determines the ending of an ordinal number.
pub(crate) fn ordinal_category(place: u64, language: Language) -> PluralCategory {
    category(place, PluralRules::try_new_ordinal(languages::of(language).locale().into()))
}

/// The plural category of a noun after a number with decimals.
fn plural_of(mantissa: i128, scale: u32, language: Language) -> PluralCategory {
    let mut number = Decimal::from(mantissa);
    number.multiply_pow10(i16::try_from(scale).map_or(0, |scale| -scale));
    category(&number, PluralRules::try_new_cardinal(languages::of(language).locale().into()))
}

fn category<E>(number: impl Into<PluralOperands>, rules: Result<PluralRules, E>) -> PluralCategory {
    // The rules of all six languages are compiled in.
    rules.map_or(PluralCategory::Other, |rules| rules.category_for(number))
}
