//! The `briefing` command: from an office folder to finished briefings.
//!
//! The binary has the arguments, the clock, the files that are written and the terminal; what a briefing is and how it is made is
//! in the libraries. Each command is a module of [`commands`] with one function that takes settings and streams and returns an
//! exit status.

mod arguments;
mod clean;
mod commands;
mod count;
mod faults;
mod folder;
mod interrupt;
mod limits;
mod open;
mod output;
mod pdf;
mod status;
mod streams;

use std::process::ExitCode;

use briefing::model::Day;
use clap::Parser;

use crate::arguments::{Arguments, Command, LedgerCommand};
use crate::commands::{
    approve, check, diff, explain, export, extract, import, licences, new, publish, render, schema, tags, totals,
    trace, translations, verify, watch,
};
use crate::status::{Failure, Status};
use crate::streams::Streams;

fn main() -> ExitCode {
    limits::with_room(command)
}

fn command() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(answer) => {
            // Help and version are answers too; it does not matter whether anybody still listens.
            let answer = arguments::with_tip(answer);
            let _ = answer.print();
            let asked = !answer.use_stderr();
            return if asked { Status::Done } else { Status::Call }.into();
        }
    };
    let status = streams::with_process_streams(|streams| conclude(run(arguments, streams), streams));
    status.into()
}

/// Settles the arguments and runs the command.
fn run(arguments: Arguments, streams: &mut Streams<'_>) -> Result<Status, Failure> {
    let status = match arguments.command {
        Command::New(command) => new::new(command, today(), streams),
        Command::Render(arguments) => render::render(&arguments.settle(streams)?, today(), streams),
        Command::Watch(arguments) => watch::watch(&arguments, streams),
        Command::Diff(arguments) => diff::diff(&arguments, streams),
        Command::Approve(arguments) => approve::approve(&arguments, today(), streams),
        Command::Publish(arguments) => publish::publish(&arguments, today(), streams),
        Command::Completions(completions) => completions.write(streams),
        Command::Man(man) => man.write(streams),
        Command::Check(arguments) => check::check(&arguments, today(), streams),
        Command::Totals(arguments) => totals::totals(&arguments, today(), streams),
        Command::Trace(arguments) => trace::trace(&arguments, streams),
        Command::Translations(arguments) => translations::translations(&arguments.settle()?, streams),
        Command::Ledger(LedgerCommand::Import(arguments)) => import::import(&arguments, streams),
        Command::Ledger(LedgerCommand::Export(arguments)) => export::export(&arguments, streams),
        Command::Extract(arguments) => extract::extract(&arguments, streams),
        Command::Verify(arguments) => verify::verify(&arguments, streams),
        Command::Tags(arguments) => tags::tags(&arguments, streams),
        Command::Schema(schema) => schema::schema(schema.of, streams),
        Command::Licences => licences::licences(streams),
        Command::Explain(arguments) => explain::explain(&arguments, streams),
    }?;
    streams.out.flush()?;
    Ok(status)
}

/// Reports what went wrong, if anything did.
fn conclude(result: Result<Status, Failure>, streams: &mut Streams<'_>) -> Status {
    match result {
        Ok(status) => status,
        // Whoever read the output has read enough.
        Err(Failure::Output(error)) if error.kind() == std::io::ErrorKind::BrokenPipe => Status::Done,
        Err(Failure::Reported(status)) => status,
        Err(failure) => {
            let said = clean::line(&failure.to_string());
            match failure.code() {
                Some(code) => streams.say(format_args!("error[{code}]: {said}")),
                None => streams.say(format_args!("error: {said}")),
            }
            failure.status()
        }
    }
}

/// The current day in UTC: the only date that comes from a clock. The streams have another clock, for how long work has taken.
#[expect(clippy::disallowed_methods, reason = "the binary is where dates come in")]
fn today() -> Day {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
    let days = i64::try_from(since.as_secs() / 86_400).unwrap_or(i64::MAX);
    Day::new(1970, 1, 1).ok().and_then(|epoch| epoch.checked_add_days(days)).unwrap_or(Day::MAX)
}
