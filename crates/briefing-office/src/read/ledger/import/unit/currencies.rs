//! The currencies that headings, titles and cells name.

use super::words::{CURRENCY_HEADINGS, NAMES, UNNAMED};
use crate::sheet::{currency_sign, has_word};

/// The sign or letters of the currency that a heading names.
pub(super) fn heading_currency(heading: &str) -> Option<&str> {
    let lower = heading.to_lowercase();
    let named = || NAMES.iter().find(|(name, _)| is_named(&lower, name)).map(|(_, sign)| *sign);
    // Letters say most, and 美元 has the sign of 元 in it.
    let sign = currency_sign(heading);
    sign.filter(|sign| sign.len() == 3 && sign.is_ascii() && !sign.contains('$')).or_else(named).or(sign)
}

/// The sign of the currency that has a name, in small letters.
pub(in crate::read::ledger) fn sign_named(name: &str) -> Option<&'static str> {
    NAMES.iter().find(|(known, _)| *known == name).map(|(_, sign)| *sign)
}

/// Whether a text has the name of a currency; in Latin letters as a word, as Europe is not a euro, and in others anywhere.
pub(super) fn is_named(lower: &str, name: &str) -> bool {
    let is_latin = name.chars().all(|c| c < '\u{370}');
    if is_latin { has_word(lower, name) } else { lower.contains(name) }
}

/// Whether the only letters of a currency in a title are a word that titles have: TOP DONORS, COP 30.
fn is_word_of_titles(title: &str, sign: &str) -> bool {
    const WORDS: [&str; 13] =
        ["ALL", "BAM", "BOB", "COP", "CUP", "GEL", "MAD", "MOP", "PEN", "RON", "SOS", "TOP", "TRY"];
    let is_bracketed =
        ["(", "[", "in ", "en ", "IN ", "EN ", ": "].iter().any(|mark| title.contains(&format!("{mark}{sign}")));
    WORDS.contains(&sign) && !is_bracketed
}

/// The currency that a cell says and nothing else: its letters, its sign or its name.
pub(super) fn currency_of_cell(cell: &str) -> Option<&str> {
    let lower = cell.to_lowercase();
    let bare = lower.trim_end_matches('.');
    let by_sign = currency_sign(cell).filter(|sign| *sign == cell && cell.chars().count() <= 3);
    by_sign
        .or_else(|| sign_named(bare))
        .or_else(|| currency_sign(cell).filter(|sign| *sign == cell.trim_end_matches('.')))
}

/// What a text says of a currency without its name: `local currency`.
pub(super) fn unnamed_currency(text: &str) -> Option<&'static str> {
    let lower = text.to_lowercase();
    UNNAMED.iter().copied().find(|words| has_word(&lower, words))
}

/// Whether a title says so: above a bank's statement, `Devise` is beside the name of the currency.
pub(super) fn says_unnamed(title: &str) -> bool {
    let is_label = |words: &str| ["devise", "devises", "divisa", "divisas", "lcu"].contains(&words);
    currency_of_title(title).is_none() && unnamed_currency(title).is_some_and(|words| !is_label(words))
}

/// Whether a heading says that its column has currencies.
pub(super) fn is_heading_of_currencies(heading: &str) -> bool {
    let lower = heading.to_lowercase();
    let words: Vec<&str> = lower.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).collect();
    // `Cur. period` is the present one.
    let ends_short = words.last().is_some_and(|word| ["cur", "curr", "ccy"].contains(word));
    ends_short || words.iter().any(|word| CURRENCY_HEADINGS.contains(word))
}

/// The currency that a title names as that of its amounts: by its letters or sign, or by a name after "in".
pub(in crate::read::ledger) fn currency_of_title(title: &str) -> Option<&str> {
    const BEFORE: [&str; 7] = ["in ", "en ", "в ", "单位", "以", "ب", "montants : "];
    let lower = title.to_lowercase();
    let named = || {
        let is_said = |name: &str| {
            let at = lower.find(name).filter(|_| is_named(&lower, name))?;
            let before = lower.get(..at)?.trim_end_matches(['(', ':', '：', '（']);
            BEFORE.iter().any(|word| before.ends_with(word) || before.ends_with(word.trim_end())).then_some(())
        };
        NAMES.iter().find(|(name, _)| is_said(name).is_some()).map(|(_, sign)| *sign)
    };
    match currency_sign(title) {
        Some(word) if is_word_of_titles(title, word) => {
            title.split_once(word).and_then(|(_, behind)| currency_of_title(behind))
        }
        sign => sign.or_else(named),
    }
}

/// The currency that a line of parameters says by its name: `Account currency: Swiss franc`.
pub(super) fn currency_of_parameter<'p>(label: &str, value: &'p str) -> Option<&'p str> {
    let lower = label.to_lowercase();
    // German writes `Kontowährung`.
    let is_label = is_heading_of_currencies(label)
        || lower
            .split(|c: char| !c.is_alphabetic())
            .any(|word| word.ends_with("währung") || word.ends_with("waehrung"));
    currency_of_cell(value).filter(|_| is_label)
}

/// The currency that a footnote names as that of the amounts above it; one with figures may tell of a rate or of one payment.
pub(super) fn currency_of_footnote(text: &str) -> Option<&str> {
    let sign = currency_of_title(text)?;
    let is_said = || ["in ", "en ", "в "].iter().any(|before| text.contains(&format!("{before}{sign}")));
    (!text.contains(|c: char| c.is_numeric()) || is_said()).then_some(sign)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sheet::stands_for;

    #[test]
    fn currencies_of_headings_are_known_by_sign_letters_and_name() {
        for (heading, sign) in [
            ("Amount (EUR)", Some("EUR")),
            ("Amount US$", Some("US$")),
            ("Montant en milliers d’euros", Some("€")),
            ("Сумма, тыс. руб.", Some("₽")),
            ("金额（千美元）", Some("US$")),
            ("Amount", None),
            ("AMOUNT DUE", None),
            ("Amount in Swiss Francs", Some("CHF")),
            ("Betrag (SFr.)", Some("SFr")),
            ("Amount (eur)", Some("EUR")),
            ("Amount pounds", Some("£")),
            ("Amount (Canadian dollars)", Some("CAD")),
            ("Montant (Dh)", Some("Dh")),
            ("المبلغ بالدرهم", Some("Dh")),
            ("المبلغ (درهم)", Some("Dh")),
            ("Montant en francs CFA", Some("CFA")),
            ("Amount (Europe)", None),
            ("Montant par rubrique", None),
            ("Amount in local currency", None),
        ] {
            assert_eq!(heading_currency(heading), sign, "{heading}");
        }
    }

    #[test]
    fn currencies_without_a_name_are_known() {
        for heading in [
            "Amount in local currency",
            "Amount (national currency)",
            "Amount (LCU)",
            "Betrag in Fremdwährung",
            "Montant en devise",
            "Importe en moneda local",
            "Сумма в национальной валюте",
            "المبلغ بالعملة المحلية",
            "外币金额",
        ] {
            assert!(unnamed_currency(heading).is_some(), "{heading}");
        }
        for heading in ["Amount", "Currency", "Betrag in Hauswährung", "Montant devisé"] {
            assert_eq!(unnamed_currency(heading), None, "{heading}");
        }
        assert!(!says_unnamed("Devise") && !says_unnamed("外币：欧元") && says_unnamed("Amounts in local currency"));
        assert!(is_heading_of_currencies("Doc. Curr.") && !is_heading_of_currencies("Curr. period"));
    }

    #[test]
    fn currencies_of_cells_are_known_by_their_names() {
        for (cell, currency) in [
            ("Euro", "EUR"),
            ("euros", "EUR"),
            ("eur", "EUR"),
            ("Yen", "JPY"),
            ("Swiss francs", "CHF"),
            ("SFr.", "CHF"),
            ("Pound sterling", "GBP"),
            ("CFA", "XOF"),
            ("RMB", "CNY"),
            ("Dollars", "USD"),
            ("US$", "USD"),
            ("人民币", "CNY"),
            ("евро", "EUR"),
        ] {
            assert!(currency_of_cell(cell).is_some_and(|sign| stands_for(sign, currency)), "{cell}");
        }
        for cell in ["Posted", "all", "Euro-Mediterranean", "Dollar Bay"] {
            assert_eq!(currency_of_cell(cell), None, "{cell}");
        }
    }

    #[test]
    fn titles_tell_of_money_and_of_other_things() {
        for (title, sign) in [
            ("Contributions, USD", Some("USD")),
            ("Contributions (in euros)", Some("€")),
            ("Pledges (COP)", Some("COP")),
            ("Взносы, в долларах", Some("$")),
            ("Aid to Ukraine", None),
            ("Lighthouses in Europe, 2025", None),
            ("ALL PLEDGES", None),
            ("ALL PLEDGES, EUR", Some("EUR")),
            ("TOP 10 DONORS", None),
            ("Contributions to COP 30", None),
            ("SOS at sea", None),
        ] {
            assert_eq!(currency_of_title(title), sign, "{title}");
        }
    }
}
