//! Whole documents: what one small briefing says in each language, and what holds of any.
use briefing_document::{
    Block, ComposeError, Composer, Composition, DocumentFault, EventItem, Inline, ItemHeading, KeyFigure, Warning,
    compose,
};
use briefing_model::{
    Briefing, Compared, EventMode, ItemDetail, ItemPlace, Knowledge, Language, MovementKind, MovementSum,
    MovementTotal, Named, Origin, SectionKind, SinceLastIssue, State,
};

fn briefing() -> Briefing {
    serde_json::from_str(include_str!("../data/small.json")).expect("the briefing reads")
}

fn composed(language: Language) -> Composition {
    compose(&briefing(), language).expect("the briefing composes")
}

#[test]
fn the_english_document() {
    insta::assert_snapshot!(composed(Language::En).document.outline());
}

#[test]
fn the_same_document_in_the_other_languages() {
    for language in [Language::Fr, Language::Es, Language::Ru, Language::Zh, Language::Ar] {
        let document = composed(language).document;
        insta::assert_snapshot!(format!("document-{language}"), document.outline());
    }
}

#[test]
fn every_document_keeps_what_is_promised_of_it() {
    for language in Language::ALL {
        assert_eq!(composed(language).document.check(), Ok(()), "{language}");
        let translated = Composer::new(language).compose(&briefing()).expect("it composes");
        assert_eq!(translated.document.check(), Ok(()), "{language}");
    }
}

#[test]
fn a_mark_of_an_unknown_note_is_a_fault_in_every_line_of_an_item() {
    let document = composed(Language::En).document;
    let mark = Inline::NoteReference { note: "nowhere".to_owned(), mark: "*".to_owned() };
    let is_item = |block: &Block| matches!(block, Block::Event(_));
    let (section, at) = (document.sections.iter().enumerate())
        .find_map(|(section, of)| Some((section, of.blocks.iter().position(is_item)?)))
        .expect("it has an item");
    let faults = |change: fn(&mut EventItem, Inline)| {
        let mut changed = document.clone();
        if let Block::Event(item) = &mut changed.sections[section].blocks[at] {
            change(item, mark.clone());
        }
        changed.check()
    };
    let unknown =
        DocumentFault::UnknownNote { section: document.sections[section].anchor.clone(), note: "nowhere".to_owned() };
    let of_heading = faults(|item, mark| {
        item.heading = Some(ItemHeading { level: 3, text: vec![Inline::Text("Heading".into()), mark] });
    });
    assert_eq!(of_heading, Err(vec![unknown.clone()]));
    assert_eq!(faults(|item, mark| item.text.push(mark)), Err(vec![unknown.clone()]));
    assert_eq!(faults(|item, mark| item.details.get_or_insert_default().push(mark)), Err(vec![unknown]));
}

#[test]
fn a_name_that_is_not_known_is_printed_in_english_and_reported_once() {
    let composition = composed(Language::Zh);
    let missing = |name: &str| Warning::NameInEnglish {
        name: name.to_owned(),
        language: Language::Zh,
        origin: Origin::default(),
    };
    assert_eq!(
        composition.warnings.iter().filter(|warning| **warning == missing("Human Rights and Gender Section")).count(),
        1
    );
    let place = "paragraph 1 about the office".to_owned();
    let text =
        Warning::TextUntranslated { place, text: Language::En, language: Language::Zh, origin: Origin::default() };
    assert!(composition.warnings.contains(&text));
    assert!(composition.document.outline().contains("### [Human Rights and Gender Section]{lang=en}"));
    assert!(!composition.warnings.contains(&missing("Germany")), "Germany is known");
    assert_eq!(composed(Language::En).warnings, []);
}

#[test]
fn texts_in_the_language_of_the_document_are_not_marked() {
    let document = Composer::new(Language::Fr).compose(&briefing()).expect("it composes").document;
    assert!(document.outline().contains("  paragraph: Huit working groups"), "facts follow the language of the text");
    assert!(!document.outline().contains("lang=fr"));
    let Some(Block::Event(event)) =
        document.sections.iter().find(|s| s.anchor == "leadership").and_then(|s| s.blocks.get(1))
    else {
        panic!("the second item is an event");
    };
    assert_eq!(event.text, [Inline::Text("A course began.".into())]);
}

#[test]
fn an_acronym_is_explained_where_it_first_occurs() {
    let outline = composed(Language::En).document.outline();
    assert_eq!(outline.matches("UNOCT<").count(), 1);
    assert_eq!(outline.matches("UNCCT<").count(), 1);
    assert!(outline.contains("under the roof of UNOCT<United Nations Office of Counter-Terrorism>"));
}

#[test]
fn the_foot_and_the_chart_have_an_acronym_where_the_language_has_one() {
    for language in Language::ALL {
        let (own, document) = (briefing().office.acronym.expect("an acronym"), composed(language).document);
        let own = own.get(language);
        assert_eq!(Some(document.running.foot_mark.as_str()).filter(|mark| !mark.is_empty()), own, "{language}");
        let mut blocks = document.sections.iter().flat_map(|section| &section.blocks);
        let chart = blocks.find_map(|block| if let Block::Organization(chart) = block { Some(chart) } else { None });
        let mark = chart.expect("a chart").head.mark.as_ref();
        assert_eq!(mark.map(briefing_document::Words::as_str), own, "{language}");
    }
    assert_eq!(composed(Language::Es).document.running.foot_mark.as_str(), "");
}

#[test]
fn a_fact_that_the_briefing_lacks_is_an_error_that_says_where() {
    let mut briefing = briefing();
    briefing.facts.remove(&"standing.received".parse().expect("a name"));
    let error = compose(&briefing, Language::En).expect_err("a fact is missing");
    assert!(matches!(error, ComposeError::UnknownFact { .. }));
    assert_eq!(
        error.to_string(),
        "the disclaimer uses the fact `standing.received`, which the briefing does not hold: compile the month again"
    );
}

#[test]
fn sections_and_blocks_without_content_are_left_out() {
    let mut briefing = briefing();
    briefing.about = vec!["".parse().expect("a text")];
    briefing.highlights.clear();
    briefing.capacity_building.clear();
    briefing.movements = Default::default();
    briefing.structure = None;
    briefing.contributions = None;
    briefing.strategy.clear();
    let document = compose(&briefing, Language::En).expect("it composes").document;
    let anchors: Vec<&str> = document.sections.iter().map(|section| section.anchor.as_str()).collect();
    assert_eq!(anchors, ["mandate", "leadership"]);
    assert_eq!(document.check(), Ok(()));
}

#[test]
fn rounded_parts_that_do_not_add_up_are_noted() {
    let rounding = |briefing: &Briefing| {
        compose(briefing, Language::En).expect("it composes").document.plain_text().contains("Because of rounding")
    };
    let mut briefing = briefing();
    // 110 + 0.87312 + 0.5 exact, and 290.6 rounded, are not 402.
    assert!(rounding(&briefing));

    let contributions = briefing.contributions.as_mut().expect("there are contributions");
    contributions.contributors.truncate(1);
    let others = contributions.others.as_mut().expect("there are others");
    others.pledged = Knowledge::Known("USD 292000000".parse().expect("an amount"));
    others.received = Knowledge::Known("USD 244000000".parse().expect("an amount"));
    assert!(!rounding(&briefing));
}

#[test]
fn pledges_in_several_currencies_name_each() {
    let mut briefing = briefing();
    briefing.movements.lines.remove(1);
    let line = briefing.movements.lines.last_mut().expect("there are pledges");
    line.amount = Some("EUR 50000".parse().expect("an amount"));
    let total = |amount: &str| MovementTotal {
        sum: MovementSum::Pledged,
        amount: amount.parse().expect("an amount"),
        net: false,
    };
    briefing.movements.totals = vec![total("EUR 50000"), total("USD 92615")];
    let outline = compose(&briefing, Language::En).expect("it composes").document.outline();
    assert!(outline.contains("| Amount (End)\n"));
    assert!(outline.contains("Germany | IBSM Programme | $92,615\n"));
    assert!(outline.contains("= Total recorded in April | EUR\u{a0}50,000\n"));
    assert!(outline.contains("= Total recorded in April | $92,615\n"));
}

#[test]
fn what_was_recorded_is_not_called_what_it_is_not() {
    let mut briefing = briefing();
    let lines = &mut briefing.movements.lines;
    lines[0].kind = MovementKind::Withdrawal;
    lines[1].kind = MovementKind::PaidBack;
    let said = |briefing: &Briefing, language| {
        let outline = compose(briefing, language).expect("it composes").document.outline();
        let section = outline.split("\n## ").find(|section| section.contains("#recent-pledges")).expect("the section");
        section.lines().skip(1).take(2).map(str::trim).collect::<Vec<_>>().join("\n").replace('\u{a0}', " ")
    };
    insta::assert_snapshot!(Language::ALL.map(|language| said(&briefing, language)).join("\n"), @r"
    paragraph: فيما يلي ما سجل في نيسان/أبريل 2025:
    table: ما سجل في نيسان/أبريل 2025 بحسب الجهة المساهمة: الغرض والمبلغ
    paragraph: 2025年4月记录如下：
    table: 2025年4月的记录，按捐助方列出用途和金额
    paragraph: In April, the following was recorded:
    table: What was recorded in April 2025, by contributor, with purpose and amount
    paragraph: Mouvements enregistrés en avril 2025 :
    table: Mouvements par contributeur, avril 2025 : objet et montant
    paragraph: За апрель 2025 года зарегистрировано следующее:
    table: Зарегистрировано за апрель 2025 года по донорам: цель и сумма
    paragraph: Movimientos registrados en abril de 2025:
    table: Movimientos por contribuyente, abril de 2025: finalidad e importe
    ");
}

#[test]
fn what_was_taken_back_is_not_called_pledged() {
    let mut briefing = briefing();
    let contributions = briefing.contributions.as_mut().expect("there are contributions");
    let (value, on) = ("USD 402000000".parse().expect("an amount"), "2025-01-31".parse().expect("a day"));
    contributions.pledged = Knowledge::Stated {
        value,
        on,
        period: None,
        rounded_to: None,
        entry: "S-1".parse().expect("an id"),
        documented: None,
    };
    let total = |sum, amount: &str| MovementTotal { sum, amount: amount.parse().expect("an amount"), net: false };
    contributions.pledged_since =
        vec![total(MovementSum::PledgedYearly, "EUR -100000"), total(MovementSum::Pledged, "USD 50000")];
    let said = |language| {
        let text = compose(&briefing, language).expect("it composes").document.plain_text();
        let line = text.lines().find(|line| line.contains("100") && line.contains("50")).map(str::to_owned);
        line.expect("the sentence")
    };
    insta::assert_snapshot!(Language::ALL.map(said).join("\n"), @r"
    مجموع التبرعات المعلنة في 31 كانون الثاني/يناير 2025: 402 مليون دولار. الموثق منذ ذلك الحين: صافي التغير في التبرعات غير المحددة المدة: −100 000 يورو لكل سنة؛ المبلغ المعلن: 50 000 دولار.
    截至2025年1月31日，认捐总额为4.02亿美元。此后有据可查的款项：无期限认捐净变动每年−100 000欧元；认捐50 000美元。
    On 31 January 2025, pledges amounted to $402 million. Documented since then: a net change of EUR −100,000 a year in pledges without an end; $50,000 pledged.
    Contributions annoncées au 31 janvier 2025 : 402 millions de dollars. Attesté depuis lors : variation nette des annonces sans terme : −100 000 euros par an ; montant annoncé : 50 000 dollars.
    Объявлено по состоянию на 31 января 2025 года: 402 млн долл. США. Документально подтверждено с того времени: чистое изменение бессрочных взносов: −100 000 евро в год; объявлено 50 000 долл. США.
    Contribuciones prometidas al 31 de enero de 2025: 402 millones de dólares. Documentado desde entonces: variación neta de las promesas sin plazo: −100 000 euros por año; importe prometido: 50 000 dólares.
    ");
    // A total of nothing is not that nothing was pledged: of pledges that came and went, nothing is said.
    let mut said = |since: Vec<MovementTotal>| {
        briefing.contributions.as_mut().expect("contributions").pledged_since = since;
        let text = compose(&briefing, Language::En).expect("it composes").document.plain_text();
        (text.contains("No further pledge"), text.contains("Documented since"))
    };
    assert_eq!(said(Vec::new()), (true, false));
    assert_eq!(said(vec![total(MovementSum::Pledged, "USD 0")]), (false, false));
    // Where something was taken off, the amount is not all that was pledged.
    let contributions = briefing.contributions.as_mut().expect("contributions");
    contributions.pledged_since = vec![MovementTotal { net: true, ..total(MovementSum::Pledged, "USD 70000") }];
    let text = compose(&briefing, Language::En).expect("it composes").document.plain_text();
    assert!(text.contains("Documented since then: a net change of $70,000 in pledges."), "{text}");
}

#[test]
fn an_issue_begins_with_its_lead_and_ends_with_how_readers_reach_the_office() {
    let mut briefing = briefing();
    let lead = briefing.leadership.first_mut().expect("an item");
    lead.title = Some(briefing_model::Name::new("A lead").expect("a name"));
    briefing.lead = Some(lead.id.clone());
    briefing.colophon.email = Some("mailto:desk@example.org".parse().expect("an address"));
    briefing.colophon.web = Some("https://www.example.org/".parse().expect("an address"));
    briefing.next_issue = Some("2025-06-03".parse().expect("a day"));
    let ends = |language| {
        let document = compose(&briefing, language).expect("it composes").document;
        assert_eq!(document.check(), Ok(()), "{language}");
        let outline = document.outline();
        let heading = outline.lines().find(|line| line.starts_with("## ")).unwrap_or_default();
        assert_eq!(heading, "## A lead (lead, #lead)");
        assert_eq!(outline.matches(&lead_id(&briefing)).count(), 1, "the lead is printed once");
        let end = outline.find("(strip, #colophon)").and_then(|at| outline.get(..at)?.rfind("## "));
        outline.get(end.expect("a colophon")..).unwrap_or_default().to_owned()
    };
    insta::assert_snapshot!(Language::ALL.map(ends).concat());
}

#[test]
fn a_long_month_at_a_glance_stands_before_the_lead() {
    let mut briefing = briefing();
    let lead = briefing.leadership.first_mut().expect("an item");
    lead.title = Some(briefing_model::Name::new("A lead").expect("a name"));
    briefing.lead = Some(lead.id.clone());
    let item = lead.clone();
    let glance = briefing_model::SectionKind::Glance;
    briefing.sections.retain(|kind| *kind != glance);
    briefing.sections.insert(1, glance);
    let order = |briefing: &Briefing| {
        let document = compose(briefing, Language::En).expect("it composes").document;
        let anchors: Vec<String> = document.sections.iter().map(|section| section.anchor.clone()).collect();
        anchors.into_iter().take(3).collect::<Vec<_>>()
    };
    assert_eq!(order(&briefing)[0], "lead");
    let more =
        (0..14).map(|n| briefing_model::Item { id: format!("item-{n}").parse().expect("an id"), ..item.clone() });
    briefing.leadership.extend(more);
    assert_eq!(order(&briefing)[1..], ["glance", "lead"]);
}

#[test]
fn the_line_of_an_item_leaves_out_the_unit_of_its_heading() {
    let mut briefing = briefing();
    briefing.item_line = vec![ItemDetail::Units];
    let own = briefing.capacity_building[0].clone();
    let named = |id: &str, name: &str| Named { id: id.parse().expect("an id"), name: name.parse().expect("a name") };
    let other = named("lamps", "Lamp Section");
    briefing.capacity_building[0].items[0].units = vec![Named { id: own.unit, name: own.name.clone() }, other];
    let outline = compose(&briefing, Language::En).expect("it composes").document.outline();
    assert!(outline.contains("Unit: Lamp Section"), "{outline}");
    assert!(!outline.contains(&format!("Units: {}", own.name.english())), "{outline}");
}

#[test]
fn how_people_met_is_said_where_the_place_is_not_known() {
    let mut briefing = briefing();
    briefing.item_line = vec![ItemDetail::Place];
    let mut said = |mode, language| {
        let item = briefing.leadership.first_mut().expect("an item");
        (item.place, item.mode) = (None, Some(mode));
        let document = compose(&briefing, language).expect("it composes").document;
        let mut blocks = document.sections.iter().flat_map(|section| &section.blocks);
        let details = blocks.find_map(|block| match block {
            Block::Event(event) => Some(event.details.clone()),
            _ => None,
        });
        match details.flatten().as_deref() {
            Some([Inline::Text(words)]) => words.to_string(),
            other => format!("{other:?}"),
        }
    };
    let modes = [EventMode::InPerson, EventMode::Online, EventMode::Hybrid];
    let lines = Language::ALL.map(|language| modes.map(|mode| said(mode, language)).join(" / "));
    insta::assert_snapshot!(lines.join("\n"), @r"
    حضوريا / عبر الإنترنت / حضوريا وعبر الإنترنت
    线下 / 线上 / 线下与线上
    In person / Online / In person and online
    En présentiel / En ligne / En présentiel et en ligne
    В очном формате / В онлайновом формате / В очном и онлайновом форматах
    De forma presencial / En línea / De forma presencial y en línea
    ");
}

#[test]
fn brackets_of_a_name_do_not_meet_others() {
    let state = |code: &str| code.parse::<State>().expect("a State");
    let mut briefing = briefing();
    briefing.item_line = vec![ItemDetail::Place];
    let item = briefing.leadership.first_mut().expect("an item");
    let city = Some("Tehran".parse().expect("a name"));
    item.place = Some(ItemPlace { state: Some(Named { id: state("IRN"), name: state("IRN").into() }), city });
    item.mode = Some(EventMode::Hybrid);
    let line = &mut briefing.movements.lines[0];
    line.contributor = state("BOL").into();
    line.on_behalf_of = Some(state("NLD").into());
    briefing.movements.lines[1].contributor = state("VEN").into();
    let said = |language| {
        let text = compose(&briefing, language).expect("it composes").document.plain_text();
        let names = ["Tehran", state("BOL").formal_name(language).rsplit(' ').next().unwrap_or_default()];
        let lines = names.map(|name| text.lines().find(|line| line.contains(name)).map(str::to_owned).expect("a line"));
        lines.join(" / ").replace(['\u{a0}', '\u{202f}'], " ")
    };
    insta::assert_snapshot!(Language::ALL.map(said).join("\n"), @r"
    Tehran، جمهورية إيران الإسلامية وعبر الإنترنت / دولة بوليفيا المتعددة القوميات (نيابة عن: مملكة هولندا)
    伊朗伊斯兰共和国，Tehran及线上 / 多民族玻利维亚国（代表荷兰王国）
    Tehran, Islamic Republic of Iran, and online / Plurinational State of Bolivia (for the Kingdom of the Netherlands)
    Tehran (République islamique d’Iran) et en ligne / État plurinational de Bolivie (pour le compte de : Royaume des Pays-Bas)
    Tehran (Исламская Республика Иран) и в онлайновом формате / Многонациональное Государство Боливия (от имени: Королевство Нидерландов)
    Tehran (República Islámica del Irán) y en línea / Estado Plurinacional de Bolivia (en nombre de: Reino de los Países Bajos)
    ");
    // A list has the name that is made for lists.
    let text = compose(&briefing, Language::En).expect("it composes").document.plain_text();
    assert!(text.contains("Venezuela (Bolivarian Republic of)"), "{text}");
}

#[test]
fn what_was_pledged_and_what_was_received_have_decimals_together() {
    let mut briefing = briefing();
    let contributor = &mut briefing.contributions.as_mut().expect("contributions").contributors[0];
    contributor.pledged = Knowledge::Known("USD 2000000.50".parse().expect("an amount"));
    contributor.received = Knowledge::Known("USD 1000000".parse().expect("an amount"));
    let outline = compose(&briefing, Language::En).expect("it composes").document.outline();
    assert!(outline.contains("2,000,000.50") && outline.contains("1,000,000.00"), "{outline}");
}

fn lead_id(briefing: &Briefing) -> String {
    format!("event {}", briefing.lead.as_ref().expect("a lead"))
}

#[test]
fn the_month_at_a_glance_says_how_figures_changed_in_a_sentence() {
    let mut briefing = briefing();
    briefing.sections.insert(0, SectionKind::Glance);
    let contributions = briefing.contributions.as_mut().unwrap();
    let since = "2025-03".parse().unwrap();
    contributions.since_last_issue = SinceLastIssue {
        pledged: Some(Compared::Was { value: "USD 379500000".parse().unwrap(), on: since }),
        received: Some(Compared::Changed { by: "USD -1200000".parse().unwrap(), since }),
        partners: Some(Compared::Changed { by: 5, since }),
    };
    let mut said = Vec::new();
    for language in Language::ALL {
        let document = Composer::new(language).compose(&briefing).unwrap().document;
        let figures = document.sections.iter().flat_map(|section| &section.blocks).filter_map(|block| match block {
            Block::KeyFigures(key) => Some(&key.figures),
            _ => None,
        });
        let lists: Vec<_> = figures.collect();
        assert_eq!(lists.len(), 2, "at a glance, and beside the contributions");
        assert!(lists[1].iter().all(|figure| figure.change.is_none()), "it is said once");
        let line = |figure: &KeyFigure| {
            let KeyFigure { value, label, change } = figure;
            format!("{language} {value} {label}{}", change.as_deref().unwrap_or_default())
                .replace(['\u{a0}', '\u{202f}'], "~")
        };
        said.extend(lists[0].iter().map(line));
    }
    insta::assert_snapshot!(said.join("\n"));
}

#[test]
fn what_did_not_change_says_so() {
    let mut briefing = briefing();
    briefing.sections = vec![SectionKind::Glance];
    let contributions = briefing.contributions.as_mut().unwrap();
    let since = "2025-03-15".parse().unwrap();
    contributions.since_last_issue.partners = Some(Compared::Changed { by: 0, since });
    let said = |language| {
        let document = Composer::new(language).compose(&briefing).unwrap().document;
        let figures = document.sections[0].blocks.iter().find_map(|block| match block {
            Block::KeyFigures(key) => key.figures.last().and_then(|figure| figure.change.clone()),
            _ => None,
        });
        figures.unwrap_or_default().replace('\u{a0}', " ")
    };
    let all = Language::ALL.map(said).join("\n");
    insta::assert_snapshot!(all);
}
