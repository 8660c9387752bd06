//! SVG drawings: every shape as a plain path, in the one form that is printed.
//!
//! What plain paths cannot show (text, pictures within, gradients, transparency) is refused by name rather than left out: an emblem
//! that lacks a part is another emblem. Metadata, comments and what editors keep for themselves are left out.

mod attributes;
mod clip;
mod frame;
mod rules;
mod shapes;
mod stroke;
mod tree;

use std::rc::Rc;

use briefing_model::{Drawing, DrawnLine, DrawnPath, LineCorner, Media, Orientation};
use svgtypes::Transform;

use self::attributes::{Attributes, Cascade, cascade, length};
use self::clip::{Bounds, Clip, Left};
use self::frame::{ViewFrame, aspect, fitted, view_box};
use self::rules::StyleRules;
use self::shapes::{path_of, rectangle, steps};
use self::tree::{Element, Tree};
use super::{Normalized, PictureError, has_word, is_web_page, start_of};

/// The longer side of a drawing, in its units: with a hundredth of one as the finest step, finer than print at any size.
const LONG_SIDE: f64 = 1000.0;
/// The most steps in a drawing: more is a photograph that was traced.
const MOST_STEPS: usize = 200_000;
/// How deep groups may be nested, those that are repeated included.
const DEEPEST: usize = 256;
/// The most elements that are shown again by `use`.
const MOST_REPEATED: usize = 100_000;
/// How much finer than those of the drawing the points are that a box is measured by.
const FINER: f64 = 16.0;
/// The most sides of clips that are compared with paths.
const MOST_COMPARED: usize = 50_000_000;

const TOO_DEEP: &str = "groups within groups without end";
const CUT: &str = "parts that are cut out or changed by a clip, a mask or a filter";

/// Whether bytes look like a drawing, and not like a web page that has one in it.
pub(super) fn is_one(bytes: &[u8]) -> bool {
    let start = start_of(bytes);
    let text = start.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(start).trim_ascii_start();
    text.starts_with(b"<") && has_word(text, b"<svg") && !is_web_page(bytes)
}

/// What cannot be printed of a drawing, in words that end "which cannot be printed".
fn unprintable(what: &'static str) -> PictureError {
    PictureError::Drawing(what)
}

const DAMAGED: PictureError = PictureError::Damaged("the SVG drawing is not well-formed XML, or ends too early");

/// Brings a drawing into the form that is printed.
pub(super) fn normalize(bytes: &[u8]) -> Result<Normalized, PictureError> {
    let text = std::str::from_utf8(bytes).map_err(|_| PictureError::Damaged("the SVG drawing is not in UTF-8"))?;
    let drawing = read(text.trim_start_matches('\u{feff}'))?;
    let (width, height) = drawing.size();
    Ok(Normalized {
        media: Media::Svg,
        width,
        height,
        source_size: (u32::MAX, u32::MAX),
        orientation: Orientation::Upright,
        unreadable_profile: false,
        bytes: drawing.to_string().into_bytes(),
    })
}

fn read(text: &str) -> Result<Drawing, PictureError> {
    let rules = StyleRules::of(text)?;
    let tree = Tree::of(text)?;
    let root = tree.get(0)?;
    let own = cascade(root, &rules);
    let frame = ViewFrame::of_root(&own)?;
    let base = Attributes { transform: frame.shift, view: frame.view, ..Attributes::default() };
    let mut here = Place { attributes: base.within(&own)?, clips: Vec::new(), depth: 0 };
    let mut canvas = Canvas {
        tree: &tree,
        rules: &rules,
        frame,
        paths: Vec::new(),
        steps: 0,
        compared: 0,
        repeated: 0,
        uses: Vec::new(),
    };
    if !here.attributes.gone {
        canvas.clip(&mut here, Some(0))?;
        canvas.children(root, &here)?;
    }
    canvas.finish()
}

/// What is drawn so far.
struct Canvas<'t> {
    tree: &'t Tree,
    rules: &'t StyleRules,
    frame: ViewFrame,
    paths: Vec<DrawnPath>,
    steps: usize,
    compared: usize,
    repeated: usize,
    /// The elements that are being shown again.
    uses: Vec<usize>,
}

/// What holds where an element stands, or where it is shown again.
#[derive(Clone)]
struct Place {
    attributes: Attributes,
    clips: Vec<Rc<Clip>>,
    depth: usize,
}

/// The element of the file that a reference names.
fn referred(href: &str) -> Option<&str> {
    href.trim().strip_prefix('#').filter(|id| !id.is_empty())
}

/// The element of the file that `url(#…)` names.
fn referred_by_url(value: &str) -> Option<&str> {
    let inner = value.trim().strip_prefix("url(")?.strip_suffix(')')?.trim();
    referred(inner.trim_matches(['"', '\'']))
}

impl Canvas<'_> {
    fn children(&mut self, element: &Element, here: &Place) -> Result<(), PictureError> {
        element.children.iter().try_for_each(|child| self.paint(*child, here, None))
    }

    /// Paints an element, where it stands or where a `use` shows it again.
    fn paint(&mut self, index: usize, outer: &Place, shown_by: Option<&Cascade<'_>>) -> Result<(), PictureError> {
        let element = self.tree.get(index)?;
        let name = element.name.as_str();
        let unknown = match name {
            "defs" | "linearGradient" | "radialGradient" | "pattern" | "clipPath" | "mask" | "filter" | "marker"
            | "view" => {
                return Ok(());
            }
            // It is shown by what refers to it.
            "symbol" if shown_by.is_none() => return Ok(()),
            "symbol" | "g" | "a" | "switch" | "svg" | "use" => None,
            "path" | "rect" | "circle" | "ellipse" | "line" | "polyline" | "polygon" => None,
            "text" | "tspan" | "textPath" => Some("text"),
            "image" => Some("a picture within it"),
            "foreignObject" => Some("a part in another language than SVG"),
            "animate" | "animateTransform" | "animateMotion" | "set" => Some("animation"),
            "script" => Some("a script"),
            _ => Some("an element that is not known"),
        };
        let own = cascade(element, self.rules);
        if is_for_others(element) {
            return Ok(());
        }
        let here = outer.attributes.within(&own)?;
        if here.gone {
            return Ok(());
        }
        if let Some(what) = unknown {
            return if here.unseen { Ok(()) } else { Err(unprintable(what)) };
        }
        if element.get("systemLanguage").is_some() {
            return Err(unprintable("parts for one language only"));
        }
        let mut here = Place { attributes: here, clips: outer.clips.clone(), depth: outer.depth + 1 };
        if here.depth > DEEPEST {
            return Err(unprintable(TOO_DEEP));
        }
        if !self.uses.is_empty() {
            self.repeated += 1;
            if self.repeated > MOST_REPEATED {
                return Err(unprintable("repeated parts (`use`) without end"));
            }
        }
        self.clip(&mut here, Some(index))?;
        match name {
            "svg" | "symbol" => {
                if self.enter(&own, shown_by, &mut here)? {
                    self.children(element, &here)?;
                }
                Ok(())
            }
            "use" => {
                let target = self.target(element)?;
                here.attributes.shift(&moved(&own, here.attributes.view)?);
                self.uses.push(target);
                self.paint(target, &here, Some(&own))?;
                self.uses.pop();
                Ok(())
            }
            "switch" => {
                for child in &element.children {
                    if !is_for_others(self.tree.get(*child)?) {
                        return self.paint(*child, &here, None);
                    }
                }
                Ok(())
            }
            _ => match path_of(name, &own, here.attributes.view)? {
                Some(path) => self.draw(&path, &here, !matches!(name, "rect" | "circle" | "ellipse")),
                None => self.children(element, &here),
            },
        }
    }

    /// What a `use` shows again.
    fn target(&self, element: &Element) -> Result<usize, PictureError> {
        let older =
            || element.attributes.iter().find(|(name, _)| name.ends_with(":href")).map(|(_, value)| value.as_str());
        let href = element.get("href").or_else(older).unwrap_or_default();
        if !href.is_empty() && !href.trim().starts_with('#') {
            return Err(unprintable("a repeated part (`use`) of another file"));
        }
        let target = referred(href).and_then(|id| self.tree.by_id(id));
        let target = target.ok_or_else(|| unprintable("a repeated part (`use`) that is not in the file"))?;
        if self.uses.contains(&target) {
            return Err(unprintable("repeated parts (`use`) within themselves"));
        }
        Ok(target)
    }

    /// Enters a drawing within the drawing; says whether any of it is shown.
    fn enter(
        &mut self,
        own: &Cascade<'_>,
        shown_by: Option<&Cascade<'_>>,
        here: &mut Place,
    ) -> Result<bool, PictureError> {
        let side = |key: &str, of: f64| {
            let given = shown_by.and_then(|shown| shown.get(key)).or_else(|| own.get(key));
            given.filter(|value| *value != "auto").map_or(Ok(of), |value| length(Some(value), of))
        };
        let (across, down) = here.attributes.view;
        let (width, height) = (side("width", across)?, side("height", down)?);
        if width <= 0.0 || height <= 0.0 {
            return Ok(false);
        }
        here.attributes.shift(&moved(own, (across, down))?);
        if !here.attributes.overflows {
            let mut frame = Clip::default();
            frame.add(steps(&rectangle(0.0, 0.0, width, height, (0.0, 0.0)), &here.attributes.transform)?, false);
            here.clips.push(Rc::new(frame));
        }
        here.attributes.view = (width, height);
        if let Some(view) = view_box(own)? {
            here.attributes.shift(&fitted(view, aspect(own), (width, height)));
            here.attributes.view = (view.w, view.h);
        }
        Ok(true)
    }

    /// Adds the clips that an element asks for.
    fn clip(&mut self, here: &mut Place, of: Option<usize>) -> Result<(), PictureError> {
        for (asked, name) in [(here.attributes.clip.take(), "clipPath"), (here.attributes.mask.take(), "mask")] {
            let Some(asked) = asked else { continue };
            let id = referred_by_url(&asked).ok_or_else(|| unprintable(CUT))?;
            // As browsers have it, what is not there does not clip.
            let Some(index) = self.tree.by_id(id) else { continue };
            let element = self.tree.get(index)?;
            if element.name != name {
                return Err(unprintable(CUT));
            }
            let clip = self.clip_of(element, here, of)?;
            here.clips.push(Rc::new(clip));
        }
        Ok(())
    }

    /// What a clip, or a mask that shows all or nothing, leaves.
    fn clip_of(&mut self, element: &Element, here: &mut Place, of: Option<usize>) -> Result<Clip, PictureError> {
        let is_mask = element.name == "mask";
        let own = cascade(element, self.rules);
        let says = |key: &str, value: &str| own.get(key).is_some_and(|said| said == value);
        let base =
            Attributes { transform: here.attributes.transform, view: here.attributes.view, ..Attributes::default() };
        let mut inner = base.clone();
        if says(if is_mask { "maskContentUnits" } else { "clipPathUnits" }, "objectBoundingBox") {
            inner.shift(&self.unit_of(of, here)?);
            inner.view = (1.0, 1.0);
        }
        let attributes = inner.within(&own)?;
        let mut within = Place { attributes, clips: Vec::new(), depth: here.depth + 1 };
        if within.depth > DEEPEST {
            return Err(unprintable(TOO_DEEP));
        }
        self.clip(&mut within, None)?;
        here.clips.append(&mut within.clips);
        if is_mask {
            let by_user = says("maskUnits", "userSpaceOnUse");
            let view = if by_user { base.view } else { (1.0, 1.0) };
            let side = |key: &str, of: f64, otherwise: f64| {
                own.get(key).map_or(Ok(otherwise * of), |value| length(Some(value), of))
            };
            let (x, y) = (side("x", view.0, -0.1)?, side("y", view.1, -0.1)?);
            let (width, height) = (side("width", view.0, 1.2)?, side("height", view.1, 1.2)?);
            let holds_all = x <= 0.0 && y <= 0.0 && x + width >= 1.0 && y + height >= 1.0;
            if by_user || !holds_all {
                let mut frame = base;
                if !by_user {
                    frame.shift(&self.unit_of(of, here)?);
                }
                let mut clip = Clip::default();
                clip.add(steps(&rectangle(x, y, width, height, (0.0, 0.0)), &frame.transform)?, false);
                here.clips.push(Rc::new(clip));
            }
        }
        let by_colour = is_mask && !says("mask-type", "alpha");
        let mut clip = Clip::default();
        for child in &element.children {
            self.collect(*child, &within, (is_mask, by_colour), &mut clip)?;
        }
        Ok(clip)
    }

    /// What brings a square of one unit to the box around an element, as it stands there.
    fn unit_of(&mut self, of: Option<usize>, here: &Place) -> Result<Transform, PictureError> {
        let index = of.ok_or_else(|| unprintable(CUT))?;
        // Points are exact to a hundredth: of the finished drawing's units at least.
        let Transform { a, b, c, d, .. } = here.attributes.transform;
        let finer = (a * d - b * c).abs().sqrt() * FINER;
        if !finer.is_normal() {
            return Err(unprintable(CUT));
        }
        let transform = Transform::new(finer, 0.0, 0.0, finer, 0.0, 0.0);
        let base = Attributes { transform, view: here.attributes.view, ..Attributes::default() };
        let place = Place { attributes: base, clips: Vec::new(), depth: here.depth };
        let own = cascade(self.tree.get(index)?, self.rules);
        let ((left, top), (width, height)) =
            self.extent(index, &own, &place)?.ok_or_else(|| unprintable(CUT))?.corner_and_size();
        if width <= 0.0 || height <= 0.0 {
            return Err(unprintable(CUT));
        }
        Ok(Transform::new(width / finer, 0.0, 0.0, height / finer, left / finer, top / finer))
    }

    /// The box around an element whose own place is given: around the areas of its shapes, without their lines.
    fn extent(&mut self, index: usize, own: &Cascade<'_>, here: &Place) -> Result<Option<Bounds>, PictureError> {
        let element = self.tree.get(index)?;
        self.repeated += 1;
        if self.repeated > MOST_REPEATED || here.depth > DEEPEST {
            return Err(unprintable(TOO_DEEP));
        }
        match element.name.as_str() {
            "g" | "a" => {}
            "svg" if index == 0 => {}
            "use" => {
                let target = self.target(element)?;
                let mut here = here.clone();
                here.attributes.shift(&moved(own, here.attributes.view)?);
                self.uses.push(target);
                let extent = self.extent_within(target, &here);
                self.uses.pop();
                return extent;
            }
            name => {
                let path = path_of(name, own, here.attributes.view)?.ok_or_else(|| unprintable(CUT))?;
                let steps = steps(&path, &here.attributes.transform)?;
                self.count(steps.len())?;
                let area = DrawnPath { fill: None, even_odd: false, line: None, steps };
                return Ok(if path.is_empty() { None } else { Bounds::of(&area) });
            }
        }
        let mut around: Option<Bounds> = None;
        for child in &element.children {
            let extent = self.extent_within(*child, here)?;
            around = around.map_or(extent, |around| Some(extent.map_or(around, |extent| around.around(extent))));
        }
        Ok(around)
    }

    /// The same for an element that stands within another.
    fn extent_within(&mut self, index: usize, outer: &Place) -> Result<Option<Bounds>, PictureError> {
        let element = self.tree.get(index)?;
        if matches!(element.name.as_str(), "defs" | "clipPath" | "mask" | "symbol") || is_for_others(element) {
            return Ok(None);
        }
        let own = cascade(element, self.rules);
        let attributes = outer.attributes.within(&own)?;
        if attributes.gone {
            return Ok(None);
        }
        self.extent(index, &own, &Place { attributes, clips: Vec::new(), depth: outer.depth + 1 })
    }

    /// Adds the shapes of an element to a clip.
    fn collect(
        &mut self,
        index: usize,
        outer: &Place,
        (is_mask, by_colour): (bool, bool),
        clip: &mut Clip,
    ) -> Result<(), PictureError> {
        let element = self.tree.get(index)?;
        let own = cascade(element, self.rules);
        let mut here = Place { attributes: outer.attributes.within(&own)?, clips: Vec::new(), depth: outer.depth + 1 };
        self.repeated += 1;
        if self.repeated > MOST_REPEATED || here.depth > DEEPEST {
            return Err(unprintable(TOO_DEEP));
        }
        let attributes = &here.attributes;
        if attributes.gone || is_for_others(element) {
            return Ok(());
        }
        if attributes.clip.is_some() || attributes.mask.is_some() {
            return Err(unprintable(CUT));
        }
        match element.name.as_str() {
            "use" => {
                let target = self.target(element)?;
                here.attributes.shift(&moved(&own, here.attributes.view)?);
                self.uses.push(target);
                self.collect(target, &here, (is_mask, by_colour), clip)?;
                self.uses.pop();
                Ok(())
            }
            "g" if is_mask => {
                element.children.iter().try_for_each(|child| self.collect(*child, &here, (is_mask, by_colour), clip))
            }
            name => {
                let path = path_of(name, &own, attributes.view)?.ok_or_else(|| unprintable(CUT))?;
                if attributes.unseen || path.is_empty() {
                    return Ok(());
                }
                let mut even_odd = attributes.clip_even_odd;
                if is_mask {
                    even_odd = attributes.even_odd;
                    let (fill, line) = (attributes.filled()?, attributes.drawn()?);
                    // Where nothing is shown yet, what hides changes nothing.
                    if by_colour && fill == Some(clip::ALL_HIDDEN) && line.is_none() && clip.sides() == 0 {
                        return Ok(());
                    }
                    let partly = fill.is_some_and(|fill| by_colour && fill != clip::ALL_SHOWN);
                    if partly || line.is_some() || attributes.unprintable.is_some() {
                        return Err(unprintable(CUT));
                    }
                    if fill.is_none() {
                        return Ok(());
                    }
                }
                let steps = steps(&path, &attributes.transform)?;
                self.count(steps.len())?;
                clip.add(steps, even_odd);
                Ok(())
            }
        }
    }

    fn count(&mut self, steps: usize) -> Result<(), PictureError> {
        self.steps += steps;
        if self.steps > MOST_STEPS {
            return Err(unprintable("more lines than a drawing has: it seems to be a photograph that was traced"));
        }
        Ok(())
    }

    fn draw(&mut self, path: &str, here: &Place, may_be_marked: bool) -> Result<(), PictureError> {
        let Place { attributes: here, clips, .. } = here;
        if here.unseen || path.is_empty() {
            return Ok(());
        }
        let (fill, line) = (here.filled()?, here.drawn()?);
        if fill.is_none() && line.is_none() {
            return Ok(());
        }
        if let Some(what) = here.unprintable {
            return Err(unprintable(what));
        }
        if here.marked && may_be_marked {
            return Err(unprintable("arrowheads or other marks along a line"));
        }
        let steps = steps(path, &here.transform)?;
        self.count(steps.len())?;
        // A single point paints nothing.
        if steps.len() <= 1 {
            return Ok(());
        }
        let line = match line {
            Some(colour) => {
                if here.dashed {
                    return Err(unprintable("dashed lines"));
                }
                if here.unscaled {
                    return Err(unprintable("lines of the same width at any size"));
                }
                let scale = attributes::scale(&here.transform)
                    .ok_or_else(|| unprintable("lines that are stretched in one direction"))?;
                let mut line = DrawnLine::new(colour, here.line_width * scale);
                (line.end, line.corner) = (here.end, here.corner);
                Some(if here.corner == LineCorner::Miter { line.with_miter_limit(here.miter_limit) } else { line })
            }
            None => None,
        };
        let path = DrawnPath { fill, even_odd: here.even_odd, line, steps };
        let both = path.fill.is_some() && path.line.is_some();
        if !both || clips.is_empty() && !here.line_first {
            return self.add(path, clips);
        }
        let area = DrawnPath { line: None, ..path.clone() };
        let outline = DrawnPath { fill: None, ..path.clone() };
        // Each is cut for itself; uncut, they are one again.
        let (before, below) = (self.paths.len(), if here.line_first { &outline } else { &area });
        self.add(below.clone(), clips)?;
        self.add(if here.line_first { area.clone() } else { outline.clone() }, clips)?;
        if !here.line_first && self.paths.get(before..) == Some(&[area, outline]) {
            self.paths.truncate(before);
            self.paths.push(path);
        }
        Ok(())
    }

    /// Adds what the clips leave of a path that is an area or a line.
    fn add(&mut self, mut path: DrawnPath, clips: &[Rc<Clip>]) -> Result<(), PictureError> {
        for clip in clips {
            let Some(bounds) = Bounds::of(&path).and_then(|bounds| bounds.common(self.frame.bounds())) else {
                return Ok(());
            };
            self.compared += clip.sides();
            if self.compared > MOST_COMPARED {
                return Err(unprintable("more clips than a drawing has"));
            }
            match clip.leaves(bounds) {
                Left::All => {}
                Left::Nothing => return Ok(()),
                Left::Part => {
                    // A line is cut as the area that it covers.
                    let outlined = stroke::outlined(&path);
                    let what = if outlined.is_some() { "lines that are cut by a clip with dents" } else { CUT };
                    let area = outlined.unwrap_or(path);
                    self.count(area.steps.len())?;
                    let left = clip.cut(&area, bounds).ok_or_else(|| unprintable(what))?;
                    if left.steps.is_empty() {
                        return Ok(());
                    }
                    self.count(left.steps.len())?;
                    path = left;
                }
            }
        }
        self.paths.push(path);
        Ok(())
    }

    fn finish(self) -> Result<Drawing, PictureError> {
        if self.paths.is_empty() {
            return Err(PictureError::Damaged("the SVG drawing shows nothing"));
        }
        Drawing::new(self.frame.size(), self.paths).map_err(|_| DAMAGED)
    }
}

/// Whether an element is for programs with abilities of their own, beside what is for all.
fn is_for_others(element: &Element) -> bool {
    element.get("requiredExtensions").is_some_and(|extensions| !extensions.trim().is_empty())
}

/// How far `x` and `y` move what a `use` or a drawing within the drawing shows.
fn moved(own: &Cascade<'_>, (across, down): (f64, f64)) -> Result<Transform, PictureError> {
    let along = |key: &str, of: f64| length(own.get(key).map(AsRef::as_ref), of);
    Ok(Transform::new(1.0, 0.0, 0.0, 1.0, along("x", across)?, along("y", down)?))
}

#[cfg(test)]
mod tests;
