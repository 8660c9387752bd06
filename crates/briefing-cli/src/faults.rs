//! What is wrong with an office folder, as a command tells it: what the reader found, and what the pages showed.

use std::fmt;

use briefing_office::{Diagnostics, Explanation, Location, Severity};
use serde::{Serialize, Serializer};

use crate::status::Status;

/// The stable codes of what only a finished page shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum PageCode {
    /// A name that is not known in the document's language.
    NameInEnglish,
    /// A text that is in another language than the document.
    TextUntranslated,
    /// An official wording that is not known in the document's language.
    WordingInEnglish,
    /// A character that no font has.
    NoGlyph,
    /// Text that is not on the pages as it is in the document.
    TextLost,
}

impl PageCode {
    /// Every code, in order.
    pub(crate) const ALL: [Self; 5] =
        [Self::NameInEnglish, Self::TextUntranslated, Self::WordingInEnglish, Self::NoGlyph, Self::TextLost];

    /// The code as text.
    pub(crate) const fn as_str(self) -> &'static str {
        self.explain().code
    }

    /// What it means, an example and the remedy.
    pub(crate) const fn explain(self) -> Explanation {
        match self {
            Self::NameInEnglish => Explanation {
                code: "N0101",
                title: "a name without a translation",
                meaning: "The briefing is rendered in a language in which this name is not known. The name is printed in English, \
                          and marked as English for assistive technology; nothing is transliterated.",
                example: "[[programme]]\nid = \"ct-travel\"\nname = \"Countering Terrorist Travel\"      # no name in `fr`",
                remedy: "Give the name in that language: name = { en = \"…\", fr = \"…\" }.",
            },
            Self::TextUntranslated => Explanation {
                code: "N0102",
                title: "a text without a translation",
                meaning: "The briefing is rendered in another language than this text is written in. Headings, dates and figures are \
                          in the language asked for; the text is printed as it is, marked with its language, and a note says so.",
                example: "briefing render unoct 2025-04 --lang fr      # and 2025-04/briefing.fr.toml has no [votan.text]",
                remedy: "Translate the text: `briefing translations OFFICE MONTH --lang fr` lists what is missing.",
            },
            Self::WordingInEnglish => Explanation {
                code: "N0103",
                title: "an official wording without a confirmed translation",
                meaning: "The functions of the mandate, the pillars and the Strategy are worded by the United Nations. No wording in \
                          this language has been confirmed, so the English one is printed, and marked as English. None is made up.",
                example: "briefing render unoct 2025-04 --lang ru      # Pillar II",
                remedy: "Put the wording of your office beside the English in office.ru.toml, as [mandate.leadership] or \
                         [strategy.II]; `briefing translations` lists the keys. If you know the official one, tell the authors of \
                         this program as well, with its source.",
            },
            Self::NoGlyph => Explanation {
                code: "G0101",
                title: "a character that no font has",
                meaning: "A text has a character that none of the fonts can draw, such as an emoji. A box with a question mark is \
                          printed in its place.",
                example: "[[item]]\ntext = \"The network 🚀 was launched.\"",
                remedy: "Write it in words, or leave it out.",
            },
            Self::TextLost => Explanation {
                code: "G0102",
                title: "text that the pages do not say",
                meaning: "Each laid-out document is read again before it is written: every character must be on a page once, in \
                          reading order, with a glyph. Here one is lost, doubled or out of place, and no file is written.",
                example: "in `votan`, the document says `A launch.`, and the pages `A lunch.`",
                remedy: "Nothing in the office folder is at fault. Tell the authors of this program, with the text of the item \
                         named; until it is mended, word the item in another way.",
            },
        }
    }
}

impl fmt::Display for PageCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Serialize for PageCode {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

/// Something that only a finished page shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct PageFault {
    pub(crate) code: PageCode,
    pub(crate) severity: Severity,
    pub(crate) message: String,
    #[serde(flatten)]
    pub(crate) place: Option<Location>,
    pub(crate) hint: Option<String>,
    pub(crate) related: [(); 0],
}

impl PageFault {
    pub(crate) fn new(code: PageCode, place: Option<Location>, message: String) -> Self {
        let severity = if code == PageCode::TextLost { Severity::Error } else { Severity::Warning };
        Self { code, severity, message, place, hint: None, related: [] }
    }
}

/// In the form in which the reader's faults are shown.
impl fmt::Display for PageFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let severity = if self.severity == Severity::Error { "error" } else { "warning" };
        writeln!(f, "{severity}[{}]: {}", self.code, self.message)?;
        let Some(place) = &self.place else { return Ok(()) };
        writeln!(f, " --> {place}")?;
        if place.line == 0 {
            return Ok(());
        }
        let gutter = place.line.to_string().len();
        writeln!(f, " {:gutter$} |", "")?;
        writeln!(f, " {:gutter$} | {}", place.line, place.excerpt)?;
        writeln!(f, " {:gutter$} | {:>caret$}", "", "^", caret = place.caret)
    }
}

/// All that was found.
#[derive(Debug, Default)]
pub(crate) struct Faults {
    read: Diagnostics,
    pages: Vec<PageFault>,
}

impl Faults {
    /// Takes up what a reading found, leaving out what another has found already.
    pub(crate) fn add_reading(&mut self, found: Diagnostics) {
        if self.read.is_empty() {
            self.read = found;
            return;
        }
        for diagnostic in &found {
            if !self.read.iter().any(|known| known == diagnostic) {
                self.read.push(diagnostic.clone());
            }
        }
    }

    /// Takes up all that was found elsewhere, each once.
    pub(crate) fn append(&mut self, other: Self) {
        self.add_reading(other.read);
        other.pages.into_iter().for_each(|fault| self.add_page(fault));
    }

    /// Takes up what a page showed, once.
    pub(crate) fn add_page(&mut self, fault: PageFault) {
        if !self.pages.contains(&fault) {
            self.pages.push(fault);
        }
    }

    /// Leaves out what a page showed that nobody who keeps an office folder can mend.
    pub(crate) fn leave_to_the_tables(&mut self) {
        self.pages.retain(|fault| fault.code != PageCode::WordingInEnglish);
    }

    pub(crate) fn errors(&self) -> usize {
        self.read.errors() + self.page_errors()
    }

    fn page_errors(&self) -> usize {
        self.pages.iter().filter(|fault| fault.severity == Severity::Error).count()
    }

    pub(crate) fn warnings(&self) -> usize {
        self.read.warnings() + self.pages.len() - self.page_errors()
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.errors() + self.warnings() == 0
    }

    /// How a command ends that found this.
    pub(crate) fn status(&self, strict: bool) -> Status {
        if self.read.system_refused() {
            Status::System
        } else if self.errors() > 0 || (strict && self.warnings() > 0) {
            Status::Input
        } else {
            Status::Done
        }
    }

    /// How many there are, in words; nothing if there are none.
    pub(crate) fn count(&self) -> String {
        let word = |count: usize, word: &str| match count {
            0 => None,
            1 => Some(format!("1 {word}")),
            _ => Some(format!("{count} {word}s")),
        };
        let words = [word(self.errors(), "error"), word(self.warnings(), "warning")];
        words.into_iter().flatten().collect::<Vec<_>>().join(", ")
    }

    /// All of it for a program, in the form of [`Diagnostics::to_json`].
    pub(crate) fn to_json(&self) -> serde_json::Result<String> {
        let mut all = serde_json::to_value(&self.read)?;
        if let Some(all) = all.as_object_mut() {
            all.insert("errors".to_owned(), self.errors().into());
            all.insert("warnings".to_owned(), self.warnings().into());
            if let Some(list) = all.get_mut("diagnostics").and_then(serde_json::Value::as_array_mut) {
                for fault in &self.pages {
                    list.push(serde_json::to_value(fault)?);
                }
            }
        }
        serde_json::to_string_pretty(&all)
    }
}

/// For people; ends with how many there are.
impl fmt::Display for Faults {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for diagnostic in &self.read {
            writeln!(f, "{diagnostic}")?;
        }
        for fault in &self.pages {
            writeln!(f, "{fault}")?;
        }
        for (code, more) in self.read.more() {
            writeln!(f, "and {more} more of {code}\n")?;
        }
        if !self.is_empty() {
            writeln!(f, "{}; `briefing explain CODE` tells what a code means", self.count())?;
        }
        Ok(())
    }
}
