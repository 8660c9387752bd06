//! Huffman codes, and the bits of a scan (ITU-T T.81, annexes C and F).

use super::super::PictureError;

/// The scan ends before its picture.
pub(super) const EARLY: PictureError =
    PictureError::Damaged("the JPEG file breaks off: its last part is missing, and would be printed grey");
const BAD_CODE: PictureError =
    PictureError::Damaged("the JPEG file is damaged: its data are not those that it was written with");

/// How many bits tell a step.
const STEP_BITS: u8 = 11;

/// Codes, each with the bits behind it, in a block that is not progressive: one, and as many more as the bits tell.
#[derive(Debug, Clone, Copy, Default)]
struct Step {
    /// How many bits there are in all.
    bits: u8,
    /// How many coefficients they stand for; more than a block has where they end it.
    advance: u8,
    /// How many of those the last code comes after, for which there must be room in the block.
    before: u8,
    /// Whether the last of those is not zero, and so has to be in the block.
    is_value: bool,
}

impl Step {
    fn new(length: u8, symbol: u8) -> Self {
        let bits = length + (symbol & 15);
        match (symbol >> 4, symbol & 15) {
            (15, 0) => Self { bits, advance: 16, before: 0, is_value: false },
            (_, 0) => Self { bits, advance: 64, before: 0, is_value: false },
            (zeros, _) => Self { bits, advance: zeros + 1, before: 0, is_value: true },
        }
    }

    /// Codes one after another; none where they are more than the bits tell, or the block is full before the second.
    fn and(self, next: Self) -> Option<Self> {
        let bits = self.bits + next.bits;
        let both = self.bits > 0 && next.bits > 0 && bits <= STEP_BITS && self.advance < 63;
        both.then(|| Self { bits, advance: self.advance + next.advance, before: self.advance, ..next })
    }
}

/// A table of codes.
#[derive(Debug, Clone)]
pub(super) struct HuffmanTable {
    /// Length and symbol by the next eight bits; length 0 where the code is longer.
    short: [(u8, u8); 256],
    /// The step over the coefficients of a block by the next bits; of no bits where the code is longer.
    steps: [Step; 1 << STEP_BITS],
    /// For each length, the first code after its codes, moved to the left of 16 bits.
    limits: [u32; 17],
    /// For each length, what to add to a code of that length to find its symbol.
    offsets: [i32; 17],
    symbols: Vec<u8>,
}

impl HuffmanTable {
    /// From the number of codes of each length from 1 to 16, and the symbols in order.
    pub(super) fn new(counts: [u8; 16], symbols: &[u8]) -> Option<Self> {
        let steps = [Step::default(); 1 << STEP_BITS];
        let mut table =
            Self { short: [(0, 0); 256], steps, limits: [0; 17], offsets: [0; 17], symbols: symbols.to_vec() };
        let (mut code, mut index) = (0_u32, 0_i32);
        for (length, count) in (1_u8..=16).zip(counts) {
            let place = usize::from(length);
            *table.offsets.get_mut(place)? = index - i32::try_from(code).ok()?;
            for _ in 0..count {
                let symbol = *symbols.get(usize::try_from(index).ok()?)?;
                if let Some(spare) = 8_u8.checked_sub(length) {
                    let first = (code << spare) as usize;
                    table.short.get_mut(first..first + (1 << spare))?.fill((length, symbol));
                }
                if let Some(spare) = STEP_BITS.checked_sub(length) {
                    let first = (code << spare) as usize;
                    table.steps.get_mut(first..first + (1 << spare))?.fill(Step::new(length, symbol));
                }
                code += 1;
                index += 1;
            }
            // No code is all ones (T.81, C.2), so one must be left at each length.
            if count > 0 && code >= 1 << length {
                return None;
            }
            *table.limits.get_mut(place)? = code << (16 - length);
            code <<= 1;
        }
        let single = table.steps;
        for (bits, step) in table.steps.iter_mut().enumerate() {
            let behind = |step: &Step| single.get((bits << step.bits.min(STEP_BITS)) % single.len());
            while let Some(more) = behind(step).and_then(|next| step.and(*next)) {
                *step = more;
            }
        }
        Some(table)
    }
}

/// The bits of a scan up to the next marker.
#[derive(Debug)]
pub(super) struct Bits<'b> {
    data: &'b [u8],
    /// Where the next byte is.
    at: usize,
    /// Bits that were taken from the data and not yet read, from the highest on.
    held: u64,
    count: u32,
}

impl<'b> Bits<'b> {
    pub(super) const fn new(data: &'b [u8]) -> Self {
        Self { data, at: 0, held: 0, count: 0 }
    }

    fn fill(&mut self) {
        // All at once where no byte begins a mark or stands for one, as most do not.
        if let Some(next) = self.data.get(self.at..).and_then(<[u8]>::first_chunk) {
            let bytes = (64 - self.count) / 8;
            let next = u64::from_be_bytes(*next) & u64::MAX.checked_shl(64 - 8 * bytes).unwrap_or(0);
            // The lowest bit of each byte. What follows is zero unless a byte is all ones.
            const LOW: u64 = u64::MAX / 0xFF;
            if (!next).wrapping_sub(LOW) & next & (LOW << 7) == 0 {
                self.held |= next.checked_shr(self.count).unwrap_or(0);
                self.count += 8 * bytes;
                self.at += bytes as usize;
                return;
            }
        }
        while self.count <= 56 {
            let byte = match self.data.get(self.at) {
                Some(0xFF) => match self.data.get(self.at + 1) {
                    Some(0) => {
                        self.at += 1;
                        0xFF
                    }
                    _ => return,
                },
                Some(byte) => *byte,
                None => return,
            };
            self.at += 1;
            self.held |= u64::from(byte) << (56 - self.count);
            self.count += 8;
        }
    }

    fn drop_bits(&mut self, count: u32) -> Result<(), PictureError> {
        self.count = self.count.checked_sub(count).ok_or(EARLY)?;
        self.held <<= count;
        Ok(())
    }

    /// The next symbol, and past as many bits behind it as its lower half says.
    pub(super) fn value(&mut self, table: &HuffmanTable) -> Result<u8, PictureError> {
        // Enough for a code and the bits behind it.
        if self.count < 32 {
            self.fill();
        }
        if let Some((length @ 1.., symbol)) = table.short.get((self.held >> 56) as usize) {
            self.drop_bits(u32::from(*length + (symbol & 15)))?;
            return Ok(*symbol);
        }
        let symbol = self.symbol(table)?;
        self.bits(symbol & 15)?;
        Ok(symbol)
    }

    /// Past the coefficients of a block that is not progressive, but for its first (T.81, F.2.2.2).
    pub(super) fn coefficients(&mut self, table: &HuffmanTable) -> Result<(), PictureError> {
        let mut at = 1;
        while at < 64 {
            // Enough for a code and the bits behind it.
            if self.count < 32 {
                self.fill();
            }
            let mut step = table.steps.get((self.held >> (64 - STEP_BITS)) as usize).copied().unwrap_or_default();
            if step.bits > 0 && at + u32::from(step.before) < 64 {
                self.drop_bits(u32::from(step.bits))?;
            } else {
                step = Step::new(0, self.value(table)?);
            }
            at += u32::from(step.advance);
            if step.is_value && at > 64 {
                return Err(BAD_CODE);
            }
        }
        Ok(())
    }

    /// The next symbol.
    pub(super) fn symbol(&mut self, table: &HuffmanTable) -> Result<u8, PictureError> {
        // Enough for a code and the bits behind it.
        if self.count < 32 {
            self.fill();
        }
        if let Some((length @ 1.., symbol)) = table.short.get((self.held >> 56) as usize) {
            self.drop_bits(u32::from(*length))?;
            return Ok(*symbol);
        }
        let next = u32::try_from(self.held >> 48).unwrap_or(0);
        for (length, (limit, offset)) in (0_u32..).zip(table.limits.iter().zip(&table.offsets)).skip(9) {
            if next < *limit {
                let code = i32::try_from(next >> (16 - length)).unwrap_or(0);
                let symbol = usize::try_from(code + offset).ok().and_then(|index| table.symbols.get(index));
                self.drop_bits(length)?;
                return symbol.copied().ok_or(BAD_CODE);
            }
        }
        Err(if self.count < 16 { EARLY } else { BAD_CODE })
    }

    /// The next bits as a number, at most 16 of them.
    pub(super) fn bits(&mut self, count: u8) -> Result<u32, PictureError> {
        if count == 0 {
            return Ok(0);
        }
        if self.count < u32::from(count) {
            self.fill();
        }
        let value = u32::try_from(self.held >> (64 - u32::from(count))).unwrap_or(0);
        self.drop_bits(u32::from(count))?;
        Ok(value)
    }

    /// Goes on behind a restart marker of that number.
    pub(super) fn restart(&mut self, number: u8) -> Result<(), PictureError> {
        // Decoders look for the mark right behind what they have read.
        self.leave(0)?;
        match self.data.get(self.at + 1) {
            Some(marker) if *marker == 0xD0 + number => {
                self.at += 2;
                (self.held, self.count) = (0, 0);
                Ok(())
            }
            Some(0xD0..=0xD7) => Err(BAD_CODE),
            _ => Err(EARLY),
        }
    }

    /// Goes to the next marker and says where it is; all but so many bytes that are before it must have been read.
    pub(super) fn leave(&mut self, spare: usize) -> Result<usize, PictureError> {
        let unread = self.count / 8;
        let start = self.at;
        loop {
            match (self.data.get(self.at), self.data.get(self.at + 1)) {
                (Some(0xFF), Some(0)) => self.at += 2,
                // Fill bytes before a marker.
                (Some(0xFF), Some(0xFF)) => self.at += 1,
                (Some(0xFF), Some(_)) | (None, _) => break,
                (Some(_), _) => self.at += 1,
            }
        }
        let rest = self.data.get(start..self.at).unwrap_or_default();
        let padding = spare > 0 && rest.iter().all(|byte| matches!(byte, 0 | 0xFF));
        if rest.len() + unread as usize > spare && !padding {
            return Err(BAD_CODE);
        }
        Ok(self.at)
    }
}
