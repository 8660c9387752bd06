//! Amounts of an export in the form in which its map says that they are written, and what to do about others.

use super::cells::Cell;
use crate::diagnostic::Code;
use crate::read::ledger::amounts::in_place_of_amount;
use crate::sheet::{NumberFormat, RowFault, currency_sign, magnitude, without_currency};
use crate::tree::short;

/// An amount of the declared form, as our own files write it.
pub(super) fn plain(cell: &Cell<'_>, format: NumberFormat) -> Result<String, RowFault> {
    let theirs = cell.text;
    format.plain(theirs).ok_or_else(|| {
        if let Some((what, hint)) = in_place_of_amount(theirs).filter(|_| theirs.parse::<f64>().is_err()) {
            let message = format!("`{}` is {what}, and not an amount", short(theirs));
            return cell.fault(Code::BadAmount, message, Some(hint.to_owned()));
        }
        let name = format.as_str();
        let message = format!("`{}` is not a number of the form that `number-format = \"{name}\"` says", short(theirs));
        cell.fault(Code::BadAmount, message, remedy(format, theirs))
    })
}

/// Whether an amount is a number in any form: of one with three decimals only, it matters what its point is.
pub(super) fn is_plain(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (whole, decimals) = digits.split_once('.').unwrap_or((digits, ""));
    decimals.len() != 3 && [whole, decimals].iter().all(|part| part.bytes().all(|byte| byte.is_ascii_digit()))
}

/// What to do about an amount of a form which the map does not declare.
pub(super) fn format_remedy(text: &str) -> Option<String> {
    let formats = [NumberFormat::English, NumberFormat::European].into_iter();
    let fitting: Vec<&str> = formats.filter(|format| format.plain(text).is_some()).map(NumberFormat::as_str).collect();
    let said = match fitting.as_slice() {
        [one] => format!("`number-format = \"{one}\"`"),
        [one, other] => format!("`number-format = \"{one}\"` or `\"{other}\"`"),
        _ => return None,
    };
    Some(format!("say in the map how the export writes its numbers: {said}"))
}

/// What to do about an amount that is not of the declared form.
fn remedy(format: NumberFormat, text: &str) -> Option<String> {
    let other = match format {
        NumberFormat::English => NumberFormat::European,
        NumberFormat::European => NumberFormat::English,
    };
    if other.plain(text).is_some() {
        return Some(format!(
            "where the whole export is written so, say `number-format = \"{}\"` in the map",
            other.as_str()
        ));
    }
    let is_short = text.contains(['e', 'E']) && text.parse::<f64>().is_ok();
    if is_short {
        return Some("a spreadsheet shortened the number: show its column as numbers, and export again".to_owned());
    }
    if text.contains('%') {
        return Some("write the amount itself: a share of something is not an amount".to_owned());
    }
    if magnitude(text).is_some() {
        return Some("write the whole amount".to_owned());
    }
    if let Some(side) = text.split_whitespace().last().filter(|word| is_side(word)) {
        return Some(format!(
            "`{side}` says on which side of an account the figure stands: export debits and credits in columns of their own, and map the one that \
             is meant"
        ));
    }
    // The sign of a dollar is a mark as well, and the one that is in the way.
    let sign = currency_sign(text).map(|sign| text.replacen(sign, "", 1));
    let without_sign = sign.as_deref().map_or_else(|| without_currency(text), str::trim);
    if without_sign != text && format.plain(without_sign).or_else(|| format.plain(without_currency(text))).is_some() {
        return Some(
            "leave the currency out of the cell: it has a column of its own, `currency`, or one of `[constants]`"
                .to_owned(),
        );
    }
    // Groups of other lengths than three: `12,34,567.00`.
    let is_mark = |c: char| c.is_ascii_punctuation() || c.is_whitespace() || c.is_numeric();
    (text.chars().all(is_mark) && text.chars().any(char::is_numeric)).then(|| {
        let example = if format == NumberFormat::English { "1234567.50" } else { "1234567,50" };
        format!("write the amount without marks between its thousands, as `{example}`")
    })
}

/// Whether a word after an amount is that of a debit or a credit, as accounting programs print it.
fn is_side(word: &str) -> bool {
    ["dr", "cr", "db"].contains(&word.trim_end_matches('.').to_lowercase().as_str())
}
