//! Spelling as the United Nations has it: British, with -ize, and programme.

use super::Finding;
use super::prose::{Prose, words};
use crate::diagnostic::Code;

/// Beginnings of words whose `-is-` is `-iz-`: what follows is e, ed, es, ing, er, ers, ation, ations or ational.
const IZE: [&str; 62] = [
    "organ",
    "recogn",
    "real",
    "emphas",
    "util",
    "mobil",
    "special",
    "priorit",
    "summar",
    "final",
    "standard",
    "harmon",
    "modern",
    "criminal",
    "radical",
    "stabil",
    "digital",
    "author",
    "character",
    "minim",
    "maxim",
    "optim",
    "central",
    "decentral",
    "national",
    "international",
    "institutional",
    "operational",
    "victim",
    "stigmat",
    "sensit",
    "general",
    "normal",
    "neutral",
    "visual",
    "symbol",
    "synchron",
    "categor",
    "computer",
    "capital",
    "formal",
    "global",
    "marginal",
    "material",
    "memor",
    "monet",
    "polar",
    "popular",
    "privat",
    "rational",
    "revital",
    "scrutin",
    "social",
    "terror",
    "urban",
    "weapon",
    "civil",
    "crystall",
    "econom",
    "legal",
    "jeopard",
    "familiar",
];

const ENDINGS: [&str; 9] = ["e", "ed", "es", "ing", "er", "ers", "ation", "ations", "ational"];

/// American or older spellings, and what is written.
const WORDS: [(&str, &str); 36] = [
    ("program", "programme"),
    ("programs", "programmes"),
    ("center", "centre"),
    ("centers", "centres"),
    ("centered", "centred"),
    ("labor", "labour"),
    ("behavior", "behaviour"),
    ("behaviors", "behaviours"),
    ("honor", "honour"),
    ("honored", "honoured"),
    ("color", "colour"),
    ("neighbor", "neighbour"),
    ("neighbors", "neighbours"),
    ("neighboring", "neighbouring"),
    ("favor", "favour"),
    ("endeavor", "endeavour"),
    ("endeavors", "endeavours"),
    ("defense", "defence"),
    ("offense", "offence"),
    ("analyze", "analyse"),
    ("analyzed", "analysed"),
    ("analyzing", "analysing"),
    ("traveled", "travelled"),
    ("traveling", "travelling"),
    ("traveler", "traveller"),
    ("travelers", "travellers"),
    ("counseling", "counselling"),
    ("fulfill", "fulfil"),
    ("fulfillment", "fulfilment"),
    ("enrollment", "enrolment"),
    ("theater", "theatre"),
    ("catalog", "catalogue"),
    ("cooperation", "cooperation"),
    ("judgement", "judgment"),
    ("licence", "licence"),
    ("skillful", "skilful"),
];

pub(super) fn of_text(prose: &Prose) -> Vec<Finding> {
    let mut found = Vec::new();
    for sentence in prose.sentences() {
        for (index, (stretch, word)) in words(prose.text(), sentence).into_iter().enumerate() {
            // A capital within a sentence begins a name, which is spelt as its owner spells it.
            let named = index > 0 && word.chars().next().is_some_and(char::is_uppercase);
            let parts = word.split('-').map(|part| house(&part.to_lowercase()).map(|written| (part, written)));
            let Some((part, written)) = parts.flatten().next().filter(|_| !named) else { continue };
            let written =
                if part.chars().next().is_some_and(char::is_uppercase) { capitalized(&written) } else { written };
            let message = format!("`{part}` is spelt otherwise in the United Nations");
            found.push(Finding::new(Code::StyleSpelling, stretch, message, format!("write `{written}`")));
        }
    }
    found
}

/// How a word is spelt, if otherwise.
fn house(word: &str) -> Option<String> {
    if let Some((_, written)) = WORDS.iter().find(|(other, written)| *other == word && other != written) {
        return Some((*written).to_owned());
    }
    let word = word.strip_suffix("'s").or(word.strip_suffix("’s")).unwrap_or(word);
    let (prefix, stem) = ["re", "de", "dis", "un", "over", "counter"]
        .into_iter()
        .find_map(|prefix| Some((prefix, word.strip_prefix(prefix)?)).filter(|(_, stem)| is_ise(stem).is_some()))
        .unwrap_or(("", word));
    is_ise(stem).map(|(stem, ending)| format!("{prefix}{stem}iz{ending}"))
}

fn is_ise(word: &str) -> Option<(&str, &str)> {
    ENDINGS.iter().find_map(|ending| {
        let stem = word.strip_suffix(ending)?.strip_suffix("is")?;
        IZE.contains(&stem).then_some((stem, *ending))
    })
}

fn capitalized(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_spelt_as_the_house_has_them() {
        for (word, wanted) in [
            ("organised", Some("organized")),
            ("organisation", Some("organization")),
            ("reorganising", Some("reorganizing")),
            ("emphasise", Some("emphasize")),
            ("program", Some("programme")),
            ("prioritise", Some("prioritize")),
            ("realistic", None),
            ("exercise", None),
            ("revise", None),
            ("promise", None),
            ("emphasis", None),
            ("specialist", None),
            ("expertise", None),
            ("compromised", None),
            ("supervise", None),
            ("analyse", None),
            ("terrorism", None),
        ] {
            assert_eq!(house(word).as_deref(), wanted, "{word}");
        }
    }
}
