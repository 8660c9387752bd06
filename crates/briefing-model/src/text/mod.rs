//! Text with the light markup that a briefing allows.

mod fact_name;
mod link;
mod parse;

use std::fmt;
use std::str::FromStr;

pub use self::fact_name::{FactName, InvalidFactName};
pub use self::link::{InvalidLink, Link};
pub use self::parse::{InvalidRichText, RichTextFault};

use crate::textual::{one_line, one_piece, serde_as_text};
use crate::{LanguageTag, Origin};

/// A text of one paragraph, with the light markup that a briefing allows.
///
/// | markup | meaning |
/// |---|---|
/// | `**text**` | strong: important, set bold |
/// | `*text*` | emphasis: stressed or a title, set in italics |
/// | `[text](https://www.un.org/)` | a link: see [`Link`] |
/// | `[text]{lang=fr}` | a passage in another language: see [`LanguageTag`] |
/// | `{standing.pledged}` | a fact, filled in when the briefing is compiled: see [`FactName`] |
/// | `\*` and so on | the character itself: one of `\` `*` `[` `]` `{` `}` |
///
/// Markup may be nested up to sixteen deep, but not a link in a link, and no kind in itself. Opening asterisks stand
/// directly before the first character that they mark, closing ones directly after the last. Brackets in the target of
/// a link are balanced or escaped. In `***text***`, the outer pair is the strong one, unless the next asterisks are
/// two: `***a** b*`. Spaces and line breaks are folded to single spaces, no-break spaces are kept, and none are left at
/// either end. Nothing else is markup: a mistake is an error at its place, never text printed as it was mistyped.
///
/// Texts are equal if their words and their markup are, wherever their facts were in the text that was read.
///
/// ```
/// use briefing_model::RichText;
///
/// let text: RichText = "UNOCT **launched** the [network](https://www.un.org/),\n as *planned*.".parse()?;
/// assert_eq!(text.plain(), "UNOCT launched the network, as planned.");
/// assert_eq!(text.to_string(), "UNOCT **launched** the [network](https://www.un.org/), as *planned*.");
///
/// let error = "10 * 20".parse::<RichText>().unwrap_err();
/// assert_eq!(error.offset(), 3);
/// # Ok::<(), briefing_model::InvalidRichText>(())
/// ```
#[derive(Clone, Default)]
pub struct RichText {
    inlines: Vec<TextPart>,
    /// The position of each fact in the text that was read, in reading order.
    fact_offsets: Vec<usize>,
    origin: Origin,
}

/// A part of a [`RichText`].
///
/// Adjacent plain texts are always joined, and so are adjacent strong or emphasized parts.
///
/// ```
/// use briefing_model::{TextPart, RichText};
///
/// let text: RichText = "**Iraq** pledged".parse()?;
/// assert_eq!(
///     text.inlines(),
///     [TextPart::Strong(vec![TextPart::Text("Iraq".into())]), TextPart::Text(" pledged".into())]
/// );
/// # Ok::<(), briefing_model::InvalidRichText>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum TextPart {
    /// Plain text, never empty.
    Text(String),
    /// Text that is set in bold, because it is important.
    Strong(Vec<TextPart>),
    /// Text that is set in italics, because it is stressed or a title.
    Emphasis(Vec<TextPart>),
    /// A link. Its content is never blank and contains no other link.
    Link {
        /// Where it leads.
        target: Link,
        /// The text of the link.
        content: Vec<TextPart>,
    },
    /// A passage in another language.
    Foreign {
        /// The language.
        language: LanguageTag,
        /// The passage.
        content: Vec<TextPart>,
    },
    /// A fact whose value is filled in when the briefing is compiled.
    Fact(FactName),
}

impl RichText {
    /// Creates a text without markup: every character stands for itself.
    ///
    /// # Errors
    ///
    /// Fails if a character cannot be printed.
    ///
    /// ```
    /// use briefing_model::RichText;
    ///
    /// let text = RichText::from_plain("10 * 20")?;
    /// assert_eq!(text.plain(), "10 * 20");
    /// assert_eq!(text.to_string(), "10 \\* 20");
    /// # Ok::<(), briefing_model::InvalidRichText>(())
    /// ```
    pub fn from_plain(text: &str) -> Result<Self, InvalidRichText> {
        let text = one_line(text).map_err(|c| InvalidRichText::unprintable(text, c))?;
        let inlines = if text.is_empty() { Vec::new() } else { vec![TextPart::Text(text)] };
        Ok(Self { inlines, ..Self::default() })
    }

    /// Sets where the text was written.
    ///
    /// ```
    /// use briefing_model::{Origin, RichText};
    ///
    /// let text: RichText = "A **visit**.".parse()?;
    /// let written = text.clone().with_origin(Origin::new("2025-04/briefing.toml:5"));
    /// assert_eq!(written, text, "where it was written makes no difference");
    /// assert_eq!(written.origin().get(), Some(&"2025-04/briefing.toml:5"));
    /// # Ok::<(), briefing_model::InvalidRichText>(())
    /// ```
    #[must_use]
    pub fn with_origin(self, origin: Origin) -> Self {
        Self { origin, ..self }
    }

    /// Where it was written.
    #[must_use]
    pub const fn origin(&self) -> &Origin {
        &self.origin
    }

    /// Its parts, in reading order.
    ///
    /// ```
    /// use briefing_model::RichText;
    ///
    /// assert_eq!("one *two* three".parse::<RichText>()?.inlines().len(), 3);
    /// # Ok::<(), briefing_model::InvalidRichText>(())
    /// ```
    #[must_use]
    pub fn inlines(&self) -> &[TextPart] {
        &self.inlines
    }

    /// The text without markup. A fact that has not been filled in is shown as `{name}`.
    ///
    /// ```
    /// use briefing_model::RichText;
    ///
    /// let text: RichText = "*All* {compact.entities} entities".parse()?;
    /// assert_eq!(text.plain(), "All {compact.entities} entities");
    /// # Ok::<(), briefing_model::InvalidRichText>(())
    /// ```
    #[must_use]
    pub fn plain(&self) -> String {
        let mut plain = String::new();
        write_plain(&self.inlines, &mut plain);
        plain
    }

    /// Whether it contains nothing to read.
    ///
    /// ```
    /// use briefing_model::RichText;
    ///
    /// assert!(" \n".parse::<RichText>()?.is_blank());
    /// assert!(!"{standing.pledged}".parse::<RichText>()?.is_blank());
    /// # Ok::<(), briefing_model::InvalidRichText>(())
    /// ```
    #[must_use]
    pub fn is_blank(&self) -> bool {
        is_blank(&self.inlines)
    }

    /// The facts in it, each with its position: the byte offset in the text that was read.
    ///
    /// ```
    /// use briefing_model::RichText;
    ///
    /// let text: RichText = "From {standing.partners} partners".parse()?;
    /// let facts: Vec<_> = text.facts().map(|(name, offset)| (name.as_str(), offset)).collect();
    /// assert_eq!(facts, [("standing.partners", 5)]);
    /// # Ok::<(), briefing_model::InvalidRichText>(())
    /// ```
    pub fn facts(&self) -> impl Iterator<Item = (&FactName, usize)> {
        let mut names = Vec::new();
        walk(&self.inlines, &mut |inline| {
            if let TextPart::Fact(name) = inline {
                names.push(name);
            }
        });
        names.into_iter().zip(self.fact_offsets.iter().copied())
    }

    /// The targets of its links, in reading order.
    ///
    /// ```
    /// use briefing_model::RichText;
    ///
    /// let text: RichText = "[one](https://a.org/) and [two](https://b.org/)".parse()?;
    /// assert_eq!(text.links().map(|link| link.as_str()).collect::<Vec<_>>(), ["https://a.org/", "https://b.org/"]);
    /// # Ok::<(), briefing_model::InvalidRichText>(())
    /// ```
    pub fn links(&self) -> impl Iterator<Item = &Link> {
        let mut targets = Vec::new();
        walk(&self.inlines, &mut |inline| {
            if let TextPart::Link { target, .. } = inline {
                targets.push(target);
            }
        });
        targets.into_iter()
    }

    /// Marks the text as a passage in a language. A text that already is a passage as a whole stays as it is.
    ///
    /// ```
    /// use briefing_model::{Language, RichText};
    ///
    /// let text = "A **launch**.".parse::<RichText>()?.in_language(Language::En.into());
    /// assert_eq!(text.to_string(), "[A **launch**.]{lang=en}");
    /// assert_eq!(text.clone().in_language(Language::Fr.into()), text);
    /// # Ok::<(), briefing_model::InvalidRichText>(())
    /// ```
    #[must_use]
    pub fn in_language(self, language: LanguageTag) -> Self {
        if self.is_blank() || matches!(self.inlines.as_slice(), [TextPart::Foreign { .. }]) {
            return self;
        }
        Self { inlines: vec![TextPart::Foreign { language, content: self.inlines }], ..self }
    }

    /// Replaces facts with words. `words` is called for each fact in reading order, with its name and whether nothing
    /// precedes it; if it returns `None`, the fact stays as it is.
    ///
    /// ```
    /// use briefing_model::{RichText, TextPart};
    ///
    /// let text: RichText = "From **{standing.partners}** of {compact.entities}".parse()?;
    /// let filled = text.with_facts(&mut |name, _| {
    ///     (name.as_str() == "standing.partners").then(|| TextPart::Text("47 *".to_owned()))
    /// });
    /// assert_eq!(filled.to_string(), "From **47 \\*** of {compact.entities}");
    /// # Ok::<(), briefing_model::InvalidRichText>(())
    /// ```
    #[must_use]
    pub fn with_facts(&self, words: &mut impl FnMut(&FactName, bool) -> Option<TextPart>) -> Self {
        let mut offsets = self.fact_offsets.iter().copied();
        let mut filled = Self { origin: self.origin.clone(), ..Self::default() };
        let facts = &mut |name: &FactName, first| {
            let offset = offsets.next();
            let part = words(name, first);
            filled.fact_offsets.extend(offset.filter(|_| part.is_none()));
            part
        };
        filled.inlines = fill(&self.inlines, true, facts);
        filled
    }
}

fn fill(
    inlines: &[TextPart],
    first: bool,
    words: &mut impl FnMut(&FactName, bool) -> Option<TextPart>,
) -> Vec<TextPart> {
    let mut filled = Vec::new();
    for inline in inlines {
        let first = first && filled.is_empty();
        let part = match inline {
            TextPart::Text(_) => inline.clone(),
            TextPart::Fact(name) => words(name, first).unwrap_or_else(|| inline.clone()),
            TextPart::Strong(content) => TextPart::Strong(fill(content, first, words)),
            TextPart::Emphasis(content) => TextPart::Emphasis(fill(content, first, words)),
            TextPart::Link { target, content } => {
                TextPart::Link { target: target.clone(), content: fill(content, first, words) }
            }
            TextPart::Foreign { language, content } => {
                TextPart::Foreign { language: language.clone(), content: fill(content, first, words) }
            }
        };
        push(&mut filled, part);
    }
    filled
}

/// Visits every part, each before its content.
fn walk<'a>(inlines: &'a [TextPart], visit: &mut impl FnMut(&'a TextPart)) {
    for inline in inlines {
        visit(inline);
        match inline {
            TextPart::Text(_) | TextPart::Fact(_) => {}
            TextPart::Strong(content)
            | TextPart::Emphasis(content)
            | TextPart::Link { content, .. }
            | TextPart::Foreign { content, .. } => walk(content, visit),
        }
    }
}

fn write_plain(inlines: &[TextPart], plain: &mut String) {
    walk(inlines, &mut |inline| match inline {
        TextPart::Text(text) => plain.push_str(text),
        TextPart::Fact(name) => {
            plain.push('{');
            plain.push_str(name.as_str());
            plain.push('}');
        }
        TextPart::Strong(_) | TextPart::Emphasis(_) | TextPart::Link { .. } | TextPart::Foreign { .. } => {}
    });
}

/// Whether a character draws nothing according to Unicode (`Default_Ignorable_Code_Point`), or is a control character,
/// which draws nothing either. A tab is white space.
///
/// ```
/// assert!(briefing_model::is_invisible('\u{200b}'));
/// assert!(!briefing_model::is_invisible(' '));
/// ```
#[must_use]
#[inline]
pub const fn is_invisible(c: char) -> bool {
    matches!(c,
        '\0'..='\u{8}' | '\u{A}'..='\u{1F}' | '\u{7F}'..='\u{9F}'
        | '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}'..='\u{1160}' | '\u{17B4}'..='\u{17B5}'
        | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}'
        | '\u{3164}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF0}'..='\u{FFF8}'
        | '\u{1BCA0}'..='\u{1BCA3}' | '\u{1D173}'..='\u{1D17A}' | '\u{E0000}'..='\u{E0FFF}')
}

/// Whether a text consists only of white space and [invisible](is_invisible) characters.
///
/// ```
/// assert!(briefing_model::shows_nothing(" \u{200b}\u{ad}"));
/// assert!(!briefing_model::shows_nothing("–"));
/// ```
#[must_use]
pub fn shows_nothing(text: &str) -> bool {
    text.chars().all(|c| c.is_whitespace() || is_invisible(c))
}

fn is_blank(inlines: &[TextPart]) -> bool {
    let mut blank = true;
    walk(inlines, &mut |inline| match inline {
        TextPart::Text(text) => blank &= shows_nothing(text),
        TextPart::Fact(_) => blank = false,
        TextPart::Strong(_) | TextPart::Emphasis(_) | TextPart::Link { .. } | TextPart::Foreign { .. } => {}
    });
    blank
}

fn contains_link(inlines: &[TextPart]) -> bool {
    let mut found = false;
    walk(inlines, &mut |inline| {
        found |= matches!(inline, TextPart::Link { .. });
    });
    found
}

/// Appends a part, and joins it to the last one if nothing would distinguish the two.
fn push(inlines: &mut Vec<TextPart>, inline: TextPart) {
    match (inlines.last_mut(), inline) {
        (Some(TextPart::Text(last)), TextPart::Text(text)) => last.push_str(&text),
        (Some(TextPart::Strong(last)), TextPart::Strong(content))
        | (Some(TextPart::Emphasis(last)), TextPart::Emphasis(content)) => {
            for inline in content {
                push(last, inline);
            }
        }
        (_, inline) => inlines.push(inline),
    }
}

impl PartialEq for RichText {
    /// Two texts are equal if their words and their markup are, wherever their facts were in the text that was read.
    fn eq(&self, other: &Self) -> bool {
        self.inlines == other.inlines
    }
}

impl Eq for RichText {}

impl fmt::Debug for RichText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("RichText").field(&self.to_string()).finish()
    }
}

impl fmt::Display for RichText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if f.width().is_some() {
            return one_piece(f, self);
        }
        write_marked(&self.inlines, f)
    }
}

fn write_marked(inlines: &[TextPart], f: &mut fmt::Formatter<'_>) -> fmt::Result {
    for inline in inlines {
        match inline {
            TextPart::Text(text) => write_escaped(text, f)?,
            TextPart::Strong(content) => write_between("**", content, "**", f)?,
            TextPart::Emphasis(content) => write_between("*", content, "*", f)?,
            TextPart::Link { target, content } => {
                write_between("[", content, "](", f)?;
                write_target(target.as_str(), f)?;
                f.write_str(")")?;
            }
            TextPart::Foreign { language, content } => {
                write_between("[", content, "]", f)?;
                write!(f, "{{lang={language}}}")?;
            }
            TextPart::Fact(name) => write!(f, "{{{name}}}")?,
        }
    }
    Ok(())
}

fn write_between(open: &str, content: &[TextPart], close: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    f.write_str(open)?;
    write_marked(content, f)?;
    f.write_str(close)
}

fn write_escaped(text: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let mut from = 0;
    for (at, _) in text.match_indices(parse::is_escapable) {
        f.write_str(text.get(from..at).unwrap_or_default())?;
        f.write_str("\\")?;
        from = at;
    }
    f.write_str(text.get(from..).unwrap_or_default())
}

/// Balanced brackets may be in a target as they are; others would end it early.
fn write_target(target: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let mut open = 0_usize;
    let balanced = target.chars().all(|c| match c {
        '(' => {
            open += 1;
            true
        }
        ')' => open.checked_sub(1).map(|left| open = left).is_some(),
        _ => true,
    }) && open == 0;
    if balanced {
        return f.write_str(target);
    }
    f.write_str(&target.replace('(', "\\(").replace(')', "\\)"))
}

impl FromStr for RichText {
    type Err = InvalidRichText;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        parse::parse(text)
    }
}

serde_as_text!(RichText, "a text with markup: **strong**, *emphasis*, [link](https://…), [text]{lang=fr}, {fact}");
