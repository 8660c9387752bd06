//! What has a word has the same one in JSON, as text, and read from text.

use briefing_model::{
    Certainty, Direction, EntryKindName, Media, MovementKind, MovementSum, MultiYear, Newness, Organ, OrgansCount,
    Orientation, Paper, Precision, Region, Severity, StateStatus, SymbolKind, ThemeLook,
};

macro_rules! one_word {
    ($($type:ident),+ $(,)?) => {
        $(for one in $type::ALL {
            let word = one.to_string();
            assert_eq!(serde_json::to_value(one).unwrap(), word.as_str(), stringify!($type));
            assert_eq!(word.parse(), Ok(one), stringify!($type));
            assert_eq!(serde_json::from_value::<$type>(word.into()).unwrap(), one);
        })+
    };
}

#[test]
fn json_text_and_reading_have_one_word() {
    one_word!(
        Certainty,
        EntryKindName,
        Media,
        MovementKind,
        MovementSum,
        MultiYear,
        Newness,
        Organ,
        OrgansCount,
        Orientation,
        Paper,
        Region,
        StateStatus,
        SymbolKind,
        ThemeLook,
    );
    assert_eq!(Direction::RightToLeft.to_string(), "right-to-left");
    assert_eq!("month".parse(), Ok(Precision::Month));
    let error = "eror".parse::<Severity>().unwrap_err();
    assert_eq!(error.to_string(), "`eror` is not a severity: write error or warning");
}
