//! Rows that a column of the export marks as reversed, cancelled or open, where the map does not ask for it.

use std::collections::BTreeMap;

use briefing_model::{EntryKindName, LedgerEntry};

use super::export::Sheet;
use super::map::Map;
use super::reader::ColumnPlaces;
use super::{Planned, RowFate};
use crate::diagnostic::Code;
use crate::read::ledger::columns::ReadColumn;
use crate::sheet::RowFault;
use crate::tree::short;

/// How words begin that say of a payment that it does not stand.
const ANNULLED: [&str; 66] = [
    "reversed",
    "reversal",
    "reversing",
    "cancel",
    "void",
    "annul",
    "rescind",
    "revok",
    "reject",
    "declined",
    "decline",
    "bounced",
    "failed",
    "deleted",
    "withdrawn",
    "terminated",
    "returned",
    "refund",
    "chargeback",
    "gutschrift",
    "возврат",
    "storn",
    "estorn",
    "extourn",
    "contrepass",
    "supprim",
    "résili",
    "refusé",
    "refused",
    "rejet",
    "rembours",
    "reversad",
    "revertid",
    "anulad",
    "anulac",
    "rechaz",
    "eliminad",
    "devuelt",
    "reembols",
    "gelösch",
    "rückgebuch",
    "отмен",
    "аннулир",
    "сторн",
    "отклон",
    "удален",
    "удалён",
    "возвращ",
    "ملغ",
    "الغاء",
    "إلغاء",
    "معكوس",
    "عكس",
    "مرفوض",
    "محذوف",
    "作废",
    "作廢",
    "撤销",
    "取消",
    "冲销",
    "沖銷",
    "冲正",
    "红冲",
    "退回",
    "已退",
    "拒绝",
];

/// The same for a payment that is not yet one.
const OPEN: [&str; 30] = [
    "draft",
    "pending",
    "parked",
    "planned",
    "forecast",
    "unconfirmed",
    "unapproved",
    "unposted",
    "provisional",
    "proposed",
    "tentative",
    "brouillon",
    "prévu",
    "provisoire",
    "borrador",
    "pendiente",
    "previsto",
    "entwurf",
    "vorgemerkt",
    "черновик",
    "ожида",
    "заплан",
    "مسودة",
    "معلق",
    "انتظار",
    "الانتظار",
    "草稿",
    "待",
    "暂存",
    "预计",
];

/// Words that take back what they stand before.
const NEGATIONS: [&str; 12] = ["not", "no", "non", "pas", "nicht", "kein", "не", "нет", "без", "غير", "لم", "لا"];

/// What a column whose heading is such a word has in the rows that are not meant.
const NONE: [&str; 26] = [
    "0", "no", "n", "non", "false", "faux", "falso", "nein", "falsch", "none", "aucun", "ninguno", "нет", "ложь", "لا",
    "否", "无", "-", "–", "—", "n/a", "na", "n.a.", "nil", "open", "#n/a",
];

/// A longer text tells of something else, but for its first word.
const MOST_WORDS: usize = 4;

/// What a cell says of its row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mark {
    Annulled,
    Open,
}

/// Warns of rows, or refuses them, that are marked in a column whose words the map does not use.
pub(super) fn check_rows(
    map: &Map,
    places: &ColumnPlaces,
    sheet: &Sheet,
    rows: &mut [Planned],
    faults: &mut Vec<RowFault>,
) {
    /// Our columns that may carry such words along; the others have words of their own.
    const TEXTS: [ReadColumn; 3] = [ReadColumn::Note, ReadColumn::Purposes, ReadColumn::What];
    let texts: Vec<usize> = TEXTS.iter().filter_map(|column| places.at(*column)).collect();
    let skipped: BTreeMap<usize, &[String]> = places.skipped(map).map(|(at, _, words)| (at, words)).collect();
    let is_looked_at = |at: &usize| match skipped.get(at) {
        // A column that is skipped by an empty list was looked at: all of its rows count.
        Some(words) => !words.is_empty(),
        None => !places.reads(*at) || texts.contains(at),
    };
    let columns: Vec<(usize, Option<Mark>, bool)> = (0..sheet.header.len())
        .filter(is_looked_at)
        .map(|at| {
            let heading = sheet.header.get(at).map_or("", String::as_str);
            (at, mark_of_heading(heading).filter(|_| !texts.contains(&at)), places.reads(at))
        })
        .collect();
    let records = sheet.records();
    for row in rows.iter_mut().filter(|row| row.fate == RowFate::New) {
        let takes_back = |entry: &LedgerEntry| {
            matches!(entry.kind.name(), EntryKindName::Withdrawal | EntryKindName::Refund | EntryKindName::Revision)
        };
        if row.entry.as_ref().is_some_and(takes_back) {
            continue;
        }
        let Some(record) = records.get(&row.start.line) else { continue };
        for &(at, of_heading, is_read) in &columns {
            let text = record.text(at);
            let cell = text.trim();
            let of_cell = mark(cell);
            let Some(mark) = of_cell.or_else(|| of_heading.filter(|_| is_marked(cell))) else { continue };
            let name = short(sheet.header.get(at).map_or("", String::as_str));
            let message = format!("`{name}` says `{}`, and the row would count as any other", short(cell));
            // Words of one row only are no words for a map.
            let leave_out = if of_cell.is_some() && cell.split_whitespace().count() <= MOST_WORDS && short(cell) == cell
            {
                format!(
                    "leave such rows out, `\"{name}\" = [\"{cell}\"]` under `[skip]` in the map, with the rows that reverse them, or \
                         make `kind` of the column"
                )
            } else {
                format!("leave it out, `skip-rows = [{}]` in the map, with the row that reverses it", row.start.line)
            };
            let hint = format!("{leave_out}; where such rows count, say `\"{name}\" = []` under `[skip]`");
            let code = if mark == Mark::Annulled && !is_read { Code::AnnulledRow } else { Code::MarkedRow };
            if code == Code::AnnulledRow {
                row.fate = RowFate::Refused(message.clone());
            }
            faults.push(RowFault { row: row.start, cell: Some(at), code, message, hint: Some(hint) });
            break;
        }
    }
}

/// What a cell says of its row: a few words of which one is known, or a text that begins with one.
fn mark(cell: &str) -> Option<Mark> {
    let lower = cell.to_lowercase();
    let words: Vec<&str> = lower.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).collect();
    /// A paper by which money goes back.
    const CREDIT_NOTES: [&str; 4] = ["credit note", "credit memo", "note de crédit", "nota de crédito"];
    if CREDIT_NOTES.iter().any(|words| lower.starts_with(words)) {
        return Some(Mark::Annulled);
    }
    let looked_at = if words.len() > MOST_WORDS { words.get(..1)? } else { &words };
    let said = looked_at.iter().take_while(|word| !NEGATIONS.contains(*word));
    said.filter_map(|word| mark_of_word(word)).next()
}

fn mark_of_word(word: &str) -> Option<Mark> {
    let bare = word.strip_prefix("ال").unwrap_or(word);
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
    OPEN.iter().any(|known| word.starts_with(known)).then_some(Mark::Open)
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}')
}

/// What a heading says that is of marks alone: `Reversed`, `Storno-Beleg`, `Cancelled on`.
fn mark_of_heading(heading: &str) -> Option<Mark> {
    mark(heading).filter(|mark| *mark == Mark::Annulled)
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
        ] {
            assert_eq!(mark(cell), Some(Mark::Annulled), "{cell}");
        }
        for cell in ["Pending", "draft", "en attente: prévu", "pendiente", "Черновик", "مسودة", "草稿", "待审核"]
        {
            assert_eq!(mark(cell), Some(Mark::Open), "{cell}");
        }
        for cell in [
            "",
            "Posted",
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
