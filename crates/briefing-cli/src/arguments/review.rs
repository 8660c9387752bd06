//! The commands around an issue: what differs, who approved, publishing, watching.

use std::path::PathBuf;

use briefing::model::{Language, Month};
use chrono::NaiveDate;
use clap::Args;

use super::CheckFormat;
use crate::commands::diff::{DiffFormat, DiffSide};
use crate::commands::{approve, diff, publish, watch};

/// Show what differs between two issues: items, texts, figures, names.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
    briefing diff my-office                                the last month and the one before\n  \
    briefing diff my-office 2025-04 2025-05\n  \
    briefing diff my-office 2025-05 april.pdf              also finished files, by the data in them\n  \
    briefing diff my-office may.pdf                        what the month would print now\n\n\
    In texts, [-words-] are gone and {+words+} are new.")]
pub(crate) struct Diff {
    /// The office folder.
    office: PathBuf,
    /// A month, or a finished file; without it, the month before.
    #[arg(value_name = "MONTH|FILE", value_parser = side)]
    first: Option<DiffSide>,
    /// A month, or a finished file; without it, the latest month, or the month of the file.
    #[arg(value_name = "MONTH|FILE", value_parser = side)]
    second: Option<DiffSide>,
    /// The language in which months are compared; files are in theirs.
    #[arg(long, value_name = "CODE", default_value = "en")]
    lang: Language,
    /// How it is written.
    #[arg(long, value_enum, default_value = "text")]
    format: DiffFormat,
}

/// Approve items of a month, or show who approved which.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
    briefing approve my-office 2025-05                                   what is approved, and what is not\n  \
    briefing approve my-office 2025-05 roundtable --by \"Chief, SPIB\"\n  \
    briefing approve my-office 2025-05 --all --lang fr --by \"A. Person\"\n\n\
    Approvals stand in approvals.toml in the month's folder, each with a digest of what was approved: its text, date, section\n\
    and picture, and the facts in them. Any later change lifts it. With `[publish] approval = true` in office.toml, `publish`\n\
    refuses a month with an item that is not approved.")]
pub(crate) struct Approve {
    /// The office folder.
    office: PathBuf,
    /// The month, such as 2025-05.
    month: Month,
    /// The items, by their ids.
    #[arg(value_name = "ITEM", requires = "by")]
    items: Vec<String>,
    /// All items of the month.
    #[arg(long, requires = "by", conflicts_with = "items")]
    all: bool,
    /// Who approves: a name or a function.
    #[arg(long, value_name = "NAME")]
    by: Option<String>,
    /// The languages: ar, zh, en, fr, ru, es; several with commas between.
    #[arg(long, value_name = "CODES", default_value = "en", value_delimiter = ',')]
    lang: Vec<Language>,
    /// How the approvals are shown.
    #[arg(long, value_enum, default_value = "text")]
    format: CheckFormat,
}

/// Publish a month: record all that it prints in each language, and write the files.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
    briefing publish my-office 2025-05 --out-dir out       English, and each language that the month is translated into\n  \
    briefing publish my-office 2025-05 --all-languages\n\n\
    What is printed is recorded in figures.lock in the month's folder before any file is written; `check` then reports what\n\
    would be printed differently. An issue that went out is corrected by a `[[correction]]` in its briefing.toml, which is\n\
    printed on its first page: `publish` then records the corrected issue, and keeps the record of the earlier one.")]
pub(crate) struct Publish {
    /// The office folder.
    office: PathBuf,
    /// The month, such as 2025-05; without it, the latest.
    month: Option<Month>,
    /// The folder to write to, made if need be; without it, the current one.
    #[arg(long, value_name = "DIR")]
    out_dir: Option<PathBuf>,
    /// The languages; without any, English and those that the month is translated into.
    #[arg(long, value_name = "CODES", value_delimiter = ',', conflicts_with = "all_languages")]
    lang: Vec<Language>,
    /// All six languages.
    #[arg(long)]
    all_languages: bool,
    /// End with status 1, and publish nothing, if there are warnings.
    #[arg(long)]
    strict: bool,
}

/// Render a month again on every save, and show it in a browser with its faults beside it.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  briefing watch my-office 2025-05\n\n\
    The address that is printed works on this computer alone, and only with the token in it. Ctrl-C ends it.")]
pub(crate) struct Watch {
    /// The office folder.
    office: PathBuf,
    /// The month, such as 2025-05; without it, the latest.
    month: Option<Month>,
    /// The languages, side by side.
    #[arg(long, value_name = "CODES", default_value = "en", value_delimiter = ',')]
    lang: Vec<Language>,
    /// Open the page in the browser.
    #[arg(long)]
    open: bool,
}

fn side(text: &str) -> Result<DiffSide, String> {
    Ok(text.parse().map_or_else(|_| DiffSide::File(PathBuf::from(text)), DiffSide::Month))
}

impl From<Diff> for diff::Settings {
    fn from(arguments: Diff) -> Self {
        let Diff { office, first, second, lang: language, format } = arguments;
        // One month alone is held against the one before it; one file alone, against its month.
        let (before, after) = match (first, second) {
            (Some(DiffSide::Month(month)), None) => (None, Some(DiffSide::Month(month))),
            both => both,
        };
        Self { office, before, after, language, format }
    }
}

impl Approve {
    /// Who approves what on which day.
    pub(crate) fn settle(self, today: NaiveDate) -> approve::Settings {
        let Self { office, month, items, all, by, lang: languages, format } = self;
        approve::Settings { office, month, items, all, by, languages, json: format == CheckFormat::Json, today }
    }
}

impl Publish {
    /// What to publish.
    pub(crate) fn settle(self) -> publish::Settings {
        let Self { office, month, out_dir, lang: languages, all_languages, strict } = self;
        let languages = if all_languages { Language::ALL.to_vec() } else { languages };
        publish::Settings { office, month, out_dir, languages, strict }
    }
}

impl From<Watch> for watch::Settings {
    fn from(arguments: Watch) -> Self {
        let Watch { office, month, lang: languages, open } = arguments;
        Self { office, month, languages, open }
    }
}
