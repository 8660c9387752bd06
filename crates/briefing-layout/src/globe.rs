//! A globe behind words on the dark ground: a drawing of our own, not an emblem.

use crate::look::{Look, mix};
use crate::measures::globe;
use crate::page::{Contour, Rect, Shape, Stroke};

/// The cosines of the longitudes of the meridians, every 22.5 degrees.
const MERIDIANS: [f32; 4] = [1.0, 0.924, 0.707, 0.383];
/// The sines and cosines of the latitudes of the parallels, every 15 degrees above the equator.
const PARALLELS: [(f32, f32); 5] = [(0.259, 0.966), (0.5, 0.866), (0.707, 0.707), (0.866, 0.5), (0.966, 0.259)];

/// The meridians and parallels of a globe, clipped to an area that is filled with the ink.
pub(crate) fn globe(look: &Look, within: Rect, (x, y): (f32, f32), radius: f32) -> Vec<Shape> {
    let colour = mix(look.palette.accent, look.palette.ink, globe::PEN.1).with_contrast(look.palette.ink, globe::SEEN);
    let stroke = Stroke { colour, width: globe::PEN.0, dash: None };
    let line = |path| Shape { path, fill: None, stroke: Some(stroke), clip: Some(within) };
    let meridian = |share: &f32| {
        let width = radius * share;
        line(Contour::Ellipse(Rect::new(x - width, y - radius, 2.0 * width, 2.0 * radius)))
    };
    let straight = |from, to| line(Contour::Lines(vec![from, to], false));
    let parallel = |(sine, cosine): &(f32, f32)| {
        let (across, up) = (radius * cosine, y - radius * sine);
        straight((x - across, up), (x + across, up))
    };
    let middle = straight((x, y - radius), (x, y + radius));
    MERIDIANS.iter().map(meridian).chain([middle]).chain(PARALLELS.iter().map(parallel)).collect()
}

#[cfg(test)]
mod tests {
    use briefing_document::Style;
    use briefing_model::{Colour, Language, Theme};

    use super::*;

    #[test]
    fn a_globe_is_seen_on_any_ink() {
        for (accent, ink) in
            [("#0B1220", "#0B1220"), ("#000000", "#101010"), ("#FFFFFF", "#FFFFFF"), ("#009EDB", "#10243E")]
        {
            let parse = |colour: &str| colour.parse::<Colour>().unwrap();
            let style = Style { accent: parse(accent), ink: parse(ink), ..Style::from(&Theme::default()) };
            let look = Look::new(&style, Language::En);
            let area = Rect::new(0.0, 10.0, 500.0, 200.0);
            for line in globe(&look, area, (300.0, 230.0), 150.0) {
                assert!(line.stroke.unwrap().colour.contrast(look.palette.ink) >= globe::SEEN, "{accent} on {ink}");
            }
        }
    }
}
