//! Arabic. Counts from three to ten take the plural, those from eleven the singular.

use briefing_model::{
    Currency, ItemDetail, Language, Month, MovementKind, MovementSum, MultiYear, PartialDate, SectionKind,
};
use icu_locale_core::{Locale, locale};
use icu_plurals::PluralCategory;

use super::{Calendar, Phrases, SinceThen, StatedDay, Unvalued, Usage, WrittenFigures, nth, part, under};
use crate::bound::bound;
use crate::dates::{self, DateStyle};
use crate::inline::{line, strong};
use crate::numbers::{self, CountedNoun, NO_BREAK, Numeral};
use crate::{Inline, Inlines, PeriodPart, StampLine};

pub(super) struct Arabic;

const AR: Language = Language::Ar;

const PHRASES: Phrases = Phrases {
    monthly_briefing: "النشرة الشهرية",
    draft: "مسودة",
    approvals: "الموافقات",
    not_approved: "لم تتم الموافقة",
    correction: "تصويب",
    page_of: "الصفحة {page} من {pages}",
    online: "عبر الإنترنت",
    in_person: "حضوريا",
    in_person_and_online: "حضوريا وعبر الإنترنت",
    contributor: "الجهة المساهمة",
    purpose: "الغرض",
    amount: "المبلغ",
    not_earmarked: "غير\u{a0}مخصص",
    purpose_not_stated: "غير\u{a0}مذكور",
    nothing_since: "لا توجد تبرعات معلنة أخرى موثقة منذ ذلك الحين.",
    whole_since: "وتذكر التبرعات المتعددة السنوات بكامل مبالغها.",
    due_since: "ولا تذكر أقساط التبرعات السابقة التي استحقت منذ ذلك الحين، إن وجدت.",
    pledged_documented_label: "المبلغ المعلن الموثق",
    received_documented_label: "المبلغ الوارد الموثق",
    documented_by_contributor: "المبالغ المعلنة والواردة الموثقة بحسب الجهة المساهمة",
    documented_only: "يبين الرسم البياني ما هو موثق، وقد يقل عن المجموع.",
    by_contributor: "المبالغ المعلنة والواردة بحسب الجهة المساهمة",
    history: "المبالغ المعلنة التراكمية",
    history_summary: "أعمدة تبين المبلغ المعلن منذ البداية حتى نهاية كل تاريخ، بالترتيب الزمني",
    date: "التاريخ",
    about_figures: "بشأن الأرقام.",
    unpledged: "مساهمة دون تبرع معلن",
    counts_no_more: "لم يعد محسوبا",
    on_another_pledge: "الآن على تبرع معلن آخر",
    opening_balance: "الرصيد الافتتاحي",
    gift_in_kind: "مساهمة عينية",
    other_contributors: "جهات مساهمة أخرى",
    stated_total: "المجموع المبلغ عنه",
    no_payment: "تدل الشرطة على عدم وجود مدفوعات مفصلة.",
    no_pledge_itemized: "لا إعلانات تبرع مفصلة",
    no_payment_itemized: "لا مدفوعات مفصلة",
    unknown_amount: "المبلغ غير معروف",
    converted: "يحسب المبلغ بعملة أخرى بقيمته يوم الإعلان عنه، ويحسب المدفوع بقيمته يوم دفعه، أو بقيمته يوم الإعلان عنه إن لم تكن معروفة.",
    counts_unpledged: "تحسب المساهمة دون تبرع معلن ضمن المبالغ المعلنة أيضا.",
    share_settled: "النسبة الواردة هي ما سددته المدفوعات من المبالغ المعلنة، دون ما زاد عليها ودون فروق أسعار الصرف.",
    rounding: "قد لا يتطابق مجموع الأرقام مع المجموع الكلي بسبب التقريب.",
    untranslated: "ترد النصوص غير المترجمة بلغتها الأصلية.",
    shared_programmes: "برامج المكتب",
    programme_offices: "مكاتب البرامج",
    pillar: "الركيزة",
    about_briefing: "عن هذه النشرة",
    contact: "للاتصال",
    email: "البريد الإلكتروني",
    on_the_web: "على الإنترنت",
    next_issue: "العدد المقبل",
    semicolon: "؛ ",
    comma: "،",
    stamp_within: "أحد أيام",
    continued: ("،", "تابع"),
};

impl Usage for Arabic {
    fn phrases(&self) -> &'static Phrases {
        &PHRASES
    }

    fn period(&self, month: Month) -> Vec<PeriodPart> {
        vec![part(dates::month_name(month, AR), false), part(month.year().to_string(), true)]
    }

    fn issue(&self, title: &str, month: Month) -> String {
        format!("{title}، {}", dates::month(month, AR))
    }

    fn running_head(&self, title: &str, month: Month) -> String {
        format!("{title} · {}", dates::month(month, AR))
    }

    fn file_title(&self, title: &str, month: Month, office: &str) -> String {
        format!("{title}، {} - {office}", dates::month(month, AR))
    }

    fn subject(&self, month: Month) -> String {
        format!("الأنشطة والتبرعات المعلنة والتبرعات الواردة، {}", dates::month(month, AR))
    }

    fn approved(&self, by: &str, day: &str) -> String {
        format!("وافق: {by}، {day}")
    }

    fn corrected_on(&self, day: &str) -> String {
        format!("صُوّب في {day}:")
    }

    fn heading(&self, section: SectionKind, office: Option<&str>) -> String {
        match (section, office) {
            (SectionKind::Glance, _) => "لمحة سريعة".to_owned(),
            (SectionKind::About, Some(office)) => format!("نبذة عن {office}"),
            (SectionKind::About, None) => "نبذة عن المكتب".to_owned(),
            (SectionKind::Mandate, Some(office)) => format!("ولاية {office}"),
            (SectionKind::Mandate, None) => "الولاية".to_owned(),
            (SectionKind::Leadership, _) => "القيادة".to_owned(),
            (SectionKind::Highlights, _) => "أبرز الأنشطة".to_owned(),
            (SectionKind::CapacityBuilding, _) => "بناء القدرات".to_owned(),
            (SectionKind::Structure, Some(office)) => format!("الهيكل التنظيمي: {office}"),
            (SectionKind::Structure, None) => "الهيكل التنظيمي".to_owned(),
            (SectionKind::RecentPledges, _) => "التبرعات المعلنة مؤخرا".to_owned(),
            (SectionKind::Contributors, _) => "كبار المساهمين".to_owned(),
            (SectionKind::Strategy, _) => "الاستراتيجية".to_owned(),
        }
    }

    fn contributions(&self, _office: Option<&str>) -> String {
        "المساهمات".to_owned()
    }

    fn with_acronym(&self, name: Inlines, acronym: Inline) -> Inlines {
        line![name, " (", acronym, ")"]
    }

    fn aside(&self, words: &str) -> String {
        format!(" ({words})")
    }

    fn city(&self, city: Inlines, state: Inlines) -> Inlines {
        line![city, "، ", state]
    }

    fn and_online(&self, place: Inlines) -> Inlines {
        line![place, " وعبر الإنترنت"]
    }

    fn item_detail(&self, detail: ItemDetail, count: u64) -> &'static str {
        let (one, two, several) = match detail {
            // A place needs no label.
            ItemDetail::Place => ("", "", ""),
            ItemDetail::PartOf => ("في إطار: ", "في إطار: ", "في إطار: "),
            ItemDetail::Organizers => ("الجهة المنظمة: ", "الجهتان المنظمتان: ", "الجهات المنظمة: "),
            ItemDetail::Partners => ("الشريك: ", "الشريكان: ", "الشركاء: "),
            ItemDetail::Units => ("الوحدة: ", "الوحدتان: ", "الوحدات: "),
            ItemDetail::Programmes => ("البرنامج: ", "البرنامجان: ", "البرامج: "),
            ItemDetail::Pillars => ("الركيزة ", "الركيزتان ", "الركائز "),
        };
        match count {
            1 => one,
            2 => two,
            _ => several,
        }
    }

    fn new_pledges(&self, count: u64, month: Month, _office: Option<Inlines>) -> Inlines {
        let month = dates::month(month, AR);
        match numbers::plural(count, AR) {
            PluralCategory::One => line![format!("التبرع الجديد المسجل في {month}:")],
            _ => line![format!("التبرعات الجديدة المسجلة في {month}:")],
        }
    }

    fn new_pledges_summary(&self, month: Month) -> String {
        let month = dates::month(month, AR);
        format!("التبرعات الجديدة في {month} بحسب الجهة المساهمة: الغرض والمبلغ والمجموع")
    }

    fn movements(&self, _count: u64, month: Month) -> Inlines {
        line![format!("فيما يلي ما سجل في {}:", dates::month(month, AR))]
    }

    fn movements_summary(&self, month: Month) -> String {
        format!("ما سجل في {} بحسب الجهة المساهمة: الغرض والمبلغ", dates::month(month, AR))
    }

    fn movement(&self, kind: MovementKind) -> Option<&'static str> {
        match kind {
            MovementKind::Pledge | MovementKind::Gift => None,
            MovementKind::Allocation => Some("مخصصات"),
            MovementKind::Increase => Some("زيادة"),
            MovementKind::Reduction => Some("تخفيض"),
            MovementKind::NewTerms => Some("شروط جديدة"),
            MovementKind::Withdrawal => Some("تبرع مسحوب"),
            MovementKind::Payment => Some("دفعة"),
            MovementKind::CountedAsPaid => Some("معلن في حدود ما دفع"),
            MovementKind::Refund | MovementKind::PaidBack => Some("مبلغ مردود"),
            MovementKind::SurplusRefund => Some("رد ما دفع زيادة على التبرع المعلن"),
        }
    }

    fn yearly_until(&self, amount: &str, from: i32, until: i32, whole: &str) -> String {
        format!("{amount} سنويا، {from}-{until}؛ المجموع: {whole}")
    }

    fn yearly_from(&self, amount: &str, from: i32) -> String {
        format!("{amount} سنويا ابتداء من عام {from}، دون أجل محدد")
    }

    fn spread_over(&self, from: &str, until: &str) -> String {
        format!("من {from} إلى {until}")
    }

    fn instalments(&self, count: u64, from: &str, until: &str) -> String {
        match count {
            1 => format!("قسط واحد: {from}"),
            _ => format!("عدد الأقساط: {}؛ من {from} إلى {until}", numbers::integer(count.into(), AR)),
        }
    }

    fn movement_total(&self, sum: MovementSum, net: bool) -> &'static str {
        match sum {
            MovementSum::Pledged if net => "صافي التغير في التبرعات المعلنة",
            MovementSum::Pledged => "مجموع المبالغ المعلنة",
            MovementSum::PledgedYearly if net => "صافي التغير في التبرعات غير المحددة المدة، لكل سنة",
            MovementSum::PledgedYearly => "مجموع التبرعات غير المحددة المدة، لكل سنة",
            MovementSum::Allocated => "مجموع المخصصات",
            MovementSum::AllocatedYearly => "مجموع المخصصات غير المحددة المدة، لكل سنة",
            MovementSum::Received if net => "صافي التغير في المبالغ المدفوعة",
            MovementSum::Received => "مجموع المدفوع من التبرعات المعلنة",
        }
    }

    fn movement_amount(&self, sum: MovementSum, net: bool, amount: &str) -> String {
        match sum {
            MovementSum::Pledged | MovementSum::Allocated if net => {
                format!("صافي التغير في التبرعات المعلنة: {amount}")
            }
            MovementSum::PledgedYearly | MovementSum::AllocatedYearly if net => {
                format!("صافي التغير في التبرعات غير المحددة المدة: {amount} لكل سنة")
            }
            MovementSum::Received if net => format!("صافي التغير في المبالغ المدفوعة: {amount}"),
            MovementSum::Pledged => format!("المبلغ المعلن: {amount}"),
            MovementSum::PledgedYearly => format!("المبلغ السنوي المعلن: {amount}"),
            MovementSum::Allocated => format!("المخصصات: {amount}"),
            MovementSum::AllocatedYearly => format!("المخصصات السنوية: {amount}"),
            MovementSum::Received => format!("المبلغ المدفوع: {amount}"),
        }
    }

    fn late_movements(&self, movements: Inlines) -> Inlines {
        line!["سُجّل أيضا منذ النشرة السابقة: ", movements, "."]
    }

    fn corrected_movements(&self, movements: Inlines) -> Inlines {
        line!["تصويبات منذ النشرة السابقة: ", movements, "."]
    }

    fn counted_as(&self, amount: &str) -> String {
        format!("محسوبة بمبلغ {amount}")
    }

    fn instead_of(&self, now: &str, before: &str) -> String {
        format!("{now} بدلا من {before}")
    }

    fn amount_in(&self, currency: Currency) -> String {
        format!("المبلغ ({})", unit(currency))
    }

    fn total_recorded(&self, month: Month) -> String {
        format!("المجموع المسجل في {}", dates::month_name(month, AR))
    }

    fn funding_partners(&self, count: u32) -> &'static str {
        match numbers::plural(u64::from(count), AR) {
            PluralCategory::Two => "شريكان في التمويل",
            PluralCategory::Few => "شركاء في التمويل",
            PluralCategory::Many => "شريكا في التمويل",
            _ => "شريك في التمويل",
        }
    }

    fn share_received(&self, percent: u16) -> Inlines {
        line!["ورد ", strong(numbers::percent_figure(percent, AR)), " من المبلغ المعلن"]
    }

    fn pledged_on(&self, amount: &str, day: StatedDay<'_>) -> String {
        let by = day.pick("في", "حتى");
        format!("مجموع التبرعات المعلنة {by} {day}: {amount}.")
    }

    fn received_on(&self, amount: &str, day: StatedDay<'_>) -> String {
        let by = day.pick("في", "حتى");
        format!("مجموع المبالغ الواردة {by} {day}: {amount}.")
    }

    fn partners_on(&self, count: u32, day: StatedDay<'_>) -> String {
        format!("عدد الشركاء في التمويل في {day}: {}.", numbers::integer(count.into(), AR))
    }

    fn pledged_documented(&self, amount: &str) -> String {
        format!("التبرعات المعلنة الموثقة: {amount}؛ والمجموع غير معروف.")
    }

    fn received_documented(&self, amount: &str) -> String {
        format!("المبالغ الواردة الموثقة: {amount}؛ والمجموع غير معروف.")
    }

    fn partners_documented(&self, count: u32) -> String {
        let count = numbers::integer(count.into(), AR);
        format!("عدد الشركاء الموثقين في التمويل: {count}؛ والعدد الإجمالي غير معروف.")
    }

    fn documented_since(&self, amounts: &str) -> String {
        format!("الموثق منذ ذلك الحين: {amounts}.")
    }

    fn since_last_issue(&self, change: SinceThen<'_>, then: PartialDate, format: DateStyle) -> String {
        let since = self.since(then, format);
        match change {
            SinceThen::More(amount) => format!("بزيادة {amount} {since}"),
            SinceThen::Less(amount) => format!("بنقصان {amount} {since}"),
            SinceThen::Same => format!("دون تغيير {since}"),
            SinceThen::Was(amount) => {
                let on = if matches!(then, PartialDate::Year(_)) { "في عام" } else { "في" };
                format!("مقابل {amount} {on} {}", format.date(then))
            }
        }
    }

    fn comma(&self) -> &'static str {
        "، "
    }

    fn pledged_to_date(&self, _noun: CountedNoun) -> String {
        "المبلغ المعلن حتى تاريخه".to_owned()
    }

    fn received_to_date(&self, _noun: CountedNoun) -> String {
        "المبلغ الوارد".to_owned()
    }

    fn pledged_on_label(&self, _noun: CountedNoun, day: StatedDay<'_>) -> String {
        let by = day.pick("في", "حتى");
        format!("المبلغ المعلن {by} {day}")
    }

    fn received_on_label(&self, _noun: CountedNoun, day: StatedDay<'_>) -> String {
        let by = day.pick("في", "حتى");
        format!("المبلغ الوارد {by} {day}")
    }

    fn partners_on_label(&self, count: u32, day: StatedDay<'_>) -> String {
        format!("{} في {day}", self.funding_partners(count))
    }

    fn partners_documented_label(&self, count: u32) -> &'static str {
        match numbers::plural(count.into(), AR) {
            PluralCategory::Two => "شريكان موثقان في التمويل",
            PluralCategory::Few => "شركاء موثقين في التمويل",
            PluralCategory::Many => "شريكا موثقا في التمويل",
            _ => "شريك موثق في التمويل",
        }
    }

    fn documented_as_of(&self, day: &str, known: Option<&str>) -> String {
        match known {
            Some(known) => format!("الأرقام الموثقة في {day}، وفقا لما سجل حتى {known}."),
            None => format!("الأرقام الموثقة في {day}."),
        }
    }

    fn figures(&self, figures: &WrittenFigures) -> String {
        parts(figures)
    }

    fn partners_instead_of(&self, now: u32, before: u32) -> String {
        let now = parts(&WrittenFigures::of_partners(now));
        self.instead_of(&now, &numbers::integer(before.into(), AR))
    }

    fn others(&self, others: &WrittenFigures) -> Inlines {
        line![format!("محسوب في المجموع وغير مفصل هنا: {}.", parts(others))]
    }

    fn documented_others(&self, others: &WrittenFigures) -> Inlines {
        line![format!("موثق وغير مبين هنا: {}.", parts(others))]
    }

    fn by_contributor_summary(&self, count: u64) -> String {
        format!("أعمدة تبين المبالغ المعلنة والواردة، من أكبر مبلغ معلن إلى أصغره؛ عدد الجهات المساهمة: {count}")
    }

    fn new_partners(&self, names: Inlines, count: u64, month: Month) -> Inlines {
        let month = dates::month(month, AR);
        match count {
            1 => line![format!("شريك جديد في التمويل في {month}: "), names, "."],
            2 => line![format!("شريكان جديدان في التمويل في {month}: "), names, "."],
            _ => line![format!("شركاء جدد في التمويل في {month}: "), names, "."],
        }
    }

    fn new_partners_this_year(&self, names: Inlines, count: u64, year: i32) -> Inlines {
        match count {
            1 => line![format!("شريك جديد في التمويل منذ بداية عام {year}: "), names, "."],
            2 => line![format!("شريكان جديدان في التمويل منذ بداية عام {year}: "), names, "."],
            _ => line![format!("شركاء جدد في التمويل منذ بداية عام {year}: "), names, "."],
        }
    }

    fn pledged_in(&self, currency: Currency) -> String {
        format!("المعلن ({})", unit(currency))
    }

    fn received_in(&self, currency: Currency) -> String {
        format!("الوارد ({})", unit(currency))
    }

    fn allocations(&self, names: Inlines) -> Inlines {
        line!["مخصصات: ", names, ". تحسب ضمن المبالغ ولا تحسب ضمن عدد الشركاء في التمويل."]
    }

    fn allocations_of_partners(&self, names: Inlines) -> Inlines {
        line!["مخصصات: ", names, "."]
    }

    fn in_kind(&self, gifts: Inlines) -> Inlines {
        line!["إضافة إلى ذلك، مساهمات عينية: ", gifts, "."]
    }

    fn earmarked_for(&self, purpose: Inlines) -> Inlines {
        line!["الغرض: ", purpose]
    }

    fn gift(&self, contributor: Inlines, what: Option<Inlines>, value: Option<String>, when: &str) -> Inlines {
        let what = what.map(|what| line![what, "، "]).unwrap_or_default();
        let value = value.map(|value| line!["القيمة المقدرة: ", value, "، "]).unwrap_or_default();
        line![contributor, " (", what, value, when, ")"]
    }

    fn unvalued(&self, amounts: Inlines, currency: Currency, counted: Unvalued) -> Inlines {
        let unit = match currency {
            Currency::USD => "بدولارات الولايات المتحدة".to_owned(),
            other => format!("بعملة {}", other.code()),
        };
        let words = match counted {
            Unvalued::InNoAmount => format!("غير محسوب في أي مبلغ لعدم معرفة قيمته {unit}: "),
            Unvalued::NotInTotals => format!("غير محسوب في المجموع لعدم معرفة قيمته {unit}: "),
            Unvalued::SinceTotals => format!("غير مفصل لعدم معرفة قيمته {unit}: "),
            Unvalued::PerhapsInTotals => {
                format!("غير مفصل لعدم معرفة قيمته {unit}، وقد يكون محسوبا في المجموع المنشور: ")
            }
        };
        line![words, amounts, "."]
    }

    fn on_behalf_of(&self, contributor: Inlines, party: Inlines) -> Inlines {
        line![contributor, " (نيابة عن: ", party, ")"]
    }

    fn surplus(&self, amount: &str) -> String {
        format!("وردت على بعض التبرعات مبالغ تزيد على المعلن بمقدار {amount}.")
    }

    fn unvalued_amount(&self, contributor: Inlines, amount: &str) -> Inlines {
        line![contributor, format!(" ({amount})")]
    }

    fn multi_year(&self, rule: MultiYear) -> &'static str {
        match rule {
            MultiYear::Whole => {
                "تحسب التبرعات المتعددة السنوات كاملة من يوم إعلانها؛ وتحسب التبرعات غير المحددة الأجل عند استحقاقها."
            }
            MultiYear::AsDue => "تحسب التبرعات المتعددة السنوات عند استحقاق أقساطها.",
        }
    }

    fn as_of(&self, day: &str, known: Option<&str>) -> String {
        match known {
            Some(known) => format!("الأرقام في {day}، وفقا لما سجل حتى {known}."),
            None => format!("الأرقام في {day}."),
        }
    }

    fn served_by(&self, office: &str) -> String {
        format!("يتولى خدمته: {office}")
    }

    fn entities(&self, count: u16) -> String {
        let number = numbers::integer(i128::from(count), AR);
        match numbers::plural(u64::from(count), AR) {
            PluralCategory::One => "كيان واحد".to_owned(),
            PluralCategory::Two => "كيانان".to_owned(),
            PluralCategory::Few => format!("{number}{NO_BREAK}كيانات"),
            PluralCategory::Many => format!("{number}{NO_BREAK}كيانا"),
            _ => format!("{number}{NO_BREAK}كيان"),
        }
    }

    fn working_groups(&self, count: u16) -> String {
        let number = numbers::integer(i128::from(count), AR);
        match numbers::plural(u64::from(count), AR) {
            PluralCategory::One => "فريق عامل واحد".to_owned(),
            PluralCategory::Two => "فريقان عاملان".to_owned(),
            PluralCategory::Few => format!("{number}{NO_BREAK}أفرقة عاملة"),
            PluralCategory::Many => format!("{number}{NO_BREAK}فريقا عاملا"),
            _ => format!("{number}{NO_BREAK}فريق عامل"),
        }
    }

    fn advisory_board(&self, members: u16, guests: Option<Inlines>, count: u64) -> Inlines {
        let number = numbers::integer(i128::from(members), AR);
        let states = match numbers::plural(u64::from(members), AR) {
            PluralCategory::One => "المجلس الاستشاري: دولة عضو واحدة".to_owned(),
            PluralCategory::Two => "المجلس الاستشاري: دولتان عضوان".to_owned(),
            PluralCategory::Few => format!("المجلس الاستشاري: {number}{NO_BREAK}دول أعضاء"),
            PluralCategory::Many => format!("المجلس الاستشاري: {number}{NO_BREAK}دولة عضوا"),
            _ => format!("المجلس الاستشاري: {number}{NO_BREAK}دولة عضو"),
        };
        match (numbers::plural(count, AR), guests) {
            (_, None) => line![states],
            (PluralCategory::One, Some(guest)) => line![states, "؛ بصفة ضيف: ", guest],
            (_, Some(guests)) => line![states, "؛ بصفة ضيوف: ", guests],
        }
    }

    fn with_parts(&self, whole: Inlines, parts: Inlines) -> Inlines {
        line![whole, ": ", parts]
    }

    fn separator(&self, _last: bool, _crowded: bool, next: &str) -> &'static str {
        // The word for "and" is a prefix of the following word, and is repeated before each item.
        if next.starts_with(|letter: char| letter.is_ascii_alphabetic()) { " و\u{a0}" } else { " و" }
    }

    fn locale(&self) -> Locale {
        locale!("ar")
    }

    fn thousands_separator(&self) -> char {
        NO_BREAK
    }

    fn decimal_mark(&self) -> char {
        ','
    }

    fn count_in_words(&self, _count: u64) -> Option<&'static str> {
        // The word would depend on the gender and case of the noun.
        None
    }

    fn percent(&self, _value: u16, number: &str) -> String {
        format!("{number}{NO_BREAK}في المائة")
    }

    fn percent_figure(&self, number: &str) -> String {
        format!("{number}{NO_BREAK}في المائة")
    }

    fn ordinal(&self, place: u64, number: &str) -> String {
        // The first ten are written as words.
        let word = nth(
            place,
            &["الأول", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع", "الثامن", "التاسع", "العاشر"],
        );
        word.unwrap_or(number).to_owned()
    }

    fn dollars(&self, amount: &Numeral) -> String {
        let number = &amount.written;
        match amount.category {
            PluralCategory::One if amount.mantissa == 1 => "دولار واحد".to_owned(),
            PluralCategory::Two if amount.mantissa == 2 => "دولاران".to_owned(),
            PluralCategory::Few => format!("{number}{NO_BREAK}دولارات"),
            PluralCategory::Many => format!("{number}{NO_BREAK}دولارا"),
            _ => format!("{number}{NO_BREAK}دولار"),
        }
    }

    fn multiples(&self) -> &'static [u32] {
        &[6, 9, 12]
    }

    fn multiple_of_dollars(&self, number: &Numeral, power: u32) -> String {
        format!("{}{NO_BREAK}دولار", self.multiple_before_noun(number, power))
    }

    /// The name of the euro has the same form after every number.
    fn euros(&self, amount: &Numeral) -> String {
        format!("{}{NO_BREAK}يورو", amount.written)
    }

    fn multiple_of_euros(&self, number: &Numeral, power: u32) -> String {
        format!("{}{NO_BREAK}يورو", self.multiple_before_noun(number, power))
    }

    fn multiple(&self, number: &Numeral, power: u32) -> String {
        let (one, two, few) = match power {
            12 => ("تريليون", "تريليونان", "تريليونات"),
            9 => ("بليون", "بليونان", "بلايين"),
            _ => ("مليون", "مليونان", "ملايين"),
        };
        match number.category {
            PluralCategory::One if number.mantissa == 1 => one.to_owned(),
            PluralCategory::Two if number.mantissa == 2 => two.to_owned(),
            PluralCategory::Few => format!("{}{NO_BREAK}{few}", number.written),
            _ => format!("{}{NO_BREAK}{one}", number.written),
        }
    }

    fn multiple_before_noun(&self, number: &Numeral, power: u32) -> String {
        before_noun(self.multiple(number, power), number)
    }

    fn months(&self) -> &'static Calendar {
        &MONTHS
    }

    fn short_months(&self) -> &'static Calendar {
        &SHORT_MONTHS
    }

    fn stamp_months(&self) -> &'static Calendar {
        &MONTHS
    }

    fn year(&self, year: i32) -> String {
        year.to_string()
    }

    fn days(&self, first: u32, last: u32) -> String {
        if first == last { first.to_string() } else { format!("{first}-{last}") }
    }

    fn days_of_month(&self, days: &str, month: &str) -> String {
        format!("{days}{NO_BREAK}{}", bound(month.to_owned(), AR))
    }

    fn in_year(&self, date: &str, year: i32) -> String {
        bound(format!("{date} {year}"), AR)
    }

    fn range(&self, first: &str, last: &str) -> String {
        format!("{first}{NO_BREAK}- {last}")
    }

    fn span_of_years(&self, first: i32, last: i32) -> String {
        format!("{first}-{last}")
    }

    fn mixed_span(&self, first: PartialDate, last: PartialDate, format: DateStyle) -> String {
        let (from, to) = (format.date(first), format.date(last));
        match first {
            PartialDate::Year(_) => format!("من عام {from} إلى {to}"),
            PartialDate::Day(_) | PartialDate::Month(_) => format!("من {from} إلى {to}"),
        }
    }

    fn since(&self, date: PartialDate, format: DateStyle) -> String {
        let words = format.date(date);
        match date {
            PartialDate::Year(_) => format!("منذ عام {words}"),
            PartialDate::Day(_) | PartialDate::Month(_) => format!("منذ {words}"),
        }
    }

    fn until(&self, date: PartialDate, format: DateStyle) -> String {
        let words = format.date(date);
        match date {
            PartialDate::Year(_) => format!("حتى عام {words}"),
            PartialDate::Day(_) | PartialDate::Month(_) => format!("حتى {words}"),
        }
    }

    fn within(&self, span: &str) -> String {
        format!("أحد أيام الفترة {span}")
    }

    fn stamp_days(&self, first: u32, last: u32) -> String {
        self.days(first, last)
    }

    fn stamp_day(&self, day: u32, month: &str) -> String {
        format!("{day}{NO_BREAK}{month}")
    }

    fn stamp_session(&self, days: &str, month: &str) -> String {
        format!("{days}{NO_BREAK}{month}")
    }

    fn stamp_month(&self, month: &str, year: i32) -> String {
        format!("{month}{NO_BREAK}{year}")
    }

    fn stamp_year(&self, year: i32) -> String {
        year.to_string()
    }

    fn year_comes_first(&self) -> bool {
        false
    }

    fn stamp_years(&self, first: i32, last: i32) -> Vec<String> {
        vec![format!("{first}-{last}")]
    }

    fn opening(&self, first: &str) -> String {
        format!("{first}{NO_BREAK}-")
    }

    fn stamp_since(&self, date: PartialDate, format: DateStyle) -> Vec<StampLine> {
        under("منذ", format.at(date))
    }

    fn stamp_until(&self, date: PartialDate, format: DateStyle) -> Vec<StampLine> {
        under("حتى", format.at(date))
    }
}

/// The unit of a column of amounts.
fn unit(currency: Currency) -> &'static str {
    if currency == Currency::USD { "بدولارات الولايات المتحدة" } else { currency.code() }
}

/// A multiple as written before a noun: the dual loses its last letter.
fn before_noun(multiple: String, number: &Numeral) -> String {
    let is_dual = number.category == PluralCategory::Two && number.mantissa == 2;
    multiple.strip_suffix('ن').filter(|_| is_dual).map(str::to_owned).unwrap_or(multiple)
}

/// Every month has both of its names, as written by the United Nations.
#[rustfmt::skip]
static MONTHS: Calendar = Calendar::new([
    "كانون الثاني/يناير", "شباط/فبراير", "آذار/مارس", "نيسان/أبريل", "أيار/مايو", "حزيران/يونيه",
    "تموز/يوليه", "آب/أغسطس", "أيلول/سبتمبر", "تشرين الأول/أكتوبر", "تشرين الثاني/نوفمبر", "كانون الأول/ديسمبر",
]);

/// Only the second of the two names, for the lines of a table.
#[rustfmt::skip]
static SHORT_MONTHS: Calendar = Calendar::new([
    "يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيه",
    "يوليه", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر",
]);

/// The amounts and the number of partners of other contributors, joined.
fn parts(others: &WrittenFigures) -> String {
    let count = numbers::integer(others.partners.into(), AR);
    let partners = (others.partners > 0).then(|| format!("عدد الشركاء في التمويل: {count}"));
    let pledged = others.pledged.as_ref().map(|amount| format!("المبلغ المعلن: {amount}"));
    let received = others.received.as_ref().map(|amount| format!("المبلغ الوارد: {amount}"));
    [pledged, received, partners].into_iter().flatten().collect::<Vec<_>>().join("؛ ")
}
