//! All faults of a reading, bounded and in order.

use std::collections::{BTreeMap, BTreeSet};

use super::{Code, Diagnostic, FileSpan, Severity};

/// How many faults of one code are kept; the rest are counted.
///
/// ```
/// use briefing_office::{Code, Diagnostic, Diagnostics, MOST_PER_CODE};
///
/// let mut faults = Diagnostics::new();
/// (0..=MOST_PER_CODE).for_each(|n| faults.push(Diagnostic::new(Code::NotUtf8, None, format!("file {n} is UTF-16"))));
/// assert_eq!(faults.iter().count(), MOST_PER_CODE);
/// assert_eq!(faults.errors(), MOST_PER_CODE + 1);
/// ```
pub const MOST_PER_CODE: usize = 50;

/// The faults found in one reading: up to [`MOST_PER_CODE`] of each code, and how many more there were.
///
/// They stand in the order of the files (`office.toml`, the ledger, then the months) and of their places in them; those
/// that no file is to blame for come last.
///
/// ```
/// use briefing_office::{Code, Diagnostic, Diagnostics, FileSpan};
///
/// let mut faults = Diagnostics::new();
/// for _ in 0..60 {
///     faults.push(Diagnostic::new(Code::NotUtf8, FileSpan::whole_file("office.toml"), "the file is UTF-16"));
/// }
/// assert_eq!((faults.iter().count(), faults.errors()), (50, 60));
/// assert!(faults.to_string().ends_with("and 10 more of O0103\n\n60 errors\n"));
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Diagnostics {
    kept: Vec<Diagnostic>,
    counts: BTreeMap<Code, usize>,
    /// What is counted and not kept, where each is counted once.
    counted: BTreeSet<DiagnosticKey>,
    errors: usize,
    warnings: usize,
}

impl Diagnostics {
    /// None yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds one; past [`MOST_PER_CODE`] of its code it is only counted.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.count_severity(diagnostic.code, diagnostic.severity, 1);
        if self.counts.get(&diagnostic.code).is_some_and(|&count| count <= MOST_PER_CODE) {
            let at = self.kept.partition_point(|other| order(other) <= order(&diagnostic));
            self.kept.insert(at, diagnostic);
        }
    }

    /// Adds one unless the very same is there.
    ///
    /// ```
    /// use briefing_office::{Code, Diagnostic, Diagnostics};
    ///
    /// let fault = Diagnostic::new(Code::NotUtf8, None, "the file is UTF-16");
    /// let mut faults = Diagnostics::new();
    /// faults.push_once(fault.clone());
    /// faults.push_once(fault);
    /// assert_eq!(faults.errors(), 1);
    /// ```
    pub fn push_once(&mut self, diagnostic: Diagnostic) {
        if !self.kept.contains(&diagnostic) {
            self.push(diagnostic);
        }
    }

    /// Adds a diagnostic of a kind that may be found very often, unless the same has been found; beyond [`MOST_PER_CODE`] too,
    /// each is counted once.
    ///
    /// ```
    /// use briefing_office::{Code, Diagnostic, Diagnostics};
    ///
    /// let mut faults = Diagnostics::new();
    /// for _ in 0..3 {
    ///     faults.push_different(Diagnostic::new(Code::NameInEnglish, None, "`Iraq` has no name in `fr`"));
    /// }
    /// assert_eq!((faults.iter().count(), faults.warnings()), (1, 1));
    /// ```
    pub fn push_different(&mut self, diagnostic: Diagnostic) {
        if self.kept.contains(&diagnostic) {
            return;
        }
        if !self.is_full(diagnostic.code) {
            self.push(diagnostic);
        } else if self.counted.insert(key(&diagnostic)) {
            self.count(diagnostic.code, 1);
        }
    }

    /// Whether a further fault of this code would only be counted.
    pub(crate) fn is_full(&self, code: Code) -> bool {
        self.counts.get(&code).is_some_and(|&count| count >= MOST_PER_CODE)
    }

    /// Counts faults that are not kept themselves.
    pub(crate) fn count(&mut self, code: Code, more: usize) {
        if more > 0 {
            self.count_severity(code, code.severity(), more);
        }
    }

    fn count_severity(&mut self, code: Code, severity: Severity, more: usize) {
        *self.counts.entry(code).or_default() += more;
        match severity {
            Severity::Error => self.errors += more,
            Severity::Warning => self.warnings += more,
        }
    }

    /// Takes out all warnings of a code, those that are only counted included: how many there were.
    ///
    /// ```
    /// use briefing_office::{Code, Diagnostic, Diagnostics};
    ///
    /// let mut faults = Diagnostics::new();
    /// for number in 0..60 {
    ///     faults.push_different(Diagnostic::new(Code::NameInEnglish, None, format!("name {number}")));
    /// }
    /// assert_eq!(faults.take_warnings(Code::NameInEnglish), 60);
    /// assert!(faults.is_empty() && faults.warnings() == 0);
    /// ```
    pub fn take_warnings(&mut self, code: Code) -> usize {
        if code.severity() != Severity::Warning {
            return 0;
        }
        let taken = self.counts.remove(&code).unwrap_or_default();
        self.kept.retain(|fault| fault.code != code);
        self.counted.retain(|(of, ..)| *of != code);
        self.warnings = self.warnings.saturating_sub(taken);
        taken
    }

    /// Takes back the faults of a code in a file, which follow from another one.
    pub(crate) fn withdraw(&mut self, code: Code, file: &str) {
        let is_there =
            |fault: &Diagnostic| fault.code == code && fault.place.as_ref().is_some_and(|place| place.file == file);
        let taken = self.kept.iter().filter(|fault| is_there(fault)).count();
        self.kept.retain(|fault| !is_there(fault));
        if let Some(count) = self.counts.get_mut(&code) {
            *count = count.saturating_sub(taken);
        }
        match code.severity() {
            Severity::Error => self.errors = self.errors.saturating_sub(taken),
            Severity::Warning => self.warnings = self.warnings.saturating_sub(taken),
        }
    }

    /// Gives other advice on the faults of a code at a place.
    pub(crate) fn advise(&mut self, code: Code, place: &FileSpan, hint: &str) {
        let there = self.kept.iter_mut().filter(|fault| fault.code == code && fault.place.as_ref() == Some(place));
        there.for_each(|fault| fault.hint = Some(hint.to_owned()));
    }

    /// Adds all of another reading.
    ///
    /// ```
    /// use briefing_office::{Memory, read_office};
    ///
    /// let mut faults = read_office(&Memory::new()).into_parts().1;
    /// faults.append(read_office(&Memory::new().with("office.toml", "[office]\nid = 'o'\n")).into_parts().1);
    /// assert_eq!(faults.errors(), 2, "no office.toml in the first folder, no name in the second");
    /// ```
    pub fn append(&mut self, other: Self) {
        let more: Vec<_> = other.more().collect();
        for diagnostic in other.kept {
            self.push(diagnostic);
        }
        for (code, more) in more {
            self.count(code, more);
        }
    }

    /// Adds what another reading of the same folder found and this one did not: two months of one office share the faults
    /// of the office.
    ///
    /// ```
    /// use briefing_office::{Memory, read_month};
    ///
    /// let files = Memory::new().with("office.toml", "[office]\nid = 'o'\n").with("2025-04/briefing.toml", "");
    /// let read = |month: &str| read_month(&files, month.parse().unwrap()).into_parts().1;
    /// let mut faults = read("2025-04");
    /// let of_april = faults.errors();
    /// faults.merge(read("2025-04"));
    /// assert_eq!(faults.errors(), of_april);
    /// ```
    pub fn merge(&mut self, other: Self) {
        let (more, known) = (other.untold(), self.untold());
        for diagnostic in other.kept {
            self.push_once(diagnostic);
        }
        for counted in other.counted {
            let is_kept = self.kept.iter().any(|kept| key(kept) == counted);
            if !is_kept && self.counted.insert(counted.clone()) {
                self.count(counted.0, 1);
            }
        }
        // Of what is only counted nobody knows whether it is the same; what both count, the larger count has.
        for (code, more) in more {
            self.count(code, more.saturating_sub(known.get(&code).copied().unwrap_or_default()));
        }
    }

    /// Adds what was found beside this, as if it had been reported here one by one, the very same only once.
    pub(crate) fn absorb(&mut self, other: Self) {
        let more = other.untold();
        for diagnostic in other.kept {
            self.push_once(diagnostic);
        }
        for counted in other.counted {
            if self.counted.insert(counted.clone()) {
                self.count(counted.0, 1);
            }
        }
        for (code, more) in more {
            self.count(code, more);
        }
    }

    /// How many of each code are only counted, but for those that are each counted once.
    fn untold(&self) -> BTreeMap<Code, usize> {
        let counted = |code| self.counted.iter().filter(|(of, ..)| *of == code).count();
        self.more().map(|(code, more)| (code, more.saturating_sub(counted(code)))).collect()
    }

    /// The kept faults in order.
    pub fn iter(&self) -> std::slice::Iter<'_, Diagnostic> {
        self.kept.iter()
    }

    /// The first that stands in the way of an output.
    pub(crate) fn first_error(&self) -> Option<&Diagnostic> {
        self.kept.iter().find(|fault| fault.severity == Severity::Error)
    }

    /// Whether there is none at all, not even a warning.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.kept.is_empty()
    }

    /// How many errors there are, those that are not kept included.
    #[must_use]
    pub fn errors(&self) -> usize {
        self.errors
    }

    /// How many warnings there are, those that are not kept included.
    #[must_use]
    pub fn warnings(&self) -> usize {
        self.warnings
    }

    /// The codes with more faults than are kept, and how many more.
    ///
    /// ```
    /// use briefing_office::{Code, Diagnostic, Diagnostics};
    ///
    /// let mut faults = Diagnostics::new();
    /// (0..60).for_each(|n| faults.push(Diagnostic::new(Code::NotUtf8, None, format!("file {n} is UTF-16"))));
    /// assert!(faults.more().eq([(Code::NotUtf8, 10)]));
    /// ```
    pub fn more(&self) -> impl Iterator<Item = (Code, usize)> + '_ {
        self.counts.iter().filter_map(|(&code, &count)| {
            let kept = self.kept.iter().filter(|diagnostic| diagnostic.code == code).count();
            (count > kept).then(|| (code, count - kept))
        })
    }

    /// Whether the system refused to read something (as opposed to something being wrong with what was read).
    ///
    /// ```
    /// use briefing_office::{Memory, read_office};
    ///
    /// let (_, faults) = read_office(&Memory::new().with("office.toml", "[office")).into_parts();
    /// assert!(!faults.system_refused(), "the file could be read, and is wrong");
    /// ```
    #[must_use]
    pub fn system_refused(&self) -> bool {
        self.counts.contains_key(&Code::Unreadable)
    }
}

impl<'a> IntoIterator for &'a Diagnostics {
    type Item = &'a Diagnostic;
    type IntoIter = std::slice::Iter<'a, Diagnostic>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

/// What an office mends first comes first: the office, then its ledger, then the months, then what no file is to blame for.
fn order(diagnostic: &Diagnostic) -> (u8, &str, usize, usize, Code) {
    let Some(place) = &diagnostic.place else {
        return (4, "", 0, 0, diagnostic.code);
    };
    let rank = match place.file.as_str() {
        "office.toml" => 1,
        file if !file.contains('/') => 2,
        _ => 3,
    };
    (rank, &place.file, place.line, place.column, diagnostic.code)
}

/// What makes a diagnostic the same as another.
type DiagnosticKey = (Code, String, Option<String>);

fn key(diagnostic: &Diagnostic) -> DiagnosticKey {
    let Diagnostic { code, message, place, .. } = diagnostic;
    (*code, message.clone(), place.as_ref().map(ToString::to_string))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::FileSpan;

    #[test]
    fn the_office_comes_before_its_ledger_and_the_months() {
        let mut faults = Diagnostics::new();
        for file in ["2025-04/briefing.toml", "ledger.csv", "2025-03/briefing.toml", "office.toml"] {
            faults.push(Diagnostic::new(Code::NotUtf8, FileSpan::whole_file(file), "x"));
        }
        let files: Vec<_> = faults.iter().map(|d| d.place.as_ref().unwrap().file.as_str()).collect();
        assert_eq!(files, ["office.toml", "ledger.csv", "2025-03/briefing.toml", "2025-04/briefing.toml"]);
    }

    #[test]
    fn appending_keeps_the_counts() {
        let mut one = Diagnostics::new();
        let mut two = Diagnostics::new();
        for _ in 0..40 {
            one.push(Diagnostic::new(Code::NotUtf8, FileSpan::whole_file("a"), "x"));
            two.push(Diagnostic::new(Code::NotUtf8, FileSpan::whole_file("b"), "x"));
        }
        two.count(Code::NotUtf8, 5);
        one.append(two);
        assert_eq!((one.iter().count(), one.errors()), (50, 85));
        assert_eq!(one.more().collect::<Vec<_>>(), [(Code::NotUtf8, 35)]);
    }
}
