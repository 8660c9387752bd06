//! A month of an office as a finished file, in the language asked for.
//!
//! ```sh
//! cargo run -p briefing-examples --example render -- examples/unoct 2025-04 fr
//! ```

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a program that shows something prints it")]

use std::error::Error;

use briefing::Folder;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [office, month, language] = arguments.as_slice() else {
        return Err("usage: render OFFICE MONTH LANGUAGE".into());
    };

    let folder = Folder::open(office)?;
    let file = folder.render(month.parse()?, language.parse::<briefing::Language>()?)?;
    eprint!("{}", file.warnings);
    std::fs::write(&file.name, &file.bytes)?;
    println!("wrote {}", file.name);
    Ok(())
}

#[test]
fn what_it_writes_is_consistent_with_its_data() {
    let office = concat!(env!("CARGO_MANIFEST_DIR"), "/unoct");
    let file = Folder::open(office).unwrap().render("2025-04".parse().unwrap(), briefing::Language::Fr).unwrap();
    assert_eq!(file.name, "unoct-2025-04-fr.pdf");
    assert_eq!(briefing::verify(&file.bytes).unwrap().verdict, briefing::Verdict::Consistent);
}
