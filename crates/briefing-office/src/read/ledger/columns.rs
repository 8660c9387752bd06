//! The columns of a ledger: named in its first row, in any order.

use briefing_model::nearest;
use csv::ByteRecord;

use crate::diagnostic::Code;
use crate::sheet::{KeyColumns, RowFault, RowStart};
use crate::tree::{list_of, short};

macro_rules! columns {
    ($($name:ident $text:literal,)*) => {
        /// A column by what it says.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub(super) enum Column { $($name,)* }

        impl Column {
            pub(super) const ALL: &'static [Self] = &[$(Self::$name),*];

            /// The name in the first row.
            pub(super) const fn name(self) -> &'static str {
                match self { $(Self::$name => $text,)* }
            }
        }
    };
}

columns! {
    Id "id",
    Kind "kind",
    Effective "effective",
    Precision "precision",
    Recorded "recorded",
    Contributor "contributor",
    OnBehalfOf "on_behalf_of",
    Ref "ref",
    Amount "amount",
    Currency "currency",
    Schedule "schedule",
    Value "value",
    Received "received",
    Settles "settles",
    Partners "partners",
    RoundedTo "rounded_to",
    Fund "fund",
    Purposes "purposes",
    New "new",
    Itemizes "itemizes",
    Gift "gift",
    What "what",
    Period "period",
    Pledge "pledge",
    TrueEffective "true_effective",
    Source "source",
    Reference "reference",
    Certainty "certainty",
    Note "note",
}

impl Column {
    /// The columns of plain amounts.
    pub(super) const AMOUNTS: [Self; 4] = [Self::Amount, Self::Received, Self::Value, Self::RoundedTo];
}

/// Columns no ledger can do without.
const NEEDED: [Column; 4] = [Column::Id, Column::Kind, Column::Effective, Column::Recorded];

/// No ledger has more columns; a file that has is none.
const MOST_COLUMNS: usize = 100;

/// Which cell of a row belongs to which column.
#[derive(Debug, Clone)]
pub(super) struct Columns {
    /// The place of each column, in the order of [`Column::ALL`].
    places: Vec<Option<usize>>,
    /// How many cells a row has.
    pub(super) width: usize,
}

impl Columns {
    /// Reads the first row; faults go to `fault`.
    pub(super) fn read(header: &ByteRecord, row: RowStart, mut fault: impl FnMut(RowFault)) -> Self {
        let mut places = vec![None; Column::ALL.len()];
        let mut fault = |cell, code, message: String, hint| fault(RowFault { row, cell, code, message, hint });
        if header.len() > MOST_COLUMNS {
            let message = format!("the first row has {} cells: is it a ledger?", header.len());
            fault(None, Code::UnknownColumn, message, None);
        }
        for (at, cell) in header.iter().enumerate().take(MOST_COLUMNS) {
            let name = String::from_utf8_lossy(cell).trim().to_lowercase().replace(['-', ' '], "_");
            let known = Column::ALL.iter().position(|column| column.name() == name);
            match known.and_then(|known| places.get_mut(known)) {
                Some(place @ None) => *place = Some(at),
                Some(Some(_)) => {
                    let message = format!("the column `{}` stands here twice", short(&name));
                    fault(Some(at), Code::UnknownColumn, message, None);
                }
                None => {
                    let names: Vec<&str> = Column::ALL.iter().map(|column| column.name()).collect();
                    let hint = match nearest(&name, names.iter().copied()) {
                        Some(meant) => format!("did you mean `{meant}`?"),
                        None => format!("the columns are {}", list_of(&names)),
                    };
                    let what = if name.is_empty() {
                        "a column has no name".to_owned()
                    } else {
                        format!("there is no column `{}`", short(&name))
                    };
                    fault(Some(at), Code::UnknownColumn, what, Some(hint));
                }
            }
        }
        let columns = Self { places, width: header.len() };
        for column in NEEDED {
            if columns.place(column).is_none() {
                fault(None, Code::MissingColumn, format!("the column `{}` is missing", column.name()), None);
            }
        }
        columns
    }

    /// Where the columns stand by which a row of totals is known.
    pub(super) fn key_columns(&self) -> KeyColumns {
        KeyColumns {
            kind: self.place(Column::Kind),
            amounts: Column::AMOUNTS.iter().filter_map(|column| self.place(*column)).collect(),
        }
    }

    /// Where the column stands in a row.
    pub(super) fn place(&self, column: Column) -> Option<usize> {
        self.places.get(column as usize).copied().flatten()
    }
}
