//! Files under attack: what cannot be looked at, what changes meanwhile, who was killed, and what the system refuses.

use std::fs;
use std::io::Write;
use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

#[cfg(unix)]
use crate::common::under_permissions;
use crate::common::{Desk, briefing, status};

const IMPORT: &str = "ledger import office --from export.csv --map map.toml";

fn importing() -> Desk {
    let desk = Desk::with("examples/unoct");
    desk.write("export.csv", "Voucher,Date,Donor,Amount\nv-1,2025-08-01,DEU,1250.50\n");
    desk.write(
        "map.toml",
        "number-format = 'english'\n[columns]\nid = 'Voucher'\neffective = 'Date'\nrecorded = 'Date'\n\
         contributor = 'Donor'\namount = 'Amount'\n[constants]\nkind = 'pledge'\n",
    );
    desk
}

fn names(desk: &Desk, folder: &str) -> Vec<String> {
    let entries = fs::read_dir(desk.path(folder)).unwrap();
    let mut names: Vec<String> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[cfg(unix)]
#[test]
fn a_check_that_cannot_look_fails() {
    use std::os::unix::fs::{PermissionsExt, symlink};

    let desk = Desk::with("examples/unoct");
    fs::rename(desk.path("office/2025-04"), desk.path("elsewhere")).unwrap();
    symlink("../elsewhere", desk.path("office/2025-04")).unwrap();
    let said = desk.say("check office");
    assert!(said.starts_with("status 1") && said.contains("error[O0108]"), "{said}");
    let said = desk.say("render office 2025-04");
    assert!(said.starts_with("status 1") && said.contains("error[O0108]"), "{said}");

    fs::remove_file(desk.path("office/2025-04")).unwrap();
    symlink("nowhere", desk.path("office/2025-04")).unwrap();
    let said = desk.say("check office");
    assert!(said.starts_with("status 3") && said.contains("a link that leads nowhere"), "{said}");

    fs::remove_file(desk.path("office/2025-04")).unwrap();
    fs::rename(desk.path("elsewhere"), desk.path("office/2025-04")).unwrap();
    assert!(desk.say("check office").starts_with("status 0"));
    let closed = |path: &str| fs::set_permissions(desk.path(path), PermissionsExt::from_mode(0o300)).unwrap();
    let open = |path: &str| fs::set_permissions(desk.path(path), PermissionsExt::from_mode(0o700)).unwrap();
    closed("office/2025-04");
    let said = under_permissions(|| desk.say("check office"));
    assert!(said.starts_with("status 3") && said.contains("2025-04"), "{said}");
    open("office/2025-04");
    closed("office");
    let said = under_permissions(|| desk.say("check office"));
    assert!(said.starts_with("status 3"), "{said}");
    open("office");
}

/// A folder and a link out of it change places without end, as an attacker would have it.
#[cfg(unix)]
#[test]
fn names_that_change_during_a_run_lead_nowhere_else() {
    use std::os::unix::fs::symlink;
    use std::sync::atomic::{AtomicBool, Ordering};

    use briefing::office::{Disk, FileError, Files};

    let desk = Desk::empty();
    desk.write("office/month/file", "inside").write("outside/file", "secret");
    fs::create_dir(desk.path("office/away")).unwrap();
    symlink("../outside", desk.path("office/link")).unwrap();
    let disk = Disk::open(&desk.path("office")).unwrap();
    let path = "month/file".parse().unwrap();
    let done = AtomicBool::new(false);
    thread::scope(|scope| {
        scope.spawn(|| {
            let (month, aside, link) =
                (desk.path("office/month"), desk.path("office/away/month"), desk.path("office/link"));
            while !done.load(Ordering::Relaxed) {
                fs::rename(&month, &aside).unwrap();
                fs::rename(&link, &month).unwrap();
                fs::rename(&month, &link).unwrap();
                fs::rename(&aside, &month).unwrap();
            }
        });
        // Until both were met often; on a busy machine one of the two threads may sleep for long.
        let (mut read, mut refused) = (0, 0);
        let mut wrong = None;
        while (read < 200 || refused < 200) && wrong.is_none() {
            match disk.read(&path, 100) {
                Ok(bytes) if bytes == b"inside" => read += 1,
                Err(FileError::NotFound | FileError::Outside | FileError::Refused(_)) => refused += 1,
                other => wrong = Some(format!("{other:?}")),
            }
            thread::yield_now();
        }
        done.store(true, Ordering::Relaxed);
        assert_eq!(wrong, None);
    });
}

#[test]
fn an_office_is_held_by_one_command_at_a_time_and_by_nobody_who_is_gone() {
    let desk = importing();
    // What a killed import of an earlier version left, and what one of ours would leave.
    desk.write("office/.briefing-import", "").write("office/.briefing-lock", "");
    desk.write("office/.briefing-4711-0.tmp", "id,kind");
    let disk = briefing::office::Disk::open(&desk.path("office")).unwrap();
    let held = disk.hold().unwrap().unwrap();
    let said = desk.say(IMPORT);
    assert!(said.starts_with("status 1") && said.contains("another command is changing files of `office`"), "{said}");
    drop(held);
    let said = desk.say(IMPORT);
    assert!(said.starts_with("status 0"), "{said}");
    let there = names(&desk, "office");
    assert!(!there.iter().any(|name| name.ends_with(".tmp") || name == ".briefing-lock"), "{there:?}");
}

#[test]
fn temporary_files_of_a_killed_run_are_cleared_and_those_of_a_running_one_are_not() {
    let desk = Desk::with("examples/unoct");
    desk.write(".briefing-1-0.tmp", "half").write(".briefing-1-1.tmp", "half").write("notes.tmp", "mine");
    let running = fs::File::open(desk.path(".briefing-1-1.tmp")).unwrap();
    fs4::FileExt::lock(&running).unwrap();
    assert!(desk.say("render office 2025-04").starts_with("status 0"));
    assert_eq!(desk.names(), [".briefing-1-1.tmp", "notes.tmp", "office", "unoct-2025-04-en.pdf"]);
}

#[test]
fn what_somebody_writes_during_an_import_is_kept() {
    use briefing::office::{Disk, Replaced};

    let desk = importing();
    let disk = Disk::open(&desk.path("office")).unwrap();
    let path = "ledger.csv".parse().unwrap();
    let before = desk.read("office/ledger.csv");
    desk.edit("office/ledger.csv", "2025", "2024");
    let theirs = desk.read("office/ledger.csv");
    assert_eq!(disk.replace(&path, Some(&before), b"ours").unwrap(), Replaced::Changed);
    assert_eq!(desk.read("office/ledger.csv"), theirs);
    let there = names(&desk, "office");
    assert!(!there.iter().any(|name| name.contains("backup") || name.contains(".tmp")), "{there:?}");
}

#[test]
fn imported_translations_keep_a_copy_of_what_was_there() {
    let desk = Desk::with("examples/unoct");
    assert!(desk.say("translations office 2025-04 --export fr.po").starts_with("status 0"));
    let before = desk.read("office/2025-04/briefing.fr.toml");
    let po = String::from_utf8(desk.read("fr.po")).unwrap();
    let (head, last) = po.rsplit_once("msgstr \"").unwrap();
    desk.write("fr.po", format!("{head}msgstr \"Ici : {last}"));
    let said = desk.say("translations office 2025-04 --import fr.po");
    assert!(said.starts_with("status 0") && said.contains(".backup-1"), "{said}");
    let there = names(&desk, "office/2025-04");
    if there.iter().any(|name| name == "briefing.fr.toml.backup-1") {
        assert_eq!(desk.read("office/2025-04/briefing.fr.toml.backup-1"), before);
    } else {
        assert!(names(&desk, "office").iter().any(|name| name == "office.fr.toml.backup-1"));
    }
}

#[test]
fn output_is_never_written_over_a_file_of_an_office() {
    let desk = Desk::with("examples/unoct");
    let office = desk.read("office/office.toml");
    for target in
        ["office/office.toml", "office/ledger.csv", "office/2025-04/chamber.png", "office/2025-04/../office.toml"]
    {
        let said = desk.say(&format!("render office 2025-04 -o {target}"));
        assert!(said.starts_with("status 2") && said.contains("a briefing is a PDF file"), "{said}");
    }
    let said = desk.say("translations office 2025-04 --lang fr --export office/2025-04/briefing.fr.toml");
    assert!(said.starts_with("status 2"), "{said}");
    assert_eq!(desk.read("office/office.toml"), office);
    // Its own earlier output is another matter.
    for _ in 0..2 {
        assert!(desk.say("render office 2025-04 -o office/2025-04/april.pdf").starts_with("status 0"));
    }
}

#[test]
fn figures_are_recorded_before_anything_goes_out() {
    let desk = Desk::with("examples/unoct");
    // The record is there although the file cannot be written.
    let said = desk.say("render office 2025-04 --publish -o nowhere/april.pdf");
    assert!(said.starts_with("status 3"), "{said}");
    assert!(desk.path("office/2025-04/figures.lock").is_file());
    // And where it cannot be written, nothing goes out.
    let desk = Desk::with("examples/unoct");
    fs::create_dir(desk.path("office/2025-04/figures.lock")).unwrap();
    let said = desk.say("render office 2025-04 --publish -o april.pdf");
    assert!(!said.starts_with("status 0") && !desk.path("april.pdf").exists(), "{said}");
}

#[cfg(unix)]
#[test]
fn ctrl_c_ends_with_whole_files_that_are_named() {
    use std::os::unix::process::ExitStatusExt;

    let desk = Desk::with("examples/unoct");
    let mut child = briefing()
        .current_dir(desk.path(""))
        .args(["render", "office", "2025-04", "--all-languages", "--out-dir", "out"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // Listening begins before the first file; until there is one, the signal may come too early to be heard.
    for _ in 0..30_000 {
        if fs::read_dir(desk.path("out")).map_or(0, Iterator::count) > 0 {
            break;
        }
        thread::sleep(Duration::from_millis(2));
    }
    let asked = Command::new("kill").args(["-INT", &child.id().to_string()]).status();
    assert!(asked.is_ok_and(|asked| asked.success()) || child.try_wait().unwrap().is_some());
    let output = child.wait_with_output().unwrap();
    assert!(output.status.signal().is_none());
    let said = String::from_utf8(output.stdout.clone()).unwrap();
    let made = names(&desk, "out");
    assert!(!made.iter().any(|name| name.ends_with(".tmp")), "{made:?}");
    // It may have been done before the signal came.
    if status(&output) != 0 {
        assert_eq!(status(&output), 130);
        assert!(String::from_utf8_lossy(&output.stderr).contains("error: interrupted"));
    }
    for name in made {
        assert!(said.contains(&name), "{name} in {said}");
        assert!(fs::read(desk.path("out").join(&name)).unwrap().ends_with(b"%%EOF\n"));
    }
}

/// Each refusal of the system has a status and words of its own.
#[cfg(target_os = "linux")]
#[test]
fn what_the_system_refuses_is_said() {
    let desk = Desk::with("examples/unoct");
    let shell = |limits: &str, line: &str| {
        let script = format!("{limits} && exec \"$0\" {line}");
        let output = Command::new("sh")
            .current_dir(desk.path(""))
            .args(["-c", &script, env!("CARGO_BIN_EXE_briefing")])
            .output()
            .unwrap();
        desk.show(&output)
    };
    if fs::OpenOptions::new().write(true).open("/dev/full").is_ok_and(|mut full| full.write_all(b"x").is_err()) {
        let said = shell("true", "render office 2025-04 -o /dev/full");
        assert!(said.starts_with("status 3") && said.contains("the disk is full"), "{said}");
    }
    // No more than standard streams and the folder: no file can be opened.
    let said = shell("ulimit -n 4", "check office");
    assert!(said.starts_with("status 3"), "{said}");
    // The main thread has no room for the work, which has a stack of its own.
    let said = shell("ulimit -s 64", "check office");
    assert!(said.starts_with("status 0"), "{said}");
    let said = shell("ulimit -f 100", "render office 2025-04 -o april.pdf");
    assert!(said.starts_with("status 3") && said.contains("larger than the system allows"), "{said}");
    assert!(!desk.path("april.pdf").exists());
    // A thread that cannot be had is done without.
    let said = shell("ulimit -v 4000000", "render office 2025-04 --all-languages --out-dir out");
    assert!(said.starts_with("status 0"), "{said}");
    // Nobody may have a second process or thread; only root can become nobody, whom the folder is then open to.
    let nobody =
        "chmod -R a+rwX . && exec setpriv --reuid 65534 --regid 65534 --clear-groups prlimit --nproc=1:1 \"$0\"";
    let alone = |line: &str| {
        let output = Command::new("sh")
            .current_dir(desk.path(""))
            .args(["-c", &format!("{nobody} {line}"), env!("CARGO_BIN_EXE_briefing")])
            .output()
            .unwrap();
        desk.show(&output)
    };
    if alone("--version").starts_with("status 0") {
        let said = alone("render office 2025-04 --lang en,fr --out-dir .");
        assert!(said.starts_with("status 0"), "{said}");
        let said = alone("watch office 2025-04");
        assert!(said.starts_with("status 3") && said.contains("cannot serve the pages"), "{said}");
    }
    let said = shell("true", "render office 2025-04 -o missing/april.pdf");
    assert!(said.starts_with("status 3") && said.contains("there is no such folder"), "{said}");
    fs::create_dir(desk.path("closed")).unwrap();
    let closed = std::os::unix::fs::PermissionsExt::from_mode(0o500);
    fs::set_permissions(desk.path("closed"), closed).unwrap();
    let said = under_permissions(|| shell("true", "render office 2025-04 -o closed/april.pdf"));
    assert!(said.starts_with("status 3") && said.contains("permission denied"), "{said}");
}
