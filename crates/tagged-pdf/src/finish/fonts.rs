//! Completing what printpdf writes of fonts.

use lopdf::{Dictionary, Object};

use super::body::{Data, ObjectBody};
use super::paint::Painted;
use crate::error::Error;
use crate::font::embed::{EmbeddedFont, embed};
use crate::font::{Font, FontId};
use crate::syntax::Ref;
use crate::tree::index;

impl FontId {
    /// The name of the font in the pages' resources. printpdf reserves F1 to F14.
    pub(crate) fn resource(self) -> printpdf::FontId {
        printpdf::FontId(format!("T{}", self.0))
    }
}

/// Reduces all fonts in use to the glyphs in use.
pub(crate) fn embed_all(fonts: &[Font]) -> Result<Vec<(String, EmbeddedFont)>, Error> {
    let used = fonts.iter().enumerate().filter(|(_, font)| !font.used.is_empty());
    used.map(|(i, font)| Ok((FontId(index(i)).resource().0, embed(font)?))).collect()
}

/// Gives each font accurate widths, its character map, and an accurate descriptor.
pub(crate) fn complete(painted: &mut Painted, fonts: &[(String, EmbeddedFont)], body: &mut ObjectBody) {
    for (name, id) in painted.fonts.clone() {
        if let Some((_, font)) = fonts.iter().find(|(known, _)| *known == name) {
            complete_font(painted, id, font, body);
        }
    }
}

/// Completes a Type 0 font and its descendant (ISO 32000-1, 9.7).
fn complete_font(painted: &mut Painted, id: Ref, font: &EmbeddedFont, body: &mut ObjectBody) -> Option<()> {
    let mut composite = painted.take(id)?;
    let map = Ref(composite.get(b"ToUnicode").ok()?.as_reference().ok()?.0);
    painted.take_stream(map)?;
    body.stream(map, Data::Plain(font.character_map.clone()), |_| {});

    let descendants = composite.get_mut(b"DescendantFonts").ok()?.as_array_mut().ok()?;
    let descendant = descendants.first_mut()?.as_dict_mut().ok()?;
    let descriptor_id = Ref(descendant.get(b"FontDescriptor").ok()?.as_reference().ok()?.0);
    descendant.set("W", widths(&font.widths));
    let descendant = std::mem::take(descendant);
    let descendant_id = body.add(|s| {
        s.object(&Object::Dictionary(descendant));
    });
    *descendants.first_mut()? = Object::Reference((descendant_id.0, 0));

    let mut descriptor = painted.take(descriptor_id)?;
    complete_descriptor(&mut descriptor, font);
    for (id, dictionary) in [(descriptor_id, descriptor), (id, composite)] {
        body.object(id, |s| {
            s.object(&Object::Dictionary(dictionary));
        });
    }
    Some(())
}

/// The glyphs of a subset have consecutive numbers, so one array contains all their widths.
fn widths(widths: &[f64]) -> Object {
    // An f32 represents three decimals of numbers in the thousands.
    let widths = widths.iter().map(|width| Object::Real(*width as f32)).collect();
    Object::Array(vec![Object::Integer(1), Object::Array(widths)])
}

fn complete_descriptor(descriptor: &mut Dictionary, font: &EmbeddedFont) {
    descriptor.set("Flags", Object::Integer(font.flags));
    descriptor.set("CapHeight", Object::Integer(font.cap_height));
    descriptor.set("ItalicAngle", Object::Real(font.italic_angle));
}
