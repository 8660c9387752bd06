//! Limits of the system that would end the command without a word.

use std::process::ExitCode;
use std::thread;

/// What the main thread has on Linux and macOS, where nobody set less.
const STACK_BYTES: usize = 8 << 20;

/// Does the work, on a stack of its own where less was left to the main thread and another is to be had.
pub(crate) fn with_room(work: fn() -> ExitCode) -> ExitCode {
    refuse_large_files();
    // A thread of its own allocates from a heap of its own, which costs every command a twentieth.
    if has_room() {
        return work();
    }
    match thread::Builder::new().stack_size(STACK_BYTES).spawn(work) {
        Ok(thread) => thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)),
        Err(_) => work(),
    }
}

/// Whether the main thread has the usual stack.
fn has_room() -> bool {
    #[cfg(unix)]
    {
        use rustix::process::{Resource, getrlimit};
        getrlimit(Resource::Stack).current.is_none_or(|bytes| bytes >= STACK_BYTES as u64)
    }
    #[cfg(not(unix))]
    false
}

/// A file that grows beyond what the user may write is an error of writing, and no longer a signal that ends the command.
fn refuse_large_files() {
    #[cfg(unix)]
    {
        use signal_hook::consts::signal::SIGXFSZ;
        let _ = signal_hook::flag::register(SIGXFSZ, std::sync::Arc::default());
    }
}
