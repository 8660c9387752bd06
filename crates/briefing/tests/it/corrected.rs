//! Corrections of the ledger that come after the issue that counted what they correct: the next issue and `trace` show them.

use briefing::forms::TracedFigure;
use briefing::{Edition, Folder, Language, Memory};
use insta::assert_snapshot;

const OFFICE: &str = "\
[office]
id = \"coasts\"
name = \"Office for Coasts\"

[ledger]
currency = \"CHF\"
list-receipts = true
";

const HEAD: &str =
    "id,kind,effective,recorded,contributor,ref,pledge,amount,currency,value,schedule,purposes,true_effective\n";

const APRIL: &str = "\
nor,pledge,2025-04-03,2025-04-04,NOR,,,9000,,,,,
dnk,pledge,2025-04-05,2025-04-06,DNK,,,1200,EUR,1128,,,
swe,pledge,2025-04-10,2025-04-11,SWE,,,500,,,yearly 2025/..,,
fin,pledge,2025-04-20,2025-04-21,FIN,,,70,,,,Dunes,
isl,receipt,2025-04-22,2025-04-23,ISL,,,50,,,,,
est,pledge,2025-04-24,2025-04-25,EST,,,40,,,,,
";

const MAY: &str = "\
ltu,pledge,2025-05-02,2025-05-03,LTU,,,30,,,,,
";

/// The office with these rows below those of April and May.
fn office(rows: &str) -> Memory {
    let month = |month: &str, issued: &str| {
        format!(
            "issued = {issued}\n[[item]]\nid = 'talk'\nsection = 'highlights'\nwhen = '{month}'\ntext = 'A talk in {month}.'\n"
        )
    };
    Memory::new()
        .with("office.toml", OFFICE)
        .with("ledger.csv", format!("{HEAD}{APRIL}{MAY}{rows}"))
        .with("2025-04/briefing.toml", month("2025-04", "2025-05-05"))
        .with("2025-05/briefing.toml", month("2025-05", "2025-06-05"))
        .with("2025-06/briefing.toml", month("2025-06", "2025-07-05"))
}

/// What an issue says of corrections.
fn corrections_of(files: &Memory, month: &str, language: Language) -> String {
    let read = Folder::new(files.clone()).month(month.parse().unwrap(), language).into_result().unwrap();
    let document = Edition::of_month(read).0.compose().unwrap().document;
    let text = document.plain_text();
    let starts = ["Corrected", "Corrigé", "Corregido", "Исправлено", "上期简报之后", "تصويبات"];
    let lines = text.lines().filter(|line| starts.iter().any(|start| line.starts_with(start)));
    lines.collect::<Vec<_>>().join("\n")
}

const CORRECTIONS: &str = "\
c1,correction,2025-05-20,2025-05-20,,nor,,900,,,,,
c2,correction,2025-05-20,2025-05-20,,dnk,,,,1100,,,
c3,correction,2025-05-20,2025-05-20,,swe,,600,,,yearly 2025/..,,
c4,correction,2025-05-20,2025-05-20,LVA,fin,,,,,,Rooms,2025-04-19
c5,void,2025-05-20,2025-05-20,,est,,,,,,,
c6,correction,2025-05-20,2025-05-20,,isl,,50,,,,,
";

#[test]
fn the_next_issue_says_what_was_corrected() {
    let files = office(CORRECTIONS);
    assert_eq!(corrections_of(&files, "2025-04", Language::En), "", "nobody knew");
    assert_eq!(corrections_of(&files, "2025-06", Language::En), "", "May's issue has said it");
    let languages = Language::ALL.map(|language| corrections_of(&files, "2025-05", language));
    assert_snapshot!(languages.join("\n"), @r"
    تصويبات منذ النشرة السابقة: النرويج (CHF 900 بدلا من CHF 9 000؛ 3 نيسان/أبريل 2025)؛ الدانمرك (CHF 1 100 بدلا من CHF 1 128؛ 5 نيسان/أبريل 2025)؛ السويد (CHF 600 سنويا ابتداء من عام 2025، دون أجل محدد بدلا من CHF 500 سنويا ابتداء من عام 2025، دون أجل محدد؛ 10 نيسان/أبريل 2025)؛ لاتفيا (لاتفيا بدلا من فنلندا؛ Rooms بدلا من Dunes؛ CHF 70؛ 19 نيسان/أبريل 2025 بدلا من 20 نيسان/أبريل 2025)؛ إستونيا (لم يعد محسوبا؛ CHF 40؛ 24 نيسان/أبريل 2025).
    上期简报之后的更正：挪威（CHF 900，原为CHF 9 000；2025年4月3日）；丹麦（CHF 1 100，原为CHF 1 128；2025年4月5日）；瑞典（2025年起每年CHF 600，未定期限，原为2025年起每年CHF 500，未定期限；2025年4月10日）；拉脱维亚（拉脱维亚，原为芬兰；Rooms，原为Dunes；CHF 70；2025年4月19日，原为2025年4月20日）；爱沙尼亚（不再计入；CHF 40；2025年4月24日）。
    Corrected since the previous issue: Norway (CHF 900 instead of CHF 9,000; 3 April 2025); Denmark (CHF 1,100 instead of CHF 1,128; 5 April 2025); Sweden (CHF 600 a year from 2025, without an end date, instead of CHF 500 a year from 2025, without an end date; 10 April 2025); Latvia (Latvia instead of Finland; Rooms instead of Dunes; CHF 70; 19 April 2025 instead of 20 April 2025); Estonia (no longer counted; CHF 40; 24 April 2025).
    Corrigé depuis le bulletin précédent : Norvège (CHF 900, précédemment CHF 9 000 ; 3 avril 2025) ; Danemark (CHF 1 100, précédemment CHF 1 128 ; 5 avril 2025) ; Suède (CHF 600 par an à partir de 2025, sans terme fixé, précédemment CHF 500 par an à partir de 2025, sans terme fixé ; 10 avril 2025) ; Lettonie (Lettonie, précédemment Finlande ; Rooms, précédemment Dunes ; CHF 70 ; 19 avril 2025, précédemment 20 avril 2025) ; Estonie (n’est plus compté ; CHF 40 ; 24 avril 2025).
    Исправлено после выхода предыдущего бюллетеня: Норвегия (CHF 900, ранее CHF 9 000; 3 апреля 2025 года); Дания (CHF 1 100, ранее CHF 1 128; 5 апреля 2025 года); Швеция (CHF 600 в год начиная с 2025 года, без указания срока окончания, ранее CHF 500 в год начиная с 2025 года, без указания срока окончания; 10 апреля 2025 года); Латвия (Латвия, ранее Финляндия; Rooms, ранее Dunes; CHF 70; 19 апреля 2025 года, ранее 20 апреля 2025 года); Эстония (больше не учитывается; CHF 40; 24 апреля 2025 года).
    Corregido desde el boletín anterior: Noruega (CHF 900, antes CHF 9 000; 3 de abril de 2025); Dinamarca (CHF 1 100, antes CHF 1 128; 5 de abril de 2025); Suecia (CHF 600 al año a partir de 2025, sin fecha de término, antes CHF 500 al año a partir de 2025, sin fecha de término; 10 de abril de 2025); Letonia (Letonia, antes Finlandia; Rooms, antes Dunes; CHF 70; 19 de abril de 2025, antes 20 de abril de 2025); Estonia (ya no se cuenta; CHF 40; 24 de abril de 2025).
    ");
}

#[test]
fn the_next_issue_says_what_balances_were_corrected() {
    let balances = "\
        nor,opening-balance,2024-12-31,2025-01-05,NOR,,,9000,900,,,new,\n\
        isl,opening-balance,2024-12-31,2025-01-05,ISL,,,70,,,,new,\n\
        rest,remainder,2024-12-31,2025-01-05,,,,6000,1000,2,,,\n\
        dnk,in-kind,2025-03-03,2025-03-05,DNK,,,500,,,two boats,,\n\
        sum,assertion,2025-03-31,2025-04-02,,,,15140,,,,,\n\
        twin,opening-balance,2024-12-31,2025-01-05,FIN,,,70,,,,new,\n";
    let corrections = "\
        c1,correction,2025-05-20,2025-05-20,,nor,,900,800,,,,\n\
        c2,void,2025-05-20,2025-05-20,,isl,,,,,,,\n\
        c3,correction,2025-05-20,2025-05-20,,rest,,,,3,,,\n\
        c4,correction,2025-05-20,2025-05-20,,dnk,,400,,,,,\n\
        c5,void,2025-05-20,2025-05-20,,sum,,,,,,,\n\
        c6,correction,2025-05-20,2025-05-20,SWE,twin,,,,,,,2024-12-30\n";
    let head = "id,kind,effective,recorded,contributor,ref,pledge,amount,received,partners,what,new,true_effective\n";
    let files = office("").with("ledger.csv", format!("{head}{balances}{corrections}"));
    assert_eq!(corrections_of(&files, "2025-04", Language::En), "", "nobody knew");
    assert_eq!(corrections_of(&files, "2025-06", Language::En), "", "May's issue has said it");
    let languages = Language::ALL.map(|language| corrections_of(&files, "2025-05", language));
    assert_snapshot!(languages.join("\n"), @r"
    تصويبات منذ النشرة السابقة: النرويج (الرصيد الافتتاحي؛ المبلغ المعلن: CHF 900 بدلا من CHF 9 000؛ المبلغ الوارد: CHF 800 بدلا من CHF 900؛ 31 كانون الأول/ديسمبر 2024)؛ آيسلندا (لم يعد محسوبا؛ الرصيد الافتتاحي؛ المبلغ المعلن: CHF 70؛ 31 كانون الأول/ديسمبر 2024)؛ جهات مساهمة أخرى (المبلغ المعلن: CHF 6 000؛ المبلغ الوارد: CHF 1 000؛ عدد الشركاء في التمويل: 3 بدلا من 2؛ 31 كانون الأول/ديسمبر 2024)؛ الدانمرك (مساهمة عينية؛ two boats؛ CHF 400 بدلا من CHF 500؛ 3 آذار/مارس 2025)؛ المجموع المبلغ عنه (لم يعد محسوبا؛ المبلغ المعلن: CHF 15 140؛ 31 آذار/مارس 2025)؛ السويد (الرصيد الافتتاحي؛ السويد بدلا من فنلندا؛ المبلغ المعلن: CHF 70؛ 30 كانون الأول/ديسمبر 2024 بدلا من 31 كانون الأول/ديسمبر 2024).
    上期简报之后的更正：挪威（期初余额；认捐CHF 900，原为CHF 9 000；已收到CHF 800，原为CHF 900；2024年12月31日）；冰岛（不再计入；期初余额；认捐CHF 70；2024年12月31日）；其他捐助方（认捐CHF 6 000；已收到CHF 1 000；供资伙伴3个，原为2个；2024年12月31日）；丹麦（实物捐助；two boats；CHF 400，原为CHF 500；2025年3月3日）；所报总额（不再计入；认捐CHF 15 140；2025年3月31日）；瑞典（期初余额；瑞典，原为芬兰；认捐CHF 70；2024年12月30日，原为2024年12月31日）。
    Corrected since the previous issue: Norway (opening balance; CHF 900 instead of CHF 9,000 pledged; CHF 800 instead of CHF 900 received; 31 December 2024); Iceland (no longer counted; opening balance; CHF 70 pledged; 31 December 2024); other contributors (CHF 6,000 pledged; CHF 1,000 received; three funding partners instead of two; 31 December 2024); Denmark (in kind; two boats; CHF 400 instead of CHF 500; 3 March 2025); stated total (no longer counted; CHF 15,140 pledged; 31 March 2025); Sweden (opening balance; Sweden instead of Finland; CHF 70 pledged; 30 December 2024 instead of 31 December 2024).
    Corrigé depuis le bulletin précédent : Norvège (solde d’ouverture ; montant annoncé : CHF 900, précédemment CHF 9 000 ; montant reçu : CHF 800, précédemment CHF 900 ; 31 décembre 2024) ; Islande (n’est plus compté ; solde d’ouverture ; montant annoncé : CHF 70 ; 31 décembre 2024) ; autres contributeurs (montant annoncé : CHF 6 000 ; montant reçu : CHF 1 000 ; partenaires financiers : 3, précédemment 2 ; 31 décembre 2024) ; Danemark (en nature ; two boats ; CHF 400, précédemment CHF 500 ; 3 mars 2025) ; total déclaré (n’est plus compté ; montant annoncé : CHF 15 140 ; 31 mars 2025) ; Suède (solde d’ouverture ; Suède, précédemment Finlande ; montant annoncé : CHF 70 ; 30 décembre 2024, précédemment 31 décembre 2024).
    Исправлено после выхода предыдущего бюллетеня: Норвегия (начальное сальдо; объявлено CHF 900, ранее CHF 9 000; получено CHF 800, ранее CHF 900; 31 декабря 2024 года); Исландия (больше не учитывается; начальное сальдо; объявлено CHF 70; 31 декабря 2024 года); прочие доноры (объявлено CHF 6 000; получено CHF 1 000; число партнеров по финансированию: 3, ранее 2; 31 декабря 2024 года); Дания (взнос натурой; two boats; CHF 400, ранее CHF 500; 3 марта 2025 года); заявленный итог (больше не учитывается; объявлено CHF 15 140; 31 марта 2025 года); Швеция (начальное сальдо; Швеция, ранее Финляндия; объявлено CHF 70; 30 декабря 2024 года, ранее 31 декабря 2024 года).
    Corregido desde el boletín anterior: Noruega (saldo inicial; importe prometido: CHF 900, antes CHF 9 000; importe recibido: CHF 800, antes CHF 900; 31 de diciembre de 2024); Islandia (ya no se cuenta; saldo inicial; importe prometido: CHF 70; 31 de diciembre de 2024); otros contribuyentes (importe prometido: CHF 6 000; importe recibido: CHF 1 000; asociados financieros: 3, antes 2; 31 de diciembre de 2024); Dinamarca (en especie; two boats; CHF 400, antes CHF 500; 3 de marzo de 2025); total declarado (ya no se cuenta; importe prometido: CHF 15 140; 31 de marzo de 2025); Suecia (saldo inicial; Suecia, antes Finlandia; importe prometido: CHF 70; 30 de diciembre de 2024, antes 31 de diciembre de 2024).
    ");
}

#[test]
fn a_rate_that_comes_late_says_what_amounts_are_worth() {
    let rows = "\
        nor,pledge,2025-04-03,2025-04-04,NOR,,,1000,EUR,,,,\n\
        dnk,pledge,2025-04-05,2025-04-06,DNK,,,1200,,,,,\n\
        new,rate,2025-04,2025-05-20,,,,0.95,EUR,,,,\n";
    let files = office("").with("ledger.csv", format!("{HEAD}{rows}"));
    assert_snapshot!(corrections_of(&files, "2025-05", Language::En), @"Corrected since the previous issue: Norway (CHF 950 instead of EUR 1,000; 3 April 2025).");
}

#[test]
fn another_rate_restates_what_it_was_used_for() {
    let rows = "\
        jan,rate,2025-01-01/..,2025-01-05,,,,1.5,EUR,,,,\n\
        nor,pledge,2025-04-03,2025-04-04,NOR,,,1000,EUR,,,,\n\
        dnk,pledge,2025-04-05,2025-04-06,DNK,,,1200,,,,,\n\
        c1,void,2025-05-20,2025-05-20,,jan,,,,,,,\n\
        new,rate,2025-01-01/..,2025-05-20,,,,0.95,EUR,,,,\n";
    let files = office("").with("ledger.csv", format!("{HEAD}{rows}"));
    assert_snapshot!(corrections_of(&files, "2025-05", Language::En), @"Corrected since the previous issue: Norway (CHF 950 instead of CHF 1,500; 3 April 2025).");
}

#[test]
fn what_is_corrected_before_its_issue_is_no_news() {
    // Of the month of the issue itself, before its cut-off, and of what no issue counted yet.
    let early = "c,correction,2025-05-04,2025-05-04,,nor,,900,,,,,\nd,correction,2025-06-01,2025-06-01,,ltu,,20,,,,,\n";
    assert_eq!(corrections_of(&office(early), "2025-05", Language::En), "");
}

#[test]
fn a_trace_shows_entries_as_they_were_corrected() {
    let read = Folder::new(office(CORRECTIONS)).month("2025-05".parse().unwrap(), Language::En).into_result().unwrap();
    let traced = |known_at: Option<&str>| {
        let known_at = known_at.map(|day| day.parse().unwrap());
        let traced = TracedFigure::new(&read, &"standing.pledged".parse().unwrap(), known_at).unwrap();
        let line = |line: &briefing::forms::TracedEntry| {
            let by: Vec<&str> = line.corrected_by.iter().map(briefing::model::EntryId::as_str).collect();
            format!("{} {} {} {:?}", line.entry, line.effective, line.in_words(), by)
        };
        traced.entries.iter().map(line).collect::<Vec<_>>().join("\n")
    };
    assert_snapshot!(traced(None), @r#"
    nor 2025-04-03 Norway ["c1"]
    dnk 2025-04-05 Denmark ["c2"]
    fin 2025-04-19 Latvia ["c4"]
    isl 2025-04-22 Iceland ["c6"]
    ltu 2025-05-02 Lithuania []
    "#);
    assert!(!traced(Some("2025-05-05")).contains("\"c"), "nobody knew");
}

#[test]
fn one_correction_more_is_one_difference() {
    let may = |rows: &str| {
        let folder = Folder::new(office(rows));
        folder.month("2025-05".parse().unwrap(), Language::En).into_result().unwrap().briefing
    };
    let said = |before: &str, after: &str, of: &str| {
        let changes = briefing::compare_in_words(&may(before), &may(after), Language::En);
        let told = changes.iter().filter(|change| change.place.contains(of));
        told.map(|change| format!("{}: {:?} {:?}", change.place, change.before, change.after))
            .collect::<Vec<_>>()
            .join("\n")
    };
    let but_one = CORRECTIONS.split_once('\n').unwrap().1;
    assert_snapshot!(said(but_one, CORRECTIONS, "correct"), @r#"pledge by Norway of 2025-04-03, and its correction: None Some("after CHF 900.00; before CHF 9,000.00")"#);
    // A total that is new takes no other's place.
    let payment = "p,receipt,2025-05-06,2025-05-07,,nor,,100,,,,,\n";
    assert_snapshot!(said(payment, "", "month’s movements"), @r#"
    payment by Norway in the month’s movements: Some("CHF 100.00") None
    total received in the month’s movements: Some("CHF 100.00") None
    "#);
}

#[test]
fn a_yearly_promise_in_another_currency_says_once_how_much() {
    let rows = "\
        swe,pledge,2025-06-10,2025-06-11,SWE,,,300,EUR,280,yearly 2025/2027,,\n\
        fin,pledge,2025-06-11,2025-06-12,FIN,,,300,EUR,280,,,\n";
    let files = office("").with("ledger.csv", format!("{HEAD}{rows}"));
    let read = Folder::new(files).month("2025-06".parse().unwrap(), Language::En).into_result().unwrap();
    let text = Edition::of_month(read).0.compose().unwrap().document.plain_text();
    let lines: Vec<&str> = text.lines().filter(|line| line.contains("EUR")).collect();
    assert_snapshot!(lines.join("\n"), @r"
    Not earmarked (EUR 300)
    Not earmarked (EUR 300 a year, 2025–2027; EUR 900 in all)
    ");
}

#[test]
fn partners_that_are_no_more_are_not_said_to_be_there() {
    let rows = "\
        rest,remainder,2024-12-31,2025-01-05,,,,6000,2\n\
        c,correction,2025-05-20,2025-05-20,,rest,,,0\n";
    let head = "id,kind,effective,recorded,contributor,ref,pledge,amount,partners\n";
    let files = office("").with("ledger.csv", format!("{head}{rows}"));
    assert_snapshot!(corrections_of(&files, "2025-05", Language::En), @"Corrected since the previous issue: other contributors (CHF 6,000 pledged; 0 instead of two funding partners; 31 December 2024).");
}
