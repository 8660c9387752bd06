//! What currencies are worth by the ledger, where that is far from what they are worth by its other rows, or have been for years.

use std::collections::BTreeMap;

use briefing_model::{Amount, Code, Currency, Day, EntryKind, Fault, FieldPath, LedgerEntry};

/// How many times more, or less, is out of line: a rate that is the wrong way round, or an amount with a digit too many or too few.
const TIMES: f64 = 10.0;

/// How near the inverse of a rate is to be for it to be meant.
const NEAR: f64 = 3.0;

/// About what currencies have been worth in dollars of the United States since 2000, without those that lost most of it.
const USUAL: [(&str, f64); 35] = [
    ("USD", 1.0),
    ("EUR", 1.1),
    ("GBP", 1.4),
    ("CHF", 1.0),
    ("JPY", 0.008),
    ("CNY", 0.14),
    ("KRW", 0.0008),
    ("INR", 0.015),
    ("AUD", 0.75),
    ("NZD", 0.65),
    ("CAD", 0.8),
    ("SEK", 0.11),
    ("NOK", 0.12),
    ("DKK", 0.15),
    ("ISK", 0.008),
    ("CZK", 0.045),
    ("HUF", 0.0035),
    ("PLN", 0.27),
    ("SGD", 0.73),
    ("HKD", 0.13),
    ("THB", 0.03),
    ("MYR", 0.25),
    ("PHP", 0.02),
    ("IDR", 0.00008),
    ("ILS", 0.27),
    ("SAR", 0.27),
    ("AED", 0.27),
    ("QAR", 0.27),
    ("KWD", 3.3),
    ("BHD", 2.65),
    ("OMR", 2.6),
    ("JOD", 1.4),
    ("MAD", 0.1),
    ("ZAR", 0.08),
    ("MXN", 0.06),
];

/// What an entry says that a currency is worth.
struct Worth<'l> {
    entry: &'l LedgerEntry,
    day: Option<Day>,
    /// In units of the other currency.
    of_one: f64,
    /// An amount and what it is worth; none where it is a rate.
    amounts: Option<(Amount, Amount)>,
}

/// A warning for each rate, and each amount with what it is worth, that makes a currency worth ten times what it is elsewhere, or a tenth.
pub(super) fn out_of_line(entries: &[LedgerEntry]) -> Vec<Fault> {
    let mut worths: BTreeMap<(&str, &str), Vec<Worth<'_>>> = BTreeMap::new();
    for entry in entries {
        let (from, to, of_one, amounts) = match &entry.kind {
            EntryKind::Rate(rate) => {
                let Ok(of_one) = rate.rate.to_string().parse() else { continue };
                (rate.from, rate.to, of_one, None)
            }
            kind => {
                let Some((amount, value)) = converted(kind) else { continue };
                (amount.currency(), value.currency(), units(value) / units(amount), Some((amount, value)))
            }
        };
        let worth = Worth { entry, day: entry.counts_from(), of_one, amounts };
        worths.entry((from.code(), to.code())).or_default().push(worth);
    }
    let mut faults = Vec::new();
    for ((from, to), mut worths) in worths {
        let usual = USUAL.iter().find(|(code, _)| *code == from).zip(USUAL.iter().find(|(code, _)| *code == to));
        if let Some(((_, from_worth), (_, to_worth))) = usual {
            let usual = from_worth / to_worth;
            faults.extend(
                worths
                    .iter()
                    .filter(|worth| are_far(worth.of_one, usual))
                    .map(|worth| worth.fault(from, to, usual, true)),
            );
            continue;
        }
        worths.sort_by_key(|worth| worth.day);
        for at in 0..worths.len() {
            let of_one = |at: Option<usize>| Some(worths.get(at?)?.of_one);
            let far = |one: Option<usize>, other: Option<usize>| Some(are_far(of_one(one)?, of_one(other)?));
            let (before, after) = (at.checked_sub(1), at.checked_add(1));
            // Of two that differ, the later one; at either end, the one that differs from others that agree.
            let is_out = match (far(before, Some(at)), far(Some(at), after)) {
                (Some(before), Some(after)) => before && after,
                (Some(is_far), None) => is_far && far(at.checked_sub(2), before) != Some(true),
                (None, Some(is_far)) => is_far && far(after, at.checked_add(2)) == Some(false),
                (None, None) => false,
            };
            let other = of_one(before).or_else(|| of_one(after));
            if let (true, Some(worth), Some(other)) = (is_out, worths.get(at), other) {
                faults.push(worth.fault(from, to, other, false));
            }
        }
    }
    faults
}

impl Worth<'_> {
    fn fault(&self, from: &str, to: &str, usual: f64, is_known: bool) -> Fault {
        let id = &self.entry.id;
        let said = match self.amounts {
            Some((amount, value)) => format!("{amount} is worth {value}"),
            None => format!("{from} 1 is worth {to} {}", self.of_one),
        };
        let otherwise = if is_known {
            format!("{from} 1 has been worth about {to} {} for years", rounded(usual))
        } else {
            format!("by the row nearest in time {from} 1 is worth {to} {}", rounded(usual))
        };
        let inverse = 1.0 / self.of_one;
        let is_inverse = self.amounts.is_none() && inverse < usual * NEAR && usual < inverse * NEAR;
        let hint = match self.amounts {
            Some(_) => "compare `amount`, `currency` and `value` with their source".to_owned(),
            None if is_inverse => format!("the rate may be the other way round: write what {from} 1 is worth in {to}"),
            None => "compare the rate with its source".to_owned(),
        };
        let message = format!("`{id}`: {said} here, and {otherwise}");
        Fault::new(Code::OutOfLine, FieldPath::entry(Some(id.clone())), message).with_hint(hint)
    }
}

/// An amount in one currency, and what its source says that it was worth in another.
fn converted(kind: &EntryKind) -> Option<(Amount, Amount)> {
    /// Of less than this, in the smallest units of its currency, rounding tells nothing apart.
    const LEAST: i128 = 100;
    let (amount, value) = kind.amount().zip(kind.value())?;
    let is_large = [amount, value].iter().all(|amount| amount.minor() >= LEAST);
    (is_large && amount.currency() != value.currency()).then_some((amount, value))
}

fn units(amount: Amount) -> f64 {
    let places = |currency: Currency| i32::try_from(currency.minor_units()).unwrap_or_default();
    // Only what is ten times another is looked for.
    amount.minor() as f64 / 10_f64.powi(places(amount.currency()))
}

fn are_far(one: f64, other: f64) -> bool {
    one > other * TIMES || other > one * TIMES
}

/// A number with two digits that say something.
fn rounded(number: f64) -> String {
    let decimals = (1.0 - number.abs().log10().floor()).clamp(0.0, 12.0) as usize;
    let text = format!("{number:.decimals$}");
    if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.').to_owned() } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_currencies_are_known_once() {
        for (at, (code, worth)) in USUAL.iter().enumerate() {
            assert!(code.parse::<Currency>().is_ok() && *worth > 0.0, "{code}");
            assert!(!USUAL[..at].iter().any(|(other, _)| other == code), "{code}");
        }
    }

    #[test]
    fn numbers_are_shown_with_two_digits() {
        for (number, text) in
            [(0.008, "0.008"), (1.1, "1.1"), (0.00008 / 1.1, "0.000073"), (14000.0, "14000"), (0.73, "0.73")]
        {
            assert_eq!(rounded(number), text);
        }
    }
}
