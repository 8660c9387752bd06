//! The meaning of a key says where what it holds is printed, or that it is not: each is given a word that nothing else has.

use briefing::office::keys::explain_key;
use briefing::{Edition, Folder, Language, Memory};

const OFFICE: &str = "\
[office]
id = \"lake\"
name = \"Lake Board\"
head = \"Warden\"
established = { on = 1999-06-15, resolution = \"A/RES/54/111\", report = \"A/54/858\" }
website = \"https://www.lakesite.org\"
structure-link = \"https://www.lakestructure.org\"
[ledger]
coverage = \"complete\"
[[unit]]
id = \"nets\"
name = \"Net Branch\"
kind = \"branch\"
since = \"2001\"
founding = { contributor = \"BRN\", when = \"2002\", amount = \"4321 EUR\", basis = \"Agreement of Bonn\" }
host = { state = \"LIE\", city = \"Vaduz\" }
board = { members = 3, guests = [\"FIN\"], chair = \"PER\", named-members = [\"PER\", \"ISL\"] }
link = \"https://netsite.org\"
resolution = \"A/RES/66/77\"
opened = 2003-10-06
inaugurated = 2004-06-24
[[unit]]
id = \"post\"
name = \"Field Post\"
kind = \"programme-office\"
since = \"2001\"
host = { state = \"AUT\", city = \"Bregenz\" }
[[programme]]
id = \"eel\"
name = \"Eel Programme\"
units = [\"nets\"]
launched = \"2005\"
partners = [\"OMN\"]
initiatives = [{ name = \"Eel Ladder\", chart = true }, { name = \"Otter Run\" }]
[[body]]
id = \"table\"
name = \"Lake Table\"
launched = 2006-12-06
milestones = [{ what = \"Signed on a boat\", on = 2007-02-23 }]
entities = [{ on = 2023-05-24, count = 46 }]
committee = { name = \"Rudder Committee\", chair = \"Helmsman\" }
working-groups = { count = 2, revitalized = \"2008-04\", named = [\"Fog Group\"] }
funder = \"QAT\"
named-entities = [\"fleet\"]
[[party]]
id = \"fleet\"
name = \"Fishing Fleet\"
kind = \"non-state\"
[[party]]
id = \"club\"
name = \"Rowing Club\"
kind = \"non-state\"
[[party]]
id = \"poet\"
name = \"Ms. Ode\"
kind = \"person\"
office = \"Laureate\"
[[party]]
id = \"organ\"
name = \"Development Bureau\"
kind = \"state-organ\"
state = \"KWT\"
[[fund]]
id = \"chest\"
name = \"Lake Chest\"
short = \"Coffer\"
acronym = \"LCH\"
[[source]]
id = \"report\"
title = \"Annual Account\"
link = \"https://account.org\"
[[event]]
id = \"regatta\"
title = \"Great Regatta\"
when = \"2009-09\"
place = { state = \"CHE\", city = \"Rorschach\" }
";

const MONTH: &str = "\
[[item]]
id = \"climb\"
section = \"highlights\"
title = \"Eels climb\"
when = 2026-03-03
mode = \"hybrid\"
text = \"They climb.\"
place = { state = \"SVN\", city = \"Piran\" }
organizers = [\"club\"]
partners = [\"organ\", \"poet\"]
units = [\"nets\"]
programmes = [\"eel\"]
part-of = \"regatta\"
functions = [\"delivery\"]
pillars = [\"III\"]
";

const LEDGER: &str = "\
id,kind,effective,recorded,contributor,amount,fund,what,source,reference,certainty,note
a,pledge,2026-03-03,2026-03-04,DEU,5000,chest,,report,Voucher-77,press,Aside
b,in-kind,2026-03-03,2026-03-04,NOR,,,Two boats,report,Voucher-78,,
";

/// What the month prints, in English, with these `[items]`.
fn printed(items: &str) -> String {
    let files = Memory::new().with("office.toml", format!("{OFFICE}{items}"));
    let files = files.with("2026-03/briefing.toml", MONTH).with("ledger.csv", LEDGER);
    let read = Folder::new(files).month("2026-03".parse().unwrap(), Language::En).into_parts();
    let read = read.0.unwrap_or_else(|| panic!("{}", read.1));
    Edition::of_month(read).0.compose().unwrap().document.plain_text().replace('\u{a0}', " ")
}

/// Whether the meaning of a key, or of one on the way to it, says that it is not printed.
fn is_said_not_to_be(path: &str) -> bool {
    let ends = path.match_indices('.').map(|(at, _)| at).chain([path.len()]);
    let above: Vec<String> = ends.filter_map(|end| explain_key(path.get(..end)?)).collect();
    assert!(!above.is_empty(), "{path}");
    above.iter().any(|about| about.contains("not printed"))
}

#[test]
fn a_key_that_is_not_printed_says_so() {
    let usual = printed("");
    for (path, word) in [
        ("office.head", "Warden"),
        ("office.established.on", "1999"),
        ("office.established.resolution", "54/111"),
        ("office.established.report", "54/858"),
        ("office.website", "lakesite"),
        ("office.structure-link", "lakestructure"),
        ("unit.name", "Net Branch"),
        ("unit.founding.contributor", "Brunei"),
        ("unit.founding.when", "2002"),
        ("unit.founding.amount", "4,321"),
        ("unit.founding.basis", "Bonn"),
        ("unit.board.members", "3 Member States"),
        ("unit.board.guests", "Finland"),
        ("unit.board.chair", "Peru"),
        ("unit.board.named-members", "Iceland"),
        ("unit.link", "netsite"),
        ("unit.resolution", "66/77"),
        ("unit.opened", "2003"),
        ("unit.inaugurated", "2004"),
        ("programme.name", "Eel Programme"),
        ("programme.partners", "Oman"),
        ("programme.initiatives", "Eel Ladder"),
        ("body.milestones.what", "Signed"),
        ("body.milestones.on", "2007"),
        ("body.entities", "46"),
        ("body.committee.name", "Rudder"),
        ("body.committee.chair", "Helmsman"),
        ("body.working-groups.count", "2 working groups"),
        ("body.working-groups.revitalized", "2008"),
        ("body.working-groups.named", "Fog"),
        ("body.funder", "Qatar"),
        ("body.named-entities", "Fleet"),
        ("party.name", "Bureau"),
        ("party.office", "Laureate"),
        ("party.state", "Kuwait"),
        ("fund.name", "Chest"),
        ("fund.short", "Coffer"),
        ("fund.acronym", "LCH"),
        ("source.title", "Account"),
        ("source.link", "account.org"),
        ("event.when", "2009"),
        ("event.place", "Rorschach"),
        ("item.place", "Piran"),
        ("item.mode", "online"),
        ("item.partners", "Ms. Ode"),
        ("ledger.what", "Two boats"),
        ("ledger.fund", "Chest"),
        ("ledger.source", "Account"),
        ("ledger.reference", "Voucher"),
        ("ledger.note", "Aside"),
    ] {
        assert_eq!(usual.contains(word), !is_said_not_to_be(path), "{path}: {word}\n{usual}");
    }
    // Where a unit is, is said of programme offices alone.
    assert!(usual.contains("Bregenz") && !usual.contains("Vaduz"), "{usual}");
    assert!(!usual.contains("Otter Run"), "{usual}");
}

#[test]
fn what_the_line_of_an_item_may_say_names_the_line() {
    let line = "[items]\nline = [\"part-of\", \"place\", \"organizers\", \"partners\", \"units\", \"programmes\", \"pillars\"]\n";
    let (usual, whole) = (printed(""), printed(line));
    let without = printed("[items]\nline = []\n");
    for (key, word) in [
        ("part-of", "Part of: Great Regatta"),
        ("place", "Piran"),
        ("organizers", "Rowing Club"),
        ("partners", "Ms. Ode"),
        ("units", "Unit: Net Branch"),
        ("programmes", "Programme: Eel Programme"),
        ("pillars", "III"),
        ("functions", "elivery"),
    ] {
        let about = explain_key(&format!("item.{key}")).unwrap();
        let wanted = if usual.contains(word) {
            format!("printed unless `[items] line` leaves out `{key}`")
        } else if whole.contains(word) {
            format!("printed if `[items] line` has `{key}`")
        } else {
            "not printed".to_owned()
        };
        assert!(about.contains(&wanted), "{about}");
        assert!(!without.contains(word), "{word}");
    }
}
