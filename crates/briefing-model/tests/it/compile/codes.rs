//! Every code has a month that brings it about, and nothing but it.

use briefing_model::{Briefing, Fault, MonthPlan, OfficeData};
use insta::assert_snapshot;

use crate::compile::compile;
use crate::compile::office::{LEDGER, data, plan, read};

/// The faults of the invented month after a change.
fn after(change: impl FnOnce(&mut OfficeData, &mut MonthPlan, &mut String)) -> String {
    let (mut data, mut plan, mut rows) = (data(), plan(), LEDGER.to_owned());
    change(&mut data, &mut plan, &mut rows);
    told(compile(data, &rows, &plan))
}

fn told(result: Result<Briefing, Vec<Fault>>) -> String {
    let line = |fault: Fault| {
        let path = fault.place.unwrap();
        let at = path.stretch().map(|stretch| format!(" at byte {}", stretch.start)).unwrap_or_default();
        let hint = fault.hint.map(|hint| format!("\n  {hint}")).unwrap_or_default();
        format!("{} {path}{at}\n  {}{hint}", fault.code, fault.message)
    };
    result.map_or_else(|faults| faults.into_iter().map(line).collect::<Vec<_>>().join("\n"), |_| "none".to_owned())
}

#[test]
fn the_invented_month_has_no_fault() {
    assert_snapshot!(after(|_, _, _| {}), @"none");
}

#[test]
fn items_have_ids_of_their_own() {
    assert_snapshot!(after(|_, plan, _| plan.events[2].id = read("course")), @r"
    M0101 2025-04: item[course].id
      the id `course` is used twice
      give one of the two another id
    ");
}

#[test]
fn items_belong_to_units_there_are() {
    assert_snapshot!(after(|_, plan, _| plan.events[0].placement = read("dask")), @r"
    M0102 2025-04: item[course].section
      `dask` is neither a section nor a unit
      did you mean `desk`?
    ");
}

#[test]
fn a_section_that_has_no_items_of_its_own_is_not_called_none() {
    let placed = |unit: &str| {
        let placement = briefing_model::Placement::Unit(read(unit));
        after(|_, plan, _| plan.events[0].placement = placement)
    };
    assert_snapshot!(placed("capacity-building"), @r"
    M0102 2025-04: item[course].section
      `capacity-building` has the items of units, each below its unit
      write the id of the unit that held it, such as `centre`, `desk`, `hidden`
    ");
    assert_snapshot!(placed("contributors"), @r"
    M0102 2025-04: item[course].section
      no item stands in the section `contributors`
      write `leadership`, `highlights` or the id of a unit
    ");
}

#[test]
fn items_touch_the_month() {
    assert_snapshot!(after(|_, plan, _| plan.events[0].when = read("2025-05-01/2025-05-02")), @r"
    M0103 2025-04: item[course].when
      no day of `2025-05-01/2025-05-02` lies in 2025-04
      correct `when`, or move the item to `2025-05/briefing.toml`
    ");
    for whole in
        ["2025-04-30/2025-05-02", "2025-03-30/2025-04-01", "2024-01/2026-12", "2025", "../2025-04-01", "2025-04-30/.."]
    {
        assert_eq!(after(|_, plan, _| plan.events[0].when = read(whole)), "none", "{whole}");
    }
    for other in ["2025-03-30/2025-03-31", "../2025-03-31", "2025-05-01/..", "2025-03-31, 2025-05-01", "2024"] {
        assert!(after(|_, plan, _| plan.events[0].when = read(other)).starts_with("M0103 "), "{other}");
    }
}

#[test]
fn facts_exist() {
    assert_snapshot!(after(|data, _, _| data.about[1] = read("It was pledged {standing.pledgd}.")), @r"
    M0104 office.about[1] at byte 15
      there is no fact `standing.pledgd`
      facts of this kind are standing.pledged, standing.received, standing.outstanding, standing.partners, standing.share
    ");
    assert_snapshot!(after(|data, _, _| data.mandate.get_or_insert_default().intro = vec![read("{compct.entities}")]), @r"
    M0104 mandate.intro at byte 0
      there is no fact `compct.entities`
      facts begin with standing, stated, documented, month, office, units or a body's id: compact; `briefing explain facts` lists them
    ");
    assert_snapshot!(after(|data, _, _| data.disclaimer = vec![read("{units.centre}")]), @r"
    M0104 office.disclaimer at byte 0
      there is no fact `units.centre`
      facts of this kind are units.ID.name, units.ID.acronym, units.ID.since, units.ID.board.members, units.ID.founding.amount, units.ID.founding.when
    ");
    let caption =
        |plan: &mut MonthPlan| plan.events[2].picture.as_mut().unwrap().caption = Some(read("{compact.size}"));
    assert_snapshot!(after(|_, plan, _| caption(plan)), @r"
    M0104 2025-04: item[launch].picture.caption at byte 0
      there is no fact `compact.size`
      facts of this kind are compact.entities, compact.working-groups, compact.name, compact.launched
    ");
}

#[test]
fn facts_have_a_value() {
    let about = |data: &mut OfficeData, fact: &str| data.about[2] = read(fact);
    assert_snapshot!(after(|data, _, _| about(data, "{units.desk.board.members} and {units.desk.acronym}")), @r"
    M0104 office.about[2] at byte 0
      the fact `units.desk.board.members` has no value in 2025-04: the unit has no board
    M0104 office.about[2] at byte 31
      the fact `units.desk.acronym` has no value in 2025-04: the unit has no acronym
    ");
    assert_snapshot!(after(|data, _, rows| {
        about(data, "{standing.share}");
        *rows = "id,kind,effective,recorded,contributor,amount".to_owned();
    }), @r"
    M0105 2025-04: stated-total
      the month states USD 142615.00 in new pledges, and the ledger's lines add up to nothing
      correct the stated total, or the entries of the ledger that take effect in this month
    M0113 office.about[2] at byte 0
      the fact `standing.share` is not known for 2025-04-30: nothing of it is on record
      say in `[ledger] coverage` how far the ledger reaches, or leave the figure out
    M0113 2025-04: item[meeting].text at byte 17
      the fact `month.pledged` is not known for 2025-04-30: nothing of it is on record
      say in `[ledger] coverage` how far the ledger reaches, or leave the figure out
    ");
}

#[test]
fn the_new_pledges_come_to_the_stated_total() {
    assert_snapshot!(after(|_, plan, _| plan.stated_total = Some(read("USD 142651"))), @r"
    M0105 2025-04: stated-total
      the month states USD 142651.00 in new pledges, and the ledger's lines add up to USD 142615.00
      correct the stated total, or the entries of the ledger that take effect in this month
    ");
    assert_snapshot!(after(|_, plan, _| plan.stated_total = Some(read("EUR 142615"))), @r"
    M0105 2025-04: stated-total
      the month states EUR 142615.00 in new pledges, and the ledger's lines add up to USD 142615.00
      state the total in the currency of the entries, or correct theirs in the column `currency`
    ");
    assert_eq!(after(|_, plan, _| plan.stated_total = Some(read("EUR 0"))), "none", "no pledge is in euros");
    assert_eq!(after(|_, plan, _| plan.stated_total = None), "none");
}

#[test]
fn items_say_something() {
    assert_snapshot!(after(|_, plan, _| plan.events[1].text = read("  ")), @r"
    M0106 2025-04: item[meeting].text
      the item has no text
      write the text
    ");
}

#[test]
fn figures_can_be_computed() {
    // What is too much was struck out a month later; in April nobody knew.
    let rows = "id,kind,effective,recorded,contributor,amount,ref
        P-1,pledge,2025-04,2025-04-30,DEU,9000000000000000000000,
        P-2,pledge,2025-04,2025-04-30,DEU,9000000000000000000000,
        V-1,void,2025-04,2025-05-31,,,P-2";
    assert_snapshot!(after(|_, plan, ledger| {
        plan.stated_total = None;
        *ledger = rows.to_owned();
    }), @r"
    M0107 the ledger
      the figures cannot be computed: the ledger comes to more than 10²⁴ minor units: look for an amount with too many digits
    M0107 the ledger
      the month's movements do not add up: the ledger comes to more than 10²⁴ minor units: look for an amount with too many digits
    ");
}

#[test]
fn programmes_exist() {
    assert_snapshot!(after(|_, plan, _| plan.events[0].programmes = vec![read("travel"), read("travl")]), @r"
    M0108 2025-04: item[course].programmes[1]
      there is no programme `travl`
      did you mean `travel`?
    ");
}

#[test]
fn parties_exist() {
    assert_snapshot!(after(|_, plan, _| {
        plan.events[0].organizers = vec![read("iom")];
        plan.events[0].partners = vec![read("DEU"), read("who")];
    }), @r"
    M0109 2025-04: item[course].organizers[0]
      there is no party `iom`
      write the code of a State, such as `DEU`, or the id of a `[[party]]` in office.toml
    M0109 2025-04: item[course].partners[1]
      there is no party `who`
      write the code of a State, such as `DEU`, or the id of a `[[party]]` in office.toml
    ");
    let unlisted = |data: &mut OfficeData, _: &mut MonthPlan, rows: &mut String| {
        data.parties.retain(|party| party.id.as_str() != "peace-fund");
        *rows = rows.replace(",DEU,,,92615", ",osce,,,92615");
    };
    assert_snapshot!(after(unlisted), @r"
    M0109 entry[P-5]
      the ledger names `osce`, which the office does not list
    M0109 entry[A-1]
      the ledger names `peace-fund`, which the office does not list
    ");
}

#[test]
fn purposes_exist() {
    assert_snapshot!(after(|_, _, rows| *rows = rows.replace("programme:travel", "programme:travl")), @r"
    M0110 entry[P-5]
      entry `P-5` is for the programme `travl`, which the office does not have
    ");
    assert_snapshot!(after(|_, _, rows| *rows = rows.replace("trust-fund", "fund")), @r"
    M0110 entry[P-6]
      entry `P-6` is for the fund `fund`, which the office does not have
    ");
}

#[test]
fn dates_fit_the_month() {
    assert_snapshot!(after(|_, plan, _| plan.cutoff = Some(read("2025-04-29"))), @r"
    M0111 2025-04: cutoff
      2025-04-29 is before the month is over, on 2025-04-30
      write 2025-04-30 or a later day
    ");
    assert_snapshot!(after(|_, plan, _| plan.cutoff = Some(read("2025-05-08"))), @r"
    M0111 2025-04: cutoff
      what is known on 2025-05-08 cannot be printed on 2025-05-07
      write 2025-05-07 or an earlier day, or correct the day of issue
    ");
    assert_snapshot!(after(|_, plan, _| (plan.issued, plan.cutoff) = (Some(read("2025-04-06")), None)), @r"
    M0111 2025-04: issued
      2025-04-06 is before the month is over, on 2025-04-30
      write 2025-04-30 or a later day
    ");
}

#[test]
fn the_issue_before_is_of_an_earlier_month() {
    let previous = |month: &str, cutoff: &str| {
        let previous = briefing_model::PreviousIssue { month: read(month), cutoff: read(cutoff) };
        after(|_, plan, _| plan.previous = Some(previous))
    };
    for month in ["2025-04", "2026-01"] {
        assert!(previous(month, "2025-05-02").contains(&format!("of 2025-04 cannot be that of {month}")), "{month}");
    }
    assert_snapshot!(previous("2025-03", "1950-01-01"), @r"
    M0111 2025-04: previous.cutoff
      1950-01-01 is before the month is over, on 2025-03-31
      write 2025-03-31 or a later day
    ");
    // One that was published again may know more than this one.
    assert_eq!(previous("2025-03", "2025-09-01"), previous("2025-03", "2025-05-06"));
}

#[test]
fn every_fault_is_told_at_once() {
    let told = after(|_, plan, _| {
        plan.cutoff = Some(read("2025-05-08"));
        plan.stated_total = Some(read("USD 1"));
        plan.events[1].text = read("{a.b} and {standing.pledgd}");
        plan.events[2].when = read("2025-06");
    });
    let codes: Vec<&str> = told.lines().filter(|line| line.starts_with('M')).filter_map(|line| line.get(..5)).collect();
    assert_eq!(codes, ["M0111", "M0103", "M0105", "M0104", "M0104"]);
}

#[test]
fn one_name_is_that_of_one_contributor_at_a_time() {
    use crate::compile::office::name;
    let named = |english: &str, former: Option<(&str, &str)>, more: &str| {
        after(|data, _, rows| {
            rows.push_str(more);
            let fund = &mut data.parties[2];
            fund.name = name(english);
            let former = former.map(|(english, until)| (name(english), read(until)));
            fund.formerly = former
                .map(|(name, until)| briefing_model::FormerName { name, acronym: None, until })
                .into_iter()
                .collect();
        })
    };
    assert_snapshot!(named("Peace Fund", Some(("Germany", "2025-06")), ""), @r"
    M0115 entry[A-1]
      `peace-fund` and `DEU` have one name on 2025-04-30, Germany
      if they are one, write one of the ids in all rows; if not, correct the former names of the two
    ");
    assert_eq!(named("Peace Fund", Some(("Germany", "2024")), ""), "none");
    assert_eq!(named("Peace Fund", Some(("Brazil", "2025-06")), ""), "none", "Brazil gave nothing");
    let in_kind = "K-2,in-kind,2022,2024-12-31,,BRA,,,,,,,,,Premises,2022\n";
    let passed_on = "P-8,receipt,2025-04-20,2025-05-05,,undp,BRA,,500\n";
    for more in [in_kind, passed_on] {
        let told = named("Peace Fund", Some(("Brazil", "2025-06")), more);
        assert!(told.contains("`BRA` have one name on 2025-04-30, Brazil"), "{told}");
    }
}

#[test]
fn what_leads_an_issue_has_a_title_and_a_picture() {
    let lead = |id: &'static str| move |plan: &mut MonthPlan| plan.lead = Some(read(id));
    let of = |change: &dyn Fn(&mut MonthPlan)| after(|_, plan, _| change(plan));
    assert_snapshot!(of(&lead("cuorse")), @r"
    M0166 2025-04: lead
      there is no item `cuorse` to lead the issue
      did you mean `course`?
    ");
    assert_snapshot!(of(&lead("course")), @r"
    M0166 2025-04: lead
      the item `course` leads the issue and has neither a title nor a picture
      give `lead` the id of an item with a title and a picture, or leave it out
    ");
    assert_snapshot!(of(&lead("launch")), @r"
    M0166 2025-04: lead
      the item `launch` leads the issue and has no title
      give `lead` the id of an item with a title and a picture, or leave it out
    ");
    let fit = |plan: &mut MonthPlan| {
        plan.lead = Some(read("launch"));
        for event in plan.events.iter_mut().filter(|event| event.id.as_str() == "launch") {
            event.title = Some(crate::compile::office::name("A launch"));
        }
    };
    assert_eq!(of(&fit), "none");
}

#[test]
fn the_next_issue_comes_after_this_one() {
    let next = |day: &'static str| after(move |_, plan, _| plan.next_issue = Some(read(day)));
    assert_snapshot!(next("2025-05-07"), @r"
    M0167 2025-04: next-issue
      the next issue cannot go out on 2025-05-07: this one goes out on 2025-05-07
      write a day after the day of issue, or leave out `next-issue`
    ");
    assert_eq!(next("2025-05-08"), "none");
}
