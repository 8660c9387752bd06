//! How commands end.

use std::io;
use std::process::ExitCode;

use briefing::Code;

/// The exit status of a command. A number never changes its meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Status {
    /// Done.
    Done = 0,
    /// Invalid input.
    Input = 1,
    /// Usage error.
    Call = 2,
    /// The system refused: unreadable, unwritable, disk full.
    System = 3,
    /// Another version of this program made the input.
    Version = 4,
    /// Somebody pressed Ctrl-C: files that were finished stay, and are named. The number is the usual one, 128 plus the signal's.
    Interrupted = 130,
}

impl From<Status> for ExitCode {
    fn from(status: Status) -> Self {
        Self::from(status as u8)
    }
}

/// Why a command failed.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Failure {
    /// A usage error.
    #[error("{0}")]
    Call(String),
    /// A file or folder that cannot be read or written.
    #[error("cannot {what} `{path}`: {}", reason_of(what, .error))]
    File {
        /// "read" or "write".
        what: &'static str,
        /// The path, as it was given.
        path: String,
        /// Why not.
        error: io::Error,
    },
    /// Standard output cannot be written.
    #[error("cannot write to standard output: {}", reason(.0))]
    Output(#[from] io::Error),
    /// Pages cannot be served at a local address.
    #[error("cannot serve the pages at a local address: {}", reason(.0))]
    Server(io::Error),
    /// Input that cannot be used, for a reason that has a code.
    #[error("{1}")]
    Coded(Code, String),
    /// Input that cannot be used, for a reason without a place in a file.
    #[error("{0}")]
    Input(String),
    /// Faults that were already reported.
    #[error("there are faults")]
    Reported(Status),
    /// Ctrl-C.
    #[error("interrupted: {0}")]
    Interrupted(String),
}

impl Failure {
    /// The code that explains it, if it has one.
    pub(crate) const fn code(&self) -> Option<Code> {
        match self {
            Self::Coded(code, _) => Some(*code),
            _ => None,
        }
    }

    /// The exit status.
    pub(crate) fn status(&self) -> Status {
        match self {
            Self::Call(_) => Status::Call,
            // A file was named that does not exist.
            Self::File { what: "read", error, .. } if error.kind() == io::ErrorKind::NotFound => Status::Call,
            Self::Coded(Code::EditionOfLaterVersion, _) => Status::Version,
            Self::Coded(..) | Self::Input(_) => Status::Input,
            Self::Reported(status) => *status,
            Self::Interrupted(_) => Status::Interrupted,
            Self::File { .. } | Self::Output(_) | Self::Server(_) => Status::System,
        }
    }
}

/// As [`reason`]; a file to be read that is not found is itself missing, not its folder.
fn reason_of(what: &str, error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound if what == "read" => "there is no such file".to_owned(),
        _ => reason(error),
    }
}

/// Why the system refused, in words for the user.
fn reason(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "there is no such folder".to_owned(),
        io::ErrorKind::AlreadyExists | io::ErrorKind::NotADirectory => "a file is in its way".to_owned(),
        // This program's own message about a read-only file.
        io::ErrorKind::PermissionDenied if error.raw_os_error().is_none() => error.to_string(),
        io::ErrorKind::PermissionDenied => "permission denied".to_owned(),
        io::ErrorKind::StorageFull => "the disk is full".to_owned(),
        io::ErrorKind::ReadOnlyFilesystem => "the disk is read-only".to_owned(),
        io::ErrorKind::QuotaExceeded => "the quota is used up".to_owned(),
        io::ErrorKind::IsADirectory => "a folder is in its way".to_owned(),
        io::ErrorKind::FileTooLarge => "it is larger than the system allows".to_owned(),
        io::ErrorKind::OutOfMemory => "out of memory".to_owned(),
        _ => error.to_string(),
    }
}
