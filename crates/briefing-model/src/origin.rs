//! Where a text was written, carried along with it.

use std::any::Any;
use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

/// Where a text was written, as a value whose meaning is known only to the code that read the text.
///
/// It travels with the text to the page, so that a fault found there, such as a character that no font has, is reported
/// where it can be corrected. It is not part of the text: texts that differ only in their origins are equal, and
/// origins are not serialized.
///
/// ```
/// use briefing_model::{Language, Name, Origin};
///
/// let name = Name::new("Office")?;
/// let read = name.clone().with_origin(Language::En, Origin::new("line 7"));
/// assert_eq!(read, name);
/// assert_eq!(read.origin(Language::En).get(), Some(&"line 7"));
/// assert!(!name.origin(Language::En).is_known());
/// # Ok::<(), briefing_model::InvalidName>(())
/// ```
#[derive(Clone, Default)]
pub struct Origin(Option<Arc<dyn Any + Send + Sync>>);

impl Origin {
    /// Creates an origin, which its creator can [get](Self::get) back.
    ///
    /// ```
    /// assert!(briefing_model::Origin::new("line 7").is_known());
    /// ```
    #[must_use]
    pub fn new(place: impl Any + Send + Sync) -> Self {
        Self(Some(Arc::new(place)))
    }

    /// The value from which it was created, if it is known and of that type.
    ///
    /// ```
    /// let origin = briefing_model::Origin::new(7_u32);
    /// assert_eq!((origin.get::<u32>(), origin.get::<String>()), (Some(&7), None));
    /// ```
    #[must_use]
    pub fn get<T: Any>(&self) -> Option<&T> {
        self.0.as_deref()?.downcast_ref()
    }

    /// Whether it is known.
    ///
    /// ```
    /// assert!(!briefing_model::Origin::default().is_known());
    /// ```
    #[must_use]
    pub const fn is_known(&self) -> bool {
        self.0.is_some()
    }
}

impl PartialEq for Origin {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Origin {}

impl PartialOrd for Origin {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Origin {
    fn cmp(&self, _: &Self) -> Ordering {
        Ordering::Equal
    }
}

impl Hash for Origin {
    fn hash<H: Hasher>(&self, _: &mut H) {}
}

impl fmt::Debug for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Origin")
    }
}
