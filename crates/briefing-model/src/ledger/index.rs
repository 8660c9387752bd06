//! Finding entries by their ids.

use crate::{EntryId, LedgerEntry};

/// Positions of entries, sorted by a hash of the id and then the id, so that neither a million entries nor ids chosen
/// to collide make it slow.
#[derive(Debug, Clone)]
pub(super) struct IdIndex(Vec<(u64, u32)>);

impl IdIndex {
    /// Indexes the entries. Ids that occur again are left to [`IdIndex::duplicates`].
    pub(super) fn new(entries: &[LedgerEntry]) -> Self {
        let positions = (0_u32..).zip(entries);
        let mut index: Vec<_> = positions.map(|(at, entry)| (hash(entry.id.as_str()), at)).collect();
        let id = |at: u32| entries.get(at as usize).map(|entry| &entry.id);
        index.sort_unstable_by(|a, b| a.0.cmp(&b.0).then_with(|| id(a.1).cmp(&id(b.1))).then(a.1.cmp(&b.1)));
        Self(index)
    }

    /// The position of the first entry with the id.
    pub(super) fn find(&self, entries: &[LedgerEntry], id: &EntryId) -> Option<u32> {
        let key = hash(id.as_str());
        let entry = |at: u32| entries.get(at as usize).map(|entry| &entry.id);
        let at = self.0.partition_point(|&(hash, at)| hash.cmp(&key).then_with(|| entry(at).cmp(&Some(id))).is_lt());
        self.0.get(at).map(|&(_, at)| at).filter(|&at| entry(at) == Some(id))
    }

    /// Pairs of positions whose entries have the same id, the earlier first.
    pub(super) fn duplicates<'a>(&'a self, entries: &'a [LedgerEntry]) -> impl Iterator<Item = (u32, u32)> + 'a {
        let id = |at: u32| entries.get(at as usize).map(|entry| &entry.id);
        self.0.windows(2).filter_map(move |pair| match *pair {
            [(first, a), (second, b)] if first == second && id(a) == id(b) => Some((a, b)),
            _ => None,
        })
    }
}

/// FNV-1a: the same in every run and on every machine, unlike the standard library's.
fn hash(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}
