//! Figures that move from issue to issue, where a text has those of an earlier one.

use std::cell::LazyCell;
use std::ops::Range;

use briefing_model::{Briefing, Contributions, ENGLISH_MONTHS, Knowledge, Money, Month, WordChange, word_changes};

use super::figures::{WrittenAmount, amounts, counted_partners};
use super::prose::{Prose, words};
use super::rules::is_counter;
use super::{Finding, ItemPassages};
use crate::diagnostic::Code;
use crate::tree::short;

/// A figure of an issue that the ledger moves.
struct MovingFigure {
    /// What it is, in words that `was` follows.
    what: String,
    /// Whose it is, where it is one contributor's.
    whose: Option<String>,
    /// Words of which a sentence about it has one.
    about: &'static [&'static str],
    value: f64,
    shown: String,
}

/// The amounts that an issue prints as of its day.
fn amounts_of(briefing: &Briefing) -> Vec<MovingFigure> {
    const PLEDGED: &[&str] = &["pledge", "contribut", "commit"];
    const RECEIVED: &[&str] = &["receiv", "paid", "payment", "contribut"];
    let Some(Contributions { pledged, received, contributors, .. }) = &briefing.contributions else {
        return Vec::new();
    };
    let figure = |what: String, whose: Option<&str>, about, value: &Knowledge<Money>| {
        let money = value.figure()?;
        let value = money.amount().to_string().parse().ok().filter(|value| *value > 0.0)?;
        Some(MovingFigure { what, whose: whose.map(str::to_owned), about, value, shown: money.to_string() })
    };
    let mut figures = vec![
        figure("the total pledged".to_owned(), None, PLEDGED, pledged),
        figure("the total received".to_owned(), None, RECEIVED, received),
    ];
    for one in contributors {
        let name = one.contributor.name.english();
        figures.push(figure(format!("what {name} had pledged"), Some(name), PLEDGED, &one.pledged));
        figures.push(figure(format!("what {name} had paid"), Some(name), RECEIVED, &one.received));
    }
    figures.into_iter().flatten().collect()
}

/// Figures of a text that an earlier issue had and this one has not; `stood` says of a sentence whether that issue has it as well.
pub(super) fn of_text(
    prose: &Prose,
    now: &Briefing,
    earlier: &[&Briefing],
    stood: &dyn Fn(&str) -> bool,
) -> Vec<Finding> {
    let mut found = Vec::new();
    // Most texts have no amount, and need none of these.
    let current = LazyCell::new(|| amounts_of(now));
    let before = LazyCell::new(|| earlier.iter().map(|issue| (issue.month, amounts_of(issue))).collect::<Vec<_>>());
    for sentence in prose.sentences() {
        let text = prose.text().get(sentence.clone()).unwrap_or_default();
        let lower = text.to_lowercase();
        let written = amounts(prose, sentence.clone());
        let is =
            |figure: &MovingFigure, amount: &WrittenAmount| (figure.value - amount.value).abs() <= amount.tolerance;
        let speaks_of = |figure: &MovingFigure| {
            figure.about.iter().any(|word| lower.contains(word))
                && figure.whose.as_ref().is_none_or(|name| text.contains(name.as_str()))
        };
        // What says how something grew, has both.
        let is_current =
            written.iter().any(|amount| current.iter().any(|figure| speaks_of(figure) && is(figure, amount)));
        let looked_up = if is_current || written.is_empty() { &[] } else { before.as_slice() };
        let old = looked_up.iter().find_map(|(month, figures)| {
            let pairs = figures.iter().filter(|figure| speaks_of(figure)).flat_map(|figure| {
                written.iter().filter(move |amount| is(figure, amount)).map(move |amount| (figure, amount))
            });
            let (figure, amount) = pairs.into_iter().find(|_| is_its_own(text, *month, stood))?;
            let now = current.iter().find(|now| now.what == figure.what)?;
            Some((amount.stretch.clone(), *month, figure.what.clone(), now.shown.clone()))
        });
        let partners = || {
            let (stretch, count) = counted_partners(prose, sentence.clone())?;
            let of = |briefing: &Briefing| briefing.contributions.as_ref()?.partners.figure().copied();
            let known = of(now).filter(|known| *known != count)?;
            let issue = earlier.iter().find(|issue| of(issue) == Some(count))?;
            let what = "the number of funding partners".to_owned();
            is_its_own(text, issue.month, stood).then(|| (stretch, issue.month, what, known.to_string()))
        };
        for (stretch, month, what, known) in old.into_iter().chain(partners()) {
            let written = prose.text().get(stretch.clone()).unwrap_or_default();
            let message = format!("`{}` was {what} in the issue of {month}; now it is {known}", short(written));
            let hint = "correct the figure; a fact such as `{standing.pledged}` is always what the ledger says";
            found.push(Finding::new(Code::StyleOldFigure, stretch, message, hint));
        }
    }
    found
}

/// Whether a sentence says of its own time what it says. One that names another day looks back, and is right for good; one that
/// stood in that issue too, and names its month, has been forgotten.
fn is_its_own(text: &str, issue: Month, stood: &dyn Fn(&str) -> bool) -> bool {
    let year = |word: &str| word.len() == 4 && word.parse::<u16>().is_ok_and(|year| (1900..2200).contains(&year));
    let mut words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let is_dated = words.any(|word| year(word) || ENGLISH_MONTHS.contains(&word));
    let name = usize::try_from(issue.number()).ok().and_then(|number| ENGLISH_MONTHS.get(number.checked_sub(1)?));
    !is_dated || (name.is_some_and(|name| text.contains(name)) && stood(text))
}

/// Of how many words in a hundred two texts have in common that tell of the same thing.
const ALIKE: usize = 60;

/// A figure below this is as likely to be the same again.
const LEAST: u64 = 10;

/// The figures of an item, where they are those that a like item of an earlier month had, and its words are not.
pub(super) fn of_item(item: &ItemPassages, earlier: &[ItemPassages], month: Month) -> Option<Finding> {
    let prose = Prose::of(&item.text.as_ref()?.written);
    let own = counts(&prose);
    let (stretch, _) = own.iter().find(|(_, value)| *value >= LEAST)?.clone();
    let like = earlier.iter().find(|other| {
        let Some(passage) = &other.text else { return false };
        let other_prose = Prose::of(&passage.written);
        let same_figures = own.iter().map(|(_, value)| value).eq(counts(&other_prose).iter().map(|(_, value)| value));
        same_figures && prose.text() != other_prose.text() && (other.id == item.id || are_alike(&prose, &other_prose))
    })?;
    let written: Vec<String> =
        own.iter().filter_map(|(stretch, _)| prose.text().get(stretch.clone())).map(|it| format!("`{it}`")).collect();
    let (what, are) = match written.as_slice() {
        [one] => (one.clone(), "is the figure"),
        all => (all.join(", "), "are the figures"),
    };
    let message = format!("{what} {are} of `{}` of {month} as well, and the text is another", short(&like.id));
    let hint =
        "write what was counted this time; if it came to the same again, allow the words in `[style]` with the reason";
    Some(Finding::new(Code::StyleSameFigures, stretch, message, hint))
}

/// Whether most words of two texts are the same, and in the same order.
fn are_alike(one: &Prose, other: &Prose) -> bool {
    let changes = word_changes(other.text(), one.text());
    let count = |text: &str| text.split_whitespace().count();
    let (mut same, mut all) = (0, 0);
    for change in &changes {
        match change {
            WordChange::Same(text) => {
                same += 2 * count(text);
                all += 2 * count(text);
            }
            WordChange::Removed(text) | WordChange::Added(text) => all += count(text),
        }
    }
    same * 100 >= all * ALIKE
}

/// The numbers of things that a text counts, without those of days, years, amounts and what is called by a number.
fn counts(prose: &Prose) -> Vec<(Range<usize>, u64)> {
    let mut counts = Vec::new();
    for sentence in prose.sentences() {
        let words = words(prose.text(), sentence);
        for (index, (stretch, word)) in words.iter().enumerate() {
            let before = index.checked_sub(1).and_then(|before| words.get(before)).map_or("", |(_, word)| word);
            let after = words.get(index + 1).map_or("", |(_, word)| word);
            let Ok(value) = word.replace(',', "").parse::<u64>() else { continue };
            let year = word.len() == 4 && (1900..2200).contains(&value);
            // A day, Resolution 12, Room 40.
            let named = ENGLISH_MONTHS.contains(&after)
                || is_counter(before)
                || (index > 1 && before.chars().next().is_some_and(char::is_uppercase));
            // Rates and measures say the same of every course.
            let counted = after.chars().next().is_some_and(char::is_alphabetic)
                && !["per", "percent", "hours", "minutes", "km", "kilometres", "metres"].contains(&after);
            if !year && !named && counted {
                counts.push((stretch.clone(), value));
            }
        }
    }
    counts
}
