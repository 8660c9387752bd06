//! Choosing the width of exhibits: whether one is better in a column or across the page depends on everything around it, so the
//! possibilities are tried on pages.

use std::collections::BTreeMap;
use std::rc::Rc;

use briefing_document::{Block, OrganizationChild, OrganizationUnit, Section, SectionRole};

use crate::Reach;
use crate::blocks;
use crate::brick::{Brick, Flow};
use crate::look::Look;
use crate::measures::{organization, pages, table};
use crate::paginate::{Chunk, Float, FlowRun, Found, MeasuredFlow, SearchBound, SearchReach, search};
use crate::setter::Setter;
use crate::weights;

/// A section set in every way it may be set.
pub(crate) struct Variants {
    ways: Vec<Way>,
}

/// One way of setting a section.
struct Way {
    run: FlowRun,
    set: Flow,
    /// Its measures alone, which suffice for trying it.
    bare: Flow,
    /// The section set tight, if it contains charts or tables.
    tight: Option<Flow>,
    tight_bare: Option<Flow>,
    /// The cost of choosing it, whatever the pages.
    dislike: f32,
}

/// The largest number of sections tried in both ways; further ones are set as they look best.
const MOST_TRIED: usize = 5;

/// Sets every section in the ways it may be set.
pub(crate) fn set_all(setter: &mut Setter<'_>, sections: &[Section], reach: Reach) -> Vec<Variants> {
    let most = if reach == Reach::All { MOST_TRIED } else { 0 };
    let mut tried = 0;
    let mut all = Vec::new();
    for (number, section) in sections.iter().enumerate() {
        let mut ways: Vec<Way> = Vec::new();
        if blocks::closes(section) {
            // Consecutive closing sections form one band, added with the first of them.
            let begins = !number.checked_sub(1).and_then(|at| sections.get(at)).is_some_and(blocks::closes);
            if begins {
                let set = blocks::closing_band(setter, &band_from(sections, number), false);
                let bare = skeleton(&set);
                ways.push(Way { run: FlowRun::Strip, set, bare, tight: None, tight_bare: None, dislike: 0.0 });
                all.push(Variants { ways });
            }
            continue;
        }
        let above = sections.get(..number).unwrap_or_default();
        for (run, dislike) in runs(section, above, setter.look.is_single) {
            // A text is set across the page only if it is too short for two columns.
            let is_long = |way: &Way| {
                way.set.bricks.iter().map(|brick| brick.height + brick.gap).sum::<f32>() > pages::SHORT_TEXT
            };
            if section.role == SectionRole::Text && ways.first().is_some_and(is_long) {
                continue;
            }
            // Above the lead it always is, because a column with nothing beside it would be a hole.
            if run == FlowRun::Wide
                && section.role == SectionRole::Text
                && number == 0
                && sections.get(1).is_some_and(leads)
            {
                ways.clear();
            }
            // The first way is the one that looks best by itself.
            if ways.is_empty() || tried < most {
                let way = way(setter, (number, section), run, dislike, reach);
                if ways.is_empty() || run != FlowRun::Columns || !way.set.is_cramped {
                    ways.push(way);
                }
            }
        }
        // Where the month at a glance stands takes no try away from what follows.
        tried += if has_calendar(section) { 0 } else { ways.len() - 1 };
        all.push(Variants { ways });
    }
    all
}

/// The consecutive closing sections from one on, each with its number.
fn band_from(sections: &[Section], number: usize) -> Vec<(usize, &Section)> {
    sections.iter().enumerate().skip(number).take_while(|(_, section)| blocks::closes(section)).collect()
}

/// The last closing band, set for a page of its own.
pub(crate) fn set_back(setter: &mut Setter<'_>, sections: &[Section]) -> Flow {
    let end = sections.iter().rposition(blocks::closes).map_or(0, |last| last + 1);
    let open = sections.iter().take(end).rposition(|section| !blocks::closes(section));
    blocks::closing_band(setter, &band_from(sections, open.map_or(0, |open| open + 1)), true)
}

fn way(setter: &mut Setter<'_>, (number, section): (usize, &Section), run: FlowRun, dislike: f32, reach: Reach) -> Way {
    let wide = run != FlowRun::Columns;
    let closer = reach == Reach::All
        && matches!(section.role, SectionRole::Exhibit | SectionRole::Lead)
        && !fills_pages(section);
    setter.remember(reach == Reach::All && !fills_pages(section));
    setter.begin_section(number);
    let set = blocks::section(setter, section, wide, false);
    let tight = closer.then(|| {
        setter.begin_section(number);
        blocks::section(setter, section, wide, true)
    });
    setter.remember(false);
    let bare = skeleton(&set);
    let tight_bare = tight.as_ref().map(skeleton);
    let dislike = if !wide && is_crowded(section, &set) { dislike + weights::CROWDED_TABLE } else { dislike };
    Way { run, set, bare, tight, tight_bare, dislike }
}

impl Way {
    /// Its measures, tight or not.
    fn bare(&self, tight: bool) -> &Flow {
        self.tight_bare.as_ref().filter(|_| tight).unwrap_or(&self.bare)
    }

    /// Whether it is set tight in a choice.
    const fn is_tight(&self, choice: Choice) -> bool {
        self.tight.is_some() && choice.tight
    }
}

/// The ways a section below others may run, the best by itself first, each with its cost.
fn runs(section: &Section, above: &[Section], is_single: bool) -> Vec<(FlowRun, f32)> {
    match section.role {
        SectionRole::Text | SectionRole::Panel if is_single => vec![(FlowRun::Columns, 0.0)],
        SectionRole::Exhibit if is_single => vec![(FlowRun::Float, 0.0)],
        SectionRole::Text => vec![(FlowRun::Columns, 0.0), (FlowRun::Wide, weights::WIDE_TEXT)],
        SectionRole::Panel => vec![(FlowRun::Columns, 0.0), (FlowRun::Float, weights::WIDE_BOX)],
        // The lead does not wait for a later page: at most a correction or the like is placed before it.
        SectionRole::Lead if above.len() <= 1 => vec![(FlowRun::Wide, 0.0)],
        SectionRole::Lead => vec![(FlowRun::Float, 0.0)],
        SectionRole::Strip => vec![(FlowRun::Strip, 0.0)],
        // Days side by side need the width of the page, and come before what they list: below a text, they wait only if the page has no
        // room.
        SectionRole::Exhibit if has_calendar(section) && above.iter().all(leads) => vec![(FlowRun::Float, 0.0)],
        SectionRole::Exhibit if has_calendar(section) => {
            vec![(FlowRun::Wide, 0.0), (FlowRun::Float, weights::GLANCE_WAITS)]
        }
        SectionRole::Exhibit if fills_pages(section) || has_large_chart(section) => vec![(FlowRun::Float, 0.0)],
        SectionRole::Exhibit => {
            let (column, wide) = dislike(section);
            vec![(FlowRun::Float, wide), (FlowRun::Columns, column)]
        }
    }
}

fn has_calendar(section: &Section) -> bool {
    section.blocks.iter().any(|block| matches!(block, Block::Calendar(_)))
}

fn leads(section: &Section) -> bool {
    section.role == SectionRole::Lead
}

/// Whether a section has a table that fills whole pages. It runs across them, as is best for long tables: other ways change little around
/// it, and each takes as long to set.
fn fills_pages(section: &Section) -> bool {
    section.blocks.iter().any(|block| matches!(block, Block::Table(table) if table.rows.len() > table::FILLS_PAGES))
}

/// Whether a section has an organization chart that does not fit in a column.
fn has_large_chart(section: &Section) -> bool {
    fn count(unit: &OrganizationUnit) -> usize {
        let below = unit.children.iter().map(|child| match child {
            OrganizationChild::Unit(unit) => count(unit),
            OrganizationChild::Programme(_) => 1,
        });
        1 + below.sum::<usize>()
    }
    section.blocks.iter().any(|block| match block {
        Block::Organization(chart) => organization::ACROSS.contains(&chart.units.iter().map(count).sum()),
        _ => false,
    })
}

/// Whether the rows of a section's table take many lines each: long words and names side by side need the width of the page.
fn is_crowded(section: &Section, set: &Flow) -> bool {
    let rows = |block: &Block| if let Block::Table(table) = block { table.rows.len() } else { 0 };
    let rows: usize = section.blocks.iter().map(rows).sum();
    let lines = if rows > table::LONG { table::CROWDED.1 } else { table::CROWDED.0 };
    rows > 0 && set.bricks.len() > rows * lines + table::AROUND_ROWS
}

/// The costs of a section in a column and across the page.
fn dislike(section: &Section) -> (f32, f32) {
    let mut column = 0.0_f32;
    let mut wide = 0.0_f32;
    for block in &section.blocks {
        match block {
            // An organization chart needs more width the more boxes are side by side.
            Block::Organization(chart) => {
                column += weights::NARROW_ORGANIZATION
                    * (chart.units.len() as f32 / organization::MOST_IN_ROW as f32).min(1.0);
            }
            Block::Table(table) if table.columns.len() > table::MANY_COLUMNS => column += weights::NARROW_TABLE,
            // A long table breaks less often across the page.
            Block::Table(table) if table.rows.len() > table::LONG => column += weights::NARROW_LONG_TABLE,
            Block::Table(_) => wide += weights::WIDE_TABLE,
            Block::Chart(_) => column += weights::NARROW_CHART,
            _ => {}
        }
    }
    (column, wide)
}

/// The result of the choice: the way of each section, and how the pages are made.
#[derive(Default)]
pub(crate) struct Chosen {
    pub(crate) sections: Vec<(FlowRun, Flow)>,
    pub(crate) found: Found,
}

/// A choice: the way of each section, and whether charts and tables are set tight.
#[derive(Debug, Clone, Copy, Default)]
struct Choice {
    ways: usize,
    tight: bool,
}

/// The number of choices considered promising.
const PROMISING: usize = 16;

/// Chooses the ways of sections that make the best pages among those with fewer violations of rules than `faults_below`, if there are any.
///
/// All combinations are tried with pages made greedily, one after the other, with charts and tables at preferred spacing and tight. For the
/// most promising ones, the pages are then chosen together. If even the best of them has a hole, the other combinations are tried as well.
pub(crate) fn choose(sections: Vec<Variants>, look: &Look, reach: Reach, faults_below: usize) -> Option<Chosen> {
    let ways: usize = sections.iter().map(|section| section.ways.len()).product();
    let can_be_closer = sections.iter().any(|section| section.ways.iter().any(|way| way.tight.is_some()));
    let closer: &[bool] = if can_be_closer { &[false, true] } else { &[false] };
    let best = (Found::none(), Choice::default());
    let mut trials = Trials { sections: &sections, look, best, faults_below: usize::MAX, flows: BTreeMap::new() };
    let choices = (0..ways).flat_map(|ways| closer.iter().map(move |tight| Choice { ways, tight: *tight }));
    let mut promising: Vec<(f32, Choice)> =
        choices.map(|choice| (trials.attempt(choice, weights::HOPELESS, SearchReach::NEAR), choice)).collect();
    // Greedy pages with too many faults show how promising a choice is, and what pages without these may cost.
    if trials.best.0.faults >= faults_below {
        let cost = trials.best.0.cost + trials.best.0.faults as f32 * weights::FAULT;
        trials.best.0 = Found::nothing_below(cost);
    }
    trials.faults_below = faults_below;
    // The better ones come first, so that the worse are given up sooner.
    promising.sort_by(|a, b| a.0.total_cmp(&b.0));
    if reach == Reach::First {
        promising.clear();
    }
    let mut followed: Vec<(f32, Choice)> = Vec::new();
    for (tried, (_, choice)) in promising.into_iter().enumerate() {
        // Greedy pages are misleading if an exhibit has to wait.
        if tried >= PROMISING && !trials.disappoint() {
            break;
        }
        followed.push((trials.attempt(choice, 0.0, SearchReach::FAR), choice));
    }
    if trials.best.0.flaws + trials.best.0.faults > 0 || !trials.best.0.is_whole() {
        followed.sort_by(|a, b| a.0.total_cmp(&b.0));
        if trials.best.0.is_whole() {
            trials.faults_below = trials.best.0.faults.max(1);
        }
        // From here on, breaking a rule costs more.
        trials.best.0.cost += trials.best.0.faults as f32 * weights::FAULT;
        for (_, choice) in followed.into_iter().take(PROMISING) {
            trials.attempt(choice, 0.0, SearchReach::FURTHEST);
        }
    }
    let (found, choice) = trials.best;
    if !found.is_whole() {
        return None;
    }
    let picks = picks(&sections, choice.ways);
    let picked = sections.into_iter().zip(picks).filter_map(|(section, pick)| section.ways.into_iter().nth(pick));
    let sections = picked
        .map(|way| if way.is_tight(choice) { (way.run, way.tight.unwrap_or(way.set)) } else { (way.run, way.set) });
    Some(Chosen { sections: sections.collect(), found })
}

/// The way of each section in a numbered choice.
fn picks(sections: &[Variants], mut choice: usize) -> Vec<usize> {
    let pick = |section: &Variants| {
        let count = section.ways.len().max(1);
        let pick = choice % count;
        choice /= count;
        pick
    };
    sections.iter().map(pick).collect()
}

/// The choices tried, and the best so far.
struct Trials<'a> {
    sections: &'a [Variants],
    look: &'a Look,
    best: (Found, Choice),
    /// The number of violations of rules that are too many.
    faults_below: usize,
    /// The flows tried, by their parts: most choices have most of them in common.
    flows: BTreeMap<Vec<Part>, Rc<MeasuredFlow>>,
}

/// A section as set in a choice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Part {
    section: usize,
    way: usize,
    tight: bool,
}

impl Trials<'_> {
    /// Whether the best result so far has a hole or an empty page, or separates what belongs together.
    fn disappoint(&self) -> bool {
        let (best, _) = &self.best;
        best.cost > best.pages as f32 * (weights::PAGE + weights::DISAPPOINTING)
    }

    /// The cost of a choice, as far as it was pursued: until it was worse than the best by a margin.
    fn attempt(&mut self, choice: Choice, margin: f32, reach: SearchReach) -> f32 {
        let (chunks, dislike) = self.chunks(choice);
        let bound = SearchBound { cost: self.best.0.cost + margin - dislike, faults: self.faults_below };
        let mut found = search(&chunks, self.look, bound, reach);
        found.cost += dislike;
        let cost = found.cost;
        if found.cost < self.best.0.cost {
            self.best = (found, choice);
        }
        cost
    }

    /// The flows of a choice, and its cost whatever the pages.
    fn chunks(&mut self, choice: Choice) -> (Vec<Chunk>, f32) {
        let mut dislike = if choice.tight { weights::TIGHT } else { 0.0 };
        let mut rows = Rows::default();
        for (number, (section, pick)) in self.sections.iter().zip(picks(self.sections, choice.ways)).enumerate() {
            if let Some(way) = section.ways.get(pick) {
                dislike += way.dislike;
                let part = Part { section: number, way: pick, tight: way.is_tight(choice) };
                rows.push(way.run, way.bare(part.tight), part);
            }
        }
        let chunks = rows.0.into_iter().map(|row| {
            let flow = self.flow(row.parts);
            Chunk { flow, run: row.run, floats: row.floats }
        });
        (chunks.collect(), dislike)
    }

    /// The flow of consecutive sections.
    fn flow(&mut self, parts: Vec<Part>) -> Rc<MeasuredFlow> {
        let sections = self.sections;
        let way = |part: &Part| sections.get(part.section)?.ways.get(part.way).map(|way| way.bare(part.tight));
        let make = |parts: &Vec<Part>| {
            let flows = || parts.iter().filter_map(way);
            // With hundreds of flows, none should reserve memory it does not use.
            let bricks = flows().map(|flow| flow.bricks.len()).sum();
            Rc::new(MeasuredFlow::new(in_a_row(flows().cloned(), bricks)))
        };
        Rc::clone(self.flows.entry(parts).or_insert_with_key(make))
    }
}

/// A flow's measures without its drawings, which is all that pagination needs.
fn skeleton(flow: &Flow) -> Flow {
    let bare = |brick: &Brick| Brick {
        height: brick.height,
        shrink: brick.shrink,
        line: brick.line,
        lead: brick.lead,
        head: brick.head,
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
        grid: flow.grid,
        is_exhibit: flow.is_exhibit,
        is_cramped: flow.is_cramped,
    }
}

/// Joins consecutive flows into one with the given number of bricks.
fn in_a_row(mut flows: impl Iterator<Item = Flow>, bricks: usize) -> Flow {
    let mut all = flows.next().unwrap_or_default();
    all.bricks.reserve_exact(bricks.saturating_sub(all.bricks.len()));
    flows.for_each(|flow| all.append(flow));
    all
}

/// Flows in order. Adjacent ones that run through columns are joined.
struct Rows<P>(Vec<Row<P>>);

/// A flow, by its parts.
struct Row<P> {
    run: FlowRun,
    parts: Vec<P>,
    /// The total number of bricks.
    bricks: usize,
    floats: Vec<Float>,
}

impl<P> Default for Rows<P> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<P> Rows<P> {
    fn push(&mut self, run: FlowRun, flow: &Flow, part: P) {
        let bricks = flow.bricks.len();
        // An exhibit floats in the text before it, which then continues with the text after it.
        let chunk = self.0.len();
        let host = self.0.iter_mut().rfind(|row| row.run != FlowRun::Float);
        let run = match host.filter(|host| host.run == FlowRun::Columns) {
            Some(host) if run == FlowRun::Columns => {
                // Exhibits are not placed before earlier ones: they would be taken for a part of the earlier one's section.
                for float in host.floats.iter_mut().filter(|float| flow.is_exhibit && float.until.is_none()) {
                    float.until = Some(host.bricks);
                }
                host.parts.push(part);
                host.bricks += bricks;
                return;
            }
            Some(host) if run == FlowRun::Float => {
                host.floats.push(Float { at: host.bricks, chunk, until: None });
                FlowRun::Float
            }
            None if run == FlowRun::Float => FlowRun::Wide,
            _ => run,
        };
        self.0.push(Row { run, parts: vec![part], bricks, floats: Vec::new() });
    }
}

/// Joins the chosen sections into a list of flows.
pub(crate) fn join(sections: Vec<(FlowRun, Flow)>) -> Vec<Chunk> {
    let mut rows = Rows::default();
    for (run, flow) in sections {
        let bare = skeleton(&flow);
        rows.push(run, &bare, flow);
    }
    let chunk = |row: Row<Flow>| {
        let flow = in_a_row(row.parts.into_iter(), row.bricks);
        Chunk { floats: row.floats, ..Chunk::new(flow, row.run) }
    };
    rows.0.into_iter().map(chunk).collect()
}
