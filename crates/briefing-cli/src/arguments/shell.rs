//! What a shell and `man` know about the command.

use std::path::PathBuf;

use clap::{Args, Command, CommandFactory};
use clap_complete::Shell;

use super::Arguments;
use crate::output;
use crate::status::{Failure, Status};
use crate::streams::Streams;

/// Print the completions for a shell.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
    briefing completions bash > ~/.local/share/bash-completion/completions/briefing\n  \
    briefing completions zsh > ~/.zfunc/_briefing\n  \
    briefing completions fish > ~/.config/fish/completions/briefing.fish\n  \
    briefing completions powershell >> $PROFILE")]
pub(crate) struct CompletionsArguments {
    /// The shell.
    #[arg(value_enum)]
    shell: Shell,
}

/// Print the manual pages.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
    briefing man | man -l -\n  \
    briefing man --out-dir ~/.local/share/man/man1   writes briefing.1 and so on")]
pub(crate) struct ManArguments {
    /// The folder to write a page for each command to; without it, the page of `briefing` itself goes to standard output.
    #[arg(long, value_name = "DIR")]
    out_dir: Option<PathBuf>,
}

impl CompletionsArguments {
    /// Writes them to standard output.
    pub(crate) fn write(&self, streams: &mut Streams<'_>) -> Result<Status, Failure> {
        let mut script = Vec::new();
        clap_complete::generate(self.shell, &mut Arguments::command(), "briefing", &mut script);
        streams.out.write_all(&script)?;
        Ok(Status::Done)
    }
}

impl ManArguments {
    /// Writes them.
    pub(crate) fn write(&self, streams: &mut Streams<'_>) -> Result<Status, Failure> {
        let mut command = Arguments::command();
        command.build();
        let Some(folder) = &self.out_dir else {
            let mut page = Vec::new();
            clap_mangen::Man::new(command).render(&mut page)?;
            streams.out.write_all(&page)?;
            return Ok(Status::Done);
        };
        output::make_folder(folder)?;
        pages(&command, &mut |name, page| {
            let path = folder.join(name);
            output::write_file(&path, page, output::OutputKind::Man)?;
            Ok(streams.report(format_args!("wrote {}", path.display()))?)
        })
    }
}

/// A page for a command and each of its subcommands.
fn pages(command: &Command, write: &mut impl FnMut(String, &[u8]) -> Result<(), Failure>) -> Result<Status, Failure> {
    let mut page = Vec::new();
    let man = clap_mangen::Man::new(command.clone());
    let name = man.get_filename();
    man.render(&mut page)?;
    write(name, &page)?;
    for inner in command.get_subcommands().filter(|inner| inner.get_name() != "help") {
        pages(inner, write)?;
    }
    Ok(Status::Done)
}
