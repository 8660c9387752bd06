//! Values of a file as the model's types: names, texts, dates, money, references.

use std::fmt::Display;
use std::str::FromStr;

use briefing_model::{
    Currency, Directory, EventId, FormerName, Ids, InvalidId, InvalidMoney, InvalidRichText, Language, Link,
    MandateFunction, Money, Name, PartialDate, PartyRef, Pillar, Place, Resolution, RichText, StandingText, State,
    state_named, unaccented,
};

use super::marks::{self, Doubt};
use super::refused;
use super::stand_in;
use crate::diagnostic::{Code, Diagnostic};
use crate::look_alike;
use crate::tree::{TomlTable, TomlValue, short};

/// A name: a text, which is English, or a table of languages.
pub(super) fn name(value: &TomlValue<'_>) -> Option<Name> {
    if !value.is_table() {
        if let Some(text) = value.peek_text()
            && RichText::from_plain(text).is_ok_and(|text| text.is_blank())
        {
            let hint = if value.key() == "name" { "write it" } else { "write it, or delete the line" };
            value.fault_with_hint(Code::BadName, format!("`{}` is blank", value.key()), hint);
            // Nothing else can be wrong with it.
            return None;
        }
        return spelling(value);
    }
    let table = value.table()?;
    let english = table.get("en");
    if english.is_none() {
        table.fault(Code::BadName, format!("`{}` is missing in English: add `en = \"…\"`", value.key()));
    }
    let mut name = english.and_then(|value| spelling(&value));
    for language in Language::ALL.into_iter().filter(|language| *language != Language::En) {
        let Some(value) = table.get(language.code()) else { continue };
        let Some(text) = value.text() else { continue };
        // Without English there is nothing to add to, but the translation is checked all the same.
        let base = name.take().or_else(|| Name::new("-").ok())?;
        name = value
            .accept(Code::BadName, base.with(language, text))
            .map(|name| name.with_origin(language, value.origin()));
    }
    table.finish();
    name
}

/// A name in English.
fn spelling(value: &TomlValue<'_>) -> Option<Name> {
    value.report_backslashes();
    let text = value.text()?;
    report_plain(value, text);
    let name = value.accept(Code::BadName, Name::new(text))?;
    Some(name.with_origin(Language::En, value.origin()))
}

/// A text with its marks.
pub(super) fn rich(value: &TomlValue<'_>) -> Option<RichText> {
    if value.has_key("en") {
        let fault = value.wrong_type_diagnostic("a text in quotation marks");
        value.context.log.push(fault.with_hint(
            "write the English text alone; its translations are in files of their own, such as briefing.fr.toml, which \
             `briefing translations` lists and exchanges",
        ));
        return None;
    }
    let text = value.text()?;
    value.report_backslashes();
    match text.parse::<RichText>() {
        Ok(rich) => {
            marks::doubts(text).into_iter().for_each(|doubt| report_doubt(value, doubt));
            Some(rich.with_origin(value.origin()))
        }
        Err(error) => {
            report_text(value, text, &error);
            None
        }
    }
}

/// A text of the office that stands at all times, or a table with its dates.
fn standing_text(value: &TomlValue<'_>) -> Option<StandingText> {
    if !value.is_table() {
        return rich(value).map(StandingText::from);
    }
    let table = value.table()?;
    let text = table.must("text", rich, stand_in::text);
    let (from, until) = (date(&table, "from"), date(&table, "until"));
    table.finish();
    Some(StandingText { text: text?, from, until })
}

/// Texts of which an issue prints those that hold in its month, each in the list.
pub(super) fn standing_texts(table: &TomlTable<'_>, key: &'static str) -> Vec<StandingText> {
    table.list(key, standing_text)
}

/// Texts of which an issue prints the first that holds in its month: one, or a list.
pub(super) fn first_standing(table: &TomlTable<'_>, key: &'static str) -> Vec<StandingText> {
    let read = |value: &TomlValue<'_>| match value.is_list() {
        true => Some(value.items()?.read(standing_text)),
        false => standing_text(value).map(|text| vec![text]),
    };
    table.part(key, read).unwrap_or_default()
}

/// A text without marks, such as that of a picture.
pub(super) fn plain<'a>(value: &TomlValue<'a>) -> Option<&'a str> {
    let text = value.text()?;
    if let Some(at) = text.find(char::REPLACEMENT_CHARACTER) {
        let place = value.location_within(at..at + char::REPLACEMENT_CHARACTER.len_utf8());
        let message = "a letter was lost here, because the text was once read in the wrong encoding";
        value
            .context
            .log
            .push(Diagnostic::new(Code::BadText, place, message.to_owned()).with_hint("write the letter again"));
        return None;
    }
    value.report_backslashes();
    report_plain(value, text);
    Some(text)
}

/// Reports what a text without marks has that is seldom meant.
fn report_plain(value: &TomlValue<'_>, text: &str) {
    marks::doubts_of_plain(text).into_iter().for_each(|doubt| report_doubt(value, doubt));
}

fn report_doubt(value: &TomlValue<'_>, doubt: Doubt) {
    let Doubt { code, stretch, message, hint } = doubt;
    value.context.log.push(Diagnostic::new(code, value.location_within(stretch), message).with_hint(hint));
}

fn report_text(value: &TomlValue<'_>, text: &str, error: &InvalidRichText) {
    let mut fault = refused::report(text, error, &|stretch| value.location_within(stretch));
    // Between these marks, the file has two for each backslash of the text.
    if value.is_escaped() {
        let doubled = |words: &str| {
            let Some((before, advice)) = words.split_once("write `\\") else { return words.to_owned() };
            let (written, rest) = advice.split_once('`').unwrap_or((advice, ""));
            format!("{before}write `\\\\{}`{rest}", written.replace('\\', "\\\\"))
        };
        fault.hint = fault.hint.as_deref().map(doubled);
        fault.message = doubled(&fault.message);
    }
    value.context.log.push(fault);
}

/// An amount and its currency: `92615.00 USD`.
pub(super) fn money(value: &TomlValue<'_>) -> Option<Money> {
    if let Some(number) = value.peek_figure() {
        let fault = value.diagnostic(Code::BadMoney, "an amount is a text with its currency");
        value.context.log.push(fault.with_hint(format!(
            "put it in quotation marks with the code of its currency, as in `\"{number} EUR\"` for euros"
        )));
        return None;
    }
    let text = value.text()?;
    let hint = "write digits, a space and the currency, as in `92615.00 USD`";
    // Spaces may also stand within what was written for the amount, as in `100 million USD`.
    let at_end = text.rsplit_once(' ').filter(|(_, last)| last.parse::<Currency>().is_ok());
    let Some((amount, currency)) = at_end.or_else(|| text.split_once(' ')) else {
        let fault = value.diagnostic(Code::BadMoney, format!("`{}` is not an amount of money", short(text)));
        // A sign is not taken for a currency: several have the dollar's.
        let digits = Money::parse_amount(text, Currency::USD).err().and_then(|error| proposed(&error));
        value.context.log.push(match digits {
            Some(digits) => fault.with_hint(format!("write the amount and its currency, as in `{digits} USD`")),
            None => fault.with_hint(hint),
        });
        return None;
    };
    if let Ok(first) = amount.parse::<Currency>() {
        let digits =
            Money::parse_amount(currency, first).map_or_else(|error| proposed(&error), |_| Some(currency.to_owned()));
        let hint = digits.map_or_else(|| hint.to_owned(), |digits| format!("write `{digits} {first}`"));
        value.fault_with_hint(Code::BadMoney, "the currency stands behind the amount", hint);
        return None;
    }
    let currency = value.accept(Code::BadMoney, currency.parse())?;
    let refused = |error: InvalidMoney| {
        let message = error.to_string();
        let (message, hint) = match (proposed(&error), message.split_once(": write ")) {
            (Some(digits), Some((message, _))) => (message.to_owned(), format!("write `\"{digits} {currency}\"`")),
            _ => (message, hint.to_owned()),
        };
        value.context.log.push(value.diagnostic(Code::BadMoney, message).with_hint(hint));
    };
    Money::parse_amount(amount, currency).map_err(refused).ok()
}

/// The digits that a message about an amount proposes.
pub(super) fn proposed(error: &InvalidMoney) -> Option<String> {
    let message = error.to_string();
    let (_, digits) = message.split_once(": write ")?;
    digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.').then(|| digits.to_owned())
}

/// An id of its own kind.
pub(super) fn id<T: FromStr<Err: Display>>(value: &TomlValue<'_>) -> Option<T> {
    let text = value.text()?;
    let hint = || id_like(text).filter(|id| id.parse::<T>().is_ok()).map(|id| format!("write `{id}`"));
    text.parse().map_err(|error: T::Err| report_with(value, Code::BadId, error.to_string(), hint())).ok()
}

/// The id of an item, which is an event's.
pub(super) fn item_id(value: &TomlValue<'_>) -> Option<EventId> {
    let text = value.text()?;
    let hint = || id_like(text).map(|id| format!("write `{id}`"));
    let in_words = |error: InvalidId| error.to_string().replace("is not an event id", "is not the id of an item");
    text.parse().map_err(|error| report_with(value, Code::BadId, in_words(error), hint())).ok()
}

/// The item that leads an issue, whose title may be given in place of its id.
pub(super) fn lead(value: &TomlValue<'_>, items: &[TomlTable<'_>]) -> Option<EventId> {
    let text = value.text()?;
    if text.parse::<EventId>().is_ok() {
        return item_id(value);
    }
    let said = |item: &&TomlTable<'_>| item.peek_name("title").is_some_and(|title| title.trim() == text.trim());
    match items.iter().find(said).and_then(TomlTable::peek_id) {
        Some(id) => {
            let message = format!("`lead` has the title of the item `{}`, and not its id", short(id));
            value.fault_with_hint(Code::BadId, message, format!("write `lead = \"{}\"`", short(id)));
            None
        }
        None => item_id(value),
    }
}

/// An id that is made of the letters and digits of another text; none where that is a State's code, or nothing of it is left.
fn id_like(text: &str) -> Option<String> {
    if text.parse::<State>().is_ok() {
        return None;
    }
    let mut id = String::new();
    for c in text.chars() {
        let plain = c.to_lowercase().next().map_or(c, unaccented);
        match plain {
            'a'..='z' | '0'..='9' => id.push(plain),
            // What has no such letters is somebody else's to spell.
            _ if plain.is_alphanumeric() => return None,
            _ if !id.is_empty() && !id.ends_with('-') => id.push('-'),
            _ => {}
        }
    }
    let id = id.trim_end_matches('-').to_owned();
    (!id.is_empty()).then_some(id)
}

/// A reference to something by id, whether there is such a thing or not; a fault of `missing` where it cannot be an id.
pub(super) fn reference<T: FromStr>(value: &TomlValue<'_>, ids: &Ids, missing: Code, kind: &str) -> Option<T> {
    let text = value.text()?;
    let parsed = text.parse().ok();
    // An id that is known and ill-formed is reported where it is given.
    if parsed.is_none()
        && let Some(mut fault) = ids.missing(text, missing, kind, || value.location())
    {
        fault.hint = look_alike::advice(text).or(fault.hint);
        value.context.log.push(fault);
    }
    parsed
}

/// A party, whether the office has it or not: a State's three letters, or an id.
pub(super) fn party(value: &TomlValue<'_>, known: &Directory, missing: Code) -> Option<PartyRef> {
    let text = value.text()?;
    known.party(text).map_err(|unknown| report_with(value, missing, unknown.to_string(), Some(unknown.hint))).ok()
}

/// Reports a fault; where a letter only looks right, the advice is of that letter.
fn report_with(value: &TomlValue<'_>, code: Code, message: String, hint: Option<String>) {
    let mut fault = value.diagnostic(code, message);
    fault.hint = value.peek_text().and_then(look_alike::advice).or(hint).or(fault.hint);
    value.context.log.push(fault);
}

/// A State by its three letters.
pub(super) fn state(value: &TomlValue<'_>) -> Option<State> {
    let text = value.text()?;
    let hint = || {
        let state = state_named(text.trim())?;
        Some(format!("did you mean `{}` ({})?", state.iso3(), state.short_name(Language::En)))
    };
    let message = |error: &dyn Display| report_with(value, Code::UnknownParty, error.to_string(), hint());
    text.parse().map_err(|error: <State as FromStr>::Err| message(&error)).ok()
}

/// The same of a place, which may be in no State.
fn state_of_place(value: &TomlValue<'_>) -> Option<State> {
    let text = value.text()?;
    if state_named(text.trim()).is_some() || text.parse::<State>().is_ok() {
        return state(value);
    }
    let message = format!("`{}` is not the code of a Member or observer State", short(text));
    let hint =
        "write the code of the State (ISO 3166 alpha-3), as in DEU; a place that is no State goes into `city` alone";
    report_with(value, Code::UnknownParty, message, Some(hint.to_owned()));
    None
}

/// A list of parties.
pub(super) fn parties(table: &TomlTable<'_>, key: &'static str, known: &Directory, missing: Code) -> Vec<PartyRef> {
    table.list(key, |value| party(value, known, missing))
}

/// A list of pillars, by Roman number.
pub(super) fn pillars(table: &TomlTable<'_>) -> Vec<Pillar> {
    let words = Pillar::ALL.map(|pillar| (pillar.roman(), pillar));
    table.list("pillars", |value| {
        let numbered = value.peek_number().and_then(|number| words.get(number.checked_sub(1)?));
        let Some((roman, _)) = numbered else { return value.word(&words) };
        let fault = value.diagnostic(Code::WrongType, "pillars have Roman numbers, in quotation marks");
        value.context.log.push(fault.with_hint(format!("write `\"{roman}\"`")));
        None
    })
}

/// A list of mandate functions.
pub(super) fn functions(table: &TomlTable<'_>) -> Vec<MandateFunction> {
    table.list("functions", |value| value.one_of(MandateFunction::ALL, MandateFunction::as_str))
}

/// A resolution: its symbol, or a table with its dates.
pub(super) fn resolution(value: &TomlValue<'_>) -> Option<Resolution> {
    if !value.is_table() {
        return Some(Resolution { symbol: value.read(Code::BadValue)?, adopted: None, distributed: None });
    }
    let table = value.table()?;
    let symbol = table.must("symbol", |value| value.read(Code::BadValue), || None);
    let adopted = table.part("adopted", TomlValue::date);
    let distributed = table.part("distributed", TomlValue::date);
    table.finish();
    Some(Resolution { symbol: symbol?, adopted, distributed })
}

/// A link to the web.
pub(super) fn link(table: &TomlTable<'_>, key: &'static str) -> Option<Link> {
    table.part(key, |value| value.read(Code::BadValue))
}

/// A place: a State, a city, or both.
pub(super) fn place(value: &TomlValue<'_>) -> Option<Place> {
    let table = value.table()?;
    let state = table.get("state");
    let city = table.get("city");
    let empty = state.is_none() && city.is_none();
    let state = state.and_then(|value| state_of_place(&value));
    if let (Some(value), Some(state)) = (&city, state) {
        report_state_in_city(value, state);
    }
    let city = city.and_then(|value| name(&value));
    table.finish();
    match Place::new(state, city) {
        Ok(place) => Some(place),
        Err(error) if empty => value.accept(Code::MissingKey, Err(error)),
        Err(_) => None,
    }
}

/// Reports a city with its State behind it, which the place names already and which would be printed twice.
fn report_state_in_city(value: &TomlValue<'_>, state: State) {
    if value.is_table() {
        let Some(table) = value.table() else { return };
        let texts = Language::ALL.into_iter().filter_map(|language| table.get(language.code()));
        return texts.filter(|text| !text.is_table()).for_each(|text| report_state_in_city(&text, state));
    }
    let text = value.peek_text().unwrap_or_default().trim();
    let parts = text.rsplit_once(',').or_else(|| text.strip_suffix(')')?.rsplit_once('('));
    let Some((city, behind)) = parts.map(|(city, behind)| (city.trim(), behind.trim())) else { return };
    if State::from_name(behind) == Some(state) && !city.is_empty() {
        let message = format!("`{}` has the State behind the city, and `state` names it too", short(text));
        value.fault_with_hint(Code::ListedTwice, message, format!("write `{}`", short(city)));
    }
}

/// Names that something had before.
pub(super) fn formerly(table: &TomlTable<'_>) -> Vec<FormerName> {
    table.each("formerly", |former| {
        let name = former.must("name", self::name, stand_in::name);
        let acronym = former.part("acronym", self::name);
        let until = former.must("until", TomlValue::date, stand_in::date);
        former.finish();
        Some(FormerName { name: name?, acronym, until: until? })
    })
}

/// A date under a key, as precisely as it is known.
pub(super) fn date(table: &TomlTable<'_>, key: &'static str) -> Option<PartialDate> {
    table.part(key, TomlValue::date)
}
