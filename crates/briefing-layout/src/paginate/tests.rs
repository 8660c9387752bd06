//! Guarantees of pagination, tested on arbitrary flows.

use briefing_document::Style;
use briefing_model::{Language, TextColumns, Theme};
use proptest::prelude::*;

use super::{BrickRef, Chunk, Float, FlowRun, PagePlan, SearchBound, SearchReach, place, search};
use crate::brick::{Break, Brick, Flow, Panel};
use crate::look::Look;

const UNBOUNDED: SearchBound = SearchBound { cost: f32::MAX, faults: usize::MAX };

fn look() -> Look {
    let theme = Theme::default();
    Look::new(&Style::from(&theme), Language::En)
}

/// Looks with one column or two.
fn looks() -> impl Strategy<Value = Look> {
    prop_oneof![Just(TextColumns::One), Just(TextColumns::Two)]
        .prop_map(|columns| Look::new(&Style::from(&Theme::default().with_columns(columns)), Language::En))
}

fn paginate(chunks: &[Chunk], look: &Look) -> PagePlan {
    place(chunks, look, &search(chunks, look, UNBOUNDED, SearchReach::FAR))
}

/// Bricks of any height up to half a page, some kept together, some in boxes.
fn flows() -> impl Strategy<Value = Vec<Chunk>> {
    let brick =
        (1.0..340.0_f32, 0.0..30.0_f32, 0.0..6.0_f32, prop::option::weighted(0.7, 0.0..40.0_f32), any::<bool>());
    let flow = prop::collection::vec(brick, 1..60).prop_map(|bricks| {
        let mut flow = Flow::default();
        flow.panels.push(Panel { padding: 9.0, words: 0.0, paint: |_, _, _| Vec::new() });
        for (height, gap, stretch, before, panel) in bricks {
            let before = before.map_or(Break::Never, Break::At);
            let brick = Brick::new(height).gap(gap, stretch).before(before);
            flow.push(Brick { panel: panel.then_some(0), ..brick });
        }
        flow
    });
    let run = prop_oneof![3 => Just(FlowRun::Columns), 2 => Just(FlowRun::Wide), 1 => Just(FlowRun::Strip)];
    prop::collection::vec((flow, run).prop_map(|(flow, run)| Chunk::new(flow, run)), 1..6)
}

/// The bricks in the order of placement, without repeated headers.
fn order(plan: &PagePlan) -> Vec<(usize, usize)> {
    let own = plan.placed.iter().filter_map(|placed| match placed.brick {
        BrickRef::Own(index) => Some((placed.chunk, index)),
        BrickRef::Header(_) => None,
    });
    own.collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn every_brick_is_placed_once_and_in_order(chunks in flows(), look in looks()) {
        let plan = paginate(&chunks, &look);
        let all: Vec<(usize, usize)> = chunks
            .iter()
            .enumerate()
            .flat_map(|(chunk, content)| (0..content.flow.bricks.len()).map(move |brick| (chunk, brick)))
            .collect();
        prop_assert_eq!(order(&plan), all);
    }

    #[test]
    fn nothing_leaves_the_page_or_covers_its_neighbour(chunks in flows(), look in looks()) {
        let plan = paginate(&chunks, &look);
        let mut below: std::collections::BTreeMap<(usize, u32), f32> = std::collections::BTreeMap::new();
        for placed in &plan.placed {
            let BrickRef::Own(index) = placed.brick else { continue };
            let brick = &chunks[placed.chunk].flow.bricks[index];
            prop_assert!(placed.page < plan.pages);
            prop_assert!(placed.y + brick.height <= look.bottom + 9.5, "ends at {}", placed.y + brick.height);
            let columns: &[u32] = match chunks[placed.chunk].run {
                FlowRun::Columns if placed.x > look.page.0 / 2.0 => &[1],
                FlowRun::Columns => &[0],
                FlowRun::Wide | FlowRun::Strip | FlowRun::Float => &[0, 1],
            };
            for column in columns {
                let edge = below.entry((placed.page, *column)).or_insert(0.0);
                prop_assert!(placed.y >= *edge - 0.01, "begins at {} above {}", placed.y, *edge);
                *edge = placed.y + brick.height;
            }
        }
    }

    #[test]
    fn an_exhibit_stands_within_a_page_of_its_place_and_the_text_keeps_its_order(
        lines in 20..200_usize,
        at in 0.0..=1.0_f32,
        height in 40.0..500.0_f32,
        after in prop::collection::vec(100.0..400.0_f32, 0..3),
        look in looks(),
    ) {
        let mut text = Flow::default();
        (0..lines).for_each(|_| text.push(Brick::new(13.0)));
        let at = (at * lines as f32) as usize;
        let mut exhibit = Flow::default();
        exhibit.push(Brick::new(height));
        let mut chunks = vec![Chunk { floats: vec![Float { at, chunk: 1, until: None }], ..Chunk::new(text, FlowRun::Columns) }];
        chunks.push(Chunk::new(exhibit, FlowRun::Float));
        for height in after {
            let mut flow = Flow::default();
            flow.push(Brick::new(height));
            chunks.push(Chunk::new(flow, FlowRun::Wide));
        }
        let plan = paginate(&chunks, &look);
        let pages = |chunk: usize| plan.placed.iter().filter(move |placed| placed.chunk == chunk).map(|placed| placed.page);
        let own: Vec<BrickRef> = plan.placed.iter().filter(|placed| placed.chunk == 0).map(|placed| placed.brick).collect();
        prop_assert_eq!(own, (0..lines).map(BrickRef::Own).collect::<Vec<_>>());
        let place = pages(0).nth(at.saturating_sub(1)).unwrap();
        let stands: Vec<usize> = pages(1).collect();
        prop_assert_eq!(stands.len(), 1);
        prop_assert!(stands[0] == place || stands[0] == place + 1, "on page {} for a place on {}", stands[0], place);
        // Text runs on past the position of an exhibit only if that leaves no page white.
        let last = pages(0).max().unwrap();
        for page in 0..last {
            let feet = plan.frames.iter().filter(|(_, on, _)| *on == page).map(|(.., frame)| frame.filled);
            prop_assert!(feet.fold(0.0, f32::max) > look.bottom - 90.0, "page {} of {} ends early", page, last);
        }
    }

    #[test]
    fn no_exhibit_stands_before_an_earlier_one(
        lines in 20..200_usize,
        at in 0.0..=1.0_f32,
        between in 0..40_usize,
        height in 40.0..500.0_f32,
        look in looks(),
    ) {
        let mut text = Flow::default();
        (0..lines).for_each(|_| text.push(Brick::new(13.0)));
        let at = (at * lines as f32) as usize;
        let until = (at + between).min(lines);
        let mut exhibit = Flow::default();
        exhibit.push(Brick::new(height));
        let float = Float { at, chunk: 1, until: Some(until) };
        let chunks =
            [Chunk { floats: vec![float], ..Chunk::new(text, FlowRun::Columns) }, Chunk::new(exhibit, FlowRun::Float)];
        let plan = paginate(&chunks, &look);
        let stands = |chunk: usize, brick: usize| {
            let placed = plan.placed.iter().find(|placed| placed.chunk == chunk && placed.brick == BrickRef::Own(brick));
            placed.map(|placed| (placed.page, placed.y))
        };
        if until < lines {
            prop_assert!(stands(1, 0) < stands(0, until), "{:?} and {:?}", stands(1, 0), stands(0, until));
        }
    }

    #[test]
    fn pictures_give_way_no_further_than_they_may(heights in prop::collection::vec(60.0..230.0_f32, 1..30)) {
        let mut flow = Flow::default();
        for height in heights {
            flow.push(Brick { shrink: height * 0.3, ..Brick::new(height) });
            (0..7).for_each(|_| flow.push(Brick::new(13.0)));
        }
        let chunk = Chunk::new(flow, FlowRun::Columns);
        let plan = paginate(std::slice::from_ref(&chunk), &look());
        for placed in &plan.placed {
            let BrickRef::Own(index) = placed.brick else { continue };
            let brick = &chunk.flow.bricks[index];
            prop_assert!(placed.shrunk >= 0.0 && placed.shrunk <= brick.shrink + 0.01);
            prop_assert!(placed.y + brick.height - placed.shrunk <= look().bottom + 0.1);
        }
    }

    #[test]
    fn pages_chosen_together_cost_no_more_than_pages_made_one_by_one(chunks in flows()) {
        let cost = |reach| search(&chunks, &look(), UNBOUNDED, reach).cost;
        let (far, near) = (cost(SearchReach::FAR), cost(SearchReach::NEAR));
        prop_assert!(far <= near + 0.1, "{far} and {near}");
    }

    #[test]
    fn what_is_found_is_what_is_placed(chunks in flows()) {
        let look = look();
        let found = search(&chunks, &look, UNBOUNDED, SearchReach::FAR);
        let placed = place(&chunks, &look, &found).cost;
        prop_assert!((found.cost - placed).abs() < found.cost * 1e-4, "{} and {placed}", found.cost);
    }

    #[test]
    fn lines_in_columns_stand_on_one_grid(chunks in flows(), lines in prop::collection::vec(any::<bool>(), 60)) {
        let grid = 13.0;
        let on_grid = chunks.into_iter().map(|chunk| {
            let mut flow = Flow::clone(&chunk.flow);
            for (brick, line) in flow.bricks.iter_mut().zip(&lines).filter(|(_, line)| **line) {
                (brick.line, brick.height) = (*line, grid);
            }
            flow.set_on_grid(grid);
            Chunk::new(flow, FlowRun::Columns)
        });
        let chunks: Vec<Chunk> = on_grid.collect();
        let plan = paginate(&chunks, &look());
        for placed in &plan.placed {
            let BrickRef::Own(index) = placed.brick else { continue };
            if !chunks[placed.chunk].flow.bricks[index].line {
                continue;
            }
            let frames = plan.frames.iter().filter(|(chunk, page, frame)| {
                (*chunk, *page) == (placed.chunk, placed.page) && frame.area.x <= placed.x && placed.x <= frame.area.right()
            });
            let lines = frames.map(|(_, _, frame)| (placed.y - frame.area.y) / grid);
            // If several pieces of a flow are on a page, one of them is the right one.
            let off = lines.map(|lines| (lines - lines.round()).abs()).fold(f32::MAX, f32::min);
            prop_assert!(off < 0.01, "{off} of a line off");
        }
    }

    #[test]
    fn a_short_flow_that_fits_is_balanced(heights in prop::collection::vec(12.0..14.0_f32, 4..60)) {
        let mut flow = Flow::default();
        for height in heights {
            flow.push(Brick::new(height));
        }
        let plan = paginate(&[Chunk::new(flow, FlowRun::Columns)], &look());
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
    let plan = paginate(&[Chunk::new(flow, FlowRun::Wide)], &look());
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
    let plan = paginate(&[Chunk::new(flow, FlowRun::Wide)], &look());
    let headers = plan.placed.iter().filter(|placed| matches!(placed.brick, BrickRef::Header(_))).count();
    assert_eq!(headers, plan.pages - 1);
}

#[test]
fn a_heading_keeps_what_it_heads() {
    let look = look();
    let room = look.body(true).height;
    let mut flow = Flow::default();
    // The heading would be the last element that fits.
    flow.push(Brick::new(room - 30.0));
    flow.push(Brick::new(20.0));
    flow.push(Brick::new(40.0).before(Break::Never));
    let plan = paginate(&[Chunk::new(flow, FlowRun::Wide)], &look);
    let pages: Vec<usize> = plan.placed.iter().map(|placed| placed.page).collect();
    assert_eq!(pages, [0, 1, 1]);
}
