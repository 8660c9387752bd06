//! The names by which an office and its months travel. A change here is a change of format.

use std::fmt::Debug;

use briefing_model::*;
use insta::{assert_json_snapshot, assert_snapshot};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::compile::office::{self, data, name, plan, read};

/// The JSON of a value, which reads back as that value.
fn wire<T: Serialize + DeserializeOwned + PartialEq + Debug>(value: &T) -> String {
    let json = serde_json::to_string(value).unwrap();
    assert_eq!(serde_json::from_str::<T>(&json).unwrap(), *value, "{json}");
    json
}

#[test]
fn an_office_with_everything() {
    let office = Office::new(data()).unwrap();
    assert_json_snapshot!(office);
    assert_eq!(wire(&office), wire(&data()), "an office travels as its data");
}

#[test]
fn a_month_with_everything() {
    assert_json_snapshot!(plan());
    wire(&plan());
}

#[test]
fn what_is_not_known_is_left_out() {
    assert_snapshot!(
        wire(&OfficeData::new(read("unoct"), name("Office"))),
        @r##"{"id":"unoct","name":"Office","sections":["glance","about","mandate","leadership","highlights","capacity-building","structure","recent-pledges","contributors","strategy"],"theme":{"accent":"#009EDB","ink":"#0B2545","paper":"a4"},"units":[],"ledger":{"currency":"USD","multi_year":"whole","organs":"apart"},"chart":{"show":10}}"##
    );
    assert_snapshot!(wire(&MonthPlan::new(read("2025-04"))), @r#"{"month":"2025-04"}"#);
    assert_snapshot!(
        wire(&Event::new(read("a"), Placement::Highlights, read("2025-04"), read("A."))),
        @r#"{"id":"a","placement":"highlights","when":"2025-04","text":"A."}"#
    );
    assert_snapshot!(
        wire(&Unit::new(read("a"), name("A"), UnitKind::Branch)),
        @r#"{"id":"a","name":"A","kind":"branch"}"#
    );
    assert_snapshot!(wire(&Programme::new(read("a"), name("A"))), @r#"{"id":"a","name":"A"}"#);
    assert_snapshot!(wire(&CoordinationBody::new(read("a"), name("A"))), @r#"{"id":"a","name":"A"}"#);
    assert_snapshot!(wire(&Mandate::default()), @"{}");
    assert_snapshot!(wire(&ChartSettings::default()), @r#"{"show":10}"#);
    assert_snapshot!(wire(&Theme::default()), @r##"{"accent":"#009EDB","ink":"#0B2545","paper":"a4"}"##);
    assert_snapshot!(wire(&Units::default()), @"[]");
    let board = AdvisoryBoard { members: 21, guests: vec![], since: None, chair: None, named_members: vec![] };
    assert_snapshot!(wire(&board), @r#"{"members":21}"#);
    let founding = FoundingContribution { contributor: read("QAT"), amount: None, when: read("2018"), basis: None };
    assert_snapshot!(wire(&founding), @r#"{"contributor":"QAT","when":"2018"}"#);
    assert_snapshot!(wire(&WorkingGroups { count: 8, since: None, revitalized: None, named: vec![] }), @r#"{"count":8}"#);
    assert_snapshot!(wire(&Committee { name: name("A"), since: None, chair: None }), @r#"{"name":"A"}"#);
    assert_snapshot!(wire(&Initiative { name: name("A"), since: None, until: None, chart: false }), @r#"{"name":"A"}"#);
    assert_snapshot!(wire(&Source { id: read("a"), title: name("A"), link: None }), @r#"{"id":"a","title":"A"}"#);
    let picture = Picture { caption: None, credit: None, orientation: Orientation::Upright, ..office::picture() };
    assert_snapshot!(
        wire(&picture),
        @r#"{"file":"2025-04/launch.jpg","alt":"Two people open a door","media":"jpeg","width":1200,"height":800,"orientation":"upright","digest":"0707070707070707070707070707070707070707070707070707070707070707"}"#
    );
}

#[test]
fn words_for_kinds() {
    use UnitKind::{Branch, Centre, Facility, Office, ProgrammeOffice, Section};
    assert_snapshot!(
        wire(&[Office, Centre, Branch, Section, ProgrammeOffice, Facility].to_vec()),
        @r#"["office","centre","branch","section","programme-office","facility"]"#
    );
    assert_snapshot!(
        wire(&SectionKind::ALL.to_vec()),
        @r#"["glance","about","mandate","leadership","highlights","capacity-building","structure","recent-pledges","contributors","strategy"]"#
    );
    let placements = vec![Placement::Leadership, Placement::Highlights, Placement::Unit(read("uncct"))];
    assert_snapshot!(wire(&placements), @r#"["leadership","highlights","uncct"]"#);
    assert_snapshot!(wire(&vec![Media::Jpeg, Media::Png]), @r#"["jpeg","png"]"#);
    assert_snapshot!(wire(&vec![Paper::A4, Paper::Letter]), @r#"["a4","letter"]"#);
    let orientations: Vec<Orientation> = (0..=9).filter_map(Orientation::from_exif).collect();
    assert_snapshot!(
        wire(&orientations),
        @r#"["upright","mirror","rotate180","flip","transpose","rotate90","transverse","rotate270"]"#
    );
}

#[test]
fn places_colours_and_digests() {
    let place = |state: Option<&str>, city: Option<&str>| Place::new(state.map(read), city.map(name)).unwrap();
    assert_snapshot!(wire(&place(Some("KAZ"), Some("Astana"))), @r#"{"state":"KAZ","city":"Astana"}"#);
    assert_snapshot!(wire(&place(None, Some("Vienna"))), @r#"{"city":"Vienna"}"#);
    assert_snapshot!(wire(&place(Some("KAZ"), None)), @r#"{"state":"KAZ"}"#);
    assert_snapshot!(wire(&read::<Colour>("#009edb")), @r##""#009EDB""##);
    assert_snapshot!(
        wire(&Digest::new([0x0f; 32])),
        @r#""0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f""#
    );
    assert_snapshot!(wire(&read::<AltText>(" A door ")), @r#""A door""#);
}

#[test]
fn what_makes_no_sense_does_not_come_in() {
    fn refused<T: DeserializeOwned + Debug>(json: &str) -> String {
        serde_json::from_str::<T>(json).unwrap_err().to_string()
    }
    assert_snapshot!(refused::<Place>("{}"), @"a place names a State, a city, or both");
    assert_snapshot!(
        refused::<Theme>(r##"{"accent":"#009EDB","ink":"#009EDB"}"##),
        @"the ink #009EDB is too light for small type on white: its contrast is 3.0 to 1, and WCAG asks for 4.5; #007EAF has it"
    );
    assert_snapshot!(
        refused::<Colour>(r#""blue""#),
        @"`blue` is not a colour: write `#` and six hexadecimal digits, as in `#009EDB`"
    );
    assert_snapshot!(refused::<Digest>(r#""ABCD""#), @"a digest is 64 hexadecimal digits in lower case");
    assert_snapshot!(
        refused::<AltText>(r#"" ""#),
        @"an alternative text says what the picture shows; this one has no word"
    );
    assert_snapshot!(
        refused::<SectionKind>(r#""news""#),
        @"unknown variant `news`, expected one of `glance`, `about`, `mandate`, `leadership`, `highlights`, `capacity-building`, `structure`, `recent-pledges`, `contributors`, `strategy` at line 1 column 6"
    );
    assert_snapshot!(
        refused::<Placement>(r#""No unit""#),
        @"`No unit` is not a section: write `leadership`, `highlights`, or the id of a unit"
    );
    assert_snapshot!(
        refused::<Office>(r#"{"id":"o","name":"O","sections":[],"units":[{"id":"a","name":"A","kind":"branch","parent":"b"}]}"#),
        @r"
    the office is invalid: R0301 at `unit[a].parent`: there is no unit `b`
    "
    );
    assert_snapshot!(
        refused::<Units>(r#"[{"id":"a","name":"A","kind":"branch","boss":"b"}]"#),
        @"unknown field `boss`, expected one of `id`, `name`, `acronym`, `kind`, `parent`, `since`, `until`, `known_since`, `opened`, `inaugurated`, `founding`, `board`, `host`, `resolution`, `link`, `formerly`, `chart` at line 1 column 44"
    );
    let picture = serde_json::to_string(&office::picture()).unwrap().replace("1200", "0");
    assert_snapshot!(
        refused::<Picture>(&picture),
        @"invalid value: integer `0`, expected a nonzero u32 at line 1 column 155"
    );
    let office = serde_json::to_string(&data()).unwrap().replace(r#""count":8"#, r#""count":0"#);
    assert_snapshot!(
        refused::<Office>(&office),
        @r"
    the office is invalid: T0211 at `body[compact].working-groups.named`: more working groups are named (1) than there are (0)
    "
    );
}
