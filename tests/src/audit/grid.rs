//! Lines of text side by side in two columns: whether they share a baseline.

use briefing_document::Tag;
use briefing_layout::PagedDocument;

use super::{Ink, block_of, ink};

/// Baselines this close are one, in points: less than anybody sees.
const SAME: f32 = 0.3;

/// How many lines of running text have a line beside them in the other column, and how many of these stand on its
/// baseline.
#[must_use]
pub fn shared_baselines(paged: &PagedDocument) -> (usize, usize) {
    let is_text = |run: &Ink<'_>| {
        let tag = run.slot.and_then(|slot| block_of(paged, slot)).and_then(|block| paged.tree.get(block));
        tag.is_some_and(|node| matches!(node.tag, Tag::Paragraph | Tag::ListBody) && node.actual_text.is_none())
    };
    let all: Vec<Ink<'_>> = ink(paged).into_iter().filter(is_text).collect();
    // The size that most of the text has: captions and notes have lines of their own.
    let size = most(all.iter().flat_map(|run| run.text.chars().map(|_| run.size)));
    let (mut beside, mut shared) = (0, 0);
    for (number, page) in paged.pages.iter().enumerate() {
        let middle = page.width / 2.0;
        let runs: Vec<&Ink<'_>> = all.iter().filter(|run| run.page == number).collect();
        let column = |left: bool| {
            let own = runs.iter().filter(|run| (run.size - size).abs() < 0.01);
            let own = own.filter(|run| if left { run.right < middle } else { run.left > middle });
            let mut baselines: Vec<f32> = own.map(|run| run.baseline).collect();
            baselines.sort_by(f32::total_cmp);
            baselines.dedup_by(|a, b| (*a - *b).abs() < SAME);
            baselines
        };
        let right = column(false);
        for baseline in column(true) {
            let apart = right.iter().map(|other| (other - baseline).abs()).fold(f32::MAX, f32::min);
            beside += usize::from(apart < size * 0.75);
            shared += usize::from(apart < SAME);
        }
    }
    (shared, beside)
}

/// The value that occurs most often.
fn most(values: impl Iterator<Item = f32>) -> f32 {
    let mut values: Vec<f32> = values.collect();
    values.sort_by(f32::total_cmp);
    let groups = values.chunk_by(|a, b| (a - b).abs() < 0.01);
    groups.max_by_key(|group| group.len()).and_then(|group| group.first().copied()).unwrap_or_default()
}
