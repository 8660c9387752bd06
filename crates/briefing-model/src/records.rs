//! Records are objects: what reads them takes no lists of their values.

use std::fmt;

use serde::de::{
    DeserializeSeed, Deserializer, EnumAccess, Error, Expected, MapAccess, SeqAccess, Unexpected, VariantAccess,
    Visitor,
};

/// A deserializer that takes an object for a record and nothing else.
///
/// What serde derives also takes a list of a record's values in the order of its keys, which nothing writes and no schema
/// describes. Behind this such a list is an error that names its place, at every depth. The forms, ledgers, entries,
/// briefings and figures of this crate go through it by themselves; whoever reads another type on its own puts it in front.
///
/// ```
/// use briefing_model::{Instalment, Records};
/// use serde::Deserialize;
///
/// let list: serde_json::Value = serde_json::from_str(r#"[["2025-06", {"amount": "5", "currency": "USD"}]]"#)?;
/// assert!(Vec::<Instalment>::deserialize(&list).is_ok(), "serde takes the values in their order");
///
/// let error = Vec::<Instalment>::deserialize(Records::new(&list)).unwrap_err();
/// assert_eq!(error.to_string(), "found a list at `[0]`, expected an object with a date and an amount");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug)]
pub struct Records<'p, D> {
    inner: D,
    at: Option<&'p ValuePath<'p>>,
}

impl<D> Records<'_, D> {
    /// The same deserializer, for records.
    ///
    /// ```
    /// use briefing_model::{EventMode, Records};
    /// use serde::Deserialize;
    ///
    /// let mut json = serde_json::Deserializer::from_str("\"online\"");
    /// assert_eq!(EventMode::deserialize(Records::new(&mut json))?, EventMode::Online, "all but lists is as it was");
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub const fn new(deserializer: D) -> Self {
        Self { inner: deserializer, at: None }
    }
}

/// Where a value stands: the way to it, from its end.
#[derive(Debug)]
struct ValuePath<'p> {
    within: Option<&'p Self>,
    step: ValueStep<'p>,
}

#[derive(Debug)]
enum ValueStep<'p> {
    Key(&'p str),
    Item(usize),
}

impl fmt::Display for ValuePath<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(within) = self.within {
            within.fmt(f)?;
        }
        match (&self.step, self.within) {
            (ValueStep::Item(item), _) => write!(f, "[{item}]"),
            (ValueStep::Key(key), None) => f.write_str(key),
            (ValueStep::Key(key), Some(_)) => write!(f, ".{key}"),
        }
    }
}

/// Reads what stands at a place.
struct AtPlace<'p, S> {
    inner: S,
    at: Option<&'p ValuePath<'p>>,
}

impl<'de, S: DeserializeSeed<'de>> DeserializeSeed<'de> for AtPlace<'_, S> {
    type Value = S::Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<S::Value, D::Error> {
        self.inner.deserialize(Records { inner: deserializer, at: self.at })
    }
}

macro_rules! forwarded {
    ($($method:ident)+) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
            self.inner.$method(AtVisitor { inner: visitor, at: self.at, is_record: false })
        }
    )+};
}

impl<'de, D: Deserializer<'de>> Deserializer<'de> for Records<'_, D> {
    type Error = D::Error;

    forwarded! {
        deserialize_any deserialize_bool deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64 deserialize_i128
        deserialize_u8 deserialize_u16 deserialize_u32 deserialize_u64 deserialize_u128 deserialize_f32 deserialize_f64
        deserialize_char deserialize_str deserialize_string deserialize_bytes deserialize_byte_buf deserialize_option
        deserialize_unit deserialize_seq deserialize_identifier deserialize_ignored_any
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        self.inner.deserialize_map(AtVisitor { inner: visitor, at: self.at, is_record: true })
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        // Only what says itself what it is can have something else where a record stands.
        let is_record = self.inner.is_human_readable();
        self.inner.deserialize_struct(name, fields, AtVisitor { inner: visitor, at: self.at, is_record })
    }

    fn deserialize_unit_struct<V: Visitor<'de>>(self, name: &'static str, visitor: V) -> Result<V::Value, D::Error> {
        self.inner.deserialize_unit_struct(name, AtVisitor { inner: visitor, at: self.at, is_record: false })
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, name: &'static str, visitor: V) -> Result<V::Value, D::Error> {
        self.inner.deserialize_newtype_struct(name, AtVisitor { inner: visitor, at: self.at, is_record: false })
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, length: usize, visitor: V) -> Result<V::Value, D::Error> {
        self.inner.deserialize_tuple(length, AtVisitor { inner: visitor, at: self.at, is_record: false })
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        length: usize,
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        self.inner.deserialize_tuple_struct(name, length, AtVisitor { inner: visitor, at: self.at, is_record: false })
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        let is_record = self.inner.is_human_readable();
        self.inner.deserialize_enum(name, variants, AtVisitor { inner: visitor, at: self.at, is_record })
    }

    fn is_human_readable(&self) -> bool {
        self.inner.is_human_readable()
    }
}

/// A visitor of the value at a place.
struct AtVisitor<'p, V> {
    inner: V,
    at: Option<&'p ValuePath<'p>>,
    is_record: bool,
}

macro_rules! visited {
    ($($method:ident $type:ty),+ $(,)?) => {$(
        fn $method<E: Error>(self, value: $type) -> Result<V::Value, E> {
            self.inner.$method(value)
        }
    )+};
}

impl<'de, V: Visitor<'de>> Visitor<'de> for AtVisitor<'_, V> {
    type Value = V::Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.inner.expecting(f)
    }

    visited! {
        visit_bool bool, visit_i8 i8, visit_i16 i16, visit_i32 i32, visit_i64 i64, visit_i128 i128, visit_u8 u8,
        visit_u16 u16, visit_u32 u32, visit_u64 u64, visit_u128 u128, visit_f32 f32, visit_f64 f64, visit_char char,
        visit_str &str, visit_borrowed_str &'de str, visit_string String, visit_bytes &[u8],
        visit_borrowed_bytes &'de [u8], visit_byte_buf Vec<u8>,
    }

    fn visit_none<E: Error>(self) -> Result<V::Value, E> {
        self.inner.visit_none()
    }

    fn visit_unit<E: Error>(self) -> Result<V::Value, E> {
        self.inner.visit_unit()
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<V::Value, D::Error> {
        self.inner.visit_some(Records { inner: deserializer, at: self.at })
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<V::Value, D::Error> {
        self.inner.visit_newtype_struct(Records { inner: deserializer, at: self.at })
    }

    fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<V::Value, A::Error> {
        match (self.is_record, self.at) {
            (false, at) => self.inner.visit_seq(AtItems { inner: list, at, next: 0 }),
            (true, None) => Err(A::Error::invalid_type(Unexpected::Seq, &self)),
            (true, Some(place)) => {
                let expected: &dyn Expected = &self;
                let expected = expected.to_string();
                // The name of a type in Rust means nothing to who wrote the list.
                let expected = if expected.starts_with("struct ") { "an object" } else { expected.as_str() };
                Err(A::Error::custom(format_args!("found a list at `{place}`, expected {expected}")))
            }
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<V::Value, A::Error> {
        self.inner.visit_map(AtKeys { inner: map, at: self.at, key: String::new() })
    }

    fn visit_enum<A: EnumAccess<'de>>(self, data: A) -> Result<V::Value, A::Error> {
        self.inner.visit_enum(AtCase { inner: data, at: self.at, key: String::new(), is_record: self.is_record })
    }
}

/// The items of a list, each at its place.
struct AtItems<'p, A> {
    inner: A,
    at: Option<&'p ValuePath<'p>>,
    next: usize,
}

impl<'de, A: SeqAccess<'de>> SeqAccess<'de> for AtItems<'_, A> {
    type Error = A::Error;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, A::Error> {
        let place = ValuePath { within: self.at, step: ValueStep::Item(self.next) };
        self.next += 1;
        self.inner.next_element_seed(AtPlace { inner: seed, at: Some(&place) })
    }

    fn size_hint(&self) -> Option<usize> {
        self.inner.size_hint()
    }
}

/// The values of an object, each at its key.
struct AtKeys<'p, A> {
    inner: A,
    at: Option<&'p ValuePath<'p>>,
    key: String,
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for AtKeys<'_, A> {
    type Error = A::Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, A::Error> {
        self.inner.next_key_seed(Noted { inner: seed, key: &mut self.key })
    }

    fn next_value_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<T::Value, A::Error> {
        let place = ValuePath { within: self.at, step: ValueStep::Key(&self.key) };
        self.inner.next_value_seed(AtPlace { inner: seed, at: Some(&place) })
    }

    fn size_hint(&self) -> Option<usize> {
        self.inner.size_hint()
    }
}

/// A case with what it holds, which stands at the case's name.
struct AtCase<'p, A> {
    inner: A,
    at: Option<&'p ValuePath<'p>>,
    key: String,
    is_record: bool,
}

impl<'de, 'p, A: EnumAccess<'de>> EnumAccess<'de> for AtCase<'p, A> {
    type Error = A::Error;
    type Variant = AtCase<'p, A::Variant>;

    fn variant_seed<T: DeserializeSeed<'de>>(mut self, seed: T) -> Result<(T::Value, Self::Variant), A::Error> {
        let (case, inner) = self.inner.variant_seed(Noted { inner: seed, key: &mut self.key })?;
        Ok((case, AtCase { inner, at: self.at, key: self.key, is_record: self.is_record }))
    }
}

impl<'de, A: VariantAccess<'de>> VariantAccess<'de> for AtCase<'_, A> {
    type Error = A::Error;

    fn unit_variant(self) -> Result<(), A::Error> {
        self.inner.unit_variant()
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, A::Error> {
        let place = ValuePath { within: self.at, step: ValueStep::Key(&self.key) };
        self.inner.newtype_variant_seed(AtPlace { inner: seed, at: Some(&place) })
    }

    fn tuple_variant<V: Visitor<'de>>(self, length: usize, visitor: V) -> Result<V::Value, A::Error> {
        let place = ValuePath { within: self.at, step: ValueStep::Key(&self.key) };
        self.inner.tuple_variant(length, AtVisitor { inner: visitor, at: Some(&place), is_record: false })
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, A::Error> {
        let place = ValuePath { within: self.at, step: ValueStep::Key(&self.key) };
        self.inner.struct_variant(fields, AtVisitor { inner: visitor, at: Some(&place), is_record: self.is_record })
    }
}

/// Reads a key, and notes it where it is a text.
struct Noted<'k, S> {
    inner: S,
    key: &'k mut String,
}

impl<'de, S: DeserializeSeed<'de>> DeserializeSeed<'de> for Noted<'_, S> {
    type Value = S::Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<S::Value, D::Error> {
        self.key.clear();
        self.inner.deserialize(Noted { inner: deserializer, key: self.key })
    }
}

macro_rules! noted {
    ($($method:ident $(($($argument:ident: $type:ty),+))?),+ $(,)?) => {$(
        fn $method<V: Visitor<'de>>(self, $($($argument: $type,)+)? visitor: V) -> Result<V::Value, D::Error> {
            self.inner.$method($($($argument,)+)? Noted { inner: visitor, key: self.key })
        }
    )+};
}

impl<'de, D: Deserializer<'de>> Deserializer<'de> for Noted<'_, D> {
    type Error = D::Error;

    noted! {
        deserialize_any, deserialize_bool, deserialize_i8, deserialize_i16, deserialize_i32, deserialize_i64,
        deserialize_i128, deserialize_u8, deserialize_u16, deserialize_u32, deserialize_u64, deserialize_u128,
        deserialize_f32, deserialize_f64, deserialize_char, deserialize_str, deserialize_string, deserialize_bytes,
        deserialize_byte_buf, deserialize_option, deserialize_unit, deserialize_seq, deserialize_map,
        deserialize_identifier, deserialize_ignored_any, deserialize_unit_struct(name: &'static str),
        deserialize_newtype_struct(name: &'static str), deserialize_tuple(length: usize),
        deserialize_tuple_struct(name: &'static str, length: usize),
        deserialize_struct(name: &'static str, fields: &'static [&'static str]),
        deserialize_enum(name: &'static str, variants: &'static [&'static str]),
    }

    fn is_human_readable(&self) -> bool {
        self.inner.is_human_readable()
    }
}

impl<'de, V: Visitor<'de>> Visitor<'de> for Noted<'_, V> {
    type Value = V::Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.inner.expecting(f)
    }

    visited! {
        visit_bool bool, visit_i8 i8, visit_i16 i16, visit_i32 i32, visit_i64 i64, visit_i128 i128, visit_u8 u8,
        visit_u16 u16, visit_u32 u32, visit_u64 u64, visit_u128 u128, visit_f32 f32, visit_f64 f64, visit_char char,
        visit_bytes &[u8], visit_borrowed_bytes &'de [u8], visit_byte_buf Vec<u8>,
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<V::Value, E> {
        self.key.push_str(text);
        self.inner.visit_str(text)
    }

    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<V::Value, E> {
        self.key.push_str(text);
        self.inner.visit_borrowed_str(text)
    }

    fn visit_string<E: Error>(self, text: String) -> Result<V::Value, E> {
        self.key.push_str(&text);
        self.inner.visit_string(text)
    }

    fn visit_none<E: Error>(self) -> Result<V::Value, E> {
        self.inner.visit_none()
    }

    fn visit_unit<E: Error>(self) -> Result<V::Value, E> {
        self.inner.visit_unit()
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<V::Value, D::Error> {
        self.inner.visit_some(deserializer)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<V::Value, D::Error> {
        self.inner.visit_newtype_struct(deserializer)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<V::Value, A::Error> {
        self.inner.visit_seq(list)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<V::Value, A::Error> {
        self.inner.visit_map(map)
    }

    fn visit_enum<A: EnumAccess<'de>>(self, data: A) -> Result<V::Value, A::Error> {
        self.inner.visit_enum(data)
    }
}

/// Types that are read as records wherever they stand; they derive both traits with `#[serde(remote = "Self")]`.
macro_rules! records {
    ($($type:ty),+ $(,)?) => {$(
        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                <$type>::serialize(self, serializer)
            }
        }

        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                <$type>::deserialize($crate::Records::new(deserializer))
            }
        }
    )+};
}
pub(crate) use records;
