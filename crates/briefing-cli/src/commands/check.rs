//! `briefing check`: every fault of every month, all at once.

use std::path::PathBuf;
use std::sync::Arc;

use briefing::edition::Edition;
use briefing_layout::text::{FontBook, FontData};
use briefing_model::{Briefing, Language};
use briefing_office::{Disk, OfficeFont, check_folder, read_month};

use crate::faults::Faults;
use crate::status::{Failure, Status};
use crate::streams::Streams;
use crate::{folder, pages};

/// What to check.
pub(crate) struct Settings {
    pub(crate) office: PathBuf,
    /// Whether the faults are told to a program.
    pub(crate) json: bool,
    /// Whether a warning is a failure.
    pub(crate) strict: bool,
}

/// Reads everything, lays every month out, and tells what is wrong.
pub(crate) fn check(settings: &Settings, streams: &mut Streams<'_>) -> Result<Status, Failure> {
    let disk = folder::open(&settings.office)?;
    let months = folder::months(&disk);
    let mut faults = Faults::default();

    let (whole, found) = check_folder(&disk).into_parts();
    faults.add_reading(found);
    let brought = whole.as_ref().map(|whole| whole.fonts.as_slice()).unwrap_or_default();
    let fonts = Arc::new(with_office_fonts(brought)?);
    let mut lay_out = |briefing: &Briefing, language: Language| {
        let edition = Edition::new(briefing.clone(), language, language);
        pages::lay_out(&edition, &fonts, Some(&disk), &mut faults).map(|_pages| ())
    };
    match whole {
        Some(whole) => {
            whole.months.iter().try_for_each(|(_, briefing)| lay_out(briefing, Language::En))?;
            whole.editions.iter().try_for_each(|(language, briefing)| lay_out(briefing, *language))?;
        }
        // Some month is at fault: the others are looked at one by one.
        None => sound_months(&disk).try_for_each(|briefing| lay_out(&briefing, Language::En))?,
    }

    faults.leave_to_the_tables();
    tell(&faults, months.len(), settings, streams)?;
    Ok(faults.status(settings.strict))
}

/// The faces that texts of the office may be set in.
fn with_office_fonts(brought: &[OfficeFont]) -> Result<FontBook, Failure> {
    let fonts = brought.iter().map(|font| FontData { name: font.file.clone(), bytes: Arc::clone(&font.bytes) });
    FontBook::with_extra(fonts.collect()).map_err(|error| Failure::Input(error.to_string()))
}

/// The briefings of those months that have no fault.
fn sound_months(disk: &Disk) -> impl Iterator<Item = Briefing> + '_ {
    let months = folder::months(disk).into_iter();
    months.filter_map(|month| read_month(disk, month).into_parts().0.map(|folder| folder.briefing))
}

fn tell(faults: &Faults, months: usize, settings: &Settings, streams: &mut Streams<'_>) -> Result<(), Failure> {
    if settings.json {
        writeln!(streams.out, "{}", faults.to_json().map_err(std::io::Error::other)?)?;
        return Ok(());
    }
    let months = if months == 1 { "1 month".to_owned() } else { format!("{months} months") };
    if !faults.is_empty() {
        streams.say(format_args!("{}", faults.to_string().trim_end()));
    }
    if faults.errors() == 0 {
        let found = if faults.is_empty() { "no faults".to_owned() } else { faults.count() };
        writeln!(streams.out, "{found} in {months}")?;
    }
    Ok(())
}
