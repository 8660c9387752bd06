//! The codes of what can be wrong with a month, and what each means.

use std::fmt;

use crate::{Explanation, Severity};

macro_rules! codes {
    ($($(#[$doc:meta])* $variant:ident $code:literal {
        $title:literal
        means $meaning:literal
        example $example:literal
        remedy $remedy:literal
    })+) => {
        /// What can be wrong with a month. The codes are stable: one that falls out of use is not given again.
        ///
        /// Codes of files, references and pictures belong to whoever reads them; those of the ledger are
        /// [`LedgerCode`](crate::LedgerCode).
        ///
        /// ```
        /// use briefing_model::BriefingCode;
        ///
        /// assert_eq!(BriefingCode::OutsideMonth.as_str(), "M0103");
        /// assert_eq!(BriefingCode::find("M0103"), Some(BriefingCode::OutsideMonth));
        /// ```
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum BriefingCode {
            $($(#[$doc])* $variant,)+
        }

        impl BriefingCode {
            /// Every code, in order.
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            /// The code as it is printed; it never changes its meaning.
            ///
            /// ```
            /// assert_eq!(briefing_model::BriefingCode::StatedTotal.as_str(), "M0105");
            /// ```
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }

            /// What it means, an example that brings it about, and what to do.
            ///
            /// ```
            /// let explanation = briefing_model::BriefingCode::OutsideMonth.explanation();
            /// assert_eq!(explanation.title, "an event outside its month");
            /// assert!(explanation.remedy.contains("move the item"));
            /// ```
            #[must_use]
            pub const fn explanation(self) -> Explanation {
                match self {
                    $(Self::$variant => Explanation {
                        title: $title, meaning: $meaning, example: $example, remedy: $remedy,
                    }),+
                }
            }
        }
    };
}

codes! {
    /// Two items share an id.
    DuplicateItem "M0101" {
        "two items with one id"
        means "Translations, links and the ledger find an item of a month by its id, so each is used once in a month."
        example "[[item]]\nid = \"votan\"\n…\n[[item]]\nid = \"votan\""
        remedy "Give one of the two another id."
    }
    /// An item names a unit the office does not have.
    UnknownUnit "M0102" {
        "an item of an unknown unit"
        means "An item stands under `leadership`, under `highlights`, or under a unit, by an id that a `[[unit]]` in \
               `office.toml` has."
        example "[[item]]\nsection = \"unctc\""
        remedy "Correct the section, or add the unit."
    }
    /// An item took place in another month.
    OutsideMonth "M0103" {
        "an event outside its month"
        means "An item belongs to the month's briefing if at least one of its days lies in that month; this one has \
               none there. An event that began earlier or goes on longer is fine."
        example "# 2025-04/briefing.toml\n[[item]]\nid = \"course\"\nwhen = \"2025-05-06/2025-05-08\""
        remedy "Correct `when`, or move the item to the month it belongs to."
    }
    /// A text uses a fact that does not exist, or has no value in the month.
    UnknownFact "M0104" {
        "no such fact"
        means "A text may take a figure from the office's own data: `{standing.pledged}`. This one names a fact that \
               does not exist or has no value in this month, and a figure is never guessed."
        example "text = \"Pledged so far: {standing.pledge}\""
        remedy "Correct the name; a brace that is meant itself is written `\\{`."
    }
    /// The new pledges do not add up to the stated total.
    StatedTotal "M0105" {
        "pledges that do not add up to the stated total"
        means "`stated-total` is what the office says the month's new pledges come to. The ledger's pledges of that \
               month, as far as the office knew of them on the cut-off day, come to something else."
        example "# 2025-04/briefing.toml\nstated-total = \"2242615 USD\"      # and the ledger has 2242651"
        remedy "Compare the ledger's lines of that month with the office's statement, and correct the one that is \
                wrong."
    }
    /// An item has no text.
    BlankText "M0106" {
        "an item without a text"
        means "An item says something; this one has nothing but white space."
        example "[[item]]\nid = \"votan\"\ntext = \" \""
        remedy "Write its text, or delete the item."
    }
    /// The figures cannot be computed.
    Figures "M0107" {
        "figures that cannot be computed"
        means "The ledger's entries are well formed one by one, but what they come to in this month has no value: a \
               sum beyond what money can be, or something of that sort."
        example "two pledges of 9000000000000000000000 USD"
        remedy "Look for an amount with too many digits."
    }
    /// An item names a programme the office does not have.
    UnknownProgramme "M0108" {
        "an item of an unknown programme"
        means "The item names a programme by an id that no `[[programme]]` in `office.toml` has."
        example "[[item]]\nprogrammes = [\"ct-travl\"]"
        remedy "Correct the id, or add the programme."
    }
    /// An item or an entry that is printed names a party the office does not have.
    UnknownParty "M0109" {
        "an unknown party"
        means "An item, or an entry of the ledger that the month prints, names a party that has no name. A party is a \
               State, by the three letters of ISO 3166 (`DEU`), or the id of a `[[party]]` in `office.toml`."
        example "[[item]]\norganizers = [\"Germany\"]"
        remedy "Write the State's three letters, or add the party."
    }
    /// A pledge is earmarked to something the office does not have.
    UnknownPurpose "M0110" {
        "a pledge for something unknown"
        means "A pledge of this month is earmarked for a unit, a programme or a fund that the office does not have."
        example "id,kind,effective,recorded,contributor,amount,purposes\nP-1,pledge,2025-04,2025-05-05,ESP,1000,unit:vitoria"
        remedy "Correct the purpose, or add what it names."
    }
    /// The month's cutoff or day of issue contradicts the month.
    Dates "M0111" {
        "days of issue and cut-off that contradict the month"
        means "A briefing reports on a whole month, so what it counts is known on the month's last day at the \
               earliest, and it is issued on that day or later."
        example "# 2025-04/briefing.toml\nissued = 2025-04-06"
        remedy "Correct the date."
    }
}

impl BriefingCode {
    /// The code that is printed so.
    ///
    /// ```
    /// assert_eq!(briefing_model::BriefingCode::find("M9999"), None);
    /// ```
    #[must_use]
    pub fn find(text: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|code| code.as_str() == text)
    }

    /// How grave the fault is: no briefing is made of a month that has one.
    ///
    /// ```
    /// use briefing_model::{BriefingCode, Severity};
    ///
    /// assert_eq!(BriefingCode::Dates.severity(), Severity::Error);
    /// ```
    #[must_use]
    pub const fn severity(self) -> Severity {
        Severity::Error
    }
}

/// The code.
impl fmt::Display for BriefingCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}
