//! Properties of single characters.

pub(crate) use briefing_model::is_invisible;

/// Whether a character selects a variant of the one before it.
pub(super) const fn is_variation_selector(c: char) -> bool {
    matches!(c, '\u{180B}'..='\u{180D}' | '\u{180F}' | '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}')
}

/// Whether a character joins the letters around it or keeps them apart: zero-width joiner and non-joiner.
pub(super) const fn is_joiner(c: char) -> bool {
    matches!(c, '\u{200C}' | '\u{200D}')
}

/// Whether an invisible character must be kept from the shaper, which would look for a glyph: controls, separators, and fillers that the
/// shaper does not treat as invisible.
pub(super) const fn is_control(c: char) -> bool {
    matches!(c, '\0'..='\u{8}' | '\u{A}'..='\u{1F}' | '\u{7F}'..='\u{9F}' | '\u{2028}' | '\u{2029}'
        | '\u{115F}' | '\u{1160}' | '\u{180F}' | '\u{3164}' | '\u{FFA0}' | '\u{1BCA0}'..='\u{1BCA3}')
}

/// A white space, by what determines its width.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Space {
    /// The space of the face. It stretches in justified lines, and hangs past the end of a line unless it binds.
    Word {
        /// Whether a line must not end at it.
        binds: bool,
    },
    /// A fraction of the em, if the face has no glyph for it.
    Em(f64),
    /// A fraction of the face's space, if the face has no glyph for it; a line must not end at it.
    Narrow(f64),
    /// As wide as a digit.
    Figure,
    /// As wide as a full stop.
    Point,
}

impl Space {
    /// The kind of white space of a character; `None` if it is not white space.
    pub(super) const fn of(c: char) -> Option<Self> {
        Some(match c {
            ' ' | '\t' => Self::Word { binds: false },
            '\u{A0}' => Self::Word { binds: true },
            '\u{2000}' | '\u{2002}' => Self::Em(1.0 / 2.0),
            '\u{2001}' | '\u{2003}' | '\u{3000}' => Self::Em(1.0),
            '\u{2004}' => Self::Em(1.0 / 3.0),
            '\u{2005}' | '\u{205F}' | '\u{1680}' => Self::Em(1.0 / 4.0),
            '\u{2006}' => Self::Em(1.0 / 6.0),
            '\u{2009}' => Self::Em(1.0 / 5.0),
            '\u{200A}' => Self::Em(1.0 / 10.0),
            '\u{2007}' => Self::Figure,
            '\u{2008}' => Self::Point,
            // The French "fine": about an eighth to a sixth of an em.
            '\u{202F}' => Self::Narrow(0.7),
            _ => return None,
        })
    }

    /// Whether it stretches and shrinks in a justified line.
    pub(super) const fn stretches(self) -> bool {
        matches!(self, Self::Word { .. })
    }

    /// Whether it hangs past the end of a line that is broken after it.
    pub(super) const fn hangs(self) -> bool {
        matches!(self, Self::Word { binds: false })
    }
}

/// Whether a character belongs to the Arabic script.
pub(super) const fn is_arabic(c: char) -> bool {
    matches!(c, '\u{600}'..='\u{6FF}' | '\u{750}'..='\u{77F}' | '\u{870}'..='\u{8FF}' | '\u{FB50}'..='\u{FDFF}'
        | '\u{FE70}'..='\u{FEFE}')
}

/// Whether a character is set in the Chinese family in every language: Han, kana, their punctuation, and full-width forms.
pub(super) const fn is_wide(c: char) -> bool {
    matches!(c, '\u{2E80}'..='\u{303F}' | '\u{3040}'..='\u{A4CF}' | '\u{F900}'..='\u{FAFF}'
        | '\u{FE10}'..='\u{FE1F}' | '\u{FE30}'..='\u{FE6F}' | '\u{FF00}'..='\u{FFEF}' | '\u{20000}'..='\u{3FFFD}')
}

/// Whether a punctuation mark is full-width in Chinese and narrow elsewhere.
pub(super) const fn is_wide_in_chinese(c: char) -> bool {
    matches!(c, '\u{B7}' | '\u{2014}' | '\u{2018}' | '\u{2019}' | '\u{201C}' | '\u{201D}' | '\u{2026}')
}

/// Whether a character is a Chinese character rather than a mark.
pub(super) const fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFD}')
}

/// Whether a character is a power of ten, such as ten thousand, which follows a figure and precedes its unit.
pub(super) const fn is_multiple(c: char) -> bool {
    matches!(c, '十' | '百' | '千' | '万' | '亿')
}

/// Chinese units and measure words with more than one character, which follow a figure and are not divided.
#[rustfmt::skip]
pub(super) const UNITS: &[&str] = &[
    "毫米", "厘米", "分米", "公里", "千米", "海里", "英里", "英尺", "平方米", "平方公里", "平方千米", "立方米", "公顷",
    "毫克", "公斤", "千克", "公吨", "毫升", "公升", "小时", "分钟", "秒钟", "个月", "星期", "世纪", "年代", "周年", "人次",
    "千瓦", "兆瓦", "吉瓦", "太瓦", "千瓦时", "兆瓦时", "吉瓦时", "摄氏度", "个百分点", "美元", "欧元", "日元", "英镑", "瑞士法郎",
    "人民币", "加元", "澳元",
];

/// The number of characters in the longest of these.
pub(super) const LONGEST_UNIT: usize = 4;

/// Whether a character is one with which Chinese numbers are written.
pub(super) const fn is_numeral(c: char) -> bool {
    matches!(c, '〇' | '零' | '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九') || is_multiple(c)
}

/// Whether a character is a full-width mark with a blank right half, which a tight line may give up.
pub(super) const fn is_wide_closing(c: char) -> bool {
    matches!(
        c,
        '，' | '。'
            | '、'
            | '；'
            | '：'
            | '！'
            | '？'
            | '）'
            | '】'
            | '》'
            | '」'
            | '』'
            | '\u{201D}'
            | '\u{2019}'
            | '〉'
            | '〕'
    )
}

/// Whether a character is a full-width mark with a blank left half.
pub(super) const fn is_wide_opening(c: char) -> bool {
    matches!(c, '（' | '【' | '《' | '「' | '『' | '\u{201C}' | '\u{2018}' | '〈' | '〔')
}

/// The blank widths at the start and end of a Chinese text, in ems, over which other text may be placed.
///
/// ```
/// use briefing_layout::text::blank_ends;
///
/// assert_eq!(blank_ends("（反恐办）"), (0.5, 0.5));
/// assert_eq!(blank_ends("“UNOCT”"), (0.0, 0.0));
/// ```
#[must_use]
pub fn blank_ends(text: &str) -> (f32, f32) {
    let text = text.trim();
    // Quotation marks are full-width in Chinese only.
    if !text.contains(is_wide) {
        return (0.0, 0.0);
    }
    let half = |is_mark: bool| if is_mark { 0.5 } else { 0.0 };
    (half(text.starts_with(is_wide_opening)), half(text.ends_with(is_wide_closing)))
}

/// Whether a character can make a line run from right to left, or is a directional control.
pub(super) const fn is_directional(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8FF}' | '\u{200E}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}'
        | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFE}' | '\u{10800}'..='\u{10FFF}' | '\u{1E800}'..='\u{1EFFF}')
}

/// Whether a character is a combining mark of the scripts in use, which takes the face of its base letter.
pub(super) const fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}' | '\u{483}'..='\u{489}' | '\u{610}'..='\u{61A}' | '\u{64B}'..='\u{65F}'
        | '\u{670}' | '\u{6D6}'..='\u{6DC}' | '\u{6DF}'..='\u{6E4}' | '\u{6E7}'..='\u{6E8}' | '\u{6EA}'..='\u{6ED}'
        | '\u{8D3}'..='\u{8FF}' | '\u{1AB0}'..='\u{1AFF}' | '\u{1DC0}'..='\u{1DFF}' | '\u{20D0}'..='\u{20FF}'
        | '\u{FE20}'..='\u{FE2F}')
}
