//! Whether the text of a page can be seen: what no version of this program does shows that somebody else changed it.

use std::collections::BTreeMap;

use briefing_layout::text::blank_ends;
use tagged_pdf::reader::{Area, PageView, Paint};

use super::difference::{Difference, Hiding, PageDifference};

/// The smallest readable text, in points; our pages have none below seven.
const SMALLEST: f64 = 3.0;

/// The least contrast between a text and its background, as WCAG computes it; our pages have at least three.
const LEAST_CONTRAST: f64 = 1.5;

/// How much of a text may be covered, as a share of its area: adjacent lines cover less.
const MOST_COVERED: f64 = 0.3;

/// Finds text of a page that is hidden, once for each way of hiding it.
pub(super) fn hidden(page: &PageView) -> Vec<Difference> {
    let whole = [0.0, 0.0, page.width, page.height];
    let mut found = BTreeMap::new();
    let mut behind: Vec<(Area, Option<[f64; 3]>)> = Vec::new();
    let mut texts = TextsByPlace::default();
    for paint in &page.paint {
        match paint {
            Paint::Area { area, color, .. } => {
                for (text, covered) in texts.under(area) {
                    if share(covered, area) > MOST_COVERED {
                        found.entry(Hiding::Covered).or_insert(text);
                    }
                }
                behind.push((*area, *color));
            }
            Paint::Text { text, area, size, color, clip, .. } => {
                if text.trim().is_empty() {
                    continue;
                }
                if share(area, &whole) < 1.0 - MOST_COVERED {
                    found.entry(Hiding::OffPage).or_insert(text);
                } else if clip.is_some_and(|clip| share(area, &clip) < 1.0 - MOST_COVERED) {
                    found.entry(Hiding::Clipped).or_insert(text);
                }
                if *size < SMALLEST {
                    found.entry(Hiding::Small).or_insert(text);
                }
                let background = behind.iter().rev().find(|(behind, _)| share(area, behind) > 0.5);
                // The part of a picture behind a text is not known.
                let background = background.map_or(Some([1.0; 3]), |(_, color)| *color);
                if background.is_some_and(|background| contrast(*color, background) < LEAST_CONTRAST) {
                    found.entry(Hiding::Colour).or_insert(text);
                }
                let (before, after) = blank_ends(text);
                let [left, lower, right, upper] = *area;
                let inked = [left + f64::from(before) * size, lower, right - f64::from(after) * size, upper];
                let area = &inked;
                if texts.under(area).any(|(_, other)| share(other, area) > 0.5 || share(area, other) > 0.5) {
                    found.entry(Hiding::OtherText).or_insert(text);
                }
                texts.add(text, *area);
            }
        }
    }
    let hidden = found.into_iter().map(|(how, text)| PageDifference::Hidden { how, text: super::compare::short(text) });
    hidden.map(|difference| Difference::Page { page: page.number, difference }).collect()
}

/// Texts by position, so that only neighbours are looked at.
#[derive(Default)]
struct TextsByPlace<'p> {
    rows: BTreeMap<i64, Vec<(&'p str, Area)>>,
}

impl<'p> TextsByPlace<'p> {
    /// The height of a row, in points.
    const HIGH: f64 = 16.0;

    fn row(height: f64) -> i64 {
        // A page is at most about a thousand rows high; what lies elsewhere is off it.
        (height / Self::HIGH).clamp(-1e4, 1e4).floor() as i64
    }

    fn add(&mut self, text: &'p str, area: Area) {
        self.rows.entry(Self::row((area[1] + area[3]) / 2.0)).or_default().push((text, area));
    }

    /// Texts whose middle may be in an area.
    fn under<'s>(&'s self, area: &Area) -> impl Iterator<Item = (&'p str, &'s Area)> + use<'s, 'p> {
        let rows = Self::row(area[1]) - 1..=Self::row(area[3]) + 1;
        let (left, right) = (area[0], area[2]);
        let near = move |(_, text): &&(&'p str, Area)| text[0] < right && text[2] > left;
        self.rows.range(rows).flat_map(|(_, row)| row).filter(near).map(|(text, area)| (*text, area))
    }
}

/// The share of a rectangle that lies in another, from 0 to 1.
fn share(of: &Area, within: &Area) -> f64 {
    let ([left, lower, right, upper], [from, below, to, above]) = (*of, *within);
    let wide = (right.min(to) - left.max(from)).max(0.0);
    let high = (upper.min(above) - lower.max(below)).max(0.0);
    let size = (right - left) * (upper - lower);
    // A line has no area: it lies in a rectangle if any part of it does.
    if size > 0.0 { wide * high / size } else { f64::from(u8::from(wide + high > 0.0)) }
}

fn contrast(one: [f64; 3], other: [f64; 3]) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// As WCAG 2 defines it, of sRGB.
fn luminance(color: [f64; 3]) -> f64 {
    let linear = color.map(|part| if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) });
    0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
}
