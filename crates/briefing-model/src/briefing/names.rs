//! Every name that a briefing prints. Fields are listed one by one, so that a new one cannot be forgotten.

use super::{
    Acronym, BodySummary, Briefing, ChartedProgramme, Contributions, CorrectedMovement, InKindGift, Item, Masthead,
    MovementLine, NewPartners, OrganizationChart, OrganizationNode, PrintedPurpose, RestatedFigures, Restatement,
    UnitItems, Unvalued,
};
use crate::{FactValue, ItemDetail, Name};

pub(super) fn of(briefing: &Briefing) -> Vec<&Name> {
    let mut names = printed(briefing);
    for Acronym { acronym, name } in &briefing.acronyms {
        names.extend([acronym, name]);
    }
    names
}

/// The names that are seen, not only heard.
pub(super) fn printed(briefing: &Briefing) -> Vec<&Name> {
    let mut names = Vec::new();
    let Masthead { id: _, name, acronym, website: _, disclaimer: _ } = &briefing.office;
    names.push(name);
    names.extend(acronym);
    names.extend(&briefing.colophon.contact);
    names.extend(briefing.titles.iter().map(|(_, name)| name));
    for UnitItems { unit: _, name, acronym, items: _ } in &briefing.capacity_building {
        names.push(name);
        names.extend(acronym);
    }
    let printed = |detail: Option<ItemDetail>| detail.is_none_or(|detail| briefing.item_line.contains(&detail));
    let items = briefing.items().flat_map(Item::names);
    names.extend(items.filter(|(detail, _)| printed(*detail)).map(|(_, name)| name));
    briefing.structure.iter().for_each(|chart| organization(chart, &mut names));
    let late = briefing.movements.late.iter().map(|late| &late.line);
    let corrected = briefing.movements.corrected.iter().flat_map(CorrectedMovement::both).map(|one| &one.line);
    let lines = briefing.movements.lines.iter().chain(late).chain(corrected);
    for line in lines {
        let MovementLine {
            entry: _,
            contributor,
            on_behalf_of,
            purposes,
            purpose_unknown: _,
            kind: _,
            amount: _,
            yearly: _,
            original: _,
            terms: _,
        } = line;
        names.extend(std::iter::once(contributor).chain(on_behalf_of).map(|party| &party.name));
        names.extend(purposes.iter().map(PrintedPurpose::name));
    }
    let restated = briefing.movements.restated.iter().flat_map(Restatement::both);
    for RestatedFigures { entry: _, effective: _, of, pledged: _, received: _, partners: _, value: _ } in restated {
        names.extend(of.parties().map(|party| &party.name));
        names.extend(of.what());
    }
    briefing.contributions.iter().for_each(|shown| contributions(shown, &mut names));
    names.extend(briefing.facts.values().filter_map(|fact| match fact {
        FactValue::Name(name) => Some(name),
        _ => None,
    }));
    names
}

fn organization<'a>(chart: &'a OrganizationChart, names: &mut Vec<&'a Name>) {
    let OrganizationChart { office, head, units, programmes, programme_offices, bodies, link: _ } = chart;
    names.push(office);
    names.extend(head);
    units.iter().for_each(|node| unit(node, names));
    programmes.iter().for_each(|programme| charted(programme, names));
    names.extend(programme_offices.iter().map(|office| &office.place));
    for BodySummary { id: _, name, entities: _, committee, working_groups: _ } in bodies {
        names.push(name);
        names.extend(committee);
    }
}

fn charted<'a>(programme: &'a ChartedProgramme, names: &mut Vec<&'a Name>) {
    let ChartedProgramme { id: _, name, initiatives } = programme;
    names.push(name);
    names.extend(initiatives);
}

/// Recursive, because charts are not deep.
fn unit<'a>(node: &'a OrganizationNode, names: &mut Vec<&'a Name>) {
    let OrganizationNode { id: _, name, acronym, board, programmes, units } = node;
    names.push(name);
    names.extend(acronym);
    names.extend(board.iter().flat_map(|board| &board.guests).map(|guest| &guest.name));
    programmes.iter().for_each(|programme| charted(programme, names));
    units.iter().for_each(|below| unit(below, names));
}

fn contributions<'a>(shown: &'a Contributions, names: &mut Vec<&'a Name>) {
    let Contributions {
        title,
        new_partners: NewPartners { month, year },
        contributors,
        allocations,
        in_kind,
        unvalued,
        // Figures and dates, and what has no name of its own.
        as_of: _,
        currency: _,
        pledged: _,
        received: _,
        partners: _,
        pledged_since: _,
        received_since: _,
        share: _,
        surplus: _,
        exchange: _,
        converted: _,
        unpledged: _,
        history: _,
        multi_year: _,
        since_last_issue: _,
        others: _,
    } = shown;
    names.extend(title);
    let shown = contributors.iter().map(|one| &one.contributor);
    let parties = month.iter().chain(year).chain(shown).chain(allocations);
    names.extend(parties.map(|party| &party.name));
    for InKindGift { entry: _, contributor, on_behalf_of, what, purposes, value: _, when: _ } in in_kind {
        names.extend(std::iter::once(contributor).chain(on_behalf_of).map(|party| &party.name));
        names.extend(what);
        names.extend(purposes.iter().map(PrintedPurpose::name));
    }
    for Unvalued { entry: _, contributor, on_behalf_of, amount: _, since_total: _ } in unvalued {
        names.extend(std::iter::once(contributor).chain(on_behalf_of).map(|party| &party.name));
    }
}
