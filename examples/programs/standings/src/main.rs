//! A service that answers what a ledger comes to: a question in each line of standard input, an answer in each line of
//! standard output.
//!
//! A question is an object with a `ledger`, in the form that `briefing ledger export OFFICE --format json` writes, and two
//! days: what had taken effect (`in_effect`), as it was known (`known`; without it, that same day).

use std::io::{self, BufRead, Write};

use briefing_model::{AsOf, EntryId, Ledger, LedgerEntry, LedgerSettings, PartialDate, Standing};
use serde::{Deserialize, Serialize};

/// What is asked.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Question {
    ledger: Books,
    in_effect: PartialDate,
    known: Option<PartialDate>,
}

/// A ledger that may contradict itself: `Ledger` would be refused with the first sentence of what is wrong; here each
/// fault is wanted with its entries.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Books {
    format: String,
    version: u32,
    settings: LedgerSettings,
    entries: Vec<LedgerEntry>,
}

/// What is answered.
#[derive(Debug, Serialize, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
enum Answer {
    Standing(Box<Standing>),
    Faults(Vec<FaultAnswer>),
    NotUnderstood(String),
}

#[derive(Debug, Serialize, PartialEq, Eq)]
struct FaultAnswer {
    code: String,
    message: String,
    entries: Vec<EntryId>,
    positions: Vec<usize>,
}

fn answer(line: &str) -> Answer {
    let question: Question = match serde_json::from_str(line) {
        Ok(question) => question,
        Err(error) => return Answer::NotUnderstood(error.to_string()),
    };
    let in_effect = question.in_effect.last_day();
    let known = question.known.map_or(in_effect, PartialDate::last_day);
    let Books { format, version, settings, entries } = question.ledger;
    if (format.as_str(), version) != ("briefing-ledger", 1) {
        return Answer::NotUnderstood(format!("this is version {version} of {format}, and not of briefing-ledger 1"));
    }
    let ledger = match Ledger::new(settings, entries) {
        Ok(ledger) => ledger,
        Err(invalid) => {
            let faults = invalid.faults.iter().map(|fault| FaultAnswer {
                code: fault.code.to_string(),
                message: fault.message.clone(),
                entries: fault.entries().cloned().collect(),
                positions: invalid.positions(fault).collect(),
            });
            return Answer::Faults(faults.collect());
        }
    };
    match ledger.standing(AsOf { in_effect, known }) {
        Ok(standing) => Answer::Standing(Box::new(standing)),
        Err(error) => Answer::NotUnderstood(error.to_string()),
    }
}

fn main() -> io::Result<()> {
    let mut out = io::stdout().lock();
    for line in io::stdin().lock().lines() {
        let answer = serde_json::to_string(&answer(&line?))?;
        writeln!(out, "{answer}")?;
        out.flush()?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn question(pledge: &str, days: &str) -> String {
        format!(
            r#"{{"ledger":{{"format":"briefing-ledger","version":1,"settings":{{"currency":"USD"}},"entries":[
                {{"id":"P-1","effective":"2025-04-10","recorded":"2025-05-05","kind":{{"pledge":{{"contributor":"DEU",
                  "terms":{{"amount":{{"amount":"92615.00","currency":"USD"}}}}}}}}}},
                {{"id":"R-1","effective":"2025-04-20","recorded":"2025-05-05","kind":{{"receipt":{{"pledge":"{pledge}",
                  "amount":{{"amount":"1000.00","currency":"USD"}}}}}}}}]}},{days}}}"#
        )
    }

    #[test]
    fn the_same_day_is_answered_as_it_was_known() {
        let sums = |days: &str| match answer(&question("P-1", days)) {
            Answer::Standing(standing) => format!("{} {}", standing.pledged, standing.received),
            other => panic!("{other:?}"),
        };
        assert_eq!(sums(r#""in_effect":"2025-04-30""#), "not known not known", "nobody had written it down");
        assert_eq!(sums(r#""in_effect":"2025-04-30","known":"2025-05""#), "USD 92615.00 USD 1000.00");
    }

    #[test]
    fn each_fault_has_its_entries_and_their_positions() {
        let Answer::Faults(faults) = answer(&question("P-9", r#""in_effect":"2025""#)) else { panic!("it has a standing") };
        assert_eq!((faults[0].code.as_str(), faults[0].positions.as_slice()), ("L0102", [1].as_slice()));
    }

    #[test]
    fn what_is_no_question_is_not_understood() {
        assert!(matches!(answer("{}"), Answer::NotUnderstood(why) if why.contains("ledger")));
    }
}
