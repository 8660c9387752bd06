//! A picture from bytes, for programs that make a briefing without a folder.

use std::sync::Arc;

use briefing_model::{AltText, Code, Digest, Media, Orientation, Picture};
use sha2::{Digest as _, Sha256};

use super::{Downsampling, Effort, LARGEST_FILE, Normalized, PictureError, PictureTarget, normalize};

/// A picture in the form in which it is printed.
///
/// It was read to its last byte. Metadata are left out, since they may hold where and by whom a photograph was taken; colours are sRGB,
/// and there are no more pixels than print resolves.
///
/// ```
/// use briefing_model::Media;
/// use briefing_office::PrintablePicture;
///
/// # let png = include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/pngsuite/basn2c08.png"));
/// let read = PrintablePicture::read(png)?;
/// assert_eq!((read.media, read.width, read.height), (Media::Png, 32, 32));
///
/// // An event takes the picture, an edition the bytes under its digest.
/// let picture = read.picture("waves.png", "Waves around a tower".parse().unwrap());
/// assert_eq!(picture.digest, read.digest);
/// # Ok::<(), briefing_office::UnprintablePicture>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct PrintablePicture {
    /// The format of the bytes.
    pub media: Media,
    /// Columns of pixels as stored, or the width of a drawing in its own units; at least one.
    pub width: u32,
    /// Rows of pixels as stored, or the height of a drawing; at least one.
    pub height: u32,
    /// How to turn it upright.
    pub orientation: Orientation,
    /// The digest of the bytes.
    pub digest: Digest,
    /// The bytes, which go into the file.
    pub bytes: Arc<[u8]>,
    /// Columns and rows of the file it came from.
    pub(crate) source_size: (u32, u32),
    /// Whether the file has a colour profile that cannot be understood, so that its colours were taken as sRGB.
    pub(crate) unreadable_profile: bool,
}

impl PrintablePicture {
    /// Reads a JPEG, PNG, WebP or SVG file.
    ///
    /// ```
    /// use briefing_office::PrintablePicture;
    ///
    /// let error = PrintablePicture::read(b"GIF89a").unwrap_err();
    /// assert_eq!(error.to_string(), "the file is a GIF picture");
    /// ```
    ///
    /// # Errors
    ///
    /// Fails when the bytes are not a picture of these kinds, are damaged, are of a kind that cannot be printed, or more than
    /// 64 MB or 100 megapixels.
    pub fn read(bytes: &[u8]) -> Result<Self, UnprintablePicture> {
        if bytes.len() as u64 > LARGEST_FILE {
            return Err(UnprintablePicture(PictureError::TooManyBytes));
        }
        let target = PictureTarget { resolution: Downsampling::Print, effort: Effort::Convert };
        normalize(bytes, target).map(Self::of).map_err(UnprintablePicture)
    }

    pub(crate) fn of(normalized: Normalized) -> Self {
        let Normalized { media, width, height, source_size, orientation, unreadable_profile, bytes } = normalized;
        let digest = Digest::new(Sha256::digest(&bytes).into());
        Self { media, width, height, orientation, digest, bytes: bytes.into(), source_size, unreadable_profile }
    }

    /// The picture as a briefing uses it, without caption and credit. `file` is the name that messages give it.
    ///
    /// ```
    /// use briefing_office::PrintablePicture;
    ///
    /// # let png = include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/pngsuite/basn2c08.png"));
    /// let mut picture = PrintablePicture::read(png)?.picture("waves.png", "Waves around a tower".parse().unwrap());
    /// picture.caption = Some("Pharos in March".parse().unwrap());
    /// assert_eq!(picture.upright_size(), (32, 32));
    /// # Ok::<(), briefing_office::UnprintablePicture>(())
    /// ```
    #[must_use]
    pub fn picture(&self, file: impl Into<String>, alt: AltText) -> Picture {
        Picture {
            file: file.into(),
            alt,
            alt_language: None,
            caption: None,
            credit: None,
            credit_language: None,
            media: self.media,
            width: self.width,
            height: self.height,
            orientation: self.orientation,
            digest: self.digest,
        }
    }
}

/// Bytes that are not a picture that can be printed.
///
/// ```
/// use briefing_office::{Code, PrintablePicture};
///
/// let error = PrintablePicture::read(b"%PDF-1.7").unwrap_err();
/// assert_eq!(error.code(), Code::NotAPicture);
/// assert_eq!(error.remedy(), "save the page that is meant as a picture, JPEG or PNG");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(transparent)]
pub struct UnprintablePicture(PictureError);

impl UnprintablePicture {
    /// The code under which a folder's check reports it.
    #[must_use]
    pub const fn code(&self) -> Code {
        self.0.code()
    }

    /// What to do about it.
    #[must_use]
    pub const fn remedy(&self) -> &'static str {
        self.0.remedy()
    }
}
