//! Months and languages as people write them; what is not valid is answered with what to write instead.

use std::path::Path;

use briefing::Language;
use briefing::model::{Day, Month, date_advice};
use briefing::office::language_meant;

/// A month, or what to write instead.
pub(crate) fn month(text: &str) -> Result<Month, String> {
    text.parse::<Month>().map_err(|error| match month_meant(text) {
        Some(month) => format!("`{text}` is not a month: write `{month}`"),
        None if Path::new(text).join("office.toml").is_file() => {
            format!("`{text}` is an office's folder: name it first, and the month after it")
        }
        None => error.to_string(),
    })
}

/// Whether an invalid month was meant as one.
pub(crate) fn may_be_month(text: &str) -> bool {
    month_meant(text).is_some()
}

/// A month, for a command that takes only one.
pub(crate) fn one_month(text: &str) -> Result<Month, String> {
    if text.contains("..") {
        return Err(format!("`{text}` names several months: this command takes one at a time"));
    }
    month(text)
}

/// A language, or what to write instead.
pub(crate) fn language(text: &str) -> Result<Language, String> {
    text.trim().parse::<Language>().map_err(|error| match (text.trim(), language_meant(text)) {
        ("", _) => "a language is missing: write codes with a comma between them, as in `en,fr`".to_owned(),
        (text, Some(language)) => format!("`{text}` is not the code of a language: write `{language}`"),
        (_, None) => error.to_string(),
    })
}

/// The month meant by a name and a year in any order, by one of its days, or by its folder.
fn month_meant(text: &str) -> Option<Month> {
    let text = text.trim_end_matches(['/', '\\']);
    let last = text.rsplit(['/', '\\']).next().unwrap_or(text);
    let advised = |text: &str| {
        let written = date_advice(text)?.write("")?;
        written.parse().ok().or_else(|| written.parse::<Day>().ok().map(Day::month))
    };
    let in_numbers = |text: &str| {
        let parts: Vec<&str> = text.split(['-', '/', '.', '_', ' ']).filter(|part| !part.is_empty()).collect();
        let (year, month) = match parts.as_slice() {
            [year, month] if year.len() == 4 => (*year, *month),
            [month, year] if year.len() == 4 => (*year, *month),
            [both] if both.len() == 6 => both.split_at_checked(4)?,
            _ => return None,
        };
        Month::new(year.parse().ok()?, month.parse().ok()?).ok()
    };
    let day = |text: &str| text.parse::<Day>().ok().map(Day::month);
    in_numbers(text).or_else(|| last.parse().ok()).or_else(|| day(text)).or_else(|| advised(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_write_for_a_month_is_answered_with_the_month() {
        for text in [
            "May 2025",
            "2025/05",
            "2025-5",
            "05-2025",
            "05/2025",
            "202505",
            "2025-05/",
            "o/2025-05",
            "2025-05-01",
            "2025 May",
            "mai 2025",
        ] {
            assert_eq!(month(text), Err(format!("`{text}` is not a month: write `2025-05`")));
        }
        assert_eq!(month("2025-05"), Ok("2025-05".parse().unwrap()));
        for text in ["o", "", "2025", "mai", "2025-13", "é"] {
            assert!(month(text).unwrap_err().contains("is not a month: write year and month as in 2025-04"), "{text}");
        }
    }

    #[test]
    fn what_people_write_for_a_language_is_answered_with_its_code() {
        for text in ["FR", "fr-FR", "French", "français", "fra"] {
            assert!(language(text).unwrap_err().ends_with(": write `fr`"), "{text}");
        }
        assert_eq!(language("fr"), Ok(Language::Fr));
        assert_eq!(language(" fr"), Ok(Language::Fr), "behind a comma");
        assert_eq!(language("cn").unwrap_err(), "`cn` is not the code of a language: write `zh`");
        assert!(language("de").unwrap_err().contains("is not an official language"));
        assert!(language("").unwrap_err().starts_with("a language is missing"));
    }
}
