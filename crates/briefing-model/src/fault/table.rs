//! The table of codes: for each its name, its number, how grave it is, and what `briefing explain` prints.
//!
//! A number never changes its meaning and is never used again.

/// What to do about an edition that contradicts itself.
const CHANGED: &str = "The file was changed after it was made: ask whoever sent it for the one that was issued, or make it again \
                       from the office's folder with `briefing render`. Where `render` itself says so of an office's folder, nothing in \
                       that is wrong: it is a fault of the program. Report it with the whole message, the version of the program and, if \
                       you may pass it on, the folder.";

codes! {
    // O: The folder and its files.
    NoOffice "O0101" Error "no office.toml" {
        means "A folder is an office folder when it holds a file `office.toml`: the office's names, units and \
               programmes."
        example "notes.txt      # and no office.toml"
        remedy "Name the folder that holds `office.toml`, or begin an office with `briefing new office`; \
                `examples/unoct` is a complete example."
    }
    Unreadable "O0102" Error "a file that cannot be read" {
        means "The file exists, but the operating system refuses to read it, and says why."
        example "$ chmod a-r office.toml && briefing check ."
        remedy "Correct the file's permissions, or repair the disk it is on."
    }
    NotUtf8 "O0103" Error "a file that is not UTF-8" {
        means "Text files are UTF-8, with or without a byte order mark, so that every name in every language \
               survives. This file is UTF-16, or has bytes that UTF-8 does not have (Latin-1 and Windows-1252 do)."
        example "name = \"Café\"      # saved as Windows-1252"
        remedy "Save the file as UTF-8: in a text editor under `Save as`, `Encoding`; in a spreadsheet as `CSV UTF-8`."
    }
    TooLarge "O0104" Error "a file that is too large" {
        means "A TOML file may have 4 MB, a picture 64 MB and a ledger 1 GB. No office needs more; a larger file is \
               usually the wrong one."
        example "$ ls -l office.toml\n-rw-r--r--  1 user  user  734003200  office.toml"
        help "check that it is the file that is meant"
        remedy "Check that it is the file you mean."
    }
    NoMonth "O0105" Error "a month that is not in the folder" {
        means "A month is a folder named after it, such as `2025-04`, that holds a file `briefing.toml`."
        example "$ briefing render . 2025-05      # and there is no 2025-05/briefing.toml"
        remedy "Create the folder and its `briefing.toml`, or name a month that exists."
    }
    NearlyAMonth "O0106" Warning "a folder that is nearly named after a month" {
        means "The folder holds a `briefing.toml`, but its name is not a month, so it is not read; or a file beside `office.toml` has \
               the name of a month, which is a folder."
        example "2025-4/briefing.toml"
        remedy "Name it with four digits for the year and two for the month: `2025-04`. A file goes into a folder of that name, as \
                `briefing.toml`. A copy of a month that is there goes out \
                of the office folder."
    }
    NoLedger "O0107" Error "no ledger" {
        means "`office.toml` names a ledger, and the file does not exist."
        example "[ledger]\nfile = \"ledgr.csv\""
        remedy "Correct the name, or put the file into the office folder."
    }
    OutsideFolder "O0108" Error "a path that leaves the office folder" {
        means "Everything an office says lives in its folder, so that a copy of the folder says the same. A path with \
               `..`, from the root of a disk, or through a link that leads out is refused."
        example "[ledger]\nfile = \"../accounts/ledger.csv\""
        help "copy the file into the office's folder, and write its path from there"
        remedy "Copy the file into the folder and name it there."
    }
    NotAFile "O0109" Error "not an ordinary file" {
        means "There is a folder, a device, a pipe or a socket where a file is expected."
        example "$ mkdir ledger.csv"
        help "put an ordinary file in its place"
        remedy "Put an ordinary file in its place."
    }
    MisnamedMonthFile "O0110" Warning "a file that is not read because of its name" {
        means "The folder of a month has no `briefing.toml`, so nothing of it is read; or there is a file whose name comes close to \
               one that is read. Editors and mail programs like to add an ending that the desktop hides, and programs that share \
               folders leave copies."
        example "2025-04/briefing.toml.txt"
        remedy "Rename the file to `briefing.toml`, or add one. A copy of a file that is read goes out of the office folder."
    }
    Undated "O0111" Warning "a beginning that is not said, or said too late" {
        means "No date says since when a unit, its board, a programme, an initiative, a coordination body, its committee \
               or its working groups have existed, and everything that mentions them is later than some of the months in \
               the folder. The issues of those months show them nevertheless. Or something is said to be known since a day \
               (`known-since`) before which an item, a programme that it runs or a unit that belongs to it says that it was \
               there, and an issue in between leaves it out."
        example "# office.toml\n[[unit]]\nid = \"baghdad\"\nname = \"Programme Office in Baghdad\"\nkind = \"programme-office\"\n# 2025-03/briefing.toml\n[[item]]\nwhen = 2025-03-02"
        remedy "Write `since` (of a programme, `launched`); where the beginning is not known, write since when it is known to \
                exist: `known-since`. Earlier issues then leave it out."
    }

    ApprovalLifted "O0116" Warning "an item that was changed after it was approved" {
        means "`approvals.toml` says who approved the item, with a digest of what it printed then: its text, date, section and \
               picture, and the facts it names. One of these is different now, so the approval no longer stands."
        example "# 2025-04/briefing.toml\n[[item]]\nid = \"roundtable\"\n# 2025-04/approvals.toml\nversion = 1\n[[approval]]\nitem = \"roundtable\"\nlanguage = \"en\"\nby = \"Chief, SPIB\"\non = 2025-05-02\ndigest = \"77ab\""
        remedy "Have the item approved again (`briefing approve`), or put it back as it was."
    }
    ApprovalOfNothing "O0117" Warning "an approval of an item that is not printed" {
        means "`approvals.toml` has an approval of an item that the month no longer has, or does not print."
        example "# 2025-04/briefing.toml\n[[item]]\nid = \"roundtable\"\n# 2025-04/approvals.toml\nversion = 1\n[[approval]]\nitem = \"rountable\"\nlanguage = \"en\"\nby = \"Chief, SPIB\"\non = 2025-05-02\ndigest = \"77ab\""
        remedy "Delete the approval, or put the item back."
    }
    CorrectionUnpublished "O0118" Warning "a correction that has not been published yet" {
        means "The month was published, and its `briefing.toml` now has a `[[correction]]`. Until the corrected issue is \
               published, differences from the earlier one are not reported. Or it has one, and no record of an issue that could be corrected."
        example "# 2025-04/briefing.toml\n[[correction]]\non = 2025-06-20\nwhat = \"Germany pledged 92,615 dollars.\""
        remedy "Publish the month again: `briefing publish`. The record of the earlier issue is kept. Where none has gone out yet, take the correction \
                out."
    }
    CorrectionTooEarly "O0119" Error "a correction before the issue" {
        means "A correction is dated before the day of issue, or before the correction above it."
        example "issued = 2025-06-05\n[[correction]]\non = 2025-06-03\nwhat = \"Germany pledged 92,615 dollars.\""
        help "correct the day, or put the corrections in the order of their days"
        remedy "Correct the day, or the order of the corrections."
    }

    EarlierUnread "O0120" Warning "an earlier issue that cannot be read" {
        means "What a month prints depends on the issue before it: what changed since, and which entries no issue had yet. The file or the \
               folder of that issue cannot be read, or is named so that it is not. Nothing is published until it can."
        example "$ mv 2025-04 2025-4 && briefing render . 2025-05"
        remedy "Mend the earlier month as the message says, and render again."
    }
    CorrectionUncounted "O0121" Warning "a correction of the ledger that the corrected issue does not count" {
        means "The month went out, and has a `[[correction]]` now. The ledger has a correction too that was recorded after the month's \
               cut-off, so the figures do not count it: the issue may say one sum under its corrections and print another."
        example "# 2025-04/briefing.toml, with the cut-off of the first issue\n[[correction]]\non = 2025-06-20\nwhat = \"Germany pledged 92,615 dollars.\"\n# ledger.csv\nid,kind,effective,recorded,contributor,ref,amount\ndeu-1-c,correction,2025-04-10,2025-06-18,,deu-1,92615"
        remedy "Set `cutoff` of the month to the day on which the correction was recorded, if the issue is to count it."
    }

    ApprovalMissing "O0122" Warning "items that nobody has approved yet" {
        means "The office requires approvals (`[publish]` in office.toml), and some items of the month are approved. The others, in \
               the languages that the month is translated into, are not, so `briefing publish` would refuse the month. A month without \
               any approval is still being written, and is not reported."
        example "# office.toml\n[publish]\napproval = true\n# 2025-04/briefing.toml\n[[item]]\nid = \"roundtable\"\n[[item]]\nid = \"votan\"\n# 2025-04/approvals.toml\nversion = 1\n[[approval]]\nitem = \"roundtable\"\nlanguage = \"en\"\nby = \"Chief, SPIB\"\non = 2025-05-02\ndigest = \"77ab\""
        remedy "Have them approved: `briefing approve`."
    }

    // T: The shape of a TOML file.
    Syntax "T0201" Error "not TOML" {
        means "The file breaks a rule of TOML (https://toml.io), so the rest of the file cannot be understood. Other \
               files are still read."
        example "name = \"United Nations"
        remedy "Correct the line; most often a quotation mark or a bracket is missing."
    }
    UnknownKey "T0202" Error "an unknown key" {
        means "A key that has no meaning here would be ignored, and with it what you wanted to say."
        example "[[unit]]\nid = \"uncct\"\nacronim = \"UNCCT\""
        remedy "Correct the spelling, or move the key to the table it belongs to."
    }
    WrongType "T0203" Error "a value of the wrong type" {
        means "There is a text where a number is expected, a single value where a list is expected, or the like."
        example "[[unit]]\nid = 7"
        remedy "Write the value as the message says."
    }
    MissingKey "T0204" Error "a missing key" {
        means "The table needs this key."
        example "[[unit]]\nid = \"uncct\"\nkind = \"centre\"      # and no name"
        remedy "Add the key."
    }
    DuplicateId "T0205" Error "an id used twice" {
        means "Ids tell things of one kind apart, so each is used once."
        example "[[unit]]\nid = \"spib\"\nname = \"Special Projects\"\nkind = \"section\"\n\n[[unit]]\nid = \"spib\"\nname = \"Innovation\"\nkind = \"section\""
        help "give one of the two another id"
        remedy "Give one of the two another id, or delete it."
    }
    UnknownWord "T0206" Error "a word that is not on the list" {
        means "Where a word comes from a fixed list (kinds of units, sections, pillars, languages), no other is \
               understood."
        example "[[unit]]\nid = \"uncct\"\nkind = \"center\""
        remedy "Write one of the words the message lists."
    }
    BadId "T0207" Error "not an id" {
        means "Ids go into links and file names: small letters a to z, digits, and single hyphens between them, 64 \
               characters at most."
        example "[[programme]]\nid = \"CT Travel\""
        remedy "Write it in small letters, with hyphens for spaces: `ct-travel`."
    }
    BadDate "T0208" Error "not a date" {
        means "Dates are `2025-04-30`, or `2025-04` or `2025` where no more is known; a span is two of them with `/` \
               between, some day within a span is `[2025-04-14..2025-04-25]`, several sessions are spans or months joined by \
               `, `. The last day does not come before the first."
        example "when = \"30.04.2025\""
        remedy "Write year, month and day in this order, with hyphens."
    }
    BadMoney "T0209" Error "not an amount of money" {
        means "An amount is digits, at most one decimal point, a space and the currency's three letters (ISO 4217). \
               It has no more decimals than the currency, and no separators between thousands: `92,615` is ninety-two \
               and a bit in half of the world."
        example "stated-total = \"$2,242,615\""
        remedy "Write `2242615 USD` or `92615.00 USD`."
    }
    BadText "T0210" Error "a text that cannot be set" {
        means "Texts are Markdown restricted to **bold**, *italic*, [links](https://…), [foreign words]{lang=fr} and \
               {facts}. Every mark that is opened must be closed; to print a star, bracket or brace, put a backslash before it."
        example "text = \"The **meeting was opened\""
        remedy "Close the mark, or put a backslash before it."
    }
    BadValue "T0211" Error "a value that cannot be right" {
        means "A link, a document symbol, a colour or a number does not have the required form, or is out of range."
        example "established = { on = 2017-06-15, resolution = \"71/291\" }"
        remedy "Write it as the message says."
    }
    TooDeep "T0212" Error "nested too deeply" {
        means "Tables and lists within tables and lists go down at most 16 steps; no office needs more than four."
        example "about = [[[[[[[[[[[[[[[[[\"\"]]]]]]]]]]]]]]]]]"
        help "check that it is the file that is meant"
        remedy "Check that it is the file you mean."
    }
    BadName "T0213" Error "not a name" {
        means "A name is a text, or a text in each of several languages: ar, zh, en, fr, ru, es. English is always among \
               them, and no text is blank."
        example "name = { fr = \"Bureau de lutte contre le terrorisme\" }"
        remedy "Add the English name: `{ en = \"…\", fr = \"…\" }`."
    }
    DatesOutOfOrder "T0214" Error "dates in the wrong order" {
        means "Something ends before it begins, is closed before it is launched, or is inaugurated before it opened."
        example "[[unit]]\nid = \"spib\"\nname = \"Special Projects\"\nkind = \"section\"\nsince = \"2022\"\nuntil = \"2011\""
        help "correct one of the two dates"
        remedy "Correct one of the two dates."
    }
    ListedTwice "T0215" Error "listed twice" {
        means "The same thing is in a list twice, where it counts only once; or a city has its State behind it, which `state` names."
        example "partners = [\"DEU\", \"ESP\", \"DEU\"]"
        remedy "Delete one of the two."
    }
    PaleInk "T0216" Error "a colour too light to read" {
        means "The ink is the colour of titles and small type. The Web Content Accessibility Guidelines (WCAG 2.2, \
               level AA) ask for a contrast of 4.5 to 1 with the paper."
        example "[theme]\nink = \"#009EDB\""
        remedy "Choose a darker ink; the accent may stay as it is."
    }

    ForeignFile "T0220" Error "a file of another program" {
        means "Files of an office are plain text. This one is a document of a word processor, a picture, an archive or the \
               like under the name of a text file."
        example "2025-04/briefing.toml      # saved as a Word document"
        remedy "Copy its words into a plain text file: in most programs `Save as`, `Plain text`, with the encoding UTF-8."
    }
    MarkdownPrinted "T0221" Warning "Markdown that is printed as it is" {
        means "Texts have four kinds of marks: **bold**, *italic*, [links](https://…) and [foreign words]{lang=fr}. Headings, \
               lists, tables and other marks of Markdown are printed letter by letter; a text is one paragraph, also where it has blank \
               lines."
        example "text = \"\"\"Two things:\n- first\n- second\"\"\""
        remedy "Write a sentence, use one of the four marks, or make an item of each entry."
    }
    Invisible "T0222" Warning "an invisible character within a word" {
        means "A zero-width space or joiner stands between two letters, as some programs leave them behind. It cannot be \
               seen, and searching for the word does not find it."
        example "text = \"victims of\\u200bterrorism\""
        remedy "Put a space in its place, or remove it."
    }
    BareAddress "T0223" Warning "an address that is not a link" {
        means "The address of a page or a mailbox is printed letter by letter, and readers cannot click it. A screen reader \
               spells it out."
        example "text = \"See https://www.un.org/counterterrorism.\""
        remedy "Make a link of the words that say what is there: `[the Office](https://www.un.org/counterterrorism)`, or \
                `[press@un.org](mailto:press@un.org)`."
    }
    NoteLeft "T0224" Warning "a note that was left in a text" {
        means "Words such as TODO and TBC are for writers. Here they would be printed."
        example "text = \"TBC experts met in Rabat.\""
        remedy "Write what is missing, or remove the note."
    }
    LongText "T0225" Warning "a text that is longer than its place" {
        means "A caption of more than 400 characters fills half a column below its picture, and an item of more than 600 \
               words fills a page. Usually a text was put in the wrong place."
        example "caption = \"…\"      # the whole text of the item"
        remedy "Shorten it, or put it where it belongs."
    }
    ItemsRepeated "T0226" Warning "items that were printed before" {
        means "Items of the month have the same text as items of the previous month, or as another item of the same month. A month that \
               was copied prints old news until the copied items are replaced, and so does an item that was begun as a copy. A few words \
               that are said each month, and texts with facts, are not reported."
        example "$ cp -r 2025-04 2025-05"
        remedy "Write what is new, and remove the items that were printed before."
    }
    PaleAccent "T0227" Warning "an accent too pale to see" {
        means "Rules and the edges of boxes are drawn in the accent, and bars and connecting lines in a darker shade of it where it is too \
               pale. The Web Content Accessibility Guidelines (WCAG 2.2, 1.4.11) ask for a contrast of 3 to 1 with what is around them."
        example "[theme]\naccent = \"#FFCC00\""
        remedy "Choose a darker accent, such as the one the message names."
    }
    Misread "T0228" Warning "a text that was read in the wrong encoding" {
        means "A word has pairs of characters that letters with marks become when UTF-8 is read as another encoding. It would be \
               printed like that."
        example "text = \"SÃ©minaire\"      # Séminaire"
        remedy "Write the letters again. Where a program asks for an encoding when it opens a text, choose UTF-8."
    }
    MixedLetters "T0231" Warning "a word with letters of two alphabets" {
        means "A letter of the word looks like those around it, and is one of another alphabet: a keyboard was left in another language. Who \
               searches for the word does not find it, and a screen reader spells it."
        example "text = \"Nine St\u{430}tes took part.\"      # a Cyrillic а"
        remedy "Type the word again with the keyboard of its language."
    }
    LoneQuote "T0232" Warning "a quotation mark without its pair" {
        means "Three quotation marks begin and end a text of several lines. A fourth is part of the text, and is printed; so is one \
               that nothing closes."
        example "text = \"\"\"\"Experts met in Rabat.\"\"\""
        remedy "Remove it, or write the other one."
    }
    MoneyTwice "T0233" Warning "a currency, or per cent, beside a fact that has it" {
        means "A fact of money is printed with its currency, and with `million` where it is rounded, as each language writes them, \
               and that of a share with `per cent`. What stands beside it is printed as well: `$$3 million`."
        example "text = \"In all, ${standing.pledged} was pledged.\""
        remedy "Write the fact alone, such as `{standing.pledged}`."
    }
    FactPrinted "T0235" Error "the name of a fact that is printed as it is" {
        means "A fact stands in braces, and the issue prints what it is: `{standing.pledged}`. In other brackets, among them the wide \
               braces of Chinese and Japanese keyboards, or in none, its name is printed."
        example "text = \"In all, ｛standing.pledged｝ was pledged.\""
        remedy "Write it in braces. Where the name itself is to be printed, put a backslash before each brace: `\\{standing.pledged\\}`."
    }
    LinesJoined "T0236" Warning "two words that the end of a line joins" {
        means "In a text of several lines, a backslash at the end of a line takes the line end away and all white space before the next word. \
               What stands before the backslash goes on without a space."
        example "text = \"\"\"Experts met in Rabat to\\\nagree on the plan.\"\"\"      # toagree"
        remedy "Put a space before the backslash."
    }
    PictureTwice "T0234" Warning "a picture of two items" {
        means "Two items of the month have the same picture, and it would be printed with each. Most often an item was copied, and the \
               name of the file was left as it was; or the file of one picture was copied over that of another."
        example "# 2025-04/briefing.toml\n[[item]]\nid = \"course\"\npicture = { file = \"thumbnail.jpg\", alt = \"Experts at a table\" }\n[[item]]\nid = \"visit\"\npicture = { file = \"thumbnail.jpg\", alt = \"Experts at a table\" }"
        remedy "Write the file that is meant, or leave out one of the two pictures."
    }

    // R: A reference within the office.
    UnknownUnit "R0301" Error "no such unit" {
        means "The text names a unit by an id that no `[[unit]]` in `office.toml` has."
        example "[[programme]]\nid = \"cyber\"\nname = \"Cybersecurity\"\nunits = [\"unctc\"]"
        help "write the id of a `[[unit]]` of office.toml, or add the unit there"
        remedy "Correct the id, or add the unit."
    }
    UnknownParty "R0302" Error "no such party" {
        means "A party is a State, by the three letters of ISO 3166 (`DEU`), or the id of a `[[party]]` in \
               `office.toml`."
        example "[[programme]]\nid = \"cyber\"\nname = \"Cybersecurity\"\npartners = [\"Germany\"]"
        remedy "Write the State's three letters, or add the party."
    }
    UnknownBody "R0303" Error "no such coordination body" {
        means "The text names a coordination body by an id that no `[[body]]` in `office.toml` has."
        example "[strategy]\n\n[mandate]\ncoordination = \"pact\""
        help "write the id of a `[[body]]` of office.toml, or add the body there"
        remedy "Correct the id, or add the body."
    }
    OtherBody "R0306" Error "the functions of another office, or the entities of another body" {
        means "The five functions that `[mandate]` prints are those of the United Nations Office of Counter-Terrorism, and an office \
               that neither was established by A/RES/71/291 nor works under the Strategy has others. The second function names the Global Counter-Terrorism Compact, \
               and `coordination` the body whose entities it counts. A body with another name than the Compact's has other entities."
        example "[strategy]\n\n[mandate]\ncoordination = \"forum\"\n\n[[body]]\nid = \"forum\"\nname = \"Forum of Statistics\""
        remedy "Remove `[mandate]`, or say under `established` that A/RES/71/291 gave the office its functions. Name the body that is the Compact, or leave \
                `coordination` out: the function is then printed without a count."
    }
    UnitCycle "R0304" Error "a unit that belongs to itself" {
        means "Units form a tree. Following the `parent` of this one leads back to it."
        example "[[unit]]\nid = \"a\"\nname = \"A\"\nkind = \"section\"\nparent = \"b\"\n\n[[unit]]\nid = \"b\"\nname = \"B\"\nkind = \"section\"\nparent = \"a\""
        help "correct the `parent` of one of them"
        remedy "Remove the `parent` of the highest unit."
    }

    OutlivesUnit "R0305" Warning "something of a unit that did not exist" {
        means "A unit belongs to another, or a programme to its units, and in a month that has an issue the unit that it belongs \
               to had ended or had not begun. The chart of that issue cannot show whose it was: it hangs the unit on the next one \
               above, and the programme on the office."
        example "[[unit]]\nid = \"centre\"\nname = \"Centre\"\nkind = \"centre\"\nuntil = \"2024-06\"\n\n[[unit]]\nid = \"desk\"\nname = \"Desk\"\nkind = \"section\"\nparent = \"centre\"      # and there is an issue of 2024-12"
        remedy "Correct the dates. A programme may name in `units` those that ran it one after the other: each is shown while it \
                exists. A unit that was moved ends with `until`, and is written again, with another id, under the other one; so does a \
                programme that an older unit took over, with `closed`."
    }

    // M: A month.
    DuplicateItem "M0101" Error "two items with one id" {
        means "Translations, links and the ledger find an item of a month by its id, so each is used once in a month."
        example "[[item]]\nid = \"votan\"\ntext = \"A launch.\"\n\n[[item]]\nid = \"votan\"\ntext = \"Another launch.\""
        help "give one of the two another id"
        remedy "Give one of the two another id."
    }
    UnknownSection "M0102" Error "an item of an unknown unit" {
        means "The section of an item is `leadership`, `highlights`, or the id of a `[[unit]]` in `office.toml`."
        example "[[item]]\nsection = \"unctc\""
        remedy "Correct the section, or add the unit."
    }
    OutsideMonth "M0103" Error "an event outside its month" {
        means "An item belongs to the month's briefing if at least one of its days lies in that month; this one has \
               none there. An event that began earlier or goes on longer is fine."
        example "# 2025-04/briefing.toml\n[[item]]\nid = \"course\"\nwhen = \"2025-05-06/2025-05-08\""
        remedy "Correct `when`, or move the item to the month it belongs to."
    }
    UnknownFact "M0104" Error "no such fact" {
        means "A text may take a figure from the office's own data: `{standing.pledged}`. This one names a fact that \
               does not exist or has no value in this month, and a figure is never guessed."
        example "text = \"Pledged so far: {standing.pledge}\""
        remedy "Correct the name; write `\\{` for a brace."
    }
    StatedTotal "M0105" Error "pledges that do not add up to the stated total" {
        means "`stated-total` is the office's own total of the month's new pledges. The ledger's pledges of that month, \
               as known on the cut-off day, have another total. Where the ledger holds what is documented, a total above \
               that is M0168."
        example "# 2025-04/briefing.toml\nstated-total = \"2242615 USD\"\n# ledger.csv\nid,kind,effective,recorded,contributor,amount\ndeu-1,pledge,2025-04-10,2025-04-30,DEU,2242651"
        remedy "Compare the ledger's lines of that month with the office's statement, and correct the one that is \
                wrong."
    }
    BlankText "M0106" Error "an item or a correction without a text" {
        means "Every item has a text, and every correction says what was corrected; this one has nothing but white space, or signs \
               that nobody sees."
        example "[[item]]\nid = \"votan\"\ntext = \" \""
        help "write the text"
        remedy "Write its text, or delete the item."
    }
    Figures "M0107" Error "figures that cannot be computed" {
        means "Each entry of the ledger is valid, but their totals for this month cannot be computed: a sum is too \
               large, for example."
        example "two pledges of 9000000000000000000000 USD"
        remedy "Look for an amount with too many digits."
    }
    UnknownProgramme "M0108" Error "an item of an unknown programme" {
        means "The item names a programme by an id that no `[[programme]]` in `office.toml` has."
        example "[[item]]\nprogrammes = [\"ct-travl\"]"
        help "write the id of a `[[programme]]` of office.toml, or add the programme there"
        remedy "Correct the id, or add the programme."
    }
    UnknownPrintedParty "M0109" Error "an unknown party" {
        means "An item, or an entry of the ledger that the month prints, names a party that has no name. A party is a \
               State, by the three letters of ISO 3166 (`DEU`), or the id of a `[[party]]` in `office.toml`."
        example "[[item]]\norganizers = [\"Germany\"]"
        remedy "Write the State's three letters, or add the party."
    }
    UnknownPrintedPurpose "M0110" Error "a pledge for something unknown" {
        means "A pledge of this month is earmarked for a unit, a programme or a fund that the office does not have."
        example "id,kind,effective,recorded,contributor,amount,purposes\nP-1,pledge,2025-04,2025-05-05,ESP,1000,unit:vitoria"
        remedy "Correct the purpose, or add what it names."
    }
    Dates "M0111" Error "days of issue and cut-off that contradict the month" {
        means "A briefing reports on a whole month, so what it counts is known on the month's last day at the \
               earliest, and it is issued on that day or later. It knows no less than the issue before it: what was recorded between \
               the two cut-offs would be gone again."
        example "# 2025-04/briefing.toml\nissued = 2025-04-06"
        remedy "Correct the date."
    }
    TooMuch "M0112" Error "a month beyond what a briefing holds" {
        means "A briefing has at most 2,000 pages, 60,000 items, rows and names, and 8,000,000 characters, and the \
               disclaimer on every page has at most 1,000. That is far more than anybody reads, and keeps programs that \
               read the file fast."
        example "disclaimer = \"…\"      # the text of a whole report"
        help "shorten it, or leave some of it out"
        remedy "Leave out what the month does not need, or shorten the text that the message names."
    }
    UnknownFigure "M0113" Error "a figure that is not known" {
        means "A text uses a figure of the ledger that is not known for the last day of the month: the ledger is not \
               complete and no source states the figure for that day, or there is no record of it. What is documented \
               may not be everything, and an older total may have changed, so neither is printed in its place."
        example "text = \"The Office has received {standing.received}.\"      # and no payment is on record"
        remedy "Write what is known: `{stated.received}` with `{stated.received-on}`, or `{documented.received}`, and say \
                which it is; or leave the figure out. If the ledger is complete, say so with `coverage` in `[ledger]`."
    }
    OtherRules "M0114" Error "a ledger that counts by other rules than its office" {
        means "How money is counted (the currency of the totals, pledges over several years, organs of States, how far the \
               ledger reaches) is stated once, by the office. This ledger was made with other settings."
        example "Ledger::new(LedgerSettings::default(), entries)      # and the office counts in EUR"
        remedy "Make the ledger with the settings of the office: `Ledger::new(office.ledger_settings(), entries)`."
    }
    SharedName "M0115" Error "two parties under one name" {
        means "Two parties of the office have the same name, or one has that of a State: a reader takes them for one, and a chart \
               shows two bars under one name."
        example "[[party]]\nid = \"germany\"\nname = \"Germany\"      # the State is `DEU`"
        remedy "If they are one, delete one and use the id of the other, or the State's code; if not, name them more fully."
    }
    NearlySharedName "M0173" Warning "two parties that are one to a reader" {
        means "The name of a party is one of a State, in any of the six languages or as people call it, or differs from another party's in \
               capitals, spaces, accents, marks or an article only. Both count as partners, and both are in the tables."
        example "[[party]]\nid = \"allemagne\"\nname = \"Allemagne\"\nkind = \"non-state\"      # the State is `DEU`"
        remedy "If they are one, delete one and use the id of the other, or the State's code; if not, name them more fully."
    }
    Share "M0120" Error "a share that is not what was received of what was pledged" {
        means "The share is what was received by a day, as a part of what was pledged by that day, in whole per cent. In this \
               edition it is something else, or there is one where a part of it is not known."
        example "\"pledged\": 402000000, \"received\": 354000000, \"share\": 250"
        remedy CHANGED
    }
    NotTheSum "M0121" Error "figures that do not add up" {
        means "Those shown and the others come to the total, and the month's lines to theirs. In this edition they do not, or \
               an amount is less than nothing."
        example "two lines of 1000 and 2000, and a total of 4000"
        remedy CHANGED
    }
    PartnerCount "M0122" Error "a number of partners that contradicts those named" {
        means "Partners are those that are shown, those that are named elsewhere, and the others. This edition has another \
               number of them."
        example "\"partners\": 3      # and twelve contributors are listed"
        remedy CHANGED
    }
    FigureDay "M0123" Error "a figure of a day that contradicts the month" {
        means "Figures are those of the month's last day, and what a source stated is of that day or an earlier one."
        example "\"month\": \"2025-04\", … \"as_of\": \"2025-05-31\""
        remedy CHANGED
    }
    OutOfOrder "M0124" Error "a list that is out of order" {
        means "Contributors are ordered by the size of their pledges, the points of a history by their days, totals by \
               their kind, and pillars by their number."
        example "a contributor of 1000 before one of 2000"
        remedy CHANGED
    }
    SectionContent "M0125" Error "a section and its content that do not belong together" {
        means "A section that is printed has something to say, and an edition holds nothing that no section prints."
        example "\"sections\": [\"about\"]      # and no `about`"
        remedy CHANGED
    }
    TwiceInBriefing "M0126" Error "something that occurs twice" {
        means "A section, a unit and a total each occur once."
        example "\"sections\": [\"mandate\", \"mandate\"]"
        remedy CHANGED
    }
    MovementLine "M0127" Error "a movement that contradicts its kind" {
        means "A pledge is positive and equals the sum of its terms, a withdrawal is negative, and an amount that was \
               converted had another currency."
        example "\"kind\": \"withdrawal\", \"amount\": \"2000000.00\""
        remedy CHANGED
    }
    MixedCurrencies "M0128" Error "figures in several currencies" {
        means "All figures since the beginning are in the currency of the totals; an amount whose value in that currency \
               is not known is left out of them, and printed in its own."
        example "\"pledged\": \"1.00 USD\", … \"received\": \"1.00 EUR\""
        remedy CHANGED
    }
    FactValue "M0129" Error "the value of a fact that contradicts the briefing" {
        means "A text takes a figure or a name by a fact, and the edition has its value. That value is of another kind, is \
               not what the rest of the edition says, or no text uses it."
        example "\"standing.partners\": {\"count\": 50}      # and there are 47 partners"
        remedy CHANGED
    }
    KnownBetter "M0130" Error "a part that is known better than the whole" {
        means "What one contributor gave is known only where the ledger is whole, and what is documented since a total only \
               where that is one of an earlier day."
        example "\"pledged\": \"unknown\", \"contributors\": [{\"pledged\": {\"known\": …}}]"
        remedy CHANGED
    }
    Contradiction "M0131" Error "two parts that contradict each other" {
        means "The same thing is said in two places, and not alike: the office's name, who is new, who gave in kind, or what \
               was pledged by a day."
        example "\"office\": {\"name\": \"Office\"}, \"structure\": {\"office\": \"Bureau\"}"
        remedy CHANGED
    }
    UntitledEvent "M0160" Error "an event without a title" {
        means "Money that is given for an event is printed with the event's title, and this event has none: an id is not \
               a name to print."
        example "# ledger.csv\nid,kind,effective,recorded,contributor,amount,purposes\nesp-1,pledge,2025-04-02,2025-04-03,ESP,250000,event:votan\n# 2025-04/briefing.toml\n[[item]]\nid = \"votan\""
        remedy "Give the item a `title`; or list the event in office.toml as `[[event]]` with `id` and `title`, before a month \
                reports it or for good."
    }
    LongTitle "M0161" Error "a title that is too long" {
        means "The title of an event is a heading above an item, in a narrow column: 70 characters are a line or two, in every \
               language."
        example "[[item]]\ntitle = \"High-level Conference of Heads of Counter-Terrorism Agencies of Member States of the United Nations\""
        help "shorten the title, and say the rest in the text"
        remedy "Shorten the title; the text has room for the whole name."
    }
    UnknownEvent "M0162" Error "an item that is part of an unknown event" {
        means "`part-of` names the event that an item's event belongs to: another item, of this month or another, or an \
               `[[event]]` of office.toml. No event has this id, or that event is itself part of this one."
        example "[[item]]\nid = \"side-event\"\npart-of = \"ct-wek\""
        remedy "Correct the id, or list the event in office.toml as `[[event]]`."
    }
    OnlinePlace "M0163" Error "an online event with a place" {
        means "What takes place online only has no place that it could be printed with."
        example "[[item]]\nmode = \"online\"\nplace = { state = \"MAR\", city = \"Rabat\" }"
        remedy "Write `mode = \"hybrid\"` if people met at that place as well, or leave out the place."
    }
    OtherTitle "M0164" Warning "an event with two titles" {
        means "The event is listed in office.toml under another title than its item has. The item prints its own; ledger rows \
               of other months print that of office.toml."
        example "# office.toml\n[[event]]\nid = \"forum\"\ntitle = \"Global Forum\"\n# 2025-04/briefing.toml\n[[item]]\nid = \"forum\"\ntitle = \"World Forum\""
        remedy "Make both say the same, or leave one out."
    }
    OtherDay "M0165" Warning "an event with two dates or two places" {
        means "The event is listed in office.toml with another date or place than its item has: both cannot be right. The item \
               prints its own."
        example "# office.toml\n[[event]]\nid = \"forum\"\ntitle = \"Global Forum\"\nwhen = \"2025-04-10\"\n# 2025-04/briefing.toml\n[[item]]\nid = \"forum\"\nwhen = \"2025-04-11\""
        remedy "Make both say the same, or leave the date or place of the `[[event]]` out."
    }
    UnfitLead "M0166" Error "an item that cannot lead the issue" {
        means "`lead` names the item that stands at the head of the issue, across both columns: an item of the month with a \
               `title` and a `picture`."
        example "# 2025-04/briefing.toml\nissued = 2025-05-06\nlead = \"votan\"      # and no item has this id"
        help "give `lead` the id of an item with a title and a picture, or leave it out"
        remedy "Correct the id, give the item what it is missing, or leave out `lead`."
    }
    NextIssueEarly "M0167" Error "a next issue that comes too early" {
        means "The next issue goes out after this one."
        example "# 2025-04/briefing.toml\nissued = 2025-05-06\nnext-issue = 2025-05-06"
        help "write a day after the day of issue, or leave `next-issue` out"
        remedy "Correct `next-issue`, or leave it out."
    }
    StatedAboveRecord "M0168" Warning "a stated total above what is on record" {
        means "`stated-total` is more than the ledger's pledges of that month come to. The ledger holds what is documented, so that \
               there may be more, and the two do not contradict each other; the page lists what is on record, and \
               `{month.pledged}` is not known."
        example "# office.toml\n[ledger]\ncoverage = \"documented\"\n# 2025-04/briefing.toml\nstated-total = \"2242651 USD\"\n# ledger.csv\nid,kind,effective,recorded,contributor,amount\ndeu-1,pledge,2025-04-10,2025-04-30,DEU,2242615"
        remedy "Enter the pledges that are missing, or correct the stated total if it is wrong."
    }
    EmptyMonth "M0151" Warning "a month without items" {
        means "The month's `briefing.toml` has no `[[item]]`: the briefing will have figures and no news."
        example "# 2025-04/briefing.toml\nissued = 2025-05-06"
        remedy "Add the month's items, each beginning with `[[item]]`."
    }
    UnitNotThere "M0152" Warning "an item of a unit that did not exist" {
        means "The item belongs to a unit, by `section` or `units`, whose `since` or `until` says that it did not exist when the \
               item took place."
        example "# office.toml\n[[unit]]\nid = \"archive\"\nname = \"Archive\"\nkind = \"section\"\nuntil = \"2022\"\n# 2025-04/briefing.toml\n[[item]]\nid = \"closing\"\nsection = \"archive\""
        remedy "Correct the item's `section` or `units`, its date, or the unit's dates."
    }
    NotPrinted "M0153" Warning "an item that is not printed" {
        means "The item's section is not among the `sections` of `office.toml`, so the briefing leaves the item out. \
               Items of units are printed in `capacity-building`."
        example "# office.toml\nsections = [\"leadership\"]\n# 2025-04/briefing.toml\n[[item]]\nid = \"closing\"\nsection = \"highlights\""
        remedy "Add the section to `sections` in `office.toml`, or move the item to a section that is printed."
    }
    NotWritten "M0154" Warning "a text that nobody has written yet" {
        means "`briefing new item` puts a sentence in place of the text, and it is still there. It would be printed."
        example "[[item]]\nid = \"roundtable\"\ntext = \"Say here, in two or three sentences, what happened, who took part and what came of it.\""
        remedy "Say what happened, or remove the item."
    }
    LastMonthsDate "M0155" Warning "a day of the previous month" {
        means "The text names a day of the previous month as its own, although the item was not on such a day: often a text of \
               the last issue was used again and its date forgotten."
        example "# 2025-05/briefing.toml\n[[item]]\nwhen = \"2025-05-14\"\ntext = \"Experts met on 28 April.\""
        remedy "Correct the date. A text that looks back says so: since 28 April, after 28 April, the report of 28 April."
    }
    YearSlip "M0159" Warning "a day of issue in another year" {
        means "The issue, or the next one, goes out a year or more after what comes before it, or a correction two years or more: most \
               often the year was mistyped. The day is printed, and an issue counts what the ledger knows up to its day."
        example "# 2025-05/briefing.toml\nissued = 2035-06-02"
        remedy "Correct the year. For an issue that is indeed so late the warning may stand."
    }
    BeforeOffice "M0156" Warning "a month before the office" {
        means "The month ended before the day on which the office was established. Its briefing would speak of an office \
               that did not exist."
        example "# office.toml\nestablished = { on = 2017-06-15, resolution = \"A/RES/71/291\" }\n# 2017-04/briefing.toml\nissued = 2017-05-05"
        remedy "Correct the name of the month's folder, or `established`."
    }
    TotalNotRestated "M0170" Warning "a total that was not stated anew" {
        means "The totals of the ledger are stated by a source. The previous issue had one of its own month; this one has the same \
               still, although the ledger has pledges or payments since. The page says of which day the total is."
        example "[ledger]\ncoverage = \"documented\"\n# ledger.csv\nid,kind,effective,recorded,contributor,amount\nt-1,assertion,2025-03-31,2025-03-31,,5000\np-1,pledge,2025-04-04,2025-04-05,DEU,700\n# 2025-03/briefing.toml\n[[item]]\nwhen = 2025-03-05\ntext = \"A visit.\"\n# 2025-04/briefing.toml\n[[item]]"
        remedy "Add the total of this month to the ledger, as a row of kind `assertion`; if none was stated, leave it as it is."
    }
    MonthAhead "M0172" Warning "a month that has not begun" {
        means "The month begins after today. What it prints would be of days that have not come; the year of its folder may be \
               mistyped. `publish` refuses it."
        example "# 2052-04/briefing.toml\n[[item]]\nid = \"course\""
        help "name the folder by the month that it is of; a draft of a later month may wait"
        remedy "Correct the name of the month's folder."
    }
    LargeChange "M0171" Warning "a figure that moved by more than the office's limit" {
        means "The total pledged, the total received or the number of partners differs from that of the previous issue by more per \
               cent than `largest-change` in `[ledger]` says."
        example "[ledger]\nlargest-change = 50\n# ledger.csv\nid,kind,effective,recorded,contributor,amount\np-1,pledge,2025-03-04,2025-03-05,DEU,5000\np-2,pledge,2025-04-04,2025-04-05,FRA,70000\n# 2025-03/briefing.toml\n[[item]]\nwhen = 2025-03-05\ntext = \"A visit.\"\n# 2025-04/briefing.toml\n[[item]]"
        remedy "Correct the entry that the message shows, if it is wrong; if it is right, nothing needs doing."
    }

    ProgrammeNotThere "M0157" Warning "an item of a programme that did not run" {
        means "The item belongs to a programme whose `launched` or `closed` says that it did not run when the item took place."
        example "# office.toml\n[[programme]]\nid = \"travel\"\nname = \"Travel Programme\"\nlaunched = \"2019-05-07\"\n# 2018-06/briefing.toml\n[[item]]\nid = \"course\"\nprogrammes = [\"travel\"]"
        remedy "Correct the item's `programmes`, its date, or the programme's dates."
    }
    PillarsUnexplained "M0158" Warning "pillars of a Strategy that the office does not name" {
        means "The line under the item prints the numbers of its pillars, which are those of the United Nations Global \
               Counter-Terrorism Strategy. The office has no `[strategy]`, so nothing in the briefing says what they are."
        example "# office.toml\n[items]\nline = [\"pillars\"]\n# 2025-04/briefing.toml\n[[item]]\nid = \"course\"\npillars = [\"I\"]"
        remedy "Add `[strategy]` to `office.toml` if the office works under the Strategy, or leave out `pillars`."
    }

    // P: A picture or a font.
    NoPicture "P0401" Error "no such picture" {
        means "The item names a picture, and the file is not in the month's folder."
        example "picture = { file = \"netwrk.png\", alt = \"…\" }"
        remedy "Correct the name, or put the picture into the month's folder. Capital and small letters count."
    }
    PictureTooLarge "P0402" Error "a picture that is too large" {
        means "A picture may have 64 MB and 100 megapixels. Twelve megapixels fill a whole page in print."
        example "picture = { file = \"panorama.png\", alt = \"…\" }      # 40,000 by 10,000 pixels"
        remedy "Save the picture at a smaller size."
    }
    NotAPicture "P0403" Error "not a picture" {
        means "Pictures are JPEG, PNG, WebP or SVG files; what counts is what the file holds, not what it is called. Other \
               kinds, such as HEIC (telephones) and SVG (drawings), are named, with a way to make one of these of them."
        example "picture = { file = \"notes.docx\", alt = \"…\" }"
        remedy "Save the picture as JPEG (photographs) or PNG (drawings)."
    }
    PictureOutside "P0404" Error "a picture outside its month's folder" {
        means "A picture lies in its month's folder, so that a copy of the folder prints the same. A path with `..`, \
               from the root of a disk, or through a link that leads out of the office folder is refused, and so is \
               anything that is not an ordinary file."
        example "picture = { file = \"../../secret.png\", alt = \"…\" }"
        remedy "Copy the picture into the month's folder and name it without a path."
    }
    NoAltText "P0405" Error "a picture without alternative text" {
        means "Alternative text says what a picture shows to those who do not see it. Every picture in an accessible \
               file needs it."
        example "picture = { file = \"network.png\", alt = \" \" }"
        help "say in a sentence what the picture shows"
        remedy "Say in a sentence what the picture shows; not what it is called, and not the caption again."
    }
    PictureUnsupported "P0406" Error "a kind of picture that cannot be printed" {
        means "The picture uses a kind of JPEG that PDF does not have (lossless, arithmetic, twelve bits), is an \
               animation, or is of another rare kind that cannot be brought onto a page."
        example "picture = { file = \"from-the-printer.jpg\", alt = \"…\" }"
        remedy "Save it as an ordinary JPEG in RGB colours: in most programs `Export`, `sRGB`, `JPEG`."
    }
    PictureDamaged "P0407" Error "a damaged picture" {
        means "The picture begins as it should and then breaks off or contradicts itself. Viewers show such a picture \
               with a grey part or in strange colours; all of its data are read to find out."
        example "picture = { file = \"half-downloaded.jpg\", alt = \"…\" }"
        remedy "Get the picture again from its source."
    }
    PictureCoarse "P0408" Warning "a picture with few pixels" {
        means "The picture has fewer than 600 pixels on its longer side, and will look coarse in print."
        example "picture = { file = \"thumbnail.jpg\", alt = \"…\" }"
        remedy "Use a larger version of it."
    }
    PictureProfile "P0409" Warning "a colour profile that cannot be read" {
        means "The picture says what its colours mean with a profile, and the profile is damaged or of another kind of \
               colours. They are printed as if they were sRGB, and may look pale or too bright."
        example "picture = { file = \"from-the-scanner.png\", alt = \"…\" }"
        remedy "Open the picture in a picture editor, convert it to sRGB and save it."
    }
    NoFont "P0411" Error "no such font" {
        means "The office names a font, and the file is not in its folder, or cannot be read: a font may have 32 MB."
        example "[theme]\nfonts = [\"fonts/rare-han.ttf\"]"
        help "put the font's file into the office's folder, and write its path from there"
        remedy "Correct the name, or put the font into the office's folder. Capital and small letters count."
    }
    NotAFont "P0412" Error "not a font that can be printed with" {
        means "Fonts are TrueType files with one face each; what counts is what the file holds, not what it is \
               called. Collections (.ttc), PostScript outlines (.otf) and web fonts (.woff) cannot be used."
        example "[theme]\nfonts = [\"fonts/songti.ttc\"]"
        remedy "Get the TrueType version of the font, or another font that has the characters."
    }
    RestrictedFont "P0413" Error "a font that may not be embedded" {
        means "The font's own settings forbid embedding it in files, or embedding a part of it. Every briefing has its \
               fonts embedded."
        example "[theme]\nfonts = [\"fonts/licensed.ttf\"]"
        help "name a font whose licence allows it"
        remedy "Use a font whose licence allows embedding, such as one under the SIL Open Font License."
    }
    AltIsFileName "P0414" Warning "alternative text that is a file name" {
        means "Alternative text is read out in place of the picture, and this says what the file is called."
        example "alt = \"IMG_2041.jpg\""
        remedy "Say in a sentence what the picture shows."
    }
    AltIsCaption "P0415" Warning "alternative text that is the caption" {
        means "A screen reader reads out the alternative text and then the caption: here the same words twice, and \
               nothing about what the picture shows."
        example "alt = \"Experts met in Rabat\"\ncaption = \"Experts met in Rabat\""
        remedy "Say in `alt` what the picture shows, and in `caption` what it is about."
    }

    // C: The ledger's table.
    MissingColumn "C0501" Error "a missing column" {
        means "The ledger's first row names its columns, in any order. A column that every ledger needs is missing."
        example "id,kind,effective,party,amount"
        help "write the column's name into the first row, and its cells below it"
        remedy "Add the column, with its name in the first row."
    }
    UnknownColumn "C0502" Error "an unknown column" {
        means "The first row names a column that has no meaning in a ledger, or names one twice."
        example "id,kind,effective,recorded,contributr,amount"
        remedy "Correct the name; remarks go into the column `note`."
    }
    UnevenRow "C0503" Error "a row that is too long or too short" {
        means "The row has another number of cells than the first row, so that it is not clear which cell belongs to \
               which column."
        example "id,kind,effective,recorded,contributor,amount\ndeu-1,pledge,2025-04,2025-05-05,DEU,1000,USD"
        remedy "Check whether a text needs quotation marks that has a comma in it, or whatever separates the columns: `\"Madrid, Spain\"`."
    }
    MissingCell "C0504" Error "an empty cell" {
        means "An entry of this kind needs this cell."
        example "id,kind,effective,recorded,contributor,amount\ndeu-1,pledge,2025-04,2025-05-05,DEU,"
        help "fill in the cell"
        remedy "Fill the cell."
    }
    NeedlessCell "C0505" Error "a cell that has no meaning" {
        means "An entry of this kind does not use this cell, which would be ignored."
        example "id,kind,effective,recorded,contributor,amount,partners\ndeu-1,pledge,2025-04,2025-05-05,DEU,1000,3"
        remedy "Empty the cell, or correct the kind."
    }
    BadCell "C0506" Error "a cell that cannot be understood" {
        means "The value does not have the form that the column requires: a kind, a date, an id, a number."
        example "id,kind,effective,recorded,contributor,amount\ndeu-1,pledge,2025-04,6 May 2025,DEU,1000"
        remedy "Write it as the message says. A spreadsheet may have turned it into its own way of writing dates: \
                format the column as text."
    }
    BadAmount "C0507" Error "not an amount" {
        means "An amount is digits with at most one decimal point, and no more decimals than its currency has (ISO \
               4217: two for USD, none for JPY). It has no currency sign and no separators between thousands: \
               `92,615` is ninety-two and a bit in half of the world."
        example "id,kind,effective,recorded,contributor,amount\ndeu-1,pledge,2025-04,2025-05-05,DEU,\"92,615\""
        remedy "Write `92615` or `92615.00`."
    }
    Semicolons "C0508" Warning "columns that are not separated by commas" {
        means "The ledger's columns are separated by semicolons (or tabs), as spreadsheets of some countries write \
               them. It is read all the same; commas are what every program expects."
        example "id;kind;effective;recorded;contributor;amount\ndeu-1;pledge;2025-04;2025-05-05;DEU;1000"
        remedy "Save it with commas, or leave it."
    }
    EmptyLedger "C0509" Error "a ledger without a first row" {
        means "The ledger's first row names its columns; this file is empty."
        example "(a file of no bytes)"
        help "write the names of the columns into the first row: `id,kind,effective,recorded,contributor,amount`"
        remedy "Write the row of column names; rows may follow later."
    }
    OpenQuote "C0510" Error "a quotation mark that is not closed" {
        means "A cell that begins with a quotation mark goes on until the next one, also over lines (RFC 4180). This one \
               is not closed, or the mark that closes it has text after it, so that rows would be lost or their cells \
               confused."
        example "id,kind,effective,recorded,contributor,amount,note\ndeu-1,pledge,2025-04,2025-05-05,DEU,1000,\"as agreed\nesp-1,pledge,2025-04,2025-05-05,ESP,1000,\"the \"big\" conference\""
        remedy "Close it, or remove it; a quotation mark within such a cell is written twice."
    }
    BadWorkbook "C0511" Error "a workbook that cannot be read" {
        means "The file is not an Excel workbook (.xlsx) that can be opened: it is damaged, protected by a password, \
               of another format (.xls, .xlsb, .ods, Numbers), or has no sheet of the name that is given."
        example "[ledger]\nfile = \"ledger.xlsx\"\nsheet = \"Ledgr\""
        remedy "Save it anew as an Excel workbook (.xlsx) without a password, and name a sheet that it has."
    }
    CellError "C0512" Error "a formula without a result" {
        means "Formulas are read by the result that is stored with them. This one is stored with an error, or without \
               a result because the workbook was written by a program that does not calculate."
        example "amount      (the cell says #REF!)"
        help "correct the formula, or write its result into the cell"
        remedy "Correct the formula; or open the workbook in a spreadsheet and save it again."
    }
    TotalRow "C0513" Error "a row of totals that does not add up" {
        means "A row that calls itself a total, or has nothing but amounts, is not an entry and is not added. It is \
               compared with the rows above it: a difference means that a row was lost, or added below. A row of an export that \
               calls itself a total or a balance, and has all that makes an entry, would count what the rows above say once more."
        example "id,kind,effective,recorded,contributor,amount\ndeu-1,pledge,2025-04,2025-05-05,DEU,100\nuzb-1,pledge,2025-04,2025-05-05,UZB,50\nTotal,,,,,140"
        help "correct the amount that is wrong, or the total"
        remedy "Look for the row that is missing or counted twice, or delete the row of totals."
    }
    MergedCells "C0514" Error "merged cells" {
        means "Cells of a workbook that are merged are shown as one, and only the first of them has the value. The \
               other rows have nothing there: a currency that is merged over three rows is that of one."
        example "id      amount   currency\ndeu-1   100      JPY\nfra-1   100      (merged with the cell above)"
        remedy "Unmerge the cells, and write the value into each row that it is meant for."
    }
    OtherCurrency "C0515" Warning "a cell shown in another currency than its row" {
        means "The workbook shows the amount with the sign of a currency, and the row is in another one: the column \
               `currency` says so or, where the cell is blank, `currency` under `[ledger]` or in the map. The sign is not read."
        example "amount\n$25,000.00      (and the ledger is in EUR)"
        remedy "Write the row's currency into the column `currency`, or correct the format of the cell."
    }
    DayWithTime "C0516" Warning "a day with a time" {
        means "The cell has a time of day beside its day, and the day is taken as it is there. In another time zone it \
               may be another day, and on the last day of a month another month."
        example "effective\n2025-03-31T22:00:00Z      (1 April in Geneva)"
        remedy "See which day it was at the place of payment, and store the day without a time."
    }
    RowAbove "C0517" Error "a row above the names of the columns" {
        means "The names of the columns may have a title above them. This row has more cells than a title, and would be \
               lost: sorting a table sometimes moves the names down."
        example "deu-1,pledge,2025-04-10,2025-05-05,DEU,100\nid,kind,effective,recorded,contributor,amount"
        remedy "Move the row below the names of the columns, or delete it."
    }
    TwoLedgers "C0518" Warning "more than one ledger" {
        means "The office has more than one file that is named like a ledger, or a workbook more than one sheet with the columns \
               that are read, and nobody says which one counts. One is read, the others are not."
        example "ledger.csv\nledger.xlsx"
        remedy "Name the one that counts, `file = \"ledger.xlsx\"` or `sheet = \"2025\"` under `[ledger]`, or put the others \
                elsewhere. In the map of an import, `sheet = \"2025\"` names it."
    }
    OutOfLine "C0519" Warning "an amount, a day or a rate far out of line" {
        means "The amount is a thousand times more, or less, than those of the rows around it, or the day is ten years \
               or more from theirs; or a rate, or what an amount is said to be worth, makes a currency worth ten times what it has \
               been worth for years, or a tenth. A misplaced point, a mistyped year or a rate that is the wrong way round looks like that."
        example "id,kind,effective,recorded,contributor,amount\ndeu-1,pledge,2025-04-10,2025-05-05,DEU,50000\nfra-1,pledge,2015-04-11,2025-05-05,FRA,60000\nita-1,pledge,2025-04-12,2025-05-05,ITA,70000\nesp-1,pledge,2025-04-13,2025-05-05,ESP,80000"
        remedy "Compare the row with its source. If it is right, nothing needs to be done."
    }
    RecordedAhead "C0520" Warning "an entry recorded in the future" {
        means "The entry says that it was recorded on a day that has not come yet. No issue before that day counts it."
        example "id,kind,effective,recorded,contributor,amount\ndeu-1,pledge,2025-04-01,2052-04-01,DEU,5000000"
        remedy "Correct the date: `recorded` is the day on which the entry was written into the ledger."
    }
    ShownScaled "C0521" Warning "an amount shown as another number" {
        means "The workbook shows the amount with a word that may make it another one, and stores the number in front of it. What is \
               stored is taken."
        example "amount\n2.5 gross      (stored as 2.5, with the format `0.0\" gross\"`)"
        remedy "See whether the number is the whole amount. If it is, take the word out of the cell's format."
    }
    HiddenRow "C0522" Warning "a hidden row" {
        means "A row of the sheet is hidden, by hand or by a filter, and is read like the others. Whoever looks at the sheet does \
               not see it."
        example "row   id      amount\n2     deu-1   100\n4     fra-1   100      (row 3 is hidden, and counted)"
        remedy "Show all rows, clear the filter, and delete those that are not entries."
    }
    DaysTurned "C0523" Warning "days whose order may have been turned" {
        means "In a column of an export some days are stored as days, none of them after the 12th of a month, and others are texts \
               after the 12th. That is what becomes of days when a spreadsheet opens a file in another country's order: it \
               takes the 4th of May for the 5th of April, and leaves the 13th of May, which it cannot read, a text."
        example "Date\n2025-04-05      (stored as a day; the file said 04/05/2025)\n13/05/2025      (a text)"
        remedy "Export again, and import that file without opening it in a spreadsheet."
    }
    ShownCurrency "C0524" Error "a cell shown in a currency that its row does not state" {
        means "The workbook shows the amount with the sign of a currency, and would be taken in another one, although nobody said which \
               it is: no column `currency`, and no `currency` under `[ledger]`; of an export, nothing in its map."
        example "amount\n€25,000.00      (no column `currency`; without `currency` under `[ledger]`, a ledger is in USD)"
        remedy "Say the currency of the row: in the column `currency`, or of an export in the map, `currency = \"EUR\"` under \
                `[constants]`. Where the sign is wrong, correct the format of the cell."
    }
    PurposeIsId "C0526" Warning "a purpose that is an id" {
        means "A purpose without `unit:` or `programme:` before it is printed as it is written. This one is the id or the name of a unit or \
               programme: with the prefix and the id it would be counted with the others for that."
        example "# ledger.csv\nid,kind,effective,recorded,contributor,amount,purposes\ndeu-1,pledge,2025-04-02,2025-04-03,DEU,100000,ibsm"
        remedy "Write the prefix: `programme:ibsm`."
    }
    BlankCounts "C0527" Warning "a blank cell that leaves a total unknown" {
        means "An opening balance or a remainder says what was received, and not what was pledged; or a remainder does not say how many partners it \
               is of. What is left blank is not known, and no issue prints a total of it; zero is written as `0`. The warning goes where `note` says \
               `amount unknown` or `partners unknown`."
        example "# ledger.csv\nid,kind,effective,recorded,contributor,amount,received\nO-1,opening-balance,2024-12-31,2025-01-05,DEU,,50000"
        remedy "Write what had been pledged; of gifts without a pledge, what was received. Of a remainder that names nobody new, write `0` under \
                `partners`."
    }
    StruckOut "C0525" Warning "a cell that is struck out" {
        means "A line is drawn through the amount or the kind of a row, as people do with what no longer holds. The row is read like the \
               others."
        example "id      amount\ndeu-1   100      (struck out, and counted)"
        remedy "Clear the line. Where the row no longer holds, add a row `void` or a withdrawal to the ledger; leave it out of an export."
    }

    // L: The ledger's meaning.
    DuplicateEntry "L0101" Error "two entries have the same id" {
        means "Every entry is named by its id: by receipts, revisions and corrections, and in the trace of a printed \
               figure. With two of the same id none of them would say which is meant."
        example "id,kind,effective,recorded,contributor,amount\nP-1,pledge,2025-04,2025-05-05,DEU,92615\nP-1,pledge,2025-04,2025-05-05,UZB,50000"
        help "delete one of the two if it is the same entry; otherwise give it an id of its own"
        remedy "Give one of them another id, or delete it if the row was entered twice."
    }
    UnknownEntry "L0102" Error "an entry names one that does not exist" {
        means "A receipt, revision, withdrawal, refund or correction, or an entry that itemizes a remainder, names an id \
               that no entry has."
        example "id,kind,effective,recorded,ref,amount\nR-1,receipt,2025-04-10,2025-05-05,P-9,1000"
        help "write the `id` of a row of the ledger, or add the row that is meant"
        remedy "Correct the reference, or enter the pledge first. A payment on no pledge leaves the reference blank."
    }
    WrongTarget "L0103" Error "an entry names one of a kind it cannot be about" {
        means "Receipts, revisions and withdrawals are about pledges, allocations or opening balances; refunds also \
               about receipts; only a remainder can be itemized; a correction is never corrected itself."
        example "id,kind,effective,recorded,contributor,ref,amount\nR-1,receipt,2025-04-10,2025-05-05,DEU,,1000\nV-1,revision,2025-04-12,2025-05-05,,R-1,1500"
        remedy "Name the entry that is meant. To undo a correction, correct the original entry once more."
    }
    DuplicateReference "L0104" Error "two entries have the same reference of the same source" {
        means "A voucher or letter was probably entered twice, and its amount would count twice: the two entries have \
               the same kind, day, amount, currency and contributor as well. Several payments under one agreement \
               differ in one of these."
        example "id,kind,effective,recorded,contributor,amount,source,reference\nR-1,receipt,2025-04-10,2025-05-05,DEU,1000,bank,TT-77\nR-2,receipt,2025-04-10,2025-05-06,DEU,1000,bank,TT-77"
        help "if both were paid, give each a reference of its own, such as TT-77/1; otherwise enter it once"
        remedy "Delete the second row, or give each part of a split payment a reference of its own, such as TT-77/1."
    }
    RecordedBeforeTarget "L0105" Error "an entry names one that was recorded later" {
        means "What the office knew on a day must be complete in itself, or a briefing rendered again would differ. \
               An entry can therefore only name what was recorded on the same day or before."
        example "id,kind,effective,recorded,contributor,ref,amount\nP-1,pledge,2025-03,2025-05-05,DEU,,1000\nR-1,receipt,2025-04-10,2025-04-11,,P-1,1000"
        help "correct the day on which one of them was recorded; if both days are right, leave the reference blank here, and assign \
              it by a correction recorded when the other was"
        remedy "Leave the reference blank in the receipt, and assign it by a correction recorded when the pledge was."
    }
    EffectiveBeforeTarget "L0106" Error "a change takes effect before what it changes" {
        means "A revision, withdrawal or refund counts from a day on which its pledge or receipt did not yet."
        example "id,kind,effective,recorded,contributor,ref,amount\nP-1,pledge,2025-04,2025-05-05,DEU,,1000\nV-1,revision,2025-03-01,2025-05-05,,P-1,1500"
        help "correct one of the dates; a month counts from its last day: give the day if it is known"
        remedy "Correct one of the dates. A month counts from its last day: give the day if it is known."
    }
    ReceiptBeforePledge "L0107" Warning "money arrived before its pledge took effect" {
        means "Until the pledge takes effect, the receipt counts as a contribution without a pledge, pledged and received; from then on it \
               is part of the pledge, and counts as pledged no longer besides. That may be so, but often a date is wrong."
        example "id,kind,effective,recorded,contributor,ref,amount\nP-1,pledge,2025-04,2025-05-05,DEU,,1000\nR-1,receipt,2025-03-01,2025-05-05,,P-1,1000"
        help "compare the two dates with their sources"
        remedy "Compare the two dates with their sources."
    }
    EffectiveAfterRecorded "L0108" Warning "an entry took effect after it was recorded" {
        means "The entry speaks of the future, and counts only from its effective day on."
        example "id,kind,effective,recorded,contributor,amount\nP-1,pledge,2025-06-01,2025-05-05,DEU,1000"
        remedy "If the dates are exchanged, or a year is mistyped, correct them. A pledge announced for later is made \
                today and has a schedule."
    }
    DoubledEntry "L0109" Warning "two entries that say the same" {
        means "Two entries agree in kind, day, contributor, amount and purpose, as corrected, and in their notes. Probably one letter was \
               entered twice, and its amount counts twice."
        example "id,kind,effective,recorded,contributor,amount\nP-1,pledge,2025-04-10,2025-05-05,DEU,1000\nP-2,pledge,2025-04-10,2025-05-05,DEU,1000"
        help "if it was entered twice, delete one, or strike it out with a row of kind `void` if an issue counts it; if both are right, say \
              what one of them is in its `note`"
        remedy "Delete one of them, or strike it out with a row of kind `void` if an issue counts it. If both are right, say what one of them \
                is in its `note`, or give each the reference of its letter."
    }
    TargetStruckOut "L0110" Warning "an entry about a pledge that does not count" {
        means "The pledge was struck out, or is unverified, and what is about it is not: a payment counts as a contribution of its own; a \
               revision or a withdrawal counts in nothing."
        example "id,kind,effective,recorded,contributor,ref,amount\nP-1,pledge,2025-04-10,2025-05-05,DEU,,1000\nR-1,receipt,2025-04-12,2025-05-05,,P-1,500\n\
                 C-1,void,2025-06-05,2025-06-05,,P-1,"
        help "name the pledge it was paid on in a row of kind `correction`; if it was given beside any, strike it out too, and enter it again with \
              `yes` under `gift`"
        remedy "Name the pledge that it was paid on in a row of kind `correction`. If it was given beside any pledge, strike it out in a row of \
                kind `void`, and enter it again without `ref`, and with `yes` under `gift`. If it never came, strike it out. What changes a \
                pledge that was struck out is struck out as well, or the pledge entered anew with the new terms."
    }
    CountsLater "L0111" Warning "an entry that counts long after it was recorded" {
        means "When it took effect is known to the year or a span only, which ends months after the entry was recorded. It counts from the last \
               day of that, and is in no total before."
        example "id,kind,effective,recorded,contributor,amount\nP-1,pledge,2025,2025-03-02,DEU,1000"
        remedy "Write the month or the day if it is known. Otherwise write a span that ends on the day on which it was recorded: by then it had taken \
                effect."
    }
    BesideBalance "L0112" Warning "money that an opening balance or a remainder may hold already" {
        means "An opening balance is all that one contributor had pledged and paid by its day. What took effect by then, and a second balance, count \
               beside it. So does what was paid or changed by the day of a remainder on a pledge that itemizes it, unless the payment \
               itemizes the remainder, too."
        example "id,kind,effective,recorded,contributor,amount\nO-1,opening-balance,2024-12-31,2025-01-05,DEU,1000\nP-1,pledge,2024-06-10,2025-01-06,DEU,400"
        help "strike out, in a row of kind `void`, what the balance holds; if it is not part of the balance, write `beside`, with the balance's id, in `note`"
        remedy "Strike out what the balance holds in a row of kind `void`, or lower the balance by a correction. Of a payment that a remainder \
                holds, name the remainder under `itemizes`. If the money is no part of the balance, write `beside O-1`, with the balance's id, in the `note` of its row, and the warning is gone."
    }
    ContributorMissing "L0201" Error "a receipt says neither who paid nor on which pledge" {
        means "Without either, the money belongs to nobody."
        example "id,kind,effective,recorded,contributor,ref,amount\nR-1,receipt,2025-04-10,2025-05-05,,,1000"
        help "fill in the contributor, the pledge, or both"
        remedy "Fill in the contributor, the pledge, or both."
    }
    ContributorMismatch "L0202" Error "an entry is not of its pledge's contributor" {
        means "The entry names one contributor, and the pledge that it is about belongs to another. A receipt need not name its \
               contributor, and a revision, a withdrawal or a refund may name it again."
        example "id,kind,effective,recorded,contributor,ref,amount\nP-1,pledge,2025-04,2025-05-05,DEU,,1000\nR-1,receipt,2025-05-02,2025-05-05,UZB,P-1,1000"
        help "name the pledge that was paid, or correct the contributor"
        remedy "Correct the pledge or the contributor. Whoever transferred the money for the contributor can be named in `note`."
    }
    CurrencyMismatch "L0203" Error "currencies that do not fit" {
        means "A revision or withdrawal must be in its pledge's currency, a value and a remainder in that of the \
               totals; a payment in a third currency must say how much of the pledge it settles."
        example "id,kind,effective,recorded,contributor,ref,amount,currency\nP-1,pledge,2025-04,2025-05-05,ESP,,250000,EUR\nV-1,revision,2025-05-02,2025-05-05,,P-1,300000,USD"
        help "state the amount in the expected currency"
        remedy "State the amount in the expected currency; of a payment in a third one, say in `settles` how much of its pledge it settles."
    }
    ScheduleDropped "L0204" Warning "a revision drops its pledge's schedule" {
        means "The terms of a revision replace the earlier ones. The pledge was spread over time and now is not."
        example "id,kind,effective,recorded,contributor,ref,amount,schedule\nP-1,pledge,2022-03,2025-05-05,QAT,,15000000,yearly 2024/2026\nV-1,revision,2025-05-02,2025-05-05,,P-1,50000000,"
        remedy "Repeat the schedule in the revision, or write `whole` if it no longer holds."
    }
    NothingStated "L0205" Error "an entry states nothing" {
        means "A remainder or opening balance without amount, an assertion without figure, a gift in kind without what was given or \
               its value, or a correction without change has no effect, so something is missing."
        example "id,kind,effective,recorded,contributor,ref,amount\nP-1,pledge,2025-04,2025-05-05,DEU,,1000\nC-1,correction,2025-04,2025-05-05,,P-1,"
        help "fill in what it is meant to state"
        remedy "Fill in what it is meant to state, or delete the row."
    }
    RepeatedPurpose "L0206" Warning "a purpose stands twice" {
        means "The purposes of an earmark are a set; the second mention says nothing."
        example "id,kind,effective,recorded,contributor,amount,purposes\nP-1,pledge,2025-04,2025-05-05,DEU,1000,programme:ibsm; programme:ibsm"
        remedy "Delete the second, or correct it if another was meant."
    }
    IntroductionUnsaid "L0207" Error "a new name does not say whether it is a new partner" {
        means "Some partners are known by number only. A contributor who appears for the first time may be one of \
               them, and then the number of partners stays; or a new one, and then it grows."
        example "id,kind,effective,recorded,contributor,amount,partners,new\nO-1,remainder,2024-12-31,2025-01-05,,5000,3,\nP-1,pledge,2025-04,2025-05-05,DEU,1000,,"
        remedy "Write `new` or `among-unnamed` in the entry."
    }
    IntroductionContradiction "L0208" Error "a contributor is said to be new and not new" {
        means "One entry calls the contributor a new partner, another says it was among the unnamed."
        example "id,kind,effective,recorded,contributor,amount,partners,new\nO-1,remainder,2024-12-31,2025-01-05,,5000,3,\nP-1,pledge,2025-04,2025-05-05,DEU,1000,,new\nP-2,pledge,2025-05,2025-06-05,DEU,1000,,among-unnamed"
        help "keep the one that is right; the other may be left blank"
        remedy "Keep the one that is right; the other may be left blank."
    }
    NoUnnamedLeft "L0209" Error "no unnamed partner is left" {
        means "More contributors are said to be among the unnamed than there are."
        example "id,kind,effective,recorded,contributor,amount,partners,new\nO-1,remainder,2024-12-31,2025-01-05,,5000,0,\nP-1,pledge,2025-04,2025-05-05,DEU,1000,,among-unnamed"
        help "correct the number of partners in the remainder, or write `new`"
        remedy "Correct the number of partners in the remainder, or write `new`."
    }
    InapplicableCorrection "L0210" Error "a correction changes what its entry does not have" {
        means "The corrected entry is of a kind that has no such part, or the parts no longer fit each other."
        example "id,kind,effective,recorded,contributor,ref,amount,partners\nP-1,pledge,2025-04,2025-05-05,DEU,,1000,\nC-1,correction,2025-04,2025-06-05,,P-1,,4"
        help "leave the part blank, or correct the entry that is meant"
        remedy "Leave the part blank, correct the entry that is meant, or void the entry and enter it anew."
    }
    GiftUnsaid "L0211" Error "a payment may be one on an open pledge" {
        means "The receipt names no pledge, and its contributor has one that is not yet paid. If the money was paid on \
               it, it would count twice: as what was pledged, and as a contribution of its own."
        example "id,kind,effective,recorded,contributor,ref,amount\nP-1,pledge,2025-04,2025-05-05,DEU,,1000\nR-1,receipt,2025-05-02,2025-05-05,DEU,,1000"
        remedy "Write the pledge's id in `ref`, or `yes` in the column `gift` if the money was given beside the pledge."
    }
    SettlesOtherwise "L0212" Error "a payment that is worth something else than it settles" {
        means "The pledge is in the currency of the totals, and so is what the payment is worth: it settles as much as it is \
               worth. Otherwise the totals would say that something is still to come, or that more came than was promised."
        example "id,kind,effective,recorded,contributor,ref,amount,currency,value,settles\nP-1,pledge,2025-04,2025-05-05,FRA,,100000,,,\nR-1,receipt,2025-05-02,2025-05-05,,P-1,90000,EUR,98000,100000 USD"
        help "make both the same; where the pledge is settled for less, lower it by a revision"
        remedy "Make `value` and `settles` the same. Where the pledge is settled for less, lower it by a revision."
    }
    CurrencyCorrected "L0213" Warning "a correction that changes a currency" {
        means "The corrected amount is in another currency than the entry's."
        example "id,kind,effective,recorded,contributor,ref,amount,currency\nP-1,pledge,2025-04,2025-05-05,ESP,,100000,EUR\nC-1,correction,2025-04,2025-06-05,,P-1,120000,USD"
        remedy "Write the entry's currency into the correction, unless it was the currency that was wrong."
    }
    EarmarkMismatch "L0214" Error "a payment for something else than its pledge" {
        means "The row says what the money is for, and the pledge on which it was paid says otherwise. A payment on a pledge is for what the \
               pledge is for, and counts there."
        example "id,kind,effective,recorded,contributor,ref,amount,purposes\nP-1,pledge,2025-04,2025-05-05,DEU,,1000,Border control\nR-1,receipt,2025-05-02,2025-05-05,,P-1,400,Sport"
        help "leave `fund` and `purposes` blank, or name the pledge that is for this; if the pledge was for this, correct it"
        remedy "Leave `fund` and `purposes` of the payment blank, or name the pledge that is for this. Where the pledge was for this from \
                the beginning, say so in a row of kind `correction`; where part of it is for this since, lower it by a revision, and enter that \
                part as a pledge of its own."
    }
    PledgeOrGift "L0215" Error "a payment that is said to be on a pledge and on none" {
        means "A payment is made on a pledge, or it is a gift of its own, which counts as pledged too. The row says both: how much is pledged \
               depends on which of them is right."
        example "id,kind,effective,recorded,contributor,ref,amount,gift\nP-1,pledge,2025-04,2025-05-05,DEU,,1000,\nR-1,receipt,2025-05-02,2025-05-05,DEU,P-1,400,yes"
        remedy "Leave `gift` blank if the money was paid on the pledge; leave `ref` and `settles` blank if it was given beside it."
    }
    ReceivedAbovePledged "L0301" Warning "more was received than pledged" {
        means "The payments on a pledge exceed it, or what was received in sum exceeds what was pledged in sum. The surplus is listed apart."
        example "id,kind,effective,recorded,contributor,ref,amount\nP-1,pledge,2025-04,2025-05-05,DEU,,1000\nR-1,receipt,2025-05-02,2025-05-05,,P-1,1200"
        help "enter a revision if the pledge grew; otherwise look for a payment entered twice"
        remedy "Enter a revision if the pledge grew; look for a payment entered twice if it did not."
    }
    NegativeStanding "L0302" Error "more went back than had arrived" {
        means "Refunds exceed what was received, so that the figure would fall below zero. An issue knows no more than what was \
               recorded by its cut-off: a refund that it knows pays back a payment that it knows."
        example "id,kind,effective,recorded,contributor,ref,amount\nR-1,receipt,2025-04-10,2025-05-05,DEU,,1000\nF-1,refund,2025-05-02,2025-05-05,,R-1,1200"
        help "correct the refund, or enter the payment that is missing"
        remedy "Correct the refund, or enter the payment that is missing. If that is there and was recorded later than the refund, correct \
                the day in `recorded` of the one or the other."
    }
    ItemizedAboveRemainder "L0303" Error "more is itemized than the remainder holds" {
        means "Entries that itemize a remainder take their amounts out of it; together they exceed it."
        example "id,kind,effective,recorded,contributor,ref,amount,itemizes,new\nO-1,remainder,2024-12-31,2025-01-05,,,5000,,\nP-1,pledge,2025-01-10,2025-05-05,DEU,,6000,O-1,new"
        help "leave `itemizes` blank in entries that were never part of the remainder, or correct the remainder"
        remedy "Leave `itemizes` blank in entries that were never part of the remainder, or correct the remainder."
    }
    AssertionFailed "L0304" Error "the ledger does not come to what a source states" {
        means "On the day of the assertion the entries recorded by then come to another figure, even when rounded as \
               the source rounds."
        example "id,kind,effective,recorded,contributor,amount\nP-1,pledge,2025-04,2025-05-05,DEU,1000\nA-1,assertion,2025-04-30,2025-05-05,,1100"
        remedy "Run `briefing trace` for that day to see the entries. Enter what is missing, itemized or as a \
                remainder."
    }
    UnexplainedFall "L0305" Warning "a stated total fell, and no entry says why" {
        means "A cumulative total only falls by withdrawals, revisions, refunds or corrections. Between two \
               statements of a source the total fell, and there is none."
        example "id,kind,effective,recorded,contributor,amount\nA-1,assertion,2025-03-31,2025-05-05,,1100\nA-2,assertion,2025-04-30,2025-05-05,,1000"
        remedy "Check the two statements; enter the withdrawal or revision if there was one."
    }
    OutOfProportion "L0306" Warning "an amount is far out of its contributor's history" {
        means "The contributor has at least four earlier entries in this currency, and the amount is more than twenty \
               times the largest of them. A misplaced point or a doubled zero looks like that."
        example "id,kind,effective,recorded,contributor,amount\nP-1,pledge,2021,2025-05-05,IND,500000\nP-2,pledge,2022,2025-05-05,IND,500000\nP-3,pledge,2023,2025-05-05,IND,500000\nP-4,pledge,2024,2025-05-05,IND,500000\nP-5,pledge,2025-04,2025-05-05,IND,50000000"
        remedy "Compare the amount with its source. If it is right, nothing needs to be done."
    }
    RateUnused "L0310" Warning "a rate that serves no amount" {
        means "A rate serves the amounts that took effect in its own time: that of a day, those of the day. Amounts in its \
               currency took effect on other days, and their worth is not known."
        example "id,kind,effective,recorded,contributor,amount,currency\nX-1,rate,2025-04-01,2025-04-02,,1.08,EUR\nP-1,pledge,2025-04-10,2025-04-12,DEU,100000,EUR"
        remedy "Write the month, `2025-04`, or from which day on it holds: `2025-04-01/..`."
    }
    WorthUnknown "L0311" Warning "money that the totals leave out" {
        means "The money is in another currency than the totals, and neither the entry nor a rate says what it is worth in \
               that of the totals. It is left out of them, and printed by itself. Where a `note` of the entry has the words \
               `worth unknown`, nothing is reported."
        example "id,kind,effective,recorded,contributor,amount,currency\nP-1,pledge,2025-04-10,2025-04-12,DEU,100000,EUR"
        remedy "Write what it was worth under `value`, or enter a rate: `X-1,rate,2025-04,2025-05-05,,1.08,EUR`. If nobody knows it, \
                write `worth unknown` in `note`, and why."
    }
    TotalTooLarge "L0307" Error "the entries come to more than money can be" {
        means "A sum exceeds 10²⁴ minor units, and would no longer be exact."
        example "id,kind,effective,recorded,contributor,amount\nP-1,pledge,2025-04,2025-05-05,DEU,9000000000000000000000\nP-2,pledge,2025-04,2025-05-05,FRA,9000000000000000000000"
        help "look for an amount with too many digits"
        remedy "Look for an amount with too many digits."
    }
    WithdrawnAbovePledged "L0308" Warning "more is withdrawn than was pledged" {
        means "The withdrawal exceeds what is left of the pledge; only what is left leaves the total."
        example "id,kind,effective,recorded,contributor,ref,amount\nP-1,pledge,2025-04,2025-05-05,DEU,,1000\nW-1,withdrawal,2025-05-02,2025-05-05,,P-1,1200"
        remedy "Leave the amount blank to withdraw all that is left, or correct it."
    }
    RivalTotals "L0309" Error "two totals for one day" {
        means "Two assertions that were recorded on one day state different figures for one day. Only one of them can be \
               printed, and nothing says which."
        example "id,kind,effective,recorded,contributor,amount\nA-1,assertion,2025-04-30,2025-05-05,,1000\nA-2,assertion,2025-04-30,2025-05-05,,1100"
        help "correct one of the two; if the source corrected itself, record the second on the day it did"
        remedy "Keep the one that the source states. If the source corrected itself, enter the second with the day on which \
                that became known under `recorded`: from then on it takes the place of the first."
    }
    RivalRates "L0312" Error "two rates of one currency for one time" {
        means "Two rates say that a currency was worth different amounts in the same month, on the same day or from the same day \
               on; or one is for the time from a day on, and the other begins on that day too. Only one of them can serve, and \
               nothing says which. Otherwise the rate that begins last serves, and of those that begin on one day the one that \
               ends first: that of a day before that of its month."
        example "id,kind,effective,recorded,contributor,amount,currency\nX-1,rate,2025-04,2025-04-02,,1.8,EUR\nX-2,rate,2025-04,2025-04-03,,1.08,EUR\nP-1,pledge,2025-04-10,2025-04-12,DEU,100000,EUR"
        remedy "Strike the wrong one out in a row of kind `void`; the next issue says which amounts that changed."
    }
    RivalChanges "L0313" Error "two changes that hold by the order of rows" {
        means "Two changes of a pledge, or two corrections of one entry, are of the same days and say different things. Which of them holds, only \
               the order of the rows says, and a table may be sorted."
        example "id,kind,effective,recorded,contributor,ref,amount\nP-1,pledge,2025-01-10,2025-01-10,DEU,,1000\nV-1,revision,2025-01-15,2025-01-16,,P-1,500\nV-2,revision,2025-01-15,2025-01-16,,P-1,6000"
        remedy "Write the day on which each took effect, or on which each was recorded. If the first was wrong, leave one of them and delete the \
                other; of what was published already, correct or void the first."
    }
    RefundAboveWorth "L0314" Warning "a refund that is worth more than what arrived" {
        means "A payment in another currency goes back, and its worth has risen so that more goes back than all that arrived was worth. What is \
               beyond that is a loss on exchange, and no total counts it: what was received is never less than nothing."
        example "id,kind,effective,recorded,contributor,ref,amount,currency,value\nR-1,receipt,2025-04-10,2025-05-05,DEU,,400,EUR,480\nF-1,refund,2025-05-02,2025-05-05,,R-1,400,EUR,500"
        help "compare `value` with its source; blank, the refund is worth what the payment was"
        remedy "Compare `value` with its source. Left blank, the refund is worth what the payment was."
    }
    UnknownContributor "L0401" Error "a contributor is not in the office's list of parties" {
        means "The entry names a party by an id that `office.toml` does not have, so it has no name to print."
        example "id,kind,effective,recorded,contributor,amount\nP-1,pledge,2025-04,2025-05-05,undpp,1000"
        remedy "Correct the id, or add the party to `office.toml`. States are written by their three capital letters."
    }
    UnknownFund "L0402" Error "a fund is not in the office's list" {
        means "The entry names a fund that `office.toml` does not have."
        example "id,kind,effective,recorded,contributor,amount,fund\nP-1,pledge,2025-04,2025-05-05,UZB,1000,trust-fnd"
        help "write the id of a `[[fund]]` of office.toml, or add the fund there"
        remedy "Correct the id, or add the fund to `office.toml`."
    }
    UnknownPurpose "L0403" Error "a purpose names a programme, unit or event that is not there" {
        means "The entry is earmarked for an id that the office's folder does not have."
        example "id,kind,effective,recorded,contributor,amount,purposes\nP-1,pledge,2025-04,2025-05-05,DEU,1000,programme:ibms"
        remedy "Correct the id, add what it names, or describe the purpose in words, without `programme:`."
    }
    ClosedProgramme "L0404" Warning "money is earmarked for a programme that had closed" {
        means "The programme's closing date lies before the entry took effect."
        example "id,kind,effective,recorded,contributor,amount,purposes\nP-1,pledge,2025-04,2025-05-05,DEU,1000,programme:old"
        remedy "Check the programme, or its closing date in `office.toml`."
    }
    UnknownSource "L0405" Warning "a source is not in the office's list" {
        means "The entry names a source that `office.toml` does not describe, so nobody can look it up."
        example "id,kind,effective,recorded,contributor,amount,source\nP-1,pledge,2025-04,2025-05-05,DEU,1000,lettr"
        remedy "Correct the id, or add the source to `office.toml`."
    }
    AfterIssue "L0406" Warning "an entry is dated after the issue" {
        means "The entry was recorded in time for the issue, but takes effect after the issue's last day. The issue \
               does not count it."
        example "id,kind,effective,recorded,contributor,amount\nP-1,pledge,2052-04,2025-05-05,DEU,1000"
        remedy "Correct the date if it is mistyped; otherwise a later issue will count the entry."
    }

    // F: The figures of a month as published.
    FiguresDrift "F0701" Error "figures that differ from those published" {
        means "The month was published, and its `figures.lock` keeps the figures that it showed. With the same day and \
               the same cut-off others would be printed now: an entry of the ledger was altered, deleted, or given an \
               earlier date of recording, or a figure in a text or of the office was changed. An issue that went out \
               keeps its figures: `render` gives the file that was published."
        example "deu-1,pledge,2025-04-10,2025-05-05,DEU,92651      # 92615 when April was published"
        remedy "Put it back as it was; what is right in the ledger is written as a correction that is recorded today. If the \
                issue was wrong, say so in a `[[correction]]` of its `briefing.toml`, and publish it again."
    }
    EntriesDrift "F0702" Warning "a published figure with other entries behind it" {
        means "The figure comes to what was published, but the entries behind it are not the same: one was renamed, \
               split or merged, or two changes cancel each other out."
        example "deu-1a,pledge,…,92615      # deu-1 when April was published"
        remedy "Put the entries back as they were; what is right in the ledger is written as a correction that is recorded today. \
                The issue that went out has the right figures either way."
    }
    LockUnreadable "F0703" Error "a record of figures that cannot be read" {
        means "`figures.lock` was written by `briefing publish` and is not meant to be edited. This one is \
               damaged, of another month, or of a later version."
        example "[[figure]]\nname = \"standing.pledgd\""
        help "put the record back as `briefing publish` wrote it, from a copy of the folder"
        remedy "Bring the file back from a copy. If there is none, move it and the month's files `published-….pdf` out of the office \
                folder, and publish the month again: it is then recorded as it is today, and not as it went out."
    }

    TextDrift "F0704" Warning "a published text that would read differently" {
        means "The month was published with other words here: a name, a text or the order of things. No figure differs. \
               An issue that went out stays as it was: `render` gives the file that was published, and these words are not in it."
        example "# 2025-04/briefing.toml\n[[item]]\nid = \"votan\"\ntext = \"A better wording.\"      # \"A launch.\" when April was published"
        remedy "Put the words back as they were. If the issue was wrong, say so in a `[[correction]]` of its \
                `briefing.toml`, and publish it again."
    }

    PublishedFileChanged "F0705" Error "a published file that is missing or was changed" {
        means "The month was published, and its folder keeps each file that went out: `published-en.pdf` and so on. This one \
               is not there, or is another file. What went out cannot be made again with certainty from a folder that has \
               changed since, so the month is not rendered in this language."
        example "2025-04/published-en.pdf      # deleted, or replaced by another file"
        remedy "Put the file that went out back under this name. If nobody has it any more, move `figures.lock` and the other \
                files `published-….pdf` out of the office folder, and publish the month again: it is then recorded as it is today."
    }
    AsPublished "F0706" Warning "a file as it was published, though its folder has changed" {
        means "The month was published, and what `render` gives is the file that went out. The month, the office or the \
               ledger would now print something else, or has errors; none of that is in the file."
        example "# 2025-04/briefing.toml\n[[item]]\nid = \"votan\"\ntext = \"A better wording.\"      # \"A launch.\" when April was published"
        remedy "`briefing check` reports what has changed. Put it back; or, if the issue was wrong, say so in a `[[correction]]` of \
                its `briefing.toml`, and publish it again."
    }

    // I: Rows taken over from another system.
    ExportColumn "I0801" Error "a column that the export does not have" {
        means "The map of an import names a column of the other system's export, and the export's first row does not \
               have it."
        example "[columns]\namount = \"Ammount USD\""
        remedy "Write the column's name as the export has it."
    }
    LedgerColumn "I0802" Error "a column that the ledger does not have" {
        means "An import appends rows and changes no existing row, so the ledger must have every column that \
               the new rows fill."
        example "[columns]\nreference = \"Voucher\"      # and the ledger has no column `reference`"
        remedy "Add the column to the ledger, blank in the rows that are there; or take it out of the map."
    }
    NotAppendable "I0803" Error "a ledger to which rows cannot be appended" {
        means "An import appends to a CSV file only: a workbook would have to be written anew as a whole, with \
               everything else that is in it."
        example "[ledger]\nfile = \"ledger.xlsx\""
        help "let `[ledger]` name a CSV file with the same rows, and import into that"
        remedy "Save the ledger as `ledger.csv`, or copy the rows into the workbook by hand."
    }
    UnmappedWord "I0804" Error "a word that the map does not have" {
        means "The map translates the words of a column, under `[values]`, and does not have this one."
        example "[values.contributor]\nGermany = \"DEU\"      # and a row says `France`"
        remedy "Add the word to the map; or leave its rows out, under `[skip]`."
    }
    SharedReference "I0805" Warning "a reference that the ledger has with another payment" {
        means "A row has a reference that the ledger has already, with entries of another kind, with others that are rows of the \
               export too, or under a map with `shared-references`. It joins the ledger as a payment of its own, as \
               instalments under one agreement do."
        example "Voucher;Date;Amount\nGA-77;01.04.2025;250000\nGA-77;15.04.2025;250000      (and the ledger has GA-77 of 1 April)"
        remedy "Compare the row with the ledger's entry; if they are one payment, correct the entry and leave the row out, or enter a \
                `void` of its entry once it was imported."
    }

    RepeatedRow "I0806" Warning "a row that an export has twice" {
        means "Two rows of an export agree in everything that is taken from them, but perhaps their note, and the second is \
               left out. Two that share \
               their reference, day, amount and contributor, and differ in something else, are refused (L0104)."
        example "Voucher;Date;Amount;Donor\nV 9;15.04.2025;250000;Germany\nV 9;15.04.2025;250000;Germany"
        remedy "Compare them with their source. If they are two entries, give each a reference of its own; if not, nothing \
                needs to be done."
    }
    OtherUnit "I0807" Error "an amount in another unit or currency than is said" {
        means "The table says, in a title, in the heading of an amount, in the format of its cell or in a column that the map does not \
               name, that its amounts are thousands or millions, or in another currency than the rows would have in the ledger."
        example "Voucher;Date;Amount (thousands)\nV-9;15.04.2025;250"
        remedy "Say it in the map: `amounts-in = \"thousands\"`, or `currency = \"EUR\"` under `[constants]`, or the column of \
                currencies under `[columns]`."
    }
    AnnulledRow "I0808" Error "a row that another column marks as reversed" {
        means "A column of the export that the map does not name says that the row was reversed, cancelled, rejected or the like, \
               that its money went out or did not come in, or that it is a pledge or a gift in kind where the map makes another entry \
               of it; and it would count as any other row."
        example "Voucher;Date;Amount;Donor;Status\nV 9;15.04.2025;250000;Germany;Reversed"
        remedy "Leave such rows out, `\"Status\" = [\"Reversed\"]` under `[skip]` in the map, and the row that reverses them too; or \
                make `kind` of the column, with `Reversed = \"withdrawal\"` or `\"refund\"` under `[values.kind]`. Where the rows count, \
                name the column under `[skip]` with an empty list."
    }
    MarkedRow "I0809" Warning "a row that another column marks as open or reversed" {
        means "A column of the export says that the row is a draft, pending, planned or the like; or one that the map names says \
               that it was reversed or that its money went out, in words that the map does not leave out. It counts as any other row."
        example "Voucher;Date;Amount;Donor;Status\nV 9;15.04.2025;250000;Germany;Pending"
        remedy "Compare the row with its source. Where such rows do not count, leave them out, `\"Status\" = [\"Pending\"]` under \
                `[skip]` in the map, before they are imported; afterwards, enter a `void` of each entry that does not count."
    }

    ChangedEntry "I0810" Error "a row that may be an entry of the ledger, changed" {
        means "A row has the reference of an entry of the same kind, with another day, amount, currency, contributor, value, schedule or \
               purpose, and no row of the export is that entry; or the map leaves it out by a word such as `Cancelled`, and the ledger \
               goes on counting its entry. A voucher that was changed since the last import would count twice; another payment \
               under one agreement counts beside the first. The export does not say which it is, so the row is refused."
        example "Voucher;Date;Amount\nGA-77;01.04.2025;120      (and the ledger has GA-77 with 250,000)"
        remedy "If the entry was changed, enter a `correction` of it in the ledger, or a `void`, `refund` or `withdrawal` if it no longer \
                holds: the row is then left out. If entries share \
                references, say `shared-references = true` in the map."
    }
    EntryLeftOut "I0811" Warning "an entry that the map leaves out by its number" {
        means "A row that `skip-rows` or `skip-last` leaves out has all that makes an entry, and neither the ledger nor another row has its \
               reference. Rows have other numbers in the next export, and `skip-last` does not count blank rows."
        example "skip-last = 2      # and the last two rows are an entry and a note"
        remedy "If it is an entry, correct `skip-rows` or `skip-last` in the map; if not, nothing needs to be done."
    }
    SimilarReference "I0812" Error "a payment under a reference that is spelt otherwise" {
        means "A row has the kind, day, amount, currency and contributor of an entry of the ledger or of another row, and its reference \
               differs in capitals, spaces, dashes, leading zeros, decimals of zeros or marks between thousands only, as where a \
               spreadsheet made a number of it. Both would count, so the row is refused."
        example "Voucher;Date;Amount\n1001;15.04.2025;250000      (and the ledger has 001001 with the same)"
        remedy "Compare them. If they are one, leave the row out with `skip-rows` in the map; if they are two, give it a reference of its \
                own in the export."
    }

    // S: House style.
    StyleNumber "S0601" Warning "a number in another style" {
        means "Numbers below ten are written in words, those from 10 in figures with a comma between thousands; a sentence does \
               not begin with a figure. Beside a number from 10 in the same sentence, and with units, figures stay figures."
        example "text = \"3 experts met 1200 officers.\""
        remedy "Write the number as the message says."
    }
    StylePerCent "S0602" Warning "a per cent sign in a text" {
        means "In texts it is `per cent`, in two words; the sign is for tables and charts."
        example "text = \"Some 40% of the participants were women.\""
        remedy "Write `40 per cent`."
    }
    StyleSpelling "S0603" Warning "another spelling" {
        means "The United Nations spells as the Oxford dictionaries do: British, with -ize and programme. Names are spelt as \
               their owners spell them."
        example "text = \"The program was organised by the Office.\""
        remedy "Write the word as the message says, or allow the name in `[style]`."
    }
    StyleAcronym "S0604" Warning "an acronym that is not spelt out" {
        means "An acronym is spelt out where an issue first uses it, with the short form in brackets."
        example "text = \"CTED took part.\""
        remedy "Write the name in full with the acronym in brackets: `Counter-Terrorism Committee Executive Directorate (CTED)`."
    }
    StyleState "S0605" Warning "a State by another name" {
        means "States have the names that the United Nations terminology database (UNTERM) gives them."
        example "text = \"Experts from Russia and the UK took part.\""
        remedy "Write the name that the message gives."
    }
    StyleLinkWords "S0606" Warning "a link that does not say where it leads" {
        means "Screen readers list the links of a file without their sentences. One that is called `here` says nothing then."
        example "text = \"Read the report [here](https://www.example.org/report).\""
        remedy "Make a link of the words that name what is there."
    }
    StyleSameLink "S0607" Warning "the same link twice" {
        means "One text leads to the same address twice; a reader wonders what the second one adds."
        example "text = \"The [Office](https://www.example.org) met. Its [site](https://www.example.org) says more.\""
        remedy "Keep one of the two."
    }
    StyleAlternative "S0608" Warning "alternative text that begins with `picture of`" {
        means "A screen reader says that it is a picture before it reads the alternative text."
        example "alt = \"Picture of three people at a table\""
        remedy "Begin with what the picture shows."
    }
    StyleResolution "S0609" Warning "a photograph below 150 dots per inch" {
        means "The picture is printed so large that it has fewer than 150 pixels to an inch, and looks coarse on paper."
        example "picture = { file = \"from-the-web.jpg\", alt = \"…\" }      # 400 pixels across a column"
        remedy "Use a larger version of it."
    }
    StyleLacking "S0610" Warning "an item without what the office wants" {
        means "The office says in `[style]` what each of its items has, such as a place or a function; this one has none."
        example "[style]\nwants = [\"place\", \"functions\"]"
        remedy "Add the key to the item, or allow the item in `[style]` with the reason."
    }
    StyleSentence "S0611" Warning "a sentence of more than forty words" {
        means "Readers and translators have to read a sentence of more than forty words twice."
        example "text = \"The Office, together with … and … and …\""
        remedy "Make two sentences of it."
    }
    StyleFigure "S0612" Warning "a figure that the ledger contradicts" {
        means "The text gives an amount of pledges or a number of partners, and the ledger comes to another one, in the last \
               place that the text writes."
        example "text = \"Germany pledged $96,215.\"      # and the ledger has 92,615"
        remedy "Correct the one that is wrong; a fact such as `{standing.pledged}` cannot differ."
    }
    StyleOldFigure "S0620" Warning "a figure of an earlier issue" {
        means "The text gives a total, what a contributor gave or a number of partners as it was in an earlier issue, and the \
               ledger has moved since. A sentence that names another day looks back, and one with the new figure beside the old \
               compares the two: neither is reported."
        example "# ledger.csv\nid,kind,effective,recorded,contributor,amount\np-1,pledge,2025-03-04,2025-03-05,DEU,5000\np-2,pledge,2025-04-04,2025-04-05,FRA,700\n# 2025-03/briefing.toml\n[[item]]\nwhen = 2025-03-05\ntext = \"A visit.\"\n# 2025-04/briefing.toml\n[[item]]\ntext = \"Pledges stand at $5,000.\""
        remedy "Write the figure of today, or a fact such as `{standing.pledged}`, which moves with the ledger."
    }
    StyleSameFigures "S0621" Warning "the figures of last month in another text" {
        means "The item is worded much like one of the previous issue, or has its id. Its words were changed, and all that it counts \
               was left: often a number of participants or of courses that was forgotten."
        example "# 2025-03/briefing.toml\n[[item]]\nwhen = 2025-03-05\ntext = \"A course for 120 officers was held in Lagos in March.\"\n# 2025-04/briefing.toml\n[[item]]\ntext = \"A course for 120 officers was held in Lagos in April.\""
        remedy "Write what was counted this month. If it came to the same again, allow the words under `[[style.allow]]`, with the reason."
    }

    // X: A translation.
    UnknownText "X0901" Warning "a translation of nothing" {
        means "A file of translations names its texts by key, and there is no text of this key in the file that it \
               translates: the item was renamed or deleted, or the key is mistyped. The entry is not read."
        example "# 2025-04/briefing.fr.toml\n[vottan.text]\nsource = \"…\"\ntext = \"…\""
        remedy "Correct the key, or delete the entry. `briefing translations OFFICE MONTH --lang fr` lists the keys."
    }
    BlankTranslation "X0902" Error "a translation without words" {
        means "The entry is there and its text is blank, so that nothing would be printed in the place of the source."
        example "# 2025-04/briefing.fr.toml\n[votan.text]\nsource = \"A launch.\"\ntext = \"\""
        help "write the translation, or leave the entry out until there is one"
        remedy "Write the text, or leave the entry out until it is translated."
    }
    ReferencesDiffer "X0903" Error "a translation with other links or facts" {
        means "A translation has the links and facts of its source, each as often, wherever they fit its sentence."
        example "# office.toml\nabout = [\"{compact.entities} entities belong to it.\"]\n# office.fr.toml\n[office.about.1]\nsource = \"{compact.entities} entities belong to it.\"\ntext = \"46 entités en font partie.\""
        remedy "Copy the missing link or fact from the source, and remove what the source does not have."
    }
    AlreadyNamed "X0904" Error "a name that is given twice" {
        means "`office.toml` gives the name in this language, and the file of translations gives it again: one of \
               them would be ignored."
        example "# office.toml\nname = { en = \"Office\", fr = \"Bureau\" }\n# office.fr.toml\n[office.name]\nsource = \"Office\"\ntext = \"Bureau\""
        help "keep one of the two; official names belong in office.toml"
        remedy "Delete one of the two. Official names belong in `office.toml`."
    }
    OutOfDate "X0905" Warning "a translation of an earlier text" {
        means "Each translation remembers the text it was made from, and that is not what the source says now. The \
               translation is printed as it is; only where the links or facts have changed as well is the source \
               printed instead."
        example "# 2025-04/briefing.toml\n[[item]]\nid = \"votan\"\ntext = \"A launch in Madrid.\"\n# 2025-04/briefing.fr.toml\n[votan.text]\nsource = \"A launch.\"\ntext = \"Un lancement.\""
        remedy "Bring the translation up to date, then copy the present text into `source`."
    }
    NotTranslated "X0906" Error "a text that is missing in a required language" {
        means "`office.toml` requires the language, so no month is printed in it with a text in English."
        example "# office.toml\n[languages]\nrequired = [\"fr\"]"
        remedy "Translate the text, or take the language out of `required`: then the English text is printed, marked \
                as English."
    }
    UnknownLanguage "X0907" Warning "translations into an unknown language" {
        means "The file's name says that it holds translations, and the language is none of ar, zh, fr, ru and es. \
               English needs no file: it is what the texts are written in. The file is not read."
        example "office.de.toml"
        remedy "Correct the file's name, or move the file elsewhere."
    }
    NotPo "X0908" Error "not a PO or XLIFF file" {
        means "Translators' tools exchange XLIFF 2 files or PO files (GNU gettext): entries of `msgctxt`, `msgid` and \
               `msgstr`, each followed by a text in quotation marks. This line is none of these, or an entry is \
               incomplete."
        example "msgctxt \"2025-04/briefing.toml votan.text\"\nmsgid \"A launch.\"\nmsgstr \"Un lancement."
        help "have the translators' tool write the file again, in UTF-8"
        remedy "Correct the line as the message says, or have the translators' tool write the file again, in UTF-8."
    }
    PoLanguage "X0909" Error "a PO file of another language" {
        means "The header of the PO file names another language than was asked for, or none that texts are translated \
               into."
        example "msgid \"\"\nmsgstr \"\"\n\"Language: de\\n\""
        remedy "Name the language that the texts are in: in the header, and with `--lang`."
    }
    FiguresDiffer "X0910" Warning "a translation with other figures" {
        means "The source and its translation have different figures, months in dates, or currencies. The digits of all six \
               languages count, and so do decimals, but not the marks between thousands; months, small numbers and words such as \
               `million` may be written either way. In French and Russian, what a comma stands before are decimals."
        example "# 2025-04/briefing.toml\n[[item]]\nid = \"forum\"\ntext = \"120 parliamentarians met.\"\n# 2025-04/briefing.fr.toml\n[forum.text]\nsource = \"120 parliamentarians met.\"\ntext = \"1 200 parlementaires se sont réunis.\""
        remedy "Correct the figure; where both say the same in other words, leave it as it is."
    }
    Html "X0911" Warning "HTML in a text" {
        means "A text has an element or a character of HTML, such as `<b>` or `&eacute;`. Texts are not HTML, so it \
               would be printed with its brackets."
        example "text = \"Un <b>expos&eacute;</b> à Genève.\""
        remedy "Write `**strong**` and `*emphasis*`, and letters as they are: `é`."
    }
    SameAsSource "X0912" Warning "a translation that is the English text" {
        means "The translation is the source, word for word. It would be printed, and read aloud, as if it were in the \
               other language."
        example "# 2025-04/briefing.toml\n[[item]]\nid = \"third\"\ntext = \"A third thing.\"\n# 2025-04/briefing.fr.toml\n[third.text]\nsource = \"A third thing.\"\ntext = \"A third thing.\""
        remedy "Translate it, or leave the entry out: the English text is then printed and marked as English."
    }
    OtherLanguage "X0913" Warning "translations into another language" {
        means "The texts of the file are in another language than its name says, as far as their letters and their commonest words \
               show. They would be printed, and read aloud, as if they were in the language of the name."
        example "# 2025-04/briefing.toml\n[[item]]\nid = \"third\"\ntext = \"The Office held a course for the staff of the ports.\"\n# 2025-04/briefing.fr.toml\n[third.text]\nsource = \"The Office held a course for the staff of the ports.\"\ntext = \"La Oficina impartió un curso para el personal de los puertos del país y por el que se felicitó a los participantes.\""
        remedy "Look whether the files of two languages were exchanged."
    }

    // N: What is printed in another language than the document's.
    NameInEnglish "N0101" Warning "a name without a translation" {
        means "The briefing is rendered in a language in which this name is not known. The name is printed in \
               English, and marked as English for assistive technology; nothing is transliterated."
        example "[[programme]]\nid = \"ct-travel\"\nname = \"Countering Terrorist Travel\"      # no name in `fr`"
        remedy "Give the name in that language: name = { en = \"…\", fr = \"…\" }. For words of the ledger, a purpose or \
                what was given in kind, write a `[[wording]]` into office.toml, whose `name` has them in English as the \
                ledger does."
    }
    TextUntranslated "N0102" Warning "a text without a translation" {
        means "The briefing is rendered in another language than this text is written in. Headings, dates and figures \
               are in the language asked for; the text is printed as it is, marked with its language, and a note says \
               so."
        example "briefing render unoct 2025-04 --lang fr      # and 2025-04/briefing.fr.toml has no [votan.text]"
        remedy "Translate the text: `briefing translations OFFICE MONTH --lang fr` lists what is missing."
    }
    WordingInEnglish "N0103" Warning "an official wording without a confirmed translation" {
        means "The functions of the mandate, the pillars and the Strategy are worded by the United Nations. No \
               wording in this language has been confirmed, so the English one is printed, and marked as English. \
               None is made up."
        example "briefing render unoct 2025-04 --lang ru      # Pillar II"
        remedy "Put the wording of your office beside the English in office.ru.toml, as [mandate.leadership] or \
                [strategy.II]; `briefing translations` lists the keys. If you know the official one, tell the authors \
                of this program as well, with its source."
    }

    // G: What only the pages show.
    NoGlyph "G0101" Error "a character that no font has" {
        means "A text has a character that none of the fonts can draw, such as an emoji or a letter of a script that is \
               not among the program's own. A month with a text that cannot be read is not rendered; `render --allow-missing` \
               prints a box with a question mark in its place, and warns."
        example "[[item]]\ntext = \"The network 🚀 was launched.\""
        help "leave it out or write it in words, or name a font that has it under `[theme]`: `fonts = [\"fonts/rare.ttf\"]`"
        remedy "Bring a TrueType font that has it: put the file into the office folder and name it in `office.toml`, as \
                in `[theme] fonts = [\"fonts/rare.ttf\"]`. Or write the character in words."
    }
    TextLost "G0102" Error "text that the pages do not say" {
        means "Each laid-out document is read again before it is written: every character must be on a page once, in \
               reading order, with a glyph. Here one is lost, doubled or out of place, and no file is written."
        example "in `votan`, the document says `A launch.`, and the pages `A lunch.`"
        remedy "Nothing in the office folder is wrong. Report it to the authors of this program, with the text of the item \
                named; until it is corrected, word the item in another way."
    }

    // V: A finished file.
    ForeignFinishedFile "V1001" Error "a PDF file that this program did not write" {
        means "`verify`, `extract` and `tags` read the files that `briefing render` makes, and no others: a file that \
               another program wrote, printed or changed may show anything."
        example "%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj"
        remedy "Get the file as it was published. A briefing that was printed to PDF, compressed or edited cannot be verified."
    }
    DamagedFinishedFile "V1002" Error "a damaged PDF file" {
        means "The file begins like one of this program, and then ends early or contradicts itself, as after an interrupted \
               transfer."
        example "half of unoct-2025-04-en.pdf"
        remedy "Get the file again."
    }
    BytesAfterFile "V1003" Error "something after the end of a PDF file" {
        means "Bytes follow the end of the file that are not a signature. A reader of PDF might show what they say instead."
        example "$ cat note.txt >> unoct-2025-04-en.pdf"
        remedy "Get the file as it was published."
    }
    LaterRevision "V1004" Error "a PDF file that was changed later" {
        means "Something was added to the file after it was made that is more than a signature, such as a comment, a form or \
               another page."
        example "a comment saved into unoct-2025-04-en.pdf"
        remedy "Get the file as it was published, or as it was signed."
    }
    FinishedFileTooLarge "V1005" Error "a PDF file that is too large to be read" {
        means "The file has more bytes, objects or pages than any briefing has, so it is not read further."
        example "a PDF file of 600 MB"
        remedy "Check that it is the file you mean."
    }

    // E: An edition, the data of a finished file.
    NoEdition "E1101" Error "a PDF file without its data" {
        means "Each file that `briefing render` makes carries the data that it was made from, as the attachment \
               `briefing.json`. This one has none: the attachment was removed, or the file was made otherwise."
        example "unoct-2025-04-en.pdf without its attachment"
        remedy "Get the file as it was published."
    }
    NotAnEdition "E1102" Error "data that are not an edition" {
        means "The data are not JSON, or not of the form that `briefing schema edition` describes."
        example "{ \"format\": \"briefing-edition\", \"version\": 1, \"producer\": \"briefing\" }"
        remedy "Write the data anew with `briefing extract`, or correct them as the message says."
    }
    EditionOfLaterVersion "E1103" Error "an edition of a later version" {
        means "A later version of this program made the data, in a form that this one does not know."
        example "{ \"format\": \"briefing-edition\", \"version\": 99, \"producer\": \"briefing 9.0.0\" }"
        remedy "Use the version that the message names, or a later one."
    }
    EditionTooLarge "E1104" Error "an edition that is too large" {
        means "The data are longer, or have more values, than those of any briefing, so they are not read."
        example "briefing.json      # of 500 MB"
        remedy "Check that it is the file you mean."
    }
    EditionFont "E1105" Error "an edition without one of its fonts" {
        means "The briefing is printed with a font of the office. Where its licence does not let the font travel with the file, \
               and the font is not at hand, the file cannot be made again and so not be compared."
        example "an edition whose `fonts` name a file that is not attached"
        remedy "Render the month from the folder of the office, which has the font."
    }
    EditionPicture "E1106" Error "an edition without one of its pictures" {
        means "The data name a picture by its digest. The picture is not in the file, is another one, or is not of a kind that \
               can be printed."
        example "an edition whose `pictures` lack one that its items name"
        remedy "Get the file as it was published, or the edition as `briefing extract` writes it."
    }
}
