//! Fonts that an office brings along: those that cannot be printed with are errors at their line.

use crate::common::{OFFICE, folder};
use briefing_office::{check_folder, read_office};

#[test]
fn a_broken_font_is_an_error_at_its_line() {
    for (font, word) in [
        (&include_bytes!("../data/fonts/broken-loca.ttf")[..], "outlines"),
        (include_bytes!("../data/fonts/no-scale.ttf"), "no scale"),
    ] {
        let office = OFFICE.replace("[theme]", "[theme]\nfonts = [\"fonts/rare.ttf\"]");
        let files = folder().with("office.toml", office).with("fonts/rare.ttf", font);
        let said = check_folder(&files).into_parts().1.to_string();
        assert!(said.contains("`fonts/rare.ttf` is damaged") && said.contains(word), "{said}");
        assert!(said.starts_with("error[P0412]") && said.contains("office.toml:14:10"), "{said}");
        assert_eq!(read_office(&files).into_parts().1.to_string(), said);
    }
}
