//! Lists of names within a line, joined as each language does.

use briefing_model::Language;

use crate::inline::{LinePart, line, plain};
use crate::{Inlines, languages};

/// "A, B and C": without a comma before the last, as in United Nations English.
///
/// If an item contains a comma, all languages but Arabic separate the items with semicolons. Arabic has "and" before each.
pub(crate) fn and(items: Vec<Inlines>, language: Language) -> Inlines {
    let words: Vec<String> = items.iter().map(|item| plain(item)).collect();
    let crowded = words.iter().any(|words| words.contains([',', '،', '、', '，']));
    let last = words.len().saturating_sub(1);
    let usage = languages::of(language);
    let mut list = Inlines::new();
    for (index, (item, words)) in items.into_iter().zip(&words).enumerate() {
        if index > 0 {
            usage.separator(index == last, crowded, words).add_to(&mut list);
        }
        item.add_to(&mut list);
    }
    list
}

/// [`and`] for plain words.
pub(crate) fn and_words(items: &[String], language: Language) -> String {
    plain(&and(items.iter().map(|item| line![item.as_str()]).collect(), language))
}

/// "A; B; C": an enumeration of items that may contain commas.
pub(crate) fn enumerate(items: Vec<Inlines>, language: Language) -> Inlines {
    let semicolon = languages::of(language).phrases().semicolon;
    let mut list = Inlines::new();
    for (index, item) in items.into_iter().enumerate() {
        if index > 0 {
            semicolon.add_to(&mut list);
        }
        item.add_to(&mut list);
    }
    list
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(items: &[&str], language: Language) -> String {
        and_words(&items.iter().map(|item| (*item).to_owned()).collect::<Vec<_>>(), language)
    }

    #[test]
    fn each_language_joins_in_its_own_way() {
        assert_eq!(words(&["Germany", "Iraq", "Qatar"], Language::En), "Germany, Iraq and Qatar");
        assert_eq!(words(&["Allemagne", "Iraq"], Language::Fr), "Allemagne et Iraq");
        assert_eq!(words(&["Alemania", "Iraq"], Language::Es), "Alemania e Iraq");
        assert_eq!(words(&["Alemania", "Qatar"], Language::Es), "Alemania y Qatar");
        assert_eq!(words(&["agua", "hielo"], Language::Es), "agua y hielo");
        assert_eq!(words(&["Германия", "Ирак"], Language::Ru), "Германия и Ирак");
        assert_eq!(words(&["德国", "伊拉克", "卡塔尔"], Language::Zh), "德国、伊拉克和卡塔尔");
        assert_eq!(words(&["ألمانيا", "العراق", "قطر"], Language::Ar), "ألمانيا والعراق وقطر");
        assert_eq!(words(&["ألمانيا", "UNDP"], Language::Ar), "ألمانيا و\u{a0}UNDP");
    }

    #[test]
    fn a_comma_inside_an_item_calls_for_semicolons() {
        assert_eq!(words(&["Law, order", "peace"], Language::En), "Law, order; and peace");
        let unesco = "联合国教育、科学及文化组织";
        assert_eq!(words(&["丹麦", unesco, "世界自然基金会"], Language::Zh), format!("丹麦；{unesco}；世界自然基金会"));
        assert_eq!(words(&[unesco, "丹麦"], Language::Zh), format!("{unesco}；丹麦"));
        assert_eq!(words(&[unesco], Language::Zh), unesco);
        assert_eq!(words(&[], Language::En), "");
        assert_eq!(words(&["one"], Language::Ar), "one");
    }
}
