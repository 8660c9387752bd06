//! A new office: its files, each key explained in place.

use std::fmt::Write as _;

use briefing_model::{Language, Month, Name, OfficeId};

use super::explained::{Set, comment, table};
use super::item::block;
use super::month::head;
use crate::keys::{Form, office_tables};
use crate::read::ledger_columns;
use crate::tree::quoted;

/// What a new office is called, and with which month it begins.
///
/// ```
/// use briefing_office::{Memory, NewOffice, check_folder};
///
/// let office = NewOffice {
///     id: "phares".parse()?,
///     name: briefing_model::Name::new("Office for Lighthouses")?,
///     month: "2025-04".parse()?,
///     languages: vec![],
/// };
/// let files = office.files().into_iter().fold(Memory::new(), |files, file| files.with(&file.path, file.text));
/// let (folder, faults) = check_folder(&files).into_parts();
/// assert!(faults.is_empty(), "{faults}");
/// assert_eq!(folder.unwrap().months.len(), 1);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
pub struct NewOffice {
    /// Its short name.
    pub id: OfficeId,
    /// Its name in English.
    pub name: Name,
    /// The month that it begins with.
    pub month: Month,
    /// The languages that it will be translated into; English is not among them.
    pub languages: Vec<Language>,
}

/// A file that is to be made.
///
/// ```
/// let file = briefing_office::NewFile { path: "2025-04/briefing.toml".to_owned(), text: String::new() };
/// assert!(file.text.is_empty());
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewFile {
    /// Where it belongs in the office folder, its parts joined with `/`.
    pub path: String,
    /// What it says.
    pub text: String,
}

/// The text of the first item: true of whatever office says it, so that a new office can be rendered as it is.
const FIRST: &str = "{office.name} issued its first monthly briefing.";

impl NewOffice {
    /// The files: `office.toml`, an empty ledger, the first month, and a file of translations for each language.
    ///
    /// They are without faults, and render.
    #[must_use]
    pub fn files(&self) -> Vec<NewFile> {
        let Self { month, languages, .. } = self;
        let file = |path: &str, text: String| NewFile { path: path.to_owned(), text };
        let mut files = vec![
            file("office.toml", self.office()),
            file("ledger.csv", format!("{}\n", ledger_columns().join(","))),
            file(&format!("{month}/briefing.toml"), self.month()),
        ];
        for language in languages {
            files.push(file(&format!("office.{language}.toml"), translations_of_office(*language)));
            files.push(file(&format!("{month}/briefing.{language}.toml"), translations_of_month(*language)));
        }
        files
    }

    fn office(&self) -> String {
        let mut text = String::new();
        comment(&mut text, &format!("{}: what holds from month to month.", self.name.english()), "");
        text.push_str("#\n");
        comment(
            &mut text,
            "A line that begins with `# ` explains. A line such as `#acronym = \"OS\"` is a key that is not in use: take its `#` \
             away and write your own value; under a heading that has a `#` too, take both away. Whatever you do not need can \
             stay, or be deleted. `briefing check` finds what is wrong, and `briefing explain office.acronym` prints what a \
             key means.",
            "",
        );
        let mut tables = office_tables().into_iter();
        let Some(top) = tables.next() else { return text };
        for key in top.keys {
            let (heading, inner) = match &key.form {
                Form::Tables(inner) => (format!("[[{}]]", key.name), *inner),
                Form::Table(inner) => (format!("[{}]", key.name), *inner),
                Form::Names => {
                    text.push('\n');
                    comment(&mut text, key.about, "");
                    key.written().lines().for_each(|line| text.extend(["#", line, "\n"]));
                    continue;
                }
                _ => continue,
            };
            text.push('\n');
            // The headings that say nothing by themselves are in use, so that one `#` less is enough below them.
            let in_use = matches!(key.name, "office" | "theme" | "ledger" | "languages" | "publish" | "style");
            table(&mut text, inner, &heading, in_use, &self.set(key.name));
        }
        text
    }

    /// The values that the office has from the start.
    fn set(&self, table: &str) -> Vec<Set<'static>> {
        match table {
            "office" => vec![("id", quoted(self.id.as_str())), ("name", quoted(self.name.english()))],
            _ => Vec::new(),
        }
    }

    fn month(&self) -> String {
        let mut text = head(self.month);
        text.push('\n');
        let when = self.month.to_string();
        block(&mut text, "first-briefing", "highlights", &when, FIRST);
        text
    }
}

fn translations_of_office(language: Language) -> String {
    let mut text = String::new();
    let _ = writeln!(
        text,
        "# The texts of office.toml in another language ({language}): each under its key, with the source it was made from."
    );
    text.push_str(
        "# Names are translated in place, in office.toml: name = { en = \"…\", fr = \"…\" }.\n\
         # `briefing translations OFFICE MONTH` lists what is missing and exchanges it with translators' tools.\n\
         #\n\
         #[office.about.1]\n\
         #source = \"The Office supports …\"\n\
         #text = \"…\"\n",
    );
    text
}

fn translations_of_month(language: Language) -> String {
    let first = match language {
        Language::Ar => "أصدر {office.name} أول إحاطة شهرية له.",
        Language::Zh => "{office.name}发布了首期月度简报。",
        Language::En => FIRST,
        Language::Fr => "{office.name} a publié son premier bulletin mensuel.",
        Language::Ru => "{office.name}: вышел первый ежемесячный бюллетень.",
        Language::Es => "{office.name} publicó su primer boletín mensual.",
    };
    format!(
        "# The texts of briefing.toml in another language ({language}): each under the id of its item, with the source it was made from.\n\
         # When the source changes, the translation counts as out of date until `source` is changed too.\n\n\
         [first-briefing.text]\nsource = {}\ntext = {}\n",
        quoted(FIRST),
        quoted(first)
    )
}
