//! What people write in texts that has a meaning elsewhere, and is printed as it stands.

use std::ops::Range;

use briefing_model::{Currency, FactName};

use super::{fact_names, html};
use crate::diagnostic::Code;
use crate::look_alike;
use crate::source::misread_word;
use crate::tree::short;

/// Something in a text that is seldom meant as it will be printed.
pub(super) struct Doubt {
    pub(super) code: Code,
    /// Where in the text.
    pub(super) stretch: Range<usize>,
    pub(super) message: String,
    pub(super) hint: String,
}

/// The first of each kind in a text, and every bare address.
pub(super) fn doubts(text: &str) -> Vec<Doubt> {
    let mut doubts = html(text);
    let blocks = blocks(text);
    // Headings and lists have blank lines around them.
    doubts.extend(paragraphs(text).filter(|_| blocks.is_empty()));
    doubts.extend(blocks);
    doubts.extend(inline(text));
    doubts.extend(bullets(text));
    doubts.extend(bare_addresses(text));
    doubts.extend(unit_twice(text));
    doubts.extend(facts_as_names(text));
    doubts.extend([invisible, note, misread, mixed, lone_quote].iter().filter_map(|find| find(text)));
    doubts
}

/// What is wrong with a text that has no marks at all, such as a title or an alternative text.
pub(super) fn doubts_of_plain(text: &str) -> Vec<Doubt> {
    let marks = ["**", "__", "](http", "~~"].into_iter().filter_map(|mark| Some((text.find(mark)?, mark)));
    let mut facts = fact_names::printed(text).into_iter();
    let printed = || facts.find_map(|(stretch, _)| Some((stretch.start, text.get(stretch)?)));
    let found: Vec<(usize, &str)> = marks.chain(fact(text).or_else(printed)).collect();
    let marked = found.first().map(|&(at, first)| {
        let (names, are, them) = match found.as_slice() {
            [_] => (format!("`{first}`"), "is printed as it is", "it"),
            _ => {
                let names: Vec<String> = found.iter().map(|(_, mark)| format!("`{}`", short(mark))).collect();
                (names.join(", "), "are printed as they are", "them")
            }
        };
        let message = format!("{names} {are}: this text has no marks");
        let hint = format!("remove {them}; what is to be strong, a link and a fact stand in a text or a caption");
        Doubt { code: Code::MarkdownPrinted, stretch: at..at + first.len(), message, hint }
    });
    let html = html(text).into_iter().map(|doubt| match text.get(doubt.stretch.clone()) {
        Some(element) if element.starts_with('<') => {
            Doubt { hint: "remove it: this text has no marks".to_owned(), ..doubt }
        }
        _ => doubt,
    });
    marked
        .into_iter()
        .chain(html)
        .chain([note, misread, mixed, lone_quote].iter().filter_map(|find| find(text)))
        .collect()
}

/// The name of a fact in its braces.
fn fact(text: &str) -> Option<(usize, &str)> {
    let (at, _) = text.match_indices('{').find(|(at, _)| {
        let name = text.get(at + 1..).and_then(|rest| rest.split_once('}')).map(|(name, _)| name);
        name.is_some_and(|name| name.contains('.') && name.parse::<FactName>().is_ok())
    })?;
    let length = text.get(at..)?.find('}')? + 1;
    Some((at, text.get(at..at + length)?))
}

/// A blank line between words, which begins a paragraph in other texts.
fn paragraphs(text: &str) -> Option<Doubt> {
    let all: Vec<(usize, &str)> = lines(text).collect();
    let first = all.iter().position(|(_, line)| !line.is_empty())?;
    let blank = first + all.get(first..)?.iter().position(|(_, line)| line.is_empty())?;
    let (at, line) = all.get(blank..)?.iter().find(|(_, line)| !line.is_empty())?;
    let word = line.split_whitespace().next()?;
    let message =
        format!("the blank line before `{}` begins no paragraph: the text goes on in the same one", short(word));
    let hint = "make what follows a text of its own, such as another item, or remove the blank line".to_owned();
    Some(Doubt { code: Code::MarkdownPrinted, stretch: *at..at + word.len(), message, hint })
}

/// Signs that word processors put before the entries of a list.
const BULLETS: [char; 8] = ['•', '◦', '▪', '●', '‣', '∙', '\u{f0b7}', '\u{f0a7}'];

/// A list of a word processor: its first sign at the beginning of a line, or one of several.
fn bullets(text: &str) -> Option<Doubt> {
    if !BULLETS.iter().any(|sign| text.contains(*sign)) {
        return None;
    }
    let mut signs = text.match_indices(BULLETS).filter(|(at, sign)| {
        let before = text.get(..*at).is_none_or(|before| before.is_empty() || before.ends_with(char::is_whitespace));
        before && text.get(at + sign.len()..).is_some_and(|behind| behind.starts_with(char::is_whitespace))
    });
    let (at, sign) = signs.next()?;
    let begins = text.get(..at)?.trim_end_matches([' ', '\t']).chars().next_back().is_none_or(|c| c == '\n');
    (begins || signs.next().is_some()).then(|| {
        let message = format!("a list is not set as one: `{sign}` is printed, and its entries run together");
        Doubt { code: Code::MarkdownPrinted, stretch: at..at + sign.len(), message, hint: LIST.to_owned() }
    })
}

/// A word in which a letter of another alphabet looks like those around it: nobody finds the word, and it is read aloud wrongly.
fn mixed(text: &str) -> Option<Doubt> {
    // Letters of both kinds, without which there is no such word.
    let has_both = |text: &str| {
        text.contains(|c: char| matches!(c, '\u{370}'..='\u{4ff}')) && text.contains(|c: char| c.is_ascii_alphabetic())
    };
    if !has_both(text) {
        return None;
    }
    let words = text.split(|c: char| !c.is_alphabetic()).filter(|word| has_both(word) && word.chars().nth(2).is_some());
    let (word, found) = words.filter_map(|word| Some((word, look_alike::in_word(word)?))).next()?;
    let start = text.find(word)? + found.at;
    let message = format!("the letter `{}` of `{}` is a {} one", found.letter, short(word), found.alphabet);
    let hint = format!("type `{}` again, with the other keyboard", short(&found.meant));
    Some(Doubt { code: Code::MixedLetters, stretch: start..start + found.letter.len_utf8(), message, hint })
}

/// A word that was once read in the wrong encoding; of letters that were lost, the text itself is refused.
fn misread(text: &str) -> Option<Doubt> {
    let (stretch, what) = misread_word(text).filter(|_| !text.contains(char::REPLACEMENT_CHARACTER))?;
    let hint = "write the letters again, or take the text once more from where it came".to_owned();
    Some(Doubt { code: Code::Misread, stretch, message: format!("the text {what}"), hint })
}

/// An element, and a reference to a character.
fn html(text: &str) -> Vec<Doubt> {
    let found = html::first_of_each(text).into_iter().filter_map(|(stretch, remedy)| {
        let message = format!("`{}` is HTML, and would be printed as it is", short(text.get(stretch.clone())?));
        Some(Doubt { code: Code::Html, stretch, message, hint: remedy.to_owned() })
    });
    found.collect()
}

/// Lines of a text with their places, without the white space before them.
fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    text.split_inclusive('\n').map(move |line| {
        let start = at + (line.len() - line.trim_start().len());
        at += line.len();
        (start, line.trim())
    })
}

/// Headings, lists, quotations and tables, the first of each.
fn blocks(text: &str) -> Vec<Doubt> {
    let all: Vec<(usize, &str)> = lines(text).collect();
    let mut known = Vec::new();
    let found = all.iter().enumerate().filter_map(|(index, &(at, line))| {
        let hashes = line.len() - line.trim_start_matches('#').len();
        if (1..=6).contains(&hashes) && line.get(hashes..)?.starts_with(' ') {
            return Some((
                at..at + hashes,
                "heading",
                "headings come from the sections: remove the `#`, or write **News**",
            ));
        }
        if line.starts_with("- ") || line.starts_with("+ ") {
            return Some((at..at + 1, "list", LIST));
        }
        if line.starts_with("> ") {
            return Some((at..at + 1, "quotation", "write quotation marks: “ and ”"));
        }
        if line.starts_with('|') && line.len() > 1 && line.ends_with('|') {
            return Some((
                at..at + line.len(),
                "table",
                "say in sentences what the table says, or bring it as a picture",
            ));
        }
        let next = all.get(index + 1).and_then(|(_, line)| numbered(line));
        let number = numbered(line)?;
        (next == Some(number + 1)).then(|| (at..at + line.find(' ').unwrap_or(1), "list", LIST))
    });
    let doubts = found.filter_map(|(stretch, what, hint)| {
        let first = !known.contains(&what);
        known.push(what);
        let written = short(text.get(stretch.clone()).filter(|_| first)?);
        let message = format!("a {what} of Markdown is not set as one: `{written}` is printed");
        Some(Doubt { code: Code::MarkdownPrinted, stretch, message, hint: hint.to_owned() })
    });
    doubts.collect()
}

pub(super) const LIST: &str = "write a sentence, or an item of its own for each entry";

/// The number of a line that begins with one, as entries of a list do.
fn numbered(line: &str) -> Option<u32> {
    let (number, rest) = line.split_once(['.', ')'])?;
    number.parse().ok().filter(|_| rest.starts_with(' ') && number.len() < 3)
}

/// What to do with words that are struck through, which were deleted.
const STRUCK: &str = "remove the words with their marks, or the marks alone if the words are to stay";

/// Marks of Markdown around words that are not ours.
fn inline(text: &str) -> impl Iterator<Item = Doubt> {
    // A single underline may be part of a name, and two of them are seldom around words.
    let single = !text.contains("__");
    let marks = [("__", "**"), ("_", "*"), ("~~", ""), ("`", "")];
    let marks = marks.into_iter().filter(move |(mark, _)| text.contains(mark) && (single || *mark != "_"));
    marks.filter_map(|(mark, ours)| {
        let (before, rest) = text.split_once(mark)?;
        let (inside, _) = rest.split_once(mark)?;
        let begins = before.chars().next_back().is_none_or(|c| !c.is_alphanumeric());
        let behind = text.get(before.len() + inside.len() + 2 * mark.len()..).and_then(|rest| rest.chars().next());
        let ends = mark != "_" || behind.is_none_or(|c| !c.is_alphanumeric());
        let is_mark = begins && ends && inside.len() < 200 && inside == inside.trim() && !inside.is_empty();
        let at = before.len();
        is_mark.then(|| {
            let written = format!("{mark}{inside}{mark}");
            // A backtick cannot stand between backticks.
            let named = if mark == "`" { "a backtick".to_owned() } else { format!("`{mark}`") };
            let shown =
                if mark == "`" { format!("“{}”", short(&written)) } else { format!("`{}`", short(&written)) };
            let message = format!("{named} is not a mark here: {shown} is printed");
            let hint = match mark {
                "~~" => STRUCK.to_owned(),
                _ => format!("write `{}`", short(&format!("{ours}{inside}{ours}"))),
            };
            Doubt { code: Code::MarkdownPrinted, stretch: at..at + written.len(), message, hint }
        })
    })
}

/// Addresses of pages and mailboxes that nothing can be pressed on.
fn bare_addresses(text: &str) -> impl Iterator<Item = Doubt> {
    let mut places: Vec<(usize, &str)> = pages(text).collect();
    let mailboxes =
        mailboxes(text).filter(|(at, _)| !places.iter().any(|(page, url)| (*page..page + url.len()).contains(at)));
    let mailboxes: Vec<_> = mailboxes.collect();
    places.extend(mailboxes);
    places.sort_unstable();
    places.into_iter().filter_map(|(at, address)| {
        let before = text.get(..at)?;
        // The target of a link, or what follows within one.
        let target =
            before.rfind("](").is_some_and(|open| before.get(open..).is_some_and(|it| !it.contains([')', ' '])));
        let label =
            before.rfind(['[', ']']).is_some_and(|bracket| before.get(bracket..).is_some_and(|it| it.starts_with('[')));
        if target || label {
            return None;
        }
        let (words, link) = match address {
            mailbox if !mailbox.contains(['/', ':']) && mailbox.contains('@') => {
                (short(mailbox), format!("mailto:{mailbox}"))
            }
            page if page.starts_with("www.") => ("what it is".to_owned(), format!("https://{page}")),
            page => ("what it is".to_owned(), page.to_owned()),
        };
        let message = format!("`{}` is printed as it is, and is not a link", short(address));
        let hint = format!("write `[{words}]({})`", short(&link));
        Some(Doubt { code: Code::BareAddress, stretch: at..at + address.len(), message, hint })
    })
}

/// Where the addresses of pages begin, and what they are.
fn pages(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let starts = ["https://", "http://", "www."].into_iter().filter(|start| text.contains(start));
    let places = starts.flat_map(|start| text.match_indices(start)).map(|(at, _)| at);
    places.filter_map(|at| {
        // A Chinese character ends a word.
        let is_of_word = |c: char| c == '/' || c < '\u{2E80}' && c.is_alphanumeric();
        let inside_word = text.get(..at)?.chars().next_back().is_some_and(is_of_word);
        let is_end =
            |c: char| c.is_whitespace() || matches!(c, ')' | ']' | '"' | '”' | '>' | '，' | '。' | '、' | '；' | '）');
        let address = text.get(at..)?.split(is_end).next().filter(|_| !inside_word)?;
        Some((at, address.trim_end_matches(['.', ',', ';', ':', '!', '?', '*'])))
    })
}

/// Where the addresses of mailboxes begin, and what they are.
fn mailboxes(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-' | '+');
    text.match_indices('@').filter_map(move |(at, _)| {
        let name = text.get(..at)?.rsplit(|c| !is_part(c)).next()?.trim_start_matches(['.', '-', '_', '+']);
        let host = text.get(at + 1..)?.split(|c| !is_part(c)).next()?.trim_end_matches(['.', '-', '_', '+']);
        let (_, country) = host.rsplit_once('.')?;
        let is_host = country.len() >= 2 && country.bytes().all(|c| c.is_ascii_alphabetic());
        let start = at - name.len();
        (is_host && !name.is_empty()).then(|| text.get(start..at + 1 + host.len()).map(|address| (start, address)))?
    })
}

/// A zero-width space or joiner between letters of scripts that have no use for it: the words are one to whoever searches.
fn invisible(text: &str) -> Option<Doubt> {
    const INVISIBLE: [char; 2] = ['\u{200b}', '\u{2060}'];
    if !INVISIBLE.iter().any(|c| text.contains(*c)) {
        return None;
    }
    text.match_indices(INVISIBLE).find_map(|(at, found)| {
        let behind = text.get(at + found.len()..)?.chars().next()?;
        let word = text.get(..at)?.rsplit(char::is_whitespace).next().filter(|word| !word.is_empty())?;
        let before = word.chars().next_back()?;
        let of_words = |c: char| c.is_alphabetic() && matches!(c, '\0'..='\u{6ff}' | '\u{1e00}'..='\u{1fff}');
        (of_words(before) && of_words(behind)).then(|| {
            let c = found.chars().next().map_or(0, u32::from);
            let message = format!("an invisible character (U+{c:04X}) behind `{}` joins two words", short(word));
            let hint = "put a space in its place, or remove it".to_owned();
            Doubt { code: Code::Invisible, stretch: at..at + found.len(), message, hint }
        })
    })
}

/// A quotation mark that nothing closes, most often a fourth one beside the three around a text of several lines. Behind a
/// number it may stand for inches.
fn lone_quote(text: &str) -> Option<Doubt> {
    let marks: Vec<usize> = text.match_indices('"').map(|(at, _)| at).collect();
    let of_inches = |at: usize| text.get(..at).is_some_and(|before| before.ends_with(|c: char| c.is_ascii_digit()));
    if marks.is_empty() {
        return lone_typographic_quote(text);
    }
    if marks.len().is_multiple_of(2) || marks.iter().any(|at| of_inches(*at)) {
        return None;
    }
    let at = *if text.trim_start().starts_with('"') { marks.first() } else { marks.last() }?;
    let message = "a quotation mark without its pair is printed".to_owned();
    let hint = "remove it, or write the other; the three around a text of several lines are not printed".to_owned();
    Some(Doubt { code: Code::LoneQuote, stretch: at..at + 1, message, hint })
}

/// A `“` that no `”` closes, or the reverse.
fn lone_typographic_quote(text: &str) -> Option<Doubt> {
    // In some languages “ ends what „ begins.
    if text.contains('„') || !text.contains('“') && !text.contains('”') {
        return None;
    }
    let mut open: Option<usize> = None;
    let mut lone = None;
    let mut before = ' ';
    for (at, c) in text.char_indices() {
        match (c, open) {
            // A quotation within one may be of either kind.
            ('“', Some(_)) => return None,
            ('“', None) => open = Some(at),
            ('”', Some(_)) => open = None,
            // Inches; or the way of another language.
            ('”', None) if before.is_ascii_digit() || at == 0 || before == ' ' => return None,
            ('”', None) => lone = lone.or(Some(at)),
            _ => {}
        }
        before = c;
    }
    let at = lone.or(open)?;
    let mark = text.get(at..)?.chars().next()?;
    let other = if mark == '“' { '”' } else { '“' };
    let message = format!("the quotation mark `{mark}` is printed without its pair");
    let hint = format!(
        "write `{other}` where the words that are quoted {}, or remove it",
        if mark == '“' { "end" } else { "begin" }
    );
    Some(Doubt { code: Code::LoneQuote, stretch: at..at + mark.len_utf8(), message, hint })
}

/// What an amount brings with it, in five of the languages: whole words, as `from` and `France` begin like francs.
const OF_AMOUNTS: &str = "dollar dollars dólar dólares доллар доллара долларов долл دولار دولارا دولارات euro euros евро يورو \
    franc francs franco francos франк франка франков million millions millón millones миллион миллиона миллионов млн مليون مليونا ملايين";

/// The same in Chinese, which has no spaces between them and what follows.
const OF_CHINESE_AMOUNTS: [&str; 4] = ["美元", "欧元", "百万", "亿"];

/// What a share brings with it; in Chinese it stands before the number.
const OF_SHARES: [&str; 11] =
    ["per cent", "percent", "%", "٪", "％", "pour cent", "por ciento", "процентов", "процента", "процент", "في المائة"];
const OF_CHINESE_SHARES: &str = "百分之";

/// A currency, a word such as `million`, or `per cent`, beside a fact that prints it.
fn unit_twice(text: &str) -> Vec<Doubt> {
    let facts = text.match_indices('{').filter_map(|(at, _)| {
        let name = text.get(at + 1..)?.split_once('}')?.0;
        let last = name.rsplit('.').next()?;
        let is_money = ["pledged", "received", "outstanding"].contains(&last);
        (is_money || last == "share").then_some((at, at + name.len() + 2, name, is_money))
    });
    let found = facts.filter_map(|(start, end, name, is_money)| {
        let (before, behind) = (text.get(..start)?.trim_end(), text.get(end..)?);
        let rest = behind.trim_start();
        let rest = rest.strip_prefix("de ").unwrap_or(rest);
        let (last, next) = if is_money {
            (before.rsplit(char::is_whitespace).next().filter(|word| is_currency(word)), beside_amount(rest))
        } else {
            let last = before.ends_with(OF_CHINESE_SHARES).then_some(OF_CHINESE_SHARES);
            let begins = |word: &&str| rest.get(..word.len()).is_some_and(|begin| begin.to_lowercase() == **word);
            (last, OF_SHARES.into_iter().find(begins))
        };
        let (word, at) = match (last, next) {
            (Some(word), _) => (word, before.len() - word.len()),
            (None, Some(word)) => (word, text.len() - rest.len()),
            (None, None) => return None,
        };
        let message = format!("`{}` is printed twice: `{{{name}}}` brings it along", short(word));
        let hint = format!("remove `{}`", short(word));
        Some(Doubt { code: Code::MoneyTwice, stretch: at..at + word.len(), message, hint })
    });
    found.collect()
}

/// The word that a text begins with, if amounts bring it along.
fn beside_amount(text: &str) -> Option<&str> {
    if let Some(word) = OF_CHINESE_AMOUNTS.into_iter().find(|word| text.starts_with(word)) {
        return Some(word);
    }
    let word = text.split(|c: char| !c.is_alphabetic() && !is_sign(c)).next()?;
    let small = word.to_lowercase();
    Some(word).filter(|word| OF_AMOUNTS.split_whitespace().any(|of| of == small) || is_currency(word))
}

/// Names of facts that are printed as they are.
fn facts_as_names(text: &str) -> impl Iterator<Item = Doubt> {
    fact_names::printed(text).into_iter().filter_map(|(stretch, name)| {
        let message = format!("`{}` is printed as it is, and not what it names", short(text.get(stretch.clone())?));
        Some(Doubt { code: Code::FactPrinted, stretch, message, hint: format!("write `{{{name}}}`") })
    })
}

/// A code such as `USD`, or a sign such as `US$`.
fn is_currency(word: &str) -> bool {
    word.parse::<Currency>().is_ok() || (word.ends_with(is_sign) && word.chars().count() <= 3)
}

const fn is_sign(c: char) -> bool {
    matches!(c, '$' | '£' | '¥' | '\u{20a0}'..='\u{20cf}')
}

/// Capitals that writers leave for themselves; they are not acronyms.
pub(crate) const NOTES: [&str; 6] = ["TODO", "TBC", "TBD", "FIXME", "XXX", "XX"];

/// The same in small letters; `todo` and `xx` are words and numbers elsewhere.
const SMALL_NOTES: [&str; 4] = ["tbc", "tbd", "xxx", "fixme"];

/// What forms, templates and word processors leave, in small letters.
const PHRASES: [&str; 16] = [
    "click or tap here to enter text",
    "click here to enter text",
    "error! reference source not found",
    "error! bookmark not defined",
    "insert text here",
    "[to be confirmed",
    "[to be determined",
    "(to be confirmed)",
    "(to be determined)",
    "(to be added)",
    "(à confirmer)",
    "(à compléter)",
    "(por confirmar)",
    "<name>",
    "<date>",
    "____",
];

/// Whether what stands in brackets is a note, and not the words of a link.
pub(super) fn looks_like_note(inside: &str) -> bool {
    const WORDS: [&str; 22] = [
        "tbc",
        "tbd",
        "todo",
        "xx",
        "xxx",
        "confirm",
        "confirmed",
        "check",
        "checked",
        "insert",
        "add",
        "added",
        "please",
        "pending",
        "fill",
        "missing",
        "confirmer",
        "compléter",
        "vérifier",
        "confirmar",
        "completar",
        "comment",
    ];
    let mut words = inside.split(|c: char| !c.is_alphanumeric()).map(str::to_lowercase);
    let has_letters = inside.contains(char::is_alphanumeric);
    !has_letters || inside.contains(['?', '…']) || words.any(|word| WORDS.contains(&word.as_str()))
}

/// A note in small letters, or a phrase of a form.
fn left_over(text: &str) -> Option<Doubt> {
    let small = text.to_ascii_lowercase();
    let apart = |c: char| c.is_whitespace() || matches!(c, '(' | ')' | '[' | ']' | ',' | ';' | ':' | '.' | '!' | '?');
    // Whether a text has a word is found many letters at a time; where it stands is not, and few have any.
    let words = SMALL_NOTES.into_iter().filter(|note| text.contains(note)).find_map(|note| {
        let found = text.match_indices(note).find(|(at, _)| {
            let before = text.get(..*at).and_then(|before| before.chars().next_back());
            let behind = text.get(at + note.len()..).and_then(|behind| behind.chars().next());
            // Within an address, points and slashes stand on both sides.
            before.is_none_or(|c| apart(c) && c != '.') && behind.is_none_or(apart)
        });
        found.map(|(at, _)| (at, note.len()))
    });
    let mut phrases = PHRASES.into_iter().filter(|phrase| small.contains(phrase));
    let phrase = || phrases.find_map(|phrase| Some((small.find(phrase)?, phrase.trim_end().len())));
    let (at, length) = words.or_else(phrase)?;
    let stretch = at..at + length;
    let message = format!("`{}` looks like a note to be filled in", short(text.get(stretch.clone())?));
    let hint = "write what is missing, or remove the note".to_owned();
    Some(Doubt { code: Code::NoteLeft, stretch, message, hint })
}

/// What writers leave for themselves.
fn note(text: &str) -> Option<Doubt> {
    capitals(text).or_else(|| left_over(text))
}

fn capitals(text: &str) -> Option<Doubt> {
    const OTHERS: [&str; 3] = ["???", "Lorem ipsum", "lorem ipsum"];
    NOTES.iter().chain(&OTHERS).filter(|note| text.contains(**note)).find_map(|note| {
        text.match_indices(note).find_map(|(at, found)| {
            let stretch = at..at + found.len();
            let is_word = |c: char| c.is_alphanumeric();
            let before = text.get(..at)?.chars().next_back().is_none_or(|c| !is_word(c));
            let behind = text.get(stretch.end..)?.chars().next().is_none_or(|c| !is_word(c));
            (before && behind).then(|| {
                let message = format!("`{found}` looks like a note to be filled in");
                let hint = "write what is missing, or remove the note".to_owned();
                Doubt { code: Code::NoteLeft, stretch, message, hint }
            })
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> String {
        let all = doubts(text);
        all.iter()
            .map(|doubt| format!("{} {}", doubt.code, text.get(doubt.stretch.clone()).unwrap()))
            .collect::<Vec<_>>()
            .join("; ")
    }

    #[test]
    fn what_is_printed_as_it_stands_is_found() {
        for (text, wanted) in [
            ("# News\nIt began.", "T0221 #"),
            ("Two:\n- first\n- second", "T0221 -"),
            ("Two:\n1. first\n2. second", "T0221 1."),
            ("| a | b |\n|---|---|", "T0221 | a | b |"),
            ("It is __big__.", "T0221 __big__"),
            ("It is _big news_.", "T0221 _big news_"),
            ("Nine St\u{430}tes", "T0231 \u{430}"),
            ("Интeрнет", "T0231 e"),
            ("It began.\n\n\nThen it ended.\n", "T0221 Then"),
            ("Measured:\n• ice\n• snow", "T0221 •"),
            ("Measured: • ice • snow", "T0221 •"),
            ("On 5 May (tbc).", "T0224 tbc"),
            ("CHF xxx million, tbd", "T0224 tbd"),
            ("On 5 May (to be confirmed).", "T0224 (to be confirmed)"),
            ("On 5 May \\[To be confirmed\\].", "T0224 [To be confirmed"),
            ("Click or tap here to enter text.", "T0224 Click or tap here to enter text"),
            ("See Error! Reference source not found.", "T0224 Error! Reference source not found"),
            ("See https://www.un.org/a.", "T0223 https://www.un.org/a"),
            ("See www.un.org.", "T0223 www.un.org"),
            ("Write to (press.office@un.org).", "T0223 press.office@un.org"),
            ("来信请寄info@un.org，或见https://www.un.org/@x.y。", "T0223 info@un.org; T0223 https://www.un.org/@x.y"),
            ("Pay TODO dollars", "T0224 TODO"),
            ("of\u{200b}terrorism", "T0222 \u{200b}"),
            ("R&amp;D", "X0911 &amp;"),
            (
                "# A\n\n# B\n\n- c\n- d\n\n| e |\n<b>f</b> &amp;",
                "X0911 <b>; X0911 &amp;; T0221 #; T0221 -; T0221 | e |",
            ),
            ("See www.un.org/a and www.un.org/b.", "T0223 www.un.org/a; T0223 www.un.org/b"),
            ("~~Old~~ __new__", "T0221 __new__; T0221 ~~Old~~"),
            ("\"It began.", "T0232 \""),
            ("\"It\" began.\"", "T0232 \""),
            ("The desk “measured ice.", "T0232 “"),
            ("The “desk” measured ice”.", "T0232 ”"),
            ("In all, ${standing.pledged}.", "T0233 $"),
            ("In all, US$ {standing.pledged}.", "T0233 US$"),
            ("Given: {month.pledged} USD.", "T0233 USD"),
            ("Soit {standing.received} de dollars.", "T0233 dollars"),
            ("Всего {standing.pledged} долл. США", "T0233 долл"),
            ("共{standing.pledged}美元。", "T0233 美元"),
            ("It is {standing.share} per cent.", "T0233 per cent"),
            ("It is {standing.share}%.", "T0233 %"),
            ("占百分之{standing.share}。", "T0233 百分之"),
            (
                "共｛standing.pledged｝和｛standing．received｝。",
                "T0235 ｛standing.pledged｝; T0235 ｛standing．received｝",
            ),
            ("共｛standing.pledgd｝。", "T0235 ｛standing.pledgd｝"),
            ("共（ｓｔａｎｄｉｎｇ．ｐｌｅｄｇｅｄ）。", "T0235 （ｓｔａｎｄｉｎｇ．ｐｌｅｄｇｅｄ）"),
            ("In all (standing.pledged).", "T0235 (standing.pledged)"),
            ("In all, standing.pledged.", "T0235 standing.pledged"),
            ("Of $units.desk.name and <office.name>", "T0235 units.desk.name; T0235 <office.name>"),
        ] {
            assert_eq!(found(text), wanted, "{text}");
        }
        for text in [
            "A [link](https://www.un.org/a?b=www.c.org) and [www.un.org](https://www.un.org).",
            "In 2025.\nThe next year.",
            "[Write](mailto:a@un.org) to [a@un.org](mailto:a@un.org), @UN, 5 @ 3, a@b and x@y.1",
            "\n\nIt began.\n\n",
            "Open Sans • Bold",
            "The date is to be confirmed, [to be held](https://www.un.org), todo el mundo, [page](https://www.un.org/xxx.tbc)",
            "Item 1.\n2025 began.",
            "a_b__c_d, __init",
            "a file_name_here, _ and _.",
            "Αθήνα, Москва, IP-адрес, COVIDом, а, Ко",
            "The TODOs, XXXI and # 5",
            "พัฒนา\u{200b}การ",
            "a -b- c\n– dash",
            "\"It\" is 5\" wide",
            "A “phase”, „слово“, 5” wide, ”så” and “one” more; 他说“好”。",
            "Il dit « oui ». A “phase” and 5” of rain. ”Så” var det.",
            "„Да“, сказал он.",
            "The phase \"CT 2025\" began.",
            "{standing.pledged} from 40 partners, {standing.received} European, {standing.received} de France",
            "{standing.pledged} frank words, {standing.received} all in all",
            "The {standing.share} per programme, and 5 per cent; {standing.partners} per cent",
            "See office.name, a [page](https://a.b/standing.pledged) and \\{standing.pledged\\}",
            "The month.Pledges rose, standing.Then it fell; 他说｛好｝。",
            "In EUR, $5 and {standing.pledged}, of {standing.partners} dollars; (US) {standing.pledged} in all",
        ] {
            assert_eq!(found(text), "", "{text}");
        }
    }
}
