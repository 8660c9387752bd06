//! What States are called beside their official names.

use super::State;
use crate::Language;

/// Usual names by State: shorter, older or their own, and codes of sports and road traffic that differ from ISO's. Names that
/// differ from an official one by an article, an accent or what stands in brackets are not here.
const USUAL: &[(&str, &[&str])] = &[
    ("ARE", &["UAE", "Emirates", "Émirats", "EAU", "Emiratos", "ОАЭ", "Эмираты", "الإمارات", "阿联酋"]),
    ("AUT", &["Österreich"]),
    ("BGR", &["BUL"]),
    ("BIH", &["Bosnia", "Bosnie", "Босния", "البوسنة", "波黑"]),
    ("BLR", &["Belorussia", "Byelorussia", "Biélorussie", "Bielorrusia", "Белоруссия", "روسيا البيضاء"]),
    ("BRN", &["Brunei", "Brunéi", "Бруней", "بروني", "文莱"]),
    ("CAF", &["CAR", "Центральноафриканская Республика", "أفريقيا الوسطى", "中非"]),
    ("CHE", &["SUI", "Schweiz", "Svizzera", "Swiss"]),
    ("CHL", &["CHI"]),
    ("CHN", &["PRC", "PR China", "Chine populaire", "КНР"]),
    ("CIV", &["Ivory Coast", "Costa de Marfil", "Берег Слоновой Кости", "ساحل العاج", "象牙海岸"]),
    (
        "COD",
        &[
            "DRC",
            "DR Congo",
            "Democratic Republic of Congo",
            "Congo-Kinshasa",
            "RDC",
            "RD Congo",
            "Zaire",
            "ДРК",
            "刚果(金)",
            "刚果金",
        ],
    ),
    ("COG", &["Congo-Brazzaville", "Republic of Congo", "刚果(布)", "刚果布"]),
    ("CPV", &["Cape Verde", "Cap-Vert"]),
    ("CZE", &["Czech Republic", "République tchèque", "República Checa", "Чешская Республика", "التشيك", "捷克"]),
    ("DEU", &["GER", "Deutschland", "BRD", "FRG", "ФРГ"]),
    ("DNK", &["DEN", "Danmark"]),
    ("DZA", &["ALG"]),
    ("ESP", &["SPA"]),
    ("FIN", &["Suomi"]),
    ("FSM", &["Micronesia", "Micronésie", "Микронезия", "ميكرونيزيا", "密克罗尼西亚"]),
    (
        "GBR",
        &[
            "UK",
            "United Kingdom",
            "Great Britain",
            "Britain",
            "England",
            "Royaume-Uni",
            "Grande-Bretagne",
            "Angleterre",
            "Reino Unido",
            "Gran Bretaña",
            "Inglaterra",
            "Великобритания",
            "Соединенное Королевство",
            "Англия",
            "Британия",
            "المملكة المتحدة",
            "بريطانيا",
            "إنجلترا",
            "英国",
            "大不列颠",
        ],
    ),
    ("GRC", &["GRE", "Hellas"]),
    ("HRV", &["CRO", "Hrvatska"]),
    ("HUN", &["Magyarország"]),
    ("IDN", &["INA"]),
    ("IRN", &["IRI", "Persia"]),
    ("IRQ", &["Irak"]),
    ("JPN", &["JAP", "Nippon"]),
    ("KHM", &["CAM"]),
    ("KNA", &["St Kitts and Nevis", "St. Kitts"]),
    (
        "KOR",
        &["South Korea", "Korea", "Corée du Sud", "Corea del Sur", "Южная Корея", "كوريا الجنوبية", "韩国", "南韩"],
    ),
    ("LAO", &["Laos", "Лаос", "لاوس", "老挝"]),
    ("LCA", &["St Lucia"]),
    ("LVA", &["LAT"]),
    ("MDA", &["Moldova", "Moldavia", "Moldavie", "Молдавия", "Молдова", "مولدوفا", "摩尔多瓦"]),
    ("MKD", &["Macedonia", "Macédoine", "Македония", "مقدونيا", "马其顿"]),
    ("MMR", &["Burma", "Birmanie", "Birmania", "Бирма", "بورما"]),
    ("MYS", &["MAS"]),
    ("NGA", &["NGR"]),
    ("NLD", &["NED", "Holland", "Hollande", "Holanda", "Голландия", "Нидерланды", "هولندا", "荷兰"]),
    ("PHL", &["PHI"]),
    (
        "PRK",
        &[
            "North Korea",
            "DPRK",
            "RPDC",
            "Corée du Nord",
            "Corea del Norte",
            "Северная Корея",
            "КНДР",
            "كوريا الشمالية",
            "朝鲜",
            "北朝鲜",
        ],
    ),
    ("PRT", &["POR"]),
    ("PRY", &["PAR"]),
    ("PSE", &["Palestine", "Palestina", "Палестина", "فلسطين", "巴勒斯坦"]),
    ("ROU", &["ROM", "Rumania"]),
    ("RUS", &["Russia", "Russie", "Rusia", "Россия", "РФ", "روسيا", "俄罗斯", "俄国"]),
    ("SAU", &["KSA", "Saudi", "السعودية"]),
    ("SVK", &["Slovak Republic"]),
    ("SVN", &["SLO"]),
    ("SWE", &["Sverige"]),
    ("SWZ", &["Swaziland", "Swazilandia", "Свазиленд", "سوازيلند", "斯威士兰"]),
    ("SYR", &["Syria", "Syrie", "Siria", "Сирия", "سوريا", "سورية", "叙利亚"]),
    ("TLS", &["East Timor", "Timor", "Timor oriental", "Timor Oriental", "Восточный Тимор"]),
    ("TTO", &["Trinidad & Tobago", "Trinidad"]),
    ("TUR", &["Turkey", "Turquie", "Turquía", "Турция", "تركيا", "土耳其"]),
    ("TZA", &["Tanzania", "Tanzanie", "Tanzanía", "Танзания", "تنزانيا", "坦桑尼亚"]),
    ("URY", &["URU"]),
    (
        "USA",
        &[
            "US",
            "USA",
            "United States",
            "America",
            "États-Unis",
            "Estados Unidos",
            "EE UU",
            "EEUU",
            "США",
            "Соединенные Штаты",
            "Америка",
            "الولايات المتحدة",
            "أمريكا",
            "美国",
        ],
    ),
    ("VAT", &["Vatican", "Vatican City", "Vaticano", "Ватикан", "الفاتيكان", "梵蒂冈"]),
    ("VCT", &["St Vincent", "St Vincent and the Grenadines"]),
    ("VNM", &["Vietnam", "VIE", "Viêt Nam", "Вьетнам", "فيتنام", "越南"]),
    ("ZAF", &["RSA"]),
];

/// The State that goes by a name in any official language, or by a usual one, whatever its article, accents and brackets.
pub(super) fn named(written: &str) -> Option<State> {
    let plain = plain(written);
    if plain.is_empty() {
        return None;
    }
    State::all()
        .find(|state| names(*state).any(|name| self::plain(name) == plain))
        .or_else(|| State::all().find(|state| names(*state).any(|name| self::plain(without_brackets(name)) == plain)))
}

/// The State whose name is nearest to what was written, if one alone is, and a slip or two make the difference.
pub(super) fn nearly_named(written: &str) -> Option<State> {
    let plain = plain(written);
    let length = plain.chars().count();
    // Below that, one letter of another makes another name.
    if length < 5 {
        return None;
    }
    let allowed = if length < 9 { 1 } else { 2 };
    let mut best: Option<(usize, State, bool)> = None;
    for state in State::all() {
        for name in names(state).map(|name| self::plain(without_brackets(name))) {
            let Some(distance) = crate::suggest::distance_within(&plain, &name, allowed) else { continue };
            best = Some(match best {
                Some((nearest, ..)) if distance < nearest => (distance, state, true),
                Some((nearest, other, _)) if distance == nearest && other != state => (nearest, other, false),
                Some(best) => best,
                None => (distance, state, true),
            });
        }
    }
    best.filter(|&(_, _, alone)| alone).map(|(_, state, _)| state)
}

/// All its names, official ones first.
fn names(state: State) -> impl Iterator<Item = &'static str> {
    let official = Language::ALL.into_iter().flat_map(move |it| [state.short_name(it), state.formal_name(it)]);
    let usual =
        USUAL.iter().filter(move |(code, _)| *code == state.iso3()).flat_map(|(_, names)| names.iter().copied());
    official.chain(usual)
}

fn without_brackets(name: &str) -> &str {
    name.split(['(', '（']).next().unwrap_or_default()
}

/// A name in the form in which names are compared: small letters without accents, points, hyphens and a leading article.
fn plain(name: &str) -> String {
    let folded: String = name.to_lowercase().chars().filter_map(fold).collect();
    let words = folded.split_whitespace().collect::<Vec<_>>().join(" ");
    let articles = ["the ", "la ", "le ", "les ", "l ", "el ", "los ", "las "];
    articles.iter().find_map(|article| words.strip_prefix(article)).unwrap_or(&words).to_owned()
}

fn fold(c: char) -> Option<char> {
    Some(match c {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' => 'a',
        'ç' => 'c',
        'è' | 'é' | 'ê' | 'ë' | 'ё' => {
            if c == 'ё' {
                'е'
            } else {
                'e'
            }
        }
        'ì' | 'í' | 'î' | 'ï' | 'ı' => 'i',
        'ñ' => 'n',
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' => 'o',
        'ù' | 'ú' | 'û' | 'ü' => 'u',
        'ý' | 'ÿ' => 'y',
        '\'' | '’' | '-' | '‑' => ' ',
        '.' | ',' | '\u{307}' => return None,
        c => c,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn states_are_found_by_usual_names_in_six_languages() {
        let code = |name: &str| named(name).or_else(|| nearly_named(name)).map_or("-", State::iso3);
        for (wanted, names) in [
            (
                "NLD",
                &[
                    "Holland",
                    "Netherlands",
                    "The Netherlands",
                    "Pays-Bas",
                    "Países Bajos",
                    "Нидерланды",
                    "هولندا",
                    "荷兰",
                ][..],
            ),
            ("RUS", &["Russia", "Russie", "Rusia", "Россия", "روسيا", "俄罗斯", "russia"]),
            (
                "GBR",
                &["UK", "U.K.", "Great Britain", "Royaume-Uni", "Reino Unido", "Великобритания", "بريطانيا", "英国"],
            ),
            ("CIV", &["Ivory Coast", "Cote d'Ivoire", "Côte d’Ivoire", "Кот-д'Ивуар", "象牙海岸"]),
            ("USA", &["US", "U.S.A.", "America", "United States", "Etats-Unis", "Estados Unidos", "США"]),
            ("TUR", &["Turkey", "Turkiye", "Turquie", "Турция"]),
            ("BOL", &["Bolivia", "Bolivie", "Боливия"]),
            ("VEN", &["Venezuela"]),
            ("DEU", &["Deutschland", "GER", "Germny", "Alemania", "Federal Republic of Germany"]),
            ("-", &["TWN", "Taiwan", "UZE", "Nigera", "Nowhere", "Europe", "EU", "", "Iran Air", "Poolland"]),
        ] {
            for name in names {
                assert_eq!(code(name), wanted, "{name}");
            }
        }
    }

    #[test]
    fn each_name_is_of_one_state() {
        for (code, usual) in USUAL {
            for name in *usual {
                assert_eq!(named(name).map(State::iso3), Some(*code), "{name}");
            }
        }
    }
}
