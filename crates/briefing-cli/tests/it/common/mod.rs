//! Running the command as a user does, and showing what it says.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::{fs, io};

use tempfile::TempDir;

/// The command, in an empty environment.
pub(crate) fn briefing() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_briefing"));
    command.env_clear().stdin(Stdio::null());
    command
}

/// A path in the repository.
pub(crate) fn repository(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(path)
}

/// A folder that goes when the test ends, with a copy of an office in it.
pub(crate) struct Desk {
    folder: TempDir,
}

impl Desk {
    /// With a copy of an office of the repository, as `office`.
    pub(crate) fn with(office: &str) -> Self {
        let desk = Self::empty();
        copy(&repository(office), &desk.path("office")).unwrap();
        desk
    }

    pub(crate) fn empty() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Writes a file, and the folders it is in.
    pub(crate) fn write(&self, name: &str, text: impl AsRef<[u8]>) -> &Self {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
        self
    }

    /// Writes a file anew, with something in it replaced.
    pub(crate) fn edit(&self, name: &str, from: &str, to: &str) -> &Self {
        let text = fs::read_to_string(self.path(name)).unwrap();
        assert!(text.contains(from), "{name} has no {from}");
        self.write(name, text.replace(from, to))
    }

    /// Runs the command here.
    pub(crate) fn run<I: AsRef<OsStr>>(&self, arguments: impl IntoIterator<Item = I>) -> Output {
        briefing().current_dir(self.folder.path()).args(arguments).output().unwrap()
    }

    /// Runs the command here, its words split by blanks, and shows what it says.
    pub(crate) fn say(&self, line: &str) -> String {
        self.show(&self.run(line.split_whitespace()))
    }

    /// What a run came to, for a snapshot.
    pub(crate) fn show(&self, output: &Output) -> String {
        let text = |bytes: &[u8]| {
            let text = String::from_utf8_lossy(bytes).into_owned();
            without_sizes(&text.replace(&self.folder.path().display().to_string(), "[DESK]"))
        };
        let mut shown = format!("status {}", output.status.code().unwrap());
        for (name, bytes) in [("stdout", &output.stdout), ("stderr", &output.stderr)] {
            let text = text(bytes);
            if !text.is_empty() {
                shown.push_str(&format!("\n-- {name}\n{}", text.trim_end()));
            }
        }
        shown
    }

    /// What lies here, by name.
    pub(crate) fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(self.folder.path()).unwrap();
        let mut names: Vec<String> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    pub(crate) fn read(&self, name: &str) -> Vec<u8> {
        fs::read(self.path(name)).unwrap()
    }
}

/// A text without the sizes of files, which change with every stroke of a pen: `(4 pages, 329 kB)` becomes `(4 pages)`.
fn without_sizes(text: &str) -> String {
    let mut parts = text.split(" kB");
    let mut shown = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let kept = shown.trim_end_matches(|c: char| c.is_ascii_digit());
        match kept.strip_suffix(", ") {
            Some(kept) if kept.len() < shown.len() - 2 => shown.truncate(kept.len()),
            _ => shown.push_str(" kB"),
        }
        shown.push_str(part);
    }
    shown
}

/// The exit status of a run.
pub(crate) fn status(output: &Output) -> i32 {
    output.status.code().unwrap()
}

/// Copies a folder with everything in it.
pub(crate) fn copy(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}

/// Runs work whose commands permissions hold for: root's too, which otherwise may read and write everything.
#[cfg(unix)]
pub(crate) fn under_permissions<T: Send>(work: impl FnOnce() -> T + Send) -> T {
    // What a thread gives up, the commands that it runs go without.
    let in_thread = || {
        #[cfg(target_os = "linux")]
        for right in [rustix::thread::CapabilitySet::DAC_OVERRIDE, rustix::thread::CapabilitySet::DAC_READ_SEARCH] {
            let _ = rustix::thread::remove_capability_from_bounding_set(right);
        }
        let desk = Desk::empty();
        desk.write("file", "");
        let unreadable = std::os::unix::fs::PermissionsExt::from_mode(0o000);
        fs::set_permissions(desk.path("file"), unreadable).unwrap();
        let read = Command::new("cat").arg(desk.path("file")).output().unwrap();
        assert!(!read.status.success(), "run these tests as a user whom permissions hold for");
        work()
    };
    let done = std::thread::scope(|scope| scope.spawn(in_thread).join());
    done.unwrap_or_else(|panic| std::panic::resume_unwind(panic))
}
