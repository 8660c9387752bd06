//! The same folder gives the same bytes in every process, wherever it lies and whatever surrounds it.

use std::path::Path;

use crate::common::{Desk, briefing, repository, status};

/// The file, as a process of its own gives it.
fn render(office: &Path, at: &Path, environment: &[(&str, &str)]) -> Vec<u8> {
    let mut command = briefing();
    command.current_dir(at).arg("render").arg(office).args(["2025-04", "-o", "-"]);
    let output = command.envs(environment.iter().copied()).output().unwrap();
    assert_eq!((status(&output), String::from_utf8_lossy(&output.stderr).as_ref()), (0, ""));
    assert!(output.stdout.len() > 10_000);
    output.stdout
}

#[test]
fn two_processes_give_the_same_bytes() {
    let office = repository("examples/unoct");
    let here = repository("");
    assert!(render(&office, &here, &[]) == render(&office, &here, &[]));
}

#[test]
fn a_copy_elsewhere_gives_the_same_bytes() {
    let desk = Desk::with("examples/unoct");
    let original = render(&repository("examples/unoct"), &repository(""), &[]);
    assert!(render(Path::new("office"), &desk.path(""), &[]) == original);
}

#[test]
fn neither_zone_nor_locale_nor_home_matters() {
    let office = repository("examples/unoct").canonicalize().unwrap();
    let desk = Desk::empty();
    let original = render(&office, &repository(""), &[]);
    let zone = [("TZ", "Pacific/Kiritimati"), ("LC_ALL", "ar_EG.UTF-8"), ("LANG", "ru_RU.UTF-8")];
    assert!(render(&office, &desk.path(""), &zone) == original);
    let surroundings = [("HOME", "/nowhere"), ("COLUMNS", "20"), ("SOURCE_DATE_EPOCH", "1"), ("RUST_BACKTRACE", "1")];
    assert!(render(&office, &desk.path(""), &surroundings) == original);
}
