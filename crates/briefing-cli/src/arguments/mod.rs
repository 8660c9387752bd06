//! The command-line arguments, and the settings they resolve to.

mod ledger;
mod meant;
mod months;
mod new;
mod review;
mod shell;
mod tips;

use std::path::{Path, PathBuf};

use briefing::model::{BreakdownBy, Day, Figure, Language, Month};
use clap::{Args, Parser, Subcommand};

use crate::commands::render::{self, RenderJob};
use crate::commands::schema::SchemaOf;
use crate::commands::totals::TotalsFormat;
use crate::commands::translations::{self, TranslationsJob};
use crate::status::Failure;
use crate::streams::Streams;

pub(crate) use self::ledger::{LedgerCommand, LedgerExportArguments, LedgerImportArguments};
pub(crate) use self::months::Months;
pub(crate) use self::new::{NewCommand, NewItemArguments, NewMonthArguments};
pub(crate) use self::review::{ApproveArguments, DiffArguments, PublishArguments, WatchArguments};
pub(crate) use self::shell::{CompletionsArguments, ManArguments};
pub(crate) use self::tips::with_tip;

/// Makes an office's monthly briefing, an accessible PDF, from a folder of facts.
///
/// The folder of an office holds `office.toml`, a ledger, and a folder for each month.
#[derive(Debug, Parser)]
#[command(name = "briefing", version, max_term_width = 100, after_help = AFTER)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Command,
}

const AFTER: &str = "Exit status: 0 success, 1 invalid input or an altered file, 2 usage error, 3 a file cannot be read or written, 4 \
    input made by another version.";

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    #[command(subcommand)]
    New(NewCommand),
    Check(CheckArguments),
    Watch(WatchArguments),
    Render(RenderArguments),
    Diff(DiffArguments),
    Approve(ApproveArguments),
    Publish(PublishArguments),
    Totals(TotalsArguments),
    Trace(TraceArguments),
    Translations(TranslationsArguments),
    #[command(subcommand)]
    Ledger(LedgerCommand),
    Extract(ExtractArguments),
    Verify(VerifyArguments),
    Tags(TagsArguments),
    Schema(SchemaArguments),
    Explain(ExplainArguments),
    Completions(CompletionsArguments),
    Man(ManArguments),
    /// Show the licences of the program, its typefaces and its libraries.
    Licences,
}

/// Render the PDF of one or more months.
#[derive(Debug, Args)]
#[command(
    override_usage = "briefing render [OPTIONS] <OFFICE> [MONTH]...\n       briefing render [OPTIONS] --from <FILE>",
    after_help = "Examples:\n  \
    briefing render examples/unoct                        the latest month\n  \
    briefing render examples/unoct 2025-01..2025-04       the months from January to April\n  \
    briefing render examples/unoct 2025-04 -o april.pdf   writes april.pdf\n  \
    briefing render examples/unoct 2025-04 -o - | lpr     writes to standard output\n  \
    briefing render examples/unoct 2025-04 --lang fr,es   a file in each language\n  \
    briefing render examples/unoct 2025-04 --publish      also publishes the month\n  \
    briefing render --from edition.json -o again.pdf      makes the file of an edition again\n\n\
    A month with an error is not rendered, and an earlier file of it is kept."
)]
pub(crate) struct RenderArguments {
    /// The office folder.
    #[arg(required_unless_present = "from")]
    office: Option<PathBuf>,
    /// The months, such as 2025-04, or 2025-01..2025-04; by default, the latest.
    #[arg(value_name = "MONTH")]
    months: Vec<Months>,
    /// All months.
    #[arg(long, conflicts_with_all = ["months", "from"])]
    all: bool,
    /// Render an edition instead: the JSON that `extract` writes, a finished PDF, or `-` for standard input.
    #[arg(long, value_name = "FILE", conflicts_with_all = ["office", "months", "lang", "all_languages", "publish"])]
    from: Option<PathBuf>,
    /// The file to write, or `-` for standard output.
    #[arg(short, long, value_name = "FILE", conflicts_with = "out_dir")]
    output: Option<PathBuf>,
    /// The folder to write to, created if it does not exist; by default, the current one.
    #[arg(long, value_name = "DIR")]
    out_dir: Option<PathBuf>,
    /// The languages, separated by commas: ar, zh, en, fr, ru, es.
    #[arg(value_parser = meant::language, long, value_name = "CODES", default_value = "en", value_delimiter = ',', conflicts_with = "all_languages")]
    lang: Vec<Language>,
    /// All six languages, each in a file of its own.
    #[arg(long)]
    all_languages: bool,
    /// Also publish the month, as `briefing publish` does.
    #[arg(long)]
    publish: bool,
    /// Render a draft: marked DRAFT, with numbered lines and a sheet of approvals.
    #[arg(long, conflicts_with_all = ["publish", "from"])]
    draft: bool,
    /// Open the finished files in the system's PDF viewer.
    #[arg(long)]
    open: bool,
    /// Exit with status 1 if there are warnings.
    #[arg(long)]
    strict: bool,
    /// Print a box, with a warning, for a character that no font has, instead of refusing to render
    #[arg(long)]
    allow_missing: bool,
}

/// Check an office, and report every fault in every month, or in those that are named.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
    briefing check examples/unoct           every month\n  \
    briefing check examples/unoct 2025-04   one month, with the office and its ledger\n  \
    briefing check examples/unoct 2025-01..2025-04\n\n\
    Faults are printed to standard error; with --format json, to standard output.")]
pub(crate) struct CheckArguments {
    /// The office folder.
    pub(crate) office: PathBuf,
    /// The months, such as 2025-04, or 2025-01..2025-04; by default, all.
    #[arg(value_name = "MONTH")]
    pub(crate) months: Vec<Months>,
    /// The output format.
    #[arg(long, value_enum, default_value = "text")]
    pub(crate) format: ReportFormat,
    /// List each fault even if there are more than fifty, up to fifty of each kind.
    #[arg(long)]
    pub(crate) full: bool,
    /// Exit with status 1 if there are warnings.
    #[arg(long)]
    pub(crate) strict: bool,
}

/// The output format.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum ReportFormat {
    /// For people.
    Text,
    /// For programs.
    Json,
}

impl ReportFormat {
    /// Whether it is for programs.
    pub(crate) fn is_json(self) -> bool {
        self == Self::Json
    }
}

/// Show the totals of the ledger on a day.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
    briefing totals examples/unoct --as-of 2025-04-30\n  \
    briefing totals examples/unoct --as-of 2025-04-30 --by programme --format csv\n  \
    briefing totals examples/unoct --as-of 2024-03-31 --known-at 2024-04-15")]
pub(crate) struct TotalsArguments {
    /// The office folder.
    pub(crate) office: PathBuf,
    /// Count what had taken effect by the end of this day, such as 2025-04-30.
    #[arg(long, value_name = "DATE")]
    pub(crate) as_of: Day,
    /// Count what had been recorded by the end of this day; by default, the cut-off of the issue of that month, or today if there is none.
    #[arg(long, value_name = "DATE")]
    pub(crate) known_at: Option<Day>,
    /// Break the totals down by programme, contributor, year, fund or kind (of entry).
    #[arg(long, value_name = "WHAT", default_value = "contributor")]
    pub(crate) by: BreakdownBy,
    /// The output format.
    #[arg(long, value_enum, default_value = "text")]
    pub(crate) format: TotalsFormat,
}

/// Show the ledger entries that add up to a figure of a month.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
    briefing trace examples/unoct 2025-04 standing.pledged\n  \
    briefing trace examples/unoct 2025-04 contributors.DEU.received --format json\n\n\
    Figures: standing.pledged, .received, .outstanding, .surplus and .partners; contributors.DEU.pledged and the \
    like; others.pledged and the like, for what is known only in sum; month.pledged.")]
pub(crate) struct TraceArguments {
    /// The office folder.
    pub(crate) office: PathBuf,
    /// The month, such as 2025-04.
    #[arg(value_parser = meant::one_month)]
    pub(crate) month: Month,
    /// The figure, such as standing.pledged.
    pub(crate) figure: Figure,
    /// Count what had been recorded by the end of this day; by default, the month's cut-off.
    #[arg(long, value_name = "DATE")]
    pub(crate) known_at: Option<Day>,
    /// The output format.
    #[arg(long, value_enum, default_value = "text")]
    pub(crate) format: ReportFormat,
}

/// List which texts of a month are translated, and exchange them with translation tools.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
    briefing translations examples/unoct 2025-04                   done, missing, out of date\n  \
    briefing translations examples/unoct 2025-04 --lang fr         which texts these are\n  \
    briefing translations examples/unoct 2025-04 --export fr.po    writes a PO file (GNU gettext)\n  \
    briefing translations examples/unoct 2025-04 --export fr.xlf   writes XLIFF 2.1\n  \
    briefing translations examples/unoct 2025-04 --import fr.po    takes it back\n\n\
    An import writes office.fr.toml and 2025-04/briefing.fr.toml; a lost link or fact is reported with its line, and \
    nothing is written.")]
pub(crate) struct TranslationsArguments {
    /// The office folder.
    office: PathBuf,
    /// The month, such as 2025-04; by default, the latest.
    #[arg(value_parser = meant::one_month)]
    month: Option<Month>,
    /// The language: ar, zh, fr, ru or es.
    #[arg(value_parser = meant::language, long, value_name = "CODE")]
    lang: Option<Language>,
    /// The output format.
    #[arg(long, value_enum, default_value = "text", conflicts_with_all = ["export", "import"])]
    format: ReportFormat,
    /// Write the texts to this PO, XLIFF or TMX file, or to standard output with `-`.
    #[arg(long, value_name = "FILE", conflicts_with = "import")]
    export: Option<PathBuf>,
    /// Take over the translations of this file.
    #[arg(long, value_name = "FILE")]
    import: Option<PathBuf>,
    /// Show what an import would do, without writing anything.
    #[arg(long, requires = "import")]
    dry_run: bool,
}

/// Write the data that a finished PDF was made from, as JSON.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
    briefing extract unoct-2025-04-en.pdf > edition.json\n  \
    briefing render --from edition.json -o again.pdf        the same bytes")]
pub(crate) struct ExtractArguments {
    /// The PDF file, or `-` for standard input.
    pub(crate) file: PathBuf,
}

/// Check that a finished PDF shows what its data say.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
    briefing verify unoct-2025-04-en.pdf\n  \
    briefing verify unoct-2025-04-en.pdf --against examples/unoct\n\n\
    The file is made again from its data and compared, byte by byte: `consistent` (status 0), or `altered` and what \
    (status 1). A file made by another version of this program is compared by words and pictures (status 4). \
    Consistent is not authentic: it does not say who made the file.")]
pub(crate) struct VerifyArguments {
    /// The PDF file, or `-` for standard input.
    pub(crate) file: PathBuf,
    /// Also compare its data with this office folder as it is now.
    #[arg(long, value_name = "OFFICE")]
    pub(crate) against: Option<PathBuf>,
    /// The output format.
    #[arg(long, value_enum, default_value = "text")]
    pub(crate) format: ReportFormat,
}

/// Show the structure of a finished PDF, as a screen reader finds it.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
    briefing tags unoct-2025-04-en.pdf\n  \
    briefing tags unoct-2025-04-en.pdf --format json\n\n\
    An element is a line: what it is, the page where it starts, what is said of it, and the start of its text. A \
    file that another program wrote or rewrote is refused.")]
pub(crate) struct TagsArguments {
    /// The PDF file, or `-` for standard input.
    pub(crate) file: PathBuf,
    /// The output format.
    #[arg(long, value_enum, default_value = "text")]
    pub(crate) format: ReportFormat,
}

/// Write the JSON Schema of a file, for editors and other programs.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  \
    briefing schema office > office.schema.json\n\n\
    With `#:schema ./office.schema.json` as the first line of office.toml, editors complete its keys and check its \
    values while you type.")]
pub(crate) struct SchemaArguments {
    /// The file to describe.
    #[arg(value_enum, default_value = "edition", value_name = "FILE")]
    pub(crate) of: SchemaOf,
}

/// Explain a code such as M0103, a key such as `item.when`, or a fact such as `standing.share`.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  briefing explain M0103\n  briefing explain theme.accent\n  briefing explain facts"
)]
pub(crate) struct ExplainArguments {
    /// The code, key or fact, or `facts` for all facts; by default, all codes are listed.
    #[arg(value_name = "CODE|KEY|FACT")]
    pub(crate) wanted: Option<String>,
}

impl RenderArguments {
    /// What to render and where to.
    pub(crate) fn settle(mut self, streams: &Streams<'_>) -> Result<RenderJob, Failure> {
        let months = if self.all { vec![Months::ALL] } else { std::mem::take(&mut self.months) };
        let mut languages = if self.all_languages { Language::ALL.to_vec() } else { std::mem::take(&mut self.lang) };
        let mut seen = std::collections::BTreeSet::new();
        languages.retain(|language| seen.insert(*language));
        let target = match self.output.take() {
            None => render::RenderTarget::Folder(self.out_dir.take()),
            Some(_) if languages.len() > 1 => {
                return Err(Failure::Call("one file cannot hold several languages: use `--out-dir`".to_owned()));
            }
            Some(path) if path == Path::new("-") => {
                if streams.out_is_terminal {
                    let message =
                        "a PDF file cannot be shown in a terminal: name a file with `-o`, or redirect the output";
                    return Err(Failure::Call(message.to_owned()));
                }
                render::RenderTarget::Stdout
            }
            Some(path) => {
                if let Some(ending) = path.extension().filter(|ending| is_of_another_program(ending)) {
                    let message = format!(
                        "`{}`: a briefing is a PDF file, not a file of the kind `.{}`: write `-o {}`",
                        path.display(),
                        ending.display(),
                        crate::folder::typed(&path.with_extension("pdf"))
                    );
                    return Err(Failure::Call(message));
                }
                render::RenderTarget::File(path)
            }
        };
        let Self { office, from, publish, draft, open, strict, allow_missing, .. } = self;
        let source = match (from, office) {
            (Some(file), _) => render::RenderSource::Edition(file),
            (None, Some(office)) => render::RenderSource::Office(office),
            (None, None) => {
                return Err(Failure::Call("name an office folder, or an edition after `--from`".to_owned()));
            }
        };
        Ok(RenderJob { source, months, languages, target, publish, draft, open: open.into(), strict, allow_missing })
    }
}

/// Whether a file with this extension would be opened by a program that cannot read PDF files.
fn is_of_another_program(ending: &std::ffi::OsStr) -> bool {
    let ending = ending.to_string_lossy().to_ascii_lowercase();
    let others = [
        "doc", "docx", "odt", "rtf", "txt", "toml", "csv", "xls", "xlsx", "ods", "ppt", "pptx", "odp", "htm", "html",
        "json", "md", "jpg", "jpeg", "png", "svg", "webp", "tif", "tiff", "gif", "ps", "eps", "zip", "xml", "po",
        "epub",
    ];
    others.contains(&ending.as_str())
}

impl TranslationsArguments {
    /// Which texts, and what to do with them.
    pub(crate) fn settle(self) -> Result<TranslationsJob, Failure> {
        let Self { office, month, lang: language, format, export, import, dry_run } = self;
        if language == Some(Language::En) {
            let message = "texts are written in `en`, and translated into ar, zh, fr, ru and es: name one of these";
            return Err(Failure::Call(message.to_owned()));
        }
        let task = match (export, import) {
            (Some(file), _) => translations::Task::Export(file),
            (None, Some(file)) => translations::Task::Import { file, dry_run },
            (None, None) => translations::Task::Tell { json: format.is_json() },
        };
        Ok(TranslationsJob { office, month, language, task })
    }
}
