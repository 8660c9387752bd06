//! Attached files (ISO 32000-1, 7.11.4; ISO 19005-3, 6.8 and annex E).

use md5::{Digest as _, Md5};

use super::body::{Data, ObjectBody};
use crate::attachment::Attachment;
use crate::syntax::{ObjectWriter, Ref};

/// Writes the attachments, and returns their file specifications sorted by name.
pub(crate) fn write(attachments: &[Attachment], body: &mut ObjectBody) -> Vec<(Vec<u8>, Ref)> {
    let mut specifications: Vec<(Vec<u8>, Ref)> =
        attachments.iter().map(|attachment| (key(&attachment.name), specification(attachment, body))).collect();
    specifications.sort();
    specifications
}

/// The key in the name tree as it is compared: a text string without its delimiters.
fn key(name: &str) -> Vec<u8> {
    if name.is_ascii() { name.as_bytes().to_vec() } else { crate::syntax::utf16(name) }
}

fn specification(attachment: &Attachment, body: &mut ObjectBody) -> Ref {
    let modified = attachment.modified.pdf();
    let size = attachment.bytes.len();
    // ISO 32000-1, table 46, requires MD5, which protects against accidents but not against attackers.
    let sum = Md5::digest(&attachment.bytes);
    let data = Data::Plain(attachment.bytes.clone());
    let file = body.add_stream(data, |s: &mut ObjectWriter| {
        s.raw("/Type/EmbeddedFile/Subtype").name(attachment.mime.as_bytes());
        s.raw("/Params<</Size").integer(i64::try_from(size).unwrap_or_default());
        s.raw("/CreationDate").text(&modified).raw("/ModDate").text(&modified);
        s.raw("/CheckSum").hexadecimal(&sum).raw(">>");
    });
    body.add(|s| {
        s.raw("<</Type/Filespec/F").text(&attachment.name).raw("/UF").text(&attachment.name);
        s.text_entry("/Desc", Some(&attachment.description));
        s.raw("/AFRelationship").name(attachment.relationship.name().as_bytes());
        s.raw("/EF<</F").reference(file).raw("/UF").reference(file).raw(">>>>");
    })
}
