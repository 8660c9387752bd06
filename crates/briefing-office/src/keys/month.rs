//! The keys of a month's `briefing.toml`.

use super::office::PLACE;
use super::{Form, Key, TableKeys, optional, required, usually};

pub(super) static TOP: TableKeys = TableKeys {
    path: "",
    about: "One month: its items, in the order in which they are printed.",
    keys: &[
        usually(
            "issued",
            Form::Day,
            "the month's last day",
            "The day of issue, which the file has as its date. It is not before the month's last day.",
            "2025-05-06",
        ),
        usually(
            "cutoff",
            Form::Day,
            "`issued`",
            "The last day whose ledger rows the issue knows; what was recorded later is left to the next issue.",
            "2025-05-02",
        ),
        optional(
            "next-issue",
            Form::Day,
            "When the next issue will come out, if that is settled: printed at the end of this one.",
            "2025-06-03",
        ),
        optional(
            "lead",
            Form::Reference("item"),
            "The item at the head of the issue, across both columns, with its picture; in a month with more than 14 \
             items, after the month at a glance. It must have a title and a picture.",
            "\"votan\"",
        ),
        optional(
            "stated-total",
            Form::Money,
            "What the month's new pledges and gifts add up to, as somebody stated it. `check` compares it with the \
             ledger; a ledger that is only `documented` may have less.",
            "\"2242615 USD\"",
        ),
        optional(
            "correction",
            Form::Tables(&CORRECTION),
            "What was corrected since the issue was first published; one `[[correction]]` for each.",
            "[[correction]]",
        ),
        Key {
            name: "item",
            required: true,
            form: Form::Tables(&ITEM),
            about: "What happened; one `[[item]]` for each event.",
            default: "",
            example: "[[item]]",
        },
    ],
};

static CORRECTION: TableKeys = TableKeys {
    path: "correction",
    about: "What was corrected in the issue since it was first published; printed on its first page.",
    keys: &[
        required("on", Form::Day, "The day on which the corrected issue is published.", "2025-06-03"),
        required(
            "what",
            Form::RichText,
            "What is different in the corrected issue.",
            "\"Germany pledged 92,615 dollars, not 92,651.\"",
        ),
    ],
};

static ITEM: TableKeys = TableKeys {
    path: "item",
    about: "Something that happened in the month.",
    keys: &[
        required("id", Form::Id, "Its name within the month; translations and links refer to it.", "\"votan\""),
        required(
            "section",
            Form::Either(&[Form::Words(&["leadership", "highlights"]), Form::Reference("unit")]),
            "Where it is printed: a section, or the unit under which it is listed in capacity-building.",
            "\"highlights\"",
        ),
        optional(
            "title",
            Form::Name,
            "What it is called, in at most 70 characters: printed as a heading above the text.",
            "\"Second Roundtable of Centres of Excellence\"",
        ),
        required(
            "when",
            Form::When,
            "When it was, as precisely as is known. At least one of its days is in the month. Some day within a \
             span is written `[2025-04-14..2025-04-25]`; a session known only by its month is written as the month.",
            "\"2025-04-29/2025-04-30\"",
        ),
        optional(
            "mode",
            Form::Words(&["in-person", "online", "hybrid"]),
            "How people met: printed with the place.",
            "\"hybrid\"",
        ),
        required("text", Form::RichText, "What happened.", "\"\"\"Experts met in [Rabat](https://example.org).\"\"\""),
        optional(
            "place",
            Form::Table(&PLACE),
            "Where it was: printed unless `[items] line` leaves out `place`.",
            "{ state = \"MAR\", city = \"Rabat\" }",
        ),
        optional(
            "part-of",
            Form::Reference("event"),
            "What it was part of: an item of any month, or an `[[event]]` in office.toml. It is printed if `[items] \
             line` has `part-of`.",
            "\"ct-week\"",
        ),
        optional(
            "units",
            Form::List(&Form::Reference("unit")),
            "The units that held it, in addition to the one that `section` names. They are printed if `[items] \
             line` has `units`.",
            "[\"uncct\", \"spib\"]",
        ),
        optional(
            "organizers",
            Form::List(&Form::Party),
            "Who held it, in addition to the office. They are printed if `[items] line` has `organizers`.",
            "[\"unicri\"]",
        ),
        optional(
            "partners",
            Form::List(&Form::Party),
            "Who took part: printed unless `[items] line` leaves out `partners`.",
            "[\"IRQ\", \"ESP\"]",
        ),
        optional(
            "programmes",
            Form::List(&Form::Reference("programme")),
            "The programmes that it belongs to. They are printed if `[items] line` has `programmes`.",
            "[\"ct-travel\"]",
        ),
        optional(
            "functions",
            Form::List(&Form::Words(super::office::FUNCTIONS)),
            "The functions of the mandate that it serves. They are kept as data, but not printed.",
            "[\"delivery\"]",
        ),
        optional(
            "pillars",
            Form::List(&Form::Words(super::office::PILLARS)),
            "The pillars of the Strategy that it serves. They are printed if `[items] line` has `pillars`.",
            "[\"IV\"]",
        ),
        optional("picture", Form::Table(&PICTURE), "A picture of it.", "{ file = \"globe.jpg\", alt = \"A globe.\" }"),
    ],
};

static PICTURE: TableKeys = TableKeys {
    path: "item.picture",
    about: "A picture in the month's folder.",
    keys: &[
        required("file", Form::File, "The file, in the month's folder: JPEG, PNG, WebP or SVG.", "\"globe.jpg\""),
        required(
            "alt",
            Form::Text,
            "What the picture shows, for readers who cannot see it: what you would say about it on the phone.",
            "\"A dark blue globe at night.\"",
        ),
        optional("caption", Form::RichText, "The text printed below it.", "\"One network across the globe.\""),
        optional(
            "keep-pixels",
            Form::Flag,
            "Whether the picture keeps all its pixels; by default, the office's theme decides.",
            "true",
        ),
        optional("credit", Form::Text, "Whose picture it is.", "\"Photo: A. Person\""),
    ],
};
