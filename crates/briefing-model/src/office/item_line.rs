//! The quiet line under an item.

use crate::textual::{serde_as_text, words};

/// A detail of an event that the line under its item may give.
///
/// ```
/// use briefing_model::ItemDetail;
///
/// assert_eq!("place".parse::<ItemDetail>()?, ItemDetail::Place);
/// assert_eq!(ItemDetail::usual(), [ItemDetail::Place, ItemDetail::Partners]);
/// # Ok::<(), briefing_model::InvalidWord>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ItemDetail {
    /// What it was part of.
    PartOf,
    /// Where it took place, and whether one could take part online.
    Place,
    /// Its organizers.
    Organizers,
    /// Those who took part in it as partners.
    Partners,
    /// The units that held it.
    Units,
    /// The programmes that it belongs to.
    Programmes,
    /// The pillars of the Strategy that it serves.
    Pillars,
}

/// The default details of the line.
const USUAL: [ItemDetail; 2] = [ItemDetail::Place, ItemDetail::Partners];

impl ItemDetail {
    /// The default details of the line: place and partners.
    ///
    /// ```
    /// assert_eq!(briefing_model::ItemDetail::usual().len(), 2);
    /// ```
    #[must_use]
    pub fn usual() -> Vec<Self> {
        USUAL.to_vec()
    }

    pub(super) fn are_usual(details: &[Self]) -> bool {
        details == USUAL
    }
}

words!(
    ItemDetail, "a detail of the line under an item",
    PartOf "part-of", Place "place", Organizers "organizers", Partners "partners", Units "units",
    Programmes "programmes", Pillars "pillars",
);
serde_as_text!(ItemDetail, "part-of, place, organizers, partners, units, programmes or pillars");
