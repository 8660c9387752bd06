//! The stable codes: what each means, an example that brings it about, and the remedy.

use std::fmt;
use std::str::FromStr;

use briefing_model::{BriefingCode, LedgerCode, Severity};
use serde::{Serialize, Serializer};

/// What `briefing explain CODE` prints.
///
/// ```
/// let code: briefing_office::Code = "M0103".parse()?;
/// let explanation = code.explain();
/// assert!(explanation.to_string().starts_with("M0103: an event outside its month\n"));
/// # Ok::<(), briefing_office::UnknownCode>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Explanation {
    /// The code it explains, such as `M0103`.
    pub code: &'static str,
    /// The fault in a few words.
    pub title: &'static str,
    /// What it means, and why it matters.
    pub meaning: &'static str,
    /// Lines of a file that bring it about.
    pub example: &'static str,
    /// What to do.
    pub remedy: &'static str,
}

impl Explanation {
    /// An explanation that the model gives of one of its codes.
    const fn of(code: &'static str, explanation: briefing_model::Explanation) -> Self {
        let briefing_model::Explanation { title, meaning, example, remedy } = explanation;
        Self { code, title, meaning, example, remedy }
    }
}

impl fmt::Display for Explanation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}: {}\n\n{}\n\nExample:\n", self.code, self.title, self.meaning)?;
        for line in self.example.lines() {
            writeln!(f, "    {line}")?;
        }
        writeln!(f, "\nWhat to do: {}", self.remedy)
    }
}

/// A text that is no code.
///
/// ```
/// let error = "M9999".parse::<briefing_office::Code>().unwrap_err();
/// assert_eq!(error.to_string(), "`M9999` is no code of briefing");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no code of briefing")]
pub struct UnknownCode(String);

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident $code:literal $severity:ident $title:literal
        meaning $meaning:literal example $example:literal remedy $remedy:literal;)*) => {
        /// The stable code of a fault. A code never changes its meaning, and none is used again.
        ///
        /// The letter says what is at fault: `O` the folder, `T` the shape of a TOML file, `R` a reference, `M` a month,
        /// `P` a picture, `C` the ledger's table, `I` an import, `F` figures that were published, `L` the ledger's meaning, `X` a
        /// translation.
        ///
        /// ```
        /// use briefing_model::BriefingCode;
        /// use briefing_office::Code;
        ///
        /// let code: Code = "m0103".parse()?;
        /// assert_eq!(code, Code::Month(BriefingCode::OutsideMonth));
        /// assert_eq!(code.as_str(), "M0103");
        /// # Ok::<(), briefing_office::UnknownCode>(())
        /// ```
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Code {
            $($(#[$doc])* #[doc = concat!("`", $code, "`: ", $title, ".")] $name,)*
            /// A code of a month's meaning, which the model defines.
            Month(BriefingCode),
            /// A code of the ledger's meaning, which the model defines.
            Ledger(LedgerCode),
        }

        impl Code {
            /// The codes of files, in order; those of meaning are [`BriefingCode::ALL`] and [`LedgerCode::ALL`].
            const OWN: &'static [Self] = &[$(Self::$name),*];

            /// The code as text.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$name => $code,)*
                    Self::Month(code) => code.as_str(),
                    Self::Ledger(code) => code.as_str(),
                }
            }

            /// How bad a fault of this code is.
            #[must_use]
            pub const fn severity(self) -> Severity {
                match self {
                    $(Self::$name => Severity::$severity,)*
                    Self::Month(code) => code.severity(),
                    Self::Ledger(code) => code.severity(),
                }
            }

            /// What the code means, an example and the remedy.
            #[must_use]
            pub const fn explain(self) -> Explanation {
                match self {
                    $(Self::$name => Explanation {
                        code: $code, title: $title, meaning: $meaning, example: $example, remedy: $remedy,
                    },)*
                    Self::Month(code) => Explanation::of(code.as_str(), code.explanation()),
                    Self::Ledger(code) => Explanation::of(code.as_str(), code.explanation()),
                }
            }
        }
    };
}

impl Code {
    /// Every code there is: those of files and months, then those of the ledger's meaning.
    ///
    /// ```
    /// assert!(briefing_office::Code::all().count() > 60);
    /// ```
    pub fn all() -> impl Iterator<Item = Self> {
        // The codes of a month stand together.
        let at = Self::OWN.iter().position(|code| *code == Self::EmptyMonth).unwrap_or_default();
        let (before, after) = Self::OWN.split_at(at);
        let month = BriefingCode::ALL.iter().copied().map(Self::Month);
        let ledger = LedgerCode::ALL.iter().copied().map(Self::Ledger);
        before.iter().copied().chain(month).chain(after.iter().copied()).chain(ledger)
    }
}

impl FromStr for Code {
    type Err = UnknownCode;

    fn from_str(text: &str) -> Result<Self, UnknownCode> {
        let known = Self::all().find(|code| code.as_str().eq_ignore_ascii_case(text));
        known.ok_or_else(|| UnknownCode(text.to_owned()))
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Serialize for Code {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

codes! {
    NoOffice "O0101" Error "no office.toml"
        meaning "A folder is an office folder when it holds a file `office.toml`: the office's names, units and programmes."
        example "$ briefing check some-other-folder"
        remedy "Name the folder that holds `office.toml`, or write one; `examples/unoct` is a complete example.";
    Unreadable "O0102" Error "a file the system does not let us read"
        meaning "The file is there, and the operating system refused to read it: it says why."
        example "$ chmod a-r office.toml && briefing check ."
        remedy "Mend the file's permissions, or the disk it is on.";
    NotUtf8 "O0103" Error "a file that is not UTF-8"
        meaning "Text files are UTF-8, with or without a byte order mark, so that every name in every language survives. This file is \
                 UTF-16, or has bytes that UTF-8 does not have (Latin-1 and Windows-1252 do)."
        example "name = \"Café\"      # saved as Windows-1252"
        remedy "Save the file as UTF-8: in a text editor under `Save as`, `Encoding`; in a spreadsheet as `CSV UTF-8`.";
    TooLarge "O0104" Error "a file that is too large"
        meaning "A TOML file may have 4 MB, a picture 64 MB and a ledger 1 GB. Nothing an office writes comes near; a larger file is \
                 usually the wrong one."
        example "$ ls -l office.toml\n-rw-r--r--  1 user  user  734003200  office.toml"
        remedy "See whether the file is the one you mean.";
    NoMonth "O0105" Error "a month that is not in the folder"
        meaning "A month is a folder named after it, such as `2025-04`, that holds a file `briefing.toml`."
        example "$ briefing render . 2025-05      # and there is no 2025-05/briefing.toml"
        remedy "Make the folder and its `briefing.toml`, or ask for a month that is there.";
    NearlyAMonth "O0106" Warning "a folder that is nearly named after a month"
        meaning "The folder holds a `briefing.toml`, but its name is no month, so it is not read."
        example "2025-4/briefing.toml"
        remedy "Name it with four digits for the year and two for the month: `2025-04`.";
    NoLedger "O0107" Error "no ledger"
        meaning "`office.toml` names a ledger, and the file is not there."
        example "[ledger]\nfile = \"ledgr.csv\""
        remedy "Correct the name, or put the file into the office folder.";
    OutsideFolder "O0108" Error "a path that leaves the office folder"
        meaning "Everything an office says lives in its folder, so that a copy of the folder says the same. A path with `..`, from the \
                 root of a disk, or through a link that leads out is refused."
        example "[ledger]\nfile = \"../accounts/ledger.csv\""
        remedy "Copy the file into the folder and name it there.";
    NotAFile "O0109" Error "not an ordinary file"
        meaning "A folder, a device, a pipe or a socket stands where a file is expected."
        example "$ mkdir ledger.csv"
        remedy "Put an ordinary file in its place.";

    Syntax "T0201" Error "not TOML"
        meaning "The file breaks a rule of TOML (https://toml.io), so what follows the place cannot be understood. Such a file is not \
                 read further; other files are."
        example "name = \"United Nations"
        remedy "Mend the line; most often a quotation mark or a bracket is missing.";
    UnknownKey "T0202" Error "an unknown key"
        meaning "A key that has no meaning here would be passed over in silence, and with it what you wanted to say."
        example "[[unit]]\nid = \"uncct\"\nacronim = \"UNCCT\""
        remedy "Correct the spelling, or move the key to the table it belongs to.";
    WrongType "T0203" Error "a value of the wrong type"
        meaning "A text stands where a number is expected, a single value where a list is, or the like."
        example "[[unit]]\nid = 7"
        remedy "Write the value as the message says.";
    MissingKey "T0204" Error "a missing key"
        meaning "The table lacks something without which it says nothing."
        example "[[unit]]\nid = \"uncct\"\nkind = \"centre\"      # and no name"
        remedy "Add the key.";
    DuplicateId "T0205" Error "an id used twice"
        meaning "Ids tell things of one kind apart, so each is used once."
        example "[[unit]]\nid = \"spib\"\n…\n[[unit]]\nid = \"spib\""
        remedy "Give one of the two another id, or delete it.";
    UnknownWord "T0206" Error "a word that is not on the list"
        meaning "Where a word comes from a fixed list (kinds of units, sections, pillars, languages), no other is understood."
        example "[[unit]]\nid = \"uncct\"\nkind = \"center\""
        remedy "Write one of the words the message lists.";
    BadId "T0207" Error "not an id"
        meaning "Ids go into links and file names: small letters a to z, digits, and single hyphens between them, 64 characters at most."
        example "[[programme]]\nid = \"CT Travel\""
        remedy "Write it in small letters, with hyphens for spaces: `ct-travel`.";
    BadDate "T0208" Error "not a date"
        meaning "Dates are `2025-04-30`, or `2025-04` or `2025` where no more is known; a span is two of them with `/` between, several \
                 sessions are spans joined by `, `. The last day does not come before the first."
        example "when = \"30.04.2025\""
        remedy "Write year, month and day in this order, with hyphens.";
    BadMoney "T0209" Error "not an amount of money"
        meaning "An amount is digits, at most one decimal point, a space and the currency's three letters (ISO 4217). It has no more \
                 decimals than the currency, and no separators between thousands: `92,615` is ninety-two and a bit in half of the world."
        example "stated-total = \"$2,242,615\""
        remedy "Write `2242615 USD` or `92615.00 USD`.";
    BadText "T0210" Error "a text that cannot be set"
        meaning "Texts are Markdown restricted to **bold**, *italic*, [links](https://…), [foreign words]{lang=fr} and {facts}. A mark that is \
                 opened is closed; a star, bracket or brace that is meant itself has a backslash before it."
        example "text = \"The **meeting was opened\""
        remedy "Close the mark, or put a backslash before it.";
    BadValue "T0211" Error "a value that cannot be right"
        meaning "A link, a document symbol, a colour or a number is not of the form that such things have, or beyond what is sensible."
        example "resolution = \"71/291\""
        remedy "Write it as the message says.";
    TooDeep "T0212" Error "nested too deeply"
        meaning "Tables and lists within tables and lists go down at most 16 steps; no office needs more than four."
        example "about = [[[[[[[[[[[[[[[[[\"\"]]]]]]]]]]]]]]]]]"
        remedy "See whether the file is the one you mean.";
    BadName "T0213" Error "not a name"
        meaning "A name is a text, or a text in each of several languages: ar, zh, en, fr, ru, es. English is always among them, and none is \
                 blank."
        example "name = { fr = \"Bureau de lutte contre le terrorisme\" }"
        remedy "Add the English name: `{ en = \"…\", fr = \"…\" }`.";
    DatesOutOfOrder "T0214" Error "dates in the wrong order"
        meaning "Something ends before it begins, or is closed before it is launched."
        example "[[unit]]\nsince = \"2022\"\nuntil = \"2011\""
        remedy "Correct one of the two dates.";
    ListedTwice "T0215" Error "listed twice"
        meaning "The same thing stands twice in a list, where it can count once only."
        example "partners = [\"iom\", \"unodc\", \"iom\"]"
        remedy "Delete one of the two.";
    PaleInk "T0216" Error "a colour too light to read"
        meaning "The ink is the colour of titles and small type. The Web Content Accessibility Guidelines (WCAG 2.2, level AA) ask for a \
                 contrast of 4.5 to 1 with the paper."
        example "[theme]\nink = \"#009EDB\""
        remedy "Choose a darker ink; the accent may stay as it is.";

    UnknownUnit "R0301" Error "no such unit"
        meaning "The text names a unit by an id that no `[[unit]]` in `office.toml` has."
        example "[[programme]]\nid = \"cyber\"\nunits = [\"unctc\"]"
        remedy "Correct the id, or add the unit.";
    UnknownParty "R0302" Error "no such party"
        meaning "A party is a State, by the three letters of ISO 3166 (`DEU`), or the id of a `[[party]]` in `office.toml`."
        example "organizers = [\"Germany\"]"
        remedy "Write the State's three letters, or add the party.";
    UnknownBody "R0303" Error "no such coordination body"
        meaning "The text names a coordination body by an id that no `[[body]]` in `office.toml` has."
        example "[mandate]\ncoordination = \"pact\""
        remedy "Correct the id, or add the body.";
    UnitCycle "R0304" Error "a unit that belongs to itself"
        meaning "Units form a tree. Following the `parent` of this one leads back to it."
        example "[[unit]]\nid = \"a\"\nparent = \"b\"\n\n[[unit]]\nid = \"b\"\nparent = \"a\""
        remedy "Take the `parent` away from the one that stands highest.";

    EmptyMonth "M0151" Warning "a month without items"
        meaning "The month's `briefing.toml` has no `[[item]]`: the briefing will have figures and no news."
        example "# 2025-04/briefing.toml\nissued = 2025-05-06"
        remedy "Add the month's items, each beginning with `[[item]]`.";
    UnitNotThere "M0152" Warning "an item of a unit that did not exist"
        meaning "The item stands under a unit whose `since` or `until` says that it did not exist in that month."
        example "# 2025-04/briefing.toml\n[[item]]\nsection = \"old-section\"      # until = \"2022\""
        remedy "Correct the item's section, or the unit's dates.";

    NoPicture "P0401" Error "no such picture"
        meaning "The item names a picture, and the file is not in the month's folder."
        example "picture = { file = \"netwrk.png\", alt = \"…\" }"
        remedy "Correct the name, or put the picture into the month's folder. Capital and small letters count.";
    PictureTooLarge "P0402" Error "a picture that is too large"
        meaning "A picture may have 64 MB and 100 megapixels. Twelve megapixels fill a whole page in print."
        example "picture = { file = \"panorama.png\", alt = \"…\" }      # 40,000 by 10,000 pixels"
        remedy "Save the picture at a smaller size.";
    NotAPicture "P0403" Error "not a picture"
        meaning "Pictures are JPEG or PNG files; what counts is what the file holds, not what it is called."
        example "picture = { file = \"notes.docx\", alt = \"…\" }"
        remedy "Save the picture as JPEG (photographs) or PNG (drawings).";
    PictureOutside "P0404" Error "a picture outside its month's folder"
        meaning "A picture lies in its month's folder, so that a copy of the folder prints the same. A path with `..`, from the root of a \
                 disk, or through a link that leads out of the office folder is refused, and so is anything that is no ordinary file."
        example "picture = { file = \"../../secret.png\", alt = \"…\" }"
        remedy "Copy the picture into the month's folder and name it without a path.";
    NoAltText "P0405" Error "a picture without alternative text"
        meaning "Alternative text says what a picture shows to those who do not see it. No accessible file goes without."
        example "picture = { file = \"network.png\", alt = \" \" }"
        remedy "Say in a sentence what the picture shows; not what it is called, and not the caption again.";
    PictureUnsupported "P0406" Error "a kind of picture that cannot be printed"
        meaning "The picture is in printing colours (CMYK), or uses a kind of JPEG that PDF does not have (lossless, arithmetic, twelve bits)."
        example "picture = { file = \"from-the-printer.jpg\", alt = \"…\" }"
        remedy "Save it as an ordinary JPEG in RGB colours: in most programs `Export`, `sRGB`, `JPEG`.";
    PictureDamaged "P0407" Error "a damaged picture"
        meaning "The picture begins as it should and then breaks off or contradicts itself."
        example "picture = { file = \"half-downloaded.jpg\", alt = \"…\" }"
        remedy "Fetch it again from where it came from.";
    PictureCoarse "P0408" Warning "a picture with few pixels"
        meaning "The picture has fewer than 600 pixels on its longer side, and will look coarse in print."
        example "picture = { file = \"thumbnail.jpg\", alt = \"…\" }"
        remedy "Use a larger version of it.";
    NoFont "P0411" Error "no such font"
        meaning "The office names a font, and the file is not in its folder, or cannot be read: a font may have 32 MB."
        example "[theme]\nfonts = [\"fonts/rare-han.ttf\"]"
        remedy "Correct the name, or put the font into the office's folder. Capital and small letters count.";
    NotAFont "P0412" Error "not a font that can be printed with"
        meaning "Fonts are TrueType files with one face each; what counts is what the file holds, not what it is called. Collections \
                 (.ttc), PostScript outlines (.otf) and fonts of the web (.woff) are none."
        example "[theme]\nfonts = [\"fonts/songti.ttc\"]"
        remedy "Get the TrueType version of the font, or another font that has the characters.";
    RestrictedFont "P0413" Error "a font that may not be embedded"
        meaning "The font says of itself that it may not be embedded in files, or not in part. A briefing carries its letters with it."
        example "[theme]\nfonts = [\"fonts/licensed.ttf\"]"
        remedy "Use a font whose licence allows embedding, such as one under the SIL Open Font License.";

    MissingColumn "C0501" Error "a missing column"
        meaning "The ledger's first row names its columns, in any order. One that every ledger needs is not among them."
        example "id,kind,effective,party,amount"
        remedy "Add the column, with its name in the first row.";
    UnknownColumn "C0502" Error "an unknown column"
        meaning "The first row names a column that has no meaning in a ledger, or names one twice."
        example "id,kind,effective,partie"
        remedy "Correct the name; remarks go into the column `note`.";
    UnevenRow "C0503" Error "a row that is too long or too short"
        meaning "The row has another number of cells than the first row, so that it is not sure what stands under which heading."
        example "id,kind,effective\ndeu-1,pledge,2025-04,USD"
        remedy "See whether a comma within a text lacks its quotation marks: `\"Madrid, Spain\"`.";
    MissingCell "C0504" Error "an empty cell"
        meaning "An entry of this kind cannot do without this cell."
        example "id,kind,amount\ndeu-1,pledge,"
        remedy "Fill the cell.";
    NeedlessCell "C0505" Error "a cell that says nothing"
        meaning "An entry of this kind has no such thing: what the cell says would be passed over in silence."
        example "id,kind,count\ndeu-1,pledge,3"
        remedy "Empty the cell, or correct the kind.";
    BadCell "C0506" Error "a cell that cannot be understood"
        meaning "The cell is not of the form its column has: a kind, a date, an id, a number."
        example "id,kind,recorded\ndeu-1,pledge,6 May 2025"
        remedy "Write it as the message says. A spreadsheet may have turned it into its own way of writing dates: format the column as text.";
    BadAmount "C0507" Error "not an amount"
        meaning "An amount is digits with at most one decimal point, and no more decimals than its currency has (ISO 4217: two for USD, \
                 none for JPY). It has no currency sign and no separators between thousands: `92,615` is ninety-two and a bit in half of the \
                 world."
        example "id,kind,amount,currency\ndeu-1,pledge,\"92,615\",USD"
        remedy "Write `92615` or `92615.00`.";
    Semicolons "C0508" Warning "columns parted by semicolons"
        meaning "The ledger's columns are parted by semicolons (or tabs), as spreadsheets of some countries write them. It is read all the \
                 same; commas are what every program expects."
        example "id;kind;effective;amount"
        remedy "Save it with commas, or leave it.";
    EmptyLedger "C0509" Error "a ledger without a first row"
        meaning "The ledger's first row names its columns; this file is empty."
        example "(a file of no bytes)"
        remedy "Write the row of column names; rows may follow later.";
    OpenQuote "C0510" Error "a quotation mark that is not closed"
        meaning "A cell that begins with a quotation mark goes on until the next one, also over lines. This one goes on to the end of the \
                 file and swallows the rows behind it."
        example "id,note\ndeu-1,\"as agreed\ndeu-2,"
        remedy "Close it; a quotation mark within such a cell is written twice.";
    BadWorkbook "C0511" Error "a workbook that cannot be read"
        meaning "The ledger is an Excel workbook (.xlsx) and cannot be opened: it is damaged, protected by a password, of the format \
                 before 2007, or has no sheet of the name that `office.toml` gives."
        example "[ledger]\nfile = \"ledger.xlsx\"\nsheet = \"Ledgr\""
        remedy "Save it anew as an Excel workbook (.xlsx) without a password, and name a sheet that it has.";
    CellError "C0512" Error "a formula without a result"
        meaning "Formulas are read by the result that is stored with them. This one is stored with an error, or without a result because \
                 the workbook was written by a program that does not calculate."
        example "amount      (the cell says #REF!)"
        remedy "Mend the formula; or open the workbook in a spreadsheet and save it again.";
    TotalRow "C0513" Error "a row of totals that does not add up"
        meaning "In a workbook, a row that calls itself a total, or has nothing but amounts, is no entry and is not added. It is compared \
                 with the rows above it: a difference means that a row was lost, or added below. In a CSV file, which programs append to, \
                 each row is an entry, and a row of totals lacks what an entry has."
        example "id      kind      amount\ndeu-1   pledge    100\nuzb-1   pledge    50\nTotal             140"
        remedy "Look for the row that is missing or counted twice, or delete the row of totals.";

    ExportColumn "I0801" Error "a column that the export does not have"
        meaning "The map of an import names a column of the other system's export, and the export's first row does not have it."
        example "[columns]\namount = \"Ammount USD\""
        remedy "Write the column's name as the export has it.";
    LedgerColumn "I0802" Error "a column that the ledger does not have"
        meaning "An import appends rows and changes nothing that is there, so the ledger must have every column that the new rows fill."
        example "[columns]\nreference = \"Voucher\"      # and the ledger has no column `reference`"
        remedy "Add the column to the ledger, blank in the rows that are there; or take it out of the map.";
    NotAppendable "I0803" Error "a ledger that rows cannot be appended to"
        meaning "An import appends to a CSV file only: a workbook cannot be added to without writing all of it anew, and with it what \
                 others keep there."
        example "[ledger]\nfile = \"ledger.xlsx\""
        remedy "Save the ledger as `ledger.csv`, or copy the rows into the workbook by hand.";

    UnknownText "X0901" Error "a translation of nothing"
        meaning "A file of translations names its texts by key, and there is no text of this key in the file that it translates: the \
                 item was renamed or deleted, or the key is mistyped."
        example "# 2025-04/briefing.fr.toml\n[vottan.text]\nsource = \"…\"\ntext = \"…\""
        remedy "Correct the key, or delete the entry. `briefing translations OFFICE MONTH --lang fr` lists the keys.";
    BlankTranslation "X0902" Error "a translation without words"
        meaning "The entry is there and its text is blank, so that nothing would be printed in the place of the source."
        example "# 2025-04/briefing.fr.toml\n[votan.text]\nsource = \"A launch.\"\ntext = \"\""
        remedy "Write the text, or leave the entry out until it is translated.";
    ReferencesDiffer "X0903" Error "a translation with other links or facts"
        meaning "Links and facts stand in the source alone, so that they cannot differ between languages. A translation has the same, \
                 each as often, wherever its own sentence wants them."
        example "# office.fr.toml\n[office.about.1]\nsource = \"{compact.entities} entities belong to it.\"\ntext = \"46 entités en font partie.\""
        remedy "Put the link or the fact back as the source has it, and take out what the source does not have.";
    AlreadyNamed "X0904" Error "a name that is given twice"
        meaning "`office.toml` gives the name in this language, and the file of translations gives it again: one of them would be \
                 passed over in silence."
        example "# office.fr.toml\n[office.name]      # office.toml has [office.name] fr = …\nsource = \"Office\"\ntext = \"Bureau\""
        remedy "Delete one of the two. Official names belong into `office.toml`.";
    OutOfDate "X0905" Warning "a translation of an earlier text"
        meaning "Each translation remembers the text it was made from, and that is not what the source says now. The translation is \
                 printed as it is; only where the links or facts have changed as well is the source printed instead."
        example "# 2025-04/briefing.fr.toml\n[votan.text]\nsource = \"A launch.\"      # now: \"A launch in Madrid.\"\ntext = \"Un lancement.\""
        remedy "Bring the translation up to date, then copy the present text into `source`.";
    NotTranslated "X0906" Error "a text that is missing in a required language"
        meaning "`office.toml` requires the language, so no month is printed in it with a text in English."
        example "# office.toml\n[languages]\nrequired = [\"fr\"]"
        remedy "Translate the text, or take the language out of `required`: then the English text is printed, marked as English.";
    UnknownLanguage "X0907" Warning "translations into an unknown language"
        meaning "The file's name says that it holds translations, and the language is none of ar, zh, fr, ru and es. English needs no \
                 file: it is what the texts are written in. The file is not read."
        example "office.de.toml"
        remedy "Correct the file's name, or move the file elsewhere.";

    NotPo "X0908" Error "not a PO file"
        meaning "Translators' tools exchange PO files (GNU gettext): entries of `msgctxt`, `msgid` and `msgstr`, each followed by a text \
                 in quotation marks. This line is none of that, or an entry is not whole."
        example "msgctxt \"2025-04/briefing.toml votan.text\"\nmsgid \"A launch.\"\nmsgstr \"Un lancement."
        remedy "Correct the line as the message says, or have the translators' tool write the file again, in UTF-8.";
    PoLanguage "X0909" Error "a PO file of another language"
        meaning "The header of the PO file names another language than was asked for, or none that texts are translated into."
        example "\"Language: de\\n\""
        remedy "Name the language that the texts are in: in the header, and with `--lang`.";

    FiguresDrift "F0701" Error "figures that differ from those published"
        meaning "The month was published, and its `figures.lock` keeps the figures that it showed. With the same day and the same \
                 cut-off the ledger now comes to others: an entry was altered, deleted, or given an earlier date of recording. An issue \
                 that went out keeps its figures, so the month is not rendered."
        example "deu-1,pledge,2025-04-10,2025-05-05,DEU,92651      # 92615 when April was published"
        remedy "Put the entry back as it was, and write what is right as a correction that is recorded today. To publish the month anew \
                with other figures, delete its `figures.lock` first.";
    EntriesDrift "F0702" Warning "a published figure with other entries behind it"
        meaning "The figure comes to what was published, but the entries behind it are not the same: one was renamed, split or merged, \
                 or two changes cancel each other out."
        example "deu-1a,pledge,…,50000\ndeu-1b,pledge,…,42615      # deu-1, 92615, when April was published"
        remedy "Put the entries back as they were. If the change is right, publish the month anew.";
    LockUnreadable "F0703" Error "a record of figures that cannot be read"
        meaning "`figures.lock` was written by `briefing render --publish` and is not meant to be edited. This one is damaged, of another \
                 month, or of a later version."
        example "[[figure]]\nname = \"standing.pledgd\""
        remedy "Bring the file back from a copy; if there is none, delete it and publish the month again.";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_unique_ordered_and_explained() {
        let codes: Vec<_> = Code::all().map(Code::as_str).collect();
        assert!(codes.iter().collect::<std::collections::BTreeSet<_>>().len() == codes.len());
        for code in Code::all() {
            let text = code.as_str();
            assert!(text.len() == 5 && text.bytes().skip(1).all(|byte| byte.is_ascii_digit()), "{text}");
            assert_eq!(text.parse::<Code>(), Ok(code));
            let Explanation { title, meaning, example, remedy, .. } = code.explain();
            assert!(title.len() < 80 && !title.ends_with('.'), "{text}");
            assert!(meaning.ends_with('.') && remedy.ends_with('.') && !example.is_empty(), "{text}");
            assert!(!meaning.contains("  "), "{text} has a gap in its text");
        }
    }
}
