//! PngSuite, the collection by which readers of PNG are judged: what is read right, and what is refused.
//!
//! The sums of the pixels were taken when Pillow and pypng gave the same pixels but for a step of 255, and for up to
//! thirteen in the darkest grays of files with sixteen bits and linear light, which become eight bits first.

use std::fmt::Write as _;
use std::path::Path;

use insta::assert_snapshot;

use super::super::normalize;
use super::super::tests::{PRINT, PROOF};
use super::tests::decoded;
use super::*;

#[test]
fn png_suite() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pngsuite");
    let mut names: Vec<_> = std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    names.retain(|name| Path::new(name).extension().is_some_and(|ending| ending == "png"));
    names.sort();
    let mut told = String::new();
    for name in &names {
        let bytes = std::fs::read(folder.join(name)).unwrap();
        let print = normalize(&bytes, PRINT);
        let proof = normalize(&bytes, PROOF);
        assert_eq!(proof.as_ref().map(|p| (p.width, p.height)).ok(), print.as_ref().map(|p| (p.width, p.height)).ok());
        let name = name.to_string_lossy();
        match print {
            Ok(picture) => {
                let pixels = decoded(&picture.bytes);
                let sum = crc32(&pixels.data);
                writeln!(told, "{name} {} by {}, {sum:08x}", picture.width, picture.height).unwrap();
            }
            Err(error) => writeln!(told, "{name} {error}").unwrap(),
        }
    }
    assert_snapshot!(told);
}
