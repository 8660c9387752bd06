//! The rules of a drawing's style sheet, as drawing programs write them: `.cls-1, .cls-2 { fill: #0a2342; }`.

use quick_xml::Reader;
use quick_xml::events::Event;

use super::tree::Element;
use super::{DAMAGED, unprintable};
use crate::picture::PictureError;

/// What a drawing's style sheets say, in order.
#[derive(Debug, Default)]
pub(super) struct StyleRules(Vec<StyleRule>);

#[derive(Debug)]
struct StyleRule {
    selector: Selector,
    declarations: Vec<Declaration>,
}

/// `name: value`, and whether it says that it counts most.
#[derive(Debug)]
pub(super) struct Declaration {
    pub(super) name: String,
    pub(super) value: String,
    pub(super) important: bool,
}

#[derive(Debug)]
enum Selector {
    Any,
    Element(String),
    Class(String),
    Id(String),
}

impl StyleRules {
    /// Collects the rules of a whole drawing: some programs write them behind what they are about.
    pub(super) fn of(text: &str) -> Result<Self, PictureError> {
        let mut reader = Reader::from_str(text);
        let mut rules = Self::default();
        let mut within = false;
        loop {
            match reader.read_event().map_err(|_| DAMAGED)? {
                Event::Start(start) => within = matches!(start.name().into_inner(), "style" | "svg:style"),
                Event::End(_) => within = false,
                Event::Text(sheet) if within => rules.read(&sheet)?,
                Event::CData(sheet) if within => rules.read(&sheet)?,
                Event::Eof => break,
                _ => {}
            }
        }
        // The more exactly a rule says whom it is about, the more it counts; of two alike, the later.
        rules.0.sort_by_key(|rule| rule.selector.rank());
        Ok(rules)
    }

    fn read(&mut self, sheet: &str) -> Result<(), PictureError> {
        let mut rest = sheet.to_owned();
        while let Some((before, after)) = rest.split_once("/*") {
            let after = after.split_once("*/").map_or("", |(_, after)| after);
            rest = format!("{before} {after}");
        }
        for rule in rest.split('}') {
            let Some((selectors, body)) = rule.split_once('{') else {
                if rule.trim().is_empty() {
                    continue;
                }
                return Err(unprintable(SHEET));
            };
            for selector in selectors.split(',') {
                let selector = Selector::of(selector.trim()).ok_or_else(|| unprintable(SHEET))?;
                self.0.push(StyleRule { selector, declarations: declarations(body) });
            }
        }
        Ok(())
    }

    /// What the rules say of an element, what counts most last.
    pub(super) fn of_element<'r>(&'r self, element: &'r Element) -> impl Iterator<Item = &'r Declaration> {
        let meant = move |selector: &Selector| match selector {
            Selector::Any => true,
            Selector::Element(name) => *name == element.name,
            Selector::Class(of) => {
                element.get("class").is_some_and(|class| class.split_whitespace().any(|class| class == of))
            }
            Selector::Id(of) => element.get("id") == Some(of.as_str()),
        };
        self.0.iter().filter(move |rule| meant(&rule.selector)).flat_map(|rule| &rule.declarations)
    }
}

const SHEET: &str = "a style sheet with more than plain rules for classes";

impl Selector {
    fn of(text: &str) -> Option<Self> {
        let word = |word: &str| {
            let plain = !word.is_empty() && word.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_'));
            plain.then(|| word.to_owned())
        };
        if text == "*" {
            return Some(Self::Any);
        }
        if let Some(class) = text.strip_prefix('.') {
            return word(class).map(Self::Class);
        }
        if let Some(id) = text.strip_prefix('#') {
            return word(id).map(Self::Id);
        }
        word(text).map(Self::Element)
    }

    const fn rank(&self) -> u8 {
        match self {
            Self::Any => 0,
            Self::Element(_) => 1,
            Self::Class(_) => 2,
            Self::Id(_) => 3,
        }
    }
}

/// The declarations of a rule or of an element's own style.
pub(super) fn declarations(text: &str) -> Vec<Declaration> {
    let pairs = text.split(';').filter_map(|pair| pair.split_once(':'));
    let read = pairs.map(|(name, value)| {
        let (value, important) = match value.rsplit_once('!') {
            Some((value, word)) if word.trim().eq_ignore_ascii_case("important") => (value, true),
            _ => (value, false),
        };
        Declaration { name: name.trim().to_ascii_lowercase(), value: value.trim().to_owned(), important }
    });
    read.collect()
}
