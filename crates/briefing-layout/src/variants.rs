//! Exhibits may stand in a column or across the page: which is better depends on everything around them, so the
//! choices are tried, and the pages tell.

use briefing_document::{Block, Section, SectionRole};

use crate::blocks::{self, SetSection};
use crate::brick::{Brick, Draw, Flow};
use crate::look::Look;
use crate::paginate::{Chunk, Run, paginate};
use crate::setter::{Setter, UNTAGGED};
use crate::tags::{SlotId, TagTree};

/// A section set in every way it may stand in.
pub(crate) struct Variants {
    ways: Vec<Way>,
}

/// One way to set a section.
struct Way {
    run: Run,
    set: SetSection,
    /// Its measures alone, which is all that trying looks at.
    bare: Flow,
    /// The same set closer, if it holds what can be: pictures, charts, tables.
    tight: Option<SetSection>,
    tight_bare: Option<Flow>,
    /// Whether it is pictures that become small then, and not charts and tables that lose white.
    pictures: bool,
    /// What choosing it costs beforehand.
    dislike: f32,
}

/// No more sections than this are tried both ways; further ones stand as they look best.
const MOST_TRIED: usize = 5;

/// Sets every section in the ways it may stand in.
pub(crate) fn set_all(setter: &mut Setter<'_>, sections: &[Section]) -> Vec<Variants> {
    let mut tried = 0;
    let mut all = Vec::new();
    for section in sections {
        let mut ways = Vec::new();
        for (run, dislike) in runs(section) {
            // The first way is the one that looks best by itself.
            if ways.is_empty() || tried < MOST_TRIED {
                ways.push(way(setter, section, run, dislike));
            }
        }
        tried += ways.len() - 1;
        all.push(Variants { ways });
    }
    all
}

fn way(setter: &mut Setter<'_>, section: &Section, run: Run, dislike: f32) -> Way {
    let wide = run != Run::Columns;
    let pictures = section.blocks.iter().any(|block| matches!(block, Block::Event(event) if event.figure.is_some()));
    let exhibit = section.role == SectionRole::Exhibit;
    let set = blocks::section(setter, section, wide, false);
    let tight = (exhibit || pictures && !wide).then(|| blocks::section(setter, section, wide, true));
    let bare = skeleton(&set.flow);
    let tight_bare = tight.as_ref().map(|tight| skeleton(&tight.flow));
    Way { run, set, bare, tight, tight_bare, pictures: !exhibit, dislike }
}

impl Way {
    /// Whether a choice wants it closer.
    const fn is_tight(&self, choice: Choice) -> bool {
        if self.pictures { choice.small } else { choice.tight }
    }
}

/// How a section may run, the best by itself first, with what each is disliked.
fn runs(section: &Section) -> Vec<(Run, f32)> {
    match section.role {
        SectionRole::Text => vec![(Run::Columns, 0.0)],
        SectionRole::Panel => vec![(Run::Columns, 0.0), (Run::Wide, 1.0)],
        SectionRole::Strip => vec![(Run::Strip, 0.0)],
        SectionRole::Exhibit => {
            let (column, wide) = dislike(section);
            vec![(Run::Wide, wide), (Run::Columns, column)]
        }
    }
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

/// What was chosen: a way for each section, and the air between lines.
pub(crate) struct Chosen {
    pub(crate) sections: Vec<(Run, SetSection)>,
    pub(crate) air: f32,
}

/// A choice: which way each section goes, whether pictures are small, whether charts and tables lose white, and the air
/// between lines.
#[derive(Debug, Clone, Copy)]
struct Choice {
    ways: usize,
    small: bool,
    tight: bool,
    air: f32,
}

/// Air that is tried for the most promising choices, in points for each line.
const AIRS: [f32; 4] = [-0.3, 0.3, -0.6, 0.6];
/// How many choices are promising.
const PROMISING: usize = 10;

/// The choice that makes the best pages.
pub(crate) fn choose(sections: Vec<Variants>, look: &Look) -> Chosen {
    let ways: usize = sections.iter().map(|section| section.ways.len()).product();
    let pictures = |way: &Way| way.tight.is_some() && way.pictures;
    let sizes: &[bool] =
        if sections.iter().any(|section| section.ways.iter().any(pictures)) { &[false, true] } else { &[false] };
    let mut trials = Trials { sections: &sections, look, best: f32::MAX, done: Vec::new() };
    for small in sizes.iter().copied() {
        for ways in 0..ways {
            trials.attempt(Choice { ways, small, tight: false, air: 0.0 });
        }
    }
    trials.refine(|choice| vec![Choice { tight: true, ..choice }]);
    trials.refine(|choice| AIRS.map(|air| Choice { air, ..choice }).to_vec());
    let choice = trials.best_choice();
    let picks = picks(&sections, choice.ways);
    let picked = sections.into_iter().zip(picks).filter_map(|(section, pick)| section.ways.into_iter().nth(pick));
    let sections = picked.map(|way| match way.is_tight(choice) {
        true => (way.run, way.tight.unwrap_or(way.set)),
        false => (way.run, way.set),
    });
    Chosen { sections: sections.collect(), air: choice.air }
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

/// The choices that were tried, with what each costs.
struct Trials<'a> {
    sections: &'a [Variants],
    look: &'a Look,
    best: f32,
    done: Vec<(f32, Choice)>,
}

/// A choice this much worse than the best so far is given up half way: no air between lines would mend it.
const HOPELESS: f32 = 40.0;

impl Trials<'_> {
    fn attempt(&mut self, choice: Choice) {
        let mut dislike = choice.air.abs() * 6.0;
        dislike += if choice.small { 9.0 } else { 0.0 };
        dislike += if choice.tight { 5.0 } else { 0.0 };
        let mut rows = Rows { air: choice.air, ..Rows::default() };
        for (section, pick) in self.sections.iter().zip(picks(self.sections, choice.ways)) {
            if let Some(way) = section.ways.get(pick) {
                dislike += way.dislike;
                let tight = way.tight_bare.as_ref().filter(|_| way.is_tight(choice));
                let bare = tight.unwrap_or(&way.bare);
                rows.push(way.run, bare.clone());
            }
        }
        let cost = paginate(&rows.chunks, self.look, self.best + HOPELESS - dislike).cost + dislike;
        self.best = self.best.min(cost);
        self.done.push((cost, choice));
    }

    /// Attempts others like the choices that are best so far.
    fn refine(&mut self, others: impl Fn(Choice) -> Vec<Choice>) {
        self.done.sort_by(|a, b| a.0.total_cmp(&b.0));
        let promising: Vec<Choice> = self.done.iter().take(PROMISING).map(|(_, choice)| *choice).collect();
        for choice in promising.into_iter().flat_map(others) {
            self.attempt(choice);
        }
    }

    fn best_choice(&self) -> Choice {
        let best = self.done.iter().min_by(|a, b| a.0.total_cmp(&b.0));
        best.map_or(Choice { ways: 0, small: false, tight: false, air: 0.0 }, |(_, choice)| *choice)
    }
}

/// A flow's measures without what it draws: all that pagination looks at.
fn skeleton(flow: &Flow) -> Flow {
    let bare = |brick: &Brick| Brick {
        height: brick.height,
        line: brick.line,
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
        air: flow.air,
    }
}

/// Flows in order; neighbours that run through columns are one flow.
#[derive(Default)]
struct Rows {
    chunks: Vec<Chunk>,
    air: f32,
}

impl Rows {
    fn push(&mut self, run: Run, flow: Flow) {
        match self.chunks.last_mut() {
            Some(last) if last.run == Run::Columns && run == Run::Columns => last.flow.append(flow),
            _ => self.chunks.push(Chunk { flow: Flow { air: self.air, ..flow }, run }),
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
pub(crate) fn join(chosen: Chosen, title: TagTree, mut band: Vec<Draw>) -> Joined {
    let mut tree = TagTree::new();
    let base = tree.graft(title, false);
    band.iter_mut().for_each(|draw| renumber(draw, base));
    let mut rows = Rows { air: chosen.air, ..Rows::default() };
    for (run, set) in chosen.sections {
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
