//! Turning placed bricks into page items, with content in reading order.

use std::rc::Rc;

use briefing_document::{Document, LinkTarget, Tag, TagTree};
use briefing_model::{Colour, Direction};

use crate::brick::{Anchor, Brick, Draw, Flow};
use crate::furniture;
use crate::look::Look;
use crate::measures::text;
use crate::page::{Destination, Frame, LinkArea, Mark, OutlineItem, Page, PageItem, Rect, Role};
use crate::paginate::{BrickRef, PagePlan, PanelFragment, Placed};
use crate::setter::{Setter, UNTAGGED, role_of};

/// Pages, bookmarks and destinations.
pub(crate) struct Emitted {
    pub(crate) pages: Vec<Page>,
    pub(crate) outline: Vec<OutlineItem>,
    pub(crate) destinations: Vec<Destination>,
}

/// Draws a plan.
pub(crate) fn emit(
    setter: &mut Setter<'_>,
    document: &Document,
    title: Vec<Draw>,
    mut flows: Vec<Flow>,
    plan: &PagePlan,
) -> Emitted {
    let mut canvas = Emitter::new(setter.look, document.language.direction(), plan.pages, setter.tree);
    for draw in title {
        canvas.draw(0, draw, None);
    }
    for fragment in &plan.panels {
        canvas.panel(&flows, fragment);
    }
    canvas.make_room(&flows, &plan.placed);
    for placed in &plan.placed {
        canvas.brick(&mut flows, placed);
    }
    for page in 0..plan.pages {
        for draw in furniture::heads_and_feet(setter, document, page + 1, plan.pages) {
            canvas.draw(page, draw, None);
        }
    }
    for (_, page, frame) in &plan.frames {
        canvas.frame(*page, frame.clone());
    }
    canvas.finish()
}

/// The most marks in a page's running head and foot.
const FURNITURE: usize = 8;

struct Emitter<'a> {
    look: &'a Look,
    mirrored: bool,
    tree: &'a TagTree,
    pages: Vec<Page>,
    outline: Vec<OutlineItem>,
    destinations: Vec<Destination>,
}

impl<'a> Emitter<'a> {
    fn new(look: &'a Look, direction: Direction, pages: usize, tree: &'a TagTree) -> Self {
        let (width, height) = look.page;
        let page = Page { width, height, ..Page::default() };
        Self {
            look,
            mirrored: direction == Direction::RightToLeft,
            tree,
            pages: vec![page; pages],
            outline: Vec::new(),
            destinations: Vec::new(),
        }
    }

    /// Reserves what each page will hold, without growing to twice as much.
    fn make_room(&mut self, flows: &[Flow], placed: &[Placed]) {
        for on_page in placed.chunk_by(|a, b| a.page == b.page) {
            let draws = on_page.iter().filter_map(|placed| match placed.brick {
                BrickRef::Own(index) => Some(flows.get(placed.chunk)?.bricks.get(index)?.draws.len()),
                BrickRef::Header(index) => Some(flows.get(placed.chunk)?.headers.get(index)?.draws.len()),
            });
            let room = draws.sum::<usize>() + FURNITURE;
            if let Some(page) = on_page.first().and_then(|first| self.pages.get_mut(first.page)) {
                page.items.reserve_exact(room);
            }
        }
    }

    fn panel(&mut self, flows: &[Flow], fragment: &PanelFragment) {
        let panel = flows.get(fragment.chunk).and_then(|flow| flow.panels.get(fragment.panel));
        let Some(panel) = panel else { return };
        for shape in (panel.paint)(self.look, panel, (fragment.area.width, fragment.area.height)) {
            self.draw(fragment.page, Draw::Shape(shape.shifted(fragment.area.x, fragment.area.y)), None);
        }
    }

    fn brick(&mut self, flows: &mut [Flow], placed: &Placed) {
        let Some(flow) = flows.get_mut(placed.chunk) else {
            return;
        };
        let (brick, role): (Option<Brick>, Option<Role>) = match placed.brick {
            // A brick is placed once and not needed afterwards.
            BrickRef::Own(index) => {
                (flow.bricks.get_mut(index).map(|brick| std::mem::replace(brick, Brick::new(0.0))), None)
            }
            // A repeated header is read only once, where the table begins.
            BrickRef::Header(index) => (flow.headers.get(index).cloned(), Some(Role::Running)),
        };
        let Some(brick) = brick else { return };
        if placed.follows {
            for draw in brick.between {
                self.draw(placed.page, draw.shifted(placed.x, placed.y), role);
            }
        }
        for draw in brick.draws {
            self.draw(placed.page, draw.shrunk(placed.shrunk).shifted(placed.x, placed.y), role);
        }
        for anchor in brick.anchors {
            let (page, y) = (placed.page, placed.y);
            match anchor {
                Anchor::Bookmark(title, level) => self.outline.push(OutlineItem { title, level, page, y }),
                Anchor::Destination(name) => self.destinations.push(Destination { name, page, y }),
            }
        }
    }

    fn draw(&mut self, page: usize, draw: Draw, role: Option<Role>) {
        match draw {
            Draw::Shape(shape) => {
                let shape = if self.mirrored { shape.mirrored(self.look.page.0) } else { shape };
                self.push(page, PageItem { role: role.unwrap_or(Role::Decoration), mark: Mark::Shape(shape) });
            }
            Draw::Picture { area, digest, media, orientation, slot } => {
                let area = if self.mirrored { area.mirrored(self.look.page.0) } else { area };
                let mark = Mark::Picture { area, digest, media, orientation };
                self.push(page, PageItem { role: role.unwrap_or(Role::Content(slot)), mark });
            }
            Draw::Runs { x, y, width, runs, role: own } => {
                let left = if self.mirrored { self.look.page.0 - x - width } else { x };
                for run in Rc::unwrap_or_clone(runs) {
                    let role = role.or(own).unwrap_or_else(|| role_of(run.tag));
                    self.run(page, left + run.x, y, run, role);
                }
            }
        }
    }

    fn frame(&mut self, page: usize, mut frame: Frame) {
        if self.mirrored {
            frame.area = frame.area.mirrored(self.look.page.0);
        }
        if let Some(page) = self.pages.get_mut(page) {
            page.frames.push(frame);
        }
    }

    fn run(&mut self, page: usize, x: f32, y: f32, run: crate::text::Run, role: Role) {
        if let (Role::Content(slot), true) = (role, run.tag != UNTAGGED)
            && let Some(node) = self.tree.link_of(slot)
        {
            let (above, height) = text::LINK;
            let area = Rect::new(x, y - run.size * above, run.width, run.size * height);
            if let Some(page) = self.pages.get_mut(page) {
                page.links.push(LinkArea { node, area });
            }
            // The mark of a note is small as it is; underlining it would be noise.
            if let Some(Tag::Link(LinkTarget::Address(_))) = self.tree.get(node).map(|node| &node.tag) {
                self.underline(page, x, y, &run);
            }
        }
        self.push(page, PageItem { role, mark: Mark::Glyphs { x, y, run } });
    }

    /// Colour alone must not identify a link (WCAG 2.2, success criterion 1.4.1).
    fn underline(&mut self, page: usize, x: f32, y: f32, run: &crate::text::Run) {
        let (down, thick, white) = text::UNDERLINE;
        let rule = Rect::new(x, y + run.size * down, run.width, thick);
        let shape = crate::page::Shape::filled(rule, crate::look::mix(run.colour, Colour::WHITE, white));
        self.push(page, PageItem { role: Role::Decoration, mark: Mark::Shape(shape) });
    }

    fn push(&mut self, page: usize, item: PageItem) {
        if let Some(page) = self.pages.get_mut(page) {
            page.items.push(item);
        }
    }

    /// Orders each page: decoration behind, then content in reading order, running elements last.
    fn finish(mut self) -> Emitted {
        for page in &mut self.pages {
            page.items.sort_by_key(|item| match item.role {
                Role::Decoration => (0, 0),
                Role::Content(slot) => (1, slot.number()),
                Role::Running => (2, 0),
            });
            page.links.sort_by_key(|link| link.node);
            page.links = line_by_line(std::mem::take(&mut page.links));
        }
        Emitted { pages: self.pages, outline: self.outline, destinations: self.destinations }
    }
}

/// The areas of links, with the runs on one line merged.
fn line_by_line(runs: Vec<LinkArea>) -> Vec<LinkArea> {
    let mut lines: Vec<LinkArea> = Vec::with_capacity(runs.len());
    for run in runs {
        match lines.last_mut() {
            Some(line) if line.node == run.node && continues(&line.area, &run.area) => {
                line.area = line.area.around(&run.area);
            }
            _ => lines.push(run),
        }
    }
    lines
}

/// Whether two areas are on the same line, separated by no more than a wide space.
fn continues(line: &Rect, run: &Rect) -> bool {
    let overlap = line.bottom().min(run.bottom()) - line.y.max(run.y);
    let gap = line.x.max(run.x) - line.right().min(run.right());
    overlap > line.height.min(run.height) / 2.0 && gap < line.height
}
