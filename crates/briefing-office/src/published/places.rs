//! Places of an edition, such as `movements.late[1].line.amount`, in the words of those who write it.

use briefing_model::Language;

/// The longest title that is shown beside an item's id, in characters.
const LONGEST_TITLE: usize = 60;

/// A place of an edition in the words of an office: which item, which table, which row, which part of it.
///
/// `printed` gives what the edition prints at another place, for the titles of items and the names of contributors. It works on the
/// places of [`PrintedEdition::pieces`](super::PrintedEdition::pieces), on the items, rows and lists that they are in, and on every
/// other place of an edition's JSON written in that way. What comes out has no such place in it.
///
/// ```
/// use briefing_office::place_in_words;
///
/// let printed = |place: &str| match place {
///     "highlights[storm].title" => Some("A storm passes".to_owned()),
///     "movements.late[1].line.contributor.name" => Some("Norway".to_owned()),
///     "movements.late[1].line.kind" => Some("payment".to_owned()),
///     _ => None,
/// };
/// assert_eq!(place_in_words("highlights[storm].text", &printed), "text of item `storm` (“A storm passes”)");
/// assert_eq!(
///     place_in_words("movements.late[1].line.amount", &printed),
///     "amount of the payment by Norway, from an earlier month"
/// );
/// assert_eq!(place_in_words("about[2]", &printed), "paragraph 2 about the office");
/// ```
#[must_use]
pub fn place_in_words(place: &str, printed: &dyn Fn(&str) -> Option<String>) -> String {
    let mut path = steps(place);
    let language = path.last().filter(|step| step.of.is_none() && path.len() > 1);
    let language = language.and_then(|step| step.key.parse::<Language>().ok());
    if language.is_some() {
        path.pop();
    }
    let words = Words { place, printed }.say(&path);
    match language {
        None => words,
        Some(language) => format!("{words} ({language})"),
    }
}

/// What is printed at a place, for people: amounts with separators between thousands, `unknown` and the like as they are.
///
/// ```
/// assert_eq!(briefing_office::value_in_words("CHF -1250000.50"), "CHF -1,250,000.50");
/// assert_eq!(briefing_office::value_in_words("In 2025, 1250000 people"), "In 2025, 1250000 people");
/// ```
#[must_use]
pub fn value_in_words(value: &str) -> String {
    let grouped = || {
        let (currency, amount) = value.split_once(' ')?;
        let (sign, amount) = amount.strip_prefix('-').map_or(("", amount), |amount| ("-", amount));
        let (whole, rest) = amount.find('.').map_or((amount, ""), |at| amount.split_at(at));
        let is_code = currency.len() == 3 && currency.bytes().all(|byte| byte.is_ascii_uppercase());
        let is_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        if !is_code || whole.is_empty() || !is_digits(whole) || !is_digits(rest.trim_start_matches('.')) {
            return None;
        }
        let mut digits = String::new();
        for (at, digit) in whole.chars().enumerate() {
            if at > 0 && (whole.len() - at) % 3 == 0 {
                digits.push(',');
            }
            digits.push(digit);
        }
        Some(format!("{currency} {sign}{digits}{rest}"))
    };
    grouped().unwrap_or_else(|| value.to_owned())
}

/// The item that a place is a part of.
pub(super) fn item_of(place: &str) -> Option<&str> {
    let ends = |list: &str| place.get(list.len()..)?.find("].").map(|end| list.len() + end + 1);
    let end = match place {
        _ if place.starts_with("leadership[") => ends("leadership["),
        _ if place.starts_with("highlights[") => ends("highlights["),
        _ if place.starts_with("capacity_building[") => {
            let items = place.find("].items[")? + "].items[".len();
            place.get(items..)?.find("].").map(|end| items + end + 1)
        }
        _ => None,
    };
    place.get(..end?)
}

/// Whether a place is of a unit that has items, and not of one of these.
pub(super) fn is_of_unit(place: &str) -> bool {
    place.starts_with("capacity_building[") && !place.contains("].items[")
}

/// The words for a part of an item or row that is told as a whole; none where what it says speaks for itself.
pub(super) fn part_in_words(inner: &str) -> Option<String> {
    // What was corrected is told by both sides of it.
    if let Some((side @ ("before" | "after"), inner)) = inner.split_once('.') {
        return Some(part_in_words(inner).map_or_else(|| side.to_owned(), |part| format!("{side}, {part}")));
    }
    let inner = inner.strip_prefix("line.").unwrap_or(inner);
    let first = steps(inner).first().map(|step| step.key)?;
    Some(match first {
        "amount" | "value" | "acronym" | "text" | "what" | "as_of" => return None,
        "terms" if inner.contains("schedule") => inner.rsplit('.').next().unwrap_or(inner).to_owned(),
        "terms" => "agreed".to_owned(),
        "purposes" => "for".to_owned(),
        "purpose_unknown" => "purpose unknown".to_owned(),
        "original" => "in its own currency".to_owned(),
        first => noun(first, true),
    })
}

/// Which side of a correction a place is of, in words, and the steps below it.
fn sides<'s, 'p>(inner: &'s [Step<'p>]) -> (&'static str, &'static str, &'s [Step<'p>]) {
    match inner {
        [Step { key: "after", .. }, inner @ ..] => ("after", "as it was corrected", inner),
        [Step { key: "before", .. }, inner @ ..] => ("before", "before its correction", inner),
        inner => ("before", "and its correction", inner),
    }
}

/// A key of a place, and which member of its list.
#[derive(Debug, Clone, Copy)]
struct Step<'p> {
    key: &'p str,
    of: Option<&'p str>,
    /// Where it ends in the place.
    end: usize,
}

/// The steps of a place. A member may be known by a name that has brackets and points itself.
fn steps(place: &str) -> Vec<Step<'_>> {
    let mut steps = Vec::new();
    let mut at = 0;
    while let Some(rest) = place.get(at..).filter(|rest| !rest.is_empty()) {
        let key_ends = rest.find(['.', '[']).unwrap_or(rest.len());
        let key = rest.get(..key_ends).unwrap_or(rest);
        let inside = rest.get(key_ends..).and_then(|rest| rest.strip_prefix('['));
        let member = inside.map(|inside| {
            let closes =
                |end: &usize| inside.get(end + 1..).is_none_or(|rest| rest.is_empty() || rest.starts_with('.'));
            let end = inside.match_indices(']').map(|(end, _)| end).find(closes).unwrap_or(inside.len());
            (inside.get(..end).unwrap_or(inside), key_ends + 1 + end + 1)
        });
        let end = at + member.map_or(key_ends, |(_, end)| end).min(rest.len());
        steps.push(Step { key, of: member.map(|(of, _)| of), end });
        at = end + 1;
    }
    steps
}

struct Words<'a> {
    place: &'a str,
    printed: &'a dyn Fn(&str) -> Option<String>,
}

impl Words<'_> {
    fn say(&self, path: &[Step<'_>]) -> String {
        let Some((first, rest)) = path.split_first() else { return "the edition".to_owned() };
        let member = first.of;
        match (first.key, member) {
            ("leadership" | "highlights", Some(id)) => self.item(id, first.end, rest),
            ("leadership" | "highlights", None) => format!("order of the items in `{}`", first.key),
            ("capacity_building", Some(unit)) => self.unit_of_items(unit, first.end, rest),
            ("capacity_building", None) => "order of the units in `capacity-building`".to_owned(),
            ("movements", _) => self.movements(rest),
            ("contributions", _) => self.contributions(rest),
            ("structure", _) => self.of(rest, "the organization chart"),
            ("acronyms", None) => "order of the acronyms".to_owned(),
            ("acronyms", Some(name)) => match rest.first().map(|step| step.key) {
                None => format!("acronym of “{name}”"),
                Some("name") => format!("words that the acronym of “{name}” stands for"),
                Some(_) => format!("acronym of “{name}”"),
            },
            ("about", Some(number)) => format!("paragraph {number} about the office"),
            ("about", None) => "paragraphs about the office".to_owned(),
            ("sections", Some(number)) => format!("section {number} of the issue"),
            ("sections", None) => "sections of the issue".to_owned(),
            ("corrections", Some(number)) => match rest.first().map(|step| step.key) {
                Some("on") => format!("day of correction {number}"),
                _ => format!("correction {number}"),
            },
            ("corrections", None) => "corrections of the issue".to_owned(),
            ("facts", _) => self.fact(path),
            ("wordings", _) => format!("wording of `{}`", tail(self.place, first)),
            ("source_keys", _) => format!("key of translation of `{}`", tail(self.place, first)),
            ("titles", _) => match rest {
                [_, section] => format!("title of the section `{}`", section.key),
                _ => "title of the issue".to_owned(),
            },
            ("strategy", _) => "pillars of the Strategy".to_owned(),
            ("item_line", _) => "what the line under each item says".to_owned(),
            ("lead", _) => "item that leads the issue".to_owned(),
            ("issued", _) => "day of issue".to_owned(),
            ("next_issue", _) => "day of the next issue".to_owned(),
            ("cutoff", _) => "cut-off of the issue".to_owned(),
            ("month", _) => "month of the issue".to_owned(),
            ("office", _) => self.of(rest, "the office"),
            ("colophon", _) => match rest.first().map(|step| step.key) {
                Some("contact") => "whom to reach at the office".to_owned(),
                Some("email") => "e-mail address of the office".to_owned(),
                _ => "web address at the end of the issue".to_owned(),
            },
            ("theme", _) => self.of(rest, "the design"),
            ("emblem", _) => self.of(rest, "the emblem"),
            ("mandate", _) => match rest.first().map(|step| step.key) {
                Some("intro") => "sentence before the functions of the mandate".to_owned(),
                Some("entities") => "number of entities in the mandate".to_owned(),
                _ => "wording of the mandate".to_owned(),
            },
            _ => self.of(path, "the issue"),
        }
    }

    /// What is printed at a place, in the edition's language or in English.
    fn name_at(&self, place: &str) -> Option<String> {
        (self.printed)(place).or_else(|| (self.printed)(&format!("{place}.en"))).filter(|name| !name.trim().is_empty())
    }

    /// The place up to and with a step.
    fn up_to(&self, end: usize) -> &str {
        self.place.get(..end).unwrap_or(self.place)
    }

    fn item(&self, id: &str, end: usize, rest: &[Step<'_>]) -> String {
        let item = match self.name_at(&format!("{}.title", self.up_to(end))) {
            None => format!("item `{id}`"),
            Some(title) => {
                let mut shown: String = title.chars().take(LONGEST_TITLE).collect();
                if shown.len() < title.len() {
                    shown.push('…');
                }
                format!("item `{id}` (“{shown}”)")
            }
        };
        let Some((first, inner)) = rest.split_first() else { return item };
        let part = match (first.key, first.of, inner.first().map(|step| step.key)) {
            ("place", _, Some("city")) => "city".to_owned(),
            ("place", _, Some("state")) => "State".to_owned(),
            ("when", ..) => "date".to_owned(),
            ("part_of", ..) => "larger event".to_owned(),
            ("functions" | "pillars", ..) => first.key.to_owned(),
            (list, Some(member), _) => format!("{} `{member}`", noun(list, true)),
            (list @ ("units" | "organizers" | "partners" | "programmes"), None, _) => format!("order of the {list}"),
            _ => return self.of(rest, &item),
        };
        format!("{part} of {item}")
    }

    fn unit_of_items(&self, unit: &str, end: usize, rest: &[Step<'_>]) -> String {
        let whose = match self.name_at(&format!("{}.name", self.up_to(end))) {
            Some(name) => format!("unit `{unit}` (“{name}”)"),
            None => format!("unit `{unit}`"),
        };
        match rest {
            [] => format!("{whose} and its items"),
            [Step { key: "items", of: Some(id), end }, rest @ ..] => self.item(id, *end, rest),
            [Step { key: "items", .. }, ..] => format!("order of the items of {whose}"),
            _ => self.of(rest, &whose),
        }
    }

    /// The contributor of a row, which is known by a number or a code.
    fn contributor(&self, row: &str, of: &str) -> String {
        let name = self.name_at(&format!("{row}.contributor.name"));
        let code = || of.parse::<usize>().is_err().then(|| of.to_owned());
        let name = name.or_else(|| self.name_at(&format!("{row}.contributor.id"))).or_else(code);
        let name = name.unwrap_or_else(|| "a contributor".to_owned());
        let behalf = format!("{row}.on_behalf_of.name");
        match self.name_at(&behalf) {
            Some(source) => format!("{name} for {source}"),
            None => name,
        }
    }

    /// A row of the month's movements: what moved, and whose.
    fn movement(&self, row: &str, line: &str, of: &str) -> String {
        let kind = (self.printed)(&format!("{line}.kind")).map(|kind| kind.replace('-', " "));
        let kind = kind.unwrap_or_else(|| "movement".to_owned());
        let who = self.contributor(line, of);
        match (self.printed)(&format!("{row}.effective")) {
            Some(date) => format!("the {kind} by {who} of {date}"),
            None => format!("the {kind} by {who}"),
        }
    }

    fn movements(&self, rest: &[Step<'_>]) -> String {
        match rest {
            [Step { key: "lines", of: Some(of), end }, inner @ ..] => {
                let row = self.up_to(*end);
                let thing = format!("{} in the month’s movements", self.movement(row, row, of));
                self.of_row(inner, &thing)
            }
            [Step { key: "late", of: Some(of), end }, inner @ ..] => {
                self.dated(self.up_to(*end), "from an earlier month", of, inner)
            }
            [Step { key: "corrected", of: Some(of), end }, inner @ ..] => {
                let row = self.up_to(*end);
                let (side, when, inner) = sides(inner);
                self.dated(&format!("{row}.{side}"), when, of, inner)
            }
            [Step { key: "restated", of: Some(_), end }, inner @ ..] => {
                let row = self.up_to(*end);
                let (side, when, inner) = sides(inner);
                self.of_row(inner, &format!("{}, {when}", self.restated(&format!("{row}.{side}"))))
            }
            [Step { key: "totals", of: Some(_), end }, inner @ ..] => {
                let sum = self.sum(self.up_to(*end));
                match inner.first().map(|step| step.key) {
                    Some("sum") => "kind of a total of the month’s movements".to_owned(),
                    _ => format!("total {sum} in the month’s movements"),
                }
            }
            [Step { key: "late", .. }, ..] => "order of the movements from earlier months".to_owned(),
            [Step { key: "corrected", .. }, ..] => "order of the corrected movements".to_owned(),
            [Step { key: "restated", .. }, ..] => "order of the corrected balances".to_owned(),
            [Step { key: "totals", .. }, ..] => "totals of the month’s movements".to_owned(),
            _ => "order of the month’s movements".to_owned(),
        }
    }

    /// A balance, gift in kind, remainder or stated total of the ledger that is no movement.
    fn restated(&self, side: &str) -> String {
        let of = |kind: &str| self.name_at(&format!("{side}.of.{kind}.contributor.name"));
        let what = match (of("opening-balance"), of("in-kind")) {
            (Some(name), _) => format!("the opening balance of {name}"),
            (_, Some(name)) => format!("the gift in kind of {name}"),
            (None, None) => match (self.printed)(&format!("{side}.of")).as_deref() {
                Some("others") => "the figures of other contributors".to_owned(),
                _ => "the stated totals".to_owned(),
            },
        };
        match (self.printed)(&format!("{side}.effective")) {
            Some(date) => format!("{what} of {date}"),
            None => what,
        }
    }

    /// A part of a movement that stands with the time at which it took effect.
    fn dated(&self, row: &str, when: &str, of: &str, inner: &[Step<'_>]) -> String {
        let inner = match inner {
            [Step { key: "line", .. }, inner @ ..] => inner,
            inner => inner,
        };
        self.of_row(inner, &format!("{}, {when}", self.movement(row, &format!("{row}.line"), of)))
    }

    fn sum(&self, row: &str) -> String {
        (self.printed)(&format!("{row}.sum")).map_or_else(|| "of the movements".to_owned(), |sum| sum.replace('-', " "))
    }

    /// A part of a row of movements.
    fn of_row(&self, inner: &[Step<'_>], row: &str) -> String {
        match inner.first().map(|step| step.key) {
            None => row.strip_prefix("the ").unwrap_or(row).to_owned(),
            Some("purposes") => format!("purpose of {row}"),
            Some("purpose_unknown") => format!("mark that the purpose is unknown of {row}"),
            Some("terms") if inner.get(1).is_some_and(|step| step.key == "schedule") => format!("schedule of {row}"),
            Some("terms") => format!("amount that was agreed, of {row}"),
            Some("original") => format!("amount in its own currency, of {row}"),
            Some("yearly") => format!("mark that the amount is yearly, of {row}"),
            Some("contributor" | "on_behalf_of") => format!("contributor of {row}"),
            Some("of") => match inner.iter().any(|step| step.key == "what") {
                true => format!("what was given, of {row}"),
                false => format!("contributor of {row}"),
            },
            Some(sum @ ("pledged" | "received")) => format!("amount {sum} of {row}"),
            Some("partners") => format!("number of partners of {row}"),
            Some("effective") => format!("day of {row}"),
            Some("entry") => format!("ledger entry of {row}"),
            Some(key) => format!("{} of {row}", noun(key, false)),
        }
    }

    fn contributions(&self, rest: &[Step<'_>]) -> String {
        let Some((first, inner)) = rest.split_first() else { return "the contributions".to_owned() };
        let row = self.up_to(first.end);
        match (first.key, first.of) {
            ("pledged", _) => known("total pledged", inner),
            ("received", _) => known("total received", inner),
            ("partners", _) => known("number of partners", inner),
            ("pledged_since" | "received_since", None) => "amounts since the stated total".to_owned(),
            ("pledged_since" | "received_since", Some(_)) => {
                format!("amount {} since the stated total", self.sum(row))
            }
            ("as_of", _) => "day up to which contributions are counted".to_owned(),
            ("currency", _) => "currency of the contributions".to_owned(),
            ("share", _) => "share received of what was pledged, in per cent".to_owned(),
            ("surplus", _) => "amount received beyond pledges".to_owned(),
            ("exchange", _) => "difference from exchange rates".to_owned(),
            ("converted", _) => "note on amounts in other currencies".to_owned(),
            ("unpledged", _) => "note on contributions without a pledge".to_owned(),
            ("multi_year", _) => "note on pledges of several years".to_owned(),
            ("title", _) => "title of the contributions".to_owned(),
            ("new_partners", _) => {
                let of = if inner.first().is_some_and(|step| step.key == "year") { "year" } else { "month" };
                match inner.first().and_then(|step| step.of) {
                    Some(partner) => format!("new partner `{partner}` of the {of}"),
                    None => format!("order of the new partners of the {of}"),
                }
            }
            ("history", Some(number)) => {
                let on = (self.printed)(&format!("{row}.as_of")).unwrap_or_else(|| format!("bar {number}"));
                match inner.first().map(|step| step.key) {
                    Some("as_of") => format!("day of bar {number} of the cumulative pledges"),
                    Some("period") => format!("period of {on} in the cumulative pledges"),
                    Some(_) => format!("amount of {on} in the cumulative pledges"),
                    None => format!("bar of {on} in the cumulative pledges"),
                }
            }
            ("history", None) => "cumulative pledges".to_owned(),
            ("since_last_issue", _) => {
                let what = match inner.first().map(|step| step.key) {
                    Some("pledged") => "total pledged",
                    Some("received") => "total received",
                    _ => "number of partners",
                };
                match inner.last().map(|step| step.key) {
                    Some("since" | "on") => format!("date that the {what} is compared with"),
                    Some("value" | "was") => format!("earlier {what}"),
                    _ => format!("change of the {what} since the last issue"),
                }
            }
            ("contributors", Some(code)) => {
                let thing = format!("{} in the table of contributors", self.contributor(row, code));
                let Some((part, inner)) = inner.split_first() else { return thing };
                match part.key {
                    "pledged" => known(&format!("amount pledged by {thing}"), inner),
                    "received" => known(&format!("amount received from {thing}"), inner),
                    "allocation" => format!("mark of an allocation of {thing}"),
                    "in_kind" => format!("mark of gifts in kind of {thing}"),
                    _ => format!("name of {thing}"),
                }
            }
            ("contributors", None) => "order of the table of contributors".to_owned(),
            ("others", _) => match inner.split_first() {
                Some((Step { key: "pledged", .. }, inner)) => known("amount pledged by the other contributors", inner),
                Some((Step { key: "received", .. }, inner)) => {
                    known("amount received from the other contributors", inner)
                }
                Some(_) => "number of the other contributors".to_owned(),
                None => "row of the other contributors".to_owned(),
            },
            ("allocations", Some(code)) => format!("allocation of `{code}`"),
            ("allocations", None) => "order of the allocations".to_owned(),
            ("in_kind" | "unvalued", Some(of)) => {
                let who = self.contributor(row, of);
                let thing = match first.key {
                    "in_kind" => format!("gift in kind of {who}"),
                    _ => format!("amount of {who} that the totals leave out"),
                };
                match inner.first().map(|step| step.key) {
                    None | Some("amount") => thing,
                    Some("when") => format!("date of the {thing}"),
                    Some("what") => format!("description of the {thing}"),
                    Some("contributor") => format!("contributor of the {thing}"),
                    Some("since_total") => format!("mark that the {thing} came since the stated total"),
                    Some(key) => format!("{} of the {thing}", noun(key, false)),
                }
            }
            ("in_kind", None) => "order of the gifts in kind".to_owned(),
            ("unvalued", None) => "order of the amounts that the totals leave out".to_owned(),
            _ => self.of(rest, "the contributions"),
        }
    }

    fn fact(&self, path: &[Step<'_>]) -> String {
        // Behind a fact's name stands what kind of value it has, and behind an amount that of its parts.
        let kinds = ["count", "headline", "exact", "percent", "name", "date"];
        let names: Vec<&str> = path.iter().skip(1).map(|step| step.key).collect();
        let kind = names.iter().rposition(|name| kinds.contains(name)).filter(|at| *at > 1);
        let name = names.get(..kind.unwrap_or(names.len())).unwrap_or_default();
        if name.is_empty() { "values of facts".to_owned() } else { format!("value of the fact {{{}}}", name.join(".")) }
    }

    /// A part of a thing: its steps from the innermost, each with its noun.
    fn of(&self, path: &[Step<'_>], thing: &str) -> String {
        let mut said: Vec<String> = Vec::new();
        for step in path.iter().rev() {
            let the = if said.is_empty() { "" } else { "the " };
            said.push(match step.of {
                None => format!("{the}{}", noun(step.key, false)),
                Some(of) if of.parse::<usize>().is_ok() => format!("{} {of}", noun(step.key, true)),
                Some(of) => format!("{} `{of}`", noun(step.key, true)),
            });
        }
        said.push(thing.to_owned());
        said.join(" of ")
    }
}

/// A measure of which more or less is known.
fn known(what: &str, inner: &[Step<'_>]) -> String {
    match inner {
        [Step { key: "documented", .. }] => format!("{what}, as far as documented"),
        [Step { key: "stated", .. }, part] => match part.key {
            "on" | "period" => format!("date of the {what}"),
            "rounded_to" => format!("rounding of the {what}"),
            "entry" => format!("ledger entry of the {what}"),
            "documented" => format!("documented part of the {what}"),
            _ => what.to_owned(),
        },
        _ => what.to_owned(),
    }
}

/// The rest of a place behind a step.
fn tail<'p>(place: &'p str, step: &Step<'_>) -> &'p str {
    place.get(step.end + 1..).unwrap_or(place)
}

/// The noun for a key, or for one of those in its list.
fn noun(key: &str, one: bool) -> String {
    let known = match (key, one) {
        ("alt", _) => "alternative text",
        ("alt_language", _) => "language of the alternative text",
        ("credit_language", _) => "language of the credit",
        ("digest" | "file", _) => "file",
        ("media", _) => "file format",
        ("order", _) => "order",
        ("entry", _) => "ledger entry",
        ("web" | "website" | "link", _) => "web address",
        ("head", _) => "head of the office",
        ("office", _) => "name of the office",
        ("place", _) => "place",
        ("committee", _) => "committee",
        ("working_groups", _) => "number of working groups",
        ("entities", _) => "number of entities",
        ("members", _) => "number of members",
        ("board", _) => "board",
        ("initiatives", true) => "initiative",
        ("bodies", true) => "body",
        ("programme_offices", true) => "programme office",
        ("programmes", true) => "programme",
        ("units", true) => "unit",
        ("guests", true) => "guest",
        ("partners", true) => "partner",
        ("organizers", true) => "organizer",
        ("items", true) => "item",
        _ => return key.replace(['_', '.', '[', ']'], " "),
    };
    known.to_owned()
}
