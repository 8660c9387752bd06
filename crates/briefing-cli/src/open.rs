//! Opens files in the system's program for their kind.

use std::ffi::OsStr;
use std::io;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Duration;

const OPENER: &str = if cfg!(target_os = "macos") {
    "open"
} else if cfg!(windows) {
    "explorer"
} else {
    "xdg-open"
};

/// How long to wait for the opener to fail, which it does at once or not at all: it may run as long as the viewer does.
const LOOKS: u32 = 20;
const EVERY: Duration = Duration::from_millis(50);

/// Opens a file or an address; fails with the reason if there is no desktop.
pub(crate) fn open(what: &OsStr) -> Result<(), String> {
    let quiet = Stdio::null;
    let opener = Command::new(OPENER).arg(what).stdin(quiet()).stdout(quiet()).stderr(quiet()).spawn();
    match opener.map(has_failed) {
        Ok(true) => Err(format!("`{OPENER}` found no desktop or no program for it")),
        Ok(false) => Ok(()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Err(format!("there is no `{OPENER}` here")),
        Err(error) => Err(format!("`{OPENER}` cannot be run: {error}")),
    }
}

fn has_failed(mut opener: Child) -> bool {
    // The one on Windows always reports failure.
    for _ in 0..if cfg!(windows) { 0 } else { LOOKS } {
        match opener.try_wait() {
            Ok(Some(status)) => return !status.success(),
            Ok(None) => thread::sleep(EVERY),
            Err(_) => return false,
        }
    }
    false
}
