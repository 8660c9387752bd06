//! An address as a QR code (ISO/IEC 18004).

use std::cell::RefCell;

use briefing_model::{Direction, Link};
use qrcodegen::{QrCode, QrCodeEcc};

use crate::look::Look;
use crate::measures::strip::{CODE_OVERLAP, CODE_QUIET};
use crate::page::{Rect, Shape};

/// The dark modules of an address as rectangles, on a white square of the given size that includes the quiet zone; `None` if the address is
/// too long for any code.
pub(crate) fn code(look: &Look, address: &Link, size: f32) -> Option<Vec<Shape>> {
    let code = encoded(address)?;
    let count = code.size();
    let module = size / (count as f32 + 2.0 * CODE_QUIET);
    // Right-to-left pages are mirrored as a whole, which would change the code.
    let mirrored = look.lang.direction() == Direction::RightToLeft;
    let dark = |x: i32, y: i32| code.get_module(if mirrored { count - 1 - x } else { x }, y);
    let mut shapes = vec![Shape::filled(Rect::new(0.0, 0.0, size, size), briefing_model::Colour::WHITE)];
    for y in 0..count {
        let mut x = 0;
        while x < count {
            let length = (x..count).take_while(|x| dark(*x, y)).count();
            if length > 0 {
                let corner = ((x as f32 + CODE_QUIET) * module, (y as f32 + CODE_QUIET) * module);
                // Rows that merely touch would show a hairline between them on screens.
                let area = Rect::new(corner.0, corner.1, length as f32 * module, module + CODE_OVERLAP);
                shapes.push(Shape::filled(area, look.palette.ink));
            }
            x += i32::try_from(length).unwrap_or(0) + 1;
        }
    }
    Some(shapes)
}

thread_local! {
    /// The last address and its code: the issues of an office share one, and encoding tries eight masks.
    static LAST: RefCell<Option<(Link, QrCode)>> = const { RefCell::new(None) };
}

fn encoded(address: &Link) -> Option<QrCode> {
    let last = LAST.take().filter(|(of, _)| of == address);
    // The encoder raises the level of error correction as long as the code does not grow.
    let code = match last {
        Some((_, code)) => code,
        None => QrCode::encode_text(address.as_str(), QrCodeEcc::Low).ok()?,
    };
    LAST.set(Some((address.clone(), code.clone())));
    Some(code)
}

#[cfg(test)]
mod tests {
    use briefing_document::Style;
    use briefing_model::{Language, Theme};

    use super::*;
    use crate::page::Contour;

    /// The modules that shapes darken, on a page of the given width.
    fn modules(shapes: &[Shape], size: f32, count: usize) -> Vec<Vec<bool>> {
        let module = size / (count as f32 + 2.0 * CODE_QUIET);
        let at = |x: usize| (x as f32 + CODE_QUIET + 0.5) * module;
        let area = |shape: &Shape| if let Contour::Rect(area, _) = &shape.path { Some(*area) } else { None };
        let areas: Vec<Rect> = shapes.iter().skip(1).filter_map(area).collect();
        let within = |x: f32, y: f32| {
            areas.iter().any(|area| area.x < x && x < area.right() && area.y < y && y < area.y + area.height)
        };
        (0..count).map(|y| (0..count).map(|x| within(at(x), at(y))).collect()).collect()
    }

    #[test]
    fn rows_of_a_code_overlap_by_less_than_a_reader_minds() -> Result<(), Box<dyn std::error::Error>> {
        let theme = Theme::default();
        let look = Look::new(&Style::from(&theme), Language::En);
        let shapes = code(&look, &"https://www.un.org/counterterrorism".parse()?, 60.0).ok_or("no code")?;
        let areas = shapes.iter().skip(1).filter_map(|shape| match &shape.path {
            Contour::Rect(area, _) => Some(*area),
            _ => None,
        });
        let areas: Vec<Rect> = areas.collect();
        let first = areas.first().ok_or("no module is dark")?;
        let next = areas.iter().map(|area| area.y).find(|y| *y > first.y).ok_or("one row")?;
        let overlap = (first.y + first.height - next) / (next - first.y);
        assert!((0.02..0.06).contains(&overlap), "{overlap} of a module");
        Ok(())
    }

    #[test]
    fn a_code_is_the_same_in_both_directions_of_reading() -> Result<(), Box<dyn std::error::Error>> {
        let theme = Theme::default();
        let style = Style::from(&theme);
        let address: Link = "https://www.un.org/counterterrorism".parse()?;
        let expected = QrCode::encode_text(address.as_str(), QrCodeEcc::Low)?;
        let count = usize::try_from(expected.size())?;
        for language in [Language::En, Language::Ar] {
            let look = Look::new(&style, language);
            let size = 60.0;
            let mut shapes = code(&look, &address, size).ok_or("no code")?;
            if language == Language::Ar {
                shapes = shapes.into_iter().map(|shape| shape.mirrored(size)).collect();
            }
            let drawn = modules(&shapes, size, count);
            for (y, row) in drawn.iter().enumerate() {
                for (x, dark) in row.iter().enumerate() {
                    let module = expected.get_module(i32::try_from(x)?, i32::try_from(y)?);
                    assert_eq!(*dark, module, "module {x}, {y} in {language}");
                }
            }
        }
        Ok(())
    }
}
