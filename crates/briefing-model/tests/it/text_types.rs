//! Laws that hold for every type that is written as text.

use std::fmt::{Debug, Display};
use std::str::FromStr;

use briefing_model::*;
use proptest::prelude::*;
use serde::Serialize;
use serde::de::DeserializeOwned;

/// What is read is written in one form, which reads back as the same value, from text and from JSON.
fn reads_back<T>(text: &str) -> Option<T>
where
    T: FromStr + Display + PartialEq + Debug + Serialize + DeserializeOwned,
    T::Err: Display,
{
    let value = match text.parse::<T>() {
        Ok(value) => value,
        Err(error) => {
            let message = error.to_string();
            assert!(!message.is_empty() && message.len() < 1000, "{message}");
            assert!(!message.contains('\n'), "{message}");
            assert!(serde_json::from_value::<T>(text.into()).is_err(), "serde accepts what FromStr refuses");
            return None;
        }
    };
    let canonical = value.to_string();
    match canonical.parse::<T>() {
        Ok(again) => assert_eq!(again, value, "from {text:?} by way of {canonical:?}"),
        Err(error) => panic!("{text:?} was written as {canonical:?}: {error}"),
    }
    let json = serde_json::to_string(&value).unwrap();
    assert_eq!(json, serde_json::to_string(&canonical).unwrap());
    assert_eq!(serde_json::from_str::<T>(&json).unwrap(), value);
    Some(value)
}

/// Everything, and what comes close to the accepted forms.
fn texts() -> impl Strategy<Value = String> {
    prop_oneof![
        2 => any::<String>(),
        1 => "[a-zA-Z0-9./_: -]{0,70}",
        2 => "[0-9]{4}(-[0-9]{2}){0,2}",
        3 => "(20[0-9]{2}(-[01][0-9](-[0-3][0-9])?)?|\\.\\.)([/, ]{1,2}(20[0-9]{2}(-[01][0-9](-[0-3][0-9])?)?|\\.\\.)){0,3}",
        2 => "[ASE](/RES)?/(S-|ES-)?[0-9]{1,4}/(L\\.)?[0-9]{1,4}(/(Rev|Add|Corr)\\.[0-9])?",
        1 => "[AS]/RES/[0-9]{1,4} ?\\([0-9XIV]{1,6}\\)",
        1 => "[a-zA-Z]{1,4}(-[a-zA-Z0-9]{1,5}){0,3}",
        1 => "(https?|mailto):(//)?[a-zA-Z0-9.@-]{1,20}(:[0-9]{1,6})?[/?#%a-z0-9é()*{} ]{0,20}",
        1 => "[A-Z]{2,4}",
    ]
}

proptest! {
    #[test]
    fn what_is_read_reads_back(text in texts()) {
        reads_back::<Language>(&text);
        reads_back::<LanguageTag>(&text);
        reads_back::<State>(&text);
        reads_back::<Year>(&text);
        reads_back::<Month>(&text);
        reads_back::<PartialDate>(&text);
        reads_back::<DateSpan>(&text);
        reads_back::<When>(&text);
        reads_back::<ResolutionSymbol>(&text);
        reads_back::<MandateFunction>(&text);
        reads_back::<Pillar>(&text);
        reads_back::<UnitId>(&text);
        reads_back::<EntryId>(&text);
        reads_back::<PartyRef>(&text);
        reads_back::<FactName>(&text);
        reads_back::<Link>(&text);
        reads_back::<RichText>(&text);
    }

    #[test]
    fn markup_reads_back(text in "[*]{0,3}([ab \n\\\\(){}\\[\\]]|\\*{1,6}|\\[a|b\\]\\(https://un\\.org/\\(\\)\\)|\\]\\{lang=fr\\}|\\{a\\.b\\}){0,14}") {
        reads_back::<RichText>(&text);
    }

    #[test]
    fn any_nesting_of_markup_can_be_written(tree in tree(4, false, false, false)) {
        let read = reads_back::<RichText>(&tree);
        prop_assert!(read.is_some(), "{tree:?} is refused: {}", tree.parse::<RichText>().unwrap_err());
    }

    #[test]
    fn plain_text_stands_for_itself(text in any::<String>()) {
        if let Ok(rich) = RichText::from_plain(&text) {
            let again = reads_back::<RichText>(&rich.to_string()).unwrap();
            prop_assert_eq!(again.plain(), rich.plain());
        }
    }

    #[test]
    fn names_read_back(english in any::<String>(), french in any::<String>()) {
        let Ok(name) = Name::new(english) else { return Err(TestCaseError::reject("blank")) };
        let name = name.clone().with(Language::Fr, french).unwrap_or(name);
        let json = serde_json::to_string(&name).unwrap();
        prop_assert_eq!(serde_json::from_str::<Name>(&json).unwrap(), name);
    }
}

/// Marked-up text that makes sense, with everything that may nest nested in everything else.
fn tree(depth: u8, strong: bool, emphasis: bool, link: bool) -> BoxedStrategy<String> {
    let leaf = prop_oneof![
        3 => "[a-zé]{1,6}( [a-z]{1,3})?",
        1 => Just("\\*".to_string()),
        1 => Just("{standing.pledged}".to_string()),
    ];
    let mut nodes: Vec<BoxedStrategy<String>> = vec![leaf.boxed()];
    if depth > 0 && !strong {
        nodes.push(tree(depth - 1, true, emphasis, link).prop_map(|text| format!("**{text}**")).boxed());
    }
    if depth > 0 && !emphasis {
        nodes.push(tree(depth - 1, strong, true, link).prop_map(|text| format!("*{text}*")).boxed());
    }
    if depth > 0 && !link {
        let target = "https://un\\.org/[a-z*()]{0,4}";
        nodes.push(
            (tree(depth - 1, strong, emphasis, true), target)
                .prop_map(|(text, target)| format!("[{text}]({})", target.replace('(', "\\(").replace(')', "\\)")))
                .boxed(),
        );
        nodes.push(tree(depth - 1, strong, emphasis, link).prop_map(|text| format!("[{text}]{{lang=fr}}")).boxed());
    }
    // Spaces between siblings: two marked texts that touch are one.
    prop::collection::vec(proptest::strategy::Union::new(nodes), 1..4).prop_map(|parts| parts.join(" ")).boxed()
}

#[test]
fn hostile_nesting_is_an_error() {
    for text in ["[", "*a **b [", "[*a **b ", "**[*", "{", "***", "[a](", "[a]{"] {
        for times in [20, 100_000] {
            let text = text.repeat(times);
            assert!(text.parse::<RichText>().is_err());
        }
    }
}

#[test]
fn a_long_text_is_read_in_linear_time() {
    // As long as a text may be; a quadratic parser would take minutes.
    let text = "***a** b* **c *d*** \\* [e](https://un.org/) {a.b} ";
    assert_eq!(text.repeat(1_900).parse::<RichText>().unwrap().facts().count(), 1_900);
    assert_eq!(text.repeat(20_000).parse::<RichText>().unwrap_err().fault(), &RichTextFault::TooLong);
}
