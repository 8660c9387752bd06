//! The keys of `office.toml`.

use super::{Form, TableKeys, optional, required, usually};

pub(super) const FUNCTIONS: &[&str] = &["leadership", "coordination", "delivery", "visibility", "priority"];
pub(super) const PILLARS: &[&str] = &["I", "II", "III", "IV"];
const ITEM_LINE: &[&str] = &["part-of", "place", "organizers", "partners", "units", "programmes", "pillars"];
const WANTS: &[&str] = &["place", "organizers", "partners", "programmes", "functions", "pillars", "picture"];
const STYLE_CODES: &[&str] = &[
    "S0601", "S0602", "S0603", "S0604", "S0605", "S0606", "S0607", "S0608", "S0609", "S0610", "S0611", "S0612",
    "S0620", "S0621",
];
const REACHES: &[&str] = &["complete", "documented"];
const LANGUAGES: &[&str] = &["ar", "zh", "en", "fr", "ru", "es"];
const SECTIONS: &[&str] = &[
    "glance",
    "about",
    "mandate",
    "leadership",
    "highlights",
    "capacity-building",
    "structure",
    "recent-pledges",
    "contributors",
    "strategy",
];

pub(super) static TOP: TableKeys = TableKeys {
    path: "",
    about: "What holds from month to month.",
    keys: &[
        required("office", Form::Table(&OFFICE), "The office itself: its names and texts.", "[office]"),
        optional(
            "mandate",
            Form::Table(&MANDATE),
            "Present if the office has the five functions of A/RES/71/291, those of the United Nations Office of Counter-Terrorism: \
             they are then printed, as that resolution words them. Any other office leaves it out, and says under `about` what it does.",
            "[mandate]",
        ),
        optional(
            "strategy",
            Form::Table(&STRATEGY),
            "Present if the office works under the Strategy: its four pillars are then printed.",
            "[strategy]",
        ),
        optional("theme", Form::Table(&THEME), "Design, colours, paper and fonts.", "[theme]"),
        optional(
            "colophon",
            Form::Table(&COLOPHON),
            "How readers reach the office: the end of every issue.",
            "[colophon]",
        ),
        optional(
            "titles",
            Form::Table(&TITLES),
            "What an issue and its sections are called, in place of the program's words.",
            "[titles]",
        ),
        optional("emblem", Form::Table(&EMBLEM), "The office's emblem, printed beside the title.", "[emblem]"),
        optional("ledger", Form::Table(&LEDGER), "Where the ledger is and how its money is counted.", "[ledger]"),
        optional("items", Form::Table(&ITEMS), "How the items of a month are printed.", "[items]"),
        optional(
            "languages",
            Form::Table(&LANGUAGES_TABLE),
            "The languages in which nothing may be missing.",
            "[languages]",
        ),
        optional("style", Form::Table(&STYLE), "How texts are checked for house style.", "[style]"),
        optional("publish", Form::Table(&PUBLISH), "What an issue needs before it is published.", "[publish]"),
        optional("unit", Form::Tables(&UNIT), "A part of the office; one `[[unit]]` each.", "[[unit]]"),
        optional(
            "programme",
            Form::Tables(&PROGRAMME),
            "What the units run; one `[[programme]]` each.",
            "[[programme]]",
        ),
        optional("body", Form::Tables(&BODY), "A coordination body that the office serves.", "[[body]]"),
        optional(
            "party",
            Form::Tables(&PARTY),
            "Organizations that give or take part and are not States.",
            "[[party]]",
        ),
        optional(
            "fund",
            Form::Tables(&FUND),
            "A fund that receives contributions: printed as the purpose of those that state no other. `totals --by fund` counts by it.",
            "[[fund]]",
        ),
        optional(
            "source",
            Form::Tables(&SOURCE),
            "A document that ledger rows cite. `trace --format json` names it; it is not printed.",
            "[[source]]",
        ),
        optional(
            "event",
            Form::Tables(&EVENT),
            "An event that ledger rows or items refer to, whichever month reports it; one `[[event]]` each.",
            "[[event]]",
        ),
        optional(
            "wording",
            Form::Tables(&WORDING),
            "What the ledger says in words, in other languages: a purpose, or what was given in kind.",
            "[[wording]]",
        ),
        optional(
            "acronyms",
            Form::Names,
            "What acronyms of the texts stand for, besides those of units, programmes and parties, before which these go: screen readers read the words out where an acronym first stands. A translation may give `acronyms.PNR.name`, and `acronyms.PNR.acronym` where its language has another.",
            "{ PNR = \"passenger name record\" }",
        ),
    ],
};

static OFFICE: TableKeys = TableKeys {
    path: "office",
    about: "The office: its names and texts.",
    keys: &[
        required("id", Form::Id, "Its short name; files are named after it.", "\"unoct\""),
        required(
            "name",
            Form::Name,
            "Its official name.",
            "{ en = \"Office of Statistics\", fr = \"Bureau de statistique\" }",
        ),
        optional(
            "acronym",
            Form::Name,
            "What the name is shortened to: as one text, in English. A language without its own prints the name alone.",
            "\"OS\"",
        ),
        optional(
            "head",
            Form::Name,
            "The title of the person who heads it: printed in the organization chart.",
            "\"Under-Secretary-General for Counter-Terrorism\"",
        ),
        optional(
            "established",
            Form::Table(&ESTABLISHED),
            "How it came to be by a resolution; an office that was founded otherwise leaves it out. It is kept as data, and not printed; `[mandate]` rests on it.",
            "{ on = 2017-06-15, resolution = \"A/RES/71/291\" }",
        ),
        optional(
            "website",
            Form::Link,
            "Its web address. It is kept as data, and not printed: readers are given `web` of `[colophon]`.",
            "\"https://www.un.org/counterterrorism\"",
        ),
        optional(
            "structure-link",
            Form::Link,
            "Where its structure is described: printed below the organization chart.",
            "\"https://www.un.org/counterterrorism/office-structure\"",
        ),
        optional(
            "disclaimer",
            FIRST_STANDING,
            "A sentence at the foot of every page; of several, the first that holds on the last day of the month.",
            "\"Not a United Nations publication.\"",
        ),
        usually(
            "sections",
            Form::List(&Form::Words(SECTIONS)),
            "all, in this order",
            "The sections of the briefing, in the order in which they are read. A table, a chart or a structure for which its page has no room stands on the next, and the text after it goes on before it. `glance` shows the month's items side by side, and is there for 4 to 36 of them.",
            "[\"leadership\", \"highlights\", \"contributors\"]",
        ),
        optional(
            "about",
            Form::List(&STANDING),
            "What the office is: a paragraph each; with dates, those that hold on the last day of the month.",
            "[\"The Office supports …\", { text = \"Since 2018 …\", from = 2018-02-23 }]",
        ),
    ],
};

/// A text, or one with dates.
const STANDING: Form = Form::Either(&[Form::RichText, Form::Table(&STANDING_TEXT)]);

/// One such text, or several of which the first is printed that holds.
const FIRST_STANDING: Form = Form::Either(&[Form::RichText, Form::Table(&STANDING_TEXT), Form::List(&STANDING)]);

static STANDING_TEXT: TableKeys = TableKeys {
    path: "standing-text",
    about: "A text that issues print from one date to another, so that an old issue made again says what it said.",
    keys: &[
        required("text", Form::RichText, "The text.", "\"The Compact has 46 entities.\""),
        optional("from", Form::Date, "From when on it holds.", "2018-02-23"),
        optional("until", Form::Date, "Until when it holds, that date included.", "\"2023\""),
    ],
};

static ITEMS: TableKeys = TableKeys {
    path: "items",
    about: "How the items of a month are printed.",
    keys: &[usually(
        "line",
        Form::List(&Form::Words(ITEM_LINE)),
        "`place`, `partners`",
        "What the quiet line under an item says of its event, in order; an empty list for no line.",
        "[\"place\", \"organizers\", \"partners\"]",
    )],
};

static EVENT: TableKeys = TableKeys {
    path: "event",
    about: "An event that ledger rows or items refer to, whichever month reports it: one that is planned, that money is given \
            for, or that others are part of. The item that reports it has the same id.",
    keys: &[
        required(
            "id",
            Form::Id,
            "Its short name; rows refer to it as `event:ID`, items by `part-of`.",
            "\"forum-2026\"",
        ),
        required(
            "title",
            Form::Name,
            "What it is called, in at most 70 characters: printed as what money is for, and with `part-of` in `[items] line`.",
            "\"Global Forum on Statistics\"",
        ),
        optional(
            "when",
            Form::When,
            "When it is to take place, or did. It is kept as data, and not printed.",
            "\"2026-10\"",
        ),
        optional(
            "place",
            Form::Table(&PLACE),
            "Where. It is kept as data, and not printed.",
            "{ state = \"ESP\", city = \"Madrid\" }",
        ),
    ],
};

static ESTABLISHED: TableKeys = TableKeys {
    path: "office.established",
    about: "How the office came to be by a resolution.",
    keys: &[
        required("on", Form::Day, "When.", "2017-06-15"),
        required("resolution", RESOLUTION, "By which resolution.", "\"A/RES/71/291\""),
        optional("report", Form::Symbol, "The report that proposed it.", "\"A/71/858\""),
    ],
};

/// A symbol alone, or with its dates.
const RESOLUTION: Form = Form::Either(&[Form::Symbol, Form::Table(&RESOLUTION_TABLE)]);

static RESOLUTION_TABLE: TableKeys = TableKeys {
    path: "resolution",
    about: "A resolution with its dates.",
    keys: &[
        required("symbol", Form::Symbol, "Its symbol.", "\"A/RES/71/291\""),
        optional("adopted", Form::Day, "The day on which it was adopted.", "2017-06-15"),
        optional("distributed", Form::Day, "The day on which it was distributed.", "2017-06-19"),
    ],
};

static MANDATE: TableKeys = TableKeys {
    path: "mandate",
    about: "The heading alone has the five functions printed that A/RES/71/291 gave the United Nations Office of Counter-Terrorism. \
            It needs that resolution under `established`, or `[strategy]`.",
    keys: &[
        optional(
            "intro",
            FIRST_STANDING,
            "The sentence before the five functions; of several, the first that holds on the last day of the month.",
            "\"The General Assembly gave it five functions:\"",
        ),
        optional(
            "coordination",
            Form::Reference("body"),
            "The body whose entities the second function counts: the Global Counter-Terrorism Compact.",
            "\"compact\"",
        ),
    ],
};

static STRATEGY: TableKeys = TableKeys {
    path: "strategy",
    about: "The heading alone says that the office works under the Global Counter-Terrorism Strategy (A/RES/60/288).",
    keys: &[],
};

static THEME: TableKeys = TableKeys {
    path: "theme",
    about: "Design, colours, paper and fonts.",
    keys: &[
        usually(
            "look",
            Form::Words(&["band", "journal", "poster"]),
            "`band`",
            "The design: a dark title band with a globe; a title between rules on white paper; or a band of the accent with a \
             large month.",
            "\"journal\"",
        ),
        usually("accent", Form::Color, "`#009EDB`", "The colour of bars, rules and the month's label.", "\"#009EDB\""),
        usually(
            "ink",
            Form::Color,
            "`#0B2545`",
            "The dark colour of the title band and headings; white is legible on it.",
            "\"#0B2545\"",
        ),
        usually(
            "columns",
            Form::Number(1, 2),
            "`2`",
            "How many columns text runs in: two, or one with wide margins, as in a letter.",
            "1",
        ),
        usually("paper", Form::Words(&["a4", "letter"]), "`a4`", "The size of the pages.", "\"a4\""),
        usually(
            "keep-pixels",
            Form::Flag,
            "`false`",
            "Whether pictures keep all their pixels, instead of 300 to an inch as printed.",
            "true",
        ),
        optional(
            "fonts",
            Form::List(&Form::File),
            "Fonts (TrueType) for characters that the program's own lack.",
            "[\"fonts/rare-han.ttf\"]",
        ),
    ],
};

static COLOPHON: TableKeys = TableKeys {
    path: "colophon",
    about: "How readers reach the office, printed at the end of every issue, in the closing band.",
    keys: &[
        optional(
            "contact",
            Form::Name,
            "Where to write to: a postal address, a desk.",
            "\"Communications Desk, Room 12\"",
        ),
        optional("email", Form::Text, "An address for electronic mail.", "\"briefing@example.org\""),
        optional(
            "web",
            Form::Link,
            "A web address of at most 150 characters, printed with a code (QR) that telephones read.",
            "\"https://www.un.org/counterterrorism\"",
        ),
    ],
};

static TITLES: TableKeys = TableKeys {
    path: "titles",
    about: "What an issue and its sections are called, each in at most 60 characters. Without a title, the program has words of its own \
            in each language.",
    keys: &[
        optional(
            "briefing",
            Form::Name,
            "What every issue is called, in place of “Monthly Briefing”.",
            "\"Harbour Letter\"",
        ),
        optional("glance", Form::Name, "The heading of the month at a glance.", "\"The Month on One Page\""),
        optional("about", Form::Name, "The heading of what the office is.", "\"Who We Are\""),
        optional("mandate", Form::Name, "The heading of the mandate.", "\"What We Do\""),
        optional(
            "leadership",
            Form::Name,
            "The heading of what the head of the office led.",
            "\"The Under-Secretary-General\"",
        ),
        optional("highlights", Form::Name, "The heading of the highlights.", "\"Main Events\""),
        optional("capacity-building", Form::Name, "The heading of capacity-building.", "\"Training\""),
        optional("structure", Form::Name, "The heading of the organization chart.", "\"How We Are Organized\""),
        optional("recent-pledges", Form::Name, "The heading of the month's pledges.", "\"New Pledges\""),
        optional("contributors", Form::Name, "The heading of all pledges and contributions.", "\"Our Donors\""),
        optional("strategy", Form::Name, "The heading of the four pillars.", "\"The Strategy\""),
    ],
};

static EMBLEM: TableKeys = TableKeys {
    path: "emblem",
    about: "The office's emblem, printed at the start of the title; on white, wherever the ground is dark.",
    keys: &[
        required(
            "file",
            Form::File,
            "The picture's file (SVG, PNG, JPEG or WebP), beside `office.toml`.",
            "\"emblem.png\"",
        ),
        required("alt", Form::Text, "What it shows, for those who do not see it.", "\"A lighthouse in a wreath\""),
    ],
};

static STYLE: TableKeys = TableKeys {
    path: "style",
    about: "How `check` holds the texts against the house style of the United Nations: rules S0601 to S0621.",
    keys: &[
        usually("check", Form::Flag, "`true`", "Whether the house style is checked at all.", "false"),
        optional(
            "wants",
            Form::List(&Form::Words(WANTS)),
            "What each item of a month should have.",
            "[\"place\", \"functions\"]",
        ),
        optional(
            "allow",
            Form::Tables(&ALLOW),
            "What the office does otherwise; one `[[style.allow]]` each.",
            "[{ code = \"S0602\", reason = \"as in our reports\" }]",
        ),
    ],
};

static ALLOW: TableKeys = TableKeys {
    path: "style.allow",
    about: "Something that the office does otherwise than the house style, and why.",
    keys: &[
        required("code", Form::Words(STYLE_CODES), "The code of the rule.", "\"S0603\""),
        optional(
            "text",
            Form::Text,
            "The words that it is allowed for, or the id of the item (S0610); by default, everywhere.",
            "\"World Health Organisation\"",
        ),
        required("reason", Form::Text, "Why, for the next person who edits.", "\"spelt so in its own statutes\""),
    ],
};

static LEDGER: TableKeys = TableKeys {
    path: "ledger",
    about: "Where the ledger is and how its money is counted.",
    keys: &[
        usually("file", Form::File, "`ledger.csv`", "The file, CSV or Excel.", "\"ledger.xlsx\""),
        optional("sheet", Form::Text, "The sheet of the workbook; by default, the first one.", "\"Ledger 2025\""),
        optional(
            "number-format",
            Form::Words(&["english", "european"]),
            "How amounts are written, also those in `schedule` and `settles`; in a workbook, those that are texts: `1,234.56` or `1.234,56`.",
            "\"european\"",
        ),
        usually("currency", Form::Text, "`USD`", "The currency of the totals, by its ISO code.", "\"USD\""),
        usually(
            "multi-year",
            Form::Words(&["whole", "as-due"]),
            "`whole`",
            "Whether a pledge over several years counts whole at once, or by what fell due.",
            "\"whole\"",
        ),
        usually(
            "organs",
            Form::Words(&["apart", "with-state"]),
            "`apart`",
            "Whether an organ of a State is a partner of its own, or counts with its State.",
            "\"apart\"",
        ),
        usually(
            "coverage",
            Form::Either(&[Form::Words(REACHES), Form::Table(&COVERAGE)]),
            "`complete` for what it has anything of",
            "How far the ledger reaches: all there is, or what is documented, whose sums are never printed as totals. Where it is left out, \
             a ledger without any pledge, or any payment, does not say that there was none: what was pledged, or received, is not known; \
             with `complete`, it is zero. Whoever appears in it first is a new partner with `complete` only.",
            "\"documented\"",
        ),
        usually(
            "list-receipts",
            Form::Flag,
            "`false`",
            "Whether the month's payments are listed beside its pledges.",
            "true",
        ),
        optional(
            "largest-change",
            Form::Number(1, 1000),
            "By how many per cent a total or the number of partners may differ from the previous issue before `check` reports it; \
             by default, by any.",
            "25",
        ),
        optional("chart", Form::Table(&CHART), "How the contributors' chart is made.", "{ show = 10 }"),
    ],
};

static COVERAGE: TableKeys = TableKeys {
    path: "ledger.coverage",
    about: "How far the ledger reaches, for each kind of figure.",
    keys: &[
        optional(
            "pledges",
            Form::Words(REACHES),
            "Whether every pledge is in it. Where payments are `documented`, a withdrawal leaves the total of the pledges not known: of what was taken back, as much stands as had been paid.",
            "\"documented\"",
        ),
        optional("receipts", Form::Words(REACHES), "Whether every payment is in it.", "\"complete\""),
        optional("partners", Form::Words(REACHES), "Whether every partner is in it.", "\"documented\""),
        optional("since", Form::Day, "The day from which on what is `complete` is.", "2022-01-01"),
    ],
};

static CHART: TableKeys = TableKeys {
    path: "ledger.chart",
    about: "How the contributors' chart is made.",
    keys: &[
        optional("title", Form::Name, "Its title.", "\"Documented contributions\""),
        usually("show", Form::Number(1, 100), "10", "How many contributors it shows before it sums up the rest.", "10"),
    ],
};

static LANGUAGES_TABLE: TableKeys = TableKeys {
    path: "languages",
    about: "The languages in which nothing may be missing.",
    keys: &[optional(
        "required",
        Form::List(&Form::Words(LANGUAGES)),
        "In these, a text without a translation is an error instead of a passage in English.",
        "[\"fr\"]",
    )],
};

static PUBLISH: TableKeys = TableKeys {
    path: "publish",
    about: "What an issue needs before it is published.",
    keys: &[usually(
        "approval",
        Form::Flag,
        "`false`",
        "Whether `publish` refuses an issue with an item that is not approved in each of its languages; see `briefing approve`. What a `[[correction]]` says needs no approval.",
        "true",
    )],
};

static UNIT: TableKeys = TableKeys {
    path: "unit",
    about: "A part of the office.",
    keys: &[
        required("id", Form::Id, "Its short name; items and programmes refer to it.", "\"uncct\""),
        required("name", Form::Name, "Its name.", "\"United Nations Counter-Terrorism Centre\""),
        required(
            "kind",
            Form::Words(&["office", "centre", "branch", "section", "programme-office", "facility"]),
            "What it is. Programme offices are listed below the organization chart, by the place of their `host`.",
            "\"centre\"",
        ),
        optional(
            "parent",
            Form::Reference("unit"),
            "The unit it belongs to; by default, it is directly below the office.",
            "\"uncct\"",
        ),
        optional("acronym", Form::Name, "What its name is shortened to.", "\"UNCCT\""),
        optional(
            "since",
            Form::Date,
            "Since when it has existed; one known to the year is shown from its last month on.",
            "\"2011-09\"",
        ),
        optional("until", Form::Date, "Until when it existed.", "2023-12-31"),
        optional(
            "known-since",
            Form::Date,
            "Since when it is known to have existed, where no date says when it began; earlier issues leave it out, unless an item names it.",
            "\"2022-03\"",
        ),
        optional("opened", Form::Date, "When it opened. It is kept as data, and not printed.", "2020-10-06"),
        optional(
            "inaugurated",
            Form::Date,
            "When it was inaugurated. It is kept as data, and not printed.",
            "2021-06-24",
        ),
        optional(
            "founding",
            Form::Table(&FOUNDING),
            "The contribution that founded it. It is kept as data, and not printed, unless a text names `{units.UNIT.founding.amount}` or `.when`.",
            "{ contributor = \"SAU\", when = \"2011\" }",
        ),
        optional("board", Form::Table(&BOARD), "Its advisory board.", "{ members = 21 }"),
        optional(
            "host",
            Form::Table(&PLACE),
            "Where it is. Of a programme office it is printed, in the organization chart; of others, it is kept as data, and not printed.",
            "{ state = \"MAR\", city = \"Rabat\" }",
        ),
        optional(
            "resolution",
            RESOLUTION,
            "The resolution it rests on. It is kept as data, and not printed.",
            "\"A/RES/66/10\"",
        ),
        optional(
            "link",
            Form::Link,
            "Its web address. It is kept as data, and not printed.",
            "\"https://www.un.org/counterterrorism/cct\"",
        ),
        optional(
            "formerly",
            Form::Tables(&FORMERLY),
            "Names it had before.",
            "[{ name = \"Special Projects Section\", until = \"2022\" }]",
        ),
        usually("chart", Form::Flag, "`true`", "Whether the organization chart shows it.", "false"),
    ],
};

static FOUNDING: TableKeys = TableKeys {
    path: "unit.founding",
    about: "The contribution that founded a unit.",
    keys: &[
        required("contributor", Form::Party, "Who gave it.", "\"SAU\""),
        optional("amount", Form::Money, "How much.", "\"10000000 USD\""),
        required("when", Form::Date, "When.", "\"2011\""),
        optional("basis", Form::Name, "On what basis.", "\"Contribution agreement\""),
    ],
};

static BOARD: TableKeys = TableKeys {
    path: "unit.board",
    about: "A unit's advisory board.",
    keys: &[
        required("members", Form::Number(1, u16::MAX), "How many members it has.", "21"),
        optional("guests", Form::List(&Form::Party), "Who takes part as a guest.", "[\"eu\"]"),
        optional("chair", Form::Party, "Who chairs it. It is kept as data, and not printed.", "\"SAU\""),
        optional(
            "named-members",
            Form::List(&Form::Party),
            "The members that are known by name. They are kept as data, and not printed.",
            "[\"SAU\", \"DEU\"]",
        ),
        optional(
            "since",
            Form::Date,
            "Since when it has existed or, where that is not known, is known to have; it is not shown in an issue before that.",
            "\"2018\"",
        ),
    ],
};

pub(super) static PLACE: TableKeys = TableKeys {
    path: "place",
    about: "A place: a State, a city, or both.",
    keys: &[
        optional(
            "state",
            Form::State,
            "The State, by its code. A place that is in no Member or observer State has a `city` alone.",
            "\"MAR\"",
        ),
        optional("city", Form::Name, "The city.", "\"Rabat\""),
    ],
};

static FORMERLY: TableKeys = TableKeys {
    path: "formerly",
    about: "A name that something had before.",
    keys: &[
        required("name", Form::Name, "The name.", "\"Special Projects Section\""),
        optional("acronym", Form::Name, "What it was shortened to.", "\"SPS\""),
        required("until", Form::Date, "Until when it was used.", "\"2022\""),
    ],
};

static PROGRAMME: TableKeys = TableKeys {
    path: "programme",
    about: "What the units run.",
    keys: &[
        required("id", Form::Id, "Its short name; items and ledger rows refer to it.", "\"ct-travel\""),
        required("name", Form::Name, "Its name.", "\"United Nations Countering Terrorist Travel Programme\""),
        optional("short", Form::Name, "A shorter name, for the organization chart.", "\"Countering Terrorist Travel\""),
        optional("acronym", Form::Name, "What its name is shortened to.", "\"CT Travel\""),
        optional(
            "units",
            Form::List(&Form::Reference("unit")),
            "The units that run it; none if no unit is named.",
            "[\"spib\"]",
        ),
        optional(
            "partners",
            Form::List(&Form::Party),
            "Who runs it along with the office. They are kept as data, and not printed.",
            "[\"unodc\"]",
        ),
        optional(
            "initiatives",
            Form::Tables(&INITIATIVE),
            "What it consists of; printed where `chart` is `true`.",
            "[{ name = \"CT TECH\", since = \"2023\", chart = true }]",
        ),
        optional(
            "launched",
            Form::Date,
            "When it was launched; one known to the year is shown from its last month on.",
            "2019-05-07",
        ),
        optional(
            "known-since",
            Form::Date,
            "Since when it is known to run, where its launch is not known; earlier issues leave it out, unless an item names it.",
            "\"2022-03\"",
        ),
        optional("closed", Form::Date, "When it was closed.", "2024-12-31"),
        optional(
            "functions",
            Form::List(&Form::Words(FUNCTIONS)),
            "The functions of the mandate that it serves. They are kept as data, and not printed.",
            "[\"delivery\"]",
        ),
        optional(
            "pillars",
            Form::List(&Form::Words(PILLARS)),
            "The pillars of the Strategy that it serves. They are kept as data, and not printed.",
            "[\"II\"]",
        ),
        optional(
            "formerly",
            Form::Tables(&FORMERLY),
            "Names it had before.",
            "[{ name = \"Travel Programme\", until = \"2020\" }]",
        ),
    ],
};

static INITIATIVE: TableKeys = TableKeys {
    path: "programme.initiatives",
    about: "A part of a programme.",
    keys: &[
        required("name", Form::Name, "Its name.", "\"CT TECH\""),
        optional("since", Form::Date, "Since when it has existed.", "\"2023\""),
        optional("until", Form::Date, "Until when it existed.", "\"2024\""),
        usually(
            "chart",
            Form::Flag,
            "`false`",
            "Whether the organization chart names it, beside its programme.",
            "true",
        ),
    ],
};

static BODY: TableKeys = TableKeys {
    path: "body",
    about: "A coordination body that the office serves.",
    keys: &[
        required("id", Form::Id, "Its short name; facts in texts refer to it.", "\"compact\""),
        required("name", Form::Name, "Its name.", "\"Coordination Compact\""),
        optional("short", Form::Name, "A shorter name.", "\"Compact\""),
        optional("acronym", Form::Name, "What its name is shortened to.", "\"CC\""),
        optional("since", Form::Date, "Since when it has existed, where that is before its launch.", "2018-02-23"),
        optional("launched", Form::Date, "When it was launched.", "\"2018-12\""),
        optional(
            "known-since",
            Form::Date,
            "Since when it is known to have existed, where neither is known; earlier issues leave it out.",
            "\"2018\"",
        ),
        optional(
            "milestones",
            Form::Tables(&MILESTONE),
            "What happened to it, and when. They are kept as data, and not printed.",
            "[{ what = \"Signed\", on = 2018-02-23 }]",
        ),
        optional(
            "entities",
            Form::Tables(&ENTITIES),
            "How many entities belonged to it, each count with its date.",
            "[{ on = 2023-05-24, count = 46 }]",
        ),
        optional(
            "named-entities",
            Form::List(&Form::Party),
            "The entities that are known by name. They are kept as data, and not printed.",
            "[\"unodc\"]",
        ),
        optional(
            "committee",
            Form::Table(&COMMITTEE),
            "The committee that runs it.",
            "{ name = \"Coordination Committee\" }",
        ),
        optional("working-groups", Form::Table(&WORKING_GROUPS), "Its working groups.", "{ count = 8 }"),
        optional("funder", Form::Party, "Who pays for it. It is kept as data, and not printed.", "\"QAT\""),
    ],
};

static MILESTONE: TableKeys = TableKeys {
    path: "body.milestones",
    about: "Something that happened to a coordination body.",
    keys: &[
        required("what", Form::Name, "What happened.", "\"Signed\""),
        required("on", Form::Date, "When.", "2018-02-23"),
    ],
};

static ENTITIES: TableKeys = TableKeys {
    path: "body.entities",
    about: "How many entities belonged to a coordination body.",
    keys: &[
        required("on", Form::Date, "On which date.", "2023-05-24"),
        required("count", Form::Number(1, u16::MAX), "How many.", "46"),
    ],
};

static COMMITTEE: TableKeys = TableKeys {
    path: "body.committee",
    about: "The committee that runs a coordination body.",
    keys: &[
        required("name", Form::Name, "Its name.", "\"Coordination Committee\""),
        optional(
            "chair",
            Form::Name,
            "Who chairs it. It is kept as data, and not printed.",
            "\"Under-Secretary-General\"",
        ),
        optional(
            "since",
            Form::Date,
            "Since when it has existed or, where that is not known, is known to have; it is not shown in an issue before that.",
            "\"2018\"",
        ),
    ],
};

static WORKING_GROUPS: TableKeys = TableKeys {
    path: "body.working-groups",
    about: "The working groups of a coordination body.",
    keys: &[
        required("count", Form::Number(1, u16::MAX), "How many there are.", "8"),
        optional(
            "revitalized",
            Form::Date,
            "When they made a fresh start. It is kept as data, and not printed.",
            "\"2019-04\"",
        ),
        optional(
            "named",
            Form::List(&Form::Name),
            "Those that are known by name. They are kept as data, and not printed.",
            "[\"Border Management\"]",
        ),
        optional(
            "since",
            Form::Date,
            "Since when it has existed or, where that is not known, is known to have; it is not shown in an issue before that.",
            "\"2018\"",
        ),
    ],
};

static PARTY: TableKeys = TableKeys {
    path: "party",
    about: "Organizations that give or take part and are not States.",
    keys: &[
        required("id", Form::Id, "Its short name.", "\"unodc\""),
        required("name", Form::Name, "Its name.", "\"United Nations Office on Drugs and Crime\""),
        optional("acronym", Form::Name, "What its name is shortened to.", "\"UNODC\""),
        required(
            "kind",
            Form::Words(&[
                "intergovernmental-organization",
                "un-entity",
                "pooled-fund",
                "non-state",
                "state-organ",
                "person",
            ]),
            "What it is.",
            "\"un-entity\"",
        ),
        optional(
            "state",
            Form::State,
            "The State of a `state-organ`, which needs it. It is not printed beside the name.",
            "\"QAT\"",
        ),
        optional(
            "office",
            Form::Name,
            "The office that a `person` holds, who needs it. It is kept as data, and not printed: an office that readers should see is part of the `name`.",
            "\"Permanent Representative\"",
        ),
        optional(
            "formerly",
            Form::Tables(&FORMERLY),
            "Names it had before.",
            "[{ name = \"Old name\", until = \"2022\" }]",
        ),
    ],
};

static FUND: TableKeys = TableKeys {
    path: "fund",
    about: "A fund that receives contributions: printed as the purpose of those that state no other. `totals --by fund` counts by it.",
    keys: &[
        required("id", Form::Id, "Its short name; ledger rows refer to it.", "\"trust-fund\""),
        required("name", Form::Name, "Its name.", "\"United Nations Trust Fund for Counter-Terrorism\""),
        optional("short", Form::Name, "A shorter name. It is kept as data, and not printed.", "\"Trust Fund\""),
        optional(
            "acronym",
            Form::Name,
            "What its name is shortened to. It is kept as data, and not printed.",
            "\"TF\"",
        ),
    ],
};

static WORDING: TableKeys = TableKeys {
    path: "wording",
    about: "Words of the ledger, in other languages.",
    keys: &[
        required("id", Form::Id, "Its short name; translations refer to it.", "\"training-rooms\""),
        required(
            "name",
            Form::Name,
            "In English as `purposes` or `what` has it, and in the other languages.",
            "{ en = \"training rooms\", fr = \"salles de formation\" }",
        ),
    ],
};

static SOURCE: TableKeys = TableKeys {
    path: "source",
    about: "A document that ledger rows cite. `trace --format json` names it; it is not printed.",
    keys: &[
        required("id", Form::Id, "Its short name; ledger rows refer to it.", "\"briefing-2025-04\""),
        required("title", Form::Name, "Its title.", "\"Monthly Briefing, April 2025\""),
        optional("link", Form::Link, "Where it can be read.", "\"https://www.un.org/counterterrorism\""),
    ],
};
