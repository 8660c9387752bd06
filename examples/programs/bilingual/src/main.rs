//! A briefing that no folder holds: office, ledger and month are made in code, and printed in French and in Arabic.
//!
//! ```sh
//! cargo run --manifest-path examples/programs/Cargo.toml -p bilingual        writes two PDF files
//! ```

use std::error::Error;

use briefing::model::{
    Event, Ledger, LedgerEntry, MonthPlan, MultiYear, Name, Office, OfficeData, Placement, Pledge, Translation, Unit,
    UnitKind, Units,
};
use briefing::{Briefing, Edition, FinishedFile, Language, Pictures, PrintablePicture};

fn main() -> Result<(), Box<dyn Error>> {
    for file in files()? {
        std::fs::write(&file.name, &file.bytes)?;
        println!("wrote {}", file.name);
    }
    Ok(())
}

fn files() -> Result<Vec<FinishedFile>, Box<dyn Error>> {
    let lens = PrintablePicture::read(include_bytes!("../../../unoct/2025-04/circuit.png"))?;
    let briefing = briefing(&lens)?;
    let pictures = Pictures::from([(lens.digest, lens.bytes)]);
    [french()?, arabic()?]
        .iter()
        .map(|texts| {
            // Names know their languages themselves; the texts of items are the translators'.
            let edition = Edition::new(briefing.translated(texts), texts.language);
            // The edition goes into the file, and the pages are read again before it is handed over.
            Ok(edition.render(&pictures)?)
        })
        .collect()
}

fn briefing(lens: &PrintablePicture) -> Result<Briefing, Box<dyn Error>> {
    let name = Name::new("Office for Lighthouses")?
        .with(Language::Fr, "Bureau des phares")?
        .with(Language::Ar, "مكتب المنارات")?;
    let mut data = OfficeData::new("phares".parse()?, name);
    let centre = Name::new("Centre for Lenses")?
        .with(Language::Fr, "Centre des lentilles")?
        .with(Language::Ar, "مركز العدسات")?;
    data.units = Units::new(vec![Unit::new("centre".parse()?, centre, UnitKind::Centre)]);
    data.about = vec!["The **Office** keeps lights burning.".parse()?];
    // The office says once by what rules its money counts; the ledger is made with its settings.
    data.ledger.currency = "EUR".parse()?;
    data.ledger.multi_year = MultiYear::AsDue;
    let office = Office::new(data)?;

    let pledge = Pledge::new("FRA".parse()?, "EUR 250000".parse()?);
    let entry = LedgerEntry::new("2025-FRA".parse()?, "2025-04-10".parse()?, "2025-04-28".parse()?, pledge);
    let ledger = Ledger::new(office.ledger_settings(), vec![entry])?;

    let mut plan = MonthPlan::new("2025-04".parse()?);
    let mut event = Event::new(
        "lens".parse()?,
        Placement::Unit("centre".parse()?),
        "2025-04-29".parse()?,
        "A **new lens** was lit, for which {month.pledged} had been pledged.".parse()?,
    );
    event.picture = Some(lens.picture("circuit.png", "Blue tiles crossed by lines, one of them amber".parse()?));
    plan.events.push(event);
    Ok(Briefing::compile(&office, &ledger, &plan)?)
}

fn french() -> Result<Translation, Box<dyn Error>> {
    let mut texts = Translation::new(Language::Fr);
    texts.insert("office.about.1".parse()?, "Le **Bureau** entretient les feux.".parse()?);
    let lens = "Une **nouvelle lentille** a été allumée, pour laquelle {month.pledged} avaient été annoncés.";
    texts.insert("lens.text".parse()?, lens.parse()?);
    texts.insert("lens.alt".parse()?, "Des carreaux bleus traversés de lignes, dont une ambrée".parse()?);
    Ok(texts)
}

fn arabic() -> Result<Translation, Box<dyn Error>> {
    let mut texts = Translation::new(Language::Ar);
    texts.insert("office.about.1".parse()?, "يُبقي **المكتب** الأضواء مشتعلة.".parse()?);
    let lens = "أُضيئت **عدسة جديدة** جرى التعهد لها بمبلغ {month.pledged}.";
    texts.insert("lens.text".parse()?, lens.parse()?);
    texts.insert("lens.alt".parse()?, "بلاط أزرق تعبره خطوط، أحدها كهرماني".parse()?);
    Ok(texts)
}

#[cfg(test)]
mod tests {
    use super::*;
    use briefing::Verdict;
    use briefing::model::LedgerSettings;

    #[test]
    fn both_files_are_consistent_with_their_data() -> Result<(), Box<dyn Error>> {
        let files = files()?;
        let names: Vec<&str> = files.iter().map(|file| file.name.as_str()).collect();
        assert_eq!(names, ["phares-2025-04-fr.pdf", "phares-2025-04-ar.pdf"]);
        for file in &files {
            let found = briefing::verify(&file.bytes)?;
            assert_eq!(found.verdict, Verdict::Consistent, "{}", file.name);
            assert_eq!(found.edition.map(|edition| edition.pictures().len()), Some(1), "the picture is in it");
        }
        Ok(())
    }

    #[test]
    fn a_ledger_by_other_rules_makes_no_briefing() -> Result<(), Box<dyn Error>> {
        let mut data = OfficeData::new("phares".parse()?, Name::new("Office for Lighthouses")?);
        data.ledger.currency = "EUR".parse()?;
        let office = Office::new(data)?;
        let ledger = Ledger::new(LedgerSettings::default(), Vec::new())?;
        let error = Briefing::compile(&office, &ledger, &MonthPlan::new("2025-04".parse()?)).err();
        let codes: Vec<&str> = error.iter().flat_map(|error| &error.faults).map(|fault| fault.code.as_str()).collect();
        assert_eq!(codes, ["M0114"]);
        Ok(())
    }
}
