//! Figures of money in a text, compared with what the ledger comes to.

use briefing_model::{Briefing, ENGLISH_MONTHS, Money, MovementKind};

use super::Finding;
use super::prose::{Prose, words};
use crate::diagnostic::Code;
use crate::sheet::{is_currency_sign, stands_for};
use crate::tree::short;

/// An amount of a text: its digits, and how exact they are.
pub(super) struct WrittenAmount {
    pub(super) stretch: std::ops::Range<usize>,
    /// The sign, or the letters, of its currency.
    pub(super) sign: String,
    pub(super) value: f64,
    /// Half of the last place that is written.
    pub(super) tolerance: f64,
}

pub(super) fn of_text(prose: &Prose, briefing: &Briefing) -> Vec<Finding> {
    let mut found = Vec::new();
    for sentence in prose.sentences() {
        let text = prose.text().get(sentence.clone()).unwrap_or_default();
        let lower = text.to_lowercase();
        if !["pledge", "contribut", "partner", "donor"].iter().any(|word| lower.contains(word)) {
            continue;
        }
        let amounts = amounts(prose, sentence.clone());
        for amount in &amounts {
            if let Some((whose, known)) = contradicted(text, &lower, amount, briefing) {
                let written = prose.text().get(amount.stretch.clone()).unwrap_or_default();
                let message = format!("`{}` differs from the ledger: {whose} {known}", short(written));
                let hint = "correct the text or the ledger; a fact such as `{standing.pledged}` is always what the ledger says";
                found.push(Finding::new(Code::StyleFigure, amount.stretch.clone(), message, hint));
            }
        }
        found.extend(partners(prose, sentence, &lower, briefing));
    }
    found
}

/// What the ledger says instead, where it says otherwise.
fn contradicted(text: &str, lower: &str, amount: &WrittenAmount, briefing: &Briefing) -> Option<(String, String)> {
    let fits = |money: &&Money| stands_for(&amount.sign, money.currency().code());
    let near = |money: &Money| {
        fits(&money)
            && money
                .amount()
                .to_string()
                .parse::<f64>()
                .is_ok_and(|known| (known - amount.value).abs() <= amount.tolerance)
    };
    let lines = &briefing.movements.lines;
    let of_month = || lines.iter().filter_map(|line| line.amount.as_ref()).any(near);
    // Someone who pledged in this month, and is named beside the amount.
    let mut named = lines.iter().filter(|line| text.contains(line.contributor.name.english())).peekable();
    if let (Some(first), true) = (named.peek().copied(), lower.contains("pledged") || lower.contains("contributed")) {
        let is_meant = |kind: MovementKind| lower.contains("contributed") || !is_paid(kind);
        let known = named.filter(|line| is_meant(line.kind)).filter_map(|line| line.amount.as_ref()).filter(fits);
        let known: Vec<String> = known.map(shown).collect();
        return (!known.is_empty() && !of_month())
            .then(|| (format!("{} pledged", first.contributor.name.english()), known.join(", ")));
    }
    if speaks_of_all_pledges(lower) && !of_month() {
        let contributions = briefing.contributions.as_ref()?;
        let pledged = contributions.pledged.holds_on(contributions.as_of).filter(fits)?;
        return (!near(pledged)).then(|| ("pledged to date are".to_owned(), shown(pledged)));
    }
    None
}

/// Whether a sentence, in small letters, is about all that was ever pledged.
fn speaks_of_all_pledges(lower: &str) -> bool {
    let has = |words: &[&str]| words.iter().any(|words| lower.contains(words));
    if !has(&["pledged", "pledges"]) {
        return false;
    }
    if has(&["to date", "in total", "altogether", "so far", "total pledges"]) {
        return true;
    }
    // What is pledged at a time, for something or by some is a part.
    let is_all = has(&["donors have pledged", "partners have pledged", "has been pledged", "have been pledged"]);
    is_all && !is_dated(lower) && !has(&[" for ", " towards ", "new ", "more ", "further ", "additional ", "since "])
}

/// Whether a sentence, in small letters, names a month or a year.
fn is_dated(lower: &str) -> bool {
    let mut words = lower.split(|c: char| !c.is_alphanumeric());
    let is_year = |word: &str| word.len() == 4 && word.parse::<u16>().is_ok_and(|year| (1900..2200).contains(&year));
    let is_month = |word: &str| word == "month" || ENGLISH_MONTHS.iter().any(|month| month.eq_ignore_ascii_case(word));
    words.any(|word| is_year(word) || is_month(word))
}

/// Whether money came in or went back.
const fn is_paid(kind: MovementKind) -> bool {
    kind.is_paid()
}

/// An amount as an issue prints it in a text.
fn shown(money: &Money) -> String {
    let amount = money.amount().to_string();
    let (whole, decimals) = amount.split_once('.').unwrap_or((&amount, ""));
    let digits = whole.len();
    let grouped = whole.chars().enumerate().flat_map(|(at, digit)| {
        let parts = at > 0 && (digits - at) % 3 == 0;
        parts.then_some(',').into_iter().chain([digit])
    });
    let point = if decimals.bytes().all(|digit| digit == b'0') { String::new() } else { format!(".{decimals}") };
    format!("{} {}{point}", money.currency(), grouped.collect::<String>())
}

/// A number of partners that is not the ledger's.
fn partners(prose: &Prose, sentence: std::ops::Range<usize>, lower: &str, briefing: &Briefing) -> Option<Finding> {
    let contributions = briefing.contributions.as_ref()?;
    let known = *contributions.partners.holds_on(contributions.as_of)?;
    let is_of_all = lower.contains("partners have pledged") && !is_dated(lower);
    let is_counted = is_of_all || ["funding partners", "donors"].iter().any(|words| lower.contains(words));
    if !is_counted || lower.contains("new ") {
        return None;
    }
    let (stretch, written) = counted_partners(prose, sentence)?;
    (written != known).then(|| {
        let message = format!("{written} partners differ from the ledger, which has {known}");
        let hint = "correct the text or the ledger; the fact `{standing.partners}` is always what the ledger says";
        Finding::new(Code::StyleFigure, stretch, message, hint)
    })
}

/// How many donors or funding partners a sentence counts.
pub(super) fn counted_partners(
    prose: &Prose,
    sentence: std::ops::Range<usize>,
) -> Option<(std::ops::Range<usize>, u32)> {
    let words = words(prose.text(), sentence);
    words.iter().enumerate().find_map(|(index, (stretch, number))| {
        let word = |ahead: usize| words.get(index + ahead).map_or("", |(_, word)| *word);
        let counted = word(1).starts_with("donor")
            || (word(1) == "funding" && word(2).starts_with("partner"))
            || [word(1), word(2), word(3)] == ["partners", "have", "pledged"];
        number.parse().ok().filter(|_| counted).map(|number| (stretch.clone(), number))
    })
}

/// The amounts of money in a sentence: `$2,242,615`, `CHF 92,615`, `402 million euros`.
pub(super) fn amounts(prose: &Prose, sentence: std::ops::Range<usize>) -> Vec<WrittenAmount> {
    let words = words(prose.text(), sentence);
    let word = |at: usize| words.get(at).map_or("", |(_, word)| *word);
    let mut amounts = Vec::new();
    for (index, (stretch, first)) in words.iter().enumerate() {
        let digits = first.trim_start_matches(|c: char| !c.is_ascii_digit());
        let attached = first.strip_suffix(digits).unwrap_or_default();
        let mut digits = digits.replace([',', '\'', '’'], "");
        // Spaces may stand between thousands.
        let is_group = |word: &str, longest: usize| {
            (1..=longest).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_digit())
        };
        let mut last = index;
        while is_group(&digits, 3 * (last - index + 1)) && is_group(word(last + 1), 3) && word(last + 1).len() == 3 {
            last += 1;
            digits.push_str(word(last));
        }
        let Ok(number) = digits.parse::<f64>() else { continue };
        let times = match word(last + 1) {
            "thousand" => 1e3,
            "million" => 1e6,
            "billion" => 1e9,
            _ => 1.0,
        };
        last += usize::from(times > 1.0);
        let before = index.checked_sub(1).map_or("", word);
        let behind = [word(last + 1), word(last + 2)];
        let sign = match attached {
            "" => sign_of(before).or_else(|| behind_amount(behind)),
            attached => sign_of(attached),
        };
        let Some(sign) = sign else { continue };
        let decimals = digits.split_once('.').map_or(0, |(_, decimals)| decimals.len());
        let place = 10_f64.powi(-i32::try_from(decimals).unwrap_or(0));
        let end = words.get(last).map_or(stretch.end, |(last, _)| last.end);
        // Two amounts that round to the same are the same.
        let tolerance = times * place * 0.5 + 0.001;
        amounts.push(WrittenAmount { stretch: stretch.start..end, sign, value: number * times, tolerance });
    }
    amounts
}

/// The currency that stands before an amount, by its letters or its sign.
fn sign_of(word: &str) -> Option<String> {
    // Words have no points at their ends.
    let word = if word == "Fr" { "Fr." } else { word };
    is_currency_sign(word).then(|| word.to_owned())
}

/// The currency that the words behind an amount name: `CHF`, `francs`, `Swiss francs`.
fn behind_amount([first, second]: [&str; 2]) -> Option<String> {
    const NAMES: [(&str, &str); 9] = [
        ("dollar", "$"),
        ("euro", "€"),
        ("pound", "£"),
        ("franc", "Fr."),
        ("yen", "¥"),
        ("yuan", "元"),
        ("krona", "kr"),
        ("kronor", "kr"),
        ("kroner", "kr"),
    ];
    let named = |word: &str| {
        let singular = word.strip_suffix('s').unwrap_or(word);
        NAMES.iter().find(|(name, _)| *name == singular).map(|(_, sign)| (*sign).to_owned())
    };
    let is_adjective = first.starts_with(char::is_uppercase);
    sign_of(first).or_else(|| named(first)).or_else(|| named(second).filter(|_| is_adjective))
}
