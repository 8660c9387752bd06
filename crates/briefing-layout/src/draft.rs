//! The marks of a draft: a word behind the text, and line numbers to refer to.

use std::rc::Rc;

use briefing_model::Colour;

use crate::brick::Draw;
use crate::look::{Voice, mix};
use crate::measures::draft;
use crate::measures::type_sizes::SAME_WIDTH;
use crate::page::{Mark, Page, PageItem, Role};
use crate::setter::Setter;
use crate::text::{Align, LatinFamily, TextStyle, Weight};

/// Marks the pages of a draft. All marks are artifacts: the title and the foot identify the draft to readers who cannot see the page.
pub(crate) fn mark(setter: &mut Setter<'_>, pages: &mut [Page], word: &str) {
    let base = setter.look.voice(Voice::Tiny).style;
    let pale = mix(Colour::WHITE, setter.look.palette.ink, draft::STRENGTH);
    let large = TextStyle { family: LatinFamily::Condensed, weight: Weight::Bold, colour: pale, ..base.clone() };
    let natural = setter.natural(&Setter::untagged(word, &large)).max(1.0);
    let mut line = 0;
    for page in pages {
        let size = large.size * page.width * draft::SHARE / natural;
        let style = TextStyle { size, ..large.clone() };
        let pieces = Setter::untagged(word, &style);
        let width = page.width * draft::SHARE;
        let set = setter.set(&pieces, width * draft::LOOSE, size, Align::Start);
        let height = set.height();
        let mut behind = Vec::new();
        for share in draft::AT {
            let draws = set.clone().draws((page.width - width) / 2.0, page.height * share - height / 2.0);
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
        for run in Rc::unwrap_or_clone(runs) {
            items.push(PageItem { role: Role::Running, mark: Mark::Glyphs { x: x + run.x, y, run } });
        }
    }
    items
}

/// The line numbers of a page, in the margin beside their column.
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
        baselines.dedup_by(|next, first| *next - *first < draft::SAME_LINE);
        // Beside the outer edge of the page, so that nothing is between two columns.
        let right = area.x + area.width / 2.0 > page.width * draft::RIGHT;
        for baseline in baselines {
            *line += 1;
            if !line.is_multiple_of(draft::EVERY) && *line != 1 {
                continue;
            }
            let pieces = Setter::untagged(&line.to_string(), base);
            let width = setter.natural(&pieces) + SAME_WIDTH;
            let set = setter.set(&pieces, width, base.size, Align::Start);
            let x =
                if right { area.x + area.width + draft::BESIDE_NUMBER } else { area.x - draft::BESIDE_NUMBER - width };
            // Aligns the first baseline of the box to that of the line.
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
