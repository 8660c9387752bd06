//! Limits of the system that would end the command without a word.

use std::process::ExitCode;
use std::thread;

/// What the main thread has on Linux and macOS, where nobody set less.
const STACK_BYTES: usize = 8 << 20;

/// Does the work on a stack of its own, whatever was left to the main thread; on that one where no other is to be had.
pub(crate) fn with_room(work: fn() -> ExitCode) -> ExitCode {
    refuse_large_files();
    match thread::Builder::new().stack_size(STACK_BYTES).spawn(work) {
        Ok(thread) => thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)),
        Err(_) => work(),
    }
}

/// A file that grows beyond what the user may write is an error of writing, and no longer a signal that ends the command.
fn refuse_large_files() {
    #[cfg(unix)]
    {
        use signal_hook::consts::signal::SIGXFSZ;
        let _ = signal_hook::flag::register(SIGXFSZ, std::sync::Arc::default());
    }
}
