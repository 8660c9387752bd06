//! The columns of a ledger, and its kinds of entries with rows to copy.

/// A column of the ledger.
///
/// ```
/// use briefing_office::keys;
///
/// let columns = keys::ledger_columns();
/// let kind = columns.iter().find(|column| column.name == "kind").expect("entries are of a kind");
/// assert!(keys::ledger_kinds().iter().any(|known| known.name == kind.example));
/// ```
#[derive(Debug)]
#[non_exhaustive]
pub struct LedgerColumn {
    /// Its name in the first row.
    pub name: &'static str,
    /// What its cells say.
    pub about: &'static str,
    /// What a cell looks like.
    pub form: &'static str,
    /// A cell.
    pub example: &'static str,
}

/// A kind of entries, with a case and its rows.
///
/// ```
/// use briefing_office::{Memory, keys, read_office};
///
/// // The rows of a case are a ledger that reads.
/// let pledge = keys::ledger_kinds().iter().find(|kind| kind.name == "pledge").expect("pledges are entries");
/// let files = Memory::new()
///     .with("office.toml", "[office]\nid = 'unoct'\nname = 'Office'\n[[programme]]\nid = 'travel'\nname = 'Travel'\n")
///     .with("ledger.csv", pledge.rows);
/// let (folder, faults) = read_office(&files).into_parts();
/// assert!(folder.is_some_and(|folder| folder.ledger.entries().len() > 0), "{faults}");
/// ```
#[derive(Debug)]
#[non_exhaustive]
pub struct LedgerKind {
    /// The kind, as the column `kind` has it.
    pub name: &'static str,
    /// What such an entry says.
    pub about: &'static str,
    /// A case, in words.
    pub case: &'static str,
    /// Its rows, the names of the columns first.
    pub rows: &'static str,
}

const fn column(name: &'static str, form: &'static str, about: &'static str, example: &'static str) -> LedgerColumn {
    LedgerColumn { name, about, form, example }
}

/// Every column, in the order in which a new ledger has them.
///
/// ```
/// assert_eq!(briefing_office::keys::ledger_columns()[0].name, "id");
/// ```
#[must_use]
pub const fn ledger_columns() -> &'static [LedgerColumn] {
    &COLUMNS
}

/// Every kind of entries.
///
/// ```
/// assert!(briefing_office::keys::ledger_kinds().iter().any(|kind| kind.name == "pledge"));
/// ```
#[must_use]
pub const fn ledger_kinds() -> &'static [LedgerKind] {
    &KINDS
}

static COLUMNS: [LedgerColumn; 29] = [
    column(
        "id",
        "letters of any script, digits and `-` `.` `/` `_` `:`",
        "The entry's id, used only once; other entries refer to it. **Required.**",
        "deu-2025-1",
    ),
    column("kind", "one of the kinds below", "What the entry says. **Required.**", "pledge"),
    column("effective", "day, month, year, or a span", "When it took effect. **Required.**", "2025-04-10"),
    column(
        "precision",
        "`day`, `month` or `year`",
        "How precisely `effective` is known, if a spreadsheet has turned a month into a day.",
        "month",
    ),
    column(
        "recorded",
        "day",
        "When the office entered it. An issue knows only what was recorded by its cut-off. **Required.**",
        "2025-05-05",
    ),
    column(
        "contributor",
        "State or `[[party]]`",
        "Who pledges, pays or gives; optional if `ref` identifies the contributor.",
        "DEU",
    ),
    column(
        "on_behalf_of",
        "State or `[[party]]`",
        "On whose behalf the contributor gives. In a correction of the contributor, a blank cell leaves it as it \
         was; the contributor itself, written again, says that it gives for itself.",
        "QAT",
    ),
    column("ref", "id of an entry", "The entry that this one is about; for a payment, its pledge.", "deu-2025-1"),
    column(
        "amount",
        "digits, a point before decimals",
        "How much; for a pledge with the schedule `yearly`, how much in each year. For an opening balance, a \
         remainder or an assertion: the amount pledged, or `0` for nothing. In an opening balance or a remainder, \
         if blank, it is unknown, and so is every total that includes it. A remainder without `amount` and \
         `partners` may be about payments on what an earlier one states.",
        "92615.00",
    ),
    column("currency", "three letters", "The currency of the amounts; by default, that of the totals.", "EUR"),
    column(
        "schedule",
        "`yearly 2024/2026`, `yearly 2024/..`, `over 2021-01/2022-06`, `2025 500; 2026-06-30 500`, `whole`",
        "How a pledge is spread over time; by default, all of it counts at once. With `yearly`, the amount is for \
         each year: 300000 with `yearly 2025/2027` is 900000 in all. With `over`, it is the whole amount.",
        "yearly 2024/2026",
    ),
    column(
        "value",
        "amount",
        "What an amount in another currency is worth in the currency of the totals. A payment counts for what it \
         was worth, and settles its pledge in the pledge's own currency.",
        "108000.00",
    ),
    column(
        "received",
        "amount",
        "For an opening balance, a remainder or an assertion: the amount received, or `0` for nothing. In an \
         opening balance or a remainder, if blank, it is unknown, and so is every total that includes it.",
        "50000.00",
    ),
    column(
        "settles",
        "amount with its currency",
        "How much of its pledge a payment in another currency settles.",
        "100000 EUR",
    ),
    column(
        "partners",
        "whole number",
        "How many partners a remainder or an assertion covers; `0` for nobody except those that are named. In a \
         remainder, if blank, it is unknown.",
        "12",
    ),
    column("rounded_to", "amount", "What an assertion's figures were rounded to.", "100000"),
    column(
        "fund",
        "id of a `[[fund]]`",
        "The fund that the money goes to: printed as its purpose if `purposes` is blank. `totals --by fund` counts \
         by it.",
        "trust-fund",
    ),
    column(
        "purposes",
        "`programme:…`, `unit:…` or words, separated by `;`",
        "What the money is for, the most specific first.",
        "programme:ct-travel",
    ),
    column(
        "new",
        "`new` or `among-unnamed`",
        "Whether a name that appears for the first time is a new partner, if some partners are known only as a \
         number.",
        "new",
    ),
    column("itemizes", "id of an entry", "The remainder that this entry is a part of.", "opening-2024"),
    column("gift", "`yes` or `no`", "Whether a payment from somebody with an open pledge is a gift of its own.", "yes"),
    column("what", "words", "What was given in kind.", "Training rooms"),
    column("period", "span", "The time for which something is given in kind.", "2025-01/2025-12"),
    column("pledge", "id of an entry", "In a correction: the pledge that a payment belongs to.", "deu-2025-1"),
    column("true_effective", "day, month or year", "In a correction: when the entry really took effect.", "2025-04-11"),
    column(
        "source",
        "id of a `[[source]]`",
        "Where it is documented. `trace --format json` shows it; it is not printed.",
        "letters",
    ),
    column(
        "reference",
        "words",
        "What the source calls it, such as the number of a letter or voucher. `trace --format json` shows it; it is \
         not printed.",
        "L-2025-17",
    ),
    column(
        "certainty",
        "`stated`, `press` or `unverified`",
        "How certain it is; by default, `stated`. What the `press` reported counts and is printed like the rest. \
         What is `unverified` stays in the ledger, but counts in no figure. Once it is confirmed, void it with a \
         row of kind `void`, and enter it again.",
        "press",
    ),
    column(
        "note",
        "words",
        "Anything else. It is not printed. Three phrases have a meaning: `beside O-1` says that the row counts in \
         addition to the opening balance or remainder `O-1` (L0112); `worth unknown`, that nobody can say what the \
         amount is worth in the currency of the totals (L0311); and `amount unknown` or `partners unknown`, that \
         nobody knows what a balance or a remainder leaves blank (C0527).",
        "Letter of 10 April",
    ),
];

const fn kind(name: &'static str, about: &'static str, case: &'static str, rows: &'static str) -> LedgerKind {
    LedgerKind { name, about, case, rows }
}

static KINDS: [LedgerKind; 13] = [
    kind(
        "pledge",
        "Somebody promises money.",
        "300,000 a year for three years, or 900,000 in all, for a programme; and 300,000 in all, over the same \
         years",
        "id,kind,effective,recorded,contributor,amount,schedule,purposes\n\
         deu-1,pledge,2025-04-10,2025-04-12,DEU,300000,yearly 2025/2027,programme:travel\n\
         jpn-1,pledge,2025-04-10,2025-04-12,JPN,300000,over 2025/2027,",
    ),
    kind(
        "receipt",
        "Money arrives, on a pledge or without one.",
        "A pledge paid in two parts, and a payment in euros on a pledge in dollars",
        "id,kind,effective,recorded,contributor,ref,amount,currency,value,settles\n\
         deu-1,pledge,2025-04-10,2025-04-12,DEU,,100000,,,\n\
         deu-2,receipt,2025-05-02,2025-05-05,,deu-1,40000,,,\n\
         deu-3,receipt,2025-06-02,2025-06-05,,deu-1,60000,,,\n\
         esp-1,pledge,2025-04-10,2025-04-12,ESP,,54000,,,\n\
         esp-2,receipt,2025-05-02,2025-05-05,,esp-1,50000,EUR,54000,54000 USD",
    ),
    kind(
        "revision",
        "A pledge gets new terms, which replace the earlier ones.",
        "A pledge that was raised",
        "id,kind,effective,recorded,contributor,ref,amount\n\
         uzb-1,pledge,2025-03-01,2025-03-05,UZB,,50000\n\
         uzb-2,revision,2025-04-15,2025-04-16,,uzb-1,80000",
    ),
    kind(
        "withdrawal",
        "A pledge is taken back in part or, without an `amount`, all of it that is not yet paid. What is paid on \
         that part afterwards is beyond the pledge, and is reported.",
        "A pledge cut by 20,000",
        "id,kind,effective,recorded,contributor,ref,amount\n\
         uzb-1,pledge,2025-03-01,2025-03-05,UZB,,50000\n\
         uzb-2,withdrawal,2025-04-15,2025-04-16,,uzb-1,20000",
    ),
    kind(
        "refund",
        "Money that had arrived goes back. What was paid beyond the pledge goes back first, and changes no pledge; \
         the rest reduces what is pledged. Without a `value`, it is valued like the payment that `ref` names or, if \
         `ref` names a pledge, like all payments on it. If its value differs from what is no longer pledged, the \
         issue lists a refund and a reduction.",
        "A payment of which a tenth was not spent",
        "id,kind,effective,recorded,contributor,ref,amount\n\
         deu-1,receipt,2025-03-01,2025-03-05,DEU,,50000\n\
         deu-2,refund,2025-04-15,2025-04-16,,deu-1,5000",
    ),
    kind(
        "allocation",
        "A fund that pools money gives some of it to the office. Its contributors do not become partners through \
         it.",
        "An allocation by the European Union's fund",
        "id,kind,effective,recorded,contributor,amount\n\
         eu-1,allocation,2025-04-10,2025-04-12,eu,873120",
    ),
    kind(
        "in-kind",
        "Somebody gives goods or services. They are listed, but are in no total.",
        "Rooms for a year",
        "id,kind,effective,recorded,contributor,what,period\n\
         esp-1,in-kind,2025-01-01,2025-01-10,ESP,Training rooms,2025-01/2025-12",
    ),
    kind(
        "opening-balance",
        "What one contributor had pledged and paid before the ledger begins.",
        "Germany, until the end of 2024",
        "id,kind,effective,recorded,contributor,amount,received\n\
         deu-0,opening-balance,2024-12-31,2025-01-10,DEU,1000000,750000",
    ),
    kind(
        "remainder",
        "What is known only as a sum, from partners without names.",
        "Twelve partners, until the end of 2024",
        "id,kind,effective,recorded,amount,received,partners\n\
         others-0,remainder,2024-12-31,2025-01-10,2500000,2100000,12",
    ),
    kind(
        "rate",
        "What one unit of another currency is worth in the currency of the totals: in a month, on a day, or from a \
         day on (`2025-04-01/..`). The rate that begins last applies; of those that begin on the same day, the one \
         that ends first. Two different rates for the same time are an error, and so is a rate from a day on beside \
         another that begins on that day.",
        "The euro in April",
        "id,kind,effective,recorded,amount,currency\n\
         eur-2025-04,rate,2025-04,2025-04-01,1.08,EUR",
    ),
    kind(
        "assertion",
        "What somebody stated about the totals; the ledger is compared with it.",
        "A total printed in a report, rounded to the hundred thousand",
        "id,kind,effective,recorded,contributor,ref,amount,rounded_to\n\
         deu-1,pledge,2025-03-01,2025-03-05,DEU,,2495000,\n\
         report-1,assertion,2025-04-30,2025-05-10,,,2500000,100000",
    ),
    kind(
        "correction",
        "An entry was wrong. What the correction says replaces it from the day on which the correction was \
         recorded. Earlier issues keep what they knew, and the next one says what was corrected.",
        "An amount with two digits swapped",
        "id,kind,effective,recorded,contributor,ref,amount\n\
         deu-1,pledge,2025-04-10,2025-04-12,DEU,,92651\n\
         deu-1-fix,correction,2025-04-10,2025-05-20,,deu-1,92615",
    ),
    kind(
        "void",
        "An entry should not have been made. It no longer counts from the day on which the void was recorded, and \
         the next issue says so.",
        "A payment entered twice",
        "id,kind,effective,recorded,contributor,ref,amount\n\
         deu-1,receipt,2025-04-10,2025-04-12,DEU,,92615\n\
         deu-2,receipt,2025-04-10,2025-04-14,DEU,,92615\n\
         deu-2-void,void,2025-04-10,2025-05-20,,deu-2,",
    ),
];
