//! Whether the data of a JPEG file are all there: each scan is read code by code, and no pixel is made of it.
//!
//! Decoders fill in what is missing, and PDF readers do so too; so none of them tells that half a picture is gone.

use super::super::{Cursor, PictureError};
use super::huffman::{Bits, EARLY, HuffmanTable};

const BAD_SCAN: PictureError = PictureError::Damaged("the JPEG file is damaged: a scan's header contradicts itself");
const BAD_DATA: PictureError =
    PictureError::Damaged("the JPEG file is damaged: its data are not those that it was written with");
const NO_TABLE: PictureError =
    PictureError::Damaged("the JPEG file does not have the tables that are needed to read its picture");

/// The most scans: as many as browsers read; encoders write about ten.
const MOST_SCANS: usize = 100;

/// Some cameras write a few bytes too many behind a scan, others pad with zeros. More than that was part of a picture.
const SPARE: usize = 16;

/// A component as the frame header has it (T.81, B.2.2).
#[derive(Debug, Clone)]
pub(super) struct Component {
    pub(super) id: u8,
    /// Samples across and down, relative to the other components.
    pub(super) across: u8,
    pub(super) down: u8,
    pub(super) quantization: u8,
}

/// The tables that are in force where a file has been read so far.
#[derive(Debug, Default)]
pub(super) struct Tables {
    /// Codes of the first coefficient, and of the others.
    direct: [Option<HuffmanTable>; 4],
    alternating: [Option<HuffmanTable>; 4],
    quantization: [bool; 4],
    /// Units between two restart markers; 0 for none.
    restart_interval: usize,
}

/// The frame, and what of it has been read.
#[derive(Debug)]
pub(super) struct Scans {
    progressive: bool,
    /// Units of all components, across and down.
    mcus: (usize, usize),
    components: Vec<ComponentState>,
    count: usize,
}

#[derive(Debug)]
struct ComponentState {
    component: Component,
    /// Blocks across and down in a scan of this component alone.
    blocks: (usize, usize),
    /// For each block, which coefficients are not zero: what a refining scan must know. Only of progressive files.
    filled: Vec<u64>,
    /// For each coefficient, how many of its low bits are still to come; `None` before the first scan.
    missing: [Option<u8>; 64],
}

/// One scan's parameters.
struct Scan {
    start: usize,
    end: usize,
    high: u8,
    low: u8,
}

/// The tables a component is read with.
struct ScanPart<'t> {
    index: usize,
    direct: Option<&'t HuffmanTable>,
    alternating: Option<&'t HuffmanTable>,
}

impl Tables {
    /// A segment of Huffman tables (T.81, B.2.4.2).
    pub(super) fn define_codes(&mut self, segment: &[u8]) -> Result<(), PictureError> {
        let mut cursor = Cursor { rest: segment };
        while let Some(place) = cursor.u8() {
            let counts = cursor.array::<16>().ok_or(NO_TABLE)?;
            let total = counts.iter().map(|count| usize::from(*count)).sum();
            let symbols = cursor.take(total).ok_or(NO_TABLE)?;
            let tables = if place >> 4 == 0 { &mut self.direct } else { &mut self.alternating };
            let table = tables.get_mut(usize::from(place & 15)).filter(|_| place >> 4 < 2).ok_or(NO_TABLE)?;
            // The first coefficient has fifteen bits at most (T.81, F.1.2.1).
            if place >> 4 == 0 && symbols.iter().any(|symbol| *symbol > 15) {
                return Err(NO_TABLE);
            }
            *table = Some(HuffmanTable::new(counts, symbols).ok_or(NO_TABLE)?);
        }
        Ok(())
    }

    /// A segment of quantization tables (T.81, B.2.4.1).
    pub(super) fn define_quantization(&mut self, segment: &[u8]) -> Result<(), PictureError> {
        let mut cursor = Cursor { rest: segment };
        while let Some(place) = cursor.u8() {
            cursor.take(if place >> 4 == 0 { 64 } else { 128 }).ok_or(NO_TABLE)?;
            *self.quantization.get_mut(usize::from(place & 15)).ok_or(NO_TABLE)? = true;
        }
        Ok(())
    }

    pub(super) fn define_restarts(&mut self, segment: &[u8]) {
        self.restart_interval = segment.first_chunk().map_or(0, |bytes| usize::from(u16::from_be_bytes(*bytes)));
    }
}

impl Scans {
    pub(super) fn new(progressive: bool, size: (u32, u32), components: Vec<Component>) -> Result<Self, PictureError> {
        let blocks: u32 = components.iter().map(|c| u32::from(c.across) * u32::from(c.down)).sum();
        let sampled = |c: &Component| (1..=4).contains(&c.across) && (1..=4).contains(&c.down) && c.quantization < 4;
        // T.81, B.2.3: a unit of several components has ten blocks at most.
        if !components.iter().all(sampled) || (components.len() > 1 && blocks > 10) {
            return Err(PictureError::Damaged("the JPEG frame header contradicts itself"));
        }
        let most = |side: fn(&Component) -> u8| components.iter().map(side).max().unwrap_or(1);
        let most = (usize::from(most(|c| c.across)), usize::from(most(|c| c.down)));
        let (width, height) = (size.0 as usize, size.1 as usize);
        let mcus = (width.div_ceil(8 * most.0), height.div_ceil(8 * most.1));
        let state = |component: Component| {
            let (across, down) = (usize::from(component.across), usize::from(component.down));
            let blocks = ((width * across).div_ceil(most.0).div_ceil(8), (height * down).div_ceil(most.1).div_ceil(8));
            let filled = if progressive { vec![0; mcus.0 * across * mcus.1 * down] } else { Vec::new() };
            ComponentState { component, blocks, filled, missing: [None; 64] }
        };
        Ok(Self { progressive, mcus, components: components.into_iter().map(state).collect(), count: 0 })
    }

    /// Reads a scan: its header, and its data up to the marker that follows. Gives back how long the data are.
    pub(super) fn read(&mut self, tables: &Tables, header: &[u8], data: &[u8]) -> Result<usize, PictureError> {
        self.count += 1;
        if self.count > MOST_SCANS {
            return Err(PictureError::Damaged("the JPEG file has more scans than a picture needs"));
        }
        let (parts, scan) = self.header(tables, header)?;
        let mut bits = Bits::new(data);
        self.walk(&mut bits, tables.restart_interval, &parts, &scan)?;
        bits.leave(SPARE)
    }

    /// Which components, with which tables, and which of their coefficients (T.81, B.2.3).
    fn header<'t>(&mut self, tables: &'t Tables, header: &[u8]) -> Result<(Vec<ScanPart<'t>>, Scan), PictureError> {
        let mut cursor = Cursor { rest: header };
        let count = cursor.u8().filter(|count| (1..=4).contains(count)).ok_or(BAD_SCAN)?;
        let mut parts: Vec<ScanPart<'_>> = Vec::new();
        for _ in 0..count {
            let [id, places] = cursor.array().ok_or(BAD_SCAN)?;
            let index = self.components.iter().position(|state| state.component.id == id).ok_or(BAD_SCAN)?;
            if parts.iter().any(|other| other.index == index) {
                return Err(BAD_SCAN);
            }
            let direct = tables.direct.get(usize::from(places >> 4)).and_then(Option::as_ref);
            let alternating = tables.alternating.get(usize::from(places & 15)).and_then(Option::as_ref);
            parts.push(ScanPart { index, direct, alternating });
        }
        let [start, end, bits] = cursor.array().ok_or(BAD_SCAN)?;
        let scan = if self.progressive {
            Scan { start: usize::from(start), end: usize::from(end), high: bits >> 4, low: bits & 15 }
        } else {
            Scan { start: 0, end: 63, high: 0, low: 0 }
        };
        let only_direct = scan.start == 0;
        let fits = scan.start <= scan.end
            && scan.end < 64
            && scan.low <= 13
            && (!self.progressive || (only_direct == (scan.end == 0) && (only_direct || parts.len() == 1)));
        if !fits {
            return Err(BAD_SCAN);
        }
        for part in &parts {
            let state = self.components.get_mut(part.index).ok_or(BAD_SCAN)?;
            if tables.quantization.get(usize::from(state.component.quantization)) != Some(&true) {
                return Err(NO_TABLE);
            }
            for missing in state.missing.get_mut(scan.start..=scan.end).unwrap_or_default() {
                let refines = missing.is_some_and(|missing| scan.high == missing && scan.low + 1 == missing);
                if !refines && (missing.is_some() || scan.high != 0) {
                    return Err(BAD_SCAN);
                }
                *missing = Some(scan.low);
            }
        }
        Ok((parts, scan))
    }

    fn walk(
        &mut self,
        bits: &mut Bits<'_>,
        restart_interval: usize,
        parts: &[ScanPart<'_>],
        scan: &Scan,
    ) -> Result<(), PictureError> {
        let alone = parts.len() == 1;
        let (across, down) = match parts.first().and_then(|part| self.components.get(part.index)) {
            Some(state) if alone => state.blocks,
            _ => self.mcus,
        };
        let (mut run, mut number, mut read) = (0, 0, 0_usize);
        for row in 0..down {
            for column in 0..across {
                if restart_interval > 0 && read > 0 && read % restart_interval == 0 {
                    bits.restart(number)?;
                    number = (number + 1) % 8;
                    run = 0;
                }
                read += 1;
                for part in parts {
                    let state = self.components.get_mut(part.index).ok_or(BAD_SCAN)?;
                    let (wide, tall) = (usize::from(state.component.across), usize::from(state.component.down));
                    let stored = self.mcus.0 * wide;
                    if alone {
                        block(bits, part, scan, state, row * stored + column, &mut run)?;
                        continue;
                    }
                    for y in 0..tall {
                        for x in 0..wide {
                            let place = (row * tall + y) * stored + column * wide + x;
                            block(bits, part, scan, state, place, &mut run)?;
                        }
                    }
                }
            }
        }
        Ok(())
    }

    /// Whether every bit of every coefficient came. A progressive file without its last scans looks soft, and was meant to be sharp.
    pub(super) fn complete(&self) -> Result<(), PictureError> {
        let whole = |state: &ComponentState| state.missing.iter().all(|missing| *missing == Some(0));
        if self.components.iter().all(whole) { Ok(()) } else { Err(EARLY) }
    }
}

fn block(
    bits: &mut Bits<'_>,
    part: &ScanPart<'_>,
    scan: &Scan,
    state: &mut ComponentState,
    place: usize,
    run: &mut u32,
) -> Result<(), PictureError> {
    if scan.start == 0 {
        if scan.high > 0 {
            bits.bits(1)?;
        } else {
            let length = bits.value(part.direct.ok_or(NO_TABLE)?)?;
            if length > 15 {
                return Err(BAD_DATA);
            }
        }
        if !state.filled.is_empty() {
            return Ok(());
        }
        return bits.coefficients(part.alternating.ok_or(NO_TABLE)?);
    }
    let table = part.alternating.ok_or(NO_TABLE)?;
    let filled = state.filled.get_mut(place).ok_or(BAD_SCAN)?;
    if scan.high == 0 { first(bits, table, scan, filled, run) } else { refine(bits, table, scan, filled, run) }
}

/// The first scan of some coefficients (T.81, G.1.2.2).
fn first(
    bits: &mut Bits<'_>,
    table: &HuffmanTable,
    scan: &Scan,
    filled: &mut u64,
    run: &mut u32,
) -> Result<(), PictureError> {
    if *run > 0 {
        *run -= 1;
        return Ok(());
    }
    let mut at = scan.start;
    while at <= scan.end {
        let symbol = bits.symbol(table)?;
        let (zeros, length) = (symbol >> 4, symbol & 15);
        if length > 0 {
            at += usize::from(zeros);
            if at > scan.end {
                return Err(BAD_DATA);
            }
            bits.bits(length)?;
            *filled |= 1 << at;
            at += 1;
        } else if zeros == 15 {
            at += 16;
        } else {
            *run = (1 << zeros) - 1 + bits.bits(zeros)?;
            break;
        }
    }
    Ok(())
}

/// A later scan, of one more bit each (T.81, G.1.2.3).
fn refine(
    bits: &mut Bits<'_>,
    table: &HuffmanTable,
    scan: &Scan,
    filled: &mut u64,
    run: &mut u32,
) -> Result<(), PictureError> {
    let mut at = scan.start;
    if *run == 0 {
        while at <= scan.end {
            let symbol = bits.symbol(table)?;
            let (mut zeros, length) = (symbol >> 4, symbol & 15);
            match (length, zeros) {
                (0, 15) => {}
                (0, _) => {
                    *run = (1 << zeros) + bits.bits(zeros)?;
                    break;
                }
                (1, _) => {
                    bits.bits(1)?;
                }
                _ => return Err(BAD_DATA),
            }
            while at <= scan.end {
                if *filled >> at & 1 == 1 {
                    bits.bits(1)?;
                } else if zeros == 0 {
                    break;
                } else {
                    zeros -= 1;
                }
                at += 1;
            }
            if length == 1 {
                if at > scan.end {
                    return Err(BAD_DATA);
                }
                *filled |= 1 << at;
            }
            at += 1;
        }
    }
    if *run > 0 {
        while at <= scan.end {
            if *filled >> at & 1 == 1 {
                bits.bits(1)?;
            }
            at += 1;
        }
        *run -= 1;
    }
    Ok(())
}
