//! Amounts that stand beside other words in their cell: what a payment settles, with its currency, and instalments, with their days.

use std::ops::Range;

use super::columns::ReadColumn;

/// Where the amounts of a cell stand in its text; none where the cell has another form, or holds nothing but an amount.
pub(super) fn amounts(column: ReadColumn, text: &str) -> Vec<Range<usize>> {
    let trimmed = |from: usize, until: usize| {
        let part = text.get(from..until).unwrap_or_default();
        let begin = from + (part.len() - part.trim_start().len());
        begin..begin + part.trim().len()
    };
    match column {
        ReadColumn::Settles => {
            let is_first = text.starts_with(|c: char| c.is_ascii_alphabetic());
            let gap = if is_first { text.find(' ') } else { text.rfind(' ') };
            gap.map(|gap| if is_first { trimmed(gap, text.len()) } else { trimmed(0, gap) }).into_iter().collect()
        }
        ReadColumn::Schedule if text.starts_with(|c: char| c.is_ascii_digit()) => {
            let mut from = 0;
            let part = |part: &str| {
                let (begin, until) = (from, from + part.len());
                from = until + 1;
                let day = begin + (part.len() - part.trim_start().len());
                let gap = text.get(day..until)?.trim_end().find(' ')?;
                Some(trimmed(day + gap, until))
            };
            text.split(';').filter_map(part).collect()
        }
        _ => Vec::new(),
    }
}

/// The text of a cell with each of its amounts written otherwise.
pub(super) fn rewritten(column: ReadColumn, text: &str, mut write: impl FnMut(&str) -> String) -> String {
    let (mut all, mut from) = (String::with_capacity(text.len()), 0);
    for Range { start, end } in amounts(column, text) {
        all.push_str(text.get(from..start).unwrap_or_default());
        all.push_str(&write(text.get(start..end).unwrap_or_default()));
        from = end;
    }
    all.push_str(text.get(from..).unwrap_or_default());
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_amount_of_a_cell_is_found() {
        let marked = |column, text| rewritten(column, text, |amount| format!("[{amount}]"));
        for (text, wanted) in [
            ("1.500 KWD", "[1.500] KWD"),
            ("KWD 1.500", "KWD [1.500]"),
            ("1 500,50 EUR", "[1 500,50] EUR"),
            ("EUR  5", "EUR  [5]"),
            ("1500", "1500"),
            ("", ""),
        ] {
            assert_eq!(marked(ReadColumn::Settles, text), wanted);
        }
        for (text, wanted) in [
            ("2025-06-30 1500,50; 2026-06-30: 2 500 ", "2025-06-30 [1500,50]; 2026-06-30: [2 500] "),
            ("2025 500;2026", "2025 [500];2026"),
            ("over 2021/2022", "over 2021/2022"),
            ("2025 5; ; 2026 6;", "2025 [5]; ; 2026 [6];"),
        ] {
            assert_eq!(marked(ReadColumn::Schedule, text), wanted);
        }
        assert_eq!(marked(ReadColumn::Amount, "5 EUR"), "5 EUR");
    }
}
