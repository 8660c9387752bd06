//! Words that bind to their neighbours, language by language, arranged for review.

use briefing_model::Language;

/// The words that bind to a neighbour in one language. An entry ending in `*` stands for all words with up to three more letters.
pub(super) struct Lists {
    /// Words bound to the figure before them: units, multiples, and words for the time of day.
    pub(super) units: &'static [&'static str],
    /// Words bound to such a word in turn.
    pub(super) after_units: &'static [(&'static str, &'static str)],
    /// Words bound to the Roman numeral or ordinal before them.
    pub(super) centuries: &'static [&'static str],
    /// Words bound to the name after them. An entry without a full stop also matches with one.
    pub(super) titles: &'static [&'static str],
    /// Words bound to the number after them: numbered parts of a text, and things identified by number.
    pub(super) numbered: &'static [&'static str],
    /// Words that are bound together wherever they occur.
    pub(super) pairs: &'static [(&'static str, &'static str)],
}

/// Unit symbols that no language translates, or that all languages in Latin script write alike.
#[rustfmt::skip]
pub(super) const SYMBOLS: &[&str] = &[
    "%", "‰", "°", "°C", "°F", "nm", "µm", "mm", "cm", "m", "km", "m²", "km²", "m³", "ha", "mg", "g", "kg", "t", "Mt",
    "ml", "cl", "l", "s", "ms", "h", "min", "km/h", "m/s", "m³/s", "W", "kW", "MW", "GW", "TW", "kWh", "MWh", "GWh",
    "TWh", "V", "kV", "Hz", "kHz", "MHz", "GHz", "hPa", "dB", "kB", "MB", "GB", "TB", "PB", "Mbit/s", "Gbit/s", "ppm",
    "€", "$", "£", "¥",
];

pub(super) const fn lists(language: Language) -> &'static Lists {
    match language {
        Language::Ar => &ARABIC,
        Language::Zh => &CHINESE,
        Language::En => &ENGLISH,
        Language::Fr => &FRENCH,
        Language::Ru => &RUSSIAN,
        Language::Es => &SPANISH,
    }
}

#[rustfmt::skip]
const ENGLISH: Lists = Lists {
    units: &["hundred", "thousand", "million", "billion", "trillion", "per", "percent", "a.m.", "p.m."],
    after_units: &[("per", "cent")],
    centuries: &["century", "centuries"],
    titles: &[
        "Mr", "Mrs", "Ms", "Mx", "Messrs", "Dr", "Prof", "St", "Mt", "Gen.", "Col.", "Lt", "Maj.", "Capt", "Sgt", "Rev.",
        "Hon.", "Amb.",
    ],
    numbered: &[
        "no.", "nos.", "article*", "art.", "arts.", "section*", "sect.", "sects.", "sec.", "chapter*", "chap.", "chaps.",
        "figure*", "fig.", "figs.", "table*", "page*", "p.", "pp.", "volume*", "vol.", "vols.", "paragraph*", "para.",
        "paras.", "annex*", "appendix", "part", "parts", "rule", "rules", "resolution*", "decision*", "document*",
        "item", "items", "goal", "goals", "target", "targets", "pillar*", "phase*", "note", "notes", "§", "§§",
    ],
    pairs: &[],
};

#[rustfmt::skip]
const FRENCH: Lists = Lists {
    units: &[
        "mille", "million", "millions", "milliard", "milliards", "billion", "billions", "pour", "heure", "heures",
        "degré", "degrés", "dollar", "dollars", "euro", "euros", "franc", "francs",
    ],
    after_units: &[("pour", "cent"), ("mille", "milliards")],
    centuries: &["siècle", "siècles"],
    titles: &[
        "M.", "MM.", "Mme", "Mmes", "Mlle", "Mlles", "Dr", "Dre", "Drs", "Pr", "Pre", "Me", "Mgr", "St", "Ste",
    ],
    numbered: &[
        "no", "nos", "n°", "nº", "article*", "art.", "chapitre*", "chap.", "section*", "sect.", "figure*", "fig.",
        "tableau*", "tabl.", "page*", "p.", "pp.", "volume*", "vol.", "tome*", "t.", "paragraphe*", "par.", "alinéa*",
        "annexe*", "appendice*", "partie*", "titre", "règle*", "résolution*", "décision*", "document*", "point",
        "points", "objectif*", "cible*", "pilier*", "phase*", "note", "notes", "§", "§§",
    ],
    pairs: &[],
};

#[rustfmt::skip]
const SPANISH: Lists = Lists {
    units: &[
        "mil", "millón", "millones", "billón", "billones", "por", "grado", "grados", "dólar", "dólares", "euro",
        "euros", "franco", "francos", "a.m.", "p.m.",
    ],
    after_units: &[("por", "ciento"), ("mil", "millones")],
    centuries: &[],
    titles: &[
        "Sr", "Sra", "Sres", "Sras", "Srta", "Dr", "Dra", "Dres", "Prof", "Profa", "Ing.", "Lic.", "D.ª", "Dña",
        "Excmo", "Excma", "Gral", "Cnel", "Mons.", "Sto", "Sta",
    ],
    numbered: &[
        "núm.", "núms.", "n.º", "nº", "artículo*", "art.", "arts.", "capítulo*", "cap.", "caps.", "sección",
        "secciones", "secc.", "figura*", "fig.", "figs.", "cuadro*", "gráfico*", "tabla*", "página*", "pág.", "págs.",
        "p.", "pp.", "volumen", "volúmenes", "vol.", "vols.", "tomo*", "párrafo*", "párr.", "párrs.", "apartado*",
        "inciso*", "anexo*", "apéndice*", "parte", "partes", "regla", "reglas", "resolución", "resoluciones",
        "decisión", "decisiones", "documento*", "tema", "temas", "objetivo*", "meta", "metas", "pilar*", "fase*",
        "nota", "notas", "siglo*", "§", "§§",
    ],
    pairs: &[],
};

#[rustfmt::skip]
const RUSSIAN: Lists = Lists {
    units: &[
        "тыс.", "млн", "млрд", "трлн", "тысяч", "тысячи", "миллион", "миллиона", "миллионов",
        "миллиард", "миллиарда", "миллиардов", "процент", "процента", "процентов", "год", "года",
        "году", "годом", "годах", "годы", "годов", "лет", "г.", "гг.", "км", "м", "см", "мм", "мкм", "км²", "м²", "м³",
        "кв.", "куб.", "га", "мг", "г", "кг", "т", "ц", "л", "мл", "ч", "ч.", "мин", "мин.", "сек.", "сут.", "мес.",
        "км/ч", "м/с", "Вт", "кВт", "МВт", "ГВт", "ТВт", "кВт·ч", "МВт·ч", "ГВт·ч", "Гц", "МГц", "ГГц", "МБ", "ГБ",
        "ТБ", "чел.", "экз.", "шт.", "долл.", "евро", "руб.", "коп.",
    ],
    after_units: &[
        ("тыс.", "долл."), ("млн", "долл."), ("млрд", "долл."), ("трлн", "долл."),
        ("тыс.", "евро"), ("млн", "евро"), ("млрд", "евро"),
        ("тыс.", "руб."), ("млн", "руб."), ("млрд", "руб."),
        ("тыс.", "чел."), ("млн", "чел."), ("тыс.", "т"), ("млн", "т"), ("тыс.", "га"), ("млн", "га"),
        ("кв.", "км"), ("кв.", "м"), ("куб.", "м"),
    ],
    centuries: &["в.", "вв.", "век*"],
    titles: &[
        "г-н", "г-на", "г-ну", "г-ном", "г-не", "г-да", "г-жа", "г-жи", "г-же", "г-жу", "г-жой", "д-р", "д-ра", "д-ру",
        "д-ром", "д-ре", "проф.", "акад.", "ген.", "полк.", "им.", "св.", "г.", "о.", "ул.", "пос.",
    ],
    numbered: &[
        "№", "№№", "стать*", "статей", "ст.", "глав*", "гл.", "раздел*", "часть*", "част*", "ч.", "пункт*", "п.", "пп.",
        "подпункт*", "подп.", "абз.", "рисун*", "рис.", "таблиц*", "табл.", "диаграмм*", "страниц*", "с.", "стр.",
        "том", "тома", "томе", "т.", "приложени*", "прил.", "резолюци*", "решени*", "документ*", "правил*", "цел*",
        "задач*", "этап*", "примечани*", "прим.", "§", "§§",
    ],
    pairs: &[("долл.", "США"), ("т.", "д."), ("т.", "п."), ("т.", "е."), ("т.", "к."), ("н.", "э.")],
};

/// Nouns are listed without the article and without the letters that Arabic prefixes to them.
#[rustfmt::skip]
const ARABIC: Lists = Lists {
    units: &[
        "ألف", "آلاف", "مليون", "ملايين", "بليون", "بلايين", "مليار", "مليارات", "تريليون", "في", "ملم", "مم", "سم",
        "م", "كم", "كلم", "م²", "كم²", "م³", "غ", "كغ", "كلغ", "متر", "مترا", "أمتار", "كيلومتر", "كيلومترا",
        "كيلومترات", "غرام", "غراما", "غرامات", "كيلوغرام", "كيلوغراما", "كيلوغرامات", "طن", "طنا", "أطنان", "لتر",
        "لترا", "لترات", "هكتار", "هكتارا", "هكتارات", "كيلوواط", "ميغاواط", "غيغاواط", "درجة", "درجات", "ساعة",
        "ساعات", "دقيقة", "دقائق", "دولار", "دولارا", "دولارات", "يورو",
    ],
    after_units: &[
        ("في", "المائة"), ("درجة", "مئوية"), ("درجات", "مئوية"),
        ("ألف", "دولار"), ("آلاف", "دولار"), ("مليون", "دولار"), ("ملايين", "دولار"), ("بليون", "دولار"),
        ("بلايين", "دولار"), ("مليار", "دولار"), ("تريليون", "دولار"),
        ("ألف", "يورو"), ("آلاف", "يورو"), ("مليون", "يورو"), ("ملايين", "يورو"), ("بليون", "يورو"),
    ],
    centuries: &[],
    titles: &["د."],
    numbered: &[
        "رقم", "مادة", "مادتين", "مواد", "فصل", "باب", "قسم", "فرع", "جزء", "فقرة", "فقرتين", "فقرات", "بند", "شكل",
        "جدول", "صفحة", "صفحات", "مجلد", "عدد", "مرفق", "ملحق", "قرار", "قراري", "مقرر", "وثيقة", "قاعدة", "هدف",
        "غاية", "ركيزة", "مرحلة", "حاشية", "ساعة", "قرن",
    ],
    pairs: &[],
};

/// Chinese has no spaces at these places; the layout knows its measure words.
const CHINESE: Lists = Lists { units: &[], after_units: &[], centuries: &[], titles: &[], numbered: &[], pairs: &[] };
