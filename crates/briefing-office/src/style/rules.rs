//! Numbers, links, sentences, and what a picture says.

use std::ops::Range;

use super::Finding;
use super::prose::{Prose, words};
use crate::diagnostic::Code;
use crate::read::NUMBERS;
use crate::tree::short;

/// A sentence of more words is read twice.
const LONGEST_SENTENCE: usize = 40;

/// Nobody writes a sentence of so many.
const NO_SENTENCE: usize = 150;

/// Words of links that say nothing of where they lead.
const EMPTY_LINKS: [&str; 18] = [
    "here",
    "click here",
    "this",
    "this link",
    "link",
    "read more",
    "more",
    "more information",
    "website",
    "web page",
    "page",
    "see here",
    "details",
    "learn more",
    "find out more",
    "press here",
    "this page",
    "click",
];

pub(super) fn of_text(prose: &Prose) -> Vec<Finding> {
    let mut found = Vec::new();
    for sentence in prose.sentences() {
        let words = words(prose.text(), sentence.clone());
        numbers(prose.text(), &sentence, &words, &mut found);
        per_cent(&words, &mut found);
        // What is not a sentence at all was reported as a text that is too long.
        if (LONGEST_SENTENCE + 1..NO_SENTENCE).contains(&words.len()) {
            let message = format!("a sentence of {} words", words.len());
            let end = words.get(2).map_or(sentence.end, |(last, _)| last.end);
            let hint = format!("make two of it: {LONGEST_SENTENCE} words are as many as a reader holds");
            found.push(Finding::new(Code::StyleSentence, sentence.start..end, message, hint));
        }
    }
    links(prose, &mut found);
    found
}

/// What is said of a picture for those who do not see it.
pub(super) fn of_alternative(prose: &Prose) -> Vec<Finding> {
    const NEEDLESS: [&str; 9] = [
        "picture of ",
        "image of ",
        "photo of ",
        "photograph of ",
        "a picture of ",
        "an image of ",
        "a photo of ",
        "a photograph of ",
        "image showing ",
    ];
    const SILENT: [&str; 12] = [
        "picture",
        "photo",
        "photograph",
        "image",
        "illustration",
        "graphic",
        "figure",
        "logo",
        "alt",
        "alt text",
        "alternative text",
        "description",
    ];
    let lower = prose.text().to_lowercase();
    let plain = lower.trim_end_matches(|c: char| !c.is_alphanumeric()).trim_end_matches(" here");
    let is_number =
        plain.split(['_', '-', ' ']).any(|part| part.len() > 2 && part.bytes().all(|byte| byte.is_ascii_digit()));
    let is_of_camera =
        ["img", "dsc", "dscn", "dscf", "pxl", "image", "photo"].iter().any(|name| plain.starts_with(name));
    if SILENT.contains(&plain) || (is_number && is_of_camera && !plain.contains(". ")) {
        let message = format!("the alternative text `{}` does not say what the picture shows", short(prose.text()));
        let hint = "say in a sentence what somebody sees";
        return vec![Finding::new(Code::StyleAlternative, 0..prose.text().len(), message, hint)];
    }
    let begin = NEEDLESS.iter().find(|begin| lower.starts_with(**begin));
    let finding = begin.map(|begin| {
        let message =
            format!("the alternative text begins with `{}`, which screen readers say themselves", begin.trim());
        Finding::new(Code::StyleAlternative, 0..begin.len(), message, "begin with what the picture shows")
    });
    finding.into_iter().collect()
}

fn digits(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit())
}

/// Numbers below ten in words, those above in figures with commas; none at the beginning of a sentence.
fn numbers(text: &str, sentence: &Range<usize>, words: &[(Range<usize>, &str)], found: &mut Vec<Finding>) {
    // What is counted and what is measured: with these, and beside larger numbers, figures stay figures.
    const UNITS: [&str; 22] = [
        "per",
        "million",
        "billion",
        "trillion",
        "thousand",
        "km",
        "kg",
        "m",
        "cm",
        "tons",
        "kilometres",
        "metres",
        "kilograms",
        "hectares",
        "a.m",
        "p.m",
        "percent",
        "hours",
        "to",
        "and",
        "or",
        "of",
    ];
    let large = words.iter().any(|(_, word)| word.replace(',', "").parse::<u64>().is_ok_and(|number| number > 9));
    for (index, (stretch, word)) in words.iter().enumerate() {
        let before = index.checked_sub(1).and_then(|before| words.get(before)).map_or("", |(_, word)| word);
        let after = words.get(index + 1).map_or("", |(_, word)| word);
        // A capital within a sentence begins a name: Room 4.
        let numbered = (index > 1 && before.chars().next().is_some_and(char::is_uppercase)) || is_counter(before);
        let lower = after.chars().next().is_some_and(char::is_lowercase) && !UNITS.contains(&after);
        let year = |years: std::ops::Range<u32>| {
            word.len() == 4 && word.parse::<u32>().is_ok_and(|number| years.contains(&number))
        };
        // Of so many things there is a plural behind the figure: "the charter of 1812", "some of 1812 members".
        let counts = after.ends_with('s') && !["was", "is", "has"].contains(&after);
        let year = year(1900..2200) || year(1000..1900) && BEFORE_YEARS.contains(&before) && !counts;
        let behind = text.get(stretch.end..).unwrap_or_default();
        let touched = behind.starts_with(['–', '-', '/', ':', ')', '°', '\'', '.'])
            || text.get(..stretch.start).is_some_and(|rest| rest.ends_with(['–', '-', '/', '(', '.', '$', '€']));
        if !digits(word) || touched {
            continue;
        }
        if index == 0 && stretch.start == sentence.start && !year && lower {
            let hint = "write the number in words, or begin the sentence with another word";
            found.push(Finding::new(
                Code::StyleNumber,
                stretch.clone(),
                format!("a sentence begins with the figure {word}"),
                hint,
            ));
        } else if let (1, Some([name, _]), false, false, true) =
            (word.len(), word.parse().ok().and_then(|number: usize| NUMBERS.get(number)), numbered, large, lower)
        {
            let message = format!("the figure {word} is below ten");
            found.push(Finding::new(Code::StyleNumber, stretch.clone(), message, format!("write `{name}`")));
        } else if word.len() > 3 && !year && !numbered && lower {
            let (head, tail) = word.split_at_checked(word.len() - 3).unwrap_or((word, ""));
            let grouped = if head.len() > 3 {
                let (first, second) = head.split_at_checked(head.len() - 3).unwrap_or((head, ""));
                format!("{first},{second},{tail}")
            } else {
                format!("{head},{tail}")
            };
            let message = format!("the figure {word} has no comma between its thousands");
            found.push(Finding::new(Code::StyleNumber, stretch.clone(), message, format!("write `{grouped}`")));
        }
    }
}

/// Words behind which a number may be a year.
const BEFORE_YEARS: [&str; 9] = ["of", "in", "since", "from", "until", "by", "before", "after", "around"];

/// Words behind which a number is a name.
pub(super) fn is_counter(word: &str) -> bool {
    const COUNTERS: [&str; 22] = [
        "resolution",
        "resolutions",
        "decision",
        "decisions",
        "article",
        "articles",
        "paragraph",
        "paragraphs",
        "para",
        "paras",
        "no",
        "nos",
        "number",
        "document",
        "chapter",
        "section",
        "page",
        "pages",
        "phase",
        "step",
        "room",
        "goal",
    ];
    COUNTERS.contains(&word.to_lowercase().as_str())
}

fn per_cent(words: &[(Range<usize>, &str)], found: &mut Vec<Finding>) {
    for (index, (stretch, word)) in words.iter().enumerate() {
        let before = index.checked_sub(1).and_then(|before| words.get(before));
        let number = word.strip_suffix('%').filter(|number| number.starts_with(|c: char| c.is_ascii_digit()));
        if let Some(number) = number {
            let message = format!("`{}` in a text", short(word));
            found.push(Finding::new(
                Code::StylePerCent,
                stretch.clone(),
                message,
                format!("write `{} per cent`; the sign is for tables", short(number)),
            ));
        } else if matches!(*word, "percent" | "%")
            && before.is_some_and(|(_, word)| word.ends_with(|c: char| c.is_numeric()))
        {
            found.push(Finding::new(
                Code::StylePerCent,
                stretch.clone(),
                format!("`{word}` in a text"),
                "write `per cent`",
            ));
        }
    }
}

fn links(prose: &Prose, found: &mut Vec<Finding>) {
    for (index, link) in prose.links.iter().enumerate() {
        let words = prose.text().get(link.words.clone()).unwrap_or_default();
        let plain = words.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
        if EMPTY_LINKS.contains(&plain.as_str()) {
            let message = format!("the link `{}` does not say where it leads", short(words));
            let hint = "make a link of the words that name what is there: links are also read out of their sentences";
            found.push(Finding::new(Code::StyleLinkWords, link.words.clone(), message, hint));
        }
        let earlier = prose.links.iter().take(index).any(|other| other.target == link.target);
        if earlier {
            let message = format!("a second link to `{}` in one text", short(&link.target));
            let hint = "keep the one whose words say most";
            found.push(Finding::new(Code::StyleSameLink, link.words.clone(), message, hint));
        }
    }
}
