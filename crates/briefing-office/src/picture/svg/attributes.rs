//! How a shape is painted: its own attributes, the rules of the drawing, and what its groups say.

use std::borrow::Cow;
use std::collections::BTreeMap;

use briefing_model::{Colour, LineCorner, LineEnd};
use svgtypes::{LengthUnit, Transform};

use super::rules::{StyleRules, declarations};
use super::shapes::diagonal;
use super::tree::Element;
use super::{CUT, unprintable};
use crate::picture::PictureError;

const BLACK: Colour = Colour::rgb(0, 0, 0);
const HALF: &str = "parts that are half transparent";

/// What an area or a line is painted with.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Paint {
    None,
    Colour(Colour),
    /// What plain paths cannot show; it matters only where something is painted with it.
    Unprintable(&'static str),
}

/// What holds for a shape.
#[derive(Debug, Clone)]
pub(super) struct Attributes {
    pub(super) transform: Transform,
    /// Width and height of what shares are shares of.
    pub(super) view: (f64, f64),
    pub(super) fill: Paint,
    pub(super) fill_opacity: f64,
    pub(super) even_odd: bool,
    pub(super) clip_even_odd: bool,
    pub(super) line: Paint,
    pub(super) line_opacity: f64,
    pub(super) line_width: f64,
    pub(super) end: LineEnd,
    pub(super) corner: LineCorner,
    pub(super) miter_limit: f64,
    pub(super) dashed: bool,
    pub(super) line_first: bool,
    pub(super) marked: bool,
    pub(super) unscaled: bool,
    /// Whether neither it nor what is in it is shown.
    pub(super) gone: bool,
    /// Whether it is not shown itself, while what is in it may be.
    pub(super) unseen: bool,
    /// What `currentColor` stands for.
    pub(super) colour: Colour,
    /// What of it or of its groups cannot be printed.
    pub(super) unprintable: Option<&'static str>,
    /// The element whose shapes it is clipped to.
    pub(super) clip: Option<String>,
    pub(super) mask: Option<String>,
    /// Whether what leaves its frame is shown.
    pub(super) overflows: bool,
}

/// As SVG has it where nothing is said.
impl Default for Attributes {
    fn default() -> Self {
        Self {
            transform: Transform::default(),
            view: (0.0, 0.0),
            fill: Paint::Colour(BLACK),
            fill_opacity: 1.0,
            even_odd: false,
            clip_even_odd: false,
            line: Paint::None,
            line_opacity: 1.0,
            line_width: 1.0,
            end: LineEnd::Butt,
            corner: LineCorner::Miter,
            miter_limit: 4.0,
            dashed: false,
            line_first: false,
            marked: false,
            unscaled: false,
            gone: false,
            unseen: false,
            colour: BLACK,
            unprintable: None,
            clip: None,
            mask: None,
            overflows: false,
        }
    }
}

/// What is said of an element by name, from wherever it counts most.
pub(super) type Cascade<'e> = BTreeMap<Cow<'e, str>, Cow<'e, str>>;

/// Its own style counts for more than the drawing's rules, and those for more than its attributes.
pub(super) fn cascade<'e>(element: &'e Element, rules: &'e StyleRules) -> Cascade<'e> {
    let mut all = Cascade::new();
    for (name, value) in &element.attributes {
        all.insert(Cow::Borrowed(name), Cow::Borrowed(value.trim()));
    }
    let inline = declarations(element.get("style").unwrap_or_default());
    for important in [false, true] {
        for said in rules.of_element(element).filter(|said| said.important == important) {
            all.insert(Cow::Borrowed(&said.name), Cow::Borrowed(&said.value));
        }
        for said in inline.iter().filter(|said| said.important == important) {
            all.insert(Cow::Owned(said.name.clone()), Cow::Owned(said.value.clone()));
        }
    }
    all
}

impl Attributes {
    /// What holds for an element within this one.
    pub(super) fn within(&self, own: &Cascade<'_>) -> Result<Self, PictureError> {
        let mut here = self.clone();
        (here.clip, here.mask, here.gone, here.overflows, here.unscaled) = (None, None, false, false, false);
        // `currentColor` is what the element itself says.
        if let Some(Paint::Colour(colour)) = own.get("color").map(|value| colour(value, self.colour)) {
            here.colour = colour;
        }
        for (name, value) in own {
            if !matches!(value.as_ref(), "inherit" | "unset") {
                here.set(name, value, self)?;
            }
        }
        Ok(here)
    }

    /// The colour of what is inside.
    pub(super) fn filled(&self) -> Result<Option<Colour>, PictureError> {
        painted(self.fill, self.fill_opacity)
    }

    /// The colour of the line.
    pub(super) fn drawn(&self) -> Result<Option<Colour>, PictureError> {
        if self.line_width > 0.0 { painted(self.line, self.line_opacity) } else { Ok(None) }
    }

    /// Moves what is within it.
    pub(super) fn shift(&mut self, by: &Transform) {
        self.transform = product(&self.transform, by);
    }

    fn set(&mut self, name: &str, value: &str, outer: &Self) -> Result<(), PictureError> {
        match name {
            "transform" if value != "none" => {
                let own: Transform = value
                    .parse()
                    .map_err(|_| PictureError::Damaged("a transform of the SVG drawing cannot be read"))?;
                self.transform = product(&outer.transform, &own);
            }
            "transform-origin"
                if value.contains(|c: char| ('1'..='9').contains(&c) || c.is_alphabetic() && c != 'p' && c != 'x') =>
            {
                return Err(unprintable("transforms about a point of their own"));
            }
            "fill" => self.fill = colour(value, self.colour),
            "stroke" => self.line = colour(value, self.colour),
            "fill-rule" => self.even_odd = value == "evenodd",
            "clip-rule" => self.clip_even_odd = value == "evenodd",
            "stroke-width" => self.line_width = length(Some(value), diagonal(self.view))?,
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
            // Less than 1 is invalid, and counts for nothing.
            "stroke-miterlimit" => {
                self.miter_limit = value.parse().ok().filter(|limit| *limit >= 1.0).unwrap_or(outer.miter_limit);
            }
            "stroke-dasharray" => self.dashed = value != "none" && value.contains(|c: char| ('1'..='9').contains(&c)),
            "paint-order" => self.line_first = value.starts_with("stroke") || value.starts_with("markers stroke"),
            "vector-effect" => self.unscaled = value == "non-scaling-stroke",
            "display" => self.gone |= value == "none",
            "visibility" => self.unseen = matches!(value, "hidden" | "collapse"),
            "fill-opacity" => self.fill_opacity = opacity(value),
            "stroke-opacity" => self.line_opacity = opacity(value),
            "opacity" => match opacity(value) {
                share if share >= 1.0 => {}
                share if share <= 0.0 => self.gone = true,
                _ => self.unprintable = Some(HALF),
            },
            "overflow" => self.overflows = matches!(value, "visible" | "auto"),
            "clip-path" if value != "none" => self.clip = Some(value.to_owned()),
            "mask" if value != "none" => self.mask = Some(value.to_owned()),
            "filter" if value != "none" => self.unprintable = Some(CUT),
            "marker-start" | "marker-mid" | "marker-end" | "marker" => self.marked |= value != "none",
            "mix-blend-mode" if value != "normal" => self.unprintable = Some("colours that mix with those below"),
            _ => {}
        }
        Ok(())
    }
}

fn painted(paint: Paint, opacity: f64) -> Result<Option<Colour>, PictureError> {
    match paint {
        Paint::None => Ok(None),
        _ if opacity <= 0.0 => Ok(None),
        Paint::Unprintable(what) => Err(unprintable(what)),
        Paint::Colour(_) if opacity < 1.0 => Err(unprintable(HALF)),
        Paint::Colour(colour) => Ok(Some(colour)),
    }
}

/// What cannot be read counts for nothing, as browsers have it.
fn opacity(value: &str) -> f64 {
    let share = match value.strip_suffix('%') {
        Some(share) => share.trim().parse::<f64>().map(|share| share / 100.0),
        None => value.parse(),
    };
    share.unwrap_or(1.0)
}

fn colour(value: &str, current: Colour) -> Paint {
    match value {
        "none" | "transparent" => return Paint::None,
        _ if value.eq_ignore_ascii_case("currentcolor") => return Paint::Colour(current),
        _ => {}
    }
    if value.starts_with("url(") {
        return Paint::Unprintable("a gradient or a pattern");
    }
    match value.parse::<svgtypes::Color>() {
        Ok(svgtypes::Color { red, green, blue, alpha: 255 }) => Paint::Colour(Colour::rgb(red, green, blue)),
        Ok(svgtypes::Color { alpha: 0, .. }) => Paint::None,
        Ok(_) => Paint::Unprintable(HALF),
        Err(_) => Paint::Unprintable("a colour that is not known by name or number"),
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

pub(super) fn product(outer: &Transform, own: &Transform) -> Transform {
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
