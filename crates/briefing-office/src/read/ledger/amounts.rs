//! Amounts, currencies, rates and schedules in the cells of a row.

use briefing_model::{
    Amount, AmountOrZero, Currency, Decimal, InvalidAmount, InvalidMoney, InvalidSchedule, Money, RateValue, Schedule,
};

use super::columns::ReadColumn;
use super::import::sign_named;
use super::row::{Row, RowNumbers};
use super::within;
use crate::diagnostic::Code;
use crate::read::convert;
use crate::sheet::{NumberFormat, currency_sign, stands_for};
use crate::tree::short;

/// An amount that is more than nothing.
pub(super) fn amount(row: &Row<'_>, column: ReadColumn, currency: Currency) -> Option<Amount> {
    let money = money(row, column, currency)?;
    // What goes back says so by its kind.
    let kind = row.cell(ReadColumn::Kind).filter(|kind| matches!(*kind, "refund" | "withdrawal"));
    let instead = match row.cell(ReadColumn::Kind) {
        Some("receipt") => Some("where money went back, make the row a `refund`"),
        Some("pledge") => Some("where a pledge was taken back, make the row a `withdrawal`"),
        _ => None,
    };
    let instead = instead.filter(|_| money.is_negative()).map(|instead| {
        format!(
            "{instead}, without the minus and with the id of what it takes back in `ref`; where every amount has a minus, as credits of \
             an account do, take it away from all of them"
        )
    });
    let hint = kind.filter(|_| money.is_negative()).map(|kind| {
        format!(
            "write it without the minus, `{}`: `{kind}` says that it goes back",
            row.cell(column).unwrap_or_default().replace(['-', '−'], "")
        )
    });
    let report = |error| row.fault(column, Code::BadAmount, format!("{error}"), hint.or(instead));
    Amount::new(money).map_err(report).ok()
}

/// What was pledged or received in sum, which may be nothing.
pub(super) fn sum(row: &Row<'_>, column: ReadColumn, currency: Currency) -> Option<AmountOrZero> {
    let money = money(row, column, currency)?;
    let report = |error| row.fault(column, Code::BadAmount, format!("{error}"), None);
    AmountOrZero::new(money).map_err(report).ok()
}

/// A figure that may be nothing.
pub(super) fn money(row: &Row<'_>, column: ReadColumn, currency: Currency) -> Option<Money> {
    let text = row.cell(column)?;
    let (declared, format) = match row.numbers() {
        Some(RowNumbers::Declared(format)) => (format.plain(text), Some(format)),
        Some(RowNumbers::Read(format)) => (None, Some(format)),
        Some(RowNumbers::Ours) | None => (None, None),
    };
    // What is not of the declared format may be as in our own files.
    let is_ours = declared.is_none() && matches!(row.numbers(), Some(RowNumbers::Declared(_)));
    let format = format.filter(|_| !is_ours);
    let text = declared.as_deref().unwrap_or(text);
    Money::parse_amount(text, currency).map_err(|error| bad_amount(row, column, text, currency, &error, format)).ok()
}

/// How much of its pledge a payment settles.
pub(super) fn settled(row: &Row<'_>) -> Option<Amount> {
    const COLUMN: ReadColumn = ReadColumn::Settles;
    let text = row.cell(COLUMN)?;
    let places = within::amounts(COLUMN, text);
    let Some(place) = places.first() else {
        let hint = format!("write the currency behind the amount, as in `1000 {}`", Currency::EUR);
        return row
            .accept_with(COLUMN, text.parse::<Amount>(), |error| Some(hint).filter(|_| names_no_currency(error)));
    };
    let letters = [text.get(..place.start)?, text.get(place.end..)?].concat();
    let letters = letters.trim();
    let currency = row.accept_with(COLUMN, letters.parse(), |_| currency_meant(letters))?;
    let money = money_within(row, COLUMN, text.get(place.clone())?, currency)?;
    row.accept(COLUMN, Amount::new(money))
}

fn names_no_currency(error: &InvalidAmount) -> bool {
    matches!(error, InvalidAmount::Money(InvalidMoney::NoCurrency(_)))
}

/// An amount beside other words of its cell.
///
/// Ledgers have had such amounts with a point whatever their format, so one that means something else in each is refused.
fn money_within(row: &Row<'_>, column: ReadColumn, text: &str, currency: Currency) -> Option<Money> {
    let format = match row.numbers() {
        Some(RowNumbers::Declared(format)) => Some(format),
        Some(RowNumbers::Ours | RowNumbers::Read(_)) | None => None,
    };
    let plain = Money::parse_amount(text, currency);
    let declared = format.and_then(|format| format.plain(text)).map(|text| Money::parse_amount(&text, currency));
    match (declared, plain) {
        (Some(Ok(declared)), Ok(plain)) if declared != plain => {
            let (declared, comma) = (declared.amount().normalize(), text.replace('.', ","));
            let message = format!(
                "`{}` is {declared} in the number format of the ledger, and may be meant as {}",
                short(text),
                plain.amount().normalize()
            );
            row.fault(column, Code::BadAmount, message, Some(format!("write {declared}, or {comma}")));
            None
        }
        (Some(Ok(money)), _) | (None | Some(Err(_)), Ok(money)) => Some(money),
        (declared, Err(plain)) => {
            let (error, format) = match declared {
                Some(Err(declared)) => (declared, format),
                _ => (plain, None),
            };
            bad_amount(row, column, text, currency, &error, format);
            None
        }
    }
}

/// What one unit is worth, written as the amounts of the file are.
pub(super) fn rate_value(row: &Row<'_>, text: &str) -> Option<RateValue> {
    let fault = |message, hint| row.fault(ReadColumn::Amount, Code::BadCell, message, hint);
    let plain = text.parse::<RateValue>();
    let declared = match row.numbers() {
        Some(RowNumbers::Declared(format)) => format.plain(text).and_then(|text| text.parse::<RateValue>().ok()),
        Some(RowNumbers::Ours | RowNumbers::Read(_)) | None => None,
    };
    match (declared, plain) {
        // Amounts have two decimals, rates often three, as thousands have digits.
        (Some(declared), Ok(plain)) if declared != plain => {
            let message = format!(
                "`{}` is {declared} in the number format of the ledger, and may be meant as {plain}",
                short(text)
            );
            let hint = format!("write `{declared}`, or `{}`", text.replace('.', ","));
            fault(message, Some(hint));
            None
        }
        (Some(rate), _) | (None, Ok(rate)) => Some(rate),
        (None, Err(error)) => {
            // A number that is read and is not a rate has no other format: `-1.1`, `0`.
            let is_ours = matches!(row.numbers(), Some(RowNumbers::Ours)) && text.parse::<Decimal>().is_err();
            let hint = format_meant(text).filter(|_| is_ours);
            fault(error.to_string(), hint);
            None
        }
    }
}

/// What to write for a currency that is not written by its letters.
pub(super) fn currency_meant(text: &str) -> Option<String> {
    const NAMES: [(&str, &str); 5] =
        [("us dollars", "USD"), ("u.s. dollars", "USD"), ("rmb", "CNY"), ("sfr", "CHF"), ("stg", "GBP")];
    const MOST: usize = 2;
    let lower = text.to_lowercase();
    let lower = lower.trim_end_matches('.');
    let one = |code: &str| Some(format!("did you mean `{code}`?"));
    if let Ok(currency) = text.to_uppercase().parse::<Currency>() {
        return one(currency.code());
    }
    if let Some((_, code)) = NAMES.iter().find(|(name, _)| *name == lower) {
        return one(code);
    }
    let sign = text.trim_end_matches('.');
    let of_sign = |sign: &str| -> Vec<&str> {
        Currency::all().map(Currency::code).filter(|code| stands_for(sign, code)).collect()
    };
    match of_sign(sign).as_slice() {
        [] => match sign_named(lower).map(of_sign).as_deref() {
            Some([code]) => one(code),
            _ => None,
        },
        [code] => one(code),
        several if several.len() <= MOST => Some(format!("write `{}`", several.join("` or `"))),
        _ => {
            Some(format!("`{}` is the sign of several currencies: write the letters of the one you mean", short(text)))
        }
    }
}

/// The years over which an amount is paid.
pub(super) fn schedule(row: &Row<'_>, currency: Currency) -> Option<Schedule> {
    let text = row.cell(ReadColumn::Schedule)?;
    let mut is_read = true;
    let plain = within::rewritten(ReadColumn::Schedule, text, |amount| {
        let money = money_within(row, ReadColumn::Schedule, amount, currency);
        is_read &= money.is_some();
        money.map_or_else(String::new, |money| money.amount().to_string())
    });
    if !is_read {
        return None;
    }
    let report = |error: InvalidSchedule| {
        let hint = years_of(text).map(|(word, from, until)| match word {
            Some(word) => format!("write `{word} {from}/{until}`"),
            None => format!(
                "write `over {from}/{until}` where the amount is the whole, or `yearly {from}/{until}` where it is that of each year"
            ),
        });
        row.fault(ReadColumn::Schedule, Code::BadCell, error.to_string(), hint);
    };
    Schedule::parse(&plain, currency).map_err(report).ok()
}

/// The years that a schedule in another form is over, and the word before them.
fn years_of(text: &str) -> Option<(Option<&'static str>, &str, &str)> {
    let known = ["over", "yearly"].into_iter().find_map(|word| Some((word, text.strip_prefix(word)?)));
    let (word, years) = known.map_or((None, text), |(word, years)| (Some(word), years));
    let parts = [" to ", " - ", "-", "–", "/"].into_iter().find_map(|mark| years.trim().split_once(mark));
    let (from, until) = parts.map(|(from, until)| (from.trim(), until.trim()))?;
    let is_year = |text: &str| text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    (is_year(from) && is_year(until) && from < until).then_some((word, from, until))
}

/// Reports an amount that cannot be read, with what to do.
fn bad_amount(
    row: &Row<'_>,
    column: ReadColumn,
    text: &str,
    currency: Currency,
    error: &InvalidMoney,
    format: Option<NumberFormat>,
) {
    if let Some((what, hint)) = in_place_of_amount(text) {
        let message = format!("`{}` is {what}, and not an amount", short(text));
        row.fault(column, Code::BadAmount, message, Some(hint.to_owned()));
    } else if let Some((sign, hint)) = in_other_currency(column, text, currency) {
        let whose = if column == ReadColumn::Value { "what an amount is worth is said" } else { "its row is" };
        let message = format!("`{}` is in `{sign}`, and {whose} in {currency}", short(text));
        row.fault(column, Code::BadAmount, message, Some(hint));
    } else {
        let is_unread = matches!(error, InvalidMoney::Unreadable(_));
        if let Some((thousands, decimals)) = either(text, currency).filter(|_| is_unread) {
            let message = format!(
                "`{text}` is {thousands}, or {decimals} if the comma stands before decimals: write the one you mean"
            );
            return row.fault(column, Code::BadAmount, message, None);
        }
        let hint = format_meant(text).filter(|_| is_unread && matches!(row.numbers(), Some(RowNumbers::Ours)));
        row.fault(column, Code::BadAmount, as_written(error, format), hint);
    }
}

/// What an amount with three digits after its one comma may be, if nobody says how numbers are written and the currency has
/// three decimals.
fn either(text: &str, currency: Currency) -> Option<(String, String)> {
    let (whole, rest) = text.split_once(',').filter(|_| currency.minor_units() == 3)?;
    let is_group = rest.len() == 3 && (1..=3).contains(&whole.len()) && !whole.starts_with('0');
    let is_digits = [whole, rest].iter().all(|part| part.bytes().all(|byte| byte.is_ascii_digit()));
    (is_group && is_digits).then(|| (format!("{whole}{rest}"), format!("{whole}.{rest}")))
}

/// What is wrong with an amount, in the marks of its own format.
fn as_written(error: &InvalidMoney, format: Option<NumberFormat>) -> String {
    let with_comma = |text: &str| text.replace('.', ",");
    match error {
        InvalidMoney::Ambiguous { text, decimals, thousands } if format == Some(NumberFormat::European) => {
            let (text, decimals) = (with_comma(text), with_comma(decimals));
            format!(
                "`{text}` is {decimals}, or {thousands} if the comma stands between thousands: write the one you mean"
            )
        }
        InvalidMoney::TooPrecise { text, .. } if format == Some(NumberFormat::European) => {
            error.to_string().replace(text, &with_comma(text)).replace("the point stands", "the comma stands")
        }
        error => error.to_string(),
    }
}

/// What to say of an amount that is in one of the formats of numbers and not in the other.
fn format_meant(text: &str) -> Option<String> {
    let mut formats =
        [NumberFormat::English, NumberFormat::European].into_iter().filter(|format| format.plain(text).is_some());
    let format = formats.next().filter(|_| formats.next().is_none())?;
    Some(format!(
        "where all amounts are written so, say `number-format = \"{}\"` under `[ledger]` in `office.toml`",
        format.as_str()
    ))
}

/// The sign of another currency that an amount has beside it, and what to do: without the sign it would be one of this currency.
fn in_other_currency(column: ReadColumn, text: &str, currency: Currency) -> Option<(String, String)> {
    let capitals = text.to_ascii_uppercase();
    let sign = currency_sign(text).or_else(|| currency_sign(&capitals))?;
    if stands_for(sign, currency.code()) {
        return None;
    }
    if column == ReadColumn::Value {
        return Some((sign.to_owned(), format!("write what the amount is worth in {currency}, in digits alone")));
    }
    let mut meant = Currency::all().filter(|one| stands_for(sign, one.code()));
    let (first, is_only) = (meant.next()?, meant.next().is_none());
    let at = text.find(sign).or_else(|| capitals.find(sign))?;
    let digits = [text.get(..at)?, text.get(at + sign.len()..)?].concat();
    let digits = match Money::parse_amount(digits.trim(), first) {
        Ok(_) => Some(digits.trim().to_owned()),
        Err(error) => convert::proposed(&error),
    };
    let digits = digits.map_or_else(|| "the digits".to_owned(), |digits| format!("`{digits}`"));
    let letters = if is_only { format!("`{first}`") } else { "the three letters of its currency".to_owned() };
    Some((sign.to_owned(), format!("write {digits} here, and {letters} in the column `currency`")))
}

/// What spreadsheets and people write if an amount is not at hand, and what to do.
pub(super) fn in_place_of_amount(text: &str) -> Option<(&'static str, &'static str)> {
    let lower = text.to_lowercase();
    let inside = text.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
    let is_short_form = lower
        .split_once('e')
        .is_some_and(|(digits, power)| !digits.is_empty() && !power.is_empty() && lower.parse::<f64>().is_ok());
    if text.chars().all(|c| c == '#') {
        return Some((
            "what a column shows that is too narrow",
            "make the column wider in the spreadsheet, and save again",
        ));
    }
    if ["#ref!", "#n/a", "#value!", "#div/0!", "#name?", "#num!", "#null!"].contains(&lower.as_str()) {
        return Some((
            "a formula without a result",
            "correct the formula behind it in the spreadsheet, and save again",
        ));
    }
    if is_short_form {
        return Some(("a number that a spreadsheet has shortened", "write all of its digits"));
    }
    if inside.is_some_and(|inside| inside.starts_with(|c: char| c.is_ascii_digit())) {
        let hint = "write what is taken back as a row of its own: a `withdrawal`, a `refund` or a `revision`";
        return Some(("a number below zero", hint));
    }
    let open = [
        "tbc",
        "tbd",
        "tba",
        "n/a",
        "na",
        "n.a",
        "n/d",
        "n.d",
        "s/d",
        "n.n",
        "k.a",
        "н/д",
        "-",
        "–",
        "—",
        "?",
        "pending",
        "unknown",
        "none",
        "nil",
        "néant",
        "à confirmer",
        "por confirmar",
        "offen",
        "нет",
        "待定",
        "无",
        "لا يوجد",
    ];
    if open.contains(&lower.trim_end_matches('.')) {
        return Some(("a note", "write the amount, or leave the row out until it is known"));
    }
    None
}
