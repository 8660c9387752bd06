//! System limits that would otherwise end the command without a message.

use std::process::ExitCode;
use std::thread;

/// The main thread's stack on Linux and macOS, unless a smaller one is set.
const STACK_BYTES: usize = 8 << 20;

/// Runs the command, on a thread with a larger stack if the main thread's is too small and one can be started.
pub(crate) fn with_room(work: fn() -> ExitCode) -> ExitCode {
    refuse_large_files();
    // A second thread allocates from a heap of its own, which costs every command a twentieth.
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

/// Makes a file that grows beyond the user's limit a write error instead of a signal that ends the command.
fn refuse_large_files() {
    #[cfg(unix)]
    {
        use signal_hook::consts::signal::SIGXFSZ;
        let _ = signal_hook::flag::register(SIGXFSZ, std::sync::Arc::default());
    }
}
