//! The organization chart of a month.

use briefing_model::{
    ChartedProgramme, Event, MonthPlan, Name, OfficeData, OrganizationNode, Placement, Unit, UnitKind, Units,
};
use insta::assert_snapshot;

use crate::compile::compile;
use crate::compile::office::{LEDGER, data, name, plan, read};

/// The chart of a month, drawn in words.
fn chart(data: OfficeData, month: &str) -> String {
    let mut plan = plan();
    plan.month = read(month);
    (plan.issued, plan.cutoff, plan.stated_total) = (None, None, None);
    plan.events.clear();
    drawn(data, plan)
}

fn drawn(data: OfficeData, plan: MonthPlan) -> String {
    let data = OfficeData { about: Vec::new(), ..data };
    let Some(chart) = compile(data, LEDGER, &plan).unwrap().structure else { return "none".to_owned() };
    let mut lines = vec![chart.office.english().to_owned()];
    for unit in &chart.units {
        draw(unit, 1, &mut lines);
    }
    lines.extend(chart.programmes.iter().map(|programme| format!("  runs {}", charted(programme))));
    lines.extend(chart.programme_offices.iter().map(|office| format!("  in {}", office.place.english())));
    for body in &chart.bodies {
        lines.push(format!(
            "  serves {} of {:?} in {:?} groups",
            body.name.english(),
            body.entities,
            body.working_groups
        ));
    }
    lines.join("\n")
}

/// A programme, and its initiatives.
fn charted(programme: &ChartedProgramme) -> String {
    let initiatives: Vec<&str> = programme.initiatives.iter().map(Name::english).collect();
    let colon = if initiatives.is_empty() { "" } else { ": " };
    format!("{}{colon}{}", programme.name.english(), initiatives.join(", "))
}

fn draw(node: &OrganizationNode, depth: usize, lines: &mut Vec<String>) {
    let indent = "  ".repeat(depth);
    let acronym = node.acronym.as_ref().map(|acronym| format!(" ({})", acronym.english())).unwrap_or_default();
    let board = node.board.as_ref().map(|board| {
        let guests: Vec<&str> = board.guests.iter().map(|guest| guest.name.english()).collect();
        format!(", board of {} and {}", board.members, guests.join(", "))
    });
    lines.push(format!("{indent}{}{acronym}{}", node.name.english(), board.unwrap_or_default()));
    lines.extend(node.programmes.iter().map(|programme| format!("{indent}  runs {}", charted(programme))));
    node.units.iter().for_each(|unit| draw(unit, depth + 1, lines));
}

#[test]
fn an_office_without_units_shows_what_it_runs() {
    let mut data = data();
    data.units = Units::default();
    data.programmes.iter_mut().for_each(|programme| programme.units.clear());
    let programmes = chart(data.clone(), "2025-04");
    assert!(programmes.lines().skip(1).any(|line| line.starts_with("  runs ")), "{programmes}");
    data.programmes.clear();
    assert_eq!(chart(data, "2025-04"), "none");
}

#[test]
fn of_april_2025() {
    assert_snapshot!(chart(data(), "2025-04"), @r"
    Bureau of Counter-Terrorism
      Centre (CTR), board of 21 and EU, UNDP
        runs Travel: Travel+
        Desk
      Section Below
      Facility
      Office of the Head
      runs Programme on Sport
      runs Programme on Places
      in Rabat
      serves Compact of Some(46) in Some(8) groups
    ");
}

#[test]
fn of_a_month_before_most_of_it() {
    // The desk, two programmes and the Compact came later, and the centre had another name.
    assert_snapshot!(chart(data(), "2014-12"), @r"
    Bureau of Counter-Terrorism
      Task Force, board of 21 and EU, Development Fund
      Section Below
      Facility
      Office of the Head
      runs Programme on Places
      in Rabat
    ");
}

#[test]
fn what_has_ended_is_gone_and_what_stood_below_moves_up() {
    assert_snapshot!(chart(data(), "2041-01"), @r"
    Bureau of Counter-Terrorism
      Desk
      Section Below
      Facility
      Office of the Head
      runs Programme on Sport
      runs Programme on Places
      in Rabat
      serves Compact of Some(46) in Some(8) groups
    ");
}

#[test]
fn nothing_stands_in_it_before_it_began() {
    // A unit began when it opened, or was inaugurated, where nothing says since when it exists.
    let with = |change: fn(&mut OfficeData, &mut Vec<Unit>)| {
        let mut data = data();
        let mut units: Vec<Unit> = data.units.clone().into();
        change(&mut data, &mut units);
        data.units = Units::new(units);
        data
    };
    let dated = with(|data, units| {
        units[0].board.as_mut().unwrap().since = Some(read("2015"));
        (units[4].opened, units[4].inaugurated) = (Some(read("2020-10-06")), Some(read("2021-06-24")));
        units[5].inaugurated = Some(read("2021-03-18"));
        data.bodies[0].committee.as_mut().unwrap().since = Some(read("2019-01"));
    });
    assert_snapshot!(chart(dated.clone(), "2014-12"), @r"
    Bureau of Counter-Terrorism
      Task Force
      Section Below
      Office of the Head
      runs Programme on Places
    ");
    assert_snapshot!(chart(dated.clone(), "2018-12"), @r"
    Bureau of Counter-Terrorism
      Centre (CTR), board of 21 and EU, Development Fund
      Section Below
      Office of the Head
      runs Programme on Places
      serves Compact of Some(38) in None groups
    ");
    assert_snapshot!(chart(dated, "2020-10"), @r"
    Bureau of Counter-Terrorism
      Centre (CTR), board of 21 and EU, UNDP
        runs Programme on Journeys
      Section Below
      Office of the Head
      runs Programme on Sport
      runs Programme on Places
      in Rabat
      serves Compact of Some(38) in Some(8) groups
    ");
}

#[test]
fn without_units_there_is_none() {
    let mut data = data();
    data.units = Units::default();
    data.programmes.clear();
    assert_eq!(chart(data, "2025-04"), "none");
}

#[test]
fn units_and_programmes_are_never_lost() {
    // A chain of units of which every other is hidden, with a programme at its end.
    let mut data = data();
    let mut units: Vec<Unit> = data.units.clone().into();
    for n in 0..10_u32 {
        let mut unit = Unit::new(read(&format!("u{n}")), name(&format!("U{n}")), UnitKind::Section);
        unit.parent = n.checked_sub(1).map(|above| read(&format!("u{above}")));
        unit.chart = n % 2 == 1;
        units.push(unit);
    }
    data.units = Units::new(units);
    data.programmes[1].units = vec![read("u8")];
    let chart = chart(data, "2025-04");
    for line in ["  U1", "    U3", "      U5", "        U7", "          U9", "          runs Programme on Sport"] {
        assert!(chart.lines().any(|drawn| drawn == line), "{line}\n{chart}");
    }
}

/// The chart of a month with an item.
fn chart_with(data: OfficeData, month: &str, change: impl FnOnce(&mut Event)) -> String {
    let mut plan = MonthPlan::new(read(month));
    let mut event = Event::new(read("visit"), Placement::Leadership, read(month), read("A visit."));
    change(&mut event);
    plan.events = vec![event];
    drawn(data, plan)
}

#[test]
fn what_may_have_begun_later_in_its_year_is_shown_from_when_it_is_certain() {
    let mut data = data();
    let mut units: Vec<Unit> = vec![data.units.iter().next().unwrap().clone()];
    let mut dated = |id: &str, parent: Option<&str>, change: fn(&mut Unit)| {
        let mut unit = Unit::new(read(id), name(id), UnitKind::Section);
        unit.parent = parent.map(read);
        change(&mut unit);
        units.push(unit);
    };
    dated("since", None, |unit| unit.since = Some(read("2018")));
    dated("known", None, |unit| unit.known_since = Some(read("2018")));
    dated("later", None, |unit| unit.known_since = Some(read("2020")));
    dated("opened", None, |unit| (unit.since, unit.opened) = (Some(read("2018")), Some(read("2018-10-31"))));
    dated("above", None, |unit| unit.since = Some(read("2018")));
    dated("below", Some("above"), |unit| unit.since = Some(read("2018-03")));
    dated("runs", None, |unit| unit.known_since = Some(read("2018")));
    data.units = Units::new(units);
    (data.programmes[1].launched, data.programmes[2].launched) = (Some(read("2018")), Some(read("2018-10")));
    data.programmes[0].units = vec![read("centre")];
    data.programmes[2].units = vec![read("runs")];
    (data.bodies[0].since, data.bodies[0].launched, data.bodies[0].known_since) = (Some(read("2018")), None, None);
    data.bodies[0].entities[0].on = read("2018");
    assert_snapshot!(chart_with(data.clone(), "2018-01", |_| {}), @r"
    Bureau of Counter-Terrorism
      Centre (CTR), board of 21 and EU, Development Fund
    ");
    assert_snapshot!(chart_with(data.clone(), "2018-10", |_| {}), @r"
    Bureau of Counter-Terrorism
      Centre (CTR), board of 21 and EU, Development Fund
      opened
      above
        below
      runs
        runs Programme on Places
    ");
    assert_snapshot!(chart_with(data.clone(), "2018-12", |_| {}), @r"
    Bureau of Counter-Terrorism
      Centre (CTR), board of 21 and EU, Development Fund
      since
      known
      opened
      above
        below
      runs
        runs Programme on Places
      runs Programme on Sport
      serves Compact of Some(38) in None groups
    ");
    // An item of the month speaks for what it names.
    let spoken = |event: &mut Event| {
        event.placement = read("since");
        event.units = vec![read("later")];
        event.programmes = vec![read("sport")];
        event.text = read("The {compact.name} met.");
    };
    assert_snapshot!(chart_with(data, "2018-01", spoken), @r"
    Bureau of Counter-Terrorism
      Centre (CTR), board of 21 and EU, Development Fund
      since
      later
      runs Programme on Sport
      serves Compact of None in None groups
    ");
}
