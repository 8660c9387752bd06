//! Pictures that were read before, so that the months and languages of an open folder share them: to read them takes a fifth of a month.
//!
//! A file is known by its bytes, not by its name: to compare them takes a hundredth of reading them, and a picture that is replaced while the
//! folder is open is read anew. What is kept is bounded, the oldest goes first, and nothing but speed depends on it.

use std::collections::VecDeque;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard};

use crate::picture::{PictureTarget, PrintablePicture};
use crate::side_by_side;

/// The most bytes that are kept, of files and of what they print together.
const MOST_BYTES: usize = 8 << 20;

/// Pictures with the files that they were read from, the oldest first; its clones share them.
#[derive(Debug, Clone, Default)]
pub(super) struct KeptPictures {
    all: Arc<Mutex<VecDeque<KeptPicture>>>,
    /// Whether an edition was read.
    begun: Arc<AtomicBool>,
}

#[derive(Debug)]
struct KeptPicture {
    file: Vec<u8>,
    target: PictureTarget,
    picture: PrintablePicture,
}

impl KeptPicture {
    fn size(&self) -> usize {
        self.file.len() + self.picture.bytes.len()
    }
}

impl KeptPictures {
    /// What the next edition shares: nothing with the first, which may be the only one, and then would hold its files for nothing.
    pub(super) fn for_edition(&self) -> Option<&Self> {
        self.begun.swap(true, Ordering::Relaxed).then_some(self)
    }

    /// What a file with these bytes printed.
    pub(super) fn get(&self, file: &[u8], target: PictureTarget) -> Option<PrintablePicture> {
        let kept = self.lock();
        let known = kept.iter().find(|kept| kept.target == target && kept.file == file);
        known.map(|kept| kept.picture.clone())
    }

    /// Keeps what a file prints, and lets go of the oldest ones for it.
    pub(super) fn keep(&self, file: Vec<u8>, target: PictureTarget, picture: &PrintablePicture) {
        let new = KeptPicture { file, target, picture: picture.clone() };
        let mut kept = self.lock();
        let mut size = kept.iter().map(KeptPicture::size).sum::<usize>() + new.size();
        if new.size() > MOST_BYTES {
            return;
        }
        while size > MOST_BYTES {
            let Some(oldest) = kept.pop_front() else { break };
            size -= oldest.size();
        }
        kept.push_back(new);
    }

    fn lock(&self) -> MutexGuard<'_, VecDeque<KeptPicture>> {
        side_by_side::lock(&self.all)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::picture::{Downsampling, Effort};

    const TARGET: PictureTarget = PictureTarget { resolution: Downsampling::Print, effort: Effort::Convert };

    #[test]
    fn a_picture_is_known_by_its_bytes_and_the_oldest_goes_first() {
        let lamp = include_bytes!("../../tests/pngsuite/basn2c08.png").to_vec();
        let picture = PrintablePicture::read(&lamp).unwrap();
        let kept = KeptPictures::default();
        kept.keep(lamp.clone(), TARGET, &picture);
        assert_eq!([kept.for_edition().is_some(), kept.for_edition().is_some()], [false, true]);
        assert_eq!(kept.get(&lamp, TARGET), Some(picture.clone()));
        assert_eq!(kept.get(&lamp, PictureTarget { resolution: Downsampling::Original, ..TARGET }), None);
        assert_eq!(kept.get(lamp.split_last().unwrap().1, TARGET), None);

        let long = |first: u8| [vec![first], vec![0; MOST_BYTES / 3]].concat();
        for first in 0..3 {
            kept.keep(long(first), TARGET, &picture);
        }
        let known = |file: &[u8]| kept.get(file, TARGET).is_some();
        assert_eq!([known(&lamp), known(&long(0)), known(&long(1)), known(&long(2))], [false, false, true, true]);
        kept.keep(vec![0; MOST_BYTES], TARGET, &picture);
        assert!(known(&long(2)), "a file that is too large for all drives nothing out");
    }
}
