//! The commands around an issue: comparing, approving, publishing, watching.

use std::path::{Path, PathBuf};

use briefing::model::{Language, Month};
use clap::Args;

use super::{ReportFormat, meant};
use crate::commands::diff::{DiffFormat, DiffSide};

/// Show what differs between two issues: items, texts, figures, names.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
    briefing diff my-office                     the last month and the one before\n  \
    briefing diff my-office 2025-04 2025-05\n  \
    briefing diff my-office 2025-05 april.pdf   also finished files, by the data in them\n  \
    briefing diff my-office may.pdf             what the month would print now\n\n\
    In texts, [-words-] are gone and {+words+} are new.")]
pub(crate) struct DiffArguments {
    /// The office folder.
    pub(crate) office: PathBuf,
    /// A month, or a finished file; by default, the previous month.
    #[arg(value_name = "MONTH|FILE", value_parser = side)]
    pub(crate) first: Option<DiffSide>,
    /// A month, or a finished file; by default, the latest month, or the month of the file.
    #[arg(value_name = "MONTH|FILE", value_parser = side)]
    pub(crate) second: Option<DiffSide>,
    /// The language in which months are compared; files are in theirs.
    #[arg(value_parser = meant::language, long, value_name = "CODE", default_value = "en")]
    pub(crate) lang: Language,
    /// The output format.
    #[arg(long, value_enum, default_value = "text")]
    pub(crate) format: DiffFormat,
}

/// Approve items of a month, or show who approved which.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
    briefing approve my-office 2025-05   what is approved, and what is not\n  \
    briefing approve my-office 2025-05 roundtable --by \"Chief, SPIB\"\n  \
    briefing approve my-office 2025-05 --all --lang fr --by \"A. Person\"\n\n\
    Approvals stand in approvals.toml in the month's folder, each with a digest of what was approved: its text, \
    date, section and picture, and the facts in them. Any later change lifts it, and a change of the English also \
    lifts the approval of its translations. With `[publish] approval = true` in office.toml, `publish` refuses a \
    month with an item that is not approved.")]
pub(crate) struct ApproveArguments {
    /// The office folder.
    pub(crate) office: PathBuf,
    /// The month, such as 2025-05.
    #[arg(value_parser = meant::one_month)]
    pub(crate) month: Month,
    /// The ids of the items.
    #[arg(value_name = "ITEM", requires = "by")]
    pub(crate) items: Vec<String>,
    /// All items of the month.
    #[arg(long, requires = "by", conflicts_with = "items")]
    pub(crate) all: bool,
    /// The name or function of the person who approves.
    #[arg(long, value_name = "NAME")]
    pub(crate) by: Option<String>,
    /// The languages, separated by commas: ar, zh, en, fr, ru, es.
    #[arg(value_parser = meant::language, long, value_name = "CODES", default_value = "en", value_delimiter = ',')]
    pub(crate) lang: Vec<Language>,
    /// The output format.
    #[arg(long, value_enum, default_value = "text")]
    pub(crate) format: ReportFormat,
}

/// Publish a month: keep and record everything it prints, and write the files.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
    briefing publish my-office 2025-05 --out-dir out   in every language that it is in\n  \
    briefing publish my-office 2025-05 --all-languages\n\n\
    The month's folder keeps each file that goes out (published-en.pdf), and what is printed is recorded in \
    figures.lock. From then on `render` gives the file that went out, and `check` reports what would be printed \
    differently. An issue that was wrong is corrected by a `[[correction]]` in its briefing.toml, which is printed \
    on its first page: `publish` then records the corrected issue, and keeps the earlier one.")]
pub(crate) struct PublishArguments {
    /// The office folder.
    pub(crate) office: PathBuf,
    /// The month, such as 2025-05; by default, the latest.
    #[arg(value_parser = meant::one_month)]
    pub(crate) month: Option<Month>,
    /// The folder to write to, created if it does not exist; by default, the current one.
    #[arg(long, value_name = "DIR")]
    pub(crate) out_dir: Option<PathBuf>,
    /// The languages, separated by commas; by default, English and those that the month is translated into.
    #[arg(value_parser = meant::language, long, value_name = "CODES", value_delimiter = ',', conflicts_with = "all_languages")]
    pub(crate) lang: Vec<Language>,
    /// All six languages.
    #[arg(long)]
    pub(crate) all_languages: bool,
    /// Publish a month without items too: its figures alone.
    #[arg(long)]
    pub(crate) without_items: bool,
    /// If there are warnings, exit with status 1 and publish nothing.
    #[arg(long)]
    pub(crate) strict: bool,
}

/// Render a month on every save, and show it in a browser with its faults.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  briefing watch my-office 2025-05\n\n\
    The printed address works only on this computer, and only with its token. Press Ctrl-C to stop.")]
pub(crate) struct WatchArguments {
    /// The office folder.
    pub(crate) office: PathBuf,
    /// The month, such as 2025-05; by default, the latest.
    #[arg(value_parser = meant::one_month)]
    pub(crate) month: Option<Month>,
    /// The languages, side by side.
    #[arg(value_parser = meant::language, long, value_name = "CODES", default_value = "en", value_delimiter = ',')]
    pub(crate) lang: Vec<Language>,
    /// Open the page in a browser.
    #[arg(long)]
    pub(crate) open: bool,
}

fn side(text: &str) -> Result<DiffSide, String> {
    match meant::month(text) {
        Ok(month) => Ok(DiffSide::Month(month)),
        Err(message) if meant::may_be_month(text) && !Path::new(text).is_file() => Err(message),
        Err(_) => Ok(DiffSide::File(PathBuf::from(text))),
    }
}

impl DiffArguments {
    /// The earlier side and the later one.
    pub(crate) fn sides(&self) -> (Option<&DiffSide>, Option<&DiffSide>) {
        match (&self.first, &self.second) {
            // A month alone is compared with the previous one; a file alone, with its own month.
            (Some(month @ DiffSide::Month(_)), None) => (None, Some(month)),
            (first, second) => (first.as_ref(), second.as_ref()),
        }
    }
}

impl PublishArguments {
    /// The languages asked for; empty for those that the month is translated into.
    pub(crate) fn languages(&self) -> &[Language] {
        if self.all_languages { &Language::ALL } else { &self.lang }
    }
}
