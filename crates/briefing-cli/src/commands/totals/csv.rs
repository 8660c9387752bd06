//! Totals for spreadsheets.

use std::io::{self, Write};

use briefing::forms::Totals;
use briefing::model::{Knowledge, Money};

/// One row for each part, without a row of totals, so that a spreadsheet can add them up. Unknown figures are blank.
pub(super) fn write(totals: &Totals, out: &mut dyn Write) -> io::Result<()> {
    let mut table = ::csv::Writer::from_writer(out);
    let header = totals.by.to_string();
    let [first, second] = ["pledged_is", "received_is"];
    table.write_record([
        &header,
        "name",
        "pledged",
        "received",
        "outstanding",
        "surplus",
        "currency",
        first,
        second,
    ])?;
    for row in &totals.parts {
        let amounts = [&row.pledged, &row.received, &row.outstanding, &row.surplus];
        let amount = |figure: &Knowledge<Money>| figure.on_record().map(|money| money.amount().to_string());
        let mut record = vec![row.key.clone(), row.name.clone()];
        record.extend(amounts.map(|figure| amount(figure).unwrap_or_default()));
        record.push(totals.currency.to_string());
        record.extend([&row.pledged, &row.received].map(|figure| how(figure).to_owned()));
        table.write_record(&record)?;
    }
    table.flush()
}

/// How a figure is known, in the word used in JSON.
const fn how(figure: &Knowledge<Money>) -> &'static str {
    match figure {
        Knowledge::Known(_) => "known",
        Knowledge::Stated { .. } => "stated",
        Knowledge::Documented(_) => "documented",
        Knowledge::Unknown => "unknown",
    }
}
