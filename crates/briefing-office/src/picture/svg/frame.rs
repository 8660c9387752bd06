//! Frames: where a drawing, or one within it, shows which part of its plane.

use svgtypes::{Align, AspectRatio, Transform, ViewBox};

use super::LONG_SIDE;
use super::attributes::{Cascade, length, product};
use super::clip::Bounds;
use crate::picture::PictureError;

/// The part of the plane that the drawing shows.
#[derive(Clone, Copy)]
pub(super) struct ViewFrame {
    /// Width and height in units of the file, as shown.
    width: f64,
    height: f64,
    scale: f64,
    /// From the units of what is drawn to those of the drawing.
    pub(super) shift: Transform,
    /// Width and height of what shares are shares of.
    pub(super) view: (f64, f64),
}

impl ViewFrame {
    /// The part of the plane that the outermost element shows.
    pub(super) fn of_root(own: &Cascade<'_>) -> Result<Self, PictureError> {
        let side = |key: &str| {
            let given = own.get(key).filter(|value| !value.contains('%') && *value != "auto");
            given.map(|value| length(Some(value), 0.0)).transpose()
        };
        let Some(view) = view_box(own)? else {
            let (width, height) = (side("width")?.unwrap_or(0.0), side("height")?.unwrap_or(0.0));
            return Self::of(width, height, Transform::default(), (width, height));
        };
        let aspect = aspect(own);
        let plain = Transform::new(1.0, 0.0, 0.0, 1.0, -view.x, -view.y);
        // Where all of the view is shown undistorted, what a taller or wider frame adds is empty.
        if !aspect.slice && aspect.align != Align::None {
            return Self::of(view.w, view.h, plain, (view.w, view.h));
        }
        match (side("width"), side("height")) {
            (Ok(Some(width)), Ok(Some(height))) => {
                Self::of(width, height, fitted(view, aspect, (width, height)), (view.w, view.h))
            }
            _ => Self::of(view.w, view.h, plain, (view.w, view.h)),
        }
    }

    fn of(width: f64, height: f64, shift: Transform, view: (f64, f64)) -> Result<Self, PictureError> {
        let long = width.max(height);
        let finite = [long, shift.a, shift.d, shift.e, shift.f].iter().all(|number| number.is_finite());
        if !(finite && width > 0.0 && height > 0.0) {
            return Err(PictureError::Damaged(
                "the SVG drawing says no size: neither `viewBox` nor `width` and `height`",
            ));
        }
        let scale = LONG_SIDE / long;
        let shift = product(&Transform::new(scale, 0.0, 0.0, scale, 0.0, 0.0), &shift);
        Ok(Self { width, height, scale, shift, view })
    }

    pub(super) fn size(self) -> (u32, u32) {
        let side = |length: f64| ((length * self.scale).round() as u32).max(1);
        (side(self.width), side(self.height))
    }

    pub(super) fn bounds(self) -> Bounds {
        let (width, height) = self.size();
        Bounds::new(0.0, 0.0, f64::from(width), f64::from(height))
    }
}

pub(super) fn view_box(own: &Cascade<'_>) -> Result<Option<ViewBox>, PictureError> {
    let damaged = |_| PictureError::Damaged("the `viewBox` of the SVG drawing is not four numbers with a size");
    own.get("viewBox").map(|view| view.parse().map_err(damaged)).transpose()
}

pub(super) fn aspect(own: &Cascade<'_>) -> AspectRatio {
    let given = own.get("preserveAspectRatio").and_then(|aspect| aspect.parse().ok());
    given.unwrap_or(AspectRatio { defer: false, align: Align::XMidYMid, slice: false })
}

/// Where a view is shown in a frame of a width and a height.
pub(super) fn fitted(view: ViewBox, aspect: AspectRatio, (width, height): (f64, f64)) -> Transform {
    let (across, down) = (width / view.w, height / view.h);
    let (x, y) = match aspect.align {
        Align::None => return Transform::new(across, 0.0, 0.0, down, -view.x * across, -view.y * down),
        Align::XMinYMin => (0.0, 0.0),
        Align::XMidYMin => (0.5, 0.0),
        Align::XMaxYMin => (1.0, 0.0),
        Align::XMinYMid => (0.0, 0.5),
        Align::XMidYMid => (0.5, 0.5),
        Align::XMaxYMid => (1.0, 0.5),
        Align::XMinYMax => (0.0, 1.0),
        Align::XMidYMax => (0.5, 1.0),
        Align::XMaxYMax => (1.0, 1.0),
    };
    let scale = if aspect.slice { across.max(down) } else { across.min(down) };
    let (rest_across, rest_down) = (width - view.w * scale, height - view.h * scale);
    Transform::new(scale, 0.0, 0.0, scale, x * rest_across - view.x * scale, y * rest_down - view.y * scale)
}
