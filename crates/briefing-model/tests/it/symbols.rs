//! Document symbols, as the United Nations writes them.

use briefing_model::{Organ, ResolutionSymbol, Session, SymbolKind};

#[test]
fn each_form_is_read_as_what_it_is() {
    use Organ::{EconomicAndSocialCouncil, GeneralAssembly, SecurityCouncil};
    use SymbolKind::{Document, Draft, Resolution};

    let regular = |session| Some(Session::Regular(session));
    let cases = [
        ("A/RES/71/291", GeneralAssembly, Resolution, regular(71), None, 291),
        ("A/RES/3034 (XXVII)", GeneralAssembly, Resolution, regular(27), None, 3034),
        ("A/RES/S-10/2", GeneralAssembly, Resolution, Some(Session::Special(10)), None, 2),
        ("A/RES/ES-11/1", GeneralAssembly, Resolution, Some(Session::Emergency(11)), None, 1),
        ("A/64/L.69", GeneralAssembly, Draft, regular(64), None, 69),
        ("A/71/858", GeneralAssembly, Document, regular(71), None, 858),
        ("A/71/858/Corr.1", GeneralAssembly, Document, regular(71), None, 858),
        ("S/RES/2396 (2017)", SecurityCouncil, Resolution, None, Some(2017), 2396),
        ("S/2015/939", SecurityCouncil, Document, None, Some(2015), 939),
        ("S/2023/L.1/Rev.2", SecurityCouncil, Draft, None, Some(2023), 1),
        ("E/RES/2006/28", EconomicAndSocialCouncil, Resolution, None, Some(2006), 28),
        ("E/2025/L.3/Add.1", EconomicAndSocialCouncil, Draft, None, Some(2025), 3),
    ];
    for (text, organ, kind, session, year, number) in cases {
        let symbol: ResolutionSymbol = text.parse().unwrap();
        assert_eq!(symbol.to_string(), text);
        assert_eq!((symbol.organ(), symbol.kind()), (organ, kind), "{text}");
        assert_eq!((symbol.session(), symbol.year(), symbol.number()), (session, year, number), "{text}");
    }
}

#[test]
fn other_spellings_are_refused() {
    for text in [
        "71/291",
        "a/res/71/291",
        "A/RES/71/0291",
        "A/RES/71/",
        "A/RES/0/1",
        "A/RES/27/3034",
        "A/RES/3034 (XXXI)",
        "A/RES/3034 (IIII)",
        "A/RES/71/291/",
        "A/RES/71/291 ",
        "S/RES/2396",
        "S/RES/2396 (17)",
        "S/RES/2396 (2017",
        "S/RES/2396  (2017)",
        "S/RES/(2017)",
        "A/64/L69",
        "A/RES/999/1",
        "A/RES/71/9999999",
        "T/1/2",
    ] {
        assert!(text.parse::<ResolutionSymbol>().is_err(), "{text}");
    }
}
