//! Months of the example before April 2025, read line by line: each says what was known then, and nothing else.
//!
//! That the finished file says the same words is shown in `reading.rs`, for these months too.

use briefing_model::Language;
use briefing_office::Disk;
use briefing_tests::{Issue, repository};
use insta::assert_snapshot;

fn page(month: &str) -> String {
    Issue::of_repository("examples/unoct", month).unwrap().document.plain_text()
}

/// A withdrawal, no published total, no programme offices, no branch whose beginning is known to the year only, no working groups.
#[test]
fn june_2018() {
    assert_snapshot!(page("2018-06"), @r"
    United Nations Office of Counter-Terrorism
    Monthly Briefing
    June 2018
    Leadership
    28–29 June
    High-level Conference of Heads of Counter-Terrorism Agencies
    “Strengthening international cooperation to combat the evolving threat of terrorism” was the theme under which UNOCT brought the heads of the counter-terrorism agencies of Member States to New York for a high-level conference.
    New York, United States of America
    Highlights
    26–27 June
    Sixth review of the Global Counter-Terrorism Strategy
    The General Assembly reviewed the United Nations Global Counter-Terrorism Strategy for the sixth time. The review is recorded in its resolution 72/284.
    New York, United States of America
    Recent pledges to UNOCT
    In June, the following was recorded:
    Contributor
    Purpose
    Amount (US$)
    United States of America
    Not stated (withdrawn)
    (2,000,000)
    Net change in pledges
    (2,000,000)
    Contributions to UNOCT
    $112.3 million
    documented pledges
    $110 million
    documented payments
    3
    documented funding partners
    Documented pledges amount to $112.3 million; the total is not known. Documented payments amount to $110 million; the total is not known. Documented funding partners: 3; the number of partners is not known.
    Documented contributions
    Contributor
    Pledged (US$)
    Received (US$)
    Saudi Arabia
    110,000,000
    110,000,000
    Russian Federation
    2,000,000
    –
    Kazakhstan
    300,000
    –
    About the figures. A contribution without a pledge counts as pledged. A dash means that no payment is itemized. The chart shows what is documented, which may be less than the whole. A pledge over several years counts in full from the day it is made; one without an end counts as it falls due. Documented figures as at 30 June 2018.
    Office structure
    UNOCT
    United Nations Office of Counter-Terrorism
    Under-Secretary-General for Counter-Terrorism
    Global Counter-Terrorism Compact
    Served by UNOCT
    38 entities
    UNCCT
    United Nations Counter-Terrorism Centre
    www.un.org/counterterrorism/office-structure
    About UNOCT
    The capacity-building support that the United Nations Office of Counter-Terrorism (UNOCT) brings to Member States has its root in the United Nations Counter-Terrorism Centre (UNCCT), which goes back to 2011, when the Kingdom of Saudi Arabia made a first contribution to the United Nations Trust Fund for Counter-Terrorism.
    On 23 February 2018, 36 United Nations entities, the International Criminal Police Organization (INTERPOL) and the World Customs Organization (WCO) signed the United Nations Global Counter-Terrorism Coordination Compact. What its 38 entities seek is to act as one system rather than each alone.
    UNOCT Mandate
    The General Assembly created the Office on 15 June 2017, by its resolution 71/291, and gave it five functions:
    Provide leadership on the General Assembly counter-terrorism mandates entrusted to the Secretary-General from across the UN system
    Enhance coordination and coherence across the 38 Global Counter-Terrorism Compact entities for the balanced implementation of the four pillars
    Strengthen delivery of UN counter-terrorism capacity-building assistance to Member States
    Improve visibility, advocacy and resource mobilization for UN counter-terrorism efforts
    Ensure that due priority is given to counter-terrorism across the UN system, with prevention of violent extremism firmly rooted in the Strategy
    United Nations Global Counter-Terrorism Strategy
    Pillar I
    Addressing the conditions conducive to the spread of terrorism
    Pillar II
    Preventing and combating terrorism
    Pillar III
    Building States’ capacity and strengthening the role of the UN
    Pillar IV
    Ensuring human rights and the rule of law
    About this briefing
    On the web
    www.un.org/counterterrorism
    ");
}

/// A programme launched in the month, an open-ended yearly pledge in force, no offices.
#[test]
fn may_2019() {
    assert_snapshot!(page("2019-05"), @r"
    United Nations Office of Counter-Terrorism
    Monthly Briefing
    May 2019
    Highlights
    7 May
    Launch of the Countering Terrorist Travel Programme
    The United Nations Countering Terrorist Travel Programme has begun. UNOCT launched it in New York together with the Counter-Terrorism Committee Executive Directorate (CTED), the International Civil Aviation Organization (ICAO), the Office of Information and Communications Technology (OICT) and the United Nations Office on Drugs and Crime (UNODC).
    New York, United States of America · Partners: Counter-Terrorism Committee Executive Directorate, International Civil Aviation Organization, Office of Information and Communications Technology and United Nations Office on Drugs and Crime
    Recent pledges to UNOCT
    Also recorded since the previous issue: Kingdom of the Netherlands (EUR 2,500,000; 26 September 2018); Qatar ($15,000,000 a year from 2019, without an end date; 16 December 2018); Kingdom of the Netherlands (in kind; travel information software; $11,500,000; 26 September 2018).
    Contributions to UNOCT
    $112.3 million
    documented pledges
    $110 million
    documented payments
    5
    documented funding partners
    Documented pledges amount to $112.3 million; the total is not known. Documented payments amount to $110 million; the total is not known. Documented funding partners: 5; the number of partners is not known.
    Documented contributions
    Contributor
    Pledged (US$)
    Received (US$)
    Saudi Arabia
    110,000,000
    110,000,000
    Russian Federation
    2,000,000
    –
    Kazakhstan
    300,000
    –
    Qatar
    –
    –
    About the figures. In addition, in kind: Kingdom of the Netherlands (travel information software, valued at $11.5 million, 26 September 2018). Not counted in any amount because the value in United States dollars is not known: Kingdom of the Netherlands (EUR 2,500,000). A contribution without a pledge counts as pledged. A dash means that no payment is itemized. The chart shows what is documented, which may be less than the whole. A pledge over several years counts in full from the day it is made; one without an end counts as it falls due. Documented figures as at 31 May 2019.
    Office structure
    UNOCT
    United Nations Office of Counter-Terrorism
    Under-Secretary-General for Counter-Terrorism
    Global Counter-Terrorism Compact
    Served by UNOCT
    38 entities
    Coordination Committee
    8 working groups
    UNCCT
    United Nations Counter-Terrorism Centre
    Border Security and Management
    Special Projects Section
    Countering Terrorist Travel
    www.un.org/counterterrorism/office-structure
    About UNOCT
    The capacity-building support that the United Nations Office of Counter-Terrorism (UNOCT) brings to Member States has its root in the United Nations Counter-Terrorism Centre (UNCCT), which goes back to 2011, when the Kingdom of Saudi Arabia made a first contribution to the United Nations Trust Fund for Counter-Terrorism.
    To bring the whole system to act as one, the Secretary-General launched the United Nations Global Counter-Terrorism Coordination Compact in December 2018; 38 entities belong to it. The Under-Secretary-General for Counter-Terrorism chairs its Coordination Committee; the daily work is done in eight inter-agency working groups, whose terms of reference the Committee approved in April 2019.
    UNOCT Mandate
    The General Assembly created the Office on 15 June 2017, by its resolution 71/291, and gave it five functions:
    Provide leadership on the General Assembly counter-terrorism mandates entrusted to the Secretary-General from across the UN system
    Enhance coordination and coherence across the 38 Global Counter-Terrorism Compact entities for the balanced implementation of the four pillars
    Strengthen delivery of UN counter-terrorism capacity-building assistance to Member States
    Improve visibility, advocacy and resource mobilization for UN counter-terrorism efforts
    Ensure that due priority is given to counter-terrorism across the UN system, with prevention of violent extremism firmly rooted in the Strategy
    United Nations Global Counter-Terrorism Strategy
    Pillar I
    Addressing the conditions conducive to the spread of terrorism
    Pillar II
    Preventing and combating terrorism
    Pillar III
    Building States’ capacity and strengthening the role of the UN
    Pillar IV
    Ensuring human rights and the rule of law
    About this briefing
    On the web
    www.un.org/counterterrorism
    ");
}

/// Between two published totals, with some of the offices open.
#[test]
fn october_2021() {
    assert_snapshot!(page("2021-10"), @r"
    United Nations Office of Counter-Terrorism
    Monthly Briefing
    October 2021
    Leadership
    8 Oct
    Sixth meeting of the Compact’s Coordination Committee
    From 23 entities, 95 participants joined the sixth meeting of the Coordination Committee of the Global Counter-Terrorism Compact. They met online.
    Online
    Recent pledges to UNOCT
    Also recorded since the previous issue: Shura Council of the State of Qatar ($12,500,000; from November 2020 to October 2025; for Programme Office on Parliamentary Engagement in Doha; November 2020); United Nations Peace and Development Trust Fund (allocation; $873,120; from January 2021 to June 2022; for Programme Office in Nairobi; January 2021); India ($500,000; 8 April 2021); India (opening balance; $550,000 pledged; $550,000 received; until 7 April 2021).
    Contributions to UNOCT
    $236 million
    pledged by December 2019
    $111.1 million
    documented payments
    31
    funding partners as of December 2019
    As of December 2019, pledges amounted to $236 million. Documented since then: $13,000,000 pledged; $873,120 allocated. Documented payments amount to $111.1 million; the total is not known. As of December 2019, the Office had 31 funding partners.
    Documented contributions
    Contributor
    Pledged (US$)
    Received (US$)
    Saudi Arabia
    110,000,000
    110,000,000
    Qatar
    30,000,000
    –
    Shura Council of the State of Qatar
    12,500,000
    –
    Russian Federation
    3,000,000
    –
    India
    1,050,000
    1,050,000
    United Nations Peace and Development Trust Fund*
    873,120
    –
    Kazakhstan
    300,000
    –
    * Allocation: United Nations Peace and Development Trust Fund. Counted as money and not as a funding partner.
    About the figures. In addition, in kind: Kingdom of the Netherlands (travel information software, valued at $11.5 million, 26 September 2018). Not itemized because the value in United States dollars is not known, though the published total may include it: Kingdom of the Netherlands (EUR 2,500,000). A contribution without a pledge counts as pledged. A dash means that no payment is itemized. The chart shows what is documented, which may be less than the whole. A pledge over several years counts in full from the day it is made; one without an end counts as it falls due. Documented figures as at 31 October 2021.
    Office structure
    UNOCT
    United Nations Office of Counter-Terrorism
    Under-Secretary-General for Counter-Terrorism
    Global Counter-Terrorism Compact
    Served by UNOCT
    43 entities
    Coordination Committee
    8 working groups
    UNCCT
    United Nations Counter-Terrorism Centre
    Border Security and Management
    Special Projects Section
    Vulnerable Targets
    Fusion Cells
    Countering Terrorist Travel
    Programmes of the Office
    Security of Major Sporting Events
    Programme offices
    Rabat
    Budapest
    Doha
    Nairobi
    www.un.org/counterterrorism/office-structure
    About UNOCT
    Two parts of the United Nations Office of Counter-Terrorism (UNOCT) bring its capacity-building support to Member States. The older, the United Nations Counter-Terrorism Centre (UNCCT), goes back to 2011, when the Kingdom of Saudi Arabia made a first contribution to the United Nations Trust Fund for Counter-Terrorism. The other, the Special Projects Section, rests on a contribution by the State of Qatar, provided for in the agreement that Qatar and UNOCT signed in 2018. Beside them stand programme offices on three continents.
    To bring the whole system to act as one, the Secretary-General launched the United Nations Global Counter-Terrorism Coordination Compact in December 2018; 43 entities belong to it. The Under-Secretary-General for Counter-Terrorism chairs its Coordination Committee; the daily work is done in eight inter-agency working groups, whose terms of reference the Committee approved in April 2019.
    UNOCT Mandate
    The General Assembly created the Office on 15 June 2017, by its resolution 71/291, and gave it five functions:
    Provide leadership on the General Assembly counter-terrorism mandates entrusted to the Secretary-General from across the UN system
    Enhance coordination and coherence across the 43 Global Counter-Terrorism Compact entities for the balanced implementation of the four pillars
    Strengthen delivery of UN counter-terrorism capacity-building assistance to Member States
    Improve visibility, advocacy and resource mobilization for UN counter-terrorism efforts
    Ensure that due priority is given to counter-terrorism across the UN system, with prevention of violent extremism firmly rooted in the Strategy
    United Nations Global Counter-Terrorism Strategy
    Pillar I
    Addressing the conditions conducive to the spread of terrorism
    Pillar II
    Preventing and combating terrorism
    Pillar III
    Building States’ capacity and strengthening the role of the UN
    Pillar IV
    Ensuring human rights and the rule of law
    About this briefing
    On the web
    www.un.org/counterterrorism
    ");
}

/// Between two published totals five months apart, with money whose value is not known.
#[test]
fn july_2024() {
    assert_snapshot!(page("2024-07"), @r"
    United Nations Office of Counter-Terrorism
    Monthly Briefing
    July 2024
    Leadership
    2 July
    Second Quarterly Briefing to Member States of 2024
    In New York, UNOCT gave Member States the second of its quarterly briefings of 2024.
    New York, United States of America
    Recent pledges to UNOCT
    Also recorded since the previous issue: Qatar (new terms; $15,000,000 a year, 2019–2023; $75,000,000 in all; March 2022); Qatar ($15,000,000 a year, 2024–2026; $45,000,000 in all; March 2022); India ($500,000; 29 October 2022); India ($500,000; for Countering the financing of terrorism; United Nations Countering Terrorist Travel Programme; 7 May 2024); Spain (EUR 250,000; for International Conference on Victims of Terrorism; 4 June 2024); other contributors ($87,576,880 pledged; 28 funding partners; 31 March 2022); other contributors ($42,200,000 pledged; seven funding partners; 31 March 2024).
    Contributions to UNOCT
    $379.5 million
    pledged by 31 March 2024
    $111.6 million
    documented payments
    42
    funding partners on 31 March 2024
    On 31 March 2024, pledges amounted to $379.5 million. Documented since then: EUR 250,000 pledged; $500,000 pledged. Documented payments amount to $111.6 million; the total is not known. On 31 March 2024, the Office had 42 funding partners.
    Documented contributions
    Contributor
    Pledged (US$)
    Received (US$)
    Qatar
    120,000,000
    –
    Saudi Arabia
    110,000,000
    110,000,000
    Shura Council of the State of Qatar
    12,500,000
    –
    Russian Federation
    4,500,000
    –
    India
    2,050,000
    1,550,000
    United Nations Peace and Development Trust Fund*
    873,120
    –
    Kazakhstan
    300,000
    –
    * Allocation: United Nations Peace and Development Trust Fund. Counted as money and not as a funding partner.
    About the figures. In addition, in kind: Kingdom of the Netherlands (travel information software, valued at $11.5 million, 26 September 2018). Not itemized because the value in United States dollars is not known, though the published total may include it: Kingdom of the Netherlands (EUR 2,500,000). Not itemized because the value in United States dollars is not known: Spain (EUR 250,000). A contribution without a pledge counts as pledged. A dash means that no payment is itemized. The chart shows what is documented, which may be less than the whole. A pledge over several years counts in full from the day it is made; one without an end counts as it falls due. Documented figures as at 31 July 2024.
    Cumulative pledges
    Date
    Pledged (US$)
    December 2019
    236,000,000
    31 March 2022
    335,800,000
    31 March 2024
    379,500,000
    Office structure
    UNOCT
    United Nations Office of Counter-Terrorism
    Under-Secretary-General for Counter-Terrorism
    Global Counter-Terrorism Compact
    Served by UNOCT
    46 entities
    Coordination Committee
    8 working groups
    UNCCT
    United Nations Counter-Terrorism Centre
    Cybersecurity and New Technologies
    Border Security and Management
    SPIB
    Special Projects and Innovation Branch
    Vulnerable Targets
    Fusion Cells
    Countering Terrorist Travel
    EU-UN Global Terrorism Threats Facility
    Programmes of the Office
    Security of Major Sporting Events
    Programme offices
    Rabat
    Budapest
    Madrid
    Doha
    Nairobi
    www.un.org/counterterrorism/office-structure
    About UNOCT
    Two parts of the United Nations Office of Counter-Terrorism (UNOCT) bring its capacity-building support to Member States. The older, the United Nations Counter-Terrorism Centre (UNCCT), goes back to 2011, when the Kingdom of Saudi Arabia made a first contribution to the United Nations Trust Fund for Counter-Terrorism. The other, the Special Projects and Innovation Branch, rests on a contribution by the State of Qatar, provided for in the agreement that Qatar and UNOCT signed in 2018. Beside them stand programme offices on three continents.
    To bring the whole system to act as one, the Secretary-General launched the United Nations Global Counter-Terrorism Coordination Compact in December 2018; 46 entities belong to it. The Under-Secretary-General for Counter-Terrorism chairs its Coordination Committee; the daily work is done in eight inter-agency working groups, whose terms of reference the Committee approved in April 2019.
    UNOCT Mandate
    The General Assembly created the Office on 15 June 2017, by its resolution 71/291, and gave it five functions:
    Provide leadership on the General Assembly counter-terrorism mandates entrusted to the Secretary-General from across the UN system
    Enhance coordination and coherence across the 46 Global Counter-Terrorism Compact entities for the balanced implementation of the four pillars
    Strengthen delivery of UN counter-terrorism capacity-building assistance to Member States
    Improve visibility, advocacy and resource mobilization for UN counter-terrorism efforts
    Ensure that due priority is given to counter-terrorism across the UN system, with prevention of violent extremism firmly rooted in the Strategy
    United Nations Global Counter-Terrorism Strategy
    Pillar I
    Addressing the conditions conducive to the spread of terrorism
    Pillar II
    Preventing and combating terrorism
    Pillar III
    Building States’ capacity and strengthening the role of the UN
    Pillar IV
    Ensuring human rights and the rule of law
    About this briefing
    On the web
    www.un.org/counterterrorism
    ");
}

#[test]
fn nothing_of_these_months_is_left_in_english() {
    let disk = Disk::open(&repository("examples/unoct")).unwrap();
    for month in ["2018-06", "2019-05", "2021-10", "2024-07"] {
        for language in Language::ALL.into_iter().filter(|language| *language != Language::En) {
            let folder = Issue::edition(&disk, month, language).unwrap().folder;
            let composition = briefing_document::Composer::new(language).compose(&folder.briefing).unwrap();
            assert_eq!(composition.warnings, [], "{month} in {language}");
        }
    }
}
