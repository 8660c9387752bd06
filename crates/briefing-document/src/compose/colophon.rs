//! The end of an issue: how readers reach the office, and when the next one goes out.

use super::draft::DocumentDraft;
use super::structure::pointer;
use crate::inline::line;
use crate::{Block, Contact, Inlines, Section, SectionRole, dates};

impl DocumentDraft<'_> {
    pub(super) fn colophon(&mut self) -> Option<Section> {
        let briefing = self.briefing;
        let phrases = self.messages.phrases();
        let colophon = &briefing.colophon;
        let contact: Inlines = colophon.contact.iter().flat_map(|name| self.name(name)).collect();
        let email = colophon.email.as_ref().map(|email| line![pointer(email)]);
        let web = colophon.web.as_ref().map(|web| line![pointer(web)]);
        let next = briefing.next_issue.map(|next| line![dates::day(next, self.language)]);
        let contact = Some(contact).filter(|contact| !contact.is_empty());
        let entries =
            [(phrases.contact, contact), (phrases.email, email), (phrases.on_the_web, web), (phrases.next_issue, next)];
        let entries: Vec<_> = entries.into_iter().filter_map(|(label, text)| Some((label.to_owned(), text?))).collect();
        if entries.is_empty() {
            return None;
        }
        Some(Section {
            anchor: "colophon".to_owned(),
            heading: phrases.about_briefing.into(),
            role: SectionRole::Strip,
            blocks: vec![Block::Contact(Contact { entries, code: colophon.web.clone() })],
        })
    }
}
