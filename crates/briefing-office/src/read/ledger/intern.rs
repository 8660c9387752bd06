//! Values that stand in many rows, parsed once.

use std::collections::BTreeMap;

/// What texts stand for, by text.
#[derive(Debug)]
pub(super) struct Interned<T> {
    known: BTreeMap<Box<str>, T>,
    /// The text of the row before, which is often the same again.
    last: Option<(String, T)>,
}

impl<T> Default for Interned<T> {
    fn default() -> Self {
        Self { known: BTreeMap::new(), last: None }
    }
}

impl<T: Clone> Interned<T> {
    /// Texts past this number are parsed each time: a column whose texts are all different gains nothing.
    const MOST: usize = 4096;

    /// The value of a text, by `parse` the first time.
    pub(super) fn get<E>(&mut self, text: &str, parse: impl FnOnce(&str) -> Result<T, E>) -> Result<T, E> {
        if let Some((last, value)) = &self.last
            && last == text
        {
            return Ok(value.clone());
        }
        let value = match self.known.get(text) {
            Some(value) => value.clone(),
            None => {
                let value = parse(text)?;
                if self.known.len() < Self::MOST {
                    self.known.insert(text.into(), value.clone());
                }
                value
            }
        };
        match &mut self.last {
            Some((last, kept)) => {
                text.clone_into(last);
                *kept = value.clone();
            }
            None => self.last = Some((text.to_owned(), value.clone())),
        }
        Ok(value)
    }
}
