//! The texts of an office and a month that can be translated.

use super::TextKey;
use super::wordings::{official_before, official_functions, official_pillars};
use crate::{
    Committee, CoordinationBody, Fund, KnownEvent, LedgerWording, MonthPlan, Name, Office, OfficeData, Party,
    PartyKind, Programme, RichText, Source, StandingText, Unit, WorkingGroups,
};

/// A text that can be translated, in the language in which it was written.
///
/// ```
/// use briefing_model::{Name, Office, OfficeData, SourceText};
///
/// let office = Office::new(OfficeData::new("unoct".parse()?, Name::new("Office")?))?;
/// assert_eq!(office.texts()[0], ("office.name".parse()?, SourceText::Name(Name::new("Office")?)));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SourceText {
    /// A name or a title, without markup; it may already be known in other languages.
    Name(Name),
    /// A text with markup.
    Rich(RichText),
    /// A text without markup: an alternative text, a credit.
    Plain(String),
}

impl SourceText {
    /// The text with markup. In a text without markup, every character stands for itself.
    ///
    /// ```
    /// use briefing_model::{RichText, SourceText};
    ///
    /// assert_eq!(SourceText::Plain("10 * 20".to_owned()).rich(), "10 \\* 20".parse::<RichText>()?);
    /// # Ok::<(), briefing_model::InvalidRichText>(())
    /// ```
    #[must_use]
    pub fn rich(&self) -> RichText {
        match self {
            Self::Name(name) => RichText::from_plain(name.english()).unwrap_or_default(),
            Self::Rich(text) => text.clone(),
            Self::Plain(text) => RichText::from_plain(text).unwrap_or_default(),
        }
    }

    /// The text as it is written in a file: on one line, with markup if its kind has any.
    ///
    /// ```
    /// use briefing_model::SourceText;
    ///
    /// assert_eq!(SourceText::Plain("10 *\n20".to_owned()).written(), "10 * 20");
    /// assert_eq!(SourceText::Rich("**10**".parse()?).written(), "**10**");
    /// # Ok::<(), briefing_model::InvalidRichText>(())
    /// ```
    #[must_use]
    pub fn written(&self) -> String {
        self.write(&self.rich())
    }

    /// Another text, as it is written in a file in the place of this one.
    ///
    /// ```
    /// use briefing_model::SourceText;
    ///
    /// let source = SourceText::Plain("A view".to_owned());
    /// assert_eq!(source.write(&"10 \\* 20".parse()?), "10 * 20", "no markup here");
    /// # Ok::<(), briefing_model::InvalidRichText>(())
    /// ```
    #[must_use]
    pub fn write(&self, text: &RichText) -> String {
        if self.has_markup() { text.to_string() } else { text.plain() }
    }

    /// Whether asterisks, brackets and braces are markup in it.
    ///
    /// ```
    /// assert!(!briefing_model::SourceText::Plain("A view".to_owned()).has_markup());
    /// ```
    #[must_use]
    pub const fn has_markup(&self) -> bool {
        matches!(self, Self::Rich(_))
    }
}

/// A text in its place. The same traversal serves for reading and for writing.
pub(super) enum Slot<'a> {
    Name(&'a mut Name),
    Rich(&'a mut RichText),
}

impl Office {
    /// Every text of the office that can be translated, by key, in the order of its file; then the functions and the
    /// pillars, which an office words itself if no official wording is known.
    ///
    /// ```
    /// use briefing_model::{Name, Office, OfficeData};
    ///
    /// let mut data = OfficeData::new("unoct".parse()?, Name::new("Office")?);
    /// data.about = vec!["One.".parse()?, "Two.".parse()?];
    /// let texts = Office::new(data)?.texts();
    /// let keys: Vec<&str> = texts.iter().map(|(key, _)| key.as_str()).collect();
    /// assert_eq!(keys, ["office.name", "office.about.1", "office.about.2"]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn texts(&self) -> Vec<(TextKey, SourceText)> {
        let mut data = self.data().clone();
        let texts = slots(&mut data).into_iter().map(|(key, slot)| match slot {
            Slot::Name(name) => (key, SourceText::Name(name.clone())),
            Slot::Rich(text) => (key, SourceText::Rich(text.clone())),
        });
        let OfficeData { mandate, strategy, emblem, .. } = self.data();
        let emblem = emblem.iter().map(|emblem| (emblem_key(), SourceText::Plain(emblem.alt.to_string())));
        let functions = mandate.iter().flat_map(|mandate| {
            let body = mandate.coordination.as_ref();
            let begins = body.and_then(|id| self.body(id)).is_some_and(|body| body.shown_from().is_some());
            official_functions(body.is_some()).chain(begins.then(official_before))
        });
        texts.chain(emblem).chain(functions).chain(official_pillars().filter(|_| *strategy)).collect()
    }
}

/// The texts of an office, in their places.
pub(super) fn slots(data: &mut OfficeData) -> Vec<(TextKey, Slot<'_>)> {
    let mut walk = TextWalk(Vec::new());
    walk.name(&["office", "name"], &mut data.name);
    walk.maybe(&["office", "acronym"], data.acronym.as_mut());
    walk.maybe(&["office", "head"], data.head.as_mut());
    walk.standing(["office", "disclaimer"], false, &mut data.disclaimer);
    walk.standing(["office", "about"], true, &mut data.about);
    data.mandate.iter_mut().for_each(|mandate| walk.standing(["mandate", "intro"], false, &mut mandate.intro));
    walk.maybe(&["colophon", "contact"], data.colophon.contact.as_mut());
    data.titles.iter_mut().for_each(|(key, title)| walk.name(&["titles", key], title));
    walk.maybe(&["ledger", "chart", "title"], data.chart.title.as_mut());
    data.units.iter_mut().for_each(|unit| walk.unit(unit));
    data.programmes.iter_mut().for_each(|programme| walk.programme(programme));
    data.bodies.iter_mut().for_each(|body| walk.body(body));
    data.parties.iter_mut().for_each(|party| walk.party(party));
    data.funds.iter_mut().for_each(|fund| walk.fund(fund));
    for Source { id, title, .. } in &mut data.sources {
        walk.name(&["source", id.as_str(), "title"], title);
    }
    for KnownEvent { id, title, place, .. } in &mut data.events {
        walk.maybe(&["event", id.as_str(), "title"], title.as_mut());
        walk.maybe(&["event", id.as_str(), "city"], place.as_mut().and_then(crate::Place::city_mut));
    }
    for LedgerWording { id, name } in &mut data.wordings {
        walk.name(&["wording", id.as_str(), "name"], name);
    }
    for known in &mut data.acronyms {
        let key = known.key();
        walk.name(&["acronyms", &key, "name"], &mut known.name);
        walk.name(&["acronyms", &key, "acronym"], &mut known.acronym);
    }
    walk.0
}

struct TextWalk<'a>(Vec<(TextKey, Slot<'a>)>);

impl<'a> TextWalk<'a> {
    fn name(&mut self, key: &[&str], name: &'a mut Name) {
        let words: Vec<&dyn std::fmt::Display> = key.iter().map(|word| word as &dyn std::fmt::Display).collect();
        self.0.push((TextKey::of(&words), Slot::Name(name)));
    }

    fn maybe(&mut self, key: &[&str], name: Option<&'a mut Name>) {
        name.into_iter().for_each(|name| self.name(key, name));
    }

    /// Texts for different times. Unless they are numbered, the first has the key without a number.
    fn standing(&mut self, [table, name]: [&str; 2], numbered: bool, texts: &'a mut [StandingText]) {
        let texts = texts.iter_mut().map(|text| &mut text.text).filter(|text| !text.is_blank());
        for (at, text) in texts.enumerate() {
            let number = at + 1;
            let bare = number == 1 && !numbered;
            let key = if bare { TextKey::of(&[&table, &name]) } else { TextKey::of(&[&table, &name, &number]) };
            self.0.push((key, Slot::Rich(text)));
        }
    }

    /// The names of a list, numbered from 1.
    fn list(&mut self, key: &[&str], names: impl Iterator<Item = &'a mut Name>) {
        for (at, name) in names.enumerate() {
            let number = (at + 1).to_string();
            self.name(&[key, &[number.as_str()]].concat(), name);
        }
    }

    fn unit(&mut self, unit: &'a mut Unit) {
        let Unit { id, name, acronym, founding, host, formerly, .. } = unit;
        self.name(&["unit", id.as_str(), "name"], name);
        self.maybe(&["unit", id.as_str(), "acronym"], acronym.as_mut());
        self.maybe(&["unit", id.as_str(), "city"], host.as_mut().and_then(crate::Place::city_mut));
        let basis = founding.as_mut().and_then(|founding| founding.basis.as_mut());
        self.maybe(&["unit", id.as_str(), "basis"], basis);
        self.list(&["unit", id.as_str(), "formerly"], formerly.iter_mut().map(|former| &mut former.name));
    }

    fn programme(&mut self, programme: &'a mut Programme) {
        let Programme { id, name, short, acronym, initiatives, formerly, .. } = programme;
        self.name(&["programme", id.as_str(), "name"], name);
        self.maybe(&["programme", id.as_str(), "short"], short.as_mut());
        self.maybe(&["programme", id.as_str(), "acronym"], acronym.as_mut());
        self.list(&["programme", id.as_str(), "initiative"], initiatives.iter_mut().map(|one| &mut one.name));
        self.list(&["programme", id.as_str(), "formerly"], formerly.iter_mut().map(|former| &mut former.name));
    }

    fn body(&mut self, body: &'a mut CoordinationBody) {
        let CoordinationBody { id, name, short, acronym, milestones, committee, working_groups, .. } = body;
        self.name(&["body", id.as_str(), "name"], name);
        self.maybe(&["body", id.as_str(), "short"], short.as_mut());
        self.maybe(&["body", id.as_str(), "acronym"], acronym.as_mut());
        if let Some(Committee { name, chair, .. }) = committee {
            self.name(&["body", id.as_str(), "committee"], name);
            self.maybe(&["body", id.as_str(), "chair"], chair.as_mut());
        }
        if let Some(WorkingGroups { named, .. }) = working_groups {
            self.list(&["body", id.as_str(), "group"], named.iter_mut());
        }
        self.list(&["body", id.as_str(), "milestone"], milestones.iter_mut().map(|one| &mut one.what));
    }

    fn party(&mut self, party: &'a mut Party) {
        let Party { id, name, acronym, kind, formerly } = party;
        self.name(&["party", id.as_str(), "name"], name);
        self.maybe(&["party", id.as_str(), "acronym"], acronym.as_mut());
        if let PartyKind::Person { office } = kind {
            self.name(&["party", id.as_str(), "office"], office);
        }
        self.list(&["party", id.as_str(), "formerly"], formerly.iter_mut().map(|former| &mut former.name));
    }

    fn fund(&mut self, fund: &'a mut Fund) {
        let Fund { id, name, short, acronym } = fund;
        self.name(&["fund", id.as_str(), "name"], name);
        self.maybe(&["fund", id.as_str(), "short"], short.as_mut());
        self.maybe(&["fund", id.as_str(), "acronym"], acronym.as_mut());
    }
}

impl MonthPlan {
    /// Every text of the month that can be translated, by key, in the order of its file.
    ///
    /// ```
    /// use briefing_model::{Event, MonthPlan};
    ///
    /// let mut plan = MonthPlan::new("2025-04".parse()?);
    /// plan.events.push(Event::new("votan".parse()?, "leadership".parse()?, "2025-04-28".parse()?, "A launch.".parse()?));
    /// assert_eq!(plan.texts()[0].0.as_str(), "votan.text");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn texts(&self) -> Vec<(TextKey, SourceText)> {
        let mut texts = Vec::new();
        for (at, correction) in self.corrections.iter().enumerate() {
            texts.push((correction_key(at), SourceText::Rich(correction.what.clone())));
        }
        for event in &self.events {
            let mut add = |part, text| texts.push((item_key(&event.id, part), text));
            event.title.iter().for_each(|title| add("title", SourceText::Name(title.clone())));
            let city = event.place.as_ref().and_then(crate::Place::city);
            city.into_iter().for_each(|city| add("city", SourceText::Name(city.clone())));
            add("text", SourceText::Rich(event.text.clone()));
            let Some(picture) = &event.picture else { continue };
            add("alt", SourceText::Plain(picture.alt.to_string()));
            let caption = picture.caption.iter().filter(|caption| !caption.is_blank());
            caption.for_each(|caption| add("caption", SourceText::Rich(caption.clone())));
            let credit = picture.credit.iter().filter(|credit| !crate::shows_nothing(credit));
            credit.for_each(|credit| add("credit", SourceText::Plain(credit.to_string())));
        }
        texts
    }
}

/// The key of the emblem's alternative text.
pub(super) fn emblem_key() -> TextKey {
    TextKey::of(&[&"emblem", &"alt"])
}

/// The key of a correction, by its position in the list.
pub(super) fn correction_key(at: usize) -> TextKey {
    TextKey::of(&[&"correction", &(at + 1), &"what"])
}

/// The names in a month's items, with their keys.
pub(super) fn month_names(plan: &mut MonthPlan) -> Vec<(TextKey, &mut Name)> {
    let mut names = Vec::new();
    for event in &mut plan.events {
        names.extend(event.title.as_mut().map(|title| (item_key(&event.id, "title"), title)));
        let city = event.place.as_mut().and_then(crate::Place::city_mut);
        names.extend(city.map(|city| (item_key(&event.id, "city"), city)));
    }
    names
}

pub(super) fn item_key(id: &crate::EventId, part: &'static str) -> TextKey {
    TextKey::of(&[id, &part])
}
