//! Whether a briefing contradicts itself: the rules by which a folder is read, applied to what was made of it.

mod chart;
mod facts;
mod items;
mod lines;
mod moved;
mod names;
mod since;
mod totals;

use std::collections::BTreeMap;

use super::{Briefing, BriefingLimit, InvalidBriefing, rules};
use crate::office::check::long_titles;
use crate::{Code, Day, Fault, FieldPath, Pillar, SectionKind, Subject};

impl Briefing {
    /// Checks that it is consistent: no more of anything than a briefing may have, nothing twice, and no figure, share,
    /// count, date or reference that contradicts another. A briefing that was compiled or read always is.
    ///
    /// Figures on which nothing else in it depends cannot be checked here: what an office was pledged is for its ledger
    /// to say.
    ///
    /// # Errors
    ///
    /// Every contradiction, each with its place in the briefing.
    ///
    /// ```
    /// let json = r##"{"office":{"id":"unoct","name":"Office"},"month":"2025-04","issued":"2025-04-30","cutoff":"2025-04-30",
    ///     "theme":{"accent":"#009EDB","ink":"#0B2545"},"sections":["mandate"]}"##;
    /// let mut briefing: briefing_model::Briefing = serde_json::from_str(json)?;
    /// assert!(briefing.check().is_ok());
    /// briefing.issued = "2025-04-06".parse()?;
    /// let error = briefing.check().unwrap_err();
    /// assert_eq!(error.to_string(), "M0111 at `briefing.issued`: 2025-04-06 is before the month is over, on 2025-04-30; \
    ///     M0111 at `briefing.cutoff`: what is known on 2025-04-30 cannot be printed on 2025-04-06");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn check(&self) -> Result<(), InvalidBriefing> {
        let root = FieldPath::to(Subject::Briefing);
        if let Err(limit) = self.check_limits() {
            let path = match limit {
                BriefingLimit::LongDisclaimer => root.key("office").key("disclaimer"),
                BriefingLimit::TooMany { .. } | BriefingLimit::TooDeep => root,
            };
            return Err(InvalidBriefing { faults: vec![Fault::new(Code::TooMuch, path, limit.to_string())] });
        }
        let mut check = BriefingCheck { briefing: self, root, faults: Vec::new() };
        check.dates();
        check.sections();
        check.items();
        check.lead();
        check.texts();
        check.chart();
        check.movements();
        check.contributions();
        check.facts();
        check.names();
        let faults = check.faults;
        if faults.is_empty() { Ok(()) } else { Err(InvalidBriefing { faults }) }
    }
}

/// The faults found so far.
struct BriefingCheck<'a> {
    briefing: &'a Briefing,
    root: FieldPath,
    faults: Vec<Fault>,
}

impl<'a> BriefingCheck<'a> {
    fn fault(&mut self, code: Code, path: FieldPath, message: impl Into<String>) {
        self.faults.push(Fault::new(code, path, message));
    }

    /// Reports a contradiction, with the place of what is contradicted.
    fn contradicts(&mut self, path: FieldPath, message: String, there: &FieldPath) {
        let fault = Fault::new(Code::Contradiction, path, message);
        self.faults.push(fault.with_related("it is here", there.clone()));
    }

    fn last_day(&self) -> Day {
        self.briefing.month.last_day()
    }

    /// The month is over before it is reported on, and the cut-off is not after the day of issue.
    fn dates(&mut self) {
        let Briefing { issued, cutoff, ref corrections, .. } = *self.briefing;
        for (key, date) in [("issued", issued), ("cutoff", cutoff)] {
            self.faults.extend(rules::early(date, self.briefing.month, self.root.key(key)));
        }
        self.faults.extend(rules::known_late(cutoff, issued, corrections, self.root.key("cutoff")));
        let next = self.briefing.next_issue;
        self.faults.extend(next.and_then(|next| rules::next_early(next, issued, self.root.key("next_issue"))));
        let list = self.root.key("corrections");
        let corrections = self.briefing.corrections.iter().enumerate();
        let corrections = corrections.map(|(at, it)| (it.on, list.item(at, None::<&str>).key("on")));
        self.faults.extend(rules::corrections(issued, corrections));
    }

    /// A section that is printed has content, and there is no content that no section prints.
    fn sections(&mut self) {
        let briefing = self.briefing;
        let list = self.root.key("sections");
        let names = briefing.sections.iter().enumerate();
        self.once("section", names.map(|(at, section)| (list.item(at, None::<&str>), section.as_str())));
        for kind in SectionKind::ALL {
            let position = briefing.sections.iter().position(|section| *section == kind);
            match position {
                Some(at) if !briefing.has(kind) => {
                    let message = format!("the section `{kind}` is printed and has nothing to say");
                    self.fault(Code::SectionContent, list.item(at, None::<&str>), message);
                }
                None if briefing.fills(kind) => {
                    let message = format!("this is not printed: `{kind}` is not among the sections");
                    self.fault(Code::SectionContent, self.root.key(key(kind)), message);
                }
                Some(_) | None => {}
            }
        }
        let titles = self.root.key("titles");
        self.faults.extend(long_titles(&briefing.titles, &titles));
        for kind in briefing.titles.sections.keys().filter(|kind| !briefing.sections.contains(kind)) {
            let message = format!("this is not printed: `{kind}` is not among the sections");
            self.fault(Code::SectionContent, titles.key("sections").key(kind.as_str()), message);
        }
        if briefing.emblem.as_ref().is_some_and(|emblem| emblem.caption.is_some() || emblem.credit.is_some()) {
            let message = "an emblem has neither caption nor credit: nothing is printed beside it";
            self.fault(Code::Contradiction, self.root.key("emblem"), message);
        }
        if !briefing.strategy.is_empty() && briefing.strategy != Pillar::ALL {
            let message = "the Strategy has four pillars, I to IV in this order";
            self.fault(Code::OutOfOrder, self.root.key("strategy"), message);
        }
    }

    /// The lead is one of its items.
    fn lead(&mut self) {
        let briefing = self.briefing;
        let Some(lead) = &briefing.lead else { return };
        let item = briefing.items().find(|item| item.id == *lead);
        let has = item.map(|item| (item.title.is_some(), item.picture.is_some()));
        self.faults.extend(rules::unfit_lead(lead, has, self.root.key("lead")));
    }

    /// Texts that stand on their own are not blank.
    fn texts(&mut self) {
        let Briefing { office, about, mandate, .. } = self.briefing;
        let mut texts: Vec<_> =
            about.iter().enumerate().map(|(at, text)| (self.root.key("about").item(at, None::<&str>), text)).collect();
        texts.extend(mandate.intro.iter().map(|text| (self.root.key("mandate").key("intro"), text)));
        let corrections = self.root.key("corrections");
        let corrected = self.briefing.corrections.iter().enumerate();
        texts.extend(corrected.map(|(at, it)| (corrections.item(at, None::<&str>).key("what"), &it.what)));
        texts.extend(office.disclaimer.iter().map(|text| (self.root.key("office").key("disclaimer"), text)));
        for (path, _) in texts.into_iter().filter(|(_, text)| text.is_blank()) {
            self.fault(Code::BlankText, path, "there is no text");
        }
    }

    /// Each name occurs once.
    fn once<'i>(&mut self, what: &str, named: impl Iterator<Item = (FieldPath, &'i str)>) {
        let mut seen: BTreeMap<&str, FieldPath> = BTreeMap::new();
        for (path, name) in named {
            if let Some(first) = seen.get(name) {
                let fault = Fault::new(Code::TwiceInBriefing, path, format!("the {what} `{name}` is there twice"));
                self.faults.push(fault.with_related("it is first here", first.clone()));
            } else {
                seen.insert(name, path);
            }
        }
    }
}

/// The key under which a section's content is found.
const fn key(kind: SectionKind) -> &'static str {
    match kind {
        // It repeats the content of the sections of items.
        SectionKind::Glance => "sections",
        SectionKind::About => "about",
        SectionKind::Mandate => "mandate",
        SectionKind::Leadership => "leadership",
        SectionKind::Highlights => "highlights",
        SectionKind::CapacityBuilding => "capacity_building",
        SectionKind::Structure => "structure",
        SectionKind::RecentPledges => "movements",
        SectionKind::Contributors => "contributions",
        SectionKind::Strategy => "strategy",
    }
}

impl Briefing {
    /// Whether a section has content.
    fn fills(&self, kind: SectionKind) -> bool {
        match kind {
            SectionKind::Glance => false,
            SectionKind::Mandate => self.mandate != super::MandateText::default(),
            SectionKind::RecentPledges => self.movements != super::MonthMovements::default(),
            kind => self.has(kind),
        }
    }
}
