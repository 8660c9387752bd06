//! The last good pages of a language, as the browser asks for them.

use std::path::Path;
use std::sync::Arc;

use briefing::{Diagnostics, Language, Proof};
use serde::Serialize;

/// A file, and its pages for the browser.
pub(super) struct GoodPages {
    /// What the file is written from when somebody asks for it.
    proof: Proof,
    drawn: Vec<Arc<[u8]>>,
    view: PagesView,
}

/// Where everything is on the pages, and what it says.
#[derive(Serialize)]
struct PagesView {
    pages: Vec<PageView>,
    pieces: Vec<PieceView>,
}

#[derive(Serialize)]
struct PageView {
    /// The version since which the page has not changed: the browser asks again only for pages that did.
    since: u64,
    width: f32,
    height: f32,
    /// A piece, and the left, top, width and height of one of its lines.
    areas: Vec<(usize, [f32; 4])>,
}

#[derive(Serialize)]
struct PieceView {
    tags: String,
    text: String,
    language: Option<String>,
    item: Option<String>,
    place: Option<String>,
}

impl GoodPages {
    pub(super) fn of(proof: Proof, office: &Path) -> Self {
        let preview = proof.preview();
        let mut drawn = Vec::new();
        let mut pages = Vec::new();
        for page in preview.pages {
            drawn.push(page.svg.into_bytes().into());
            let areas = page.areas.iter().map(|line| {
                let area = line.area;
                (line.piece, [area.x, area.y, area.width, area.height])
            });
            pages.push(PageView { since: 0, width: page.width, height: page.height, areas: areas.collect() });
        }
        let piece = |piece: briefing::preview::PreviewPiece| PieceView {
            tags: piece.tags.join(" › "),
            text: piece.text,
            language: piece.language,
            item: piece.item,
            place: piece.place.map(|place| office.join(place.to_string()).display().to_string()),
        };
        let pieces = preview.pieces.into_iter().map(piece).collect();
        Self { proof, drawn, view: PagesView { pages, pieces } }
    }

    /// Numbers the pages: those that look as before keep their number.
    pub(super) fn number(&mut self, version: u64, before: Option<&Self>) {
        for (at, (page, drawn)) in self.view.pages.iter_mut().zip(&self.drawn).enumerate() {
            let same = before.filter(|before| before.drawn.get(at) == Some(drawn));
            page.since = same.and_then(|before| before.view.pages.get(at)).map_or(version, |before| before.since);
        }
    }

    /// The warnings about the pages.
    pub(super) fn warnings(&self) -> &Diagnostics {
        &self.proof.warnings
    }

    pub(super) fn language(&self) -> Language {
        self.proof.edition.language()
    }

    /// The file itself.
    pub(super) fn file(&self) -> Option<Arc<[u8]>> {
        self.proof.clone().finish().ok().map(|file| file.bytes.into())
    }

    /// A page, counted from one.
    pub(super) fn page(&self, number: usize) -> Option<Arc<[u8]>> {
        self.drawn.get(number.checked_sub(1)?).cloned()
    }

    /// Where everything is, as JSON.
    pub(super) fn json(&self) -> Vec<u8> {
        serde_json::to_vec(&self.view).unwrap_or_default()
    }
}
