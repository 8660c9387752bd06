//! What marked-up text is read as, and what is said of it when it is invalid.

use briefing_model::{RichText, RichTextFault, TextPart};
use insta::assert_snapshot;

/// The pieces of a text as an indented tree.
fn tree(text: &str) -> String {
    let mut lines = Vec::new();
    collect(text.parse::<RichText>().unwrap().inlines(), 0, &mut lines);
    lines.join("\n")
}

fn collect(inlines: &[TextPart], depth: usize, lines: &mut Vec<String>) {
    for inline in inlines {
        let (line, content): (String, &[TextPart]) = match inline {
            TextPart::Text(text) => (format!("{text:?}"), &[]),
            TextPart::Strong(content) => ("strong".into(), content),
            TextPart::Emphasis(content) => ("emphasis".into(), content),
            TextPart::Link { target, content } => (format!("link {target}"), content),
            TextPart::Foreign { language, content } => (format!("in {language}"), content),
            TextPart::Fact(name) => (format!("fact {name}"), &[]),
        };
        lines.push(format!("{}{line}", "  ".repeat(depth)));
        collect(content, depth + 1, lines);
    }
}

/// The fault, under the place where it is.
fn fault(text: &str) -> String {
    let error = text.parse::<RichText>().unwrap_err();
    format!("{}\n{}^ {}", text, " ".repeat(error.offset()), error.fault())
}

#[test]
fn each_kind_of_markup_is_read() {
    assert_snapshot!(tree("UNOCT\n  **launched** the *Second  Roundtable*\t of [Centres](https://www.un.org/a_(b)) {compact.entities} \\*"), @r#"
    "UNOCT "
    strong
      "launched"
    " the "
    emphasis
      "Second Roundtable"
    " of "
    link https://www.un.org/a_(b)
      "Centres"
    " "
    fact compact.entities
    " *"
    "#);
}

#[test]
fn markup_nests_in_markup() {
    assert_snapshot!(tree("**a [*b* [c]{lang=fr}](https://un.org) d**"), @r#"
    strong
      "a "
      link https://un.org
        emphasis
          "b"
        " "
        in fr
          "c"
      " d"
    "#);
}

#[test]
fn three_asterisks_open_both() {
    assert_snapshot!(tree("***both***, ***strong* after**, ***emphasis** after*, *a **b***, **a *b***"), @r#"
    strong
      emphasis
        "both"
    ", "
    strong
      emphasis
        "strong"
      " after"
    ", "
    emphasis
      strong
        "emphasis"
      " after"
    ", "
    emphasis
      "a "
      strong
        "b"
    ", "
    strong
      "a "
      emphasis
        "b"
    "#);
}

#[test]
fn marked_texts_that_touch_are_joined() {
    assert_snapshot!(tree("**a****b** *c***d**"), @r#"
    strong
      "ab"
    " "
    emphasis
      "c"
    strong
      "d"
    "#);
}

#[test]
fn no_break_spaces_are_kept_and_others_folded() {
    assert_snapshot!(tree("  1\u{a0}million \u{202f} \r\n dollars "), @r#""1\u{a0}million \u{202f} dollars""#);
}

#[test]
fn a_fault_is_told_with_its_place() {
    let faults = [
        "a **b",
        "a *b",
        "a [b",
        "a [**b](https://un.org)",
        "a ] b",
        "a } b",
        "2 * 3",
        "a **b ** c",
        "a **b *c** d*",
        "****",
        "**a *b **c** d***",
        "a [b] c",
        "a [](https://un.org)",
        "a [ ](https://un.org)",
        "a [b](un.org) c",
        "a [b](https://un.org",
        "a [b [c](https://un.org)](https://un.org)",
        "a [b]{fr}",
        "a [b]{lang=french}",
        "a {b",
        "a {lang=fr}",
        "C:\\temp",
    ];
    assert_snapshot!(faults.map(fault).join("\n\n"), @r#"
    a **b
      ^ this `**` is never closed: close it with `**`, or write `\*` for an asterisk

    a *b
      ^ this `*` is never closed: close it with `*`, or write `\*` for an asterisk

    a [b
      ^ this `[` is never closed: close it with `]`, or write `\[` for a bracket

    a [**b](https://un.org)
       ^ this `**` is never closed: close it with `**`, or write `\*` for an asterisk

    a ] b
      ^ this `]` closes nothing: write `\]` if it is part of the text

    a } b
      ^ this `}` closes nothing: write `\}` if it is part of the text

    2 * 3
      ^ an opening `*` stands directly before what it marks: remove the space, or write `\*` for an asterisk

    a **b ** c
          ^ a closing `*` stands directly after what it marks: remove the space, or write `\*` for an asterisk

    a **b *c** d*
          ^ this `*` is never closed: close it with `*`, or write `\*` for an asterisk

    ****
    ^ there is nothing to read inside this markup: write a text, or remove it

    **a *b **c** d***
        ^ this `*` is never closed: close it with `*`, or write `\*` for an asterisk

    a [b] c
      ^ `[text]` needs `(https://…)` or `{lang=…}` directly after it: add one, or write `\[` for a bracket

    a [](https://un.org)
      ^ there is nothing to read inside this markup: write a text, or remove it

    a [ ](https://un.org)
      ^ there is nothing to read inside this markup: write a text, or remove it

    a [b](un.org) c
          ^ `un.org` is not a link: begin it with https://, http:// or mailto:

    a [b](https://un.org
         ^ the link's target is never closed: close it with `)`

    a [b [c](https://un.org)](https://un.org)
      ^ a link cannot contain a link: end one before the other

    a [b]{fr}
         ^ `{fr}` is not known after `[text]`: write `{lang=…}` with a language tag such as fr or pt-BR

    a [b]{lang=french}
         ^ `{lang=french}` is not known after `[text]`: write `{lang=…}` with a language tag such as fr or pt-BR

    a {b
      ^ this `{` is never closed: close it with `}`, or write `\{` for a brace

    a {lang=fr}
      ^ `lang=fr` is not the name of a fact: write lower-case words joined by dots, as in standing.pledged; write `\{` for a brace

    C:\temp
      ^ a backslash stands only before one of \ * [ ] { }: write `\\` for a backslash
    "#);
}

#[test]
fn what_cannot_be_printed_is_refused() {
    for c in ['\u{7}', '\u{202e}', '\u{2066}', '\u{feff}', '\u{ffff}', '\u{9b}'] {
        let error = format!("é{c}b").parse::<RichText>().unwrap_err();
        assert_eq!((error.offset(), error.fault()), (2, &RichTextFault::Unprintable(c)));
        assert!(RichText::from_plain(&c.to_string()).is_err());
    }
}

#[test]
fn links_are_checked() {
    let read = |text: &str| match text.parse::<briefing_model::Link>() {
        Ok(link) => link.to_string(),
        Err(error) => error.to_string(),
    };
    let links = [
        "HTTPS://WWW.UN.org",
        "http://un.org:8080/a?b=c#d",
        "https://un.org/反恐?q=a%20b",
        "mailto:info@un.org?subject=a",
        "https://user@un.org/",
        "https:un.org",
        "https://",
        "https://-un.org",
        "https://un..org",
        "https://un.org:99999",
        "https://münchen.de/",
        "https://un.org/a b",
        "https://un.org/%zz",
        "https://un.org/a#b#c",
        "https://un.org/\"",
        "mailto:un.org",
        "ftp://un.org",
        "/structure",
        "",
    ];
    assert_snapshot!(links.map(read).join("\n"), @r#"
    https://www.un.org
    http://un.org:8080/a?b=c#d
    https://un.org/%E5%8F%8D%E6%81%90?q=a%20b
    mailto:info@un.org?subject=a
    `https://user@un.org/` is not a link: the host must be a plain name such as www.un.org, in ASCII
    `https:un.org` is not a link: put // after the scheme
    `https://` is not a link: the host must be a plain name such as www.un.org, in ASCII
    `https://-un.org` is not a link: the host must be a plain name such as www.un.org, in ASCII
    `https://un..org` is not a link: the host must be a plain name such as www.un.org, in ASCII
    `https://un.org:99999` is not a link: the port must be a number up to 65535
    `https://münchen.de/` is not a link: the host must be a plain name such as www.un.org, in ASCII
    `https://un.org/a b` is not a link: ' ' must be percent-encoded
    `https://un.org/%zz` is not a link: write % followed by two hexadecimal digits, or %25 for the sign itself
    `https://un.org/a#b#c` is not a link: '#' must be percent-encoded
    `https://un.org/"` is not a link: '"' must be percent-encoded
    `mailto:un.org` is not a link: write one address, as in mailto:name@example.org
    `ftp://un.org` is not a link: begin it with https://, http:// or mailto:
    `/structure` is not a link: begin it with https://, http:// or mailto:
    `` is not a link: begin it with https://, http:// or mailto:
    "#);
}
