//! The mandate as fixed by the General Assembly: the five functions and the four pillars.

use briefing_model::{Language, MandateFunction, Origin, SectionKind, shows_nothing, terms};

use super::ComposeError;
use super::draft::DocumentDraft;
use crate::inline::{in_language, line, plain, strong};
use crate::{Block, Inline, Inlines, ItemMarks, List, PillarItem, Section, SectionRole, numbers, typography};

impl DocumentDraft<'_> {
    pub(super) fn mandate(&mut self) -> Result<Section, ComposeError> {
        let mut blocks = Vec::new();
        if let Some(intro) = &self.briefing.mandate.intro {
            let intro = self.text(intro, || "the introduction of the mandate".to_owned())?;
            blocks.extend((!shows_nothing(&plain(&intro))).then_some(Block::Paragraph(intro)));
        }
        let items =
            MandateFunction::ALL.into_iter().map(|function| self.function(function)).collect::<Result<_, _>>()?;
        blocks.push(Block::List(List { marks: ItemMarks::Numbers, items }));
        Ok(self.section(SectionKind::Mandate, SectionRole::Panel, blocks))
    }

    /// A function: its lead in bold, then the rest with the number of entities filled in.
    fn function(&mut self, function: MandateFunction) -> Result<Inlines, ComposeError> {
        if let Some(wording) = self.briefing.wording_of(function) {
            return self.text(wording, || format!("the function `{function}`"));
        }
        let (lead, lead_language) = function.lead(self.language);
        let (rest, rest_language) = if self.briefing.mandate.before_body {
            function.rest_before_body(self.language)
        } else {
            function.rest(self.language)
        };
        let rest = with_entities(rest, self.briefing.mandate.entities, rest_language);
        let (lead, rest) = (typography::set(lead, lead_language), typography::set(&rest, rest_language));
        let words = plain(&line![lead.as_str(), rest.as_str()]);
        let lead = self.explained(&lead, &Origin::default(), lead_language);
        let rest = self.explained(&rest, &Origin::default(), rest_language);
        if lead_language == rest_language && lead_language != self.language {
            self.worded_in(&words, lead_language);
            return Ok(vec![Inline::Foreign { language: lead_language.into(), content: line![strong(lead), rest] }]);
        }
        let lead = strong(in_language(lead, lead_language, self.language));
        Ok(line![lead, in_language(rest, rest_language, self.language)])
    }

    pub(super) fn strategy(&mut self) -> Result<Section, ComposeError> {
        let mut pillars = Vec::new();
        for pillar in &self.briefing.strategy {
            let text = match self.briefing.title_of(*pillar) {
                Some(title) => self.text(title, || format!("pillar {pillar}"))?,
                None => self.official(pillar.title(self.language)),
            };
            let (kicker, numeral) = self.messages.pillar(*pillar);
            pillars.push(PillarItem { kicker: kicker.to_owned(), numeral: numeral.to_owned(), text });
        }
        let (name, language) = terms::STRATEGY.resolve(self.language);
        self.worded_in(name, language);
        let blocks = if pillars.is_empty() { Vec::new() } else { vec![Block::Pillars(pillars)] };
        Ok(Section {
            heading: typography::set(name, language).into(),
            ..self.section(SectionKind::Strategy, SectionRole::Strip, blocks)
        })
    }
}

/// The wording with the number of entities; if it is not known, the placeholder and the space after it are dropped.
fn with_entities(rest: &str, entities: Option<u16>, language: Language) -> String {
    let place = MandateFunction::ENTITIES;
    match entities {
        Some(count) => rest.replace(place, &numbers::count(u64::from(count), language)),
        None => rest.replace(&format!("{place} "), "").replace(place, ""),
    }
}
