//! Reads text with markup.
//!
//! The parser descends through the markup with one function call per level, and counts the levels. Which asterisks open
//! and which close follows from what is open, so nothing is read twice except up to the next asterisks after an opening
//! `***`.

use super::{FactName, InvalidFactName, InvalidLink, Link, RichText, TextPart, contains_link, is_blank, push};
use crate::LanguageTag;
use crate::textual::{Shown, Unprintable, excerpt, is_folding_space, is_unprintable};

/// How deeply markup may be nested.
const DEEPEST: u8 = 16;

/// Whether a character is markup, so that it stands for itself after a backslash.
pub(super) const fn is_escapable(c: char) -> bool {
    matches!(c, '\\' | '*' | '[' | ']' | '{' | '}')
}

/// The greatest length of a text in bytes, which is that of forty pages. A text is one paragraph.
const LONGEST: usize = 100_000;

pub(super) fn parse(source: &str) -> Result<RichText, InvalidRichText> {
    if source.len() > LONGEST {
        return Err(fault(0, RichTextFault::TooLong));
    }
    // As if the text began after a space, so that leading spaces fold into it.
    let mut parser = Parser { source, at: 0, after_space: true, fact_offsets: Vec::new() };
    let mut inlines = parser.content(ContentEnd::Text, OpenMarkup::default())?;
    if let Some(TextPart::Text(last)) = inlines.last_mut() {
        if last.ends_with(' ') {
            last.pop();
        }
        if last.is_empty() {
            inlines.pop();
        }
    }
    Ok(RichText { inlines, fact_offsets: parser.fact_offsets, ..RichText::default() })
}

struct Parser<'a> {
    source: &'a str,
    at: usize,
    after_space: bool,
    fact_offsets: Vec<usize>,
}

/// Whether a text continues like the target of a link.
fn is_target(text: &str) -> bool {
    text.starts_with("(http") || text.starts_with("(www.")
}

/// What ends the content being read, and where it was opened.
#[derive(Clone, Copy)]
enum ContentEnd {
    Text,
    Strong(usize),
    Emphasis(usize),
    Bracket(usize),
}

/// The markup that is open around the content being read, at any distance.
#[derive(Clone, Copy, Default)]
struct OpenMarkup {
    strong: bool,
    emphasis: bool,
    bracket: bool,
    depth: u8,
}

/// The meaning of a run of asterisks at its place.
enum Asterisks {
    OpenStrong,
    OpenEmphasis,
    Close,
}

impl Parser<'_> {
    fn content(&mut self, end: ContentEnd, context: OpenMarkup) -> Result<Vec<TextPart>, InvalidRichText> {
        let mut content = Vec::new();
        loop {
            let start = self.at;
            let Some(c) = self.peek() else {
                return match end {
                    ContentEnd::Text => Ok(content),
                    ContentEnd::Strong(open) => Err(fault(open, RichTextFault::UnclosedStrong)),
                    ContentEnd::Emphasis(open) => Err(fault(open, RichTextFault::UnclosedEmphasis)),
                    ContentEnd::Bracket(open) => Err(fault(open, RichTextFault::UnclosedBracket)),
                };
            };
            match c {
                '*' => match self.asterisks(end, context)? {
                    Asterisks::Close => return Ok(content),
                    Asterisks::OpenStrong => push(&mut content, self.strong(context)?),
                    Asterisks::OpenEmphasis => push(&mut content, self.emphasis(context)?),
                },
                '[' => push(&mut content, self.bracket(context)?),
                ']' => {
                    match end {
                        ContentEnd::Bracket(_) => self.bump(c),
                        ContentEnd::Strong(open) if context.bracket => {
                            return Err(fault(open, RichTextFault::UnclosedStrong));
                        }
                        ContentEnd::Emphasis(open) if context.bracket => {
                            return Err(fault(open, RichTextFault::UnclosedEmphasis));
                        }
                        _ => return Err(fault(start, RichTextFault::Stray(c))),
                    }
                    return Ok(content);
                }
                '{' => push(&mut content, self.fact()?),
                '}' => return Err(fault(start, RichTextFault::Stray(c))),
                _ => self.character(c, &mut content)?,
            }
        }
    }

    /// Reads one character of plain text, escaped or not.
    fn character(&mut self, c: char, content: &mut Vec<TextPart>) -> Result<(), InvalidRichText> {
        let start = self.at;
        self.bump(c);
        if is_folding_space(c) {
            if !self.after_space {
                push_char(content, ' ');
            }
            self.after_space = true;
            return Ok(());
        }
        let literal = match c {
            '\\' => match self.peek() {
                Some(escaped) if is_escapable(escaped) => {
                    self.bump(escaped);
                    escaped
                }
                _ => return Err(fault(start, RichTextFault::Backslash)),
            },
            c if is_unprintable(c) => return Err(fault(start, RichTextFault::Unprintable(c))),
            c => c,
        };
        self.after_space = false;
        push_char(content, literal);
        Ok(())
    }

    /// Decides the meaning of the asterisks here, and skips those that close.
    fn asterisks(&mut self, end: ContentEnd, context: OpenMarkup) -> Result<Asterisks, InvalidRichText> {
        let start = self.at;
        let run = self.run_of_asterisks();
        let closes = match end {
            // A single asterisk inside strong text opens emphasis, unless emphasis is open around it.
            ContentEnd::Strong(open) if run == 1 => {
                if context.emphasis {
                    return Err(fault(open, RichTextFault::UnclosedStrong));
                }
                return Ok(Asterisks::OpenEmphasis);
            }
            ContentEnd::Strong(_) => 2,
            // Two asterisks inside emphasis open strong text; closing and reopening emphasis would make no difference.
            ContentEnd::Emphasis(open) if run == 2 => {
                if context.strong {
                    return Err(fault(open, RichTextFault::UnclosedEmphasis));
                }
                return Ok(Asterisks::OpenStrong);
            }
            ContentEnd::Emphasis(_) => 1,
            ContentEnd::Text | ContentEnd::Bracket(_) => {
                return self.opening(run, context).map_err(|kind| fault(start, kind));
            }
        };
        if self.follows_space() {
            return Err(fault(start, RichTextFault::SpaceBeforeClosing));
        }
        self.at += closes;
        Ok(Asterisks::Close)
    }

    /// Decides what asterisks open if none are open at this level.
    fn opening(&self, run: usize, context: OpenMarkup) -> Result<Asterisks, RichTextFault> {
        match run {
            1 if !context.emphasis => Ok(Asterisks::OpenEmphasis),
            2 if !context.strong => Ok(Asterisks::OpenStrong),
            3 if !context.emphasis && !context.strong => {
                // The next run closes the inner one of the two.
                if self.next_run_of_asterisks() == 2 { Ok(Asterisks::OpenEmphasis) } else { Ok(Asterisks::OpenStrong) }
            }
            1..=3 => Err(RichTextFault::AlreadyOpen),
            _ => Err(RichTextFault::Empty),
        }
    }

    fn strong(&mut self, mut context: OpenMarkup) -> Result<TextPart, InvalidRichText> {
        let open = self.open(2, &mut context)?;
        context.strong = true;
        Ok(TextPart::Strong(self.content(ContentEnd::Strong(open), context)?))
    }

    fn emphasis(&mut self, mut context: OpenMarkup) -> Result<TextPart, InvalidRichText> {
        let open = self.open(1, &mut context)?;
        context.emphasis = true;
        Ok(TextPart::Emphasis(self.content(ContentEnd::Emphasis(open), context)?))
    }

    /// Skips opening asterisks, which must be directly before what they mark.
    fn open(&mut self, asterisks: usize, context: &mut OpenMarkup) -> Result<usize, InvalidRichText> {
        let open = self.at;
        deepen(open, context)?;
        self.at += asterisks;
        match self.peek() {
            Some(c) if !is_folding_space(c) => Ok(open),
            _ => Err(fault(open, RichTextFault::SpaceAfterOpening)),
        }
    }

    /// Reads `[content](target)` or `[content]{lang=tag}`.
    fn bracket(&mut self, mut context: OpenMarkup) -> Result<TextPart, InvalidRichText> {
        let open = self.at;
        deepen(open, &mut context)?;
        context.bracket = true;
        self.bump('[');
        let content = self.content(ContentEnd::Bracket(open), context)?;
        if is_blank(&content) {
            return Err(fault(open, RichTextFault::Empty));
        }
        let start = self.at;
        match self.peek() {
            Some('(') if contains_link(&content) => Err(fault(open, RichTextFault::LinkInLink)),
            Some('(') => {
                let target = self.target()?.parse::<Link>();
                let target = target.map_err(|error| fault(start + 1, RichTextFault::Link(error)))?;
                Ok(TextPart::Link { target, content })
            }
            Some('{') => {
                let attribute = self.braces()?;
                let language = attribute
                    .strip_prefix("lang=")
                    .and_then(|tag| tag.parse::<LanguageTag>().ok())
                    .ok_or_else(|| fault(start, RichTextFault::Attribute(excerpt(attribute))))?;
                Ok(TextPart::Foreign { language, content })
            }
            Some(' ') if is_target(self.rest().trim_start()) => Err(fault(start, RichTextFault::SpaceBeforeTarget)),
            _ if self.source.get(open + 1..).is_some_and(|inside| inside.starts_with("https://"))
                && self.source.get(..open).is_some_and(|before| before.ends_with(')')) =>
            {
                Err(fault(open, RichTextFault::Exchanged))
            }
            _ => Err(fault(open, RichTextFault::NoTarget)),
        }
    }

    fn target(&mut self) -> Result<String, InvalidRichText> {
        let start = self.at;
        let target = read_target(self.rest());
        let (target, length) = target.ok_or_else(|| fault(start, RichTextFault::UnclosedTarget))?;
        self.at += length;
        self.after_space = false;
        Ok(target)
    }

    fn fact(&mut self) -> Result<TextPart, InvalidRichText> {
        let start = self.at;
        let name = self.braces()?;
        let name = name.parse::<FactName>().map_err(|error| fault(start, RichTextFault::Fact(error)))?;
        self.fact_offsets.push(start);
        self.after_space = false;
        Ok(TextPart::Fact(name))
    }

    /// Reads the text between braces.
    fn braces(&mut self) -> Result<&str, InvalidRichText> {
        let start = self.at;
        let inside = self.rest().strip_prefix('{').and_then(|rest| rest.split_once('}'));
        let (inside, _) = inside.ok_or_else(|| fault(start, RichTextFault::UnclosedBrace))?;
        let length = inside.len();
        self.at += length + 2;
        Ok(self.source.get(start + 1..start + 1 + length).unwrap_or_default())
    }

    fn rest(&self) -> &str {
        self.source.get(self.at..).unwrap_or_default()
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    const fn bump(&mut self, c: char) {
        self.at += c.len_utf8();
    }

    fn follows_space(&self) -> bool {
        self.source.get(..self.at).and_then(|before| before.chars().next_back()).is_none_or(is_folding_space)
    }

    fn run_of_asterisks(&self) -> usize {
        self.rest().bytes().take_while(|&b| b == b'*').count()
    }

    /// The length of the next run of asterisks after the one here; escaped asterisks and those in targets do not count.
    fn next_run_of_asterisks(&self) -> usize {
        let mut chars = self.rest().trim_start_matches('*').chars();
        while let Some(c) = chars.next() {
            match c {
                '*' => return 1 + chars.take_while(|&c| c == '*').count(),
                '\\' => {
                    chars.next();
                }
                ']' => {
                    let length = read_target(chars.as_str()).map_or(0, |(_, length)| length);
                    chars = chars.as_str().get(length..).unwrap_or_default().chars();
                }
                _ => {}
            }
        }
        0
    }
}

/// Reads `(target)`, and returns the target and its length with the brackets. Brackets inside it are balanced or
/// escaped.
fn read_target(text: &str) -> Option<(String, usize)> {
    let mut chars = text.strip_prefix('(')?.char_indices().peekable();
    let mut target = String::new();
    let mut open = 0_usize;
    while let Some((at, c)) = chars.next() {
        match c {
            '\\' => {
                if let Some((_, bracket)) = chars.next_if(|&(_, c)| matches!(c, '(' | ')')) {
                    target.push(bracket);
                    continue;
                }
            }
            '(' => open += 1,
            ')' if open == 0 => return Some((target, at + 2)),
            ')' => open -= 1,
            _ => {}
        }
        target.push(c);
    }
    None
}

fn push_char(content: &mut Vec<TextPart>, c: char) {
    match content.last_mut() {
        Some(TextPart::Text(text)) => text.push(c),
        _ => content.push(TextPart::Text(c.into())),
    }
}

fn deepen(open: usize, context: &mut OpenMarkup) -> Result<(), InvalidRichText> {
    context.depth += 1;
    if context.depth > DEEPEST { Err(fault(open, RichTextFault::TooDeep)) } else { Ok(()) }
}

const fn fault(offset: usize, fault: RichTextFault) -> InvalidRichText {
    InvalidRichText { offset, fault }
}

/// A text with invalid markup.
///
/// ```
/// use briefing_model::{RichText, RichTextFault};
///
/// let error = "see [the page]".parse::<RichText>().unwrap_err();
/// assert_eq!(error.offset(), 4);
/// assert_eq!(error.fault(), &RichTextFault::NoTarget);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("at byte {offset}: {fault}")]
pub struct InvalidRichText {
    offset: usize,
    fault: RichTextFault,
}

impl InvalidRichText {
    pub(super) fn unprintable(text: &str, c: char) -> Self {
        fault(text.find(c).unwrap_or_default(), RichTextFault::Unprintable(c))
    }

    /// The position of the fault: a byte offset in the text that was read.
    #[must_use]
    pub const fn offset(&self) -> usize {
        self.offset
    }

    /// What is wrong there, and what to do about it.
    #[must_use]
    pub const fn fault(&self) -> &RichTextFault {
        &self.fault
    }
}

/// A fault in text with markup.
///
/// ```
/// use briefing_model::{RichText, RichTextFault};
///
/// let error = "**bold".parse::<RichText>().unwrap_err();
/// assert_eq!(error.fault(), &RichTextFault::UnclosedStrong);
/// assert!(error.fault().to_string().starts_with("this `**` is never closed"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum RichTextFault {
    /// `**` without its counterpart.
    #[error("this `**` is never closed: close it with `**`, or write `\\*` for an asterisk")]
    UnclosedStrong,
    /// `*` without its counterpart.
    #[error("this `*` is never closed: close it with `*`, or write `\\*` for an asterisk")]
    UnclosedEmphasis,
    /// `[` without `]`.
    #[error("this `[` is never closed: close it with `]`, or write `\\[` for a bracket")]
    UnclosedBracket,
    /// `](` without `)`.
    #[error("the link's target is never closed: close it with `)`")]
    UnclosedTarget,
    /// `{` without `}`.
    #[error("this `{{` is never closed: close it with `}}`, or write `\\{{` for a brace")]
    UnclosedBrace,
    /// A closing bracket or brace that closes nothing.
    #[error("this `{0}` closes nothing: write `\\{0}` if it is part of the text")]
    Stray(char),
    /// Opening asterisks with a space after them.
    #[error("an opening `*` stands directly before what it marks: remove the space, or write `\\*` for an asterisk")]
    SpaceAfterOpening,
    /// Closing asterisks with a space before them.
    #[error("a closing `*` stands directly after what it marks: remove the space, or write `\\*` for an asterisk")]
    SpaceBeforeClosing,
    /// Strong within strong, or emphasis within emphasis.
    #[error("what these asterisks open is open already: remove them, or write `\\*` for an asterisk")]
    AlreadyOpen,
    /// Markup without content.
    #[error("there is nothing to read inside this markup: write a text, or remove it")]
    Empty,
    /// `[text]` with neither target nor language.
    #[error("`[text]` needs `(https://…)` or `{{lang=…}}` directly after it: add one, or write `\\[` for a bracket")]
    NoTarget,
    /// `[text] (https://…)`.
    #[error("nothing may stand between `[text]` and `(https://…)`: remove the space")]
    SpaceBeforeTarget,
    /// `(text)[https://…]`.
    #[error("the brackets of this link are exchanged: write `[text](https://…)`")]
    Exchanged,
    /// A link within a link.
    #[error("a link cannot contain a link: end one before the other")]
    LinkInLink,
    /// A target that is not a link.
    #[error(transparent)]
    Link(InvalidLink),
    /// Something other than a language tag after `[text]`.
    #[error("`{{{0}}}` is not known after `[text]`: write `{{lang=…}}` with a language tag such as fr or pt-BR")]
    Attribute(String),
    /// Something other than the name of a fact in braces.
    #[error("{0}; write `\\{{` for a brace")]
    Fact(InvalidFactName),
    /// A backslash before an ordinary character.
    #[error("a backslash stands only before one of \\ * [ ] {{ }}: write `\\\\` for a backslash")]
    Backslash,
    /// A character that cannot be printed.
    #[error("{what} {why}", what = Shown(*.0), why = Unprintable(*.0))]
    Unprintable(char),
    /// A paragraph that is too long.
    #[error("a text has at most {LONGEST} bytes: divide it")]
    TooLong,
    /// Markup that is nested too deeply.
    #[error("the markup nests more than {DEEPEST} levels deep: simplify it")]
    TooDeep,
}
