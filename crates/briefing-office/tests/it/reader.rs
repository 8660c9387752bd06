//! A folder that stays open gives what separate readings give, and reads what months share once.

use std::io::Read;
use std::sync::Mutex;

use briefing_model::Language;
use briefing_office::{
    FileError, Files, FolderEntry, FolderPath, Memory, OfficeReader, check_folder, read_edition, read_office,
};

use crate::common::{LEDGER, MONTH, OFFICE, folder};

/// Files that note which were opened.
struct Watched {
    files: Memory,
    opened: Mutex<Vec<String>>,
}

impl Files for Watched {
    fn open(&self, path: &FolderPath) -> Result<Box<dyn Read + '_>, FileError> {
        self.opened.lock().unwrap().push(path.to_string());
        self.files.open(path)
    }

    fn list(&self, folder: Option<&FolderPath>) -> Result<Vec<FolderEntry>, FileError> {
        self.files.list(folder)
    }
}

#[test]
fn the_ledger_is_read_once_and_each_month_when_it_is_asked_for() {
    let files = folder().with("2025-05/briefing.toml", MONTH.replace("2025-04", "2025-05"));
    let reader = OfficeReader::new(Watched { files, opened: Mutex::default() });
    let opened = |name: &str| reader.files().opened.lock().unwrap().iter().filter(|path| *path == name).count();
    let ledger = opened("ledger.csv");
    assert!(ledger > 0);
    assert_eq!(opened("2025-04/globe.png"), 0);
    for month in reader.months() {
        let _ = reader.month(*month, Language::En);
    }
    let _ = reader.office();
    assert_eq!((opened("ledger.csv"), opened("2025-04/globe.png")), (ledger, 1));
}

#[test]
fn an_open_folder_gives_what_separate_readings_give() {
    let april = "2025-04".parse().unwrap();
    for files in [
        folder(),
        folder().with("ledger.csv", LEDGER.replace("DEU,,92615.00", "XYZ,,92615.00")),
        folder().with("office.toml", OFFICE.replace("ledger.csv", "missing.csv")),
        folder().with("office.toml", "not TOML"),
        folder().with("2025-04/briefing.toml", MONTH.replace("\"ESP\", \"eu\"", "\"nobody\"")),
        Memory::new(),
    ] {
        let reader = OfficeReader::new(files.clone());
        let (kept, separate) = (reader.month(april, Language::Fr), read_edition(&files, april, Language::Fr));
        assert_eq!(kept.diagnostics(), separate.diagnostics());
        let briefing = |reading: &briefing_office::Reading<briefing_office::MonthFolder>| {
            reading.value().map(|month| (month.briefing.clone(), month.assets.clone()))
        };
        assert_eq!(briefing(&kept), briefing(&separate));
        assert_eq!(reader.office().diagnostics(), read_office(&files).diagnostics());
        assert_eq!(reader.whole().diagnostics(), check_folder(&files).diagnostics());
    }
}
