//! Sorting names in the order of a language: the Unicode Collation Algorithm with CLDR's tailoring (Chinese by pinyin).

use std::cmp::Ordering;

use briefing_model::Language;
use icu_collator::options::CollatorOptions;
use icu_collator::{CollatorBorrowed, CollatorPreferences};

use crate::languages;

/// Sorts items by name, keeping items of the same name in their given order.
///
/// The collator is created only if there is something to sort.
pub(crate) fn sort_by_name<T>(items: &mut [T], language: Language, name: impl Fn(&T) -> String) {
    if items.len() > 1 {
        let compare = comparison(language);
        items.sort_by(|one, other| compare(&name(one), &name(other)));
    }
}

/// The comparison of names in a language.
fn comparison(language: Language) -> impl Fn(&str, &str) -> Ordering {
    let locale = languages::of(language).locale();
    // The data for these languages is compiled in, so a collator always exists.
    let collator = CollatorBorrowed::try_new(CollatorPreferences::from(&locale), CollatorOptions::default()).ok();
    move |one, other| match &collator {
        Some(collator) => collator.compare(one, other),
        None => one.cmp(other),
    }
}

#[cfg(test)]
mod tests {
    use briefing_model::State;

    use super::*;

    fn sorted(language: Language, states: &[&str]) -> Vec<String> {
        let states = states.iter().filter_map(|state| state.parse::<State>().ok());
        let mut names: Vec<String> = states.map(|state| state.short_name(language).to_owned()).collect();
        sort_by_name(&mut names, language, Clone::clone);
        names
    }

    #[test]
    fn each_language_has_an_order_of_its_own() {
        // By code point, names beginning with an accented letter or a letter such as Ё would come last.
        let states = ["SWE", "CIV", "EGY", "ESP", "ETH", "USA", "DEU"];
        assert_eq!(
            sorted(Language::Fr, &states),
            ["Allemagne", "Côte d'Ivoire", "Égypte", "Espagne", "États-Unis d'Amérique", "Éthiopie", "Suède"]
        );
        assert_eq!(sorted(Language::En, &["TUR", "TUN", "TKM"]), ["Tunisia", "Türkiye", "Turkmenistan"]);
        assert_eq!(
            sorted(Language::Es, &["ESP", "ETH", "AFG", "DEU"]),
            ["Afganistán", "Alemania", "España", "Etiopía"]
        );
        assert_eq!(sorted(Language::Ru, &["JPN", "IRQ", "YEM", "DEU"]), ["Германия", "Ирак", "Йемен", "Япония"]);
        assert_eq!(
            sorted(Language::Zh, &["DEU", "KAZ", "IRQ", "AFG"]),
            ["阿富汗", "德国", "哈萨克斯坦", "伊拉克"],
            "by pinyin"
        );
        assert_eq!(sorted(Language::Ar, &["YEM", "DEU", "QAT", "ESP"]), ["إسبانيا", "ألمانيا", "اليمن", "قطر"]);
    }

    #[test]
    fn what_has_the_same_name_stays_in_its_order() {
        let mut items = [("B", 1), ("A", 2), ("B", 0), ("A", 1)];
        sort_by_name(&mut items, Language::En, |(name, _)| (*name).to_owned());
        assert_eq!(items, [("A", 2), ("A", 1), ("B", 1), ("B", 0)]);
    }
}
