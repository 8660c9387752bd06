//! The JSON that each basic type is written as. It is what editions and other tools hold: it changes with care only.

use std::fmt::Debug;

use crate::names::name;
use briefing_model::*;
use insta::assert_snapshot;
use proptest::prelude::*;
use serde::Deserialize as _;
use serde::Serialize;
use serde::de::DeserializeOwned;

/// The JSON of a value, which reads back as that value.
fn wire<T: Serialize + DeserializeOwned + PartialEq + Debug>(value: T) -> String {
    let json = serde_json::to_string(&value).unwrap();
    assert_eq!(serde_json::from_str::<T>(&json).unwrap(), value, "{json}");
    json
}

/// The JSON of what a text is read as.
fn read<T>(text: &str) -> String
where
    T: std::str::FromStr + Serialize + DeserializeOwned + PartialEq + Debug,
    T::Err: Debug,
{
    wire(text.parse::<T>().unwrap())
}

#[test]
fn languages() {
    assert_snapshot!(wire(Language::ALL.to_vec()), @r#"["ar","zh","en","fr","ru","es"]"#);
    assert_snapshot!(read::<LanguageTag>("zh-hant-tw"), @r#""zh-Hant-TW""#);
    assert_snapshot!(wire(vec![Direction::LeftToRight, Direction::RightToLeft]), @r#"["left-to-right","right-to-left"]"#);
}

#[test]
fn names() {
    let name = Name::new("European Union").unwrap();
    assert_snapshot!(wire(name.clone()), @r#""European Union""#);
    assert_snapshot!(wire(name.clone().with(Language::Fr, "Union européenne").unwrap()), @r#"{"en":"European Union","fr":"Union européenne"}"#);
    assert_snapshot!(wire(FormerName { name, acronym: None, until: "2022".parse().unwrap() }), @r#"{"name":"European Union","until":"2022"}"#);
}

#[test]
fn states() {
    assert_snapshot!(read::<State>("DEU"), @r#""DEU""#);
    assert_snapshot!(wire(vec![StateStatus::Member, StateStatus::Observer]), @r#"["member","observer"]"#);
    assert_snapshot!(wire([Region::Africa, Region::Americas, Region::Asia, Region::Europe, Region::Oceania].to_vec()), @r#"["africa","americas","asia","europe","oceania"]"#);
    let mut subregions: Vec<Subregion> = State::all().map(State::subregion).collect();
    subregions.sort();
    subregions.dedup();
    assert_snapshot!(wire(subregions), @r#"["northern-africa","sub-saharan-africa","latin-america-and-the-caribbean","northern-america","central-asia","eastern-asia","south-eastern-asia","southern-asia","western-asia","eastern-europe","northern-europe","southern-europe","western-europe","australia-and-new-zealand","melanesia","micronesia","polynesia"]"#);
}

#[test]
fn dates() {
    assert_snapshot!(read::<Year>("2025"), @r#""2025""#);
    assert_snapshot!(read::<Month>("2025-04"), @r#""2025-04""#);
    assert_snapshot!(read::<PartialDate>("2025-04-30"), @r#""2025-04-30""#);
    assert_snapshot!(read::<DateSpan>("2025-04-29/2025-04-30"), @r#""2025-04-29/2025-04-30""#);
    assert_snapshot!(wire(vec![Precision::Day, Precision::Month, Precision::Year]), @r#"["day","month","year"]"#);
    let whens =
        ["2025-04-30", "2025-04", "2011", "2025-04-29/2025-04-30", "2025-04-02,2025-04-09", "2019/..", "../2022-06"];
    let whens: Vec<When> = whens.into_iter().map(|when| when.parse().unwrap()).collect();
    assert_snapshot!(wire(whens), @r#"["2025-04-30","2025-04","2011","2025-04-29/2025-04-30","2025-04-02, 2025-04-09","2019/..","../2022-06"]"#);
}

#[test]
fn resolutions() {
    assert_snapshot!(read::<ResolutionSymbol>("S/RES/2396(2017)"), @r#""S/RES/2396 (2017)""#);
    assert_snapshot!(wire(resolution(false)), @r#"{"symbol":"A/RES/77/298"}"#);
    assert_snapshot!(wire(resolution(true)), @r#"{"symbol":"A/RES/77/298","adopted":"2023-06-22","distributed":"2023-07-03"}"#);
    assert_snapshot!(wire(vec![Organ::GeneralAssembly, Organ::SecurityCouncil, Organ::EconomicAndSocialCouncil]), @r#"["general-assembly","security-council","economic-and-social-council"]"#);
    assert_snapshot!(wire(vec![SymbolKind::Resolution, SymbolKind::Draft, SymbolKind::Document]), @r#"["resolution","draft","document"]"#);
    assert_snapshot!(wire(vec![Session::Regular(71), Session::Special(10), Session::Emergency(11)]), @r#"[{"regular":71},{"special":10},{"emergency":11}]"#);
}

fn resolution(dated: bool) -> Resolution {
    let day = |text: &str| dated.then(|| text.parse::<PartialDate>().unwrap().first_day());
    Resolution { symbol: "A/RES/77/298".parse().unwrap(), adopted: day("2023-06-22"), distributed: day("2023-07-03") }
}

#[test]
fn functions_and_pillars() {
    assert_snapshot!(wire(MandateFunction::ALL.to_vec()), @r#"["leadership","coordination","delivery","visibility","priority"]"#);
    assert_snapshot!(wire(Pillar::ALL.to_vec()), @r#"["I","II","III","IV"]"#);
}

#[test]
fn ids() {
    assert_snapshot!(read::<UnitId>("uncct"), @r#""uncct""#);
    assert_snapshot!(read::<ProgrammeId>("ct-travel"), @r#""ct-travel""#);
    assert_snapshot!(read::<BodyId>("compact"), @r#""compact""#);
    assert_snapshot!(read::<PartyId>("undp"), @r#""undp""#);
    assert_snapshot!(read::<FundId>("trust-fund"), @r#""trust-fund""#);
    assert_snapshot!(read::<EventId>("votan-launch"), @r#""votan-launch""#);
    assert_snapshot!(read::<PictureId>("votan-1"), @r#""votan-1""#);
    assert_snapshot!(read::<SourceId>("briefing-2025-04"), @r#""briefing-2025-04""#);
    assert_snapshot!(read::<EntryId>("OCT/2025-017"), @r#""OCT/2025-017""#);
}

#[test]
fn parties() {
    assert_snapshot!(wire(vec![PartyRef::State("DEU".parse().unwrap()), PartyRef::Party("undp".parse().unwrap())]), @r#"["DEU","undp"]"#);
    assert_snapshot!(wire(party(PartyKind::PooledFund, None)), @r#"{"id":"opf","name":"Our Pooled Fund","kind":"pooled-fund"}"#);
    assert_snapshot!(wire(party(PartyKind::UnEntity, Some("OPF"))), @r#"{"id":"opf","name":"Our Pooled Fund","acronym":"OPF","kind":"un-entity","formerly":[{"name":"Pooled Fund","until":"2019-05"}]}"#);
    assert_snapshot!(wire(vec![
        PartyKind::IntergovernmentalOrganization,
        PartyKind::UnEntity,
        PartyKind::PooledFund,
        PartyKind::NonState,
        PartyKind::StateOrgan { state: "QAT".parse().unwrap() },
        PartyKind::Person { office: Name::new("Special Envoy").unwrap() },
    ]), @r#"["intergovernmental-organization","un-entity","pooled-fund","non-state",{"state-organ":{"state":"QAT"}},{"person":{"office":"Special Envoy"}}]"#);
}

fn party(kind: PartyKind, acronym: Option<&str>) -> Party {
    Party {
        id: "opf".parse().unwrap(),
        name: Name::new("Our Pooled Fund").unwrap(),
        acronym: acronym.map(|acronym| Name::new(acronym).unwrap()),
        kind,
        formerly: acronym
            .map(|_| FormerName {
                name: Name::new("Pooled Fund").unwrap(),
                acronym: None,
                until: "2019-05".parse().unwrap(),
            })
            .into_iter()
            .collect(),
    }
}

#[test]
fn texts() {
    assert_snapshot!(read::<RichText>("**a** *b*\n[c](https://un.org/) [d]{lang=FR} {e.f} \\*"), @r#""**a** *b* [c](https://un.org/) [d]{lang=fr} {e.f} \\*""#);
    assert_snapshot!(read::<FactName>("standing.pledged"), @r#""standing.pledged""#);
    assert_snapshot!(read::<Link>("HTTPS://un.org/"), @r#""https://un.org/""#);
}

#[test]
fn unknown_fields_are_refused() {
    let refused = |error: serde_json::Error| assert!(error.to_string().contains("unknown field"), "{error}");
    refused(serde_json::from_str::<Resolution>(r#"{"symbol":"A/RES/71/291","dated":"2017"}"#).unwrap_err());
    refused(serde_json::from_str::<FormerName>(r#"{"name":"a","until":"2022","since":"2020"}"#).unwrap_err());
    refused(serde_json::from_str::<Party>(r#"{"id":"a","name":"a","kind":"un-entity","x":1}"#).unwrap_err());
    refused(serde_json::from_str::<PartyKind>(r#"{"state-organ":{"state":"QAT","x":1}}"#).unwrap_err());
}

fn kind() -> impl Strategy<Value = PartyKind> {
    let state = prop::sample::select(State::all().collect::<Vec<_>>());
    prop_oneof![
        Just(PartyKind::IntergovernmentalOrganization),
        Just(PartyKind::UnEntity),
        Just(PartyKind::PooledFund),
        Just(PartyKind::NonState),
        state.prop_map(|state| PartyKind::StateOrgan { state }),
        name().prop_map(|office| PartyKind::Person { office }),
    ]
}

proptest! {
    #[test]
    fn any_party_reads_back(
        id in "[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,2}".prop_filter_map("the letters of a State", |id| id.parse::<PartyId>().ok()),
        name in name(),
        acronym in prop::option::of(name()),
        kind in kind(),
        former in prop::collection::vec((name(), 1900..2200_i32), 0..3),
    ) {
        let former = former.into_iter().map(|(name, year)| FormerName { name, acronym: None, until: Year::new(year).unwrap().into() });
        wire(Party { id, name, acronym, kind, formerly: former.collect() });
    }
}

/// A form that writes the values of a record in order, without their keys, as MessagePack and others do.
struct InOrder(Vec<&'static str>);

impl<'de> serde::Deserializer<'de> for InOrder {
    type Error = serde::de::value::Error;

    fn deserialize_any<V: serde::de::Visitor<'de>>(self, visitor: V) -> Result<V::Value, Self::Error> {
        visitor.visit_seq(serde::de::value::SeqDeserializer::new(self.0.into_iter()))
    }

    fn is_human_readable(&self) -> bool {
        false
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct
        newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

#[test]
fn values_without_their_keys_are_no_record() {
    // What was left out would be taken for what comes next.
    let error = Fund::deserialize(InOrder(vec!["trust-fund", "Trust Fund", "TF"])).unwrap_err();
    assert_snapshot!(error.to_string(), @"invalid type: sequence, expected an object");
    assert!(Coverage::deserialize(InOrder(vec!["documented"])).is_err());
}
