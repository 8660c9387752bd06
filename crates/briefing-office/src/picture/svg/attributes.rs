//! How a shape is painted: its own attributes, the rules of the drawing, and what its groups say.

use std::borrow::Cow;

use briefing_model::{Colour, LineCorner, LineEnd};
use quick_xml::events::BytesStart;
use svgtypes::{LengthUnit, Transform};

use super::rules::{StyleRules, declarations};
use super::{DAMAGED, unprintable};
use crate::picture::PictureError;

const BLACK: Colour = Colour::rgb(0, 0, 0);

/// What an area or a line is painted with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Paint {
    None,
    Colour(Colour),
}

impl Paint {
    pub(super) const fn colour(self) -> Option<Colour> {
        match self {
            Self::None => None,
            Self::Colour(colour) => Some(colour),
        }
    }
}

/// What holds for a shape.
#[derive(Debug, Clone)]
pub(super) struct Attributes {
    pub(super) transform: Transform,
    pub(super) fill: Paint,
    pub(super) even_odd: bool,
    pub(super) line: Paint,
    pub(super) line_width: f64,
    pub(super) end: LineEnd,
    pub(super) corner: LineCorner,
    pub(super) dashed: bool,
    /// Whether neither it nor what is in it is shown.
    pub(super) hidden: bool,
    /// What `currentColor` stands for.
    pub(super) colour: Colour,
}

/// As SVG has it where nothing is said.
impl Default for Attributes {
    fn default() -> Self {
        Self {
            transform: Transform::default(),
            fill: Paint::Colour(BLACK),
            even_odd: false,
            line: Paint::None,
            line_width: 1.0,
            end: LineEnd::Butt,
            corner: LineCorner::Miter,
            dashed: false,
            hidden: false,
            colour: BLACK,
        }
    }
}

/// The attributes of an element, by name, without the prefixes of other vocabularies.
pub(super) fn of(start: &BytesStart<'_>) -> Result<Vec<(String, String)>, PictureError> {
    let read = start.attributes().map(|attribute| {
        let attribute = attribute.map_err(|_| DAMAGED)?;
        let name = attribute.key.into_inner().to_owned();
        let value = attribute.value.into_owned();
        // Only references to entities of the file's own cannot be read; programs write those for names of vocabularies.
        let value = quick_xml::escape::unescape(&value).map(Cow::into_owned).unwrap_or(value.clone());
        Ok((name, value))
    });
    read.collect()
}

impl Attributes {
    /// What holds for an element within this one. Its own style counts for more than the drawing's rules, and those for more
    /// than its attributes.
    pub(super) fn within(
        &self,
        name: &str,
        own: &[(String, String)],
        rules: &StyleRules,
    ) -> Result<Self, PictureError> {
        let get = |key: &str| own.iter().find(|(name, _)| name == key).map(|(_, value)| value.as_str());
        let mut here = self.clone();
        let inline = declarations(get("style").unwrap_or_default());
        let styled = rules.of_element(name, get("id"), get("class"));
        let all: Vec<(&str, &str)> = own
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
            .chain(styled)
            .chain(inline.iter().map(|(name, value)| (name.as_str(), value.as_str())))
            .collect();
        // `currentColor` is what the element itself says, wherever it says it.
        for (_, value) in all.iter().filter(|(name, _)| *name == "color") {
            here.colour = colour(value, self.colour)?.colour().unwrap_or(self.colour);
        }
        for (name, value) in all {
            here.set(name, value.trim(), self)?;
        }
        Ok(here)
    }

    fn set(&mut self, name: &str, value: &str, outer: &Self) -> Result<(), PictureError> {
        if value == "inherit" {
            return Ok(());
        }
        match name {
            "transform" => {
                let own: Transform = value
                    .parse()
                    .map_err(|_| PictureError::Damaged("a transform of the SVG drawing cannot be read"))?;
                self.transform = product(&outer.transform, &own);
            }
            "fill" => self.fill = colour(value, self.colour)?,
            "stroke" => self.line = colour(value, self.colour)?,
            "fill-rule" => self.even_odd = value == "evenodd",
            "stroke-width" => self.line_width = length(Some(value), 0.0)?,
            "stroke-linecap" => {
                self.end = match value {
                    "round" => LineEnd::Round,
                    "square" => LineEnd::Square,
                    _ => LineEnd::Butt,
                }
            }
            "stroke-linejoin" => {
                self.corner = match value {
                    "round" => LineCorner::Round,
                    "bevel" => LineCorner::Bevel,
                    _ => LineCorner::Miter,
                }
            }
            "stroke-dasharray" => self.dashed = value != "none" && value.contains(|c: char| ('1'..='9').contains(&c)),
            "display" => self.hidden |= value == "none",
            "visibility" => self.hidden = matches!(value, "hidden" | "collapse"),
            "opacity" | "fill-opacity" | "stroke-opacity" => match opacity(value) {
                Some(share) if share >= 1.0 => {}
                Some(share) if share <= 0.0 => match name {
                    "fill-opacity" => self.fill = Paint::None,
                    "stroke-opacity" => self.line = Paint::None,
                    _ => self.hidden = true,
                },
                _ => return Err(unprintable("parts that are half transparent")),
            },
            "clip-path" | "mask" | "filter" if value != "none" => {
                return Err(unprintable("parts that are cut out or changed by a clip, a mask or a filter"));
            }
            "marker-start" | "marker-mid" | "marker-end" | "marker" if value != "none" => {
                return Err(unprintable("arrowheads or other marks along a line"));
            }
            "mix-blend-mode" if value != "normal" => return Err(unprintable("colours that mix with those below")),
            _ => {}
        }
        Ok(())
    }
}

fn opacity(value: &str) -> Option<f64> {
    match value.strip_suffix('%') {
        Some(share) => share.trim().parse::<f64>().ok().map(|share| share / 100.0),
        None => value.parse().ok(),
    }
}

fn colour(value: &str, current: Colour) -> Result<Paint, PictureError> {
    match value {
        "none" | "transparent" => return Ok(Paint::None),
        "currentColor" | "currentcolor" => return Ok(Paint::Colour(current)),
        _ => {}
    }
    if value.starts_with("url(") {
        return Err(unprintable("a gradient or a pattern"));
    }
    let colour: svgtypes::Color =
        value.parse().map_err(|_| unprintable("a colour that is not known by name or number"))?;
    match colour.alpha {
        255 => Ok(Paint::Colour(Colour::rgb(colour.red, colour.green, colour.blue))),
        0 => Ok(Paint::None),
        _ => Err(unprintable("parts that are half transparent")),
    }
}

/// A length in the units of the drawing; a share is one of a measure.
pub(super) fn length(value: Option<&str>, of: f64) -> Result<f64, PictureError> {
    let Some(value) = value else { return Ok(0.0) };
    let read: svgtypes::Length =
        value.trim().parse().map_err(|_| PictureError::Damaged("a length of the SVG drawing is not a number"))?;
    // CSS counts 96 pixels to the inch.
    Ok(match read.unit {
        LengthUnit::None | LengthUnit::Px => read.number,
        LengthUnit::In => read.number * 96.0,
        LengthUnit::Cm => read.number * 96.0 / 2.54,
        LengthUnit::Mm => read.number * 96.0 / 25.4,
        LengthUnit::Pt => read.number * 96.0 / 72.0,
        LengthUnit::Pc => read.number * 16.0,
        LengthUnit::Percent => read.number / 100.0 * of,
        _ => return Err(unprintable("lengths that depend on the size of letters")),
    })
}

fn product(outer: &Transform, own: &Transform) -> Transform {
    let (o, i) = (outer, own);
    Transform::new(
        o.a * i.a + o.c * i.b,
        o.b * i.a + o.d * i.b,
        o.a * i.c + o.c * i.d,
        o.b * i.c + o.d * i.d,
        o.a * i.e + o.c * i.f + o.e,
        o.b * i.e + o.d * i.f + o.f,
    )
}

/// How much larger a transform makes everything; none if it does so in one direction more than in another.
pub(super) fn scale(transform: &Transform) -> Option<f64> {
    let Transform { a, b, c, d, .. } = *transform;
    let (across, down) = (a.hypot(b), c.hypot(d));
    let upright = (a * c + b * d).abs() <= across * down * EVEN;
    (upright && (across - down).abs() <= across.max(down) * EVEN).then_some(across)
}

/// Lines that are wider in one direction by less than this share look alike.
const EVEN: f64 = 0.01;
