//! Rows that a column of the export marks as reversed, cancelled, open, paid out or promised, while the map does not use its words.

mod answers;
mod words;

use std::collections::{BTreeMap, BTreeSet};

use briefing_model::{EntryId, EntryKind, EntryKindName};

use self::answers::Answers;
use self::words::{
    ANNULLED, BEGINNINGS, BESIDE_OUTGOING, CONFIRMED, NEGATIONS, NONE, OPEN, OUTGOING, PEOPLE, RECEIVED, SIGNS, STATES,
    UNPAID, WHOLE,
};
use super::RowFate;
use super::columns::MappedSheet;
use super::known::{self, KnownEntries};
use super::rows::Planned;
use super::unit::is_side_of_debits;
use crate::diagnostic::Code;
use crate::sheet::{Record, RowFault};
use crate::tree::short;

/// Of a longer text only the first word is a mark; the rest is about something else.
const MOST_WORDS: usize = 4;

/// What a cell says of its row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mark {
    Annulled,
    Open,
    /// The money did not come in.
    Unpaid,
    /// It went out.
    Out,
    Promise,
    InKind,
}

impl Mark {
    /// Whether it is evidence against a row of this kind.
    fn speaks_against(self, kind: EntryKindName) -> bool {
        match self {
            Self::Annulled | Self::Open | Self::Out => true,
            Self::Unpaid | Self::Promise => kind == EntryKindName::Receipt,
            Self::InKind => kind != EntryKindName::InKind,
        }
    }
}

/// Warns of rows, or refuses them, that are marked in a column whose words the map does not use.
pub(super) fn check_rows(
    export: MappedSheet<'_>,
    records: &BTreeMap<u64, &Record>,
    known: &KnownEntries,
    rows: &mut [Planned],
    faults: &mut Vec<RowFault>,
) {
    let columns = MarkColumns::of(export, records);
    for row in rows.iter_mut().filter(|row| row.fate == RowFate::New) {
        let (Some(entry), Some(record)) = (&row.entry, records.get(&row.start.line)) else { continue };
        let kind = entry.kind.name();
        if matches!(kind, EntryKindName::Withdrawal | EntryKindName::Refund | EntryKindName::Revision) {
            continue;
        }
        let Some(marked) = columns.marked_cell(record, kind) else { continue };
        let key = known::key(entry, export.map.makes_ids());
        let counted = known.counted(&key, Some(entry), export.map.shared_references);
        let (message, hint) = (marked.message(counted), marked.hint(row.start.line, counted));
        let code = marked.code();
        if code == Code::AnnulledRow {
            row.fate = RowFate::Refused(message.clone());
        }
        faults.push(RowFault { row: row.start, cell: Some(marked.at), code, message, hint: Some(hint) });
    }
}

/// The columns of an export that may mark rows.
struct MarkColumns<'e> {
    export: MappedSheet<'e>,
    columns: Vec<MarkColumn>,
    /// Those in which credits are money that comes in.
    credits: BTreeSet<usize>,
}

struct MarkColumn {
    at: usize,
    /// What its heading says of the rows that have something in it.
    of_heading: Option<Mark>,
    /// What it says of rows if its cells affirm or deny the heading.
    answers: Answers,
    of: ColumnOf,
    /// Whether it is one of the columns that become ours.
    is_read: bool,
}

/// What the cells of a column are about, as far as it changes what they say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum ColumnOf {
    States,
    Signs,
    People,
    /// Which way money went, in Chinese.
    Directions,
    Anything,
}

impl ColumnOf {
    fn new(heading: &str, cells: &[&str]) -> Self {
        let spaced = with_spaces(heading).to_lowercase();
        let is_of = |known: &[&str]| {
            spaced.split(|c: char| !c.is_alphabetic()).any(|word| known.contains(&word))
                || known.iter().any(|known| known.chars().all(is_han) && spaced.contains(known))
        };
        // `Sign-off` has a dash where there is none.
        let are_signs = || {
            cells.iter().all(|cell| ["1", "+1", "+"].contains(cell) || is_minus(cell))
                && cells.iter().any(|cell| !matches!(*cell, "-" | "–"))
        };
        if is_of(&PEOPLE) {
            Self::People
        } else if is_of(&SIGNS) && are_signs() {
            Self::Signs
        } else if is_of(&STATES) {
            Self::States
        } else if cells.contains(&"收款") || ["方向", "收付", "收支"].iter().any(|word| spaced.contains(word)) {
            Self::Directions
        } else {
            Self::Anything
        }
    }

    /// What a cell says of its row here, and would not elsewhere.
    fn mark(self, cell: &str) -> Option<Mark> {
        let is_one_of = |words: &[&str]| words.iter().any(|word| cell.eq_ignore_ascii_case(word));
        match self {
            // Elsewhere, NSF is a foundation.
            Self::States if is_one_of(&["info", "nsf"]) => Some(Mark::Annulled),
            Self::Signs if is_minus(cell) => Some(Mark::Out),
            Self::Directions if cell == "付款" => Some(Mark::Out),
            Self::States | Self::Directions | Self::Anything if is_one_of(&["lapsed", "expired"]) => {
                Some(Mark::Annulled)
            }
            Self::States | Self::Signs | Self::People | Self::Directions | Self::Anything => None,
        }
    }
}

/// Whether a cell of a column of signs says that money went out.
fn is_minus(cell: &str) -> bool {
    ["-1", "-", "−", "−1", "–"].contains(&cell)
}

/// A name whose words are told apart by capitals, `IsDeleted`, with spaces between them.
fn with_spaces(heading: &str) -> String {
    let mut spaced = String::new();
    for c in heading.chars() {
        if c.is_uppercase() && spaced.ends_with(char::is_lowercase) {
            spaced.push(' ');
        }
        spaced.push(c);
    }
    spaced
}

/// A cell that marks its row.
struct MarkedCell<'e> {
    at: usize,
    text: String,
    /// The name of its column.
    name: &'e str,
    mark: Mark,
    /// Whether the cell says it, and not the heading.
    is_of_cell: bool,
    /// Whether its column is one of those that become ours.
    is_read: bool,
}

impl<'e> MarkColumns<'e> {
    fn of(export: MappedSheet<'e>, records: &BTreeMap<u64, &Record>) -> Self {
        let MappedSheet { sheet, places, .. } = export;
        // Of our columns, these may carry such words along; the others have words of their own.
        let texts: Vec<usize> = export.text_columns().collect();
        let skipped: BTreeMap<usize, &[String]> = export.skip_columns().map(|skip| (skip.at, skip.words)).collect();
        let looked_at: BTreeSet<usize> = export.looked_at().collect();
        let may_mark = |at: &usize| {
            !looked_at.contains(at) && (!places.reads(*at) || texts.contains(at) || skipped.contains_key(at))
        };
        let column = |at: usize| {
            let heading = sheet.header.get(at).map_or("", String::as_str);
            let of_heading = mark_of_heading(heading).filter(|_| !texts.contains(&at));
            let texts = records.values().map(|record| record.text(at)).collect::<Vec<_>>();
            let cells: Vec<&str> = texts.iter().map(|text| text.trim()).filter(|cell| !cell.is_empty()).collect();
            let (answers, of) = (Answers::new(heading, &cells), ColumnOf::new(heading, &cells));
            MarkColumn { at, of_heading, answers, of, is_read: places.reads(at) }
        };
        let columns = (0..sheet.header.len()).filter(may_mark).map(column).collect();
        let credits = columns_of_credits(sheet.header.len(), records, &skipped);
        Self { export, columns, credits }
    }

    /// The first cell of a row that marks it, if it would be an entry of this kind.
    fn marked_cell(&self, record: &Record, kind: EntryKindName) -> Option<MarkedCell<'e>> {
        self.columns.iter().find_map(|column| {
            let at = column.at;
            let text = record.text(at);
            let cell = text.trim();
            let of_cell = column.of.mark(cell).or_else(|| mark(cell)).or_else(|| column.answers.mark(cell));
            let of_cell = of_cell.filter(|mark| mark.speaks_against(kind));
            let of_cell = of_cell.filter(|_| !(is_credit(cell) && self.credits.contains(&at)));
            let mark = of_cell.or_else(|| column.of_heading.filter(|_| is_marked(cell)))?;
            let name = self.export.sheet.header.get(at).map_or("", String::as_str);
            let (is_of_cell, is_read) = (of_cell.is_some(), column.is_read);
            Some(MarkedCell { at, text: cell.to_owned(), name, mark, is_of_cell, is_read })
        })
    }
}

impl MarkedCell<'_> {
    fn code(&self) -> Code {
        if self.mark != Mark::Open && !self.is_read { Code::AnnulledRow } else { Code::MarkedRow }
    }

    /// What to say of its row, which the ledger may be counting already.
    fn message(&self, counted: Option<(&EntryId, &EntryKind)>) -> String {
        let (name, cell) = (short(self.name), short(&self.text));
        match counted {
            Some((id, _)) => {
                format!("`{name}` says `{cell}`, and the ledger has the row as `{id}` and goes on counting it")
            }
            None => format!("`{name}` says `{cell}`, and the row would count as any other"),
        }
    }

    /// What to do about its row.
    fn hint(&self, line: u64, counted: Option<(&EntryId, &EntryKind)>) -> String {
        let leave_out = self.leaving_out(line);
        let otherwise = format!("where such rows count, say `\"{}\" = []` under `[skip]`", short(self.name));
        match counted {
            // To leave the row out would change nothing any more.
            Some((id, kind)) => {
                format!("where it does not hold, {}; {otherwise} in the map", known::taking_out(id, kind))
            }
            None if self.code() == Code::MarkedRow => format!(
                "{leave_out}, before they are imported: afterwards each takes a `void` of its entry; {otherwise}"
            ),
            None => format!("{leave_out}; {otherwise}"),
        }
    }

    /// How to leave out its row and those like it.
    fn leaving_out(&self, line: u64) -> String {
        let (name, cell) = (short(self.name), self.text.as_str());
        let is_reversed = match self.mark {
            Mark::Annulled | Mark::Open => true,
            Mark::Unpaid | Mark::Out | Mark::Promise | Mark::InKind => false,
        };
        // Words of one row only are not words for a map.
        if self.is_of_cell && cell.split_whitespace().count() <= MOST_WORDS && short(cell) == cell {
            let reversing = if is_reversed { " with the rows that reverse them," } else { "" };
            format!(
                "leave such rows out, `\"{name}\" = [\"{cell}\"]` under `[skip]` in the map,{reversing} or make `kind` of the column"
            )
        } else {
            let reversing = if is_reversed { ", with the row that reverses it" } else { "" };
            format!("leave it out, `skip-rows = [{line}]` in the map{reversing}")
        }
    }
}

/// What a cell says of its row: a few words of which one is known, or a text that begins with one.
fn mark(cell: &str) -> Option<Mark> {
    let lower = cell.to_lowercase();
    let words: Vec<&str> = lower.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).collect();
    /// A paper by which money goes back.
    const CREDIT_NOTES: [&str; 4] = ["credit note", "credit memo", "note de crédit", "nota de crédito"];
    let is_plain = words.len() <= MOST_WORDS && !words.iter().any(|word| NEGATIONS.contains(word));
    let is_credit_note = |words: &&str| lower.starts_with(words) || (is_plain && lower.contains(words));
    if CREDIT_NOTES.iter().any(is_credit_note) || is_return(&lower, &words) {
        return Some(Mark::Annulled);
    }
    let whole = words.join(" ");
    let begins =
        |beginning: &str| whole.strip_prefix(beginning).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '));
    let whole_cell = WHOLE.iter().find(|(known, _)| *known == whole);
    let beginning = || BEGINNINGS.iter().find(|(known, _)| begins(known));
    if let Some((_, mark)) = whole_cell.or_else(beginning) {
        return Some(*mark);
    }
    let is_outgoing = |word: &&str| OUTGOING.contains(&without_article(word));
    if words.len() < MOST_WORDS
        && words.iter().any(is_outgoing)
        && words.iter().all(|word| is_outgoing(word) || BESIDE_OUTGOING.contains(word))
    {
        return Some(Mark::Out);
    }
    if let Some(mark) = mark_of_denial(&lower, &words) {
        return Some(mark);
    }
    let looked_at = if words.len() > MOST_WORDS { words.get(..1)? } else { &words };
    let said = looked_at.iter().take_while(|word| !NEGATIONS.contains(*word));
    said.filter_map(|word| mark_of_word(word)).next()
}

/// A bank's word for money that comes in, which elsewhere is a credit note.
fn is_credit(cell: &str) -> bool {
    cell.to_lowercase().starts_with("gutschrift")
}

/// The columns that tell credits from debits, as a bank does: in these `Gutschrift` is money that comes in.
fn columns_of_credits(
    width: usize,
    records: &BTreeMap<u64, &Record>,
    skipped: &BTreeMap<usize, &[String]>,
) -> BTreeSet<usize> {
    let is_debit = |cell: &str| mark(cell) == Some(Mark::Out) || is_side_of_debits(cell);
    let has =
        |at: usize, is_meant: &dyn Fn(&str) -> bool| records.values().any(|record| is_meant(record.text(at).trim()));
    let is_left_out = |at: usize| skipped.get(&at).is_some_and(|words| words.iter().any(|word| is_debit(word)));
    (0..width).filter(|at| has(*at, &is_credit) && (is_left_out(*at) || has(*at, &is_debit))).collect()
}

/// Whether a text tells of a payment that goes back: `Return of A-1`, `Retour bancaire`; people return too.
fn is_return(lower: &str, words: &[&str]) -> bool {
    const RETURNS: [&str; 4] = ["return", "returns", "retour", "retours"];
    const OF: [&str; 5] = ["of", "de", "du", "von", "der"];
    const MONEY: [&str; 14] = [
        "payment",
        "fund",
        "transfer",
        "money",
        "contribution",
        "cheque",
        "deposit",
        "bank",
        "paiement",
        "fonds",
        "virement",
        "versement",
        "banc",
        "zahlung",
    ];
    let Some((first, rest)) = words.split_first() else { return false };
    let is_money = |word: &&str| MONEY.iter().any(|money| word.starts_with(money));
    // A reference has more than a number in it, or is the end: not `Return of 500 families`.
    let mut tokens = lower.split_whitespace().skip(1).skip_while(|token| OF.contains(token));
    let reference = tokens.next().filter(|token| token.contains(|c: char| c.is_ascii_digit()));
    let is_named = reference.is_some_and(|token| token.contains(char::is_alphabetic) || tokens.next().is_none());
    RETURNS.contains(first) && (rest.is_empty() || rest.iter().take(2).any(is_money) || is_named)
}

/// What a text says that begins by denying: `not received`, `pas encore reçu`, `Funds not confirmed`.
fn mark_of_denial(lower: &str, words: &[&str]) -> Option<Mark> {
    // `No. 12` is a number.
    let is_number = |word: &str| {
        let behind = lower.split_once(word).map_or("", |(_, behind)| behind);
        word == "no" && behind.trim_start_matches(['.', ' ', ':']).starts_with(|c: char| c.is_ascii_digit())
    };
    let at = words.iter().take(2).position(|word| NEGATIONS.contains(word) && !is_number(word))?;
    let denied = words.iter().skip(at + 1).take(2).map(|word| without_article(word));
    let mark = |word: &str| {
        let is_of = |known: &[&str]| known.iter().any(|known| word.starts_with(known));
        if is_of(RECEIVED) {
            return Some(Mark::Unpaid);
        }
        is_of(CONFIRMED).then_some(Mark::Open)
    };
    denied.filter_map(mark).next()
}

/// A word without the article that Arabic writes before it.
fn without_article(word: &str) -> &str {
    word.strip_prefix("ال").unwrap_or(word)
}

fn mark_of_word(word: &str) -> Option<Mark> {
    let bare = without_article(word);
    // Chinese has no spaces between its words.
    let is_denied = word.starts_with(['未', '不', '非', '无', '否']);
    let is_annulled = |known: &&str| {
        word.starts_with(*known)
            || bare.starts_with(*known)
            || (known.chars().all(is_han) && !is_denied && word.contains(*known))
    };
    if ANNULLED.iter().any(is_annulled) {
        return Some(Mark::Annulled);
    }
    if UNPAID.iter().any(|known| word.starts_with(known) || (known.chars().all(is_han) && word.contains(known))) {
        return Some(Mark::Unpaid);
    }
    OPEN.iter().any(|known| word.starts_with(known)).then_some(Mark::Open)
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}')
}

/// The mark of a heading above nothing but marks: `Reversed`, `Storno-Beleg`, `Cancelled on`.
fn mark_of_heading(heading: &str) -> Option<Mark> {
    mark(&with_spaces(heading)).filter(|mark| *mark == Mark::Annulled)
}

/// Whether a cell below such a heading says yes: a tick, a number of the reversing document, a day.
fn is_marked(cell: &str) -> bool {
    let is_zero = cell.bytes().all(|byte| matches!(byte, b'0' | b'.' | b',' | b'/' | b'-' | b' '));
    !cell.is_empty() && !is_zero && !NONE.contains(&cell.to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_known_in_six_languages() {
        for cell in [
            "Reversed",
            "REVERSAL",
            "Cancelled",
            "canceled 30.04.2025",
            "VOID",
            "Void - duplicate",
            "Storno",
            "storniert",
            "Storno Beleg 4711 vom 30. April wegen falscher Buchung",
            "Annulé",
            "annulée",
            "extourné",
            "Anulado",
            "anulada",
            "rechazado",
            "Отменён",
            "аннулировано",
            "Сторно",
            "ملغى",
            "ملغاة",
            "تم الإلغاء",
            "已作废",
            "已取消",
            "冲销",
            "Rejected by bank",
            "Return",
            "Return of A1 - wrong account",
            "Return of 4711",
            "Return of payment",
            "Retour",
            "Retour bancaire",
            "Rückbuchung",
            "zurückgebucht",
            "Duplicate of A1",
            "Doublon",
            "duplicado",
            "дубликат",
            "مكررة",
            "重复",
            "Superseded by B-7",
            "Ersetzt durch B-7",
            "Written off",
            "Written-off 2025",
            "Passé en perte",
            "Sales credit note",
            "Charged back",
            "Waived",
            "Bad debt",
            "Avoir",
            "退款",
            "مسترد",
            "Closed Lost",
            "RJCT",
        ] {
            assert_eq!(mark(cell), Some(Mark::Annulled), "{cell}");
        }
        for cell in ["Pending", "draft", "en attente: prévu", "pendiente", "Черновик", "مسودة", "草稿", "待审核"]
        {
            assert_eq!(mark(cell), Some(Mark::Open), "{cell}");
        }
        for cell in ["PDNG", "FUTR", "Held", "Disputed", "План", "Geplant", "Не проведен"] {
            assert_eq!(mark(cell), Some(Mark::Open), "{cell}");
        }
        for cell in ["SPEND", "Spend Money", "صرف", "سند صرف"] {
            assert_eq!(mark(cell), Some(Mark::Out), "{cell}");
        }
        for cell in ["Expected", "TBC", "To be confirmed", "On hold", "Attendu", "Not yet confirmed", "не подтверждено"]
        {
            assert_eq!(mark(cell), Some(Mark::Open), "{cell}");
        }
        for cell in [
            "Not received",
            "not yet received",
            "Funds not received",
            "unpaid",
            "Outstanding",
            "ausstehend",
            "noch nicht eingegangen",
            "à recevoir",
            "Non reçu",
            "pas encore reçue",
            "no recibido",
            "не оплачено",
            "غير مدفوع",
            "لم يتم الاستلام",
            "未收到",
            "尚未支付",
        ] {
            assert_eq!(mark(cell), Some(Mark::Unpaid), "{cell}");
        }
        for cell in [
            "outgoing",
            "Out",
            "Outgoing payment",
            "Outflow",
            "Ausgang",
            "Lastschrift",
            "Belastung",
            "Расход",
            "Sortie",
            "Sortie de fonds",
            "Salida",
            "Egreso",
            "支出",
            "صادر",
            "الصادر",
        ] {
            assert_eq!(mark(cell), Some(Mark::Out), "{cell}");
        }
        for cell in ["Pledge", "PLEDGED", "Zusage", "认捐", "تعهد"] {
            assert_eq!(mark(cell), Some(Mark::Promise), "{cell}");
        }
        for cell in ["In-kind", "in kind", "En nature", "En especie", "Sachleistung", "в натуральной форме", "实物"]
        {
            assert_eq!(mark(cell), Some(Mark::InKind), "{cell}");
        }
        for cell in [
            "",
            "Posted",
            "Incoming",
            "Received",
            "Return of refugees to Syria",
            "Return of 500 families",
            "Retour des réfugiés",
            "Payment on pledge",
            "No. 12 received",
            "Sortie de crise",
            "Outreach",
            "Remplacement de pompes",
            "Due diligence",
            "Paid",
            "Not cancelled",
            "non annulé",
            "не отменено",
            "未作废",
            "غير ملغى",
            "Support of States in avoiding failed investigations",
            "Workshop on the cancellation of debts of the South",
            "Germany",
            "4711",
            "Info",
            "Credit for the note of 12 May on the workshop",
            "Household spend survey",
            "Closed Won",
            "NSF",
            "No credit note",
            "RECEIVE",
            "BOOK",
            "Dispute resolution",
            "付款",
            "سعر صرف",
            "План действий",
        ] {
            assert_eq!(mark(cell), None, "{cell}");
        }
    }

    #[test]
    fn a_heading_makes_marks_of_ticks_and_numbers() {
        for heading in ["Reversed", "Reversed with", "Storno-Beleg", "Cancelled on", "Annulé", "Отменено", "是否作废"]
        {
            assert_eq!(mark_of_heading(heading), Some(Mark::Annulled), "{heading}");
        }
        assert_eq!(mark_of_heading("Status"), None);
        assert_eq!(mark_of_heading("Pending balance"), None);
        for cell in ["X", "yes", "1", "TRUE", "1900004711", "30.04.2025", "oui", "да", "是"] {
            assert!(is_marked(cell), "{cell}");
        }
        for cell in ["", "0", "0.00", "No", "FALSE", "否", "нет", "لا", "-", "00.00.0000"] {
            assert!(!is_marked(cell), "{cell}");
        }
    }
}
