//! How readers reach the office, printed at the end of an issue.

use briefing_derive::Record;
use serde::Serialize;

use crate::{Link, Name};

/// How readers reach the office; printed at the end of every issue.
///
/// ```
/// let colophon: briefing_model::Colophon = serde_json::from_str(r#"{"email":"mailto:press@example.org"}"#)?;
/// assert!(!colophon.is_empty());
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Colophon {
    /// Where to write to: a postal address, or a desk.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact: Option<Name>,
    /// An email address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<Link>,
    /// A web address, printed beside a QR code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub web: Option<Link>,
}

impl Colophon {
    /// The greatest length in bytes of a web address whose QR code a telephone can read at the size at which it is
    /// printed.
    ///
    /// ```
    /// use briefing_model::{Colophon, Link};
    ///
    /// let web: Link = "https://www.example.org/monthly-briefing".parse()?;
    /// assert!(web.as_str().len() <= Colophon::LONGEST_CODE, "it gets a code beside it");
    /// # Ok::<(), briefing_model::InvalidLink>(())
    /// ```
    pub const LONGEST_CODE: usize = 150;

    /// Whether it is empty.
    ///
    /// ```
    /// assert!(briefing_model::Colophon::default().is_empty());
    /// ```
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.contact.is_none() && self.email.is_none() && self.web.is_none()
    }
}
