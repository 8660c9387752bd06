//! Tells, without laying it out, that a document cannot have missing or lost text.

use briefing_document::{CaptionedPicture, Document, Element, Style, Visitor, Words};
use briefing_model::Language;

use crate::blocks;
use crate::look::Look;
use crate::text::FontBook;

/// Whether it is certain that the pages of a document neither lack a character nor lose one.
///
/// True if all its characters, including those of running heads and feet, are letters, digits, punctuation, signs and spaces that a
/// built-in face has and that neither change nor hide each other, and if they are few enough to fit on `pages` pages.
///
/// ```
/// use briefing_document::compose;
/// use briefing_layout::text::FontBook;
/// use briefing_layout::is_plain_document;
/// use briefing_model::Language;
///
/// # let item = "[[item]]\nid = 'visit'\nsection = 'leadership'\nwhen = 2025-04-28\ntext = 'A visit.'\n";
/// # let files = briefing_office::Memory::new()
/// #     .with("office.toml", "[office]\nid = 'unoct'\nname = 'Office'\n")
/// #     .with("2025-04/briefing.toml", item);
/// # let month = briefing_office::read_month(&files, "2025-04".parse()?).into_result()?;
/// let document = compose(&month.briefing, Language::En)?.document;
/// let fonts = FontBook::builtin();
/// assert!(is_plain_document(&document, &fonts, 200));
/// assert!(!is_plain_document(&document, &fonts, 2), "it may be longer, for all that is looked at");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn is_plain_document(document: &Document, fonts: &FontBook, pages: usize) -> bool {
    let running = &document.running;
    let mut reader = Reader { fonts, known: vec![0; KNOWN], is_plain: true, pages: 0 };
    for words in
        [Some(&running.head_start), Some(&running.foot_mark), running.disclaimer.as_ref()].into_iter().flatten()
    {
        reader.text(words);
    }
    for words in [&running.head_end, &running.foot_start, &running.page_of, &running.continued] {
        reader.text(&words.as_str().into());
    }
    document.visit(&mut reader);
    reader.is_plain && reader.pages <= pages
}

/// The largest width in points at which pages in a style show a picture, wherever it is placed.
///
/// ```
/// use briefing_document::{CaptionedPicture, Element, Visitor, Words, compose};
/// use briefing_layout::widest_picture;
/// use briefing_model::{Briefing, Language};
///
/// #[derive(Default)]
/// struct Pictures(Vec<CaptionedPicture>);
///
/// impl Visitor for Pictures {
///     fn open(&mut self, _: Element) {}
///     fn text(&mut self, _: &Words) {}
///     fn picture(&mut self, figure: &CaptionedPicture) {
///         self.0.push(figure.clone());
///     }
///     fn close(&mut self) {}
/// }
///
/// # let item = "[[item]]\nid = 'visit'\nsection = 'leadership'\nwhen = 2025-04-28\ntext = 'A visit.'\npicture = { file = 'a.svg', alt = 'A lamp.' }\n";
/// # let files = briefing_office::Memory::new()
/// #     .with("office.toml", "[office]\nid = 'unoct'\nname = 'Office'\n")
/// #     .with("2025-04/a.svg", "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 40 40'><rect width='40' height='40'/></svg>")
/// #     .with("2025-04/briefing.toml", item);
/// # let month = briefing_office::read_month(&files, "2025-04".parse()?).into_result()?;
/// let document = compose(&month.briefing, Language::En)?.document;
/// let mut pictures = Pictures::default();
/// document.visit(&mut pictures);
/// assert!((100.0..500.0).contains(&widest_picture(&document.style, &pictures.0[0])));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn widest_picture(style: &Style, figure: &CaptionedPicture) -> f32 {
    Look::new(style, Language::En).measure().min(blocks::widest(figure))
}

/// A page filled with text alone has at least this many characters.
const LEAST_ON_A_PAGE: usize = 200;

/// The number of words for one bit per character up to U+FFFF, beyond which no character is plain.
const KNOWN: usize = 0x1_0000 / 64;

/// The visitor that reads everything drawn.
struct Reader<'f> {
    fonts: &'f FontBook,
    /// A bit for each character found to be plain.
    known: Vec<u64>,
    is_plain: bool,
    /// An upper bound on the number of pages for what was read.
    pages: usize,
}

impl Visitor for Reader<'_> {
    fn open(&mut self, _: Element) {}

    fn text(&mut self, words: &Words) {
        self.pages += 1 + words.len() / LEAST_ON_A_PAGE;
        self.is_plain = self.is_plain && self.all_plain(words);
    }

    fn picture(&mut self, _: &CaptionedPicture) {
        self.pages += 1;
    }

    fn close(&mut self) {}
}

impl Reader<'_> {
    fn all_plain(&mut self, text: &str) -> bool {
        let mut before = ' ';
        text.chars().all(|c| {
            // A vowel mark attaches to the letter before it, and a face that has both draws them.
            let placed = !is_vowel(c) || matches!(before, '\u{621}'..='\u{64A}') || is_vowel(before);
            before = c;
            placed && self.knows(c)
        })
    }

    fn knows(&mut self, c: char) -> bool {
        let (at, bit) = (c as usize / 64, 1 << (c as usize % 64));
        let Some(known) = self.known.get_mut(at) else { return false };
        if *known & bit == 0 && stands_alone(c) && (c.is_whitespace() || is_direction(c) || self.fonts.has_builtin(c)) {
            *known |= bit;
        }
        *known & bit != 0
    }
}

/// Characters that only set the direction of text, and are never drawn.
const fn is_direction(c: char) -> bool {
    matches!(c, '\u{61C}' | '\u{200E}'..='\u{200F}' | '\u{2066}'..='\u{2069}')
}

/// The vowel marks of Arabic, above and below its letters.
const fn is_vowel(c: char) -> bool {
    matches!(c, '\u{64B}'..='\u{652}')
}

/// Characters of the scripts of the six languages that are set independently of each other. Not complete, but covers what people write.
const fn stands_alone(c: char) -> bool {
    is_direction(c)
        || matches!(c,
        ' '..='~' | '\u{A0}'..='\u{AC}' | '\u{AE}'..='\u{24F}'
        // Cyrillic, without combining marks.
        | '\u{400}'..='\u{482}' | '\u{48A}'..='\u{52F}'
        // Arabic, without rare marks and format characters.
        | '\u{60C}' | '\u{61B}' | '\u{61F}'..='\u{652}' | '\u{660}'..='\u{66D}' | '\u{671}'..='\u{6D3}'
        // Spaces, punctuation, currency signs, symbols, arrows.
        | '\u{2000}'..='\u{200A}' | '\u{2010}'..='\u{2027}' | '\u{202F}'..='\u{205F}' | '\u{20A0}'..='\u{20C0}'
        | '\u{2100}'..='\u{22FF}' | '\u{25A0}'..='\u{25FF}'
        // Chinese characters and punctuation.
        | '\u{3000}'..='\u{3029}' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}'
        | '\u{FF01}'..='\u{FF5E}' | '\u{FFE5}')
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use briefing_document::{Block, Inline, Section, SectionRole};
    use proptest::prelude::*;

    use super::*;
    use crate::tests::specimens;
    use crate::{audit, layout_roughly};

    fn document(text: &str, language: Language) -> Document {
        let paragraph = Block::Paragraph(vec![
            Inline::Text(text.into()),
            Inline::Strong(vec![Inline::Text(format!(" {text}").into())]),
        ]);
        let heading = text.chars().take(20).collect::<String>().into();
        let section = Section { heading, ..specimens::section(SectionRole::Text, vec![paragraph]) };
        Document { language, ..specimens::document(vec![section]) }
    }

    /// Mostly characters that may be plain, in any order.
    fn any_text() -> impl Strategy<Value = String> {
        let piece = prop_oneof![
            6 => "[ -~]{1,12}",
            3 => "[À-ɏ]{1,5}",
            3 => "[Ѐ-ԯ]{1,9}",
            4 => "[\u{60C}-\u{66D}]{1,9}",
            3 => "[\u{3000}-\u{3029}一-十！-～]{1,6}",
            3 => "[\u{2000}-\u{22FF}]{1,4}",
            1 => "[\u{61C}\u{200E}\u{200F}\u{2066}-\u{2069}]{1,2}",
            1 => "[\u{300}-\u{302}\u{FE0F}\u{AD}😀]",
        ];
        prop::collection::vec(piece, 1..8).prop_map(|pieces| pieces.concat())
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 1_000, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn pages_of_a_plain_document_lack_and_lose_nothing(text in any_text(), language in 0..Language::ALL.len()) {
            let fonts = Arc::new(FontBook::builtin());
            let document = document(&text, Language::ALL[language]);
            // True of about one document in four.
            if is_plain_document(&document, &fonts, 100) {
                let pages = layout_roughly(&document, &fonts);
                prop_assert!(pages.missing.is_empty(), "{:?}", pages.missing);
                prop_assert_eq!(audit(&document, &pages), Ok(()));
                prop_assert!(pages.pages.len() < 100);
            }
        }
    }

    #[test]
    fn every_plain_character_is_drawn() {
        let fonts = Arc::new(FontBook::builtin());
        let is_plain = |text: &str| is_plain_document(&document(text, Language::En), &fonts, 100);
        let plain: Vec<char> = ('\0'..='\u{FFFF}').filter(|c| is_plain(&format!("ب{c}"))).collect();
        assert!(plain.len() > 8_000, "{}", plain.len());
        for some in plain.chunks(600) {
            let words: Vec<String> = some.iter().map(|c| format!("ب{c}")).collect();
            let document = document(&words.join(" "), Language::Zh);
            let pages = layout_roughly(&document, &fonts);
            assert_eq!((audit(&document, &pages), pages.missing), (Ok(()), Vec::new()));
        }
    }

    #[test]
    fn what_changes_another_character_is_not_plain() {
        let fonts = FontBook::builtin();
        let is_plain = |text: &str| is_plain_document(&document(text, Language::En), &fonts, 100);
        for text in ["5 млн, État, 联合国, «سلام»", "حاليًا", "a\u{2066}ب\u{2069}"] {
            assert!(is_plain(text), "{text}");
        }
        for text in ["e\u{301}", "a\u{64B}", "\u{64B}", "❤\u{FE0F}", "🌩", "\u{FFFF}", "a\u{200D}b", "a\tb", "ไทย"]
        {
            assert!(!is_plain(text), "{text}");
        }
    }
}
