//! What pagination promises, on flows nobody tuned for.

use briefing_document::Style;
use briefing_model::{Language, Theme};
use proptest::prelude::*;

use super::{BrickRef, Chunk, Plan, Run, paginate};
use crate::brick::{Break, Brick, Flow, Panel};
use crate::look::Look;

fn look() -> Look {
    let theme = Theme::default();
    Look::new(&Style { accent: theme.accent(), ink: theme.ink(), paper: theme.paper() }, Language::En)
}

/// Bricks of any height up to half a page, some kept together, some in boxes.
fn flows() -> impl Strategy<Value = Vec<Chunk>> {
    let brick =
        (1.0..340.0_f32, 0.0..30.0_f32, 0.0..6.0_f32, prop::option::weighted(0.7, 0.0..40.0_f32), any::<bool>());
    let flow = prop::collection::vec(brick, 1..60).prop_map(|bricks| {
        let mut flow = Flow::default();
        flow.panels.push(Panel { padding: 9.0, paint: |_, _, _| Vec::new() });
        for (height, gap, stretch, before, panel) in bricks {
            let before = before.map_or(Break::Never, Break::At);
            let brick = Brick::new(height).gap(gap, stretch).before(before);
            flow.push(Brick { panel: panel.then_some(0), ..brick });
        }
        flow
    });
    let run = prop_oneof![3 => Just(Run::Columns), 2 => Just(Run::Wide), 1 => Just(Run::Strip)];
    prop::collection::vec((flow, run).prop_map(|(flow, run)| Chunk { flow, run }), 1..6)
}

/// The bricks in the order they were placed, without repeated headers.
fn order(plan: &Plan) -> Vec<(usize, usize)> {
    let own = plan.placed.iter().filter_map(|placed| match placed.brick {
        BrickRef::Own(index) => Some((placed.chunk, index)),
        BrickRef::Header(_) => None,
    });
    own.collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn every_brick_is_placed_once_and_in_order(chunks in flows()) {
        let plan = paginate(&chunks, &look(), f32::MAX);
        let all: Vec<(usize, usize)> = chunks
            .iter()
            .enumerate()
            .flat_map(|(chunk, content)| (0..content.flow.bricks.len()).map(move |brick| (chunk, brick)))
            .collect();
        prop_assert_eq!(order(&plan), all);
    }

    #[test]
    fn nothing_leaves_the_page_or_covers_its_neighbour(chunks in flows()) {
        let look = look();
        let plan = paginate(&chunks, &look, f32::MAX);
        let mut below: std::collections::BTreeMap<(usize, u32), f32> = std::collections::BTreeMap::new();
        for placed in &plan.placed {
            let BrickRef::Own(index) = placed.brick else { continue };
            let brick = &chunks[placed.chunk].flow.bricks[index];
            prop_assert!(placed.page < plan.pages);
            prop_assert!(placed.y + brick.height <= look.bottom + 9.5, "ends at {}", placed.y + brick.height);
            let columns: &[u32] = match chunks[placed.chunk].run {
                Run::Columns if placed.x > look.page.0 / 2.0 => &[1],
                Run::Columns => &[0],
                Run::Wide | Run::Strip => &[0, 1],
            };
            for column in columns {
                let edge = below.entry((placed.page, *column)).or_insert(0.0);
                prop_assert!(placed.y >= *edge - 0.01, "begins at {} above {}", placed.y, *edge);
                *edge = placed.y + brick.height;
            }
        }
    }

    #[test]
    fn a_short_flow_that_fits_is_balanced(heights in prop::collection::vec(12.0..14.0_f32, 4..60)) {
        let mut flow = Flow::default();
        for height in heights {
            flow.push(Brick::new(height));
        }
        let plan = paginate(&[Chunk { flow, run: Run::Columns }], &look(), f32::MAX);
        let filled: Vec<f32> = plan.frames.iter().map(|(_, _, frame)| frame.filled).collect();
        prop_assert_eq!(plan.pages, 1);
        prop_assert!((filled[0] - filled[1]).abs() < 15.0, "{:?}", filled);
    }
}

#[test]
fn a_brick_taller_than_the_page_stands_alone() {
    let mut flow = Flow::default();
    for height in [100.0, 5000.0, 100.0] {
        flow.push(Brick::new(height));
    }
    let plan = paginate(&[Chunk { flow, run: Run::Wide }], &look(), f32::MAX);
    let pages: Vec<usize> = plan.placed.iter().map(|placed| placed.page).collect();
    assert_eq!(pages, [0, 1, 2]);
}

#[test]
fn a_header_is_repeated_where_a_table_goes_on() {
    let mut flow = Flow::default();
    flow.headers.push(Brick::new(20.0));
    flow.push(Brick::new(20.0));
    for _ in 0..200 {
        flow.push(Brick { header: Some(0), ..Brick::new(15.0) });
    }
    let plan = paginate(&[Chunk { flow, run: Run::Wide }], &look(), f32::MAX);
    let headers = plan.placed.iter().filter(|placed| matches!(placed.brick, BrickRef::Header(_))).count();
    assert_eq!(headers, plan.pages - 1);
}

#[test]
fn a_heading_keeps_what_it_heads() {
    let look = look();
    let room = look.body(true).height;
    let mut flow = Flow::default();
    // The heading would be the last thing that fits.
    flow.push(Brick::new(room - 30.0));
    flow.push(Brick::new(20.0));
    flow.push(Brick::new(40.0).before(Break::Never));
    let plan = paginate(&[Chunk { flow, run: Run::Wide }], &look, f32::MAX);
    let pages: Vec<usize> = plan.placed.iter().map(|placed| placed.page).collect();
    assert_eq!(pages, [0, 1, 1]);
}
