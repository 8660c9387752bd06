//! Values that stand alone in JSON, with the name and the version of their form.

use std::fmt;
use std::marker::PhantomData;

use serde::de::value::{MapAccessDeserializer, StringDeserializer};
use serde::de::{DeserializeSeed, Error, IntoDeserializer, MapAccess, Unexpected, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::held::{Held, HeldDeserializer};
use crate::{Briefing, Ledger, Standing};

/// A value whose JSON states its form and version.
///
/// The JSON of a [`Ledger`] always does; that of a [`Briefing`] or a [`Standing`] does if it stands alone, as
/// [`Versioned`]. A type of your own can use [`Versioned`] too, or have a [`FormName`] and a [`FormVersion`] among its
/// fields.
///
/// ```
/// use briefing_model::{Ledger, Standing, VersionedForm};
///
/// assert_eq!((Ledger::FORMAT, Ledger::VERSION), ("briefing-ledger", 1));
/// assert_eq!(Standing::FORMAT, "briefing-standing");
/// ```
pub trait VersionedForm {
    /// The name that distinguishes this form from other JSON.
    ///
    /// ```
    /// use briefing_model::{Briefing, VersionedForm};
    ///
    /// assert_eq!(Briefing::FORMAT, "briefing");
    /// ```
    const FORMAT: &'static str;

    /// The version that is written. This and all earlier versions can be read.
    ///
    /// ```
    /// use briefing_model::{Briefing, VersionedForm};
    ///
    /// assert_eq!(Briefing::VERSION, 1);
    /// ```
    const VERSION: u32;
}

impl VersionedForm for Briefing {
    const FORMAT: &'static str = "briefing";
    const VERSION: u32 = 1;
}

impl VersionedForm for Ledger {
    const FORMAT: &'static str = "briefing-ledger";
    const VERSION: u32 = 1;
}

impl VersionedForm for Standing {
    const FORMAT: &'static str = "briefing-standing";
    const VERSION: u32 = 1;
}

/// A value that stands alone, as it is stored or sent: its JSON begins with the name and the version of its form.
///
/// JSON of a later version is rejected because of its version, and not because of an unknown key, whatever the order of
/// its keys.
///
/// ```
/// use briefing_model::{AsOf, Ledger, LedgerSettings, Standing, Versioned};
///
/// let ledger = Ledger::new(LedgerSettings::default(), vec![])?;
/// let standing = Versioned::new(ledger.standing(AsOf::on("2025-04-30".parse()?))?);
///
/// let json = serde_json::to_string(&standing)?;
/// assert!(json.starts_with(r#"{"format":"briefing-standing","version":1,"value":{"#));
/// assert_eq!(serde_json::from_str::<Versioned<Standing>>(&json)?, standing);
///
/// let newer = json.replace(r#""version":1"#, r#""version":2"#);
/// let error = serde_json::from_str::<Versioned<Standing>>(&newer).unwrap_err();
/// assert!(error.to_string().starts_with("this is version 2 of `briefing-standing`, and version 1 is the newest"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(rename = "Versioned{T}", bound = "T: VersionedForm + schemars::JsonSchema")
)]
#[serde(deny_unknown_fields, bound(serialize = "T: VersionedForm + Serialize"))]
#[non_exhaustive]
pub struct Versioned<T> {
    /// The name that distinguishes this form from other JSON.
    format: FormName<T>,
    /// The version of this form. A program reads this version and all earlier ones, and rejects later ones.
    version: FormVersion<T>,
    /// The value.
    ///
    /// ```
    /// use briefing_model::{AsOf, Ledger, LedgerSettings, Versioned};
    ///
    /// let ledger = Ledger::new(LedgerSettings::default(), vec![])?;
    /// let standing = ledger.standing(AsOf::on("2025-04-30".parse()?))?;
    /// assert_eq!(Versioned::new(standing.clone()).value, standing);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub value: T,
}

impl<T: VersionedForm> Versioned<T> {
    /// Creates the value in the version that this program writes.
    ///
    /// ```
    /// use briefing_model::{AsOf, Ledger, LedgerSettings, Versioned};
    ///
    /// let ledger = Ledger::new(LedgerSettings::default(), vec![])?;
    /// let standing = Versioned::new(ledger.standing(AsOf::on("2025-04-30".parse()?))?);
    /// assert_eq!(serde_json::to_value(&standing)?["version"], 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub const fn new(value: T) -> Self {
        Self { format: FormName::new(), version: FormVersion::new(), value }
    }
}

/// The name of a form, as the field `format` of a type of that form. It is written as the name, and reads from that
/// name only.
///
/// ```
/// use briefing_model::{FormName, FormVersion, VersionedForm, read_form};
/// use serde::{Deserialize, Deserializer, Serialize};
///
/// #[derive(Debug, PartialEq, Serialize)]
/// struct Visits {
///     format: FormName<Self>,
///     version: FormVersion<Self>,
///     visits: Vec<String>,
/// }
///
/// impl VersionedForm for Visits {
///     const FORMAT: &'static str = "our-visits";
///     const VERSION: u32 = 1;
/// }
///
/// impl<'de> Deserialize<'de> for Visits {
///     fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
///         #[derive(Deserialize)]
///         #[serde(deny_unknown_fields)]
///         struct Fields {
///             format: FormName<Visits>,
///             version: FormVersion<Visits>,
///             visits: Vec<String>,
///         }
///
///         let Fields { format, version, visits } = read_form::<Self, _, _>(deserializer)?;
///         Ok(Self { format, version, visits })
///     }
/// }
///
/// let visits = Visits { format: FormName::new(), version: FormVersion::new(), visits: vec!["Sal".to_owned()] };
/// let json = serde_json::to_string(&visits)?;
/// assert_eq!(json, r#"{"format":"our-visits","version":1,"visits":["Sal"]}"#);
/// assert_eq!(serde_json::from_str::<Visits>(&json)?, visits);
/// # Ok::<(), serde_json::Error>(())
/// ```
pub struct FormName<T>(PhantomData<fn() -> T>);

impl<T> FormName<T> {
    /// Creates the name.
    ///
    /// ```
    /// use briefing_model::{FormName, Standing};
    ///
    /// assert_eq!(serde_json::to_value(FormName::<Standing>::new())?, "briefing-standing");
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub const fn new() -> Self {
        Self(PhantomData)
    }
}

impl<T: VersionedForm> Serialize for FormName<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(T::FORMAT)
    }
}

impl<'de, T: VersionedForm> Deserialize<'de> for FormName<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let name = std::borrow::Cow::<str>::deserialize(deserializer)?;
        if name == T::FORMAT {
            Ok(Self::new())
        } else {
            Err(D::Error::custom(format_args!("expected the format `{}`, found `{name}`", T::FORMAT)))
        }
    }
}

/// The version of a form, as the field `version` of a type of that form. It is written as [`VersionedForm::VERSION`],
/// and reads from that version and all earlier ones. [`FormName`] has an example.
///
/// ```
/// use briefing_model::{FormVersion, Standing};
///
/// let newer = serde_json::from_str::<FormVersion<Standing>>("2").unwrap_err();
/// assert!(newer.to_string().starts_with("this is version 2 of `briefing-standing`"));
/// ```
pub struct FormVersion<T>(PhantomData<fn() -> T>);

impl<T> FormVersion<T> {
    /// Creates the version that is written.
    ///
    /// ```
    /// use briefing_model::{FormVersion, Standing};
    ///
    /// assert_eq!(serde_json::to_value(FormVersion::<Standing>::new())?, 1);
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub const fn new() -> Self {
        Self(PhantomData)
    }
}

impl<T: VersionedForm> Serialize for FormVersion<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u32(T::VERSION)
    }
}

impl<'de, T: VersionedForm> Deserialize<'de> for FormVersion<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let Version(version) = Version::deserialize(deserializer)?;
        check_version::<T, D::Error>(version)?;
        Ok(Self::new())
    }
}

/// The traits without bounds on `T`: name and version depend on the type only, not on a value.
macro_rules! as_every_value {
    ($($name:ident)+) => {$(
        impl<T> Clone for $name<T> {
            fn clone(&self) -> Self {
                *self
            }
        }

        impl<T> Copy for $name<T> {}

        impl<T> Default for $name<T> {
            fn default() -> Self {
                Self::new()
            }
        }

        impl<T> PartialEq for $name<T> {
            fn eq(&self, _: &Self) -> bool {
                true
            }
        }

        impl<T> Eq for $name<T> {}

        impl<T> fmt::Debug for $name<T> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(stringify!($name))
            }
        }
    )+};
}
as_every_value!(FormName FormVersion);

impl<'de, T: VersionedForm + Deserialize<'de>> Deserialize<'de> for Versioned<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields, bound(deserialize = "T: VersionedForm + Deserialize<'de>"))]
        struct Alone<T> {
            format: FormName<T>,
            version: FormVersion<T>,
            value: T,
        }

        let Alone { format, version, value } = read_form::<T, _, _>(deserializer)?;
        Ok(Self { format, version, value })
    }
}

/// Reads a value with its keys once its format and version are known to be readable. Keys that precede these two are
/// held until then, so that a later version causes no other error.
///
/// ```
/// use briefing_model::{Standing, read_form};
/// use serde_json::Value;
///
/// let json = r#"{"pages": [], "version": 1, "format": "briefing-standing"}"#;
/// let all: Value = read_form::<Standing, _, _>(&mut serde_json::Deserializer::from_str(json))?;
/// assert_eq!(all["pages"], serde_json::json!([]));
///
/// let newer = json.replace('1', "2");
/// let error = read_form::<Standing, Value, _>(&mut serde_json::Deserializer::from_str(&newer)).unwrap_err();
/// assert!(error.to_string().starts_with("this is version 2 of `briefing-standing`"));
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// # Errors
///
/// Fails if the format is another or the version is later, and if the value cannot be read as an `R`.
pub fn read_form<'de, T, R, D>(deserializer: D) -> Result<R, D::Error>
where
    T: VersionedForm,
    R: Deserialize<'de>,
    D: Deserializer<'de>,
{
    deserializer.deserialize_map(Form(PhantomData::<(T, R)>))
}

struct Form<P>(PhantomData<P>);

impl<'de, T: VersionedForm, R: Deserialize<'de>> Visitor<'de> for Form<(T, R)> {
    type Value = R;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "an object with the format `{}`", T::FORMAT)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<R, A::Error> {
        let (mut format, mut version, mut held) = (None, None, Vec::new());
        while format.is_none() || version.is_none() {
            match map.next_key::<String>()? {
                None => return Err(A::Error::missing_field(if format.is_none() { "format" } else { "version" })),
                Some(key) if key == "format" && format.is_none() => format = Some(map.next_value::<FormName<T>>()?),
                Some(key) if key == "version" && version.is_none() => version = Some(map.next_value::<Version>()?.0),
                Some(key) if key == "format" => return Err(A::Error::duplicate_field("format")),
                Some(key) if key == "version" => return Err(A::Error::duplicate_field("version")),
                Some(key) => held.push((key, map.next_value::<Held>()?)),
            }
        }
        // A version before the name of another format would not be a version of this form.
        check_version::<T, A::Error>(version.unwrap_or_default())?;
        let head = [
            ("format".to_owned(), Held::Text(T::FORMAT.to_owned())),
            ("version".to_owned(), Held::Unsigned(version.unwrap_or_default())),
        ];
        let held: Vec<_> = head.into_iter().chain(held).collect();
        let all = MapAccessDeserializer::new(Rest { held: held.into_iter(), value: None, map });
        R::deserialize(all)
    }
}

/// The number of a version, known or not.
struct Version(u64);

impl<'de> Deserialize<'de> for Version {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_u64(VersionVisitor)
    }
}

struct VersionVisitor;

impl Visitor<'_> for VersionVisitor {
    type Value = Version;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a version from 1 on")
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Version, E> {
        Ok(Version(number))
    }

    /// TOML has no unsigned numbers.
    fn visit_i64<E: Error>(self, number: i64) -> Result<Version, E> {
        let version = u64::try_from(number).map_err(|_| E::invalid_value(Unexpected::Signed(number), &self))?;
        Ok(Version(version))
    }
}

fn check_version<T: VersionedForm, E: Error>(version: u64) -> Result<(), E> {
    match version {
        0 => Err(E::invalid_value(Unexpected::Unsigned(0), &"a version from 1 on")),
        version if version <= T::VERSION.into() => Ok(()),
        newer => Err(E::custom(format_args!(
            "this is version {newer} of `{}`, and version {} is the newest that can be read here",
            T::FORMAT,
            T::VERSION
        ))),
    }
}

/// The keys of a form: first its format, its version and the keys that were held, then those not yet read.
struct Rest<A> {
    held: std::vec::IntoIter<(String, Held)>,
    /// The value of the last key, if it was held.
    value: Option<Held>,
    map: A,
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for Rest<A> {
    type Error = A::Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, A::Error> {
        let key = match self.held.next() {
            Some((key, value)) => {
                self.value = Some(value);
                Some(key)
            }
            None => self.map.next_key::<String>()?,
        };
        let Some(key) = key else { return Ok(None) };
        let key: StringDeserializer<A::Error> = key.into_deserializer();
        seed.deserialize(key).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, A::Error> {
        match self.value.take() {
            Some(value) => seed.deserialize(HeldDeserializer::new(value)),
            None => self.map.next_value_seed(seed),
        }
    }
}

#[cfg(feature = "schema")]
mod schema {
    use std::borrow::Cow;

    use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

    use super::{FormName, FormVersion, VersionedForm};

    impl<T: VersionedForm> JsonSchema for FormName<T> {
        fn inline_schema() -> bool {
            true
        }

        fn schema_name() -> Cow<'static, str> {
            "Format".into()
        }

        fn json_schema(_: &mut SchemaGenerator) -> Schema {
            json_schema!({ "type": "string", "const": T::FORMAT })
        }
    }

    impl<T: VersionedForm> JsonSchema for FormVersion<T> {
        fn inline_schema() -> bool {
            true
        }

        fn schema_name() -> Cow<'static, str> {
            "Version".into()
        }

        fn json_schema(generator: &mut SchemaGenerator) -> Schema {
            if generator.contract().is_deserialize() && T::VERSION > 1 {
                return json_schema!({ "type": "integer", "minimum": 1, "maximum": T::VERSION });
            }
            json_schema!({ "type": "integer", "const": T::VERSION })
        }
    }
}

#[cfg(test)]
mod tests {
    use serde::de::IntoDeserializer;
    use serde::de::value::Error;

    use super::*;

    #[test]
    fn a_version_may_be_a_signed_number() {
        let version = |number: i64| Version::deserialize(IntoDeserializer::<Error>::into_deserializer(number));
        assert_eq!(version(1).map(|Version(number)| number), Ok(1));
        assert!(version(-1).is_err_and(|error| error.to_string().contains("expected a version from 1 on")));
    }
}
