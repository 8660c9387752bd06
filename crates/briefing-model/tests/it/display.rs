//! Ids, codes, dates and money take the width that is asked of them as one piece, and read back from what they write.

use std::fmt::Display;
use std::str::FromStr;

use briefing_model::*;

fn is_one_piece<T: FromStr + Display + PartialEq + std::fmt::Debug>(text: &str)
where
    T::Err: std::fmt::Debug,
{
    let value: T = text.parse().unwrap();
    assert_eq!(value.to_string(), text);
    assert_eq!(value.to_string().parse::<T>().unwrap(), value);
    let width = text.chars().count() + 5;
    assert_eq!(format!("{value:width$}|"), format!("{text:<width$}|"), "filled at its end");
    assert_eq!(format!("{value:>width$}|"), format!("{text:>width$}|"), "filled before it");
}

#[test]
fn a_width_is_that_of_the_whole() {
    is_one_piece::<OfficeId>("unoct");
    is_one_piece::<EntryId>("OCT/2025-017");
    is_one_piece::<State>("DEU");
    is_one_piece::<PartyRef>("DEU");
    is_one_piece::<PartyRef>("undp");
    is_one_piece::<Currency>("EUR");
    is_one_piece::<Code>("M0103");
    is_one_piece::<Language>("fr");
    is_one_piece::<LanguageTag>("pt-BR");
    is_one_piece::<Pillar>("III");
    is_one_piece::<SectionKind>("recent-pledges");
    is_one_piece::<EventMode>("in-person");
    is_one_piece::<ItemDetail>("part-of");
    is_one_piece::<Placement>("leadership");
    is_one_piece::<Placement>("uncct");
    is_one_piece::<Year>("2025");
    is_one_piece::<Month>("2025-04");
    is_one_piece::<PartialDate>("2025-04-30");
    is_one_piece::<DateSpan>("2025-04-29/2025-04-30");
    is_one_piece::<When>("2025-04-29");
    is_one_piece::<When>("2025-04-02, 2025-04-09/2025-04-10");
    is_one_piece::<When>("[2025-04-14..2025-04-25]");
    is_one_piece::<When>("2019/..");
    is_one_piece::<ResolutionSymbol>("A/RES/71/291");
    is_one_piece::<ResolutionSymbol>("S/RES/2178 (2014)");
    is_one_piece::<Figure>("contributors.DEU.received");
    is_one_piece::<Figure>("month.pledged");
    is_one_piece::<FactName>("standing.pledged");
    is_one_piece::<TextKey>("votan.text");
    is_one_piece::<Purpose>("unit:uncct");
    is_one_piece::<Colour>("#009EDB");
    is_one_piece::<Money>("USD 92615.00");
    is_one_piece::<Amount>("EUR 0.50");
    is_one_piece::<Link>("https://www.un.org/counterterrorism/");
    is_one_piece::<Digest>("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    is_one_piece::<Certainty>("unverified");
    is_one_piece::<MultiYear>("as-due");
    is_one_piece::<OrgansCount>("with-state");
    is_one_piece::<Severity>("warning");
    is_one_piece::<Measure>("outstanding");
    is_one_piece::<UnitKind>("programme-office");
    is_one_piece::<EntryKindName>("opening-balance");
    is_one_piece::<BreakdownBy>("programme");
    is_one_piece::<Precision>("month");
    is_one_piece::<RichText>("A **visit** to [Doha](https://www.un.org).");
    is_one_piece::<MandateFunction>(MandateFunction::ALL[0].as_str());
}

#[test]
fn so_is_the_width_of_what_is_only_written() {
    let path = FieldPath::entry(Some("P-1".parse().unwrap())).key("amount");
    let documented = Knowledge::Documented("USD 5.00".parse::<Money>().unwrap());
    let mut contributor = Contributor::from("NLD".parse::<PartyRef>().unwrap());
    contributor.on_behalf_of = Some("undp".parse().unwrap());
    let parts = PartKey::Several(vec!["unit:uncct".parse().unwrap(), "unit:hrgs".parse().unwrap()]);
    let yearly = Schedule::Yearly { from: "2025".parse().unwrap(), until: Some("2027".parse().unwrap()) };
    let values: [&dyn Display; 6] = [&path, path.subject(), &documented, &contributor, &parts, &yearly];
    for value in values {
        let text = value.to_string();
        assert_eq!(format!("{value:>40}|"), format!("{text:>40}|"));
    }
}
