//! What tells a draft on the page: a word behind the text, and numbered lines to speak about.

use briefing_model::Colour;

use crate::brick::Draw;
use crate::look::{Voice, mix};
use crate::page::{Mark, Page, PageItem, Role};
use crate::setter::Setter;
use crate::text::{Align, LatinFamily, TextStyle, Weight};

/// How much of the page's width the word takes.
const SHARE: f32 = 0.72;

/// How far the word is from white: seen, and no hindrance to the text before it.
const STRENGTH: f32 = 0.09;

/// Baselines nearer to each other than this are one line.
const SAME_LINE: f32 = 3.0;

/// Every so many lines, one is numbered.
const EVERY: usize = 5;

/// Marks the pages of a draft. All of it is artifacts: whoever does not see the page is told by title and foot.
pub(crate) fn mark(setter: &mut Setter<'_>, pages: &mut [Page], word: &str) {
    let base = setter.look.voice(Voice::Tiny).style;
    let pale = mix(Colour::WHITE, setter.look.palette.ink, STRENGTH);
    let large =
        TextStyle { family: LatinFamily::Condensed, weight: Weight::Bold, size: 100.0, colour: pale, ..base.clone() };
    let natural = setter.natural(&Setter::untagged(word, &large)).max(1.0);
    let mut line = 0;
    for page in pages {
        let size = large.size * page.width * SHARE / natural;
        let style = TextStyle { size, ..large.clone() };
        let pieces = Setter::untagged(word, &style);
        let width = page.width * SHARE;
        let set = setter.set(&pieces, width * 1.02, size, Align::Start);
        let height = set.height();
        let mut behind = Vec::new();
        for third in [0.3_f32, 0.7] {
            let draws = set.clone().draws((page.width - width) / 2.0, page.height * third - height / 2.0);
            behind.extend(items(draws));
        }
        let numbers = numbers(setter, page, &base, &mut line);
        behind.append(&mut page.items);
        page.items = behind;
        page.items.extend(numbers);
    }
}

/// Runs as artifacts of the page.
fn items(draws: Vec<Draw>) -> Vec<PageItem> {
    let mut items = Vec::new();
    for draw in draws {
        let Draw::Runs { x, y, runs, .. } = draw else { continue };
        for run in runs {
            items.push(PageItem { role: Role::Running, mark: Mark::Glyphs { x: x + run.x, y, run } });
        }
    }
    items
}

/// The numbers of a page's lines, in the margin beside the column they are in.
fn numbers(setter: &mut Setter<'_>, page: &Page, base: &TextStyle, line: &mut usize) -> Vec<PageItem> {
    let mut made = Vec::new();
    for frame in &page.frames {
        let area = frame.area;
        let mut baselines: Vec<f32> = page
            .items
            .iter()
            .filter_map(|item| match (&item.role, &item.mark) {
                (Role::Content(_), Mark::Glyphs { x, y, .. }) => Some((*x, *y)),
                _ => None,
            })
            .filter(|(x, y)| {
                *x >= area.x - 1.0 && *x <= area.x + area.width && *y >= area.y && *y <= area.bottom() + 1.0
            })
            .map(|(_, y)| y)
            .collect();
        baselines.sort_by(f32::total_cmp);
        baselines.dedup_by(|next, first| *next - *first < SAME_LINE);
        // Beside the page's outer edge, so that nothing stands between two columns.
        let right = area.x + area.width / 2.0 > page.width * 0.55;
        for baseline in baselines {
            *line += 1;
            if !line.is_multiple_of(EVERY) && *line != 1 {
                continue;
            }
            let pieces = Setter::untagged(&line.to_string(), base);
            let width = setter.natural(&pieces) + 0.5;
            let set = setter.set(&pieces, width, 8.0, Align::Start);
            let x = if right { area.x + area.width + 6.0 } else { area.x - 6.0 - width };
            // The box's first baseline on the line's.
            let mut numbers = items(set.draws(x, 0.0));
            for number in &mut numbers {
                if let Mark::Glyphs { y, .. } = &mut number.mark {
                    *y = baseline;
                }
            }
            made.extend(numbers);
        }
    }
    made
}
