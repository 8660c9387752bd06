//! What is wrong with a file that is not TOML, in the words of somebody who writes texts and not TOML.
//!
//! The parser reports what it expected where it gave up, which may be far behind the slip, and once for each line that the slip
//! changed the meaning of. So a scanner looks for the slips that people make; what it finds is mended in a copy, and the copy is
//! parsed again, until nothing is wrong with it or nothing more is known. A slip is thereby reported once, and hides no other.

mod mended;
mod repeated;
mod scan;
mod swallowed;

use std::ops::Range;

use toml::de::{DeTable, Error};

use self::mended::{Mend, Mended};
use self::scan::{SlipScan, Statement};

/// How many slips of one file are distinguished; each takes another parse.
const MOST: usize = 24;

/// The same for a file that is longer than people write.
const MOST_OF_LARGE: usize = 3;

/// No office writes a larger file of texts.
const LARGE: usize = 512 * 1024;

/// Something wrong, and where it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Slip {
    pub(super) span: Range<usize>,
    pub(super) message: String,
    pub(super) hint: Option<String>,
    /// What makes the rest of the file readable, in the order of the file; nothing where that is not known.
    mends: Vec<Mend>,
}

impl Slip {
    fn new(span: Range<usize>, message: impl Into<String>, mend: Mend) -> Self {
        Self { span, message: message.into(), hint: None, mends: vec![mend] }
    }

    fn with_hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }
}

/// The slips of a text that the parser read as this, with these errors.
pub(super) fn find(text: &str, root: &DeTable<'_>, errors: Vec<Error>) -> Vec<Slip> {
    let mut mended = Mended::new(text);
    let mut found: Vec<Slip> = Vec::new();
    let mut errors = sorted(errors);
    if errors.is_empty() {
        return swallowed::find(text, root);
    }
    for _ in 0..if text.len() > LARGE { MOST_OF_LARGE } else { MOST } {
        let Some(first) = errors.first() else { break };
        let last = errors.iter().map(start).max().unwrap_or_default();
        let scan = scan::scan(mended.text());
        // What the parser has no quarrel with is not a slip, whatever it looks like.
        let of_letters = scan.slip.clone().filter(|slip| slip.span.start <= last);
        let line = |at: usize| {
            let at = mended.original(at..at).start;
            text.get(..at).unwrap_or_default().matches('\n').count() + 1
        };
        let slip = of_letters.or_else(|| repeated::find(&line, &scan, &errors));
        let slip = slip.unwrap_or_else(|| unexplained(mended.text(), &scan, first));
        let Slip { span, message, hint, mends } = slip;
        let in_file = Slip { span: mended.original(span), message, hint, mends: Vec::new() };
        if !found.contains(&in_file) {
            found.push(in_file);
        }
        if mends.is_empty() {
            found.extend(rest(&mended, &errors));
            break;
        }
        // From the end, so that the places before stay what they are.
        mends.into_iter().rev().for_each(|mend| mended.apply(mend));
        errors = sorted(DeTable::parse_recoverable(mended.text()).1);
    }
    found
}

fn start(error: &Error) -> usize {
    error.span().map_or(0, |span| span.start)
}

fn sorted(mut errors: Vec<Error>) -> Vec<Error> {
    errors.sort_by_key(start);
    errors
}

/// What only the parser has words for: the statement it is in is left out, so that others are looked at.
fn unexplained(text: &str, scan: &SlipScan<'_>, error: &Error) -> Slip {
    let span = error.span().unwrap_or_default();
    let within = |statement: &&Statement<'_>| statement.span.contains(&span.start) && statement.heading().is_none();
    let mend = scan.statements.iter().find(within).map(|statement| Mend::remove(statement.span.clone()));
    // What begins as no statement does is on a line of its own.
    let mend = mend.or_else(|| {
        let line = scan::line_of(text, span.start);
        let is_heading = text.get(line.clone()).is_some_and(|line| line.trim_start().starts_with('['));
        (!is_heading && !line.is_empty()).then(|| Mend::remove(line))
    });
    let mends = mend.into_iter().collect();
    if error.message().starts_with("key with no value") {
        let message = "this line is neither a heading nor a key with a value".to_owned();
        let hint = "a text of several lines begins and ends with `\"\"\"`; a remark begins with `#`".to_owned();
        return Slip { span, message, hint: Some(hint), mends };
    }
    Slip { span, message: in_words(error), hint: None, mends }
}

fn in_words(error: &Error) -> String {
    match error.message().trim_end_matches('.') {
        "duplicate key" => "this key or table was already given a value in this file".to_owned(),
        message => format!("not TOML: {message}"),
    }
}

/// The other errors, the first of each line, where it is not known which of them follow from others.
fn rest(mended: &Mended, errors: &[Error]) -> Vec<Slip> {
    let mut last = errors.first().map(|error| scan::line_of(mended.text(), start(error)));
    let mut found = Vec::new();
    for error in errors.iter().skip(1) {
        let line = Some(scan::line_of(mended.text(), start(error)));
        if last != line {
            let span = mended.original(error.span().unwrap_or_default());
            found.push(Slip { span, message: in_words(error), hint: None, mends: Vec::new() });
        }
        last = line;
    }
    found
}

#[cfg(test)]
mod tests;
