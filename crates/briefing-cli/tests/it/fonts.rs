//! Fonts that an office brings along.

use crate::common::Desk;

/// An office whose one text has a character that none of the program's own fonts has.
fn desk(font: &[u8]) -> Desk {
    let desk = Desk::empty();
    let office =
        "[office]\nid = 'frost'\nname = 'Office'\nsections = ['leadership']\n\n[theme]\nfonts = ['fonts/rare.ttf']\n";
    desk.write("office/office.toml", office);
    desk.write("office/fonts/rare.ttf", font);
    let item =
        "[[item]]\nid = 'visit'\nsection = 'leadership'\nwhen = 2025-04-28\ntext = 'A visit of ☃ to the office.'\n";
    desk.write("office/2025-04/briefing.toml", item);
    desk
}

#[test]
fn a_rare_character_is_taken_from_a_font_of_the_office() {
    let desk = desk(include_bytes!("fonts/snowman.ttf"));
    assert_eq!(desk.say("check office"), "status 0\n-- stdout\nno faults in 1 month");
    assert_eq!(desk.say("render office 2025-04 -o april.pdf"), "status 0\n-- stdout\nwrote april.pdf (1 page)");

    // The file carries the font, and is made again without the folder.
    assert_eq!(
        desk.say("verify april.pdf"),
        "status 0\n-- stdout\nconsistent\n  its pages show its data; who made it is for signatures to say"
    );
    let edition = desk.run(["extract", "april.pdf"]).stdout;
    desk.write("edition.json", edition);
    assert_eq!(desk.say("render --from edition.json -o again.pdf"), "status 0\n-- stdout\nwrote again.pdf (1 page)");
    assert!(desk.read("again.pdf") == desk.read("april.pdf"));
}

#[test]
fn a_font_that_may_not_be_passed_on_stays_out_of_the_file() {
    let desk = desk(include_bytes!("fonts/printable.ttf"));
    assert_eq!(desk.say("render office 2025-04 -o april.pdf"), "status 0\n-- stdout\nwrote april.pdf (1 page)");
    insta::assert_snapshot!(desk.say("verify april.pdf"));
}
