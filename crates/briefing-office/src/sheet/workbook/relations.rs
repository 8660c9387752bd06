//! How the parts of a workbook lead to each other (ECMA-376 part 2, Open Packaging Conventions).

use super::InvalidWorkbook;
use super::xml::{Tag, XmlPart, XmlPiece, attribute};
use crate::sheet::archive::Archive;

/// What a relation leads to, as far as tables need it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Leads {
    Workbook,
    Worksheet,
    Styles,
    SharedStrings,
    Elsewhere,
}

impl Leads {
    /// By the name of the relation's type, in which strict and usual OOXML differ before the last part.
    fn of(name: &str) -> Self {
        const FAMILIES: [&str; 2] = [
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships/",
            "http://purl.oclc.org/ooxml/officeDocument/relationships/",
        ];
        match FAMILIES.iter().find_map(|family| name.strip_prefix(family)) {
            Some("officeDocument") => Self::Workbook,
            Some("worksheet") => Self::Worksheet,
            Some("styles") => Self::Styles,
            Some("sharedStrings") => Self::SharedStrings,
            _ => Self::Elsewhere,
        }
    }
}

/// A relation of a part to another.
pub(super) struct Relation {
    pub(super) id: String,
    pub(super) leads: Leads,
    /// The name of the part that it leads to.
    pub(super) part: String,
}

/// The relations of a part, or of the package where `of` is empty.
pub(super) fn relations(archive: &Archive<'_>, of: &str) -> Result<Vec<Relation>, InvalidWorkbook> {
    let (folder, file) = of.rsplit_once('/').unwrap_or(("", of));
    let name = if folder.is_empty() { format!("_rels/{file}.rels") } else { format!("{folder}/_rels/{file}.rels") };
    let mut relations = Vec::new();
    XmlPart::open(archive, &name)?.walk(|path, piece| {
        if let (XmlPiece::Open(Tag::Relationship, tag), [Tag::Relationships]) = (piece, path)
            && attribute(tag, "TargetMode")?.as_deref() != Some("External")
        {
            let (id, target) = (attribute(tag, "Id")?, attribute(tag, "Target")?);
            let leads = Leads::of(&attribute(tag, "Type")?.unwrap_or_default());
            relations.extend(id.zip(target).map(|(id, target)| Relation { id, leads, part: resolve(folder, &target) }));
        }
        Ok(())
    })?;
    Ok(relations)
}

/// The name of the part that a target stands for, seen from a folder.
fn resolve(folder: &str, target: &str) -> String {
    let target = target.replace('\\', "/");
    let (from, target) = match target.strip_prefix('/') {
        Some(absolute) => ("", absolute),
        None => (folder, target.as_str()),
    };
    let mut steps: Vec<String> = from.split('/').filter(|step| !step.is_empty()).map(str::to_owned).collect();
    for step in target.split('/') {
        match step {
            "" | "." => {}
            ".." => _ = steps.pop(),
            step => steps.push(unescape(step)),
        }
    }
    steps.join("/")
}

/// A step of a path with `%20` and the like as what they stand for.
fn unescape(step: &str) -> String {
    let mut bytes = Vec::with_capacity(step.len());
    let mut rest = step.as_bytes();
    while let Some((&first, behind)) = rest.split_first() {
        let escaped = behind.first_chunk::<2>().filter(|_| first == b'%').and_then(|digits| {
            let text = std::str::from_utf8(digits).ok()?;
            u8::from_str_radix(text, 16).ok()
        });
        bytes.push(escaped.unwrap_or(first));
        rest = if escaped.is_some() { behind.get(2..).unwrap_or_default() } else { behind };
    }
    String::from_utf8(bytes).unwrap_or_else(|_| step.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_are_absolute_or_seen_from_their_folder() {
        for (target, part) in [
            ("worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"),
            ("/xl/worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"),
            ("../xl/worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"),
            ("./sheet1.xml", "xl/sheet1.xml"),
            ("..\\texts.xml", "texts.xml"),
            ("../../../texts.xml", "texts.xml"),
            ("my%20sheet%C3%A9.xml", "xl/my sheeté.xml"),
            ("100%.xml", "xl/100%.xml"),
        ] {
            assert_eq!(resolve("xl", target), part, "{target}");
        }
    }
}
