//! The pictures of an edition: which they are, and how their bytes travel.

use std::collections::BTreeMap;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use briefing_model::{Briefing, Digest, Drawing, Media, Picture};
use sha2::{Digest as _, Sha256};
use tagged_pdf::{Attachment, Image, ImageError, Relationship, Timestamp};

use super::{EditionError, EditionPicture, Pictures};
use tagged_pdf::reader::{AttachedFile, ColorSpace, ImageEncoding, ImageView};

/// The largest picture, in bytes; the same as for an office folder.
const LARGEST: usize = 64 << 20;

const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";

/// The pictures of a briefing, each once.
pub(super) fn listed(briefing: &Briefing) -> Vec<EditionPicture> {
    let media: BTreeMap<Digest, Media> = briefing.pictures().map(|picture| (picture.digest, picture.media)).collect();
    media.into_iter().map(|(digest, media)| EditionPicture { digest, media, data: None }).collect()
}

/// Bytes as they are in JSON.
pub(super) fn encode(bytes: &[u8]) -> String {
    STANDARD.encode(bytes)
}

/// The digest of bytes.
pub(crate) fn digest(bytes: &[u8]) -> Digest {
    Digest::new(Sha256::digest(bytes).into())
}

/// The bytes in JSON, by their own digests.
pub(super) fn decoded<'d>(
    all: impl Iterator<Item = (Digest, &'d mut Option<String>)>,
) -> Result<Pictures, EditionError> {
    let mut found = Pictures::new();
    for (named, data) in all {
        let Some(data) = data.take() else { continue };
        let bytes = STANDARD
            .decode(data)
            .map_err(|error| EditionError::Malformed(format!("the data of {named} are not base64: {error}")))?;
        found.insert(digest(&bytes), bytes.into());
    }
    Ok(found)
}

/// The bytes in a file, by their own digests: pictures on its pages, and attached ones.
pub(super) fn embedded(images: &[ImageView<'_>], attached: &[AttachedFile]) -> Pictures {
    let files = images.iter().filter_map(ImageView::to_file);
    let supplements = attached.iter().filter(|file| file.relationship == Relationship::Supplement);
    let all = files.chain(supplements.map(|file| file.bytes.clone()));
    all.map(|bytes| (digest(&bytes), bytes.into())).collect()
}

/// Checks that a picture of a briefing is present and matches what the briefing says of it.
pub(super) fn check(picture: &Picture, found: &Pictures) -> Result<(), EditionError> {
    let fault = |what: String| EditionError::Picture { file: picture.file.clone(), digest: picture.digest, what };
    let bytes = found.get(&picture.digest).ok_or_else(|| fault("is not there, or is another now".to_owned()))?;
    if bytes.len() > LARGEST {
        return Err(fault(format!("has more than {LARGEST} bytes")));
    }
    let size = |image: Result<Image, ImageError>| image.map(|image| image.size()).map_err(|error| error.to_string());
    let size = match picture.media {
        Media::Jpeg => size(Image::jpeg(bytes.to_vec())),
        Media::Png => size(Image::png(bytes)),
        Media::Svg => Drawing::from_bytes(bytes).map(|drawing| drawing.size()).map_err(|error| error.to_string()),
    };
    let size = size.map_err(|error| fault(format!("cannot be shown: {error}")))?;
    if size != (picture.width, picture.height) {
        return Err(fault("has another size than the edition says".to_owned()));
    }
    Ok(())
}

/// The actual digest of some bytes, if it is not the one they are stored under.
pub(super) fn other_digest(named: Digest, found: &Pictures) -> Option<Digest> {
    found.get(&named).map(|bytes| digest(bytes)).filter(|other| *other != named)
}

/// The pictures that cannot be restored from a page byte for byte, and have to be attached.
pub(super) fn supplements(listed: &[EditionPicture], bytes: &Pictures, modified: Timestamp) -> Vec<Attachment> {
    let lost = listed.iter().filter_map(|picture| {
        let bytes = bytes.get(&picture.digest)?;
        let (ending, description) = match picture.media {
            Media::Jpeg => return None,
            Media::Png if is_kept_whole(bytes) => return None,
            Media::Png => {
                ("png", "A picture of this document with its transparency, which the page holds in two parts")
            }
            Media::Svg => ("svg", "A drawing of this document, of which the page holds the paths"),
        };
        Some(Attachment {
            name: format!("{}.{ending}", picture.digest),
            description: description.to_owned(),
            mime: picture.media.mime().to_owned(),
            relationship: Relationship::Supplement,
            modified,
            bytes: bytes.to_vec(),
        })
    });
    lost.collect()
}

/// Whether [`ImageView::to_file`] will restore a PNG file byte for byte.
fn is_kept_whole(file: &[u8]) -> bool {
    again(file).is_some_and(|again| again == file)
}

/// A PNG file as it is restored from a page, if it is opaque.
fn again(file: &[u8]) -> Option<Vec<u8>> {
    let mut rest = file.strip_prefix(SIGNATURE)?;
    let (mut header, mut palette, mut data) = (None, Vec::new(), Vec::new());
    while let Some((length, after)) = rest.split_first_chunk::<4>() {
        let (kind, after) = after.split_first_chunk::<4>()?;
        let (content, after) = after.split_at_checked(u32::from_be_bytes(*length) as usize)?;
        match kind {
            b"IHDR" => header = content.first_chunk::<10>(),
            b"PLTE" => palette = content.to_vec(),
            b"IDAT" => data.extend_from_slice(content),
            b"IEND" => break,
            _ => return None,
        }
        rest = after.get(4..)?;
    }
    let [w1, w2, w3, w4, h1, h2, h3, h4, bits, color] = *header?;
    let color = match color {
        0 => ColorSpace::Gray,
        2 => ColorSpace::Rgb,
        3 => ColorSpace::Palette(palette),
        _ => return None,
    };
    let (width, height) = (u32::from_be_bytes([w1, w2, w3, w4]), u32::from_be_bytes([h1, h2, h3, h4]));
    let encoding = ImageEncoding::Png;
    ImageView { name: String::new(), width, height, bits, color, encoding, data: &data, mask: None }.to_file()
}
