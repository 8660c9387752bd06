//! Which language a text is in, as far as that shows.

use briefing_model::Language;

/// The commonest words of three languages, without those that two of them share.
const COMMON: [(Language, [&str; 20]); 3] = [
    (
        Language::En,
        [
            "the", "of", "and", "to", "for", "with", "by", "from", "was", "were", "its", "at", "that", "which", "is",
            "are", "an", "has", "have", "their",
        ],
    ),
    (
        Language::Es,
        [
            "el", "los", "las", "del", "y", "una", "para", "por", "con", "al", "su", "sus", "fue", "como", "más",
            "sobre", "lo", "ha", "contra", "sin",
        ],
    ),
    (
        Language::Fr,
        [
            "le", "les", "des", "du", "et", "est", "une", "dans", "pour", "par", "sur", "au", "aux", "avec", "qui",
            "son", "ses", "été", "à", "contre",
        ],
    ),
];

/// Fewer of a language's common words prove nothing.
const FEWEST: usize = 5;

/// A language whose words are so many times as many as those of any other is the text's.
const CLEARLY: usize = 4;

/// Whether a text has a letter of its language, which has a script of its own; `None` for a language without one, and for a text without
/// letters.
pub(super) fn has_script_of(text: &str, language: Language) -> Option<bool> {
    let letters = letters(text);
    let own = letters.iter().find(|(script, _)| *script == language && language != Language::En)?;
    letters.iter().any(|(_, count)| *count > 0).then_some(own.1 > 0)
}

/// How many letters a text has of each script, by a language in it.
fn letters(text: &str) -> [(Language, usize); 4] {
    let mut scripts = [(Language::Ar, 0), (Language::Ru, 0), (Language::Zh, 0), (Language::En, 0)];
    for letter in text.chars() {
        // Unicode is not asked about characters in stretches that have letters only: it takes long to answer.
        let script = match letter {
            'A'..='Z' | 'a'..='z' | '\u{C0}'..='\u{D6}' | '\u{D8}'..='\u{F6}' | '\u{F8}'..='\u{24F}' => 3,
            '\u{400}'..='\u{481}' | '\u{48A}'..='\u{52F}' => 1,
            '\u{620}'..='\u{64A}' => 0,
            '\u{600}'..='\u{6FF}' | '\u{750}'..='\u{77F}' if letter.is_alphabetic() => 0,
            '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' => 2,
            _ => continue,
        };
        if let Some((_, count)) = scripts.get_mut(script) {
            *count += 1;
        }
    }
    scripts
}

/// The language of some words, if it shows: by their letters, or, where these are Latin, by the commonest words.
pub(super) fn language_of(text: &str) -> Option<Language> {
    let scripts = letters(text);
    let all: usize = scripts.iter().map(|(_, count)| count).sum();
    // Names and links in Latin letters are in texts of every script.
    let script =
        scripts.iter().find(|(_, count)| *count * 2 > all && *count >= FEWEST).map(|(language, _)| *language)?;
    if script != Language::En {
        return Some(script);
    }
    let words: Vec<String> = text.split(|c: char| !c.is_alphabetic()).map(str::to_lowercase).collect();
    let count = |common: &[&str]| words.iter().filter(|word| common.contains(&word.as_str())).count();
    let mut counts = COMMON.map(|(language, common)| (count(&common), language));
    counts.sort_unstable_by_key(|(count, _)| *count);
    let [.., (second, _), (first, language)] = counts;
    (first >= FEWEST && first >= CLEARLY * second).then_some(language)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_shows_by_letters_or_by_common_words() {
        for (text, language) in [
            ("The Office held a course for the staff of two ports, with the help of partners.", Some(Language::En)),
            (
                "Le Bureau a donné un cours pour le personnel de deux ports, avec des partenaires et des experts.",
                Some(Language::Fr),
            ),
            (
                "La Oficina impartió un curso para el personal de los puertos del país, con el apoyo de los asociados.",
                Some(Language::Es),
            ),
            ("Управление провело курс в порту Mombasa.", Some(Language::Ru)),
            ("نظم المكتب دورة تدريبية في ميناء Mombasa.", Some(Language::Ar)),
            ("办公室在蒙巴萨港举办了培训班。", Some(Language::Zh)),
            ("CT TECH+", None),
            ("2025", None),
            ("Rabat, Doha, Nairobi, Budapest, Madrid", None),
        ] {
            assert_eq!(language_of(text), language, "{text}");
        }
    }
}
