//! Keys and headings that stand twice: one bracket for two, or a heading that was forgotten.

use toml::de::Error;

use super::mended::Mend;
use super::scan::{SlipScan, Statement, TableHeading};
use super::{Slip, start};
use crate::keys;

/// The first slip behind what the parser calls duplicate.
pub(super) fn find(line: &dyn Fn(usize) -> usize, scan: &SlipScan<'_>, errors: &[Error]) -> Option<Slip> {
    let error = errors.iter().find(|error| error.message().trim_end_matches('.') == "duplicate key")?;
    if let Some(slip) = misspelt_heading(scan).or_else(|| single_brackets(scan)) {
        return Some(slip);
    }
    let at = start(error);
    let index = scan.statements.iter().position(|statement| statement.span.contains(&at))?;
    let statement = scan.statements.get(index)?;
    let before = scan.statements.get(..index)?;
    let item = before.iter().rev().filter_map(Statement::heading).find(|heading| heading.double);
    match statement.heading() {
        Some(heading) => {
            let behind = scan.statements.get(index + 1..).unwrap_or_default();
            repeated_heading(line, statement, heading, (before, behind), item)
        }
        None => repeated_key(line, statement, (before, scan.statements.get(index + 1)), item),
    }
}

/// Whether the office's files have a list of tables of that name.
fn is_list(name: &str) -> bool {
    let tables = [keys::office_tables(), keys::month_tables()];
    let mut tops = tables.iter().filter_map(|tables| tables.first());
    tops.any(|top| top.keys.iter().any(|key| key.name == name && matches!(key.form, keys::Form::Tables(_))))
}

/// `[[items]]`, where each item is `[[item]]`: what belongs to it would seem to belong to the item above, or to none.
fn misspelt_heading(scan: &SlipScan<'_>) -> Option<Slip> {
    let headings = || scan.statements.iter().filter_map(|statement| Some((statement, statement.heading()?)));
    let meant = |heading: &TableHeading<'_>| {
        let name = heading.name.to_lowercase();
        let single = [name.as_str(), name.strip_suffix('s').unwrap_or_default()];
        let list =
            single.into_iter().find(|name| is_list(name)).filter(|meant| heading.double && *meant != heading.name);
        list.map(str::to_owned)
    };
    let (_, heading, name) = headings().find_map(|(statement, heading)| Some((statement, heading, meant(heading)?)))?;
    let alike = headings().filter(|(_, other)| other.name == heading.name);
    let mends = alike.map(|(statement, _)| Mend::replace(statement.span.clone(), format!("[[{name}]]\n"))).collect();
    let message = format!("`[[{}]]` has no meaning here", heading.name);
    Some(Slip { span: heading.span.clone(), message, hint: Some(format!("write `[[{name}]]`")), mends })
}

/// `[item]`, where each item is `[[item]]`: all of them are one slip.
fn single_brackets(scan: &SlipScan<'_>) -> Option<Slip> {
    let headings = || scan.statements.iter().filter_map(|statement| Some((statement, statement.heading()?)));
    let is_double = |name: &str| headings().any(|(_, heading)| heading.double && heading.name == name);
    let (_, heading) = headings().find(|(_, heading)| {
        !heading.double && !heading.name.contains('.') && (is_list(heading.name) || is_double(heading.name))
    })?;
    let name = heading.name;
    let single = headings().filter(|(_, other)| !other.double && other.name == name);
    let mends: Vec<Mend> =
        single.map(|(statement, _)| Mend::replace(statement.span.clone(), format!("[[{name}]]\n"))).collect();
    let also = match mends.len() {
        0 | 1 => String::new(),
        2 => " (and one further below)".to_owned(),
        all => format!(" (and {} further below)", all - 1),
    };
    let message = format!("the heading of a list has two brackets on each side{also}");
    Some(Slip { span: heading.span.clone(), message, hint: Some(format!("write `[[{name}]]`")), mends })
}

fn repeated_heading(
    line: &dyn Fn(usize) -> usize,
    statement: &Statement<'_>,
    heading: &TableHeading<'_>,
    (before, behind): (&[Statement<'_>], &[Statement<'_>]),
    item: Option<&TableHeading<'_>>,
) -> Option<Slip> {
    let name = heading.name;
    // With its keys, which would seem to belong to the heading above.
    let keys = || behind.iter().take_while(|statement| statement.heading().is_none());
    let whole = || statement.span.start..keys().last().map_or(statement.span.end, |last| last.span.end);
    let earlier = before.iter().filter_map(Statement::heading).rfind(|other| other.name == name);
    let Some(earlier) = earlier else {
        // The same table as a key above: `place = { … }` and `[item.place]`.
        let (table, key) = name.rsplit_once('.')?;
        let owner = before.iter().rposition(|other| other.heading().is_some_and(|other| other.name == table))?;
        let of_owner = before.get(owner + 1..)?.iter().take_while(|other| other.heading().is_none());
        let earlier = of_owner.filter_map(Statement::key).find(|(other, _)| *other == key)?.1;
        let message = format!("`{key}` is given a second time: it is in line {} already", line(earlier.start));
        let slip = Slip::new(heading.span.clone(), message, Mend::remove(whole()));
        return Some(slip.with_hint("keep the one that is right"));
    };
    let line = line(earlier.span.start);
    let message = format!("the heading `[{name}]` is here a second time: it is already in line {line}");
    // What belongs to an item belongs to the last one above.
    let item = item.filter(|item| name.strip_prefix(item.name).is_some_and(|rest| rest.starts_with('.')));
    Some(match item {
        Some(item) => {
            Slip::new(heading.span.clone(), message, Mend::insert(statement.span.start, format!("[[{}]]\n", item.name)))
                .with_hint(format!("write `[[{}]]` above it if it belongs to another one", item.name))
        }
        None => Slip::new(heading.span.clone(), message, Mend::remove(whole()))
            .with_hint("put the keys of both under one heading"),
    })
}

fn repeated_key(
    line: &dyn Fn(usize) -> usize,
    statement: &Statement<'_>,
    (before, next): (&[Statement<'_>], Option<&Statement<'_>>),
    item: Option<&TableHeading<'_>>,
) -> Option<Slip> {
    let (key, span) = statement.key()?;
    let section = before.iter().rposition(|other| other.heading().is_some()).map_or(0, |at| at + 1);
    let section = before.get(section..)?;
    let earlier = section.iter().find(|other| other.key().is_some_and(|(other, _)| other == key))?;
    let is_given = |key: &str| section.iter().any(|other| other.key().is_some_and(|(other, _)| other == key));
    // One key may be a slip of its own; where the next one stands above as well, another item begins.
    let begins = section.first().and_then(Statement::key).is_some_and(|(first, _)| first == key)
        || key == "id"
        || next.and_then(Statement::key).is_some_and(|(next, _)| is_given(next));
    let line = line(earlier.span.start);
    Some(match item.filter(|_| begins) {
        Some(item) => {
            let message = format!("a second `{key}` under one heading: the first is in line {line}");
            let mend = Mend::insert(statement.span.start, format!("[[{}]]\n", item.name));
            Slip::new(span, message, mend).with_hint(format!("is `[[{}]]` missing above this line?", item.name))
        }
        None => {
            let message = format!("`{key}` is given a second time under one heading: it is in line {line} already");
            Slip::new(span, message, Mend::remove(statement.span.clone())).with_hint("keep the one that is right")
        }
    })
}
