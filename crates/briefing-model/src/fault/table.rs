//! The table of codes: for each its name, its number, how grave it is, and what `briefing explain` prints.
//!
//! A number never changes its meaning and is never used again.

/// What to do about an edition that contradicts itself.
const CHANGED: &str = "The file was changed after it was made. Ask whoever sent it for the file that was issued, or make it again from \
                       the office's folder with `briefing render`. If `render` itself reports this about an office's folder, nothing in \
                       the folder is wrong: it is a bug in the program. Report it with the whole message, the version of the program \
                       and, if you may pass it on, the folder.";

codes! {
    // O: The folder and its files.
    NoOffice "O0101" Error "no office.toml" {
        means "An office folder holds a file `office.toml` with the office's names, units and programmes. There is no such file here."
        example "notes.txt      # and no office.toml"
        remedy "Name the folder that holds `office.toml`, or start a new office with `briefing new office`. `examples/unoct` is a \
                complete example."
    }
    Unreadable "O0102" Error "a file that cannot be read" {
        means "The file exists, but it cannot be read; the message says why."
        example "$ chmod a-r office.toml && briefing check ."
        remedy "Correct the file's permissions, or repair the disk it is on."
    }
    NotUtf8 "O0103" Error "a file that is not UTF-8" {
        means "Text files must be UTF-8, with or without a byte order mark, so that names in every language survive. This file is \
               UTF-16, or has bytes that are not valid UTF-8, as files in Latin-1 and Windows-1252 have."
        example "name = \"Café\"      # saved as Windows-1252"
        remedy "Save the file as UTF-8: in a text editor, with `Save as` and `Encoding`; in a spreadsheet, as `CSV UTF-8`."
    }
    TooLarge "O0104" Error "a file that is too large" {
        means "A TOML file may have up to 4 MB, and a ledger up to 1 GB, or 64 MB if it is a workbook. No office needs more, so a larger \
               file is usually the wrong one."
        example "$ ls -l office.toml\n-rw-r--r--  1 user  user  734003200  office.toml"
        help "check that this is the right file"
        remedy "Check that this is the right file."
    }
    NoMonth "O0105" Error "a month that is not in the folder" {
        means "A month is a folder named after it, such as `2025-04`, with a file `briefing.toml` in it."
        example "$ briefing render . 2025-05      # and there is no 2025-05/briefing.toml"
        remedy "Create the folder and its `briefing.toml`, or name a month that exists."
    }
    NearlyAMonth "O0106" Warning "a folder that is nearly named after a month" {
        means "A folder holds a `briefing.toml` but is not read, because its name is not a month or because it is inside another folder. \
               Or a file beside `office.toml` is named after a month, which must be a folder."
        example "2025-4/briefing.toml"
        remedy "Name the folder with four digits for the year and two for the month, such as `2025-04`, directly in the office folder. \
                Put a file into a folder of that name, as `briefing.toml`. If it is a copy of an existing month, move it out of the \
                office folder."
    }
    NoLedger "O0107" Error "no ledger" {
        means "`office.toml` names a ledger file that does not exist."
        example "[ledger]\nfile = \"ledgr.csv\""
        remedy "Correct the name, or put the file into the office folder."
    }
    OutsideFolder "O0108" Error "a path that leaves the office folder" {
        means "Everything that an issue is made from is kept in the office folder, so that a copy of the folder gives the same issue. A \
               path is refused if it contains `..`, starts at the root of a disk, or follows a link out of the folder."
        example "[ledger]\nfile = \"../accounts/ledger.csv\""
        help "copy the file into the office folder, and write its path from there"
        remedy "Copy the file into the office folder, and write its path from there."
    }
    NotAFile "O0109" Error "not an ordinary file" {
        means "There is a folder, a device, a pipe or a socket where a file is expected."
        example "$ mkdir ledger.csv"
        help "put an ordinary file in its place"
        remedy "Put an ordinary file in its place."
    }
    MisnamedMonthFile "O0110" Warning "a file that is not read because of its name" {
        means "The folder of a month has no `briefing.toml`, so it is not read at all; or a file has nearly the name of one that is \
               read. Editors and mail programs sometimes add an ending that the desktop hides, and file-sharing programs leave copies."
        example "2025-04/briefing.toml.txt"
        remedy "Rename the file to the name that is read, such as `briefing.toml`, or add one. If it is a copy of a file that is read, \
                move it out of the office folder."
    }
    Undated "O0111" Warning "a start date that is missing or too late" {
        means "No date says when a unit, its board, a programme, an initiative, a coordination body, its committee or its working groups \
               began, and everything that mentions it is later than some of the months in the folder. The issues of those months show it \
               anyway. Or `known-since` gives a day, but an item, a programme that the unit runs or a unit that belongs to it shows that \
               it existed before, and an issue in between leaves it out."
        example "# office.toml\n[[unit]]\nid = \"baghdad\"\nname = \"Programme Office in Baghdad\"\nkind = \"programme-office\"\n# 2025-03/briefing.toml\n[[item]]\nwhen = 2025-03-02"
        remedy "Write `since` (for a programme, `launched`). If the start is not known, write `known-since`, the date from which it is \
                known to exist. Earlier issues then leave it out."
    }

    ApprovalLifted "O0116" Warning "an item that was changed after it was approved" {
        means "`approvals.toml` records who approved the item, with a digest of what it printed at the time: its text, date, section and \
               picture, and the facts it names. One of these has changed, so the approval is no longer valid."
        example "# 2025-04/briefing.toml\n[[item]]\nid = \"roundtable\"\n# 2025-04/approvals.toml\nversion = 1\n[[approval]]\nitem = \"roundtable\"\nlanguage = \"en\"\nby = \"Chief, SPIB\"\non = 2025-05-02\ndigest = \"77ab\""
        remedy "Have the item approved again with `briefing approve`, or put it back as it was."
    }
    ApprovalOfNothing "O0117" Warning "an approval of an item that is not printed" {
        means "`approvals.toml` has an approval of an item that the month no longer has or does not print."
        example "# 2025-04/briefing.toml\n[[item]]\nid = \"roundtable\"\n# 2025-04/approvals.toml\nversion = 1\n[[approval]]\nitem = \"rountable\"\nlanguage = \"en\"\nby = \"Chief, SPIB\"\non = 2025-05-02\ndigest = \"77ab\""
        remedy "Put the item back, or correct its id. If the item is gone for good, remove the approval."
    }
    CorrectionUnpublished "O0118" Warning "a correction that has not been published yet" {
        means "The month was published, and its `briefing.toml` now has a `[[correction]]`. Differences from the earlier issue are not \
               reported until the corrected issue is published. Or the month has a `[[correction]]`, but no record of an issue that \
               could be corrected."
        example "# 2025-04/briefing.toml\n[[correction]]\non = 2025-06-20\nwhat = \"Germany pledged 92,615 dollars.\""
        remedy "Publish the month again with `briefing publish`; the record of the earlier issue is kept. If no issue has gone out yet, \
                remove the correction. If one went out without `briefing publish`, nothing needs to be done."
    }
    CorrectionTooEarly "O0119" Error "a correction before the issue" {
        means "A correction is dated before the day of issue, or before the correction above it."
        example "issued = 2025-06-05\n[[correction]]\non = 2025-06-03\nwhat = \"Germany pledged 92,615 dollars.\""
        help "correct the day, or sort the corrections by day"
        remedy "Correct the day, or sort the corrections by day."
    }

    EarlierUnread "O0120" Warning "an earlier issue that cannot be read" {
        means "What a month prints depends on the issue before it: what has changed since, and which entries no issue has had yet. The \
               file or folder of that issue cannot be read, or its name keeps it from being read. Nothing is published until it can be \
               read."
        example "$ mv 2025-04 2025-4 && briefing render . 2025-05"
        remedy "Correct the earlier month as the message says, and render again."
    }
    CorrectionUncounted "O0121" Warning "a correction in the ledger that the corrected issue does not count" {
        means "The month was published, and now has a `[[correction]]`. The ledger has a correction too, but it was recorded after the \
               month's cut-off, so the figures do not count it. The issue may give one sum in its corrections and print another."
        example "# 2025-04/briefing.toml, with the cut-off of the first issue\n[[correction]]\non = 2025-06-20\nwhat = \"Germany pledged 92,615 dollars.\"\n# ledger.csv\nid,kind,effective,recorded,contributor,ref,amount\ndeu-1-c,correction,2025-04-10,2025-06-18,,deu-1,92615"
        remedy "If the issue should count it, set `cutoff` of the month to the day on which the correction was recorded."
    }

    ApprovalMissing "O0122" Warning "items that nobody has approved yet" {
        means "The office requires approvals (`[publish]` in office.toml). Some items of the month are approved, but others are not, in \
               the languages that the month is translated into, so `briefing publish` would refuse the month. A month without any \
               approval is still being written, and is not reported."
        example "# office.toml\n[publish]\napproval = true\n# 2025-04/briefing.toml\n[[item]]\nid = \"roundtable\"\n[[item]]\nid = \"votan\"\n# 2025-04/approvals.toml\nversion = 1\n[[approval]]\nitem = \"roundtable\"\nlanguage = \"en\"\nby = \"Chief, SPIB\"\non = 2025-05-02\ndigest = \"77ab\""
        remedy "Have them approved with `briefing approve`."
    }

    // T: The shape of a TOML file.
    Syntax "T0201" Error "not TOML" {
        means "The file breaks a rule of TOML (https://toml.io), so the rest of it cannot be understood. Other files are still read."
        example "name = \"United Nations"
        remedy "Correct the line. Most often, a quotation mark or a bracket is missing."
    }
    UnknownKey "T0202" Error "an unknown key" {
        means "This key has no meaning here. It would be ignored, and so would its value."
        example "[[unit]]\nid = \"uncct\"\nacronim = \"UNCCT\""
        remedy "Correct the spelling, or move the key to the table it belongs to."
    }
    WrongType "T0203" Error "a value of the wrong type" {
        means "The value is of the wrong type: a text where a number is expected, a single value where a list is expected, or the like."
        example "[[unit]]\nid = 7"
        remedy "Write the value as the message says."
    }
    MissingKey "T0204" Error "a missing key" {
        means "The table needs this key, and does not have it."
        example "[[unit]]\nid = \"uncct\"\nkind = \"centre\"      # and no name"
        remedy "Add the key."
    }
    DuplicateId "T0205" Error "an id used twice" {
        means "An id identifies one thing of its kind, so it can be used only once."
        example "[[unit]]\nid = \"spib\"\nname = \"Special Projects\"\nkind = \"section\"\n\n[[unit]]\nid = \"spib\"\nname = \"Innovation\"\nkind = \"section\""
        help "give one of the two another id"
        remedy "Give one of the two another id. If both describe the same thing, keep one of the two."
    }
    UnknownWord "T0206" Error "a word that is not on the list" {
        means "Some words come from a fixed list: kinds of units, sections, pillars, languages. Only the words on the list are \
               understood."
        example "[[unit]]\nid = \"uncct\"\nkind = \"center\""
        remedy "Write one of the words that the message lists."
    }
    BadId "T0207" Error "not an id" {
        means "Ids are used in links and file names. They have lower-case letters from a to z, digits, and single hyphens between them, \
               and at most 64 characters."
        example "[[programme]]\nid = \"CT Travel\""
        remedy "Write it in lower-case letters, with hyphens in place of spaces: `ct-travel`."
    }
    BadDate "T0208" Error "not a date" {
        means "A date is `2025-04-30`, or `2025-04` or `2025` if no more is known. A span is two dates with `/` between them. \
               `[2025-04-14..2025-04-25]` is some day within a span. Several sessions are spans or months separated by `, `. The last \
               day does not come before the first."
        example "when = \"30.04.2025\""
        remedy "Write the year, month and day in this order, with hyphens."
    }
    BadMoney "T0209" Error "not an amount of money" {
        means "An amount is digits with at most one decimal point, then a space and the three-letter code of the currency (ISO 4217). It \
               has no more decimals than the currency, and no thousands separators: in half of the world, `92,615` means ninety-two and \
               a bit."
        example "stated-total = \"$2,242,615\""
        remedy "Write `2242615 USD` or `92615.00 USD`."
    }
    BadText "T0210" Error "a text that cannot be printed" {
        means "Texts are written in a small part of Markdown: **bold**, *italic*, [links](https://…), [foreign words]{lang=fr} and \
               {facts}. Every mark that is opened must be closed. To print a star, bracket or brace, put a backslash before it."
        example "text = \"The **meeting was opened\""
        remedy "Close the mark, or put a backslash before it."
    }
    BadValue "T0211" Error "an invalid value" {
        means "A link, a document symbol, a colour or a number does not have the required form, or is out of range."
        example "established = { on = 2017-06-15, resolution = \"71/291\" }"
        remedy "Write it as the message says."
    }
    TooDeep "T0212" Error "nested too deeply" {
        means "Tables and lists can be nested at most 16 levels deep. No office needs more than four."
        example "about = [[[[[[[[[[[[[[[[[\"\"]]]]]]]]]]]]]]]]]"
        help "check that this is the right file"
        remedy "Check that this is the right file."
    }
    BadName "T0213" Error "not a name" {
        means "A name is a text, or a table with the text in several languages: ar, zh, en, fr, ru, es. English is always required, and \
               no text may be blank."
        example "name = { fr = \"Bureau de lutte contre le terrorisme\" }"
        remedy "Add the English name: `{ en = \"…\", fr = \"…\" }`."
    }
    DatesOutOfOrder "T0214" Error "dates in the wrong order" {
        means "Something ends before it begins, closes before it is launched, or is inaugurated before it opens."
        example "[[unit]]\nid = \"spib\"\nname = \"Special Projects\"\nkind = \"section\"\nsince = \"2022\"\nuntil = \"2011\""
        help "correct one of the two dates"
        remedy "Correct one of the two dates."
    }
    ListedTwice "T0215" Error "listed twice" {
        means "The same thing is in a list twice, but it counts only once. Or the name of a city is followed by its State, which `state` \
               already gives."
        example "partners = [\"DEU\", \"ESP\", \"DEU\"]"
        remedy "Keep one of the two."
    }
    PaleInk "T0216" Error "a colour too light to read" {
        means "The ink is the colour of titles and small type. The Web Content Accessibility Guidelines (WCAG 2.2, level AA) require a \
               contrast of 4.5 to 1 with the paper."
        example "[theme]\nink = \"#009EDB\""
        remedy "Choose a darker ink. The accent can stay as it is."
    }

    ForeignFile "T0220" Error "a file of another program" {
        means "The files of an office are plain text. This one has the name of a text file, but it is a word-processor document, a \
               picture, an archive or the like."
        example "2025-04/briefing.toml      # saved as a Word document"
        remedy "Copy its text into a plain text file. In most programs, choose `Save as` and `Plain text`, with the encoding UTF-8."
    }
    MarkdownPrinted "T0221" Warning "Markdown that is printed as it is" {
        means "Texts have four kinds of marks: **bold**, *italic*, [links](https://…) and [foreign words]{lang=fr}. Headings, lists, \
               tables and other Markdown are printed character by character. A text is one paragraph, even if it has blank lines."
        example "text = \"\"\"Two things:\n- first\n- second\"\"\""
        remedy "Write a sentence, use one of the four marks, or make each entry an item of its own."
    }
    Invisible "T0222" Warning "an invisible character within a word" {
        means "There is a zero-width space or joiner between two letters; some programs leave them behind. It cannot be seen, and \
               searching for the word does not find it."
        example "text = \"victims of\\u200bterrorism\""
        remedy "Replace it with a space, or remove it."
    }
    BareAddress "T0223" Warning "an address that is not a link" {
        means "The address of a web page or a mailbox is printed as plain text. Readers cannot click it, and a screen reader spells it \
               out."
        example "text = \"See https://www.un.org/counterterrorism.\""
        remedy "Turn the words that name the page into a link: `[the Office](https://www.un.org/counterterrorism)`, or \
                `[press@un.org](mailto:press@un.org)`."
    }
    NoteLeft "T0224" Warning "a note that was left in a text" {
        means "Words such as TODO and TBC are notes for writers. Here they would be printed."
        example "text = \"TBC experts met in Rabat.\""
        remedy "Write what is missing, or remove the note."
    }
    LongText "T0225" Warning "a text that is too long for its place" {
        means "A caption of more than 400 characters fills half a column below its picture, and an item of more than 600 words fills a \
               page. Usually the text was put in the wrong place."
        example "caption = \"…\"      # the whole text of the item"
        remedy "Shorten it, or put it where it belongs."
    }
    ItemsRepeated "T0226" Warning "items that were printed before" {
        means "Items of the month have the same text as items of the previous month, or as another item of the same month. A copied \
               month prints old news until its items are replaced, and so does an item that started as a copy. A few words that are \
               repeated every month, and texts with facts, are not reported."
        example "$ cp -r 2025-04 2025-05"
        remedy "Replace the text with what is new, or leave out the items that were printed before."
    }
    PaleAccent "T0227" Warning "an accent too pale to see" {
        means "Rules and the edges of boxes are drawn in the accent colour. Bars and connecting lines are drawn in a darker shade if the \
               accent is too pale. The Web Content Accessibility Guidelines (WCAG 2.2, 1.4.11) require a contrast of 3 to 1 with what is \
               around them."
        example "[theme]\naccent = \"#FFCC00\""
        remedy "Choose a darker accent, such as the one the message names."
    }
    Misread "T0228" Warning "a text that was read in the wrong encoding" {
        means "A word has pairs of characters that appear when accented letters in UTF-8 are read in another encoding. It would be \
               printed like that."
        example "text = \"SÃ©minaire\"      # Séminaire"
        remedy "Type the letters again. If a program asks for an encoding when it opens a text, choose UTF-8."
    }
    MixedLetters "T0231" Warning "a word with letters of two alphabets" {
        means "One letter of the word belongs to another alphabet, although it looks like the others: the keyboard was set to another \
               language. Searching for the word does not find it, and a screen reader spells it out."
        example "text = \"Nine St\u{430}tes took part.\"      # a Cyrillic а"
        remedy "Type the word again, with the keyboard set to its language."
    }
    LoneQuote "T0232" Warning "a quotation mark without its pair" {
        means "Three quotation marks begin and end a text of several lines. A fourth is part of the text, and is printed. So is a \
               quotation mark that is never closed."
        example "text = \"\"\"\"Experts met in Rabat.\"\"\""
        remedy "Remove it, or add the one that is missing."
    }
    MoneyTwice "T0233" Warning "a currency or `per cent` that a fact already prints" {
        means "A fact that is an amount is printed with its currency, and with `million` if it is rounded, as each language writes them. \
               A fact that is a share is printed with `per cent`. What you write beside the fact is printed as well: `$$3 million`."
        example "text = \"In all, ${standing.pledged} was pledged.\""
        remedy "Write the fact alone, such as `{standing.pledged}`."
    }
    FactPrinted "T0235" Error "a fact whose name is printed instead of its value" {
        means "A fact is written in braces, and the issue prints its value: `{standing.pledged}`. In other brackets, such as the wide \
               braces of Chinese and Japanese keyboards, or without brackets, its name is printed."
        example "text = \"In all, ｛standing.pledged｝ was pledged.\""
        remedy "Write it in braces. To print the name itself, put a backslash before each brace: `\\{standing.pledged\\}`."
    }
    LinesJoined "T0236" Warning "two words that run together at the end of a line" {
        means "In a text of several lines, a backslash at the end of a line removes the line break and all white space before the next \
               word. The two words are then joined without a space."
        example "text = \"\"\"Experts met in Rabat to\\\nagree on the plan.\"\"\"      # toagree"
        remedy "Put a space before the backslash."
    }
    PictureTwice "T0234" Warning "one picture for two items" {
        means "Two items of the month have the same picture, which would be printed with each. Usually an item was copied and the name \
               of its picture was left as it was, or one picture file was copied over another."
        example "# 2025-04/briefing.toml\n[[item]]\nid = \"course\"\npicture = { file = \"thumbnail.jpg\", alt = \"Experts at a table\" }\n[[item]]\nid = \"visit\"\npicture = { file = \"thumbnail.jpg\", alt = \"Experts at a table\" }"
        remedy "Name the right file, or leave out one of the two pictures."
    }

    // R: A reference within the office.
    UnknownUnit "R0301" Error "no such unit" {
        means "No `[[unit]]` in `office.toml` has this id."
        example "[[programme]]\nid = \"cyber\"\nname = \"Cybersecurity\"\nunits = [\"unctc\"]"
        help "write the id of a `[[unit]]` in office.toml, or add the unit there"
        remedy "Correct the id, or add the unit."
    }
    UnknownParty "R0302" Error "no such party" {
        means "A party is a State, written as its three-letter code (ISO 3166: `DEU`), or the id of a `[[party]]` in `office.toml`."
        example "[[programme]]\nid = \"cyber\"\nname = \"Cybersecurity\"\npartners = [\"Germany\"]"
        remedy "Write the State's three-letter code, or add the party."
    }
    UnknownBody "R0303" Error "no such coordination body" {
        means "No `[[body]]` in `office.toml` has this id."
        example "[strategy]\n\n[mandate]\ncoordination = \"pact\""
        help "write the id of a `[[body]]` in office.toml, or add the body there"
        remedy "Correct the id, or add the body."
    }
    OtherBody "R0306" Error "the functions of another office, or the entities of another body" {
        means "`[mandate]` prints the five functions of the United Nations Office of Counter-Terrorism. An office that was not \
               established by A/RES/71/291 and does not work under the Strategy has other functions. The second function names the \
               Global Counter-Terrorism Compact, and `coordination` names the body whose entities it counts. A body with another name \
               than the Compact's has other entities."
        example "[strategy]\n\n[mandate]\ncoordination = \"forum\"\n\n[[body]]\nid = \"forum\"\nname = \"Forum of Statistics\""
        remedy "Remove `[mandate]`, or say under `established` that A/RES/71/291 gave the office its functions. Name the body that is \
                the Compact, or leave out `coordination`: the function is then printed without a count."
    }
    UnitCycle "R0304" Error "a unit that belongs to itself" {
        means "Units form a tree, but following the `parent` of this unit leads back to the unit itself."
        example "[[unit]]\nid = \"a\"\nname = \"A\"\nkind = \"section\"\nparent = \"b\"\n\n[[unit]]\nid = \"b\"\nname = \"B\"\nkind = \"section\"\nparent = \"a\""
        help "correct the `parent` of one of them"
        remedy "Remove the `parent` of the highest unit."
    }

    OutlivesUnit "R0305" Warning "something that belongs to a unit that did not exist" {
        means "A unit belongs to another unit, or a programme to its units. In a month that has an issue, the unit it belongs to had \
               already ended or had not yet begun. The chart of that issue cannot show the connection: it places the unit under the next \
               one above, and the programme under the office."
        example "[[unit]]\nid = \"centre\"\nname = \"Centre\"\nkind = \"centre\"\nuntil = \"2024-06\"\n\n[[unit]]\nid = \"desk\"\nname = \"Desk\"\nkind = \"section\"\nparent = \"centre\"      # and there is an issue of 2024-12"
        remedy "Correct the dates. If several units ran a programme one after the other, name them all in `units`: each is shown while \
                it existed. If a unit was moved, end it with `until`, and add it again, with another id, under its new parent. If an \
                older unit took over a programme, end the programme with `closed`, and add it again in the same way."
    }

    // M: A month.
    DuplicateItem "M0101" Error "two items with one id" {
        means "Translations, links and the ledger refer to an item of a month by its id, so each id can be used only once in a month."
        example "[[item]]\nid = \"votan\"\ntext = \"A launch.\"\n\n[[item]]\nid = \"votan\"\ntext = \"Another launch.\""
        help "give one of the two another id"
        remedy "Give one of the two another id."
    }
    UnknownSection "M0102" Error "an item of an unknown section" {
        means "The section of an item is `leadership`, `highlights`, or the id of a `[[unit]]` in `office.toml`."
        example "[[item]]\nsection = \"unctc\""
        remedy "Correct the section, or add the unit."
    }
    OutsideMonth "M0103" Error "an event outside its month" {
        means "An item belongs to a month's briefing if at least one of its days is in that month. None of this item's days is. An event \
               may begin earlier or end later."
        example "# 2025-04/briefing.toml\n[[item]]\nid = \"course\"\nwhen = \"2025-05-06/2025-05-08\""
        remedy "Correct `when`, or move the item to the month it belongs to."
    }
    UnknownFact "M0104" Error "no such fact" {
        means "A text can print a figure from the office's own data, such as `{standing.pledged}`. This fact does not exist or has no \
               value in this month, and a figure is never guessed."
        example "text = \"Pledged so far: {standing.pledge}\""
        remedy "Correct the name. To print a brace, write `\\{`."
    }
    StatedTotal "M0105" Error "pledges that do not add up to the stated total" {
        means "`stated-total` is the office's own total of the month's new pledges. The ledger's pledges of that month, as known on the \
               cut-off day, add up to another total. If the ledger holds only what is documented, a stated total above it is reported as \
               M0168 instead."
        example "# 2025-04/briefing.toml\nstated-total = \"2242615 USD\"\n# ledger.csv\nid,kind,effective,recorded,contributor,amount\ndeu-1,pledge,2025-04-10,2025-04-30,DEU,2242651"
        remedy "Compare the ledger's rows of that month with the office's statement, and correct the one that is wrong."
    }
    BlankText "M0106" Error "an item or a correction without a text" {
        means "Every item needs a text, and every correction must say what was corrected. This one has only white space or invisible \
               characters."
        example "[[item]]\nid = \"votan\"\ntext = \" \""
        help "write the text"
        remedy "Write its text, or remove the item."
    }
    Figures "M0107" Error "figures that cannot be computed" {
        means "Each entry of the ledger is valid, but the totals for this month cannot be computed, for example because a sum is too \
               large."
        example "two pledges of 9000000000000000000000 USD"
        remedy "Look for an amount with too many digits."
    }
    UnknownProgramme "M0108" Error "an item of an unknown programme" {
        means "No `[[programme]]` in `office.toml` has this id."
        example "[[item]]\nprogrammes = [\"ct-travl\"]"
        help "write the id of a `[[programme]]` in office.toml, or add the programme there"
        remedy "Correct the id, or add the programme."
    }
    UnknownPrintedParty "M0109" Error "an unknown party" {
        means "An item, or a ledger entry that the month prints, names a party that has no name. A party is a State, written as its \
               three-letter code (ISO 3166: `DEU`), or the id of a `[[party]]` in `office.toml`."
        example "[[item]]\norganizers = [\"Germany\"]"
        remedy "Write the State's three-letter code, or add the party."
    }
    UnknownPrintedPurpose "M0110" Error "a pledge for an unknown purpose" {
        means "A pledge of this month is earmarked for a unit, a programme or a fund that the office does not have."
        example "id,kind,effective,recorded,contributor,amount,purposes\nP-1,pledge,2025-04,2025-05-05,ESP,1000,unit:vitoria"
        remedy "Correct the purpose, or add what it names."
    }
    Dates "M0111" Error "a day of issue or a cut-off that does not fit the month" {
        means "A briefing reports on a whole month, so its cut-off and its day of issue are the month's last day or later. The cut-off \
               is not after the day of issue or of the last correction. It is not before that of the previous issue either: otherwise, \
               what was recorded between the two would disappear again."
        example "# 2025-04/briefing.toml\nissued = 2025-04-06"
        remedy "Correct the date."
    }
    TooMuch "M0112" Error "a month that is too large for a briefing" {
        means "A briefing has at most 2,000 pages, 60,000 items, rows and names, and 8,000,000 characters, and the disclaimer on every \
               page has at most 1,000. These limits are far above what anybody reads, and they let other programs read the file fast."
        example "disclaimer = \"…\"      # the text of a whole report"
        help "shorten it, or leave some of it out"
        remedy "Leave out what the month does not need, or shorten the text that the message names."
    }
    UnknownFigure "M0113" Error "a figure that is not known" {
        means "A text uses a figure of the ledger that is not known for the last day of the month: the ledger is not complete and no \
               source states the figure for that day, or nothing is on record. What is documented may not be everything, and an older \
               total may have changed, so neither is printed instead."
        example "text = \"The Office has received {standing.received}.\"      # and no payment is on record"
        remedy "Write what is known, and say which it is: `{stated.received}` with `{stated.received-on}`, or `{documented.received}`. \
                Or leave out the figure. If the ledger is complete, say so with `coverage` in `[ledger]`."
    }
    OtherRules "M0114" Error "a ledger with other counting rules than its office" {
        means "The office states once how money is counted: the currency of the totals, pledges over several years, organs of States, \
               and how far the ledger reaches. This ledger was made with other settings."
        example "Ledger::new(LedgerSettings::default(), entries)      # and the office counts in EUR"
        remedy "Make the ledger with the office's settings: `Ledger::new(office.ledger_settings(), entries)`."
    }
    SharedName "M0115" Error "two parties with the same name" {
        means "Two parties of the office have the same name, or a party has the name of a State. Readers would take them for one, and a \
               chart would show two bars with one name."
        example "[[party]]\nid = \"germany\"\nname = \"Germany\"      # the State is `DEU`"
        remedy "If they are the same, keep one of the two and use its id everywhere, or the State's code. If they are not, give them \
                fuller names."
    }
    NearlySharedName "M0173" Warning "two parties that readers take for one" {
        means "The name of a party is that of a State, in any of the six languages or as people commonly call it; or it differs from \
               another party's name only in capitals, spaces, accents, marks or an article. Both count as partners, and both are in the \
               tables."
        example "[[party]]\nid = \"allemagne\"\nname = \"Allemagne\"\nkind = \"non-state\"      # the State is `DEU`"
        remedy "If they are the same, keep one of the two and use its id everywhere, or the State's code. If they are not, give them \
                fuller names."
    }
    Share "M0120" Error "a share that does not match what was pledged and received" {
        means "The share is what was received by a day as a percentage of what was pledged by that day, in whole per cent. In this \
               edition it is something else, or there is a share although one of the two figures is not known."
        example "\"pledged\": 402000000, \"received\": 354000000, \"share\": 250"
        remedy CHANGED
    }
    NotTheSum "M0121" Error "figures that do not add up" {
        means "The contributors that are shown and the others add up to the total, and the month's lines add up to the month's total. In \
               this edition they do not, or an amount is negative."
        example "two lines of 1000 and 2000, and a total of 4000"
        remedy CHANGED
    }
    PartnerCount "M0122" Error "a number of partners that does not match those named" {
        means "The partners are those that are shown, those that are named elsewhere, and the others. This edition gives another number."
        example "\"partners\": 3      # and twelve contributors are listed"
        remedy CHANGED
    }
    FigureDay "M0123" Error "a figure of a day that does not fit the month" {
        means "Figures are as of the month's last day, and what a source stated is as of that day or an earlier one. A figure in this \
               edition is as of another day."
        example "\"month\": \"2025-04\", … \"as_of\": \"2025-05-31\""
        remedy CHANGED
    }
    OutOfOrder "M0124" Error "a list that is out of order" {
        means "Contributors are sorted by the size of their pledges, the points of a history by day, totals by kind, and pillars by \
               number."
        example "a contributor of 1000 before one of 2000"
        remedy CHANGED
    }
    SectionContent "M0125" Error "a section and its content that do not match" {
        means "Every section that is printed has content, and an edition has no content that no section prints. In this edition, one of \
               the two is missing."
        example "\"sections\": [\"about\"]      # and no `about`"
        remedy CHANGED
    }
    TwiceInBriefing "M0126" Error "something that occurs twice" {
        means "Each section, unit and total can occur only once."
        example "\"sections\": [\"mandate\", \"mandate\"]"
        remedy CHANGED
    }
    MovementLine "M0127" Error "a movement that contradicts its kind" {
        means "A pledge is positive and equals the sum of its terms, a withdrawal is negative, and an amount that was converted was in \
               another currency."
        example "\"kind\": \"withdrawal\", \"amount\": \"2000000.00\""
        remedy CHANGED
    }
    MixedCurrencies "M0128" Error "figures in several currencies" {
        means "All cumulative figures are in the currency of the totals. An amount whose value in that currency is not known is left out \
               of them, and printed in its own currency."
        example "\"pledged\": \"1.00 USD\", … \"received\": \"1.00 EUR\""
        remedy CHANGED
    }
    FactValue "M0129" Error "a fact's value that contradicts the briefing" {
        means "A text takes a figure or a name from a fact, and the edition holds its value. That value is of another kind, is not what \
               the rest of the edition says, or is not used by any text."
        example "\"standing.partners\": {\"count\": 50}      # and there are 47 partners"
        remedy CHANGED
    }
    KnownBetter "M0130" Error "a part that is known better than the whole" {
        means "What one contributor gave is known only if the ledger is complete, and what is documented since a total only if that \
               total is of an earlier day."
        example "\"pledged\": \"unknown\", \"contributors\": [{\"pledged\": {\"known\": …}}]"
        remedy CHANGED
    }
    Contradiction "M0131" Error "two parts that contradict each other" {
        means "The same thing is stated in two places, and the two differ: the office's name, who is new, who gave in kind, or what was \
               pledged by a day."
        example "\"office\": {\"name\": \"Office\"}, \"structure\": {\"office\": \"Bureau\"}"
        remedy CHANGED
    }
    UntitledEvent "M0160" Error "an event without a title" {
        means "Money given for an event is printed with the event's title. This event has none, and an id is not a name to print."
        example "# ledger.csv\nid,kind,effective,recorded,contributor,amount,purposes\nesp-1,pledge,2025-04-02,2025-04-03,ESP,250000,event:votan\n# 2025-04/briefing.toml\n[[item]]\nid = \"votan\""
        remedy "Give the item a `title`. Or list the event in office.toml as an `[[event]]` with `id` and `title`, either until a month \
                reports it or permanently."
    }
    LongTitle "M0161" Error "a title that is too long" {
        means "The title of an event is a heading above an item, in a narrow column: 70 characters take one or two lines, in every \
               language."
        example "[[item]]\ntitle = \"High-level Conference of Heads of Counter-Terrorism Agencies of Member States of the United Nations\""
        help "shorten the title, and say the rest in the text"
        remedy "Shorten the title. The text has room for the full name."
    }
    UnknownEvent "M0162" Error "an item that is part of an unknown event" {
        means "`part-of` names the event that this one is part of: another item, of this month or another, or an `[[event]]` in \
               office.toml. No event has this id, or that event is itself part of this one."
        example "[[item]]\nid = \"side-event\"\npart-of = \"ct-wek\""
        remedy "Correct the id, or list the event in office.toml as `[[event]]`."
    }
    OnlinePlace "M0163" Error "an online event with a place" {
        means "An event that takes place only online has no place to print."
        example "[[item]]\nmode = \"online\"\nplace = { state = \"MAR\", city = \"Rabat\" }"
        remedy "Write `mode = \"hybrid\"` if people also met at that place, or leave out the place."
    }
    OtherTitle "M0164" Warning "an event with two titles" {
        means "office.toml lists the event under another title than its item has. The item prints its own title; ledger rows of other \
               months print the one in office.toml."
        example "# office.toml\n[[event]]\nid = \"forum\"\ntitle = \"Global Forum\"\n# 2025-04/briefing.toml\n[[item]]\nid = \"forum\"\ntitle = \"World Forum\""
        remedy "Make the two titles the same, or leave one of them out."
    }
    OtherDay "M0165" Warning "an event with two dates or two places" {
        means "office.toml lists the event with another date or place than its item has, and both cannot be right. The item prints its \
               own."
        example "# office.toml\n[[event]]\nid = \"forum\"\ntitle = \"Global Forum\"\nwhen = \"2025-04-10\"\n# 2025-04/briefing.toml\n[[item]]\nid = \"forum\"\nwhen = \"2025-04-11\""
        remedy "Make the two the same, or leave out the date or place of the `[[event]]`."
    }
    UnfitLead "M0166" Error "an item that cannot lead the issue" {
        means "`lead` names the item at the head of the issue, across both columns. It must be an item of the month with a `title` and a \
               `picture`."
        example "# 2025-04/briefing.toml\nissued = 2025-05-06\nlead = \"votan\"      # and no item has this id"
        help "give `lead` the id of an item with a title and a picture, or leave it out"
        remedy "Correct the id, give the item what it is missing, or leave out `lead`."
    }
    NextIssueEarly "M0167" Error "a next issue that is too early" {
        means "The next issue must come out after this one."
        example "# 2025-04/briefing.toml\nissued = 2025-05-06\nnext-issue = 2025-05-06"
        help "write a day after the day of issue, or leave out `next-issue`"
        remedy "Correct `next-issue`, or leave it out."
    }
    StatedAboveRecord "M0168" Warning "a stated total above what is on record" {
        means "`stated-total` is more than the ledger's pledges of that month add up to. The ledger holds only what is documented, so \
               there may be more, and the two do not contradict each other. The page lists what is on record, and `{month.pledged}` is \
               not known."
        example "# office.toml\n[ledger]\ncoverage = \"documented\"\n# 2025-04/briefing.toml\nstated-total = \"2242651 USD\"\n# ledger.csv\nid,kind,effective,recorded,contributor,amount\ndeu-1,pledge,2025-04-10,2025-04-30,DEU,2242615"
        remedy "Enter the missing pledges, or correct the stated total if it is wrong."
    }
    EmptyMonth "M0151" Warning "a month without items" {
        means "The month's `briefing.toml` has no `[[item]]`, so the briefing will have figures but no news."
        example "# 2025-04/briefing.toml\nissued = 2025-05-06"
        remedy "Add the month's items, each starting with `[[item]]`."
    }
    UnitNotThere "M0152" Warning "an item of a unit that did not exist" {
        means "The item belongs to a unit, through `section` or `units`, that did not exist when the item took place, according to the \
               unit's `since` or `until`."
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
        means "`briefing new item` puts a sample sentence in place of the text. It is still there, and would be printed."
        example "[[item]]\nid = \"roundtable\"\ntext = \"Say here, in two or three sentences, what happened, who took part and what came of it.\""
        remedy "Write what happened, or remove the item."
    }
    LastMonthsDate "M0155" Warning "a date in the previous month" {
        means "The text gives a day of the previous month as the item's own, although the item was not on that day. Often a text from \
               the last issue is used again, and its date is forgotten."
        example "# 2025-05/briefing.toml\n[[item]]\nwhen = \"2025-05-14\"\ntext = \"Experts met on 28 April.\""
        remedy "Correct the date. If the text looks back, say so: since 28 April, after 28 April, the report of 28 April."
    }
    YearSlip "M0159" Warning "a day of issue in another year" {
        means "The issue or the next one is dated a year or more after what comes before it, or a correction two years or more. Usually \
               the year was mistyped. The day is printed, and an issue counts what the ledger knows up to its day."
        example "# 2025-05/briefing.toml\nissued = 2035-06-02"
        remedy "Correct the year. If an issue really is that late, nothing needs to be done."
    }
    BeforeOffice "M0156" Warning "a month before the office" {
        means "The month ended before the office was established, so its briefing would report on an office that did not exist."
        example "# office.toml\nestablished = { on = 2017-06-15, resolution = \"A/RES/71/291\" }\n# 2017-04/briefing.toml\nissued = 2017-05-05"
        remedy "Correct the name of the month's folder, or `established`."
    }
    TotalNotRestated "M0170" Warning "a total that was not stated again" {
        means "A source states the totals of the ledger. The previous issue had a total for its own month. This issue still has the same \
               one, although the ledger has pledges or payments since. The page says which day the total is from."
        example "[ledger]\ncoverage = \"documented\"\n# ledger.csv\nid,kind,effective,recorded,contributor,amount\nt-1,assertion,2025-03-31,2025-03-31,,5000\np-1,pledge,2025-04-04,2025-04-05,DEU,700\n# 2025-03/briefing.toml\n[[item]]\nwhen = 2025-03-05\ntext = \"A visit.\"\n# 2025-04/briefing.toml\n[[item]]"
        remedy "Add this month's total to the ledger, as a row of kind `assertion`. If none was stated, leave it as it is."
    }
    MonthAhead "M0172" Warning "a month that has not begun" {
        means "The month begins after today, so it would report on days that have not happened yet. The year in the folder's name may be \
               mistyped. `publish` refuses the month."
        example "# 2052-04/briefing.toml\n[[item]]\nid = \"course\""
        help "correct the month in the folder's name; a draft of a later month can stay as it is"
        remedy "Correct the month in the folder's name. A draft of a later month can stay as it is."
    }
    LargeChange "M0171" Warning "a figure that changed by more than the office's limit" {
        means "The total pledged, the total received or the number of partners differs from the previous issue by more per cent than \
               `largest-change` in `[ledger]` allows."
        example "[ledger]\nlargest-change = 50\n# ledger.csv\nid,kind,effective,recorded,contributor,amount\np-1,pledge,2025-03-04,2025-03-05,DEU,5000\np-2,pledge,2025-04-04,2025-04-05,FRA,70000\n# 2025-03/briefing.toml\n[[item]]\nwhen = 2025-03-05\ntext = \"A visit.\"\n# 2025-04/briefing.toml\n[[item]]"
        remedy "Correct the entry that the message shows, if it is wrong. If it is right, nothing needs to be done."
    }

    ProgrammeNotThere "M0157" Warning "an item of a programme that did not run" {
        means "The item belongs to a programme that was not running when the item took place, according to the programme's `launched` or \
               `closed`."
        example "# office.toml\n[[programme]]\nid = \"travel\"\nname = \"Travel Programme\"\nlaunched = \"2019-05-07\"\n# 2018-06/briefing.toml\n[[item]]\nid = \"course\"\nprogrammes = [\"travel\"]"
        remedy "Correct the item's `programmes`, its date, or the programme's dates."
    }
    PillarsUnexplained "M0158" Warning "pillars of a Strategy that the office does not name" {
        means "The line under the item prints the numbers of its pillars, which are those of the United Nations Global Counter-Terrorism \
               Strategy. The office has no `[strategy]`, so nothing in the briefing says what the numbers mean."
        example "# office.toml\n[items]\nline = [\"pillars\"]\n# 2025-04/briefing.toml\n[[item]]\nid = \"course\"\npillars = [\"I\"]"
        remedy "Add `[strategy]` to `office.toml` if the office works under the Strategy, or leave out `pillars`."
    }

    // P: A picture or a font.
    NoPicture "P0401" Error "no such picture" {
        means "The item names a picture that is not in the month's folder."
        example "picture = { file = \"netwrk.png\", alt = \"…\" }"
        remedy "Correct the name, or put the picture into the month's folder. The name must match in capital and small letters."
    }
    PictureTooLarge "P0402" Error "a picture that is too large" {
        means "A picture may have up to 64 MB and 100 megapixels. Twelve megapixels fill a whole page in print."
        example "picture = { file = \"panorama.png\", alt = \"…\" }      # 40,000 by 10,000 pixels"
        remedy "Save the picture at a smaller size."
    }
    NotAPicture "P0403" Error "not a picture" {
        means "A picture is a JPEG, PNG, WebP or SVG file. What counts is what the file holds, not its name. For other kinds, such as \
               HEIC, the message names the kind and says how to convert it."
        example "picture = { file = \"notes.docx\", alt = \"…\" }"
        remedy "Save the picture as JPEG (photographs) or PNG (drawings)."
    }
    PictureOutside "P0404" Error "a picture outside its month's folder" {
        means "Pictures are kept in their month's folder, so that a copy of the folder prints the same. A path is refused if it contains \
               `..`, starts at the root of a disk, or follows a link out of the office folder. So is anything that is not an ordinary \
               file."
        example "picture = { file = \"../../secret.png\", alt = \"…\" }"
        remedy "Copy the picture into the month's folder and name it without a path."
    }
    NoAltText "P0405" Error "a picture without alternative text" {
        means "Alternative text tells people who cannot see a picture what it shows. Every picture in an accessible file needs it."
        example "picture = { file = \"network.png\", alt = \" \" }"
        help "say in a sentence what the picture shows"
        remedy "Say in a sentence what the picture shows. Do not repeat its name or its caption."
    }
    PictureUnsupported "P0406" Error "a kind of picture that cannot be printed" {
        means "The picture is a kind of JPEG that PDF does not have (lossless, arithmetic, twelve bits), an animation, an SVG drawing \
               with something that cannot be printed, or of another rare kind."
        example "picture = { file = \"from-the-printer.jpg\", alt = \"…\" }"
        remedy "Save it as an ordinary JPEG in RGB colours: in most programs, `Export`, `sRGB`, `JPEG`. For a drawing, turn everything \
                into plain paths of one colour each, or export it as PNG."
    }
    PictureDamaged "P0407" Error "a damaged picture" {
        means "The picture begins as it should, then breaks off or contradicts itself. Viewers show such a picture with a grey part or \
               in strange colours. The program reads all of its data to find out."
        example "picture = { file = \"half-downloaded.jpg\", alt = \"…\" }"
        remedy "Get the picture again from its source."
    }
    PictureCoarse "P0408" Warning "a picture with few pixels" {
        means "The picture has fewer than 600 pixels on its longer side, so it will look coarse in print."
        example "picture = { file = \"thumbnail.jpg\", alt = \"…\" }"
        remedy "Use a larger version of the picture."
    }
    PictureProfile "P0409" Warning "a colour profile that cannot be read" {
        means "The picture has a colour profile, but the profile is damaged or is for another kind of colours. The colours are printed \
               as if they were sRGB, and may look pale or too bright."
        example "picture = { file = \"from-the-scanner.png\", alt = \"…\" }"
        remedy "Open the picture in a picture editor, convert it to sRGB, and save it."
    }
    NoFont "P0411" Error "no such font" {
        means "The office names a font whose file is not in its folder, or cannot be read. A font may have up to 32 MB."
        example "[theme]\nfonts = [\"fonts/rare-han.ttf\"]"
        help "put the font's file into the office folder, and write its path from there"
        remedy "Correct the name, or put the font into the office folder. The name must match in capital and small letters."
    }
    NotAFont "P0412" Error "not a font that can be used" {
        means "A font is a TrueType file with a single face. What counts is what the file holds, not its name. Collections (.ttc), \
               PostScript outlines (.otf) and web fonts (.woff) cannot be used."
        example "[theme]\nfonts = [\"fonts/songti.ttc\"]"
        remedy "Get the TrueType version of the font, or another font that has the characters."
    }
    RestrictedFont "P0413" Error "a font that may not be embedded" {
        means "The font's own settings forbid embedding it, or a part of it, in files. Every briefing embeds its fonts."
        example "[theme]\nfonts = [\"fonts/licensed.ttf\"]"
        help "name a font whose licence allows embedding"
        remedy "Use a font whose licence allows embedding, such as one under the SIL Open Font License."
    }
    AltIsFileName "P0414" Warning "alternative text that is a file name" {
        means "Alternative text is read out in place of the picture, but this one is only the name of a file."
        example "alt = \"IMG_2041.jpg\""
        remedy "Say in a sentence what the picture shows."
    }
    AltIsCaption "P0415" Warning "alternative text that is the caption" {
        means "A screen reader reads out the alternative text and then the caption. Here it would read the same words twice, and say \
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
        means "The first row names a column that has no meaning in a ledger, or names a column twice."
        example "id,kind,effective,recorded,contributr,amount"
        remedy "Correct the name. Put remarks into the column `note`."
    }
    UnevenRow "C0503" Error "a row that is too long or too short" {
        means "The row has more or fewer cells than the first row, so it is not clear which cell belongs to which column."
        example "id,kind,effective,recorded,contributor,amount\ndeu-1,pledge,2025-04,2025-05-05,DEU,1000,USD"
        remedy "Look for a text that contains a comma, or whatever separates the columns. It needs quotation marks: `\"Madrid, Spain\"`."
    }
    MissingCell "C0504" Error "an empty cell" {
        means "An entry of this kind needs this cell."
        example "id,kind,effective,recorded,contributor,amount\ndeu-1,pledge,2025-04,2025-05-05,DEU,"
        help "fill in the cell"
        remedy "Fill in the cell."
    }
    NeedlessCell "C0505" Error "a cell that has no meaning" {
        means "An entry of this kind does not use this cell, so its value would be ignored."
        example "id,kind,effective,recorded,contributor,amount,partners\ndeu-1,pledge,2025-04,2025-05-05,DEU,1000,3"
        remedy "Clear the cell, or correct the kind."
    }
    BadCell "C0506" Error "a cell that cannot be understood" {
        means "The value does not have the form that the column requires: a kind, a date, an id, a number."
        example "id,kind,effective,recorded,contributor,amount\ndeu-1,pledge,2025-04,6 May 2025,DEU,1000"
        remedy "Write it as the message says. A spreadsheet may have changed a date into its own format: format the column as text."
    }
    BadAmount "C0507" Error "not an amount" {
        means "An amount is digits with at most one decimal point, and no more decimals than its currency has (ISO 4217: two for USD, \
               none for JPY). It has no currency sign and no thousands separators: in half of the world, `92,615` means ninety-two and a \
               bit."
        example "id,kind,effective,recorded,contributor,amount\ndeu-1,pledge,2025-04,2025-05-05,DEU,\"92,615\""
        remedy "Write `92615` or `92615.00`."
    }
    Semicolons "C0508" Warning "columns that are not separated by commas" {
        means "The ledger's columns are separated by semicolons or tabs, as spreadsheets in some countries write them. The ledger is \
               read anyway, but commas are what every program expects."
        example "id;kind;effective;recorded;contributor;amount\ndeu-1;pledge;2025-04;2025-05-05;DEU;1000"
        remedy "Save it with commas, or leave it as it is."
    }
    EmptyLedger "C0509" Error "a ledger without a first row" {
        means "The ledger's first row names its columns, but this file is empty."
        example "(a file of no bytes)"
        help "write the column names into the first row: `id,kind,effective,recorded,contributor,amount`"
        remedy "Write the column names into the first row. Other rows can follow later."
    }
    OpenQuote "C0510" Error "a quotation mark that is not closed" {
        means "A cell that begins with a quotation mark continues to the next one, even across lines (RFC 4180). This one is not closed, \
               or there is text after the mark that closes it, so rows would be lost or their cells mixed up."
        example "id,kind,effective,recorded,contributor,amount,note\ndeu-1,pledge,2025-04,2025-05-05,DEU,1000,\"as agreed\nesp-1,pledge,2025-04,2025-05-05,ESP,1000,\"the \"big\" conference\""
        remedy "Close it, or remove it. Inside such a cell, write a quotation mark twice."
    }
    BadWorkbook "C0511" Error "a workbook that cannot be read" {
        means "The file is not an Excel workbook (.xlsx) that can be opened: it is damaged, protected by a password, or in another \
               format (.xls, .xlsb, .ods, Numbers). Or it has no sheet of the given name."
        example "[ledger]\nfile = \"ledger.xlsx\"\nsheet = \"Ledgr\""
        remedy "Save it again as an Excel workbook (.xlsx) without a password, and name a sheet that it has."
    }
    CellError "C0512" Error "a formula without a result" {
        means "For a formula, the result stored with it is read. This one is stored with an error, or without a result because the \
               workbook was written by a program that does not calculate."
        example "amount      (the cell says #REF!)"
        help "correct the formula, or write its result into the cell"
        remedy "Correct the formula. Or open the workbook in a spreadsheet program and save it again."
    }
    TotalRow "C0513" Error "a row of totals that does not add up" {
        means "A row that calls itself a total, or has only amounts, is not an entry and is not counted. It is compared with the rows \
               above it: a difference means that a row was lost, or was added below the total. In an export, a row that calls itself a \
               total or a balance, but has everything an entry needs, would count the rows above it a second time."
        example "id,kind,effective,recorded,contributor,amount\ndeu-1,pledge,2025-04,2025-05-05,DEU,100\nuzb-1,pledge,2025-04,2025-05-05,UZB,50\nTotal,,,,,140"
        help "correct the amount that is wrong, or the total"
        remedy "Look for a row that is missing or counted twice, or take out the row of totals."
    }
    MergedCells "C0514" Error "merged cells" {
        means "A workbook shows merged cells as one, and only the first of them has the value. The other rows have nothing there: a \
               currency merged across three rows applies only to the first."
        example "id      amount   currency\ndeu-1   100      JPY\nfra-1   100      (merged with the cell above)"
        remedy "Unmerge the cells, and write the value into each row that it applies to."
    }
    OtherCurrency "C0515" Warning "a cell shown in another currency than its row" {
        means "The workbook shows the amount with a currency sign, but the row is in another currency: the column `currency` says so or, \
               if the cell is blank, `currency` under `[ledger]` or in the map. The sign is not read."
        example "amount\n$25,000.00      (and the ledger is in EUR)"
        remedy "Write the row's currency into the column `currency`, or correct the format of the cell."
    }
    DayWithTime "C0516" Warning "a day with a time" {
        means "The cell has a time as well as a day, and the day is read as it is written. In another time zone it may be another day \
               and, at the end of a month, another month."
        example "effective\n2025-03-31T22:00:00Z      (1 April in Geneva)"
        remedy "Find out which day it was at the place of payment, and write the day without a time."
    }
    RowAbove "C0517" Error "a row above the column names" {
        means "There may be a title above the column names. This row has more cells than a title, and would be lost. Sorting a table \
               sometimes moves the column names down."
        example "deu-1,pledge,2025-04-10,2025-05-05,DEU,100\nid,kind,effective,recorded,contributor,amount"
        remedy "Move the row below the column names. If it is not an entry, move it out of the table."
    }
    TwoLedgers "C0518" Warning "more than one ledger" {
        means "The office has more than one file named like a ledger, or a workbook has more than one sheet with the columns of a \
               ledger, and nothing says which one counts. One is read; the others are not."
        example "ledger.csv\nledger.xlsx"
        remedy "Name the one that counts, with `file = \"ledger.xlsx\"` or `sheet = \"2025\"` under `[ledger]`, or move the others \
                elsewhere. For an import, write `sheet = \"2025\"` in the map."
    }
    OutOfLine "C0519" Warning "an amount, a day or a rate far out of line" {
        means "The amount is over a thousand times more or less than those of the rows around it, or the day is ten years or more from \
               theirs. Or a rate, or the stated worth of an amount, makes a currency worth ten times what it has been worth for years, \
               or a tenth of that. A misplaced decimal point, a mistyped year or an inverted rate looks like that."
        example "id,kind,effective,recorded,contributor,amount\ndeu-1,pledge,2025-04-10,2025-05-05,DEU,50000\nfra-1,pledge,2015-04-11,2025-05-05,FRA,60000\nita-1,pledge,2025-04-12,2025-05-05,ITA,70000\nesp-1,pledge,2025-04-13,2025-05-05,ESP,80000"
        remedy "Compare the row with its source. If it is right, nothing needs to be done."
    }
    RecordedAhead "C0520" Warning "an entry recorded in the future" {
        means "The entry says that it was recorded on a day that has not come yet. No issue before that day counts it."
        example "id,kind,effective,recorded,contributor,amount\ndeu-1,pledge,2025-04-01,2052-04-01,DEU,5000000"
        remedy "Correct the date: `recorded` is the day on which the entry was written into the ledger."
    }
    ShownScaled "C0521" Warning "an amount shown as another number" {
        means "The workbook shows the amount with a word that may change its meaning, but stores only the number beside the word. The \
               stored number is used."
        example "amount\n2.5 gross      (stored as 2.5, with the format `0.0\" gross\"`)"
        remedy "Check whether the number is the whole amount. If it is, take the word out of the cell's format."
    }
    HiddenRow "C0522" Warning "a hidden row" {
        means "A row of the sheet is hidden, by hand or by a filter, but it is read like the others. Anyone who looks at the sheet does \
               not see it."
        example "row   id      amount\n2     deu-1   100\n4     fra-1   100      (row 3 is hidden, and counted)"
        remedy "Show all rows, and clear the filter. If a row is not an entry, move it out of the sheet."
    }
    DaysTurned "C0523" Warning "dates whose day and month may have been swapped" {
        means "In a column of the export, some dates are stored as dates, none of them after the 12th of a month, and others are texts \
               after the 12th. This happens when a spreadsheet opens a file that has another country's date order: it reads the 4th of \
               May as the 5th of April, and leaves the 13th of May, which it cannot read, as text."
        example "Date\n2025-04-05      (stored as a day; the file said 04/05/2025)\n13/05/2025      (a text)"
        remedy "Export the file again, and import it without opening it in a spreadsheet."
    }
    ShownCurrency "C0524" Error "a cell shown in a currency that its row does not state" {
        means "The workbook shows the amount with a currency sign, but the row's currency is not stated anywhere, so another one would \
               be assumed. There is no column `currency`, and no `currency` under `[ledger]`; for an export, the map does not give one."
        example "amount\n€25,000.00      (no column `currency`; without `currency` under `[ledger]`, a ledger is in USD)"
        remedy "State the row's currency in the column `currency` or, for an export, in the map: `currency = \"EUR\"` under \
                `[constants]`. If the sign is wrong, correct the format of the cell."
    }
    PurposeIsId "C0526" Warning "a purpose that is an id" {
        means "A purpose without `unit:` or `programme:` before it is printed as it is written. This one is the id or the name of a unit \
               or programme. With the prefix and the id, it would be counted with the other entries for that unit or programme."
        example "# ledger.csv\nid,kind,effective,recorded,contributor,amount,purposes\ndeu-1,pledge,2025-04-02,2025-04-03,DEU,100000,ibsm"
        remedy "Write the prefix and the id: `programme:ibsm`."
    }
    BlankCounts "C0527" Warning "a blank cell that leaves a total unknown" {
        means "An opening balance or a remainder says what was received but not what was pledged, or a remainder does not say how many \
               partners it covers. A blank cell is unknown, and so is every total that includes it; zero is written as `0`. The warning \
               disappears if `note` says `amount unknown` or `partners unknown`."
        example "# ledger.csv\nid,kind,effective,recorded,contributor,amount,received\nO-1,opening-balance,2024-12-31,2025-01-05,DEU,,50000"
        remedy "Write what had been pledged; for gifts without a pledge, write what was received. For a remainder that adds no new \
                partners, write `0` under `partners`."
    }
    StruckOut "C0525" Warning "a cell that is struck out" {
        means "A line is drawn through the amount or the kind of a row, as people do when it is no longer valid. The row is read like \
               the others."
        example "id      amount\ndeu-1   100      (struck out, and counted)"
        remedy "Remove the line. If the row is no longer valid, add a row of kind `void` or a withdrawal to the ledger; leave the row \
                out of an export."
    }

    // L: The ledger's meaning.
    DuplicateEntry "L0101" Error "two entries have the same id" {
        means "Receipts, revisions and corrections refer to an entry by its id, and so does the trace of a printed figure. If two \
               entries have the same id, a reference to that id would be ambiguous."
        example "id,kind,effective,recorded,contributor,amount\nP-1,pledge,2025-04,2025-05-05,DEU,92615\nP-1,pledge,2025-04,2025-05-05,UZB,50000"
        help "keep one of the two if they are the same entry; otherwise give one of them another id"
        remedy "Give one of them another id. If the row was entered twice, keep one of the two."
    }
    UnknownEntry "L0102" Error "an entry names one that does not exist" {
        means "A receipt, revision, withdrawal, refund or correction, or an entry that itemizes a remainder, names an id \
               that no entry has."
        example "id,kind,effective,recorded,ref,amount\nR-1,receipt,2025-04-10,2025-05-05,P-9,1000"
        help "write the `id` of a row in the ledger, or add the missing row"
        remedy "Correct the reference, or enter the pledge first. For a payment without a pledge, leave the reference blank."
    }
    WrongTarget "L0103" Error "an entry names another of the wrong kind" {
        means "Receipts, revisions and withdrawals refer to pledges, allocations or opening balances; refunds can refer to receipts as \
               well. Only a remainder can be itemized, and a correction cannot itself be corrected."
        example "id,kind,effective,recorded,contributor,ref,amount\nR-1,receipt,2025-04-10,2025-05-05,DEU,,1000\nV-1,revision,2025-04-12,2025-05-05,,R-1,1500"
        remedy "Name the right entry. To undo a correction, correct the original entry once more."
    }
    DuplicateReference "L0104" Error "two entries have the same reference from the same source" {
        means "A voucher or letter was probably entered twice, and its amount would count twice: the two entries also have the same \
               kind, day, amount, currency and contributor. Several payments under one agreement differ in at least one of these."
        example "id,kind,effective,recorded,contributor,amount,source,reference\nR-1,receipt,2025-04-10,2025-05-05,DEU,1000,bank,TT-77\nR-2,receipt,2025-04-10,2025-05-06,DEU,1000,bank,TT-77"
        help "give each a reference of its own, such as TT-77/1, if both were paid; otherwise keep one of the two"
        remedy "If both were paid, give each a reference of its own, such as TT-77/1. Otherwise, keep one of the two rows."
    }
    RecordedBeforeTarget "L0105" Error "an entry names one that was recorded later" {
        means "What the office knew on a day must be complete in itself, or a briefing rendered again would differ. An entry can \
               therefore refer only to entries that were recorded on the same day or earlier."
        example "id,kind,effective,recorded,contributor,ref,amount\nP-1,pledge,2025-03,2025-05-05,DEU,,1000\nR-1,receipt,2025-04-10,2025-04-11,,P-1,1000"
        help "correct the day on which one of them was recorded; if both days are right, leave the reference blank here, and assign it \
              with a correction recorded on the same day as the other"
        remedy "Correct the day on which one of them was recorded. If both days are right, leave the reference blank in the receipt, and \
                assign it with a correction recorded on the same day as the pledge."
    }
    EffectiveBeforeTarget "L0106" Error "a change takes effect before what it changes" {
        means "A revision, withdrawal or refund counts from a day on which its pledge or receipt did not count yet."
        example "id,kind,effective,recorded,contributor,ref,amount\nP-1,pledge,2025-04,2025-05-05,DEU,,1000\nV-1,revision,2025-03-01,2025-05-05,,P-1,1500"
        help "correct one of the dates; a month counts from its last day, so give the day if it is known"
        remedy "Correct one of the dates. A month counts from its last day, so give the day if it is known."
    }
    ReceiptBeforePledge "L0107" Warning "money arrived before its pledge took effect" {
        means "Until the pledge takes effect, the receipt counts as a contribution without a pledge, both pledged and received. From \
               then on it is part of the pledge, and is no longer counted as a pledge of its own. That may be right, but often a date is \
               wrong."
        example "id,kind,effective,recorded,contributor,ref,amount\nP-1,pledge,2025-04,2025-05-05,DEU,,1000\nR-1,receipt,2025-03-01,2025-05-05,,P-1,1000"
        help "compare the two dates with their sources"
        remedy "Compare the two dates with their sources."
    }
    EffectiveAfterRecorded "L0108" Warning "an entry took effect after it was recorded" {
        means "The entry takes effect after the day on which it was recorded, and counts only from the later day."
        example "id,kind,effective,recorded,contributor,amount\nP-1,pledge,2025-06-01,2025-05-05,DEU,1000"
        remedy "If the dates were swapped or a year was mistyped, correct them. If a pledge was announced for a later time, `effective` \
                is the day of the announcement, and `schedule` says when the money is due."
    }
    DoubledEntry "L0109" Warning "two entries that say the same" {
        means "Two entries have the same kind, day, contributor, amount and purpose, as corrected, and the same note. Probably one \
               letter was entered twice, and its amount counts twice."
        example "id,kind,effective,recorded,contributor,amount\nP-1,pledge,2025-04-10,2025-05-05,DEU,1000\nP-2,pledge,2025-04-10,2025-05-05,DEU,1000"
        help "keep one of the two if it was entered twice, or void one with a row of kind `void` if an issue counts it; if both are \
              right, say in `note` what one of them is"
        remedy "If it was entered twice, keep one of the two or, if an issue counts it, void one with a row of kind `void`. If both are \
                right, say in `note` what one of them is, or give each the reference of its letter."
    }
    TargetStruckOut "L0110" Warning "an entry about a pledge that does not count" {
        means "The pledge was voided or is unverified, but an entry that refers to it is neither. A payment then counts as a \
               contribution of its own; a revision or a withdrawal has no effect."
        example "id,kind,effective,recorded,contributor,ref,amount\nP-1,pledge,2025-04-10,2025-05-05,DEU,,1000\nR-1,receipt,2025-04-12,2025-05-05,,P-1,500\n\
                 C-1,void,2025-06-05,2025-06-05,,P-1,"
        help "name the pledge that it was paid on in a row of kind `correction`; if it was given without a pledge, void it too, and \
              enter it again with `yes` under `gift`"
        remedy "Name the pledge that it was paid on in a row of kind `correction`. If it was given without a pledge, void it with a row \
                of kind `void`, and enter it again without `ref` and with `yes` under `gift`. If the money never came, void it. If the \
                entry changes a voided pledge, void it too, or enter the pledge again with the new terms."
    }
    CountsLater "L0111" Warning "an entry that counts long after it was recorded" {
        means "The effective date is known only as a year or a span, which ends in a later month than the one in which the entry was \
               recorded. The entry counts from the last day of that time, and is in no total before."
        example "id,kind,effective,recorded,contributor,amount\nP-1,pledge,2025,2025-03-02,DEU,1000"
        remedy "Write the month or the day if it is known. Otherwise, write a span that ends on the day on which the entry was recorded: \
                it had taken effect by then."
    }
    BesideBalance "L0112" Warning "money that an opening balance or a remainder may hold already" {
        means "An opening balance is all that one contributor had pledged and paid by its day. Whatever else took effect by then, and a \
               second balance, count in addition to it. The same goes for a remainder: what was paid or changed by its day, on a pledge \
               that itemizes it, counts in addition, unless the payment itemizes the remainder too."
        example "id,kind,effective,recorded,contributor,amount\nO-1,opening-balance,2024-12-31,2025-01-05,DEU,1000\nP-1,pledge,2024-06-10,2025-01-06,DEU,400"
        help "void, with a row of kind `void`, what the balance includes; if it is not part of the balance, write `beside`, with the \
              balance's id, in `note`"
        remedy "If the balance includes the money, void the entry with a row of kind `void`, or lower the balance with a correction. If \
                a remainder includes a payment, name the remainder under `itemizes`. If the money is not part of the balance, write \
                `beside O-1`, with the balance's id, in the `note` of its row: the warning then disappears."
    }
    ContributorMissing "L0201" Error "a receipt says neither who paid nor on which pledge" {
        means "Without one of the two, the money belongs to nobody."
        example "id,kind,effective,recorded,contributor,ref,amount\nR-1,receipt,2025-04-10,2025-05-05,,,1000"
        help "fill in the contributor, the pledge, or both"
        remedy "Fill in the contributor, the pledge, or both."
    }
    ContributorMismatch "L0202" Error "an entry names another contributor than its pledge" {
        means "The entry names one contributor, but the pledge that it refers to belongs to another. A receipt may leave its contributor \
               blank; a revision, a withdrawal or a refund may repeat it."
        example "id,kind,effective,recorded,contributor,ref,amount\nP-1,pledge,2025-04,2025-05-05,DEU,,1000\nR-1,receipt,2025-05-02,2025-05-05,UZB,P-1,1000"
        help "name the pledge that was paid, or correct the contributor"
        remedy "Correct the pledge or the contributor. If somebody else transferred the money for the contributor, name them in `note`."
    }
    CurrencyMismatch "L0203" Error "currencies that do not match" {
        means "A revision or withdrawal must be in the currency of its pledge; a value and a remainder must be in the currency of the \
               totals. A payment in a third currency must say how much of the pledge it settles."
        example "id,kind,effective,recorded,contributor,ref,amount,currency\nP-1,pledge,2025-04,2025-05-05,ESP,,250000,EUR\nV-1,revision,2025-05-02,2025-05-05,,P-1,300000,USD"
        help "state the amount in the expected currency"
        remedy "State the amount in the expected currency. For a payment in a third currency, say in `settles` how much of its pledge it \
                settles."
    }
    ScheduleDropped "L0204" Warning "a revision drops its pledge's schedule" {
        means "The terms of a revision replace the earlier ones. The pledge was spread over time, and now it is not."
        example "id,kind,effective,recorded,contributor,ref,amount,schedule\nP-1,pledge,2022-03,2025-05-05,QAT,,15000000,yearly 2024/2026\nV-1,revision,2025-05-02,2025-05-05,,P-1,50000000,"
        remedy "Repeat the schedule in the revision, or write `whole` if it no longer holds."
    }
    NothingStated "L0205" Error "an entry states nothing" {
        means "The entry has no effect, so something is missing: a remainder or opening balance has no amount, an assertion has no \
               figure, a gift in kind has neither a description nor a value, or a correction changes nothing."
        example "id,kind,effective,recorded,contributor,ref,amount\nP-1,pledge,2025-04,2025-05-05,DEU,,1000\nC-1,correction,2025-04,2025-05-05,,P-1,"
        help "fill in what the entry should state"
        remedy "Fill in what the entry should state, or remove the row."
    }
    RepeatedPurpose "L0206" Warning "a purpose is listed twice" {
        means "The purposes of an entry are a set, so the second mention has no effect."
        example "id,kind,effective,recorded,contributor,amount,purposes\nP-1,pledge,2025-04,2025-05-05,DEU,1000,programme:ibsm; programme:ibsm"
        remedy "Keep one of the two, or correct the second if you meant another purpose."
    }
    IntroductionUnsaid "L0207" Error "an entry does not say whether a new name is a new partner" {
        means "Some partners are known only as a number. A contributor who appears for the first time may be one of them, and the number \
               of partners stays the same; or may be new, and the number grows."
        example "id,kind,effective,recorded,contributor,amount,partners,new\nO-1,remainder,2024-12-31,2025-01-05,,5000,3,\nP-1,pledge,2025-04,2025-05-05,DEU,1000,,"
        remedy "Write `new` or `among-unnamed` in the entry's column `new`."
    }
    IntroductionContradiction "L0208" Error "a contributor is said to be both new and not new" {
        means "One entry calls the contributor a new partner; another says that it was among the unnamed."
        example "id,kind,effective,recorded,contributor,amount,partners,new\nO-1,remainder,2024-12-31,2025-01-05,,5000,3,\nP-1,pledge,2025-04,2025-05-05,DEU,1000,,new\nP-2,pledge,2025-05,2025-06-05,DEU,1000,,among-unnamed"
        help "keep the one that is right, and leave the other blank"
        remedy "Keep the one that is right, and leave the other blank."
    }
    NoUnnamedLeft "L0209" Error "no unnamed partner is left" {
        means "More contributors are said to be among the unnamed partners than there are unnamed partners."
        example "id,kind,effective,recorded,contributor,amount,partners,new\nO-1,remainder,2024-12-31,2025-01-05,,5000,0,\nP-1,pledge,2025-04,2025-05-05,DEU,1000,,among-unnamed"
        help "correct the number of partners in the remainder, or write `new`"
        remedy "Correct the number of partners in the remainder, or write `new`."
    }
    InapplicableCorrection "L0210" Error "a correction changes something that its entry does not have" {
        means "The corrected entry was voided, or is of a kind that has no such value, or its values no longer fit together."
        example "id,kind,effective,recorded,contributor,ref,amount,partners\nP-1,pledge,2025-04,2025-05-05,DEU,,1000,\nC-1,correction,2025-04,2025-06-05,,P-1,,4"
        help "leave the cell blank, or correct the right entry"
        remedy "Leave the cell blank, or correct the right entry. Or void the entry, and enter it again."
    }
    GiftUnsaid "L0211" Error "a payment may belong to an open pledge" {
        means "The receipt names no pledge, but its contributor has one that is not yet paid. If the money was paid on it, it would \
               count twice: as part of the pledge, and as a contribution of its own."
        example "id,kind,effective,recorded,contributor,ref,amount\nP-1,pledge,2025-04,2025-05-05,DEU,,1000\nR-1,receipt,2025-05-02,2025-05-05,DEU,,1000"
        remedy "Write the pledge's id in `ref`, or write `yes` in the column `gift` if the money was given in addition to the pledge."
    }
    SettlesOtherwise "L0212" Error "a payment is worth something other than what it settles" {
        means "The pledge is in the currency of the totals, and so is the worth of the payment: it settles exactly what it is worth. \
               Otherwise the totals would say that something is still due, or that more came in than was promised."
        example "id,kind,effective,recorded,contributor,ref,amount,currency,value,settles\nP-1,pledge,2025-04,2025-05-05,FRA,,100000,,,\nR-1,receipt,2025-05-02,2025-05-05,,P-1,90000,EUR,98000,100000 USD"
        help "make the two the same; if the pledge is settled for less, lower it with a revision"
        remedy "Make `value` and `settles` the same. If the pledge is settled for less, lower it with a revision."
    }
    CurrencyCorrected "L0213" Warning "a correction that changes a currency" {
        means "The corrected amount is in another currency than the entry."
        example "id,kind,effective,recorded,contributor,ref,amount,currency\nP-1,pledge,2025-04,2025-05-05,ESP,,100000,EUR\nC-1,correction,2025-04,2025-06-05,,P-1,120000,USD"
        remedy "Write the correction in the currency of the entry, unless the currency itself was wrong."
    }
    EarmarkMismatch "L0214" Error "a payment for another purpose than its pledge" {
        means "The row says what the money is for, but the pledge that it was paid on says something else. A payment on a pledge has the \
               purpose of the pledge, and counts there."
        example "id,kind,effective,recorded,contributor,ref,amount,purposes\nP-1,pledge,2025-04,2025-05-05,DEU,,1000,Border control\nR-1,receipt,2025-05-02,2025-05-05,,P-1,400,Sport"
        help "leave `fund` and `purposes` blank, or name the pledge that has this purpose; if the purpose of the pledge is wrong, \
              correct it"
        remedy "Leave `fund` and `purposes` of the payment blank, or name the pledge that has this purpose. If the pledge had this \
                purpose from the beginning, say so in a row of kind `correction`. If a part of the pledge has been given this purpose \
                since, lower the pledge with a revision, and enter that part as a pledge of its own."
    }
    PledgeOrGift "L0215" Error "a payment is said to be both on a pledge and a gift of its own" {
        means "A payment is either made on a pledge, or is a gift of its own, which counts as pledged too. The row says both, and the \
               total pledged depends on which of them is right."
        example "id,kind,effective,recorded,contributor,ref,amount,gift\nP-1,pledge,2025-04,2025-05-05,DEU,,1000,\nR-1,receipt,2025-05-02,2025-05-05,DEU,P-1,400,yes"
        remedy "Leave `gift` blank if the money was paid on the pledge. Leave `ref` and `settles` blank if it was given in addition to \
                the pledge."
    }
    ReceivedAbovePledged "L0301" Warning "more was received than pledged" {
        means "The payments on a pledge exceed it, or all that was received exceeds all that was pledged. The surplus is listed \
               separately."
        example "id,kind,effective,recorded,contributor,ref,amount\nP-1,pledge,2025-04,2025-05-05,DEU,,1000\nR-1,receipt,2025-05-02,2025-05-05,,P-1,1200"
        help "enter a revision if the pledge grew; otherwise look for a payment entered twice"
        remedy "Enter a revision if the pledge grew. Otherwise, look for a payment entered twice."
    }
    NegativeStanding "L0302" Error "more was refunded than had arrived" {
        means "Refunds exceed what was received, so the figure would fall below zero. An issue knows only what was recorded by its \
               cut-off, so it must also know the payment that a refund pays back."
        example "id,kind,effective,recorded,contributor,ref,amount\nR-1,receipt,2025-04-10,2025-05-05,DEU,,1000\nF-1,refund,2025-05-02,2025-05-05,,R-1,1200"
        help "correct the refund, or enter the missing payment"
        remedy "Correct the refund, or enter the missing payment. If the payment is there but was recorded later than the refund, \
                correct the day in `recorded` of one of the two."
    }
    ItemizedAboveRemainder "L0303" Error "more is itemized than the remainder holds" {
        means "Entries that itemize a remainder take their amounts out of it. Together, they exceed it."
        example "id,kind,effective,recorded,contributor,ref,amount,itemizes,new\nO-1,remainder,2024-12-31,2025-01-05,,,5000,,\nP-1,pledge,2025-01-10,2025-05-05,DEU,,6000,O-1,new"
        help "leave `itemizes` blank in entries that were never part of the remainder, or correct the remainder"
        remedy "Leave `itemizes` blank in entries that were never part of the remainder, or correct the remainder."
    }
    AssertionFailed "L0304" Error "the ledger does not add up to what a source states" {
        means "On the day of the assertion, the entries recorded by then add up to another figure, even when rounded as the source \
               rounds."
        example "id,kind,effective,recorded,contributor,amount\nP-1,pledge,2025-04,2025-05-05,DEU,1000\nA-1,assertion,2025-04-30,2025-05-05,,1100"
        remedy "Run `briefing trace` for that day to see the entries. Enter what is missing, as entries of its own or as a remainder."
    }
    UnexplainedFall "L0305" Warning "a stated total fell, and no entry explains it" {
        means "A cumulative total falls only through withdrawals, revisions, refunds or corrections. The total fell between two \
               statements of a source, but the ledger has no such entry."
        example "id,kind,effective,recorded,contributor,amount\nA-1,assertion,2025-03-31,2025-05-05,,1100\nA-2,assertion,2025-04-30,2025-05-05,,1000"
        remedy "Check the two statements. If there was a withdrawal or a revision, enter it."
    }
    OutOfProportion "L0306" Warning "an amount is far out of line with its contributor's history" {
        means "The contributor has at least four earlier entries in this currency, and the amount is more than twenty times the largest \
               of them. A misplaced decimal point or a doubled zero looks like that."
        example "id,kind,effective,recorded,contributor,amount\nP-1,pledge,2021,2025-05-05,IND,500000\nP-2,pledge,2022,2025-05-05,IND,500000\nP-3,pledge,2023,2025-05-05,IND,500000\nP-4,pledge,2024,2025-05-05,IND,500000\nP-5,pledge,2025-04,2025-05-05,IND,50000000"
        remedy "Compare the amount with its source. If it is right, nothing needs to be done."
    }
    RateUnused "L0310" Warning "a rate that applies to no amount" {
        means "A rate applies only to amounts that took effect in its own time: the rate of a day, to amounts of that day. The amounts \
               in its currency took effect on other days, and their worth is not known."
        example "id,kind,effective,recorded,contributor,amount,currency\nX-1,rate,2025-04-01,2025-04-02,,1.08,EUR\nP-1,pledge,2025-04-10,2025-04-12,DEU,100000,EUR"
        remedy "Write the month, `2025-04`, or the day from which the rate applies: `2025-04-01/..`."
    }
    WorthUnknown "L0311" Warning "money that the totals leave out" {
        means "The money is in another currency than the totals, and neither the entry nor a rate says what it is worth in theirs. It is \
               left out of the totals, and printed separately. If the entry's `note` has the words `worth unknown`, nothing is reported."
        example "id,kind,effective,recorded,contributor,amount,currency\nP-1,pledge,2025-04-10,2025-04-12,DEU,100000,EUR"
        remedy "Write what it was worth under `value`, or enter a rate: `X-1,rate,2025-04,2025-05-05,,1.08,EUR`. If nobody knows it, \
                write `worth unknown` and the reason in `note`."
    }
    TotalTooLarge "L0307" Error "the sum of the entries is too large" {
        means "A sum exceeds 10²⁴ minor units, such as cents, and would no longer be exact."
        example "id,kind,effective,recorded,contributor,amount\nP-1,pledge,2025-04,2025-05-05,DEU,9000000000000000000000\nP-2,pledge,2025-04,2025-05-05,FRA,9000000000000000000000"
        help "look for an amount with too many digits"
        remedy "Look for an amount with too many digits."
    }
    WithdrawnAbovePledged "L0308" Warning "more is withdrawn than was pledged" {
        means "The withdrawal exceeds what is left of the pledge. Only what is left is taken off the total."
        example "id,kind,effective,recorded,contributor,ref,amount\nP-1,pledge,2025-04,2025-05-05,DEU,,1000\nW-1,withdrawal,2025-05-02,2025-05-05,,P-1,1200"
        remedy "Leave the amount blank to withdraw all that is left, or correct the amount."
    }
    RivalTotals "L0309" Error "two totals for one day" {
        means "Two assertions recorded on the same day state different figures for the same day. Only one of them can be printed, and \
               nothing says which."
        example "id,kind,effective,recorded,contributor,amount\nA-1,assertion,2025-04-30,2025-05-05,,1000\nA-2,assertion,2025-04-30,2025-05-05,,1100"
        help "correct one of the two; if the source corrected itself, record the second on the day on which it did"
        remedy "Keep the one that the source states. If the source corrected itself, enter the second with the day on which that became \
                known under `recorded`: from that day on, it replaces the first."
    }
    RivalRates "L0312" Error "two rates of one currency for the same time" {
        means "Two rates say that a currency was worth different amounts in the same month, on the same day or from the same day on; or \
               one applies from a day on, and the other begins on that day too. Only one of them can apply, and nothing says which. In \
               all other cases, the rate that begins last applies. Of those that begin on the same day, the one that ends first applies: \
               the rate of a day before that of its month."
        example "id,kind,effective,recorded,contributor,amount,currency\nX-1,rate,2025-04,2025-04-02,,1.8,EUR\nX-2,rate,2025-04,2025-04-03,,1.08,EUR\nP-1,pledge,2025-04-10,2025-04-12,DEU,100000,EUR"
        remedy "Void the wrong one with a row of kind `void`. The next issue says which amounts that changed."
    }
    RivalChanges "L0313" Error "two changes whose effect depends on the order of the rows" {
        means "Two changes of a pledge, or two corrections of one entry, have the same days but say different things. Only the order of \
               the rows says which of them holds, and a table may be sorted."
        example "id,kind,effective,recorded,contributor,ref,amount\nP-1,pledge,2025-01-10,2025-01-10,DEU,,1000\nV-1,revision,2025-01-15,2025-01-16,,P-1,500\nV-2,revision,2025-01-15,2025-01-16,,P-1,6000"
        remedy "Write the day on which each took effect, or on which each was recorded. If the first was wrong, keep only the second; if \
                the first was already published, correct or void it instead."
    }
    RefundAboveWorth "L0314" Warning "a refund that is worth more than what arrived" {
        means "A payment in another currency is refunded, and its worth has risen so much that the refund is worth more than all that \
               arrived. The part beyond that is a loss on exchange, and no total counts it: what was received never falls below zero."
        example "id,kind,effective,recorded,contributor,ref,amount,currency,value\nR-1,receipt,2025-04-10,2025-05-05,DEU,,400,EUR,480\nF-1,refund,2025-05-02,2025-05-05,,R-1,400,EUR,500"
        help "compare `value` with its source; if it is left blank, the refund is worth what the payment was"
        remedy "Compare `value` with its source. If it is left blank, the refund is worth what the payment was."
    }
    UnknownContributor "L0401" Error "a contributor is not in the office's list of parties" {
        means "The entry names a party by an id that is not in `office.toml`, so it has no name to print."
        example "id,kind,effective,recorded,contributor,amount\nP-1,pledge,2025-04,2025-05-05,undpp,1000"
        remedy "Correct the id, or add the party to `office.toml`. Write a State as its three-letter code, in capitals."
    }
    UnknownFund "L0402" Error "a fund is not in the office's list" {
        means "The entry names a fund that is not in `office.toml`."
        example "id,kind,effective,recorded,contributor,amount,fund\nP-1,pledge,2025-04,2025-05-05,UZB,1000,trust-fnd"
        help "write the id of a `[[fund]]` in office.toml, or add the fund there"
        remedy "Correct the id, or add the fund to `office.toml`."
    }
    UnknownPurpose "L0403" Error "a purpose names a programme, unit or event that does not exist" {
        means "The entry is earmarked for an id that is not in the office folder."
        example "id,kind,effective,recorded,contributor,amount,purposes\nP-1,pledge,2025-04,2025-05-05,DEU,1000,programme:ibms"
        remedy "Correct the id, add what it names, or describe the purpose in words, without `programme:`."
    }
    ClosedProgramme "L0404" Warning "money is earmarked for a programme that had closed" {
        means "The programme closed before the entry took effect."
        example "id,kind,effective,recorded,contributor,amount,purposes\nP-1,pledge,2025-04,2025-05-05,DEU,1000,programme:old"
        remedy "Correct the programme, or its closing date in `office.toml`, if it is wrong."
    }
    UnknownSource "L0405" Warning "a source is not in the office's list" {
        means "The entry names a source that is not described in `office.toml`, so nobody can look it up."
        example "id,kind,effective,recorded,contributor,amount,source\nP-1,pledge,2025-04,2025-05-05,DEU,1000,lettr"
        remedy "Correct the id, or add the source to `office.toml`."
    }
    AfterIssue "L0406" Warning "an entry is dated after the issue" {
        means "The entry was recorded in time for the issue, but takes effect after the issue's last day, so the issue does not count \
               it."
        example "id,kind,effective,recorded,contributor,amount\nP-1,pledge,2052-04,2025-05-05,DEU,1000"
        remedy "Correct the date if it is mistyped. Otherwise a later issue will count the entry."
    }

    // F: The figures of a month as published.
    FiguresDrift "F0701" Error "figures that differ from those published" {
        means "The month was published, and its `figures.lock` keeps the figures that it showed. With the same day and the same cut-off, \
               other figures would be printed now: a ledger entry was altered, deleted or given an earlier date of recording, or a \
               figure in a text or of the office was changed. An issue that went out keeps its figures: `render` gives the file that was \
               published."
        example "deu-1,pledge,2025-04-10,2025-05-05,DEU,92651      # 92615 when April was published"
        remedy "Put it back as it was, and enter the right figure as a correction recorded today. If the issue was wrong, say so in a \
                `[[correction]]` in its `briefing.toml`, and publish it again."
    }
    EntriesDrift "F0702" Warning "a published figure that comes from other entries" {
        means "The figure is the same as it was published, but the entries that it comes from are not: one was renamed, split or merged, \
               or two changes cancel each other out."
        example "deu-1a,pledge,…,92615      # deu-1 when April was published"
        remedy "Put the entries back as they were, and enter what is right as a correction recorded today. The figures of the issue that \
                went out are right either way."
    }
    LockUnreadable "F0703" Error "a record of figures that cannot be read" {
        means "`briefing publish` wrote `figures.lock`, which is not meant to be edited. This one is damaged, or is from another month \
               or a later version."
        example "[[figure]]\nname = \"standing.pledgd\""
        help "restore the record from a copy of the folder, as `briefing publish` wrote it"
        remedy "Restore the file from a copy. If there is none, move it and the month's files `published-….pdf` out of the office \
                folder, and publish the month again: it is then recorded as it is today, and not as it went out."
    }

    TextDrift "F0704" Warning "a published text that would now read differently" {
        means "The month was published with other words here: a name, a text or the order of things has changed. No figure differs. An \
               issue that went out stays as it was: `render` gives the file that was published, which does not have the new words."
        example "# 2025-04/briefing.toml\n[[item]]\nid = \"votan\"\ntext = \"A better wording.\"      # \"A launch.\" when April was published"
        remedy "Put the words back as they were. If the issue was wrong, say so in a `[[correction]]` in its `briefing.toml`, and \
                publish it again."
    }

    PublishedFileChanged "F0705" Error "a published file that is missing or was changed" {
        means "The month was published, and its folder keeps each file that went out: `published-en.pdf` and so on. This one is missing, \
               or is another file. A folder that has changed since may not give the same file again, so the month is not rendered in \
               this language."
        example "2025-04/published-en.pdf      # deleted, or replaced by another file"
        remedy "Put the file that went out back under this name. If nobody has it any more, move `figures.lock` and the other files \
                `published-….pdf` out of the office folder, and publish the month again: it is then recorded as it is today."
    }
    AsPublished "F0706" Warning "a file as it was published, although its folder has changed" {
        means "The month was published, and `render` gives the file that went out. The month, the office or the ledger would now print \
               something else, or has errors; none of that is in the file."
        example "# 2025-04/briefing.toml\n[[item]]\nid = \"votan\"\ntext = \"A better wording.\"      # \"A launch.\" when April was published"
        remedy "Run `briefing check` to see what has changed. Put it back or, if the issue was wrong, say so in a `[[correction]]` in \
                its `briefing.toml`, and publish it again."
    }

    // I: Rows taken over from another system.
    ExportColumn "I0801" Error "a column that the export does not have" {
        means "The map of an import names a column that is not in the first row of the other system's export."
        example "[columns]\namount = \"Ammount USD\""
        remedy "Write the column's name as it is in the export."
    }
    LedgerColumn "I0802" Error "a column that the ledger does not have" {
        means "An import adds rows and changes no existing row, so the ledger must have every column that the new rows fill."
        example "[columns]\nreference = \"Voucher\"      # and the ledger has no column `reference`"
        remedy "Add the column to the ledger, blank in the existing rows, or take it out of the map."
    }
    NotAppendable "I0803" Error "a ledger that rows cannot be added to" {
        means "An import can add rows only to a CSV file. A workbook would have to be written again as a whole, with everything else \
               that is in it."
        example "[ledger]\nfile = \"ledger.xlsx\""
        help "name a CSV file with the same rows under `[ledger]`, and import into that"
        remedy "Save the ledger as `ledger.csv` and name it under `[ledger]`, or copy the rows into the workbook by hand."
    }
    UnmappedWord "I0804" Error "a word that is not in the map" {
        means "The map translates the words of a column under `[values]`, and this one is not among them."
        example "[values.contributor]\nGermany = \"DEU\"      # and a row says `France`"
        remedy "Add the word to the map, or leave out its rows under `[skip]`."
    }
    SharedReference "I0805" Warning "a reference that the ledger already has for another payment" {
        means "The ledger already has the reference of this row, for an entry of another kind, for entries that are rows of the export \
               too, or under a map with `shared-references`. The row is added as a payment of its own, like an instalment under one \
               agreement."
        example "Voucher;Date;Amount\nGA-77;01.04.2025;250000\nGA-77;15.04.2025;250000      (and the ledger has GA-77 of 1 April)"
        remedy "Compare the row with the ledger's entry. If they are one payment, correct the entry, and leave out the row; if the row \
                has already been imported, enter a `void` of its entry."
    }

    RepeatedRow "I0806" Warning "a row that is there already" {
        means "Two rows of an export agree in everything that is taken from them, except perhaps their note, so the second is left out. \
               Two rows that share their reference, day, amount and contributor, but differ in something else, are refused (L0104). Or \
               nearly all rows have the kind, day, amount and contributor of entries that the ledger has under other numbers, as when \
               two systems export the same payments: these rows would count in addition."
        example "Voucher;Date;Amount;Donor\nV 9;15.04.2025;250000;Germany\nV 9;15.04.2025;250000;Germany"
        remedy "Compare them with their source. If two rows are two entries, give each a reference of its own. If not, nothing needs to \
                be done. If the ledger has the payments from another system, do not import them again."
    }
    OtherUnit "I0807" Error "an amount in another unit or currency than the ledger would have" {
        means "A title or a footnote of the table, the heading of an amount or what stands below it, the format of its cell, or a column \
               that the map does not name says that the amounts are in thousands or millions, or in another currency than the rows would \
               have in the ledger."
        example "Voucher;Date;Amount (thousands)\nV-9;15.04.2025;250"
        remedy "Say so in the map: `amounts-in = \"thousands\"`, `currency = \"EUR\"` under `[constants]`, or the column of currencies \
                under `[columns]`."
    }
    AnnulledRow "I0808" Error "a row that another column marks as reversed" {
        means "A column that the map does not name says that the row was reversed, cancelled, rejected or the like, that its money went \
               out or did not come in, or that it is a pledge or a gift in kind although the map makes another entry of it. The row \
               would count like any other."
        example "Voucher;Date;Amount;Donor;Status\nV 9;15.04.2025;250000;Germany;Reversed"
        remedy "To leave out such rows, write `\"Status\" = [\"Reversed\"]` under `[skip]` in the map, and leave out the rows that \
                reverse them too. Or take `kind` from the column, with `Reversed = \"withdrawal\"` or `\"refund\"` under \
                `[values.kind]`. If the rows count, name the column under `[skip]` with an empty list."
    }
    MarkedRow "I0809" Warning "a row that another column marks as open or reversed" {
        means "A column of the export says that the row is a draft, pending, planned, held or the like. Or a column that the map names says \
               that the row was reversed or that its money went out, in words that the map does not leave out. The row counts like any \
               other."
        example "Voucher;Date;Amount;Donor;Status\nV 9;15.04.2025;250000;Germany;Pending"
        remedy "Compare the row with its source. If such rows do not count, leave them out with `\"Status\" = [\"Pending\"]` under \
                `[skip]` in the map before you import them. If they are already imported, enter a `void` of each entry that does not \
                count."
    }

    ChangedEntry "I0810" Error "a row that may be a changed entry of the ledger" {
        means "A row has the reference of an entry of the same kind, but another day, amount, currency, contributor, value, schedule or \
               purpose, and no row of the export is that entry. Or the map leaves the row out because of a word such as `Cancelled`, but \
               the ledger still counts its entry. A voucher that was changed since the last import would count twice; another payment \
               under one agreement counts in addition to the first. The export does not say which it is, so the row is refused."
        example "Voucher;Date;Amount\nGA-77;01.04.2025;120      (and the ledger has GA-77 with 250,000)"
        remedy "If the entry was changed, enter a `correction` of it in the ledger; if it no longer holds, enter a `void`, `refund` or \
                `withdrawal`. The row is then left out. If entries share references, write `shared-references = true` in the map."
    }
    EntryLeftOut "I0811" Warning "an entry that the map leaves out by its row number" {
        means "`skip-rows` or `skip-last` leaves out a row that has everything an entry needs, and neither the ledger nor another row \
               has its reference. Rows have other numbers in the next export, and `skip-last` does not count blank rows."
        example "skip-last = 2      # and the last two rows are an entry and a note"
        remedy "If it is an entry, correct `skip-rows` or `skip-last` in the map. If not, nothing needs to be done."
    }
    SimilarReference "I0812" Error "a payment under a reference that is spelt differently" {
        means "A row has the kind, day, amount, currency and contributor of an entry of the ledger or of another row. Its reference \
               differs only in capitals, spaces, dashes, leading zeros, zero decimals or thousands separators, as when a spreadsheet \
               turns it into a number. Both would count, so the row is refused."
        example "Voucher;Date;Amount\n1001;15.04.2025;250000      (and the ledger has 001001 with the same)"
        remedy "Compare them. If they are one payment, leave out the row with `skip-rows` in the map. If they are two, give the row a \
                reference of its own in the export."
    }

    // S: House style.
    StyleNumber "S0601" Warning "a number in another style" {
        means "Numbers below ten are written in words, and those from 10 in figures, with a comma between thousands. A sentence does not \
               begin with a figure. With units, and beside a number from 10 in the same sentence, numbers below ten stay in figures."
        example "text = \"3 experts met 1200 officers.\""
        remedy "Write the number as the message says."
    }
    StylePerCent "S0602" Warning "a per cent sign in a text" {
        means "Texts say `per cent`, in two words. The sign is for tables and charts."
        example "text = \"Some 40% of the participants were women.\""
        remedy "Write `40 per cent`."
    }
    StyleSpelling "S0603" Warning "another spelling" {
        means "The United Nations spells words as the Oxford dictionaries do: British, with -ize and programme. Names are spelt as their \
               owners spell them."
        example "text = \"The program was organised by the Office.\""
        remedy "Write the word as the message says, or allow the name in `[style]`."
    }
    StyleAcronym "S0604" Warning "an acronym that is not spelt out" {
        means "An acronym is spelt out when an issue first uses it, with the short form in brackets."
        example "text = \"CTED took part.\""
        remedy "Write the name in full with the acronym in brackets: `Counter-Terrorism Committee Executive Directorate (CTED)`."
    }
    StyleState "S0605" Warning "a State under another name" {
        means "States have the names that the United Nations terminology database (UNTERM) gives them."
        example "text = \"Experts from Russia and the UK took part.\""
        remedy "Write the name that the message gives."
    }
    StyleLinkWords "S0606" Warning "a link that does not say where it leads" {
        means "Screen readers list the links of a file without their sentences. A link called `here` says nothing in such a list."
        example "text = \"Read the report [here](https://www.example.org/report).\""
        remedy "Put the link on the words that name what is there."
    }
    StyleSameLink "S0607" Warning "the same link twice" {
        means "One text links to the same address twice. Readers wonder what the second link adds."
        example "text = \"The [Office](https://www.example.org) met. Its [site](https://www.example.org) says more.\""
        remedy "Keep one of the two."
    }
    StyleAlternative "S0608" Warning "alternative text that begins with `picture of`" {
        means "A screen reader announces that it is a picture before it reads the alternative text."
        example "alt = \"Picture of three people at a table\""
        remedy "Begin with what the picture shows."
    }
    StyleResolution "S0609" Warning "a photograph below 150 dots per inch" {
        means "The picture is printed so large that it has fewer than 150 pixels per inch, and looks coarse on paper."
        example "picture = { file = \"from-the-web.jpg\", alt = \"…\" }      # 400 pixels across a column"
        remedy "Use a larger version of the picture."
    }
    StyleLacking "S0610" Warning "an item without what the office wants" {
        means "In `[style]`, the office says what each of its items should have, such as a place or a function. This item does not have \
               it."
        example "[style]\nwants = [\"place\", \"functions\"]"
        remedy "Add the key to the item, or allow the item in `[style]`, with the reason."
    }
    StyleSentence "S0611" Warning "a sentence of more than forty words" {
        means "Readers and translators have to read a sentence of more than forty words twice."
        example "text = \"The Office, together with … and … and …\""
        remedy "Split it into two sentences."
    }
    StyleFigure "S0612" Warning "a figure that the ledger contradicts" {
        means "The text gives an amount of pledges or a number of partners, but the ledger comes to another figure, even when rounded as \
               in the text."
        example "text = \"Germany pledged $96,215.\"      # and the ledger has 92,615"
        remedy "Correct the one that is wrong. A fact such as `{standing.pledged}` cannot differ."
    }
    StyleOldFigure "S0620" Warning "a figure of an earlier issue" {
        means "The text gives a total, a contributor's amount or a number of partners as it was in an earlier issue, but the ledger has \
               changed since. A sentence that names another day looks back, and a sentence with both the new figure and the old compares \
               them. Neither is reported."
        example "# ledger.csv\nid,kind,effective,recorded,contributor,amount\np-1,pledge,2025-03-04,2025-03-05,DEU,5000\np-2,pledge,2025-04-04,2025-04-05,FRA,700\n# 2025-03/briefing.toml\n[[item]]\nwhen = 2025-03-05\ntext = \"A visit.\"\n# 2025-04/briefing.toml\n[[item]]\ntext = \"Pledges stand at $5,000.\""
        remedy "Write today's figure, or a fact such as `{standing.pledged}`, which changes with the ledger."
    }
    StyleSameFigures "S0621" Warning "last month's figures in another text" {
        means "The item is worded much like one of the previous issue, or has its id. Its words were changed, but none of the numbers in \
               it: often a number of participants or of courses was forgotten."
        example "# 2025-03/briefing.toml\n[[item]]\nwhen = 2025-03-05\ntext = \"A course for 120 officers was held in Lagos in March.\"\n# 2025-04/briefing.toml\n[[item]]\ntext = \"A course for 120 officers was held in Lagos in April.\""
        remedy "Write this month's numbers. If they are the same again, allow the words under `[[style.allow]]`, with the reason."
    }

    // X: A translation.
    UnknownText "X0901" Warning "a translation of nothing" {
        means "A file of translations names its texts by key, but the file that it translates has no text with this key: the item was \
               renamed or deleted, or the key is mistyped. The entry is not read."
        example "# 2025-04/briefing.fr.toml\n[vottan.text]\nsource = \"…\"\ntext = \"…\""
        remedy "Correct the key: `briefing translations OFFICE MONTH --lang fr` lists the keys. If the text is gone for good, remove the \
                entry."
    }
    BlankTranslation "X0902" Error "a translation without words" {
        means "The entry exists, but its text is blank, so nothing would be printed in place of the source."
        example "# 2025-04/briefing.fr.toml\n[votan.text]\nsource = \"A launch.\"\ntext = \"\""
        help "write the translation, or leave the entry out until there is one"
        remedy "Write the text, or leave the entry out until it is translated."
    }
    ReferencesDiffer "X0903" Error "a translation with other links or facts" {
        means "A translation must have the links and facts of its source, each the same number of times, wherever they fit the sentence."
        example "# office.toml\nabout = [\"{compact.entities} entities belong to it.\"]\n# office.fr.toml\n[office.about.1]\nsource = \"{compact.entities} entities belong to it.\"\ntext = \"46 entités en font partie.\""
        remedy "Copy the missing link or fact from the source, and remove what the source does not have."
    }
    AlreadyNamed "X0904" Error "a name that is given twice" {
        means "`office.toml` gives the name in this language, and the file of translations gives it again. One of the two would be \
               ignored."
        example "# office.toml\nname = { en = \"Office\", fr = \"Bureau\" }\n# office.fr.toml\n[office.name]\nsource = \"Office\"\ntext = \"Bureau\""
        help "keep one of the two; official names belong in office.toml"
        remedy "Keep one of the two. Official names belong in `office.toml`."
    }
    OutOfDate "X0905" Warning "a translation of an earlier text" {
        means "Each translation records the text that it was made from, and the source now says something else. The translation is still \
               printed, unless the links or facts have changed as well: then the source is printed instead."
        example "# 2025-04/briefing.toml\n[[item]]\nid = \"votan\"\ntext = \"A launch in Madrid.\"\n# 2025-04/briefing.fr.toml\n[votan.text]\nsource = \"A launch.\"\ntext = \"Un lancement.\""
        remedy "Bring the translation up to date, then copy the present text into `source`."
    }
    NotTranslated "X0906" Error "a text that is missing in a required language" {
        means "`office.toml` requires the language, so a month that still has a text in English is not printed in it."
        example "# office.toml\n[languages]\nrequired = [\"fr\"]"
        remedy "Translate the text, or take the language out of `required`: the English text is then printed, marked as English."
    }
    UnknownLanguage "X0907" Warning "translations into an unknown language" {
        means "The file's name says that it holds translations, but its language is not one of ar, zh, fr, ru and es. English needs no \
               file, because the texts are written in English. The file is not read."
        example "office.de.toml"
        remedy "Correct the file's name, or move the file elsewhere."
    }
    NotPo "X0908" Error "not a PO or XLIFF file" {
        means "Translators' tools exchange XLIFF 2 files or PO files (GNU gettext). A PO file has entries of `msgctxt`, `msgid` and \
               `msgstr`, each followed by a text in quotation marks. This line is none of these, or an entry is incomplete."
        example "msgctxt \"2025-04/briefing.toml votan.text\"\nmsgid \"A launch.\"\nmsgstr \"Un lancement."
        help "export the file again from the translators' tool, in UTF-8"
        remedy "Correct the line as the message says, or export the file again from the translators' tool, in UTF-8."
    }
    PoLanguage "X0909" Error "a PO file of another language" {
        means "The header of the PO file names another language than you asked for, or does not name a language that texts can be \
               translated into."
        example "msgid \"\"\nmsgstr \"\"\n\"Language: de\\n\""
        remedy "Name the language of the texts, both in the header and with `--lang`."
    }
    FiguresDiffer "X0910" Warning "a translation with other figures" {
        means "The source and its translation have different figures, months in dates, or currencies. The digits of all six languages \
               are compared, and so are decimals, but not thousands separators. Months, small numbers and words such as `million` may be \
               written either way. In French and Russian, digits after a comma are decimals."
        example "# 2025-04/briefing.toml\n[[item]]\nid = \"forum\"\ntext = \"120 parliamentarians met.\"\n# 2025-04/briefing.fr.toml\n[forum.text]\nsource = \"120 parliamentarians met.\"\ntext = \"1 200 parlementaires se sont réunis.\""
        remedy "Correct the figure. If both say the same in other words, leave it as it is."
    }
    Html "X0911" Warning "HTML in a text" {
        means "A text has an element or a character of HTML, such as `<b>` or `&eacute;`. Texts are not HTML, so it would be printed as \
               it is written."
        example "text = \"Un <b>expos&eacute;</b> à Genève.\""
        remedy "Write `**strong**` and `*emphasis*`, and type letters directly: `é`."
    }
    SameAsSource "X0912" Warning "a translation that is the English text" {
        means "The translation is the source, word for word. It would be printed, and read aloud, as if it were in the other language."
        example "# 2025-04/briefing.toml\n[[item]]\nid = \"third\"\ntext = \"A third thing.\"\n# 2025-04/briefing.fr.toml\n[third.text]\nsource = \"A third thing.\"\ntext = \"A third thing.\""
        remedy "Translate it, or leave the entry out: the English text is then printed and marked as English."
    }
    OtherLanguage "X0913" Warning "translations in another language than the file's name says" {
        means "The letters and the commonest words of the file show that its texts are in another language than its name says. They \
               would be printed, and read aloud, as if they were in the language of the name."
        example "# 2025-04/briefing.toml\n[[item]]\nid = \"third\"\ntext = \"The Office held a course for the staff of the ports.\"\n# 2025-04/briefing.fr.toml\n[third.text]\nsource = \"The Office held a course for the staff of the ports.\"\ntext = \"La Oficina impartió un curso para el personal de los puertos del país y por el que se felicitó a los participantes.\""
        remedy "Check whether the files of two languages were swapped."
    }

    // N: What is printed in another language than the document's.
    NameInEnglish "N0101" Warning "a name without a translation" {
        means "This name is not known in the language of the briefing. It is printed in English, and marked as English for assistive \
               technology. Nothing is transliterated."
        example "[[programme]]\nid = \"ct-travel\"\nname = \"Countering Terrorist Travel\"      # no name in `fr`"
        remedy "Give the name in that language: `name = { en = \"…\", fr = \"…\" }`. For words of the ledger, such as a purpose or what \
                was given in kind, add a `[[wording]]` to office.toml: in its `name`, the English is as the ledger has it."
    }
    TextUntranslated "N0102" Warning "a text without a translation" {
        means "The briefing is rendered in another language than this text is written in. Headings, dates and figures are in the \
               language of the briefing. The text is printed as it is, marked with its language, and a note says so."
        example "briefing render unoct 2025-04 --lang fr      # and 2025-04/briefing.fr.toml has no [votan.text]"
        remedy "Translate the text: `briefing translations OFFICE MONTH --lang fr` lists what is missing."
    }
    WordingInEnglish "N0103" Warning "an official wording without a confirmed translation" {
        means "The wording of the functions of the mandate, the pillars and the Strategy comes from the United Nations. No wording in \
               this language has been confirmed, so the English one is printed, and marked as English. The program never invents one."
        example "briefing render unoct 2025-04 --lang ru      # Pillar II"
        remedy "Put your office's wording beside the English in office.ru.toml, as [mandate.leadership] or [strategy.II]. `briefing \
                translations` lists the keys. If you know the official wording, send it to the authors of this program as well, with its \
                source."
    }

    // G: What only the pages show.
    NoGlyph "G0101" Error "a character that no font has" {
        means "A text has a character that no font can draw, such as an emoji or a letter of a script that the program's own fonts do \
               not cover. A month with such a text is not rendered. `render --allow-missing` prints a box with a question mark instead, \
               with a warning."
        example "[[item]]\ntext = \"The network 🚀 was launched.\""
        help "leave it out or write it in words, or name a font that has it under `[theme]`: `fonts = [\"fonts/rare.ttf\"]`"
        remedy "Get a TrueType font that has it, put the file into the office folder, and name it in `office.toml`, as in `[theme] fonts \
                = [\"fonts/rare.ttf\"]`. Or write the character in words."
    }
    TextLost "G0102" Error "text that is not on the pages" {
        means "Each document is read again before it is written: every character must be on a page once, in reading order, with a glyph. \
               Here one is lost, doubled or out of place, so no file is written."
        example "in `votan`, the document says `A launch.`, and the pages `A lunch.`"
        remedy "Nothing in the office folder is wrong. Report it to the authors of this program, with the text of the item that is \
                named. Until it is corrected, word the item differently."
    }

    // V: A finished file.
    ForeignFinishedFile "V1001" Error "a PDF file that this program did not write" {
        means "`verify`, `extract` and `tags` read only files made by `briefing render`. A file that another program wrote, printed or \
               changed may show anything."
        example "%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj"
        remedy "Get the file as it was published. A briefing that was printed to PDF, compressed or edited cannot be verified."
    }
    DamagedFinishedFile "V1002" Error "a damaged PDF file" {
        means "The file begins like one made by this program, but ends early or contradicts itself, as after an interrupted transfer."
        example "half of unoct-2025-04-en.pdf"
        remedy "Get the file again."
    }
    BytesAfterFile "V1003" Error "something after the end of a PDF file" {
        means "There are bytes after the end of the file that are not a signature. A PDF reader might show what they say instead."
        example "$ cat note.txt >> unoct-2025-04-en.pdf"
        remedy "Get the file as it was published."
    }
    LaterRevision "V1004" Error "a PDF file that was changed later" {
        means "Something other than a signature was added to the file after it was made, such as a comment, a form or another page."
        example "a comment saved into unoct-2025-04-en.pdf"
        remedy "Get the file as it was published, or as it was signed."
    }
    FinishedFileTooLarge "V1005" Error "a PDF file that is too large to be read" {
        means "The file has more bytes, objects or pages than any briefing has, so it is not read further."
        example "a PDF file of 600 MB"
        remedy "Check that this is the right file."
    }

    // E: An edition, the data of a finished file.
    NoEdition "E1101" Error "a PDF file without its data" {
        means "Each file that `briefing render` makes carries the data that it was made from, as the attachment `edition.json`. This \
               file has no such attachment: it was removed, or the file was made in another way."
        example "unoct-2025-04-en.pdf without its attachment"
        remedy "Get the file as it was published."
    }
    NotAnEdition "E1102" Error "data that are not an edition" {
        means "The data are not JSON, or do not have the form that `briefing schema edition` describes."
        example "{ \"format\": \"briefing-edition\", \"version\": 1, \"producer\": \"briefing\" }"
        remedy "Write the data again with `briefing extract`, or correct them as the message says."
    }
    EditionOfLaterVersion "E1103" Error "an edition of a later version" {
        means "A later version of this program made the data, in a form that this version does not know."
        example "{ \"format\": \"briefing-edition\", \"version\": 99, \"producer\": \"briefing 9.0.0\" }"
        remedy "Use the version that the message names, or a later one."
    }
    EditionTooLarge "E1104" Error "an edition that is too large" {
        means "The data are longer, or have more values, than those of any briefing, so they are not read."
        example "edition.json      # of 500 MB"
        remedy "Check that this is the right file."
    }
    EditionFont "E1105" Error "an edition without one of its fonts" {
        means "The briefing is printed with a font of the office. If the font's licence does not let it travel with the file, and the \
               font is not available here, the file cannot be reproduced, so it cannot be compared."
        example "an edition whose `fonts` name a file that is not attached"
        remedy "Render the month from the office's folder, which has the font."
    }
    EditionPicture "E1106" Error "an edition without one of its pictures" {
        means "The data name a picture by its digest. The picture is not in the file, is a different one, or is of a kind that cannot be \
               printed."
        example "an edition whose `pictures` lack one that its items name"
        remedy "Get the file as it was published, or the edition as `briefing extract` writes it."
    }
}
