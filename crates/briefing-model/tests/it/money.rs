//! Money is exact, of one currency, and rounded only where it says so.

use briefing_model::{Amount, Currency, InvalidMoney, Money, MoneyError, RateValue, Schedule, Share, Terms};
use proptest::prelude::*;
use rust_decimal::Decimal;

const MOST: i128 = 1_000_000_000_000_000_000_000_000;

fn usd(text: &str) -> Money {
    Money::parse_amount(text, Currency::USD).unwrap()
}

#[test]
fn amounts_are_plain_decimal_numbers() {
    for (text, shown) in [
        ("92615", "USD 92615.00"),
        ("92615.0", "USD 92615.00"),
        ("0.5", "USD 0.50"),
        ("-2000000", "USD -2000000.00"),
        ("007.10", "USD 7.10"),
        ("1.2300000", "USD 1.23"),
        ("10000000000000000000000.00", "USD 10000000000000000000000.00"),
    ] {
        assert_eq!(usd(text).to_string(), shown, "{text}");
    }
    for text in [
        "", ".", "1.", ".5", "-", "+1", "1e6", "1_000", "1,000", "1 000", " 1", "0x10", "١٢", "NaN", "--1", "1.2.3",
        "$5",
    ] {
        let refused = Money::parse_amount(text, Currency::USD);
        assert!(matches!(refused, Err(InvalidMoney::Unreadable(_))), "{text}: {refused:?}");
    }
    assert!(matches!(Money::parse_amount("0.001", Currency::USD), Err(InvalidMoney::TooPrecise { digits: 2, .. })));
    assert!(matches!(Money::parse_amount("1.5", Currency::JPY), Err(InvalidMoney::TooPrecise { digits: 0, .. })));
    assert_eq!(Money::parse_amount("1.234", Currency::KWD).unwrap().minor(), 1234);
}

#[test]
fn three_digits_behind_the_point_may_be_thousands() {
    let read = Money::parse_amount;
    for (text, currency, [decimals, thousands]) in [
        ("310.000", Currency::CHF, ["310.00", "310000"]),
        ("1.250", Currency::USD, ["1.25", "1250"]),
        ("-65.000", Currency::USD, ["-65.00", "-65000"]),
        ("310.000", Currency::JPY, ["310", "310000"]),
    ] {
        let error = read(text, currency).unwrap_err().to_string();
        let wanted = format!("`{text}` is {decimals}, or {thousands} if the point stands between thousands");
        assert!(error.starts_with(&wanted), "{error}");
        assert!([decimals, thousands].iter().all(|it| read(it, currency).is_ok()), "what is proposed is read");
    }
    for (text, currency) in [
        ("310.000", Currency::KWD),
        ("310.00", Currency::CHF),
        ("310.0000", Currency::CHF),
        ("1310.000", Currency::CHF),
        ("0.500", Currency::CHF),
        ("010.000", Currency::CHF),
    ] {
        assert!(read(text, currency).is_ok(), "{text}");
    }
    assert!("USD 310.000".parse::<Money>().is_err());
    assert!(Schedule::parse("2025 310.000; 2026 500", Currency::USD).is_err());
}

#[test]
fn money_ends_at_ten_to_the_twenty_fourth() {
    assert_eq!(Money::from_minor(MOST, Currency::USD).unwrap().minor(), MOST);
    assert_eq!(Money::from_minor(MOST + 1, Currency::USD), Err(MoneyError::Overflow));
    assert_eq!(Money::from_minor(i128::MIN, Currency::USD), Err(MoneyError::Overflow));
    assert_eq!(Money::parse_amount("10000000000000000000000.01", Currency::USD), Err(InvalidMoney::TooLarge));
    assert_eq!(Money::parse_amount(&"9".repeat(5000), Currency::JPY), Err(InvalidMoney::TooLarge));
    assert_eq!(Money::new(Decimal::MAX, Currency::USD), Err(InvalidMoney::TooLarge));
    let most = Money::from_minor(MOST, Currency::USD).unwrap();
    assert_eq!(most.checked_add(usd("0.01")), Err(MoneyError::Overflow));
    // Only the sum has to be in range, not what it passes on the way.
    let least = Money::from_minor(-MOST, Currency::USD).unwrap();
    assert_eq!(Money::checked_sum([most, most, least], Currency::USD), Ok(most));
}

#[test]
fn two_currencies_never_mix() {
    let (dollar, euro) = (usd("1"), Money::parse_amount("1", Currency::EUR).unwrap());
    let mixed = Err(MoneyError::MixedCurrencies { left: Currency::USD, right: Currency::EUR });
    assert_eq!(dollar.checked_add(euro), mixed);
    assert_eq!(dollar.checked_sub(euro), mixed);
    assert_eq!(Money::checked_sum([dollar, euro], Currency::USD), mixed);
    assert_ne!(dollar, euro);
}

#[test]
fn json_takes_strings_and_integers_and_refuses_floats() {
    let read = |json: &str| serde_json::from_str::<Money>(json);
    assert_eq!(read(r#"{"amount":"92615.00","currency":"USD"}"#).unwrap(), usd("92615"));
    assert_eq!(read(r#"{"currency":"USD","amount":92615}"#).unwrap(), usd("92615"));
    for refused in [
        r#"{"amount":92615.0,"currency":"USD"}"#,
        r#"{"amount":1e3,"currency":"USD"}"#,
        r#"{"amount":"92615.00"}"#,
        r#"{"amount":"1","currency":"USD","rate":"1"}"#,
        r#""USD 92615""#,
        r#"{"amount":null,"currency":"USD"}"#,
    ] {
        assert!(read(refused).is_err(), "{refused}");
    }
    assert_eq!(serde_json::to_string(&usd("92615")).unwrap(), r#"{"amount":"92615.00","currency":"USD"}"#);
    assert!(serde_json::from_str::<Amount>(r#"{"amount":"0","currency":"USD"}"#).is_err());
}

#[test]
fn the_table_of_currencies_is_sound() {
    let codes: Vec<_> = Currency::all().map(Currency::code).collect();
    assert!(codes.windows(2).all(|pair| pair[0] < pair[1]), "sorted, for they are looked up by halving");
    for currency in Currency::all() {
        assert_eq!(currency.code().parse(), Ok(currency));
        assert!(currency.minor_units() <= 4 && !currency.name().is_empty());
    }
    // The exceptions from two decimals, as ISO 4217 lists them.
    let with = |digits: u32| {
        let codes: Vec<_> =
            Currency::all().filter(|currency| currency.minor_units() == digits).map(Currency::code).collect();
        codes.join(" ")
    };
    assert_eq!(with(0), "BIF BYR CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF");
    assert_eq!(with(3), "BHD IQD JOD KWD LYD OMR TND");
    assert_eq!(with(4), "CLF UYW");
    for unknown in ["", "us", "usd", "USDX", "XXX", "XAU", "XDR", "ZZZ"] {
        assert!(unknown.parse::<Currency>().is_err(), "{unknown}");
    }
}

#[test]
fn halves_round_away_from_zero() {
    let headline = |text: &str| usd(text).headline().to_string();
    assert_eq!(headline("20050000"), "USD 20100000.00");
    assert_eq!(headline("20049999.99"), "USD 20000000.00");
    assert_eq!(headline("-20050000"), "USD -20100000.00");
    assert_eq!(headline("9995000"), "USD 10000000.00");
    let share = |part: &str, whole: &str| Share::new(usd(part), usd(whole)).unwrap().per_cent(0).to_string();
    assert_eq!(share("1", "8"), "13");
    assert_eq!(share("-1", "8"), "-13");
    assert_eq!(share("3", "2"), "150");
    assert_eq!(Share::new(usd("1"), usd("0")), None);
    assert_eq!(Share::new(usd("1"), Money::parse_amount("1", Currency::EUR).unwrap()), None);
    let rate: RateValue = "1.125".parse().unwrap();
    let euros = Money::parse_amount("0.04", Currency::EUR).unwrap();
    assert_eq!(rate.convert(euros, Currency::USD).unwrap(), usd("0.05"));
    let yen = Money::parse_amount("1000", Currency::JPY).unwrap();
    assert_eq!("0.0067".parse::<RateValue>().unwrap().convert(yen, Currency::USD).unwrap(), usd("6.70"));
    for refused in ["", "0", "-1", "1e3", "1_0", "0.0000000000001", "+1"] {
        assert!(refused.parse::<RateValue>().is_err(), "{refused}");
    }
}

#[test]
fn schedules_say_the_same_in_cells_and_back() {
    let read = |text: &str| Schedule::parse(text, Currency::USD);
    for text in ["whole", "over 2021-01/2022-06", "yearly 2019/..", "yearly 2024/2026", "2025-06-30 40.00; 2026 60.50"]
    {
        assert_eq!(read(text).unwrap().to_string(), text);
    }
    assert_eq!(read("  ").unwrap(), Schedule::Whole);
    assert_eq!(read("2025: 500; 2026: 500").unwrap().to_string(), "2025 500.00; 2026 500.00");
    for text in [
        "all",
        "over 2021",
        "yearly 2019",
        "yearly 2019/2020/2021",
        "2025-06-30",
        "2025-06-30 0",
        "; 2025 1",
        "2025 1;",
    ] {
        assert!(read(text).is_err(), "{text}");
    }
}

#[test]
fn terms_make_sense_in_themselves() {
    let terms = |amount: &str, schedule: &str, value: Option<&str>| {
        let value = value.map(|value| value.parse().unwrap());
        Terms::new(amount.parse().unwrap(), Schedule::parse(schedule, Currency::USD).unwrap(), value)
    };
    assert!(terms("USD 100", "2025 40; 2026 60", None).is_ok());
    for (amount, schedule, value) in [
        ("USD 100", "2025 40; 2026 61", None),
        ("USD 100", "2026 40; 2025 60", None),
        ("EUR 100", "2025 40; 2026 60", None),
        ("USD 100", "over 2025/2024", None),
        ("USD 100", "yearly 2025/2024", None),
        ("USD 100", "whole", Some("USD 90")),
        ("USD 9000000000000000000000", "yearly 2024/2026", None),
    ] {
        assert!(terms(amount, schedule, value).is_err(), "{amount} {schedule}");
    }
    let wire = r#"{"amount":{"amount":"100","currency":"USD"},"schedule":{"yearly":{"from":"2025","until":"2024"}}}"#;
    assert!(serde_json::from_str::<Terms>(wire).is_err(), "serde is not a second way in");
}

fn currency() -> impl Strategy<Value = Currency> {
    prop::sample::select(Currency::all().collect::<Vec<_>>())
}

proptest! {
    #[test]
    fn what_is_written_reads_back(minor in -MOST..=MOST, currency in currency()) {
        let money = Money::from_minor(minor, currency).unwrap();
        prop_assert_eq!(money.minor(), minor);
        prop_assert_eq!(money.to_string().parse::<Money>().unwrap(), money);
        prop_assert_eq!(Money::new(money.amount(), currency).unwrap(), money);
        let json = serde_json::to_string(&money).unwrap();
        prop_assert_eq!(serde_json::from_str::<Money>(&json).unwrap(), money);
    }

    #[test]
    fn sums_are_those_of_integers(minors in prop::collection::vec(-MOST / 50..=MOST / 50, 0..50), currency in currency()) {
        let sum = Money::checked_sum(minors.iter().map(|&m| Money::from_minor(m, currency).unwrap()), currency);
        prop_assert_eq!(sum.unwrap().minor(), minors.iter().sum::<i128>());
    }

    #[test]
    fn any_text_is_read_or_refused(text in "\\PC{0,40}") {
        if let Ok(money) = text.parse::<Money>() {
            prop_assert_eq!(money.to_string().parse::<Money>().unwrap(), money);
        }
        let _ = Schedule::parse(&text, Currency::USD);
    }

    #[test]
    fn a_headline_has_the_digits_that_are_nearest(minor in -MOST..=MOST) {
        let exact = Money::from_minor(minor, Currency::USD).unwrap();
        let shown = exact.headline();
        prop_assert_eq!(shown.headline(), shown);
        let digits = shown.minor().unsigned_abs().to_string().trim_end_matches('0').len();
        prop_assert!(digits <= 4 || minor.abs() < 100_000_000, "{shown} of {exact}");
        prop_assert!((shown.minor() - minor).abs() * 400 <= minor.abs(), "{shown} of {exact}");
    }

    #[test]
    fn a_conversion_is_off_by_half_a_cent_at_most(minor in 0..10_i128.pow(15), rate in 1..100_000_u32) {
        let rate: RateValue = format!("{}.{:03}", rate / 1000, rate % 1000).parse().unwrap();
        let euros = Money::from_minor(minor, Currency::EUR).unwrap();
        let dollars = rate.convert(euros, Currency::USD).unwrap();
        let exact = Decimal::from_i128_with_scale(minor, 2) * rate.to_string().parse::<Decimal>().unwrap();
        prop_assert!((dollars.amount() - exact).abs() <= Decimal::new(5, 3));
    }
}

#[test]
fn the_amount_that_is_meant_is_proposed_where_it_is_one_only() {
    let said = |text: &str| Money::parse_amount(text, Currency::USD).unwrap_err().to_string();
    for (text, proposed) in [
        ("1,25,000", "125000"),
        ("12,50,000.50", "1250000.50"),
        ("1.5 crore", "15000000"),
        ("2 lakh", "200000"),
        ("2,5 Mio.", "2500000"),
        ("3 млн", "3000000"),
        ("25万", "250000"),
        ("1'250.-", "1250"),
        ("500000/-", "500000"),
    ] {
        assert_eq!(said(text), format!("`{text}` is not an amount: write {proposed}"));
    }
    for text in ["250-", "1,250 million", "1.250 Mio", "1,23,45", "123,45,678", "25%", "200-300"] {
        assert!(
            said(text).ends_with("write digits with a point before the decimals, as in 92615.00"),
            "{}",
            said(text)
        );
    }
}
