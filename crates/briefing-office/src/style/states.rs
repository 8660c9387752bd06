//! Names of States as the United Nations has them.

use super::Finding;
use super::prose::Prose;
use crate::diagnostic::Code;

/// What is written, what is meant, and the words around it that make it right.
const NAMES: [(&str, &str, &[&str]); 34] = [
    ("Russia", "Russian Federation", &[]),
    ("Holland", "Netherlands", &[]),
    ("UK", "United Kingdom", &[]),
    ("U.K.", "United Kingdom", &[]),
    ("Great Britain", "United Kingdom", &["United Kingdom of Great Britain"]),
    ("England", "United Kingdom", &["Bank of England", "New England"]),
    ("USA", "United States", &[]),
    ("U.S.", "United States", &[]),
    ("U.S.A.", "United States", &[]),
    ("Turkey", "Türkiye", &[]),
    ("Ivory Coast", "Côte d’Ivoire", &[]),
    ("Czech Republic", "Czechia", &["the Czech Republic's formal"]),
    ("South Korea", "Republic of Korea", &[]),
    ("North Korea", "Democratic People’s Republic of Korea", &[]),
    ("Swaziland", "Eswatini", &[]),
    ("Burma", "Myanmar", &[]),
    ("Cape Verde", "Cabo Verde", &[]),
    ("East Timor", "Timor-Leste", &[]),
    ("Laos", "Lao People’s Democratic Republic", &[]),
    ("Vietnam", "Viet Nam", &[]),
    ("Syria", "Syrian Arab Republic", &[]),
    ("Iran", "Iran (Islamic Republic of)", &["Islamic Republic of Iran", "Iran (Islamic Republic of)"]),
    (
        "Bolivia",
        "Plurinational State of Bolivia",
        &["Plurinational State of Bolivia", "Bolivia (Plurinational State of)"],
    ),
    (
        "Venezuela",
        "Bolivarian Republic of Venezuela",
        &["Bolivarian Republic of Venezuela", "Venezuela (Bolivarian Republic of)"],
    ),
    ("Tanzania", "United Republic of Tanzania", &["United Republic of Tanzania"]),
    ("Moldova", "Republic of Moldova", &["Republic of Moldova"]),
    ("Macedonia", "North Macedonia", &["North Macedonia"]),
    (
        "Micronesia",
        "Micronesia (Federated States of)",
        &["Federated States of Micronesia", "Micronesia (Federated States of)"],
    ),
    ("Brunei", "Brunei Darussalam", &["Brunei Darussalam"]),
    ("Palestine", "State of Palestine", &["State of Palestine"]),
    ("Vatican", "Holy See", &["Vatican City State"]),
    ("DRC", "Democratic Republic of the Congo", &[]),
    ("UAE", "United Arab Emirates", &[]),
    ("Byelorussia", "Belarus", &[]),
];

pub(super) fn of_text(prose: &Prose) -> Vec<Finding> {
    let text = prose.text();
    let mut found = Vec::new();
    for (written, meant, right) in NAMES {
        for (at, name) in text.match_indices(written) {
            let stretch = at..at + name.len();
            let letter = |c: char| c.is_alphanumeric() || c == '-';
            let whole = text.get(..at).and_then(|before| before.chars().next_back()).is_none_or(|c| !letter(c))
                && text.get(stretch.end..).and_then(|behind| behind.chars().next()).is_none_or(|c| !letter(c));
            let is_right = right.iter().any(|right| {
                text.match_indices(right).any(|(start, found)| start <= at && stretch.end <= start + found.len())
            });
            if whole && !is_right {
                let message = format!("`{written}` is not the name that the United Nations uses");
                found.push(Finding::new(Code::StyleState, stretch, message, format!("write `{meant}`")));
                break;
            }
        }
    }
    found
}
