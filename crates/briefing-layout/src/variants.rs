//! Exhibits may stand in a column or across the page: which is better depends on everything around them, so the
//! choices are tried, and the pages tell.

use briefing_document::{Block, Section, SectionRole};

use crate::blocks::{self, SetSection};
use crate::brick::{Brick, Draw, Flow};
use crate::look::Look;
use crate::paginate::{Chunk, Run, paginate};
use crate::setter::{Setter, UNTAGGED};
use crate::tags::{SlotId, TagTree};

/// A section set in every width it may stand in.
pub(crate) struct Variants {
    /// Each way to set the section, with what choosing it costs beforehand.
    ways: Vec<(Run, SetSection, f32)>,
}

/// No more exhibits than this are tried both ways; further ones stand as they look best.
const MOST_TRIED: usize = 5;

/// Sets every section in the widths it may stand in.
pub(crate) fn set_all(setter: &mut Setter<'_>, sections: &[Section]) -> Vec<Variants> {
    let mut tried = 0;
    let mut all = Vec::new();
    for section in sections {
        let ways = match section.role {
            SectionRole::Text | SectionRole::Panel => {
                vec![(Run::Columns, blocks::section(setter, section, false), 0.0)]
            }
            SectionRole::Strip => vec![(Run::Strip, blocks::section(setter, section, true), 0.0)],
            SectionRole::Exhibit => {
                let (column, wide) = dislike(section);
                let mut ways = Vec::new();
                let fits_column = column.is_finite() && tried < MOST_TRIED;
                ways.push((Run::Wide, blocks::section(setter, section, true), wide));
                if fits_column {
                    tried += 1;
                    ways.push((Run::Columns, blocks::section(setter, section, false), column));
                }
                ways
            }
        };
        all.push(Variants { ways });
    }
    all
}

/// How much worse a section looks in a column, and across the page.
fn dislike(section: &Section) -> (f32, f32) {
    let mut column = 0.0_f32;
    let mut wide = 0.0_f32;
    for block in &section.blocks {
        match block {
            // A chart of the organization wants room.
            Block::Organization(_) => column += 26.0,
            Block::Table(table) if table.columns.len() > 4 => column += 20.0,
            // A long table across the page breaks less often.
            Block::Table(table) if table.rows.len() > 24 => column += 12.0,
            Block::Table(_) => wide += 2.0,
            Block::BarChart(_) => column += 2.0,
            _ => {}
        }
    }
    (column, wide)
}

/// The choice that makes the best pages.
pub(crate) fn choose(sections: Vec<Variants>, look: &Look) -> Vec<(Run, SetSection)> {
    let choices: usize = sections.iter().map(|section| section.ways.len()).product();
    let mut best = (f32::MAX, 0);
    if choices > 1 {
        for choice in 0..choices {
            let cost = cost_of(&sections, choice, look);
            if cost < best.0 {
                best = (cost, choice);
            }
        }
    }
    let picks = picks(&sections, best.1);
    sections
        .into_iter()
        .zip(picks)
        .filter_map(|(section, pick)| section.ways.into_iter().nth(pick))
        .map(|(run, set, _)| (run, set))
        .collect()
}

/// Which way each section goes in a numbered choice.
fn picks(sections: &[Variants], mut choice: usize) -> Vec<usize> {
    let pick = |section: &Variants| {
        let count = section.ways.len().max(1);
        let pick = choice % count;
        choice /= count;
        pick
    };
    sections.iter().map(pick).collect()
}

fn cost_of(sections: &[Variants], choice: usize, look: &Look) -> f32 {
    let mut dislike = 0.0;
    let mut rows = Rows::default();
    for (section, pick) in sections.iter().zip(picks(sections, choice)) {
        if let Some((run, set, cost)) = section.ways.get(pick) {
            dislike += cost;
            rows.push(*run, skeleton(&set.flow));
        }
    }
    paginate(&rows.chunks, look).cost + dislike
}

/// A flow's measures without what it draws: all that pagination looks at.
fn skeleton(flow: &Flow) -> Flow {
    let bare = |brick: &Brick| Brick {
        height: brick.height,
        gap: brick.gap,
        stretch: brick.stretch,
        before: brick.before,
        panel: brick.panel,
        header: brick.header,
        draws: Vec::new(),
        between: Vec::new(),
        anchors: Vec::new(),
    };
    Flow {
        bricks: flow.bricks.iter().map(bare).collect(),
        panels: flow.panels.clone(),
        headers: flow.headers.iter().map(bare).collect(),
    }
}

/// Flows in order; neighbours that run through columns are one flow.
#[derive(Default)]
struct Rows {
    chunks: Vec<Chunk>,
}

impl Rows {
    fn push(&mut self, run: Run, flow: Flow) {
        match self.chunks.last_mut() {
            Some(last) if last.run == Run::Columns && run == Run::Columns => last.flow.append(flow),
            _ => self.chunks.push(Chunk { flow, run }),
        }
    }
}

/// What was chosen, as one tree and one row of flows.
pub(crate) struct Joined {
    pub(crate) tree: TagTree,
    pub(crate) chunks: Vec<Chunk>,
    pub(crate) band: Vec<Draw>,
}

/// Joins the sections' trees under one root, in reading order, and renumbers what is drawn for them.
pub(crate) fn join(sections: Vec<(Run, SetSection)>, title: TagTree, mut band: Vec<Draw>) -> Joined {
    let mut tree = TagTree::new();
    let base = tree.graft(title, false);
    band.iter_mut().for_each(|draw| renumber(draw, base));
    let mut rows = Rows::default();
    for (run, set) in sections {
        let base = tree.graft(set.tree, true);
        let mut flow = set.flow;
        for brick in flow.bricks.iter_mut().chain(&mut flow.headers) {
            brick.draws.iter_mut().chain(&mut brick.between).for_each(|draw| renumber(draw, base));
        }
        rows.push(run, flow);
    }
    Joined { tree, chunks: rows.chunks, band }
}

fn renumber(draw: &mut Draw, base: u32) {
    match draw {
        Draw::Runs { runs, .. } => {
            for run in runs {
                if run.tag != UNTAGGED {
                    run.tag = run.tag.saturating_add(base);
                }
            }
        }
        Draw::Picture { slot, .. } => *slot = SlotId::from_number(slot.number().saturating_add(base)),
        Draw::Shape(_) => {}
    }
}
