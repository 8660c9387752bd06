//! Names of States and other parties next to brackets.

use briefing_model::{Language, Name, Named, PartyRef, State};

use super::draft::DocumentDraft;
use crate::Inlines;

/// The formal name of a State whose short name has brackets: "the Islamic Republic of Iran" for "Iran (Islamic Republic of)".
///
/// The United Nations uses the short name in alphabetical lists and the formal name in running text.
fn in_text(state: State, language: Language) -> Option<&'static str> {
    state.short_name(language).ends_with(')').then(|| state.formal_name(language))
}

/// A formal name without its article, as after the name of a city.
fn without_article(name: &'static str, language: Language) -> &'static str {
    let articles: &[&str] = match language {
        Language::En => &["the "],
        Language::Fr => &["la ", "le ", "les ", "l'"],
        Language::Es => &["la ", "el ", "las ", "los "],
        Language::Ar | Language::Ru | Language::Zh => &[],
    };
    articles.iter().find_map(|article| name.strip_prefix(article)).unwrap_or(name)
}

impl DocumentDraft<'_> {
    /// The name of a State inside or before other brackets. A name that is not the official one stays as it is.
    pub(super) fn state_in_text(&mut self, state: State, name: &Name) -> Inlines {
        match self.formal_name(state, name) {
            Some(formal) => self.official((without_article(formal, self.language), self.language)),
            None => self.name(name),
        }
    }

    fn formal_name(&self, state: State, name: &Name) -> Option<&'static str> {
        let is_official = name.get(self.language) == Some(state.short_name(self.language));
        in_text(state, self.language).filter(|_| is_official)
    }

    /// The contributor, and the party on whose behalf it gave, in a list.
    pub(super) fn party(&mut self, giver: &Named<PartyRef>, on_behalf_of: Option<&Named<PartyRef>>) -> Inlines {
        match on_behalf_of {
            Some(_) => self.party_in_text(giver, on_behalf_of),
            None => self.name(&giver.name),
        }
    }

    /// The same before brackets.
    pub(super) fn party_in_text(&mut self, giver: &Named<PartyRef>, on_behalf_of: Option<&Named<PartyRef>>) -> Inlines {
        let words = self.one_in_text(giver);
        let Some(party) = on_behalf_of else { return words };
        let party = match &party.id {
            // "for the Kingdom of the Netherlands". The other languages have a colon there, and no article.
            PartyRef::State(state) if self.language == Language::En => match self.formal_name(*state, &party.name) {
                Some(formal) => self.official((formal, Language::En)),
                None => self.name(&party.name),
            },
            PartyRef::State(_) | PartyRef::Party(_) => self.one_in_text(party),
        };
        self.messages.on_behalf_of(words, party)
    }

    fn one_in_text(&mut self, party: &Named<PartyRef>) -> Inlines {
        match &party.id {
            PartyRef::State(state) => self.state_in_text(*state, &party.name),
            PartyRef::Party(_) => self.name(&party.name),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_with_brackets_have_a_form_for_running_text() {
        let states = State::all().filter(|state| state.short_name(Language::En).ends_with(')'));
        let names = states.flat_map(|state| {
            Language::ALL.map(|language| match in_text(state, language) {
                Some(formal) => without_article(formal, language),
                None => state.short_name(language),
            })
        });
        insta::assert_snapshot!(names.collect::<Vec<_>>().join("\n"), @r"
        دولة بوليفيا المتعددة القوميات
        多民族玻利维亚国
        Plurinational State of Bolivia
        État plurinational de Bolivie
        Многонациональное Государство Боливия
        Estado Plurinacional de Bolivia
        ولايات ميكرونيزيا الموحدة
        密克罗尼西亚联邦
        Federated States of Micronesia
        États fédérés de Micronésie
        Федеративные Штаты Микронезии
        Estados Federados de Micronesia
        جمهورية إيران الإسلامية
        伊朗伊斯兰共和国
        Islamic Republic of Iran
        République islamique d'Iran
        Исламская Республика Иран
        República Islámica del Irán
        مملكة هولندا
        荷兰王国
        Kingdom of the Netherlands
        Royaume des Pays-Bas
        Королевство Нидерландов
        Reino de los Países Bajos
        جمهورية فنزويلا البوليفارية
        委内瑞拉玻利瓦尔共和国
        Bolivarian Republic of Venezuela
        République bolivarienne du Venezuela
        Боливарианская Республика Венесуэла
        República Bolivariana de Venezuela
        ");
        // No other name has brackets, in any language.
        for state in State::all() {
            let all = Language::ALL.map(|language| state.short_name(language).contains(['(', '（']));
            assert!(!all.contains(&true) || in_text(state, Language::En).is_some(), "{}", state.iso3());
        }
    }
}
