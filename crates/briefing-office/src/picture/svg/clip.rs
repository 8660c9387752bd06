//! Clips: what of a path is left where only a part of the plane is shown.
//!
//! A clip that cuts nothing is forgotten, as the one that many programs put around a whole drawing. An area is cut along any
//! outline without dents, or, if it has none itself, along any outline at all. A line is cut as the area that it covers.

use briefing_model::{Colour, DrawnPath, DrawnPoint, LineCorner, LineEnd, PathStep};

pub(super) type Spot = (f64, f64);

/// What deviates by less, in units of a drawing, is the same: a thirtieth of a millimetre on a full page.
const SAME: f64 = 0.1;
/// How far flattened curves may be from the true ones.
const FLAT: f64 = 0.02;

/// An upright rectangle.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Bounds {
    left: f64,
    top: f64,
    right: f64,
    bottom: f64,
}

impl Bounds {
    pub(super) const fn new(left: f64, top: f64, right: f64, bottom: f64) -> Self {
        Self { left, top, right, bottom }
    }

    /// What a path covers at most; none if it covers nothing.
    pub(super) fn of(path: &DrawnPath) -> Option<Self> {
        let rings = flattened(&path.steps);
        let mut bounds = Self::new(f64::INFINITY, f64::INFINITY, f64::NEG_INFINITY, f64::NEG_INFINITY);
        let mut take = |(x, y): Spot, margin: f64| {
            bounds.left = bounds.left.min(x - margin);
            bounds.top = bounds.top.min(y - margin);
            bounds.right = bounds.right.max(x + margin);
            bounds.bottom = bounds.bottom.max(y + margin);
        };
        let half = path.line.map_or(0.0, |line| line.width() / 2.0);
        let square = path.line.is_some_and(|line| line.end == LineEnd::Square);
        let sharp = path.line.filter(|line| line.corner == LineCorner::Miter);
        for (ring, closed) in rings.iter().zip(rings_of(&path.steps).iter().map(|ring| ring.closed)) {
            for spot in ring {
                take(*spot, if square { half * std::f64::consts::SQRT_2 } else { half });
            }
            if let Some(line) = sharp {
                // Ends are no corners.
                let ends = usize::from(!closed);
                let inner = corners(ring).take(ring.len().saturating_sub(ends)).skip(ends);
                for (before, corner, after) in inner {
                    if let Some(tip) = tip((before, corner, after), half, line.miter_limit()) {
                        take(tip, 0.0);
                    }
                }
            }
        }
        (bounds.left <= bounds.right).then_some(bounds)
    }

    /// What holds both.
    pub(super) fn around(self, other: Self) -> Self {
        Self::new(
            self.left.min(other.left),
            self.top.min(other.top),
            self.right.max(other.right),
            self.bottom.max(other.bottom),
        )
    }

    /// Its top left corner, its width and its height.
    pub(super) fn corner_and_size(self) -> (Spot, (f64, f64)) {
        ((self.left, self.top), (self.right - self.left, self.bottom - self.top))
    }

    /// What two have in common; none if they do not meet.
    pub(super) fn common(self, other: Self) -> Option<Self> {
        let both = Self::new(
            self.left.max(other.left),
            self.top.max(other.top),
            self.right.min(other.right),
            self.bottom.min(other.bottom),
        );
        (both.left <= both.right && both.top <= both.bottom).then_some(both)
    }

    /// Without what may count as the same.
    fn core(self) -> Self {
        let (across, down) = (SAME.min((self.right - self.left) / 2.0), SAME.min((self.bottom - self.top) / 2.0));
        Self::new(self.left + across, self.top + down, self.right - across, self.bottom - down)
    }

    const fn middle(self) -> Spot {
        (f64::midpoint(self.left, self.right), f64::midpoint(self.top, self.bottom))
    }

    /// Whether a straight line comes into it.
    fn meets(self, from: Spot, to: Spot) -> bool {
        let (mut first, mut last) = (0.0_f64, 1.0_f64);
        for (start, way, low, high) in
            [(from.0, to.0 - from.0, self.left, self.right), (from.1, to.1 - from.1, self.top, self.bottom)]
        {
            if way == 0.0 {
                if start < low || start > high {
                    return false;
                }
                continue;
            }
            let (one, other) = ((low - start) / way, (high - start) / way);
            first = first.max(one.min(other));
            last = last.min(one.max(other));
        }
        first <= last
    }
}

/// The tip of a sharp corner of a line, if it has one.
pub(super) fn tip((before, corner, after): (Spot, Spot, Spot), half: f64, limit: f64) -> Option<Spot> {
    let (one, other) = (direction(before, corner)?, direction(after, corner)?);
    let middle = direction((0.0, 0.0), (one.0 + other.0, one.1 + other.1))?;
    // The sine of half the angle between the two sides.
    let sine = (one.0 * middle.1 - one.1 * middle.0).abs();
    (sine * limit >= 1.0).then(|| (corner.0 + middle.0 * half / sine, corner.1 + middle.1 * half / sine))
}

pub(super) fn direction(from: Spot, to: Spot) -> Option<Spot> {
    let (x, y) = (to.0 - from.0, to.1 - from.1);
    let length = x.hypot(y);
    (length > 1e-9).then(|| (x / length, y / length))
}

/// Each corner of a ring, between its neighbours.
fn corners(ring: &[Spot]) -> impl Iterator<Item = (Spot, Spot, Spot)> {
    let count = ring.len();
    let before = ring.iter().cycle().skip(count.saturating_sub(1));
    let after = ring.iter().cycle().skip(1);
    before.zip(ring).zip(after).map(|((before, corner), after)| (*before, *corner, *after)).take(count)
}

/// The sides of a ring.
fn sides(ring: &[Spot]) -> impl Iterator<Item = (Spot, Spot)> {
    ring.iter().zip(ring.iter().cycle().skip(1)).map(|(from, to)| (*from, *to))
}

/// A part of the plane that is shown: all that any of its regions holds.
#[derive(Debug, Default)]
pub(super) struct Clip {
    regions: Vec<Region>,
}

#[derive(Debug)]
struct Region {
    steps: Vec<PathStep>,
    rings: Vec<Vec<Spot>>,
    even_odd: bool,
}

/// What a clip leaves of something.
#[derive(Debug, PartialEq)]
pub(super) enum Left {
    All,
    Nothing,
    Part,
}

impl Clip {
    pub(super) fn add(&mut self, steps: Vec<PathStep>, even_odd: bool) {
        let rings = flattened(&steps);
        self.regions.push(Region { steps, rings, even_odd });
    }

    /// How many sides there are to look at.
    pub(super) fn sides(&self) -> usize {
        self.regions.iter().flat_map(|region| &region.rings).map(Vec::len).sum()
    }

    pub(super) fn leaves(&self, bounds: Bounds) -> Left {
        let left = self.regions.iter().map(|region| region.leaves(bounds)).collect::<Vec<_>>();
        if left.contains(&Left::All) {
            Left::All
        } else if left.contains(&Left::Part) {
            Left::Part
        } else {
            Left::Nothing
        }
    }

    /// What is left of an area; none if that cannot be said in one path.
    pub(super) fn cut(&self, area: &DrawnPath, bounds: Bounds) -> Option<DrawnPath> {
        let mut touching = self.regions.iter().filter(|region| region.leaves(bounds) != Left::Nothing);
        let region = touching.next().filter(|_| touching.next().is_none())?;
        if let Some(outline) = without_dents(&region.rings) {
            return Some(DrawnPath { steps: cut(&area.steps, outline), ..area.clone() });
        }
        let rings = flattened(&area.steps);
        let outline = without_dents(&rings)?;
        Some(DrawnPath { steps: cut(&region.steps, outline), even_odd: region.even_odd, ..area.clone() })
    }
}

impl Region {
    fn leaves(&self, bounds: Bounds) -> Left {
        let core = bounds.core();
        if self.rings.iter().any(|ring| sides(ring).any(|(from, to)| core.meets(from, to))) {
            return Left::Part;
        }
        // No side comes in: all of it is inside, or none.
        let windings = self.rings.iter().map(|ring| winding(ring, core.middle())).sum::<i32>();
        let inside = if self.even_odd { windings % 2 != 0 } else { windings != 0 };
        if inside { Left::All } else { Left::Nothing }
    }
}

/// How often a ring winds around a spot.
fn winding(ring: &[Spot], (x, y): Spot) -> i32 {
    let turn = |(from, to): (Spot, Spot)| {
        let beside = (to.0 - from.0) * (y - from.1) - (x - from.0) * (to.1 - from.1);
        match (from.1 <= y, to.1 <= y) {
            (true, false) if beside > 0.0 => 1,
            (false, true) if beside < 0.0 => -1,
            _ => 0,
        }
    };
    sides(ring).map(turn).sum()
}

/// The only ring of an outline, if it turns in one direction and once around.
fn without_dents(rings: &[Vec<Spot>]) -> Option<&[Spot]> {
    let mut rings = rings.iter().filter(|ring| area(ring).abs() > SAME * SAME);
    let ring = rings.next().filter(|_| rings.next().is_none())?;
    let sign = area(ring).signum();
    let mut turned = 0.0;
    for (before, corner, after) in corners(ring) {
        let (one, other) = ((corner.0 - before.0, corner.1 - before.1), (after.0 - corner.0, after.1 - corner.1));
        let cross = sign * (one.0 * other.1 - one.1 * other.0);
        if cross < 0.0 && -cross > SAME * (after.0 - before.0).hypot(after.1 - before.1) {
            return None;
        }
        turned += cross.atan2(one.0 * other.0 + one.1 * other.1);
    }
    (turned < std::f64::consts::TAU + 1.0).then_some(ring)
}

/// Twice the area within a ring; negative if it turns to the left.
pub(super) fn area(ring: &[Spot]) -> f64 {
    sides(ring).map(|(from, to)| from.0 * to.1 - to.0 * from.1).sum()
}

fn spot(point: DrawnPoint) -> Spot {
    (point.x(), point.y())
}

/// A path as closed rings of straight sides.
fn flattened(steps: &[PathStep]) -> Vec<Vec<Spot>> {
    let rings = rings_of(steps).into_iter().map(|ring| {
        let mut spots: Vec<Spot> = ring.spots().into_iter().map(|(spot, _)| spot).collect();
        if spots.len() > 1 && spots.first() == spots.last() {
            spots.pop();
        }
        spots
    });
    rings.collect()
}

/// One closed part of an area.
pub(super) struct Ring {
    start: Spot,
    sides: Vec<Side>,
    pub(super) closed: bool,
}

impl Ring {
    /// Its spots along straight sides, no two neighbours the same, each with whether it is one of its own and not on a curve.
    pub(super) fn spots(&self) -> Vec<(Spot, bool)> {
        let mut spots = vec![(self.start, true)];
        let mut from = self.start;
        for side in &self.sides {
            if let Side::Curve(first, second, to) = *side {
                let bend = |a: Spot, b: Spot, c: Spot| (a.0 - 2.0 * b.0 + c.0).hypot(a.1 - 2.0 * b.1 + c.1);
                let bent = bend(from, first, second).max(bend(first, second, to));
                let parts = (bent * 0.75 / FLAT).sqrt().ceil().clamp(1.0, 256.0);
                for part in 1..parts as u32 {
                    spots.push((along((from, first, second, to), f64::from(part) / parts), false));
                }
            }
            from = side.end();
            spots.push((from, true));
        }
        spots.dedup_by_key(|(spot, _)| *spot);
        spots
    }
}

#[derive(Clone, Copy)]
pub(super) enum Side {
    Line(Spot),
    Curve(Spot, Spot, Spot),
}

impl Side {
    const fn end(self) -> Spot {
        match self {
            Self::Line(to) | Self::Curve(_, _, to) => to,
        }
    }
}

pub(super) fn rings_of(steps: &[PathStep]) -> Vec<Ring> {
    let mut rings: Vec<Ring> = Vec::new();
    for step in steps {
        let side = match *step {
            PathStep::Move(to) => {
                rings.push(Ring { start: spot(to), sides: Vec::new(), closed: false });
                continue;
            }
            PathStep::Line(to) => Side::Line(spot(to)),
            PathStep::Curve(first, second, to) => Side::Curve(spot(first), spot(second), spot(to)),
            PathStep::Close => {
                if let Some(ring) = rings.last_mut() {
                    ring.closed = true;
                }
                continue;
            }
        };
        if let Some(ring) = rings.last_mut() {
            ring.sides.push(side);
        }
    }
    rings
}

type Bezier = (Spot, Spot, Spot, Spot);

fn between(a: Spot, b: Spot, share: f64) -> Spot {
    (a.0 + (b.0 - a.0) * share, a.1 + (b.1 - a.1) * share)
}

fn along(curve: Bezier, share: f64) -> Spot {
    split(curve, share).0.3
}

/// The two parts of a curve.
fn split((a, b, c, d): Bezier, share: f64) -> (Bezier, Bezier) {
    let (ab, bc, cd) = (between(a, b, share), between(b, c, share), between(c, d, share));
    let (abc, bcd) = (between(ab, bc, share), between(bc, cd, share));
    let middle = between(abc, bcd, share);
    ((a, ab, abc, middle), (middle, bcd, cd, d))
}

/// What of an area is within an outline without dents.
fn cut(steps: &[PathStep], outline: &[Spot]) -> Vec<PathStep> {
    let mut rings = rings_of(steps);
    let sign = area(outline).signum();
    for (from, to) in sides(outline) {
        let Some((x, y)) = direction(from, to) else { continue };
        let inside = |spot: Spot| sign * (x * (spot.1 - from.1) - y * (spot.0 - from.0));
        rings = rings.iter().filter_map(|ring| halved(ring, &inside)).collect();
    }
    let mut left = Vec::new();
    let point = |(x, y): Spot| DrawnPoint::new(x, y);
    for mut ring in rings {
        // It closes by itself.
        if matches!(ring.sides.last(), Some(Side::Line(to)) if *to == ring.start) {
            ring.sides.pop();
        }
        left.push(PathStep::Move(point(ring.start)));
        left.extend(ring.sides.iter().map(|side| match *side {
            Side::Line(to) => PathStep::Line(point(to)),
            Side::Curve(first, second, to) => PathStep::Curve(point(first), point(second), point(to)),
        }));
        left.push(PathStep::Close);
    }
    left
}

/// What of a ring is on one side of a straight line, where `inside` is not negative; along the line it is closed again.
fn halved(ring: &Ring, inside: &impl Fn(Spot) -> f64) -> Option<Ring> {
    let mut kept = Kept::default();
    let mut from = ring.start;
    for side in ring.sides.iter().copied().chain([Side::Line(ring.start)]) {
        match side {
            Side::Line(to) => {
                let (here, there) = (inside(from), inside(to));
                let crossing = || between(from, to, here / (here - there));
                match (here >= 0.0, there >= 0.0) {
                    (true, true) => kept.keep(from, Side::Line(to)),
                    (true, false) => kept.keep(from, Side::Line(crossing())),
                    (false, true) => kept.keep(crossing(), Side::Line(to)),
                    (false, false) => {}
                }
            }
            Side::Curve(first, second, to) => {
                let mut rest = (from, first, second, to);
                let mut done = 0.0;
                for at in crossings([inside(from), inside(first), inside(second), inside(to)]) {
                    let (part, after) = split(rest, (at - done) / (1.0 - done));
                    kept.keep_curve(part, inside);
                    (rest, done) = (after, at);
                }
                kept.keep_curve(rest, inside);
            }
        }
        from = side.end();
    }
    kept.ring
}

#[derive(Default)]
struct Kept {
    ring: Option<Ring>,
}

impl Kept {
    fn keep(&mut self, from: Spot, side: Side) {
        let ring = self.ring.get_or_insert_with(|| Ring { start: from, sides: Vec::new(), closed: true });
        let end = ring.sides.last().map_or(ring.start, |side| side.end());
        if end != from {
            ring.sides.push(Side::Line(from));
        }
        if from != side.end() || matches!(side, Side::Curve(..)) {
            ring.sides.push(side);
        }
    }

    /// A curve that is on one side as a whole.
    fn keep_curve(&mut self, curve: Bezier, inside: &impl Fn(Spot) -> f64) {
        if inside(along(curve, 0.5)) >= 0.0 {
            self.keep(curve.0, Side::Curve(curve.1, curve.2, curve.3));
        }
    }
}

/// Where a curve crosses a line, as shares of its way in order, from how far its four points are from it.
fn crossings([a, b, c, d]: [f64; 4]) -> Vec<f64> {
    if [a, b, c, d].iter().all(|far| *far >= 0.0) || [a, b, c, d].iter().all(|far| *far <= 0.0) {
        return Vec::new();
    }
    let far = |t: f64| {
        let s = 1.0 - t;
        a * s * s * s + 3.0 * b * s * s * t + 3.0 * c * s * t * t + d * t * t * t
    };
    // Between the places where it turns back, it crosses once or not at all.
    let (p, q, r) = (d - 3.0 * c + 3.0 * b - a, 2.0 * (c - 2.0 * b + a), b - a);
    let root = (q * q - 4.0 * p * r).max(0.0).sqrt();
    let turns = if p.abs() < 1e-9 { [-r / q, f64::NAN] } else { [(-q - root) / (2.0 * p), (-q + root) / (2.0 * p)] };
    let mut ends = vec![0.0, 1.0];
    ends.extend(turns.into_iter().filter(|at| *at > 0.0 && *at < 1.0));
    ends.sort_by(f64::total_cmp);
    let mut found = Vec::new();
    for (low, high) in ends.iter().zip(ends.iter().skip(1)) {
        let (mut low, mut high) = (*low, *high);
        let rising = far(low) < 0.0;
        if rising == (far(high) < 0.0) {
            continue;
        }
        for _ in 0..50 {
            let middle = f64::midpoint(low, high);
            if (far(middle) < 0.0) == rising {
                low = middle;
            } else {
                high = middle;
            }
        }
        if low > 1e-9 && low < 1.0 - 1e-9 {
            found.push(low);
        }
    }
    found
}

/// The colour of an area that shows all that is behind a mask.
pub(super) const ALL_SHOWN: Colour = Colour::rgb(255, 255, 255);
/// The colour of one that shows nothing.
pub(super) const ALL_HIDDEN: Colour = Colour::rgb(0, 0, 0);
