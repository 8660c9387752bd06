//! The forms of results, as other programs read them.

use briefing::forms::{Faults, ReportedFault};
use briefing::{Folder, Memory};

const TWICE: &str = "\
[office]
id = \"phares\"
name = \"Lighthouses\"

[[unit]]
id = \"light\"
name = \"Light\"
kind = \"branch\"

[[unit]]
id = \"light\"
name = \"Sound\"
kind = \"branch\"
";

#[test]
fn faults_keep_their_shape() {
    let faults = Faults::new(&Folder::new(Memory::new().with("office.toml", TWICE)).check());
    let json = serde_json::to_string_pretty(&faults).unwrap();
    assert_eq!(serde_json::from_str::<Faults>(&json).unwrap(), faults);
    insta::assert_snapshot!(json);
}

#[test]
fn a_place_is_whole_or_not_there() {
    let fault = |place: &str| {
        let json = format!(r#"{{"code":"O0101","severity":"error","message":"x","hint":null,"related":[]{place}}}"#);
        serde_json::from_str::<ReportedFault>(&json)
    };
    assert_eq!(fault("").unwrap().place, None);
    let error = fault(r#","file":"office.toml""#).unwrap_err();
    assert!(error.to_string().starts_with("a place has `file`, `line`, `column`, `end` and `excerpt`"), "{error}");
    assert!(fault(r#","file":null"#).is_err());
}
