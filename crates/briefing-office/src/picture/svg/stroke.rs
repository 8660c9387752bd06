//! The area that a line covers: a piece for each straight part of it, each corner and each end, all wound in one direction, so that
//! together they are one area.

use briefing_model::{DrawnPath, DrawnPoint, LineCorner, LineEnd, PathStep};

use super::clip::{Spot, area, direction, rings_of, tip};

/// How far the handles of a quarter of a circle are from its ends, as a share of its radius.
const QUARTER: f64 = 0.552_284_749_8;
/// The sharpest that two straight parts of a curve meet.
const SMOOTH: f64 = 4.0;

/// A path that is a line, as the area that it covers; nothing for one that has an area of its own.
pub(super) fn outlined(path: &DrawnPath) -> Option<DrawnPath> {
    let line = path.line.filter(|_| path.fill.is_none())?;
    let half = line.width() / 2.0;
    let mut steps = Vec::new();
    for ring in rings_of(&path.steps) {
        let mut spots = ring.spots();
        if ring.closed && spots.len() > 1 && spots.first().map(|first| first.0) == spots.last().map(|last| last.0) {
            spots.pop();
        }
        let closing = spots.first().copied().filter(|_| ring.closed && spots.len() > 1);
        let way: Vec<(Spot, bool)> = spots.iter().copied().chain(closing).collect();
        for (from, to) in way.iter().zip(way.iter().skip(1)) {
            add(&mut steps, &bar(from.0, to.0, half, (0.0, 0.0)));
        }
        let second = way.get(1).copied().filter(|_| ring.closed);
        let corners: Vec<(Spot, bool)> = way.iter().copied().chain(second).collect();
        for ((before, corner), after) in corners.iter().zip(corners.iter().skip(1)).zip(corners.iter().skip(2)) {
            let kind = if corner.1 { (line.corner, line.miter_limit()) } else { (LineCorner::Miter, SMOOTH) };
            join(&mut steps, (before.0, corner.0, after.0), half, kind);
        }
        if ring.closed {
            continue;
        }
        let ends = [(way.get(1), way.first()), (way.iter().rev().nth(1), way.last())];
        for (from, end) in ends.into_iter().filter_map(|(from, end)| Some((from?.0, end?.0))) {
            match line.end {
                LineEnd::Butt => {}
                LineEnd::Round => circle(&mut steps, end, half),
                LineEnd::Square => add(&mut steps, &bar(from, end, half, (1.0, half))),
            }
        }
    }
    Some(DrawnPath { fill: Some(line.colour), even_odd: false, line: None, steps })
}

/// A bar along a straight way, begun at a share of it and longer by a measure.
fn bar(from: Spot, to: Spot, half: f64, (begun, longer): (f64, f64)) -> Vec<Spot> {
    let Some((x, y)) = direction(from, to) else { return Vec::new() };
    let from = (from.0 + (to.0 - from.0) * begun, from.1 + (to.1 - from.1) * begun);
    let to = (to.0 + x * longer, to.1 + y * longer);
    let (across, down) = (-y * half, x * half);
    vec![
        (from.0 - across, from.1 - down),
        (to.0 - across, to.1 - down),
        (to.0 + across, to.1 + down),
        (from.0 + across, from.1 + down),
    ]
}

/// What a corner has beyond the two bars that meet in it.
fn join(steps: &mut Vec<PathStep>, corner: (Spot, Spot, Spot), half: f64, (kind, limit): (LineCorner, f64)) {
    let (before, at, after) = corner;
    let (Some(one), Some(other)) = (direction(before, at), direction(at, after)) else { return };
    let turn = one.0 * other.1 - one.1 * other.0;
    if kind == LineCorner::Round {
        return circle(steps, at, half);
    }
    // On the outer side.
    let beside = |(x, y): Spot| (at.0 + y * half * turn.signum(), at.1 - x * half * turn.signum());
    let tip = tip(corner, half, limit).filter(|_| kind == LineCorner::Miter);
    let spots: Vec<Spot> = [Some(at), Some(beside(one)), tip, Some(beside(other))].into_iter().flatten().collect();
    add(steps, &spots);
}

/// Adds a ring, wound as all of them are.
fn add(steps: &mut Vec<PathStep>, ring: &[Spot]) {
    let wound = area(ring);
    let mut spots: Vec<DrawnPoint> = ring.iter().map(|(x, y)| DrawnPoint::new(*x, *y)).collect();
    if wound < 0.0 {
        spots.reverse();
    }
    let mut spots = spots.into_iter();
    if let (true, Some(first)) = (wound != 0.0, spots.next()) {
        steps.push(PathStep::Move(first));
        steps.extend(spots.map(PathStep::Line));
        steps.push(PathStep::Close);
    }
}

fn circle(steps: &mut Vec<PathStep>, (x, y): Spot, radius: f64) {
    let at = |right: f64, down: f64| DrawnPoint::new(x + right * radius, y + down * radius);
    steps.push(PathStep::Move(at(1.0, 0.0)));
    for (right, down) in [(1.0, 0.0), (0.0, 1.0), (-1.0, 0.0), (0.0, -1.0)] {
        // A quarter to the right, which is down where y grows downwards.
        let (next_right, next_down) = (-down, right);
        steps.push(PathStep::Curve(
            at(right + QUARTER * next_right, down + QUARTER * next_down),
            at(next_right + QUARTER * right, next_down + QUARTER * down),
            at(next_right, next_down),
        ));
    }
    steps.push(PathStep::Close);
}
