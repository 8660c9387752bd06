//! A month that was begun as a copy of the one before.

use briefing_model::{MonthPlan, Path, RichText};

use super::month::MonthFile;
use crate::diagnostic::{Code, Diagnostic};
use crate::tree::Log;

/// One text may well be said again; more are news of the month before.
const FEW: usize = 1;

/// Reports the items of a month whose texts the previous month has as well, at the first of them.
pub(super) fn report(previous: &MonthPlan, file: &MonthFile, log: &Log) {
    let plan = &file.plan;
    let is_old = |text: &RichText| previous.events.iter().any(|event| event.text == *text && !event.text.is_blank());
    let mut old = plan.events.iter().enumerate().filter(|(_, event)| is_old(&event.text));
    let Some((index, first)) = old.next() else { return };
    let count = 1 + old.count();
    if count <= FEW && count < plan.events.len() {
        return;
    }
    let place = file.tree.location(&Path::month(plan.month).key("item").item(index, Some(&first.id)).key("text"));
    let items = if count == 1 { "the item is one".to_owned() } else { format!("{count} items are those") };
    let message = format!("{items} of {}: their texts are the same", previous.month);
    let hint = format!("replace them with what happened in {}, or take them out", plan.month);
    log.push(Diagnostic::new(Code::ItemsRepeated, place, message).with_hint(hint));
}
