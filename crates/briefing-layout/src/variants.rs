//! Exhibits may stand in a column or across the page: which is better depends on everything around them, so the
//! choices are tried, and the pages tell.

use briefing_document::{Block, Section, SectionRole};

use crate::blocks;
use crate::brick::{Brick, Flow};
use crate::look::Look;
use crate::paginate::{Chunk, Run, paginate};
use crate::setter::Setter;

/// A section set in every way it may stand in.
pub(crate) struct Variants {
    ways: Vec<Way>,
}

/// One way to set a section.
struct Way {
    run: Run,
    set: Flow,
    /// Its measures alone, which is all that trying looks at.
    bare: Flow,
    /// The same set closer, if it holds what can be: pictures, charts, tables.
    tight: Option<Flow>,
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
    for (number, section) in sections.iter().enumerate() {
        let mut ways = Vec::new();
        for (run, dislike) in runs(section) {
            // The first way is the one that looks best by itself.
            if ways.is_empty() || tried < MOST_TRIED {
                ways.push(way(setter, (number, section), run, dislike));
            }
        }
        tried += ways.len() - 1;
        all.push(Variants { ways });
    }
    all
}

fn way(setter: &mut Setter<'_>, (number, section): (usize, &Section), run: Run, dislike: f32) -> Way {
    let wide = run != Run::Columns;
    let pictures = section.blocks.iter().any(|block| matches!(block, Block::Event(event) if event.figure.is_some()));
    let exhibit = section.role == SectionRole::Exhibit;
    let closer = exhibit || pictures && !wide;
    if closer {
        setter.remember();
    }
    setter.begin_section(number);
    let set = blocks::section(setter, section, wide, false);
    setter.recall();
    let tight = closer.then(|| {
        setter.begin_section(number);
        blocks::section(setter, section, wide, true)
    });
    setter.forget();
    let bare = skeleton(&set);
    let tight_bare = tight.as_ref().map(skeleton);
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
    pub(crate) sections: Vec<(Run, Flow)>,
    pub(crate) air: f32,
}

/// A choice: which way each section goes, whether pictures are small, whether charts and tables lose white, and the air
/// between lines.
#[derive(Debug, Clone, Copy, Default)]
struct Choice {
    ways: usize,
    small: bool,
    tight: bool,
    air: f32,
}

/// Air that is tried for the most promising choices, in points for each line.
const AIRS: [f32; 4] = [-0.3, 0.3, -0.6, 0.6];
/// How many choices are promising, among those with large pictures and among those with small ones.
const PROMISING: usize = 14;

/// The choice that makes the best pages.
///
/// All ways are tried with large and with small pictures. The most promising are tried again with charts and tables set
/// closer, and with more and with less air between lines.
pub(crate) fn choose(sections: Vec<Variants>, look: &Look) -> Chosen {
    let ways: usize = sections.iter().map(|section| section.ways.len()).product();
    let any = |wanted: fn(&Way) -> bool| sections.iter().any(|section| section.ways.iter().any(wanted));
    let sizes: &[bool] = if any(|way| way.tight.is_some() && way.pictures) { &[false, true] } else { &[false] };
    let closer: &[bool] = if any(|way| way.tight.is_some() && !way.pictures) { &[false, true] } else { &[false] };
    let mut trials = Trials { sections: &sections, look, best: (f32::MAX, Choice::default()) };
    let mut promising = Vec::new();
    for small in sizes.iter().copied() {
        let choices = (0..ways).map(|ways| Choice { ways, small, ..Choice::default() });
        let mut costs: Vec<(f32, Choice)> = choices.map(|choice| (trials.attempt(choice, HOPELESS), choice)).collect();
        costs.sort_by(|a, b| a.0.total_cmp(&b.0));
        promising.extend(costs.into_iter().take(PROMISING));
    }
    // The better comes first, so that the worse is given up the sooner.
    promising.sort_by(|a, b| a.0.total_cmp(&b.0));
    for (_, choice) in promising {
        for tight in closer.iter().copied() {
            trials.attempt_with_air(Choice { tight, ..choice });
        }
    }
    let (_, choice) = trials.best;
    let picks = picks(&sections, choice.ways);
    let picked = sections.into_iter().zip(picks).filter_map(|(section, pick)| section.ways.into_iter().nth(pick));
    let sections = picked
        .map(|way| if way.is_tight(choice) { (way.run, way.tight.unwrap_or(way.set)) } else { (way.run, way.set) });
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

/// What is tried, and the best of it so far.
struct Trials<'a> {
    sections: &'a [Variants],
    look: &'a Look,
    best: (f32, Choice),
}

/// A choice this much worse than the best so far is given up half way: nothing that is tried later would mend it.
const HOPELESS: f32 = 40.0;

impl Trials<'_> {
    /// The cost of a choice, as far as it was followed: until it was worse than the best by a margin.
    fn attempt(&mut self, choice: Choice, margin: f32) -> f32 {
        let (rows, dislike) = self.rows(choice);
        self.paginate(&rows, choice, dislike, margin)
    }

    /// Tries a choice with each measure of air.
    fn attempt_with_air(&mut self, choice: Choice) {
        let (mut rows, dislike) = self.rows(choice);
        // Without air, only what is set closer has not been tried before.
        let plain = choice.tight.then_some(0.0);
        for air in AIRS.into_iter().chain(plain) {
            rows.iter_mut().for_each(|chunk| chunk.flow.air = air);
            self.paginate(&rows, Choice { air, ..choice }, dislike + air.abs() * 6.0, 0.0);
        }
    }

    fn paginate(&mut self, rows: &[Chunk], choice: Choice, dislike: f32, margin: f32) -> f32 {
        let cost = paginate(rows, self.look, self.best.0 + margin - dislike).cost + dislike;
        if cost < self.best.0 {
            self.best = (cost, choice);
        }
        cost
    }

    /// The flows of a choice, and what it is disliked beforehand.
    fn rows(&self, choice: Choice) -> (Vec<Chunk>, f32) {
        let mut dislike = if choice.small { 9.0 } else { 0.0 } + if choice.tight { 5.0 } else { 0.0 };
        let mut rows = Rows::default();
        for (section, pick) in self.sections.iter().zip(picks(self.sections, choice.ways)) {
            if let Some(way) = section.ways.get(pick) {
                dislike += way.dislike;
                let tight = way.tight_bare.as_ref().filter(|_| way.is_tight(choice));
                rows.push(way.run, tight.unwrap_or(&way.bare).clone());
            }
        }
        (rows.chunks, dislike)
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

/// What was chosen, as one row of flows.
pub(crate) fn join(chosen: Chosen) -> Vec<Chunk> {
    let mut rows = Rows { air: chosen.air, ..Rows::default() };
    for (run, flow) in chosen.sections {
        rows.push(run, flow);
    }
    rows.chunks
}
