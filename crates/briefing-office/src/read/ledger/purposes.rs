//! What money is for, in the cells of a row: a fund and purposes.

use briefing_model::{Directory, Earmark, FundId, InvalidPurpose, Purpose};

use super::columns::ReadColumn;
use super::row::{Row, is_one_of};
use crate::diagnostic::Code;
use crate::look_alike;
use crate::tree::short;

/// A fund and a set of purposes, each of which the office has.
pub(super) fn earmark(row: &Row<'_>, known: &Directory, fund: Option<&str>, purposes: Option<&str>) -> Option<Earmark> {
    let errors_before = row.errors();
    let fund: Option<FundId> = fund.and_then(|text| row.id(ReadColumn::Fund, text, &known.funds));
    row.report(fund.as_ref().and_then(|fund| known.missing_fund(fund, || ReadColumn::Fund)));
    let texts = purposes.unwrap_or_default().split(';').map(str::trim).filter(|text| !text.is_empty());
    let purposes: Vec<Purpose> = texts.filter_map(|text| purpose(row, known, text)).collect();
    for purpose in &purposes {
        // Events are known once every month is read.
        let missing = known.missing_purpose(purpose, || ReadColumn::Purposes);
        let meant = missing.as_ref().and_then(|_| of_other_kind(known, purpose));
        row.report(missing.map(|missing| match meant {
            Some(meant) => missing.with_hint(format!("write `{meant}`")),
            None => missing,
        }));
        if let Purpose::Text(text) = purpose
            && let Some((meant, what)) = meant_by(known, text.english())
        {
            let message = format!("`{}` is printed literally, but is also {what}", short(text.english()));
            let hint = format!("write `{meant}` if that is meant");
            row.fault(ReadColumn::Purposes, Code::PurposeIsId, message, Some(hint));
        }
    }
    (row.errors() == errors_before).then_some(Earmark { fund, purposes })
}

/// Whether a text only says that money is for nothing in particular, which an empty cell says.
pub(super) fn is_no_purpose(text: &str) -> bool {
    const WORDS: [&str; 18] = [
        "-",
        "–",
        "—",
        "n/a",
        "n.a.",
        "na",
        "none",
        "nil",
        "unearmarked",
        "not earmarked",
        "non-earmarked",
        "non affecté",
        "sans affectation",
        "no asignado",
        "keine",
        "нет",
        "无",
        "غير مخصص",
    ];
    is_one_of(&WORDS, text)
}

/// What an amount is given for.
fn purpose(row: &Row<'_>, known: &Directory, text: &str) -> Option<Purpose> {
    if is_no_purpose(text) {
        let message = format!("`{}` is not a purpose, and would be printed as one", short(text));
        let hint = "leave the cell empty where the money is not earmarked".to_owned();
        row.fault(ReadColumn::Purposes, Code::BadCell, message, Some(hint));
        return None;
    }
    let error = match text.parse::<Purpose>() {
        Ok(purpose) => {
            let Some(meant) = written_otherwise(known, text).filter(|_| matches!(purpose, Purpose::Text(_))) else {
                return Some(purpose);
            };
            let message = format!("`{}` would be printed as it is", short(text));
            row.fault(ReadColumn::Purposes, Code::BadCell, message, Some(format!("write `{meant}`")));
            return None;
        }
        Err(error) => error,
    };
    let parts = || text.split([',', '+', '&', '/']).map(str::trim);
    let named = text.split_once(':').and_then(|(kind, name)| {
        let (meant, _) = meant_by(known, name.trim())?;
        meant.starts_with(kind.trim()).then_some(meant)
    });
    let hint = if let Some(meant) = named {
        Some(format!("write `{meant}`"))
    } else if let Some((kind, id)) = text.split_once(':')
        && format!("{}:{}", kind.trim(), id.trim()).parse::<Purpose>().is_ok()
    {
        Some(format!("write `{}:{}`, without spaces", kind.trim(), id.trim()))
    } else if parts().count() > 1 && parts().all(|part| part.parse::<Purpose>().is_ok()) {
        Some(format!("separate purposes by `;`: `{}`", parts().collect::<Vec<_>>().join("; ")))
    } else {
        None
    };
    let (message, hint) = match error {
        InvalidPurpose::Kind { written, remedy } => (format!("`{}` is not a purpose", short(&written)), Some(remedy)),
        error => (error.to_string(), hint),
    };
    row.fault(ReadColumn::Purposes, Code::BadCell, message, hint);
    None
}

/// The unit, programme or event that a text names as our own files do but for capitals, spaces and quotation marks, letters that only look
/// right, or the mark between: `“Programme: fog”`, `programme=fog`.
fn written_otherwise(known: &Directory, text: &str) -> Option<String> {
    const QUOTES: [char; 12] = ['"', '\'', '“', '”', '„', '‟', '‘', '’', '«', '»', '「', '」'];
    const KINDS: [&str; 2] = ["unit", "programme"];
    let seen = look_alike::as_seen(text);
    let bare = seen.trim_matches(|c: char| QUOTES.contains(&c) || c.is_whitespace());
    if let Some((kind, id)) = bare.split_once([':', '：']) {
        let meant = format!("{}:{}", kind.trim().to_lowercase(), id.trim());
        return meant.parse().is_ok_and(|purpose| !matches!(purpose, Purpose::Text(_))).then_some(meant);
    }
    // With another mark, it is what it says unless there is one of that id.
    let at = bare.find(|c: char| !c.is_alphabetic())?;
    let (kind, id) = (bare.get(..at)?.to_lowercase(), bare.get(at..)?);
    let id = id.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '=' | '-' | '/' | '.' | ';' | '_' | '|'));
    let ids = if kind == "unit" { &known.units } else { &known.programmes };
    (KINDS.contains(&kind.as_str()) && ids.has(id) && !ids.has_any()).then(|| format!("{kind}:{id}"))
}

/// A unit or programme of that id, as a purpose.
fn by_id(known: &Directory, id: &str) -> Option<String> {
    let kinds = [("unit", &known.units), ("programme", &known.programmes)];
    kinds.into_iter().find(|(_, ids)| ids.has(id) && !ids.has_any()).map(|(kind, _)| format!("{kind}:{id}"))
}

/// The unit or programme that the text of a purpose names, and how.
fn meant_by(known: &Directory, text: &str) -> Option<(String, &'static str)> {
    if let Some(meant) = by_id(known, text) {
        return Some((meant, "an id"));
    }
    let kinds =
        [("unit", "the name of a unit", &known.units), ("programme", "the name of a programme", &known.programmes)];
    let mut named = kinds.into_iter().filter(|(.., ids)| !ids.has_any());
    named.find_map(|(kind, what, ids)| Some((format!("{kind}:{}", ids.named(text)?), what)))
}

/// A programme that was called a unit, or the other way round.
fn of_other_kind(known: &Directory, purpose: &Purpose) -> Option<String> {
    match purpose {
        Purpose::Unit(id) => by_id(known, id.as_str()),
        Purpose::Programme(id) => by_id(known, id.as_str()),
        Purpose::Event(id) => by_id(known, id.as_str()),
        Purpose::Text(_) => None,
    }
}
