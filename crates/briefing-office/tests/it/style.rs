//! The house style: what it finds, and what it leaves alone.

use std::path::Path;

use briefing_office::{Disk, Memory, check_folder};

const OFFICE: &str = "[office]\nid = \"unoct\"\nname = \"United Nations Office of Counter-Terrorism\"\nsections = [\"leadership\", \"highlights\"]\n";

fn month(text: &str) -> String {
    format!("[[item]]\nid = \"a\"\nsection = \"highlights\"\nwhen = \"2025-04-02\"\ntext = \"\"\"{text}\"\"\"\n")
}

/// The findings of a folder, each with its code and what it is about.
fn found(files: &Memory) -> Vec<String> {
    let faults = check_folder(files);
    assert_eq!(faults.diagnostics().errors(), 0, "{}", faults.diagnostics());
    let style = faults.diagnostics().iter().filter(|fault| fault.code.as_str().starts_with('S'));
    style
        .map(|fault| format!("{} {} | {}", fault.code, fault.message, fault.hint.as_deref().unwrap_or_default()))
        .collect()
}

fn of_text(text: &str) -> Vec<String> {
    found(&Memory::new().with("office.toml", OFFICE).with("2025-04/briefing.toml", month(text)))
}

#[test]
fn each_rule_finds_what_it_is_for() {
    let long = format!("The Office held {} and ended.", "a meeting and ".repeat(14));
    for (text, wanted) in [
        ("The Office met 3 experts.", "S0601 the figure 3 is below ten | write `three`"),
        ("12 experts met.", "S0601 a sentence begins with the figure 12"),
        ("Some 12345 people came.", "S0601 the figure 12345 has no comma between its thousands | write `12,345`"),
        ("Some of 1812 members came.", "S0601 the figure 1812 has no comma between its thousands | write `1,812`"),
        ("Women were 40% of them.", "S0602 `40%` in a text | write `40 per cent`; the sign is for tables"),
        ("Women were 40 percent of them.", "S0602 `percent` in a text | write `per cent`"),
        ("The program was new.", "S0603 `program` is spelt otherwise in the United Nations | write `programme`"),
        ("It was organised well.", "S0603 `organised` is spelt otherwise in the United Nations | write `organized`"),
        ("Experts of CTED came.", "S0604 `CTED` is not spelt out where it is first used"),
        ("Experts from Russia came.", "S0605 `Russia` is not the name that the United Nations uses"),
        ("Read it [here](https://a.org/b).", "S0606 the link `here` does not say where it leads"),
        ("The [report](https://a.org/b) and its [annex](https://a.org/b).", "S0607 a second link to `https://a.org/b`"),
        (&long, "S0611 a sentence of"),
    ] {
        let found = of_text(text);
        assert_eq!(found.len(), 1, "{text}: {found:?}");
        assert!(found[0].starts_with(wanted), "{found:?}");
    }
}

#[test]
fn what_is_right_is_left_alone() {
    for text in [
        "Three experts met 12 officers on 5 May 2025 in Room 4.",
        "In 2025, 3 of 12 States took part in Phase 2 under Article 5.",
        "The charter of 1812 was read out, and the port opened in 1855 again.",
        "Security Council resolution 2396 (2017) and General Assembly resolution 71/291 apply.",
        "Some 3.5 million dollars, $5 million and 2 million euros were spent within 5 km.",
        "The World Health Organisation and the Rockefeller Center hosted it.",
        "The Counter-Terrorism Committee Executive Directorate (CTED) met. CTED thanked the UN.",
        "Experts of the Islamic Republic of Iran, the United Republic of Tanzania and New England came.",
        "Part III, Pillar IV and Annex II were read; expertise, exercises and analyses followed.",
        "The United Nations Office of Counter-Terrorism (UNOCT) promised to supervise and advise; UNOCT analysed it.",
        "Read the [report of the Secretary-General](https://a.org/b) and [its annex](https://a.org/c).",
        "The 4-year, three-phase plan ran from 3 to 5 May, at 9 a.m., over 1,200 km.",
        "“It is time”, Mr. A. Person said. He was No. 1 of 4.",
    ] {
        assert_eq!(of_text(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn an_office_says_what_it_does_otherwise() {
    let office = format!(
        "{OFFICE}\n[style]\nwants = [\"place\"]\n
[[style.allow]]\ncode = \"S0603\"\ntext = \"the Program of\"\nreason = \"its name\"\n
[[style.allow]]\ncode = \"S0602\"\nreason = \"as in our reports\"\n"
    );
    let text = "Of the Program of Work, 40% is done, and the program goes on. The Program of last year is not.";
    let files = Memory::new().with("office.toml", &office).with("2025-04/briefing.toml", month(text));
    assert_eq!(
        found(&files),
        [
            "S0610 `a` has no `place`, which the office wants of each item | add `place`, or allow it for this item in `[style]`",
            "S0603 `program` is spelt otherwise in the United Nations | write `programme`",
        ]
    );
    let off = files.with("office.toml", format!("{OFFICE}[style]\ncheck = false\n"));
    assert_eq!(found(&off), Vec::<String>::new());
    let without_reason = format!("{OFFICE}[[style.allow]]\ncode = \"S0603\"\nreason = \" \"\n");
    assert_eq!(check_folder(&Memory::new().with("office.toml", without_reason)).diagnostics().errors(), 1);
}

#[test]
fn figures_are_held_against_the_ledger() {
    let office = "[office]\nid = \"unoct\"\nname = \"Office\"\n[ledger]\ncoverage = \"complete\"\n";
    let ledger = "id,kind,effective,recorded,contributor,amount\np-1,pledge,2025-04-01,2025-04-02,DEU,92615\np-2,pledge,2025-04-03,2025-04-04,FRA,50000\n";
    let of_text = |text: &str| {
        let files = Memory::new().with("office.toml", office).with("ledger.csv", ledger);
        found(&files.with("2025-04/briefing.toml", month(text)))
    };
    for text in [
        "Germany pledged $92,615 and France pledged $50,000.",
        "Germany pledged $92.6 thousand.",
        "Pledges to date come to $142,615.",
        "Pledges to date come to $0.14 million from 2 donors in all.",
        "The meeting cost $17,000.",
    ] {
        let money: Vec<_> = of_text(text).into_iter().filter(|found| found.starts_with("S0612")).collect();
        assert_eq!(money, Vec::<String>::new(), "{text}");
    }
    for (text, wanted) in [
        ("Germany pledged $96,215 in April.", "S0612 `$96,215` differs from the ledger: Germany pledged USD 92,615"),
        (
            "Pledges to date come to $412,615.",
            "S0612 `$412,615` differs from the ledger: pledged to date are USD 142,615",
        ),
        ("Thanks go to 12 donors so far, for all.", "S0612 12 partners differ from the ledger, which has 2"),
    ] {
        let found = of_text(text);
        assert!(found.iter().any(|found| found.starts_with(wanted)), "{text}: {found:?}");
    }
}

#[test]
fn figures_of_every_currency_are_held_against_the_ledger() {
    let ledger = "id,kind,effective,recorded,contributor,ref,amount\np-1,pledge,2025-04-01,2025-04-02,NOR,,310000\n\
                  p-2,receipt,2025-04-03,2025-04-04,,p-1,155000\np-3,pledge,2025-03-03,2025-03-04,FRA,,50000\n";
    let of_text = |currency: &str, text: &str| {
        let office = format!(
            "[office]\nid = \"saw\"\nname = \"Office\"\n[ledger]\ncurrency = \"{currency}\"\ncoverage = \"complete\"\n"
        );
        let files = Memory::new().with("office.toml", office).with("ledger.csv", ledger);
        let mut found = found(&files.with("2025-04/briefing.toml", month(text)));
        found.retain(|found| found.starts_with("S0612"));
        found
    };
    for (currency, written) in [
        ("CHF", "CHF 301,000"),
        ("CHF", "301,000 CHF"),
        ("CHF", "Fr. 301,000"),
        ("CHF", "CHF 301’000"),
        ("CHF", "CHF 301 000"),
        ("CHF", "0.301 million Swiss francs"),
        ("GBP", "£301,000"),
        ("SEK", "301,000 kr"),
        ("NOK", "301,000 kroner"),
        ("CAD", "C$301,000"),
        ("CAD", "$301,000"),
        ("AED", "AED 301,000"),
        ("JPY", "¥301,000"),
    ] {
        let ledger = format!("differs from the ledger: Norway pledged {currency} 310,000 |");
        let of = |amount: &str| of_text(currency, &format!("Norway pledged {amount} to the office."));
        let found = of(written);
        assert!(matches!(found.as_slice(), [one] if one.contains(&ledger)), "{written}: {found:?}");
        assert_eq!(of(&written.replace("301", "310")), [""; 0], "{written}");
    }
    for (text, wanted) in [
        ("Donors have pledged CHF 6.9 million in total.", "pledged to date are CHF 360,000"),
        ("Total pledges now come to CHF 6.9 million.", "pledged to date are CHF 360,000"),
        ("Partners have pledged CHF 6.9 million.", "pledged to date are CHF 360,000"),
        ("CHF 6,900,000 has been pledged.", "pledged to date are CHF 360,000"),
        ("So far 17 partners have pledged.", "17 partners differ from the ledger, which has 2"),
    ] {
        let found = of_text("CHF", text);
        assert!(matches!(found.as_slice(), [one] if one.contains(wanted)), "{text}: {found:?}");
    }
    for text in [
        "Norway pledged $350,000, which was worth less in francs.",
        "Norway pledged in 12 of 30 years.",
        "Partners have pledged CHF 360,000.",
        "Partners have pledged CHF 0.36 million.",
        "Partners have pledged CHF 310,000 in April.",
        "Partners have pledged CHF 5,000 for the lake.",
        "CHF 5,000 more has been pledged.",
        "Ahead of COP 30, Norway pledged its support.",
        "In April, 1 partners have pledged.",
    ] {
        assert_eq!(of_text("CHF", text), [""; 0], "{text}");
    }
}

/// Of what the offices of this repository write, nothing is found but what their editors would look at: the rate of false alarms.
#[test]
fn what_is_well_written_raises_few_alarms() {
    let (mut words, mut found) = (0, Vec::new());
    for office in ["examples/unoct", "tests/offices/minimal", "tests/offices/stress", "tests/offices/harbour"] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(office);
        let (folder, faults) = check_folder(&Disk::open(&path).unwrap()).into_parts();
        let months = folder.unwrap().months;
        let texts = months.iter().flat_map(|(_, briefing)| briefing.texts());
        words += texts.map(|text| text.plain().split_whitespace().count()).sum::<usize>();
        found.extend(faults.iter().filter(|fault| fault.code.as_str().starts_with('S')).map(ToString::to_string));
    }
    assert!(words > 1_200, "{words} words");
    assert_eq!(found, Vec::<String>::new(), "of {words} words");
}

#[test]
fn the_code_of_a_currency_beside_an_amount_is_no_acronym() {
    for text in ["They gave CHF 4 million.", "They gave 4,000 SEK."] {
        assert_eq!(of_text(text), [""; 0], "{text}");
    }
    assert!(of_text("They spoke of CHF and more.")[0].starts_with("S0604 `CHF`"));
}

#[test]
fn the_acronyms_of_the_office_are_known_by_their_words() {
    let office = format!("{OFFICE}[acronyms]\nPNR = \"passenger name record\"\nVoTAN = \"Victims’ Network\"\n");
    let of = |text: &str| found(&Memory::new().with("office.toml", &office).with("2025-04/briefing.toml", month(text)));
    assert_eq!(
        of("Experts on PNR and VoTAN met."),
        [
            "S0604 `PNR` is not spelt out where it is first used | write `passenger name record (PNR)`",
            "S0604 `VoTAN` is not spelt out where it is first used | write `Victims’ Network (VoTAN)`",
        ]
    );
    assert_eq!(of("The Victims’ Network (VoTAN) and passenger name record (PNR) data. VoTAN met."), [""; 0]);
}
