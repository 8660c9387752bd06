//! Figures of money in a text, compared with what the ledger comes to.

use briefing_model::{Briefing, Money};

use super::Finding;
use super::prose::{Prose, words};
use crate::diagnostic::Code;
use crate::tree::short;

/// An amount of a text: its digits, and how exact they are.
pub(super) struct WrittenAmount {
    pub(super) stretch: std::ops::Range<usize>,
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
    let near = |money: &Money| {
        money.amount().to_string().parse::<f64>().is_ok_and(|known| (known - amount.value).abs() <= amount.tolerance)
    };
    // Someone who pledged in this month, and is named beside the amount.
    let lines = &briefing.movements.lines;
    let mut named = lines.iter().filter(|line| text.contains(line.contributor.name.english())).peekable();
    if let (Some(first), true) = (named.peek().copied(), lower.contains("pledged") || lower.contains("contributed")) {
        let known: Vec<&Money> = named.filter_map(|line| line.amount.as_ref()).collect();
        if !known.is_empty()
            && !known.iter().any(|money| near(money))
            && !lines.iter().filter_map(|line| line.amount.as_ref()).any(near)
        {
            let known = known.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
            return Some((format!("{} pledged", first.contributor.name.english()), known));
        }
        return None;
    }
    let to_date = ["to date", "in total", "altogether", "so far"].iter().any(|words| lower.contains(words));
    if to_date && (lower.contains("pledged") || lower.contains("pledges")) {
        let contributions = briefing.contributions.as_ref()?;
        let pledged = contributions.pledged.holds_on(contributions.as_of)?;
        return (!near(pledged)).then(|| ("pledged to date are".to_owned(), pledged.to_string()));
    }
    None
}

/// A number of partners that is not the ledger's.
fn partners(prose: &Prose, sentence: std::ops::Range<usize>, lower: &str, briefing: &Briefing) -> Option<Finding> {
    let contributions = briefing.contributions.as_ref()?;
    let known = *contributions.partners.holds_on(contributions.as_of)?;
    if !["funding partners", "donors"].iter().any(|words| lower.contains(words)) || lower.contains("new ") {
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
        let counted = word(1).starts_with("donor") || (word(1) == "funding" && word(2).starts_with("partner"));
        number.parse().ok().filter(|_| counted).map(|number| (stretch.clone(), number))
    })
}

/// The amounts of money in a sentence: `$2,242,615`, `USD 92,615`, `$402 million`.
pub(super) fn amounts(prose: &Prose, sentence: std::ops::Range<usize>) -> Vec<WrittenAmount> {
    let words = words(prose.text(), sentence);
    let mut amounts = Vec::new();
    for (index, (stretch, word)) in words.iter().enumerate() {
        let before = index.checked_sub(1).and_then(|before| words.get(before));
        let sign = word.trim_start_matches(|c: char| !c.is_ascii_digit());
        let of_money =
            sign.len() < word.len() || before.is_some_and(|(_, word)| matches!(*word, "USD" | "EUR" | "US$" | "$"));
        let Ok(number) = sign.replace(',', "").parse::<f64>() else { continue };
        if !of_money {
            continue;
        }
        let next = words.get(index + 1);
        let times = match next.map(|(_, word)| *word) {
            Some("thousand") => 1e3,
            Some("million") => 1e6,
            Some("billion") => 1e9,
            _ => 1.0,
        };
        let decimals = sign.split_once('.').map_or(0, |(_, decimals)| decimals.len());
        let place = 10_f64.powi(-i32::try_from(decimals).unwrap_or(0));
        let end = if times > 1.0 { next.map_or(stretch.end, |(last, _)| last.end) } else { stretch.end };
        // Two amounts that round to the same are the same.
        let tolerance = times * place * 0.5 + 0.001;
        amounts.push(WrittenAmount { stretch: stretch.start..end, value: number * times, tolerance });
    }
    amounts
}
