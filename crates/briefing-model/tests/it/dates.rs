//! Laws of months, spans and every shape of when.

use briefing_model::{DateSpan, Day, InvalidWhen, Month, PartialDate, Precision, Sitting, When, WhenShape, Year};
use chrono::NaiveDate;
use proptest::prelude::*;

fn day() -> impl Strategy<Value = Day> {
    // 2019 to 2027, so that spans often meet.
    (0..3000_i64).prop_map(|days| Day::new(2019, 1, 1).unwrap().checked_add_days(days).unwrap())
}

fn month() -> impl Strategy<Value = Month> {
    day().prop_map(Month::from)
}

fn partial_date() -> impl Strategy<Value = PartialDate> {
    prop_oneof![
        day().prop_map(PartialDate::Day),
        month().prop_map(PartialDate::Month),
        (2019..2027).prop_map(|year| PartialDate::Year(Year::new(year).unwrap())),
    ]
}

fn span() -> impl Strategy<Value = DateSpan> {
    (day(), 0..100_i64).prop_map(|(first, days)| DateSpan::new(first, first.checked_add_days(days).unwrap()).unwrap())
}

fn sitting() -> impl Strategy<Value = Sitting> {
    prop_oneof![span().prop_map(Sitting::Days), month().prop_map(Sitting::Month)]
}

fn when() -> impl Strategy<Value = When> {
    let shape = prop_oneof![
        partial_date().prop_map(WhenShape::At),
        partial_date().prop_map(WhenShape::Since),
        partial_date().prop_map(WhenShape::Until),
        (partial_date(), partial_date()).prop_map(|(first, last)| WhenShape::Span(first, last)),
        (partial_date(), partial_date()).prop_map(|(first, last)| WhenShape::Within(first, last)),
        prop::collection::vec(sitting(), 2..4).prop_map(|mut sessions| {
            sessions.sort_by_key(|session| (session.first_day(), session.last_day()));
            sessions.dedup_by(|later, earlier| earlier.last_day() >= later.first_day());
            WhenShape::Sessions(sessions)
        }),
    ];
    shape.prop_filter_map("makes no sense", |shape| When::new(shape).ok())
}

proptest! {
    #[test]
    fn a_day_is_that_of_the_calendar(day in day(), days in -3000..3000_i64) {
        let date = NaiveDate::from(day);
        prop_assert_eq!(Day::try_from(date), Ok(day));
        prop_assert_eq!(day.to_string(), date.to_string());
        prop_assert_eq!(day.to_string().parse::<Day>(), Ok(day));
        prop_assert_eq!(Day::new(day.year(), day.month().number(), day.number()), Ok(day));
        let other = day.checked_add_days(days).unwrap();
        prop_assert_eq!(NaiveDate::from(other), date + chrono::TimeDelta::days(days));
        prop_assert_eq!((other.days_since(day), other.cmp(&day)), (days, days.cmp(&0)));
        prop_assert_eq!(day.next(), day.checked_add_days(1));
        prop_assert_eq!(day.previous(), day.checked_add_days(-1));
        prop_assert_eq!(i64::from(day.weekday()), (day.days_since(Day::new(2024, 1, 1).unwrap())).rem_euclid(7) + 1);
    }

    #[test]
    fn a_month_stands_between_its_neighbours(month in month()) {
        let (previous, next) = (month.previous().unwrap(), month.next().unwrap());
        prop_assert!(previous < month && month < next);
        prop_assert_eq!(next.previous(), Some(month));
        prop_assert_eq!(previous.last_day().next(), Some(month.first_day()));
        prop_assert_eq!(month.last_day().next(), Some(next.first_day()));
    }

    #[test]
    fn a_day_falls_in_one_month(day in day(), month in month()) {
        prop_assert_eq!(month.contains(day), day.month() == month);
    }

    #[test]
    fn months_and_their_texts_are_in_the_same_order(one in month(), other in month()) {
        prop_assert_eq!(one.cmp(&other), one.to_string().cmp(&other.to_string()));
        prop_assert_eq!(one.cmp(&other), one.first_day().cmp(&other.first_day()));
    }

    #[test]
    fn a_span_overlaps_the_months_of_its_days(span in span(), month in month()) {
        let by_day = std::iter::successors(Some(span.first()), |day| day.next()).take_while(|&day| day <= span.last()).any(|day| month.contains(day));
        prop_assert_eq!(span.overlaps(month), by_day);
        prop_assert_eq!(When::from(span).overlaps(month), by_day);
    }

    #[test]
    fn backwards_spans_are_refused(first in day(), last in day()) {
        prop_assert_eq!(DateSpan::new(first, last).is_ok(), first <= last);
        prop_assert_eq!(format!("{first}/{last}").parse::<When>().is_ok(), first <= last);
    }

    #[test]
    fn a_partial_date_lasts_as_long_as_its_precision(date in partial_date()) {
        let days = date.last_day().days_since(date.first_day()) + 1;
        match date.precision() {
            Precision::Day => prop_assert_eq!(days, 1),
            Precision::Month => prop_assert!((28..=31).contains(&days)),
            Precision::Year => prop_assert!((365..=366).contains(&days)),
        }
        prop_assert_eq!(date.to_string().parse::<PartialDate>(), Ok(date));
    }

    #[test]
    fn when_reads_back(when in when()) {
        prop_assert_eq!(when.to_string().parse::<When>(), Ok(when));
    }

    #[test]
    fn when_overlaps_only_months_between_its_ends(when in when(), month in month()) {
        let (first, last) = (when.first_day(), when.last_day());
        if let (Some(first), Some(last)) = (first, last) {
            prop_assert!(first <= last);
        }
        if when.overlaps(month) {
            prop_assert!(first.is_none_or(|first| first <= month.last_day()));
            prop_assert!(last.is_none_or(|last| month.first_day() <= last));
        }
        for end in [first, last].into_iter().flatten() {
            prop_assert!(when.overlaps(end.month()), "it overlaps the months of its own ends");
        }
    }

    #[test]
    fn an_open_span_has_no_end_to_its_months(date in partial_date(), month in month()) {
        let since = When::new(WhenShape::Since(date)).unwrap();
        let until = When::new(WhenShape::Until(date)).unwrap();
        prop_assert!(since.overlaps(month) || until.overlaps(month));
        prop_assert!(!since.overlaps(month) || since.overlaps(month.next().unwrap()));
        prop_assert!(!until.overlaps(month) || until.overlaps(month.previous().unwrap()));
    }
}

#[test]
fn every_shape_is_read_as_what_it_is() {
    let shape = |text: &str| match text.parse::<When>().unwrap().shape() {
        WhenShape::At(date) => format!("at a {:?}", date.precision()),
        WhenShape::Span(first, last) => {
            format!("from a {:?} to a {:?}", first.precision(), last.precision())
        }
        WhenShape::Within(first, last) => {
            format!("within a {:?} to a {:?}", first.precision(), last.precision())
        }
        WhenShape::Sessions(sessions) => format!("{} sessions", sessions.len()),
        WhenShape::Since(date) => format!("since a {:?}", date.precision()),
        WhenShape::Until(date) => format!("until a {:?}", date.precision()),
    };
    assert_eq!(shape("2025-04-30"), "at a Day");
    assert_eq!(shape("2021-01"), "at a Month");
    assert_eq!(shape("2011"), "at a Year");
    assert_eq!(shape("2025-04-29/2025-04-30"), "from a Day to a Day");
    assert_eq!(shape("2021-01/2022-06"), "from a Month to a Month");
    assert_eq!(shape("2021/2024"), "from a Year to a Year");
    assert_eq!(shape("2025-04-02,2025-04-09/2025-04-10, 2025-04-16"), "3 sessions");
    assert_eq!(shape("2025-03, 2025-04-09/2025-04-10, 2025-06"), "3 sessions");
    assert_eq!(shape("[2025-04-14..2025-04-25]"), "within a Day to a Day");
    assert_eq!(shape("[2025-04..2025-04]"), "at a Month", "some day of a month is a date known to the month");
    assert_eq!(shape("2019-01/.."), "since a Month");
    assert_eq!(shape("../2022-06"), "until a Month");
    assert_eq!(shape("2025-04/2025-04"), "at a Month", "a span of one date is that date");
}

#[test]
fn what_makes_no_sense_is_refused() {
    let error = |text: &str| text.parse::<When>().unwrap_err();
    assert!(matches!(error("2025-04-30/2025-04-29"), InvalidWhen::Backwards { .. }));
    assert!(matches!(error("2022/2021-12"), InvalidWhen::Backwards { .. }));
    assert!(matches!(error("2025-04-02, 2025-04-02"), InvalidWhen::SessionsOutOfOrder { .. }));
    assert!(matches!(error("2025-04-09, 2025-04-02"), InvalidWhen::SessionsOutOfOrder { .. }));
    assert!(matches!(error("2025-04-09,"), InvalidWhen::Session(_)));
    assert!(matches!(error("2025, 2026-05"), InvalidWhen::Session(_)), "sessions are known to the month at least");
    assert!(matches!(error("2025-04, 2025-04-30"), InvalidWhen::SessionsOutOfOrder { .. }));
    assert!(matches!(error("[2025-04-25..2025-04-14]"), InvalidWhen::Backwards { .. }));
    assert!(matches!(error("[2025-04-25]"), InvalidWhen::Unreadable(_)));
    for text in
        ["", "..", "../..", "/", "2025-02-29", "2025-00", "2025-13", "1899", "2200", "+2025", "2025-4-3", "２０２５"]
    {
        assert!(matches!(error(text), InvalidWhen::Unreadable(_)), "{text}");
    }
}

#[test]
fn days_end_with_the_years_of_briefings() {
    assert_eq!((Day::MIN.to_string(), Day::MAX.to_string()), ("1900-01-01".to_owned(), "2199-12-31".to_owned()));
    assert_eq!((Day::MIN.previous(), Day::MAX.next()), (None, None));
    assert_eq!((Day::MIN.checked_add_days(-1), Day::MAX.checked_add_days(i64::MAX)), (None, None));
    assert!(Day::try_from(NaiveDate::MAX).is_err() && Day::try_from(NaiveDate::MIN).is_err());
    assert_eq!(Day::MAX.month().next(), None);
    assert_eq!(Day::MIN.month().first_day(), Day::MIN);
}

#[test]
fn a_year_outside_is_said_to_be_so_however_precise_the_date() {
    for text in ["1899", "2200", "1899-12", "2200-04", "2200-04-30"] {
        let error = text.parse::<PartialDate>().unwrap_err().to_string();
        assert_eq!(error, format!("`{text}` is not a date: the year is not between 1900 and 2199"));
    }
    for text in ["12345", "1-2200", "2200-abc", "2200-123"] {
        let error = text.parse::<PartialDate>().unwrap_err().to_string();
        assert!(!error.contains("the year is not"), "{error}");
    }
}

#[test]
fn a_refused_day_says_what_to_write() {
    let message = |text: &str| text.parse::<Day>().unwrap_err().to_string();
    insta::assert_snapshot!(
        [
            "2025-04-31", "2025-02-29", "2025-13-01", "2025-04-00", "1899-12-31", "2200-01-01", "20250430", "30 April 2025",
            "04/05/2025", "2025-04", "2025", "April 2025", "2025-4-3", " 2025-04-03", "+2025-04-03", "soon", "",
        ]
        .map(message)
        .join("\n"),
        @r"
        `2025-04-31` is not a day: April has 30 days
        `2025-02-29` is not a day: February 2025 has 28 days
        `2025-13-01` is not a day: there is no month 13
        `2025-04-00` is not a day: April begins with day 1
        `1899-12-31` is not a day: the year is not between 1900 and 2199
        `2200-01-01` is not a day: the year is not between 1900 and 2199
        `20250430` is not a day: write 2025-04-30
        `30 April 2025` is not a day: write 2025-04-30
        `04/05/2025` is not a day: write 2025-05-04 (4 May) or 2025-04-05 (5 April)
        `2025-04` is not a day: write year, month and day as in 2025-04-30
        `2025` is not a day: write year, month and day as in 2025-04-30
        `April 2025` is not a day: write year, month and day as in 2025-04-30
        `2025-4-3` is not a day: write 2025-04-03
        ` 2025-04-03` is not a day: write 2025-04-03
        `+2025-04-03` is not a day: write 2025-04-03
        `soon` is not a day: write year, month and day as in 2025-04-30
        `` is not a day: write year, month and day as in 2025-04-30
        "
    );
}

#[test]
fn quarters_are_months_in_any_of_their_languages() {
    for text in [
        "Q2 2025",
        "2025-Q2",
        "Q2/2025",
        "T2 2025",
        "2T 2025",
        "2nd quarter of 2025",
        "Quarter 2, 2025",
        "2e trimestre 2025",
        "2º trimestre de 2025",
        "2. Quartal 2025",
        "II кв. 2025",
        "2 квартал 2025 г.",
        "2025年第二季度",
    ] {
        let advice = briefing_model::date_advice(text).unwrap();
        assert_eq!(advice.write("").as_deref(), Some("2025-04/2025-06"), "{text}");
        assert_eq!(advice.reason(), ": the quarter is April to June", "{text}");
    }
    for text in ["Q5 2025", "Q2 25", "quarter 2025", "Q 2025 2024", "T-2025"] {
        assert_eq!(briefing_model::date_advice(text).and_then(|advice| advice.write("")), None, "{text}");
    }
}
