//! `briefing watch`: a month rendered on every save, in a browser on this computer.

mod page;
mod pages;
mod server;
mod state;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;
use std::time::{Duration, SystemTime};

use self::server::Server;
use self::state::{SharedMonth, ShownMonth};
use crate::arguments::{Months, WatchArguments};
use crate::folder;
use crate::interrupt::Interrupt;
use crate::open::open;
use crate::status::{Failure, Status};
use crate::streams::Streams;

/// How often the folder is looked at: a save is shown after two looks, and people perceive a tenth of a second as at once.
const EVERY: Duration = Duration::from_millis(30);

/// How deep to look into folders: an office has months, and these may have folders of pictures.
const DEEPEST: usize = 4;

/// No office has more files; any beyond are not watched.
const MOST_FILES: usize = 20_000;

/// Each file, with its size and time of change.
type Snapshot = BTreeMap<PathBuf, (u64, Option<SystemTime>)>;

/// Serves the pages until somebody presses Ctrl-C.
pub(crate) fn watch(arguments: &WatchArguments, streams: &mut Streams<'_>) -> Result<Status, Failure> {
    let office = arguments.office.as_path();
    let disk = folder::open(office)?;
    let wanted: Vec<Months> = arguments.month.map(Months::One).into_iter().collect();
    let Some(&month) = Months::settle(&wanted, office, &disk)?.first() else { return Ok(Status::Done) };
    drop(disk);
    let interrupt = Interrupt::listen();
    let shared = Arc::new(SharedMonth::default());
    let server = Server::start(Arc::clone(&shared)).map_err(Failure::Server)?;
    streams.report(format_args!("{month} is at {}; Ctrl-C ends it", server.address()))?;
    if arguments.open
        && let Err(reason) = open(server.address().as_ref())
    {
        streams.say(format_args!("note: the browser cannot be started from here: {reason}"));
    }
    let (mut seen, mut checked) = (None, true);
    while !interrupt.asked() {
        let now = snapshot(office);
        if seen.as_ref() != Some(&now) {
            // A save in several steps is over when two looks are alike.
            thread::sleep(EVERY);
            if snapshot(office) != now {
                continue;
            }
            let shown = ShownMonth::render(office, month, &arguments.lang);
            streams.report(format_args!("{}", shown.summary()))?;
            shared.show(shown);
            seen = Some(now);
            checked = false;
        } else if !checked {
            // The slower checks come after the pages.
            if let Some((found, changes)) = ShownMonth::check(office, month, arguments.lang.first().copied()) {
                shared.show_checked(&found, changes, office);
            }
            checked = true;
        }
        thread::sleep(EVERY);
    }
    Ok(Status::Done)
}

fn snapshot(office: &Path) -> Snapshot {
    let mut files = Snapshot::new();
    look(office, 0, &mut files);
    files
}

/// Looks into a folder; one that cannot be read counts as empty.
fn look(folder: &Path, depth: usize, files: &mut Snapshot) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        // The program's own files come and go while it works.
        if entry.file_name().to_string_lossy().starts_with('.') || files.len() >= MOST_FILES {
            continue;
        }
        let Ok(known) = fs::metadata(entry.path()) else { continue };
        if known.is_dir() {
            if depth < DEEPEST {
                look(&entry.path(), depth + 1, files);
            }
        } else {
            files.insert(entry.path(), (known.len(), known.modified().ok()));
        }
    }
}
