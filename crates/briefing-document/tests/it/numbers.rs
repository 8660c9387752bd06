//! Numbers and money in every language.
use briefing_document::numbers;
use briefing_model::{Currency, Language, Money};

const AMOUNTS: [&str; 30] = [
    "USD 0",
    "USD 1",
    "USD 2",
    "USD 5",
    "USD 1.50",
    "USD 92615",
    "USD 92615.50",
    "USD 999999.99",
    "USD 1000000",
    "USD 2000000",
    "USD 2242615",
    "USD 11500000",
    "USD 105000000",
    "USD 335800000",
    "USD 402000000",
    "USD 999999999",
    "USD 1000000000",
    "USD 2000000000",
    "USD 3040300000",
    "USD 1000000000000",
    "USD 2000000000000",
    "JPY -12345678900000",
    "USD -2000000",
    "EUR 2500000",
    "EUR 1047300",
    "GBP 7200000",
    "GBP 22",
    "JPY 117497600000",
    "XOF 2000000",
    "TND 600000",
];

fn amount(text: &str) -> Money {
    text.parse().expect("an amount")
}

/// No-break spaces made visible: `~` for the wide, `'` for the narrow.
fn visible(text: &str) -> String {
    text.replace('\u{a0}', "~").replace('\u{202f}', "'")
}

#[test]
fn amounts_in_every_language() {
    for language in Language::ALL {
        let rows = AMOUNTS.iter().map(|text| {
            let money = amount(text);
            let column = numbers::column(&[money], language).concat();
            visible(&format!(
                "{text} | {} | {} | {column}\n",
                numbers::money(money, language),
                numbers::headline(money, language)
            ))
        });
        insta::assert_snapshot!(format!("amounts-{language}"), rows.collect::<String>());
    }
}

#[test]
fn counts_and_shares_in_every_language() {
    let row = |language| {
        let counts: Vec<String> =
            [0, 1, 2, 8, 9, 10, 1000].into_iter().map(|count| numbers::count(count, language)).collect();
        let ordinals: Vec<String> =
            [1, 2, 3, 4, 11, 21, 102].into_iter().map(|n| numbers::ordinal(n, language)).collect();
        let shares: Vec<String> = [1, 2, 5, 88].into_iter().map(|share| numbers::percent(share, language)).collect();
        let figure = numbers::percent_figure(88, language);
        visible(&format!(
            "{language} | {} | {} | {} | {figure}\n",
            counts.join(" "),
            ordinals.join(" "),
            shares.join(" ")
        ))
    };
    insta::assert_snapshot!(Language::ALL.into_iter().map(row).collect::<String>());
}

#[test]
fn the_traps_of_the_house_style() {
    let headline = |text: &str, language| visible(&numbers::headline(amount(text), language));
    let exact = |text: &str, language| visible(&numbers::money(amount(text), language));
    // Compact Chinese loses four million elsewhere.
    assert_eq!(headline("USD 335800000", Language::Zh), "3.358亿美元");
    assert_eq!(headline("USD 335800000", Language::En), "$335.8~million");
    assert_eq!(headline("USD 335800000", Language::Fr), "335,8~millions de dollars");
    assert_eq!(headline("USD 335800000", Language::Es), "335,8~millones de dólares");
    assert_eq!(headline("USD 335800000", Language::Ru), "335,8~млн~долл.~США");
    assert_eq!(headline("USD 335800000", Language::Ar), "335,8~مليون~دولار");
    assert_eq!(exact("USD 2242615", Language::En), "$2,242,615");
    assert_eq!(exact("USD 2242615", Language::Fr), "2'242'615~dollars");
    assert_eq!(exact("USD 2242615", Language::Es), "2~242~615~dólares");
    assert_eq!(exact("USD 2242615", Language::Ru), "2~242~615~долл.~США");
    assert_eq!(exact("USD 2242615", Language::Zh), "2~242~615美元");
    // A number is not rounded so far that it misleads, nor printed with more digits than anybody reads.
    assert_eq!(headline("EUR 1047300", Language::En), "EUR~1.05~million");
    assert_eq!(headline("EUR 9999999", Language::En), "EUR~10~million");
    assert_eq!(headline("USD 999960000", Language::En), "$1~billion");
    for (language, written) in [
        (Language::En, "JPY~117.5~billion"),
        (Language::Fr, "117,5~milliards de yens japonais"),
        (Language::Es, "117~500~millones de yenes japoneses"),
        (Language::Zh, "1~175亿日元"),
    ] {
        assert_eq!(headline("JPY 117497600000", language), written);
    }
    // From eleven on the singular in the accusative, from three to ten the plural.
    assert_eq!(exact("USD 2242615", Language::Ar), "2~242~615~دولارا");
    assert_eq!(exact("USD 5", Language::Ar), "5~دولارات");
    for language in Language::ALL {
        for text in AMOUNTS {
            let written = [numbers::money(amount(text), language), numbers::headline(amount(text), language)].concat();
            assert!(!written.contains(['\u{200e}', '\u{200f}', '\u{61c}', '\u{2066}', '\u{2069}']), "{written:?}");
            assert!(!written.contains(['٠', '١', '٢', '٣', '٤', '٥', '٦', '٧', '٨', '٩']), "{written:?}");
        }
    }
}

#[test]
fn the_largest_amounts_are_written_too() {
    let largest = Money::from_minor(10_i128.pow(24), Currency::USD).expect("the largest amount");
    assert_eq!(numbers::headline(largest, Language::En).replace('\u{a0}', " "), "$10,000,000,000 trillion");
    let smallest = Money::from_minor(-10_i128.pow(24), Currency::KWD).expect("the smallest amount");
    for language in Language::ALL {
        assert!(!numbers::money(smallest, language).is_empty());
        assert!(numbers::headline(largest, language).contains(|c: char| c.is_ascii_digit()));
    }
}
