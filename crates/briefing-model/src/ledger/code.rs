//! The codes of what can be wrong with a ledger, and what each means.

use std::fmt;

use serde::{Deserialize, Serialize};

/// How grave a fault is.
///
/// ```
/// use briefing_model::{LedgerCode, Severity};
///
/// assert_eq!(LedgerCode::DuplicateId.severity(), Severity::Error);
/// assert_eq!(LedgerCode::ReceivedAbovePledged.severity(), Severity::Warning);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// Nothing is rendered until it is mended.
    Error,
    /// It is reported, and the work goes on.
    Warning,
}

/// What a code means, for whoever meets it.
///
/// ```
/// use briefing_model::LedgerCode;
///
/// let explanation = LedgerCode::UnknownEntry.explanation();
/// assert!(explanation.remedy.contains("reference"));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Explanation {
    /// The fault in a few words.
    pub title: &'static str,
    /// What it means and why it matters.
    pub meaning: &'static str,
    /// Rows of a ledger that trigger it.
    pub example: &'static str,
    /// What to do.
    pub remedy: &'static str,
}

macro_rules! codes {
    ($($variant:ident $code:literal $severity:ident {
        $title:literal
        means $meaning:literal
        example $example:literal
        remedy $remedy:literal
    })+) => {
        /// What can be wrong with a ledger. The codes are stable: one that falls out of use is not given again.
        ///
        /// `L01` is about entries and the entries they name, `L02` about what one entry says, `L03` about what the
        /// entries come to, `L04` about the rest of the office's folder.
        ///
        /// ```
        /// use briefing_model::LedgerCode;
        ///
        /// assert_eq!(LedgerCode::DuplicateId.to_string(), "L0101");
        /// assert_eq!(LedgerCode::find("L0101"), Some(LedgerCode::DuplicateId));
        /// ```
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum LedgerCode {
            $(#[doc = $title] $variant,)+
        }

        impl LedgerCode {
            /// Every code, in order.
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            /// The code as printed.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }

            /// How grave the fault is.
            #[must_use]
            pub const fn severity(self) -> Severity {
                match self { $(Self::$variant => Severity::$severity),+ }
            }

            /// What it means and what to do.
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
    DuplicateId "L0101" Error {
        "Two entries have the same id"
        means "Every entry is named by its id: by receipts, revisions and corrections, and in the trace of a printed \
               figure. With two of the same id none of them would say which is meant."
        example "id,kind,effective,recorded,contributor,amount\nP-1,pledge,2025-04,2025-05-05,DEU,92615\nP-1,pledge,2025-04,2025-05-05,UZB,50000"
        remedy "Give one of them another id, or delete it if the row was entered twice."
    }
    UnknownEntry "L0102" Error {
        "An entry names one that is not there"
        means "A receipt, revision, withdrawal, refund or correction, or an entry that itemizes a remainder, names an \
               id that no entry has."
        example "id,kind,effective,recorded,ref,amount\nR-1,receipt,2025-04-10,2025-05-05,P-9,1000"
        remedy "Correct the reference, or enter the pledge first. A payment on no pledge leaves the reference blank."
    }
    WrongTarget "L0103" Error {
        "An entry names one of a kind it cannot be about"
        means "Receipts, revisions and withdrawals are about pledges, allocations or opening balances; refunds also \
               about receipts; only a remainder can be itemized; a correction is never corrected itself."
        example "id,kind,effective,recorded,contributor,ref,amount\nR-1,receipt,2025-04-10,2025-05-05,DEU,,1000\nV-1,revision,2025-04-12,2025-05-05,,R-1,1500"
        remedy "Name the entry that is meant. To undo a correction, correct the original entry once more."
    }
    DuplicateReference "L0104" Error {
        "Two entries have the same reference of the same source"
        means "A voucher or letter was probably entered twice, and its amount would count twice."
        example "id,kind,effective,recorded,contributor,amount,source,reference\nR-1,receipt,2025-04-10,2025-05-05,DEU,1000,bank,TT-77\nR-2,receipt,2025-04-10,2025-05-06,DEU,1000,bank,TT-77"
        remedy "Delete the second row, or give each part of a split payment a reference of its own, such as TT-77/1."
    }
    RecordedBeforeTarget "L0105" Error {
        "An entry names one that was recorded later"
        means "What the office knew on a day must be complete in itself, or a briefing rendered again would differ. An \
               entry can therefore only name what was recorded on the same day or before."
        example "id,kind,effective,recorded,contributor,ref,amount\nP-1,pledge,2025-03,2025-05-05,DEU,,1000\nR-1,receipt,2025-04-10,2025-04-11,,P-1,1000"
        remedy "Leave the reference blank in the receipt, and assign it by a correction recorded when the pledge was."
    }
    EffectiveBeforeTarget "L0106" Error {
        "A change takes effect before what it changes"
        means "A revision, withdrawal or refund counts from a day on which its pledge or receipt did not yet."
        example "id,kind,effective,recorded,contributor,ref,amount\nP-1,pledge,2025-04,2025-05-05,DEU,,1000\nV-1,revision,2025-03-01,2025-05-05,,P-1,1500"
        remedy "Correct one of the dates. A month counts from its last day: give the day if it is known."
    }
    ReceiptBeforePledge "L0107" Warning {
        "Money arrived before its pledge took effect"
        means "Until the pledge takes effect, the receipt counts as pledged and received on its own. That may be so, \
               but often a date is wrong."
        example "id,kind,effective,recorded,contributor,ref,amount\nP-1,pledge,2025-04,2025-05-05,DEU,,1000\nR-1,receipt,2025-03-01,2025-05-05,,P-1,1000"
        remedy "Compare the two dates with their sources."
    }
    EffectiveAfterRecorded "L0108" Warning {
        "An entry took effect after it was recorded"
        means "The entry speaks of the future, and counts only from its effective day on."
        example "id,kind,effective,recorded,contributor,amount\nP-1,pledge,2025-06-01,2025-05-05,DEU,1000"
        remedy "If the dates are exchanged, or a year is mistyped, correct them. A pledge announced for later is made \
                today and has a schedule."
    }
    ContributorMissing "L0201" Error {
        "A receipt says neither who paid nor on which pledge"
        means "Without either, the money belongs to nobody."
        example "id,kind,effective,recorded,contributor,ref,amount\nR-1,receipt,2025-04-10,2025-05-05,,,1000"
        remedy "Fill in the contributor, the pledge, or both."
    }
    ContributorMismatch "L0202" Error {
        "A receipt is not from its pledge's contributor"
        means "The receipt names one contributor, and the pledge it names belongs to another."
        example "id,kind,effective,recorded,contributor,ref,amount\nP-1,pledge,2025-04,2025-05-05,DEU,,1000\nR-1,receipt,2025-05-02,2025-05-05,UZB,P-1,1000"
        remedy "Correct the pledge or the contributor. Money passed on for another is entered as `on behalf of`."
    }
    CurrencyMismatch "L0203" Error {
        "Currencies that do not fit"
        means "A revision or withdrawal must be in its pledge's currency, a value and a remainder in that of the \
               totals; a payment in a third currency must say how much of the pledge it settles."
        example "id,kind,effective,recorded,contributor,ref,amount,currency\nP-1,pledge,2025-04,2025-05-05,ESP,,250000,EUR\nV-1,revision,2025-05-02,2025-05-05,,P-1,300000,USD"
        remedy "State the amount in the expected currency; nothing is converted unless a rate is entered for it."
    }
    ScheduleDropped "L0204" Warning {
        "A revision drops its pledge's schedule"
        means "The terms of a revision replace the earlier ones. The pledge was spread over time and now is not."
        example "id,kind,effective,recorded,contributor,ref,amount,schedule\nP-1,pledge,2022-03,2025-05-05,QAT,,15000000,yearly 2024/2026\nV-1,revision,2025-05-02,2025-05-05,,P-1,50000000,"
        remedy "Repeat the schedule in the revision, or write `whole` if it no longer holds."
    }
    NothingStated "L0205" Error {
        "An entry states nothing"
        means "A remainder or opening balance without amount, an assertion without figure, or a correction without \
               change has no effect, so something is missing."
        example "id,kind,effective,recorded,contributor,ref,amount\nP-1,pledge,2025-04,2025-05-05,DEU,,1000\nC-1,correction,2025-04,2025-05-05,,P-1,"
        remedy "Fill in what it is meant to state, or delete the row."
    }
    RepeatedPurpose "L0206" Warning {
        "A purpose stands twice"
        means "The purposes of an earmark are a set; the second mention says nothing."
        example "id,kind,effective,recorded,contributor,amount,purposes\nP-1,pledge,2025-04,2025-05-05,DEU,1000,programme:ibsm; programme:ibsm"
        remedy "Delete the second, or correct it if another was meant."
    }
    IntroductionUnsaid "L0207" Error {
        "A new name does not say whether it is a new partner"
        means "Some partners are known by number only. A contributor who appears for the first time may be one of \
               them, and then the number of partners stays; or a new one, and then it grows."
        example "id,kind,effective,recorded,contributor,amount,partners,new\nO-1,remainder,2024-12-31,2025-01-05,,5000,3,\nP-1,pledge,2025-04,2025-05-05,DEU,1000,,"
        remedy "Write `new` or `among-unnamed` in the entry."
    }
    IntroductionContradiction "L0208" Error {
        "A contributor is said to be new and not new"
        means "One entry calls the contributor a new partner, another says it was among the unnamed."
        example "id,kind,effective,recorded,contributor,amount,partners,new\nO-1,remainder,2024-12-31,2025-01-05,,5000,3,\nP-1,pledge,2025-04,2025-05-05,DEU,1000,,new\nP-2,pledge,2025-05,2025-06-05,DEU,1000,,among-unnamed"
        remedy "Keep the one that is right; the other may be left blank."
    }
    NoUnnamedLeft "L0209" Error {
        "No unnamed partner is left"
        means "More contributors are said to be among the unnamed than there are."
        example "id,kind,effective,recorded,contributor,amount,partners,new\nO-1,remainder,2024-12-31,2025-01-05,,5000,0,\nP-1,pledge,2025-04,2025-05-05,DEU,1000,,among-unnamed"
        remedy "Correct the number of partners in the remainder, or write `new`."
    }
    InapplicableCorrection "L0210" Error {
        "A correction changes what its entry does not have"
        means "The corrected entry is of a kind that has no such part, or the parts no longer fit each other."
        example "id,kind,effective,recorded,contributor,ref,amount,partners\nP-1,pledge,2025-04,2025-05-05,DEU,,1000,\nC-1,correction,2025-04,2025-06-05,,P-1,,4"
        remedy "Leave the part blank, correct the entry that is meant, or void the entry and enter it anew."
    }
    ReceivedAbovePledged "L0301" Warning {
        "More was received than pledged"
        means "The payments on a pledge exceed it. The surplus is listed apart."
        example "id,kind,effective,recorded,contributor,ref,amount\nP-1,pledge,2025-04,2025-05-05,DEU,,1000\nR-1,receipt,2025-05-02,2025-05-05,,P-1,1200"
        remedy "Enter a revision if the pledge grew; look for a payment entered twice if it did not."
    }
    NegativeStanding "L0302" Error {
        "More went back than had arrived"
        means "Refunds exceed what was received, so that the figure would fall below zero."
        example "id,kind,effective,recorded,contributor,ref,amount\nR-1,receipt,2025-04-10,2025-05-05,DEU,,1000\nF-1,refund,2025-05-02,2025-05-05,,R-1,1200"
        remedy "Correct the refund, or enter the payment that is missing."
    }
    ItemizedAboveRemainder "L0303" Error {
        "More is itemized than the remainder holds"
        means "Entries that itemize a remainder take their amounts out of it; together they exceed it."
        example "id,kind,effective,recorded,contributor,ref,amount,itemizes,new\nO-1,remainder,2024-12-31,2025-01-05,,,5000,,\nP-1,pledge,2025-01-10,2025-05-05,DEU,,6000,O-1,new"
        remedy "Leave `itemizes` blank in entries that were never part of the remainder, or correct the remainder."
    }
    AssertionFailed "L0304" Error {
        "The ledger does not come to what a source states"
        means "On the day of the assertion the entries recorded by then come to another figure, even when rounded as \
               the source rounds."
        example "id,kind,effective,recorded,contributor,amount\nP-1,pledge,2025-04,2025-05-05,DEU,1000\nA-1,assertion,2025-04-30,2025-05-05,,1100"
        remedy "Run `briefing trace` for that day to see the entries. Enter what is missing, itemized or as a remainder."
    }
    UnexplainedFall "L0305" Warning {
        "A stated total fell, and no entry says why"
        means "A cumulative total only falls by withdrawals, revisions, refunds or corrections. Between two statements \
               of a source the total fell, and there is none."
        example "id,kind,effective,recorded,contributor,amount\nA-1,assertion,2025-03-31,2025-05-05,,1100\nA-2,assertion,2025-04-30,2025-05-05,,1000"
        remedy "Check the two statements; enter the withdrawal or revision if there was one."
    }
    OutOfProportion "L0306" Warning {
        "An amount is far out of its contributor's history"
        means "The contributor has at least four earlier entries in this currency, and the amount is more than twenty \
               times the largest of them. A misplaced point or a doubled zero looks like that."
        example "id,kind,effective,recorded,contributor,amount\nP-1,pledge,2021,2025-05-05,IND,500000\nP-2,pledge,2022,2025-05-05,IND,500000\nP-3,pledge,2023,2025-05-05,IND,500000\nP-4,pledge,2024,2025-05-05,IND,500000\nP-5,pledge,2025-04,2025-05-05,IND,50000000"
        remedy "Compare the amount with its source. If it is right, nothing needs to be done."
    }
    TotalTooLarge "L0307" Error {
        "The entries come to more than money can be"
        means "A sum exceeds 10²⁴ minor units, and would no longer be exact."
        example "id,kind,effective,recorded,contributor,amount\nP-1,pledge,2025-04,2025-05-05,DEU,9000000000000000000000\nP-2,pledge,2025-04,2025-05-05,DEU,9000000000000000000000"
        remedy "Look for an amount with too many digits."
    }
    WithdrawnAbovePledged "L0308" Warning {
        "More is withdrawn than was pledged"
        means "The withdrawal exceeds what is left of the pledge; only what is left leaves the total."
        example "id,kind,effective,recorded,contributor,ref,amount\nP-1,pledge,2025-04,2025-05-05,DEU,,1000\nW-1,withdrawal,2025-05-02,2025-05-05,,P-1,1200"
        remedy "Leave the amount blank to withdraw all that is left, or correct it."
    }
    UnknownContributor "L0401" Error {
        "A contributor is not in the office's list of parties"
        means "The entry names a party by an id that `office.toml` does not have, so it has no name to print."
        example "id,kind,effective,recorded,contributor,amount\nP-1,pledge,2025-04,2025-05-05,undpp,1000"
        remedy "Correct the id, or add the party to `office.toml`. States are written by their three capital letters."
    }
    UnknownFund "L0402" Error {
        "A fund is not in the office's list"
        means "The entry names a fund that `office.toml` does not have."
        example "id,kind,effective,recorded,contributor,amount,fund\nP-1,pledge,2025-04,2025-05-05,UZB,1000,trust-fnd"
        remedy "Correct the id, or add the fund to `office.toml`."
    }
    UnknownPurpose "L0403" Error {
        "A purpose names a programme, unit or event that is not there"
        means "The entry is earmarked for an id that the office's folder does not have."
        example "id,kind,effective,recorded,contributor,amount,purposes\nP-1,pledge,2025-04,2025-05-05,DEU,1000,programme:ibms"
        remedy "Correct the id, add what it names, or describe the purpose in words, without `programme:`."
    }
    ClosedProgramme "L0404" Warning {
        "Money is earmarked for a programme that had closed"
        means "The programme's closing date lies before the entry took effect."
        example "id,kind,effective,recorded,contributor,amount,purposes\nP-1,pledge,2025-04,2025-05-05,DEU,1000,programme:old"
        remedy "Check the programme, or its closing date in `office.toml`."
    }
    UnknownSource "L0405" Warning {
        "A source is not in the office's list"
        means "The entry names a source that `office.toml` does not describe, so nobody can look it up."
        example "id,kind,effective,recorded,contributor,amount,source\nP-1,pledge,2025-04,2025-05-05,DEU,1000,lettr"
        remedy "Correct the id, or add the source to `office.toml`."
    }
    AfterIssue "L0406" Warning {
        "An entry is dated after the issue"
        means "The entry was recorded in time for the issue, but takes effect after the issue's last day. The issue \
               does not count it."
        example "id,kind,effective,recorded,contributor,amount\nP-1,pledge,2052-04,2025-05-05,DEU,1000"
        remedy "Correct the date if it is mistyped; otherwise a later issue will count the entry."
    }
}

impl LedgerCode {
    /// The code that is printed so.
    #[must_use]
    pub fn find(text: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|code| code.as_str() == text)
    }
}

impl fmt::Display for LedgerCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}
