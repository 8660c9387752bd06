//! The names of the months.

/// The names of the months in one language and one length.
#[derive(Debug)]
pub(crate) struct Calendar {
    alone: [&'static str; 12],
    in_date: [&'static str; 12],
}

impl Calendar {
    /// Names with the same form on their own and in a date.
    pub(super) const fn new(names: [&'static str; 12]) -> Self {
        Self { alone: names, in_date: names }
    }

    /// Names with a different form in a date.
    pub(super) const fn inflected(alone: [&'static str; 12], in_date: [&'static str; 12]) -> Self {
        Self { alone, in_date }
    }

    /// The name of a month from 1 to 12, as written on its own.
    pub(crate) fn alone(&self, month: u32) -> &'static str {
        nth(&self.alone, month)
    }

    /// The name of a month from 1 to 12, as written in a date.
    pub(crate) fn in_date(&self, month: u32) -> &'static str {
        nth(&self.in_date, month)
    }
}

fn nth(names: &[&'static str; 12], month: u32) -> &'static str {
    let index = month.checked_sub(1).and_then(|index| usize::try_from(index).ok());
    // The number of a month is always from 1 to 12.
    index.and_then(|index| names.get(index)).copied().unwrap_or_default()
}
