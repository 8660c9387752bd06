//! `briefing licences`: nothing in the binary is without its terms.

use std::collections::BTreeSet;
use std::fs;
use std::process::Command;

use crate::common::{Desk, repository, status};

/// `name version` of every library that is linked into the binary on this machine.
fn linked() -> BTreeSet<String> {
    let output = Command::new(env!("CARGO"))
        .args(["tree", "--locked", "--offline", "--package", "briefing-cli", "--edges", "normal"])
        .args(["--prefix", "none", "--format", "{p}"])
        .current_dir(repository("."))
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let tree = String::from_utf8(output.stdout).unwrap();
    let names = tree.lines().filter(|line| !line.contains(" (/") && !line.contains(":\\"));
    names.map(|line| line.split(" (").next().unwrap().replacen(" v", " ", 1)).collect()
}

#[test]
fn every_library_and_typeface_is_named_with_its_text() {
    let output = Desk::empty().run(["licences"]);
    assert_eq!(status(&output), 0);
    let text = String::from_utf8(output.stdout).unwrap();
    let named: BTreeSet<&str> = text.lines().filter_map(|line| line.strip_prefix("  ")).collect();
    let libraries = linked();
    assert!(libraries.len() > 100, "{libraries:?}");
    let missing: Vec<_> = libraries.iter().filter(|library| !named.contains(library.as_str())).collect();
    assert!(missing.is_empty(), "run .ci/notices: {missing:?}");
    for face in briefing_fonts::faces() {
        assert!(named.contains(face.name), "{}", face.name);
        assert!(text.contains(face.licence.text.trim()), "{}", face.name);
    }
}

#[test]
fn every_package_carries_our_own_licences() {
    for file in ["LICENSE-MIT", "LICENSE-APACHE"] {
        let text = fs::read(repository(file)).unwrap();
        for package in fs::read_dir(repository("crates")).unwrap() {
            let package = package.unwrap().path();
            if package.is_dir() {
                assert_eq!(
                    fs::read(package.join(file)).ok().as_ref(),
                    Some(&text),
                    "{} in {}",
                    file,
                    package.display()
                );
            }
        }
    }
}
