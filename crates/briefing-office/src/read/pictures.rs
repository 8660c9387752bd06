//! Pictures of a month: the file checked, its metadata taken out, its bytes kept once.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use briefing_model::{AltText, Credit, Digest, Month, Picture, RichText, nearest};

use super::convert;
use super::kept_pictures::KeptPictures;
use crate::diagnostic::Code;
use crate::files::{FileError, Files, FolderEntry, FolderPath};
use crate::picture::{self, Downsampling, Effort, LARGEST_FILE, PictureError, PictureTarget, PrintablePicture};
use crate::side_by_side::side_by_side;
use crate::tree::{TomlTable, TomlValue, short};

/// How many of a folder's pictures a message names.
const MOST_LISTED: usize = 8;

/// Fewer pixels than this on the longer side look coarse in print.
const COARSE: u32 = 600;
/// The same of an emblem, which is printed no larger than an inch and a half.
const COARSE_EMBLEM: u32 = 200;

/// The bytes of pictures by their digest, metadata removed.
///
/// ```
/// let assets = briefing_office::Assets::default();
/// assert!(assets.is_empty());
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Assets(BTreeMap<Digest, Arc<[u8]>>);

impl Assets {
    /// The bytes with that digest.
    ///
    /// ```
    /// use briefing_model::Digest;
    /// use briefing_office::Assets;
    ///
    /// // A briefing names its pictures by digest, and their bytes are looked up by it.
    /// let digest: Digest = "30527c25f0ad4b0f1a6a5cf0a4c2c1a3c1f0a4b5d6e7f8091a2b3c4d5e6f7081".parse()?;
    /// assert_eq!(Assets::default().get(&digest), None, "a month without pictures has none");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn get(&self, digest: &Digest) -> Option<&Arc<[u8]>> {
        self.0.get(digest)
    }

    /// All of them, in the order of their digests.
    pub fn iter(&self) -> impl Iterator<Item = (&Digest, &Arc<[u8]>)> {
        self.0.iter()
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The map itself.
    #[must_use]
    pub fn into_map(self) -> BTreeMap<Digest, Arc<[u8]>> {
        self.0
    }

    /// Keeps the bytes of a picture under its digest.
    pub(super) fn keep(&mut self, picture: &PrintablePicture) {
        self.0.entry(picture.digest).or_insert_with(|| Arc::clone(&picture.bytes));
    }
}

/// What becomes of pictures.
pub(super) struct PictureShelf<'r> {
    /// What is done with each, unless it says otherwise.
    pub(super) target: PictureTarget,
    /// Where bytes are kept that will be printed.
    pub(super) assets: &'r mut Assets,
    /// Those that were read before, where the folder stays open.
    pub(super) kept: Option<&'r KeptPictures>,
    /// Those that will be asked for, where no other thread reads pictures meanwhile.
    pub(super) ahead: Option<ReadAhead>,
}

/// The pictures that a month's items will ask for. Each takes longer than all words of the month, so they are prepared on all processors, when
/// the first is asked for.
#[derive(Debug, Default)]
pub(super) struct ReadAhead {
    coming: Vec<(FolderPath, PictureTarget)>,
    ready: Vec<ReadyPicture>,
}

#[derive(Debug)]
struct ReadyPicture {
    path: FolderPath,
    target: PictureTarget,
    picture: Result<PrintablePicture, PictureError>,
}

impl ReadAhead {
    /// What a file has to print; none where nothing is gained by reading it ahead, or it cannot be read.
    fn take(
        &mut self,
        files: &dyn Files,
        path: &FolderPath,
        target: PictureTarget,
    ) -> Option<Result<PrintablePicture, PictureError>> {
        let is_meant = |ready: &ReadyPicture| ready.path == *path && ready.target == target;
        if self.coming.iter().any(|(coming, for_target)| coming == path && *for_target == target) {
            let coming = std::mem::take(&mut self.coming);
            if coming.len() < 2 {
                return None;
            }
            let read = |(path, target): &(FolderPath, PictureTarget)| {
                let bytes = files.read(path, LARGEST_FILE).ok()?;
                let picture = picture::normalize(&bytes, *target).map(PrintablePicture::of);
                Some(ReadyPicture { path: path.clone(), target: *target, picture })
            };
            side_by_side(&coming, read, |ready| self.ready.extend(ready));
        }
        let place = self.ready.iter().position(is_meant)?;
        Some(self.ready.swap_remove(place).picture)
    }
}

/// The office's emblem as its file has it, which is read once for all months.
#[derive(Debug, Clone)]
pub(super) struct EmblemFile {
    path: FolderPath,
    picture: PrintablePicture,
}

/// Reads the pictures of one month, or of the office itself.
pub(super) struct PictureReader<'r, 's> {
    pub(super) files: &'r dyn Files,
    /// The month's folder; none for that of the office.
    pub(super) folder: Option<&'r FolderPath>,
    pub(super) shelf: &'r mut PictureShelf<'s>,
    /// Whether an item stands under the picture of another, and is not read.
    pub(super) item_within: bool,
}

impl PictureReader<'_, '_> {
    /// The office's emblem: what it shows, and nothing beside it. `kept` is what its file had when the folder was opened.
    pub(super) fn emblem(&mut self, value: &TomlValue<'_>, kept: Option<&EmblemFile>) -> Option<(Picture, EmblemFile)> {
        let table = value.table()?;
        let file = table.need("file");
        let alt = alternative(&table);
        table.finish();
        if let (Some(value), Some(alt)) = (table.get("alt"), &alt) {
            report_alt(&value, alt, None, file.as_ref());
        }
        let file = file?;
        let path = self.path(&file)?;
        let picture = match kept.filter(|kept| kept.path == path) {
            Some(kept) => kept.picture.clone(),
            None => self.printable(&file, &path, self.shelf.target)?,
        };
        let printed = self.printed(&file, &path, &picture, alt, COARSE_EMBLEM)?;
        Some((printed, EmblemFile { path, picture }))
    }

    /// Looks which pictures the items of a month will ask for.
    pub(super) fn look_ahead(&mut self, items: &[TomlTable<'_>]) {
        let Some(folder) = self.folder.filter(|_| self.shelf.ahead.is_some()) else { return };
        let mut known = BTreeSet::new();
        for picture in items.iter().filter_map(|item| item.peek_table("picture")) {
            let path = picture.peek_string("file").and_then(|(name, _)| folder.join(name).ok());
            let target = self.target(picture.peek_flag("keep-pixels"));
            if let (Some(path), Some(ahead)) = (path.filter(|path| known.insert(path.clone())), &mut self.shelf.ahead) {
                ahead.coming.push((path, target));
            }
        }
    }

    /// What is made of a picture that says whether it keeps its pixels, or does not.
    fn target(&self, keep_pixels: Option<bool>) -> PictureTarget {
        let resolution = match keep_pixels {
            Some(true) => Downsampling::Original,
            Some(false) => Downsampling::Print,
            None => self.shelf.target.resolution,
        };
        PictureTarget { resolution, ..self.shelf.target }
    }

    /// A picture as an item describes it.
    pub(super) fn read(&mut self, value: &TomlValue<'_>) -> Option<Picture> {
        let table = value.table()?;
        let file = table.need("file");
        let alt = alternative(&table);
        let written = table.get("caption");
        let caption = written.as_ref().and_then(convert::rich);
        if let (Some(value), Some(caption)) = (&written, &caption) {
            report_long(value, caption);
        }
        let credit = table
            .get("credit")
            .and_then(|value| Some(Credit::new(convert::plain(&value)?).with_origin(value.origin())));
        let keep_pixels = table.get("keep-pixels").and_then(|value| value.flag());
        if table.peek_id().is_some() {
            self.item_within = true;
            // All keys of an item stand under the picture of the last one.
            let message = "an `id` under the picture of an item: here another item begins";
            table
                .get("id")
                .iter()
                .for_each(|id| id.fault_with_hint(Code::UnknownKey, message, "write `[[item]]` above it"));
        } else {
            table.finish();
        }
        if let (Some(value), Some(alt)) = (table.get("alt"), &alt) {
            report_alt(&value, alt, caption.as_ref(), file.as_ref());
        }
        let target = self.target(keep_pixels);
        let file = file?;
        let path = self.path(&file)?;
        let picture = self.printable(&file, &path, target)?;
        let printed = self.printed(&file, &path, &picture, alt, COARSE)?;
        Some(Picture { caption, credit, ..printed })
    }

    /// What a file has to print.
    fn printable(
        &mut self,
        file: &TomlValue<'_>,
        path: &FolderPath,
        target: PictureTarget,
    ) -> Option<PrintablePicture> {
        let report = |error: PictureError| {
            file.context.log.push(file.diagnostic(error.code(), error.to_string()).with_hint(error.remedy()));
        };
        if let Some(picture) = self.shelf.ahead.as_mut().and_then(|ahead| ahead.take(self.files, path, target)) {
            return picture.map_err(report).ok();
        }
        let bytes = self.bytes(file, path)?;
        if let Some(known) = self.shelf.kept.and_then(|kept| kept.get(&bytes, target)) {
            return Some(known);
        }
        let picture = PrintablePicture::of(picture::normalize(&bytes, target).map_err(report).ok()?);
        if let Some(kept) = self.shelf.kept {
            kept.keep(bytes, target, &picture);
        }
        Some(picture)
    }

    /// The picture as it is printed; its bytes are kept only if they are those that are printed.
    fn printed(
        &mut self,
        file: &TomlValue<'_>,
        path: &FolderPath,
        picture: &PrintablePicture,
        alt: Option<AltText>,
        coarse: u32,
    ) -> Option<Picture> {
        report_doubts(file, picture, coarse);
        if self.shelf.target.effort == Effort::Convert {
            self.shelf.assets.keep(picture);
        }
        Some(picture.picture(path.to_string(), alt?))
    }

    fn path(&self, file: &TomlValue<'_>) -> Option<FolderPath> {
        let Some(folder) = self.folder else { return file.read(Code::PictureOutside) };
        let name = file.text()?;
        if name.contains(['/', '\\']) {
            let message = format!("`{}` is a path; a picture lies in its month's folder `{folder}`", short(name));
            let alone = name.rsplit(['/', '\\']).next().unwrap_or_default();
            let hint = format!("copy it there, and write `file = \"{}\"`", short(alone));
            file.fault_with_hint(Code::PictureOutside, message, hint);
            return None;
        }
        file.accept(Code::PictureOutside, folder.join(name))
    }

    fn bytes(&self, file: &TomlValue<'_>, path: &FolderPath) -> Option<Vec<u8>> {
        let error = match self.files.read(path, LARGEST_FILE) {
            Ok(bytes) => return Some(bytes),
            Err(error) => error,
        };
        let fault = match error {
            FileError::NotFound => {
                let fault = file.diagnostic(Code::NoPicture, format!("there is no picture `{path}`"));
                let names = self.names(file);
                if let Some(elsewhere) = file.text().and_then(|name| self.elsewhere(name)) {
                    let into = self.folder.map_or("the office's folder".to_owned(), |folder| format!("`{folder}`"));
                    file.context.log.push(fault.with_hint(format!("copy it from {elsewhere} into {into}")));
                    return None;
                }
                match file.text().and_then(|written| nearest(written, names.iter().map(String::as_str))) {
                    Some(similar) => fault.with_suggestion(Some(similar)),
                    None => {
                        let folder = self.folder.map_or("of the office".to_owned(), |folder| format!("`{folder}`"));
                        let hint = format!("put the picture into the folder {folder}, or correct its name");
                        let pictures =
                            names.iter().filter(|name| is_picture(name)).map(|name| format!("`{}`", short(name)));
                        let pictures: Vec<String> = pictures.take(MOST_LISTED).collect();
                        let there = if pictures.is_empty() { "" } else { "; it has " };
                        fault.with_hint(format!("{hint}{there}{}", pictures.join(", ")))
                    }
                }
            }
            FileError::TooLarge { limit } => {
                file.diagnostic(Code::PictureTooLarge, format!("`{path}` is larger than {} MB", limit / (1024 * 1024)))
            }
            FileError::Refused(_) => file.diagnostic(Code::Unreadable, format!("`{path}`: {error}")),
            _ => file.diagnostic(Code::PictureOutside, format!("`{path}` is {error}")),
        };
        file.context.log.push(fault);
        None
    }

    /// Another folder of the office that has a picture of that name: its own, or the latest month's.
    fn elsewhere(&self, name: &str) -> Option<String> {
        let has = |entries: Vec<FolderEntry>| entries.iter().any(|entry| !entry.is_folder && entry.name == name);
        let office = self.files.list(None).ok()?;
        let months = office.iter().filter(|entry| entry.is_folder && entry.name.parse::<Month>().is_ok());
        let mut months: Vec<String> = months.map(|entry| entry.name.clone()).collect();
        if self.folder.is_some() && has(office) {
            return Some("the office's folder".to_owned());
        }
        months.sort_unstable();
        let in_month = |month: &&String| {
            let path = month.parse::<FolderPath>().ok().filter(|path| Some(path) != self.folder);
            path.and_then(|path| self.files.list(Some(&path)).ok()).is_some_and(has)
        };
        months.iter().rev().find(in_month).map(|month| format!("`{month}`"))
    }

    /// The files in the folder, of which one may be meant.
    fn names(&self, file: &TomlValue<'_>) -> Vec<String> {
        if file.context.log.is_full(Code::NoPicture) {
            return Vec::new();
        }
        let entries = self.files.list(self.folder).unwrap_or_default();
        entries.into_iter().filter(|entry| !entry.is_folder).map(|entry| entry.name).collect()
    }
}

fn alternative(table: &TomlTable<'_>) -> Option<AltText> {
    let Some(value) = table.get("alt") else {
        table
            .fault(Code::NoAltText, "the picture has no alternative text: add `alt = \"…\"`, which says what it shows");
        return None;
    };
    let text = convert::plain(&value)?;
    value.accept(Code::NoAltText, text.parse::<AltText>()).map(|alt| alt.with_origin(value.origin()))
}

/// More characters than this are more than eight lines under a picture in a column.
const LONGEST_CAPTION: usize = 400;

/// Reports a caption that is as long as an item.
fn report_long(value: &TomlValue<'_>, caption: &RichText) {
    // What fits on a line of a column at the size of captions.
    const LINE: usize = 56;
    let length = caption.plain().chars().count();
    if length > LONGEST_CAPTION {
        let lines = length.div_ceil(LINE);
        let message = format!("a caption of {length} characters, about {lines} lines under the picture");
        let hint = "is this the caption? write a sentence or two, and put the rest into the text of the item";
        value.context.log.push(value.diagnostic(Code::LongText, message).with_hint(hint));
    }
}

/// Reports alternative text that says nothing of the picture.
fn report_alt(value: &TomlValue<'_>, alt: &AltText, caption: Option<&RichText>, file: Option<&TomlValue<'_>>) {
    let alt = alt.as_str();
    let stem = |name: &str| name.rsplit_once('.').map_or(name, |(stem, _)| stem).to_lowercase();
    let is_named = file
        .and_then(TomlValue::peek_text)
        .is_some_and(|file| stem(file) == alt.to_lowercase() && file.contains(['-', '_', '0']));
    let hint = "say in a sentence what the picture shows, for those who do not see it";
    if is_picture(alt) || is_named {
        let message = format!("the alternative text `{}` is the name of a file", short(alt));
        value.context.log.push(value.diagnostic(Code::AltIsFileName, message).with_hint(hint));
    } else if caption.is_some_and(|caption| same_words(&caption.plain(), alt)) {
        let message = "the alternative text is the caption";
        let hint = "say here what the picture shows: the caption is read out as well";
        value.context.log.push(value.diagnostic(Code::AltIsCaption, message).with_hint(hint));
    }
}

/// Whether two texts have the same letters and digits.
fn same_words(one: &str, other: &str) -> bool {
    let letters = |text: &str| text.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    letters(one) == letters(other)
}

/// Reports a picture that can be printed, and will not look as people expect.
fn report_doubts(file: &TomlValue<'_>, picture: &PrintablePicture, coarse: u32) {
    if picture.unreadable_profile {
        let message = "the picture's colour profile cannot be read: its colours are printed as if they were sRGB";
        let hint = "open it in a picture editor, convert it to sRGB, and save it";
        file.context.log.push(file.diagnostic(Code::PictureProfile, message).with_hint(hint));
    }
    let (width, height) = picture.source_size;
    if width.max(height) < coarse {
        let message = format!("the picture has {width} by {height} pixels only, and will look coarse in print");
        file.context.log.push(file.diagnostic(Code::PictureCoarse, message));
    }
}

/// Whether a name ends as those of pictures do.
fn is_picture(name: &str) -> bool {
    const ENDINGS: [&str; 10] = ["jpg", "jpeg", "png", "webp", "svg", "svgz", "gif", "tif", "heic", "bmp"];
    name.rsplit_once('.').is_some_and(|(_, ending)| ENDINGS.contains(&ending.to_lowercase().as_str()))
}
