use insta::assert_snapshot;

use super::*;

const ABOUT: &str = "The Office provides its capacity-building support to Member States through the UN Counter-Terrorism \
    Centre (UNCCT) and the Special Projects and Innovation Branch (SPIB). UNCCT was established by an initial \
    contribution of the Kingdom of Saudi Arabia to the Counter-Terrorism Trust Fund in 2011. UNCCT has an Advisory \
    Board composed of 21 Member States plus the European Union (EU) as a Guest Member.";

const FRENCH: &str = "Le Bureau appuie le renforcement des capacités des États Membres par l’intermédiaire du Centre des \
    Nations Unies pour la lutte contre le terrorisme et du Service des projets spéciaux et de l’innovation\u{A0}: \
    «\u{202F}une approche à l’échelle du système\u{202F}», financée à hauteur de 335,8\u{A0}millions de dollars.";

const RUSSIAN: &str = "Управление оказывает государствам-членам поддержку в наращивании потенциала через \
    Контртеррористический центр Организации Объединенных Наций и Сектор специальных проектов и инноваций, \
    координируя противодействие насильственному экстремизму.";

const SPANISH: &str = "La Oficina presta apoyo para el desarrollo de la capacidad de los Estados Miembros por conducto del \
    Centro de las Naciones Unidas contra el Terrorismo y de la Subdivisión de Proyectos Especiales e Innovación, \
    establecida con una contribución del Estado de Qatar.";

const CHINESE: &str = "联合国反恐怖主义办公室通过联合国反恐怖主义中心（UNCCT）以及“特别项目和创新处”（SPIB）向会员国提供能力建设支助。\
    2018年12月，秘书长启动了《联合国全球反恐协调契约》，汇集46个实体；截至2025年4月30日，认捐总额达4.02亿美元。";

const ARABIC: &str = "يقدم المكتب الدعم في مجال بناء القدرات إلى الدول الأعضاء من خلال مركز الأمم المتحدة لمكافحة الإرهاب (UNCCT) \
    وفرع المشاريع الخاصة والابتكار. وقد أُنشئ المكتب بموجب قرار الجمعية العامة 71/291 المؤرخ 15 حزيران/يونيه 2017.";

fn broken(text: &str, lang: Language, align: Align, size: f32, width: f32) -> String {
    let style = TextStyle { lang, size, ..TextStyle::default() };
    let spans = [Span { text, style: &style, tag: 0 }];
    let direction = if lang == Language::Ar { Direction::RightToLeft } else { Direction::LeftToRight };
    let spec = ParagraphSpec { align, direction, hyphenate: true, ..ParagraphSpec::new(&spans) };
    shown(&Bench::new().set(&spec, width))
}

#[test]
fn english_in_a_column() {
    assert_snapshot!(broken(ABOUT, Language::En, Align::Justify, 9.5, 240.0), @r"
    The Office provides its capacity-building support to Mem-
    ber States through the UN Counter-Terrorism Centre
    (UNCCT) and the Special Projects and Innovation Branch
    (SPIB). UNCCT was established by an initial contribution
    of the Kingdom of Saudi Arabia to the Counter-Terrorism
    Trust Fund in 2011. UNCCT has an Advisory Board com-
    posed of 21 Member States plus the European Union (EU)
    as a Guest Member.
    ");
    assert_snapshot!(broken(ABOUT, Language::En, Align::Justify, 9.5, 120.0), @r"
    The Office provides its
    capacity-building support to
    Member States through the
    UN Counter-Terrorism Cen-
    tre (UNCCT) and the Spe-
    cial Projects and Innovation
    Branch (SPIB). UNCCT was
    established by an initial con-
    tribution of the Kingdom of
    Saudi Arabia to the Counter-
    Terrorism Trust Fund in 2011.
    UNCCT has an Advisory
    Board composed of 21 Mem-
    ber States plus the Euro-
    pean Union (EU) as a Guest
    Member.
    ");
    assert_snapshot!(broken(ABOUT, Language::En, Align::Start, 9.5, 150.0), @"
        The Office provides its capacity-
        building support to Member States
        through the UN Counter-Terrorism
        Centre (UNCCT) and the Special
        Projects and Innovation Branch
        (SPIB). UNCCT was established
        by an initial contribution of the
        Kingdom of Saudi Arabia to the
        Counter-Terrorism Trust Fund
        in 2011. UNCCT has an Advisory
        Board composed of 21 Member
        States plus the European Union
        (EU) as a Guest Member.
    ");
}

#[test]
fn french_in_a_column() {
    assert_snapshot!(broken(FRENCH, Language::Fr, Align::Justify, 9.5, 180.0), @"
        Le Bureau appuie le renforcement des
        capacités des États Membres par l’intermé-
        diaire du Centre des Nations Unies pour la
        lutte contre le terrorisme et du Service des
        projets spéciaux et de l’innovation : « une
        approche à l’échelle du système », financée
        à hauteur de 335,8 millions de dollars.
    ");
}

#[test]
fn russian_in_a_column() {
    assert_snapshot!(broken(RUSSIAN, Language::Ru, Align::Justify, 9.5, 160.0), @r"
    Управление оказывает
    государствам-членам поддержку
    в наращивании потенциала через
    Контртеррористический центр
    Организации Объединенных Наций
    и Сектор специальных проектов и
    инноваций, координируя противо-
    действие насильственному экстре-
    мизму.
    ");
}

#[test]
fn spanish_in_a_column() {
    assert_snapshot!(broken(SPANISH, Language::Es, Align::Justify, 9.5, 160.0), @r"
    La Oficina presta apoyo para el desa-
    rrollo de la capacidad de los Estados
    Miembros por conducto del Centro de
    las Naciones Unidas contra el Terro-
    rismo y de la Subdivisión de Proyectos
    Especiales e Innovación, establecida
    con una contribución del Estado de
    Qatar.
    ");
}

#[test]
fn chinese_in_a_column() {
    assert_snapshot!(broken(CHINESE, Language::Zh, Align::Justify, 10.0, 185.0), @r"
    联合国反恐怖主义办公室通过联合国反恐
    怖主义中心（UNCCT）以及“特别项目和
    创新处”（SPIB）向会员国提供能力建设
    支助。2018年12月，秘书长启动了《联
    合国全球反恐协调契约》，汇集46个实
    体；截至2025年4月30日，认捐总额达
    4.02亿美元。
    ");
}

#[test]
fn arabic_in_a_column() {
    assert_snapshot!(broken(ARABIC, Language::Ar, Align::Justify, 11.0, 200.0), @r"
    يقدم المكتب الدعم في مجال بناء القدرات إلى
    الدول الأعضاء من خلال مركز الأمم المتحدة لمكافحة
    الإرهاب (UNCCT) وفرع المشاريع الخاصة والابتكار.
    وقد أُنشئ المكتب بموجب قرار الجمعية العامة
    71/291 المؤرخ 15 حزيران/يونيه 2017.
    ");
}

/// A paragraph in each language, in every width from a stamp's to a page's. If a weight changes, some line ends elsewhere.
#[test]
fn lines_end_where_they_did() {
    let texts = [
        (Language::En, ABOUT),
        (Language::Fr, FRENCH),
        (Language::Ru, RUSSIAN),
        (Language::Es, SPANISH),
        (Language::Zh, CHINESE),
        (Language::Ar, ARABIC),
    ];
    let mut bench = Bench::new();
    let mut out = String::new();
    for (lang, text) in texts {
        let style = TextStyle { lang, size: 9.0, ..TextStyle::default() };
        let text = format!("{text} {} https://www.example.org/a/long/address", text.replace(' ', "  ").to_lowercase());
        let spans = [Span { text: &text, style: &style, tag: 0 }];
        let direction = if lang == Language::Ar { Direction::RightToLeft } else { Direction::LeftToRight };
        for align in [Align::Justify, Align::Start] {
            let spec = ParagraphSpec { align, direction, hyphenate: true, ..ParagraphSpec::new(&spans) };
            let widths = (36..330).step_by(3);
            let lines: Vec<String> = widths.map(|width| shown(&bench.set(&spec, width as f32))).collect();
            let count: usize = lines.iter().map(|lines| lines.lines().count()).sum();
            let digests = lines.chunks(14).map(|lines| format!(" {:08x}", crate::tests::digest(&lines.concat())));
            out.push_str(&format!("{lang} {align:?}: {count} lines{}\n", digests.collect::<String>()));
        }
    }
    assert_snapshot!(out);
}
