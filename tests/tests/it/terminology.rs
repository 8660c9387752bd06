//! The example's translations use the words that its terminology lists settle on.

use briefing_model::Language;
use briefing_office::{Disk, read_texts};
use briefing_tests::repository;

/// A row of a list: how an English term is put.
struct Term {
    english: String,
    /// The translation and its other forms; a stem ends with an asterisk.
    forms: Vec<String>,
    source: String,
}

fn terms(language: Language) -> Vec<Term> {
    let path = repository("examples/unoct/terminology").join(format!("{language}.csv"));
    let mut reader = csv::Reader::from_path(path).unwrap();
    assert_eq!(reader.headers().unwrap(), ["english", "translation", "forms", "source", "note"].as_slice());
    let mut terms: Vec<Term> = reader
        .records()
        .map(|row| {
            let row = row.unwrap();
            let forms = std::iter::once(&row[1]).chain(row[2].split('|')).filter(|form| !form.is_empty());
            Term {
                english: folded(&row[0]),
                forms: forms.map(|form| folded(form.trim_end_matches('*'))).collect(),
                source: row[3].to_owned(),
            }
        })
        .collect();
    // A long name is one term, not the terms inside it.
    terms.sort_by_key(|term| std::cmp::Reverse(term.english.len()));
    terms
}

/// Every text that is translated, with its key and its source.
fn texts(language: Language) -> Vec<(String, String, String)> {
    let disk = Disk::open(&repository("examples/unoct")).unwrap();
    let (read, _) = read_texts(&disk, "2025-04".parse().unwrap(), &[language]).into_parts();
    let read = read.unwrap();
    let translated = read.iter().flat_map(|month| &month.texts).filter_map(|text| {
        let words = text.state.text()?;
        Some((text.key.to_string(), folded(&text.source.written()), folded(&words.to_string())))
    });
    translated.collect()
}

/// Without marks, and with one kind of space and of apostrophe.
fn folded(text: &str) -> String {
    let text: String = text
        .chars()
        .filter(|c| !matches!(c, '*' | '[' | ']'))
        .map(|c| match c {
            '\u{a0}' | '\u{202f}' | '\n' => ' ',
            '’' => '\'',
            other => other,
        })
        .collect();
    text
}

/// Takes every occurrence of a term out of a text; tells whether there was one.
fn take(text: &mut String, term: &str) -> bool {
    let mut found = false;
    let mut from = 0;
    while let Some(at) = text[from..].find(term).map(|at| at + from) {
        let end = at + term.len();
        let letter = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '-');
        if letter(text[..at].chars().next_back()) || letter(text[end..].chars().next()) {
            from = end;
            continue;
        }
        text.replace_range(at..end, "\u{1}");
        found = true;
        from = at + 1;
    }
    found
}

#[test]
fn the_translations_use_the_terms_of_the_lists() {
    let mut faults = Vec::new();
    for language in Language::ALL.into_iter().filter(|language| *language != Language::En) {
        let terms = terms(language);
        let mut used = 0;
        for (key, mut source, text) in texts(language) {
            for term in &terms {
                if take(&mut source, &term.english) {
                    used += 1;
                    if !term.forms.iter().any(|form| text.contains(form)) {
                        faults.push(format!("{language} {key}: `{}` is not put as {:?}", term.english, term.forms));
                    }
                }
            }
        }
        assert!(used > 100, "the list of {language} is hardly used: {used}");
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_term_says_where_it_is_from() {
    for language in Language::ALL.into_iter().filter(|language| *language != Language::En) {
        let terms = terms(language);
        assert!(terms.len() >= 50, "{language}");
        for term in &terms {
            assert!(!term.source.trim().is_empty(), "{language}: {} has no source", term.english);
            assert!(!term.forms.is_empty(), "{language}: {} has no translation", term.english);
        }
        let mut english: Vec<&str> = terms.iter().map(|term| term.english.as_str()).collect();
        english.sort_unstable();
        let count = english.len();
        english.dedup();
        assert_eq!(english.len(), count, "{language}: a term stands twice");
    }
}
