//! Values that are read before their type is known.

use std::fmt;
use std::marker::PhantomData;

use serde::de::value::{MapAccessDeserializer, MapDeserializer, SeqDeserializer};
use serde::de::{Error, IntoDeserializer, MapAccess, SeqAccess, Unexpected, Visitor};
use serde::{Deserialize, Deserializer, forward_to_deserialize_any};

/// Any JSON value.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Held {
    Null,
    Bool(bool),
    Unsigned(u64),
    Signed(i64),
    Float(f64),
    Text(String),
    List(Vec<Held>),
    Map(Vec<(String, Held)>),
}

impl<'de> Deserialize<'de> for Held {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Any)
    }
}

struct Any;

impl<'de> Visitor<'de> for Any {
    type Value = Held;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_unit<E: Error>(self) -> Result<Held, E> {
        Ok(Held::Null)
    }

    fn visit_none<E: Error>(self) -> Result<Held, E> {
        Ok(Held::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Held, D::Error> {
        Held::deserialize(deserializer)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Held, E> {
        Ok(Held::Bool(value))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Held, E> {
        Ok(Held::Unsigned(value))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Held, E> {
        Ok(Held::Signed(value))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Held, E> {
        Ok(Held::Float(value))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Held, E> {
        Ok(Held::Text(text.to_owned()))
    }

    fn visit_string<E: Error>(self, text: String) -> Result<Held, E> {
        Ok(Held::Text(text))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Held, A::Error> {
        let mut values = Vec::new();
        while let Some(value) = list.next_element()? {
            values.push(value);
        }
        Ok(Held::List(values))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Held, A::Error> {
        let mut entries = Vec::new();
        while let Some(entry) = map.next_entry()? {
            entries.push(entry);
        }
        Ok(Held::Map(entries))
    }
}

/// Deserializes a held value as the type that it turned out to have.
pub(crate) struct HeldDeserializer<E> {
    value: Held,
    error: PhantomData<E>,
}

impl<E> HeldDeserializer<E> {
    pub(crate) const fn new(value: Held) -> Self {
        Self { value, error: PhantomData }
    }
}

impl<'de, E: Error> IntoDeserializer<'de, E> for Held {
    type Deserializer = HeldDeserializer<E>;

    fn into_deserializer(self) -> HeldDeserializer<E> {
        HeldDeserializer::new(self)
    }
}

impl<'de, E: Error> Deserializer<'de> for HeldDeserializer<E> {
    type Error = E;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        match self.value {
            Held::Null => visitor.visit_unit(),
            Held::Bool(value) => visitor.visit_bool(value),
            Held::Unsigned(value) => visitor.visit_u64(value),
            Held::Signed(value) => visitor.visit_i64(value),
            Held::Float(value) => visitor.visit_f64(value),
            Held::Text(text) => visitor.visit_string(text),
            Held::List(values) => {
                let mut values = SeqDeserializer::new(values.into_iter());
                let value = visitor.visit_seq(&mut values)?;
                values.end()?;
                Ok(value)
            }
            Held::Map(entries) => {
                let mut entries = MapDeserializer::new(entries.into_iter());
                let value = visitor.visit_map(&mut entries)?;
                entries.end()?;
                Ok(value)
            }
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        if self.value == Held::Null { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, E> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, E> {
        match self.value {
            Held::Text(word) => visitor.visit_enum(word.into_deserializer()),
            Held::Map(entries) if entries.len() == 1 => {
                visitor.visit_enum(MapAccessDeserializer::new(MapDeserializer::new(entries.into_iter())))
            }
            Held::Map(_) => Err(E::invalid_value(Unexpected::Map, &"an object with one key")),
            _ => Err(E::custom("expected a word or an object with one key")),
        }
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf
        unit unit_struct seq tuple tuple_struct map struct identifier ignored_any
    }
}
