//! Files of translations for the folder, nothing wrong with them; tests change them in one place.

pub(crate) const OFFICE_FR: &str = r#"# Written by a translator.
[office.about.1]
source = "The Office has {units.centre.board.members} members on a board."
text = "Le Bureau compte {units.centre.board.members} membres au sein d’un conseil."

[unit.centre.name]
source = "Counter-Terrorism Centre"
text = "Centre de lutte contre le terrorisme"
"#;

pub(crate) const MONTH_FR: &str = r#"[meeting.text]
source = "The Office **met** in [Madrid](https://www.example.org)."
text = "Le Bureau **s’est réuni** à [Madrid](https://www.example.org)."

[meeting.alt]
source = "A globe"
text = "Un globe"

[meeting.caption]
source = "The *globe*"
text = "Le *globe*"

[meeting.credit]
source = "The Office"
text = "Le Bureau"

[course.text]
source = """A course \
  was held."""
text = "Un cours a été donné."
"#;
