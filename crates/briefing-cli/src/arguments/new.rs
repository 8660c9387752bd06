//! `briefing new`: what an office, a month or an item begins with.

use std::path::PathBuf;

use briefing::model::{Day, Language, Month};
use clap::{Args, Subcommand};

use super::meant;
use crate::commands::new::OfficeBeginning;
use crate::status::Failure;

/// Create an office, a month or an item.
#[derive(Debug, Subcommand)]
pub(crate) enum NewCommand {
    Office(NewOfficeArguments),
    Month(NewMonthArguments),
    Item(NewItemArguments),
}

/// Create the folder of a new office, with every key explained in its files.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
    briefing new office my-office\n  \
    briefing new office my-office --name \"Office for Lighthouses\" --languages fr,es\n\n\
    The office can be rendered right away: `briefing render my-office`. No existing file is overwritten.")]
pub(crate) struct NewOfficeArguments {
    /// The folder to create; it may exist if it is empty.
    folder: PathBuf,
    /// The office's name in English; by default, it is made from the folder's name.
    #[arg(long, value_name = "NAME")]
    name: Option<String>,
    /// The office's short name in small letters, used in file names; by default, it is made from the folder's name.
    #[arg(long, value_name = "ID")]
    id: Option<String>,
    /// The languages that it will be translated into: ar, zh, fr, ru, es.
    #[arg(value_parser = meant::language, long, value_name = "CODES", value_delimiter = ',')]
    languages: Vec<Language>,
    /// The first month; by default, the current one.
    #[arg(value_parser = meant::one_month, long, value_name = "MONTH")]
    month: Option<Month>,
}

/// Create a month, with the items of the last one as comments and without its dates.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  \
    briefing new month my-office 2025-05\n\n\
    Items are copied as comments, without their ids. Dates, totals, translations, pictures and records of what was \
    published are not copied.")]
pub(crate) struct NewMonthArguments {
    /// The office folder.
    pub(crate) office: PathBuf,
    /// The month, such as 2025-05; by default, the one after the last.
    #[arg(value_parser = meant::one_month)]
    pub(crate) month: Option<Month>,
    /// The month whose items are copied; by default, the last one before it.
    #[arg(value_parser = meant::one_month, long, value_name = "MONTH")]
    pub(crate) from: Option<Month>,
}

/// Add an item to a month.
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  briefing new item my-office 2025-05 roundtable --section highlights --when 2025-05-14\n\n\
    The item is added at the end of the month's file; move it to where it is to be printed in its section."
)]
pub(crate) struct NewItemArguments {
    /// The office folder.
    pub(crate) office: PathBuf,
    /// The month, such as 2025-05.
    #[arg(value_parser = meant::one_month)]
    pub(crate) month: Month,
    /// The item's name within the month: small letters, digits, hyphens.
    pub(crate) id: String,
    /// Where to print it: leadership, highlights, or the id of a unit.
    #[arg(long, value_name = "SECTION")]
    pub(crate) section: String,
    /// When it happened: 2025-05-14, 2025-05-14/2025-05-16, or 2025-05 if the day is not known.
    #[arg(long, value_name = "WHEN")]
    pub(crate) when: String,
    /// What happened; by default, a placeholder that `check` reports until it is replaced.
    #[arg(long, value_name = "TEXT")]
    pub(crate) text: Option<String>,
}

impl NewOfficeArguments {
    /// The starting contents of the office, as of a day.
    pub(crate) fn settle(self, today: Day) -> Result<OfficeBeginning, Failure> {
        let Self { folder, name, id, mut languages, month } = self;
        let stem = folder.file_name().and_then(|name| name.to_str()).unwrap_or("office").to_owned();
        let id = id.unwrap_or_else(|| slug(&stem));
        let id = id.parse().map_err(|error| Failure::Call(format!("the office's id: {error}")))?;
        let name = name.unwrap_or_else(|| title(&stem));
        let name =
            briefing::model::Name::new(&name).map_err(|error| Failure::Call(format!("the office's name: {error}")))?;
        let month = month.unwrap_or_else(|| today.month());
        languages.retain(|language| *language != Language::En);
        languages.sort_unstable();
        languages.dedup();
        Ok(OfficeBeginning { folder, office: briefing::office::NewOffice { id, name, month, languages } })
    }
}

/// A folder's name as an id.
fn slug(name: &str) -> String {
    let mut slug = String::new();
    for c in name.chars() {
        match c.to_ascii_lowercase() {
            c if c.is_ascii_alphanumeric() => slug.push(c),
            _ if !slug.is_empty() && !slug.ends_with('-') => slug.push('-'),
            _ => {}
        }
    }
    let slug = slug.trim_end_matches('-').to_owned();
    if slug.is_empty() { "office".to_owned() } else { slug }
}

/// A folder's name as a title.
fn title(name: &str) -> String {
    let words = name.split(['-', '_', ' ']).filter(|word| !word.is_empty());
    let words: Vec<String> = words
        .map(|word| {
            let mut letters = word.chars();
            letters.next().map(char::to_uppercase).into_iter().flatten().chain(letters).collect()
        })
        .collect();
    if words.is_empty() { "Office".to_owned() } else { words.join(" ") }
}
