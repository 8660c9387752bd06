//! Dated items with their pictures.

use briefing_model::{Briefing, Credit, Item, Language, Picture, SectionKind, UnitId, shows_nothing};

use super::draft::DocumentDraft;
use super::{ComposeError, Warning};
use crate::inline::{LinePart, in_language, plain};
use crate::typography;
use crate::{Block, CaptionedPicture, EventItem, Inlines, ItemHeading, Section, SectionRole, Words, dates};

/// The largest number of items at a glance that leaves space for the lead on the first page.
const BESIDE_GLANCE: usize = 14;

impl DocumentDraft<'_> {
    pub(super) fn leadership(&mut self) -> Result<Section, ComposeError> {
        let blocks = self.items(&self.briefing.leadership, 3, None)?;
        Ok(self.section(SectionKind::Leadership, SectionRole::Text, blocks))
    }

    pub(super) fn highlights(&mut self) -> Result<Section, ComposeError> {
        let blocks = self.items(&self.briefing.highlights, 3, None)?;
        Ok(self.section(SectionKind::Highlights, SectionRole::Text, blocks))
    }

    pub(super) fn capacity_building(&mut self) -> Result<Section, ComposeError> {
        let mut blocks = Vec::new();
        let briefing = self.briefing;
        for unit in &briefing.capacity_building {
            if unit.items.iter().any(|item| !self.leads(item)) {
                blocks.push(Block::Heading(self.name_with_acronym(&unit.name, unit.acronym.as_ref())));
                blocks.extend(self.items(&unit.items, 4, Some(&unit.unit))?);
            }
        }
        Ok(self.section(SectionKind::CapacityBuilding, SectionRole::Text, blocks))
    }

    /// The item that leads the issue: its title becomes the heading of a section of its own.
    pub(super) fn lead(&mut self) -> Result<Option<Section>, ComposeError> {
        let briefing = self.briefing;
        let Some(item) = briefing.items().find(|item| self.leads(item)) else { return Ok(None) };
        let heading = item.title.as_ref().map(|title| self.plain_name(title)).unwrap_or_default();
        let event = EventItem { heading: None, ..self.item(item, 3, None)? };
        let blocks = vec![Block::Event(event)];
        Ok(Some(Section { anchor: "lead".to_owned(), heading, role: SectionRole::Lead, blocks }))
    }

    /// The section before which the lead is placed: the first or, if the month at a glance is so long that it fills the first page, the
    /// section after it.
    pub(super) fn lead_before(&self) -> Option<SectionKind> {
        let Briefing { sections, .. } = self.briefing;
        self.briefing.lead.as_ref()?;
        let is_long = self.briefing.items().count() > BESIDE_GLANCE;
        let glance = sections.iter().position(|kind| is_long && *kind == SectionKind::Glance);
        let after = glance.and_then(|at| sections.get(at + 1));
        after.or_else(|| sections.first()).copied()
    }

    fn leads(&self, item: &Item) -> bool {
        self.briefing.lead.as_ref() == Some(&item.id)
    }

    /// All items except the lead, with headings of a level, below the name of a unit if `under` is given.
    fn items(&mut self, items: &[Item], level: u8, under: Option<&UnitId>) -> Result<Vec<Block>, ComposeError> {
        let lead = self.briefing.lead.as_ref();
        items
            .iter()
            .filter(|item| lead != Some(&item.id))
            .map(|item| self.item(item, level, under).map(Block::Event))
            .collect()
    }

    fn item(&mut self, item: &Item, level: u8, under: Option<&UnitId>) -> Result<EventItem, ComposeError> {
        let year = self.briefing.month.year();
        let heading = item.title.as_ref().map(|title| ItemHeading { level, text: self.name(title) });
        let mut text = self.text(&item.text, || format!("the text of `{}`", item.id))?;
        let stamp = if self.leads(item) { dates::stamp_in_a_row } else { dates::stamp };
        let stamped = stamp(&item.when, year, self.language);
        if stamped.abridged {
            self.messages.aside(&dates::aside(&item.when, year, self.language)).add_to(&mut text);
        }
        let figure = item.picture.as_ref().map(|picture| self.figure(picture, item)).transpose()?;
        let details = self.item_line(item, under);
        Ok(EventItem { id: item.id.to_string(), stamp: stamped.stamp, heading, text, details, figure })
    }

    fn figure(&mut self, picture: &Picture, item: &Item) -> Result<CaptionedPicture, ComposeError> {
        let caption = match &picture.caption {
            Some(caption) => Some(self.text(caption, || format!("the caption of the picture of `{}`", item.id))?),
            None => None,
        };
        let bare = self.picture(picture, || format!("the alternative text of the picture of `{}`", item.id));
        let credit = picture.credit.as_ref().filter(|credit| !shows_nothing(credit));
        let credit = credit.map(|credit| self.credit(credit, picture.credit_language, item));
        let caption = caption.filter(|caption| !shows_nothing(&plain(caption)));
        Ok(CaptionedPicture { caption, credit, ..bare })
    }

    /// A picture on its own. `place` names its owner, for the warning that its alternative text is in another language.
    pub(super) fn picture(&mut self, picture: &Picture, place: impl FnOnce() -> String) -> CaptionedPicture {
        let alt_language = picture.alt_language.unwrap_or(self.texts);
        if alt_language != self.language {
            // It is heard, not seen, so no note is needed.
            let (text, origin) = (alt_language, picture.alt.origin().clone());
            self.warn(Warning::TextUntranslated { place: place(), text, language: self.language, origin });
        }
        CaptionedPicture {
            digest: picture.digest,
            media: picture.media,
            orientation: picture.orientation,
            size: (picture.width, picture.height),
            alt: picture.alt.clone(),
            alt_language: Some(alt_language).filter(|language| *language != self.language),
            caption: None,
            credit: None,
            file: picture.file.clone(),
        }
    }

    fn credit(&mut self, credit: &Credit, language: Option<Language>, item: &Item) -> Inlines {
        let language = language.unwrap_or(self.texts);
        if language != self.language {
            self.left_in(language, format!("the credit of the picture of `{}`", item.id), credit.origin());
        }
        in_language(Words::written(typography::set(credit, language), credit.origin()), language, self.language)
    }
}
