//! Finding entries by their ids.

use crate::{EntryId, LedgerEntry};

/// Positions of entries, in buckets by a hash of the id, each bucket in order of hash and then id.
///
/// Buckets are sorted, so that neither a million entries nor ids chosen to collide make lookups slow; the hash is our
/// own, so that it is the same in every run.
#[derive(Debug, Clone)]
pub(super) struct IdIndex {
    /// The number of leading bits of the hash that choose the bucket.
    bits: u32,
    /// The beginning of each bucket, and the end of the last one.
    starts: Vec<u32>,
    /// The trailing half of the hash, and the position.
    slots: Vec<(u32, u32)>,
}

impl IdIndex {
    /// Indexes the entries. Repeated ids are left to [`IdIndex::duplicates`].
    pub(super) fn new(entries: &[LedgerEntry]) -> Self {
        // About two entries per bucket.
        let bits = entries.len().checked_ilog2().unwrap_or(0).saturating_sub(1).min(24);
        let hashes: Vec<u64> = entries.iter().map(|entry| hash(entry.id.as_str())).collect();

        // Count what each bucket will hold, and compute from that where each begins.
        let mut starts = vec![0_u32; (1_usize << bits) + 1];
        for &hash in &hashes {
            if let Some(count) = starts.get_mut(bucket(hash, bits) + 1) {
                *count += 1;
            }
        }
        let mut sum = 0;
        for start in &mut starts {
            sum += *start;
            *start = sum;
        }

        // Fill the buckets, then sort each one.
        let mut next = starts.clone();
        let mut slots = vec![(0, 0); entries.len()];
        for (at, &hash) in (0_u32..).zip(&hashes) {
            if let Some(place) = next.get_mut(bucket(hash, bits)) {
                if let Some(slot) = slots.get_mut(*place as usize) {
                    *slot = (low(hash), at);
                }
                *place += 1;
            }
        }
        let mut index = Self { bits, starts, slots };
        let id = |at: u32| entries.get(at as usize).map(|entry| &entry.id);
        for ends in index.starts.windows(2) {
            if let &[from, to] = ends
                && let Some(bucket) = index.slots.get_mut(from as usize..to as usize)
            {
                bucket.sort_unstable_by(|a, b| a.0.cmp(&b.0).then_with(|| id(a.1).cmp(&id(b.1))).then(a.1.cmp(&b.1)));
            }
        }
        index
    }

    /// The position of the first entry with the id.
    pub(super) fn find(&self, entries: &[LedgerEntry], id: &EntryId) -> Option<u32> {
        let hash = hash(id.as_str());
        let chosen = bucket(hash, self.bits);
        let (from, to) = (*self.starts.get(chosen)?, *self.starts.get(chosen + 1)?);
        let slots = self.slots.get(from as usize..to as usize)?;
        let entry = |at: u32| entries.get(at as usize).map(|entry| &entry.id);
        let at =
            slots.partition_point(|&(half, at)| half.cmp(&low(hash)).then_with(|| entry(at).cmp(&Some(id))).is_lt());
        slots.get(at).map(|&(_, at)| at).filter(|&at| entry(at) == Some(id))
    }

    /// Pairs of positions whose entries have the same id, the earlier first.
    pub(super) fn duplicates<'a>(&'a self, entries: &'a [LedgerEntry]) -> impl Iterator<Item = (u32, u32)> + 'a {
        let id = |at: u32| entries.get(at as usize).map(|entry| &entry.id);
        self.slots.windows(2).filter_map(move |pair| match *pair {
            [(first, a), (second, b)] if first == second && id(a) == id(b) => Some((a, b)),
            _ => None,
        })
    }
}

/// FNV-1a, with its bits mixed once more so that the leading ones depend on every letter.
fn hash(text: &str) -> u64 {
    let fnv =
        text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    (fnv ^ (fnv >> 32)).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

/// The bucket of a hash.
fn bucket(hash: u64, bits: u32) -> usize {
    // With no bits at all, the shift would be by the whole width, which gives `None`.
    hash.checked_shr(u64::BITS - bits).and_then(|bucket| usize::try_from(bucket).ok()).unwrap_or(0)
}

/// The trailing half of a hash.
fn low(hash: u64) -> u32 {
    u32::try_from(hash & u64::from(u32::MAX)).unwrap_or(u32::MAX)
}
