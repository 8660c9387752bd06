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
fn a_payment_on_another_pledge_than_it_was_is_told() {
    let rows = "\
nor2,pledge,2025-04-06,2025-04-07,NOR,,,500,,,,,
paid,receipt,2025-04-20,2025-04-21,,nor,,300,,,,,
moved,correction,2025-05-20,2025-05-20,,paid,nor2,,,,,,
";
    let files = office(rows);
    let languages = Language::ALL.map(|language| corrections_of(&files, "2025-05", language));
    assert_snapshot!(languages.join("\n"), @r"
    تصويبات منذ النشرة السابقة: النرويج (الآن على تبرع معلن آخر؛ دفعة؛ 300 فرنك سويسري؛ 20 نيسان/أبريل 2025).
    上期简报之后的更正：挪威（改计入另一认捐；付款；300瑞士法郎；2025年4月20日）。
    Corrected since the previous issue: Norway (now on another pledge; payment; CHF 300; 20 April 2025).
    Corrigé depuis le bulletin précédent : Norvège (désormais sur une autre annonce ; versement ; 300 francs suisses ; 20 avril 2025).
    Исправлено после выхода предыдущего бюллетеня: Норвегия (теперь по другому объявленному взносу; платеж; 300 швейцарских франков; 20 апреля 2025 года).
    Corregido desde el boletín anterior: Noruega (ahora a cuenta de otra promesa; pago; 300 francos suizos; 20 de abril de 2025).
    ");
}

#[test]
fn a_payment_that_is_moved_and_otherwise_corrected_is_told_with_the_move() {
    let rows = "\
nor2,pledge,2025-04-06,2025-04-07,NOR,,,500,,,,,
paid,receipt,2025-04-20,2025-04-21,,nor,,300,,,,,
moved,correction,2025-05-20,2025-05-20,,paid,nor2,350,,,,,2025-04-21
";
    let told = corrections_of(&office(rows), "2025-05", Language::En).replace('\u{a0}', " ");
    assert_snapshot!(told, @"Corrected since the previous issue: Norway (now on another pledge; payment; CHF 350 instead of CHF 300; 21 April 2025 instead of 20 April 2025).");
}

#[test]
fn the_next_issue_says_what_was_corrected() {
    let files = office(CORRECTIONS);
    assert_eq!(corrections_of(&files, "2025-04", Language::En), "", "nobody knew");
    assert_eq!(corrections_of(&files, "2025-06", Language::En), "", "May's issue has said it");
    let languages = Language::ALL.map(|language| corrections_of(&files, "2025-05", language));
    assert_snapshot!(languages.join("\n"), @r"
    تصويبات منذ النشرة السابقة: النرويج (900 فرنك سويسري بدلا من 9 000 فرنك سويسري؛ 3 نيسان/أبريل 2025)؛ الدانمرك (1 100 فرنك سويسري بدلا من 1 128 فرنك سويسري؛ 5 نيسان/أبريل 2025)؛ السويد (600 فرنك سويسري سنويا ابتداء من عام 2025، دون أجل محدد بدلا من 500 فرنك سويسري سنويا ابتداء من عام 2025، دون أجل محدد؛ 10 نيسان/أبريل 2025)؛ لاتفيا (لاتفيا بدلا من فنلندا؛ Rooms بدلا من Dunes؛ 70 فرنك سويسري؛ 19 نيسان/أبريل 2025 بدلا من 20 نيسان/أبريل 2025)؛ إستونيا (لم يعد محسوبا؛ 40 فرنك سويسري؛ 24 نيسان/أبريل 2025).
    上期简报之后的更正：挪威（900瑞士法郎，原为9 000瑞士法郎；2025年4月3日）；丹麦（1 100瑞士法郎，原为1 128瑞士法郎；2025年4月5日）；瑞典（2025年起每年600瑞士法郎，未定期限，原为2025年起每年500瑞士法郎，未定期限；2025年4月10日）；拉脱维亚（拉脱维亚，原为芬兰；Rooms，原为Dunes；70瑞士法郎；2025年4月19日，原为2025年4月20日）；爱沙尼亚（不再计入；40瑞士法郎；2025年4月24日）。
    Corrected since the previous issue: Norway (CHF 900 instead of CHF 9,000; 3 April 2025); Denmark (CHF 1,100 instead of CHF 1,128; 5 April 2025); Sweden (CHF 600 a year from 2025, without an end date, instead of CHF 500 a year from 2025, without an end date; 10 April 2025); Latvia (Latvia instead of Finland; Rooms instead of Dunes; CHF 70; 19 April 2025 instead of 20 April 2025); Estonia (no longer counted; CHF 40; 24 April 2025).
    Corrigé depuis le bulletin précédent : Norvège (900 francs suisses, précédemment 9 000 francs suisses ; 3 avril 2025) ; Danemark (1 100 francs suisses, précédemment 1 128 francs suisses ; 5 avril 2025) ; Suède (600 francs suisses par an à partir de 2025, sans terme fixé, précédemment 500 francs suisses par an à partir de 2025, sans terme fixé ; 10 avril 2025) ; Lettonie (Lettonie, précédemment Finlande ; Rooms, précédemment Dunes ; 70 francs suisses ; 19 avril 2025, précédemment 20 avril 2025) ; Estonie (n’est plus compté ; 40 francs suisses ; 24 avril 2025).
    Исправлено после выхода предыдущего бюллетеня: Норвегия (900 швейцарских франков, ранее 9 000 швейцарских франков; 3 апреля 2025 года); Дания (1 100 швейцарских франков, ранее 1 128 швейцарских франков; 5 апреля 2025 года); Швеция (600 швейцарских франков в год начиная с 2025 года, без указания срока окончания, ранее 500 швейцарских франков в год начиная с 2025 года, без указания срока окончания; 10 апреля 2025 года); Латвия (Латвия, ранее Финляндия; Rooms, ранее Dunes; 70 швейцарских франков; 19 апреля 2025 года, ранее 20 апреля 2025 года); Эстония (больше не учитывается; 40 швейцарских франков; 24 апреля 2025 года).
    Corregido desde el boletín anterior: Noruega (900 francos suizos, antes 9 000 francos suizos; 3 de abril de 2025); Dinamarca (1 100 francos suizos, antes 1 128 francos suizos; 5 de abril de 2025); Suecia (600 francos suizos al año a partir de 2025, sin fecha de término, antes 500 francos suizos al año a partir de 2025, sin fecha de término; 10 de abril de 2025); Letonia (Letonia, antes Finlandia; Rooms, antes Dunes; 70 francos suizos; 19 de abril de 2025, antes 20 de abril de 2025); Estonia (ya no se cuenta; 40 francos suizos; 24 de abril de 2025).
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
    تصويبات منذ النشرة السابقة: النرويج (الرصيد الافتتاحي؛ المبلغ المعلن: 900 فرنك سويسري بدلا من 9 000 فرنك سويسري؛ المبلغ الوارد: 800 فرنك سويسري بدلا من 900 فرنك سويسري؛ 31 كانون الأول/ديسمبر 2024)؛ آيسلندا (لم يعد محسوبا؛ الرصيد الافتتاحي؛ المبلغ المعلن: 70 فرنك سويسري؛ 31 كانون الأول/ديسمبر 2024)؛ جهات مساهمة أخرى (المبلغ المعلن: 6 000 فرنك سويسري؛ المبلغ الوارد: 1 000 فرنك سويسري؛ عدد الشركاء في التمويل: 3 بدلا من 2؛ 31 كانون الأول/ديسمبر 2024)؛ الدانمرك (مساهمة عينية؛ two boats؛ 400 فرنك سويسري بدلا من 500 فرنك سويسري؛ 3 آذار/مارس 2025)؛ المجموع المبلغ عنه (لم يعد محسوبا؛ المبلغ المعلن: 15 140 فرنك سويسري؛ 31 آذار/مارس 2025)؛ السويد (الرصيد الافتتاحي؛ السويد بدلا من فنلندا؛ المبلغ المعلن: 70 فرنك سويسري؛ 30 كانون الأول/ديسمبر 2024 بدلا من 31 كانون الأول/ديسمبر 2024).
    上期简报之后的更正：挪威（期初余额；认捐900瑞士法郎，原为9 000瑞士法郎；已收到800瑞士法郎，原为900瑞士法郎；2024年12月31日）；冰岛（不再计入；期初余额；认捐70瑞士法郎；2024年12月31日）；其他捐助方（认捐6 000瑞士法郎；已收到1 000瑞士法郎；供资伙伴3个，原为2个；2024年12月31日）；丹麦（实物捐助；two boats；400瑞士法郎，原为500瑞士法郎；2025年3月3日）；所报总额（不再计入；认捐15 140瑞士法郎；2025年3月31日）；瑞典（期初余额；瑞典，原为芬兰；认捐70瑞士法郎；2024年12月30日，原为2024年12月31日）。
    Corrected since the previous issue: Norway (opening balance; CHF 900 instead of CHF 9,000 pledged; CHF 800 instead of CHF 900 received; 31 December 2024); Iceland (no longer counted; opening balance; CHF 70 pledged; 31 December 2024); other contributors (CHF 6,000 pledged; CHF 1,000 received; three funding partners instead of two; 31 December 2024); Denmark (in kind; two boats; CHF 400 instead of CHF 500; 3 March 2025); stated total (no longer counted; CHF 15,140 pledged; 31 March 2025); Sweden (opening balance; Sweden instead of Finland; CHF 70 pledged; 30 December 2024 instead of 31 December 2024).
    Corrigé depuis le bulletin précédent : Norvège (solde d’ouverture ; montant annoncé : 900 francs suisses, précédemment 9 000 francs suisses ; montant reçu : 800 francs suisses, précédemment 900 francs suisses ; 31 décembre 2024) ; Islande (n’est plus compté ; solde d’ouverture ; montant annoncé : 70 francs suisses ; 31 décembre 2024) ; autres contributeurs (montant annoncé : 6 000 francs suisses ; montant reçu : 1 000 francs suisses ; partenaires financiers : 3, précédemment 2 ; 31 décembre 2024) ; Danemark (en nature ; two boats ; 400 francs suisses, précédemment 500 francs suisses ; 3 mars 2025) ; total déclaré (n’est plus compté ; montant annoncé : 15 140 francs suisses ; 31 mars 2025) ; Suède (solde d’ouverture ; Suède, précédemment Finlande ; montant annoncé : 70 francs suisses ; 30 décembre 2024, précédemment 31 décembre 2024).
    Исправлено после выхода предыдущего бюллетеня: Норвегия (начальное сальдо; объявлено 900 швейцарских франков, ранее 9 000 швейцарских франков; получено 800 швейцарских франков, ранее 900 швейцарских франков; 31 декабря 2024 года); Исландия (больше не учитывается; начальное сальдо; объявлено 70 швейцарских франков; 31 декабря 2024 года); прочие доноры (объявлено 6 000 швейцарских франков; получено 1 000 швейцарских франков; число партнеров по финансированию: 3, ранее 2; 31 декабря 2024 года); Дания (взнос натурой; two boats; 400 швейцарских франков, ранее 500 швейцарских франков; 3 марта 2025 года); заявленный итог (больше не учитывается; объявлено 15 140 швейцарских франков; 31 марта 2025 года); Швеция (начальное сальдо; Швеция, ранее Финляндия; объявлено 70 швейцарских франков; 30 декабря 2024 года, ранее 31 декабря 2024 года).
    Corregido desde el boletín anterior: Noruega (saldo inicial; importe prometido: 900 francos suizos, antes 9 000 francos suizos; importe recibido: 800 francos suizos, antes 900 francos suizos; 31 de diciembre de 2024); Islandia (ya no se cuenta; saldo inicial; importe prometido: 70 francos suizos; 31 de diciembre de 2024); otros contribuyentes (importe prometido: 6 000 francos suizos; importe recibido: 1 000 francos suizos; asociados financieros: 3, antes 2; 31 de diciembre de 2024); Dinamarca (en especie; two boats; 400 francos suizos, antes 500 francos suizos; 3 de marzo de 2025); total declarado (ya no se cuenta; importe prometido: 15 140 francos suizos; 31 de marzo de 2025); Suecia (saldo inicial; Suecia, antes Finlandia; importe prometido: 70 francos suizos; 30 de diciembre de 2024, antes 31 de diciembre de 2024).
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
