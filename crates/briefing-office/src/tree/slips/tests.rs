//! Slips, and what is said of each.

use proptest::prelude::*;
use toml::de::DeTable;

fn said(text: &str) -> Vec<String> {
    let (root, errors) = DeTable::parse_recoverable(text);
    let slips = super::find(text, root.get_ref(), errors);
    let line = |at: usize| text.get(..at).unwrap_or_default().matches('\n').count() + 1;
    slips
        .iter()
        .map(|slip| {
            let hint = slip.hint.as_ref().map(|hint| format!(" | {hint}")).unwrap_or_default();
            format!("{}: {}{hint}", line(slip.span.start), slip.message)
        })
        .collect()
}

#[test]
fn what_is_toml_has_no_slips() {
    for text in [
        "a = 1\n[b]\nc = [1, 2, [\"x\"]]\nd = { e = true, f = 2025-04-30 }\n[[g]]\nh = '''\na\n'''\n",
        "a.\"b c\" = \"\"\"x\"\"\"\"\"\nb = \"\"\"\\\n  c\"\"\" # d\n",
        "a = [\n  \"x\", # y\n  \"z\",\n]\nb = {\n  c = 1,\n}\n",
    ] {
        assert_eq!(said(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn several_slips_are_each_said_once() {
    let text = "[office]\nid = “a”\nname = \"B\nwhen: 1\n[[item]\ntext = \"\"\"open\n[[item]]\nid = x\nlist = [\"a\" \"b\"]\nlist = [\"c\"]\n";
    insta::assert_snapshot!(said(text).join("\n"), @r#"
    2: typographic quotation marks around a value | write `"a"`
    3: a text that begins with one `"` ends on the same line | begin and end a text of several lines with `"""`
    5: the brackets of this heading do not match | write `[[item]]`
    6: the text that begins with `"""` here is not closed | write `"""` at its end
    8: a text has quotation marks around it | write `"x"`
    9: a comma is missing before this | separate the values of a list by `,`
    10: `list` is given a second time under one heading: it is in line 9 already | keep the one that is right
    "#);
}

#[test]
fn slips_in_texts_and_lists() {
    let all = [
        "a = \"one\ntwo\nthree\"\nb = 1\n",
        "a = one\ntwo three\nb = 1\n",
        "a = [\"b, \"c\"]\n",
        "a = [\"b\", \"c]\n",
        "a = \"b\" c\n",
        "a = [\"b\"; \"c\"]\n",
        "[[items]]\nid = \"a\"\n[item.picture]\nfile = \"c\"\n[[item]]\nid = \"b\"\n",
        "a = \"b\\*c\"\n",
        "a = True\n",
        "a =\nb = 1\n",
        "a = [1, 2\n",
        "a = { b = 1\n[c]\n",
        "[theme]\na = 1\n[b]\n[theme]\nc = 1\n",
        "[[item]]\nid = \"a\"\n[item.picture]\nfile = \"x\"\n[item.picture]\nfile = \"y\"\n",
        "[unit]\nid = \"a\"\n[unit]\nid = \"b\"\n[unit]\nid = \"c\"\n",
        "just words\n",
    ];
    let said: String = all.iter().map(|text| format!("{text:?}\n  {}\n", said(text).join("\n  "))).collect();
    insta::assert_snapshot!(said, @r###"
    "a = \"one\ntwo\nthree\"\nb = 1\n"
      1: a text that begins with one `"` ends on the same line | begin and end a text of several lines with `"""`
    "a = one\ntwo three\nb = 1\n"
      1: a text has quotation marks around it | write `"one"`
    "a = [\"b, \"c\"]\n"
      1: the text that begins here is not closed | write `"` at its end
    "a = [\"b\", \"c]\n"
      1: the text that begins here is not closed | write `"` at its end
    "a = \"b\" c\n"
      1: the text ends at the quotation mark before this, and more text follows it | put the closing quotation mark behind all of the text
    "a = [\"b\"; \"c\"]\n"
      1: `;` stands between the values of a list | separate the values of a list by `,`
    "[[items]]\nid = \"a\"\n[item.picture]\nfile = \"c\"\n[[item]]\nid = \"b\"\n"
      1: `[[items]]` has no meaning here | write `[[item]]`
    "a = \"b\\*c\"\n"
      1: `\*` means nothing between `"` and `"` | write `\\*` for a backslash before `*`
    "a = True\n"
      1: `True` is neither `true` nor `false` | write `true`
    "a =\nb = 1\n"
      1: there is nothing behind the `=` | write the value, or remove the line
    "a = [1, 2\n"
      1: the list that begins here is not closed | write `]` at its end
    "a = { b = 1\n[c]\n"
      1: the table that begins here is not closed | write `}` at its end
    "[theme]\na = 1\n[b]\n[theme]\nc = 1\n"
      4: the heading `[theme]` is here a second time: it is already in line 1 | put the keys of both under one heading
    "[[item]]\nid = \"a\"\n[item.picture]\nfile = \"x\"\n[item.picture]\nfile = \"y\"\n"
      5: the heading `[item.picture]` is here a second time: it is already in line 3 | write `[[item]]` above it if it belongs to another one
    "[unit]\nid = \"a\"\n[unit]\nid = \"b\"\n[unit]\nid = \"c\"\n"
      1: the heading of a list has two brackets on each side (and 2 further below) | write `[[unit]]`
    "just words\n"
      1: this line is neither a heading nor a key with a value | a text of several lines begins and ends with `"""`; a remark begins with `#`
    "###);
}

#[test]
fn habits_of_other_programs() {
    for (text, wanted) in [
        ("a = \"b\" // c\n", "1: `//` does not begin a remark | begin a remark with `#`"),
        ("; a\nb = 1\n", "1: `;` does not begin a remark | begin a remark with `#`"),
        ("a = { b = \"c\" d = \"e\" }\n", "1: a comma is missing before this | write `,` between the keys"),
        (
            "a = { b = \"c\", d = \"e\"\nf = [\"g\"]\nh = { i = \"j\" }\n",
            "1: the table that begins here is not closed | write `}` at its end",
        ),
        ("a = {\n  b = \"c\"\n  d = \"e\"\n}\n", "3: a comma is missing before this | write `,` between the keys"),
        (
            "[[item]]\nid = \"a\"\nsection = \"b\"\ntitle = \"c\"\n# [[item]]\n# id = \"d\"\nsection = \"e\"\ntitle = \"f\"\n",
            "7: a second `section` under one heading: the first is in line 3 | is `[[item]]` missing above this line?",
        ),
        (
            "a = \"See C:\\Users\"\n",
            "1: `\\U` means nothing between `\"` and `\"` | write `\\\\U` for a backslash before `U`",
        ),
        ("a = \"b\\'s\"\n", "1: `\\'` means nothing between `\"` and `\"` | write `'`"),
        ("accent = #0B7A75\n", "1: a `#` outside quotation marks begins a remark | write `\"#0B7A75\"`"),
        (
            "a = 12,5\n",
            "1: a number has no decimals here | write a whole number, such as `12`; an amount is a text with its currency, as in `\"12.5 EUR\"`",
        ),
        ("(theme)\na = 1\n", "1: a heading stands between square brackets | write `[theme]`"),
        (
            "{\"item\": [{\"id\": \"a\"}]}\n",
            "1: the file begins as JSON does, and is read as TOML | write each key with `=` and its value on a line of its own, such as `title = \"…\"`, below headings such as `[[item]]`",
        ),
        ("a = 25%\n", "1: a number stands without its unit | write `25`"),
        (
            "issued = 2025-06\n",
            "1: a day has a year, a month and a day | write the day, as in `2025-06-15`; where a month may stand, `\"2025-06\"`",
        ),
        ("a\u{a0}= 1\n", "1: a no-break space (U+00A0) at `a` | type a space in its place"),
        (
            "\u{a0}a = 1\n",
            "1: a no-break space (U+00A0) at the beginning of the line | remove it: begin the line with its first letter",
        ),
        (
            "part\u{2013}of = 1\n",
            "1: a dash that is not the one of the keyboard (U+2013) at `part–of` | type `-` in its place",
        ),
        (
            "\u{200b}a = 1\n",
            "1: a character that cannot be seen (U+200B) at `\u{200b}a` | remove it: type the line again",
        ),
        ("a ＝ 1\n", "1: a wide equals sign (U+FF1D) at `a` | type `=` in its place"),
        ("```toml\na = 1\n", "1: a line of Markdown around the file | remove it, and the one at the end"),
    ] {
        assert_eq!(said(text), [wanted], "{text}");
    }
}

#[test]
fn marks_of_word_processors() {
    let all = [
        // The one that closes.
        "a = { en = \"Room 4”, fr = \"Salle 4\" }\n",
        "a = { en = \"Raum 4“, de = \"Room 4\", fr = \"x\" }\n",
        "a = { en = \"Room 4”, fr = 'Salle 4' }\n",
        "a = { en = \"Room 4” }\n",
        "a = { en = \"The “Ark”, 4”, fr = “Salle »4»\" }\n",
        "a = {\n  en = \"Room 4”,\n  fr = \"Salle 4\",\n}\n",
        "[a]\nen = \"Room 4”\nfr = \"Salle 4”\nx = 1\n",
        "a = [\"b”, \"c\"]\n",
        "a = [\"b”, “c\"]\n",
        "a = [\"b\", \"c”]\n",
        "a = \"b”\n",
        "a = \"The ‘b’ of “c”\n",
        "a = \"\"\"b\nc.”””\nd = 1\n",
        "a = \"\"\"b “c””””\nd = 1\n",
        // The one that opens.
        "a = { en = “Room 4\", fr = \"Salle 4\" }\n",
        "a = { en = “Room 4, fr = \"Salle 4\" }\n",
        "a = { en = “Room 4”, fr = “L’eau” }\n",
        "a = [\n  “L’eau”, “l’air”,\n  “la terre”\n]\n",
        // Three.
        "a = “““b.”””\n",
        "a = ＂＂＂b.＂＂＂\n",
        "a = „““b\n\nc “d”.“““\ne = 1\n",
        "a = “““\nb\n”””\n",
        "a = “““b\nc = 1\n",
        "a = “b\nc”\nd = 1\n",
        "a = “\"b\"”\n",
    ];
    let said: String = all.iter().map(|text| format!("{text:?}\n  {}\n", said(text).join("\n  "))).collect();
    insta::assert_snapshot!(said, @r#"
    "a = { en = \"Room 4”, fr = \"Salle 4\" }\n"
      1: the text ends with `”` | write `"` in its place
    "a = { en = \"Raum 4“, de = \"Room 4\", fr = \"x\" }\n"
      1: the text ends with `“` | write `"` in its place
    "a = { en = \"Room 4”, fr = 'Salle 4' }\n"
      1: the text ends with `”` | write `"` in its place
    "a = { en = \"Room 4” }\n"
      1: the text ends with `”` | write `"` in its place
    "a = { en = \"The “Ark”, 4”, fr = “Salle »4»\" }\n"
      1: the text ends with `”` | write `"` in its place
    "a = {\n  en = \"Room 4”,\n  fr = \"Salle 4\",\n}\n"
      2: the text ends with `”` | write `"` in its place
    "[a]\nen = \"Room 4”\nfr = \"Salle 4”\nx = 1\n"
      2: the text ends with `”` | write `"` in its place
      3: the text ends with `”` | write `"` in its place
    "a = [\"b”, \"c\"]\n"
      1: the text ends with `”` | write `"` in its place
    "a = [\"b”, “c\"]\n"
      1: the text ends with `”` | write `"` in its place
    "a = [\"b\", \"c”]\n"
      1: the text ends with `”` | write `"` in its place
    "a = \"b”\n"
      1: the text ends with `”` | write `"` in its place
    "a = \"The ‘b’ of “c”\n"
      1: the text that begins here is not closed | write `"` at its end
    "a = \"\"\"b\nc.”””\nd = 1\n"
      2: the text ends with `”””` | write `"""` in their place
    "a = \"\"\"b “c””””\nd = 1\n"
      1: the text ends with `”””` | write `"""` in their place
    "a = { en = “Room 4\", fr = \"Salle 4\" }\n"
      1: typographic quotation marks around a value | write `"Room 4"`
    "a = { en = “Room 4, fr = \"Salle 4\" }\n"
      1: typographic quotation marks around a value | write `"Room 4"`
    "a = { en = “Room 4”, fr = “L’eau” }\n"
      1: typographic quotation marks around a value | write `"Room 4"`
      1: typographic quotation marks around a value | write `"L’eau"`
    "a = [\n  “L’eau”, “l’air”,\n  “la terre”\n]\n"
      2: typographic quotation marks around a value | write `"L’eau"`
      2: typographic quotation marks around a value | write `"l’air"`
      3: typographic quotation marks around a value | write `"la terre"`
    "a = “““b.”””\n"
      1: typographic quotation marks around a value | write `"""b."""`
    "a = ＂＂＂b.＂＂＂\n"
      1: typographic quotation marks around a value | write `"""b."""`
    "a = „““b\n\nc “d”.“““\ne = 1\n"
      1: typographic quotation marks around a value | write `"""` before and behind the text
    "a = “““\nb\n”””\n"
      1: typographic quotation marks around a value | write `"""` before and behind the text
    "a = “““b\nc = 1\n"
      1: typographic quotation marks around a value | write `"""b"""`
    "a = “b\nc”\nd = 1\n"
      1: typographic quotation marks around a value | write `"""` before and behind the text
    "a = “\"b\"”\n"
      1: typographic quotation marks around a value | write `"\"b\""`
    "#);
}

#[test]
fn texts_with_quotation_marks_are_not_slips() {
    for text in [
        "a = [\"“b”, “c” and “d”\", \"5″, “blue”\", \"the States’, ‘here’\", \"„b“, „c“\"]\n",
        "a = { en = \"“b”, c = “d”\", fr = \"« b », « c »\" }\n",
        "a = \"\"\"b”, c = “d\"\"\"\n",
    ] {
        assert_eq!(said(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn a_long_line_takes_no_longer_than_its_length() {
    let list = format!("a = [{}\nb = [1 2]\n", "\"x\", [1], {y = 1}, ".repeat(60_000));
    assert!(!said(&list).is_empty());
    let quoted = format!("a = [\"{}\"]\n", "“x”, ".repeat(100_000));
    assert!(said(&quoted).is_empty());
    let many = "a = [1 2]\n".repeat(40_000);
    assert!(!said(&many).is_empty());
}

proptest! {
    #[test]
    fn any_text_is_looked_through(text in "[a-c\\[\\]{}=\"'“”:,.#\\\\ \t\n0-9é]{0,80}") {
        let (root, errors) = DeTable::parse_recoverable(&text);
        let wrong = !errors.is_empty();
        let slips = super::find(&text, root.get_ref(), errors);
        prop_assert!(!wrong || !slips.is_empty());
        for slip in slips {
            prop_assert!(slip.span.start <= slip.span.end && slip.span.start <= text.len());
        }
    }
}
