//! How fast text is broken into lines: a month's worth, 60 paragraphs.
//!
//! The budget is 1.5 ms for an English month with words already shaped. A cold start opens the faces and shapes every
//! word once.

use briefing_layout::text::{Align, FontBook, ParagraphSpec, ShapeCache, Span, TextStyle, Weight, break_paragraph};
use briefing_model::{Direction, Language};

fn main() {
    divan::main();
}

const ENGLISH: [&str; 4] = [
    "The Office launched a network of associations of victims of terrorism, an initiative bringing together victims \
     from across the globe to support their rights and needs.",
    "Discussions focused on virtual assets, artificial intelligence and drones, with recommendations to strengthen \
     global responses and promote risk-based, coordinated approaches to countering the financing of terrorism.",
    "Parliamentarians, experts and technologists convened to advance legislative efforts against the misuse of new \
     technologies by terrorists.",
    "A regional workshop for 45 officials of nine Member States on protecting vulnerable targets.",
];
const ARABIC: [&str; 2] = [
    "يقدم المكتب الدعم في مجال بناء القدرات إلى الدول الأعضاء من خلال مركز الأمم المتحدة لمكافحة الإرهاب (UNCCT) وفرع \
     المشاريع الخاصة والابتكار.",
    "وقد أُنشئ المكتب بموجب قرار الجمعية العامة 71/291 المؤرخ 15 حزيران/يونيه 2017.",
];
const CHINESE: [&str; 2] = [
    "联合国反恐怖主义办公室通过联合国反恐怖主义中心以及“特别项目和创新处”（SPIB）向会员国提供能力建设支助。",
    "2018年12月，秘书长启动了《联合国全球反恐协调契约》，汇集46个实体；截至2025年4月30日，认捐总额达4.02亿美元。",
];
const FRENCH: [&str; 2] = [
    "Le Bureau appuie le renforcement des capacités des États Membres par l’intermédiaire du Centre des Nations Unies \
     pour la lutte contre le terrorisme et du Service des projets spéciaux et de l’innovation.",
    "Des parlementaires, des experts et des technologues se sont réunis à Saint-Pétersbourg\u{A0}: «\u{202F}une approche \
     à l’échelle du système\u{202F}».",
];

/// Sixty paragraphs, each with a bold lead and a place and date that no other has, so that not every word repeats.
fn month(texts: &[&str]) -> Vec<(String, String)> {
    (0..60)
        .map(|number| {
            let text = texts.get(number % texts.len()).copied().unwrap_or_default();
            (format!("Item {number}. "), format!("{text} (place{number}, {number} Apr)"))
        })
        .collect()
}

fn set(book: &FontBook, cache: &mut ShapeCache, month: &[(String, String)], lang: Language) -> usize {
    let body = TextStyle { size: 9.5, lang, ..TextStyle::default() };
    let strong = TextStyle { weight: Weight::Bold, ..body.clone() };
    let mut lines = 0;
    for (lead, text) in month {
        let spans = [Span { text: lead, style: &strong, tag: 0 }, Span { text, style: &body, tag: 1 }];
        let spec = ParagraphSpec {
            align: Align::Justify,
            direction: if lang == Language::Ar { Direction::RightToLeft } else { Direction::LeftToRight },
            hyphenate: true,
            ..ParagraphSpec::new(&spans)
        };
        lines += break_paragraph(book, cache, &spec, 240.0).lines.len();
    }
    lines
}

fn texts(lang: Language) -> &'static [&'static str] {
    match lang {
        Language::Ar => &ARABIC,
        Language::Zh => &CHINESE,
        Language::Fr => &FRENCH,
        _ => &ENGLISH,
    }
}

const LANGUAGES: [Language; 4] = [Language::En, Language::Fr, Language::Ar, Language::Zh];

#[divan::bench(args = LANGUAGES)]
fn warm(bencher: divan::Bencher<'_, '_>, lang: Language) {
    let (book, mut cache) = (FontBook::builtin(), ShapeCache::new());
    let month = month(texts(lang));
    set(&book, &mut cache, &month, lang);
    bencher.bench_local(|| set(&book, &mut cache, &month, lang));
}

#[divan::bench(args = LANGUAGES)]
fn cold(bencher: divan::Bencher<'_, '_>, lang: Language) {
    let month = month(texts(lang));
    bencher.bench_local(|| set(&FontBook::builtin(), &mut ShapeCache::new(), &month, lang));
}
