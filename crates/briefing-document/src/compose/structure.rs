//! The organization chart.

use briefing_model::{
    BoardSummary, BodySummary, ChartedProgramme, Link, Name, OrganizationChart, OrganizationNode, SectionKind,
};

use super::draft::{DocumentDraft, written};
use crate::collate::sort_by_name;
use crate::inline::{line, plain};
use crate::{
    Block, Inline, Inlines, Organization, OrganizationBox, OrganizationChild, OrganizationGroup, OrganizationUnit,
    Section, SectionRole, Words, lists,
};

impl<'a> DocumentDraft<'a> {
    pub(super) fn structure(&mut self) -> Section {
        let mut blocks = Vec::new();
        if let Some(chart) = &self.briefing.structure {
            blocks.push(Block::Organization(self.organization(chart)));
            blocks.extend(chart.link.as_ref().map(|link| Block::Pointer(line![pointer(link)])));
        }
        self.section(SectionKind::Structure, SectionRole::Exhibit, blocks)
    }

    fn organization(&mut self, chart: &'a OrganizationChart) -> Organization {
        let head = OrganizationBox {
            mark: self.mark(&chart.office, self.briefing.office.acronym.as_ref()),
            name: self.name(&chart.office),
            details: chart.head.iter().map(|title| self.name(title)).collect(),
        };
        let beside = chart.bodies.iter().map(|body| self.body(body)).collect();
        let units = chart.units.iter().map(|unit| self.unit(unit)).collect();
        let programmes = chart.programmes.iter().map(|programme| self.programme(programme)).collect();
        let programmes = group(self.messages.phrases().shared_programmes, programmes);
        let offices = chart.programme_offices.iter().map(|office| self.name(&office.place)).collect();
        let offices = group(self.messages.phrases().programme_offices, offices);
        Organization { head, beside, units, groups: programmes.into_iter().chain(offices).collect() }
    }

    fn body(&mut self, body: &BodySummary) -> OrganizationBox {
        let office = match self.office_acronym() {
            Some(acronym) => acronym.to_owned(),
            None => self.plain_name(&self.briefing.office.name).to_string(),
        };
        let mut details = vec![line![self.messages.served_by(&office)]];
        details.extend(body.entities.map(|count| line![self.messages.entities(count)]));
        details.extend(body.committee.as_ref().map(|name| self.name(name)));
        details.extend(body.working_groups.map(|count| line![self.messages.working_groups(count)]));
        OrganizationBox { mark: None, name: self.name(&body.name), details }
    }

    fn unit(&mut self, node: &'a OrganizationNode) -> OrganizationUnit {
        let unit = OrganizationBox {
            mark: self.mark(&node.name, node.acronym.as_ref()),
            name: self.name(&node.name),
            details: node.board.iter().map(|board| self.board(board)).collect(),
        };
        let mut children = Vec::new();
        for programme in &node.programmes {
            children.push(OrganizationChild::Programme(self.programme(programme)));
        }
        for unit in &node.units {
            children.push(OrganizationChild::Unit(self.unit(unit)));
        }
        OrganizationUnit { unit, children }
    }

    fn board(&mut self, board: &BoardSummary) -> Inlines {
        let mut guests: Vec<Inlines> = board.guests.iter().map(|guest| self.name(&guest.name)).collect();
        sort_by_name(&mut guests, self.language, |guest| plain(guest));
        let count = u64::try_from(guests.len()).unwrap_or(u64::MAX);
        let guests = (!guests.is_empty()).then(|| lists::and(guests, self.language));
        self.messages.advisory_board(board.members, guests, count)
    }

    /// The acronym set large above a name.
    fn mark(&self, name: &Name, acronym: Option<&'a Name>) -> Option<Words> {
        self.acronym_beside(name, acronym).map(|acronym| written(acronym, self.language))
    }

    /// A programme, with its initiatives if the chart names any.
    fn programme(&mut self, programme: &ChartedProgramme) -> Inlines {
        let name = self.name(&programme.name);
        let parts: Vec<Inlines> = programme.initiatives.iter().map(|initiative| self.name(initiative)).collect();
        if parts.is_empty() { name } else { self.messages.with_parts(name, lists::and(parts, self.language)) }
    }
}

fn group(title: &str, names: Vec<Inlines>) -> Option<OrganizationGroup> {
    (!names.is_empty()).then(|| OrganizationGroup { title: title.to_owned(), names })
}

/// A link whose address is printed, for readers on paper.
pub(super) fn pointer(link: &Link) -> Inline {
    let address = link.as_str();
    let shown = ["https://", "http://", "mailto:"].iter().find_map(|scheme| address.strip_prefix(scheme));
    let shown = shown.unwrap_or(address);
    Inline::Link { target: link.clone(), content: line![shown.strip_suffix('/').unwrap_or(shown)] }
}
