//! The available faces: their bytes, metrics and characters.

use std::fmt;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, OnceLock};

use briefing_fonts::Family as Builtin;
use briefing_model::Language;
use skrifa::raw::TableProvider;
use skrifa::string::StringId;
use skrifa::{FontRef, MetadataProvider};

use super::chars::is_invisible;
use super::face::{OpenFace, plain_glyph};
use super::style::{LatinFamily, TextStyle, Weight};

/// The number of a face in its [`FontBook`].
///
/// ```
/// use briefing_layout::text::FontBook;
///
/// let book = FontBook::builtin();
/// let first = book.faces().next();
/// # #[cfg(feature = "default")]
/// assert_eq!(first.map(|face| book.face_name(face)), Some("Roboto-Regular"));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct FaceId(pub(super) u16);

impl FaceId {
    /// The index of the face in [`FontBook::faces`].
    ///
    /// ```
    /// use briefing_layout::text::FontBook;
    ///
    /// assert!(FontBook::builtin().faces().enumerate().all(|(place, face)| face.index() == place));
    /// ```
    #[must_use]
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

/// A face's line metrics in ems; multiplied by the type size, they are points.
///
/// ```
/// use briefing_layout::text::{FontBook, TextStyle};
///
/// let book = FontBook::builtin();
/// let style = TextStyle::default();
/// let metrics = book.style_metrics(&style);
/// assert!(metrics.x_height < metrics.cap_height && metrics.cap_height < metrics.ascent);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Metrics {
    /// The distance from the baseline up to the top of the line.
    pub ascent: f32,
    /// The distance from the baseline down to the foot of the line; positive.
    pub descent: f32,
    /// The space that the face requests between lines.
    pub line_gap: f32,
    /// The height of capitals; 0.7 if the face does not state it.
    pub cap_height: f32,
    /// The height of lower-case letters; 0.5 if the face does not state it.
    pub x_height: f32,
    /// The distance from the baseline down to the middle of an underline; positive.
    pub underline: f32,
    /// The thickness of an underline.
    pub underline_thickness: f32,
    /// The number of font units per em.
    pub units_per_em: u16,
}

/// A font file supplied by an office, for characters that the built-in faces lack.
///
/// ```
/// use briefing_layout::text::{FontBook, ExtraFont};
///
/// let fault = FontBook::with_extra(vec![ExtraFont::new("songti.ttf", b"not a font".to_vec())]).unwrap_err();
/// assert!(fault.to_string().starts_with("`songti.ttf` is not a font"));
/// ```
#[derive(Clone)]
pub struct ExtraFont {
    /// The name of the file, used in messages.
    pub name: String,
    /// The bytes of the file, which is TrueType or OpenType with one face.
    pub bytes: Arc<Vec<u8>>,
}

impl ExtraFont {
    /// Creates a font from its name and bytes.
    ///
    /// ```
    /// use briefing_layout::text::ExtraFont;
    ///
    /// assert_eq!(ExtraFont::new("songti.ttf", Vec::new()).name, "songti.ttf");
    /// ```
    #[must_use]
    pub fn new(name: impl Into<String>, bytes: Vec<u8>) -> Self {
        Self { name: name.into(), bytes: Arc::new(bytes) }
    }

    /// Whether the font permits being passed on within a document, by its own statement: installable or editable embedding (OpenType 1.9,
    /// "OS/2", fsType).
    ///
    /// ```
    /// use briefing_layout::text::ExtraFont;
    ///
    /// assert!(!ExtraFont::new("no-font.ttf", Vec::new()).may_travel());
    /// ```
    #[must_use]
    pub fn may_travel(&self) -> bool {
        let rights = FontRef::new(&self.bytes).and_then(|font| font.os2()).map(|table| table.fs_type());
        rights.is_ok_and(|rights| matches!(rights & 0x30F, 0 | 8))
    }
}

impl fmt::Debug for ExtraFont {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "FontData({}, {} bytes)", self.name, self.bytes.len())
    }
}

/// The reason why an extra font file cannot be used.
///
/// ```
/// use briefing_layout::text::{FontBook, ExtraFont};
///
/// assert!(FontBook::with_extra(vec![ExtraFont::new("empty", Vec::new())]).is_err());
/// ```
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ExtraFontError {
    /// The bytes are not a font.
    #[error("`{name}` is not a font: give a TrueType or OpenType file with one face")]
    NotAFont {
        /// The file's name as it was given.
        name: String,
    },
    /// The font does not map any character to a glyph.
    #[error("`{name}` maps no characters to glyphs: give a Unicode font")]
    NoCharacters {
        /// The file's name as it was given.
        name: String,
    },
    /// There are more than 60,000 faces.
    #[error("too many fonts: `{name}` is past the 60000th")]
    TooMany {
        /// The name of the first file in excess.
        name: String,
    },
}

/// All faces in which text may be set.
///
/// A book is built once, shared, and never changes. A face is opened when a character first needs it.
///
/// ```
/// use briefing_layout::text::FontBook;
///
/// let book = FontBook::builtin();
/// assert!(book.faces().all(|face| !book.face_data(face).is_empty()));
/// ```
#[derive(Debug)]
pub struct FontBook {
    faces: Vec<ListedFace>,
    /// The stack of each style by family, weight and slant, since every text looks up its own.
    stacks: [[[Stack; 2]; 3]; 2],
    /// A number unique among the books of this process, by which a cache of shaped words recognizes the book.
    identity: usize,
}

static NEXT_IDENTITY: AtomicUsize = AtomicUsize::new(1);

/// A face, with what is known about it without opening it.
struct ListedFace {
    name: String,
    file: FaceFile,
    builtin: Option<Builtin>,
    weight: u16,
    italic: bool,
    opened: OnceLock<Option<OpenFace>>,
}

/// The file of a face, held without copying it.
///
/// ```
/// use briefing_layout::text::FaceFile;
///
/// assert_eq!(FaceFile::Static(b"font").bytes(), b"font");
/// ```
#[derive(Debug, Clone)]
pub enum FaceFile {
    /// Part of the program.
    Static(&'static [u8]),
    /// Supplied at run time.
    Shared(Arc<Vec<u8>>),
}

impl FaceFile {
    /// The bytes of the file.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        match self {
            Self::Static(bytes) => bytes,
            Self::Shared(bytes) => bytes,
        }
    }
}

/// The faces of a style, one per script.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Stack {
    pub(super) latin: Option<FaceId>,
    pub(super) arabic: Option<FaceId>,
    pub(super) chinese: Option<FaceId>,
    weight: u16,
    italic: bool,
}

impl fmt::Debug for ListedFace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Face({})", self.name)
    }
}

impl FontBook {
    /// A book of the built-in faces.
    ///
    /// ```
    /// use briefing_layout::text::FontBook;
    ///
    /// assert!(FontBook::builtin().faces().next().is_some());
    /// ```
    #[must_use]
    pub fn builtin() -> Self {
        let face = |face: &briefing_fonts::Face| ListedFace {
            name: face.name.to_owned(),
            file: FaceFile::Static(face.data),
            builtin: Some(face.family),
            weight: face.weight,
            italic: face.italic,
            opened: OnceLock::new(),
        };
        let faces: Vec<ListedFace> = briefing_fonts::faces().iter().map(face).collect();
        let stacks = [LatinFamily::Text, LatinFamily::Condensed].map(|family| {
            [Weight::Light, Weight::Regular, Weight::Bold]
                .map(|weight| [false, true].map(|italic| Stack::of(&faces, family, weight.class(), italic)))
        });
        Self { faces, stacks, identity: NEXT_IDENTITY.fetch_add(1, Ordering::Relaxed) }
    }

    /// A book of the built-in faces followed by those an office supplies, searched in this order for each character.
    ///
    /// # Errors
    ///
    /// Fails at the first file that is not a font with characters.
    ///
    /// ```
    /// use briefing_layout::text::FontBook;
    ///
    /// let book = FontBook::with_extra(Vec::new())?;
    /// assert_eq!(book.faces().count(), FontBook::builtin().faces().count());
    /// # Ok::<(), briefing_layout::text::ExtraFontError>(())
    /// ```
    pub fn with_extra(extra: Vec<ExtraFont>) -> Result<Self, ExtraFontError> {
        let mut book = Self::builtin();
        for ExtraFont { name, bytes } in extra {
            if book.faces.len() >= 60_000 {
                return Err(ExtraFontError::TooMany { name });
            }
            let Ok(font) = FontRef::new(&bytes) else {
                return Err(ExtraFontError::NotAFont { name });
            };
            if !font.charmap().has_map() {
                return Err(ExtraFontError::NoCharacters { name });
            }
            let attributes = font.attributes();
            let postscript = font.localized_strings(StringId::POSTSCRIPT_NAME).english_or_first();
            book.faces.push(ListedFace {
                name: postscript.map_or(name, |text| text.chars().collect()),
                weight: attributes.weight.value() as u16,
                italic: attributes.style != skrifa::attribute::Style::Normal,
                builtin: None,
                file: FaceFile::Shared(bytes),
                opened: OnceLock::new(),
            });
        }
        Ok(book)
    }

    /// All faces, in numerical order.
    ///
    /// ```
    /// use briefing_layout::text::FontBook;
    ///
    /// let book = FontBook::builtin();
    /// let names: Vec<_> = book.faces().map(|face| book.face_name(face)).collect();
    /// assert!(names.contains(&"NotoNaskhArabic-Bold"));
    /// ```
    pub fn faces(&self) -> impl Iterator<Item = FaceId> + use<> {
        (0..u16::try_from(self.faces.len()).unwrap_or(u16::MAX)).map(FaceId)
    }

    /// The whole file of a face; empty for a face of another book.
    ///
    /// ```
    /// use briefing_layout::text::FontBook;
    ///
    /// let book = FontBook::builtin();
    /// assert!(book.faces().all(|face| book.face_data(face).len() > 10_000));
    /// ```
    #[must_use]
    pub fn face_data(&self, face: FaceId) -> &[u8] {
        self.faces.get(face.index()).map_or(&[], |face| face.file.bytes())
    }

    /// The file of a face, to be kept or passed on without copying; `None` for a face of another book.
    ///
    /// ```
    /// use briefing_layout::text::{FaceFile, FontBook};
    ///
    /// let book = FontBook::builtin();
    /// assert!(book.faces().all(|face| matches!(book.face_file(face), Some(FaceFile::Static(_)))));
    /// ```
    #[must_use]
    pub fn face_file(&self, face: FaceId) -> Option<FaceFile> {
        self.faces.get(face.index()).map(|face| face.file.clone())
    }

    /// The PostScript name of a face; empty for a face of another book.
    ///
    /// ```
    /// use briefing_layout::text::{FontBook, TextStyle, Weight};
    ///
    /// let book = FontBook::builtin();
    /// let bold = TextStyle { weight: Weight::Bold, ..TextStyle::default() };
    /// assert_eq!(book.style_face(&bold).map(|face| book.face_name(face)), Some("Roboto-Bold"));
    /// ```
    #[must_use]
    pub fn face_name(&self, face: FaceId) -> &str {
        self.faces.get(face.index()).map_or("", |face| &face.name)
    }

    /// The line metrics of a face.
    ///
    /// ```
    /// use briefing_layout::text::FontBook;
    ///
    /// let book = FontBook::builtin();
    /// assert!(book.faces().all(|face| book.metrics(face).ascent > 0.8));
    /// ```
    #[must_use]
    pub fn metrics(&self, face: FaceId) -> Metrics {
        self.open(face).map_or_else(Metrics::default, |open| open.metrics)
    }

    /// The face for most letters of a style's language: that of its script.
    ///
    /// ```
    /// use briefing_layout::text::{FontBook, TextStyle};
    /// use briefing_model::Language;
    ///
    /// let book = FontBook::builtin();
    /// let style = TextStyle { lang: Language::Ar, ..TextStyle::default() };
    /// assert_eq!(book.style_face(&style).map(|face| book.face_name(face)), Some("NotoNaskhArabic-Regular"));
    /// ```
    #[must_use]
    pub fn style_face(&self, style: &TextStyle) -> Option<FaceId> {
        let stack = self.stack(style);
        match style.lang {
            Language::Ar => stack.arabic.or(stack.latin),
            Language::Zh => stack.chinese.or(stack.latin),
            _ => stack.latin,
        }
    }

    /// The metrics of [`FontBook::style_face`].
    ///
    /// ```
    /// use briefing_layout::text::{FontBook, TextStyle};
    ///
    /// let metrics = FontBook::builtin().style_metrics(&TextStyle::default());
    /// assert_eq!(metrics.units_per_em, 2048);
    /// ```
    #[must_use]
    pub fn style_metrics(&self, style: &TextStyle) -> Metrics {
        self.style_face(style).map_or_else(Metrics::default, |face| self.metrics(face))
    }

    /// The glyph of a character in a face, without shaping, and its advance in ems.
    ///
    /// ```
    /// use briefing_layout::text::{FontBook, TextStyle};
    ///
    /// let book = FontBook::builtin();
    /// let face = book.style_face(&TextStyle::default());
    /// assert!(face.and_then(|face| book.glyph(face, '•')).is_some());
    /// assert!(face.and_then(|face| book.glyph(face, '►')).is_none());
    /// ```
    #[must_use]
    pub fn glyph(&self, face: FaceId, c: char) -> Option<(u16, f32)> {
        self.plain_glyph(face, c).map(|(glyph, advance)| (glyph, advance as f32))
    }

    pub(super) fn plain_glyph(&self, face: FaceId, c: char) -> Option<(u16, f64)> {
        if !self.covers(face, c) {
            return None;
        }
        plain_glyph(&FontRef::new(self.face_data(face)).ok()?, c)
    }

    pub(super) fn identity(&self) -> usize {
        self.identity
    }

    pub(super) fn open(&self, face: FaceId) -> Option<&OpenFace> {
        self.faces.get(face.index())?.open()
    }

    /// The faces from which a style's characters are taken.
    pub(super) fn stack(&self, style: &TextStyle) -> Stack {
        let [text, condensed] = self.stacks;
        let [light, regular, bold] = match style.family {
            LatinFamily::Text => text,
            LatinFamily::Condensed => condensed,
        };
        let [upright, italic] = match style.weight {
            Weight::Light => light,
            Weight::Regular => regular,
            Weight::Bold => bold,
        };
        if style.italic { italic } else { upright }
    }

    /// A face that has a character: one of the style's own or else the nearest in weight and slant.
    pub(super) fn find(&self, stack: &Stack, c: char) -> Option<FaceId> {
        let own = [stack.latin, stack.arabic, stack.chinese];
        own.into_iter().flatten().find(|&face| self.covers(face, c)).or_else(|| {
            nearest(&self.faces, stack.weight, stack.italic, |face| face.open().is_some_and(|open| open.covers(c)))
        })
    }

    /// A face that has all of some characters: the nearest in weight and slant.
    pub(super) fn find_all(&self, stack: &Stack, text: &str) -> Option<FaceId> {
        let has_all = |open: &OpenFace| text.chars().all(|c| is_invisible(c) || open.covers(c));
        nearest(&self.faces, stack.weight, stack.italic, |face| face.open().is_some_and(has_all))
    }

    /// Whether any built-in face has a character.
    pub(crate) fn has_builtin(&self, c: char) -> bool {
        let mut builtin = self.faces.iter().filter(|face| face.builtin.is_some());
        builtin.any(|face| face.open().is_some_and(|open| open.covers(c)))
    }

    pub(super) fn covers(&self, face: FaceId, c: char) -> bool {
        self.open(face).is_some_and(|open| open.covers(c))
    }
}

/// The nearest face in weight and slant among those that `among` accepts.
fn nearest(faces: &[ListedFace], weight: u16, italic: bool, among: impl Fn(&ListedFace) -> bool) -> Option<FaceId> {
    let distance = |face: &ListedFace| (face.weight.abs_diff(weight), face.italic != italic);
    (0..)
        .map(FaceId)
        .zip(faces)
        .filter(|(_, face)| among(face))
        .min_by_key(|(_, face)| distance(face))
        .map(|(id, _)| id)
}

impl Stack {
    fn of(faces: &[ListedFace], family: LatinFamily, weight: u16, italic: bool) -> Self {
        let (family, other) = match family {
            LatinFamily::Text => (Builtin::Roboto, Builtin::RobotoCondensed),
            LatinFamily::Condensed => (Builtin::RobotoCondensed, Builtin::Roboto),
        };
        let nearest = |family| nearest(faces, weight, italic, |face| face.builtin == Some(family));
        Self {
            latin: nearest(family).or_else(|| nearest(other)),
            arabic: nearest(Builtin::NotoNaskhArabic),
            chinese: nearest(Builtin::NotoSansSc),
            weight,
            italic,
        }
    }
}

impl ListedFace {
    fn open(&self) -> Option<&OpenFace> {
        self.opened.get_or_init(|| OpenFace::new(&self.file)).as_ref()
    }
}
