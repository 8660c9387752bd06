//! Rules that hold for the messages of every language.

use briefing_model::{Currency, Language, MovementKind, MovementSum, MultiYear, SectionKind};

use super::{SinceThen, StatedDay, Unvalued, WrittenFigures, of};
use crate::dates::DateStyle;
use crate::inline::{line, plain};
use crate::numbers::{CountedNoun, headline};

/// Every message of a language, with recognizable arguments.
fn all(language: Language) -> Vec<String> {
    let (messages, format) = (of(language), DateStyle::full(language));
    let then = "2025-03".parse().expect("a month");
    let month = "2025-04".parse().expect("a month");
    let noun = CountedNoun::of("USD 2".parse().expect("an amount"), language);
    let mut texts: Vec<String> = [
        messages.phrases().monthly_briefing,
        messages.phrases().page_of,
        messages.phrases().contributor,
        messages.phrases().purpose,
        messages.phrases().amount,
        messages.phrases().not_earmarked,
        messages.phrases().purpose_not_stated,
        &plain(&messages.with_parts(line!["NAME"], line!["PARTS"])),
        messages.phrases().by_contributor,
        messages.phrases().nothing_since,
        messages.phrases().whole_since,
        messages.phrases().due_since,
        messages.phrases().pledged_documented_label,
        messages.phrases().received_documented_label,
        messages.phrases().documented_by_contributor,
        messages.phrases().documented_only,
        messages.phrases().history,
        messages.phrases().history_summary,
        messages.phrases().date,
        messages.multi_year(MultiYear::Whole),
        messages.multi_year(MultiYear::AsDue),
        messages.phrases().rounding,
        messages.phrases().about_figures,
        messages.phrases().no_payment,
        messages.phrases().shared_programmes,
        messages.phrases().programme_offices,
        messages.phrases().pillar,
        messages.phrases().about_briefing,
        messages.phrases().contact,
        messages.phrases().email,
        messages.phrases().on_the_web,
        messages.phrases().next_issue,
    ]
    .map(str::to_owned)
    .to_vec();
    texts.extend([
        messages.issue(messages.phrases().monthly_briefing, month),
        messages.running_head(messages.phrases().monthly_briefing, month),
        messages.file_title(messages.phrases().monthly_briefing, month, "OFFICE"),
        messages.subject(month),
        messages.contributions(Some("OFFICE")),
        plain(&messages.with_acronym(line!["Name"], crate::Inline::Text("ACRONYM".into()))),
        messages.aside("words"),
        messages.new_pledges_summary(month),
        messages.amount_in(Currency::USD),
        messages.pledged_in(Currency::EUR),
        messages.received_in(Currency::USD),
        messages.total_recorded(month),
        plain(&messages.share_received(88)),
        plain(&messages.allocations(line!["NAMES"])),
        plain(&messages.allocations_of_partners(line!["NAMES"])),
        messages.counted_as("AMOUNT"),
        plain(&messages.in_kind(line!["GIFTS"])),
        plain(&messages.gift(line!["NAME"], Some(line!["WHAT"]), Some("VALUE".to_owned()), "WHEN")),
        plain(&messages.gift(line!["NAME"], None, None, "WHEN")),
        plain(&messages.unvalued(line!["AMOUNTS"], Currency::USD, Unvalued::NotInTotals)),
        plain(&messages.unvalued(line!["AMOUNTS"], Currency::EUR, Unvalued::InNoAmount)),
        plain(&messages.unvalued(line!["AMOUNTS"], Currency::USD, Unvalued::PerhapsInTotals)),
        plain(&messages.unvalued(line!["AMOUNTS"], Currency::USD, Unvalued::SinceTotals)),
        plain(&messages.on_behalf_of(line!["NAME"], line!["NAMES"])),
        messages.surplus("AMOUNT"),
        plain(&messages.unvalued_amount(line!["NAME"], "AMOUNT")),
        messages.as_of("DAY", None),
        messages.as_of("DAY", Some("KNOWN")),
        messages.period(month).into_iter().map(|part| part.text).collect::<Vec<_>>().join(" "),
    ]);
    texts.extend([
        plain(&messages.movements(1, month)),
        plain(&messages.movements(3, month)),
        messages.movements_summary(month),
        messages.yearly_until("AMOUNT", 2024, 2026, "VALUE"),
        messages.yearly_from("AMOUNT", 2024),
        messages.spread_over("DAY", "KNOWN"),
        messages.instalments(1, "DAY", "KNOWN"),
        messages.instalments(3, "DAY", "KNOWN"),
        messages.pledged_on("AMOUNT", StatedDay::new("DAY", true)),
        messages.pledged_on("AMOUNT", StatedDay::new("DAY", false)),
        messages.received_on("AMOUNT", StatedDay::new("DAY", true)),
        messages.received_on("AMOUNT", StatedDay::new("DAY", false)),
        messages.pledged_documented("AMOUNT"),
        messages.received_documented("AMOUNT"),
        messages.documented_since("AMOUNTS"),
        messages.pledged_to_date(noun),
        messages.received_to_date(noun),
        messages.pledged_on_label(noun, StatedDay::new("DAY", true)),
        messages.received_on_label(noun, StatedDay::new("DAY", true)),
        messages.since_last_issue(SinceThen::More("AMOUNT"), then, format),
        messages.since_last_issue(SinceThen::Less("AMOUNT"), then, format),
        messages.since_last_issue(SinceThen::Same, then, format),
        messages.since_last_issue(SinceThen::Was("AMOUNT"), then, format),
        messages.documented_as_of("DAY", None),
        messages.documented_as_of("DAY", Some("KNOWN")),
    ]);
    for kind in [
        MovementKind::Allocation,
        MovementKind::Increase,
        MovementKind::Reduction,
        MovementKind::NewTerms,
        MovementKind::Withdrawal,
        MovementKind::Payment,
        MovementKind::CountedAsPaid,
        MovementKind::Refund,
        MovementKind::PaidBack,
        MovementKind::SurplusRefund,
    ] {
        texts.push(messages.movement(kind).expect("a word for what is not plainly new").to_owned());
    }
    for sum in [
        MovementSum::Pledged,
        MovementSum::PledgedYearly,
        MovementSum::Allocated,
        MovementSum::AllocatedYearly,
        MovementSum::Received,
    ] {
        texts.extend([false, true].map(|net| messages.movement_total(sum, net).to_owned()));
        texts.extend([false, true].map(|net| messages.movement_amount(sum, net, "AMOUNT")));
    }
    for section in SectionKind::ALL {
        texts.push(messages.heading(section, None));
        texts.push(messages.heading(section, Some("OFFICE")));
    }
    for count in [0, 1, 2, 3, 8, 11, 21, 46, 100] {
        let others = WrittenFigures {
            pledged: Some("PLEDGED".to_owned()),
            received: Some("RECEIVED".to_owned()),
            partners: count,
        };
        let few = u16::try_from(count).expect("a small count");
        texts.extend([
            messages.funding_partners(count).to_owned(),
            plain(&messages.others(&others)),
            plain(&messages.documented_others(&others)),
            messages.partners_on(count, StatedDay::new("DAY", true)),
            messages.partners_documented(count),
            messages.partners_on_label(count, StatedDay::new("DAY", true)),
            messages.partners_documented_label(count).to_owned(),
            messages.by_contributor_summary(u64::from(count)),
            plain(&messages.new_partners(line!["NAMES"], u64::from(count), month)),
            plain(&messages.new_partners_this_year(line!["NAMES"], u64::from(count), 2025)),
            messages.entities(few),
            messages.working_groups(few),
            plain(&messages.advisory_board(few, None, 0)),
            plain(&messages.advisory_board(few, Some(line!["GUESTS"]), u64::from(count))),
            plain(&messages.new_pledges(u64::from(count), month, None)),
            plain(&messages.new_pledges(u64::from(count), month, Some(line!["OFFICE"]))),
        ]);
    }
    texts
}

#[test]
fn each_language_says_everything() {
    for language in Language::ALL {
        for text in all(language) {
            assert!(!text.trim().is_empty(), "{language}: a message is blank");
            assert!(!text.contains("  "), "{language}: two spaces in `{text}`");
        }
    }
}

#[test]
fn no_language_speaks_another() {
    // Only names of arguments and currencies are in Latin letters if the script is another.
    let arguments = [
        "OFFICE", "ACRONYM", "Name", "words", "NAMES", "NAME", "GIFTS", "VALUE", "WHEN", "WHAT", "AMOUNTS", "AMOUNT",
        "DAY", "KNOWN", "PLEDGED", "RECEIVED", "GUESTS", "PARTS", "EUR", "{page}", "{pages}",
    ];
    for language in [Language::Ar, Language::Zh, Language::Ru] {
        for text in all(language) {
            let rest = arguments.iter().fold(text.clone(), |text, argument| text.replace(argument, ""));
            assert!(!rest.contains(|c: char| c.is_ascii_alphabetic()), "{language}: Latin letters in `{text}`");
        }
    }
}

#[test]
fn french_sets_its_high_marks_apart() {
    for text in all(Language::Fr) {
        let mut before = ' ';
        for letter in text.chars() {
            match letter {
                ':' => assert_eq!(before, '\u{a0}', "{text}"),
                ';' | '!' | '?' => assert_eq!(before, '\u{202f}', "{text}"),
                _ => {}
            }
            before = letter;
        }
    }
}

#[test]
fn nouns_follow_their_count() {
    let forms =
        |language: Language| [1, 2, 3, 11, 21, 100].map(|count| of(language).entities(count).replace('\u{a0}', " "));
    assert_eq!(
        forms(Language::En),
        ["1 entity", "2 entities", "3 entities", "11 entities", "21 entities", "100 entities"]
    );
    assert_eq!(
        forms(Language::Ru),
        ["1 структура", "2 структуры", "3 структуры", "11 структур", "21 структура", "100 структур"]
    );
    assert_eq!(forms(Language::Ar), ["كيان واحد", "كيانان", "3 كيانات", "11 كيانا", "21 كيانا", "100 كيان"]);
    assert_eq!(of(Language::Fr).entities(0).replace('\u{a0}', " "), "0 entité");
    assert_eq!(of(Language::Es).entities(0).replace('\u{a0}', " "), "0 entidades");
}

#[test]
fn participles_follow_what_they_are_said_of() {
    let day = StatedDay::new("DAY", true);
    let said = |amount: &str, language| {
        let amount = amount.parse().expect("an amount");
        let (messages, noun) = (of(language), CountedNoun::of(amount, language));
        let labels = [messages.pledged_to_date(noun), messages.received_on_label(noun, day)].join("; ");
        format!("{} {labels}", headline(amount, language)).replace(['\u{a0}', '\u{202f}'], " ")
    };
    let amounts =
        ["USD 0", "USD 1", "USD 1.50", "USD 2", "USD 1000000", "USD 1500000", "GBP 1", "SEK 2", "TRY 1000000"];
    let mut lines = Vec::new();
    for language in [Language::Fr, Language::Es] {
        lines.extend(amounts.map(|amount| said(amount, language)));
    }
    // Neither the impersonal form of Russian nor the noun of Arabic follows anything.
    for language in [Language::Ru, Language::Ar] {
        lines.extend(["USD 0", "USD 1", "USD 2", "USD 1500000"].map(|amount| said(amount, language)));
    }
    insta::assert_snapshot!(lines.join("\n"), @r"
    0 dollar annoncé à ce jour; reçu au DAY
    1 dollar annoncé à ce jour; reçu au DAY
    1,50 dollar annoncé à ce jour; reçu au DAY
    2 dollars annoncés à ce jour; reçus au DAY
    1 million de dollars annoncés à ce jour; reçus au DAY
    1,5 million de dollars annoncés à ce jour; reçus au DAY
    1 livre sterling annoncée à ce jour; reçue au DAY
    2 couronnes suédoises annoncées à ce jour; reçues au DAY
    1 million de livres turques annoncées à ce jour; reçues au DAY
    0 dólares prometidos hasta la fecha; recibidos al DAY
    1 dólar prometido hasta la fecha; recibido al DAY
    1,50 dólares prometidos hasta la fecha; recibidos al DAY
    2 dólares prometidos hasta la fecha; recibidos al DAY
    1 millón de dólares prometidos hasta la fecha; recibidos al DAY
    1,5 millones de dólares prometidos hasta la fecha; recibidos al DAY
    1 libra esterlina prometida hasta la fecha; recibida al DAY
    2 coronas suecas prometidas hasta la fecha; recibidas al DAY
    1 millón de liras turcas prometidas hasta la fecha; recibidas al DAY
    0 долл. США объявлено на сегодняшний день; получено по состоянию на DAY
    1 долл. США объявлено на сегодняшний день; получено по состоянию на DAY
    2 долл. США объявлено на сегодняшний день; получено по состоянию на DAY
    1,5 млн долл. США объявлено на сегодняшний день; получено по состоянию на DAY
    0 دولار المبلغ المعلن حتى تاريخه; المبلغ الوارد في DAY
    دولار واحد المبلغ المعلن حتى تاريخه; المبلغ الوارد في DAY
    دولاران المبلغ المعلن حتى تاريخه; المبلغ الوارد في DAY
    1,5 مليون دولار المبلغ المعلن حتى تاريخه; المبلغ الوارد في DAY
    ");
}

#[test]
fn instalments_to_come_are_not_called_payments() {
    let said = |language: Language| {
        let messages = of(language);
        let words = [1, 3].map(|count| messages.instalments(count, "DAY", "KNOWN").replace('\u{a0}', " ")).join(" / ");
        format!("{words} / {}", messages.movement(MovementKind::Payment).expect("a word for a payment"))
    };
    insta::assert_snapshot!(Language::ALL.map(said).join("\n"), @r"
    قسط واحد: DAY / عدد الأقساط: 3؛ من DAY إلى KNOWN / دفعة
    一期，DAY / 分3期，DAY至KNOWN / 付款
    one instalment, DAY / three instalments, from DAY to KNOWN / payment
    une tranche : DAY / 3 tranches : DAY–KNOWN / versement
    один транш: DAY / число траншей: 3; DAY – KNOWN / платеж
    un plazo: DAY / 3 plazos: DAY–KNOWN / pago
    ");
}

#[test]
fn new_partners_follow_their_count() {
    let new = |language: Language, count| {
        plain(&of(language).new_partners(line!["NAMES"], count, "2025-04".parse().expect("a month")))
    };
    assert_eq!(new(Language::En, 1), "New funding partner in April 2025: NAMES.");
    assert_eq!(new(Language::En, 2), "New funding partners in April 2025: NAMES.");
    assert_eq!(new(Language::Fr, 2), "Nouveaux partenaires financiers en avril 2025\u{a0}: NAMES.");
    assert_eq!(new(Language::Ru, 21), "Новые партнеры по финансированию за апрель 2025\u{a0}года: NAMES.");
    assert_eq!(new(Language::Ar, 2), "شريكان جديدان في التمويل في نيسان/أبريل 2025: NAMES.");
    assert_eq!(new(Language::Zh, 3), "2025年4月新增供资伙伴：NAMES。");
    let year = |language: Language| plain(&of(language).new_partners_this_year(line!["NAMES"], 1, 2025));
    assert_eq!(year(Language::Es), "Nuevo asociado financiero desde el comienzo de 2025: NAMES.");
}

#[test]
fn a_span_of_years_has_its_word_once_in_russian() {
    let russian = of(Language::Ru);
    assert_eq!(russian.spread_over("2025\u{a0}год", "2027\u{a0}год"), "период: 2025–2027\u{a0}годы");
    assert_eq!(
        russian.spread_over("май 2025\u{a0}года", "2027\u{a0}год"),
        "период: май 2025\u{a0}года – 2027\u{a0}год"
    );
}

#[test]
fn a_month_within_an_arabic_text_has_both_of_its_names() {
    let sessions = "2025-01-06/2025-01-08, 2025-01-13".parse().unwrap();
    assert!(crate::dates::aside(&sessions, 2025, Language::Ar).contains("كانون\u{A0}الثاني/يناير"));
}
