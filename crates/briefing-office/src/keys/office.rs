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
    about: "What stays the same from month to month.",
    keys: &[
        required("office", Form::Table(&OFFICE), "The office itself: its names and texts.", "[office]"),
        optional(
            "mandate",
            Form::Table(&MANDATE),
            "Include it if the office has the five functions of A/RES/71/291, those of the United Nations Office of \
             Counter-Terrorism: they are then printed, as that resolution words them. Any other office leaves it \
             out, and says under `about` what it does.",
            "[mandate]",
        ),
        optional(
            "strategy",
            Form::Table(&STRATEGY),
            "Include it if the office works under the Strategy: its four pillars are then printed.",
            "[strategy]",
        ),
        optional("theme", Form::Table(&THEME), "Design, colours, paper and fonts.", "[theme]"),
        optional(
            "colophon",
            Form::Table(&COLOPHON),
            "How readers can reach the office: printed at the end of every issue.",
            "[colophon]",
        ),
        optional(
            "titles",
            Form::Table(&TITLES),
            "What an issue and its sections are called, instead of the program's words.",
            "[titles]",
        ),
        optional("emblem", Form::Table(&EMBLEM), "The office's emblem, printed beside the title.", "[emblem]"),
        optional("ledger", Form::Table(&LEDGER), "Where the ledger is, and how its money is counted.", "[ledger]"),
        optional("items", Form::Table(&ITEMS), "How the items of a month are printed.", "[items]"),
        optional(
            "languages",
            Form::Table(&LANGUAGES_TABLE),
            "The languages in which no text may be missing.",
            "[languages]",
        ),
        optional("style", Form::Table(&STYLE), "How texts are checked for house style.", "[style]"),
        optional("publish", Form::Table(&PUBLISH), "What an issue needs before it is published.", "[publish]"),
        optional("unit", Form::Tables(&UNIT), "A part of the office; one `[[unit]]` for each.", "[[unit]]"),
        optional(
            "programme",
            Form::Tables(&PROGRAMME),
            "A programme that the units run; one `[[programme]]` for each.",
            "[[programme]]",
        ),
        optional("body", Form::Tables(&BODY), "A coordination body that the office serves.", "[[body]]"),
        optional(
            "party",
            Form::Tables(&PARTY),
            "Organizations and others that give or take part, and are not States.",
            "[[party]]",
        ),
        optional(
            "fund",
            Form::Tables(&FUND),
            "A fund that receives contributions: printed as the purpose of contributions that state no other. \
             `totals --by fund` counts by it.",
            "[[fund]]",
        ),
        optional(
            "source",
            Form::Tables(&SOURCE),
            "A document that ledger rows cite. `trace --format json` shows it; it is not printed.",
            "[[source]]",
        ),
        optional(
            "event",
            Form::Tables(&EVENT),
            "An event that ledger rows or items refer to, whichever month reports it; one `[[event]]` for each.",
            "[[event]]",
        ),
        optional(
            "wording",
            Form::Tables(&WORDING),
            "Words of the ledger, in other languages: a purpose, or what was given in kind.",
            "[[wording]]",
        ),
        optional(
            "acronyms",
            Form::Names,
            "What the acronyms in texts stand for, in addition to those of units, programmes and parties, over \
             which these take precedence. Screen readers read out the words where an acronym first appears. A \
             translation may give `acronyms.PNR.name`, and `acronyms.PNR.acronym` if its language has another.",
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
            "What the name is shortened to; a plain text is the English acronym. A language without its own prints \
             the name alone.",
            "\"OS\"",
        ),
        optional(
            "head",
            Form::Name,
            "The title of the person who heads the office: printed in the organization chart.",
            "\"Under-Secretary-General for Counter-Terrorism\"",
        ),
        optional(
            "established",
            Form::Table(&ESTABLISHED),
            "How a resolution established the office; leave it out if the office was founded in another way. It is \
             kept as data, but not printed; `[mandate]` depends on it.",
            "{ on = 2017-06-15, resolution = \"A/RES/71/291\" }",
        ),
        optional(
            "website",
            Form::Link,
            "Its web address. It is kept as data, but not printed: readers are given `web` of `[colophon]`.",
            "\"https://www.un.org/counterterrorism\"",
        ),
        optional(
            "structure-link",
            Form::Link,
            "The page that describes its structure: printed below the organization chart.",
            "\"https://www.un.org/counterterrorism/office-structure\"",
        ),
        optional(
            "disclaimer",
            FIRST_STANDING,
            "A sentence at the foot of every page. Of several, the first that applies on the last day of the month \
             is printed.",
            "\"Not a United Nations publication.\"",
        ),
        usually(
            "sections",
            Form::List(&Form::Words(SECTIONS)),
            "all, in this order",
            "The sections of the briefing, in the order in which they are read. A table, a chart or a structure \
             that does not fit on its page moves to the next one, and the text after it continues before it. \
             `glance` shows the month's items side by side, if there are 4 to 36 of them.",
            "[\"leadership\", \"highlights\", \"contributors\"]",
        ),
        optional(
            "about",
            Form::List(&STANDING),
            "What the office is, in one or more paragraphs. A paragraph with dates is printed if it applies on the \
             last day of the month.",
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
    about: "A text that issues print from one date to another, so that an old issue that is made again still says \
            the same.",
    keys: &[
        required("text", Form::RichText, "The text.", "\"The Compact has 46 entities.\""),
        optional("from", Form::Date, "The date from which it applies.", "2018-02-23"),
        optional("until", Form::Date, "The last date on which it applies.", "\"2023\""),
    ],
};

static ITEMS: TableKeys = TableKeys {
    path: "items",
    about: "How the items of a month are printed.",
    keys: &[usually(
        "line",
        Form::List(&Form::Words(ITEM_LINE)),
        "`place`, `partners`",
        "What the line under an item says about its event, in this order; an empty list means no line.",
        "[\"place\", \"organizers\", \"partners\"]",
    )],
};

static EVENT: TableKeys = TableKeys {
    path: "event",
    about: "An event that ledger rows or items refer to, whichever month reports it: one that is planned, that \
            money is given for, or that other events are part of. The item that reports it has the same id.",
    keys: &[
        required(
            "id",
            Form::Id,
            "Its short name; ledger rows refer to it as `event:ID`, and items by `part-of`.",
            "\"forum-2026\"",
        ),
        required(
            "title",
            Form::Name,
            "What it is called, in at most 70 characters. It is printed as what money is for, and with `part-of` in \
             `[items] line`.",
            "\"Global Forum on Statistics\"",
        ),
        optional(
            "when",
            Form::When,
            "When it will take place, or took place. It is kept as data, but not printed.",
            "\"2026-10\"",
        ),
        optional(
            "place",
            Form::Table(&PLACE),
            "Where it takes place. It is kept as data, but not printed.",
            "{ state = \"ESP\", city = \"Madrid\" }",
        ),
    ],
};

static ESTABLISHED: TableKeys = TableKeys {
    path: "office.established",
    about: "How a resolution established the office.",
    keys: &[
        required("on", Form::Day, "The day on which it was established.", "2017-06-15"),
        required("resolution", RESOLUTION, "The resolution that established it.", "\"A/RES/71/291\""),
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
    about: "The heading alone prints the five functions that A/RES/71/291 gave to the United Nations Office of \
            Counter-Terrorism. It needs that resolution under `established`, or `[strategy]`.",
    keys: &[
        optional(
            "intro",
            FIRST_STANDING,
            "The sentence before the five functions. Of several, the first that applies on the last day of the \
             month is printed.",
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
            "The design: `band`, a dark title band with a globe; `journal`, a title between rules on white paper; \
             or `poster`, a band in the accent colour with a large month.",
            "\"journal\"",
        ),
        usually("accent", Form::Color, "`#009EDB`", "The colour of bars, rules and the month's label.", "\"#009EDB\""),
        usually(
            "ink",
            Form::Color,
            "`#0B2545`",
            "The dark colour of the title band and headings; white must be legible on it.",
            "\"#0B2545\"",
        ),
        usually(
            "columns",
            Form::Number(1, 2),
            "`2`",
            "The number of columns of text: two, or one with wide margins, as in a letter.",
            "1",
        ),
        usually("paper", Form::Words(&["a4", "letter"]), "`a4`", "The size of the pages.", "\"a4\""),
        usually(
            "keep-pixels",
            Form::Flag,
            "`false`",
            "Whether pictures keep all their pixels, instead of 300 per inch as printed.",
            "true",
        ),
        optional(
            "fonts",
            Form::List(&Form::File),
            "TrueType fonts for characters that the program's own fonts do not have.",
            "[\"fonts/rare-han.ttf\"]",
        ),
    ],
};

static COLOPHON: TableKeys = TableKeys {
    path: "colophon",
    about: "How readers can reach the office: printed at the end of every issue, in the closing band.",
    keys: &[
        optional(
            "contact",
            Form::Name,
            "Where to write to, such as a postal address or a desk.",
            "\"Communications Desk, Room 12\"",
        ),
        optional("email", Form::Text, "An email address.", "\"briefing@example.org\""),
        optional(
            "web",
            Form::Link,
            "A web address of at most 150 characters, printed with a QR code that phones can read.",
            "\"https://www.un.org/counterterrorism\"",
        ),
    ],
};

static TITLES: TableKeys = TableKeys {
    path: "titles",
    about: "What an issue and its sections are called, in at most 60 characters each. Without a title, the program \
            uses words of its own in each language.",
    keys: &[
        optional(
            "briefing",
            Form::Name,
            "What every issue is called, instead of “Monthly Briefing”.",
            "\"Harbour Letter\"",
        ),
        optional("glance", Form::Name, "The heading of the month at a glance.", "\"The Month on One Page\""),
        optional("about", Form::Name, "The heading of the section on what the office is.", "\"Who We Are\""),
        optional("mandate", Form::Name, "The heading of the mandate.", "\"What We Do\""),
        optional(
            "leadership",
            Form::Name,
            "The heading of the section on what the head of the office led.",
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
    about: "The office's emblem, printed at the start of the title, on white if the background is dark.",
    keys: &[
        required(
            "file",
            Form::File,
            "The picture file (SVG, PNG, JPEG or WebP), beside `office.toml`.",
            "\"emblem.png\"",
        ),
        required("alt", Form::Text, "What it shows, for people who cannot see it.", "\"A lighthouse in a wreath\""),
    ],
};

static STYLE: TableKeys = TableKeys {
    path: "style",
    about: "How `check` compares the texts with the house style of the United Nations: rules S0601 to S0621.",
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
            "What the office does differently; one `[[style.allow]]` for each.",
            "[{ code = \"S0602\", reason = \"as in our reports\" }]",
        ),
    ],
};

static ALLOW: TableKeys = TableKeys {
    path: "style.allow",
    about: "Something that the office does differently from the house style, and why.",
    keys: &[
        required("code", Form::Words(STYLE_CODES), "The code of the rule.", "\"S0603\""),
        optional(
            "text",
            Form::Text,
            "The words that it is allowed for, or the id of the item (S0610); by default, it is allowed everywhere.",
            "\"World Health Organisation\"",
        ),
        required(
            "reason",
            Form::Text,
            "The reason, for the next person who edits.",
            "\"spelt so in its own statutes\"",
        ),
    ],
};

static LEDGER: TableKeys = TableKeys {
    path: "ledger",
    about: "Where the ledger is, and how its money is counted.",
    keys: &[
        usually("file", Form::File, "`ledger.csv`", "The ledger file, CSV or Excel.", "\"ledger.xlsx\""),
        optional("sheet", Form::Text, "The sheet of the workbook; by default, the first one.", "\"Ledger 2025\""),
        optional(
            "number-format",
            Form::Words(&["english", "european"]),
            "How amounts are written, including those in `schedule` and `settles`: `1,234.56` or `1.234,56`. In a \
             workbook, it applies only to amounts stored as text.",
            "\"european\"",
        ),
        usually("currency", Form::Text, "`USD`", "The currency of the totals, as its ISO code.", "\"USD\""),
        usually(
            "multi-year",
            Form::Words(&["whole", "as-due"]),
            "`whole`",
            "Whether a pledge over several years counts as a whole at once, or only as far as it has fallen due.",
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
            "`complete` for whatever it has entries of",
            "How far the ledger reaches: `complete`, all there is; or `documented`, only what is documented, whose \
             sums are never printed as totals. If it is left out, a ledger without any pledge, or any payment, does \
             not say that there was none: what was pledged, or received, is unknown. With `complete`, it is zero. \
             Whoever appears in the ledger for the first time is a new partner only with `complete`.",
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
            "By how many per cent a total or the number of partners may differ from the previous issue before \
             `check` reports it; by default, by any.",
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
            "Whether every pledge is in it. If payments are `documented`, a withdrawal makes the total of the \
             pledges unknown: as much of what was taken back still stands as had been paid.",
            "\"documented\"",
        ),
        optional("receipts", Form::Words(REACHES), "Whether every payment is in it.", "\"complete\""),
        optional("partners", Form::Words(REACHES), "Whether every partner is in it.", "\"documented\""),
        optional("since", Form::Day, "The day from which `complete` applies.", "2022-01-01"),
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
    about: "The languages in which no text may be missing.",
    keys: &[optional(
        "required",
        Form::List(&Form::Words(LANGUAGES)),
        "In these languages, a text without a translation is an error, instead of being printed in English.",
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
        "Whether `publish` refuses an issue with an item that is not approved in each of its languages; see \
         `briefing approve`. What a `[[correction]]` says needs no approval.",
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
            "What kind of unit it is. Programme offices are listed below the organization chart, by the place of \
             their `host`.",
            "\"centre\"",
        ),
        optional(
            "parent",
            Form::Reference("unit"),
            "The unit that it belongs to; by default, it is directly below the office.",
            "\"uncct\"",
        ),
        optional("acronym", Form::Name, "What its name is shortened to.", "\"UNCCT\""),
        optional(
            "since",
            Form::Date,
            "The date from which it has existed. If only the year is known, it is shown from the last month of that \
             year on.",
            "\"2011-09\"",
        ),
        optional("until", Form::Date, "The date until which it existed.", "2023-12-31"),
        optional(
            "known-since",
            Form::Date,
            "The date from which it is known to have existed, if no date says when it began. Earlier issues leave \
             it out, unless an item names it.",
            "\"2022-03\"",
        ),
        optional("opened", Form::Date, "When it opened. It is kept as data, but not printed.", "2020-10-06"),
        optional(
            "inaugurated",
            Form::Date,
            "When it was inaugurated. It is kept as data, but not printed.",
            "2021-06-24",
        ),
        optional(
            "founding",
            Form::Table(&FOUNDING),
            "The contribution that founded it. It is kept as data, but not printed, unless a text names \
             `{units.UNIT.founding.amount}` or `.when`.",
            "{ contributor = \"SAU\", when = \"2011\" }",
        ),
        optional("board", Form::Table(&BOARD), "Its advisory board.", "{ members = 21 }"),
        optional(
            "host",
            Form::Table(&PLACE),
            "Where it is. For a programme office, it is printed in the organization chart; for other units, it is \
             kept as data, but not printed.",
            "{ state = \"MAR\", city = \"Rabat\" }",
        ),
        optional(
            "resolution",
            RESOLUTION,
            "The resolution that it is based on. It is kept as data, but not printed.",
            "\"A/RES/66/10\"",
        ),
        optional(
            "link",
            Form::Link,
            "Its web address. It is kept as data, but not printed.",
            "\"https://www.un.org/counterterrorism/cct\"",
        ),
        optional(
            "formerly",
            Form::Tables(&FORMERLY),
            "Its earlier names.",
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
        optional("amount", Form::Money, "How much was given.", "\"10000000 USD\""),
        required("when", Form::Date, "When it was given.", "\"2011\""),
        optional("basis", Form::Name, "The basis on which it was given.", "\"Contribution agreement\""),
    ],
};

static BOARD: TableKeys = TableKeys {
    path: "unit.board",
    about: "A unit's advisory board.",
    keys: &[
        required("members", Form::Number(1, u16::MAX), "How many members it has.", "21"),
        optional("guests", Form::List(&Form::Party), "Who takes part as a guest.", "[\"eu\"]"),
        optional("chair", Form::Party, "Who chairs it. It is kept as data, but not printed.", "\"SAU\""),
        optional(
            "named-members",
            Form::List(&Form::Party),
            "The members that are known by name. They are kept as data, but not printed.",
            "[\"SAU\", \"DEU\"]",
        ),
        optional(
            "since",
            Form::Date,
            "The date from which it has existed or, if that is not known, is known to have existed. Earlier issues \
             do not show it.",
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
            "The State, as its code. For a place that is in no Member or observer State, give a `city` alone.",
            "\"MAR\"",
        ),
        optional("city", Form::Name, "The city.", "\"Rabat\""),
    ],
};

static FORMERLY: TableKeys = TableKeys {
    path: "formerly",
    about: "An earlier name of something.",
    keys: &[
        required("name", Form::Name, "The name.", "\"Special Projects Section\""),
        optional("acronym", Form::Name, "What it was shortened to.", "\"SPS\""),
        required("until", Form::Date, "The date until which it was used.", "\"2022\""),
    ],
};

static PROGRAMME: TableKeys = TableKeys {
    path: "programme",
    about: "A programme that the units run.",
    keys: &[
        required("id", Form::Id, "Its short name; items and ledger rows refer to it.", "\"ct-travel\""),
        required("name", Form::Name, "Its name.", "\"United Nations Countering Terrorist Travel Programme\""),
        optional("short", Form::Name, "A shorter name, for the organization chart.", "\"Countering Terrorist Travel\""),
        optional("acronym", Form::Name, "What its name is shortened to.", "\"CT Travel\""),
        optional(
            "units",
            Form::List(&Form::Reference("unit")),
            "The units that run it; leave it out if no unit does.",
            "[\"spib\"]",
        ),
        optional(
            "partners",
            Form::List(&Form::Party),
            "Who runs it together with the office. They are kept as data, but not printed.",
            "[\"unodc\"]",
        ),
        optional(
            "initiatives",
            Form::Tables(&INITIATIVE),
            "Its parts; printed if `chart` is `true`.",
            "[{ name = \"CT TECH\", since = \"2023\", chart = true }]",
        ),
        optional(
            "launched",
            Form::Date,
            "When it was launched. If only the year is known, it is shown from the last month of that year on.",
            "2019-05-07",
        ),
        optional(
            "known-since",
            Form::Date,
            "The date from which it is known to run, if its launch is not known. Earlier issues leave it out, \
             unless an item names it.",
            "\"2022-03\"",
        ),
        optional("closed", Form::Date, "When it was closed.", "2024-12-31"),
        optional(
            "functions",
            Form::List(&Form::Words(FUNCTIONS)),
            "The functions of the mandate that it serves. They are kept as data, but not printed.",
            "[\"delivery\"]",
        ),
        optional(
            "pillars",
            Form::List(&Form::Words(PILLARS)),
            "The pillars of the Strategy that it serves. They are kept as data, but not printed.",
            "[\"II\"]",
        ),
        optional(
            "formerly",
            Form::Tables(&FORMERLY),
            "Its earlier names.",
            "[{ name = \"Travel Programme\", until = \"2020\" }]",
        ),
    ],
};

static INITIATIVE: TableKeys = TableKeys {
    path: "programme.initiatives",
    about: "A part of a programme.",
    keys: &[
        required("name", Form::Name, "Its name.", "\"CT TECH\""),
        optional("since", Form::Date, "The date from which it has existed.", "\"2023\""),
        optional("until", Form::Date, "The date until which it existed.", "\"2024\""),
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
        optional(
            "since",
            Form::Date,
            "The date from which it has existed, if that is before its launch.",
            "2018-02-23",
        ),
        optional("launched", Form::Date, "When it was launched.", "\"2018-12\""),
        optional(
            "known-since",
            Form::Date,
            "The date from which it is known to have existed, if neither `since` nor `launched` is known. Earlier issues leave it \
             out.",
            "\"2018\"",
        ),
        optional(
            "milestones",
            Form::Tables(&MILESTONE),
            "What happened to it, and when. They are kept as data, but not printed.",
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
            "The entities that are known by name. They are kept as data, but not printed.",
            "[\"unodc\"]",
        ),
        optional(
            "committee",
            Form::Table(&COMMITTEE),
            "The committee that runs it.",
            "{ name = \"Coordination Committee\" }",
        ),
        optional("working-groups", Form::Table(&WORKING_GROUPS), "Its working groups.", "{ count = 8 }"),
        optional("funder", Form::Party, "Who pays for it. It is kept as data, but not printed.", "\"QAT\""),
    ],
};

static MILESTONE: TableKeys = TableKeys {
    path: "body.milestones",
    about: "Something that happened to a coordination body.",
    keys: &[
        required("what", Form::Name, "What happened.", "\"Signed\""),
        required("on", Form::Date, "When it happened.", "2018-02-23"),
    ],
};

static ENTITIES: TableKeys = TableKeys {
    path: "body.entities",
    about: "How many entities belonged to a coordination body.",
    keys: &[
        required("on", Form::Date, "The date of the count.", "2023-05-24"),
        required("count", Form::Number(1, u16::MAX), "How many entities there were.", "46"),
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
            "Who chairs it. It is kept as data, but not printed.",
            "\"Under-Secretary-General\"",
        ),
        optional(
            "since",
            Form::Date,
            "The date from which it has existed or, if that is not known, is known to have existed. Earlier issues \
             do not show it.",
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
            "When they made a fresh start. It is kept as data, but not printed.",
            "\"2019-04\"",
        ),
        optional(
            "named",
            Form::List(&Form::Name),
            "The working groups that are known by name. They are kept as data, but not printed.",
            "[\"Border Management\"]",
        ),
        optional(
            "since",
            Form::Date,
            "The date from which they have existed or, if that is not known, are known to have existed. Earlier \
             issues do not show them.",
            "\"2018\"",
        ),
    ],
};

static PARTY: TableKeys = TableKeys {
    path: "party",
    about: "Organizations and others that give or take part, and are not States.",
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
            "What kind of party it is.",
            "\"un-entity\"",
        ),
        optional(
            "state",
            Form::State,
            "The State that a `state-organ` belongs to; that kind needs it. It is not printed beside the name.",
            "\"QAT\"",
        ),
        optional(
            "office",
            Form::Name,
            "The office that a `person` holds; that kind needs it. It is kept as data, but not printed: to show it \
             to readers, make it part of the `name`.",
            "\"Permanent Representative\"",
        ),
        optional(
            "formerly",
            Form::Tables(&FORMERLY),
            "Its earlier names.",
            "[{ name = \"Old name\", until = \"2022\" }]",
        ),
    ],
};

static FUND: TableKeys = TableKeys {
    path: "fund",
    about: "A fund that receives contributions: printed as the purpose of contributions that state no other. \
            `totals --by fund` counts by it.",
    keys: &[
        required("id", Form::Id, "Its short name; ledger rows refer to it.", "\"trust-fund\""),
        required("name", Form::Name, "Its name.", "\"United Nations Trust Fund for Counter-Terrorism\""),
        optional("short", Form::Name, "A shorter name. It is kept as data, but not printed.", "\"Trust Fund\""),
        optional(
            "acronym",
            Form::Name,
            "What its name is shortened to. It is kept as data, but not printed.",
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
            "The words in English, as `purposes` or `what` has them, and in the other languages.",
            "{ en = \"training rooms\", fr = \"salles de formation\" }",
        ),
    ],
};

static SOURCE: TableKeys = TableKeys {
    path: "source",
    about: "A document that ledger rows cite. `trace --format json` shows it; it is not printed.",
    keys: &[
        required("id", Form::Id, "Its short name; ledger rows refer to it.", "\"briefing-2025-04\""),
        required("title", Form::Name, "Its title.", "\"Monthly Briefing, April 2025\""),
        optional("link", Form::Link, "Where it can be read.", "\"https://www.un.org/counterterrorism\""),
    ],
};
