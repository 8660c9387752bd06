//! What an office lists, by id and by name: for references to something that it does not list.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::OfficeData;
use crate::suggest::nearest;
use crate::textual::excerpt;
use crate::{Code, Fault, Gaps, Language, Name, PartyRef, State};

/// The ids of one kind of thing, each with the names that people may write instead.
///
/// ```
/// use briefing_model::Ids;
///
/// let mut units = Ids::default();
/// units.insert("uncct", ["UN Counter-Terrorism Centre"]);
/// assert!(units.has("uncct"));
/// assert_eq!(units.suggest("unctc"), Some("uncct"));
/// assert_eq!(units.suggest("un counter-terrorism centre"), Some("uncct"));
/// ```
#[derive(Debug, Clone, Default)]
pub struct Ids {
    /// Names in lower case, by id.
    names: BTreeMap<String, Vec<String>>,
    /// Whether any id may be right, because not everything with an id could be read, or because two things have the
    /// same one.
    any: bool,
    /// How many suggestions were asked for.
    asked: Asked,
}

/// A count of suggestions. Nobody reads more than a few, and a malicious file may ask for a million.
#[derive(Debug, Default)]
struct Asked(AtomicUsize);

impl Clone for Asked {
    fn clone(&self) -> Self {
        Self(self.0.load(Ordering::Relaxed).into())
    }
}

impl Asked {
    /// Whether one more suggestion is worth the work.
    fn another(&self) -> bool {
        const MOST: usize = 200;
        self.0.fetch_add(1, Ordering::Relaxed) < MOST
    }
}

impl Ids {
    /// Ids of which any may be right, because the things that have them could not be read, or two have the same one.
    ///
    /// ```
    /// assert!(briefing_model::Ids::any().has("whatever"));
    /// ```
    #[must_use]
    pub fn any() -> Self {
        Self { any: true, ..Self::default() }
    }

    /// Adds a thing, with its id and names.
    ///
    /// ```
    /// let mut units = briefing_model::Ids::default();
    /// units.insert("uncct", ["UN Counter-Terrorism Centre"]);
    /// assert!(units.has("uncct"));
    /// ```
    pub fn insert<'n>(&mut self, id: &str, names: impl IntoIterator<Item = &'n str>) {
        self.names.entry(id.to_owned()).or_default().extend(names.into_iter().map(str::to_lowercase));
    }

    /// Whether a thing has the id, or may have it.
    ///
    /// ```
    /// assert!(!briefing_model::Ids::default().has("uncct"));
    /// ```
    #[must_use]
    pub fn has(&self, id: &str) -> bool {
        self.any || self.names.contains_key(id)
    }

    /// Whether any id may be right.
    ///
    /// ```
    /// use briefing_model::Ids;
    ///
    /// assert!(Ids::any().has_any() && !Ids::default().has_any());
    /// ```
    #[must_use]
    pub const fn has_any(&self) -> bool {
        self.any
    }

    /// The id that was probably meant: the one of the thing with that name, or else the most similar one.
    ///
    /// ```
    /// let mut units = briefing_model::Ids::default();
    /// units.insert("uncct", ["UN Counter-Terrorism Centre"]);
    /// assert_eq!(units.suggest("UN Counter-Terrorism Centre"), Some("uncct"));
    /// assert_eq!(units.suggest("something-else"), None);
    /// ```
    #[must_use]
    pub fn suggest(&self, written: &str) -> Option<&str> {
        if !self.asked.another() {
            return None;
        }
        let lower = written.trim().to_lowercase();
        let named = self.names.iter().find(|(_, names)| names.contains(&lower)).map(|(id, _)| id.as_str());
        // An invalid id is not suggested.
        let sound = |id: &&str| id.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-'));
        let ids = self.names.keys().map(String::as_str);
        named.or_else(|| nearest(written, ids.filter(sound)))
    }

    /// The id of the only thing with a name, in any letter case.
    ///
    /// ```
    /// let mut units = briefing_model::Ids::default();
    /// units.insert("uncct", ["UN Counter-Terrorism Centre"]);
    /// assert_eq!(units.named("UN counter-terrorism centre"), Some("uncct"));
    /// assert_eq!(units.named("uncct"), None);
    /// ```
    #[must_use]
    pub fn named(&self, name: &str) -> Option<&str> {
        let lower = name.trim().to_lowercase();
        let mut named = self.names.iter().filter(|(_, names)| names.contains(&lower)).map(|(id, _)| id.as_str());
        named.next().filter(|_| named.next().is_none())
    }

    /// The fault for naming a thing that is not listed, at a place that only the caller knows.
    ///
    /// ```
    /// use briefing_model::{Code, Ids};
    ///
    /// let mut units = Ids::default();
    /// units.insert("uncct", ["UN Counter-Terrorism Centre"]);
    /// assert_eq!(units.missing("uncct", Code::UnknownUnit, "unit", || "row 3"), None);
    /// let fault = units.missing("unctc", Code::UnknownUnit, "unit", || "row 3").unwrap();
    /// assert_eq!((fault.message.as_str(), fault.place), ("there is no unit `unctc`", Some("row 3")));
    /// assert_eq!(fault.hint.as_deref(), Some("did you mean `uncct`?"));
    /// ```
    pub fn missing<P>(&self, id: &str, code: Code, kind: &str, place: impl FnOnce() -> P) -> Option<Fault<P>> {
        let fault = || Fault::new(code, place(), format!("there is no {kind} `{}`", excerpt(id)));
        (!self.has(id)).then(|| fault().with_suggestion(self.suggest(id)))
    }

    /// The ids of the things in a list of the office.
    fn of<'d>(list: &str, things: impl Iterator<Item = (&'d str, [Option<&'d Name>; 3])>, gaps: &Gaps) -> Self {
        let mut ids = Self { any: gaps.hide_ids(list), ..Self::default() };
        for (id, names) in things {
            // If two things have the same id, one of them should have another, which is not known yet.
            ids.any |= ids.names.contains_key(id);
            ids.insert(id, names.into_iter().flatten().map(Name::english));
        }
        ids
    }
}

/// Everything that can be referred to by id in an office.
///
/// ```
/// use briefing_model::{Directory, Gaps, Name, OfficeData, Unit, UnitKind, Units};
///
/// let mut data = OfficeData::new("unoct".parse()?, Name::new("Office")?);
/// data.units = Units::new(vec![Unit::new("uncct".parse()?, Name::new("Centre")?, UnitKind::Centre)]);
/// assert!(Directory::of(&data, &Gaps::default()).units.has("uncct"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Default)]
pub struct Directory {
    /// Its units.
    pub units: Ids,
    /// Its programmes.
    pub programmes: Ids,
    /// The coordination bodies it serves.
    pub bodies: Ids,
    /// The parties that are not States.
    pub parties: Ids,
    /// Its funds.
    pub funds: Ids,
    /// The sources of its ledger's entries.
    pub sources: Ids,
    /// Events that it knows, whichever month reports them.
    pub events: Ids,
    asked: Asked,
}

impl Directory {
    /// What an office lists, and what it may list as far as it could not be read.
    ///
    /// ```
    /// use briefing_model::{Directory, FieldPath, Gaps, Name, OfficeData};
    ///
    /// // Of a unit whose id could not be read, any may be the id.
    /// let mut gaps = Gaps::default();
    /// gaps.add(FieldPath::office().key("unit").item(0, None::<&str>).key("id"));
    /// let data = OfficeData::new("unoct".parse()?, Name::new("Office")?);
    /// assert!(Directory::of(&data, &gaps).units.has("uncct"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn of(data: &OfficeData, gaps: &Gaps) -> Self {
        let units = data.units.iter().map(|it| (it.id.as_str(), [Some(&it.name), it.acronym.as_ref(), None]));
        let programmes = data.programmes.iter();
        let programmes =
            programmes.map(|it| (it.id.as_str(), [Some(&it.name), it.short.as_ref(), it.acronym.as_ref()]));
        let bodies = data.bodies.iter();
        let bodies = bodies.map(|it| (it.id.as_str(), [Some(&it.name), it.short.as_ref(), it.acronym.as_ref()]));
        let parties = data.parties.iter().map(|it| (it.id.as_str(), [Some(&it.name), it.acronym.as_ref(), None]));
        let funds = data.funds.iter();
        let funds = funds.map(|it| (it.id.as_str(), [Some(&it.name), it.short.as_ref(), it.acronym.as_ref()]));
        let sources = data.sources.iter().map(|it| (it.id.as_str(), [Some(&it.title), None, None]));
        let events = data.events.iter().map(|it| (it.id.as_str(), [it.title.as_ref(), None, None]));
        Self {
            units: Ids::of("unit", units, gaps),
            programmes: Ids::of("programme", programmes, gaps),
            bodies: Ids::of("body", bodies, gaps),
            parties: Ids::of("party", parties, gaps),
            funds: Ids::of("fund", funds, gaps),
            sources: Ids::of("source", sources, gaps),
            events: Ids::of("event", events, gaps),
            asked: Asked::default(),
        }
    }

    /// The party that a text names, whether the office lists it or not.
    ///
    /// # Errors
    ///
    /// Fails if the text is neither the three letters of a State nor an id.
    ///
    /// ```
    /// let office = briefing_model::Directory::default();
    /// assert!(office.party("undp").is_ok(), "whether the office has it or not");
    /// assert!(office.party("UNDP, New York").is_err());
    /// ```
    pub fn party(&self, written: &str) -> Result<PartyRef, NoSuchParty> {
        written.parse().map_err(|_| self.no_such_party(written))
    }

    /// Whether a party is a State or one that the office lists.
    ///
    /// ```
    /// let office = briefing_model::Directory::default();
    /// assert!(office.has_party(&"DEU".parse()?) && !office.has_party(&"undp".parse()?));
    /// # Ok::<(), briefing_model::InvalidPartyRef>(())
    /// ```
    #[must_use]
    pub fn has_party(&self, party: &PartyRef) -> bool {
        match party {
            PartyRef::State(_) => true,
            PartyRef::Party(id) => self.parties.has(id.as_str()),
        }
    }

    /// The fault for naming a party that is neither a State nor listed by the office.
    ///
    /// ```
    /// use briefing_model::{Code, Directory};
    ///
    /// let fault = Directory::default().missing_party(&"undp".parse()?, Code::UnknownParty, || "row 3");
    /// assert_eq!(fault.and_then(|fault| fault.place), Some("row 3"));
    /// # Ok::<(), briefing_model::InvalidPartyRef>(())
    /// ```
    pub fn missing_party<P>(&self, party: &PartyRef, code: Code, place: impl FnOnce() -> P) -> Option<Fault<P>> {
        if self.has_party(party) {
            return None;
        }
        let unknown = self.no_such_party(&party.to_string());
        Some(Fault::new(code, place(), unknown.to_string()).with_hint(unknown.hint))
    }

    /// The error for a party that does not exist, with what to write instead: the party that was meant, if that can be
    /// guessed.
    pub(crate) fn no_such_party(&self, written: &str) -> NoSuchParty {
        let guess = self.suggest_party(written);
        let hint = guess.unwrap_or_else(|| {
            "write the code of a State, such as `DEU`, or the id of a `[[party]]` in office.toml".to_owned()
        });
        NoSuchParty { written: excerpt(written), hint }
    }

    /// What to write if a text names several parties, all of which are known.
    fn several_parties(&self, written: &str) -> Option<String> {
        let names: Vec<&str> = written.split([',', ';', '/', '،', '、']).flat_map(|part| part.split(" and ")).collect();
        let code = |name: &&str| match (self.known_here(name.trim()), state_named(name.trim())) {
            (Some(id), _) => Some(format!("\"{id}\"")),
            (None, state) => state.map(|state| format!("\"{}\"", state.iso3())),
        };
        let codes: Vec<String> = names.iter().map(code).collect::<Option<_>>()?;
        (codes.len() > 1).then(|| format!("write each in quotation marks of its own: `{}`", codes.join(", ")))
    }

    fn known_here(&self, id: &str) -> Option<String> {
        self.parties.has(id).then(|| id.to_owned())
    }

    fn suggest_party(&self, written: &str) -> Option<String> {
        if !self.asked.another() {
            return None;
        }
        let written = written.trim();
        if let Some(states) = several_states(written) {
            return Some(states);
        }
        if let Some(state) = state_named(written).or_else(|| state_of_government(written)) {
            return Some(did_you_mean(state));
        }
        if let Some(several) = self.several_parties(written) {
            return Some(several);
        }
        if let Some(id) = self.parties.suggest(written) {
            return Some(format!("did you mean `{id}`?"));
        }
        // A three-letter code resembles many others, so that nothing follows from it.
        State::nearly_named(written).map(did_you_mean)
    }
}

/// Text that does not name a party.
///
/// ```
/// use briefing_model::{Directory, Gaps, Name, OfficeData};
///
/// let data = OfficeData::new("office".parse()?, Name::new("Office")?);
/// let error = Directory::of(&data, &Gaps::default()).party("Germany").unwrap_err();
/// assert_eq!(error.to_string(), "there is no party `Germany`");
/// assert_eq!(error.hint, "did you mean `DEU` (Germany)?");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("there is no party `{written}`")]
#[non_exhaustive]
pub struct NoSuchParty {
    written: String,
    /// What to write instead.
    pub hint: String,
}

fn did_you_mean(state: State) -> String {
    format!("did you mean `{}` ({})?", state.iso3(), state.short_name(Language::En))
}

/// What to write if two States share the name that people use for each.
fn several_states(written: &str) -> Option<String> {
    const SHARED: [(&[&str], [&str; 2]); 2] = [
        (&["congo", "the congo", "le congo", "el congo", "конго", "刚果", "الكونغو"], ["COG", "COD"]),
        (&["korea", "corée", "la corée", "coree", "corea", "корея", "كوريا"], ["KOR", "PRK"]),
    ];
    let lower = written.to_lowercase();
    let (_, codes) = SHARED.iter().find(|(names, _)| names.contains(&lower.as_str()))?;
    let named = codes.iter().filter_map(|code| {
        let state: State = code.parse().ok()?;
        Some(format!("`{code}` ({})", state.short_name(Language::En)))
    });
    Some(format!("write {}", named.collect::<Vec<_>>().join(" or ")))
}

/// The State with a name in any official language or in common use, a two-letter code, a number, or a three-letter code
/// in any letter case.
///
/// ```
/// use briefing_model::state_named;
///
/// assert_eq!(state_named("Allemagne"), Some("DEU".parse()?));
/// assert_eq!(state_named("Atlantis"), None);
/// # Ok::<(), briefing_model::InvalidState>(())
/// ```
#[must_use]
pub fn state_named(written: &str) -> Option<State> {
    let upper = written.to_uppercase();
    let of_code = upper.parse().ok().or_else(|| State::from_iso2(&upper));
    let numbered = || written.parse().ok().and_then(State::from_m49);
    of_code.or_else(numbered).or_else(|| State::from_name(written))
}

/// The State whose government a text names. A ministry or an embassy may be a party of its own.
fn state_of_government(written: &str) -> Option<State> {
    const BEFORE: [&str; 10] = [
        "the government of ",
        "government of ",
        "govt. of ",
        "govt of ",
        "gouvernement de la ",
        "gouvernement de l’",
        "gouvernement de ",
        "gouvernement du ",
        "gobierno de ",
        "regierung von ",
    ];
    let lower = written.to_lowercase();
    let named = BEFORE.iter().find_map(|words| lower.strip_prefix(words)).or_else(|| lower.strip_suffix("政府"));
    named.and_then(State::from_name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn states_are_recognized_by_any_of_their_names() {
        let hint = |written: &str| Directory::default().suggest_party(written);
        for written in
            ["Germany", "germany", "DE", "Allemagne", "276", "the Federal Republic of Germany", "deu", "Germny"]
        {
            assert_eq!(hint(written).as_deref(), Some("did you mean `DEU` (Germany)?"), "{written}");
        }
        for written in ["Government of Japan", "the Government of Japan", "Gouvernement du Japon", "日本政府"] {
            assert_eq!(hint(written).as_deref(), Some("did you mean `JPN` (Japan)?"), "{written}");
        }
        assert_eq!(hint("Ministry of Foreign Affairs of Japan"), None, "an organ may be a party of its own");
        assert_eq!(hint("UZE"), None, "one letter of a code says nothing");
        assert_eq!(hint("TWN"), None);
        assert_eq!(hint("Holland").as_deref(), Some("did you mean `NLD` (Netherlands (Kingdom of the))?"));
        assert_eq!(hint("somebody-else"), None);
        let both = "write `COG` (Congo) or `COD` (Democratic Republic of the Congo)";
        assert_eq!(hint("Congo").as_deref(), Some(both));
        assert_eq!(hint("DR Congo").as_deref(), Some("did you mean `COD` (Democratic Republic of the Congo)?"));
        assert!(hint("Korea").is_some_and(|hint| hint.contains("`KOR`") && hint.contains("`PRK`")));
        assert!(Directory::default().party("DEU").is_ok());
    }
}
