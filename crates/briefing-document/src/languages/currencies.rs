//! The names of currencies other than the dollar and the euro, which each language writes in a way of its own.
//!
//! The names are those of CLDR 48 (Unicode licence), with three corrections: the genitives of the yen and the won in Russian, and the
//! gender of the Indian rupee in Arabic. Currencies that are not listed are written with their ISO 4217 codes.

use briefing_model::{Currency, Language};
use icu_plurals::PluralCategory;

use crate::numbers::{NO_BREAK, Numeral};

/// The names of a currency, in the forms that follow a number.
struct Names {
    code: &'static str,
    /// Singular and plural.
    fr: [&'static str; 2],
    /// Singular and plural.
    es: [&'static str; 2],
    /// After one, few and many, and after a number with decimals.
    ru: [&'static str; 4],
    ar: &'static str,
    zh: &'static str,
}

fn names(currency: Currency) -> Option<&'static Names> {
    NAMES.iter().find(|names| names.code == currency.code())
}

/// An amount in a currency other than dollars and euros.
pub(crate) fn amount(currency: Currency, number: &Numeral, language: Language) -> String {
    let written = &number.written;
    let code = currency.code();
    let Some(names) = names(currency) else {
        return with_code(code, written, language);
    };
    match language {
        Language::En => with_code(code, written, language),
        Language::Fr => number.counting([names.fr[0], &of(names.fr[1]), names.fr[1]]),
        Language::Es => number.counting([names.es[0], &of(names.es[1]), names.es[1]]),
        Language::Ru => {
            let [one, few, many, others] = names.ru;
            let noun = match number.category {
                PluralCategory::One => one,
                PluralCategory::Few => few,
                PluralCategory::Many => many,
                _ => others,
            };
            format!("{written}{NO_BREAK}{noun}")
        }
        Language::Ar => format!("{written}{NO_BREAK}{}", names.ar),
        Language::Zh => format!("{written}{}", names.zh),
    }
}

/// An amount in a currency other than dollars and euros, from the formatted number and multiple: "7,2 millions" of pounds.
pub(crate) fn multiple(currency: Currency, written: &str, language: Language) -> String {
    let code = currency.code();
    let Some(names) = names(currency) else {
        return with_code(code, written, language);
    };
    match language {
        Language::En => with_code(code, written, language),
        Language::Fr => format!("{written} {}", of(names.fr[1])),
        Language::Es => format!("{written} {}", of(names.es[1])),
        Language::Ru => format!("{written} {}", names.ru[2]),
        Language::Ar => format!("{written}{NO_BREAK}{}", names.ar),
        Language::Zh => format!("{written}{}", names.zh),
    }
}

/// A number with the code of its currency, which French, Russian and Spanish place after it.
pub(crate) fn with_code(code: &str, number: &str, language: Language) -> String {
    match language {
        Language::Fr | Language::Ru | Language::Es => format!("{number}{NO_BREAK}{code}"),
        Language::Ar | Language::En | Language::Zh => format!("{code}{NO_BREAK}{number}"),
    }
}

/// Whether the name of a currency is feminine, in the languages whose participles agree with it.
pub(crate) fn is_feminine(currency: Currency, language: Language) -> bool {
    let (of, feminine): (fn(&Names) -> &str, &[&str]) = match language {
        Language::Fr => (|names| names.fr[0], &["couronne", "livre", "roupie"]),
        Language::Es => (|names| names.es[0], &["corona", "libra", "lira", "rupia"]),
        Language::Ar | Language::En | Language::Ru | Language::Zh => return false,
    };
    let noun = names(currency).and_then(|names| of(names).split(' ').next());
    noun.is_some_and(|noun| feminine.contains(&noun))
}

/// None of the names begins with a vowel, before which French would elide the preposition.
fn of(name: &str) -> String {
    format!("de {name}")
}

#[rustfmt::skip]
static NAMES: [Names; 24] = [
    Names { code: "AUD", fr: ["dollar australien", "dollars australiens"], es: ["dólar australiano", "dólares australianos"], ru: ["австралийский доллар", "австралийских доллара", "австралийских долларов", "австралийского доллара"], ar: "دولار أسترالي", zh: "澳大利亚元" },
    Names { code: "BRL", fr: ["réal brésilien", "réals brésiliens"], es: ["real brasileño", "reales brasileños"], ru: ["бразильский реал", "бразильских реала", "бразильских реалов", "бразильского реала"], ar: "ريال برازيلي", zh: "巴西雷亚尔" },
    Names { code: "CAD", fr: ["dollar canadien", "dollars canadiens"], es: ["dólar canadiense", "dólares canadienses"], ru: ["канадский доллар", "канадских доллара", "канадских долларов", "канадского доллара"], ar: "دولار كندي", zh: "加拿大元" },
    Names { code: "CHF", fr: ["franc suisse", "francs suisses"], es: ["franco suizo", "francos suizos"], ru: ["швейцарский франк", "швейцарских франка", "швейцарских франков", "швейцарского франка"], ar: "فرنك سويسري", zh: "瑞士法郎" },
    Names { code: "CNY", fr: ["yuan renminbi chinois", "yuans renminbi chinois"], es: ["yuan renminbi", "yuanes renminbi"], ru: ["китайский юань", "китайских юаня", "китайских юаней", "китайского юаня"], ar: "يوان صيني", zh: "人民币" },
    Names { code: "DKK", fr: ["couronne danoise", "couronnes danoises"], es: ["corona danesa", "coronas danesas"], ru: ["датская крона", "датские кроны", "датских крон", "датской кроны"], ar: "كرونة دنماركية", zh: "丹麦克朗" },
    Names { code: "EGP", fr: ["livre égyptienne", "livres égyptiennes"], es: ["libra egipcia", "libras egipcias"], ru: ["египетский фунт", "египетских фунта", "египетских фунтов", "египетского фунта"], ar: "جنيه مصري", zh: "埃及镑" },
    Names { code: "GBP", fr: ["livre sterling", "livres sterling"], es: ["libra esterlina", "libras esterlinas"], ru: ["британский фунт стерлингов", "британских фунта стерлингов", "британских фунтов стерлингов", "британского фунта стерлингов"], ar: "جنيه إسترليني", zh: "英镑" },
    Names { code: "INR", fr: ["roupie indienne", "roupies indiennes"], es: ["rupia india", "rupias indias"], ru: ["индийская рупия", "индийские рупии", "индийских рупий", "индийской рупии"], ar: "روبية هندية", zh: "印度卢比" },
    Names { code: "JPY", fr: ["yen japonais", "yens japonais"], es: ["yen japonés", "yenes japoneses"], ru: ["японская иена", "японские иены", "японских иен", "японской иены"], ar: "ين ياباني", zh: "日元" },
    Names { code: "KES", fr: ["shilling kényan", "shillings kényans"], es: ["chelín keniano", "chelines kenianos"], ru: ["кенийский шиллинг", "кенийских шиллинга", "кенийских шиллингов", "кенийского шиллинга"], ar: "شلن كينيي", zh: "肯尼亚先令" },
    Names { code: "KRW", fr: ["won sud-coréen", "wons sud-coréens"], es: ["won surcoreano", "wons surcoreanos"], ru: ["южнокорейская вона", "южнокорейские воны", "южнокорейских вон", "южнокорейской воны"], ar: "وون كوريا الجنوبية", zh: "韩元" },
    Names { code: "MAD", fr: ["dirham marocain", "dirhams marocains"], es: ["dírham marroquí", "dírhams marroquíes"], ru: ["марокканский дирхам", "марокканских дирхама", "марокканских дирхамов", "марокканского дирхама"], ar: "درهم مغربي", zh: "摩洛哥迪拉姆" },
    Names { code: "MXN", fr: ["peso mexicain", "pesos mexicains"], es: ["peso mexicano", "pesos mexicanos"], ru: ["мексиканский песо", "мексиканских песо", "мексиканских песо", "мексиканского песо"], ar: "بيزو مكسيكي", zh: "墨西哥比索" },
    Names { code: "NGN", fr: ["naira nigérian", "nairas nigérians"], es: ["naira nigeriano", "nairas nigerianos"], ru: ["нигерийская найра", "нигерийские найры", "нигерийских найр", "нигерийской найры"], ar: "نايرا نيجيري", zh: "尼日利亚奈拉" },
    Names { code: "NOK", fr: ["couronne norvégienne", "couronnes norvégiennes"], es: ["corona noruega", "coronas noruegas"], ru: ["норвежская крона", "норвежские кроны", "норвежских крон", "норвежской кроны"], ar: "كرونة نرويجية", zh: "挪威克朗" },
    Names { code: "NZD", fr: ["dollar néo-zélandais", "dollars néo-zélandais"], es: ["dólar neozelandés", "dólares neozelandeses"], ru: ["новозеландский доллар", "новозеландских доллара", "новозеландских долларов", "новозеландского доллара"], ar: "دولار نيوزيلندي", zh: "新西兰元" },
    Names { code: "PLN", fr: ["zloty polonais", "zlotys polonais"], es: ["esloti polaco", "eslotis polacos"], ru: ["польский злотый", "польских злотых", "польских злотых", "польского злотого"], ar: "زلوتي بولندي", zh: "波兰兹罗提" },
    Names { code: "RUB", fr: ["rouble russe", "roubles russes"], es: ["rublo ruso", "rublos rusos"], ru: ["российский рубль", "российских рубля", "российских рублей", "российского рубля"], ar: "روبل روسي", zh: "俄罗斯卢布" },
    Names { code: "SEK", fr: ["couronne suédoise", "couronnes suédoises"], es: ["corona sueca", "coronas suecas"], ru: ["шведская крона", "шведские кроны", "шведских крон", "шведской кроны"], ar: "كرونة سويدية", zh: "瑞典克朗" },
    Names { code: "TRY", fr: ["livre turque", "livres turques"], es: ["lira turca", "liras turcas"], ru: ["турецкая лира", "турецкие лиры", "турецких лир", "турецкой лиры"], ar: "ليرة تركية", zh: "土耳其里拉" },
    Names { code: "XAF", fr: ["franc CFA (BEAC)", "francs CFA (BEAC)"], es: ["franco CFA de África Central", "francos CFA de África Central"], ru: ["франк КФА ВЕАС", "франка КФА ВЕАС", "франков КФА ВЕАС", "франка КФА ВЕАС"], ar: "فرنك وسط أفريقي", zh: "中非法郎" },
    Names { code: "XOF", fr: ["franc CFA (BCEAO)", "francs CFA (BCEAO)"], es: ["franco CFA de África Occidental", "francos CFA de África Occidental"], ru: ["франк КФА ВСЕАО", "франка КФА ВСЕАО", "франков КФА ВСЕАО", "франка КФА ВСЕАО"], ar: "فرنك غرب أفريقي", zh: "西非法郎" },
    Names { code: "ZAR", fr: ["rand sud-africain", "rands sud-africains"], es: ["rand sudafricano", "rands sudafricanos"], ru: ["южноафриканский рэнд", "южноафриканских рэнда", "южноафриканских рэндов", "южноафриканского рэнда"], ar: "راند جنوب أفريقيا", zh: "南非兰特" },
];
