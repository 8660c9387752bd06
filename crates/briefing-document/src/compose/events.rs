//! What happened: dated items, with their pictures.

use briefing_model::{Credit, Item, Language, Picture, SectionKind};

use super::draft::DocumentDraft;
use super::{ComposeError, Warning};
use crate::inline::{LinePart, in_language, plain};
use crate::{Block, CaptionedPicture, EventItem, Inlines, ItemHeading, Section, SectionRole, Words, dates};

impl DocumentDraft<'_> {
    pub(super) fn leadership(&mut self) -> Result<Section, ComposeError> {
        let blocks = self.items(&self.briefing.leadership, 3)?;
        Ok(self.section(SectionKind::Leadership, SectionRole::Text, blocks))
    }

    pub(super) fn highlights(&mut self) -> Result<Section, ComposeError> {
        let blocks = self.items(&self.briefing.highlights, 3)?;
        Ok(self.section(SectionKind::Highlights, SectionRole::Text, blocks))
    }

    pub(super) fn capacity_building(&mut self) -> Result<Section, ComposeError> {
        let mut blocks = Vec::new();
        for unit in self.briefing.capacity_building.iter().filter(|unit| !unit.items.is_empty()) {
            blocks.push(Block::Heading(self.name_with_acronym(&unit.name, unit.acronym.as_ref())));
            blocks.extend(self.items(&unit.items, 4)?);
        }
        Ok(self.section(SectionKind::CapacityBuilding, SectionRole::Text, blocks))
    }

    /// Items, their headings of a level.
    fn items(&mut self, items: &[Item], level: u8) -> Result<Vec<Block>, ComposeError> {
        items.iter().map(|item| self.item(item, level).map(Block::Event)).collect()
    }

    fn item(&mut self, item: &Item, level: u8) -> Result<EventItem, ComposeError> {
        let year = self.briefing.month.year();
        let heading = item.title.as_ref().map(|title| ItemHeading { level, text: self.name(title) });
        let mut text = self.text(&item.text, || format!("the text of `{}`", item.id))?;
        let stamped = dates::stamp(&item.when, year, self.language);
        if stamped.abridged {
            self.messages.aside(&dates::compact(&item.when, year, self.language)).add_to(&mut text);
        }
        let figure = item.picture.as_ref().map(|picture| self.figure(picture, item)).transpose()?;
        let details = self.item_line(item);
        Ok(EventItem { id: item.id.to_string(), stamp: stamped.stamp, heading, text, details, figure })
    }

    fn figure(&mut self, picture: &Picture, item: &Item) -> Result<CaptionedPicture, ComposeError> {
        let caption = match &picture.caption {
            Some(caption) => Some(self.text(caption, || format!("the caption of the picture of `{}`", item.id))?),
            None => None,
        };
        let alt_language = picture.alt_language.unwrap_or(self.texts);
        if alt_language != self.language {
            // It is heard and not seen, so no note is due.
            let place = format!("the alternative text of the picture of `{}`", item.id);
            self.warn(Warning::TextUntranslated { place, text: alt_language, language: self.language });
        }
        let credit = picture.credit.as_ref().filter(|credit| !credit.trim().is_empty());
        let credit = credit.map(|credit| self.credit(credit, picture.credit_language, item));
        Ok(CaptionedPicture {
            digest: picture.digest,
            media: picture.media,
            orientation: picture.orientation,
            size: (picture.width, picture.height),
            alt: picture.alt.clone(),
            alt_language: Some(alt_language).filter(|language| *language != self.language),
            caption: caption.filter(|caption| !plain(caption).trim().is_empty()),
            credit,
            file: picture.file.clone(),
        })
    }

    fn credit(&mut self, credit: &Credit, language: Option<Language>, item: &Item) -> Inlines {
        let language = language.unwrap_or(self.texts);
        if language != self.language {
            self.left_in(language, format!("the credit of the picture of `{}`", item.id));
        }
        in_language(Words::written(&**credit, credit.origin()), language, self.language)
    }
}
