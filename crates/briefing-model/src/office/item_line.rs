//! What stands in the quiet line under an item.

use std::fmt;
use std::str::FromStr;

use crate::textual::{excerpt, serde_as_text};

/// Something that is known of an event and that the line under its item may say.
///
/// ```
/// use briefing_model::ItemDetail;
///
/// assert_eq!("place".parse::<ItemDetail>()?, ItemDetail::Place);
/// assert_eq!(ItemDetail::usual(), [ItemDetail::Place, ItemDetail::Partners]);
/// # Ok::<(), briefing_model::InvalidItemDetail>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ItemDetail {
    /// What it was part of.
    PartOf,
    /// Where it was, and whether one could take part over the net.
    Place,
    /// Who held it.
    Organizers,
    /// Who took part in it as a partner.
    Partners,
    /// The units that held it.
    Units,
    /// The programmes that it belongs to.
    Programmes,
    /// The pillars of the Strategy that it serves.
    Pillars,
}

/// What the line says where the office does not choose.
const USUAL: [ItemDetail; 2] = [ItemDetail::Place, ItemDetail::Partners];

impl ItemDetail {
    /// Every detail.
    ///
    /// ```
    /// assert_eq!(briefing_model::ItemDetail::ALL.len(), 7);
    /// ```
    pub const ALL: [Self; 7] =
        [Self::PartOf, Self::Place, Self::Organizers, Self::Partners, Self::Units, Self::Programmes, Self::Pillars];

    /// What the line says where the office does not choose: place and partners.
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

    /// The word for it in `office.toml`.
    ///
    /// ```
    /// assert_eq!(briefing_model::ItemDetail::PartOf.as_str(), "part-of");
    /// ```
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::PartOf => "part-of",
            Self::Place => "place",
            Self::Organizers => "organizers",
            Self::Partners => "partners",
            Self::Units => "units",
            Self::Programmes => "programmes",
            Self::Pillars => "pillars",
        }
    }
}

impl fmt::Display for ItemDetail {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl FromStr for ItemDetail {
    type Err = InvalidItemDetail;

    fn from_str(text: &str) -> Result<Self, InvalidItemDetail> {
        let found = Self::ALL.into_iter().find(|detail| detail.as_str() == text);
        found.ok_or_else(|| InvalidItemDetail(excerpt(text)))
    }
}

serde_as_text!(ItemDetail, "part-of, place, organizers, partners, units, programmes or pillars");

/// A text that is nothing that the line under an item may say.
///
/// ```
/// let error = "text".parse::<briefing_model::ItemDetail>().unwrap_err();
/// assert!(error.to_string().starts_with("`text` is nothing that the line under an item says: write part-of, place"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "`{0}` is nothing that the line under an item says: write part-of, place, organizers, partners, units, programmes or \
     pillars"
)]
pub struct InvalidItemDetail(String);
