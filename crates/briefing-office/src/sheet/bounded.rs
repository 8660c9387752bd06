//! A reader that stops: at the most bytes a file may have, and at the most a row may have.

use std::cell::Cell;
use std::io::{self, Read};
use std::rc::Rc;

/// The most bytes of one row; a longer one has a quotation mark that is not closed.
pub(crate) const LONGEST_ROW: u64 = 1 << 20;

/// What the reader has seen, shared with whoever asks afterwards.
#[derive(Debug, Clone, Default)]
pub(super) struct Gauge(Rc<Readings>);

#[derive(Debug, Default)]
struct Readings {
    served: Cell<u64>,
    row_began: Cell<u64>,
    quotes: Cell<u64>,
    row_too_long: Cell<bool>,
    file_too_large: Cell<Option<u64>>,
}

impl Gauge {
    /// The row being read begins at this byte.
    pub(super) fn begin_row(&self, byte: u64) {
        self.0.row_began.set(byte);
    }

    /// How many quotation marks there were.
    pub(super) fn quotes(&self) -> u64 {
        self.0.quotes.get()
    }

    pub(super) fn row_too_long(&self) -> bool {
        self.0.row_too_long.get()
    }

    /// The limit, when the file was larger.
    pub(super) fn file_too_large(&self) -> Option<u64> {
        self.0.file_too_large.get()
    }
}

/// The reader itself.
pub(super) struct Bounded<'f> {
    file: Box<dyn Read + 'f>,
    gauge: Gauge,
    limit: u64,
}

impl<'f> Bounded<'f> {
    pub(super) fn new(file: Box<dyn Read + 'f>, gauge: Gauge, limit: u64) -> Self {
        Self { file, gauge, limit }
    }
}

impl Read for Bounded<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let readings = &self.gauge.0;
        let served = readings.served.get();
        if served > self.limit {
            readings.file_too_large.set(Some(self.limit));
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        if served.saturating_sub(readings.row_began.get()) > LONGEST_ROW {
            readings.row_too_long.set(true);
            return Err(io::ErrorKind::InvalidData.into());
        }
        let count = self.file.read(buffer)?;
        let seen = buffer.get(..count).unwrap_or_default();
        let quotes = seen.iter().filter(|&&byte| byte == b'"').count();
        readings.quotes.set(readings.quotes.get() + quotes as u64);
        readings.served.set(served + count as u64);
        Ok(count)
    }
}
