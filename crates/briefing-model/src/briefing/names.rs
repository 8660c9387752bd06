//! Every name that a briefing prints.

use super::{Briefing, Contributions, Masthead, OrganizationChart, OrganizationNode, PledgeLine, UnitItems};
use crate::{FactValue, Name};

pub(super) fn of(briefing: &Briefing) -> Vec<&Name> {
    let mut names = Vec::new();
    let Masthead { name, acronym, .. } = &briefing.office;
    names.push(name);
    names.extend(acronym);
    for UnitItems { name, acronym, .. } in &briefing.capacity_building {
        names.push(name);
        names.extend(acronym);
    }
    briefing.structure.iter().for_each(|chart| organization(chart, &mut names));
    for PledgeLine { contributor, purposes, .. } in &briefing.recent_pledges.lines {
        names.push(contributor);
        names.extend(purposes);
    }
    briefing.contributions.iter().for_each(|shown| contributions(shown, &mut names));
    names.extend(briefing.facts.values().filter_map(|fact| match fact {
        FactValue::Name(name) => Some(name),
        _ => None,
    }));
    names
}

fn organization<'a>(chart: &'a OrganizationChart, names: &mut Vec<&'a Name>) {
    names.push(&chart.office);
    names.extend(&chart.head);
    chart.units.iter().for_each(|node| unit(node, names));
    names.extend(&chart.programmes);
    names.extend(chart.programme_offices.iter().map(|office| &office.place));
    for body in &chart.bodies {
        names.push(&body.name);
        names.extend(&body.committee);
    }
}

/// A chart is not deep.
fn unit<'a>(node: &'a OrganizationNode, names: &mut Vec<&'a Name>) {
    names.push(&node.name);
    names.extend(&node.acronym);
    names.extend(node.board.iter().flat_map(|board| &board.guests));
    names.extend(&node.programmes);
    node.units.iter().for_each(|below| unit(below, names));
}

fn contributions<'a>(contributions: &'a Contributions, names: &mut Vec<&'a Name>) {
    names.extend(&contributions.title);
    names.extend(contributions.contributors.iter().map(|contributor| &contributor.name));
    names.extend(&contributions.allocations);
    names.extend(contributions.in_kind.iter().map(|gift| &gift.contributor));
    names.extend(contributions.unvalued.iter().map(|unvalued| &unvalued.contributor));
}
