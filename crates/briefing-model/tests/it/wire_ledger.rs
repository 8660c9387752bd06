//! The names by which the ledger's types travel. A change here is a change of format.

use briefing_model::{
    Allocation, Amendment, AsOf, Assertion, Briefing, Contributor, Correction, CorrectionKind, Coverage, Currency,
    Earmark, EntryKind, InKind, Introduction, Ledger, LedgerEntry, LedgerSettings, Money, Month, OpeningBalance,
    Pledge, Rate, Reach, Receipt, ReceiptMore, Refund, Remainder, Revision, Schedule, Shared, Terms, Versioned,
    Withdrawal,
};
use insta::assert_json_snapshot;
use serde_json::json;

fn amount(text: &str) -> briefing_model::Amount {
    text.parse().unwrap()
}

/// One entry of every kind, with everything it may say.
fn kinds() -> Vec<EntryKind> {
    let earmark = || -> Shared<Earmark> {
        let purposes = ["unit:uncct", "programme:ct-travel", "event:madrid", "A project"];
        let purposes = purposes.iter().map(|purpose| purpose.parse().unwrap()).collect();
        Earmark { fund: Some("trust-fund".parse().unwrap()), purposes }.into()
    };
    let contributor = || -> Shared<Contributor> {
        Contributor { party: "undp".parse().unwrap(), on_behalf_of: Some("eu".parse().unwrap()) }.into()
    };
    let itemizes = || Some(Shared::from("O-1".parse::<briefing_model::EntryId>().unwrap()));
    let yearly = Schedule::Yearly { from: "2024".parse().unwrap(), until: None };
    let parts = Schedule::parse("2025-06 40; 2026 60", Currency::EUR).unwrap();
    let over = Schedule::parse("over 2021-01/2022-06", Currency::USD).unwrap();
    vec![
        Pledge {
            contributor: contributor(),
            terms: Terms::new(amount("EUR 100"), parts, Some(amount("USD 110"))).unwrap(),
            earmark: earmark(),
            introduction: Introduction::AmongUnnamed,
            itemizes: itemizes(),
        }
        .into(),
        Revision { pledge: "P-1".parse().unwrap(), terms: Terms::new(amount("USD 5"), yearly, None).unwrap() }.into(),
        Withdrawal { pledge: "P-1".parse().unwrap(), amount: Some(amount("USD 5")) }.into(),
        Receipt {
            contributor: Some(contributor()),
            pledge: Some("P-1".parse().unwrap()),
            amount: amount("GBP 10"),
            earmark: earmark(),
            gift: true,
            introduction: Introduction::New,
            more: ReceiptMore {
                value: Some(amount("USD 13")),
                settles: Some(amount("EUR 12")),
                itemizes: Some("O-1".parse().unwrap()),
            }
            .boxed(),
        }
        .into(),
        Refund { of: "R-1".parse().unwrap(), amount: amount("GBP 1"), value: Some(amount("USD 1.30")) }.into(),
        Allocation {
            contributor: contributor(),
            terms: Terms::new(amount("USD 873120"), over, None).unwrap(),
            earmark: earmark(),
            itemizes: itemizes(),
        }
        .into(),
        InKind {
            contributor: contributor(),
            value: Some(amount("USD 2000000")),
            what: Some("Premises".parse().unwrap()),
            period: Some("2021/2024".parse().unwrap()),
            earmark: earmark(),
        }
        .into(),
        OpeningBalance {
            contributor: contributor(),
            pledged: Some(amount("USD 7").into()),
            received: Some("USD 0".parse().unwrap()),
            earmark: earmark(),
            introduction: Introduction::New,
            itemizes: itemizes(),
        }
        .into(),
        Remainder { pledged: Some(amount("USD 7").into()), received: Some(amount("USD 6").into()), partners: Some(3) }
            .into(),
        Rate { from: Currency::EUR, to: Currency::USD, rate: "1.0866".parse().unwrap() }.into(),
        Assertion {
            about: Some(contributor()),
            pledged: Some("USD 402000000".parse().unwrap()),
            received: Some("USD 354000000".parse().unwrap()),
            partners: Some(47),
            rounded_to: Some(amount("USD 1000000")),
        }
        .into(),
        Correction { of: "P-1".parse().unwrap(), change: CorrectionKind::Void }.into(),
        Correction {
            of: "P-1".parse().unwrap(),
            change: CorrectionKind::Amend(Box::new(Amendment {
                effective: Some("2025-04".parse().unwrap()),
                contributor: Some(contributor()),
                pledge: Some("P-2".parse().unwrap()),
                amount: Some(amount("USD 7").into()),
                received: Some(amount("USD 6").into()),
                value: Some(amount("USD 5")),
                schedule: Some(Schedule::Whole),
                partners: Some(4),
                earmark: Some(earmark()),
                gift: Some(false),
                introduction: Some(Introduction::New),
                what: Some("boats".parse().unwrap()),
                period: Some("2025".parse().unwrap()),
            })),
        }
        .into(),
    ]
}

fn entry(id: &str, kind: impl Into<EntryKind>) -> LedgerEntry {
    LedgerEntry::new(id.parse().unwrap(), "2025-04".parse().unwrap(), "2025-05-05".parse().unwrap(), kind)
}

#[test]
fn entries_by_kind() {
    assert_json_snapshot!("entry_kinds", kinds());
    let full = LedgerEntry {
        source: Some(Shared::from("bank".parse::<briefing_model::SourceId>().unwrap())),
        reference: Some("TT-77".into()),
        certainty: briefing_model::Certainty::Press,
        note: Some("For us".into()),
        ..entry("W-1", Withdrawal { pledge: "P-1".parse().unwrap(), amount: None })
    };
    assert_json_snapshot!("entry", full);
}

#[test]
fn entries_read_back() {
    for kind in kinds() {
        let entry = entry("E-1", kind);
        let json = serde_json::to_string(&entry).unwrap();
        assert_eq!(serde_json::from_str::<LedgerEntry>(&json).unwrap(), entry, "{json}");
    }
    let unknown = json!({"id": "E", "effective": "2025", "recorded": "2025-05-05", "kind": {"rate": {}}, "colour": 1});
    assert!(serde_json::from_value::<LedgerEntry>(unknown).is_err());
}

/// A ledger with something in every part of its figures.
fn ledger() -> Ledger {
    let party = |text: &str| text.parse().unwrap();
    let mut pledge = Pledge::new(party("DEU"), amount("USD 100"));
    pledge.introduction = Introduction::New;
    let mut euros = Pledge::new(party("NLD"), amount("EUR 100"));
    euros.introduction = Introduction::New;
    let yearly = Schedule::parse("yearly 2024/2026", Currency::USD).unwrap();
    let mut allocation = Allocation::new(party("un-pdtf"), amount("USD 10"));
    allocation.terms = Terms::new(amount("USD 10"), yearly, None).unwrap();
    let gift = InKind {
        contributor: Contributor::from(party("DEU")).into(),
        value: None,
        what: Some("Premises".parse().unwrap()),
        period: None,
        earmark: Shared::default(),
    };
    let entries = vec![
        entry("O-1", Remainder { pledged: Some(amount("USD 50").into()), received: None, partners: Some(2) }),
        entry("P-1", pledge),
        entry("R-1", Receipt::on("P-1".parse().unwrap(), amount("USD 130"))),
        entry("P-2", euros),
        entry("A-1", allocation),
        entry("G-1", gift),
    ];
    Ledger::new(LedgerSettings::default(), entries).unwrap()
}

#[test]
fn figures() {
    let ledger = ledger();
    let month: Month = "2025-04".parse().unwrap();
    let known_at = "2025-05-06".parse().unwrap();
    let at = AsOf { in_effect: month.last_day(), known: known_at };
    assert_json_snapshot!("standing", ledger.standing(at).unwrap());
    let by = |by| ledger.breakdown(by, at).unwrap();
    assert_json_snapshot!("breakdowns", briefing_model::BreakdownBy::ALL.map(by));
    let figures = ["standing.pledged", "standing.partners", "contributors.DEU.surplus"];
    let trace = |figure: &str| ledger.trace(&figure.parse().unwrap(), at).unwrap();
    assert_json_snapshot!("traces", figures.map(trace));
    let april = ledger.movements(month, known_at).unwrap();
    assert_json_snapshot!("movement_totals", Ledger::movement_totals(&april).unwrap());
    assert_json_snapshot!("movements", april);
    assert_json_snapshot!("arrivals", ledger.arrivals(month, known_at).unwrap());
    assert_json_snapshot!("history", ledger.history(&[at.in_effect], at.known).unwrap());
    assert_json_snapshot!("settings", LedgerSettings::default());
    let since = Some("2020-01-01".parse().unwrap());
    let coverage =
        Coverage { pledges: Reach::Complete { since }, receipts: Reach::Documented, partners: Reach::Unsaid };
    assert_json_snapshot!("coverage", coverage);
}

#[test]
fn money_and_ledgers_are_objects_and_errors_name_no_types() {
    let error = |read: Result<(), serde_json::Error>| read.unwrap_err().to_string();
    let faults = [
        error(serde_json::from_str::<Money>(r#"["5","USD"]"#).map(drop)),
        error(serde_json::from_str::<Money>("5").map(drop)),
        error(serde_json::from_str::<Ledger>(r#"["briefing-ledger",1,{"currency":"USD"},[]]"#).map(drop)),
        error(serde_json::from_str::<Versioned<Briefing>>("[]").map(drop)),
        error(serde_json::from_str::<LedgerSettings>("5").map(drop)),
        error(serde_json::from_str::<LedgerEntry>("5").map(drop)),
        error(serde_json::from_str::<Earmark>("5").map(drop)),
        error(serde_json::from_str::<Contributor>("5").map(drop)),
        error(serde_json::from_str::<Terms>("5").map(drop)),
        error(serde_json::from_str::<Schedule>(r#"{"yearly":5}"#).map(drop)),
        error(serde_json::from_str::<Schedule>(r#"{"instalments":[5]}"#).map(drop)),
    ];
    insta::assert_snapshot!(faults.join("\n"), @r"
    invalid type: sequence, expected an object with an amount and its currency at line 1 column 0
    invalid type: integer `5`, expected an object with an amount and its currency at line 1 column 1
    invalid type: sequence, expected an object with the format `briefing-ledger` at line 1 column 0
    invalid type: sequence, expected an object with the format `briefing` at line 1 column 0
    invalid type: integer `5`, expected an object with the settings of a ledger at line 1 column 1
    invalid type: integer `5`, expected an object with an entry of the ledger at line 1 column 1
    invalid type: integer `5`, expected an object with a fund and purposes at line 1 column 1
    invalid type: integer `5`, expected an object with the party that gives at line 1 column 1
    invalid type: integer `5`, expected an object with terms at line 1 column 1
    invalid type: integer `5`, expected a schedule at line 1 column 11
    invalid type: integer `5`, expected an object with a date and an amount at line 1 column 17
    ");
    for kind in kinds() {
        let json = serde_json::to_value(&kind).unwrap();
        let name = json.as_object().unwrap().keys().next().unwrap().clone();
        let fault = serde_json::from_value::<EntryKind>(json!({ name.as_str(): 5 })).unwrap_err().to_string();
        assert!(fault.starts_with("invalid type: integer `5`, expected an object with a"), "{fault}");
    }
}

/// The keys of an object in every order.
fn orders(keys: &[(String, serde_json::Value)]) -> Vec<String> {
    if let [(key, value)] = keys {
        return vec![format!("{key:?}:{value}")];
    }
    let mut all = Vec::new();
    for at in 0..keys.len() {
        let mut others = keys.to_vec();
        let (key, value) = others.remove(at);
        all.extend(orders(&others).into_iter().map(|rest| format!("{key:?}:{value},{rest}")));
    }
    all
}

#[test]
fn format_and_version_decide_in_whichever_order_keys_stand() {
    fn judge<T: serde::de::DeserializeOwned + serde::Serialize>(value: &T) {
        let json = serde_json::to_value(value).unwrap();
        let fields: Vec<_> = json.as_object().unwrap().clone().into_iter().collect();
        for shuffled in orders(&fields) {
            let read: T = serde_json::from_str(&format!("{{{shuffled}}}")).unwrap();
            assert_eq!(serde_json::to_value(&read).unwrap(), json, "{shuffled}");
        }
        let read: T = serde_json::from_value(json.clone()).unwrap();
        assert_eq!(serde_json::to_value(&read).unwrap(), json);

        let faults = |change: &dyn Fn(&mut serde_json::Map<String, serde_json::Value>)| -> Vec<String> {
            let mut fields = json.as_object().unwrap().clone();
            change(&mut fields);
            let fields: Vec<_> = fields.into_iter().collect();
            let read =
                |shuffled: String| serde_json::from_str::<T>(&format!("{{{shuffled}}}")).err().unwrap().to_string();
            orders(&fields).into_iter().map(read).collect()
        };
        let newer = faults(&|fields| {
            fields.insert("version".into(), 2.into());
            fields.insert("alpha".into(), serde_json::json!([{"deep": null}]));
            fields
                .values_mut()
                .filter(|value| value.is_array())
                .for_each(|list| *list = serde_json::json!([{"new": 1.5}]));
        });
        assert!(newer.iter().all(|fault| fault.starts_with("this is version 2 of `")), "{newer:#?}");
        let other = faults(&|fields| {
            fields.insert("version".into(), 2.into());
            fields.insert("format".into(), "another".into());
        });
        assert!(
            other.iter().all(|fault| fault.ends_with("found `another`") || fault.contains("found `another` at")),
            "{other:#?}"
        );
        let unknown = faults(&|fields| drop(fields.insert("alpha".into(), true.into())));
        assert!(unknown.iter().all(|fault| fault.starts_with("unknown field `alpha`")), "{unknown:#?}");
        for key in ["format", "version"] {
            let missing = faults(&|fields| drop(fields.remove(key)));
            assert!(missing.iter().all(|fault| fault.starts_with(&format!("missing field `{key}`"))), "{missing:#?}");
            for (before, after) in
                [(format!("{key:?}:{},", json[key]), ""), (String::new(), &*format!(",{key:?}:{}", json[key]))]
            {
                let whole = serde_json::to_string(&json).unwrap();
                let twice = format!("{{{before}{}{after}}}", &whole[1..whole.len() - 1]);
                let fault = serde_json::from_str::<T>(&twice).err().unwrap().to_string();
                assert!(fault.starts_with(&format!("duplicate field `{key}`")), "{fault}");
            }
        }
    }

    let ledger = ledger();
    let standing = ledger.standing(AsOf::on("2025-04-30".parse().unwrap())).unwrap();
    judge(&ledger);
    judge(&Versioned::new(standing));
    let briefing: Briefing =
        serde_json::from_str(include_str!("../../../briefing-document/tests/data/small.json")).unwrap();
    judge(&Versioned::new(briefing));
}

#[test]
fn a_ledger_reads_back_and_one_of_a_later_version_is_named_so() {
    let ledger = ledger();
    let json = serde_json::to_string(&ledger).unwrap();
    assert!(json.starts_with(r#"{"format":"briefing-ledger","version":1,"settings":{"currency":"USD""#), "{json}");
    let read: Ledger = serde_json::from_str(&json).unwrap();
    assert_eq!((read.entries(), read.settings()), (ledger.entries(), ledger.settings()));

    let refused = |from: &str, to: &str| {
        assert!(json.contains(from), "{from}");
        serde_json::from_str::<Ledger>(&json.replacen(from, to, 1)).unwrap_err().to_string()
    };
    let faults = [
        refused(r#""version":1"#, r#""version":2,"chapters":[]"#),
        refused("briefing-ledger", "briefing-edition"),
        refused(r#""settings""#, r#""chapters":[],"settings""#),
        refused(r#""pledge":"P-1""#, r#""pledge":"P-9""#),
    ];
    insta::assert_snapshot!(faults.join("\n"), @r"
    this is version 2 of `briefing-ledger`, and version 1 is the newest that can be read here at line 1 column 39
    expected the format `briefing-ledger`, found `briefing-edition` at line 1 column 28
    unknown field `chapters`, expected one of `format`, `version`, `settings`, `entries` at line 1 column 50
    the entries do not make a ledger: L0102 at `entry[R-1]`: `R-1`: names entry `P-9`, which is not in the ledger
    ");
}

#[test]
fn who_gives_stands_beside_whose_money_it_is() {
    let read = |json: serde_json::Value| serde_json::from_value::<LedgerEntry>(json);
    let entry =
        |kind: serde_json::Value| json!({"id": "E", "effective": "2025", "recorded": "2025-05-05", "kind": kind});
    let five = json!({"amount": "5", "currency": "USD"});
    let receipt = |who: serde_json::Value| {
        let mut receipt = json!({"pledge": "P-1", "amount": five});
        receipt.as_object_mut().unwrap().extend(who.as_object().unwrap().clone());
        read(entry(json!({ "receipt": receipt })))
    };
    assert!(receipt(json!({})).is_ok());
    assert!(receipt(json!({"contributor": "undp", "on_behalf_of": "eu"})).is_ok());
    // Nothing that is wrong is taken for nothing.
    for (who, fault) in [
        (json!({"on_behalf_of": "eu"}), "`on_behalf_of` is `eu`, and no `contributor` gives"),
        (json!({"contributor": "UNDP!"}), "`UNDP!`"),
        (json!({"contributor": "undp", "on_behalf_of": 5}), "invalid type: integer `5`"),
        (json!({"contributor": {"party": "undp"}}), "invalid type: map"),
        (json!({"contributor": "undp", "party": "undp"}), "unknown field `party`"),
    ] {
        let error = receipt(who.clone()).unwrap_err().to_string();
        assert!(error.contains(fault), "{who}: {error}");
    }
    let missing = read(entry(json!({"pledge": {"terms": {"amount": five}}}))).unwrap_err().to_string();
    assert_eq!(missing, "missing field `contributor`");
    let twice = r#"{"contributor":"undp","contributor":"eu","terms":{"amount":{"amount":"5","currency":"USD"}}}"#;
    let twice = serde_json::from_str::<Pledge>(twice).unwrap_err().to_string();
    assert!(twice.starts_with("duplicate field `contributor`"), "{twice}");

    let by_contributor =
        ledger().breakdown(briefing_model::BreakdownBy::Contributor, AsOf::on("2025-05-05".parse().unwrap()));
    let by_contributor = by_contributor.unwrap();
    let json = serde_json::to_value(&by_contributor).unwrap();
    assert_eq!(json["parts"][0]["key"], json!({"contributor": "DEU"}));
    assert_eq!(serde_json::from_value::<briefing_model::Breakdown>(json).unwrap(), by_contributor);
}

#[test]
fn a_list_is_no_record_at_any_depth() {
    let ledger = ledger();
    let json = serde_json::to_value(&ledger).unwrap();
    let list = |at: &str| {
        let mut json = json.clone();
        let place = json.pointer_mut(at).unwrap();
        let values: Vec<_> = place.as_object().unwrap().values().cloned().collect();
        *place = values.into();
        serde_json::from_value::<Ledger>(json).unwrap_err().to_string()
    };
    let faults = [
        list(""),
        list("/settings"),
        list("/entries/1"),
        list("/entries/1/kind/pledge"),
        list("/entries/1/kind/pledge/terms"),
        list("/entries/1/kind/pledge/terms/amount"),
        list("/entries/4/kind/allocation/terms/schedule/yearly"),
    ];
    insta::assert_snapshot!(faults.join("\n"), @r"
    invalid type: sequence, expected an object with the format `briefing-ledger`
    invalid type: sequence, expected an object with the settings of a ledger
    invalid type: sequence, expected an object with an entry of the ledger
    invalid type: sequence, expected an object with a pledge
    invalid type: sequence, expected an object with terms
    invalid type: sequence, expected an object with an amount and its currency
    invalid type: sequence, expected a schedule
    ");
    let entry = r#"["P-1", "2025-04", "2025-05-05", null, null, "stated", null, {"withdrawal": {"pledge": "P-1"}}]"#;
    let fault = serde_json::from_str::<LedgerEntry>(entry).unwrap_err().to_string();
    assert_eq!(fault, "invalid type: sequence, expected an object with an entry of the ledger at line 1 column 1");
    let text: briefing_model::StandingText = serde_json::from_value(json!({"text": "So.", "until": "2020"})).unwrap();
    assert_eq!(text.text.plain(), "So.");
    assert!(serde_json::from_value::<briefing_model::StandingText>(json!(["So.", null, "2020"])).is_err());
}

#[test]
fn a_part_alone_is_no_list_either() {
    fn refused<T: serde::de::DeserializeOwned + serde::Serialize>(of: &T) -> String {
        let object = serde_json::to_value(of).unwrap();
        assert!(serde_json::from_value::<T>(object.clone()).is_ok(), "{object}");
        let mut list: Vec<_> = object.as_object().unwrap().values().cloned().collect();
        // As many as it has fields, since a reader that took lists would ask for them all.
        list.extend(vec![serde_json::Value::Null; 12]);
        serde_json::from_value::<T>(list.into()).map(drop).unwrap_err().to_string()
    }
    let amount: briefing_model::Amount = "USD 5".parse().unwrap();
    let party: briefing_model::PartyRef = "DEU".parse().unwrap();
    let pledge = Pledge::new(party.clone(), amount);
    let faults = [
        refused(&amount),
        refused(&amount.money()),
        refused(&briefing_model::Instalment { due: "2025-06".parse().unwrap(), amount }),
        refused(&pledge.terms),
        refused(&pledge),
        refused(&briefing_model::Allocation::new(party.clone(), amount)),
        refused(&briefing_model::EntityCount { on: "2025".parse().unwrap(), count: 3 }),
        refused(&briefing_model::Place::new(None, Some(briefing_model::Name::new("Sal").unwrap())).unwrap()),
        refused(&briefing_model::Named { id: party, name: briefing_model::Name::new("Germany").unwrap() }),
        refused(&briefing_model::Coverage::of(briefing_model::Reach::Documented)),
    ];
    insta::assert_snapshot!(faults.join("\n"), @r"
    invalid type: sequence, expected an object with an amount and its currency
    invalid type: sequence, expected an object with an amount and its currency
    invalid type: sequence, expected an object with a date and an amount
    invalid type: sequence, expected an object with terms
    invalid type: sequence, expected an object with a pledge
    invalid type: sequence, expected an object with an allocation
    invalid type: sequence, expected an object
    invalid type: sequence, expected an object
    invalid type: sequence, expected an object
    invalid type: sequence, expected an object
    ");
}

#[test]
fn a_reader_called_by_its_path_checks_what_it_reads() {
    use serde::Deserialize;

    let contradiction = json!({"office": {"id": "unoct", "name": "Office"}, "month": "2025-04", "issued": "2025-04-30",
        "cutoff": "2025-04-30", "theme": {"accent": "#009EDB", "ink": "#0B2545"}, "sections": ["about"]});
    let error = Briefing::deserialize(&contradiction).map(drop).unwrap_err().to_string();
    assert!(error.starts_with("M0125 at `briefing.sections[0]`"), "{error}");
    assert!(LedgerSettings::deserialize(&json!(["USD"])).is_err());
}

#[test]
fn a_key_stands_once() {
    use briefing_model::{Titles, Translation};

    let twice = [
        serde_json::from_str::<LedgerSettings>(r#"{"currency":"USD","organ_states":{"sheikh":"QAT","sheikh":"SAU"}}"#)
            .err(),
        serde_json::from_str::<Translation>(
            r#"{"language":"fr","texts":{"a.text":"Un.","b.text":"Un.","a.text":"Deux."}}"#,
        )
        .err(),
        serde_json::from_str::<Titles>(r#"{"sections":{"about":"A","about":"B"}}"#).err(),
        serde_json::from_str::<LedgerSettings>(r#"{"currency":"USD","currency":"EUR"}"#).err(),
    ];
    let messages: Vec<String> = twice.iter().flatten().map(ToString::to_string).collect();
    insta::assert_snapshot!(messages.join("\n"), @r"
    the key `sheikh` stands twice at line 1 column 57
    the key `a.text` stands twice at line 1 column 64
    the key `about` stands twice at line 1 column 32
    duplicate field `currency` at line 1 column 28
    ");
}

#[test]
fn what_was_expected_is_said_in_words() {
    let json = r#"{"format":"briefing-ledger","version":VERSION,"settings":{"currency":"USD"},"entries":[]}"#;
    let version =
        |version: &str| serde_json::from_str::<Ledger>(&json.replace("VERSION", version)).map(drop).unwrap_err();
    let standing = ledger().standing(AsOf::on("2025-05-05".parse().unwrap())).unwrap();
    let mut contributor = serde_json::to_value(&standing).unwrap();
    contributor["contributors"][0] = json!(true);
    let messages = [
        version("-1").to_string(),
        version("\"1\"").to_string(),
        version("18446744073709551615").to_string(),
        serde_json::from_value::<briefing_model::Standing>(contributor).unwrap_err().to_string(),
        serde_json::from_str::<Allocation>("7").unwrap_err().to_string(),
        serde_json::from_str::<briefing_model::EventId>("7").unwrap_err().to_string(),
    ];
    insta::assert_snapshot!(messages.join("\n"), @r#"
    invalid value: integer `-1`, expected a version from 1 on at line 1 column 40
    invalid type: string "1", expected a version from 1 on at line 1 column 41
    this is version 18446744073709551615 of `briefing-ledger`, and version 1 is the newest that can be read here at line 1 column 58
    invalid type: boolean `true`, expected an object
    invalid type: integer `7`, expected an object with an allocation at line 1 column 1
    invalid type: integer `7`, expected an event id at line 1 column 1
    "#);
}
