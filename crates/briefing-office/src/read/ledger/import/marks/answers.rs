//! Columns whose cells affirm or deny their heading: `Paid` with `FALSE`, `In-kind` with `Yes`.

use super::words::{BESIDE_ANSWERS, CONFIRMED, NEGATIONS, NO, RECEIVED, RECEIVED_HAN, YES};
use super::{Mark, mark, with_spaces};

/// What the cells of such a column say of their rows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Answers {
    yes: Option<Mark>,
    no: Option<Mark>,
}

impl Answers {
    /// Those of a column with this heading and these cells, which are all but the blank ones; none unless all are answers.
    pub(super) fn new(heading: &str, cells: &[&str]) -> Self {
        let is_of = |known: &[&str], cell: &str| known.contains(&cell.to_lowercase().as_str());
        let are_answers = cells.iter().all(|cell| is_of(&YES, cell) || is_of(&NO, cell));
        // A column of amounts may have nothing but zeros, and one of numbers nothing but ones.
        let is_number = |number: &str| cells.iter().all(|cell| *cell == number);
        if !are_answers || is_number("0") || is_number("1") {
            return Self::default();
        }
        let spaced = with_spaces(heading);
        Self { yes: mark(&spaced), no: denied(&spaced.to_lowercase()) }
    }

    /// What a cell says of its row.
    pub(super) fn mark(self, cell: &str) -> Option<Mark> {
        let lower = cell.to_lowercase();
        let is_of = |known: &[&str]| known.contains(&lower.as_str());
        self.yes.filter(|_| is_of(&YES)).or(self.no.filter(|_| is_of(&NO)))
    }
}

/// What a cell says that denies a heading in small letters.
fn denied(heading: &str) -> Option<Mark> {
    if RECEIVED_HAN.iter().any(|word| heading.contains(word)) {
        return Some(Mark::Unpaid);
    }
    let words: Vec<&str> = heading.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).collect();
    let is_of = |known: &[&str], word: &str| known.iter().any(|known| word.starts_with(known));
    let is_affirmed = |word: &&str| is_of(RECEIVED, word) || is_of(CONFIRMED, word);
    if words.iter().any(|word| NEGATIONS.contains(word))
        || !words.iter().all(|word| is_affirmed(word) || BESIDE_ANSWERS.contains(word))
    {
        return None;
    }
    let word = words.iter().find(|word| is_affirmed(word))?;
    Some(if is_of(RECEIVED, word) { Mark::Unpaid } else { Mark::Open })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_are_told_by_their_heading() {
        for (heading, yes, no) in [
            ("Paid", None, Some(Mark::Unpaid)),
            ("Is_Received", None, Some(Mark::Unpaid)),
            ("IsPaid", None, Some(Mark::Unpaid)),
            ("Payment received?", None, Some(Mark::Unpaid)),
            ("是否到账", None, Some(Mark::Unpaid)),
            ("Оплачено", None, Some(Mark::Unpaid)),
            ("Posted", None, Some(Mark::Open)),
            ("Проведен", None, Some(Mark::Open)),
            ("Approved", None, Some(Mark::Open)),
            ("In-kind", Some(Mark::InKind), None),
            ("Pledge?", Some(Mark::Promise), None),
            ("IsDeleted", Some(Mark::Annulled), None),
            ("RvslInd", Some(Mark::Annulled), None),
            ("Draft", Some(Mark::Open), None),
            ("Receipt sent", None, None),
            ("Paid by cheque", None, None),
            ("Tax paid", None, None),
            ("Anonymous", None, None),
        ] {
            assert_eq!(Answers::new(heading, &["Yes", "no", "TRUE", "0"]), Answers { yes, no }, "{heading}");
            assert_eq!(Answers::new(heading, &["0", "0"]), Answers::default(), "{heading}");
            assert_eq!(Answers::new(heading, &["1", "1"]), Answers::default(), "{heading}");
            assert_eq!(Answers::new(heading, &["0", "250"]), Answers::default(), "{heading}");
            assert_eq!(Answers::new(heading, &["30.04.2025", "no"]), Answers::default(), "{heading}");
        }
    }
}
