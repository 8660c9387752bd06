//! `briefing licences`: the terms for using the program, its typefaces and its libraries.

use std::fmt::Write as _;

use crate::status::{Failure, Status};
use crate::streams::Streams;

/// Our own terms: either of the two.
const OWN: [(&str, &str); 2] =
    [("MIT", include_str!("../../LICENSE-MIT")), ("Apache-2.0", include_str!("../../LICENSE-APACHE"))];
/// The libraries' texts, as `.ci/notices` gathers them.
const LIBRARIES: &str = include_str!("../../licences/third-party.txt");

/// Writes every licence text in full.
pub(crate) fn licences(streams: &mut Streams<'_>) -> Result<Status, Failure> {
    writeln!(streams.out, "briefing {}: MIT or Apache-2.0, whichever you choose\n", env!("CARGO_PKG_VERSION"))?;
    for (name, text) in OWN {
        writeln!(streams.out, "{}", section(name, &[], text))?;
    }
    for (text, faces) in typefaces() {
        writeln!(streams.out, "{}", section("OFL-1.1", &faces, text))?;
    }
    writeln!(streams.out, "{}", LIBRARIES.trim())?;
    Ok(Status::Done)
}

/// The texts of the typefaces' licences, each with the faces under it.
fn typefaces() -> Vec<(&'static str, Vec<&'static str>)> {
    let mut texts: Vec<(&'static str, Vec<&'static str>)> = Vec::new();
    for face in briefing_fonts::faces() {
        match texts.iter_mut().find(|(text, _)| *text == face.licence.text) {
            Some((_, faces)) => faces.push(face.name),
            None => texts.push((face.licence.text, vec![face.name])),
        }
    }
    texts
}

fn section(name: &str, used_by: &[&str], text: &str) -> String {
    let rule = "=".repeat(80);
    let mut section = format!("{rule}\n{name}\n");
    for user in used_by {
        let _ = writeln!(section, "  {user}");
    }
    let _ = write!(section, "{rule}\n\n{}\n", text.trim());
    section
}
