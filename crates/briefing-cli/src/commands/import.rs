//! `briefing ledger import`: appends rows of another system's export to the ledger.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use briefing::Folder;
use briefing::office::{Disk, Export, Import, ImportRow, RowFate};

use crate::arguments::LedgerImportArguments;
use crate::count::count;
use crate::faults;
use crate::status::{Failure, Status};
use crate::streams::Streams;
use crate::{clean, folder};

/// The largest export, in bytes.
const LARGEST_EXPORT: u64 = 256 * 1024 * 1024;

/// Shows what happens to each row, and appends the new ones.
pub(crate) fn import(arguments: &LedgerImportArguments, streams: &mut Streams<'_>) -> Result<Status, Failure> {
    let disk = folder::open(&arguments.office)?;
    let (export, map) = (read(&arguments.from)?, read(&arguments.map)?);
    // Held until the ledger is written, so that of two imports at once the second sees what the first added.
    let _held = if arguments.dry_run { None } else { Some(folder::hold(&arguments.office, &disk)?) };
    let office = Folder::new(disk.clone());
    let (name, map_name) = (shown(&arguments.from), shown(&arguments.map));
    let (import, mut found) =
        office.plan_import(&Export { name: &name, bytes: &export, map_name: &map_name, map: &map }).into_parts();
    if let Some(import) = &import {
        found.merge(import.faults.clone());
    }
    // Some places are in the export, whose path is shown as it was given.
    faults::tell(&found, None, streams);
    let Some(import) = import else { return Ok(faults::status(&found, false)) };

    preview(&import, streams.out)?;
    if arguments.dry_run {
        let ledger = &import.ledger;
        match import.refused() {
            _ if import.has_merged_cells() => {
                writeln!(
                    streams.out,
                    "nothing was written: cells are merged, and without unmerging them no row is appended"
                )?;
            }
            0 => writeln!(streams.out, "nothing was written: without --dry-run, the rows are appended to {ledger}")?,
            _ => writeln!(
                streams.out,
                "nothing was written: rows are refused, and without --partial none is appended to {ledger}"
            )?,
        }
        return Ok(faults::status(&found, false));
    }
    let after = if arguments.partial { import.partial() } else { import.whole() };
    let Some(after) = after else {
        if import.has_merged_cells() {
            writeln!(
                streams.out,
                "nothing was written: cells are merged, and the rows they cover look as if they had a value; unmerge them first"
            )?;
            return Ok(faults::status(&found, false));
        }
        let refused = count(import.refused(), "row is", "rows are");
        writeln!(streams.out, "nothing was written: {refused} refused; --partial appends the others")?;
        return Ok(faults::status(&found, false));
    };
    if import.added() == 0 {
        writeln!(streams.out, "nothing to append to {}", import.ledger)?;
        return Ok(Status::Done);
    }
    append(&arguments.office, &disk, &import, after, streams)?;
    Ok(Status::Done)
}

fn shown(path: &Path) -> String {
    path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned())
}

fn read(path: &Path) -> Result<Vec<u8>, Failure> {
    let refused = |error| Failure::File { what: "read", path: path.display().to_string(), error };
    let known = fs::metadata(path).map_err(refused)?;
    if !known.is_file() {
        return Err(Failure::Call(format!("`{}` is not an ordinary file", path.display())));
    }
    if known.len() > LARGEST_EXPORT {
        return Err(Failure::Input(format!("`{}` is larger than {} MB", path.display(), LARGEST_EXPORT >> 20)));
    }
    fs::read(path).map_err(refused)
}

/// Every row: what it becomes, or why it is refused.
fn preview(import: &Import, out: &mut dyn Write) -> io::Result<()> {
    for ImportRow { line, cells, fate } in &import.rows {
        match fate {
            RowFate::Skipped(why) => writeln!(out, "row {line}: left out: {}", clean::line(why))?,
            RowFate::Refused(why) => writeln!(out, "row {line}: refused: {}", clean::line(why))?,
            RowFate::New => {
                let cells: Vec<String> =
                    cells.iter().map(|(column, text)| format!("{column}={}", clean::word(text))).collect();
                writeln!(out, "row {line}: {}", cells.join("  "))?;
            }
        }
    }
    if !import.unread.is_empty() {
        let names = import.unread.iter().map(|name| match name.as_str() {
            "" => "one without a name".to_owned(),
            name => format!("`{}`", clean::line(name)),
        });
        writeln!(out, "nothing is taken from these columns: {}", names.collect::<Vec<_>>().join(", "))?;
    }
    let (added, all, refused) = (import.added(), import.rows.len(), import.refused());
    let left = all - added - refused;
    let refused = if refused == 0 { String::new() } else { format!(", {refused} refused") };
    writeln!(out, "{added} of {all} rows are new, {left} left out{refused}")
}

/// Appends the rows if the ledger has not changed since it was read.
fn append(office: &Path, disk: &Disk, import: &Import, after: &[u8], streams: &mut Streams<'_>) -> Result<(), Failure> {
    let backup = folder::replace(office, disk, &import.ledger, Some(&import.before), after)?;
    let added = import.added();
    let rows = count(added, "row", "rows");
    let path = office.join(import.ledger.as_str());
    let kept = backup.map_or_else(String::new, |backup| format!("; what it was is in {}", backup.display()));
    streams.report(format_args!("appended {rows} to {}{kept}", path.display()))?;
    Ok(())
}
