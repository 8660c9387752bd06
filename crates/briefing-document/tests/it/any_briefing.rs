//! Whatever an office writes, the document says it.

use briefing_document::{CaptionedPicture, Element, ListMarks, Tag, TagTree, Visitor, compose};
use briefing_model::{
    Briefing, Currency, Item, Knowledge, Language, Money, MovementKind, MovementLine, MovementSum, MovementTotal, Name,
    Named, PartialDate, PrintedPurpose, RichText, When,
};
use proptest::prelude::*;

fn briefing() -> Briefing {
    serde_json::from_str(include_str!("../data/small.json")).expect("the briefing reads")
}

fn any_language() -> impl Strategy<Value = Language> {
    prop::sample::select(&Language::ALL[..])
}

/// Text of every script, with the marks that mean something in the office's files.
fn any_text() -> impl Strategy<Value = RichText> {
    prop_oneof!["\\PC{1,60}", "[a-z{}*_\\[\\]() UNOCT]{1,60}", "(UNOCT|UNCCT|反恐办|[ ,/]){1,12}", "[ا-ي ]{1,30}"]
        .prop_filter_map("a text without markup", |text| RichText::from_plain(&text).ok())
        .prop_filter("a text that says something", |text| !text.is_blank())
}

fn any_name() -> impl Strategy<Value = Name> {
    ("\\PC{1,40}", any_language(), "\\PC{1,40}")
        .prop_filter_map("a name", |(english, language, other)| Name::new(english).ok()?.with(language, other).ok())
}

fn any_money() -> impl Strategy<Value = Money> {
    let most = 10_i128.pow(24);
    let minor = prop_oneof![-most..=most, -10_000_000_000_i128..=100_000_000_000, -300_i128..=300];
    let currency = prop::sample::select(vec![Currency::USD, Currency::EUR, Currency::JPY, Currency::KWD]);
    (minor, currency).prop_map(|(minor, currency)| Money::from_minor(minor, currency).expect("an amount within bounds"))
}

fn any_when() -> impl Strategy<Value = When> {
    let day = || {
        (2023..=2027_i32, 1..=12_u32, 1..=28_u32).prop_map(|(year, month, day)| format!("{year}-{month:02}-{day:02}"))
    };
    let date = || prop_oneof![3 => day(), 1 => "20[12][0-9]-(0[1-9]|1[012])", 1 => "20[12][0-9]"];
    prop_oneof![
        date(),
        (date(), date()).prop_map(|(first, last)| format!("{first}/{last}")),
        date().prop_map(|first| format!("{first}/..")),
        date().prop_map(|last| format!("../{last}")),
        prop::collection::btree_set(day(), 2..9).prop_map(|days| days.into_iter().collect::<Vec<_>>().join(", ")),
    ]
    .prop_filter_map("a shape of when", |text| text.parse().ok())
}

/// The small briefing with other words, dates and amounts.
fn any_briefing() -> impl Strategy<Value = Briefing> {
    let items = prop::collection::vec((any_text(), any_when()), 1..6);
    let pledges =
        prop::collection::vec((any_name(), prop::collection::vec(any_name(), 0..3), any_money(), any::<bool>()), 0..5);
    let totals = (any_money(), any_money(), any::<u32>(), any::<u16>());
    (items, pledges, totals, prop::collection::vec(any_text(), 0..3)).prop_map(|(items, pledges, totals, about)| {
        let mut briefing = briefing();
        let example = briefing.leadership.first().expect("there are items").clone();
        briefing.leadership = items.into_iter().map(|(text, when)| Item { text, when, ..example.clone() }).collect();
        briefing.about = about;
        briefing.movements.totals = pledges
            .iter()
            .map(|(.., amount, _)| MovementTotal { sum: MovementSum::Pledged, amount: *amount, net: false })
            .take(1)
            .collect();
        let kinds = [
            MovementKind::Pledge,
            MovementKind::Gift,
            MovementKind::Allocation,
            MovementKind::Increase,
            MovementKind::Reduction,
            MovementKind::NewTerms,
            MovementKind::Withdrawal,
            MovementKind::Payment,
            MovementKind::CountedAsPaid,
            MovementKind::Refund,
            MovementKind::PaidBack,
            MovementKind::SurplusRefund,
        ];
        let line = |(kind, (contributor, purposes, amount, yearly)): (&MovementKind, _)| MovementLine {
            entry: "P-1".parse().expect("an id"),
            contributor: Named { id: "giver".parse().expect("an id"), name: contributor },
            on_behalf_of: None,
            purpose_unknown: Vec::is_empty(&purposes) && yearly,
            purposes: purposes.into_iter().map(PrintedPurpose::Text).collect(),
            kind: *kind,
            amount: (*kind != MovementKind::NewTerms).then_some(amount),
            yearly,
            original: yearly.then_some(amount),
            terms: None,
        };
        let kinds = kinds.iter().cycle().skip(usize::from(totals.3) % kinds.len());
        briefing.movements.lines = kinds.zip(pledges).map(line).collect();
        let contributions = briefing.contributions.as_mut().expect("there are contributions");
        let on = contributions.as_of.checked_add_days(-i64::from(totals.3 % 3)).expect("a day");
        let entry: briefing_model::EntryId = "S-1".parse().expect("an id");
        let stated = |value| Knowledge::Stated {
            value,
            on,
            period: (totals.3 % 5 == 0).then_some(PartialDate::Month(briefing.month)),
            rounded_to: None,
            entry: entry.clone(),
            documented: None,
        };
        let money = |kind: u16, money: Money| match kind % 4 {
            0 => Knowledge::Known(money),
            1 => stated(money),
            2 => Knowledge::Documented(money),
            _ => Knowledge::Unknown,
        };
        contributions.pledged = money(totals.3, totals.0);
        contributions.received = money(totals.3 / 4, totals.1);
        contributions.partners = match totals.3 / 16 % 4 {
            0 => Knowledge::Known(totals.2),
            1 => Knowledge::Stated {
                value: totals.2,
                on,
                period: None,
                rounded_to: None,
                entry: entry.clone(),
                documented: None,
            },
            2 => Knowledge::Documented(totals.2),
            _ => Knowledge::Unknown,
        };
        let both = contributions
            .pledged
            .holds_on(contributions.as_of)
            .and(contributions.received.holds_on(contributions.as_of));
        contributions.share = both.map(|_| totals.3);
        contributions.pledged_since = briefing.movements.totals.clone();
        for contributor in &mut contributions.contributors {
            contributor.pledged = money(totals.3 / 2, totals.1);
        }
        briefing
    })
}

/// The words that a visitor is shown, without the marks of lists, and how many pieces there are.
#[derive(Default)]
struct Said {
    text: String,
    pieces: usize,
    open: Vec<Tag>,
}

impl Visitor for Said {
    fn open(&mut self, element: Element) {
        self.open.push(element.tag);
    }

    fn text(&mut self, words: &briefing_document::Words) {
        assert!(!words.is_empty());
        self.pieces += 1;
        let is_mark = matches!(
            self.open.as_slice(),
            [.., Tag::List(ListMarks::Numbers | ListMarks::Discs), Tag::ListItem, Tag::Label]
        );
        if !is_mark {
            self.text.push_str(words);
        }
    }

    fn picture(&mut self, _: &CaptionedPicture) {
        self.pieces += 1;
    }

    fn close(&mut self) {
        self.open.pop().expect("what is closed was opened");
    }
}

fn without_space(text: &str) -> String {
    text.chars().filter(|character| !character.is_whitespace()).collect()
}

/// A text without what a language's own marks and spaces change in it.
fn loose(text: &str) -> String {
    text.replace('\'', "’").replace(['«', '»', '“', '”'], "\"").split_whitespace().collect()
}

proptest! {
    #[test]
    fn visitors_are_shown_each_word_once_and_in_order(briefing in any_briefing(), language in any_language()) {
        let document = compose(&briefing, language).expect("every fact is there").document;
        let mut said = Said::default();
        document.visit(&mut said);
        prop_assert_eq!(said.open, vec![]);
        prop_assert_eq!(without_space(&said.text), without_space(&document.plain_text()));
        prop_assert_eq!(TagTree::of(&document).slot_count(), said.pieces);
    }

    #[test]
    fn a_document_says_everything_and_keeps_its_promises(briefing in any_briefing(), language in any_language()) {
        let document = compose(&briefing, language).expect("every fact is there").document;
        prop_assert_eq!(document.check(), Ok(()));

        let text = loose(&document.plain_text());
        let texts = briefing.about.iter().chain(briefing.leadership.iter().map(|item| &item.text));
        for said in texts {
            prop_assert!(text.contains(&loose(&said.plain())), "{:?} is not said", said.plain());
        }
        for line in &briefing.movements.lines {
            prop_assert!(text.contains(&loose(line.contributor.name.resolve(language).0)));
            for purpose in &line.purposes {
                prop_assert!(text.contains(&loose(purpose.name().resolve(language).0)));
            }
        }
        prop_assert_eq!(compose(&briefing, language).expect("it composes").document, document);
    }
}
